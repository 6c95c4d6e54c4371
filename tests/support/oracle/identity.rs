//! Rule 1 for one table: which records are one, and which row the ledger, the primary key or the declared identity gives them.

use std::collections::BTreeSet;

use super::import::Code;
use super::model::{Key, OnDuplicate, Primary, RowId, known};
use super::resolve::Work;
use super::value::V;

/// Records on one row, in input order.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) members: Vec<usize>,
    /// The first record of each legacy id; the last one with `on_duplicate = "last"`.
    leaders: Vec<usize>,
    pub(super) row: Option<RowId>,
}

impl Group {
    pub(super) fn new(members: Vec<usize>, row: Option<RowId>) -> Self {
        Self { members, leaders: Vec::new(), row }
    }

    fn absorb(&mut self, other: Self) {
        self.leaders.extend(other.leaders);
        self.members.extend(other.members);
        self.members.sort_unstable();
    }
}

/// Adds each group to the first one before it of which `same` says that it is one with it.
fn merge(groups: Vec<Group>, same: &dyn Fn(&Group, &Group) -> bool) -> Vec<Group> {
    let mut merged: Vec<Group> = Vec::new();
    for group in groups {
        match merged.iter_mut().find(|other| same(other, &group)) {
            Some(other) => other.absorb(group),
            None => merged.push(group),
        }
    }
    merged
}

impl Work<'_> {
    pub(super) fn hold_rows_of_rejects(&mut self) {
        let declared = self.declared_identity();
        let rows = |index: &usize| {
            let made = if self.table.primary == Primary::Assigned { None } else { self.row_with(*index, &self.table.primary_key()) };
            [self.remembered(*index), made, declared.as_ref().and_then(|key| self.row_with(*index, key))]
        };
        self.held = self.rejected.keys().flat_map(rows).flatten().collect();
    }

    /// Rule 1.
    pub(super) fn identity(&mut self) {
        let alive: Vec<usize> = (0..self.items.len()).filter(|index| !self.rejected.contains_key(index)).collect();
        // 1.1: one group a legacy id.
        let single = |index: &usize| Group::new(vec![*index], None);
        let id = |group: &Group| self.items[group.members[0]].id.as_ref();
        let mut groups = merge(alive.iter().map(single).collect(), &|a, b| id(a).is_some() && id(a) == id(b));
        for group in &mut groups {
            group.leaders = vec![self.holder_of(&group.members)];
            group.row = self.fixed_row(group.leaders[0]);
        }
        groups.sort_by_key(|group| group.leaders[0]);
        // 1.2: the rows that the ledger or the primary key names. A run does not change these names.
        let (fixed, open): (Vec<Group>, Vec<Group>) =
            merge(groups, &|a, b| a.row.is_some() && a.row == b.row).into_iter().partition(|g| g.row.is_some());
        // 1.3: the same primary key, which no row has yet.
        let groups = self.join_same_primary(fixed, open);
        // 1.4: the declared identity.
        let (mut settled, open): (Vec<Group>, Vec<Group>) = groups.into_iter().partition(|g| g.row.is_some());
        let fixed: BTreeSet<RowId> = settled.iter().filter_map(|group| group.row).collect();
        for mut group in open {
            // A row that a fixed record has may be about to get another identity, so it is asked as a record below.
            group.row = self.declared_row(&group).filter(|row| !fixed.contains(row));
            let same: Vec<usize> = (0..settled.len()).filter(|place| self.same_declared(&settled[*place], &group)).collect();
            let rivals = same.iter().filter(|place| **place < fixed.len()).count();
            let joined = match group.row {
                Some(row) => settled.iter().position(|other| other.row == Some(row)),
                None if rivals > 1 => {
                    // Which of the fixed records it is cannot be told, and does not matter: they are duplicates of each other.
                    self.rejected.extend(group.members.iter().map(|member| (*member, Code::DuplicateInInput)));
                    continue;
                }
                None => same.first().copied(),
            };
            match joined {
                Some(place) => settled[place].absorb(group),
                None => settled.push(group),
            }
        }
        for group in settled {
            self.settle(group);
        }
    }

    /// Adds each open group to the one of which a leader has its primary key: a fixed one, else an open one; the one with the first such leader.
    fn join_same_primary(&self, fixed: Vec<Group>, open: Vec<Group>) -> Vec<Group> {
        let (count, mut settled) = (fixed.len(), fixed);
        for group in open {
            let value = self.primary_of(group.leaders[0]);
            let same = |leader: &&usize| value.is_some() && self.primary_of(**leader) == value;
            let leader = |place: usize| settled[place].leaders.iter().filter(same).min().map(|leader| (place >= count, *leader, place));
            match (0..settled.len()).filter_map(leader).min() {
                Some((_, _, place)) => settled[place].absorb(group),
                None => settled.push(group),
            }
        }
        settled
    }

    fn primary_of(&self, index: usize) -> Option<Vec<V>> {
        let filled = self.table.primary != Primary::Assigned;
        filled.then(|| self.identity_value(index, &self.table.primary_key())).flatten()
    }

    fn declared_row(&self, group: &Group) -> Option<RowId> {
        self.row_with(self.holder_of(&group.members), &self.declared_identity()?)
    }

    /// Says whether two groups have the declared identity in common, by the values of the records.
    fn same_declared(&self, a: &Group, b: &Group) -> bool {
        let Some(key) = self.declared_identity() else { return false };
        let value = |group: &Group| self.identity_value(self.holder_of(&group.members), &key);
        value(a).is_some() && value(a) == value(b)
    }

    fn holder_of(&self, members: &[usize]) -> usize {
        let place = if self.table.on_duplicate == OnDuplicate::Last { members.last() } else { members.first() };
        place.copied().unwrap_or_default()
    }

    /// Says who of a group has the row, who is a duplicate, and who is rejected.
    pub(super) fn settle(&mut self, group: Group) {
        let holder = self.holder_of(&group.members);
        let mut duplicates = Vec::new();
        for member in group.members.into_iter().filter(|member| *member != holder) {
            if self.table.on_duplicate != OnDuplicate::Reject || self.equal(member, holder) {
                duplicates.push(member);
            } else {
                self.rejected.insert(member, Code::DuplicateInInput);
            }
        }
        self.holders.insert(holder, duplicates);
        if let Some(row) = group.row {
            self.bound.insert(holder, row);
        }
    }

    /// Rule 1.2 as far as nothing that a run writes can change it: the row of the ledger, else the row with the primary key.
    fn fixed_row(&self, index: usize) -> Option<RowId> {
        self.remembered(index).or_else(|| {
            let filled = self.table.primary != Primary::Assigned;
            filled.then(|| self.row_with(index, &self.table.primary_key())).flatten()
        })
    }

    /// Finds the row that has the record's value of a key. NULLs that only matching calls equal are left to rule 2: several rows can have them.
    fn row_with(&self, index: usize, key: &Key) -> Option<RowId> {
        let value = key.judged_value(&self.insert_row(index, &|_| None))?;
        self.rows.iter().find(|(_, row)| key.judged_value(&known(row)).as_ref() == Some(&value)).map(|(id, _)| *id)
    }

    /// Returns the record's value of a key, self references not known.
    fn identity_value(&self, index: usize, key: &Key) -> Option<Vec<V>> {
        key.matching_value(&self.insert_row(index, &|_| None))
    }

    fn declared_identity(&self) -> Option<Key> {
        if self.table.identity.is_empty() { None } else { self.table.identity_keys().pop() }
    }

    fn remembered(&self, index: usize) -> Option<RowId> {
        let id = self.items[index].remembered_as.clone()?;
        let row = self.state.ledger.get(&(self.number, self.table.namespace.clone(), id))?;
        self.rows.contains_key(row).then_some(*row)
    }
}
