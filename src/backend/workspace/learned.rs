//! Records of ids that found a row which is as they say: the ledger's entry of the id has their hashes, and that of the row stays as it is.
//!
//! Where a source has other ids for the same rows, nothing is to be written for a row but that its record is another one. The id is new to the ledger and gets an entry
//! anyway; so the record stands there, until the row is written again.
//!
//! **Invariant**: what an id's entry says of its record comes before what the row's entry says; it is taken away when the row's entry gets the id's record.

use super::edits::record_hash;
use super::shape::Shape;
use super::{Remembered, State, Workspace};
use crate::backend::statement::literal;
use crate::backend::{DatabaseError, LEDGER_HASHES, LEDGER_ROWS};
use crate::catalog::BackendKind;

/// `known` in a bind table, where the entry of the id has a record of its own.
pub(super) const LEARNED: i64 = 2;

/// Expression of `known`: whether the ledger has an entry `l` of an id, and one with a record of its own.
pub(super) fn known(learns: bool) -> &'static str {
    if learns {
        "CASE WHEN l.row_key IS NULL THEN 0 WHEN l.raw IS NULL THEN 1 ELSE 2 END"
    } else {
        "CASE WHEN l.row_key IS NULL THEN 0 ELSE 1 END"
    }
}

/// The hashes of the record that was last imported, from the row's entry `l`, and with [`join_learned`] from that of its id.
pub(super) fn then(has_learned: bool) -> (&'static str, &'static str) {
    if has_learned { ("COALESCE(i.record, l.record)", "COALESCE(i.raw, l.raw)") } else { ("l.record", "l.raw") }
}

/// Joins the entry of a record's id that has a record of its own. Needs `b`.
pub(super) fn join_learned(shape: &Shape, key: &str) -> String {
    format!(" LEFT JOIN {LEDGER_ROWS} i ON b.known = {LEARNED} AND {} AND i.row_key = {key}", entry(shape))
}

/// These columns of bound records `b` whose id has another record in the ledger than they are.
pub(super) fn outdated(shape: &Shape, columns: &str) -> String {
    format!(
        "SELECT {columns} FROM {} b JOIN {} s ON s.seq = b.seq JOIN {LEDGER_ROWS} i ON {} WHERE b.state = 1 AND b.known = {LEARNED} AND (i.record <> {} OR i.raw <> s.raw)",
        shape.temp("bind"),
        shape.temp("stage"),
        entry(shape),
        record_hash(shape.kind)
    )
}

fn entry(shape: &Shape) -> String {
    format!("i.target_table = {} AND i.namespace = b.namespace AND i.legacy_id = b.memo", literal(&shape.table().display_name()))
}

/// Expressions for the record of an id's new entry, with the joins that they need.
pub(super) struct Learned {
    /// Its hash as text.
    pub(super) record: String,
    pub(super) raw: String,
    pub(super) joins: String,
}

impl Learned {
    /// Of leaders `b` that do not change their row; `some_change` says whether any does.
    pub(super) fn of(shape: &Shape, some_change: bool) -> Self {
        let (differs, diff) = if some_change {
            (" AND d.seq IS NULL", format!(" LEFT JOIN {} d ON d.seq = b.seq", shape.temp("diff")))
        } else {
            ("", String::new())
        };
        let is = format!("b.state = 1 AND b.known = 0 AND b.memo = b.lid{differs}");
        Self {
            record: format!("CASE WHEN {is} THEN s.hash END"),
            raw: format!("CASE WHEN {is} THEN s.raw END"),
            joins: format!(" JOIN {} s ON s.seq = b.seq{diff}", shape.temp("stage")),
        }
    }

    /// None.
    pub(super) fn none() -> Self {
        Self { record: "CAST(NULL AS TEXT)".to_owned(), raw: "CAST(NULL AS BIGINT)".to_owned(), joins: String::new() }
    }

    /// The hash as a column of the ledger takes it.
    pub(super) fn stored(kind: BackendKind) -> &'static str {
        if kind == BackendKind::Postgres { "CAST(x.record AS uuid), x.raw" } else { "x.record, x.raw" }
    }
}

/// Condition on a bound record that does not change its row and has another record than the row's entry says: this entry must be written, as its id gets no record, or
/// the row is stored otherwise than the entry says. Needs `b`, and `l` for the row's entry; `cells` where the row may be stored otherwise.
pub(super) fn is_told_by_row(cells: Option<&str>) -> String {
    let otherwise = cells.map(|cells| format!(" OR l.cells <> {cells}")).unwrap_or_default();
    format!("(b.known <> 0 OR b.lid IS NULL OR b.memo <> b.lid{otherwise})")
}

impl Workspace<'_> {
    /// Says that the ledger has records of ids of a table's records.
    pub(super) fn has_learned(&self, table: usize) -> bool {
        self.learns && self.census[table].has_learned
    }

    /// Notes that the rows of a table are as the last import left them, which found or wrote so many.
    pub fn note_as_they_were(&mut self, table: usize, rows: u64) {
        self.as_they_were[table] = Some(rows);
    }

    /// Says that every row of a table is stored as the ledger's entry of it says: the last import had to do with all of them, and nothing of what this run writes can have
    /// changed any.
    pub(super) fn is_as_it_was(&mut self, table: usize, shape: &Shape) -> Result<bool, DatabaseError> {
        // Entries also say what the source said for columns that mix both, and for edits that are left alone.
        let says_rows = shape.mixed().next().is_none() && shape.left_alone.is_empty() && self.is_stored_as_staged(shape);
        let Some(rows) = self.as_they_were[table].filter(|_| says_rows) else { return Ok(false) };
        Ok(self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {}", shape.target))? == rows)
    }

    /// Says that the ledger's entries of the rows of a table, which tell how these are stored, can all stay as they are: no row changes, every record gets an entry of its own
    /// with its id, and all entries have this form. Must come after [`Workspace::is_as_it_was`] said yes.
    pub(super) fn tell_all(&mut self, table: usize, shape: &Shape, form: i64) -> Result<bool, DatabaseError> {
        let Some(rows) = self.as_they_were[table].filter(|_| self.has_none(table, "diff")) else { return Ok(false) };
        let other = format!("SELECT 1 FROM {} b WHERE b.state = 1 AND {}", shape.temp("bind"), is_told_by_row(None));
        if self.has_rows(&other)? {
            return Ok(false);
        }
        let name = literal(&shape.table().display_name());
        let entries = format!("SELECT CAST(COUNT(*) AS TEXT) FROM {LEDGER_HASHES} l WHERE l.target_table = {name} AND l.form = {form}");
        Ok(self.count(&entries)? == rows)
    }

    /// Says that new ids of a table's rows are to get records.
    pub(super) fn learns(&mut self, table: usize, of: Remembered) -> Result<bool, DatabaseError> {
        // A step has copies of the temporary tables, of which less is known.
        let can = self.learns && of == Remembered::All && self.forms.is_some() && !self.is_in_steps();
        if !can || !self.asks_ledger(table) || !self.may_be(table, State::Bound) || self.passed_over(table).is_some() {
            return Ok(false);
        }
        let name = literal(&self.shapes[table].table().display_name());
        self.remembers_any(LEDGER_HASHES, &name)
    }

    /// Takes the records of ids away that the entries of their rows tell now.
    pub(super) fn forget_outdated(&mut self, table: usize) -> Result<(), DatabaseError> {
        if !self.has_learned(table) {
            return Ok(());
        }
        let shape = self.shapes[table].clone();
        let sql = format!(
            "UPDATE {LEDGER_ROWS} SET record = NULL, raw = NULL WHERE target_table = {} AND (namespace, legacy_id) IN ({})",
            literal(&shape.table().display_name()),
            outdated(&shape, "b.namespace, b.memo")
        );
        self.run(&sql).map(|_| ())
    }
}
