//! References: from the text that a record has to the value that its row will have.
//!
//! A reference table has three columns for each reference: `p` the record of this run that it names (its leader), `u` how far it is, `v` the value.
//!
//! **Invariant**: `v` is set exactly where `u` is [`RESOLVED`].

use super::shape::Shape;
use super::{Cause, Workspace};
use crate::backend::statement::{literal, quote};
use crate::backend::{DatabaseError, LEDGER_ROWS};
use crate::catalog::{BackendKind, DataType};
use crate::layout::{Fill, ReferenceLayout};
use crate::mapping::OnUnresolved;

/// The record has no reference.
const NONE: i64 = 0;
/// The value is known.
const RESOLVED: i64 = 1;
/// Nothing was found.
pub(super) const UNRESOLVED: i64 = 2;
/// Two or more rows were found, and nothing says which one is meant.
pub(super) const AMBIGUOUS: i64 = 3;
/// A record of this run is named whose row is not known yet.
const PENDING: i64 = 4;

impl Workspace<'_> {
    /// Says whether a table has references.
    #[must_use]
    pub fn has_references(&self, table: usize) -> bool {
        !self.shapes[table].references.is_empty()
    }

    /// Says whether a table has references to itself or to a later table.
    #[must_use]
    pub fn has_late_references(&self, table: usize) -> bool {
        self.shapes[table].references.iter().any(|(_, r)| r.late)
    }

    /// Returns the number of the table in this run that a reference names.
    fn parent_of(&self, reference: &ReferenceLayout) -> Option<usize> {
        self.shapes.iter().position(|s| s.layout.table.name == reference.table.name && s.layout.table.schema == reference.table.schema)
    }

    /// Writes one line a record into the reference table: early references are resolved, late ones that name a record of this run are pending.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn resolve_references(&mut self, table: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let mut columns = String::new();
        let mut joins = String::new();
        let mut names = String::new();
        for (i, (column, reference)) in shape.references.iter().enumerate() {
            names.push_str(&format!(", p{i}, u{i}, v{i}"));
            let parent = self.parent_of(reference);
            let raw = format!("s.c{column}");
            if reference.late {
                let known = parent.map_or_else(|| "0 = 1".to_owned(), |p| self.is_promised(p, reference, &raw));
                columns.push_str(&format!(
                    ", NULL, CASE WHEN {raw} IS NULL THEN {NONE} WHEN {known} THEN {PENDING} ELSE {UNRESOLVED} END, NULL"
                ));
            } else if let Some(parent) = parent {
                let (query, on) = self.providers(parent, reference, &format!("x{i}"), &raw);
                joins.push_str(&format!(" LEFT JOIN {query} x{i} ON {on}"));
                columns.push_str(&format!(
                    ", CASE WHEN x{i}.n = 1 THEN x{i}.leader END, CASE WHEN {raw} IS NULL THEN {NONE} WHEN x{i}.leader IS NULL THEN {UNRESOLVED} \
                     WHEN x{i}.n = 1 THEN {RESOLVED} ELSE {AMBIGUOUS} END, CASE WHEN x{i}.n = 1 THEN x{i}.v END"
                ));
            } else {
                columns.push_str(&format!(", NULL, CASE WHEN {raw} IS NULL THEN {NONE} ELSE {UNRESOLVED} END, NULL"));
            }
        }
        let (refs, stage) = (shape.temp("refs"), shape.temp("stage"));
        self.run(&format!("INSERT INTO {refs} (seq{names}) SELECT s.seq{columns} FROM {stage} s{joins}"))?;
        for i in 0..shape.references.len() {
            self.look_outside(table, i)?;
        }
        Ok(())
    }

    /// Resolves the pending references whose record of this run has a row by now. Returns how many.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn resolve_pending(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        let mut resolved = 0;
        for (i, (column, reference)) in shape.references.iter().enumerate().filter(|(_, (_, r))| r.late) {
            let Some(parent) = self.parent_of(reference) else { continue };
            let raw = format!("s.c{column}");
            let (query, on) = self.providers(parent, reference, "x", &raw);
            resolved += self.run(&format!(
                "UPDATE {refs} AS r SET p{i} = CASE WHEN y.n = 1 THEN y.leader END, v{i} = CASE WHEN y.n = 1 THEN y.v END, \
                 u{i} = CASE WHEN y.n = 1 THEN {RESOLVED} ELSE {AMBIGUOUS} END FROM (SELECT s.seq AS seq, x.leader AS leader, x.v AS v, x.n AS n FROM {stage} s JOIN {refs} q ON q.seq = s.seq AND q.u{i} = {PENDING} JOIN {query} x ON {on}) y WHERE y.seq = r.seq",
                refs = shape.temp("refs"),
                stage = shape.temp("stage"),
            ))?;
        }
        Ok(resolved)
    }

    /// Gives up on pending references: they are looked for outside the run, and else unresolved.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn end_pending(&mut self, table: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        for (i, _) in shape.references.iter().enumerate().filter(|(_, (_, r))| r.late) {
            let refs = shape.temp("refs");
            let given_up = self.run(&format!("UPDATE {refs} SET u{i} = {UNRESOLVED} WHERE u{i} = {PENDING}"))?;
            if given_up > 0 {
                self.look_outside(table, i)?;
            }
        }
        Ok(())
    }

    /// Rejects live records with an unresolved reference that must resolve. Returns how many.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn reject_unresolved(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        let mut rejected = 0;
        for (i, (_, reference)) in shape.references.iter().enumerate() {
            if reference.on_unresolved == OnUnresolved::Null {
                continue;
            }
            rejected += self.run(&format!(
                "UPDATE {bind} AS b SET state = 4, code = x.code, key = {i} FROM (SELECT s.seq AS seq, \
                 CASE r.u{i} WHEN {AMBIGUOUS} THEN {ambiguous} ELSE {code} END AS code FROM {stage} s \
                 JOIN {refs} r ON r.seq = s.seq AND r.u{i} IN ({UNRESOLVED}, {AMBIGUOUS})) x WHERE x.seq = b.seq AND b.state IN (0, 1, 2)",
                bind = shape.temp("bind"),
                stage = shape.temp("stage"),
                refs = shape.temp("refs"),
                code = Cause::UnresolvedReference as i64,
                ambiguous = Cause::AmbiguousReference as i64,
            ))?;
        }
        if rejected > 0 {
            self.name_roots(table)?;
        }
        Ok(rejected)
    }

    /// Takes back references to records that were rejected and have no row; the records go with them unless NULL is declared. Returns how many changed.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn reject_orphans(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        let mut changed = 0;
        for (i, (column, reference)) in shape.references.iter().enumerate() {
            let Some(parent) = self.parent_of(reference) else { continue };
            let gone = self.gone(parent, reference, &format!("s.c{column}"));
            let orphaned = self.run(&format!(
                "UPDATE {refs} AS r SET p{i} = NULL, v{i} = NULL, u{i} = {UNRESOLVED} FROM (SELECT r2.seq AS seq FROM {refs} r2 JOIN {stage} s ON s.seq = r2.seq \
                 JOIN {parents} pb ON pb.seq = r2.p{i} WHERE pb.state = 4 AND {gone}) x WHERE x.seq = r.seq",
                refs = shape.temp("refs"),
                stage = shape.temp("stage"),
                parents = self.shapes[parent].temp("bind"),
            ))?;
            changed += orphaned;
        }
        if changed > 0 {
            self.reject_unresolved(table)?;
        }
        Ok(changed)
    }

    /// Condition that the row of a rejected record `pb` cannot be named any more.
    fn gone(&self, parent: usize, reference: &ReferenceLayout, raw: &str) -> String {
        let shape = &self.shapes[parent];
        match &reference.by {
            None => "pb.h0 IS NULL".to_owned(),
            Some(by) => {
                let same = natural_equality(shape, by, &format!("t.{}", quote(by)), raw);
                format!("NOT EXISTS (SELECT 1 FROM {} t WHERE {} AND {same})", shape.target, shape.on_target("pb", "t"))
            }
        }
    }

    /// Lets records that were rejected for a reference name the rejected record that it would have named, or what dragged that one along.
    ///
    /// # Errors
    /// Whatever the database says.
    pub(super) fn name_roots(&mut self, table: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let bind = shape.temp("bind");
        for (i, (column, reference)) in shape.references.iter().enumerate() {
            let rootless =
                format!("b.state IN (4, 5) AND b.code = {} AND b.key = {i} AND b.root IS NULL", Cause::UnresolvedReference as i64);
            let Some((parent, rejected, on)) = self.rejected_parents(reference, &format!("s.c{column}")) else { continue };
            if self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {bind} b WHERE {rootless}"))? == 0 {
                continue;
            }
            self.run(&format!(
                "UPDATE {bind} AS b SET root = x.root, root_table = x.root_table FROM (SELECT s.seq AS seq, COALESCE(pb.root, g.first) AS root, \
                 CAST(COALESCE(pb.root_table, {parent}) AS SMALLINT) AS root_table FROM {stage} s JOIN {rejected} g ON {on} \
                 LEFT JOIN {parents} pb ON pb.seq = g.first WHERE {is_other}) x WHERE x.seq = b.seq AND {rootless}",
                stage = shape.temp("stage"),
                parents = self.shapes[parent].temp("bind"),
                is_other = if parent == table { "g.first <> s.seq" } else { "1 = 1" },
            ))?;
        }
        Ok(())
    }

    /// The table that a reference names, the query of its rejected records (`raw`, `first`), and the condition that joins it to `raw`.
    fn rejected_parents(&self, reference: &ReferenceLayout, raw: &str) -> Option<(usize, String, String)> {
        let parent = self.parent_of(reference)?;
        let shape = &self.shapes[parent];
        let (value, on) = match &reference.by {
            None => ("ps.lid".to_owned(), format!("g.raw = {raw}")),
            Some(by) => {
                let (cell, column) = shape.mapped(by)?;
                if matches!(column.fill, Fill::Reference { .. }) {
                    return None;
                }
                (format!("ps.c{cell}"), natural_equality(shape, by, "g.raw", raw))
            }
        };
        // Records that normalization rejected stand in the stage before their table is bound.
        let query = format!(
            "(SELECT {value} AS raw, MIN(ps.seq) AS first FROM {stage} ps LEFT JOIN {bind} pb ON pb.seq = ps.seq \
             WHERE (ps.bad = 1 OR pb.state IN (4, 5)) AND {value} IS NOT NULL GROUP BY {value})",
            stage = shape.temp("stage"),
            bind = shape.temp("bind"),
        );
        Some((parent, query, on))
    }

    /// Looks for what is still unresolved in the ledger and among the stored rows.
    fn look_outside(&mut self, table: usize, i: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let (column, reference) = &shape.references[i];
        let refs = shape.temp("refs");
        let open = format!("SELECT CAST(COUNT(*) AS TEXT) FROM {refs} WHERE u{i} = {UNRESOLVED}");
        let outside = Outside::new(shape.kind, reference, self.parent_of(reference).map(|p| &self.shapes[p]));
        let queries = [outside.by_ledger(self.ledger, "d.raw"), outside.by_row("d.raw")];
        for (from, value) in queries.into_iter().flatten() {
            if self.count(&open)? == 0 {
                return Ok(());
            }
            self.run(&format!(
                "UPDATE {refs} AS r SET v{i} = CASE WHEN x.n = 1 THEN x.v END, u{i} = CASE WHEN x.n = 1 THEN {RESOLVED} ELSE {AMBIGUOUS} END FROM \
                 (SELECT s.seq AS seq, g.v AS v, g.n AS n FROM {stage} s \
                 JOIN (SELECT d.raw AS raw, {one} AS v, COUNT(DISTINCT {value}) AS n FROM (SELECT DISTINCT s.c{column} AS raw FROM {stage} s \
                 JOIN {refs} q ON q.seq = s.seq AND q.u{i} = {UNRESOLVED}) d {from} GROUP BY d.raw) g ON g.raw = s.c{column}) x \
                 WHERE x.seq = r.seq AND r.u{i} = {UNRESOLVED}",
                stage = shape.temp("stage"),
                one = only_one(shape.kind, &value),
            ))?;
        }
        Ok(())
    }

    /// Query of the records of this run that references can name: `raw`, `leader`, `v`, the number `n` of records that have this `raw`, and the condition
    /// that joins it to `raw`.
    fn providers(&self, parent: usize, reference: &ReferenceLayout, alias: &str, raw: &str) -> (String, String) {
        let shape = &self.shapes[parent];
        let value = shape.finally(&reference.stores);
        let direct = shape.primary.iter().position(|p| p.name == reference.stores);
        let bind = shape.temp("bind");
        match (&reference.by, direct) {
            (None, Some(part)) => (
                format!(
                    "(SELECT i.lid AS raw, i.leader AS leader, lb.k{part} AS v, 1 AS n FROM (SELECT lid, MIN(leader) AS leader FROM {bind} \
                     WHERE state IN (1, 2, 3) AND lid IS NOT NULL GROUP BY lid) i JOIN {bind} lb ON lb.seq = i.leader AND lb.state IN (1, 2))"
                ),
                format!("{alias}.raw = {raw}"),
            ),
            (None, None) => (
                format!(
                    "(SELECT i.lid AS raw, i.leader AS leader, f.v AS v, 1 AS n FROM (SELECT lid, MIN(leader) AS leader FROM {bind} WHERE state IN (1, 2, 3) \
                     AND lid IS NOT NULL GROUP BY lid) i JOIN (SELECT b.seq AS seq, {value} AS v FROM {} WHERE b.state IN (1, 2)) f ON f.seq = i.leader)",
                    shape.record_tables(true)
                ),
                format!("{alias}.raw = {raw}"),
            ),
            (Some(by), _) => {
                let natural = shape.finally(by);
                (
                    format!(
                        "(SELECT f.raw AS raw, MIN(f.leader) AS leader, {} AS v, COUNT(*) AS n FROM \
                         (SELECT {natural}{} AS raw, b.seq AS leader, {value} AS v FROM {} WHERE b.state IN (1, 2)) f GROUP BY f.raw)",
                        only_one(shape.kind, "f.v"),
                        shape.collate(by),
                        shape.record_tables(true)
                    ),
                    natural_equality(shape, by, &format!("{alias}.raw"), raw),
                )
            }
        }
    }

    /// Condition that a record of this run, still to be bound, may provide what `raw` names.
    fn is_promised(&self, parent: usize, reference: &ReferenceLayout, raw: &str) -> String {
        let shape = &self.shapes[parent];
        let stage = shape.temp("stage");
        match &reference.by {
            None => format!("{raw} IN (SELECT ps.lid FROM {stage} ps WHERE ps.bad = 0 AND ps.lid IS NOT NULL)"),
            Some(by) => match shape.mapped(by) {
                Some((i, _)) => {
                    let same = natural_equality(shape, by, &format!("ps.c{i}"), raw);
                    format!("EXISTS (SELECT 1 FROM {stage} ps WHERE ps.bad = 0 AND {same})")
                }
                None => "0 = 1".to_owned(),
            },
        }
    }
}

/// Where a reference looks beside the records of this run.
struct Outside<'a> {
    reference: &'a ReferenceLayout,
    shape: Shape,
    in_run: Option<&'a Shape>,
}

impl<'a> Outside<'a> {
    fn new(kind: BackendKind, reference: &'a ReferenceLayout, in_run: Option<&'a Shape>) -> Self {
        Self { reference, shape: Shape::bare(kind, &reference.table), in_run }
    }

    fn value(&self) -> String {
        format!("tp.{}", quote(&self.reference.stores))
    }

    fn by_ledger(&self, ledger: bool, raw: &str) -> Option<(String, String)> {
        if !ledger || self.reference.by.is_some() || self.reference.namespaces.is_empty() {
            return None;
        }
        let namespaces: Vec<String> = self.reference.namespaces.iter().map(|n| literal(n)).collect();
        let table = literal(&self.reference.table.display_name());
        let from = format!(
            "JOIN {LEDGER_ROWS} l ON l.target_table = {table} AND l.namespace IN ({}) AND l.legacy_id = {raw} JOIN {} tp ON {}",
            namespaces.join(", "),
            self.shape.target,
            self.shape.on_ledger("tp"),
        );
        Some((from, self.value()))
    }

    fn by_row(&self, raw: &str) -> Option<(String, String)> {
        let target = &self.shape.target;
        let Some(by) = &self.reference.by else {
            let [part] = self.shape.primary.as_slice() else { return None };
            return Some((format!("JOIN {target} tp ON CAST(tp.{} AS TEXT) = {raw}", quote(&part.name)), self.value()));
        };
        let same = natural_equality(&self.shape, by, &format!("tp.{}", quote(by)), raw);
        let free = self.in_run.map_or_else(String::new, |shape| {
            let columns: Vec<String> = shape.handle.iter().enumerate().map(|(i, h)| format!("tb.h{i} = tp.{}", h.column)).collect();
            format!(" AND NOT EXISTS (SELECT 1 FROM {} tb WHERE tb.state = 1 AND {})", shape.temp("bind"), columns.join(" AND "))
        });
        Some((format!("JOIN {target} tp ON {same}{free}"), self.value()))
    }
}

/// Says that a natural key value is the text of a reference, by the column's own equality where it holds text.
fn natural_equality(shape: &Shape, column: &str, value: &str, raw: &str) -> String {
    match (shape.kind, shape.table().column(column).map(|c| &c.data_type)) {
        (BackendKind::Postgres, Some(DataType::CiText)) => format!("{value} = CAST({raw} AS citext)"),
        (_, Some(DataType::Text { .. } | DataType::Char { .. } | DataType::CiText)) => format!("{value} = {raw}"),
        _ => format!("CAST({value} AS TEXT) = {raw}"),
    }
}

/// Aggregate over a group of one value: PostgreSQL has no `min` of UUIDs before version 18.
fn only_one(kind: BackendKind, value: &str) -> String {
    match kind {
        BackendKind::Postgres => format!("(ARRAY_AGG({value}))[1]"),
        BackendKind::Sqlite => format!("MIN({value})"),
    }
}
