//! Marks of records: sixteen bytes by which a record is known again that is the same, byte for byte, as at the last import.
//!
//! Takes the heads of normalized records, gives the records that must be looked at.
//!
//! **Invariant**: a record that is passed over has the id and the text of exactly one record of the last import, and no other record of this run has its id.

use xxhash_rust::xxh3::xxh3_64;

use crate::record::{Batch, RowHead};

/// Most records of a table that are remembered: 32 MB.
const MARKS_MAX: usize = 2_000_000;

/// Marks that stand in one piece of text.
const PIECE: usize = 4_096;

/// Hexadecimal digits of a mark.
const DIGITS: usize = 32;

/// Hash of a record's legacy id, and of the record as it stands in the source.
pub(super) type Mark = (u64, u64);

fn mark(head: &RowHead, batch: &Batch) -> Option<Mark> {
    head.legacy_id.map(|id| (xxh3_64(batch.text_of(id).as_bytes()), head.raw.cast_unsigned()))
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
        let Some(marks) = &mut self.0 else { return };
        marks.extend(batch.rows.iter().filter_map(|head| mark(head, batch)));
        if marks.len() > MARKS_MAX || batch.rows.iter().any(|head| head.legacy_id.is_none()) {
            self.0 = None;
        }
    }

    /// Returns the marks in hexadecimal digits, in pieces; none where a record could not be told apart by its id.
    pub(super) fn pieces(&self) -> impl Iterator<Item = String> {
        let mut sorted = self.0.clone().unwrap_or_default();
        sorted.sort_unstable();
        if sorted.windows(2).any(|pair| pair[0].0 == pair[1].0) {
            sorted.clear();
        }
        (0..sorted.len().div_ceil(PIECE)).map(move |piece| {
            let marks = sorted.iter().skip(piece * PIECE).take(PIECE);
            marks.map(|(id, raw)| format!("{id:016x}{raw:016x}")).collect()
        })
    }
}

/// The records of the last import, and which of them were met again.
#[derive(Debug)]
pub(super) struct Known {
    /// Sorted by id.
    marks: Vec<Mark>,
    met: Vec<bool>,
    /// Records that were passed over.
    pub(super) passed: u64,
    /// A record was new, or had the id of another one: what has changed reaches beyond the changed records.
    pub(super) is_other: bool,
}

/// Marks of the last import while they are read, piece by piece.
#[derive(Debug, Default)]
pub(super) struct Pieces(Vec<Mark>);

impl Pieces {
    /// Reads one of [`Marks::pieces`]. What is no mark is left out, and missed in the end.
    pub(super) fn push(&mut self, piece: &str) {
        let number = |from: usize| u64::from_str_radix(piece.get(from..from + DIGITS / 2)?, 16).ok();
        self.0.extend((0..piece.len()).step_by(DIGITS).filter_map(|at| Some((number(at)?, number(at + DIGITS / 2)?))));
    }
}

impl Known {
    /// Returns what all pieces together say; `None` unless there are so many marks.
    pub(super) fn of(pieces: Pieces, records: u64) -> Option<Self> {
        let marks = pieces.0;
        let is_whole = u64::try_from(marks.len()) == Ok(records) && marks.is_sorted();
        is_whole.then(|| Self { met: vec![false; marks.len()], marks, passed: 0, is_other: false })
    }

    /// Says that records have to be staged which were passed over before: all of them are read again.
    pub(super) fn must_begin_again(&self) -> bool {
        self.is_other && self.passed > 0
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
        let (width, mut cell) = (batch.width, 0);
        batch.cells.retain(|_| {
            cell += 1;
            !passed[(cell - 1) / width]
        });
        let mut row = 0;
        batch.rows.retain(|_| {
            row += 1;
            !passed[row - 1]
        });
        batch
    }

    fn is_known(&mut self, head: &RowHead, batch: &Batch) -> bool {
        let Some((id, raw)) = mark(head, batch) else {
            self.is_other |= !head.rejected;
            return false;
        };
        let Ok(at) = self.marks.binary_search_by_key(&id, |mark| mark.0) else {
            self.is_other = true;
            return false;
        };
        self.is_other |= std::mem::replace(&mut self.met[at], true);
        let is_known = self.marks[at].1 == raw && !head.rejected;
        self.passed += u64::from(is_known);
        is_known
    }
}

#[cfg(test)]
mod tests {
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
            });
        }
        batch
    }

    fn known(records: &[(&str, i64)]) -> Option<Known> {
        let mut marks = Marks::wanted();
        marks.add(&batch(records));
        let mut pieces = Pieces::default();
        marks.pieces().for_each(|piece| pieces.push(&piece));
        Known::of(pieces, records.len() as u64)
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
