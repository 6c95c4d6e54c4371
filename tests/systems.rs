//! The projects of this repository, imported as a whole: what comes of them stands in their own descriptions.
//!
//! **Invariant**: numbers are read from the README beside the data wherever they stand there, so that description and program cannot part.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::case::{counts, import_for_good};
use crate::support::{Database, Project, each_backend};

/// A table of a README: the heading above it, and its rows of cells without code quotes.
struct Listing {
    heading: String,
    rows: Vec<Vec<String>>,
}

/// Reads all tables of a README of this repository.
fn listings(path: &str) -> Vec<Listing> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a README");
    let mut found: Vec<Listing> = Vec::new();
    let (mut heading, mut inside) = (String::new(), false);
    for line in text.lines() {
        if let Some(words) = line.strip_prefix('#') {
            words.trim_start_matches('#').trim().clone_into(&mut heading);
        }
        let Some(cells) = line.strip_prefix('|').and_then(|line| line.trim_end().strip_suffix('|')) else {
            inside = false;
            continue;
        };
        if !std::mem::replace(&mut inside, true) {
            found.push(Listing { heading: heading.clone(), rows: Vec::new() });
        }
        let cells = cells.split('|').map(|cell| cell.trim().trim_matches('`').to_owned()).collect();
        found.last_mut().expect("a table").rows.push(cells);
    }
    found
}

/// The table that begins with these columns.
fn listing<'a>(all: &'a [Listing], columns: &[&str]) -> &'a Listing {
    all.iter().find(|listing| listing.rows[0].starts_with(&columns.map_owned())).unwrap_or_else(|| panic!("no table with {columns:?}"))
}

trait MapOwned {
    fn map_owned(&self) -> Vec<String>;
}

impl MapOwned for [&str] {
    fn map_owned(&self) -> Vec<String> {
        self.iter().map(|text| (*text).to_owned()).collect()
    }
}

fn number(cell: &str) -> u64 {
    cell.parse().unwrap_or_else(|_| panic!("`{cell}` is no number"))
}

/// Rows of a listing by their first cell, the rule below the head left out.
fn rows(listing: &Listing) -> impl Iterator<Item = &Vec<String>> {
    listing.rows.iter().skip(2)
}

/// Holds the report of the agent platform's first import to `data/README.md`.
fn agent_platform_as_described(report: &Value) {
    let described = listings("data/README.md");
    let by_table = rows(listing(&described, &["table", "read", "insert"]));
    let expected: BTreeMap<String, [u64; 7]> = by_table
        .filter(|row| row[0] != "in all")
        .map(|row| (row[0].clone(), [number(&row[1]), number(&row[2]), 0, 0, number(&row[3]), 0, number(&row[4])]))
        .collect();
    assert_eq!(counts(report).into_iter().collect::<BTreeMap<_, _>>(), expected, "counts imported (left) and described (right)");

    let mut codes = BTreeMap::new();
    let by_code = listing(&described, &["code", "organizations"]);
    for row in rows(by_code) {
        for (table, cell) in by_code.rows[0].iter().zip(row).skip(1).filter(|(table, cell)| *table != "in all" && *cell != "0") {
            codes.insert((table.clone(), row[0].clone()), number(cell));
        }
    }
    let mut found = BTreeMap::new();
    for table in report["tables"].as_array().expect("tables") {
        for (code, count) in table["rejects_by_code"].as_object().expect("codes") {
            found.insert((text(table, "table"), code.clone()), count.as_u64().expect("a count"));
        }
    }
    assert_eq!(found, codes, "rejects by code found (left) and described (right)");
    assert_eq!(rejects_found(report), rejects_described(&described), "rejects found (left) and described (right)");
}

/// Table, source, line, record, code and column of each reject. A key's columns are not told as a column.
type RejectAt = (String, String, String, String, String);

fn rejects_found(report: &Value) -> BTreeSet<RejectAt> {
    let rejects = report["rejects"].as_array().expect("rejects").iter();
    let at = |reject: &Value| {
        let source = text(reject, "source");
        let source = source.strip_prefix("data/").unwrap_or(&source).to_owned();
        (text(reject, "table"), source, reject["line"].to_string(), reject["index"].to_string(), text(reject, "code"))
    };
    rejects.map(at).collect()
}

fn rejects_described(described: &[Listing]) -> BTreeSet<RejectAt> {
    let tables = described.iter().filter(|listing| listing.rows[0].starts_with(&["source", "line", "record"].map_owned()));
    let records = tables.flat_map(|listing| rows(listing).map(|row| (listing.heading.clone(), row)));
    let rejects = records.filter(|(_, row)| row[4] != "duplicate");
    let index = |cell: &str| cell.split(',').next().unwrap_or_default().to_owned();
    rejects.map(|(table, row)| (table, row[0].clone(), row[1].clone(), index(&row[2]), row[4].clone())).collect()
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_else(|| panic!("no `{name}` in {value}")).to_owned()
}

/// Holds the stored rows to the counts of values in `data/README.md`.
fn values_as_described(database: &Database) {
    let described = listings("data/README.md");
    for row in rows(listing(&described, &["column", "counts"])) {
        let (table, column) = row[0].split_once('.').expect("a table and a column");
        for cell in row[1].replace('`', "").split(", ") {
            let (value, count) = cell.rsplit_once(' ').expect("a value and a count");
            let condition = match value {
                "NULL" => format!("{column} IS NULL"),
                "a value" => format!("{column} IS NOT NULL"),
                "true" | "false" => format!("{column} = {value}"),
                _ => format!("{column} = '{value}'"),
            };
            let found = database.rows(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {table} WHERE {condition}"));
            assert_eq!(found, [[Some(count.to_owned())]], "rows of {table} where {condition}");
        }
    }
}

/// The lines about imports that find something to do. Each release is imported twice here, so what is said of a second import holds already.
fn first_imports(listing: &Listing) -> impl Iterator<Item = &Vec<String>> {
    rows(listing).take_while(|row| !row[0].ends_with("again"))
}

/// Imports a release of an example for good.
fn release(project: &Project, database: &Database, name: &str, ending: &str) -> Value {
    let path = project.path().join(format!("data/{name}.{ending}"));
    import_for_good(project, database, &[path.to_str().expect("a path")], &format!("release {name}"))
}

/// The counts that a line describes: read, insert, update, unchanged, reject.
fn numbers(cells: &[String]) -> [u64; 7] {
    [number(&cells[0]), number(&cells[1]), number(&cells[2]), number(&cells[3]), 0, 0, number(&cells[4])]
}

each_backend! {
    fn agent_platform(database: &Database) {
        let project = Project::copy_of(".");
        project.run_on(database, &["migrate", "run"]).expect(0);
        let report = import_for_good(&project, database, &[], "the agent platform");
        agent_platform_as_described(&report);
        values_as_described(database);
    }

    fn agent_platform_takes_one_command(database: &Database) {
        let project = Project::copy_of(".");
        let output = project.run_on(database, &["import"]).expect(1);
        assert!(output.stdout.contains("590 inserted"), "{}", output.stdout);
        assert_eq!(output.stderr, "");
    }

    fn icons(database: &Database) {
        let project = Project::copy_of("examples/icons");
        project.run_on(database, &["migrate", "run"]).expect(0);
        let described = listings("examples/icons/README.md");
        for row in first_imports(listing(&described, &["import", "read", "insert"])) {
            let report = release(&project, database, &row[0], "json");
            assert_eq!(counts(&report), [("icons".to_owned(), numbers(&row[1..6]))], "release {}", row[0]);
            assert_eq!(database.dump("icons").len() as u64, number(&row[6]), "rows after release {}", row[0]);
        }
        let last = project.run_on(database, &["import", "--format", "json"]).expect(0).json();
        assert_eq!(counts(&last), [("icons".to_owned(), [3296, 0, 0, 3296, 0, 0, 0])], "the mapping's own source, imported before");
    }

    fn emoji(database: &Database) {
        let project = Project::copy_of("examples/emoji");
        project.run_on(database, &["migrate", "run"]).expect(0);
        let described = listings("examples/emoji/README.md");
        let rows: Vec<_> = first_imports(listing(&described, &["import", "table", "read"])).collect();
        for tables in rows.chunks(2) {
            let report = release(&project, database, &tables[0][0], "json.gz");
            let expected: Vec<_> = tables.iter().map(|row| (row[1].clone(), numbers(&row[2..7]))).collect();
            assert_eq!(counts(&report), expected, "release {}", tables[0][0]);
        }
    }
}
