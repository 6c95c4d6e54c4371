//! Import without a mapping file: the fields of the given sources fill the columns of their names.
//!
//! **Invariant**: a mapping file of that name or table is always preferred.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{RunError, Settings};
use crate::catalog::{Catalog, Table};
use crate::decode::{self, FieldSet, Fields};
use crate::layout;
use crate::mapping::{Project, SourceSpec, did_you_mean};
use crate::source::{self, Chunk, Limits, Source};

/// Says whether sources and one table are given, so that a mapping file may be missing.
pub(super) fn is_possible(settings: &Settings) -> bool {
    settings.only.len() == 1 && !settings.sources.is_empty()
}

/// Adds the mapping that a table on the command line needs, if no file has it.
pub(super) fn complete(settings: &Settings, project: &mut Project, catalog: &Catalog) -> Result<(), RunError> {
    let [name] = settings.only.as_slice() else { return Ok(()) };
    let is_mapped = |mapping: &crate::mapping::Mapping| mapping.name == *name || mapping.table == *name;
    if settings.sources.is_empty() || project.mappings.iter().any(is_mapped) {
        return Ok(());
    }
    let Some(table) = catalog.table(name) else { return Err(unknown(name, catalog)) };
    if project.mappings.iter().any(|mapping| catalog.table(&mapping.table).is_some_and(|other| std::ptr::eq(other, table))) {
        return Ok(());
    }
    let sources = source::list(&settings.root, &SourceSpec::default(), &settings.sources)?;
    let mut fields = Names::default();
    for source in &sources {
        fields.join(read(source, &settings.limits)?);
    }
    let key_field = primary_key_of_members(table, &fields);
    fields.names.extend(key_field.clone());
    let has_ids = |parent: &str| project.mappings.iter().any(|mapping| mapping.table == parent && mapping.id.is_some());
    let Some(mut mapping) = layout::draft(table, &fields.names, &has_ids) else {
        return Err(RunError::NothingByName { table: name.clone(), fields: fields.names.into_iter().collect(), columns: columns(table) });
    };
    mapping.source.key_field = key_field.unwrap_or(mapping.source.key_field);
    name.clone_into(&mut mapping.name);
    project.mappings.push(mapping);
    Ok(())
}

fn unknown(name: &str, catalog: &Catalog) -> RunError {
    let known: Vec<String> = catalog.tables.iter().map(Table::display_name).collect();
    let near = did_you_mean(name, known.iter().map(String::as_str));
    RunError::UnknownTable { name: name.to_owned(), near: near.map(|near| format!("; {near}")).unwrap_or_default() }
}

/// Members of a keyed object whose records do not say their primary key have it as their name.
fn primary_key_of_members(table: &Table, fields: &Names) -> Option<String> {
    let [name] = table.primary_columns()[..] else { return None };
    (fields.is_keyed && !fields.names.contains(name)).then(|| name.to_owned())
}

fn columns(table: &Table) -> Vec<String> {
    table.columns.iter().map(|column| column.name.clone()).collect()
}

/// The names of all top-level fields.
#[derive(Default)]
struct Names {
    names: BTreeSet<String>,
    is_keyed: bool,
}

impl Names {
    fn join(&mut self, other: Self) {
        self.names.extend(other.names);
        self.is_keyed |= other.is_keyed;
    }
}

/// Reads a source for the names of its fields alone.
fn read(source: &Source, limits: &Limits) -> Result<Names, RunError> {
    let spec = SourceSpec::default();
    let mut found = Names::default();
    let mut frames = source::frames(source, &spec, 0, limits, |_| {});
    loop {
        let chunks: Vec<Chunk> = frames.by_ref().take(rayon::current_num_threads()).collect::<Result<_, _>>()?;
        if chunks.is_empty() {
            return Ok(found);
        }
        chunks.par_iter().map(|chunk| names_of(chunk, limits)).collect::<Vec<_>>().into_iter().for_each(|names| found.join(names));
    }
}

fn names_of(chunk: &Chunk, limits: &Limits) -> Names {
    let mut found = Names::default();
    let set = FieldSet::default();
    let mut fields = Fields::default();
    for record in chunk.records.iter().filter(|record| record.fault.is_none()) {
        found.is_keyed |= record.key.is_some();
        // Records that cannot be decoded are told of when they are imported.
        if decode::decode(chunk.text(record), None, "", &set, limits, &mut fields).is_err() {
            continue;
        }
        for (name, _) in &fields.rest {
            if !found.names.contains(name.as_ref()) {
                found.names.insert(name.to_string());
            }
        }
    }
    found
}
