//! Joins every mapping with its table.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalog::{Catalog, Table};
use crate::diagnostic::Diagnostic;
use crate::mapping::{EnumTable, Mapping, Project, did_you_mean, one_of, printable};

use super::notes::{Amend, Notes};
use super::{Fill, Layout, LegacyId, check, columns, keys, order, words};

/// Everything that the check of one mapping may look at.
pub(super) struct Scene<'a> {
    pub(super) project: &'a Project,
    pub(super) catalog: &'a Catalog,
    /// The tables of the catalog, same order, to be shared by layouts.
    pub(super) tables: Vec<Arc<Table>>,
    pub(super) enums: BTreeMap<&'a str, Arc<EnumTable>>,
    /// The mappings whose table exists.
    pub(super) targets: Vec<Target<'a>>,
}

/// A mapping and the number of its table.
#[derive(Clone, Copy)]
pub(super) struct Target<'a> {
    pub(super) mapping: &'a Mapping,
    pub(super) table: usize,
}

impl<'a> Scene<'a> {
    fn new(project: &'a Project, catalog: &'a Catalog, notes: &mut Notes) -> Self {
        let tables = catalog.tables.iter().cloned().map(Arc::new).collect();
        let enums = project.enums.iter().map(|(name, table)| (name.as_str(), Arc::new(table.clone()))).collect();
        let mut scene = Self { project, catalog, tables, enums, targets: Vec::new() };
        for mapping in &project.mappings {
            match scene.table(&mapping.table) {
                Some(table) => scene.targets.push(Target { mapping, table }),
                None => missing_table(mapping, catalog, notes),
            }
        }
        scene
    }

    /// Finds the number of a table by name, or by `schema.name`.
    pub(super) fn table(&self, name: &str) -> Option<usize> {
        let found = self.catalog.table(name)?;
        self.catalog.tables.iter().position(|table| std::ptr::eq(table, found))
    }

    /// Yields the mappings that fill a table.
    pub(super) fn targets_of(&self, table: usize) -> impl Iterator<Item = &Target<'a>> {
        self.targets.iter().filter(move |target| target.table == table)
    }

    /// Returns the table of a mapping.
    pub(super) fn table_of(&self, target: &Target<'_>) -> &Arc<Table> {
        &self.tables[target.table]
    }
}

/// Joins the mappings of a project with the catalog.
///
/// The layouts stand in dependency order: a table stands after the tables that it refers to, by foreign key or by mapping. Tables that refer to each
/// other in a circle stand together, those that need the others (NOT NULL) last, else in order of their mappings' names. References that cannot be
/// resolved when their table is filled are marked [`late`](super::ReferenceLayout::late).
///
/// A diagnostic of severity error means that nothing may be written. Its message begins with the place in the mapping (`file:line:column`), its hint
/// says the SQL or the line that would help. A mapping with an error has no layout.
#[must_use]
pub fn build(project: &Project, catalog: &Catalog) -> (Vec<Layout>, Vec<Diagnostic>) {
    let mut notes = Notes::default();
    let scene = Scene::new(project, catalog, &mut notes);
    let refused = check::tables(&scene, &mut notes);
    let mut built: Vec<(usize, Layout)> = scene
        .targets
        .iter()
        .filter_map(|target| layout(&scene, target, &mut notes).map(|layout| (target.table, layout)))
        .filter(|(table, _)| !refused.contains(table))
        .collect();
    let split = check::agreement(&scene, &built, &mut notes);
    built.retain(|(table, _)| !split.contains(table));
    let places = order::places(&scene);
    built.sort_by(|(a, left), (b, right)| (places[a], &left.mapping).cmp(&(places[b], &right.mapping)));
    for (table, layout) in &mut built {
        mark_late(&scene, layout, *table, &places);
        check::late_without_key(&scene, layout, &mut notes);
        check::kept_null(&scene, layout, *table, &mut notes);
    }
    (built.into_iter().map(|(_, layout)| layout).collect(), notes.list)
}

/// Joins one mapping; `None` where it has an error.
fn layout(scene: &Scene<'_>, target: &Target<'_>, notes: &mut Notes) -> Option<Layout> {
    let mapping = target.mapping;
    let errors_before = notes.errors();
    let columns = columns::build(scene, target, notes);
    check::required_columns(scene, target, &columns, notes);
    check::missing_rows(scene, target, notes);
    let table = scene.table_of(target);
    let keys = keys::build(table, mapping, notes);
    check::findable(table, mapping, &keys, notes);
    words::check(scene.catalog.backend, table, mapping, notes);
    let identity = keys::identity(table, mapping, &columns, &keys, notes);
    let legacy_id = mapping.id.as_ref().map(|id| LegacyId { from: id.from.clone(), null_if: id.null_if.clone() });
    (notes.errors() == errors_before).then(|| Layout {
        mapping: mapping.name.clone(),
        table: Arc::clone(table),
        source: mapping.source.clone(),
        namespace: mapping.namespace.clone(),
        scope: mapping.scope,
        legacy_id,
        columns,
        keys,
        identity,
        on_duplicate: mapping.on_duplicate,
        on_target_edit: mapping.on_target_edit,
        on_missing: mapping.on_missing.clone(),
    })
}

/// Marks the references whose rows may not be there yet.
fn mark_late(scene: &Scene<'_>, layout: &mut Layout, table: usize, places: &BTreeMap<usize, usize>) {
    for column in &mut layout.columns {
        if let Fill::Reference { target, .. } = &mut column.fill {
            let parent = scene.tables.iter().position(|other| Arc::ptr_eq(other, &target.table));
            target.late = parent.and_then(|parent| places.get(&parent)).is_some_and(|place| *place >= places[&table]);
        }
    }
}

fn missing_table(mapping: &Mapping, catalog: &Catalog, notes: &mut Notes) {
    let known: BTreeSet<String> = catalog.tables.iter().map(Table::display_name).collect();
    let names = || known.iter().map(String::as_str);
    let found = if known.is_empty() { "it has no tables".to_owned() } else { format!("expected {}", one_of(names())) };
    let message = format!("the table `{}` is not in the database: {found}", printable(&mapping.table));
    let create = "add a migration that creates it, or apply the pending ones".to_owned();
    notes.error(&mapping.place, &mapping.table, message).help(did_you_mean(&mapping.table, names()).unwrap_or(create));
}
