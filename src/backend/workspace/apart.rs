//! Keys by which all staged records are apart, told from the records on their way to the stage.
//!
//! Takes batches, gives for each key whether every record has a value of its own; then the database need not be asked who shares one. Hashes of values are
//! compared, of columns whose values differ by the database's equality wherever they differ here.
//!
//! **Invariant**: records that are said to be apart are apart; the opposite may be said in error.

use xxhash_rust::xxh3::xxh3_64_with_seed;

use super::Workspace;
use super::distinct::Distinct;
use super::references::is_unique;
use super::shape::Shape;
use crate::backend::affinity::Affinity;
use crate::catalog::{BackendKind, Column, DataType, KeyPart};
use crate::layout::{KeyLayout, ReferenceLayout};
use crate::record::{Batch, Cell};

/// How the cells of a column are compared: only those of this kind can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Text of at most so many bytes: PostgreSQL cuts off blanks beyond the column's length.
    Text(u32),
    Int,
    Bool,
    Uuid,
    Date,
    Time,
    Timestamp,
    TimestampTz,
}

/// What is known of one key.
#[derive(Debug)]
enum Values {
    /// Hashes of the values so far.
    Taken(Distinct),
    /// All records are apart.
    Apart,
    /// The database has to be asked.
    Unknown,
}

impl Values {
    fn take(&mut self, hash: u64) {
        match self {
            Self::Taken(hashes) => hashes.add(hash),
            _ => *self = Self::Unknown,
        }
    }

    fn end(&mut self) {
        if let Self::Taken(hashes) = self {
            *self = if std::mem::take(hashes).are_all() { Self::Apart } else { Self::Unknown };
        }
    }
}

/// The parts of a key that can be compared: where these are apart, the whole key is.
#[derive(Debug)]
pub(super) struct KeyParts {
    /// Numbers of columns of the layout.
    parts: Vec<(usize, Kind)>,
    nulls_equal: bool,
}

/// What a record says for a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// A NULL that equals nothing.
    Nothing,
    /// A value with this hash.
    Value(u64),
    /// What the database may take for another value.
    Unknown,
}

/// What is known of one key.
#[derive(Debug)]
struct KeyValues {
    key: KeyParts,
    values: Values,
}

/// What is known of the staged records of one table.
#[derive(Debug)]
pub(super) struct Apart {
    ids: Values,
    keys: Vec<KeyValues>,
    /// Columns whose absent fields matter, each with whether any record lacks it.
    absent: Vec<(usize, bool)>,
    /// True once all records are known.
    ended: bool,
}

impl Apart {
    pub(super) fn new(shape: &Shape) -> Self {
        let key = |layout: &KeyLayout| {
            let key = KeyParts::of(shape, layout);
            let values = if key.parts.is_empty() { Values::Unknown } else { Values::Taken(Distinct::default()) };
            KeyValues { key, values }
        };
        Self {
            ids: Values::Taken(Distinct::default()),
            keys: shape.layout.keys.iter().map(key).collect(),
            absent: shape.absent_columns().into_iter().map(|i| (i, false)).collect(),
            ended: false,
        }
    }

    /// Takes note of records; those that are rejected already take part in nothing.
    fn add(&mut self, batch: &Batch) {
        for (row, head) in batch.rows.iter().enumerate().filter(|(_, head)| !head.rejected) {
            if let Some(id) = head.legacy_id {
                self.ids.take(xxh3_64_with_seed(batch.text_of(id).as_bytes(), 0));
            }
            let cells = batch.cells_of(row);
            for (column, seen) in &mut self.absent {
                *seen |= cells.get(*column) == Some(&Cell::Absent);
            }
            for key in &mut self.keys {
                key.add(cells, batch, &self.absent);
            }
        }
    }

    /// Compares. Must come after the last record.
    fn end(&mut self) {
        self.ended = true;
        self.ids.end();
        self.keys.iter_mut().for_each(|key| key.values.end());
    }
}

impl KeyValues {
    fn add(&mut self, cells: &[Cell], batch: &Batch, absent: &[(usize, bool)]) {
        if matches!(self.values, Values::Unknown) {
            return;
        }
        match self.key.said(cells, batch, &|column| absent.iter().any(|(i, _)| *i == column)) {
            Said::Nothing => {}
            Said::Value(hash) => self.values.take(hash),
            Said::Unknown => self.values = Values::Unknown,
        }
    }
}

impl KeyParts {
    pub(super) fn of(shape: &Shape, layout: &KeyLayout) -> Self {
        let nulls_equal = shape.key(layout).nulls_equal || layout.nulls_equal;
        Self { parts: parts(shape, layout, nulls_equal), nulls_equal }
    }

    /// Says that all parts of the key can be compared.
    pub(super) fn are_all(&self, shape: &Shape, layout: &KeyLayout) -> bool {
        !self.parts.is_empty() && self.parts.len() == shape.key(layout).parts.len()
    }

    /// Tells what a record says for the key; `has_default` says of which columns an absent field becomes something else than NULL.
    pub(super) fn said(&self, cells: &[Cell], batch: &Batch, has_default: &dyn Fn(usize) -> bool) -> Said {
        let mut hash = 0;
        for (column, kind) in &self.parts {
            let cell = cells.get(*column).copied().unwrap_or(Cell::Absent);
            let is_default = cell == Cell::Absent && has_default(*column);
            match cell {
                // A key with a NULL is not looked at.
                Cell::Null | Cell::Absent if !is_default && !self.nulls_equal => return Said::Nothing,
                Cell::Null | Cell::Absent if !is_default => hash = xxh3_64_with_seed(&[], hash ^ 1),
                _ => match kind.hash(cell, batch, hash) {
                    Some(next) => hash = next,
                    None => return Said::Unknown,
                },
            }
        }
        Said::Value(hash)
    }
}

impl Kind {
    /// Adds a value to a hash; `None` where the database may take it for another one.
    fn hash(self, cell: Cell, batch: &Batch, seed: u64) -> Option<u64> {
        let number = |number: i64| Some(xxh3_64_with_seed(&number.to_le_bytes(), seed));
        match (self, cell) {
            (Self::Text(bytes), Cell::Text(span)) if span.len <= bytes => Some(xxh3_64_with_seed(batch.text_of(span).as_bytes(), seed)),
            (Self::Uuid, Cell::Uuid(span)) => Some(xxh3_64_with_seed(batch.bytes_of(span), seed)),
            (Self::Int, Cell::Int(value))
            | (Self::Time, Cell::Time(value))
            | (Self::Timestamp, Cell::Timestamp(value))
            | (Self::TimestampTz, Cell::TimestampTz(value)) => number(value),
            (Self::Date, Cell::Date(days)) => number(i64::from(days)),
            (Self::Bool, Cell::Bool(flag)) => number(i64::from(flag)),
            _ => None,
        }
    }

    /// How values of a stored column are compared, if they can be.
    fn of(backend: BackendKind, column: &Column) -> Option<Self> {
        if column.collation.is_some() {
            return None;
        }
        let is_exactly = |name: &str| backend == BackendKind::Sqlite || column.type_text == name;
        match column.data_type {
            DataType::Text { max_chars } if keeps_text(backend, column) => Some(Self::Text(max_chars.unwrap_or(u32::MAX))),
            DataType::Int { .. } => Some(Self::Int),
            DataType::Bool => Some(Self::Bool),
            DataType::Uuid => Some(Self::Uuid),
            DataType::Date => Some(Self::Date),
            // A column may round to fewer digits.
            DataType::Time if is_exactly("time without time zone") => Some(Self::Time),
            DataType::Timestamp if is_exactly("timestamp without time zone") => Some(Self::Timestamp),
            DataType::TimestampTz if is_exactly("timestamp with time zone") => Some(Self::TimestampTz),
            _ => None,
        }
    }
}

/// Says that a column of texts stores each as it is, and that different ones are not equal.
fn keeps_text(backend: BackendKind, column: &Column) -> bool {
    match backend {
        BackendKind::Postgres => column.type_text == "text" || column.type_text.starts_with("character varying"),
        BackendKind::Sqlite => matches!(Affinity::of(&column.type_text), Affinity::Text | Affinity::None),
    }
}

fn parts(shape: &Shape, layout: &KeyLayout, nulls_equal: bool) -> Vec<(usize, Kind)> {
    let key = shape.key(layout);
    // What excludes each other by other operators may do so with different values.
    if !key.operators.is_empty() {
        return Vec::new();
    }
    key.parts.iter().filter_map(|part| part_of(shape, part, nulls_equal)).collect()
}

fn part_of(shape: &Shape, part: &KeyPart, nulls_equal: bool) -> Option<(usize, Kind)> {
    let KeyPart::Column { name, collation: None } = part else { return None };
    let (i, layout) = shape.mapped(name)?;
    let column = shape.table().column(name)?;
    let kind = Kind::of(shape.kind, column).filter(|_| !shape.is_cast(layout))?;
    match shape.reference_number(i).and_then(|number| shape.references.get(number)) {
        None => Some((i, kind)),
        // Two that name nothing are both NULL.
        Some(_) if nulls_equal => None,
        Some((_, reference)) => names_one_row(shape.kind, reference, column).then_some((i, Kind::Text(u32::MAX))),
    }
}

/// Says that different texts of a reference come to different values: each is the natural key of another row.
pub(super) fn names_one_row(backend: BackendKind, reference: &ReferenceLayout, child: &Column) -> bool {
    let Some(by) = reference.by.as_ref().filter(|_| !reference.late) else { return false };
    let parent = Shape::bare(backend, &reference.table);
    let column = |name: &str| reference.table.column(name);
    let is_text = column(by).is_some_and(|c| matches!(Kind::of(backend, c), Some(Kind::Text(_))));
    let is_same = column(&reference.stores).is_some_and(|c| c.data_type == child.data_type && c.collation.is_none());
    is_text && is_same && is_unique(&parent, &reference.stores)
}

impl Workspace<'_> {
    /// Takes note of records on their way to the stage.
    pub(super) fn compare(&mut self, table: usize, batch: &Batch) {
        self.apart[table].add(batch);
    }

    /// Ends the comparison of a table's records.
    pub(super) fn end_comparison(&mut self, table: usize) {
        self.apart[table].end();
    }

    /// Says that no two records of the stage have the same legacy id.
    pub(super) fn has_ids_apart(&self, table: usize) -> bool {
        self.apart.get(table).is_some_and(|apart| matches!(apart.ids, Values::Apart))
    }

    /// Says that no two records of the stage say the same value of a key.
    pub(super) fn is_apart(&self, table: usize, key: usize) -> bool {
        self.apart.get(table).and_then(|apart| apart.keys.get(key)).is_some_and(|key| matches!(key.values, Values::Apart))
    }

    /// Says that no record of the stage lacks the field of a column where that matters.
    pub(super) fn is_complete(&self, table: usize, column: usize) -> bool {
        self.apart.get(table).is_some_and(|apart| apart.ended && apart.absent.iter().all(|(i, seen)| *i != column || !seen))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Position, RowHead};

    fn are_apart(kind: Kind, nulls_equal: bool, cells: &[Cell], batch: &Batch) -> bool {
        let mut key = KeyValues { key: KeyParts { parts: vec![(0, kind)], nulls_equal }, values: Values::Taken(Distinct::default()) };
        for cell in cells {
            key.add(&[*cell], batch, &[(1, false)]);
        }
        key.values.end();
        matches!(key.values, Values::Apart)
    }

    #[test]
    fn tells_values_apart() {
        let mut batch = Batch::new(1);
        let (a, b, long) = (batch.push_text("a"), batch.push_text("b"), batch.push_text("a long one"));
        let check =
            |kind, nulls_equal, cells: &[Cell], expect| assert_eq!(are_apart(kind, nulls_equal, cells, &batch), expect, "{cells:?}");
        check(Kind::Text(4), false, &[Cell::Text(a), Cell::Text(b), Cell::Null, Cell::Null], true);
        check(Kind::Text(4), false, &[Cell::Text(a), Cell::Text(b), Cell::Text(a)], false);
        check(Kind::Text(4), true, &[Cell::Text(a), Cell::Null], true);
        check(Kind::Text(4), true, &[Cell::Null, Cell::Null], false);
        check(Kind::Text(4), false, &[Cell::Text(long)], false);
        check(Kind::Text(4), false, &[Cell::Int(1)], false);
        check(Kind::Int, false, &[Cell::Int(1), Cell::Int(-1)], true);
        check(Kind::Int, false, &[], true);
    }

    #[test]
    fn a_default_is_not_known() {
        let mut key =
            KeyValues { key: KeyParts { parts: vec![(1, Kind::Int)], nulls_equal: false }, values: Values::Taken(Distinct::default()) };
        key.add(&[Cell::Int(1), Cell::Absent], &Batch::new(2), &[(1, false)]);
        assert!(matches!(key.values, Values::Unknown));
    }

    #[test]
    fn rejected_records_do_not_count() {
        let mut apart = Apart { ids: Values::Taken(Distinct::default()), keys: Vec::new(), absent: Vec::new(), ended: false };
        let mut batch = Batch::new(0);
        for rejected in [false, true] {
            let legacy_id = Some(batch.push_text("same"));
            let position = Position::default();
            batch.rows.push(RowHead { seq: 0, source: 0, position, legacy_id, rejected, hash: 0, raw: 0, adds: 0 });
        }
        apart.add(&batch);
        apart.end();
        assert!(matches!(apart.ids, Values::Apart));
    }
}
