//! Storage that does not take what is written: a full disk, a file that may not grow, read-only files, databases and transactions.

use std::process::{Command, Stdio};

use super::faults::{Numbers, ends_as_one_clean_run};
use super::{one, shop, stock};
use crate::support::{Database, Project, Server};

const PARTS: usize = super::faults::PARTS;

/// Runs a shell script with the binary, the database's file and its folder as `$1`, `$2` and `$3`, in the project. Returns exit code and stderr.
fn shell(project: &Project, database: &Database, before: &[&str], script: &str) -> (i32, String) {
    let file = database.url().trim_start_matches("sqlite:").to_owned();
    let words = [before, &["sh", "-c", script, "sh", env!("CARGO_BIN_EXE_resettle"), &file]].concat();
    let mut command = Command::new(words[0]);
    let home = std::path::Path::new(&file).parent().expect("a folder").display().to_string();
    command.args(&words[1..]).arg(home).current_dir(project.path()).stdin(Stdio::null());
    let output = command.output().expect("a shell");
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Says whether file systems of one's own can be mounted: as root, in a name space that ends with the process.
fn can_mount() -> bool {
    let tried = Command::new("unshare").args(["-m", "sh", "-c", "mount -t tmpfs tmpfs /mnt"]).stderr(Stdio::null()).status();
    let can = tried.is_ok_and(|status| status.success());
    if !can {
        eprintln!("skipped: file systems can be mounted as root only");
    }
    can
}

/// A database with one import, and sources that make it much larger.
fn prepared() -> (Project, Database, Vec<String>) {
    let (project, database) = (shop(), Database::sqlite());
    stock(&project, PARTS);
    project.run_on(&database, &["import", "--allow-older"]).expect(0);
    let text = std::fs::read_to_string(project.path().join("data/parts.ndjson")).expect("the source");
    project.data("parts.ndjson", text.replace("\"note ", &format!("\"{} ", "long".repeat(1000))));
    let before = content(&database);
    (project, database, before)
}

fn content(database: &Database) -> Vec<String> {
    database.tables().iter().flat_map(|table| database.dump(table)).collect()
}

#[test]
fn a_full_disk_takes_everything_back() {
    if !can_mount() {
        return;
    }
    let (project, database, before) = prepared();
    // What is left when the process has ended is copied out: the name space goes with the shell.
    let script = "set -e; mkdir disk; mount -t tmpfs -o size=500k tmpfs disk; cp \"$2\" disk/target.db; code=0; \
        \"$1\" --to sqlite:disk/target.db import || code=$?; rm -f \"$2\"; cp disk/target.db* \"$3\"/; exit $code";
    let (code, said) = shell(&project, &database, &["unshare", "-m"], script);
    assert!(code == 2 && said.contains("full"), "{code}: {said}");
    assert_eq!(content(&database), before, "rows as they were (right)");
    assert_eq!(one(&database, "SELECT integrity_check FROM pragma_integrity_check"), "ok");
    ends_as_one_clean_run(&project, &database);
}

/// The disk of the server is full: what the tables of the run stand on, not its log.
#[test]
fn a_full_disk_of_the_server_takes_everything_back() {
    if !can_mount() || Database::postgres().is_none() {
        return;
    }
    let server = Server::start_with_disk("400k");
    let database = Database::on_server(server.url());
    let project = shop();
    stock(&project, PARTS);
    project.run_on(&database, &["migrate", "run"]).expect(0);
    database.batch(&format!("CREATE TABLESPACE small LOCATION '{}'", server.disk()));
    database.batch("ALTER TABLE parts SET TABLESPACE small");
    project.run_on(&database, &["import", "--allow-older"]).expect(0);
    let before = content(&database);
    // What cannot be compressed.
    let mut numbers = Numbers(29);
    let text = std::fs::read_to_string(project.path().join("data/parts.ndjson")).expect("the source");
    let long = |line: &str| {
        let noise: String = (0..500).map(|_| format!("{:08x}", numbers.below(u64::from(u32::MAX)))).collect();
        line.replace("\"note ", &format!("\"{noise} ")) + "\n"
    };
    let lines: String = text.lines().map(long).collect();
    project.data("parts.ndjson", lines);
    let said = project.run_on(&database, &["import", "--allow-older"]).expect(2).stderr;
    assert!(said.contains("No space left on device"), "{said}");
    assert_eq!(content(&database), before, "rows as they were (right)");
    // What was written in vain stands there until it is cleaned up, as after any failed transaction.
    for sql in ["ALTER TABLE parts SET TABLESPACE pg_default", "VACUUM FULL parts", "ALTER TABLE parts SET TABLESPACE small"] {
        database.batch(sql);
    }
    let steps = project.run_on(&database, &["import", "--allow-older", "--commit-every", "10"]).expect(2).stderr;
    assert!(steps.contains("No space left on device") && steps.contains("were committed before and stay"), "{steps}");
    assert_ne!(content(&database), before);
    database.batch("ALTER TABLE parts SET TABLESPACE pg_default");
    ends_as_one_clean_run(&project, &database);
    database.batch("DROP TABLESPACE small");
}

/// The same without any privilege: the file may not become larger than this.
#[test]
#[cfg(unix)]
fn a_file_that_may_not_grow_takes_everything_back() {
    let (project, database, before) = prepared();
    let (code, said) = shell(&project, &database, &[], "trap '' XFSZ; ulimit -f 600; exec \"$1\" --to \"sqlite:$2\" import");
    assert!(code == 2 && said.contains("error: "), "{code}: {said}");
    assert_eq!(content(&database), before, "rows as they were (right)");
    ends_as_one_clean_run(&project, &database);
}

#[test]
fn a_file_system_that_is_read_only_is_said_to_be() {
    if !can_mount() {
        return;
    }
    let (project, database, before) = prepared();
    let script = "set -e; mkdir disk; mount -t tmpfs tmpfs disk; cp \"$2\" disk/target.db; mount -o remount,ro disk; \
        \"$1\" --to sqlite:disk/target.db plan > /dev/null; exec \"$1\" --to sqlite:disk/target.db import";
    let (code, said) = shell(&project, &database, &["unshare", "-m"], script);
    assert!(code == 2 && (said.contains("readonly database") || said.contains("unable to open")), "{code}: {said}");
    assert_eq!(content(&database), before);
    ends_as_one_clean_run(&project, &database);
}

/// A standby, or a database that somebody made read-only while it is moved.
#[test]
fn transactions_that_are_read_only_are_said_to_be() {
    let Some(database) = Database::postgres() else { return };
    let project = shop();
    stock(&project, PARTS);
    project.run_on(&database, &["import", "--allow-older"]).expect(0);
    let before = content(&database);
    let set = |to: &str| {
        database
            .batch(&format!("BEGIN READ WRITE; DO $$ BEGIN EXECUTE format('ALTER DATABASE %I {to}', current_database()); END $$; COMMIT"));
    };
    stock(&project, PARTS + 1);
    set("SET default_transaction_read_only = on");
    for command in [&["import", "--allow-older"][..], &["undo", "last"], &["ledger", "prune"]] {
        let said = project.run_on(&database, command).expect(2).stderr;
        assert!(said.contains("read-only transaction"), "{command:?}: {said}");
    }
    project.run_on(&database, &["plan"]).expect(0);
    assert_eq!(content(&database), before);
    set("RESET default_transaction_read_only");
    ends_as_one_clean_run(&project, &database);
}
