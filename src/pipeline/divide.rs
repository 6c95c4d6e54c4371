//! What of a run is written together, where it commits in steps.
//!
//! **Invariant**: a step is complete in itself: no reference is there before its row, and no row goes before what refers to it.

use crate::backend::DatabaseError;
use crate::backend::workspace::{Part, Workspace};

/// What is done to rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Work {
    /// They are inserted and updated.
    Write,
    /// They are gone from the sources: they are deleted or set.
    LetGo,
}

/// What is written together.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) work: Work,
    /// In the order of tables.
    pub(super) parts: Vec<Part>,
}

impl Step {
    pub(super) fn tables(&self) -> Vec<usize> {
        self.parts.iter().map(|part| part.table).collect()
    }
}

/// Divides all that is to be done into steps of about `every` rows.
pub(super) fn divide(workspace: &mut Workspace<'_>, every: u64) -> Result<Vec<Step>, DatabaseError> {
    let mut steps = divide_work(workspace, every, Work::Write)?;
    let going = divide_work(workspace, every, Work::LetGo)?;
    if steps.is_empty() && !going.is_empty() {
        // The first step tells the ledger of all that stands.
        steps.push(Step { work: Work::Write, parts: Vec::new() });
    }
    steps.extend(going);
    Ok(steps)
}

/// Tables in their order, what goes against it. Tables of a circle are in one step; so is a table that cannot be divided.
fn divide_work(workspace: &mut Workspace<'_>, every: u64, work: Work) -> Result<Vec<Step>, DatabaseError> {
    let mut groups = groups(workspace, work)?;
    if work == Work::LetGo {
        groups.reverse();
    }
    let mut steps: Vec<Vec<Part>> = Vec::new();
    let (mut open, mut open_rows) = (Vec::new(), 0);
    for mut group in groups {
        let rows: u64 = group.iter().map(|part| part.rows).sum();
        if open_rows + rows > every && open_rows > 0 {
            steps.push(std::mem::take(&mut open));
            open_rows = 0;
        }
        if let (true, [part]) = (rows > every, group.as_slice())
            && let Some(together) = arrange(workspace, part.table, work)?
        {
            let mut parts = parts(part.table, rows, every, together);
            group = parts.pop().into_iter().collect();
            steps.extend(parts.into_iter().map(|part| vec![part]));
        }
        open_rows += group.iter().map(|part| part.rows).sum::<u64>();
        open.extend(group);
        if open_rows >= every {
            steps.push(std::mem::take(&mut open));
            open_rows = 0;
        }
    }
    steps.extend((!open.is_empty()).then_some(open));
    let sorted = |mut parts: Vec<Part>| {
        parts.sort_by_key(|part| part.table);
        Step { work, parts }
    };
    Ok(steps.into_iter().map(sorted).collect())
}

/// What must be written together, each in the order of tables.
fn groups(workspace: &mut Workspace<'_>, work: Work) -> Result<Vec<Vec<Part>>, DatabaseError> {
    let (mut groups, mut table) = (Vec::new(), 0);
    while table < workspace.tables() {
        let last_with = |table| match work {
            Work::Write => workspace.last_of_circle(table),
            Work::LetGo => workspace.last_to_go_with(table),
        };
        let (first, mut last) = (table, table);
        while table <= last {
            last = last.max(last_with(table));
            table += 1;
        }
        let mut group = Vec::new();
        for table in first..=last {
            let rows = match work {
                Work::Write => workspace.count_changes(table)?,
                Work::LetGo => workspace.count_going(table)?,
            };
            group.extend((rows > 0).then_some(Part { table, range: None, rows }));
        }
        groups.push(group);
    }
    Ok(groups)
}

/// Gives the rows of a table an order. Returns how many of the first must be together; `None` where all must.
fn arrange(workspace: &mut Workspace<'_>, table: usize, work: Work) -> Result<Option<u64>, DatabaseError> {
    match work {
        Work::Write if workspace.is_divisible(table)? => workspace.arrange(table).map(Some),
        Work::LetGo if workspace.can_go_in_parts(table) => workspace.arrange_going(table).map(|()| Some(0)),
        _ => Ok(None),
    }
}

/// Divides a table, the first `together` rows in one part.
fn parts(table: usize, rows: u64, every: u64, together: u64) -> Vec<Part> {
    let (mut parts, mut from) = (Vec::new(), 0);
    while from < rows {
        let to = rows.min(if from == 0 { every.max(together) } else { from + every });
        parts.push(Part { table, range: Some((from, to)), rows: to - from });
        from = to;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_divided_into_parts() {
        let check = |rows, every, together, expect: &[(u64, u64)]| {
            let ranges: Vec<(u64, u64)> = parts(0, rows, every, together).iter().filter_map(|part| part.range).collect();
            assert_eq!(ranges, expect, "{rows} rows in parts of {every}, {together} together");
        };
        check(10, 4, 0, &[(0, 4), (4, 8), (8, 10)]);
        check(10, 4, 7, &[(0, 7), (7, 10)]);
        check(8, 4, 1, &[(0, 4), (4, 8)]);
        check(3, 4, 0, &[(0, 3)]);
    }
}
