//! Reads the columns of a PostgreSQL database.
//!
//! Takes tables with their CHECKs, adds columns, and the CHECKs of the domains that they have.
//!
//! **Invariant**: columns stand in table order, dropped ones left out.

use super::inspect::{Drafts, any, ask};
use super::types::{self, Traits, Types};
use crate::backend::allowed::allowed;
use crate::backend::answer::Answer;
use crate::backend::statement::quote;
use crate::backend::tokens::{is_constant, tokens};
use crate::backend::{DatabaseError, Session};
use crate::catalog::{AllowedSource, AllowedValues, Check, Column, DefaultValue, Generated, Table};

const COLUMNS: &str = "SELECT a.attrelid::text, a.atttypid::text, a.attnum::text, a.attcollation::text, a.attname::text, a.atttypmod::text,
  pg_catalog.format_type(a.atttypid, a.atttypmod),
  CASE WHEN a.attcollation <> (SELECT t.typcollation FROM pg_catalog.pg_type AS t WHERE t.oid = a.atttypid)
    THEN (SELECT o.collname FROM pg_catalog.pg_collation AS o WHERE o.oid = a.attcollation) END::text,
  a.attnotnull::text, a.attidentity::text, a.attgenerated::text,
  CASE WHEN a.atthasdef THEN (SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid) FROM pg_catalog.pg_attrdef AS d
    WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum) END
FROM pg_catalog.pg_attribute AS a WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attrelid = ";

/// Adds the columns of all tables.
pub(super) fn add(session: &mut dyn Session, drafts: &mut Drafts) -> Result<(), DatabaseError> {
    let rows = ask(session, &format!("{COLUMNS}{} ORDER BY a.attrelid, a.attnum", any(drafts.oids())))?;
    let rows: Vec<(String, String, Answer)> = rows.into_iter().map(|mut row| (row.text(), row.text(), row)).collect();
    let types = types::read(session, rows.iter().map(|(_, of_type, _)| of_type.clone()).collect())?;
    for (relation, of_type, mut row) in rows {
        let (number, collation, name) = (row.int(), row.text(), row.text());
        drafts.number(&relation, number, &name, collation);
        if let Some(table) = drafts.get(&relation) {
            let column = column(&mut row, &of_type, name, &types, table);
            table.columns.push(column);
        }
    }
    Ok(())
}

fn column(row: &mut Answer, oid: &str, name: String, types: &Types, table: &mut Table) -> Column {
    let modifier = row.int();
    let traits = types.traits(oid);
    let (type_text, collation, not_null) = (row.text(), row.maybe(), row.flag());
    let (identity, computed, expression) = (row.text(), row.text(), row.maybe());
    let generated = generated(&identity, &computed, expression.as_deref());
    let default = if generated.is_computed() { None } else { expression.or_else(|| traits.default.clone()) };
    let column = Column {
        data_type: types.data_type(oid, modifier),
        type_text,
        collation,
        nullable: !(not_null || traits.not_null),
        default: default.map(|expression| DefaultValue { volatile: !is_constant(&expression), expression }),
        generated,
        allowed: values(&name, &traits, &table.checks),
        name,
    };
    table.checks.extend(traits.checks.iter().map(|(_, check)| of_column(check, &column.name)));
    column
}

fn generated(identity: &str, computed: &str, expression: Option<&str>) -> Generated {
    match (identity, computed) {
        ("a", _) => Generated::IdentityAlways,
        ("d", _) => Generated::IdentityByDefault,
        (_, "s") => Generated::Stored(expression.unwrap_or_default().to_owned()),
        (_, "v") => Generated::Virtual(expression.unwrap_or_default().to_owned()),
        _ if expression.is_some_and(|expression| expression.starts_with("nextval(")) => Generated::IdentityByDefault,
        _ => Generated::No,
    }
}

/// Labels of the enum, else the first list among the table's checks, else the first among the domain's.
fn values(column: &str, traits: &Traits, checks: &[Check]) -> Option<AllowedValues> {
    if let Some((name, labels)) = &traits.labels {
        return Some(AllowedValues { source: AllowedSource::EnumType(name.clone()), values: labels.clone() });
    }
    let listed = |check: &Check, name: &str| {
        let (_, values) = allowed(&check.expression, str::eq).filter(|(found, _)| found == name)?;
        Some(AllowedValues { source: AllowedSource::Check(check.name.clone()), values })
    };
    let of_domain = |(domain, check): &(String, Check)| {
        let AllowedValues { values, .. } = listed(check, "VALUE")?;
        let source = AllowedSource::Domain { domain: domain.clone(), check: check.name.clone(), expression: check.expression.clone() };
        Some(AllowedValues { source, values })
    };
    checks.iter().find_map(|check| listed(check, column)).or_else(|| traits.checks.iter().find_map(of_domain))
}

/// Writes the column's name where a domain's check has `VALUE`.
fn of_column(check: &Check, column: &str) -> Check {
    let mut expression = check.expression.clone();
    for token in tokens(&check.expression).iter().rev().filter(|token| token.is_word("VALUE")) {
        expression.replace_range(token.at.clone(), &quote(column));
    }
    Check { name: check.name.clone(), expression }
}
