//! What holds from one run to the next: locks, edits between runs, history, runs that are taken back, and what a killed run leaves.

mod conflicts;
mod divided;
mod edits;
pub(crate) mod faults;
mod hashed;
mod history;
mod loads;
mod locks;
mod missing;
mod older;
mod rejects;
mod renamed;
mod restart;
mod settings;
mod standing;
mod steps;
mod storage;
mod undo;

use std::process::Child;

use crate::support::{Database, Project};

/// A project with two tables, the second one referring to the first, made by migrations.
pub(crate) fn shop() -> Project {
    let project = Project::new();
    let types = "CREATE TABLE makers (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, city TEXT, rank INTEGER);
        CREATE TABLE parts (id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, maker_id INTEGER REFERENCES makers (id), note TEXT, price NUMERIC(10, 2));";
    project.migration("2024-01-01-000000_shop", types, "DROP TABLE parts; DROP TABLE makers;");
    project.mapping("enums", "[kind]\nvalues = [\"screw\", \"nut\", \"custom\"]\nfallback = \"custom\"\n");
    project.mapping(
        "makers",
        "table = \"makers\"\nsource = \"makers.ndjson\"\nid = \"id\"\n[columns]\nname = \"name\"\ncity = \"city\"\nrank = \"rank\"\n",
    );
    project.mapping(
        "parts",
        "table = \"parts\"\nsource = \"parts.ndjson\"\nid = \"id\"\n[columns]\ncode = \"code\"\nkind = { from = \"kind\", enum = \"kind\" }\n\
         maker_id = { from = \"maker\", references = \"makers\" }\nnote = \"note\"\nprice = \"price\"\n",
    );
    project
}

/// Fills the sources of [`shop`] with so many parts.
pub(crate) fn stock(project: &Project, parts: usize) {
    let makers: String = (1..=5).map(|i| format!("{{\"id\":{i},\"name\":\"maker {i}\",\"city\":\"city {i}\",\"rank\":{i}}}\n")).collect();
    let part = |i: usize| {
        format!("{{\"id\":\"p{i}\",\"code\":\"c{i}\",\"kind\":\"screw\",\"maker\":{},\"note\":\"note {i}\",\"price\":{i}.5}}\n", i % 5 + 1)
    };
    project.data("makers.ndjson", makers).data("parts.ndjson", (0..parts).map(part).collect::<String>());
}

/// The single text that a query gives.
fn one(database: &Database, sql: &str) -> String {
    database.rows(sql).into_iter().flatten().flatten().next().unwrap_or_default()
}

/// Waits for replicas that import at once, told to report as JSON: all of them succeed, one inserts this many rows, and the others find nothing to do.
pub(crate) fn one_of_them_works(replicas: Vec<Child>, rows: u64) {
    let mut written = Vec::new();
    for replica in replicas {
        let output = replica.wait_with_output().expect("the binary ends");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a report");
        written.push(["insert", "update"].map(|name| report["totals"][name].as_u64().expect("a count")));
    }
    written.sort_unstable();
    assert_eq!(written.pop(), Some([rows, 0]));
    assert!(written.iter().all(|others| *others == [0, 0]), "{written:?}");
}

/// All rows of all tables.
fn content(database: &Database) -> Vec<String> {
    database.tables().iter().flat_map(|table| database.dump(table)).collect()
}

/// What the ledger knows of rows, without the runs that wrote it.
fn memory(database: &Database) -> Vec<Vec<Option<String>>> {
    let mut all = database.rows("SELECT target_table, namespace, legacy_id, row_key FROM resettle_rows ORDER BY 1, 2, 3");
    all.extend(database.rows(
        "SELECT target_table, row_key, CAST(record AS TEXT), CAST(raw AS TEXT), CAST(cells AS TEXT) FROM resettle_hashes ORDER BY 1, 2",
    ));
    all
}
