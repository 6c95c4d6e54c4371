//! Reads the keys of a PostgreSQL database.
//!
//! Takes tables with their columns, adds the primary key, UNIQUE constraints, exclusion constraints and unique indexes. An
//! index that is still being built, or whose building failed, is left out.
//!
//! **Invariant**: a key that cannot be evaluated is present and says why.

use std::collections::HashMap;

use super::constraints::{Constraints, OfKey};
use super::inspect::{Drafts, any, ask};
use crate::backend::answer::Answer;
use crate::backend::tokens::{columns_read, unwrapped};
use crate::backend::{DatabaseError, Session};
use crate::catalog::{Key, KeyKind, KeyPart, Table, Timing};

/// Operator classes beside the default ones that find the same values equal.
const SAME_EQUALITY: &str = "'varchar_ops', 'text_pattern_ops', 'varchar_pattern_ops', 'bpchar_pattern_ops'";

/// An exclusion constraint says itself what it compares with, whatever the operator class.
const OPERATORS: &str = "SELECT k.conindid::text, 'OPERATOR(' || pg_catalog.quote_ident(n.nspname) || '.' || p.oprname || ')'
FROM pg_catalog.pg_constraint AS k CROSS JOIN LATERAL pg_catalog.unnest(k.conexclop) WITH ORDINALITY AS s(oid, place)
JOIN pg_catalog.pg_operator AS p ON p.oid = s.oid JOIN pg_catalog.pg_namespace AS n ON n.oid = p.oprnamespace
WHERE k.contype = 'x' AND k.conrelid = ";

/// Adds the keys of all tables. `version` is `server_version_num`.
pub(super) fn add(session: &mut dyn Session, drafts: &mut Drafts, constraints: &Constraints, version: i64) -> Result<(), DatabaseError> {
    let mut operators = operators(session, drafts, constraints)?;
    for mut row in ask(session, &query(drafts, version))? {
        let (relation, index, place) = (row.text(), row.text(), row.int());
        let part = part(&mut row, &relation, drafts);
        let (class, key) = (row.maybe(), key(&mut row, constraints.of_keys.get(&index)));
        let Some(table) = drafts.get(&relation) else { continue };
        if place == 1 {
            table.keys.push(Key { operators: operators.remove(&index).unwrap_or_default(), ..key });
        }
        add_part(table, part, class);
    }
    let inherited: Vec<String> = drafts.oids().iter().filter(|oid| drafts.is_inherited(oid)).cloned().collect();
    for oid in inherited {
        let reason = || Some("other tables inherit from it, and it does not hold for their rows".to_owned());
        drafts.get(&oid).into_iter().flat_map(|table| &mut table.keys).for_each(|key| key.unsupported = reason());
    }
    drafts.all().for_each(Table::sort_keys);
    Ok(())
}

/// Reads the operators of exclusion constraints by the oid of their index.
fn operators(session: &mut dyn Session, drafts: &Drafts, constraints: &Constraints) -> Result<HashMap<String, Vec<String>>, DatabaseError> {
    let mut found: HashMap<String, Vec<String>> = HashMap::new();
    if constraints.of_keys.values().any(|of_key| of_key.kind == "x") {
        for mut row in ask(session, &format!("{OPERATORS}{} ORDER BY k.conindid, s.place", any(drafts.oids())))? {
            found.entry(row.text()).or_default().push(row.text());
        }
    }
    Ok(found)
}

/// One row a part. NULLS NOT DISTINCT exists from 15 on.
fn query(drafts: &Drafts, version: i64) -> String {
    let nulls_equal = if version >= 150_000 { "x.indnullsnotdistinct::text" } else { "'false'" };
    format!(
        "SELECT x.indrelid::text, x.indexrelid::text, s.place::text, x.indkey[s.place - 1]::text,
  CASE WHEN x.indkey[s.place - 1] = 0 THEN pg_catalog.pg_get_indexdef(x.indexrelid, s.place, false) END, x.indcollation[s.place - 1]::text,
  (SELECT o.collname FROM pg_catalog.pg_collation AS o WHERE o.oid = x.indcollation[s.place - 1])::text,
  (SELECT c.opcname FROM pg_catalog.pg_opclass AS c
    WHERE c.oid = x.indclass[s.place - 1] AND NOT c.opcdefault AND c.opcname NOT IN ({SAME_EQUALITY}))::text,
  (SELECT i.relname FROM pg_catalog.pg_class AS i WHERE i.oid = x.indexrelid)::text, pg_catalog.pg_get_expr(x.indpred, x.indrelid), {nulls_equal}
FROM pg_catalog.pg_index AS x CROSS JOIN LATERAL pg_catalog.generate_series(1, x.indnkeyatts::integer) AS s(place)
WHERE x.indrelid = {} AND (x.indisunique OR x.indisexclusion) AND x.indisvalid AND x.indisready ORDER BY x.indrelid, x.indexrelid, s.place",
        any(drafts.oids())
    )
}

fn kind_of(code: &str) -> KeyKind {
    match code {
        "p" => KeyKind::Primary,
        "u" => KeyKind::Constraint,
        "x" => KeyKind::Exclusion,
        _ => KeyKind::Index,
    }
}

/// A collation is told where it is not that of the column, or of the database.
fn part(row: &mut Answer, relation: &str, drafts: &mut Drafts) -> KeyPart {
    let (number, definition, collation, named) = (row.int(), row.maybe(), row.text(), row.maybe());
    let Some(definition) = definition else {
        let name = drafts.column(relation, number).unwrap_or_default();
        let is_own = drafts.collation(relation, number) == Some(&collation);
        return KeyPart::Column { name, collation: named.filter(|_| !is_own) };
    };
    let sql = unwrapped(&definition).to_owned();
    let of_table: Vec<String> = drafts.get(relation).iter().flat_map(|table| &table.columns).map(|column| column.name.clone()).collect();
    KeyPart::Expression { columns: columns_read(&sql, &of_table, str::eq), sql, collation: named.filter(|name| name != "default") }
}

fn key(row: &mut Answer, of_key: Option<&OfKey>) -> Key {
    let (name, predicate, nulls_equal) = (row.text(), row.maybe(), row.flag());
    let unsupported = of_key.is_some_and(|of_key| of_key.overlaps).then(|| "WITHOUT OVERLAPS is not evaluated".to_owned());
    Key {
        name,
        kind: kind_of(of_key.map_or("i", |of_key| &of_key.kind)),
        parts: Vec::new(),
        predicate: predicate.map(|predicate| unwrapped(&predicate).to_owned()),
        nulls_equal,
        timing: of_key.map_or(Timing::Immediate, |of_key| of_key.timing),
        on_conflict: None,
        operators: Vec::new(),
        unsupported,
    }
}

fn add_part(table: &mut Table, part: KeyPart, class: Option<String>) {
    let Some(key) = table.keys.last_mut() else { return };
    key.parts.push(part);
    if let (Some(class), None, true) = (class, &key.unsupported, key.operators.is_empty()) {
        key.unsupported = Some(format!("operator class `{class}` has an equality of its own"));
    }
}
