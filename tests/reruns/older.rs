//! Deployments that were rolled back: older sources and mappings are refused, and nothing else is.

use resettle::backend::TargetUrl;
use resettle::pipeline::{self, RunError, Settings};
use resettle::progress::Silent;
use resettle::report::{Command, Deaf};

use super::steps::{fresh, history};
use super::{content, memory, one, shop, stock};
use crate::support::{Database, Output, Project, each_backend};

const REFUSED: &str = "nothing was written: deploy the newer state, or pass `--allow-older`";

fn warnings(output: &str) -> usize {
    output.matches("warning[source/older]").count()
}

/// Imports, and nothing older is seen.
#[track_caller]
fn goes_on(project: &Project, database: &Database, more: &[&str]) -> Output {
    let output = project.run_on(database, &[&["import"], more].concat());
    assert!(output.code < 2 && warnings(&output.stdout) == 0, "{output:?}");
    output
}

/// Imports, which is refused, and nothing changes.
#[track_caller]
fn is_refused(project: &Project, database: &Database, more: &[&str]) -> String {
    let before = (content(database), memory(database), history(project, database));
    let output = project.run_on(database, &[&["import"], more].concat()).expect(2);
    assert!(output.stderr.contains(REFUSED) && output.stdout.is_empty(), "{output:?}");
    assert_eq!((content(database), memory(database), history(project, database)), before);
    output.stderr
}

fn run_id(project: &Project, database: &Database, number: usize) -> String {
    history(project, database)[number]["run"].as_str().expect("an id").to_owned()
}

fn change_mapping(project: &Project, name: &str, change: impl Fn(String) -> String) {
    let text = std::fs::read_to_string(project.path().join(format!("mappings/{name}.toml"))).expect("a mapping");
    project.mapping(name, &change(text));
}

/// A project of one table, filled from what is given.
fn words(table: &str) -> Project {
    let project = Project::new();
    project.mapping("words", &format!("table = \"{table}\"\nsource = \"words.ndjson\"\nid = \"id\"\n[columns]\nword = \"word\"\n"));
    project
}

fn word(text: &str) -> String {
    format!("{{\"id\":\"1\",\"word\":\"{text}\"}}\n")
}

each_backend! {
    fn older_sources_are_refused_unless_they_are_meant(database: &Database) {
        let project = shop();
        for parts in [5, 6, 6] {
            stock(&project, parts);
            goes_on(&project, database, &[]);
        }
        let (first, second, last) = (run_id(&project, database, 2), run_id(&project, database, 1), run_id(&project, database, 0));
        stock(&project, 5);
        project.file("rejects.ndjson", "of before");
        let said = is_refused(&project, database, &[]);
        for part in ["the sources of mapping `parts` are those of run", &first, "in whose place run", &second, "(and run", &last] {
            assert!(said.contains(part), "{part}: {said}");
        }
        assert!(!said.contains("makers"), "{said}");
        assert_eq!(std::fs::read_to_string(project.path().join("rejects.ndjson")).expect("the file"), "of before");
        is_refused(&project, database, &["--commit-every", "1"]);
        is_refused(&project, database, &["--trust-ledger"]);
        is_refused(&project, database, &["--table", "parts"]);
        for command in [&["plan"][..], &["plan", "--rehearse"], &["verify"]] {
            let text = project.run_on(database, command).stdout;
            assert!(warnings(&text) == 1 && text.contains("`import` refuses this"), "{command:?}: {text}");
        }
        // A plan that somebody looked at is no word of theirs that the older state is meant.
        project.run_on(database, &["plan", "--out", "plan.json"]).expect(0);
        is_refused(&project, database, &["--plan", "plan.json"]);
        goes_on(&project, database, &["--no-ledger"]);
        let text = project.run_on(database, &["import", "--allow-older", "--plan", "plan.json"]).expect(0).stdout;
        assert!(warnings(&text) == 1 && text.contains("it goes on because of `--allow-older`"), "{text}");
        goes_on(&project, database, &[]);
        // Its rows are all there already, so that it replaced nothing.
        stock(&project, 6);
        goes_on(&project, database, &[]);
        let other = std::fs::read_to_string(project.path().join("data/parts.ndjson")).expect("the parts");
        project.data("parts.ndjson", other.replace("note 1", "other"));
        goes_on(&project, database, &[]);
        stock(&project, 6);
        is_refused(&project, database, &[]);
        project.run_on(database, &["import", "--allow-older"]).expect(0);
        project.data("parts.ndjson", other.replace("note 1", "other"));
        is_refused(&project, database, &[]);
        stock(&project, 7);
        goes_on(&project, database, &[]);
    }

    fn a_pipeline_can_allow_it(database: &Database) {
        let project = shop();
        for parts in [5, 6] {
            stock(&project, parts);
            goes_on(&project, database, &[]);
        }
        stock(&project, 5);
        for (value, code) in [("", 2), ("false", 2), ("maybe", 2), ("TRUE", 0)] {
            let output = project.run_with_variable(("RESETTLE_ALLOW_OLDER", value), &["--to", database.url(), "import"]).expect(code);
            assert_eq!(output.stderr.contains("`--allow-older`"), code == 2 && value != "maybe", "{value}: {output:?}");
        }
        stock(&project, 6);
        project.run_with_variable(("RESETTLE_ALLOW_OLDER", "1"), &["--to", database.url(), "import"]).expect(0);
    }

    /// The text of a mapping is known before any record is read, and nothing of other mappings matters.
    fn older_mappings_are_refused(database: &Database) {
        let project = shop();
        stock(&project, 3);
        goes_on(&project, database, &[]);
        change_mapping(&project, "makers", |text| text + "# says nothing new\n");
        goes_on(&project, database, &[]);
        change_mapping(&project, "makers", |text| text.replace("# says nothing new\n", ""));
        goes_on(&project, database, &[]);
        change_mapping(&project, "makers", |text| text.replace("city = \"city\"", "city = \"name\""));
        goes_on(&project, database, &[]);
        change_mapping(&project, "makers", |text| text.replace("city = \"name\"", "city = \"city\""));
        project.data("makers.ndjson", "no JSON at all");
        let said = is_refused(&project, database, &[]);
        assert!(said.contains("the mapping files of mapping `makers` (with those that all mappings share) are those of run"), "{said}");
        goes_on(&project, database, &["--table", "parts"]);
        stock(&project, 3);
        project.run_on(database, &["import", "--allow-older"]).expect(0);
        goes_on(&project, database, &[]);
        change_mapping(&project, "enums", |text| text.replace("\"screw\", ", ""));
        change_mapping(&project, "makers", |text| text.replace("city = \"city\"", "city = \"name\""));
        goes_on(&project, database, &[]);
        change_mapping(&project, "enums", |text| text.replace("\"nut\", ", "\"screw\", \"nut\", "));
        change_mapping(&project, "makers", |text| text.replace("city = \"name\"", "city = \"city\""));
        assert!(is_refused(&project, database, &[]).contains("mappings `makers`, `parts`"));
    }

    /// An export fails and comes out empty, or cut; the next one is as before.
    fn what_changed_nothing_replaced_nothing(database: &Database) {
        let project = shop();
        for name in ["makers", "parts"] {
            change_mapping(&project, name, |text| format!("on_missing = \"delete\"\n{text}"));
        }
        stock(&project, 5);
        goes_on(&project, database, &[]);
        for broken in ["", "{\"id\":\"p1\",\"code\":"] {
            project.data("parts.ndjson", broken);
            goes_on(&project, database, &[]);
            stock(&project, 5);
            goes_on(&project, database, &[]);
        }
        project.data("parts.ndjson", "");
        goes_on(&project, database, &["--allow-incomplete", "--max-deletes", "100%"]);
        stock(&project, 5);
        is_refused(&project, database, &[]);
    }

    /// What a migration did is not taken back, so what is older is found before.
    fn pending_migrations_wait_for_it(database: &Database) {
        let project = shop();
        for parts in [3, 4] {
            stock(&project, parts);
            goes_on(&project, database, &[]);
        }
        project.migration("2024-02-01-000000_more", "CREATE TABLE more (id INTEGER PRIMARY KEY);", "DROP TABLE more;");
        stock(&project, 3);
        is_refused(&project, database, &[]);
        assert!(!database.tables().contains(&"more".to_owned()));
        stock(&project, 5);
        goes_on(&project, database, &[]);
        assert!(database.tables().contains(&"more".to_owned()));
        project.migration("2024-03-01-000000_less", "DROP TABLE more;", "CREATE TABLE more (id INTEGER PRIMARY KEY);");
        stock(&project, 4);
        project.run_on(database, &["import", "--allow-older"]).expect(0);
    }

    fn what_a_run_took_back_was_never_there(database: &Database) {
        let project = shop();
        for parts in [5, 6, 6] {
            stock(&project, parts);
            goes_on(&project, database, &[]);
        }
        project.run_on(database, &["undo", "last"]).expect(0);
        assert_eq!(one(database, "SELECT CAST(COUNT(*) AS TEXT) FROM parts"), "5", "the last run that changed something");
        stock(&project, 5);
        goes_on(&project, database, &[]);
        stock(&project, 6);
        goes_on(&project, database, &[]);
        project.run_on(database, &["undo", "last"]).expect(0);
        project.run_on(database, &["undo", "last"]).expect(0);
        stock(&project, 5);
        is_refused(&project, database, &[]);
    }

    /// Two projects, and one project's mappings one by one, fill tables of one database.
    fn others_of_the_same_database_are_none_of_it(database: &Database) {
        database.batch("CREATE TABLE one (id TEXT PRIMARY KEY, word TEXT); CREATE TABLE other (id TEXT PRIMARY KEY, word TEXT)");
        let (mine, theirs) = (words("one"), words("other"));
        mine.data("words.ndjson", word("mine"));
        theirs.data("words.ndjson", word("theirs"));
        let also = words("one");
        also.mapping("project", "name = \"another one\"\n").data("words.ndjson", word("also mine"));
        also.mapping("words", "table = \"one\"\nsource = \"words.ndjson\"\nid = \"id\"\nnamespace = \"also\"\n[columns]\nword = \"word\"\n");
        for _ in 0..3 {
            for project in [&mine, &theirs, &also] {
                goes_on(project, database, &[]);
            }
        }
        let shop = shop();
        for _ in 0..2 {
            stock(&shop, 3);
            goes_on(&shop, database, &["--table", "makers"]);
            goes_on(&shop, database, &["--table", "parts"]);
            goes_on(&mine, database, &[]);
        }
    }

    /// Given files are compared with the same given files, standard input with standard input.
    fn given_sources_are_compared_with_the_same(database: &Database) {
        database.batch("CREATE TABLE one (id TEXT PRIMARY KEY, word TEXT)");
        let project = words("one");
        project.data("words.ndjson", word("own")).data("a.ndjson", word("a")).data("b.ndjson", word("b"));
        for _ in 0..2 {
            goes_on(&project, database, &[]);
            goes_on(&project, database, &["data/a.ndjson", "--table", "words"]);
            goes_on(&project, database, &["data/b.ndjson", "--table", "words"]);
        }
        project.data("a.ndjson", word("newer"));
        goes_on(&project, database, &["data/a.ndjson", "--table", "words"]);
        project.data("a.ndjson", word("a"));
        is_refused(&project, database, &["data/a.ndjson", "--table", "words"]);
        let stdin = |text: &str, code| {
            project.run_with_input(&["--to", database.url(), "import", "-", "--table", "words"], word(text)).expect(code).stderr
        };
        for text in ["a", "a", "b", "b"] {
            stdin(text, 0);
        }
        assert!(stdin("a", 2).contains(REFUSED));
        assert_eq!(one(database, "SELECT word FROM one"), "b");
    }

    /// Corrected records come in any order, and what is rejected once is often rejected again.
    fn corrected_rejects_are_not_older(database: &Database) {
        let project = shop();
        for parts in [5, 6, 6] {
            stock(&project, parts);
            for name in ["first", "second", "first"] {
                let broken = format!("{{\"id\":\"b\",\"code\":null,\"note\":\"{name}\"}}\n");
                let text = std::fs::read_to_string(project.path().join("data/parts.ndjson")).expect("the parts") + &broken;
                project.file("data/parts.ndjson", &text);
                let output = project.run_on(database, &["import", "--allow-older"]).expect(1);
                assert!(output.stdout.contains("1 rejected") || output.stdout.contains("rejected"), "{output:?}");
                let text = std::fs::read_to_string(project.path().join("rejects.ndjson")).expect("rejects");
                project.file("rejects.ndjson", text.replace("\"code\":null", "\"code\":\"given\""));
                goes_on(&project, database, &["rejects.ndjson"]);
                stock(&project, parts);
            }
        }
        goes_on(&project, database, &[]);
    }

    fn a_run_that_ended_early_goes_on(database: &Database) {
        let project = shop();
        stock(&project, 5);
        goes_on(&project, database, &[]);
        let ended_early = |parts| {
            stock(&project, parts);
            let settings = Settings::new(project.path().to_owned(), TargetUrl::parse(database.url()).expect("an address"), Command::Import);
            let settings = Settings { commit_every: Some(1), stop_after: Some(2), ..settings };
            pipeline::run(&settings, &Silent, &mut Deaf).expect_err("it ends early")
        };
        assert!(matches!(ended_early(8), RunError::Interrupted { steps: 2, .. }));
        goes_on(&project, database, &["--commit-every", "1"]);
        assert!(matches!(ended_early(12), RunError::Interrupted { steps: 2, .. }));
        stock(&project, 8);
        is_refused(&project, database, &[]);
        assert!(matches!(ended_early(8), RunError::Older(_)));
        stock(&project, 12);
        goes_on(&project, database, &[]);
        assert_eq!(content(database), content(&clean(database, &project)));
    }
}

/// A database into which a project was imported once.
fn clean(database: &Database, project: &Project) -> Database {
    let clean = fresh(database);
    project.run_on(&clean, &["import"]).expect(0);
    clean
}
