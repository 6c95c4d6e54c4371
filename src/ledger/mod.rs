//! resettle's own tables in the target: which runs there were, and which row each legacy id was imported to.
//!
//! **Invariant**: the ledger is written in the transaction of the rows it speaks of, or not at all.

use crate::backend::statement::Statement;
use crate::backend::{DatabaseError, LEDGER_ROWS, Session};
use crate::catalog::BackendKind;

/// Table of the runs.
pub const LEDGER_RUNS: &str = "resettle_runs";

/// Table that holds the version of the ledger's own schema.
const LEDGER_META: &str = "resettle_meta";

/// Version of the ledger's schema that this program writes.
const VERSION: i64 = 1;

/// Says whether the target has a ledger, and of which version.
///
/// # Errors
/// Whatever the database says.
pub fn version(session: &mut dyn Session) -> Result<Option<i64>, DatabaseError> {
    let exists = match session.kind() {
        BackendKind::Sqlite => {
            format!("SELECT CAST(COUNT(*) AS TEXT) FROM main.sqlite_master WHERE type = 'table' AND name = '{LEDGER_META}'")
        }
        BackendKind::Postgres => format!("SELECT CAST(COUNT(*) AS TEXT) FROM pg_catalog.pg_class WHERE oid = to_regclass('{LEDGER_META}')"),
    };
    if first(session, &exists)? != Some(1) {
        return Ok(None);
    }
    first(session, &format!("SELECT CAST(MAX(version) AS TEXT) FROM {LEDGER_META}"))
}

/// Creates the ledger's tables where they are missing.
///
/// # Errors
/// A ledger of a later version, a missing privilege, or whatever else the database says.
pub fn prepare(session: &mut dyn Session) -> Result<(), DatabaseError> {
    match version(session)? {
        Some(VERSION) => Ok(()),
        Some(later) if later > VERSION => Err(DatabaseError::new(
            crate::backend::DatabaseErrorKind::Other,
            format!(
                "the ledger in this database has version {later}, and this program knows versions up to {VERSION}; use a newer resettle"
            ),
        )),
        _ => create(session),
    }
}

fn create(session: &mut dyn Session) -> Result<(), DatabaseError> {
    let without_rowid = if session.kind() == BackendKind::Sqlite { " WITHOUT ROWID" } else { "" };
    session.batch(&format!("CREATE TABLE IF NOT EXISTS {LEDGER_META} (version BIGINT NOT NULL PRIMARY KEY)"))?;
    session.batch(&format!(
        "CREATE TABLE IF NOT EXISTS {LEDGER_RUNS} (run_id TEXT NOT NULL PRIMARY KEY, started_at TEXT NOT NULL, finished_at TEXT NOT NULL, \
         tool_version TEXT NOT NULL, totals TEXT NOT NULL)"
    ))?;
    session.batch(&format!(
        "CREATE TABLE IF NOT EXISTS {LEDGER_ROWS} (target_table TEXT NOT NULL, namespace TEXT NOT NULL, legacy_id TEXT NOT NULL, row_key TEXT NOT NULL, \
         run_id TEXT NOT NULL, PRIMARY KEY (target_table, namespace, legacy_id)){without_rowid}"
    ))?;
    session.execute(&Statement::new(format!("INSERT INTO {LEDGER_META} (version) VALUES ({VERSION}) ON CONFLICT DO NOTHING")))?;
    Ok(())
}

/// What the ledger remembers of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunRecord {
    /// Time-ordered UUID.
    pub id: String,
    /// RFC 3339, UTC.
    pub started_at: String,
    /// RFC 3339, UTC.
    pub finished_at: String,
    /// Totals as a JSON object.
    pub totals: String,
}

/// Writes a run.
///
/// # Errors
/// Whatever the database says.
pub fn record_run(session: &mut dyn Session, run: &RunRecord) -> Result<(), DatabaseError> {
    let statement = Statement::new(format!("INSERT INTO {LEDGER_RUNS} (run_id, started_at, finished_at, tool_version, totals) VALUES ("))
        .text(&run.id)
        .sql(", ")
        .text(&run.started_at)
        .sql(", ")
        .text(&run.finished_at)
        .sql(", ")
        .text(env!("CARGO_PKG_VERSION"))
        .sql(", ")
        .text(&run.totals)
        .sql(")");
    session.execute(&statement)?;
    Ok(())
}

fn first(session: &mut dyn Session, sql: &str) -> Result<Option<i64>, DatabaseError> {
    let rows = session.rows(&Statement::new(sql))?;
    Ok(rows.first().and_then(|row| row.first()).cloned().flatten().and_then(|text| text.parse().ok()))
}
