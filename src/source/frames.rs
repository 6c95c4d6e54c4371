//! The chunks of a source.

use super::elements::{Elements, Stage};
use super::open::open;
use super::pointer::{Halt, descend, lost, tokens};
use super::sniff::{self, LOOKAHEAD_BYTES, Place};
use super::window::Window;
use super::{Chunk, Limits, Shape, Source, SourceError, Summary};
use crate::mapping::{SourceFormat, SourceSpec};

/// Records after which a chunk is cut, however small they are.
const CHUNK_RECORDS_MAX: usize = 1 << 16;

/// Frames the records of a source.
///
/// The source is opened when the first chunk is asked for. `progress` is told how many bytes (as stored, compressed or not) were read since it
/// was last told. `first_seq` is the number of the first record in the input order of the table.
pub fn frames<F: FnMut(u64)>(source: &Source, spec: &SourceSpec, first_seq: i64, limits: &Limits, progress: F) -> Frames<F> {
    Frames {
        source: source.clone(),
        format: spec.format,
        pointer: spec.pointer.clone(),
        first_seq,
        limits: limits.clone(),
        progress,
        told: 0,
        state: State::New,
    }
}

/// Iterator over the chunks of a source; ends after the first error.
pub struct Frames<F> {
    source: Source,
    format: SourceFormat,
    pointer: String,
    first_seq: i64,
    limits: Limits,
    progress: F,
    told: u64,
    state: State,
}

enum State {
    New,
    Open(Box<Elements>),
    Ended(Option<Summary>),
}

impl<F: FnMut(u64)> Iterator for Frames<F> {
    type Item = Result<Chunk, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        let (mut elements, entered) = match std::mem::replace(&mut self.state, State::Ended(None)) {
            State::New => match self.open() {
                Ok(opened) => opened,
                Err(error) => return Some(Err(error)),
            },
            State::Open(elements) => (elements, Ok(())),
            ended @ State::Ended(_) => {
                self.state = ended;
                return None;
            }
        };
        match self.advance(&mut elements, entered) {
            Err(error) => Some(Err(error)),
            Ok(Some(chunk)) => {
                self.state = State::Open(elements);
                Some(Ok(chunk))
            }
            Ok(None) => {
                let summary = summarize(&mut elements);
                self.tell(&elements);
                match summary {
                    Err(error) => Some(Err(error)),
                    Ok(summary) => {
                        self.state = State::Ended(Some(summary));
                        None
                    }
                }
            }
        }
    }
}

impl<F: FnMut(u64)> Frames<F> {
    /// Returns what is known of the source; `None` before the last chunk was taken, and after an error.
    pub fn summary(&self) -> Option<Summary> {
        match &self.state {
            State::Ended(summary) => *summary,
            _ => None,
        }
    }

    fn open(&self) -> Result<(Box<Elements>, Result<(), Halt>), SourceError> {
        let window = Window::new(open(&self.source)?, &self.source.path, &self.limits, 0);
        let mut elements = Box::new(Elements {
            window,
            shape: Shape::One,
            levels: Vec::new(),
            stage: Stage::First,
            records: Vec::new(),
            limits: self.limits.clone(),
            first_seq: self.first_seq,
            count: 0,
            faults: 0,
            end_told: false,
        });
        let entered = self.enter(&mut elements);
        Ok((elements, entered))
    }

    /// Moves to the first record.
    fn enter(&self, elements: &mut Elements) -> Result<(), Halt> {
        let tokens = tokens(&self.pointer)?;
        let window = &mut elements.window;
        skip_mark(window, &self.source.path)?;
        let place = if tokens.is_empty() { Place::Root } else { Place::Pointer };
        if place == Place::Pointer && matches!(self.format, SourceFormat::Ndjson | SourceFormat::Concatenated) {
            return Err(SourceError::PointerFormat { pointer: self.pointer.clone(), format: self.format.into() }.into());
        }
        elements.levels = descend(window, &self.source.path, &self.pointer, tokens)?;
        elements.shape = match self.format {
            SourceFormat::Array => Shape::Array,
            SourceFormat::Keyed => Shape::Keyed,
            SourceFormat::Ndjson => Shape::Lines,
            SourceFormat::Concatenated => Shape::Concatenated,
            SourceFormat::Auto if place == Place::Root && is_named_for_lines(&self.source.path) => Shape::Lines,
            SourceFormat::Auto => sniffed(window, place)?,
        };
        let open = match elements.shape {
            Shape::Array => b'[',
            Shape::Keyed => b'{',
            _ => return Ok(()),
        };
        match window.next_solid()? {
            Some(byte) if byte == open => window.pos += 1,
            _ => return Err(lost(window, if open == b'[' { "`[`, the array of records," } else { "`{`, the object of records," })),
        }
        Ok(())
    }

    fn advance(&mut self, elements: &mut Elements, entered: Result<(), Halt>) -> Result<Option<Chunk>, SourceError> {
        let mut outcome = entered;
        loop {
            match outcome {
                Ok(()) => {}
                Err(Halt::Failed(error)) => return Err(error),
                Err(Halt::Lost(fault)) => elements.lose(fault)?,
            }
            let full = elements.window.pos >= self.limits.chunk_bytes || elements.records.len() >= CHUNK_RECORDS_MAX;
            let done = elements.stage == Stage::Done;
            if (full || done) && !elements.records.is_empty() {
                self.tell(elements);
                return Ok(Some(self.cut(elements)));
            }
            if done {
                return Ok(None);
            }
            if full {
                elements.window.forget(0, elements.window.pos);
            }
            outcome = elements.step();
        }
    }

    fn cut(&self, elements: &mut Elements) -> Chunk {
        let records = std::mem::take(&mut elements.records);
        elements.records.reserve(records.len());
        let path = self.source.path.clone();
        Chunk { source: self.source.index, path, shape: elements.shape, bytes: elements.window.cut(), records }
    }

    fn tell(&mut self, elements: &Elements) {
        let bytes = elements.window.raw_bytes();
        (self.progress)(bytes - self.told);
        self.told = bytes;
    }
}

fn summarize(elements: &mut Elements) -> Result<Summary, SourceError> {
    let fingerprint = elements.window.drain()?;
    Ok(Summary { bytes: elements.window.bytes, records: elements.count, faults: elements.faults, shape: elements.shape, fingerprint })
}

fn sniffed(window: &mut Window, place: Place) -> Result<Shape, SourceError> {
    window.next_solid()?;
    window.fill_to(window.pos, LOOKAHEAD_BYTES)?;
    let head = window.buf.get(window.pos..).unwrap_or_default();
    let complete = head.len() < LOOKAHEAD_BYTES && window.broken().is_none();
    Ok(sniff::shape(head.get(..LOOKAHEAD_BYTES).unwrap_or(head), complete, place))
}

/// Skips a UTF-8 byte order mark. The other encodings are told by their marks, or by the zero bytes that JSON has in them (RFC 4627, section 3).
fn skip_mark(window: &mut Window, path: &str) -> Result<(), SourceError> {
    window.fill_to(0, 4)?;
    let encoding = match window.buf.get(..4).unwrap_or(&window.buf) {
        [0xef, 0xbb, 0xbf, ..] => {
            window.pos = 3;
            return Ok(());
        }
        [0xff, 0xfe, 0, 0] | [1..=255, 0, 0, 0] => "UTF-32LE",
        [0, 0, 0xfe, 0xff] | [0, 0, 0, 1..=255] => "UTF-32BE",
        [0xff, 0xfe, ..] | [1..=255, 0, 1..=255, 0] => "UTF-16LE",
        [0xfe, 0xff, ..] | [0, 1..=255, 0, 1..=255] => "UTF-16BE",
        _ => return Ok(()),
    };
    Err(SourceError::Encoding { path: path.to_owned(), encoding })
}

fn is_named_for_lines(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    let plain = lower.strip_suffix(".gz").or_else(|| lower.strip_suffix(".zst")).unwrap_or(&lower);
    [".ndjson", ".jsonl"].iter().any(|ending| plain.ends_with(ending))
}
