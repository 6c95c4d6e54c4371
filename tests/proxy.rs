//! Behind `PgBouncer`, which pools transactions: each one may come to another connection of the server, and whoever is next gets that connection as it is.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use resettle::backend::statement::Statement;
use resettle::backend::{Access, Session, TargetUrl, connect};
use tempfile::TempDir;

use crate::reruns::faults::{Numbers, ends_as_one_clean_run, export, kills};
use crate::reruns::{one_of_them_works, shop, stock};
use crate::support::{Database, Project};

/// Connections that the proxy has to the server for one database: fewer than there are clients.
const POOL: usize = 8;

/// Proxies that this process has started.
static STARTED: AtomicU32 = AtomicU32::new(0);

/// A proxy in front of the server of a database.
struct Proxy {
    process: Child,
    /// Address of the database behind the proxy.
    url: String,
    _folder: TempDir,
}

impl Proxy {
    /// Starts one on a free port, which those that run beside this one hardly choose, too.
    fn before(database: &Database) -> Self {
        let url = regex_lite::Regex::new(r"^postgres(?:ql)?://([^:@/]+)(?::([^@/]*))?@([^:/]+)(?::(\d+))?/([^?]+)").expect("a pattern");
        let parts = url.captures(database.url()).expect("an address of a server");
        let part = |i: usize, default: &str| parts.get(i).map_or(default.to_owned(), |found| found.as_str().to_owned());
        let folder = tempfile::tempdir().expect("a folder");
        // Root runs the proxy as nobody, who has to read its settings.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("set");
        for port in (0..20).map(|n| 30_300 + (std::process::id() + STARTED.fetch_add(1, Ordering::Relaxed) * 531 + n * 53) % 2_000) {
            let settings = format!(
                "[databases]\n* = host={} port={} user={}{}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\nunix_socket_dir =\n\
                 auth_type = any\npool_mode = transaction\ndefault_pool_size = {POOL}\nmax_client_conn = 300\nlog_connections = 0\nlog_disconnections = 0\n",
                part(3, ""),
                part(4, "5432"),
                part(1, ""),
                parts.get(2).map(|password| format!(" password={}", password.as_str())).unwrap_or_default(),
            );
            let file = folder.path().join("settings");
            fs::write(&file, settings).expect("written");
            fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).expect("set");
            let mut process = start(&file);
            let url = format!("postgres://anybody@127.0.0.1:{port}/{}", part(5, ""));
            let begun = Instant::now();
            while process.try_wait().expect("a process").is_none() && begun.elapsed() < Duration::from_secs(10) {
                if let Ok(session) = open(&url) {
                    drop(session);
                    // What answers must be this proxy, and not another one on its port.
                    std::thread::sleep(Duration::from_millis(50));
                    if process.try_wait().expect("a process").is_none() {
                        return Self { process, url, _folder: folder };
                    }
                }
                std::thread::sleep(Duration::from_millis(20));
            }
            drop(process.kill());
            drop(process.wait());
        }
        panic!("PgBouncer does not start")
    }

    fn run(&self, project: &Project, arguments: &[&str], code: i32) -> String {
        project.run(&[&["--to", &self.url], arguments].concat()).expect(code).stdout
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

fn start(settings: &Path) -> Child {
    let programs = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer"];
    let program = programs.into_iter().find(|program| Path::new(program).exists()).expect("PgBouncer: `scripts/prepare` installs it");
    let is_root = fs::metadata("/proc/self").expect("this process").uid() == 0;
    let mut command = if is_root { Command::new("setpriv") } else { Command::new(program) };
    if is_root {
        command.args(["--reuid=nobody", "--clear-groups", "--", program]);
    }
    command.arg(settings).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("PgBouncer starts")
}

fn open(url: &str) -> Result<Box<dyn Session>, String> {
    connect(&TargetUrl::parse(url).expect("an address"), Access::ReadWrite).map_err(|error| error.to_string())
}

/// Runs something while others use the proxy, too, so that transactions of one client come to many connections.
fn in_a_crowd<T>(proxy: &Proxy, run: impl FnOnce() -> T) -> T {
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let mut session = open(&proxy.url).expect("the proxy answers");
                while !done.load(Ordering::Relaxed) {
                    session.batch("BEGIN; SELECT pg_sleep(0.003); COMMIT").expect("answered");
                    std::thread::sleep(Duration::from_millis(2));
                }
            });
        }
        // The others end where an assertion fails, too.
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(run));
        done.store(true, Ordering::Relaxed);
        result.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// The settings of all connections of the proxy, each once.
fn settings(proxy: &Proxy) -> Vec<String> {
    let mut sessions: Vec<_> = (0..POOL).map(|_| open(&proxy.url).expect("the proxy answers")).collect();
    let names = [
        "work_mem",
        "jit",
        "default_statistics_target",
        "temp_buffers",
        "lc_messages",
        "default_transaction_read_only",
        "statement_timeout",
        "idle_in_transaction_session_timeout",
        "client_min_messages",
        "IntervalStyle",
        "bytea_output",
        "extra_float_digits",
    ];
    let names: Vec<String> = names.iter().map(|name| format!("current_setting('{name}')")).collect();
    let mut found = Vec::new();
    for session in &mut sessions {
        session.batch("BEGIN").expect("begun");
        let rows = session.rows(&Statement::new(format!("SELECT {}", names.join(" || ' ' || ")))).expect("settings");
        found.extend(rows.into_iter().flatten().flatten());
    }
    found.sort();
    found.dedup();
    found
}

/// Every command works, twenty imports at once among them, and nothing of them stays with a connection of the pool.
#[test]
fn behind_a_proxy_that_pools_transactions() {
    let Some(database) = Database::postgres() else { return };
    let proxy = Proxy::before(&database);
    let project = shop();
    // A value that only the server reads needs a function of its own.
    project.migration("2024-01-02-000000_span", "ALTER TABLE parts ADD COLUMN span INTERVAL", "ALTER TABLE parts DROP COLUMN span");
    let mapping = fs::read_to_string(project.path().join("mappings/parts.toml")).expect("a mapping");
    project.mapping("parts", &(mapping + "span = \"span\"\n"));
    stock(&project, 60);
    let text = fs::read_to_string(project.path().join("data/parts.ndjson")).expect("the source");
    project.data("parts.ndjson", text.replace("\"kind\"", "\"span\":\"2 days\",\"kind\""));
    let fresh = settings(&proxy);
    assert_eq!(fresh.len(), 1, "{fresh:?}");
    in_a_crowd(&proxy, || {
        let replicas: Vec<_> = (0..20).map(|_| project.start_at(&proxy.url, &["import", "--format", "json"])).collect();
        one_of_them_works(replicas, 65);
        assert!(proxy.run(&project, &["import"], 0).contains("Nothing changed"));
        assert!(proxy.run(&project, &["plan"], 0).contains("Nothing would change"));
        assert!(proxy.run(&project, &["plan", "--rehearse"], 0).contains("Nothing would change"));
        assert!(proxy.run(&project, &["verify"], 0).contains("The target is as the sources say"));
        for quiet in [
            &["check"][..],
            &["history"],
            &["show", "last"],
            &["migrate", "status"],
            &["schema", "catalog"],
            &["ledger", "size"],
            &["ledger", "prune"],
        ] {
            proxy.run(&project, quiet, 0);
        }
        stock(&project, 50);
        assert!(proxy.run(&project, &["import"], 0).contains("50 updated"));
        assert!(proxy.run(&project, &["undo", "last"], 0).contains("50"));
        // A run of several transactions cannot know where they come to.
        let refused = project.run(&["--to", &proxy.url, "import", "--commit-every", "5"]).expect(2).stderr;
        assert!(refused.contains("goes through a proxy that pools transactions"), "{refused}");
    });
    assert_eq!(settings(&proxy), fresh);
    let left = "SELECT (SELECT count(*) FROM pg_class WHERE relpersistence = 't') + (SELECT count(*) FROM pg_proc WHERE proname LIKE 'rs%')
        + (SELECT count(*) FROM pg_prepared_statements) || ''";
    assert_eq!(database.rows(left), [[Some("0".to_owned())]]);
}

/// A killed process leaves neither locks nor temporary tables with the pool.
#[test]
fn killed_behind_a_proxy() {
    let Some(database) = Database::postgres() else { return };
    let proxy = Proxy::before(&database);
    let project = shop();
    let mut numbers = Numbers(23);
    for kill in 0..kills() / 8 {
        export(&project, kill % 2 == 1);
        let mut run = project.start_at(&proxy.url, &["import"]);
        std::thread::sleep(Duration::from_millis(numbers.below(400)));
        drop(run.kill());
        run.wait().expect("ended");
    }
    ends_as_one_clean_run(&project, &database);
    proxy.run(&project, &["import"], 0);
}
