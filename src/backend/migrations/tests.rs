//! Migrations on SQLite; the integration tests run them on both databases.

use std::path::Path;

use super::*;

fn migration(root: &Path, name: &str, up: &str, down: &str) {
    let folder = root.join("migrations").join(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("up.sql"), up).unwrap();
    std::fs::write(folder.join("down.sql"), down).unwrap();
}

fn project() -> (tempfile::TempDir, TargetUrl) {
    let root = tempfile::tempdir().unwrap();
    migration(root.path(), "2024-01-01-000000_first", "CREATE TABLE a (x INTEGER);", "DROP TABLE a;");
    migration(root.path(), "2024-01-03-000000_third", "CREATE TABLE c (x INTEGER);", "DROP TABLE c;");
    let target = TargetUrl::parse(&format!("sqlite:{}", root.path().join("t.db").display())).unwrap();
    (root, target)
}

fn found(root: &Path) -> Migrations {
    Migrations::find(root, BackendKind::Sqlite).unwrap().expect("migrations")
}

#[test]
fn asking_creates_no_file() {
    let (root, target) = project();
    assert_eq!(pending(&target, &found(root.path())).unwrap(), ["2024-01-01-000000_first", "2024-01-03-000000_third"]);
    assert!(!root.path().join("t.db").exists());
}

#[test]
fn applies_once_reports_out_of_order_and_takes_back() {
    let (root, target) = project();
    assert_eq!(run(&target, &found(root.path()), &|_| {}).unwrap().len(), 2);
    assert!(run(&target, &found(root.path()), &|_| {}).unwrap().is_empty());
    migration(root.path(), "2024-01-02-000000_second", "CREATE TABLE b (x INTEGER);", "DROP TABLE b;");
    let states = status(&target, &found(root.path())).unwrap();
    let seen: Vec<(bool, bool)> = states.iter().map(|s| (s.applied, s.out_of_order)).collect();
    assert_eq!(seen, [(true, false), (false, true), (true, false)]);
    assert_eq!(run(&target, &found(root.path()), &|_| {}).unwrap(), ["2024-01-02-000000_second"]);
    assert_eq!(revert(&target, &found(root.path()), 1).unwrap(), ["2024-01-03-000000_third"]);
    assert_eq!(pending(&target, &found(root.path())).unwrap(), ["2024-01-03-000000_third"]);
}

#[test]
fn a_failing_migration_says_what_stays() {
    let (root, target) = project();
    migration(root.path(), "2024-01-02-000000_wrong", "CREATE TABEL b (x INTEGER);", "");
    let error = run(&target, &found(root.path()), &|_| {}).unwrap_err().to_string();
    assert!(error.starts_with("cannot apply the migration `2024-01-02-000000_wrong`: ") && error.contains("TABEL"), "{error}");
    assert!(error.ends_with("done before it: 2024-01-01-000000_first"), "{error}");
    assert_eq!(pending(&target, &found(root.path())).unwrap().len(), 2);
}

#[test]
fn four_at_once_apply_each_migration_once() {
    let (root, target) = project();
    let applied: usize = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..4).map(|_| scope.spawn(|| run(&target, &found(root.path()), &|_| {}).unwrap().len())).collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).sum()
    });
    assert_eq!(applied, 2);
}

#[test]
fn a_folder_of_another_kind_is_refused() {
    let root = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(root.path().join("migrations/sqlite/notes")).unwrap();
    std::fs::write(root.path().join("migrations/sqlite/notes/readme.txt"), "x").unwrap();
    let Err(error) = Migrations::find(root.path(), BackendKind::Sqlite) else { panic!("expected an error") };
    assert!(error.to_string().contains("does not hold migrations"), "{error}");
}
