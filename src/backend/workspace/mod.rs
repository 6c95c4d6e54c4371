//! Set operations on the records of a run, inside the database: the only SQL of resolution and writing.
//!
//! Takes layouts and batches, keeps them in temporary tables of the session, and answers what `resolve`, `plan` and `apply` ask.
//! Memory does not grow with the input, but for hashes of key values up to a bound (`apart.rs`): per record there is a row in a stage table (its values), a
//! row in a bind table (what it is), and where it has references a row in a reference table.
//!
//! **Invariant**: nothing outside `write.rs` changes anything but temporary tables; each operation decides nothing, the rules are in `resolve`.

mod apart;
mod bind;
mod distinct;
mod edits;
mod entries;
mod equal;
mod found;
mod function;
mod hashed;
mod held;
mod inserts;
mod journal;
mod judge;
mod kept;
mod keys;
mod learned;
mod leaving;
mod load;
mod loadable;
mod marks;
mod merge;
mod missing;
mod number;
mod one_by_one;
mod orphans;
mod outside;
mod own;
mod park;
mod read;
mod references;
mod refuse;
mod remember;
mod repeats;
mod restore;
mod shape;
mod shared;
mod sorted;
mod sorter;
mod standing;
mod statistics;
mod steps;
mod tables;
mod taken;
mod trial;
mod verify;
mod write;

use std::sync::Arc;

use crate::backend::statement::{Statement, literal};
use crate::backend::{DatabaseError, Session, TextRow};
use crate::catalog::BackendKind;
use crate::layout::Layout;
use crate::record::Batch;

use apart::Apart;
use edits::Forms;
pub use edits::{EditTally, Edits};
#[cfg(test)]
pub(crate) use function::hash_function;
pub use journal::Journaled;
pub use judge::{Claim, ClaimKind, Knot};
pub(crate) use kept::UPDATED;
pub use load::Loaded;
pub use marks::Marks;
pub use missing::Missing;
pub use number::Numbering;
pub use read::{Detail, FieldChange, Rejection, StagedRecord, Tally};
pub use refuse::Known;
pub use restore::{Changed, Journal, Since};
pub(crate) use shape::Shape;
pub use sorter::Sorter;
pub use standing::FileVersion;
#[cfg(test)]
pub(crate) use standing::stored_text;
use statistics::Statistics;
pub use steps::{Moment, Part, Remembered};
pub use tables::Lasting;
use tables::{Census, Tables};
pub use verify::Orphan;
pub use write::Written;

/// What a record is while it is being resolved: the `state` column of a bind table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A leader that is not bound.
    Pending = 0,
    /// Bound to a stored row.
    Bound = 1,
    /// To be inserted.
    Insert = 2,
    /// On the row of an earlier record, and accepted.
    Duplicate = 3,
    /// Rejected by resolution.
    Rejected = 4,
    /// Rejected before resolution.
    Held = 5,
}

/// Why resolution rejected a record: the `code` column of a bind table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// Two or more rows answer to its keys.
    Ambiguous = 1,
    /// An earlier record has the row or the key.
    DuplicateInInput = 2,
    /// A stored row has the key.
    ConflictsWithStoredRow = 3,
    /// A reference names no row.
    UnresolvedReference = 4,
    /// The database refused a value's text form.
    RefusedValue = 5,
    /// The database refused the row.
    RefusedRow = 6,
    /// A new row would lack a value that its column must have.
    MissingValue = 7,
    /// A reference names two or more rows.
    AmbiguousReference = 8,
    /// Both the source and the stored row changed since the last run, and the mapping says to reject the record then.
    EditedRow = 9,
}

impl Cause {
    /// Reads the `code` column.
    #[must_use]
    pub fn from_code(code: i64) -> Option<Self> {
        [
            Self::Ambiguous,
            Self::DuplicateInInput,
            Self::ConflictsWithStoredRow,
            Self::UnresolvedReference,
            Self::RefusedValue,
            Self::RefusedRow,
            Self::MissingValue,
            Self::AmbiguousReference,
            Self::EditedRow,
        ]
        .into_iter()
        .find(|cause| *cause as i64 == code)
    }
}

/// One record that resolution rejects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The record.
    pub seq: i64,
    /// Why.
    pub cause: Cause,
    /// Number of the key in the layout, or of the reference in the table's references.
    pub key: usize,
    /// The other record of the group, where there is one.
    pub other: Option<i64>,
    /// The stored row of the group, as the ledger writes it, where there is one.
    pub row: Option<String>,
    /// The record whose rejection dragged this one along.
    pub root: Option<i64>,
}

/// The records of a run, in temporary tables of one session.
pub struct Workspace<'s> {
    session: &'s mut dyn Session,
    shapes: Vec<Shape>,
    /// Per table: has it no rows?
    empty: Vec<bool>,
    /// Per table: are the updates kept in a temporary table?
    kept: Vec<bool>,
    /// Does the ledger exist?
    ledger: bool,
    /// This transaction made the ledger: nobody else sees it.
    owns_ledger: bool,
    /// Do the ledger's entries of ids have records?
    learns: bool,
    /// Per table: number of rows that the last import found or wrote, where they are as it left them.
    as_they_were: Vec<Option<u64>>,
    /// What is known of the rows as they were last written; `None` where the ledger does not say.
    forms: Option<Forms>,
    statistics: Statistics,
    tables: Tables,
    /// Per table: in which states its records may be.
    census: Vec<Census>,
    /// Per table: has it records that the ledger cannot remember by an id?
    nameless: Vec<bool>,
    /// Per table: bits of the keys that records move.
    moved: Vec<i64>,
    /// Per table: did a record move a key, be it rejected since or not?
    has_moved: Vec<bool>,
    /// Per table: does it stand as it is?
    standing: Vec<bool>,
    /// Per table: are only the records staged that changed? Then how many were passed over.
    leaning: Vec<Option<u64>>,
    /// Per table: by which keys the staged records are apart.
    apart: Vec<Apart>,
    /// Per table: the load of its records straight into the target, where there is one.
    loads: Vec<Option<load::Load>>,
    /// What becomes of the journal of this run.
    journal: journal::Draft,
    /// What a run knows that commits in steps.
    steps: steps::Steps,
}

impl<'s> Workspace<'s> {
    /// Begins with tables of these layouts, in that order.
    ///
    /// With [`Marks::Every`], [`Workspace::count_emptied`] and the details of updates know of absent fields.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn create(
        session: &'s mut dyn Session,
        layouts: &[Arc<Layout>],
        ledger: bool,
        marks: Marks,
        lasting: Lasting,
    ) -> Result<Self, DatabaseError> {
        let kind = session.kind();
        let shape = |(i, layout)| Shape { marks_absent: marks == Marks::Every, ..Shape::new(kind, i, Arc::clone(layout)) };
        let shapes: Vec<Shape> = layouts.iter().enumerate().map(shape).collect();
        if kind == BackendKind::Postgres && shapes.iter().any(has_casts) {
            session.batch(ACCEPTS_FUNCTION)?;
        }
        let mut tables = Tables::new(kind, lasting);
        for (name, sql) in shapes.iter().flat_map(create_tables).filter_map(tables::promised) {
            tables.promise(name, sql);
        }
        let count = shapes.len();
        Ok(Self {
            apart: shapes.iter().map(Apart::new).collect(),
            session,
            shapes,
            empty: vec![false; count],
            kept: vec![false; count],
            ledger,
            owns_ledger: false,
            learns: false,
            as_they_were: vec![None; count],
            forms: None,
            statistics: Statistics::default(),
            tables,
            census: vec![Census::default(); count],
            nameless: vec![false; count],
            moved: vec![0; count],
            has_moved: vec![false; count],
            standing: vec![false; count],
            leaning: vec![None; count],
            loads: (0..count).map(|_| None).collect(),
            journal: journal::Draft::default(),
            steps: steps::Steps::default(),
        })
    }

    /// Says that this transaction made the ledger.
    pub fn owns_ledger(&mut self) {
        self.owns_ledger = true;
    }

    /// Creates the temporary tables and makes the transaction read-only. A SQLite file is opened read-only already.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn forbid_writes(&mut self) -> Result<(), DatabaseError> {
        match self.session.kind() {
            BackendKind::Sqlite => Ok(()),
            BackendKind::Postgres => {
                if !self.standing.iter().all(|stands| *stands) {
                    self.create_all()?;
                }
                self.session.batch("SET TRANSACTION READ ONLY")
            }
        }
    }

    /// Looks which target tables are empty. Must come after the transaction began.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn look_at_targets(&mut self) -> Result<(), DatabaseError> {
        let targets: Vec<(usize, String)> = self.shapes.iter().map(|s| s.target.clone()).enumerate().collect();
        for some in targets.chunks(TARGETS_AT_ONCE) {
            let one = |(i, target): &(usize, String)| format!("SELECT '{i}' WHERE EXISTS (SELECT 1 FROM {target})");
            let filled = self.rows(&some.iter().map(one).collect::<Vec<_>>().join(" UNION ALL "))?;
            let filled: Vec<i64> = filled.iter().filter_map(|row| judge::int(row, 0)).collect();
            for (i, _) in some {
                self.empty[*i] = !filled.contains(&i64::try_from(*i).unwrap_or(-1));
            }
        }
        Ok(())
    }

    /// Returns the layout of a table.
    #[must_use]
    pub fn layout(&self, table: usize) -> &Layout {
        &self.shapes[table].layout
    }

    /// Returns the number of tables.
    #[must_use]
    pub fn tables(&self) -> usize {
        self.shapes.len()
    }

    /// Appends normalized records to a table's stage.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn append(&mut self, table: usize, batch: &Batch) -> Result<(), DatabaseError> {
        let stage = self.shapes[table].stage_target();
        if batch.rows.is_empty() {
            return Ok(());
        }
        self.nameless[table] |= batch.rows.iter().any(|head| head.legacy_id.is_none() && !head.rejected);
        let name = self.shapes[table].temp("stage");
        self.prepare_for(&name)?;
        self.tables.fill(&name);
        self.compare(table, batch);
        self.session.append(&stage, batch)
    }

    /// Ends the staging of a table: lets the planner know its size, and rejects values that the server does not accept.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn seal(&mut self, table: usize) -> Result<(), DatabaseError> {
        self.end_comparison(table);
        let shape = &self.shapes[table];
        if self.has_none(table, "stage") {
            return Ok(());
        }
        if self.session.kind() == BackendKind::Postgres {
            self.session.batch(&format!("ANALYZE {} ({})", shape.temp("stage"), shape.compared_columns().join(", ")))?;
        }
        let casts: Vec<(usize, String)> =
            shape.layout.columns.iter().enumerate().filter(|(_, c)| shape.is_cast(c)).map(|(i, c)| (i, c.type_text.clone())).collect();
        let stage = shape.temp("stage");
        let refused = shape.temp("refused");
        for (i, type_text) in casts {
            self.run(&format!(
                "INSERT INTO {refused} (seq, cell, value) SELECT s.seq, {i}, s.c{i} FROM {stage} s JOIN (SELECT v FROM (SELECT DISTINCT c{i} AS v FROM {stage} \
                 WHERE c{i} IS NOT NULL) q WHERE NOT pg_temp.rs_accepts(v, {})) x ON x.v = s.c{i}",
                literal(&type_text)
            ))?;
            self.run(&format!("UPDATE {stage} AS s SET bad = 1, c{i} = NULL WHERE seq IN (SELECT seq FROM {refused} WHERE cell = {i})"))?;
        }
        Ok(())
    }

    /// Removes what would stay with the connection when the transaction is committed: behind a proxy, somebody else may get it next.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn leave(&mut self) -> Result<(), DatabaseError> {
        if self.session.kind() == BackendKind::Postgres && self.shapes.iter().any(has_casts) {
            return self.session.batch("DROP FUNCTION pg_temp.rs_accepts(text, text)");
        }
        Ok(())
    }

    /// Gives the session back for other statements of the same run.
    pub fn session(&mut self) -> &mut dyn Session {
        self.session
    }

    fn run(&mut self, sql: &str) -> Result<u64, DatabaseError> {
        let written = statistics::changed_table(sql).filter(|_| !sql.starts_with("INSERT"));
        if written.is_some_and(|table| self.tables.is_empty(table)) {
            return Ok(0);
        }
        self.prepare_for(sql)?;
        let changed = self.session.execute(&Statement::new(sql))?;
        self.note(sql, changed);
        if self.session.kind() == BackendKind::Postgres
            && let Some(table) = statistics::changed_table(sql)
            && self.statistics.are_stale_after(table, changed)
        {
            self.session.batch(&format!("ANALYZE {table}"))?;
        }
        Ok(changed)
    }

    fn rows(&mut self, sql: &str) -> Result<Vec<TextRow>, DatabaseError> {
        self.prepare_for(sql)?;
        self.session.rows(&Statement::new(sql))
    }

    fn for_each(&mut self, sql: &str, each: &mut dyn FnMut(TextRow)) -> Result<(), DatabaseError> {
        self.prepare_for(sql)?;
        self.session.for_each(&Statement::new(sql), each)
    }

    /// Inserts rows that the client has into a temporary table.
    fn put(&mut self, table: &str, statement: &Statement) -> Result<(), DatabaseError> {
        self.prepare_for(table)?;
        self.tables.fill(table);
        self.session.execute(statement).map(|_| ())
    }

    fn count(&mut self, sql: &str) -> Result<u64, DatabaseError> {
        let rows = self.rows(sql)?;
        Ok(rows.first().and_then(|row| row.first()).and_then(|n| n.as_deref()).and_then(|n| n.parse().ok()).unwrap_or(0))
    }

    /// Says whether a query gives any row.
    fn has_rows(&mut self, query: &str) -> Result<bool, DatabaseError> {
        Ok(self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM ({query} LIMIT 1) q"))? > 0)
    }
}

/// A query for the row of a table that entry `l` of the ledger names.
pub(crate) fn row_exists(kind: BackendKind, table: &crate::catalog::Table) -> String {
    let shape = Shape::bare(kind, &Arc::new(table.clone()));
    format!("SELECT 1 FROM {} t WHERE {}", shape.target, shape.on_ledger("t"))
}

/// Says whether the server reads values of a table that normalization leaves to it.
fn has_casts(shape: &Shape) -> bool {
    shape.layout.columns.iter().any(|column| shape.is_cast(column))
}

/// Tables that one statement looks at.
const TARGETS_AT_ONCE: usize = 100;

/// Text of a refusal as the bind table keeps it: the constraint, where there is one, and the message.
fn refusal(constraint: &str, message: &str) -> String {
    format!("{constraint}{REFUSAL_SPLIT}{message}")
}

/// Stands between constraint and message of a refusal.
const REFUSAL_SPLIT: char = '\u{1f}';

/// All temporary tables of one target table.
const TEMPORARY_TABLES: [&str; 12] =
    ["stage", "bind", "refs", "cand", "held", "diff", "edit", "verdict", "knot", "refused", "gone", "made"];

/// Says whether the server reads a text as a value of a type; `pg_input_is_valid` exists from version 16 only.
const ACCEPTS_FUNCTION: &str = "CREATE OR REPLACE FUNCTION pg_temp.rs_accepts(value text, type_name text) RETURNS boolean LANGUAGE plpgsql AS $rs$ \
    BEGIN EXECUTE 'SELECT CAST($1 AS ' || type_name || ')' USING value; RETURN true; EXCEPTION WHEN others THEN RETURN false; END $rs$";

/// In SQLite with an index: without it, all candidates would be looked through for each of them.
fn create_candidates(shape: &Shape, handle: &str) -> String {
    let cand = shape.temp("cand");
    let index = if shape.kind == BackendKind::Sqlite { format!(";\nCREATE INDEX temp.{cand}_seq ON {cand} (seq)") } else { String::new() };
    format!("CREATE TEMPORARY TABLE {cand} (seq BIGINT, key SMALLINT{handle}){index}")
}

fn create_tables(shape: &Shape) -> Vec<String> {
    let cells = (0..shape.layout.columns.len()).map(|i| shape.stage_column(i));
    let absent = shape.marked_columns().into_iter().map(|i| format!("a{i} SMALLINT"));
    let hashes = (!shape.hashed_cells().is_empty()).then(|| "cells TEXT".to_owned());
    let stage: Vec<String> = cells.chain(absent).chain(hashes).map(|c| format!(", {c}")).collect();
    let handle: String = shape.handle.iter().enumerate().map(|(i, h)| format!(", h{i} {}", h.type_sql)).collect();
    let primary: String = shape.primary.iter().enumerate().map(|(i, p)| format!(", k{i} {}", p.type_sql)).collect();
    let values: String = shape
        .references
        .iter()
        .enumerate()
        .map(|(i, (column, _))| format!(", p{i} BIGINT, u{i} SMALLINT, v{i} {}", shape.column_type(&shape.layout.columns[*column].name)))
        .collect();
    // In SQLite an integer primary key is the row's own address; in PostgreSQL an index would cost more than it gives.
    let seq = match shape.kind {
        BackendKind::Sqlite => "seq INTEGER PRIMARY KEY",
        BackendKind::Postgres => "seq BIGINT NOT NULL",
    };
    vec![
        format!("CREATE TEMPORARY TABLE {} (n BIGINT PRIMARY KEY, raw TEXT, made TEXT)", shape.temp("made")),
        format!(
            "CREATE TEMPORARY TABLE {} ({seq}, src BIGINT, line BIGINT, col BIGINT, pos BIGINT, lid TEXT, bad SMALLINT, hash TEXT, raw BIGINT{})",
            shape.temp("stage"),
            stage.concat()
        ),
        format!(
            "CREATE TEMPORARY TABLE {} ({seq}, lid TEXT, memo TEXT, namespace TEXT, known SMALLINT, state SMALLINT, leader BIGINT, via SMALLINT, code SMALLINT, key SMALLINT, other BIGINT, \
             row_key TEXT, root BIGINT, root_table SMALLINT{handle}{primary})",
            shape.temp("bind")
        ),
        format!("CREATE TEMPORARY TABLE {} ({seq}{values})", shape.temp("refs")),
        create_candidates(shape, &handle),
        format!("CREATE TEMPORARY TABLE {} (seq BIGINT{handle})", shape.temp("held")),
        format!("CREATE TEMPORARY TABLE {} ({seq}, moved BIGINT)", shape.temp("diff")),
        edits::create_table(shape),
        format!("CREATE TEMPORARY TABLE {} (row_key TEXT, spared SMALLINT{handle})", shape.temp("gone")),
        format!(
            "CREATE TEMPORARY TABLE {} ({seq}, code SMALLINT, key SMALLINT, other BIGINT, row_key TEXT, root BIGINT, root_table SMALLINT)",
            shape.temp("verdict")
        ),
        format!("CREATE TEMPORARY TABLE {} (seq BIGINT)", shape.temp("knot")),
        format!("CREATE TEMPORARY TABLE {} (seq BIGINT, cell BIGINT, value TEXT)", shape.temp("refused")),
    ]
}
