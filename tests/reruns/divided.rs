//! Imports that commit in steps, beside others: what goes in steps, steps that begin again, and locks.

use std::io::Write;
use std::time::{Duration, Instant};

use resettle::backend::TargetUrl;
use resettle::pipeline::{self, RunError, Settings};
use resettle::progress::Silent;
use resettle::report::{Command, Deaf};

use super::steps::{fresh, history, import, replace};
use super::{content, memory, one, shop, stock};
use crate::support::{Database, Project, each_backend};

/// A project whose mappings say what becomes of parts, and of makers, that are gone.
fn with_missing(parts: &str, makers: &str) -> Project {
    let project = shop();
    for (name, rule) in [("makers", makers), ("parts", parts)] {
        let text = std::fs::read_to_string(project.path().join(format!("mappings/{name}.toml"))).expect("a mapping");
        project.mapping(name, &format!("on_missing = {rule}\n{text}"));
    }
    project
}

/// Imports in steps and ends after some.
fn stop_after(project: &Project, database: &Database, every: u64, steps: usize) -> u64 {
    let target = TargetUrl::parse(database.url()).expect("an address");
    let settings = Settings::new(project.path().to_owned(), target, Command::Import);
    match pipeline::run(&Settings { commit_every: Some(every), stop_after: Some(steps), ..settings }, &Silent, &mut Deaf) {
        Err(RunError::Interrupted { rows, .. }) => rows,
        other => panic!("{other:?}"),
    }
}

fn count(database: &Database, what: &str) -> u64 {
    one(database, &format!("SELECT CAST(COUNT(*) AS TEXT) FROM {what}")).parse().expect("a number")
}

each_backend! {
    /// Nothing is written but what is gone: it goes step by step, children first, goes on with the next run, and comes back.
    fn what_is_gone_goes_in_steps(database: &Database) {
        let (project, other) = (with_missing("\"delete\"", "\"delete\""), fresh(database));
        stock(&project, 40);
        for database in [database, &other] {
            import(&project, database, &[], 0);
        }
        let before = (content(database), memory(database));
        stock(&project, 24);
        replace(&project, "makers.ndjson", |text| text.lines().filter(|line| !line.contains("\"id\":5,")).map(|line| format!("{line}\n")).collect());
        replace(&project, "parts.ndjson", |text| text.replace("\"maker\":5", "\"maker\":1"));
        // The first step writes the records that changed their maker.
        for (steps, rows, parts) in [(2, 8, 36), (4, 16, 28)] {
            assert_eq!(stop_after(&project, database, 4, steps), rows, "{steps} steps");
            assert_eq!((count(database, "parts"), count(database, "makers")), (parts, 5), "{steps} steps");
            let shown = history(&project, database);
            assert_eq!((&shown[0]["details"]["unfinished"]["steps"], shown[0]["details"]["tables"][1]["deleted"].as_u64().unwrap_or(0)), (&steps.into(), 40 - count(database, "parts")));
            project.run_on(database, &["undo", "last"]).expect(0);
            assert_eq!((content(database), memory(database)), before);
        }
        stop_after(&project, database, 4, 3);
        let report = import(&project, database, &["--commit-every", "4"], 0);
        import(&project, &other, &[], 0);
        assert_eq!((&report["tables"][0]["missing"]["deleted"], &report["tables"][1]["missing"]["deleted"]), (&1.into(), &8.into()));
        assert_eq!((content(database), memory(database)), (content(&other), memory(&other)));
    }

    fn what_is_gone_is_set_in_steps(database: &Database) {
        let (project, other) = (with_missing("{ set = { note = \"gone\" } }", "\"keep\""), fresh(database));
        stock(&project, 40);
        for database in [database, &other] {
            import(&project, database, &[], 0);
        }
        stock(&project, 25);
        assert_eq!(stop_after(&project, database, 4, 3), 8);
        assert_eq!(count(database, "parts WHERE note = 'gone'"), 8);
        let report = import(&project, database, &["--commit-every", "4"], 0);
        import(&project, &other, &[], 0);
        assert_eq!(report["tables"][1]["missing"]["set"], 7);
        assert_eq!(content(database), content(&other));
    }

    /// Rows of a tree go together: one by one, they would be in each other's way.
    fn a_tree_goes_at_once(database: &Database) {
        let project = Project::new();
        database.batch("CREATE TABLE regions (id INTEGER PRIMARY KEY, name TEXT, up INTEGER REFERENCES regions (id))");
        project.mapping(
            "regions",
            "table = \"regions\"\nsource = \"regions.ndjson\"\nid = \"id\"\non_missing = \"delete\"\n[columns]\nname = \"name\"\nup = { from = \"up\", references = \"regions\" }\n",
        );
        let lines = |from: u32| -> String {
            let line = |i: u32| if i == 30 { "{\"id\":30,\"name\":\"all\"}\n".to_owned() } else { format!("{{\"id\":{i},\"name\":\"r{i}\",\"up\":{}}}\n", i + 1) };
            (from..=30).map(line).collect()
        };
        project.data("regions.ndjson", lines(1));
        import(&project, database, &[], 0);
        project.data("regions.ndjson", lines(11));
        assert_eq!(import(&project, database, &["--commit-every", "3"], 0)["tables"][0]["missing"]["deleted"], 10);
        assert_eq!(count(database, "regions"), 20);
    }
}

/// What the server ends in favour of another transaction in a later step is that step, done again.
#[test]
fn a_step_that_fails_to_serialize_begins_again() {
    let Some(database) = Database::postgres() else { return };
    let (project, other) = (with_missing("\"delete\"", "\"keep\""), fresh(&database));
    stock(&project, 60);
    project.run_on(&database, &["migrate", "run"]).expect(0);
    database.batch(
        "CREATE SEQUENCE failures; CREATE SEQUENCE losses;
         CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF TG_OP = 'DELETE' THEN
                IF nextval('losses') = 7 THEN RAISE EXCEPTION 'could not serialize access' USING ERRCODE = '40001'; END IF;
                RETURN old;
            END IF;
            IF new.code = 'c30' AND nextval('failures') <= 2 THEN RAISE EXCEPTION 'could not serialize access' USING ERRCODE = '40001'; END IF;
            RETURN new; END $$;
         CREATE TRIGGER fail BEFORE INSERT OR DELETE ON parts FOR EACH ROW EXECUTE FUNCTION fail()",
    );
    let output = project.run_on(&database, &["import", "--allow-older", "--commit-every", "10"]).expect(0);
    assert_eq!(output.stderr.matches("the step begins again").count(), 2, "{}", output.stderr);
    import(&project, &other, &[], 0);
    assert_eq!((content(&database), memory(&database)), (content(&other), memory(&other)));
    let (steps, whole) = (history(&project, &database), history(&project, &other));
    for part in ["tables", "journal_rows"] {
        assert_eq!(steps[0]["details"][part], whole[0]["details"][part], "{part}");
    }
    stock(&project, 35);
    let output = project.run_on(&database, &["import", "--allow-older", "--commit-every", "5"]).expect(0);
    assert_eq!(output.stderr.matches("the step begins again").count(), 1, "{}", output.stderr);
    assert_eq!(count(&database, "parts"), 35);
    project.run_on(&database, &["undo", "last"]).expect(0);
    assert_eq!(content(&database), content(&other));
}

/// While a run in steps reads, others write to its tables; then it begins again and keeps them out.
#[test]
fn a_run_in_steps_locks_when_it_writes() {
    let Some(database) = Database::postgres() else { return };
    let project = shop();
    stock(&project, 40);
    import(&project, &database, &[], 0);
    replace(&project, "parts.ndjson", |text| text.replace("\"note ", "\"memo "));
    let text = std::fs::read_to_string(project.path().join("data/parts.ndjson")).expect("the source");
    let half = text.len() / 2;
    for (edit, begins_again) in [("", false), ("UPDATE parts SET price = 77 WHERE code = 'c7'", true)] {
        let mut run = project.start_with_input(&database, &["import", "--allow-older", "-", "--table", "parts", "--commit-every", "5"]);
        let mut input = run.stdin.take().expect("a pipe");
        input.write_all(&text.as_bytes()[..half]).expect("written");
        let begun = Instant::now();
        let reads = "SELECT CAST(COUNT(*) AS text) FROM pg_locks l WHERE l.relation = 'parts'::regclass AND l.mode = 'AccessShareLock' AND l.pid <> pg_backend_pid()";
        while one(&database, reads) == "0" {
            assert!(begun.elapsed() < Duration::from_secs(30), "the run does not begin");
            std::thread::sleep(Duration::from_millis(10));
        }
        database.batch(&format!("SET lock_timeout = '2s'; {edit}"));
        input.write_all(&text.as_bytes()[half..]).expect("written");
        drop(input);
        let output = run.wait_with_output().expect("the binary ends");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{said}");
        let note =
            "the table `parts` was changed by somebody else while the run was under way (before anything was written); it begins again";
        assert_eq!(said.contains(note), begins_again, "{said}");
        assert_eq!(count(&database, "parts WHERE note LIKE 'memo %'"), 40);
        project.run_on(&database, &["undo", "last"]).expect(0);
    }
    assert_eq!(one(&database, "SELECT CAST(price AS text) FROM parts WHERE code = 'c7'"), "77.00");
}

/// A trigger that changes rows which are written later cannot be told from somebody else: the run says what may be.
#[test]
fn a_trigger_that_changes_later_rows_is_named() {
    let Some(database) = Database::postgres() else { return };
    let project = shop();
    stock(&project, 20);
    import(&project, &database, &[], 0);
    database.batch(
        "CREATE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF new.code = 'c1' THEN UPDATE parts SET price = 1 WHERE code = 'c15'; END IF; RETURN new; END $$;
         CREATE TRIGGER meddle AFTER UPDATE ON parts FOR EACH ROW EXECUTE FUNCTION meddle()",
    );
    replace(&project, "parts.ndjson", |text| text.replace("\"note ", "\"memo "));
    let said = project.run_on(&database, &["import", "--allow-older", "--commit-every", "5"]).expect(2).stderr;
    assert!(
        said.contains("where a trigger changes mapped columns of rows that are written later, import without `--commit-every`"),
        "{said}"
    );
    project.run_on(&database, &["import", "--allow-older"]).expect(0);
    assert_eq!(count(&database, "parts WHERE note LIKE 'memo %'"), 20);
}
