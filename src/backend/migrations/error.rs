//! Why migrations cannot be listed or run.

use std::error::Error;
use std::path::PathBuf;

use crate::backend::DatabaseError;

/// Why migrations cannot be listed or run.
#[derive(Debug, thiserror::Error)]
pub enum MigrationError {
    /// A folder that is not of diesel's layout.
    #[error("the folder `{}` does not hold migrations; expected folders `<stamp>_<name>` with `up.sql` and `down.sql`, or `sqlite` and `postgres` with such folders", folder.display())]
    Layout {
        /// The folder.
        folder: PathBuf,
        /// What diesel says.
        source: diesel_migrations::MigrationError,
    },
    /// Migrations that cannot be read, or the table of applied ones.
    #[error("cannot list the migrations: {0}")]
    List(String),
    /// A migration that failed.
    #[error("cannot {verb} the migration `{name}`: {message}; {before}{}", hint_of(name, verb, message))]
    Failed {
        /// Folder of the migration.
        name: String,
        /// `apply` or `take back`.
        verb: &'static str,
        /// What the database says.
        message: String,
        /// What was done before it and stays.
        before: String,
    },
    /// An applied migration without folder.
    #[error("the target has the migration `{version}`, and there is no folder for it, so it cannot be taken back")]
    Unknown {
        /// Its version.
        version: String,
    },
    /// A migration that is to be recorded and is not pending.
    #[error("`{name}` is no pending migration; `migrate status` lists them")]
    NotPending {
        /// As given.
        name: String,
    },
    /// A migration that is to be recorded, though something of it is missing.
    #[error("cannot record the migration `{name}`: it creates the table `{table}`, which is not in the database; `migrate run` applies it")]
    NotThere {
        /// Folder of the migration.
        name: String,
        /// The table.
        table: String,
    },
    /// The file system does not let the folder of the database be locked.
    #[error("cannot lock the folder `{}`", folder.display())]
    Lock {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A name that is none.
    #[error("`{name}` cannot be the name of a migration, expected letters, digits and `_`")]
    Name {
        /// As given.
        name: String,
    },
    /// A migration that cannot be written.
    #[error("cannot write the migration `{}`", folder.display())]
    Write {
        /// Its folder.
        folder: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The database.
    #[error(transparent)]
    Database(#[from] DatabaseError),
}

/// What helps where a migration makes what is there already.
fn hint_of(name: &str, verb: &str, message: &str) -> String {
    let is_there = message.contains("already exists") || message.contains("duplicate column name");
    if verb == "apply" && is_there {
        format!("; where it documents what was made by other means, `resettle migrate record {name}` records it without running it")
    } else {
        String::new()
    }
}

impl MigrationError {
    pub(super) fn list(source: &(dyn Error + Send + Sync)) -> Self {
        Self::List(source.to_string())
    }

    pub(super) fn failed(name: &str, verb: &'static str, done: &[String], source: &dyn Error) -> Self {
        let before =
            if done.is_empty() { "nothing was changed before it".to_owned() } else { format!("done before it: {}", done.join(", ")) };
        Self::Failed { name: name.to_owned(), verb, message: source.to_string(), before }
    }
}
