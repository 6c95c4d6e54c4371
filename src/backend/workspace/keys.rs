//! The values of a key: for records as they come, for their final rows, and for stored rows.
//!
//! Each view is a query with one row a record or row that the key looks at, and columns `e0`, `e1`, ... for its parts. Expressions, predicates and computed
//! columns are evaluated by the database itself: they stand as the catalog gives them over a row source whose columns have the table's names.
//!
//! **Invariant**: a row that the key does not look at (a NULL part, outside the predicate) is not in any view of it.

use super::shape::{Shape, join};
use crate::backend::affinity::Affinity;
use crate::backend::statement::quote;
use crate::backend::tokens::columns_read;
use crate::catalog::{BackendKind, DataType, Generated, Key, KeyPart};
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

    /// Says that two views of a key have the same value, or values that exclude each other.
    pub(crate) fn same_key(&self, layout: &KeyLayout, purpose: Use, a: &str, b: &str) -> String {
        let (parts, operators) = (&self.key(layout).parts, &self.key(layout).operators);
        let nulls_equal = self.nulls_equal(layout, purpose);
        // A plain `=` lets the planner use a hash or an index, so it stands wherever no NULL can be.
        join(parts.len(), " AND ", |i| {
            let equal = if nulls_equal && self.can_be_null(&parts[i]) { "IS NOT DISTINCT FROM" } else { "=" };
            let sign = operators.get(i).map_or(equal, String::as_str);
            format!("{a}.e{i} {sign} {b}.e{i}")
        })
    }

    fn can_be_null(&self, part: &KeyPart) -> bool {
        match part {
            KeyPart::Column { name, .. } => self.table().column(name).is_none_or(|c| c.nullable || c.generated.is_computed()),
            KeyPart::Expression { .. } => true,
        }
    }

    /// Names the parts of a key's view.
    pub(crate) fn parts(&self, layout: &KeyLayout, alias: &str) -> String {
        join(self.key(layout).parts.len(), ", ", |i| format!("{alias}.e{i}"))
    }

    /// The key's value of records as they would be inserted: `seq`, `e0`, ...; `filter` is over `b`.
    pub(crate) fn incoming_view(&self, layout: &KeyLayout, filter: &str) -> String {
        let columns = self.key_columns(self.key(layout));
        let filter = format!("{}{}", self.of_many(filter), self.is_known(&columns));
        let source =
            self.row_source("b.seq", &columns, |c| self.as_stored(c, self.incoming(c)), &self.key_tables(&columns, false), &filter);
        self.view(layout, Use::Match, "f.rs_seq AS seq", &source)
    }

    /// A condition that many records meet. SQLite would make an index by their state, which says little, and look through it for each record, where it should make one
    /// by the key.
    fn of_many(&self, filter: &str) -> String {
        match self.kind {
            BackendKind::Sqlite => format!("+({filter})"),
            BackendKind::Postgres => filter.to_owned(),
        }
    }

    /// Conditions that no column is a reference to the table itself, or to a later one, whose row is not known yet. Needs `r`.
    fn is_known(&self, columns: &[String]) -> String {
        let is_late = |i: &usize| self.references[*i].1.late && columns.contains(&self.layout.columns[self.references[*i].0].name);
        (0..self.references.len()).filter(is_late).map(|i| format!(" AND r.u{i} IN (0, 1)")).collect()
    }

    /// The same with references to the table itself or to a later one as the source names them: what they name may not be known.
    pub(crate) fn said_view(&self, layout: &KeyLayout, filter: &str) -> String {
        let key = self.key(layout);
        let late = |column: &str| self.mapped(column).filter(|(i, _)| self.late_reference(*i).is_some()).map(|(i, _)| format!("s.c{i}"));
        let is_plain = |part: &KeyPart| matches!(part, KeyPart::Column { name, .. } if self.generation(name).is_none());
        let plain = key.predicate.is_none() && key.parts.iter().all(is_plain);
        let columns = self.key_columns(key);
        let value = |c: &str| late(c).filter(|_| plain).unwrap_or_else(|| self.as_stored(c, self.incoming(c)));
        let source = self.row_source("b.seq", &columns, value, &self.key_tables(&columns, false), &self.of_many(filter));
        self.view(layout, Use::Match, "f.rs_seq AS seq", &source)
    }

    /// The same for all staged records, before the bind table is written.
    pub(crate) fn staged_view(&self, layout: &KeyLayout) -> String {
        let columns = self.key_columns(self.key(layout));
        let from = self.staged_tables();
        let filter = format!("1 = 1{}", self.is_known(&columns));
        let source = self.row_source("s.seq", &columns, |c| self.as_stored(c, self.incoming(c)), &from, &filter);
        self.view(layout, Use::Match, "f.rs_seq AS seq", &source)
    }

    /// The key's value in the final rows of records: `seq`, `e0`, ...; `filter` is over `b` (and `d` where it names the differences).
    pub(crate) fn final_view(&self, layout: &KeyLayout, filter: &str) -> String {
        let columns = self.key_columns(self.key(layout));
        let source = self.final_source(&columns, filter);
        self.view(layout, Use::Judge, "f.rs_seq AS seq", &source)
    }

    /// Final rows of records with the table's names for `columns`, and `rs_seq`; `filter` is over `b`.
    pub(crate) fn final_source(&self, columns: &[String], filter: &str) -> String {
        self.row_source("b.seq", columns, |c| self.as_stored(c, self.finally(c)), &self.key_tables(columns, true), filter)
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

    /// Returns the tables that the values of these columns come from: the planner cannot leave out a join by itself.
    fn key_tables(&self, columns: &[String], with_target: bool) -> String {
        let is_reference = |c: &String| self.mapped(c).is_some_and(|(i, _)| self.reference_number(i).is_some());
        let with_refs = columns.iter().any(is_reference);
        self.tables(with_refs, with_target && columns.iter().any(|c| self.reads_stored(c)))
    }

    /// Returns the tables that the values of all staged records come from.
    pub(crate) fn staged_tables(&self) -> String {
        let refs = if self.references.is_empty() { String::new() } else { format!(" LEFT JOIN {} r ON r.seq = s.seq", self.temp("refs")) };
        format!("{} s{refs}", self.temp("stage"))
    }

    /// Returns the tables that a record's values come from.
    pub(crate) fn record_tables(&self, with_target: bool) -> String {
        self.tables(!self.references.is_empty(), with_target)
    }

    /// Returns the FROM clause for records `b`, `s` without what their references came to.
    pub(crate) fn staged_records(&self) -> String {
        self.tables(false, false)
    }

    fn tables(&self, with_refs: bool, with_target: bool) -> String {
        let mut sql = format!("{} b JOIN {} s ON s.seq = b.seq", self.temp("bind"), self.temp("stage"));
        if with_refs {
            sql.push_str(&format!(" LEFT JOIN {} r ON r.seq = b.seq", self.temp("refs")));
        }
        if with_target {
            sql.push_str(&format!(" LEFT JOIN {} t ON b.state = 1 AND {}", self.target, self.on_target("b", "t")));
        }
        sql
    }

    /// A row source whose columns have the table's names, and `rs_seq`.
    fn row_source(&self, seq: &str, columns: &[String], value: impl Fn(&str) -> String, from: &str, filter: &str) -> String {
        let (computed, plain): (Vec<&String>, Vec<&String>) = columns.iter().partition(|name| self.generation(name).is_some());
        let values: String = plain.iter().map(|c| format!(", {}{} AS {}", value(c), self.collate(c), quote(c))).collect();
        let mut source = format!("(SELECT {seq} AS rs_seq{values} FROM {from} WHERE {filter})");
        for layer in self.layers(&computed) {
            let values: String = layer.iter().map(|c| format!(", {}{} AS {}", self.computed(c), self.collate(c), quote(c))).collect();
            source = format!("(SELECT g.*{values} FROM {source} g)");
        }
        source
    }

    /// Temporary tables have wide integers, but functions in expressions are found by the column's own type.
    fn as_stored(&self, column: &str, value: String) -> String {
        let is_wide = self.is_primary(column) || self.mapped(column).is_some_and(|(i, _)| self.reference_number(i).is_some());
        match self.table().column(column) {
            Some(c) if self.kind == BackendKind::Postgres && is_wide && matches!(c.data_type, DataType::Int { bits: 16 | 32 }) => {
                format!("CAST({value} AS {})", c.type_text)
            }
            _ => value,
        }
    }

    /// Returns the expression of a computed column.
    fn generation(&self, column: &str) -> Option<&str> {
        match &self.table().column(column)?.generated {
            Generated::Stored(sql) | Generated::Virtual(sql) => Some(sql),
            _ => None,
        }
    }

    /// Puts computed columns into layers, each of which reads only columns of the layers before.
    fn layers<'c>(&self, computed: &[&'c String]) -> Vec<Vec<&'c String>> {
        let mut open: Vec<&String> = computed.to_vec();
        let mut layers = Vec::new();
        while !open.is_empty() {
            let names: Vec<String> = open.iter().map(|c| (*c).clone()).collect();
            let waits = |c: &&String| self.generation(c).is_some_and(|sql| !self.columns_in(sql, &names).is_empty());
            let (waiting, ready): (Vec<&String>, Vec<&String>) = open.iter().copied().partition(waits);
            // The database admits no circle among them.
            if ready.is_empty() {
                layers.push(waiting);
                break;
            }
            layers.push(ready);
            open = waiting;
        }
        layers
    }

    /// Finds the columns that an expression of the catalog reads.
    pub(crate) fn columns_in(&self, sql: &str, names: &[String]) -> Vec<String> {
        match self.kind {
            BackendKind::Postgres => columns_read(sql, names, str::eq),
            BackendKind::Sqlite => columns_read(sql, names, str::eq_ignore_ascii_case),
        }
    }

    /// The value of a computed column as its type makes it.
    fn computed(&self, name: &str) -> String {
        let sql = self.generation(name).unwrap_or("NULL");
        let Some(column) = self.table().column(name) else { return format!("({sql})") };
        match (self.kind, Affinity::of(&column.type_text)) {
            (BackendKind::Postgres, _) => format!("CAST(({sql}) AS {})", column.type_text),
            (BackendKind::Sqlite, Affinity::None) => format!("({sql})"),
            (BackendKind::Sqlite, Affinity::Text) => {
                format!("(CASE WHEN typeof({sql}) = 'blob' THEN ({sql}) ELSE CAST(({sql}) AS TEXT) END)")
            }
            (BackendKind::Sqlite, Affinity::Number | Affinity::Real) => {
                let number = format!("CAST(({sql}) AS NUMERIC)");
                format!("(CASE WHEN typeof({sql}) = 'text' AND {number} = ({sql}) THEN {number} ELSE ({sql}) END)")
            }
        }
    }

    /// Returns the names of all columns that a key reads: its plain parts, those of its expressions and of its predicate.
    pub(crate) fn key_columns(&self, key: &Key) -> Vec<String> {
        let mut columns: Vec<String> = Vec::new();
        for part in &key.parts {
            match part {
                KeyPart::Column { name, .. } => columns.push(name.clone()),
                KeyPart::Expression { columns: read, .. } => columns.extend(read.iter().cloned()),
            }
        }
        if let Some(predicate) = &key.predicate {
            let all: Vec<String> = self.table().columns.iter().map(|c| c.name.clone()).collect();
            columns.extend(self.columns_in(predicate, &all));
        }
        self.with_sources_of_computed(&mut columns);
        columns.sort_unstable();
        columns.dedup();
        columns
    }

    /// A computed column is evaluated from all others; which ones it reads is the database's business.
    pub(crate) fn with_sources_of_computed(&self, columns: &mut Vec<String>) {
        let is_computed = |name: &String| self.table().column(name).is_some_and(|c| c.generated.is_computed());
        if columns.iter().any(is_computed) {
            columns.extend(self.table().columns.iter().map(|c| c.name.clone()));
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
