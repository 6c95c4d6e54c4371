//! Records that come with other ids for the rows that they already are.

use super::edits::{change, import, import_with, note, totals};
use super::{one, shop, stock};
use crate::support::{Database, Project, each_backend};

/// A shop of ten parts, imported, whose source has other ids since.
fn renamed(database: &Database) -> Project {
    let project = shop();
    stock(&project, 10);
    assert_eq!(totals(&import(&project, database)), [15, 0, 0, 0, 0]);
    change(&project, "\"id\":\"p", "\"id\":\"q");
    project
}

fn records_of_ids(database: &Database) -> String {
    one(database, "SELECT CAST(COUNT(record) AS TEXT) FROM resettle_rows")
}

fn edit(database: &Database, note: &str) {
    database.batch(&format!("UPDATE parts SET note = '{note}' WHERE code = 'c1'"));
}

fn entries(database: &Database) -> [Vec<String>; 2] {
    ["resettle_rows", "resettle_hashes"].map(|table| database.dump(table))
}

each_backend! {
    fn entries_of_rows_stay_as_they_are(database: &Database) {
        let project = renamed(database);
        let before = database.dump("resettle_hashes");
        assert_eq!(totals(&import(&project, database)), [0, 0, 15, 0, 0]);
        assert_eq!((database.dump("resettle_hashes"), records_of_ids(database)), (before, "10".to_owned()));
        // Nothing is learned twice.
        let after = entries(database);
        let text = std::fs::read_to_string(project.path().join("data/parts.ndjson")).expect("the source");
        project.data("parts.ndjson", text + "{\"id\":\"q10\",\"code\":\"c10\",\"kind\":\"nut\",\"maker\":1}\n");
        assert_eq!(totals(&import(&project, database)), [1, 0, 15, 0, 0]);
        for (then, now) in after.iter().zip(entries(database)) {
            assert_eq!(now.iter().filter(|line| !then.contains(line)).count(), 1);
            assert_eq!(now.len(), then.len() + 1);
        }
    }

    fn edits_are_told_by_the_record_of_the_new_id(database: &Database) {
        let project = renamed(database);
        import(&project, database);
        edit(database, "by hand");
        assert_eq!(totals(&import(&project, database)), [0, 0, 14, 1, 0]);
        change(&project, "\"note 1\"", "\"another\"");
        let report = import(&project, database);
        assert_eq!((totals(&report), &report["tables"][1]["edits"][0]["overwritten"]), ([0, 1, 14, 0, 0], &serde_json::json!(1)));
        assert_eq!((note(database, "c1"), records_of_ids(database)), ("another".to_owned(), "9".to_owned()));
        // The source goes back to what it said before: it changed, whatever the id's first record was.
        edit(database, "by hand");
        assert_eq!(totals(&import(&project, database)), [0, 0, 14, 1, 0]);
        change(&project, "\"another\"", "\"note 1\"");
        assert_eq!(totals(&import(&project, database)), [0, 1, 14, 0, 0]);
        assert_eq!(note(database, "c1"), "note 1");
    }

    fn a_record_that_changes_beside_its_columns_is_remembered(database: &Database) {
        let project = renamed(database);
        import(&project, database);
        change(&project, "\"code\":\"c1\"", "\"code\" : \"c1\", \"unmapped\": true");
        assert_eq!(totals(&import(&project, database)), [0, 0, 15, 0, 0]);
        assert_eq!(records_of_ids(database), "9");
        edit(database, "by hand");
        for _ in 0..2 {
            assert_eq!(totals(&import(&project, database)), [0, 0, 14, 1, 0]);
        }
    }

    fn earlier_ids_may_come_back(database: &Database) {
        let project = renamed(database);
        import(&project, database);
        for ids in ["p", "q", "p"] {
            let text = std::fs::read_to_string(project.path().join("data/parts.ndjson")).expect("the source");
            project.data("parts.ndjson", text.replace("\"id\":\"q", "\"id\":\"p").replace("\"id\":\"p", &format!("\"id\":\"{ids}")));
            assert_eq!(totals(&import(&project, database)), [0, 0, 15, 0, 0], "{ids}");
            edit(database, "by hand");
            assert_eq!(totals(&import(&project, database)), [0, 0, 14, 1, 0], "{ids}");
            edit(database, "note 1");
        }
    }

    /// What source and target agree on is what counts from then on, though nothing is written to the row.
    fn an_edit_that_the_source_has_too_is_none(database: &Database) {
        let project = renamed(database);
        edit(database, "better");
        change(&project, "\"note 1\"", "\"better\"");
        assert_eq!(totals(&import(&project, database)), [0, 0, 15, 0, 0]);
        change(&project, "\"better\"", "\"best\"");
        let report = import(&project, database);
        assert_eq!((totals(&report), &report["tables"][1]["edits"]), ([0, 1, 14, 0, 0], &serde_json::json!([])));
    }

    /// What a source says for a column that is filled stands in the row's entry, and nowhere in the row.
    fn what_a_source_says_of_filled_columns_is_remembered(database: &Database) {
        let project = shop();
        stock(&project, 10);
        let mapping = std::fs::read_to_string(project.path().join("mappings/parts.toml")).expect("the mapping");
        project.mapping("parts", &mapping.replace("note = \"note\"", "note = { from = \"note\", on_update = \"fill\" }"));
        import(&project, database);
        change(&project, "\"id\":\"p", "\"id\":\"q");
        change(&project, "\"note 1\"", "\"another\"");
        assert_eq!(totals(&import(&project, database)), [0, 0, 15, 0, 0]);
        database.batch("UPDATE parts SET note = NULL WHERE code = 'c1'");
        change(&project, "\"price\":1.5", "\"price\":7.25");
        assert_eq!(totals(&import(&project, database)), [0, 1, 14, 0, 0]);
        assert_eq!(note(database, "c1"), "NULL");
        change(&project, "\"another\"", "\"more\"");
        assert_eq!(totals(&import(&project, database)), [0, 1, 14, 0, 0]);
        assert_eq!(note(database, "c1"), "more");
    }

    fn undo_takes_the_records_of_ids_back(database: &Database) {
        let project = renamed(database);
        let before = entries(database);
        change(&project, "\"note 2\"", "\"another\"");
        let first = import(&project, database);
        let learned = entries(database);
        assert_eq!((totals(&first), records_of_ids(database)), ([0, 1, 14, 0, 0], "9".to_owned()));
        change(&project, "\"note 1\"", "\"another one\"");
        let second = import(&project, database);
        assert_eq!((totals(&second), records_of_ids(database)), ([0, 1, 14, 0, 0], "8".to_owned()));
        for (report, then) in [(second, learned), (first, before)] {
            project.run_on(database, &["undo", report["run"].as_str().expect("a run")]).expect(0);
            assert_eq!(entries(database), then);
        }
    }

    fn a_run_in_steps_tells_edits_too(database: &Database) {
        let project = renamed(database);
        assert_eq!(totals(&import_with(&project, database, &["--commit-every", "3"])), [0, 0, 15, 0, 0]);
        change(&project, "\"id\":\"q", "\"id\":\"r");
        import(&project, database);
        edit(database, "by hand");
        assert_eq!(totals(&import_with(&project, database, &["--commit-every", "3"])), [0, 0, 14, 1, 0]);
        change(&project, "\"note 1\"", "\"another\"");
        change(&project, "\"note 2\"", "\"another one\"");
        assert_eq!(totals(&import_with(&project, database, &["--commit-every", "1"])), [0, 2, 13, 0, 0]);
        assert_eq!(records_of_ids(database), "18");
        edit(database, "by hand");
        assert_eq!(totals(&import(&project, database)), [0, 0, 14, 1, 0]);
    }

    /// Rejected and doubled records beside them, and rows of which the ledger knows nothing yet.
    fn other_outcomes_stand_beside(database: &Database) {
        let project = renamed(database);
        database.batch("DELETE FROM resettle_hashes WHERE row_key = 'p3'");
        let text = std::fs::read_to_string(project.path().join("data/parts.ndjson")).expect("the source");
        let more = "{\"id\":\"q1\",\"code\":\"c1\",\"kind\":\"screw\",\"maker\":2,\"note\":\"note 1\",\"price\":1.5}\n\
                    {\"id\":\"x\",\"code\":\"c2\",\"kind\":\"nut\",\"maker\":1}\n{\"id\":\"y\",\"kind\":\"nut\",\"maker\":1}\n";
        project.data("parts.ndjson", text + more);
        import(&project, database);
        assert_eq!(one(database, "SELECT CAST(COUNT(*) AS TEXT) FROM resettle_hashes WHERE target_table = 'parts'"), "10");
        edit(database, "by hand");
        database.batch("UPDATE parts SET note = 'by hand' WHERE code = 'c3'");
        let report = import(&project, database);
        assert_eq!(report["totals"]["kept"], 2);
        assert_eq!(report["tables"][1]["edits"][0]["kept"], 2);
    }
}
