//! SQLite: one connection to a file or to memory.
//!
//! **Invariant**: the journal mode of a file is left as it is.

mod append;
mod connect;
mod ddl;
mod declared;
mod error;
mod hash;
mod inspect;
mod keys;
mod own;
pub(crate) mod rebuild;

use std::str;

use diesel::connection::{LoadConnection, SimpleConnection};
use diesel::deserialize::FromSql;
use diesel::prelude::*;
use diesel::row::{Field, Row};
use diesel::sql_types::{Binary, Text};
use diesel::sqlite::Sqlite;

use super::fragment::{Fragment, Repeats};
use super::log::{of_sql, of_statement, timed, timed_rows};
use super::statement::Statement;
use super::{Access, AppendTarget, DatabaseError, OwnTable, Rows, Session, TargetUrl, TextRow};
use crate::catalog::{BackendKind, Catalog};
use crate::record::Batch;

pub(crate) use append::{RowPart, StoredRow};
pub(crate) use connect::{LOADED, LOADING, open};
use error::from_diesel;

/// A connection to SQLite.
pub struct SqliteSession {
    connection: SqliteConnection,
    repeats: Repeats,
}

impl SqliteSession {
    /// Opens the target.
    ///
    /// # Errors
    /// If it cannot be opened or is not a database.
    pub fn connect(target: &TargetUrl, access: Access) -> Result<Self, DatabaseError> {
        let mut connection = open(target, access)?;
        hash::register(&mut connection).map_err(from_diesel)?;
        Ok(Self { connection, repeats: Repeats::default() })
    }
}

impl Session for SqliteSession {
    fn kind(&self) -> BackendKind {
        BackendKind::Sqlite
    }

    fn execute(&mut self, statement: &Statement) -> Result<u64, DatabaseError> {
        let fragment = self.repeats.fragment(statement);
        let run = || self.connection.execute_returning_count(&fragment).map_err(from_diesel);
        let count = timed(|| of_statement(statement), |rows| *rows as u64, run)?;
        // SQLite keeps reporting the count of the last statement that changed rows.
        Ok(if changes_rows(statement) { count as u64 } else { 0 })
    }

    fn batch(&mut self, sql: &str) -> Result<(), DatabaseError> {
        timed(|| of_sql(sql), |()| 0, || self.connection.batch_execute(sql).map_err(from_diesel))
    }

    fn for_each(&mut self, statement: &Statement, each: &mut dyn FnMut(TextRow)) -> Result<(), DatabaseError> {
        let fragment = self.repeats.fragment(statement);
        timed_rows(|| of_statement(statement), each, |each| stream(&mut self.connection, fragment, each).map_err(from_diesel))
    }

    fn for_each_bytes(&mut self, statement: &Statement, each: &mut dyn FnMut(&[u8])) -> Result<(), DatabaseError> {
        let fragment = self.repeats.fragment(statement);
        timed(|| of_statement(statement), |rows| *rows, || stream_bytes(&mut self.connection, fragment, each).map_err(from_diesel))
            .map(drop)
    }

    fn inspect(&mut self) -> Result<Catalog, DatabaseError> {
        inspect::inspect(self)
    }

    fn append(&mut self, to: &AppendTarget, batch: &Batch) -> Result<(), DatabaseError> {
        let rows = batch.rows.len() as u64;
        timed(|| format!("append to {}", to.table), |()| rows, || append::append(&mut self.connection, to, batch).map_err(from_diesel))
    }

    fn append_some(&mut self, to: &AppendTarget, batch: &Batch) -> Result<Vec<usize>, DatabaseError> {
        let rows = batch.rows.len() as u64;
        timed(|| format!("append to {}", to.table), |_| rows, || append::append_some(&mut self.connection, to, batch))
    }

    fn append_own(&mut self, to: &OwnTable<'_>, rows: &mut Rows<'_>) -> Result<u64, DatabaseError> {
        timed(|| format!("append to {}", to.name), |rows| *rows, || own::append(&mut self.connection, to, rows))
    }
}

fn stream(connection: &mut SqliteConnection, fragment: Fragment<'_>, each: &mut dyn FnMut(TextRow)) -> QueryResult<()> {
    for row in LoadConnection::load(connection, fragment)? {
        let row = row?;
        let text = (0..row.field_count()).map(|at| text_of(&row, at)).collect::<QueryResult<TextRow>>()?;
        each(text);
    }
    Ok(())
}

fn stream_bytes(connection: &mut SqliteConnection, fragment: Fragment<'_>, each: &mut dyn FnMut(&[u8])) -> QueryResult<u64> {
    let mut rows = 0;
    for row in LoadConnection::load(connection, fragment)? {
        let row = row?;
        rows += 1;
        if let Some(value) = row.get(0).as_ref().and_then(|field| field.value()) {
            let bytes = <Vec<u8> as FromSql<Binary, Sqlite>>::from_sql(value).map_err(diesel::result::Error::DeserializationError)?;
            each(&bytes);
        }
    }
    Ok(rows)
}

fn text_of<'r>(row: &impl Row<'r, Sqlite>, at: usize) -> QueryResult<Option<String>> {
    let Some(field) = row.get(at) else { return Ok(None) };
    let Some(value) = field.value() else { return Ok(None) };
    <String as FromSql<Text, Sqlite>>::from_sql(value).map(Some).map_err(diesel::result::Error::DeserializationError)
}

/// Says whether the statement is an INSERT, UPDATE or DELETE, a WITH clause before it included.
fn changes_rows(statement: &Statement) -> bool {
    let first = statement.pieces().next().map_or("", |(sql, _)| sql.trim_start());
    let word = first.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    ["insert", "update", "delete", "replace", "with"].iter().any(|known| word.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod inspect_tests;
#[cfg(test)]
mod tests;
