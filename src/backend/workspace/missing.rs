//! Rows that were imported earlier and that no record of this run names any more.
//!
//! **Invariant**: a row is deleted only if no row that stays refers to it, whatever the foreign key would do then; children go before parents.

use super::Workspace;
use super::judge::int;
use super::shape::{Shape, join};
use crate::backend::statement::{literal, quote};
use crate::backend::{DatabaseError, LEDGER_HASHES, LEDGER_ROWS};
use crate::catalog::{BackendKind, Catalog, ForeignKey, Table, Timing};
use crate::mapping::OnMissing;

/// `spared` of a row to which a row refers that stays; 0 is one that goes.
const REFERENCED: i64 = 1;

/// `spared` of a row that has the values already, or had them before.
const DONE: i64 = 2;

/// Missing rows of one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// Rows imported earlier that are still there.
    pub imported: u64,
    /// Those of them that no record names any more.
    pub found: u64,
    /// Those that will be deleted, or get values.
    pub going: u64,
    /// Those that stay because a row that stays refers to them.
    pub referenced: u64,
    /// Addresses of the first ones that go.
    pub rows: Vec<String>,
}

/// Rows that are named in a report.
const ROWS_NAMED: usize = 1000;

impl Workspace<'_> {
    /// Says how many rejected records have no id by which the ledger could know their rows.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn unknown_rejects(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let bind = self.shapes[table].temp("bind");
        self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {bind} WHERE state IN (4, 5) AND memo IS NULL"))
    }

    /// Lists the rows that records of a mapping were imported to earlier and that no record of this run names, rejected ones included.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn find_missing(&mut self, table: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let (gone, bind, held) = (shape.temp("gone"), shape.temp("bind"), shape.temp("held"));
        self.run(&format!("DELETE FROM {gone}"))?;
        let name = literal(&shape.table().display_name());
        let own = own_namespaces(&shape);
        let elsewhere =
            format!("SELECT o.row_key AS row_key FROM {LEDGER_ROWS} o WHERE o.target_table = {name} AND o.namespace NOT IN ({own})");
        let named = format!(
            "SELECT o.row_key AS row_key FROM {LEDGER_ROWS} o JOIN {bind} b ON b.namespace = o.namespace AND b.memo = o.legacy_id WHERE o.target_table = {name}"
        );
        self.run(&format!(
            "INSERT INTO {gone} (row_key, spared{names}) SELECT l.row_key, 0, {handles} FROM (SELECT DISTINCT q.row_key AS row_key FROM {LEDGER_ROWS} q \
             WHERE q.target_table = {name} AND q.namespace IN ({own})) l JOIN {target} t ON {on} WHERE {not_elsewhere} AND {not_named} AND {not_bound} AND {not_held}",
            names = join(shape.handle.len(), "", |i| format!(", h{i}")),
            handles = shape.target_handles("t"),
            target = shape.target,
            on = shape.on_ledger("t"),
            not_elsewhere = is_none(shape.kind, &["l.row_key".to_owned()], &["row_key"], &elsewhere),
            not_named = is_none(shape.kind, &["l.row_key".to_owned()], &["row_key"], &named),
            not_bound = is_none_of_handles(&shape, &bind),
            not_held = is_none_of_handles(&shape, &held),
        ))?;
        if let OnMissing::Set { values, .. } = &shape.layout.on_missing {
            let differs: Vec<String> = values
                .iter()
                .map(|(column, value)| shape.differs(column, &format!("t.{}", quote(column)), &value_of(&shape, column, value)))
                .collect();
            // With its values a row loses its hashes. Who sets it back afterwards means it.
            let is_remembered = self.forms.is_some() && shape.is_remembered() && !shape.layout.columns.is_empty();
            let had_them =
                is_remembered.then(|| format!(" OR {}", is_none(shape.kind, &[format!("{gone}.row_key")], &["row_key"], &hashed(&shape))));
            self.run(&format!(
                "UPDATE {gone} SET spared = {DONE} WHERE NOT EXISTS (SELECT 1 FROM {target} t WHERE {on} AND ({differs})){had_them}",
                had_them = had_them.unwrap_or_default(),
                target = shape.target,
                on = shape.on_target(&gone, "t"),
                differs = differs.join(" OR "),
            ))?;
        }
        Ok(())
    }

    /// Spares the rows of all tables that a row refers to which stays, until none is left.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn spare_referenced(&mut self, catalog: &Catalog) -> Result<(), DatabaseError> {
        let all: Vec<usize> = (0..self.shapes.len()).collect();
        self.spare_referenced_of(&all, catalog)
    }

    /// Spares rows of some tables.
    pub(super) fn spare_referenced_of(&mut self, tables: &[usize], catalog: &Catalog) -> Result<(), DatabaseError> {
        let deleting: Vec<usize> = tables.iter().copied().filter(|t| self.deletes(*t) && !self.has_none(*t, "gone")).collect();
        loop {
            let mut spared = 0;
            for &table in &deleting {
                for sql in self.spare(&self.shapes[table], catalog) {
                    spared += self.run(&sql)?;
                }
            }
            if spared == 0 {
                return Ok(());
            }
        }
    }

    /// Forgets the missing rows of a table: they stay as they are.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn leave_missing(&mut self, table: usize) -> Result<(), DatabaseError> {
        let gone = self.shapes[table].temp("gone");
        self.run(&format!("DELETE FROM {gone}")).map(|_| ())
    }

    /// Counts the missing rows of a table.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn tally_missing(&mut self, table: usize) -> Result<Missing, DatabaseError> {
        let shape = self.shapes[table].clone();
        let gone = shape.temp("gone");
        let mut missing = Missing::default();
        if self.has_none(table, "gone") {
            return Ok(missing);
        }
        for row in self.rows(&format!("SELECT CAST(spared AS TEXT), CAST(COUNT(*) AS TEXT) FROM {gone} GROUP BY spared"))? {
            let count = int(&row, 1).and_then(|n| u64::try_from(n).ok()).unwrap_or(0);
            missing.found += count;
            match int(&row, 0) {
                Some(0) => missing.going = count,
                Some(1) => missing.referenced = count,
                _ => {}
            }
        }
        if missing.found > 0 {
            missing.imported = self.count(&format!(
                "SELECT CAST(COUNT(DISTINCT l.row_key) AS TEXT) FROM {LEDGER_ROWS} l JOIN {target} t ON {on} WHERE l.target_table = {name} AND l.namespace IN ({own})",
                target = shape.target,
                on = shape.on_ledger("t"),
                name = literal(&shape.table().display_name()),
                own = own_namespaces(&shape),
            ))?;
            let rows = self.rows(&format!("SELECT row_key FROM {gone} WHERE spared = 0 ORDER BY row_key LIMIT {ROWS_NAMED}"))?;
            missing.rows = rows.into_iter().flatten().flatten().collect();
        }
        Ok(missing)
    }

    /// Deletes the missing rows of all tables that say so, children first, or gives them their values. Returns the numbers of rows, by table.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn write_missing(&mut self) -> Result<Vec<u64>, DatabaseError> {
        let all: Vec<usize> = (0..self.shapes.len()).collect();
        self.write_missing_of(&all)
    }

    /// Deletes the missing rows of some tables, in the order of the run, or gives them their values. Returns the numbers of rows, by table of the run.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn write_missing_of(&mut self, tables: &[usize]) -> Result<Vec<u64>, DatabaseError> {
        let mut written = vec![0; self.shapes.len()];
        if tables.iter().all(|table| self.has_none(*table, "gone")) {
            return Ok(written);
        }
        for &child in tables {
            self.cut_loose(child)?;
        }
        for &table in tables.iter().rev() {
            let shape = self.shapes[table].clone();
            let gone = shape.temp("gone");
            let is_gone = is_gone(&shape);
            let in_ledger = format!(
                "target_table = {} AND row_key IN (SELECT row_key FROM {gone} WHERE spared = 0)",
                literal(&shape.table().display_name())
            );
            match &shape.layout.on_missing {
                OnMissing::Keep => continue,
                OnMissing::Delete => {
                    written[table] = self.run(&format!("DELETE FROM {} WHERE {is_gone}", shape.target))?;
                    self.run(&format!("DELETE FROM {LEDGER_ROWS} WHERE {in_ledger}"))?;
                }
                OnMissing::Set { values, .. } => {
                    let set: Vec<String> = values.iter().map(|(c, v)| format!("{} = {}", quote(c), value_of(&shape, c, v))).collect();
                    written[table] = self.run(&format!("UPDATE {} SET {} WHERE {is_gone}", shape.target, set.join(", ")))?;
                }
            }
            // Without hashes, what was set here is no edit when the record comes back.
            if self.forms.is_some() {
                self.run(&format!("DELETE FROM {LEDGER_HASHES} WHERE {in_ledger}"))?;
            }
        }
        Ok(written)
    }

    fn deletes(&self, table: usize) -> bool {
        self.shapes[table].layout.on_missing == OnMissing::Delete
    }

    /// Takes references to tables that are emptied earlier out of rows that go too; SQLite looks at the end of the transaction only.
    fn cut_loose(&mut self, child: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[child].clone();
        if shape.kind == BackendKind::Sqlite || !self.deletes(child) {
            return Ok(());
        }
        for key in shape.table().foreign_keys.iter().filter(|k| k.timing == Timing::Immediate) {
            let parent = self.shapes.iter().position(|s| is_parent(key, s.table()));
            let nullable = key.columns.iter().all(|c| shape.table().column(c).is_some_and(|c| c.nullable));
            if nullable && parent.is_some_and(|parent| parent > child && self.deletes(parent)) {
                let set: Vec<String> = key.columns.iter().map(|c| format!("{} = NULL", quote(c))).collect();
                self.run(&format!("UPDATE {} SET {} WHERE {}", shape.target, set.join(", "), is_gone(&shape)))?;
            }
        }
        Ok(())
    }

    /// Statements that spare the rows of a table to which a row refers that stays, as it is or as this run leaves it.
    fn spare(&self, parent: &Shape, catalog: &Catalog) -> Vec<String> {
        let gone = parent.temp("gone");
        let handle = list(parent.handle.len(), |i| format!("h{i}"));
        // One join for each kind of reference; sets, not a look-up a row.
        let referenced = |from: &str, on: String, filter: &str| {
            format!(
                "UPDATE {gone} SET spared = {REFERENCED} WHERE spared = 0 AND {handle} IN (SELECT {own} FROM {gone} pg JOIN {target} p ON {row} JOIN {from} ON {on} \
                 WHERE pg.spared = 0 AND {filter})",
                own = join(parent.handle.len(), ", ", |i| format!("pg.h{i}")),
                target = parent.target,
                row = parent.on_target("pg", "p"),
            )
        };
        let mut statements = Vec::new();
        for child in &catalog.tables {
            for key in child.foreign_keys.iter().filter(|key| is_parent(key, parent.table())) {
                let on = |value: &dyn Fn(&str) -> String| {
                    let pairs = key.columns.iter().zip(parent_columns(key, parent.table()));
                    pairs.map(|(c, p)| format!("{} = p.{}", value(c), quote(&p))).collect::<Vec<_>>().join(" AND ")
                };
                let stored = format!("{} c", super::shape::qualified(child));
                let shape = self.shapes.iter().find(|s| s.table().name == child.name && s.table().schema == child.schema);
                let stays = shape.map_or_else(|| "1 = 1".to_owned(), stays);
                statements.push(referenced(&stored, on(&|c| format!("c.{}", quote(c))), &stays));
                if let Some(shape) = shape {
                    let columns: String = key.columns.iter().enumerate().map(|(i, c)| format!(", {} AS v{i}", shape.finally(c))).collect();
                    let finals = format!(
                        "(SELECT b.seq AS seq{columns} FROM {} WHERE b.state = 2 OR ({})) f",
                        shape.record_tables(true),
                        changes(shape)
                    );
                    let places: Vec<String> =
                        parent_columns(key, parent.table()).iter().enumerate().map(|(i, p)| format!("f.v{i} = p.{}", quote(p))).collect();
                    statements.push(referenced(&finals, places.join(" AND "), "1 = 1"));
                }
            }
        }
        statements
    }
}

/// Says of record `b` that its stored row changes.
fn changes(shape: &Shape) -> String {
    format!("b.state = 1 AND b.seq IN (SELECT cd.seq FROM {} cd)", shape.temp("diff"))
}

/// Says of stored row `c` of a table of this run that it is neither changed nor deleted.
fn stays(shape: &Shape) -> String {
    let selected = join(shape.handle.len(), ", ", |i| format!("b.h{i} AS h{i}"));
    let changed = format!("SELECT {selected} FROM {} b WHERE {}", shape.temp("bind"), changes(shape));
    let mut stays = shape.is_none_of("c", &changed);
    if shape.layout.on_missing == OnMissing::Delete {
        let gone = format!("SELECT {selected} FROM {} b WHERE b.spared = 0", shape.temp("gone"));
        stays.push_str(&format!(" AND {}", shape.is_none_of("c", &gone)));
    }
    stays
}

/// Query of the rows of a table that the ledger has hashes of.
fn hashed(shape: &Shape) -> String {
    format!("SELECT k.row_key AS row_key FROM {LEDGER_HASHES} k WHERE k.target_table = {}", literal(&shape.table().display_name()))
}

/// Says that target row `t` is not one that a temporary table names by its handle.
fn is_none_of_handles(shape: &Shape, table: &str) -> String {
    let selected = join(shape.handle.len(), ", ", |i| format!("n.h{i} AS h{i}"));
    shape.is_none_of("t", &format!("SELECT {selected} FROM {table} n WHERE n.h0 IS NOT NULL"))
}

impl Shape {
    /// Says that a target row is none of those that a query gives by their handles, `h0` and on, of which none is NULL.
    pub(super) fn is_none_of(&self, alias: &str, query: &str) -> String {
        let handle: Vec<String> = self.handle.iter().map(|h| format!("{alias}.{}", h.column)).collect();
        let names: Vec<String> = (0..self.handle.len()).map(|i| format!("h{i}")).collect();
        is_none(self.kind, &handle, &names.iter().map(String::as_str).collect::<Vec<_>>(), query)
    }
}

/// Says that values are none of the rows of a query, which has no NULL. Each database gets the form that it answers with sets: SQLite looks into a correlated
/// subquery row by row, PostgreSQL into a long `NOT IN`.
pub(super) fn is_none(kind: BackendKind, values: &[String], names: &[&str], query: &str) -> String {
    match kind {
        BackendKind::Sqlite => format!("{} NOT IN ({query})", list(values.len(), |i| values[i].clone())),
        BackendKind::Postgres => {
            let same: Vec<String> = values.iter().zip(names).map(|(value, name)| format!("n_.{name} = {value}")).collect();
            format!("NOT EXISTS (SELECT 1 FROM ({query}) n_ WHERE {})", same.join(" AND "))
        }
    }
}

/// Says that a target row, written without alias, goes.
fn is_gone(shape: &Shape) -> String {
    let handle = list(shape.handle.len(), |i| shape.handle[i].column.clone());
    format!("{handle} IN (SELECT {} FROM {} WHERE spared = 0)", join(shape.handle.len(), ", ", |i| format!("h{i}")), shape.temp("gone"))
}

/// One value, or several in parentheses.
fn list(count: usize, value: impl Fn(usize) -> String) -> String {
    if count == 1 { value(0) } else { format!("({})", join(count, ", ", value)) }
}

pub(super) fn is_parent(key: &ForeignKey, table: &Table) -> bool {
    key.parent_table == table.name && (key.parent_schema.is_none() || key.parent_schema == table.schema)
}

/// A foreign key that names no columns refers to the primary key.
pub(super) fn parent_columns(key: &ForeignKey, parent: &Table) -> Vec<String> {
    if key.parent_columns.is_empty() {
        return parent.primary_columns().into_iter().map(str::to_owned).collect();
    }
    key.parent_columns.clone()
}

/// Namespaces under which the ledger knows the records of a mapping: by their ids, and by their content.
fn own_namespaces(shape: &Shape) -> String {
    let own = &shape.layout.namespace;
    format!("{}, {}", literal(own), literal(&format!("{own}{}", super::found::BY_CONTENT)))
}

/// A value of the mapping as SQL.
fn value_of(shape: &Shape, column: &str, value: &serde_json::Value) -> String {
    let text = match value {
        serde_json::Value::Null => return "NULL".to_owned(),
        serde_json::Value::String(text) => literal(text),
        serde_json::Value::Bool(truth) if shape.kind == BackendKind::Sqlite => return i64::from(*truth).to_string(),
        serde_json::Value::Number(number) if shape.kind == BackendKind::Sqlite => return number.to_string(),
        other => literal(&other.to_string()),
    };
    match (shape.kind, shape.table().column(column)) {
        (BackendKind::Postgres, Some(c)) => format!("CAST({text} AS {})", c.type_text),
        _ => text,
    }
}
