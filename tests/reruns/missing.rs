//! Rows that were imported and are gone from the sources.

use serde_json::Value;

use super::{one, shop, stock};
use crate::support::{Database, Project, each_backend};

/// A project whose two mappings say what becomes of missing rows.
fn strict(makers: &str, parts: &str) -> Project {
    let project = shop();
    for (name, rule) in [("makers", makers), ("parts", parts)] {
        let text = std::fs::read_to_string(project.path().join(format!("mappings/{name}.toml"))).expect("a mapping");
        project.mapping(name, &format!("on_missing = {rule}\n{text}"));
    }
    project
}

/// Plans and imports, and compares what they say of missing rows.
fn import(project: &Project, database: &Database, more: &[&str]) -> Value {
    project.run_on(database, &["migrate", "run"]).expect(0);
    let asked = |command: &[&str]| project.run_on(database, &[command, more, &["--format", "json"]].concat()).json();
    let (plan, report) = (asked(&["plan"]), asked(&["import", "--allow-older"]));
    for table in 0..2 {
        assert_eq!(plan["tables"][table]["missing"], report["tables"][table]["missing"], "plan (left) and import (right)");
    }
    report
}

/// Found, deleted, set, referenced.
fn missing(report: &Value, table: usize) -> [u64; 4] {
    ["found", "deleted", "set", "referenced"].map(|name| report["tables"][table]["missing"][name].as_u64().unwrap_or(0))
}

fn count(database: &Database, table: &str) -> String {
    one(database, &format!("SELECT CAST(COUNT(*) AS TEXT) FROM {table}"))
}

/// Drops the lines of a source that contain a text.
fn without(project: &Project, source: &str, text: &str) {
    let path = project.path().join("data").join(source);
    let lines = std::fs::read_to_string(&path).expect("the source");
    project.data(source, lines.lines().filter(|line| !line.contains(text)).map(|line| format!("{line}\n")).collect::<String>());
}

each_backend! {
    fn rows_go_children_first(database: &Database) {
        let project = strict("\"delete\"", "\"delete\"");
        stock(&project, 10);
        import(&project, database, &[]);
        database.batch("INSERT INTO parts (id, code, kind, maker_id) VALUES ('mine', 'mine', 'nut', 4)");
        // Makers 3 and 4 go with their parts; maker 4 has a part that was never imported.
        for maker in [3, 4] {
            without(&project, "makers.ndjson", &format!("\"id\":{maker},"));
            without(&project, "parts.ndjson", &format!("\"maker\":{maker},"));
        }
        let report = import(&project, database, &[]);
        assert_eq!((missing(&report, 0), missing(&report, 1)), ([2, 1, 0, 1], [4, 4, 0, 0]), "{report}");
        assert_eq!((count(database, "makers"), count(database, "parts")), ("4".into(), "7".into()));
        let again = import(&project, database, &[]);
        assert_eq!((missing(&again, 0), missing(&again, 1)), ([1, 0, 0, 1], [0, 0, 0, 0]));
        // What comes back is a row again.
        stock(&project, 10);
        let back = import(&project, database, &[]);
        assert_eq!((&back["totals"]["insert"], &back["totals"]["unchanged"]), (&5.into(), &10.into()));
        let settled = import(&project, database, &[]);
        assert_eq!(settled["totals"]["unchanged"], 15);
    }

    fn a_parent_stays_for_a_child_that_moves_to_it(database: &Database) {
        let project = strict("\"delete\"", "\"keep\"");
        stock(&project, 10);
        import(&project, database, &[]);
        // All parts of maker 3 move to maker 2: nothing refers to 3 when the run is over. All parts of 1 stay, but 1 goes.
        let text = std::fs::read_to_string(project.path().join("data/parts.ndjson")).expect("the source");
        project.data("parts.ndjson", text.replace("\"maker\":3,", "\"maker\":2,"));
        without(&project, "makers.ndjson", "\"id\":3,");
        without(&project, "makers.ndjson", "\"id\":1,");
        let report = import(&project, database, &[]);
        assert_eq!(missing(&report, 0), [2, 1, 0, 1], "{report}");
        assert_eq!((count(database, "makers"), &report["totals"]["update"]), ("4".into(), &2.into()));
    }

    fn rows_are_set_and_set_back(database: &Database) {
        let project = strict("\"keep\"", "{ set = { kind = \"custom\", price = 0 } }");
        stock(&project, 10);
        import(&project, database, &[]);
        without(&project, "parts.ndjson", "\"c1\"");
        for expected in [[1, 0, 1, 0], [1, 0, 0, 0]] {
            let report = import(&project, database, &[]);
            assert_eq!(missing(&report, 1), expected, "{report}");
            assert_eq!(one(database, "SELECT kind FROM parts WHERE code = 'c1'"), "custom");
            assert_eq!(count(database, "parts"), "10");
        }
        stock(&project, 10);
        let back = import(&project, database, &[]);
        assert_eq!((&back["totals"]["update"], &back["totals"]["kept"]), (&1.into(), &0.into()), "{back}");
        assert_eq!(one(database, "SELECT kind FROM parts WHERE code = 'c1'"), "screw");
    }

    /// An input that may be incomplete deletes nothing.
    fn doubtful_absence_means_nothing(database: &Database) {
        let project = strict("\"keep\"", "\"delete\"");
        stock(&project, 40);
        import(&project, database, &[]);
        let all = std::fs::read_to_string(project.path().join("data/parts.ndjson")).expect("the source");
        let left_alone = |report: &Value| report["warnings"].to_string().matches("missing/left_alone").count();
        let cut = &all[..all.len() * 2 / 3];
        for doubtful in ["", cut, "{\"id\":\"p1\",\"code\":\"c1\"\n", "[]"] {
            project.data("parts.ndjson", doubtful);
            let report = import(&project, database, &[]);
            assert_eq!((count(database, "parts"), left_alone(&report)), ("40".into(), 1), "{doubtful}: {report}");
        }
        // A rejected record is not missing, if its id can be read.
        project.data("parts.ndjson", all.replace("\"code\":\"c1\"", "\"code\":null"));
        let report = import(&project, database, &[]);
        assert_eq!((count(database, "parts"), left_alone(&report), &report["totals"]["reject"]), ("40".into(), 0, &1.into()), "{report}");
        // An export that was cut between two records looks whole; only its size tells.
        let lines: Vec<&str> = all.lines().collect();
        project.data("parts.ndjson", lines[..15].join("\n"));
        let refused = project.run_on(database, &["import", "--allow-older"]).expect(2).stderr;
        assert!(refused.contains("25 of the 40 imported rows of `parts`") && refused.contains("--max-deletes"), "{refused}");
        assert_eq!(count(database, "parts"), "40");
        project.run_on(database, &["import", "--allow-older", "--max-deletes", "24"]).expect(2);
        project.run_on(database, &["import", "--allow-older", "--max-deletes", "70%"]).expect(0);
        assert_eq!(count(database, "parts"), "15");
        project.data("parts.ndjson", "");
        project.run_on(database, &["import", "--allow-older", "--allow-incomplete", "--max-deletes", "100%"]).expect(0);
        assert_eq!(count(database, "parts"), "0");
    }

    /// Who sets a row back that is gone from the sources means it; when the record came back and goes again, so does the row.
    fn what_was_set_is_set_once(database: &Database) {
        let project = strict("\"keep\"", "{ set = { note = \"gone\" } }");
        stock(&project, 6);
        let all = std::fs::read_to_string(project.path().join("data/parts.ndjson")).expect("the source");
        let note = || one(database, "SELECT note FROM parts WHERE code = 'c1'");
        import(&project, database, &[]);
        for _ in 0..2 {
            without(&project, "parts.ndjson", "\"c1\"");
            import(&project, database, &[]);
            assert_eq!(note(), "gone");
            database.batch("UPDATE parts SET note = 'still wanted' WHERE code = 'c1'");
            let report = import(&project, database, &[]);
            assert_eq!((note().as_str(), missing(&report, 1)[0]), ("still wanted", 1), "{report}");
            project.data("parts.ndjson", &all);
            import(&project, database, &[]);
            assert_eq!(note(), "note 1");
        }
    }

    /// New ids for the same rows are no reason to delete them; rows of another hand are never touched.
    fn only_what_was_imported_can_be_missing(database: &Database) {
        let project = strict("\"keep\"", "\"delete\"");
        stock(&project, 10);
        project.run_on(database, &["migrate", "run"]).expect(0);
        database.batch("INSERT INTO parts (id, code, kind) VALUES ('mine', 'mine', 'nut')");
        import(&project, database, &[]);
        let text = std::fs::read_to_string(project.path().join("data/parts.ndjson")).expect("the source");
        project.data("parts.ndjson", text.replace("\"id\":\"p", "\"id\":\"q"));
        let report = import(&project, database, &[]);
        assert_eq!((missing(&report, 1), count(database, "parts")), ([0; 4], "11".into()), "{report}");
        let plan = project.run_on(database, &["plan", "--check"]);
        assert_eq!(plan.code, 0, "{}", plan.stdout);
        without(&project, "parts.ndjson", "\"c1\"");
        let plan = project.run_on(database, &["plan", "--check"]);
        assert!(plan.code == 3 && plan.stdout.contains("1 imported rows are not in the sources any more: 1 deleted"), "{}", plan.stdout);
    }

    /// Two tables that refer to each other lose rows that do.
    fn circles_go_together(database: &Database) {
        let project = Project::new();
        let deferrable = if database.name() == "postgres" { "" } else { " DEFERRABLE INITIALLY DEFERRED" };
        let late = if database.name() == "postgres" { "ALTER TABLE teams ADD FOREIGN KEY (lead_id) REFERENCES people (id);" } else { "" };
        let lead = if database.name() == "postgres" { "" } else { " REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED" };
        database.batch(&format!(
            "CREATE TABLE teams (id INTEGER PRIMARY KEY, lead_id INTEGER{lead});
             CREATE TABLE people (id INTEGER PRIMARY KEY, team_id INTEGER NOT NULL REFERENCES teams (id){deferrable}, boss_id INTEGER REFERENCES people (id)); {late}"
        ));
        let mapping = |name: &str, columns: &str| {
            project.mapping(name, &format!("table = \"{name}\"\nsource = \"{name}.json\"\nid = \"id\"\non_missing = \"delete\"\n[columns]\n{columns}"));
        };
        mapping("teams", "lead_id = { from = \"lead\", references = \"people\" }\n");
        mapping("people", "team_id = { from = \"team\", references = \"teams\" }\nboss_id = { from = \"boss\", references = \"people\" }\n");
        project.data("teams.json", "[{\"id\":1,\"lead\":1},{\"id\":2,\"lead\":2}]");
        project.data("people.json", "[{\"id\":1,\"team\":1,\"boss\":null},{\"id\":2,\"team\":2,\"boss\":3},{\"id\":3,\"team\":2,\"boss\":2}]");
        import(&project, database, &[]);
        project.data("teams.json", "[{\"id\":1,\"lead\":1}]").data("people.json", "[{\"id\":1,\"team\":1,\"boss\":null}]");
        let report = import(&project, database, &[]);
        assert_eq!((count(database, "teams"), count(database, "people")), ("1".into(), "1".into()), "{report}");
    }
}
