//! Fills one of the program's own tables: one `COPY ... FROM STDIN` in the binary format
//! (<https://www.postgresql.org/docs/current/sql-copy.html>, "Binary Format"), because arrays are read slowly as text.
//!
//! **Invariant**: the columns have the types of the fields; rows are appended all or none.

use std::cell::RefCell;
use std::io;

use diesel::PgConnection;
use diesel::pg::CopyFormat;
use diesel::result::Error;

use super::append::{CHUNK_BYTES, copy};
use super::copy_binary::{HEADER, TRAILER, push_field};
use super::error::from_diesel;
use crate::backend::{DatabaseError, Field, OwnTable, Rows};

/// Object identifier of the type `integer` (`pg_type.dat`).
const INTEGER: i32 = 23;

/// Who failed: the database, or who gives the rows.
#[derive(Debug, thiserror::Error)]
enum Failed {
    #[error(transparent)]
    Copy(#[from] Error),
    #[error(transparent)]
    Rows(#[from] DatabaseError),
}

/// Appends rows, and returns how many.
pub(super) fn append(connection: &mut PgConnection, to: &OwnTable<'_>, rows: &mut Rows<'_>) -> Result<u64, DatabaseError> {
    let columns: Vec<&str> = to.fixed.iter().map(|(name, _)| *name).chain(to.columns.iter().copied()).collect();
    let mut head = i16::try_from(columns.len()).unwrap_or(TRAILER).to_be_bytes().to_vec();
    for (_, field) in to.fixed {
        push(&mut head, field);
    }
    // Called once.
    let rows = RefCell::new(rows);
    let unwritten = |error| from_diesel(Error::SerializationError(Box::<io::Error>::new(error)));
    let write = |sink: &mut dyn io::Write| {
        let mut chunk = Vec::with_capacity(CHUNK_BYTES + CHUNK_BYTES / 8);
        chunk.extend_from_slice(HEADER);
        (rows.borrow_mut())(&mut |fields| {
            chunk.extend_from_slice(&head);
            for field in fields {
                push(&mut chunk, field);
            }
            if chunk.len() >= CHUNK_BYTES {
                sink.write_all(&chunk).map_err(unwritten)?;
                chunk.clear();
            }
            Ok(())
        })?;
        chunk.extend_from_slice(&TRAILER.to_be_bytes());
        sink.write_all(&chunk).map_err(|error| Failed::Rows(unwritten(error)))
    };
    match copy(connection, (to.name, &columns), CopyFormat::Binary, write) {
        Ok(count) => Ok(count as u64),
        Err(Failed::Copy(error)) => Err(from_diesel(error)),
        Err(Failed::Rows(error)) => Err(error),
    }
}

fn push(out: &mut Vec<u8>, field: &Field<'_>) {
    match field {
        Field::Text(text) => push_field(out, text.as_bytes()),
        Field::Int(int) => push_field(out, &int.to_be_bytes()),
        Field::Record(hash) => push_field(out, &hash.to_be_bytes()),
        Field::Columns(bytes) | Field::Bytes(bytes) => push_field(out, bytes),
    }
}

/// Appends an array of integers as the server receives it: dimensions, whether there are NULLs, type, length and first index, elements
/// (`array_recv` in `arrayfuncs.c`).
pub(crate) fn push_integers(out: &mut Vec<u8>, values: &[Option<i32>]) {
    let mut push = |number: i32| out.extend_from_slice(&number.to_be_bytes());
    if values.is_empty() {
        return [0, 0, INTEGER].into_iter().for_each(push);
    }
    let has_null = i32::from(values.contains(&None));
    [1, has_null, INTEGER, i32::try_from(values.len()).unwrap_or(i32::MAX), 1].into_iter().for_each(&mut push);
    for value in values {
        match value {
            Some(number) => [4, *number].into_iter().for_each(&mut push),
            None => push(-1),
        }
    }
}
