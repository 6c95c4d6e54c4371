//! The enum table against the database's own list of values.

use std::collections::BTreeSet;

use crate::backend::lists::{Lack, hint};
use crate::catalog::{AllowedSource, AllowedValues, BackendKind, Catalog, Column, Table};
use crate::diagnostic::Code;
use crate::mapping::{ColumnRule, EnumTable, Project, did_you_mean};

use super::notes::{Amend, Notes};

/// Finds every mapped enum column whose list in the database lacks values of its enum table; each column once, in order of the mappings.
#[must_use]
pub fn enum_lacks<'a>(project: &'a Project, catalog: &'a Catalog) -> Vec<Lack<'a>> {
    let mut seen = BTreeSet::new();
    let rules = project.mappings.iter().flat_map(|mapping| mapping.columns.iter().map(move |rule| (mapping, rule)));
    let lacks = rules.filter_map(|(mapping, rule)| {
        let table = catalog.table(&mapping.table)?;
        let column = table.column(&rule.column)?;
        let enum_table = project.enums.get(rule.enum_table.as_ref()?)?;
        column.allowed.as_ref()?;
        let lack = Lack { table, column, wanted: enum_table.values.clone() };
        (!lack.missing().is_empty() && seen.insert((table.display_name(), &column.name, &enum_table.name))).then_some(lack)
    });
    lacks.collect()
}

/// Notes values that one list has and the other lacks: an error where the database lacks one, a warning where the enum table does.
pub(super) fn check(backend: BackendKind, table: &Table, column: &Column, rule: &ColumnRule, enum_table: &EnumTable, notes: &mut Notes) {
    let Some(allowed) = &column.allowed else { return };
    let lack = Lack { table, column, wanted: enum_table.values.clone() };
    let missing = lack.missing();
    if !missing.is_empty() {
        let message = format!(
            "the column `{}` does not allow {} of the enum table `{}`: {} has only {}",
            column.name,
            listed(&missing),
            enum_table.name,
            source(allowed),
            listed(&allowed.values.iter().map(String::as_str).collect::<Vec<_>>())
        );
        notes.error(&rule.place, &table.display_name(), message).code(Code::EnumDrift).on(&column.name).help(hint(backend, &lack));
    }
    for extra in lack.extra() {
        let message =
            format!("the database allows `{extra}` in the column `{}`, which the enum table `{}` lacks", column.name, enum_table.name);
        let near = did_you_mean(extra, enum_table.values.iter().map(String::as_str)).map(|near| format!("{near} Otherwise add"));
        let hint =
            format!("{} `{extra}` to `values` of `[{}]` in {}", near.as_deref().unwrap_or("add"), enum_table.name, enum_table.place.file);
        notes.warning(&rule.place, &table.display_name(), message).code(Code::EnumDrift).on(&column.name).help(hint);
    }
}

fn listed(values: &[&str]) -> String {
    values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ")
}

fn source(allowed: &AllowedValues) -> String {
    match &allowed.source {
        AllowedSource::EnumType(name) => format!("the type `{name}`"),
        AllowedSource::Check(Some(name)) => format!("the constraint `{name}`"),
        AllowedSource::Check(None) => "its CHECK constraint".to_owned(),
        AllowedSource::Domain { domain, .. } => format!("the domain `{domain}`"),
    }
}
