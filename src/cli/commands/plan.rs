//! `resettle plan`.

use crate::cli::args::{Format, Global, Plan};
use crate::cli::exit::{CommandError, Success};
use crate::cli::{printer, progress, settings};
use crate::pipeline;
use crate::report::{Collected, Command};

pub(in crate::cli) fn run(global: &Global, plan: &Plan) -> Result<Success, CommandError> {
    let command = if plan.rehearse { Command::Rehearsal } else { Command::Plan };
    let settings = settings::run(global, &plan.selection, command)?;
    let mut collected = match plan.selection.format {
        Format::Text => Collected::examples_of_changes(),
        Format::Json => Collected::everything(),
    };
    let progress = progress::choose();
    let report = pipeline::run(&settings, progress.as_ref(), &mut collected)?;
    printer::report(&report, &collected, plan.selection.format)?;
    let changes = report.has_changes();
    Ok(if plan.check && changes {
        Success::ChangesPending
    } else if report.totals.reject > 0 {
        Success::SomeRejected
    } else {
        Success::Done
    })
}
