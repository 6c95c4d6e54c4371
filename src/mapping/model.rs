//! Plain data of `mappings/`: one [`Mapping`] a file, one [`EnumTable`] a table of `enums.toml`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use uuid::Uuid;

/// Place in a mapping file, for messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// File, relative to the project.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// Everything in `mappings/`.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// Folder that holds `data/`, `mappings/`, `migrations/`.
    pub root: PathBuf,
    /// Namespace of all UUIDv5 made from legacy ids (`mappings/project.toml`, `namespace = "<uuid>"`).
    pub namespace: Uuid,
    /// Name of the project for reports (`mappings/project.toml`, `name = "..."`).
    pub name: Option<String>,
    /// How indexes are called: a name with `{table}` and `{column}` (`mappings/project.toml`, `index_names = "ix_{table}_{column}"`).
    pub index_names: Option<String>,
    /// Mappings in order of their file names.
    pub mappings: Vec<Mapping>,
    /// Enum tables by name.
    pub enums: BTreeMap<String, EnumTable>,
}

/// How the records of one source become rows of one table.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    /// Name: the file's stem. Unique in the project; references may name it.
    pub name: String,
    /// Where its target table is written.
    pub place: Place,
    /// Target table.
    pub table: String,
    /// Where the records come from.
    pub source: SourceSpec,
    /// Namespace of the legacy ids; the table's name unless given.
    pub namespace: String,
    /// How long a legacy id is valid.
    pub scope: IdScope,
    /// The legacy id and the primary key made from it.
    pub id: Option<IdRule>,
    /// Declared identity key: column names; empty means the primary key alone.
    pub identity: Vec<String>,
    /// Where the identity key is declared; `None` where it is not.
    pub identity_place: Option<Place>,
    /// What happens to a later record on the same row that differs.
    pub on_duplicate: OnDuplicate,
    /// Rules of the columns, in file order.
    pub columns: Vec<ColumnRule>,
    /// Rules of keys, by the key's name or by its columns joined with `, `.
    pub keys: BTreeMap<String, KeyRule>,
    /// What happens to a stored row that a person edited.
    pub on_target_edit: OnTargetEdit,
    /// What happens to a row that was imported earlier and that no record names any more.
    pub on_missing: OnMissing,
}

/// Where the records of a mapping come from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceSpec {
    /// Globs under `data/`, in order; the files of each in name order. `-` is standard input.
    pub globs: Vec<String>,
    /// Shape of the source.
    pub format: SourceFormat,
    /// JSON pointer to the array or object of records inside each source; empty for the root.
    pub pointer: String,
    /// For an object keyed by id: the field under which a record finds its key.
    pub key_field: String,
    /// Field of each record (name or JSON pointer) whose array elements or object members are the records; the record itself is then
    /// reached by `^field`, the element by `.`, its place by `@index`, its member name by `@key`.
    pub each: Option<String>,
}

/// Shape of a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumString, strum::VariantNames, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum SourceFormat {
    /// Decided by the first bytes: `[` is an array, one object is keyed if all its members are objects, several objects are NDJSON or concatenated.
    #[default]
    Auto,
    /// One JSON array.
    Array,
    /// One JSON object whose members are the records.
    Keyed,
    /// One record a line.
    Ndjson,
    /// Records one after the other, with or without white space between them.
    Concatenated,
}

/// How long a legacy id is valid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumString, strum::VariantNames, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum IdScope {
    /// In every export of this source: the ledger remembers it.
    #[default]
    Source,
    /// In one export only.
    Run,
}

/// The legacy id.
#[derive(Clone, Debug, PartialEq)]
pub struct IdRule {
    /// Where it is.
    pub from: FieldPath,
    /// What the primary key is made of.
    pub form: IdForm,
    /// Column it fills; `None` for the table's single-column primary key.
    pub column: Option<String>,
    /// Texts that mean "no legacy id".
    pub null_if: Vec<String>,
    /// Where it is written.
    pub place: Place,
}

/// What the primary key is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumString, strum::VariantNames, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum IdForm {
    /// `uuid` where the column can hold one and is declared UUID or text, else `value`; `none` with [`IdScope::Run`].
    #[default]
    Auto,
    /// A UUID is kept, anything else becomes `UUIDv5(project namespace, table, canonical id text)`.
    Uuid,
    /// The id itself, in the column's type.
    Value,
    /// The column is left to the database; the id is only remembered.
    None,
}

/// What happens to a later record on the same row that differs from the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumString, strum::VariantNames, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum OnDuplicate {
    /// It is rejected.
    #[default]
    Reject,
    /// The first wins, the others count as duplicates.
    First,
    /// The last wins, the others count as duplicates.
    Last,
}

/// What happens to a stored row that was edited since the last run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumString, strum::VariantNames, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum OnTargetEdit {
    /// The source wins where it changed too.
    #[default]
    Overwrite,
    /// The row keeps the edit.
    Keep,
    /// The record is rejected.
    Reject,
}

/// What happens to a row that was imported earlier and that no record names any more.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum OnMissing {
    /// It stays as it is.
    #[default]
    Keep,
    /// It is deleted.
    Delete,
    /// Columns of it get these values.
    Set {
        /// Column and value, in file order.
        values: Vec<(String, serde_json::Value)>,
        /// Where it is written.
        place: Place,
    },
}

impl OnMissing {
    /// The ways that are one word.
    pub const WORDS: &[&str] = &["keep", "delete"];
}

/// Where a value is in a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldPath {
    /// Top-level field.
    Field(String),
    /// JSON pointer into the record: first the top-level field, then the rest (`/b/0`).
    Pointer {
        /// Top-level field, unescaped.
        field: String,
        /// What follows, as a JSON pointer.
        rest: String,
    },
    /// With `each`: the element itself.
    Element,
    /// With `each`: the element's place, from 0.
    ElementIndex,
    /// With `each` over an object: the member's name.
    ElementKey,
    /// With `each`: a field of the record around the element.
    Outer(Box<FieldPath>),
}

impl std::fmt::Display for FieldPath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Field(name) => f.write_str(name),
            Self::Pointer { field, rest } => write!(f, "/{}{rest}", field.replace('~', "~0").replace('/', "~1")),
            Self::Element => f.write_str("."),
            Self::ElementIndex => f.write_str("@index"),
            Self::ElementKey => f.write_str("@key"),
            Self::Outer(path) => write!(f, "^{path}"),
        }
    }
}

/// How one column is filled.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnRule {
    /// Column name.
    pub column: String,
    /// Where the value comes from.
    pub input: Input,
    /// Applied in order to text before it is read.
    pub transforms: Vec<Transform>,
    /// Name of the enum table.
    pub enum_table: Option<String>,
    /// Where the original text of an enum fallback is kept: a column name, or `column/json/path`.
    pub original: Option<String>,
    /// What it refers to.
    pub references: Option<ReferenceRule>,
    /// Value where the field is absent.
    pub default: Option<serde_json::Value>,
    /// What an absent field means where there is no default.
    pub absent: Absent,
    /// JSON scalars (as text) that mean NULL: `""`, `0`, `-1`, `N/A`.
    pub null_if: Vec<String>,
    /// How dates and times are written, tried in order; empty for the standard ones.
    pub formats: Vec<TimeFormat>,
    /// IANA zone or fixed offset of times without one.
    pub time_zone: String,
    /// What an update does to a stored value.
    pub on_update: OnUpdate,
    /// Where it is written.
    pub place: Place,
}

/// Where a column's value comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A field of the record.
    Field(FieldPath),
    /// The first of several fields that is there and not null.
    FirstOf(Vec<Alternative>),
    /// The same value for every record.
    Constant(serde_json::Value),
    /// All fields that nobody mapped, as a JSON object.
    Rest,
}

/// One of several fields that may have a column's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The field.
    pub path: FieldPath,
    /// Applied before the column's own transforms.
    pub transforms: Vec<Transform>,
}

/// What a column refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceRule {
    /// Table (or mapping name) referred to.
    pub table: String,
    /// Column of the natural key; `None` for the legacy id.
    pub by: Option<String>,
    /// What happens where nothing is found.
    pub on_unresolved: OnUnresolved,
}

/// What happens where a reference names no row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumString, strum::VariantNames, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum OnUnresolved {
    /// The record is rejected.
    #[default]
    Reject,
    /// The column becomes NULL, with a warning.
    Null,
}

/// What an absent field means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumString, strum::VariantNames, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Absent {
    /// The column's default, else NULL.
    #[default]
    Default,
    /// A stored value is left alone; an insert takes the column's default, else NULL.
    Keep,
}

/// What an update does to a stored value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumString, strum::VariantNames, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum OnUpdate {
    /// Replaces it.
    #[default]
    Overwrite,
    /// Leaves it: the column is written at insert only.
    Keep,
    /// Replaces NULL only.
    Fill,
    /// Merges a JSON object into it, top level, new members win.
    Merge,
}

/// What is done to text before it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Transform {
    /// Removes white space at both ends.
    Trim,
    /// Lower case (Unicode).
    Lower,
    /// Upper case (Unicode).
    Upper,
    /// Lower case, every run of other characters than letters and digits becomes one `-`, none at the ends.
    Slug,
    /// Every run of white space becomes one space, none at the ends.
    Collapse,
    /// Keeps ASCII digits only.
    Digits,
    /// Letters lose their accents: canonical decomposition, without combining marks, composed again.
    Unaccent,
    /// JSON text inside a string is parsed.
    ParseJson,
    /// Replaces texts, in one pass from left to right: at each position the first pair that matches counts, and what was put in is not looked at again.
    Replace(Vec<(String, String)>),
    /// Keeps only characters in these ranges.
    Keep(Vec<(char, char)>),
}

impl Transform {
    /// Transforms that are a word, in the order of messages.
    pub const WORDS: &[&str] = &["trim", "lower", "upper", "slug", "collapse", "digits", "unaccent", "parse_json"];

    /// Returns the transform of a word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Some(match word {
            "trim" => Self::Trim,
            "lower" => Self::Lower,
            "upper" => Self::Upper,
            "slug" => Self::Slug,
            "collapse" => Self::Collapse,
            "digits" => Self::Digits,
            "unaccent" => Self::Unaccent,
            "parse_json" => Self::ParseJson,
            _ => return None,
        })
    }
}

/// How a date or time is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimeFormat {
    /// RFC 3339, `YYYY-MM-DD HH:MM[:SS[.f]][zone]`, `YYYY-MM-DD`, `HH:MM[:SS[.f]]`.
    Iso,
    /// Seconds since 1970, fractions admitted.
    EpochSeconds,
    /// Milliseconds since 1970.
    EpochMillis,
    /// A strftime pattern (`%d.%m.%Y %H:%M`).
    Pattern(String),
}

/// Rules of one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRule {
    /// False: the key must not be violated, but does not find rows.
    pub matching: bool,
    /// True: NULL parts count as equal when matching.
    pub nulls_equal: bool,
    /// Where it is written.
    pub place: Place,
}

/// One table of `enums.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnumTable {
    /// Name.
    pub name: String,
    /// Table whose values, fallback and spellings this one has, too; its own spellings count first.
    pub extends: Option<String>,
    /// Canonical values in file order.
    pub values: Vec<String>,
    /// Value for everything unknown.
    pub fallback: Option<String>,
    /// Legacy spelling as written -> canonical value, in file order.
    pub legacy: Vec<(String, String)>,
    /// Where it is written.
    pub place: Place,
    /// Folded spelling -> (number of the canonical value, reached by a legacy spelling).
    pub folded: BTreeMap<String, (usize, Reached)>,
}

/// How an enum value was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum Reached {
    /// The canonical value, up to folding.
    Canonical,
    /// A legacy spelling.
    Legacy,
    /// The fallback.
    Fallback,
}

impl EnumTable {
    /// Folds a spelling: trims, lower case, and treats space, `-` and `_` alike.
    #[must_use]
    pub fn fold(text: &str) -> String {
        text.trim().chars().flat_map(char::to_lowercase).map(|c| if c == ' ' || c == '-' { '_' } else { c }).collect()
    }

    /// Finds the canonical value of a spelling; `None` where it is unknown and there is no fallback.
    #[must_use]
    pub fn look_up(&self, text: &str) -> Option<(&str, Reached)> {
        if let Some((value, reached)) = self.folded.get(&Self::fold(text)) {
            return Some((&self.values[*value], *reached));
        }
        self.fallback.as_deref().map(|value| (value, Reached::Fallback))
    }
}
