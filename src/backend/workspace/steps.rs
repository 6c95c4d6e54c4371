//! Writing in several transactions: which rows are written together, and whether what was read is still so.
//!
//! The records that are written get an order. A part of a table is a range of it: its rows of the temporary tables are copied, and the table's shape names the copies
//! while the part is written, so that everything that writes, judges a refusal or remembers works on the part as on a table.
//!
//! **Invariant**: records that exchange keys, or refer to each other within the table, are in one part.

use std::collections::BTreeMap;

use super::edits::Forms;
use super::journal::Draft;
use super::judge::{bit, int};
use super::park::takers_and_holders;
use super::shape::Shape;
use super::standing::text_of_row;
use super::statistics::Statistics;
use super::tables::{Census, Tables};
use super::{State, TEMPORARY_TABLES, Workspace, create_tables, tables};
use crate::backend::lock::{self, Waiting};
use crate::backend::statement::quote;
use crate::backend::{DatabaseError, DatabaseErrorKind};
use crate::catalog::BackendKind;

/// Distance of the numbers of parts from those of tables; trials add their own.
const PART: usize = 2_000;

/// What a part has of a table's temporary tables.
const COPIED: [&str; 5] = ["stage", "bind", "refs", "diff", "edit"];

/// Rows that are named where somebody else changed them.
pub(super) const NAMED: u32 = 5;

/// What of a table is written together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The table.
    pub table: usize,
    /// The range of the order, first and behind the last; `None` for all of the table.
    pub range: Option<(u64, u64)>,
    /// How many rows.
    pub rows: u64,
}

impl Part {
    /// Says whether an earlier part of the table was written before.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        self.range.is_some_and(|(from, _)| from > 0)
    }
}

/// What the ledger is to remember.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remembered {
    /// Everything that is written, and everything that stands already.
    All,
    /// What stands already: records on a row of the target, and rows that do not change.
    Standing,
}

/// What a workspace knows at one moment, beside what stands in the database.
#[derive(Debug)]
pub struct Moment {
    shapes: Vec<Shape>,
    kept: Vec<bool>,
    forms: Option<Forms>,
    statistics: Statistics,
    tables: Tables,
    census: Vec<Census>,
    moved: Vec<i64>,
    has_moved: Vec<bool>,
    journal: Draft,
}

/// What a run knows that commits in steps.
#[derive(Debug, Default)]
pub(super) struct Steps {
    /// Shapes of the tables of which a part is written.
    whole: BTreeMap<usize, Shape>,
    /// Tables with an order and copies.
    ordered: Vec<usize>,
    /// Whether a step was committed, so that others may have written in between.
    is_later: bool,
    /// The connection of the first transaction on PostgreSQL, the version of the file on SQLite.
    seen: Option<String>,
}

impl Workspace<'_> {
    /// Counts the rows of a table that are inserted or updated.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn count_changes(&mut self, table: usize) -> Result<u64, DatabaseError> {
        if self.standing[table] || (!self.may_be(table, State::Insert) && self.has_none(table, "diff")) {
            return Ok(0);
        }
        let written = is_written(&self.shapes[table]);
        let bind = self.shapes[table].temp("bind");
        self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {bind} b WHERE {written}"))
    }

    /// Returns the tables that are written with this one at the earliest: the last one of a circle of references that it is in.
    #[must_use]
    pub fn last_of_circle(&self, table: usize) -> usize {
        self.parents(table).0.into_iter().max().map_or(table, |last| last.max(table))
    }

    /// Says whether parts of a table can be written one after the other: the ledger tells what is written from what is not, and no record names one that is written.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn is_divisible(&mut self, table: usize) -> Result<bool, DatabaseError> {
        let shape = self.shapes[table].clone();
        if !self.ledger || !shape.is_remembered() {
            return Ok(false);
        }
        let (bind, refs) = (shape.temp("bind"), shape.temp("refs"));
        if self.has_rows(&format!("SELECT 1 FROM {bind} b WHERE b.state IN (1, 2) AND b.memo IS NULL"))? {
            return Ok(false);
        }
        for i in shape.own_references().collect::<Vec<_>>() {
            let parent_is_written = is_written(&shape).replace("b.", "p.");
            let pairs =
                format!("SELECT 1 FROM {bind} b JOIN {refs} r ON r.seq = b.seq JOIN {bind} p ON p.seq = r.p{i} WHERE b.seq <> p.seq");
            if self.has_rows(&format!("{pairs} AND {} AND {parent_is_written}", is_written(&shape)))? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Gives the records of a table that are written an order. Returns how many of the first must be written together: those that exchange keys.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn arrange(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        let (order, tied, bind) = (shape.temp("order"), shape.temp("tied"), shape.temp("bind"));
        let end = self.tables.end();
        self.session.batch(&format!("CREATE TEMPORARY TABLE {tied} (seq BIGINT){end}"))?;
        let moved = self.moved[table];
        for number in (0..shape.layout.keys.len()).filter(|number| moved & bit(*number) != 0) {
            self.run(&exchanging(&shape, number, &tied))?;
        }
        self.run(&format!(
            "CREATE TEMPORARY TABLE {order}{end} AS SELECT q.seq AS seq, ROW_NUMBER() OVER (ORDER BY q.apart, q.seq) AS n FROM (SELECT b.seq AS seq, \
             CASE WHEN b.seq IN (SELECT x.seq FROM {tied} x) THEN 0 ELSE 1 END AS apart FROM {bind} b WHERE {}) q",
            is_written(&shape)
        ))?;
        match shape.kind {
            BackendKind::Sqlite => self.session.batch(&format!("CREATE INDEX temp.{order}_n ON {order} (n)"))?,
            BackendKind::Postgres => {
                self.session.batch(&format!("CREATE INDEX ON {order} (n); ANALYZE {order}"))?;
                let filled: Vec<_> = COPIED.iter().filter(|what| **what != "edit" && !self.has_none(table, what)).collect();
                for what in filled {
                    self.session.batch(&format!("CREATE INDEX ON {} (seq)", shape.temp(what)))?;
                }
            }
        }
        if self.may_be(table, State::Duplicate) {
            let index = if shape.kind == BackendKind::Sqlite { format!("temp.{bind}_leader") } else { String::new() };
            self.session.batch(&format!("CREATE INDEX {index} ON {bind} (leader)"))?;
        }
        self.promise_copies(table);
        self.count(&format!("SELECT CAST(COUNT(DISTINCT seq) AS TEXT) FROM {tied}"))
    }

    /// Promises the copies of the temporary tables that a part of a table has.
    pub(super) fn promise_copies(&mut self, table: usize) {
        if self.steps.ordered.contains(&table) {
            return;
        }
        let shape = self.shapes[table].clone();
        for (name, sql) in create_tables(&Shape { number: shape.number + PART, ..shape }).into_iter().filter_map(tables::promised) {
            self.tables.promise(name, sql);
        }
        self.steps.ordered.push(table);
    }

    /// Notes what is stored in the rows of a table that will be updated or go, so that it is seen where somebody else changes them before that.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn note_stored(&mut self, table: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let (seen, end) = (shape.temp("seen"), self.tables.end());
        let mut queries = Vec::new();
        if !self.has_none(table, "diff") {
            queries.push(format!(
                "SELECT b.seq AS seq, CAST(NULL AS TEXT) AS row_key, {} AS stored FROM {} d JOIN {} b ON b.seq = d.seq JOIN {} t ON {} WHERE b.state = 1",
                stored(&shape),
                shape.temp("diff"),
                shape.temp("bind"),
                shape.target,
                shape.on_target("b", "t")
            ));
        }
        if !self.has_none(table, "gone") {
            queries.push(format!(
                "SELECT CAST(NULL AS BIGINT) AS seq, g.row_key AS row_key, {} AS stored FROM {} g JOIN {} t ON {} WHERE g.spared = 0",
                stored(&shape),
                shape.temp("gone"),
                shape.target,
                shape.on_target("g", "t")
            ));
        }
        if queries.is_empty() {
            return Ok(());
        }
        self.run(&format!("CREATE TEMPORARY TABLE {seen}{end} AS {}", queries.join(" UNION ALL ")))?;
        self.session.batch(&match shape.kind {
            BackendKind::Sqlite => format!("CREATE INDEX temp.{seen}_seq ON {seen} (seq)"),
            BackendKind::Postgres => format!("CREATE INDEX ON {seen} (seq); ANALYZE {seen}"),
        })?;
        self.tables.fill(&seen);
        Ok(())
    }

    /// Names rows of what is about to be written that are not as they were when the run began.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn changed_meanwhile(&mut self, table: usize) -> Result<Vec<String>, DatabaseError> {
        let shape = self.shapes[table].clone();
        let seen = format!("rs_seen_{table}");
        if !self.tables.is_filled(&seen) {
            return Ok(Vec::new());
        }
        let row = if shape.primary.is_empty() { "'?'".to_owned() } else { shape.final_row_key() };
        let rows = self.rows(&format!(
            "SELECT {row} FROM {bind} b JOIN {seen} x ON x.seq = b.seq LEFT JOIN {target} t ON {on} WHERE b.state = 1 AND {stored} IS DISTINCT FROM x.stored LIMIT {NAMED}",
            bind = shape.temp("bind"),
            target = shape.target,
            on = shape.on_target("b", "t"),
            stored = stored(&shape),
        ))?;
        Ok(rows.into_iter().flatten().flatten().collect())
    }

    /// Lets a table be a part of itself until [`Self::widen`].
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn narrow(&mut self, part: &Part) -> Result<(), DatabaseError> {
        let Some((from, to)) = part.range else { return Ok(()) };
        let (whole, copy) = self.begin_part(part.table)?;
        let range = format!("FROM {} o WHERE o.n > {from} AND o.n <= {to}", whole.temp("order"));
        let ends = self.rows(&format!("SELECT CAST(MIN(o.seq) AS TEXT), CAST(MAX(o.seq) AS TEXT) {range}"))?;
        let end = |i: usize| ends.first().and_then(|row| int(row, i)).unwrap_or(0);
        for what in COPIED.iter().filter(|what| !self.tables.is_empty(&whole.temp(what))).collect::<Vec<_>>() {
            self.run(&format!(
                "INSERT INTO {} SELECT x.* FROM {} x WHERE x.seq >= {} AND x.seq <= {} AND x.seq IN (SELECT o.seq {range})",
                copy.temp(what),
                whole.temp(what),
                end(0),
                end(1)
            ))?;
        }
        if self.may_be(part.table, State::Duplicate) {
            let bind = whole.temp("bind");
            self.run(&format!(
                "INSERT INTO {} SELECT x.* FROM {bind} x WHERE x.seq <> x.leader AND x.leader IN (SELECT o.seq {range}) AND x.seq NOT IN (SELECT o.seq {range})",
                copy.temp("bind")
            ))?;
        }
        if whole.kind == BackendKind::Postgres {
            let filled: Vec<String> = COPIED.iter().map(|what| copy.temp(what)).filter(|name| !self.tables.is_empty(name)).collect();
            self.session.batch(&format!("ANALYZE {}", filled.join(", ")))?;
        }
        self.put_in_place(part.table, copy);
        Ok(())
    }

    /// Returns the shape of a table and that of a part of it, which has no rows yet.
    pub(super) fn begin_part(&mut self, table: usize) -> Result<(Shape, Shape), DatabaseError> {
        let whole = self.shapes[table].clone();
        let copy = Shape { number: whole.number + PART, ..whole.clone() };
        for what in TEMPORARY_TABLES {
            self.empty(&copy.temp(what))?;
        }
        Ok((whole, copy))
    }

    /// Lets a part stand for its table.
    pub(super) fn put_in_place(&mut self, table: usize, part: Shape) {
        self.steps.whole.insert(table, std::mem::replace(&mut self.shapes[table], part));
    }

    /// Ends [`Self::narrow`] for all tables.
    pub fn widen(&mut self) {
        for (table, shape) in std::mem::take(&mut self.steps.whole) {
            self.shapes[table] = shape;
        }
    }

    /// Returns the shape of a table, all of it.
    pub(super) fn whole(&self, table: usize) -> Shape {
        self.steps.whole.get(&table).unwrap_or(&self.shapes[table]).clone()
    }

    fn empty(&mut self, table: &str) -> Result<(), DatabaseError> {
        if self.tables.is_empty(table) {
            return Ok(());
        }
        if self.session.kind() == BackendKind::Sqlite {
            return self.run(&format!("DELETE FROM {table}")).map(|_| ());
        }
        // Deleted rows would stay in the file of a temporary table: nobody vacuums it.
        self.session.batch(&format!("TRUNCATE {table}"))?;
        self.tables.note(&format!("DELETE FROM {table}"), 1);
        Ok(())
    }

    /// Begins the first step: must come in the transaction that read.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn begin_steps(&mut self) -> Result<(), DatabaseError> {
        self.steps.seen = Some(self.sight()?);
        Ok(())
    }

    /// Says whether the run commits in steps.
    pub(super) fn is_in_steps(&self) -> bool {
        self.steps.seen.is_some()
    }

    /// Takes note of the end of a step.
    pub fn end_step(&mut self) {
        self.tables.end_transaction();
        self.steps.is_later = true;
        self.widen();
    }

    /// Takes note of what is known before a step, which the database may take back.
    #[must_use]
    pub fn moment(&self) -> Moment {
        Moment {
            shapes: self.shapes.clone(),
            kept: self.kept.clone(),
            forms: self.forms.clone(),
            statistics: self.statistics.clone(),
            tables: self.tables.clone(),
            census: self.census.clone(),
            moved: self.moved.clone(),
            has_moved: self.has_moved.clone(),
            journal: self.journal.clone(),
        }
    }

    /// Takes back what is known of a step that the database took back.
    pub fn return_to_moment(&mut self, moment: Moment) {
        let Moment { shapes, kept, forms, statistics, tables, census, moved, has_moved, journal } = moment;
        self.steps.whole.clear();
        (self.shapes, self.kept, self.forms, self.statistics, self.tables) = (shapes, kept, forms, statistics, tables);
        (self.census, self.moved, self.has_moved, self.journal) = (census, moved, has_moved, journal);
    }

    /// Ends the transaction that read, which wrote to no target table, and begins the one that writes first, with all target tables locked. Names the tables that
    /// others wrote to in between, or of which that cannot be told.
    ///
    /// # Errors
    /// A lock that is not granted in time, or whatever else the database says.
    pub fn begin_to_write(&mut self, waiting: &Waiting<'_>) -> Result<Vec<String>, DatabaseError> {
        let before = self.versions_of_targets()?;
        lock::commit(self.session, waiting)?;
        self.tables.end_transaction();
        lock::begin_writing(self.session, waiting)?;
        self.lock_targets(waiting)?;
        self.defer_constraints()?;
        let now = self.versions_of_targets()?;
        let changed = (0..self.shapes.len()).filter(|table| before[*table].is_none() || before[*table] != now[*table]);
        Ok(changed.map(|table| self.shapes[table].table().display_name()).collect())
    }

    fn versions_of_targets(&mut self) -> Result<Vec<Option<String>>, DatabaseError> {
        let shapes = self.shapes.clone();
        let targets: Vec<_> = shapes.iter().map(Shape::table).collect();
        self.versions(&targets)
    }

    /// Says whether anybody else may have written since the run began; must come when the transaction of the next one has begun.
    ///
    /// # Errors
    /// A connection that is another one than before, where the temporary tables are not.
    pub fn may_have_changed(&mut self) -> Result<bool, DatabaseError> {
        let now = Some(self.sight()?);
        if self.session.kind() == BackendKind::Sqlite {
            // Once somebody has written, every row that is still to be written may be another one.
            return Ok(self.steps.seen != now);
        }
        if self.steps.seen == now { Ok(true) } else { Err(DatabaseError::new(DatabaseErrorKind::Other, POOLED)) }
    }

    fn sight(&mut self) -> Result<String, DatabaseError> {
        let sql = match self.session.kind() {
            BackendKind::Postgres => "SELECT CAST(pg_backend_pid() AS TEXT)",
            BackendKind::Sqlite => "SELECT CAST(data_version AS TEXT) FROM pragma_data_version",
        };
        Ok(self.rows(sql)?.into_iter().flatten().flatten().next().unwrap_or_default())
    }

    /// Says whether a target table has triggers.
    #[must_use]
    pub fn has_triggers(&self) -> bool {
        self.shapes.iter().any(|shape| !shape.table().triggers.is_empty())
    }

    /// Says that a refusal may be about what others wrote between two steps, and not about a record.
    pub(super) fn is_for_others_sake(&self, error: &DatabaseError) -> bool {
        self.steps.is_later && matches!(error.kind, DatabaseErrorKind::Unique | DatabaseErrorKind::ForeignKey)
    }
}

/// What is said where steps of one run came to different connections.
pub(crate) const POOLED: &str = "the transactions of this run came to different connections of the server, as behind a proxy that pools transactions; expected a connection of its own";

/// Says of record `b` that its row is inserted or updated.
fn is_written(shape: &Shape) -> String {
    format!("(b.state = 2 OR (b.state = 1 AND b.seq IN (SELECT dw.seq FROM {} dw)))", shape.temp("diff"))
}

/// Lists the records that take a key, and those whose row has it.
fn exchanging(shape: &Shape, number: usize, tied: &str) -> String {
    let pairs = format!("SELECT w.seq AS taker, hb.seq AS holder {}", takers_and_holders(shape, number));
    let side = |i: u8| if i == 0 { "y.taker" } else { "y.holder" };
    format!(
        "INSERT INTO {tied} (seq) SELECT CASE q.side WHEN 0 THEN {} ELSE {} END FROM ({pairs}) y CROSS JOIN (SELECT 0 AS side UNION ALL SELECT 1) q",
        side(0),
        side(1)
    )
}

/// All that a run reads of row `t`, in a text: mapped columns and primary key. What others do to further columns does not matter.
pub(super) fn stored(shape: &Shape) -> String {
    let is_read = |name: &str| shape.mapped(name).is_some() || shape.is_primary(name);
    let mut table = shape.table().clone();
    table.columns.retain(|column| is_read(&column.name) && !column.generated.is_computed());
    match shape.kind {
        BackendKind::Sqlite => format!("rs_hash({})", text_of_row(&table, "t")),
        BackendKind::Postgres => {
            let columns: Vec<String> = table.columns.iter().map(|c| format!("t.{}", quote(&c.name))).collect();
            format!("md5(CAST(ROW({}) AS text))", columns.join(", "))
        }
    }
}
