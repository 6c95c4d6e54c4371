//! Logs: what they tell, in which form, and what never stands in them.

use serde_json::Value;

use crate::support::{Database, Project, each_backend};

const SECRET: &str = "hunter2-of-the-data";

/// A project with a migration, a good record with a secret in it, and a bad one.
fn project() -> Project {
    let project = Project::new();
    let table = "CREATE TABLE people (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL UNIQUE)";
    project.migration("2024-01-01-000000_people", table, "DROP TABLE people");
    project.mapping("people", "table = \"people\"\nsource = \"people.json\"\nid = \"id\"\n\n[columns]\nname = \"name\"\n");
    project.data("people.json", format!("[{{\"id\": 1, \"name\": \"{SECRET}\"}}, {{\"id\": 2, \"name\": \"{SECRET}\"}}, {{\"id\": 3}}]"));
    project
}

fn events(stderr: &str) -> Vec<Value> {
    stderr.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("no JSON: {error}\n{line}"))).collect()
}

each_backend! {
    fn a_log_tells_of_stages_and_tables(database: &Database) {
        let project = project();
        let output = project.run_on(database, &["import", "-v", "--log-format", "json"]).expect(1);
        let events = events(&output.stderr);
        let said = |message: &str, key: &str, value: &str| {
            assert!(events.iter().any(|e| e["message"] == message && e[key] == value && e["level"] == "INFO"), "{message} {key} {value} in\n{}", output.stderr);
        };
        said("applied", "migration", "2024-01-01-000000_people");
        for stage in ["read", "resolve", "write"] {
            said("begins", "stage", stage);
            said("ends", "stage", stage);
        }
        said("read", "table", "people");
        said("wrote", "table", "people");
        let outcomes = events.iter().find(|e| e["message"] == "outcomes").expect("outcomes");
        assert_eq!((&outcomes["read"], &outcomes["insert"], &outcomes["reject"]), (&3.into(), &1.into(), &1.into()));
        assert!(events.iter().all(|e| e["message"] != "statement"), "{}", output.stderr);
    }

    fn no_value_is_logged(database: &Database) {
        let project = project();
        let arguments = |form: &'static str| ["import", "-vv", "--log-format", form];
        for form in ["json", "text"] {
            let output = project.run_on(database, &arguments(form)).expect(1);
            assert!(!output.stderr.contains(SECRET), "{}", output.stderr);
            assert!(output.stderr.contains("INSERT INTO"), "{}", output.stderr);
        }
        let output = project.run_on(database, &arguments("json")).expect(1);
        let statements: Vec<Value> = events(&output.stderr).into_iter().filter(|e| e["message"] == "statement").collect();
        assert!(statements.len() > 20, "{}", output.stderr);
        for statement in &statements {
            assert!(statement["sql"].is_string() && statement["seconds"].is_f64() && statement["rows"].is_u64(), "{statement}");
        }
        assert!(statements.iter().any(|s| s["sql"].as_str().is_some_and(|sql| sql.starts_with("append to ")) && s["rows"] == 3));
    }

    fn errors_are_json_too(database: &Database) {
        let project = project();
        project.run_on(database, &["import"]).expect(1);
        project.mapping("people", "table = \"people\"\nsource = \"people.json\"\nid = \"id\"\n\n[columns]\nnam = \"name\"\n");
        let output = project.run_on(database, &["import", "--log-format", "json"]).expect(2);
        let events = events(&output.stderr);
        assert!(events.iter().all(|e| e["level"] == "ERROR"), "{}", output.stderr);
        assert!(events.iter().any(|e| e["code"] == "schema/drift" && e["column"] == "nam"), "{}", output.stderr);
    }

    fn nothing_is_logged_unasked(database: &Database) {
        let project = project();
        for form in ["text", "json"] {
            let output = project.run_on(database, &["import", "--log-format", form]).expect(1);
            assert_eq!(output.stderr, "");
        }
    }
}

#[test]
fn passwords_are_not_logged() {
    let project = project();
    for form in ["text", "json"] {
        let output = project.run(&["import", "-vv", "--log-format", form, "--to", "postgres://u:s3cr3t@127.0.0.1:1/db"]).expect(2);
        assert!(!output.stderr.contains("s3cr3t"), "{}", output.stderr);
    }
    let Some(database) = Database::postgres() else { return };
    let (scheme, rest) = database.url().split_once("://").expect("an address");
    let (credentials, place) = rest.split_once('@').expect("credentials");
    let (user, password) = credentials.split_once(':').unwrap_or((credentials, "s3cr3t"));
    let address = format!("{scheme}://{user}:{password}@{place}");
    let output = project.run(&["import", "-vv", "--log-format", "json", "--to", &address]).expect(1);
    assert!(!output.stderr.contains(password) && output.stderr.contains("***"), "{}", output.stderr);
}

#[test]
fn what_is_named_in_a_log_controls_no_terminal() {
    let database = Database::sqlite();
    let project = Project::new();
    database.batch("CREATE TABLE \"t\u{1b}[31m\" (id INTEGER PRIMARY KEY)");
    project.mapping("t", "table = \"t\\u001b[31m\"\nsource = \"t.json\"\nid = \"id\"\n").data("t.json", "[{\"id\": 1}]");
    let output = project.run_on(&database, &["import", "-vv"]).expect(0);
    assert!(output.stderr.contains("t\\u{1b}[31m") || output.stderr.contains("x1b"), "{}", output.stderr);
    assert!(!output.stderr.contains('\u{1b}'), "{}", output.stderr);
}
