//! The two databases: states to start from, the commands that are compared, and whether they came to the same rows.

use std::error::Error;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::process::run;
use super::server::Server;

/// Columns of the workload; the id is not updated, because rows keep their primary key.
const COLUMNS: [&str; 11] =
    ["org_id", "slug", "name", "email", "type", "legacy_type", "description", "config", "is_active", "created_at", "updated_on"];

/// A state of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Tables without rows.
    Empty,
    /// The base edition was imported by resettle.
    Loaded,
    /// As before, and one row of a hundred was edited since.
    Edited,
}

impl State {
    fn name(self) -> &'static str {
        match self {
            Self::Empty => "state_empty",
            Self::Loaded => "state_loaded",
            Self::Edited => "state_edited",
        }
    }
}

/// Edits one row of a hundred in the target.
const EDIT: &str = "UPDATE tools SET description = 'edited by hand' WHERE slug LIKE '%23'";

/// A database to measure.
pub(crate) enum Target<'a> {
    /// A file below a folder.
    Sqlite {
        /// The folder.
        folder: PathBuf,
    },
    /// Databases of a server.
    Postgres(&'a Server),
}

impl Target<'_> {
    /// Name as on the command line.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Sqlite { .. } => "sqlite",
            Self::Postgres(_) => "postgres",
        }
    }

    /// Process whose children are the server.
    pub(crate) fn server(&self) -> Option<u32> {
        match self {
            Self::Sqlite { .. } => None,
            Self::Postgres(server) => Some(server.process),
        }
    }

    /// What `--to` takes for a database.
    pub(crate) fn url(&self, database: &str) -> String {
        match self {
            Self::Sqlite { .. } => format!("sqlite:{}", self.file(database).display()),
            Self::Postgres(server) => server.url(database),
        }
    }

    fn file(&self, database: &str) -> PathBuf {
        match self {
            Self::Sqlite { folder } => folder.join(database).with_extension("db"),
            Self::Postgres(_) => PathBuf::new(),
        }
    }

    /// Makes an empty database.
    pub(crate) fn create(&self, database: &str) -> Result<(), Box<dyn Error>> {
        match self {
            Self::Sqlite { .. } => Ok(remove(&self.file(database))?),
            Self::Postgres(server) => server.copy("template0", database),
        }
    }

    /// Makes these states, and those that they are made of, from the base edition.
    pub(crate) fn make_states(&self, states: &[State], project: &Path, base: &Path) -> Result<(), Box<dyn Error>> {
        self.create(State::Empty.name())?;
        run(resettle(project, &self.url(State::Empty.name())).args(["migrate", "run"]))?;
        self.settle(State::Empty)?;
        if states.iter().all(|state| *state == State::Empty) {
            return Ok(());
        }
        self.copy(State::Empty.name(), State::Loaded.name())?;
        run(resettle(project, &self.url(State::Loaded.name())).arg("import").arg(base))?;
        self.settle(State::Loaded)?;
        if !states.contains(&State::Edited) {
            return Ok(());
        }
        self.copy(State::Loaded.name(), State::Edited.name())?;
        self.ask(State::Edited.name(), EDIT)?;
        self.settle(State::Edited)
    }

    /// What autovacuum would do sooner or later.
    fn settle(&self, state: State) -> Result<(), Box<dyn Error>> {
        match self {
            Self::Sqlite { .. } => Ok(()),
            Self::Postgres(server) => server.ask(state.name(), "VACUUM ANALYZE").map(drop),
        }
    }

    /// Makes the database `work` anew from a state.
    pub(crate) fn restore(&self, state: State) -> Result<(), Box<dyn Error>> {
        self.copy(state.name(), "work")
    }

    /// Makes `to` a copy of `from`, written to disk.
    pub(crate) fn copy(&self, from: &str, to: &str) -> Result<(), Box<dyn Error>> {
        match self {
            Self::Sqlite { .. } => {
                let (from, to) = (self.file(from), self.file(to));
                remove(&to)?;
                fs::copy(from, &to)?;
                Ok(File::open(to)?.sync_all()?)
            }
            Self::Postgres(server) => server.copy(from, to),
        }
    }

    fn ask(&self, database: &str, sql: &str) -> Result<String, Box<dyn Error>> {
        match self {
            Self::Sqlite { .. } => run(Command::new("sqlite3").arg("-bail").arg(self.file(database)).arg(sql)),
            Self::Postgres(server) => server.ask(database, sql),
        }
    }

    /// Returns the command of the database's own client that loads `csv`; with `skip` it leaves rows alone that are equal.
    pub(crate) fn floor(&self, csv: &Path, skip: bool) -> Result<Command, Box<dyn Error>> {
        let script = csv.with_extension(if skip { "skip.sql" } else { "sql" });
        let columns = COLUMNS.join(", ");
        let set = COLUMNS.map(|column| format!("{column} = excluded.{column}")).join(", ");
        match self {
            Self::Sqlite { .. } => {
                let differs = COLUMNS.map(|column| format!("tools.{column} IS NOT excluded.{column}")).join(" OR ");
                let only = if skip { format!(" WHERE {differs}") } else { String::new() };
                let values = columns.replace("legacy_type", "NULLIF(legacy_type, '')").replace("updated_on", "NULLIF(updated_on, '')");
                fs::write(
                    &script,
                    format!(
                        ".bail on\nPRAGMA cache_size = -65536;\nBEGIN IMMEDIATE;\n\
                         CREATE TEMPORARY TABLE incoming AS SELECT id, {columns} FROM tools WHERE false;\n.mode csv\n.import --schema temp \"{}\" incoming\n\
                         INSERT INTO tools (id, {columns}) SELECT id, {values} FROM temp.incoming WHERE true ON CONFLICT (slug) DO UPDATE SET {set}{only};\n\
                         COMMIT;\n",
                        csv.display()
                    ),
                )?;
                let mut command = Command::new("sqlite3");
                command.arg("-bail").arg(self.file("work")).arg(format!(".read \"{}\"", script.display()));
                Ok(command)
            }
            Self::Postgres(server) => {
                let (stored, given) =
                    (COLUMNS.map(|c| format!("tools.{c}")).join(", "), COLUMNS.map(|c| format!("excluded.{c}")).join(", "));
                let only = if skip { format!(" WHERE ({stored}) IS DISTINCT FROM ({given})") } else { String::new() };
                fs::write(
                    &script,
                    format!(
                        "BEGIN;\nCREATE TEMPORARY TABLE incoming (LIKE tools) ON COMMIT DROP;\n\\copy incoming (id, {columns}) FROM '{}' WITH (FORMAT csv)\n\
                         INSERT INTO tools (id, {columns}) SELECT id, {columns} FROM incoming ON CONFLICT (slug) DO UPDATE SET {set}{only};\nCOMMIT;\n",
                        csv.display()
                    ),
                )?;
                let mut command = server.psql("work");
                command.arg("-f").arg(&script);
                Ok(command)
            }
        }
    }

    /// Returns the number of rows and a hash of their values, whatever their order.
    pub(crate) fn rows(&self) -> Result<String, Box<dyn Error>> {
        match self {
            Self::Sqlite { .. } => self.ask("work", "SELECT COUNT(*), hex(sha3_query('SELECT * FROM tools ORDER BY id')) FROM tools"),
            Self::Postgres(_) => self.ask("work", "SELECT COUNT(*), SUM(hashtextextended(CAST(ROW(t.*) AS text), 0)) FROM tools AS t"),
        }
    }
}

/// Returns the program under measure, for a project and a database.
pub(crate) fn resettle(project: &Path, url: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_resettle"));
    command.arg("-C").arg(project).arg("--to").arg(url);
    command
}

fn remove(file: &Path) -> std::io::Result<()> {
    for suffix in ["", "-journal", "-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(suffix);
        match fs::remove_file(&name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}
