//! The text of given records, once more.

use super::open::{Opened, open, open_plain_at};
use super::scan::{self, Bounds};
use super::window::Window;
use super::{Limits, Shape, Source, SourceError};

/// Bytes that are read through rather than jumped over.
const GAP_BYTES: u64 = 1 << 18;
/// Bytes read at once; little, since most of it is not wanted.
const READ_BYTES: usize = 16 << 10;

/// The text of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawRecord {
    /// Byte at which it was asked for.
    pub byte: u64,
    /// Name of the member, a JSON string with its quotes, for a keyed record.
    pub key: Option<Vec<u8>>,
    /// Text as in the source: what there is of a broken record, the first [`Limits::record_bytes_max`] bytes at most.
    pub bytes: Vec<u8>,
}

/// Reads records again, in one pass, by the bytes at which they begin ([`Position::byte`](crate::record::Position::byte)).
///
/// A plain file or standard input is jumped through; a compressed one is decompressed up to the last record asked for. `shape` is that of the
/// [`Chunk`](super::Chunk). `bytes` should rise (going back means opening the source again) and may repeat.
pub fn reread<'a>(source: &'a Source, shape: Shape, bytes: &'a mut dyn Iterator<Item = u64>, limits: &Limits) -> Reread<'a> {
    let limits = Limits { read_bytes: limits.read_bytes.min(READ_BYTES), chunk_bytes: READ_BYTES, ..limits.clone() };
    Reread { source, shape, bytes, limits, window: None, compressed: false, last: None }
}

/// Iterator over records read again.
pub struct Reread<'a> {
    source: &'a Source,
    shape: Shape,
    bytes: &'a mut dyn Iterator<Item = u64>,
    limits: Limits,
    window: Option<Window>,
    compressed: bool,
    last: Option<RawRecord>,
}

impl Iterator for Reread<'_> {
    type Item = Result<RawRecord, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        let byte = self.bytes.next()?;
        if let Some(last) = self.last.as_ref().filter(|last| last.byte == byte) {
            return Some(Ok(last.clone()));
        }
        let record = self.seek(byte).and_then(|mut window| {
            let record = read(&mut window, byte, self.shape, &self.limits)?;
            self.window = Some(window);
            Ok(record)
        });
        self.last = record.as_ref().ok().cloned();
        Some(record)
    }
}

impl Reread<'_> {
    /// Returns a window whose position is at `byte`.
    fn seek(&mut self, byte: u64) -> Result<Window, SourceError> {
        let ahead = self.window.take().filter(|window| {
            let gap = byte.checked_sub(window.byte());
            gap.is_some_and(|gap| self.compressed || gap <= GAP_BYTES)
        });
        let mut window = match ahead {
            Some(window) => window,
            None => self.open_before(byte)?,
        };
        while window.byte() < byte {
            let there = (window.buf.len() - window.pos) as u64;
            let step = there.min(byte - window.byte());
            window.pos += usize::try_from(step).unwrap_or_default();
            window.forget(0, window.pos);
            if step == 0 && !window.fill()? {
                return Err(SourceError::Changed { path: self.source.path.to_string(), byte });
            }
        }
        Ok(window)
    }

    fn open_before(&mut self, byte: u64) -> Result<Window, SourceError> {
        let opened: Opened = open(self.source)?;
        self.compressed = opened.compressed;
        if self.compressed || byte <= GAP_BYTES {
            return Ok(Window::new(opened, &self.source.path, &self.limits, 0));
        }
        // The byte before shows that the source still reaches so far.
        let before = byte - 1;
        Ok(Window::new(open_plain_at(self.source, before)?, &self.source.path, &self.limits, before))
    }
}

fn read(window: &mut Window, byte: u64, shape: Shape, limits: &Limits) -> Result<RawRecord, SourceError> {
    window.forget(0, window.pos);
    let bounds = Bounds { hold: limits.record_bytes_max, depth_max: limits.depth_max };
    window.fill_to(0, 1)?;
    let mut key = None;
    if shape == Shape::Keyed && window.buf.first() == Some(&b'"') {
        window.pos = scan::value(window, 0, bounds)?.end;
        let end = window.pos;
        if window.next_solid()? == Some(b':') {
            key = window.buf.get(..end).map(<[u8]>::to_vec);
            window.pos += 1;
            window.next_solid()?;
        } else {
            window.pos = 0;
        }
    }
    let start = window.pos;
    let end = match shape {
        _ if start >= window.buf.len() => start,
        Shape::Lines => scan::line(window, start, bounds.hold)?.end,
        _ => scan::value(window, start, bounds)?.end,
    };
    window.pos = end;
    let kept = end.min(start + limits.record_bytes_max);
    let text = window.buf.get(start..kept).unwrap_or_default();
    let text = if shape == Shape::Lines { text.trim_ascii() } else { text };
    Ok(RawRecord { byte, key, bytes: text.to_vec() })
}
