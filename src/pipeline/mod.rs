//! A run from end to end: the only place that names every stage.
//!
//! Takes [`Settings`], gives a [`Report`]. A plan, a rehearsal and an import are the same up to the last step: the plan stops before writing, the rehearsal
//! takes its writing back.
//!
//! **Invariant**: rows, ledger and counts are committed together or not at all.

mod by_name;
mod read;
mod rejects;
mod settings;
mod write;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Instant;

use crate::backend::migrations::Migrations;
use crate::backend::workspace::{Detail, Numbering, Tally, Workspace, Written};
use crate::backend::{Access, DatabaseError, Session, connect};
use crate::catalog::BackendKind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::layout::Layout;
use crate::mapping::Project;
use crate::normalize::Normalizer;
use crate::progress::{Progress, Stage};
use crate::report::{Change, Command, EnumReport, FORMAT, Field, Message, Place, Report, Sink, TableReport, Totals};
use crate::source::Source;
use crate::{ledger, resolve, source};
use read::Intake;

pub use settings::{RejectsMax, RunError, Settings};

/// Runs.
///
/// # Errors
/// Anything that keeps the run as a whole from happening; then nothing was written.
pub fn run(settings: &Settings, progress: &dyn Progress, sink: &mut dyn Sink) -> Result<Report, RunError> {
    let begun = Instant::now();
    let mut project = load(settings)?;
    let migrations = migrate(settings)?;
    must_exist(settings)?;
    let mut session = connect(&settings.target, access(settings.command))?;
    let (layouts, warnings) = check(settings, &mut project, session.as_mut())?;
    let sources = list_sources(settings, &layouts)?;
    let normalizers = compile(&layouts, session.kind())?;
    let ledger = prepare_ledger(settings, session.as_mut())?;
    let mut report = empty_report(settings, migrations, &warnings);
    let mut work = Run { settings, ledger, progress, sink };
    begin(session.as_mut(), settings.command)?;
    let mut workspace = Workspace::create(session.as_mut(), &layouts, ledger)?;
    if settings.command == Command::Plan {
        workspace.forbid_writes()?;
    }
    let done = work.in_transaction(&mut workspace, &normalizers, sources, &mut report);
    finish(workspace.session(), settings.command, done.is_ok())?;
    done?;
    if settings.command == Command::Import {
        // Temporary tables of a transaction that was taken back are gone with it.
        workspace.drop_tables()?;
    }
    report.seconds = begun.elapsed().as_secs_f64();
    Ok(report)
}

/// Checks mapping and schema and returns all that is to be said, errors included.
///
/// # Errors
/// Mapping files that cannot be read, or a database that cannot be reached.
pub fn check_only(settings: &Settings) -> Result<Vec<Diagnostic>, RunError> {
    let project = load(settings)?;
    must_exist(settings)?;
    let mut session = connect(&settings.target, Access::ReadOnly)?;
    let (layouts, mut diagnostics) = crate::layout::build(&project, &session.inspect()?);
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

fn load(settings: &Settings) -> Result<Project, RunError> {
    let project = crate::mapping::load(&settings.root)?;
    if project.mappings.is_empty() && !by_name::is_possible(settings) {
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
fn migrate(settings: &Settings) -> Result<Vec<String>, RunError> {
    let Some(migrations) = Migrations::find(&settings.root, settings.target.kind())? else { return Ok(Vec::new()) };
    if settings.command == Command::Import && !settings.refuse_migrations {
        return Ok(crate::backend::migrations::run(&settings.target, &migrations, &|_| {})?);
    }
    let pending = crate::backend::migrations::pending(&settings.target, &migrations)?;
    if pending.is_empty() { Ok(Vec::new()) } else { Err(RunError::Pending(pending)) }
}

fn access(command: Command) -> Access {
    if command == Command::Plan { Access::ReadOnly } else { Access::ReadWrite }
}

fn check(settings: &Settings, project: &mut Project, session: &mut dyn Session) -> Result<(Vec<Arc<Layout>>, Vec<Diagnostic>), RunError> {
    let catalog = session.inspect()?;
    by_name::complete(settings, project, &catalog)?;
    let (layouts, diagnostics) = crate::layout::build(project, &catalog);
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
    Ok((chosen, warnings))
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

/// Returns whether there is a ledger to look into.
fn prepare_ledger(settings: &Settings, session: &mut dyn Session) -> Result<bool, RunError> {
    if settings.without_ledger {
        return Ok(false);
    }
    if settings.command == Command::Import {
        ledger::prepare(session)?;
        return Ok(true);
    }
    Ok(ledger::version(session)?.is_some())
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
        seconds: 0.0,
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

fn begin(session: &mut dyn Session, command: Command) -> Result<(), DatabaseError> {
    let sql = match (session.kind(), command) {
        (BackendKind::Postgres, Command::Plan) => "BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE",
        (BackendKind::Postgres, _) | (BackendKind::Sqlite, Command::Plan) => "BEGIN",
        // A transaction that reads first and then writes would be refused where another one wrote in between.
        (BackendKind::Sqlite, _) => "BEGIN IMMEDIATE",
    };
    session.batch(sql)
}

fn finish(session: &mut dyn Session, command: Command, is_good: bool) -> Result<(), DatabaseError> {
    session.batch(if is_good && command == Command::Import { "COMMIT" } else { "ROLLBACK" })
}

struct Run<'a> {
    settings: &'a Settings,
    ledger: bool,
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
        let writes = self.settings.command != Command::Plan;
        if writes {
            workspace.lock_targets()?;
            workspace.defer_constraints()?;
        }
        workspace.look_at_targets()?;
        let mut intakes = self.read(workspace, normalizers, sources)?;
        self.progress.begin(Stage::Resolve, workspace.tables() as u64);
        let numbering = if self.settings.command == Command::Import { Numbering::Sequence } else { Numbering::Provisional };
        resolve::resolve(workspace, numbering, self.progress)?;
        self.progress.end(Stage::Resolve);
        // What the database refuses is known when everything is written, so writing comes before telling.
        let written = if writes { Some(write::write(workspace, self.progress, self.sink.changes_max())?) } else { None };
        for table in 0..workspace.tables() {
            rejects::tell(workspace, table, &mut intakes, &self.settings.limits, self.sink)?;
            self.tell_changes(workspace, table, &intakes)?;
            let tally = workspace.tally(table)?;
            let taken = taken_elsewhere(workspace, table, &intakes);
            report.tables.push(table_report(workspace.layout(table), &intakes[table], tally, &taken));
            check_counts(workspace, table, &intakes[table], tally)?;
            if let (Some(written), Some(expected)) = (&written, report.tables.last()) {
                check_written(expected, written[table])?;
            }
        }
        report.totals = report.tables.iter().fold(Totals::default(), |sum, table| sum.plus(table.counts));
        self.check_rejects(report)?;
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
            intakes.push(read::read(workspace, table, normalizer, &sources, &self.settings.limits, self.progress, self.sink)?);
            workspace.seal(table)?;
        }
        self.progress.end(Stage::Read);
        Ok(intakes)
    }

    fn tell_changes(&mut self, workspace: &mut Workspace<'_>, table: usize, intakes: &[Intake]) -> Result<(), RunError> {
        let limit = self.sink.changes_max();
        if limit == 0 {
            return Ok(());
        }
        let limit = limit.min(i64::MAX.unsigned_abs());
        let layout = workspace.layout(table).clone();
        let mut failure = None;
        for outcome in ["insert", "update"] {
            let sink = &mut self.sink;
            let mut each = |detail: Detail| {
                if failure.is_none()
                    && let Some(change) = change(&layout, &intakes[table], outcome, detail)
                {
                    failure = sink.change(&change).err();
                }
            };
            if outcome == "insert" {
                workspace.each_insert(table, limit, &mut each)?;
            } else {
                workspace.each_update(table, limit, &mut each)?;
            }
        }
        failure.map_or(Ok(()), |error| Err(RunError::Output(error)))
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
        if let (true, Some(run)) = (self.ledger, &report.run) {
            for table in 0..workspace.tables() {
                workspace.write_ledger(table, run)?;
            }
            let now = jiff::Timestamp::now().to_string();
            let totals = serde_json::to_string(&report.totals).unwrap_or_default();
            ledger::record_run(
                workspace.session(),
                &ledger::RunRecord { id: run.clone(), started_at: now.clone(), finished_at: now, totals },
            )?;
        }
        Ok(())
    }
}

/// Whole records in so many percent, rounded down.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "record counts stay far below 2^52"
)]
fn percent_of(read: u64, percent: f64) -> u64 {
    (read as f64 * percent / 100.0).floor() as u64
}

fn check_counts(workspace: &mut Workspace<'_>, table: usize, intake: &Intake, tally: Tally) -> Result<(), RunError> {
    let staged = workspace.staged(table)?;
    let complete = totals(tally).is_complete();
    if complete && staged == intake.rows && tally.read == intake.rows {
        return Ok(());
    }
    let message = format!("{} records were normalized, {staged} staged, and their outcomes are {tally:?}", intake.rows);
    Err(RunError::Counts { table: workspace.layout(table).table.display_name(), message })
}

fn check_written(expected: &TableReport, written: Written) -> Result<(), RunError> {
    if written.inserted == expected.counts.insert && written.updated == expected.counts.update {
        return Ok(());
    }
    let message = format!(
        "the database inserted {} and updated {} rows where {} and {} were to be; a trigger or rule may have kept rows from being written",
        written.inserted, written.updated, expected.counts.insert, expected.counts.update
    );
    Err(RunError::Counts { table: expected.table.clone(), message })
}

fn totals(tally: Tally) -> Totals {
    Totals {
        read: tally.read,
        insert: tally.insert,
        update: tally.update,
        unchanged: tally.unchanged,
        duplicate: tally.duplicate,
        kept: tally.kept,
        reject: tally.reject,
    }
}

/// Fields of a table's records that the mapping of another table takes from the same source.
fn taken_elsewhere(workspace: &Workspace<'_>, table: usize, intakes: &[Intake]) -> BTreeSet<String> {
    let paths = |number: usize| intakes[number].reports.iter().map(|source| source.path.as_str()).collect::<BTreeSet<_>>();
    let own = paths(table);
    let others = (0..intakes.len()).filter(|other| *other != table && !paths(*other).is_disjoint(&own));
    others.flat_map(|other| crate::layout::taken_fields(workspace.layout(other))).collect()
}

fn table_report(layout: &Layout, intake: &Intake, tally: Tally, taken: &BTreeSet<String>) -> TableReport {
    let enums = layout.columns.iter().enumerate().flat_map(|(i, column)| {
        let texts = intake.findings.enums.get(i).map(crate::normalize::EnumTexts::sorted).unwrap_or_default();
        texts.into_iter().filter_map(|(original, seen)| {
            let (value, reached) = seen.found.as_ref()?;
            let reached: &'static str = reached.into();
            Some(EnumReport {
                column: column.name.clone(),
                original: original.to_owned(),
                value: value.clone(),
                reached: reached.to_owned(),
                count: seen.count,
                first: Some(rejects::place_of(&seen.first)),
            })
        })
    });
    TableReport {
        table: layout.table.display_name(),
        mapping: layout.mapping.clone(),
        sources: intake.reports.clone(),
        counts: totals(tally),
        rebound: tally.rebound,
        rejects_by_code: intake.rejects.clone(),
        enums: enums.collect(),
        unmapped: intake
            .findings
            .unmapped
            .iter()
            .filter(|(name, _)| !taken.contains(*name))
            .map(|(name, count)| (name.clone(), *count))
            .collect(),
    }
}

fn change(layout: &Layout, intake: &Intake, outcome: &'static str, detail: Detail) -> Option<Change> {
    let place: Place = rejects::place(intake, &detail.record)?;
    let fields = detail.changes.into_iter().map(|c| Field { column: layout.columns[c.column].name.clone(), old: c.old, new: c.new });
    Some(Change {
        table: layout.table.display_name(),
        outcome,
        row: detail.row,
        place,
        legacy_id: detail.record.legacy_id,
        via: detail.via.and_then(|k| layout.keys.get(k)).map(|k| layout.table.keys[k.key].name.clone()),
        fields: fields.collect(),
    })
}
