//! Who is bound by keys of every kind: equality is the database's, and a row that a key does not look at is not found by it.

use super::{Database, Story, both, each, each_backend};

const CODES: &str = "SELECT CAST(id AS TEXT) || ':' || COALESCE(code, '-') FROM t ORDER BY id";

each_backend! {
    fn a_partial_index_sees_the_rows_of_its_predicate(database: &Database) {
        let schema = both("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT NOT NULL, live INTEGER NOT NULL); CREATE UNIQUE INDEX t_code ON t (code) WHERE live = 1");
        let show = "SELECT CAST(id AS TEXT) || ':' || code || CAST(live AS TEXT) FROM t ORDER BY id";
        let story = Story::new(database, &schema, "id code live", show);
        story
            .import(r#"[{"id":1,"code":"a","live":1},{"id":2,"code":"a","live":0},{"id":3,"code":"a","live":0}]"#, "insert 3", "1:a1 | 2:a0 | 3:a0")
            // A new id finds the live row by its code, never one outside the predicate.
            .import(r#"[{"id":9,"code":"a","live":1}]"#, "unchanged 1", "1:a1 | 2:a0 | 3:a0")
            .import(r#"[{"id":8,"code":"a","live":0}]"#, "insert 1", "1:a1 | 2:a0 | 3:a0 | 8:a0");
    }

    fn a_row_may_leave_a_partial_index_for_another_one(database: &Database) {
        let schema = both("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT NOT NULL, live INTEGER NOT NULL); CREATE UNIQUE INDEX t_code ON t (code) WHERE live = 1");
        let show = "SELECT CAST(id AS TEXT) || ':' || code || CAST(live AS TEXT) FROM t ORDER BY id";
        let story = Story::new(database, &schema, "id code live", show);
        story
            .import(r#"[{"id":1,"code":"a","live":1},{"id":2,"code":"a","live":0},{"id":3,"code":"b","live":1}]"#, "insert 3", "1:a1 | 2:a0 | 3:b1")
            .import(r#"[{"id":1,"code":"a","live":0},{"id":2,"code":"a","live":1},{"id":3,"code":"b","live":1}]"#, "update 2 + unchanged 1", "1:a0 | 2:a1 | 3:b1")
            // The one that would come in is refused while the one that is in stays.
            .import(r#"[{"id":1,"code":"a","live":1}]"#, "reject 1: 0 key/conflicts_with_stored_row", "1:a0 | 2:a1 | 3:b1")
            // 3 goes because 2 comes first, and its row falls back to the value that 2 would have taken.
            .import(
                r#"[{"id":1,"code":"b","live":0},{"id":2,"code":"b","live":1},{"id":3,"code":"b","live":1}]"#,
                "update 1 + reject 2: 1 key/conflicts_with_stored_row, 2 key/duplicate_in_input",
                "1:b0 | 2:a1 | 3:b1",
            );
    }

    fn an_expression_is_evaluated_by_the_database(database: &Database) {
        let schema = both("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT NOT NULL); CREATE UNIQUE INDEX t_code ON t (lower(code))");
        let story = Story::new(database, &schema, "id code", CODES);
        story
            .import(r#"[{"id":1,"code":"Ada"},{"id":2,"code":"Bob"}]"#, "insert 2", "1:Ada | 2:Bob")
            .import(r#"[{"id":7,"code":"ADA"},{"id":2,"code":"BOB"}]"#, "update 2", "1:ADA | 2:BOB")
            .import(r#"[{"id":1,"code":"bob"},{"id":2,"code":"ada"}]"#, "update 2", "1:bob | 2:ada")
            .import(r#"[{"id":3,"code":"cyd"},{"id":4,"code":"CYD"}]"#, "insert 1 + reject 1: 1 key/duplicate_in_input", "1:bob | 2:ada | 3:cyd");
    }

    fn an_expression_of_several_columns(database: &Database) {
        let schema = both("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER); CREATE UNIQUE INDEX t_ab ON t (lower(a || '#'), (b % 10))");
        let story = Story::new(database, &schema, "id a b", "SELECT CAST(id AS TEXT) || ':' || COALESCE(a, '-') || CAST(b AS TEXT) FROM t ORDER BY id");
        story
            .import(r#"[{"id":1,"a":"x","b":1},{"id":2,"a":null,"b":1},{"id":3,"a":null,"b":1}]"#, "insert 3", "1:x1 | 2:-1 | 3:-1")
            .import(r#"[{"id":9,"a":"X","b":11}]"#, "update 1", "1:X11 | 2:-1 | 3:-1")
            .import(r#"[{"id":2,"a":"x","b":21},{"id":1,"a":"y","b":1}]"#, "update 2", "1:y1 | 2:x21 | 3:-1");
    }

    fn a_member_of_json(database: &Database) {
        let schema = each(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, data JSON); CREATE UNIQUE INDEX t_code ON t (data ->> 'code')",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, data JSONB); CREATE UNIQUE INDEX t_code ON t ((data ->> 'code'))",
        );
        let story = Story::new(database, &schema, "id data", "SELECT CAST(id AS TEXT) || ':' || (data ->> 'code') || CAST((data ->> 'n') AS TEXT) FROM t ORDER BY id");
        story
            .import(r#"[{"id":1,"data":{"code":"a","n":1}},{"id":2,"data":{"code":"b","n":1}}]"#, "insert 2", "1:a1 | 2:b1")
            .import(r#"[{"id":5,"data":{"code":"a","n":2}},{"id":2,"data":{"code":"b","n":1}}]"#, "update 1 + unchanged 1", "1:a2 | 2:b1")
            .import(r#"[{"id":1,"data":{"code":"b","n":3}},{"id":2,"data":{"code":"a","n":3}}]"#, "update 2", "1:b3 | 2:a3");
    }

    fn a_key_that_ignores_case(database: &Database) {
        let schema = each(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT COLLATE NOCASE UNIQUE)",
            "CREATE EXTENSION citext; CREATE TABLE t (id INTEGER PRIMARY KEY, code CITEXT UNIQUE)",
        );
        let story = Story::new(database, &schema, "id code", CODES);
        story
            .import(r#"[{"id":1,"code":"Ada"},{"id":2,"code":null},{"id":3,"code":null}]"#, "insert 3", "1:Ada | 2:- | 3:-")
            .import(r#"[{"id":4,"code":"ada"}]"#, "unchanged 1", "1:Ada | 2:- | 3:-")
            // A primary key that is data tells two records apart.
            .import(r#"[{"id":5,"code":"x"},{"id":6,"code":"X"}]"#, "insert 1 + reject 1: 1 key/duplicate_in_input", "1:Ada | 2:- | 3:- | 5:x")
            .import(r#"[{"id":1,"code":"X"},{"id":5,"code":"ADA"}]"#, "update 2", "1:X | 2:- | 3:- | 5:ADA");
    }

    fn what_counts_as_equal_is_written_with_the_rest_of_a_row(database: &Database) {
        let schema = each(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT COLLATE NOCASE UNIQUE, n INTEGER UNIQUE, note TEXT)",
            "CREATE EXTENSION citext; CREATE TABLE t (id INTEGER PRIMARY KEY, code CITEXT UNIQUE, n INTEGER UNIQUE, note TEXT)",
        );
        let show = "SELECT CAST(id AS TEXT) || ':' || code || ':' || note FROM t ORDER BY id";
        let story = Story::new(database, &schema, "id code n note", show);
        story
            .import(r#"[{"id":1,"code":"Ada","n":1,"note":"old"},{"id":2,"code":"Bob","n":2,"note":"old"}]"#, "insert 2", "1:Ada:old | 2:Bob:old")
            // No key changes, and only one column of two rows.
            .import(r#"[{"id":1,"code":"Ada","n":1,"note":"new"},{"id":2,"code":"Bob","n":2,"note":"new"}]"#, "update 2", "1:Ada:new | 2:Bob:new")
            .import(r#"[{"id":1,"code":"Ada","n":1,"note":"newer"},{"id":2,"code":"BOB","n":2,"note":"newer"}]"#, "update 2", "1:Ada:newer | 2:BOB:newer")
            .import(r#"[{"id":1,"code":"ADA","n":1,"note":"newer"}]"#, "unchanged 1", "1:Ada:newer | 2:BOB:newer");
    }

    fn an_index_with_a_collation_of_its_own(database: &Database) {
        let schema = each(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT); CREATE UNIQUE INDEX t_code ON t (code COLLATE NOCASE)",
            "CREATE COLLATION no_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false); \
             CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT); CREATE UNIQUE INDEX t_code ON t (code COLLATE no_case)",
        );
        let story = Story::new(database, &schema, "id code", CODES);
        story
            .import(r#"[{"id":1,"code":"Ada"},{"id":2,"code":"Bob"}]"#, "insert 2", "1:Ada | 2:Bob")
            // The column itself tells cases apart, so the row is written.
            .import(r#"[{"id":9,"code":"ADA"}]"#, "update 1", "1:ADA | 2:Bob")
            .import(r#"[{"id":1,"code":"bob"},{"id":2,"code":"ada"}]"#, "update 2", "1:bob | 2:ada");
    }

    fn trailing_blanks(database: &Database) {
        let schema = each(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT COLLATE RTRIM UNIQUE)",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, code CHAR(8) UNIQUE)",
        );
        let story = Story::new(database, &schema, "id code", "SELECT CAST(id AS TEXT) || ':' || rtrim(code) FROM t ORDER BY id");
        story
            .import(r#"[{"id":1,"code":"ab"},{"id":2,"code":"cd  "}]"#, "insert 2", "1:ab | 2:cd")
            .import(r#"[{"id":8,"code":"ab   "},{"id":9,"code":"cd"}]"#, "unchanged 2", "1:ab | 2:cd")
            .import(r#"[{"id":1,"code":"cd"},{"id":2,"code":"ab "}]"#, "update 2", "1:cd | 2:ab");
    }

    fn nulls_are_never_equal_unless_declared(database: &Database) {
        let schema = both("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT, n INTEGER, UNIQUE (code, n))");
        let story = Story::new(database, &schema, "id code n", CODES);
        story
            .import(r#"[{"id":1,"code":"a","n":null}]"#, "insert 1", "1:a")
            .import(r#"[{"id":2,"code":"a","n":null}]"#, "insert 1", "1:a | 2:a");
    }

    fn nulls_may_be_equal_for_matching_alone(database: &Database) {
        let schema = both("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT, n INTEGER, UNIQUE (code, n))");
        let story = Story::new(database, &schema, "id code n", CODES).mapping("t", "id code n", "[keys]\n\"code, n\" = { nulls = \"equal\" }");
        story
            .import(r#"[{"id":1,"code":"a","n":null}]"#, "insert 1", "1:a")
            .import(r#"[{"id":2,"code":"a","n":null}]"#, "unchanged 1", "1:a");
    }

    fn a_generated_column_inside_a_key(database: &Database) {
        let schema = both(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT, slug TEXT GENERATED ALWAYS AS (lower(code)) STORED, kind INTEGER NOT NULL, UNIQUE (kind, slug))",
        );
        let story = Story::new(database, &schema, "id code kind", CODES);
        story
            .import(r#"[{"id":1,"code":"Ada","kind":1},{"id":2,"code":"Bob","kind":1},{"id":3,"code":"ada","kind":2}]"#, "insert 3", "1:Ada | 2:Bob | 3:ada")
            .import(r#"[{"id":9,"code":"ADA","kind":1}]"#, "update 1", "1:ADA | 2:Bob | 3:ada")
            .import(r#"[{"id":1,"code":"bob","kind":1},{"id":2,"code":"ada","kind":1}]"#, "update 2", "1:bob | 2:ada | 3:ada")
            .import(r#"[{"id":1,"code":"ADA","kind":1}]"#, "reject 1: 0 key/conflicts_with_stored_row", "1:bob | 2:ada | 3:ada");
    }

    fn two_keys_that_name_two_rows(database: &Database) {
        let schema = both("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT, mail TEXT); CREATE UNIQUE INDEX t_c ON t (lower(code)); CREATE UNIQUE INDEX t_m ON t (mail) WHERE mail <> ''");
        let story = Story::new(database, &schema, "id code mail", CODES);
        story
            .import(r#"[{"id":1,"code":"a","mail":"a@x"},{"id":2,"code":"b","mail":""}]"#, "insert 2", "1:a | 2:b")
            .import(r#"[{"id":3,"code":"B","mail":"a@x"}]"#, "reject 1: 0 key/ambiguous", "1:a | 2:b")
            .import(r#"[{"id":4,"code":"c","mail":""}]"#, "insert 1", "1:a | 2:b | 4:c");
    }

    fn a_key_that_does_not_match_must_still_hold(database: &Database) {
        let schema = both("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT, place INTEGER); CREATE UNIQUE INDEX t_p ON t (place) WHERE code <> 'x'");
        let story = Story::new(database, &schema, "id code place", CODES).mapping("t", "id code place", "[keys]\nt_p = { match = false }");
        story
            .import(r#"[{"id":1,"code":"a","place":1}]"#, "insert 1", "1:a")
            .import(r#"[{"id":2,"code":"b","place":1}]"#, "reject 1: 0 key/conflicts_with_stored_row", "1:a")
            .import(r#"[{"id":3,"code":"x","place":1}]"#, "insert 1", "1:a | 3:x");
    }
}

/// What SQLite alone has.
mod sqlite {
    use super::{Database, Story, both};

    #[test]
    fn tables_without_rowid() {
        let database = Database::sqlite();
        let schema = both("CREATE TABLE t (id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE) WITHOUT ROWID");
        let story = Story::new(&database, &schema, "id code", "SELECT id || ':' || code FROM t ORDER BY id");
        story
            .import(r#"[{"id":"p","code":"a"},{"id":"q","code":"b"}]"#, "insert 2", "p:a | q:b")
            .import(r#"[{"id":"p","code":"b"},{"id":"q","code":"a"}]"#, "update 2", "p:b | q:a")
            .import(r#"[{"id":"z","code":"a"}]"#, "unchanged 1", "p:b | q:a");
    }

    #[test]
    fn a_primary_key_that_admits_null() {
        let database = Database::sqlite();
        let schema = both("CREATE TABLE t (id TEXT PRIMARY KEY, code TEXT UNIQUE)");
        let story = Story::new(&database, &schema, "id code", "SELECT COALESCE(id, '-') || ':' || code FROM t ORDER BY code");
        story.by_hand("INSERT INTO t VALUES (NULL, 'a'), (NULL, 'b')");
        story
            // Found by the code: the row keeps its key, which is NULL.
            .import(r#"[{"id":"p","code":"a"},{"id":"q","code":"c"}]"#, "insert 1 + unchanged 1", "-:a | -:b | q:c")
            .import(
                r#"[{"id":"p","code":"b"},{"id":"q","code":"a"}]"#,
                "unchanged 1 + reject 1: 1 key/conflicts_with_stored_row",
                "-:a | -:b | q:c",
            );
    }

    #[test]
    fn a_composite_primary_key_that_admits_null() {
        let database = Database::sqlite();
        let schema = both("CREATE TABLE t (a TEXT, b INTEGER, code TEXT UNIQUE, n INTEGER, PRIMARY KEY (a, b))");
        let story =
            Story::new(&database, &schema, "a b code n", "SELECT COALESCE(a, '-') || COALESCE(b, '-') || code || n FROM t ORDER BY code");
        story.by_hand("INSERT INTO t VALUES ('x', NULL, 'p', 1), ('x', NULL, 'q', 1), ('x', 1, 'r', 1)");
        story
            // Found by the code; the part of the key that is NULL stays so.
            .import(
                r#"[{"a":"x","b":2,"code":"p","n":2},{"a":"x","b":1,"code":"r","n":2},{"a":"y","b":1,"code":"s","n":2}]"#,
                "insert 1 + update 2",
                "x-p2 | x-q1 | x1r2 | y1s2",
            )
            .import(
                r#"[{"a":"x","b":9,"code":"q","n":1},{"a":"x","b":1,"code":"q","n":1}]"#,
                "unchanged 1 + reject 1: 1 key/duplicate_in_input",
                "x-p2 | x-q1 | x1r2 | y1s2",
            );
    }

    #[test]
    fn clauses_on_conflict_never_act() {
        for clause in ["REPLACE", "IGNORE", "ROLLBACK", "FAIL", "ABORT"] {
            let database = Database::sqlite();
            let sql = format!(
                "CREATE TABLE t (id INTEGER PRIMARY KEY ON CONFLICT {clause}, code TEXT NOT NULL ON CONFLICT {clause} UNIQUE ON CONFLICT {clause})"
            );
            let story = Story::new(&database, &both(&sql), "id code", "SELECT id || ':' || code FROM t ORDER BY id");
            story
                .import(r#"[{"id":1,"code":"a"},{"id":2,"code":"b"},{"id":3,"code":"c"}]"#, "insert 3", "1:a | 2:b | 3:c")
                .import(r#"[{"id":1,"code":"b"},{"id":2,"code":"c"},{"id":3,"code":"a"}]"#, "update 3", "1:b | 2:c | 3:a")
                .import(r#"[{"id":1,"code":"c"}]"#, "reject 1: 0 key/conflicts_with_stored_row", "1:b | 2:c | 3:a");
        }
    }

    #[test]
    fn a_virtual_column_with_affinity() {
        let database = Database::sqlite();
        let schema =
            both("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT, n INTEGER GENERATED ALWAYS AS (substr(code, 2)) VIRTUAL UNIQUE)");
        let story = Story::new(&database, &schema, "id code", "SELECT id || ':' || code FROM t ORDER BY id");
        story
            .import(r#"[{"id":1,"code":"a7"},{"id":2,"code":"a8"}]"#, "insert 2", "1:a7 | 2:a8")
            .import(r#"[{"id":3,"code":"b07"}]"#, "update 1", "1:b07 | 2:a8")
            .import(r#"[{"id":1,"code":"x8"},{"id":2,"code":"y7"}]"#, "update 2", "1:x8 | 2:y7");
    }

    #[test]
    fn a_column_of_any_type_tells_numbers_from_text() {
        let database = Database::sqlite();
        let schema = both("CREATE TABLE t (id INTEGER PRIMARY KEY, code UNIQUE)");
        let story = Story::new(&database, &schema, "id code", "SELECT id || ':' || typeof(code) || code FROM t ORDER BY id");
        story.import(r#"[{"id":1,"code":1},{"id":2,"code":"1"}]"#, "insert 2", "1:integer1 | 2:text1").import(
            r#"[{"id":8,"code":"1"},{"id":9,"code":1}]"#,
            "unchanged 2",
            "1:integer1 | 2:text1",
        );
    }
}

/// What PostgreSQL alone has.
mod postgres {
    use super::{Database, Story, both};

    #[test]
    fn nulls_not_distinct() {
        let Some(database) = Database::postgres() else { return };
        let schema = both("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT, n INTEGER, UNIQUE NULLS NOT DISTINCT (code, n))");
        let story = Story::new(
            &database,
            &schema,
            "id code n",
            "SELECT id || ':' || coalesce(code, '-') || coalesce(n::text, '-') FROM t ORDER BY id",
        );
        story
            .import(
                r#"[{"id":1,"code":null,"n":null},{"id":2,"code":"a","n":null},{"id":3,"code":"a","n":1}]"#,
                "insert 3",
                "1:-- | 2:a- | 3:a1",
            )
            .import(r#"[{"id":7,"code":null,"n":null},{"id":8,"code":"a","n":null}]"#, "unchanged 2", "1:-- | 2:a- | 3:a1")
            .import(
                r#"[{"id":1,"code":"a","n":null},{"id":2,"code":"a","n":1},{"id":3,"code":null,"n":null}]"#,
                "update 3",
                "1:a- | 2:a1 | 3:--",
            );
    }

    #[test]
    fn a_collation_that_ignores_case_and_accents() {
        let Some(database) = Database::postgres() else { return };
        let schema = both(
            "CREATE COLLATION loose (provider = icu, locale = 'und-u-ks-level1', deterministic = false); \
             CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT COLLATE loose UNIQUE)",
        );
        let story = Story::new(&database, &schema, "id code", "SELECT id || ':' || code FROM t ORDER BY id");
        story
            .import(r#"[{"id":1,"code":"café"},{"id":2,"code":"x"}]"#, "insert 2", "1:café | 2:x")
            .import(
                r#"[{"id":5,"code":"CAFE"},{"id":6,"code":"cafe\u0301"}]"#,
                "unchanged 1 + reject 1: 1 key/duplicate_in_input",
                "1:café | 2:x",
            )
            .import(r#"[{"id":1,"code":"X"},{"id":2,"code":"CAFE"}]"#, "update 2", "1:X | 2:CAFE");
    }

    #[test]
    fn deferrable_constraints() {
        for timing in ["DEFERRABLE INITIALLY IMMEDIATE", "DEFERRABLE INITIALLY DEFERRED"] {
            let Some(database) = Database::postgres() else { return };
            let sql = format!(
                "CREATE TABLE t (id INTEGER PRIMARY KEY {timing}, code TEXT NOT NULL UNIQUE {timing}, flag BOOLEAN NOT NULL UNIQUE {timing})"
            );
            let story = Story::new(&database, &both(&sql), "id code flag", "SELECT id || ':' || code || flag FROM t ORDER BY id");
            story
                .import(r#"[{"id":1,"code":"a","flag":true},{"id":2,"code":"b","flag":false}]"#, "insert 2", "1:atrue | 2:bfalse")
                .import(r#"[{"id":1,"code":"b","flag":false},{"id":2,"code":"a","flag":true}]"#, "update 2", "1:bfalse | 2:atrue")
                .import(r#"[{"id":3,"code":"c","flag":true}]"#, "update 1", "1:bfalse | 2:ctrue");
        }
    }

    #[test]
    fn keys_of_a_partitioned_table() {
        let Some(database) = Database::postgres() else { return };
        let schema = both(
            "CREATE TABLE t (id INTEGER NOT NULL, area INTEGER NOT NULL, code TEXT NOT NULL, PRIMARY KEY (id, area), UNIQUE (code, area)) PARTITION BY LIST (area); \
             CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1); CREATE TABLE t2 PARTITION OF t FOR VALUES IN (2)",
        );
        let story = Story::new(&database, &schema, "id area code", "SELECT id || ':' || area || code FROM t ORDER BY id, area");
        story
            .import(
                r#"[{"id":1,"area":1,"code":"a"},{"id":2,"area":1,"code":"b"},{"id":3,"area":2,"code":"a"}]"#,
                "insert 3",
                "1:1a | 2:1b | 3:2a",
            )
            .import(
                r#"[{"id":1,"area":1,"code":"b"},{"id":2,"area":1,"code":"a"},{"id":9,"area":2,"code":"a"}]"#,
                "update 2 + unchanged 1",
                "1:1b | 2:1a | 3:2a",
            );
    }

    #[test]
    fn included_columns_are_no_part() {
        let Some(database) = Database::postgres() else { return };
        let schema =
            both("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT, n INTEGER); CREATE UNIQUE INDEX t_code ON t (code) INCLUDE (n)");
        let story = Story::new(&database, &schema, "id code n", "SELECT id || ':' || code || n FROM t ORDER BY id");
        story.import(r#"[{"id":1,"code":"a","n":1}]"#, "insert 1", "1:a1").import(r#"[{"id":2,"code":"a","n":2}]"#, "update 1", "1:a2");
    }

    #[test]
    fn a_key_of_text_types_other_than_text() {
        let Some(database) = Database::postgres() else { return };
        let schema = both(
            "CREATE DOMAIN tag AS TEXT CHECK (value <> ''); CREATE TABLE t (id INTEGER PRIMARY KEY, code tag UNIQUE, net INET UNIQUE, tags TEXT[] UNIQUE)",
        );
        let story = Story::new(
            &database,
            &schema,
            "id code net tags",
            "SELECT id || ':' || code || ' ' || net || ' ' || tags::text FROM t ORDER BY id",
        );
        story
            .import(
                r#"[{"id":1,"code":"a","net":"10.0.0.1/32","tags":["x"]},{"id":2,"code":"b","net":"10.0.0.2","tags":["y","z"]}]"#,
                "insert 2",
                "1:a 10.0.0.1/32 {x} | 2:b 10.0.0.2/32 {y,z}",
            )
            .import(
                r#"[{"id":1,"code":"b","net":"10.0.0.2","tags":["y","z"]},{"id":2,"code":"a","net":"10.0.0.1","tags":["x"]}]"#,
                "update 2",
                "1:b 10.0.0.2/32 {y,z} | 2:a 10.0.0.1/32 {x}",
            )
            .import(
                r#"[{"id":3,"code":"","net":"10.0.0.9","tags":[]}]"#,
                "reject 1: 0 value/refused_by_database",
                "1:b 10.0.0.2/32 {y,z} | 2:a 10.0.0.1/32 {x}",
            );
    }

    /// A query of such a table finds the rows of those that inherit from it, which its keys know nothing of.
    #[test]
    fn a_table_that_others_inherit_from_is_refused() {
        let Some(database) = Database::postgres() else { return };
        let schema = both("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT); CREATE TABLE heir () INHERITS (t)");
        let story = Story::new(&database, &schema, "id code", "SELECT id || ':' || code FROM t ORDER BY id");
        story.project.data("t.json", r#"[{"id":1,"code":"a"}]"#);
        for command in ["check", "import"] {
            let output = story.project.run_on(&database, &[command]).expect(2);
            let text = format!("{}{}", output.stdout, output.stderr);
            assert!(text.contains("schema/unsupported_key") && text.contains("other tables inherit from it"), "{text}");
        }
        story.by_hand("DROP TABLE heir").import(r#"[{"id":1,"code":"a"}]"#, "insert 1", "1:a");
    }

    #[test]
    fn an_exclusion_constraint() {
        let Some(database) = Database::postgres() else { return };
        let schema = both(
            "CREATE EXTENSION btree_gist; \
             CREATE TABLE t (id INTEGER PRIMARY KEY, room TEXT NOT NULL, at INT4RANGE, CONSTRAINT free EXCLUDE USING gist (room WITH =, at WITH &&) WHERE (room <> 'yard'))",
        );
        let story = Story::new(&database, &schema, "id room at", "SELECT id || ':' || room || coalesce(at::text, '-') FROM t ORDER BY id");
        story
            // 2 overlaps 1, and 3 overlaps only 2, which goes; nothing is looked at in the yard, and NULL overlaps nothing.
            .import(
                r#"[{"id":1,"room":"a","at":"[1,5)"},{"id":2,"room":"a","at":"[4,8)"},{"id":3,"room":"a","at":"[7,9)"},{"id":4,"room":"b","at":"[1,5)"},
                    {"id":5,"room":"yard","at":"[1,5)"},{"id":6,"room":"yard","at":"[1,5)"},{"id":7,"room":"a","at":null}]"#,
                "insert 6 + reject 1: 1 key/duplicate_in_input",
                "1:a[1,5) | 3:a[7,9) | 4:b[1,5) | 5:yard[1,5) | 6:yard[1,5) | 7:a-",
            )
            .import(r#"[{"id":9,"room":"b","at":"[2,3)"}]"#, "reject 1: 0 key/conflicts_with_stored_row", "1:a[1,5) | 3:a[7,9) | 4:b[1,5) | 5:yard[1,5) | 6:yard[1,5) | 7:a-")
            // Two exchange their hours, a third one takes what is left between them.
            .import(
                r#"[{"id":1,"room":"a","at":"[6,9)"},{"id":3,"room":"a","at":"[1,4)"},{"id":4,"room":"a","at":"[4,6)"},{"id":8,"room":"b","at":"[1,9)"}]"#,
                "insert 1 + update 3",
                "1:a[6,9) | 3:a[1,4) | 4:a[4,6) | 5:yard[1,5) | 6:yard[1,5) | 7:a- | 8:b[1,9)",
            )
            // 1 is refused for the sake of 8, which nobody rewrites; it keeps its hours, and 3 cannot have them.
            .import(
                r#"[{"id":1,"room":"b","at":"[1,2)"},{"id":3,"room":"a","at":"[6,7)"}]"#,
                "reject 2: 0 key/conflicts_with_stored_row, 1 key/conflicts_with_stored_row",
                "1:a[6,9) | 3:a[1,4) | 4:a[4,6) | 5:yard[1,5) | 6:yard[1,5) | 7:a- | 8:b[1,9)",
            );
    }
}
