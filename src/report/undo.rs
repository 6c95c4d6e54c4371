//! What taking a run back did, or would do.
//!
//! **Invariant**: every row that was not as the run left it is counted, and the first ones are named.

use std::fmt::Write;

use serde::Serialize;

use super::history::time;
use super::text::escape;

/// Version of the JSON form.
pub const FORMAT: u32 = 1;

/// Rows named in a message.
const NAMED: usize = 10;

/// One run taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct UndoReport {
    /// [`FORMAT`].
    pub format: u32,
    /// Id of the run that took the other one back; absent for a plan, and where there was nothing to do.
    pub run: Option<String>,
    /// Id of the run that was taken back.
    pub undone: String,
    /// When that began: RFC 3339, UTC.
    pub undone_started_at: String,
    /// The database, without password.
    pub target: String,
    /// True where nothing was written.
    pub planned: bool,
    /// Rows that are not as the run left them, that others refer to now, whose old key another row has now, or that would refer to a row that is gone.
    pub refused: u64,
    /// Tables in the order of import.
    pub tables: Vec<UndoTable>,
}

/// One table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct UndoTable {
    /// Target table.
    pub table: String,
    /// Rows that got their old values.
    pub restored: u64,
    /// Rows that the run had deleted, and that are there again.
    pub inserted: u64,
    /// Rows that the run had inserted, and that are gone.
    pub deleted: u64,
    /// Rows of it that cannot be taken back.
    pub refused: u64,
    /// The first of them.
    pub rows: Vec<UndoRow>,
}

/// A row that is not as the run left it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct UndoRow {
    /// Its key.
    pub row: String,
    /// What happened to it.
    pub reason: String,
    /// Columns that changed since.
    pub columns: Vec<String>,
}

impl UndoReport {
    /// Names the first rows that are not as the run left them.
    #[must_use]
    pub fn refusals(&self) -> String {
        let rows = self.tables.iter().flat_map(|table| table.rows.iter().map(move |row| (table, row)));
        let named: Vec<String> = rows.take(NAMED).map(|(table, row)| format!("`{}` {}", escape(&table.table), told(row))).collect();
        let left = self.refused.saturating_sub(named.len() as u64);
        let more = if left > 0 { format!(", and {left} more") } else { String::new() };
        named.join(", ") + &more
    }

    /// Renders for people.
    #[must_use]
    pub fn render(&self) -> String {
        let mut out = match (&self.run, self.planned) {
            (Some(run), false) => {
                format!("run {} took back run {} of {} UTC\n", escape(run), escape(&self.undone), time(&self.undone_started_at))
            }
            (_, true) => format!("plan: take back run {} of {} UTC\n", escape(&self.undone), time(&self.undone_started_at)),
            _ => format!("run {} changed nothing; there is nothing to take back\n", escape(&self.undone)),
        };
        if self.tables.is_empty() {
            return out;
        }
        let width = self.tables.iter().map(|t| t.table.chars().count()).max().unwrap_or(0).max(5);
        // Writing to a string cannot fail.
        let _ = writeln!(out, "\n{:width$}  {:>9}  {:>9}  {:>9}  {:>9}", "table", "restored", "inserted", "deleted", "changed");
        for t in &self.tables {
            let name = escape(&t.table);
            let _ = writeln!(out, "{name:width$}  {:>9}  {:>9}  {:>9}  {:>9}", t.restored, t.inserted, t.deleted, t.refused);
        }
        for t in &self.tables {
            for row in &t.rows {
                let _ = writeln!(out, "{}: row {}", escape(&t.table), told(row));
            }
        }
        out
    }
}

fn told(row: &UndoRow) -> String {
    let columns: Vec<String> = row.columns.iter().map(|c| format!("`{}`", escape(c))).collect();
    let columns = if columns.is_empty() { String::new() } else { format!(": {}", columns.join(", ")) };
    format!("{} ({}{columns})", escape(&row.row), row.reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_first_rows() {
        let row = |n: usize| UndoRow { row: n.to_string(), reason: "changed since".to_owned(), columns: vec!["name".to_owned()] };
        let table = UndoTable { table: "t".to_owned(), refused: 12, rows: (0..12).map(row).collect(), ..UndoTable::default() };
        let report = UndoReport { refused: 12, tables: vec![table], ..UndoReport::default() };
        let text = report.refusals();
        assert!(
            text.starts_with("`t` 0 (changed since: `name`), `t` 1") && text.ends_with("`t` 9 (changed since: `name`), and 2 more"),
            "{text}"
        );
    }
}
