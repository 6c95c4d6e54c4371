//! The target as it is: tables, columns, keys, foreign keys and enums, read from the live database.
//!
//! One plain model for every backend. It knows no SQL beyond the expressions that the database itself reports.
//!
//! **Invariant**: nothing here is guessed from the mapping; a key that cannot be evaluated is present and marked as such.

use strum::{Display, IntoStaticStr};

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Display, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum BackendKind {
    /// SQLite 3, embedded.
    Sqlite,
    /// PostgreSQL 13 or later.
    Postgres,
}

/// The target.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalog {
    /// Which database.
    pub backend: BackendKind,
    /// Version as the server reports it, `15.18` or `3.51.1`.
    pub server_version: String,
    /// All ordinary and partitioned tables on the search path, in name order, resettle's own ledger excluded.
    pub tables: Vec<Table>,
}

impl Catalog {
    /// Finds a table by name, or by `schema.name`.
    #[must_use]
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|t| t.name == name || t.schema.as_ref().is_some_and(|s| format!("{s}.{}", t.name) == name))
    }
}

/// One table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// PostgreSQL schema; `None` on SQLite.
    pub schema: Option<String>,
    /// Name without schema, unquoted.
    pub name: String,
    /// Columns in table order, dropped and hidden ones left out.
    pub columns: Vec<Column>,
    /// All keys, the primary key first.
    pub keys: Vec<Key>,
    /// Foreign keys from this table.
    pub foreign_keys: Vec<ForeignKey>,
    /// CHECK constraints of table and columns.
    pub checks: Vec<Check>,
    /// Row triggers, by name, that can change what is written (`BEFORE` or `INSTEAD OF`, INSERT or UPDATE), and all others.
    pub triggers: Vec<Trigger>,
    /// PostgreSQL: row-level security applies to the current user.
    pub row_security: bool,
    /// How rows are addressed.
    pub storage: Storage,
}

impl Table {
    /// Finds a column by name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|c| c.name == name)
    }

    /// Returns the primary key.
    #[must_use]
    pub fn primary_key(&self) -> Option<&Key> {
        self.keys.iter().find(|k| k.kind == KeyKind::Primary)
    }

    /// Returns the names of the primary key's columns; empty without primary key.
    #[must_use]
    pub fn primary_columns(&self) -> Vec<&str> {
        self.primary_key().map(|k| k.columns().collect()).unwrap_or_default()
    }

    /// Puts the keys into an order that is the same on both databases: the primary key first, then by the places of their columns.
    ///
    /// A record that breaks two keys is told of the first one.
    pub(crate) fn sort_keys(&mut self) {
        let place = |name: &String| self.columns.iter().position(|column| column.name == *name);
        let places = |key: &Key| -> Vec<Vec<Option<usize>>> {
            let of_part = |part: &KeyPart| match part {
                KeyPart::Column { name, .. } => vec![place(name)],
                KeyPart::Expression { columns, .. } => columns.iter().map(place).collect(),
            };
            key.parts.iter().map(of_part).collect()
        };
        let mut keys = std::mem::take(&mut self.keys);
        keys.sort_by_cached_key(|key| (key.kind != KeyKind::Primary, places(key), key.predicate.is_some(), key.name.clone()));
        self.keys = keys;
    }

    /// Returns the name as users write it: `schema.name` where the schema is not the default one.
    #[must_use]
    pub fn display_name(&self) -> String {
        match self.schema.as_deref() {
            None | Some("public") => self.name.clone(),
            Some(schema) => format!("{schema}.{}", self.name),
        }
    }
}

/// How rows of a table are addressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Storage {
    /// SQLite rowid table; `alias` is a name of the rowid that no column shadows (`rowid`, `_rowid_` or `oid`).
    Rowid {
        /// Unshadowed name.
        alias: String,
    },
    /// SQLite `WITHOUT ROWID` table.
    WithoutRowid,
    /// PostgreSQL ordinary table.
    Heap,
    /// PostgreSQL partitioned table.
    Partitioned,
}

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Name, unquoted.
    pub name: String,
    /// Type as resettle understands it.
    pub data_type: DataType,
    /// Type exactly as the database writes it, with its parameters (`character varying(40)`, `VARCHAR(40)`); usable in a column definition.
    pub type_text: String,
    /// Collation that is not the type's default, unquoted.
    pub collation: Option<String>,
    /// False for NOT NULL (a SQLite primary key without NOT NULL is nullable unless it is the rowid).
    pub nullable: bool,
    /// Default expression as the database writes it.
    pub default: Option<DefaultValue>,
    /// Who computes the value.
    pub generated: Generated,
    /// Values that an enum type or a `CHECK (column IN (...))` (or `= ANY (ARRAY[...])`) admits.
    pub allowed: Option<AllowedValues>,
}

/// The values that the database admits for a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllowedValues {
    /// Where the list stands: the enum type's name, or the CHECK constraint's name (`None` where unnamed).
    pub source: AllowedSource,
    /// The values in the database's order.
    pub values: Vec<String>,
}

/// Where a list of admitted values stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AllowedSource {
    /// PostgreSQL enum type of this name, schema-qualified where not on the search path.
    EnumType(String),
    /// CHECK constraint of this name.
    Check(Option<String>),
    /// CHECK constraint of a PostgreSQL domain.
    Domain {
        /// The domain as SQL names it.
        domain: String,
        /// Name of the constraint.
        check: Option<String>,
        /// Its expression, with `VALUE` for the value.
        expression: String,
    },
}

/// A column's default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefaultValue {
    /// Expression as the database writes it.
    pub expression: String,
    /// True unless the expression is a plain constant: `now()`, `gen_random_uuid()`, `nextval(...)`.
    pub volatile: bool,
}

/// Who computes a column's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Generated {
    /// The writer.
    No,
    /// The database, from other columns, stored.
    Stored(String),
    /// The database, from other columns, when read.
    Virtual(String),
    /// PostgreSQL `GENERATED ALWAYS AS IDENTITY`.
    IdentityAlways,
    /// PostgreSQL `GENERATED BY DEFAULT AS IDENTITY`, or `serial` (a default that calls `nextval`).
    IdentityByDefault,
    /// SQLite `INTEGER PRIMARY KEY`: the rowid itself. True with `AUTOINCREMENT`.
    Rowid(bool),
}

impl Generated {
    /// Says whether the value is computed from other columns and must never be written.
    #[must_use]
    pub fn is_computed(&self) -> bool {
        matches!(self, Self::Stored(_) | Self::Virtual(_))
    }
}

/// A type as resettle understands it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DataType {
    /// Character data; `max_chars` for `varchar(n)`.
    Text {
        /// Longest value in characters.
        max_chars: Option<u32>,
    },
    /// Blank-padded `char(n)`.
    Char {
        /// Length in characters.
        chars: u32,
    },
    /// `citext`.
    CiText,
    /// Signed integer of 16, 32 or 64 bits.
    Int {
        /// Width.
        bits: u8,
    },
    /// Exact decimal.
    Numeric {
        /// Digits in all; `None` without limit.
        precision: Option<u16>,
        /// Digits after the point (PostgreSQL 15 admits negative ones).
        scale: Option<i16>,
    },
    /// Binary floating point of 32 or 64 bits.
    Float {
        /// Width.
        bits: u8,
    },
    /// Boolean; 0 and 1 on SQLite.
    Bool,
    /// Date; ISO text on SQLite.
    Date,
    /// Time of day without zone.
    Time,
    /// Timestamp without zone; `YYYY-MM-DD HH:MM:SS[.ffffff]` on SQLite.
    Timestamp,
    /// Timestamp with zone; the same text with `+00:00` on SQLite.
    TimestampTz,
    /// UUID; 36 characters on SQLite unless the column is a BLOB.
    Uuid,
    /// `json`, or any SQLite column declared JSON.
    Json,
    /// `jsonb`.
    Jsonb,
    /// Binary data.
    Bytes,
    /// PostgreSQL enum; the labels are in [`Column::allowed`].
    Enum,
    /// PostgreSQL array of an element type.
    Array(Box<DataType>),
    /// SQLite column without declared type: keeps whatever kind of value it is given.
    Any,
    /// Anything else: passed in the text form that the server accepts.
    Other,
}

/// One unique constraint or unique index.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// Name of the index or constraint; `primary key` on SQLite where it has none.
    pub name: String,
    /// What declares it.
    pub kind: KeyKind,
    /// Its parts in order, INCLUDE columns left out.
    pub parts: Vec<KeyPart>,
    /// Predicate of a partial index.
    pub predicate: Option<String>,
    /// True for NULLS NOT DISTINCT.
    pub nulls_equal: bool,
    /// When it is checked.
    pub timing: Timing,
    /// SQLite `ON CONFLICT` clause of the constraint, where it is not ABORT.
    pub on_conflict: Option<String>,
    /// For exclusion constraints the operator of each part, as SQL; empty where equality is meant.
    pub operators: Vec<String>,
    /// Why this key cannot be evaluated; `None` where it can.
    pub unsupported: Option<String>,
}

impl Key {
    /// Makes a key of parts, without anything special about it.
    #[must_use]
    pub fn plain(name: String, kind: KeyKind, parts: Vec<KeyPart>) -> Self {
        Self {
            name,
            kind,
            parts,
            predicate: None,
            nulls_equal: false,
            timing: Timing::Immediate,
            on_conflict: None,
            operators: Vec::new(),
            unsupported: None,
        }
    }

    /// Yields the names of the plain columns among its parts.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| match part {
            KeyPart::Column { name, .. } => Some(name.as_str()),
            KeyPart::Expression { .. } => None,
        })
    }
}

/// What declares a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Display)]
#[strum(serialize_all = "snake_case")]
pub enum KeyKind {
    /// PRIMARY KEY.
    Primary,
    /// UNIQUE constraint.
    Constraint,
    /// UNIQUE index.
    Index,
    /// PostgreSQL exclusion constraint.
    Exclusion,
}

/// One part of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyPart {
    /// A column.
    Column {
        /// Its name.
        name: String,
        /// Collation of the key where it differs from the column's.
        collation: Option<String>,
    },
    /// An expression of columns.
    Expression {
        /// As the database writes it; column names are not qualified.
        sql: String,
        /// Names of all columns it reads.
        columns: Vec<String>,
        /// Collation of the key where one is given.
        collation: Option<String>,
    },
}

/// When a constraint is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// At once.
    Immediate,
    /// DEFERRABLE INITIALLY IMMEDIATE.
    Deferrable,
    /// DEFERRABLE INITIALLY DEFERRED.
    Deferred,
}

/// One foreign key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignKey {
    /// Name, where it has one.
    pub name: Option<String>,
    /// Columns of this table.
    pub columns: Vec<String>,
    /// Schema of the table referred to; `None` on SQLite.
    pub parent_schema: Option<String>,
    /// Table referred to.
    pub parent_table: String,
    /// Columns referred to, same order.
    pub parent_columns: Vec<String>,
    /// `NO ACTION`, `RESTRICT`, `CASCADE`, `SET NULL` or `SET DEFAULT`.
    pub on_delete: String,
    /// The same for updates.
    pub on_update: String,
    /// When it is checked.
    pub timing: Timing,
}

/// One CHECK constraint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Name, where it has one.
    pub name: Option<String>,
    /// Expression as the database writes it, without the word CHECK and its outer parentheses.
    pub expression: String,
}

/// One trigger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// Name.
    pub name: String,
    /// True where it runs before the row is written, so that it can change it.
    pub before: bool,
}
