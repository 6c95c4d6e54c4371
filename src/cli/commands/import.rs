//! `resettle import`.

use crate::cli::args::{Global, Import};
use crate::cli::exit::{CommandError, Success};
use crate::cli::rejects::RejectFile;
use crate::cli::reports::Reports;
use crate::cli::{plan_file, progress, settings};
use crate::pipeline::{self, RunError};
use crate::report::{Collected, Command};

/// Name of the file of rejects, in the project.
const REJECTS: &str = "rejects.ndjson";

pub(in crate::cli) fn run(global: &Global, import: &Import) -> Result<Success, CommandError> {
    let mut settings = settings::run(global, &import.selection, Command::Import)?;
    settings.journal_max = settings::journal(&import.journal)?;
    settings.commit_every = import.commit_every;
    settings.allow_older = import.allow_older;
    if let Some(path) = &import.plan {
        plan_file::bind(&mut settings, plan_file::read(path)?);
    }
    let path = import.rejects.clone().unwrap_or_else(|| settings::in_project(global, REJECTS));
    let reports = Reports::new(&import.selection)?;
    let mut sink = RejectFile::new(Some(path), Collected::new(reports.wanted(true)));
    let progress = progress::choose();
    let outcome = pipeline::run(&settings, progress.as_ref(), &mut sink);
    // A run that did not happen leaves the rejects of the one before where they are: somebody may be correcting them.
    if matches!(outcome, Ok(_) | Err(RunError::TooManyRejects { .. })) {
        sink.collected.rejects_file = sink.finish()?.map(|path| path.display().to_string());
    }
    if let Err(RunError::TooManyRejects { report, .. }) = &outcome {
        reports.write(report, &sink.collected)?;
    }
    let report = outcome?;
    reports.write(&report, &sink.collected)?;
    Ok(if report.totals.reject > 0 { Success::SomeRejected } else { Success::Done })
}
