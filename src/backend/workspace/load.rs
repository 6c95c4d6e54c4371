//! Records straight into an empty table: what is known to be a new row of its own is not staged first.
//!
//! Takes the batches of a table that has no rows. A record goes into the target at once where nothing can be in its way: its legacy id and its value of every key
//! are its own so far, what it refers to is there, and it has all its values. All others are *left aside*: they are staged and resolved as ever. At the end it
//! is known for certain which records share an id or the value of a key; those that are in the target already are taken out again and staged too. So the records of
//! the stage share nothing with the loaded ones, and are resolved as if these were not there.
//!
//! **Invariant**: a loaded record comes to the same row as a staged one would; where that cannot be told, nothing is loaded.

use std::sync::Arc;

use super::entries::{Collector, Entries};
use super::hashed::Hashed;
use super::missing::is_none;
use super::remember::on_primary;
use super::shape::{Shape, join};
use super::sorter::{Sorter, narrow};
use super::standing::text_of_row;
use super::tables::promised;
use super::{State, Workspace};
use crate::backend::printed::Printed;
use crate::backend::sqlite::{LOADED, LOADING};
use crate::backend::statement::quote;
use crate::backend::{AppendTarget, DatabaseError, DatabaseErrorKind, Head};
use crate::catalog::{BackendKind, DataType};
use crate::layout::ColumnLayout;
use crate::record::Batch;

/// Rows whose indexes are so big that a small cache of the file is no help.
const ROWS_MANY: u64 = 400_000;

/// After so many batches of which the database refused most rows, the rest is staged.
const REFUSALS_MAX: u32 = 3;

/// Rows that one COPY of PostgreSQL takes, where as many come: the beginning and the end of each cost as much as dozens of rows.
const COPIED_AT_ONCE: usize = 8_000;

/// Records that one COPY takes into the stage, where as many are left aside.
const STAGED_AT_ONCE: usize = 1_000;

/// Bytes of their values after which fewer rows are enough.
const COPIED_BYTES: usize = 8 << 20;

/// Records that one statement names.
pub(super) const NAMED_AT_ONCE: usize = 1_000;

/// What is to be done when all records were read once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loaded {
    /// Nothing: each record is in the target or in the stage.
    Whole,
    /// To stage these records; they are in neither.
    Without(Vec<i64>),
    /// To stage all records: nothing was loaded after all.
    Nothing,
}

/// A load that is under way, or done.
#[derive(Debug)]
pub(super) struct Load {
    target: AppendTarget,
    /// What takes the records that were loaded, while they come.
    memory: Memory,
    /// What the ledger is to remember of them, where that is no temporary table.
    entries: Option<Arc<Entries>>,
    /// Rows that are to go into the target together with the next ones.
    waiting: Batch,
    /// Records that are to go into the stage together with the next ones.
    aside: Batch,
    rows: u64,
    refusals: u32,
    /// Something is not known that must be: nothing is to be loaded after all.
    is_given_up: bool,
}

/// What takes the records that were loaded.
#[derive(Debug)]
enum Memory {
    /// A temporary table: their places are told, or their hashes cannot be made on the way.
    Table(AppendTarget),
    /// A thread that makes entries of them.
    Collector(Collector),
    /// All have come.
    Ended,
}

impl Load {
    fn new(shape: &Shape, sorter: &Sorter, tells: bool) -> Self {
        let target = AppendTarget {
            table: shape.target.clone(),
            columns: shape.layout.columns.iter().map(|column| column.name.clone()).collect(),
            head: Head::Nothing,
            cells: sorter.cells.clone(),
            types: sorter.types.clone(),
            absent: Vec::new(),
            binary: binary(shape),
            hashed: Vec::new(),
        };
        let memory = match &sorter.hashed {
            Hashed::Nothing => Memory::Table(memory(shape, sorter, tells)),
            hashed => Memory::Collector(Collector::new(hashed.clone())),
        };
        let (waiting, aside) = (Batch::default(), Batch::default());
        Self { target, memory, entries: None, waiting, aside, rows: 0, refusals: 0, is_given_up: false }
    }

    /// Takes no more records. Returns the entries of those that came, too, where there is no table of them; `None` where they are not known.
    fn end(mut self) -> Option<(Self, Option<Entries>)> {
        let entries = match std::mem::replace(&mut self.memory, Memory::Ended) {
            Memory::Collector(collector) => Some(collector.end()?),
            Memory::Table(_) | Memory::Ended => None,
        };
        Some((self, entries))
    }
}

/// The temporary table of loaded records.
fn memory(shape: &Shape, sorter: &Sorter, tells: bool) -> AppendTarget {
    let primary = shape.primary.iter().filter_map(|part| shape.mapped(&part.name).map(|(i, _)| i));
    // Where each record stands matters only to whoever hears of it.
    let (head, absent) = if tells { (Head::Record, shape.marked_columns()) } else { (Head::Memory, Vec::new()) };
    let names = head.columns().iter().map(|name| (*name).to_owned()).chain((0..shape.primary.len()).map(|k| format!("k{k}")));
    let marks = absent.iter().map(|i| format!("a{i}"));
    AppendTarget {
        table: shape.temporary("loaded"),
        columns: names.chain(marks).collect(),
        head,
        cells: primary.collect(),
        types: sorter.types.clone(),
        absent,
        binary: Vec::new(),
        hashed: Vec::new(),
    }
}

/// Types of the columns, where the binary form of all their values is known as well as what is printed of them; of decimals it is not.
fn binary(shape: &Shape) -> Vec<DataType> {
    let columns = &shape.layout.columns;
    let is_known = |column: &ColumnLayout| Printed::of(column).is_some_and(|printed| !matches!(printed, Printed::Numeric(_)));
    if shape.kind == BackendKind::Sqlite || !columns.iter().all(is_known) {
        return Vec::new();
    }
    columns.iter().map(|column| column.data_type.clone()).collect()
}

/// Columns of the temporary table of loaded records.
fn columns_of_memory(shape: &Shape, memory: &AppendTarget) -> String {
    let column = |name: &String| {
        let primary = || name.strip_prefix('k').and_then(|k| shape.primary.get(k.parse::<usize>().ok()?));
        let type_sql = match name.as_str() {
            "hash" if shape.kind == BackendKind::Postgres => "UUID",
            "lid" | "hash" => "TEXT",
            "seq" | "src" | "line" | "col" | "pos" | "raw" => "BIGINT",
            _ => primary().map_or("SMALLINT", |part| part.type_sql.as_str()),
        };
        format!("{name} {type_sql}")
    };
    memory.columns.iter().map(column).collect::<Vec<_>>().join(", ")
}

/// Takes rows, and returns all that were taken when they are worth a COPY: so many of them, or bytes enough.
fn gather(waiting: &mut Batch, batch: Batch, rows: usize) -> Batch {
    if batch.rows.is_empty() {
        return Batch::default();
    }
    let bytes = [&*waiting, &batch].map(|batch| batch.text.len() + batch.bytes.len());
    let is_enough = waiting.rows.len() + batch.rows.len() >= rows || bytes.iter().sum::<usize>() >= COPIED_BYTES;
    if is_enough && waiting.rows.is_empty() {
        return batch;
    }
    waiting.width = batch.width;
    waiting.join(&batch);
    if is_enough { std::mem::take(waiting) } else { Batch::default() }
}

impl Workspace<'_> {
    /// Begins to load the records of a table, where that can be done: returns what is to sort them. Must come before the first record. With `tells`, each new row can
    /// be told with the place of its record.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn begin_load(&mut self, table: usize, tells: bool) -> Result<Option<Sorter>, DatabaseError> {
        if !self.is_loadable(table)? {
            return Ok(None);
        }
        let shape = self.shapes[table].clone();
        let Some(sorter) = self.sorter(&shape, tells)? else { return Ok(None) };
        let load = Load::new(&shape, &sorter, tells);
        if let Memory::Table(memory) = &load.memory {
            let loaded = shape.temp("loaded");
            for sql in [
                format!("CREATE TEMPORARY TABLE {loaded} ({})", columns_of_memory(&shape, memory)),
                format!("CREATE TEMPORARY TABLE {} (seq BIGINT NOT NULL)", shape.temp("taken")),
            ] {
                if let Some((name, sql)) = promised(sql) {
                    self.tables.promise(name, sql);
                }
            }
            self.prepare_for(&loaded)?;
        }
        self.savepoint("rs_load")?;
        self.loads[table] = Some(load);
        Ok(Some(sorter))
    }

    /// Appends records to the target or to the stage, as they were sorted; `None` where something about them is not known.
    ///
    /// # Errors
    /// Whatever the database says that is not about a record.
    pub fn load(&mut self, table: usize, mut batch: Batch, sorted: Option<Vec<bool>>) -> Result<(), DatabaseError> {
        let Some(load) = self.loads[table].as_mut() else { return self.append(table, &batch) };
        let Some(mut marked) = sorted.filter(|_| !load.is_given_up) else {
            load.is_given_up = true;
            return Ok(());
        };
        if load.refusals >= REFUSALS_MAX {
            marked.fill(true);
        }
        let width = self.shapes[table].layout.columns.len();
        let mut aside = batch.take_out(&marked);
        narrow(&mut aside, width);
        if self.session.kind() == BackendKind::Postgres {
            batch = gather(&mut load.waiting, batch, COPIED_AT_ONCE);
            aside = gather(&mut load.aside, aside, STAGED_AT_ONCE);
        }
        self.append(table, &aside)?;
        self.fill(table, batch, width)
    }

    /// Appends records to the target, and those that it refuses to the stage, with so many of their cells.
    fn fill(&mut self, table: usize, mut batch: Batch, width: usize) -> Result<(), DatabaseError> {
        let Some(load) = self.loads[table].as_mut().filter(|_| !batch.rows.is_empty()) else { return Ok(()) };
        let rows = batch.rows.len();
        let mut marked = vec![false; rows];
        for row in self.session.append_some(&load.target, &batch)? {
            marked[row] = true;
        }
        let mut refused = batch.take_out(&marked);
        let before = load.rows;
        load.rows += batch.rows.len() as u64;
        if self.session.kind() == BackendKind::Sqlite && (before..load.rows).contains(&ROWS_MANY) {
            self.session.batch(LOADING)?;
        }
        load.refusals += u32::from(refused.rows.len() * 2 > rows);
        if !batch.rows.is_empty() {
            match &load.memory {
                Memory::Table(memory) => {
                    self.session.append(memory, &batch)?;
                    let name = self.shapes[table].temp("loaded");
                    self.tables.fill(&name);
                }
                Memory::Collector(collector) => collector.add(batch),
                Memory::Ended => {}
            }
        }
        narrow(&mut refused, width);
        self.append(table, &refused)
    }

    /// Ends the load: takes the records out of the target that share something with another one.
    ///
    /// # Errors
    /// Whatever the database says, or a temporary file that cannot be read.
    pub fn end_load(&mut self, table: usize, sorter: Option<Sorter>) -> Result<Loaded, DatabaseError> {
        let Some(load) = self.loads[table].as_mut() else { return Ok(Loaded::Whole) };
        let is_given_up = load.is_given_up;
        if self.session.kind() == BackendKind::Sqlite {
            self.session.batch(LOADED)?;
        }
        if !is_given_up {
            let (rest, aside) = (std::mem::take(&mut load.waiting), std::mem::take(&mut load.aside));
            self.append(table, &aside)?;
            self.fill(table, rest, self.shapes[table].layout.columns.len())?;
        }
        let shared = sorter.filter(|_| !is_given_up).and_then(Sorter::shared);
        let ended = self.loads[table].take().zip(shared).and_then(|(load, shared)| Some((load.end()?, shared)));
        let Some(((mut load, mut entries), shared)) = ended else {
            self.undo("rs_load")?;
            return Ok(Loaded::Nothing);
        };
        let taken = match &mut entries {
            _ if shared.is_empty() => Vec::new(),
            Some(entries) => self.take_entries_out(table, entries, &shared)?,
            None => self.take_out(table, &shared)?,
        };
        self.release("rs_load")?;
        load.rows -= taken.len() as u64;
        load.entries = entries.map(Arc::new);
        self.loads[table] = Some(load);
        Ok(if taken.is_empty() { Loaded::Whole } else { Loaded::Without(taken) })
    }

    /// Takes records out of the target, of those that are loaded. Returns which.
    fn take_out(&mut self, table: usize, records: &[i64]) -> Result<Vec<i64>, DatabaseError> {
        let shape = self.shapes[table].clone();
        let (loaded, taken) = (shape.temp("loaded"), shape.temp("taken"));
        for some in records.chunks(NAMED_AT_ONCE) {
            let seqs: Vec<String> = some.iter().map(|seq| format!("({seq})")).collect();
            self.run(&format!("INSERT INTO {taken} (seq) VALUES {}", seqs.join(", ")))?;
        }
        let is_staged = is_none(shape.kind, &[format!("{taken}.seq")], &["seq"], &format!("SELECT l.seq AS seq FROM {loaded} l"));
        self.run(&format!("DELETE FROM {taken} WHERE {is_staged}"))?;
        let mut seqs = Vec::new();
        self.for_each(&format!("SELECT CAST(x.seq AS TEXT) FROM {taken} x"), &mut |row| {
            seqs.extend(row.first().and_then(|seq| seq.as_deref()?.parse::<i64>().ok()));
        })?;
        seqs.sort_unstable();
        let keys = join(shape.primary.len(), ", ", |k| quote(&shape.primary[k].name));
        let values = join(shape.primary.len(), ", ", |k| format!("l.k{k}"));
        let gone = self.run(&format!(
            "DELETE FROM {} WHERE ({keys}) IN (SELECT {values} FROM {loaded} l JOIN {taken} x ON x.seq = l.seq)",
            shape.target
        ))?;
        self.run(&format!("DELETE FROM {loaded} WHERE seq IN (SELECT x.seq FROM {taken} x)"))?;
        if gone == seqs.len() as u64 {
            return Ok(seqs);
        }
        let message = format!("{} rows of `{}` were to be taken out again, and {gone} were", seqs.len(), shape.table().display_name());
        Err(DatabaseError::new(DatabaseErrorKind::Other, message))
    }

    /// Returns how many records of a table were loaded.
    #[must_use]
    pub fn loaded(&self, table: usize) -> u64 {
        self.loads[table].as_ref().map_or(0, |load| load.rows)
    }

    /// Returns what the ledger is to remember of the records of a table that were loaded, where there is no temporary table of them.
    pub(super) fn entries(&self, table: usize) -> Option<Arc<Entries>> {
        self.loads[table].as_ref()?.entries.clone()
    }

    /// Counts the rows of a loaded table and adds up their numbers, as [`Workspace::versions`] does by looking at all rows; `None` where it has to.
    pub(super) fn weigh_loaded(&mut self, table: usize) -> Result<Option<String>, DatabaseError> {
        let weight = self.entries(table).and_then(|entries| entries.weight());
        // A trigger may write to any table.
        let is_known = self.loaded(table) > 0 && self.shapes.iter().all(|shape| shape.table().triggers.is_empty());
        let Some(weight) = weight.filter(|_| is_known) else { return Ok(None) };
        let shape = self.shapes[table].clone();
        let mut weighed = format!("SELECT {} AS n, {weight} AS w", self.loaded(table));
        if self.may_be(table, State::Insert) {
            weighed = format!(
                "{weighed} UNION ALL SELECT COUNT(*), SUM(rs_hash_number({text})) FROM {bind} b JOIN {target} t ON {on} WHERE b.state = 2",
                text = text_of_row(shape.table(), "t"),
                bind = shape.temp("bind"),
                target = shape.target,
                on = on_primary(&shape),
            );
        }
        let sql = format!("SELECT SUM(q.n) || ' ' || COALESCE(SUM(q.w), 0) FROM ({weighed}) q");
        Ok(self.rows(&sql)?.into_iter().next().and_then(|row| row.into_iter().next().flatten()))
    }
}
