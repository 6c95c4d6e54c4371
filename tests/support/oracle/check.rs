//! What must hold after every run, whatever the input.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::generate::{Case, Hand, insert_by_hand};
use super::import::{Outcome, Report, Rules, import_by};
use super::model::{Input, Primary, Row, RowId, Schema, State, known};
use super::value::V;

/// A promise that was broken.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Violation {
    /// Short name of the promise.
    pub(crate) promise: &'static str,
    /// Export at which it was broken, from 0.
    pub(crate) step: usize,
    pub(crate) text: String,
}

/// Returns what the database would refuse.
pub(crate) fn violations_of_state(schema: &Schema, state: &State) -> Vec<String> {
    let mut found = Vec::new();
    for (number, table) in schema.tables.iter().enumerate() {
        for key in table.all_keys() {
            let mut seen = BTreeSet::new();
            for row in state.tables[number].values() {
                if let Some(value) = key.judged_value(&known(row))
                    && !seen.insert(value.clone())
                {
                    found.push(format!("{}: key `{}` twice: {value:?}", table.name, key.name));
                }
            }
        }
        for (index, column) in table.columns.iter().enumerate() {
            for row in state.tables[number].values() {
                if row[index].is_null() && (!column.nullable || table.primary_columns().contains(&index)) {
                    found.push(format!("{}.{} is NULL", table.name, column.name));
                }
                let Some(reference) = &table.rules[index].reference else { continue };
                let primary = schema.tables[reference.table].primary_columns()[0];
                if !row[index].is_null() && !state.tables[reference.table].values().any(|parent| parent[primary] == row[index]) {
                    found.push(format!("{}.{} names no row: {:?}", table.name, column.name, row[index]));
                }
            }
        }
    }
    found
}

/// Runs a whole history and checks every promise after each export; calls `seen` with each report of a first import.
pub(crate) fn check_case(rules: Rules, case: &Case, seen: &mut dyn FnMut(Outcome)) -> Result<State, Violation> {
    let mut state = case.initial.clone();
    for (step, export) in case.steps.iter().enumerate() {
        for hand in &export.hand {
            apply_hand(&case.schema, &mut state, hand);
        }
        let broken = |promise: &'static str, text: String| Violation { promise, step, text };
        let (next, reports) = import_by(rules, &case.schema, &state, &export.input);
        reports.iter().flatten().for_each(|report| seen(report.outcome));
        check_run(&case.schema, &state, &next, &export.input, &reports).map_err(|(promise, text)| broken(promise, text))?;
        let (again, repeats) = import_by(rules, &case.schema, &next, &export.input);
        check_again(&next, &again, &reports, &repeats).map_err(|text| broken("fixed point", text))?;
        check_key_order(rules, &case.schema, &state, &export.input, (&next, &reports)).map_err(|text| broken("key order", text))?;
        state = next;
    }
    Ok(state)
}

/// Does something by hand, if the database would accept it; says whether it did.
pub(crate) fn apply_hand(schema: &Schema, state: &mut State, hand: &Hand) -> bool {
    match hand {
        Hand::Insert(number, row) => insert_by_hand(schema, state, *number, row.clone()),
        Hand::Delete(number, primary) => {
            let table = &schema.tables[*number];
            let Some(row) = state.tables[*number].iter().find(|(_, row)| table.primary_of(row) == *primary).map(|(id, _)| *id) else {
                return false;
            };
            let mut after = state.clone();
            after.tables[*number].remove(&row);
            after.gone.insert((*number, primary.clone()), row);
            let possible = violations_of_state(schema, &after).is_empty();
            if possible {
                *state = after;
            }
            possible
        }
    }
}

fn check_run(schema: &Schema, before: &State, after: &State, input: &Input, reports: &[Vec<Report>]) -> Result<(), (&'static str, String)> {
    if let Some(text) = violations_of_state(schema, after).first() {
        return Err(("valid state", text.clone()));
    }
    for (number, reports) in reports.iter().enumerate() {
        if reports.len() != input[number].len() {
            return Err(("counts", format!("{} reports for {} records", reports.len(), input[number].len())));
        }
        let count = |wanted: Outcome| reports.iter().filter(|report| report.outcome == wanted).count();
        let (old, new) = (&before.tables[number], &after.tables[number]);
        let inserted = new.keys().filter(|row| !old.contains_key(row)).count();
        let updated = old.iter().filter(|(id, row)| new.get(id).is_some_and(|after| after != *row)).count();
        if old.keys().any(|row| !new.contains_key(row)) {
            return Err(("counts", "a row is gone".into()));
        }
        if (inserted, updated) != (count(Outcome::Insert), count(Outcome::Update)) {
            return Err(("counts", format!("{inserted} rows inserted and {updated} updated, reported: {reports:?}")));
        }
        let holders: Vec<RowId> = reports
            .iter()
            .filter(|report| matches!(report.outcome, Outcome::Insert | Outcome::Update | Outcome::Unchanged))
            .filter_map(|report| report.row)
            .collect();
        if holders.iter().collect::<BTreeSet<_>>().len() != holders.len() {
            return Err(("one record a row", format!("{reports:?}")));
        }
        if reports.iter().any(|report| report.outcome == Outcome::Duplicate && !report.row.is_some_and(|row| holders.contains(&row))) {
            return Err(("one record a row", format!("a duplicate of nothing: {reports:?}")));
        }
    }
    Ok(())
}

/// P1: the same input again inserts and updates nothing and rejects the same records for the same reasons.
fn check_again(state: &State, again: &State, reports: &[Vec<Report>], repeats: &[Vec<Report>]) -> Result<(), String> {
    for (number, (first, second)) in reports.iter().zip(repeats).enumerate() {
        for (index, (first, second)) in first.iter().zip(second).enumerate() {
            let expected = match first.outcome {
                Outcome::Insert | Outcome::Update => Outcome::Unchanged,
                other => other,
            };
            if second.outcome != expected || second.row != first.row {
                return Err(format!("table {number} record {index}: first {first:?}, then {second:?}"));
            }
        }
    }
    if state.tables != again.tables {
        return Err("another state".into());
    }
    if state.ledger != again.ledger {
        return Err(format!("another ledger: {:?} then {:?}", state.ledger, again.ledger));
    }
    Ok(())
}

/// The order in which the database lists its keys changes nothing.
fn check_key_order(
    rules: Rules,
    schema: &Schema,
    before: &State,
    input: &Input,
    expected: (&State, &Vec<Vec<Report>>),
) -> Result<(), String> {
    let mut turned = schema.clone();
    for table in &mut turned.tables {
        table.keys.reverse();
    }
    let (state, reports) = import_by(rules, &turned, before, input);
    if (&state, &reports) == expected { Ok(()) } else { Err(format!("{:?} or {reports:?}", expected.1)) }
}

/// Tells how the contents of all tables, read back from a database, differ from the expected ones; `None` where they do not.
///
/// `actual` has one list of rows a table, in the oracle's column order, the rows in any order. Primary keys that the database assigns may have any values:
/// rows are told apart by their other values, by the rows that they refer to, and by the rows that refer to them, in as many rounds as it takes.
pub(crate) fn difference(schema: &Schema, expected: &State, actual: &[Vec<Row>]) -> Option<String> {
    let expected: Vec<Vec<Row>> = expected.tables.iter().map(|rows| rows.values().cloned().collect()).collect();
    let (mut ours, mut theirs) = (signatures(schema, &expected, None), signatures(schema, actual, None));
    for _ in 0..8 {
        for number in 0..schema.tables.len() {
            let sorted = |signatures: &[Vec<Uuid>]| {
                let mut of_table = signatures[number].clone();
                of_table.sort();
                of_table
            };
            if sorted(&ours) != sorted(&theirs) {
                return Some(format!(
                    "table `{}`: expected {:#?}, found {:#?}",
                    schema.tables[number].name, expected[number], actual[number]
                ));
            }
        }
        (ours, theirs) = (signatures(schema, &expected, Some(&ours)), signatures(schema, actual, Some(&theirs)));
    }
    None
}

/// Returns a hash of each row in which assigned keys do not occur, `last` being the one of the round before.
fn signatures(schema: &Schema, tables: &[Vec<Row>], last: Option<&Vec<Vec<Uuid>>>) -> Vec<Vec<Uuid>> {
    let primary = |table: usize, row: &Row| row[schema.tables[table].primary_columns()[0]].clone();
    let signature = |table: usize, row: usize| last.map_or(Uuid::nil(), |last| last[table][row]);
    let named = |table: usize, value: &V| {
        let place = tables[table].iter().position(|row| primary(table, row) == *value);
        place.map(|row| signature(table, row))
    };
    let referrers = |number: usize, row: &Row| {
        let mut found = Vec::new();
        for (child, table) in schema.tables.iter().enumerate() {
            for (column, _) in table.rules.iter().enumerate().filter(|(_, r)| r.reference.as_ref().is_some_and(|r| r.table == number)) {
                let places = (0..tables[child].len()).filter(|place| tables[child][*place][column] == primary(number, row));
                found.extend(places.map(|place| (child, column, signature(child, place))));
            }
        }
        found.sort();
        found
    };
    let described = |number: usize, row: &Row| {
        let table = &schema.tables[number];
        let value = |(column, value): (usize, &V)| match &table.rules[column].reference {
            _ if column == 0 && table.primary == Primary::Assigned => String::from("#"),
            Some(reference) if schema.tables[reference.table].primary == Primary::Assigned && !value.is_null() => {
                format!("{:?}", named(reference.table, value))
            }
            _ => format!("{value:?}"),
        };
        let values: Vec<String> = row.iter().enumerate().map(value).collect();
        Uuid::new_v5(&Uuid::nil(), format!("{values:?} {:?}", referrers(number, row)).as_bytes())
    };
    tables.iter().enumerate().map(|(number, rows)| rows.iter().map(|row| described(number, row)).collect()).collect()
}
