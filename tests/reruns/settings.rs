//! The same database under other settings: what is stored did not change, so nothing did.

use resettle::catalog::BackendKind;
use serde_json::Value;

use super::steps::import;
use crate::support::{Database, Project, each_backend};

/// Settings of a database that change how values are read, printed, found or planned, or how long a statement may take.
const SETTINGS: [&str; 20] = [
    "TimeZone = 'Asia/Kolkata'",
    "DateStyle = 'German'",
    "DateStyle = 'SQL, MDY'",
    "IntervalStyle = 'iso_8601'",
    "bytea_output = 'escape'",
    "extra_float_digits = -15",
    "search_path = other, public",
    "search_path = public, other",
    "standard_conforming_strings = off",
    "backslash_quote = off",
    "quote_all_identifiers = on",
    "array_nulls = off",
    "transform_null_equals = on",
    "default_transaction_isolation = 'serializable'",
    "default_transaction_deferrable = on",
    "client_encoding = 'latin1'",
    "xmloption = 'document'",
    "enable_seqscan = off",
    "statement_timeout = 1",
    "idle_in_transaction_session_timeout = 200",
];

const COLUMNS: [&str; 14] = ["b", "raw", "n", "f8", "t", "c", "d", "tm", "ts", "tz", "iv", "j", "k", "u"];

/// A project of one table that has a column of nearly every type.
fn values(database: &Database) -> Project {
    let types = match database.kind() {
        BackendKind::Sqlite => {
            "b BOOLEAN, raw BLOB, n NUMERIC, f8 REAL, t TEXT, c CHAR(8), d DATE, tm TIME, ts TIMESTAMP, tz TEXT, iv TEXT, j JSON, k JSON, u UUID"
        }
        BackendKind::Postgres => {
            "b BOOLEAN, raw BYTEA, n NUMERIC(12, 3), f8 DOUBLE PRECISION, t TEXT, c CHAR(8), d DATE, tm TIME, ts TIMESTAMP, tz TIMESTAMPTZ, iv INTERVAL, j JSON, k JSONB, u UUID"
        }
    };
    database.batch(&format!("CREATE TABLE things (id BIGINT PRIMARY KEY, {types})"));
    let project = Project::new();
    let columns: String = COLUMNS.iter().map(|name| format!("{name} = \"{name}\"\n")).collect();
    project.mapping("things", &format!("table = \"things\"\nsource = \"things.ndjson\"\nid = \"id\"\n[columns]\n{columns}"));
    let record = |i: u32| {
        format!(
            "{{\"id\":{i},\"b\":true,\"raw\":\"q83v\",\"n\":\"{i}.125\",\"f8\":{},\"t\":\"Ünï \\\\ {i}\",\"c\":\"ab\",\"d\":\"2024-02-03\",\"tm\":\"12:34:56.789\",\"ts\":\"2024-03-31T02:30:00\",\
             \"tz\":\"2024-03-31T02:30:00+02:00\",\"iv\":\"1 day 02:03:04\",\"j\":{{\"b\":[1.50,null]}},\"k\":{{\"b\":1,\"a\":\"é\"}},\"u\":\"00000000-0000-0000-0000-0000000000{i:02}\"}}\n",
            f64::from(i) / 3.0
        )
    };
    project.data("things.ndjson", (1..=30).map(record).collect::<String>());
    project
}

/// Unchanged, kept, and what was edited.
fn told(report: &Value) -> (u64, u64, Value) {
    let table = &report["tables"][0];
    (table["unchanged"].as_u64().expect("a count"), table["kept"].as_u64().expect("a count"), table["edits"].clone())
}

/// Ways to make the same database another one.
fn others(database: &Database) -> Vec<String> {
    match database.kind() {
        BackendKind::Sqlite => [
            "VACUUM",
            "PRAGMA page_size = 8192; VACUUM",
            "PRAGMA journal_mode = WAL",
            "PRAGMA journal_mode = DELETE",
            "REINDEX; ANALYZE",
            "PRAGMA auto_vacuum = FULL; VACUUM",
        ]
        .map(str::to_owned)
        .to_vec(),
        BackendKind::Postgres => {
            let name = database.rows("SELECT current_database()::text").remove(0).remove(0).expect("a name");
            database.batch("CREATE SCHEMA IF NOT EXISTS other");
            SETTINGS.iter().map(|setting| format!("ALTER DATABASE {name} RESET ALL; ALTER DATABASE {name} SET {setting}")).collect()
        }
    }
}

each_backend! {
    fn nothing_changes_under_other_settings(database: &Database) {
        let project = values(database);
        import(&project, database, &[], 0);
        for other in others(database) {
            database.batch(&other);
            touch(database);
            let report = import(&project, database, &[], 0);
            assert_eq!(told(&report), (30, 0, serde_json::json!([])), "{other}");
        }
        database.batch("UPDATE things SET tz = '2020-01-01 00:00:00+00' WHERE id = 7");
        for other in others(database).iter().take(6) {
            database.batch(other);
            touch(database);
            let report = import(&project, database, &[], 0);
            let (unchanged, kept, edits) = told(&report);
            assert_eq!((unchanged, kept, &edits[0]["column"], &edits[0]["kept"]), (29, 1, &"tz".into(), &1.into()), "{other}: {edits}");
        }
    }

    /// The timeouts of a role are for its application: a source may take its time.
    fn a_slow_source_is_waited_for(database: &Database) {
        let project = values(database);
        if database.kind() == BackendKind::Postgres {
            database.batch(&others(database).pop().expect("a setting"));
        }
        let text = std::fs::read_to_string(project.path().join("data/things.ndjson")).expect("the source");
        let mut run = project.start_with_input(database, &["import", "-"]);
        let mut input = run.stdin.take().expect("a pipe");
        let (first, second) = text.split_at(text.len() / 2);
        for part in [first, second] {
            std::io::Write::write_all(&mut input, part.as_bytes()).expect("read");
            std::thread::sleep(std::time::Duration::from_millis(700));
        }
        drop(input);
        let output = run.wait_with_output().expect("ended");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Writes to a row what it has, so that every record is looked at.
fn touch(database: &Database) {
    let mine = if database.kind() == BackendKind::Postgres { "SET statement_timeout = 0; " } else { "" };
    database.batch(&format!("{mine}UPDATE things SET t = t || '' WHERE id = 1"));
}
