//! Tables of which nothing can have changed: a run that does not look at their records says the same as one that does.

use resettle::backend::TargetUrl;
use resettle::pipeline::{self, Settings};
use resettle::progress::Silent;
use resettle::report::{Collected, Command, Report, Totals};

use super::{one, shop, stock};
use crate::support::{Database, Project, each_backend};

fn settings(project: &Project, database: &Database, command: Command) -> Settings {
    let target = TargetUrl::parse(database.url()).expect("an address");
    Settings { allow_older: true, ..Settings::new(project.path().to_owned(), target, command) }
}

fn run(settings: &Settings) -> Report {
    pipeline::run(settings, &Silent, &mut Collected::default()).expect("a run")
}

/// Plans with and without looking at every record, imports, and returns what all three say.
fn import(project: &Project, database: &Database, place: &str) -> Vec<Totals> {
    let plan = Settings { refuse_migrations: false, ..settings(project, database, Command::Plan) };
    let examined = run(&Settings { examine_all: true, ..plan.clone() });
    let planned = run(&plan);
    assert_eq!(planned.tables, examined.tables, "{place}: as it is (left), every record looked at (right)");
    let imported = run(&settings(project, database, Command::Import));
    let totals = |report: &Report| report.tables.iter().map(|table| table.counts).collect::<Vec<_>>();
    assert_eq!(totals(&imported), totals(&examined), "{place}: import (left), every record looked at (right)");
    totals(&imported)
}

/// Unchanged records of both tables.
fn unchanged(totals: &[Totals]) -> [u64; 2] {
    [totals[0].unchanged, totals[1].unchanged]
}

fn begun(database: &Database) -> Project {
    let project = shop();
    stock(&project, 10);
    project.run_on(database, &["import"]).expect(0);
    project
}

each_backend! {
    fn every_change_is_noticed(database: &Database) {
        let project = begun(database);
        assert_eq!(unchanged(&import(&project, database, "nothing changed")), [5, 10]);
        assert_eq!(one(database, "SELECT CAST(COUNT(*) AS TEXT) FROM resettle_settled"), "2");
        let changes = [
            "UPDATE parts SET note = 'by hand' WHERE code = 'c1'",
            "UPDATE parts SET note = 'note 1' WHERE code = 'c1'",
            "DELETE FROM parts WHERE code = 'c2'",
            "INSERT INTO parts (id, code, kind) VALUES ('mine', 'mine', 'nut')",
            "UPDATE parts SET id = 'other' WHERE id = 'mine'",
            "DELETE FROM parts WHERE id = 'other'",
            "UPDATE makers SET city = NULL WHERE id = 3",
            "UPDATE parts SET maker_id = NULL; DELETE FROM makers WHERE id = 4",
            "DELETE FROM resettle_rows",
            "UPDATE resettle_forms SET definition = replace(replace(definition, 'postgres ', 'older '), 'sqlite ', 'older ')",
        ];
        for sql in changes {
            database.batch(sql);
            import(&project, database, sql);
            import(&project, database, &format!("{sql}, again"));
        }
    }

    fn files_and_mappings_are_noticed(database: &Database) {
        let project = begun(database);
        let part = |id: &str, code: &str| format!("{{\"id\":\"{id}\",\"code\":\"{code}\",\"kind\":\"screw\",\"maker\":1,\"note\":\"n\",\"price\":1}}\n");
        let path = project.path().join("data/parts.ndjson");
        let text = std::fs::read_to_string(&path).expect("the source");
        project.data("parts.ndjson", format!("{text}{}", part("new", "new")));
        assert_eq!(import(&project, database, "a new record")[1].insert, 1);
        project.data("parts.ndjson", text.replace("note 3", "other"));
        assert_eq!(import(&project, database, "a changed one")[1].update, 1);
        project.data("parts.ndjson", format!("{text}{}", part("again", "c1")));
        import(&project, database, "a record that takes a key");
        project.data("parts.ndjson", text.replace("\"kind\":\"screw\"", "\"kind\":\"Schraube\""));
        assert_eq!(import(&project, database, "unknown spellings")[1].update, 10);
        project.mapping("enums", "[kind]\nvalues = [\"screw\", \"nut\", \"custom\"]\nfallback = \"custom\"\n[kind.legacy]\nSchraube = \"screw\"\n");
        assert_eq!(import(&project, database, "spellings that were learned")[1].update, 10);
        assert_eq!(unchanged(&import(&project, database, "and are known")), [5, 10]);
        project.mapping("makers", "table = \"makers\"\nsource = \"makers.ndjson\"\nid = \"id\"\n[columns]\nname = \"name\"\ncity = { value = \"here\" }\nrank = \"rank\"\n");
        assert_eq!(import(&project, database, "another mapping of the first table")[0].update, 5);
        assert_eq!(unchanged(&import(&project, database, "which is known by now")), [5, 10]);
        project.data("makers.ndjson", std::fs::read_to_string(project.path().join("data/makers.ndjson")).expect("the source").replace("\"id\":2,", "\"id\":7,"));
        import(&project, database, "a maker with another id");
        import(&project, database, "a maker with another id, again");
    }

    fn a_table_imported_alone_is_noticed_by_the_others(database: &Database) {
        let project = begun(database);
        let alone = |table: &str| {
            let settings = settings(&project, database, Command::Import);
            run(&Settings { only: vec![table.to_owned()], ..settings });
        };
        alone("makers");
        assert_eq!(unchanged(&import(&project, database, "after the makers")), [5, 10]);
        alone("parts");
        assert_eq!(unchanged(&import(&project, database, "after the parts")), [5, 10]);
        run(&Settings { without_ledger: true, ..settings(&project, database, Command::Import) });
        assert_eq!(unchanged(&import(&project, database, "after a run without ledger")), [5, 10]);
    }

    fn a_schema_that_grew_is_noticed(database: &Database) {
        let project = begun(database);
        database.batch("ALTER TABLE parts ADD COLUMN colour TEXT DEFAULT 'grey'");
        assert_eq!(unchanged(&import(&project, database, "a new column")), [5, 10]);
        project.mapping("parts", &(std::fs::read_to_string(project.path().join("mappings/parts.toml")).expect("the mapping") + "colour = { value = \"red\" }\n"));
        assert_eq!(import(&project, database, "the column is mapped")[1].update, 10);
    }

    fn trust_looks_at_no_row(database: &Database) {
        let project = begun(database);
        database.batch("UPDATE parts SET note = 'by hand' WHERE code = 'c1'");
        let trusting = Settings { trust_ledger: true, ..settings(&project, database, Command::Import) };
        let told = run(&trusting);
        assert_eq!((told.totals.unchanged, told.totals.kept), (15, 0), "the table stands");
        assert_eq!(import(&project, database, "without trust")[1].kept, 1);
        let told = run(&trusting);
        assert_eq!(told.totals.kept, 1, "a table with an edit is not settled");
    }

    fn what_was_told_is_told_again(database: &Database) {
        let project = shop();
        stock(&project, 10);
        let path = project.path().join("data/parts.ndjson");
        let text = std::fs::read_to_string(&path).expect("the source");
        let text = text.replace("\"kind\":\"screw\",\"maker\":2", "\"kind\":\"bolt\",\"more\":1,\"maker\":2");
        let first = text.lines().next().expect("a record").to_owned();
        project.data("parts.ndjson", format!("{text}{first}\n"));
        project.run_on(database, &["import"]).expect(0);
        let totals = import(&project, database, "with a duplicate, fallbacks and unmapped fields");
        assert_eq!((totals[1].unchanged, totals[1].duplicate), (10, 1));
    }

    fn what_records_add_is_told_again_without_decoding_them(database: &Database) {
        let project = shop();
        stock(&project, 10);
        let path = project.path().join("data/parts.ndjson");
        let text = std::fs::read_to_string(&path).expect("the source");
        let text = text.replace("\"kind\":\"screw\",\"maker\":2", "\"kind\":\"bolt\",\"more\":1,\"maker\":2").replace("\"kind\":\"screw\",\"maker\":3", "\"kind\":\" Screw\",\"more\":{\"a\":1,\"b\":[]},\"maker\":3");
        project.data("parts.ndjson", &text);
        project.run_on(database, &["import"]).expect(0);
        for (from, to) in [("note 3", "other"), ("\"kind\":\"bolt\"", "\"kind\":\"rivet\""), ("\"more\":1,", ""), ("\"a\":1", "\"c\":2")] {
            let changed = text.replacen(from, to, 1);
            assert_ne!(changed, text, "{from}");
            project.data("parts.ndjson", changed);
            import(&project, database, &format!("`{from}` once `{to}`"));
            project.data("parts.ndjson", &text);
            import(&project, database, &format!("`{from}` again"));
        }
    }

    fn a_name_that_is_a_value_is_looked_at(database: &Database) {
        let project = shop();
        stock(&project, 10);
        project.mapping("makers", "table = \"makers\"\nsource = \"makers.json\"\nkey_field = \"key\"\nid = \"id\"\n[columns]\nname = \"key\"\ncity = \"city\"\nrank = \"rank\"\n");
        let makers = |name: &str| {
            let maker = |i: usize| format!("\"{}\":{{\"id\":{i},\"city\":\"city {i}\",\"rank\":{i}}}", if i == 3 { name.to_owned() } else { format!("m{i}") });
            project.data("makers.json", format!("{{{}}}", (1..=5).map(maker).collect::<Vec<_>>().join(",\n")));
        };
        makers("m3");
        project.run_on(database, &["migrate", "run"]).expect(0);
        assert_eq!(import(&project, database, "named")[0].insert, 5);
        assert_eq!(import(&project, database, "again")[0].unchanged, 5);
        makers("other");
        assert_eq!(import(&project, database, "another name")[0].update, 1);
        // What the source says anew wins over an edit, and what it says again does not.
        database.batch("UPDATE makers SET name = 'by hand' WHERE id = 3");
        assert_eq!(import(&project, database, "edited")[0].kept, 1);
        makers("newest");
        assert_eq!(import(&project, database, "edited, and another name")[0].update, 1);
        assert_eq!(one(database, "SELECT name FROM makers WHERE id = 3"), "newest");
    }

    fn changed_records_alone_are_looked_at(database: &Database) {
        let project = begun(database);
        let source = |name: &str| std::fs::read_to_string(project.path().join("data").join(name)).expect("a source");
        let (makers, parts) = (source("makers.ndjson"), source("parts.ndjson"));
        let part = |i: usize| parts.lines().nth(i).expect("a part").to_owned();
        let swapped = |a: &str, b: &str| parts.replace(a, "\u{1}").replace(b, a).replace('\u{1}', b);
        let mut lines: Vec<&str> = parts.lines().collect();
        lines.reverse();
        let steps = [
            ("two notes", makers.clone(), parts.replace("note 3", "other").replace("note 7", "another")),
            ("back", makers.clone(), parts.clone()),
            ("in another order", makers.clone(), lines.join("\n")),
            ("with white space", makers.clone(), parts.replace("\"note\":", "\"note\": ")),
            ("a part less", makers.clone(), lines[1..].join("\n")),
            ("a part more", makers.clone(), parts.clone()),
            ("another maker", makers.clone(), parts.replace("\"maker\":2", "\"maker\":3")),
            ("no maker", makers.clone(), parts.replace("\"maker\":3", "\"maker\":99")),
            ("makers again", makers.clone(), parts.clone()),
            ("a city, and a note", makers.replace("city 2", "elsewhere"), parts.replace("note 1", "1 note")),
            ("a name that was taken", makers.replace("maker 2", "maker 3"), parts.replace("note 1", "1")),
            ("another name", makers.replace("maker 2", "maker 22"), parts.replace("note 1", "11")),
            ("two codes exchanged", makers.clone(), swapped("\"code\":\"c1\"", "\"code\":\"c2\"")),
            ("and exchanged again", makers.clone(), parts.clone()),
            ("two ids exchanged", makers.clone(), swapped("\"id\":\"p1\"", "\"id\":\"p2\"")),
            ("an id for another", makers.clone(), parts.replace("\"id\":\"p4\"", "\"id\":\"q4\"")),
            ("an id twice", makers.clone(), parts.replace("\"id\":\"p4\"", "\"id\":\"p5\"")),
            ("a part twice", makers.clone(), format!("{parts}{}\n", part(3))),
            ("no number", makers.clone(), parts.replace(":7.5", ":\"much\"")),
            ("all of them", makers.replace("city", "town"), parts.replace("note", "text")),
            ("as at first", makers.clone(), parts.clone()),
        ];
        for (what, makers, parts) in steps {
            project.data("makers.ndjson", makers).data("parts.ndjson", parts);
            import(&project, database, what);
            import(&project, database, &format!("{what}, again"));
        }
        assert_eq!(unchanged(&import(&project, database, "in the end")), [5, 10]);
        let renamed = project.path().join("data/renamed.ndjson");
        std::fs::copy(project.path().join("data/parts.ndjson"), &renamed).expect("a copy");
        let given = Settings { only: vec!["parts".to_owned()], sources: vec![renamed], ..settings(&project, database, Command::Import) };
        assert_eq!(run(&given).tables[0].sources[0].path, "data/renamed.ndjson");
        import(&project, database, "under its own name");
        import(&project, database, "under its own name, again");
        // Whoever looks at a record writes its line into the ledger.
        let lines = || one(database, "SELECT CAST(COUNT(*) AS TEXT) FROM resettle_rows WHERE legacy_id = 'p1'");
        database.batch("DELETE FROM resettle_rows WHERE legacy_id = 'p1'");
        project.data("parts.ndjson", parts.replace("note 3", "other"));
        assert_eq!(run(&settings(&project, database, Command::Import)).totals.update, 1);
        assert_eq!(lines(), "0", "the record was passed over");
        run(&Settings { examine_all: true, ..settings(&project, database, Command::Import) });
        assert_eq!(lines(), "1", "the record was looked at");
        // Trust is for tables of which the sources did not change.
        database.batch("UPDATE parts SET note = 'by hand' WHERE code = 'c1'");
        project.data("parts.ndjson", parts.replace("note 3", "another"));
        let told = run(&Settings { trust_ledger: true, ..settings(&project, database, Command::Import) });
        assert_eq!((told.totals.update, told.totals.unchanged, told.totals.kept), (1, 13, 1));
    }

    fn the_sum_of_what_was_written_is_that_of_all_rows(database: &Database) {
        let project = begun(database);
        let text = std::fs::read_to_string(project.path().join("data/parts.ndjson")).expect("the source");
        let version = || one(database, "SELECT content FROM resettle_settled WHERE target_table LIKE '%parts'").split_once("version").map(|(_, v)| v.to_owned());
        project.data("parts.ndjson", text.replace("note 3", "other").replace("note 8", "another"));
        run(&settings(&project, database, Command::Import));
        let of_changes = version();
        project.data("parts.ndjson", text.replace("note 3", "other").replace("note 8", "another") + "\n");
        run(&Settings { examine_all: true, ..settings(&project, database, Command::Import) });
        assert_eq!(version(), of_changes, "all rows looked at (left)");
    }
}

/// SQLite counts the transactions that changed a file: where there was none, the rows need not be looked at.
#[test]
fn rows_of_a_file_that_nobody_wrote_to_are_not_looked_at() {
    let database = Database::sqlite();
    let project = begun(&database);
    let looks = |arguments: &[&str]| {
        let output = project.run_on(&database, &[arguments, &["-vv"]].concat()).expect(0);
        (output.stderr.contains("rs_hash_number"), output.stdout.lines().last().unwrap_or_default().to_owned())
    };
    // Imports what is as it was, and says whether the rows were looked at.
    let unchanged = || {
        let (was_looked_at, said) = looks(&["import"]);
        assert!(said.starts_with("Nothing changed"), "{said}");
        was_looked_at
    };
    for _ in 0..2 {
        assert!(!unchanged());
        assert!(!looks(&["plan"]).0);
    }
    // Another table counts too: it is the file that has a version.
    database.batch("CREATE TABLE others (a); INSERT INTO others VALUES (1)");
    assert!(unchanged());
    assert!(!unchanged());
    // Whoever copies the file away and back has the rows of that time.
    let path = database.url().strip_prefix("sqlite:").expect("a file").to_owned();
    let copy = std::fs::read(&path).expect("the file");
    database.batch("DELETE FROM parts WHERE code = 'c2'");
    let (was_looked_at, said) = looks(&["import"]);
    assert!(was_looked_at && said.starts_with("Imported: 1 inserted"), "{said}");
    database.batch("UPDATE parts SET note = 'by hand' WHERE code = 'c3'");
    assert!(looks(&["import"]).0);
    std::fs::write(&path, copy).expect("written");
    assert!(!unchanged());
    assert_eq!(one(&database, "SELECT note FROM parts WHERE code = 'c3'"), "note 3");
    // With a write-ahead log the count stands still.
    database.batch("PRAGMA journal_mode = WAL");
    for _ in 0..2 {
        assert!(unchanged());
    }
    database.batch("UPDATE parts SET note = 'by hand' WHERE code = 'c3'");
    let kept = project.run_on(&database, &["import", "--format", "json"]).json();
    assert_eq!(kept["totals"]["kept"], 1);
    database.batch("UPDATE parts SET note = 'note 3' WHERE code = 'c3'; PRAGMA journal_mode = DELETE");
    assert!(unchanged());
    assert!(!unchanged());
    // Somebody who locks the file for himself counts all of his transactions as one.
    database.batch(
        "PRAGMA locking_mode = EXCLUSIVE; UPDATE parts SET note = 'x' WHERE code = 'c3'; UPDATE parts SET note = 'y' WHERE code = 'c3'",
    );
    let kept = project.run_on(&database, &["import", "--format", "json"]).json();
    assert_eq!(kept["totals"]["kept"], 1);
}
