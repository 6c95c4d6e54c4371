//! The support held to its own word: what it says it sees, it sees.

use super::{Database, Project, each_backend};

const SCHEMA: &str = "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b BOOLEAN); INSERT INTO t VALUES (1, 'x', '1'), (2, NULL, '0');
    CREATE TABLE resettle_x(id INTEGER PRIMARY KEY)";

each_backend! {
    fn rows_are_dumped_alike(database: &Database) {
        database.batch(SCHEMA);
        assert_eq!(database.tables(), ["t"]);
        assert_eq!(database.all_tables(), ["resettle_x", "t"]);
        assert_eq!(database.dump("t"), ["id=\"1\" a=\"x\" b=\"true\"", "id=\"2\" a=NULL b=\"false\""]);
        assert_eq!(database.dump_all(), "rows of t\n  id=\"1\" a=\"x\" b=\"true\"\n  id=\"2\" a=NULL b=\"false\"\n");
    }

    fn every_write_is_seen(database: &Database) {
        database.batch(SCHEMA);
        let check = |sql: &str, expect: bool| {
            let watch = database.watch();
            database.batch(sql);
            let writes = watch.writes();
            assert_eq!(!writes.is_empty(), expect, "{sql}: {writes:?}");
        };
        check("SELECT 1", false);
        check("INSERT INTO resettle_x VALUES (1)", false);
        check("UPDATE t SET a = a WHERE id = 1", true);
        check("UPDATE t SET a = a WHERE id = 3", false);
        check("INSERT INTO t(id) VALUES (3)", true);
        check("DELETE FROM t WHERE id = 3", true);
        check("INSERT INTO t(id) VALUES (4); DELETE FROM t WHERE id = 4", true);
        check("SELECT 1", false);
        assert_eq!(database.tables(), ["t"]);
    }

    fn databases_are_apart_and_go(database: &Database) {
        database.batch(SCHEMA);
        let other = if database.name() == "sqlite" { Database::sqlite() } else { Database::postgres().expect("a database") };
        assert_eq!(other.tables(), Vec::<String>::new());
        let url = other.url().to_owned();
        // A connection that is still open does not keep it.
        let open = other.session();
        let failed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(move || {
            let _other = other;
            panic!("on purpose");
        }));
        assert!(failed.is_err());
        drop(open);
        let gone = if let Some(path) = url.strip_prefix("sqlite:") {
            !std::path::Path::new(path).exists()
        } else {
            let name = url.split('?').next().and_then(|url| url.rsplit('/').next()).expect("a name").to_owned();
            database.rows(&format!("SELECT 1::text FROM pg_database WHERE datname = '{name}'")).is_empty()
        };
        assert!(gone, "{url} is still there");
    }
}

#[test]
fn the_binary_runs_as_a_user_runs_it() {
    let project = Project::new();
    let version = project.run(&["--version"]).expect(0);
    assert_eq!((version.stdout.as_str(), version.stderr.as_str()), (concat!("resettle ", env!("CARGO_PKG_VERSION"), "\n"), ""));
    let wrong = project.run_with_input(&["no-such-command"], "input that nobody reads").expect(2);
    assert!(wrong.stdout.is_empty() && wrong.stderr.contains("no-such-command"), "{wrong:?}");
}

#[test]
fn projects_are_written_where_they_are_read() {
    let project = Project::new();
    project.data("a.json", "[]").mapping("a", "table = \"a\"\n").migration("sqlite/1_a", "SELECT 1;", "");
    for name in ["data/a.json", "mappings/a.toml", "migrations/sqlite/1_a/up.sql", "migrations/sqlite/1_a/down.sql"] {
        assert!(project.path().join(name).is_file(), "{name}");
    }
    let other = Project::new();
    other.data("b.json", "[]").replace("data", &project.path().join("data"));
    assert!(other.path().join("data/a.json").is_file() && !other.path().join("data/b.json").exists());
}
