//! The database has the last word: what it refuses is rejected with its constraint and message, everything else is written.

use super::{Database, Story, both, described, each, each_backend};

const CODES: &str = "SELECT CAST(id AS TEXT) || ':' || COALESCE(code, '-') FROM t ORDER BY id";

impl Story<'_> {
    /// Imports, expecting a reject with this constraint and a message with these words.
    #[track_caller]
    fn refuses(&self, records: &str, constraint: &str, words: &str) -> &Self {
        self.project.data("t.json", records);
        let output = self.project.run_on(self.database, &["import", "--format", "json"]);
        let report = output.json();
        let reject = &report["rejects"][0];
        assert_eq!(reject["code"], "write/refused_by_database", "{:#}", report["rejects"]);
        assert_eq!(reject["key"].as_str().unwrap_or_default(), constraint, "{reject:#}");
        assert!(reject["message"].as_str().is_some_and(|message| message.contains(words)), "{reject:#}");
        self
    }
}

/// A trigger that refuses the code `bad`.
const TRIGGER: super::Schema<'_> = each(
    "CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, up INTEGER REFERENCES t (id)); \
     CREATE TRIGGER no_bad BEFORE INSERT ON t WHEN NEW.code LIKE 'bad%' BEGIN SELECT RAISE(ABORT, 'no bad codes here'); END; \
     CREATE TRIGGER no_bad_update BEFORE UPDATE ON t WHEN NEW.code LIKE 'bad%' BEGIN SELECT RAISE(ABORT, 'no bad codes here'); END;",
    "CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, up INTEGER REFERENCES t (id)); \
     CREATE FUNCTION no_bad() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.code LIKE 'bad%' THEN RAISE EXCEPTION 'no bad codes here'; END IF; RETURN NEW; END $$; \
     CREATE TRIGGER no_bad BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION no_bad()",
);

/// Imports without a plan before: what triggers refuse is known only when it is written.
#[track_caller]
fn import(story: &Story<'_>, records: &str, outcome: &str, rows: &str) {
    story.project.data("t.json", records);
    let ask = |command: &[&str]| story.project.run_on(story.database, &[command, &["--format", "json"]].concat()).json();
    let rehearsal = ask(&["plan", "--rehearse"]);
    let report = ask(&["import"]);
    let again = ask(&["import"]);
    assert_eq!(described(&report, "t"), outcome, "{} {:#}", story.database.name(), report["rejects"]);
    assert_eq!(described(&rehearsal, "t"), outcome, "{}: the rehearsal", story.database.name());
    let rejects = |report: &serde_json::Value| report["rejects"].clone();
    assert_eq!(rejects(&again), rejects(&report), "{}: rejects of the second import", story.database.name());
    assert_eq!(
        (&again["totals"]["insert"], &again["totals"]["update"]),
        (&0.into(), &0.into()),
        "{}: second import",
        story.database.name()
    );
    story.shows(rows);
}

each_backend! {
    fn a_check_refuses_rows_before_they_are_written(database: &Database) {
        let schema = both("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT, n INTEGER, CONSTRAINT n_small CHECK (n < 10 AND (code <> 'x' OR n > 5)))");
        let story = Story::new(database, &schema, "id code n", CODES);
        story
            .import(r#"[{"id":1,"code":"a","n":10},{"id":2,"code":"x","n":1},{"id":3,"code":"x","n":null},{"id":4,"code":"b","n":2}]"#,
                "insert 2 + reject 2: 0 write/refused_by_database, 1 write/refused_by_database", "3:x | 4:b")
            .import(r#"[{"id":3,"code":"x","n":4},{"id":4,"code":"c","n":9}]"#, "update 1 + reject 1: 0 write/refused_by_database", "3:x | 4:c")
            .refuses(r#"[{"id":9,"code":"a","n":10}]"#, "n_small", "violates CHECK");
    }

    fn a_row_that_is_refused_holds_its_key(database: &Database) {
        let schema = both("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT UNIQUE, n INTEGER CHECK (n < 10))");
        let story = Story::new(database, &schema, "id code n", CODES);
        story
            .import(r#"[{"id":1,"code":"a","n":1},{"id":2,"code":"b","n":1}]"#, "insert 2", "1:a | 2:b")
            .import(r#"[{"id":1,"code":"b","n":1},{"id":2,"code":"a","n":99}]"#, "reject 2: 0 key/conflicts_with_stored_row, 1 write/refused_by_database", "1:a | 2:b");
    }

    fn a_foreign_key_without_reference(database: &Database) {
        let schema = both(
            "CREATE TABLE p (a INTEGER, b TEXT, PRIMARY KEY (a, b)); INSERT INTO p VALUES (1, 'x'); \
             CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT, a INTEGER, b TEXT, CONSTRAINT to_p FOREIGN KEY (a, b) REFERENCES p (a, b))",
        );
        let story = Story::new(database, &schema, "id code a b", CODES);
        story
            .import(r#"[{"id":1,"code":"a","a":1,"b":"x"},{"id":2,"code":"b","a":1,"b":"y"},{"id":3,"code":"c","a":7,"b":null}]"#,
                "insert 2 + reject 1: 1 write/refused_by_database", "1:a | 3:c")
            .import(r#"[{"id":1,"code":"a","a":2,"b":"x"}]"#, "reject 1: 0 write/refused_by_database", "1:a | 3:c")
            .refuses(r#"[{"id":5,"code":"a","a":2,"b":"x"}]"#, "to_p", "no row of `p`");
    }

    fn a_foreign_key_to_rows_of_the_same_run(database: &Database) {
        let schema = both(
            "CREATE TABLE p (id INTEGER PRIMARY KEY, area TEXT NOT NULL, UNIQUE (area, id)); \
             CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT, area TEXT, p INTEGER, FOREIGN KEY (area, p) REFERENCES p (area, id))",
        );
        let story = Story::new(database, &schema, "id code area p", CODES).mapping("p", "id area", "");
        story.import_all(
            &[("p", r#"[{"id":1,"area":"n"}]"#), ("t", r#"[{"id":1,"code":"a","area":"n","p":1},{"id":2,"code":"b","area":"s","p":1}]"#)],
            &[("p", "insert 1"), ("t", "insert 1 + reject 1: 1 write/refused_by_database")],
            "1:a",
        );
    }

    fn a_trigger_refuses_some_rows(database: &Database) {
        let story = Story::new(database, &TRIGGER, "id code", CODES);
        import(&story, r#"[{"id":1,"code":"a"},{"id":2,"code":"bad2"},{"id":3,"code":"c"},{"id":4,"code":"bad4"}]"#,
            "insert 2 + reject 2: 1 write/refused_by_database, 3 write/refused_by_database", "1:a | 3:c");
        // One of two that exchange their codes is refused, so the other one cannot have its own.
        import(&story, r#"[{"id":1,"code":"c"},{"id":3,"code":"bad3"},{"id":5,"code":"e"}]"#,
            "insert 1 + reject 2: 0 key/conflicts_with_stored_row, 1 write/refused_by_database", "1:a | 3:c | 5:e");
        import(&story, r#"[{"id":1,"code":"c"},{"id":3,"code":"a"},{"id":5,"code":"bad5"}]"#, "update 2 + reject 1: 2 write/refused_by_database", "1:c | 3:a | 5:e");
        story.refuses(r#"[{"id":9,"code":"bad"}]"#, "", "no bad codes here");
    }

    fn who_refers_to_a_refused_row_goes_with_it(database: &Database) {
        let story = Story::new(database, &TRIGGER, "id code", CODES);
        story.project.mapping("t", "table = \"t\"\nsource = \"t.json\"\nid = { from = \"id\" }\n[columns]\ncode = \"code\"\nup = { from = \"up\", references = \"t\" }\n");
        import(&story, r#"[{"id":1,"code":"a","up":2},{"id":2,"code":"bad","up":null},{"id":3,"code":"c","up":1},{"id":4,"code":"d","up":null},{"id":5,"code":"e","up":4}]"#,
            "insert 2 + reject 3: 0 reference/unresolved_reference, 1 write/refused_by_database, 2 reference/unresolved_reference", "4:d | 5:e");
    }

    fn many_rows_of_which_some_are_refused(database: &Database) {
        let story = Story::new(database, &TRIGGER, "id code", "SELECT CAST(COUNT(*) AS TEXT) FROM t");
        let records: Vec<String> = (0..5000).map(|i| format!("{{\"id\":{i},\"code\":\"{}{i}\"}}", if i % 500 == 7 { "bad" } else { "k" })).collect();
        story.project.data("t.json", format!("[{}]", records.join(",")));
        let report = story.project.run_on(database, &["import", "--format", "json"]).json();
        assert_eq!((&report["totals"]["insert"], &report["totals"]["reject"]), (&4990.into(), &10.into()));
        story.shows("4990");
    }
}

each_backend! {
    /// Two spellings that nobody mapped are one value, and so one key.
    fn a_fallback_that_made_records_collide_is_named(database: &Database) {
        let schema = both("CREATE TABLE t (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, code TEXT NOT NULL, n INTEGER, UNIQUE (kind, code)); INSERT INTO t VALUES (9, 'custom', 'z', 0)");
        let story = Story::new(database, &schema, "id code", CODES);
        story.project.mapping("enums", "[kind]\nvalues = [\"api\", \"custom\"]\nfallback = \"custom\"\n");
        let mapping = "table = \"t\"\nsource = \"t.json\"\n[columns]\nid = \"id\"\nkind = { from = \"kind\", enum = \"kind\", transform = \"trim\" }\ncode = \"code\"\nn = \"n\"\n";
        story.project.mapping("t", &format!("{mapping}[keys]\n\"kind, code\" = {{ match = false }}\n"));
        let records = r#"[{"id":1,"kind":"OCR","code":"a","n":1},{"id":2,"kind":" gRPC ","code":"a","n":2},{"id":3,"kind":"custom","code":"a","n":3},{"id":4,"kind":"ERP","code":"z","n":4},{"id":5,"kind":"api","code":"b","n":5},{"id":6,"kind":"api","code":"b","n":6}]"#;
        story.import(records,
            "insert 2 + reject 4: 1 key/duplicate_in_input, 2 key/duplicate_in_input, 3 key/conflicts_with_stored_row, 5 key/duplicate_in_input", "1:a | 5:b | 9:z");
        let plan = story.project.run_on(database, &["plan", "--format", "json"]).json();
        let message = |i: usize| plan["rejects"][i]["message"].as_str().unwrap_or_default().to_owned();
        let (own, other) = (|text: &str| format!("of this record `kind` is the fallback `custom`, for `{text}`"), "of the other one `kind` is the fallback `custom`, for `OCR`");
        assert!(message(0).ends_with(&format!("; {}, {other}", own(" gRPC "))), "{}", message(0));
        assert!(message(1).ends_with(&format!("; {other}")), "{}", message(1));
        assert!(message(2).ends_with(&own("ERP")), "{}", message(2));
        assert!(!message(3).contains("fallback"), "{}", message(3));
        assert!(plan["rejects"][0]["hint"].as_str().is_some_and(|hint| hint.contains("mappings/enums.toml")), "{:#}", plan["rejects"][0]);
    }

    /// What a trigger makes of values is unchanged at the next run by the ledger's memory; without it such rows are written at every run.
    fn what_a_trigger_changes_flaps_only_without_ledger(database: &Database) {
        let schema = each(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT); \
             CREATE TRIGGER i AFTER INSERT ON t BEGIN UPDATE t SET code = upper(code) WHERE id = NEW.id; END; \
             CREATE TRIGGER u AFTER UPDATE ON t WHEN NEW.code <> upper(NEW.code) BEGIN UPDATE t SET code = upper(code) WHERE id = NEW.id; END;",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT); \
             CREATE FUNCTION loud() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.code := upper(NEW.code); RETURN NEW; END $$; \
             CREATE TRIGGER l BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION loud()",
        );
        let story = Story::new(database, &schema, "id code", CODES);
        let again = |arguments: &[&str], outcome: &str| {
            let report = story.project.run_on(database, &[&["import", "--format", "json"], arguments].concat()).json();
            assert_eq!(described(&report, "t"), outcome, "{} {arguments:?}", database.name());
        };
        story.project.data("t.json", r#"[{"id":1,"code":"a"},{"id":2,"code":"B"}]"#);
        again(&[], "insert 2");
        again(&[], "unchanged 2");
        story.project.data("t.json", r#"[{"id":1,"code":"c"},{"id":2,"code":"B"}]"#);
        again(&[], "update 1 + unchanged 1");
        again(&[], "unchanged 2");
        again(&["--no-ledger"], "update 1 + unchanged 1");
        again(&["--no-ledger"], "update 1 + unchanged 1");
        story.shows("1:C | 2:B");
    }

    /// A cascade is told by its root: one parent, and how many it dragged along.
    fn a_cascade_is_told_by_its_root(database: &Database) {
        let schema = both(
            "CREATE TABLE p (id INTEGER PRIMARY KEY, name TEXT NOT NULL); CREATE TABLE t (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id)); \
             CREATE TABLE e (id INTEGER PRIMARY KEY, t INTEGER REFERENCES t (id))",
        );
        let story = Story::new(database, &schema, "id", "SELECT CAST(COUNT(*) AS TEXT) FROM e");
        let mapping = |table: &str, columns: &str| story.project.mapping(table, &format!("table = \"{table}\"\nsource = \"{table}.json\"\nid = \"id\"\n[columns]\n{columns}\n"));
        mapping("p", "name = \"name\"");
        mapping("t", "p = { from = \"p\", references = \"p\" }");
        mapping("e", "t = { from = \"t\", references = \"t\" }");
        let list = |records: Vec<String>| format!("[{}]", records.join(","));
        story.import_all(
            &[
                ("p", r#"[{"id":1,"name":null},{"id":2,"name":"b"},{"id":3}]"#),
                ("t", &list((0..30).map(|i| format!("{{\"id\":{i},\"p\":{}}}", if i < 20 { 1 } else if i < 25 { 2 } else { 3 })).collect())),
                ("e", &list((0..3000).map(|i| format!("{{\"id\":{i},\"t\":{}}}", i % 30)).collect())),
            ],
            &[],
            "500",
        );
        let output = story.project.run_on(database, &["plan", "--format", "json"]);
        let report = output.json();
        let told: Vec<String> = report["cascades"].as_array().expect("cascades").iter()
            .map(|c| format!("{} {} {} {}", c["table"], c["index"], c["records"], c["by_table"])).collect();
        assert_eq!(told, ["\"p\" 0 2020 {\"e\":2000,\"t\":20}", "\"p\" 2 505 {\"e\":500,\"t\":5}"]);
        let text = story.project.run_on(database, &["import"]).expect(1).stdout;
        assert!(text.contains("rejected because of one other record\n  data/p.json:1:2 of p: 2000 of e, 20 of t\n"), "{text}");
        let file = std::fs::read_to_string(story.project.path().join("rejects.ndjson")).expect("the rejects");
        assert_eq!(file.lines().count(), 2 + 25 + 2500);
    }

    /// In a circle of tables a record may drag along what its name would have found: it is the root of that, and not of itself.
    fn nobody_is_dragged_along_by_itself(database: &Database) {
        let schema = each(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id)); CREATE TABLE p (id INTEGER PRIMARY KEY, a INTEGER UNIQUE, t INTEGER NOT NULL REFERENCES t (id))",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, p INTEGER); CREATE TABLE p (id INTEGER PRIMARY KEY, a INTEGER UNIQUE, t INTEGER NOT NULL REFERENCES t (id)); \
             ALTER TABLE t ADD FOREIGN KEY (p) REFERENCES p (id)",
        );
        let story = Story::new(database, &schema, "id", "SELECT CAST(id AS TEXT) FROM t");
        let mapping = |table: &str, lines: &str| story.project.mapping(table, &format!("table = \"{table}\"\nsource = \"{table}.json\"\nid = \"id\"\n{lines}\n"));
        mapping("t", "[columns]\np = { from = \"p\", references = \"p.a\" }");
        mapping("p", "on_duplicate = \"last\"\n[columns]\na = \"a\"\nt = { from = \"t\", references = \"t\" }");
        story.import_all(
            &[("t", r#"[{"id":1,"p":4},{"id":2,"p":1},{"id":3}]"#), ("p", r#"[{"id":4,"a":4,"t":3},{"id":4,"a":1,"t":1}]"#)],
            &[],
            "3",
        );
        let report = story.project.run_on(database, &["plan", "--format", "json"]).json();
        let told: Vec<String> = report["cascades"].as_array().expect("cascades").iter()
            .map(|c| format!("{} {} {} {}", c["table"], c["index"], c["records"], c["by_table"])).collect();
        assert_eq!(told, ["\"t\" 0 3 {\"p\":2,\"t\":1}"]);
    }

    /// Two records are bound by another key, so that their rows keep names that neither of them says: both name nothing, and neither is to blame for the other.
    fn records_that_name_each_other_in_vain_are_no_cascade(database: &Database) {
        let schema = both("CREATE TABLE t (id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, up TEXT REFERENCES t (id))");
        let story = Story::new(database, &schema, "id", "SELECT id || code FROM t ORDER BY id");
        story.by_hand("INSERT INTO t VALUES ('v', 'c', NULL), ('w', 'd', NULL)");
        let lines = "table = \"t\"\nsource = \"t.json\"\n[columns]\nid = \"id\"\ncode = \"code\"\nup = { from = \"up\", references = \"t.id\" }\n";
        story.project.mapping("t", lines);
        story.import(
            r#"[{"id":"a","code":"c","up":"b"},{"id":"b","code":"d","up":"a"}]"#,
            "reject 2: 0 reference/unresolved_reference, 1 reference/unresolved_reference",
            "vc | wd",
        );
        let report = story.project.run_on(database, &["plan", "--format", "json"]).json();
        assert!(report["cascades"].as_array().is_none_or(Vec::is_empty), "{:#}", report["cascades"]);
    }
}

#[test]
fn a_statement_that_fails_without_any_row_fails_the_run() {
    let Some(database) = Database::postgres() else { return };
    let schema = both(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT); \
         CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'closed today'; END $$; \
         CREATE TRIGGER never BEFORE INSERT ON t FOR EACH STATEMENT EXECUTE FUNCTION never()",
    );
    let story = Story::new(&database, &schema, "id code", CODES);
    story.project.data("t.json", r#"[{"id":1,"code":"a"}]"#);
    let output = story.project.run_on(&database, &["import"]).expect(2);
    assert!(output.stderr.contains("closed today"), "{}", output.stderr);
    story.shows("");
}
