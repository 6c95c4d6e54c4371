//! What the ledger remembers of loaded rows, whose hashes are made on their way, is what it remembers of the same rows when the database makes them.

use resettle::catalog::BackendKind;
use serde_json::{Value, json};

use super::steps::import;
use crate::support::{Database, Project, each_backend};

/// Enough for PostgreSQL to make the keys of a new ledger afterwards.
const RECORDS: u64 = 1_500;

const COLUMNS: [(&str, &str); 13] = [
    ("note", "VARCHAR(40)"),
    ("words", "TEXT"),
    ("small", "SMALLINT"),
    ("flag", "BOOLEAN"),
    ("ident", "UUID"),
    ("day", "DATE"),
    ("clock", "TIME"),
    ("at", "TIMESTAMP"),
    ("zoned", "TIMESTAMPTZ"),
    ("amount", "NUMERIC(12, 3)"),
    ("free", "NUMERIC"),
    ("document", "JSONB"),
    ("plain", "JSON"),
];

fn record(i: u64) -> Value {
    let mut record = json!({
        "id": i,
        // Some may be cut, and some look like numbers.
        "note": match i % 5 { 0 => "ä".repeat(30), 1 => format!("{i}"), 2 => "it's, \"so\" ".to_owned(), 3 => String::new(), _ => format!("note {i}") },
        "words": format!("tab\tline\nslash\\ {i} 😀"),
        "small": i64::try_from(i % 300).unwrap_or_default() - 150,
        "flag": i.is_multiple_of(3),
        "ident": format!("{i:08x}-89AB-4def-8123-456789abcdef"),
        "day": format!("{:04}-02-{:02}", 1 + i * 6, i % 28 + 1),
        "clock": format!("{:02}:59:07.{:06}", i % 24, i * 10),
        "at": format!("20{:02}-01-02T03:04:05.{:03}", i % 100, i % 1000),
        "zoned": format!("20{:02}-12-31T23:04:05+0{}:30", i % 100, i % 10),
        "amount": format!("{}.{:02}", i, i % 100),
        "free": match i % 4 { 0 => "0.50".to_owned(), 1 => format!("-{i}"), 2 => "1.5e3".to_owned(), _ => "98765.4321".to_owned() },
        "document": {"zz": [1, 2.50, {"b": null, "a": "x\u{1}\"y"}], "a": {"é": i, "": true}, "much": 1e3},
        "plain": {"b": [], "a": format!("{i}")},
    });
    if let Some((name, _)) = COLUMNS.get(usize::try_from(i % 20).unwrap_or_default()) {
        record[name] = Value::Null;
    }
    record
}

fn project(database: &Database) -> Project {
    let columns: Vec<String> = COLUMNS.iter().map(|(name, of)| format!("{name} {of}")).collect();
    database.batch(&format!(
        "CREATE TABLE things (id BIGINT NOT NULL PRIMARY KEY, {}, org BIGINT REFERENCES orgs (id), nowhere TEXT)",
        columns.join(", ")
    ));
    let project = Project::new();
    let columns: String = COLUMNS.iter().map(|(name, _)| format!("{name} = \"{name}\"\n")).collect();
    project.mapping(
        "things",
        &format!(
            "table = \"things\"\nsource = \"things.ndjson\"\nid = \"id\"\n[columns]\n{columns}org = {{ from = \"org\", references = \"orgs.slug\" }}\n"
        ),
    );
    let line = |i: u64| {
        let mut record = record(i);
        record["org"] = if i.is_multiple_of(7) { Value::Null } else { json!(format!("org-{}", i % 3)) };
        // One names nothing, and two are the same.
        if i == 50 {
            record["org"] = json!("nowhere");
        }
        if i == 60 {
            record["id"] = json!(59);
        }
        format!("{record}\n")
    };
    project.data("things.ndjson", (1..=RECORDS).map(line).collect::<String>());
    project
}

fn orgs(database: &Database) {
    database.batch("CREATE TABLE orgs (id BIGINT NOT NULL PRIMARY KEY, slug TEXT NOT NULL UNIQUE); INSERT INTO orgs VALUES (0, 'org-0'), (10, 'org-1'), (20, 'org-2')");
}

/// All that the ledger knows of the rows, the run apart.
fn remembered(database: &Database) -> Vec<Vec<Option<String>>> {
    let text = |names: &[&str]| names.iter().map(|name| format!("CAST({name} AS TEXT)")).collect::<Vec<_>>().join(", ");
    let mut all =
        database.rows(&format!("SELECT {} FROM resettle_hashes ORDER BY 2", text(&["target_table", "row_key", "record", "raw", "cells"])));
    all.extend(
        database.rows(&format!(
            "SELECT {} FROM resettle_rows ORDER BY 3",
            text(&["target_table", "namespace", "legacy_id", "row_key", "record"])
        )),
    );
    all
}

fn forget(database: &Database) {
    database.batch("DELETE FROM things; DELETE FROM resettle_rows; DELETE FROM resettle_hashes; DELETE FROM resettle_settled; DELETE FROM resettle_marks");
}

/// What the log of an import says of reading: records, and how many were loaded.
fn read(project: &Project, database: &Database) -> Vec<(u64, u64)> {
    let output = project.run_on(database, &["import", "-v", "--log-format", "json"]);
    let events = output.stderr.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    events
        .filter(|event| event["message"] == "read")
        .filter_map(|event| Some((event["records"].as_u64()?, event["loaded"].as_u64()?)))
        .collect()
}

each_backend! {
    fn hashes_made_on_the_way_are_those_of_what_is_stored(database: &Database) {
        orgs(database);
        let project = project(database);
        let told = read(&project, database);
        assert!(told.len() == 1 && told[0].0 == RECORDS && told[0].1 > RECORDS - 10, "{told:?} were loaded");
        let known = remembered(database);
        assert!(known.len() as u64 > 2 * RECORDS - 10, "{}", known.len());
        // In steps, the database makes them of what it stores.
        forget(database);
        import(&project, database, &["--commit-every", "400"], 1);
        let (made, mut told) = (remembered(database), known.iter());
        assert_eq!(made.len(), known.len());
        for row in &made {
            assert_eq!(Some(row), told.next());
        }
        // And in a ledger that was there before.
        forget(database);
        read(&project, database);
        assert_eq!(remembered(database), known);
    }

    /// The next run adds up what the rows are, and compares it with what was added up on the way.
    fn what_was_loaded_is_known_again(database: &Database) {
        orgs(database);
        let project = project(database);
        let lines: String = (1..=RECORDS).filter(|i| ![50, 60].contains(i)).map(|i| format!("{}\n", record(i))).collect();
        project.data("things.ndjson", lines);
        let all = RECORDS - 2;
        assert_eq!(read(&project, database), [(all, all)]);
        // The file is another one now, so the rows are looked at.
        database.batch("CREATE TABLE another (id BIGINT)");
        assert_eq!(read(&project, database), [], "nothing has changed, so nothing is read");
        database.batch("UPDATE things SET words = 'edited' WHERE id = 77");
        assert_eq!(read(&project, database), [(all, 0)]);
    }

    /// Entries of long keys, in no order, go to temporary files; some records share something with ones far away, and are taken out again.
    fn entries_that_do_not_fit_into_memory_are_remembered(database: &Database) {
        const MANY: u64 = 24_000;
        database.batch("CREATE TABLE things (id VARCHAR(500) NOT NULL PRIMARY KEY, words VARCHAR(500) NOT NULL UNIQUE)");
        let project = Project::new();
        project.mapping("things", "table = \"things\"\nsource = \"things.ndjson\"\nid = \"id\"\n[columns]\nwords = \"words\"\n");
        let line = |i: u64| {
            let id = |i: u64| format!("{:016x}{}", i.wrapping_mul(0x9e37_79b9_7f4a_7c15), "k".repeat(400));
            let id = id(if i == 20_000 { 5 } else { i });
            format!("{}\n", json!({"id": id, "words": format!("words {}", if i == 23_999 { 7 } else { i })}))
        };
        project.data("things.ndjson", (0..MANY).map(line).collect::<String>());
        let told = read(&project, database);
        assert!(told.len() == 1 && told[0].0 == MANY && (MANY - 50..MANY - 3).contains(&told[0].1), "{told:?} were loaded");
        let known = remembered(database);
        assert!((2 * MANY - 8..2 * MANY).contains(&(known.len() as u64)), "{}", known.len());
        database.batch("CREATE TABLE another (id BIGINT)");
        let again = import(&project, database, &[], 1);
        assert_eq!((&again["totals"]["insert"], &again["totals"]["update"]), (&json!(0), &json!(0)), "{again}");
        forget(database);
        import(&project, database, &["--commit-every", "20000"], 1);
        assert!(remembered(database) == known, "the same is remembered of staged records");
    }

    fn a_new_ledger_has_its_keys(database: &Database) {
        orgs(database);
        let project = project(database);
        read(&project, database);
        for (table, columns) in [("resettle_rows", "target_table, namespace, legacy_id"), ("resettle_hashes", "target_table, row_key")] {
            let keys = match database.kind() {
                BackendKind::Postgres => format!(
                    "SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = '{table}'::regclass AND contype = 'p'"
                ),
                BackendKind::Sqlite => format!("SELECT '{table}_pkey PRIMARY KEY (' || group_concat(name, ', ') || ')' FROM (SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk)"),
            };
            assert_eq!(database.rows(&keys), [vec![Some(format!("{table}_pkey PRIMARY KEY ({columns})"))]]);
        }
    }
}
