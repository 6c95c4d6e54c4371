//! The file of rejected records.
//!
//! One JSON object a line: where the record stands, why it was rejected, and the record itself.
//!
//! **Invariant**: the file of an earlier run, in which somebody may be correcting records, stays as it is until this run has come to its end.

use std::fs::{File, Metadata};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::value::RawValue;
use tempfile::NamedTempFile;

use crate::report::{self, Change, Collected, Reject, Sink};

/// Writes rejects to a file, and holds the first of each code for the report.
pub(super) struct RejectFile {
    path: Option<PathBuf>,
    file: Option<BufWriter<Out>>,
    /// What the report shows.
    pub(super) collected: Collected,
}

/// Where the lines go.
enum Out {
    /// To a file beside the one that is to be, which it replaces at the end.
    Beside(NamedTempFile, PathBuf),
    /// To what is there already: a pipe, a terminal, a file in a folder that takes no new ones.
    There(File),
}

impl Out {
    fn create(path: &Path) -> io::Result<Self> {
        let found = std::fs::metadata(path).ok();
        if found.as_ref().is_some_and(|found| !found.is_file()) {
            return File::create(path).map(Self::There);
        }
        // What a link leads to is replaced, not the link.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        match beside(&path, found.as_ref()) {
            Ok(file) => Ok(Self::Beside(file, path)),
            Err(_) => File::create(path).map(Self::There),
        }
    }

    fn end(self) -> io::Result<()> {
        match self {
            Self::Beside(file, path) => file.persist(path).map(drop).map_err(|error| error.error),
            Self::There(_) => Ok(()),
        }
    }
}

/// Creates a file in the folder of another one, to be read by the same people.
fn beside(path: &Path, found: Option<&Metadata>) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".rejects-").suffix(".tmp");
    let builder = for_anybody(&mut builder);
    let file = builder.tempfile_in(folder)?;
    if let Some(found) = found {
        file.as_file().set_permissions(found.permissions())?;
    }
    Ok(file)
}

/// Gives what a new file has, less what the process is told to leave out.
#[cfg(unix)]
fn for_anybody<'a, 'p, 's>(builder: &'a mut tempfile::Builder<'p, 's>) -> &'a mut tempfile::Builder<'p, 's> {
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666))
}

#[cfg(not(unix))]
fn for_anybody<'a, 'p, 's>(builder: &'a mut tempfile::Builder<'p, 's>) -> &'a mut tempfile::Builder<'p, 's> {
    builder
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Beside(file, _) => file.write(bytes),
            Self::There(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Beside(file, _) => file.flush(),
            Self::There(file) => file.flush(),
        }
    }
}

#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    reject: &'a Reject,
    /// Says later whether the record was corrected.
    fingerprint: String,
    /// The record as in the source, where it is JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a RawValue>,
    /// Its text, where it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    raw: Option<String>,
}

impl RejectFile {
    /// Creates a sink; without path nothing is written. An earlier file is replaced or removed by [`Self::finish`], and stays
    /// as it is without that.
    pub(super) fn new(path: Option<PathBuf>, collected: Collected) -> Self {
        Self { path, file: None, collected }
    }

    /// Ends the file; removes that of an earlier run where this one rejected nothing. Returns the path if there is a file.
    pub(super) fn finish(&mut self) -> io::Result<Option<&Path>> {
        let Some(path) = &self.path else { return Ok(None) };
        match self.file.take() {
            Some(file) => file.into_inner().map_err(io::IntoInnerError::into_error)?.end().map(|()| Some(path.as_path())),
            // A device or a pipe is nobody's old file.
            None if !path.is_file() => Ok(None),
            None => std::fs::remove_file(path).map(|()| None),
        }
    }

    fn write(&mut self, reject: &Reject, record: &[u8]) -> io::Result<()> {
        let Some(path) = &self.path else { return Ok(()) };
        if self.file.is_none() {
            self.file = Some(BufWriter::new(Out::create(path)?));
        }
        let Some(file) = &mut self.file else { return Ok(()) };
        let one_line = one_line(record);
        let parsed: Option<&RawValue> = one_line.as_deref().and_then(|text| serde_json::from_str(text).ok());
        let raw = parsed.is_none().then(|| String::from_utf8_lossy(record).into_owned());
        let fingerprint = report::fingerprint(parsed.map(RawValue::get).or(raw.as_deref()).unwrap_or_default());
        serde_json::to_writer(&mut *file, &Line { reject, fingerprint, record: parsed, raw })?;
        file.write_all(b"\n")
    }
}

/// Line ends outside strings are white space in JSON, and inside strings there are none; `None` where it is not UTF-8.
fn one_line(record: &[u8]) -> Option<String> {
    std::str::from_utf8(record).ok().map(|text| text.replace(['\n', '\r'], " "))
}

impl Sink for RejectFile {
    fn reject(&mut self, reject: &Reject, record: &[u8]) -> io::Result<()> {
        self.collected.reject(reject, record)?;
        self.write(reject, record)
    }

    fn change(&mut self, change: &Change) -> io::Result<()> {
        self.collected.change(change)
    }

    fn restart(&mut self) -> io::Result<()> {
        // The file is created afresh by the first reject, or removed at the end.
        self.file = None;
        self.collected.restart()
    }

    fn changes_max(&self) -> u64 {
        self.collected.changes_max()
    }
}
