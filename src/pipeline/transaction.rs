//! The transaction of a run: read, resolve, write, tell and remember, in this order.
//!
//! Takes an open [`Workspace`] and the sources of each of its tables, gives a complete [`Report`].
//!
//! **Invariant**: plan, rehearsal and import go the same way; what a plan leaves out is writing.

use std::time::Instant;

use tracing::info;

use super::counts::{self, check_counts, check_written, edit_reports, percent_of, table_report, taken_elsewhere};
use super::older::{Past, State};
use super::read::{self, Intake};
use super::retry::Retry;
use super::settings::{Binding, RejectsMax, RunError, Settings};
use super::settled::{self, Moment};
use super::{bound, changes, history, missing, rejects, steps, write};
use crate::backend::lock::Waiting;
use crate::backend::workspace::{Journaled, Loaded, Numbering, Remembered, Tally, Workspace, Written};
use crate::catalog::Catalog;
use crate::normalize::Normalizer;
use crate::progress::{Progress, Stage};
use crate::report::standing::Standing;
use crate::report::{Command, Report, Sink, TableReport, Totals};
use crate::source::Source;
use crate::{ledger, resolve};

/// What a run has at hand beside its workspace.
pub(super) struct Run<'a> {
    pub(super) settings: &'a Settings,
    /// Version of the ledger, where there is one.
    pub(super) ledger: Option<i64>,
    pub(super) catalog: Catalog,
    /// What later runs are compared with.
    pub(super) state: State,
    pub(super) started_at: String,
    pub(super) waiting: &'a Waiting<'a>,
    /// Whether target tables are locked only when writing begins: everything was read in one snapshot then, and must still be so.
    pub(super) locks_late: bool,
    /// Files of rejects, where they are the sources: a part of all records.
    pub(super) retry: Option<&'a Retry>,
    pub(super) progress: &'a dyn Progress,
    pub(super) sink: &'a mut dyn Sink,
}

/// What is told of one table.
struct Work<'w> {
    table: usize,
    normalizer: &'w Normalizer,
    /// What was written to each table; `None` for a plan.
    written: Option<&'w [Written]>,
    cascades: &'w mut rejects::Cascades,
}

impl Run<'_> {
    /// Does all that the run does between the beginning of its transaction and the commit.
    ///
    /// # Errors
    /// Anything that keeps the run as a whole from happening.
    pub(super) fn in_transaction(
        &mut self,
        workspace: &mut Workspace<'_>,
        normalizers: &[Normalizer],
        sources: Vec<Vec<Source>>,
        report: &mut Report,
    ) -> Result<(), RunError> {
        let writes = self.settings.command.writes();
        if writes && !self.locks_late {
            workspace.lock_targets(self.waiting)?;
            workspace.defer_constraints()?;
        }
        let mut settled = match self.retry {
            // A part of all records says nothing of a table.
            Some(_) => None,
            None => settled::Tables::find(self.settings, self.ledger, workspace, &sources)?,
        };
        if !writes {
            workspace.forbid_writes()?;
        }
        workspace.look_at_targets()?;
        let past = Past::read(workspace.session(), self.ledger)?;
        let names: Vec<String> = (0..workspace.tables()).map(|table| workspace.layout(table).mapping.clone()).collect();
        report.warnings.extend(past.mappings(self.settings, &self.state, &names)?);
        let mut intakes = self.read(workspace, normalizers, sources, &mut settled)?;
        let read = names.iter().map(String::as_str).zip(intakes.iter().map(|intake| intake.reports.as_slice()));
        report.warnings.extend(past.sources(self.settings, &self.state, read)?);
        self.progress.begin(Stage::Resolve, workspace.tables() as u64);
        let numbering = if self.settings.command == Command::Import { Numbering::Sequence } else { Numbering::Provisional };
        let limits = &self.settings.limits;
        resolve::resolve(workspace, numbering, self.progress, &mut |workspace, table| {
            if let Some(tables) = &mut settled {
                tables.forget(table);
            }
            read::read_again(workspace, table, &normalizers[table], &mut intakes[table], limits)
        })?;
        self.progress.end(Stage::Resolve);
        if let Some(every) = steps::wanted(self.settings) {
            let changes = (0..workspace.tables()).map(|table| workspace.count_changes(table)).sum::<Result<u64, _>>()?;
            let gone = match (self.ledger, self.retry) {
                (Some(_), None) => missing::count(workspace, &self.catalog, self.settings, &intakes)?,
                _ => 0,
            };
            if changes + gone > every {
                return self.in_steps(
                    workspace,
                    steps::Given { every, changes, normalizers, intakes: &mut intakes, settled: settled.as_ref() },
                    report,
                );
            }
        }
        self.begin_to_write(workspace)?;
        // What the database refuses is known when everything is written, so writing comes before telling.
        let needs_all = self.settings.binding != Binding::Free || self.settings.command == Command::Rehearsal;
        let kept_max = if needs_all { u64::MAX } else { self.sink.changes_max() };
        if self.settings.command == Command::Import {
            settled.iter_mut().for_each(settled::Tables::begin_to_read_again);
        }
        settled.iter_mut().try_for_each(|tables| tables.weigh(workspace, Moment::Before))?;
        let written = if writes { Some(write::write(workspace, self.progress, kept_max, self.journal_max())?) } else { None };
        settled.iter_mut().try_for_each(|tables| tables.weigh(workspace, Moment::After))?;
        self.tell_all(workspace, normalizers, written.as_deref(), settled.as_ref(), &mut intakes, report)?;
        self.check_plan(report)?;
        self.check_rejects(report)?;
        if self.ledger.is_some() {
            // Where only some records are read, or rows are only compared, nothing is missing.
            if self.retry.is_none() && self.settings.command != Command::Verify {
                missing::find(workspace, &self.catalog, self.settings, &intakes, report)?;
            }
            if writes {
                if self.journal_max().is_some() {
                    workspace.journal_missing()?;
                }
                missing::write(workspace, report)?;
            }
        }
        if self.settings.command == Command::Import {
            // Sequences do not take part in transactions: what advances them comes when nothing is taken back any more.
            (0..workspace.tables()).try_for_each(|table| workspace.advance_sequences(table))?;
        }
        self.write_ledger(workspace, report)?;
        if self.settings.command == Command::Import && ledger::has_settled(self.ledger) {
            match &mut settled {
                Some(settled) => settled.record(workspace, report, &mut intakes, &self.catalog)?,
                None => ledger::settled::forget(workspace.session(), &report.tables.iter().map(|t| t.table.clone()).collect::<Vec<_>>())?,
            }
        }
        Ok(())
    }

    /// Locks the target tables, where they are not yet, and makes sure that they are as they were read.
    ///
    /// # Errors
    /// [`RunError::ChangedMeanwhile`]; nothing was written then.
    pub(super) fn begin_to_write(&mut self, workspace: &mut Workspace<'_>) -> Result<(), RunError> {
        if !self.locks_late {
            return Ok(());
        }
        let changed = workspace.begin_to_write(self.waiting)?;
        if changed.is_empty() {
            return Ok(());
        }
        Err(RunError::ChangedMeanwhile { table: changed.join("`, `"), what: "before anything was written".to_owned() })
    }

    fn read(
        &mut self,
        workspace: &mut Workspace<'_>,
        normalizers: &[Normalizer],
        sources: Vec<Vec<Source>>,
        settled: &mut Option<settled::Tables>,
    ) -> Result<Vec<Intake>, RunError> {
        let bytes = sources.iter().flatten().map(|s| s.bytes.unwrap_or(0)).sum();
        self.progress.begin(Stage::Read, bytes);
        let mut intakes = Vec::with_capacity(sources.len());
        for (table, (mut sources, normalizer)) in sources.into_iter().zip(normalizers).enumerate() {
            for (number, source) in sources.iter_mut().enumerate() {
                source.index = u32::try_from(number).unwrap_or(u32::MAX);
            }
            if let Some(standing) = settled.as_ref().and_then(|tables| tables.get(table)) {
                settled::pass_over(standing, self.progress);
                intakes.push(settled::intake(standing, &sources));
                continue;
            }
            let again = self.retry.map(|retry| retry.again(&workspace.layout(table).mapping)).unwrap_or_default();
            let wants_marks = self.settings.command == Command::Import && ledger::has_settled(self.ledger);
            let from = read::From { sources: &sources, limits: &self.settings.limits, again: &again, wants_marks };
            let begun = Instant::now();
            let mut known = settled.as_mut().and_then(|tables| tables.known(table));
            let mut sorter =
                if known.is_none() && self.may_load() { workspace.begin_load(table, self.sink.changes_max() > 0)? } else { None };
            let aside = read::Beside { known: known.as_deref_mut(), sorter: sorter.as_mut() };
            let mut intake = read::read(workspace, table, normalizer, &from, aside, self.progress, self.sink)?;
            match workspace.end_load(table, sorter)? {
                Loaded::Whole => workspace.seal(table)?,
                Loaded::Without(records) => read::stage(workspace, table, normalizer, &from, &records)?,
                Loaded::Nothing => read::read_again(workspace, table, normalizer, &mut intake, &self.settings.limits)?,
            }
            if let Some(known) = known {
                let (passed, is_other, again) = (known.passed, known.is_other, known.must_begin_again());
                if is_other {
                    workspace.stand_alone(table);
                } else {
                    workspace.pass_over(table, passed);
                }
                if is_other && let Some(tables) = settled.as_mut() {
                    tables.forget(table);
                }
                if again {
                    read::read_again(workspace, table, normalizer, &mut intake, &self.settings.limits)?;
                }
            }
            let (loaded, rejected) = (workspace.loaded(table), intake.rejects.values().sum::<u64>());
            let table = &workspace.layout(table).table.name;
            info!(table, records = intake.rows, rejected, loaded, seconds = begun.elapsed().as_secs_f64(), "read");
            intakes.push(intake);
        }
        self.progress.end(Stage::Read);
        Ok(intakes)
    }

    /// Says that new rows may be written while the records are read: nothing is to be known of what the run will do before it does so.
    fn may_load(&self) -> bool {
        let is_free = self.settings.command == Command::Import && self.settings.binding == Binding::Free;
        is_free && self.retry.is_none() && !self.locks_late && self.settings.commit_every.is_none()
    }

    /// Tells what became of all records, and counts them; `written` is what was written to each table, where anything was.
    pub(super) fn tell_all(
        &mut self,
        workspace: &mut Workspace<'_>,
        normalizers: &[Normalizer],
        written: Option<&[Written]>,
        settled: Option<&settled::Tables>,
        intakes: &mut [Intake],
        report: &mut Report,
    ) -> Result<(), RunError> {
        let mut cascades = rejects::Cascades::default();
        for (table, normalizer) in normalizers.iter().enumerate() {
            if let Some(standing) = settled.and_then(|tables| tables.get(table)) {
                report.tables.push(standing_report(workspace, table, standing, intakes));
                continue;
            }
            let work = Work { table, normalizer, written, cascades: &mut cascades };
            self.tell(workspace, work, intakes, report)?;
        }
        report.cascades = cascades.reports(|table| workspace.layout(table).table.display_name());
        report.totals = report.tables.iter().fold(Totals::default(), |sum, table| sum.plus(table.counts));
        Ok(())
    }

    /// Tells what became of the records of a table, and counts them.
    fn tell(&mut self, workspace: &mut Workspace<'_>, work: Work<'_>, intakes: &mut [Intake], report: &mut Report) -> Result<(), RunError> {
        let Work { table, normalizer, written, cascades } = work;
        let mut telling = rejects::Telling { normalizer, limits: &self.settings.limits, sink: self.sink };
        rejects::tell(workspace, table, intakes, cascades, &mut telling)?;
        let mut digest = report.plan.is_some().then(bound::Digest::default);
        let asked = changes::Work { command: self.settings.command, is_partial: self.retry.is_some(), sink: self.sink };
        changes::tell(workspace, table, &intakes[table], asked, digest.as_mut())?;
        let tally = workspace.tally(table)?;
        let passed = workspace.passed_over(table).unwrap_or(0);
        let tally = Tally { read: tally.read + passed, unchanged: tally.unchanged + passed, ..tally };
        let taken = taken_elsewhere(workspace, table, intakes);
        let (kept, edits) = workspace.tally_edits(table)?;
        let tally = Tally { kept, unchanged: tally.unchanged.saturating_sub(kept), ..tally };
        let edits = edit_reports(workspace.layout(table), &edits);
        let mut told = TableReport { edits, ..table_report(workspace.layout(table), &intakes[table], tally, &taken) };
        told.rebound_ids = counts::rebound_ids(workspace, table)?;
        changes::count(workspace, table, self.settings.command, &mut told)?;
        told.verified.iter_mut().filter(|_| self.retry.is_some()).for_each(|verified| verified.extra = None);
        log_outcomes(&told);
        if let (Some(plan), Some(digest)) = (&mut report.plan, &digest) {
            plan.outcomes.insert(told.mapping.clone(), bound::outcomes(&told, digest));
        }
        report.tables.push(told);
        check_counts(workspace, table, &intakes[table], tally)?;
        if let (Some(written), Some(expected)) = (written, report.tables.last()) {
            check_written(expected, written[table])?;
        }
        Ok(())
    }

    /// Refuses to do anything else than the plan says.
    fn check_plan(&self, report: &Report) -> Result<(), RunError> {
        let (Binding::To(plan), Some(now)) = (&self.settings.binding, &report.plan) else { return Ok(()) };
        let differences = plan.differences(now);
        if differences.is_empty() { Ok(()) } else { Err(RunError::Stale(differences)) }
    }

    /// How many of so many records may be rejected.
    pub(super) fn rejects_allowed(&self, read: u64) -> u64 {
        match self.settings.rejects_max {
            None => u64::MAX,
            Some(RejectsMax::Records(records)) => records,
            Some(RejectsMax::Percent(percent)) => percent_of(read, percent),
        }
    }

    pub(super) fn check_rejects(&self, report: &Report) -> Result<(), RunError> {
        let (rejects, read) = (report.totals.reject, report.totals.read);
        let allowed = self.rejects_allowed(read);
        if rejects <= allowed {
            return Ok(());
        }
        let report = Report { taken_back: true, run: None, ..report.clone() };
        Err(RunError::TooManyRejects { rejects, read, allowed, report: Box::new(report) })
    }

    /// How many changed rows the journal of this run may have; `None` for no journal.
    pub(super) fn journal_max(&self) -> Option<u64> {
        let is_kept = self.settings.command == Command::Import && ledger::has_journals(self.ledger);
        self.settings.journal_max.filter(|_| is_kept)
    }

    fn write_ledger(&mut self, workspace: &mut Workspace<'_>, report: &Report) -> Result<(), RunError> {
        if let (Some(_), Some(run)) = (self.ledger, &report.run) {
            for table in (0..workspace.tables()).filter(|table| !workspace.stands(*table)).collect::<Vec<_>>() {
                workspace.write_ledger(table, run, Remembered::All)?;
                workspace.write_hashes(table, Remembered::All)?;
                workspace.remember_loaded(table, run)?;
            }
            let journaled = match self.journal_max() {
                Some(_) => workspace.write_journal(run)?,
                None => Journaled::No(NO_JOURNAL.to_owned()),
            };
            history::record(workspace.session(), report, &self.started_at, &self.state, &journaled, None)?;
            if matches!(journaled, Journaled::Rows(1..)) {
                ledger::journal::keep_last(workspace.session(), ledger::journal::RUNS_KEPT)?;
            }
        }
        Ok(())
    }
}

/// Why a run has no journal that was asked for none.
pub(super) const NO_JOURNAL: &str = "it was imported with `--journal off`";

/// Tells of a table that stands as it is.
pub(super) fn standing_report(workspace: &Workspace<'_>, table: usize, standing: &Standing, intakes: &[Intake]) -> TableReport {
    let taken = taken_elsewhere(workspace, table, intakes);
    let told = table_report(workspace.layout(table), &intakes[table], Tally::default(), &taken);
    standing.complete(told, &|name| taken.contains(name))
}

/// Tells the log what became of the records of a table.
fn log_outcomes(told: &TableReport) {
    let Totals { read, insert, update, unchanged, duplicate, kept, reject } = told.counts;
    info!(table = told.table, read, insert, update, unchanged, duplicate, kept, reject, "outcomes");
}
