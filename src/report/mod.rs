//! What a run says: one model, several printers.
//!
//! Takes what the pipeline learned, gives structures that are stable under [`FORMAT`] and printers of them. It knows no terminal.
//!
//! **Invariant**: the structures here are of the report alone; no type of a stage is serialized.

pub mod catalog;
mod collected;
pub mod diff;
pub mod enums;
pub mod history;
pub mod html;
pub mod json;
pub mod junit;
pub mod markdown;
mod plan_file;
mod spool;
pub mod standing;
#[cfg(test)]
mod tests;
pub mod text;
pub mod undo;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use collected::{Collected, Wanted};
pub use plan_file::{Outcomes, PLAN_FORMAT, PlanFile};

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
    /// Rows were read and compared with the sources; nothing was written.
    Verify,
}

impl Command {
    /// Says whether rows are written, be it for a while.
    #[must_use]
    pub fn writes(self) -> bool {
        matches!(self, Self::Import | Self::Rehearsal)
    }
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
    /// What a run of the past was, a sentence each; empty for the present one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<String>,
    /// Rejected records that dragged others along, those with most of them first; at most 100.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cascades: Vec<CascadeReport>,
    /// Seconds of each stage, in order.
    pub stages: Vec<StageReport>,
    /// Seconds the run took.
    pub seconds: f64,
    /// Fingerprints of the run, where they were asked for.
    #[serde(skip)]
    pub plan: Option<Box<PlanFile>>,
}

/// One stage of a run.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StageReport {
    /// Its name.
    pub stage: String,
    /// Seconds it took.
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
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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
    /// The first ones of those; the ledger has them all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rebound_ids: Vec<ReboundReport>,
    /// Rejects by code.
    pub rejects_by_code: BTreeMap<String, u64>,
    /// Enum values that were not canonical.
    pub enums: Vec<EnumReport>,
    /// Source fields that nobody mapped, with the number of records that have them.
    pub unmapped: BTreeMap<String, u64>,
    /// Stored values that become NULL because their field is absent, by column; not counted by an import.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub becomes_null: BTreeMap<String, u64>,
    /// References that are NULL because they name no row (`on_unresolved = "null"`), by column.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub unresolved: BTreeMap<String, u64>,
    /// What only a verification looks at.
    #[serde(flatten)]
    pub verified: Option<Verified>,
    /// Stored values that were edited since the last run, by column.
    pub edits: Vec<EditReport>,
    /// Rows that are gone from the sources, where the mapping says what becomes of them and there are any.
    pub missing: Option<MissingReport>,
}

/// A record whose row was found by another key, and keeps its own primary key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReboundReport {
    /// Legacy id of the record.
    pub legacy_id: Option<String>,
    /// Address of its row.
    pub row: String,
    /// Key that found it.
    pub key: String,
}

/// A rejected record and how many others were rejected because of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CascadeReport {
    /// Table of the record.
    pub table: String,
    /// Where the record stands.
    #[serde(flatten)]
    pub place: Place,
    /// Records that were rejected because of it.
    pub records: u64,
    /// The same by table.
    pub by_table: BTreeMap<String, u64>,
}

/// What a verification finds beside the differences of [`Totals`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Verified {
    /// Rows with a value that a rule keeps though their record says another.
    pub kept_by_rule: u64,
    /// Rows that were imported earlier and that no record is; `None` where there is no ledger.
    pub extra: Option<u64>,
}

/// Rows that were imported earlier and that no record names any more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Path as shown to users.
    pub source: String,
    /// Line, from 1.
    pub line: u64,
    /// Byte of that line, from 1; 0 where an earlier version noted the place. It is no `column`, which in a reject is one of the target.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub line_column: u64,
    /// Byte offset, from 0.
    pub byte: u64,
    /// Number of the record, from 0.
    pub index: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// `file:line:column`. Columns are bytes, from 1.
impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.source, self.line)?;
        if self.line_column > 0 { write!(f, ":{}", self.line_column) } else { Ok(()) }
    }
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
    /// Name of the member that is the record, in an object keyed by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
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

/// Fingerprint of a record as JSON text, whatever its white space: says whether a rejected record was corrected.
#[must_use]
pub fn fingerprint(record: &str) -> String {
    let compact = serde_json::from_str::<serde_json::Value>(record).map_or_else(|_| record.trim().to_owned(), |value| value.to_string());
    format!("{:032x}", xxhash_rust::xxh3::xxh3_128(compact.as_bytes()))
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

/// What becomes, or became, of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Outcome {
    /// It is inserted; for a verification, it is missing.
    Insert,
    /// It was edited in the target since the last run, and is left alone.
    Kept,
    /// It was edited in the target since the last run, and is overwritten: `old` is the edited value, `new` that of the source.
    Overwritten,
    /// It is updated; for a verification, it differs.
    Update,
    /// A rule keeps a stored value that differs from what the record says. Told by a verification.
    KeptByRule,
    /// It was imported earlier, and no record is it. Told by a verification.
    Extra,
}

/// One row that is not as the sources say.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// Target table.
    pub table: String,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Address of the row (its primary key); provisional for a row that the database will number.
    pub row: Option<String>,
    /// Where the record stands; `None` for [`Outcome::Extra`].
    #[serde(flatten)]
    pub place: Option<Place>,
    /// Legacy id.
    pub legacy_id: Option<String>,
    /// Key that found the row.
    pub via: Option<String>,
    /// Columns that change; of an insert, all columns that are given a value.
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
    /// True where the record does not have the field, so that a default or NULL takes the place of the stored value.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub absent: bool,
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

    /// A row is not as the sources say.
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

    /// Says how many changes of each outcome and table it wants to hear of; `u64::MAX` for all.
    fn changes_max(&self) -> u64 {
        0
    }
}

/// Hears nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Deaf;

impl Sink for Deaf {}
