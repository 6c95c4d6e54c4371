//! Mapping files that are drafted, checked and imported.

use crate::support::{Database, Project, each_backend};

const SCHEMA: &str = "CREATE TABLE teams (id INTEGER PRIMARY KEY, slug VARCHAR(20) NOT NULL UNIQUE, plan VARCHAR(9) CHECK (plan IN ('free', 'premium', 'other')));\
    CREATE TABLE people (id VARCHAR(40) PRIMARY KEY, email VARCHAR(60) NOT NULL UNIQUE, team_id INTEGER REFERENCES teams (id), born DATE, is_admin BOOLEAN, visits INTEGER);\
    CREATE TABLE places (name VARCHAR(20) NOT NULL, code VARCHAR(9) NOT NULL PRIMARY KEY, height INTEGER);\
    CREATE TABLE unrelated (x INTEGER)";

fn project(database: &Database) -> Project {
    database.batch(SCHEMA);
    let project = Project::new();
    project.data(
        "teams-2024.json",
        r#"{"version": 3, "data": {"teams": [{"id": 1, "slug": " red ", "plan": "Free", "motto": "go"}, {"id": 2, "slug": "green", "plan": "premum"}]}}"#,
    );
    project.data(
        "people.ndjson",
        "{\"id\":\"p1\",\"eMail\":\"a@x.org\",\"team\":\"red\",\"born\":\"24.12.1990\",\"admin\":true,\"visits\":\"\"}\n\
         {\"id\":\"p2\",\"eMail\":\"b@x.org\",\"team\":\"green\",\"born\":\"1991-01-02\",\"admin\":false,\"visits\":7}\n",
    );
    project.data(
        "place.json",
        r#"{"n1": {"name": "Aa", "heigth": 3}, "n2": {"name": "Bb"}, "n3": {"name": "Cc"}, "n4": "?", "n5": {"name": "Ee"}}"#,
    );
    project.data("strange.json", "[]");
    project
}

fn read(project: &Project, name: &str) -> String {
    std::fs::read_to_string(project.path().join("mappings").join(name)).expect("a drafted file")
}

each_backend! {
    fn what_is_drafted_is_checked_and_imported(database: &Database) {
        let project = project(database);
        let dry = project.run_on(database, &["init", "--dry-run"]).expect(0);
        assert!(dry.stdout.contains("# mappings/people.toml") && !project.path().join("mappings/people.toml").exists(), "{}", dry.stdout);
        let output = project.run_on(database, &["init"]).expect(0);
        assert!(output.stderr.contains("data/strange.json is called like no table"), "{}", output.stderr);
        assert!(output.stderr.contains("no source is called like `unrelated`"), "{}", output.stderr);
        let teams = read(&project, "teams.toml");
        for line in ["source = \"teams-2024.json\"", "pointer = \"/data/teams\"", "id = { from = \"id\" }", "slug = { from = \"slug\", transform = \"trim\" }", "plan = { from = \"plan\", enum = \"teams_plan\" }", "`motto` (1)"] {
            assert!(teams.contains(line), "`{line}` is not in\n{teams}");
        }
        let people = read(&project, "people.toml");
        for line in [
            "id = { from = \"id\", as = \"value\" }",
            "email = \"eMail\"",
            "team_id = { from = \"team\", references = \"teams.slug\" }",
            "born = { from = \"born\", format = [\"iso\", \"%d.%m.%Y\"] }",
            "is_admin = \"admin\"",
            "visits = { from = \"visits\", null_if = [\"\"] }",
            "# identity = [\"email\"]",
        ] {
            assert!(people.contains(line), "`{line}` is not in\n{people}");
        }
        let places = read(&project, "places.toml");
        for line in ["format = \"keyed\"", "key_field = \"key\"", "id = { from = \"key\", as = \"value\" }", "# height = \"heigth\"   # "] {
            assert!(places.contains(line), "`{line}` is not in\n{places}");
        }
        let enums = read(&project, "enums.toml");
        for line in ["[teams_plan]", "values = [\"free\", \"premium\", \"other\"]", "# fallback = \"other\"", "# \"premum\" = \"premium\"   # 1 of the sampled records"] {
            assert!(enums.contains(line), "`{line}` is not in\n{enums}");
        }
        project.run_on(database, &["check"]).expect(0);
        let report = project.run_on(database, &["import", "--format", "json"]).expect(1).json();
        // `premum` waits for a decision, and its team for the person; `n4` is no record.
        assert_eq!((&report["totals"]["insert"], &report["totals"]["reject"]), (&6.into(), &3.into()), "{report}");
        project.mapping("enums", &enums.replace("# fallback", "fallback").replace("# \"premum\"", "\"premum\""));
        let report = project.run_on(database, &["import", "--format", "json"]).expect(1).json();
        assert_eq!((&report["totals"]["insert"], &report["totals"]["unchanged"]), (&2.into(), &6.into()));
    }

    fn nothing_that_exists_is_overwritten(database: &Database) {
        let project = project(database);
        let mine = "table = \"teams\"\nsource = \"teams-2024.json\"\npointer = \"/data/teams\"\nid = \"id\"\n[columns]\nslug = \"slug\"\n";
        let own = "# mine\n[other]\nvalues = [\"a\"]\n";
        project.mapping("teams", mine).mapping("enums", own);
        let output = project.run_on(database, &["init"]).expect(0);
        assert!(output.stderr.contains("mappings/teams.toml exists and stays as it is; `--force` replaces it"), "{}", output.stderr);
        assert_eq!((read(&project, "teams.toml").as_str(), read(&project, "enums.toml").as_str()), (mine, own));
        assert!(read(&project, "people.toml").contains("references = \"teams\""));
        let output = project.run_on(database, &["init", "--force", "--table", "teams"]).expect(0);
        assert!(output.stdout.contains("replaced mappings/teams.toml") && output.stdout.contains("added to mappings/enums.toml"), "{}", output.stdout);
        assert!(read(&project, "enums.toml").starts_with(own) && read(&project, "enums.toml").contains("[teams_plan]"));
        project.run_on(database, &["check"]).expect(0);
        // Again, nothing is added twice.
        let before = read(&project, "enums.toml");
        project.run_on(database, &["init", "--force"]).expect(0);
        assert_eq!(read(&project, "enums.toml"), before);
        // A table that another file fills is left to it.
        project.mapping("squads", mine);
        std::fs::remove_file(project.path().join("mappings/teams.toml")).expect("removed");
        let output = project.run_on(database, &["init"]).expect(0);
        assert!(output.stderr.contains("`teams` is filled by mappings/squads.toml already"), "{}", output.stderr);
    }

    fn what_is_required_and_missing_is_said(database: &Database) {
        database.batch("CREATE TABLE tools (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL, model VARCHAR(20), display_label VARCHAR(20))");
        let project = Project::new();
        project.data("export.json", r#"[{"id": "a-1", "title": "x", "model": {"label": "y"}}]"#);
        let output = project.run_on(database, &["init", "data/export.json", "--table", "tools"]).expect(0);
        assert!(output.stderr.contains("mappings/tools.toml: the column `name` needs a value"), "{}", output.stderr);
        let tools = read(&project, "tools.toml");
        assert!(tools.contains("id = { from = \"id\", as = \"none\" }"), "{tools}");
        assert!(!tools.contains("\nmodel = ") && tools.contains("# display_label = \"/model/label\"   # "), "{tools}");
        let check = project.run_on(database, &["check"]).expect(2);
        assert!(check.stderr.contains("the column `name` is NOT NULL without default"), "{}", check.stderr);
        let elsewhere = project.file("export.json", "[]").run_on(database, &["init", "export.json", "--table", "tools"]).expect(2);
        assert!(elsewhere.stderr.contains("`export.json` is not below `data/`"), "{}", elsewhere.stderr);
        let unknown = project.run_on(database, &["init", "--table", "tolls"]).expect(2);
        assert!(unknown.stderr.contains("`tolls`") && unknown.stderr.contains("did you mean `tools`?"), "{}", unknown.stderr);
    }

    fn hostile_names_stay_in_their_place(database: &Database) {
        database.batch("CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR(20))");
        let project = Project::new();
        project.data("t.json", "[{\"id\": 1, \"name\": \"a\", \"x\\ny = 1 #\": 2, \"\\\"\\u001b[31m\": 3, \"^up\": 4}]");
        project.run_on(database, &["init"]).expect(0);
        assert!(!read(&project, "t.toml").contains('\u{1b}'));
        project.run_on(database, &["check"]).expect(0);
        project.run_on(database, &["import"]).expect(0);
    }
}

#[test]
fn a_draft_needs_the_tables() {
    let project = Project::new();
    project.migration("1_a", "CREATE TABLE a (id INTEGER PRIMARY KEY)", "").data("a.json", "[]");
    let output = project.run(&["init"]).expect(2);
    assert!(output.stderr.contains("does not exist yet"), "{}", output.stderr);
}
