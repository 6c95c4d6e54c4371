//! Records a migration as applied without running it: it documents what was made by other means.
//!
//! **Invariant**: nothing is recorded of which a table is missing.

use diesel::migration::MigrationVersion;
use diesel_migrations::MigrationHarness;

use super::{MigrationError, Migrations, lock, of_migrations, sqlite, status};
use crate::backend::lock::Waiting;
use crate::backend::statement::Statement;
use crate::backend::tokens::{Token, tokens};
use crate::backend::{Access, TargetUrl, connect};
use crate::catalog::BackendKind;

/// Records a pending migration, named by its folder or its version, as applied; returns the name of its folder.
///
/// # Errors
/// A migration that is not pending, or of which the database lacks a table.
pub fn record(target: &TargetUrl, migrations: &Migrations, wanted: &str) -> Result<String, MigrationError> {
    let waiting = Waiting::silent();
    let _server = of_migrations(target, &waiting)?;
    let _folder = lock::directory_of(target, &waiting)?;
    let version = wanted.split('_').next().unwrap_or(wanted).replace('-', "");
    let states = status(target, migrations)?;
    let pending = states.iter().find(|state| !state.applied && (state.name == wanted || state.version == version));
    let Some(state) = pending else { return Err(MigrationError::NotPending { name: wanted.to_owned() }) };
    let created = created_tables(migrations, &state.name);
    let mut session = connect(target, Access::ReadWrite)?;
    let catalog = session.inspect()?;
    if let Some(missing) = created.into_iter().find(|table| catalog.table(table).is_none()) {
        return Err(MigrationError::NotThere { name: state.name.clone(), table: missing });
    }
    create_table_of_versions(target, &waiting)?;
    session.execute(&Statement::new("INSERT INTO __diesel_schema_migrations (version) VALUES (").text(&state.version).sql(")"))?;
    Ok(state.name.clone())
}

/// Asking diesel for the applied migrations creates its table where there is none.
fn create_table_of_versions(target: &TargetUrl, waiting: &Waiting<'_>) -> Result<(), MigrationError> {
    let listed: diesel::migration::Result<Vec<MigrationVersion<'static>>> = match target.kind() {
        BackendKind::Sqlite => sqlite(target, waiting)?.applied_migrations(),
        BackendKind::Postgres => crate::backend::postgres::open(target, Access::ReadWrite)?.applied_migrations(),
    };
    listed.map(drop).map_err(|error| MigrationError::list(&*error))
}

/// Tables that the `up.sql` of a migration creates; those of embedded migrations cannot be looked at.
fn created_tables(migrations: &Migrations, name: &str) -> Vec<String> {
    let Migrations::Directory(folder) = migrations else { return Vec::new() };
    let text = std::fs::read_to_string(folder.join(name).join("up.sql")).unwrap_or_default();
    let tokens = tokens(&text);
    (0..tokens.len()).filter_map(|at| created_table(&tokens[at..])).collect()
}

/// The name behind `CREATE TABLE [IF NOT EXISTS] [schema .]`, where the tokens begin so.
fn created_table(tokens: &[Token]) -> Option<String> {
    let words =
        |at: usize, words: &[&str]| words.iter().enumerate().all(|(i, word)| tokens.get(at + i).is_some_and(|token| token.is_word(word)));
    if !words(0, &["create", "table"]) {
        return None;
    }
    let mut at = if words(2, &["if", "not", "exists"]) { 5 } else { 2 };
    let mut name = tokens.get(at)?.name()?.to_owned();
    while tokens.get(at + 1).is_some_and(|token| token.is_sign('.')) {
        at += 2;
        name = format!("{name}.{}", tokens.get(at)?.name()?);
    }
    Some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_read_from_statements() {
        let check = |sql: &str, expected: &[&str]| {
            let tokens = tokens(sql);
            assert_eq!((0..tokens.len()).filter_map(|at| created_table(&tokens[at..])).collect::<Vec<_>>(), expected, "{sql}");
        };
        check("CREATE TABLE a (x INTEGER); create table if not exists \"B c\" (y text)", &["a", "B c"]);
        check("CREATE TABLE crm.people (id int); -- CREATE TABLE no (x)", &["crm.people"]);
        check("CREATE INDEX i ON a (x); ALTER TABLE a ADD COLUMN y INT; CREATE TEMP TABLE t (x)", &[]);
    }
}
