//! Reads the constraints of a PostgreSQL database.
//!
//! Takes tables, gives what `pg_constraint` has of them: CHECKs, foreign keys, and what is to be known of a key that is not in its index.
//!
//! **Invariant**: one query for all kinds; names of tables and columns that are known already are not asked for again.

use std::collections::HashMap;

use super::inspect::{Drafts, any, ask, timing};
use crate::backend::answer::Answer;
use crate::backend::tokens::unwrapped;
use crate::backend::{DatabaseError, Session};
use crate::catalog::{Check, ForeignKey, Timing};

const CONSTRAINTS: &str = "SELECT k.conrelid::text, k.contype::text, k.conname::text, k.condeferrable::text, k.condeferred::text, k.conindid::text,
  k.confrelid::text, pg_catalog.array_to_json(k.conkey)::text, pg_catalog.array_to_json(k.confkey)::text, k.confdeltype::text, k.confupdtype::text,
  pg_catalog.pg_get_expr(k.conbin, k.conrelid)";

/// What a constraint says of the key whose index it has.
pub(super) struct OfKey {
    /// `p`, `u` or `x`.
    pub(super) kind: String,
    /// When it is looked at.
    pub(super) timing: Timing,
    /// WITHOUT OVERLAPS.
    pub(super) overlaps: bool,
}

/// A foreign key whose tables and columns are numbers yet.
struct Reference {
    relation: String,
    name: Option<String>,
    timing: Timing,
    parent: String,
    columns: Vec<i64>,
    parent_columns: Vec<i64>,
    on_delete: String,
    on_update: String,
}

/// Constraints that need columns to be understood.
#[derive(Default)]
pub(super) struct Constraints {
    /// Those of keys, by the oid of their index.
    pub(super) of_keys: HashMap<String, OfKey>,
    references: Vec<Reference>,
}

/// Reads all constraints, and adds the CHECKs to their tables. `version` is `server_version_num`.
pub(super) fn read(session: &mut dyn Session, drafts: &mut Drafts, version: i64) -> Result<Constraints, DatabaseError> {
    // WITHOUT OVERLAPS and constraints that are not enforced exist from 18 on, and only in the catalog.
    let (overlaps, enforced) = if version >= 180_000 {
        ("coalesce(k.conperiod, false)::text", " AND (k.conenforced OR k.contype NOT IN ('c', 'f'))")
    } else {
        ("'false'", "")
    };
    let wanted = format!(
        "{CONSTRAINTS}, {overlaps} FROM pg_catalog.pg_constraint AS k WHERE k.conrelid = {} AND k.contype IN ('c', 'p', 'u', 'x', 'f') \
         AND (k.contype <> 'f' OR k.conparentid = 0){enforced} ORDER BY k.conname::text COLLATE \"C\"",
        any(drafts.oids())
    );
    let mut read = Constraints::default();
    for mut row in ask(session, &wanted)? {
        read.add(&mut row, drafts);
    }
    Ok(read)
}

impl Constraints {
    fn add(&mut self, row: &mut Answer, drafts: &mut Drafts) {
        let (relation, kind, name, timing, index) = (row.text(), row.text(), row.maybe(), timing(row), row.text());
        let (parent, columns, parent_columns) = (row.text(), numbers(row), numbers(row));
        let (on_delete, on_update) = (action(&row.text()), action(&row.text()));
        let (expression, overlaps) = (row.text(), row.flag());
        match &*kind {
            "c" => {
                if let Some(table) = drafts.get(&relation) {
                    table.checks.push(Check { name, expression: unwrapped(&expression).to_owned() });
                }
            }
            "f" => {
                self.references.push(Reference { relation, name, timing, parent, columns, parent_columns, on_delete, on_update });
            }
            _ => {
                self.of_keys.insert(index, OfKey { kind, timing, overlaps });
            }
        }
    }

    /// Adds the foreign keys, once the columns of all tables are known.
    pub(super) fn add_foreign_keys(self, session: &mut dyn Session, drafts: &mut Drafts) -> Result<(), DatabaseError> {
        let outside = self.references.iter().map(|r| &r.parent).filter(|oid| drafts.get(oid).is_none()).cloned().collect::<Vec<_>>();
        let outside = parents(session, &outside)?;
        for reference in self.references {
            let named = |numbers: &[i64], name: &dyn Fn(i64) -> Option<String>| numbers.iter().filter_map(|number| name(*number)).collect();
            let columns = named(&reference.columns, &|number| drafts.column(&reference.relation, number));
            let of_parent = |number: i64| {
                let found = drafts.column(&reference.parent, number);
                found.or_else(|| outside.get(&reference.parent).and_then(|parent| parent.columns.get(&number).cloned()))
            };
            let parent_columns = named(&reference.parent_columns, &of_parent);
            let (parent_schema, parent_table) = match (drafts.get(&reference.parent), outside.get(&reference.parent)) {
                (Some(parent), _) => (parent.schema.clone(), parent.name.clone()),
                (None, Some(parent)) => (parent.schema.clone(), parent.name.clone()),
                (None, None) => continue,
            };
            let Reference { name, timing, on_delete, on_update, relation, .. } = reference;
            if let Some(table) = drafts.get(&relation) {
                table.foreign_keys.push(ForeignKey {
                    name,
                    columns,
                    parent_schema,
                    parent_table,
                    parent_columns,
                    on_delete,
                    on_update,
                    timing,
                });
            }
        }
        Ok(())
    }
}

/// A table that is referred to and is no target.
#[derive(Default)]
struct Parent {
    schema: Option<String>,
    name: String,
    columns: HashMap<i64, String>,
}

fn parents(session: &mut dyn Session, oids: &[String]) -> Result<HashMap<String, Parent>, DatabaseError> {
    let mut found: HashMap<String, Parent> = HashMap::new();
    if oids.is_empty() {
        return Ok(found);
    }
    let wanted = format!(
        "SELECT a.attrelid::text, n.nspname::text, c.relname::text, a.attnum::text, a.attname::text FROM pg_catalog.pg_attribute AS a \
         JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace \
         WHERE a.attrelid = {} AND a.attnum > 0",
        any(oids)
    );
    for mut row in ask(session, &wanted)? {
        let parent = found.entry(row.text()).or_default();
        (parent.schema, parent.name) = (row.maybe(), row.text());
        parent.columns.insert(row.int(), row.text());
    }
    Ok(found)
}

/// Reads a JSON array of numbers; empty for NULL.
fn numbers(row: &mut Answer) -> Vec<i64> {
    row.maybe().and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

fn action(code: &str) -> String {
    let action = match code {
        "r" => "RESTRICT",
        "c" => "CASCADE",
        "n" => "SET NULL",
        "d" => "SET DEFAULT",
        _ => "NO ACTION",
    };
    action.to_owned()
}
