//! Runs a case: a folder with a schema, mappings, one or more exports of the sources, and the snapshot of what comes of them.
//!
//! ```text
//! schema.sql                or schema.sqlite.sql and schema.postgres.sql; one of these alone makes a case of that backend
//! mappings/                 as in a project; mappings2/ takes its place from the second export on
//! data/ data2/ data3/       the exports; each takes the place of the one before
//! before.sql before2.sql    optional: run before that export, as if by another hand; also per backend
//! expected.txt              what comes of it, on both backends
//! expected.sqlite.txt       and expected.postgres.txt, only where the two cannot be the same
//! ```
//!
//! Every export is planned, rehearsed, imported, and imported again. `RESETTLE_BLESS=1` writes `expected.txt`; `RESETTLE_BLESS=both` writes one file a
//! backend, for the cases that need it.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Database, Project, on_each_backend};

pub(crate) const COUNTS: [&str; 7] = ["read", "insert", "update", "unchanged", "duplicate", "kept", "reject"];

/// Runs the case of this name on both backends and compares it with its snapshot.
pub(crate) fn check(name: &str) {
    let folder = folder_of_cases().join(name);
    let bless = std::env::var("RESETTLE_BLESS").unwrap_or_default();
    let mut found: Vec<(&str, String)> = Vec::new();
    on_each_backend(|database| found.extend(run(&folder, database).map(|text| (database.name(), text))));
    match bless.as_str() {
        "" | "0" => found.iter().for_each(|(backend, text)| compare(&folder, backend, text)),
        _ => write_expected(&folder, &found, bless == "both" || folder.join("expected.sqlite.txt").exists()),
    }
    assert!(
        ["schema.sql", "schema.sqlite.sql", "schema.postgres.sql"].iter().any(|name| folder.join(name).exists()),
        "{name} has no schema.sql"
    );
}

/// Returns the folder of all cases.
pub(crate) fn folder_of_cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// Runs all exports and returns the snapshot; `None` where the case is about the other backend alone.
fn run(folder: &Path, database: &Database) -> Option<String> {
    let project = Project::new();
    database.batch(&script(folder, "schema", database)?);
    let mut snapshot = String::new();
    for number in 1.. {
        let suffix = if number == 1 { String::new() } else { number.to_string() };
        let before = script(folder, &format!("before{suffix}"), database);
        let folders = ["data", "mappings"].map(|name| (name, folder.join(format!("{name}{suffix}"))));
        if number > 1 && before.is_none() && !folders.iter().any(|(_, path)| path.exists()) {
            break;
        }
        for (name, path) in folders.iter().filter(|(_, path)| path.exists()) {
            project.replace(name, path);
        }
        if let Some(sql) = before {
            database.batch(&sql);
        }
        let report = import_for_good(&project, database, &[], &format!("{}, export {number} on {}", folder.display(), database.name()));
        let _ = write!(snapshot, "export {number}\n\n{}\n{}\n", described(&report), database.dump_all());
    }
    Some(snapshot.trim_end().to_owned() + "\n")
}

/// Reads `<name>.<backend>.sql`, else `<name>.sql`.
fn script(folder: &Path, name: &str, database: &Database) -> Option<String> {
    let own = folder.join(format!("{name}.{}.sql", database.name()));
    fs::read_to_string(own).or_else(|_| fs::read_to_string(folder.join(format!("{name}.sql")))).ok()
}

/// Plans, rehearses, imports and imports again with these arguments, and returns the report of the import.
///
/// All four come to the same, the plan and the second import write nothing, and the rehearsal leaves nothing.
pub(crate) fn import_for_good(project: &Project, database: &Database, arguments: &[&str], place: &str) -> Value {
    let run = |command: &[&str]| asked(project, database, &[command, arguments].concat());
    let plan = planned(&run, database, place);
    let rehearsal = rehearsed(&run, database, place);
    let report = run(&["import", "--allow-older"]);
    for (name, other) in [("plan", &plan), ("rehearsal", &rehearsal)] {
        assert_eq!(counts(other), counts(&report), "{place}: counts of the {name} (left) and of the import (right)");
        assert_eq!(rejects(other), rejects(&report), "{place}: rejects of the {name} (left) and of the import (right)");
    }
    again(&run, database, place, &report);
    report
}

/// A plan writes nothing at all, ledger included: not one byte on SQLite.
fn planned(run: &dyn Fn(&[&str]) -> Value, database: &Database, place: &str) -> Value {
    let state = || -> Vec<_> {
        let files = database.files().into_iter().map(|path| format!("{} {:?}", path.display(), fs::read(&path).expect("read")));
        let tables = if database.files().is_empty() { database.all_tables() } else { Vec::new() };
        let versions = tables.into_iter().map(|table| format!("{table} {:?}", database.row_versions(&table)));
        files.chain(versions).chain(database.sequences()).collect()
    };
    let before = state();
    let plan = run(&["plan"]);
    assert!(before == state(), "{place}: the plan wrote to the database");
    plan
}

/// A rehearsal takes back what it wrote.
fn rehearsed(run: &dyn Fn(&[&str]) -> Value, database: &Database, place: &str) -> Value {
    let state = || (database.all_tables(), database.sequences(), database.dump_all());
    let before = state();
    let rehearsal = run(&["plan", "--rehearse"]);
    assert_eq!(state(), before, "{place}: what the rehearsal left (left) and found (right)");
    rehearsal
}

/// The second import of the same finds everything done, rejects the same, and writes no row, not even with what it has.
fn again(run: &dyn Fn(&[&str]) -> Value, database: &Database, place: &str, first: &Value) {
    let (rows, sequences) = (database.dump_all(), database.sequences());
    let watch = database.watch();
    let second = run(&["import", "--allow-older"]);
    let writes = watch.writes();
    assert!(writes.is_empty(), "{place}: the second import wrote rows:\n{}", writes.join("\n"));
    assert_eq!(database.sequences(), sequences, "{place}: sequences after the second import (left) and after the first (right)");
    assert_eq!(database.dump_all(), rows, "{place}: rows after the second import (left) and after the first (right)");
    assert_eq!(rejects(&second), rejects(first), "{place}: rejects of the second import (left) and of the first (right)");
    for (table, counts) in counts(&second) {
        assert_eq!((counts[1], counts[2]), (0, 0), "{place}: rows of `{table}` inserted and updated by the second import");
    }
    let read = |report| counts(report).into_iter().map(|(table, counts)| (table, counts[0], counts[6])).collect::<Vec<_>>();
    assert_eq!(read(&second), read(first), "{place}: records read and rejected by the second import (left) and by the first (right)");
}

/// Runs a command, checks what holds for every report, and returns it.
fn asked(project: &Project, database: &Database, arguments: &[&str]) -> Value {
    let output = project.run_on(database, &[arguments, &["--format", "json"]].concat());
    let report = output.json();
    let rejected = counts(&report).iter().any(|(_, counts)| counts[6] > 0);
    let output = output.expect(i32::from(rejected));
    for (table, counts) in counts(&report) {
        assert_eq!(
            counts[0],
            counts[1..].iter().sum::<u64>(),
            "{}: outcomes of `{table}` against records read\n{}",
            output.arguments,
            output.stdout
        );
    }
    assert_eq!(rejects(&report).len() as u64, counts(&report).iter().map(|(_, counts)| counts[6]).sum::<u64>(), "rejects told and counted");
    report
}

/// Returns the counts of each table: read, insert, update, unchanged, duplicate, kept, reject.
pub(crate) fn counts(report: &Value) -> Vec<(String, [u64; 7])> {
    let number = |table: &Value, name: &str| table[name].as_u64().unwrap_or_else(|| panic!("table without `{name}`: {table}"));
    let tables = report["tables"].as_array().unwrap_or_else(|| panic!("report without tables: {report}"));
    tables.iter().map(|table| (title(table), COUNTS.map(|name| number(table, name)))).collect()
}

/// Names the table, and the mapping where it is called otherwise.
fn title(table: &Value) -> String {
    match (text(table, "table"), text(table, "mapping")) {
        (table, mapping) if table == mapping => table,
        (table, mapping) => format!("{table} by {mapping}"),
    }
}

/// Returns one line a reject, in the order of the report: origin, table, legacy id, code, field and value, and what it is about.
fn rejects(report: &Value) -> Vec<String> {
    let place = |at: &Value| format!("{}:{} record {}", text(at, "source"), at["line"], at["index"]);
    let line = |reject: &Value| {
        let mut line = format!("{} of {}", place(reject), title(reject));
        for name in ["legacy_id", "code", "field", "value"] {
            if !reject[name].is_null() {
                let _ = write!(line, ", {name} {}", text(reject, name));
            }
        }
        for name in ["other", "root"] {
            if !reject[name].is_null() {
                let _ = write!(line, ", {name} {}", place(&reject[name]));
            }
        }
        line
    };
    report["rejects"].as_array().map(|rejects| rejects.iter().map(line).collect()).unwrap_or_default()
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().map_or_else(|| value[name].to_string(), str::to_owned)
}

/// Describes a report without what changes from run to run.
fn described(report: &Value) -> String {
    let mut text_of_all = String::new();
    for (table, (title, counts)) in report["tables"].as_array().into_iter().flatten().zip(counts(report)) {
        let outcomes = COUNTS.iter().zip(counts).skip(1).filter(|(_, count)| *count > 0).map(|(name, count)| format!("{name} {count}"));
        let outcomes = outcomes.collect::<Vec<_>>().join(" + ");
        let _ = writeln!(text_of_all, "{title}: read {}{}{outcomes}", counts[0], if outcomes.is_empty() { "" } else { " = " });
        for used in table["enums"].as_array().into_iter().flatten() {
            let [column, original, value, reached] = ["column", "original", "value", "reached"].map(|name| text(used, name));
            let _ = writeln!(text_of_all, "  {column}: {original:?} is {value} by {reached}, {} times", used["count"]);
        }
        for (field, count) in table["unmapped"].as_object().into_iter().flatten() {
            let _ = writeln!(text_of_all, "  nobody mapped {field:?}, {count} times");
        }
    }
    for reject in rejects(report) {
        let _ = writeln!(text_of_all, "rejected: {reject}");
    }
    text_of_all
}

fn compare(folder: &Path, backend: &str, found: &str) {
    let own = folder.join(format!("expected.{backend}.txt"));
    let path = if own.exists() { own } else { folder.join("expected.txt") };
    let expected = fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!("cannot read {}: {error}; write it with RESETTLE_BLESS=1. Found on {backend}:\n{found}", path.display());
    });
    assert!(expected == found, "{backend} against {} (- expected, + found):\n{}", path.display(), difference(&expected, found));
}

fn write_expected(folder: &Path, found: &[(&str, String)], both: bool) {
    let [(_, first), .., (_, last)] = found else {
        let [(backend, text)] = found else { return };
        assert!(
            folder.join(format!("schema.{backend}.sql")).exists() && !folder.join("schema.sql").exists(),
            "snapshots are written from both backends"
        );
        return fs::write(folder.join("expected.txt"), text).expect("written");
    };
    let same = first == last;
    let difference = || difference(first, last);
    assert!(same || both, "{} is not the same on sqlite (-) and postgres (+):\n{}", folder.display(), difference());
    for name in ["expected.txt", "expected.sqlite.txt", "expected.postgres.txt"] {
        let _ = fs::remove_file(folder.join(name));
    }
    if same {
        return fs::write(folder.join("expected.txt"), first).expect("written");
    }
    for (backend, text) in found {
        fs::write(folder.join(format!("expected.{backend}.txt")), text).expect("written");
    }
}

/// Returns all lines, those of one side only with a sign: what lies between the longest common beginning and end.
pub(crate) fn difference(left: &str, right: &str) -> String {
    let (left, right): (Vec<_>, Vec<_>) = (left.lines().collect(), right.lines().collect());
    let before = left.iter().zip(&right).take_while(|(a, b)| a == b).count();
    let rest = left.len().min(right.len()) - before;
    let after = left.iter().rev().zip(right.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let signed = |sign: &'static str, lines: &[&str]| lines.iter().map(|line| format!("{sign} {line}")).collect::<Vec<_>>();
    let (left_end, right_end) = (left.len() - after, right.len() - after);
    let parts = [
        signed(" ", &left[..before]),
        signed("-", &left[before..left_end]),
        signed("+", &right[before..right_end]),
        signed(" ", &left[left_end..]),
    ];
    parts.concat().join("\n")
}

#[test]
fn differences_are_shown_in_place() {
    assert_eq!(difference("a\nb\nc\n", "a\nd\nc\n"), "  a\n- b\n+ d\n  c");
    assert_eq!(difference("a\na\n", "a\n"), "  a\n- a");
}
