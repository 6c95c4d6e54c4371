//! `resettle check`.

use crate::cli::args::Global;
use crate::cli::exit::{CommandError, Success};
use crate::cli::{printer, settings};
use crate::diagnostic::Severity;
use crate::pipeline;

pub(in crate::cli) fn run(global: &Global) -> Result<Success, CommandError> {
    let diagnostics = pipeline::check_only(&settings::without_data(global)?)?;
    diagnostics.iter().for_each(printer::diagnostic);
    let errors = diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
    if errors > 0 {
        return Err(CommandError::Check);
    }
    printer::line(&format!("mappings and schema fit together ({} warnings)", diagnostics.len()))?;
    Ok(Success::Done)
}
