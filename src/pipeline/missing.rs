//! Rows gone from the sources: whether their absence can be believed, and what is said of them.
//!
//! **Invariant**: where an input may be incomplete, nothing is deleted or set for its sake.

use super::counts::percent_of;
use super::read::Intake;
use super::{RejectsMax, RunError, Settings};
use crate::backend::workspace::{Missing, Workspace};
use crate::catalog::Catalog;
use crate::diagnostic::Code;
use crate::mapping::OnMissing;
use crate::report::{Message, MissingReport, Report};

/// So few rows may go whatever share of all they are, unless `--max-deletes` says otherwise.
const FEW: u64 = 10;

/// Share of the imported rows that may go unless `--max-deletes` says otherwise.
const SHARE_PERCENT: f64 = 50.0;

/// Finds the missing rows of all tables and writes them into the report.
pub(super) fn find(
    workspace: &mut Workspace<'_>,
    catalog: &Catalog,
    settings: &Settings,
    intakes: &[Intake],
    report: &mut Report,
) -> Result<(), RunError> {
    let concerned = concerned(workspace);
    let mut doubts = Vec::new();
    for &table in &concerned {
        workspace.find_missing(table)?;
        if let Some(doubt) = doubt(workspace, table, settings, &intakes[table])? {
            let found = workspace.tally_missing(table)?.found;
            workspace.leave_missing(table)?;
            if found > 0 {
                doubts.push(left_alone(workspace, table, found, &doubt));
            }
        }
    }
    report.warnings.extend(doubts);
    if !concerned.is_empty() {
        workspace.spare_referenced(catalog)?;
    }
    for table in concerned {
        let missing = workspace.tally_missing(table)?;
        check_share(settings, workspace, table, &missing)?;
        let deletes = workspace.layout(table).on_missing == OnMissing::Delete;
        if missing.found > 0 {
            report.tables[table].missing = Some(MissingReport {
                found: missing.found,
                deleted: if deletes { missing.going } else { 0 },
                set: if deletes { 0 } else { missing.going },
                referenced: missing.referenced,
                rows: missing.rows,
            });
        }
    }
    Ok(())
}

/// Deletes or sets what [`find`] found, and holds the numbers against it.
pub(super) fn write(workspace: &mut Workspace<'_>, report: &Report) -> Result<(), RunError> {
    let written = workspace.write_missing()?;
    for (table, written) in report.tables.iter().zip(written) {
        check_written(&table.table, written, table.missing.as_ref().map_or(0, |m| m.deleted + m.set))?;
    }
    Ok(())
}

/// Fails where another number of rows was deleted or set than was to be.
pub(super) fn check_written(table: &str, written: u64, expected: u64) -> Result<(), RunError> {
    if written == expected {
        return Ok(());
    }
    let message = format!("the database deleted or set {written} rows that are gone from the sources where {expected} were to be");
    Err(RunError::Counts { table: table.to_owned(), message })
}

/// Counts the rows of all tables that are to go or to be set, as far as it can be known before anything is written.
pub(super) fn count(workspace: &mut Workspace<'_>, catalog: &Catalog, settings: &Settings, intakes: &[Intake]) -> Result<u64, RunError> {
    let concerned = concerned(workspace);
    for &table in &concerned {
        workspace.find_missing(table)?;
        if doubt(workspace, table, settings, &intakes[table])?.is_some() {
            workspace.leave_missing(table)?;
        }
    }
    if !concerned.is_empty() {
        workspace.spare_referenced(catalog)?;
    }
    let mut rows = 0;
    for table in concerned {
        rows += workspace.count_going(table)?;
        workspace.leave_missing(table)?;
    }
    Ok(rows)
}

/// Tables of which rows may go.
fn concerned(workspace: &Workspace<'_>) -> Vec<usize> {
    (0..workspace.tables()).filter(|t| workspace.layout(*t).on_missing != OnMissing::Keep && !workspace.stands(*t)).collect()
}

/// Says why the absence of records may not mean anything.
fn doubt(workspace: &mut Workspace<'_>, table: usize, settings: &Settings, intake: &Intake) -> Result<Option<String>, RunError> {
    if settings.allow_incomplete {
        return Ok(None);
    }
    let empty = intake.reports.iter().find(|source| source.records == 0);
    if intake.reports.is_empty() {
        return Ok(Some("the mapping has no source".to_owned()));
    }
    if let Some(source) = empty {
        return Ok(Some(format!("the source `{}` is empty", source.path)));
    }
    if !settings.sources.is_empty() {
        return Ok(Some("the sources were given on the command line, and may not be all".to_owned()));
    }
    let rejects = workspace.unknown_rejects(table)?;
    Ok((rejects > 0).then(|| format!("{rejects} rejected records have no id by which their rows could be known")))
}

fn left_alone(workspace: &Workspace<'_>, table: usize, found: u64, doubt: &str) -> Message {
    Message {
        code: Code::MissingLeftAlone.as_str().to_owned(),
        severity: "warning".to_owned(),
        table: Some(workspace.layout(table).table.display_name()),
        column: None,
        message: format!("{found} imported rows are not in the sources any more and were left alone: {doubt}"),
        hint: Some("import complete sources, or say that they are with `--allow-incomplete`".to_owned()),
    }
}

fn check_share(settings: &Settings, workspace: &Workspace<'_>, table: usize, missing: &Missing) -> Result<(), RunError> {
    let allowed = match settings.deletes_max {
        None => FEW.max(percent_of(missing.imported, SHARE_PERCENT)),
        Some(RejectsMax::Records(rows)) => rows,
        Some(RejectsMax::Percent(percent)) => percent_of(missing.imported, percent),
    };
    if missing.going <= allowed {
        return Ok(());
    }
    let table = workspace.layout(table).table.display_name();
    Err(RunError::TooManyMissing { table, missing: missing.going, imported: missing.imported, allowed })
}
