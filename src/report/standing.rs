//! What the ledger remembers of a table that an import left settled, as JSON text.
//!
//! **Invariant**: a text that this version cannot read is none; then the table is looked at record by record.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{EnumReport, SourceReport, TableReport, Totals};

/// What is remembered of a settled table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    /// Fingerprint of mapping, schema, limits and program.
    pub layout: String,
    /// Names and fingerprints of the files, compressed as they are.
    pub files: Vec<(String, String)>,
    /// What was told of the sources.
    pub sources: Vec<SourceReport>,
    /// Records.
    pub rows: u64,
    /// Those of them that were on the row of another one.
    pub duplicates: u64,
    /// What was told of enum values.
    pub enums: Vec<EnumReport>,
    /// Fields that nobody mapped, those that other tables take included.
    pub unmapped: BTreeMap<String, u64>,
    /// Version of the table's rows.
    pub version: String,
    /// Versions of tables outside the run that references name.
    pub outside: BTreeMap<String, String>,
    /// What its records add to the counts above, in the order of the numbers by which the records name it.
    #[serde(default)]
    pub added: Vec<Added>,
}

/// What some of a table's records, each of them, add to what is told of enum values and unmapped fields.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Added {
    /// By this hash a record is known to add it.
    pub hash: u64,
    /// Fields that nobody mapped, with how often the record has them.
    pub unmapped: BTreeMap<String, u64>,
    /// Enum values.
    pub enums: Vec<AddedEnum>,
}

/// One text of an enum column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AddedEnum {
    /// Number of the column in the layout.
    pub column: usize,
    /// As in the source.
    pub text: String,
    /// As it was looked up, where that is another text.
    pub looked_up: Option<String>,
    /// Canonical value.
    pub value: String,
    /// How it was reached.
    pub reached: String,
    /// How often the record has it.
    pub count: u64,
}

impl Standing {
    /// Reads what [`Standing::to_text`] wrote.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// Writes it as JSON text.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Completes what is told of the table in a run that finds it as it was; fields that are `taken` by other tables are not unmapped.
    #[must_use]
    pub fn complete(&self, told: TableReport, is_taken: &dyn Fn(&str) -> bool) -> TableReport {
        let unmapped = self.unmapped.iter().filter(|(name, _)| !is_taken(name));
        TableReport {
            counts: Totals {
                read: self.rows,
                unchanged: self.rows.saturating_sub(self.duplicates),
                duplicate: self.duplicates,
                ..Totals::default()
            },
            enums: self.enums.clone(),
            unmapped: unmapped.map(|(name, count)| (name.clone(), *count)).collect(),
            ..told
        }
    }
}
