//! SQL that extends the lists of values which a database admits: PostgreSQL enum types, and CHECK constraints.
//!
//! Takes the catalog's own words, gives statements. An expression is extended where its list ends, so that whatever else a CHECK demands stays.
//!
//! **Invariant**: a list that is extended admits what it admitted before.

use super::allowed::extended;
use super::statement::{literal, quote};
use crate::catalog::{AllowedSource, BackendKind, Catalog, Column, DefaultValue, Table};

/// A column whose list lacks values.
#[derive(Clone, Debug)]
pub struct Lack<'a> {
    /// Its table.
    pub table: &'a Table,
    /// The column.
    pub column: &'a Column,
    /// All values that the column is to take, in order.
    pub wanted: Vec<String>,
}

impl Lack<'_> {
    /// Returns the wanted values that the list lacks.
    #[must_use]
    pub fn missing(&self) -> Vec<&str> {
        let there = self.column.allowed.as_ref().map(|allowed| allowed.values.as_slice()).unwrap_or_default();
        self.wanted.iter().filter(|value| !there.contains(value)).map(String::as_str).collect()
    }

    /// Returns the values that the list has beyond the wanted ones.
    #[must_use]
    pub fn extra(&self) -> Vec<&str> {
        let there = self.column.allowed.as_ref().map(|allowed| allowed.values.as_slice()).unwrap_or_default();
        there.iter().filter(|value| !self.wanted.contains(value)).map(String::as_str).collect()
    }
}

/// Statements that extend a list, and those that take it back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extension {
    /// Adds the values.
    pub up: Vec<String>,
    /// Takes them away; fails where a row has one.
    pub down: Vec<String>,
}

/// Makes the statements for one column on PostgreSQL; `None` where the list is of a form that is not understood.
///
/// `catalog` tells which other columns are of the same enum type; without it there is no way back.
#[must_use]
pub fn extension(lack: &Lack<'_>, catalog: Option<&Catalog>) -> Option<Extension> {
    let missing = lack.missing();
    let allowed = lack.column.allowed.as_ref()?;
    let replace = |what: &str, name: &str, old: &str, column: &str| {
        let name = quote(name);
        let new = extended(old, column, str::eq, &missing)?;
        let statement =
            |check: &str| vec![format!("{what} DROP CONSTRAINT {name};"), format!("{what} ADD CONSTRAINT {name} CHECK ({check});")];
        Some(Extension { up: statement(&new), down: statement(old) })
    };
    match &allowed.source {
        AllowedSource::EnumType(name) => {
            let down = catalog.map(|catalog| recreate(catalog, name, &allowed.values)).unwrap_or_default();
            Some(Extension { up: add_values(name, &allowed.values, &lack.wanted), down })
        }
        AllowedSource::Check(name) => {
            let name = name.as_deref()?;
            let check = lack.table.checks.iter().find(|check| check.name.as_deref() == Some(name))?;
            replace(&format!("ALTER TABLE {}", quote_table(lack.table)), name, &check.expression, &lack.column.name)
        }
        AllowedSource::Domain { domain, check, expression } => {
            replace(&format!("ALTER DOMAIN {domain}"), check.as_deref()?, expression, "VALUE")
        }
    }
}

/// Adds each value before the next one that is there, so that the type has the order of the enum table.
///
/// The name of a type comes from the server, quoted where it has to be.
fn add_values(type_name: &str, there: &[String], wanted: &[String]) -> Vec<String> {
    let mut statements = Vec::new();
    for (place, value) in wanted.iter().enumerate().filter(|(_, value)| !there.contains(value)) {
        let next = wanted[place..].iter().find(|other| there.contains(other));
        let before = next.map(|next| format!(" BEFORE {}", literal(next))).unwrap_or_default();
        statements.push(format!("ALTER TYPE {type_name} ADD VALUE IF NOT EXISTS {}{before};", literal(value)));
    }
    statements
}

/// PostgreSQL cannot take a value out of an enum type, so the type is made anew and every column is cast to it.
fn recreate(catalog: &Catalog, type_name: &str, values: &[String]) -> Vec<String> {
    let (schema, bare) = type_name.rsplit_once('.').map_or(("", type_name), |(schema, bare)| (&type_name[..=schema.len()], bare));
    let old = quote(&format!("{}_before", bare.trim_matches('"').replace("\"\"", "\"")));
    let labels: Vec<String> = values.iter().map(|value| literal(value)).collect();
    let mut statements =
        vec![format!("ALTER TYPE {type_name} RENAME TO {old};"), format!("CREATE TYPE {type_name} AS ENUM ({});", labels.join(", "))];
    for (table, column) in catalog.tables.iter().flat_map(|table| table.columns.iter().map(move |column| (table, column))) {
        let is_of_type = column.allowed.as_ref().is_some_and(|a| a.source == AllowedSource::EnumType(type_name.to_owned()));
        if is_of_type {
            statements.extend(cast(table, column));
        }
    }
    statements.push(format!("DROP TYPE {schema}{old};"));
    statements
}

/// A default is of the old type, so it is put aside for the cast.
fn cast(table: &Table, column: &Column) -> Vec<String> {
    let (table, name) = (quote_table(table), quote(&column.name));
    let alter = |change: &str| format!("ALTER TABLE {table} ALTER COLUMN {name} {change};");
    let array = if column.type_text.ends_with("[]") { "[]" } else { "" };
    let to = &column.type_text;
    let mut statements = vec![alter(&format!("TYPE {to} USING {name}::text{array}::{to}"))];
    if let Some(DefaultValue { expression, .. }) = &column.default {
        statements.insert(0, alter("DROP DEFAULT"));
        statements.push(alter(&format!("SET DEFAULT {expression}")));
    }
    statements
}

/// Says in one line how a list is extended, for the hint of a check.
#[must_use]
pub fn hint(backend: BackendKind, lack: &Lack<'_>) -> String {
    let sync = "run `resettle enums sync`, which writes the migration and applies it";
    let statements = match backend {
        BackendKind::Postgres => extension(lack, None).map(|extension| extension.up.join(" ")),
        BackendKind::Sqlite => None,
    };
    match (statements, backend) {
        (Some(statements), _) => format!("{sync}: {statements}"),
        (None, BackendKind::Sqlite) => {
            format!("{sync}; it makes the table {} anew, because SQLite cannot alter a CHECK", quote_table(lack.table))
        }
        (None, BackendKind::Postgres) => {
            let values: Vec<String> = lack.wanted.iter().map(|value| literal(value)).collect();
            format!("replace the constraint in a migration by one that admits {}", values.join(", "))
        }
    }
}

/// Quotes the name of a table, with its schema where that is not the default one.
pub(super) fn quote_table(table: &Table) -> String {
    match table.schema.as_deref() {
        None | Some("public") => quote(&table.name),
        Some(schema) => format!("{}.{}", quote(schema), quote(&table.name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(values: &[&str]) -> Vec<String> {
        values.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn values_are_added_in_the_order_of_the_enum_table() {
        let check = |there: &[&str], wanted: &[&str], expect: &[&str]| {
            let expect: Vec<String> = expect.iter().map(|end| format!("ALTER TYPE kind ADD VALUE IF NOT EXISTS {end};")).collect();
            assert_eq!(add_values("kind", &names(there), &names(wanted)), expect);
        };
        check(&["a", "d"], &["a", "b", "c", "d", "e"], &["'b' BEFORE 'd'", "'c' BEFORE 'd'", "'e'"]);
        check(&["x"], &["it's"], &["'it''s'"]);
        check(&["a"], &["a"], &[]);
    }
}
