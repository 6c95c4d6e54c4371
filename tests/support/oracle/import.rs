//! One run: what becomes of each record, and the state afterwards.
//!
//! Takes a schema, a state and an input; gives the next state and one [`Report`] a record.

use std::collections::BTreeMap;

use super::model::{Field, Input, Primary, Record, Reference, RowId, Rule, Schema, Scope, State, Table};
use super::resolve::{Names, Resolution, Work, resolve_table};
use super::value::V;

/// Rules that can be switched off to see what they are good for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rules {
    /// The ledger remembers the row of a record that was bound and then rejected.
    pub(crate) remember_rejected: bool,
    /// The ledger remembers a record without a remembered id by its content.
    pub(crate) remember_content: bool,
}

impl Rules {
    /// All of them.
    pub(crate) const ALL: Self = Self { remember_rejected: true, remember_content: true };
}

/// Why a record was rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Code {
    /// `value/wrong_kind`
    WrongKind,
    /// `value/missing`
    Missing,
    /// `key/ambiguous`
    Ambiguous,
    /// `key/duplicate_in_input`
    DuplicateInInput,
    /// `key/conflicts_with_stored_row`
    Conflicts,
    /// `reference/unresolved_reference`
    Unresolved,
}

impl Code {
    /// Returns the program's slug.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::WrongKind => "value/wrong_kind",
            Self::Missing => "value/missing",
            Self::Ambiguous => "key/ambiguous",
            Self::DuplicateInInput => "key/duplicate_in_input",
            Self::Conflicts => "key/conflicts_with_stored_row",
            Self::Unresolved => "reference/unresolved_reference",
        }
    }
}

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Outcome {
    Insert,
    Update,
    Unchanged,
    Duplicate,
    Reject(Code),
}

/// What became of a record, and of which row it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Report {
    pub(crate) outcome: Outcome,
    /// The row of an accepted record, and of the record whose duplicate this one is; `None` for rejects.
    pub(crate) row: Option<RowId>,
    /// The row to which a record was bound before it was rejected.
    pub(crate) lost: Option<RowId>,
}

/// A record after normalization, its references to earlier tables resolved.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) id: Option<String>,
    /// By what the ledger knows the record.
    pub(super) remembered_as: Option<String>,
    /// One entry a column.
    pub(super) cells: Vec<Cell>,
    /// What references to other tables say, by column.
    pub(super) raws: BTreeMap<usize, V>,
    pub(super) rejected: Option<Code>,
}

/// What a record says of one column.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Nothing: the column is not mapped. An insert has this value; `None` where the database assigns it.
    Unmapped(Option<V>),
    /// Nothing, and a stored value is left alone. An insert has this value.
    Keep(V),
    /// This value.
    Value(V),
    /// The row that this text names in the same table.
    SelfReference(V),
    /// The row that this text names in a later table; not known yet.
    Late(V),
}

/// Imports by all rules.
pub(crate) fn import(schema: &Schema, state: &State, input: &Input) -> (State, Vec<Vec<Report>>) {
    import_by(Rules::ALL, schema, state, input)
}

/// Imports by the given rules.
pub(crate) fn import_by(rules: Rules, schema: &Schema, before: &State, input: &Input) -> (State, Vec<Vec<Report>>) {
    let mut works: Vec<Work<'_>> = Vec::new();
    let (mut after, mut reports, mut names) = (before.clone(), Vec::new(), Vec::<Names>::new());
    for (number, records) in input.iter().enumerate() {
        let find = |reference: &Reference, raw: &V| names[reference.table].resolve(schema, &after, reference, raw);
        let mut items: Vec<Item> = records.iter().map(|record| normalize(schema, number, record, &find)).collect();
        if rules.remember_content {
            remember_by_content(&schema.tables[number], records, &mut items);
        }
        works.push(resolve_table(schema, before, number, items));
        (after, reports, names) = write_all(rules, schema, before, &works);
    }
    // References to later tables are known only now, and what they drag along may reach back.
    let is_circular = schema.tables.iter().enumerate().any(|(this, t)| (0..t.rules.len()).any(|column| t.is_late_reference(this, column)));
    let mut changed = is_circular;
    while changed {
        changed = false;
        for number in 0..works.len() {
            changed |= works[number].resolve_others(&names, &after);
            changed |= works[number].settle_final_state();
            (after, reports, names) = write_all(rules, schema, before, &works);
        }
    }
    (after, reports)
}

/// Writes what all tables have come to.
fn write_all(rules: Rules, schema: &Schema, before: &State, works: &[Work<'_>]) -> (State, Vec<Vec<Report>>, Vec<Names>) {
    let mut after = before.clone();
    let written = works.iter().enumerate().map(|(number, work)| write(rules, schema, &mut after, number, &work.items, &work.resolution()));
    let (reports, names) = written.unzip();
    (after, reports, names)
}

/// The first, second, ... record of the same content without a remembered id is the same one in every run.
fn remember_by_content(table: &Table, records: &[Record], items: &mut [Item]) {
    let nameless: Vec<usize> = (0..items.len()).filter(|index| items[*index].remembered_as.is_none()).collect();
    let contents: Vec<String> = nameless.iter().map(|index| format!("{:?}", content(table, &records[*index]))).collect();
    for (place, index) in nameless.iter().enumerate() {
        let before = contents[..place].iter().filter(|other| **other == contents[place]).count();
        items[*index].remembered_as = Some(format!("{} {before}", contents[place]));
    }
}

/// Returns the fields with the mapping's defaults, references as the source names them.
fn content(table: &Table, record: &Record) -> Vec<Option<Field>> {
    let field = |(column, rule): (usize, &Rule)| {
        let said = record.fields.get(&column).cloned();
        said.or_else(|| rule.default.clone().map(Field::Value)).filter(|_| rule.mapped)
    };
    table.rules.iter().enumerate().map(field).collect()
}

/// Rule 0: normalizes a record and resolves its references to earlier tables; `find` finds the row that one names.
fn normalize(schema: &Schema, number: usize, record: &Record, find: &dyn Fn(&Reference, &V) -> Option<V>) -> Item {
    let table = &schema.tables[number];
    let id = record.id.clone().filter(|_| table.has_id);
    let remembered_as = id.clone().filter(|_| table.scope == Scope::Source);
    let mut item = Item { id, remembered_as, cells: Vec::new(), raws: BTreeMap::new(), rejected: None };
    let mut unresolved = false;
    for (index, rule) in table.rules.iter().enumerate() {
        let column = &table.columns[index];
        let column_default = column.default.clone().unwrap_or(V::Null);
        if index == 0 && !matches!(table.primary, Primary::Natural(_)) {
            item.cells.push(id_cell(schema, number, &mut item.rejected, item.id.as_deref()));
            continue;
        }
        if !rule.mapped {
            item.cells.push(Cell::Unmapped(Some(column_default)));
            continue;
        }
        let value = match (record.fields.get(&index), &rule.default) {
            (Some(Field::Broken), _) => {
                item.rejected.get_or_insert(Code::WrongKind);
                item.cells.push(Cell::Value(V::Null));
                continue;
            }
            (Some(Field::Value(value)), _) | (None, Some(value)) => value.clone(),
            (Some(Field::Null), _) => V::Null,
            (None, None) if rule.absent_keep => {
                item.cells.push(Cell::Keep(column_default));
                continue;
            }
            (None, None) => {
                // The column's own default is a stored value already, not a name to be looked up.
                if column_default.is_null() && !column.nullable {
                    item.rejected.get_or_insert(Code::Missing);
                }
                item.cells.push(Cell::Value(column_default));
                continue;
            }
        };
        if value.is_null() && !column.nullable {
            item.rejected.get_or_insert(Code::Missing);
        }
        let cell = match &rule.reference {
            Some(reference) if !value.is_null() && reference.table == number => Cell::SelfReference(value),
            Some(reference) if !value.is_null() && reference.table > number => {
                item.raws.insert(index, value.clone());
                Cell::Late(value)
            }
            Some(reference) if !value.is_null() => {
                let found = find(reference, &value);
                unresolved |= found.is_none() && !reference.or_null;
                item.raws.insert(index, value.clone());
                Cell::Value(found.unwrap_or(V::Null))
            }
            _ => Cell::Value(value),
        };
        item.cells.push(cell);
    }
    if unresolved {
        item.rejected.get_or_insert(Code::Unresolved);
    }
    item
}

fn id_cell(schema: &Schema, number: usize, rejected: &mut Option<Code>, id: Option<&str>) -> Cell {
    if schema.tables[number].primary == Primary::Assigned {
        return Cell::Unmapped(None);
    }
    let value = id.and_then(|id| schema.primary_of_id(number, id));
    if value.is_none() {
        rejected.get_or_insert(Code::Missing);
    }
    Cell::Value(value.unwrap_or(V::Null))
}

/// Writes the final rows and the ledger, and tells the outcomes.
fn write(rules: Rules, schema: &Schema, state: &mut State, number: usize, items: &[Item], resolution: &Resolution) -> (Vec<Report>, Names) {
    let table = &schema.tables[number];
    let mut reports = vec![Report { outcome: Outcome::Unchanged, row: None, lost: None }; items.len()];
    let mut names = Names::default();
    for (index, code) in &resolution.rejected {
        reports[*index] = Report { outcome: Outcome::Reject(*code), row: None, lost: resolution.lost.get(index).copied() };
        let Some(row) = resolution.lost.get(index) else { continue };
        if let Some(id) = &items[*index].id {
            names.lost.insert(id.clone(), primary_value(table, &state.tables[number][row]));
        }
        if rules.remember_rejected {
            remember(table, state, number, &items[*index], *row);
        }
    }
    for (index, accepted) in &resolution.accepted {
        let stored = state.tables[number].get(&accepted.row);
        let outcome = match stored {
            None => Outcome::Insert,
            Some(stored) if *stored == accepted.values => Outcome::Unchanged,
            Some(_) => Outcome::Update,
        };
        reports[*index] = Report { outcome, row: Some(accepted.row), lost: None };
        state.tables[number].insert(accepted.row, accepted.values.clone());
        for member in std::iter::once(index).chain(&accepted.duplicates) {
            if member != index {
                reports[*member] = Report { outcome: Outcome::Duplicate, row: Some(accepted.row), lost: None };
            }
            if let Some(id) = &items[*member].id {
                names.taken.insert(id.clone(), primary_value(table, &accepted.values));
            }
            remember(table, state, number, &items[*member], accepted.row);
        }
    }
    state.next_row = state.next_row.max(resolution.next_row);
    state.next_assigned = state.next_assigned.max(resolution.next_assigned);
    (reports, names)
}

fn remember(table: &Table, state: &mut State, number: usize, item: &Item, row: RowId) {
    if let Some(id) = &item.remembered_as {
        state.ledger.insert((number, table.namespace.clone(), id.clone()), row);
    }
}

/// Returns the value of a single-column primary key, which is what references store.
pub(super) fn primary_value(table: &Table, row: &[V]) -> V {
    row[table.primary_columns()[0]].clone()
}
