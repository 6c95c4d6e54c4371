//! New rows one by one, as reports tell them: of staged records and of loaded ones.
//!
//! **Invariant**: nothing here changes anything.

use super::read::{Detail, RECORD_COLUMNS, is_absent, record_fields};
use super::shape::Shape;
use super::{State, Workspace};
use crate::backend::DatabaseError;
use crate::backend::statement::quote;

impl Workspace<'_> {
    /// Calls `each` for every insert with the values of its mapped columns, in input order, at most `limit` times.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn each_insert(&mut self, table: usize, limit: u64, each: &mut dyn FnMut(Detail)) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let mut queries = Vec::new();
        if self.may_be(table, State::Insert) {
            queries.push(staged(&shape));
        }
        if self.loaded(table) > 0 {
            queries.push(loaded(&shape));
        }
        if queries.is_empty() {
            return Ok(());
        }
        let columns: Vec<usize> = (0..shape.layout.columns.len()).collect();
        let names = (0..RECORD_COLUMNS + 2 + 4 * columns.len()).map(|n| format!("q.x{n}")).collect::<Vec<_>>().join(", ");
        let sql = format!("SELECT {names} FROM ({}) q ORDER BY q.seq LIMIT {limit}", queries.join(" UNION ALL "));
        self.each_detail(&sql, &columns, each)
    }
}

fn staged(shape: &Shape) -> String {
    let row = if shape.primary.is_empty() { "CAST(NULL AS TEXT)".to_owned() } else { shape.final_row_key() };
    let value = |i: usize| shape.inserted(&shape.layout.columns[i].name);
    query(shape, "s", &row, &value, &format!("{} WHERE b.state = 2", shape.record_tables(false)))
}

fn loaded(shape: &Shape) -> String {
    let value = |i: usize| format!("t.{}", quote(&shape.layout.columns[i].name));
    let from = format!("{} l JOIN {} t ON {}", shape.temp("loaded"), shape.target, shape.on_loaded());
    query(shape, "l", &shape.loaded_row_key(), &value, &from)
}

/// The columns that are told of an insert, numbered, behind the place of the record.
fn query(shape: &Shape, record: &str, row: &str, value: &dyn Fn(usize) -> String, from: &str) -> String {
    let mut told = record_fields(record);
    told.extend([row.to_owned(), "CAST(NULL AS TEXT)".to_owned()]);
    for i in 0..shape.layout.columns.len() {
        let new = value(i);
        let is_there = format!("CASE WHEN {new} IS NULL THEN NULL ELSE '1' END");
        told.extend([is_there, "CAST(NULL AS TEXT)".to_owned(), shape.shown(&new), is_absent(shape, record, i)]);
    }
    let told: String = told.iter().enumerate().map(|(n, value)| format!(", {value} AS x{n}")).collect();
    format!("SELECT {record}.seq AS seq{told} FROM {from}")
}
