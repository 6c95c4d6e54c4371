//! One table in the journal: how its rows are copied, compared with what they became, and written down.
//!
//! **Invariant**: every value of a row has a text form from which the database makes the same value again.

use std::sync::Arc;

use super::edits::hash_of;
use super::shape::Shape;
use crate::backend::statement::quote;
use crate::backend::{LEDGER_JOURNAL, LEDGER_ROWS};
use crate::catalog::{BackendKind, Column, DataType, Generated, Key, KeyKind, KeyPart, Storage, Table};

/// Number of the shape of the ledger's table of rows; tables of runs have low ones.
pub(super) const ROWS_NUMBER: usize = 1_000_000;

/// `action` of a row that the run inserted.
pub(super) const INSERTED: i64 = 1;

/// `action` of a row that the run updated.
pub(crate) const UPDATED: i64 = 2;

/// `action` of a row that the run deleted.
pub(super) const DELETED: i64 = 3;

/// A table whose changes are written down.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) shape: Shape,
    /// Name in the journal.
    pub(super) name: String,
    /// Columns that can be written.
    pub(super) columns: Vec<String>,
}

impl Kept {
    pub(super) fn new(shape: Shape, name: String) -> Self {
        let columns = shape.table().columns.iter().filter(|c| !c.generated.is_computed()).map(|c| c.name.clone()).collect();
        Self { shape, name, columns }
    }

    /// A table of the ledger.
    pub(super) fn of_ledger(kind: BackendKind, name: &str) -> Self {
        let (cells, record) = if kind == BackendKind::Postgres { ("integer[]", "uuid") } else { ("TEXT", "TEXT") };
        let of_rows = [
            ("target_table", "TEXT"),
            ("namespace", "TEXT"),
            ("legacy_id", "TEXT"),
            ("row_key", "TEXT"),
            ("run_id", "TEXT"),
            // Journals of earlier versions end here.
            ("record", record),
            ("raw", "BIGINT"),
        ];
        let of_hashes =
            [("target_table", "TEXT"), ("row_key", "TEXT"), ("record", record), ("raw", "BIGINT"), ("form", "BIGINT"), ("cells", cells)];
        let (number, primary, columns) =
            if name == LEDGER_ROWS { (ROWS_NUMBER, 3, &of_rows[..]) } else { (ROWS_NUMBER + 1, 2, &of_hashes[..]) };
        let table = Arc::new(table_of_ledger(kind, name, primary, columns));
        let shape = Shape { number, target: name.to_owned(), ..Shape::bare(kind, &table) };
        Self::new(shape, name.to_owned())
    }

    pub(super) fn touched(&self) -> String {
        self.shape.temp("touched")
    }

    /// When its temporary tables end: those of SQLite are dropped.
    pub(super) fn end(&self) -> &'static str {
        if self.shape.kind == BackendKind::Postgres { " ON COMMIT DROP" } else { "" }
    }

    pub(super) fn old(&self) -> String {
        self.shape.temp("old")
    }

    /// An expression that is NULL where there is no row `t`.
    pub(super) fn is_there(&self) -> String {
        format!("t.{}", quote(self.shape.primary.first().map_or("", |p| &p.name)))
    }

    /// Number and text of the type of each column.
    pub(super) fn typed(&self) -> impl Iterator<Item = (usize, &str, &str)> {
        let type_of = |name: &str| self.shape.table().column(name).map_or("TEXT", |c| c.type_text.as_str());
        self.columns.iter().enumerate().map(move |(i, name)| (i, name.as_str(), type_of(name)))
    }

    pub(super) fn definition(&self, function: &str) -> String {
        serde_json::json!({ "function": function, "columns": self.columns }).to_string()
    }

    /// Writes the differences between copies and target into the journal.
    pub(super) fn record(&self, id: i64) -> String {
        let kind = self.shape.kind;
        let there = self.is_there();
        let differs = |i: usize, name: &str| match (kind, format!("o.o{i}"), format!("t.{}", quote(name))) {
            // Shorter than the text forms, and the same: values of one storage class differ as their bytes do.
            (BackendKind::Sqlite, old, new) => format!("(typeof({old}) <> typeof({new}) OR {old} IS NOT {new} COLLATE BINARY)"),
            (BackendKind::Postgres, old, new) => format!("{} IS DISTINCT FROM {}", text_form(kind, &old), text_form(kind, &new)),
        };
        let piece = |(i, name): (usize, &String)| {
            let text = match kind {
                BackendKind::Postgres => format!("COALESCE(CAST(to_json({}) AS text), 'null')", text_form(kind, &format!("o.o{i}"))),
                BackendKind::Sqlite => format!("json_quote({})", text_form(kind, &format!("o.o{i}"))),
            };
            format!(" || CASE WHEN {there} IS NULL OR {} THEN ',\"{i}\":' || {text} ELSE '' END", differs(i, name))
        };
        let pieces: String = self.columns.iter().enumerate().map(piece).collect();
        let any: Vec<String> = self.columns.iter().enumerate().map(|(i, name)| differs(i, name)).collect();
        let hashes: Vec<String> = self.columns.iter().map(|name| hash_of(kind, &format!("t.{}", quote(name)))).collect();
        let document = format!("'{{' || substr(''{pieces}, 2) || '}}'");
        let (document, hashes) = match kind {
            BackendKind::Postgres => (format!("CAST({document} AS jsonb)"), format!("CAST(ARRAY[{}] AS integer[])", hashes.join(", "))),
            BackendKind::Sqlite => (document, hashes.join(" || ")),
        };
        format!(
            "INSERT INTO {LEDGER_JOURNAL} (journal, row_key, action, old_row, new_cells) SELECT {id}, l.row_key, \
             CASE WHEN o.row_key IS NULL THEN {INSERTED} WHEN {there} IS NULL THEN {DELETED} ELSE {UPDATED} END, CASE WHEN o.row_key IS NOT NULL THEN {document} END, \
             CASE WHEN {there} IS NOT NULL THEN {hashes} END FROM (SELECT DISTINCT row_key FROM {touched}) l LEFT JOIN {old} o ON o.row_key = l.row_key \
             LEFT JOIN {target} t ON {on} WHERE (o.row_key IS NOT NULL OR {there} IS NOT NULL) AND (o.row_key IS NULL OR {there} IS NULL OR {any}) \
             ON CONFLICT (journal, row_key) DO NOTHING",
            touched = self.touched(),
            old = self.old(),
            target = self.shape.target,
            on = self.shape.on_ledger("t"),
            any = any.join(" OR "),
        )
    }
}

/// Reads the rows whose keys stand in `l`, each column under its number.
pub(super) fn copies(kept: &Kept, from: &str) -> String {
    let columns: String = kept.columns.iter().enumerate().map(|(i, name)| format!(", t.{} AS o{i}", quote(name))).collect();
    format!("SELECT l.row_key AS row_key{columns} FROM {from} JOIN {} t ON {}", kept.shape.target, kept.shape.on_ledger("t"))
}

/// The text form of a value from which the database makes the same value again; NULL stays NULL.
pub(super) fn text_form(kind: BackendKind, value: &str) -> String {
    match kind {
        BackendKind::Postgres => format!("CAST({value} AS text) COLLATE \"C\""),
        BackendKind::Sqlite => format!(
            "CASE typeof({value}) WHEN 'null' THEN NULL WHEN 'integer' THEN 'i' || {value} WHEN 'real' THEN 'r' || quote({value}) WHEN 'blob' THEN 'b' || hex({value}) \
             ELSE CASE WHEN instr({value}, char(0)) > 0 THEN 'h' || hex(CAST({value} AS BLOB)) ELSE 't' || {value} END END"
        ),
    }
}

fn table_of_ledger(kind: BackendKind, name: &str, primary: usize, columns: &[(&str, &str)]) -> Table {
    let column = |(name, type_text): &(&str, &str)| Column {
        name: (*name).to_owned(),
        data_type: if *type_text == "BIGINT" { DataType::Int { bits: 64 } } else { DataType::Text { max_chars: None } },
        type_text: (*type_text).to_owned(),
        collation: None,
        nullable: false,
        default: None,
        generated: Generated::No,
        allowed: None,
    };
    let key = Key::plain(
        String::new(),
        KeyKind::Primary,
        columns[..primary].iter().map(|(name, _)| KeyPart::Column { name: (*name).to_owned(), collation: None }).collect(),
    );
    Table {
        schema: None,
        name: name.to_owned(),
        columns: columns.iter().map(column).collect(),
        keys: vec![key],
        foreign_keys: Vec::new(),
        checks: Vec::new(),
        triggers: Vec::new(),
        row_security: false,
        storage: if kind == BackendKind::Sqlite { Storage::WithoutRowid } else { Storage::Heap },
    }
}
