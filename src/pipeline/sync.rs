//! Brings the database's lists of values up to the enum tables, by a migration.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::RunError;
use crate::backend::lists::{self, Extension, Lack};
use crate::backend::migrations::{self, Migrations, NewMigration};
use crate::backend::{Access, Session, TargetUrl, connect, sqlite};
use crate::catalog::{AllowedSource, BackendKind, Catalog};
use crate::layout::enum_lacks;
use crate::mapping;

/// What a synchronization is asked to do.
#[derive(Clone, Debug)]
pub struct SyncSettings {
    /// Folder with `mappings/` and `migrations/`.
    pub root: PathBuf,
    /// The database.
    pub target: TargetUrl,
    /// Name of the migration, behind its stamp.
    pub name: String,
    /// False: the migration is written and left pending.
    pub apply: bool,
}

/// What a synchronization did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synced {
    /// Columns with the values that their lists lacked.
    pub added: Vec<(String, Vec<String>)>,
    /// Folder of the migration, where one was needed.
    pub folder: Option<PathBuf>,
    /// Migrations that were applied, in order.
    pub applied: Vec<String>,
}

/// Writes a migration that adds every value of an enum table which the database lacks, and applies it.
///
/// Migrations that are pending are applied first, so that the lists are looked at as they will be.
///
/// # Errors
/// Mapping files or a database that cannot be read, pending migrations where none may be applied, a list of a form that is not understood, or a migration
/// that fails; its folder is taken away again then.
pub fn sync(settings: &SyncSettings) -> Result<Synced, RunError> {
    let project = mapping::load(&settings.root)?;
    let kind = settings.target.kind();
    let mut synced = Synced { applied: apply_pending(settings)?, ..Synced::default() };
    if settings.target.is_missing_file() {
        return Err(RunError::NoDatabase { target: settings.target.to_string() });
    }
    let mut session = connect(&settings.target, Access::ReadOnly)?;
    let catalog = session.inspect()?;
    let lacks = merged(enum_lacks(&project, &catalog));
    if lacks.is_empty() {
        return Ok(synced);
    }
    let extension = extension(session.as_mut(), &catalog, &lacks)?;
    drop(session);
    synced.added = lacks.iter().map(|lack| (column_of(lack), lack.missing().into_iter().map(str::to_owned).collect())).collect();
    let purpose: Vec<String> = synced.added.iter().map(|(column, values)| format!("Lets {column} take {}.", values.join(", "))).collect();
    let adds_value = extension.up.iter().any(|statement| statement.starts_with("ALTER TYPE"));
    let new = NewMigration {
        name: &settings.name,
        purpose: &purpose.join("\n").replace(['\r', '\0'], " "),
        up: &extension.up,
        down: &extension.down,
        in_transaction: kind == BackendKind::Postgres && !adds_value,
    };
    let folder = migrations::write(&settings.root, kind, &new)?;
    if settings.apply {
        match apply_pending(settings) {
            Ok(applied) => synced.applied.extend(applied),
            Err(error) => {
                // A migration that cannot be applied would stop every later import.
                drop(std::fs::remove_dir_all(&folder));
                return Err(error);
            }
        }
        let catalog = connect(&settings.target, Access::ReadOnly)?.inspect()?;
        if let Some(lack) = enum_lacks(&project, &catalog).first() {
            return Err(RunError::NotExtended { column: column_of(lack) });
        }
    }
    synced.folder = Some(folder);
    Ok(synced)
}

fn apply_pending(settings: &SyncSettings) -> Result<Vec<String>, RunError> {
    let Some(found) = Migrations::find(&settings.root, settings.target.kind())? else { return Ok(Vec::new()) };
    if settings.apply {
        return Ok(migrations::run(&settings.target, &found, &|_| {})?);
    }
    let pending = migrations::pending(&settings.target, &found)?;
    if pending.is_empty() { Ok(pending) } else { Err(RunError::Pending(pending)) }
}

fn column_of(lack: &Lack<'_>) -> String {
    format!("{}.{}", lack.table.display_name(), lack.column.name)
}

/// Joins what is wanted of one list: several columns may be of one type, several mappings may fill one column.
fn merged<'a>(lacks: Vec<Lack<'a>>) -> Vec<Lack<'a>> {
    let mut merged: Vec<(String, Lack<'a>)> = Vec::new();
    for lack in lacks {
        let list = match lack.column.allowed.as_ref().map(|allowed| &allowed.source) {
            Some(AllowedSource::EnumType(name)) => format!("type {name}"),
            Some(AllowedSource::Domain { domain, .. }) => format!("domain {domain}"),
            _ => column_of(&lack),
        };
        match merged.iter_mut().find(|(known, _)| *known == list) {
            Some((_, known)) => {
                let new: Vec<String> = lack.wanted.into_iter().filter(|value| !known.wanted.contains(value)).collect();
                known.wanted.extend(new);
            }
            None => merged.push((list, lack)),
        }
    }
    merged.into_iter().map(|(_, lack)| lack).collect()
}

fn extension(session: &mut dyn Session, catalog: &Catalog, lacks: &[Lack<'_>]) -> Result<Extension, RunError> {
    let mut all = Extension::default();
    let mut add = |found: Option<Extension>, lack: &Lack<'_>| {
        let found = found.ok_or_else(|| RunError::NotExtended { column: column_of(lack) })?;
        all.up.extend(found.up);
        // What was done last is taken back first.
        all.down.splice(0..0, found.down);
        Ok::<(), RunError>(())
    };
    if catalog.backend == BackendKind::Postgres {
        for lack in lacks {
            add(lists::extension(lack, Some(catalog)), lack)?;
        }
        return Ok(all);
    }
    let mut tables: BTreeMap<&str, Vec<&Lack<'_>>> = BTreeMap::new();
    for lack in lacks {
        tables.entry(&lack.table.name).or_default().push(lack);
    }
    for lacks in tables.into_values() {
        if let Some(first) = lacks.first() {
            add(sqlite::rebuild::extension(session, first.table, &lacks)?, first)?;
        }
    }
    Ok(all)
}
