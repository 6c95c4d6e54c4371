//! What a run is asked to do, and why it may not happen.
//!
//! **Invariant**: whatever error is returned, nothing was written; but for [`RunError::Interrupted`], which says what was.

use std::path::PathBuf;
use std::time::Duration;

use crate::backend::migrations::MigrationError;
use crate::backend::{DatabaseError, TargetUrl};
use crate::diagnostic::Diagnostic;
use crate::mapping::{EditError, MappingErrors, printable};
use crate::normalize::NormalizeError;
use crate::report::undo::UndoReport;
use crate::report::{Command, PlanFile, Report};
use crate::source::{Limits, SourceError};

/// Rows that the journal of a run may have, unless it is said otherwise.
const JOURNAL_MAX: u64 = 100_000;

/// What a run is asked to do.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a wish of its own")]
pub struct Settings {
    /// Folder with `data/`, `mappings/`, `migrations/`.
    pub root: PathBuf,
    /// The database.
    pub target: TargetUrl,
    /// Import, plan or rehearsal.
    pub command: Command,
    /// Sources given on the command line: they take the place of the mappings' own, if all mappings that are run have the same.
    pub sources: Vec<PathBuf>,
    /// Only these mappings or tables; empty for all.
    pub only: Vec<String>,
    /// Refuse pending migrations instead of applying them.
    pub refuse_migrations: bool,
    /// Work without the ledger: legacy ids are not remembered from run to run.
    pub without_ledger: bool,
    /// More rejects than this take everything back.
    pub rejects_max: Option<RejectsMax>,
    /// How long to wait for another run on the same database.
    pub lock_timeout: Duration,
    /// Import sources and mappings that an earlier run had and a later one had no more, instead of refusing them.
    pub allow_older: bool,
    /// More rows gone from the sources than this (of one table) take everything back; half of them, or ten, where not given.
    pub deletes_max: Option<RejectsMax>,
    /// Believe that records are gone although the input may be incomplete.
    pub allow_incomplete: bool,
    /// Believe that nobody but resettle wrote to tables that an import left settled.
    pub trust_ledger: bool,
    /// Look at every record even of a table of which nothing can have changed. What comes of it is the same; tests hold the two against each other.
    pub examine_all: bool,
    /// A run that changes more rows than this writes no journal, so that it cannot be taken back; `None` for no journal at all.
    pub journal_max: Option<u64>,
    /// Commit whenever so many rows are written, in an import that writes more than these.
    pub commit_every: Option<u64>,
    /// End after so many steps, as if the process was killed then. Tests go on from there.
    pub stop_after: Option<usize>,
    /// Bounds of reading.
    pub limits: Limits,
    /// Whether the run is bound to a plan.
    pub binding: Binding,
}

/// Whether a run is bound to a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Binding {
    /// It is not.
    #[default]
    Free,
    /// It is the plan: its fingerprints are taken.
    Plan,
    /// It does what this plan says, or nothing.
    To(Box<PlanFile>),
}

impl Settings {
    /// Creates settings without any wish: all mappings, their own sources, migrations applied, the ledger used, ten minutes of waiting for another run.
    #[must_use]
    pub fn new(root: PathBuf, target: TargetUrl, command: Command) -> Self {
        Self {
            root,
            target,
            command,
            sources: Vec::new(),
            only: Vec::new(),
            refuse_migrations: false,
            without_ledger: false,
            rejects_max: None,
            lock_timeout: Duration::from_secs(600),
            allow_older: false,
            deletes_max: None,
            allow_incomplete: false,
            trust_ledger: false,
            examine_all: false,
            journal_max: Some(JOURNAL_MAX),
            commit_every: None,
            stop_after: None,
            limits: Limits::default(),
            binding: Binding::Free,
        }
    }
}

/// The number of rejects that stops a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RejectsMax {
    /// So many records.
    Records(u64),
    /// So many percent of all records.
    Percent(f64),
}

/// Why a run did not happen. Nothing was written, [`RunError::Interrupted`] apart.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// Mapping files.
    #[error(transparent)]
    Mapping(#[from] MappingErrors),
    /// Mapping and schema do not fit together.
    #[error("mapping and schema do not fit together: {} found; nothing was written", count(.0.len(), "error"))]
    Check(Vec<Diagnostic>),
    /// A default or format of the mapping that its column does not take.
    #[error("mappings/{mapping}.toml: {fault}; nothing was written")]
    Normalize {
        /// The mapping.
        mapping: String,
        /// What is wrong.
        fault: NormalizeError,
    },
    /// Sources given on the command line for mappings that have different ones.
    #[error(
        "found {0} mappings with different sources for the sources on the command line, expected mappings of one source; choose them with `--table`"
    )]
    SourcesForSeveral(usize),
    /// A project without mappings.
    #[error("there are no mapping files in `{}`; expected `mappings/<table>.toml` in the project folder (choose it with `-C DIR`), or a source and `--table TABLE` to import by name", folder.display())]
    NoMappings {
        /// The folder looked into.
        folder: PathBuf,
    },
    /// A SQLite file that does not exist, where nothing may be written.
    #[error("the database `{target}` does not exist yet; create it with `resettle migrate run`, or import into it")]
    NoDatabase {
        /// The target.
        target: String,
    },
    /// A source that no mapping can name.
    #[error(
        "`{path}` is not below `data/`, so no mapping can name it; move it there, or import it with `resettle import {path} --table NAME`"
    )]
    OutsideData {
        /// The source.
        path: String,
    },
    /// A mapping that does not exist.
    #[error("no mapping or table is called `{name}`; there are {known}")]
    UnknownMapping {
        /// As given.
        name: String,
        /// All there are.
        known: String,
    },
    /// Two mappings of one table in one run.
    #[error(
        "the mappings `{first}` and `{second}` both fill the table `{table}`, expected one of them in a run; import one after the other with `--table {first}` and `--table {second}`"
    )]
    OneTableTwice {
        /// The table.
        table: String,
        /// The first mapping.
        first: String,
        /// The other.
        second: String,
    },
    /// A table to import into by name that does not exist.
    #[error("no mapping, and no table of the database, is called `{name}`{near}")]
    UnknownTable {
        /// As given.
        name: String,
        /// The nearest one, as a sentence behind a semicolon.
        near: String,
    },
    /// Sources without any field that is named like a column.
    #[error(
        "no field of the sources is named like a column that can be written of `{table}`: found {}, expected {}; write a mapping file",
        list(fields),
        list(columns)
    )]
    NothingByName {
        /// The table.
        table: String,
        /// The names of all fields.
        fields: Vec<String>,
        /// The columns of the table.
        columns: Vec<String>,
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
    /// Sources or mappings that an earlier run had and a later one had no more.
    #[error(
        "{};\nnothing was written: deploy the newer state, or pass `--allow-older` (`RESETTLE_ALLOW_OLDER=true`) if the older one is really meant",
        .0.join(";\n")
    )]
    Older(Vec<String>),
    /// A run that the ledger does not know by this name.
    #[error("found {found} runs whose id begins with `{name}`, expected one; `resettle history` lists them")]
    UnknownRun {
        /// As given.
        name: String,
        /// How many.
        found: usize,
    },
    /// A run that cannot be taken back.
    #[error("run {run} cannot be taken back: {reason}; nothing was written")]
    CannotUndo {
        /// The run.
        run: String,
        /// Why.
        reason: String,
    },
    /// Rows that are not as the run left them.
    #[error(
        "{} of run {} cannot be taken back: {}; nothing was written (`--force` takes back what it can)",
        count(usize::try_from(.0.refused).unwrap_or(usize::MAX), "row"),
        .0.undone,
        .0.refusals()
    )]
    ChangedSince(Box<UndoReport>),
    /// The database.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// Files of rejects beside other sources.
    #[error("found files of rejected records beside other sources, expected either; import one after the other")]
    RejectsAndOthers,
    /// A file of rejects that cannot be read.
    #[error("cannot read the rejected records in `{}`: {source}", path.display())]
    RejectFile {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A line of a file of rejects that is none.
    #[error("`{}`, line {line}: {message}; expected a line as resettle wrote it, with the corrected `record`", path.display())]
    RejectLine {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: u64,
        /// What is wrong.
        message: String,
    },
    /// A source whose content cannot be looked at twice.
    #[error("the plan cannot be bound to `{path}`, which can be read once only; expected files")]
    UnboundSource {
        /// The source.
        path: String,
    },
    /// A file that cannot be read for its fingerprint.
    #[error("cannot read `{}`: {source}", path.display())]
    Fingerprint {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A plan that is not what would happen now.
    #[error("the plan is stale, nothing was written: {}; make a new one with `resettle plan --out FILE`", .0.join("; "))]
    Stale(Vec<String>),
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
    /// A run that commits in steps, and ended after some.
    #[error("the run ended early; the {rows} rows of {} were committed before and stay, and running it again goes on from there", count(*steps, "step"))]
    Interrupted {
        /// Steps that were committed.
        steps: usize,
        /// Rows that were written in them.
        rows: u64,
        /// Why it ended.
        #[source]
        because: Box<RunError>,
    },
    /// Rows that somebody else wrote between two steps.
    #[error("the table `{table}` was changed by somebody else while the run was under way ({what})")]
    ChangedMeanwhile {
        /// The table.
        table: String,
        /// Which rows, or what the database said.
        what: String,
    },
    /// More rejects than allowed, found out when the database refused a step.
    #[error("{rejects} of {read} records are rejected, more than the {allowed} allowed; the step was taken back")]
    TooManyRefused {
        /// Rejected.
        rejects: u64,
        /// Read.
        read: u64,
        /// Allowed.
        allowed: u64,
    },
    /// A connection that a run of several transactions cannot have.
    #[error("`--commit-every` needs a connection of its own: {0}; connect to the server itself, or through a pool of sessions")]
    Pooled(&'static str),
    /// More rows gone from the sources than allowed.
    #[error(
        "{missing} of the {imported} imported rows of `{table}` are not in the sources any more, more than the {allowed} allowed; everything was taken back (if that is right, see `--max-deletes`)"
    )]
    TooManyMissing {
        /// The table.
        table: String,
        /// Rows that would be deleted or set.
        missing: u64,
        /// Rows imported earlier.
        imported: u64,
        /// Allowed.
        allowed: u64,
    },
    /// Counts that do not agree.
    #[error("the counts of `{table}` do not agree: {message}; everything was taken back")]
    Counts {
        /// The table.
        table: String,
        /// What does not agree.
        message: String,
    },
    /// A list of values that cannot be extended.
    #[error("the list of values of `{column}` is of a form that cannot be extended; write the migration by hand")]
    NotExtended {
        /// Table and column.
        column: String,
    },
    /// A spelling that cannot be added to the enum tables.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// A report or reject file that cannot be written.
    #[error("cannot write the report: {0}")]
    Output(#[source] std::io::Error),
}

/// Most names in a message.
const NAMES_MAX: usize = 12;

/// The first names of a list.
fn list(names: &[String]) -> String {
    let shown: Vec<String> = names.iter().take(NAMES_MAX).map(|name| format!("`{}`", printable(name))).collect();
    let more = if names.len() > NAMES_MAX { format!(" and {} more", names.len() - NAMES_MAX) } else { String::new() };
    if shown.is_empty() { "no fields".to_owned() } else { shown.join(", ") + &more }
}

/// Number and noun, with an `s` where it is not one.
fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
