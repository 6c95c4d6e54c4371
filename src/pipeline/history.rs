//! Runs of the past: reading them, and writing the present one.
//!
//! **Invariant**: the history is read without writing anything.

use super::RunError;
use super::older::State;
use crate::backend::workspace::Journaled;
use crate::backend::{Access, Session, TargetUrl, connect};
use crate::ledger;
use crate::report::history::{FORMAT, RunDetails, RunSummary, Unfinished, totals_from_text, totals_to_text};
use crate::report::{Report, Totals};

/// Lists the last runs, newest first.
///
/// # Errors
/// A database that does not exist or cannot be read.
pub fn history(target: &TargetUrl, limit: u64) -> Result<Vec<RunSummary>, RunError> {
    if target.is_missing_file() {
        return Err(RunError::NoDatabase { target: target.to_string() });
    }
    let mut session = connect(target, Access::ReadOnly)?;
    Ok(ledger::runs(session.as_mut(), limit)?.into_iter().map(summary).collect())
}

/// Finds one run by its id, the beginning of it, or `last`.
///
/// # Errors
/// None or several that are called so, or what [`history`] fails with.
pub fn show(target: &TargetUrl, name: &str) -> Result<RunSummary, RunError> {
    let runs = history(target, u64::MAX)?;
    choose(runs, name)
}

/// Reads what the ledger keeps of a run beside its sums.
pub(super) fn find_details(session: &mut dyn Session, run: &str) -> Result<Option<RunDetails>, RunError> {
    let runs = ledger::runs(session, u64::MAX)?.into_iter().map(summary);
    Ok(runs.filter(|summary| summary.run == run).find_map(|summary| summary.details))
}

/// Finds one of some runs, which are newest first.
pub(super) fn choose(mut runs: Vec<RunSummary>, name: &str) -> Result<RunSummary, RunError> {
    if name == "last" && !runs.is_empty() {
        return Ok(runs.swap_remove(0));
    }
    runs.retain(|run| run.run.starts_with(name));
    match runs.len() {
        1 => Ok(runs.swap_remove(0)),
        found => Err(RunError::UnknownRun { name: name.to_owned(), found }),
    }
}

pub(super) fn summary(run: ledger::RunRecord) -> RunSummary {
    RunSummary {
        format: FORMAT,
        run: run.id,
        started_at: run.started_at,
        finished_at: run.finished_at,
        version: run.version,
        totals: totals_from_text(&run.totals),
        details: run.details.as_deref().and_then(RunDetails::from_text),
    }
}

/// Writes the present run into the ledger, as far as it has come.
pub(super) fn record(
    session: &mut dyn Session,
    report: &Report,
    started_at: &str,
    state: &State,
    journaled: &Journaled,
    unfinished: Option<Unfinished>,
) -> Result<(), RunError> {
    let Some(run) = &report.run else { return Ok(()) };
    let details = RunDetails { unfinished, ..state.details(report) };
    write(session, run, started_at, report.totals, details, journaled)
}

/// Writes a run that ends now into the ledger.
pub(super) fn write(
    session: &mut dyn Session,
    id: &str,
    started_at: &str,
    totals: Totals,
    mut details: RunDetails,
    journaled: &Journaled,
) -> Result<(), RunError> {
    match journaled {
        Journaled::Rows(rows) => details.journal_rows = Some(*rows),
        Journaled::No(reason) => details.no_journal = Some(reason.clone()),
    }
    let record = ledger::RunRecord {
        id: id.to_owned(),
        started_at: started_at.to_owned(),
        finished_at: jiff::Timestamp::now().to_string(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        totals: totals_to_text(totals),
        details: Some(details.to_text()),
    };
    Ok(ledger::record_run(session, &record)?)
}
