//! Taking runs back, and back again.

use serde_json::Value;

use super::{content, memory, one, shop, stock};
use crate::support::{Database, Project, each_backend};

fn import(project: &Project, database: &Database) -> Value {
    project.run_on(database, &["import", "--format", "json"]).expect(0).json()
}

fn undo(project: &Project, database: &Database, more: &[&str]) -> Value {
    project.run_on(database, &[&["undo", "last", "--format", "json"], more].concat()).expect(0).json()
}

/// Restored, inserted, deleted.
fn numbers(report: &Value, table: usize) -> [u64; 3] {
    ["restored", "inserted", "deleted"].map(|name| report["tables"][table][name].as_u64().unwrap_or(0))
}

/// A project that deletes what the sources have no more.
fn strict() -> Project {
    let project = shop();
    for name in ["makers", "parts"] {
        let text = std::fs::read_to_string(project.path().join(format!("mappings/{name}.toml"))).expect("a mapping");
        project.mapping(name, &format!("on_missing = \"delete\"\n{text}"));
    }
    project
}

fn edit(project: &Project, source: &str, change: impl Fn(String) -> String) {
    let text = std::fs::read_to_string(project.path().join("data").join(source)).expect("the source");
    project.data(source, change(text));
}

each_backend! {
    /// Inserts, updates with keys that change hands, and deletions: all at once, there and back and there again.
    fn a_run_is_taken_back_and_done_again(database: &Database) {
        let project = strict();
        stock(&project, 10);
        import(&project, database);
        let (before, remembered) = (content(database), memory(database));
        // Names rotate, a maker and its parts go, a new maker takes a name that another one had, and has parts old and new.
        edit(&project, "makers.ndjson", |text| {
            let turned = text.replace("maker 2", "maker 7").replace("maker 1", "maker 2");
            let kept: String = turned.lines().filter(|line| !line.contains("\"id\":3,")).map(|line| format!("{line}\n")).collect();
            kept + "{\"id\":6,\"name\":\"maker 1\",\"city\":null,\"rank\":6}\n"
        });
        edit(&project, "parts.ndjson", |text| {
            let kept: String = text.lines().filter(|line| !line.contains("\"maker\":3,")).map(|line| format!("{line}\n")).collect();
            kept.replace("\"maker\":4,", "\"maker\":6,") + "{\"id\":\"new\",\"code\":\"c77\",\"kind\":\"nut\",\"maker\":6}\n"
        });
        let report = import(&project, database);
        let after = content(database);
        let learned = memory(database);
        assert_ne!(before, after);
        let plan = undo(&project, database, &["--plan"]);
        assert_eq!((content(database), memory(database)), (after.clone(), learned.clone()), "a plan writes nothing");
        let taken = undo(&project, database, &[]);
        assert_eq!(content(database), before, "rows as they were (right)");
        assert_eq!(memory(database), remembered, "memory as it was (right)");
        assert_eq!((&plan["tables"], &plan["run"], &taken["undone"]), (&taken["tables"], &Value::Null, &report["run"]));
        let [restored, inserted, deleted] = numbers(&taken, 0);
        assert_eq!([restored, inserted, deleted], [2, 1, 1], "{taken}");
        let history = project.run_on(database, &["history", "--format", "json"]).expect(0).json();
        assert_eq!((&history[0]["run"], &history[0]["details"]["undoes"]), (&taken["run"], &report["run"]));
        assert!(project.run_on(database, &["history"]).expect(0).stdout.contains("undo of"));
        let undone = report["run"].as_str().expect("a run");
        for (form, said) in [("text", format!("undo of  {undone}")), ("markdown", format!("- undo of {undone}")), ("html", format!("\"undo of {undone}\""))] {
            let shown = project.run_on(database, &["show", "last", "--format", form]).expect(0).stdout;
            assert!(shown.contains(&said), "{form}: {shown}");
        }
        // Back again, by taking back what took it back.
        undo(&project, database, &[]);
        assert_eq!((content(database), memory(database)), (after.clone(), learned.clone()));
        undo(&project, database, &[]);
        assert_eq!((content(database), memory(database)), (before, remembered));
        // The next import does again what was taken back.
        let again = import(&project, database);
        assert_eq!(again["totals"], report["totals"]);
        assert_eq!((content(database), memory(database)), (after, learned));
    }

    /// What somebody changed since is not lost, unless that is wished.
    fn rows_that_were_changed_since_are_refused(database: &Database) {
        let project = shop();
        stock(&project, 6);
        import(&project, database);
        let before = content(database);
        edit(&project, "parts.ndjson", |text| text.replace("note ", "memo ") + "{\"id\":\"p9\",\"code\":\"c9\",\"kind\":\"nut\",\"maker\":1}\n");
        let run = import(&project, database)["run"].as_str().expect("a run").to_owned();
        database.batch("UPDATE parts SET price = 7 WHERE code = 'c1'; UPDATE parts SET note = 'mine' WHERE code = 'c2'; DELETE FROM parts WHERE code = 'c3'");
        let edited = content(database);
        let refused = project.run_on(database, &["undo", &run]).expect(2).stderr;
        for text in ["3 rows of run", "(changed since: `price`)", "(changed since: `note`)", "(deleted since)", "--force"] {
            assert!(refused.contains(text), "{text}: {refused}");
        }
        assert_eq!(content(database), edited);
        let plan = project.run_on(database, &["undo", &run, "--plan"]).expect(0).stdout;
        assert!(plan.contains("parts: row ") && plan.contains("(changed since: `price`)"), "{plan}");
        let report = project.run_on(database, &["undo", &run, "--force", "--format", "json"]).expect(0).json();
        assert_eq!((numbers(&report, 0), &report["refused"]), ([5, 0, 1], &3.into()), "{report}");
        assert_eq!(one(database, "SELECT CAST(price AS TEXT) FROM parts WHERE code = 'c1'").parse::<f64>().ok(), Some(7.0));
        assert_eq!(one(database, "SELECT note FROM parts WHERE code = 'c2'"), "note 2");
        assert_eq!(one(database, "SELECT CAST(COUNT(*) AS TEXT) FROM parts"), "5");
        // And that can be taken back, too.
        undo(&project, database, &[]);
        assert_eq!(content(database), edited);
        assert_ne!(content(database), before);
    }

    fn rows_that_others_refer_to_stay(database: &Database) {
        let project = shop();
        stock(&project, 3);
        import(&project, database);
        database.batch("INSERT INTO parts (id, code, kind, maker_id) VALUES ('mine', 'mine', 'nut', 2)");
        let refused = project.run_on(database, &["undo", "last"]).expect(2).stderr;
        assert!(refused.contains("`makers` 2 (rows that stay refer to it)"), "{refused}");
        let report = undo(&project, database, &["--force"]);
        assert_eq!((numbers(&report, 0), numbers(&report, 1)), ([0, 0, 4], [0, 0, 3]), "{report}");
        assert_eq!(one(database, "SELECT CAST(COUNT(*) AS TEXT) FROM makers"), "1");
        // The first run is done again in full.
        let again = import(&project, database);
        assert_eq!((&again["totals"]["insert"], &again["totals"]["unchanged"]), (&7.into(), &1.into()), "{again}");
    }

    /// A key that another row took meanwhile: both rows are named before anything is written, in a plan, too.
    fn a_key_that_was_taken_meanwhile_is_named(database: &Database) {
        let project = strict();
        stock(&project, 6);
        import(&project, database);
        // One part gets another code, and one goes.
        edit(&project, "parts.ndjson", |text| {
            let kept: String = text.lines().filter(|line| !line.contains("\"c5\"")).map(|line| format!("{line}\n")).collect();
            kept.replace("\"c2\"", "\"c22\"").replace("note 0", "memo 0")
        });
        import(&project, database);
        database.batch("INSERT INTO parts (id, code, kind) VALUES ('x', 'c2', 'nut'), ('y', 'c5', 'nut')");
        let after = content(database);
        let refused = project.run_on(database, &["undo", "last"]).expect(2).stderr;
        let key = if database.name() == "sqlite" { "" } else { "parts_code_key" };
        assert!(refused.contains("2 rows of run"), "{refused}");
        for row in ["x", "y"] {
            assert!(refused.contains(&format!("{key}` of row `{row}`)")) && refused.contains("(another row has its key since: `"), "{refused}");
        }
        assert_eq!(content(database), after);
        let plan = undo(&project, database, &["--plan"]);
        assert_eq!((numbers(&plan, 0), &plan["refused"]), ([1, 0, 0], &2.into()), "{plan}");
        let report = undo(&project, database, &["--force"]);
        assert_eq!((numbers(&report, 0), &report["refused"]), ([1, 0, 0], &2.into()), "{report}");
        assert_eq!(one(database, "SELECT code FROM parts WHERE note = 'note 2'") + &one(database, "SELECT id FROM parts WHERE code = 'c2'"), "c22x");
        undo(&project, database, &[]);
        assert_eq!(content(database), after);
    }

    /// A row that would refer to one that somebody deleted: it is named before anything is written, in a plan, too; old mistakes of the same kind do not matter.
    fn a_reference_that_names_nothing_any_more_is_found(database: &Database) {
        let project = shop();
        stock(&project, 6);
        import(&project, database);
        // One part changes its maker for a new one, another one only its note.
        edit(&project, "makers.ndjson", |text| text + "{\"id\":6,\"name\":\"maker 6\",\"city\":null,\"rank\":6}\n");
        edit(&project, "parts.ndjson", |text| text.replace("\"maker\":2", "\"maker\":6").replace("note 3", "memo 3"));
        import(&project, database);
        database.batch("DELETE FROM parts WHERE maker_id = 2; DELETE FROM makers WHERE id = 2");
        if database.name() == "sqlite" {
            database.batch("PRAGMA foreign_keys = OFF; INSERT INTO parts (id, code, kind, maker_id) VALUES ('bad', 'bad', 'nut', 77)");
        }
        let (after, row) = (content(database), one(database, "SELECT CAST(id AS TEXT) FROM parts WHERE maker_id = 6"));
        let refused = project.run_on(database, &["undo", "last"]).expect(2).stderr;
        let named = format!("`parts` {row} (it would refer to a row of `makers` that is not there: `maker_id`)");
        assert!(refused.contains("1 row of run") && refused.contains(&named), "{refused}");
        assert_eq!(content(database), after);
        // What is left alone refers to the new maker still, who stays then.
        let plan = undo(&project, database, &["--plan"]);
        assert_eq!((numbers(&plan, 0), numbers(&plan, 1), &plan["refused"]), ([0, 0, 0], [1, 0, 0], &2.into()), "{plan}");
        assert_eq!(content(database), after);
        let report = undo(&project, database, &["--force"]);
        assert_eq!(plan["tables"], report["tables"]);
        assert_eq!(one(database, "SELECT CAST(id AS TEXT) FROM parts WHERE maker_id = 6"), row);
        assert_eq!(one(database, "SELECT note FROM parts WHERE code = 'c3'"), "note 3");
        undo(&project, database, &[]);
        assert_eq!(content(database), after);
    }

    /// A key that rows of others refer to by now, and that would be another one again.
    fn a_key_that_others_refer_to_is_found(database: &Database) {
        let project = shop();
        stock(&project, 6);
        import(&project, database);
        edit(&project, "makers.ndjson", |text| text.replace("maker 1", "maker 9").replace("maker 2", "maker 1"));
        import(&project, database);
        database.batch("CREATE TABLE fans (name TEXT NOT NULL REFERENCES makers (name)); INSERT INTO fans VALUES ('maker 9')");
        let after = content(database);
        let refused = project.run_on(database, &["undo", "last"]).expect(2).stderr;
        assert!(refused.contains("1 row of run") && refused.contains("`makers` 1 (rows of `fans` that stay refer to what it has now)"), "{refused}");
        let report = undo(&project, database, &["--force"]);
        assert_eq!((numbers(&report, 0), &report["refused"]), ([1, 0, 0], &1.into()), "{report}");
        assert_eq!(one(database, "SELECT name FROM makers WHERE id = 1") + &one(database, "SELECT name FROM makers WHERE id = 2"), "maker 9maker 2");
        undo(&project, database, &[]);
        assert_eq!(content(database), after);
    }

    fn runs_that_cannot_be_taken_back_say_why(database: &Database) {
        let project = shop();
        project.run_on(database, &["migrate", "run"]).expect(0);
        let refused = |run: &str, text: &str| {
            let said = project.run_on(database, &["undo", run]).expect(2).stderr;
            assert!(said.contains(text), "{text}: {said}");
        };
        refused("last", "found 0 runs");
        stock(&project, 3);
        project.run_on(database, &["import", "--journal", "off"]).expect(0);
        refused("last", "it has no journal: it was imported with `--journal off`");
        stock(&project, 6);
        project.run_on(database, &["import", "--journal", "2"]).expect(0);
        refused("last", "it changed more than 2 rows");
        for (form, said) in [("text", "no undo  it changed more than 2 rows"), ("markdown", "- no undo&#58; it changed more than 2 rows"), ("html", "\"no undo: it changed more than 2 rows")] {
            let shown = project.run_on(database, &["show", "last", "--format", form]).expect(0).stdout;
            assert!(shown.contains(said), "{form}: {shown}");
        }
        refused("nonsense", "found 0 runs whose id begins with `nonsense`");
        project.run_on(database, &["import", "--journal", "lots"]).expect(2);
        let idle = import(&project, database)["run"].as_str().expect("a run").to_owned();
        refused("last", "it changed more than 2 rows");
        let nothing = project.run_on(database, &["undo", &idle]).expect(0).stdout;
        assert!(nothing.contains("changed nothing; there is nothing to take back"), "{nothing}");
        stock(&project, 7);
        let run = import(&project, database)["run"].as_str().expect("a run").to_owned();
        undo(&project, database, &[]);
        refused(&run, "took it back already");
        database.batch("UPDATE resettle_runs SET details = NULL");
        refused(&run, "an earlier version of resettle wrote it");
    }

    /// What a run deleted to take another one back was in no source, and is told all the same.
    fn what_took_back_says_what_it_deleted(database: &Database) {
        let project = strict();
        stock(&project, 5);
        import(&project, database);
        stock(&project, 7);
        import(&project, database);
        undo(&project, database, &[]);
        let list = project.run_on(database, &["history"]).expect(0).stdout;
        assert!(list.lines().nth(1).is_some_and(|line| line.contains("undo of") && line.contains("2 deleted")), "{list}");
        for (form, said) in [("text", "2 rows deleted\n"), ("markdown", "2 rows of parts deleted"), ("html", "2 rows of parts deleted")] {
            let shown = project.run_on(database, &["show", "last", "--format", form]).expect(0).stdout;
            assert!(shown.contains(said) && !shown.contains("sources had") && !shown.contains("not in the sources"), "{form}: {shown}");
        }
        stock(&project, 5);
        edit(&project, "parts.ndjson", |text| text.lines().skip(1).map(|line| format!("{line}\n")).collect());
        import(&project, database);
        let shown = project.run_on(database, &["show", "last"]).expect(0).stdout;
        assert!(shown.contains("1 rows deleted, which the sources had no more"), "{shown}");
    }

    /// Every kind of value comes back exactly.
    fn values_come_back_exactly(database: &Database) {
        let project = Project::new();
        let (types, values) = if database.name() == "postgres" {
            (
                "n NUMERIC, d DOUBLE PRECISION, r REAL, b BYTEA, t TEXT, c CHAR(5), j JSON, k JSONB, a INTEGER[], z TIMESTAMPTZ, i INTERVAL, u UUID, f BOOLEAN",
                "'1.2300', 0.1, 1.1, '\\x00ff', E'a\\t\"''\\\\', 'ab', '{\"a\" : 1}', '{\"a\": [1.10]}', '{1,NULL}', '2024-02-03 04:05:06.789+02', '1 mon -3 days', \
                 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', true",
            )
        } else {
            (
                "n NUMERIC, d REAL, r REAL, b BLOB, t TEXT, c, j, k, a, z, i, u, f",
                "12345678901234567, 0.1, 1.0e300 / 3, x'00ff', 'a' || char(9, 0, 34, 39, 92), 1, 1.0, '1', x'', '', 9223372036854775807, 9e999, 2.0 / 3",
            )
        };
        database.batch(&format!("CREATE TABLE odd (id INTEGER PRIMARY KEY, name TEXT, {types})"));
        database.batch(&format!("INSERT INTO odd VALUES (1, 'old', {values}); INSERT INTO odd (id, name) VALUES (2, 'old')"));
        project.mapping("odd", "table = \"odd\"\nsource = \"odd.json\"\nid = \"id\"\non_missing = \"delete\"\n[columns]\nname = \"name\"\n");
        project.data("odd.json", "[{\"id\":1,\"name\":\"old\"},{\"id\":2,\"name\":\"old\"}]");
        import(&project, database);
        let before = content(database);
        project.data("odd.json", "[{\"id\":2,\"name\":\"new\"}]");
        import(&project, database);
        assert_eq!(one(database, "SELECT CAST(COUNT(*) AS TEXT) FROM odd"), "1");
        undo(&project, database, &[]);
        assert_eq!(content(database), before);
        if database.name() == "sqlite" {
            let kinds = "SELECT typeof(n) || typeof(d) || typeof(b) || typeof(c) || typeof(j) || typeof(k) || typeof(a) || typeof(i) || length(CAST(t AS BLOB)) || (f = 2.0 / 3) || (r = 1.0e300 / 3) FROM odd WHERE id = 1";
            assert_eq!(one(database, kinds), "integerrealblobintegerrealtextblobinteger611");
        }
    }

    /// The journals of the last runs only, the last runs only, and nothing of rows that are gone.
    fn the_ledger_is_pruned(database: &Database) {
        let project = shop();
        for parts in 1..=12 {
            stock(&project, parts);
            import(&project, database);
        }
        assert_eq!(one(database, "SELECT CAST(COUNT(DISTINCT run_id) AS TEXT) FROM resettle_journals"), "10");
        let first = project.run_on(database, &["history", "--format", "json"]).expect(0).json()[11]["run"].as_str().expect("a run").to_owned();
        let gone = project.run_on(database, &["undo", &first]).expect(2).stderr;
        assert!(gone.contains("its journal was removed"), "{gone}");
        database.batch("DELETE FROM parts WHERE code = 'c3'");
        let size = project.run_on(database, &["ledger", "size"]).expect(0).stdout;
        assert!(size.contains("resettle_rows                 17") && !size.contains("not known"), "{size}");
        let said = project.run_on(database, &["ledger", "prune", "--keep-runs", "3"]).expect(0).stdout;
        assert_eq!(said, "removed 9 runs, 7 rows of journals, 1 ids and 1 hashes of rows that are not there any more\n");
        assert_eq!(project.run_on(database, &["history"]).expect(0).stdout.lines().count(), 4);
        project.run_on(database, &["undo", "last"]).expect(0);
        let again = import(&project, database);
        assert_eq!((&again["totals"]["insert"], &again["totals"]["unchanged"]), (&2.into(), &15.into()), "{again}");
    }
}
