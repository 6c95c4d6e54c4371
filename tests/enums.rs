//! Enum values from the first look at the sources to the imported row.

use crate::support::{Database, Project, each_backend};

const ENUMS: &str = "# reviewed by the platform team
[tool_type]
values = [\"api\", \"database\", \"file_storage\", \"custom\"] # as in the code
fallback = \"custom\"

[tool_type.legacy]
rest = \"api\" # old name

[tool_type_v1]
extends = \"tool_type\"
legacy = { rest = \"database\" }
";

const DATA: &str = "{\"id\":1,\"kind\":\"API\"}
{\"id\":2,\"kind\":\"databse\"}
{\"id\":3,\"kind\":\"quantum\"}
{\"id\":4,\"kind\":\"rest\"}
{\"id\":5,\"kind\":\"databse\"}
";

fn project() -> Project {
    let project = Project::new();
    project.mapping("enums", ENUMS).data("tools.ndjson", DATA).data("old.ndjson", "{\"id\":9,\"kind\":\"rest\"}\n");
    let mapping = |source: &str, list: &str| {
        format!(
            "table = \"tools\"\nsource = \"{source}\"\n[columns]\nid = {{ from = \"id\" }}\nkind = {{ from = \"kind\", enum = \"{list}\" }}\n"
        )
    };
    project.mapping("old", &mapping("old.ndjson", "tool_type_v1")).mapping("tools", &mapping("tools.ndjson", "tool_type"));
    project
}

#[test]
fn an_audit_needs_no_database_and_says_how_each_value_is_reached() {
    let project = project();
    let audit = project.run(&["enums", "audit", "--format", "json"]).expect(0).json();
    let values = |field: &serde_json::Value| {
        let values = field["values"].as_array().expect("values").iter();
        values.map(|v| format!("{} {} -> {} {}", v["count"], v["original"], v["value"], v["how"])).collect::<Vec<_>>()
    };
    let (main, old) = (&audit["tables"][0], &audit["tables"][1]);
    assert_eq!(
        values(&main["fields"][0]),
        [
            "2 \"databse\" -> \"custom\" \"fallback\"",
            "1 \"quantum\" -> \"custom\" \"fallback\"",
            "1 \"rest\" -> \"api\" \"legacy\"",
            "1 \"API\" -> \"api\" \"folded\""
        ]
    );
    assert_eq!(values(&old["fields"][0]), ["1 \"rest\" -> \"database\" \"legacy\""]);
    let seen = &main["fields"][0]["values"][0];
    assert_eq!(seen["suggestions"][0]["value"], "database");
    assert_eq!((&seen["samples"][0]["line"], &seen["samples"][1]["line"]), (&2.into(), &5.into()));
    assert_eq!(main["unused_values"], serde_json::json!(["file_storage"]));
    assert_eq!(audit["totals"]["fallback"], 3);
    project.run(&["enums", "audit", "--fail-on", "unmapped"]).expect(0);
    project.run(&["enums", "audit", "--fail-on", "fallback"]).expect(1);
}

#[test]
fn an_audit_reads_what_it_is_given() {
    let project = project();
    let given = "{\"id\":1,\"kind\":\"Datbase\"}\n";
    let audit = project.run_with_input(&["enums", "audit", "-", "--table", "tools", "--format", "json"], given);
    // Two mappings fill the table, from different sources.
    assert!(audit.expect(2).stderr.contains("2 mappings"));
    std::fs::remove_file(project.path().join("mappings/old.toml")).expect("removed");
    let audit = project.run_with_input(&["enums", "audit", "-", "--format", "json"], given).expect(0).json();
    let value = &audit["tables"][0]["fields"][0]["values"][0];
    assert_eq!((&value["original"], &value["samples"][0]["source"]), (&"Datbase".into(), &"-".into()));
    project.file("other.ndjson", given);
    let audit = project.run(&["enums", "audit", "other.ndjson"]).expect(0);
    assert!(audit.stdout.contains("`Datbase`") && !audit.stdout.contains("databse"), "{}", audit.stdout);
}

#[test]
fn an_audit_is_told_in_every_form() {
    let project = project();
    let markdown = project.run(&["enums", "audit", "--format", "markdown"]).expect(0).stdout;
    let text = project.run(&["enums", "audit"]).expect(0).stdout;
    for form in [&markdown, &text] {
        for part in ["tool_type", "databse", "quantum", "data/tools.ndjson:2", "file_storage", "database"] {
            assert!(form.contains(part), "no `{part}`:\n{form}");
        }
    }
    assert!(markdown.contains("|---"), "{markdown}");
    // A value that is mapped by no spelling and no fallback.
    let strict = ENUMS.replace("fallback = \"custom\"\n", "");
    project.mapping("enums", &strict);
    project.run(&["enums", "audit", "--fail-on", "unmapped"]).expect(1);
}

#[test]
fn suggestions_are_written_for_review() {
    let project = project();
    let told = project.run(&["enums", "audit", "--write"]).expect(0);
    assert!(told.stdout.contains("wrote [tool_type.legacy] `databse` = `database`"), "{}", told.stdout);
    let text = std::fs::read_to_string(project.path().join("mappings/enums.toml")).expect("the file");
    let line = "databse = \"database\"  # suggested: like `database`, 2 records, first at data/tools.ndjson:2:1\n";
    assert_eq!(text, ENUMS.replace("# old name\n", &format!("# old name\n{line}")));
    let again = project.run(&["enums", "audit", "--write", "--format", "json"]).expect(0).json();
    assert_eq!((&again["totals"]["fallback"], &again["written"]), (&1.into(), &serde_json::json!([])));
}

const SQLITE: &str = "CREATE TABLE owners (id INTEGER PRIMARY KEY);
CREATE TABLE tools (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- ours
    owner INTEGER REFERENCES owners (id), parent INTEGER REFERENCES tools (id),
    kind TEXT DEFAULT 'custom' CHECK (length(kind) > 1 AND kind IN ('custom', 'other')), -- (the types)
    loud TEXT GENERATED ALWAYS AS (upper(kind)) STORED
);
CREATE TABLE uses (tool INTEGER NOT NULL REFERENCES tools (id) ON DELETE CASCADE);
CREATE INDEX ix_tools_kind ON tools (kind);
CREATE VIEW v AS SELECT id, kind FROM tools;
CREATE TABLE log (what TEXT);
CREATE TRIGGER tools_log AFTER DELETE ON tools BEGIN INSERT INTO log VALUES ('gone'); END;
CREATE TRIGGER uses_log AFTER INSERT ON uses BEGIN INSERT INTO log SELECT kind FROM tools WHERE id = new.tool; END;
INSERT INTO owners VALUES (7); INSERT INTO tools (id, owner, kind) VALUES (40, 7, 'custom'), (41, 7, 'other');
UPDATE tools SET parent = 40 WHERE id = 41; INSERT INTO uses VALUES (41); DELETE FROM tools WHERE id = 40 AND 0;";

const POSTGRES: &str = "CREATE TYPE \"Kind\" AS ENUM ('custom', 'other');
CREATE TABLE owners (id bigint PRIMARY KEY);
CREATE TABLE tools (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, owner bigint REFERENCES owners (id), kind \"Kind\" DEFAULT 'custom');
CREATE TABLE uses (tool bigint NOT NULL REFERENCES tools (id));
INSERT INTO owners VALUES (7); INSERT INTO tools (id, owner, kind) VALUES (40, 7, 'custom'), (41, 7, 'other'); INSERT INTO uses VALUES (41);";

/// A project with migrations for both databases; the mapping of the old source is left out, one mapping fills the table.
fn with_migrations(postgres: &str) -> Project {
    let project = project();
    std::fs::remove_file(project.path().join("mappings/old.toml")).expect("removed");
    project.migration("sqlite/2024-01-01-000000_tools", SQLITE, "DROP TABLE tools;");
    project.migration("postgres/2024-01-01-000000_tools", postgres, "DROP TABLE tools;");
    project
}

each_backend! {
    fn drift_is_found_and_mended(database: &Database) {
        let project = with_migrations(POSTGRES);
        project.run_on(database, &["migrate", "run"]).expect(0);
        let check = project.run_on(database, &["check"]).expect(2);
        assert!(check.stderr.contains("schema/enum_drift") && check.stderr.contains("enums sync"), "{}", check.stderr);
        assert!(check.stderr.contains("the database allows `other`"), "{}", check.stderr);
        project.run_on(database, &["import"]).expect(2);
        let synced = project.run_on(database, &["enums", "sync", "--name", "more_types"]).expect(0);
        assert!(synced.stdout.starts_with("tools.kind lacked `api`, `database`, `file_storage`\nwrote "), "{}", synced.stdout);
        assert!(project.run_on(database, &["enums", "sync"]).expect(0).stdout.starts_with("the database has every value"));
        project.run_on(database, &["import"]).expect(0);
        let kept = database.rows("SELECT CAST(id AS TEXT), CAST(kind AS TEXT) FROM tools WHERE id > 39 ORDER BY id");
        assert_eq!(kept, [[Some("40".to_owned()), Some("custom".to_owned())], [Some("41".to_owned()), Some("other".to_owned())]]);
        assert_eq!(database.rows("SELECT CAST(COUNT(*) AS TEXT) FROM uses"), [[Some("1".to_owned())]]);
        // What rows have cannot be taken away; nothing changes then.
        project.run_on(database, &["migrate", "revert"]).expect(2);
        project.run_on(database, &["import"]).expect(0);
        database.batch("DELETE FROM tools WHERE id < 10");
        project.run_on(database, &["migrate", "revert"]).expect(0);
        project.run_on(database, &["check"]).expect(2);
        assert_eq!(database.rows("SELECT CAST(kind AS TEXT) FROM tools WHERE id = 41"), [[Some("other".to_owned())]]);
    }

    fn a_migration_can_be_written_without_applying_it(database: &Database) {
        let project = with_migrations(POSTGRES);
        project.run_on(database, &["migrate", "run"]).expect(0);
        project.run_on(database, &["enums", "sync", "--no-apply"]).expect(0);
        assert!(project.run_on(database, &["migrate", "status"]).expect(0).stdout.contains("pending"));
        project.run_on(database, &["enums", "sync", "--no-apply"]).expect(2);
        project.run_on(database, &["import"]).expect(0);
    }
}

each_backend! {
    fn a_spelling_added_later_corrects_what_nobody_else_corrected(database: &Database) {
        let project = project();
        std::fs::remove_file(project.path().join("mappings/old.toml")).expect("removed");
        database.batch("CREATE TABLE tools (id INTEGER PRIMARY KEY, kind TEXT)");
        let kind = |id: u32| database.rows(&format!("SELECT kind FROM tools WHERE id = {id}"))[0][0].clone().unwrap_or_default();
        project.run_on(database, &["import"]).expect(0);
        assert_eq!((kind(2), kind(5)), ("custom".to_owned(), "custom".to_owned()));
        database.batch("UPDATE tools SET kind = 'api' WHERE id = 5");
        project.run(&["enums", "audit", "--write"]).expect(0);
        project.run_on(database, &["import"]).expect(0);
        assert_eq!((kind(2), kind(5)), ("database".to_owned(), "api".to_owned()));
        project.run_on(database, &["import"]).expect(0);
        assert_eq!((kind(2), kind(5)), ("database".to_owned(), "api".to_owned()));
    }
}

#[test]
fn a_rebuilt_table_is_the_table_it_was() {
    let database = Database::sqlite();
    let project = with_migrations(POSTGRES);
    project.run_on(&database, &["migrate", "run"]).expect(0);
    database.batch("INSERT INTO tools (id, kind) VALUES (90, 'other'); DELETE FROM tools WHERE id = 90");
    let objects = || {
        database.rows(
            "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name",
        )
    };
    let before = objects();
    project.run_on(&database, &["enums", "sync"]).expect(0);
    let old = "kind IN ('custom', 'other')";
    let new = "kind IN ('custom', 'other', 'api', 'database', 'file_storage')";
    let after: Vec<_> =
        objects().into_iter().map(|row| row[0].clone().expect("text").replace(new, old).replace("\"tools\"", "tools")).collect();
    assert_eq!(after, before.into_iter().map(|row| row[0].clone().expect("text")).collect::<Vec<_>>());
    // The counter of AUTOINCREMENT, triggers and the cascade work as before.
    database
        .batch("INSERT INTO tools (kind) VALUES ('api'); INSERT INTO uses SELECT MAX(id) FROM tools; DELETE FROM tools WHERE kind = 'api'");
    assert_eq!(
        database.rows("SELECT what FROM log ORDER BY what"),
        [[Some("api".to_owned())], [Some("gone".to_owned())], [Some("gone".to_owned())], [Some("other".to_owned())]]
    );
    assert_eq!(database.rows("SELECT CAST(seq AS TEXT) FROM sqlite_sequence WHERE name = 'tools'"), [[Some("91".to_owned())]]);
    assert_eq!(database.rows("SELECT loud FROM tools WHERE id = 41"), [[Some("OTHER".to_owned())]]);
}

#[test]
fn lists_in_checks_and_domains_grow_on_postgres() {
    let Some(database) = Database::postgres() else { return };
    let column = |kind: &str| format!("CREATE TABLE tools (id bigint PRIMARY KEY, kind {kind});");
    for schema in [
        column("varchar(20) CHECK (kind IN ('custom') OR kind IS NULL)"),
        column("text, CONSTRAINT known CHECK (length(kind) > 1 AND kind = 'custom')"),
        format!("CREATE DOMAIN tool_kind AS text CHECK (VALUE IN ('custom', 'other')); {}", column("tool_kind")),
        format!("CREATE SCHEMA crm; CREATE TYPE crm.kind AS ENUM ('custom'); {}", column("crm.kind")),
    ] {
        database.batch("DROP TABLE IF EXISTS tools; DROP TABLE IF EXISTS __diesel_schema_migrations; DROP DOMAIN IF EXISTS tool_kind");
        let project = with_migrations(&schema);
        project.run_on(&database, &["migrate", "run"]).expect(0);
        project.run_on(&database, &["enums", "sync"]).expect(0);
        project.run_on(&database, &["import"]).expect(0);
        database.batch("DELETE FROM tools; DELETE FROM resettle_rows");
        project.run_on(&database, &["migrate", "revert"]).expect(0);
        project.run_on(&database, &["check"]).expect(2);
    }
}
