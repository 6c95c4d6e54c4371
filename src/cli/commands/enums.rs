//! `resettle enums`.

use crate::cli::args::{Audit, Enums, EnumsAction, FailOn, Global, Sync};
use crate::cli::exit::{CommandError, Success};
use crate::cli::{printer, progress, settings};
use crate::pipeline::{self, AuditSettings, SyncSettings};
use crate::source::Limits;

pub(in crate::cli) fn run(global: &Global, enums: &Enums) -> Result<Success, CommandError> {
    match &enums.action {
        EnumsAction::Audit(arguments) => audit(global, arguments),
        EnumsAction::Sync(arguments) => sync(global, arguments),
    }
}

fn audit(global: &Global, arguments: &Audit) -> Result<Success, CommandError> {
    let settings = AuditSettings {
        root: global.project.clone(),
        sources: arguments.sources.clone(),
        only: arguments.tables.clone(),
        write: arguments.write,
        limits: Limits::default(),
    };
    let audit = pipeline::audit(&settings, progress::choose().as_ref())?;
    printer::audit(&audit, arguments.format)?;
    let found = match arguments.fail_on {
        None => 0,
        Some(FailOn::Unmapped) => audit.totals.unmapped,
        Some(FailOn::Fallback) => audit.totals.unmapped + audit.totals.fallback,
    };
    Ok(if found > 0 { Success::Unknown } else { Success::Done })
}

fn sync(global: &Global, arguments: &Sync) -> Result<Success, CommandError> {
    let settings = SyncSettings {
        root: global.project.clone(),
        target: settings::target(global)?,
        name: arguments.name.clone(),
        apply: !arguments.no_apply,
    };
    let synced = pipeline::sync(&settings)?;
    for (column, values) in &synced.added {
        printer::line(&format!("{column} lacked {}", values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ")))?;
    }
    if let Some(folder) = &synced.folder {
        printer::line(&format!("wrote {}", folder.strip_prefix(".").unwrap_or(folder).display()))?;
    }
    for name in &synced.applied {
        printer::line(&format!("applied {name}"))?;
    }
    if synced.added.is_empty() {
        printer::line("the database has every value of the enum tables")?;
    }
    Ok(Success::Done)
}
