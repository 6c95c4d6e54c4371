//! What the role of a connection may not do, asked before anything is tried.

use super::answer::Answer;
use super::lists::quote_table;
use super::statement::{Statement, quote};
use super::{DatabaseError, LEDGER_ROWS, Session};
use crate::catalog::{BackendKind, Table};

/// What a run does with one table.
#[derive(Clone, Debug)]
pub struct Needs<'a> {
    /// The table.
    pub table: &'a Table,
    /// Columns that are written by an insert.
    pub columns: Vec<&'a str>,
    /// False where rows are only read.
    pub writes: bool,
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
        for column in &need.columns {
            let ask = Statement::new("SELECT has_column_privilege(").text(&name).sql("::text::regclass::oid, ").text(*column);
            if !one(session, &ask.sql("::text, 'INSERT')::text"))?.flag() {
                refused.push(quote(column));
            }
        }
        if !refused.is_empty() {
            missing.push("INSERT".to_owned());
        }
    }
    // UPDATE on the whole table is what lets it be locked against other writers.
    if need.writes && !one(session, &may("UPDATE"))?.flag() {
        missing.push("UPDATE".to_owned());
    }
    Ok((!missing.is_empty()).then(|| Lacking {
        table: Some(need.table.display_name()),
        what: format!("{} rows of `{}`", missing.join(", "), need.table.display_name()),
        grant: format!("GRANT {} ON {name} TO {role};", missing.join(", ")),
    }))
}

fn of_ledger(session: &mut dyn Session, role: &str, schema: &str) -> Result<Option<Lacking>, DatabaseError> {
    let ask = Statement::new(format!(
        "SELECT (to_regclass('{LEDGER_ROWS}') IS NOT NULL)::text, COALESCE(has_schema_privilege(current_schema(), 'CREATE'), false)::text"
    ));
    let mut row = one(session, &ask)?;
    let (exists, may_create) = (row.flag(), row.flag());
    if exists || may_create {
        return Ok(None);
    }
    let grant = format!("GRANT CREATE ON SCHEMA {} TO {role};", quote(if schema.is_empty() { "public" } else { schema }));
    Ok(Some(Lacking { table: None, what: "create the tables of the ledger (`--no-ledger` goes without)".to_owned(), grant }))
}

fn one(session: &mut dyn Session, statement: &Statement) -> Result<Answer, DatabaseError> {
    Ok(Answer::new(session.rows(statement)?.into_iter().next().unwrap_or_default()))
}
