//! Whom a run blames for records that it rejected for the sake of others.
//!
//! **Invariant**: a root is a rejected record that nobody else is to blame for, and a chain of names leads to it; a record that names nothing but such ones by their ids has one;
//! and cascades count what they say.

use std::collections::{BTreeMap, BTreeSet};

use super::arena::{Fate, Told};
use crate::support::oracle::{Case, Code, Field, Record, Table, V};

/// A record: number of its table, place in the table's input.
type Named = (usize, usize);

/// Says what is wrong with the roots of one run.
pub(crate) fn check(case: &Case, step: usize, told: &Told) -> Result<(), String> {
    let (tables, input) = (&case.schema.tables, &case.steps[step].input);
    let rejected = |record: &Named| matches!(told.fate(&tables[record.0].name, record.1), Fate::Reject(_));
    let all: Vec<Named> = input
        .iter()
        .enumerate()
        .flat_map(|(table, records)| (0..records.len()).map(move |place| (table, place)))
        .filter(|r| rejected(r))
        .collect();
    let mut counted: BTreeMap<(String, u64), BTreeMap<String, u64>> = BTreeMap::new();
    for &(number, place) in &all {
        let (table, record) = (&tables[number], &input[number][place]);
        let fail = |text: String| Err(format!("`{}` record {place}: {text}", table.name));
        let Some((root_table, root_place)) = told.root(&table.name, place) else {
            let names = named(case, step, number, record, &all, (number, place));
            // A duplicate that went with the record of its row gave that row no name; and it has a root.
            let is_first = |other: &Named| told.root(&tables[other.0].name, other.1).is_none();
            let is_unresolved = told.fate(&table.name, place) == Fate::Reject(Code::Unresolved.as_str().to_owned());
            // A value of another column may be one that the row would not have had anyway.
            if is_unresolved && !names.is_empty() && names.iter().all(|(by, rejected)| by.is_none() && rejected.iter().any(is_first)) {
                return fail(format!("all that it names was rejected ({names:?}), and it has no root"));
            }
            continue;
        };
        *counted.entry((root_table.clone(), root_place)).or_default().entry(table.name.clone()).or_default() += 1;
        let root = tables.iter().position(|t| t.name == root_table).zip(usize::try_from(root_place).ok());
        let Some(root) = root.filter(|root| all.contains(root)) else {
            return fail(format!("its root `{root_table}` {root_place} was not rejected"));
        };
        if let Some(above) = told.root(&root_table, root.1) {
            return fail(format!("its root `{root_table}` {root_place} has a root itself: {above:?}"));
        }
        if !reachable(case, step, &all, (number, place), told).contains(&root) {
            return fail(format!("no chain of names leads to its root `{root_table}` {root_place}"));
        }
    }
    let reported: BTreeMap<(String, u64), BTreeMap<String, u64>> =
        told.report.cascades.iter().map(|cascade| ((cascade.table.clone(), cascade.place.index), cascade.by_table.clone())).collect();
    if reported == counted { Ok(()) } else { Err(format!("cascades are told as {reported:?}, and rejects have {counted:?}")) }
}

/// The rejected records that a record's chain of names leads to. A duplicate goes with the record that has its row, for the same reason.
fn reachable(case: &Case, step: usize, all: &[Named], from: Named, told: &Told) -> BTreeSet<Named> {
    let fate = |record: Named| told.fate(&case.schema.tables[record.0].name, record.1);
    let (mut found, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(record) = open.pop() {
        let names = named(case, step, record.0, &case.steps[step].input[record.0][record.1], all, record);
        let leaders = all.iter().copied().filter(|other| other.0 == record.0 && *other != record && fate(*other) == fate(record));
        for next in names.into_iter().flat_map(|(_, rejected)| rejected).chain(leaders) {
            if found.insert(next) {
                open.push(next);
            }
        }
    }
    found
}

/// For each reference of a record that must name a row: by which column, if not by id, and the rejected records that it names.
fn named(case: &Case, step: usize, number: usize, record: &Record, all: &[Named], own: Named) -> Vec<(Option<usize>, Vec<Named>)> {
    let table = &case.schema.tables[number];
    let input = &case.steps[step].input;
    let mut names = Vec::new();
    for (column, rule) in table.rules.iter().enumerate() {
        let Some(reference) = rule.reference.as_ref().filter(|r| !r.or_null) else { continue };
        let Some(raw) = said(table, record, column).filter(|raw| !raw.is_null()) else { continue };
        let parent = &case.schema.tables[reference.table];
        let has_name = |other: &&Named| {
            let other = &input[other.0][other.1];
            match reference.by {
                None => other.id.as_ref().is_some_and(|id| V::text(id) == raw),
                Some(by) => said(parent, other, by).as_ref() == Some(&raw),
            }
        };
        names.push((
            reference.by,
            all.iter().filter(|other| other.0 == reference.table && **other != own).filter(has_name).copied().collect(),
        ));
    }
    names
}

/// What a record says of a column, the mapping's default included.
fn said(table: &Table, record: &Record, column: usize) -> Option<V> {
    match record.fields.get(&column) {
        Some(Field::Value(value)) => Some(value.clone()),
        Some(Field::Null | Field::Broken) => None,
        None => table.rules[column].default.clone(),
    }
}
