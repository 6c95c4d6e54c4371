//! Imports that commit in steps: each ends as one clean run, wherever the process ended before.

use std::time::{Duration, Instant};

use resettle::backend::TargetUrl;
use resettle::backend::statement::Statement;
use resettle::catalog::BackendKind;
use resettle::pipeline::{self, RunError, Settings};
use resettle::progress::Silent;
use resettle::report::{Command, Deaf};
use serde_json::Value;

use super::faults::{Numbers, PARTS, ends_as_one_clean_run, export, kills, usual};
use super::{content, memory, one, one_of_them_works, shop, stock};
use crate::support::{Database, Project, each_backend};

/// So many parts that somebody else comes in between.
const MANY: usize = 150;

/// Another empty database of the same kind.
pub(super) fn fresh(database: &Database) -> Database {
    match database.kind() {
        BackendKind::Sqlite => Database::sqlite(),
        BackendKind::Postgres => Database::postgres().expect("a database"),
    }
}

pub(super) fn import(project: &Project, database: &Database, more: &[&str], code: i32) -> Value {
    project.run_on(database, &[&["import", "--allow-older", "--format", "json"], more].concat()).expect(code).json()
}

pub(super) fn history(project: &Project, database: &Database) -> Value {
    project.run_on(database, &["history", "--format", "json"]).expect(0).json()
}

pub(super) fn replace(project: &Project, source: &str, change: impl Fn(String) -> String) {
    let text = std::fs::read_to_string(project.path().join("data").join(source)).expect("the source");
    project.data(source, change(text));
}

/// Writes something else as soon as a run has committed a step, which a query then says with `1`.
fn meddle(database: &Database, condition: &str, sql: &str) {
    let mut writer = database.session();
    let begun = Instant::now();
    let condition = Statement::new(format!("SELECT CASE WHEN {condition} THEN '1' ELSE '0' END"));
    while writer.rows(&condition).ok().and_then(|rows| rows.into_iter().flatten().flatten().next()).as_deref() != Some("1") {
        assert!(begun.elapsed() < Duration::from_secs(60), "no step is committed");
    }
    if database.kind() == BackendKind::Sqlite {
        writer.batch("PRAGMA busy_timeout = 0").expect("set");
    }
    while writer.batch(sql).is_err() {
        assert!(begun.elapsed() < Duration::from_secs(60), "the steps leave no time");
    }
}

/// Lets the database refuse parts of some codes.
fn refuse(database: &Database, codes: &str) {
    database.batch(&match database.kind() {
        BackendKind::Sqlite => format!(
            "CREATE TRIGGER refuse BEFORE INSERT ON parts WHEN new.code IN ({codes}) BEGIN SELECT RAISE(ABORT, 'not this one'); END"
        ),
        BackendKind::Postgres => format!(
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF new.code IN ({codes}) THEN RAISE EXCEPTION 'not this one'; END IF; RETURN new; END $$;
             CREATE TRIGGER refuse BEFORE INSERT ON parts FOR EACH ROW EXECUTE FUNCTION refuse()"
        ),
    });
}

each_backend! {
    /// Rows, ledger, report and history are those of a run in one transaction, and it can be taken back.
    fn a_run_in_steps_is_a_run(database: &Database) {
        let (project, other) = (shop(), fresh(database));
        for second in [false, true] {
            export(&project, second);
            replace(&project, "parts.ndjson", |text| text + "{\"id\":\"bad\",\"code\":null,\"kind\":\"nut\"}\n");
            let before = second.then(|| (content(database), memory(database)));
            let report = import(&project, database, &["--commit-every", "20"], 1);
            let whole = import(&project, &other, &[], 1);
            assert_eq!((content(database), memory(database)), (content(&other), memory(&other)));
            for part in ["totals", "rejects"] {
                assert_eq!(report[part], whole[part], "{part}");
            }
            let (steps, whole) = (history(&project, database), history(&project, &other));
            assert_eq!(steps.as_array().expect("runs").len(), 1 + usize::from(second));
            assert_eq!((&steps[0]["totals"], &steps[0]["details"]), (&whole[0]["totals"], &whole[0]["details"]));
            if let Some(before) = before {
                project.run_on(database, &["undo", "last"]).expect(0);
                assert_eq!((content(database), memory(database)), before);
            }
        }
        // What is little is written in one transaction.
        let again = import(&project, database, &["--commit-every", "500"], 1);
        assert_eq!(again["totals"]["update"], PARTS);
        let nothing = import(&project, database, &["--commit-every", "1"], 1);
        assert_eq!((&nothing["totals"]["update"], &nothing["totals"]["unchanged"]), (&0.into(), &(PARTS + 5).into()));
    }

    /// The process is killed at any moment; nobody ever sees half of an exchange of keys.
    fn killed_between_steps_or_in_one(database: &Database) {
        let project = shop();
        let mut numbers = Numbers(17);
        let mut unfinished = 0;
        export(&project, false);
        let usual = usual(&project, database, &["import", "--allow-older", "--commit-every", "3"]);
        for kill in 0..kills() / 4 {
            export(&project, kill % 3 == 1);
            replace(&project, "parts.ndjson", |text| text.replace("\"note ", &format!("\"note {kill} of ")));
            let mut run = project.start(database, &["import", "--allow-older", "--commit-every", if kill % 2 == 0 { "7" } else { "1" }]);
            std::thread::sleep(Duration::from_millis(numbers.below(usual.min(400))));
            drop(run.kill());
            run.wait().expect("ended");
            if database.tables().iter().any(|table| table == "parts") {
                assert_eq!(one(database, "SELECT CAST(COUNT(*) AS TEXT) FROM parts WHERE code NOT LIKE 'c%'"), "0");
            }
            let runs = project.run_on(database, &["history"]);
            unfinished += u32::from(runs.stdout.lines().nth(1).is_some_and(|line| line.contains("unfinished: ")));
        }
        assert!(unfinished > 0, "no run was killed between two steps");
        ends_as_one_clean_run(&project, database);
    }

    /// What was committed stays, is shown, can be taken back, and goes on with the next run.
    fn what_was_interrupted_goes_on(database: &Database) {
        let (project, other) = (shop(), fresh(database));
        stock(&project, MANY);
        for database in [database, &other] {
            import(&project, database, &[], 0);
        }
        let before = (content(database), memory(database));
        replace(&project, "parts.ndjson", |text| text.replace("\"note ", "\"memo "));
        let interrupt = || {
            let run = project.start(database, &["import", "--allow-older", "--commit-every", "1"]);
            let has_steps = "(SELECT details FROM resettle_runs ORDER BY run_id DESC LIMIT 1) LIKE '%\"unfinished\":%'";
            meddle(database, has_steps, &format!("UPDATE parts SET note = 'mine' WHERE code = 'c{}'", MANY - 1));
            let output = run.wait_with_output().expect("the binary ends");
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            let row = one(database, "SELECT CAST(id AS TEXT) FROM parts WHERE note = 'mine'");
            let expected = format!("because the table `parts` was changed by somebody else while the run was under way (row `{row}`)");
            assert!(output.status.code() == Some(2) && said.contains(&expected), "{row}: {said}");
            let committed = format!("the run ended early; the {0} rows of {0} steps were committed before and stay", MANY - 1);
            assert!(said.contains(&committed), "{said}");
        };
        interrupt();
        let runs = project.run_on(database, &["history"]).expect(0).stdout;
        assert!(runs.lines().nth(1).is_some_and(|line| line.ends_with(&format!("unfinished: {} of {MANY} steps", MANY - 1))), "{runs}");
        let shown = project.run_on(database, &["show", "last"]).expect(0).stdout;
        assert!(shown.contains(&format!("ended after {} of {MANY} steps", MANY - 1)), "{shown}");
        let memos = "SELECT CAST(COUNT(*) AS TEXT) FROM parts WHERE note LIKE 'memo %'";
        assert_eq!(one(database, memos), (MANY - 1).to_string());
        project.run_on(database, &["undo", "last"]).expect(0);
        database.batch(&format!("UPDATE parts SET note = 'note {0}' WHERE code = 'c{0}'", MANY - 1));
        assert_eq!((content(database), memory(database)), before);
        interrupt();
        // The part that somebody changed has changed in the sources, too: they have the last word.
        let report = import(&project, database, &["--commit-every", "5"], 0);
        assert_eq!((&report["totals"]["update"], &report["tables"][1]["edits"][0]["overwritten"]), (&1.into(), &1.into()));
        import(&project, &other, &[], 0);
        assert_eq!((content(database), memory(database)), (content(&other), memory(&other)));
    }

    /// Somebody else inserts what is about to be inserted: no record is rejected for that, the next run finds it.
    fn rows_that_others_insert_are_no_rejects(database: &Database) {
        let project = shop();
        stock(&project, MANY);
        project.run_on(database, &["migrate", "run"]).expect(0);
        import(&project, database, &["--table", "makers"], 0);
        let run = project.start(database, &["import", "--allow-older", "--commit-every", "1"]);
        let row = format!("INSERT INTO parts (id, code, kind) VALUES ('mine', 'c{}', 'nut')", MANY - 1);
        meddle(database, "EXISTS (SELECT 1 FROM parts)", &row);
        let output = run.wait_with_output().expect("the binary ends");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && said.contains("the table `parts` was changed by somebody else"), "{said}");
        let report = import(&project, database, &["--commit-every", "1"], 0);
        assert_eq!((&report["totals"]["insert"], &report["totals"]["update"], &report["totals"]["reject"]), (&0.into(), &1.into(), &0.into()));
        assert_eq!(one(database, "SELECT CAST(COUNT(*) AS TEXT) FROM parts"), MANY.to_string());
    }

    /// Which record is on which row is decided for all of them at once: whoever goes on after some were written must not decide otherwise.
    fn who_goes_on_binds_as_before(database: &Database) {
        let (project, other) = (Project::new(), fresh(database));
        let number = if database.kind() == BackendKind::Postgres { " GENERATED BY DEFAULT AS IDENTITY" } else { "" };
        for database in [database, &other] {
            database.batch(&format!(
                "CREATE TABLE things (id INTEGER PRIMARY KEY{number}, a INTEGER NOT NULL UNIQUE, b INTEGER NOT NULL UNIQUE, v TEXT);
                 INSERT INTO things (a, b, v) VALUES (1, 10, 'x'), (2, 20, 'y')"
            ));
        }
        project.mapping("things", "table = \"things\"\nsource = \"things.ndjson\"\nid = { from = \"lid\", as = \"none\" }\n[columns]\na = \"a\"\nb = \"b\"\nv = \"v\"\n");
        // `r2` finds two rows. `r` has the first one and `t` the second, so that in the end `r2` and `r` cannot both be; had `t` its row from the start, `r2`
        // would find the first one alone, and come before `r`.
        let record = |id: &str, a: u32, b: u32| format!("{{\"lid\":\"{id}\",\"a\":{a},\"b\":{b},\"v\":\"{id}\"}}\n");
        project.data("things.ndjson", [record("r2", 1, 20), record("r", 1, 10), record("t", 2, 20), record("u", 3, 30)].concat());
        let target = TargetUrl::parse(database.url()).expect("an address");
        let settings = Settings::new(project.path().to_owned(), target, Command::Import);
        let settings = Settings { commit_every: Some(1), stop_after: Some(1), ..settings };
        let stopped = pipeline::run(&settings, &Silent, &mut Deaf);
        assert!(matches!(stopped, Err(RunError::Interrupted { steps: 1, rows: 1, .. })), "{stopped:?}");
        assert_eq!(one(database, "SELECT v FROM things WHERE a = 2"), "t");
        let whole = import(&project, &other, &[], 1);
        let rest = import(&project, database, &["--commit-every", "1"], 1);
        // A sequence that a killed run took a number from goes on behind it.
        let rows = |database: &Database| database.rows("SELECT CAST(a AS TEXT), CAST(b AS TEXT), v FROM things ORDER BY a");
        assert_eq!((rows(database), &rest["rejects"]), (rows(&other), &whole["rejects"]));
        assert_eq!((&whole["totals"]["reject"], &rest["totals"]["insert"]), (&2.into(), &1.into()));
    }

    /// Records at both ends of the input exchange their codes: they are written together.
    fn an_exchange_is_in_one_step(database: &Database) {
        let project = shop();
        stock(&project, 40);
        import(&project, database, &[], 0);
        replace(&project, "parts.ndjson", |text| {
            text.replace("\"c0\"", "\"x\"").replace("\"c39\"", "\"c0\"").replace("\"x\"", "\"c39\"").replace("\"note ", "\"memo ")
        });
        let report = import(&project, database, &["--commit-every", "1"], 0);
        assert_eq!(report["totals"]["update"], 40);
        let codes = |note: &str| ["0", "39"].map(|n| one(database, &format!("SELECT code FROM parts WHERE note = '{note} {n}'"))).concat();
        assert_eq!(codes("memo"), "c39c0");
        if database.kind() == BackendKind::Postgres {
            let together = "SELECT CAST(COUNT(*) AS TEXT) FROM parts WHERE xmin = (SELECT xmin FROM parts WHERE note = 'memo 0')";
            assert_eq!(one(database, together), "2");
            assert_eq!(one(database, "SELECT CAST(COUNT(DISTINCT CAST(xmin AS TEXT)) AS TEXT) FROM parts"), "39");
        }
        project.run_on(database, &["undo", "last"]).expect(0);
        assert_eq!(codes("note"), "c0c39");
    }

    /// Tables that refer to each other are written together; rows of a tree, too.
    fn circles_are_in_one_step(database: &Database) {
        let project = Project::new();
        let deferred = if database.kind() == BackendKind::Postgres { "" } else { " DEFERRABLE INITIALLY DEFERRED" };
        database.batch(&format!(
            "CREATE TABLE regions (id INTEGER PRIMARY KEY, name TEXT, up INTEGER REFERENCES regions (id){deferred});
             CREATE TABLE teams (id INTEGER PRIMARY KEY, name TEXT NOT NULL, lead INTEGER);
             CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, team INTEGER NOT NULL REFERENCES teams (id));"
        ));
        if database.kind() == BackendKind::Postgres {
            database.batch("ALTER TABLE teams ADD FOREIGN KEY (lead) REFERENCES people (id)");
        } else {
            database.batch("DROP TABLE teams; CREATE TABLE teams (id INTEGER PRIMARY KEY, name TEXT NOT NULL, lead INTEGER REFERENCES people (id))");
        }
        let mapping = |name: &str, more: &str| {
            project.mapping(name, &format!("table = \"{name}\"\nsource = \"{name}.ndjson\"\nid = \"id\"\n[columns]\nname = \"name\"\n{more}"));
        };
        mapping("regions", "up = { from = \"up\", references = \"regions\" }\n");
        mapping("teams", "lead = { from = \"lead\", references = \"people\" }\n");
        mapping("people", "team = { from = \"team\", references = \"teams\" }\n");
        let lines = |count: u32, line: &dyn Fn(u32) -> String| (1..=count).map(line).collect::<String>();
        project.data("regions.ndjson", lines(30, &|i| if i < 30 { format!("{{\"id\":{i},\"name\":\"r{i}\",\"up\":{}}}\n", i + 1) } else { "{\"id\":30,\"name\":\"all\"}\n".to_owned() }));
        project.data("teams.ndjson", lines(20, &|i| format!("{{\"id\":{i},\"name\":\"t{i}\",\"lead\":{}}}\n", 21 - i)));
        project.data("people.ndjson", lines(20, &|i| format!("{{\"id\":{i},\"name\":\"p{i}\",\"team\":{}}}\n", 21 - i)));
        let report = import(&project, database, &["--commit-every", "4"], 0);
        assert_eq!(report["totals"]["insert"], 70);
        assert_eq!(one(database, "SELECT CAST(COUNT(*) AS TEXT) FROM regions r JOIN regions u ON u.id = r.up"), "29");
        assert_eq!(one(database, "SELECT CAST(COUNT(*) AS TEXT) FROM teams t JOIN people p ON p.id = t.lead AND p.team = t.id"), "20");
        // Names alone change: nothing of it is named by what is written.
        replace(&project, "people.ndjson", |text| text.replace("\"name\":\"p", "\"name\":\"q"));
        assert_eq!(import(&project, database, &["--commit-every", "4"], 0)["totals"]["update"], 20);
    }

    /// What the database refuses is rejected in its step, as ever; too much of it ends the run there.
    fn refused_rows_are_isolated_in_their_step(database: &Database) {
        let (project, other) = (shop(), fresh(database));
        stock(&project, 60);
        for database in [database, &other] {
            project.run_on(database, &["migrate", "run"]).expect(0);
            refuse(database, "'c3', 'c30', 'c31', 'c59'");
        }
        let stopped = project.run_on(database, &["import", "--allow-older", "--commit-every", "10", "--max-rejects", "1"]).expect(2).stderr;
        assert!(stopped.contains("3 of 65 records are rejected, more than the 1 allowed; the step was taken back") && stopped.contains("the 34 rows of 4 steps"), "{stopped}");
        let report = import(&project, database, &["--commit-every", "10"], 1);
        let whole = import(&project, &other, &[], 1);
        assert_eq!((content(database), &report["rejects"]), (content(&other), &whole["rejects"]));
        assert_eq!(report["totals"]["insert"], 27);
        let again = import(&project, database, &["--commit-every", "10"], 1);
        assert_eq!((&again["totals"]["unchanged"], &again["rejects"]), (&61.into(), &whole["rejects"]));
    }

    /// Bounds are held before anything is committed; rows that are gone go at the end.
    fn bounds_come_first(database: &Database) {
        let (project, other) = (shop(), fresh(database));
        for name in ["makers", "parts"] {
            let text = std::fs::read_to_string(project.path().join(format!("mappings/{name}.toml"))).expect("a mapping");
            project.mapping(name, &format!("on_missing = \"delete\"\n{text}"));
        }
        stock(&project, 40);
        import(&project, database, &[], 0);
        import(&project, &other, &[], 0);
        let before = content(database);
        stock(&project, 25);
        replace(&project, "parts.ndjson", |text| text.replace("\"note ", "\"memo "));
        let stopped = project.run_on(database, &["import", "--allow-older", "--commit-every", "5", "--max-deletes", "3"]).expect(2).stderr;
        assert!(stopped.contains("15 of the 40 imported rows") && stopped.contains("everything was taken back"), "{stopped}");
        replace(&project, "parts.ndjson", |text| text + "{\"id\":\"bad\",\"code\":null,\"kind\":\"nut\"}\n");
        let stopped = project.run_on(database, &["import", "--allow-older", "--commit-every", "5", "--max-rejects", "0"]).expect(2).stderr;
        assert!(stopped.contains("1 of 31 records are rejected") && stopped.contains("everything was taken back"), "{stopped}");
        assert_eq!(content(database), before);
        let report = import(&project, database, &["--commit-every", "5"], 1);
        import(&project, &other, &[], 1);
        assert_eq!(report["tables"][1]["missing"]["deleted"], 15);
        assert_eq!((content(database), memory(database)), (content(&other), memory(&other)));
        project.run_on(database, &["undo", "last"]).expect(0);
        assert_eq!(content(database), before);
        // A journal that becomes too long is none, in whatever step.
        import(&project, database, &["--commit-every", "5", "--journal", "45"], 1);
        let no = project.run_on(database, &["undo", "last"]).expect(2).stderr;
        assert!(no.contains("it has no journal: it changed more than 45 rows"), "{no}");
        assert_eq!(one(database, "SELECT CAST(COUNT(*) AS TEXT) FROM resettle_journals WHERE run_id = (SELECT MAX(run_id) FROM resettle_runs)"), "0");
    }

    /// Several at once: one does the work, step by step, and nobody comes in between.
    fn of_six_replicas_in_steps_one_works(database: &Database) {
        let project = shop();
        stock(&project, 120);
        let replicas: Vec<_> = (0..6)
            .map(|i| project.start(database, if i % 2 == 0 { &["import", "--allow-older", "--format", "json", "--commit-every", "9"] } else { &["import", "--allow-older", "--format", "json"] }))
            .collect();
        one_of_them_works(replicas, 125);
    }

    /// Nothing else than an import can commit, and a plan that was made is done in one transaction.
    fn steps_are_for_imports(database: &Database) {
        let project = shop();
        stock(&project, 1);
        for arguments in [&["plan", "--commit-every", "5"][..], &["import", "--allow-older", "--commit-every", "0"], &["import", "--allow-older", "--plan", "p", "--commit-every", "5"]] {
            project.run_on(database, arguments).expect(2);
        }
    }
}
