//! What a verification asks beyond a plan: values that a rule leaves alone, and rows that the sources no longer have.
//!
//! **Invariant**: nothing is held beyond one row.

use super::judge::row_key_of_target;
use super::missing::is_none;
use super::read::{Detail, is_absent, record_columns};
use super::shape::{Shape, join};
use super::{Workspace, found};
use crate::backend::statement::{literal, quote};
use crate::backend::{DatabaseError, LEDGER_ROWS};
use crate::mapping::OnUpdate;

/// A row that was imported earlier and that no record of this run is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orphan {
    /// Legacy id that the ledger remembers; a hash where the record had none.
    pub legacy_id: String,
    /// Address of the row.
    pub row: String,
    /// Run that imported it.
    pub run: String,
}

impl Workspace<'_> {
    /// Counts the bound records whose row is as an import would leave it, though a column differs from what the record says.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn count_kept_by_rule(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        match kept_rows(&shape) {
            Some(from) => self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {from}")),
            None => Ok(0),
        }
    }

    /// Calls `each` for those records with the stored value and what the record says, in input order, at most `limit` times.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn each_kept_by_rule(&mut self, table: usize, limit: u64, each: &mut dyn FnMut(Detail)) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let Some(from) = kept_rows(&shape) else { return Ok(()) };
        let columns = ruled(&shape);
        let fields: String = columns
            .iter()
            .map(|i| {
                let (stored, said) = (format!("t.{}", quote(&shape.layout.columns[*i].name)), shape.said(*i));
                let differs = departs(&shape, *i);
                format!(
                    ", CASE WHEN {differs} THEN '1' END, {}, {}, {}",
                    shape.shown(&stored),
                    shape.shown(&said),
                    is_absent(&shape, "s", *i)
                )
            })
            .collect();
        let sql = format!(
            "SELECT {}, {}, CAST(b.via AS TEXT){fields} FROM {from} ORDER BY b.seq LIMIT {limit}",
            record_columns("s"),
            row_key_of_target(&shape),
        );
        self.each_detail(&sql, &columns, each)
    }

    /// Counts the rows of [`Workspace::each_orphan`]; `None` without ledger.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn count_orphans(&mut self, table: usize) -> Result<Option<u64>, DatabaseError> {
        if !self.ledger {
            return Ok(None);
        }
        let from = self.orphans(table);
        self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {from}")).map(Some)
    }

    /// Calls `each` for every stored row that the ledger has from a table's namespace and that no record of this run is, at most `limit` times.
    ///
    /// A record is looked for in all tables of the run that share target and namespace. A rejected record is not missing, so its row is not told.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn each_orphan(&mut self, table: usize, limit: u64, each: &mut dyn FnMut(Orphan)) -> Result<(), DatabaseError> {
        if !self.ledger {
            return Ok(());
        }
        let sql = format!("SELECT l.legacy_id, l.row_key, l.run_id FROM {} ORDER BY l.legacy_id LIMIT {limit}", self.orphans(table));
        self.for_each(&sql, &mut |row| {
            let mut texts = row.into_iter().flatten();
            if let (Some(legacy_id), Some(row), Some(run)) = (texts.next(), texts.next(), texts.next()) {
                each(Orphan { legacy_id, row, run });
            }
        })
    }

    /// Ledger rows `l` with their stored rows `t`, those of this run's records left out.
    fn orphans(&self, table: usize) -> String {
        let shape = &self.shapes[table];
        let siblings: Vec<&Shape> = self.shapes.iter().filter(|other| other.layout.table == shape.layout.table).collect();
        let of_each = |select: &dyn Fn(&Shape) -> String| siblings.iter().map(|s| select(s)).collect::<Vec<_>>().join(" UNION ALL ");
        let columns = join(shape.handle.len(), ", ", |i| format!("h{i}"));
        let memos = of_each(&|s| format!("SELECT namespace, memo FROM {} WHERE memo IS NOT NULL", s.temp("bind")));
        let rows = of_each(&|s| {
            let (bind, held) = (s.temp("bind"), s.temp("held"));
            format!("SELECT {columns} FROM {bind} WHERE h0 IS NOT NULL UNION ALL SELECT {columns} FROM {held} WHERE h0 IS NOT NULL")
        });
        format!(
            "{LEDGER_ROWS} l JOIN {target} t ON {on} WHERE l.target_table = {name} AND l.namespace IN ({own}, {by_content}) AND {no_record} AND {no_row}",
            target = shape.target,
            on = shape.on_ledger("t"),
            name = literal(&shape.table().display_name()),
            own = literal(&shape.layout.namespace),
            by_content = literal(&found::content_namespace(&shape.layout.namespace)),
            no_record = is_none(shape.kind, &["l.namespace".to_owned(), "l.legacy_id".to_owned()], &["namespace", "memo"], &memos),
            no_row = shape.is_none_of("t", &rows),
        )
    }
}

/// Columns in which a rule may leave a stored value that differs from what the record says: the primary key, and those not overwritten.
fn ruled(shape: &Shape) -> Vec<usize> {
    let is_ruled = |i: &usize| {
        let column = &shape.layout.columns[*i];
        shape.is_primary(&column.name) || matches!(column.on_update, OnUpdate::Keep | OnUpdate::Fill)
    };
    (0..shape.layout.columns.len()).filter(is_ruled).collect()
}

/// Says that the stored value of a column differs from what the record says; an absent field says nothing.
fn departs(shape: &Shape, i: usize) -> String {
    let name = &shape.layout.columns[i].name;
    let differs = shape.differs(name, &shape.said(i), &format!("t.{}", quote(name)));
    if shape.absent_columns().contains(&i) { format!("(COALESCE(s.a{i}, 0) <> 1 AND {differs})") } else { format!("({differs})") }
}

/// The bound records that an import would not write and that a rule explains; `None` where no column has such a rule.
fn kept_rows(shape: &Shape) -> Option<String> {
    let departures: Vec<String> = ruled(shape).into_iter().map(|i| departs(shape, i)).collect();
    (!departures.is_empty()).then(|| {
        format!(
            "{} LEFT JOIN {} d ON d.seq = b.seq WHERE b.state = 1 AND d.seq IS NULL AND ({})",
            shape.record_tables(true),
            shape.temp("diff"),
            departures.join(" OR "),
        )
    })
}
