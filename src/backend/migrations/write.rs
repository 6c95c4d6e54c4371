//! Writes a migration in diesel's layout.

use std::path::{Path, PathBuf};

use super::MigrationError;
use crate::catalog::BackendKind;

/// A migration to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMigration<'a> {
    /// Behind the stamp: letters, digits and `_`.
    pub name: &'a str,
    /// What it is for, written as a comment above both files.
    pub purpose: &'a str,
    /// Statements of `up.sql`.
    pub up: &'a [String],
    /// Statements of `down.sql`.
    pub down: &'a [String],
    /// False where diesel may not run it in a transaction.
    pub in_transaction: bool,
}

/// Writes `<stamp>_<name>/{up,down}.sql`, and `metadata.toml` where it may not run in a transaction; returns the folder.
///
/// It goes where the project has its migrations for the database: `migrations/<database>`, or `migrations` where one folder serves all.
///
/// # Errors
/// A name with other characters, or a folder that cannot be written.
pub fn write(root: &Path, kind: BackendKind, new: &NewMigration<'_>) -> Result<PathBuf, MigrationError> {
    if new.name.is_empty() || !new.name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
        return Err(MigrationError::Name { name: new.name.to_owned() });
    }
    let stamp = jiff::Timestamp::now().strftime("%Y-%m-%d-%H%M%S");
    let folder = folder_of(root, kind).join(format!("{stamp}_{}", new.name));
    let fail = |source| MigrationError::Write { folder: folder.clone(), source };
    std::fs::create_dir_all(folder.parent().unwrap_or(root)).map_err(fail)?;
    std::fs::create_dir(&folder).map_err(fail)?;
    let text = |statements: &[String]| {
        let comment: Vec<String> = new.purpose.lines().map(|line| format!("-- {line}\n")).collect();
        format!("{}{}\n", comment.concat(), statements.join("\n\n"))
    };
    std::fs::write(folder.join("up.sql"), text(new.up)).map_err(fail)?;
    std::fs::write(folder.join("down.sql"), text(new.down)).map_err(fail)?;
    if !new.in_transaction {
        std::fs::write(folder.join("metadata.toml"), "run_in_transaction = false\n").map_err(fail)?;
    }
    Ok(folder)
}

/// A folder that has migrations itself, and none for a single database, serves all.
fn folder_of(root: &Path, kind: BackendKind) -> PathBuf {
    let all = root.join("migrations");
    let has_own = [BackendKind::Sqlite, BackendKind::Postgres].into_iter().any(|kind| all.join(kind.to_string()).is_dir());
    if all.is_dir() && !has_own { all } else { all.join(kind.to_string()) }
}
