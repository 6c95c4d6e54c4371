//! Saved plans.

use std::path::{Path, PathBuf};

use super::exit::CommandError;
use crate::pipeline::{Binding, Settings};
use crate::report::{PLAN_FORMAT, PlanFile};

/// Writes a plan.
pub(super) fn write(path: &Path, plan: &PlanFile) -> Result<(), CommandError> {
    let failed = |source| CommandError::File { path: path.to_owned(), source };
    let mut text = serde_json::to_string_pretty(plan).map_err(|error| failed(error.into()))?;
    text.push('\n');
    std::fs::write(path, text).map_err(failed)
}

/// Reads a plan.
pub(super) fn read(path: &Path) -> Result<PlanFile, CommandError> {
    let shown = path.display();
    let text = std::fs::read_to_string(path).map_err(|error| CommandError::Usage(format!("cannot read the plan `{shown}`: {error}")))?;
    let wrong = |error: &dyn std::fmt::Display| {
        CommandError::Usage(format!(
            "`{shown}` is no plan that this version can read: {error}; expected a file that `resettle plan --out` wrote"
        ))
    };
    let plan: PlanFile = serde_json::from_str(&text).map_err(|error| wrong(&error))?;
    if plan.resettle_plan == PLAN_FORMAT { Ok(plan) } else { Err(wrong(&format!("its format is {}", plan.resettle_plan))) }
}

/// Makes a run that does what the plan says, over what it was made of.
pub(super) fn bind(settings: &mut Settings, plan: PlanFile) {
    settings.sources = plan.given.iter().map(PathBuf::from).collect();
    settings.only.clone_from(&plan.only);
    settings.without_ledger = plan.without_ledger;
    settings.binding = Binding::To(Box::new(plan));
}
