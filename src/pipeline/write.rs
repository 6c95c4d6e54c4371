//! Writing with the database's last word: what it refuses is rejected, and everything else is written.
//!
//! Takes a resolved workspace, gives the numbers of written rows. Where a table's rows are refused, everything written so far is taken back, the records to
//! blame are rejected, what follows from that is settled by the same rules as ever, and writing begins again.
//!
//! **Invariant**: when this returns, all accepted records are written, and none that was rejected.

use std::time::Instant;

use tracing::info;

use crate::backend::DatabaseError;
use crate::backend::workspace::{Verdict, Workspace, Written};
use crate::progress::{Progress, Stage};
use crate::resolve;

/// Writes all tables, and begins the journal of up to `journal_max` rows. Up to `changes_max` updates of each table are kept for telling, with their old values.
///
/// # Errors
/// Whatever the database says that is not about a record.
pub(super) fn write(
    workspace: &mut Workspace<'_>,
    progress: &dyn Progress,
    changes_max: u64,
    journal_max: Option<u64>,
) -> Result<Vec<Written>, DatabaseError> {
    progress.begin(Stage::Write, workspace.tables() as u64);
    let written = loop {
        workspace.mark()?;
        if let Some(limit) = journal_max {
            workspace.begin_journal(limit)?;
        }
        match attempt(workspace, progress, changes_max)? {
            Ok(written) => break written,
            Err(refused) => {
                let table = &workspace.layout(refused.table).table.name;
                info!(table, records = refused.verdicts.len(), "the database refused records; writes again without them");
                workspace.take_back()?;
                workspace.reject(refused.table, &refused.verdicts)?;
                resolve::settle_again(workspace)?;
            }
        }
    };
    progress.end(Stage::Write);
    Ok(written)
}

/// The records of a table that the database refused.
pub(super) struct Refused {
    pub(super) table: usize,
    pub(super) verdicts: Vec<Verdict>,
}

/// Writes until the database refuses records of a table.
fn attempt(
    workspace: &mut Workspace<'_>,
    progress: &dyn Progress,
    changes_max: u64,
) -> Result<Result<Vec<Written>, Refused>, DatabaseError> {
    let tables: Vec<usize> = (0..workspace.tables()).collect();
    if changes_max > 0 {
        for &table in &tables {
            workspace.keep_updates(table, changes_max.min(i64::MAX.unsigned_abs()))?;
        }
    }
    attempt_some(workspace, progress, &tables)
}

/// Writes these tables, or the parts of them that are all that is known of them now.
///
/// # Errors
/// Whatever the database says that is not about a record.
pub(super) fn attempt_some(
    workspace: &mut Workspace<'_>,
    progress: &dyn Progress,
    tables: &[usize],
) -> Result<Result<Vec<Written>, Refused>, DatabaseError> {
    let mut all = Vec::new();
    for &table in tables {
        progress.step(&workspace.layout(table).table.name);
        let begun = Instant::now();
        match workspace.write_rows(table)? {
            Ok(written) => {
                let written = Written { inserted: written.inserted + workspace.loaded(table), ..written };
                let seconds = begun.elapsed().as_secs_f64();
                info!(table = workspace.layout(table).table.name, inserted = written.inserted, updated = written.updated, seconds, "wrote");
                progress.wrote(written.inserted + written.updated);
                all.push(written);
            }
            Err(verdicts) => return Ok(Err(Refused { table, verdicts })),
        }
    }
    for &table in tables {
        workspace.write_late_references(table)?;
    }
    workspace.check_deferred()?;
    Ok(Ok(all))
}
