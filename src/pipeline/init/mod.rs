//! First mapping files for a project: drafted from samples of the sources and the live catalog.
//!
//! Takes sources and a target, gives files for `mappings/`. What is certain is a rule; what is likely is a comment with a suggestion.
//!
//! **Invariant**: no file that exists is changed, but `enums.toml`, which gets further tables at its end, and with `force` the mappings.

mod draft;
mod enums;
mod names;
mod sample;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::RunError;
use crate::backend::migrations::{self, Migrations};
use crate::backend::{Access, TargetUrl, connect};
use crate::catalog::{Catalog, Table};
use crate::mapping::{self, Project, SourceSpec, did_you_mean};
use crate::source::{self, Limits, Source};
use draft::Drafter;
use sample::Sample;

/// Files that are taken for sources where none is given.
const GLOBS: &[&str] =
    &["**/*.json", "**/*.ndjson", "**/*.jsonl", "**/*.json.gz", "**/*.ndjson.gz", "**/*.jsonl.gz", "**/*.json.zst", "**/*.ndjson.zst"];

/// What a draft is asked for.
#[derive(Clone, Debug)]
pub struct InitSettings {
    /// Folder with `data/` and `mappings/`.
    pub root: PathBuf,
    /// The database.
    pub target: TargetUrl,
    /// Sources; all JSON files below `data/` where empty.
    pub sources: Vec<PathBuf>,
    /// Table of all sources, whatever they are called; with none, or several to choose from, sources are matched by name.
    pub tables: Vec<String>,
    /// Replace mapping files that exist.
    pub force: bool,
    /// Write nothing.
    pub dry_run: bool,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileState {
    /// It is new.
    New,
    /// It was there and is replaced.
    Replaced,
    /// It was there and got more at its end.
    Extended,
    /// It was there and stays as it is.
    Kept,
}

/// One drafted file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftedFile {
    /// Path relative to the project.
    pub path: String,
    /// Its text; of an extended one, what is added.
    pub text: String,
    /// What became of it.
    pub state: FileState,
}

/// A draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Files in order of their names.
    pub files: Vec<DraftedFile>,
    /// What a person has to look at.
    pub notes: Vec<String>,
}

/// The sources of one table, and what they have.
struct Found<'a> {
    table: &'a Table,
    sources: Vec<Source>,
    sample: Sample,
}

/// Drafts mappings, and writes them unless it is told not to.
///
/// # Errors
/// A database or source that cannot be read, mapping files with mistakes, pending migrations, an unknown table, or sources outside `data/`.
pub fn init(settings: &InitSettings) -> Result<Draft, RunError> {
    let project = mapping::load(&settings.root)?;
    let catalog = catalog(settings)?;
    let mut draft = Draft::default();
    let found = find(settings, &catalog, &mut draft.notes)?;
    let mut enums = enums::Tables::new(&project);
    for one in &found {
        let path = format!("mappings/{}.toml", one.table.display_name());
        let exists = settings.root.join(&path).exists();
        let other = project.mappings.iter().find(|mapping| mapping.table == one.table.display_name() && mapping.place.file != path);
        if let Some(other) = other {
            draft.notes.push(format!("`{}` is filled by {} already", one.table.display_name(), other.place.file));
            continue;
        }
        let state = match (exists, settings.force) {
            (false, _) => FileState::New,
            (true, true) => FileState::Replaced,
            (true, false) => FileState::Kept,
        };
        if state == FileState::Kept {
            draft.notes.push(format!("{path} exists and stays as it is; `--force` replaces it"));
            continue;
        }
        let drafter = Drafter { project: &project, found: &found, force: settings.force };
        let Some(text) = drafter.mapping(one, &mut enums, &mut draft.notes) else { continue };
        draft.files.push(DraftedFile { path, text, state });
    }
    if let Some(text) = enums.text() {
        let state = if settings.root.join("mappings/enums.toml").exists() { FileState::Extended } else { FileState::New };
        draft.files.insert(0, DraftedFile { path: "mappings/enums.toml".to_owned(), text, state });
    }
    if !settings.dry_run {
        write(&settings.root, &draft.files).map_err(RunError::Output)?;
    }
    Ok(draft)
}

fn catalog(settings: &InitSettings) -> Result<Catalog, RunError> {
    if settings.target.is_missing_file() {
        return Err(RunError::NoDatabase { target: settings.target.to_string() });
    }
    if let Some(found) = Migrations::find(&settings.root, settings.target.kind())? {
        let pending = migrations::pending(&settings.target, &found)?;
        if !pending.is_empty() {
            return Err(RunError::Pending(pending));
        }
    }
    Ok(connect(&settings.target, Access::ReadOnly)?.inspect()?)
}

/// Samples every source that has a table, one table after the other in order of their names.
fn find<'a>(settings: &InitSettings, catalog: &'a Catalog, notes: &mut Vec<String>) -> Result<Vec<Found<'a>>, RunError> {
    let mut chosen = Vec::new();
    for name in &settings.tables {
        let known = || catalog.tables.iter().map(Table::display_name).collect::<Vec<_>>();
        let Some(table) = catalog.table(name) else {
            let near = did_you_mean(name, known().iter().map(String::as_str)).map(|near| format!("; {near}")).unwrap_or_default();
            return Err(RunError::UnknownTable { name: name.clone(), near });
        };
        chosen.push(table);
    }
    let candidates: Vec<&Table> = if chosen.is_empty() { catalog.tables.iter().collect() } else { chosen.clone() };
    let mut by_table: BTreeMap<String, (&Table, Vec<Source>)> = BTreeMap::new();
    for source in sources(settings)? {
        let table = match chosen.as_slice() {
            [only] if !settings.sources.is_empty() => Some(*only),
            _ => names::table_of(&source.path, &candidates),
        };
        match table {
            Some(table) => by_table.entry(table.display_name()).or_insert((table, Vec::new())).1.push(source),
            None if chosen.is_empty() => notes.push(unmatched(&source.path, &candidates)),
            None => {}
        }
    }
    let mut found = Vec::new();
    for (table, sources) in by_table.into_values() {
        let mut sample = Sample::default();
        for source in &sources {
            let source = &Source { index: 0, ..source.clone() };
            sample.add(source, &names::fold(&table.name))?;
        }
        found.push(Found { table, sources, sample });
    }
    let filled: BTreeSet<&str> = found.iter().map(|one| one.table.name.as_str()).collect();
    let empty: Vec<String> =
        candidates.iter().filter(|table| !filled.contains(table.name.as_str())).map(|t| format!("`{}`", t.display_name())).collect();
    if !empty.is_empty() {
        notes.push(format!("no source is called like {}", empty.join(", ")));
    }
    Ok(found)
}

fn unmatched(path: &str, tables: &[&Table]) -> String {
    let stem = names::stem(path);
    let near = did_you_mean(&stem, tables.iter().map(|table| table.name.as_str())).unwrap_or_default();
    let near = if near.is_empty() { near } else { format!(", {near}") };
    format!("{path} is called like no table{near} (`resettle init {path} --table NAME` says which)")
}

fn sources(settings: &InitSettings) -> Result<Vec<Source>, RunError> {
    if settings.sources.is_empty() {
        let mut found = Vec::new();
        for glob in GLOBS {
            let spec = SourceSpec { globs: vec![(*glob).to_owned()], ..SourceSpec::default() };
            match source::list(&settings.root, &spec, &[]) {
                Ok(sources) => found.extend(sources),
                Err(source::SourceError::NoMatch { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        found.sort_by(|a, b| a.path.cmp(&b.path));
        return Ok(found);
    }
    let found = source::list(&settings.root, &SourceSpec::default(), &settings.sources)?;
    match found.iter().find(|source| !source.path.starts_with("data/")) {
        Some(source) => Err(RunError::OutsideData { path: source.path.to_string() }),
        None => Ok(found),
    }
}

fn write(root: &Path, files: &[DraftedFile]) -> std::io::Result<()> {
    std::fs::create_dir_all(root.join("mappings"))?;
    for file in files {
        let path = root.join(&file.path);
        let text = match file.state {
            FileState::Extended => format!("{}\n\n{}", std::fs::read_to_string(&path)?.trim_end(), file.text),
            _ => file.text.clone(),
        };
        std::fs::write(path, text)?;
    }
    Ok(())
}

/// Limits of sampling: those of an import.
fn limits() -> Limits {
    Limits::default()
}

/// A comment may not hold control characters.
fn comment(text: &str) -> String {
    format!("# {}\n", mapping::printable_line(text))
}

/// A TOML string.
fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}

/// A TOML array of strings.
fn list(texts: &[String]) -> String {
    format!("[{}]", texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", "))
}

/// A name as a TOML key.
fn key(name: &str) -> String {
    toml_edit::Key::new(name).to_string()
}

/// Says which enum tables the project has.
fn has_table(project: &Project, name: &str) -> bool {
    project.enums.contains_key(name)
}
