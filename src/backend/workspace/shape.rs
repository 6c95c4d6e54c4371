//! The SQL fragments of one table: names of its temporary tables, its columns, and what a record's values are in them.
//!
//! Takes a [`Layout`], gives a [`Shape`]. Aliases are the same everywhere: `s` stage, `b` bind, `r` references, `t` target, `d` differences.
//!
//! **Invariant**: text in a [`Shape`] is quoted and complete; nothing is added to it but aliases.

use std::sync::Arc;

use crate::backend::statement::quote;
use crate::catalog::{BackendKind, Column, DataType, Generated, Storage, Table};
use crate::layout::{ColumnLayout, Fill, Layout, ReferenceLayout};
use crate::mapping::{Absent, OnUpdate};

/// One part of the address of a stored row.
#[derive(Clone, Debug)]
pub(crate) struct HandlePart {
    /// Expression over the target's alias, without alias: `rowid`, `"id"`.
    pub(crate) column: String,
    /// Type of the column in temporary tables.
    pub(crate) type_sql: String,
}

/// One column of the primary key.
#[derive(Clone, Debug)]
pub(crate) struct PrimaryPart {
    /// Unquoted name.
    pub(crate) name: String,
    /// Type of the column in temporary tables.
    pub(crate) type_sql: String,
    /// Type as resettle understands it.
    pub(crate) data_type: DataType,
}

/// The SQL fragments of one table.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    /// Which database.
    pub(crate) kind: BackendKind,
    /// Number of the table in the run.
    pub(crate) number: usize,
    /// The layout.
    pub(crate) layout: Arc<Layout>,
    /// Quoted, qualified name of the target.
    pub(crate) target: String,
    /// Address of a stored row.
    pub(crate) handle: Vec<HandlePart>,
    /// Primary key columns.
    pub(crate) primary: Vec<PrimaryPart>,
    /// Columns of the layout that are references: (number in the layout, the reference).
    pub(crate) references: Vec<(usize, ReferenceLayout)>,
    /// True where absent fields are marked for every column, so that it can be told what they do to stored values.
    pub(crate) marks_absent: bool,
    /// Columns of the layout in which some record leaves the stored value alone (see `edits.rs`).
    pub(crate) left_alone: Vec<usize>,
}

impl Shape {
    /// Builds the fragments.
    pub(crate) fn new(kind: BackendKind, number: usize, layout: Arc<Layout>) -> Self {
        let table = Arc::clone(&layout.table);
        let references = layout
            .columns
            .iter()
            .enumerate()
            .filter_map(|(i, column)| match &column.fill {
                Fill::Reference { target, .. } => Some((i, target.clone())),
                _ => None,
            })
            .collect();
        Self {
            kind,
            number,
            target: qualified(&table),
            handle: handle(kind, &table),
            primary: primary(kind, &table),
            references,
            marks_absent: false,
            left_alone: Vec::new(),
            layout,
        }
    }

    /// Builds the fragments of a table that is only looked at.
    pub(crate) fn bare(kind: BackendKind, table: &Arc<Table>) -> Self {
        Self::new(kind, 0, Arc::new(Layout::bare(Arc::clone(table))))
    }

    /// Returns the table of the catalog.
    pub(crate) fn table(&self) -> &Table {
        &self.layout.table
    }

    /// Returns the name of one of the table's temporary tables.
    pub(crate) fn temp(&self, what: &str) -> String {
        format!("rs_{what}_{}", self.number)
    }

    /// Returns the same with the schema of temporary tables.
    pub(crate) fn temporary(&self, what: &str) -> String {
        format!("{}.{}", if self.kind == BackendKind::Postgres { "pg_temp" } else { "temp" }, self.temp(what))
    }

    /// Names the handle columns with an alias: `b.h0, b.h1`.
    pub(crate) fn handles(&self, alias: &str) -> String {
        join(self.handle.len(), ", ", |i| format!("{alias}.h{i}"))
    }

    /// Names the target's handle columns, each as `h0`, `h1`.
    pub(crate) fn target_handles(&self, alias: &str) -> String {
        join(self.handle.len(), ", ", |i| format!("{alias}.{} AS h{i}", self.handle[i].column))
    }

    /// Says that a temporary table's handle is the target row.
    pub(crate) fn on_target(&self, alias: &str, target: &str) -> String {
        join(self.handle.len(), " AND ", |i| format!("{target}.{} = {alias}.h{i}", self.handle[i].column))
    }

    /// Says that two handles are the same.
    pub(crate) fn same_handle(&self, a: &str, b: &str) -> String {
        join(self.handle.len(), " AND ", |i| format!("{a}.h{i} = {b}.h{i}"))
    }

    /// Returns the type in which a column's cells are staged: text for references and for types that only the server can read.
    pub(super) fn staged_type(&self, column: &ColumnLayout) -> DataType {
        if matches!(column.fill, Fill::Reference { .. }) || self.is_cast(column) {
            DataType::Text { max_chars: None }
        } else {
            column.data_type.clone()
        }
    }

    /// Says whether a column is staged as text and cast by the server.
    pub(crate) fn is_cast(&self, column: &ColumnLayout) -> bool {
        if self.kind == BackendKind::Sqlite {
            return false;
        }
        match column.data_type {
            DataType::Other | DataType::Array(_) => true,
            DataType::Enum => false,
            _ => !is_builtin(&column.type_text),
        }
    }

    /// Returns the column definition of cell `i` in the stage.
    pub(crate) fn stage_column(&self, i: usize) -> String {
        let column = &self.layout.columns[i];
        if matches!(column.fill, Fill::Reference { .. }) || self.is_cast(column) {
            return format!("c{i} TEXT");
        }
        format!("c{i} {}{}", column.type_text, self.collate(&column.name))
    }

    /// Returns ` COLLATE "x"` where a column has a collation of its own.
    pub(crate) fn collate(&self, column: &str) -> String {
        self.table().column(column).and_then(|c| c.collation.as_deref()).map(|c| format!(" COLLATE {}", quote(c))).unwrap_or_default()
    }

    /// Returns the type of a target column for a temporary table, with its collation.
    pub(crate) fn column_type(&self, column: &str) -> String {
        self.table().column(column).map_or_else(|| "TEXT".to_owned(), |c| format!("{}{}", temp_type(self.kind, c), self.collate(column)))
    }

    /// Finds the layout of a column.
    pub(crate) fn mapped(&self, column: &str) -> Option<(usize, &ColumnLayout)> {
        self.layout.columns.iter().enumerate().find(|(_, c)| c.name == column)
    }

    /// Says whether a column is part of the primary key.
    pub(crate) fn is_primary(&self, column: &str) -> bool {
        self.primary.iter().any(|p| p.name == column)
    }

    /// Returns the number of a column's reference among [`Shape::references`].
    pub(crate) fn reference_number(&self, column: usize) -> Option<usize> {
        self.references.iter().position(|(i, _)| *i == column)
    }

    /// Returns what the source says for column `i`: the staged cell, cast where needed, or the resolved reference.
    pub(crate) fn said(&self, i: usize) -> String {
        let column = &self.layout.columns[i];
        if let Some(reference) = self.reference_number(i) {
            return format!("r.v{reference}");
        }
        if self.is_cast(column) { format!("CAST(s.c{i} AS {})", column.type_text) } else { format!("s.c{i}") }
    }

    /// Returns a column's default as an expression; NULL without one.
    fn default_of(&self, column: &str) -> String {
        self.table()
            .column(column)
            .and_then(|c| c.default.as_ref())
            .map_or_else(|| "NULL".to_owned(), |default| format!("({})", default.expression))
    }

    /// Returns the value of a column in the row that a record would insert. Needs `s`, `r`, `b`.
    pub(crate) fn inserted(&self, column: &str) -> String {
        if let Some(part) = self.primary.iter().position(|p| p.name == column) {
            return format!("b.k{part}");
        }
        self.incoming(column)
    }

    /// Returns the value of a column as the record has it, primary key included. Needs `s`, `r`.
    pub(crate) fn incoming(&self, column: &str) -> String {
        let Some((i, _)) = self.mapped(column) else { return self.constant_default(column) };
        let said = self.said(i);
        if self.absent_columns().contains(&i) {
            format!("CASE WHEN s.a{i} = 1 THEN {} ELSE {said} END", self.default_of(column))
        } else {
            said
        }
    }

    /// Returns the default of a column that no mapping fills, NULL where it is volatile: such a value cannot be known beforehand.
    fn constant_default(&self, column: &str) -> String {
        let default = self.table().column(column).and_then(|c| c.default.as_ref());
        default
            .filter(|d| !d.volatile)
            .map_or_else(|| format!("CAST(NULL AS {})", self.cast_type(column)), |d| format!("({})", d.expression))
    }

    /// Returns a type usable in CAST.
    fn cast_type(&self, column: &str) -> String {
        match (self.kind, self.table().column(column)) {
            (BackendKind::Postgres, Some(c)) => c.type_text.clone(),
            _ => "TEXT".to_owned(),
        }
    }

    /// Returns the value of a column in the final row of a bound record, edits of the stored row apart. Needs `s`, `r`, `t`.
    pub(crate) fn overwritten(&self, column: &str) -> String {
        let stored = format!("t.{}", quote(column));
        let Some((i, layout)) = self.mapped(column) else { return stored };
        if self.is_primary(column) {
            return stored;
        }
        let combined = |value: String| match layout.on_update {
            OnUpdate::Overwrite => value,
            OnUpdate::Keep => stored.clone(),
            OnUpdate::Fill => format!("COALESCE({stored}, {value})"),
            OnUpdate::Merge => self.merged(&stored, &value, &layout.data_type),
        };
        let written = combined(self.said(i));
        if layout.on_update == OnUpdate::Keep || !self.absent_columns().contains(&i) {
            return written;
        }
        let absent = match layout.absent {
            Absent::Keep => stored.clone(),
            Absent::Default => combined(self.default_for_update(column, &stored)),
        };
        format!("CASE WHEN s.a{i} = 1 THEN {absent} ELSE {written} END")
    }

    /// Returns what an absent field means in an update: a constant default; a volatile one leaves the stored value, so that nothing flaps.
    fn default_for_update(&self, column: &str, stored: &str) -> String {
        match self.table().column(column).and_then(|c| c.default.as_ref()) {
            Some(default) if default.volatile => stored.to_owned(),
            Some(default) => format!("({})", default.expression),
            None => stored.to_owned(),
        }
    }

    /// Says whether the final value of a bound record depends on the stored one.
    pub(crate) fn reads_stored(&self, column: &str) -> bool {
        match self.mapped(column) {
            None => true,
            Some((i, layout)) => self.is_primary(column) || layout.on_update != OnUpdate::Overwrite || self.absence_reads_stored(i),
        }
    }

    /// Joins what the references of the records `b` come to.
    pub(super) fn joined_references(&self) -> String {
        if self.references.is_empty() { String::new() } else { format!(" LEFT JOIN {} r ON r.seq = b.seq", self.temp("refs")) }
    }

    /// Says whether an update can change a column.
    pub(crate) fn is_written(&self, column: &str) -> bool {
        self.mapped(column).is_some_and(|(_, layout)| layout.on_update != OnUpdate::Keep) && !self.is_primary(column)
    }

    /// Says that two values of a column differ, by the database's own comparison.
    pub(crate) fn differs(&self, column: &str, a: &str, b: &str) -> String {
        match self.table().column(column).map(|c| &c.data_type) {
            Some(DataType::Json) if self.kind == BackendKind::Postgres => format!("({a})::text IS DISTINCT FROM ({b})::text"),
            Some(DataType::Other | DataType::Array(_)) if self.kind == BackendKind::Postgres => {
                format!("({a})::text IS DISTINCT FROM ({b})::text")
            }
            _ => format!("{a} IS DISTINCT FROM {b}"),
        }
    }

    /// Returns the text of a row's address as the ledger keeps it, from expressions of the handle's or primary key's parts.
    pub(crate) fn row_key(&self, parts: &[String]) -> String {
        let text = |part: &String, i: usize| match (self.kind, self.ledger_type(i)) {
            (BackendKind::Sqlite, DataType::Bytes) => format!("hex({part})"),
            _ => format!("CAST({part} AS TEXT)"),
        };
        let texts: Vec<String> = parts.iter().enumerate().map(|(i, part)| text(part, i)).collect();
        match (texts.as_slice(), self.kind) {
            ([single], _) => single.clone(),
            (many, BackendKind::Postgres) => format!("CAST(json_build_array({}) AS TEXT)", many.join(", ")),
            (many, BackendKind::Sqlite) => format!("json_array({})", many.join(", ")),
        }
    }

    /// Says that the ledger's `row_key` of alias `l` is the target row of alias `target`.
    pub(crate) fn on_ledger(&self, target: &str) -> String {
        let columns = self.ledger_columns();
        let count = columns.len();
        if count == 0 {
            return "0 = 1".to_owned();
        }
        join(count, " AND ", |i| {
            let text = match (count, self.kind) {
                (1, _) => "l.row_key".to_owned(),
                (_, BackendKind::Postgres) => format!("(l.row_key::json ->> {i})"),
                (_, BackendKind::Sqlite) => format!("json_extract(l.row_key, '$[{i}]')"),
            };
            let (name, type_sql) = &columns[i];
            match (self.kind, self.ledger_type(i)) {
                (BackendKind::Postgres, _) => format!("{target}.{name} = CAST({text} AS {type_sql})"),
                (BackendKind::Sqlite, DataType::Bytes) => format!("{target}.{name} = unhex({text})"),
                (BackendKind::Sqlite, DataType::Int { .. } | DataType::Bool) => format!("{target}.{name} = CAST({text} AS INTEGER)"),
                (BackendKind::Sqlite, _) => format!("{target}.{name} = {text}"),
            }
        })
    }

    /// Says whether the ledger can keep rows of this table: only a primary key names a row from run to run.
    pub(crate) fn is_remembered(&self) -> bool {
        !self.primary.is_empty()
    }

    /// Says whether a row's handle is its address, which changes when it is written.
    pub(crate) fn moves_when_written(&self) -> bool {
        self.primary.is_empty() && self.kind == BackendKind::Postgres
    }

    /// Returns the columns that the ledger keeps of a row: the primary key. Quoted name and type.
    fn ledger_columns(&self) -> Vec<(String, String)> {
        self.primary.iter().map(|p| (quote(&p.name), p.type_sql.clone())).collect()
    }

    /// Returns the type of part `i` of what the ledger keeps.
    fn ledger_type(&self, i: usize) -> DataType {
        self.primary.get(i).map_or(DataType::Int { bits: 64 }, |p| p.data_type.clone())
    }

    /// Returns expressions for what the ledger keeps of the row of bind alias `b`: its final primary key.
    pub(crate) fn final_row_key(&self) -> String {
        self.row_key(&(0..self.primary.len()).map(|i| format!("b.k{i}")).collect::<Vec<_>>())
    }

    /// Says that target `t` is the row of a loaded record `l`.
    pub(crate) fn on_loaded(&self) -> String {
        join(self.primary.len(), " AND ", |k| format!("t.{} = l.k{k}", quote(&self.primary[k].name)))
    }

    /// Returns expressions for what the ledger keeps of the row of a loaded record `l`.
    pub(crate) fn loaded_row_key(&self) -> String {
        self.row_key(&(0..self.primary.len()).map(|i| format!("l.k{i}")).collect::<Vec<_>>())
    }

    /// Returns the condition under which an entry of the ledger names the row of an insert: of a row that is gone, because no row has its key.
    pub(crate) fn names_inserted(&self, entry: &str) -> String {
        format!("{entry}.row_key IN (SELECT {} FROM {} b WHERE b.state = 2)", self.final_row_key(), self.temp("bind"))
    }

    /// Returns the sequence or identity column of the primary key that the database numbers and no mapping fills.
    pub(crate) fn numbered(&self) -> Option<(usize, &Column)> {
        self.primary.iter().enumerate().find_map(|(i, part)| {
            let column = self.table().column(&part.name)?;
            let numbered = matches!(column.generated, Generated::IdentityAlways | Generated::IdentityByDefault | Generated::Rowid(_));
            (numbered && self.mapped(&part.name).is_none()).then_some((i, column))
        })
    }
}

/// Quotes a table's name with its schema.
pub(crate) fn qualified(table: &Table) -> String {
    match &table.schema {
        Some(schema) => format!("{}.{}", quote(schema), quote(&table.name)),
        None => format!("main.{}", quote(&table.name)),
    }
}

/// Joins `count` fragments.
pub(crate) fn join(count: usize, separator: &str, fragment: impl Fn(usize) -> String) -> String {
    (0..count).map(fragment).collect::<Vec<_>>().join(separator)
}

/// Returns a column's type as it stands in a temporary table: integers wide enough for provisional numbers.
fn temp_type(kind: BackendKind, column: &Column) -> String {
    match (kind, &column.data_type) {
        (BackendKind::Postgres, DataType::Int { .. }) => "bigint".to_owned(),
        // In SQLite only the affinity matters, and `INTEGER PRIMARY KEY` must not become a rowid here.
        _ => column.type_text.clone(),
    }
}

/// Says whether PostgreSQL's name of a type is one whose text form normalization knows completely.
fn is_builtin(type_text: &str) -> bool {
    const NAMES: [&str; 20] = [
        "text",
        "character varying",
        "character(",
        "character",
        "bpchar",
        "smallint",
        "integer",
        "bigint",
        "numeric",
        "real",
        "double precision",
        "boolean",
        "date",
        "time without time zone",
        "time(",
        "timestamp",
        "uuid",
        "json",
        "bytea",
        "citext",
    ];
    NAMES.iter().any(|name| type_text.starts_with(name)) && !type_text.ends_with(']')
}

fn handle(kind: BackendKind, table: &Table) -> Vec<HandlePart> {
    if let Storage::Rowid { alias } = &table.storage {
        return vec![HandlePart { column: alias.clone(), type_sql: "INTEGER".to_owned() }];
    }
    let primary = primary(kind, table);
    if primary.is_empty() {
        // The address of a row: the table is locked, and what moves its rows within the run tells the new one.
        return [("tableoid", "OID"), ("ctid", "TID")]
            .map(|(name, type_sql)| HandlePart { column: name.to_owned(), type_sql: type_sql.to_owned() })
            .into();
    }
    primary.into_iter().map(|p| HandlePart { column: quote(&p.name), type_sql: p.type_sql }).collect()
}

fn primary(kind: BackendKind, table: &Table) -> Vec<PrimaryPart> {
    table
        .primary_columns()
        .into_iter()
        .filter_map(|name| table.column(name))
        .map(|c| PrimaryPart {
            name: c.name.clone(),
            type_sql: format!(
                "{}{}",
                temp_type(kind, c),
                c.collation.as_deref().map(|x| format!(" COLLATE {}", quote(x))).unwrap_or_default()
            ),
            data_type: c.data_type.clone(),
        })
        .collect()
}
