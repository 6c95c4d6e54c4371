//! Sorts the records of a load while they pass by: which go into the target at once, and which are left aside.
//!
//! Takes batches in input order, beside the database's work. What a reference comes to is looked up in memory, and who was likely met before is left aside.
//!
//! **Invariant**: where something is not known that must be, no batch is sorted, and nothing is loaded after all.

use std::collections::HashMap;

use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

use super::Workspace;
use super::apart::{KeyParts, Said};
use super::edits::Forms;
use super::hashed::Hashed;
use super::repeats::Repeats;
use super::shape::Shape;
use crate::backend::DatabaseError;
use crate::backend::statement::quote;
use crate::catalog::{BackendKind, DataType};
use crate::record::{Batch, Cell};

/// Most rows of a table that are held in memory, so that references to it are looked up there.
const LOOKUP_MAX: usize = 50_000;

/// Says of each record of a load whether it is left aside.
#[derive(Debug)]
pub struct Sorter {
    keys: Vec<KeyParts>,
    /// Columns in which an absent field becomes a default.
    defaults: Vec<usize>,
    lookups: Vec<Lookup>,
    repeats: Repeats,
    /// In which cell the value of each column stands: what a reference comes to stands behind the cells of the record.
    pub(super) cells: Vec<usize>,
    /// How each cell is written; behind them stand the hashes.
    pub(super) types: Vec<DataType>,
    pub(super) hashed: Hashed,
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

impl Sorter {
    /// Marks the records that are left aside, and writes what the references of the others come to behind their cells. `None` where something is not known.
    pub fn sort(&mut self, batch: &mut Batch) -> Option<Vec<bool>> {
        let mut aside = Vec::with_capacity(batch.rows.len());
        let mut found = Vec::with_capacity(batch.rows.len() * self.lookups.len());
        for (row, head) in batch.rows.iter().enumerate() {
            if head.rejected {
                aside.push(true);
                found.extend(self.lookups.iter().map(|_| None));
                continue;
            }
            let cells = batch.cells_of(row);
            let mut is_aside = self.defaults.iter().any(|i| cells.get(*i) == Some(&Cell::Absent));
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

    /// Lists the records that share an id or the value of a key with another one; `None` where that is not known.
    pub(super) fn shared(self) -> Option<Vec<i64>> {
        self.repeats.shared().ok()
    }

    /// Writes the hashes of the rows of a sorted batch behind their cells.
    pub fn write_hashes(&self, batch: &mut Batch) {
        self.hashed.write(batch);
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
pub(super) fn narrow(batch: &mut Batch, width: usize) {
    let (wide, mut cell) = (batch.width.max(1), 0);
    batch.cells.retain(|_| {
        cell += 1;
        (cell - 1) % wide < width
    });
    batch.width = width;
}

impl Workspace<'_> {
    /// Returns what sorts the records of a table; `None` where a reference cannot be looked up in memory. With `tells` it makes no hashes.
    pub(super) fn sorter(&mut self, shape: &Shape, tells: bool) -> Result<Option<Sorter>, DatabaseError> {
        let mut lookups = Vec::new();
        for (column, reference) in &shape.references {
            let Some(values) = self.lookup(shape, reference)? else { return Ok(None) };
            lookups.push(Lookup { column: *column, values });
        }
        let columns = &shape.layout.columns;
        let place = |i: usize| lookups.iter().position(|lookup| lookup.column == i).map_or(i, |number| columns.len() + number);
        let cells: Vec<usize> = (0..columns.len()).map(place).collect();
        let referring = lookups.iter().map(|lookup| &columns[lookup.column]);
        let types: Vec<DataType> = columns.iter().chain(referring).map(|column| column.data_type.clone()).collect();
        let function = self.forms.as_ref().map(Forms::function).filter(|_| !tells);
        let hashed = function.map_or(Hashed::Nothing, |function| Hashed::of(shape, &cells, &types, function));
        Ok(Some(Sorter {
            cells,
            types,
            hashed,
            keys: shape.layout.keys.iter().map(|key| KeyParts::of(shape, key)).collect(),
            defaults: columns.iter().enumerate().filter(|(_, c)| c.default.is_none() && c.has_default).map(|(i, _)| i).collect(),
            lookups,
            repeats: Repeats::default(),
        }))
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
