//! From what happened to an exit code, in one place.

use std::process::ExitCode;

use super::printer;
use crate::backend::migrations::MigrationError;
use crate::diagnostic::Diagnostic;
use crate::pipeline::RunError;

/// What a command that ran came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Success {
    /// Done.
    Done,
    /// Done, but some records were rejected.
    SomeRejected,
    /// `enums audit --fail-on`: there are such values.
    Unknown,
    /// `verify`: a record is not in the target as it should be.
    SomeDiffer,
    /// `plan --check`: something would change.
    ChangesPending,
}

/// Why a command could not run.
#[derive(Debug, thiserror::Error)]
pub(super) enum CommandError {
    /// Arguments that make no sense.
    #[error("{0}")]
    Usage(String),
    /// The run.
    #[error(transparent)]
    Run(#[from] RunError),
    /// Migrations.
    #[error(transparent)]
    Migration(#[from] MigrationError),
    /// `check` found errors, which were printed.
    #[error("mapping and schema do not fit together")]
    Check,
    /// A file that was named.
    #[error("cannot write `{}`: {source}", path.display())]
    File {
        /// The file.
        path: std::path::PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Standard output or a file.
    #[error("cannot write: {0}")]
    Output(#[from] std::io::Error),
}

/// Prints an error and returns the exit code.
pub(super) fn code(outcome: Result<Success, CommandError>) -> ExitCode {
    ExitCode::from(match outcome {
        Ok(Success::Done) => 0,
        Ok(Success::SomeRejected | Success::Unknown | Success::SomeDiffer) => 1,
        Ok(Success::ChangesPending) => 3,
        Err(error) => {
            printer::error(&error, details(&error));
            2
        }
    })
}

/// Diagnostics that stand behind an error.
fn details(error: &CommandError) -> &[Diagnostic] {
    match error {
        CommandError::Run(RunError::Check(diagnostics)) => diagnostics,
        _ => &[],
    }
}
