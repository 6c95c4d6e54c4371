//! A mapping joined with the catalog: what normalization needs to know of each column, and what resolution needs to know of the table.
//!
//! Takes a [`Project`](crate::mapping::Project) and a [`Catalog`](crate::catalog::Catalog), gives a [`Layout`] for each mapping in dependency order,
//! and the schema check: everything in which the two do not fit together.
//!
//! **Invariant**: a layout names only columns that exist and keys that can be evaluated; a mapping with an error has no layout.

mod build;
mod check;
mod columns;
mod draft;
mod enum_drift;
mod keys;
mod lookups;
mod notes;
mod order;
mod reference;
mod taken;
#[cfg(test)]
mod tests;
mod types;
mod words;

pub use build::build;
pub use draft::draft;
pub use enum_drift::enum_lacks;
pub use keys::key_refusal;
pub use lookups::lookups;
pub use taken::taken_fields;

use std::sync::Arc;

use uuid::Uuid;

use crate::catalog::{AllowedValues, Column, DataType, Generated, Table};
use crate::mapping::{
    Absent, EnumTable, FieldPath, IdForm, IdScope, Input, OnDuplicate, OnMissing, OnTargetEdit, OnUnresolved, OnUpdate, SourceSpec,
    TimeFormat, Transform,
};

/// Everything that the stages need to know to import one source into one table.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Name of the mapping.
    pub mapping: String,
    /// The target table.
    pub table: Arc<Table>,
    /// Where the records come from.
    pub source: SourceSpec,
    /// Namespace of the legacy ids.
    pub namespace: String,
    /// How long a legacy id is valid.
    pub scope: IdScope,
    /// Where the legacy id is, and what means "none".
    pub legacy_id: Option<LegacyId>,
    /// Mapped columns. A [`Batch`](crate::record::Batch) has its cells in this order.
    pub columns: Vec<ColumnLayout>,
    /// Keys of the table in catalog order, with what the mapping says of them.
    pub keys: Vec<KeyLayout>,
    /// Numbers in `keys` of the keys that are the records' identity, in the order in which they are looked at: the primary key where all its columns
    /// are mapped, then the declared identity key. Empty where there is neither.
    pub identity: Vec<usize>,
    /// What happens to a later record on the same row that differs.
    pub on_duplicate: OnDuplicate,
    /// What happens to a stored row that was edited since the last run, where the source changed too.
    pub on_target_edit: OnTargetEdit,
    /// What happens to a row that was imported earlier and that no record names any more; names only columns that exist and can be written.
    pub on_missing: OnMissing,
}

/// Where the legacy id of a record is.
#[derive(Clone, Debug)]
pub struct LegacyId {
    /// Field.
    pub from: FieldPath,
    /// Texts that mean "none".
    pub null_if: Vec<String>,
}

/// One mapped column.
#[derive(Clone, Debug)]
pub struct ColumnLayout {
    /// Column name.
    pub name: String,
    /// Its type.
    pub data_type: DataType,
    /// Its type as the database writes it, for messages and stages.
    pub type_text: String,
    /// False for NOT NULL: an explicit null is refused. An absent field is refused too unless `has_default`.
    pub nullable: bool,
    /// True where the column has a default of its own (or is an identity): an absent field of an insert takes it.
    pub has_default: bool,
    /// What the database admits.
    pub allowed: Option<AllowedValues>,
    /// What fills it.
    pub fill: Fill,
    /// Applied in order to text before it is read.
    pub transforms: Vec<Transform>,
    /// Enum table.
    pub enum_table: Option<Arc<EnumTable>>,
    /// Where the original text of a fallback is kept: number in `columns`, and JSON path below it (empty for the column itself).
    pub original: Option<(usize, Vec<String>)>,
    /// Value where the field is absent.
    pub default: Option<serde_json::Value>,
    /// What an absent field means without default.
    pub absent: Absent,
    /// Scalars that mean NULL.
    pub null_if: Vec<String>,
    /// How dates and times are written; never empty.
    pub formats: Vec<TimeFormat>,
    /// Zone of times without one.
    pub time_zone: String,
    /// What an update does to a stored value.
    pub on_update: OnUpdate,
}

/// What fills a column.
#[derive(Clone, Debug)]
pub enum Fill {
    /// A field, a constant or the rest.
    Input(Input),
    /// The legacy id in this form (`Uuid` or `Value`).
    Id {
        /// Field of the id.
        from: FieldPath,
        /// Form; never `Auto` or `None`.
        form: IdForm,
        /// Namespace of UUIDv5 for this table: `UUIDv5(project namespace, table name)`.
        namespace: Uuid,
    },
    /// A reference. The batch carries the raw reference as text ([`Cell::Text`](crate::record::Cell::Text), canonical id text or natural key text)
    /// and the database resolves it.
    Reference {
        /// Field.
        from: Input,
        /// What it refers to.
        target: ReferenceLayout,
    },
}

/// What a reference column refers to.
#[derive(Clone, Debug)]
pub struct ReferenceLayout {
    /// Table referred to.
    pub table: Arc<Table>,
    /// Namespaces of legacy ids in which to look: those of the mappings that fill the table.
    pub namespaces: Vec<String>,
    /// Column of the natural key; `None` for the legacy id.
    pub by: Option<String>,
    /// Column of the parent whose value is stored.
    pub stores: String,
    /// What a legacy id becomes where the parent's key is made from it, for rows that were never imported: form and UUIDv5 namespace.
    pub id_form: Option<(IdForm, Uuid)>,
    /// What happens where nothing is found.
    pub on_unresolved: OnUnresolved,
    /// True where the table is the mapping's own or comes later in the order of import.
    pub late: bool,
}

/// What resolution knows of one key.
#[derive(Clone, Debug)]
pub struct KeyLayout {
    /// Number of the key in [`Table::keys`].
    pub key: usize,
    /// False: does not find rows.
    pub matching: bool,
    /// NULL parts count as equal when matching (by declaration or NULLS NOT DISTINCT).
    pub nulls_equal: bool,
}

impl Layout {
    /// Creates the layout of a table into which nothing is imported.
    #[must_use]
    pub fn bare(table: Arc<Table>) -> Self {
        Self {
            mapping: String::new(),
            table,
            source: SourceSpec::default(),
            namespace: String::new(),
            scope: IdScope::Run,
            legacy_id: None,
            columns: Vec::new(),
            keys: Vec::new(),
            identity: Vec::new(),
            on_duplicate: OnDuplicate::Reject,
            on_target_edit: OnTargetEdit::Overwrite,
            on_missing: OnMissing::Keep,
        }
    }

    /// Creates the layout of a table whose rows are written as they once were: every column that can be written, of which updates change some, every key,
    /// and rows can go.
    #[must_use]
    pub fn whole(table: Arc<Table>, updated: &[String]) -> Self {
        let primary = table.primary_columns();
        let is_written =
            |c: &&Column| !c.generated.is_computed() && c.generated != Generated::IdentityAlways && !primary.contains(&c.name.as_str());
        let rule = |c: &Column| if updated.contains(&c.name) { OnUpdate::Overwrite } else { OnUpdate::Keep };
        let fill = || Fill::Input(Input::Constant(serde_json::Value::Null));
        let column = |c| ColumnLayout { has_default: false, on_update: rule(c), ..columns::plain(c, fill()) };
        let columns = table.columns.iter().filter(is_written).map(column).collect();
        let supported = table.keys.iter().enumerate().filter(|(_, key)| key.unsupported.is_none());
        let keys = supported.map(|(key, _)| KeyLayout { key, matching: false, nulls_equal: false }).collect();
        Self { columns, keys, on_missing: OnMissing::Delete, ..Self::bare(table) }
    }
}
