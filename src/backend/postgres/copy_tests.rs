//! Rows in the binary format of COPY against the same in the text format; needs a server.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::copy_binary::fits;
use super::hash_tests::{CASES, COLUMNS, ROWS, push, values};
use super::tests::server;
use crate::backend::printed::Printed;
use crate::backend::statement::Statement;
use crate::backend::{Access, AppendTarget, Head, Session};
use crate::catalog::DataType;
use crate::record::{Batch, Cell, Span};

fn data_type(name: &str) -> DataType {
    match name {
        "smallint" => DataType::Int { bits: 16 },
        "bigint" => DataType::Int { bits: 64 },
        "boolean" => DataType::Bool,
        "uuid" => DataType::Uuid,
        "date" => DataType::Date,
        "time" => DataType::Time,
        "timestamp" => DataType::Timestamp,
        "timestamptz" => DataType::TimestampTz,
        "json" => DataType::Json,
        "jsonb" => DataType::Jsonb,
        "bytea" => DataType::Bytes,
        _ => DataType::Text { max_chars: None },
    }
}

/// Fills a table with all columns whose binary form is known, in one of the formats; returns its rows as text.
fn filled(session: &mut dyn Session, batch: &Batch, to: &AppendTarget) -> Vec<Vec<Option<String>>> {
    session.batch("TRUNCATE pg_temp.copied").expect("emptied");
    session.append(to, batch).expect("appended");
    let columns: Vec<String> = to.columns.iter().map(|name| format!("CAST({name} AS text)")).collect();
    // In the order in which they were written.
    session.rows(&Statement::new(format!("SELECT {} FROM pg_temp.copied ORDER BY ctid", columns.join(", ")))).expect("rows")
}

#[test]
fn both_formats_store_the_same() {
    let Some(mut session) = server(Access::ReadWrite) else { return };
    let known: Vec<usize> = (0..COLUMNS.len()).filter(|i| !matches!(COLUMNS[*i].1, Printed::Numeric(_))).collect();
    let columns: Vec<String> = known.iter().map(|i| format!("c{i} {}", COLUMNS[*i].0)).collect();
    session.batch(&format!("CREATE TEMP TABLE copied ({})", columns.join(", "))).expect("created");
    let mut to = AppendTarget {
        table: "pg_temp.copied".to_owned(),
        columns: known.iter().map(|i| format!("c{i}")).collect(),
        head: Head::Nothing,
        cells: known.clone(),
        types: Vec::new(),
        absent: Vec::new(),
        binary: known.iter().map(|i| data_type(COLUMNS[*i].0)).collect(),
        hashed: Vec::new(),
    };
    let mut runner = TestRunner::default();
    let mut rows = 0;
    for _ in 0..CASES {
        let mut batch = Batch::new(COLUMNS.len());
        let values = prop::collection::vec(values(), ROWS).new_tree(&mut runner).expect("values").current();
        values.iter().enumerate().for_each(|(seq, values)| push(&mut batch, seq, values));
        let others: Vec<bool> = (0..ROWS).map(|row| !fits(&batch, row..row + 1, &to)).collect();
        batch.remove(&others);
        assert!(fits(&batch, 0..batch.rows.len(), &to));
        let in_binary = filled(session.as_mut(), &batch, &to);
        let types = std::mem::take(&mut to.binary);
        let in_text = filled(session.as_mut(), &batch, &to);
        to.binary = types;
        assert_eq!(in_binary.len(), batch.rows.len());
        for (binary, text) in in_binary.iter().zip(&in_text) {
            assert_eq!(binary, text);
        }
        rows += batch.rows.len();
    }
    assert!(rows > CASES * ROWS / 4, "{rows}");
}

#[test]
fn what_has_no_binary_form_is_written_as_text() {
    let Some(mut session) = server(Access::ReadWrite) else { return };
    session.batch("CREATE TEMP TABLE copied (c0 smallint, c1 uuid, c2 timestamptz)").expect("created");
    let columns = ["smallint", "uuid", "timestamptz"];
    let to = AppendTarget {
        table: "pg_temp.copied".to_owned(),
        columns: (0..columns.len()).map(|i| format!("c{i}")).collect(),
        head: Head::Nothing,
        cells: (0..columns.len()).collect(),
        types: Vec::new(),
        absent: Vec::new(),
        binary: columns.map(data_type).into(),
        hashed: Vec::new(),
    };
    let text = |batch: &mut Batch, text: &str| -> Span { batch.push_text(text) };
    let mut batch = Batch::new(columns.len());
    let (number, id) = (text(&mut batch, "-7"), text(&mut batch, "{abababab-abab-abab-abab-abababababab}"));
    // Before Christ, and braces: the server reads both.
    batch.cells.extend([Cell::Text(number), Cell::Text(id), Cell::TimestampTz(-100_000_000_000_000_000)]);
    batch.rows.push(super::tests::head(0));
    assert!(!fits(&batch, 0..1, &to));
    let rows = filled(session.as_mut(), &batch, &to);
    let expect = ["-7", "abababab-abab-abab-abab-abababababab", "1200-02-15 14:13:20+00 BC"];
    assert_eq!(rows, [expect.map(|value| Some(value.to_owned()))]);
    // A number that its column does not take is the server's to refuse.
    batch.cells[0] = Cell::Int(40_000);
    let refused = session.append(&to, &batch).err().map(|error| error.message);
    assert_eq!(refused.as_deref(), Some("value \"40000\" is out of range for type smallint"));
}
