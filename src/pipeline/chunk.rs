//! What a worker makes of the records of one chunk: rows of the stage, and what is to be said of them.
//!
//! Takes framed text, gives [`Normalized`]. It knows no database.
//!
//! **Invariant**: every framed record becomes exactly one row (or one an element, with `each`), unless it is known, or others are wanted.

use std::sync::Arc;

use xxhash_rust::xxh3::xxh3_64_with_seed;

use super::added::{Kinds, Met};
use super::marks::Index;
use super::rejects::{member, place_of, reasons};
use super::retry::Again;
use crate::decode;
use crate::diagnostic::{Code, Fault};
use crate::normalize::{At, Findings, Normalizer};
use crate::record::{Batch, Position};
use crate::report::Reject;
use crate::source::{Chunk, Framed, Limits};

/// Bits of a record's place that number its elements.
pub(super) const ELEMENT_BITS: u32 = 20;

/// Most elements of one record; the last place is left for saying that there were more.
const ELEMENTS_MAX: i64 = (1 << ELEMENT_BITS) - 1;

/// One record that could not be normalized.
pub(super) struct Refused {
    pub(super) reject: Reject,
    pub(super) raw: Vec<u8>,
}

/// A record as in its source.
#[derive(Clone, Copy)]
struct Raw<'a> {
    text: &'a [u8],
    /// Name of the member that it is, as a JSON string.
    key: Option<&'a [u8]>,
}

impl<'a> Raw<'a> {
    fn of(chunk: &'a Chunk, record: &Framed) -> Self {
        Self { text: chunk.text(record), key: chunk.key(record) }
    }

    /// XXH3 of the record, its name included.
    fn hash(self, seed: u64) -> u64 {
        xxh3_64_with_seed(self.text, self.key.map_or(seed, |key| xxh3_64_with_seed(key, seed)))
    }
}

/// What a worker makes of one chunk.
pub(super) struct Normalized {
    pub(super) batch: Batch,
    pub(super) findings: Findings,
    pub(super) refused: Vec<Refused>,
    pub(super) records: u64,
    /// Records that are known by their text, and were not decoded.
    pub(super) known: Vec<u32>,
    pub(super) kinds: Kinds,
    /// Sum over the records of a hash of text and place: however the chunks are cut, the sum over them is the same.
    pub(super) fingerprint: u64,
}

/// How records are normalized.
pub(super) struct Work<'a> {
    pub(super) normalizer: &'a Normalizer,
    pub(super) limits: &'a Limits,
    pub(super) again: &'a Again,
    pub(super) mapping: &'a str,
    pub(super) key_field: &'a str,
    /// Records that need not be decoded.
    pub(super) index: Option<&'a Index>,
    /// The only records that are wanted, in order.
    pub(super) only: Option<&'a [i64]>,
    /// What kinds of records add to the findings is remembered.
    pub(super) learns: bool,
}

/// Sums up a hash of text and place of each record.
pub(super) fn fingerprint(chunk: &Chunk) -> u64 {
    chunk.records.iter().fold(0, |sum, r| sum.wrapping_add(Raw::of(chunk, r).hash(r.position.index)))
}

/// Decodes and normalizes the records of a chunk.
pub(super) fn normalize(chunk: &Chunk, work: &Work<'_>) -> Normalized {
    let set = work.normalizer.field_set();
    let hashes: Vec<u64> = chunk.records.iter().map(|record| Raw::of(chunk, record).hash(0)).collect();
    let found = work.index.map(|index| index.find(&hashes)).unwrap_or_default();
    let mut done = Normalized {
        batch: Batch::new(work.normalizer.layout().columns.len()),
        findings: Findings::default(),
        refused: Vec::new(),
        records: chunk.records.len() as u64,
        known: Vec::new(),
        kinds: Kinds::default(),
        fingerprint: fingerprint(chunk),
    };
    let spread = set.each.is_some();
    let mut fields = decode::Fields::default();
    let mut met = Met::default();
    for (n, (record, hash)) in chunk.records.iter().zip(hashes).enumerate() {
        let raw = Raw::of(chunk, record);
        let seq = if spread { record.seq << ELEMENT_BITS } else { record.seq };
        let at = at(chunk.source, &chunk.path, record.position, seq);
        if work.only.is_some_and(|only| !is_wanted(only, record.seq, spread)) {
            continue;
        }
        if let Some(fault) = &record.fault {
            work.refuse(&mut done, &at, fault.clone(), raw);
        } else if let Some(message) = work.again.get(&(chunk.source, record.position.line)) {
            let fault = Fault::new(crate::diagnostic::Code::KeyDuplicateInInput, message);
            work.refuse(&mut done, &at, fault, raw);
        } else if spread {
            work.spread(&mut done, raw, hash, &at);
        } else {
            if let Some((number, adds)) = found.get(n).copied().flatten() {
                done.known.push(number);
                met.add(adds, at);
                continue;
            }
            match decode::decode(raw.text, raw.key, work.key_field, set, work.limits, &mut fields) {
                Ok(()) => {
                    work.accept(&mut done, &at, &fields, raw, hash);
                    if work.learns {
                        done.kinds.learn(&done.batch, |batch, findings| work.normalizer.normalize(&fields, &at, batch, findings));
                    }
                }
                Err(fault) => work.refuse(&mut done, &at, fault, raw),
            }
        }
    }
    if let Some(index) = work.index {
        met.tell(index.kinds(), &mut done.findings);
    }
    done
}

/// Where a record stands, as normalization wants to know it.
pub(super) fn at(source: u32, path: &Arc<str>, position: Position, seq: i64) -> At<'_> {
    At { seq, source, position, path }
}

impl Work<'_> {
    fn refuse(&self, done: &mut Normalized, at: &At<'_>, fault: Fault, raw: Raw<'_>) {
        self.normalizer.reject(at, fault.diagnostic(at.origin()), &mut done.batch, &mut done.findings);
        self.tell_refused(done, at, raw);
    }

    fn accept(&self, done: &mut Normalized, at: &At<'_>, fields: &decode::Fields<'_>, raw: Raw<'_>, hash: u64) {
        self.normalizer.normalize(fields, at, &mut done.batch, &mut done.findings);
        if let Some(head) = done.batch.rows.last_mut() {
            head.raw = hash.cast_signed();
        }
        self.tell_refused(done, at, raw);
    }

    fn spread(&self, done: &mut Normalized, raw: Raw<'_>, hash: u64, at: &At<'_>) {
        let set = self.normalizer.field_set();
        let faulty = decode::spread(raw.text, raw.key, self.key_field, set, self.limits, &mut |element, fields| {
            let number = i64::try_from(element).unwrap_or(i64::MAX);
            let at = At { seq: at.seq.saturating_add(number), ..*at };
            match fields {
                _ if number >= ELEMENTS_MAX => {}
                Ok(fields) => self.accept(done, &at, fields, raw, hash),
                Err(fault) => self.refuse(done, &at, fault, raw),
            }
        });
        match faulty {
            Ok(count) if count > ELEMENTS_MAX.unsigned_abs() => {
                let message = format!("found {count} elements in one record, expected at most {ELEMENTS_MAX}");
                let at = At { seq: at.seq.saturating_add(ELEMENTS_MAX), ..*at };
                self.refuse(done, &at, Fault::new(Code::SourceTooLarge, message), raw);
            }
            Ok(_) => {}
            Err(fault) => self.refuse(done, at, fault, raw),
        }
    }

    /// Takes the diagnostics of one row out of the findings.
    fn tell_refused(&self, done: &mut Normalized, at: &At<'_>, raw: Raw<'_>) {
        if done.findings.diagnostics.is_empty() {
            return;
        }
        let diagnostics = std::mem::take(&mut done.findings.diagnostics);
        let (reason, more) = reasons(&diagnostics);
        let legacy_id = done.batch.rows.last().and_then(|head| head.legacy_id).map(|span| done.batch.text_of(span).to_owned());
        let reject = Reject {
            table: diagnostics.first().and_then(|d| d.table.clone()).unwrap_or_default(),
            mapping: self.mapping.to_owned(),
            place: place_of(&at.origin()),
            legacy_id,
            member: member(raw.key),
            reason,
            more,
            other: None,
            rows: Vec::new(),
            root: None,
        };
        done.refused.push(Refused { reject, raw: raw.text.to_vec() });
    }
}

/// Says that a record, or one of its elements, is among the wanted ones.
fn is_wanted(only: &[i64], seq: i64, spread: bool) -> bool {
    if !spread {
        return only.binary_search(&seq).is_ok();
    }
    let next = only.partition_point(|wanted| *wanted >> ELEMENT_BITS < seq);
    only.get(next).is_some_and(|wanted| *wanted >> ELEMENT_BITS == seq)
}
