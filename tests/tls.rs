//! TLS: a server that takes nothing else is reached with its certificate verified, and refused without.

use crate::support::{Database, Project};

#[test]
fn import_with_verified_certificate() {
    let Some((database, plain)) = Database::postgres_tls() else { return };
    database.batch("CREATE TABLE tools (id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE)");
    assert!(database.url().contains("sslmode=verify-full"), "{}", database.url());
    let encrypted = database.rows("SELECT ssl::text FROM pg_stat_ssl WHERE pid = pg_backend_pid()");
    assert_eq!(encrypted, [[Some("true".to_owned())]]);

    let project = Project::new();
    project.mapping("tools", "table = \"tools\"\nsource = \"tools.json\"\nid = \"id\"\n\n[columns]\nslug = \"slug\"\n");
    project.data("tools.json", r#"[{"id": 1, "slug": "saw"}]"#);
    let output = project.run_on(&database, &["import"]).expect(0);
    assert!(output.stdout.contains("1 inserted"), "{}", output.stdout);
    assert_eq!(database.dump("tools"), ["id=\"1\" slug=\"saw\""]);

    let refused = project.run(&["--to", &plain, "import"]).expect(2);
    let password = password(&plain);
    assert!(!password.is_empty());
    for said in [&output.stdout, &output.stderr, &refused.stdout, &refused.stderr] {
        assert!(!said.contains(&password), "the password is in:\n{said}");
    }
    assert!(refused.stdout.is_empty() && refused.stderr.starts_with("error: "), "{refused:?}");
}

/// A certificate that no known authority signed is refused.
#[test]
fn unknown_authority_is_refused() {
    let Some((database, _)) = Database::postgres_tls() else { return };
    let project = Project::copy_of("examples/icons");
    let url: Vec<&str> = database.url().split('&').filter(|part| !part.starts_with("sslrootcert=")).collect();
    let refused = project.run(&["--to", &url.join("&"), "migrate", "run"]).expect(2);
    assert!(refused.stdout.is_empty(), "{refused:?}");
    assert!(database.tables().is_empty());
}

fn password(url: &str) -> String {
    let (credentials, _) = url.split_once('@').expect("credentials");
    credentials.rsplit(':').next().expect("a password").to_owned()
}
