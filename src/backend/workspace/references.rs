//! References: from the text that a record has to the value that its row will have.
//!
//! A reference table has three columns for each reference: `p` the record of this run that it names (its leader), `u` how far it is, `v` the value.
//!
//! **Invariant**: `v` is set exactly where `u` is [`RESOLVED`].

use super::shape::Shape;
use super::{Cause, State, Workspace};
use crate::backend::DatabaseError;
use crate::backend::statement::quote;
use crate::catalog::{BackendKind, DataType};
use crate::layout::{Fill, ReferenceLayout};
use crate::mapping::OnUnresolved;

/// The record has no reference.
pub(super) const NONE: i64 = 0;
/// The value is known.
pub(super) const RESOLVED: i64 = 1;
/// Nothing was found.
pub(super) const UNRESOLVED: i64 = 2;
/// Two or more rows were found, and nothing says which one is meant.
pub(super) const AMBIGUOUS: i64 = 3;
/// A record of this run is named whose row is not known yet.
pub(super) const PENDING: i64 = 4;

/// Stands for the table of the root of a record that was just rejected.
const ROOT_UNKNOWN: i64 = -1;

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
    pub(super) fn parent_of(&self, reference: &ReferenceLayout) -> Option<usize> {
        self.shapes.iter().position(|s| s.layout.table.name == reference.table.name && s.layout.table.schema == reference.table.schema)
    }

    /// Writes one line a record into the reference table: early references are resolved, late ones are pending.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn resolve_references(&mut self, table: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let mut columns = String::new();
        let mut joins = String::new();
        let mut names = String::new();
        let mut looked_up = Vec::new();
        for (i, (column, reference)) in shape.references.iter().enumerate() {
            names.push_str(&format!(", p{i}, u{i}, v{i}"));
            let parent = self.parent_of(reference);
            let raw = format!("s.c{column}");
            if reference.late {
                // What it names is asked when rows are known.
                columns.push_str(&format!(", NULL, CASE WHEN {raw} IS NULL THEN {NONE} ELSE {PENDING} END, NULL"));
            } else if let Some(parent) = parent {
                let (query, on) = self.providers(parent, reference, &format!("x{i}"), &raw);
                joins.push_str(&format!(" LEFT JOIN {query} x{i} ON {on}"));
                columns.push_str(&format!(
                    ", CASE WHEN x{i}.n = 1 THEN x{i}.leader END, CASE WHEN {raw} IS NULL THEN {NONE} WHEN x{i}.leader IS NULL THEN {UNRESOLVED} \
                     WHEN x{i}.n = 1 THEN {RESOLVED} ELSE {AMBIGUOUS} END, CASE WHEN x{i}.n = 1 THEN x{i}.v END"
                ));
            } else if let Some(query) = self.rows_by_natural_key(&shape, i) {
                joins.push_str(&format!(" LEFT JOIN ({query}) x{i} ON x{i}.raw = {raw}"));
                columns.push_str(&format!(
                    ", NULL, CASE WHEN {raw} IS NULL THEN {NONE} WHEN x{i}.n IS NULL THEN {UNRESOLVED} WHEN x{i}.n = 1 THEN {RESOLVED} ELSE {AMBIGUOUS} END, \
                     CASE WHEN x{i}.n = 1 THEN x{i}.v END"
                ));
                looked_up.push(i);
            } else {
                columns.push_str(&format!(", NULL, CASE WHEN {raw} IS NULL THEN {NONE} ELSE {UNRESOLVED} END, NULL"));
            }
        }
        let (refs, stage) = (shape.temp("refs"), shape.temp("stage"));
        self.run(&format!("INSERT INTO {refs} (seq{names}) SELECT s.seq{columns} FROM {stage} s{joins}"))?;
        for i in (0..shape.references.len()).filter(|i| !shape.references[*i].1.late && !looked_up.contains(i)) {
            self.look_outside(table, i)?;
        }
        Ok(())
    }

    /// Resolves the pending references whose record of this run has a row by now. Returns how many.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn resolve_pending(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let late: Vec<usize> = self.later_references(table);
        let mut resolved = 0;
        for i in late {
            resolved += self.resolve_pending_reference(table, i)?;
        }
        Ok(resolved)
    }

    /// Numbers of the references to later tables.
    fn later_references(&self, table: usize) -> Vec<usize> {
        let shape = &self.shapes[table];
        (0..shape.references.len()).filter(|i| shape.references[*i].1.late && !shape.is_own(*i)).collect()
    }

    pub(super) fn resolve_pending_reference(&mut self, table: usize, i: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        let (column, reference) = &shape.references[i];
        let Some(parent) = self.parent_of(reference) else { return Ok(0) };
        let raw = format!("s.c{column}");
        let (query, on) = self.providers(parent, reference, "x", &raw);
        self.run(&format!(
            "UPDATE {refs} AS r SET p{i} = CASE WHEN y.n = 1 THEN y.leader END, v{i} = CASE WHEN y.n = 1 THEN y.v END, \
             u{i} = CASE WHEN y.n = 1 THEN {RESOLVED} ELSE {AMBIGUOUS} END FROM (SELECT s.seq AS seq, x.leader AS leader, x.v AS v, x.n AS n FROM {stage} s \
             JOIN {refs} q ON q.seq = s.seq AND q.u{i} = {PENDING} JOIN {query} x ON {on}) y WHERE y.seq = r.seq",
            refs = shape.temp("refs"),
            stage = shape.temp("stage"),
        ))
    }

    /// Gives up on pending references: they are looked for outside the run, and else unresolved.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn end_pending(&mut self, table: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        for i in self.later_references(table) {
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
                "UPDATE {bind} AS b SET state = 4, code = x.code, key = {i}, root_table = {ROOT_UNKNOWN} FROM (SELECT s.seq AS seq, \
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
            // Those that were rejected before had nobody to blame, and may be to blame themselves for what they name: nobody is his own root.
            self.name_roots(table, &format!("b.root_table = {ROOT_UNKNOWN}"))?;
            self.run(&format!("UPDATE {} SET root_table = NULL WHERE root_table = {ROOT_UNKNOWN}", shape.temp("bind")))?;
        }
        Ok(rejected)
    }

    /// Counts the references of written records that are NULL because they name no row, by number of the column.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn count_unresolved(&mut self, table: usize) -> Result<Vec<(usize, u64)>, DatabaseError> {
        let shape = self.shapes[table].clone();
        let mut counts = Vec::new();
        for (i, (column, reference)) in shape.references.iter().enumerate() {
            if reference.on_unresolved != OnUnresolved::Null {
                continue;
            }
            let count = self.count(&format!(
                "SELECT CAST(COUNT(*) AS TEXT) FROM {} r JOIN {} b ON b.seq = r.seq AND b.state IN (1, 2) WHERE r.u{i} IN ({UNRESOLVED}, {AMBIGUOUS})",
                shape.temp("refs"),
                shape.temp("bind"),
            ))?;
            counts.push((*column, count));
        }
        Ok(counts.into_iter().filter(|(_, count)| *count > 0).collect())
    }

    /// Takes back references to records that were rejected and have no row, and looks for other rows of that name; the records go with them unless NULL is
    /// declared. Returns how many changed.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn reject_orphans(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        let mut changed = 0;
        for (i, (column, reference)) in shape.references.iter().enumerate() {
            let Some(parent) = self.parent_of(reference).filter(|parent| self.may_be(*parent, State::Rejected)) else { continue };
            let gone = self.gone(parent, reference, &format!("s.c{column}"));
            let orphaned = self.run(&format!(
                "UPDATE {refs} AS r SET p{i} = NULL, v{i} = NULL, u{i} = {UNRESOLVED} FROM (SELECT r2.seq AS seq FROM {refs} r2 JOIN {stage} s ON s.seq = r2.seq \
                 JOIN {parents} pb ON pb.seq = r2.p{i} WHERE pb.state = 4 AND {gone}) x WHERE x.seq = r.seq",
                refs = shape.temp("refs"),
                stage = shape.temp("stage"),
                parents = self.shapes[parent].temp("bind"),
            ))?;
            changed += orphaned;
            // A stored row that the rejected record was about to change may have the name after all.
            if !shape.is_own(i) && (orphaned > 0 || reference.on_unresolved == OnUnresolved::Null) {
                self.look_outside(table, i)?;
            }
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

    /// Lets records that were rejected for a reference name the rejected record that it would have named, or what dragged that one along; `which` is a
    /// condition on `b`.
    ///
    /// # Errors
    /// Whatever the database says.
    pub(super) fn name_roots(&mut self, table: usize, which: &str) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let bind = shape.temp("bind");
        if !self.may_be(table, State::Rejected) && !self.may_be(table, State::Held) {
            return Ok(());
        }
        for (i, (column, reference)) in shape.references.iter().enumerate() {
            let rootless = format!(
                "b.state IN (4, 5) AND b.code = {} AND b.key = {i} AND b.root IS NULL AND {which}",
                Cause::UnresolvedReference as i64
            );
            let Some((parent, rejected, on)) = self.rejected_parents(reference, &format!("s.c{column}")) else { continue };
            if self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {bind} b WHERE {rootless}"))? == 0 {
                continue;
            }
            let sql = format!(
                "UPDATE {bind} AS b SET root = x.root, root_table = x.root_table FROM (SELECT s.seq AS seq, COALESCE(pb.root, g.first) AS root, \
                 CAST(CASE WHEN pb.root IS NULL THEN {parent} ELSE pb.root_table END AS SMALLINT) AS root_table FROM {stage} s JOIN {rejected} g ON {on} \
                 LEFT JOIN {parents} pb ON pb.seq = g.first WHERE {is_earlier}) x WHERE x.seq = b.seq AND {rootless}",
                stage = shape.temp("stage"),
                parents = self.shapes[parent].temp("bind"),
                // Of two that are rejected at once and name each other, neither is to blame for the other.
                is_earlier = if parent == table {
                    format!("g.first <> s.seq AND COALESCE(pb.root_table, 0) <> {ROOT_UNKNOWN}")
                } else {
                    "1 = 1".to_owned()
                },
            );
            self.of_few(|workspace| workspace.run(&sql))?;
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

    /// Query of the records of this run that references can name: `raw`, `leader`, `v`, the number `n` of records that have this `raw`, and the condition
    /// that joins it to `raw`.
    fn providers(&self, parent: usize, reference: &ReferenceLayout, alias: &str, raw: &str) -> (String, String) {
        let shape = &self.shapes[parent];
        let value = shape.finally(&reference.stores);
        let direct = shape.primary.iter().position(|p| p.name == reference.stores);
        let bind = shape.temp("bind");
        match (&reference.by, direct) {
            (None, Some(part)) => (
                // A rejected record that was bound, or a duplicate of one, still names its row, unless an accepted record has the same id.
                format!(
                    "(SELECT i.lid AS raw, i.leader AS leader, lb.k{part} AS v, 1 AS n FROM (SELECT q.lid AS lid, COALESCE(MIN(CASE WHEN q.state <> 4 THEN q.leader END), \
                     MIN(q.leader)) AS leader FROM {bind} q WHERE q.lid IS NOT NULL AND (q.state IN (1, 2, 3) OR {lost}) GROUP BY q.lid) i \
                     JOIN {bind} lb ON lb.seq = i.leader AND (lb.state IN (1, 2) OR (lb.state = 4 AND lb.h0 IS NOT NULL)))",
                    lost = lost("q"),
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
            (Some(by), _) if is_unique(shape, by) => {
                // Of records that would share a value, which the final state does not allow, the first has it.
                let records = format!(
                    "(SELECT {}{} AS raw, b.seq AS leader, {value} AS v FROM {} WHERE b.state IN (1, 2))",
                    shape.finally(by),
                    shape.collate(by),
                    shape.record_tables(true)
                );
                let ranked =
                    format!("SELECT f.*, 1 AS n, ROW_NUMBER() OVER (PARTITION BY f.raw ORDER BY f.leader) AS place FROM {records} f");
                let same = natural_equality(shape, by, &format!("{alias}.raw"), raw);
                (format!("(SELECT g.raw, g.leader, g.v, g.n FROM ({ranked}) g WHERE g.place = 1)"), same)
            }
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
}

/// Condition that a record was rejected as the holder of a row or insert, or as an accepted duplicate with its holder.
pub(super) fn lost(alias: &str) -> String {
    format!("({alias}.state = 4 AND ({alias}.leader = {alias}.seq OR {alias}.root IS NOT NULL))")
}

/// Says whether a key makes a column unique by itself.
pub(super) fn is_unique(shape: &Shape, column: &str) -> bool {
    shape.table().keys.iter().any(|key| key.parts.len() == 1 && key.predicate.is_none() && key.columns().eq([column]))
}

/// Says that a natural key value is the text of a reference, by the column's own equality where it holds text.
pub(super) fn natural_equality(shape: &Shape, column: &str, value: &str, raw: &str) -> String {
    match (shape.kind, shape.table().column(column).map(|c| &c.data_type)) {
        (BackendKind::Postgres, Some(DataType::CiText)) => format!("{value} = CAST({raw} AS citext)"),
        (_, Some(DataType::Text { .. } | DataType::Char { .. } | DataType::CiText)) => format!("{value} = {raw}"),
        _ => format!("CAST({value} AS TEXT) = {raw}"),
    }
}

/// Aggregate over a group of one value: PostgreSQL has no `min` of UUIDs before version 18.
pub(super) fn only_one(kind: BackendKind, value: &str) -> String {
    match kind {
        BackendKind::Postgres => format!("(ARRAY_AGG({value}))[1]"),
        BackendKind::Sqlite => format!("MIN({value})"),
    }
}
