//! Marks of records: eighteen bytes by which a record is known again that is the same, byte for byte, as at the last import.
//!
//! Takes the heads of normalized records, gives the records that must be looked at. A record whose text and kind are known is not even decoded.
//!
//! **Invariant**: a record that is passed over has the id and the text of exactly one record of the last import, and no other record of this run has its id.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

use super::added::Kinds;
use crate::record::{Batch, RowHead};
use crate::report::standing::Added;

/// Most records of a table that are remembered: 48 MB.
const MARKS_MAX: usize = 2_000_000;

/// So many records tell how long the others are.
const RECORDS_TELLING: u64 = 100_000;

/// Marks that stand in one piece.
const PIECE: usize = 4_096;

/// Bytes of a mark: two hashes and the number of its kind, the highest byte of each first.
const BYTES: usize = 18;

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

/// The marks of all records of a table.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// `None` where nobody wants them, one of the records has no id, or there are too many.
    marks: Option<Vec<Mark>>,
    /// Size of all sources, as far as it is known.
    bytes: u64,
}

impl Marks {
    /// Returns marks to which those of batches are to be added, of sources of this size.
    pub(super) fn wanted(bytes: u64) -> Self {
        Self { marks: Some(Vec::new()), bytes }
    }

    /// Says whether marks are added.
    pub(super) fn are_wanted(&self) -> bool {
        self.marks.is_some()
    }

    /// Adds the marks of a batch.
    pub(super) fn add(&mut self, batch: &Batch) {
        if batch.rows.iter().any(|head| head.legacy_id.is_none()) || self.will_be_too_many(batch) {
            self.marks = None;
        }
        self.extend(batch.rows.iter().filter_map(|head| Mark::of(head, batch)));
    }

    /// Says whether the records, should the others be as long as those so far, are by far too many: then no memory is taken for any.
    fn will_be_too_many(&self, batch: &Batch) -> bool {
        let Some(last) = batch.rows.last().map(|head| head.position).filter(|last| last.index >= RECORDS_TELLING) else { return false };
        let expected = u128::from(self.bytes) * u128::from(last.index) / u128::from(last.byte.max(1));
        expected > MARKS_MAX as u128 * 5 / 4
    }

    /// Adds marks.
    pub(super) fn extend(&mut self, more: impl Iterator<Item = Mark>) {
        let Some(marks) = &mut self.marks else { return };
        marks.extend(more);
        if marks.len() > MARKS_MAX {
            self.marks = None;
        }
    }

    /// Returns the kinds of the records.
    pub(super) fn kinds(&self) -> BTreeSet<u64> {
        self.marks.iter().flatten().map(|mark| mark.adds).collect()
    }

    /// Takes the marks out, in pieces, sorted by id; none where a record could not be told apart by its id. `kinds` are numbered as they stand.
    pub(super) fn into_pieces(self, kinds: &[Added]) -> impl Iterator<Item = Vec<u8>> + use<> {
        let mut marks = self.marks.unwrap_or_default();
        marks.par_sort_unstable();
        if marks.windows(2).any(|pair| pair[0].id == pair[1].id) {
            marks.clear();
        }
        let number =
            |mark: &Mark| kinds.binary_search_by_key(&mark.adds, |kind| kind.hash).ok().and_then(|number| u16::try_from(number).ok());
        let numbers: Vec<u16> = marks.iter().map(|mark| number(mark).unwrap_or(NO_KIND)).collect();
        (0..marks.len().div_ceil(PIECE)).map(move |piece| {
            let of_piece = piece * PIECE..marks.len().min((piece + 1) * PIECE);
            let mut bytes = Vec::with_capacity(of_piece.len() * BYTES);
            for (mark, number) in marks[of_piece.clone()].iter().zip(&numbers[of_piece]) {
                bytes.extend_from_slice(&mark.id.to_be_bytes());
                bytes.extend_from_slice(&mark.raw.to_be_bytes());
                bytes.extend_from_slice(&number.to_be_bytes());
            }
            bytes
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

    /// Returns, for each text, the number of the one record that had it, if it is known what it adds to the counts.
    ///
    /// One after the other, each would wait for memory three times; so each step is taken for all of them, and they wait together.
    pub(super) fn find(&self, raws: &[u64]) -> Vec<Option<(u32, u64)>> {
        let bucket = |raw: u64| usize::try_from(raw >> self.shift).unwrap_or(0);
        let ranges: Vec<_> = raws.iter().map(|raw| self.starts[bucket(*raw)] as usize..self.starts[bucket(*raw) + 1] as usize).collect();
        let firsts: Vec<_> = ranges.iter().map(|range| self.order.get(range.start).copied()).collect();
        let found = |((raw, range), first): ((&u64, Range<usize>), Option<u32>)| {
            let first = first.filter(|_| !range.is_empty())?;
            let is_same = |number: &u32| self.marks[*number as usize].raw == *raw;
            let mut others = self.order[range.start + 1..range.end].iter().copied().filter(is_same);
            let number = if is_same(&first) { first } else { others.next()? };
            let adds = self.marks[number as usize].adds;
            (others.next().is_none() && self.kinds.get(adds).is_some()).then_some((number, adds))
        };
        raws.iter().zip(ranges).zip(firsts).map(found).collect()
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
    pub(super) fn push(&mut self, piece: &[u8]) {
        let number = |bytes: &[u8]| bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
        let mark = |bytes: &[u8]| {
            let kind = usize::try_from(number(&bytes[16..])).unwrap_or(usize::MAX);
            // A kind that is not known is the one of no record.
            let adds = self.kinds.get(kind).copied().unwrap_or(u64::MAX);
            Mark { id: number(&bytes[..8]), raw: number(&bytes[8..16]), adds }
        };
        self.marks.extend(piece.chunks_exact(BYTES).map(mark));
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
        let mut marks = Marks::wanted(0);
        marks.add(&batch(records));
        let mut pieces = Pieces::of(kinds);
        marks.into_pieces(kinds).for_each(|piece| pieces.push(&piece));
        pieces.known(records.len() as u64, kinds)
    }

    #[test]
    fn finds_records_by_their_text() {
        let mut known = known(&[("b", 2), ("a", -1), ("c", 3), ("d", 3)]).unwrap();
        let found =
            |raw: i64| known.index.find(&[raw.cast_unsigned()])[0].map(|(number, adds)| (known.index.marks[number as usize].raw, adds));
        assert_eq!((found(2), found(-1), found(4)), (Some((2, 7)), Some((u64::MAX, 7)), None));
        assert_eq!(found(3), None, "two have it");
        let (two, one) = (known.index.find(&[2])[0].unwrap().0, known.index.find(&[u64::MAX])[0].unwrap().0);
        assert_eq!(known.meet(vec![two, one]).map(|mark| mark.raw).collect::<Vec<_>>(), [2, u64::MAX]);
        assert_eq!((known.passed, known.is_other), (2, false));
        known.meet(vec![two]).for_each(drop);
        assert!(known.is_other, "twice");
    }

    #[test]
    fn a_kind_that_is_not_known_is_looked_at() {
        assert_eq!(remembered(&[("a", 1)], &[]).unwrap().index.find(&[1]), [None]);
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
    fn gives_up_early_where_there_will_be_too_many() {
        let check = |bytes: u64, index: u64, byte: u64, expect: bool| {
            let mut marks = Marks::wanted(bytes);
            let mut batch = batch(&[("a", 1)]);
            batch.rows[0].position = Position { byte, index, ..Position::default() };
            marks.add(&batch);
            assert_eq!(marks.are_wanted(), expect, "{bytes} {index} {byte}");
        };
        check(3_000_000_000, RECORDS_TELLING, 60_000_000, false);
        check(3_000_000_000, RECORDS_TELLING - 1, 60_000_000, true);
        check(1_200_000_000, RECORDS_TELLING, 60_000_000, true);
        check(0, RECORDS_TELLING, 60_000_000, true);
        check(u64::MAX, u64::MAX, 0, false);
    }

    #[test]
    fn needs_ids_that_tell_records_apart() {
        assert!(known(&[("a", 1), ("a", 2)]).is_none());
        assert!(known(&[("a", 1), ("", 2)]).is_none());
    }
}
