//! One run at a time.

use std::process::{Command, Stdio};
use std::time::Duration;

use resettle::catalog::BackendKind;

use super::{one, one_of_them_works, shop, stock};
use crate::support::{Database, each_backend};

each_backend! {
    /// Replicas of a service that all import when they start: one does the work, the database being empty at first.
    fn of_twenty_replicas_one_works(database: &Database) {
        let project = shop();
        stock(&project, 200);
        let replicas: Vec<_> = (0..20).map(|_| project.start(database, &["import", "--format", "json"])).collect();
        one_of_them_works(replicas, 205);
        assert_eq!(one(database, "SELECT CAST(COUNT(*) AS TEXT) FROM parts"), "200");
    }

    /// The script that rehearses a deploy finds that all holds, and says so where it does not.
    fn a_deploy_is_rehearsed(database: &Database) {
        let project = shop();
        stock(&project, 100);
        let rehearse = |code: i32| {
            let script = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/deploy-rehearsal.sh");
            let folder = project.path().display().to_string();
            let mut command = Command::new("bash");
            command.args([script, database.url(), &folder]).env("RESETTLE", env!("CARGO_BIN_EXE_resettle")).stdin(Stdio::null());
            let output = command.output().expect("a shell");
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            assert_eq!(output.status.code(), Some(code), "{said}{}", String::from_utf8_lossy(&output.stderr));
            said
        };
        let said = rehearse(0);
        assert!(said.contains("1 worked, 19 found nothing to do, 0 were killed, 0 failed") && said.matches("   holds: ").count() == 6, "{said}");
        assert!(rehearse(1).contains("DOES NOT HOLD: one works"), "the database is not empty any more");
    }

    fn a_writer_is_waited_for_and_named(database: &Database) {
        let project = shop();
        stock(&project, 10);
        project.run_on(database, &["import"]).expect(0);
        stock(&project, 20);
        let mut writer = database.session();
        writer.batch("BEGIN").expect("begun");
        writer.batch("UPDATE makers SET city = 'elsewhere' WHERE id = 1").expect("written");
        let refused = project.run_on(database, &["import", "--lock-timeout", "1"]).expect(2);
        let named = if database.kind() == BackendKind::Sqlite { "another process writes to this file" } else { "another writer (pid " };
        assert!(refused.stderr.contains(named) && refused.stderr.contains("--lock-timeout"), "{}", refused.stderr);
        let waits = project.start(database, &["import"]);
        std::thread::sleep(Duration::from_millis(1500));
        writer.batch("COMMIT").expect("committed");
        let output = waits.wait_with_output().expect("the binary ends");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success() && said.starts_with("note: another") && said.lines().count() == 1, "{said}");
        assert_eq!(one(database, "SELECT CAST(COUNT(*) AS TEXT) FROM parts"), "20");
    }
}

/// What holds the lock is named, and it ends with its connection.
#[test]
fn the_lock_dies_with_its_connection() {
    let Some(database) = Database::postgres() else { return };
    let project = shop();
    stock(&project, 10);
    let mut holder = database.session();
    let key = i64::from_be_bytes(*b"resetrun");
    holder.batch(&format!("BEGIN; SET LOCAL application_name = 'a colleague'; SELECT pg_advisory_xact_lock({key})")).expect("locked");
    let refused = project.run_on(&database, &["import", "--lock-timeout", "1"]).expect(2);
    assert!(
        refused.stderr.contains("another run (pid ") && refused.stderr.contains(", a colleague, ") && refused.stderr.contains(", since 20"),
        "{}",
        refused.stderr
    );
    let waits = project.start(&database, &["import"]);
    std::thread::sleep(Duration::from_millis(500));
    drop(holder);
    assert!(waits.wait_with_output().expect("the binary ends").status.success());
}
