//! Uniqueness on the final state (rule 3 of `docs/resolution.md`): who is rejected where records would share a key.
//!
//! Takes a [`Knot`], gives [`Verdict`]s. It never asks the database.
//!
//! **Invariant**: after the verdicts no two holders of the knot share a value of a key, unless the knot has to be read again.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::backend::workspace::{Cause, Claim, ClaimKind, Knot, Verdict};

/// A value of a key: number of the key, number of the value.
type Value = (usize, i64);

/// Who holds one value.
#[derive(Default)]
struct Group {
    /// Accepted records, by their final rows.
    records: BTreeSet<i64>,
    /// Stored rows that no accepted record is bound to: their address, or the rejected record whose row it is.
    stored: Vec<StoredHolder>,
}

#[derive(Clone)]
struct StoredHolder {
    row: Option<String>,
    record: Option<i64>,
}

impl Group {
    /// The records that one of them must be rejected from.
    fn candidates(&self) -> impl Iterator<Item = i64> + '_ {
        let first = usize::from(self.stored.is_empty());
        self.records.iter().skip(first).copied()
    }
}

/// Rejects, earliest candidate in input order first, until no group of the knot has two holders, or a rejected record changes keys of others.
#[must_use]
pub fn judge(knot: &Knot) -> Vec<Verdict> {
    let mut state = Judging::new(knot);
    let mut verdicts = Vec::new();
    while let Some(&(seq, first)) = state.candidates.first() {
        let verdict = state.verdict(seq, state.weightiest(seq, first));
        state.reject(seq);
        verdicts.push(verdict);
        let before = verdicts.len() - 1;
        state.reject_children(seq, &mut verdicts);
        if verdicts[before..].iter().any(|verdict| knot.named_in_keys.contains(&verdict.seq)) {
            break;
        }
    }
    verdicts
}

struct Judging {
    groups: BTreeMap<Value, Group>,
    /// Current candidates, earliest first, each with the value that makes it one.
    candidates: BTreeSet<(i64, Value)>,
    finals: HashMap<i64, Vec<Value>>,
    fallbacks: HashMap<i64, Vec<Value>>,
    children: HashMap<i64, Vec<(i64, usize)>>,
    rejected: BTreeSet<i64>,
}

impl Judging {
    fn new(knot: &Knot) -> Self {
        let mut state = Self {
            groups: BTreeMap::new(),
            candidates: BTreeSet::new(),
            finals: HashMap::new(),
            fallbacks: HashMap::new(),
            children: HashMap::new(),
            rejected: BTreeSet::new(),
        };
        for claim in &knot.claims {
            state.enter(claim);
        }
        for &(child, parent, reference) in &knot.children {
            state.children.entry(parent).or_default().push((child, reference));
        }
        let values: Vec<Value> = state.groups.keys().copied().collect();
        for value in values {
            state.candidates.extend(state.groups.get(&value).into_iter().flat_map(Group::candidates).map(|seq| (seq, value)));
        }
        state
    }

    fn enter(&mut self, claim: &Claim) {
        let value = (claim.key, claim.group);
        match (claim.kind, claim.seq) {
            (ClaimKind::Final, Some(seq)) => {
                self.groups.entry(value).or_default().records.insert(seq);
                self.finals.entry(seq).or_default().push(value);
            }
            (ClaimKind::Fallback, Some(seq)) => self.fallbacks.entry(seq).or_default().push(value),
            _ => self.groups.entry(value).or_default().stored.push(StoredHolder { row: claim.row.clone(), record: None }),
        }
    }

    /// A candidate in several groups is rejected for a stored row's sake, if for any.
    fn weightiest(&self, seq: i64, first: Value) -> Value {
        let all = self.candidates.range((seq, (0, i64::MIN))..=(seq, (usize::MAX, i64::MAX)));
        all.map(|(_, value)| *value).find(|value| self.groups.get(value).is_some_and(|g| !g.stored.is_empty())).unwrap_or(first)
    }

    fn verdict(&self, seq: i64, value: Value) -> Verdict {
        let group = self.groups.get(&value);
        let stored = group.and_then(|g| g.stored.first()).cloned();
        let first = group.and_then(|g| g.records.iter().copied().find(|other| *other != seq));
        let cause = if stored.is_some() { Cause::ConflictsWithStoredRow } else { Cause::DuplicateInInput };
        let other = stored.as_ref().map_or(first, |s| s.record);
        Verdict { seq, cause, key: value.0, other, row: stored.and_then(|s| s.row), root: None }
    }

    /// Takes a record out: it leaves its final values, and its stored row holds its stored ones.
    fn reject(&mut self, seq: i64) {
        self.rejected.insert(seq);
        for value in self.finals.get(&seq).cloned().unwrap_or_default() {
            self.change(value, |group| {
                group.records.remove(&seq);
            });
        }
        for value in self.fallbacks.get(&seq).cloned().unwrap_or_default() {
            self.change(value, |group| group.stored.push(StoredHolder { row: None, record: Some(seq) }));
        }
    }

    fn change(&mut self, value: Value, change: impl FnOnce(&mut Group)) {
        let group = self.groups.entry(value).or_default();
        for seq in group.candidates() {
            self.candidates.remove(&(seq, value));
        }
        change(group);
        for seq in group.candidates() {
            self.candidates.insert((seq, value));
        }
    }

    fn reject_children(&mut self, root: i64, verdicts: &mut Vec<Verdict>) {
        let mut parents = vec![root];
        while let Some(parent) = parents.pop() {
            for (child, reference) in self.children.get(&parent).cloned().unwrap_or_default() {
                if !self.rejected.contains(&child) {
                    self.reject(child);
                    let cause = Cause::UnresolvedReference;
                    verdicts.push(Verdict { seq: child, cause, key: reference, other: Some(parent), row: None, root: Some(root) });
                    parents.push(child);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(kind: ClaimKind, group: i64, seq: i64) -> Claim {
        Claim { key: 0, group, kind, seq: (kind != ClaimKind::Stored).then_some(seq), row: None }
    }

    fn check(claims: Vec<Claim>, children: &[(i64, i64)], expect: &[(i64, Cause)]) {
        let knot = Knot { claims, children: children.iter().map(|(c, p)| (*c, *p, 0)).collect(), ..Knot::default() };
        let verdicts: Vec<(i64, Cause)> = judge(&knot).into_iter().map(|v| (v.seq, v.cause)).collect();
        assert_eq!(verdicts, expect);
    }

    #[test]
    fn all_but_the_first_of_a_group_go() {
        use ClaimKind::Final;
        check(
            vec![claim(Final, 1, 7), claim(Final, 1, 3), claim(Final, 1, 5)],
            &[],
            &[(5, Cause::DuplicateInInput), (7, Cause::DuplicateInInput)],
        );
    }

    #[test]
    fn a_stored_row_outlives_every_record_of_its_group() {
        use ClaimKind::{Final, Stored};
        check(vec![claim(Final, 1, 3), claim(Stored, 1, 0)], &[], &[(3, Cause::ConflictsWithStoredRow)]);
    }

    #[test]
    fn a_swap_is_no_conflict() {
        use ClaimKind::{Fallback, Final};
        check(vec![claim(Final, 1, 3), claim(Fallback, 2, 3), claim(Final, 2, 4), claim(Fallback, 1, 4)], &[], &[]);
    }

    #[test]
    fn a_row_that_falls_back_takes_its_key_again() {
        use ClaimKind::{Fallback, Final, Stored};
        // 3 wants a stored row's key and falls back to value 2, which 4 wanted to take over.
        let claims = vec![claim(Final, 1, 3), claim(Stored, 1, 0), claim(Fallback, 2, 3), claim(Final, 2, 4)];
        check(claims, &[], &[(3, Cause::ConflictsWithStoredRow), (4, Cause::ConflictsWithStoredRow)]);
    }

    #[test]
    fn children_go_with_their_parents() {
        use ClaimKind::{Final, Stored};
        let claims = vec![claim(Final, 1, 3), claim(Stored, 1, 0)];
        check(
            claims,
            &[(9, 3), (10, 9)],
            &[(3, Cause::ConflictsWithStoredRow), (9, Cause::UnresolvedReference), (10, Cause::UnresolvedReference)],
        );
    }
}
