//! Hashes of loaded rows, made on their way to the target: what the ledger is to remember of them, so that the database need not look at the rows again.
//!
//! Takes batches beside the database's work, and writes the hashes behind the cells.
//!
//! **Invariant**: a hash is that of what the database will store, or is left out.

use super::shape::{Shape, join};
use super::standing::is_number;
use crate::backend::affinity::Affinity;
use crate::backend::postgres;
use crate::backend::printed::Printed;
use crate::backend::sqlite::{RowPart, StoredRow};
use crate::catalog::{BackendKind, Column, DataType, Generated};
use crate::record::{Batch, Cell};

/// Columns whose hashes have columns of their own in PostgreSQL, which takes 1,600 in all.
const HASHED_MAX: usize = 800;

/// Which hashes are made: those of all columns, or none.
#[derive(Debug)]
pub(super) enum Hashed {
    /// None.
    Nothing,
    Sqlite {
        /// Numbers of the cells, each with what its column makes of values.
        cells: Vec<(usize, Affinity)>,
        /// How each cell is written.
        types: Vec<DataType>,
        /// The parts of the row whose number is made, too, where it can be.
        row: Option<Vec<RowPart>>,
    },
    /// Numbers of the cells, each with how its column prints values.
    Postgres(Vec<(usize, Printed)>),
}

impl Hashed {
    /// Which hashes are made of the rows of a table: `cells` says in which cell the value of each column stands, and `types` how each cell is written.
    pub(super) fn of(shape: &Shape, cells: &[usize], types: &[DataType], function: &str) -> Self {
        let columns = shape.layout.columns.iter().enumerate();
        if shape.mixed().next().is_some() {
            return Self::Nothing;
        }
        match shape.kind {
            BackendKind::Postgres => {
                let printed = |(i, column)| if cells[i] == i { Printed::of(column) } else { Printed::of_reference(column) };
                let all: Option<Vec<_>> = columns.map(|column| Some((cells[column.0], printed(column)?))).collect();
                let is_known = function == postgres::HASH_FUNCTION && cells.len() <= HASHED_MAX;
                all.filter(|_| is_known).map_or(Self::Nothing, Self::Postgres)
            }
            BackendKind::Sqlite => {
                let has_any = shape.layout.columns.iter().any(|c| c.type_text.eq_ignore_ascii_case("any"));
                if shape.hashed_cells().is_empty() || has_any {
                    return Self::Nothing;
                }
                let parts = shape.table().columns.iter().filter(|c| !c.generated.is_computed()).map(|column| part(shape, cells, column));
                Self::Sqlite {
                    cells: columns.map(|(i, column)| (cells[i], Affinity::of(&column.type_text))).collect(),
                    types: types.to_vec(),
                    row: parts.collect(),
                }
            }
        }
    }

    /// Names and SQL types of the columns that have the hashes: in SQLite one text, NULL where they are not known, and the number of the row; in PostgreSQL one number
    /// each, because it reads arrays slowly, and one that is 1 where they are known.
    pub(super) fn columns(&self) -> Vec<(String, &'static str)> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Sqlite { row, .. } => {
                let number = row.as_ref().map(|_| ("weight".to_owned(), "BIGINT"));
                [("cells".to_owned(), "TEXT")].into_iter().chain(number).collect()
            }
            Self::Postgres(cells) => {
                let hashes = (0..cells.len()).map(|number| (format!("h{number}"), "INTEGER"));
                hashes.chain([("made".to_owned(), "SMALLINT")]).collect()
            }
        }
    }

    /// Returns the condition under which the hashes came with a loaded record `l`, and an expression for them.
    pub(super) fn of_loaded(&self) -> Option<(&'static str, String)> {
        match self {
            Self::Nothing => None,
            Self::Sqlite { .. } => Some(("l.cells IS NOT NULL", "l.cells".to_owned())),
            Self::Postgres(cells) => {
                Some(("l.made = 1", format!("CAST(ARRAY[{}] AS integer[])", join(cells.len(), ", ", |number| format!("l.h{number}")))))
            }
        }
    }

    /// Says that the rows have numbers.
    pub(super) fn has_numbers(&self) -> bool {
        matches!(self, Self::Sqlite { row: Some(_), .. })
    }

    /// Writes the hashes of each row behind its cells.
    pub(super) fn write(&self, batch: &mut Batch) {
        let added = self.columns().len();
        if added == 0 || batch.rows.is_empty() {
            return;
        }
        let (width, mut texts, mut scratch) = (batch.width, String::new(), String::new());
        let mut wide = Vec::with_capacity(batch.cells.len() + batch.rows.len() * added);
        for row in 0..batch.rows.len() {
            let cells = batch.cells_of(row);
            wide.extend_from_slice(cells);
            match self {
                Self::Nothing => {}
                Self::Sqlite { cells: hashed, types, row: parts } => {
                    let row = StoredRow { cells, batch, types };
                    wide.push(row.hashes(hashed, &mut scratch).map_or(Cell::Null, |hashes| batch.text_behind(&mut texts, &hashes)));
                    wide.extend(parts.as_ref().map(|parts| row.number(parts, &mut scratch).map_or(Cell::Null, Cell::Int)));
                }
                Self::Postgres(hashed) => match postgres::hashes(cells, batch, hashed, &mut scratch) {
                    Some(made) => {
                        wide.extend(made.into_iter().map(|hash| hash.map_or(Cell::Null, |hash| Cell::Int(i64::from(hash)))));
                        wide.push(Cell::Int(1));
                    }
                    None => wide.extend(std::iter::repeat_n(Cell::Null, added)),
                },
            }
        }
        batch.push_text(&texts);
        (batch.cells, batch.width) = (wide, width + added);
    }
}

/// What will stand in a column of a loaded row of SQLite; `None` where the database knows that alone.
fn part(shape: &Shape, cells: &[usize], column: &Column) -> Option<RowPart> {
    let cell = shape.mapped(&column.name).map(|(i, _)| cells[i]);
    let is_null = column.default.is_none() && column.generated == Generated::No;
    let part = RowPart { cell, affinity: Affinity::of(&column.type_text), is_number: is_number(column) };
    (cell.is_some() || is_null).then_some(part)
}
