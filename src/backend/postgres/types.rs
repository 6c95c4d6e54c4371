//! The types that columns have: domains down to their base type, arrays down to their elements.
//!
//! Takes `pg_type`, gives [`Types`] that turn an oid and a modifier into a [`DataType`].
//!
//! **Invariant**: every type has a data type; one that is not known is [`DataType::Other`].

use std::collections::{BTreeSet, HashMap};

use super::inspect::{any, ask};
use crate::backend::answer::Answer;
use crate::backend::tokens::unwrapped;
use crate::backend::{DatabaseError, Session};
use crate::catalog::{Check, DataType};

/// Types that every column of them has said all of, by their oid: `src/include/catalog/pg_type.dat` never changes these.
const PLAIN: [(&str, &str); 18] = [
    ("16", "bool"),
    ("17", "bytea"),
    ("20", "int8"),
    ("21", "int2"),
    ("23", "int4"),
    ("25", "text"),
    ("114", "json"),
    ("700", "float4"),
    ("701", "float8"),
    ("1042", "bpchar"),
    ("1043", "varchar"),
    ("1082", "date"),
    ("1083", "time"),
    ("1114", "timestamp"),
    ("1184", "timestamptz"),
    ("1700", "numeric"),
    ("2950", "uuid"),
    ("3802", "jsonb"),
];

const PARTS: &str = "UNION SELECT part.oid FROM used JOIN pg_catalog.pg_type AS t ON t.oid = used.oid
  CROSS JOIN LATERAL (VALUES (t.typbasetype), (CASE WHEN t.typcategory = 'A' THEN t.typelem END)) AS part(oid) WHERE part.oid <> 0";

const TYPES: &str = "SELECT t.oid::text, t.typname::text, (n.nspname = 'pg_catalog')::text, t.typtype::text,
  CASE WHEN t.typtype = 'd' THEN t.typbasetype WHEN t.typcategory = 'A' THEN t.typelem END::text, t.typtypmod::text, t.typnotnull::text, t.typdefault,
  pg_catalog.format_type(t.oid, NULL),
  (SELECT pg_catalog.json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum AS e WHERE e.enumtypid = t.oid)::text
FROM used JOIN pg_catalog.pg_type AS t ON t.oid = used.oid JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace";

const DOMAIN_CHECKS: &str = "SELECT k.contypid::text, k.conname::text, pg_catalog.pg_get_expr(k.conbin, 0)
FROM pg_catalog.pg_constraint AS k WHERE k.contype = 'c' AND k.contypid = ";

/// One type.
pub(super) struct Type {
    name: String,
    built_in: bool,
    kind: String,
    /// Base type of a domain or element type of an array.
    part: Option<String>,
    modifier: i64,
    not_null: bool,
    default: Option<String>,
    shown: String,
    labels: Vec<String>,
    checks: Vec<Check>,
}

/// What a type adds to its columns.
#[derive(Default)]
pub(super) struct Traits {
    /// A domain is NOT NULL.
    pub(super) not_null: bool,
    /// Default of the outermost domain that has one.
    pub(super) default: Option<String>,
    /// Checks of all domains with the domain's name, and with `VALUE` for the value.
    pub(super) checks: Vec<(String, Check)>,
    /// Name and labels of the enum, that of an array's elements included.
    pub(super) labels: Option<(String, Vec<String>)>,
}

/// All types in use, by oid.
pub(super) struct Types(HashMap<String, Type>);

/// Reads what is not known anyway of types that columns have, and of those that they consist of.
pub(super) fn read(session: &mut dyn Session, oids: BTreeSet<String>) -> Result<Types, DatabaseError> {
    let mut types = HashMap::new();
    let unknown: Vec<String> = oids.into_iter().filter(|oid| plain(oid).is_none()).collect();
    if unknown.is_empty() {
        return Ok(Types(types));
    }
    let used = format!("used(oid) AS (SELECT pg_catalog.unnest('{{{}}}'::oid[]) {PARTS})", unknown.join(","));
    for mut row in ask(session, &format!("WITH RECURSIVE {used} {TYPES}"))? {
        types.insert(row.text(), type_of(&mut row));
    }
    let domains: Vec<String> = types.iter().filter(|(_, found)| found.kind == "d").map(|(oid, _)| oid.clone()).collect();
    if !domains.is_empty() {
        for mut row in ask(session, &format!("{DOMAIN_CHECKS}{} ORDER BY k.conname::text COLLATE \"C\"", any(&domains)))? {
            if let Some(domain) = types.get_mut(&row.text()) {
                domain.checks.push(Check { name: row.maybe(), expression: unwrapped(&row.text()).to_owned() });
            }
        }
    }
    Ok(Types(types))
}

fn plain(oid: &str) -> Option<&'static str> {
    PLAIN.iter().find(|(plain, _)| *plain == oid).map(|(_, name)| *name)
}

fn type_of(row: &mut Answer) -> Type {
    Type {
        name: row.text(),
        built_in: row.flag(),
        kind: row.text(),
        part: row.maybe(),
        modifier: row.int(),
        not_null: row.flag(),
        default: row.maybe(),
        shown: row.text(),
        labels: row.list(),
        checks: Vec::new(),
    }
}

impl Types {
    /// Finds the data type of an oid with a modifier (-1 for none).
    pub(super) fn data_type(&self, oid: &str, modifier: i64) -> DataType {
        if let Some(name) = plain(oid) {
            return built_in(name, modifier);
        }
        let Some(found) = self.0.get(oid) else { return DataType::Other };
        match (&*found.kind, &found.part) {
            ("d", Some(base)) => self.data_type(base, found.modifier),
            ("e", _) => DataType::Enum,
            (_, Some(element)) => DataType::Array(Box::new(self.data_type(element, modifier))),
            _ if found.built_in => built_in(&found.name, modifier),
            _ if found.name == "citext" => DataType::CiText,
            _ => DataType::Other,
        }
    }

    /// Collects what a type adds to its columns.
    pub(super) fn traits(&self, oid: &str) -> Traits {
        let Some(found) = self.0.get(oid) else { return Traits::default() };
        match (&*found.kind, &found.part) {
            ("d", Some(base)) => {
                let mut traits = self.traits(base);
                traits.not_null |= found.not_null;
                traits.default = found.default.clone().or(traits.default);
                traits.checks.extend(found.checks.iter().map(|check| (found.shown.clone(), check.clone())));
                traits
            }
            ("e", _) => Traits { labels: Some((found.shown.clone(), found.labels.clone())), ..Traits::default() },
            // What a domain demands of an element is not demanded of the array.
            (_, Some(element)) => Traits { labels: self.traits(element).labels, ..Traits::default() },
            _ => Traits::default(),
        }
    }
}

/// Modifiers of character types and numeric are 4 more than what they mean (`src/backend/utils/adt/{varchar,numeric}.c`).
fn built_in(name: &str, modifier: i64) -> DataType {
    let chars = u32::try_from(modifier - 4).ok();
    match name {
        "text" => DataType::Text { max_chars: None },
        "varchar" => DataType::Text { max_chars: chars },
        "bpchar" => chars.map_or(DataType::Text { max_chars: None }, |chars| DataType::Char { chars }),
        "int2" => DataType::Int { bits: 16 },
        "int4" => DataType::Int { bits: 32 },
        "int8" => DataType::Int { bits: 64 },
        "numeric" => numeric(modifier),
        "float4" => DataType::Float { bits: 32 },
        "float8" => DataType::Float { bits: 64 },
        "bool" => DataType::Bool,
        "date" => DataType::Date,
        "time" => DataType::Time,
        "timestamp" => DataType::Timestamp,
        "timestamptz" => DataType::TimestampTz,
        "uuid" => DataType::Uuid,
        "json" => DataType::Json,
        "jsonb" => DataType::Jsonb,
        "bytea" => DataType::Bytes,
        _ => DataType::Other,
    }
}

/// Precision in the upper 16 bits, scale in the lower 11, signed since version 15.
fn numeric(modifier: i64) -> DataType {
    if modifier < 4 {
        return DataType::Numeric { precision: None, scale: None };
    }
    let packed = modifier - 4;
    let scale = ((packed & 0x7FF) ^ 1024) - 1024;
    DataType::Numeric { precision: u16::try_from(packed >> 16 & 0xFFFF).ok(), scale: i16::try_from(scale).ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unpacks_modifiers() {
        let check = |name: &str, modifier: i64, expect: DataType| assert_eq!(built_in(name, modifier), expect);
        let numeric = |precision, scale| DataType::Numeric { precision, scale };
        check("varchar", 44, DataType::Text { max_chars: Some(40) });
        check("varchar", -1, DataType::Text { max_chars: None });
        check("bpchar", 6, DataType::Char { chars: 2 });
        check("bpchar", -1, DataType::Text { max_chars: None });
        check("numeric", -1, numeric(None, None));
        check("numeric", (9 << 16 | 2) + 4, numeric(Some(9), Some(2)));
        check("numeric", (2 << 16 | 0x7FD) + 4, numeric(Some(2), Some(-3)));
        check("inet", -1, DataType::Other);
    }
}
