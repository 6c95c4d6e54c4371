//! Marks of records: eighteen bytes by which a record is known again that is the same, byte for byte, as at the last import.
//!
//! Takes the heads of normalized records, gives the records that must be looked at. A record whose text and kind are known is not even decoded.
//!
//! **Invariant**: a record that is passed over has the id and the text of exactly one record of the last import, and no other record of this run has its id.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

use super::added::Kinds;
use crate::record::{Batch, RowHead};
use crate::report::standing::Added;

/// Most records of a table that are remembered: 48 MB.
const MARKS_MAX: usize = 2_000_000;

/// Marks that stand in one piece of text.
const PIECE: usize = 4_096;

/// Hexadecimal digits of a mark, and of the number of its kind.
const DIGITS: usize = 36;
const KIND_DIGITS: usize = 4;

/// Number of a kind that is not known.
const NO_KIND: u16 = u16::MAX;

/// What tells a record from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    /// Hash of its legacy id.
    id: u64,
    /// Hash of the record as it stands in the source.
    raw: u64,
    /// Its kind.
    adds: u64,
}

impl Mark {
    fn of(head: &RowHead, batch: &Batch) -> Option<Self> {
        head.legacy_id.map(|id| Self { id: xxh3_64(batch.text_of(id).as_bytes()), raw: head.raw.cast_unsigned(), adds: head.adds })
    }
}

/// The marks of all records of a table; `None` where nobody wants them, one of the records has no id, or there are too many.
#[derive(Debug, Default)]
pub(super) struct Marks(Option<Vec<Mark>>);

impl Marks {
    /// Returns marks to which those of batches are to be added.
    pub(super) fn wanted() -> Self {
        Self(Some(Vec::new()))
    }

    /// Says whether marks are added.
    pub(super) fn are_wanted(&self) -> bool {
        self.0.is_some()
    }

    /// Adds the marks of a batch.
    pub(super) fn add(&mut self, batch: &Batch) {
        if batch.rows.iter().any(|head| head.legacy_id.is_none()) {
            self.0 = None;
        }
        self.extend(batch.rows.iter().filter_map(|head| Mark::of(head, batch)));
    }

    /// Adds marks.
    pub(super) fn extend(&mut self, more: impl Iterator<Item = Mark>) {
        let Some(marks) = &mut self.0 else { return };
        marks.extend(more);
        if marks.len() > MARKS_MAX {
            self.0 = None;
        }
    }

    /// Returns the kinds of the records.
    pub(super) fn kinds(&self) -> BTreeSet<u64> {
        self.0.iter().flatten().map(|mark| mark.adds).collect()
    }

    /// Takes the marks out, in pieces of hexadecimal digits, sorted by id; none where a record could not be told apart by its id. `kinds` are numbered as they stand.
    pub(super) fn into_pieces(self, kinds: &[Added]) -> impl Iterator<Item = String> + use<> {
        let mut marks = self.0.unwrap_or_default();
        marks.par_sort_unstable();
        if marks.windows(2).any(|pair| pair[0].id == pair[1].id) {
            marks.clear();
        }
        let number =
            |mark: &Mark| kinds.binary_search_by_key(&mark.adds, |kind| kind.hash).ok().and_then(|number| u16::try_from(number).ok());
        let numbers: Vec<u16> = marks.iter().map(|mark| number(mark).unwrap_or(NO_KIND)).collect();
        (0..marks.len().div_ceil(PIECE)).map(move |piece| {
            let of_piece = piece * PIECE..marks.len().min((piece + 1) * PIECE);
            of_piece.map(|i| format!("{:016x}{:016x}{:04x}", marks[i].id, marks[i].raw, numbers[i])).collect()
        })
    }
}

/// The records of the last import, found by text.
#[derive(Debug)]
pub(super) struct Index {
    /// Sorted by id.
    marks: Vec<Mark>,
    kinds: Kinds,
    /// Numbers of the marks, by the first bits of `raw`.
    order: Vec<u32>,
    /// Where the numbers of each bucket begin; one more than there are buckets.
    starts: Vec<u32>,
    shift: u32,
}

impl Index {
    fn new(marks: Vec<Mark>, kinds: Kinds) -> Self {
        let bits = marks.len().next_power_of_two().trailing_zeros().clamp(1, 24);
        let shift = u64::BITS - bits;
        let bucket = |mark: &Mark| usize::try_from(mark.raw >> shift).unwrap_or(0);
        let mut starts = vec![0_u32; (1 << bits) + 1];
        for mark in &marks {
            starts[bucket(mark) + 1] += 1;
        }
        (1..starts.len()).for_each(|i| starts[i] += starts[i - 1]);
        let (mut next, mut order) = (starts.clone(), vec![0; marks.len()]);
        for (number, mark) in (0..).zip(&marks) {
            let at = &mut next[bucket(mark)];
            order[*at as usize] = number;
            *at += 1;
        }
        Self { marks, kinds, order, starts, shift }
    }

    /// Returns the number of the one record that had this text, if it is known what it adds to the counts.
    pub(super) fn find(&self, raw: u64) -> Option<(u32, u64)> {
        let bucket = usize::try_from(raw >> self.shift).ok()?;
        let (from, to) = (*self.starts.get(bucket)? as usize, *self.starts.get(bucket + 1)? as usize);
        let mut same = self.order.get(from..to)?.iter().filter(|number| self.marks[**number as usize].raw == raw);
        let number = *same.next()?;
        let adds = self.marks[number as usize].adds;
        (same.next().is_none() && self.kinds.get(adds).is_some()).then_some((number, adds))
    }

    /// Returns what the records add to the counts.
    pub(super) fn kinds(&self) -> &Kinds {
        &self.kinds
    }
}

/// Marks of the last import while they are read, piece by piece.
#[derive(Debug)]
pub(super) struct Pieces {
    marks: Vec<Mark>,
    /// Hashes of the kinds, by number.
    kinds: Vec<u64>,
}

impl Pieces {
    /// Begins; the records are of these kinds.
    pub(super) fn of(kinds: &[Added]) -> Self {
        Self { marks: Vec::new(), kinds: kinds.iter().map(|kind| kind.hash).collect() }
    }

    /// Reads one of [`Marks::into_pieces`]. What is no mark is left out, and missed in the end.
    pub(super) fn push(&mut self, piece: &str) {
        let kinds = &self.kinds;
        let mark = |at: usize| {
            let number = |from: usize, digits: usize| u64::from_str_radix(piece.get(from..from + digits)?, 16).ok();
            let kind = usize::try_from(number(at + DIGITS - KIND_DIGITS, KIND_DIGITS)?).ok()?;
            // A kind that is not known is the one of no record.
            let adds = kinds.get(kind).copied().unwrap_or(u64::MAX);
            Some(Mark { id: number(at, 16)?, raw: number(at + 16, 16)?, adds })
        };
        self.marks.extend((0..piece.len()).step_by(DIGITS).filter_map(mark));
    }

    /// Returns what all pieces together say; `None` unless there are so many marks.
    pub(super) fn known(self, records: u64, kinds: &[Added]) -> Option<Known> {
        let marks = self.marks;
        let is_whole = u64::try_from(marks.len()) == Ok(records) && marks.is_sorted_by_key(|mark| mark.id);
        is_whole.then(|| Known {
            met: vec![false; marks.len()],
            index: Arc::new(Index::new(marks, Kinds::of(kinds))),
            passed: 0,
            is_other: false,
        })
    }
}

/// The records of the last import, and which of them were met again.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) index: Arc<Index>,
    met: Vec<bool>,
    /// Records that were passed over.
    pub(super) passed: u64,
    /// A record was new, or had the id of another one: what has changed reaches beyond the changed records.
    pub(super) is_other: bool,
}

impl Known {
    /// Says that records have to be staged which were passed over before: all of them are read again.
    pub(super) fn must_begin_again(&self) -> bool {
        self.is_other && self.passed > 0
    }

    /// Takes note of records that were found by their text, and returns their marks.
    pub(super) fn meet(&mut self, numbers: Vec<u32>) -> impl Iterator<Item = Mark> + use<'_> {
        for number in &numbers {
            self.is_other |= std::mem::replace(&mut self.met[*number as usize], true);
        }
        self.passed += numbers.len() as u64;
        numbers.into_iter().map(|number| self.index.marks[number as usize])
    }

    /// Takes the records out of a batch that are as they were. Once it is known that all have to be staged, none of them is, or all where nothing was passed over.
    pub(super) fn pass_over(&mut self, mut batch: Batch) -> Batch {
        if self.must_begin_again() {
            return Batch::new(batch.width);
        }
        if self.is_other {
            return batch;
        }
        let passed: Vec<bool> = batch.rows.iter().map(|head| self.is_known(head, &batch)).collect();
        batch.remove(&passed);
        batch
    }

    fn is_known(&mut self, head: &RowHead, batch: &Batch) -> bool {
        let Some(mark) = Mark::of(head, batch) else {
            self.is_other |= !head.rejected;
            return false;
        };
        let marks = &self.index.marks;
        let Ok(at) = marks.binary_search_by_key(&mark.id, |known| known.id) else {
            self.is_other = true;
            return false;
        };
        self.is_other |= std::mem::replace(&mut self.met[at], true);
        let is_known = marks[at].raw == mark.raw && !head.rejected;
        self.passed += u64::from(is_known);
        is_known
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::record::{Cell, Position};

    fn batch(records: &[(&str, i64)]) -> Batch {
        let mut batch = Batch::new(2);
        for (id, raw) in records {
            let legacy_id = (!id.is_empty()).then(|| batch.push_text(id));
            batch.cells.extend([Cell::Int(*raw), Cell::Null]);
            batch.rows.push(RowHead {
                seq: *raw,
                source: 0,
                position: Position::default(),
                legacy_id,
                rejected: false,
                hash: 1,
                raw: *raw,
                adds: 7,
            });
        }
        batch
    }

    fn known(records: &[(&str, i64)]) -> Option<Known> {
        let kinds = [Added { hash: 7, unmapped: BTreeMap::new(), enums: Vec::new() }];
        remembered(records, &kinds)
    }

    fn remembered(records: &[(&str, i64)], kinds: &[Added]) -> Option<Known> {
        let mut marks = Marks::wanted();
        marks.add(&batch(records));
        let mut pieces = Pieces::of(kinds);
        marks.into_pieces(kinds).for_each(|piece| pieces.push(&piece));
        pieces.known(records.len() as u64, kinds)
    }

    #[test]
    fn finds_records_by_their_text() {
        let mut known = known(&[("b", 2), ("a", -1), ("c", 3), ("d", 3)]).unwrap();
        let found = |raw: i64| known.index.find(raw.cast_unsigned()).map(|(number, adds)| (known.index.marks[number as usize].raw, adds));
        assert_eq!((found(2), found(-1), found(4)), (Some((2, 7)), Some((u64::MAX, 7)), None));
        assert_eq!(found(3), None, "two have it");
        let (two, one) = (known.index.find(2).unwrap().0, known.index.find(u64::MAX).unwrap().0);
        assert_eq!(known.meet(vec![two, one]).map(|mark| mark.raw).collect::<Vec<_>>(), [2, u64::MAX]);
        assert_eq!((known.passed, known.is_other), (2, false));
        known.meet(vec![two]).for_each(drop);
        assert!(known.is_other, "twice");
    }

    #[test]
    fn a_kind_that_is_not_known_is_looked_at() {
        assert_eq!(remembered(&[("a", 1)], &[]).unwrap().index.find(1), None);
    }

    #[test]
    fn leaves_what_changed() {
        let mut known = known(&[("b", 2), ("a", -1), ("c", 3)]).unwrap();
        let left = known.pass_over(batch(&[("a", -1), ("b", 20), ("c", 3)]));
        assert_eq!((left.rows.len(), left.rows[0].raw, left.cells.as_slice()), (1, 20, [Cell::Int(20), Cell::Null].as_slice()));
        assert_eq!((known.passed, known.is_other), (2, false));
    }

    #[test]
    fn sees_what_is_new_or_twice() {
        let check = |records: &[(&str, i64)]| {
            let mut known = known(&[("a", 1), ("b", 2)]).unwrap();
            known.pass_over(batch(records));
            assert!(known.is_other, "{records:?}");
        };
        check(&[("a", 1), ("c", 3)]);
        check(&[("a", 1), ("a", 1)]);
        check(&[("a", 1), ("a", 5)]);
        check(&[("", 1)]);
    }

    #[test]
    fn stages_all_once_it_must() {
        let mut new = known(&[("a", 1), ("b", 2)]).unwrap();
        assert_eq!(new.pass_over(batch(&[("c", 3), ("d", 4)])).rows.len(), 2);
        assert_eq!(new.pass_over(batch(&[("a", 1)])).rows.len(), 1, "nothing was passed over, so nothing is from now on");
        assert!(!new.must_begin_again());
        let mut late = known(&[("a", 1), ("b", 2)]).unwrap();
        assert_eq!(late.pass_over(batch(&[("a", 1), ("c", 3)])).rows.len(), 1);
        assert!(late.must_begin_again() && late.pass_over(batch(&[("b", 9)])).rows.is_empty(), "all are read again");
    }

    #[test]
    fn needs_ids_that_tell_records_apart() {
        assert!(known(&[("a", 1), ("a", 2)]).is_none());
        assert!(known(&[("a", 1), ("", 2)]).is_none());
    }
}
