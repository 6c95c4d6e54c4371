//! What is said about bad or remarkable data: one type from the first stage to the last report.
//!
//! A bad record is data, not an error: it becomes a [`Diagnostic`], and the run goes on.
//!
//! **Invariant**: codes are stable; a code that was published keeps its meaning.

use crate::record::Origin;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is wrong, but a reviewer should know.
    Note,
    /// The record was imported, but something was decided for it.
    Warning,
    /// The record was rejected, or (in a check) the run cannot start.
    Error,
}

impl Severity {
    /// Returns the word used in messages and reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Stable slugs of everything that a run can say. `Code::as_str` gives `family/name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr, strum::EnumIter, strum::EnumString)]
pub enum Code {
    /// The bytes are not JSON, or stop in the middle of it.
    #[strum(serialize = "source/syntax")]
    SourceSyntax,
    /// The bytes are not UTF-8.
    #[strum(serialize = "source/invalid_utf8")]
    SourceInvalidUtf8,
    /// The source ends inside a record or container.
    #[strum(serialize = "source/truncated")]
    SourceTruncated,
    /// A record is nested deeper than allowed.
    #[strum(serialize = "source/too_deep")]
    SourceTooDeep,
    /// A record is larger than allowed.
    #[strum(serialize = "source/too_large")]
    SourceTooLarge,
    /// A record is not a JSON object.
    #[strum(serialize = "record/not_an_object")]
    RecordNotAnObject,
    /// An object has the same key twice.
    #[strum(serialize = "record/duplicate_field")]
    RecordDuplicateField,
    /// A required value is missing.
    #[strum(serialize = "value/missing")]
    ValueMissing,
    /// The value is of the wrong kind (an object where a number is expected).
    #[strum(serialize = "value/wrong_kind")]
    ValueWrongKind,
    /// The value is of the right kind but cannot be read (`2024-13-01`).
    #[strum(serialize = "value/malformed")]
    ValueMalformed,
    /// The value is outside the range of the column's type.
    #[strum(serialize = "value/out_of_range")]
    ValueOutOfRange,
    /// The text is longer than the column.
    #[strum(serialize = "value/too_long")]
    ValueTooLong,
    /// The text has a NUL character, which the target cannot hold.
    #[strum(serialize = "value/nul_character")]
    ValueNulCharacter,
    /// The value is not in the column's list of allowed values.
    #[strum(serialize = "value/not_allowed")]
    ValueNotAllowed,
    /// The database refused the value's text form.
    #[strum(serialize = "value/refused_by_database")]
    ValueRefusedByDatabase,
    /// An enum value is not mapped, and the enum table has no fallback.
    #[strum(serialize = "enum/unmapped")]
    EnumUnmapped,
    /// An enum value is not mapped; the fallback was taken.
    #[strum(serialize = "enum/fallback")]
    EnumFallback,
    /// Two or more rows answer to the record's keys.
    #[strum(serialize = "key/ambiguous")]
    KeyAmbiguous,
    /// An earlier record of this run has the row or the key.
    #[strum(serialize = "key/duplicate_in_input")]
    KeyDuplicateInInput,
    /// A stored row that this run does not rewrite has the key.
    #[strum(serialize = "key/conflicts_with_stored_row")]
    KeyConflictsWithStoredRow,
    /// The row that a reference names does not exist.
    #[strum(serialize = "reference/unresolved_reference")]
    UnresolvedReference,
    /// A reference names two or more rows.
    #[strum(serialize = "reference/ambiguous_reference")]
    AmbiguousReference,
    /// A source or the mappings went back to what they were before the last run.
    #[strum(serialize = "source/older")]
    SourceOlder,
    /// Imported rows are not in the sources any more, which may mean nothing because the input may be incomplete.
    #[strum(serialize = "missing/left_alone")]
    MissingLeftAlone,
    /// Both the source and the stored row changed since the last run.
    #[strum(serialize = "target/edited")]
    TargetEdited,
    /// The database refused the row when it was written.
    #[strum(serialize = "write/refused_by_database")]
    WriteRefused,
    /// Mapping and live schema do not fit together, or one of them cannot be used.
    #[strum(serialize = "schema/drift")]
    SchemaDrift,
    /// A key that this version cannot evaluate.
    #[strum(serialize = "schema/unsupported_key")]
    UnsupportedKey,
    /// The database's enum or CHECK list lacks a value of the enum table, or has one too many.
    #[strum(serialize = "schema/enum_drift")]
    EnumDrift,
    /// The role lacks a privilege that the run needs.
    #[strum(serialize = "schema/missing_privilege")]
    MissingPrivilege,
    /// A trigger or policy can change what is written.
    #[strum(serialize = "schema/side_effects")]
    SideEffects,
}

impl Code {
    /// Returns the slug, `family/name`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What is wrong with one record, before it is joined with its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What kind of thing.
    pub code: Code,
    /// What was found and what was expected; lower-case start, no final period.
    pub message: String,
    /// Source field, where one is concerned.
    pub field: Option<String>,
    /// Byte at which it was found, counted from 0 at the first byte of the record's text.
    pub byte: Option<u64>,
}

impl Fault {
    /// Creates a fault without place.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), field: None, byte: None }
    }

    /// Adds the byte inside the record.
    #[must_use]
    pub fn at(mut self, byte: usize) -> Self {
        self.byte = u64::try_from(byte).ok();
        self
    }

    /// Adds the source field.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// Makes the fault an error about the record at `origin`.
    #[must_use]
    pub fn diagnostic(self, origin: Origin) -> Diagnostic {
        let message = match self.byte {
            Some(byte) => format!("{}, at byte {byte} of the record", self.message),
            None => self.message,
        };
        let diagnostic = Diagnostic::error(self.code, message).at(origin);
        match self.field {
            Some(field) => diagnostic.field(field),
            None => diagnostic,
        }
    }
}

/// One thing said about one record, or about the set-up.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// What kind of thing.
    pub code: Code,
    /// How bad.
    pub severity: Severity,
    /// Where in the sources; `None` for the set-up.
    pub origin: Option<Origin>,
    /// Target table, where one is concerned.
    pub table: Option<String>,
    /// Source field, as the mapping names it.
    pub field: Option<String>,
    /// Target column.
    pub column: Option<String>,
    /// The value in question as JSON text, shortened to 200 characters.
    pub value: Option<String>,
    /// What was found and what was expected; lower-case start, no final period.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// Creates an error without place.
    #[must_use]
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            origin: None,
            table: None,
            field: None,
            column: None,
            value: None,
            message: message.into(),
            hint: None,
        }
    }

    /// Creates a warning without place.
    #[must_use]
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// Adds the origin.
    #[must_use]
    pub fn at(mut self, origin: Origin) -> Self {
        self.origin = Some(origin);
        self
    }

    /// Adds the target table.
    #[must_use]
    pub fn table(mut self, table: impl Into<String>) -> Self {
        self.table = Some(table.into());
        self
    }

    /// Adds the source field.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// Adds the target column.
    #[must_use]
    pub fn column(mut self, column: impl Into<String>) -> Self {
        self.column = Some(column.into());
        self
    }

    /// Adds the value, shortened to 200 characters.
    #[must_use]
    pub fn value(mut self, value: &str) -> Self {
        let mut text: String = value.chars().take(200).collect();
        if text.len() < value.len() {
            text.push('…');
        }
        self.value = Some(text);
        self
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}
