//! Whether a run goes back behind what was imported already, as after a deployment was rolled back.
//!
//! Takes the runs that the ledger remembers and what the present one has, gives a message for each older state that it would bring back, or refuses it.
//!
//! **Invariant**: like is compared with like: a mapping with the same mapping of the same project, the files that it names with files that it named, given files
//! with the same given files. A run that was taken back replaced nothing.

use std::collections::BTreeMap;
use std::path::Path;

use xxhash_rust::xxh3::Xxh3;

use super::{RunError, Settings, chunk, history, undo};
use crate::backend::{Access, Session, connect};
use crate::diagnostic::Code;
use crate::ledger;
use crate::mapping::{Mapping, Project, printable};
use crate::report::history::{RunDetails, RunSummary, TableRun, time};
use crate::report::{Command, Message, SourceReport};
use crate::source::{self, Input, Source};

/// Runs of the past that are looked at.
const RUNS_COMPARED: u64 = 200;

/// Most mappings named in a message.
const NAMED: usize = 8;

/// What is to be known of the present run, and remembered of it.
#[derive(Clone, Debug)]
pub(super) struct State {
    /// Stands for the texts of all mapping files.
    whole: String,
    mappings: BTreeMap<String, MappingState>,
    /// Sources were given on the command line.
    given: bool,
    /// Some records of an earlier run are imported again.
    is_retry: bool,
}

/// One mapping of the present run.
#[derive(Clone, Debug)]
struct MappingState {
    /// Stands for project, mapping, table and namespace.
    lineage: String,
    /// Stands for the text of its file and of those that all mappings share.
    text: String,
}

impl State {
    /// Reads the mapping files of a project.
    pub(super) fn of(settings: &Settings, project: &Project, is_retry: bool) -> Self {
        let files = texts(&settings.root);
        let shared = |name: &String| !project.mappings.iter().any(|mapping| format!("{}.toml", mapping.name) == *name);
        let state = |mapping: &Mapping| {
            let own = format!("{}.toml", mapping.name);
            let lineage = hash([format!("{:?}", (&project.name, &mapping.name, &mapping.table, &mapping.namespace)).as_bytes()]);
            let texts = files.iter().filter(|(name, _)| **name == own || shared(name));
            MappingState { lineage, text: hash(texts.flat_map(|(name, text)| [name.as_bytes(), text])) }
        };
        Self {
            whole: fingerprint(&files),
            mappings: project.mappings.iter().map(|mapping| (mapping.name.clone(), state(mapping))).collect(),
            given: !settings.sources.is_empty(),
            is_retry,
        }
    }

    /// Returns what the ledger keeps of a run.
    pub(super) fn details(&self, report: &crate::report::Report) -> RunDetails {
        let mut details = RunDetails::of(report, &self.whole);
        for table in &mut details.tables {
            let Some(state) = self.mappings.get(&table.mapping) else { continue };
            table.lineage = Some(state.lineage.clone());
            table.mapping_fingerprint = Some(state.text.clone());
            table.given = self.given;
        }
        details
    }
}

/// Texts of all mapping files by name.
fn texts(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let paths = std::fs::read_dir(root.join("mappings")).into_iter().flatten().flatten().map(|entry| entry.path());
    let paths = paths.filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.filter_map(|path| Some((path.file_name()?.to_string_lossy().into_owned(), std::fs::read(&path).unwrap_or_default()))).collect()
}

/// Hashes names and texts of all mapping files.
fn fingerprint(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut hash = Xxh3::new();
    for (name, text) in files {
        hash.update(format!("{name}\0{}\0", text.len()).as_bytes());
        hash.update(text);
    }
    format!("{:016x}", hash.digest())
}

fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hash = Xxh3::new();
    for part in parts {
        hash.update(&part.len().to_le_bytes());
        hash.update(part);
    }
    format!("{:016x}", hash.digest())
}

/// Runs of the past, newest first, with whether each was taken back.
pub(super) struct Past(Vec<(RunSummary, bool)>);

impl Past {
    /// Reads what the ledger has; nothing where there is none.
    pub(super) fn read(session: &mut dyn Session, version: Option<i64>) -> Result<Self, RunError> {
        let Some(version) = version else { return Ok(Self(Vec::new())) };
        let runs: Vec<RunSummary> = ledger::runs_of(session, version, RUNS_COMPARED)?.into_iter().map(history::summary).collect();
        let undone = undo::all_undone(&runs);
        // What takes back has no sources of its own.
        let is_import = |(run, _): &(RunSummary, bool)| run.details.as_ref().is_none_or(|details| details.undoes.is_none());
        Ok(Self(runs.into_iter().zip(undone).filter(is_import).collect()))
    }

    /// Finds mappings that are as they were before others of their name were imported.
    ///
    /// # Errors
    /// [`RunError::Older`] for an import that was not told to go back.
    pub(super) fn mappings(&self, settings: &Settings, state: &State, names: &[String]) -> Result<Vec<Message>, RunError> {
        let mut found = Found::default();
        for name in names {
            let Some(present) = state.mappings.get(name) else { continue };
            let of = |table: &TableRun| table.mapping_fingerprint.clone().filter(|_| is_of(table, present, name));
            found.add(name, went_back(&present.text, &self.entries(of)).as_ref());
        }
        found.judge(settings, |names| format!("the mapping files of {names} (with those that all mappings share) are"))
    }

    /// Finds sources that are as they were before others were imported in their place; `sources` are those that were read of each mapping.
    ///
    /// # Errors
    /// [`RunError::Older`] for an import that was not told to go back.
    pub(super) fn sources<'s>(
        &self,
        settings: &Settings,
        state: &State,
        sources: impl IntoIterator<Item = (&'s str, &'s [SourceReport])>,
    ) -> Result<Vec<Message>, RunError> {
        let mut found = Found::default();
        // Corrected records of an earlier run come in any order.
        for (name, read) in sources.into_iter().filter(|_| !state.is_retry) {
            let Some(present) = state.mappings.get(name) else { continue };
            let is_same = |table: &TableRun| {
                let paths = || table.sources.iter().map(|source| &source.path).eq(read.iter().map(|source| &source.path));
                is_of(table, present, name) && table.given == state.given && (!state.given || paths())
            };
            let joined = |fingerprints: &mut dyn Iterator<Item = &String>| fingerprints.cloned().collect::<Vec<_>>().join(" ");
            let of = |table: &TableRun| is_same(table).then(|| joined(&mut table.sources.iter().map(|source| &source.fingerprint)));
            found.add(name, went_back(&joined(&mut read.iter().map(|source| &source.fingerprint)), &self.entries(of)).as_ref());
        }
        found.judge(settings, |names| format!("the sources of {names} are"))
    }

    /// Each table of each run that something can be said of.
    fn entries(&self, text: impl Fn(&TableRun) -> Option<String>) -> Vec<Entry<'_>> {
        let of_run = |(run, undone): &'_ (RunSummary, bool)| {
            let (table, text) = run.details.as_ref()?.tables.iter().find_map(|table| Some((table, text(table)?)))?;
            let changed = table.counts.insert + table.counts.update + table.deleted + table.set > 0;
            Some((text, *undone, changed))
        };
        let entry = |past| {
            let (text, undone, changed) = of_run(past)?;
            Some(Entry { run: &past.0, text, undone, changed })
        };
        self.0.iter().filter_map(entry).collect()
    }
}

/// Says whether a table of an earlier run was filled by the same mapping. What an earlier version wrote is known by its name alone.
fn is_of(table: &TableRun, present: &MappingState, name: &str) -> bool {
    table.lineage.as_ref().map_or(table.mapping == name, |lineage| *lineage == present.lineage)
}

/// One run of the past, with what is compared.
struct Entry<'p> {
    run: &'p RunSummary,
    text: String,
    undone: bool,
    /// It changed rows of the table.
    changed: bool,
}

/// Runs between which something was replaced.
struct Back<'p> {
    same: &'p RunSummary,
    replaced_by: &'p RunSummary,
    last: &'p RunSummary,
    later: usize,
}

/// Finds the run that had what the present one has, where later ones had something else; `past` is newest first.
fn went_back<'p>(present: &str, past: &[Entry<'p>]) -> Option<Back<'p>> {
    let stands = still_there(past);
    let newest = past.iter().zip(&stands).find(|(_, stands)| **stands)?.0;
    // What the last run had was meant, also where no row was changed for it.
    if newest.text == present || past.first()?.text == present {
        return None;
    }
    let is_there = |number: usize| past[number].text == present;
    let same =
        (0..past.len()).find(|number| is_there(*number) && stands[*number]).or_else(|| (0..past.len()).find(|number| is_there(*number)))?;
    // What was taken back brought nothing that an earlier state would have replaced by coming again; only what is new since did.
    let replaces = |entry: &Entry<'_>| stands[same] || !past[same..].iter().any(|earlier| earlier.text == entry.text);
    let later: Vec<&Entry<'p>> =
        (0..same).filter(|number| stands[*number]).map(|number| &past[number]).filter(|entry| replaces(entry)).collect();
    let (replaced_by, last) = (later.last()?.run, later.first()?.run);
    Some(Back { same: past[same].run, replaced_by, last, later: later.len() })
}

/// Says of each run whether what it brought stood there after it. It did not where no row of the table was changed for it, by that run or by the ones before and after it
/// that found the same, or where the run that changed rows was taken back: what was there before is still there.
fn still_there(past: &[Entry<'_>]) -> Vec<bool> {
    let mut stands = Vec::with_capacity(past.len());
    for same in past.chunk_by(|one, next| one.text == next.text) {
        let brought = same.iter().any(|entry| entry.changed && !entry.undone);
        stands.extend(same.iter().map(|_| brought));
    }
    stands
}

/// What went back, said once for all mappings of which the same is to be said.
#[derive(Default)]
struct Found(Vec<(String, Vec<String>)>);

impl Found {
    fn add(&mut self, name: &str, back: Option<&Back<'_>>) {
        let Some(&Back { same, replaced_by, last, later }) = back else { return };
        let run = |run: &RunSummary| format!("run {} of {} UTC", printable(&run.run), time(&run.started_at));
        let more = match later {
            1 => String::new(),
            2 => format!(" (and {} after it)", run(last)),
            _ => format!(" (and {} more after it, the last one {})", later - 1, run(last)),
        };
        let said = format!("those of {} again, in whose place {} had others{more}", run(same), run(replaced_by));
        match self.0.iter_mut().find(|(other, _)| *other == said) {
            Some((_, names)) => names.push(name.to_owned()),
            None => self.0.push((said, vec![name.to_owned()])),
        }
    }

    /// Refuses what was found where that is to be refused.
    fn judge(self, settings: &Settings, subject: impl Fn(&str) -> String) -> Result<Vec<Message>, RunError> {
        let is_import = settings.command == Command::Import;
        let said: Vec<String> = self.0.iter().map(|(said, names)| format!("{} {said}", subject(&listed(names)))).collect();
        if is_import && !settings.allow_older && !said.is_empty() {
            return Err(RunError::Older(said));
        }
        let hint = if is_import {
            "it goes on because of `--allow-older`; to go forward again to what was replaced now takes `--allow-older` once more"
        } else {
            "`import` refuses this: deploy the newer state, or pass `--allow-older` to it if the older one is really meant"
        };
        let message = |message| Message {
            code: Code::SourceOlder.as_str().to_owned(),
            severity: "warning".to_owned(),
            table: None,
            column: None,
            message,
            hint: Some(hint.to_owned()),
        };
        Ok(said.into_iter().map(message).collect())
    }
}

fn listed(names: &[String]) -> String {
    let shown: Vec<String> = names.iter().take(NAMED).map(|name| format!("`{}`", printable(name))).collect();
    let more = if names.len() > NAMED { format!(" and {} more", names.len() - NAMED) } else { String::new() };
    format!("mapping{} {}{more}", if names.len() == 1 { "" } else { "s" }, shown.join(", "))
}

/// Refuses an import that goes back before pending migrations are applied, which nothing takes back. The sources are read once more for it.
pub(super) fn before_migrations(settings: &Settings, project: &Project, is_retry: bool) -> Result<(), RunError> {
    if settings.allow_older || settings.without_ledger || settings.target.is_missing_file() {
        return Ok(());
    }
    let mut session = connect(&settings.target, Access::ReadOnly)?;
    let version = ledger::version(session.as_mut())?;
    let past = Past::read(session.as_mut(), version)?;
    let state = State::of(settings, project, is_retry);
    let is_chosen =
        |mapping: &&Mapping| settings.only.is_empty() || settings.only.iter().any(|n| *n == mapping.name || *n == mapping.table);
    let chosen: Vec<&Mapping> = project.mappings.iter().filter(is_chosen).collect();
    past.mappings(settings, &state, &chosen.iter().map(|mapping| mapping.name.clone()).collect::<Vec<_>>())?;
    if past.0.is_empty() || is_retry {
        return Ok(());
    }
    for mapping in chosen {
        // What is wrong with sources is said where they are read for good; what can be read once only is compared there.
        let Ok(sources) = source::list(&settings.root, &mapping.source, &settings.sources) else { continue };
        if !sources.iter().all(|source| matches!(source.input, Input::File(_))) {
            continue;
        }
        let Some(read) = fingerprints(settings, mapping, &sources) else { continue };
        past.sources(settings, &state, [(mapping.name.as_str(), read.as_slice())])?;
    }
    Ok(())
}

/// Reads sources for their fingerprints alone; `None` where one cannot be read.
fn fingerprints(settings: &Settings, mapping: &Mapping, sources: &[Source]) -> Option<Vec<SourceReport>> {
    let of_source = |source: &Source| {
        let mut frames = source::frames(source, &mapping.source, 0, &settings.limits, |_| {});
        let sum = frames.try_fold(0_u64, |sum, chunk| Some(sum.wrapping_add(chunk::fingerprint(&chunk.ok()?))))?;
        Some(SourceReport { path: source.path.to_string(), records: 0, bytes: 0, fingerprint: format!("{sum:016x}") })
    };
    sources.iter().map(of_source).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(id: char) -> RunSummary {
        RunSummary {
            format: 1,
            run: id.to_string(),
            started_at: String::new(),
            finished_at: String::new(),
            version: String::new(),
            totals: crate::report::Totals::default(),
            details: None,
        }
    }

    /// `history` has one word a run, oldest first: what it brought, `!` where it changed rows, `-` where it was taken back.
    fn check(history: &str, present: &str, expect: Option<&str>) {
        let words: Vec<&str> = history.split_whitespace().collect();
        let runs: Vec<RunSummary> = ('1'..).zip(&words).map(|(id, _)| run(id)).collect();
        let entry = |(run, word): (_, &&str)| Entry {
            run,
            text: word.trim_end_matches(['!', '-']).to_owned(),
            undone: word.contains('-'),
            changed: word.contains('!'),
        };
        let past: Vec<Entry<'_>> = runs.iter().zip(&words).map(entry).rev().collect();
        let found =
            went_back(present, &past).map(|back| format!("{}: {}..{}, {}", back.same.run, back.replaced_by.run, back.last.run, back.later));
        assert_eq!(found.as_deref(), expect, "{present} after {history}");
    }

    #[test]
    fn notices_a_way_back() {
        check("", "a", None);
        check("a! a", "a", None);
        check("a! b! b", "b", None);
        check("a! b!", "new", None);
        check("a! b!", "a", Some("1: 2..2, 1"));
        check("a! b! c! c", "a", Some("1: 2..4, 3"));
        check("a! b! c!", "b", Some("2: 3..3, 1"));
        check("a! b! a!", "a", None);
        check("a! b! a!", "b", Some("2: 3..3, 1"));
        check("a b!", "a", Some("1: 2..2, 1"));
    }

    #[test]
    fn what_changed_no_row_replaced_nothing() {
        check("a! b", "a", None);
        check("a! b c", "b", None);
        check("a! b! c", "a", Some("1: 2..2, 1"));
        check("a! b! c", "b", None);
        check("a! b! a", "b", None);
        check("a! b! a", "a", None);
        check("a! b a b", "a", None);
        check("a b", "a", None);
    }

    #[test]
    fn what_was_taken_back_replaced_nothing() {
        check("a! b!-", "a", None);
        check("a! b!-", "b", None);
        check("a! b!- b b", "a", None);
        check("a! b! b!-", "a", Some("1: 2..3, 2"));
        check("a! b! b", "a", Some("1: 2..3, 2"));
        check("a!- b!", "a", Some("1: 2..2, 1"));
        check("a! b!- a", "b", None);
        check("a! b!- a c!", "b", Some("2: 4..4, 1"));
        check("b! a! b!- a", "b", Some("1: 2..2, 1"));
        check("a! b! c!-", "a", Some("1: 2..2, 1"));
        check("a! b! c!-", "b", None);
    }
}
