//! The user's migrations, through `diesel_migrations`: the same folders and the same table as diesel's own command line.
//!
//! Takes a project folder or embedded migrations, applies what is pending over a connection of its own.
//!
//! **Invariant**: of several processes that start at once, one applies a migration and the others find it applied.

mod error;
mod lock;
mod naming;
mod record;
#[cfg(test)]
mod tests;
mod write;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Instant;

use diesel::Connection;
use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationSource};
use diesel::pg::Pg;
use diesel::sqlite::{Sqlite, SqliteConnection};
use diesel_migrations::{EmbeddedMigrations, FileBasedMigrations, MigrationHarness};
use tracing::info;

use super::lock::{Waiting, of_migrations, unless_locked};
use super::statement::Statement;
use super::{Access, DatabaseErrorKind, TargetUrl, connect};
use crate::catalog::BackendKind;

pub use error::MigrationError;
pub use naming::recorded_naming;
pub use record::record;
pub use write::{NewMigration, write};

/// Where migrations come from.
pub enum Migrations {
    /// A folder in diesel's layout: `<stamp>_<name>/{up,down}.sql`, and `metadata.toml` where one is needed.
    Directory(PathBuf),
    /// Migrations that `embed_migrations!` put into the program.
    Embedded(EmbeddedMigrations),
}

/// One migration, and whether the target has it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that status prints")]
pub struct MigrationState {
    /// Version: the stamp without punctuation.
    pub version: String,
    /// Name of its folder; the version where the folder is missing.
    pub name: String,
    /// The target's table of migrations has it.
    pub applied: bool,
    /// The target has it, and there is no such folder.
    pub missing: bool,
    /// A later migration was applied before it: it came in from another branch of development.
    pub out_of_order: bool,
    /// It runs in a transaction.
    pub in_transaction: bool,
}

impl Migrations {
    /// Finds the migrations of a project for a database: `migrations/sqlite` or `migrations/postgres`, else `migrations` itself.
    ///
    /// # Errors
    /// A folder that cannot be read or is not of diesel's layout.
    pub fn find(root: &Path, kind: BackendKind) -> Result<Option<Self>, MigrationError> {
        let folder = root.join("migrations");
        let own = folder.join(kind.to_string());
        if own.is_dir() {
            return Self::directory(own).map(Some);
        }
        // A project for one database only has migrations for that one.
        let other = [BackendKind::Sqlite, BackendKind::Postgres].into_iter().any(|k| folder.join(k.to_string()).is_dir());
        if other || !folder.is_dir() {
            return Ok(None);
        }
        Self::directory(folder).map(Some)
    }

    fn directory(path: PathBuf) -> Result<Self, MigrationError> {
        match FileBasedMigrations::from_path(&path) {
            Ok(_) => Ok(Self::Directory(path)),
            Err(source) => Err(MigrationError::Layout { folder: path, source }),
        }
    }
}

/// What is known of a migration before the target is asked.
struct Known {
    version: String,
    name: String,
    in_transaction: bool,
}

/// Lists all migrations, in order of their versions. Writes nothing: a SQLite file that does not exist is not created.
///
/// # Errors
/// Migrations that cannot be read, or a target that cannot be reached.
pub fn status(target: &TargetUrl, migrations: &Migrations) -> Result<Vec<MigrationState>, MigrationError> {
    let known = match target.kind() {
        BackendKind::Sqlite => known::<Sqlite>(migrations)?,
        BackendKind::Postgres => known::<Pg>(migrations)?,
    };
    let applied = applied(target)?;
    let last = applied.iter().next_back().cloned().unwrap_or_default();
    let mut states: Vec<MigrationState> = known
        .into_iter()
        .map(|k| MigrationState {
            applied: applied.contains(&k.version),
            missing: false,
            out_of_order: !applied.contains(&k.version) && k.version < last,
            version: k.version,
            name: k.name,
            in_transaction: k.in_transaction,
        })
        .collect();
    let gone: Vec<String> = applied.into_iter().filter(|version| !states.iter().any(|s| s.version == *version)).collect();
    states.extend(gone.into_iter().map(|version| MigrationState {
        name: version.clone(),
        version,
        applied: true,
        missing: true,
        out_of_order: false,
        in_transaction: true,
    }));
    states.sort_by(|a, b| a.version.cmp(&b.version));
    Ok(states)
}

/// Names the migrations that are not applied.
///
/// # Errors
/// As for [`status`].
pub fn pending(target: &TargetUrl, migrations: &Migrations) -> Result<Vec<String>, MigrationError> {
    Ok(status(target, migrations)?.into_iter().filter(|s| !s.applied).map(|s| s.name).collect())
}

/// Does what [`pending`] does, and waits for a process that holds a SQLite file.
///
/// # Errors
/// As for [`status`].
pub fn pending_waiting(target: &TargetUrl, migrations: &Migrations, waiting: &Waiting<'_>) -> Result<Vec<String>, MigrationError> {
    waiting.until(&|| "another process writes to this file".to_owned(), &mut || match pending(target, migrations) {
        Err(MigrationError::Database(error)) if error.kind == DatabaseErrorKind::Locked => Ok(None),
        other => other.map(Some),
    })
}

/// Applies what is pending, oldest first, and returns the names. Waits up to a minute where another process is applying migrations.
///
/// # Errors
/// The first migration that fails; earlier ones stay applied.
pub fn run(target: &TargetUrl, migrations: &Migrations, progress: &dyn Fn(&str)) -> Result<Vec<String>, MigrationError> {
    run_waiting(target, migrations, &Waiting::silent(), progress)
}

/// Does what [`run`] does, and waits as it is told.
///
/// # Errors
/// As for [`run`].
pub fn run_waiting(
    target: &TargetUrl,
    migrations: &Migrations,
    waiting: &Waiting<'_>,
    progress: &dyn Fn(&str),
) -> Result<Vec<String>, MigrationError> {
    if pending_waiting(target, migrations, waiting)?.is_empty() {
        return Ok(Vec::new());
    }
    let _server = of_migrations(target, waiting)?;
    let _folder = lock::directory_of(target, waiting)?;
    let is_new = applied(target)?.is_empty();
    match target.kind() {
        BackendKind::Sqlite => apply(&mut sqlite(target, waiting)?, migrations, is_new, progress),
        BackendKind::Postgres => apply(&mut super::postgres::open(target, Access::ReadWrite)?, migrations, is_new, progress),
    }
}

/// Opens a SQLite file; another process may be writing to it.
fn sqlite(target: &TargetUrl, waiting: &Waiting<'_>) -> Result<SqliteConnection, MigrationError> {
    let holder = || "another process writes to this file".to_owned();
    let mut connection = waiting.until(&holder, &mut || unless_locked(super::sqlite::open(target, Access::ReadWrite)))?;
    let settings = format!("PRAGMA busy_timeout = {}", waiting.millis());
    connection.batch_execute(&settings).map_err(|error| MigrationError::List(error.to_string()))?;
    Ok(connection)
}

/// Takes back the last `steps` migrations, newest first, and returns their names.
///
/// # Errors
/// The first migration that cannot be taken back; those taken back before it stay so.
pub fn revert(target: &TargetUrl, migrations: &Migrations, steps: usize) -> Result<Vec<String>, MigrationError> {
    let waiting = Waiting::silent();
    let _server = of_migrations(target, &waiting)?;
    let _folder = lock::directory_of(target, &waiting)?;
    match target.kind() {
        BackendKind::Sqlite => take_back(&mut sqlite(target, &waiting)?, migrations, steps),
        BackendKind::Postgres => take_back(&mut super::postgres::open(target, Access::ReadWrite)?, migrations, steps),
    }
}

fn apply<DB, C>(connection: &mut C, migrations: &Migrations, is_new: bool, progress: &dyn Fn(&str)) -> Result<Vec<String>, MigrationError>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB> + Connection<Backend = DB>,
{
    let all = all::<DB>(migrations)?;
    // A first migration that fails leaves nothing behind, not even diesel's own table.
    let together = is_new && all.first().is_some_and(|first| first.metadata().run_in_transaction());
    let begun = usize::from(together);
    let mut names = if together { connection.transaction(|c| begin(c, &all, progress)).map_err(MigrationError::from)? } else { Vec::new() };
    // What is pending is read under the lock: another process may have applied it since.
    let applied = connection.transaction(|c| applied_versions(c).map_err(Begun::Failed)).map_err(MigrationError::from)?;
    for migration in all.iter().skip(begun).filter(|migration| !applied.contains(&migration.name().version().to_string())) {
        let name = migration.name().to_string();
        progress(&name);
        let begun = Instant::now();
        connection.run_migration(migration).map_err(|source| MigrationError::failed(&name, "apply", &names, &*source))?;
        info!(migration = name, seconds = begun.elapsed().as_secs_f64(), "applied");
        names.push(name);
    }
    Ok(names)
}

/// Why the first migration was taken back.
enum Begun {
    Failed(MigrationError),
    Transaction(diesel::result::Error),
}

impl From<diesel::result::Error> for Begun {
    fn from(error: diesel::result::Error) -> Self {
        Self::Transaction(error)
    }
}

impl From<Begun> for MigrationError {
    fn from(begun: Begun) -> Self {
        match begun {
            Begun::Failed(error) => error,
            Begun::Transaction(error) => Self::List(error.to_string()),
        }
    }
}

/// Creates diesel's table where it is missing, and applies the first migration where it is pending.
fn begin<DB, C>(connection: &mut C, all: &[Box<dyn Migration<DB>>], progress: &dyn Fn(&str)) -> Result<Vec<String>, Begun>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
{
    let applied = applied_versions(connection).map_err(Begun::Failed)?;
    let Some(first) = all.first().filter(|first| !applied.contains(&first.name().version().to_string())) else { return Ok(Vec::new()) };
    let name = first.name().to_string();
    progress(&name);
    let begun = Instant::now();
    connection.run_migration(first).map_err(|source| Begun::Failed(MigrationError::failed(&name, "apply", &[], &*source)))?;
    info!(migration = name, seconds = begun.elapsed().as_secs_f64(), "applied");
    Ok(vec![name])
}

fn applied_versions<DB, C>(connection: &mut C) -> Result<BTreeSet<String>, MigrationError>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
{
    Ok(connection.applied_migrations().map_err(|e| MigrationError::list(&*e))?.iter().map(ToString::to_string).collect())
}

fn take_back<DB, C>(connection: &mut C, migrations: &Migrations, steps: usize) -> Result<Vec<String>, MigrationError>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
{
    let all = all::<DB>(migrations)?;
    let mut names = Vec::new();
    let mut versions: Vec<String> =
        connection.applied_migrations().map_err(|e| MigrationError::list(&*e))?.iter().map(ToString::to_string).collect();
    versions.sort_unstable_by(|a, b| b.cmp(a));
    for version in versions.into_iter().take(steps) {
        let found = all.iter().find(|m| m.name().version().to_string() == version);
        let migration = found.ok_or_else(|| MigrationError::Unknown { version: version.clone() })?;
        let name = migration.name().to_string();
        let begun = Instant::now();
        connection.revert_migration(migration).map_err(|source| MigrationError::failed(&name, "take back", &names, &*source))?;
        info!(migration = name, seconds = begun.elapsed().as_secs_f64(), "took back");
        names.push(name);
    }
    Ok(names)
}

/// All migrations of a source, oldest first.
fn all<DB: diesel::backend::Backend>(migrations: &Migrations) -> Result<Vec<Box<dyn Migration<DB>>>, MigrationError> {
    let mut all = match migrations {
        Migrations::Directory(path) => {
            let source = FileBasedMigrations::from_path(path).map_err(|source| MigrationError::Layout { folder: path.clone(), source })?;
            source.migrations().map_err(|e| MigrationError::list(&*e))?
        }
        Migrations::Embedded(embedded) => MigrationSource::<DB>::migrations(embedded).map_err(|e| MigrationError::list(&*e))?,
    };
    all.sort_by_key(|m| m.name().version().to_string());
    Ok(all)
}

fn known<DB: diesel::backend::Backend>(migrations: &Migrations) -> Result<Vec<Known>, MigrationError> {
    let all = all::<DB>(migrations)?;
    let known = all.iter().map(|m| Known {
        version: m.name().version().to_string(),
        name: m.name().to_string(),
        in_transaction: m.metadata().run_in_transaction(),
    });
    Ok(known.collect())
}

/// Versions that the target has; none where the file or the table does not exist.
fn applied(target: &TargetUrl) -> Result<BTreeSet<String>, MigrationError> {
    if target.is_missing_file() {
        return Ok(BTreeSet::new());
    }
    let mut session = connect(target, Access::ReadOnly)?;
    let exists = match target.kind() {
        BackendKind::Sqlite => "SELECT name FROM main.sqlite_master WHERE name = '__diesel_schema_migrations'",
        BackendKind::Postgres => {
            "SELECT to_regclass('__diesel_schema_migrations')::text WHERE to_regclass('__diesel_schema_migrations') IS NOT NULL"
        }
    };
    if session.rows(&Statement::new(exists))?.is_empty() {
        return Ok(BTreeSet::new());
    }
    let rows = session.rows(&Statement::new("SELECT CAST(version AS TEXT) FROM __diesel_schema_migrations"))?;
    Ok(rows.into_iter().filter_map(|row| row.into_iter().next().flatten()).collect())
}
