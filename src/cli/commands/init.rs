//! `resettle init`.

use crate::cli::args::{Global, Init};
use crate::cli::exit::{CommandError, Success};
use crate::cli::{printer, settings};
use crate::pipeline::{self, DraftedFile, FileState, InitSettings};

pub(in crate::cli) fn run(global: &Global, init: &Init) -> Result<Success, CommandError> {
    let settings = InitSettings {
        root: global.project.clone(),
        target: settings::target(global)?,
        sources: init.sources.clone(),
        tables: init.tables.clone(),
        force: init.force,
        dry_run: init.dry_run,
    };
    let draft = pipeline::init(&settings)?;
    for DraftedFile { path, text, state } in &draft.files {
        let what = match state {
            FileState::New => "wrote",
            FileState::Replaced => "replaced",
            FileState::Extended => "added to",
            FileState::Kept => "kept",
        };
        if init.dry_run {
            printer::line(&format!("# {path}"))?;
            text.lines().try_for_each(printer::line)?;
            printer::line("")?;
        } else {
            printer::line(&format!("{what} {path}"))?;
        }
    }
    draft.notes.iter().for_each(|note| printer::note(note));
    if draft.files.is_empty() {
        printer::line("nothing to draft")?;
    } else if !init.dry_run {
        printer::line("next: `resettle check`, `resettle enums audit`, `resettle plan`")?;
    }
    Ok(Success::Done)
}
