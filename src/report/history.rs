//! Runs of the past, as the ledger keeps them and as they are told.
//!
//! **Invariant**: what an earlier version wrote can be read; what it did not write is absent.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::text::escape;
use super::{EditReport, Report, Totals};

/// Version of the JSON form of a history.
pub const FORMAT: u32 = 1;

/// What the counts of an unfinished run are.
const COUNTED: &str = "counted are the rows that these wrote";

/// One run.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RunSummary {
    /// [`FORMAT`].
    pub format: u32,
    /// Id: a time-ordered UUID.
    pub run: String,
    /// RFC 3339, UTC.
    pub started_at: String,
    /// RFC 3339, UTC.
    pub finished_at: String,
    /// Version of the program.
    pub version: String,
    /// Sums over the tables.
    pub totals: Totals,
    /// The rest; absent for runs of ledger version 1.
    pub details: Option<RunDetails>,
}

/// What the ledger keeps of a run beside its sums.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RunDetails {
    /// Stands for the texts of all mapping files.
    pub mapping_fingerprint: String,
    /// Migrations that were applied first.
    pub migrations: Vec<String>,
    /// Tables in the order of import.
    pub tables: Vec<TableRun>,
    /// The run that this one took back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<String>,
    /// Rows that the run changed, as far as its journal has them; absent without journal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub journal_rows: Option<u64>,
    /// Why the run has no journal and cannot be taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_journal: Option<String>,
    /// Steps that were committed of a run that did not come to its end; absent where it did. Its counts are those of the rows written in them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unfinished: Option<Unfinished>,
}

/// How far a run came that commits in steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unfinished {
    /// Steps that were committed.
    pub steps: u64,
    /// All steps.
    pub of: u64,
}

/// One table of a run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TableRun {
    /// Target table.
    pub table: String,
    /// Mapping.
    pub mapping: String,
    /// Counts.
    pub counts: Totals,
    /// Sources in order.
    pub sources: Vec<SourceRun>,
    /// Stands for project, mapping, table and namespace of ids: runs of the same are compared. Absent in what an earlier version wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lineage: Option<String>,
    /// Stands for the text of the mapping's file and of those that all mappings share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mapping_fingerprint: Option<String>,
    /// The sources were given, and took the place of the mapping's own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub given: bool,
    /// Rejects by code.
    pub rejects_by_code: std::collections::BTreeMap<String, u64>,
    /// Edits of stored rows by column.
    pub edits: Vec<EditReport>,
    /// Rows that were deleted because the sources had them no more.
    #[serde(default)]
    pub deleted: u64,
    /// Rows that got the values of `on_missing`.
    #[serde(default)]
    pub set: u64,
}

/// One source of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceRun {
    /// Path as shown to users.
    pub path: String,
    /// Records.
    pub records: u64,
    /// Bytes after decompression.
    pub bytes: u64,
    /// Stands for the content.
    pub fingerprint: String,
}

impl RunSummary {
    /// Returns what is remembered of the run as a report: counts, sources and rejects by code, without any record.
    #[must_use]
    pub fn to_report(&self, target: &str) -> Report {
        let is_undo = self.is_undo();
        let tables = self.details.iter().flat_map(|details| &details.tables).map(|table| table.to_report(is_undo));
        Report {
            format: super::FORMAT,
            command: super::Command::Import,
            run: Some(self.run.clone()),
            taken_back: false,
            target: target.to_owned(),
            migrations: self.details.as_ref().map(|details| details.migrations.clone()).unwrap_or_default(),
            tables: tables.collect(),
            totals: self.totals,
            about: self.about(),
            warnings: Vec::new(),
            cascades: Vec::new(),
            stages: Vec::new(),
            seconds: self.seconds().unwrap_or_default(),
            plan: None,
        }
    }

    /// Says whether the run took another one back: what it deleted has nothing to do with sources.
    fn is_undo(&self) -> bool {
        self.details.as_ref().is_some_and(|details| details.undoes.is_some())
    }

    /// Says what the run was, beside its counts.
    fn about(&self) -> Vec<String> {
        let mut said = vec![
            format!("run {}, version {}", self.run, self.version),
            format!("started {} UTC, ended {} UTC", time(&self.started_at), time(&self.finished_at)),
        ];
        let Some(details) = &self.details else {
            said.push("the ledger of that version kept the sums only".to_owned());
            return said;
        };
        let mappings = Some(&details.mapping_fingerprint).filter(|fingerprint| !fingerprint.is_empty());
        said.extend(mappings.map(|fingerprint| format!("mappings {fingerprint}")));
        said.extend(details.undoes.iter().map(|undone| format!("undo of {undone}")));
        let deleted = details.tables.iter().filter(|table| self.is_undo() && table.deleted > 0);
        said.extend(deleted.map(|table| format!("{} rows of {} deleted", table.deleted, table.table)));
        said.extend(details.unfinished.map(|Unfinished { steps, of }| format!("ended after {steps} of {of} steps; {COUNTED}")));
        said.extend(details.no_journal.iter().map(|reason| format!("no undo: {reason}")));
        said
    }

    fn seconds(&self) -> Option<f64> {
        let moment = |text: &str| text.parse::<jiff::Timestamp>().ok();
        Some(moment(&self.finished_at)?.duration_since(moment(&self.started_at)?).as_secs_f64())
    }
}

impl TableRun {
    fn to_report(&self, is_undo: bool) -> super::TableReport {
        let source = |s: &SourceRun| super::SourceReport {
            path: s.path.clone(),
            records: s.records,
            bytes: s.bytes,
            fingerprint: s.fingerprint.clone(),
        };
        let missing = super::MissingReport { found: self.deleted + self.set, deleted: self.deleted, set: self.set, ..Default::default() };
        super::TableReport {
            table: self.table.clone(),
            mapping: self.mapping.clone(),
            sources: self.sources.iter().map(source).collect(),
            counts: self.counts,
            rejects_by_code: self.rejects_by_code.clone(),
            edits: self.edits.clone(),
            missing: Some(missing).filter(|missing| missing.found > 0 && !is_undo),
            ..Default::default()
        }
    }
}

impl RunDetails {
    /// Takes from a report what the ledger keeps.
    #[must_use]
    pub fn of(report: &Report, mapping_fingerprint: &str) -> Self {
        let source = |s: &super::SourceReport| SourceRun {
            path: s.path.clone(),
            records: s.records,
            bytes: s.bytes,
            fingerprint: s.fingerprint.clone(),
        };
        let table = |t: &super::TableReport| TableRun {
            table: t.table.clone(),
            mapping: t.mapping.clone(),
            counts: t.counts,
            sources: t.sources.iter().map(source).collect(),
            rejects_by_code: t.rejects_by_code.clone(),
            edits: t.edits.clone(),
            deleted: t.missing.as_ref().map_or(0, |m| m.deleted),
            set: t.missing.as_ref().map_or(0, |m| m.set),
            ..TableRun::default()
        };
        Self {
            mapping_fingerprint: mapping_fingerprint.to_owned(),
            migrations: report.migrations.clone(),
            tables: report.tables.iter().map(table).collect(),
            ..Self::default()
        }
    }

    /// Returns the text that the ledger keeps.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads the text that the ledger keeps.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

/// Returns the sums of a run as the ledger keeps them.
#[must_use]
pub fn totals_to_text(totals: Totals) -> String {
    serde_json::to_string(&totals).unwrap_or_default()
}

/// Reads the sums of a run as the ledger keeps them.
#[must_use]
pub fn totals_from_text(text: &str) -> Totals {
    serde_json::from_str(text).unwrap_or_default()
}

/// Renders a list of runs for people, as given.
#[must_use]
pub fn render_list(runs: &[RunSummary]) -> String {
    let mut out = format!("{:36}  {:20}  {:>9}", "run", "started (UTC)", "read");
    for name in ["insert", "update", "unchanged", "duplicate", "kept", "reject"] {
        push(&mut out, format_args!("  {name:>9}"));
    }
    out.push('\n');
    for run in runs {
        push(&mut out, format_args!("{:36}  {:20}  {:>9}", escape(&run.run), time(&run.started_at), run.totals.read));
        outcomes(&mut out, run.totals);
        if let Some(undone) = run.details.as_ref().and_then(|d| d.undoes.as_ref()) {
            out.pop();
            push(&mut out, format_args!("  undo of {}\n", escape(undone)));
        }
        let gone = |count: fn(&TableRun) -> u64| run.details.iter().flat_map(|d| &d.tables).map(count).sum::<u64>();
        for (count, what) in [(gone(|t| t.deleted), "deleted"), (gone(|t| t.set), "set")].into_iter().filter(|(count, _)| *count > 0) {
            out.pop();
            push(&mut out, format_args!("  {count} {what}\n"));
        }
        if let Some(Unfinished { steps, of }) = run.details.as_ref().and_then(|d| d.unfinished) {
            out.pop();
            push(&mut out, format_args!("  unfinished: {steps} of {of} steps\n"));
        }
    }
    out
}

/// Renders one run for people.
#[must_use]
pub fn render(run: &RunSummary) -> String {
    let mut out = format!("run      {}\n", escape(&run.run));
    push(&mut out, format_args!("started  {} UTC\nended    {} UTC\n", time(&run.started_at), time(&run.finished_at)));
    push(&mut out, format_args!("version  {}\n", escape(&run.version)));
    let Some(details) = &run.details else {
        push(&mut out, format_args!("\nThe ledger of that version kept the sums only: read {}", run.totals.read));
        out.push('\n');
        return out;
    };
    if !details.mapping_fingerprint.is_empty() {
        push(&mut out, format_args!("mappings {}\n", escape(&details.mapping_fingerprint)));
    }
    if let Some(undone) = &details.undoes {
        push(&mut out, format_args!("undo of  {}\n", escape(undone)));
    }
    if let Some(Unfinished { steps, of }) = details.unfinished {
        push(&mut out, format_args!("ended after {steps} of {of} steps; {COUNTED}\n"));
    }
    if let Some(reason) = &details.no_journal {
        push(&mut out, format_args!("no undo  {}\n", escape(reason)));
    }
    for name in &details.migrations {
        push(&mut out, format_args!("applied migration {}\n", escape(name)));
    }
    let width = details.tables.iter().map(|t| t.table.chars().count()).max().unwrap_or(0).max(5);
    push(&mut out, format_args!("\n{:width$}  {:>9}", "table", "read"));
    for name in ["insert", "update", "unchanged", "duplicate", "kept", "reject"] {
        push(&mut out, format_args!("  {name:>9}"));
    }
    out.push('\n');
    for table in &details.tables {
        push(&mut out, format_args!("{:width$}  {:>9}", escape(&table.table), table.counts.read));
        outcomes(&mut out, table.counts);
    }
    push(&mut out, format_args!("{:width$}  {:>9}", "all", run.totals.read));
    outcomes(&mut out, run.totals);
    for table in &details.tables {
        push(&mut out, format_args!("\n{}\n", escape(&table.table)));
        for s in &table.sources {
            push(&mut out, format_args!("  {} {}: {} records, {} bytes\n", s.fingerprint, escape(&s.path), s.records, s.bytes));
        }
        for (count, what) in [(table.deleted, "deleted"), (table.set, "set")].into_iter().filter(|(count, _)| *count > 0) {
            let why = if run.is_undo() { "" } else { ", which the sources had no more" };
            push(&mut out, format_args!("  {count} rows {what}{why}\n"));
        }
        for (code, count) in &table.rejects_by_code {
            push(&mut out, format_args!("  rejected {code}: {count}\n"));
        }
    }
    out
}

fn outcomes(out: &mut String, t: Totals) {
    for n in [t.insert, t.update, t.unchanged, t.duplicate, t.kept, t.reject] {
        push(out, format_args!("  {n:>9}"));
    }
    out.push('\n');
}

/// Date and time to the second.
pub(crate) fn time(text: &str) -> String {
    escape(text.get(..19).unwrap_or(text)).replace('T', " ")
}

fn push(out: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = out.write_fmt(arguments);
}
