//! An import in several transactions, so that none of them is as long as the input: `--commit-every`.
//!
//! The input is read and resolved as ever, in the first transaction and under its locks: there is one plan. What may stop the run is decided before the first commit, and
//! what the ledger learns of rows that stand already is committed with it: so the next run binds every record to the row that this one bound it to. Then each step
//! writes its rows, what the ledger remembers of them, and the journal.
//!
//! **Invariant**: whenever the process ends, the target is as one clean run would leave it for the records of some steps, and untouched for all others.

use std::rc::Rc;
use std::time::{Duration, Instant};

use tracing::info;

use super::counts::{table_report, taken_elsewhere};
use super::divide::{Step, Work, divide};
use super::read::Intake;
use super::settings::{Binding, RunError, Settings};
use super::transaction::{NO_JOURNAL, Run, standing_report};
use super::{history, missing, settled, write};
use crate::backend::workspace::{Journaled, Part, Remembered, Workspace, Written};
use crate::backend::{DatabaseError, DatabaseErrorKind, lock};
use crate::catalog::BackendKind;
use crate::normalize::Normalizer;
use crate::progress::Stage;
use crate::report::history::Unfinished;
use crate::report::{Command, MissingReport, Report, Totals};
use crate::{ledger, resolve};

/// After how many rows a run commits, where it has several transactions.
pub(super) fn wanted(settings: &Settings) -> Option<u64> {
    settings.commit_every.filter(|_| settings.command == Command::Import && settings.binding == Binding::Free)
}

/// Longest pause between two steps on SQLite, which has no queue of those who wait: longer than the time between two attempts of others.
const PAUSE_MAX: Duration = Duration::from_millis(120);

/// What a run in steps begins with.
pub(super) struct Given<'a> {
    /// Rows of a step.
    pub(super) every: u64,
    /// Rows of all.
    pub(super) changes: u64,
    pub(super) normalizers: &'a [Normalizer],
    pub(super) intakes: &'a mut [Intake],
    pub(super) settled: Option<&'a settled::Tables>,
}

/// How far the run is.
#[derive(Clone)]
struct Done {
    /// All steps, the last one apart, which tells.
    steps: usize,
    committed: usize,
    written: Vec<Written>,
    /// Rows that were deleted or set, by table.
    gone: Vec<u64>,
    journaled: Journaled,
    /// What the report is to say, as far as it was known before the first commit.
    early: Rc<Report>,
}

impl Done {
    fn rows(&self) -> u64 {
        self.written.iter().map(|written| written.inserted + written.updated).chain(self.gone.iter().copied()).sum()
    }
}

impl Run<'_> {
    /// Writes what was resolved, step by step, and leaves the transaction of the last one open.
    ///
    /// # Errors
    /// As for a run in one transaction; [`RunError::Interrupted`] where steps were committed before.
    pub(super) fn in_steps(&mut self, workspace: &mut Workspace<'_>, mut given: Given<'_>, report: &mut Report) -> Result<(), RunError> {
        let Some(early) = self.decide(workspace, &given, report)? else {
            self.tell_all(workspace, given.normalizers, None, given.settled, given.intakes, report)?;
            return self.check_rejects(report);
        };
        self.begin_to_write(workspace)?;
        let steps = divide(workspace, given.every)?;
        let (written, gone) = (vec![Written::default(); workspace.tables()], vec![0; workspace.tables()]);
        let early = Rc::new(early);
        let mut done = Done { steps: steps.len(), committed: 0, written, gone, journaled: Journaled::Rows(0), early };
        let ended = self.all_steps(workspace, &steps, &mut given, &mut done, report);
        match ended {
            Err(because) if done.committed > 0 => {
                Err(RunError::Interrupted { steps: done.committed, rows: done.rows(), because: Box::new(because) })
            }
            other => other,
        }
    }

    /// Finds out what may stop the run before anything is committed. `None` where too many records are rejected, all of which are to be told then.
    fn decide(&mut self, workspace: &mut Workspace<'_>, given: &Given<'_>, report: &Report) -> Result<Option<Report>, RunError> {
        let mut early = report.clone();
        for table in 0..workspace.tables() {
            if let Some(standing) = given.settled.and_then(|tables| tables.get(table)) {
                early.tables.push(standing_report(workspace, table, standing, given.intakes));
                continue;
            }
            let mut tally = workspace.tally(table)?;
            tally.read += workspace.passed_over(table).unwrap_or(0);
            let taken = taken_elsewhere(workspace, table, given.intakes);
            early.tables.push(table_report(workspace.layout(table), &given.intakes[table], tally, &taken));
        }
        early.totals = early.tables.iter().fold(Totals::default(), |sum, table| sum.plus(table.counts));
        if early.totals.reject > self.rejects_allowed(early.totals.read) {
            return Ok(None);
        }
        if self.ledger.is_some() && self.retry.is_none() {
            missing::find(workspace, &self.catalog, self.settings, given.intakes, &mut early)?;
        }
        Ok(Some(early))
    }

    fn all_steps(
        &mut self,
        workspace: &mut Workspace<'_>,
        steps: &[Step],
        given: &mut Given<'_>,
        done: &mut Done,
        report: &mut Report,
    ) -> Result<(), RunError> {
        self.progress.begin(Stage::Write, workspace.tables() as u64);
        workspace.begin_steps()?;
        for table in 0..workspace.tables() {
            if self.sink.changes_max() > 0 {
                workspace.keep_updates(table, self.sink.changes_max().min(i64::MAX.unsigned_abs()))?;
            }
            workspace.note_stored(table)?;
        }
        match self.journal_max() {
            Some(limit) => workspace.expect_journal(limit, given.changes),
            None => done.journaled = Journaled::No(NO_JOURNAL.to_owned()),
        }
        for step in steps {
            let begun = Instant::now();
            self.commit_step(workspace, step, done)?;
            if self.settings.stop_after == Some(done.committed) {
                return Err(DatabaseError::new(DatabaseErrorKind::Other, "stopped, as it was asked to").into());
            }
            info!(step = done.committed, of = done.steps, rows = done.rows(), seconds = begun.elapsed().as_secs_f64(), "committed a step");
            if workspace.session().kind() == BackendKind::Sqlite && done.committed < done.steps {
                // Who waits for the file asks now and then: there must be something to find.
                std::thread::sleep(PAUSE_MAX.min(begun.elapsed() / 10));
            }
        }
        self.progress.end(Stage::Write);
        self.last_step(workspace, given, done, report)
    }

    /// Does one step. A later one that the database ends in favour of another transaction is tried again, as a whole run is: nothing but it is taken back.
    fn commit_step(&mut self, workspace: &mut Workspace<'_>, step: &Step, done: &mut Done) -> Result<(), RunError> {
        let mut attempts = 1;
        loop {
            let (before, moment) = (done.clone(), workspace.moment());
            match self.try_step(workspace, step, done) {
                Err(RunError::Database(error))
                    if error.kind == DatabaseErrorKind::Retry && before.committed > 0 && attempts < super::ATTEMPTS =>
                {
                    self.progress
                        .note(&format!("the database ended a step in favour of another transaction ({error}); the step begins again"));
                    // A commit that failed has ended the transaction already.
                    drop(workspace.session().batch("ROLLBACK"));
                    workspace.return_to_moment(moment);
                    *done = before;
                    attempts += 1;
                }
                other => {
                    other?;
                    done.committed += 1;
                    workspace.end_step();
                    return Ok(());
                }
            }
        }
    }

    fn try_step(&mut self, workspace: &mut Workspace<'_>, step: &Step, done: &mut Done) -> Result<(), RunError> {
        let checks = done.committed > 0 && self.begin(workspace, step)?;
        match step.work {
            Work::Write => {
                let written = self.write_step(workspace, step, done, checks)?;
                self.remember(workspace, step, done, &written)?;
            }
            Work::LetGo => self.let_go(workspace, step, done, checks)?,
        }
        Ok(lock::commit(workspace.session(), self.waiting)?)
    }

    /// Begins the transaction of a later step. Says whether others may have written since the last one.
    fn begin(&mut self, workspace: &mut Workspace<'_>, step: &Step) -> Result<bool, RunError> {
        lock::begin_writing(workspace.session(), self.waiting)?;
        let may_have_changed = workspace.may_have_changed()?;
        workspace.lock_some(&step.tables(), self.waiting)?;
        workspace.defer_constraints()?;
        Ok(may_have_changed)
    }

    /// Writes the rows of a step; what the database refuses is rejected, and the step is written again without it.
    fn write_step(&mut self, workspace: &mut Workspace<'_>, step: &Step, done: &Done, checks: bool) -> Result<Vec<Written>, RunError> {
        let tables = step.tables();
        loop {
            for part in &step.parts {
                workspace.narrow(part)?;
                // What was read must still be so.
                let changed = if checks { workspace.changed_meanwhile(part.table)? } else { Vec::new() };
                if !changed.is_empty() {
                    return Err(changed_rows(workspace, part.table, &changed));
                }
            }
            workspace.mark()?;
            if self.journal_max().is_some() {
                workspace.journal_rows(&tables)?;
            }
            let attempt =
                write::attempt_some(workspace, self.progress, &tables).map_err(|error| by_others(workspace, &tables, done, error))?;
            let refused = match attempt {
                Ok(written) => return Ok(written),
                Err(refused) => refused,
            };
            info!(records = refused.verdicts.len(), "the database refused records; writes the step again without them");
            workspace.take_back()?;
            workspace.widen();
            workspace.reject(refused.table, &refused.verdicts)?;
            let first = tables.first().copied().unwrap_or(0);
            if step.parts.first().is_some_and(Part::goes_on) {
                // No row of an earlier part has anything to do with these: only duplicates of the rejected ones go with them, and what refers to them.
                workspace.reject_followers(first)?;
                resolve::settle_from(workspace, first + 1)?;
            } else {
                resolve::settle_from(workspace, first)?;
            }
            self.check_refused(workspace, done)?;
        }
    }

    fn check_refused(&self, workspace: &mut Workspace<'_>, done: &Done) -> Result<(), RunError> {
        let mut rejects = 0;
        for table in 0..workspace.tables() {
            rejects += if workspace.stands(table) { 0 } else { workspace.tally(table)?.reject };
        }
        let read = done.early.totals.read;
        let allowed = self.rejects_allowed(read);
        if rejects <= allowed { Ok(()) } else { Err(RunError::TooManyRefused { rejects, read, allowed }) }
    }

    /// Deletes or sets rows of a step that are gone from the sources: they must be as they were, and named by nobody new.
    fn let_go(&mut self, workspace: &mut Workspace<'_>, step: &Step, done: &mut Done, checks: bool) -> Result<(), RunError> {
        let tables = step.tables();
        for part in &step.parts {
            workspace.narrow_to_going(part)?;
            let changed = if checks { workspace.gone_meanwhile(part.table)? } else { Vec::new() };
            if !changed.is_empty() {
                return Err(changed_rows(workspace, part.table, &changed));
            }
        }
        if checks && !workspace.can_still_go(&step.parts, &self.catalog)? {
            let what = "rows that are gone from the sources are referred to since".to_owned();
            return Err(RunError::ChangedMeanwhile { table: names(workspace, &tables), what });
        }
        if self.journal_max().is_some() {
            workspace.journal_gone(&tables)?;
        }
        let written = workspace.write_missing_of(&tables).map_err(|error| by_others(workspace, &tables, done, error))?;
        for part in &step.parts {
            missing::check_written(&names(workspace, &[part.table]), written[part.table], part.rows)?;
            done.gone[part.table] += part.rows;
        }
        workspace.check_deferred().map_err(|error| by_others(workspace, &tables, done, error))?;
        self.record_step(workspace, done)
    }

    /// Writes what is to be known of a step into the ledger, in its transaction.
    fn remember(&mut self, workspace: &mut Workspace<'_>, step: &Step, done: &mut Done, written: &[Written]) -> Result<(), RunError> {
        let tables = step.tables();
        for (table, written) in tables.iter().zip(written) {
            done.written[*table].inserted += written.inserted;
            done.written[*table].updated += written.updated;
            workspace.advance_sequences(*table)?;
        }
        let (Some(_), Some(run)) = (self.ledger, done.early.run.clone()) else { return Ok(()) };
        if self.journal_max().is_some() {
            workspace.journal_step(&tables, done.committed == 0)?;
        }
        if done.committed == 0 {
            self.remember_standing(workspace, &run, step)?;
        }
        for &table in &tables {
            workspace.write_ledger(table, &run, Remembered::All)?;
            workspace.write_hashes(table, Remembered::All)?;
        }
        self.record_step(workspace, done)
    }

    /// Writes the journal of a step and the line of the run as far as it is.
    fn record_step(&self, workspace: &mut Workspace<'_>, done: &mut Done) -> Result<(), RunError> {
        if let (true, Some(run)) = (self.journal_max().is_some(), &done.early.run) {
            done.journaled = done.journaled.plus(workspace.write_journal(run)?);
        }
        let so_far = counted(done);
        let unfinished = Unfinished { steps: done.committed as u64 + 1, of: done.steps as u64 };
        history::record(workspace.session(), &so_far, &self.started_at, &self.state, &done.journaled, Some(unfinished))
    }

    /// Remembers all that needs no writing: which record is on which row, and rows that do not change. A later run then binds the records that are left to the same rows.
    fn remember_standing(&self, workspace: &mut Workspace<'_>, run: &str, step: &Step) -> Result<(), RunError> {
        workspace.widen();
        let mut names = Vec::new();
        for table in 0..workspace.tables() {
            names.push(workspace.layout(table).table.display_name());
            if !workspace.stands(table) {
                workspace.write_ledger(table, run, Remembered::Standing)?;
                workspace.write_hashes(table, Remembered::Standing)?;
            }
        }
        if ledger::has_settled(self.ledger) {
            // Between steps others can write: what a table is like at the end was not looked at.
            ledger::settled::forget(workspace.session(), &names)?;
        }
        Ok(step.parts.iter().try_for_each(|part| workspace.narrow(part))?)
    }

    /// Tells of everything, and writes the run into the ledger as one that came to its end.
    fn last_step(
        &mut self,
        workspace: &mut Workspace<'_>,
        given: &mut Given<'_>,
        done: &mut Done,
        report: &mut Report,
    ) -> Result<(), RunError> {
        lock::begin_writing(workspace.session(), self.waiting)?;
        workspace.may_have_changed()?;
        self.tell_all(workspace, given.normalizers, Some(&done.written), given.settled, given.intakes, report)?;
        for (table, early) in report.tables.iter_mut().zip(&done.early.tables) {
            table.missing.clone_from(&early.missing);
        }
        report.warnings.clone_from(&done.early.warnings);
        if self.ledger.is_none() {
            return Ok(());
        }
        history::record(workspace.session(), report, &self.started_at, &self.state, &done.journaled, None)?;
        if matches!(done.journaled, Journaled::Rows(1..)) {
            ledger::journal::keep_last(workspace.session(), ledger::journal::RUNS_KEPT)?;
        }
        Ok(())
    }
}

/// Says what was written so far as the counts of a report.
fn counted(done: &Done) -> Report {
    let mut report = Report::clone(&done.early);
    for ((table, written), gone) in report.tables.iter_mut().zip(&done.written).zip(&done.gone) {
        table.counts = Totals { insert: written.inserted, update: written.updated, ..Totals::default() };
        let is_deletion = table.missing.as_ref().is_some_and(|missing| missing.deleted > 0);
        let (deleted, set) = if is_deletion { (*gone, 0) } else { (0, *gone) };
        table.missing = (*gone > 0).then(|| MissingReport { found: *gone, deleted, set, ..MissingReport::default() });
    }
    report.totals = report.tables.iter().fold(Totals::default(), |sum, table| sum.plus(table.counts));
    report
}

fn changed_rows(workspace: &Workspace<'_>, table: usize, rows: &[String]) -> RunError {
    let rows: Vec<String> = rows.iter().map(|row| format!("row `{row}`")).collect();
    let by_triggers = if workspace.has_triggers() {
        "; where a trigger changes mapped columns of rows that are written later, import without `--commit-every`"
    } else {
        ""
    };
    RunError::ChangedMeanwhile { table: names(workspace, &[table]), what: rows.join(", ") + by_triggers }
}

/// No record is to blame for what others wrote between two steps.
fn by_others(workspace: &Workspace<'_>, tables: &[usize], done: &Done, error: DatabaseError) -> RunError {
    if done.committed > 0 && matches!(error.kind, DatabaseErrorKind::Unique | DatabaseErrorKind::ForeignKey) {
        return RunError::ChangedMeanwhile { table: names(workspace, tables), what: error.to_string() };
    }
    error.into()
}

fn names(workspace: &Workspace<'_>, tables: &[usize]) -> String {
    let names: Vec<String> = tables.iter().map(|table| workspace.layout(*table).table.display_name()).collect();
    names.join("`, `")
}
