//! Reads the keys of a PostgreSQL database.
//!
//! Takes tables with their columns, adds the primary key, UNIQUE constraints, exclusion constraints and unique indexes, each kind in name order. An
//! index that is still being built, or whose building failed, is left out.
//!
//! **Invariant**: a key that cannot be evaluated is present and says why.

use super::inspect::{Drafts, ask_target, timing};
use crate::backend::answer::Answer;
use crate::backend::tokens::{columns_read, unwrapped};
use crate::backend::{DatabaseError, Session};
use crate::catalog::{Key, KeyKind, KeyPart, Table};

/// Operator classes beside the default ones that find the same values equal.
const SAME_EQUALITY: &str = "'varchar_ops', 'text_pattern_ops', 'varchar_pattern_ops', 'bpchar_pattern_ops'";

/// Adds the keys of all tables. `version` is `server_version_num`.
pub(super) fn add(session: &mut dyn Session, drafts: &mut Drafts, version: i64) -> Result<(), DatabaseError> {
    for mut row in ask_target(session, &query(version))? {
        let (relation, index, kind, place) = (row.text(), row.text(), row.text(), row.int());
        let Some(table) = drafts.get(&relation) else { continue };
        let names: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
        let part = part(&mut row, &names);
        let (class, operator) = (row.maybe(), row.maybe());
        let key = key(&mut row, index, kind_of(&kind));
        if place == 1 {
            table.keys.push(key);
        }
        add_part(table, part, class, operator);
    }
    drafts.all().for_each(Table::sort_keys);
    Ok(())
}

/// One row a part. NULLS NOT DISTINCT exists from 15 on, WITHOUT OVERLAPS from 18 on.
fn query(version: i64) -> String {
    let nulls_equal = if version >= 150_000 { "x.indnullsnotdistinct::text" } else { "'false'" };
    let overlaps = if version >= 180_000 { "coalesce(k.conperiod, false)::text" } else { "'false'" };
    format!(
        "SELECT x.indrelid::text, i.relname::text, coalesce(k.contype::text, 'i'), s.place::text, a.attname::text,
  pg_catalog.pg_get_indexdef(x.indexrelid, s.place, false),
  CASE WHEN o.oid IS NULL OR o.oid = a.attcollation OR a.attname IS NULL AND o.collname = 'default' THEN NULL ELSE o.collname END::text,
  CASE WHEN NOT c.opcdefault AND c.opcname NOT IN ({SAME_EQUALITY}) THEN c.opcname END::text,
  (SELECT 'OPERATOR(' || pg_catalog.quote_ident(n.nspname) || '.' || p.oprname || ')' FROM pg_catalog.pg_operator AS p
    JOIN pg_catalog.pg_namespace AS n ON n.oid = p.oprnamespace WHERE k.contype = 'x' AND p.oid = k.conexclop[s.place])::text,
  pg_catalog.pg_get_expr(x.indpred, x.indrelid), {nulls_equal}, {overlaps},
  coalesce(k.condeferrable, false)::text, coalesce(k.condeferred, false)::text
FROM pg_catalog.pg_index AS x JOIN target ON target.oid = x.indrelid JOIN pg_catalog.pg_class AS i ON i.oid = x.indexrelid
LEFT JOIN pg_catalog.pg_constraint AS k ON k.conindid = x.indexrelid AND k.conrelid = x.indrelid AND k.contype IN ('p', 'u', 'x')
CROSS JOIN LATERAL pg_catalog.generate_series(1, x.indnkeyatts::integer) AS s(place)
LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = x.indrelid AND a.attnum = x.indkey[s.place - 1] AND a.attnum <> 0
LEFT JOIN pg_catalog.pg_collation AS o ON o.oid = x.indcollation[s.place - 1]
LEFT JOIN pg_catalog.pg_opclass AS c ON c.oid = x.indclass[s.place - 1]
WHERE (x.indisunique OR x.indisexclusion) AND x.indisvalid AND x.indisready
ORDER BY x.indrelid, pg_catalog.strpos('puxi', coalesce(k.contype::text, 'i')), i.relname::text COLLATE \"C\", s.place"
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

fn part(row: &mut Answer, names: &[String]) -> KeyPart {
    let (column, definition, collation) = (row.maybe(), row.text(), row.maybe());
    if let Some(name) = column {
        return KeyPart::Column { name, collation };
    }
    let sql = unwrapped(&definition).to_owned();
    KeyPart::Expression { columns: columns_read(&sql, names, str::eq), sql, collation }
}

fn key(row: &mut Answer, name: String, kind: KeyKind) -> Key {
    let (predicate, nulls_equal, overlaps) = (row.maybe(), row.flag(), row.flag());
    let unsupported = overlaps.then(|| "WITHOUT OVERLAPS is not evaluated".to_owned());
    Key {
        name,
        kind,
        parts: Vec::new(),
        predicate: predicate.map(|predicate| unwrapped(&predicate).to_owned()),
        nulls_equal,
        timing: timing(row),
        on_conflict: None,
        operators: Vec::new(),
        unsupported,
    }
}

fn add_part(table: &mut Table, part: KeyPart, class: Option<String>, operator: Option<String>) {
    let Some(key) = table.keys.last_mut() else { return };
    key.parts.push(part);
    if let Some(operator) = operator {
        // An exclusion constraint says itself what it compares with, whatever the operator class.
        key.operators.push(operator);
        return;
    }
    if let (Some(class), None) = (class, &key.unsupported) {
        key.unsupported = Some(format!("operator class `{class}` has an equality of its own"));
    }
}
