//! Writing: the only statements of a run that change target tables.
//!
//! **Invariant**: nothing here decides; rows are written exactly as resolution left them, and only rows that differ.

use super::judge::written;
use super::park::Aside;
use super::shape::{Shape, join};
use super::{State, Verdict, Workspace};
use crate::backend::lock::{self, Waiting};
use crate::backend::statement::quote;
use crate::backend::{DatabaseError, DatabaseErrorKind};
use crate::catalog::{BackendKind, Column, Generated, Timing};

/// Rows that the database says were written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Rows inserted.
    pub inserted: u64,
    /// Rows updated.
    pub updated: u64,
}

impl Workspace<'_> {
    /// Lets foreign keys wait for the end of the transaction where the database can.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn defer_constraints(&mut self) -> Result<(), DatabaseError> {
        match self.session.kind() {
            BackendKind::Sqlite => self.session.batch("PRAGMA defer_foreign_keys = ON"),
            BackendKind::Postgres => self.session.batch("SET CONSTRAINTS ALL DEFERRED"),
        }
    }

    /// Lets the database look at everything that waited for the end of the transaction, so that a rehearsal sees it too.
    ///
    /// # Errors
    /// A constraint that does not hold.
    pub fn check_deferred(&mut self) -> Result<(), DatabaseError> {
        match self.session.kind() {
            // SQLite looks at foreign keys alone, and only at the commit.
            BackendKind::Sqlite => Ok(()),
            BackendKind::Postgres => self.session.batch("SET CONSTRAINTS ALL IMMEDIATE"),
        }
    }

    /// Keeps other writers out of all target tables until the transaction ends; readers go on.
    ///
    /// # Errors
    /// A lock that is not granted in time, or a missing privilege.
    pub fn lock_targets(&mut self, waiting: &Waiting<'_>) -> Result<(), DatabaseError> {
        let all: Vec<usize> = (0..self.shapes.len()).collect();
        self.lock_some(&all, waiting)
    }

    /// Keeps other writers out of some target tables until the transaction ends; readers go on.
    ///
    /// # Errors
    /// A lock that is not granted in time, or a missing privilege.
    pub fn lock_some(&mut self, tables: &[usize], waiting: &Waiting<'_>) -> Result<(), DatabaseError> {
        let targets: Vec<&str> = tables.iter().map(|table| self.shapes[*table].target.as_str()).collect();
        lock::tables(self.session, &targets, waiting)
    }

    /// Writes the rows of a table: parks, inserts, updates.
    ///
    /// Where the database refuses a row, nothing of the table is written, and the records that it refuses come back as verdicts.
    ///
    /// # Errors
    /// Whatever else the database says.
    pub fn write_rows(&mut self, table: usize) -> Result<Result<Written, Vec<Verdict>>, DatabaseError> {
        if !self.may_be(table, State::Insert) && self.has_none(table, "diff") {
            return Ok(Ok(Written::default()));
        }
        let shape = self.shapes[table].clone();
        self.savepoint("rs_table")?;
        match self.write_shape(&shape) {
            Ok(written) => {
                self.release("rs_table")?;
                Ok(Ok(written))
            }
            Err(error) if error.is_refusal() && !self.is_for_others_sake(&error) => {
                // A trigger may have ended the whole transaction; then what it said is all there is.
                if self.return_to("rs_table").is_err() {
                    return Err(error);
                }
                self.find_refused(table, error).map(Err)
            }
            Err(error) => Err(error),
        }
    }

    /// Sets a mark to which [`Self::take_back`] returns.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn mark(&mut self) -> Result<(), DatabaseError> {
        self.savepoint("rs_write")
    }

    /// Takes back everything that was written since the mark.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn take_back(&mut self) -> Result<(), DatabaseError> {
        self.undo("rs_write")
    }

    /// Writes what stands in the temporary tables of a shape, which may be copies.
    pub(super) fn write_shape(&mut self, shape: &Shape) -> Result<Written, DatabaseError> {
        let aside = self.set_aside(shape)?;
        let removed = self.park_all(shape, &aside)?;
        let (bind, diff) = (shape.temp("bind"), shape.temp("diff"));
        let mut inserted = 0;
        // Copies for trials have numbers of their own: nothing is known of their records.
        if self.may_be(shape.number, State::Insert) {
            let sql = if self.inserts_all(shape) { insert_all(shape) } else { insert(shape, "") };
            inserted = self.run(&sql)?;
            self.refuse_left_out(inserted, &format!("SELECT CAST(COUNT(*) AS TEXT) FROM {bind} WHERE state = 2"))?;
        }
        let still = self.still_columns(shape)?;
        let updated = update(shape, &aside, &still, "").map_or(Ok(0), |sql| self.run(&sql))? + self.put_back(shape, removed, &aside)?;
        self.refuse_left_out(
            updated,
            &format!("SELECT CAST(COUNT(*) AS TEXT) FROM {diff} d JOIN {bind} b ON b.seq = d.seq WHERE b.state = 1"),
        )?;
        self.drop_aside(shape, &aside)?;
        Ok(Written { inserted, updated })
    }

    /// Lists columns of keys that no update of the table changes: SQLite writes to each index that has a column which an UPDATE names, even where its value stays.
    fn still_columns(&mut self, shape: &Shape) -> Result<Vec<String>, DatabaseError> {
        // Where a key moves, rows may have given another one up that must come back; and a trigger may wait for a column to be named.
        let moves = self.moved.get(shape.number).is_none_or(|moved| *moved != 0);
        if shape.kind == BackendKind::Postgres || moves || !shape.table().triggers.is_empty() || self.has_none(shape.number, "diff") {
            return Ok(Vec::new());
        }
        let mut columns: Vec<String> = shape.layout.keys.iter().flat_map(|layout| shape.key_columns(shape.key(layout))).collect();
        columns.retain(|name| shape.is_written(name));
        columns.sort();
        columns.dedup();
        // What the database takes for equal, because of a collation or a type, is not the same yet.
        let is_other = |name: &String| {
            let (new, stored) = (shape.updated(name), format!("t.{}", quote(name)));
            format!("typeof({new}) <> typeof({stored}) OR ({new}) COLLATE BINARY IS DISTINCT FROM {stored} COLLATE BINARY")
        };
        let others: Vec<String> = columns.iter().map(is_other).collect();
        if others.is_empty() || columns.len() == written(shape).count() {
            return Ok(Vec::new());
        }
        let differing = format!(
            "SELECT 1 FROM {diff} d JOIN {bind} b ON b.seq = d.seq JOIN {stage} s ON s.seq = b.seq{refs} JOIN {target} t ON {on} WHERE b.state = 1 AND ({others})",
            diff = shape.temp("diff"),
            bind = shape.temp("bind"),
            stage = shape.temp("stage"),
            refs = shape.joined_references(),
            target = shape.target,
            on = shape.on_target("b", "t"),
            others = others.join(" OR "),
        );
        Ok(if self.has_rows(&differing)? { Vec::new() } else { columns })
    }

    /// Says that every staged record is inserted, each with a primary key of its own making. Copies of the temporary tables have some of the records only.
    pub(super) fn inserts_all(&self, shape: &Shape) -> bool {
        let is_mapped = |part: &super::shape::PrimaryPart| shape.mapped(&part.name).is_some();
        self.shapes.get(shape.number).is_some_and(|_| self.census[shape.number].is_all_inserts()) && shape.primary.iter().all(is_mapped)
    }

    /// A trigger, a rule or a policy can keep a row from being written without any error. That refuses the row as much as an error does.
    fn refuse_left_out(&mut self, written: u64, expected: &str) -> Result<(), DatabaseError> {
        if written >= self.count(expected)? {
            return Ok(());
        }
        Err(DatabaseError::new(DatabaseErrorKind::Other, LEFT_OUT))
    }

    /// Writes the references to later tables, which now have their rows.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn write_late_references(&mut self, table: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        if !self.may_be(table, State::Insert) && self.has_none(table, "diff") {
            return Ok(());
        }
        for (i, (column, _)) in shape.references.iter().enumerate().filter(|(_, (c, _))| waits(&shape, *c)) {
            let name = quote(&shape.layout.columns[*column].name);
            let primary: Vec<String> = shape.primary.iter().enumerate().map(|(k, p)| format!("t.{} = b.k{k}", quote(&p.name))).collect();
            self.run(&format!(
                "UPDATE{or_abort} {target} AS t SET {name} = r.v{i} FROM {bind} b JOIN {refs} r ON r.seq = b.seq WHERE {on} AND b.state IN (1, 2) AND \
                 (b.state = 2 OR b.seq IN (SELECT seq FROM {diff})) AND t.{name} IS DISTINCT FROM r.v{i}",
                or_abort = or_abort(&shape),
                target = shape.target,
                bind = shape.temp("bind"),
                refs = shape.temp("refs"),
                diff = shape.temp("diff"),
                on = primary.join(" AND "),
            ))?;
        }
        Ok(())
    }
}

/// What is said of a row that was not written, and not refused either.
pub(super) const LEFT_OUT: &str =
    "the row was left out without an error: a trigger, a rule or a policy of its table keeps it from being written";

/// An `ON CONFLICT` clause of a SQLite table acts silently where the statement does not say otherwise.
pub(super) fn or_abort(shape: &Shape) -> &'static str {
    if shape.kind == BackendKind::Sqlite { " OR ABORT" } else { "" }
}

/// Says that a reference column is written after the later table that it names: PostgreSQL checks foreign keys at the end of each statement.
pub(super) fn waits(shape: &Shape, column: usize) -> bool {
    let layout = &shape.layout.columns[column];
    let Some(reference) = shape.reference_number(column).map(|i| &shape.references[i].1) else { return false };
    let own = reference.table.name == shape.table().name && reference.table.schema == shape.table().schema;
    let deferred = shape.table().foreign_keys.iter().any(|f| f.columns.contains(&layout.name) && f.timing != Timing::Immediate);
    let nullable = shape.table().column(&layout.name).is_some_and(|c| c.nullable);
    shape.kind == BackendKind::Postgres && reference.late && !own && !deferred && nullable
}

/// Writes, and lets the handles follow the rows to their new addresses.
pub(super) fn following(shape: &Shape, bind: &str, update: &str) -> String {
    let handles = join(shape.handle.len(), ", ", |i| format!("t.{} AS h{i}", shape.handle[i].column));
    let set = join(shape.handle.len(), ", ", |i| format!("h{i} = m.h{i}"));
    format!("WITH m AS ({update} RETURNING p.seq AS seq, {handles}) UPDATE {bind} AS b SET {set} FROM m WHERE m.seq = b.seq")
}

/// Inserts all staged records: what they are need not be looked up.
fn insert_all(shape: &Shape) -> String {
    let (names, values): (Vec<String>, Vec<String>) = shape
        .layout
        .columns
        .iter()
        .enumerate()
        .map(|(i, column)| (quote(&column.name), written_value(shape, i, shape.incoming(&column.name))))
        .unzip();
    let order = if shape.kind == BackendKind::Sqlite || is_order_seen(shape) { " ORDER BY s.seq" } else { "" };
    format!(
        "INSERT{} INTO {} ({}){} SELECT {} FROM {}{order}",
        or_abort(shape),
        shape.target,
        names.join(", "),
        overriding(shape),
        values.join(", "),
        shape.staged_tables(),
    )
}

/// The value of a column that an insert writes: none yet where what it names is inserted later.
fn written_value(shape: &Shape, i: usize, value: String) -> String {
    if waits(shape, i) { format!("CAST(NULL AS {})", shape.layout.columns[i].type_text) } else { value }
}

fn overriding(shape: &Shape) -> &'static str {
    let is_always = |c: &Column| c.generated == Generated::IdentityAlways && shape.is_primary(&c.name);
    if shape.table().columns.iter().any(is_always) { " OVERRIDING SYSTEM VALUE" } else { "" }
}

/// Inserts the new rows of the records `b` that fulfil `more`, a condition that begins with AND, or is empty.
pub(super) fn insert(shape: &Shape, more: &str) -> String {
    let mut columns: Vec<(String, String)> = Vec::new();
    for (i, column) in shape.layout.columns.iter().enumerate().filter(|(_, c)| !shape.is_primary(&c.name)) {
        columns.push((quote(&column.name), written_value(shape, i, shape.inserted(&column.name))));
    }
    columns.extend(shape.primary.iter().enumerate().map(|(i, p)| (quote(&p.name), format!("b.k{i}"))));
    let (names, values): (Vec<String>, Vec<String>) = columns.into_iter().unzip();
    format!(
        "INSERT{} INTO {} ({}){} SELECT {} FROM {} WHERE b.state = 2{more}{}",
        or_abort(shape),
        shape.target,
        names.join(", "),
        overriding(shape),
        values.join(", "),
        shape.record_tables(false),
        if shape.kind == BackendKind::Sqlite || is_order_seen(shape) { " ORDER BY b.seq" } else { "" },
    )
}

/// Says that it can be seen in which order rows are inserted, their places in the table apart: sorting whole rows costs PostgreSQL a third of writing them.
fn is_order_seen(shape: &Shape) -> bool {
    let is_made =
        |c: &Column| shape.mapped(&c.name).is_none() && (c.generated != Generated::No || c.default.as_ref().is_some_and(|d| d.volatile));
    !shape.table().triggers.is_empty() || shape.primary.is_empty() || shape.table().columns.iter().any(is_made)
}

/// Updates the rows of the records `b` that fulfil `more`, a condition that begins with AND, or is empty. Columns that are `still` are left out. Returns `None` where
/// the mapping writes no column in an update.
pub(super) fn update(shape: &Shape, aside: &Aside, still: &[String], more: &str) -> Option<String> {
    let is_left = |name: &str| shape.mapped(name).is_some_and(|(i, _)| waits(shape, i)) || still.iter().any(|still| still == name);
    let set: Vec<String> = written(shape).filter(|c| !is_left(c)).map(|c| format!("{} = {}", quote(c), aside.updated(shape, c))).collect();
    if set.is_empty() {
        return None;
    }
    let refs = shape.joined_references();
    Some(format!(
        "UPDATE{or_abort} {target} AS t SET {set} FROM {diff} d JOIN {bind} b ON b.seq = d.seq JOIN {stage} s ON s.seq = b.seq{refs} WHERE b.state = 1 AND {on}{more}",
        or_abort = or_abort(shape),
        target = shape.target,
        set = set.join(", "),
        diff = shape.temp("diff"),
        bind = shape.temp("bind"),
        stage = shape.temp("stage"),
        on = shape.on_target("b", "t"),
    ))
}
