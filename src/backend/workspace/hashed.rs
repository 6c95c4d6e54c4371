//! Hashes of loaded rows, made on their way to the target: what the ledger is to remember of them, so that the database need not look at the rows again.
//!
//! Takes batches beside the database's work, and writes the hashes behind the cells.
//!
//! **Invariant**: a hash is that of what the database will store, or is left out.

use super::shape::Shape;
use super::standing::is_number;
use crate::backend::affinity::Affinity;
use crate::backend::postgres;
use crate::backend::printed::Printed;
use crate::backend::sqlite::{RowPart, StoredRow};
use crate::catalog::{BackendKind, Column, DataType, Generated};
use crate::record::{Batch, Cell};

/// Which hashes are made, those of all columns or none; and how the key of a row is told from its record.
#[derive(Clone, Debug)]
pub(super) enum Hashed {
    /// None.
    Nothing,
    Sqlite {
        /// Number of the cell of the key, and what its column makes of values.
        key: (usize, Affinity),
        /// Numbers of the cells, each with what its column makes of values.
        cells: Vec<(usize, Affinity)>,
        /// How each cell is written.
        types: Vec<DataType>,
        /// The parts of the row whose number is made, too, where it can be.
        row: Option<Vec<RowPart>>,
    },
    Postgres {
        /// Number of the cell of the key, and how its column prints values.
        key: (usize, Printed),
        /// Numbers of the cells, each with how its column prints values.
        cells: Vec<(usize, Printed)>,
    },
}

impl Hashed {
    /// Which hashes are made of the rows of a table: `cells` says in which cell the value of each column stands, and `types` how each cell is written.
    pub(super) fn of(shape: &Shape, cells: &[usize], types: &[DataType], function: &str) -> Self {
        let [primary] = shape.primary.as_slice() else { return Self::Nothing };
        let Some((at, key)) = shape.mapped(&primary.name) else { return Self::Nothing };
        if shape.mixed().next().is_some() {
            return Self::Nothing;
        }
        let columns = shape.layout.columns.iter().enumerate();
        match shape.kind {
            BackendKind::Postgres => {
                let printed = |(i, column)| if cells[i] == i { Printed::of(column) } else { Printed::of_reference(column) };
                let all: Option<Vec<_>> = columns.map(|column| Some((cells[column.0], printed(column)?))).collect();
                let key = Printed::of(key).filter(|printed| matches!(printed, Printed::Int | Printed::Uuid | Printed::Text(_)));
                match (all, key) {
                    (Some(cells), Some(key)) if function == postgres::HASH_FUNCTION => Self::Postgres { key: (at, key), cells },
                    _ => Self::Nothing,
                }
            }
            BackendKind::Sqlite => {
                let has_any = shape.layout.columns.iter().any(|c| c.type_text.eq_ignore_ascii_case("any"));
                let affinity = Affinity::of(&key.type_text);
                let is_told = match key.data_type {
                    DataType::Int { .. } => affinity == Affinity::Number,
                    DataType::Text { .. } => affinity == Affinity::Text,
                    // A type of that name is one of numbers to SQLite, which takes none for one.
                    DataType::Uuid => matches!(affinity, Affinity::Text | Affinity::Number),
                    _ => false,
                };
                if !is_told || shape.hashed_cells().is_empty() || has_any {
                    return Self::Nothing;
                }
                let parts = shape.table().columns.iter().filter(|c| !c.generated.is_computed()).map(|column| part(shape, cells, column));
                Self::Sqlite {
                    key: (at, affinity),
                    cells: columns.map(|(i, column)| (cells[i], Affinity::of(&column.type_text))).collect(),
                    types: types.to_vec(),
                    row: parts.collect(),
                }
            }
        }
    }

    /// Writes behind the cells of each row: its hashes, as the ledger stores them, and the number of the row in SQLite; NULL where one is not known.
    pub(super) fn write(&self, batch: &mut Batch) {
        if matches!(self, Self::Nothing) || batch.rows.is_empty() {
            return;
        }
        let (width, mut scratch, mut array) = (batch.width, String::new(), Vec::new());
        let mut wide = Vec::with_capacity(batch.cells.len() + batch.rows.len() * HASHED);
        for row in 0..batch.rows.len() {
            let cells = batch.cells_of(row);
            wide.extend_from_slice(cells);
            match self {
                Self::Nothing => {}
                Self::Sqlite { cells: columns, types, row: parts, .. } => {
                    let row = StoredRow { cells, batch, types };
                    let hashes = row.hashes(columns, &mut scratch);
                    let number = parts.as_ref().and_then(|parts| row.number(parts, &mut scratch)).map_or(Cell::Null, Cell::Int);
                    wide.extend([hashes.map_or(Cell::Null, |hashes| Cell::Bytes(batch.push_bytes(hashes.as_bytes()))), number]);
                }
                Self::Postgres { cells: columns, .. } => {
                    let hashes = postgres::hashes(cells, batch, columns, &mut scratch).map(|hashes| {
                        array.clear();
                        postgres::push_integers(&mut array, &hashes);
                        Cell::Bytes(batch.push_bytes(&array))
                    });
                    wide.extend([hashes.unwrap_or(Cell::Null), Cell::Null]);
                }
            }
        }
        (batch.cells, batch.width) = (wide, width + HASHED);
    }

    /// Reads what was written behind the cells of a row: its hashes, and the number of the row.
    pub(super) fn read(batch: &Batch, row: usize) -> (Option<&[u8]>, Option<i64>) {
        match batch.cells_of(row) {
            [.., hashes, number] => (
                if let Cell::Bytes(span) = hashes { Some(batch.bytes_of(*span)) } else { None },
                if let Cell::Int(number) = number { Some(*number) } else { None },
            ),
            _ => (None, None),
        }
    }

    /// Appends the key of a row as the ledger writes it; `None` where it is not known.
    pub(super) fn push_key(&self, out: &mut String, batch: &Batch, row: usize) -> Option<()> {
        let cells = batch.cells_of(row);
        match self {
            Self::Nothing => None,
            Self::Sqlite { key: (at, affinity), types, .. } => {
                out.push_str(&StoredRow { cells, batch, types }.text(*at, *affinity)?);
                Some(())
            }
            Self::Postgres { key: (at, printed), .. } => printed.push(out, *cells.get(*at)?, batch),
        }
    }
}

/// Cells that are written behind those of a row.
const HASHED: usize = 2;

/// What will stand in a column of a loaded row of SQLite; `None` where the database knows that alone.
fn part(shape: &Shape, cells: &[usize], column: &Column) -> Option<RowPart> {
    let cell = shape.mapped(&column.name).map(|(i, _)| cells[i]);
    let is_null = column.default.is_none() && column.generated == Generated::No;
    let part = RowPart { cell, affinity: Affinity::of(&column.type_text), is_number: is_number(column) };
    (cell.is_some() || is_null).then_some(part)
}
