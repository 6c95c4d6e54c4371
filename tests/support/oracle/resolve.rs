//! The rules 1 to 3 for one table: of which row each record is, and the final rows.
//!
//! A *holder* is a record that has a row (stored or new) for itself and its accepted duplicates.

use std::collections::{BTreeMap, BTreeSet};

use super::identity::Group;
use super::import::{Cell, Code, Item, primary_value};
use super::model::{Key, OnUpdate, Primary, Reference, Row, RowId, Schema, State, Table, known};
use super::value::V;

/// What the legacy ids of one run name, as primary key values.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Ids of accepted records and duplicates.
    pub(super) taken: BTreeMap<String, V>,
    /// Ids of rejected records that were bound.
    pub(super) lost: BTreeMap<String, V>,
}

impl Names {
    /// Finds the row that a reference from a later table names; `state` is the one after the run.
    pub(super) fn resolve(&self, schema: &Schema, state: &State, reference: &Reference, raw: &V) -> Option<V> {
        let table = &schema.tables[reference.table];
        let rows = &state.tables[reference.table];
        if let Some(by) = reference.by {
            return rows.values().find(|row| row[by] == *raw).map(|row| primary_value(table, row));
        }
        let V::Text(id) = raw else { return None };
        self.taken.get(id).or_else(|| self.lost.get(id)).cloned().or_else(|| stored_by_id(schema, state, reference.table, id))
    }
}

/// Finds the primary key of the stored row of a legacy id: the ledger's, else the one with the primary key made from it.
fn stored_by_id(schema: &Schema, state: &State, table: usize, id: &str) -> Option<V> {
    let rows = &state.tables[table];
    let key = (table, schema.tables[table].namespace.clone(), id.to_owned());
    let remembered = state.ledger.get(&key).and_then(|row| rows.get(row));
    if let Some(row) = remembered {
        return Some(primary_value(&schema.tables[table], row));
    }
    schema.primary_of_id(table, id).filter(|primary| rows.values().any(|row| primary_value(&schema.tables[table], row) == *primary))
}

/// What the rules give for one table.
#[derive(Debug)]
pub(super) struct Resolution {
    /// By holder.
    pub(super) accepted: BTreeMap<usize, Accepted>,
    pub(super) rejected: BTreeMap<usize, Code>,
    /// Stored rows of rejected holders that were bound, and of their duplicates.
    pub(super) lost: BTreeMap<usize, RowId>,
    pub(super) next_row: RowId,
    pub(super) next_assigned: i64,
}

/// A record that is written.
#[derive(Debug)]
pub(super) struct Accepted {
    pub(super) row: RowId,
    pub(super) values: Row,
    pub(super) duplicates: Vec<usize>,
}

/// Applies the rules to one table.
pub(super) fn resolve_table<'a>(schema: &'a Schema, state: &'a State, number: usize, items: Vec<Item>) -> Work<'a> {
    let mut work = Work::new(schema, state, number, items);
    work.hold_rows_of_rejects();
    work.identity();
    work.other_keys();
    work.reject_incomplete_inserts();
    work.address_inserts();
    work.settle_final_state();
    work
}

/// What is known while one table is resolved.
pub(super) struct Work<'a> {
    pub(super) schema: &'a Schema,
    pub(super) state: &'a State,
    pub(super) number: usize,
    pub(super) table: &'a Table,
    pub(super) rows: &'a BTreeMap<RowId, Row>,
    pub(super) items: Vec<Item>,
    pub(super) rejected: BTreeMap<usize, Code>,
    pub(super) lost: BTreeMap<usize, RowId>,
    pub(super) held: BTreeSet<RowId>,
    /// Records that have a row of their own, and their accepted duplicates.
    pub(super) holders: BTreeMap<usize, Vec<usize>>,
    /// Stored rows of bound holders.
    pub(super) bound: BTreeMap<usize, RowId>,
    /// Rows of inserts.
    new: BTreeMap<usize, RowId>,
    /// Primary keys of inserts, where the database assigns them.
    assigned: BTreeMap<usize, V>,
}

impl<'a> Work<'a> {
    fn new(schema: &'a Schema, state: &'a State, number: usize, items: Vec<Item>) -> Self {
        let rejected = items.iter().enumerate().filter_map(|(index, item)| Some((index, item.rejected?))).collect();
        Self {
            schema,
            state,
            number,
            table: &schema.tables[number],
            rows: &state.tables[number],
            items,
            rejected,
            lost: BTreeMap::new(),
            held: BTreeSet::new(),
            holders: BTreeMap::new(),
            bound: BTreeMap::new(),
            new: BTreeMap::new(),
            assigned: BTreeMap::new(),
        }
    }

    /// Values that the record would insert; `None` for what is not known yet.
    pub(super) fn insert_row(&self, index: usize, name: &dyn Fn(&V) -> Option<V>) -> Vec<Option<V>> {
        let value = |cell: &Cell| match cell {
            Cell::Unmapped(value) => value.clone(),
            Cell::Keep(value) | Cell::Value(value) => Some(value.clone()),
            Cell::SelfReference(raw) => name(raw),
            Cell::Late(_) => Some(V::Null),
        };
        self.items[index].cells.iter().map(value).collect()
    }

    fn or_null(&self, column: usize) -> bool {
        self.table.rules[column].reference.as_ref().is_some_and(|r| r.or_null)
    }

    /// Says whether two records agree in all mapped columns but a primary key made from the legacy id.
    pub(super) fn equal(&self, a: usize, b: usize) -> bool {
        let made = usize::from(!matches!(self.table.primary, Primary::Natural(_)));
        self.items[a].cells[made..] == self.items[b].cells[made..]
    }

    /// Rule 2.
    fn other_keys(&mut self) {
        // A record that joins a bound one can be what a self reference in a key waits for.
        while self.bind_round() || self.join_round(true) {}
        for index in self.unbound() {
            if self.rows_found(index).len() > 1 {
                self.reject(index, Code::Ambiguous);
            }
        }
        while self.join_round(false) {}
    }

    /// Joins the first record that finds no row with a bound one, else an earlier one, that is equal to it; says whether there was one.
    fn join_round(&mut self, to_bound: bool) -> bool {
        let joins = |index: usize| {
            let admits = |other: &usize| *other != index && if to_bound { self.bound.contains_key(other) } else { *other < index };
            let equal = |other: &usize| admits(other) && self.same_matching_key(*other, index) && self.equal(*other, index);
            let none = self.rows_found(index).is_empty();
            Some((self.holders.keys().copied().find(|other| none && equal(other))?, index))
        };
        let Some((other, index)) = self.unbound().into_iter().find_map(joins) else { return false };
        self.join(other, index);
        true
    }

    /// Makes one holder of two, of which the second one is not bound.
    fn join(&mut self, a: usize, b: usize) {
        let row = self.bound.remove(&a);
        let mut members = vec![a, b];
        for holder in [a, b] {
            members.extend(self.holders.remove(&holder).unwrap_or_default());
        }
        members.sort_unstable();
        self.settle(Group::new(members, row));
    }

    fn unbound(&self) -> Vec<usize> {
        self.holders.keys().copied().filter(|index| !self.bound.contains_key(index)).collect()
    }

    fn free_rows(&self) -> impl Iterator<Item = (RowId, &'a Row)> {
        let taken: BTreeSet<RowId> = self.bound.values().chain(&self.held).copied().collect();
        self.rows.iter().map(|(id, row)| (*id, row)).filter(move |(id, _)| !taken.contains(id))
    }

    /// Binds the first candidate of each row; says whether there was one.
    fn bind_round(&mut self) -> bool {
        let mut first: BTreeMap<RowId, usize> = BTreeMap::new();
        for index in self.unbound() {
            let found = self.rows_found(index);
            if let (1, Some(row)) = (found.len(), found.first()) {
                first.entry(*row).or_insert(index);
            }
        }
        let any = !first.is_empty();
        self.bound.extend(first.into_iter().map(|(row, index)| (index, row)));
        any
    }

    /// Finds free rows by all matching keys together.
    fn rows_found(&self, index: usize) -> BTreeSet<RowId> {
        let record = self.insert_row(index, &|raw| self.name_while_binding(raw));
        let mut found = BTreeSet::new();
        for key in self.table.all_keys().iter().filter(|key| self.finds(key)) {
            let Some(value) = key.matching_value(&record) else { continue };
            found.extend(self.free_rows().filter(|(_, row)| key.matching_value(&known(row)).as_ref() == Some(&value)).map(|(id, _)| id));
        }
        found
    }

    fn same_matching_key(&self, a: usize, b: usize) -> bool {
        // The records are compared for equality too, so what a self reference says stands for the row that it names.
        let name = |raw: &V| Some(raw.clone());
        let (a, b) = (self.insert_row(a, &name), self.insert_row(b, &name));
        let same = |key: &Key| self.finds(key) && key.matching_value(&a).is_some() && key.matching_value(&a) == key.matching_value(&b);
        self.table.all_keys().iter().any(same)
    }

    /// Says whether records look for rows by a key: one of which the mapping fills no column says nothing of a record.
    fn finds(&self, key: &Key) -> bool {
        key.matching && (key.predicate.is_some() || key.parts.iter().any(|part| self.table.rules[part.column()].mapped))
    }

    /// Finds the row that a self reference names while rows are still being bound; `None` where that is not known yet.
    fn name_while_binding(&self, raw: &V) -> Option<V> {
        let reference = self.self_reference()?;
        let Some(by) = reference.by else {
            let V::Text(id) = raw else { return None };
            let mut named = self.holders.iter().filter(|(holder, duplicates)| self.has_id(**holder, duplicates, id));
            return match named.next() {
                Some((holder, _)) => self.bound.get(holder).map(|row| primary_value(self.table, &self.rows[row])),
                None => stored_by_id(self.schema, self.state, self.number, id),
            };
        };
        let finals = |holder: &&usize| self.natural_value(**holder, by) == *raw;
        if let Some(holder) = self.holders.keys().find(finals) {
            return self.bound.get(holder).map(|row| primary_value(self.table, &self.rows[row]));
        }
        let bound: BTreeSet<&RowId> = self.bound.values().collect();
        self.rows.iter().find(|(id, row)| !bound.contains(id) && row[by] == *raw).map(|(_, row)| primary_value(self.table, row))
    }

    fn self_reference(&self) -> Option<&'a Reference> {
        self.table.rules.iter().filter_map(|rule| rule.reference.as_ref()).find(|r| r.table == self.number)
    }

    fn has_id(&self, holder: usize, duplicates: &[usize], id: &str) -> bool {
        std::iter::once(&holder).chain(duplicates).any(|index| self.items[*index].id.as_deref() == Some(id))
    }

    /// Returns the value that a holder's final row has in a natural key column, which is never a reference.
    fn natural_value(&self, holder: usize, column: usize) -> V {
        let row = self.bound.get(&holder).map(|row| &self.rows[row][column]);
        self.final_cell(holder, column, row, &|_| None).unwrap_or(V::Null)
    }

    /// Returns what a column is in the end, `stored` being its stored value; `None` where a reference names nothing or the value is not known.
    fn final_cell(&self, index: usize, column: usize, stored: Option<&V>, name: &dyn Fn(&V) -> Option<V>) -> Option<V> {
        let cell = &self.items[index].cells[column];
        let Some(stored) = stored else {
            return match cell {
                Cell::Unmapped(value) => value.clone(),
                Cell::Keep(value) | Cell::Value(value) => Some(value.clone()),
                Cell::SelfReference(raw) => name(raw),
                Cell::Late(_) => Some(V::Null),
            };
        };
        if self.table.primary_columns().contains(&column) {
            return Some(stored.clone());
        }
        let value = match cell {
            Cell::Unmapped(_) | Cell::Keep(_) => return Some(stored.clone()),
            Cell::Value(value) => value.clone(),
            Cell::SelfReference(raw) => name(raw)?,
            Cell::Late(_) => V::Null,
        };
        Some(match self.table.rules[column].on_update {
            OnUpdate::Overwrite => value,
            OnUpdate::Fill if stored.is_null() => value,
            OnUpdate::Keep | OnUpdate::Fill => stored.clone(),
        })
    }

    /// Rejects a holder with its duplicates, for the same reason.
    fn reject(&mut self, holder: usize, code: Code) {
        let duplicates = self.holders.remove(&holder).unwrap_or_default();
        let row = self.bound.remove(&holder);
        for index in std::iter::once(holder).chain(duplicates) {
            self.rejected.insert(index, code);
            if let Some(row) = row {
                self.lost.insert(index, row);
            }
        }
    }

    /// An insert must have all its values; a field may be absent with `absent = "keep"` only where there is a row.
    fn reject_incomplete_inserts(&mut self) {
        for index in self.unbound() {
            let missing = |(column, cell): (usize, &Cell)| *cell == Cell::Keep(V::Null) && !self.table.columns[column].nullable;
            if self.items[index].cells.iter().enumerate().any(missing) {
                self.reject(index, Code::Missing);
            }
        }
    }

    /// Rule 3. Says whether a record was rejected.
    pub(super) fn settle_final_state(&mut self) -> bool {
        let rejected = self.rejected.len();
        loop {
            if let Some(index) = self.holders.keys().copied().find(|index| self.is_unresolved(*index)) {
                self.reject(index, Code::Unresolved);
                continue;
            }
            match self.first_violation(&self.finals()) {
                Some((index, code)) => self.reject(index, code),
                None => return self.rejected.len() > rejected,
            }
        }
    }

    /// Resolves the references to other tables anew, by what these have come to. Says whether anything changed.
    pub(super) fn resolve_others(&mut self, names: &[Names], after: &State) -> bool {
        let mut changed = false;
        for index in self.holders.keys().copied().collect::<Vec<_>>() {
            for (column, rule) in self.table.rules.iter().enumerate() {
                let Some(reference) = rule.reference.as_ref().filter(|r| r.table != self.number) else { continue };
                let Some(raw) = self.items[index].raws.get(&column).cloned() else { continue };
                let found = names[reference.table].resolve(self.schema, after, reference, &raw);
                if found.is_none() && !reference.or_null {
                    self.reject(index, Code::Unresolved);
                    changed = true;
                    break;
                }
                let cell = Cell::Value(found.unwrap_or(V::Null));
                changed |= self.items[index].cells[column] != cell;
                self.items[index].cells[column] = cell;
            }
        }
        changed
    }

    /// Gives each insert a row and, where the database assigns it, a primary key.
    fn address_inserts(&mut self) {
        let inserts = self.unbound();
        self.new = inserts.iter().copied().zip(self.state.next_row..).collect();
        self.assigned = inserts.into_iter().zip((self.state.next_assigned..).map(V::Int)).collect();
    }

    fn is_unresolved(&self, index: usize) -> bool {
        let unresolved = |(column, cell): (usize, &Cell)| match cell {
            Cell::SelfReference(raw) => !self.or_null(column) && self.name(raw).is_none(),
            _ => false,
        };
        self.items[index].cells.iter().enumerate().any(unresolved)
    }

    /// Finds the primary key of the row that a self reference names, given who is accepted.
    fn name(&self, raw: &V) -> Option<V> {
        let reference = self.self_reference()?;
        let primary = |holder: usize| match self.bound.get(&holder) {
            Some(row) => primary_value(self.table, &self.rows[row]),
            None if self.table.primary == Primary::Assigned => self.assigned[&holder].clone(),
            None => self.insert_row(holder, &|_| None)[self.table.primary_columns()[0]].clone().unwrap_or(V::Null),
        };
        debug_assert!(self.unbound().iter().all(|holder| self.new.contains_key(holder)));
        if let Some(by) = reference.by {
            let accepted = self.holders.keys().copied().find(|holder| self.natural_value(*holder, by) == *raw).map(primary);
            return accepted.or_else(|| {
                let bound: BTreeSet<&RowId> = self.bound.values().collect();
                self.rows.iter().find(|(id, row)| !bound.contains(id) && row[by] == *raw).map(|(_, row)| primary_value(self.table, row))
            });
        }
        let V::Text(id) = raw else { return None };
        let accepted =
            self.holders.iter().find(|(holder, duplicates)| self.has_id(**holder, duplicates, id)).map(|(holder, _)| primary(*holder));
        let lost = || {
            self.lost
                .iter()
                .find(|(index, _)| self.items[**index].id.as_ref() == Some(id))
                .map(|(_, row)| primary_value(self.table, &self.rows[row]))
        };
        let made = || {
            let value = self.schema.primary_of_id(self.number, id)?;
            self.holders.keys().copied().map(primary).find(|primary| *primary == value)
        };
        accepted.or_else(lost).or_else(|| stored_by_id(self.schema, self.state, self.number, id)).or_else(made)
    }

    fn finals(&self) -> BTreeMap<usize, Row> {
        let name = |raw: &V| Some(self.name(raw).unwrap_or(V::Null));
        let row = |index: usize| {
            let stored = self.bound.get(&index).map(|row| &self.rows[row]);
            let cell = |column: usize| {
                let value = self.final_cell(index, column, stored.map(|row| &row[column]), &name);
                value.or_else(|| self.assigned.get(&index).cloned()).unwrap_or(V::Null)
            };
            (0..self.table.columns.len()).map(cell).collect()
        };
        self.holders.keys().map(|index| (*index, row(*index))).collect()
    }

    /// Finds the earliest record that has to go; a conflict with a stored row is the stronger reason.
    fn first_violation(&self, finals: &BTreeMap<usize, Row>) -> Option<(usize, Code)> {
        let bound: BTreeSet<&RowId> = self.bound.values().collect();
        let mut candidates: BTreeSet<(usize, std::cmp::Reverse<Code>)> = BTreeSet::new();
        for key in self.table.all_keys() {
            let mut groups: BTreeMap<Vec<V>, (Vec<usize>, bool)> = BTreeMap::new();
            for (index, row) in finals {
                if let Some(value) = key.judged_value(&known(row)) {
                    groups.entry(value).or_default().0.push(*index);
                }
            }
            for (_, row) in self.rows.iter().filter(|(id, _)| !bound.contains(id)) {
                if let Some(group) = key.judged_value(&known(row)).and_then(|value| groups.get_mut(&value)) {
                    group.1 = true;
                }
            }
            for (members, stored) in groups.values() {
                let (skip, code) = if *stored { (0, Code::Conflicts) } else { (1, Code::DuplicateInInput) };
                candidates.extend(members.iter().skip(skip).map(|index| (*index, std::cmp::Reverse(code))));
            }
        }
        candidates.first().map(|(index, code)| (*index, code.0))
    }

    /// Returns what the rules have come to.
    pub(super) fn resolution(&self) -> Resolution {
        let mut accepted = BTreeMap::new();
        for (index, values) in self.finals() {
            let row = self.bound.get(&index).or_else(|| self.new.get(&index)).copied().unwrap_or_default();
            accepted.insert(index, Accepted { row, values, duplicates: self.holders[&index].clone() });
        }
        Resolution {
            accepted,
            rejected: self.rejected.clone(),
            lost: self.lost.clone(),
            next_row: self.state.next_row + self.new.len() as u64,
            next_assigned: self.state.next_assigned + i64::try_from(self.assigned.len()).unwrap_or(0),
        }
    }
}
