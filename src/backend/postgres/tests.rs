//! Behaviour of a PostgreSQL connection; needs a server.

use crate::backend::lock;
use crate::backend::statement::{Bind, Statement};
use crate::backend::{Access, AppendTarget, DatabaseErrorKind, Head, Session, TargetUrl, connect};
use crate::catalog::DataType;
use crate::record::{Batch, Cell, Position, RowHead};

/// Opens a connection to the server of `RESETTLE_TEST_POSTGRES`, a URL of a superuser; says so where there is none.
pub(super) fn server(access: Access) -> Option<Box<dyn Session>> {
    let Ok(url) = std::env::var("RESETTLE_TEST_POSTGRES") else {
        eprintln!("SKIPPED: RESETTLE_TEST_POSTGRES is not set");
        return None;
    };
    Some(connect(&TargetUrl::parse(&url).expect("an address"), access).expect("a server"))
}

/// What is known of a record of which nothing matters but its place.
pub(super) fn head(seq: i64) -> RowHead {
    RowHead { seq, source: 0, position: Position::default(), legacy_id: None, rejected: false, hash: 0, raw: 0, adds: 0 }
}

fn rows(session: &mut dyn Session, sql: &str) -> Vec<Vec<Option<String>>> {
    session.rows(&Statement::new(sql)).expect("rows")
}

fn one(session: &mut dyn Session, sql: &str) -> String {
    rows(session, sql).remove(0).remove(0).expect("a value")
}

#[test]
fn binds_streams_and_counts() {
    let Some(mut session) = server(Access::ReadWrite) else { return };
    session.batch("CREATE TEMP TABLE t(a date, n int); DO $$ BEGIN RAISE NOTICE 'not printed'; END $$").expect("created");
    let insert = |text: Option<&str>, n| {
        let text = Bind::Text(text.map(str::to_owned));
        Statement::new("INSERT INTO t VALUES (").bind(text).sql("::text::date, ").int(n).sql("::bigint)")
    };
    for (text, n) in [(Some("2024-02-29"), 1), (None, 2), (Some("infinity"), 3)] {
        assert_eq!(session.execute(&insert(text, n)).expect("inserted"), 1);
    }
    let found = session.rows(&Statement::new("SELECT a::text, n::text FROM t WHERE n < ").int(3).sql(" ORDER BY n")).expect("rows");
    assert_eq!(found, [vec![Some("2024-02-29".to_owned()), Some("1".to_owned())], vec![None, Some("2".to_owned())]]);
}

#[test]
fn connection_lives_on_after_a_stream_that_breaks_off() {
    let Some(mut session) = server(Access::ReadWrite) else { return };
    let (mut seen, query) = (0, "SELECT (1000 / (500 - n))::text FROM generate_series(1, 600) n WHERE n > ");
    for _ in 0..3 {
        let error = session.for_each(&Statement::new(query).int(0), &mut |_| seen += 1).expect_err("a division by zero");
        assert_eq!(error.kind, DatabaseErrorKind::Data);
        assert_eq!(one(&mut *session, "SELECT 'alive'"), "alive");
    }
    assert_eq!(seen, 3 * 499);
}

#[test]
fn settings_are_pinned() {
    let Some(mut session) = server(Access::ReadWrite) else { return };
    let mut check =
        |name: &str, expect: &str| assert_eq!(one(&mut *session, &format!("SELECT current_setting('{name}')")), expect, "{name}");
    check("TimeZone", "UTC");
    check("DateStyle", "ISO, YMD");
    check("IntervalStyle", "postgres");
    check("client_encoding", "UTF8");
    check("application_name", "resettle");
}

/// What others on the same connection of a proxy would not expect is set for a transaction only.
#[test]
fn further_settings_end_with_the_transaction() {
    let Some(mut session) = server(Access::ReadWrite) else { return };
    let mut setting = |name: &str| one(&mut *session, &format!("SELECT current_setting('{name}')"));
    let before = ["work_mem", "jit", "lc_messages"].map(&mut setting);
    lock::begin_writing(session.as_mut(), &lock::Waiting::silent()).expect("begun");
    let mut setting = |name: &str| one(&mut *session, &format!("SELECT current_setting('{name}')"));
    assert_eq!(["work_mem", "jit", "lc_messages"].map(&mut setting), ["64MB", "off", "C"]);
    session.batch("COMMIT").expect("committed");
    let mut setting = |name: &str| one(&mut *session, &format!("SELECT current_setting('{name}')"));
    assert_eq!(["work_mem", "jit", "lc_messages"].map(&mut setting), before);
}

#[test]
fn read_only_admits_temporary_tables_made_before() {
    let Some(mut session) = server(Access::ReadOnly) else { return };
    assert_eq!(session.batch("CREATE TABLE never(a int)").err().map(|e| e.kind), Some(DatabaseErrorKind::ReadOnly));
    session.batch("ROLLBACK; BEGIN READ WRITE; CREATE TEMP TABLE s(a int); SET TRANSACTION READ ONLY").expect("temporary");
    session.batch("INSERT INTO s VALUES (1); ANALYZE s; SAVEPOINT x").expect("filled");
    assert_eq!(session.batch("CREATE TABLE never(a int)").err().map(|e| e.kind), Some(DatabaseErrorKind::ReadOnly));
}

#[test]
fn names_what_was_violated() {
    let Some(mut session) = server(Access::ReadWrite) else { return };
    let table = "CREATE TEMP TABLE t(a int CONSTRAINT t_a UNIQUE, b int NOT NULL CONSTRAINT t_b CHECK (b > 0), c int CONSTRAINT t_c REFERENCES t(a), d date)";
    session.batch(table).expect("created");
    session.batch("INSERT INTO t VALUES (1, 1, NULL)").expect("inserted");
    let mut check = |values: &str, kind: DatabaseErrorKind, constraint: Option<&str>| {
        let error = session.execute(&Statement::new(format!("INSERT INTO t VALUES ({values})"))).expect_err("a violation");
        assert_eq!((error.kind, error.constraint.as_deref()), (kind, constraint), "{error}");
    };
    check("1, 2, NULL", DatabaseErrorKind::Unique, Some("t_a"));
    check("2, NULL, NULL", DatabaseErrorKind::Check, Some("b"));
    check("2, 0, NULL", DatabaseErrorKind::Check, Some("t_b"));
    check("2, 2, 9", DatabaseErrorKind::ForeignKey, Some("t_c"));
    check("2, 2, 1, 'x'", DatabaseErrorKind::Data, None);
    let error = session.execute(&Statement::new("INSERT INTO t VALUES (1, 2)")).expect_err("a violation");
    assert_eq!(error.detail.as_deref(), Some("Key (a)=(1) already exists."));
}

#[test]
fn refused_password_is_not_repeated() {
    let Some(_) = server(Access::ReadWrite) else { return };
    let url = TargetUrl::parse("postgres://nobody:hush-hush@localhost:port/x?password=hush-hush").expect("an address");
    let error = connect(&url, Access::ReadWrite).err().expect("an error");
    assert_eq!(error.kind, DatabaseErrorKind::Unreachable);
    assert!(!error.message.contains("hush"), "{error}");
}

fn stage(columns: &[&str], types: Vec<DataType>) -> AppendTarget {
    AppendTarget {
        table: "pg_temp.\"s \"\"x\"".to_owned(),
        columns: Head::Record.columns().iter().chain(columns).map(|name| (*name).to_owned()).collect(),
        head: Head::Record,
        cells: (0..columns.len()).collect(),
        types,
        absent: Vec::new(),
        binary: Vec::new(),
        hashed: Vec::new(),
    }
}

const STAGE: &str =
    "CREATE TEMP TABLE \"s \"\"x\"(seq bigint, src int, line bigint, col bigint, pos bigint, lid text, bad bool, hash text, raw bigint, ";

#[test]
fn appends_every_kind_of_cell() {
    let Some(mut session) = server(Access::ReadWrite) else { return };
    session
        .batch(&format!("{STAGE} t text, f float8, d date, ti time, ts timestamp, tz timestamptz, u uuid, y bytea, n numeric(9,2), j jsonb, b bool, o int[])"))
        .expect("created");
    let target = stage(&["t", "f", "d", "ti", "ts", "tz", "u", "y", "n", "j", "b", "o"], Vec::new());
    let mut batch = Batch::new(12);
    let text = batch.push_text("tab\tline\nreturn\rslash\\N\\.\u{1F600}");
    let (numeric, json, other) = (batch.push_text("1.5e2"), batch.push_text(r#"{"a": "\\\n"}"#), batch.push_text("{1,NULL}"));
    let (id, bytes) = (batch.push_bytes(&[0xAB; 16]), batch.push_bytes(&[0, 92, 255]));
    batch.rows.push(RowHead { source: 2, position: Position { line: 3, column: 4, byte: 5, index: 6 }, legacy_id: Some(text), ..head(1) });
    batch.cells.extend([Cell::Text(text), Cell::Float(f64::MIN_POSITIVE), Cell::Date(-719_163), Cell::Time(86_400_000_000)]);
    batch.cells.extend([Cell::Timestamp(-62_135_596_800_000_001), Cell::TimestampTz(1), Cell::Uuid(id), Cell::Bytes(bytes)]);
    batch.cells.extend([Cell::Numeric(numeric), Cell::Json(json), Cell::Bool(true), Cell::Other(other)]);
    batch.rows.push(RowHead { source: 2, rejected: true, ..head(2) });
    batch.cells.extend([Cell::Null; 12]);
    session.append(&target, &batch).expect("appended");
    let found = rows(
        &mut *session,
        "SELECT t, f::text, concat_ws('|', d, ti, ts, tz), concat_ws('|', u, y, n, j, b, o, lid = t, bad) FROM \"s \"\"x\" ORDER BY seq",
    );
    let expect = [
        "tab\tline\nreturn\rslash\\N\\.\u{1F600}",
        "2.2250738585072014e-308",
        "0001-12-31 BC|24:00:00|0001-12-31 23:59:59.999999 BC|1970-01-01 00:00:00.000001+00",
        "abababab-abab-abab-abab-abababababab|\\x005cff|150.00|{\"a\": \"\\\\\\n\"}|t|{1,NULL}|t|f",
    ];
    assert_eq!(found[0], expect.map(|text| Some(text.to_owned())));
    assert_eq!(found[1], [None, None, Some(String::new()), Some("t".to_owned())]);
}

#[test]
fn refused_batches_leave_nothing_behind() {
    let Some(mut session) = server(Access::ReadWrite) else { return };
    session.batch(&format!("{STAGE} n int)")).expect("created");
    let mut batch = Batch::new(1);
    let (good, bad) = (batch.push_text("1"), batch.push_text("x"));
    for seq in 0..30_000 {
        batch.rows.push(head(seq));
        batch.cells.push(Cell::Other(if seq == 29_000 { bad } else { good }));
    }
    let target = stage(&["n"], Vec::new());
    for _ in 0..2 {
        assert_eq!(session.append(&target, &batch).err().map(|e| e.kind), Some(DatabaseErrorKind::Data));
        assert_eq!(one(&mut *session, "SELECT count(*)::text FROM \"s \"\"x\""), "0");
    }
    batch.cells[29_000] = Cell::Other(good);
    session.append(&target, &batch).expect("appended");
    assert_eq!(one(&mut *session, "SELECT count(*)::text FROM \"s \"\"x\""), "30000");
}
