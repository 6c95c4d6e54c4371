//! `resettle verify`.

use crate::cli::args::{Global, Verify};
use crate::cli::exit::{CommandError, Success};
use crate::cli::reports::Reports;
use crate::cli::{progress, settings};
use crate::pipeline;
use crate::report::{Collected, Command};

pub(in crate::cli) fn run(global: &Global, verify: &Verify) -> Result<Success, CommandError> {
    let settings = settings::run(global, &verify.selection, Command::Verify)?;
    let reports = Reports::new(&verify.selection)?;
    let mut collected = Collected::new(reports.wanted(false));
    let progress = progress::choose();
    let report = pipeline::run(&settings, progress.as_ref(), &mut collected)?;
    reports.write(&report, &collected)?;
    let t = report.totals;
    Ok(if t.insert + t.update + t.reject > 0 { Success::SomeDiffer } else { Success::Done })
}
