//! Hashes that are made on the way to the server against those that the server makes of what it stores; needs a server.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::hash::{FUNCTION, hashes};
use super::tests::{head, server};
use crate::backend::printed::Printed;
use crate::backend::statement::Statement;
use crate::backend::workspace::hash_function;
use crate::backend::{Access, AppendTarget, Head};
use crate::catalog::BackendKind;
use crate::record::{Batch, Cell};

/// Rows of one case.
pub(super) const ROWS: usize = 200;

pub(super) const CASES: usize = 24;

/// Columns of the table and how they print.
pub(super) const COLUMNS: [(&str, Printed); 15] = [
    ("text", Printed::Text(u32::MAX)),
    ("varchar(6)", Printed::Text(6)),
    ("smallint", Printed::Int),
    ("bigint", Printed::Int),
    ("boolean", Printed::Bool),
    ("uuid", Printed::Uuid),
    ("date", Printed::Date),
    ("time", Printed::Time),
    ("timestamp", Printed::Timestamp),
    ("timestamptz", Printed::TimestampTz),
    ("numeric", Printed::Numeric(None)),
    ("numeric(24,3)", Printed::Numeric(Some(3))),
    ("json", Printed::Json),
    ("jsonb", Printed::Jsonb),
    ("bytea", Printed::Bytes),
];

/// A value of every kind that a cell can have.
#[derive(Clone, Debug)]
pub(super) struct Values {
    text: String,
    short: String,
    numbers: (i16, i64, bool),
    uuid: [u8; 16],
    micros: (i64, i64, i64),
    days: i32,
    decimals: (String, String),
    json: String,
}

fn json() -> impl Strategy<Value = String> {
    let string = || "[ a-cé\u{1}-\u{1f}\u{7f}\"\\\\/\u{1F600}]{0,5}".prop_map(|text| serde_json::Value::from(text).to_string());
    let word = prop::sample::select(vec!["null", "true", "false"]).prop_map(str::to_owned);
    let number = "-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,6})?([eE][+-]?[0-9]{1,2})?";
    let leaf = prop_oneof![word, number, string()];
    leaf.prop_recursive(4, 24, 5, move |inner| {
        let key = "[ab:,é]{0,3}".prop_map(|text| serde_json::Value::from(text).to_string());
        let list = prop::collection::vec(inner.clone(), 0..5).prop_map(|of| format!("[{}]", of.join(",")));
        let map = prop::collection::vec((key, inner), 0..6).prop_map(|mut of| {
            let mut seen = std::collections::BTreeSet::new();
            of.retain(|(key, _)| seen.insert(key.clone()));
            format!("{{{}}}", of.iter().map(|(key, value)| format!("{key}:{value}")).collect::<Vec<_>>().join(","))
        });
        prop_oneof![list, map]
    })
}

pub(super) fn values() -> impl Strategy<Value = Values> {
    // From 4713 before to 10000 after Christ: beyond what is known.
    let micros = || prop_oneof![-200_000_000_000_000_000_i64..260_000_000_000_000_000, -3_000_000_i64..3_000_000];
    let decimals = ("-?[0-9]{1,9}(\\.[0-9]{1,5})?([eE][+-]?[0-9])?", "-?[0-9]{1,9}(\\.[0-9]{1,4})?");
    let numbers = (any::<i16>(), any::<i64>(), any::<bool>());
    let text = "[^\u{0}]{0,40}";
    let short = "[ a-cé]{0,6}";
    (text, short, numbers, any::<[u8; 16]>(), (micros(), micros(), 0..=86_400_000_000_i64), -730_000..3_000_000_i32, decimals, json())
        .prop_map(|(text, short, numbers, uuid, micros, days, decimals, json)| Values {
            text,
            short,
            numbers,
            uuid,
            micros,
            days,
            decimals,
            json,
        })
}

pub(super) fn push(batch: &mut Batch, seq: usize, values: &Values) {
    batch.rows.push(head(i64::try_from(seq).unwrap_or_default()));
    let [text, short, decimal, other, json] =
        [&values.text, &values.short, &values.decimals.0, &values.decimals.1, &values.json].map(|text| batch.push_text(text));
    let (uuid, bytes) = (batch.push_bytes(&values.uuid), batch.push_bytes(values.text.as_bytes()));
    let (int, long, flag) = values.numbers;
    let (stamp, zoned, time) = values.micros;
    batch.cells.extend([
        Cell::Text(text),
        Cell::Text(short),
        Cell::Int(i64::from(int)),
        Cell::Int(long),
        Cell::Bool(flag),
        Cell::Uuid(uuid),
    ]);
    batch.cells.extend([Cell::Date(values.days), Cell::Time(time), Cell::Timestamp(stamp), Cell::TimestampTz(zoned)]);
    batch.cells.extend([Cell::Numeric(decimal), Cell::Numeric(other), Cell::Json(json), Cell::Json(json), Cell::Bytes(bytes)]);
    // Every eleventh value is missing.
    let first = batch.cells.len() - COLUMNS.len();
    (first..batch.cells.len()).filter(|at| at % 11 == 0).for_each(|at| batch.cells[at] = Cell::Null);
}

#[test]
fn hashes_are_those_of_what_is_stored() {
    let Some(mut session) = server(Access::ReadWrite) else { return };
    let columns: Vec<String> = COLUMNS.iter().enumerate().map(|(i, (of, _))| format!("c{i} {of}")).collect();
    session.batch(&format!("CREATE TEMP TABLE hashed (seq bigint, {}, h0 integer, made smallint)", columns.join(", "))).expect("created");
    let stored: Vec<String> = (0..COLUMNS.len()).map(|i| format!("hashtext(CAST(c{i} AS text) COLLATE \"C\")")).collect();
    // Each column by itself: what is not known of one hides nothing of another.
    let mut known = 0;
    let mut runner = TestRunner::default();
    for _ in 0..CASES {
        let rows = prop::collection::vec(values(), ROWS).new_tree(&mut runner).expect("values").current();
        for (i, (_, printed)) in COLUMNS.into_iter().enumerate() {
            session.batch("TRUNCATE pg_temp.hashed").expect("emptied");
            let mut batch = Batch::new(COLUMNS.len());
            rows.iter().enumerate().for_each(|(seq, values)| push(&mut batch, seq, values));
            let mut scratch = String::new();
            // Behind the cells of each row: its hash and whether it is known, as hashes are stored.
            let mut wide = Vec::new();
            for row in 0..batch.rows.len() {
                let made = hashes(batch.cells_of(row), &batch, &[(i, printed)], &mut scratch);
                wide.extend_from_slice(batch.cells_of(row));
                wide.push(made.as_ref().and_then(|made| made[0]).map_or(Cell::Null, |hash| Cell::Int(i64::from(hash))));
                wide.push(made.map_or(Cell::Null, |_| Cell::Int(1)));
            }
            (batch.cells, batch.width) = (wide, COLUMNS.len() + 2);
            let target = AppendTarget {
                table: "pg_temp.hashed".to_owned(),
                columns: [format!("c{i}"), "h0".to_owned(), "made".to_owned()].into(),
                head: Head::Nothing,
                cells: vec![i, COLUMNS.len(), COLUMNS.len() + 1],
                types: Vec::new(),
                absent: Vec::new(),
                binary: Vec::new(),
                hashed: Vec::new(),
            };
            session.append(&target, &batch).expect("appended");
            let wrong = format!("SELECT CAST(c{i} AS text) FROM pg_temp.hashed WHERE made = 1 AND h0 IS DISTINCT FROM {}", stored[i]);
            let wrong = session.rows(&Statement::new(wrong)).expect("rows");
            assert!(wrong.is_empty(), "{printed:?}: {wrong:?}");
            let told = session.rows(&Statement::new("SELECT CAST(COUNT(made) AS text) FROM pg_temp.hashed")).expect("a number");
            let told: usize = told[0][0].as_deref().and_then(|number| number.parse().ok()).expect("a number");
            assert!(told * 2 > ROWS, "{printed:?}: hashes of {told} rows only");
            known += told;
        }
    }
    assert!(known > CASES * ROWS * COLUMNS.len() * 8 / 10, "{known}");
    let function = session.rows(&Statement::new(hash_function(BackendKind::Postgres))).expect("a name");
    assert_eq!(function[0][0].as_deref(), Some(FUNCTION));
}
