//! A run from end to end: the only place that names every stage.
//!
//! Takes [`Settings`], gives a [`Report`]. A plan, a rehearsal and an import are the same up to the last step: the plan stops before writing, the rehearsal
//! takes its writing back.
//!
//! **Invariant**: rows, ledger and counts are committed together or not at all; in steps, if that is wished, each of which keeps to that.

mod added;
mod audit;
mod bound;
mod by_name;
mod changes;
mod chunk;
mod clock;
mod counts;
mod divide;
mod fallbacks;
mod history;
mod init;
mod marks;
mod missing;
mod older;
mod prune;
mod read;
mod rejects;
mod retry;
mod schema;
mod settings;
mod settled;
mod steps;
mod sync;
mod transaction;
mod undo;
mod write;

use std::sync::Arc;
use std::time::Instant;

use crate::backend::lock::{self, Hold, Waiting};
use crate::backend::migrations::Migrations;
use crate::backend::workspace::{Lasting, Marks, Workspace};
use crate::backend::{Access, DatabaseError, DatabaseErrorKind, Session, TargetUrl, connect};
use crate::catalog::{BackendKind, Catalog};
use crate::diagnostic::{Diagnostic, Severity};
use crate::layout::Layout;
use crate::mapping::{EnumTable, Project};
use crate::normalize::{NormalizeError, Normalizer};
use crate::progress::Progress;
use crate::report::{Command, FORMAT, Report, Sink, Totals};
use crate::source::Source;
use crate::{ledger, source};
use tracing::info;

use clock::{Clock, Timed};
use retry::Retry;
use transaction::Run;

pub use audit::{AuditSettings, audit};
pub use history::{history, show};
pub use init::{Draft, DraftedFile, FileState, InitSettings, init};
pub use prune::{prune, size};
pub use schema::message;
pub use settings::{Binding, RejectsMax, RunError, Settings};
pub use sync::{SyncSettings, Synced, sync};
pub use undo::{UndoSettings, undo};

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
    let migrations = migrate(settings, &project, retry.is_some(), &waiting)?;
    must_exist(settings)?;
    let hold = if settings.commit_every.is_some() { Hold::Alone } else { Hold::Shared };
    let _folder = if settings.command.writes() { lock::of_folder(&settings.target, hold, &waiting)? } else { None };
    let given = Given { settings, project: &project, migrations: &migrations, retry: retry.as_ref() };
    let mut attempts = 1;
    loop {
        match attempt(&given, attempts, &waiting, progress, sink) {
            // Nothing was written; now others are kept out from the beginning.
            Err(error @ RunError::ChangedMeanwhile { .. }) if attempts == 1 => {
                progress.note(&format!("{error}; it begins again"));
                sink.restart().map_err(RunError::Output)?;
                attempts += 1;
            }
            Err(RunError::Database(error)) if error.kind == DatabaseErrorKind::Retry && attempts < ATTEMPTS => {
                progress.note(&format!("the database ended the run in favour of another one ({error}); it begins again"));
                sink.restart().map_err(RunError::Output)?;
                attempts += 1;
                info!(attempt = attempts, "retries");
            }
            Err(RunError::TooManyRejects { rejects, read, allowed, report }) => {
                let report = Box::new(Report { seconds: begun.elapsed().as_secs_f64(), ..*report });
                return Err(RunError::TooManyRejects { rejects, read, allowed, report });
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

/// Runs once: in one transaction, or the last of several.
fn attempt(
    given: &Given<'_>,
    attempts: u32,
    waiting: &Waiting<'_>,
    progress: &dyn Progress,
    sink: &mut dyn Sink,
) -> Result<Report, RunError> {
    let Given { settings, retry, .. } = *given;
    let mut session = open(settings, waiting)?;
    let command: &'static str = settings.command.into();
    info!(command, database = %settings.target, "connected");
    let lasting = if steps::wanted(settings).is_some() { Lasting::Session } else { Lasting::Transaction };
    if lasting == Lasting::Session && lock::is_pooled(session.as_mut(), &settings.target)? {
        return Err(RunError::Pooled("it goes through a proxy that pools transactions"));
    }
    let locks_late = lasting == Lasting::Session && attempts == 1 && session.kind() == BackendKind::Postgres;
    if settings.command.writes() && !locks_late {
        lock::begin_writing(session.as_mut(), waiting)?;
    } else {
        lock::begin_reading(session.as_mut(), waiting)?;
    }
    let mut project = given.project.clone();
    let (mut layouts, warnings, catalog) = check(settings, &mut project, session.as_mut())?;
    let sources = sources(settings, &mut layouts, retry)?;
    let normalizers = compile(&layouts, session.kind())?;
    let (ledger, is_new) = prepare_ledger(settings, session.as_mut())?;
    let mut report = empty_report(settings, given.migrations.to_vec(), &warnings);
    if settings.binding != Binding::Free {
        report.plan = Some(Box::new(bound::begin(settings, layouts.iter().map(Arc::as_ref), &sources)?));
    }
    let clock = Clock::default();
    let mut work = Run {
        settings,
        ledger,
        catalog,
        state: older::State::of(settings, &project, retry.is_some()),
        started_at: jiff::Timestamp::now().to_string(),
        waiting,
        locks_late,
        retry,
        progress: &Timed { progress, clock: &clock },
        sink,
    };
    let marks = if settings.command == Command::Import { Marks::Needed } else { Marks::Every };
    let mut workspace = Workspace::create(session.as_mut(), &layouts, ledger.is_some(), marks, lasting)?;
    if is_new {
        workspace.owns_ledger();
    }
    // A verification tells what differs, whoever made it differ.
    if ledger::has_hashes(ledger) && settings.command != Command::Verify {
        workspace.notice_edits(ledger::has_learned(ledger))?;
    }
    let done = work.in_transaction(&mut workspace, &normalizers, sources, &mut report);
    if done.is_ok() && settings.command == Command::Import {
        // Temporary tables end with the transaction, or with the connection.
        let begun = Instant::now();
        workspace.leave()?;
        lock::commit(workspace.session(), waiting)?;
        info!(seconds = begun.elapsed().as_secs_f64(), "committed");
    } else {
        // A connection that was cut takes everything back by itself.
        drop(workspace.session().batch("ROLLBACK"));
    }
    done.map(|()| Report { stages: clock.stages(), ..report })
}

/// Connects as the command needs it.
fn open(settings: &Settings, waiting: &Waiting<'_>) -> Result<Box<dyn Session>, DatabaseError> {
    let access = if settings.command.writes() { Access::ReadWrite } else { Access::ReadOnly };
    open_as(&settings.target, access, waiting)
}

/// Connects for writing.
fn open_target(target: &TargetUrl, waiting: &Waiting<'_>) -> Result<Box<dyn Session>, DatabaseError> {
    open_as(target, Access::ReadWrite, waiting)
}

/// Connects; a SQLite file may be locked at that moment.
fn open_as(target: &TargetUrl, access: Access, waiting: &Waiting<'_>) -> Result<Box<dyn Session>, DatabaseError> {
    let holder = || "another process writes to this file".to_owned();
    waiting.until(&holder, &mut || lock::unless_locked(connect(target, access)))
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
            let layout = Arc::new(layout);
            diagnostics.extend(Normalizer::new(Arc::clone(&layout), kind).err().map(|fault| unfit(&layout, &fault)));
        }
    }
    Ok(diagnostics)
}

/// Reads the target as an import sees it.
///
/// # Errors
/// A database that is not there or cannot be reached.
pub fn catalog(settings: &Settings) -> Result<Catalog, RunError> {
    must_exist(settings)?;
    Ok(connect(&settings.target, Access::ReadOnly)?.inspect()?)
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
fn migrate(settings: &Settings, project: &Project, is_retry: bool, waiting: &Waiting<'_>) -> Result<Vec<String>, RunError> {
    let Some(migrations) = Migrations::find(&settings.root, settings.target.kind())? else { return Ok(Vec::new()) };
    let may_migrate = !settings.refuse_migrations && !matches!(settings.binding, Binding::To(_));
    let pending = crate::backend::migrations::pending_waiting(&settings.target, &migrations, waiting)?;
    if pending.is_empty() {
        return Ok(Vec::new());
    }
    if settings.command == Command::Import && may_migrate {
        waiting.until(&|| "another process writes to this file".to_owned(), &mut || match older::before_migrations(
            settings, project, is_retry,
        ) {
            Err(RunError::Database(error)) if error.kind == DatabaseErrorKind::Locked => Ok(None),
            other => other.map(Some),
        })?;
        return Ok(crate::backend::migrations::run_waiting(&settings.target, &migrations, waiting, &|_| {})?);
    }
    Err(RunError::Pending(pending))
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
    let unfit = |layout: &Layout, fault: &NormalizeError| RunError::Check(vec![unfit(layout, fault)]);
    layouts.iter().map(|layout| Normalizer::new(Arc::clone(layout), kind).map_err(|fault| unfit(layout, &fault))).collect()
}

/// Says that a default or format of the mapping is none for its column.
fn unfit(layout: &Layout, fault: &NormalizeError) -> Diagnostic {
    let mapping = &layout.mapping;
    let message = format!("mappings/{mapping}.toml: {fault}");
    let hint = format!("correct it in mappings/{mapping}.toml, or name a column of another type there");
    Diagnostic::error(crate::diagnostic::Code::SchemaDrift, message).table(layout.table.display_name()).hint(hint)
}

/// Returns the version of the ledger to look into, and whether this transaction made it. A rehearsal takes back what it did to it, too.
fn prepare_ledger(settings: &Settings, session: &mut dyn Session) -> Result<(Option<i64>, bool), RunError> {
    if settings.without_ledger {
        return Ok((None, false));
    }
    if !settings.command.writes() {
        return Ok((ledger::version(session)?, false));
    }
    let ledger = ledger::prepare(session)?;
    Ok((Some(ledger.version), ledger.is_new))
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
        about: Vec::new(),
        cascades: Vec::new(),
        stages: Vec::new(),
        seconds: 0.0,
        plan: None,
    }
}
