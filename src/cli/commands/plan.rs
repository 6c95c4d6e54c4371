//! `resettle plan`.

use crate::cli::args::{Global, Plan};
use crate::cli::exit::{CommandError, Success};
use crate::cli::reports::Reports;
use crate::cli::{plan_file, progress, settings};
use crate::pipeline::{self, Binding};
use crate::report::{Collected, Command};

pub(in crate::cli) fn run(global: &Global, plan: &Plan) -> Result<Success, CommandError> {
    let command = if plan.rehearse { Command::Rehearsal } else { Command::Plan };
    let mut settings = settings::run(global, &plan.selection, command)?;
    if plan.out.is_some() {
        settings.binding = Binding::Plan;
    }
    let reports = Reports::new(&plan.selection)?;
    let mut collected = Collected::new(reports.wanted(false));
    let progress = progress::choose();
    let report = pipeline::run(&settings, progress.as_ref(), &mut collected)?;
    if let (Some(path), Some(made)) = (&plan.out, &report.plan) {
        plan_file::write(path, made)?;
    }
    reports.write(&report, &collected)?;
    let changes = report.has_changes();
    Ok(if plan.check && changes {
        Success::ChangesPending
    } else if report.totals.reject > 0 {
        Success::SomeRejected
    } else {
        Success::Done
    })
}
