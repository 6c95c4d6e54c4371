//! Migrations as a user meets them, beside a project that also uses diesel's own command line.

use crate::support::{Database, Project, each_backend};

fn project() -> Project {
    let project = Project::new();
    project.migration("2024-01-01-000000_first", "CREATE TABLE a (x INTEGER PRIMARY KEY);", "DROP TABLE a;");
    project.migration("2024-01-03-000000_third", "CREATE TABLE c (x INTEGER PRIMARY KEY);", "DROP TABLE c;");
    project
}

fn versions(database: &Database) -> Vec<String> {
    database.rows("SELECT version FROM __diesel_schema_migrations ORDER BY version").into_iter().flatten().flatten().collect()
}

fn has(database: &Database, table: &str) -> bool {
    database.tables().iter().any(|name| name == table)
}

each_backend! {
    /// Two developers, two branches: the one that is merged later has the earlier stamp.
    fn two_heads_are_ordered_and_reported(database: &Database) {
        let project = project();
        project.run_on(database, &["migrate", "run"]).expect(0);
        project.migration("2024-01-02-000000_second", "CREATE TABLE b (x INTEGER PRIMARY KEY);", "DROP TABLE b;");
        project.migration("2024-01-04-000000_fourth", "CREATE TABLE d (x INTEGER REFERENCES b (x));", "DROP TABLE d;");
        let status = project.run_on(database, &["migrate", "status"]).expect(0).stdout;
        assert_eq!(status, "applied 2024-01-01-000000_first\npending 2024-01-02-000000_second (a later one is applied already)\napplied 2024-01-03-000000_third\npending 2024-01-04-000000_fourth\n");
        let run = project.run_on(database, &["migrate", "run"]).expect(0).stdout;
        assert_eq!(run, "applied 2024-01-02-000000_second\napplied 2024-01-04-000000_fourth\n");
        assert_eq!(versions(database), ["20240101000000", "20240102000000", "20240103000000", "20240104000000"]);
        // Taken back by version, newest first, as diesel's command line does.
        let back = project.run_on(database, &["migrate", "revert", "--steps", "3"]).expect(0).stdout;
        assert_eq!(back, "took back 2024-01-04-000000_fourth\ntook back 2024-01-03-000000_third\ntook back 2024-01-02-000000_second\n");
    }

    /// What diesel's command line recorded counts, and the other way round: the same table, the same versions.
    fn the_record_is_that_of_diesel(database: &Database) {
        let project = project();
        database.batch("CREATE TABLE __diesel_schema_migrations (version VARCHAR(50) PRIMARY KEY NOT NULL, run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP)");
        database.batch("CREATE TABLE a (x INTEGER PRIMARY KEY); INSERT INTO __diesel_schema_migrations (version) VALUES ('20240101000000'), ('20231231000000')");
        let status = project.run_on(database, &["migrate", "status"]).expect(0).stdout;
        assert_eq!(status, "applied 20231231000000 (there is no folder for it)\napplied 2024-01-01-000000_first\npending 2024-01-03-000000_third\n");
        project.run_on(database, &["migrate", "run"]).expect(0);
        assert_eq!(versions(database), ["20231231000000", "20240101000000", "20240103000000"]);
        assert!(has(database, "c"));
    }

    /// `metadata.toml` with `run_in_transaction = false`: what no transaction admits.
    fn a_migration_may_run_without_transaction(database: &Database) {
        let project = project();
        let outside = if database.name() == "sqlite" { "VACUUM;" } else { "CREATE INDEX CONCURRENTLY a_x ON a (x);" };
        project.migration("2024-01-05-000000_outside", outside, "SELECT 1;");
        let refused = project.run_on(database, &["migrate", "run"]).expect(2);
        assert!(refused.stderr.contains("cannot apply the migration `2024-01-05-000000_outside`") && refused.stderr.contains("transaction"), "{}", refused.stderr);
        project.file("migrations/2024-01-05-000000_outside/metadata.toml", "run_in_transaction = false\n");
        project.run_on(database, &["migrate", "run"]).expect(0);
        assert_eq!(versions(database).len(), 3);
    }

    /// A migration that documents a table made elsewhere is recorded without being run, if the table is there.
    fn tables_that_exist_already_are_recognised(database: &Database) {
        let project = project();
        project.data("a.json", "[{\"x\": 1}]").mapping("a", "table = \"a\"\nsource = \"a.json\"\n[columns]\nx = \"x\"\n");
        database.batch("CREATE TABLE a (x INTEGER PRIMARY KEY); INSERT INTO a VALUES (7)");
        let content = || database.files().iter().map(|path| std::fs::read(path).expect("a file")).collect::<Vec<_>>();
        let before = content();
        for command in [&["migrate", "run"][..], &["import"][..]] {
            let refused = project.run_on(database, command).expect(2);
            assert!(refused.stderr.contains("already exists") && refused.stderr.contains("`resettle migrate record 2024-01-01-000000_first`"), "{}", refused.stderr);
            assert!(!has(database, "c") && !has(database, "__diesel_schema_migrations"), "something was left behind");
        }
        assert!(before == content(), "the file changed");
        let refused = project.run_on(database, &["migrate", "record", "2024-01-03-000000_third"]).expect(2);
        assert!(refused.stderr.contains("it creates the table `c`, which is not in the database"), "{}", refused.stderr);
        assert_eq!(project.run_on(database, &["migrate", "record", "2024-01-01-000000_first"]).expect(0).stdout, "recorded 2024-01-01-000000_first\n");
        let refused = project.run_on(database, &["migrate", "record", "20240101000000"]).expect(2);
        assert!(refused.stderr.contains("is no pending migration"), "{}", refused.stderr);
        project.run_on(database, &["import"]).expect(0);
        assert_eq!(database.rows("SELECT CAST(x AS TEXT) FROM a ORDER BY x"), [[Some("1".to_owned())], [Some("7".to_owned())]]);
        assert_eq!(versions(database), ["20240101000000", "20240103000000"]);
    }
}

#[test]
fn every_test_that_the_documentation_names_exists() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("docs/migrations.md")).expect("docs/migrations.md");
    let named: Vec<(&str, &str)> = text.split('`').skip(1).step_by(2).filter_map(|name| name.split_once("::")).collect();
    assert!(named.len() > 12, "names were not found");
    for (module, name) in named {
        let source = std::fs::read_to_string(root.join(format!("tests/{module}.rs"))).expect("a module");
        assert!(source.contains(&format!("fn {name}(")), "docs/migrations.md names `{module}::{name}`, which does not exist");
    }
}
