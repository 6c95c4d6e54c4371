//! The ledger's own size, and removing what no later run needs.
//!
//! **Invariant**: entries of rows that are there stay, and so do those of tables that cannot be seen.

use super::{LEDGER_META, LEDGER_RUNS, journal, settled};
use crate::backend::statement::{Statement, literal};
use crate::backend::workspace::row_exists;
use crate::backend::{DatabaseError, LEDGER_FORMS, LEDGER_HASHES, LEDGER_JOURNAL, LEDGER_JOURNALS, LEDGER_ROWS, Session};
use crate::catalog::{BackendKind, Catalog};

/// One table of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerTable {
    /// Its name.
    pub name: String,
    /// Rows.
    pub rows: u64,
    /// Bytes with its indexes, where the database tells.
    pub bytes: Option<u64>,
}

/// What was removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pruned {
    /// Runs.
    pub runs: u64,
    /// Rows of journals.
    pub journal_rows: u64,
    /// Legacy ids of rows that are not there any more.
    pub ids: u64,
    /// Hashes of rows that are not there any more.
    pub hashes: u64,
}

/// Counts rows and bytes of each table of the ledger; none where there is no ledger.
///
/// # Errors
/// Whatever the database says.
pub fn size(session: &mut dyn Session) -> Result<Vec<LedgerTable>, DatabaseError> {
    if super::version(session)?.is_none() {
        return Ok(Vec::new());
    }
    let mut tables = Vec::new();
    let (settled, marks) = settled::TABLES;
    for name in [LEDGER_META, LEDGER_RUNS, LEDGER_ROWS, LEDGER_HASHES, LEDGER_FORMS, settled, marks, LEDGER_JOURNALS, LEDGER_JOURNAL] {
        let (exists, bytes) = match session.kind() {
            BackendKind::Sqlite => (
                format!("SELECT CAST(COUNT(*) AS TEXT) FROM main.sqlite_master WHERE type = 'table' AND name = '{name}'"),
                format!(
                    "SELECT CAST(SUM(d.pgsize) AS TEXT) FROM dbstat d JOIN main.sqlite_master m ON m.name = d.name WHERE m.tbl_name = '{name}'"
                ),
            ),
            BackendKind::Postgres => (
                format!("SELECT CAST(COUNT(*) AS TEXT) FROM pg_catalog.pg_class WHERE oid = to_regclass('{name}')"),
                format!("SELECT CAST(pg_total_relation_size('{name}') AS TEXT)"),
            ),
        };
        if super::first(session, &exists)? != Some(1) {
            continue;
        }
        let rows = super::first(session, &format!("SELECT CAST(COUNT(*) AS TEXT) FROM {name}"))?;
        // A SQLite that was built without `dbstat` cannot tell.
        let bytes = if session.kind() == BackendKind::Sqlite {
            super::first(session, &bytes).ok().flatten()
        } else {
            super::first(session, &bytes)?
        };
        let number = |n: i64| u64::try_from(n).unwrap_or(0);
        tables.push(LedgerTable { name: name.to_owned(), rows: rows.map_or(0, number), bytes: bytes.map(number) });
    }
    Ok(tables)
}

/// Removes all but the last runs, their journals, and entries of rows that are not there.
///
/// # Errors
/// Whatever the database says.
pub fn prune(session: &mut dyn Session, catalog: &Catalog, runs: u32) -> Result<Pruned, DatabaseError> {
    if super::version(session)?.is_none() {
        return Ok(Pruned::default());
    }
    super::prepare(session)?;
    let mut removed = Pruned::default();
    let delete = |session: &mut dyn Session, sql: String| session.execute(&Statement::new(sql));
    removed.journal_rows = journal::keep_last(session, runs.min(journal::RUNS_KEPT))?;
    removed.runs = delete(
        session,
        format!(
            "DELETE FROM {LEDGER_RUNS} WHERE run_id NOT IN (SELECT q.run_id FROM (SELECT r.run_id AS run_id FROM {LEDGER_RUNS} r \
             ORDER BY r.finished_at DESC, r.run_id DESC LIMIT {runs}) q)"
        ),
    )?;
    let without_run = format!("run_id NOT IN (SELECT r.run_id FROM {LEDGER_RUNS} r)");
    removed.journal_rows += delete(
        session,
        format!("DELETE FROM {LEDGER_JOURNAL} WHERE journal IN (SELECT j.id FROM {LEDGER_JOURNALS} j WHERE {without_run})"),
    )?;
    delete(session, format!("DELETE FROM {LEDGER_JOURNALS} WHERE {without_run}"))?;
    for table in catalog.tables.iter().filter(|table| table.primary_key().is_some()) {
        let name = literal(&table.display_name());
        let gone = format!("target_table = {name} AND NOT EXISTS ({})", row_exists(session.kind(), table));
        removed.ids += delete(session, format!("DELETE FROM {LEDGER_ROWS} AS l WHERE {gone}"))?;
        removed.hashes += delete(session, format!("DELETE FROM {LEDGER_HASHES} AS l WHERE {gone}"))?;
    }
    delete(session, format!("DELETE FROM {LEDGER_FORMS} WHERE id NOT IN (SELECT h.form FROM {LEDGER_HASHES} h)"))?;
    Ok(removed)
}
