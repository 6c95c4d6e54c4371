//! Bytes of a source: plain files, gzip and zstd by their first bytes, and streams that can be read once only.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use flate2::bufread::MultiGzDecoder;

use super::error::Nearest;
use super::{Source, SourceError};

/// Where the bytes of a source come from.
#[derive(Clone, Debug)]
pub enum Input {
    /// A file that can be read again.
    File(PathBuf),
    /// A stream that can be read once; it is copied aside while it is read.
    Stream(Arc<Spool>),
}

/// A stream together with a copy, in a temporary file without name, of what was read from it.
///
/// It holds the stream's bytes as they come (compressed ones stay so), so it can be read any number of times.
pub struct Spool(Mutex<Spooled>);

struct Spooled {
    stream: Box<dyn Read + Send>,
    copy: Option<File>,
    bytes: u64,
    complete: bool,
}

impl std::fmt::Debug for Spool {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Spool")
    }
}

impl Spool {
    /// Wraps a stream.
    #[must_use]
    pub fn new(stream: Box<dyn Read + Send>) -> Self {
        Self(Mutex::new(Spooled { stream, copy: None, bytes: 0, complete: false }))
    }

    /// Returns the process's standard input, which all sources named `-` share.
    #[must_use]
    pub fn stdin() -> Arc<Self> {
        static STDIN: LazyLock<Arc<Spool>> = LazyLock::new(|| Arc::new(Spool::new(Box::new(io::stdin()))));
        Arc::clone(&STDIN)
    }

    fn read_at(&self, byte: u64, into: &mut [u8]) -> io::Result<usize> {
        let mut spooled = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Spooled { stream, copy, bytes, complete } = &mut *spooled;
        let copy = match copy {
            Some(copy) => copy,
            None => copy.insert(tempfile::tempfile()?),
        };
        while byte >= *bytes && !*complete {
            let got = match stream.read(into) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                got => got?,
            };
            copy.seek(SeekFrom::Start(*bytes))?;
            copy.write_all(into.get(..got).unwrap_or_default())?;
            *complete = got == 0 && !into.is_empty();
            let from = *bytes;
            *bytes += got as u64;
            if byte == from {
                return Ok(got);
            }
        }
        if byte >= *bytes {
            return Ok(0);
        }
        copy.seek(SeekFrom::Start(byte))?;
        copy.read(into)
    }
}

struct SpoolReader {
    spool: Arc<Spool>,
    byte: u64,
}

impl Read for SpoolReader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let got = self.spool.read_at(self.byte, into)?;
        self.byte += got as u64;
        Ok(got)
    }
}

/// Counts what is read from the system, and remembers whether the system failed (rather than the decompression above it).
#[derive(Debug, Default)]
pub(super) struct Tap {
    pub(super) bytes: AtomicU64,
    pub(super) failed: AtomicBool,
}

struct Tapped<R> {
    inner: R,
    tap: Arc<Tap>,
}

impl<R: Read> Read for Tapped<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let got = self.inner.read(into);
        match &got {
            Ok(bytes) => {
                self.tap.bytes.fetch_add(*bytes as u64, Ordering::Relaxed);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => self.tap.failed.store(true, Ordering::Relaxed),
        }
        got
    }
}

/// An opened source.
pub(super) struct Opened {
    /// The decompressed bytes.
    pub(super) reader: Box<dyn Read + Send>,
    pub(super) tap: Arc<Tap>,
    pub(super) compressed: bool,
}

/// Opens a source at its beginning.
pub(super) fn open(source: &Source) -> Result<Opened, SourceError> {
    let tap = Arc::new(Tap::default());
    let mut raw = Tapped { inner: raw_at(source, 0)?, tap: Arc::clone(&tap) };
    let failed = |source_error| SourceError::Read { path: source.path.to_string(), byte: 0, source: source_error };
    let mut head = Vec::with_capacity(6);
    raw.by_ref().take(6).read_to_end(&mut head).map_err(failed)?;
    let packing = packing(&head);
    let whole = Cursor::new(head).chain(raw);
    let buffered = |inner| BufReader::with_capacity(128 << 10, inner);
    let reader: Box<dyn Read + Send> = match packing {
        Packing::Plain => Box::new(whole),
        Packing::Gzip => Box::new(MultiGzDecoder::new(buffered(whole))),
        Packing::Zstd => Box::new(zstd::stream::read::Decoder::with_buffer(buffered(whole)).map_err(failed)?),
        Packing::Unread(compression) => {
            return Err(SourceError::Compression { path: source.path.to_string(), compression });
        }
    };
    Ok(Opened { reader, tap, compressed: packing != Packing::Plain })
}

/// Opens a source that is not compressed at `byte`.
pub(super) fn open_plain_at(source: &Source, byte: u64) -> Result<Opened, SourceError> {
    let tap = Arc::new(Tap::default());
    let reader = Tapped { inner: raw_at(source, byte)?, tap: Arc::clone(&tap) };
    Ok(Opened { reader: Box::new(reader), tap, compressed: false })
}

fn raw_at(source: &Source, byte: u64) -> Result<Box<dyn Read + Send>, SourceError> {
    match &source.input {
        Input::Stream(spool) => Ok(Box::new(SpoolReader { spool: Arc::clone(spool), byte })),
        Input::File(path) => {
            let seek = |mut file: File| file.seek(SeekFrom::Start(byte)).map(|_| file);
            let file = File::open(path).and_then(seek).map_err(|error| SourceError::Open {
                path: source.path.to_string(),
                nearest: Nearest::default(),
                source: error,
            })?;
            Ok(Box::new(file))
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Packing {
    Plain,
    Gzip,
    Zstd,
    Unread(&'static str),
}

/// Recognizes a compression by its first bytes: RFC 1952, RFC 8878 (skippable frames included), and those that are not read.
fn packing(head: &[u8]) -> Packing {
    match head {
        [0x1f, 0x8b, ..] => Packing::Gzip,
        [0x28, 0xb5, 0x2f, 0xfd, ..] | [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] => Packing::Zstd,
        [b'B', b'Z', b'h', b'1'..=b'9', ..] => Packing::Unread("bzip2"),
        [0xfd, b'7', b'z', b'X', b'Z', 0] => Packing::Unread("xz"),
        [b'P', b'K', 3, 4, ..] => Packing::Unread("zip"),
        [b'7', b'z', 0xbc, 0xaf, ..] => Packing::Unread("7-Zip"),
        [0x04, 0x22, 0x4d, 0x18, ..] => Packing::Unread("lz4"),
        _ => Packing::Plain,
    }
}
