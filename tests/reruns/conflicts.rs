//! What the server ends in favour of another transaction is tried again, and told once.

use std::time::{Duration, Instant};

use super::faults::{PARTS, ends_as_one_clean_run, export};
use super::{one, shop};
use crate::support::Database;

/// What the server ends in favour of another transaction is done again, and told once.
#[test]
fn serialization_failures_are_tried_again() {
    let Some(database) = Database::postgres() else { return };
    let project = shop();
    project.run_on(&database, &["migrate", "run"]).expect(0);
    database.batch(
        "CREATE SEQUENCE failures;
         CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF new.code = 'c3' AND nextval('failures') <= 2 THEN RAISE EXCEPTION 'could not serialize access' USING ERRCODE = '40001'; END IF;
            RETURN new; END $$;
         CREATE TRIGGER fail BEFORE INSERT ON parts FOR EACH ROW EXECUTE FUNCTION fail()",
    );
    export(&project, false);
    let text = std::fs::read_to_string(project.path().join("data/parts.ndjson")).expect("the source");
    project.data("parts.ndjson", text + "{\"id\":\"bad\",\"code\":null,\"kind\":\"nut\"}\n");
    let output = project.run_on(&database, &["import", "--allow-older"]).expect(1);
    assert_eq!(output.stderr.matches("it begins again").count(), 2, "{}", output.stderr);
    let rejects = std::fs::read_to_string(project.path().join("rejects.ndjson")).expect("rejects");
    assert_eq!(rejects.lines().count(), 1, "{rejects}");
    assert_eq!(one(&database, "SELECT CAST(COUNT(*) AS TEXT) FROM parts"), PARTS.to_string());
}

/// Another transaction waits for the run, and the run for it: the server ends the run, in one transaction or in the middle of its steps.
#[test]
fn deadlocks_are_tried_again() {
    for (more, note) in [(&[][..], "it begins again"), (&["--commit-every", "10"], "the step begins again")] {
        let Some(database) = Database::postgres() else { return };
        let project = shop();
        export(&project, false);
        project.run_on(&database, &["migrate", "run"]).expect(0);
        database.batch(
            "CREATE TABLE counters (n INTEGER); INSERT INTO counters VALUES (0);
             CREATE FUNCTION counted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                IF new.code = 'c77' THEN UPDATE counters SET n = n + 1; END IF; RETURN new; END $$;
             CREATE TRIGGER count BEFORE INSERT ON parts FOR EACH ROW EXECUTE FUNCTION counted()",
        );
        let mut other = database.session();
        // The run looks for the circle first.
        other.batch("SET deadlock_timeout = '10min'; SET lock_timeout = '60s'").expect("set");
        other.batch("BEGIN; UPDATE counters SET n = n + 100").expect("written");
        let run = project.start(&database, &[&["import", "--allow-older"], more].concat());
        let waits = "SELECT CAST(COUNT(*) AS text) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        let begun = Instant::now();
        while one(&database, waits) == "0" {
            assert!(begun.elapsed() < Duration::from_secs(60), "the run waits for nothing");
            std::thread::sleep(Duration::from_millis(5));
        }
        other.batch("UPDATE parts SET note = note WHERE code = 'c149'").expect("the run gave way");
        other.batch("COMMIT").expect("committed");
        let output = run.wait_with_output().expect("the binary ends");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{said}");
        assert_eq!((said.matches("deadlock detected").count(), said.matches(note).count()), (1, 1), "{said}");
        assert_eq!(one(&database, "SELECT CAST(n AS text) FROM counters"), "101");
        database.batch("DROP TRIGGER count ON parts; DROP FUNCTION counted; DROP TABLE counters");
        ends_as_one_clean_run(&project, &database);
    }
}
