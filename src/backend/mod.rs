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
pub mod printed;
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

    /// Runs a query whose rows are one binary column each, and calls `each` for every one that is not NULL, in order.
    ///
    /// # Errors
    /// Whatever the database says.
    fn for_each_bytes(&mut self, statement: &Statement, each: &mut dyn FnMut(&[u8])) -> Result<(), DatabaseError>;

    /// Reads the catalog.
    ///
    /// # Errors
    /// Whatever the database says, or a catalog that cannot be understood.
    fn inspect(&mut self) -> Result<Catalog, DatabaseError>;

    /// Appends a batch to a table, whole or not at all.
    ///
    /// # Errors
    /// Whatever the database says.
    fn append(&mut self, to: &AppendTarget, batch: &Batch) -> Result<(), DatabaseError>;

    /// Appends the rows of a batch that the database takes. Returns the numbers of the others, and of some beside them. Needs a transaction.
    ///
    /// # Errors
    /// Whatever the database says that is not about rows.
    fn append_some(&mut self, to: &AppendTarget, batch: &Batch) -> Result<Vec<usize>, DatabaseError>;

    /// Appends rows to one of the program's own tables, and returns how many. Needs a transaction, which cannot go on after an error.
    ///
    /// # Errors
    /// Whatever the database or `rows` says.
    fn append_own(&mut self, to: &OwnTable<'_>, rows: &mut Rows<'_>) -> Result<u64, DatabaseError>;
}

/// One of the program's own tables, and which columns of it are filled.
#[derive(Clone, Copy, Debug)]
pub struct OwnTable<'a> {
    /// Its name.
    pub name: &'a str,
    /// Columns that have the same field in all rows.
    pub fixed: &'a [(&'a str, Field<'a>)],
    /// The other columns.
    pub columns: &'a [&'a str],
}

/// Gives each row that is to be appended, its fields in the order of the columns that are not fixed, to what it is called with; ends with the first error.
pub type Rows<'r> = dyn FnMut(&mut dyn FnMut(&[Field<'_>]) -> Result<(), DatabaseError>) -> Result<(), DatabaseError> + 'r;

/// A field of a row of one of the program's own tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field<'a> {
    /// Text.
    Text(&'a str),
    /// An integer of 64 bits.
    Int(i64),
    /// The hash of a record: a UUID in PostgreSQL, 32 hexadecimal digits in SQLite.
    Record(u128),
    /// The hashes of a row's columns: an array as PostgreSQL sends it, the text that SQLite has.
    Columns(&'a [u8]),
    /// Bytes.
    Bytes(&'a [u8]),
}

/// A table as [`Session::append`] needs to know it.
#[derive(Clone, Debug)]
pub struct AppendTarget {
    /// Its name as SQL, with the schema.
    pub table: String,
    /// Names of the columns that are filled, in order, unquoted: those of the head, then one a cell, then one a mark of `absent`.
    pub columns: Vec<String>,
    /// What stands before the cells.
    pub head: Head,
    /// Numbers of the cells that are appended.
    pub cells: Vec<usize>,
    /// How each cell of a record is written, those that are not appended included.
    pub types: Vec<crate::catalog::DataType>,
    /// Numbers of the cells that have a further column behind all cells: 1 where the cell is [`Cell::Absent`](crate::record::Cell::Absent), else NULL.
    pub absent: Vec<usize>,
    /// PostgreSQL: types of the columns, all of which are filled with cells, where the binary form of each is known; else empty.
    pub binary: Vec<crate::catalog::DataType>,
    /// SQLite: numbers of the cells whose hashes, as they are stored, the last column is to have, each with what its column makes of values; else empty.
    pub hashed: Vec<(usize, affinity::Affinity)>,
}

/// The columns that stand before the cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// None: a target table.
    Nothing,
    /// What the ledger remembers of a record: `seq`, `lid`, `hash`, `raw`.
    Memory,
    /// All that is known of a record: `seq`, `src`, `line`, `col`, `pos`, `lid`, `bad`, `hash`, `raw`.
    Record,
}

impl Head {
    /// Names of the columns.
    #[must_use]
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Nothing => &[],
            Self::Memory => &["seq", "lid", "hash", "raw"],
            Self::Record => &["seq", "src", "line", "col", "pos", "lid", "bad", "hash", "raw"],
        }
    }
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

impl From<std::io::Error> for DatabaseError {
    /// A temporary file that cannot be read.
    fn from(error: std::io::Error) -> Self {
        let message = format!(
            "a temporary file of this program cannot be read: {error}; look at the disk of the folder for temporary files (`TMPDIR`)"
        );
        Self::new(DatabaseErrorKind::Other, message)
    }
}

impl DatabaseError {
    /// Creates an error without detail and constraint.
    pub(crate) fn new(kind: DatabaseErrorKind, message: impl Into<String>) -> Self {
        Self { message: message.into(), detail: None, constraint: None, kind }
    }

    /// Says that the database refused rows, and not the run as a whole.
    pub(crate) fn is_refusal(&self) -> bool {
        match self.kind {
            DatabaseErrorKind::Unique
            | DatabaseErrorKind::ForeignKey
            | DatabaseErrorKind::Check
            | DatabaseErrorKind::Data
            | DatabaseErrorKind::Other => true,
            DatabaseErrorKind::Denied => self.message.contains("row-level security policy"),
            DatabaseErrorKind::Unreachable | DatabaseErrorKind::Locked | DatabaseErrorKind::Retry | DatabaseErrorKind::ReadOnly => false,
        }
    }
}
