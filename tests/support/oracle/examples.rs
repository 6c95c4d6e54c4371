//! The rules by example: a table with one key (or more), a few records, and what must become of them.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{
    Code, Column, Field, Input, Key, Kind, OnDuplicate, OnUpdate, Outcome, Part, Primary, Record, Rule, Schema, Scope, State, Table, V,
    import,
};
use Outcome::{Duplicate, Insert, Reject, Unchanged, Update};

/// A table `t (id assigned, a, b, c)` of nullable integers with the given keys; records are known by legacy ids.
fn table(keys: &[&[usize]], identity: &[usize]) -> Table {
    let column = |name: &str, nullable| Column { name: name.into(), kind: Kind::Int, nullable, default: None };
    let rule = |mapped| Rule { mapped, on_update: OnUpdate::Overwrite, absent_keep: false, default: None, reference: None };
    let key = |columns: &&[usize]| Key {
        name: format!("key{columns:?}"),
        parts: columns.iter().copied().map(Part::Column).collect(),
        predicate: None,
        nulls_not_distinct: false,
        matching: true,
        nulls_equal: false,
    };
    Table {
        name: "t".into(),
        columns: vec![column("id", false), column("a", true), column("b", true), column("c", true)],
        primary: Primary::Assigned,
        keys: keys.iter().map(key).collect(),
        rules: vec![rule(false), rule(true), rule(true), rule(true)],
        namespace: "t".into(),
        has_id: true,
        scope: Scope::Source,
        identity: identity.to_vec(),
        on_duplicate: OnDuplicate::Reject,
    }
}

type Line = (&'static str, [i64; 3]);

fn value(n: i64) -> V {
    if n == 0 { V::Null } else { V::Int(n) }
}

fn records(lines: &[Line]) -> Input {
    let record = |(id, values): &Line| Record {
        id: Some((*id).to_owned()).filter(|id| id != "-"),
        fields: values
            .iter()
            .enumerate()
            .map(|(column, n)| (column + 1, if *n == 0 { Field::Null } else { Field::Value(value(*n)) }))
            .collect(),
    };
    vec![lines.iter().map(record).collect()]
}

/// Rows made by hand, then exports with what must become of each record; 0 is NULL, `-` is no id.
fn check(table: Table, rows: &[[i64; 3]], exports: &[(&[Line], &[Outcome])]) {
    let schema = Schema { namespace: Uuid::nil(), tables: vec![table] };
    let row = |(place, values): (usize, &[i64; 3])| {
        let id = V::Int(i64::try_from(place).expect("few rows") + 1);
        (place as u64 + 1, std::iter::once(id).chain(values.iter().map(|n| value(*n))).collect())
    };
    let rows: BTreeMap<_, _> = rows.iter().enumerate().map(row).collect();
    let mut state = State { next_row: rows.len() as u64 + 1, next_assigned: 1001, tables: vec![rows], ..State::default() };
    for (number, (lines, expected)) in exports.iter().enumerate() {
        let (next, reports) = import(&schema, &state, &records(lines));
        let outcomes: Vec<Outcome> = reports[0].iter().map(|report| report.outcome).collect();
        assert_eq!(outcomes, *expected, "export {number}");
        state = next;
    }
}

#[test]
fn keys_are_swapped_and_rotated() {
    let first: &[Line] = &[("x", [1, 0, 0]), ("y", [2, 0, 0]), ("z", [3, 0, 0])];
    let swapped: &[Line] = &[("x", [2, 0, 0]), ("y", [1, 0, 0]), ("z", [3, 0, 0])];
    let rotated: &[Line] = &[("x", [3, 0, 0]), ("y", [2, 0, 0]), ("z", [1, 0, 0])];
    check(table(&[&[1]], &[]), &[], &[(first, &[Insert; 3]), (swapped, &[Update, Update, Unchanged]), (rotated, &[Update; 3])]);
}

#[test]
fn a_key_is_handed_on_to_a_new_record() {
    for identity in [&[][..], &[1]] {
        let later: &[Line] = &[("x", [2, 0, 0]), ("new", [1, 0, 0])];
        check(table(&[&[1]], identity), &[], &[(&[("x", [1, 0, 0])], &[Insert]), (later, &[Update, Insert])]);
    }
}

#[test]
fn a_row_made_by_hand_is_found_by_any_key_once() {
    let lines: &[Line] = &[("x", [1, 9, 0]), ("y", [8, 2, 0])];
    check(table(&[&[1], &[2]], &[]), &[[1, 2, 0]], &[(lines, &[Update, Insert]), (lines, &[Unchanged; 2])]);
}

#[test]
fn two_rows_are_ambiguous() {
    let stored = &[[1, 1, 0], [2, 2, 0]];
    check(table(&[&[1], &[2]], &[]), stored, &[(&[("x", [1, 2, 0])], &[Reject(Code::Ambiguous)])]);
    // Another record of the run turns out to be one of the two.
    check(table(&[&[1], &[2]], &[]), stored, &[(&[("x", [1, 2, 0]), ("y", [0, 1, 0])], &[Update, Update])]);
}

#[test]
fn a_null_part_finds_nothing() {
    let lines: &[Line] = &[("-", [1, 0, 0]), ("-", [1, 0, 5])];
    check(table(&[&[1, 2]], &[]), &[[1, 0, 0]], &[(lines, &[Insert; 2]), (lines, &[Unchanged; 2])]);
}

#[test]
fn duplicates_follow_the_policy() {
    let differ: &[Line] = &[("x", [1, 0, 1]), ("x", [1, 0, 2])];
    let policy = |on_duplicate| Table { on_duplicate, ..table(&[&[1]], &[]) };
    check(policy(OnDuplicate::Reject), &[], &[(differ, &[Insert, Reject(Code::DuplicateInInput)])]);
    check(policy(OnDuplicate::First), &[], &[(differ, &[Insert, Duplicate])]);
    check(policy(OnDuplicate::Last), &[], &[(differ, &[Duplicate, Insert])]);
    check(policy(OnDuplicate::Reject), &[], &[(&[("x", [1, 0, 1]), ("y", [1, 0, 1])], &[Insert, Duplicate])]);
}

#[test]
fn a_declared_identity_makes_one_of_two_ids() {
    let lines: &[Line] = &[("x", [1, 0, 1]), ("y", [1, 0, 2])];
    check(
        table(&[&[1]], &[1]),
        &[],
        &[(lines, &[Insert, Reject(Code::DuplicateInInput)]), (lines, &[Unchanged, Reject(Code::DuplicateInInput)])],
    );
    let (first, both): (&[Line], &[Line]) = (&[("x", [1, 0, 1])], &[("y", [1, 0, 2]), ("x", [1, 0, 1])]);
    check(table(&[&[1]], &[1]), &[], &[(first, &[Insert]), (both, &[Update, Reject(Code::DuplicateInInput)])]);
}

#[test]
fn a_conflict_falls_back_and_drags_on() {
    // `x` may not take the key of a row that nobody rewrites, so `y` may not have the one that `x` keeps.
    let volatile = || {
        let mut table = table(&[&[1], &[2]], &[]);
        table.keys[0].matching = false;
        table
    };
    let later: &[Line] = &[("x", [9, 1, 0]), ("y", [1, 2, 0])];
    let outcomes = &[Reject(Code::Conflicts), Reject(Code::Conflicts)];
    check(volatile(), &[[9, 9, 0]], &[(&[("x", [1, 1, 0])], &[Insert]), (later, outcomes), (later, outcomes)]);
}
