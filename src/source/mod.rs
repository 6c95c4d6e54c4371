//! Sources as chunks of framed records: finds the files, opens and decompresses them, and cuts them into records without parsing them.
//!
//! Takes a [`SourceSpec`](crate::mapping::SourceSpec), gives [`Chunk`]s of about 1 MiB. Memory is bounded by the largest record
//! ([`Limits::record_bytes_max`]), never by the source.
//!
//! How [`SourceFormat::Auto`](crate::mapping::SourceFormat::Auto) decides, after a BOM and white space, by the first MiB:
//! - A file named `*.ndjson` or `*.jsonl` (also with `.gz` or `.zst`) holds one record a line, if no pointer is given.
//! - `[` is an array; `[]` has no records.
//! - One object alone is keyed if all its members are objects (`{}` has no records), else it is one record; so is one line of NDJSON.
//! - An object larger than the first MiB is keyed if the members seen so far are objects.
//! - Several objects are NDJSON if the first stands on a line of its own, else concatenated. A first object that is broken, followed by a
//!   line that is an object, is NDJSON too.
//! - Nothing at all (an empty file, white space) has no records.
//! - Anything else is read line by line, so each bad line is rejected on its own.
//!
//! Below a pointer the same holds, but an object that is not keyed is always one record. The other members of the root are skipped as they
//! stream by, but their brackets must match, and a second member of the pointer's name is a fault.
//!
//! What is wrong with the data is a [`Fault`] of a framed record; only what keeps a source from being read is a [`SourceError`].
//!
//! **Invariant**: every byte of a source that is not white space or JSON punctuation between records belongs to exactly one [`Framed`], or
//! to the rest of the source behind a fault that ends it, or to a member that the pointer does not name.

mod elements;
mod error;
mod frames;
mod list;
mod open;
mod pointer;
mod reread;
mod scan;
mod sniff;
#[cfg(test)]
mod tests;
mod window;

use std::sync::Arc;

pub use error::SourceError;
pub use frames::{Frames, frames};
pub use list::list;
pub use open::{Input, Spool};
pub use reread::{RawRecord, Reread, reread};

pub(crate) use elements::{not_an_object, too_deep};

use crate::diagnostic::Fault;
use crate::record::Position;

/// One file or stream of records.
#[derive(Clone, Debug)]
pub struct Source {
    /// Number in the list of sources; [`list`] counts from 0 and the caller may renumber.
    pub index: u32,
    /// Path as shown to users: relative to the project where it lies inside; `-` for standard input.
    pub path: Arc<str>,
    /// Where the bytes come from.
    pub input: Input,
    /// Size in bytes as stored (compressed), where it is known beforehand.
    pub bytes: Option<u64>,
}

/// Bounds of reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Largest record in bytes; a larger one is rejected.
    pub record_bytes_max: usize,
    /// Deepest nesting of a record, which is itself the first level.
    pub depth_max: usize,
    /// Largest ratio of decompressed to compressed bytes.
    pub ratio_max: u64,
    /// Decompressed bytes up to which the ratio is not looked at.
    pub ratio_free_bytes: u64,
    /// Bytes after which a chunk is cut.
    pub chunk_bytes: usize,
    /// Bytes asked for at once.
    pub read_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            record_bytes_max: 64 << 20,
            depth_max: 128,
            ratio_max: 1000,
            ratio_free_bytes: 256 << 20,
            chunk_bytes: 1 << 20,
            read_bytes: 256 << 10,
        }
    }
}

/// Shape of a source once it is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Elements of an array.
    Array,
    /// Members of an object.
    Keyed,
    /// One record a line.
    Lines,
    /// Records one after the other.
    Concatenated,
    /// One record below a pointer.
    One,
}

/// About 1 MiB of whole records.
#[derive(Clone, Debug)]
pub struct Chunk {
    /// Number of the source.
    pub source: u32,
    /// Path of the source as shown to users.
    pub path: Arc<str>,
    /// Shape of the source, for [`reread`].
    pub shape: Shape,
    /// Text of the records and what stands between them.
    pub bytes: Vec<u8>,
    /// The records, in source order; never empty.
    pub records: Vec<Framed>,
}

impl Chunk {
    /// Returns the text of a record.
    #[must_use]
    pub fn text(&self, record: &Framed) -> &[u8] {
        self.bytes.get(record.start..record.end).unwrap_or_default()
    }

    /// Returns the name of a record's member, a JSON string with its quotes.
    #[must_use]
    pub fn key(&self, record: &Framed) -> Option<&[u8]> {
        record.key.and_then(|(start, end)| self.bytes.get(start..end))
    }
}

/// One record of a [`Chunk`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framed {
    /// Place in the input order of the table.
    pub seq: i64,
    /// First byte in [`Chunk::bytes`].
    pub start: usize,
    /// Byte behind the last. A record with a fault may be cut short or empty.
    pub end: usize,
    /// Position in the source. That of a keyed record is the position of its name.
    pub position: Position,
    /// Range in [`Chunk::bytes`] of the member's name, a JSON string, for an object keyed by id.
    pub key: Option<(usize, usize)>,
    /// Why the record cannot be used.
    pub fault: Option<Fault>,
}

/// What is known of a source that was read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Decompressed bytes.
    pub bytes: u64,
    /// Records, those with a fault included.
    pub records: u64,
    /// Records with a fault of framing; decoding finds more.
    pub faults: u64,
    /// Shape of the source.
    pub shape: Shape,
    /// XXH3-128 of the decompressed bytes; `None` where they could not be read to the end.
    pub fingerprint: Option<u128>,
}
