//! Tables that an import left settled: what is remembered of them, so that the next run can tell that nothing has changed.
//!
//! **Invariant**: a table has an entry only as long as the last import of it left nothing open.

use std::collections::BTreeMap;

use crate::backend::statement::{Bind, Statement, literal};
use crate::backend::{DatabaseError, Field, OwnTable, Session};
use crate::catalog::BackendKind;

/// Table of the entries.
const LEDGER_SETTLED: &str = "resettle_settled";

/// Table of the marks of their records.
const LEDGER_MARKS: &str = "resettle_marks";

/// Both tables.
pub(super) const TABLES: (&str, &str) = (LEDGER_SETTLED, LEDGER_MARKS);

/// What is remembered of one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Last run that found or left the table so.
    pub run: String,
    /// SQLite: version of the file as that run left it, where it has one.
    pub file: Option<String>,
    /// JSON text of whoever wrote it.
    pub content: String,
}

/// Statements that create the tables of the entries and of the marks.
pub(super) fn create_tables(kind: BackendKind) -> String {
    // Hashes do not get smaller by compression, and trying takes three times as long as writing them.
    let (bytes, storage) = match kind {
        BackendKind::Postgres => ("bytea", format!(";\nALTER TABLE {LEDGER_MARKS} ALTER COLUMN marks SET STORAGE EXTERNAL")),
        BackendKind::Sqlite => ("BLOB", String::new()),
    };
    format!(
        "CREATE TABLE IF NOT EXISTS {LEDGER_SETTLED} (target_table TEXT NOT NULL PRIMARY KEY, run_id TEXT NOT NULL, content TEXT NOT NULL, file TEXT);\n\
         CREATE TABLE IF NOT EXISTS {LEDGER_MARKS} (target_table TEXT NOT NULL, piece BIGINT NOT NULL, marks {bytes} NOT NULL, PRIMARY KEY (target_table, piece)){storage}"
    )
}

/// Reads the marks of a table's records, piece by piece.
///
/// # Errors
/// Whatever the database says.
pub fn read_marks(session: &mut dyn Session, table: &str, each: &mut dyn FnMut(&[u8])) -> Result<(), DatabaseError> {
    let statement = Statement::new(format!("SELECT marks FROM {LEDGER_MARKS} WHERE target_table = ")).text(table).sql(" ORDER BY piece");
    session.for_each_bytes(&statement, each)
}

/// Writes the marks of a table's records in place of earlier ones.
///
/// # Errors
/// Whatever the database says.
pub fn write_marks(session: &mut dyn Session, table: &str, pieces: impl Iterator<Item = Vec<u8>>) -> Result<(), DatabaseError> {
    session.execute(&Statement::new(format!("DELETE FROM {LEDGER_MARKS} WHERE target_table = {}", literal(table))))?;
    let own = OwnTable { name: LEDGER_MARKS, fixed: &[("target_table", Field::Text(table))], columns: &["piece", "marks"] };
    let mut numbered = (0..).zip(pieces);
    session
        .append_own(&own, &mut |take| numbered.try_for_each(|(number, piece)| take(&[Field::Int(number), Field::Bytes(&piece)])))
        .map(drop)
}

/// Adds to the table of an earlier version what it lacks.
pub(super) fn alter_table() -> String {
    format!("ALTER TABLE {LEDGER_SETTLED} ADD COLUMN file TEXT")
}

/// Reads all entries of a ledger of a version, by target table.
///
/// # Errors
/// Whatever the database says.
pub fn read(session: &mut dyn Session, version: Option<i64>) -> Result<BTreeMap<String, Settled>, DatabaseError> {
    let file = if super::has_learned(version) { "file" } else { "CAST(NULL AS TEXT)" };
    let rows = session.rows(&Statement::new(format!("SELECT target_table, run_id, content, {file} FROM {LEDGER_SETTLED}")))?;
    let entry = |row: Vec<Option<String>>| {
        let mut fields = row.into_iter();
        let mut next = || fields.next().flatten();
        Some((next()?, Settled { run: next()?, content: next()?, file: next() }))
    };
    Ok(rows.into_iter().filter_map(entry).collect())
}

/// Writes an entry in place of an earlier one.
///
/// # Errors
/// Whatever the database says.
pub fn write(session: &mut dyn Session, table: &str, entry: &Settled) -> Result<(), DatabaseError> {
    let statement = Statement::new(format!("INSERT INTO {LEDGER_SETTLED} (target_table, run_id, content, file) VALUES ("))
        .text(table)
        .sql(", ")
        .text(&entry.run)
        .sql(", ")
        .text(&entry.content)
        .sql(", ")
        .bind(Bind::Text(entry.file.clone()))
        .sql(") ON CONFLICT (target_table) DO UPDATE SET run_id = excluded.run_id, content = excluded.content, file = excluded.file");
    session.execute(&statement).map(|_| ())
}

/// Forgets the entries of tables.
///
/// # Errors
/// Whatever the database says.
pub fn forget(session: &mut dyn Session, tables: &[String]) -> Result<(), DatabaseError> {
    if tables.is_empty() {
        return Ok(());
    }
    for of in [LEDGER_SETTLED, LEDGER_MARKS] {
        session.execute(&Statement::new(format!("DELETE FROM {of} WHERE target_table IN ({})", list(tables))))?;
    }
    Ok(())
}

/// Notes that a run found tables as they were, and of which version it leaves the file.
///
/// # Errors
/// Whatever the database says.
pub fn renew(session: &mut dyn Session, tables: &[String], run: &str, file: Option<&str>) -> Result<(), DatabaseError> {
    if tables.is_empty() {
        return Ok(());
    }
    let statement = Statement::new(format!("UPDATE {LEDGER_SETTLED} SET run_id = {}, file = ", literal(run)))
        .bind(Bind::Text(file.map(str::to_owned)))
        .sql(&format!(" WHERE target_table IN ({})", list(tables)));
    session.execute(&statement).map(|_| ())
}

fn list(tables: &[String]) -> String {
    tables.iter().map(|table| literal(table)).collect::<Vec<_>>().join(", ")
}
