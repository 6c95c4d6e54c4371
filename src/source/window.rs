//! The part of a source that is in memory: filled at the end, cut off at the front.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use xxhash_rust::xxh3::Xxh3;

use super::open::{Opened, Tap};
use super::{Limits, SourceError};
use crate::diagnostic::{Code, Fault};

/// A stretch of a source. Indexes are those of `buf`.
pub(super) struct Window {
    reader: Box<dyn Read + Send>,
    tap: Arc<Tap>,
    compressed: bool,
    path: Arc<str>,
    limits: Limits,
    /// The bytes in memory.
    pub(super) buf: Vec<u8>,
    /// Index of the next byte to look at.
    pub(super) pos: usize,
    /// Byte of the source that index 0 would be.
    base: u64,
    /// Line of index `line_upto`.
    line: u64,
    line_upto: usize,
    /// Byte of the source at which that line begins.
    line_begin: u64,
    /// Decompressed bytes read.
    pub(super) bytes: u64,
    end: Option<End>,
    hash: Box<Xxh3>,
}

/// How a source ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// With its last byte.
    Clean,
    /// Because it cannot be decompressed any further.
    Broken(Fault),
}

impl Window {
    /// Creates an empty window on what `opened` reads, which begins at `byte` of the source.
    pub(super) fn new(opened: Opened, path: &Arc<str>, limits: &Limits, byte: u64) -> Self {
        Self {
            reader: opened.reader,
            tap: opened.tap,
            compressed: opened.compressed,
            path: Arc::clone(path),
            limits: limits.clone(),
            buf: Vec::with_capacity(limits.chunk_bytes + 2 * limits.read_bytes),
            pos: 0,
            base: byte,
            line: 1,
            line_upto: 0,
            line_begin: byte,
            bytes: 0,
            end: None,
            hash: Box::new(Xxh3::new()),
        }
    }

    /// Reads more; false at the end of the source.
    pub(super) fn fill(&mut self) -> Result<bool, SourceError> {
        if self.end.is_some() {
            return Ok(false);
        }
        let old = self.buf.len();
        self.buf.resize(old + self.limits.read_bytes.max(1), 0);
        let got = read(&mut *self.reader, self.buf.get_mut(old..).unwrap_or_default());
        self.buf.truncate(old + *got.as_ref().unwrap_or(&0));
        match got {
            Ok(0) => self.end = Some(End::Clean),
            Ok(count) => {
                self.hash.update(self.buf.get(old..).unwrap_or_default());
                self.bytes += count as u64;
                self.check_ratio();
            }
            Err(source) if self.tap.failed.load(Ordering::Relaxed) => {
                return Err(SourceError::Read { path: self.path.to_string(), byte: self.bytes, source });
            }
            Err(error) => self.end = Some(End::Broken(unpacking_fault(&error))),
        }
        Ok(self.buf.len() > old)
    }

    fn check_ratio(&mut self) {
        let raw = self.raw_bytes().max(1);
        if self.compressed && self.bytes > self.limits.ratio_free_bytes && self.bytes / raw > self.limits.ratio_max {
            let message =
                format!("{raw} compressed bytes became {} where at most {} times as many were expected", self.bytes, self.limits.ratio_max);
            self.end = Some(End::Broken(Fault::new(Code::SourceTooLarge, message)));
        }
    }

    /// Reads until `count` bytes stand behind index `from`, or the source ends.
    pub(super) fn fill_to(&mut self, from: usize, count: usize) -> Result<(), SourceError> {
        while self.buf.len() < from + count && self.fill()? {}
        Ok(())
    }

    /// Moves to the next byte that is not white space and returns it; `None` at the end.
    pub(super) fn next_solid(&mut self) -> Result<Option<u8>, SourceError> {
        let keep = self.pos;
        loop {
            while let Some(&byte) = self.buf.get(self.pos) {
                if !is_space(byte) {
                    return Ok(Some(byte));
                }
                self.pos += 1;
            }
            if self.pos - keep > 4096 {
                self.forget(keep, self.pos);
            }
            if !self.fill()? {
                return Ok(None);
            }
        }
    }

    /// Drops the bytes from index `keep` up to index `upto`; what stands behind moves to `keep`.
    pub(super) fn forget(&mut self, keep: usize, upto: usize) {
        if keep >= upto {
            return;
        }
        self.count_lines(upto);
        self.line_upto -= upto - keep;
        self.buf.drain(keep..upto);
        self.base += (upto - keep) as u64;
        if self.pos >= upto {
            self.pos -= upto - keep;
        } else if self.pos > keep {
            self.pos = keep;
        }
    }

    /// Takes the bytes up to `pos` out.
    pub(super) fn cut(&mut self) -> Vec<u8> {
        let pos = self.pos;
        self.count_lines(pos);
        self.line_upto -= pos;
        let mut rest = Vec::with_capacity(self.limits.chunk_bytes + 2 * self.limits.read_bytes);
        rest.extend_from_slice(self.buf.get(pos..).unwrap_or_default());
        self.buf.truncate(pos);
        self.base += pos as u64;
        self.pos = 0;
        std::mem::replace(&mut self.buf, rest)
    }

    /// Returns byte, line and column of an index. Must be called with rising indexes.
    pub(super) fn place(&mut self, index: usize) -> (u64, u64, u64) {
        self.count_lines(index);
        let byte = self.base + index as u64;
        (byte, self.line, (byte + 1).saturating_sub(self.line_begin).max(1))
    }

    fn count_lines(&mut self, upto: usize) {
        if let Some(bytes) = self.buf.get(self.line_upto..upto) {
            if let Some(last) = memchr::memrchr(b'\n', bytes) {
                self.line += memchr::memchr_iter(b'\n', bytes).count() as u64;
                self.line_begin = self.base + (self.line_upto + last) as u64 + 1;
            }
            self.line_upto = upto;
        }
    }

    /// Returns the byte of the source at which index `pos` stands.
    pub(super) fn byte(&self) -> u64 {
        self.base + self.pos as u64
    }

    /// Returns why the source could not be read to its end, where that is so and the end was reached.
    pub(super) fn broken(&self) -> Option<&Fault> {
        match &self.end {
            Some(End::Broken(fault)) => Some(fault),
            _ => None,
        }
    }

    /// Says that the source ends inside `what`, or why it could not be read further.
    pub(super) fn truncated(&self, what: &str) -> Fault {
        let ends = || Fault::new(Code::SourceTruncated, format!("the source ends inside {what}"));
        self.broken().cloned().unwrap_or_else(ends)
    }

    /// Returns the bytes read from the system.
    pub(super) fn raw_bytes(&self) -> u64 {
        self.tap.bytes.load(Ordering::Relaxed)
    }

    /// Reads to the end and returns the fingerprint; `None` where the end cannot be reached.
    pub(super) fn drain(&mut self) -> Result<Option<u128>, SourceError> {
        let keep = self.pos;
        loop {
            self.forget(keep, self.buf.len());
            if !self.fill()? {
                return Ok((self.end == Some(End::Clean)).then(|| self.hash.digest128()));
            }
        }
    }
}

/// White space of RFC 8259.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}

fn read(reader: &mut dyn Read, into: &mut [u8]) -> io::Result<usize> {
    loop {
        match reader.read(into) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            got => return got,
        }
    }
}

fn unpacking_fault(error: &io::Error) -> Fault {
    if error.kind() == io::ErrorKind::UnexpectedEof {
        Fault::new(Code::SourceTruncated, "the compressed data ends in the middle")
    } else {
        Fault::new(Code::SourceSyntax, format!("the compressed data is damaged: {error}"))
    }
}
