//! Records straight into an empty table: what is known to be a new row of its own is not staged first.
//!
//! Takes the batches of a table that has no rows. A record goes into the target at once where nothing can be in its way: its legacy id and its value of every key
//! are its own so far, what it refers to is there, and it has all its values. All others are *left aside*: they are staged and resolved as ever. At the end it
//! is known for certain which records share an id or the value of a key; those that are in the target already are taken out again and staged too. So the records of
//! the stage share nothing with the loaded ones, and are resolved as if these were not there.
//!
//! **Invariant**: a loaded record comes to the same row as a staged one would; where that cannot be told, nothing is loaded.

use std::collections::HashMap;

use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

use super::Workspace;
use super::apart::{KeyParts, Said, names_one_row};
use super::missing::is_none;
use super::repeats::Repeats;
use super::shape::{Shape, join};
use super::tables::promised;
use crate::backend::affinity::Affinity;
use crate::backend::statement::{literal, quote};
use crate::backend::{AppendTarget, DatabaseError, DatabaseErrorKind, Head, LEDGER_HASHES, LEDGER_ROWS};
use crate::catalog::{BackendKind, Column, ForeignKey, Generated, Storage};
use crate::mapping::{IdScope, OnMissing};
use crate::record::{Batch, Cell};

/// Most rows of a table that are held in memory, so that references to it are looked up there.
const LOOKUP_MAX: usize = 50_000;

/// After so many batches of which the database refused most rows, the rest is staged.
const REFUSALS_MAX: u32 = 3;

/// Rows that one COPY of PostgreSQL takes, where as many come: the beginning and the end of each cost as much as dozens of rows.
const COPIED_AT_ONCE: usize = 8_000;

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
    keys: Vec<KeyParts>,
    /// Columns in which an absent field becomes a default.
    defaults: Vec<usize>,
    lookups: Vec<Lookup>,
    repeats: Repeats,
    /// Rows that are to go into the target together with the next ones.
    waiting: Batch,
    rows: u64,
    refusals: u32,
    /// Something is not known that must be: nothing is to be loaded after all.
    is_given_up: bool,
}

/// The rows to which a column refers, by natural key.
#[derive(Debug)]
struct Lookup {
    column: usize,
    values: HashMap<String, Stored>,
}

/// A value of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stored {
    Text(String),
    Int(i64),
}

impl Load {
    fn new(shape: &Shape, lookups: Vec<Lookup>, tells: bool) -> Self {
        let columns = &shape.layout.columns;
        // What a reference comes to stands behind the cells of the record.
        let cell = |i: usize| lookups.iter().position(|lookup| lookup.column == i).map_or(i, |number| columns.len() + number);
        let types: Vec<_> =
            columns.iter().map(|c| c.data_type.clone()).chain(lookups.iter().map(|l| columns[l.column].data_type.clone())).collect();
        let has_any = columns.iter().any(|c| c.type_text.eq_ignore_ascii_case("any"));
        let hashed: Vec<(usize, Affinity)> = if shape.hashed_cells().is_empty() || has_any || shape.mixed().next().is_some() {
            Vec::new()
        } else {
            columns.iter().enumerate().map(|(i, column)| (cell(i), Affinity::of(&column.type_text))).collect()
        };
        let primary: Vec<usize> = shape.primary.iter().filter_map(|part| shape.mapped(&part.name).map(|(i, _)| i)).collect();
        // Where each record stands matters only to whoever hears of it.
        let (head, absent) = if tells { (Head::Record, shape.marked_columns()) } else { (Head::Memory, Vec::new()) };
        let marks = absent.iter().map(|i| format!("a{i}"));
        let remembered =
            head.columns().iter().map(|name| (*name).to_owned()).chain((0..primary.len()).map(|k| format!("k{k}"))).chain(marks);
        Self {
            target: AppendTarget {
                table: shape.target.clone(),
                columns: columns.iter().map(|column| column.name.clone()).collect(),
                head: Head::Nothing,
                cells: (0..columns.len()).map(cell).collect(),
                types: types.clone(),
                absent: Vec::new(),
                hashed: Vec::new(),
            },
            memory: AppendTarget {
                table: shape.temporary("loaded"),
                columns: remembered.chain((!hashed.is_empty()).then(|| "cells".to_owned())).collect(),
                head,
                cells: primary,
                types,
                absent,
                hashed,
            },
            keys: shape.layout.keys.iter().map(|key| KeyParts::of(shape, key)).collect(),
            defaults: columns.iter().enumerate().filter(|(_, c)| c.default.is_none() && c.has_default).map(|(i, _)| i).collect(),
            lookups,
            repeats: Repeats::default(),
            waiting: Batch::default(),
            rows: 0,
            refusals: 0,
            is_given_up: false,
        }
    }

    /// Columns of the table of loaded records.
    fn remembered(&self, shape: &Shape) -> Vec<String> {
        let column = |name: &String| {
            let primary = || name.strip_prefix('k').and_then(|k| shape.primary.get(k.parse::<usize>().ok()?));
            let type_sql = match name.as_str() {
                "lid" | "hash" | "cells" => "TEXT",
                "seq" | "src" | "line" | "col" | "pos" | "raw" => "BIGINT",
                _ => primary().map_or("SMALLINT", |part| part.type_sql.as_str()),
            };
            format!("{name} {type_sql}")
        };
        self.memory.columns.iter().map(column).collect()
    }

    /// Takes rows, and returns all that were taken when they are worth a COPY.
    fn gather(&mut self, batch: Batch) -> Batch {
        let waiting = &mut self.waiting;
        let bytes = [&*waiting, &batch].map(|batch| batch.text.len() + batch.bytes.len());
        let is_enough = waiting.rows.len() + batch.rows.len() >= COPIED_AT_ONCE || bytes.iter().sum::<usize>() >= COPIED_BYTES;
        if is_enough && waiting.rows.is_empty() {
            return batch;
        }
        waiting.width = batch.width;
        waiting.absorb(&batch);
        if is_enough { std::mem::take(waiting) } else { Batch::default() }
    }

    /// Marks the records that are left aside, and writes what the references of the others come to behind their cells. `None` where something is not known.
    fn sort(&mut self, batch: &mut Batch) -> Option<Vec<bool>> {
        let mut aside = Vec::with_capacity(batch.rows.len());
        let mut found = Vec::with_capacity(batch.rows.len() * self.lookups.len());
        for (row, head) in batch.rows.iter().enumerate() {
            if head.rejected {
                aside.push(true);
                found.extend(self.lookups.iter().map(|_| None));
                continue;
            }
            let cells = batch.cells_of(row);
            let mut is_aside = self.refusals >= REFUSALS_MAX || self.defaults.iter().any(|i| cells.get(*i) == Some(&Cell::Absent));
            match head.legacy_id {
                Some(id) => is_aside |= self.repeats.meet(of_key(0, xxh3_64(batch.text_of(id).as_bytes())), head.seq).ok()?,
                None => is_aside = true,
            }
            for (number, key) in (1..).zip(&self.keys) {
                match key.said(cells, batch, &|column| self.defaults.contains(&column)) {
                    Said::Nothing => {}
                    Said::Value(hash) => is_aside |= self.repeats.meet(of_key(number, hash), head.seq).ok()?,
                    Said::Unknown => return None,
                }
            }
            for lookup in &self.lookups {
                let value = match cells.get(lookup.column) {
                    Some(Cell::Text(raw)) => lookup.values.get(batch.text_of(*raw)).map(Some),
                    Some(Cell::Null | Cell::Absent) => Some(None),
                    _ => None,
                };
                is_aside |= value.is_none();
                found.push(value.flatten());
            }
            aside.push(is_aside);
        }
        widen(batch, &found);
        Some(aside)
    }
}

/// Hashes of different keys are different.
fn of_key(number: u64, hash: u64) -> u64 {
    xxh3_64_with_seed(&hash.to_le_bytes(), number)
}

/// Writes values behind the cells of each record, as many to each.
fn widen(batch: &mut Batch, found: &[Option<&Stored>]) {
    let (rows, width) = (batch.rows.len(), batch.width);
    if found.is_empty() || rows == 0 {
        return;
    }
    let each = found.len() / rows;
    let narrow = std::mem::take(&mut batch.cells);
    batch.cells.reserve(narrow.len() + found.len());
    for row in 0..rows {
        batch.cells.extend_from_slice(&narrow[row * width..(row + 1) * width]);
        for value in &found[row * each..(row + 1) * each] {
            let cell = match value {
                None => Cell::Null,
                Some(Stored::Int(int)) => Cell::Int(*int),
                Some(Stored::Text(text)) => Cell::Text(batch.push_text(text)),
            };
            batch.cells.push(cell);
        }
    }
    batch.width = width + each;
}

/// Takes what stands behind the cells of each record away again.
fn narrow(batch: &mut Batch, width: usize) {
    let (wide, mut cell) = (batch.width.max(1), 0);
    batch.cells.retain(|_| {
        cell += 1;
        (cell - 1) % wide < width
    });
    batch.width = width;
}

impl Workspace<'_> {
    /// Begins to load the records of a table, where that can be done. Must come before the first record. With `tells`, each new row can be told with the place of
    /// its record.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn begin_load(&mut self, table: usize, tells: bool) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        if !self.empty[table] || !self.is_alone(table) || !is_plain(&shape) || !self.is_unknown_to_ledger(&shape)? {
            return Ok(());
        }
        let mut lookups = Vec::new();
        for (column, reference) in &shape.references {
            let Some(values) = self.lookup(&shape, reference)? else { return Ok(()) };
            lookups.push(Lookup { column: *column, values });
        }
        let load = Load::new(&shape, lookups, tells);
        let loaded = shape.temp("loaded");
        for sql in [
            format!("CREATE TEMPORARY TABLE {loaded} ({})", load.remembered(&shape).join(", ")),
            format!("CREATE TEMPORARY TABLE {} (seq BIGINT NOT NULL)", shape.temp("taken")),
        ] {
            if let Some((name, sql)) = promised(sql) {
                self.tables.promise(name, sql);
            }
        }
        self.prepare_for(&loaded)?;
        self.savepoint("rs_load")?;
        self.loads[table] = Some(load);
        Ok(())
    }

    /// Appends records to the target or to the stage.
    ///
    /// # Errors
    /// Whatever the database says that is not about a record.
    pub fn load(&mut self, table: usize, mut batch: Batch) -> Result<(), DatabaseError> {
        let Some(load) = self.loads[table].as_mut() else { return self.append(table, &batch) };
        if load.is_given_up {
            return Ok(());
        }
        let width = batch.width;
        let Some(marked) = load.sort(&mut batch) else {
            load.is_given_up = true;
            return Ok(());
        };
        let mut aside = batch.take_out(&marked);
        if self.session.kind() == BackendKind::Postgres && !batch.rows.is_empty() {
            batch = load.gather(batch);
        }
        narrow(&mut aside, width);
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
    pub fn end_load(&mut self, table: usize) -> Result<Loaded, DatabaseError> {
        let Some(load) = self.loads[table].as_mut() else { return Ok(Loaded::Whole) };
        if !load.is_given_up {
            let rest = std::mem::take(&mut load.waiting);
            self.fill(table, rest, self.shapes[table].layout.columns.len())?;
        }
        let Some(load) = self.loads[table].as_mut() else { return Ok(Loaded::Whole) };
        let shared = if load.is_given_up { None } else { std::mem::take(&mut load.repeats).shared().ok() };
        let Some(shared) = shared else {
            self.loads[table] = None;
            self.undo("rs_load")?;
            return Ok(Loaded::Nothing);
        };
        let taken = if shared.is_empty() { Vec::new() } else { self.take_out(table, &shared)? };
        self.release("rs_load")?;
        if let Some(load) = self.loads[table].as_mut() {
            load.rows -= taken.len() as u64;
            load.lookups.clear();
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

    /// Says that the hashes of what is stored came with most of the loaded records.
    pub(super) fn has_loaded_hashes(&self, table: usize) -> bool {
        self.loads[table].as_ref().is_some_and(|load| !load.memory.hashed.is_empty())
    }

    /// Says that no other table of the run has to do with the records of a table, and that no row goes.
    fn is_alone(&self, table: usize) -> bool {
        let names = |child: usize| self.parents(child).0.contains(&table);
        self.leaning[table].is_none()
            && self.parents(table).0.is_empty()
            && !(0..self.shapes.len()).any(names)
            && self.shapes.iter().all(|shape| shape.layout.on_missing == OnMissing::Keep)
    }

    /// Says that the ledger knows no row of a table, and that the table is one whose rows are written as they are given.
    fn is_unknown_to_ledger(&mut self, shape: &Shape) -> Result<bool, DatabaseError> {
        let name = literal(&shape.table().display_name());
        let mut asked = Vec::new();
        if self.ledger {
            asked.push(format!("SELECT 1 FROM {LEDGER_ROWS} l WHERE l.target_table = {name}"));
        }
        if self.forms.is_some() {
            asked.push(format!("SELECT 1 FROM {LEDGER_HASHES} l WHERE l.target_table = {name}"));
        }
        if shape.kind == BackendKind::Postgres {
            asked.push(format!(
                "SELECT 1 FROM pg_catalog.pg_class c WHERE c.oid = {}::regclass AND (c.relkind <> 'r' OR c.relhasrules)",
                literal(&shape.target)
            ));
        }
        Ok(asked.is_empty() || !self.has_rows(&asked.join(" UNION ALL "))?)
    }

    /// Reads the rows that a reference can name; `None` where there are too many, or one cannot be told from its text.
    fn lookup(
        &mut self,
        shape: &Shape,
        reference: &crate::layout::ReferenceLayout,
    ) -> Result<Option<HashMap<String, Stored>>, DatabaseError> {
        let Some(by) = &reference.by else { return Ok(None) };
        let parent = Shape::bare(shape.kind, &reference.table);
        let value = format!("tp.{}", quote(&reference.stores));
        let value = match shape.kind {
            BackendKind::Postgres => format!("'t' || CAST({value} AS TEXT)"),
            BackendKind::Sqlite => format!("CASE typeof({value}) WHEN 'text' THEN 't' || {value} WHEN 'integer' THEN 'i' || {value} END"),
        };
        let (by, limit) = (quote(by), LOOKUP_MAX + 1);
        let sql = format!("SELECT CAST(tp.{by} AS TEXT), {value} FROM {} tp WHERE tp.{by} IS NOT NULL LIMIT {limit}", parent.target);
        let (mut values, mut is_known) = (HashMap::new(), true);
        self.for_each(&sql, &mut |row| {
            let mut fields = row.into_iter();
            match (fields.next().flatten(), fields.next().flatten().as_deref().and_then(Stored::read)) {
                (Some(raw), Some(value)) => is_known &= values.insert(raw, value).is_none(),
                _ => is_known = false,
            }
        })?;
        Ok(Some(values).filter(|values| is_known && values.len() <= LOOKUP_MAX))
    }
}

impl Stored {
    fn read(text: &str) -> Option<Self> {
        match text.split_at_checked(1)? {
            ("t", text) => Some(Self::Text(text.to_owned())),
            ("i", number) => number.parse().ok().map(Self::Int),
            _ => None,
        }
    }
}

/// Says that what becomes of a record in an empty table follows from the record: no trigger, no rule, no number that the database gives, every key one whose values
/// can be compared, every foreign key a reference that can be looked up.
fn is_plain(shape: &Shape) -> bool {
    let (table, layout) = (shape.table(), &shape.layout);
    let is_mapped = |part: &super::shape::PrimaryPart| shape.mapped(&part.name).is_some_and(|(i, _)| shape.reference_number(i).is_none());
    let key = |number: usize| layout.keys.iter().find(|key| key.key == number);
    let is_compared = |(number, of): (usize, &crate::catalog::Key)| {
        let all = key(number).is_some_and(|key| KeyParts::of(shape, key).are_all(shape, key));
        all && of.on_conflict.is_none() && of.unsupported.is_none()
    };
    let refers = |(i, reference): &(usize, crate::layout::ReferenceLayout)| {
        table.column(&layout.columns[*i].name).is_some_and(|column| names_one_row(shape.kind, reference, column))
    };
    layout.legacy_id.is_some()
        && layout.scope != IdScope::Run
        && !shape.primary.is_empty()
        && shape.primary.iter().all(is_mapped)
        && table.triggers.is_empty()
        && !table.row_security
        && table.storage != Storage::Partitioned
        && table.columns.iter().all(|column| is_given(shape, column))
        && table.keys.iter().enumerate().all(is_compared)
        && table.foreign_keys.iter().all(|key| is_looked_up(shape, key))
        && shape.references.iter().all(refers)
}

/// Says that no number is given to a column in the order in which rows come.
fn is_given(shape: &Shape, column: &Column) -> bool {
    let is_mapped = shape.mapped(&column.name).is_some();
    match column.generated {
        Generated::No => true,
        Generated::Stored(_) | Generated::Virtual(_) => !is_mapped,
        // SQLite remembers the highest number that was ever inserted, that of a row which is taken out again too.
        Generated::Rowid(true) => false,
        Generated::IdentityAlways | Generated::IdentityByDefault | Generated::Rowid(false) => is_mapped && shape.is_primary(&column.name),
    }
}

/// Says that a foreign key is that of a reference, or has no value.
fn is_looked_up(shape: &Shape, key: &ForeignKey) -> bool {
    let [column] = key.columns.as_slice() else { return false };
    let Some((i, _)) = shape.mapped(column) else {
        return shape.table().column(column).is_some_and(|c| c.nullable && c.default.is_none());
    };
    let names = |(of, reference): &(usize, crate::layout::ReferenceLayout)| {
        let same = reference.table.name == key.parent_table && reference.table.schema == key.parent_schema;
        *of == i && same && key.parent_columns.first().is_none_or(|stores| *stores == reference.stores)
    };
    shape.references.iter().any(names)
}
