//! Equal records: those that say the same and share a key are one.
//!
//! **Invariant**: two records are equal only where every mapped column says the same, a key made from the legacy id left out.

use super::Workspace;
use super::bind::is_unknowable;
use super::keys::Use;
use super::shape::Shape;
use crate::backend::DatabaseError;
use crate::layout::{ColumnLayout, Fill, KeyLayout};
use crate::mapping::Absent;

impl Workspace<'_> {
    /// Puts leaders without row that find none on the row of a bound record that shares a matching key with them and is equal. Returns how many.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn join_bound(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        if self.empty[table] {
            return Ok(0);
        }
        let open = format!("b.state = 0 AND b.seq NOT IN (SELECT seq FROM {})", shape.temp("cand"));
        self.join_equal(&shape, &open, "b.state = 1")
    }

    /// Puts inserts on the row of an earlier one that shares a matching key with them and is equal. Returns how many.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn join_inserts(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        self.join_equal(&shape, "b.state = 2", "b.state = 2")
    }

    fn join_equal(&mut self, shape: &Shape, open: &str, others: &str) -> Result<u64, DatabaseError> {
        let (bind, verdict) = (shape.temp("bind"), shape.temp("verdict"));
        if self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM (SELECT 1 FROM {bind} b WHERE {open} LIMIT 1) q"))? == 0 {
            return Ok(0);
        }
        self.run(&format!("DELETE FROM {verdict}"))?;
        let among_themselves = open == others;
        let mut joined = 0;
        let apart: Vec<bool> = (0..shape.layout.keys.len()).map(|key| self.is_apart(shape.number, key)).collect();
        let may =
            |(number, key): &(usize, &KeyLayout)| key.matching && !apart[*number] && !is_unknowable(shape, key) && may_join(shape, *number);
        for (_, layout) in shape.layout.keys.iter().enumerate().filter(may) {
            let (asking, asked) = (shape.said_view(layout, open), shape.said_view(layout, others));
            let parts = shape.parts(layout, "w");
            let shared =
                format!("SELECT CAST(COUNT(*) AS TEXT) FROM (SELECT 1 FROM {asking} w GROUP BY {parts} HAVING COUNT(*) > 1 LIMIT 1) q");
            if among_themselves && self.count(&shared)? == 0 {
                continue;
            }
            joined += self.run(&format!(
                "INSERT INTO {verdict} (seq, other) SELECT w.seq, MIN(o.seq) FROM {asking} w JOIN {asked} o ON {same} JOIN {values} a ON a.seq = w.seq \
                 JOIN {values} c ON c.seq = o.seq WHERE {order} AND NOT ({unequal}) AND w.seq NOT IN (SELECT v.seq FROM {verdict} v) GROUP BY w.seq",
                same = shape.same_key(layout, Use::Match, "w", "o"),
                values = values_view(shape),
                order = if among_themselves { "o.seq < w.seq" } else { "o.seq <> w.seq" },
                unequal = unequal(shape, "a", "c"),
            ))?;
        }
        if joined == 0 {
            return Ok(0);
        }
        self.hand_over(shape)?;
        Ok(joined)
    }
}

impl Shape {
    /// Says whether an absent field of column `i` leaves the stored value: by rule, or because the column has no constant default.
    pub(super) fn absence_reads_stored(&self, i: usize) -> bool {
        let layout = &self.layout.columns[i];
        let default = self.table().column(&layout.name).and_then(|c| c.default.as_ref());
        self.absent_columns().contains(&i) && (layout.absent == Absent::Keep || default.is_none_or(|d| d.volatile))
    }
}

/// Rule 1 has made one of all records with the same identity; only a reference that was not resolved then can have kept it from that.
fn may_join(shape: &Shape, number: usize) -> bool {
    let reads_late = |column: &String| shape.mapped(column).and_then(|(i, _)| shape.late_reference(i)).is_some();
    !shape.layout.identity.contains(&number) || shape.key_columns(shape.key(&shape.layout.keys[number])).iter().any(reads_late)
}

/// What records say of their columns, as far as two of them are compared by it: `seq`, `q0`, ... for the columns, `a0`, ... where a missing field matters.
///
/// A reference to the table itself or to a later one stands as the source names it: what it names may not be known.
pub(super) fn values_view(shape: &Shape) -> String {
    let value = |(i, column): (usize, &ColumnLayout)| {
        let value = if shape.late_reference(i).is_some() { format!("s.c{i}") } else { shape.incoming(&column.name) };
        format!(", {value} AS q{i}")
    };
    let values: String = shape.layout.columns.iter().enumerate().filter(|(_, c)| is_compared(c)).map(value).collect();
    let absent: String = shape.absent_columns().into_iter().map(|i| format!(", s.a{i} AS a{i}")).collect();
    let refs = if shape.references.is_empty() { String::new() } else { format!(" LEFT JOIN {} r ON r.seq = s.seq", shape.temp("refs")) };
    format!("(SELECT s.seq AS seq{values}{absent} FROM {} s{refs})", shape.temp("stage"))
}

/// A key made from the legacy id says nothing beyond the id.
fn is_compared(column: &ColumnLayout) -> bool {
    !matches!(column.fill, Fill::Id { .. })
}

/// Says that two records, given as [`values_view`]s, differ.
pub(super) fn unequal(shape: &Shape, a: &str, b: &str) -> String {
    let compare = |(i, column): (usize, &ColumnLayout)| {
        let (left, right) = (format!("{a}.q{i}"), format!("{b}.q{i}"));
        if shape.late_reference(i).is_some() {
            format!("{left} IS DISTINCT FROM {right}")
        } else {
            shape.differs(&column.name, &left, &right)
        }
    };
    let mut conditions: Vec<String> = shape.layout.columns.iter().enumerate().filter(|(_, c)| is_compared(c)).map(compare).collect();
    let matters = |i: &usize| {
        let layout = &shape.layout.columns[*i];
        layout.absent == Absent::Keep || shape.table().column(&layout.name).and_then(|c| c.default.as_ref()).is_none_or(|d| d.volatile)
    };
    conditions.extend(shape.absent_columns().into_iter().filter(matters).map(|i| format!("{a}.a{i} IS DISTINCT FROM {b}.a{i}")));
    if conditions.is_empty() { "0 = 1".to_owned() } else { conditions.join(" OR ") }
}
