//! Tables that stand as they are: their records are not staged, because the pipeline knows that all of them are unchanged.
//!
//! **Invariant**: whatever a record of another table names in a table that stands, it finds as if the records of that table were there.

use super::apart::Apart;
use super::references::is_unique;
use super::shape::qualified;
use super::tables::Census;
use super::{TEMPORARY_TABLES, Workspace};
use crate::backend::DatabaseError;
use crate::backend::statement::{literal, quote};
use crate::catalog::{BackendKind, Column, DataType, Table};
use crate::mapping::IdScope;

/// Rows of a table of PostgreSQL that are looked at one after the other while one is looked up twice.
const ROWS_LOOKED_AT: u64 = 20;

/// Tables that one statement looks at.
const TABLES_AT_ONCE: usize = 100;

impl Workspace<'_> {
    /// Lets a table stand as it is. Must come before anything is resolved, and only where nothing of the table was staged.
    pub fn let_stand(&mut self, table: usize) {
        self.standing[table] = true;
    }

    /// Lets a table lean on what is stored: of its records only those are staged that changed since the last import, which left it settled.
    pub fn let_lean(&mut self, table: usize) {
        self.leaning[table] = Some(0);
    }

    /// Notes how many records of a table that leans were passed over.
    pub fn pass_over(&mut self, table: usize, records: u64) {
        self.leaning[table] = Some(records);
    }

    /// Notes that a table does not lean after all: none of its records was passed over.
    pub fn stand_alone(&mut self, table: usize) {
        self.leaning[table] = None;
    }

    /// Returns how many records were passed over; `None` for a table that does not lean.
    #[must_use]
    pub fn passed_over(&self, table: usize) -> Option<u64> {
        self.leaning[table]
    }

    /// Says whether the changed records of a table concern nobody else: each is on the row that it was on, and takes no new value of a key.
    #[must_use]
    pub fn concerns_nobody_else(&self, table: usize) -> bool {
        !self.has_moved[table] && self.census[table].is_bound_by_ledger()
    }

    /// Empties the temporary tables of a table, whose records will be staged, all of them, and resolved.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn begin_again(&mut self, table: usize) -> Result<(), DatabaseError> {
        (self.standing[table], self.leaning[table]) = (false, None);
        self.loads[table] = None;
        for what in TEMPORARY_TABLES {
            let name = self.shapes[table].temp(what);
            self.run(&format!("DELETE FROM {name}"))?;
        }
        self.forget_edits(table);
        self.census[table] = Census::default();
        self.apart[table] = Apart::new(&self.shapes[table]);
        (self.moved[table], self.has_moved[table]) = (0, false);
        (self.kept[table], self.nameless[table]) = (false, false);
        Ok(())
    }

    /// Adds up the versions of the rows that this run updates; `None` where looking at all rows is quicker.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn weigh_written(&mut self, table: usize) -> Result<Option<i128>, DatabaseError> {
        let shape = self.shapes[table].clone();
        if self.has_none(table, "diff") {
            return Ok(Some(0));
        }
        let diff = shape.temp("diff");
        let number = match shape.kind {
            BackendKind::Sqlite => format!("rs_hash_number({})", text_of_row(shape.table(), "v")),
            BackendKind::Postgres => {
                let written = self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {diff}"))?;
                if self.passed_over(table).unwrap_or(0) < written.saturating_mul(ROWS_LOOKED_AT) {
                    return Ok(None);
                }
                "hashtextextended(CAST(v.xmin AS text), 0)".to_owned()
            }
        };
        let rows = self.rows(&format!(
            "SELECT CAST(COALESCE(SUM({number}), 0) AS TEXT) FROM {diff} d JOIN {bind} b ON b.seq = d.seq AND b.state = 1 JOIN {target} v ON {on}",
            bind = shape.temp("bind"),
            target = shape.target,
            on = shape.on_target("b", "v"),
        ))?;
        let sum = rows.into_iter().next().and_then(|row| row.into_iter().next()).flatten();
        Ok(sum.and_then(|sum| sum.parse().ok()))
    }

    /// Says whether a table stands as it is.
    #[must_use]
    pub fn stands(&self, table: usize) -> bool {
        self.standing[table]
    }

    /// Says whether the ledger can tell the rows of a table apart, and remembers them by hashes as they would be made now.
    #[must_use]
    pub fn remembers(&self, table: usize) -> bool {
        let shape = &self.shapes[table];
        shape.is_remembered() && self.forms.as_ref().is_some_and(|forms| forms.knows(shape))
    }

    /// Returns the numbers of the tables of this run that a table's references name, itself included, and the tables outside with whether they are named by
    /// legacy id.
    #[must_use]
    pub fn parents(&self, table: usize) -> (Vec<usize>, Vec<(&Table, bool)>) {
        let (mut inside, mut outside) = (Vec::new(), Vec::new());
        for (_, reference) in &self.shapes[table].references {
            match self.parent_of(reference) {
                Some(parent) => inside.push(parent),
                None => outside.push((reference.table.as_ref(), reference.by.is_none())),
            }
        }
        (inside, outside)
    }

    /// Says whether a table has references to another one that comes later.
    #[must_use]
    pub fn is_in_circle(&self, table: usize) -> bool {
        let shape = &self.shapes[table];
        (0..shape.references.len()).any(|i| shape.references[i].1.late && !shape.is_own(i))
    }

    /// Says that references of `child` come to the same whether the records of `parent` are staged or only stored.
    ///
    /// Staged records come first when a reference looks for its row. That matters only where several rows can answer: to one id in several namespaces, or to a
    /// natural key that is not unique.
    #[must_use]
    pub fn finds_stored(&self, child: usize, parent: usize) -> bool {
        let shape = &self.shapes[parent];
        let of_parent = self.shapes[child].references.iter().map(|(_, r)| r).filter(|r| self.parent_of(r) == Some(parent));
        let is_kept = shape.layout.scope != IdScope::Run && shape.layout.legacy_id.is_some();
        let by_id = |namespaces: &[String]| is_kept && namespaces == [shape.layout.namespace.clone()];
        of_parent.into_iter().all(|reference| reference.by.as_ref().map_or_else(|| by_id(&reference.namespaces), |by| is_unique(shape, by)))
    }

    /// Returns the version of the target's file: a text that is another one after any transaction that wrote to it. `None` where it has none: PostgreSQL, and SQLite with
    /// a write-ahead log.
    ///
    /// SQLite counts the transactions that changed a file in its header ([file change counter](https://www.sqlite.org/fileformat.html#file_change_counter)); with a
    /// write-ahead log it does not.
    pub fn file_version(&mut self) -> Option<FileVersion> {
        if self.session.kind() == BackendKind::Postgres {
            return None;
        }
        let sql = "SELECT hex(substr(p.data, 19, 2)), hex(substr(p.data, 25, 4)), hex(substr(p.data, 41, 4)) FROM sqlite_dbpage('main') p WHERE p.pgno = 1";
        // SQLite may be compiled without this table; a query that it refuses ends no transaction.
        let rows = self.rows(sql).ok()?;
        let read = |row: &crate::backend::TextRow| {
            let number = |i: usize| u32::from_str_radix(row.get(i)?.as_deref()?, 16).ok();
            let is_journaled = row.first()?.as_deref() == Some(WITH_ROLLBACK_JOURNAL);
            Some(FileVersion { changes: number(1)?, schema: number(2)? }).filter(|_| is_journaled)
        };
        rows.first().and_then(read)
    }

    /// Returns a text for each table that is another one whenever a row was inserted, updated or deleted in between; `None` where that cannot be told.
    ///
    /// PostgreSQL writes the number of the transaction into each row version: these numbers and how many rows have each change with any change of a row. SQLite has
    /// nothing like it, so all rows are hashed.
    ///
    /// # Errors
    /// A connection that is lost.
    pub fn versions(&mut self, tables: &[&Table]) -> Result<Vec<Option<String>>, DatabaseError> {
        let mut versions = Vec::with_capacity(tables.len());
        for table in tables {
            let number = self.shapes.iter().position(|shape| shape.table().display_name() == table.display_name());
            versions.push(number.map(|number| self.weigh_loaded(number)).transpose()?.flatten());
        }
        let others: Vec<usize> = (0..tables.len()).filter(|number| versions[*number].is_none()).collect();
        for some in others.chunks(TABLES_AT_ONCE) {
            let kind = self.session.kind();
            let sql: Vec<String> = some.iter().map(|i| format!("SELECT {i} AS i, ({}) AS v", version(kind, tables[*i]))).collect();
            let sql = format!("SELECT q.v FROM ({}) q ORDER BY q.i", sql.join(" UNION ALL "));
            self.savepoint("rs_version")?;
            let rows = self.rows(&sql);
            // A role may not be allowed to read all columns, or a number may be too large.
            if rows.is_ok() { self.release("rs_version") } else { self.undo("rs_version") }?;
            let rows = rows.unwrap_or_default();
            for (number, row) in some.iter().zip(rows) {
                versions[*number] = row.into_iter().next().flatten();
            }
        }
        Ok(versions)
    }
}

/// What the header of a file says, for writing and for reading it, that has no write-ahead log.
const WITH_ROLLBACK_JOURNAL: &str = "0101";

/// How many transactions changed a file, and its schema: a file that was restored from statements hardly has both numbers of the one that it replaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileVersion {
    changes: u32,
    schema: u32,
}

impl FileVersion {
    /// Returns the version that the file will have when the transaction is committed that found it in this one, and wrote to it.
    #[must_use]
    pub fn once_committed(self) -> Self {
        Self { changes: self.changes.wrapping_add(1), ..self }
    }
}

impl std::fmt::Display for FileVersion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.changes, self.schema)
    }
}

/// Query of one text.
fn version(kind: BackendKind, table: &Table) -> String {
    let target = qualified(table);
    match kind {
        BackendKind::Postgres => format!(
            "SELECT CASE WHEN c.relkind IN ('r', 'p') AND NOT c.relhasrules THEN c.oid || ' ' || (SELECT COALESCE(SUM(hashtextextended(CAST(g.x AS text), 0) * CAST(g.n AS numeric)), 0) \
             FROM (SELECT v.xmin AS x, COUNT(*) AS n FROM {target} v GROUP BY v.xmin) g) END FROM pg_catalog.pg_class c WHERE c.oid = {}::regclass",
            literal(&target)
        ),
        BackendKind::Sqlite => {
            format!("SELECT COUNT(*) || ' ' || COALESCE(SUM(rs_hash_number({})), 0) FROM {target} v", text_of_row(table, "v"))
        }
    }
}

/// All that is stored of a row in a table of SQLite, in one text that is another one for any other row: texts behind their length in bytes, other values as SQL writes
/// them behind `=`. One call that joins them takes two thirds of the time of quoting each of them.
pub(super) fn text_of_row(table: &Table, row: &str) -> String {
    let stored: Vec<String> = table.columns.iter().filter(|c| !c.generated.is_computed()).map(|column| stored_text(column, row)).collect();
    stored.chunks(COLUMNS_AT_ONCE).map(|some| format!("concat_ws(',', {})", some.join(", "))).collect::<Vec<_>>().join(" || ',' || ")
}

/// Columns in one call of a function, which takes 127 arguments at most.
const COLUMNS_AT_ONCE: usize = 60;

pub(crate) fn stored_text(column: &Column, row: &str) -> String {
    let value = format!("{row}.{}", quote(&column.name));
    if is_number(column) {
        return format!("quote({value})");
    }
    format!("octet_length({value}), CASE typeof({value}) WHEN 'text' THEN {value} ELSE '=' || quote({value}) END")
}

/// Says that a column is one of numbers.
pub(super) fn is_number(column: &Column) -> bool {
    matches!(column.data_type, DataType::Int { .. } | DataType::Float { .. } | DataType::Bool | DataType::Numeric { .. })
}
