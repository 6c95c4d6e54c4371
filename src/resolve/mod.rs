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
/// `stage_all` stages all records of a table of which some, or all, were passed over because nothing seemed to have changed.
///
/// # Errors
/// Whatever the database says.
pub fn resolve<E: From<DatabaseError>>(
    workspace: &mut Workspace<'_>,
    numbering: Numbering,
    progress: &dyn Progress,
    stage_all: &mut dyn FnMut(&mut Workspace<'_>, usize) -> Result<(), E>,
) -> Result<(), E> {
    let count = workspace.tables();
    // In a circle it is known last who is rejected, and a record that is should not use a number up.
    let is_late = (0..count).any(|table| workspace.has_late_references(table));
    let early = if is_late { Numbering::Provisional } else { numbering };
    let mut is_as_it_was = vec![false; count];
    for table in 0..count {
        // Tables of a circle stand together or not at all, so that only earlier ones are to be asked.
        let with_parents = workspace.parents(table).0.into_iter().all(|parent| parent >= table || is_as_it_was[parent]);
        if (workspace.stands(table) || workspace.passed_over(table).is_some()) && !with_parents {
            stage_all(workspace, table)?;
        }
        is_as_it_was[table] = workspace.stands(table) || workspace.passed_over(table).is_some();
        if workspace.stands(table) {
            continue;
        }
        progress.step(&workspace.layout(table).table.name);
        resolve_table(workspace, table, early)?;
        if is_as_it_was[table] && !workspace.concerns_nobody_else(table) {
            is_as_it_was[table] = false;
            stage_all(workspace, table)?;
            resolve_table(workspace, table, early)?;
        }
    }
    settle_cycles(workspace)?;
    for table in (0..count).filter(|_| is_late && numbering == Numbering::Sequence) {
        workspace.number_for_good(table)?;
    }
    Ok(())
}

fn resolve_table(workspace: &mut Workspace<'_>, table: usize, numbering: Numbering) -> Result<(), DatabaseError> {
    bind(workspace, table)?;
    // References to new rows need their numbers before it is known who is rejected.
    if workspace.has_late_references(table) {
        workspace.number_inserts(table, numbering)?;
        settle(workspace, table, Known::Early)?;
        Ok(())
    } else {
        settle(workspace, table, Known::Early)?;
        workspace.number_inserts(table, numbering)
    }
}

/// Rules 0 to 2: every record that takes part gets a row, or becomes an insert, a duplicate or a reject.
fn bind(workspace: &mut Workspace<'_>, table: usize) -> Result<(), DatabaseError> {
    if workspace.has_references(table) {
        workspace.resolve_references(table)?;
    }
    workspace.bind_by_id(table)?;
    if workspace.is_all_new(table) {
        workspace.reject_incomplete(table)?;
        return Ok(());
    }
    workspace.group_by_legacy_id(table)?;
    workspace.group_by_row(table)?;
    if workspace.has_open(table)? {
        workspace.group_by_primary_key(table)?;
        if workspace.bind_by_identity_key(table)? > 0 {
            workspace.group_by_row(table)?;
        }
        workspace.group_by_identity_key(table)?;
    }
    workspace.settle_duplicates(table)?;
    workspace.hold_rows(table)?;
    if workspace.has_open(table)? {
        look_at_other_keys(workspace, table)?;
    }
    Ok(())
}

/// Rule 2, in rounds.
fn look_at_other_keys(workspace: &mut Workspace<'_>, table: usize) -> Result<(), DatabaseError> {
    let mut joined = 0;
    let waits = workspace.has_own_reference_in_key(table);
    loop {
        if waits {
            workspace.resolve_own(table)?;
        }
        workspace.find_candidates(table)?;
        let mut bound = 0;
        loop {
            let now = workspace.claim_candidates(table)?;
            if now == 0 {
                break;
            }
            bound += now;
        }
        let now = workspace.join_bound(table)?;
        joined += now;
        // Only where a key contains a reference to the table itself can a bound row make more keys known.
        if bound + now == 0 || !waits {
            break;
        }
    }
    workspace.end_claims(table)?;
    joined += workspace.join_inserts(table)?;
    if joined > 0 {
        workspace.settle_duplicates(table)?;
    }
    workspace.reject_incomplete(table)?;
    Ok(())
}

/// Rule 3: rejects until the database would take the final state. Says whether it rejected any record.
fn settle(workspace: &mut Workspace<'_>, table: usize, known: Known) -> Result<bool, DatabaseError> {
    let mut any = false;
    loop {
        if workspace.has_own_references(table) {
            loop {
                workspace.resolve_own(table)?;
                if workspace.reject_unresolved(table)? == 0 {
                    break;
                }
                any = true;
            }
        }
        if find_differences(workspace, table)? > 0 {
            any = true;
            continue;
        }
        if workspace.refuse_rows(table, known)? > 0 {
            any = true;
            workspace.reject_orphans(table)?;
            continue;
        }
        if workspace.tie_knot(table)? == 0 {
            break;
        }
        let verdicts = judge(&workspace.read_knot(table)?);
        any |= !verdicts.is_empty();
        workspace.reject(table, &verdicts)?;
        workspace.reject_followers(table)?;
        workspace.reject_orphans(table)?;
    }
    workspace.reject_followers(table)?;
    Ok(any)
}

/// Lists the rows that change; what was edited in the target since the last run does not, by rule. Returns how many records were rejected for it.
fn find_differences(workspace: &mut Workspace<'_>, table: usize) -> Result<u64, DatabaseError> {
    workspace.forget_edits(table);
    if workspace.find_differences(table)? == 0 || workspace.find_edits(table)? == 0 {
        return Ok(0);
    }
    let rejected = workspace.reject_edited(table)?;
    if rejected > 0 {
        workspace.reject_orphans(table)?;
    }
    workspace.find_differences(table)?;
    Ok(rejected)
}

/// References to later tables are known now; what they drag along may reach back.
fn settle_cycles(workspace: &mut Workspace<'_>) -> Result<(), DatabaseError> {
    let late: Vec<usize> = (0..workspace.tables()).filter(|t| workspace.has_late_references(*t) && !workspace.stands(*t)).collect();
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
    settle_from(workspace, 0)
}

/// Does what [`settle_again`] does, where the tables before this one are written for good.
///
/// # Errors
/// Whatever the database says.
pub fn settle_from(workspace: &mut Workspace<'_>, first: usize) -> Result<(), DatabaseError> {
    let open: Vec<usize> = (first..workspace.tables()).filter(|table| !workspace.stands(*table)).collect();
    loop {
        let mut any = false;
        for &table in &open {
            if workspace.has_references(table) {
                any |= workspace.reject_orphans(table)? > 0;
            }
            any |= settle(workspace, table, Known::All)?;
        }
        if !any {
            return Ok(());
        }
    }
}
