//! A database and a project folder in which one history after the other takes place.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Text;
use resettle::backend::TargetUrl;
use resettle::pipeline::{self, RunError, Settings};
use resettle::progress::Silent;
use resettle::report::{Change, Command, Outcome, Reject, Report, Sink};
use tempfile::TempDir;

use crate::support::oracle::{Backend, Case, Row, Schema, V, schema_sql, write_export, write_project};

/// Histories after which a database of PostgreSQL is made anew: each leaves thousands of dead rows in the server's own tables.
const HISTORIES_OF_A_DATABASE: u32 = 12;

/// A database and a project folder.
pub(crate) struct Arena {
    folder: TempDir,
    target: TargetUrl,
    database: Database,
}

enum Database {
    Sqlite,
    Postgres { connection: PgConnection, server: String, name: String, histories: u32 },
}

/// What a run told of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Insert,
    Update,
    /// Unchanged, or a duplicate.
    Left,
    Reject(String),
}

/// What a run told.
pub(crate) struct Told {
    pub(crate) report: Report,
    heard: Heard,
}

impl Told {
    /// Returns the fate of a record by its place in the table's input.
    pub(crate) fn fate(&self, table: &str, place: usize) -> Fate {
        self.heard.fates.get(table).and_then(|fates| fates.get(&(place as u64))).cloned().unwrap_or(Fate::Left)
    }

    /// Returns table and place of the record that dragged a rejected one along.
    pub(crate) fn root(&self, table: &str, place: usize) -> Option<(String, u64)> {
        self.heard.roots.get(&(table.to_owned(), place as u64)).cloned()
    }
}

impl Arena {
    /// Makes one whose database is a SQLite file.
    pub(crate) fn sqlite() -> Self {
        let folder = folder();
        let target = target(&format!("sqlite:{}", folder.path().join("target.db").display()));
        Self { folder, target, database: Database::Sqlite }
    }

    /// Makes one with a new database on a PostgreSQL server.
    pub(crate) fn postgres(server: &str, worker: usize) -> Self {
        let name = format!("oracle_{}_{worker}", std::process::id());
        let connection = new_database(server, &name);
        let database = Database::Postgres { connection, server: server.to_owned(), name: name.clone(), histories: 0 };
        Self { folder: folder(), target: target(&at_database(server, &name)), database }
    }

    /// Says on which kind of database it is.
    pub(crate) fn backend(&self) -> Backend {
        if matches!(self.database, Database::Sqlite) { Backend::Sqlite } else { Backend::Postgres }
    }

    /// Makes the tables of a history anew, with the rows made by hand, and writes its project.
    pub(crate) fn begin(&mut self, case: &Case) {
        let backend = self.backend();
        match &mut self.database {
            Database::Sqlite => remove(&self.folder.path().join("target.db")),
            Database::Postgres { connection, server, name, histories } if *histories == HISTORIES_OF_A_DATABASE => {
                *connection = new_database(server, name);
                *histories = 1;
            }
            Database::Postgres { connection, histories, .. } => {
                *histories += 1;
                connection.batch_execute("DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public").expect("the schema is made anew");
            }
        }
        // Mappings of a history with more tables must not stay.
        fs::remove_dir_all(self.folder.path().join("mappings")).or_else(ignore_missing).expect("the folder can be written");
        write_project(case, backend, self.folder.path()).expect("the folder can be written");
        self.execute(&schema_sql(&case.schema, &case.initial, backend));
    }

    /// Replaces the sources by those of an export.
    pub(crate) fn export(&self, case: &Case, step: usize) {
        write_export(case, step, self.folder.path()).expect("the folder can be written");
    }

    /// Runs SQL by hand.
    pub(crate) fn execute(&mut self, statements: &str) {
        match &mut self.database {
            Database::Sqlite => self.sqlite_connection().batch_execute(statements),
            Database::Postgres { connection, .. } => connection.batch_execute(statements),
        }
        .unwrap_or_else(|error| panic!("{error}: {statements}"));
    }

    /// Reads all rows of all tables, columns in the schema's order.
    pub(crate) fn rows(&mut self, schema: &Schema) -> Vec<Vec<Row>> {
        let mut connection = match &self.database {
            Database::Sqlite => Some(self.sqlite_connection()),
            Database::Postgres { .. } => None,
        };
        let mut all = Vec::new();
        for table in &schema.tables {
            let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
            let names = names.join(", ");
            let texts: Vec<String> = match (&mut connection, &mut self.database) {
                (Some(sqlite), _) => sql::<Text>(&format!("SELECT json_array({names}) FROM {}", table.name)).load(sqlite),
                (None, Database::Postgres { connection, .. }) => {
                    sql::<Text>(&format!("SELECT json_build_array({names})::text FROM {}", table.name)).load(connection)
                }
                (None, Database::Sqlite) => Ok(Vec::new()),
            }
            .expect("the tables can be read");
            all.push(texts.iter().map(|text| row(text)).collect());
        }
        all
    }

    /// Says where each row stands and which transaction wrote it, as far as the database knows.
    pub(crate) fn versions(&mut self, schema: &Schema) -> Vec<String> {
        let Database::Postgres { connection, .. } = &mut self.database else { return Vec::new() };
        let of_table = |name: &str| format!("SELECT '{name} ' || ctid::text || ' ' || xmin::text FROM {name}");
        let queries: Vec<String> = schema.tables.iter().map(|table| of_table(&table.name)).collect();
        sql::<Text>(&format!("{} ORDER BY 1", queries.join(" UNION ALL "))).load(connection).expect("the tables can be read")
    }

    /// Runs a command of the library over the project; with `examine_all` no table is passed over, however unchanged it is.
    pub(crate) fn run(&self, command: Command, examine_all: bool) -> Result<Told, RunError> {
        run_with(&Settings { examine_all, ..self.settings(command) })
    }

    /// Imports and commits whenever so many rows are written; ends after some of these steps, where that is wished.
    pub(crate) fn import_in_steps(&self, rows: u64, stop_after: Option<usize>) -> Result<Told, RunError> {
        run_with(&Settings { commit_every: Some(rows), stop_after, ..self.settings(Command::Import) })
    }

    fn settings(&self, command: Command) -> Settings {
        // Histories go to and fro.
        Settings { allow_older: true, ..Settings::new(self.folder.path().to_owned(), self.target.clone(), command) }
    }

    fn sqlite_connection(&self) -> SqliteConnection {
        let path = self.folder.path().join("target.db");
        let mut connection = SqliteConnection::establish(&path.display().to_string()).expect("the file opens");
        connection.batch_execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF").expect("SQLite knows its settings");
        connection
    }
}

impl Drop for Arena {
    fn drop(&mut self) {
        if let Database::Postgres { server, name, .. } = &self.database
            && let Ok(mut admin) = PgConnection::establish(server)
        {
            // A database that is left over is removed by the next run of the same process number, or by hand.
            drop(admin.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")));
        }
    }
}

fn run_with(settings: &Settings) -> Result<Told, RunError> {
    let mut heard = Heard::default();
    let report = pipeline::run(settings, &Silent, &mut heard)?;
    Ok(Told { report, heard })
}

/// What the sink of a run is told.
#[derive(Default)]
struct Heard {
    fates: BTreeMap<String, BTreeMap<u64, Fate>>,
    /// Table and place of roots, by those of the records that they dragged along.
    roots: BTreeMap<(String, u64), (String, u64)>,
}

impl Sink for Heard {
    fn reject(&mut self, reject: &Reject, _record: &[u8]) -> io::Result<()> {
        let fate = Fate::Reject(reject.reason.code.clone());
        self.fates.entry(reject.table.clone()).or_default().insert(reject.place.index, fate);
        if let Some(root) = &reject.root {
            // Each table has one source, named after it.
            let table = Path::new(&root.source).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            self.roots.insert((reject.table.clone(), reject.place.index), (table, root.index));
        }
        Ok(())
    }

    fn change(&mut self, change: &Change) -> io::Result<()> {
        let fate = match change.outcome {
            Outcome::Insert => Fate::Insert,
            Outcome::Update | Outcome::Overwritten => Fate::Update,
            Outcome::Kept | Outcome::KeptByRule | Outcome::Extra => Fate::Left,
        };
        let place = change.place.as_ref().expect("a change that a record makes has its place");
        self.fates.entry(change.table.clone()).or_default().insert(place.index, fate);
        Ok(())
    }

    fn changes_max(&self) -> u64 {
        u64::MAX
    }
}

/// Makes a folder in memory where the system has such a place.
fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() };
    made.or_else(|_| TempDir::new()).expect("a temporary folder can be made")
}

fn target(text: &str) -> TargetUrl {
    TargetUrl::parse(text).expect("the address is one")
}

/// Makes an empty database on a server, instead of one of that name, and connects to it.
fn new_database(server: &str, name: &str) -> PgConnection {
    let mut admin = PgConnection::establish(server).expect("the server answers");
    admin
        .batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        .and_then(|()| admin.batch_execute(&format!("CREATE DATABASE {name} TEMPLATE template0")))
        .and_then(|()| admin.batch_execute(&format!("ALTER DATABASE {name} SET synchronous_commit = off")))
        .expect("the user may create databases");
    PgConnection::establish(&at_database(server, name)).expect("the new database answers")
}

/// Returns the address of another database of a server.
fn at_database(server: &str, name: &str) -> String {
    let start = server.find("://").map_or(0, |at| at + 3);
    let authority = server[start..].find('/').map_or(server.len(), |at| start + at);
    let query = server[authority..].find('?').map_or("", |at| &server[authority + at..]);
    format!("{}/{name}{query}", &server[..authority])
}

fn remove(file: &Path) {
    fs::remove_file(file).or_else(ignore_missing).expect("the file can be removed");
}

fn ignore_missing(error: io::Error) -> io::Result<()> {
    if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) }
}

fn row(text: &str) -> Row {
    let values: Vec<serde_json::Value> = serde_json::from_str(text).expect("the database writes JSON");
    let value = |value: serde_json::Value| match value {
        serde_json::Value::Null => V::Null,
        serde_json::Value::Number(number) => V::Int(number.as_i64().expect("only whole numbers are written")),
        serde_json::Value::String(text) => V::Text(text),
        other => V::Text(other.to_string()),
    };
    values.into_iter().map(value).collect()
}
