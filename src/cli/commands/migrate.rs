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
    match &migrate.action {
        MigrateAction::Run => {
            let applied = migrations::run(&target, &found, &|_| {})?;
            for name in &applied {
                printer::line(&format!("applied {name}"))?;
            }
            if applied.is_empty() {
                printer::line("nothing to apply")?;
            }
        }
        MigrateAction::Revert { steps } => {
            for name in migrations::revert(&target, &found, *steps)? {
                printer::line(&format!("took back {name}"))?;
            }
        }
        MigrateAction::Record { name } => {
            let recorded = migrations::record(&target, &found, name)?;
            printer::line(&format!("recorded {recorded}"))?;
        }
        MigrateAction::Status => {
            for state in migrations::status(&target, &found)? {
                let note = match (state.missing, state.out_of_order) {
                    (true, _) => " (there is no folder for it)",
                    (_, true) => " (a later one is applied already)",
                    _ => "",
                };
                printer::line(&format!("{} {}{note}", if state.applied { "applied" } else { "pending" }, state.name))?;
            }
        }
    }
    Ok(Success::Done)
}
