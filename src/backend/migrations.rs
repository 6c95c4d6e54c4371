//! interim
use super::{Access, TargetUrl};
use crate::catalog::BackendKind;
use diesel_migrations::{FileBasedMigrations, MigrationHarness};
use std::path::{Path, PathBuf};
#[derive(Debug)]
pub enum Migrations {
    Directory(PathBuf),
}
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct MigrationError(String);
pub struct MigrationState {
    pub applied: bool,
    pub name: String,
}
impl Migrations {
    pub fn find(root: &Path, kind: BackendKind) -> Result<Option<Self>, MigrationError> {
        let d = root.join("migrations").join(kind.to_string());
        Ok(d.is_dir().then_some(Self::Directory(d)))
    }
}
pub fn status(_: &TargetUrl, _: &Migrations) -> Result<Vec<MigrationState>, MigrationError> {
    Ok(vec![])
}
pub fn pending(target: &TargetUrl, m: &Migrations) -> Result<Vec<String>, MigrationError> {
    let Migrations::Directory(d) = m;
    let src = FileBasedMigrations::from_path(d).map_err(|e| MigrationError(e.to_string()))?;
    let e = |e: &dyn std::fmt::Display| MigrationError(e.to_string());
    match target.kind() {
        BackendKind::Sqlite => {
            let mut c = super::sqlite::open(target, Access::ReadWrite).map_err(|x| e(&x))?;
            let v = c.pending_migrations(src).map_err(|x| e(&x))?;
            Ok(v.iter().map(|m| m.name().to_string()).collect())
        }
        BackendKind::Postgres => {
            let mut c = super::postgres::open(target, Access::ReadWrite).map_err(|x| e(&x))?;
            let v = c.pending_migrations(src).map_err(|x| e(&x))?;
            Ok(v.iter().map(|m| m.name().to_string()).collect())
        }
    }
}
pub fn run(target: &TargetUrl, m: &Migrations, _: &dyn Fn(&str)) -> Result<Vec<String>, MigrationError> {
    let Migrations::Directory(d) = m;
    let src = FileBasedMigrations::from_path(d).map_err(|e| MigrationError(e.to_string()))?;
    let e = |e: &dyn std::fmt::Display| MigrationError(e.to_string());
    match target.kind() {
        BackendKind::Sqlite => {
            let mut c = super::sqlite::open(target, Access::ReadWrite).map_err(|x| e(&x))?;
            let v = c.run_pending_migrations(src).map_err(|x| e(&x))?;
            Ok(v.iter().map(|m| m.to_string()).collect())
        }
        BackendKind::Postgres => {
            let mut c = super::postgres::open(target, Access::ReadWrite).map_err(|x| e(&x))?;
            let v = c.run_pending_migrations(src).map_err(|x| e(&x))?;
            Ok(v.iter().map(|m| m.to_string()).collect())
        }
    }
}
