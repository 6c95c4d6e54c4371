//! Rejects and changes as a report needs them: a few examples in memory, or all of them in a temporary file.
//!
//! **Invariant**: memory does not grow with the number of rejects and changes.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};

use serde::Serialize;

use super::{Change, Reject, Sink};

/// Examples of each code and table.
const REJECTS_SHOWN: usize = 5;

/// Examples of changes of each kind and table.
const CHANGES_SHOWN: u64 = 10;

/// Collects rejects and changes.
#[derive(Debug, Default)]
pub struct Collected {
    /// Examples of rejects, by table and code, in input order.
    pub rejects: BTreeMap<(String, String), Vec<Reject>>,
    /// Examples of changes, in order.
    pub changes: Vec<Change>,
    /// File with all rejects, where one was written.
    pub rejects_file: Option<String>,
    changes_max: u64,
    all_rejects: Option<Spool>,
    all_changes: Option<Spool>,
}

impl Collected {
    /// Collects examples of rejects.
    #[must_use]
    pub fn examples() -> Self {
        Self::default()
    }

    /// Collects examples of rejects and changes.
    #[must_use]
    pub fn examples_of_changes() -> Self {
        Self { changes_max: CHANGES_SHOWN, ..Self::default() }
    }

    /// Keeps all rejects.
    #[must_use]
    pub fn all_rejects() -> Self {
        Self { all_rejects: Some(Spool::default()), ..Self::default() }
    }

    /// Keeps all rejects and changes.
    #[must_use]
    pub fn everything() -> Self {
        Self { changes_max: u64::MAX, all_rejects: Some(Spool::default()), all_changes: Some(Spool::default()), ..Self::default() }
    }

    /// Copies all rejects, as JSON values separated by commas.
    pub(super) fn copy_rejects(&self, out: &mut dyn Write) -> io::Result<()> {
        self.all_rejects.as_ref().map_or(Ok(()), |spool| spool.copy(out))
    }

    /// Copies all changes, as JSON values separated by commas; `None` where they were not kept.
    pub(super) fn copy_changes(&self, out: &mut dyn Write) -> io::Result<()> {
        self.all_changes.as_ref().map_or(Ok(()), |spool| spool.copy(out))
    }

    /// Says whether changes were kept.
    pub(super) fn has_changes(&self) -> bool {
        self.all_changes.is_some()
    }
}

impl Sink for Collected {
    fn reject(&mut self, reject: &Reject, _record: &[u8]) -> io::Result<()> {
        let examples = self.rejects.entry((reject.table.clone(), reject.reason.code.clone())).or_default();
        if examples.len() < REJECTS_SHOWN {
            examples.push(reject.clone());
        }
        self.all_rejects.as_mut().map_or(Ok(()), |spool| spool.push(reject))
    }

    fn change(&mut self, change: &Change) -> io::Result<()> {
        if let Some(spool) = &mut self.all_changes {
            return spool.push(change);
        }
        self.changes.push(change.clone());
        Ok(())
    }

    fn restart(&mut self) -> io::Result<()> {
        self.rejects.clear();
        self.changes.clear();
        for spool in [&mut self.all_rejects, &mut self.all_changes].into_iter().flatten() {
            *spool = Spool::default();
        }
        Ok(())
    }

    fn changes_max(&self) -> u64 {
        self.changes_max
    }
}

/// JSON values in a temporary file without name.
#[derive(Debug, Default)]
struct Spool {
    file: Option<BufWriter<File>>,
}

impl Spool {
    fn push(&mut self, value: &impl Serialize) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => {
                file.write_all(b",\n")?;
                file
            }
            None => self.file.insert(BufWriter::new(tempfile::tempfile()?)),
        };
        serde_json::to_writer(file, value)?;
        Ok(())
    }

    fn copy(&self, out: &mut dyn Write) -> io::Result<()> {
        let Some(buffered) = &self.file else { return Ok(()) };
        let mut file = buffered.get_ref().try_clone()?;
        // What is still in the buffer comes behind what the file has.
        file.seek(SeekFrom::Start(0))?;
        io::copy(&mut file, out)?;
        out.write_all(buffered.buffer())
    }
}
