//! Inserts, updates and what a verification finds, as the report tells them.
//!
//! **Invariant**: at most one change is held at a time.

use super::RunError;
use super::bound::Digest;
use super::read::Intake;
use super::rejects;
use crate::backend::DatabaseError;
use crate::backend::workspace::{Detail, Edits, Workspace};
use crate::layout::Layout;
use crate::report::{Change, Command, Field, Outcome, Sink, TableReport, Verified};

/// What was asked for, and who hears of it.
pub(super) struct Work<'a> {
    /// What was asked for.
    pub(super) command: Command,
    /// True where the sources are known to be a part of all records, so that nothing is missing from them.
    pub(super) is_partial: bool,
    /// Who hears of it.
    pub(super) sink: &'a mut dyn Sink,
}

/// Tells the sink the changes of a table, as many of each outcome as it wants to hear.
pub(super) fn tell(
    workspace: &mut Workspace<'_>,
    table: usize,
    intake: &Intake,
    work: Work<'_>,
    digest: Option<&mut Digest>,
) -> Result<(), RunError> {
    let Work { command, is_partial, sink } = work;
    let told_max = sink.changes_max().min(i64::MAX.unsigned_abs());
    // A fingerprint is one of all changes, however few the sink wants to hear.
    let limit = if digest.is_some() { i64::MAX.unsigned_abs() } else { told_max };
    if limit == 0 {
        return Ok(());
    }
    let layout = workspace.layout(table).clone();
    let mut failure = None;
    let mut digest = digest;
    let mut told = (Outcome::Insert, 0);
    let mut hear = |change: Change| {
        if let Some(digest) = &mut digest {
            digest.add(&layout, &change);
        }
        told = if told.0 == change.outcome { (told.0, told.1 + 1) } else { (change.outcome, 1) };
        if failure.is_none() && told.1 <= told_max {
            failure = sink.change(&change).err();
        }
    };
    workspace.each_insert(table, limit, &mut |detail| hear(change(&layout, intake, Outcome::Insert, detail)))?;
    workspace.each_update(table, limit, &mut |detail| hear(change(&layout, intake, Outcome::Update, detail)))?;
    workspace.each_edit(table, Edits::Kept, limit, &mut |detail| hear(change(&layout, intake, Outcome::Kept, detail)))?;
    workspace.each_edit(table, Edits::Overwritten, limit, &mut |detail| hear(change(&layout, intake, Outcome::Overwritten, detail)))?;
    if command == Command::Verify {
        workspace.each_kept_by_rule(table, limit, &mut |detail| hear(change(&layout, intake, Outcome::KeptByRule, detail)))?;
        let limit = if is_partial { 0 } else { limit };
        workspace.each_orphan(table, limit, &mut |orphan| {
            hear(Change {
                table: layout.table.display_name(),
                outcome: Outcome::Extra,
                row: Some(orphan.row),
                place: None,
                legacy_id: Some(orphan.legacy_id),
                via: None,
                fields: Vec::new(),
            });
        })?;
    }
    failure.map_or(Ok(()), |error| Err(RunError::Output(error)))
}

/// Adds to the report of a table what is counted in the database: references to nothing, and what an import does not look at.
pub(super) fn count(workspace: &mut Workspace<'_>, table: usize, command: Command, report: &mut TableReport) -> Result<(), DatabaseError> {
    let unresolved = workspace.count_unresolved(table)?;
    let columns = &workspace.layout(table).columns;
    report.unresolved = unresolved.into_iter().map(|(column, count)| (columns[column].name.clone(), count)).collect();
    if command == Command::Import {
        return Ok(());
    }
    let emptied = workspace.count_emptied(table)?;
    let columns = &workspace.layout(table).columns;
    report.becomes_null = emptied.into_iter().map(|(column, count)| (columns[column].name.clone(), count)).collect();
    if command == Command::Verify {
        report.verified = Some(Verified { kept_by_rule: workspace.count_kept_by_rule(table)?, extra: workspace.count_orphans(table)? });
    }
    Ok(())
}

fn change(layout: &Layout, intake: &Intake, outcome: Outcome, detail: Detail) -> Change {
    let field = |c: crate::backend::workspace::FieldChange| Field {
        column: layout.columns[c.column].name.clone(),
        old: c.old,
        new: c.new,
        absent: c.absent,
    };
    Change {
        table: layout.table.display_name(),
        outcome,
        row: detail.row,
        place: rejects::place(intake, &detail.record),
        legacy_id: detail.record.legacy_id,
        via: detail.via.and_then(|k| layout.keys.get(k)).map(|k| layout.table.keys[k.key].name.clone()),
        fields: detail.changes.into_iter().map(field).collect(),
    }
}
