//! Which applied migrations speak of a table or column that is not there.

use super::{MigrationError, Migrations, status};
use crate::backend::TargetUrl;
use crate::backend::tokens::tokens;

/// Names the migrations that are recorded as applied and have all of these names in their `up.sql`, in order of their versions.
///
/// Embedded migrations have no text that could be looked at.
///
/// # Errors
/// Migrations that cannot be read, or a target that cannot be reached.
pub fn recorded_naming(target: &TargetUrl, migrations: &Migrations, names: &[&str]) -> Result<Vec<String>, MigrationError> {
    let Migrations::Directory(folder) = migrations else { return Ok(Vec::new()) };
    let speaks = |name: &str| {
        let text = std::fs::read_to_string(folder.join(name).join("up.sql")).unwrap_or_default();
        let tokens = tokens(&text);
        names.iter().all(|wanted| tokens.iter().any(|token| token.name().is_some_and(|found| found.eq_ignore_ascii_case(wanted))))
    };
    let states = status(target, migrations)?;
    Ok(states.into_iter().filter(|state| state.applied && !state.missing && speaks(&state.name)).map(|state| state.name).collect())
}
