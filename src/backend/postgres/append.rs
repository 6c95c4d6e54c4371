//! Fills a table of PostgreSQL: one `COPY ... FROM STDIN` a batch.
//!
//! **Invariant**: a batch is appended whole or not at all.

use std::cell::RefCell;
use std::io;
use std::ops::Range;

use diesel::pg::{CopyFormat, CopyTarget, Pg};
use diesel::prelude::*;
use diesel::query_builder::AstPass;
use diesel::result::Error;
use diesel::sql_types::Text;

use super::{copy_binary, copy_text};
use crate::backend::AppendTarget;
use crate::backend::statement::quote;
use crate::record::Batch;

/// Bytes handed to the client library at once.
pub(super) const CHUNK_BYTES: usize = 64 * 1024;

diesel::table! {
    /// Stands for the table, whose name and columns are known at run time only.
    filled (seq) {
        seq -> BigInt,
    }
}

thread_local! {
    /// Target of the COPY that is under way on this thread: diesel asks the type for it, not a value.
    static TARGET: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The table of [`TARGET`].
struct RunTimeTarget;

impl CopyTarget for RunTimeTarget {
    type Table = filled::table;
    type SqlType = Text;

    fn walk_target(mut pass: AstPass<'_, '_, Pg>) -> QueryResult<()> {
        TARGET.with_borrow(|target| pass.push_sql(target));
        Ok(())
    }
}

/// Appends rows of a batch.
pub(super) fn append(connection: &mut PgConnection, to: &AppendTarget, batch: &Batch, rows: Range<usize>) -> QueryResult<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let is_binary = !to.binary.is_empty() && copy_binary::fits(batch, rows.clone(), to);
    let (format, write_rows) =
        if is_binary { (CopyFormat::Binary, write_binary as Write) } else { (CopyFormat::Text, write_text as Write) };
    let write =
        |sink: &mut dyn io::Write| write_rows(sink, batch, rows.clone(), to).map_err(|error| Error::SerializationError(Box::new(error)));
    copy(connection, (&to.table, &to.columns), format, write)?;
    Ok(())
}

/// Writes rows in one of the formats.
type Write = fn(&mut dyn io::Write, &Batch, Range<usize>, &AppendTarget) -> io::Result<()>;

/// Copies what `write` writes into columns of a table, and returns how many rows.
pub(super) fn copy<E: From<Error> + std::error::Error>(
    connection: &mut PgConnection,
    (table, columns): (&str, &[impl AsRef<str>]),
    format: CopyFormat,
    write: impl Fn(&mut dyn io::Write) -> Result<(), E>,
) -> Result<usize, E> {
    let columns: Vec<String> = columns.iter().map(|name| quote(name.as_ref())).collect();
    TARGET.set(format!("{table} ({})", columns.join(", ")));
    diesel::copy_from(filled::table).from_raw_data(RunTimeTarget, write).with_format(format).execute(connection)
}

fn write_text(sink: &mut dyn io::Write, batch: &Batch, rows: Range<usize>, to: &AppendTarget) -> io::Result<()> {
    let (mut chunk, mut scratch) = (Vec::with_capacity(CHUNK_BYTES + CHUNK_BYTES / 8), String::new());
    for row in rows {
        copy_text::push_row(&mut chunk, &mut scratch, batch, row, to);
        if chunk.len() >= CHUNK_BYTES {
            sink.write_all(&chunk)?;
            chunk.clear();
        }
    }
    sink.write_all(&chunk)
}

fn write_binary(sink: &mut dyn io::Write, batch: &Batch, rows: Range<usize>, to: &AppendTarget) -> io::Result<()> {
    let mut chunk = Vec::with_capacity(CHUNK_BYTES + CHUNK_BYTES / 8);
    chunk.extend_from_slice(copy_binary::HEADER);
    for row in rows {
        copy_binary::push_row(&mut chunk, batch, row, to)?;
        if chunk.len() >= CHUNK_BYTES {
            sink.write_all(&chunk)?;
            chunk.clear();
        }
    }
    chunk.extend_from_slice(&copy_binary::TRAILER.to_be_bytes());
    sink.write_all(&chunk)
}
