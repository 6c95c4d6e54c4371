//! What a reference column refers to.

use std::collections::BTreeSet;
use std::sync::Arc;

use uuid::Uuid;

use crate::catalog::{Column, ForeignKey, Table};
use crate::mapping::{ColumnRule, IdForm, ReferenceRule, did_you_mean, one_of, printable};

use super::build::{Scene, Target};
use super::notes::{Amend, Notes};
use super::{ReferenceLayout, columns, types};

/// The table that a reference names, and how.
pub(super) struct Named<'r> {
    /// Number of the table.
    pub(super) table: usize,
    /// Mapping that was named instead of the table.
    mapping: Option<&'r str>,
    /// Column of the natural key.
    by: Option<&'r str>,
}

/// Finds what a reference names: a table, else a table whose name has a dot, else a mapping.
pub(super) fn find<'r>(scene: &Scene<'_>, rule: &'r ReferenceRule) -> Option<Named<'r>> {
    let by = rule.by.as_deref();
    if let Some(table) = scene.table(&rule.table) {
        return Some(Named { table, mapping: None, by });
    }
    if let Some(table) = by.and_then(|by| scene.table(&format!("{}.{by}", rule.table))) {
        return Some(Named { table, mapping: None, by: None });
    }
    let target = scene.targets.iter().find(|target| target.mapping.name == rule.table)?;
    Some(Named { table: target.table, mapping: Some(&rule.table), by })
}

/// Builds one reference; `None` where it cannot be resolved, which is noted.
pub(super) fn build(
    scene: &Scene<'_>,
    target: &Target<'_>,
    rule: &ColumnRule,
    column: &Column,
    reference: &ReferenceRule,
    notes: &mut Notes,
) -> Option<ReferenceLayout> {
    let child = scene.table_of(target);
    let Some(named) = find(scene, reference) else {
        unknown_table(scene, child, rule, reference, notes);
        return None;
    };
    let parent = &scene.tables[named.table];
    if !types::holds_reference(&column.data_type) {
        let message = format!("the column `{}` of type `{}` cannot hold a reference, expected one value", column.name, column.type_text);
        let hint = "fill a join table by a mapping of its own, with `each` over the array of ids";
        notes.error(&rule.place, &child.display_name(), message).on(&column.name).help(hint);
        return None;
    }
    let stores = stored_column(child, parent, rule, notes)?;
    let (namespaces, id_form) = match named.by {
        Some(by) => {
            check_natural_key(child, parent, rule, by, notes)?;
            (Vec::new(), None)
        }
        None => legacy_ids(scene, child, rule, &named, &stores, notes)?,
    };
    let by = named.by.map(str::to_owned);
    let on_unresolved = reference.on_unresolved;
    Some(ReferenceLayout { table: Arc::clone(parent), namespaces, by, stores, id_form, on_unresolved, late: false })
}

fn unknown_table(scene: &Scene<'_>, child: &Table, rule: &ColumnRule, reference: &ReferenceRule, notes: &mut Notes) {
    let mut known: BTreeSet<String> = scene.catalog.tables.iter().map(Table::display_name).collect();
    known.extend(scene.targets.iter().map(|target| target.mapping.name.clone()));
    let names = || known.iter().map(String::as_str);
    let message = format!(
        "`references` names `{}`, which is neither a table nor a mapping, expected {}",
        printable(&reference.table),
        one_of(names())
    );
    notes.error(&rule.place, &child.display_name(), message).on(&rule.column).hint = did_you_mean(&reference.table, names());
}

/// Finds the parent's column whose value is stored: by foreign key, else the single column of the primary key.
fn stored_column(child: &Table, parent: &Table, rule: &ColumnRule, notes: &mut Notes) -> Option<String> {
    let through = |key: &&ForeignKey| key.columns.contains(&rule.column);
    let refers = |key: &&ForeignKey| key.parent_table == parent.name && key.parent_schema == parent.schema;
    let foreign_keys: Vec<&ForeignKey> = child.foreign_keys.iter().filter(through).collect();
    if let Some(key) = foreign_keys.iter().find(|key| refers(key)) {
        let place = key.columns.iter().position(|column| *column == rule.column);
        if let Some(stores) = place.and_then(|place| key.parent_columns.get(place)) {
            return Some(stores.clone());
        }
    } else if let Some(other) = foreign_keys.first() {
        let message = format!(
            "`references` names the table `{}`, but the foreign key of the column `{}` refers to `{}`",
            parent.display_name(),
            rule.column,
            other.parent_table
        );
        notes
            .error(&rule.place, &child.display_name(), message)
            .on(&rule.column)
            .help(format!("write `references = \"{}\"`", other.parent_table));
        return None;
    }
    if let [only] = parent.primary_columns().as_slice() {
        return Some((*only).to_owned());
    }
    let message = format!(
        "the column `{}` has no foreign key to `{}`, which has no primary key of one column, so it is open which value to store",
        rule.column,
        parent.display_name()
    );
    notes.error(&rule.place, &child.display_name(), message).on(&rule.column).help("add a foreign key from this column to a unique column");
    None
}

/// Checks that the column of a natural key exists, and warns where it does not name one row.
fn check_natural_key(child: &Table, parent: &Table, rule: &ColumnRule, by: &str, notes: &mut Notes) -> Option<()> {
    if parent.column(by).is_none() {
        columns::missing_column(parent, by, &rule.place, None, notes);
        return None;
    }
    let unique = parent.keys.iter().any(|key| key.parts.len() == 1 && key.predicate.is_none() && key.columns().eq([by]));
    if !unique {
        let message =
            format!("no key makes `{}.{by}` unique, so a reference may name several rows and is rejected then", parent.display_name());
        notes.warning(&rule.place, &child.display_name(), message).on(&rule.column);
    }
    Some(())
}

/// Finds the namespaces in which the legacy ids of the parent stand, and the form in which its key is made from them.
#[expect(clippy::type_complexity, reason = "the two belong together and are taken apart at once")]
fn legacy_ids(
    scene: &Scene<'_>,
    child: &Table,
    rule: &ColumnRule,
    named: &Named<'_>,
    stores: &str,
    notes: &mut Notes,
) -> Option<(Vec<String>, Option<(IdForm, Uuid)>)> {
    let parent = &scene.tables[named.table];
    let filling: Vec<&Target<'_>> =
        scene.targets_of(named.table).filter(|target| named.mapping.is_none_or(|name| target.mapping.name == name)).collect();
    let with_id: Vec<&&Target<'_>> = filling.iter().filter(|target| target.mapping.id.is_some()).collect();
    if with_id.is_empty() {
        let (why, hint) = match filling.first() {
            Some(target) => (format!("the mapping `{}` has no `id`", target.mapping.name), "give it an `id`".to_owned()),
            None => ("no mapping fills it".to_owned(), "add a mapping for it".to_owned()),
        };
        let table = parent.display_name();
        let message = format!("the column `{}` refers to `{table}` by legacy id, but {why}, so no legacy id is known", rule.column);
        let hint = format!(
            "{hint}, or refer by a natural key: `references = \"{table}.<column>\"`, or remove `references` where the field holds the key itself"
        );
        notes.error(&rule.place, &child.display_name(), message).on(&rule.column).help(hint);
        return None;
    }
    let mut namespaces: Vec<String> = Vec::new();
    for target in &with_id {
        if !namespaces.contains(&target.mapping.namespace) {
            namespaces.push(target.mapping.namespace.clone());
        }
    }
    let forms: Vec<Option<IdForm>> = with_id
        .iter()
        .map(|target| match columns::id_target(target.mapping, parent) {
            Ok(Some((column, form))) if column.name == stores => Some(form),
            _ => None,
        })
        .collect();
    // Where the mappings of the parent differ, an id alone does not say which key was made from it.
    let form = forms.first().copied().flatten().filter(|first| forms.iter().all(|form| form == &Some(*first)));
    Some((namespaces, form.map(|form| (form, columns::id_namespace(scene, parent)))))
}
