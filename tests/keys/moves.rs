//! Keys that are swapped, rotated and handed on: rows are written in place, nobody else notices, no value in between is left behind.

use super::{Database, Schema, Story, both, each, each_backend};

const CODES: &str = "SELECT CAST(id AS TEXT) || ':' || CAST(code AS TEXT) FROM t ORDER BY id";

/// Swaps two rows, rotates three, hands a value on along a chain, and lets a new row take the first one.
fn exchange(database: &Database, code: &str, values: [&str; 5]) {
    let sql = format!("CREATE TABLE t (id INTEGER PRIMARY KEY, code {code}, UNIQUE (code))");
    let show = "SELECT CAST(id AS TEXT) FROM t ORDER BY id";
    let [a, b, c, d, e] = values;
    let story = Story::new(database, &both(&sql), "id code", show);
    let rows = |codes: &[&str]| {
        let records: Vec<String> = codes.iter().enumerate().map(|(i, code)| format!("{{\"id\":{},\"code\":{code}}}", i + 1)).collect();
        format!("[{}]", records.join(","))
    };
    story
        .import(&rows(&[a, b, c, d]), "insert 4", "1 | 2 | 3 | 4")
        .import(&rows(&[b, a, c, d]), "update 2 + unchanged 2", "1 | 2 | 3 | 4")
        .import(&rows(&[c, b, a, d]), "update 3 + unchanged 1", "1 | 2 | 3 | 4")
        .import(&rows(&[b, a, d, e]), "update 4", "1 | 2 | 3 | 4")
        .import(&rows(&[a, d, e, c, b]), "insert 1 + update 4", "1 | 2 | 3 | 4 | 5");
}

each_backend! {
    fn a_value_in_between_comes_under_no_other_key(database: &Database) {
        let schema = both(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT UNIQUE); CREATE UNIQUE INDEX t_a ON t (a) WHERE b IS NULL",
        );
        let show = "SELECT CAST(id AS TEXT) || ':' || a || COALESCE(b, '-') FROM t ORDER BY id";
        Story::new(database, &schema, "id a b", show)
            .import(r#"[{"id":1,"a":"x","b":"x"}]"#, "insert 1", "1:xx")
            // Row 1 gives up its `b`, is then one of those without, and has the `a` that another one takes.
            .import(
                r#"[{"id":2,"a":"u","b":"x"},{"id":1,"a":"u","b":null},{"id":3,"a":"x","b":null}]"#,
                "insert 2 + update 1",
                "1:u- | 2:ux | 3:x-",
            )
            // The same, of a row that the key on `a` never looks at.
            .import(
                r#"[{"id":4,"a":"v","b":"x"},{"id":2,"a":"v","b":"y"},{"id":1,"a":"u","b":null},{"id":3,"a":"v","b":null}]"#,
                "insert 1 + update 2 + unchanged 1",
                "1:u- | 2:vy | 3:v- | 4:vx",
            );
    }

    fn text(database: &Database) {
        exchange(database, "TEXT NOT NULL", ["\"a\"", "\"b\"", "\"c\"", "\"d\"", "\"e\""]);
    }

    fn short_text(database: &Database) {
        exchange(database, "VARCHAR(1) NOT NULL", ["\"a\"", "\"b\"", "\"c\"", "\"d\"", "\"e\""]);
    }

    fn text_with_a_check(database: &Database) {
        exchange(database, "TEXT NOT NULL CHECK (length(code) = 1 AND code >= 'a')", ["\"a\"", "\"b\"", "\"c\"", "\"d\"", "\"e\""]);
    }

    fn text_of_a_list(database: &Database) {
        exchange(database, "TEXT NOT NULL CHECK (code IN ('a', 'b', 'c', 'd', 'e'))", ["\"a\"", "\"b\"", "\"c\"", "\"d\"", "\"e\""]);
    }

    fn integers(database: &Database) {
        exchange(database, "INTEGER NOT NULL", ["1", "2", "3", "4", "5"]);
    }

    fn integers_with_a_check(database: &Database) {
        exchange(database, "INTEGER NOT NULL CHECK (code BETWEEN 1 AND 5)", ["1", "2", "3", "4", "5"]);
    }

    fn the_least_integer(database: &Database) {
        exchange(database, "SMALLINT NOT NULL", ["-32768", "32767", "0", "1", "2"]);
    }

    fn decimals(database: &Database) {
        exchange(database, "NUMERIC(3,2) NOT NULL", ["-9.99", "9.99", "0.01", "1", "2.5"]);
    }

    fn floats(database: &Database) {
        exchange(database, "DOUBLE PRECISION NOT NULL", ["1e300", "-1e300", "0.1", "1", "2.5"]);
    }

    fn dates(database: &Database) {
        exchange(database, "DATE NOT NULL", ["\"2024-01-01\"", "\"2024-01-02\"", "\"0001-01-01\"", "\"2024-01-04\"", "\"9999-12-31\""]);
    }

    fn timestamps(database: &Database) {
        exchange(database, "TIMESTAMP NOT NULL", ["\"2024-01-01 00:00:00\"", "\"2024-01-01 00:00:01\"", "\"2024-01-01 00:00:02\"", "\"2024-01-04\"", "\"2024-01-05\""]);
    }

    fn nullable(database: &Database) {
        exchange(database, "TEXT", ["\"a\"", "\"b\"", "\"c\"", "\"d\"", "null"]);
    }

    fn a_value_freed_by_a_row_that_becomes_null(database: &Database) {
        let story = Story::new(database, &both("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT UNIQUE)"), "id code", "SELECT CAST(id AS TEXT) || ':' || COALESCE(code, '-') FROM t ORDER BY id");
        story
            .import(r#"[{"id":1,"code":"a"},{"id":2,"code":"b"}]"#, "insert 2", "1:a | 2:b")
            .import(r#"[{"id":1,"code":null},{"id":2,"code":"a"},{"id":3,"code":"b"}]"#, "insert 1 + update 2", "1:- | 2:a | 3:b");
    }

    fn a_chain_of_many_rows(database: &Database) {
        let story = Story::new(database, &both("CREATE TABLE t (id INTEGER PRIMARY KEY, code INTEGER NOT NULL UNIQUE, other TEXT NOT NULL UNIQUE)"), "id code other", "SELECT CAST(COUNT(*) AS TEXT) || ' ' || CAST(SUM(id * code) AS TEXT) || ' ' || MIN(other) || ' ' || MAX(other) FROM t");
        let rows = |by: usize| {
            let records: Vec<String> = (0..3000).map(|i| format!("{{\"id\":{i},\"code\":{},\"other\":\"k{:04}\"}}", (i + by) % 3000, (i + 2 * by) % 3000)).collect();
            format!("[{}]", records.join(","))
        };
        let sum = |by: usize| format!("3000 {} k0000 k2999", (0..3000).map(|i| i * ((i + by) % 3000)).sum::<usize>());
        story.import(&rows(0), "insert 3000", &sum(0)).import(&rows(1), "update 3000", &sum(1)).import(&rows(1500), "update 3000", &sum(1500));
    }

    fn two_keys_at_once(database: &Database) {
        let schema = both("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, a INTEGER NOT NULL, b TEXT NOT NULL, UNIQUE (a, b))");
        let story = Story::new(database, &schema, "id code a b", "SELECT CAST(id AS TEXT) || ':' || code || CAST(a AS TEXT) || b FROM t ORDER BY id");
        story
            .import(r#"[{"id":1,"code":"x","a":1,"b":"p"},{"id":2,"code":"y","a":1,"b":"q"},{"id":3,"code":"z","a":2,"b":"p"}]"#, "insert 3", "1:x1p | 2:y1q | 3:z2p")
            .import(r#"[{"id":1,"code":"y","a":2,"b":"p"},{"id":2,"code":"z","a":1,"b":"p"},{"id":3,"code":"x","a":1,"b":"q"}]"#, "update 3", "1:y2p | 2:z1p | 3:x1q");
    }

    fn members_of_a_document_that_is_merged(database: &Database) {
        let schema = each(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, data JSON NOT NULL); CREATE UNIQUE INDEX t_code ON t (data ->> 'code')",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, data JSONB NOT NULL); CREATE UNIQUE INDEX t_code ON t ((data ->> 'code'))",
        );
        let story = Story::new(database, &schema, "id", "SELECT CAST(id AS TEXT) || ':' || (data ->> 'code') || COALESCE(data ->> 'own', '') FROM t ORDER BY id");
        story.project.mapping("t", "table = \"t\"\nsource = \"t.json\"\n[columns]\nid = \"id\"\ndata = { from = \"data\", on_update = \"merge\" }\n");
        let rows = |codes: [&str; 3]| format!("[{}]", codes.iter().enumerate().map(|(i, code)| format!("{{\"id\":{i},\"data\":{{\"code\":\"{code}\"}}}}")).collect::<Vec<_>>().join(","));
        story.import(&rows(["a", "b", "c"]), "insert 3", "0:a | 1:b | 2:c");
        story.by_hand(match database.name() {
            "sqlite" => "UPDATE t SET data = json_set(data, '$.own', '!') WHERE id = 1",
            _ => "UPDATE t SET data = data || '{\"own\": \"!\"}' WHERE id = 1",
        });
        story
            .import(&rows(["a", "b", "c"]), "unchanged 3", "0:a | 1:b! | 2:c")
            .import(&rows(["b", "a", "c"]), "update 2 + unchanged 1", "0:b | 1:a! | 2:c")
            .import(&rows(["a", "c", "b"]), "update 3", "0:a | 1:c! | 2:b")
            .import(&rows(["x", "a", "c"]), "update 3", "0:x | 1:a! | 2:c");
    }

    fn a_partial_key(database: &Database) {
        let schema = both("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT NOT NULL, live INTEGER NOT NULL CHECK (live IN (0, 1))); CREATE UNIQUE INDEX t_code ON t (code) WHERE live = 1");
        let story = Story::new(database, &schema, "id code live", "SELECT CAST(id AS TEXT) || ':' || code || CAST(live AS TEXT) FROM t ORDER BY id");
        story
            .import(r#"[{"id":1,"code":"a","live":1},{"id":2,"code":"b","live":1},{"id":3,"code":"a","live":0}]"#, "insert 3", "1:a1 | 2:b1 | 3:a0")
            .import(r#"[{"id":1,"code":"b","live":1},{"id":2,"code":"b","live":0},{"id":3,"code":"a","live":1}]"#, "update 3", "1:b1 | 2:b0 | 3:a1")
            .import(r#"[{"id":1,"code":"a","live":1},{"id":2,"code":"b","live":1},{"id":3,"code":"b","live":0}]"#, "update 3", "1:a1 | 2:b1 | 3:b0");
    }

    fn a_constant_key_handed_on(database: &Database) {
        // At most one row is the default one; none of the key's columns can hold anything else.
        let schema = each(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, code INTEGER NOT NULL CHECK (code IN (0, 1))); CREATE UNIQUE INDEX t_default ON t (code) WHERE code = 1",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, code BOOLEAN NOT NULL); CREATE UNIQUE INDEX t_default ON t (code) WHERE code",
        );
        let (yes, no) = if database.name() == "sqlite" { ("1", "0") } else { ("true", "false") };
        let story = Story::new(database, &schema, "id code", CODES);
        let one = |id: usize| format!("[{}]", (1..4).map(|i| format!("{{\"id\":{i},\"code\":{}}}", i32::from(i == id))).collect::<Vec<_>>().join(","));
        let shown = |id: usize| (1..4).map(|i| format!("{i}:{}", if i == id { yes } else { no })).collect::<Vec<_>>().join(" | ");
        story.import(&one(1), "insert 3", &shown(1)).import(&one(3), "update 2 + unchanged 1", &shown(3)).import(&one(2), "update 2 + unchanged 1", &shown(2));
    }

    fn rows_that_others_refer_to(database: &Database) {
        let schema = both(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE); \
             CREATE TABLE child (id INTEGER PRIMARY KEY, t_code TEXT REFERENCES t (code) ON UPDATE CASCADE ON DELETE CASCADE, t_id INTEGER REFERENCES t (id) ON DELETE CASCADE)",
        );
        let story = Story::new(database, &schema, "id code", "SELECT CAST(id AS TEXT) || ':' || CAST(t_id AS TEXT) || COALESCE(t_code, '-') FROM child ORDER BY id");
        story.import_all(&[("t", r#"[{"id":1,"code":"a"},{"id":2,"code":"b"}]"#)], &[("t", "insert 2")], "");
        story.by_hand("INSERT INTO child VALUES (1, 'a', 1), (2, 'b', 2)");
        // The declared cascade lets children follow their row to its new value, and no row was deleted on the way.
        story.import(r#"[{"id":1,"code":"b"},{"id":2,"code":"a"}]"#, "update 2", "1:1b | 2:2a");
    }
}

/// What PostgreSQL alone has.
mod postgres {
    use super::{Database, Schema, Story, both, exchange};

    fn on_postgres(code: &str, values: [&str; 5]) {
        if let Some(database) = Database::postgres() {
            exchange(&database, code, values);
        }
    }

    #[test]
    fn uuids() {
        let uuid = |n: u8| format!("\"00000000-0000-4000-8000-00000000000{n}\"");
        let values: Vec<String> = (0..5).map(uuid).collect();
        on_postgres("UUID NOT NULL", [&values[0], &values[1], &values[2], &values[3], &values[4]]);
    }

    #[test]
    fn arrays() {
        on_postgres("TEXT[] NOT NULL", ["[\"a\"]", "[\"b\"]", "[]", "[\"d\",\"e\"]", "[\"e\"]"]);
    }

    #[test]
    fn addresses() {
        on_postgres("INET NOT NULL", ["\"10.0.0.1\"", "\"10.0.0.2\"", "\"::1\"", "\"10.0.0.0/8\"", "\"0.0.0.0\""]);
    }

    #[test]
    fn documents() {
        on_postgres("JSONB NOT NULL", ["{\"a\":1}", "[]", "\"x\"", "1", "{}"]);
    }

    #[test]
    fn times() {
        on_postgres("TIME NOT NULL", ["\"00:00:00\"", "\"00:00:00.000001\"", "\"12:00:00\"", "\"13:00:00\"", "\"23:59:59\""]);
    }

    #[test]
    fn intervals() {
        on_postgres("INTERVAL NOT NULL", ["\"1 day\"", "\"2 days\"", "\"3 days\"", "\"4 days\"", "\"5 days\""]);
    }

    fn labels(more: &str) -> Option<(Database, String)> {
        let database = Database::postgres()?;
        database.batch("CREATE TYPE mood AS ENUM ('a', 'b', 'c', 'd', 'e')");
        Some((database, format!("mood NOT NULL{more}")))
    }

    #[test]
    fn labels_of_an_enum() {
        let Some((database, code)) = labels("") else { return };
        exchange(&database, &code, ["\"a\"", "\"b\"", "\"c\"", "\"d\"", "\"e\""]);
    }

    #[test]
    fn a_key_that_is_full() {
        // Every value there is has its row, and nothing can be NULL.
        let Some(database) = Database::postgres() else { return };
        let schema = both("CREATE TABLE t (id INTEGER PRIMARY KEY, code BOOLEAN NOT NULL UNIQUE)");
        let story = Story::new(&database, &schema, "id code", super::CODES);
        story.import(r#"[{"id":1,"code":true},{"id":2,"code":false}]"#, "insert 2", "1:true | 2:false").import(
            r#"[{"id":1,"code":false},{"id":2,"code":true}]"#,
            "update 2",
            "1:false | 2:true",
        );
    }

    #[test]
    fn nulls_not_distinct() {
        let Some(database) = Database::postgres() else { return };
        let schema: Schema<'_> = both("CREATE TABLE t (id INTEGER PRIMARY KEY, code INTEGER, UNIQUE NULLS NOT DISTINCT (code))");
        let story = Story::new(&database, &schema, "id code", "SELECT id || ':' || coalesce(code::text, '-') FROM t ORDER BY id");
        story.import(r#"[{"id":1,"code":null},{"id":2,"code":1},{"id":3,"code":2}]"#, "insert 3", "1:- | 2:1 | 3:2").import(
            r#"[{"id":1,"code":1},{"id":2,"code":2},{"id":3,"code":null}]"#,
            "update 3",
            "1:1 | 2:2 | 3:-",
        );
    }
}
