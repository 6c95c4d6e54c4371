//! Rejects and changes as a report needs them: a few examples in memory, or all of them in a temporary file.
//!
//! **Invariant**: memory does not grow with the number of rejects and changes.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::spool::Spool;
use super::{Change, Field, Outcome, Reject, Sink, diff, html};

/// Examples held of the rejects of each code and table.
const REJECTS_HELD: usize = 100;

/// Examples held of the changes of each outcome and table.
const CHANGES_HELD: usize = 50;

/// Longest value held of an example, in bytes.
const VALUE_BYTES_MAX: usize = 16 << 10;

/// What the forms of a report need beside examples of rejects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent need of one of the forms")]
pub struct Wanted {
    /// Examples of changes.
    pub examples_of_changes: bool,
    /// All rejects, for JSON.
    pub rejects: bool,
    /// All changes, for JSON.
    pub changes: bool,
    /// Rejects and changes for an HTML page.
    pub page: bool,
}

impl Wanted {
    /// Joins the needs of two forms.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            examples_of_changes: self.examples_of_changes || other.examples_of_changes,
            rejects: self.rejects || other.rejects,
            changes: self.changes || other.changes,
            page: self.page || other.page,
        }
    }
}

/// Collects rejects and changes.
#[derive(Debug, Default)]
pub struct Collected {
    /// Examples of rejects, by table and code, in input order.
    pub rejects: BTreeMap<(String, String), Vec<Reject>>,
    /// Examples of changes by table and outcome, in order.
    pub changes: BTreeMap<(String, Outcome), Vec<Change>>,
    /// File with all rejects, where one was written.
    pub rejects_file: Option<String>,
    wanted: Wanted,
    all_rejects: Spool,
    all_changes: Spool,
    page: html::Lists,
}

impl Collected {
    /// Collects what is wanted, and examples of rejects in any case.
    #[must_use]
    pub fn new(wanted: Wanted) -> Self {
        Self { wanted, ..Self::default() }
    }

    /// Examples of one code of one table.
    #[must_use]
    pub fn rejects_of(&self, table: &str, code: &str) -> &[Reject] {
        self.rejects.get(&(table.to_owned(), code.to_owned())).map(Vec::as_slice).unwrap_or_default()
    }

    /// Examples of one outcome of one table.
    #[must_use]
    pub fn changes_of(&self, table: &str, outcome: Outcome) -> &[Change] {
        self.changes.get(&(table.to_owned(), outcome)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Copies all rejects, as JSON values separated by commas.
    pub(super) fn copy_rejects(&self, out: &mut dyn Write) -> io::Result<()> {
        self.all_rejects.copy(out)
    }

    /// Copies all changes, as JSON values separated by commas.
    pub(super) fn copy_changes(&self, out: &mut dyn Write) -> io::Result<()> {
        self.all_changes.copy(out)
    }

    /// Says whether all changes were kept.
    pub(super) fn has_changes(&self) -> bool {
        self.wanted.changes
    }

    /// The lists of an HTML page.
    pub(super) fn page(&self) -> &html::Lists {
        &self.page
    }
}

impl Sink for Collected {
    fn reject(&mut self, reject: &Reject, _record: &[u8]) -> io::Result<()> {
        let examples = self.rejects.entry((reject.table.clone(), reject.reason.code.clone())).or_default();
        if examples.len() < REJECTS_HELD {
            examples.push(reject.clone());
        }
        if self.wanted.page {
            self.page.reject(reject)?;
        }
        if self.wanted.rejects { self.all_rejects.push(reject) } else { Ok(()) }
    }

    fn change(&mut self, change: &Change) -> io::Result<()> {
        let examples = self.changes.entry((change.table.clone(), change.outcome)).or_default();
        if examples.len() < CHANGES_HELD {
            examples.push(Change { fields: change.fields.iter().map(shortened).collect(), ..change.clone() });
        }
        if self.wanted.page {
            self.page.change(change)?;
        }
        if self.wanted.changes { self.all_changes.push(change) } else { Ok(()) }
    }

    fn restart(&mut self) -> io::Result<()> {
        self.rejects.clear();
        self.changes.clear();
        self.all_rejects = Spool::default();
        self.all_changes = Spool::default();
        self.page = html::Lists::default();
        Ok(())
    }

    fn changes_max(&self) -> u64 {
        match self.wanted {
            Wanted { changes: true, .. } => u64::MAX,
            Wanted { page: true, .. } => html::CHANGES_MAX,
            Wanted { examples_of_changes: true, .. } => CHANGES_HELD as u64,
            _ => 0,
        }
    }
}

/// Values that are too long to be held are cut around what differs.
fn shortened(field: &Field) -> Field {
    let is_long = |value: &Option<String>| value.as_ref().is_some_and(|value| value.len() > VALUE_BYTES_MAX);
    if !is_long(&field.old) && !is_long(&field.new) {
        return field.clone();
    }
    let part = diff::parts(field.old.as_deref(), field.new.as_deref()).into_iter().next().unwrap_or_default();
    Field {
        old: field.old.as_ref().map(|_| part.old.unwrap_or_default()),
        new: field.new.as_ref().map(|_| part.new.unwrap_or_default()),
        ..field.clone()
    }
}
