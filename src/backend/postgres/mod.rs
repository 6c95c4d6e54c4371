//! PostgreSQL: one connection to a server.
//!
//! **Invariant**: rows are streamed one by one; `COPY ... TO STDOUT` is never used, because diesel 2.3 reads it wrongly.

mod append;
mod columns;
mod connect;
mod constraints;
mod copy_binary;
mod copy_text;
mod error;
mod hash;
mod inspect;
mod keys;
mod own;
mod types;

use std::ops::Range;
use std::str;

use diesel::connection::{LoadConnection, SimpleConnection};
use diesel::pg::{Pg, PgRowByRowLoadingMode};
use diesel::prelude::*;
use diesel::result::Error;
use diesel::row::{Field, Row};

use super::fragment::{Fragment, Repeats};
use super::log::{of_sql, of_statement, timed, timed_rows};
use super::statement::Statement;
use super::{Access, AppendTarget, DatabaseError, OwnTable, Rows, Session, TargetUrl, TextRow};
use crate::catalog::{BackendKind, Catalog};
use crate::record::Batch;

pub(crate) use connect::{WITHOUT_END, begin, open, settle_in};
use error::from_diesel;
pub(crate) use hash::{FUNCTION as HASH_FUNCTION, hashes};
pub(crate) use own::push_integers;

/// A connection to PostgreSQL.
pub struct PostgresSession {
    connection: PgConnection,
    repeats: Repeats,
}

impl PostgresSession {
    /// Opens the target.
    ///
    /// # Errors
    /// If it cannot be reached or refuses its settings.
    pub fn connect(target: &TargetUrl, access: Access) -> Result<Self, DatabaseError> {
        Ok(Self { connection: open(target, access)?, repeats: Repeats::default() })
    }
}

impl Session for PostgresSession {
    fn kind(&self) -> BackendKind {
        BackendKind::Postgres
    }

    fn execute(&mut self, statement: &Statement) -> Result<u64, DatabaseError> {
        let fragment = self.repeats.fragment(statement);
        let run = || self.connection.execute_returning_count(&fragment).map(|count| count as u64).map_err(from_diesel);
        timed(|| of_statement(statement), |rows| *rows, run)
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
        timed(
            || format!("append to {}", to.table),
            |()| rows,
            || append::append(&mut self.connection, to, batch, 0..batch.rows.len()).map_err(from_diesel),
        )
    }

    fn append_some(&mut self, to: &AppendTarget, batch: &Batch) -> Result<Vec<usize>, DatabaseError> {
        let mut refused = Vec::new();
        self.append_range(to, batch, 0..batch.rows.len(), &mut refused)?;
        Ok(refused)
    }

    fn append_own(&mut self, to: &OwnTable<'_>, rows: &mut Rows<'_>) -> Result<u64, DatabaseError> {
        timed(|| format!("append to {}", to.name), |rows| *rows, || own::append(&mut self.connection, to, rows))
    }
}

impl PostgresSession {
    /// Appends rows; where one is refused, halves of them, down to a few.
    fn append_range(
        &mut self,
        to: &AppendTarget,
        batch: &Batch,
        rows: Range<usize>,
        refused: &mut Vec<usize>,
    ) -> Result<(), DatabaseError> {
        self.batch("SAVEPOINT resettle_append")?;
        let count = rows.len() as u64;
        let append = || append::append(&mut self.connection, to, batch, rows.clone()).map_err(from_diesel);
        match timed(|| format!("append to {}", to.table), |()| count, append) {
            Ok(()) => self.batch("RELEASE SAVEPOINT resettle_append"),
            Err(error) if error.is_refusal() => {
                self.batch("ROLLBACK TO SAVEPOINT resettle_append; RELEASE SAVEPOINT resettle_append")?;
                if rows.len() <= ROWS_DIVIDED_MIN {
                    refused.extend(rows);
                    return Ok(());
                }
                let middle = rows.start + rows.len() / 2;
                self.append_range(to, batch, rows.start..middle, refused)?;
                self.append_range(to, batch, middle..rows.end, refused)
            }
            Err(error) => Err(error),
        }
    }
}

/// Rows of which the database refuses one are not divided any further.
const ROWS_DIVIDED_MIN: usize = 64;

/// The cursor reads what is left of the result when it is dropped, so that the connection is free again after an error, too.
fn stream(connection: &mut PgConnection, fragment: Fragment<'_>, each: &mut dyn FnMut(TextRow)) -> QueryResult<()> {
    for row in LoadConnection::<PgRowByRowLoadingMode>::load(connection, fragment)? {
        let row = row?;
        let text = (0..row.field_count()).map(|at| text_of(&row, at)).collect::<QueryResult<TextRow>>()?;
        each(text);
    }
    Ok(())
}

fn stream_bytes(connection: &mut PgConnection, fragment: Fragment<'_>, each: &mut dyn FnMut(&[u8])) -> QueryResult<u64> {
    let mut rows = 0;
    for row in LoadConnection::<PgRowByRowLoadingMode>::load(connection, fragment)? {
        let row = row?;
        rows += 1;
        if let Some(value) = row.get(0).as_ref().and_then(|field| field.value()) {
            each(value.as_bytes());
        }
    }
    Ok(rows)
}

/// The binary form of text is its bytes.
fn text_of<'r>(row: &impl Row<'r, Pg>, at: usize) -> QueryResult<Option<String>> {
    let Some(field) = row.get(at) else { return Ok(None) };
    let Some(value) = field.value() else { return Ok(None) };
    match str::from_utf8(value.as_bytes()) {
        Ok(text) => Ok(Some(text.to_owned())),
        Err(error) => Err(Error::DeserializationError(Box::new(error))),
    }
}

#[cfg(test)]
mod copy_tests;
#[cfg(test)]
mod hash_tests;
#[cfg(test)]
mod inspect_tests;
#[cfg(test)]
mod tests;
