//! Live databases that are not what the mapping expects, with the project of the run history: each is imported, imported with a warning, or stopped before
//! anything changes.

use crate::support::{Database, Project, each_backend};

/// The project, with the values of the enum table that its first migration admits.
fn project() -> Project {
    let project = Project::copy_of("examples/runs");
    let path = project.path().join("mappings/enums.toml");
    let text = std::fs::read_to_string(path).expect("the enum tables");
    let lines = text.replace(", \"timed_out\"]", "]");
    project.mapping(
        "enums",
        &lines.lines().filter(|line| !line.contains("= \"timed_out\"")).map(|line| format!("{line}\n")).collect::<String>(),
    );
    project
}

fn current(database: &Database) -> Project {
    let project = project();
    project.run_on(database, &["migrate", "run"]).expect(0);
    project
}

/// The table made anew by hand, with these columns in the place of the last one, and this key.
fn remade(database: &Database, last: &str, key: &str) -> Project {
    let project = current(database);
    database.batch(&format!(
        "DROP VIEW IF EXISTS failed_runs; DROP TABLE IF EXISTS crucible_notes; DROP TABLE crucible_runs; \
         CREATE TABLE crucible_runs (id TEXT NOT NULL {key}, suite TEXT NOT NULL, \
         status TEXT NOT NULL CHECK (status IN ('queued', 'running', 'passed', 'failed', 'cancelled')), started_at TIMESTAMPTZ NOT NULL, score NUMERIC(4, 3), {last})"
    ));
    project
}

fn rows(database: &Database) -> String {
    database.rows("SELECT CAST(COUNT(*) AS TEXT) FROM crucible_runs")[0][0].clone().unwrap_or_default()
}

/// The import comes through; the records that are no good are rejected as ever.
#[track_caller]
fn imports(project: &Project, database: &Database, said: &str) {
    let output = project.run_on(database, &["import"]).expect(1);
    assert!(output.stdout.contains(said) || output.stderr.contains(said), "no `{said}`:\n{}{}", output.stdout, output.stderr);
    assert_eq!(rows(database), "235");
    let again = project.run_on(database, &["import", "--format", "json"]).expect(1).json();
    assert_eq!((&again["totals"]["insert"], &again["totals"]["update"]), (&0.into(), &0.into()), "again");
}

/// Stopped with what helps, and nothing changed: not a byte of a file, not a row of a server.
#[track_caller]
fn stops(project: &Project, database: &Database, said: &[&str]) {
    let content = || database.files().iter().map(|path| std::fs::read(path).expect("a file")).collect::<Vec<_>>();
    let state = || (content(), database.dump_all());
    let before = state();
    let refused = project.run_on(database, &["import"]).expect(2);
    for text in said {
        assert!(refused.stderr.contains(text), "no `{text}` on {}:\n{}", database.name(), refused.stderr);
    }
    assert!(state() == before, "something changed on {}", database.name());
}

each_backend! {
    fn current_and_empty_are_imported(database: &Database) {
        // Nothing is there: the migrations make it.
        imports(&project(), database, "applied migration 2024-04-08-160000_add_chat_session");
        database.batch("DELETE FROM crucible_runs");
        imports(&project(), database, "235 inserted");
    }

    fn behind_is_brought_forward(database: &Database) {
        let project = current(database);
        project.run_on(database, &["migrate", "revert"]).expect(0);
        stops_without_migrations(&project, database);
        imports(&project, database, "applied migration 2024-04-08-160000_add_chat_session");
    }

    fn recorded_but_the_column_is_missing(database: &Database) {
        let project = current(database);
        database.batch("DROP INDEX ix_crucible_runs_chat_session_id; ALTER TABLE crucible_runs DROP COLUMN chat_session_id");
        stops(&project, database, &["the column `chat_session_id` is not in the table", "ADD COLUMN \"chat_session_id\"", "`2024-04-08-160000_add_chat_session`"]);
    }

    fn there_but_not_recorded(database: &Database) {
        let project = current(database);
        database.batch("DELETE FROM __diesel_schema_migrations WHERE version = '20240408160000'");
        stops(&project, database, &["cannot apply the migration `2024-04-08-160000_add_chat_session`", "`resettle migrate record 2024-04-08-160000_add_chat_session`"]);
        project.run_on(database, &["migrate", "record", "2024-04-08-160000_add_chat_session"]).expect(0);
        imports(&project, database, "235 inserted");
    }

    fn a_further_column_with_default(database: &Database) {
        let project = remade(database, "chat_session_id TEXT, host TEXT NOT NULL DEFAULT 'here'", "PRIMARY KEY");
        imports(&project, database, "235 inserted");
    }

    fn a_further_column_without_default(database: &Database) {
        let project = remade(database, "chat_session_id TEXT, host TEXT NOT NULL", "PRIMARY KEY");
        stops(&project, database, &["the column `host` is NOT NULL without default, and the mapping does not fill it", "add `host = ...` to `[columns]`"]);
    }

    fn a_key_that_was_lost(database: &Database) {
        let project = remade(database, "chat_session_id TEXT", "");
        stops(&project, database, &["crucible_runs", "primary key"]);
        // A unique index that the mapping relies on.
        let project = remade(database, "chat_session_id TEXT", "PRIMARY KEY");
        let path = project.path().join("mappings/crucible_runs.toml");
        let text = std::fs::read_to_string(path).expect("the mapping");
        project.mapping("crucible_runs", &text.replace("\n[columns]", "identity = [\"suite\", \"started_at\"]\n\n[columns]"));
        stops(&project, database, &["CREATE UNIQUE INDEX", "suite", "started_at"]);
    }

    fn a_column_of_another_type(database: &Database) {
        // A number where the list of an enum is expected; and a type whose values are all refused one by one.
        let project = remade(database, "chat_session_id TEXT", "PRIMARY KEY");
        database.batch("DROP TABLE crucible_runs; CREATE TABLE crucible_runs (id TEXT NOT NULL PRIMARY KEY, suite TEXT NOT NULL, status INTEGER NOT NULL, started_at TIMESTAMPTZ NOT NULL, score NUMERIC(4, 3), chat_session_id TEXT)");
        stops(&project, database, &["column `status`", "cannot be stored"]);
    }
}

/// Whoever wants to apply migrations by hand is told of them.
#[track_caller]
fn stops_without_migrations(project: &Project, database: &Database) {
    let refused = project.run_on(database, &["import", "--no-migrate"]).expect(2);
    assert!(refused.stderr.contains("2024-04-08-160000_add_chat_session"), "{}", refused.stderr);
    stops_plan(project, database);
}

#[track_caller]
fn stops_plan(project: &Project, database: &Database) {
    let refused = project.run_on(database, &["plan"]).expect(2);
    assert!(refused.stderr.contains("2024-04-08-160000_add_chat_session"), "{}", refused.stderr);
}
