//! What the role of a connection may not do, asked before anything is tried.

use super::answer::Answer;
use super::lists::quote_table;
use super::statement::{Statement, quote};
use super::{DatabaseError, LEDGER_FORMS, LEDGER_HASHES, LEDGER_JOURNAL, LEDGER_JOURNALS, LEDGER_ROWS, Session};
use crate::catalog::{BackendKind, Generated, Table};

/// What a run does with one table.
#[derive(Clone, Debug)]
pub struct Needs<'a> {
    /// The table.
    pub table: &'a Table,
    /// Columns that are written by an insert.
    pub columns: Vec<&'a str>,
    /// False where rows are only read.
    pub writes: bool,
    /// True where rows that are gone from the sources are deleted.
    pub deletes: bool,
}

/// A privilege that is missing, and the statement that gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// Table, where one is concerned.
    pub table: Option<String>,
    /// What may not be done.
    pub what: String,
    /// The statement for somebody who may.
    pub grant: String,
}

/// Asks for every privilege that a run needs; a SQLite file has none.
///
/// Besides its tables a run needs temporary tables, and with `ledger` to write the ledger, or to create it.
///
/// # Errors
/// Whatever the database says.
pub fn lacking(session: &mut dyn Session, needs: &[Needs<'_>], ledger: bool) -> Result<Vec<Lacking>, DatabaseError> {
    if session.kind() == BackendKind::Sqlite {
        return Ok(Vec::new());
    }
    let general = Statement::new(format!(
        "SELECT current_user::text, current_database()::text, current_schema()::text, has_database_privilege(current_database(), 'TEMP')::text, \
         (to_regclass('{LEDGER_ROWS}') IS NOT NULL)::text, COALESCE(has_schema_privilege(current_schema(), 'CREATE'), false)::text"
    ));
    let mut row = asked(session, &general)?.pop().unwrap_or_else(|| Answer::new(Vec::new()));
    let (role, database, schema) = (quote(&row.text()), quote(&row.text()), row.text());
    let (may_temp, has_ledger, may_create) = (row.flag(), row.flag(), row.flag());
    let mut found = Vec::new();
    if !may_temp {
        let grant = format!("GRANT TEMPORARY ON DATABASE {database} TO {role};");
        found.push(Lacking { table: None, what: "create temporary tables".to_owned(), grant });
    }
    let names: Vec<String> = needs.iter().map(|need| quote_table(need.table)).collect();
    for (need, granted) in needs.iter().zip(granted(session, &names)?) {
        found.extend(of_table(session, need, &granted, &role)?);
        if need.writes {
            found.extend(of_sequences(session, need, &role)?);
        }
    }
    if ledger && has_ledger {
        found.extend(of_ledger_tables(session, &role)?);
    } else if ledger && !may_create {
        let grant = format!("GRANT CREATE ON SCHEMA {} TO {role};", quote(if schema.is_empty() { "public" } else { &schema }));
        found.push(Lacking { table: None, what: "create the tables of the ledger (`--no-ledger` goes without)".to_owned(), grant });
    }
    Ok(found)
}

/// What may be done with all rows of a table; everything where there is no such table.
const PRIVILEGES: [&str; 4] = ["SELECT", "INSERT", "UPDATE", "DELETE"];

/// Which of [`PRIVILEGES`] the role has.
struct Granted([bool; 4]);

impl Granted {
    fn has(&self, privilege: &str) -> bool {
        PRIVILEGES.iter().zip(self.0).any(|(name, has)| *name == privilege && has)
    }
}

/// Asks for the privileges on all tables at once, in their order.
fn granted(session: &mut dyn Session, tables: &[String]) -> Result<Vec<Granted>, DatabaseError> {
    let columns = PRIVILEGES.map(|name| format!("COALESCE(has_table_privilege(t.oid, '{name}'), true)::text")).join(", ");
    let ask =
        Statement::new(format!("SELECT {columns} FROM (SELECT to_regclass(q.name)::oid AS oid, q.place FROM json_array_elements_text("))
            .text(serde_json::Value::from(tables.to_vec()).to_string())
            .sql("::text::json) WITH ORDINALITY AS q(name, place)) t ORDER BY t.place");
    Ok(asked(session, &ask)?.into_iter().map(|mut row| Granted(PRIVILEGES.map(|_| row.flag()))).collect())
}

fn of_table(session: &mut dyn Session, need: &Needs<'_>, granted: &Granted, role: &str) -> Result<Option<Lacking>, DatabaseError> {
    let name = quote_table(need.table);
    let mut missing = Vec::new();
    if !granted.has("SELECT") {
        missing.push("SELECT");
    }
    if need.writes && !granted.has("INSERT") && !may_insert(session, need, &name)? {
        missing.push("INSERT");
    }
    let mut why = "";
    // UPDATE on the whole table is what lets it be locked against other writers.
    if need.writes && !granted.has("UPDATE") {
        missing.push("UPDATE");
        why = " (UPDATE of all columns: the table is locked against other writers, which needs it)";
    }
    if need.deletes && !granted.has("DELETE") {
        missing.push("DELETE");
    }
    Ok((!missing.is_empty()).then(|| Lacking {
        table: Some(need.table.display_name()),
        what: format!("{} rows of `{}`{why}", missing.join(", "), need.table.display_name()),
        grant: format!("GRANT {} ON {name} TO {role};", missing.join(", ")),
    }))
}

/// Says whether the columns that are written are granted one by one.
fn may_insert(session: &mut dyn Session, need: &Needs<'_>, table: &str) -> Result<bool, DatabaseError> {
    let of_key = need.table.primary_columns();
    let of_key = of_key.iter().filter(|name| !need.columns.contains(name));
    let columns: Vec<&str> = need.columns.iter().chain(of_key).copied().collect();
    let ask = Statement::new("SELECT has_column_privilege(").text(table).sql("::text::regclass::oid, q.name, 'INSERT')::text ");
    let ask = ask.sql("FROM json_array_elements_text(").text(serde_json::Value::from(columns).to_string()).sql("::text::json) AS q(name)");
    Ok(asked(session, &ask)?.into_iter().all(|mut row| row.flag()))
}

/// A key that the database numbers takes its numbers from the sequence itself; one that the mapping fills lets the sequence go on behind it.
fn of_sequences(session: &mut dyn Session, need: &Needs<'_>, role: &str) -> Result<Vec<Lacking>, DatabaseError> {
    let name = quote_table(need.table);
    let is_numbered = |generated: &Generated| matches!(generated, Generated::IdentityByDefault | Generated::IdentityAlways);
    let mut found = Vec::new();
    for column in need.table.columns.iter().filter(|column| is_numbered(&column.generated)) {
        let is_filled = need.columns.contains(&column.name.as_str());
        if !is_filled && !need.table.primary_columns().contains(&column.name.as_str()) {
            continue;
        }
        let ask = Statement::new(
            "SELECT s::text, has_sequence_privilege(s, 'SELECT')::text, has_sequence_privilege(s, 'USAGE')::text, has_sequence_privilege(s, 'UPDATE')::text \
             FROM pg_get_serial_sequence(",
        );
        let ask = ask.text(&name).sql("::text, ").text(&column.name).sql("::text) s WHERE s IS NOT NULL");
        let Some(mut row) = asked(session, &ask)?.pop() else { continue };
        let (sequence, may_read, may_use, may_set) = (row.text(), row.flag(), row.flag(), row.flag());
        if may_read && (may_set || (may_use && !is_filled)) {
            continue;
        }
        let privileges = if is_filled { "SELECT, UPDATE" } else { "SELECT, USAGE" };
        found.push(Lacking {
            table: Some(need.table.display_name()),
            what: format!("use the sequence `{sequence}` of the column `{}`", column.name),
            grant: format!("GRANT {privileges} ON SEQUENCE {sequence} TO {role};"),
        });
    }
    Ok(found)
}

/// Tables of the ledger, and what is done with them.
const LEDGER: [(&str, &[&str]); 7] = [
    ("resettle_meta", &["SELECT"]),
    ("resettle_runs", &["SELECT", "INSERT"]),
    (LEDGER_ROWS, &["SELECT", "INSERT", "UPDATE", "DELETE"]),
    (LEDGER_HASHES, &["SELECT", "INSERT", "UPDATE", "DELETE"]),
    (LEDGER_FORMS, &["SELECT", "INSERT", "UPDATE", "DELETE"]),
    (LEDGER_JOURNALS, &["SELECT", "INSERT", "DELETE"]),
    (LEDGER_JOURNAL, &["SELECT", "INSERT", "DELETE"]),
];

fn of_ledger_tables(session: &mut dyn Session, role: &str) -> Result<Option<Lacking>, DatabaseError> {
    let (mut what, mut grants) = (Vec::new(), Vec::new());
    // A ledger of an earlier version lacks tables; who brings it up to date owns it.
    let granted = granted(session, &LEDGER.map(|(table, _)| table.to_owned()))?;
    for ((table, privileges), granted) in LEDGER.iter().zip(granted) {
        let missing: Vec<&str> = privileges.iter().copied().filter(|privilege| !granted.has(privilege)).collect();
        if !missing.is_empty() {
            what.push(format!("{} rows of `{table}`", missing.join(", ")));
            grants.push(format!("GRANT {} ON {table} TO {role};", missing.join(", ")));
        }
    }
    let what = format!("write the ledger: {} (`--no-ledger` goes without)", what.join("; "));
    Ok((!grants.is_empty()).then(|| Lacking { table: None, what, grant: grants.join(" ") }))
}

fn asked(session: &mut dyn Session, statement: &Statement) -> Result<Vec<Answer>, DatabaseError> {
    Ok(session.rows(statement)?.into_iter().map(Answer::new).collect())
}
