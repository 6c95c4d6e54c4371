//! A run from end to end: the only place that names every stage.
//!
//! Takes [`Settings`], gives a [`Report`]. A plan, a rehearsal and an import are the same up to the last step: the plan stops before writing, the rehearsal
//! takes its writing back.
//!
//! **Invariant**: rows, ledger and counts are committed together or not at all.

mod audit;
mod bound;
mod by_name;
mod changes;
mod clock;
mod counts;
mod history;
mod missing;
mod read;
mod rejects;
mod retry;
mod schema;
mod settings;
mod sync;
mod write;

use std::sync::Arc;
use std::time::Instant;

use crate::backend::lock::{self, Waiting};
use crate::backend::migrations::Migrations;
use crate::backend::workspace::{Marks, Numbering, Tally, Workspace};
use crate::backend::{Access, DatabaseError, DatabaseErrorKind, Session, connect};
use crate::catalog::{BackendKind, Catalog};
use crate::diagnostic::{Diagnostic, Severity};
use crate::layout::Layout;
use crate::mapping::{EnumTable, Project};
use crate::normalize::Normalizer;
use crate::progress::{Progress, Stage};
use crate::report::{Command, FORMAT, Message, Report, Sink, TableReport, Totals};
use crate::source::Source;
use crate::{ledger, resolve, source};
use clock::{Clock, Timed};
use counts::{check_counts, check_written, edit_reports, percent_of, table_report, taken_elsewhere};
use read::Intake;
use retry::Retry;

pub use audit::{AuditSettings, audit};
pub use history::{history, show};
pub use settings::{Binding, RejectsMax, RunError, Settings};
pub use sync::{SyncSettings, Synced, sync};

/// How often a run is tried that the database ends for the sake of another one.
const ATTEMPTS: u32 = 5;

/// Runs.
///
/// # Errors
/// Anything that keeps the run as a whole from happening; then nothing was written.
pub fn run(settings: &Settings, progress: &dyn Progress, sink: &mut dyn Sink) -> Result<Report, RunError> {
    run_with(settings, &[], progress, sink)
}

/// Runs with enum tables that the program declares; see [`LegacyEnum`](crate::mapping::LegacyEnum).
///
/// # Errors
/// As for [`run`], and values of an enum that only the program or `enums.toml` has.
pub fn run_with(settings: &Settings, enums: &[EnumTable], progress: &dyn Progress, sink: &mut dyn Sink) -> Result<Report, RunError> {
    let begun = Instant::now();
    let mut retry = Retry::find(settings)?;
    let project = load(settings, enums, retry.is_some())?;
    let split = retry.as_mut().map(|retry| retry.split(settings, &project)).transpose()?;
    let settings = split.as_ref().unwrap_or(settings);
    let tell = |message: &str| progress.note(message);
    let waiting = Waiting::new(settings.lock_timeout, &tell);
    // Held to the end: whoever comes second sees all that the first did, its migrations too.
    let _lock = if settings.command.writes() { Some(lock::of_run(&settings.target, &waiting)?) } else { None };
    if settings.command == Command::Import && settings.target.file().is_some_and(std::path::Path::exists) {
        // What a killed process left half written is taken back by the first connection that may write.
        drop(open(settings, &waiting)?);
    }
    let migrations = migrate(settings, &waiting)?;
    must_exist(settings)?;
    let given = Given { settings, project: &project, migrations: &migrations, retry: retry.as_ref() };
    let mut attempts = 1;
    loop {
        match attempt(&given, &waiting, progress, sink) {
            Err(RunError::Database(error)) if error.kind == DatabaseErrorKind::Retry && attempts < ATTEMPTS => {
                progress.note(&format!("the database ended the run in favour of another one ({error}); it begins again"));
                sink.restart().map_err(RunError::Output)?;
                attempts += 1;
            }
            Err(error) => return Err(error),
            Ok(report) => return Ok(Report { seconds: begun.elapsed().as_secs_f64(), ..report }),
        }
    }
}

/// What every attempt of a run begins with.
struct Given<'a> {
    settings: &'a Settings,
    project: &'a Project,
    migrations: &'a [String],
    /// Files of rejects, where they are the sources: a part of all records.
    retry: Option<&'a Retry>,
}

/// Runs once, in one transaction.
fn attempt(given: &Given<'_>, waiting: &Waiting<'_>, progress: &dyn Progress, sink: &mut dyn Sink) -> Result<Report, RunError> {
    let Given { settings, retry, .. } = *given;
    let mut session = open(settings, waiting)?;
    if settings.command.writes() {
        lock::begin_writing(session.as_mut(), waiting)?;
    } else {
        lock::begin_reading(session.as_mut(), waiting)?;
    }
    let mut project = given.project.clone();
    let (mut layouts, warnings, catalog) = check(settings, &mut project, session.as_mut())?;
    let sources = sources(settings, &mut layouts, retry)?;
    let normalizers = compile(&layouts, session.kind())?;
    let ledger = prepare_ledger(settings, session.as_mut())?;
    let mut report = empty_report(settings, given.migrations.to_vec(), &warnings);
    if settings.binding != Binding::Free {
        report.plan = Some(Box::new(bound::begin(settings, layouts.iter().map(Arc::as_ref), &sources)?));
    }
    let clock = Clock::default();
    let mut work = Run {
        settings,
        ledger,
        catalog,
        mappings: history::fingerprint_of_mappings(&settings.root),
        started_at: jiff::Timestamp::now().to_string(),
        waiting,
        retry,
        progress: &Timed { progress, clock: &clock },
        sink,
    };
    let marks = if settings.command == Command::Import { Marks::Needed } else { Marks::Every };
    let mut workspace = Workspace::create(session.as_mut(), &layouts, ledger.is_some(), marks)?;
    // A verification tells what differs, whoever made it differ.
    if ledger::has_hashes(ledger) && settings.command != Command::Verify {
        workspace.notice_edits()?;
    }
    if !settings.command.writes() {
        workspace.forbid_writes()?;
    }
    let done = work.in_transaction(&mut workspace, &normalizers, sources, &mut report);
    if done.is_ok() && settings.command == Command::Import {
        // Temporary tables end with the transaction, or with the connection.
        lock::commit(workspace.session(), waiting)?;
    } else {
        // A connection that was cut takes everything back by itself.
        drop(workspace.session().batch("ROLLBACK"));
    }
    done.map(|()| Report { stages: clock.stages(), ..report })
}

/// Connects; a SQLite file may be locked at that moment.
fn open(settings: &Settings, waiting: &Waiting<'_>) -> Result<Box<dyn Session>, DatabaseError> {
    let access = if settings.command.writes() { Access::ReadWrite } else { Access::ReadOnly };
    let holder = || "another process writes to this file".to_owned();
    waiting.until(&holder, &mut || lock::unless_locked(connect(&settings.target, access)))
}

/// Lists the sources of each layout; where files of rejects are the sources, the layouts are adapted to them.
fn sources(settings: &Settings, layouts: &mut [Arc<Layout>], retry: Option<&Retry>) -> Result<Vec<Vec<Source>>, RunError> {
    let Some(retry) = retry else { return list_sources(settings, layouts) };
    for layout in layouts.iter_mut() {
        Retry::adapt(Arc::make_mut(layout));
    }
    layouts.iter().map(|layout| retry.sources(&settings.root, layout)).collect()
}

/// Checks mapping and schema and returns all that is to be said, errors included.
///
/// # Errors
/// Mapping files that cannot be read, or a database that cannot be reached.
pub fn check_only(settings: &Settings) -> Result<Vec<Diagnostic>, RunError> {
    let project = load(settings, &[], false)?;
    must_exist(settings)?;
    let mut session = connect(&settings.target, Access::ReadOnly)?;
    let catalog = session.inspect()?;
    let (layouts, mut diagnostics) = schema::build(settings, &project, &catalog, session.as_mut())?;
    let kind = session.kind();
    if !diagnostics.iter().any(|d| d.severity == Severity::Error) {
        for layout in layouts {
            let (mapping, table) = (layout.mapping.clone(), layout.table.display_name());
            if let Err(error) = Normalizer::new(Arc::new(layout), kind) {
                diagnostics
                    .push(Diagnostic::error(crate::diagnostic::Code::SchemaDrift, format!("mapping `{mapping}`: {error}")).table(table));
            }
        }
    }
    Ok(diagnostics)
}

fn load(settings: &Settings, enums: &[EnumTable], is_retry: bool) -> Result<Project, RunError> {
    let project = crate::mapping::load_with(&settings.root, enums)?;
    if project.mappings.is_empty() && !by_name::is_possible(settings) && !is_retry {
        return Err(RunError::NoMappings { folder: settings.root.join("mappings") });
    }
    Ok(project)
}

/// A command that may not write cannot create the database either.
fn must_exist(settings: &Settings) -> Result<(), RunError> {
    if settings.command != Command::Import && settings.target.is_missing_file() {
        return Err(RunError::NoDatabase { target: settings.target.to_string() });
    }
    Ok(())
}

/// Applies pending migrations, or refuses them where nothing may be written.
fn migrate(settings: &Settings, waiting: &Waiting<'_>) -> Result<Vec<String>, RunError> {
    let Some(migrations) = Migrations::find(&settings.root, settings.target.kind())? else { return Ok(Vec::new()) };
    let may_migrate = !settings.refuse_migrations && !matches!(settings.binding, Binding::To(_));
    if settings.command == Command::Import && may_migrate {
        return Ok(crate::backend::migrations::run_waiting(&settings.target, &migrations, waiting, &|_| {})?);
    }
    let pending = crate::backend::migrations::pending_waiting(&settings.target, &migrations, waiting)?;
    if pending.is_empty() { Ok(Vec::new()) } else { Err(RunError::Pending(pending)) }
}

/// Layouts, warnings, and the catalog that they were made from.
type Checked = (Vec<Arc<Layout>>, Vec<Diagnostic>, Catalog);

fn check(settings: &Settings, project: &mut Project, session: &mut dyn Session) -> Result<Checked, RunError> {
    let catalog = session.inspect()?;
    by_name::complete(settings, project, &catalog)?;
    let (layouts, diagnostics) = schema::build(settings, project, &catalog, session)?;
    let (errors, warnings): (Vec<Diagnostic>, Vec<Diagnostic>) = diagnostics.into_iter().partition(|d| d.severity == Severity::Error);
    if !errors.is_empty() {
        return Err(RunError::Check(errors));
    }
    let known: Vec<String> = layouts.iter().map(|l| l.mapping.clone()).collect();
    for name in &settings.only {
        if !layouts.iter().any(|l| is_called(l, name)) {
            return Err(RunError::UnknownMapping { name: name.clone(), known: known.join(", ") });
        }
    }
    let chosen = layouts.into_iter().filter(|l| settings.only.is_empty() || settings.only.iter().any(|name| is_called(l, name)));
    let chosen: Vec<Arc<Layout>> = chosen.map(Arc::new).collect();
    one_mapping_a_table(&chosen)?;
    Ok((chosen, warnings, catalog))
}

/// Refuses mappings that fill one table in one run: the outcomes of the records of one would not know of those of the other.
fn one_mapping_a_table(layouts: &[Arc<Layout>]) -> Result<(), RunError> {
    for (number, layout) in layouts.iter().enumerate() {
        if let Some(first) = layouts[..number].iter().find(|first| first.table.display_name() == layout.table.display_name()) {
            let (first, second) = (first.mapping.clone(), layout.mapping.clone());
            return Err(RunError::OneTableTwice { table: layout.table.display_name(), first, second });
        }
    }
    Ok(())
}

fn is_called(layout: &Layout, name: &str) -> bool {
    layout.mapping == name || layout.table.display_name() == name
}

fn list_sources(settings: &Settings, layouts: &[Arc<Layout>]) -> Result<Vec<Vec<Source>>, RunError> {
    let specs = || layouts.iter().map(|layout| &layout.source.globs);
    if !settings.sources.is_empty() && specs().zip(specs().skip(1)).any(|(one, other)| one != other) {
        return Err(RunError::SourcesForSeveral(layouts.len()));
    }
    layouts.iter().map(|layout| Ok(source::list(&settings.root, &layout.source, &settings.sources)?)).collect()
}

fn compile(layouts: &[Arc<Layout>], kind: BackendKind) -> Result<Vec<Normalizer>, RunError> {
    layouts
        .iter()
        .map(|layout| {
            Normalizer::new(Arc::clone(layout), kind).map_err(|fault| RunError::Normalize { mapping: layout.mapping.clone(), fault })
        })
        .collect()
}

/// Returns the version of the ledger to look into. A rehearsal takes back what it did to it, too.
fn prepare_ledger(settings: &Settings, session: &mut dyn Session) -> Result<Option<i64>, RunError> {
    if settings.without_ledger {
        return Ok(None);
    }
    if settings.command.writes() { Ok(Some(ledger::prepare(session)?)) } else { Ok(ledger::version(session)?) }
}

fn empty_report(settings: &Settings, migrations: Vec<String>, warnings: &[Diagnostic]) -> Report {
    Report {
        format: FORMAT,
        command: settings.command,
        run: (settings.command == Command::Import).then(|| uuid::Uuid::now_v7().to_string()),
        taken_back: false,
        target: settings.target.to_string(),
        migrations,
        tables: Vec::new(),
        totals: Totals::default(),
        warnings: warnings.iter().map(message).collect(),
        stages: Vec::new(),
        seconds: 0.0,
        plan: None,
    }
}

/// A diagnostic about the set-up as the report tells it.
#[must_use]
pub fn message(diagnostic: &Diagnostic) -> Message {
    Message {
        code: diagnostic.code.as_str().to_owned(),
        severity: diagnostic.severity.as_str().to_owned(),
        table: diagnostic.table.clone(),
        column: diagnostic.column.clone(),
        message: diagnostic.message.clone(),
        hint: diagnostic.hint.clone(),
    }
}

struct Run<'a> {
    settings: &'a Settings,
    /// Version of the ledger, where there is one.
    ledger: Option<i64>,
    catalog: Catalog,
    /// Fingerprint of the mapping files.
    mappings: String,
    started_at: String,
    waiting: &'a Waiting<'a>,
    /// Files of rejects, where they are the sources: a part of all records.
    retry: Option<&'a Retry>,
    progress: &'a dyn Progress,
    sink: &'a mut dyn Sink,
}

impl Run<'_> {
    fn in_transaction(
        &mut self,
        workspace: &mut Workspace<'_>,
        normalizers: &[Normalizer],
        sources: Vec<Vec<Source>>,
        report: &mut Report,
    ) -> Result<(), RunError> {
        let writes = self.settings.command.writes();
        if writes {
            workspace.lock_targets(self.waiting)?;
            workspace.defer_constraints()?;
        }
        workspace.look_at_targets()?;
        let mut intakes = self.read(workspace, normalizers, sources)?;
        self.progress.begin(Stage::Resolve, workspace.tables() as u64);
        let numbering = if self.settings.command == Command::Import { Numbering::Sequence } else { Numbering::Provisional };
        resolve::resolve(workspace, numbering, self.progress)?;
        self.progress.end(Stage::Resolve);
        // What the database refuses is known when everything is written, so writing comes before telling.
        let needs_all = self.settings.binding != Binding::Free || self.settings.command == Command::Rehearsal;
        let kept_max = if needs_all { u64::MAX } else { self.sink.changes_max() };
        let written = if writes { Some(write::write(workspace, self.progress, kept_max)?) } else { None };
        for table in 0..workspace.tables() {
            rejects::tell(workspace, table, &mut intakes, &self.settings.limits, self.sink)?;
            let mut digest = report.plan.is_some().then(bound::Digest::default);
            let asked = changes::Work { command: self.settings.command, is_partial: self.retry.is_some(), sink: self.sink };
            changes::tell(workspace, table, &intakes[table], asked, digest.as_mut())?;
            let tally = workspace.tally(table)?;
            let taken = taken_elsewhere(workspace, table, &intakes);
            let (kept, edits) = workspace.tally_edits(table)?;
            let tally = Tally { kept, unchanged: tally.unchanged.saturating_sub(kept), ..tally };
            let edits = edit_reports(workspace.layout(table), &edits);
            let mut told = TableReport { edits, ..table_report(workspace.layout(table), &intakes[table], tally, &taken) };
            changes::count(workspace, table, self.settings.command, &mut told)?;
            told.verified.iter_mut().filter(|_| self.retry.is_some()).for_each(|verified| verified.extra = None);
            if let (Some(plan), Some(digest)) = (&mut report.plan, &digest) {
                plan.outcomes.insert(told.mapping.clone(), bound::outcomes(&told, digest));
            }
            report.tables.push(told);
            check_counts(workspace, table, &intakes[table], tally)?;
            if let (Some(written), Some(expected)) = (&written, report.tables.last()) {
                check_written(expected, written[table])?;
            }
        }
        report.totals = report.tables.iter().fold(Totals::default(), |sum, table| sum.plus(table.counts));
        self.check_plan(report)?;
        self.check_rejects(report)?;
        if let Some(version) = self.ledger {
            // Where only some records are read, or rows are only compared, nothing is missing.
            if self.retry.is_none() && self.settings.command != Command::Verify {
                missing::find(workspace, &self.catalog, self.settings, &intakes, report)?;
            }
            report.warnings.extend(history::older(self.settings, workspace.session(), version, report, &self.mappings)?);
            if writes {
                missing::write(workspace, report)?;
            }
        }
        if self.settings.command == Command::Import {
            // Sequences do not take part in transactions: what advances them comes when nothing is taken back any more.
            (0..workspace.tables()).try_for_each(|table| workspace.advance_sequences(table))?;
        }
        self.write_ledger(workspace, report)
    }

    fn read(
        &mut self,
        workspace: &mut Workspace<'_>,
        normalizers: &[Normalizer],
        sources: Vec<Vec<Source>>,
    ) -> Result<Vec<Intake>, RunError> {
        let bytes = sources.iter().flatten().map(|s| s.bytes.unwrap_or(0)).sum();
        self.progress.begin(Stage::Read, bytes);
        let mut intakes = Vec::with_capacity(sources.len());
        for (table, (mut sources, normalizer)) in sources.into_iter().zip(normalizers).enumerate() {
            for (number, source) in sources.iter_mut().enumerate() {
                source.index = u32::try_from(number).unwrap_or(u32::MAX);
            }
            let again = self.retry.map(|retry| retry.again(&workspace.layout(table).mapping)).unwrap_or_default();
            let from = read::From { sources: &sources, limits: &self.settings.limits, again: &again };
            intakes.push(read::read(workspace, table, normalizer, &from, self.progress, self.sink)?);
            workspace.seal(table)?;
        }
        self.progress.end(Stage::Read);
        Ok(intakes)
    }

    /// Refuses to do anything else than the plan says.
    fn check_plan(&self, report: &Report) -> Result<(), RunError> {
        let (Binding::To(plan), Some(now)) = (&self.settings.binding, &report.plan) else { return Ok(()) };
        let differences = plan.differences(now);
        if differences.is_empty() { Ok(()) } else { Err(RunError::Stale(differences)) }
    }

    fn check_rejects(&self, report: &Report) -> Result<(), RunError> {
        let (rejects, read) = (report.totals.reject, report.totals.read);
        let allowed = match self.settings.rejects_max {
            None => return Ok(()),
            Some(RejectsMax::Records(records)) => records,
            Some(RejectsMax::Percent(percent)) => percent_of(read, percent),
        };
        if rejects <= allowed {
            return Ok(());
        }
        let report = Report { taken_back: true, run: None, ..report.clone() };
        Err(RunError::TooManyRejects { rejects, read, allowed, report: Box::new(report) })
    }

    fn write_ledger(&mut self, workspace: &mut Workspace<'_>, report: &Report) -> Result<(), RunError> {
        if let (Some(_), Some(run)) = (self.ledger, &report.run) {
            for table in 0..workspace.tables() {
                workspace.write_ledger(table, run)?;
                workspace.write_hashes(table)?;
            }
            history::record(workspace.session(), report, &self.started_at, &self.mappings)?;
        }
        Ok(())
    }
}
