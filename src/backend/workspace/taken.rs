//! What stands in the way of taking a run back: keys that other rows have by now, and references that would name nothing.
//!
//! **Invariant**: nothing here writes to target tables.

use std::collections::HashMap;

use super::judge::{int, row_key_of_target};
use super::keys::Use;
use super::missing::is_parent;
use super::restore::{Changed, ROWS_NAMED, Since};
use super::shape::Shape;
use super::{TEMPORARY_TABLES, Workspace};
use crate::backend::statement::literal;
use crate::backend::{DatabaseError, DatabaseErrorKind};
use crate::catalog::{BackendKind, Catalog};

/// Rows whose reference names nothing: table, address, and table that is named; each with how often it was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dangling(HashMap<[String; 4], u64>);

/// A row that cannot be restored, what stands in the way, and the number of the key.
type Hindered = (String, String, i64);

impl Workspace<'_> {
    /// Finds the rows of a table that were to be restored, and a key of which another row has by now that stays. Returns the first ones, and how many there are.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn find_taken(&mut self, table: usize) -> Result<(Vec<Changed>, u64), DatabaseError> {
        let shape = self.shapes[table].clone();
        let taken = self.begin_taken(&shape)?;
        for number in 0..shape.layout.keys.len() {
            self.run(&holders(&shape, number, &taken))?;
        }
        let (found, rows) = self.read_taken(&taken)?;
        let name = |key: i64| shape.layout.keys.get(usize::try_from(key).ok()?).map(|layout| shape.key(layout).name.clone());
        let read = |(row, holder, key)| {
            Some(Changed { row, since: Since::Taken, columns: Vec::new(), taken: Some((name(key)?, holder)), other: None })
        };
        Ok((rows.into_iter().filter_map(read).collect(), found))
    }

    /// Begins a list of rows that cannot be restored. Returns its name.
    pub(super) fn begin_taken(&mut self, shape: &Shape) -> Result<String, DatabaseError> {
        let (taken, end) = (shape.temp("taken"), self.tables.end());
        self.session.batch(&format!(
            "DROP TABLE IF EXISTS {taken}; CREATE TEMPORARY TABLE {taken} (seq BIGINT, row_key TEXT, holder TEXT, key BIGINT){end}"
        ))?;
        Ok(taken)
    }

    /// Returns how many rows stand in such a list, and of the first ones their address, what stands in the way, and the number of the key.
    pub(super) fn read_taken(&mut self, taken: &str) -> Result<(u64, Vec<Hindered>), DatabaseError> {
        let found = self.count(&format!("SELECT CAST(COUNT(DISTINCT seq) AS TEXT) FROM {taken}"))?;
        let rows = self.rows(&format!(
            "SELECT MIN(row_key), MIN(holder), CAST(MIN(key) AS TEXT) FROM {taken} q WHERE NOT EXISTS (SELECT 1 FROM {taken} o WHERE o.seq = q.seq AND o.key < q.key) \
             GROUP BY seq ORDER BY 1 LIMIT {ROWS_NAMED}"
        ))?;
        let read = |row: Vec<Option<String>>| {
            let key = int(&row, 2)?;
            let mut texts = row.into_iter().flatten();
            Some((texts.next()?, texts.next()?, key))
        };
        Ok((found, rows.into_iter().filter_map(read).collect()))
    }

    /// Leaves the rows alone that [`Self::find_taken`] or [`Self::find_orphaned`] found.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn leave_taken(&mut self, table: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        for what in TEMPORARY_TABLES.iter().filter(|what| ["stage", "bind", "diff"].contains(what)) {
            self.run(&format!("DELETE FROM {} WHERE seq IN (SELECT seq FROM {})", shape.temp(what), shape.temp("taken")))?;
        }
        Ok(())
    }

    /// Lists the references of the tables of this run, and of those that refer to them, that name nothing; on SQLite, which looks at them at the end of a transaction only.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn dangling(&mut self, catalog: &Catalog) -> Result<Dangling, DatabaseError> {
        let mut found = HashMap::new();
        if self.session.kind() == BackendKind::Postgres {
            return Ok(Dangling(found));
        }
        let is_own = |name: &str| self.shapes.iter().any(|shape| shape.table().name == name);
        let names = |table: &crate::catalog::Table| {
            table.foreign_keys.iter().any(|key| self.shapes.iter().any(|shape| is_parent(key, shape.table())))
        };
        let concerned: Vec<String> = catalog
            .tables
            .iter()
            .filter(|table| !table.foreign_keys.is_empty() && (is_own(&table.name) || names(table)))
            .map(|t| t.name.clone())
            .collect();
        for table in concerned {
            let sql = format!(
                "SELECT \"table\", COALESCE(CAST(\"rowid\" AS TEXT), ''), parent, CAST(fkid AS TEXT) FROM pragma_foreign_key_check({})",
                literal(&table)
            );
            for row in self.rows(&sql)? {
                let mut texts = row.into_iter().map(Option::unwrap_or_default);
                let entry: [String; 4] = std::array::from_fn(|_| texts.next().unwrap_or_default());
                *found.entry(entry).or_default() += 1;
            }
        }
        Ok(Dangling(found))
    }

    /// Fails where more references name nothing than before.
    ///
    /// # Errors
    /// Names a row of which a reference does.
    pub fn check_dangling(&mut self, before: &Dangling, catalog: &Catalog) -> Result<(), DatabaseError> {
        let now = self.dangling(catalog)?;
        let mut new: Vec<&[String; 4]> =
            now.0.iter().filter(|(entry, n)| before.0.get(*entry).is_none_or(|then| then < n)).map(|(entry, _)| entry).collect();
        new.sort();
        let Some([table, address, parent, _]) = new.first() else { return Ok(()) };
        let shape = self.shapes.iter().find(|shape| shape.table().name == *table).cloned();
        let row = match shape {
            Some(shape) if !address.is_empty() && shape.handle.len() == 1 => {
                let sql = format!("SELECT {} FROM {} t WHERE t.rowid = {address}", row_key_of_target(&shape), shape.target);
                self.rows(&sql)?.into_iter().flatten().flatten().next()
            }
            _ => None,
        };
        let row = row.map_or_else(|| "a row".to_owned(), |row| format!("the row `{row}`"));
        let others = if new.len() > 1 { format!(" (and {} more)", new.len() - 1) } else { String::new() };
        let message =
            format!("FOREIGN KEY constraint failed: {row} of `{table}` would refer to a row of `{parent}` that is not there{others}");
        Err(DatabaseError::new(DatabaseErrorKind::ForeignKey, message))
    }
}

/// Lists the records whose final row has a key of a stored row that is neither restored nor goes.
fn holders(shape: &Shape, number: usize, taken: &str) -> String {
    let layout = &shape.layout.keys[number];
    format!(
        "INSERT INTO {taken} (seq, row_key, holder, key) SELECT w.seq, {row}, {holder}, {number} FROM {finals} w JOIN {bind} b ON b.seq = w.seq \
         JOIN {stored} x ON {same} JOIN {target} t ON {on} WHERE NOT EXISTS (SELECT 1 FROM {bind} hb WHERE hb.state = 1 AND {bound}) \
         AND NOT EXISTS (SELECT 1 FROM {gone} g WHERE g.spared = 0 AND {goes})",
        row = shape.final_row_key(),
        holder = row_key_of_target(shape),
        finals = shape.final_view(layout, "b.state IN (1, 2)"),
        bind = shape.temp("bind"),
        stored = shape.stored_view(layout, Use::Judge),
        same = shape.same_key(layout, Use::Judge, "w", "x"),
        target = shape.target,
        on = shape.on_target("x", "t"),
        bound = shape.same_handle("hb", "x"),
        gone = shape.temp("gone"),
        goes = shape.same_handle("g", "x"),
    )
}
