//! A PostgreSQL server of one test's own.
//!
//! **Invariant**: it ends with the value, and takes its folder with it.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use resettle::backend::{Access, TargetUrl, connect};
use tempfile::TempDir;

use super::Database;

/// User and group `nobody`: the server refuses to run as root.
const NOBODY: u32 = 65534;

/// A running server.
pub(crate) struct Server {
    bin: PathBuf,
    folder: TempDir,
    port: u32,
    /// Size of a file system that only the server sees, in [`Self::disk`].
    disk: Option<&'static str>,
    process: Option<Child>,
}

impl Server {
    /// Starts a server of the version that all tests use.
    pub(crate) fn start_own() -> Self {
        Self::start_with(programs(), None)
    }

    /// Starts a server that has the extension `vector`; `None` where the tests were told to go without servers.
    pub(crate) fn start_with_pgvector() -> Option<Self> {
        Database::server("RESETTLE_TEST_PGVECTOR_BIN").map(|programs| Self::start_with(programs.into(), None))
    }

    /// Starts a server that sees a file system of so many bytes in [`Self::disk`], which nobody else sees.
    pub(crate) fn start_with_disk(size: &'static str) -> Self {
        Self::start_with(programs(), Some(size))
    }

    fn start_with(bin: PathBuf, disk: Option<&'static str>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("set");
        if is_root() {
            chown(folder.path(), Some(NOBODY), Some(NOBODY)).expect("given away");
        }
        fs::create_dir(folder.path().join("disk")).expect("a folder");
        let mut server = Self { bin, folder, port: 0, disk, process: None };
        let made = server
            .command("initdb")
            .args(["-D", "data", "-U", "resettle", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"])
            .status();
        assert!(made.expect("initdb runs").success(), "initdb failed");
        for attempt in 0..20 {
            server.port = 32_400 + (std::process::id() + attempt * 37) % 300;
            if server.begin() {
                return server;
            }
        }
        panic!("the server does not start");
    }

    /// Returns where the file system of [`Self::start_with_disk`] is mounted.
    pub(crate) fn disk(&self) -> String {
        self.folder.path().join("disk").display().to_string()
    }

    fn command(&self, name: &str) -> Command {
        let program = self.bin.join(name);
        let mut command = if is_root() { Command::new("setpriv") } else { Command::new(&program) };
        if let (Some(size), "postgres") = (self.disk, name) {
            command = Command::new("unshare");
            let mount = format!("mount -t tmpfs -o size={size},uid={NOBODY},gid={NOBODY},mode=700 tmpfs \"$0\" && exec \"$@\"");
            command.args(["-m", "sh", "-c", &mount, &self.disk(), "setpriv"]);
        }
        if is_root() {
            command.arg(format!("--reuid={NOBODY}")).arg(format!("--regid={NOBODY}")).args(["--clear-groups", "--"]).arg(&program);
        }
        command.current_dir(self.folder.path()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// Starts it and waits until it answers; says no where it does not start.
    fn begin(&mut self) -> bool {
        let port = self.port.to_string();
        // What a server that crashed knows of temporary tables is removed by autovacuum, once it comes.
        let settings = [
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=off",
            "dynamic_shared_memory_type=mmap",
            "shared_buffers=16MB",
            "autovacuum_naptime=1s",
        ];
        let mut command = self.command("postgres");
        command.args(["-D", "data", "-p", &port]).args(settings.iter().flat_map(|setting| ["-c", *setting]));
        let mut process = command.spawn().expect("the server starts");
        let begun = Instant::now();
        let target = TargetUrl::parse(&self.url()).expect("an address");
        let mut answers = false;
        while !answers && begun.elapsed() < Duration::from_secs(60) && process.try_wait().expect("a process").is_none() {
            std::thread::sleep(Duration::from_millis(20));
            answers = connect(&target, Access::ReadWrite).is_ok();
        }
        // What answers must be this server, and not another one on its port.
        if answers && process.try_wait().expect("a process").is_none() {
            self.process = Some(process);
            return true;
        }
        drop(process.kill());
        drop(process.wait());
        false
    }

    /// Does what `pg_ctl restart -m immediate` does, but that the server stays a child of this process.
    pub(crate) fn restart(&mut self) {
        self.stop();
        assert!(self.begin(), "the server does not start again");
    }

    fn stop(&mut self) {
        if let Some(mut process) = self.process.take() {
            let stopped = self.command("pg_ctl").args(["stop", "-m", "immediate", "-D", "data"]).status();
            if !stopped.is_ok_and(|status| status.success()) {
                drop(process.kill());
            }
            drop(process.wait());
        }
    }

    /// Returns the address of a superuser.
    pub(crate) fn url(&self) -> String {
        format!("postgres://resettle@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn is_root() -> bool {
    fs::metadata("/proc/self").expect("this process").uid() == 0
}

/// Finds the folder of the server's programs: the one that the tests were told, or the newest one of Debian.
fn programs() -> PathBuf {
    if let Some(told) = std::env::var_os("RESETTLE_TEST_POSTGRES_BIN") {
        return told.into();
    }
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = versions.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok()).max();
    let newest = newest.expect("RESETTLE_TEST_POSTGRES_BIN, the folder of `initdb` and `postgres`: `scripts/test` sets it");
    Path::new("/usr/lib/postgresql").join(newest.to_string()).join("bin")
}
