//! Equal is what the target finds equal: a second import of every value is all unchanged, and so is one of another spelling of it.

use super::{Database, Story, both};

/// A type and, on one backend, values that are stored as the same thing.
type Row = (&'static str, &'static [&'static str]);

/// Imports each value of each row, then every other spelling: nothing is written again.
fn check(database: &Database, prefix: &str, rows: &[Row]) {
    let columns: Vec<String> = rows.iter().enumerate().map(|(i, (data_type, _))| format!("c{i} {data_type}")).collect();
    let names: Vec<String> = (0..rows.len()).map(|i| format!("c{i}")).collect();
    let sql = format!("{prefix} CREATE TABLE t (id INTEGER PRIMARY KEY, {})", columns.join(", "));
    let story = Story::new(database, &both(&sql), &format!("id {}", names.join(" ")), "SELECT CAST(id AS TEXT) FROM t");
    let spellings = rows.iter().map(|(_, values)| values.len()).max().unwrap_or(0);
    for spelling in 0..spellings {
        let cells: Vec<String> =
            rows.iter().zip(&names).map(|((_, values), name)| format!("\"{name}\":{}", values[spelling.min(values.len() - 1)])).collect();
        story.import(&format!("[{{\"id\":1,{}}}]", cells.join(",")), if spelling == 0 { "insert 1" } else { "unchanged 1" }, "1");
    }
}

#[test]
fn on_both_backends() {
    let rows: &[Row] = &[
        ("INTEGER", &["7", "\"7\"", "7.0"]),
        ("DOUBLE PRECISION", &["0.1", "\"0.1\"", "1e-1", "0.10000000000000000555"]),
        ("DOUBLE PRECISION", &["-0.0", "-0.0"]),
        ("DOUBLE PRECISION", &["1e300", "10e299"]),
        ("BOOLEAN", &["true", "\"yes\"", "1", "\"t\""]),
        ("TEXT", &["\"\""]),
        ("TEXT", &["\"caf\u{e9}\""]),
        ("TEXT", &["\"cafe\u{301}\""]),
        ("TEXT", &["\"1e3\""]),
        ("TEXT", &["\"1.10\""]),
        ("DATE", &["\"2024-02-29\""]),
        ("TIMESTAMP", &["\"2024-02-29T12:00:00Z\"", "\"2024-02-29 12:00:00\"", "\"2024-02-29T13:00:00+01:00\""]),
        ("TIMESTAMP", &["\"2024-02-29T12:00:00.123456Z\"", "\"2024-02-29 12:00:00.123456\""]),
        ("NUMERIC(5,2)", &["1.5", "\"1.50\"", "15e-1"]),
    ];
    super::super::support::on_each_backend(|database| check(database, "", rows));
}

#[test]
fn sqlite() {
    let rows: &[Row] = &[
        ("INTEGER", &["9223372036854775807", "\"9223372036854775807\""]),
        ("NUMERIC", &["\"1e3\"", "1000"]),
        ("DECIMAL(10,2)", &["\"1.10\"", "1.1"]),
        ("REAL", &["1", "1.0"]),
        ("BLOB", &["\"AQ==\""]),
        ("", &["1"]),
        ("", &["\"1\""]),
        ("", &["1.5"]),
        ("JSON", &["{\"b\":1.0,\"a\":[1,2]}"]),
        ("VARCHAR(3)", &["\"abc\""]),
        ("TEXT COLLATE NOCASE", &["\"Ada\"", "\"ADA\""]),
        ("TEXT COLLATE RTRIM", &["\"a\"", "\"a  \""]),
        ("UUID", &["\"6BA7B810-9DAD-11D1-80B4-00C04FD430C8\"", "\"6ba7b810-9dad-11d1-80b4-00c04fd430c8\""]),
    ];
    check(&Database::sqlite(), "", rows);
}

#[test]
fn postgres() {
    let rows: &[Row] = &[
        ("NUMERIC(5,2)", &["1.005", "1.01", "\"1.010\""]),
        ("NUMERIC", &["1.10", "1.1"]),
        ("NUMERIC", &["\"NaN\""]),
        ("NUMERIC(20,0)", &["12345678901234567890", "\"12345678901234567890\""]),
        ("NUMERIC(3,-2)", &["12345", "12300"]),
        ("REAL", &["0.1", "0.100000001"]),
        ("DOUBLE PRECISION", &["\"NaN\"", "\"nan\""]),
        ("DOUBLE PRECISION", &["\"Infinity\"", "\"Infinity\""]),
        ("TIMESTAMP(3)", &["\"2024-02-29T12:00:00.1235\"", "\"2024-02-29T12:00:00.124\""]),
        ("TIMESTAMPTZ", &["\"2024-02-29T12:00:00.123456789Z\"", "\"2024-02-29T13:00:00.123457+01:00\""]),
        ("TIMESTAMPTZ(0)", &["\"2024-02-29T23:59:59.9Z\"", "\"2024-03-01T00:00:00Z\""]),
        ("TIME", &["\"23:59:59\""]),
        ("TIME(0)", &["\"12:00:00.6\"", "\"12:00:01\""]),
        ("CHAR(5)", &["\"ab\"", "\"ab   \""]),
        ("VARCHAR(3)", &["\"abc\"", "\"abc  \""]),
        ("CITEXT", &["\"Ada\"", "\"ADA\""]),
        ("JSONB", &["{\"b\":1.0,\"a\":[1,2]}", "{\"a\":[1,2],\"b\":1.0}", "{\"a\":[1.0,2],\"b\":1}"]),
        ("JSON", &["{\"b\":1.10,\"a\":[1,2]}"]),
        ("UUID", &["\"6BA7B810-9DAD-11D1-80B4-00C04FD430C8\"", "\"6ba7b810-9dad-11d1-80b4-00c04fd430c8\""]),
        ("INET", &["\"10.0.0.1/32\"", "\"10.0.0.1\""]),
        ("INTERVAL", &["\"90 minutes\"", "\"01:30:00\"", "\"PT1H30M\""]),
        ("NUMERIC[]", &["[1.0,2]"]),
        ("TEXT[]", &["[\"a\",null]"]),
        ("BYTEA", &["\"AQ==\"", "\"AQ==\""]),
        ("INT4RANGE", &["\"[1,5]\"", "\"[1,6)\""]),
        ("TSVECTOR", &["\"b a\"", "\"a b\""]),
        ("BIT(3)", &["\"101\""]),
        ("MONEY", &["\"$1.50\"", "\"1.5\""]),
        ("XML", &["\"<a/>\""]),
        ("POINT", &["\"(1,2)\"", "\"1,2\""]),
        ("mood", &["\"ok\""]),
        ("tag", &["\"a\""]),
        ("pair", &["\"(1,x)\""]),
        ("loose", &["\"caf\u{e9}\"", "\"CAFE\""]),
    ];
    let Some(database) = Database::postgres() else { return };
    let prefix = "CREATE EXTENSION citext; CREATE TYPE mood AS ENUM ('ok'); CREATE DOMAIN tag AS TEXT CHECK (VALUE <> ''); CREATE TYPE pair AS (a INTEGER, b TEXT); \
                  CREATE COLLATION c (provider = icu, locale = 'und-u-ks-level1', deterministic = false); CREATE DOMAIN loose AS TEXT COLLATE c;";
    check(&database, prefix, rows);
}
