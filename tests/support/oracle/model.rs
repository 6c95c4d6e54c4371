//! What the oracle knows of a project: tables with their mappings, the stored state, and the input of one run.
//!
//! One mapping a table; a table's number is its place in [`Schema::tables`], parents first.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::value::V;

/// Address of a stored row. It is the oracle's own: rows keep it whatever becomes of their values.
pub(crate) type RowId = u64;

/// Values of one row, in column order.
pub(crate) type Row = Vec<V>;

/// Table number, namespace, legacy id.
pub(crate) type LedgerKey = (usize, String, String);

/// The tables and their mappings.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Schema {
    /// Namespace of UUIDs made from legacy ids.
    pub(crate) namespace: Uuid,
    /// Parents first. A table refers to earlier tables and to itself, and to a later one that refers to it.
    pub(crate) tables: Vec<Table>,
}

/// One table and its mapping.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Table {
    pub(crate) name: String,
    /// Columns; for [`Primary::Id`] and [`Primary::Assigned`] the first one is the primary key.
    pub(crate) columns: Vec<Column>,
    pub(crate) primary: Primary,
    /// All keys but the primary key.
    pub(crate) keys: Vec<Key>,
    /// One entry a column.
    pub(crate) rules: Vec<Rule>,
    /// Namespace of the legacy ids.
    pub(crate) namespace: String,
    /// Whether the mapping names a legacy id.
    pub(crate) has_id: bool,
    pub(crate) scope: Scope,
    /// Columns of the declared identity key; empty for none.
    pub(crate) identity: Vec<usize>,
    pub(crate) on_duplicate: OnDuplicate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Int,
    Text,
    Uuid,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) nullable: bool,
    /// The database's default.
    pub(crate) default: Option<V>,
}

/// Where the primary key comes from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Primary {
    /// Made from the legacy id.
    Id(IdForm),
    /// An integer that the database assigns; not mapped.
    Assigned,
    /// These columns, which are mapped.
    Natural(Vec<usize>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IdForm {
    Uuid,
    Value,
}

/// One unique key.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Key {
    pub(crate) name: String,
    pub(crate) parts: Vec<Part>,
    pub(crate) predicate: Option<Predicate>,
    /// NULLS NOT DISTINCT.
    pub(crate) nulls_not_distinct: bool,
    /// False for `match = false`.
    pub(crate) matching: bool,
    /// True for `nulls = "equal"`.
    pub(crate) nulls_equal: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    Column(usize),
    /// `lower(column)`
    Lower(usize),
}

impl Part {
    pub(crate) fn column(&self) -> usize {
        match self {
            Self::Column(column) | Self::Lower(column) => *column,
        }
    }
}

/// Predicate of a partial key.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Predicate {
    /// `column = value`
    Is(usize, V),
    /// `column IS NULL`
    IsNull(usize),
}

impl Predicate {
    pub(crate) fn column(&self) -> usize {
        match self {
            Self::Is(column, _) | Self::IsNull(column) => *column,
        }
    }
}

/// What the mapping says of one column.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Rule {
    /// False where the mapping does not name the column. The `id` column counts as mapped for [`Primary::Id`] only.
    pub(crate) mapped: bool,
    pub(crate) on_update: OnUpdate,
    /// `absent = "keep"`
    pub(crate) absent_keep: bool,
    /// The mapping's default.
    pub(crate) default: Option<V>,
    pub(crate) reference: Option<Reference>,
}

/// A foreign key to the primary key of another table (or of the same), and how the source names the row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reference {
    /// Number of the table.
    pub(crate) table: usize,
    /// Column of the natural key; `None` for the legacy id.
    pub(crate) by: Option<usize>,
    /// `on_unresolved = "null"`
    pub(crate) or_null: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    Source,
    Run,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OnDuplicate {
    Reject,
    First,
    Last,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OnUpdate {
    Overwrite,
    Keep,
    Fill,
}

/// What a run finds, and what it leaves.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct State {
    /// One entry a table.
    pub(crate) tables: Vec<BTreeMap<RowId, Row>>,
    /// The row of each remembered legacy id; the row may be gone.
    pub(crate) ledger: BTreeMap<LedgerKey, RowId>,
    /// Rows deleted by hand, by table and primary key: one made by hand with the same primary key is the same row.
    pub(crate) gone: BTreeMap<(usize, Vec<V>), RowId>,
    pub(crate) next_row: RowId,
    /// Next integer that the database assigns, for all tables.
    pub(crate) next_assigned: i64,
}

/// The input of one run: one list of records a table, in input order.
pub(crate) type Input = Vec<Vec<Record>>;

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Record {
    /// Canonical text of the legacy id.
    pub(crate) id: Option<String>,
    /// By column; a column without entry is absent. A reference is given as the source names it.
    pub(crate) fields: BTreeMap<usize, Field>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Field {
    Null,
    Value(V),
    /// A value of the wrong kind.
    Broken,
}

impl Table {
    /// Returns the primary key as a key.
    pub(crate) fn primary_key(&self) -> Key {
        Key {
            name: "primary key".into(),
            parts: self.primary_columns().into_iter().map(Part::Column).collect(),
            predicate: None,
            nulls_not_distinct: false,
            matching: true,
            nulls_equal: false,
        }
    }

    pub(crate) fn primary_columns(&self) -> Vec<usize> {
        match &self.primary {
            Primary::Id(_) | Primary::Assigned => vec![0],
            Primary::Natural(columns) => columns.clone(),
        }
    }

    /// Returns a row's value of the primary key.
    pub(crate) fn primary_of(&self, row: &[V]) -> Vec<V> {
        self.primary_columns().into_iter().map(|column| row[column].clone()).collect()
    }

    /// Returns all keys, the primary key first.
    pub(crate) fn all_keys(&self) -> Vec<Key> {
        let mut keys = vec![self.primary_key()];
        keys.extend(self.keys.iter().cloned());
        keys
    }

    /// Returns the identity keys: the primary key where the mapping fills it, and the declared one.
    pub(crate) fn identity_keys(&self) -> Vec<Key> {
        let mut keys = Vec::new();
        if self.primary != Primary::Assigned {
            keys.push(self.primary_key());
        }
        let declared = |key: &&Key| key.parts.iter().map(Part::column).eq(self.identity.iter().copied());
        if !self.identity.is_empty() {
            keys.extend(self.keys.iter().find(declared).cloned());
        }
        keys
    }

    /// Says whether a column refers to a table that comes later than number `this`, its own.
    pub(crate) fn is_late_reference(&self, this: usize, column: usize) -> bool {
        self.rules[column].reference.as_ref().is_some_and(|r| r.table > this)
    }

    /// Says whether a column refers to table number `this`, its own.
    pub(crate) fn is_self_reference(&self, this: usize, column: usize) -> bool {
        self.rules[column].reference.as_ref().is_some_and(|r| r.table == this)
    }
}

impl Key {
    /// Returns the value of the key for a row, of which `None` parts are not known; `None` where the key is not looked at.
    pub(crate) fn value(&self, row: &[Option<V>], nulls_equal: bool) -> Option<Vec<V>> {
        match &self.predicate {
            Some(Predicate::Is(column, value)) if row[*column].as_ref() != Some(value) => return None,
            Some(Predicate::IsNull(column)) if row[*column] != Some(V::Null) => return None,
            _ => {}
        }
        let mut value = Vec::new();
        for part in &self.parts {
            let cell = row[part.column()].as_ref()?;
            value.push(match part {
                Part::Column(_) => cell.clone(),
                Part::Lower(_) => cell.lower(),
            });
        }
        (nulls_equal || !value.contains(&V::Null)).then_some(value)
    }

    /// Returns the value by which the key finds rows.
    pub(crate) fn matching_value(&self, row: &[Option<V>]) -> Option<Vec<V>> {
        self.value(row, self.nulls_not_distinct || self.nulls_equal)
    }

    /// Returns the value by which the database judges uniqueness.
    pub(crate) fn judged_value(&self, row: &[Option<V>]) -> Option<Vec<V>> {
        self.value(row, self.nulls_not_distinct)
    }
}

impl Schema {
    /// Returns the primary key value made from a legacy id; `None` where the table's is not made from it.
    pub(crate) fn primary_of_id(&self, table: usize, id: &str) -> Option<V> {
        let table = &self.tables[table];
        match table.primary {
            Primary::Id(IdForm::Value) => Some(V::text(id)),
            Primary::Id(IdForm::Uuid) => Some(V::text(match Uuid::parse_str(id) {
                Ok(uuid) => uuid.to_string(),
                Err(_) => Uuid::new_v5(&Uuid::new_v5(&self.namespace, table.name.as_bytes()), id.as_bytes()).to_string(),
            })),
            Primary::Assigned | Primary::Natural(_) => None,
        }
    }
}

/// Turns a row of values into one of known values.
pub(crate) fn known(row: &[V]) -> Vec<Option<V>> {
    row.iter().cloned().map(Some).collect()
}
