//! What became of the records: counts, rejects and changes, read from the temporary tables.
//!
//! **Invariant**: nothing is held beyond one row, except lists that the caller bounds.

use std::collections::BTreeMap;

use super::judge::{change, int, row_key_of_target, written};
use super::shape::Shape;
use super::{Cause, REFUSAL_SPLIT, State, Workspace};
use crate::backend::statement::quote;
use crate::backend::{DatabaseError, TextRow};

/// Counts of one table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Records in the stage, rejected ones included.
    pub read: u64,
    /// Rows to insert.
    pub insert: u64,
    /// Rows to update.
    pub update: u64,
    /// Records whose row is as it should be.
    pub unchanged: u64,
    /// Records on the row of an earlier one.
    pub duplicate: u64,
    /// Records whose row was left alone by rule.
    pub kept: u64,
    /// Records that are not written.
    pub reject: u64,
    /// Records bound through another key than the identity, or by an id that is new for their row.
    pub rebound: u64,
}

/// A record of the stage, as messages need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StagedRecord {
    /// Place in the input order.
    pub seq: i64,
    /// Number of the source in the table's list.
    pub source: usize,
    /// Line on which it begins, from 1.
    pub line: u64,
    /// Byte of that line at which it begins, from 1.
    pub column: u64,
    /// Byte offset at which it begins, from 0.
    pub byte: u64,
    /// Legacy id.
    pub legacy_id: Option<String>,
}

/// One record that resolution rejected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// The record.
    pub record: StagedRecord,
    /// Why.
    pub cause: Cause,
    /// Number of the key in the layout, of the reference, or of the column, by cause.
    pub subject: usize,
    /// Value of the key or reference, as text; what the database said, for `RefusedRow`.
    pub value: Option<String>,
    /// Constraint that refused the row, where the database named one.
    pub constraint: Option<String>,
    /// The other record, where there is one.
    pub other: Option<StagedRecord>,
    /// The stored rows in question: number of the key (for `Ambiguous`) and address.
    pub rows: Vec<(usize, String)>,
    /// The record whose rejection dragged this one along: table and place in its input order.
    pub root: Option<(usize, i64)>,
}

/// One row that is inserted or updated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// The record.
    pub record: StagedRecord,
    /// Address of the row.
    pub row: Option<String>,
    /// Number of the key that found the row; `None` for inserts and for rows the ledger found.
    pub via: Option<usize>,
    /// Columns that change; of an insert, all mapped ones.
    pub changes: Vec<FieldChange>,
}

/// One column of one row that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Number of the column in the layout.
    pub column: usize,
    /// Stored value as text; `None` for NULL.
    pub old: Option<String>,
    /// New value as text; `None` for NULL.
    pub new: Option<String>,
    /// True where the record does not have the field.
    pub absent: bool,
}

impl Workspace<'_> {
    /// Counts the outcomes of a table.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn tally(&mut self, table: usize) -> Result<Tally, DatabaseError> {
        let (bind, diff) = (self.shapes[table].temp("bind"), self.shapes[table].temp("diff"));
        let rows = self.rows(&format!(
            "SELECT CAST(b.state AS TEXT), CAST(COUNT(*) AS TEXT), CAST(SUM(CASE WHEN b.via > 0 THEN 1 ELSE 0 END) AS TEXT) FROM {bind} b GROUP BY b.state"
        ))?;
        let changed = if self.has_none(table, "diff") {
            0
        } else {
            self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {diff} d JOIN {bind} b ON b.seq = d.seq WHERE b.state = 1"))?
        };
        let loaded = self.loaded(table);
        let mut tally = Tally { read: loaded, insert: loaded, update: changed, ..Tally::default() };
        for row in &rows {
            let count = int(row, 1).and_then(|n| u64::try_from(n).ok()).unwrap_or(0);
            tally.read += count;
            match int(row, 0) {
                Some(1) => {
                    tally.unchanged = count.saturating_sub(changed);
                    tally.rebound = int(row, 2).and_then(|n| u64::try_from(n).ok()).unwrap_or(0);
                }
                Some(2) => tally.insert += count,
                Some(3) => tally.duplicate = count,
                _ => tally.reject += count,
            }
        }
        Ok(tally)
    }

    /// Lists the first records that were bound through another key than their identity: legacy id, address of the row, number of the key.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn rebound(&mut self, table: usize, limit: u64) -> Result<Vec<(Option<String>, String, usize)>, DatabaseError> {
        let shape = self.shapes[table].clone();
        if shape.primary.is_empty() {
            return Ok(Vec::new());
        }
        let rows = self.rows(&format!(
            "SELECT b.lid, {}, CAST(b.via AS TEXT) FROM {} b WHERE b.state = 1 AND b.via > 0 ORDER BY b.seq LIMIT {limit}",
            shape.final_row_key(),
            shape.temp("bind"),
        ))?;
        let one = |row: &TextRow| Some((row.first()?.clone(), row.get(1)?.clone()?, usize::try_from(int(row, 2)?).ok()?));
        Ok(rows.iter().filter_map(one).collect())
    }

    /// Counts the records of the stage itself, and those that went into the target instead.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn staged(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let stage = self.shapes[table].temp("stage");
        Ok(self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {stage}"))? + self.loaded(table))
    }

    /// Calls `each` for every record that resolution rejected, in input order.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn each_rejection(&mut self, table: usize, each: &mut dyn FnMut(Rejection)) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        if !self.may_be(table, State::Rejected) && !self.may_be(table, State::Held) {
            return Ok(());
        }
        let mut ambiguous = self.ambiguous_rows(&shape)?;
        let (stage, bind) = (shape.temp("stage"), shape.temp("bind"));
        let sql = format!(
            "SELECT {}, {}, CAST(b.code AS TEXT), CAST(COALESCE(b.key, 0) AS TEXT), {}, b.row_key, CAST(b.root_table AS TEXT), CAST(b.root AS TEXT) FROM {bind} b \
             JOIN {stage} s ON s.seq = b.seq LEFT JOIN {stage} o ON o.seq = b.other WHERE b.state IN (4, 5) AND b.code IS NOT NULL ORDER BY b.seq",
            record_columns("s"),
            record_columns("o"),
            subject_value(&shape),
        );
        let mut tell = |mut rejection: Rejection| {
            if rejection.cause == Cause::Ambiguous {
                rejection.rows = ambiguous.remove(&rejection.record.seq).unwrap_or_default();
            }
            each(rejection);
        };
        self.of_few(|workspace| workspace.for_each(&sql, &mut |row| rejection(&row).into_iter().for_each(&mut tell)))?;
        self.each_refused_value(&shape, each)
    }

    /// Values whose text form the server does not accept.
    fn each_refused_value(&mut self, shape: &Shape, each: &mut dyn FnMut(Rejection)) -> Result<(), DatabaseError> {
        let sql = format!(
            "SELECT {}, CAST(f.cell AS TEXT), f.value FROM {} f JOIN {} s ON s.seq = f.seq ORDER BY f.seq, f.cell",
            record_columns("s"),
            shape.temp("refused"),
            shape.temp("stage"),
        );
        if self.tables.is_empty(&shape.temp("refused")) {
            return Ok(());
        }
        self.for_each(&sql, &mut |row| {
            if let (Some(record), Some(cell)) = (record(&row, 0), int(&row, RECORD_COLUMNS)) {
                let value = row.get(RECORD_COLUMNS + 1).cloned().flatten();
                let subject = usize::try_from(cell).unwrap_or_default();
                each(Rejection {
                    record,
                    cause: Cause::RefusedValue,
                    subject,
                    value,
                    constraint: None,
                    other: None,
                    rows: Vec::new(),
                    root: None,
                });
            }
        })
    }

    fn ambiguous_rows(&mut self, shape: &Shape) -> Result<BTreeMap<i64, Vec<(usize, String)>>, DatabaseError> {
        if self.tables.is_empty(&shape.temp("cand")) {
            return Ok(BTreeMap::new());
        }
        let rows = self.rows(&format!(
            "SELECT CAST(c.seq AS TEXT), CAST(c.key AS TEXT), {row} FROM {cand} c JOIN {target} t ON {on} JOIN {bind} b ON b.seq = c.seq AND b.state = 4 \
             ORDER BY c.seq, c.key",
            row = row_key_of_target(shape),
            cand = shape.temp("cand"),
            target = shape.target,
            on = shape.on_target("c", "t"),
            bind = shape.temp("bind"),
        ))?;
        let mut found: BTreeMap<i64, Vec<(usize, String)>> = BTreeMap::new();
        for (seq, key, row) in rows.iter().filter_map(|r| Some((int(r, 0)?, usize::try_from(int(r, 1)?).ok()?, r.get(2)?.clone()?))) {
            found.entry(seq).or_default().push((key, row));
        }
        Ok(found)
    }

    /// Calls `each` for every update with the columns that change, in input order, at most `limit` times.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn each_update(&mut self, table: usize, limit: u64, each: &mut dyn FnMut(Detail)) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        if self.has_none(table, "diff") {
            return Ok(());
        }
        let columns = changing(&shape);
        let sql = if self.kept[table] {
            let told = shape.temp("told");
            format!("SELECT k.* FROM {told} k JOIN {} b ON b.seq = CAST(k.x0 AS BIGINT) AND b.state = 1 ORDER BY b.seq", shape.temp("bind"))
        } else {
            updates_query(&shape, &columns, limit)
        };
        self.each_detail(&sql, &columns, each)
    }

    /// Reads rows of a record, the address of its row, the key that found it, and four expressions a column.
    pub(super) fn each_detail(&mut self, sql: &str, columns: &[usize], each: &mut dyn FnMut(Detail)) -> Result<(), DatabaseError> {
        self.for_each(sql, &mut |row| {
            each_row(columns, &row, each);
        })
    }

    /// Counts the stored values that become NULL because their field is absent, by number of the column; needs [`Marks::Every`](super::Marks::Every).
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn count_emptied(&mut self, table: usize) -> Result<Vec<(usize, u64)>, DatabaseError> {
        let shape = self.shapes[table].clone();
        let columns = shape.emptied_columns();
        if columns.is_empty() || self.has_none(table, "diff") {
            return Ok(Vec::new());
        }
        if self.kept[table] {
            return self.count_emptied_of_kept(&shape);
        }
        let counts: Vec<String> = columns
            .iter()
            .map(|i| {
                let stored = format!("t.{}", quote(&shape.layout.columns[*i].name));
                format!("CAST(SUM(CASE WHEN s.a{i} = 1 AND {stored} IS NOT NULL THEN 1 ELSE 0 END) AS TEXT)")
            })
            .collect();
        let rows = self.rows(&format!(
            "SELECT {} FROM {} d JOIN {tables} AND d.seq = b.seq WHERE b.state = 1",
            counts.join(", "),
            shape.temp("diff"),
            tables = shape.record_tables(true).replacen(" b JOIN ", " b ON b.seq = d.seq JOIN ", 1),
        ))?;
        let count = |n: usize| rows.first().and_then(|row| int(row, n)).and_then(|n| u64::try_from(n).ok()).unwrap_or(0);
        Ok(columns.into_iter().enumerate().map(|(n, i)| (i, count(n))).filter(|(_, count)| *count > 0).collect())
    }

    /// The same of rows that were written already, from what was kept of them.
    fn count_emptied_of_kept(&mut self, shape: &Shape) -> Result<Vec<(usize, u64)>, DatabaseError> {
        let mut counts = Vec::new();
        for (n, column) in changing(shape).into_iter().enumerate().filter(|(_, column)| shape.emptied_columns().contains(column)) {
            let at = RECORD_COLUMNS + 2 + 4 * n;
            let count = self.count(&format!(
                "SELECT CAST(COUNT(*) AS TEXT) FROM {} WHERE x{at} = '1' AND x{} IS NOT NULL AND x{} IS NULL AND x{} = '1'",
                shape.temp("told"),
                at + 1,
                at + 2,
                at + 3,
            ))?;
            if count > 0 {
                counts.push((column, count));
            }
        }
        Ok(counts)
    }

    /// Keeps what [`Self::each_update`] will tell, because writing overwrites the old values.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn keep_updates(&mut self, table: usize, limit: u64) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        if self.has_none(table, "diff") {
            return Ok(());
        }
        let (told, columns) = (shape.temp("told"), changing(&shape));
        let names: Vec<String> = (0..RECORD_COLUMNS + 2 + 4 * columns.len()).map(|i| format!("x{i} TEXT")).collect();
        self.run(&format!("DROP TABLE IF EXISTS {told}"))?;
        self.run(&format!("CREATE TEMPORARY TABLE {told} ({}){}", names.join(", "), self.tables.end()))?;
        self.run(&format!("INSERT INTO {told} {}", updates_query(&shape, &columns, limit)))?;
        self.kept[table] = true;
        Ok(())
    }

    /// Calls `each` for the rejected records that dragged records of a table along, with the tables that they are of.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn each_root(&mut self, table: usize, each: &mut dyn FnMut(usize, StagedRecord)) -> Result<(), DatabaseError> {
        if !self.may_be(table, State::Rejected) && !self.may_be(table, State::Held) {
            return Ok(());
        }
        let dragged = format!("FROM {} b WHERE b.state IN (4, 5) AND b.root_table ", self.shapes[table].temp("bind"));
        let tables = self.rows(&format!("SELECT DISTINCT CAST(b.root_table AS TEXT) {dragged} IS NOT NULL"))?;
        for of in tables.iter().filter_map(|row| usize::try_from(int(row, 0)?).ok()) {
            let (columns, stage) = (record_columns("s"), self.shapes[of].temp("stage"));
            let sql = format!("SELECT {columns} FROM {stage} s WHERE s.seq IN (SELECT b.root {dragged} = {of})");
            self.of_few(|workspace| workspace.for_each(&sql, &mut |row| record(&row, 0).into_iter().for_each(|record| each(of, record))))?;
        }
        Ok(())
    }
}

/// Columns of the layout that an update can change.
fn changing(shape: &Shape) -> Vec<usize> {
    written(shape).filter_map(|c| shape.mapped(c).map(|(i, _)| i)).collect()
}

/// Query of the rows that are updated: record, address, key, and for each column whether it changes, its old and its new text.
fn updates_query(shape: &Shape, columns: &[usize], limit: u64) -> String {
    let fields: String = columns
        .iter()
        .map(|i| {
            let name = &shape.layout.columns[*i].name;
            let (stored, new) = (shape.shown(&format!("t.{}", quote(name))), shape.shown(&shape.updated(name)));
            format!(", CASE WHEN {} THEN '1' END, {stored}, {new}, {}", change(shape, name), is_absent(shape, "s", *i))
        })
        .collect();
    format!(
        "SELECT {record}, {row}, CAST(b.via AS TEXT){fields} FROM {diff} d JOIN {tables} AND d.seq = b.seq WHERE b.state = 1 ORDER BY b.seq LIMIT {limit}",
        record = record_columns("s"),
        row = row_key_of_target(shape),
        diff = shape.temp("diff"),
        tables = shape.record_tables(true).replacen(" b JOIN ", " b ON b.seq = d.seq JOIN ", 1),
    )
}

/// Columns that [`record`] reads.
pub(super) const RECORD_COLUMNS: usize = 6;

/// Reads a row with a record, its address, the key that found it, and four columns a field.
fn each_row(columns: &[usize], row: &TextRow, each: &mut dyn FnMut(Detail)) {
    if let Some(record) = record(row, 0) {
        let via = int(row, RECORD_COLUMNS + 1).and_then(|v| usize::try_from(v).ok());
        each(Detail { record, row: row.get(RECORD_COLUMNS).cloned().flatten(), via, changes: changes(columns, row) });
    }
}

pub(super) fn record_columns(alias: &str) -> String {
    record_fields(alias).join(", ")
}

pub(super) fn record_fields(alias: &str) -> Vec<String> {
    let place = ["seq", "src", "line", "col", "pos"].iter().map(|c| format!("CAST({alias}.{c} AS TEXT)"));
    place.chain([format!("{alias}.lid")]).collect()
}

pub(super) fn record(row: &TextRow, at: usize) -> Option<StagedRecord> {
    let number = |i: usize| int(row, at + i).and_then(|n| u64::try_from(n).ok());
    Some(StagedRecord {
        seq: int(row, at)?,
        source: usize::try_from(number(1)?).ok()?,
        line: number(2)?,
        column: number(3)?,
        byte: number(4)?,
        legacy_id: row.get(at + 5).cloned().flatten(),
    })
}

fn rejection(row: &TextRow) -> Option<Rejection> {
    let at = 2 * RECORD_COLUMNS;
    let subject = usize::try_from(int(row, at + 1)?).ok()?;
    let root = int(row, at + 4).and_then(|t| Some((usize::try_from(t).ok()?, int(row, at + 5)?)));
    let cause = Cause::from_code(int(row, at)?)?;
    let mut rejection = Rejection {
        record: record(row, 0)?,
        cause,
        subject,
        value: row.get(at + 2).cloned().flatten(),
        constraint: None,
        other: record(row, RECORD_COLUMNS),
        rows: row.get(at + 3).cloned().flatten().map(|r| (subject, r)).into_iter().collect(),
        root,
    };
    if cause == Cause::RefusedRow
        && let Some((_, text)) = rejection.rows.pop()
    {
        let (constraint, message) = text.split_once(REFUSAL_SPLIT).unwrap_or(("", &text));
        rejection.constraint = (!constraint.is_empty()).then(|| constraint.to_owned());
        rejection.value = Some(message.to_owned());
    }
    Some(rejection)
}

/// Says whether the record lacks the field of a column, as far as the stage remembers it.
pub(super) fn is_absent(shape: &Shape, record: &str, i: usize) -> String {
    if shape.marked_columns().contains(&i) { format!("CASE WHEN {record}.a{i} = 1 THEN '1' END") } else { "CAST(NULL AS TEXT)".to_owned() }
}

fn changes(columns: &[usize], row: &TextRow) -> Vec<FieldChange> {
    let at = |n: usize| RECORD_COLUMNS + 2 + 4 * n;
    let text = |i: usize| row.get(i).cloned().flatten();
    let told = columns.iter().enumerate().filter(|(n, _)| text(at(*n)).is_some());
    told.map(|(n, column)| FieldChange { column: *column, old: text(at(n) + 1), new: text(at(n) + 2), absent: text(at(n) + 3).is_some() })
        .collect()
}

/// The text of what a rejection is about: the staged values of the key's columns, or the reference.
fn subject_value(shape: &Shape) -> String {
    let unresolved = format!("({}, {})", Cause::UnresolvedReference as i64, Cause::AmbiguousReference as i64);
    let references: String = shape
        .references
        .iter()
        .enumerate()
        .map(|(i, (column, _))| format!(" WHEN b.code IN {unresolved} AND b.key = {i} THEN s.c{column}"))
        .collect();
    let edited = Cause::EditedRow as i64;
    let cells = |i: usize| format!(" WHEN b.code = {edited} AND b.key = {i} THEN CAST(s.c{i} AS TEXT)");
    let edits: String = (0..shape.layout.columns.len()).map(cells).collect();
    let keys: String = shape
        .layout
        .keys
        .iter()
        .enumerate()
        .filter_map(|(i, layout)| {
            let key = shape.key(layout);
            let cells: Vec<String> = shape
                .key_columns(key)
                .iter()
                .filter_map(|c| shape.mapped(c))
                .map(|(n, c)| format!("'{} = ' || COALESCE(CAST(s.c{n} AS TEXT), 'NULL')", c.name.replace('\'', "''")))
                .collect();
            (!cells.is_empty()).then(|| format!(" WHEN b.code NOT IN {unresolved} AND b.key = {i} THEN {}", cells.join(" || ', ' || ")))
        })
        .collect();
    if references.is_empty() && keys.is_empty() && edits.is_empty() {
        return "CAST(NULL AS TEXT)".to_owned();
    }
    format!("CASE{references}{edits}{keys} END")
}
