//! Two imports at once on one database: both are right.

use crate::support::case::counts;
use crate::support::{Database, Output, Project, each_backend};

/// Runs the same command of both projects at the same time.
fn at_once(projects: [&Project; 2], arguments: &[&str]) -> [Output; 2] {
    std::thread::scope(|scope| projects.map(|project| scope.spawn(move || project.run(arguments))).map(|run| run.join().expect("ran")))
}

/// Rows without the times that defaults gave them.
fn timeless(database: &Database, table: &str) -> Vec<String> {
    let times = regex_lite::Regex::new(" [a-z]+_at=\"[^\"]*\"").expect("a pattern");
    let mut rows: Vec<String> = database.dump(table).iter().map(|row| times.replace_all(row, "").into_owned()).collect();
    rows.sort();
    assert!(rows.len() > 20, "{table} has {} rows", rows.len());
    rows
}

each_backend! {
    /// The first one creates tables and ledger and inserts all; the other one finds it done.
    fn two_first_imports(database: &Database) {
        let projects = [Project::copy_of("."), Project::copy_of(".")];
        let outputs = at_once([&projects[0], &projects[1]], &["--to", database.url(), "import", "--format", "json"]);
        let sums = outputs.map(|output| {
            let report = output.expect(1).json();
            ["read", "insert", "update", "unchanged", "reject"].map(|name| report["totals"][name].as_u64().expect("a total"))
        });
        assert!(sums.contains(&[664, 590, 0, 0, 62]) && sums.contains(&[664, 0, 0, 590, 62]), "{sums:?}");

        let alone = if database.name() == "sqlite" { Database::sqlite() } else { Database::postgres().expect("a database") };
        projects[0].run_on(&alone, &["import"]).expect(1);
        for table in alone.tables() {
            assert!(timeless(database, &table) == timeless(&alone, &table), "rows of {table} after two imports at once and after one");
        }
    }

    /// Two exports that want one key: whichever comes second sees what the first wrote.
    fn two_sources(database: &Database) {
        database.batch("CREATE TABLE tools (id INTEGER PRIMARY KEY, slug VARCHAR(20) NOT NULL UNIQUE, title TEXT)");
        let projects = ["left", "right"].map(|title| {
            let project = Project::new();
            project.mapping("tools", "table = \"tools\"\nsource = \"tools.json\"\nid = \"id\"\n\n[columns]\nslug = \"slug\"\ntitle = \"title\"\n");
            let records = (0..300).map(|n| format!("{{\"id\": {}, \"slug\": \"tool-{n}\", \"title\": \"{title}\"}}", n + 1000 * title.len()));
            project.data("tools.json", records.collect::<Vec<_>>().join("\n"));
            project
        });
        let outputs = at_once([&projects[0], &projects[1]], &["--to", database.url(), "import", "--format", "json"]);
        let mut found = outputs.map(|output| counts(&output.expect(0).json()).remove(0).1);
        found.sort_unstable();
        assert_eq!(found, [[300, 0, 300, 0, 0, 0, 0], [300, 300, 0, 0, 0, 0, 0]]);
        let titles = database.rows("SELECT title, CAST(COUNT(*) AS TEXT), CAST(COUNT(DISTINCT id / 1000) AS TEXT) FROM tools GROUP BY title");
        assert_eq!(titles.len(), 1, "{titles:?}");
        assert_eq!(titles[0][1..], [Some("300".to_owned()), Some("1".to_owned())]);
    }
}
