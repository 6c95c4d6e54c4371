//! What single records add to what is counted over all of them, so that records which are known need not be decoded to be counted.
//!
//! Takes findings of one record each, gives them back for every record that adds the same.
//!
//! **Invariant**: only what a record adds whole is kept; of the others nothing is, and they are looked at.

use std::collections::BTreeMap;

use crate::normalize::{At, EnumCount, EnumTexts, Findings};
use crate::record::{Batch, Position};
use crate::report::standing::{Added, AddedEnum};

/// Most kinds of records of one table; more are not told apart.
const KINDS_MAX: usize = 4_096;

/// Most kinds that one worker takes down while it is at one chunk: each costs as much as another record.
const KINDS_AT_ONCE: usize = 64;

/// What kinds of records add, by [`RowHead::adds`](crate::record::RowHead::adds).
#[derive(Clone, Debug, Default)]
pub(super) struct Kinds(BTreeMap<u64, Findings>);

impl Kinds {
    /// Returns what records of a kind add.
    pub(super) fn get(&self, adds: u64) -> Option<&Findings> {
        self.0.get(&adds)
    }

    /// Takes down the kind of the last row of a batch, unless it is known; `normalize` normalizes its record once more.
    pub(super) fn learn(&mut self, batch: &Batch, normalize: impl FnOnce(&mut Batch, &mut Findings)) {
        let Some(head) = batch.rows.last().filter(|head| !head.rejected && !self.0.contains_key(&head.adds)) else { return };
        if self.0.len() >= KINDS_AT_ONCE {
            return;
        }
        let (mut row, mut one) = (Batch::new(batch.width), Findings::default());
        normalize(&mut row, &mut one);
        if one.is_whole() {
            self.0.insert(head.adds, one);
        }
    }

    /// Adds kinds that others took down.
    pub(super) fn merge(&mut self, others: Self) {
        for (adds, one) in others.0 {
            if self.0.len() < KINDS_MAX {
                self.0.entry(adds).or_insert(one);
            }
        }
    }

    /// Returns the kinds as they are remembered, in the order of their hashes.
    pub(super) fn to_remember(&self) -> Vec<Added> {
        self.0.iter().filter_map(|(adds, one)| remembered(*adds, one)).collect()
    }

    /// Reads what was remembered; a kind that cannot be read is none.
    pub(super) fn of(remembered: &[Added]) -> Self {
        Self(remembered.iter().filter_map(|added| Some((added.hash, findings(added)?))).collect())
    }
}

fn remembered(adds: u64, one: &Findings) -> Option<Added> {
    let text = |column: usize, text: &str, seen: &EnumCount| {
        let (value, reached) = seen.found.as_ref()?;
        let reached: &'static str = reached.into();
        let (text, reached) = (text.to_owned(), reached.to_owned());
        Some(AddedEnum { column, text, looked_up: seen.looked_up.clone(), value: value.clone(), reached, count: seen.count })
    };
    let texts = |(column, texts): (usize, &EnumTexts)| {
        texts.sorted().into_iter().map(move |(name, seen)| text(column, name, seen)).collect::<Vec<_>>()
    };
    let enums = one.enums.iter().enumerate().flat_map(texts).collect::<Option<Vec<_>>>()?;
    Some(Added { hash: adds, unmapped: one.unmapped.clone(), enums })
}

fn findings(added: &Added) -> Option<Findings> {
    let mut one = Findings::default();
    one.unmapped.clone_from(&added.unmapped);
    let nowhere = Position::default().origin(&"".into());
    for of in &added.enums {
        if one.enums.len() <= of.column {
            one.enums.resize(of.column.checked_add(1)?, EnumTexts::default());
        }
        let found = Some((of.value.clone(), of.reached.parse().ok()?));
        let seen =
            EnumCount { count: of.count, found, first: nowhere.clone(), seq: 0, further: Vec::new(), looked_up: of.looked_up.clone() };
        one.enums[of.column].texts.insert(of.text.clone(), seen);
    }
    Some(one)
}

/// How many records of each kind a worker met, and where the first of them stands.
#[derive(Debug, Default)]
pub(super) struct Met<'a>(BTreeMap<u64, (u64, At<'a>)>);

impl<'a> Met<'a> {
    /// Counts one record.
    pub(super) fn add(&mut self, adds: u64, at: At<'a>) {
        self.0.entry(adds).or_insert((0, at)).0 += 1;
    }

    /// Adds what they add.
    pub(super) fn tell(self, kinds: &Kinds, findings: &mut Findings) {
        for (adds, (count, first)) in self.0 {
            if let Some(one) = kinds.get(adds) {
                findings.repeat(one, count, &first);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::Reached;

    #[test]
    fn what_is_remembered_adds_the_same() {
        let origin = Position::default().origin(&"a.json".into());
        let seen = EnumCount {
            count: 2,
            found: Some(("api".to_owned(), Reached::Legacy)),
            first: origin,
            seq: 9,
            further: Vec::new(),
            looked_up: Some("rest".to_owned()),
        };
        let mut one = Findings::default();
        one.unmapped = [("extra".to_owned(), 1)].into();
        one.enums = vec![EnumTexts::default(), EnumTexts { texts: [("REST ".to_owned(), seen)].into(), overflow: 0 }];
        let kinds = Kinds([(7, one)].into());
        let again = Kinds::of(&kinds.to_remember());
        assert_eq!(again.to_remember(), kinds.to_remember());

        let path = "b.json".into();
        let at = |seq| At { seq, source: 0, position: Position { index: seq.unsigned_abs(), ..Position::default() }, path: &path };
        let (mut met, mut told) = (Met::default(), Findings::default());
        (3..6).for_each(|seq| met.add(7, at(seq)));
        met.tell(&again, &mut told);
        let texts = &told.enums[1].texts["REST "];
        assert_eq!((texts.count, texts.seq, texts.first.index, texts.looked_up.as_deref()), (6, 3, 3, Some("rest")));
        assert_eq!((told.unmapped["extra"], told.accepted), (3, 3));
    }
}
