//! What a type can hold of what a mapping gives.

use serde_json::Value as Json;

use crate::catalog::{AllowedValues, BackendKind, Column, DataType, Table};
use crate::mapping::{ColumnRule, EnumTable, Input, OnUpdate, Transform, did_you_mean, one_of, printable};

use super::notes::{Amend, Notes};
use crate::backend::statement::quote;

/// Checks that a column can hold what its rule gives.
pub(super) fn check(
    backend: BackendKind,
    table: &Table,
    column: &Column,
    rule: &ColumnRule,
    enum_table: Option<&EnumTable>,
    notes: &mut Notes,
) {
    let mut refuse = |what: &str, expected: &str, wanted: &str| {
        let message = format!("the column `{}` of type `{}` cannot hold {what}, expected {expected}", column.name, column.type_text);
        let alter = alter_column(backend, table, &column.name, &retype(backend, column, wanted));
        notes
            .error(&rule.place, &table.display_name(), message)
            .on(&column.name)
            .help(format!("name another column in `[columns]`, or {alter}"));
    };
    if let Some(enum_table) = enum_table {
        let longest = enum_table.values.iter().map(|value| value.chars().count()).max().unwrap_or_default();
        if !holds_scalars(&column.data_type) {
            refuse(&format!("the values of the enum table `{}`", enum_table.name), "a type of single values, or an array of them", "text");
        } else if width(&column.data_type).is_some_and(|width| longest > width) {
            refuse(
                &format!("every value of the enum table `{}`", enum_table.name),
                &format!("at least {longest} characters"),
                &format!("varchar({longest})"),
            );
        }
    }
    if rule.on_update == OnUpdate::Merge && !is_json(&column.data_type) {
        refuse("a merged document (`on_update = \"merge\"`)", "a JSON type", document(backend));
    }
    if rule.input == Input::Rest && !holds_document(&column.data_type) {
        refuse("the rest of the record, which is a JSON object", "a JSON type", document(backend));
    }
    for (key, value) in given(rule).filter(|(_, value)| value.is_object() || value.is_array()) {
        if !holds_document(&column.data_type)
            && !matches!((&column.data_type, value), (DataType::Array(_), Json::Array(_)) | (DataType::Other, _))
        {
            refuse(&format!("the {key} `{}`", printable(&value.to_string())), "a JSON type", document(backend));
        }
    }
    check_formats(table, column, rule, notes);
    if enum_table.is_none() {
        check_allowed(table, column, rule, notes);
    }
}

/// Name of the type of documents.
fn document(backend: BackendKind) -> &'static str {
    if backend == BackendKind::Postgres { "jsonb" } else { "JSON" }
}

/// The change of a column to another type, with the conversion where PostgreSQL has none by itself.
fn retype(backend: BackendKind, column: &Column, wanted: &str) -> String {
    let is_wider = width(&column.data_type).is_some() && wanted.starts_with("varchar");
    if backend == BackendKind::Sqlite || is_wider {
        return format!("TYPE {wanted}");
    }
    let name = quote(&column.name);
    let cast = if wanted == "text" { String::new() } else { format!("::{wanted}") };
    format!("TYPE {wanted} USING {name}::text{cast}")
}

/// Yields what the mapping itself gives: the constant and the default.
fn given(rule: &ColumnRule) -> impl Iterator<Item = (&'static str, &Json)> {
    let constant = if let Input::Constant(value) = &rule.input { Some(("value", value)) } else { None };
    constant.into_iter().chain(rule.default.iter().map(|value| ("default", value)))
}

/// A format that is never looked at is most likely a mistake about the column.
fn check_formats(table: &Table, column: &Column, rule: &ColumnRule, notes: &mut Notes) {
    if !rule.formats.is_empty() && !is_temporal(&column.data_type) {
        let message =
            format!("`format` has no effect on the column `{}` of type `{}`, which is no date or time", column.name, column.type_text);
        notes.warning(&rule.place, &table.display_name(), message).on(&column.name);
    }
}

/// A constant that the database's own list lacks would be rejected with every record.
fn check_allowed(table: &Table, column: &Column, rule: &ColumnRule, notes: &mut Notes) {
    let Some(AllowedValues { values, .. }) = &column.allowed else { return };
    if rule.transforms.contains(&Transform::ParseJson) || is_json(&column.data_type) {
        return;
    }
    for (key, value) in given(rule) {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        if values.contains(&text) {
            continue;
        }
        let known = || values.iter().map(String::as_str);
        let shown = printable(&text);
        let message = format!("the {key} `{shown}` is not allowed in the column `{}`, expected {}", column.name, one_of(known()));
        let note = notes.error(&rule.place, &table.display_name(), message).on(&column.name);
        note.hint = did_you_mean(&text, known());
    }
}

/// Says whether a type can hold a reference: one scalar value.
pub(super) fn holds_reference(data_type: &DataType) -> bool {
    !matches!(data_type, DataType::Array(_) | DataType::Json | DataType::Jsonb | DataType::Bool)
}

/// Says whether a type can hold a UUID.
pub(super) fn holds_uuid(data_type: &DataType) -> bool {
    match data_type {
        DataType::Uuid | DataType::CiText | DataType::Any | DataType::Other => true,
        DataType::Text { .. } | DataType::Char { .. } => width(data_type).is_none_or(|width| width >= 36),
        _ => false,
    }
}

/// Says whether a type is JSON.
pub(super) fn is_json(data_type: &DataType) -> bool {
    matches!(data_type, DataType::Json | DataType::Jsonb)
}

/// Says whether a type holds single values, or an array of them; whether it takes these values is looked at when they are read.
fn holds_scalars(data_type: &DataType) -> bool {
    match data_type {
        DataType::Array(element) => holds_scalars(element),
        other => !is_json(other) && *other != DataType::Bytes,
    }
}

/// Says whether a type can hold words.
pub(super) fn holds_words(data_type: &DataType) -> bool {
    use DataType::{Any, Char, CiText, Enum, Other, Text};
    matches!(data_type, Text { .. } | Char { .. } | CiText | Enum | Any | Other)
}

fn holds_document(data_type: &DataType) -> bool {
    is_json(data_type) || matches!(data_type, DataType::Text { max_chars: None } | DataType::Any)
}

fn is_temporal(data_type: &DataType) -> bool {
    match data_type {
        DataType::Date | DataType::Time | DataType::Timestamp | DataType::TimestampTz => true,
        DataType::Array(element) => is_temporal(element),
        _ => false,
    }
}

fn width(data_type: &DataType) -> Option<usize> {
    match data_type {
        DataType::Text { max_chars } => max_chars.map(|chars| chars as usize),
        DataType::Char { chars } => Some(*chars as usize),
        _ => None,
    }
}

/// Makes the statement that adds the column which a rule asks for, with a type that fits the rule.
pub(super) fn add_column(backend: BackendKind, table: &Table, rule: &ColumnRule) -> String {
    let is_document = rule.input == Input::Rest || rule.on_update == OnUpdate::Merge || rule.transforms.contains(&Transform::ParseJson);
    let type_text = match (given(rule).next().map(|(_, value)| value), backend) {
        _ if is_document => document(backend),
        _ if !rule.formats.is_empty() => {
            if backend == BackendKind::Postgres {
                "timestamptz"
            } else {
                "TIMESTAMP"
            }
        }
        (Some(Json::Bool(_)), _) => "BOOLEAN",
        (Some(Json::Number(number)), _) if number.is_i64() => "BIGINT",
        (Some(Json::Number(_)), _) => "NUMERIC",
        _ => "TEXT",
    };
    format!("ALTER TABLE {} ADD COLUMN {} {type_text};", quote_table(table), quote(&rule.column))
}

/// Quotes the name of a table, with its schema where that is not the default one.
pub(super) fn quote_table(table: &Table) -> String {
    match table.schema.as_deref() {
        None | Some("public") => quote(&table.name),
        Some(schema) => format!("{}.{}", quote(schema), quote(&table.name)),
    }
}

/// Says how to change a column: the statement for PostgreSQL, the way for SQLite, which has no such statement.
pub(super) fn alter_column(backend: BackendKind, table: &Table, column: &str, change: &str) -> String {
    match backend {
        BackendKind::Postgres => format!("ALTER TABLE {} ALTER COLUMN {} {change};", quote_table(table), quote(column)),
        BackendKind::Sqlite => {
            format!(
                "rebuild the table {} in a migration with {} changed: {change} (SQLite cannot alter a column)",
                quote_table(table),
                quote(column)
            )
        }
    }
}
