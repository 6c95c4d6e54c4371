//! What two records on one row have in common, for the message about the later one.
//!
//! **Invariant**: nothing here changes an outcome.

use super::bind::in_rule_one;
use super::keys::Use;
use super::shape::Shape;
use super::{Cause, Workspace};
use crate::backend::DatabaseError;

impl Workspace<'_> {
    /// Notes for records that are rejected for an earlier one on their row the key that both share, identity first; those of one legacy id need none.
    pub(super) fn name_shared_keys(&mut self, shape: &Shape) -> Result<(), DatabaseError> {
        let bind = shape.temp("bind");
        let nameless = format!("b.state = 4 AND b.key IS NULL AND b.code = {}", Cause::DuplicateInInput as i64);
        let others = (0..shape.layout.keys.len()).filter(|key| !shape.layout.identity.contains(key));
        for key in shape.layout.identity.iter().copied().chain(others) {
            let of_one_id = "SELECT 1 FROM {bind} o WHERE o.seq = b.other AND o.memo = b.memo";
            let condition = format!("{nameless} AND NOT EXISTS ({})", of_one_id.replace("{bind}", &bind));
            if !self.has_rows(&format!("SELECT 1 FROM {bind} b WHERE {condition}"))? {
                return Ok(());
            }
            let layout = &in_rule_one(shape, key);
            let sql = format!(
                "UPDATE {bind} AS b SET key = {key} FROM (SELECT w.seq AS seq, x.seq AS other FROM {rejected} w JOIN {leaders} x ON {same}) y \
                 WHERE y.seq = b.seq AND y.other = b.other AND {condition}",
                rejected = shape.incoming_view(layout, &nameless),
                leaders = shape.incoming_view(layout, "b.state IN (0, 1, 2)"),
                same = shape.same_key(layout, Use::Match, "w", "x"),
            );
            self.of_few(|workspace| workspace.run(&sql))?;
        }
        Ok(())
    }
}
