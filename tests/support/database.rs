//! A database for one test: a SQLite file, or a PostgreSQL database of the server that `scripts/test` started.
//!
//! **Invariant**: it is gone when the value is dropped, also where the test failed.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use resettle::backend::statement::Statement;
use resettle::backend::{Access, Session, TargetUrl, TextRow, connect};
use resettle::catalog::BackendKind;
use tempfile::TempDir;

/// One empty database.
pub(crate) struct Database {
    kind: BackendKind,
    url: String,
    home: Home,
}

/// Where it lives, and how it goes.
enum Home {
    Folder(TempDir),
    Server { admin: String, name: String },
}

impl Database {
    /// Creates a SQLite database in a file.
    pub(crate) fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let url = format!("sqlite:{}", folder.path().join("target.db").display());
        Self { kind: BackendKind::Sqlite, url, home: Home::Folder(folder) }
    }

    /// Creates a PostgreSQL database; `None` where the tests were told to go without.
    pub(crate) fn postgres() -> Option<Self> {
        Self::server("RESETTLE_TEST_POSTGRES").map(Self::on_server)
    }

    /// Creates a PostgreSQL database on the server that takes TLS only, with its address without TLS; `None` where the tests were told to go without.
    pub(crate) fn postgres_tls() -> Option<(Self, String)> {
        let (admin, plain) = (Self::server("RESETTLE_TEST_POSTGRES_TLS")?, Self::server("RESETTLE_TEST_POSTGRES_TLS_PLAIN")?);
        let database = Self::on_server(admin);
        let Home::Server { name, .. } = &database.home else { return None };
        let plain = with_name(&plain, name);
        Some((database, plain))
    }

    /// Creates a database on a server, by the address of a superuser.
    pub(crate) fn on_server(admin: String) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("resettle_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        open(&admin).batch(&format!("CREATE DATABASE {name} TEMPLATE template0")).expect("a database");
        Self { kind: BackendKind::Postgres, url: with_name(&admin, &name), home: Home::Server { admin, name } }
    }

    /// Returns what `scripts/test` said of a server (its address, or the folder of its programs); `None` where the tests were told to go without.
    ///
    /// A test that passes because it did not run would be a lie, so going without has to be asked for.
    pub(crate) fn server(variable: &str) -> Option<String> {
        let address = std::env::var(variable).ok();
        if address.is_none() {
            assert!(
                std::env::var("RESETTLE_TEST_SKIP_POSTGRES").is_ok_and(|skip| skip == "1"),
                "{variable} is not set: run `scripts/test`, which starts servers and sets it; RESETTLE_TEST_SKIP_POSTGRES=1 leaves PostgreSQL out"
            );
            eprintln!("SKIPPED on PostgreSQL: RESETTLE_TEST_SKIP_POSTGRES is set");
        }
        address
    }

    /// Returns which database it is.
    pub(crate) fn kind(&self) -> BackendKind {
        self.kind
    }

    /// Returns `sqlite` or `postgres`, as file names have it.
    pub(crate) fn name(&self) -> &'static str {
        match self.kind {
            BackendKind::Sqlite => "sqlite",
            BackendKind::Postgres => "postgres",
        }
    }

    /// Returns its address for `--to`.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Returns the address for another role of a PostgreSQL server.
    pub(crate) fn url_of(&self, role: &str, password: &str) -> String {
        let url = self.url();
        let start = url.find("://").map_or(0, |at| at + 3);
        let host = url[start..].find('@').map_or(start, |at| start + at + 1);
        format!("{}{role}:{password}@{}", &url[..start], &url[host..])
    }

    /// Returns the paths of the SQLite file and those beside it.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        let Home::Folder(folder) = &self.home else { return Vec::new() };
        let entries = folder.path().read_dir().expect("the folder of the database");
        let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
        paths.sort();
        paths
    }

    /// Opens a connection.
    pub(crate) fn session(&self) -> Box<dyn Session> {
        open(&self.url)
    }

    /// Runs several statements.
    pub(crate) fn batch(&self, sql: &str) {
        self.session().batch(sql).unwrap_or_else(|error| panic!("{}: {error}\n{sql}", self.name()));
    }

    /// Runs a query; every column of it must be text.
    pub(crate) fn rows(&self, sql: &str) -> Vec<TextRow> {
        self.session().rows(&Statement::new(sql)).unwrap_or_else(|error| panic!("{}: {error}\n{sql}", self.name()))
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the test failed on {}", self.name());
        }
        let Home::Server { admin, name } = &self.home else { return };
        let parsed = TargetUrl::parse(admin).map_err(|error| error.to_string());
        let session = parsed.and_then(|url| connect(&url, Access::ReadWrite).map_err(|error| error.to_string()));
        let dropped =
            session.and_then(|mut session| session.batch(&format!("DROP DATABASE {name} WITH (FORCE)")).map_err(|error| error.to_string()));
        if let Err(error) = dropped {
            eprintln!("could not drop database {name}: {error}");
        }
    }
}

fn open(url: &str) -> Box<dyn Session> {
    let target = TargetUrl::parse(url).expect("an address");
    connect(&target, Access::ReadWrite).unwrap_or_else(|error| panic!("{error}"))
}

/// Replaces the database in a URL.
fn with_name(url: &str, name: &str) -> String {
    let (base, query) = url.split_once('?').map_or((url, String::new()), |(base, query)| (base, format!("?{query}")));
    let start = base.find("://").map_or(0, |at| at + 3);
    let end = base[start..].find('/').map_or(base.len(), |at| start + at);
    format!("{}/{name}{query}", &base[..end])
}

#[test]
fn the_name_in_a_url_is_replaced() {
    assert_eq!(with_name("postgres://u:p@h:1/postgres?a=/b", "x"), "postgres://u:p@h:1/x?a=/b");
    assert_eq!(with_name("postgres://h", "x"), "postgres://h/x");
}
