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
use crate::layout::ReferenceLayout;
use crate::mapping::OnUnresolved;

/// The record has no reference.
const NONE: i64 = 0;
/// The value is known.
const RESOLVED: i64 = 1;
/// Nothing was found.
const UNRESOLVED: i64 = 2;
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
                    ", x{i}.leader, CASE WHEN {raw} IS NULL THEN {NONE} WHEN x{i}.leader IS NULL THEN {UNRESOLVED} ELSE {RESOLVED} END, x{i}.v"
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
        self.analyze(table, "refs")
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
                "UPDATE {refs} AS r SET p{i} = y.leader, v{i} = y.v, u{i} = {RESOLVED} FROM (SELECT s.seq AS seq, x.leader AS leader, x.v AS v FROM {stage} s \
                 JOIN {refs} q ON q.seq = s.seq AND q.u{i} = {PENDING} JOIN {query} x ON {on}) y WHERE y.seq = r.seq",
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
        for (i, (column, reference)) in shape.references.iter().enumerate() {
            if reference.on_unresolved == OnUnresolved::Null {
                continue;
            }
            let root = self.rejected_parent(reference, &format!("s.c{column}"));
            rejected += self.run(&format!(
                "UPDATE {bind} AS b SET state = 4, code = {code}, key = {i}, root = x.root, root_table = x.root_table FROM (SELECT s.seq AS seq, {root} FROM {stage} s \
                 JOIN {refs} r ON r.seq = s.seq AND r.u{i} = {UNRESOLVED}) x WHERE x.seq = b.seq AND b.state IN (0, 1, 2)",
                bind = shape.temp("bind"),
                stage = shape.temp("stage"),
                refs = shape.temp("refs"),
                code = Cause::UnresolvedReference as i64,
            ))?;
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

    /// Two expressions `root`, `root_table`: the rejected record that a reference would have named, or what dragged that one along.
    fn rejected_parent(&self, reference: &ReferenceLayout, raw: &str) -> String {
        let (Some(parent), None) = (self.parent_of(reference), &reference.by) else {
            return "CAST(NULL AS BIGINT) AS root, CAST(NULL AS SMALLINT) AS root_table".to_owned();
        };
        let bind = self.shapes[parent].temp("bind");
        let pick =
            |what: &str| format!("(SELECT {what} FROM {bind} rb WHERE rb.lid = {raw} AND rb.state IN (4, 5) ORDER BY rb.seq LIMIT 1)");
        format!(
            "{} AS root, CAST({} AS SMALLINT) AS root_table",
            pick("COALESCE(rb.root, rb.seq)"),
            pick(&format!("COALESCE(rb.root_table, {parent})"))
        )
    }

    /// Looks for what is still unresolved in the ledger and among the stored rows.
    fn look_outside(&mut self, table: usize, i: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let (column, reference) = &shape.references[i];
        let raw = format!("s.c{column}");
        let refs = shape.temp("refs");
        let open = format!("SELECT CAST(COUNT(*) AS TEXT) FROM {refs} WHERE u{i} = {UNRESOLVED}");
        let outside = Outside::new(shape.kind, reference, self.parent_of(reference).map(|p| &self.shapes[p]));
        let queries = [outside.by_ledger(self.ledger, &raw), outside.by_row(&raw)];
        for (from, value) in queries.into_iter().flatten() {
            if self.count(&open)? == 0 {
                return Ok(());
            }
            self.run(&format!(
                "UPDATE {refs} AS r SET v{i} = x.v, u{i} = {RESOLVED} FROM (SELECT s.seq AS seq, {value} AS v FROM {stage} s \
                 JOIN {refs} q ON q.seq = s.seq AND q.u{i} = {UNRESOLVED} {from} GROUP BY s.seq HAVING COUNT(*) = 1) x WHERE x.seq = r.seq",
                stage = shape.temp("stage"),
                value = only_one(shape.kind, &value),
            ))?;
        }
        Ok(())
    }

    /// Query of the records of this run that references can name: `raw`, `leader`, `v`, and the condition that joins it to `raw`.
    fn providers(&self, parent: usize, reference: &ReferenceLayout, alias: &str, raw: &str) -> (String, String) {
        let shape = &self.shapes[parent];
        let value = shape.finally(&reference.stores);
        let direct = shape.primary.iter().position(|p| p.name == reference.stores);
        let bind = shape.temp("bind");
        match (&reference.by, direct) {
            (None, Some(part)) => (
                format!(
                    "(SELECT i.lid AS raw, i.leader AS leader, lb.k{part} AS v FROM (SELECT lid, MIN(leader) AS leader FROM {bind} \
                     WHERE state IN (1, 2, 3) AND lid IS NOT NULL GROUP BY lid) i JOIN {bind} lb ON lb.seq = i.leader AND lb.state IN (1, 2))"
                ),
                format!("{alias}.raw = {raw}"),
            ),
            (None, None) => (
                format!(
                    "(SELECT i.lid AS raw, i.leader AS leader, f.v AS v FROM (SELECT lid, MIN(leader) AS leader FROM {bind} WHERE state IN (1, 2, 3) \
                     AND lid IS NOT NULL GROUP BY lid) i JOIN (SELECT b.seq AS seq, {value} AS v FROM {} WHERE b.state IN (1, 2)) f ON f.seq = i.leader)",
                    shape.record_tables(true)
                ),
                format!("{alias}.raw = {raw}"),
            ),
            (Some(by), _) => {
                let natural = shape.finally(by);
                (
                    format!(
                        "(SELECT {natural}{} AS raw, b.seq AS leader, {value} AS v FROM {} WHERE b.state IN (1, 2))",
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

/// Aggregate over a group of one row: PostgreSQL has no `min` of UUIDs before version 18.
fn only_one(kind: BackendKind, value: &str) -> String {
    match kind {
        BackendKind::Postgres => format!("(ARRAY_AGG({value}))[1]"),
        BackendKind::Sqlite => format!("MIN({value})"),
    }
}
