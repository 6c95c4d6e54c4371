//! What the ledger remembers of written rows: which row each legacy id came to, and hashes of each row.
//!
//! **Invariant**: what is remembered of a row is what the database stores; hashes are made from the stage only where nothing can have changed a value on its
//! way from there.

use super::edits::{DIGITS, hash_of, hash_of_new, record_hash};
use super::learned::{Learned, is_told_by_row, join_learned, then};
use super::shape::Shape;
use super::write::waits;
use super::{Remembered, State, Workspace};
use crate::backend::affinity::Affinity;
use crate::backend::statement::{literal, quote};
use crate::backend::{DatabaseError, LEDGER_HASHES, LEDGER_ROWS};
use crate::catalog::{BackendKind, DataType, Storage};
use crate::layout::ColumnLayout;
use crate::mapping::OnUpdate;

impl Workspace<'_> {
    /// Remembers which row each legacy id was imported to.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn write_ledger(&mut self, table: usize, run: &str, of: Remembered) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        if !shape.is_remembered() || self.census[table].is_all_known() || self.has_none(table, "bind") {
            return Ok(0);
        }
        let learned = if self.learns(table, of)? { Learned::of(&shape, !self.has_none(table, "diff")) } else { Learned::none() };
        let (rows, target, run) = (self.rows_of_ids(&shape, of, &learned), literal(&shape.table().display_name()), literal(run));
        let names = "target_table, namespace, legacy_id, row_key, run_id, record, raw";
        let (order, stored) = (in_order(shape.kind, "x.memo"), Learned::stored(shape.kind));
        if !self.remembers_any(LEDGER_ROWS, &target)? {
            let learned = self.run(&format!(
                "INSERT INTO {LEDGER_ROWS} ({names}) SELECT {target}, x.namespace, x.memo, x.row_key, {run}, {stored} FROM ({rows}) x \
                 WHERE x.row_key IS NOT NULL {order}"
            ))?;
            self.analyze_ledger(LEDGER_ROWS, learned)?;
            return Ok(learned);
        }
        let mut forgotten = 0;
        if self.may_be(table, State::Insert) {
            // Who was imported to a row that is gone is not the new one that has its key now.
            forgotten =
                self.run(&format!("DELETE FROM {LEDGER_ROWS} AS l WHERE l.target_table = {target} AND {}", shape.names_inserted("l")))?;
        }
        let same = format!("l.target_table = {target} AND l.namespace = x.namespace AND l.legacy_id = x.memo");
        let no_entry = format!(" LEFT JOIN {LEDGER_ROWS} l ON {same}");
        // Entries of rows that are gone are forgotten by now, also of ids whose records are on other rows; and an earlier step may have written some.
        let asked = self.asks_ledger(table) && self.has_none(table, "gone") && forgotten == 0 && !self.is_in_steps();
        let has_known = !asked || self.has_rows(&format!("SELECT 1 FROM ({rows}) x WHERE x.known > 0"))?;
        let mut moved = 0;
        if has_known {
            moved = self.run(&format!(
                "UPDATE {LEDGER_ROWS} AS l SET row_key = x.row_key, run_id = {run}, record = NULL, raw = NULL FROM ({rows}) x \
                 WHERE {same} AND x.row_key IS NOT NULL AND l.row_key <> x.row_key"
            ))?;
        }
        let (join, is_new) = if asked { ("", "x.known = 0") } else { (no_entry.as_str(), "l.row_key IS NULL") };
        let learned = self.run(&format!(
            "INSERT INTO {LEDGER_ROWS} ({names}) SELECT {target}, x.namespace, x.memo, x.row_key, {run}, {stored} FROM ({rows}) x{join} \
             WHERE x.row_key IS NOT NULL AND {is_new} {order}"
        ))?;
        self.analyze_ledger(LEDGER_ROWS, moved + learned)?;
        Ok(moved + learned)
    }

    /// Remembers the rows that were loaded: of which the ledger knew nothing.
    ///
    /// # Errors
    /// Whatever the database says, or a temporary file that cannot be read.
    pub fn remember_loaded(&mut self, table: usize, run: &str) -> Result<(), DatabaseError> {
        let loaded = self.loaded(table);
        if loaded == 0 {
            return Ok(());
        }
        let shape = self.shapes[table].clone();
        let entries = self.entries(table);
        match &entries {
            Some(entries) => self.remember_ids(table, entries, run)?,
            None => self.remember_all(LEDGER_ROWS, loaded, |workspace| workspace.run(&ids_of_loaded(&shape, run)).map(drop))?,
        }
        let Some(forms) = self.forms.clone().filter(|_| !shape.layout.columns.is_empty()) else { return Ok(()) };
        let form = self.form_of(&shape, &forms)?;
        let stored = |i: usize| format!("t.{}", quote(&shape.layout.columns[i].name));
        let made = hashes(shape.kind, &(0..shape.layout.columns.len()).chain(shape.mixed()).map(stored).collect::<Vec<_>>());
        match &entries {
            Some(entries) => self.remember_rows(table, entries, form, &made),
            None => self.remember_all(LEDGER_HASHES, loaded, |workspace| workspace.run(&hashes_of_loaded(&shape, form, &made)).map(drop)),
        }
    }

    /// Has new entries written to a table of the ledger, so many. Where PostgreSQL has few others in it, and nobody else sees them yet, its primary key is made anew
    /// afterwards: that takes half as long as to keep it up to date.
    pub(super) fn remember_all(
        &mut self,
        ledger: &str,
        entries: u64,
        write: impl FnOnce(&mut Self) -> Result<(), DatabaseError>,
    ) -> Result<(), DatabaseError> {
        let mut key = None;
        if self.owns_ledger && self.session.kind() == BackendKind::Postgres && entries >= WRITTEN_MIN {
            let named = format!(
                "SELECT quote_ident(c.conname), pg_get_constraintdef(c.oid) FROM pg_catalog.pg_constraint c \
                 WHERE c.conrelid = to_regclass('{ledger}') AND c.contype = 'p' AND (SELECT COUNT(*) FROM {ledger}) * 2 <= {entries}"
            );
            key = self.rows(&named)?.into_iter().next().and_then(|row| <[Option<String>; 2]>::try_from(row).ok());
        }
        if let Some([Some(name), Some(definition)]) = &key {
            self.session.batch(&format!("ALTER TABLE {ledger} DROP CONSTRAINT {name}"))?;
            write(self)?;
            self.session.batch(&format!("ALTER TABLE {ledger} ADD CONSTRAINT {name} {definition}"))?;
        } else {
            write(self)?;
        }
        self.analyze_ledger(ledger, entries)
    }

    /// Has PostgreSQL look at a table of the ledger of which more than a tenth was written: the next run may come before the server does so itself, and its
    /// planner, which takes the entries of all tables for a few, would look at all of them for each record.
    fn analyze_ledger(&mut self, ledger: &str, written: u64) -> Result<(), DatabaseError> {
        if self.session.kind() == BackendKind::Sqlite || written < WRITTEN_MIN {
            return Ok(());
        }
        // Whoever does not own it may not.
        let sql = format!(
            "SELECT 1 FROM pg_catalog.pg_class c WHERE c.oid = to_regclass('{ledger}') AND c.reltuples < {written} * 10.0 AND pg_catalog.pg_has_role(c.relowner, 'USAGE')"
        );
        if self.has_rows(&sql)? {
            self.session.batch(&format!("ANALYZE {ledger}"))?;
        }
        Ok(())
    }

    /// Query of the legacy ids of a table's records, each once, with their rows; those that the ledger itself gave are left out.
    fn rows_of_ids(&self, shape: &Shape, of: Remembered, learned: &Learned) -> String {
        let Learned { record, raw, joins } = learned;
        let written = if of == Remembered::Standing { "b.state = 1" } else { "b.state IN (1, 2)" };
        let (bind, key, number) = (shape.temp("bind"), shape.final_row_key(), shape.number);
        if self.has_ids_apart(number) && !self.may_be(number, State::Duplicate) && !self.may_be(number, State::Rejected) {
            return format!(
                "SELECT b.namespace AS namespace, b.memo AS memo, b.known AS known, {key} AS row_key, {record} AS record, {raw} AS raw FROM {bind} b{joins} \
                 WHERE {written} AND b.memo IS NOT NULL AND NOT (b.state = 1 AND b.via = -1)"
            );
        }
        // A record that was bound and then rejected is remembered too: else the next run might give its row to another one.
        format!(
            "SELECT q.namespace AS namespace, q.memo AS memo, MAX(q.known) AS known, COALESCE(MIN(CASE WHEN q.state <> 4 THEN {key} END), MIN({key})) AS row_key, \
             MIN(CASE WHEN q.seq = b.seq THEN {record} END) AS record, MIN(CASE WHEN q.seq = b.seq THEN {raw} END) AS raw \
             FROM {bind} q JOIN {bind} b ON b.seq = q.leader AND ({written} OR (b.state = 4 AND b.h0 IS NOT NULL)){joins} \
             WHERE (q.state IN (1, 2, 3) OR {lost}) AND q.memo IS NOT NULL AND NOT (q.state = 1 AND q.via = -1) GROUP BY q.namespace, q.memo",
            lost = super::references::lost("q"),
        )
    }

    /// Remembers the rows as they are now, by hashes. Must come after the last statement that writes to the table.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn write_hashes(&mut self, table: usize, of: Remembered) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        let Some(forms) = self.forms.clone().filter(|_| !shape.primary.is_empty() && !shape.layout.columns.is_empty()) else {
            return Ok(0);
        };
        if self.has_none(table, "bind") {
            return Ok(0);
        }
        let form = self.form_of(&shape, &forms)?;
        let mut written = 0;
        if of == Remembered::All && self.may_be(table, State::Insert) {
            let known = self.remembers_any(LEDGER_HASHES, &literal(&shape.table().display_name()))?;
            let alone = self.inserts_all(&shape);
            let staged = if self.is_stored_as_staged(&shape) && nameless_parts(&shape).next().is_none() {
                self.staged_cells(&shape, alone)
            } else {
                None
            };
            let inserted = match staged {
                Some(cells) if alone => (staged_row_key(&shape), cells, shape.staged_tables()),
                Some(cells) => (shape.final_row_key(), cells, format!("{} WHERE b.state = 2", shape.record_tables(false))),
                None => (
                    shape.final_row_key(),
                    cells(&shape),
                    format!("{} JOIN {} t ON {} WHERE b.state = 2", shape.record_tables(false), shape.target, on_primary(&shape)),
                ),
            };
            written += self.run(&hashes_of_inserted(&shape, form, known, &inserted))?;
        }
        if self.may_be(table, State::Bound) {
            written += self.write_hashes_of_bound(table, &shape, form, of)?;
            self.forget_outdated(table)?;
        }
        self.analyze_ledger(LEDGER_HASHES, written)?;
        Ok(written)
    }

    fn write_hashes_of_bound(&mut self, table: usize, shape: &Shape, form: i64, of: Remembered) -> Result<u64, DatabaseError> {
        let entry = match self.learns(table, of)? {
            false => Entry::TellsRecord,
            true if self.is_as_it_was(table, shape)? => Entry::TellsRow,
            true => Entry::MayTellRow,
        };
        if entry == Entry::TellsRow && self.tell_all(table, shape, form)? {
            return Ok(0);
        }
        let bound = Bound {
            // Where only changed records are staged, they are few.
            few: self.passed_over(table).is_some(),
            of,
            staged: self.bound_cells(shape),
            has_learned: self.has_learned(table),
            differs: !self.has_none(table, "diff"),
            entry,
        };
        let (any, statements) = hashes_of_bound(shape, form, bound);
        // Counted, not looked for: to find the first one soon, PostgreSQL would look at all of one table for each row of another.
        let is_any = any.map_or(Ok(true), |any| self.count(&any).map(|count| count > 0))?;
        statements.iter().filter(|_| is_any).try_fold(0, |written, sql| Ok(written + self.run(sql)?))
    }

    /// Says whether a table of the ledger has any entry of a target table, given as a literal.
    pub(super) fn remembers_any(&mut self, ledger: &str, target: &str) -> Result<bool, DatabaseError> {
        self.has_rows(&format!("SELECT 1 FROM {ledger} l WHERE l.target_table = {target}"))
    }

    /// Says that the rows which this run inserts into a table are stored as they are staged: no table of the run has a trigger or rule, no row is updated or deleted,
    /// which a foreign key could pass on, and no value is written twice.
    pub(super) fn is_stored_as_staged(&self, shape: &Shape) -> bool {
        let only_grows = |s: &Shape| s.table().triggers.is_empty() && ["diff", "gone"].iter().all(|what| self.has_none(s.number, what));
        shape.table().storage != Storage::Partitioned
            && !self.is_in_steps()
            && self.shapes.iter().all(only_grows)
            && !(0..shape.layout.columns.len()).any(|i| waits(shape, i))
    }

    /// The hashes of the columns of a stored row that a record found as it says, in SQLite, where they came with the record; `None` where they did not, or a row may
    /// differ from its record.
    fn bound_cells(&self, shape: &Shape) -> Option<String> {
        let is_written_out = |column: &ColumnLayout| {
            // A column without affinity keeps 1 and 1.0 apart, though they are equal.
            let keeps_one_form = Affinity::of(&column.type_text) != Affinity::None || column.data_type == DataType::Bytes;
            let is_exact = keeps_one_form && shape.table().column(&column.name).is_some_and(|c| c.collation.is_none());
            is_exact && (column.on_update == OnUpdate::Overwrite || shape.is_primary(&column.name))
        };
        // A step has copies of the temporary tables, of which less is known.
        let agrees = !self.is_in_steps()
            && shape.left_alone.is_empty()
            && self.has_none(shape.number, "edit")
            && shape.layout.columns.iter().all(is_written_out)
            && self.is_stored_as_staged(shape);
        if !agrees || shape.hashed_cells().is_empty() || nameless_parts(shape).next().is_some() {
            return None;
        }
        self.staged_cells(shape, false)
    }

    /// The hashes of a staged record's columns; `None` where one of them may be stored as another value than the staged one. Needs `s`, `r`, and `b` unless all
    /// records are inserted.
    fn staged_cells(&self, shape: &Shape, alone: bool) -> Option<String> {
        let value = |i: usize| {
            let column = &shape.layout.columns[i];
            if let Some(part) = shape.primary.iter().position(|p| p.name == column.name).filter(|_| !alone) {
                return Some(format!("b.k{part}"));
            }
            // A default may become another value in the column. A strict table knows a type `any`, and others take it for a number.
            let is_plain = !shape.absent_columns().contains(&i) || self.is_complete(shape.number, i);
            let is_any = shape.kind == BackendKind::Sqlite && column.type_text.eq_ignore_ascii_case("any");
            (is_plain && !is_any).then(|| shape.said(i))
        };
        let mut values = (0..shape.layout.columns.len()).map(value).collect::<Option<Vec<_>>>()?;
        values.extend(shape.said_for_mixed());
        let made = hashes(shape.kind, &values);
        if shape.hashed_cells().is_empty() {
            return Some(made);
        }
        // Unless some value is not known to be stored as it is given.
        Some(format!("CASE WHEN s.cells IS NULL THEN {made} ELSE {} END", hashes_in_stage(shape, &values, alone)))
    }
}

/// The hashes that the stage has, with those of what references came to, and of the primary key unless the record says it.
fn hashes_in_stage(shape: &Shape, values: &[String], says_primary: bool) -> String {
    let run = |from: usize, to: usize| (from < to).then(|| format!("substr(s.cells, {}, {})", from * DIGITS + 1, (to - from) * DIGITS));
    let (mut pieces, mut from) = (Vec::new(), 0);
    let (columns, said) = values.split_at(shape.layout.columns.len());
    let is_other = |i: usize| shape.reference_number(i).is_some() || (!says_primary && shape.is_primary(&shape.layout.columns[i].name));
    for (i, value) in columns.iter().enumerate().filter(|(i, _)| is_other(*i)) {
        pieces.extend(run(from, i));
        pieces.push(hash_of(shape.kind, value));
        from = i + 1;
    }
    pieces.extend(run(from, columns.len()));
    pieces.extend(said.iter().map(|value| hash_of(shape.kind, value)));
    joined(shape.kind, &pieces)
}

/// Rows in the order of the ledger's index, so that it grows at one end.
fn in_order(kind: BackendKind, key: &str) -> String {
    match kind {
        BackendKind::Postgres => format!("ORDER BY {key} COLLATE \"C\""),
        BackendKind::Sqlite => format!("ORDER BY {key}"),
    }
}

/// Inserts the ids of the records that a temporary table has of those that were loaded, in the order of the ledger's index.
fn ids_of_loaded(shape: &Shape, run: &str) -> String {
    format!(
        "INSERT INTO {LEDGER_ROWS} (target_table, namespace, legacy_id, row_key, run_id) SELECT {table}, {namespace}, l.lid, {key}, {run} FROM {loaded} l {order}",
        table = literal(&shape.table().display_name()),
        namespace = literal(&shape.layout.namespace),
        key = shape.loaded_row_key(),
        run = literal(run),
        loaded = shape.temp("loaded"),
        order = in_order(shape.kind, "l.lid"),
    )
}

/// Inserts the hashes of the rows of these records, as `made` makes them of a stored row `t`.
fn hashes_of_loaded(shape: &Shape, form: i64, made: &str) -> String {
    let key = shape.loaded_row_key();
    let record = if shape.kind == BackendKind::Postgres { "CAST(l.hash AS uuid)" } else { "l.hash" };
    let from = format!("{} l JOIN {} t ON {}", shape.temp("loaded"), shape.target, shape.on_loaded());
    New { key: &key, record, raw: "l.raw", cells: made, from: &from }.insert(shape, form)
}

/// Rows of which the ledger knows nothing: what it is to remember of them, as expressions, and where these are read.
struct New<'a> {
    key: &'a str,
    record: &'a str,
    raw: &'a str,
    cells: &'a str,
    from: &'a str,
}

impl New<'_> {
    /// Inserts their entries, in the order of the ledger's index.
    fn insert(&self, shape: &Shape, form: i64) -> String {
        let Self { key, record, raw, cells, from } = self;
        // PostgreSQL would sort whole rows, to disk, and hash them afterwards.
        let fence = if shape.kind == BackendKind::Postgres { " OFFSET 0" } else { "" };
        format!(
            "INSERT INTO {LEDGER_HASHES} (target_table, row_key, record, raw, cells, form) SELECT {table}, q.row_key, q.record, q.raw, q.cells, {form} \
             FROM (SELECT {key} AS row_key, {record} AS record, {raw} AS raw, {cells} AS cells FROM {from}{fence}) q {order}",
            table = literal(&shape.table().display_name()),
            order = in_order(shape.kind, "q.row_key"),
        )
    }
}

/// Remembers the rows that were inserted, by their keys, their hashes and where both are read.
fn hashes_of_inserted(shape: &Shape, form: i64, known: bool, (key, cells, rows): &(String, String, String)) -> String {
    let record = record_hash(shape.kind);
    if !known {
        return New { key, record, raw: "s.raw", cells, from: rows }.insert(shape, form);
    }
    // Without a condition SQLite would take the clause for one of a join.
    let condition = if rows.contains(" WHERE ") { "" } else { "WHERE 1 = 1" };
    format!(
        "INSERT INTO {LEDGER_HASHES} (target_table, row_key, record, raw, cells, form) SELECT {table}, {key}, {record}, s.raw, {cells}, {form} FROM {rows} {condition}{REPLACE}",
        table = literal(&shape.table().display_name()),
    )
}

/// What the ledger keeps of the row of a staged record that is inserted.
fn staged_row_key(shape: &Shape) -> String {
    shape.row_key(&shape.primary.iter().map(|part| shape.incoming(&part.name)).collect::<Vec<_>>())
}

/// How bound rows are remembered.
struct Bound {
    /// Are they few of many?
    few: bool,
    of: Remembered,
    /// The hashes of what is stored, where they came with the records.
    staged: Option<String>,
    /// Does the ledger have records of ids?
    has_learned: bool,
    /// May any row change?
    differs: bool,
    entry: Entry,
}

/// What the entry of a row that does not change must tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    /// The record that found it.
    TellsRecord,
    /// How it is stored; the record stands with its id, where that is new.
    MayTellRow,
    /// As before, and it does.
    TellsRow,
}

/// Remembers the bound rows that changed, or of which something else is remembered. Where there may be none, first comes a query of how many.
fn hashes_of_bound(shape: &Shape, form: i64, bound: Bound) -> (Option<String>, Vec<String>) {
    let Bound { few, of, staged, has_learned, differs, entry } = bound;
    let (table, key, record) = (literal(&shape.table().display_name()), shape.final_row_key(), record_hash(shape.kind));
    let stored = if staged.is_some() { String::new() } else { format!(" JOIN {} t ON {}", shape.target, shape.on_target("b", "t")) };
    let learned = if has_learned { join_learned(shape, &key) } else { String::new() };
    let diff = if differs { format!(" LEFT JOIN {} d ON d.seq = b.seq", shape.temp("diff")) } else { String::new() };
    let differences = format!("{diff}{learned}");
    let rows = format!("{}{stored}{differences}", shape.record_tables(false));
    let cells = staged.unwrap_or_else(|| cells(shape));
    let known = format!("l.target_table = {table} AND l.row_key = {key}");
    let standing = if of == Remembered::Standing && differs { " AND d.seq IS NULL" } else { "" };
    let named: String = nameless_parts(shape).map(|part| format!(" AND b.k{part} IS NOT NULL")).collect();
    let bound = format!("b.state = 1{standing}{named}");
    let told = match entry {
        Entry::TellsRecord => String::new(),
        Entry::MayTellRow => format!(" AND {}", is_told_by_row(Some(&cells))),
        Entry::TellsRow => format!(" AND {}", is_told_by_row(None)),
    };
    let (record_then, raw_then) = then(has_learned);
    let changes = if differs { "d.seq IS NOT NULL OR " } else { "" };
    let is_other = format!("({changes}l.form <> {form} OR ({record_then} <> {record} OR {raw_then} <> s.raw){told})");
    let insert = format!(
        "INSERT INTO {LEDGER_HASHES} (target_table, row_key, record, raw, cells, form) SELECT {table}, {key}, {record}, s.raw, {cells}, {form} \
         FROM {rows} LEFT JOIN {LEDGER_HASHES} l ON {known} WHERE {bound}"
    );
    if few || shape.kind == BackendKind::Sqlite {
        // In the order of the index, whose pages are then written one by one.
        return (None, vec![format!("{insert} AND (l.form IS NULL OR {is_other}) ORDER BY {key}{REPLACE}")]);
    }
    let any = (entry == Entry::TellsRow).then(|| {
        format!(
            "SELECT CAST(COUNT(*) AS TEXT) FROM {}{differences} LEFT JOIN {LEDGER_HASHES} l ON {known} WHERE {bound} AND (l.form IS NULL OR {is_other})",
            shape.staged_records()
        )
    });
    // An upsert locks each row before it updates it, and writes half as much again to the log.
    let statements = vec![
        format!(
            "UPDATE {LEDGER_HASHES} AS l SET record = {record}, raw = s.raw, cells = {cells}, form = {form} FROM {rows} WHERE {known} AND {bound} AND {is_other}"
        ),
        format!("{insert} AND l.form IS NULL"),
    ];
    (any, statements)
}

/// Parts of the primary key that may be NULL, as SQLite has it: a row that has such a one is not remembered.
fn nameless_parts(shape: &Shape) -> impl Iterator<Item = usize> + '_ {
    let may_be_null = |name: &str| shape.table().column(name).is_some_and(|column| column.nullable);
    (0..shape.primary.len()).filter(move |part| may_be_null(&shape.primary[*part].name))
}

/// The condition under which a row of the target `t` has the primary key that a record came to.
pub(super) fn on_primary(shape: &Shape) -> String {
    let equal = |(k, part): (usize, &super::shape::PrimaryPart)| format!("t.{} = b.k{k}", quote(&part.name));
    shape.primary.iter().enumerate().map(equal).collect::<Vec<_>>().join(" AND ")
}

/// Fewer entries need no statistics.
const WRITTEN_MIN: u64 = 1_000;

/// What happens to what was remembered of a row.
const REPLACE: &str = " ON CONFLICT (target_table, row_key) DO UPDATE SET record = excluded.record, raw = excluded.raw, cells = excluded.cells, form = excluded.form";

/// The hashes of a stored row's columns; where an edit is left alone, that of what the source says. Behind them what it says for columns that mix both.
fn cells(shape: &Shape) -> String {
    let stored: Vec<String> = shape.layout.columns.iter().map(|column| format!("t.{}", quote(&column.name))).collect();
    let said = shape.said_for_mixed();
    if shape.left_alone.is_empty() {
        return hashes(shape.kind, &[stored, said].concat());
    }
    let cell = |(i, stored): (usize, &String)| {
        let stored = hash_of(shape.kind, stored);
        if shape.left_alone.contains(&i) {
            let edited = format!("EXISTS (SELECT 1 FROM {} ek WHERE ek.seq = s.seq AND ek.e{i} IN (1, 4))", shape.temp("edit"));
            format!("CASE WHEN {edited} THEN {} ELSE {stored} END", hash_of_new(shape, i))
        } else {
            stored
        }
    };
    let said = said.iter().map(|value| hash_of(shape.kind, value));
    joined(shape.kind, &stored.iter().enumerate().map(cell).chain(said).collect::<Vec<_>>())
}

/// The hashes of values, one behind the other.
fn hashes(kind: BackendKind, values: &[String]) -> String {
    match kind {
        BackendKind::Postgres => joined(kind, &values.iter().map(|value| hash_of(kind, value)).collect::<Vec<_>>()),
        // One call of a function of this program instead of one a value.
        BackendKind::Sqlite => {
            format!("rs_hashes({})", values.iter().map(|value| format!("quote({value})")).collect::<Vec<_>>().join(" || ',' || "))
        }
    }
}

fn joined(kind: BackendKind, hashes: &[String]) -> String {
    match kind {
        BackendKind::Postgres => format!("CAST(ARRAY[{}] AS integer[])", hashes.join(", ")),
        BackendKind::Sqlite => hashes.join(" || "),
    }
}
