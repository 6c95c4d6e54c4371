//! Records straight into an empty table: what is known to be a new row of its own is not staged first.
//!
//! Takes the batches of a table that has no rows. A record goes into the target at once where nothing can be in its way: its legacy id and its value of every key
//! are its own so far, what it refers to is there, and it has all its values. All others are *left aside*: they are staged and resolved as ever. At the end it
//! is known for certain which records share an id or the value of a key; those that are in the target already are taken out again and staged too. So the records of
//! the stage share nothing with the loaded ones, and are resolved as if these were not there.
//!
//! **Invariant**: a loaded record comes to the same row as a staged one would; where that cannot be told, nothing is loaded.

use std::collections::HashMap;

use super::hashed::Hashed;
use super::missing::is_none;
use super::remember::on_primary;
use super::shape::{Shape, join};
use super::sorter::{Sorter, narrow};
use super::standing::text_of_row;
use super::tables::promised;
use super::{State, Workspace};
use crate::backend::statement::quote;
use crate::backend::{AppendTarget, DatabaseError, DatabaseErrorKind, Head};
use crate::catalog::BackendKind;
use crate::record::Batch;

/// After so many batches of which the database refused most rows, the rest is staged.
const REFUSALS_MAX: u32 = 3;

/// Rows that one COPY of PostgreSQL takes, where as many come: the beginning and the end of each cost as much as dozens of rows.
const COPIED_AT_ONCE: usize = 8_000;

/// Records that one COPY takes into the stage, where as many are left aside.
const STAGED_AT_ONCE: usize = 1_000;

/// Bytes of their values after which fewer rows are enough.
const COPIED_BYTES: usize = 8 << 20;

/// Records that one statement names.
const NAMED_AT_ONCE: usize = 1_000;

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
    memory: AppendTarget,
    /// The condition under which the hashes of what is stored came with a loaded record, and an expression for them.
    hashes: Option<(&'static str, String)>,
    /// The numbers of the rows came with the records, too.
    has_numbers: bool,
    /// Rows that are to go into the target together with the next ones.
    waiting: Batch,
    /// Records that are to go into the stage together with the next ones.
    aside: Batch,
    rows: u64,
    refusals: u32,
    /// Something is not known that must be: nothing is to be loaded after all.
    is_given_up: bool,
}

impl Load {
    fn new(shape: &Shape, sorter: &Sorter, tells: bool) -> Self {
        let columns = &shape.layout.columns;
        let primary = shape.primary.iter().filter_map(|part| shape.mapped(&part.name).map(|(i, _)| i));
        // Where each record stands matters only to whoever hears of it.
        let (head, absent) = if tells { (Head::Record, shape.marked_columns()) } else { (Head::Memory, Vec::new()) };
        let hashes = sorter.hashed.columns();
        let names = head.columns().iter().map(|name| (*name).to_owned()).chain((0..shape.primary.len()).map(|k| format!("k{k}")));
        let marks = absent.iter().map(|i| format!("a{i}"));
        let memory = AppendTarget {
            table: shape.temporary("loaded"),
            columns: names.chain(hashes.iter().map(|(name, _)| name.clone())).chain(marks).collect(),
            head,
            cells: primary.chain((0..hashes.len()).map(|number| sorter.types.len() + number)).collect(),
            types: sorter.types.clone(),
            absent,
            hashed: Vec::new(),
        };
        let target = AppendTarget {
            table: shape.target.clone(),
            columns: columns.iter().map(|column| column.name.clone()).collect(),
            head: Head::Nothing,
            cells: sorter.cells.clone(),
            types: sorter.types.clone(),
            absent: Vec::new(),
            hashed: Vec::new(),
        };
        let (waiting, aside) = (Batch::default(), Batch::default());
        Self {
            target,
            memory,
            has_numbers: sorter.hashed.has_numbers(),
            hashes: sorter.hashed.of_loaded(),
            waiting,
            aside,
            rows: 0,
            refusals: 0,
            is_given_up: false,
        }
    }

    /// Columns of the table of loaded records.
    fn remembered(&self, shape: &Shape, hashed: &Hashed) -> Vec<String> {
        let types: HashMap<String, &str> = hashed.columns().into_iter().collect();
        let column = |name: &String| {
            let primary = || name.strip_prefix('k').and_then(|k| shape.primary.get(k.parse::<usize>().ok()?));
            let type_sql = match name.as_str() {
                "hash" if shape.kind == BackendKind::Postgres => "UUID",
                "lid" | "hash" => "TEXT",
                "seq" | "src" | "line" | "col" | "pos" | "raw" => "BIGINT",
                _ => types.get(name).copied().or_else(|| Some(primary()?.type_sql.as_str())).unwrap_or("SMALLINT"),
            };
            format!("{name} {type_sql}")
        };
        self.memory.columns.iter().map(column).collect()
    }
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
    waiting.absorb(&batch);
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
        let Some(sorter) = self.sorter(&shape)? else { return Ok(None) };
        let load = Load::new(&shape, &sorter, tells);
        let loaded = shape.temp("loaded");
        for sql in [
            format!("CREATE TEMPORARY TABLE {loaded} ({})", load.remembered(&shape, &sorter.hashed).join(", ")),
            format!("CREATE TEMPORARY TABLE {} (seq BIGINT NOT NULL)", shape.temp("taken")),
        ] {
            if let Some((name, sql)) = promised(sql) {
                self.tables.promise(name, sql);
            }
        }
        self.prepare_for(&loaded)?;
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
        let Some(load) = self.loads[table].as_ref().filter(|_| !batch.rows.is_empty()) else { return Ok(()) };
        let rows = batch.rows.len();
        let mut marked = vec![false; rows];
        for row in self.session.append_some(&load.target, &batch)? {
            marked[row] = true;
        }
        let mut refused = batch.take_out(&marked);
        if !batch.rows.is_empty() {
            self.session.append(&load.memory, &batch)?;
            let name = self.shapes[table].temp("loaded");
            self.tables.fill(&name);
        }
        if let Some(load) = self.loads[table].as_mut() {
            load.rows += batch.rows.len() as u64;
            load.refusals += u32::from(refused.rows.len() * 2 > rows);
        }
        narrow(&mut refused, width);
        self.append(table, &refused)
    }

    /// Ends the load: takes the records out of the target that share something with another one.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn end_load(&mut self, table: usize, sorter: Option<Sorter>) -> Result<Loaded, DatabaseError> {
        let Some(load) = self.loads[table].as_mut() else { return Ok(Loaded::Whole) };
        let is_given_up = load.is_given_up;
        if !is_given_up {
            let (rest, aside) = (std::mem::take(&mut load.waiting), std::mem::take(&mut load.aside));
            self.append(table, &aside)?;
            self.fill(table, rest, self.shapes[table].layout.columns.len())?;
        }
        let Some(shared) = sorter.filter(|_| !is_given_up).and_then(Sorter::shared) else {
            self.loads[table] = None;
            self.undo("rs_load")?;
            return Ok(Loaded::Nothing);
        };
        let taken = if shared.is_empty() { Vec::new() } else { self.take_out(table, &shared)? };
        self.release("rs_load")?;
        if let Some(load) = self.loads[table].as_mut() {
            load.rows -= taken.len() as u64;
        }
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

    /// Returns the condition under which the hashes of what is stored came with a loaded record `l`, and an expression for them.
    pub(super) fn loaded_hashes(&self, table: usize) -> Option<(&'static str, String)> {
        self.loads[table].as_ref()?.hashes.clone()
    }

    /// Counts the rows of a loaded table and adds up their numbers, as [`Workspace::versions`] does by looking at all rows; `None` where it has to.
    pub(super) fn weigh_loaded(&mut self, table: usize) -> Result<Option<String>, DatabaseError> {
        let has_numbers = self.loads[table].as_ref().is_some_and(|load| load.has_numbers);
        // A trigger may write to any table.
        if !has_numbers || self.loaded(table) == 0 || !self.shapes.iter().all(|shape| shape.table().triggers.is_empty()) {
            return Ok(None);
        }
        let shape = self.shapes[table].clone();
        let mut weighed = vec![format!("SELECT COUNT(*) AS n, COUNT(l.weight) AS m, SUM(l.weight) AS w FROM {} l", shape.temp("loaded"))];
        if self.may_be(table, State::Insert) {
            weighed.push(format!(
                "SELECT COUNT(*), COUNT(*), SUM(rs_hash_number({text})) FROM {bind} b JOIN {target} t ON {on} WHERE b.state = 2",
                text = text_of_row(shape.table(), "t"),
                bind = shape.temp("bind"),
                target = shape.target,
                on = on_primary(&shape),
            ));
        }
        let weighed = weighed.join(" UNION ALL ");
        let sql = format!("SELECT CASE WHEN SUM(q.n) = SUM(q.m) THEN SUM(q.n) || ' ' || COALESCE(SUM(q.w), 0) END FROM ({weighed}) q");
        Ok(self.rows(&sql)?.into_iter().next().and_then(|row| row.into_iter().next().flatten()))
    }
}
