//! What a plan names, what a verification finds, rejects that are corrected, and plans that are saved.

use serde_json::{Value, json};

use crate::support::{Database, Project, each_backend};

const SCHEMA: &str = "CREATE TABLE teams (id VARCHAR(40) PRIMARY KEY, slug VARCHAR(20) NOT NULL UNIQUE, note TEXT, profile TEXT, rank INTEGER);\
    CREATE TABLE people (id VARCHAR(40) PRIMARY KEY, email VARCHAR(60) NOT NULL UNIQUE, team_id VARCHAR(40) REFERENCES teams (id), age SMALLINT)";

const TEAMS: &str = r#"
table = "teams"
source = "teams.json"
id = { from = "id" }
[columns]
slug = "slug"
note = "note"
profile = "profile"
rank = { from = "rank", on_update = "keep" }
"#;

const PEOPLE: &str = r#"
table = "people"
source = "people.json"
key_field = "login"
id = { from = "login" }
[columns]
email = "email"
team_id = { from = "team", references = "teams" }
age = "age"
"#;

/// A project with three teams and three people, one of whom cannot be imported.
fn project(database: &Database) -> Project {
    database.batch(SCHEMA);
    let project = Project::new();
    project.mapping("teams", TEAMS).mapping("people", PEOPLE);
    teams(&project, "first\nsecond\nthird");
    project.data(
        "people.json",
        r#"{"ada": {"email": "ada@x.org", "team": 1, "age": 30}, "bob": {"email": "bob@x.org", "team": 2, "age": "old"}, "cyd": {"email": "cyd@x.org", "team": 3}}"#,
    );
    project
}

fn teams(project: &Project, note: &str) {
    let teams = json!([
        {"id": 1, "slug": "red", "note": note, "profile": "{\"a\": {\"b\": 1}, \"c\": 2}", "rank": 1},
        {"id": 2, "slug": "green", "note": "x", "rank": 2},
        {"id": 3, "slug": "blue", "rank": 3},
    ]);
    project.data("teams.json", teams.to_string());
}

fn changes(report: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let change = |change: &Value| {
        let fields = change["fields"].as_array().into_iter().flatten().filter(|_| change["outcome"] != "insert");
        let fields: Vec<String> = fields
            .map(|f| {
                format!(
                    "{} {} -> {}{}",
                    text(&f["column"]),
                    text(&f["old"]),
                    text(&f["new"]),
                    if f["absent"] == true { " absent" } else { "" }
                )
            })
            .collect();
        format!("{} {} {}: {}", text(&change["table"]), text(&change["outcome"]), text(&change["legacy_id"]), fields.join(", "))
    };
    report["changes"].as_array().expect("changes").iter().map(change).collect()
}

each_backend! {
    fn a_plan_names_every_change(database: &Database) {
        let project = project(database);
        project.run_on(database, &["import"]).expect(1);
        let teams = json!([
            {"id": 1, "slug": "red", "note": "first\n2nd\nthird", "profile": "{\"a\": {\"b\": 1}, \"c\": 2}", "rank": 1},
            {"id": 2, "slug": "green", "profile": "{\"a\": 1}", "rank": 2},
            {"id": 3, "slug": "blue", "rank": 3},
        ]);
        project.data("teams.json", teams.to_string());
        database.batch("UPDATE teams SET profile = '{\"a\": {\"b\": 7}, \"c\": 2}' WHERE slug = 'red'");
        database.batch("UPDATE teams SET note = 'gone' WHERE slug = 'blue'");
        database.batch("DELETE FROM people WHERE email = 'cyd@x.org'");
        let plan = project.run_on(database, &["plan", "--check", "--format", "json"]).expect(3).json();
        assert_eq!(
            changes(&plan),
            [
                "teams update 1: note first\nsecond\nthird -> first\n2nd\nthird",
                "teams update 2: note x -> null absent, profile null -> {\"a\": 1}",
                "teams kept 1: profile {\"a\": {\"b\": 7}, \"c\": 2} -> {\"a\": {\"b\": 1}, \"c\": 2}",
                "teams kept 3: note gone -> null",
                "people insert cyd: ",
            ]
        );
        assert_eq!(plan["tables"][0]["becomes_null"], json!({"note": 1}));
        let told = project.run_on(database, &["plan"]).expect(1).stdout;
        for part in ["line 2: `second` -> `2nd`", "/a/b: `7` -> `1`", "note: `x` -> NULL (the field is absent)", "1 stored value becomes NULL"] {
            assert!(told.contains(part), "`{part}` is not in\n{told}");
        }
    }

    fn references_to_nothing_are_counted_in_every_form(database: &Database) {
        let project = project(database);
        project.mapping("people", &PEOPLE.replace("references = \"teams\"", "references = \"teams\", on_unresolved = \"null\""));
        project.data("people.json", r#"{"ada": {"email": "ada@x.org", "team": 77}, "bob": {"email": "bob@x.org", "team": 78}, "cyd": {"email": "cyd@x.org", "team": 3}, "dan": {"email": "dan@x.org"}}"#);
        let arguments = ["--report", "r.html", "--report", "r.json", "--report", "r.md", "--report", "r.xml", "--report", "r.txt"];
        for command in ["plan", "import", "import", "verify"] {
            project.run_on(database, &[&[command], &arguments[..]].concat()).expect(0);
            let read = |name: &str| std::fs::read_to_string(project.path().join(name)).expect("the report");
            let json: Value = serde_json::from_str(&read("r.json")).expect("JSON");
            assert_eq!(json["tables"][1]["unresolved"], json!({"team_id": 2}), "{command}");
            let said = "2 references name no row and are NULL";
            assert!(read("r.txt").contains(&format!("warning: team_id: {said}")), "{}", read("r.txt"));
            assert!(read("r.md").contains(said) && read("r.xml").contains(said) && read("r.html").contains("\"unresolved\":{\"team_id\":2}"), "{command}");
        }
    }

    fn a_later_record_on_a_row_names_what_both_have(database: &Database) {
        database.batch("CREATE TABLE seats (hall VARCHAR(9), number INTEGER, guest TEXT, PRIMARY KEY (hall, number))");
        let project = project(database);
        project.mapping("seats", "table = \"seats\"\nsource = \"seats.json\"\n[columns]\nhall = \"hall\"\nnumber = \"number\"\nguest = \"guest\"\n");
        project.data("seats.json", r#"[{"hall": "A", "number": 7, "guest": "x"}, {"hall": "A", "number": 7, "guest": "y"}]"#);
        project.data("teams.json", r#"[{"id": 1, "slug": "red", "note": "first"}, {"id": 1, "slug": "red", "note": "later"}]"#);
        project.data("people.json", "{}");
        let told = project.run_on(database, &["import"]).expect(1).stdout;
        for part in [
            "data/seats.json:1:44: an earlier record at data/seats.json:1:2 has hall = A, number = 7 (key `",
            "data/teams.json:1:45 id 1: an earlier record at data/teams.json:1:2 has the same legacy id `1`, and differs",
        ] {
            assert!(told.contains(part), "`{part}` is not in\n{told}");
        }
    }

    fn a_first_import_that_is_taken_back_leaves_nothing(database: &Database) {
        let project = project(database);
        let tables = database.all_tables();
        project.run_on(database, &["import", "--max-rejects", "0"]).expect(2);
        assert_eq!(database.all_tables(), tables);
    }

    fn a_plan_in_every_form_is_written(database: &Database) {
        let project = project(database);
        let arguments = ["plan", "--report", "r.html", "--report", "r.json", "--report", "r.md", "--report", "r.xml", "--report", "r.txt"];
        let output = project.run_on(database, &arguments).expect(1);
        let read = |name: &str| std::fs::read_to_string(project.path().join(name)).expect("the report");
        assert_eq!(read("r.txt").lines().count(), output.stdout.lines().count());
        assert!(read("r.html").starts_with("<!doctype html>") && read("r.html").contains("ada@x.org"));
        assert!(read("r.md").contains("| people | 3 | 2 | 0 | 0 | 0 | 0 | 1 |"), "{}", read("r.md"));
        assert!(read("r.xml").contains("<failure type=\"value/wrong_kind\"") || read("r.xml").contains("<failure type=\"value/malformed\""), "{}", read("r.xml"));
        assert_eq!(serde_json::from_str::<Value>(&read("r.json")).expect("JSON")["totals"]["insert"], 5);
        let wrong = project.run_on(database, &["plan", "--report", "r.pdf"]).expect(2);
        assert!(wrong.stderr.contains("`--report r.pdf`: expected a file that ends in .txt"), "{}", wrong.stderr);
    }

    fn a_verification_finds_what_is_missing_edited_and_extra(database: &Database) {
        let project = project(database);
        project.data("people.json", r#"{"ada": {"email": "ada@x.org", "team": 1, "age": 30}, "cyd": {"email": "cyd@x.org", "team": 3}}"#);
        // Without a run before it, every row is missing.
        let first = project.run_on(database, &["verify", "--format", "json"]).expect(1).json();
        assert_eq!(first["totals"]["insert"], 5);
        project.run_on(database, &["import"]).expect(0);
        project.run_on(database, &["verify"]).expect(0);
        database.batch("UPDATE people SET age = 31 WHERE email = 'ada@x.org'");
        database.batch("DELETE FROM people WHERE email = 'cyd@x.org'");
        database.batch("UPDATE teams SET rank = 9 WHERE slug = 'red'");
        let teams = json!([{"id": 1, "slug": "red", "note": "first\nsecond\nthird", "profile": "{\"a\": {\"b\": 1}, \"c\": 2}", "rank": 1}, {"id": 3, "slug": "blue", "rank": 3}]);
        project.data("teams.json", teams.to_string());
        let found = project.run_on(database, &["verify", "--format", "json"]).expect(1).json();
        assert_eq!(changes(&found), ["teams kept_by_rule 1: rank 9 -> 1", "teams extra 2: ", "people insert cyd: ", "people update ada: age 31 -> 30"]);
        assert_eq!((&found["tables"][0]["extra"], &found["tables"][0]["kept_by_rule"]), (&json!(1), &json!(1)));
        let before = database.dump_all();
        let told = project.run_on(database, &["verify"]).expect(1).stdout;
        assert!(told.contains("The target is not as the sources say: 1 missing, 1 differ, 2 equal"), "{told}");
        assert_eq!(database.dump_all(), before, "a verification writes nothing");
    }

    fn corrected_rejects_are_imported_under_their_own_ids(database: &Database) {
        let project = project(database);
        project.run_on(database, &["import"]).expect(1);
        let path = project.path().join("rejects.ndjson");
        let rejects = std::fs::read_to_string(&path).expect("rejects");
        std::fs::write(&path, rejects.replace("\"old\"}", "44}")).expect("corrected");
        let output = project.run_on(database, &["import", "rejects.ndjson", "--format", "json"]).expect(0).json();
        assert_eq!(output["totals"], json!({"read": 1, "insert": 1, "update": 0, "unchanged": 0, "duplicate": 0, "kept": 0, "reject": 0}));
        assert!(!path.exists(), "nothing was rejected, so there is no file of rejects");
        // The legacy id of the corrected record is known: the corrected source changes nothing.
        project.data("people.json", r#"{"bob": {"email": "bob@x.org", "team": 2, "age": 44}}"#);
        let again = project.run_on(database, &["import", "--format", "json"]).expect(0).json();
        assert_eq!((&again["totals"]["unchanged"], &again["totals"]["read"]), (&json!(4), &json!(4)));
    }

    fn a_beaten_record_does_not_win_by_coming_again(database: &Database) {
        let project = project(database);
        project.data("teams.json", r#"[{"id": 1, "slug": "red", "note": "first"}, {"id": 1, "slug": "red", "note": "later"}]"#);
        project.run_on(database, &["import", "--table", "teams"]).expect(1);
        let rows = database.dump("teams");
        let output = project.run_on(database, &["import", "rejects.ndjson"]).expect(1);
        assert_eq!(database.dump("teams"), rows, "{}", output.stdout);
        let rejects = std::fs::read_to_string(project.path().join("rejects.ndjson")).expect("rejects");
        assert!(rejects.contains("\"code\":\"key/duplicate_in_input\"") && rejects.contains("rejects.ndjson"), "{rejects}");
        std::fs::write(project.path().join("rejects.ndjson"), rejects.replace("\"later\"}", "\"corrected\"}")).expect("corrected");
        project.run_on(database, &["import", "rejects.ndjson"]).expect(0);
        assert!(database.dump_all().contains("corrected"));
    }

    fn an_import_does_what_its_plan_says_or_nothing(database: &Database) {
        let project = project(database);
        project.data("people.json", r#"{"ada": {"email": "ada@x.org", "team": 1, "age": 30}}"#);
        // The ledger comes with the first import; a plan made before it is good, too.
        project.run_on(database, &["plan", "--out", "plan.json"]).expect(0);
        project.run_on(database, &["import", "--plan", "plan.json"]).expect(0);
        let stale = |what: &str| {
            let before = database.dump_all();
            let output = project.run_on(database, &["import", "--plan", "plan.json"]).expect(2);
            assert!(output.stderr.contains("the plan is stale") && output.stderr.contains(what), "{}", output.stderr);
            assert_eq!(database.dump_all(), before);
        };
        stale("rows of `teams` were edited");
        teams(&project, "new");
        project.run_on(database, &["plan", "--out", "plan.json"]).expect(0);
        teams(&project, "newer");
        stale("source `teams: data/teams.json` has changed");
        teams(&project, "new");
        database.batch("UPDATE teams SET note = 'other' WHERE slug = 'red'");
        stale("its inserts and updates are as many, but not the same");
        project.run_on(database, &["plan", "--out", "plan.json"]).expect(0);
        database.batch("ALTER TABLE teams ADD COLUMN more INTEGER");
        stale("definition of table `teams` has changed");
        project.run_on(database, &["plan", "--out", "plan.json"]).expect(0);
        project.run_on(database, &["import", "--plan", "plan.json"]).expect(0);
        project.file("plan.json", "{}");
        let wrong = project.run_on(database, &["import", "--plan", "plan.json"]).expect(2);
        assert!(wrong.stderr.contains("is no plan that this version can read"), "{}", wrong.stderr);
    }
}
