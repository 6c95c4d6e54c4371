//! Reads the sources of one table into its stage: frames, decodes and normalizes on all cores while the database takes what is ready.
//!
//! **Invariant**: every framed record becomes exactly one row of the stage (or one an element, with `each`); those that cannot be normalized are
//! told to the sink with their raw text.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64_with_seed;

use super::RunError;
use super::added::{Kinds, Met};
use super::marks::{Index, Known, Marks};
use super::rejects::{member, place_of, reasons};
use super::retry::Again;
use crate::backend::workspace::{StagedRecord, Workspace};
use crate::decode;
use crate::diagnostic::{Code, Fault};
use crate::normalize::{At, Findings, Normalizer};
use crate::progress::{Progress, Silent};
use crate::record::{Batch, Position};
use crate::report::{Reject, Sink, SourceReport};
use crate::source::{self, Chunk, Framed, Limits, Shape, Source};

/// Bits of a record's place that number its elements.
pub(super) const ELEMENT_BITS: u32 = 20;

/// Most elements of one record; the last place is left for saying that there were more.
const ELEMENTS_MAX: i64 = (1 << ELEMENT_BITS) - 1;

/// Changed records that are staged together.
const ROWS_AT_ONCE: usize = 1_000;

/// Chunks normalized side by side.
const CHUNKS_AT_ONCE: usize = 4;

/// What is known of a table once its sources were read.
pub(super) struct Intake {
    /// Sources in order, with their shapes where they had any record.
    pub(super) sources: Vec<(Source, Option<Shape>)>,
    /// Counts of the sources.
    pub(super) reports: Vec<SourceReport>,
    /// What normalization found.
    pub(super) findings: Findings,
    /// Rows of the stage.
    pub(super) rows: u64,
    /// Rejects by code.
    pub(super) rejects: std::collections::BTreeMap<String, u64>,
    /// Marks of the records.
    pub(super) marks: Marks,
    /// What kinds of records add to the findings.
    pub(super) kinds: Kinds,
    /// Number of the first record of each source among those of the table, and behind them that of all records.
    pub(super) firsts: Vec<u64>,
    /// Bits of a record's place in the input order that number its elements.
    pub(super) element_bits: u32,
}

impl Intake {
    /// Returns where a staged record stands in its source.
    pub(super) fn position(&self, record: &StagedRecord) -> Position {
        let number = (record.seq >> self.element_bits).unsigned_abs();
        let first = self.firsts.get(record.source).copied().unwrap_or(number);
        Position { line: record.line, column: record.column, byte: record.byte, index: number.saturating_sub(first) }
    }
}

/// One record that could not be normalized.
struct Refused {
    reject: Reject,
    raw: Vec<u8>,
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
struct Normalized {
    batch: Batch,
    findings: Findings,
    refused: Vec<Refused>,
    records: u64,
    /// Records that are known by their text, and were not decoded.
    known: Vec<u32>,
    kinds: Kinds,
    /// Sum over the records of a hash of text and place: however the chunks are cut, the sum over them is the same.
    fingerprint: u64,
}

enum Event {
    Chunk { number: usize, shape: Shape, normalized: Box<Normalized> },
    End { number: usize, bytes: u64, records: u64 },
    Failed(source::SourceError),
}

/// What is read.
pub(super) struct From<'a> {
    /// Sources in order.
    pub(super) sources: &'a [Source],
    /// Bounds of reading.
    pub(super) limits: &'a Limits,
    /// Records that are rejected as they were in an earlier run.
    pub(super) again: &'a Again,
    /// The next run is to know the records again.
    pub(super) wants_marks: bool,
}

/// Reads all sources of a table; records that are `known` are not staged.
pub(super) fn read(
    workspace: &mut Workspace<'_>,
    table: usize,
    normalizer: &Normalizer,
    from: &From<'_>,
    known: Option<&mut Known>,
    progress: &dyn Progress,
    sink: &mut dyn Sink,
) -> Result<Intake, RunError> {
    let From { sources, limits, again, .. } = *from;
    let spec = workspace.layout(table).source.clone();
    let mapping = workspace.layout(table).mapping.clone();
    let mut intake = Intake {
        reports: sources
            .iter()
            .map(|s| SourceReport { path: s.path.to_string(), records: 0, bytes: 0, fingerprint: String::new() })
            .collect(),
        sources: sources.iter().map(|s| (s.clone(), None)).collect(),
        findings: Findings::default(),
        rows: 0,
        rejects: std::collections::BTreeMap::new(),
        marks: if from.wants_marks { Marks::wanted() } else { Marks::default() },
        kinds: known.as_ref().map(|known| known.index.kinds().clone()).unwrap_or_default(),
        firsts: vec![0],
        element_bits: if spec.each.is_some() { ELEMENT_BITS } else { 0 },
    };
    let (sender, receiver) = sync_channel(2);
    let index = known.as_ref().map(|known| Arc::clone(&known.index));
    let work = Work {
        normalizer,
        limits,
        again,
        mapping: &mapping,
        key_field: &spec.key_field,
        index: index.as_deref(),
        only: None,
        learns: from.wants_marks,
    };
    std::thread::scope(|scope| {
        let (spec, work) = (&spec, &work);
        // The sender moves into the producing thread, so that the receiver ends with it.
        scope.spawn(move || produce(sources, spec, work, progress, &sender));
        // Ends with this closure, so that after an error nobody waits to send to it.
        let receiver = receiver;
        consume(workspace, table, &receiver, known, progress, sink, &mut intake)
    })?;
    Ok(intake)
}

/// Reads the sources of a table once more, and stages all of its records. What is wrong with them was told before.
pub(super) fn read_again(
    workspace: &mut Workspace<'_>,
    table: usize,
    normalizer: &Normalizer,
    intake: &mut Intake,
    limits: &Limits,
) -> Result<(), RunError> {
    workspace.begin_again(table)?;
    let sources: Vec<Source> = intake.sources.iter().map(|(source, _)| source.clone()).collect();
    let wants_marks = std::mem::take(&mut intake.marks).are_wanted();
    let from = From { sources: &sources, limits, again: &Again::default(), wants_marks };
    *intake = read(workspace, table, normalizer, &from, None, &Silent, &mut Unheard)?;
    Ok(workspace.seal(table)?)
}

/// Reads the sources of a table once more, and stages these records, given in order. What is wrong with them was told before.
pub(super) fn stage(
    workspace: &mut Workspace<'_>,
    table: usize,
    normalizer: &Normalizer,
    from: &From<'_>,
    records: &[i64],
) -> Result<(), RunError> {
    let spec = workspace.layout(table).source.clone();
    let mapping = workspace.layout(table).mapping.clone();
    let (sender, receiver) = sync_channel(2);
    let From { sources, limits, again, .. } = *from;
    let work =
        Work { normalizer, limits, again, mapping: &mapping, key_field: &spec.key_field, index: None, only: Some(records), learns: false };
    std::thread::scope(|scope| {
        let (spec, work) = (&spec, &work);
        scope.spawn(move || produce(sources, spec, work, &Silent, &sender));
        // Taken by value, so that after an error nobody waits to send to it.
        for event in receiver {
            match event {
                Event::Failed(error) => return Err(RunError::Source(error)),
                Event::End { .. } => {}
                Event::Chunk { mut normalized, .. } => {
                    // Of the elements of one record only some may be wanted.
                    let batch = &mut normalized.batch;
                    let others: Vec<bool> = batch.rows.iter().map(|head| records.binary_search(&head.seq).is_err()).collect();
                    batch.remove(&others);
                    workspace.append(table, batch)?;
                }
            }
        }
        Ok(())
    })
}

/// Says that a record, or one of its elements, is among the wanted ones.
fn is_wanted(only: &[i64], seq: i64, spread: bool) -> bool {
    if !spread {
        return only.binary_search(&seq).is_ok();
    }
    let next = only.partition_point(|wanted| *wanted >> ELEMENT_BITS < seq);
    only.get(next).is_some_and(|wanted| *wanted >> ELEMENT_BITS == seq)
}

/// Hears nothing.
struct Unheard;

impl Sink for Unheard {}

/// Reads all sources for what normalization finds, and keeps no row. Counts the records that were rejected for more than an unmapped enum value.
pub(super) fn survey(
    normalizer: &Normalizer,
    mapping: &str,
    sources: &[Source],
    limits: &Limits,
    progress: &dyn Progress,
) -> Result<(Findings, u64), RunError> {
    let spec = normalizer.layout().source.clone();
    let (sender, receiver) = sync_channel(2);
    let again = Again::default();
    let work = Work { normalizer, limits, again: &again, mapping, key_field: &spec.key_field, index: None, only: None, learns: false };
    let (mut findings, mut unreadable) = (Findings::default(), 0);
    let is_unreadable = |refused: &&Refused| {
        std::iter::once(&refused.reject.reason).chain(&refused.reject.more).any(|reason| reason.code != Code::EnumUnmapped.as_str())
    };
    std::thread::scope(|scope| {
        let (spec, work) = (&spec, &work);
        scope.spawn(move || produce(sources, spec, work, progress, &sender));
        // Taken by value, so that after an error nobody waits to send to it.
        for event in receiver {
            match event {
                Event::Failed(error) => return Err(RunError::Source(error)),
                Event::End { .. } => {}
                Event::Chunk { normalized, .. } => {
                    unreadable += normalized.refused.iter().filter(is_unreadable).count() as u64;
                    findings.merge(normalized.findings);
                }
            }
        }
        Ok((findings, unreadable))
    })
}

struct Work<'a> {
    normalizer: &'a Normalizer,
    limits: &'a Limits,
    again: &'a Again,
    mapping: &'a str,
    key_field: &'a str,
    /// Records that need not be decoded.
    index: Option<&'a Index>,
    /// The only records that are wanted, in order.
    only: Option<&'a [i64]>,
    /// What kinds of records add to the findings is remembered.
    learns: bool,
}

/// Frames and normalizes; stops where the consumer went away.
fn produce(sources: &[Source], spec: &crate::mapping::SourceSpec, work: &Work<'_>, progress: &dyn Progress, sender: &SyncSender<Event>) {
    let mut first_seq = 0;
    for (number, source) in sources.iter().enumerate() {
        progress.step(&source.path);
        let mut frames = source::frames(source, spec, first_seq, work.limits, |bytes| progress.read(bytes, 0));
        loop {
            let (chunks, failure) = take(&mut frames);
            let is_last = chunks.len() < CHUNKS_AT_ONCE;
            let done: Vec<(Shape, i64, Normalized)> = chunks
                .into_par_iter()
                .map(|chunk| {
                    let last = chunk.records.last().map_or(first_seq, |r| r.seq);
                    (chunk.shape, last, normalize(&chunk, work))
                })
                .collect();
            for (shape, last, normalized) in done {
                first_seq = last + 1;
                if sender.send(Event::Chunk { number, shape, normalized: Box::new(normalized) }).is_err() {
                    return;
                }
            }
            if let Some(error) = failure {
                drop(sender.send(Event::Failed(error)));
                return;
            }
            if is_last {
                break;
            }
        }
        let summary = frames.summary();
        let end = Event::End { number, bytes: summary.map_or(0, |s| s.bytes), records: summary.map_or(0, |s| s.records) };
        if sender.send(end).is_err() {
            return;
        }
    }
}

fn take(frames: &mut dyn Iterator<Item = Result<Chunk, source::SourceError>>) -> (Vec<Chunk>, Option<source::SourceError>) {
    let mut chunks = Vec::with_capacity(CHUNKS_AT_ONCE);
    for chunk in frames.take(CHUNKS_AT_ONCE) {
        match chunk {
            Ok(chunk) => chunks.push(chunk),
            Err(error) => return (chunks, Some(error)),
        }
    }
    (chunks, None)
}

fn consume(
    workspace: &mut Workspace<'_>,
    table: usize,
    events: &Receiver<Event>,
    mut known: Option<&mut Known>,
    progress: &dyn Progress,
    sink: &mut dyn Sink,
    intake: &mut Intake,
) -> Result<(), RunError> {
    let mut fingerprints = vec![0_u64; intake.reports.len()];
    let mut few = Batch::default();
    for event in events {
        match event {
            Event::Failed(error) => return Err(RunError::Source(error)),
            Event::End { number, bytes, records } => {
                intake.reports[number].bytes = bytes;
                intake.reports[number].records = records;
                intake.firsts.push(intake.firsts.last().copied().unwrap_or(0) + records);
                intake.reports[number].fingerprint = format!("{:016x}", fingerprints[number]);
            }
            Event::Chunk { number, shape, normalized } => {
                intake.sources[number].1 = Some(shape);
                intake.rows += normalized.batch.rows.len() as u64 + normalized.known.len() as u64;
                intake.marks.add(&normalized.batch);
                intake.kinds.merge(normalized.kinds);
                if let Some(known) = known.as_mut().filter(|_| !normalized.known.is_empty()) {
                    intake.marks.extend(known.meet(normalized.known));
                }
                let batch = match &mut known {
                    Some(known) => known.pass_over(normalized.batch),
                    None => normalized.batch,
                };
                // Few are left of each chunk where most are passed over; a statement each would cost more than they do.
                if known.is_some() && batch.rows.len() < ROWS_AT_ONCE {
                    few.width = batch.width;
                    few.absorb(&batch);
                } else {
                    workspace.append(table, &std::mem::take(&mut few))?;
                    workspace.load(table, batch)?;
                }
                if few.rows.len() >= ROWS_AT_ONCE {
                    workspace.append(table, &std::mem::take(&mut few))?;
                }
                progress.read(0, normalized.records);
                fingerprints[number] = fingerprints[number].wrapping_add(normalized.fingerprint);
                intake.findings.merge(normalized.findings);
                for refused in normalized.refused {
                    *intake.rejects.entry(refused.reject.reason.code.clone()).or_default() += 1;
                    sink.reject(&refused.reject, &refused.raw).map_err(RunError::Output)?;
                }
            }
        }
    }
    Ok(workspace.append(table, &few)?)
}

/// Sums up a hash of text and place of each record.
pub(super) fn fingerprint(chunk: &Chunk) -> u64 {
    chunk.records.iter().fold(0, |sum, r| sum.wrapping_add(Raw::of(chunk, r).hash(r.position.index)))
}

fn normalize(chunk: &Chunk, work: &Work<'_>) -> Normalized {
    let set = work.normalizer.field_set();
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
    for record in &chunk.records {
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
            work.spread(&mut done, raw, &at);
        } else {
            let hash = raw.hash(0);
            if let Some((number, adds)) = work.index.and_then(|index| index.find(hash)) {
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

    fn spread(&self, done: &mut Normalized, raw: Raw<'_>, at: &At<'_>) {
        let set = self.normalizer.field_set();
        let hash = raw.hash(0);
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
