//! The databases behind one interface: statements in, text rows out, batches staged in bulk.
//!
//! **Invariant**: no value and no identifier reaches SQL but through [`statement::Statement`].

pub mod affinity;
mod allowed;
mod answer;
mod fragment;
pub mod indexes;
mod iso;
pub mod lists;
pub mod lock;
mod log;
pub mod migrations;
pub mod postgres;
pub mod privileges;
pub mod sqlite;
pub mod statement;
pub mod target;
mod tokens;
pub mod workspace;

pub use target::{TargetUrl, TargetUrlError};

use crate::catalog::{BackendKind, Catalog};
use crate::record::Batch;
use statement::Statement;

/// Table of the ledger that remembers which row each legacy id was imported to.
pub const LEDGER_ROWS: &str = "resettle_rows";

/// Table of the ledger that remembers each row as it was last written, by hashes.
pub const LEDGER_HASHES: &str = "resettle_hashes";

/// Table of the ledger that says of which columns such hashes are, and how they were made.
pub const LEDGER_FORMS: &str = "resettle_forms";

/// Table of the ledger with the head of each journal: a run, a table, and the names of its columns.
pub const LEDGER_JOURNALS: &str = "resettle_journals";

/// Table of the ledger with what each run changed, row by row.
pub const LEDGER_JOURNAL: &str = "resettle_journal";

/// What a connection may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everything; a SQLite file is created where it is missing.
    ReadWrite,
    /// Nothing but temporary tables, enforced by the database.
    ///
    /// SQLite opens the file read-only; temporary tables work as ever. PostgreSQL begins a read-only transaction, in which temporary tables can be
    /// filled but not created: create them in one that begins with `ROLLBACK; BEGIN READ WRITE` and goes on with `SET TRANSACTION READ ONLY`.
    ReadOnly,
}

/// Opens a connection.
///
/// # Errors
/// If the database cannot be reached, is not a database, or refuses its settings.
pub fn connect(target: &TargetUrl, access: Access) -> Result<Box<dyn Session>, DatabaseError> {
    Ok(match target.kind() {
        BackendKind::Sqlite => Box::new(sqlite::SqliteSession::connect(target, access)?),
        BackendKind::Postgres => Box::new(postgres::PostgresSession::connect(target, access)?),
    })
}

/// One row as text, one entry a selected expression; the statement casts each to text.
pub type TextRow = Vec<Option<String>>;

/// One open connection to one database.
///
/// SQL given here is built by [`statement`] and the files beside it only.
pub trait Session: Send {
    /// Returns which database.
    fn kind(&self) -> BackendKind;

    /// Runs a statement and returns the number of rows it inserted, updated or deleted; 0 for any other statement on SQLite.
    ///
    /// # Errors
    /// Whatever the database says.
    fn execute(&mut self, statement: &Statement) -> Result<u64, DatabaseError>;

    /// Runs several statements without binds, one after the other.
    ///
    /// # Errors
    /// Whatever the database says.
    fn batch(&mut self, sql: &str) -> Result<(), DatabaseError>;

    /// Runs a query and calls `each` for every row, in order, without holding them all.
    ///
    /// # Errors
    /// Whatever the database says.
    fn for_each(&mut self, statement: &Statement, each: &mut dyn FnMut(TextRow)) -> Result<(), DatabaseError>;

    /// Runs a query and returns all its rows.
    ///
    /// # Errors
    /// Whatever the database says.
    fn rows(&mut self, statement: &Statement) -> Result<Vec<TextRow>, DatabaseError> {
        let mut rows = Vec::new();
        self.for_each(statement, &mut |row| rows.push(row))?;
        Ok(rows)
    }

    /// Reads the catalog.
    ///
    /// # Errors
    /// Whatever the database says, or a catalog that cannot be understood.
    fn inspect(&mut self) -> Result<Catalog, DatabaseError>;

    /// Appends a batch to a stage table (a temporary table whose first columns are `seq`, `src`, `line`, `col`, `pos`, `lid`, `bad`, `hash`, `raw`, then one
    /// column a cell).
    ///
    /// # Errors
    /// Whatever the database says.
    fn append(&mut self, stage: &StageTarget, batch: &Batch) -> Result<(), DatabaseError>;
}

/// A stage table as [`Session::append`] needs to know it.
#[derive(Clone, Debug)]
pub struct StageTarget {
    /// Name of the temporary table, unquoted.
    pub table: String,
    /// Names of all its columns in order, unquoted: the nine fixed ones, then one a cell.
    pub columns: Vec<String>,
    /// How each cell is written, same order as the cells.
    pub types: Vec<crate::catalog::DataType>,
    /// Numbers of the cells that have a further column behind all cells: 1 where the cell is [`Cell::Absent`](crate::record::Cell::Absent), else NULL.
    pub absent: Vec<usize>,
    /// SQLite: what the columns of the cells make of values, where the last column is to have the hashes of the cells as they are stored; else empty.
    pub hashed: Vec<affinity::Affinity>,
}

/// What a database said.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct DatabaseError {
    /// The database's message, without password or connection string.
    pub message: String,
    /// PostgreSQL detail line, where there is one.
    pub detail: Option<String>,
    /// Constraint, index or columns it names.
    pub constraint: Option<String>,
    /// What kind of failure.
    pub kind: DatabaseErrorKind,
}

/// Kinds of failure that callers treat apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatabaseErrorKind {
    /// No connection.
    Unreachable,
    /// A unique constraint.
    Unique,
    /// A foreign key.
    ForeignKey,
    /// A CHECK constraint, domain or NOT NULL.
    Check,
    /// A value that the type does not take.
    Data,
    /// A lock that was not granted in time.
    Locked,
    /// Deadlock or serialization failure: worth trying again.
    Retry,
    /// Missing privilege.
    Denied,
    /// Read-only database or transaction.
    ReadOnly,
    /// Anything else.
    Other,
}

impl DatabaseError {
    /// Creates an error without detail and constraint.
    pub(crate) fn new(kind: DatabaseErrorKind, message: impl Into<String>) -> Self {
        Self { message: message.into(), detail: None, constraint: None, kind }
    }
}
