//! Taking a run back: its journal's rows as they were, written like the records of an import.
//!
//! Rows that the run changed or deleted become records whose values are those of the journal; rows that it inserted become rows that go. So parking, the order of
//! deletions and the question who still refers to a row are the same as in an import.
//!
//! **Invariant**: a row that somebody changed since is found before anything is written.

use super::edits::{DIGITS, hash_of};
use super::judge::int;
use super::kept::{DELETED, INSERTED, Kept, UPDATED};
use super::missing::{is_none, is_parent, parent_columns};
use super::shape::join;
use super::{Workspace, Written};
use crate::backend::statement::{literal, quote};
use crate::backend::{DatabaseError, LEDGER_HASHES, LEDGER_JOURNAL, LEDGER_ROWS};
use crate::catalog::{BackendKind, Catalog};

/// The head of one table's journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journal {
    /// Number.
    pub id: i64,
    /// Target table, or one of the ledger.
    pub table: String,
    /// What made its hashes.
    pub function: String,
    /// Columns in the order of its values.
    pub columns: Vec<String>,
}

impl Journal {
    /// Reads a head as the ledger keeps it.
    #[must_use]
    pub fn read(id: i64, table: String, definition: &str) -> Option<Self> {
        let value: serde_json::Value = serde_json::from_str(definition).ok()?;
        let column = |name: &serde_json::Value| name.as_str().map(str::to_owned);
        let columns = value.get("columns")?.as_array()?.iter().map(column).collect::<Option<Vec<_>>>()?;
        Some(Self { id, table, function: value.get("function")?.as_str()?.to_owned(), columns })
    }

    /// Says whether it is of one of the ledger's own tables.
    #[must_use]
    pub fn is_of_ledger(&self) -> bool {
        self.table == LEDGER_ROWS || self.table == LEDGER_HASHES
    }

    fn number_of(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|name| name == column)
    }
}

/// What happened to a row since a run wrote it; the numbers stand in a temporary table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// It was deleted.
    Gone = 1,
    /// The run deleted it, and it is there again.
    Back = 2,
    /// Columns of it were changed.
    Changed = 3,
    /// The run inserted it, and rows that stay refer to it.
    Referenced = 4,
    /// Another row that stays has a key that it had.
    Taken = 5,
    /// It would refer to a row that is not there.
    Orphaned = 6,
    /// Rows that stay refer to a value that it would give up.
    Named = 7,
}

/// A row that is not as the run left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Its address, as the ledger writes it.
    pub row: String,
    /// What happened.
    pub since: Since,
    /// Columns that were changed.
    pub columns: Vec<String>,
    /// The key that another row has, and that row.
    pub taken: Option<(String, String)>,
    /// The table that it would refer to in vain, or that refers to it.
    pub other: Option<String>,
}

/// Rows that are named in a report.
pub(super) const ROWS_NAMED: usize = 1000;

impl Workspace<'_> {
    /// Finds the rows of a table that are not as the run left them. Returns the first ones, and how many there are.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn find_changed_since(&mut self, table: usize, journal: &Journal) -> Result<(Vec<Changed>, u64), DatabaseError> {
        let kept = self.kept(table);
        let kind = kept.shape.kind;
        let differs = |(i, name): (usize, &String)| {
            let then = match kind {
                BackendKind::Postgres => format!("l.new_cells[{}]", i + 1),
                BackendKind::Sqlite => format!("substr(l.new_cells, {}, {DIGITS})", i * DIGITS + 1),
            };
            format!("CASE WHEN {then} IS DISTINCT FROM {} THEN ' {i}' ELSE '' END", hash_of(kind, &format!("t.{}", quote(name))))
        };
        let differing: Vec<String> = journal.columns.iter().enumerate().map(differs).collect();
        let since = kept.shape.temp("since");
        let is_there = kept.is_there();
        let end = if kind == BackendKind::Postgres { " ON COMMIT DROP" } else { "" };
        self.session.batch(&format!("CREATE TEMPORARY TABLE {since} (row_key TEXT, kind SMALLINT, which TEXT){end}"))?;
        let (gone, back, changed) = (Since::Gone as i64, Since::Back as i64, Since::Changed as i64);
        let found = self.run(&format!(
            "INSERT INTO {since} (row_key, kind, which) SELECT q.row_key, q.kind, q.which FROM (SELECT l.row_key AS row_key, \
             CASE WHEN l.action = {DELETED} THEN CASE WHEN {is_there} IS NOT NULL THEN {back} END WHEN {is_there} IS NULL THEN {gone} ELSE {changed} END AS kind, \
             CASE WHEN l.action <> {DELETED} AND {is_there} IS NOT NULL THEN {which} ELSE '' END AS which \
             FROM {LEDGER_JOURNAL} l LEFT JOIN {target} t ON {on} WHERE l.journal = {id}) q WHERE q.kind IN ({gone}, {back}) OR q.which <> ''",
            which = differing.join(" || "),
            target = kept.shape.target,
            on = kept.shape.on_ledger("t"),
            id = journal.id,
        ))?;
        let rows = self.rows(&format!("SELECT row_key, CAST(kind AS TEXT), which FROM {since} ORDER BY row_key LIMIT {ROWS_NAMED}"))?;
        let name = |number: &str| journal.columns.get(number.parse::<usize>().ok()?).cloned();
        let read = |row: Vec<Option<String>>| {
            let since = [Since::Gone, Since::Back, Since::Changed].into_iter().find(|s| Some(*s as i64) == int(&row, 1))?;
            let columns = row.get(2)?.as_deref()?.split_whitespace().filter_map(name).collect();
            Some(Changed { row: row.into_iter().next()??, since, columns, taken: None, other: None })
        };
        Ok((rows.into_iter().filter_map(read).collect(), found))
    }

    /// Lays the rows of a journal out as records and as rows that go, all but those that are gone, or back again.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn lay_out(&mut self, table: usize, journal: &Journal) -> Result<(), DatabaseError> {
        let kept = self.kept(table);
        let (shape, kind) = (&kept.shape, kept.shape.kind);
        let (entry, since) = (shape.temp("entry"), shape.temp("since"));
        let end = if kind == BackendKind::Postgres { " ON COMMIT DROP" } else { "" };
        self.session.batch(&format!(
            "CREATE TEMPORARY TABLE {entry}{end} AS SELECT row_number() OVER (ORDER BY l.row_key) AS seq, l.row_key AS row_key, l.action AS action, l.old_row AS old_row \
             FROM {LEDGER_JOURNAL} l WHERE l.journal = {} AND l.row_key NOT IN (SELECT x.row_key FROM {since} x WHERE x.kind < {})",
            journal.id,
            Since::Changed as i64
        ))?;
        let from = format!("FROM {entry} l LEFT JOIN {} t ON {}", shape.target, shape.on_ledger("t"));
        let columns = &shape.layout.columns;
        let staged = |name: &str, type_text: &str, cast: bool| {
            let stored = format!("t.{}", quote(name));
            let Some(i) = journal.number_of(name) else { return stored };
            let value = read_back(kind, i, if cast { "text" } else { type_text });
            let stored = if cast { format!("CAST({stored} AS text)") } else { stored };
            format!("CASE WHEN {} THEN {value} ELSE {stored} END", has_value(kind, i))
        };
        let values: String = columns.iter().map(|c| format!(", {}", staged(&c.name, &c.type_text, shape.is_cast(c)))).collect();
        let stage = format!(
            "INSERT INTO {} (seq, bad{}) SELECT l.seq, 0{values} {from} WHERE l.action <> {INSERTED}",
            shape.temp("stage"),
            join(columns.len(), "", |i| format!(", c{i}")),
        );
        let key = |name: &str| {
            let type_text = shape.table().column(name).map_or("TEXT", |c| c.type_text.as_str());
            let value = journal.number_of(name).map(|i| read_back(kind, i, type_text));
            format!("COALESCE(t.{}, {})", quote(name), value.unwrap_or_else(|| "NULL".to_owned()))
        };
        let keys: String = shape.primary.iter().map(|p| format!(", {}", key(&p.name))).collect();
        let bind = format!(
            "INSERT INTO {} (seq, leader, state{}{}) SELECT l.seq, l.seq, CASE WHEN l.action = {UPDATED} THEN 1 ELSE 2 END{}{keys} {from} WHERE l.action <> {INSERTED}",
            shape.temp("bind"),
            join(shape.handle.len(), "", |i| format!(", h{i}")),
            join(shape.primary.len(), "", |i| format!(", k{i}")),
            join(shape.handle.len(), "", |i| format!(", t.{}", shape.handle[i].column)),
        );
        let diff =
            format!("INSERT INTO {} (seq, moved) SELECT l.seq, {} FROM {entry} l WHERE l.action = {UPDATED}", shape.temp("diff"), i64::MAX);
        let gone = format!(
            "INSERT INTO {} (row_key, spared{}) SELECT l.row_key, 0, {} {from} WHERE l.action = {INSERTED}",
            shape.temp("gone"),
            join(shape.handle.len(), "", |i| format!(", h{i}")),
            shape.target_handles("t"),
        );
        [stage, bind, diff, gone].iter().try_for_each(|sql| self.run(sql).map(|_| ()))?;
        self.moved[table] = i64::MAX;
        self.census[table].count(1, true);
        self.census[table].count(2, true);
        Ok(())
    }

    /// Names rows that were to go and stay, because a row that stays refers to them. Returns the first ones, and how many there are.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn still_referenced(&mut self, table: usize) -> Result<(Vec<Changed>, u64), DatabaseError> {
        let referenced = self.tally_missing(table)?.referenced;
        let gone = self.shapes[table].temp("gone");
        let rows = self.rows(&format!("SELECT row_key FROM {gone} WHERE spared <> 0 ORDER BY row_key LIMIT {ROWS_NAMED}"))?;
        let changed = |row| Changed { row, since: Since::Referenced, columns: Vec::new(), taken: None, other: None };
        Ok((rows.into_iter().flatten().flatten().map(changed).collect(), referenced))
    }

    /// Begins the journal of taking a run back: the rows of its journals, and the ledger's entries of them.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn journal_undo(&mut self, journals: &[Journal]) -> Result<(), DatabaseError> {
        self.begin_journal_of_undo();
        for (table, journal) in journals.iter().filter(|j| !j.is_of_ledger()).enumerate() {
            let kept = self.kept(table);
            self.keep(kept, &format!("SELECT row_key FROM {LEDGER_JOURNAL} WHERE journal = {}", journal.id))?;
        }
        for name in [LEDGER_HASHES, LEDGER_ROWS] {
            let kept = Kept::of_ledger(self.session.kind(), name);
            let mut keys: Vec<String> = journals
                .iter()
                .filter(|j| j.table == name)
                .map(|j| format!("SELECT row_key FROM {LEDGER_JOURNAL} WHERE journal = {}", j.id))
                .collect();
            for shape in &self.shapes {
                let parts: Vec<String> = kept.shape.primary.iter().map(|p| format!("l.{}", quote(&p.name))).collect();
                keys.push(format!(
                    "SELECT {} AS row_key FROM {name} l WHERE l.target_table = {} AND l.row_key IN (SELECT g.row_key FROM {} g WHERE g.spared = 0)",
                    kept.shape.row_key(&parts),
                    literal(&shape.table().display_name()),
                    shape.temp("gone")
                ));
            }
            self.keep(kept, &keys.join(" UNION "))?;
        }
        Ok(())
    }

    /// Writes the ledger's entries as they were. Entries of rows that go are forgotten.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn restore_entries(&mut self, journals: &[Journal]) -> Result<(), DatabaseError> {
        for shape in self.shapes.clone() {
            let gone = shape.temp("gone");
            let name = literal(&shape.table().display_name());
            self.run(&format!(
                "DELETE FROM {LEDGER_HASHES} WHERE target_table = {name} AND row_key IN (SELECT row_key FROM {gone} WHERE spared = 0)"
            ))?;
        }
        for journal in journals.iter().filter(|j| j.is_of_ledger()) {
            let kept = Kept::of_ledger(self.session.kind(), &journal.table);
            let (shape, kind, id) = (&kept.shape, kept.shape.kind, journal.id);
            let primary: Vec<String> = shape.primary.iter().map(|p| quote(&p.name)).collect();
            let on = shape.on_ledger("t");
            self.run(&format!(
                "DELETE FROM {name} WHERE ({keys}) IN (SELECT {own} FROM {LEDGER_JOURNAL} l JOIN {name} t ON {on} WHERE l.journal = {id} AND l.action = {INSERTED})",
                name = journal.table,
                keys = primary.join(", "),
                own = primary.iter().map(|name| format!("t.{name}")).collect::<Vec<_>>().join(", "),
            ))?;
            let value = |(i, name, type_text): (usize, &str, &str)| {
                format!("CASE WHEN {} THEN {} ELSE t.{} END", has_value(kind, i), read_back(kind, i, type_text), quote(name))
            };
            let values: Vec<String> = kept.typed().map(value).collect();
            let names: Vec<String> = kept.columns.iter().map(|name| quote(name)).collect();
            let set: Vec<String> =
                names.iter().filter(|name| !primary.contains(name)).map(|name| format!("{name} = excluded.{name}")).collect();
            self.run(&format!(
                "INSERT INTO {name} ({names}) SELECT {values} FROM {LEDGER_JOURNAL} l LEFT JOIN {name} t ON {on} WHERE l.journal = {id} \
                 AND (l.action = {DELETED} OR (l.action = {UPDATED} AND {there} IS NOT NULL)) ON CONFLICT ({primary}) DO UPDATE SET {set}",
                name = journal.table,
                names = names.join(", "),
                values = values.join(", "),
                there = kept.is_there(),
                primary = primary.join(", "),
                set = set.join(", "),
            ))?;
        }
        Ok(())
    }

    /// Writes the rows of all tables as they were, and deletes those that go. Returns the numbers of rows written and of rows deleted, by table.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn restore_rows(&mut self, catalog: &Catalog) -> Result<(Vec<Written>, Vec<u64>), DatabaseError> {
        // A row that takes its key back needs it free; a row that others refer to until they are as they were must wait for them.
        let waits = self.are_going_rows_referenced(catalog)?;
        let mut deleted = if waits { Vec::new() } else { self.write_missing()? };
        for table in 0..if waits { self.shapes.len() } else { 0 } {
            self.let_going_rows_park(table)?;
        }
        let mut written = Vec::new();
        for table in 0..self.shapes.len() {
            let shape = self.shapes[table].clone();
            written.push(self.write_shape(&shape)?);
        }
        if waits {
            deleted = self.write_missing()?;
        }
        Ok((written, deleted))
    }

    /// Lays out the rows that go as records that do not change: so they give up a key that another row takes back.
    fn let_going_rows_park(&mut self, table: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let from = format!(
            "FROM {} e JOIN {} g ON g.row_key = e.row_key AND g.spared = 0 JOIN {} t ON {} WHERE e.action = {INSERTED}",
            shape.temp("entry"),
            shape.temp("gone"),
            shape.target,
            shape.on_target("g", "t"),
        );
        let columns = &shape.layout.columns;
        let value = |i: usize| {
            let stored = format!("t.{}", quote(&columns[i].name));
            if shape.is_cast(&columns[i]) { format!(", CAST({stored} AS text)") } else { format!(", {stored}") }
        };
        self.run(&format!(
            "INSERT INTO {} (seq, bad{}) SELECT e.seq, 0{} {from}",
            shape.temp("stage"),
            join(columns.len(), "", |i| format!(", c{i}")),
            join(columns.len(), "", value),
        ))?;
        self.run(&format!(
            "INSERT INTO {} (seq, leader, state{}{}) SELECT e.seq, e.seq, 1{}{} {from}",
            shape.temp("bind"),
            join(shape.handle.len(), "", |i| format!(", h{i}")),
            join(shape.primary.len(), "", |i| format!(", k{i}")),
            join(shape.handle.len(), "", |i| format!(", t.{}", shape.handle[i].column)),
            join(shape.primary.len(), "", |i| format!(", t.{}", quote(&shape.primary[i].name))),
        ))?;
        Ok(())
    }

    /// Says whether a row that stays refers to one that goes, as both are now.
    fn are_going_rows_referenced(&mut self, catalog: &Catalog) -> Result<bool, DatabaseError> {
        let mut queries = Vec::new();
        for parent in &self.shapes {
            for child in &catalog.tables {
                for key in child.foreign_keys.iter().filter(|key| is_parent(key, parent.table())) {
                    let pairs = key.columns.iter().zip(parent_columns(key, parent.table()));
                    let on: Vec<String> = pairs.map(|(c, p)| format!("c.{} = p.{}", quote(c), quote(&p))).collect();
                    let shape = self.shapes.iter().find(|s| s.table().name == child.name && s.table().schema == child.schema);
                    let stays = shape.map_or_else(
                        || "1 = 1".to_owned(),
                        |shape| {
                            let handle: Vec<String> = shape.handle.iter().map(|h| format!("c.{}", h.column)).collect();
                            let names: Vec<String> = (0..shape.handle.len()).map(|i| format!("h{i}")).collect();
                            let names: Vec<&str> = names.iter().map(String::as_str).collect();
                            let selected = join(shape.handle.len(), ", ", |i| format!("b.h{i} AS h{i}"));
                            is_none(
                                shape.kind,
                                &handle,
                                &names,
                                &format!("SELECT {selected} FROM {} b WHERE b.spared = 0", shape.temp("gone")),
                            )
                        },
                    );
                    queries.push(format!(
                        "SELECT 1 FROM {gone} pg JOIN {target} p ON {row} JOIN {from} c ON {on} WHERE pg.spared = 0 AND {stays}",
                        gone = parent.temp("gone"),
                        target = parent.target,
                        row = parent.on_target("pg", "p"),
                        from = super::shape::qualified(child),
                        on = on.join(" AND "),
                    ));
                }
            }
        }
        for query in queries {
            if self.has_rows(&query)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Says whether the hashes of a journal can be compared with those of now.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn can_compare(&mut self, journal: &Journal) -> Result<bool, DatabaseError> {
        Ok(self.hash_function()? == journal.function)
    }

    fn kept(&self, table: usize) -> Kept {
        let shape = self.shapes[table].clone();
        let name = shape.table().display_name();
        Kept::new(shape, name)
    }
}

/// Says that an old row `l` has a value of this column.
fn has_value(kind: BackendKind, i: usize) -> String {
    match kind {
        BackendKind::Postgres => format!("l.old_row ? '{i}'"),
        BackendKind::Sqlite => format!("json_type(l.old_row, '$.\"{i}\"') IS NOT NULL"),
    }
}

/// The value of a column of an old row `l`: the way back from its text form in the journal.
fn read_back(kind: BackendKind, i: usize, type_text: &str) -> String {
    match kind {
        BackendKind::Postgres => format!("CAST(l.old_row ->> '{i}' AS {type_text})"),
        BackendKind::Sqlite => {
            let text = format!("json_extract(l.old_row, '$.\"{i}\"')");
            let rest = format!("substr({text}, 2)");
            format!(
                "CASE substr({text}, 1, 1) WHEN 'i' THEN CAST({rest} AS INTEGER) WHEN 'r' THEN CAST({rest} AS REAL) WHEN 't' THEN {rest} \
                 WHEN 'b' THEN unhex({rest}) WHEN 'h' THEN CAST(unhex({rest}) AS TEXT) END"
            )
        }
    }
}
