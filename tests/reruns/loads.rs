//! Records that go straight into an empty table come to the same as those that are staged first.

use serde_json::{Value, json};

use super::steps::import;
use crate::support::{Database, Project, each_backend};

const RECORDS: u64 = 300;

/// Records of which some share something, are refused by the schema, name nothing, or lack something.
fn record(i: u64) -> Value {
    let mut record =
        json!({"id": i, "slug": format!("slug-{i}"), "name": format!("name {i}"), "org": format!("org-{}", i % 7), "level": i % 90});
    match i {
        10 => record["slug"] = json!("slug-5"),
        20 => record["id"] = json!(15),
        30 => record["level"] = json!(500),
        40 => drop(record.as_object_mut().map(|fields| fields.remove("level"))),
        50 => record["org"] = json!("nowhere"),
        60 => record["slug"] = Value::Null,
        70 => record["org"] = Value::Null,
        // In the organization of the 75th, under its name.
        82 => record["name"] = json!("name 75"),
        90 => record["id"] = Value::Null,
        _ => {}
    }
    record
}

/// A table without rows, beside one that its rows refer to.
fn project(database: &Database, more: &str) -> Project {
    let orgs: Vec<String> = (0..7).map(|n| format!("({n}, 'org-{n}')")).collect();
    database.batch(&format!(
        "CREATE TABLE orgs (id BIGINT NOT NULL PRIMARY KEY, slug TEXT NOT NULL UNIQUE); INSERT INTO orgs VALUES {}; \
         CREATE TABLE things (id BIGINT PRIMARY KEY, slug VARCHAR(12) NOT NULL UNIQUE, name TEXT NOT NULL, org_id BIGINT REFERENCES orgs (id), \
         level BIGINT NOT NULL DEFAULT 7 CHECK (level < 100), UNIQUE (org_id, name)); {more}",
        orgs.join(", ")
    ));
    let project = Project::new();
    project.mapping(
        "things",
        "table = \"things\"\nsource = \"things.ndjson\"\nid = \"id\"\n[columns]\nslug = \"slug\"\nname = \"name\"\nlevel = \"level\"\n\
         org_id = { from = \"org\", references = \"orgs.slug\" }\n",
    );
    project.data("things.ndjson", (1..=RECORDS).map(|i| format!("{}\n", record(i))).collect::<String>());
    project
}

fn rows(database: &Database) -> Vec<Vec<Option<String>>> {
    let columns = ["id", "slug", "name", "org_id", "level"].map(|name| format!("CAST({name} AS TEXT)")).join(", ");
    database.rows(&format!("SELECT {columns} FROM things ORDER BY things.id"))
}

/// How many records the log of an import says were loaded.
fn loaded(project: &Project, database: &Database) -> u64 {
    let output = project.run_on(database, &["import", "-v", "--log-format", "json"]).expect(1);
    let events = output.stderr.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    events.filter(|event| event["message"] == "read").filter_map(|event| event["loaded"].as_u64()).sum()
}

/// Counts, and what was rejected for what.
fn told(report: &Value) -> (Value, Value) {
    let table = &report["tables"][0];
    let counts = ["read", "insert", "update", "unchanged", "duplicate", "kept", "reject"].map(|name| table[name].clone());
    (json!(counts), table["rejects_by_code"].clone())
}

fn forget(database: &Database) {
    database.batch("DELETE FROM things; DELETE FROM resettle_rows; DELETE FROM resettle_hashes; DELETE FROM resettle_settled; DELETE FROM resettle_marks");
}

each_backend! {
    fn loaded_records_come_to_the_same(database: &Database) {
        let project = project(database, "");
        let plan = project.run_on(database, &["plan", "--format", "json"]).expect(1).json();
        let report = import(&project, database, &[], 1);
        assert_eq!(told(&report), told(&plan));
        assert_eq!(report["totals"]["insert"], 293, "{report}");
        let stored = rows(database);
        let again = import(&project, database, &[], 1);
        assert_eq!((&again["totals"]["insert"], &again["totals"]["update"]), (&0.into(), &0.into()));
        project.run_on(database, &["verify"]).expect(1);
        forget(database);
        let staged = import(&project, database, &["--commit-every", "1"], 1);
        assert_eq!((told(&staged), rows(database)), (told(&plan), stored.clone()));
        forget(database);
        // All but those that share, lack or break something, and the earlier ones that they share it with; on PostgreSQL, a few go with the one that is refused.
        let loaded = loaded(&project, database);
        assert!((RECORDS - 75..=RECORDS - 11).contains(&loaded), "{loaded}");
        assert_eq!(rows(database), stored);
    }

    fn a_load_is_taken_back(database: &Database) {
        let project = project(database, "");
        import(&project, database, &[], 1);
        project.run_on(database, &["undo", "last"]).expect(0);
        assert!(rows(database).is_empty());
        assert_eq!(import(&project, database, &[], 1)["totals"]["insert"], 293);
        forget(database);
        project.run_on(database, &["import", "--max-rejects", "0"]).expect(2);
        assert!(rows(database).is_empty());
    }

    /// A value that the column may cut tells nothing of whom it equals.
    fn what_cannot_be_compared_is_not_loaded(database: &Database) {
        let project = project(database, "");
        let long = record(300).to_string().replace("slug-300", "ééééééééé");
        project.data("things.ndjson", (1..300).map(|i| format!("{}\n", record(i))).chain([long]).collect::<String>());
        assert_eq!(loaded(&project, database), 0);
        assert_eq!(rows(database).len(), 293);
    }

    fn tables_with_rows_or_with_more_to_them_are_not_loaded(database: &Database) {
        let mine = "INSERT INTO things (id, slug, name, level) VALUES (1000, 'mine', 'mine', 1)";
        let project = project(database, mine);
        assert_eq!(loaded(&project, database), 0);
        assert_eq!(rows(database).len(), 294);
        forget(database);
        database.batch("CREATE UNIQUE INDEX things_lower ON things (lower(name))");
        assert_eq!(loaded(&project, database), 0);
        assert_eq!(rows(database).len(), 293);
    }
}
