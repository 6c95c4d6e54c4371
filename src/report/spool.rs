//! JSON values in a temporary file without name.
//!
//! **Invariant**: memory does not grow with the number of values.

use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};

use serde::Serialize;

/// Values, to be copied out again as often as wanted.
#[derive(Debug, Default)]
pub(super) struct Spool {
    file: Option<BufWriter<File>>,
    /// How many values it has.
    pub(super) len: u64,
}

impl Spool {
    /// Appends a value.
    pub(super) fn push(&mut self, value: &impl Serialize) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => {
                file.write_all(b",\n")?;
                file
            }
            None => self.file.insert(BufWriter::new(tempfile::tempfile()?)),
        };
        serde_json::to_writer(file, value)?;
        self.len += 1;
        Ok(())
    }

    /// Copies all values, separated by commas.
    pub(super) fn copy(&self, out: &mut dyn Write) -> io::Result<()> {
        let Some(buffered) = &self.file else { return Ok(()) };
        // What is still in the buffer comes behind what the file has; writing goes on at the end.
        let mut file = buffered.get_ref().try_clone()?;
        let end = file.stream_position()?;
        file.seek(SeekFrom::Start(0))?;
        io::copy(&mut (&file).take(end), out)?;
        file.seek(SeekFrom::Start(end))?;
        out.write_all(buffered.buffer())
    }
}
