//! A project in a temporary folder, and the binary run in it as a user does.
//!
//! **Invariant**: the binary sees nothing of the environment of the tests but `PATH` and the place for temporary files.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use super::Database;

/// A folder with `data/`, `mappings/` and what else a test puts there.
pub(crate) struct Project {
    folder: TempDir,
    home: TempDir,
}

/// What the binary left.
#[derive(Debug)]
pub(crate) struct Output {
    /// What it was asked.
    pub(crate) arguments: String,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    /// Exit code; -1 where a signal ended it.
    pub(crate) code: i32,
}

impl Project {
    /// Creates an empty project.
    pub(crate) fn new() -> Self {
        let project = Self { folder: tempfile::tempdir().expect("a folder"), home: tempfile::tempdir().expect("a folder") };
        for folder in ["data", "mappings"] {
            fs::create_dir(project.path().join(folder)).expect("a folder");
        }
        project
    }

    /// Creates a copy of a project of this repository: `.` or `examples/<system>`.
    pub(crate) fn copy_of(place: &str) -> Self {
        let project = Self::new();
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(place);
        for folder in ["data", "mappings", "migrations"] {
            project.replace(folder, &from.join(folder));
        }
        project
    }

    /// Returns its folder.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file, and its folders where they are missing.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, content).expect("written");
        self
    }

    /// Writes a source.
    pub(crate) fn data(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        self.file(&format!("data/{name}"), content)
    }

    /// Writes the mapping `name`, or `enums` or `project`.
    pub(crate) fn mapping(&self, name: &str, toml: &str) -> &Self {
        self.file(&format!("mappings/{name}.toml"), toml)
    }

    /// Writes a migration (`2024-01-02-000000_tools`) for one backend (`postgres/...`) or for both.
    pub(crate) fn migration(&self, name: &str, up: &str, down: &str) -> &Self {
        self.file(&format!("migrations/{name}/up.sql"), up).file(&format!("migrations/{name}/down.sql"), down)
    }

    /// Puts a copy of a folder in the place of one of the project.
    pub(crate) fn replace(&self, name: &str, from: &Path) -> &Self {
        let to = self.path().join(name);
        if to.exists() {
            fs::remove_dir_all(&to).expect("removed");
        }
        copy(from, &to);
        self
    }

    /// Runs the binary in the project's folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.run_with_input(arguments, "")
    }

    /// Runs the binary in the project's folder with a variable of the environment.
    pub(crate) fn run_with_variable(&self, variable: (&str, &str), arguments: &[&str]) -> Output {
        let output = self.command().env(variable.0, variable.1).stdin(Stdio::null()).args(arguments).output().expect("the binary runs");
        Output {
            arguments: arguments.join(" "),
            stdout: String::from_utf8(output.stdout).expect("stdout is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("stderr is UTF-8"),
            code: output.status.code().unwrap_or(-1),
        }
    }

    /// Runs the binary in the project's folder on a database.
    pub(crate) fn run_on(&self, database: &Database, arguments: &[&str]) -> Output {
        self.run(&[&["--to", database.url()], arguments].concat())
    }

    /// Runs the binary with something on standard input.
    pub(crate) fn run_with_input(&self, arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
        let mut child = self.command().args(arguments).spawn().expect("the binary starts");
        let mut stdin = child.stdin.take().expect("a pipe");
        let input = input.as_ref().to_vec();
        // From a thread of its own, because the binary may fill a pipe before it reads. It may also end without reading.
        let feeder = std::thread::spawn(move || drop(stdin.write_all(&input)));
        let output = child.wait_with_output().expect("the binary ends");
        feeder.join().expect("fed");
        Output {
            arguments: arguments.join(" "),
            stdout: String::from_utf8(output.stdout).expect("stdout is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("stderr is UTF-8"),
            code: output.status.code().unwrap_or(-1),
        }
    }

    /// Starts the binary on a database and does not wait for it.
    pub(crate) fn start(&self, database: &Database, arguments: &[&str]) -> Child {
        self.start_at(database.url(), arguments)
    }

    /// Starts the binary on the database of an address and does not wait for it.
    pub(crate) fn start_at(&self, url: &str, arguments: &[&str]) -> Child {
        let mut command = self.command();
        command.stdin(Stdio::null()).args(["--to", url]).args(arguments);
        command.spawn().expect("the binary starts")
    }

    /// Starts the binary on a database, with an input that is still to be written.
    pub(crate) fn start_with_input(&self, database: &Database, arguments: &[&str]) -> Child {
        self.command().args(["--to", database.url()]).args(arguments).spawn().expect("the binary starts")
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_resettle"));
        command.env_clear().env("HOME", self.home.path()).env("TZ", "UTC").env("LANG", "C.UTF-8").current_dir(self.path());
        for kept in ["PATH", "TMPDIR", "LLVM_PROFILE_FILE"] {
            command.envs(std::env::var_os(kept).map(|value| (kept, value)));
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }
}

impl Output {
    /// Fails unless the exit code is this.
    #[track_caller]
    pub(crate) fn expect(self, code: i32) -> Self {
        assert_eq!(self.code, code, "exit code of `resettle {}`\nstdout:\n{}\nstderr:\n{}", self.arguments, self.stdout, self.stderr);
        self
    }

    /// Reads standard output as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| {
            panic!(
                "`resettle {}` ended with {} and wrote no JSON: {error}\nstdout:\n{}\nstderr:\n{}",
                self.arguments, self.code, self.stdout, self.stderr
            )
        })
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("cannot read {}: {error}", from.display())) {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("copied");
        }
    }
}
