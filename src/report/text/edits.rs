//! Edits of stored rows, and rows that are gone from the sources, in lines.

use super::escape;
use crate::report::{EditReport, MissingReport};

/// Rows shown a table.
const ROWS_SHOWN: usize = 10;

/// Says what becomes of rows that are gone from the sources.
pub(super) fn missing(missing: &MissingReport) -> Vec<String> {
    let parts = [(missing.deleted, "deleted"), (missing.set, "set"), (missing.referenced, "left, because other rows refer to them")];
    let done = missing.found - missing.deleted - missing.set - missing.referenced;
    let mut said: Vec<String> = parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    if done > 0 {
        said.push(format!("{done} set before"));
    }
    let mut lines = vec![format!("{} imported rows are not in the sources any more: {}", missing.found, said.join(", "))];
    lines.extend(missing.rows.iter().take(ROWS_SHOWN).map(|row| format!("  - {}", escape(row))));
    let more = (missing.deleted + missing.set).saturating_sub(ROWS_SHOWN as u64);
    if more > 0 {
        lines.push(format!("  and {more} more"));
    }
    lines
}

/// Says what became of the edits of one column.
pub(super) fn edits(edit: &EditReport) -> String {
    let parts = [
        (edit.kept, "kept"),
        (edit.kept_by_policy, "kept though the source changed too"),
        (edit.overwritten, "overwritten, because the source changed too"),
        (edit.rejected, "rejected, because the source changed too"),
    ];
    let said: Vec<String> = parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    format!("{}: edited in the target since the last run: {}", escape(&edit.column), said.join(", "))
}
