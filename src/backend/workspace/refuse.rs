//! What the database would refuse, found in sets before anything is written: CHECK constraints and foreign keys over the final rows.
//!
//! A plan comes to the same rejects as an import this way, and one bad row costs no more than a good one. What cannot be known beforehand (a trigger, a value
//! that only the database makes) is left to the writing, see `trial.rs`.
//!
//! **Invariant**: constraints are evaluated by the database itself, over a row source whose columns have the table's names.

use super::shape::{Shape, join};
use super::{Cause, State, Workspace, refusal};
use crate::backend::DatabaseError;
use crate::backend::statement::{literal, quote};
use crate::catalog::{BackendKind, Check, ForeignKey, Generated};

/// Which references are known by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Those to earlier tables and to the table itself.
    Early,
    /// All.
    All,
}

impl Workspace<'_> {
    /// Rejects the records whose final row a CHECK refuses or whose foreign key names no row. Returns how many.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn refuse_rows(&mut self, table: usize, known: Known) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        let mut refused = 0;
        let writes = self.may_be(table, State::Insert) || !self.has_none(table, "diff");
        if !writes || shape.table().checks.is_empty() && shape.table().foreign_keys.is_empty() {
            return Ok(0);
        }
        for check in &shape.table().checks.clone() {
            if let Some(query) = violators(&shape, check, known) {
                let name = check.name.as_deref().unwrap_or("CHECK");
                let text = refusal(name, &format!("the row violates CHECK ({})", check.expression));
                refused += self.refuse_unless_unreadable(&shape, &query, &text)?;
            }
        }
        for key in &shape.table().foreign_keys.clone() {
            refused += self.refuse_orphans(&shape, key, known)?;
        }
        Ok(refused)
    }

    /// An expression may fail on some value (a division by zero): then the writing tells which record it was.
    fn refuse_unless_unreadable(&mut self, shape: &Shape, query: &str, text: &str) -> Result<u64, DatabaseError> {
        let verdict = shape.temp("verdict");
        self.run(&format!("DELETE FROM {verdict}"))?;
        self.savepoint("rs_refuse")?;
        let found = self.run(&format!("INSERT INTO {verdict} (seq) {query}"));
        if found.is_ok() { self.release("rs_refuse") } else { self.undo("rs_refuse") }?;
        if found.unwrap_or(0) == 0 { Ok(0) } else { self.refuse_listed(shape, text) }
    }

    /// Rejects the records that stand in the verdict table.
    fn refuse_listed(&mut self, shape: &Shape, text: &str) -> Result<u64, DatabaseError> {
        self.run(&format!(
            "UPDATE {bind} AS b SET state = 4, code = {code}, key = 0, other = NULL, row_key = {text} FROM {verdict} v WHERE v.seq = b.seq AND b.state IN (1, 2)",
            bind = shape.temp("bind"),
            code = Cause::RefusedRow as i64,
            text = literal(text),
            verdict = shape.temp("verdict"),
        ))
    }

    fn refuse_orphans(&mut self, shape: &Shape, key: &ForeignKey, known: Known) -> Result<u64, DatabaseError> {
        let parent = self.shapes.iter().position(|s| s.table().name == key.parent_table && s.table().schema == key.parent_schema);
        let is_early = parent.is_none_or(|p| p <= shape.number || known == Known::All);
        let is_filled = key.columns.iter().any(|c| shape.mapped(c).is_some());
        if !is_filled || !is_early || is_resolved(shape, key) || waits_for_more(shape, &key.columns, known) {
            return Ok(0);
        }
        let verdict = shape.temp("verdict");
        self.run(&format!("DELETE FROM {verdict}"))?;
        let mut orphans = self.run(&orphans(shape, key))?;
        if let (Some(parent), true) = (parent, orphans > 0) {
            let found = promised(shape, &self.shapes[parent].clone(), key);
            orphans -= self.run(&format!("DELETE FROM {verdict} WHERE seq IN ({found})"))?;
        }
        if orphans == 0 {
            return Ok(0);
        }
        let name = key.name.clone().unwrap_or_else(|| "foreign key".to_owned());
        let message = format!(
            "no row of `{}` has the ({}) that its ({}) name",
            key.parent_table,
            key.parent_columns.join(", "),
            key.columns.join(", ")
        );
        self.refuse_listed(shape, &refusal(&name, &message))
    }
}

/// Condition on `b`: the record's row is written.
fn is_written(shape: &Shape) -> String {
    format!("(b.state = 2 OR (b.state = 1 AND b.seq IN (SELECT dm.seq FROM {} dm)))", shape.temp("diff"))
}

/// The records whose final row makes a CHECK false. NULL passes, as in the database.
fn violators(shape: &Shape, check: &Check, known: Known) -> Option<String> {
    let all: Vec<String> = shape.table().columns.iter().map(|c| c.name.clone()).collect();
    let mut columns = shape.columns_in(&check.expression, &all);
    shape.with_sources_of_computed(&mut columns);
    columns.sort_unstable();
    columns.dedup();
    if !columns.iter().any(|c| shape.mapped(c).is_some()) || waits_for_more(shape, &columns, known) {
        return None;
    }
    let filter = if columns.iter().any(|c| is_made_by_database(shape, c)) {
        format!("b.state = 1 AND {}", is_written(shape))
    } else {
        is_written(shape)
    };
    // Evaluated behind a barrier: the planner would take a constraint that always held for one that nothing violates, and plan for no rows at all.
    let barrier = if shape.kind == BackendKind::Postgres { " OFFSET 0" } else { "" };
    Some(format!(
        "SELECT q.seq FROM (SELECT f.rs_seq AS seq, NOT ({sql}) AS bad FROM {source} f{barrier}) q WHERE q.bad",
        source = shape.final_source(&columns, &filter),
        sql = check.expression,
    ))
}

/// Says that a value of a new row is known only when it is written.
fn is_made_by_database(shape: &Shape, column: &str) -> bool {
    let Some(found) = shape.table().column(column) else { return true };
    shape.mapped(column).is_none()
        && (found.default.as_ref().is_some_and(|d| d.volatile)
            || matches!(found.generated, Generated::IdentityAlways | Generated::IdentityByDefault | Generated::Rowid(_)))
}

fn waits_for_more(shape: &Shape, columns: &[String], known: Known) -> bool {
    let is_late = |column: &String| shape.references.iter().any(|(i, r)| r.late && shape.layout.columns[*i].name == *column);
    known == Known::Early && columns.iter().any(is_late)
}

/// Says that resolution of references has seen to a foreign key already.
fn is_resolved(shape: &Shape, key: &ForeignKey) -> bool {
    let [column] = key.columns.as_slice() else { return false };
    shape.references.iter().any(|(i, r)| {
        shape.layout.columns[*i].name == *column
            && r.table.name == key.parent_table
            && r.table.schema == key.parent_schema
            && [r.stores.as_str()] == key.parent_columns.iter().map(String::as_str).collect::<Vec<_>>()[..]
    })
}

/// Lists the records whose final row names no stored row.
fn orphans(shape: &Shape, key: &ForeignKey) -> String {
    let parent = match &key.parent_schema {
        Some(schema) => format!("{}.{}", quote(schema), quote(&key.parent_table)),
        None => format!("main.{}", quote(&key.parent_table)),
    };
    format!(
        "INSERT INTO {verdict} (seq) SELECT f.rs_seq FROM {source} f WHERE {known} AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE {same})",
        verdict = shape.temp("verdict"),
        source = child_source(shape, key, &is_written(shape)),
        known = join(key.columns.len(), " AND ", |i| format!("f.{} IS NOT NULL", quote(&key.columns[i]))),
        same = same(key, "p"),
    )
}

/// The listed records whose parent is a row that this run writes.
fn promised(shape: &Shape, parent: &Shape, key: &ForeignKey) -> String {
    let listed = format!("b.seq IN (SELECT v.seq FROM {} v)", shape.temp("verdict"));
    format!(
        "SELECT f.rs_seq FROM {child} f JOIN {parents} p ON {same}",
        child = child_source(shape, key, &listed),
        parents = parent.final_source(&key.parent_columns, "b.state IN (1, 2)"),
        same = same(key, "p"),
    )
}

fn child_source(shape: &Shape, key: &ForeignKey, filter: &str) -> String {
    let mut columns = key.columns.clone();
    shape.with_sources_of_computed(&mut columns);
    columns.sort_unstable();
    columns.dedup();
    shape.final_source(&columns, filter)
}

/// The parent's columns stand on the left: its collation and affinity count.
fn same(key: &ForeignKey, parent: &str) -> String {
    let pairs: Vec<String> =
        key.parent_columns.iter().zip(&key.columns).map(|(p, c)| format!("{parent}.{} = f.{}", quote(p), quote(c))).collect();
    pairs.join(" AND ")
}
