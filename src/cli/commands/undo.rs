//! `resettle undo`.

use std::time::Duration;

use crate::cli::args::{Global, HistoryFormat, Undo};
use crate::cli::exit::{CommandError, Success};
use crate::cli::{printer, progress, settings};
use crate::pipeline::{self, UndoSettings};

pub(in crate::cli) fn run(global: &Global, undo: &Undo) -> Result<Success, CommandError> {
    let settings = UndoSettings {
        target: settings::target(global)?,
        run: undo.run.clone(),
        plan: undo.plan,
        force: undo.force,
        lock_timeout: Duration::from_secs(undo.lock_timeout),
    };
    let report = pipeline::undo(&settings, progress::choose().as_ref())?;
    match undo.format {
        HistoryFormat::Text => printer::text(&report.render())?,
        HistoryFormat::Json => printer::text(&(serde_json::to_string_pretty(&report).map_err(std::io::Error::from)? + "\n"))?,
    }
    Ok(Success::Done)
}
