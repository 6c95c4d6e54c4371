//! An import in several transactions, so that none of them is as long as the input: `--commit-every`.
//!
//! The input is read and resolved as ever, in the first transaction and under its locks: there is one plan. What may stop the run is decided before the first commit, and
//! what the ledger learns of rows that stand already is committed with it: so the next run binds every record to the row that this one bound it to. Then each step
//! writes its rows, what the ledger remembers of them, and the journal.
//!
//! **Invariant**: whenever the process ends, the target is as one clean run would leave it for the records of some steps, and untouched for all others.

use std::time::{Duration, Instant};

use tracing::info;

use super::counts::{table_report, taken_elsewhere};
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
use crate::report::{Command, Report, Totals};
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

/// What is written together.
type Step = Vec<Part>;

/// How far the run is.
struct Done {
    /// All steps, the last one apart, which tells and deletes.
    steps: usize,
    committed: usize,
    written: Vec<Written>,
    journaled: Journaled,
    /// What the report is to say, as far as it was known before the first commit.
    early: Report,
}

impl Done {
    fn rows(&self) -> u64 {
        self.written.iter().map(|written| written.inserted + written.updated).sum()
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
        let steps = arrange(workspace, given.every)?;
        let written = vec![Written::default(); workspace.tables()];
        let mut done = Done { steps: steps.len(), committed: 0, written, journaled: Journaled::Rows(0), early };
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
        if let Some(version) = self.ledger {
            if self.retry.is_none() {
                missing::find(workspace, &self.catalog, self.settings, given.intakes, &mut early)?;
            }
            let older = history::older(self.settings, workspace.session(), version, &early, &self.mappings)?;
            early.warnings.extend(older);
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
            let checks = done.committed > 0 && self.begin(workspace, step)?;
            let written = self.write_step(workspace, step, done, checks)?;
            self.remember(workspace, step, done, &written)?;
            lock::commit(workspace.session(), self.waiting)?;
            done.committed += 1;
            workspace.end_step();
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

    /// Begins the transaction of a later step. Says whether others may have written since the last one.
    fn begin(&mut self, workspace: &mut Workspace<'_>, step: &[Part]) -> Result<bool, RunError> {
        lock::begin_writing(workspace.session(), self.waiting)?;
        let may_have_changed = workspace.may_have_changed()?;
        let tables: Vec<usize> = step.iter().map(|part| part.table).collect();
        workspace.lock_some(&tables, self.waiting)?;
        workspace.defer_constraints()?;
        Ok(may_have_changed)
    }

    /// Writes the rows of a step; what the database refuses is rejected, and the step is written again without it.
    fn write_step(&mut self, workspace: &mut Workspace<'_>, step: &[Part], done: &Done, checks: bool) -> Result<Vec<Written>, RunError> {
        let tables: Vec<usize> = step.iter().map(|part| part.table).collect();
        loop {
            for part in step {
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
            let attempt = write::attempt_some(workspace, self.progress, &tables).map_err(|error| {
                // No record is to blame for what others wrote.
                let by_others = done.committed > 0 && matches!(error.kind, DatabaseErrorKind::Unique | DatabaseErrorKind::ForeignKey);
                if by_others { changed(workspace, &tables, &error) } else { error.into() }
            })?;
            let refused = match attempt {
                Ok(written) => return Ok(written),
                Err(refused) => refused,
            };
            info!(records = refused.verdicts.len(), "the database refused records; writes the step again without them");
            workspace.take_back()?;
            workspace.widen();
            workspace.reject(refused.table, &refused.verdicts)?;
            let first = step.first().map_or(0, |part| part.table);
            if step.first().is_some_and(Part::goes_on) {
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

    /// Writes what is to be known of a step into the ledger, in its transaction.
    fn remember(&mut self, workspace: &mut Workspace<'_>, step: &[Part], done: &mut Done, written: &[Written]) -> Result<(), RunError> {
        let tables: Vec<usize> = step.iter().map(|part| part.table).collect();
        for (table, written) in tables.iter().zip(written) {
            done.written[*table].inserted += written.inserted;
            done.written[*table].updated += written.updated;
            workspace.advance_sequences(*table)?;
        }
        let (Some(_), Some(run)) = (self.ledger, &done.early.run) else { return Ok(()) };
        if self.journal_max().is_some() {
            workspace.journal_step(&tables, done.committed == 0)?;
        }
        if done.committed == 0 {
            self.remember_standing(workspace, run, step)?;
        }
        for &table in &tables {
            workspace.write_ledger(table, run, Remembered::All)?;
            workspace.write_hashes(table, Remembered::All)?;
        }
        if self.journal_max().is_some() {
            done.journaled = done.journaled.plus(workspace.write_journal(run)?);
        }
        let so_far = counted(done.early.clone(), &done.written);
        let unfinished = Unfinished { steps: done.committed as u64 + 1, of: done.steps as u64 };
        history::record(workspace.session(), &so_far, &self.started_at, &self.mappings, &done.journaled, Some(unfinished))
    }

    /// Remembers all that needs no writing: which record is on which row, and rows that do not change. A later run then binds the records that are left to the same rows.
    fn remember_standing(&self, workspace: &mut Workspace<'_>, run: &str, step: &[Part]) -> Result<(), RunError> {
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
        Ok(step.iter().try_for_each(|part| workspace.narrow(part))?)
    }

    /// Deletes what is gone from the sources, tells of everything, and writes the run into the ledger as one that came to its end.
    fn last_step(
        &mut self,
        workspace: &mut Workspace<'_>,
        given: &mut Given<'_>,
        done: &mut Done,
        report: &mut Report,
    ) -> Result<(), RunError> {
        lock::begin_writing(workspace.session(), self.waiting)?;
        let may_have_changed = workspace.may_have_changed()?;
        let going: Vec<usize> = (0..workspace.tables()).filter(|table| done.early.tables[*table].missing.is_some()).collect();
        workspace.lock_some(&going, self.waiting)?;
        workspace.defer_constraints()?;
        if may_have_changed && !going.is_empty() {
            self.check_going(workspace, &going, &done.early)?;
        }
        self.tell_all(workspace, given.normalizers, Some(&done.written), given.settled, given.intakes, report)?;
        for (table, early) in report.tables.iter_mut().zip(&done.early.tables) {
            table.missing.clone_from(&early.missing);
        }
        report.warnings.clone_from(&done.early.warnings);
        if self.ledger.is_none() {
            return Ok(());
        }
        if self.journal_max().is_some() {
            workspace.journal_gone()?;
        }
        missing::write(workspace, report)?;
        workspace.check_deferred()?;
        if let (true, Some(run)) = (self.journal_max().is_some(), &report.run) {
            done.journaled = done.journaled.plus(workspace.write_journal(run)?);
        }
        history::record(workspace.session(), report, &self.started_at, &self.mappings, &done.journaled, None)?;
        if matches!(done.journaled, Journaled::Rows(1..)) {
            ledger::journal::keep_last(workspace.session(), ledger::journal::RUNS_KEPT)?;
        }
        Ok(())
    }

    /// Rows that are to go must be as they were, and named by nobody new.
    fn check_going(&self, workspace: &mut Workspace<'_>, going: &[usize], early: &Report) -> Result<(), RunError> {
        for &table in going {
            let rows = workspace.gone_meanwhile(table)?;
            if !rows.is_empty() {
                return Err(changed_rows(workspace, table, &rows));
            }
        }
        workspace.spare_referenced(&self.catalog)?;
        for &table in going {
            let expected = early.tables[table].missing.as_ref().map_or(0, |missing| missing.deleted + missing.set);
            if workspace.tally_missing(table)?.going != expected {
                let what = "rows that are gone from the sources are referred to since".to_owned();
                return Err(RunError::ChangedMeanwhile { table: workspace.layout(table).table.display_name(), what });
            }
        }
        Ok(())
    }
}

/// Says what was written so far as the counts of a report.
fn counted(mut report: Report, written: &[Written]) -> Report {
    for (table, written) in report.tables.iter_mut().zip(written) {
        table.counts = Totals { insert: written.inserted, update: written.updated, ..Totals::default() };
        table.missing = None;
    }
    report.totals = report.tables.iter().fold(Totals::default(), |sum, table| sum.plus(table.counts));
    report
}

fn changed_rows(workspace: &Workspace<'_>, table: usize, rows: &[String]) -> RunError {
    let rows: Vec<String> = rows.iter().map(|row| format!("row `{row}`")).collect();
    RunError::ChangedMeanwhile { table: workspace.layout(table).table.display_name(), what: rows.join(", ") }
}

fn changed(workspace: &Workspace<'_>, tables: &[usize], error: &DatabaseError) -> RunError {
    let names: Vec<String> = tables.iter().map(|table| workspace.layout(*table).table.display_name()).collect();
    RunError::ChangedMeanwhile { table: names.join("`, `"), what: error.to_string() }
}

/// Divides what is to be written into steps, tables in their order. Tables of a circle are in one step; so is a table that cannot be divided.
fn arrange(workspace: &mut Workspace<'_>, every: u64) -> Result<Vec<Step>, RunError> {
    let mut steps: Vec<Step> = Vec::new();
    let mut open: (Step, u64) = (Step::new(), 0);
    let mut table = 0;
    while table < workspace.tables() {
        let (first, mut last) = (table, workspace.last_of_circle(table));
        while table <= last {
            last = last.max(workspace.last_of_circle(table));
            table += 1;
        }
        let mut group = Step::new();
        for table in first..=last {
            let rows = workspace.count_changes(table)?;
            group.extend((rows > 0).then_some(Part { table, range: None, rows }));
        }
        let rows: u64 = group.iter().map(|part| part.rows).sum();
        if open.1 + rows > every && open.1 > 0 {
            steps.push(std::mem::take(&mut open.0));
            open.1 = 0;
        }
        if rows > every && group.len() == 1 && workspace.is_divisible(group[0].table)? {
            let together = workspace.arrange(group[0].table)?;
            let mut parts = parts(group[0].table, rows, every, together);
            group = parts.pop().into_iter().collect();
            steps.extend(parts.into_iter().map(|part| vec![part]));
        }
        open.1 += group.iter().map(|part| part.rows).sum::<u64>();
        open.0.extend(group);
        if open.1 >= every {
            steps.push(std::mem::take(&mut open.0));
            open.1 = 0;
        }
    }
    steps.extend((!open.0.is_empty()).then_some(open.0));
    Ok(steps)
}

/// Divides a table, the first `together` rows in one part.
fn parts(table: usize, rows: u64, every: u64, together: u64) -> Vec<Part> {
    let (mut parts, mut from) = (Vec::new(), 0);
    while from < rows {
        let to = rows.min(if from == 0 { every.max(together) } else { from + every });
        parts.push(Part { table, range: Some((from, to)), rows: to - from });
        from = to;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_divided_into_parts() {
        let check = |rows, every, together, expect: &[(u64, u64)]| {
            let ranges: Vec<(u64, u64)> = parts(0, rows, every, together).iter().filter_map(|part| part.range).collect();
            assert_eq!(ranges, expect, "{rows} rows in parts of {every}, {together} together");
        };
        check(10, 4, 0, &[(0, 4), (4, 8), (8, 10)]);
        check(10, 4, 7, &[(0, 7), (7, 10)]);
        check(8, 4, 1, &[(0, 4), (4, 8)]);
        check(3, 4, 0, &[(0, 3)]);
    }
}
