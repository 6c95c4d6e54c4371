//! A PostgreSQL server of its own for the time of the benchmark, with the settings of a fresh installation but for what makes runs repeatable.
//!
//! It listens on a socket in a private folder only. A guard process stops it and removes the folder, however the benchmark ends.

use std::error::Error;
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::process::run;

/// Memory as a small server has it; no checkpoint and no autovacuum in the middle of a run.
const SETTINGS: &str = "listen_addresses = ''
shared_buffers = 256MB
max_wal_size = 8GB
checkpoint_timeout = 1h
autovacuum = off
dynamic_shared_memory_type = mmap
";

/// Stops the server and removes its folder as soon as the benchmark is gone, which closes the pipe that `cat` reads.
const GUARD: &str = "trap '' INT TERM HUP; cat >/dev/null; \"$@\"; rm -rf \"$0\"";

/// A running server.
pub(crate) struct Server {
    folder: PathBuf,
    programs: PathBuf,
    /// Process that all server processes have as parent.
    pub(crate) process: u32,
    /// Version, such as 15.
    pub(crate) version: String,
    guard: Child,
}

impl Server {
    /// Starts a server; installs PostgreSQL on Debian where it is missing.
    pub(crate) fn start() -> Result<Self, Box<dyn Error>> {
        let programs = PathBuf::from(run(&mut Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/prepare")))?);
        let folder = tempfile::Builder::new().prefix("resettle-bench.").tempdir_in("/tmp")?.keep();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755))?;
        let data = folder.join("data");
        fs::create_dir(&data)?;
        fs::set_permissions(&data, fs::Permissions::from_mode(0o700))?;
        let guard = guard(&folder, &programs)?;
        let mut server = Self { folder, programs, process: 0, version: String::new(), guard };
        if is_root()? {
            run(Command::new("chown").arg("postgres").args([&data, &server.folder]))?;
        }
        run(server.program("initdb")?.arg("-D").arg(&data).args([
            "-U",
            "bench",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        ]))?;
        let mut settings = fs::OpenOptions::new().append(true).open(data.join("postgresql.conf"))?;
        writeln!(settings, "{SETTINGS}unix_socket_directories = '{}'", server.folder.display())?;
        let log = File::create(server.folder.join("log"))?;
        let start = server
            .program("pg_ctl")?
            .arg("start")
            .args(["-s", "-w", "-D"])
            .arg(&data)
            .stdout(log)
            .stderr(Stdio::null())
            .stdin(Stdio::null())
            .status()?;
        if !start.success() {
            return Err(format!("PostgreSQL did not start: {}", fs::read_to_string(server.folder.join("log"))?).into());
        }
        let process = fs::read_to_string(data.join("postmaster.pid"))?;
        server.process = process.lines().next().unwrap_or_default().parse()?;
        server.version = server.ask("postgres", "SHOW server_version")?;
        Ok(server)
    }

    /// URL of a database.
    pub(crate) fn url(&self, database: &str) -> String {
        format!("postgres:///{database}?user=bench&host={}", self.folder.display())
    }

    /// Returns a `psql` for a database that stops at the first error.
    pub(crate) fn psql(&self, database: &str) -> Command {
        let mut command = Command::new(self.programs.join("psql"));
        command.args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d"]).arg(self.url(database));
        command
    }

    /// Runs SQL, each argument of its own, and returns what it prints.
    pub(crate) fn ask(&self, database: &str, sql: &str) -> Result<String, Box<dyn Error>> {
        run(self.psql(database).arg("-c").arg(sql))
    }

    /// Makes `to` a copy of `from`, and puts what was written for it out of the way.
    pub(crate) fn copy(&self, from: &str, to: &str) -> Result<(), Box<dyn Error>> {
        let major: u32 = self.version.split('.').next().unwrap_or_default().parse().unwrap_or(0);
        let strategy = if major >= 15 { " STRATEGY file_copy" } else { "" };
        run(self.psql("postgres").args([
            "-c",
            &format!("DROP DATABASE IF EXISTS {to}"),
            "-c",
            &format!("CREATE DATABASE {to} TEMPLATE {from}{strategy}"),
            "-c",
            "CHECKPOINT",
        ]))?;
        Ok(())
    }

    /// PostgreSQL refuses to run as root.
    fn program(&self, name: &str) -> Result<Command, Box<dyn Error>> {
        let mut command = as_server(&self.programs.join(name))?;
        command.current_dir(&self.folder);
        Ok(command)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        // Nothing can be done about a guard that fails.
        let _ = self.guard.wait();
    }
}

fn guard(folder: &Path, programs: &Path) -> Result<Child, Box<dyn Error>> {
    let mut stop = as_server(&programs.join("pg_ctl"))?;
    stop.args(["stop", "-s", "-m", "immediate", "-D"]).arg(folder.join("data"));
    let mut guard = Command::new("sh");
    guard.args(["-c", GUARD]).arg(folder).arg(stop.get_program()).args(stop.get_args()).current_dir(folder);
    Ok(guard.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0).spawn()?)
}

fn as_server(program: &Path) -> Result<Command, Box<dyn Error>> {
    if !is_root()? {
        return Ok(Command::new(program));
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups", "--"]).arg(program);
    Ok(command)
}

fn is_root() -> Result<bool, Box<dyn Error>> {
    Ok(run(Command::new("id").arg("-u"))? == "0")
}
