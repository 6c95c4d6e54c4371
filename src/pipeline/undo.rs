//! Taking a run back: from its journal, in one transaction, as a run of its own that can be taken back again.
//!
//! **Invariant**: rows, ledger and the new journal are committed together or not at all.

use std::sync::Arc;
use std::time::Duration;

use super::history::{choose, summary};
use super::{RunError, history, open_target};
use crate::backend::lock::{self, Hold, Waiting};
use crate::backend::workspace::{Changed, Journal, Journaled, Lasting, Marks, Since, Workspace, Written};
use crate::backend::{DatabaseError, Session, TargetUrl};
use crate::catalog::Catalog;
use crate::layout::Layout;
use crate::ledger;
use crate::progress::Progress;
use crate::report::Totals;
use crate::report::history::{RunDetails, RunSummary, TableRun};
use crate::report::undo::{FORMAT, UndoReport, UndoRow, UndoTable};

/// What is to be taken back.
#[derive(Clone, Debug)]
pub struct UndoSettings {
    /// The database.
    pub target: TargetUrl,
    /// Id of the run, the beginning of it, or `last` for the last one that changed something.
    pub run: String,
    /// Write nothing.
    pub plan: bool,
    /// Take back what can be, although rows were changed since.
    pub force: bool,
    /// How long to wait for another run on the same database.
    pub lock_timeout: Duration,
}

/// Takes a run back, or says what that would do.
///
/// # Errors
/// Anything that keeps it from happening; then nothing was written.
pub fn undo(settings: &UndoSettings, progress: &dyn Progress) -> Result<UndoReport, RunError> {
    // What cannot be is said before anything is waited for.
    let run = find(settings, history::history(&settings.target, u64::MAX)?)?;
    let tell = |message: &str| progress.note(message);
    let waiting = Waiting::new(settings.lock_timeout, &tell);
    let _lock = lock::of_run(&settings.target, &waiting)?;
    let _folder = lock::of_folder(&settings.target, Hold::Shared, &waiting)?;
    let mut session = open_target(&settings.target, &waiting)?;
    lock::begin_writing(session.as_mut(), &waiting)?;
    let started_at = jiff::Timestamp::now().to_string();
    let done = in_transaction(settings, &run, session.as_mut(), &waiting, &started_at);
    match &done {
        Ok(report) if report.run.is_some() => lock::commit(session.as_mut(), &waiting)?,
        _ => drop(session.batch("ROLLBACK")),
    }
    done
}

/// Chooses the run, and refuses one that cannot be taken back.
fn find(settings: &UndoSettings, runs: Vec<RunSummary>) -> Result<RunSummary, RunError> {
    let undone = with_undone(&runs);
    let run = if settings.run == "last" { last_that_changed(runs)? } else { choose(runs, &settings.run)? };
    let cannot = |reason: String| RunError::CannotUndo { run: run.run.clone(), reason };
    if let Some(by) = undone_by(&run.run, &undone) {
        return Err(cannot(format!("run {by} took it back already")));
    }
    let details = run.details.clone().unwrap_or_default();
    match (details.journal_rows, details.no_journal) {
        (_, Some(reason)) => Err(cannot(format!("it has no journal: {reason}"))),
        (None, None) => Err(cannot("it has no journal: an earlier version of resettle wrote it".to_owned())),
        (Some(_), None) => Ok(run),
    }
}

/// Chooses the last run that changed something: of many that start at once, all but one find nothing to do.
fn last_that_changed(mut runs: Vec<RunSummary>) -> Result<RunSummary, RunError> {
    let gone = |details: &RunDetails| details.tables.iter().map(|table| table.deleted + table.set).sum::<u64>();
    let changed = |run: &RunSummary| {
        let rows = run.details.as_ref().map_or(0, |details| details.journal_rows.unwrap_or(0) + gone(details));
        run.totals.insert + run.totals.update + rows > 0
    };
    if let Some(last) = runs.iter().position(changed) {
        return Ok(runs.swap_remove(last));
    }
    choose(runs, "last")
}

/// Says of each run whether it was taken back, and that was not undone itself.
pub(super) fn all_undone(runs: &[RunSummary]) -> Vec<bool> {
    let undone = with_undone(runs);
    runs.iter().map(|run| undone_by(&run.run, &undone).is_some()).collect()
}

/// Ids of runs, each with what it took back.
fn with_undone(runs: &[RunSummary]) -> Vec<(String, Option<String>)> {
    runs.iter().map(|run| (run.run.clone(), run.details.as_ref().and_then(|d| d.undoes.clone()))).collect()
}

/// Names the run that took a run back and was not taken back itself; `runs` are ids, each with what it took back.
fn undone_by<'a>(run: &str, runs: &'a [(String, Option<String>)]) -> Option<&'a str> {
    let is_by = |(id, undoes): &&(String, Option<String>)| undoes.as_deref() == Some(run) && undone_by(id, runs).is_none();
    runs.iter().find(is_by).map(|(id, _)| id.as_str())
}

fn in_transaction(
    settings: &UndoSettings,
    chosen: &RunSummary,
    session: &mut dyn Session,
    waiting: &Waiting<'_>,
    started_at: &str,
) -> Result<UndoReport, RunError> {
    let run = chosen.run.as_str();
    let cannot = |reason: String| RunError::CannotUndo { run: run.to_owned(), reason };
    ledger::prepare(session)?;
    // Somebody else may have taken it back while this one waited.
    find(settings, ledger::runs(session, u64::MAX)?.into_iter().map(summary).collect())
        .and_then(|now| if now.run == run { Ok(()) } else { Err(cannot(format!("`{}` is run {} by now", settings.run, now.run))) })?;
    let journals = ledger::journal::of_run(session, run)?;
    let mut report = UndoReport {
        format: FORMAT,
        undone: run.to_owned(),
        undone_started_at: chosen.started_at.clone(),
        target: settings.target.to_string(),
        planned: settings.plan,
        ..UndoReport::default()
    };
    if journals.is_empty() {
        let details = history::find_details(session, run)?;
        let has_rows = details.is_some_and(|d| d.journal_rows.is_some_and(|rows| rows > 0));
        return if has_rows { Err(cannot("its journal was removed to make room for later ones".to_owned())) } else { Ok(report) };
    }
    let catalog = session.inspect()?;
    let targets: Vec<&Journal> = journals.iter().filter(|j| !j.is_of_ledger()).collect();
    let mut layouts = Vec::new();
    for journal in &targets {
        let updated = ledger::journal::updated_columns(session, journal)?;
        layouts.push(layout(&catalog, journal, &updated).map_err(cannot)?);
    }
    let mut workspace = Workspace::create(session, &layouts, true, Marks::Needed, Lasting::Transaction)?;
    workspace.lock_targets(waiting)?;
    workspace.defer_constraints()?;
    for (table, journal) in targets.iter().enumerate() {
        if !settings.force && !workspace.can_compare(journal)? {
            return Err(cannot(
                "this server prints values otherwise than the one that it ran on, or has another encoding, so it cannot be seen which rows were changed since \
                 (`--force` takes it back all the same)"
                    .to_owned(),
            ));
        }
        let (rows, refused) = workspace.find_changed_since(table, journal)?;
        report.tables.push(UndoTable { table: journal.table.clone(), ..UndoTable::default() });
        tell(&mut report, table, rows, refused);
        workspace.lay_out(table, journal)?;
    }
    leave_what_cannot_be(settings, &mut workspace, &catalog, &mut report)?;
    if report.refused > 0 && !settings.force && !settings.plan {
        return Err(RunError::ChangedSince(Box::new(report)));
    }
    workspace.journal_undo(&journals)?;
    workspace.restore_entries(&journals)?;
    let dangling = workspace.dangling(&catalog)?;
    let (written, deleted) = workspace.restore_rows(&catalog)?;
    workspace.check_deferred()?;
    workspace.check_dangling(&dangling, &catalog)?;
    count(&mut report, &written, &deleted);
    if !settings.plan {
        let id = uuid::Uuid::now_v7().to_string();
        let journaled = workspace.write_journal(&id)?;
        workspace.leave()?;
        let names: Vec<String> = targets.iter().map(|journal| journal.table.clone()).collect();
        ledger::settled::forget(workspace.session(), &names)?;
        record(workspace.session(), &report, &id, started_at, &journaled)?;
        ledger::journal::keep_last(workspace.session(), ledger::journal::RUNS_KEPT)?;
        report.run = Some(id);
    }
    Ok(report)
}

/// Finds the rows that cannot be as they were: others refer to them, have their keys, or what they referred to is gone. A row that is left alone keeps its keys and
/// references, so that all are looked at again until nothing more is found.
fn leave_what_cannot_be(
    settings: &UndoSettings,
    workspace: &mut Workspace<'_>,
    catalog: &Catalog,
    report: &mut UndoReport,
) -> Result<(), DatabaseError> {
    loop {
        workspace.spare_referenced(catalog)?;
        let mut found = 0;
        for table in 0..workspace.tables() {
            for is_taken in [true, false] {
                let (rows, refused) = if is_taken { workspace.find_taken(table)? } else { workspace.find_orphaned(table, catalog)? };
                tell(report, table, rows, refused);
                if refused > 0 && (settings.force || settings.plan) {
                    workspace.leave_taken(table)?;
                    found += refused;
                }
            }
        }
        if found == 0 {
            break;
        }
    }
    for table in 0..workspace.tables() {
        let (rows, refused) = workspace.still_referenced(table)?;
        tell(report, table, rows, refused);
    }
    Ok(())
}

/// Finds the table of a journal as it is now, which must still have every column of it.
fn layout(catalog: &Catalog, journal: &Journal, updated: &[String]) -> Result<Arc<Layout>, String> {
    let Some(table) = catalog.table(&journal.table) else { return Err(format!("the table `{}` is not there any more", journal.table)) };
    for name in &journal.columns {
        if table.column(name).is_none_or(|column| column.generated.is_computed()) {
            return Err(format!("the column `{name}` of `{}` is not there any more, or is computed now", journal.table));
        }
    }
    if table.primary_key().is_none() {
        return Err(format!("`{}` has no primary key any more", journal.table));
    }
    Ok(Arc::new(Layout::whole(Arc::new(table.clone()), updated)))
}

fn tell(report: &mut UndoReport, table: usize, rows: Vec<Changed>, refused: u64) {
    let told = &mut report.tables[table];
    told.refused += refused;
    told.rows.extend(rows.into_iter().map(|changed| UndoRow { reason: reason(&changed), row: changed.row, columns: changed.columns }));
    report.refused += refused;
}

fn reason(changed: &Changed) -> String {
    let other = changed.other.as_deref().unwrap_or_default();
    match changed.since {
        Since::Gone => "deleted since".to_owned(),
        Since::Back => "inserted again since".to_owned(),
        Since::Changed => "changed since".to_owned(),
        Since::Referenced => "rows that stay refer to it".to_owned(),
        Since::Taken => {
            let taken = changed.taken.as_ref().map(|(key, row)| format!(": `{key}` of row `{row}`"));
            "another row has its key since".to_owned() + &taken.unwrap_or_default()
        }
        Since::Orphaned => format!("it would refer to a row of `{other}` that is not there"),
        Since::Named => format!("rows of `{other}` that stay refer to what it has now"),
    }
}

fn count(report: &mut UndoReport, written: &[Written], deleted: &[u64]) {
    for ((table, written), deleted) in report.tables.iter_mut().zip(written).zip(deleted) {
        table.restored = written.updated;
        table.inserted = written.inserted;
        table.deleted = *deleted;
    }
}

/// Writes the run that took the other one back into the ledger.
fn record(session: &mut dyn Session, report: &UndoReport, id: &str, started_at: &str, journaled: &Journaled) -> Result<(), RunError> {
    let table = |t: &UndoTable| TableRun {
        table: t.table.clone(),
        counts: Totals { insert: t.inserted, update: t.restored, ..Totals::default() },
        deleted: t.deleted,
        ..TableRun::default()
    };
    let tables: Vec<TableRun> = report.tables.iter().map(table).collect();
    let totals = tables.iter().fold(Totals::default(), |sum, table| sum.plus(table.counts));
    let details = RunDetails { tables, undoes: Some(report.undone.clone()), ..RunDetails::default() };
    history::write(session, id, started_at, totals, details, journaled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_taken_back_can_be_done_again() {
        let runs = |pairs: &[(&str, Option<&str>)]| -> Vec<(String, Option<String>)> {
            pairs.iter().map(|(id, undoes)| ((*id).to_owned(), undoes.map(str::to_owned))).collect()
        };
        let check = |run: &str, pairs: &[(&str, Option<&str>)], expect: Option<&str>| {
            assert_eq!(undone_by(run, &runs(pairs)), expect, "{run} in {pairs:?}");
        };
        check("a", &[("a", None)], None);
        check("a", &[("b", Some("a")), ("a", None)], Some("b"));
        check("a", &[("c", Some("b")), ("b", Some("a")), ("a", None)], None);
        check("b", &[("c", Some("b")), ("b", Some("a")), ("a", None)], Some("c"));
        check("a", &[("d", Some("a")), ("c", Some("b")), ("b", Some("a")), ("a", None)], Some("d"));
    }
}
