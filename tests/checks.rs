//! The schema check, line by line as `docs/check.md` lists it: each stops a run before its first write (or warns), and says what was found, what was expected, and
//! the line of SQL or of the mapping that helps.

use resettle::catalog::BackendKind;

use crate::support::{Database, Project, each_backend};

/// A project with one mapping of the table `t`.
fn project(mapping: &str) -> Project {
    let project = Project::new();
    project.data("t.json", "[{\"id\": 1, \"code\": \"x\", \"level\": \"high\"}]");
    project.mapping("t", &format!("table = \"t\"\nsource = \"t.json\"\n{mapping}"));
    project
}

/// What is said of one thing that is wrong.
struct Said<'a> {
    found: &'a str,
    expected: &'a str,
    helps: &'a str,
}

impl Said<'_> {
    #[track_caller]
    fn holds(&self, command: &str, text: &str, database: &Database) {
        for (what, part) in [("was found", self.found), ("was expected", self.expected), ("helps", self.helps)] {
            assert!(text.contains(part), "`{command}` on {} does not say what {what}, `{part}`:\n{text}", database.name());
        }
    }
}

/// Every command stops with exit code 2, and the database is as it was: no row, no table of the ledger.
#[track_caller]
fn stops(project: &Project, database: &Database, said: &Said<'_>) {
    let content = || database.files().iter().map(|path| std::fs::read(path).expect("a file")).collect::<Vec<_>>();
    let state = || (content(), database.dump_all());
    let before = state();
    for command in ["check", "plan", "verify", "import"] {
        let refused = project.run_on(database, &[command]).expect(2);
        said.holds(command, &refused.stderr, database);
        assert!(state() == before, "`{command}` changed something on {}", database.name());
    }
}

/// `check` and `plan` warn, and end well.
#[track_caller]
fn warns(project: &Project, database: &Database, said: &Said<'_>) {
    for command in ["check", "plan"] {
        let output = project.run_on(database, &[command]).expect(0);
        said.holds(command, &format!("{}{}", output.stdout, output.stderr), database);
    }
    project.run_on(database, &["import"]).expect(0);
}

/// How to change a column, which only one of the two can do by a statement.
fn altered(database: &Database, column: &str, change: &str) -> String {
    match database.kind() {
        BackendKind::Postgres => format!("ALTER TABLE \"t\" ALTER COLUMN \"{column}\" {change};"),
        BackendKind::Sqlite => format!("rebuild the table \"t\" in a migration with \"{column}\" changed: {change}"),
    }
}

each_backend! {
    fn a_pending_migration(database: &Database) {
        let project = project("[columns]\nid = \"id\"\ncode = \"code\"\n");
        project.migration("2024-01-01-000000_t", "CREATE TABLE t (id INTEGER PRIMARY KEY);", "DROP TABLE t;");
        project.run_on(database, &["migrate", "run"]).expect(0);
        project.migration("2024-02-01-000000_code", "ALTER TABLE t ADD COLUMN code TEXT;", "ALTER TABLE t DROP COLUMN code;");
        for command in [["plan", "--check"], ["import", "--no-migrate"]] {
            let refused = project.run_on(database, &command).expect(2);
            let said = Said { found: "2024-02-01-000000_code", expected: "pending", helps: "resettle migrate run" };
            said.holds(command[0], &refused.stderr, database);
        }
        assert!(database.dump_all().lines().all(|line| line == "rows of t"), "{}", database.dump_all());
        // The import applies it, and its connection knows the column.
        let applied = project.run_on(database, &["import"]).expect(0);
        assert!(applied.stdout.contains("applied migration 2024-02-01-000000_code"), "{}", applied.stdout);
        assert_eq!(database.rows("SELECT code FROM t"), [[Some("x".to_owned())]]);
    }

    fn a_missing_table(database: &Database) {
        database.batch("CREATE TABLE ts (id INTEGER PRIMARY KEY)");
        let said = Said { found: "the table `t` is not in the database", expected: "expected `ts`", helps: "did you mean `ts`?" };
        stops(&project("[columns]\nid = \"id\"\n"), database, &said);
        database.batch("DROP TABLE ts");
        let said = Said { expected: "it has no tables", helps: "add a migration that creates it", ..said };
        stops(&project("[columns]\nid = \"id\"\n"), database, &said);
    }

    fn a_missing_column(database: &Database) {
        database.batch("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT)");
        let said = Said {
            found: "t.toml:5:1: the column `cod` is not in the table `t`",
            expected: "expected `id` or `code`",
            helps: "did you mean `code`? Or add it: ALTER TABLE \"t\" ADD COLUMN \"cod\" TEXT;",
        };
        stops(&project("[columns]\nid = \"id\"\ncod = \"code\"\n"), database, &said);
    }

    fn a_type_that_cannot_hold_the_value(database: &Database) {
        database.batch("CREATE TABLE t (id INTEGER PRIMARY KEY, code VARCHAR(3), level INTEGER)");
        let json = if database.kind() == BackendKind::Postgres { "TYPE jsonb USING \"level\"::text::jsonb" } else { "TYPE JSON" };
        stops(&project("[columns]\nid = \"id\"\nlevel = { from = \"level\", on_update = \"merge\" }\n"), database, &Said {
            found: "cannot hold a merged document",
            expected: "expected a JSON type",
            helps: &altered(database, "level", json),
        });
        stops(&project("[columns]\nid = \"id\"\nlevel = { rest = true }\n"), database, &Said {
            found: "cannot hold the rest of the record",
            expected: "expected a JSON type",
            helps: &altered(database, "level", json),
        });
        stops(&project("[columns]\nid = \"id\"\nlevel = { from = \"level\", default = \"none\" }\n"), database, &Said {
            found: "mappings/t.toml: column `level`: the mapping gives it `\"none\"`: found the string `none`",
            expected: "expected an integer",
            helps: "correct it in mappings/t.toml, or name a column of another type there",
        });
        let project = project("[columns]\nid = \"id\"\ncode = { from = \"level\", enum = \"level\" }\n");
        project.mapping("enums", "[level]\nvalues = [\"low\", \"high\"]\n");
        stops(&project, database, &Said {
            found: "cannot hold every value of the enum table `level`",
            expected: "expected at least 4 characters",
            helps: &altered(database, "code", "TYPE varchar(4)"),
        });
    }

    fn a_column_that_nothing_fills(database: &Database) {
        database.batch("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT NOT NULL, level TEXT NOT NULL DEFAULT 'low')");
        let said = Said {
            found: "the column `code` is NOT NULL without default",
            expected: "and the mapping does not fill it",
            helps: "add `code = ...` to `[columns]`, or give it a default: ",
        };
        let project = project("[columns]\nid = \"id\"\n");
        stops(&project, database, &said);
        let change = if database.kind() == BackendKind::Postgres { "SET DEFAULT ..." } else { "DEFAULT ..." };
        stops(&project, database, &Said { helps: &altered(database, "code", change), ..said });
    }

    fn an_enum_value_that_the_database_lacks(database: &Database) {
        database.batch("CREATE TABLE t (id INTEGER PRIMARY KEY, level TEXT CONSTRAINT levels CHECK (level IN ('low')))");
        let project = project("[columns]\nid = \"id\"\nlevel = { from = \"level\", enum = \"level\" }\n");
        project.mapping("enums", "[level]\nvalues = [\"low\", \"high\"]\n");
        let of = |source: &'static str| Said { found: "the column `level` does not allow `high` of the enum table `level`", expected: source, helps: "run `resettle enums sync`" };
        stops(&project, database, &of("the constraint `levels` has only `low`"));
        if database.kind() == BackendKind::Postgres {
            database.batch("DROP TABLE t; CREATE TYPE level AS ENUM ('low'); CREATE TABLE t (id INTEGER PRIMARY KEY, level level)");
            stops(&project, database, &of("the type `level` has only `low`"));
        }
    }

    fn an_enum_value_that_only_the_database_has(database: &Database) {
        database.batch("CREATE TABLE t (id INTEGER PRIMARY KEY, level TEXT CHECK (level IN ('low', 'high', 'top')))");
        let project = project("[columns]\nid = \"id\"\nlevel = { from = \"level\", enum = \"level\" }\n");
        project.mapping("enums", "[level]\nvalues = [\"low\", \"high\"]\n");
        warns(&project, database, &Said {
            found: "the database allows `top` in the column `level`",
            expected: "which the enum table `level` lacks",
            helps: "add `top` to `values` of `[level]` in mappings/enums.toml",
        });
    }

    fn a_unique_key_that_the_identity_relies_on(database: &Database) {
        database.batch("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT, level TEXT)");
        stops(&project("identity = [\"code\", \"level\"]\n[columns]\nid = \"id\"\ncode = \"code\"\nlevel = \"level\"\n"), database, &Said {
            found: "`identity` names (code, level), which no unique key of the table `t` has",
            expected: "its keys are ",
            helps: "CREATE UNIQUE INDEX \"t_code_level_key\" ON \"t\" (\"code\", \"level\");",
        });
    }

    fn a_table_in_which_no_row_could_be_found_again(database: &Database) {
        database.batch("CREATE TABLE t (id INTEGER, code TEXT UNIQUE)");
        stops(&project("[columns]\nid = \"id\"\ncode = \"code\"\n"), database, &Said {
            found: "the table `t` has no primary key",
            expected: "no unique key that every record has",
            helps: "declare `nulls = \"equal\"` for it",
        });
    }

    fn a_recorded_migration_whose_column_is_gone(database: &Database) {
        let project = project("[columns]\nid = \"id\"\nlevel = \"level\"\n");
        project.migration("2024-01-01-000000_t", "CREATE TABLE t (id INTEGER PRIMARY KEY);", "DROP TABLE t;");
        project.migration("2024-02-01-000000_level", "ALTER TABLE t ADD COLUMN level TEXT;", "ALTER TABLE t DROP COLUMN level;");
        project.run_on(database, &["migrate", "run"]).expect(0);
        database.batch("ALTER TABLE t DROP COLUMN level");
        stops(&project, database, &Said {
            found: "the column `level` is not in the table `t`",
            expected: "recorded as applied, and speaking of it: `2024-02-01-000000_level`",
            helps: "ALTER TABLE \"t\" ADD COLUMN \"level\" TEXT;",
        });
    }

    fn a_column_that_the_database_computes(database: &Database) {
        database.batch("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT, level TEXT GENERATED ALWAYS AS (code || 'x') STORED)");
        stops(&project("[columns]\nid = \"id\"\ncode = \"code\"\nlevel = \"level\"\n"), database, &Said {
            found: "t.toml:6:1: the column `level` is computed by the database from ",
            expected: "so nothing can be written to it",
            helps: "remove",
        });
    }

    fn a_trigger(database: &Database) {
        database.batch("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT)");
        database.batch(match database.kind() {
            BackendKind::Sqlite => "CREATE TRIGGER loud BEFORE INSERT ON t BEGIN SELECT 1; END",
            BackendKind::Postgres => {
                "CREATE FUNCTION loud() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; \
                 CREATE TRIGGER loud BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION loud()"
            }
        });
        warns(&project("[columns]\nid = \"id\"\ncode = \"code\"\n"), database, &Said {
            found: "the trigger `loud` of the table `t`",
            expected: "can change what is written",
            helps: "leave the columns that it sets out of the mapping",
        });
    }

    fn an_index_name(database: &Database) {
        database.batch("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT); CREATE INDEX codes ON t (code)");
        let project = project("[columns]\nid = \"id\"\ncode = \"code\"\n");
        project.mapping("project", "index_names = \"ix_{table}_{column}\"\n");
        let helps = match database.kind() {
            BackendKind::Postgres => "ALTER INDEX \"codes\" RENAME TO \"ix_t_code\";",
            BackendKind::Sqlite => "drop \"codes\" and create it again as \"ix_t_code\"",
        };
        warns(&project, database, &Said { found: "`codes`", expected: "expected `ix_t_code`", helps });
    }

    fn a_reserved_word(database: &Database) {
        database.batch("CREATE TABLE t (id INTEGER PRIMARY KEY, \"order\" TEXT, \"Group\" TEXT)");
        let project = project("[columns]\nid = \"id\"\norder = \"code\"\nGroup = \"level\"\n");
        warns(&project, database, &Said {
            found: "the column `order` of the table `t` is called by a reserved word of SQL",
            expected: "statements by hand have to quote it",
            helps: "ALTER TABLE \"t\" RENAME COLUMN \"order\" TO \"order_\";",
        });
        assert_eq!(database.rows("SELECT \"order\", \"Group\" FROM t"), [[Some("x".to_owned()), Some("high".to_owned())]]);
    }
}

/// SQLite has no such columns.
#[test]
fn an_identity_that_is_always_generated() {
    let Some(database) = Database::postgres() else { return };
    database.batch("CREATE TABLE t (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, code TEXT UNIQUE)");
    stops(
        &project("[columns]\nid = \"id\"\ncode = \"code\"\n"),
        &database,
        &Said {
            found: "the column `id` is GENERATED ALWAYS AS IDENTITY",
            expected: "so nothing can be written to it",
            helps: "ALTER TABLE \"t\" ALTER COLUMN \"id\" SET GENERATED BY DEFAULT;",
        },
    );
}

/// SQLite has neither policies nor privileges.
#[test]
fn row_level_security_and_privileges() {
    let Some(database) = Database::postgres() else { return };
    database.batch("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT); ALTER TABLE t ENABLE ROW LEVEL SECURITY");
    let project = project("[columns]\nid = \"id\"\ncode = \"code\"\n");
    let role = format!("checks_role_{}", std::process::id());
    database.batch(&format!("CREATE ROLE {role} LOGIN PASSWORD 'of-a-test'; GRANT SELECT ON t TO {role};"));
    let refused = project.run(&["--to", &database.url_of(&role, "of-a-test"), "import"]).expect(2);
    let hidden = Said {
        found: "row-level security of the table `t`",
        expected: "can hide rows and refuse writes",
        helps: "run as the table's owner or as a role with BYPASSRLS",
    };
    let grant = format!("GRANT INSERT, UPDATE ON \"t\" TO \"{role}\";");
    Said { found: "schema/missing_privilege", expected: "the role may not INSERT, UPDATE rows of `t`", helps: &grant }.holds(
        "import",
        &refused.stderr,
        &database,
    );
    assert!(database.dump_all().lines().all(|line| line == "rows of t"), "{}", database.dump_all());
    database.batch(&format!("GRANT INSERT, UPDATE ON t TO {role}; CREATE POLICY all_rows ON t USING (true)"));
    let plan = project.run(&["--to", &database.url_of(&role, "of-a-test"), "plan"]).expect(0);
    hidden.holds("plan", &format!("{}{}", plan.stdout, plan.stderr), &database);
    database.batch(&format!("DROP OWNED BY {role}; DROP ROLE {role};"));
}

/// `docs/check.md` names every test here, and no other.
#[test]
fn the_description_names_each_test() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| std::fs::read_to_string(root.join(name)).expect("a file of the repository");
    let (document, own) = (read("docs/check.md"), read("tests/checks.rs"));
    let mut named: Vec<&str> = document.split("`checks::").skip(1).filter_map(|rest| rest.split('`').next()).collect();
    named.sort_unstable();
    named.dedup();
    let described = |line: &&str| line.ends_with("(database: &Database) {") || line.ends_with("() {");
    let functions = own.lines().map(str::trim).filter(described).filter_map(|line| line.strip_prefix("fn ")?.split('(').next());
    let mut tests: Vec<&str> = functions.filter(|name| *name != "the_description_names_each_test").collect();
    tests.sort_unstable();
    assert_eq!(named, tests, "named in docs/check.md (left) and there (right)");
}
