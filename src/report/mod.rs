//! What a run says: one model, several printers.
//!
//! Takes what the pipeline learned, gives structures that are stable under [`FORMAT`] and printers of them. It knows no terminal.
//!
//! **Invariant**: the structures here are of the report alone; no type of a stage is serialized.

mod collected;
pub mod enums;
pub mod history;
pub mod json;
pub mod text;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use collected::Collected;

/// Version of the JSON form. It grows when a field changes its meaning or goes; new fields do not change it.
pub const FORMAT: u32 = 1;

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Command {
    /// Rows were written.
    Import,
    /// Nothing was written.
    Plan,
    /// Rows were written and taken back.
    Rehearsal,
}

/// A whole run.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// [`FORMAT`].
    pub format: u32,
    /// What was asked for.
    pub command: Command,
    /// Id of the run in the ledger; `None` where nothing was written.
    pub run: Option<String>,
    /// True where the run was taken back because too many records were rejected.
    pub taken_back: bool,
    /// Target without password.
    pub target: String,
    /// Migrations that were applied first.
    pub migrations: Vec<String>,
    /// Tables in the order of import.
    pub tables: Vec<TableReport>,
    /// Sums over the tables.
    pub totals: Totals,
    /// Warnings about mapping and schema.
    pub warnings: Vec<Message>,
    /// Seconds the run took.
    pub seconds: f64,
}

impl Report {
    /// Returns the number of rows that are deleted or set because they are gone from the sources.
    #[must_use]
    pub fn missing(&self) -> u64 {
        self.tables.iter().filter_map(|t| t.missing.as_ref()).map(|m| m.deleted + m.set).sum()
    }

    /// Says whether any row changes.
    #[must_use]
    pub fn has_changes(&self) -> bool {
        self.totals.insert + self.totals.update + self.missing() > 0
    }
}

/// Counts of outcomes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Records read: the sum of all others.
    pub read: u64,
    /// Rows inserted.
    pub insert: u64,
    /// Rows updated.
    pub update: u64,
    /// Records whose row was as it should be.
    pub unchanged: u64,
    /// Records on the row of an earlier one.
    pub duplicate: u64,
    /// Records whose row was left alone by rule.
    pub kept: u64,
    /// Records that were not written.
    pub reject: u64,
}

impl Totals {
    /// Adds counts.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            read: self.read + other.read,
            insert: self.insert + other.insert,
            update: self.update + other.update,
            unchanged: self.unchanged + other.unchanged,
            duplicate: self.duplicate + other.duplicate,
            kept: self.kept + other.kept,
            reject: self.reject + other.reject,
        }
    }

    /// Says whether every record has exactly one outcome.
    #[must_use]
    pub fn is_complete(self) -> bool {
        self.read == self.insert + self.update + self.unchanged + self.duplicate + self.kept + self.reject
    }
}

/// One table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TableReport {
    /// Target table.
    pub table: String,
    /// Mapping.
    pub mapping: String,
    /// Sources in order.
    pub sources: Vec<SourceReport>,
    /// Counts.
    #[serde(flatten)]
    pub counts: Totals,
    /// Records that were bound through another key than their identity.
    pub rebound: u64,
    /// Rejects by code.
    pub rejects_by_code: BTreeMap<String, u64>,
    /// Enum values that were not canonical.
    pub enums: Vec<EnumReport>,
    /// Source fields that nobody mapped, with the number of records that have them.
    pub unmapped: BTreeMap<String, u64>,
    /// Stored values that were edited since the last run, by column.
    pub edits: Vec<EditReport>,
    /// Rows that are gone from the sources, where the mapping says what becomes of them and there are any.
    pub missing: Option<MissingReport>,
}

/// Rows that were imported earlier and that no record names any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MissingReport {
    /// All of them.
    pub found: u64,
    /// Those that are deleted.
    pub deleted: u64,
    /// Those that get the values of `on_missing`, and did not have them.
    pub set: u64,
    /// Those that stay because a row that stays refers to them.
    pub referenced: u64,
    /// Addresses of the first ones that are deleted or set.
    pub rows: Vec<String>,
}

/// Edits of one column of the stored rows since they were last written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditReport {
    /// Target column.
    pub column: String,
    /// Left alone, because the source did not change.
    pub kept: u64,
    /// Left alone although the source changed too (`on_target_edit = "keep"`).
    pub kept_by_policy: u64,
    /// Overwritten, because the source changed too (`on_target_edit = "overwrite"`).
    pub overwritten: u64,
    /// The record was rejected, because the source changed too (`on_target_edit = "reject"`).
    pub rejected: u64,
}

/// One source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SourceReport {
    /// Path as shown to users.
    pub path: String,
    /// Records.
    pub records: u64,
    /// Bytes after decompression.
    pub bytes: u64,
    /// Stands for the content: 16 hexadecimal digits made of all records and their places.
    pub fingerprint: String,
}

/// One spelling of an enum value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EnumReport {
    /// Target column.
    pub column: String,
    /// Spelling in the sources.
    pub original: String,
    /// Value that it became.
    pub value: String,
    /// `canonical`, `legacy` or `fallback`.
    pub reached: String,
    /// Records.
    pub count: u64,
    /// Where it was seen first.
    pub first: Option<Place>,
}

/// Place in a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Path as shown to users.
    pub source: String,
    /// Line, from 1.
    pub line: u64,
    /// Byte offset, from 0.
    pub byte: u64,
    /// Number of the record, from 0.
    pub index: u64,
}

/// A message about mapping or schema.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Message {
    /// Slug.
    pub code: String,
    /// `error`, `warning` or `note`.
    pub severity: String,
    /// Table concerned.
    pub table: Option<String>,
    /// Column concerned.
    pub column: Option<String>,
    /// What was found and expected.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

/// One rejected record.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reject {
    /// Target table.
    pub table: String,
    /// Mapping.
    pub mapping: String,
    /// Where the record stands.
    #[serde(flatten)]
    pub place: Place,
    /// Legacy id.
    pub legacy_id: Option<String>,
    /// All that is wrong with it; the first entry is the reason.
    #[serde(flatten)]
    pub reason: Reason,
    /// Further reasons.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<Reason>,
    /// The earlier record of the same key or row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<Place>,
    /// Stored rows in question, `key -> address`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<(String, String)>,
    /// The rejected record that dragged this one along.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub root: Option<Place>,
}

/// One thing that is wrong with a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// Slug.
    pub code: String,
    /// Source field.
    pub field: Option<String>,
    /// Target column.
    pub column: Option<String>,
    /// Key or foreign key concerned.
    pub key: Option<String>,
    /// Value in question.
    pub value: Option<String>,
    /// What was found and expected.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

/// One row that is inserted or updated.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// Target table.
    pub table: String,
    /// `insert`, `update`, or what became of edits of the stored row: `kept`, `overwritten` (`old` is then the edited value, `new` that of the source).
    pub outcome: &'static str,
    /// Address of the row (its primary key); provisional for a row that the database will number.
    pub row: Option<String>,
    /// Where the record stands.
    #[serde(flatten)]
    pub place: Place,
    /// Legacy id.
    pub legacy_id: Option<String>,
    /// Key that found the row.
    pub via: Option<String>,
    /// Columns that change.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
}

/// One column that changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Field {
    /// Target column.
    pub column: String,
    /// Stored value as text.
    pub old: Option<String>,
    /// New value as text.
    pub new: Option<String>,
}

/// Hears of every reject and change while a run goes on, so that nobody has to hold them all.
pub trait Sink {
    /// A record is rejected; `record` is its raw text.
    ///
    /// # Errors
    /// If it cannot be written.
    fn reject(&mut self, reject: &Reject, record: &[u8]) -> std::io::Result<()> {
        let _ = (reject, record);
        Ok(())
    }

    /// A row is inserted or updated.
    ///
    /// # Errors
    /// If it cannot be written.
    fn change(&mut self, change: &Change) -> std::io::Result<()> {
        let _ = change;
        Ok(())
    }

    /// The run begins again from the start: what was told of it does not count.
    ///
    /// # Errors
    /// If what was written cannot be taken back.
    fn restart(&mut self) -> std::io::Result<()> {
        Ok(())
    }

    /// Says how many changes of each kind and table it wants to hear of; `u64::MAX` for all.
    fn changes_max(&self) -> u64 {
        0
    }
}

/// Hears nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Deaf;

impl Sink for Deaf {}
