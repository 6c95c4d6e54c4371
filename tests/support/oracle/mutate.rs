//! The next export: what happens to records between two of them.

use super::generate::{Dice, field, legacy_id, record};
use super::model::{Field, Input, Primary, Record, Schema};

/// Makes the next export from the last one.
pub(super) fn mutate(dice: &mut Dice, schema: &Schema, last: &Input) -> Input {
    let mut next = last.clone();
    for number in 0..next.len() {
        next[number] = mutate_table(dice, schema, number, &next);
    }
    next
}

fn mutate_table(dice: &mut Dice, schema: &Schema, number: usize, input: &Input) -> Vec<Record> {
    let mut next = input[number].clone();
    for _ in 0..dice.below(5) {
        match dice.below(100) {
            0..25 => change(dice, schema, number, &mut next, input),
            25..40 => rotate_field(dice, schema, number, &mut next, 2),
            40..47 => rotate_field(dice, schema, number, &mut next, 3),
            47..57 => fresh_id(dice, &mut next),
            57..65 => drop_one(dice, &mut next),
            65..75 => duplicate(dice, schema, number, &mut next, input),
            75..77 => break_one(dice, schema, number, &mut next),
            77..93 => next.push(record(dice, schema, number, input)),
            _ => shuffle(dice, &mut next),
        }
    }
    next
}

fn change(dice: &mut Dice, schema: &Schema, number: usize, records: &mut [Record], input: &Input) {
    if records.is_empty() {
        return;
    }
    let index = dice.below(records.len());
    change_record(dice, schema, number, &mut records[index], input);
}

fn change_record(dice: &mut Dice, schema: &Schema, number: usize, record: &mut Record, input: &Input) {
    let column = dice.below(schema.tables[number].columns.len());
    match field(dice, schema, number, column, input) {
        Some(field) => record.fields.insert(column, field),
        None => record.fields.remove(&column),
    };
}

/// Hands one field round among `count` records: a swap, or a rotation.
fn rotate_field(dice: &mut Dice, schema: &Schema, number: usize, records: &mut [Record], count: usize) {
    if records.len() < count {
        return;
    }
    let start = dice.below(records.len());
    let column = dice.below(schema.tables[number].columns.len());
    let places: Vec<usize> = (0..count).map(|n| (start + n) % records.len()).collect();
    let fields: Vec<Option<Field>> = places.iter().map(|place| records[*place].fields.get(&column).cloned()).collect();
    for (n, place) in places.iter().enumerate() {
        match fields[(n + 1) % count].clone() {
            Some(field) => records[*place].fields.insert(column, field),
            None => records[*place].fields.remove(&column),
        };
    }
}

fn fresh_id(dice: &mut Dice, records: &mut [Record]) {
    if records.is_empty() {
        return;
    }
    let index = dice.below(records.len());
    if records[index].id.is_some() {
        records[index].id = Some(legacy_id(dice));
    }
}

fn drop_one(dice: &mut Dice, records: &mut Vec<Record>) {
    if !records.is_empty() {
        records.remove(dice.below(records.len()));
    }
}

/// Repeats a record later: as it is, with another id, or with another field.
fn duplicate(dice: &mut Dice, schema: &Schema, number: usize, records: &mut Vec<Record>, input: &Input) {
    if records.is_empty() {
        return;
    }
    let index = dice.below(records.len());
    let mut copy = records[index].clone();
    if copy.id.is_some() && dice.percent(50) {
        copy.id = Some(legacy_id(dice));
    }
    if dice.percent(40) {
        change_record(dice, schema, number, &mut copy, input);
    }
    let place = index + 1 + dice.below(records.len() - index);
    records.insert(place, copy);
}

fn break_one(dice: &mut Dice, schema: &Schema, number: usize, records: &mut [Record]) {
    let table = &schema.tables[number];
    let is_id = |column: usize| column == 0 && !matches!(table.primary, Primary::Natural(_));
    let columns: Vec<usize> = (0..table.columns.len()).filter(|column| table.rules[*column].mapped && !is_id(*column)).collect();
    if records.is_empty() || columns.is_empty() {
        return;
    }
    let index = dice.below(records.len());
    records[index].fields.insert(*dice.pick(&columns), Field::Broken);
}

fn shuffle(dice: &mut Dice, records: &mut [Record]) {
    for index in (1..records.len()).rev() {
        records.swap(index, dice.below(index + 1));
    }
}
