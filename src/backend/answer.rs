//! One row of a catalog query, read column by column.
//!
//! Takes a [`TextRow`], gives its values in order.
//!
//! **Invariant**: a row with fewer columns than asked for reads as NULLs.

use super::TextRow;

/// Values of a row that were not read yet.
pub(super) struct Answer(std::vec::IntoIter<Option<String>>);

impl Answer {
    /// Starts at the first column.
    pub(super) fn new(row: TextRow) -> Self {
        Self(row.into_iter())
    }

    /// Reads a text that may be NULL.
    pub(super) fn maybe(&mut self) -> Option<String> {
        self.0.next().flatten()
    }

    /// Reads a text; empty for NULL.
    pub(super) fn text(&mut self) -> String {
        self.maybe().unwrap_or_default()
    }

    /// Reads a boolean as either database writes it.
    pub(super) fn flag(&mut self) -> bool {
        matches!(self.maybe().as_deref(), Some("1" | "true" | "t"))
    }

    /// Reads an integer; 0 for NULL.
    pub(super) fn int(&mut self) -> i64 {
        self.maybe().and_then(|text| text.parse().ok()).unwrap_or_default()
    }

    /// Reads a JSON array of texts; empty for NULL.
    pub(super) fn list(&mut self) -> Vec<String> {
        self.maybe().and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }
}

/// Says whether a table is resettle's own or the record of migrations, and so no target.
pub(super) fn is_ledger(table: &str) -> bool {
    table.starts_with("resettle_") || table == "__diesel_schema_migrations"
}
