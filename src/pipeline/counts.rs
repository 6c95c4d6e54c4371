//! Counts: what was read, decided and written must be one and the same.
//!
//! **Invariant**: a run whose counts do not agree is taken back.

use std::collections::{BTreeMap, BTreeSet};

use super::read::Intake;
use super::{RunError, rejects};
use crate::backend::workspace::{EditTally, Tally, Workspace, Written};
use crate::layout::Layout;
use crate::report::{EditReport, EnumReport, ReboundReport, TableReport, Totals};

/// Whole records in so many percent, rounded down.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "record counts stay far below 2^52"
)]
pub(super) fn percent_of(read: u64, percent: f64) -> u64 {
    (read as f64 * percent / 100.0).floor() as u64
}

pub(super) fn check_counts(workspace: &mut Workspace<'_>, table: usize, intake: &Intake, tally: Tally) -> Result<(), RunError> {
    let staged = workspace.staged(table)? + workspace.passed_over(table).unwrap_or(0);
    let complete = totals(tally).is_complete();
    if complete && staged == intake.rows && tally.read == intake.rows {
        return Ok(());
    }
    let message = format!("{} records were normalized, {staged} staged, and their outcomes are {tally:?}", intake.rows);
    Err(RunError::Counts { table: workspace.layout(table).table.display_name(), message })
}

pub(super) fn check_written(expected: &TableReport, written: Written) -> Result<(), RunError> {
    if written.inserted == expected.counts.insert && written.updated == expected.counts.update {
        return Ok(());
    }
    let message = format!(
        "the database inserted {} and updated {} rows where {} and {} were to be; a trigger or rule may have kept rows from being written",
        written.inserted, written.updated, expected.counts.insert, expected.counts.update
    );
    Err(RunError::Counts { table: expected.table.clone(), message })
}

pub(super) fn totals(tally: Tally) -> Totals {
    Totals {
        read: tally.read,
        insert: tally.insert,
        update: tally.update,
        unchanged: tally.unchanged,
        duplicate: tally.duplicate,
        kept: tally.kept,
        reject: tally.reject,
    }
}

pub(super) fn edit_reports(layout: &Layout, edits: &[EditTally]) -> Vec<EditReport> {
    let report = |edit: &EditTally| EditReport {
        column: layout.columns[edit.column].name.clone(),
        kept: edit.kept,
        kept_by_policy: edit.kept_by_policy,
        overwritten: edit.overwritten,
        rejected: edit.refused,
    };
    edits.iter().map(report).collect()
}

/// Records told by name whose row was found by another key.
const REBOUND_MAX: u64 = 100;

/// The first records whose row was found by another key than their identity.
pub(super) fn rebound_ids(workspace: &mut Workspace<'_>, table: usize) -> Result<Vec<ReboundReport>, RunError> {
    let found = workspace.rebound(table, REBOUND_MAX)?;
    let layout = workspace.layout(table);
    let name = |number: usize| layout.keys.get(number).map(|key| layout.table.keys[key.key].name.clone()).unwrap_or_default();
    let report = |(legacy_id, row, key)| ReboundReport { legacy_id, row, key: name(key) };
    Ok(found.into_iter().map(report).collect())
}

/// Fields of a table's records that the mapping of another table takes from the same source.
pub(super) fn taken_elsewhere(workspace: &Workspace<'_>, table: usize, intakes: &[Intake]) -> BTreeSet<String> {
    let paths = |number: usize| intakes[number].reports.iter().map(|source| source.path.as_str()).collect::<BTreeSet<_>>();
    let own = paths(table);
    let others = (0..intakes.len()).filter(|other| *other != table && !paths(*other).is_disjoint(&own));
    others.flat_map(|other| crate::layout::taken_fields(workspace.layout(other))).collect()
}

/// Fields that the mapping of a table does not take, with the number of records that have them.
pub(super) fn unmapped(intake: &Intake) -> impl Iterator<Item = (String, u64)> + '_ {
    intake.findings.unmapped.iter().map(|(name, count)| (name.clone(), *count))
}

/// What is told of a table, without what only some runs look at.
pub(super) fn table_report(layout: &Layout, intake: &Intake, tally: Tally, taken: &BTreeSet<String>) -> TableReport {
    let enums = layout.columns.iter().enumerate().flat_map(|(i, column)| {
        let texts = intake.findings.enums.get(i).map(crate::normalize::EnumTexts::sorted).unwrap_or_default();
        texts.into_iter().filter_map(|(original, seen)| {
            let (value, reached) = seen.found.as_ref()?;
            let reached: &'static str = reached.into();
            Some(EnumReport {
                column: column.name.clone(),
                original: original.to_owned(),
                value: value.clone(),
                reached: reached.to_owned(),
                count: seen.count,
                first: Some(rejects::place_of(&seen.first)),
            })
        })
    });
    TableReport {
        table: layout.table.display_name(),
        mapping: layout.mapping.clone(),
        sources: intake.reports.clone(),
        counts: totals(tally),
        rebound: tally.rebound,
        rebound_ids: Vec::new(),
        rejects_by_code: intake.rejects.clone(),
        enums: enums.collect(),
        unmapped: unmapped(intake).filter(|(name, _)| !taken.contains(name)).collect(),
        becomes_null: BTreeMap::new(),
        unresolved: BTreeMap::new(),
        verified: None,
        edits: Vec::new(),
        missing: None,
    }
}
