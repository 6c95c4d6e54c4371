//! What a role may see and do: rows that policies hide, writes that they refuse, privileges that are missing, and rows that are left out without an error.

use super::{Database, Story, both, described, each, each_backend};

const CODES: &str = "SELECT CAST(id AS TEXT) || ':' || COALESCE(code, '-') FROM t ORDER BY id";

const PASSWORD: &str = "of-a-test";

/// A role that may log in and has no privileges, for as long as the value lives.
struct Role<'d> {
    database: &'d Database,
    name: String,
}

impl<'d> Role<'d> {
    fn new(database: &'d Database, name: &str) -> Self {
        let name = format!("rights_{name}_{}", std::process::id());
        database.batch(&format!(
            "DROP ROLE IF EXISTS {name}; CREATE ROLE {name} LOGIN PASSWORD '{PASSWORD}'; GRANT CREATE ON SCHEMA public TO {name}"
        ));
        Self { database, name }
    }

    fn grant(&self, what: &str) -> &Self {
        self.database.batch(&format!("GRANT {what} TO {}", self.name));
        self
    }

    /// The address of the database for this role.
    fn url(&self) -> String {
        self.database.url_of(&self.name, PASSWORD)
    }

    fn run(&self, story: &Story<'_>, arguments: &[&str]) -> crate::support::Output {
        story.project.run(&[&["--to", &self.url()], arguments].concat())
    }

    /// Imports and describes the outcomes.
    #[track_caller]
    fn imports(&self, story: &Story<'_>, records: &str, outcome: &str) -> serde_json::Value {
        story.project.data("t.json", records);
        let report = self.run(story, &["import", "--format", "json"]).json();
        assert_eq!(described(&report, "t"), outcome, "{:#}", report["rejects"]);
        report
    }
}

impl Drop for Role<'_> {
    fn drop(&mut self) {
        self.database.batch(&format!("DROP OWNED BY {0}; DROP ROLE {0}", self.name));
    }
}

const TENANTS: &str = "CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT UNIQUE, tenant TEXT); INSERT INTO t VALUES (7, 'hidden', 'b'); \
     ALTER TABLE t ENABLE ROW LEVEL SECURITY";

#[test]
fn a_hidden_row_that_conflicts_refuses_the_record() {
    let Some(database) = Database::postgres() else { return };
    let story = Story::new(&database, &both(TENANTS), "id code tenant", CODES);
    let role = Role::new(&database, "hidden");
    role.grant("SELECT, INSERT, UPDATE ON t");
    database.batch("CREATE POLICY own ON t USING (tenant = 'a')");
    assert!(role.run(&story, &["check"]).expect(0).stderr.contains("row-level security of the table `t` can hide rows"));
    let records = r#"[{"id":1,"code":"x","tenant":"a"},{"id":2,"code":"hidden","tenant":"a"},{"id":7,"code":"y","tenant":"a"},{"id":3,"code":"z","tenant":"a"}]"#;
    let refused = "reject 2: 1 write/refused_by_database, 2 write/refused_by_database";
    let report = role.imports(&story, records, &format!("insert 2 + {refused}"));
    let told = |i: usize, name: &str| report["rejects"][i][name].as_str().unwrap_or_default().to_owned();
    assert_eq!((told(0, "key").as_str(), told(1, "key").as_str()), ("t_code_key", "t_pkey"));
    assert!(told(0, "message").contains("duplicate key"), "{report:#}");
    role.imports(&story, records, &format!("unchanged 2 + {refused}"));
    story.shows("1:x | 3:z | 7:hidden");
}

#[test]
fn writes_that_a_policy_refuses_are_rejected() {
    let Some(database) = Database::postgres() else { return };
    let story = Story::new(&database, &both(TENANTS), "id code tenant", CODES);
    let role = Role::new(&database, "check");
    role.grant("SELECT, INSERT, UPDATE ON t");
    database.batch("CREATE POLICY own ON t USING (true) WITH CHECK (tenant = 'a')");
    let records = r#"[{"id":1,"code":"x","tenant":"a"},{"id":2,"code":"y","tenant":"b"},{"id":7,"code":"hidden","tenant":"c"}]"#;
    let refused = "reject 2: 1 write/refused_by_database, 2 write/refused_by_database";
    let report = role.imports(&story, records, &format!("insert 1 + {refused}"));
    assert!(report["rejects"][0]["message"].as_str().unwrap_or_default().contains("row-level security policy"), "{report:#}");
    role.imports(&story, records, &format!("unchanged 1 + {refused}"));
    story.shows("1:x | 7:hidden");
}

#[test]
fn rows_that_a_policy_shows_and_does_not_let_be_written_are_rejected() {
    let Some(database) = Database::postgres() else { return };
    let story = Story::new(&database, &both(TENANTS), "id code tenant", CODES);
    let role = Role::new(&database, "shown");
    role.grant("SELECT, INSERT, UPDATE ON t");
    database.batch(
        "CREATE POLICY see ON t FOR SELECT USING (true); CREATE POLICY add ON t FOR INSERT WITH CHECK (true); CREATE POLICY own ON t FOR UPDATE USING (tenant = 'a')",
    );
    let records = r#"[{"id":1,"code":"x","tenant":"a"},{"id":7,"code":"mine","tenant":"b"}]"#;
    let report = role.imports(&story, records, "insert 1 + reject 1: 1 write/refused_by_database");
    assert!(report["rejects"][0]["message"].as_str().unwrap_or_default().contains("left out without an error"), "{report:#}");
    role.imports(&story, records, "unchanged 1 + reject 1: 1 write/refused_by_database");
    story.shows("1:x | 7:hidden");
}

#[test]
fn grants_of_columns_are_looked_at_before_the_first_write() {
    let Some(database) = Database::postgres() else { return };
    let sql = "CREATE TABLE p (id INTEGER PRIMARY KEY, slug TEXT UNIQUE); INSERT INTO p VALUES (5, 'five'); \
               CREATE TABLE t (id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, code TEXT UNIQUE, secret TEXT, p_id INTEGER REFERENCES p (id))";
    let story = Story::new(&database, &both(sql), "id", CODES);
    story.project.mapping(
        "t",
        "table = \"t\"\nsource = \"t.json\"\nid = { from = \"id\", as = \"none\" }\non_missing = \"delete\"\n[columns]\ncode = \"code\"\np_id = { from = \"p\", references = \"p.slug\" }\n",
    );
    story.project.data("t.json", r#"[{"id":"a","code":"x","p":"five"}]"#);
    let role = Role::new(&database, "columns");
    let name = format!("\"{}\"", role.name);
    // Each refusal says the grant that helps; each grant leads to the next refusal, and the last one to an import.
    for (grant, said, help) in [
        (
            "SELECT, INSERT (id, code) ON t",
            "INSERT, UPDATE, DELETE rows of `t`",
            format!("GRANT INSERT, UPDATE, DELETE ON \"t\" TO {name};"),
        ),
        (
            "INSERT (p_id), UPDATE (code, p_id), DELETE ON t",
            "UPDATE rows of `t` (UPDATE of all columns",
            format!("GRANT UPDATE ON \"t\" TO {name};"),
        ),
        ("UPDATE ON t", "SELECT rows of `p`", format!("GRANT SELECT ON \"p\" TO {name};")),
        ("SELECT ON p", "use the sequence `public.t_id_seq`", format!("GRANT SELECT, USAGE ON SEQUENCE public.t_id_seq TO {name};")),
    ] {
        role.grant(grant);
        let refused = role.run(&story, &["import"]).expect(2);
        assert!(refused.stderr.contains(said) && refused.stderr.contains(&help), "after {grant}: {}", refused.stderr);
        assert!(refused.stderr.contains("schema/missing_privilege"), "{}", refused.stderr);
        story.shows("");
    }
    role.grant("SELECT, USAGE ON SEQUENCE t_id_seq");
    role.run(&story, &["import"]).expect(0);
    story.shows("1:x");
}

#[test]
fn a_ledger_that_may_not_be_written_is_named_before_the_first_write() {
    let Some(database) = Database::postgres() else { return };
    let story = Story::new(&database, &both("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT UNIQUE)"), "id code", CODES);
    story.import(r#"[{"id":1,"code":"a"}]"#, "insert 1", "1:a");
    let role = Role::new(&database, "ledger");
    role.grant("SELECT, INSERT, UPDATE ON t")
        .grant("SELECT ON resettle_meta, resettle_runs, resettle_rows, resettle_hashes, resettle_forms");
    story.project.data("t.json", r#"[{"id":2,"code":"b"}]"#);
    let refused = role.run(&story, &["import"]).expect(2);
    for text in [
        "write the ledger",
        "`--no-ledger` goes without",
        "GRANT INSERT, UPDATE, DELETE ON resettle_rows TO",
        "GRANT INSERT ON resettle_runs TO",
    ] {
        assert!(refused.stderr.contains(text), "no {text}: {}", refused.stderr);
    }
    role.run(&story, &["import", "--no-ledger"]).expect(0);
    story.shows("1:a | 2:b");
}

each_backend! {
    fn rows_that_a_trigger_leaves_out_are_rejected(database: &Database) {
        let schema = each(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT UNIQUE); \
             CREATE TRIGGER i BEFORE INSERT ON t WHEN NEW.code LIKE 'no%' BEGIN SELECT RAISE(IGNORE); END; \
             CREATE TRIGGER u BEFORE UPDATE ON t WHEN NEW.code LIKE 'no%' BEGIN SELECT RAISE(IGNORE); END;",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT UNIQUE); \
             CREATE FUNCTION skip() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.code LIKE 'no%' THEN RETURN NULL; END IF; RETURN NEW; END $$; \
             CREATE TRIGGER s BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION skip()",
        );
        let story = Story::new(database, &schema, "id code", CODES);
        for (records, outcome, rows) in [
            (r#"[{"id":1,"code":"a"},{"id":2,"code":"no2"},{"id":3,"code":"c"}]"#, "insert 2 + reject 1: 1 write/refused_by_database", "1:a | 3:c"),
            (r#"[{"id":1,"code":"a"},{"id":2,"code":"no2"},{"id":3,"code":"c"}]"#, "unchanged 2 + reject 1: 1 write/refused_by_database", "1:a | 3:c"),
            // 3 stays as it is, so 1 cannot have its code.
            (r#"[{"id":1,"code":"c"},{"id":3,"code":"no3"},{"id":4,"code":"d"}]"#,
                "insert 1 + reject 2: 0 key/conflicts_with_stored_row, 1 write/refused_by_database", "1:a | 3:c | 4:d"),
        ] {
            story.project.data("t.json", records);
            let report = story.project.run_on(database, &["import", "--format", "json"]).json();
            assert_eq!(described(&report, "t"), outcome, "{}: {:#}", database.name(), report["rejects"]);
            story.shows(rows);
        }
    }

    /// A writer that had the row first is waited for, and what it wrote counts.
    fn a_row_of_a_concurrent_writer_is_seen(database: &Database) {
        let schema = both("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT UNIQUE, place INTEGER); CREATE UNIQUE INDEX t_place ON t (place)");
        let story = Story::new(database, &schema, "id code place", CODES);
        let story = story.mapping("t", "id code place", "[keys]\nt_place = { match = false }");
        story.project.data("t.json", r#"[{"id":1,"code":"a","place":1},{"id":2,"code":"b","place":2},{"id":3,"code":"c","place":3}]"#);
        let mut writer = database.session();
        writer.batch("BEGIN; INSERT INTO t VALUES (90, 'a', 7), (91, 'z', 2)").expect("written");
        let waits = story.project.start(database, &["import", "--format", "json"]);
        std::thread::sleep(std::time::Duration::from_millis(700));
        writer.batch("COMMIT").expect("committed");
        let output = waits.wait_with_output().expect("the binary ends");
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a report");
        assert_eq!(described(&report, "t"), "insert 1 + update 1 + reject 1: 1 key/conflicts_with_stored_row", "{report:#}");
        story.shows("3:c | 90:a | 91:z");
    }
}
