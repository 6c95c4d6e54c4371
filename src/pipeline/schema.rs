//! The part of the schema check that needs more than mapping and catalog: privileges, index names, and migrations that are recorded but not there.

use std::collections::BTreeSet;

use super::{RunError, Settings};
use crate::backend::migrations::{self, Migrations};
use crate::backend::privileges::{Needs, lacking};
use crate::backend::{Session, indexes};
use crate::catalog::Catalog;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::layout::{Fill, Layout};
use crate::mapping::{OnMissing, Project};
use crate::report::{Command, Message};

/// Joins mappings and catalog, and adds what else there is to say about the schema.
pub(super) fn build(
    settings: &Settings,
    project: &Project,
    catalog: &Catalog,
    session: &mut dyn Session,
) -> Result<(Vec<Layout>, Vec<Diagnostic>), RunError> {
    let (layouts, mut diagnostics) = crate::layout::build(project, catalog);
    explain_missing(settings, catalog, &mut diagnostics)?;
    check_index_names(project, catalog, session, &mut diagnostics)?;
    check_privileges(settings, &layouts, session, &mut diagnostics)?;
    Ok((layouts, diagnostics))
}

/// Adds to what is missing the migrations that should have made it.
fn explain_missing(settings: &Settings, catalog: &Catalog, diagnostics: &mut [Diagnostic]) -> Result<(), RunError> {
    let Some(found) = Migrations::find(&settings.root, settings.target.kind())? else { return Ok(()) };
    for diagnostic in diagnostics.iter_mut().filter(|d| d.severity == Severity::Error && d.code == Code::SchemaDrift) {
        let Some(name) = diagnostic.table.as_deref() else { continue };
        let bare = name.rsplit('.').next().unwrap_or(name);
        let names: Vec<&str> = match (catalog.table(name), diagnostic.column.as_deref()) {
            (None, _) => vec![bare],
            (Some(table), Some(column)) if table.column(column).is_none() => vec![bare, column],
            _ => continue,
        };
        let recorded = migrations::recorded_naming(&settings.target, &found, &names)?;
        if !recorded.is_empty() {
            let names: Vec<String> = recorded.iter().map(|name| format!("`{name}`")).collect();
            let note =
                format!("recorded as applied, and speaking of it: {}; the database was changed by other means since", names.join(", "));
            diagnostic.hint = Some(diagnostic.hint.take().map_or_else(|| note.clone(), |hint| format!("{hint}\n{note}")));
        }
    }
    Ok(())
}

fn check_index_names(
    project: &Project,
    catalog: &Catalog,
    session: &mut dyn Session,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(), RunError> {
    let Some(pattern) = &project.index_names else { return Ok(()) };
    let filled: BTreeSet<String> =
        project.mappings.iter().filter_map(|mapping| catalog.table(&mapping.table)).map(crate::catalog::Table::display_name).collect();
    for index in indexes::indexes(session)?.into_iter().filter(|index| filled.contains(&index.table)) {
        let bare = index.table.rsplit('.').next().unwrap_or(&index.table);
        let expected = pattern.replace("{table}", bare).replace("{column}", &index.columns.join("_"));
        let more = index.name.strip_prefix(&expected);
        if more.is_some_and(|more| more.is_empty() || more.starts_with('_')) {
            continue;
        }
        let message = format!(
            "the index `{}` of the table `{}` is not called as `index_names = \"{pattern}\"` says, expected `{expected}`",
            index.name, index.table
        );
        let hint = indexes::rename(catalog.backend, &index, &expected);
        diagnostics.push(Diagnostic::warning(Code::SchemaDrift, message).table(&index.table).hint(hint));
    }
    Ok(())
}

fn check_privileges(
    settings: &Settings,
    layouts: &[Layout],
    session: &mut dyn Session,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(), RunError> {
    let writes = settings.command.writes();
    let chosen = |layout: &&Layout| settings.only.is_empty() || settings.only.iter().any(|name| super::is_called(layout, name));
    let chosen: Vec<&Layout> = layouts.iter().filter(chosen).collect();
    let mut needs: Vec<Needs<'_>> = chosen
        .iter()
        .map(|layout| Needs {
            table: &layout.table,
            columns: layout.columns.iter().map(|column| column.name.as_str()).collect(),
            writes,
            deletes: writes && matches!(layout.on_missing, OnMissing::Delete),
        })
        .collect();
    // Tables that are referred to are read, whoever fills them.
    for column in chosen.iter().flat_map(|layout| &layout.columns) {
        if let Fill::Reference { target, .. } = &column.fill
            && !needs.iter().any(|need| need.table.display_name() == target.table.display_name())
        {
            needs.push(Needs { table: &target.table, columns: Vec::new(), writes: false, deletes: false });
        }
    }
    let ledger = settings.command == Command::Import && !settings.without_ledger;
    for lacking in lacking(session, &needs, ledger)? {
        let diagnostic = Diagnostic::error(Code::MissingPrivilege, format!("the role may not {}", lacking.what)).hint(lacking.grant);
        diagnostics.push(match lacking.table {
            Some(table) => diagnostic.table(table),
            None => diagnostic,
        });
    }
    Ok(())
}

/// A diagnostic about the set-up as the report tells it.
#[must_use]
pub fn message(diagnostic: &Diagnostic) -> Message {
    Message {
        code: diagnostic.code.as_str().to_owned(),
        severity: diagnostic.severity.as_str().to_owned(),
        table: diagnostic.table.clone(),
        column: diagnostic.column.clone(),
        message: diagnostic.message.clone(),
        hint: diagnostic.hint.clone(),
    }
}
