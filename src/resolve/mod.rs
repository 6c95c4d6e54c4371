//! Decides what each record is: the rules of `docs/resolution.md`, stated once for plan, rehearsal and import.
//!
//! Takes a [`Workspace`] with all records staged, leaves in it the outcome of every record. It knows no SQL: the workspace answers with sets.
//!
//! **Invariant**: after [`resolve`] the accepted records violate no key and no reference, and nothing outside the workspace has changed.

mod judge;

use crate::backend::DatabaseError;
use crate::backend::workspace::{Known, Numbering, Workspace};
use crate::progress::Progress;

pub use judge::judge;

/// Resolves all tables of the run, in order; tables of a cycle are settled together at the end.
///
/// # Errors
/// Whatever the database says.
pub fn resolve(workspace: &mut Workspace<'_>, numbering: Numbering, progress: &dyn Progress) -> Result<(), DatabaseError> {
    for table in 0..workspace.tables() {
        progress.step(&workspace.layout(table).table.name);
        bind(workspace, table)?;
        // Numbers are taken late where they can be: a record that is rejected should not use one up.
        if workspace.has_late_references(table) {
            workspace.number_inserts(table, numbering)?;
            workspace.resolve_pending(table)?;
            settle(workspace, table, Known::Early)?;
        } else {
            settle(workspace, table, Known::Early)?;
            workspace.number_inserts(table, numbering)?;
        }
    }
    settle_cycles(workspace)
}

/// Rules 0 to 2: every record that takes part gets a row, or becomes an insert, a duplicate or a reject.
fn bind(workspace: &mut Workspace<'_>, table: usize) -> Result<(), DatabaseError> {
    if workspace.has_references(table) {
        workspace.resolve_references(table)?;
    }
    workspace.bind_by_id(table)?;
    workspace.reject_broken_promises(table)?;
    workspace.group_by_legacy_id(table)?;
    workspace.group_by_row(table)?;
    for key in workspace.layout(table).identity.clone() {
        if workspace.bind_by_identity_key(table, key)? > 0 {
            workspace.group_by_row(table)?;
        }
        workspace.group_by_identity_key(table, key)?;
    }
    workspace.settle_duplicates(table)?;
    workspace.hold_rows(table)?;
    look_at_other_keys(workspace, table)
}

/// Rule 2, in rounds.
fn look_at_other_keys(workspace: &mut Workspace<'_>, table: usize) -> Result<(), DatabaseError> {
    loop {
        workspace.resolve_pending(table)?;
        workspace.find_candidates(table)?;
        let mut bound = 0;
        loop {
            let now = workspace.claim_candidates(table)?;
            if now == 0 {
                break;
            }
            bound += now;
        }
        // Only where a key contains a reference to the table itself can a bound row make more keys known.
        if bound == 0 || !workspace.has_late_references(table) {
            break;
        }
    }
    workspace.end_claims(table)?;
    Ok(())
}

/// Rule 3: rejects until the database would take the final state.
fn settle(workspace: &mut Workspace<'_>, table: usize, known: Known) -> Result<(), DatabaseError> {
    loop {
        find_differences(workspace, table)?;
        if workspace.refuse_rows(table, known)? > 0 {
            workspace.reject_orphans(table)?;
            continue;
        }
        let tied = workspace.tie_knot(table)?;
        if workspace.find_equal_records(table)? > 0 {
            workspace.settle_duplicates(table)?;
            continue;
        }
        if tied == 0 {
            break;
        }
        let verdicts = judge(&workspace.read_knot(table)?);
        workspace.reject(table, &verdicts)?;
        workspace.reject_orphans(table)?;
    }
    workspace.reject_followers(table)?;
    Ok(())
}

/// Lists the rows that change; what was edited in the target since the last run does not, by rule.
fn find_differences(workspace: &mut Workspace<'_>, table: usize) -> Result<(), DatabaseError> {
    workspace.forget_edits(table);
    if workspace.find_differences(table)? > 0 && workspace.find_edits(table)? > 0 {
        if workspace.reject_edited(table)? > 0 {
            workspace.reject_orphans(table)?;
        }
        workspace.find_differences(table)?;
    }
    Ok(())
}

/// References to later tables are known now; what they drag along may reach back.
fn settle_cycles(workspace: &mut Workspace<'_>) -> Result<(), DatabaseError> {
    let late: Vec<usize> = (0..workspace.tables()).filter(|t| workspace.has_late_references(*t)).collect();
    if late.is_empty() {
        return Ok(());
    }
    for &table in &late {
        workspace.resolve_pending(table)?;
        workspace.end_pending(table)?;
        workspace.reject_unresolved(table)?;
    }
    settle_again(workspace)
}

/// Looks at the final state again after records were rejected, until nothing more follows from it.
///
/// # Errors
/// Whatever the database says.
pub fn settle_again(workspace: &mut Workspace<'_>) -> Result<(), DatabaseError> {
    loop {
        let mut changed = 0;
        for table in 0..workspace.tables() {
            if workspace.has_references(table) {
                changed += workspace.reject_orphans(table)?;
            }
        }
        for table in 0..workspace.tables() {
            settle(workspace, table, Known::All)?;
        }
        if changed == 0 {
            return Ok(());
        }
    }
}
