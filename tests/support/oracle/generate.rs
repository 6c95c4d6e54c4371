//! Random cases: a schema with its mappings, rows made by hand, and a sequence of exports.
//!
//! Value domains are tiny, so that collisions, swaps, rotations, ambiguities and duplicates are common.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::check::violations_of_state;
use super::model::{
    Column, Field, IdForm, Input, Key, Kind, OnDuplicate, OnUpdate, Part, Predicate, Primary, Record, Reference, Row, Rule, Schema, Scope,
    State, Table,
};
use super::mutate::mutate;
use super::value::V;

/// A whole history.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Case {
    pub(crate) schema: Schema,
    /// Rows made by hand; the ledger is empty.
    pub(crate) initial: State,
    pub(crate) steps: Vec<Step>,
}

/// One export, and what somebody does to the tables before it is imported.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Step {
    pub(crate) hand: Vec<Hand>,
    pub(crate) input: Input,
}

/// Something done by hand.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Hand {
    /// A new row.
    Insert(usize, Row),
    /// The row with this primary key is deleted, if it exists and no row refers to it.
    Delete(usize, Row),
}

/// What cases may contain beyond the basics.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub(crate) struct Features {
    /// Partial keys.
    pub(crate) partial: bool,
    /// Keys on `lower(column)`.
    pub(crate) expression: bool,
    /// Keys with NULLS NOT DISTINCT, which SQLite does not have.
    pub(crate) nulls_not_distinct: bool,
    /// Rows inserted and deleted by hand between the exports.
    pub(crate) hand: bool,
    /// Tables whose records have neither a remembered id nor a primary key.
    pub(crate) without_id: bool,
    /// References to the table itself.
    pub(crate) self_reference: bool,
    /// References to a later table, which refers to the table.
    pub(crate) circular: bool,
    /// `match = false` and `nulls = "equal"`.
    pub(crate) key_rules: bool,
    /// `on_update` and `absent` other than the defaults.
    pub(crate) column_rules: bool,
    /// Keys whose columns cannot hold another value for a moment: references that are NOT NULL or whose NULL counts, and columns that an absent field leaves alone.
    pub(crate) rigid_keys: Rigid,
}

/// Which tables have rigid keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rigid {
    Nowhere,
    /// Those that no table refers to: their rows can be taken out for a moment.
    OfLeaves,
    Everywhere,
}

impl Features {
    /// All that both backends have.
    pub(crate) const COMMON: Self = Self {
        partial: true,
        expression: true,
        nulls_not_distinct: false,
        hand: true,
        without_id: true,
        self_reference: true,
        circular: false,
        key_rules: true,
        column_rules: true,
        rigid_keys: Rigid::Everywhere,
    };
    /// What the program can evaluate on both backends.
    pub(crate) const PROGRAM: Self = Self { rigid_keys: Rigid::Nowhere, ..Self::COMMON };
    /// The least.
    pub(crate) const PLAIN: Self = Self {
        partial: false,
        expression: false,
        nulls_not_distinct: false,
        hand: false,
        without_id: false,
        self_reference: false,
        circular: false,
        key_rules: false,
        column_rules: false,
        rigid_keys: Rigid::Nowhere,
    };
}

/// A source of random numbers (splitmix64): a case is made again from its seed.
#[derive(Clone, Debug)]
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Returns a number below `n`.
    pub(super) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n.max(1) as u64).unwrap_or(0)
    }

    /// Says yes in so many of a hundred cases.
    pub(super) fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

const LEGACY_IDS: [&str; 7] = ["1", "2", "3", "4", "5", "00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"];

impl Case {
    /// Makes the case of a seed.
    pub(crate) fn random(seed: u64, features: Features) -> Self {
        let mut dice = Dice::new(seed);
        let schema = schema(&mut dice, features);
        let initial = initial(&mut dice, &schema);
        let mut steps: Vec<Step> = Vec::new();
        for number in 0..3 {
            let input = match steps.last() {
                None => first_export(&mut dice, &schema),
                Some(last) => mutate(&mut dice, &schema, &last.input),
            };
            let hand = if features.hand && number > 0 { hand(&mut dice, &schema) } else { Vec::new() };
            steps.push(Step { hand, input });
        }
        Self { schema, initial, steps }
    }
}

fn schema(dice: &mut Dice, features: Features) -> Schema {
    let count = 1 + dice.below(3);
    let mut schema = Schema { namespace: Uuid::from_u128(0x7e57_0000_0000_4000_8000_0000_0000_0001), tables: Vec::new() };
    for number in 0..count {
        let table = table(dice, features, &schema, number);
        schema.tables.push(table);
    }
    if features.circular {
        close_circle(dice, features, &mut schema);
    }
    if features.rigid_keys == Rigid::OfLeaves {
        let named: BTreeSet<usize> =
            schema.tables.iter().flat_map(|t| &t.rules).filter_map(|rule| Some(rule.reference.as_ref()?.table)).collect();
        for number in named {
            loosen_keys(&mut schema.tables[number]);
        }
    }
    schema
}

/// Lets a table refer to a later one that refers to it.
fn close_circle(dice: &mut Dice, features: Features, schema: &mut Schema) {
    let refers = |child: &Table, parent: usize| child.rules.iter().any(|rule| rule.reference.as_ref().is_some_and(|r| r.table == parent));
    let pairs: Vec<(usize, usize)> = (0..schema.tables.len())
        .flat_map(|later| (0..later).map(move |earlier| (earlier, later)))
        .filter(|(earlier, later)| refers(&schema.tables[*later], *earlier) && schema.tables[*later].primary_columns().len() == 1)
        .collect();
    if pairs.is_empty() {
        return;
    }
    let (earlier, later) = *dice.pick(&pairs);
    let parent = schema.tables[later].clone();
    let kind = parent.columns[parent.primary_columns()[0]].kind;
    let table = &mut schema.tables[earlier];
    let count = table.columns.len();
    push_reference(dice, features, table, &parent, later, kind);
    if table.columns.len() > count {
        table.columns[count].nullable = true;
        table.rules[count] = Rule { reference: table.rules[count].reference.clone(), ..overwrite() };
        // The last column is not part of any key.
        table.columns.swap(count - 1, count);
        table.rules.swap(count - 1, count);
    }
    // A value that is NULL only because the record it names was rejected would be kept by the next run.
    for table in &mut schema.tables {
        for rule in table.rules.iter_mut().filter(|rule| rule.reference.as_ref().is_some_and(|r| r.or_null)) {
            rule.on_update = OnUpdate::Overwrite;
        }
    }
}

fn table(dice: &mut Dice, features: Features, schema: &Schema, number: usize) -> Table {
    let (primary, has_id, scope) = primary(dice, features);
    let mut table = Table {
        name: format!("t{number}"),
        columns: Vec::new(),
        primary,
        keys: Vec::new(),
        rules: Vec::new(),
        namespace: format!("ns{number}"),
        has_id,
        scope,
        identity: Vec::new(),
        on_duplicate: *dice.pick(&[OnDuplicate::Reject, OnDuplicate::Reject, OnDuplicate::First, OnDuplicate::Last]),
    };
    match table.primary {
        Primary::Id(IdForm::Uuid) => push_plain(&mut table, "id", Kind::Uuid),
        Primary::Id(IdForm::Value) => push_plain(&mut table, "id", Kind::Text),
        Primary::Assigned => push_plain(&mut table, "id", Kind::Int),
        Primary::Natural(_) => {}
    }
    for name in ["a", "b", "c", "d"].into_iter().take(2 + dice.below(3)) {
        push_value(dice, features, &mut table, name);
    }
    if let Primary::Natural(columns) = &table.primary.clone() {
        for column in columns {
            table.columns[*column].nullable = false;
            table.columns[*column].default = None;
            table.rules[*column] = overwrite();
        }
    }
    push_references(dice, features, schema, number, &mut table);
    push_keys(dice, features, number, &mut table);
    if features.rigid_keys == Rigid::Nowhere {
        loosen_keys(&mut table);
    }
    push_plain(&mut table, "note", Kind::Int);
    let note = table.columns.len() - 1;
    table.columns[note].nullable = true;
    table.rules[note] = column_rule(dice, features, &table.columns[note]);
    table
}

fn primary(dice: &mut Dice, features: Features) -> (Primary, bool, Scope) {
    let scope = if features.without_id && dice.percent(20) { Scope::Run } else { Scope::Source };
    let without_id = features.without_id && dice.percent(25);
    match dice.below(100) {
        0..35 => (Primary::Id(IdForm::Uuid), true, Scope::Source),
        35..45 => (Primary::Id(IdForm::Value), true, Scope::Source),
        45..75 => (Primary::Assigned, !without_id, scope),
        75..92 => (Primary::Natural(vec![0]), !without_id, scope),
        _ => (Primary::Natural(vec![0, 1]), !without_id, scope),
    }
}

fn overwrite() -> Rule {
    Rule { mapped: true, on_update: OnUpdate::Overwrite, absent_keep: false, default: None, reference: None }
}

fn push_plain(table: &mut Table, name: &str, kind: Kind) {
    table.columns.push(Column { name: name.into(), kind, nullable: false, default: None });
    let mapped = name != "id" || table.primary != Primary::Assigned;
    table.rules.push(Rule { mapped, ..overwrite() });
}

fn push_value(dice: &mut Dice, features: Features, table: &mut Table, name: &str) {
    let kind = *dice.pick(&[Kind::Int, Kind::Text]);
    let mut column = Column { name: name.into(), kind, nullable: dice.percent(50), default: None };
    if dice.percent(15) {
        column.default = Some(value(dice, kind));
    }
    let mut rule = column_rule(dice, features, &column);
    if (column.nullable || column.default.is_some()) && dice.percent(6) {
        rule = Rule { mapped: false, ..overwrite() };
    }
    table.columns.push(column);
    table.rules.push(rule);
}

fn column_rule(dice: &mut Dice, features: Features, column: &Column) -> Rule {
    if !features.column_rules {
        return overwrite();
    }
    let on_update = match dice.below(100) {
        0..8 => OnUpdate::Keep,
        8..16 => OnUpdate::Fill,
        _ => OnUpdate::Overwrite,
    };
    let default = dice.percent(8).then(|| value(dice, column.kind));
    let absent_keep = dice.percent(15) && default.is_none();
    Rule { on_update, absent_keep, default, ..overwrite() }
}

fn push_references(dice: &mut Dice, features: Features, schema: &Schema, number: usize, table: &mut Table) {
    for (parent_number, parent) in schema.tables.iter().enumerate() {
        if parent.primary_columns().len() == 1 && dice.percent(60) {
            let kind = parent.columns[parent.primary_columns()[0]].kind;
            push_reference(dice, features, table, parent, parent_number, kind);
        }
    }
    if features.self_reference && table.primary_columns().len() == 1 && dice.percent(30) {
        let kind = table.columns[table.primary_columns()[0]].kind;
        let own = Table { keys: Vec::new(), ..table.clone() };
        push_reference(dice, features, table, &own, number, kind);
        let last = table.columns.len() - 1;
        table.columns[last].nullable = true;
        if table.is_self_reference(number, last) && table.rules[last].reference.as_ref().is_some_and(|r| r.or_null) {
            // A value that is NULL only because the record it names was rejected would be kept by the next run.
            table.rules[last].on_update = OnUpdate::Overwrite;
        }
    }
}

/// Adds a column that refers to `parent`, if the source can name its rows.
fn push_reference(dice: &mut Dice, features: Features, table: &mut Table, parent: &Table, parent_number: usize, kind: Kind) {
    let mut ways: Vec<Option<usize>> = if parent.has_id { vec![None, None] } else { Vec::new() };
    let single = parent.all_keys().into_iter().filter(|key| key.parts.len() == 1 && key.predicate.is_none() && key.name != "primary key");
    ways.extend(single.filter_map(|key| match key.parts[0] {
        Part::Column(column) if parent.rules[column].reference.is_none() => Some(Some(column)),
        _ => None,
    }));
    if let Primary::Natural(columns) = &parent.primary {
        ways.push(Some(columns[0]));
    }
    if ways.is_empty() {
        return;
    }
    let by = *dice.pick(&ways);
    let nullable = dice.percent(60);
    let name = if parent.name == table.name { "self".into() } else { format!("{}_ref", parent.name) };
    table.columns.push(Column { name, kind, nullable, default: None });
    let or_null = nullable && dice.percent(40);
    let reference = Some(Reference { table: parent_number, by, or_null });
    let column = &table.columns[table.columns.len() - 1];
    table.rules.push(Rule { default: None, reference, ..column_rule(dice, features, column) });
}

fn push_keys(dice: &mut Dice, features: Features, number: usize, table: &mut Table) {
    let first = usize::from(!matches!(table.primary, Primary::Natural(_)));
    let columns: Vec<usize> = (first..table.columns.len()).collect();
    for _ in 0..=dice.below(3) {
        let mut chosen: Vec<usize> = Vec::new();
        for _ in 0..*dice.pick(&[1, 1, 2, 2, 3]) {
            let column = *dice.pick(&columns);
            if !chosen.contains(&column) {
                chosen.push(column);
            }
        }
        let key = key(dice, features, table, &chosen);
        // No two keys of the same columns in another order: a mapping names a key by its columns.
        let set = |columns: &[usize]| columns.iter().copied().collect::<BTreeSet<_>>();
        let same = |other: &Key| set(&other.parts.iter().map(Part::column).collect::<Vec<_>>()) == set(&chosen);
        if set(&chosen) != set(&table.primary_columns()) && !table.keys.iter().any(same) {
            table.keys.push(key);
        }
    }
    let plain = |key: &&Key| {
        let simple = key.predicate.is_none() && key.parts.iter().all(|part| matches!(part, Part::Column(_)));
        simple
            && key.matching
            && key.parts.iter().all(|part| table.rules[part.column()].mapped && !table.is_self_reference(number, part.column()))
    };
    let identities: Vec<Vec<usize>> = table.keys.iter().filter(plain).map(|key| key.parts.iter().map(Part::column).collect()).collect();
    if !identities.is_empty() && dice.percent(45) {
        table.identity.clone_from(dice.pick(&identities));
    }
}

fn loosen_keys(table: &mut Table) {
    for column in table.keys.iter().flat_map(|key| &key.parts).map(Part::column) {
        table.rules[column].absent_keep = false;
        table.columns[column].nullable |= table.rules[column].reference.is_some();
    }
    for key in &mut table.keys {
        key.nulls_not_distinct &= key.parts.iter().all(|part| table.rules[part.column()].reference.is_none());
    }
}

fn key(dice: &mut Dice, features: Features, table: &Table, columns: &[usize]) -> Key {
    let part = |dice: &mut Dice, column: usize| {
        let lower =
            features.expression && table.columns[column].kind == Kind::Text && table.rules[column].reference.is_none() && dice.percent(12);
        if lower { Part::Lower(column) } else { Part::Column(column) }
    };
    let parts: Vec<Part> = columns.iter().map(|column| part(dice, *column)).collect();
    let predicates: Vec<usize> = (0..table.columns.len())
        .filter(|c| !table.primary_columns().contains(c) && !columns.contains(c) && table.rules[*c].reference.is_none())
        .collect();
    let predicate = (features.partial && !predicates.is_empty() && dice.percent(10)).then(|| {
        let column = *dice.pick(&predicates);
        if table.columns[column].nullable {
            Predicate::IsNull(column)
        } else {
            Predicate::Is(column, value(dice, table.columns[column].kind))
        }
    });
    let names: Vec<&str> = columns.iter().map(|column| table.columns[*column].name.as_str()).collect();
    Key {
        name: format!("{}_{}", table.name, names.join("_")),
        parts,
        predicate,
        nulls_not_distinct: features.nulls_not_distinct && dice.percent(15),
        matching: !(features.key_rules && dice.percent(15)),
        nulls_equal: features.key_rules && dice.percent(15),
    }
}

/// Returns a value of a domain of five, upper and lower case included.
pub(super) fn value(dice: &mut Dice, kind: Kind) -> V {
    match kind {
        Kind::Int => V::Int(i64::try_from(dice.below(5)).unwrap_or(0)),
        Kind::Text => V::text(*dice.pick(&["u", "v", "w", "x", "X"])),
        Kind::Uuid => V::text(*dice.pick(&LEGACY_IDS[5..])),
    }
}

fn first_export(dice: &mut Dice, schema: &Schema) -> Input {
    let mut input: Input = vec![Vec::new(); schema.tables.len()];
    for number in 0..schema.tables.len() {
        for _ in 0..2 + dice.below(6) {
            let record = record(dice, schema, number, &input);
            input[number].push(record);
        }
    }
    input
}

/// Makes a record at random; its references mostly name records of `input`.
pub(super) fn record(dice: &mut Dice, schema: &Schema, number: usize, input: &Input) -> Record {
    let table = &schema.tables[number];
    let mut fields = BTreeMap::new();
    for column in 0..table.columns.len() {
        if let Some(field) = field(dice, schema, number, column, input) {
            fields.insert(column, field);
        }
    }
    let id = (table.has_id && !dice.percent(4)).then(|| legacy_id(dice));
    Record { id, fields }
}

pub(super) fn legacy_id(dice: &mut Dice) -> String {
    (*dice.pick(&LEGACY_IDS)).to_owned()
}

/// Makes what a record says of a column; `None` for nothing.
pub(super) fn field(dice: &mut Dice, schema: &Schema, number: usize, column: usize, input: &Input) -> Option<Field> {
    let table = &schema.tables[number];
    let rule = &table.rules[column];
    let is_id = column == 0 && !matches!(table.primary, Primary::Natural(_));
    if !rule.mapped || is_id {
        return None;
    }
    let nullable = table.columns[column].nullable;
    let roll = dice.below(1000);
    if roll < 4 {
        return Some(Field::Broken);
    }
    if roll < if nullable || rule.absent_keep || rule.default.is_some() { 120 } else { 8 } {
        return None;
    }
    if roll < if nullable { 240 } else { 12 } {
        return Some(Field::Null);
    }
    let Some(reference) = &rule.reference else { return Some(Field::Value(value(dice, table.columns[column].kind))) };
    if let Some(named) = name_of_record(dice, &input[reference.table], reference) {
        return Some(Field::Value(named));
    }
    Some(Field::Value(match reference.by {
        None => V::text(legacy_id(dice)),
        Some(by) => value(dice, schema.tables[reference.table].columns[by].kind),
    }))
}

/// Returns what a reference says to name one of `records`; mostly.
fn name_of_record(dice: &mut Dice, records: &[Record], reference: &Reference) -> Option<V> {
    if records.is_empty() || dice.percent(10) {
        return None;
    }
    let record = dice.pick(records);
    match reference.by {
        None => record.id.clone().map(V::text),
        Some(by) => record.fields.get(&by).and_then(|field| if let Field::Value(value) = field { Some(value.clone()) } else { None }),
    }
}

fn initial(dice: &mut Dice, schema: &Schema) -> State {
    let mut state = State { tables: vec![BTreeMap::new(); schema.tables.len()], next_row: 1, next_assigned: 1001, ..State::default() };
    for number in 0..schema.tables.len() {
        for _ in 0..dice.below(7) {
            let row = hand_row(dice, schema, &state, number);
            insert_by_hand(schema, &mut state, number, row);
        }
    }
    state
}

/// Inserts a row if the database would accept it.
pub(super) fn insert_by_hand(schema: &Schema, state: &mut State, number: usize, row: Row) -> bool {
    let id = state.gone.get(&(number, schema.tables[number].primary_of(&row))).copied().unwrap_or(state.next_row);
    // An import may have made it again.
    if state.tables[number].contains_key(&id) {
        return false;
    }
    state.tables[number].insert(id, row);
    if violations_of_state(schema, state).is_empty() {
        state.next_row = state.next_row.max(id + 1);
        return true;
    }
    state.tables[number].remove(&id);
    false
}

/// Makes a row; its references name rows of `state`, or nothing.
fn hand_row(dice: &mut Dice, schema: &Schema, state: &State, number: usize) -> Row {
    let table = &schema.tables[number];
    let mut row = Row::new();
    for (index, column) in table.columns.iter().enumerate() {
        let reference = table.rules[index].reference.as_ref();
        let made = match (&table.primary, index, reference) {
            (Primary::Assigned, 0, _) => V::Int(1 + i64::try_from(dice.below(40)).unwrap_or(0)),
            (Primary::Id(_), 0, _) if dice.percent(80) => {
                let id = legacy_id(dice);
                schema.primary_of_id(number, &id).unwrap_or(V::Null)
            }
            (Primary::Id(_), 0, _) => {
                V::text(*dice.pick(&["00000000-0000-4000-8000-0000000000f1", "00000000-0000-4000-8000-0000000000f2"]))
            }
            (_, _, Some(reference)) => {
                let parents: Vec<&Row> = state.tables[reference.table].values().collect();
                if parents.is_empty() || dice.percent(15) {
                    V::Null
                } else {
                    dice.pick(&parents)[schema.tables[reference.table].primary_columns()[0]].clone()
                }
            }
            _ if column.nullable && dice.percent(15) => V::Null,
            _ => value(dice, column.kind),
        };
        row.push(made);
    }
    row
}

fn hand(dice: &mut Dice, schema: &Schema) -> Vec<Hand> {
    let empty = State { tables: vec![BTreeMap::new(); schema.tables.len()], ..State::default() };
    let mut done = Vec::new();
    while dice.percent(25) {
        let number = dice.below(schema.tables.len());
        let row = hand_row(dice, schema, &empty, number);
        let primary = schema.tables[number].primary_columns().iter().map(|c| row[*c].clone()).collect();
        // What the database assigned is not known here, so only rows made by hand can be named in such a table.
        done.push(if dice.percent(40) { Hand::Delete(number, primary) } else { Hand::Insert(number, row) });
    }
    done
}
