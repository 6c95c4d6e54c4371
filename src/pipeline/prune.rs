//! Looking after the ledger: how large it is, and removing what no later run needs.
//!
//! **Invariant**: what is removed is no target row, and nothing of a row that is there.

use std::time::Duration;

use super::{RunError, open_target};
use crate::backend::lock::{self, Hold, Waiting};
use crate::backend::{Access, TargetUrl, connect};
use crate::ledger::prune::{self as entries, LedgerTable, Pruned};
use crate::progress::Progress;

/// Says how large each table of the ledger is; none where there is no ledger.
///
/// # Errors
/// A database that does not exist or cannot be read.
pub fn size(target: &TargetUrl) -> Result<Vec<LedgerTable>, RunError> {
    if target.is_missing_file() {
        return Err(RunError::NoDatabase { target: target.to_string() });
    }
    Ok(entries::size(connect(target, Access::ReadOnly)?.as_mut())?)
}

/// Removes all runs but the last ones with their journals, and what is remembered of rows that are not there any more.
///
/// # Errors
/// A database that does not exist, or whatever it says; then nothing was removed.
pub fn prune(target: &TargetUrl, runs: u32, lock_timeout: Duration, progress: &dyn Progress) -> Result<Pruned, RunError> {
    if target.is_missing_file() {
        return Err(RunError::NoDatabase { target: target.to_string() });
    }
    let tell = |message: &str| progress.note(message);
    let waiting = Waiting::new(lock_timeout, &tell);
    let _lock = lock::of_run(target, &waiting)?;
    let _folder = lock::of_folder(target, Hold::Shared, &waiting)?;
    let mut session = open_target(target, &waiting)?;
    lock::begin_writing(session.as_mut(), &waiting)?;
    let removed = session.inspect().and_then(|catalog| entries::prune(session.as_mut(), &catalog, runs));
    if removed.is_ok() {
        lock::commit(session.as_mut(), &waiting)?;
    } else {
        drop(session.batch("ROLLBACK"));
    }
    Ok(removed?)
}
