//! Makes a table anew with longer lists of values, because SQLite cannot alter a CHECK.
//!
//! Takes a table of the catalog, gives the script of <https://www.sqlite.org/lang_altertable.html#otheralter>: rows with their rowids, indexes, triggers,
//! views, foreign keys from and to the table, and the counter of AUTOINCREMENT stay as they are.
//!
//! **Invariant**: the script changes everything or nothing; it ends with an error where rows or references are not what they were.

use super::ddl;
use crate::backend::allowed::{allowed, extended};
use crate::backend::answer::Answer;
use crate::backend::lists::{Extension, Lack};
use crate::backend::statement::{Statement, literal, quote};
use crate::backend::tokens::tokens;
use crate::backend::{DatabaseError, Session};
use crate::catalog::{Generated, Storage, Table};

/// Makes the scripts for one table; `None` where a list is of a form that is not understood.
///
/// # Errors
/// Whatever the database says.
pub(crate) fn extension(session: &mut dyn Session, table: &Table, lacks: &[&Lack<'_>]) -> Result<Option<Extension>, DatabaseError> {
    let find = Statement::new("SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ").text(&table.name);
    let Some(old) = session.rows(&find)?.into_iter().next().map(|row| Answer::new(row).text()) else { return Ok(None) };
    let find = Statement::new("SELECT sql FROM main.sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = ")
        .text(&table.name)
        .sql(" COLLATE NOCASE ORDER BY type, rowid");
    let others: Vec<String> = session.rows(&find)?.into_iter().map(|row| Answer::new(row).text()).collect();
    let longer = lacks.iter().try_fold(old.clone(), |sql, lack| with_longer_list(&sql, &lack.column.name, &lack.missing()));
    Ok(longer.and_then(|new| Some(Extension { up: script(table, &new, &others)?, down: script(table, &old, &others)? })))
}

/// Extends the first CHECK that lists the values of the column.
fn with_longer_list(sql: &str, column: &str, new: &[&str]) -> Option<String> {
    let same = str::eq_ignore_ascii_case;
    let places = ddl::table(sql).check_places;
    let place = places.into_iter().find(|place| {
        let listed = sql.get(place.clone()).and_then(|check| allowed(check, same));
        listed.is_some_and(|(name, _)| same(&name, column))
    })?;
    let check = extended(sql.get(place.clone())?, column, same, new)?;
    let mut sql = sql.to_owned();
    sql.replace_range(place, &check);
    Some(sql)
}

fn script(table: &Table, create: &str, others: &[String]) -> Option<Vec<String>> {
    let temporary = format!("{}_resettle_new", table.name);
    let (old, new) = (quote(&table.name), quote(&temporary));
    let columns = copied(table);
    let counts = format!("(SELECT COUNT(*) FROM {old}) AS row_count, (SELECT COUNT(*) FROM pragma_foreign_key_check) AS broken_count");
    let mut lines = vec![
        // Neither setting can be changed inside a transaction.
        "PRAGMA foreign_keys = OFF;".to_owned(),
        "PRAGMA legacy_alter_table = ON;".to_owned(),
        "BEGIN IMMEDIATE;".to_owned(),
        format!("CREATE TEMP TABLE resettle_before AS SELECT {counts};"),
        format!("{};", renamed(create, &new)?),
        format!("INSERT INTO {new} ({columns}) SELECT {columns} FROM {old};"),
    ];
    if table.columns.iter().any(|column| column.generated == Generated::Rowid(true)) {
        let (from, to) = (literal(&table.name), literal(&temporary));
        lines.push(format!("DELETE FROM sqlite_sequence WHERE name = {to};"));
        lines.push(format!("INSERT INTO sqlite_sequence (name, seq) SELECT {to}, seq FROM sqlite_sequence WHERE name = {from};"));
    }
    lines.push(format!("DROP TABLE {old};"));
    lines.push(format!("ALTER TABLE {new} RENAME TO {old};"));
    lines.extend(others.iter().map(|sql| format!("{sql};")));
    lines.extend([
        "CREATE TEMP TABLE resettle_after (is_same INTEGER NOT NULL CHECK (is_same));".to_owned(),
        format!("INSERT INTO resettle_after SELECT (SELECT * FROM resettle_before) = (SELECT {counts});"),
        "DROP TABLE resettle_after;".to_owned(),
        "DROP TABLE resettle_before;".to_owned(),
        "COMMIT;".to_owned(),
        "PRAGMA legacy_alter_table = OFF;".to_owned(),
        "PRAGMA foreign_keys = ON;".to_owned(),
    ]);
    Some(lines)
}

/// Names what is copied: every column that is not computed, and the rowid where no column is it.
fn copied(table: &Table) -> String {
    let is_rowid = |generated: &Generated| matches!(generated, Generated::Rowid(_));
    let rowid = match &table.storage {
        Storage::Rowid { alias } if !table.columns.iter().any(|column| is_rowid(&column.generated)) => Some(alias.clone()),
        _ => None,
    };
    let columns = table.columns.iter().filter(|column| !column.generated.is_computed()).map(|column| quote(&column.name));
    // All three names of the rowid may be taken by columns; it cannot be copied then.
    let rowid = rowid.filter(|alias| table.columns.iter().all(|column| !column.name.eq_ignore_ascii_case(alias)));
    rowid.into_iter().chain(columns).collect::<Vec<_>>().join(", ")
}

/// Gives a CREATE TABLE another name.
fn renamed(create: &str, name: &str) -> Option<String> {
    let tokens = tokens(create);
    let [first, second, old, ..] = tokens.as_slice() else { return None };
    if !first.is_word("CREATE") || !second.is_word("TABLE") {
        return None;
    }
    let mut sql = create.to_owned();
    sql.replace_range(old.at.clone(), name);
    Some(sql)
}
