//! One history, run through the program step by step.

use std::fmt;

use resettle::backend::LEDGER_HASHES;
use resettle::pipeline::RunError;
use resettle::report::{Command, Report, Totals};

use super::arena::{Arena, Fate, Told};
use super::roots;
use crate::support::oracle::{self, Case, Outcome, State, apply_hand, difference, hand_sql, import};

/// In what program and oracle differ.
#[derive(Clone, Debug)]
pub(crate) struct Mismatch {
    pub(crate) what: What,
    /// Number of the export.
    step: usize,
    text: String,
}

/// Kinds of difference; a history is made small under the condition that it shows the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// Mapping and schema do not fit together: the history is wrong, not the program.
    Check,
    /// The run did not happen.
    Error,
    /// The fate of a record, or a count.
    Fates,
    /// The rows afterwards.
    Tables,
    /// Whom the run blames.
    Roots,
    /// The same export again.
    Again,
    /// A plan or a rehearsal, and the import.
    Plan,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at export {}: {}", self.what, self.step, self.text)
    }
}

/// How a history is run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Way {
    /// The export that is imported twice; `None` for each of them.
    pub(crate) repeated: Option<usize>,
    /// A plan and a rehearsal come before each import, and after a repetition a plan that looks at every record.
    pub(crate) rehearsed: bool,
    /// The first import of each export commits in steps.
    pub(crate) steps: Option<Steps>,
}

/// How an import commits in steps.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Steps {
    /// Rows of a step.
    pub(crate) rows: u64,
    /// It ends after so many steps, and another one goes on.
    pub(crate) stop_after: Option<usize>,
}

impl Way {
    /// The longest one, which shows every difference.
    pub(crate) const WHOLE: Self = Self { repeated: None, rehearsed: true, steps: None };
}

/// Runs a history.
pub(crate) fn run(arena: &mut Arena, case: &Case, way: Way) -> Result<(), Mismatch> {
    arena.begin(case);
    let mut state = case.initial.clone();
    for (step, export) in case.steps.iter().enumerate() {
        for hand in &export.hand {
            if apply_hand(&case.schema, &mut state, hand) {
                arena.execute(&hand_sql(&case.schema, hand));
                // The oracle knows no edits that are kept; `tests/reruns` holds those. Without hashes every difference is the source's to decide.
                if step > 0 {
                    arena.execute(&format!("DELETE FROM {LEDGER_HASHES}"));
                }
            }
        }
        arena.export(case, step);
        state = run_export(arena, case, step, &state, way).map_err(|(what, text)| Mismatch { what, step, text })?;
    }
    Ok(())
}

type Found = (What, String);

fn run_export(arena: &mut Arena, case: &Case, step: usize, before: &State, way: Way) -> Result<State, Found> {
    let mut foretold = Vec::new();
    if way.rehearsed {
        let rows = arena.rows(&case.schema);
        foretold.push(perform(arena, Command::Plan)?);
        foretold.push(run_as(arena, Command::Plan, true)?);
        foretold.push(perform(arena, Command::Rehearsal)?);
        if arena.rows(&case.schema) != rows {
            return Err((What::Plan, "a plan or a rehearsal changed rows".into()));
        }
    }
    let (after, reports) = import(&case.schema, before, &case.steps[step].input);
    match way.steps {
        None => {
            let told = perform(arena, Command::Import)?;
            for foretold in &foretold {
                same_told(case, step, foretold, &told)?;
            }
            compare(case, &reports, &told).map_err(|text| (What::Fates, text))?;
            roots::check(case, step, &told).map_err(|text| (What::Roots, text))?;
        }
        Some(steps) => in_steps(arena, case, &reports, steps)?,
    }
    if let Some(text) = difference(&case.schema, &after, &arena.rows(&case.schema)) {
        return Err((What::Tables, text));
    }
    if way.repeated.is_some_and(|repeated| repeated != step) {
        return Ok(after);
    }
    let (rows, versions) = (arena.rows(&case.schema), arena.versions(&case.schema));
    let repeats: Vec<Vec<oracle::Report>> = reports.into_iter().map(|reports| reports.into_iter().map(repeated).collect()).collect();
    let again = perform(arena, Command::Import)?;
    compare(case, &repeats, &again).map_err(|text| (What::Again, text))?;
    roots::check(case, step, &again).map_err(|text| (What::Roots, text))?;
    if arena.rows(&case.schema) != rows || arena.versions(&case.schema) != versions {
        return Err((What::Again, "rows were written".into()));
    }
    if way.rehearsed {
        let examined = run_as(arena, Command::Plan, true)?;
        if examined.report.tables != again.report.tables {
            let (tables, examined) = (&again.report.tables, &examined.report.tables);
            return Err((What::Plan, format!("every record looked at: {examined:?}\nand tables passed over: {tables:?}")));
        }
    }
    Ok(after)
}

/// Imports in steps. Whatever is interrupted is gone on with, and comes to the same.
fn in_steps(arena: &Arena, case: &Case, reports: &[Vec<oracle::Report>], steps: Steps) -> Result<(), Found> {
    let failed = |error: RunError| (What::Error, format!("import in steps: {error}"));
    let mut stopped = 0;
    let told = loop {
        // Each goes on from where the one before it ended, and the last one is not stopped.
        let stop_after = steps.stop_after.filter(|_| stopped < 2);
        match arena.import_in_steps(steps.rows, stop_after) {
            Err(RunError::Interrupted { because, .. }) if because.to_string().starts_with("stopped") => stopped += 1,
            other => break other.map_err(failed)?,
        }
    };
    if stopped == 0 {
        return compare(case, reports, &told).map_err(|text| (What::Fates, text));
    }
    for (table, reports) in case.schema.tables.iter().zip(reports) {
        for (place, report) in reports.iter().enumerate() {
            let (expected, found) = (fate(report.outcome), told.fate(&table.name, place));
            let is_done = found == Fate::Left && [Fate::Insert, Fate::Update].contains(&expected);
            if expected != found && !is_done {
                return Err((
                    What::Fates,
                    format!("`{}` record {place} after {stopped} stops: expected {expected:?}, found {found:?}", table.name),
                ));
            }
        }
    }
    Ok(())
}

fn perform(arena: &Arena, command: Command) -> Result<Told, Found> {
    run_as(arena, command, false)
}

fn run_as(arena: &Arena, command: Command, examine_all: bool) -> Result<Told, Found> {
    arena.run(command, examine_all).map_err(|error| {
        let what = if matches!(error, RunError::Check(_)) { What::Check } else { What::Error };
        (what, format!("{command:?}: {error}"))
    })
}

/// What the same input must come to at the next run.
fn repeated(report: oracle::Report) -> oracle::Report {
    let outcome = match report.outcome {
        Outcome::Insert | Outcome::Update => Outcome::Unchanged,
        other => other,
    };
    oracle::Report { outcome, ..report }
}

fn compare(case: &Case, reports: &[Vec<oracle::Report>], told: &Told) -> Result<(), String> {
    for (table, reports) in case.schema.tables.iter().zip(reports) {
        for (place, report) in reports.iter().enumerate() {
            let (expected, found) = (fate(report.outcome), told.fate(&table.name, place));
            if expected != found {
                return Err(format!(
                    "`{}` record {place}: expected {:?}, found {found:?}\n  all expected: {reports:?}",
                    table.name, report.outcome
                ));
            }
        }
        let (expected, found) = (counts(reports), counts_of(&told.report, &table.name));
        if expected != found {
            return Err(format!("`{}`: expected {expected:?}, found {found:?}", table.name));
        }
    }
    Ok(())
}

fn fate(outcome: Outcome) -> Fate {
    match outcome {
        Outcome::Insert => Fate::Insert,
        Outcome::Update => Fate::Update,
        Outcome::Unchanged | Outcome::Duplicate => Fate::Left,
        Outcome::Reject(code) => Fate::Reject(code.as_str().to_owned()),
    }
}

fn counts(reports: &[oracle::Report]) -> Totals {
    let count = |admits: fn(&Outcome) -> bool| reports.iter().filter(|report| admits(&report.outcome)).count() as u64;
    Totals {
        read: reports.len() as u64,
        insert: count(|o| *o == Outcome::Insert),
        update: count(|o| *o == Outcome::Update),
        unchanged: count(|o| *o == Outcome::Unchanged),
        duplicate: count(|o| *o == Outcome::Duplicate),
        kept: 0,
        reject: count(|o| matches!(o, Outcome::Reject(_))),
    }
}

fn counts_of(report: &Report, table: &str) -> Totals {
    report.tables.iter().find(|found| found.table == table).map(|found| found.counts).unwrap_or_default()
}

/// A plan or a rehearsal says what the import then does.
fn same_told(case: &Case, step: usize, foretold: &Told, told: &Told) -> Result<(), Found> {
    let command = foretold.report.command;
    for (table, records) in case.schema.tables.iter().zip(&case.steps[step].input) {
        let (planned, done) = (counts_of(&foretold.report, &table.name), counts_of(&told.report, &table.name));
        if planned != done {
            return Err((What::Plan, format!("`{}`: the {command:?} said {planned:?}, the import {done:?}", table.name)));
        }
        for place in 0..records.len() {
            let (planned, done) = (foretold.fate(&table.name, place), told.fate(&table.name, place));
            if planned != done {
                return Err((
                    What::Plan,
                    format!("`{}` record {place}: the {command:?} said {planned:?}, the import {done:?}", table.name),
                ));
            }
        }
    }
    Ok(())
}
