//! `resettle import`.

use crate::cli::args::{Format, Global, Import};
use crate::cli::exit::{CommandError, Success};
use crate::cli::rejects::RejectFile;
use crate::cli::{printer, progress, settings};
use crate::pipeline::{self, RunError};
use crate::report::{Collected, Command};

/// Name of the file of rejects, in the project.
const REJECTS: &str = "rejects.ndjson";

pub(in crate::cli) fn run(global: &Global, import: &Import) -> Result<Success, CommandError> {
    let settings = settings::run(global, &import.selection, Command::Import)?;
    let path = import.rejects.clone().unwrap_or_else(|| settings::in_project(global, REJECTS));
    let collected = match import.selection.format {
        Format::Text => Collected::examples(),
        Format::Json => Collected::all_rejects(),
    };
    let mut sink = RejectFile::new(Some(path), collected);
    let progress = progress::choose();
    let outcome = pipeline::run(&settings, progress.as_ref(), &mut sink);
    sink.collected.rejects_file = sink.finish()?.map(|path| path.display().to_string());
    if let Err(RunError::TooManyRejects { report, .. }) = &outcome {
        printer::report(report, &sink.collected, import.selection.format)?;
    }
    let report = outcome?;
    printer::report(&report, &sink.collected, import.selection.format)?;
    Ok(if report.totals.reject > 0 { Success::SomeRejected } else { Success::Done })
}
