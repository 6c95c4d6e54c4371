//! The columns of one mapping: its id, its rules, and what keeps original text.

use std::sync::Arc;

use serde_json::Value as Json;
use uuid::Uuid;

use crate::catalog::{Column, DataType, Generated, Table};
use crate::mapping::{
    Absent, ColumnRule, IdForm, IdRule, IdScope, Input, Mapping, OnUpdate, Place, TimeFormat, did_you_mean, one_of, printable, unescape,
};

use super::build::{Scene, Target};
use super::notes::{Amend, Notes};
use super::{ColumnLayout, Fill, enum_drift, reference, types};

/// Builds the columns: the id first, then the rules in file order, then columns that only keep original text.
pub(super) fn build(scene: &Scene<'_>, target: &Target<'_>, notes: &mut Notes) -> Vec<ColumnLayout> {
    let mut columns: Vec<ColumnLayout> = id_column(scene, target, notes).into_iter().collect();
    for rule in &target.mapping.columns {
        columns.extend(rule_column(scene, target, rule, notes));
    }
    for rule in &target.mapping.columns {
        if let Some(original) = &rule.original {
            keep_original(scene, target, rule, original, &mut columns, notes);
        }
    }
    columns
}

/// Why no column can be filled from the id.
pub(super) enum IdFault {
    /// The primary key has not exactly one column, and `column` does not name one.
    NoSingleKey,
    /// `column` names a column that does not exist.
    Missing(String),
}

/// Finds the column that the id of a mapping fills and the form in which it does; `None` where it fills none.
pub(super) fn id_target<'t>(mapping: &Mapping, table: &'t Table) -> Result<Option<(&'t Column, IdForm)>, IdFault> {
    let Some(id) = &mapping.id else { return Ok(None) };
    if id.form == IdForm::None || mapping.scope == IdScope::Run {
        return Ok(None);
    }
    let name = match (&id.column, table.primary_columns().as_slice()) {
        (Some(name), _) => name.as_str(),
        // An expression part yields no column name, so the parts are counted too.
        (None, [only]) if table.primary_key().is_some_and(|key| key.parts.len() == 1) => only,
        _ => return Err(IdFault::NoSingleKey),
    };
    let column = table.column(name).ok_or_else(|| IdFault::Missing(name.to_owned()))?;
    let form = match (id.form, &column.data_type) {
        (IdForm::Auto, DataType::Uuid | DataType::Text { max_chars: None | Some(36..) }) => IdForm::Uuid,
        (IdForm::Auto, _) => IdForm::Value,
        (form, _) => form,
    };
    Ok(Some((column, form)))
}

/// Makes the namespace of UUIDv5 of a table.
pub(super) fn id_namespace(scene: &Scene<'_>, table: &Table) -> Uuid {
    Uuid::new_v5(&scene.project.namespace, table.display_name().as_bytes())
}

fn id_column(scene: &Scene<'_>, target: &Target<'_>, notes: &mut Notes) -> Option<ColumnLayout> {
    let (mapping, table) = (target.mapping, scene.table_of(target));
    let rule = mapping.id.as_ref()?;
    let (column, form) = match id_target(mapping, table) {
        Ok(found) => found?,
        Err(fault) => {
            id_fault(table, rule, &fault, notes);
            return None;
        }
    };
    if let Some(other) = mapping.columns.iter().find(|other| other.column == column.name) {
        let message = format!("the column `{}` is filled by `id` and by `[columns]` at {}", column.name, other.place);
        let hint = "remove it from `[columns]`, or write `as = \"none\"` in `id` so that the id is only remembered";
        notes.error(&rule.place, &table.display_name(), message).on(&column.name).help(hint);
        return None;
    }
    check_writable(scene, table, column, &rule.place, "write `as = \"none\"` in `id`", notes)?;
    if form == IdForm::Uuid && !types::holds_uuid(&column.data_type) {
        let message = format!("the column `{}` of type `{}` cannot hold a UUID", column.name, column.type_text);
        notes.error(&rule.place, &table.display_name(), message).on(&column.name).help("write `as = \"value\"` or `as = \"none\"` in `id`");
    }
    let fill = Fill::Id { from: rule.from.clone(), form, namespace: id_namespace(scene, table) };
    let primary = table.primary_columns().contains(&column.name.as_str());
    // A row that is found by another key keeps its primary key, so the id is written at insert only.
    let on_update = if primary { OnUpdate::Keep } else { OnUpdate::Overwrite };
    Some(ColumnLayout { null_if: rule.null_if.clone(), on_update, ..plain(column, fill) })
}

fn id_fault(table: &Table, rule: &IdRule, fault: &IdFault, notes: &mut Notes) {
    match fault {
        IdFault::NoSingleKey => {
            let found = match table.primary_columns().as_slice() {
                [] => "no primary key".to_owned(),
                many => format!("the primary key ({})", many.join(", ")),
            };
            let message = format!("`id` needs a primary key of one column to fill, the table `{}` has {found}", table.display_name());
            let hint = "write `id = { from = \"...\", as = \"none\" }` to only remember the id, or name a column with `column`";
            notes.error(&rule.place, &table.display_name(), message).help(hint);
        }
        IdFault::Missing(name) => missing_column(table, name, &rule.place, None, notes),
    }
}

fn rule_column(scene: &Scene<'_>, target: &Target<'_>, rule: &ColumnRule, notes: &mut Notes) -> Option<ColumnLayout> {
    let table = scene.table_of(target);
    let Some(column) = table.column(&rule.column) else {
        missing_column(table, &rule.column, &rule.place, Some(types::add_column(scene.catalog.backend, table, rule)), notes);
        return None;
    };
    check_writable(scene, table, column, &rule.place, "remove it from `[columns]`", notes)?;
    let enum_table = rule.enum_table.as_deref().and_then(|name| scene.enums.get(name));
    types::check(scene.catalog.backend, table, column, rule, enum_table.map(Arc::as_ref), notes);
    if let Some(enum_table) = enum_table {
        enum_drift::check(scene.catalog.backend, table, column, rule, enum_table, notes);
    }
    let fill = match &rule.references {
        Some(reference) => {
            Fill::Reference { from: rule.input.clone(), target: reference::build(scene, target, rule, column, reference, notes)? }
        }
        None => Fill::Input(rule.input.clone()),
    };
    Some(ColumnLayout {
        transforms: rule.transforms.clone(),
        enum_table: enum_table.cloned(),
        default: rule.default.clone(),
        absent: rule.absent,
        null_if: rule.null_if.clone(),
        formats: if rule.formats.is_empty() { vec![TimeFormat::Iso] } else { rule.formats.clone() },
        time_zone: rule.time_zone.clone(),
        on_update: rule.on_update,
        ..plain(column, fill)
    })
}

/// A column without any rule.
pub(super) fn plain(column: &Column, fill: Fill) -> ColumnLayout {
    ColumnLayout {
        name: column.name.clone(),
        data_type: column.data_type.clone(),
        type_text: column.type_text.clone(),
        nullable: column.nullable,
        has_default: has_default(column),
        allowed: column.allowed.clone(),
        fill,
        transforms: Vec::new(),
        enum_table: None,
        original: None,
        default: None,
        absent: Absent::Default,
        null_if: Vec::new(),
        formats: vec![TimeFormat::Iso],
        time_zone: "UTC".to_owned(),
        on_update: OnUpdate::Overwrite,
    }
}

/// Says whether the database fills the column of an insert that does not name it.
pub(super) fn has_default(column: &Column) -> bool {
    column.default.is_some() || matches!(column.generated, Generated::IdentityAlways | Generated::IdentityByDefault | Generated::Rowid(_))
}

/// Notes columns that nobody may write.
fn check_writable(scene: &Scene<'_>, table: &Table, column: &Column, place: &Place, remove: &str, notes: &mut Notes) -> Option<()> {
    let (why, hint) = match &column.generated {
        Generated::Stored(expression) | Generated::Virtual(expression) => {
            (format!("computed by the database from `{}`", printable(expression)), remove.to_owned())
        }
        Generated::IdentityAlways => {
            let alter = types::alter_column(scene.catalog.backend, table, &column.name, "SET GENERATED BY DEFAULT");
            ("GENERATED ALWAYS AS IDENTITY".to_owned(), format!("{remove}, or {alter}"))
        }
        _ => return Some(()),
    };
    let message = format!("the column `{}` is {why}, so nothing can be written to it", column.name);
    notes.error(place, &table.display_name(), message).on(&column.name).help(hint);
    None
}

/// Notes a column that does not exist; `sql` would add it.
pub(super) fn missing_column(table: &Table, name: &str, place: &Place, sql: Option<String>, notes: &mut Notes) {
    let known = || table.columns.iter().map(|column| column.name.as_str());
    let message = format!("the column `{}` is not in the table `{}`, expected {}", printable(name), table.display_name(), one_of(known()));
    let note = notes.error(place, &table.display_name(), message).on(name);
    note.hint = match (did_you_mean(name, known()), sql) {
        (Some(near), Some(sql)) => Some(format!("{near} Or add it: {sql}")),
        (near, sql) => near.or(sql),
    };
}

/// Finds or adds the column that keeps the original text of a fallback.
fn keep_original(
    scene: &Scene<'_>,
    target: &Target<'_>,
    rule: &ColumnRule,
    original: &str,
    columns: &mut Vec<ColumnLayout>,
    notes: &mut Notes,
) {
    let table = scene.table_of(target);
    let (name, path) = original.split_at(original.find('/').unwrap_or(original.len()));
    let path: Vec<String> = path.split('/').skip(1).map(unescape).collect();
    let Some(column) = table.column(name) else {
        return missing_column(table, name, &rule.place, None, notes);
    };
    let fits = if path.is_empty() { types::holds_words(&column.data_type) } else { types::is_json(&column.data_type) };
    if !fits || column.name == rule.column {
        let expected = if path.is_empty() { "another column of a text type" } else { "another column of a JSON type" };
        let message = format!(
            "`original = \"{}\"`: the column `{name}` of type `{}` cannot keep it, expected {expected}",
            printable(original),
            column.type_text
        );
        notes.error(&rule.place, &table.display_name(), message).on(&rule.column);
        return;
    }
    if check_writable(scene, table, column, &rule.place, "name another column in `original`", notes).is_none() {
        return;
    }
    let mapped = columns.iter().position(|layout| layout.name == name);
    if mapped.is_none() && path.is_empty() && !column.nullable {
        let message = format!("the column `{name}` is NOT NULL, so it cannot keep the original text of fallbacks alone");
        let hint = types::alter_column(scene.catalog.backend, table, name, "DROP NOT NULL");
        notes.error(&rule.place, &table.display_name(), message).on(name).help(hint);
    }
    let place = mapped.unwrap_or_else(|| {
        columns.push(original_column(column, &path));
        columns.len() - 1
    });
    if let Some(layout) = columns.iter_mut().find(|layout| layout.name == rule.column) {
        layout.original = Some((place, path));
    }
}

/// A column that is filled by fallbacks alone: NULL without one. Into a document that the mapping does not fill, only the member is merged.
fn original_column(column: &Column, path: &[String]) -> ColumnLayout {
    if path.is_empty() {
        return plain(column, Fill::Input(Input::Constant(Json::Null)));
    }
    let empty = Fill::Input(Input::Constant(Json::Object(serde_json::Map::new())));
    ColumnLayout { on_update: OnUpdate::Merge, ..plain(column, empty) }
}
