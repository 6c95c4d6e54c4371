//! Tables of which nothing can have changed: told from what the last import remembered of them, without looking at a single record.
//!
//! At the end of an import a table is *settled* where the same input would come to "unchanged" in every record: nothing was rejected, no edit was left alone, no row
//! is gone from the sources. What led there is remembered: layout, files, versions of the rows. A later run that finds all of that as it was lets the table stand.
//!
//! **Invariant**: a run in which tables stand says and writes the same as one that looks at every record, the table of settled tables itself apart.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::thread::JoinHandle;
use std::time::SystemTime;

use rayon::prelude::*;

use super::added::Kinds;
use super::marks::{Known, Marks, Pieces};
use super::read::Intake;
use super::{Binding, RunError, Settings, bound};
use crate::backend::workspace::Workspace;
use crate::catalog::{BackendKind, Catalog};
use crate::ledger;
use crate::ledger::settled::{self, Settled};
use crate::mapping::{IdScope, OnMissing};
use crate::normalize::Findings;
use crate::progress::Progress;
use crate::report::standing::Standing;
use crate::report::{Command, Report, TableReport};
use crate::source::{Input, Source};

/// What reading the sources of a table that stands would have come to.
pub(super) fn intake(standing: &Standing, sources: &[Source]) -> Intake {
    Intake {
        sources: sources.iter().map(|source| (source.clone(), None)).collect(),
        reports: standing.sources.clone(),
        findings: Findings::default(),
        rows: standing.rows,
        rejects: BTreeMap::new(),
        marks: Marks::default(),
        kinds: Kinds::default(),
        firsts: Vec::new(),
        element_bits: 0,
    }
}

/// A file before it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stat {
    path: PathBuf,
    bytes: u64,
    changed: Option<SystemTime>,
}

impl Stat {
    /// Returns `None` for what is no file: it cannot be read twice.
    fn of(source: &Source) -> Option<Self> {
        let Input::File(path) = &source.input else { return None };
        let meta = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?;
        Some(Self { path: path.clone(), bytes: meta.len(), changed: meta.modified().ok() })
    }
}

/// What a run knows of its tables before it reads, and remembers of them at its end.
pub(super) struct Tables {
    layouts: Vec<String>,
    files: Vec<Option<Vec<Stat>>>,
    paths: Vec<Vec<String>>,
    standing: Vec<Option<Standing>>,
    /// Of tables whose rows are as they were, though their files are not: the records of the last import.
    known: Vec<Option<Known>>,
    /// Versions of the rows of these tables as the run found them.
    found: Vec<Option<Versions>>,
    /// Versions of tables outside the run as they were before references were resolved, where nothing keeps others from writing to them.
    before: BTreeMap<String, Option<String>>,
    /// Sums of the versions of the rows that this run wrote, before and after.
    written: Vec<Option<(i128, i128)>>,
    /// Takes the fingerprints of the files that were read, table by table.
    read_again: Option<JoinHandle<Vec<Option<Vec<String>>>>>,
}

impl Tables {
    /// Returns what is remembered of a table that stands.
    pub(super) fn get(&self, table: usize) -> Option<&Standing> {
        self.standing.get(table)?.as_ref().filter(|_| self.known[table].is_none())
    }

    /// Returns the records of the last import of a table of which only those that changed are looked at.
    pub(super) fn known(&mut self, table: usize) -> Option<&mut Known> {
        self.known.get_mut(table)?.as_mut()
    }

    /// Notes that all records of a table are looked at after all.
    pub(super) fn forget(&mut self, table: usize) {
        self.standing[table] = None;
        self.known[table] = None;
    }

    /// Finds the tables of which nothing can have changed, and lets them stand. Returns `None` where nothing is to be remembered either.
    pub(super) fn find(
        settings: &Settings,
        version: Option<i64>,
        workspace: &mut Workspace<'_>,
        sources: &[Vec<Source>],
    ) -> Result<Option<Self>, RunError> {
        if !ledger::has_settled(version) || settings.command == Command::Verify {
            return Ok(None);
        }
        let count = workspace.tables();
        let mut tables = Self {
            layouts: (0..count).map(|table| fingerprint(settings, workspace, table)).collect(),
            files: sources.iter().map(|sources| sources.iter().map(Stat::of).collect()).collect(),
            paths: sources.iter().map(|sources| sources.iter().map(|source| source.path.to_string()).collect()).collect(),
            standing: vec![None; count],
            known: (0..count).map(|_| None).collect(),
            found: vec![None; count],
            before: BTreeMap::new(),
            written: vec![None; count],
            read_again: None,
        };
        if settings.command == Command::Import && workspace.session().kind() == BackendKind::Postgres {
            tables.before = outside_now(workspace)?;
        }
        if settings.examine_all || settings.binding != Binding::Free {
            return Ok(Some(tables));
        }
        let mut entries = settled::read(workspace.session(), version)?;
        let mut runs: Vec<String> = vec![String::new(); count];
        let mut files: Vec<Option<String>> = vec![None; count];
        for (table, run) in runs.iter_mut().enumerate() {
            let Some(entry) = entries.remove(&workspace.layout(table).table.display_name()) else { continue };
            let standing: Option<Standing> = Standing::from_text(&entry.content);
            tables.standing[table] = standing.filter(|s| tables.may_stand(workspace, table, s));
            *run = entry.run;
            files[table] = entry.file;
        }
        tables.keep_related(workspace, &runs);
        tables.keep_as_they_were(settings, workspace, &files)?;
        tables.keep_related(workspace, &runs);
        for table in (0..count).filter(|table| tables.standing[*table].is_some()) {
            if tables.known[table].is_some() { workspace.let_lean(table) } else { workspace.let_stand(table) }
        }
        Ok(Some(tables))
    }

    /// Says whether everything is as it was, but for the files and the content of rows.
    fn may_stand(&self, workspace: &Workspace<'_>, table: usize, standing: &Standing) -> bool {
        self.files[table].is_some() && standing.layout == self.layouts[table] && workspace.remembers(table)
    }

    /// Drops the tables whose files or rows are not as they were.
    fn keep_as_they_were(
        &mut self,
        settings: &Settings,
        workspace: &mut Workspace<'_>,
        versions_then: &[Option<String>],
    ) -> Result<(), RunError> {
        let asked: Vec<usize> = (0..self.standing.len()).filter(|table| self.standing[*table].is_some()).collect();
        let file = if asked.is_empty() { None } else { workspace.file_version().map(|version| version.to_string()) };
        // Where nobody wrote to the file, the rows need not be looked at.
        let is_as_left = |table: usize| file.is_some() && versions_then[table] == file;
        let to_look_at: Vec<usize> = asked.iter().copied().filter(|table| !is_as_left(*table)).collect();
        // The files are read while the database looks at the rows.
        let (hashes, versions) = std::thread::scope(|scope| {
            let files = &self.files;
            let of_all = &asked;
            let reading = scope.spawn(move || of_all.par_iter().map(|table| hashes(files[*table].as_deref())).collect::<Vec<_>>());
            let versions = if settings.trust_ledger { None } else { Some(self::versions(workspace, &to_look_at)) };
            (reading.join().unwrap_or_default(), versions)
        });
        let mut versions = versions.transpose()?.unwrap_or_default().into_iter();
        for (n, table) in asked.into_iter().enumerate() {
            let Some(standing) = self.standing[table].take() else { continue };
            let hashes_then = standing.files.iter().map(|(_, hash)| hash);
            let same_names = standing.files.iter().map(|(path, _)| path).eq(&self.paths[table]);
            let same_files = same_names && hashes.get(n).and_then(Option::as_ref).is_some_and(|now| hashes_then.eq(now));
            // What is written is written beside what was there: an edit that nobody saw would be taken for the program's own from then on.
            let is_trusted = settings.trust_ledger && same_files;
            let version = if is_as_left(table) {
                Some((Some(standing.version.clone()), Some(standing.outside.clone())))
            } else {
                match versions.next() {
                    None if !is_trusted => self::versions(workspace, &[table])?.pop(),
                    version => version,
                }
            };
            let is_as_it_was = |(version, outside): (Option<String>, Option<BTreeMap<String, String>>)| {
                version.as_ref() == Some(&standing.version) && outside.as_ref() == Some(&standing.outside)
            };
            let same_rows = is_trusted || version.clone().is_some_and(is_as_it_was);
            self.found[table] = version.filter(|_| same_rows);
            if self.found[table].is_some() {
                workspace.note_as_they_were(table, standing.rows.saturating_sub(standing.duplicates));
            }
            if same_rows && !same_files {
                self.known[table] = known(workspace, table, &standing)?;
            }
            self.standing[table] = Some(standing).filter(|_| same_rows && (same_files || self.known[table].is_some()));
        }
        Ok(())
    }

    /// Drops the tables that name a table which does not stand, or did not at the same run, and those that must be read for another one's sake.
    fn keep_related(&mut self, workspace: &Workspace<'_>, runs: &[String]) {
        let count = self.standing.len();
        let in_circle = (0..count).any(|table| workspace.is_in_circle(table));
        loop {
            let stands = |table: usize| self.standing[table].is_some() && !(in_circle && self.known[table].is_some());
            // What leans may yet have to be read, and all that name it with it.
            let some_lean = self.known.iter().any(Option::is_some);
            let finds = |child: usize, parent: usize| child == parent || !some_lean || workspace.finds_stored(child, parent);
            let is_kept = |table: usize| {
                let holds = |parent: usize| stands(parent) && runs[parent] == runs[table] && finds(table, parent);
                let with_parents = workspace.parents(table).0.into_iter().all(holds);
                let named_by = |child: &usize| *child != table && !stands(*child) && workspace.parents(*child).0.contains(&table);
                let is_found = (0..count).filter(named_by).all(|child| workspace.finds_stored(child, table));
                stands(table) && with_parents && is_found && !(in_circle && (0..count).any(|other| !stands(other)))
            };
            let dropped: Vec<usize> = (0..count).filter(|table| self.standing[*table].is_some() && !is_kept(*table)).collect();
            if dropped.is_empty() {
                return;
            }
            for table in dropped {
                self.forget(table);
            }
        }
    }

    /// Remembers the tables that this run leaves settled, and forgets the others.
    pub(super) fn record(
        &mut self,
        workspace: &mut Workspace<'_>,
        report: &Report,
        intakes: &mut [Intake],
        catalog: &Catalog,
    ) -> Result<(), RunError> {
        let Some(run) = &report.run else { return Ok(()) };
        let name = |table: usize| report.tables[table].table.clone();
        let (standing, read): (Vec<usize>, Vec<usize>) = (0..self.standing.len()).partition(|table| self.get(*table).is_some());
        let file = workspace.file_version().map(|version| version.once_committed().to_string());
        // Rows that nobody looked at may have changed with an earlier version of the file.
        let (found, trusted): (Vec<usize>, Vec<usize>) = standing.into_iter().partition(|table| self.found[*table].is_some());
        settled::renew(workspace.session(), &found.into_iter().map(name).collect::<Vec<_>>(), run, file.as_deref())?;
        settled::renew(workspace.session(), &trusted.into_iter().map(name).collect::<Vec<_>>(), run, None)?;
        let (kept, forgotten): (Vec<usize>, Vec<usize>) =
            read.into_iter().partition(|table| self.is_settled(workspace, *table, &report.tables[*table], catalog));
        settled::forget(workspace.session(), &forgotten.into_iter().map(name).collect::<Vec<_>>())?;
        let is_untouched = report.tables.iter().all(|t| t.counts.insert + t.counts.update == 0 && t.missing.is_none());
        let versions = self.versions_now(workspace, &kept, catalog, is_untouched)?;
        let mut hashes = self.read_again.take().and_then(|thread| thread.join().ok()).unwrap_or_default();
        for (table, (version, outside)) in kept.into_iter().zip(versions) {
            let is_as_before = |outside: &BTreeMap<String, String>| {
                outside.iter().all(|(name, version)| self.before.get(name).is_none_or(|before| before.as_ref() == Some(version)))
            };
            let hashes = hashes.get_mut(table).and_then(Option::take);
            let (Some(version), Some(outside), Some(hashes)) = (version, outside.filter(is_as_before), hashes) else {
                settled::forget(workspace.session(), &[name(table)])?;
                continue;
            };
            let report = &report.tables[table];
            let marks = std::mem::take(&mut intakes[table].marks);
            let (met, mut added) = (marks.kinds(), intakes[table].kinds.to_remember());
            added.retain(|kind| met.contains(&kind.hash));
            let standing = Standing {
                layout: self.layouts[table].clone(),
                files: self.paths[table].iter().cloned().zip(hashes).collect(),
                sources: report.sources.clone(),
                rows: report.counts.read,
                duplicates: report.counts.duplicate,
                enums: report.enums.clone(),
                unmapped: super::counts::unmapped(&intakes[table]).collect(),
                version,
                outside,
                added,
            };
            let content = standing.to_text();
            settled::write(workspace.session(), &report.table, &Settled { run: run.clone(), content, file: file.clone() })?;
            settled::write_marks(workspace.session(), &report.table, marks.into_pieces(&standing.added))?;
        }
        Ok(())
    }

    /// Begins to take the fingerprints of the files that were read, for [`Tables::record`]: the database writes meanwhile. Must come when none is read any more.
    pub(super) fn begin_to_read_again(&mut self) {
        let files: Vec<_> = (0..self.files.len()).map(|table| self.files[table].clone().filter(|_| self.get(table).is_none())).collect();
        if files.iter().any(Option::is_some) {
            self.read_again = Some(std::thread::spawn(move || files.par_iter().map(|files| hashes(files.as_deref())).collect()));
        }
    }

    /// Takes note of the versions of the rows that are about to be written (or were), where that is less work than to look at all rows again.
    pub(super) fn weigh(&mut self, workspace: &mut Workspace<'_>, moment: Moment) -> Result<(), RunError> {
        for table in (0..self.known.len()).filter(|table| self.known[*table].is_some()).collect::<Vec<_>>() {
            let Some(sum) = workspace.weigh_written(table)? else { continue };
            match (moment, &mut self.written[table]) {
                (Moment::Before, written) => *written = Some((sum, sum)),
                (Moment::After, Some(written)) => written.1 = sum,
                (Moment::After, None) => {}
            }
        }
        Ok(())
    }

    /// Returns the versions of tables as this run leaves them; `is_untouched` says that it wrote nothing.
    fn versions_now(
        &self,
        workspace: &mut Workspace<'_>,
        tables: &[usize],
        catalog: &Catalog,
        is_untouched: bool,
    ) -> Result<Vec<Versions>, RunError> {
        let is_weighed = |table: usize| {
            // Nothing was written to any table.
            if let Some(found) = self.found[table].clone().filter(|_| is_untouched) {
                return Some(found);
            }
            let (before, after) = self.written[table].filter(|_| catalog.tables.iter().all(|table| table.triggers.is_empty()))?;
            let standing = self.standing[table].as_ref()?;
            let (count, sum) = standing.version.split_once(' ')?;
            let sum = sum.parse::<i128>().ok()?.checked_sub(before)?.checked_add(after)?;
            Some((Some(format!("{count} {sum}")), Some(standing.outside.clone())))
        };
        let weighed: Vec<Option<Versions>> = tables.iter().map(|table| is_weighed(*table)).collect();
        let others: Vec<usize> = tables.iter().zip(&weighed).filter(|(_, weighed)| weighed.is_none()).map(|(table, _)| *table).collect();
        let mut others = versions(workspace, &others)?.into_iter();
        Ok(weighed.into_iter().map(|weighed| weighed.or_else(|| others.next()).unwrap_or((None, None))).collect())
    }

    /// Says whether the same input would come to nothing but unchanged records.
    fn is_settled(&self, workspace: &Workspace<'_>, table: usize, report: &TableReport, catalog: &Catalog) -> bool {
        let counts = report.counts;
        // What triggers make of rows is known only when a run has found it as it was.
        let is_at_rest = counts.insert + counts.update == 0 || catalog.tables.iter().all(|table| table.triggers.is_empty());
        let names_known = workspace.parents(table).1.iter().all(|(_, by_id)| !by_id);
        self.files[table].is_some()
            && workspace.remembers(table)
            && counts.reject == 0
            && counts.kept == 0
            && report.edits.is_empty()
            // What names nothing may name something later, and is counted in every run.
            && report.unresolved.is_empty()
            && report.missing.is_none()
            && is_at_rest
            && names_known
    }
}

/// Returns the versions of tables, each with those of the tables outside the run that it names.
fn versions(workspace: &mut Workspace<'_>, asked: &[usize]) -> Result<Vec<Versions>, RunError> {
    let targets: Vec<_> = asked.iter().map(|table| std::sync::Arc::clone(&workspace.layout(*table).table)).collect();
    let outside: Vec<Vec<crate::catalog::Table>> =
        asked.iter().map(|table| workspace.parents(*table).1.into_iter().map(|(table, _)| table.clone()).collect()).collect();
    let all: Vec<&crate::catalog::Table> = targets.iter().map(std::convert::AsRef::as_ref).chain(outside.iter().flatten()).collect();
    let mut versions = workspace.versions(&all)?;
    let mut of_outside = versions.split_off(asked.len()).into_iter();
    let pair = |(version, outside): (Option<String>, &Vec<crate::catalog::Table>)| {
        let known = outside.iter().map(|table| Some((table.display_name(), of_outside.next().flatten()?))).collect::<Vec<_>>();
        (version, known.into_iter().collect::<Option<BTreeMap<_, _>>>())
    };
    Ok(versions.into_iter().zip(&outside).map(pair).collect())
}

/// Returns the versions of all tables outside the run that references name.
fn outside_now(workspace: &mut Workspace<'_>) -> Result<BTreeMap<String, Option<String>>, RunError> {
    let named = (0..workspace.tables()).flat_map(|table| workspace.parents(table).1);
    let tables: BTreeMap<String, crate::catalog::Table> = named.map(|(table, _)| (table.display_name(), table.clone())).collect();
    if tables.is_empty() {
        return Ok(BTreeMap::new());
    }
    let versions = workspace.versions(&tables.values().collect::<Vec<_>>())?;
    Ok(tables.into_keys().zip(versions).collect())
}

/// When rows are weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// Before they are written.
    Before,
    /// Afterwards.
    After,
}

/// Returns the records of the last import of a table, where those that did not change can be passed over.
fn known(workspace: &mut Workspace<'_>, table: usize, standing: &Standing) -> Result<Option<Known>, RunError> {
    let layout = workspace.layout(table);
    // Which of several records on one row it is that has it depends on all of them.
    if standing.duplicates > 0
        || layout.on_missing != OnMissing::Keep
        || layout.scope == IdScope::Run
        || workspace.has_late_references(table)
    {
        return Ok(None);
    }
    let name = layout.table.display_name();
    let mut pieces = Pieces::of(&standing.added);
    settled::read_marks(workspace.session(), &name, &mut |piece| pieces.push(piece))?;
    Ok(pieces.known(standing.rows, &standing.added))
}

/// Version of a table, and of those outside the run that it names.
type Versions = (Option<String>, Option<BTreeMap<String, String>>);

/// Fingerprint of all that decides what becomes of a record, other records and rows apart.
fn fingerprint(settings: &Settings, workspace: &Workspace<'_>, table: usize) -> String {
    let layout = workspace.layout(table);
    let (inside, outside) = workspace.parents(table);
    let inside: Vec<&str> = inside.into_iter().map(|parent| workspace.layout(parent).mapping.as_str()).collect();
    let outside: Vec<String> = outside.into_iter().map(|(table, _)| table.display_name()).collect();
    bound::of_bytes(format!("{} {:?} {inside:?} {outside:?} {layout:?}", env!("CARGO_PKG_VERSION"), settings.limits).as_bytes())
}

/// Fingerprints of files, unless one of them is not what it was when the run began.
fn hashes(files: Option<&[Stat]>) -> Option<Vec<String>> {
    let hash = |stat: &Stat| {
        let hash = bound::of_file(&stat.path).ok()?;
        let meta = std::fs::metadata(&stat.path).ok()?;
        (meta.len() == stat.bytes && meta.modified().ok() == stat.changed).then_some(hash)
    };
    files?.par_iter().map(hash).collect()
}

/// Tells progress that sources are done with.
pub(super) fn pass_over(standing: &Standing, progress: &dyn Progress) {
    for source in &standing.sources {
        progress.step(&source.path);
        progress.read(source.bytes, source.records);
    }
}
