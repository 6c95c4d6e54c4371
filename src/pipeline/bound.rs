//! Fingerprints of what a plan came from and came to, so that an import can be bound to it.
//!
//! **Invariant**: what the database decides only when it writes (numbers of new rows) is in no fingerprint.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use xxhash_rust::xxh3::Xxh3;

use super::{RunError, Settings};
use crate::layout::{Fill, Layout};
use crate::report::{Change, Outcome, Outcomes, PLAN_FORMAT, PlanFile, TableReport};
use crate::source::{Input, Source};

/// Takes the fingerprints of what a run begins with.
pub(super) fn begin<'a>(
    settings: &Settings,
    layouts: impl Iterator<Item = &'a Layout>,
    sources: &[Vec<Source>],
) -> Result<PlanFile, RunError> {
    let mut plan = PlanFile {
        resettle_plan: PLAN_FORMAT,
        target: settings.target.to_string(),
        given: settings.sources.iter().map(|path| path.display().to_string()).collect(),
        only: settings.only.clone(),
        without_ledger: settings.without_ledger,
        ..PlanFile::default()
    };
    for (layout, sources) in layouts.zip(sources) {
        for source in sources {
            let Input::File(path) = &source.input else { return Err(RunError::UnboundSource { path: source.path.to_string() }) };
            plan.sources.insert(format!("{}: {}", layout.mapping, source.path), of_file(path)?);
        }
        plan.tables.insert(layout.table.display_name(), of_bytes(format!("{:?}", layout.table).as_bytes()));
    }
    let folder = settings.root.join("mappings");
    // A project without mappings has none that could change.
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            plan.mappings.insert(entry.file_name().to_string_lossy().into_owned(), of_file(&path)?);
        }
    }
    Ok(plan)
}

/// Takes the fingerprint of what becomes of the records of a mapping.
pub(super) fn outcomes(report: &TableReport, changes: &Digest) -> Outcomes {
    let mut all = changes.0.clone();
    all.update(format!("{:?} {:?} {:?}", report.counts, report.rejects_by_code, report.rebound).as_bytes());
    Outcomes {
        insert: report.counts.insert,
        update: report.counts.update,
        unchanged: report.counts.unchanged,
        reject: report.counts.reject,
        fingerprint: format!("{:032x}", all.digest128()),
    }
}

/// The fingerprint of a table's changes, one after the other.
#[derive(Default)]
pub(super) struct Digest(Xxh3);

impl Digest {
    /// Adds a change. A new row is known by its record; its address, and references to new rows, may be numbered only when they are written.
    pub(super) fn add(&mut self, layout: &Layout, change: &Change) {
        let is_reference = |column: &str| layout.columns.iter().any(|c| c.name == column && matches!(c.fill, Fill::Reference { .. }));
        let row = change.row.as_ref().filter(|_| change.outcome != Outcome::Insert);
        self.0.update(format!("{:?} {row:?} {:?} {:?}", change.outcome, change.place, change.legacy_id).as_bytes());
        for field in &change.fields {
            let new = field.new.as_ref().filter(|_| !is_reference(&field.column));
            let is_key = change.outcome == Outcome::Insert && layout.table.primary_columns().contains(&field.column.as_str());
            self.0.update(format!("{:?} {:?} {:?}", field.column, field.old, new.filter(|_| !is_key)).as_bytes());
        }
    }
}

pub(super) fn of_bytes(bytes: &[u8]) -> String {
    format!("{:032x}", xxhash_rust::xxh3::xxh3_128(bytes))
}

pub(super) fn of_file(path: &Path) -> Result<String, RunError> {
    let read = || -> io::Result<String> {
        let mut file = File::open(path)?;
        let mut hash = Xxh3::new();
        let mut buffer = vec![0; 1 << 18];
        loop {
            match file.read(&mut buffer)? {
                0 => return Ok(format!("{:032x}", hash.digest128())),
                count => hash.update(&buffer[..count]),
            }
        }
    };
    read().map_err(|source| RunError::Fingerprint { path: path.to_owned(), source })
}
