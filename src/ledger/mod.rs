//! resettle's own tables in the target: which runs there were, and which row each legacy id was imported to.
//!
//! **Invariant**: the ledger is written in the transaction of the rows it speaks of, or not at all.

pub mod journal;
pub mod prune;
pub mod settled;

use crate::backend::statement::{Bind, Statement};
use crate::backend::{DatabaseError, LEDGER_FORMS, LEDGER_HASHES, LEDGER_ROWS, Session};
use crate::catalog::BackendKind;

/// Table of the runs.
pub const LEDGER_RUNS: &str = "resettle_runs";

/// Table that holds the version of the ledger's own schema.
const LEDGER_META: &str = "resettle_meta";

/// Version of the ledger's schema that this program writes.
const VERSION: i64 = 5;

/// First version that remembers rows by hashes.
const VERSION_OF_HASHES: i64 = 2;

/// First version that has journals.
const VERSION_OF_JOURNALS: i64 = 4;

/// First version that remembers the record of an id where the row's entry does not tell it, and the version of a file.
const VERSION_OF_LEARNED: i64 = 5;

/// First version that remembers settled tables.
const VERSION_OF_SETTLED: i64 = 3;

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

/// Says whether a ledger of this version remembers rows by hashes.
#[must_use]
pub fn has_hashes(version: Option<i64>) -> bool {
    version.is_some_and(|version| version >= VERSION_OF_HASHES)
}

/// Says whether a ledger of this version remembers settled tables.
#[must_use]
pub fn has_settled(version: Option<i64>) -> bool {
    version.is_some_and(|version| version >= VERSION_OF_SETTLED)
}

/// Says whether a ledger of this version has journals.
#[must_use]
pub fn has_journals(version: Option<i64>) -> bool {
    version.is_some_and(|version| version >= VERSION_OF_JOURNALS)
}

/// Says whether a ledger of this version remembers records of ids beside those of rows.
#[must_use]
pub fn has_learned(version: Option<i64>) -> bool {
    version.is_some_and(|version| version >= VERSION_OF_LEARNED)
}

/// A ledger that can be written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// Its version.
    pub version: i64,
    /// It was not there before this transaction.
    pub is_new: bool,
}

/// Creates the ledger's tables where they are missing, and brings those of an earlier version up to date.
///
/// # Errors
/// A ledger of a later version, a missing privilege, or whatever else the database says.
pub fn prepare(session: &mut dyn Session) -> Result<Prepared, DatabaseError> {
    match version(session)? {
        Some(VERSION) => Ok(Prepared { version: VERSION, is_new: false }),
        Some(later) if later > VERSION => Err(DatabaseError::new(
            crate::backend::DatabaseErrorKind::Other,
            format!(
                "the ledger in this database has version {later}, and this program knows versions up to {VERSION}; use a newer resettle"
            ),
        )),
        found => create(session, found).map(|()| Prepared { version: VERSION, is_new: found.is_none() }),
    }
}

/// Tables of an earlier version stay and get what is new; each statement can be repeated.
fn create(session: &mut dyn Session, found: Option<i64>) -> Result<(), DatabaseError> {
    let (without_rowid, record, cells) = match session.kind() {
        BackendKind::Sqlite => (" WITHOUT ROWID", "TEXT", "TEXT"),
        BackendKind::Postgres => ("", "uuid", "integer[]"),
    };
    session.batch(&format!("CREATE TABLE IF NOT EXISTS {LEDGER_META} (version BIGINT NOT NULL PRIMARY KEY)"))?;
    session.batch(&format!(
        "CREATE TABLE IF NOT EXISTS {LEDGER_RUNS} (run_id TEXT NOT NULL PRIMARY KEY, started_at TEXT NOT NULL, finished_at TEXT NOT NULL, \
         tool_version TEXT NOT NULL, totals TEXT NOT NULL{})",
        if found.is_none() { ", details TEXT" } else { "" }
    ))?;
    if found == Some(1) {
        session.batch(&format!("ALTER TABLE {LEDGER_RUNS} ADD COLUMN details TEXT"))?;
    }
    session.batch(&format!(
        "CREATE TABLE IF NOT EXISTS {LEDGER_ROWS} (target_table TEXT NOT NULL, namespace TEXT NOT NULL, legacy_id TEXT NOT NULL, row_key TEXT NOT NULL, \
         run_id TEXT NOT NULL{}, PRIMARY KEY (target_table, namespace, legacy_id)){without_rowid}",
        if found.is_none() { format!(", record {record}, raw BIGINT") } else { String::new() }
    ))?;
    if found.is_some_and(|version| version < VERSION_OF_LEARNED) {
        session.batch(&format!("ALTER TABLE {LEDGER_ROWS} ADD COLUMN record {record}; ALTER TABLE {LEDGER_ROWS} ADD COLUMN raw BIGINT"))?;
    }
    session.batch(&format!(
        "CREATE TABLE IF NOT EXISTS {LEDGER_HASHES} (target_table TEXT NOT NULL, row_key TEXT NOT NULL, record {record} NOT NULL, raw BIGINT NOT NULL, \
         form BIGINT NOT NULL, cells {cells} NOT NULL, PRIMARY KEY (target_table, row_key)){without_rowid}"
    ))?;
    session.batch(&format!("CREATE TABLE IF NOT EXISTS {LEDGER_FORMS} (id BIGINT NOT NULL PRIMARY KEY, definition TEXT NOT NULL)"))?;
    session.batch(&settled::create_tables(session.kind()))?;
    if found.is_some_and(|version| (VERSION_OF_SETTLED..VERSION_OF_LEARNED).contains(&version)) {
        session.batch(&settled::alter_table())?;
    }
    session.batch(&journal::create_tables(session.kind()))?;
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
    /// Version of the program.
    pub version: String,
    /// Totals as a JSON object.
    pub totals: String,
    /// All else as a JSON object; `None` for runs of ledger version 1.
    pub details: Option<String>,
}

/// Writes a run.
///
/// # Errors
/// Whatever the database says.
pub fn record_run(session: &mut dyn Session, run: &RunRecord) -> Result<(), DatabaseError> {
    let mut statement =
        Statement::new(format!("INSERT INTO {LEDGER_RUNS} (run_id, started_at, finished_at, tool_version, totals, details) VALUES ("));
    for text in [&run.id, &run.started_at, &run.finished_at, &run.version, &run.totals] {
        statement = statement.text(text).sql(", ");
    }
    // A run that commits in steps writes its line with each of them.
    let again =
        ") ON CONFLICT (run_id) DO UPDATE SET finished_at = excluded.finished_at, totals = excluded.totals, details = excluded.details";
    session.execute(&statement.bind(Bind::Text(run.details.clone())).sql(again))?;
    Ok(())
}

/// Returns the last runs, newest first; none where there is no ledger.
///
/// # Errors
/// Whatever the database says.
pub fn runs(session: &mut dyn Session, limit: u64) -> Result<Vec<RunRecord>, DatabaseError> {
    match version(session)? {
        Some(version) => runs_of(session, version, limit),
        None => Ok(Vec::new()),
    }
}

/// Returns the last runs of a ledger of a known version, newest first.
///
/// # Errors
/// Whatever the database says.
pub fn runs_of(session: &mut dyn Session, version: i64, limit: u64) -> Result<Vec<RunRecord>, DatabaseError> {
    let details = if version >= VERSION_OF_HASHES { "details" } else { "CAST(NULL AS TEXT)" };
    let limit = limit.min(i64::MAX.unsigned_abs());
    let sql = format!(
        "SELECT run_id, started_at, finished_at, tool_version, totals, {details} FROM {LEDGER_RUNS} ORDER BY finished_at DESC, run_id DESC LIMIT {limit}"
    );
    let rows = session.rows(&Statement::new(sql))?;
    let record = |row: Vec<Option<String>>| {
        let mut fields = row.into_iter();
        let mut next = || fields.next().flatten();
        Some(RunRecord { id: next()?, started_at: next()?, finished_at: next()?, version: next()?, totals: next()?, details: next() })
    };
    Ok(rows.into_iter().filter_map(record).collect())
}

fn first(session: &mut dyn Session, sql: &str) -> Result<Option<i64>, DatabaseError> {
    let rows = session.rows(&Statement::new(sql))?;
    Ok(rows.first().and_then(|row| row.first()).cloned().flatten().and_then(|text| text.parse().ok()))
}
