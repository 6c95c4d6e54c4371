//! The binary as a user meets it: exit codes, what goes where, and what is said about mistakes.

use serde_json::Value;

use crate::support::{Database, Output, Project, each_backend};

const SCHEMA: &str = "CREATE TABLE tools (id INTEGER PRIMARY KEY, slug VARCHAR(20) NOT NULL UNIQUE)";
const MAPPING: &str = "table = \"tools\"\nsource = \"tools.json\"\nid = \"id\"\n\n[columns]\nslug = \"slug\"\n";
const GOOD: &str = "[{\"id\": 1, \"slug\": \"saw\"}, {\"id\": 2, \"slug\": \"axe\"}]";
/// The second record is bad.
const MIXED: &str = "[\n  {\"id\": 1, \"slug\": \"saw\"},\n  {\"id\": 2, \"slug\": null, \"note\": \"ä \\u00e4 1.10\"},\n  {\"id\": 3, \"slug\": \"file\"}\n]\n";

fn project(data: &str) -> Project {
    let project = Project::new();
    project.mapping("tools", MAPPING).data("tools.json", data);
    project
}

/// The lines of a file of rejects.
fn rejects(project: &Project, name: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(project.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

/// Fails unless a run ended with 2, said this on stderr and nothing on stdout, and left the tables empty.
#[track_caller]
fn refused(database: &Database, output: Output, says: &[&str]) {
    let output = output.expect(2);
    assert_eq!(output.stdout, "", "stdout of `resettle {}`", output.arguments);
    assert!(output.stderr.starts_with("error: "), "stderr of `resettle {}`:\n{}", output.arguments, output.stderr);
    for part in says {
        assert!(output.stderr.contains(part), "`{part}` is not in what `resettle {}` said:\n{}", output.arguments, output.stderr);
    }
    for table in database.tables() {
        assert_eq!(database.dump(&table), Vec::<String>::new(), "rows of {table} after `resettle {}`", output.arguments);
    }
}

each_backend! {
    fn exit_codes(database: &Database) {
        database.batch(SCHEMA);
        let project = project(GOOD);
        let silent = |arguments: &[&str], code: i32| {
            let output = project.run_on(database, arguments).expect(code);
            assert_eq!(output.stderr, "", "stderr of `resettle {}`", output.arguments);
            assert_ne!(output.stdout, "", "stdout of `resettle {}`", output.arguments);
        };
        silent(&["check"], 0);
        silent(&["plan"], 0);
        silent(&["plan", "--check"], 3);
        silent(&["plan", "--rehearse", "--check"], 3);
        silent(&["import"], 0);
        silent(&["import"], 0);
        silent(&["plan", "--check"], 0);
        project.data("tools.json", MIXED);
        silent(&["plan", "--check"], 3);
        silent(&["plan"], 1);
        silent(&["import"], 1);
        silent(&["plan", "--check"], 1);
        silent(&["import", "--format", "json"], 1);
        project.run_on(database, &["import", "--table", "nothing"]).expect(2);
    }

    fn rejects_file(database: &Database) {
        database.batch(SCHEMA);
        let project = project(MIXED);
        project.run_on(database, &["import"]).expect(1);
        let lines = rejects(&project, "rejects.ndjson");
        assert_eq!(lines.len(), 1, "{lines:?}");
        let byte = MIXED.find("{\"id\": 2").expect("the record");
        let expected = serde_json::json!({
            "table": "tools", "source": "data/tools.json", "line": 3, "byte": byte, "index": 1, "legacy_id": "2",
            "code": "value/missing", "field": "slug", "column": "slug",
        });
        for (name, value) in expected.as_object().expect("an object") {
            assert_eq!(&lines[0][name], value, "`{name}` of {}", lines[0]);
        }
        let text = std::fs::read_to_string(project.path().join("rejects.ndjson")).expect("the file");
        assert!(text.contains(r#""record":{"id": 2, "slug": null, "note": "ä \u00e4 1.10"}"#), "the record is not as in its source:\n{text}");

        project.run_on(database, &["import", "--rejects", "elsewhere.ndjson"]).expect(1);
        assert_eq!(rejects(&project, "elsewhere.ndjson").len(), 1);
        project.data("tools.json", GOOD).run_on(database, &["import"]).expect(0);
        assert!(!project.path().join("rejects.ndjson").exists(), "rejects of an earlier run are still there");
    }

    /// What resolution rejects has its raw record too, read again from a source that cannot be read twice.
    fn rejects_of_resolution(database: &Database) {
        database.batch("CREATE TABLE tools (id INTEGER PRIMARY KEY, slug VARCHAR(20) NOT NULL UNIQUE, title TEXT)");
        let project = project("[]");
        project.mapping("tools", &format!("{MAPPING}title = \"title\"\n"));
        let input = "{\"id\": 1, \"slug\": \"saw\"}\n{\"id\": 2,   \"slug\": \"saw\", \"title\": \"x\", \"x\": [1.0]}\n";
        let output = project.run_with_input(&["--to", database.url(), "import", "-"], input).expect(1);
        assert!(output.stdout.contains("key/duplicate_in_input"), "{}", output.stdout);
        let lines = rejects(&project, "rejects.ndjson");
        let found = ["source", "line", "code"].map(|name| lines[0][name].to_string());
        assert_eq!(found, ["\"-\"", "2", "\"key/duplicate_in_input\""]);
        assert_eq!(lines[0]["record"].to_string(), "{\"id\":2,\"slug\":\"saw\",\"title\":\"x\",\"x\":[1.0]}");
        assert_eq!(lines[0]["other"]["line"], 1);
    }

    fn too_many_rejects(database: &Database) {
        database.batch(SCHEMA);
        let project = project(MIXED);
        for allowed in ["0", "0%", "33%"] {
            let output = project.run_on(database, &["import", "--max-rejects", allowed, "--format", "json"]).expect(2);
            let report = output.json();
            assert_eq!((&report["taken_back"], &report["run"]), (&Value::Bool(true), &Value::Null));
            assert_eq!(report["totals"]["reject"], 1);
            assert!(output.stderr.contains("1 of 3 records are rejected"), "{}", output.stderr);
            assert_eq!(database.dump("tools"), Vec::<String>::new(), "--max-rejects {allowed}");
            assert_eq!(rejects(&project, "rejects.ndjson").len(), 1);
        }
        refused(database, project.run_on(database, &["import", "--max-rejects", "many"]), &["--max-rejects many", "0.5%"]);
        project.run_on(database, &["import", "--max-rejects", "34%"]).expect(1);
        assert_eq!(database.dump("tools").len(), 2);
        project.run_on(database, &["import", "--max-rejects", "1"]).expect(1);
    }

    fn without_ledger(database: &Database) {
        database.batch(SCHEMA);
        let project = project(GOOD);
        project.run_on(database, &["import", "--no-ledger"]).expect(0);
        assert_eq!(database.all_tables(), ["tools"]);
        let again = project.run_on(database, &["import", "--no-ledger", "--format", "json"]).expect(0).json();
        assert_eq!(again["totals"]["unchanged"], 2);
        assert_eq!(database.all_tables(), ["tools"]);
        project.run_on(database, &["import"]).expect(0);
        assert!(database.all_tables().len() > 1, "an import with ledger made none");
    }

    fn migrations(database: &Database) {
        let project = project(GOOD);
        project.migration("2024-01-01-000000_tools", SCHEMA, "DROP TABLE tools");
        let status = |expected: &str| {
            let output = project.run_on(database, &["migrate", "status"]).expect(0);
            assert_eq!(output.stdout, format!("{expected} 2024-01-01-000000_tools\n"));
        };
        let pending = ["1 migration pending", "2024-01-01-000000_tools", "resettle migrate run"];
        refused(database, project.run_on(database, &["import", "--no-migrate"]), &pending);
        assert_eq!(database.tables(), Vec::<String>::new());
        status("pending");
        project.run_on(database, &["import"]).expect(0);
        assert_eq!(database.dump("tools").len(), 2);
        status("applied");
        project.run_on(database, &["import", "--no-migrate"]).expect(0);
        let output = project.run_on(database, &["migrate", "run"]).expect(0);
        assert_eq!((output.stdout.as_str(), output.stderr.as_str()), ("nothing to apply\n", ""));
        project.run_on(database, &["migrate", "revert"]).expect(0);
        assert_eq!(database.tables(), Vec::<String>::new());
        status("pending");
    }

    /// A plan does not apply migrations: it cannot say what would come of tables that are not there.
    fn plan_with_pending_migrations(database: &Database) {
        database.batch("CREATE TABLE other (id INTEGER PRIMARY KEY)");
        let project = project(GOOD);
        project.migration("2024-01-01-000000_tools", SCHEMA, "DROP TABLE tools");
        for arguments in [&["plan"][..], &["plan", "--rehearse"], &["plan", "--check"]] {
            refused(database, project.run_on(database, arguments), &["1 migration pending"]);
            assert_eq!(database.tables(), ["other"]);
        }
    }

    fn schema_does_not_fit(database: &Database) {
        database.batch(SCHEMA);
        let project = project(GOOD);
        let says = |mapping: &str, parts: &[&str]| {
            project.mapping("tools", mapping);
            for command in ["import", "plan"] {
                refused(database, project.run_on(database, &[command]), parts);
            }
        };
        says(&MAPPING.replace("\"tools\"", "\"toolz\""), &["schema/drift", "mappings/tools.toml:1", "`toolz`", "did you mean `tools`?"]);
        says(&MAPPING.replace("slug = ", "slugg = "), &["mappings/tools.toml:6", "`slugg`", "did you mean `slug`?", "ALTER TABLE"]);
        says("table = \"tools\"\nsource = \"tools.json\"\nid = \"id\"\n", &["`slug` is NOT NULL without default"]);
        database.batch("ALTER TABLE tools ADD COLUMN rank VARCHAR(2)");
        says(&format!("{MAPPING}rank = {{ from = \"rank\", default = \"too long\" }}\n"), &["mappings/tools.toml", "`rank`", "at most 2 characters"]);
    }

    /// What could not be found again by the next run is not imported by this one.
    fn rows_without_address(database: &Database) {
        database.batch("CREATE TABLE log (line TEXT)");
        let project = project(GOOD);
        project.mapping("tools", "table = \"log\"\nsource = \"tools.json\"\n\n[columns]\nline = \"slug\"\n");
        refused(database, project.run_on(database, &["import"]), &["schema/unsupported_key", "`log` has no primary key"]);
    }

    /// Rules look at the whole input of a table, so it cannot come in two parts.
    fn two_mappings_of_one_table(database: &Database) {
        database.batch(SCHEMA);
        let project = project(GOOD);
        project.mapping("archive", MAPPING);
        refused(database, project.run_on(database, &["import"]), &["archive", "tools"]);
        project.run_on(database, &["import", "--table", "archive"]).expect(0);
    }

    fn mistakes_in_words(database: &Database) {
        database.batch(SCHEMA);
        let project = project(GOOD);
        refused(database, project.run_on(database, &["import", "--table", "tolls"]), &["`tolls`", "tools"]);
        refused(database, project.run_on(database, &["import", "data/tool.json"]), &["data/tool.json"]);
        refused(database, project.run_on(database, &["import", "--format", "xml"]), &["xml", "text, json"]);
        refused(database, project.run_on(database, &["imprt"]), &["imprt", "import"]);
        let mistakes = [
            ("tabel = \"tools\"\n", ["mappings/tools.toml:1:1", "unknown key `tabel`", "did you mean `table`?"]),
            ("table = \"tools\"\nsource = \"tools.json\"\n[columns]\nslug = { form = \"slug\" }\n", ["mappings/tools.toml:4", "`form`", "did you mean `from`?"]),
            ("table = \"tools\"\nsource = \"tools.json\"\nformat = \"ndjsn\"\n", ["mappings/tools.toml:3", "`ndjsn`", "ndjson"]),
            ("table = \"tools\n", ["mappings/tools.toml:1", "tools.toml", ""]),
        ];
        for (mapping, parts) in mistakes {
            project.mapping("tools", mapping);
            refused(database, project.run_on(database, &["import"]), &parts);
        }
        project.mapping("tools", MAPPING).data("tools.json", GOOD);
        std::fs::remove_file(project.path().join("data/tools.json")).expect("removed");
        refused(database, project.run_on(database, &["import"]), &["`tools.json` matches no file"]);
    }
}

#[test]
fn no_project_and_no_database() {
    let project = Project::new();
    let output = project.run(&["import"]).expect(2);
    assert!(output.stderr.contains("there are no mapping files in"), "{}", output.stderr);
    project.mapping("tools", MAPPING).data("tools.json", GOOD);
    let output = project.run(&["--to", "sqlite:none.db", "plan"]).expect(2);
    assert!(output.stderr.contains("does not exist yet"), "{}", output.stderr);
    assert!(!project.path().join("none.db").exists());
    let output = project.run(&["--to", "mysql://localhost/x", "plan"]).expect(2);
    assert!(output.stderr.contains("names no known database"), "{}", output.stderr);
}

#[test]
fn passwords_are_never_printed() {
    let project = project(GOOD);
    let addresses = [
        "postgres://u:s3cr3t@127.0.0.1:1/db",
        "postgres://u:s3c%72%33t@127.0.0.1:1/db",
        "postgres://u@127.0.0.1:1/db?password=s3cr3t",
        "postgres://u:s3cr3t@127.0.0.1:1/db?sslmode=nonsense",
        "postgres://u:s3cr3t@127.0.0.1:99999/db",
        "postgres://u:s3cr3t@[::1/db",
        "mysql://u:s3cr3t@127.0.0.1:1/db",
        "u:s3cr3t@127.0.0.1:1/db",
    ];
    for address in addresses {
        for command in [&["import"][..], &["plan"], &["check"], &["migrate", "status"]] {
            let output = project.migration("1_a", "SELECT 1", "").run(&[&["--to", address], command].concat()).expect(2);
            let said = output.stdout + &output.stderr;
            assert!(!said.contains("s3c") && !said.contains("r3t"), "`resettle {}` said:\n{said}", output.arguments);
            assert!(said.contains("***"), "`resettle {}` does not name its target:\n{said}", output.arguments);
        }
    }
}

/// Where a run went well, the password of its target is not in the reports either.
#[test]
fn passwords_are_not_in_reports() {
    let Some(database) = Database::postgres() else { return };
    database.batch(SCHEMA);
    let project = project(GOOD);
    let (scheme, rest) = database.url().split_once("://").expect("an address");
    let (credentials, place) = rest.split_once('@').expect("credentials");
    let (user, password) = credentials.split_once(':').unwrap_or((credentials, "s3cr3t"));
    let address = format!("{scheme}://{user}:{password}@{place}");
    for arguments in [&["plan"][..], &["import"], &["import", "--format", "json"], &["check"]] {
        let output = project.run(&[&["--to", &address], arguments].concat()).expect(0);
        assert!(!output.stdout.contains(password) && output.stderr.is_empty(), "{output:?}");
    }
    let stored: Vec<String> = database.all_tables().iter().flat_map(|table| database.dump(table)).collect();
    assert!(!stored.join("\n").contains(password), "the password is in the database");
}

each_backend! {
    fn the_catalog_is_told_as_json(database: &Database) {
        database.batch("CREATE TABLE kinds (id INTEGER PRIMARY KEY, kind VARCHAR(9) NOT NULL DEFAULT 'a' CONSTRAINT kind_list CHECK (kind IN ('a', 'b')))");
        database.batch("CREATE TABLE things (id INTEGER PRIMARY KEY, kind_id INTEGER REFERENCES kinds (id) ON DELETE CASCADE, name TEXT)");
        database.batch("CREATE UNIQUE INDEX uq_name ON things (lower(name), kind_id) WHERE name <> ''");
        let catalog = Project::new().run_on(database, &["schema", "catalog"]).expect(0).json();
        assert_eq!((&catalog["format"], &catalog["backend"]), (&1.into(), &database.name().into()));
        let (kinds, things) = (&catalog["tables"][0], &catalog["tables"][1]);
        assert_eq!(kinds["columns"][1]["allowed"], serde_json::json!({"source": "check", "name": "kind_list", "values": ["a", "b"]}));
        assert_eq!((&kinds["columns"][1]["nullable"], &things["columns"][2]["nullable"]), (&false.into(), &true.into()));
        assert_eq!(things["foreign_keys"][0]["parent_table"], "kinds");
        assert_eq!(things["foreign_keys"][0]["on_delete"], "CASCADE");
        let key = things["keys"].as_array().expect("keys").iter().find(|key| key["key"] == "uq_name").expect("the index");
        assert_eq!(key["parts"][1], serde_json::json!({"column": "kind_id"}));
        assert!(key["parts"][0]["expression"].as_str().is_some_and(|sql| sql.contains("lower")) && key["predicate"].is_string(), "{key}");
    }
}

#[test]
fn schemas_are_printed_as_published() {
    let project = Project::new();
    for name in ["report", "mapping", "enums", "project"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("schemas/{name}.schema.json"));
        assert_eq!(project.run(&["schema", name]).expect(0).stdout, std::fs::read_to_string(path).expect("the schema"));
    }
    let output = project.run(&["schema", "catalog"]).expect(2);
    assert!(output.stderr.contains("does not exist yet"), "{}", output.stderr);
}

#[test]
fn completions_know_every_command() {
    let project = Project::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = project.run(&["completions", shell]).expect(0).stdout;
        for word in ["import", "verify", "completions", "max-rejects"] {
            assert!(script.contains(word), "`{word}` is not in the script for {shell}");
        }
    }
    let script = project.run(&["completions", "bash"]).expect(0).stdout;
    project.file("resettle.bash", script);
    let probe = "source resettle.bash; COMP_WORDS=(resettle ver); COMP_CWORD=1; _resettle resettle ver resettle; echo \"${COMPREPLY[@]}\"";
    let output = std::process::Command::new("bash").args(["-c", probe]).current_dir(project.path()).output().expect("bash");
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "verify", "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn help_names_every_command() {
    let project = Project::new();
    let help = project.run(&["--help"]).expect(0);
    for command in ["import", "plan", "check", "migrate"] {
        assert!(help.stdout.lines().any(|line| line.trim_start().starts_with(command)), "`{command}` is not in:\n{}", help.stdout);
        let own = project.run(&[command, "--help"]).expect(0);
        assert!(own.stdout.contains("Usage: resettle") && own.stderr.is_empty(), "{own:?}");
    }
    assert!(help.stdout.contains("Exit codes:"), "{}", help.stdout);
}
