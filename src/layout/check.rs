//! Checks of whole tables: keys, triggers, row-level security, required columns, and mappings that share a table.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::catalog::{BackendKind, Key, KeyPart, Table};
use crate::diagnostic::Code;
use crate::mapping::{Mapping, OnMissing, OnUnresolved, OnUpdate};

use super::build::{Scene, Target};
use super::notes::{Amend, Notes};
use super::{ColumnLayout, Fill, KeyLayout, Layout, columns, keys, order, types};

/// Checks every table that a mapping fills, once; returns the numbers of those that have a key that cannot be evaluated.
pub(super) fn tables(scene: &Scene<'_>, notes: &mut Notes) -> BTreeSet<usize> {
    let filled: BTreeSet<usize> = scene.targets.iter().map(|target| target.table).collect();
    let mut refused = BTreeSet::new();
    for number in filled {
        let Some(target) = scene.targets_of(number).next() else { continue };
        let table = &scene.tables[number];
        let errors_before = notes.errors();
        check_keys(table, target.mapping, notes);
        check_side_effects(table, target.mapping, notes);
        if notes.errors() > errors_before {
            refused.insert(number);
        }
    }
    refused
}

fn check_keys(table: &Table, mapping: &Mapping, notes: &mut Notes) {
    for key in &table.keys {
        if let Some(reason) = keys::key_refusal(key) {
            let message = format!("the key {} of the table `{}` cannot be evaluated: {reason}", keys::describe(key), table.display_name());
            let hint = "replace it by a unique key, or import into this table by other means";
            notes.error(&mapping.place, &table.display_name(), message).code(Code::UnsupportedKey).help(hint);
        }
    }
}

/// Warns of everything that can change what is written.
fn check_side_effects(table: &Table, mapping: &Mapping, notes: &mut Notes) {
    for trigger in table.triggers.iter().filter(|trigger| trigger.before) {
        let message = format!("the trigger `{}` of the table `{}` can change what is written", trigger.name, table.display_name());
        let hint = "leave the columns that it sets out of the mapping, or they differ at every run";
        notes.warning(&mapping.place, &table.display_name(), message).code(Code::SideEffects).help(hint);
    }
    if table.row_security {
        let message = format!("row-level security of the table `{}` can hide rows and refuse writes", table.display_name());
        let hint = "run as the table's owner or as a role with BYPASSRLS";
        notes.warning(&mapping.place, &table.display_name(), message).code(Code::SideEffects).help(hint);
    }
}

/// Notes a table whose rows could not be found again at the next run: without primary key, every record must have one key at least.
pub(super) fn findable(table: &Table, mapping: &Mapping, known: &[KeyLayout], notes: &mut Notes) {
    let is_nullable = |part: &KeyPart| match part {
        KeyPart::Column { name, .. } => table.column(name).is_none_or(|column| column.nullable),
        KeyPart::Expression { .. } => true,
    };
    let finds_every_record = |layout: &KeyLayout| {
        let key = &table.keys[layout.key];
        layout.matching && key.predicate.is_none() && (layout.nulls_equal || key.nulls_equal || !key.parts.iter().any(is_nullable))
    };
    let is_refused = |key: &Key| keys::key_refusal(key).is_some();
    if table.primary_key().is_some() || known.iter().any(finds_every_record) || table.keys.iter().any(is_refused) {
        return;
    }
    let name = table.display_name();
    let message = format!(
        "the table `{name}` has no primary key and no unique key that every record has, so the next run could not find the rows of this one"
    );
    let hint = "give the table a primary key, or make the columns of a unique key NOT NULL, or declare `nulls = \"equal\"` for it";
    notes.error(&mapping.place, &name, message).code(Code::UnsupportedKey).help(hint);
}

/// Notes references of a circle in a table whose new rows cannot be found again to write them.
pub(super) fn late_without_key(scene: &Scene<'_>, layout: &Layout, notes: &mut Notes) {
    let table = &layout.table;
    if scene.catalog.backend != BackendKind::Postgres || table.primary_key().is_some() {
        return;
    }
    for column in &layout.columns {
        if let Fill::Reference { target, .. } = &column.fill
            && target.late
            && !Arc::ptr_eq(&target.table, table)
            && let Some(mapping) = scene.targets.iter().find(|other| other.mapping.name == layout.mapping)
        {
            let name = table.display_name();
            let message = format!(
                "the column `{}` refers to `{}`, which is filled later, and the table `{name}` has no primary key by which its rows could be found again",
                column.name,
                target.table.display_name()
            );
            notes.error(&mapping.mapping.place, &name, message).on(&column.name).help("give the table a primary key");
        }
    }
}

/// Refuses to keep a reference to the table itself, or within a circle of tables, that is part of a key and may become NULL: the NULL of one run, written
/// because the record that it names was rejected, would be kept by the next one, in which that record has another fate.
pub(super) fn kept_null(scene: &Scene<'_>, layout: &Layout, number: usize, notes: &mut Notes) {
    let table = &layout.table;
    let refers_back = |parent: &Arc<Table>| {
        let parent = scene.tables.iter().position(|other| Arc::ptr_eq(other, parent));
        parent.is_some_and(|parent| parent == number || order::refers(scene, parent, number))
    };
    let in_key = |name: &str| table.keys.iter().any(|key| key.columns().any(|column| column == name));
    for column in &layout.columns {
        if let Fill::Reference { target, .. } = &column.fill
            && target.on_unresolved == OnUnresolved::Null
            && matches!(column.on_update, OnUpdate::Keep | OnUpdate::Fill)
            && in_key(&column.name)
            && refers_back(&target.table)
            && let Some(mapping) = scene.targets.iter().find(|other| other.mapping.name == layout.mapping)
        {
            let name = table.display_name();
            let message = format!(
                "the column `{}` refers to `{}`, which {}, is part of a key, and has `on_unresolved = \"null\"` with `on_update`, expected one of the two: a NULL \
                 that is kept would let two runs over the same input differ",
                column.name,
                target.table.display_name(),
                if Arc::ptr_eq(&target.table, table) { "is its own table" } else { "refers back to its table" },
            );
            let hint = "remove `on_update`, or reject what is not resolved";
            notes.error(&mapping.mapping.place, &name, message).on(&column.name).help(hint);
        }
    }
}

/// Notes columns that an insert must fill and nothing fills.
///
/// Where another mapping of the table fills the column, this one may be meant to add to rows that are there: only a warning.
pub(super) fn required_columns(scene: &Scene<'_>, target: &Target<'_>, filled: &[ColumnLayout], notes: &mut Notes) {
    let table = scene.table_of(target);
    let named = |mapping: &Mapping, column: &str| {
        let by_id = || matches!(columns::id_target(mapping, table), Ok(Some((id, _))) if id.name == column);
        mapping.columns.iter().any(|rule| rule.column == column) || by_id()
    };
    for column in &table.columns {
        let by_itself = column.nullable || columns::has_default(column) || column.generated.is_computed();
        let by_mapping = filled.iter().any(|layout| layout.name == column.name);
        // A column that the mapping names but cannot fill has an error of its own.
        if by_itself || by_mapping || named(target.mapping, &column.name) {
            continue;
        }
        let what = format!("the column `{}` is NOT NULL without default, and the mapping does not fill it", column.name);
        let table_name = table.display_name();
        let mut others = scene.targets_of(target.table).filter(|other| other.mapping.name != target.mapping.name);
        if let Some(other) = others.find(|other| named(other.mapping, &column.name)) {
            let message = format!("{what} (`{}` does): records that are no stored row are rejected", other.mapping.name);
            notes.warning(&target.mapping.place, &table_name, message).on(&column.name);
        } else {
            let change = if scene.catalog.backend == BackendKind::Postgres { "SET DEFAULT ..." } else { "DEFAULT ..." };
            let alter = types::alter_column(scene.catalog.backend, table, &column.name, change);
            let hint = format!("add `{} = ...` to `[columns]`, or give it a default: {alter}", column.name);
            notes.error(&target.mapping.place, &table_name, what).on(&column.name).help(hint);
        }
    }
}

/// Checks the columns that rows gone from the source get values in.
pub(super) fn missing_rows(scene: &Scene<'_>, target: &Target<'_>, notes: &mut Notes) {
    let OnMissing::Set { values, place } = &target.mapping.on_missing else { return };
    let table = scene.table_of(target);
    for (name, value) in values {
        let problem = match table.column(name) {
            None => format!("the column `{name}` of `on_missing` is not in the table"),
            Some(column) if column.generated.is_computed() => format!("the column `{name}` of `on_missing` is computed by the database"),
            Some(_) if table.primary_columns().contains(&name.as_str()) => {
                format!("the column `{name}` of `on_missing` is part of the primary key")
            }
            Some(column) if value.is_null() && !column.nullable => {
                format!("the column `{name}` of `on_missing` is NOT NULL, and the value is null")
            }
            Some(_) => continue,
        };
        notes.error(place, &table.display_name(), problem).on(name);
    }
}

/// Checks that mappings of one table agree on how its records are told apart; returns the numbers of the tables where they do not.
pub(super) fn agreement(scene: &Scene<'_>, built: &[(usize, Layout)], notes: &mut Notes) -> BTreeSet<usize> {
    let mut split = BTreeSet::new();
    for (i, (table, layout)) in built.iter().enumerate() {
        let Some((_, first)) = built[..i].iter().find(|(other, _)| other == table) else { continue };
        let same_keys = || layout.keys.iter().zip(&first.keys).all(|(a, b)| (a.matching, a.nulls_equal) == (b.matching, b.nulls_equal));
        let differs = if layout.identity != first.identity {
            format!("identify records differently: by {} and by {}", identity_text(first), identity_text(layout))
        } else if !same_keys() {
            "have different rules in `[keys]`".to_owned()
        } else if layout.on_duplicate != first.on_duplicate {
            "have different `on_duplicate`".to_owned()
        } else {
            continue;
        };
        split.insert(*table);
        let message = format!(
            "the mappings `{}` and `{}` fill the table `{}`, but {differs}",
            first.mapping,
            layout.mapping,
            layout.table.display_name()
        );
        let hint = "make them agree: the records of one table are told apart in one way";
        if let Some(target) = scene.targets.iter().find(|target| target.mapping.name == layout.mapping) {
            notes.error(&target.mapping.place, &layout.table.display_name(), message).help(hint);
        }
    }
    split
}

fn identity_text(layout: &Layout) -> String {
    match layout.identity.as_slice() {
        [] => "no key".to_owned(),
        keys => keys.iter().map(|i| keys::describe(&layout.table.keys[layout.keys[*i].key])).collect::<Vec<_>>().join(" and "),
    }
}
