//! Runs of the past.

use super::{one, shop, stock};
use crate::support::each_backend;

each_backend! {
    fn runs_are_listed_and_shown(database: &Database) {
        let project = shop();
        project.run_on(database, &["migrate", "run"]).expect(0);
        assert_eq!(project.run_on(database, &["history", "--format", "json"]).expect(0).json(), serde_json::json!([]));
        let first = project.run_on(database, &["show", "last"]).expect(2).stderr;
        assert!(first.contains("found 0 runs"), "{first}");
        stock(&project, 5);
        project.run_on(database, &["import"]).expect(0);
        stock(&project, 6);
        let report = project.run_on(database, &["import", "--format", "json"]).expect(0).json();
        let runs = project.run_on(database, &["history", "--format", "json"]).expect(0).json();
        assert_eq!(runs.as_array().map(Vec::len), Some(2));
        assert_eq!((&runs[0]["run"], &runs[0]["totals"]["insert"], &runs[1]["totals"]["insert"]), (&report["run"], &1.into(), &10.into()));
        let shown = project.run_on(database, &["show", "last", "--format", "json"]).expect(0).json();
        assert_eq!(shown, runs[0]);
        assert_eq!(shown["details"]["tables"][1]["sources"][0]["path"], "data/parts.ndjson");
        assert_eq!(shown["details"]["tables"][1]["sources"][0]["fingerprint"], report["tables"][1]["sources"][0]["fingerprint"]);
        let id = runs[1]["run"].as_str().expect("an id");
        let text = project.run_on(database, &["show", id]).expect(0).stdout;
        let page = project.run_on(database, &["show", id, "--format", "html"]).expect(0).stdout;
        assert!(page.starts_with("<!doctype html>") && page.contains(id), "{page}");
        let markdown = project.run_on(database, &["show", id, "--format", "markdown"]).expect(0).stdout;
        assert!(markdown.contains("| table |") || markdown.contains("|---"), "{markdown}");
        assert!(text.starts_with(&format!("run      {id}\n")) && text.contains("parts") && text.contains(" 5 records"), "{text}");
        assert_eq!(project.run_on(database, &["history"]).expect(0).stdout.lines().count(), 3);
        assert!(!one(database, "SELECT details FROM resettle_runs").contains("postgres:"), "no address in the ledger");
    }

    /// The next import may come before the server itself looks at what was written.
    fn what_is_remembered_is_known_to_the_planner(database: &Database) {
        if !database.url().starts_with("postgres") {
            return;
        }
        let project = shop();
        stock(&project, 1_500);
        project.run_on(database, &["import"]).expect(0);
        for table in ["resettle_rows", "resettle_hashes"] {
            let rows = one(database, &format!("SELECT CAST(CAST(reltuples AS bigint) AS TEXT) FROM pg_class WHERE oid = '{table}'::regclass"));
            assert_eq!(rows, "1505", "{table}");
        }
    }
}
