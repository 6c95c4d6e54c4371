//! `resettle history` and `resettle show`.

use serde::Serialize;

use crate::cli::args::{Global, History, HistoryFormat, Show, ShowFormat};
use crate::cli::exit::{CommandError, Success};
use crate::cli::{printer, settings};
use crate::pipeline;
use crate::report::history::{render, render_list};
use crate::report::{self, Collected};

pub(in crate::cli) fn list(global: &Global, history: &History) -> Result<Success, CommandError> {
    let runs = pipeline::history(&settings::target(global)?, history.limit)?;
    print(history.format, &runs, || render_list(&runs))
}

pub(in crate::cli) fn show(global: &Global, show: &Show) -> Result<Success, CommandError> {
    let target = settings::target(global)?;
    let run = pipeline::show(&target, &show.run)?;
    let collected = Collected::default();
    match show.format {
        ShowFormat::Text => return print(HistoryFormat::Text, &run, || render(&run)),
        ShowFormat::Json => return print(HistoryFormat::Json, &run, || render(&run)),
        ShowFormat::Markdown => printer::text(&report::markdown::render(&run.to_report(&target.to_string()), &collected))?,
        ShowFormat::Html => {
            let mut page = Vec::new();
            report::html::write(&run.to_report(&target.to_string()), &collected, &mut page)?;
            printer::text(&String::from_utf8_lossy(&page))?;
        }
    }
    Ok(Success::Done)
}

fn print(format: HistoryFormat, value: &impl Serialize, text: impl Fn() -> String) -> Result<Success, CommandError> {
    match format {
        HistoryFormat::Text => printer::text(&text())?,
        HistoryFormat::Json => printer::text(&(serde_json::to_string_pretty(value).map_err(std::io::Error::from)? + "\n"))?,
    }
    Ok(Success::Done)
}
