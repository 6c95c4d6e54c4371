//! What the ledger is to remember of loaded records: kept beside the database's work, written into the ledger at the end of a run, in the order of its indexes.
//!
//! Takes the batches that the target took, gives rows of the ledger's tables. Nothing of it passes through a temporary table: the entries stand in memory, or sorted
//! in temporary files (`sorted.rs`).
//!
//! **Invariant**: each record has one entry of its id and one of its row, unless it was taken out again; where the key of a row is not known, there are no entries.

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;

use super::Workspace;
use super::hashed::Hashed;
use super::load::NAMED_AT_ONCE;
use super::sorted::Sorted;
use crate::backend::statement::{literal, quote};
use crate::backend::{DatabaseError, DatabaseErrorKind, Field, LEDGER_HASHES, LEDGER_ROWS, OwnTable};
use crate::catalog::BackendKind;
use crate::record::Batch;

/// The thread that makes entries of batches.
#[derive(Debug)]
pub(super) struct Collector {
    sender: SyncSender<Batch>,
    thread: JoinHandle<io::Result<Option<Entries>>>,
}

impl Collector {
    pub(super) fn new(hashed: Hashed) -> Self {
        // None waits: each is several megabytes, and the collector is done with one long before the database is with the next.
        let (sender, receiver) = sync_channel(0);
        Self { sender, thread: std::thread::spawn(move || collect(&receiver, &hashed)) }
    }

    /// Takes the records that the target took.
    pub(super) fn add(&self, batch: Batch) {
        // Who ended early has nothing to give, and says so at the end.
        let _ = self.sender.send(batch);
    }

    /// Returns all entries; `None` where one is not known, or there is no room for temporary files.
    pub(super) fn end(self) -> Option<Entries> {
        drop(self.sender);
        self.thread.join().ok()?.ok()?
    }
}

fn collect(batches: &Receiver<Batch>, hashed: &Hashed) -> io::Result<Option<Entries>> {
    let mut entries = Entries::default();
    for batch in batches {
        if entries.add(&batch, hashed)?.is_none() {
            return Ok(None);
        }
    }
    entries.ids.end()?;
    entries.rows.end()?;
    Ok(Some(entries))
}

/// What the ledger is to remember of the loaded records of a table.
#[derive(Debug)]
pub(super) struct Entries {
    /// By legacy id: number of the record, key of its row.
    ids: Sorted,
    /// By key of the row: [`Row`].
    rows: Sorted,
    /// Records that were taken out of the target again, in order.
    taken: Vec<i64>,
    /// Rows of which the database is to make the hashes.
    unhashed: u64,
    /// Sum of the rows' numbers, where all of them are known.
    weight: Option<i64>,
}

impl Default for Entries {
    fn default() -> Self {
        Self { ids: Sorted::default(), rows: Sorted::default(), taken: Vec::new(), unhashed: 0, weight: Some(0) }
    }
}

/// What is remembered of a row.
struct Row<'a> {
    seq: i64,
    hash: u128,
    raw: i64,
    /// Number of the row; negative where it is not known.
    number: i64,
    /// Hashes of its columns; none where the database is to make them.
    columns: &'a [u8],
}

impl<'a> Row<'a> {
    fn write(&self, out: &mut Vec<u8>) {
        out.clear();
        out.extend_from_slice(&self.seq.to_le_bytes());
        out.extend_from_slice(&self.hash.to_le_bytes());
        out.extend_from_slice(&self.raw.to_le_bytes());
        out.extend_from_slice(&self.number.to_le_bytes());
        out.extend_from_slice(self.columns);
    }

    fn read(bytes: &'a [u8]) -> Option<Self> {
        let (seq, rest) = bytes.split_first_chunk()?;
        let (hash, rest) = rest.split_first_chunk()?;
        let (raw, rest) = rest.split_first_chunk()?;
        let (number, columns) = rest.split_first_chunk()?;
        let [seq, raw, number] = [seq, raw, number].map(|bytes| i64::from_le_bytes(*bytes));
        Some(Self { seq, hash: u128::from_le_bytes(*hash), raw, number, columns })
    }
}

impl Entries {
    /// Adds the records of a batch; `None` where the key of a row is not known.
    fn add(&mut self, batch: &Batch, hashed: &Hashed) -> io::Result<Option<()>> {
        let (mut key, mut value) = (String::new(), Vec::new());
        for (row, head) in batch.rows.iter().enumerate() {
            key.clear();
            let Some(id) = head.legacy_id.filter(|_| hashed.push_key(&mut key, batch, row).is_some()) else { return Ok(None) };
            value.clear();
            value.extend_from_slice(&head.seq.to_le_bytes());
            value.extend_from_slice(key.as_bytes());
            self.ids.add(batch.text_of(id).as_bytes(), &value)?;
            let (columns, number) = Hashed::read(batch, row);
            self.unhashed += u64::from(columns.is_none());
            self.weight = self.weight.zip(number).and_then(|(sum, number)| sum.checked_add(number));
            let columns = columns.unwrap_or_default();
            Row { seq: head.seq, hash: head.hash, raw: head.raw, number: number.unwrap_or(-1), columns }.write(&mut value);
            self.rows.add(key.as_bytes(), &value)?;
        }
        Ok(Some(()))
    }

    /// Takes out those of these records, given in order, that are there: calls `each` with the keys of their rows, and returns their numbers.
    fn take_out<E: From<io::Error>>(&mut self, records: &[i64], mut each: impl FnMut(&str) -> Result<(), E>) -> Result<Vec<i64>, E> {
        let (mut taken, mut weight) = (Vec::new(), 0);
        self.each_row(|key, row| {
            if records.binary_search(&row.seq).is_err() {
                return Ok(());
            }
            taken.push(row.seq);
            weight += row.number;
            each(key)
        })?;
        taken.sort_unstable();
        self.taken.clone_from(&taken);
        self.weight = self.weight.map(|sum| sum - weight);
        Ok(taken)
    }

    /// Returns the sum of the rows' numbers, where all of them are known.
    pub(super) fn weight(&self) -> Option<i64> {
        self.weight
    }

    fn is_taken(&self, seq: i64) -> bool {
        self.taken.binary_search(&seq).is_ok()
    }

    /// Calls `each` with the legacy id and the key of the row of every record, by id.
    fn each_id<E: From<io::Error>>(&self, mut each: impl FnMut(&str, &str) -> Result<(), E>) -> Result<(), E> {
        self.ids.each(|id, value| {
            let (seq, key) = value.split_first_chunk().ok_or_else(is_broken)?;
            if self.is_taken(i64::from_le_bytes(*seq)) { Ok(()) } else { each(text(id)?, text(key)?) }
        })
    }

    /// Calls `each` with every row, by key.
    fn each_row<E: From<io::Error>>(&self, mut each: impl FnMut(&str, Row<'_>) -> Result<(), E>) -> Result<(), E> {
        self.rows.each(|key, value| {
            let row = Row::read(value).ok_or_else(is_broken)?;
            if self.is_taken(row.seq) { Ok(()) } else { each(text(key)?, row) }
        })
    }
}

fn text(bytes: &[u8]) -> io::Result<&str> {
    std::str::from_utf8(bytes).map_err(io::Error::other)
}

fn is_broken() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

impl Workspace<'_> {
    /// Takes records out of the target, of those that are loaded. Returns which.
    pub(super) fn take_entries_out(&mut self, table: usize, entries: &mut Entries, records: &[i64]) -> Result<Vec<i64>, DatabaseError> {
        let shape = self.shapes[table].clone();
        let primary = shape.primary.first().map_or_else(String::new, |part| quote(&part.name));
        let (mut keys, mut gone) = (Vec::with_capacity(NAMED_AT_ONCE), 0);
        let mut delete = |keys: &mut Vec<String>| -> Result<(), DatabaseError> {
            if !keys.is_empty() {
                gone += self.run(&format!("DELETE FROM {} WHERE {primary} IN ({})", shape.target, keys.join(", ")))?;
                keys.clear();
            }
            Ok(())
        };
        let taken = entries.take_out(records, |key| {
            keys.push(literal(key));
            if keys.len() < NAMED_AT_ONCE { Ok(()) } else { delete(&mut keys) }
        })?;
        delete(&mut keys)?;
        is_all(gone, taken.len() as u64, || format!("rows of `{}` that were to be taken out again", shape.table().display_name()))?;
        Ok(taken)
    }

    /// Appends the keys of the loaded rows to a temporary table.
    pub(super) fn append_keys(&mut self, to: &str, entries: &Entries) -> Result<(), DatabaseError> {
        let own = OwnTable { name: to, fixed: &[], columns: &["row_key"] };
        self.session.append_own(&own, &mut |take| entries.each_row(|key, _| take(&[Field::Text(key)])))?;
        self.tables.fill(to);
        Ok(())
    }

    /// Remembers to which rows the ids of loaded records came.
    pub(super) fn remember_ids(&mut self, table: usize, entries: &Entries, run: &str) -> Result<(), DatabaseError> {
        let (name, count) = (self.shapes[table].table().display_name(), self.loaded(table));
        let namespace = self.shapes[table].layout.namespace.clone();
        let fixed = [("target_table", Field::Text(&name)), ("namespace", Field::Text(&namespace)), ("run_id", Field::Text(run))];
        let own = OwnTable { name: LEDGER_ROWS, fixed: &fixed, columns: &["legacy_id", "row_key"] };
        self.remember_all(LEDGER_ROWS, count, |workspace| {
            let written = workspace.session.append_own(&own, &mut |take| entries.each_id(|id, key| take(&[id, key].map(Field::Text))))?;
            is_all(written, count, || format!("ids of `{name}` that were to be remembered"))
        })
    }

    /// Remembers loaded rows by their hashes; `made` is the expression by which the database makes those of a stored row `t`.
    pub(super) fn remember_rows(&mut self, table: usize, entries: &Entries, form: i64, made: &str) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let (name, count) = (shape.table().display_name(), self.loaded(table));
        let fixed = [("target_table", Field::Text(&name)), ("form", Field::Int(form))];
        let own = OwnTable { name: LEDGER_HASHES, fixed: &fixed, columns: &["row_key", "record", "raw", "cells"] };
        let mut none = Vec::new();
        if shape.kind == BackendKind::Postgres {
            crate::backend::postgres::push_integers(&mut none, &[]);
        }
        self.remember_all(LEDGER_HASHES, count, |workspace| {
            let written = workspace.session.append_own(&own, &mut |take| {
                entries.each_row(|key, row| {
                    let hashes = if row.columns.is_empty() { &none } else { row.columns };
                    take(&[Field::Text(key), Field::Record(row.hash), Field::Int(row.raw), Field::Columns(hashes)])
                })
            })?;
            is_all(written, count, || format!("rows of `{name}` that were to be remembered"))
        })?;
        if entries.unhashed > 0 {
            let empty = if shape.kind == BackendKind::Postgres { "CAST('{}' AS integer[])" } else { "''" };
            self.run(&format!(
                "UPDATE {LEDGER_HASHES} AS l SET cells = {made} FROM {} t WHERE l.target_table = {} AND l.cells = {empty} AND {}",
                shape.target,
                literal(&name),
                shape.on_ledger("t"),
            ))?;
        }
        Ok(())
    }
}

/// What was done to all of them, and not to some.
fn is_all(done: u64, of: u64, what: impl FnOnce() -> String) -> Result<(), DatabaseError> {
    if done == of {
        return Ok(());
    }
    Err(DatabaseError::new(DatabaseErrorKind::Other, format!("of {of} {}, {done} were", what())))
}
