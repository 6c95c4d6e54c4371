//! Entries in the order of their keys, however many there are, in bounded memory.
//!
//! Takes pairs of keys and values. What fills [`RUN_BYTES`] is sorted and goes to a temporary file without a name; such runs are merged as they are read.
//!
//! **Invariant**: each entry is given exactly once, keys in the order of their bytes.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::ops::Range;

/// Bytes of entries that are sorted in memory.
const RUN_BYTES: usize = 8 << 20;

/// Bytes that are read ahead in all runs together, and of one run at least and at most.
const AHEAD_BYTES: u64 = 4 << 20;
const AHEAD_BYTES_MIN: u64 = 4 << 10;
const AHEAD_BYTES_MAX: u64 = 256 << 10;

/// Bytes that say how long the key and the value of an entry are.
const LENGTHS: usize = 8;

/// Entries by key.
#[derive(Debug)]
pub(super) struct Sorted {
    /// Entries that are in no run yet: lengths, key, value.
    waiting: Vec<u8>,
    /// Where each of them begins.
    starts: Vec<usize>,
    run_bytes: usize,
    file: Option<File>,
    runs: Vec<Range<u64>>,
}

impl Default for Sorted {
    fn default() -> Self {
        Self::of_runs(RUN_BYTES)
    }
}

impl Sorted {
    fn of_runs(run_bytes: usize) -> Self {
        Self { waiting: Vec::new(), starts: Vec::new(), run_bytes, file: None, runs: Vec::new() }
    }

    /// Adds an entry.
    ///
    /// # Errors
    /// A temporary file that cannot be written, or an entry of 4 GiB.
    pub(super) fn add(&mut self, key: &[u8], value: &[u8]) -> io::Result<()> {
        self.starts.push(self.waiting.len());
        for part in [key, value] {
            self.waiting.extend_from_slice(&u32::try_from(part.len()).map_err(io::Error::other)?.to_le_bytes());
        }
        self.waiting.extend_from_slice(key);
        self.waiting.extend_from_slice(value);
        if self.waiting.len() >= self.run_bytes { self.end_run() } else { Ok(()) }
    }

    /// Ends the adding.
    ///
    /// # Errors
    /// A temporary file that cannot be written.
    pub(super) fn end(&mut self) -> io::Result<()> {
        self.sort();
        if self.file.is_some() { self.end_run() } else { Ok(()) }
    }

    fn sort(&mut self) {
        let Self { waiting, starts, .. } = self;
        starts.sort_unstable_by_key(|start| entry(&waiting[*start..]).map(|(key, _)| key));
    }

    fn end_run(&mut self) -> io::Result<()> {
        self.sort();
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(tempfile::tempfile()?),
        };
        let mut out = BufWriter::new(file);
        for start in self.starts.drain(..) {
            let rest = &self.waiting[start..];
            let bytes = entry(rest).map_or(0, |(key, value)| LENGTHS + key.len() + value.len());
            out.write_all(&rest[..bytes])?;
        }
        out.flush()?;
        let start = self.runs.last().map_or(0, |run| run.end);
        self.runs.push(start..start + self.waiting.len() as u64);
        self.waiting.clear();
        Ok(())
    }

    /// Calls `each` with the key and the value of every entry, as often as it is asked to. Must come after [`Sorted::end`].
    ///
    /// # Errors
    /// A temporary file that cannot be read, or what `each` returns.
    pub(super) fn each<E: From<io::Error>>(&self, mut each: impl FnMut(&[u8], &[u8]) -> Result<(), E>) -> Result<(), E> {
        for start in &self.starts {
            if let Some((key, value)) = entry(&self.waiting[*start..]) {
                each(key, value)?;
            }
        }
        let Some(file) = &self.file else { return Ok(()) };
        let ahead = (AHEAD_BYTES / self.runs.len().max(1) as u64).clamp(AHEAD_BYTES_MIN, AHEAD_BYTES_MAX);
        let mut heads = BinaryHeap::with_capacity(self.runs.len());
        for run in &self.runs {
            let mut reader = Reader { file, rest: run.clone(), ahead, buffer: Vec::new(), at: 0, entry: 0 };
            if reader.next()? {
                heads.push(reader);
            }
        }
        while let Some(mut first) = heads.peek_mut() {
            if let Some((key, value)) = first.entry() {
                each(key, value)?;
            }
            if !first.next()? {
                PeekMut::pop(first);
            }
        }
        Ok(())
    }
}

/// Reads an entry at the beginning of `bytes`; `None` where it is not whole.
fn entry(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (lengths, rest) = bytes.split_first_chunk::<LENGTHS>()?;
    let length = |at: usize| usize::try_from(u32::from_le_bytes([lengths[at], lengths[at + 1], lengths[at + 2], lengths[at + 3]])).ok();
    let (key, value) = rest.split_at_checked(length(0)?)?;
    Some((key, value.get(..length(4)?)?))
}

/// Reads the entries of one run. The one whose first entry comes first is the greatest.
struct Reader<'a> {
    file: &'a File,
    /// What is not read yet.
    rest: Range<u64>,
    ahead: u64,
    buffer: Vec<u8>,
    /// Where the entry begins that is the first one.
    at: usize,
    /// Its bytes.
    entry: usize,
}

impl Reader<'_> {
    fn entry(&self) -> Option<(&[u8], &[u8])> {
        entry(self.buffer.get(self.at..)?)
    }

    /// Goes on to the next entry; `false` at the end.
    fn next(&mut self) -> io::Result<bool> {
        self.at += self.entry;
        loop {
            if let Some((key, value)) = self.entry() {
                self.entry = LENGTHS + key.len() + value.len();
                return Ok(true);
            }
            if self.rest.is_empty() {
                let is_whole = self.at == self.buffer.len();
                return if is_whole { Ok(false) } else { Err(io::ErrorKind::UnexpectedEof.into()) };
            }
            self.buffer.drain(..std::mem::take(&mut self.at));
            let bytes = self.ahead.min(self.rest.end - self.rest.start);
            let mut file = self.file;
            file.seek(SeekFrom::Start(self.rest.start))?;
            file.take(bytes).read_to_end(&mut self.buffer)?;
            self.rest.start += bytes;
        }
    }

    fn key(&self) -> Option<&[u8]> {
        self.entry().map(|(key, _)| key)
    }
}

impl PartialEq for Reader<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Reader<'_> {}

impl PartialOrd for Reader<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Reader<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        other.key().cmp(&self.key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keys in no order, some of them more than once, of different lengths.
    fn key(i: u64) -> String {
        format!("{:x}", i.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (i % 50 + 10))
    }

    #[test]
    fn gives_all_entries_in_order() {
        for (count, run_bytes) in [(0, 100), (1, 1 << 20), (1_000, 1 << 20), (1_000, 1), (20_000, 50_000), (20_000, 7_000)] {
            let mut sorted = Sorted::of_runs(run_bytes);
            let mut expect = Vec::new();
            for i in 0..count {
                let value = "v".repeat(usize::try_from(i % 300).unwrap_or(0)) + &i.to_string();
                sorted.add(key(i).as_bytes(), value.as_bytes()).expect("added");
                expect.push((key(i), value));
            }
            sorted.end().expect("ended");
            assert_eq!(sorted.runs.len() > 1, count > 1 && run_bytes < 1 << 20, "{count} in runs of {run_bytes}");
            expect.sort();
            for _ in 0..2 {
                let mut found = Vec::new();
                let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                sorted
                    .each(|key, value| {
                        found.push((text(key), text(value)));
                        io::Result::Ok(())
                    })
                    .expect("read");
                assert!(found.is_sorted_by_key(|(key, _)| key.clone()), "{count} in runs of {run_bytes}");
                found.sort();
                assert_eq!(found, expect, "{count} in runs of {run_bytes}");
            }
        }
    }

    #[test]
    fn stops_where_it_is_told_to() {
        let mut sorted = Sorted::of_runs(50);
        (0..100).try_for_each(|i| sorted.add(key(i).as_bytes(), b"")).and_then(|()| sorted.end()).expect("added");
        let mut left = 7;
        let stopped = sorted.each(|_, _| {
            left -= 1;
            if left == 0 { Err(io::Error::other("enough")) } else { Ok(()) }
        });
        assert_eq!((stopped.map_err(|error| error.to_string()), left), (Err("enough".to_owned()), 0));
    }

    #[test]
    fn a_file_that_was_cut_is_an_error() {
        let mut sorted = Sorted::of_runs(50);
        (0..100).try_for_each(|i| sorted.add(key(i).as_bytes(), b"value")).and_then(|()| sorted.end()).expect("added");
        sorted.file.as_ref().expect("a file").set_len(1_000).expect("cut");
        let read = sorted.each(|_, _| io::Result::Ok(()));
        assert_eq!(read.map_err(|error| error.kind()), Err(io::ErrorKind::UnexpectedEof));
    }
}
