//! The schema check as a user meets it: what is wrong stops a run before the first write, and says what helps.

use resettle::catalog::BackendKind;

use crate::support::{Database, Project, each_backend};

fn project(mapping: &str) -> Project {
    let project = Project::new();
    project.data("t.json", "[{\"id\": 1, \"a\": \"x\", \"level\": \"high\"}]");
    project.mapping("t", &format!("table = \"t\"\nsource = \"t.json\"\n{mapping}"));
    project
}

/// Runs `check` and `import`, both of which must refuse with all of these texts.
#[track_caller]
fn refuses(project: &Project, database: &Database, texts: &[&str]) {
    for command in ["check", "import"] {
        let refused = project.run_on(database, &[command]).expect(2);
        for text in texts {
            assert!(refused.stderr.contains(text), "`{command}` on {} does not say `{text}`:\n{}", database.name(), refused.stderr);
        }
    }
}

each_backend! {
    fn a_column_that_a_recorded_migration_added_and_somebody_dropped(database: &Database) {
        let project = project("[columns]\nid = \"id\"\nlevel = \"level\"\n");
        project.migration("2024-01-01-000000_t", "CREATE TABLE t (id INTEGER PRIMARY KEY);", "DROP TABLE t;");
        project.migration("2024-02-01-000000_level", "ALTER TABLE t ADD COLUMN level TEXT;", "ALTER TABLE t DROP COLUMN level;");
        project.run_on(database, &["migrate", "run"]).expect(0);
        database.batch("ALTER TABLE t DROP COLUMN level");
        refuses(&project, database, &[
            "the column `level` is not in the table `t`",
            "ALTER TABLE \"t\" ADD COLUMN \"level\" TEXT;",
            "recorded as applied, and speaking of it: `2024-02-01-000000_level`; the database was changed by other means since",
        ]);
        database.batch("DROP TABLE t");
        refuses(&project, database, &["the table `t` is not in the database", "speaking of it: `2024-01-01-000000_t`, `2024-02-01-000000_level`"]);
    }

    fn words_of_sql_are_names_like_others(database: &Database) {
        let project = project("[columns]\n\"order\" = \"id\"\n\"select\" = \"a\"\n\"group by\" = \"level\"\n");
        database.batch("CREATE TABLE t (\"order\" INTEGER PRIMARY KEY, \"select\" TEXT, \"group by\" TEXT, CONSTRAINT \"unique\" UNIQUE (\"select\"))");
        project.run_on(database, &["import"]).expect(0);
        project.run_on(database, &["import"]).expect(0);
        assert_eq!(database.rows("SELECT CAST(\"order\" AS TEXT), \"select\", \"group by\" FROM t"), [["1", "x", "high"].map(|text| Some(text.to_owned()))]);
    }

    fn index_names_are_held_to_their_convention(database: &Database) {
        let project = project("[columns]\nid = \"id\"\na = \"a\"\n");
        project.mapping("project", "index_names = \"ix_{table}_{column}\"\n");
        database.batch("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE, b TEXT); CREATE INDEX ix_t_a ON t (a); CREATE INDEX ix_t_a_b_partly ON t (a, b) WHERE b > ''; CREATE INDEX t_b ON t (b); CREATE INDEX low ON t (lower(b));");
        let check = project.run_on(database, &["check"]).expect(0);
        assert_eq!(check.stderr.matches("is not called as").count(), 1, "{}", check.stderr);
        let help = match database.kind() {
            BackendKind::Postgres => "ALTER INDEX \"t_b\" RENAME TO \"ix_t_b\";",
            BackendKind::Sqlite => "drop \"t_b\" and create it again as \"ix_t_b\"",
        };
        assert!(check.stderr.contains("expected `ix_t_b`") && check.stderr.contains(help), "{}", check.stderr);
    }

    fn enum_tables_are_lookups_for_any_column(database: &Database) {
        let project = project("[columns]\nid = \"id\"\nlevel = { from = \"level\", enum = \"level\" }\n");
        project.mapping("enums", "[level]\nvalues = [\"1\", \"2\"]\n[level.legacy]\nhigh = \"2\"\nlow = \"1\"\n");
        database.batch("CREATE TABLE t (id INTEGER PRIMARY KEY, level INTEGER NOT NULL)");
        project.run_on(database, &["import"]).expect(0);
        assert_eq!(database.rows("SELECT CAST(level AS TEXT) FROM t"), [[Some("2".to_owned())]]);
        project.mapping("enums", "[level]\nvalues = [\"1\", \"two\"]\n[level.legacy]\nhigh = \"two\"\n");
        refuses(&project, database, &["column `level`: the value `two` of its enum table cannot be stored"]);
    }

    fn what_cannot_be_written_is_said_before_anything_is(database: &Database) {
        let project = project("identity = [\"a\"]\n[columns]\na = \"a\"\nc = \"level\"\n");
        database.batch("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT NOT NULL, c TEXT GENERATED ALWAYS AS (a || 'x') STORED)");
        refuses(&project, database, &["CREATE UNIQUE INDEX", "the column `b` is NOT NULL without default", "the column `c` is computed by the database"]);
    }
}

each_backend! {
    fn what_can_change_a_row_is_warned_of(database: &Database) {
        let project = project("[columns]\nid = \"id\"\na = \"a\"\n");
        database.batch("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)");
        database.batch(match database.kind() {
            BackendKind::Sqlite => "CREATE TRIGGER loud BEFORE INSERT ON t BEGIN SELECT 1; END",
            BackendKind::Postgres => {
                "CREATE FUNCTION loud() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; \
                 CREATE TRIGGER loud BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION loud()"
            }
        });
        for command in ["check", "import"] {
            let said = project.run_on(database, &[command]).expect(0);
            let text = format!("{}{}", said.stdout, said.stderr);
            assert!(text.contains("the trigger `loud` of the table `t` can change what is written"), "{command}: {text}");
        }
    }

    fn what_cannot_hold_a_value_is_said_before_anything_is_written(database: &Database) {
        let project = project("[columns]\nid = \"id\"\na = { from = \"a\", on_update = \"merge\" }\n");
        database.batch("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER)");
        refuses(&project, database, &["t.toml:", "`a`", "merge"]);
        project.mapping("t", "table = \"t\"\nsource = \"t.json\"\n[columns]\nid = \"id\"\na = { from = \"a\", default = \"x\" }\n");
        refuses(&project, database, &["column `a`: the mapping gives it", "found the string `x`, expected an integer"]);
        project.mapping("t", "table = \"u\"\nsource = \"t.json\"\n[columns]\nid = \"id\"\n");
        refuses(&project, database, &["the table `u` is not in the database"]);
        project.mapping("t", "table = \"t\"\nsource = \"t.json\"\n[columns]\nid = \"id\"\nab = \"a\"\n");
        refuses(&project, database, &["the column `ab` is not in the table `t`", "ADD COLUMN"]);
        assert!(database.rows("SELECT CAST(id AS TEXT) FROM t").is_empty());
    }
}

#[test]
fn numbers_that_the_database_insists_on_are_left_to_it() {
    let Some(database) = Database::postgres() else { return };
    let project = project("[columns]\nid = \"id\"\na = \"a\"\n");
    database.batch("CREATE TABLE t (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a TEXT UNIQUE)");
    refuses(&project, &database, &["GENERATED ALWAYS", "`id`"]);
}

#[test]
fn missing_privileges_are_found_before_the_first_write() {
    let Some(database) = Database::postgres() else { return };
    let role = format!("enums_role_{}", std::process::id());
    let project = project("[columns]\nid = \"id\"\na = \"a\"\n");
    database.batch(&format!(
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC; CREATE TABLE t (id bigint PRIMARY KEY, a text); CREATE ROLE {role} LOGIN PASSWORD 'of-a-test'; GRANT SELECT ON t TO {role};"
    ));
    let restricted = database.url_of(&role, "of-a-test");
    let run = |arguments: &[&str]| project.run(&[&["--to", &restricted], arguments].concat());
    let refused = run(&["import"]).expect(2);
    for text in
        ["INSERT, UPDATE rows of `t`", &format!("GRANT INSERT, UPDATE ON \"t\" TO \"{role}\";"), "--no-ledger", "GRANT CREATE ON SCHEMA"]
    {
        assert!(refused.stderr.contains(text), "{}", refused.stderr);
    }
    run(&["plan"]).expect(0);
    database.batch(&format!("GRANT INSERT, UPDATE ON t TO {role}"));
    run(&["import", "--no-ledger"]).expect(0);
    database.batch(&format!("DROP OWNED BY {role}; DROP ROLE {role};"));
}
