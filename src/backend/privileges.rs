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
    let mut role = one(session, &Statement::new("SELECT current_user::text, current_database()::text, current_schema()::text"))?;
    let (role, database, schema) = (quote(&role.text()), quote(&role.text()), role.text());
    let mut found = Vec::new();
    let may_temp = one(session, &Statement::new("SELECT has_database_privilege(current_database(), 'TEMP')::text"))?.flag();
    if !may_temp {
        let grant = format!("GRANT TEMPORARY ON DATABASE {database} TO {role};");
        found.push(Lacking { table: None, what: "create temporary tables".to_owned(), grant });
    }
    for need in needs {
        found.extend(of_table(session, need, &role)?);
        if need.writes {
            found.extend(of_sequences(session, need, &role)?);
        }
    }
    if ledger {
        found.extend(of_ledger(session, &role, &schema)?);
    }
    Ok(found)
}

fn of_table(session: &mut dyn Session, need: &Needs<'_>, role: &str) -> Result<Option<Lacking>, DatabaseError> {
    let name = quote_table(need.table);
    let may = |privilege: &str| {
        Statement::new("SELECT has_table_privilege(").text(&name).sql("::text::regclass::oid, ").text(privilege).sql("::text)::text")
    };
    let mut missing = Vec::new();
    if !one(session, &may("SELECT"))?.flag() {
        missing.push("SELECT".to_owned());
    }
    if need.writes && !one(session, &may("INSERT"))?.flag() {
        let mut refused = Vec::new();
        let of_key = need.table.primary_columns();
        let of_key = of_key.iter().filter(|name| !need.columns.contains(name));
        for column in need.columns.iter().chain(of_key) {
            let ask = Statement::new("SELECT has_column_privilege(").text(&name).sql("::text::regclass::oid, ").text(*column);
            if !one(session, &ask.sql("::text, 'INSERT')::text"))?.flag() {
                refused.push(quote(column));
            }
        }
        if !refused.is_empty() {
            missing.push("INSERT".to_owned());
        }
    }
    let mut why = "";
    // UPDATE on the whole table is what lets it be locked against other writers.
    if need.writes && !one(session, &may("UPDATE"))?.flag() {
        missing.push("UPDATE".to_owned());
        why = " (UPDATE of all columns: the table is locked against other writers, which needs it)";
    }
    if need.deletes && !one(session, &may("DELETE"))?.flag() {
        missing.push("DELETE".to_owned());
    }
    Ok((!missing.is_empty()).then(|| Lacking {
        table: Some(need.table.display_name()),
        what: format!("{} rows of `{}`{why}", missing.join(", "), need.table.display_name()),
        grant: format!("GRANT {} ON {name} TO {role};", missing.join(", ")),
    }))
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
        let mut row = one(session, &ask.text(&name).sql("::text, ").text(&column.name).sql("::text) s WHERE s IS NOT NULL"))?;
        let Some(sequence) = row.maybe() else { continue };
        let (may_read, may_use, may_set) = (row.flag(), row.flag(), row.flag());
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

fn of_ledger(session: &mut dyn Session, role: &str, schema: &str) -> Result<Option<Lacking>, DatabaseError> {
    let ask = Statement::new(format!(
        "SELECT (to_regclass('{LEDGER_ROWS}') IS NOT NULL)::text, COALESCE(has_schema_privilege(current_schema(), 'CREATE'), false)::text"
    ));
    let mut row = one(session, &ask)?;
    let (exists, may_create) = (row.flag(), row.flag());
    if exists {
        return of_ledger_tables(session, role);
    }
    if may_create {
        return Ok(None);
    }
    let grant = format!("GRANT CREATE ON SCHEMA {} TO {role};", quote(if schema.is_empty() { "public" } else { schema }));
    Ok(Some(Lacking { table: None, what: "create the tables of the ledger (`--no-ledger` goes without)".to_owned(), grant }))
}

fn of_ledger_tables(session: &mut dyn Session, role: &str) -> Result<Option<Lacking>, DatabaseError> {
    let (mut what, mut grants) = (Vec::new(), Vec::new());
    for (table, privileges) in LEDGER {
        let mut missing = Vec::new();
        for privilege in privileges {
            // A ledger of an earlier version lacks tables; who brings it up to date owns it.
            let ask = Statement::new("SELECT COALESCE(has_table_privilege(to_regclass(").text(table).sql("::text)::oid, ");
            if !one(session, &ask.text(*privilege).sql("::text), true)::text"))?.flag() {
                missing.push(*privilege);
            }
        }
        if !missing.is_empty() {
            what.push(format!("{} rows of `{table}`", missing.join(", ")));
            grants.push(format!("GRANT {} ON {table} TO {role};", missing.join(", ")));
        }
    }
    let what = format!("write the ledger: {} (`--no-ledger` goes without)", what.join("; "));
    Ok((!grants.is_empty()).then(|| Lacking { table: None, what, grant: grants.join(" ") }))
}

fn one(session: &mut dyn Session, statement: &Statement) -> Result<Answer, DatabaseError> {
    Ok(Answer::new(session.rows(statement)?.into_iter().next().unwrap_or_default()))
}
