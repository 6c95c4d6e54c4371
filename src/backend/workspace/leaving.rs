//! Rows that are gone from the sources, deleted or set in several transactions.
//!
//! **Invariant**: rows that can only go together are in one part: those of a table that refers to itself, and those of tables of which an earlier one refers to a later one.

use super::Workspace;
use super::missing::is_parent;
use super::steps::{NAMED, Part, stored};
use crate::backend::DatabaseError;
use crate::catalog::{BackendKind, Catalog};
use crate::mapping::OnMissing;

impl Workspace<'_> {
    /// Counts the rows of a table that are to go or to be set.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn count_going(&mut self, table: usize) -> Result<u64, DatabaseError> {
        if self.has_none(table, "gone") {
            return Ok(0);
        }
        let gone = self.shapes[table].temp("gone");
        self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {gone} WHERE spared = 0"))
    }

    /// Returns the last one of the tables whose rows go together with those of this one: it refers to them and comes first.
    #[must_use]
    pub fn last_to_go_with(&self, table: usize) -> usize {
        let keys = &self.shapes[table].table().foreign_keys;
        let parents = (table..self.shapes.len()).filter(|parent| keys.iter().any(|key| is_parent(key, self.shapes[*parent].table())));
        parents.max().unwrap_or(table)
    }

    /// Says whether rows of a table can go one after the other.
    #[must_use]
    pub fn can_go_in_parts(&self, table: usize) -> bool {
        let shape = &self.shapes[table];
        matches!(shape.layout.on_missing, OnMissing::Set { .. })
            || !shape.table().foreign_keys.iter().any(|key| is_parent(key, shape.table()))
    }

    /// Gives the rows of a table that go an order.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn arrange_going(&mut self, table: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let (leaving, end) = (shape.temp("leaving"), self.tables.end());
        self.run(&format!(
            "CREATE TEMPORARY TABLE {leaving}{end} AS SELECT g.row_key AS row_key, ROW_NUMBER() OVER (ORDER BY g.row_key) AS n FROM {} g WHERE g.spared = 0",
            shape.temp("gone")
        ))?;
        self.session.batch(&match shape.kind {
            BackendKind::Sqlite => format!("CREATE INDEX temp.{leaving}_n ON {leaving} (n)"),
            BackendKind::Postgres => format!("CREATE INDEX ON {leaving} (n); ANALYZE {leaving}"),
        })?;
        self.promise_copies(table);
        Ok(())
    }

    /// Lets the rows of a table that go be those of a part until [`Self::widen`].
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn narrow_to_going(&mut self, part: &Part) -> Result<(), DatabaseError> {
        let Some((from, to)) = part.range else { return Ok(()) };
        let (whole, copy) = self.begin_part(part.table)?;
        self.run(&format!(
            "INSERT INTO {} SELECT g.* FROM {} g WHERE g.row_key IN (SELECT o.row_key FROM {} o WHERE o.n > {from} AND o.n <= {to})",
            copy.temp("gone"),
            whole.temp("gone"),
            whole.temp("leaving"),
        ))?;
        self.put_in_place(part.table, copy);
        Ok(())
    }

    /// Says whether as many rows of some tables can go as were to: others may refer to one since.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn can_still_go(&mut self, parts: &[Part], catalog: &Catalog) -> Result<bool, DatabaseError> {
        let tables: Vec<usize> = parts.iter().map(|part| part.table).collect();
        self.spare_referenced_of(&tables, catalog)?;
        for part in parts {
            if self.count_going(part.table)? != part.rows {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Names rows that are about to be deleted or set and are not as they were when the run began.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn gone_meanwhile(&mut self, table: usize) -> Result<Vec<String>, DatabaseError> {
        let shape = self.shapes[table].clone();
        if self.has_none(table, "gone") {
            return Ok(Vec::new());
        }
        let rows = self.rows(&format!(
            "SELECT g.row_key FROM {gone} g JOIN rs_seen_{table} x ON x.row_key = g.row_key LEFT JOIN {target} t ON {on} \
             WHERE g.spared = 0 AND {stored} IS DISTINCT FROM x.stored LIMIT {NAMED}",
            gone = shape.temp("gone"),
            target = shape.target,
            on = shape.on_target("g", "t"),
            stored = stored(&shape),
        ))?;
        Ok(rows.into_iter().flatten().flatten().collect())
    }
}
