//! Journals: what a run changed, row by row, so that it can be taken back.
//!
//! Rows of journals are written and read by the workspace; here are their heads.
//!
//! **Invariant**: a run has either a head for every table that it changed, or none at all.

use crate::backend::statement::{Statement, literal};
use crate::backend::workspace::{Journal, UPDATED};
use crate::backend::{DatabaseError, LEDGER_JOURNAL, LEDGER_JOURNALS, Session};
use crate::catalog::BackendKind;

/// Journals of so many runs are kept.
pub const RUNS_KEPT: u32 = 10;

/// Statements that create the tables.
pub(super) fn create_tables(kind: BackendKind) -> String {
    let (without_rowid, row, cells) = match kind {
        BackendKind::Sqlite => (" WITHOUT ROWID", "TEXT", "TEXT"),
        BackendKind::Postgres => ("", "jsonb", "integer[]"),
    };
    format!(
        "CREATE TABLE IF NOT EXISTS {LEDGER_JOURNALS} (id BIGINT NOT NULL PRIMARY KEY, run_id TEXT NOT NULL, target_table TEXT NOT NULL, definition TEXT NOT NULL);\n\
         CREATE TABLE IF NOT EXISTS {LEDGER_JOURNAL} (journal BIGINT NOT NULL, row_key TEXT NOT NULL, action SMALLINT NOT NULL, old_row {row}, new_cells {cells}, \
         PRIMARY KEY (journal, row_key)){without_rowid}"
    )
}

/// Reads the heads of a run's journal, in the order in which its tables were imported.
///
/// # Errors
/// Whatever the database says.
pub fn of_run(session: &mut dyn Session, run: &str) -> Result<Vec<Journal>, DatabaseError> {
    let sql =
        format!("SELECT CAST(id AS TEXT), target_table, definition FROM {LEDGER_JOURNALS} WHERE run_id = {} ORDER BY id", literal(run));
    let head = |row: Vec<Option<String>>| {
        let mut fields = row.into_iter().flatten();
        Journal::read(fields.next()?.parse().ok()?, fields.next()?, &fields.next()?)
    };
    Ok(session.rows(&Statement::new(sql))?.into_iter().filter_map(head).collect())
}

/// Names the columns that the run changed in rows that it updated.
///
/// # Errors
/// Whatever the database says.
pub fn updated_columns(session: &mut dyn Session, journal: &Journal) -> Result<Vec<String>, DatabaseError> {
    let numbers = match session.kind() {
        BackendKind::Sqlite => "SELECT DISTINCT e.key FROM {journal} l, json_each(l.old_row) e",
        BackendKind::Postgres => "SELECT DISTINCT e.key FROM {journal} l CROSS JOIN LATERAL jsonb_object_keys(l.old_row) e (key)",
    };
    let sql = numbers.replace("{journal}", LEDGER_JOURNAL) + &format!(" WHERE l.journal = {} AND l.action = {UPDATED}", journal.id);
    let rows = session.rows(&Statement::new(sql))?;
    let column = |number: String| journal.columns.get(number.parse::<usize>().ok()?).cloned();
    Ok(rows.into_iter().flatten().flatten().filter_map(column).collect())
}

/// Forgets the journals of all but the last runs that have one. Returns how many rows of journals went.
///
/// # Errors
/// Whatever the database says.
pub fn keep_last(session: &mut dyn Session, runs: u32) -> Result<u64, DatabaseError> {
    // Ids of runs are in the order of time.
    let older = format!(
        "run_id NOT IN (SELECT q.run_id FROM (SELECT DISTINCT j.run_id AS run_id FROM {LEDGER_JOURNALS} j ORDER BY 1 DESC LIMIT {runs}) q)"
    );
    let removed = session.execute(&Statement::new(format!(
        "DELETE FROM {LEDGER_JOURNAL} WHERE journal IN (SELECT id FROM {LEDGER_JOURNALS} WHERE {older})"
    )))?;
    session.execute(&Statement::new(format!("DELETE FROM {LEDGER_JOURNALS} WHERE {older}")))?;
    Ok(removed)
}
