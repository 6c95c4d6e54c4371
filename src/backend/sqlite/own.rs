//! Fills one of the program's own tables: one prepared INSERT, run once for every [`ROWS_AT_ONCE`] rows.
//!
//! **Invariant**: a text is stored as it is given.

use std::borrow::Cow;

use diesel::prelude::*;

use super::append::{Insert, Value};
use super::error::from_diesel;
use crate::backend::statement::{literal, quote};
use crate::backend::{DatabaseError, DatabaseErrorKind, Field, OwnTable, Rows};

/// Rows of one statement: to begin and end one costs as much as two of them.
const ROWS_AT_ONCE: usize = 50;

/// Appends rows, and returns how many.
pub(super) fn append(connection: &mut SqliteConnection, to: &OwnTable<'_>, rows: &mut Rows<'_>) -> Result<u64, DatabaseError> {
    let (width, full) = (to.columns.len().max(1), insert_sql(to, ROWS_AT_ONCE)?);
    let mut run = |sql: &str, values: &mut Vec<Value<'static>>| {
        let inserted = connection.execute_returning_count(&Insert { sql, values }).map_err(from_diesel);
        values.clear();
        inserted
    };
    let (mut count, mut values) = (0, Vec::with_capacity(ROWS_AT_ONCE * width));
    rows(&mut |fields| {
        for field in fields {
            values.push(value(field)?);
        }
        if values.len() == ROWS_AT_ONCE * width {
            count += run(&full, &mut values)?;
        }
        Ok(())
    })?;
    if !values.is_empty() {
        count += run(&insert_sql(to, values.len() / width)?, &mut values)?;
    }
    Ok(count as u64)
}

/// The INSERT of so many rows. After an error the transaction is rolled back, so that the statement need not be able to undo itself.
fn insert_sql(to: &OwnTable<'_>, rows: usize) -> Result<String, DatabaseError> {
    let names: Vec<String> = to.fixed.iter().map(|(name, _)| *name).chain(to.columns.iter().copied()).map(quote).collect();
    let mut fields = Vec::with_capacity(names.len());
    for (name, field) in to.fixed {
        fields.push(match value(field)? {
            Value::Text(text) => literal(&text),
            Value::Int(int) => int.to_string(),
            _ => return Err(DatabaseError::new(DatabaseErrorKind::Other, format!("the value of `{name}` has no literal"))),
        });
    }
    fields.extend(to.columns.iter().map(|_| "?".to_owned()));
    let row = format!("({})", fields.join(", "));
    Ok(format!("INSERT OR FAIL INTO {} ({}) VALUES {}", to.name, names.join(", "), vec![row.as_str(); rows].join(", ")))
}

fn value(field: &Field<'_>) -> Result<Value<'static>, DatabaseError> {
    let no_text = |error| DatabaseError::new(DatabaseErrorKind::Other, format!("hashes of columns are no text: {error}"));
    let text = |text: &str| Value::Text(Cow::Owned(text.to_owned()));
    Ok(match field {
        Field::Text(value) => text(value),
        Field::Int(int) => Value::Int(*int),
        Field::Record(hash) => Value::Text(Cow::Owned(format!("{hash:032x}"))),
        Field::Columns(bytes) => text(std::str::from_utf8(bytes).map_err(no_text)?),
        Field::Bytes(bytes) => Value::Blob(Cow::Owned(bytes.to_vec())),
    })
}
