//! `resettle migrate`.

use crate::backend::migrations::{self, Migrations};
use crate::cli::args::{Global, Migrate, MigrateAction};
use crate::cli::exit::{CommandError, Success};
use crate::cli::{printer, settings};

pub(in crate::cli) fn run(global: &Global, migrate: &Migrate) -> Result<Success, CommandError> {
    let target = settings::target(global)?;
    let Some(found) = Migrations::find(&global.project, target.kind())? else {
        printer::line("the project has no migrations")?;
        return Ok(Success::Done);
    };
    match migrate.action {
        MigrateAction::Run => {
            let applied = migrations::run(&target, &found, &|_| {})?;
            for name in &applied {
                printer::line(&format!("applied {name}"))?;
            }
            if applied.is_empty() {
                printer::line("nothing to apply")?;
            }
        }
        MigrateAction::Status => {
            for state in migrations::status(&target, &found)? {
                printer::line(&format!("{} {}", if state.applied { "applied" } else { "pending" }, state.name))?;
            }
        }
    }
    Ok(Success::Done)
}
