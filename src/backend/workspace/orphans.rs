//! References that would name nothing once a run is taken back: a parent that somebody deleted since, or a key that rows which stay refer to.
//!
//! Takes the rows that are laid out to be restored, gives those that cannot be. Both databases are asked the same: SQLite names nothing when it refuses a commit, and
//! PostgreSQL only the first row.
//!
//! **Invariant**: nothing here writes to target tables.

use super::Workspace;
use super::missing::{is_parent, parent_columns};
use super::restore::{Changed, Since};
use super::shape::{Shape, join, qualified};
use crate::backend::DatabaseError;
use crate::backend::statement::{literal, quote};
use crate::catalog::{Catalog, ForeignKey, Table};

/// Stands for the number of a foreign key where rows of another table would refer to nothing.
const NAMED: i64 = -1;

/// One foreign key between two tables, of which one at least is taken back.
struct Reference<'a> {
    key: &'a ForeignKey,
    child: &'a Table,
    /// Where rows of the child are taken back.
    child_shape: Option<&'a Shape>,
    parent: &'a Table,
    /// Where rows of the parent are.
    parent_shape: Option<&'a Shape>,
}

impl Workspace<'_> {
    /// Finds the rows of a table that were to be restored and would refer to nothing then, or would take away what rows refer to that stay. Returns the first ones,
    /// and how many there are.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn find_orphaned(&mut self, table: usize, catalog: &Catalog) -> Result<(Vec<Changed>, u64), DatabaseError> {
        let shape = self.shapes[table].clone();
        let taken = self.begin_taken(&shape)?;
        let own = shape.table().clone();
        let mut statements = Vec::new();
        for (number, key) in own.foreign_keys.iter().enumerate() {
            let Some(parent) = catalog.tables.iter().find(|table| is_parent(key, table)) else { continue };
            let reference = Reference { key, child: &own, child_shape: Some(&shape), parent, parent_shape: self.shape_of(parent) };
            statements.push(reference.orphans(&shape, number, &taken));
        }
        for child in &catalog.tables {
            for key in child.foreign_keys.iter().filter(|key| is_parent(key, &own)) {
                let reference = Reference { key, child, child_shape: self.shape_of(child), parent: &own, parent_shape: Some(&shape) };
                statements.extend(reference.losers(&shape, &taken));
            }
        }
        statements.iter().try_for_each(|sql| self.run(sql).map(|_| ()))?;
        let (found, rows) = self.read_taken(&taken)?;
        let changed = rows.into_iter().map(|(row, holder, number)| {
            let key = usize::try_from(number).ok().and_then(|number| own.foreign_keys.get(number));
            let since = if key.is_some() { Since::Orphaned } else { Since::Named };
            Changed { row, since, columns: key.map(|key| key.columns.clone()).unwrap_or_default(), taken: None, other: Some(holder) }
        });
        Ok((changed.collect(), found))
    }

    fn shape_of(&self, table: &Table) -> Option<&Shape> {
        self.shapes.iter().find(|shape| shape.table().name == table.name && shape.table().schema == table.schema)
    }
}

impl Reference<'_> {
    /// Lists the records whose final row names a row that will not be there; what named nothing before and does not change is no concern of this.
    fn orphans(&self, shape: &Shape, number: usize, taken: &str) -> String {
        let columns = &self.key.columns;
        let differs: Vec<String> =
            columns.iter().map(|c| shape.differs(c, &format!("t.{}", quote(c)), &format!("f.{}", quote(c)))).collect();
        let named = self.same("p", "f");
        let parents = qualified(self.parent);
        let mut sql = format!(
            "INSERT INTO {taken} (seq, row_key, holder, key) SELECT b.seq, {row}, {name}, {number} FROM {finals} f JOIN {bind} b ON b.seq = f.rs_seq \
             LEFT JOIN {target} t ON b.state = 1 AND {on} WHERE {known} AND (b.state = 2 OR {differs} OR EXISTS (SELECT 1 FROM {parents} p WHERE {named})) \
             AND NOT EXISTS (SELECT 1 FROM {parents} p WHERE {named} AND {stays})",
            row = shape.final_row_key(),
            name = literal(&self.parent.display_name()),
            finals = source(shape, columns, "b.state IN (1, 2)"),
            bind = shape.temp("bind"),
            target = shape.target,
            on = shape.on_target("b", "t"),
            known = join(columns.len(), " AND ", |i| format!("f.{} IS NOT NULL", quote(&columns[i]))),
            differs = differs.join(" OR "),
            stays = stays(self.parent_shape, "p"),
        );
        if let Some(parent) = self.parent_shape {
            sql.push_str(&format!(
                " AND NOT EXISTS (SELECT 1 FROM {} p WHERE {named})",
                source(parent, &parent_columns(self.key, self.parent), "b.state IN (1, 2)")
            ));
        }
        sql
    }

    /// Lists the records whose row gets back another value of what rows refer to that stay. `None` where the foreign key follows such a change, or none can come.
    fn losers(&self, shape: &Shape, taken: &str) -> Option<String> {
        let columns = parent_columns(self.key, self.parent);
        if !matches!(self.key.on_update.as_str(), "NO ACTION" | "RESTRICT") || !columns.iter().any(|column| shape.is_written(column)) {
            return None;
        }
        let differs: Vec<String> =
            columns.iter().map(|c| shape.differs(c, &format!("t.{}", quote(c)), &format!("f.{}", quote(c)))).collect();
        Some(format!(
            "INSERT INTO {taken} (seq, row_key, holder, key) SELECT b.seq, {row}, {name}, {NAMED} FROM {finals} f JOIN {bind} b ON b.seq = f.rs_seq \
             JOIN {target} t ON {on} WHERE ({differs}) AND EXISTS (SELECT 1 FROM {child} c WHERE {same} AND {stays} AND NOT EXISTS (SELECT 1 FROM {finals} g WHERE {again}))",
            row = shape.final_row_key(),
            name = literal(&self.child.display_name()),
            finals = source(shape, &columns, "b.state = 1"),
            bind = shape.temp("bind"),
            target = shape.target,
            on = shape.on_target("b", "t"),
            differs = differs.join(" OR "),
            child = qualified(self.child),
            same = self.same("t", "c"),
            stays = stays(self.child_shape, "c"),
            again = self.same("g", "c"),
        ))
    }

    /// The parent's columns stand on the left: its collation and affinity count.
    fn same(&self, parent: &str, child: &str) -> String {
        let columns = parent_columns(self.key, self.parent);
        let pairs = columns.iter().zip(&self.key.columns).map(|(p, c)| format!("{parent}.{} = {child}.{}", quote(p), quote(c)));
        pairs.collect::<Vec<_>>().join(" AND ")
    }
}

fn source(shape: &Shape, columns: &[String], filter: &str) -> String {
    let mut columns = columns.to_vec();
    shape.with_sources_of_computed(&mut columns);
    columns.sort_unstable();
    columns.dedup();
    shape.final_source(&columns, filter)
}

/// Says of a stored row that it is neither restored nor goes.
fn stays(shape: Option<&Shape>, alias: &str) -> String {
    let Some(shape) = shape else { return "1 = 1".to_owned() };
    let selected = join(shape.handle.len(), ", ", |i| format!("x.h{i} AS h{i}"));
    let leaving = format!(
        "SELECT {selected} FROM {} x WHERE x.state = 1 UNION ALL SELECT {selected} FROM {} x WHERE x.spared = 0",
        shape.temp("bind"),
        shape.temp("gone")
    );
    shape.is_none_of(alias, &leaving)
}
