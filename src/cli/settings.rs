//! What the arguments mean.

use std::path::PathBuf;
use std::time::Duration;

use super::args::{Global, Selection};
use super::exit::CommandError;
use crate::backend::TargetUrl;
use crate::pipeline::{RejectsMax, Settings};
use crate::report::Command;

/// File of the target where none is named, in the project folder.
const DEFAULT_FILE: &str = "resettle.db";

/// Reads a variable of the environment.
pub(super) fn environment(name: &str) -> Option<std::ffi::OsString> {
    std::env::var_os(name)
}

/// Finds the target.
pub(super) fn target(global: &Global) -> Result<TargetUrl, CommandError> {
    let url = global.to.clone().unwrap_or_else(|| format!("sqlite:{}", in_project(global, DEFAULT_FILE).display()));
    TargetUrl::parse(&url).map_err(|error| CommandError::Usage(error.to_string()))
}

/// Path of a file in the project, without `./` where the project is the current folder.
pub(super) fn in_project(global: &Global, name: &str) -> PathBuf {
    if global.project.as_os_str() == "." { PathBuf::from(name) } else { global.project.join(name) }
}

/// Builds the settings of a run.
pub(super) fn run(global: &Global, selection: &Selection, command: Command) -> Result<Settings, CommandError> {
    Ok(Settings {
        sources: selection.sources.clone(),
        only: selection.tables.clone(),
        refuse_migrations: selection.no_migrate,
        without_ledger: selection.no_ledger,
        rejects_max: selection.max_rejects.as_deref().map(|text| share("max-rejects", text)).transpose()?,
        deletes_max: selection.max_deletes.as_deref().map(|text| share("max-deletes", text)).transpose()?,
        allow_incomplete: selection.allow_incomplete,
        lock_timeout: Duration::from_secs(selection.lock_timeout),
        trust_ledger: selection.trust_ledger,
        ..Settings::new(global.project.clone(), target(global)?, command)
    })
}

/// Settings of a command that reads no data.
pub(super) fn without_data(global: &Global) -> Result<Settings, CommandError> {
    Ok(Settings::new(global.project.clone(), target(global)?, Command::Plan))
}

/// Reads the bound of a journal.
pub(super) fn journal(text: &str) -> Result<Option<u64>, CommandError> {
    if text == "off" {
        return Ok(None);
    }
    let wrong = || CommandError::Usage(format!("`--journal {text}`: expected a number of rows (`100000`) or `off`"));
    text.parse().map(Some).map_err(|_| wrong())
}

fn share(option: &str, text: &str) -> Result<RejectsMax, CommandError> {
    let wrong = || CommandError::Usage(format!("`--{option} {text}`: expected a number of records (`10`) or a share of them (`0.5%`)"));
    match text.strip_suffix('%') {
        Some(percent) => percent.trim().parse().ok().filter(|p: &f64| (0.0..=100.0).contains(p)).map(RejectsMax::Percent).ok_or_else(wrong),
        None => text.parse().map(RejectsMax::Records).map_err(|_| wrong()),
    }
}
