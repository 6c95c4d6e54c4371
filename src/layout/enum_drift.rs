//! The enum table against the database's own list of values.

use crate::backend::statement::{literal, quote};
use crate::catalog::{AllowedSource, AllowedValues, BackendKind, Column, Table};
use crate::diagnostic::Code;
use crate::mapping::{ColumnRule, EnumTable, did_you_mean};

use super::notes::{Amend, Notes};
use super::types::quote_table;

/// Notes values that one list has and the other lacks: an error where the database lacks one, a warning where the enum table does.
pub(super) fn check(backend: BackendKind, table: &Table, column: &Column, rule: &ColumnRule, enum_table: &EnumTable, notes: &mut Notes) {
    let Some(allowed) = &column.allowed else { return };
    let missing: Vec<&str> = lacking(&allowed.values, &enum_table.values);
    if !missing.is_empty() {
        let message = format!(
            "the column `{}` does not allow {} of the enum table `{}`: {} has only {}",
            column.name,
            listed(&missing),
            enum_table.name,
            source(allowed),
            listed(&allowed.values.iter().map(String::as_str).collect::<Vec<_>>())
        );
        let sql = match &allowed.source {
            AllowedSource::EnumType(name) => add_values(name, &missing),
            AllowedSource::Check(name) => replace_check(backend, table, column, name.as_deref(), &[&allowed.values, &enum_table.values]),
        };
        notes.error(&rule.place, &table.display_name(), message).code(Code::EnumDrift).on(&column.name).help(sql);
    }
    for extra in lacking(&enum_table.values, &allowed.values) {
        let message =
            format!("the database allows `{extra}` in the column `{}`, which the enum table `{}` lacks", column.name, enum_table.name);
        let near = did_you_mean(extra, enum_table.values.iter().map(String::as_str)).map(|near| format!("{near} Otherwise add"));
        let hint =
            format!("{} `{extra}` to `values` of `[{}]` in {}", near.as_deref().unwrap_or("add"), enum_table.name, enum_table.place.file);
        notes.warning(&rule.place, &table.display_name(), message).code(Code::EnumDrift).on(&column.name).help(hint);
    }
}

/// Returns the `wanted` values that `there` lacks.
fn lacking<'a>(there: &[String], wanted: &'a [String]) -> Vec<&'a str> {
    wanted.iter().filter(|value| !there.contains(value)).map(String::as_str).collect()
}

fn listed(values: &[&str]) -> String {
    values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ")
}

fn source(allowed: &AllowedValues) -> String {
    match &allowed.source {
        AllowedSource::EnumType(name) => format!("the type `{name}`"),
        AllowedSource::Check(Some(name)) => format!("the constraint `{name}`"),
        AllowedSource::Check(None) => "its CHECK constraint".to_owned(),
    }
}

fn add_values(type_name: &str, missing: &[&str]) -> String {
    let name = type_name.split('.').map(quote).collect::<Vec<_>>().join(".");
    missing.iter().map(|value| format!("ALTER TYPE {name} ADD VALUE {};", literal(value))).collect::<Vec<_>>().join(" ")
}

/// Makes the constraint that admits both lists.
fn replace_check(backend: BackendKind, table: &Table, column: &Column, name: Option<&str>, lists: &[&[String]]) -> String {
    let mut values: Vec<String> = Vec::new();
    for value in lists.iter().flat_map(|list| list.iter()).map(|value| literal(value)) {
        if !values.contains(&value) {
            values.push(value);
        }
    }
    let check = format!("CHECK ({} IN ({}))", quote(&column.name), values.join(", "));
    match (backend, name) {
        (BackendKind::Postgres, Some(name)) => {
            let (table, name) = (quote_table(table), quote(name));
            format!("ALTER TABLE {table} DROP CONSTRAINT {name}, ADD CONSTRAINT {name} {check};")
        }
        _ => format!("rebuild the table {} in a migration with {check}", quote_table(table)),
    }
}
