//! Rows that rejected records would be bound to (rule 0 of `docs/resolution.md`).
//!
//! **Invariant**: a held row is the candidate of no other record.

use super::bind::in_rule_one;
use super::keys::Use;
use super::shape::join;
use super::{State, Workspace};
use crate::backend::statement::literal;
use crate::backend::{DatabaseError, LEDGER_ROWS};

impl Workspace<'_> {
    /// Lists the rows that rejected records would be bound to, so that no other record takes them by another key.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn hold_rows(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        if self.empty[table] || !self.may_be(table, State::Held) {
            return Ok(0);
        }
        let (bind, held) = (shape.temp("bind"), shape.temp("held"));
        let handles = join(shape.handle.len(), "", |i| format!(", h{i}"));
        let mut rows = 0;
        if self.ledger {
            rows += self.run(&format!(
                "INSERT INTO {held} (seq{handles}) SELECT b.seq, {of_target} FROM {bind} b JOIN {LEDGER_ROWS} l ON l.target_table = {table} \
                 AND l.namespace = b.namespace AND l.legacy_id = b.memo JOIN {target} t ON {on} WHERE b.state = 5",
                of_target = shape.target_handles("t"),
                table = literal(&shape.table().display_name()),
                target = shape.target,
                on = shape.on_ledger("t"),
            ))?;
        }
        for &key in &shape.layout.identity {
            let layout = &in_rule_one(&shape, key);
            rows += self.run(&format!(
                "INSERT INTO {held} (seq{handles}) SELECT w.seq, {of_row} FROM {incoming} w JOIN {stored} x ON {same}",
                of_row = shape.handles("x"),
                incoming = shape.incoming_view(layout, "b.state = 5"),
                stored = shape.stored_view(layout, Use::Match),
                same = shape.same_key(layout, Use::Match, "w", "x"),
            ))?;
        }
        Ok(rows)
    }
}
