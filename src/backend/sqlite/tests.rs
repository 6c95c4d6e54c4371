//! Behaviour of a SQLite connection.

use crate::backend::statement::{Bind, Statement};
use crate::backend::{Access, AppendTarget, DatabaseErrorKind, Head, Session, TargetUrl, connect};
use crate::catalog::DataType;
use crate::record::{Batch, Cell, Position, RowHead};

fn memory() -> Box<dyn Session> {
    connect(&TargetUrl::parse("sqlite::memory:").expect("an address"), Access::ReadWrite).expect("a database")
}

fn file(path: &std::path::Path, access: Access) -> Result<Box<dyn Session>, crate::backend::DatabaseError> {
    connect(&TargetUrl::parse(&format!("sqlite:{}", path.display())).expect("an address"), access)
}

fn rows(session: &mut dyn Session, sql: &str) -> Vec<Vec<Option<String>>> {
    session.rows(&Statement::new(sql)).expect("rows")
}

#[test]
fn binds_streams_and_counts() {
    let mut session = memory();
    session.batch("CREATE TABLE t(a TEXT, n INTEGER)").expect("created");
    let insert = |text: Option<&str>, n| {
        Statement::new("INSERT INTO t VALUES (").bind(Bind::Text(text.map(str::to_owned))).sql(", ").int(n).sql(")")
    };
    for (text, n) in [(Some("x\0y"), 1), (None, 2), (Some("'"), 3)] {
        assert_eq!(session.execute(&insert(text, n)).expect("inserted"), 1);
    }
    assert_eq!(session.execute(&Statement::new("CREATE TABLE u(a)")).expect("created"), 0);
    let found = session.rows(&Statement::new("SELECT a, CAST(n AS TEXT) FROM t WHERE n < ").int(3).sql(" ORDER BY n")).expect("rows");
    assert_eq!(found, [vec![Some("x\0y".to_owned()), Some("1".to_owned())], vec![None, Some("2".to_owned())]]);
}

#[test]
fn refuses_text_that_is_not_utf8() {
    assert_eq!(memory().rows(&Statement::new("SELECT CAST(x'ff' AS TEXT)")).err().map(|e| e.kind), Some(DatabaseErrorKind::Data));
}

#[test]
fn names_what_was_violated() {
    let mut session = memory();
    session.batch("CREATE TABLE t(a UNIQUE, b NOT NULL CHECK (b > 0), c REFERENCES t(a))").expect("created");
    session.batch("CREATE UNIQUE INDEX t_lower ON t(lower(b)); INSERT INTO t VALUES (1, 1, NULL)").expect("inserted");
    let mut check = |values: &str, kind: DatabaseErrorKind, constraint: Option<&str>| {
        let error = session.execute(&Statement::new(format!("INSERT INTO t VALUES ({values})"))).expect_err("a violation");
        assert_eq!((error.kind, error.constraint.as_deref()), (kind, constraint));
    };
    check("1, 2, NULL", DatabaseErrorKind::Unique, Some("t.a"));
    check("2, 1, NULL", DatabaseErrorKind::Unique, Some("t_lower"));
    check("2, NULL, NULL", DatabaseErrorKind::Check, Some("t.b"));
    check("2, 0, NULL", DatabaseErrorKind::Check, Some("b > 0"));
    check("2, 2, 9", DatabaseErrorKind::ForeignKey, None);
}

#[test]
fn opens_read_only_with_temporary_tables() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a b?c#d%41&e=ü.db");
    assert_eq!(file(&path, Access::ReadOnly).err().map(|e| e.kind), Some(DatabaseErrorKind::Unreachable));
    assert!(!path.exists());
    for mode in ["delete", "wal"] {
        let mut writer = file(&path, Access::ReadWrite).expect("created");
        writer.batch(&format!("PRAGMA journal_mode = {mode}; CREATE TABLE {mode}_t(a); INSERT INTO {mode}_t VALUES (1)")).expect("written");
        drop(writer);
        let mut reader = file(&path, Access::ReadOnly).expect("opened");
        assert_eq!(rows(&mut *reader, "PRAGMA journal_mode"), [[Some(mode.to_owned())]]);
        reader.batch(&format!("BEGIN; CREATE TEMP TABLE s AS SELECT * FROM {mode}_t")).expect("temporary");
        assert_eq!(reader.batch(&format!("DELETE FROM {mode}_t")).err().map(|e| e.kind), Some(DatabaseErrorKind::ReadOnly));
    }
    assert!(path.exists());
}

#[test]
fn says_what_is_no_database_and_who_is_locked_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.db");
    std::fs::write(&path, "not a database, but long enough to have a header of its own ........................................")
        .expect("written");
    let error = file(&path, Access::ReadWrite).err().expect("an error");
    assert_eq!(error.kind, DatabaseErrorKind::Unreachable);
    assert!(error.message.ends_with("x.db`: file is not a database"), "{error}");
    let path = folder.path().join("y.db");
    let mut one = file(&path, Access::ReadWrite).expect("created");
    one.batch("CREATE TABLE t(a); BEGIN IMMEDIATE").expect("locked");
    let mut two = file(&path, Access::ReadWrite).expect("opened");
    assert_eq!(rows(&mut *two, "PRAGMA busy_timeout"), [[Some("5000".to_owned())]]);
    two.batch("PRAGMA busy_timeout = 1").expect("set");
    assert_eq!(two.batch("BEGIN IMMEDIATE").err().map(|e| e.kind), Some(DatabaseErrorKind::Locked));
}

#[test]
fn appends_batches_whole_or_not_at_all() {
    let mut session = memory();
    session
        .batch("CREATE TEMP TABLE s(seq INTEGER PRIMARY KEY, src, line, col, pos, lid, bad, hash, raw, \"a\"\"b\" DECIMAL(9,2), u BLOB, f REAL)")
        .expect("created");
    let mut columns: Vec<String> = Head::Record.columns().iter().map(|name| (*name).to_owned()).collect();
    columns.extend(["a\"b".to_owned(), "u".to_owned(), "f".to_owned()]);
    let types = vec![DataType::Numeric { precision: None, scale: None }, DataType::Bytes, DataType::Float { bits: 64 }];
    let stage = AppendTarget {
        table: "temp.s".to_owned(),
        columns,
        head: Head::Record,
        cells: vec![0, 1, 2],
        types,
        absent: Vec::new(),
        binary: Vec::new(),
        hashed: Vec::new(),
    };
    let mut batch = Batch::new(3);
    for seq in 0..3 {
        let legacy_id = (seq > 0).then(|| batch.push_text("id"));
        let (numeric, id) = (batch.push_text("1.50"), batch.push_bytes(&[7; 16]));
        batch.rows.push(RowHead {
            seq,
            source: 1,
            position: Position { line: 2, column: 3, byte: 4, index: 5 },
            legacy_id,
            rejected: seq == 2,
            hash: 0,
            raw: 0,
            adds: 0,
        });
        batch.cells.extend([Cell::Numeric(numeric), Cell::Uuid(id), Cell::Float(f64::INFINITY)]);
    }
    session.append(&stage, &batch).expect("appended");
    session.batch("BEGIN").expect("begun");
    batch.rows[0].seq = 10;
    let error = session.append(&stage, &batch).expect_err("a violation");
    assert_eq!(error.kind, DatabaseErrorKind::Unique);
    session.batch("COMMIT").expect("still in the transaction");
    let found =
        rows(&mut *session, "SELECT seq||'|'||src||line||col||pos, lid, bad||'', \"a\"\"b\"||'', hex(u), f||'' FROM s ORDER BY seq");
    let row = |seq: &str, lid: Option<&str>, bad: &str| {
        vec![
            Some(format!("{seq}|1234")),
            lid.map(str::to_owned),
            Some(bad.into()),
            Some("1.5".into()),
            Some("07".repeat(16)),
            Some("Inf".into()),
        ]
    };
    assert_eq!(found, [row("0", None, "0"), row("1", Some("id"), "0"), row("2", Some("id"), "1")]);
}
