//! Rejected records, corrected and imported again: a file of rejects given as source.
//!
//! Takes the file that an earlier run wrote, gives one source for each mapping that it names. The records of each stand in a temporary file on the very
//! lines on which they stand in the file of rejects, so that messages name places that the user can open.
//!
//! **Invariant**: every line of the file becomes a record of its mapping, but for a repetition of the same record.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::value::RawValue;
use tempfile::TempDir;
use xxhash_rust::xxh3::xxh3_128;

use super::{RunError, Settings};
use crate::diagnostic::Code;
use crate::layout::Layout;
use crate::mapping::{Project, SourceFormat};
use crate::report::fingerprint;
use crate::source::{self, Source};

/// Files of rejects given as sources.
pub(super) struct Retry {
    folder: TempDir,
    files: Vec<PathBuf>,
    mappings: BTreeSet<String>,
    /// Messages of the records that are to be rejected once more, by mapping, number of the file and line.
    again: BTreeMap<String, Again>,
}

/// Records that are rejected as they were before: message by number of the source and line.
pub(super) type Again = BTreeMap<(u32, u64), String>;

/// One line of a file of rejects, as far as it matters here.
#[derive(Deserialize)]
struct Line<'a> {
    mapping: String,
    code: String,
    message: Option<String>,
    fingerprint: Option<String>,
    source: Option<String>,
    #[serde(borrow)]
    byte: Option<&'a RawValue>,
    member: Option<String>,
    #[serde(borrow)]
    record: Option<&'a RawValue>,
    raw: Option<String>,
}

impl Retry {
    /// Looks whether the given sources are files of rejects; `None` where they are not.
    pub(super) fn find(settings: &Settings) -> Result<Option<Self>, RunError> {
        let is_rejects: Vec<bool> = settings.sources.iter().map(|path| begins_with_reject(path)).collect();
        match (is_rejects.contains(&true), is_rejects.contains(&false)) {
            (false, _) => return Ok(None),
            (true, true) => return Err(RunError::RejectsAndOthers),
            (true, false) => {}
        }
        let folder = tempfile::tempdir().map_err(RunError::Output)?;
        let mut mappings = BTreeSet::new();
        for path in &settings.sources {
            each_line(path, &mut |_, line| {
                if let Some(line) = line.filter(|line| !mappings.contains(&line.mapping)) {
                    mappings.insert(line.mapping);
                }
                Ok(())
            })?;
        }
        if !settings.only.is_empty() {
            mappings.retain(|name| settings.only.contains(name));
        }
        Ok(Some(Self { folder, files: settings.sources.clone(), mappings, again: BTreeMap::new() }))
    }

    /// Splits the files, and returns the settings with which the split ones are imported.
    pub(super) fn split(&mut self, settings: &Settings, project: &Project) -> Result<Settings, RunError> {
        let mut again = BTreeMap::new();
        for (number, path) in self.files.iter().enumerate() {
            self.split_file(number, path, project, &mut again)?;
        }
        self.again = again;
        let only: Vec<String> = self.mappings.iter().cloned().collect();
        // Without a mapping file the names of the fields have to be read from the records.
        let by_name = only.iter().filter(|name| !project.mappings.iter().any(|mapping| mapping.name == **name));
        let sources = by_name.flat_map(|name| self.split_files(name)).collect();
        Ok(Settings { sources, only, ..settings.clone() })
    }

    fn split_files(&self, mapping: &str) -> Vec<PathBuf> {
        (0..self.files.len()).map(|number| self.split_path(number, mapping)).collect()
    }

    /// Names of mappings are names of files, but those without a file may be anything.
    fn split_path(&self, number: usize, mapping: &str) -> PathBuf {
        self.folder.path().join(format!("{number}-{:032x}.ndjson", xxh3_128(mapping.as_bytes())))
    }

    fn split_file(&self, number: usize, path: &Path, project: &Project, again: &mut BTreeMap<String, Again>) -> Result<(), RunError> {
        let create = |name: &String| Ok((name.clone(), BufWriter::new(File::create(self.split_path(number, name))?)));
        let mut outs: BTreeMap<String, BufWriter<File>> =
            self.mappings.iter().map(create).collect::<io::Result<_>>().map_err(RunError::Output)?;
        let mut seen = HashSet::new();
        each_line(path, &mut |place, line| {
            let record = match &line {
                Some(line) if self.mappings.contains(&line.mapping) => record_of(line, project).map_err(|message| place.wrong(message))?,
                _ => String::new(),
            };
            // An object of which several elements were rejected stands on several lines.
            let is_new = line.as_ref().is_none_or(|line| seen.insert(same(line, &record)));
            if let Some(line) = line.as_ref().filter(|line| is_new && is_beaten(line)) {
                let key = (u32::try_from(number).unwrap_or(u32::MAX), place.line);
                again.entry(line.mapping.clone()).or_default().insert(key, line.message.clone().unwrap_or_default());
            }
            for (name, out) in &mut outs {
                let is_its = is_new && line.as_ref().is_some_and(|line| line.mapping == *name);
                out.write_all(if is_its { record.as_bytes() } else { b"" })
                    .and_then(|()| out.write_all(b"\n"))
                    .map_err(RunError::Output)?;
            }
            Ok(())
        })?;
        outs.into_values().try_for_each(|mut out| out.flush()).map_err(RunError::Output)
    }

    /// Records of a mapping that are rejected as before.
    pub(super) fn again(&self, mapping: &str) -> Again {
        self.again.get(mapping).cloned().unwrap_or_default()
    }

    /// Makes a layout read records as they stand in a split file.
    pub(super) fn adapt(layout: &mut Layout) {
        layout.source.format = SourceFormat::Ndjson;
        layout.source.pointer = String::new();
    }

    /// Lists the sources of a mapping under the names of the files of rejects.
    pub(super) fn sources(&self, root: &Path, layout: &Layout) -> Result<Vec<Source>, RunError> {
        let mut listed = source::list(root, &layout.source, &self.split_files(&layout.mapping))?;
        for (source, path) in listed.iter_mut().zip(&self.files) {
            source.path = path.to_string_lossy().into();
        }
        Ok(listed)
    }
}

/// Says whether a record that lost against another of its run comes again without a correction. That other one is not here now, so it would seem to win.
fn is_beaten(line: &Line<'_>) -> bool {
    let text = line.record.map(RawValue::get).or(line.raw.as_deref()).unwrap_or_default();
    line.code == Code::KeyDuplicateInInput.as_str() && line.fingerprint.as_deref().is_some_and(|print| print == fingerprint(text))
}

/// What makes two lines the same record.
fn same(line: &Line<'_>, record: &str) -> u128 {
    let byte = line.byte.map_or("", RawValue::get);
    xxh3_128(format!("{}\0{}\0{byte}\0{record}", line.mapping, line.source.as_deref().unwrap_or_default()).as_bytes())
}

/// Text of the record on one line; the name of a member stands in it as the field by which the mapping knows it.
fn record_of(line: &Line<'_>, project: &Project) -> Result<String, String> {
    let Some(record) = line.record else {
        let raw = line.raw.as_deref().unwrap_or_default().replace(['\n', '\r'], " ");
        // What is no record is rejected again; an empty line would be passed over.
        return Ok(if raw.trim().is_empty() { "null".to_owned() } else { raw });
    };
    let text = record.get().to_owned();
    let Some(member) = &line.member else { return Ok(text) };
    let Some(mapping) = project.mappings.iter().find(|mapping| mapping.name == line.mapping) else {
        return Err("the record was a member of an object, and no mapping file says by which field its name is known".to_owned());
    };
    let Ok(fields) = serde_json::from_str::<BTreeMap<String, &RawValue>>(&text) else { return Ok(text) };
    let field = &mapping.source.key_field;
    match fields.get(field).map(|own| own.get()) {
        Some("null") | None => {}
        Some(_) => return Ok(text),
    }
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let named = format!("{}: {}", quoted(field), quoted(member));
    if fields.contains_key(field) {
        let others = fields.iter().filter(|(name, _)| *name != field).map(|(name, value)| format!(", {}: {}", quoted(name), value.get()));
        return Ok(format!("{{{named}{}}}", others.collect::<String>()));
    }
    let rest = text.trim_start().trim_start_matches('{');
    Ok(format!("{{{named}{}{rest}", if fields.is_empty() { "" } else { ", " }))
}

/// Place in a file of rejects.
struct At<'a> {
    path: &'a Path,
    line: u64,
}

impl At<'_> {
    fn wrong(&self, message: String) -> RunError {
        RunError::RejectLine { path: self.path.to_owned(), line: self.line, message }
    }
}

/// What is done with a line.
type EachLine<'a> = dyn FnMut(&At<'_>, Option<Line<'_>>) -> Result<(), RunError> + 'a;

/// Calls `each` for every line; an empty one has no reject.
fn each_line(path: &Path, each: &mut EachLine<'_>) -> Result<(), RunError> {
    let read = |source| RunError::RejectFile { path: path.to_owned(), source };
    let mut reader = BufReader::new(File::open(path).map_err(read)?);
    let mut text = String::new();
    for number in 1.. {
        text.clear();
        if reader.read_line(&mut text).map_err(read)? == 0 {
            break;
        }
        let at = At { path, line: number };
        let line = match text.trim() {
            "" => None,
            trimmed => Some(serde_json::from_str::<Line<'_>>(trimmed).map_err(|error| at.wrong(error.to_string()))?),
        };
        each(&at, line)?;
    }
    Ok(())
}

/// Longest first line that is looked at.
const HEAD_BYTES: u64 = 64 << 20;

fn begins_with_reject(path: &Path) -> bool {
    if !path.is_file() {
        return false;
    }
    let Ok(file) = File::open(path) else { return false };
    let mut text = String::new();
    let mut reader = BufReader::new(io::Read::take(file, HEAD_BYTES));
    // Anything that cannot be read is told of when it is read as a source.
    let is_read = reader.read_line(&mut text).is_ok();
    let line = serde_json::from_str::<Line<'_>>(text.trim());
    is_read && line.is_ok_and(|line| line.code.contains('/') && (line.record.is_some() || line.raw.is_some()))
}
