//! Runs of the past: reading them, writing the present one, and noticing that it goes back behind them.
//!
//! **Invariant**: the history is read without writing anything.

use std::path::Path;

use xxhash_rust::xxh3::Xxh3;

use super::{RunError, Settings};
use crate::backend::workspace::Journaled;
use crate::backend::{Access, Session, TargetUrl, connect};
use crate::diagnostic::Code;
use crate::ledger;
use crate::report::history::{FORMAT, RunDetails, RunSummary, Unfinished, totals_from_text, totals_to_text};
use crate::report::{Message, Report, Totals};

/// Runs of the past that are looked at for older sources.
const RUNS_COMPARED: u64 = 200;

/// Lists the last runs, newest first.
///
/// # Errors
/// A database that does not exist or cannot be read.
pub fn history(target: &TargetUrl, limit: u64) -> Result<Vec<RunSummary>, RunError> {
    if target.is_missing_file() {
        return Err(RunError::NoDatabase { target: target.to_string() });
    }
    let mut session = connect(target, Access::ReadOnly)?;
    Ok(ledger::runs(session.as_mut(), limit)?.into_iter().map(summary).collect())
}

/// Finds one run by its id, the beginning of it, or `last`.
///
/// # Errors
/// None or several that are called so, or what [`history`] fails with.
pub fn show(target: &TargetUrl, name: &str) -> Result<RunSummary, RunError> {
    let runs = history(target, u64::MAX)?;
    choose(runs, name)
}

/// Reads what the ledger keeps of a run beside its sums.
pub(super) fn find_details(session: &mut dyn Session, run: &str) -> Result<Option<RunDetails>, RunError> {
    let runs = ledger::runs(session, u64::MAX)?.into_iter().map(summary);
    Ok(runs.filter(|summary| summary.run == run).find_map(|summary| summary.details))
}

/// Finds one of some runs, which are newest first.
pub(super) fn choose(mut runs: Vec<RunSummary>, name: &str) -> Result<RunSummary, RunError> {
    if name == "last" && !runs.is_empty() {
        return Ok(runs.swap_remove(0));
    }
    runs.retain(|run| run.run.starts_with(name));
    match runs.len() {
        1 => Ok(runs.swap_remove(0)),
        found => Err(RunError::UnknownRun { name: name.to_owned(), found }),
    }
}

pub(super) fn summary(run: ledger::RunRecord) -> RunSummary {
    RunSummary {
        format: FORMAT,
        run: run.id,
        started_at: run.started_at,
        finished_at: run.finished_at,
        version: run.version,
        totals: totals_from_text(&run.totals),
        details: run.details.as_deref().and_then(RunDetails::from_text),
    }
}

/// Writes the present run into the ledger, as far as it has come.
pub(super) fn record(
    session: &mut dyn Session,
    report: &Report,
    started_at: &str,
    mappings: &str,
    journaled: &Journaled,
    unfinished: Option<Unfinished>,
) -> Result<(), RunError> {
    let Some(run) = &report.run else { return Ok(()) };
    let details = RunDetails { unfinished, ..RunDetails::of(report, mappings) };
    write(session, run, started_at, report.totals, details, journaled)
}

/// Writes a run that ends now into the ledger.
pub(super) fn write(
    session: &mut dyn Session,
    id: &str,
    started_at: &str,
    totals: Totals,
    mut details: RunDetails,
    journaled: &Journaled,
) -> Result<(), RunError> {
    match journaled {
        Journaled::Rows(rows) => details.journal_rows = Some(*rows),
        Journaled::No(reason) => details.no_journal = Some(reason.clone()),
    }
    let record = ledger::RunRecord {
        id: id.to_owned(),
        started_at: started_at.to_owned(),
        finished_at: jiff::Timestamp::now().to_string(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        totals: totals_to_text(totals),
        details: Some(details.to_text()),
    };
    Ok(ledger::record_run(session, &record)?)
}

/// Hashes names and texts of all mapping files.
pub(super) fn fingerprint_of_mappings(root: &Path) -> String {
    let mut files: Vec<_> = std::fs::read_dir(root.join("mappings")).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    let mut hash = Xxh3::new();
    for path in files {
        let text = std::fs::read(&path).unwrap_or_default();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        hash.update(format!("{name}\0{}\0", text.len()).as_bytes());
        hash.update(&text);
    }
    format!("{:016x}", hash.digest())
}

/// Says where this run has sources or mappings that an earlier run had and a later one had no more: as after a deployment was rolled back.
pub(super) fn older(
    settings: &Settings,
    session: &mut dyn Session,
    version: i64,
    report: &Report,
    mappings: &str,
) -> Result<Vec<Message>, RunError> {
    let past: Vec<RunSummary> = ledger::runs_of(session, version, RUNS_COMPARED)?.into_iter().map(summary).collect();
    // What was taken back had no sources.
    let past: Vec<RunSummary> = past.into_iter().filter(|run| run.details.as_ref().is_none_or(|d| d.undoes.is_none())).collect();
    let present = RunDetails::of(report, mappings);
    let found = compare(&present, &past);
    match (settings.refuse_older, found.first()) {
        (true, Some(first)) => Err(RunError::Older(first.message.clone())),
        _ => Ok(found),
    }
}

fn compare(present: &RunDetails, past: &[RunSummary]) -> Vec<Message> {
    let mut found = Vec::new();
    let mappings: Vec<(&RunSummary, &str)> =
        past.iter().filter_map(|run| Some((run, run.details.as_ref()?.mapping_fingerprint.as_str()))).collect();
    if let Some(message) = went_back("the mapping files are", &present.mapping_fingerprint, &mappings) {
        found.push(note(None, message));
    }
    for table in &present.tables {
        let sources = |t: &crate::report::history::TableRun| t.sources.iter().map(|s| s.fingerprint.clone()).collect::<Vec<_>>().join(" ");
        let texts: Vec<(&RunSummary, String)> = past
            .iter()
            .filter_map(|run| Some((run, sources(run.details.as_ref()?.tables.iter().find(|t| t.mapping == table.mapping)?))))
            .collect();
        let texts: Vec<(&RunSummary, &str)> = texts.iter().map(|(run, text)| (*run, text.as_str())).collect();
        let what = format!("the sources of mapping `{}` are", table.mapping);
        if let Some(message) = went_back(&what, &sources(table), &texts) {
            found.push(note(Some(table.table.clone()), message));
        }
    }
    found
}

/// `past` is newest first.
fn went_back(what: &str, present: &str, past: &[(&RunSummary, &str)]) -> Option<String> {
    let (newest, text) = past.first()?;
    if *text == present {
        return None;
    }
    let (same, _) = past.iter().find(|(_, text)| *text == present)?;
    let since = past.iter().take_while(|(_, text)| text != &present).count();
    Some(format!(
        "{what} those of run {} of {}, and {since} later runs had others (the last one {} of {})",
        same.run, same.started_at, newest.run, newest.started_at
    ))
}

fn note(table: Option<String>, message: String) -> Message {
    Message {
        code: Code::SourceOlder.as_str().to_owned(),
        severity: "warning".to_owned(),
        table,
        column: None,
        message,
        hint: Some(
            "if an older state is not what you mean to import, run the newer one again; `--refuse-older` keeps this from happening"
                .to_owned(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_a_way_back() {
        let run = |id: &str| RunSummary {
            format: FORMAT,
            run: id.to_owned(),
            started_at: "then".to_owned(),
            finished_at: String::new(),
            version: String::new(),
            totals: crate::report::Totals::default(),
            details: None,
        };
        let runs = [run("3"), run("2"), run("1")];
        let check = |texts: [&str; 3], present: &str, expect: Option<&str>| {
            let past: Vec<_> = runs.iter().zip(texts).collect();
            assert_eq!(went_back("it is", present, &past).as_deref(), expect, "{texts:?} {present}");
        };
        check(["c", "b", "a"], "c", None);
        check(["c", "b", "a"], "new", None);
        check(["c", "b", "c"], "c", None);
        check(["c", "b", "a"], "b", Some("it is those of run 2 of then, and 1 later runs had others (the last one 3 of then)"));
        check(["c", "c", "a"], "a", Some("it is those of run 1 of then, and 2 later runs had others (the last one 3 of then)"));
        assert_eq!(went_back("it is", "a", &[]), None);
    }
}
