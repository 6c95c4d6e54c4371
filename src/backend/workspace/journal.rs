//! The journal of a run: each row that it changes, as it was before, and hashes of what it became.
//!
//! Before anything is written, the rows that will change are copied, as they are, into temporary tables. When everything is written, what differs between the
//! copies and the target goes into the journal: what triggers did too, and nothing that came to the same in the end. Values are in the database's own
//! text form, so that every type comes back exactly. The ledger's entries of these rows are handled as rows of two more tables.
//!
//! **Invariant**: a run whose changes are not all in its journal has no journal.

use std::sync::Arc;

use super::edits::hash_of;
use super::shape::Shape;
use super::{State, Workspace};
use crate::backend::statement::{Statement, literal, quote};
use crate::backend::{DatabaseError, LEDGER_HASHES, LEDGER_JOURNAL, LEDGER_JOURNALS, LEDGER_ROWS};
use crate::catalog::{BackendKind, Column, DataType, Generated, Key, KeyKind, KeyPart, Storage, Table, Timing};

/// Number of the shape of the ledger's table of rows; tables of runs have low ones.
const ROWS_NUMBER: usize = 1_000_000;

/// `action` of a row that the run inserted.
pub(super) const INSERTED: i64 = 1;

/// `action` of a row that the run updated.
pub(crate) const UPDATED: i64 = 2;

/// `action` of a row that the run deleted.
pub(super) const DELETED: i64 = 3;

/// What a run's journal came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Journaled {
    /// So many rows of target tables are in it.
    Rows(u64),
    /// There is none, for this reason.
    No(String),
}

/// A table whose changes are written down.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) shape: Shape,
    /// Name in the journal.
    pub(super) name: String,
    /// Columns that can be written.
    pub(super) columns: Vec<String>,
}

/// The journal as far as it is.
#[derive(Debug, Default)]
pub(super) struct Draft {
    limit: u64,
    rows: u64,
    refused: Option<String>,
    kept: Vec<Kept>,
}

impl Kept {
    pub(super) fn new(shape: Shape, name: String) -> Self {
        let columns = shape.table().columns.iter().filter(|c| !c.generated.is_computed()).map(|c| c.name.clone()).collect();
        Self { shape, name, columns }
    }

    /// A table of the ledger.
    pub(super) fn of_ledger(kind: BackendKind, name: &str) -> Self {
        let (cells, record) = if kind == BackendKind::Postgres { ("integer[]", "uuid") } else { ("TEXT", "TEXT") };
        let of_rows = [("target_table", "TEXT"), ("namespace", "TEXT"), ("legacy_id", "TEXT"), ("row_key", "TEXT"), ("run_id", "TEXT")];
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

    fn old(&self) -> String {
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

    fn definition(&self, function: &str) -> String {
        serde_json::json!({ "function": function, "columns": self.columns }).to_string()
    }

    /// Writes the differences between copies and target into the journal.
    fn record(&self, id: i64) -> String {
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
             LEFT JOIN {target} t ON {on} WHERE (o.row_key IS NOT NULL OR {there} IS NOT NULL) AND (o.row_key IS NULL OR {there} IS NULL OR {any})",
            touched = self.touched(),
            old = self.old(),
            target = self.shape.target,
            on = self.shape.on_ledger("t"),
            any = any.join(" OR "),
        )
    }
}

impl Workspace<'_> {
    /// Begins the journal of what resolution decided: must come right before it is written. More rows than `limit` have none.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn begin_journal(&mut self, limit: u64) -> Result<(), DatabaseError> {
        self.journal = Draft { limit, ..Draft::default() };
        for table in 0..self.shapes.len() {
            let shape = self.shapes[table].clone();
            let inserts = self.may_be(table, State::Insert);
            if self.standing[table] || (!inserts && self.has_none(table, "diff") && !self.may_lose_rows(table)) {
                continue;
            }
            let kept = Kept::new(shape.clone(), shape.table().display_name());
            let changes = format!(
                "FROM {} b WHERE b.state = 2 OR (b.state = 1 AND b.seq IN (SELECT seq FROM {}))",
                shape.temp("bind"),
                shape.temp("diff")
            );
            let rows = self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) {changes}"))?;
            if rows == 0 && !self.may_lose_rows(table) {
                continue;
            }
            if shape.primary.is_empty() && rows == 0 {
                continue;
            }
            if shape.primary.is_empty() {
                self.journal.refused = Some(format!("`{}` has no primary key", kept.name));
            }
            if !self.journal_takes(rows) {
                return Ok(());
            }
            self.keep(kept, &format!("SELECT {} {changes}", shape.final_row_key()))?;
        }
        Ok(())
    }

    /// Adds the rows that are gone from the sources, and the entries of the ledger, to the journal: must come before either is written.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn journal_missing(&mut self) -> Result<(), DatabaseError> {
        if self.journal.refused.is_some() || self.journal.kept.is_empty() && self.nothing_learned() {
            return Ok(());
        }
        for kept in self.journal.kept.clone() {
            let gone = kept.shape.temp("gone");
            if self.tables.is_empty(&gone) {
                continue;
            }
            let rows = self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {gone} WHERE spared = 0"))?;
            if !self.journal_takes(rows) {
                return Ok(());
            }
            self.keep_more(&kept, &format!("SELECT row_key FROM {gone} WHERE spared = 0"))?;
        }
        let hashes = if self.forms.is_some() { self.touched_hashes() } else { Vec::new() };
        self.keep_entries(LEDGER_HASHES, &hashes)?;
        let ids = self.touched_ids();
        self.keep_entries(LEDGER_ROWS, &ids)
    }

    /// Writes the journal of a run. Returns what it came to.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn write_journal(&mut self, run: &str) -> Result<Journaled, DatabaseError> {
        if let Some(reason) = self.journal.refused.take() {
            return Ok(Journaled::No(reason));
        }
        let kept = std::mem::take(&mut self.journal.kept);
        if kept.is_empty() {
            return Ok(Journaled::Rows(0));
        }
        let function = self.hash_function()?;
        let (mut id, mut rows) = (self.count(&format!("SELECT CAST(COALESCE(MAX(id), 0) AS TEXT) FROM {LEDGER_JOURNALS}"))?, 0);
        for kept in kept {
            id += 1;
            let number = i64::try_from(id).unwrap_or(i64::MAX);
            let changed = self.run(&kept.record(number))?;
            if changed > 0 {
                let head =
                    Statement::new(format!("INSERT INTO {LEDGER_JOURNALS} (id, run_id, target_table, definition) VALUES ({number}, "));
                let head = head.text(run).sql(", ").text(&kept.name).sql(", ").text(kept.definition(&function)).sql(")");
                self.session.execute(&head)?;
            }
            rows += if kept.shape.number < ROWS_NUMBER { changed } else { 0 };
        }
        Ok(Journaled::Rows(rows))
    }

    /// Copies the rows with these keys before they change.
    pub(super) fn keep(&mut self, kept: Kept, keys: &str) -> Result<(), DatabaseError> {
        let end = if kept.shape.kind == BackendKind::Postgres { " ON COMMIT DROP" } else { "" };
        let (touched, old) = (kept.touched(), kept.old());
        self.session.batch(&format!("CREATE TEMPORARY TABLE {touched} (row_key TEXT){end}"))?;
        let copies = copies(&kept, &format!("{touched} l"));
        self.run(&format!("INSERT INTO {touched} (row_key) {keys}"))?;
        self.session.batch(&format!("CREATE TEMPORARY TABLE {old}{end} AS {copies}"))?;
        self.session.batch(&match kept.shape.kind {
            BackendKind::Postgres => format!("ANALYZE {old}"),
            BackendKind::Sqlite => format!("CREATE INDEX temp.{old}_key ON {old} (row_key)"),
        })?;
        self.journal.kept.push(kept);
        Ok(())
    }

    /// Copies more rows of a table; none of them is among those before.
    fn keep_more(&mut self, kept: &Kept, keys: &str) -> Result<(), DatabaseError> {
        self.run(&format!("INSERT INTO {} (row_key) {keys}", kept.touched()))?;
        let copies = copies(kept, &format!("({keys}) l"));
        self.run(&format!("INSERT INTO {} {copies}", kept.old())).map(|_| ())
    }

    /// Copies entries of a table of the ledger.
    fn keep_entries(&mut self, name: &str, keys: &[String]) -> Result<(), DatabaseError> {
        if keys.is_empty() || self.journal.refused.is_some() {
            return Ok(());
        }
        let keys = keys.join(" UNION ");
        let entries = self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM ({keys}) q"))?;
        if entries > 0 && self.journal_takes(entries) {
            self.keep(Kept::of_ledger(self.session.kind(), name), &keys)?;
        }
        Ok(())
    }

    /// Says whether so many more rows fit; where they do not, there is no journal.
    fn journal_takes(&mut self, rows: u64) -> bool {
        self.journal.rows += rows;
        if self.journal.rows > self.journal.limit {
            self.journal.refused = Some(format!("it changed more than {} rows (see `--journal`)", self.journal.limit));
        }
        if self.journal.refused.is_some() {
            self.journal.kept.clear();
        }
        self.journal.refused.is_none()
    }

    fn may_lose_rows(&self, table: usize) -> bool {
        self.ledger && self.shapes[table].layout.on_missing != crate::mapping::OnMissing::Keep
    }

    /// Says whether the ledger will have no new ids.
    fn nothing_learned(&self) -> bool {
        (0..self.shapes.len()).all(|table| self.standing[table] || self.census[table].is_all_known())
    }

    /// Keys of the entries of hashes that this run can change: of rows that were there before, or that have an entry already.
    fn touched_hashes(&self) -> Vec<String> {
        let entry = Kept::of_ledger(self.session.kind(), LEDGER_HASHES);
        let of = |kept: &Kept| {
            let name = literal(&kept.name);
            let edit = kept.shape.temp("edit");
            let edits = if self.tables.is_empty(&edit) {
                String::new()
            } else {
                let key = kept.shape.final_row_key();
                format!(" UNION SELECT {key} FROM {edit} e JOIN {} b ON b.seq = e.seq WHERE b.state = 1", kept.shape.temp("bind"))
            };
            format!(
                "SELECT {key} AS row_key FROM (SELECT row_key FROM {touched}{edits}) k LEFT JOIN {LEDGER_HASHES} h ON h.target_table = {name} AND h.row_key = k.row_key \
                 LEFT JOIN {old} o ON o.row_key = k.row_key WHERE h.row_key IS NOT NULL OR o.row_key IS NOT NULL",
                key = entry.shape.row_key(&[name.clone(), "k.row_key".to_owned()]),
                touched = kept.touched(),
                old = kept.old(),
            )
        };
        self.journal.kept.iter().map(of).collect()
    }

    /// Keys of the entries of legacy ids that this run can change or delete; what it only adds for its own new rows goes with them.
    fn touched_ids(&self) -> Vec<String> {
        let entry = Kept::of_ledger(self.session.kind(), LEDGER_ROWS);
        let mut keys = Vec::new();
        for (table, shape) in self.shapes.iter().enumerate() {
            let name = literal(&shape.table().display_name());
            let key = |from: &str, id: &str| entry.shape.row_key(&[name.clone(), format!("{from}.namespace"), format!("{from}.{id}")]);
            let gone = shape.temp("gone");
            if !self.tables.is_empty(&gone) {
                let going = format!("l.row_key IN (SELECT g.row_key FROM {gone} g WHERE g.spared = 0)");
                keys.push(format!(
                    "SELECT {} AS row_key FROM {LEDGER_ROWS} l WHERE l.target_table = {name} AND {going}",
                    key("l", "legacy_id")
                ));
            }
            if shape.is_remembered() && self.may_be(table, State::Insert) {
                keys.push(format!(
                    "SELECT {} AS row_key FROM {LEDGER_ROWS} l WHERE l.target_table = {name} AND {}",
                    key("l", "legacy_id"),
                    shape.names_inserted("l"),
                ));
            }
            if shape.is_remembered() && !self.standing[table] && !self.census[table].is_all_known() && !self.has_none(table, "bind") {
                keys.push(format!(
                    "SELECT DISTINCT {} AS row_key FROM {bind} q JOIN {bind} b ON b.seq = q.leader LEFT JOIN {LEDGER_ROWS} l ON l.target_table = {name} \
                     AND l.namespace = q.namespace AND l.legacy_id = q.memo WHERE q.memo IS NOT NULL AND q.state IN (1, 2, 3, 4) \
                     AND NOT (q.state = 1 AND q.via = -1) AND (l.legacy_id IS NOT NULL OR b.state <> 2)",
                    key("q", "memo"),
                    bind = shape.temp("bind"),
                ));
            }
        }
        keys
    }
}

/// Reads the rows whose keys stand in `l`, each column under its number.
fn copies(kept: &Kept, from: &str) -> String {
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
    let key = Key {
        name: String::new(),
        kind: KeyKind::Primary,
        parts: columns[..primary].iter().map(|(name, _)| KeyPart::Column { name: (*name).to_owned(), collation: None }).collect(),
        predicate: None,
        nulls_equal: false,
        timing: Timing::Immediate,
        on_conflict: None,
        operators: Vec::new(),
        unsupported: None,
    };
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

impl Workspace<'_> {
    /// Begins the journal of a run that takes another one back: without bound.
    pub(super) fn begin_journal_of_undo(&mut self) {
        self.journal = Draft { limit: u64::MAX, ..Draft::default() };
    }
}
