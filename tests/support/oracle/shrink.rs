//! Makes a failing case small: takes away whatever can be taken away while it still fails.

use super::check::violations_of_state;
use super::generate::Case;
use super::model::{Field, Key, OnDuplicate, OnUpdate, Part, Reference, Table};

/// Returns the smallest case found for which `fails` still says yes.
pub(crate) fn shrink(mut case: Case, fails: &dyn Fn(&Case) -> bool) -> Case {
    loop {
        let smaller = candidates(&case).into_iter().find(|candidate| *candidate != case && is_valid(candidate) && fails(candidate));
        match smaller {
            Some(smaller) => case = smaller,
            None => return case,
        }
    }
}

fn is_valid(case: &Case) -> bool {
    let has_identity = |table: &Table| {
        let is_it = |key: &Key| key.parts.iter().map(Part::column).eq(table.identity.iter().copied());
        table.identity.is_empty() || table.keys.iter().any(|key| key.matching && is_it(key))
    };
    // What a reference names rows by stays unique.
    let is_name = |table: &Table, column: usize| {
        let is_it = |key: &Key| key.predicate.is_none() && matches!(key.parts.as_slice(), [Part::Column(part)] if *part == column);
        table.all_keys().iter().any(is_it)
    };
    let names = |r: &Reference| case.schema.tables.get(r.table).is_some_and(|parent| r.by.is_none_or(|by| is_name(parent, by)));
    let is_whole = |table: &Table| table.rules.iter().filter_map(|rule| rule.reference.as_ref()).all(names);
    case.schema.tables.iter().all(|table| has_identity(table) && is_whole(table))
        && violations_of_state(&case.schema, &case.initial).is_empty()
}

fn candidates(case: &Case) -> Vec<Case> {
    let mut all = Vec::new();
    let mut add = |edit: &dyn Fn(&mut Case)| {
        let mut copy = case.clone();
        edit(&mut copy);
        all.push(copy);
    };
    for step in 0..case.steps.len() {
        add(&|c| drop(c.steps.remove(step)));
    }
    let last = case.schema.tables.len() - 1;
    if last > 0 {
        add(&|c| {
            c.schema.tables.pop();
            c.initial.tables.pop();
            for step in &mut c.steps {
                step.input.pop();
                step.hand.retain(|hand| match hand {
                    super::generate::Hand::Insert(table, _) | super::generate::Hand::Delete(table, _) => *table != last,
                });
            }
        });
    }
    for (number, rows) in case.initial.tables.iter().enumerate() {
        for row in rows.keys() {
            add(&|c| drop(c.initial.tables[number].remove(row)));
        }
    }
    for (step, export) in case.steps.iter().enumerate() {
        for hand in 0..export.hand.len() {
            add(&|c| drop(c.steps[step].hand.remove(hand)));
        }
        for (number, records) in export.input.iter().enumerate() {
            for (index, record) in records.iter().enumerate() {
                add(&|c| drop(c.steps[step].input[number].remove(index)));
                for (column, field) in &record.fields {
                    if *field != Field::Null {
                        add(&|c| drop(c.steps[step].input[number][index].fields.insert(*column, Field::Null)));
                    }
                }
                if record.id.is_some() {
                    add(&|c| c.steps[step].input[number][index].id = None);
                }
            }
        }
    }
    for (number, table) in case.schema.tables.iter().enumerate() {
        for key in 0..table.keys.len() {
            add(&|c| drop(c.schema.tables[number].keys.remove(key)));
            add(&|c| c.schema.tables[number].keys[key].matching = true);
            add(&|c| c.schema.tables[number].keys[key].nulls_equal = false);
            add(&|c| c.schema.tables[number].keys[key].predicate = None);
        }
        add(&|c| c.schema.tables[number].identity.clear());
        add(&|c| c.schema.tables[number].on_duplicate = OnDuplicate::Reject);
        for rule in 0..table.rules.len() {
            add(&|c| c.schema.tables[number].rules[rule].on_update = OnUpdate::Overwrite);
            add(&|c| c.schema.tables[number].rules[rule].absent_keep = false);
            add(&|c| c.schema.tables[number].rules[rule].default = None);
        }
    }
    all
}
