//! The file of rejected records.
//!
//! One JSON object a line: where the record stands, why it was rejected, and the record itself.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::value::RawValue;

use crate::report::{self, Change, Collected, Reject, Sink};

/// Writes rejects to a file, and holds the first of each code for the report.
pub(super) struct RejectFile {
    path: Option<PathBuf>,
    file: Option<BufWriter<File>>,
    /// What the report shows.
    pub(super) collected: Collected,
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
    /// Creates a sink; without path nothing is written. An earlier file is replaced when the first reject comes, or removed by [`Self::finish`].
    pub(super) fn new(path: Option<PathBuf>, collected: Collected) -> Self {
        Self { path, file: None, collected }
    }

    /// Ends the file; removes that of an earlier run where this one rejected nothing. Returns the path if there is a file.
    pub(super) fn finish(&mut self) -> io::Result<Option<&Path>> {
        let Some(path) = &self.path else { return Ok(None) };
        match self.file.take() {
            Some(mut file) => file.flush().map(|()| Some(path.as_path())),
            None => match std::fs::remove_file(path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                _ => Ok(None),
            },
        }
    }

    fn write(&mut self, reject: &Reject, record: &[u8]) -> io::Result<()> {
        let Some(path) = &self.path else { return Ok(()) };
        if self.file.is_none() {
            self.file = Some(BufWriter::new(File::create(path)?));
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
