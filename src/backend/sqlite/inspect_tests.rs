//! Catalogs of SQLite schemas.

use crate::backend::{Access, Session, TargetUrl, connect};
use crate::catalog::{
    AllowedSource, AllowedValues, BackendKind, Catalog, Column, DataType, DefaultValue, ForeignKey, Generated, Key, KeyKind, KeyPart,
    Storage, Timing, Trigger,
};

fn session(schema: &str) -> Box<dyn Session> {
    let mut session = connect(&TargetUrl::parse("sqlite::memory:").expect("an address"), Access::ReadWrite).expect("a database");
    session.batch(schema).expect("a schema");
    session
}

fn catalog(schema: &str) -> Catalog {
    session(schema).inspect().expect("a catalog")
}

/// The only table of a schema.
fn table(schema: &str) -> crate::catalog::Table {
    catalog(schema).tables.remove(0)
}

fn plain(name: &str) -> KeyPart {
    KeyPart::Column { name: name.to_owned(), collation: None }
}

fn key(name: &str, kind: KeyKind, parts: Vec<KeyPart>) -> Key {
    Key::plain(name.to_owned(), kind, parts)
}

#[test]
fn names_tables_and_leaves_out_what_is_no_target() {
    let found = catalog("CREATE TABLE b(a); CREATE TABLE \"a b\"\"'\"(a)");
    assert_eq!(found.backend, BackendKind::Sqlite);
    assert!(found.server_version.starts_with("3."));
    assert_eq!(found.tables.iter().map(|table| table.name.as_str()).collect::<Vec<_>>(), ["a b\"'", "b"]);
    let none = catalog(
        "CREATE TABLE resettle_runs(a); CREATE TABLE __diesel_schema_migrations(a); CREATE VIEW v AS SELECT 1; CREATE TEMP TABLE t(a);
         CREATE VIRTUAL TABLE f USING fts5(a);",
    );
    assert_eq!(none.tables, []);
}

#[test]
fn reads_columns() {
    let table = table(
        "CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(40) NOT NULL DEFAULT 'x' COLLATE NOCASE, at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
         kind TEXT CONSTRAINT kinds CHECK (kind IN ('a', 'b')), twice INTEGER GENERATED ALWAYS AS (id * 2) STORED, thrice AS (id * 3), state TEXT,
         CHECK (STATE IN ('on', 'off') OR state IS NULL))",
    );
    let column = |name: &str, data_type, type_text: &str| Column {
        name: name.to_owned(),
        data_type,
        type_text: type_text.to_owned(),
        collation: None,
        nullable: true,
        default: None,
        generated: Generated::No,
        allowed: None,
    };
    let default = |expression: &str, volatile| Some(DefaultValue { expression: expression.to_owned(), volatile });
    let allowed = |name: Option<&str>, values: [&str; 2]| {
        let source = AllowedSource::Check(name.map(str::to_owned));
        Some(AllowedValues { source, values: values.map(str::to_owned).to_vec() })
    };
    let text = |max_chars| DataType::Text { max_chars };
    let integer = DataType::Int { bits: 64 };
    let expect = [
        Column { nullable: false, generated: Generated::Rowid(true), ..column("id", integer.clone(), "INTEGER") },
        Column {
            nullable: false,
            default: default("'x'", false),
            collation: Some("NOCASE".into()),
            ..column("name", text(Some(40)), "VARCHAR(40)")
        },
        Column { default: default("CURRENT_TIMESTAMP", true), ..column("at", DataType::Timestamp, "TIMESTAMP") },
        Column { allowed: allowed(Some("kinds"), ["a", "b"]), ..column("kind", text(None), "TEXT") },
        Column { generated: Generated::Stored("id * 2".into()), ..column("twice", integer, "INTEGER") },
        Column { generated: Generated::Virtual("id * 3".into()), ..column("thrice", DataType::Any, "") },
        Column { allowed: allowed(None, ["on", "off"]), ..column("state", text(None), "TEXT") },
    ];
    assert_eq!(table.columns, expect);
    assert_eq!(table.checks.len(), 2);
}

#[test]
fn tells_how_rows_are_addressed_and_which_primary_keys_take_null() {
    let check = |columns: &str, alias: Option<&str>, nullable: bool| {
        let table = table(&format!("CREATE TABLE t({columns}"));
        let storage = alias.map_or(Storage::WithoutRowid, |alias| Storage::Rowid { alias: alias.to_owned() });
        assert_eq!((&table.storage, table.columns[0].nullable), (&storage, nullable), "{columns}");
        assert_eq!(table.primary_columns(), [table.columns[0].name.as_str()], "{columns}");
        assert_eq!(table.keys[0].name, "primary key", "{columns}");
    };
    check("id INTEGER PRIMARY KEY)", Some("rowid"), false);
    check("id INT PRIMARY KEY)", Some("rowid"), true);
    check("id TEXT PRIMARY KEY) WITHOUT ROWID", None, false);
    check("id TEXT PRIMARY KEY) STRICT", Some("rowid"), false);
    check("id TEXT NOT NULL PRIMARY KEY)", Some("rowid"), false);
    check("RowId TEXT, _rowid_ INT, PRIMARY KEY (RowId))", Some("oid"), true);
    check("id INTEGER PRIMARY KEY DESC)", Some("rowid"), true);
    check("id INTEGER PRIMARY KEY, rowid, _rowid_, oid)", Some("id"), false);
}

#[test]
fn reads_every_kind_of_key() {
    let table = table(
        "CREATE TABLE t(a TEXT COLLATE NOCASE, b TEXT, c TEXT, d INT, CONSTRAINT pk PRIMARY KEY (b, a), UNIQUE (c) ON CONFLICT REPLACE,
         CONSTRAINT named UNIQUE (a COLLATE BINARY, d));
         CREATE INDEX plain ON t(d);
         CREATE UNIQUE INDEX t_lower ON t(lower(B) DESC, c || d COLLATE RTRIM) WHERE d IS NOT NULL;
         CREATE UNIQUE INDEX \"t ' last\" ON t(d)",
    );
    let expression = |sql: &str, columns: &[&str], collation: Option<&str>| KeyPart::Expression {
        sql: sql.to_owned(),
        columns: columns.iter().map(|column| (*column).to_owned()).collect(),
        collation: collation.map(str::to_owned),
    };
    let binary = KeyPart::Column { name: "a".to_owned(), collation: Some("BINARY".to_owned()) };
    let partial =
        key("t_lower", KeyKind::Index, vec![expression("lower(B)", &["b"], None), expression("c || d", &["c", "d"], Some("RTRIM"))]);
    let expect = [
        key("pk", KeyKind::Primary, vec![plain("b"), plain("a")]),
        key("named", KeyKind::Constraint, vec![binary, plain("d")]),
        Key { predicate: Some("d IS NOT NULL".into()), ..partial },
        Key { on_conflict: Some("REPLACE".into()), ..key("sqlite_autoindex_t_2", KeyKind::Constraint, vec![plain("c")]) },
        key("t ' last", KeyKind::Index, vec![plain("d")]),
    ];
    assert_eq!(table.keys, expect);
}

#[test]
fn marks_keys_that_it_cannot_evaluate() {
    let mut session = session(
        "CREATE TABLE t(a TEXT, b TEXT); CREATE UNIQUE INDEX i ON t(a); CREATE UNIQUE INDEX j ON t(b); CREATE UNIQUE INDEX k ON t(b)",
    );
    // An application with functions and collations of its own leaves such a schema behind.
    session
        .batch(
            "PRAGMA writable_schema = ON;
             UPDATE sqlite_schema SET sql = 'CREATE UNIQUE INDEX j ON t(theirs(b))' WHERE name = 'j';
             UPDATE sqlite_schema SET sql = 'CREATE TABLE t(a TEXT COLLATE ours, b TEXT)' WHERE name = 't';
             PRAGMA writable_schema = RESET",
        )
        .expect("written");
    let catalog = session.inspect().expect("a catalog");
    let why: Vec<&str> = catalog.tables[0].keys.iter().map(|key| key.unsupported.as_deref().unwrap_or_default()).collect();
    assert_eq!(why, ["collation `ours` is not built into SQLite", "its expression cannot be evaluated: no such function: theirs", ""]);
}

#[test]
fn reads_foreign_keys_and_triggers() {
    let catalog = catalog(
        "CREATE TABLE Parent(X INT, Y INT, PRIMARY KEY (X, Y));
         CREATE TABLE t(a INT CONSTRAINT self REFERENCES t(b) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, b INT UNIQUE, c REFERENCES missing,
         FOREIGN KEY (a, b) REFERENCES parent ON UPDATE SET NULL);
         CREATE TRIGGER second AFTER UPDATE ON t BEGIN SELECT 1; END; CREATE TRIGGER first INSERT ON T BEGIN SELECT 1; END;",
    );
    let table = catalog.table("t").expect("a table");
    let foreign_key = |name: Option<&str>, columns: &[&str], parent: &str, parent_columns: &[&str]| ForeignKey {
        name: name.map(str::to_owned),
        columns: columns.iter().map(|column| (*column).to_owned()).collect(),
        parent_schema: None,
        parent_table: parent.to_owned(),
        parent_columns: parent_columns.iter().map(|column| (*column).to_owned()).collect(),
        on_delete: "NO ACTION".to_owned(),
        on_update: "NO ACTION".to_owned(),
        timing: Timing::Immediate,
    };
    let expect = [
        ForeignKey { on_delete: "CASCADE".into(), timing: Timing::Deferred, ..foreign_key(Some("self"), &["a"], "t", &["b"]) },
        foreign_key(None, &["c"], "missing", &[]),
        ForeignKey { on_update: "SET NULL".into(), ..foreign_key(None, &["a", "b"], "Parent", &["X", "Y"]) },
    ];
    assert_eq!(table.foreign_keys, expect);
    let trigger = |name: &str, before| Trigger { name: name.to_owned(), before };
    assert_eq!(table.triggers, [trigger("first", true), trigger("second", false)]);
}
