//! `resettle history` and `resettle show`.

use serde::Serialize;

use crate::cli::args::{Global, History, HistoryFormat, Show};
use crate::cli::exit::{CommandError, Success};
use crate::cli::{printer, settings};
use crate::pipeline;
use crate::report::history::{render, render_list};

pub(in crate::cli) fn list(global: &Global, history: &History) -> Result<Success, CommandError> {
    let runs = pipeline::history(&settings::target(global)?, history.limit)?;
    print(history.format, &runs, || render_list(&runs))
}

pub(in crate::cli) fn show(global: &Global, show: &Show) -> Result<Success, CommandError> {
    let run = pipeline::show(&settings::target(global)?, &show.run)?;
    print(show.format, &run, || render(&run))
}

fn print(format: HistoryFormat, value: &impl Serialize, text: impl Fn() -> String) -> Result<Success, CommandError> {
    match format {
        HistoryFormat::Text => printer::text(&text())?,
        HistoryFormat::Json => printer::text(&(serde_json::to_string_pretty(value).map_err(std::io::Error::from)? + "\n"))?,
    }
    Ok(Success::Done)
}
