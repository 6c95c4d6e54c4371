//! Which tables are loaded: those without rows, of which what becomes of a record follows from the record.
//!
//! Takes what the catalog, the mapping and the ledger say of a table, and of the other tables of the run.
//!
//! **Invariant**: where it cannot be told, no.

use super::Workspace;
use super::apart::{KeyParts, names_one_row};
use super::shape::Shape;
use crate::backend::statement::literal;
use crate::backend::{DatabaseError, LEDGER_HASHES, LEDGER_ROWS};
use crate::catalog::{BackendKind, Column, ForeignKey, Generated, Storage};
use crate::mapping::{IdScope, OnMissing};

impl Workspace<'_> {
    /// Says that the records of a table can be loaded.
    pub(super) fn is_loadable(&mut self, table: usize) -> Result<bool, DatabaseError> {
        let shape = self.shapes[table].clone();
        Ok(self.empty[table] && self.is_alone(table) && is_plain(&shape) && self.is_unknown_to_ledger(&shape)?)
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
