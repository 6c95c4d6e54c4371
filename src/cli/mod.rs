//! The command line: arguments in, exit code out. Everything that knows a terminal, the environment or a flag is here.
//!
//! **Invariant**: stdout is data, stderr is for people.

mod args;
mod commands;
mod exit;
mod logs;
mod plan_file;
mod printer;
mod progress;
mod rejects;
mod reports;
mod settings;

use std::process::ExitCode;

use clap::Parser;

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = args::Arguments::parse();
    logs::begin(&arguments.global);
    let outcome = match &arguments.command {
        args::Command::Init(init) => commands::init::run(&arguments.global, init),
        args::Command::Import(import) => commands::import::run(&arguments.global, import),
        args::Command::Plan(plan) => commands::plan::run(&arguments.global, plan),
        args::Command::Verify(verify) => commands::verify::run(&arguments.global, verify),
        args::Command::Check => commands::check::run(&arguments.global),
        args::Command::History(history) => commands::history::list(&arguments.global, history),
        args::Command::Show(show) => commands::history::show(&arguments.global, show),
        args::Command::Undo(undo) => commands::undo::run(&arguments.global, undo),
        args::Command::Ledger(ledger) => commands::ledger::run(&arguments.global, ledger),
        args::Command::Enums(enums) => commands::enums::run(&arguments.global, enums),
        args::Command::Schema(schema) => commands::schema::run(&arguments.global, schema),
        args::Command::Completions(completions) => commands::schema::complete(completions),
        args::Command::Migrate(migrate) => commands::migrate::run(&arguments.global, migrate),
    };
    exit::code(outcome)
}
