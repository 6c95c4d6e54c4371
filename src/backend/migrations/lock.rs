//! One migrating process at a time: `diesel_migrations` itself takes no lock.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

use diesel::prelude::*;

use super::MigrationError;
use crate::backend::TargetUrl;

/// Seconds to wait for another process.
const WAIT_SECONDS: u64 = 60;

/// Key of the advisory lock on PostgreSQL: `resettle` in ASCII.
const LOCK_KEY: i64 = i64::from_be_bytes(*b"resettle");

/// Locks the folder of a SQLite file, until the returned file is dropped or the process ends. The database file itself cannot be locked this way: closing it
/// would release SQLite's own locks.
pub(super) fn directory_of(target: &TargetUrl) -> Result<Option<File>, MigrationError> {
    let Some(path) = target.file() else { return Ok(None) };
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let fail = |source| MigrationError::Lock { folder: folder.to_path_buf(), source };
    let file = File::open(folder).map_err(fail)?;
    let begun = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Some(file)),
            Err(TryLockError::Error(source)) => return Err(fail(source)),
            Err(TryLockError::WouldBlock) if begun.elapsed().as_secs() >= WAIT_SECONDS => {
                return Err(MigrationError::Locked { seconds: WAIT_SECONDS });
            }
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(20)),
        }
    }
}

/// Takes an advisory lock that ends with the connection.
pub(super) fn server(connection: &mut PgConnection) -> Result<(), MigrationError> {
    let begun = Instant::now();
    loop {
        let locked: bool = diesel::select(diesel::dsl::sql::<diesel::sql_types::Bool>(&format!("pg_try_advisory_lock({LOCK_KEY})")))
            .get_result(connection)
            .map_err(|error| MigrationError::List(error.to_string()))?;
        if locked {
            return Ok(());
        }
        if begun.elapsed().as_secs() >= WAIT_SECONDS {
            return Err(MigrationError::Locked { seconds: WAIT_SECONDS });
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}
