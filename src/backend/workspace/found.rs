//! Where the row of a record is looked for before its keys are: the ledger, and the primary key.
//!
//! **Invariant**: each record finds at most one row here; where both find one, the ledger's counts.

use super::bind::is_computed;
use super::keys::Use;
use super::shape::{Shape, join};
use crate::backend::LEDGER_ROWS;
use crate::backend::statement::{literal, quote};
use crate::catalog::{BackendKind, KeyPart};
use crate::layout::KeyLayout;
use crate::mapping::IdScope;

/// `via` of a record that the ledger bound.
pub(super) const VIA_LEDGER: i64 = -1;

/// Under what the ledger remembers a record: its legacy id, or where that is missing or valid for one run only, its content and how many equal ones came
/// before it.
pub(super) struct Memory {
    /// Join of the stage `s`.
    pub(super) join: String,
    /// Memo and namespace, as two expressions.
    pub(super) columns: String,
    namespace: String,
    memo: String,
}

impl Memory {
    pub(super) fn new(shape: &Shape, nameless: bool) -> Self {
        let namespace = literal(&shape.layout.namespace);
        if !nameless {
            return Self { join: String::new(), columns: format!("s.lid, {namespace}"), namespace, memo: "s.lid".to_owned() };
        }
        let by_content = literal(&content_namespace(&shape.layout.namespace));
        let join = format!(
            " LEFT JOIN (SELECT n.seq AS seq, n.hash || '#' || ROW_NUMBER() OVER (PARTITION BY n.hash ORDER BY n.seq) AS memo FROM {} n WHERE {}) m ON m.seq = s.seq",
            shape.temp("stage"),
            nameless_condition(shape),
        );
        let namespace = format!("CASE WHEN m.memo IS NULL THEN {namespace} ELSE {by_content} END");
        let memo = "COALESCE(m.memo, s.lid)".to_owned();
        Self { join, columns: format!("{memo}, {namespace}"), namespace, memo }
    }
}

/// Ends the namespace of records that are remembered by their content.
pub(super) const BY_CONTENT: &str = "#content";

/// Namespace of the records of `namespace` that are remembered by their content.
pub(super) fn content_namespace(namespace: &str) -> String {
    format!("{namespace}{BY_CONTENT}")
}

/// Condition on stage `n`: the ledger cannot remember the record by an id.
pub(super) fn nameless_condition(shape: &Shape) -> &'static str {
    if shape.layout.scope == IdScope::Run || shape.layout.legacy_id.is_none() { "n.bad = 0" } else { "n.bad = 0 AND n.lid IS NULL" }
}

/// Where the identity of the records of one table may be found.
#[derive(Default)]
pub(super) struct Found {
    aliases: Vec<(&'static str, i64)>,
    /// Joins of the stage `s`.
    pub(super) joins: String,
}

impl Found {
    pub(super) fn join_ledger(&mut self, shape: &Shape, memory: &Memory) {
        self.joins.push_str(&format!(
            " LEFT JOIN {LEDGER_ROWS} l ON l.target_table = {} AND l.namespace = {} AND l.legacy_id = {} LEFT JOIN {} tl ON {}",
            literal(&shape.table().display_name()),
            memory.namespace,
            memory.memo,
            shape.target,
            shape.on_ledger("tl"),
        ));
        self.aliases.push(("tl", VIA_LEDGER));
    }

    pub(super) fn join_key(&mut self, shape: &Shape, number: usize) {
        let layout = &shape.layout.keys[number];
        let via = i64::try_from(number).unwrap_or_default();
        if let Some(on) = plain_equality(shape, layout, "tk") {
            self.joins.push_str(&format!(" LEFT JOIN {} tk ON {on}", shape.target));
        } else {
            self.joins.push_str(&format!(
                " LEFT JOIN {incoming} ik ON ik.seq = s.seq LEFT JOIN {stored} xk ON {same} LEFT JOIN {target} tk ON {on}",
                incoming = shape.staged_view(layout),
                stored = shape.stored_view(layout, Use::Match),
                same = shape.same_key(layout, Use::Match, "ik", "xk"),
                target = shape.target,
                on = shape.on_target("xk", "tk"),
            ));
        }
        self.aliases.push(("tk", via));
    }

    /// The first of the aliases that was found decides, all columns from the same one.
    pub(super) fn pick(&self, expression: impl Fn(&str) -> String) -> String {
        let texts: Vec<String> = self.aliases.iter().map(|(alias, _)| expression(alias)).collect();
        match texts.as_slice() {
            [] => "NULL".to_owned(),
            [single] => single.clone(),
            many => format!("COALESCE({})", many.join(", ")),
        }
    }

    pub(super) fn condition(&self, shape: &Shape) -> String {
        let found: Vec<String> = self.aliases.iter().map(|(alias, _)| format!("{alias}.{} IS NOT NULL", shape.handle[0].column)).collect();
        if found.is_empty() { "0 = 1".to_owned() } else { found.join(" OR ") }
    }

    pub(super) fn via(&self, shape: &Shape) -> String {
        let cases: String =
            self.aliases.iter().map(|(alias, via)| format!(" WHEN {alias}.{} IS NOT NULL THEN {via}", shape.handle[0].column)).collect();
        if cases.is_empty() { "NULL".to_owned() } else { format!("CASE{cases} END") }
    }
}

impl Shape {
    /// Says that two handles differ.
    pub(crate) fn other_handle(&self, a: &str, b: &str) -> String {
        join(self.handle.len(), " OR ", |i| format!("{a}.h{i} <> {b}.h{i}"))
    }

    /// Says that no line `o` of a temporary table, of those that fulfil `filter`, has the handle of `alias`.
    ///
    /// PostgreSQL makes a join of the first form; SQLite would look through the whole table for each row, and makes a set of the second.
    pub(crate) fn no_handle_in(&self, table: &str, filter: &str, alias: &str) -> String {
        match self.kind {
            BackendKind::Postgres => format!("NOT EXISTS (SELECT 1 FROM {table} o WHERE {filter} AND {})", self.same_handle("o", alias)),
            BackendKind::Sqlite => format!("({}) NOT IN (SELECT {} FROM {table} o WHERE {filter})", self.handles(alias), self.handles("o")),
        }
    }
}

/// Compares a target row with a record column by column, where the key is of plain columns; the planner then sees through it best.
fn plain_equality(shape: &Shape, layout: &KeyLayout, alias: &str) -> Option<String> {
    let key = shape.key(layout);
    if key.predicate.is_some() || key.nulls_equal || layout.nulls_equal {
        return None;
    }
    let equal = |part: &KeyPart| match part {
        KeyPart::Column { name, collation: None } if !is_computed(shape, name) => {
            Some(format!("{alias}.{} = {}", quote(name), shape.incoming(name)))
        }
        _ => None,
    };
    key.parts.iter().map(equal).collect::<Option<Vec<String>>>().map(|on| on.join(" AND "))
}
