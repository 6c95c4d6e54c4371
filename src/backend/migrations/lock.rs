//! One migrating process at a time on SQLite: `diesel_migrations` itself takes no lock.
//!
//! **Invariant**: the lock ends with the process that holds it.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::MigrationError;
use crate::backend::TargetUrl;
use crate::backend::lock::Waiting;

/// Locks the folder of a SQLite file, until the returned file is dropped or the process ends. The database file itself cannot be locked this way: closing it
/// would release SQLite's own locks.
pub(super) fn directory_of(target: &TargetUrl, waiting: &Waiting<'_>) -> Result<Option<File>, MigrationError> {
    let Some(path) = target.file() else { return Ok(None) };
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let fail = |source| MigrationError::Lock { folder: folder.to_path_buf(), source };
    let file = File::open(folder).map_err(fail)?;
    let holder = || format!("another process works on a database in the folder `{}`", folder.display());
    waiting.until(&holder, &mut || match file.try_lock() {
        Ok(()) => Ok(Some(())),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(source)) => Err(fail(source)),
    })?;
    Ok(Some(file))
}
