//! The values of a key: for records as they come, for their final rows, and for stored rows.
//!
//! Each view is a query with one row a record or row that the key looks at, and columns `e0`, `e1`, ... for its parts. Expressions, predicates and computed
//! columns are evaluated by the database itself: they stand as the catalog gives them over a row source whose columns have the table's names.
//!
//! **Invariant**: a row that the key does not look at (a NULL part, outside the predicate) is not in any view of it.

use super::shape::{Shape, join};
use crate::backend::statement::quote;
use crate::catalog::{Generated, Key, KeyPart};
use crate::layout::KeyLayout;

/// Which NULLs a view compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// Finding rows: `nulls = "equal"` counts.
    Match,
    /// Judging uniqueness: only what the database declares counts.
    Judge,
}

impl Shape {
    /// Returns a key of the table.
    pub(crate) fn key(&self, layout: &KeyLayout) -> &Key {
        &self.table().keys[layout.key]
    }

    /// Says whether NULL parts of a key compare equal.
    fn nulls_equal(&self, layout: &KeyLayout, purpose: Use) -> bool {
        self.key(layout).nulls_equal || (purpose == Use::Match && layout.nulls_equal)
    }

    /// Says whether matching sees equal values of a key where judging sees none.
    pub(crate) fn matches_more(&self, layout: &KeyLayout) -> bool {
        self.nulls_equal(layout, Use::Match) && !self.nulls_equal(layout, Use::Judge)
    }

    /// Says that two views of a key have the same value.
    pub(crate) fn same_key(&self, layout: &KeyLayout, purpose: Use, a: &str, b: &str) -> String {
        let parts = self.key(layout).parts.len();
        if self.nulls_equal(layout, purpose) {
            // The first form lets the planner use a hash or an index for rows without NULL.
            return join(parts, " AND ", |i| format!("{a}.e{i} IS NOT DISTINCT FROM {b}.e{i}"));
        }
        join(parts, " AND ", |i| format!("{a}.e{i} = {b}.e{i}"))
    }

    /// Names the parts of a key's view.
    pub(crate) fn parts(&self, layout: &KeyLayout, alias: &str) -> String {
        join(self.key(layout).parts.len(), ", ", |i| format!("{alias}.e{i}"))
    }

    /// The key's value of records as they would be inserted: `seq`, `e0`, ...; `filter` is over `b`.
    pub(crate) fn incoming_view(&self, layout: &KeyLayout, filter: &str) -> String {
        let columns = self.key_columns(self.key(layout));
        let source = self.row_source("b.seq", &columns, |c| self.incoming(c), &self.record_tables(false), filter);
        self.view(layout, Use::Match, "f.rs_seq AS seq", &source)
    }

    /// The same for all staged records, before the bind table is written.
    pub(crate) fn staged_view(&self, layout: &KeyLayout) -> String {
        let columns = self.key_columns(self.key(layout));
        let refs = if self.references.is_empty() { String::new() } else { format!(" LEFT JOIN {} r ON r.seq = s.seq", self.temp("refs")) };
        let from = format!("{} s{refs}", self.temp("stage"));
        let source = self.row_source("s.seq", &columns, |c| self.incoming(c), &from, "1 = 1");
        self.view(layout, Use::Match, "f.rs_seq AS seq", &source)
    }

    /// The key's value in the final rows of records: `seq`, `e0`, ...; `filter` is over `b` (and `d` where it names the differences).
    pub(crate) fn final_view(&self, layout: &KeyLayout, filter: &str) -> String {
        let columns = self.key_columns(self.key(layout));
        let source = self.row_source("b.seq", &columns, |c| self.finally(c), &self.record_tables(true), filter);
        self.view(layout, Use::Judge, "f.rs_seq AS seq", &source)
    }

    /// The key's value of stored rows: `h0`, ..., `e0`, ...
    pub(crate) fn stored_view(&self, layout: &KeyLayout, purpose: Use) -> String {
        let handles = join(self.handle.len(), ", ", |i| format!("f.{} AS h{i}", self.handle[i].column));
        self.view(layout, purpose, &handles, &self.target.clone())
    }

    /// Returns the value of a column in the final row of a live record. Needs `b`, `s`, `r`, `t`.
    pub(crate) fn finally(&self, column: &str) -> String {
        let (inserted, updated) = (self.inserted(column), self.updated(column));
        if inserted == updated { inserted } else { format!("CASE WHEN b.state = 2 THEN {inserted} ELSE {updated} END") }
    }

    /// Returns the tables that a record's values come from.
    pub(crate) fn record_tables(&self, with_target: bool) -> String {
        let mut sql = format!("{} b JOIN {} s ON s.seq = b.seq", self.temp("bind"), self.temp("stage"));
        if !self.references.is_empty() {
            sql.push_str(&format!(" LEFT JOIN {} r ON r.seq = b.seq", self.temp("refs")));
        }
        if with_target {
            sql.push_str(&format!(" LEFT JOIN {} t ON b.state = 1 AND {}", self.target, self.on_target("b", "t")));
        }
        sql
    }

    /// A row source whose columns have the table's names, and `rs_seq`.
    fn row_source(&self, seq: &str, columns: &[String], value: impl Fn(&str) -> String, from: &str, filter: &str) -> String {
        let computed = |name: &&String| self.table().column(name).is_some_and(|c| c.generated.is_computed());
        let plain: String =
            columns.iter().filter(|c| !computed(c)).map(|c| format!(", {}{} AS {}", value(c), self.collate(c), quote(c))).collect();
        let inner = format!("SELECT {seq} AS rs_seq{plain} FROM {from} WHERE {filter}");
        let outer: String = columns.iter().filter(computed).map(|c| format!(", ({}) AS {}", self.generation(c), quote(c))).collect();
        if outer.is_empty() { format!("({inner})") } else { format!("(SELECT g.*{outer} FROM ({inner}) g)") }
    }

    /// Returns the expression of a computed column.
    fn generation(&self, column: &str) -> String {
        match self.table().column(column).map(|c| &c.generated) {
            Some(Generated::Stored(sql) | Generated::Virtual(sql)) => sql.clone(),
            _ => "NULL".to_owned(),
        }
    }

    fn view(&self, layout: &KeyLayout, purpose: Use, address: &str, source: &str) -> String {
        let key = self.key(layout);
        let parts: Vec<String> = key.parts.iter().map(part_sql).collect();
        let named: String = parts.iter().enumerate().map(|(i, sql)| format!(", {sql} AS e{i}")).collect();
        let mut filters: Vec<String> = Vec::new();
        if !self.nulls_equal(layout, purpose) {
            filters.extend(parts.iter().map(|sql| format!("{sql} IS NOT NULL")));
        }
        filters.extend(key.predicate.iter().map(|sql| format!("({sql})")));
        let filter = if filters.is_empty() { String::new() } else { format!(" WHERE {}", filters.join(" AND ")) };
        format!("(SELECT {address}{named} FROM {source} f{filter})")
    }
}

/// A part of a key over the row source `f`.
fn part_sql(part: &KeyPart) -> String {
    let (sql, collation) = match part {
        KeyPart::Column { name, collation } => (format!("f.{}", quote(name)), collation),
        KeyPart::Expression { sql, collation, .. } => (format!("({sql})"), collation),
    };
    collation.as_ref().map_or_else(|| sql.clone(), |c| format!("{sql} COLLATE {}", quote(c)))
}
