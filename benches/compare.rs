//! Compares resettle with the database's own client, in the same run and on the same states.
//!
//! ```console
//! $ cargo bench --bench compare -- --rows 10k,200k
//! ```
//!
//! Takes nothing but its arguments, uses no network, starts a PostgreSQL server of its own and removes it afterwards; gives `results.json` and
//! `table.md` in a folder below `benches/runs/`. What is measured, and what was found, is in `benches/README.md`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark talks to the person who started it")]

#[path = "compare/deploy.rs"]
mod deploy;
#[path = "compare/generate.rs"]
mod generate;
#[path = "compare/process.rs"]
mod process;
#[path = "compare/project.rs"]
mod project;
#[path = "compare/report.rs"]
mod report;
#[path = "compare/server.rs"]
mod server;
#[path = "compare/target.rs"]
mod target;
#[path = "compare/tools.rs"]
mod tools;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use clap::Parser;

use process::run;
use report::Results;
use server::Server;
use target::Target;
use tools::Files;

/// Compares resettle with the database's own client.
#[derive(Debug, Parser)]
struct Options {
    /// Records of the workload `tools`, with `k` or `M`; several sizes with commas
    #[arg(long, value_delimiter = ',', value_parser = rows, default_value = "10k,200k")]
    rows: Vec<u64>,
    /// Databases
    #[arg(long, value_delimiter = ',', default_value = "postgres,sqlite")]
    backends: Vec<String>,
    /// Runs of each contender
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Only variants whose name contains one of these; `deploy` for the deploy case
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// Name of the folder below benches/runs [default: the date]
    #[arg(long)]
    name: Option<String>,
    /// Folder for the databases and files, several times as big as the data
    #[arg(long, default_value = "/tmp")]
    scratch: PathBuf,
    /// Only write the project and its files, of the first size, into this folder
    #[arg(long, value_name = "DIR")]
    generate: Option<PathBuf>,
    /// Only parse a file into `serde_json::Value`: what `trusted` is compared with
    #[arg(long, value_name = "FILE", hide = true)]
    parse: Option<PathBuf>,
    /// Given by `cargo bench`
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> ExitCode {
    let options = Options::parse();
    if !options.bench {
        // Built and started by `cargo test --all-targets` too, where nobody wants to wait for it.
        return ExitCode::SUCCESS;
    }
    match compare(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn compare(options: &Options) -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if let Some(file) = &options.parse {
        println!("{}", tools::parse(file)?);
        return Ok(());
    }
    if let Some(folder) = &options.generate {
        project::make(folder)?;
        Files::make(&folder.join("data"), options.rows.first().copied().unwrap_or_default(), &[])?;
        return Ok(());
    }
    let scratch = tempfile::Builder::new().prefix("resettle-bench-files.").tempdir_in(&options.scratch)?;
    let wants = |backend: &str| options.backends.iter().any(|b| b == backend);
    let server = if wants("postgres") { Some(Server::start()?) } else { None };
    let sqlite = if wants("sqlite") { Some(sqlite_version()?) } else { None };
    let mut results = Results {
        format: 1,
        date: jiff::Zoned::now().date().to_string(),
        commit: run(Command::new("git").args(["describe", "--always", "--dirty"]).current_dir(root)).unwrap_or_default(),
        machine: machine(),
        load_before: fs::read_to_string("/proc/loadavg").unwrap_or_default().split(' ').next().unwrap_or_default().to_owned(),
        postgres: server.as_ref().map(|s| s.version.clone()),
        sqlite,
        series: Vec::new(),
    };
    let mut targets: Vec<Target<'_>> = server.iter().map(Target::Postgres).collect();
    if wants("sqlite") {
        targets.push(Target::Sqlite { folder: scratch.path().to_owned() });
    }
    measure_all(options, scratch.path(), &targets, &mut results)?;
    let folder = root.join("benches/runs").join(options.name.clone().unwrap_or_else(|| results.date.clone()));
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("results.json"), serde_json::to_string_pretty(&results)? + "\n")?;
    fs::write(folder.join("table.md"), results.markdown())?;
    println!("{}\nin {}", results.markdown(), folder.display());
    Ok(())
}

fn measure_all(options: &Options, scratch: &Path, targets: &[Target<'_>], results: &mut Results) -> Result<(), Box<dyn Error>> {
    let mut say = |line: &str| eprintln!("{line}");
    let project = scratch.join("tools");
    project::make(&project)?;
    let is_deploy = |name: &String| name.contains("deploy");
    if options.only.is_empty() || !options.only.iter().all(is_deploy) {
        for &rows in &options.rows {
            let files = Files::make(&project.join("data"), rows, &options.only)?;
            for target in targets {
                results.series.extend(tools::compare(target, &project, &files, (rows, options.rounds), &options.only, &mut say)?);
            }
        }
    }
    if options.only.is_empty() || options.only.iter().any(is_deploy) {
        let project = scratch.join("deploy");
        let records = deploy::make(&project)?;
        for target in targets {
            results.series.extend(deploy::compare(target, &project, (records, options.rounds), &mut say)?);
        }
    }
    Ok(())
}

/// Reads `10k`, `1M` or a plain number.
fn rows(text: &str) -> Result<u64, String> {
    let (digits, factor) = match text.trim_end_matches(['k', 'M']) {
        digits if text.ends_with('k') => (digits, 1_000),
        digits if text.ends_with('M') => (digits, 1_000_000),
        digits => (digits, 1),
    };
    digits.parse::<u64>().map(|n| n * factor).map_err(|_| format!("found `{text}`, expected a number such as 10k or 1M"))
}

fn sqlite_version() -> Result<String, Box<dyn Error>> {
    let version = run(Command::new("sqlite3").arg("--version"))
        .map_err(|error| format!("{error}; the SQLite shell is needed, on Debian: apt-get install sqlite3"))?;
    Ok(version.split(' ').next().unwrap_or_default().to_owned())
}

fn machine() -> String {
    let first = |path: &str, key: &str| {
        let text = fs::read_to_string(path).unwrap_or_default();
        text.lines().find_map(|line| line.strip_prefix(key)?.trim().strip_prefix(':').map(|v| v.trim().to_owned())).unwrap_or_default()
    };
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let memory = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let memory =
        memory.lines().next().and_then(|l| l.split_whitespace().nth(1)).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) / 1_000_000;
    format!("{cores} cores ({}), {memory} GB", first("/proc/cpuinfo", "model name"))
}
