//! The rows of a database as text, the same on every backend where they mean the same.
//!
//! **Invariant**: reads with SQL of its own, so that an error of the catalog reader shows.

use resettle::backend::statement::{literal, quote};
use resettle::catalog::BackendKind;
use serde_json::Value;

use super::Database;

/// Tables that are not the user's.
const FOREIGN: [&str; 3] = ["resettle_", "__diesel_", super::watch::SIDE_TABLE];

const TABLES_SQLITE: &str = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";

const TABLES_POSTGRES: &str = "SELECT CASE WHEN n.nspname = 'public' THEN '' ELSE n.nspname || '.' END || c.relname
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY 1";

impl Database {
    /// Returns the names of the user's tables, sorted; on PostgreSQL with the schema where it is not `public`.
    pub(crate) fn tables(&self) -> Vec<String> {
        let mut tables = self.all_tables();
        tables.retain(|table| !FOREIGN.iter().any(|beginning| table.starts_with(beginning)));
        tables
    }

    /// Returns the names of all tables, those of the ledger too.
    pub(crate) fn all_tables(&self) -> Vec<String> {
        let sql = match self.kind() {
            BackendKind::Sqlite => TABLES_SQLITE,
            BackendKind::Postgres => TABLES_POSTGRES,
        };
        self.rows(sql).into_iter().flatten().flatten().collect()
    }

    /// Returns all rows of a table, one line each, sorted.
    pub(crate) fn dump(&self, table: &str) -> Vec<String> {
        let columns = self.columns(table);
        let selected: Vec<_> = columns.iter().map(|(name, _)| self.as_text(name)).collect();
        let rows = self.rows(&format!("SELECT {} FROM {}", selected.join(", "), quoted(table)));
        let mut lines: Vec<String> = rows
            .into_iter()
            .map(|row| {
                let fields = columns.iter().zip(row).map(|((name, type_text), value)| match value {
                    Some(value) => format!("{name}={:?}", common(type_text, value)),
                    None => format!("{name}=NULL"),
                });
                fields.collect::<Vec<_>>().join(" ")
            })
            .collect();
        lines.sort();
        lines
    }

    /// Returns all rows of all tables of the user.
    pub(crate) fn dump_all(&self) -> String {
        let mut text = String::new();
        for table in self.tables() {
            text += &format!("rows of {table}\n");
            for line in self.dump(&table) {
                text += &format!("  {line}\n");
            }
        }
        text
    }

    /// Returns how far every sequence is, one line each.
    pub(crate) fn sequences(&self) -> Vec<String> {
        let sql = match self.kind() {
            BackendKind::Sqlite if !self.rows("SELECT name FROM sqlite_schema WHERE name = 'sqlite_sequence'").is_empty() => {
                "SELECT name || ' ' || seq FROM sqlite_sequence ORDER BY 1"
            }
            BackendKind::Sqlite => return Vec::new(),
            BackendKind::Postgres => "SELECT concat_ws(' ', schemaname, sequencename, last_value) FROM pg_sequences ORDER BY 1",
        };
        self.rows(sql).into_iter().flatten().flatten().collect()
    }

    /// Returns the columns of a table with their types in lower case.
    fn columns(&self, table: &str) -> Vec<(String, String)> {
        let sql = match self.kind() {
            BackendKind::Sqlite => {
                format!("SELECT name, lower(type) FROM pragma_table_xinfo({}) WHERE hidden <> 1 ORDER BY cid", literal(table))
            }
            BackendKind::Postgres => format!(
                "SELECT attname::text, format_type(atttypid, atttypmod) FROM pg_attribute
                 WHERE attrelid = {}::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
                literal(&quoted(table))
            ),
        };
        let pair = |row: Vec<Option<String>>| {
            let mut row = row.into_iter().map(Option::unwrap_or_default);
            (row.next().unwrap_or_default(), row.next().unwrap_or_default())
        };
        self.rows(&sql).into_iter().map(pair).collect()
    }

    fn as_text(&self, column: &str) -> String {
        let column = quote(column);
        match self.kind() {
            BackendKind::Sqlite => {
                format!("CASE typeof({column}) WHEN 'blob' THEN '\\x' || lower(hex({column})) ELSE CAST({column} AS TEXT) END")
            }
            BackendKind::Postgres => format!("{column}::text"),
        }
    }
}

/// Quotes a table name, with its schema where it has one.
pub(super) fn quoted(table: &str) -> String {
    table.split('.').map(quote).collect::<Vec<_>>().join(".")
}

/// Writes a value as both backends can: SQLite has 0 and 1 for booleans, PostgreSQL orders the members of objects by itself, and zones and floating
/// point numbers have two spellings.
fn common(type_text: &str, value: String) -> String {
    let is = |words: &[&str]| words.iter().any(|word| type_text.starts_with(word));
    if is(&["bool"]) {
        return match value.as_str() {
            "0" => "false".to_owned(),
            "1" => "true".to_owned(),
            _ => value,
        };
    }
    if is(&["json"]) {
        return serde_json::from_str(&value).map_or(value, |json| sorted(json).to_string());
    }
    if is(&["double", "float", "real"]) {
        return value.parse::<f64>().map_or(value, |number| format!("{number:?}"));
    }
    let is_time = is(&["timestamp", "datetime", "time"]);
    value.strip_suffix("+00:00").filter(|_| is_time).map(|rest| format!("{rest}+00")).unwrap_or(value)
}

fn sorted(json: Value) -> Value {
    match json {
        Value::Object(members) => {
            let mut members: Vec<_> = members.into_iter().map(|(name, value)| (name, sorted(value))).collect();
            members.sort_by(|a, b| a.0.cmp(&b.0));
            Value::Object(members.into_iter().collect())
        }
        Value::Array(elements) => Value::Array(elements.into_iter().map(sorted).collect()),
        other => other,
    }
}

#[test]
fn values_that_mean_the_same_look_the_same() {
    let check = |type_text: &str, value: &str, expect: &str| assert_eq!(common(type_text, value.to_owned()), expect, "{type_text} {value}");
    check("boolean", "1", "true");
    check("boolean", "true", "true");
    check("integer", "1", "1");
    check("jsonb", "{\"b\": 1.10, \"a\": [ {\"d\":0,\"c\":1} ]}", "{\"a\":[{\"c\":1,\"d\":0}],\"b\":1.10}");
    check("text", "{ }", "{ }");
    check("double precision", "1", "1.0");
    check("timestamptz", "2024-01-01 00:00:00+00:00", "2024-01-01 00:00:00+00");
    check("text", "x+00:00", "x+00:00");
}
