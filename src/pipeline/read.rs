//! Reads the sources of one table into its stage: frames, decodes and normalizes on all cores while the database takes what is ready.
//!
//! **Invariant**: every framed record becomes exactly one row of the stage (or one an element, with `each`); those that cannot be normalized are
//! told to the sink with their raw text.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use rayon::prelude::*;

use super::RunError;
use super::added::Kinds;
use super::chunk::{ELEMENT_BITS, Normalized, Refused, Work, normalize};
use super::marks::{Known, Marks};
use super::retry::Again;
use crate::backend::workspace::{Sorter, StagedRecord, Workspace};
use crate::diagnostic::Code;
use crate::normalize::{Findings, Normalizer};
use crate::progress::{Progress, Silent};
use crate::record::{Batch, Position};
use crate::report::{Sink, SourceReport};
use crate::source::{self, Chunk, Limits, Shape, Source};

/// Changed records that are staged together.
const ROWS_AT_ONCE: usize = 1_000;

/// Chunks normalized side by side.
const CHUNKS_AT_ONCE: usize = 4;

/// Normalized chunks that wait for the database, so that it need not wait for them when it has taken several at once.
const READY_MAX: usize = 4;

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

enum Event {
    Chunk { number: usize, shape: Shape, normalized: Box<Normalized>, aside: Option<Vec<bool>> },
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

/// What is known of the records beforehand.
#[derive(Default)]
pub(super) struct Beside<'a> {
    /// Those of the last import, which are not staged.
    pub(super) known: Option<&'a mut Known>,
    /// What tells those that go into the target at once.
    pub(super) sorter: Option<&'a mut Sorter>,
}

/// Reads all sources of a table.
pub(super) fn read(
    workspace: &mut Workspace<'_>,
    table: usize,
    normalizer: &Normalizer,
    from: &From<'_>,
    with: Beside<'_>,
    progress: &dyn Progress,
    sink: &mut dyn Sink,
) -> Result<Intake, RunError> {
    let Beside { known, sorter } = with;
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
        marks: if from.wants_marks { Marks::wanted(sources.iter().filter_map(|s| s.bytes).sum()) } else { Marks::default() },
        kinds: known.as_ref().map(|known| known.index.kinds().clone()).unwrap_or_default(),
        firsts: vec![0],
        element_bits: if spec.each.is_some() { ELEMENT_BITS } else { 0 },
    };
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
    beside(sources, &spec, &work, sorter, progress, |events| consume(workspace, table, events, known, progress, sink, &mut intake))?;
    Ok(intake)
}

/// Has sources read and normalized beside `consume`, which takes what is ready.
fn beside<T>(
    sources: &[Source],
    spec: &crate::mapping::SourceSpec,
    work: &Work<'_>,
    sorter: Option<&mut Sorter>,
    progress: &dyn Progress,
    consume: impl FnOnce(Receiver<Event>) -> Result<T, RunError>,
) -> Result<T, RunError> {
    let (sender, receiver) = sync_channel(READY_MAX);
    std::thread::scope(|scope| {
        // The sender moves into the producing thread, so that the receiver ends with it; and the receiver ends with the consumer, so that after an error nobody waits to
        // send to it.
        scope.spawn(move || produce(sources, spec, work, sorter, progress, &sender));
        consume(receiver)
    })
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
    *intake = read(workspace, table, normalizer, &from, Beside::default(), &Silent, &mut Unheard)?;
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
    let From { sources, limits, again, .. } = *from;
    let work =
        Work { normalizer, limits, again, mapping: &mapping, key_field: &spec.key_field, index: None, only: Some(records), learns: false };
    beside(sources, &spec, &work, None, &Silent, |events| {
        for event in events {
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
        Ok(workspace.seal(table)?)
    })
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
    let again = Again::default();
    let work = Work { normalizer, limits, again: &again, mapping, key_field: &spec.key_field, index: None, only: None, learns: false };
    let (mut findings, mut unreadable) = (Findings::default(), 0);
    let is_unreadable = |refused: &&Refused| {
        std::iter::once(&refused.reject.reason).chain(&refused.reject.more).any(|reason| reason.code != Code::EnumUnmapped.as_str())
    };
    beside(sources, &spec, &work, None, progress, |events| {
        for event in events {
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

/// Frames and normalizes; stops where the consumer went away.
fn produce(
    sources: &[Source],
    spec: &crate::mapping::SourceSpec,
    work: &Work<'_>,
    mut sorter: Option<&mut Sorter>,
    progress: &dyn Progress,
    sender: &SyncSender<Event>,
) {
    let mut first_seq = 0;
    for (number, source) in sources.iter().enumerate() {
        progress.step(&source.path);
        let mut frames = source::frames(source, spec, first_seq, work.limits, |bytes| progress.read(bytes, 0));
        loop {
            let (chunks, failure) = take(&mut frames);
            let is_last = chunks.len() < CHUNKS_AT_ONCE;
            let mut done: Vec<(Shape, i64, Normalized)> = chunks
                .into_par_iter()
                .map(|chunk| {
                    let last = chunk.records.last().map_or(first_seq, |r| r.seq);
                    (chunk.shape, last, normalize(&chunk, work))
                })
                .collect();
            let aside = sort(&mut sorter, &mut done);
            for ((shape, last, normalized), aside) in done.into_iter().zip(aside) {
                first_seq = last + 1;
                if sender.send(Event::Chunk { number, shape, normalized: Box::new(normalized), aside }).is_err() {
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

/// Sorts the records of chunks, in order, and hashes them on all cores; once one of them cannot be sorted, nothing is loaded after all.
fn sort(sorter: &mut Option<&mut Sorter>, chunks: &mut [(Shape, i64, Normalized)]) -> Vec<Option<Vec<bool>>> {
    let mut aside = Vec::with_capacity(chunks.len());
    for (_, _, normalized) in chunks.iter_mut() {
        aside.push(sorter.as_mut().and_then(|sorter| sorter.sort(&mut normalized.batch)));
        if aside.last().is_some_and(Option::is_none) {
            *sorter = None;
        }
    }
    if let Some(sorter) = sorter.as_deref() {
        chunks.par_iter_mut().for_each(|(_, _, normalized)| sorter.write_hashes(&mut normalized.batch));
    }
    aside
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
    events: Receiver<Event>,
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
            Event::Chunk { number, shape, normalized, aside } => {
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
                    workspace.load(table, batch, aside)?;
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
