//! Fills a table of SQLite: one prepared INSERT, run once a record.
//!
//! **Invariant**: [`append`] appends a batch whole or not at all; [`append_some`] tells of each row that it left out.

use std::borrow::Cow;
use std::fmt::Write;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::Error;
use diesel::sql_types::{BigInt, Binary, Double, Nullable, Text};
use diesel::sqlite::Sqlite;

use super::error::from_diesel;
use super::hash;
use crate::backend::affinity::Affinity;
use crate::backend::iso::{self, Years};
use crate::backend::statement::quote;
use crate::backend::{AppendTarget, DatabaseError, Head};
use crate::catalog::DataType;
use crate::record::{Batch, Cell, RowHead};

/// Appends a batch. The savepoint is the transaction where the caller has none.
pub(super) fn append(connection: &mut SqliteConnection, to: &AppendTarget, batch: &Batch) -> QueryResult<()> {
    connection.batch_execute("SAVEPOINT resettle_append")?;
    if let Err(error) = append_rows(connection, to, batch, &mut |_, error| Err(error)) {
        // A full disk ends the whole transaction, the savepoint included; the first error is the one to report.
        let _ = connection.batch_execute("ROLLBACK TO resettle_append; RELEASE resettle_append");
        return Err(error);
    }
    connection.batch_execute("RELEASE resettle_append")
}

/// Appends the rows that are taken, each by itself: a savepoint would have SQLite copy every page of every index that a batch touches.
pub(super) fn append_some(connection: &mut SqliteConnection, to: &AppendTarget, batch: &Batch) -> Result<Vec<usize>, DatabaseError> {
    let mut refused = Vec::new();
    append_rows(connection, to, batch, &mut |row, error| {
        let error = from_diesel(error);
        if !error.is_refusal() {
            return Err(error);
        }
        refused.push(row);
        Ok(())
    })?;
    Ok(refused)
}

/// Appends rows; `failed` hears of those that are refused, and may go on.
fn append_rows<E>(
    connection: &mut SqliteConnection,
    to: &AppendTarget,
    batch: &Batch,
    failed: &mut dyn FnMut(usize, Error) -> Result<(), E>,
) -> Result<(), E> {
    let sql = insert_sql(to);
    let mut values = Vec::with_capacity(to.columns.len());
    let mut quoted = String::new();
    for (row, head) in batch.rows.iter().enumerate() {
        values.clear();
        push_head(&mut values, head, batch, to.head);
        let cells = batch.cells_of(row);
        let value = |at: &usize| value_of(cells.get(*at).copied().unwrap_or(Cell::Null), batch, to.types.get(*at));
        values.extend(to.cells.iter().map(value));
        let is_absent = |cell: &usize| cells.get(*cell) == Some(&Cell::Absent);
        values.extend(to.absent.iter().map(|cell| if is_absent(cell) { Value::Int(1) } else { Value::Null }));
        if !to.hashed.is_empty() {
            let affinities = to.hashed.iter().map(|(_, affinity)| *affinity);
            let hashes = if to.hashed.iter().map(|(at, _)| at).eq(&to.cells) {
                hashes(values[to.head.columns().len()..].iter().zip(affinities), &mut quoted)
            } else {
                let all: Vec<Value<'_>> = to.hashed.iter().map(|(at, _)| value(at)).collect();
                hashes(all.iter().zip(affinities), &mut quoted)
            };
            values.push(hashes.map_or(Value::Null, |hashes| Value::Text(Cow::Owned(hashes))));
        }
        if let Err(error) = connection.execute_returning_count(&Insert { sql: &sql, values: &values }) {
            failed(row, error)?;
        }
    }
    Ok(())
}

/// A row as it will be stored.
pub(crate) struct StoredRow<'a> {
    /// Its cells.
    pub(crate) cells: &'a [Cell],
    /// Where their values are.
    pub(crate) batch: &'a Batch,
    /// How each cell is written.
    pub(crate) types: &'a [DataType],
}

impl<'a> StoredRow<'a> {
    fn value(&self, at: usize) -> Value<'a> {
        value_of(self.cells.get(at).copied().unwrap_or(Cell::Null), self.batch, self.types.get(at))
    }

    /// Returns the hashes of cells, each with what its column makes of values; `None` where one is not known. `quoted` is only there to be reused.
    pub(crate) fn hashes(&self, hashed: &[(usize, Affinity)], quoted: &mut String) -> Option<String> {
        let values: Vec<Value<'_>> = hashed.iter().map(|(at, _)| self.value(*at)).collect();
        hashes(values.iter().zip(hashed.iter().map(|(_, affinity)| *affinity)), quoted)
    }

    /// Returns the text of a value once it is stored, as `CAST(column AS TEXT)` does; `None` where it is not known.
    pub(crate) fn text(&self, at: usize, affinity: Affinity) -> Option<Cow<'a, str>> {
        match self.value(at) {
            Value::Text(text) if is_kept(&text, affinity) => Some(text),
            Value::Int(int) if matches!(affinity, Affinity::Number) => Some(Cow::Owned(int.to_string())),
            _ => None,
        }
    }

    /// Returns the number of the row, as `rs_hash_number` makes it of the text of a stored row; `None` where it is not known.
    pub(crate) fn number(&self, parts: &[RowPart], text: &mut String) -> Option<i64> {
        let stored = |part: &RowPart| (part.cell.map_or(Value::Null, |at| self.value(at)), *part);
        push_row_text(text, parts.iter().map(stored))?;
        Some(hash::number(text))
    }
}

/// What stands in a column of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RowPart {
    /// Number of the cell; `None` for NULL.
    pub(crate) cell: Option<usize>,
    /// What the column makes of values.
    pub(crate) affinity: Affinity,
    /// The column is one of numbers.
    pub(crate) is_number: bool,
}

/// The hashes of cells as they will be stored; `None` where a column may make something else of one. `quoted` is only there to be reused.
fn hashes<'v>(cells: impl ExactSizeIterator<Item = (&'v Value<'v>, Affinity)>, quoted: &mut String) -> Option<String> {
    let mut out = String::with_capacity(cells.len() * hash::DIGITS);
    for (value, affinity) in cells {
        quoted.clear();
        quote_stored(quoted, value, affinity)?;
        hash::push_short(&mut out, quoted);
    }
    Some(out)
}

/// Writes what SQLite's `quote` returns for a value once it is stored; `None` where that is not known.
fn quote_stored(out: &mut String, value: &Value<'_>, affinity: Affinity) -> Option<()> {
    match value {
        Value::Null => out.push_str("NULL"),
        Value::Int(int) if !matches!(affinity, Affinity::Text | Affinity::Real) => {
            // Writing to a string cannot fail.
            let _ = write!(out, "{int}");
        }
        Value::Text(text) if is_kept(text, affinity) => {
            out.push('\'');
            let mut rest = text.as_ref();
            while let Some(at) = rest.find('\'') {
                out.push_str(&rest[..=at]);
                out.push('\'');
                rest = &rest[at + 1..];
            }
            out.push_str(rest);
            out.push('\'');
        }
        Value::Blob(bytes) => {
            out.push_str("X'");
            bytes.iter().for_each(|byte| {
                let _ = write!(out, "{byte:02X}");
            });
            out.push('\'');
        }
        Value::Int(_) | Value::Float(_) | Value::Text(_) => return None,
    }
    Some(())
}

/// Writes what `text_of_row` of the workspace returns for a row once it is stored; `None` where that is not known.
fn push_row_text<'v>(out: &mut String, parts: impl Iterator<Item = (Value<'v>, RowPart)>) -> Option<()> {
    out.clear();
    for (value, part) in parts {
        if !out.is_empty() {
            out.push(',');
        }
        let start = out.len();
        quote_stored(out, &value, part.affinity)?;
        if part.is_number {
            continue;
        }
        match value {
            // Unquoted, behind its length.
            Value::Text(text) => {
                out.truncate(start);
                let _ = write!(out, "{},{text}", text.len());
            }
            Value::Blob(bytes) => out.insert_str(start, &format!("{},=", bytes.len())),
            Value::Int(_) => out.insert_str(start, &format!("{},=", out.len() - start)),
            Value::Null | Value::Float(_) => out.insert(start, '='),
        }
    }
    Some(())
}

/// Says that a text is stored as it is, and read to its end.
fn is_kept(text: &str, affinity: Affinity) -> bool {
    !text.contains('\0') && (matches!(affinity, Affinity::Text | Affinity::None) || !may_be_number(text))
}

/// Says whether a column of numbers may take a text for one. Whatever Rust reads as a number is one, and a few words beside.
fn may_be_number(text: &str) -> bool {
    text.trim().parse::<f64>().is_ok()
}

fn insert_sql(to: &AppendTarget) -> String {
    let columns: Vec<String> = to.columns.iter().map(|name| quote(name)).collect();
    let marks = vec!["?"; columns.len()].join(", ");
    format!("INSERT OR ABORT INTO {} ({}) VALUES ({marks})", to.table, columns.join(", "))
}

/// One value as SQLite stores it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'a> {
    Null,
    Int(i64),
    Float(f64),
    Text(Cow<'a, str>),
    Blob(Cow<'a, [u8]>),
}

fn push_head<'a>(values: &mut Vec<Value<'a>>, head: &RowHead, batch: &'a Batch, columns: Head) {
    let unsigned = |n: u64| Value::Int(i64::try_from(n).unwrap_or(i64::MAX));
    if columns == Head::Nothing {
        return;
    }
    values.push(Value::Int(head.seq));
    if columns == Head::Record {
        values.push(Value::Int(i64::from(head.source)));
        values.extend([head.position.line, head.position.column, head.position.byte].map(unsigned));
    }
    values.push(head.legacy_id.map_or(Value::Null, |span| Value::Text(Cow::Borrowed(batch.text_of(span)))));
    if columns == Head::Record {
        values.push(Value::Int(i64::from(head.rejected)));
    }
    values.push(Value::Text(Cow::Owned(format!("{:032x}", head.hash))));
    values.push(Value::Int(head.raw));
}

fn value_of<'a>(cell: Cell, batch: &'a Batch, data_type: Option<&DataType>) -> Value<'a> {
    match cell {
        Cell::Absent | Cell::Null => Value::Null,
        Cell::Bool(flag) => Value::Int(i64::from(flag)),
        Cell::Int(int) => Value::Int(int),
        Cell::Float(float) => Value::Float(float),
        Cell::Text(span) | Cell::Json(span) | Cell::Other(span) => Value::Text(Cow::Borrowed(batch.text_of(span))),
        Cell::Numeric(span) => numeric(batch.text_of(span)),
        Cell::Bytes(span) => Value::Blob(Cow::Borrowed(batch.bytes_of(span))),
        Cell::Uuid(span) => uuid(batch.bytes_of(span), data_type),
        Cell::Date(days) => written(|out| iso::push_date(out, days, Years::Signed)),
        Cell::Time(micros) => written(|out| iso::push_time(out, micros)),
        Cell::Timestamp(micros) => written(|out| iso::push_timestamp(out, micros, "", Years::Signed)),
        Cell::TimestampTz(micros) => written(|out| iso::push_timestamp(out, micros, "+00:00", Years::Signed)),
    }
}

/// Integers go as they are; any other number as text, so that the column's affinity converts it as it would in the target.
fn numeric(text: &str) -> Value<'_> {
    text.parse().map_or(Value::Text(Cow::Borrowed(text)), Value::Int)
}

/// A BLOB column holds the 16 bytes, any other the text in lower case.
fn uuid<'a>(bytes: &'a [u8], data_type: Option<&DataType>) -> Value<'a> {
    match uuid::Uuid::from_slice(bytes) {
        Ok(uuid) if data_type != Some(&DataType::Bytes) => Value::Text(Cow::Owned(uuid.hyphenated().to_string())),
        _ => Value::Blob(Cow::Borrowed(bytes)),
    }
}

fn written<'a>(write: impl FnOnce(&mut String)) -> Value<'a> {
    let mut out = String::with_capacity(32);
    write(&mut out);
    Value::Text(Cow::Owned(out))
}

/// One execution of the INSERT.
#[derive(Clone, Copy)]
pub(super) struct Insert<'a> {
    /// With its `?` marks, so that diesel finds the prepared statement by one string.
    pub(super) sql: &'a str,
    pub(super) values: &'a [Value<'a>],
}

impl QueryId for Insert<'_> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl QueryFragment<Sqlite> for Insert<'_> {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        pass.push_sql(self.sql);
        for value in self.values {
            match value {
                Value::Null => pass.push_bind_param_value_only::<Nullable<BigInt>, _>(&None::<i64>)?,
                Value::Int(int) => pass.push_bind_param_value_only::<BigInt, _>(int)?,
                Value::Float(float) => pass.push_bind_param_value_only::<Double, _>(float)?,
                Value::Text(text) => pass.push_bind_param_value_only::<Text, str>(text)?,
                Value::Blob(bytes) => pass.push_bind_param_value_only::<Binary, [u8]>(bytes)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::workspace::stored_text;
    use crate::catalog::{Column, Generated};

    #[test]
    fn stores_each_kind_in_its_own_class() {
        let mut batch = Batch::new(1);
        let text = |text: &str| Value::Text(Cow::Owned(text.to_owned()));
        let (big, small) = (batch.push_text("9223372036854775808"), batch.push_text("-7"));
        let id = batch.push_bytes(&[0xAB; 16]);
        let check = |cell: Cell, data_type: Option<&DataType>, expect: Value<'_>| assert_eq!(value_of(cell, &batch, data_type), expect);
        check(Cell::Absent, None, Value::Null);
        check(Cell::Bool(true), None, Value::Int(1));
        check(Cell::Numeric(big), None, text("9223372036854775808"));
        check(Cell::Numeric(small), None, Value::Int(-7));
        check(Cell::Uuid(id), Some(&DataType::Bytes), Value::Blob(Cow::Owned(vec![0xAB; 16])));
        check(Cell::Uuid(id), Some(&DataType::Uuid), text("abababab-abab-abab-abab-abababababab"));
        check(Cell::TimestampTz(1_500_000), None, text("1970-01-01 00:00:01.5+00:00"));
        check(Cell::Timestamp(0), None, text("1970-01-01 00:00:00"));
    }

    fn column(type_text: &str) -> Column {
        Column {
            name: "v".to_owned(),
            data_type: DataType::Any,
            type_text: type_text.to_owned(),
            collation: None,
            nullable: true,
            default: None,
            generated: Generated::No,
            allowed: None,
        }
    }

    #[test]
    fn hashes_cells_as_the_database_does() {
        #[derive(QueryableByName)]
        struct Hash {
            #[diesel(sql_type = Text)]
            hash: String,
        }
        let mut connection = SqliteConnection::establish(":memory:").expect("a database");
        hash::register(&mut connection).expect("functions");
        let text = |text: &'static str| Value::Text(Cow::Borrowed(text));
        let known = [
            text("it's, 'so'"),
            text(""),
            text("ü"),
            text("2024-01-02"),
            text("12345678-1234-4234-8234-123456789012"),
            text("1,5"),
            text("nan1"),
        ];
        let unsure = [text("12"), text(" 1e5 "), text(".5"), text("+7"), text("5.")];
        let others = [Value::Null, Value::Int(-7), Value::Int(i64::MAX), Value::Blob(Cow::Borrowed(&[0, 0xAB]))];
        for type_text in ["TEXT", "VARCHAR(9)", "NUMERIC", "INTEGER", "REAL", "DOUBLE PRECISION", "TIMESTAMPTZ", "BLOB", ""] {
            let affinity = Affinity::of(type_text);
            connection.batch_execute(&format!("DROP TABLE IF EXISTS t; CREATE TEMP TABLE t (v {type_text})")).expect("a table");
            for value in known.iter().chain(&unsure).chain(&others) {
                connection.batch_execute("DELETE FROM t").expect("emptied");
                let insert = Insert { sql: "INSERT INTO t VALUES (?)", values: std::slice::from_ref(value) };
                connection.execute_returning_count(&insert).expect("inserted");
                let stored: Hash =
                    diesel::sql_query("SELECT rs_hash(quote(v)) AS hash FROM t").get_result(&mut connection).expect("a hash");
                let made = hashes(std::iter::once((value, affinity)), &mut String::new());
                assert!(made.as_ref().is_none_or(|made| *made == stored.hash), "{value:?} as {type_text}");
                assert!(made.is_some() || !known.contains(value), "{value:?} as {type_text} is known");
                for data_type in [DataType::Date, DataType::Bool] {
                    let column = Column { data_type, ..column(type_text) };
                    let part = RowPart { cell: None, affinity, is_number: column.data_type == DataType::Bool };
                    let stored = format!("SELECT rs_hash(concat_ws(',', {text}, {text})) AS hash FROM t", text = stored_text(&column, "t"));
                    let stored: Hash = diesel::sql_query(stored).get_result(&mut connection).expect("a hash");
                    let (mut row, mut hash) = (String::new(), String::new());
                    let is_known = push_row_text(&mut row, [(value.clone(), part), (value.clone(), part)].into_iter()).is_some();
                    hash::push_short(&mut hash, &row);
                    assert_eq!(is_known, made.is_some(), "{value:?} as {type_text}");
                    assert!(!is_known || hash == stored.hash, "{value:?} as {type_text}: {row}");
                }
            }
        }
    }
}
