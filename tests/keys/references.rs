//! References between tables whose keys move: circles, composite keys, keys other than the primary one, rows that were never imported, cascades.

use super::{Database, Story, both, described, each, each_backend};

/// Organizations and users that refer to each other; `t` stays empty of any part in it.
fn circle(database: &Database, owner: &str, org: &str) {
    let sql = format!(
        "CREATE TABLE t (id NUMBERED); \
         CREATE TABLE orgs (id NUMBERED, slug TEXT NOT NULL UNIQUE, owner_id INTEGER {owner}); \
         CREATE TABLE users (id NUMBERED, mail TEXT NOT NULL UNIQUE, org_id INTEGER {org} REFERENCES orgs (id))"
    );
    // The second half of the circle can only be declared when both tables are there; SQLite takes it at once.
    let timing = if owner.contains("NOT NULL") { "DEFERRABLE INITIALLY DEFERRED" } else { "" };
    let sqlite = sql.replace(&format!("owner_id INTEGER {owner}"), &format!("owner_id INTEGER {owner} REFERENCES users (id)"));
    let postgres = format!("{sql}; ALTER TABLE orgs ADD FOREIGN KEY (owner_id) REFERENCES users (id) {timing}");
    let show = "SELECT o.slug || ':' || u.mail || '/' || m.mail || ':' || p.slug FROM orgs o JOIN users u ON u.id = o.owner_id JOIN users m ON m.org_id = o.id JOIN orgs p ON p.id = m.org_id ORDER BY o.slug, m.mail";
    let story = Story::new(database, &each(&sqlite, &postgres), "id", show);
    std::fs::remove_file(story.project.path().join("mappings/t.toml")).expect("removed");
    let mapping = |table: &str, column: &str, name: &str, to: &str| {
        story.project.mapping(
            table,
            &format!("table = \"{table}\"\nsource = \"{table}.json\"\nid = {{ from = \"id\", as = \"none\" }}\n[columns]\n{name} = \"{name}\"\n{column} = {{ from = \"{to}\", references = \"{to}s\" }}\n"),
        );
    };
    mapping("orgs", "owner_id", "slug", "user");
    mapping("users", "org_id", "mail", "org");
    let orgs = r#"[{"id":"o1","slug":"a","user":"u1"},{"id":"o2","slug":"b","user":"u2"}]"#;
    let users = r#"[{"id":"u1","mail":"p","org":"o1"},{"id":"u2","mail":"q","org":"o2"},{"id":"u3","mail":"r","org":"o1"}]"#;
    let rows = "a:p/p:a | a:p/r:a | b:q/q:b";
    story.import_all(&[("orgs", orgs), ("users", users)], &[("orgs", "insert 2"), ("users", "insert 3")], rows);
    // The same under fresh ids: bound by slug and mail, nothing is written.
    let fresh = |text: &str| ["o1", "o2", "u1", "u2", "u3"].iter().fold(text.to_owned(), |text, id| text.replace(id, &format!("new-{id}")));
    story.import_all(&[("orgs", &fresh(orgs)), ("users", &fresh(users))], &[("orgs", "unchanged 2"), ("users", "unchanged 3")], rows);
    // Owners exchange their organizations.
    let orgs = r#"[{"id":"o1","slug":"a","user":"u2"},{"id":"o2","slug":"b","user":"u1"}]"#;
    story.import_all(&[("orgs", orgs), ("users", users)], &[("orgs", "update 2"), ("users", "unchanged 3")], "a:q/p:a | a:q/r:a | b:p/q:b");
    // An organization without its owner goes, and those who are in it go too.
    let orgs = r#"[{"id":"o1","slug":"a","user":"u2"},{"id":"o9","slug":"z","user":"nobody"}]"#;
    let users = r#"[{"id":"u9","mail":"z","org":"o9"}]"#;
    story.import_all(
        &[("orgs", orgs), ("users", users)],
        &[("orgs", "unchanged 1 + reject 1: 1 reference/unresolved_reference"), ("users", "reject 1: 0 reference/unresolved_reference")],
        "a:q/p:a | a:q/r:a | b:p/q:b",
    );
}

each_backend! {
    fn a_circle_that_may_be_null(database: &Database) {
        circle(database, "", "");
    }

    fn a_circle_that_must_be_there_on_one_side(database: &Database) {
        circle(database, "", "NOT NULL");
    }

    fn a_circle_that_must_be_there_on_both_sides(database: &Database) {
        circle(database, "NOT NULL", "NOT NULL");
    }

    fn a_circle_is_judged_by_its_final_names(database: &Database) {
        let tables = |owner: &str| {
            format!(
                "CREATE TABLE t (id NUMBERED); CREATE TABLE orgs (id NUMBERED, slug TEXT NOT NULL UNIQUE, owner_id INTEGER{owner}); \
                 CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT NOT NULL UNIQUE, org_id INTEGER NOT NULL REFERENCES orgs (id)); \
                 INSERT INTO orgs (id, slug) VALUES (1, 's'); INSERT INTO users VALUES (7, 'old', 1)"
            )
        };
        let (sqlite, postgres) = (tables(" REFERENCES users (id)"), format!("{}; ALTER TABLE orgs ADD FOREIGN KEY (owner_id) REFERENCES users (id)", tables("")));
        let show = "SELECT CAST(id AS TEXT) || ':' || mail FROM users UNION ALL SELECT slug FROM orgs ORDER BY 1";
        let story = Story::new(database, &each(&sqlite, &postgres), "id", show);
        std::fs::remove_file(story.project.path().join("mappings/t.toml")).expect("removed");
        story.project.mapping("orgs", "table = \"orgs\"\nsource = \"orgs.json\"\n[columns]\nslug = \"slug\"\nowner_id = { from = \"user\", references = \"users.mail\" }\n");
        story.project.mapping("users", "table = \"users\"\nsource = \"users.json\"\n[columns]\nid = \"id\"\nmail = \"mail\"\norg_id = { from = \"org\", references = \"orgs.slug\" }\n");
        // The user has the name when the organization's turn comes, and loses it in the same run.
        story.import_all(
            &[("orgs", r#"[{"slug":"a","user":"old"}]"#), ("users", r#"[{"id":7,"mail":"new","org":"s"}]"#)],
            &[("orgs", "reject 1: 0 reference/unresolved_reference"), ("users", "update 1")],
            "7:new | s",
        );
    }

    fn a_reference_to_a_key_other_than_the_primary_one(database: &Database) {
        let schema = both(
            "CREATE TABLE p (id NUMBERED, slug TEXT NOT NULL UNIQUE); INSERT INTO p VALUES (7, 'old'); \
             CREATE TABLE t (id NUMBERED, code TEXT, p_slug TEXT REFERENCES p (slug))",
        );
        let story = Story::new(database, &schema, "id", "SELECT code || ':' || p_slug FROM t ORDER BY code");
        story.project.mapping("p", "table = \"p\"\nsource = \"p.json\"\nid = { from = \"id\", as = \"none\" }\n[columns]\nslug = \"slug\"\n");
        story.project.mapping(
            "t",
            "table = \"t\"\nsource = \"t.json\"\n[columns]\nid = \"id\"\ncode = \"code\"\np_slug = { from = \"p\", references = \"p.slug\" }\n",
        );
        story.import_all(
            &[("p", r#"[{"id":"p1","slug":"new"}]"#), ("t", r#"[{"id":1,"code":"a","p":"new"},{"id":2,"code":"b","p":"old"},{"id":3,"code":"c","p":"none"}]"#)],
            &[("p", "insert 1"), ("t", "insert 2 + reject 1: 2 reference/unresolved_reference")],
            "a:new | b:old",
        );
    }

    fn a_reference_to_a_row_that_was_never_imported(database: &Database) {
        let schema = both(
            "CREATE TABLE p (id NUMBERED, slug TEXT NOT NULL UNIQUE); INSERT INTO p VALUES (7, 'old'); \
             CREATE TABLE t (id NUMBERED, code TEXT UNIQUE, p_id INTEGER REFERENCES p (id), UNIQUE (p_id, id))",
        );
        let story = Story::new(database, &schema, "id", "SELECT code || ':' || CAST(p_id AS TEXT) FROM t ORDER BY code");
        story.project.mapping(
            "t",
            "table = \"t\"\nsource = \"t.json\"\n[columns]\nid = \"id\"\ncode = \"code\"\np_id = { from = \"p\", references = \"p.slug\" }\n",
        );
        story.import(r#"[{"id":1,"code":"a","p":"old"},{"id":2,"code":"b","p":"new"}]"#, "insert 1 + reject 1: 1 reference/unresolved_reference", "a:7");
    }

    fn a_reference_inside_a_key(database: &Database) {
        let schema = both(
            "CREATE TABLE p (id NUMBERED, slug TEXT NOT NULL UNIQUE); \
             CREATE TABLE t (id NUMBERED, code TEXT NOT NULL, p_id INTEGER NOT NULL REFERENCES p (id) ON DELETE CASCADE, UNIQUE (p_id, code))",
        );
        let story = Story::new(database, &schema, "id", "SELECT p.slug || ':' || t.code FROM t JOIN p ON p.id = t.p_id ORDER BY t.id");
        story.project.mapping("p", "table = \"p\"\nsource = \"p.json\"\nid = { from = \"id\", as = \"none\" }\n[columns]\nslug = \"slug\"\n");
        story.project.mapping(
            "t",
            "table = \"t\"\nsource = \"t.json\"\nid = { from = \"id\", as = \"none\" }\n[columns]\ncode = \"code\"\np_id = { from = \"p\", references = \"p\" }\n",
        );
        let parents = r#"[{"id":"p1","slug":"x"},{"id":"p2","slug":"y"}]"#;
        story.import_all(
            &[("p", parents), ("t", r#"[{"id":"a","code":"1","p":"p1"},{"id":"b","code":"1","p":"p2"}]"#)],
            &[("p", "insert 2"), ("t", "insert 2")],
            "x:1 | y:1",
        );
        // Both parents exchange their names and both children their parents, under fresh ids.
        story.import_all(
            &[("p", r#"[{"id":"q1","slug":"y"},{"id":"q2","slug":"x"}]"#), ("t", r#"[{"id":"c","code":"1","p":"q2"},{"id":"d","code":"1","p":"q1"}]"#)],
            &[("p", "unchanged 2"), ("t", "unchanged 2")],
            "x:1 | y:1",
        );
        story.import_all(
            &[("p", parents), ("t", r#"[{"id":"a","code":"1","p":"p2"},{"id":"b","code":"1","p":"p1"}]"#)],
            &[("p", "unchanged 2"), ("t", "update 2")],
            "y:1 | x:1",
        );
    }

    fn a_chain_to_the_own_table(database: &Database) {
        let schema = both(
            "CREATE TABLE t (id NUMBERED, code TEXT NOT NULL UNIQUE, up_id INTEGER REFERENCES t (id))",
        );
        let story = Story::new(database, &schema, "id", "SELECT t.code || '<' || COALESCE(p.code, '-') FROM t LEFT JOIN t p ON p.id = t.up_id ORDER BY t.code");
        story.project.mapping(
            "t",
            "table = \"t\"\nsource = \"t.json\"\nid = { from = \"id\", as = \"none\" }\n[columns]\ncode = \"code\"\nup_id = { from = \"up\", references = \"t\" }\n",
        );
        story
            .import(r#"[{"id":"a","code":"1","up":"b"},{"id":"b","code":"2","up":"c"},{"id":"c","code":"3","up":null}]"#, "insert 3", "1<2 | 2<3 | 3<-")
            .import(r#"[{"id":"a","code":"3","up":null},{"id":"b","code":"1","up":"a"},{"id":"c","code":"2","up":"a"}]"#, "update 3", "1<3 | 2<3 | 3<-");
    }

    fn cascades_do_not_fire(database: &Database) {
        let schema = both(
            "CREATE TABLE t (id NUMBERED, code TEXT NOT NULL UNIQUE, n INTEGER); \
             CREATE TABLE child (id NUMBERED, t_id INTEGER NOT NULL REFERENCES t (id) ON UPDATE CASCADE ON DELETE CASCADE)",
        );
        let story = Story::new(database, &schema, "id code n", "SELECT CAST(c.id AS TEXT) || ':' || CAST(t_id AS TEXT) || code FROM child c JOIN t ON t.id = t_id ORDER BY c.id");
        story.import(r#"[{"id":1,"code":"a","n":1},{"id":2,"code":"b","n":1}]"#, "insert 2", "");
        story.by_hand("INSERT INTO child VALUES (1, 1), (2, 2)");
        story
            // Bound by the code: the row keeps its key, so that nothing cascades.
            .import(r#"[{"id":8,"code":"a","n":2},{"id":9,"code":"b","n":2}]"#, "update 2", "1:1a | 2:2b")
            .import(r#"[{"id":1,"code":"b","n":2},{"id":2,"code":"a","n":2}]"#, "update 2", "1:1b | 2:2a");
    }

    fn values_that_other_rows_name(database: &Database) {
        // Between two values the children name nothing; the database looks when all is written.
        let schema = each(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE); CREATE TABLE child (code TEXT REFERENCES t (code) ON UPDATE RESTRICT)",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE); CREATE TABLE child (code TEXT REFERENCES t (code) DEFERRABLE)",
        );
        let story = Story::new(database, &schema, "id code", "SELECT CAST(id AS TEXT) || ':' || code FROM t ORDER BY id");
        story.import(r#"[{"id":1,"code":"a"},{"id":2,"code":"b"},{"id":3,"code":"c"}]"#, "insert 3", "1:a | 2:b | 3:c");
        story.by_hand("INSERT INTO child VALUES ('a'), ('b')");
        story.import(r#"[{"id":1,"code":"b"},{"id":2,"code":"a"},{"id":3,"code":"d"}]"#, "update 3", "1:b | 2:a | 3:d");
    }
}

each_backend! {
    /// Fresh ids for the same rows: no primary key changes, no reference breaks, and the report names who was found where.
    fn fresh_ids_are_bound_again_and_reported(database: &Database) {
        let schema = both(
            "CREATE TABLE p (id VARCHAR(36) PRIMARY KEY, slug TEXT NOT NULL UNIQUE); \
             CREATE TABLE t (id VARCHAR(36) PRIMARY KEY, code TEXT NOT NULL UNIQUE, p_id VARCHAR(36) NOT NULL REFERENCES p (id) ON UPDATE CASCADE ON DELETE CASCADE)",
        );
        let story = Story::new(database, &schema, "id", "SELECT t.id || ':' || code || '<' || p.id || slug FROM t JOIN p ON p.id = p_id ORDER BY code");
        story.project.mapping("p", "table = \"p\"\nsource = \"p.json\"\nid = { from = \"id\", as = \"value\" }\n[columns]\nslug = \"slug\"\n");
        story.project.mapping("t", "table = \"t\"\nsource = \"t.json\"\nid = { from = \"id\", as = \"value\" }\n[columns]\ncode = \"code\"\np_id = { from = \"p\", references = \"p\" }\n");
        let export = |mark: &str, p: &str| {
            (format!("[{{\"id\":\"{mark}1\",\"slug\":\"x\"}},{{\"id\":\"{mark}2\",\"slug\":\"y\"}}]"),
             format!("[{{\"id\":\"{mark}a\",\"code\":\"1\",\"p\":\"{mark}1\"}},{{\"id\":\"{mark}b\",\"code\":\"2\",\"p\":\"{mark}{p}\"}}]"))
        };
        let (parents, children) = export("o", "2");
        story.import_all(&[("p", &parents), ("t", &children)], &[("p", "insert 2"), ("t", "insert 2")], "oa:1<o1x | ob:2<o2y");
        let (parents, children) = export("n", "1");
        for (table, records) in [("p", &parents), ("t", &children)] {
            story.project.data(&format!("{table}.json"), records);
        }
        let report = story.project.run_on(database, &["import", "--format", "json"]).json();
        assert_eq!((described(&report, "p").as_str(), described(&report, "t").as_str()), ("unchanged 2", "update 1 + unchanged 1"));
        story.shows("oa:1<o1x | ob:2<o1x");
        for (table, key) in [(0, ["o1", "o2"]), (1, ["oa", "ob"])] {
            let table = &report["tables"][table];
            let told: Vec<String> = table["rebound_ids"].as_array().expect("ids").iter().map(|one| format!("{} {}", one["legacy_id"], one["row"])).collect();
            let ids = key.map(|row| format!("\"{}\" \"{row}\"", row.replace('o', "n")));
            assert_eq!((table["rebound"].as_u64(), told), (Some(2), ids.to_vec()), "{table:#}");
        }
        // From now on the ledger knows them.
        story.import_all(&[("p", &parents), ("t", &children)], &[("p", "unchanged 2"), ("t", "unchanged 2")], "oa:1<o1x | ob:2<o1x");
        assert_eq!(story.project.run_on(database, &["plan", "--format", "json"]).json()["tables"][0]["rebound"], 0);
    }

    /// An array of ids or of natural keys fills a join table; links that are gone go, where that is declared.
    fn links_of_an_array_come_and_go(database: &Database) {
        for by in ["roles", "roles.slug"] {
            database.batch("DROP TABLE IF EXISTS links; DROP TABLE IF EXISTS t; DROP TABLE IF EXISTS roles");
            for table in ["resettle_rows", "resettle_hashes", "resettle_forms", "resettle_runs", "resettle_meta"] {
                database.batch(&format!("DROP TABLE IF EXISTS {table}"));
            }
            let schema = both(
                "CREATE TABLE roles (id NUMBERED, slug TEXT NOT NULL UNIQUE); CREATE TABLE t (id NUMBERED, name TEXT NOT NULL UNIQUE); \
                 CREATE TABLE links (t_id INTEGER NOT NULL REFERENCES t (id), role_id INTEGER NOT NULL REFERENCES roles (id), PRIMARY KEY (t_id, role_id))",
            );
            let show = "SELECT name || '>' || slug FROM links JOIN t ON t.id = t_id JOIN roles ON roles.id = role_id ORDER BY name, slug";
            let story = Story::new(database, &schema, "id", show);
            story.project.mapping("roles", "table = \"roles\"\nsource = \"roles.json\"\nid = { from = \"id\", as = \"none\" }\n[columns]\nslug = \"slug\"\n");
            story.project.mapping("t", "table = \"t\"\nsource = \"t.json\"\nid = { from = \"id\", as = \"none\" }\n[columns]\nname = \"name\"\n");
            story.project.mapping("links", &format!(
                "table = \"links\"\nsource = \"t.json\"\neach = \"roles\"\non_missing = \"delete\"\n[columns]\nt_id = {{ from = \"^id\", references = \"t\" }}\nrole_id = {{ from = \".\", references = \"{by}\" }}\n"));
            let roles = r#"[{"id":"r1","slug":"admin"},{"id":"r2","slug":"reader"},{"id":"r3","slug":"guest"}]"#;
            let named = |text: &str| if by == "roles" { text.to_owned() } else { text.replace("r1", "admin").replace("r2", "reader").replace("r3", "guest") };
            let first = named(r#"[{"id":"u1","name":"ada","roles":["r1","r2"]},{"id":"u2","name":"bob","roles":["r2","r3"]},{"id":"u3","name":"cyd","roles":[]}]"#);
            story.import_all(&[("roles", roles), ("t", &first)], &[("links", "insert 4")], "ada>admin | ada>reader | bob>guest | bob>reader");
            let second = named(r#"[{"id":"u1","name":"ada","roles":["r1"]},{"id":"u2","name":"bob","roles":["r3","r1"]},{"id":"u3","name":"cyd","roles":["r2"]}]"#);
            story.import_all(&[("roles", roles), ("t", &second)], &[("links", "insert 2 + unchanged 2")], "ada>admin | bob>admin | bob>guest | cyd>reader");
        }
    }

    /// Ids that are renumbered at every export link the records of one export, and nothing else.
    fn ids_of_one_run_bind_nothing_later(database: &Database) {
        let schema = both("CREATE TABLE p (id NUMBERED, slug TEXT NOT NULL UNIQUE); CREATE TABLE t (id NUMBERED, code TEXT NOT NULL UNIQUE, p_id INTEGER REFERENCES p (id))");
        let story = Story::new(database, &schema, "id", "SELECT code || '<' || COALESCE(slug, '-') FROM t LEFT JOIN p ON p.id = p_id ORDER BY code");
        story.project.mapping("p", "table = \"p\"\nsource = \"p.json\"\nid = \"nr\"\nscope = \"run\"\n[columns]\nslug = \"slug\"\n");
        story.project.mapping("t", "table = \"t\"\nsource = \"t.json\"\nid = \"nr\"\nscope = \"run\"\n[columns]\ncode = \"code\"\np_id = { from = \"p\", references = \"p\" }\n");
        story.import_all(
            &[("p", r#"[{"nr":1,"slug":"x"},{"nr":2,"slug":"y"}]"#), ("t", r#"[{"nr":1,"code":"a","p":1},{"nr":2,"code":"b","p":2}]"#)],
            &[("p", "insert 2"), ("t", "insert 2")],
            "a<x | b<y",
        );
        // The numbers changed hands: rows are found by their keys, references follow the new numbers, and the old number 2 is nobody.
        story.import_all(
            &[("p", r#"[{"nr":1,"slug":"y"}]"#), ("t", r#"[{"nr":1,"code":"b","p":1},{"nr":2,"code":"a","p":2}]"#)],
            &[("p", "unchanged 1"), ("t", "unchanged 1 + reject 1: 1 reference/unresolved_reference")],
            "a<x | b<y",
        );
    }
}

#[test]
fn values_that_other_rows_name_at_every_instant() {
    let Some(database) = Database::postgres() else { return };
    let schema =
        both("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE); CREATE TABLE child (code TEXT REFERENCES t (code))");
    let story = Story::new(&database, &schema, "id code", "SELECT id || ':' || code FROM t ORDER BY id");
    story.import(r#"[{"id":1,"code":"a"},{"id":2,"code":"b"},{"id":3,"code":"c"}]"#, "insert 3", "1:a | 2:b | 3:c");
    story.by_hand("INSERT INTO child VALUES ('a'), ('b')");
    story.project.data("t.json", r#"[{"id":1,"code":"b"},{"id":2,"code":"a"},{"id":3,"code":"d"}]"#);
    let report = story.project.run_on(&database, &["import", "--format", "json"]).json();
    assert_eq!(described(&report, "t"), "update 1 + reject 2: 0 write/refused_by_database, 1 write/refused_by_database");
    story.shows("1:a | 2:b | 3:d");
}
