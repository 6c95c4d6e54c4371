//! The commands of the examples' descriptions, run as they are printed, and what they say comes out.
//!
//! **Invariant**: exit codes and counts are read from the README beside the data, so that description and program cannot part.

use std::fs;
use std::path::{Path, PathBuf};

use resettle::backend::statement::Statement;

use crate::support::{Database, Project, Server, each_backend};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name)
}

/// One line of a shell block: its words, and the exit code that its comment promises.
struct Command {
    words: Vec<String>,
    code: i32,
}

fn commands(readme: &str) -> Vec<Command> {
    let mut inside = false;
    let mut found = Vec::new();
    for line in readme.lines() {
        if line.starts_with("```") {
            inside = line == "```sh";
        } else if inside {
            let (command, comment) = line.split_once('#').unwrap_or((line, ""));
            let promised = comment.trim().strip_prefix("exit code ").map(|rest| rest.split(':').next().unwrap_or(rest));
            let code = promised.map_or(0, |code| code.parse().expect("an exit code"));
            found.push(Command { words: command.split_whitespace().map(str::to_owned).collect(), code });
        }
    }
    assert!(!found.is_empty(), "the description has no commands");
    found
}

/// Rows of the table of counts: table, read, insert, update, duplicate, reject.
fn counts(readme: &str) -> Vec<Vec<String>> {
    let rows = readme
        .lines()
        .filter(|line| line.starts_with("| "))
        .map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect());
    rows.filter(|row: &Vec<String>| row[0] != "table").collect()
}

/// Runs every command of a README on a copy of the example; the imports must come to what it says, and one more to nothing.
fn runs_as_printed(name: &str, database: &Database) -> Project {
    let readme = fs::read_to_string(folder(name).join("README.md")).expect("a README");
    let project = Project::new();
    project.replace(&format!("examples/{name}"), &folder(name));
    let mut root = format!("examples/{name}");
    let mut imported = None;
    for command in commands(&readme) {
        let words: Vec<&str> = command.words.iter().map(String::as_str).collect();
        match words.as_slice() {
            ["cp", "-r", from, to] => {
                let from = project.path().join(from);
                project.replace(to, &from);
                (*to).clone_into(&mut root);
            }
            ["resettle", arguments @ ..] => {
                let is_import = arguments.last() == Some(&"import");
                let json: &[&str] = if is_import && command.code != 2 { &["--format", "json"] } else { &[] };
                let output = project.run_on(database, &[arguments, json].concat()).expect(command.code);
                if !json.is_empty() {
                    let first = imported.get_or_insert_with(|| output.json()).clone();
                    assert_eq!(first["totals"]["reject"], output.json()["totals"]["reject"], "rejects of a later import");
                }
            }
            other => panic!("a command that this test does not know: {other:?}"),
        }
    }
    let report = imported.expect("an import");
    let tables = report["tables"].as_array().expect("tables");
    let shown = |table: &serde_json::Value| {
        let number = |key: &str| table[key].to_string();
        let mut row = vec![table["table"].as_str().expect("a name").to_owned()];
        row.extend(["read", "insert", "update", "duplicate", "reject"].map(number));
        row
    };
    assert_eq!(tables.iter().map(shown).collect::<Vec<_>>(), counts(&readme), "what comes out of {name} on {}", database.name());
    let again = project.run_on(database, &["-C", &root, "import", "--format", "json"]).expect(1).json();
    assert_eq!((&again["totals"]["insert"], &again["totals"]["update"]), (&0.into(), &0.into()), "importing {name} again");
    project
}

each_backend! {
    fn fiction(database: &Database) {
        runs_as_printed("fiction", database);
        let one = |sql: &str| database.rows(sql)[0][0].clone().unwrap_or_default();
        assert_eq!(one("SELECT CAST(genre AS TEXT) || ' ' || CAST(word_count IS NOT NULL AS TEXT) FROM vaults WHERE name = 'Scratch'").split(' ').next(), Some("MYSTERY"));
        assert_eq!(one("SELECT CAST(COUNT(*) AS TEXT) FROM vaults WHERE legacy_genre IN ('Solarpunk', 'Fantsy') AND CAST(genre AS TEXT) = 'OTHER'"), "2");
        assert_eq!(one("SELECT CAST(COUNT(*) AS TEXT) FROM vaults WHERE name = 'Hollow Tide'"), "1");
        assert_eq!(one("SELECT CAST(COUNT(*) AS TEXT) FROM entities WHERE name = 'Nobody' AND CAST(entity_type AS TEXT) = 'CHARACTER'"), "1");
    }
}

each_backend! {
    fn facts(database: &Database) {
        runs_as_printed("facts", database);
        let one = |sql: &str| database.rows(sql)[0][0].clone().unwrap_or_default();
        assert_eq!(one("SELECT CAST(COUNT(*) AS TEXT) FROM user_fact_relationships WHERE legacy_type = 'dreams of'"), "1");
        assert_eq!(one("SELECT CAST(COUNT(*) AS TEXT) FROM fact_entities WHERE search IS NULL"), "0");
    }

    fn facts_where_tables_exist_already(database: &Database) {
        let up = fs::read_to_string(folder("facts").join(format!("migrations/{}/2023-09-01-080000_create_facts/up.sql", database.name())));
        database.batch(&up.expect("the first migration"));
        database.batch("INSERT INTO universal_users (platform, platform_user_id, preferences) VALUES ('web', 'old', '{\"a\": 1}'), ('web', 'older', 'no json'), ('web', 'oldest', '{')");
        let project = Project::new();
        project.replace("examples/facts", &folder("facts"));
        let stored = || database.rows("SELECT platform_user_id, CAST(preferences AS TEXT) FROM universal_users WHERE platform_user_id LIKE 'old%' ORDER BY 1");
        let before = stored();
        // Bad rows are listed and nothing is converted, until they are mended or declared.
        for (bad, mend) in [
            ("web/older has 'no json', web/oldest has '{'; mend them, or declare them", "UPDATE universal_users SET preferences = '{\"b\": 2}' WHERE platform_user_id = 'oldest'"),
            ("no JSON: web/older has 'no json'; mend", "INSERT INTO unreadable_preferences (user_id, reason) SELECT id, 'a test' FROM universal_users WHERE platform_user_id = 'older'"),
        ] {
            let refused = project.run_on(database, &["-C", "examples/facts", "import"]).expect(2);
            assert!(refused.stderr.contains(bad), "{}", refused.stderr);
            assert_eq!(stored()[0..2], before[0..2]);
            database.batch(mend);
        }
        project.run_on(database, &["-C", "examples/facts", "import"]).expect(1);
        let texts: Vec<Option<String>> = stored().into_iter().map(|row| row[1].clone()).collect();
        assert_eq!(texts, [Some("{\"a\": 1}".to_owned()), None, Some("{\"b\": 2}".to_owned())]);
        assert_eq!(database.rows("SELECT reason, preferences FROM unreadable_preferences"), [[Some("a test".to_owned()), Some("no json".to_owned())]]);
        project.run_on(database, &["-C", "examples/facts", "migrate", "revert", "--steps", "2"]).expect(0);
        assert_eq!(database.rows("SELECT preferences FROM universal_users WHERE platform_user_id = 'older'"), [[Some("no json".to_owned())]]);
    }

    /// `preferences || new`: what the application wrote stays, what the source has wins.
    fn facts_merge_preferences(database: &Database) {
        let project = Project::new();
        project.replace("facts", &folder("facts"));
        project.run_on(database, &["-C", "facts", "import"]).expect(1);
        let (handle, id) = ("user-of-this-test", "u-test");
        let source = fs::read_to_string(project.path().join("facts/data/users.ndjson")).expect("the source");
        let with = |preferences: &str| {
            let record = format!("{{\"uid\":\"{id}\",\"platform\":\"web\",\"handle\":\"{handle}\",\"name\":\"T\",\"preferences\":{preferences}}}");
            project.file("facts/data/users.ndjson", format!("{}\n{record}\n", source.trim_end()));
            let report = project.run_on(database, &["-C", "facts", "import", "--format", "json"]).expect(1).json();
            ["insert", "update"].map(|name| report["totals"][name].as_u64().expect("a count"))
        };
        let member = |name: &str| database.rows(&format!("SELECT COALESCE(CAST(preferences ->> '{name}' AS TEXT), '-') FROM universal_users WHERE platform_user_id = '{handle}'"))[0][0].clone().unwrap_or_default();
        assert_eq!(with(r#"{"theme":"dark","lang":"de"}"#), [1, 0]);
        database.batch(&match database.name() {
            "sqlite" => format!("UPDATE universal_users SET preferences = json_set(preferences, '$.seen', 'yes') WHERE platform_user_id = '{handle}'"),
            _ => format!("UPDATE universal_users SET preferences = preferences || '{{\"seen\": \"yes\"}}' WHERE platform_user_id = '{handle}'"),
        });
        assert_eq!(with(r#""{\"theme\":\"light\",\"lang\":\"de\"}""#), [0, 1]);
        assert_eq!(["theme", "lang", "seen"].map(member), ["light", "de", "yes"]);
        assert_eq!(with(r#"{"lang":"de","theme":"light"}"#), [0, 0]);
        assert_eq!(with("null"), [0, 0]);
        if database.name() == "postgres" {
            let indexes = database.rows("SELECT indexname FROM pg_indexes WHERE indexdef LIKE '%USING gin%' ORDER BY 1");
            assert_eq!(indexes, [[Some("ix_fact_entities_search".to_owned())], [Some("ix_universal_users_preferences".to_owned())]]);
            assert_eq!(database.rows("SELECT COUNT(*)::text FROM fact_entities WHERE search @@ to_tsquery('simple', 'chess')"), [[Some("1".to_owned())]]);
        }
    }
}

/// On a server that has pgvector, `embedding` is a vector under an HNSW index.
#[test]
fn fiction_with_vectors() {
    let Some(server) = Server::start_with_pgvector() else { return };
    let database = Database::on_server(server.url());
    let project = runs_as_printed("fiction", &database);
    let one = |sql: &str| database.rows(sql)[0][0].clone().unwrap_or_default();
    assert_eq!(
        one("SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'chunks'::regclass AND attname = 'embedding'"),
        "vector(4)"
    );
    assert_eq!(one("SELECT amname FROM pg_class c JOIN pg_am a ON a.oid = c.relam WHERE relname = 'ix_chunks_embedding'"), "hnsw");
    let nearest = "SELECT content FROM chunks ORDER BY embedding <=> '[-0.451, -0.201, -0.973, -0.163]' LIMIT 1";
    let mut session = database.session();
    session.batch("SET enable_seqscan = off; SET enable_sort = off").expect("set");
    let mut ask = |sql: &str| session.rows(&Statement::new(sql)).expect("answered");
    let plan = ask(&format!("EXPLAIN {nearest}"));
    assert!(plan.iter().flatten().flatten().any(|line| line.contains("Index Scan using ix_chunks_embedding")), "{plan:?}");
    assert_eq!(ask(nearest), [[Some("Hollow Dagny Ember Wren Vale Morrow Ilva Tarn Nim Bell Orrin Bram".to_owned())]]);

    // A vector of another length is rejected alone, another vector is an update, and what is stored is what the source says.
    let chunks = project.path().join("examples/fiction/data/chunks.ndjson");
    let source = fs::read_to_string(&chunks).expect("the source");
    let changed =
        source.replace("[-0.451, -0.201, -0.973, -0.163]", "[1, 2.50, -3e-1, 0]").replace("[-0.798, 0.149, 0.082, 0.435]", "[1, 2]");
    fs::write(&chunks, changed).expect("written");
    let run = |arguments: &[&str]| project.run_on(&database, &[&["-C", "examples/fiction"], arguments, &["--format", "json"]].concat());
    let plan = run(&["plan"]).expect(1).json();
    let change = &plan["changes"][0];
    assert_eq!(plan["changes"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        (&change["fields"][0]["old"], &change["fields"][0]["new"]),
        (&"[-0.451,-0.201,-0.973,-0.163]".into(), &"[1,2.5,-0.3,0]".into())
    );
    let reject = plan["rejects"].as_array().expect("rejects").iter().find(|reject| reject["line"] == 2 && reject["table"] == "chunks");
    assert_eq!(reject.map(|reject| (&reject["code"], &reject["column"])), Some((&"value/refused_by_database".into(), &"embedding".into())));
    let imported = run(&["import"]).expect(1).json();
    assert_eq!((&imported["totals"]["update"], &imported["totals"]["reject"]), (&1.into(), &plan["totals"]["reject"]));
    assert_eq!(run(&["import"]).expect(1).json()["totals"]["update"], 0);
    assert_eq!(one("SELECT embedding::text FROM chunks WHERE content LIKE 'Hollow Dagny Ember Wren Vale%'"), "[1,2.5,-0.3,0]");
    project.run_on(&database, &["-C", "examples/fiction", "undo", "last"]).expect(0);
}

#[test]
fn fiction_can_be_taken_back_to_text() {
    let mut databases = vec![Database::sqlite()];
    databases.extend(Database::postgres());
    for database in databases {
        let project = runs_as_printed("fiction", &database);
        project.run_on(&database, &["-C", "examples/fiction", "migrate", "revert", "--steps", "3"]).expect(0);
        assert_eq!(database.rows("SELECT genre FROM vaults WHERE name = 'Scratch'"), [[Some("mystery".to_owned())]]);
        project.run_on(&database, &["-C", "examples/fiction", "migrate", "run"]).expect(0);
        project.run_on(&database, &["-C", "examples/fiction", "check"]).expect(0);
    }
}

#[test]
fn runs() {
    let mut databases = vec![Database::sqlite()];
    databases.extend(Database::postgres());
    databases.iter().for_each(runs_on);
}

fn runs_on(database: &Database) {
    let project = runs_as_printed("runs", database);
    assert_eq!(database.rows("SELECT CAST(COUNT(*) AS TEXT) FROM crucible_runs WHERE status = 'timed_out'"), [[Some("2".to_owned())]]);
    assert_ne!(database.rows("SELECT CAST(COUNT(*) AS TEXT) FROM failed_runs"), [[Some("0".to_owned())]]);
    // A value that only the database has is a warning.
    let toml = fs::read_to_string(project.path().join("runs/mappings/enums.toml")).expect("the enum tables");
    let shorter: String = toml
        .replace(", \"timed_out\"]", "]")
        .lines()
        .filter(|line| !line.contains("= \"timed_out\""))
        .map(|line| format!("{line}\n"))
        .collect();
    project.file("runs/mappings/enums.toml", &shorter);
    let check = project.run_on(database, &["-C", "runs", "check"]).expect(0);
    assert!(check.stderr.contains("the database allows `timed_out` in the column `status`"), "{}", check.stderr);
    // A column that somebody dropped is missed before the import.
    project.file("runs/mappings/enums.toml", &toml);
    database.batch("DROP INDEX ix_crucible_runs_chat_session_id; ALTER TABLE crucible_runs DROP COLUMN chat_session_id");
    let refused = project.run_on(database, &["-C", "runs", "import"]).expect(2);
    assert!(refused.stderr.contains("speaking of it: `2024-04-08-160000_add_chat_session`"), "{}", refused.stderr);
}

/// `cargo test` has built it.
#[test]
fn an_enum_of_a_program_is_an_enum_table() {
    let mut cargo = std::process::Command::new(env!("CARGO"));
    cargo.args(["run", "--quiet", "--example", "strum_enums"]).current_dir(env!("CARGO_MANIFEST_DIR"));
    let ran = cargo.output().expect("cargo");
    let (said, complaints) = (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{complaints}");
    let mut lines: Vec<&str> = said.lines().collect();
    lines.sort_unstable();
    let expected = [
        "1 `REST` became `api` (legacy)",
        "1 `Scraper` became `web_scraping` (legacy)",
        "1 `Web-Scraping` became `web_scraping` (canonical)",
        "1 `quantum` became `custom` (fallback)",
        "again: 4 of 4 unchanged",
    ];
    assert_eq!(lines, expected);
}
