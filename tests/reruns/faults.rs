//! Runs that end in the middle: killed, cut off, or disturbed by other writers. The next run comes to the state of one clean run.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use resettle::catalog::BackendKind;

use super::{one, shop, stock};
use crate::support::{Database, Project, each_backend};

pub(crate) const PARTS: usize = 150;

/// Numbers that look random and are the same in every run of the test.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }
}

/// Writes one of two exports; between them all codes and names change hands, so that every row is parked on the way.
pub(crate) fn export(project: &Project, second: bool) {
    stock(project, PARTS);
    if !second {
        return;
    }
    let turned = |name: &str, from: &str, count: usize| {
        let path = project.path().join("data").join(name);
        let text = std::fs::read_to_string(&path).expect("the source");
        let mut lines = String::new();
        for (i, line) in text.lines().enumerate() {
            let (old, new) = (format!("\"{from}{i}\""), format!("\"{from}{}\"", (i + 1) % count));
            lines.push_str(&line.replace(&old, &new));
            lines.push('\n');
        }
        project.data(name, lines);
    };
    turned("parts.ndjson", "c", PARTS);
}

fn content(database: &Database) -> Vec<String> {
    database.tables().iter().flat_map(|table| database.dump(table)).collect()
}

/// What one clean run of the first export makes of an empty database of the same kind.
fn clean(database: &Database) -> Option<Vec<String>> {
    let fresh = match database.kind() {
        BackendKind::Sqlite => Database::sqlite(),
        BackendKind::Postgres => Database::postgres()?,
    };
    let project = shop();
    export(&project, false);
    project.run_on(&fresh, &["import", "--allow-older"]).expect(0);
    Some(content(&fresh))
}

/// Connections of killed processes end when the server notices; then none of their temporary tables may be left.
fn nothing_is_left_behind(database: &Database) {
    if database.kind() == BackendKind::Sqlite {
        let journals: Vec<_> = database.files().into_iter().filter(|path| !path.ends_with("target.db")).collect();
        assert!(journals.is_empty(), "{journals:?}");
        return assert_eq!(one(database, "SELECT integrity_check FROM pragma_integrity_check"), "ok");
    }
    let begun = Instant::now();
    let left = "SELECT (SELECT count(*) FROM pg_class WHERE relpersistence = 't')
        + (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) || ''";
    while one(database, left) != "0" {
        assert!(begun.elapsed() < Duration::from_secs(20), "temporary tables or locks stay behind");
        std::thread::sleep(Duration::from_millis(20));
    }
}

pub(crate) fn ends_as_one_clean_run(project: &Project, database: &Database) {
    let Some(expected) = clean(database) else { return };
    export(project, false);
    project.run_on(database, &["import", "--allow-older"]).expect(0);
    assert_eq!(content(database), expected, "rows after all (left) and after one clean run (right)");
    let again = project.run_on(database, &["import", "--allow-older", "--format", "json"]).expect(0).json();
    assert_eq!((&again["totals"]["unchanged"], &again["totals"]["read"]), (&(PARTS + 5).into(), &(PARTS + 5).into()));
    nothing_is_left_behind(database);
}

/// How often a test kills; a longer mode has more.
pub(crate) fn kills() -> u64 {
    std::env::var("RESETTLE_TEST_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(200)
}

/// How many milliseconds a first run takes on an empty database of the same kind.
pub(crate) fn usual(project: &Project, database: &Database, arguments: &[&str]) -> u64 {
    let spare = match database.kind() {
        BackendKind::Sqlite => Database::sqlite(),
        BackendKind::Postgres => Database::postgres().expect("a database"),
    };
    let begun = Instant::now();
    project.run_on(&spare, arguments).expect(0);
    u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX)
}

each_backend! {
    /// The process is killed at any moment, the first times while the database is still empty.
    fn killed_at_any_moment(database: &Database) {
        let project = shop();
        export(&project, false);
        let usual = usual(&project, database, &["import", "--allow-older"]);
        let mut numbers = Numbers(7);
        for kill in 0..kills() {
            export(&project, kill % 2 == 1);
            let mut run = project.start(database, &["import", "--allow-older"]);
            std::thread::sleep(Duration::from_millis(numbers.below(usual + usual / 8)));
            // It may have ended before.
            drop(run.kill());
            run.wait().expect("ended");
        }
        ends_as_one_clean_run(&project, database);
    }

    /// The process is killed while it takes a run back: then that is done, or it is not.
    fn killed_while_taking_back(database: &Database) {
        let project = shop();
        export(&project, false);
        project.run_on(database, &["import", "--allow-older"]).expect(0);
        let before = content(database);
        export(&project, true);
        project.run_on(database, &["import", "--allow-older"]).expect(0);
        let after = content(database);
        let mut numbers = Numbers(5);
        for _ in 0..kills() / 4 {
            let mut undo = project.start(database, &["undo", "last"]);
            std::thread::sleep(Duration::from_millis(numbers.below(150)));
            drop(undo.kill());
            undo.wait().expect("ended");
            // Whatever was done is done back by the next one.
            assert!([&before, &after].contains(&&content(database)), "half taken back");
        }
        ends_as_one_clean_run(&project, database);
    }

    /// Another program inserts rows with the same codes while the import runs.
    fn another_writer_inserts_the_same_keys(database: &Database) {
        let project = shop();
        project.run_on(database, &["migrate", "run"]).expect(0);
        export(&project, false);
        let done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let mut writer = database.session();
                for i in 0..PARTS {
                    if done.load(Ordering::Relaxed) {
                        break;
                    }
                    let row = format!("INSERT INTO parts (id, code, kind) VALUES ('mine {i}', 'c{i}', 'nut') ON CONFLICT DO NOTHING");
                    // On SQLite it may not get the file in time.
                    drop(writer.batch(&row));
                    std::thread::sleep(Duration::from_millis(2));
                }
            });
            let run = project.run_on(database, &["import", "--allow-older"]);
            done.store(true, Ordering::Relaxed);
            run.expect(0);
        });
        let again = project.run_on(database, &["import", "--allow-older", "--format", "json"]).expect(0).json();
        assert_eq!((&again["totals"]["insert"], &again["totals"]["reject"]), (&0.into(), &0.into()));
        assert_eq!(one(database, "SELECT CAST(COUNT(*) AS TEXT) FROM parts"), PARTS.to_string());
        assert_eq!(one(database, "SELECT CAST(COUNT(DISTINCT code) AS TEXT) FROM parts WHERE note IS NOT NULL"), PARTS.to_string());
    }
}

/// The server cuts connections at any moment.
#[test]
fn connections_are_cut() {
    let Some(database) = Database::postgres() else { return };
    let project = shop();
    let cut = "SELECT CAST(count(pg_terminate_backend(pid)) AS text) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND (application_name LIKE 'resettle%' OR application_name = '')";
    let mut numbers = Numbers(11);
    let mut failed = 0;
    for run in 0..kills() / 4 {
        export(&project, run % 2 == 1);
        let import = project.start(
            &database,
            if run % 3 == 0 { &["import", "--allow-older", "--commit-every", "20"] } else { &["import", "--allow-older"] },
        );
        std::thread::sleep(Duration::from_millis(numbers.below(400)));
        database.rows(cut);
        let output = import.wait_with_output().expect("ended");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(matches!(output.status.code(), Some(0 | 2)), "{said}");
        failed += usize::from(output.status.code() == Some(2));
    }
    assert!(failed > 0, "no connection was cut while it was used");
    ends_as_one_clean_run(&project, &database);
}
