//! References of a table to itself: what they name is known only as rows become known.
//!
//! **Invariant**: nothing is kept from one call to the next; every reference is resolved anew.

use super::Workspace;
use super::references::{NONE, PENDING, UNRESOLVED, natural_equality};
use super::shape::Shape;
use crate::backend::DatabaseError;
use crate::layout::ReferenceLayout;

impl Workspace<'_> {
    /// Says whether a table has references to itself.
    #[must_use]
    pub fn has_own_references(&self, table: usize) -> bool {
        self.shapes[table].own_references().next().is_some()
    }

    /// Says whether a key by which rows are found contains a reference to the table itself.
    #[must_use]
    pub fn has_own_reference_in_key(&self, table: usize) -> bool {
        let shape = &self.shapes[table];
        let own: Vec<&str> = shape.own_references().map(|i| shape.layout.columns[shape.references[i].0].name.as_str()).collect();
        !own.is_empty()
            && shape.layout.keys.iter().any(|k| k.matching && shape.key_columns(shape.key(k)).iter().any(|c| own.contains(&c.as_str())))
    }

    /// Resolves the references of a table to itself anew, by what is known now: a live record whose row is known, else, where no live record has the name, the
    /// ledger or a stored row.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn resolve_own(&mut self, table: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let (refs, stage, bind) = (shape.temp("refs"), shape.temp("stage"), shape.temp("bind"));
        for i in shape.own_references() {
            let (column, reference) = &shape.references[i];
            let raw = format!("s.c{column}");
            self.run(&format!("UPDATE {refs} SET p{i} = NULL, v{i} = NULL, u{i} = {PENDING} WHERE u{i} <> {NONE}"))?;
            self.resolve_pending_reference(table, i)?;
            let open = match &reference.by {
                None => format!(
                    "{raw} IN (SELECT o.lid FROM {bind} o WHERE o.lid IS NOT NULL \
                     AND (o.state = 0 OR (o.state = 3 AND o.leader IN (SELECT l.seq FROM {bind} l WHERE l.state = 0))))"
                ),
                Some(by) => {
                    let view = format!("(SELECT {} AS raw FROM {} WHERE b.state = 0)", shape.incoming(by), shape.record_tables(false));
                    format!("EXISTS (SELECT 1 FROM {view} o WHERE {})", natural_equality(&shape, by, "o.raw", &raw))
                }
            };
            self.run(&format!(
                "UPDATE {refs} AS r SET u{i} = {UNRESOLVED} FROM {stage} s WHERE s.seq = r.seq AND r.u{i} = {PENDING} AND NOT ({open})"
            ))?;
            self.look_outside(table, i)?;
        }
        Ok(())
    }
}

impl Shape {
    /// Says whether reference `i` is to the table itself.
    pub(crate) fn is_own(&self, i: usize) -> bool {
        let parent = &self.references[i].1.table;
        parent.name == self.table().name && parent.schema == self.table().schema
    }

    /// Yields the numbers of the references to the table itself.
    pub(crate) fn own_references(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.references.len()).filter(|i| self.is_own(*i))
    }

    /// Returns the reference of a column to the table itself or to a later one.
    pub(crate) fn late_reference(&self, column: usize) -> Option<&ReferenceLayout> {
        self.references.iter().find(|(i, reference)| *i == column && reference.late).map(|(_, reference)| reference)
    }
}
