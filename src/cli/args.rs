//! The arguments exactly as given; [`super::settings`] makes sense of them.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Moves legacy JSON into SQLite or PostgreSQL, and can do it again tomorrow.
///
/// A project is a folder with data/ (sources), mappings/ (enums.toml and one file per table) and migrations/ (diesel layout). In such a folder no flag is needed.
/// Every unique key of a table is checked, only what differs is written, and running it again changes nothing.
#[derive(Debug, Parser)]
#[command(name = "resettle", version, max_term_width = 110, after_help = EXIT_CODES)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Command,
}

const EXIT_CODES: &str = "Exit codes:\n  0  done\n  1  done, but some records were rejected; verify: some differ\n  2  could not run; nothing was written (with --commit-every: but the steps before)\n  3  plan --check: changes are pending";

#[derive(Debug, Args)]
pub(super) struct Global {
    /// Project folder
    #[arg(short = 'C', long = "project", value_name = "DIR", default_value = ".", global = true)]
    pub(super) project: PathBuf,
    /// Target, `sqlite:PATH` or `postgres://USER@HOST/DATABASE` [default: `sqlite:resettle.db` in the project]
    #[arg(long = "to", value_name = "URL", env = "DATABASE_URL", hide_env_values = true, global = true)]
    pub(super) to: Option<String>,
    /// Log on stderr what is done: stages, tables, migrations, locks; twice (`-vv`): every SQL statement, without values
    #[arg(short = 'v', long = "verbose", action = clap::ArgAction::Count, global = true)]
    pub(super) verbose: u8,
    /// Form of everything on stderr
    #[arg(long, value_enum, value_name = "FORM", default_value_t = LogFormat::Text, global = true)]
    pub(super) log_format: LogFormat,
}

/// Forms of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum LogFormat {
    /// For people
    Text,
    /// For programs: one JSON object a line
    Json,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Draft mapping files from the sources and the database's tables
    #[command(after_help = "A source fills the table that it is called like, a field the column. Nothing that exists is overwritten; \
            what is likely but not certain stands in comments. Then: resettle check, resettle enums audit, resettle plan.")]
    Init(Init),
    /// Import the sources: apply pending migrations, then insert and update what differs
    #[command(
        after_help = "Rejected records go to rejects.ndjson in the project, everything else is imported; see --rejects and --max-rejects. \
            Corrected there, they are imported with `resettle import rejects.ndjson`."
    )]
    Import(Import),
    /// Say what an import would do; write nothing
    #[command(
        after_help = "The database enforces that nothing is written: PostgreSQL by a read-only transaction, SQLite by a file opened read-only."
    )]
    Plan(Plan),
    /// Read the target back and compare every mapped column of every record with the sources; write nothing
    #[command(
        after_help = "Exits with 0 if every record has its row and every mapped column is as an import would leave it, else with 1. \
            Rows that were imported earlier and are in no source any more are told, and change nothing about that."
    )]
    Verify(Verify),
    /// Check mappings against the live schema, without reading any data
    Check,
    /// List the runs that the target remembers, newest first
    History(History),
    /// Tell of one run that the target remembers
    Show(Show),
    /// Take a run back: every row that it changed as it was before
    #[command(
        after_help = "Nothing is written where a row was changed since, or is referred to by rows that stay; they are named. Taking back is a run of its own \
            (see `resettle history`) and can be taken back again. The next import of the same sources does again what the run did."
    )]
    Undo(Undo),
    /// Look after the ledger: how large it is, and what of it nobody needs any more
    Ledger(Ledger),
    /// Apply the project's migrations, or say how far they are
    Migrate(Migrate),
    /// Look at enum values: what the sources have, and what the database lacks
    Enums(Enums),
    /// Print a JSON Schema of a file that is read or written, or the target's own schema
    Schema(Schema),
    /// Print a script that completes commands and options in a shell
    #[command(after_help = "For bash: resettle completions bash > ~/.local/share/bash-completion/completions/resettle")]
    Completions(Completions),
}

#[derive(Debug, Args)]
pub(super) struct Schema {
    /// Of what
    #[arg(value_enum, value_name = "WHAT")]
    pub(super) kind: SchemaKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaKind {
    /// JSON Schema of the report that `--format json` prints
    Report,
    /// JSON Schema of mapping files, for editors
    Mapping,
    /// JSON Schema of mappings/enums.toml
    Enums,
    /// JSON Schema of mappings/project.toml
    Project,
    /// The target's tables, columns, types and keys, as read from the live database; JSON
    Catalog,
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    /// Shell
    #[arg(value_enum, value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(super) struct Selection {
    /// Sources to take instead of the mappings' own, where these are the same; `-` is standard input
    #[arg(value_name = "SOURCE")]
    pub(super) sources: Vec<PathBuf>,
    /// Import only this table or mapping; may be repeated
    #[arg(long = "table", value_name = "NAME")]
    pub(super) tables: Vec<String>,
    /// Refuse to run while migrations are pending, instead of applying them
    #[arg(long)]
    pub(super) no_migrate: bool,
    /// Do not use ledger tables: legacy ids are not remembered, so re-exports with fresh ids are matched by their other keys only
    #[arg(long)]
    pub(super) no_ledger: bool,
    /// Take everything back if more records than this (or this share, `5%`) are rejected
    #[arg(long, value_name = "N|N%")]
    pub(super) max_rejects: Option<String>,
    /// Take everything back if more imported rows of a table than this (or this share) are gone from the sources and would be deleted or set [default: 50%, or 10]
    #[arg(long, value_name = "N|N%")]
    pub(super) max_deletes: Option<String>,
    /// Apply `on_missing` although the input may be incomplete: an empty source, or rejected records without an id
    #[arg(long)]
    pub(super) allow_incomplete: bool,
    /// Do not look whether anybody else wrote to tables whose sources and mapping are as at the last import
    #[arg(long, conflicts_with = "no_ledger")]
    pub(super) trust_ledger: bool,
    /// Wait so long for another run on the same database, then give up
    #[arg(long, value_name = "SECONDS", default_value_t = 600)]
    pub(super) lock_timeout: u64,
    /// Form of the report on stdout
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
    /// Write the report to a file, too; its ending says the form: .txt, .json, .md, .xml or .html. May be repeated
    #[arg(long = "report", value_name = "FILE")]
    pub(super) reports: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Init {
    /// Sources below data/ [default: every JSON file there]
    #[arg(value_name = "SOURCE")]
    pub(super) sources: Vec<PathBuf>,
    /// Draft for this table only; may be repeated. One table and given sources: they fill it whatever they are called
    #[arg(long = "table", value_name = "NAME")]
    pub(super) tables: Vec<String>,
    /// Replace mapping files that exist; enums.toml is never replaced
    #[arg(long)]
    pub(super) force: bool,
    /// Print the files and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct Import {
    #[command(flatten)]
    pub(super) selection: Selection,
    /// File for rejected records [default: rejects.ndjson in the project]
    #[arg(long, value_name = "FILE")]
    pub(super) rejects: Option<PathBuf>,
    /// Keep what up to so many changed rows were before, so that the run can be taken back (`resettle undo`); `off` for nothing. A run that changes
    /// more cannot be
    #[arg(long, value_name = "N|off", default_value = "100000", conflicts_with = "no_ledger")]
    pub(super) journal: String,
    /// Import sources and mappings that an earlier run had and a later one replaced, as after a roll-back, instead of refusing them
    #[arg(long, env = "RESETTLE_ALLOW_OLDER", value_parser = switch, action = clap::ArgAction::SetTrue)]
    pub(super) allow_older: bool,
    /// Commit whenever so many rows are written, for very large loads; what is interrupted goes on with the next import
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..), conflicts_with = "plan")]
    pub(super) commit_every: Option<u64>,
    /// Do exactly what this plan says, which `plan --out` wrote, or nothing where anything has changed since
    #[arg(long, value_name = "FILE", conflicts_with_all = ["sources", "tables", "no_ledger"])]
    pub(super) plan: Option<PathBuf>,
}

/// Reads a variable of the environment that is on or off; pipelines often set one to nothing.
fn switch(text: &str) -> Result<bool, String> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "1" | "yes" | "on" => Ok(true),
        "" | "false" | "0" | "no" | "off" => Ok(false),
        _ => Err("expected `true` or `false`".to_owned()),
    }
}

#[derive(Debug, Args)]
pub(super) struct Plan {
    #[command(flatten)]
    pub(super) selection: Selection,
    /// Really write, in a transaction that is rolled back, so that the database's checks and triggers speak too
    #[arg(long)]
    pub(super) rehearse: bool,
    /// Exit with 3 if anything would change
    #[arg(long)]
    pub(super) check: bool,
    /// Save the plan, so that `import --plan FILE` does exactly that
    #[arg(long, value_name = "FILE", conflicts_with = "rehearse")]
    pub(super) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Verify {
    #[command(flatten)]
    pub(super) selection: Selection,
}

#[derive(Debug, Args)]
pub(super) struct History {
    /// How many
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(super) limit: u64,
    /// Form of the list on stdout
    #[arg(long, value_enum, default_value_t = HistoryFormat::Text)]
    pub(super) format: HistoryFormat,
}

#[derive(Debug, Args)]
pub(super) struct Show {
    /// Id of the run, the beginning of it, or `last`
    #[arg(value_name = "RUN")]
    pub(super) run: String,
    /// Form of the description on stdout
    #[arg(long, value_enum, default_value_t = ShowFormat::Text)]
    pub(super) format: ShowFormat,
}

/// Forms of what is told of one past run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ShowFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// For a comment on a pull request
    Markdown,
    /// One page, for a browser
    Html,
}

#[derive(Debug, Args)]
pub(super) struct Undo {
    /// Id of the run, the beginning of it, or `last` for the last one that changed something
    #[arg(value_name = "RUN")]
    pub(super) run: String,
    /// Say what would be done, changed rows included; write nothing
    #[arg(long)]
    pub(super) plan: bool,
    /// Take back what can be, although rows were changed since: columns that the run changed get their old values whoever wrote them last, rows that
    /// are gone or referred to are left alone
    #[arg(long)]
    pub(super) force: bool,
    /// Wait so long for another run on the same database, then give up
    #[arg(long, value_name = "SECONDS", default_value_t = 600)]
    pub(super) lock_timeout: u64,
    /// Form of the report on stdout
    #[arg(long, value_enum, default_value_t = HistoryFormat::Text)]
    pub(super) format: HistoryFormat,
}

#[derive(Debug, Args)]
pub(super) struct Ledger {
    #[command(subcommand)]
    pub(super) action: LedgerAction,
}

#[derive(Clone, Debug, Subcommand)]
pub(super) enum LedgerAction {
    /// Print rows and bytes of each of its tables
    Size,
    /// Remove old runs with their journals, and what is remembered of rows that are not there any more
    Prune {
        /// Keep so many runs; sources and mappings that went back are noticed among these only
        #[arg(long, value_name = "N", default_value_t = 200)]
        keep_runs: u32,
        /// Wait so long for another run on the same database, then give up
        #[arg(long, value_name = "SECONDS", default_value_t = 600)]
        lock_timeout: u64,
    },
}

/// Forms of what is told of past runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum HistoryFormat {
    /// For people
    Text,
    /// For programs
    Json,
}

#[derive(Debug, Args)]
pub(super) struct Migrate {
    #[command(subcommand)]
    pub(super) action: MigrateAction,
}

#[derive(Clone, Debug, Subcommand)]
pub(super) enum MigrateAction {
    /// Apply all pending migrations
    Run,
    /// List all migrations and whether they are applied
    Status,
    /// Take back the last migrations, newest first
    Revert {
        /// How many
        #[arg(long, default_value_t = 1)]
        steps: usize,
    },
    /// Record a migration as applied without running it, because the database was brought to its state by other means
    Record {
        /// Folder of the migration, or its version
        #[arg(value_name = "NAME")]
        name: String,
    },
}

#[derive(Debug, Args)]
pub(super) struct Enums {
    #[command(subcommand)]
    pub(super) action: EnumsAction,
}

#[derive(Debug, Subcommand)]
pub(super) enum EnumsAction {
    /// List every distinct value of every enum field in the sources, and what becomes of it; needs no database
    Audit(Audit),
    /// Write a migration that adds the values which the database lacks, and apply it
    Sync(Sync),
}

#[derive(Debug, Args)]
pub(super) struct Audit {
    /// Sources to take instead of the mappings' own, where these are the same; `-` is standard input
    #[arg(value_name = "SOURCE")]
    pub(super) sources: Vec<PathBuf>,
    /// Look at this table or mapping only; may be repeated
    #[arg(long = "table", value_name = "NAME")]
    pub(super) tables: Vec<String>,
    /// Form of the audit on stdout
    #[arg(long, value_enum, default_value_t = AuditFormat::Text)]
    pub(super) format: AuditFormat,
    /// Exit with 1 if there are such values; `fallback` includes the unmapped ones
    #[arg(long, value_enum, value_name = "KIND")]
    pub(super) fail_on: Option<FailOn>,
    /// Add unknown spellings that have one nearest value to mappings/enums.toml, for review
    #[arg(long)]
    pub(super) write: bool,
}

#[derive(Debug, Args)]
pub(super) struct Sync {
    /// Name of the migration, behind its stamp
    #[arg(long, value_name = "NAME", default_value = "sync_enums")]
    pub(super) name: String,
    /// Write the migration, but leave the database as it is
    #[arg(long)]
    pub(super) no_apply: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum AuditFormat {
    /// For people
    Text,
    /// For programs; versioned
    Json,
    /// For a pull request
    Markdown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// Values that are not known, in tables without fallback
    Unmapped,
    /// Values that are not known
    Fallback,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// For programs; versioned, see schemas/report.schema.json
    Json,
    /// For a comment on a pull request
    Markdown,
    /// For continuous integration
    Junit,
    /// One page with everything, for a browser
    Html,
}
