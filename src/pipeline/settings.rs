//! What a run is asked to do, and why it may not happen.
//!
//! **Invariant**: whatever error is returned, nothing was written.

use std::path::PathBuf;

use crate::backend::migrations::MigrationError;
use crate::backend::{DatabaseError, TargetUrl};
use crate::diagnostic::Diagnostic;
use crate::mapping::MappingErrors;
use crate::normalize::NormalizeError;
use crate::report::{Command, Report};
use crate::source::{Limits, SourceError};

/// What a run is asked to do.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Folder with `data/`, `mappings/`, `migrations/`.
    pub root: PathBuf,
    /// The database.
    pub target: TargetUrl,
    /// Import, plan or rehearsal.
    pub command: Command,
    /// Sources given on the command line: they take the place of the mapping's own, if only one mapping is run.
    pub sources: Vec<PathBuf>,
    /// Only these mappings or tables; empty for all.
    pub only: Vec<String>,
    /// Refuse pending migrations instead of applying them.
    pub refuse_migrations: bool,
    /// Work without the ledger: legacy ids are not remembered from run to run.
    pub without_ledger: bool,
    /// More rejects than this take everything back.
    pub rejects_max: Option<RejectsMax>,
    /// Bounds of reading.
    pub limits: Limits,
}

/// The number of rejects that stops a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RejectsMax {
    /// So many records.
    Records(u64),
    /// So many percent of all records.
    Percent(f64),
}

/// Why a run did not happen. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// Mapping files.
    #[error(transparent)]
    Mapping(#[from] MappingErrors),
    /// Mapping and schema do not fit together.
    #[error("mapping and schema do not fit together: {} found; nothing was written", count(.0.len(), "error"))]
    Check(Vec<Diagnostic>),
    /// A default or format of the mapping that its column does not take.
    #[error("mapping `{mapping}`: {source}")]
    Normalize {
        /// The mapping.
        mapping: String,
        /// What is wrong.
        source: NormalizeError,
    },
    /// Sources given on the command line for several mappings.
    #[error("found {0} mappings for the sources on the command line, expected one; choose it with `--table`")]
    SourcesForSeveral(usize),
    /// A mapping that does not exist.
    #[error("no mapping or table is called `{name}`; there are {known}")]
    UnknownMapping {
        /// As given.
        name: String,
        /// All there are.
        known: String,
    },
    /// A source that cannot be read.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// Migrations.
    #[error(transparent)]
    Migration(#[from] MigrationError),
    /// Migrations that are pending where none may be applied.
    #[error("{} pending ({}); apply them with `resettle migrate run`", count(.0.len(), "migration"), .0.join(", "))]
    Pending(Vec<String>),
    /// The database.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// More rejects than allowed.
    #[error("{rejects} of {read} records are rejected, more than the {allowed} allowed; everything was taken back")]
    TooManyRejects {
        /// Rejected.
        rejects: u64,
        /// Read.
        read: u64,
        /// Allowed.
        allowed: u64,
        /// The report up to there.
        report: Box<Report>,
    },
    /// Counts that do not agree.
    #[error("the counts of `{table}` do not agree: {message}; everything was taken back")]
    Counts {
        /// The table.
        table: String,
        /// What does not agree.
        message: String,
    },
    /// A report or reject file that cannot be written.
    #[error("cannot write the report: {0}")]
    Output(#[source] std::io::Error),
}

/// Number and noun, with an `s` where it is not one.
fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
