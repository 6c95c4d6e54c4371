//! What people changed in the target between two runs.

use serde_json::Value;

use super::{one, shop, stock};
use crate::support::{Database, Project, each_backend};

pub(super) fn import(project: &Project, database: &Database) -> Value {
    import_with(project, database, &[])
}

pub(super) fn import_with(project: &Project, database: &Database, arguments: &[&str]) -> Value {
    project.run_on(database, &["migrate", "run"]).expect(0);
    let plan = project.run_on(database, &["plan", "--format", "json"]).json();
    let report = project.run_on(database, &[&["import", "--allow-older", "--format", "json"], arguments].concat()).json();
    assert_eq!(plan["totals"], report["totals"], "plan (left) and import (right)");
    report
}

/// Insert, update, unchanged, kept, reject.
pub(super) fn totals(report: &Value) -> [u64; 5] {
    ["insert", "update", "unchanged", "kept", "reject"].map(|name| report["totals"][name].as_u64().expect("a count"))
}

pub(super) fn note(database: &Database, id: &str) -> String {
    one(database, &format!("SELECT COALESCE(note, 'NULL') FROM parts WHERE id IN (SELECT id FROM parts WHERE code = '{id}')"))
}

/// Replaces a text in the source of the parts.
pub(super) fn change(project: &Project, from: &str, to: &str) {
    let path = project.path().join("data/parts.ndjson");
    let text = std::fs::read_to_string(&path).expect("the source");
    assert!(text.contains(from), "{from} in {text}");
    project.data("parts.ndjson", text.replace(from, to));
}

fn imported() -> Project {
    let project = shop();
    stock(&project, 10);
    project
}

fn with_policy(project: &Project, policy: &str) {
    let path = project.path().join("mappings/parts.toml");
    let text = std::fs::read_to_string(&path).expect("the mapping");
    project.mapping("parts", &format!("on_target_edit = \"{policy}\"\n{text}"));
}

each_backend! {
    fn an_unchanged_source_overwrites_no_edit(database: &Database) {
        let project = imported();
        assert_eq!(totals(&import(&project, database)), [15, 0, 0, 0, 0]);
        database.batch("UPDATE parts SET note = 'by hand' WHERE code = 'c1'; UPDATE parts SET note = NULL WHERE code = 'c2'; UPDATE makers SET rank = 99 WHERE id = 3");
        for _ in 0..2 {
            let watch = database.watch();
            let report = import(&project, database);
            assert_eq!(totals(&report), [0, 0, 12, 3, 0]);
            let written = watch.writes();
            assert!(written.is_empty(), "{written:?}");
            assert_eq!(report["tables"][1]["edits"][0]["column"], "note");
            assert_eq!(report["tables"][1]["edits"][0]["kept"], 2);
        }
        // Another field of the record changed: that one is written, the edit stays, and goes on to.
        change(&project, "\"price\":1.5", "\"price\":7.25");
        for expected in [[0, 1, 12, 2, 0], [0, 0, 12, 3, 0]] {
            assert_eq!(totals(&import(&project, database)), expected);
            assert_eq!(note(database, "c1"), "by hand");
            assert_eq!(one(database, "SELECT CAST(price AS TEXT) FROM parts WHERE code = 'c1'"), "7.25");
        }
        // The plan shows what is kept, field by field.
        let plan = project.run_on(database, &["plan", "--format", "json"]).json();
        let kept: Vec<&Value> = plan["changes"].as_array().expect("changes").iter().filter(|c| c["outcome"] == "kept").collect();
        assert_eq!(kept.len(), 3);
        assert_eq!(kept[1]["fields"][0], serde_json::json!({"column": "note", "old": "by hand", "new": "note 1"}));
        // The person takes the edit back: nothing is left to keep.
        database.batch("UPDATE parts SET note = 'note 1' WHERE code = 'c1'");
        assert_eq!(totals(&import(&project, database)), [0, 0, 13, 2, 0]);
        change(&project, "note 1\"", "note 1, second edition\"");
        assert_eq!(totals(&import(&project, database)), [0, 1, 12, 2, 0]);
        assert_eq!(note(database, "c1"), "note 1, second edition");
    }

    fn where_both_changed_the_policy_counts(database: &Database) {
        for (policy, expected, left) in [("overwrite", [0, 1, 14, 0, 0], "new"), ("keep", [0, 0, 14, 1, 0], "by hand"), ("reject", [0, 0, 14, 0, 1], "by hand")] {
            database.batch("DROP TABLE IF EXISTS parts; DROP TABLE IF EXISTS makers; DROP TABLE IF EXISTS __diesel_schema_migrations");
            let project = imported();
            with_policy(&project, policy);
            import(&project, database);
            database.batch("UPDATE parts SET note = 'by hand' WHERE code = 'c1'");
            change(&project, "note 1\"", "new\"");
            let report = import(&project, database);
            assert_eq!((totals(&report), note(database, "c1").as_str()), (expected, left), "{policy}: {report}");
            let edits = &report["tables"][1]["edits"][0];
            let told = ["overwritten", "kept_by_policy", "rejected"].map(|name| edits[name].as_u64().unwrap_or(0));
            assert_eq!(told.iter().sum::<u64>(), 1, "{policy}: {report}");
            if policy == "reject" {
                let reject = &report["rejects"][0];
                assert_eq!((&reject["code"], &reject["column"], &reject["value"]), (&"target/edited".into(), &"note".into(), &"new".into()), "{reject}");
            }
            // And again: the same, or for what was kept once, unchanged source and kept edit.
            let again = totals(&import(&project, database));
            assert_eq!(again, if policy == "overwrite" { [0, 0, 15, 0, 0] } else { expected }, "{policy}");
            assert_eq!(note(database, "c1"), left);
        }
    }

    /// A spelling that the enum table learns later.
    fn a_new_spelling_leaves_corrections_alone(database: &Database) {
        let project = imported();
        change(&project, "\"code\":\"c1\",\"kind\":\"screw\"", "\"code\":\"c1\",\"kind\":\"Schraube\"");
        change(&project, "\"code\":\"c2\",\"kind\":\"screw\"", "\"code\":\"c2\",\"kind\":\"Schraube\"");
        import(&project, database);
        let kinds = "SELECT kind FROM parts WHERE code IN ('c1', 'c2') ORDER BY code";
        let seen = || database.rows(kinds).into_iter().flatten().flatten().collect::<Vec<_>>();
        assert_eq!(seen(), ["custom", "custom"]);
        database.batch("UPDATE parts SET kind = 'nut' WHERE code = 'c2'");
        project.mapping("enums", "[kind]\nvalues = [\"screw\", \"nut\", \"custom\"]\nfallback = \"custom\"\n[kind.legacy]\nSchraube = \"screw\"\n");
        assert_eq!(totals(&import(&project, database)), [0, 1, 13, 1, 0]);
        assert_eq!(seen(), ["screw", "nut"]);
        assert_eq!(totals(&import(&project, database)), [0, 0, 14, 1, 0]);
        // Another field of the same record: the correction still stands.
        change(&project, "note 2\"", "note 2 b\"");
        assert_eq!(totals(&import(&project, database)), [0, 1, 14, 0, 0]);
        assert_eq!(seen(), ["screw", "nut"]);
    }

    fn a_deleted_row_comes_back(database: &Database) {
        let project = imported();
        import(&project, database);
        database.batch("DELETE FROM parts WHERE code = 'c1'");
        assert_eq!(totals(&import(&project, database)), [1, 0, 14, 0, 0]);
        assert_eq!(note(database, "c1"), "note 1");
        assert_eq!(totals(&import(&project, database)), [0, 0, 15, 0, 0]);
    }

    /// A new export with fresh ids finds its rows by their codes, and their edits too.
    fn edits_survive_fresh_ids(database: &Database) {
        let project = imported();
        import(&project, database);
        database.batch("UPDATE parts SET note = 'by hand' WHERE code = 'c1'");
        change(&project, "\"id\":\"p", "\"id\":\"q");
        assert_eq!(totals(&import(&project, database)), [0, 0, 14, 1, 0]);
        assert_eq!(totals(&import(&project, database)), [0, 0, 14, 1, 0]);
        assert_eq!(note(database, "c1"), "by hand");
    }

    /// Two records swap their codes while the note and the code of others were edited by hand.
    fn swapped_keys_pass_by_kept_ones(database: &Database) {
        let project = imported();
        import(&project, database);
        database.batch("UPDATE parts SET code = 'mine' WHERE code = 'c5'");
        let path = project.path().join("data/parts.ndjson");
        let text = std::fs::read_to_string(&path).expect("the source");
        project.data("parts.ndjson", text.replace("\"c1\"", "\"x\"").replace("\"c2\"", "\"c1\"").replace("\"x\"", "\"c2\""));
        assert_eq!(totals(&import(&project, database)), [0, 2, 12, 1, 0]);
        assert_eq!((note(database, "c1"), note(database, "c2"), note(database, "mine")), ("note 2".into(), "note 1".into(), "note 5".into()));
    }

    /// A mapping that says more than before does not make edits of other columns fair game.
    fn edits_survive_another_column_of_the_mapping(database: &Database) {
        let project = imported();
        let path = project.path().join("mappings/parts.toml");
        let text = std::fs::read_to_string(&path).expect("the mapping");
        project.mapping("parts", &text.replace("price = \"price\"\n", ""));
        import(&project, database);
        database.batch("UPDATE parts SET note = 'by hand' WHERE code = 'c1'");
        project.mapping("parts", &text);
        assert_eq!(totals(&import(&project, database)), [0, 10, 5, 0, 0]);
        assert_eq!(note(database, "c1"), "by hand");
        assert_eq!(totals(&import(&project, database)), [0, 0, 14, 1, 0]);
    }

    /// What a trigger makes of a value is neither an edit nor a reason to write it again.
    fn what_a_trigger_changes_does_not_flap(database: &Database) {
        let project = imported();
        project.run_on(database, &["migrate", "run"]).expect(0);
        database.batch(match database.name() {
            "sqlite" => "CREATE TRIGGER shout AFTER INSERT ON parts BEGIN UPDATE parts SET note = upper(note) WHERE rowid = new.rowid; END",
            _ => "CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN new.note = upper(new.note); RETURN new; END $$;
                  CREATE TRIGGER shout BEFORE INSERT OR UPDATE ON parts FOR EACH ROW EXECUTE FUNCTION shout()",
        });
        import(&project, database);
        assert_eq!(note(database, "c1"), "NOTE 1");
        assert_eq!(totals(&import(&project, database)), [0, 0, 15, 0, 0]);
        change(&project, "\"note 1\"", "\"another\"");
        assert_eq!(totals(&import(&project, database)), [0, 1, 14, 0, 0]);
    }

    /// A ledger of version 1 has no hashes: the first run after it works as that version did, and then edits are noticed.
    fn an_older_ledger_brings_itself_up_to_date(database: &Database) {
        let project = imported();
        import(&project, database);
        database.batch("DROP TABLE resettle_hashes; DROP TABLE resettle_forms; ALTER TABLE resettle_runs DROP COLUMN details; \
             ALTER TABLE resettle_rows DROP COLUMN record; ALTER TABLE resettle_rows DROP COLUMN raw; UPDATE resettle_meta SET version = 1");
        database.batch("UPDATE parts SET note = 'by hand' WHERE code = 'c1'");
        assert_eq!(totals(&import(&project, database)), [0, 1, 14, 0, 0]);
        assert_eq!(one(database, "SELECT CAST(MAX(version) AS TEXT) FROM resettle_meta"), "5");
        database.batch("UPDATE parts SET note = 'by hand' WHERE code = 'c1'");
        assert_eq!(totals(&import(&project, database)), [0, 0, 14, 1, 0]);
    }

    /// Hashes that another version of the database made say nothing, but an unchanged record still does.
    fn other_hashes_are_refreshed(database: &Database) {
        let project = imported();
        import(&project, database);
        database.batch("UPDATE parts SET note = 'by hand' WHERE code = 'c1'");
        database.batch("UPDATE resettle_forms SET definition = replace(replace(definition, 'postgres ', 'older '), 'sqlite ', 'older ')");
        assert_eq!(totals(&import(&project, database)), [0, 0, 14, 1, 0]);
        assert_eq!(totals(&import(&project, database)), [0, 0, 14, 1, 0]);
        change(&project, "\"note 2\"", "\"another\"");
        assert_eq!(totals(&import(&project, database)), [0, 1, 13, 1, 0]);
    }

    /// An edit that says what the source says by now is none, and neither is one that was taken back.
    fn where_both_agree_nothing_was_edited(database: &Database) {
        let project = imported();
        import(&project, database);
        database.batch("UPDATE parts SET note = 'better' WHERE code = 'c1'");
        change(&project, "note 1\"", "better\"");
        assert_eq!(totals(&import(&project, database)), [0, 0, 15, 0, 0]);
        database.batch("UPDATE parts SET note = 'mine' WHERE code = 'c1'");
        assert_eq!(totals(&import(&project, database)), [0, 0, 14, 1, 0]);
        // From now on what both agreed on counts, not what was there before.
        database.batch("UPDATE parts SET note = 'better' WHERE code = 'c1'");
        change(&project, "better\"", "best\"");
        let report = import(&project, database);
        assert_eq!((totals(&report), &report["tables"][1]["edits"]), ([0, 1, 14, 0, 0], &serde_json::json!([])));
        assert_eq!(note(database, "c1"), "best");
    }

    /// A value that is merged or filled does not tell what the source said: the ledger does.
    fn merged_and_filled_columns_keep_their_edits(database: &Database) {
        let json = if database.name() == "sqlite" { "JSON" } else { "JSONB" };
        database.batch(&format!("CREATE TABLE parts (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, note TEXT, name TEXT, facts {json})"));
        database.batch("INSERT INTO parts (id, code, name) VALUES (1, 'c1', 'before')");
        let project = Project::new();
        project.mapping(
            "parts",
            "table = \"parts\"\nsource = \"parts.ndjson\"\nid = \"id\"\n[columns]\ncode = \"code\"\nnote = \"note\"\n\
             name = { from = \"name\", on_update = \"fill\" }\nfacts = { from = \"facts\", on_update = \"merge\" }\n",
        );
        let lines = |note: &str, name: &str, size: u32| {
            let line = |id: u32| format!("{{\"id\":{id},\"code\":\"c{id}\",\"note\":\"{note}\",\"name\":\"{name}\",\"facts\":{{\"size\":{size},\"color\":\"red\"}}}}\n");
            (1..=2).map(line).collect::<String>()
        };
        project.data("parts.ndjson", lines("first", "given", 1));
        let run = || {
            let report = project.run_on(database, &["import", "--format", "json"]).expect(0).json();
            (totals(&report), report["tables"][0]["edits"].clone())
        };
        let seen = || {
            let member = |name: &str| if json == "JSON" { format!("facts ->> '$.{name}'") } else { format!("facts ->> '{name}'") };
            let members = ["size", "color", "mine"].map(|name| format!("COALESCE(CAST({} AS TEXT), '-')", member(name))).join(" || ' ' || ");
            one(database, &format!("SELECT COALESCE(name, '-') || ' ' || {members} FROM parts WHERE id = 1"))
        };
        let kept = |column: &str| serde_json::json!({"column": column, "kept": 1, "kept_by_policy": 0, "overwritten": 0, "rejected": 0});
        assert_eq!(run().0, [1, 1, 0, 0, 0]);
        assert_eq!(seen(), "before 1 red -");
        database.batch("UPDATE parts SET name = NULL, facts = '{\"size\": 1, \"color\": \"blue\", \"mine\": 5}' WHERE id = 1");
        // Another field changes: neither column does in the source.
        project.data("parts.ndjson", lines("second", "given", 1));
        assert_eq!(run(), ([0, 2, 0, 0, 0], serde_json::json!([kept("name"), kept("facts")])));
        assert_eq!(seen(), "- 1 blue 5");
        assert_eq!(run(), ([0, 0, 1, 1, 0], serde_json::json!([kept("name"), kept("facts")])));
        // The source says something new for one of them: that is merged, and what the source never named stays.
        project.data("parts.ndjson", lines("second", "given", 2));
        let (counts, edits) = run();
        assert_eq!((counts, &edits[0], &edits[1]["overwritten"]), ([0, 2, 0, 0, 0], &kept("name"), &1.into()));
        assert_eq!(seen(), "- 2 red 5");
        project.data("parts.ndjson", lines("second", "new", 2));
        assert_eq!(run().0, [0, 1, 1, 0, 0]);
        assert_eq!(seen(), "new 2 red 5");
        assert_eq!(run().0, [0, 0, 2, 0, 0]);
    }

    /// An application writes a document anew in its own way; only its members count.
    fn a_merged_document_may_be_written_otherwise(database: &Database) {
        database.batch("CREATE TABLE notes (id INTEGER PRIMARY KEY, extra JSON, rank INTEGER)");
        let project = Project::new();
        let columns = "extra = { from = \"extra\", on_update = \"merge\" }\nrank = \"rank\"\n";
        project.mapping("notes", &format!("table = \"notes\"\nsource = \"notes.ndjson\"\nid = \"id\"\non_target_edit = \"reject\"\n[columns]\n{columns}"));
        let source = |rank: u32, c: u32| project.data("notes.ndjson", format!("{{\"id\":1,\"extra\":{{\"a\":1.50,\"b\":{{\"c\":{c}}}}},\"rank\":{rank}}}\n"));
        source(1, 1);
        import(&project, database);
        for written in ["{\"a\":1.50,\"b\":{\"c\":1},\"mine\":7}", "{ \"a\" : 1.50,  \"b\": {\"c\" : 1}, \"mine\":7 }"] {
            database.batch(&format!("UPDATE notes SET extra = '{written}' WHERE id = 1"));
            let report = import(&project, database);
            assert_eq!((&report["totals"]["unchanged"], one(database, "SELECT CAST(extra AS TEXT) FROM notes").as_str()), (&1.into(), written), "{report}");
        }
        source(2, 1);
        let report = import(&project, database);
        assert_eq!((&report["totals"]["update"], &report["tables"][0]["edits"]), (&1.into(), &serde_json::json!([])), "{report}");
        source(2, 5);
        let report = import(&project, database);
        assert_eq!(report["totals"]["update"], 1, "{report}");
        let stored: serde_json::Value = serde_json::from_str(&one(database, "SELECT CAST(extra AS TEXT) FROM notes")).expect("JSON");
        assert_eq!(stored, serde_json::from_str::<Value>("{\"a\": 1.50, \"b\": {\"c\": 5}, \"mine\": 7}").expect("JSON"));
    }
}
