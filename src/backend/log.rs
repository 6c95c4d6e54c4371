//! What a log says of statements: their text, how long they took and how many rows they were about.
//!
//! **Invariant**: no value reaches a log. Bound values are `?`, literals are `'..'`, and what a database says of a failure is only its kind, because
//! databases quote values in messages.

use std::fmt::Write;
use std::time::Instant;

use tracing::{Level, debug};

use super::statement::Statement;
use super::tokens::{Kind, tokens};
use super::{DatabaseError, TextRow};

/// Runs a statement and logs it. `rows` says how many rows a result is about.
pub(super) fn timed<T>(
    sql: impl FnOnce() -> String,
    rows: impl FnOnce(&T) -> u64,
    run: impl FnOnce() -> Result<T, DatabaseError>,
) -> Result<T, DatabaseError> {
    if !tracing::enabled!(Level::DEBUG) {
        return run();
    }
    let begun = Instant::now();
    let result = run();
    let (sql, seconds) = (sql(), begun.elapsed().as_secs_f64());
    match &result {
        Ok(value) => debug!(seconds, rows = rows(value), sql, "statement"),
        Err(error) => debug!(seconds, failed = ?error.kind, sql, "statement"),
    }
    result
}

/// Runs a statement that gives rows, and logs it.
pub(super) fn timed_rows(
    sql: impl FnOnce() -> String,
    each: &mut dyn FnMut(TextRow),
    run: impl FnOnce(&mut dyn FnMut(TextRow)) -> Result<(), DatabaseError>,
) -> Result<(), DatabaseError> {
    let counted = || {
        let mut rows = 0;
        run(&mut |row| {
            rows += 1;
            each(row);
        })?;
        Ok(rows)
    };
    timed(sql, |rows| *rows, counted).map(drop)
}

/// Text of a statement without its values.
pub(super) fn of_statement(statement: &Statement) -> String {
    let mut sql = String::new();
    for (piece, bind) in statement.pieces() {
        sql.push_str(piece);
        sql.push_str(bind.map_or("", |_| "?"));
    }
    of_sql(&sql)
}

/// Text of SQL on one line, without literals and comments.
pub(super) fn of_sql(sql: &str) -> String {
    let (mut shown, mut end) = (String::with_capacity(sql.len()), 0);
    for token in tokens(sql) {
        if token.at.start > end && end > 0 {
            shown.push(' ');
        }
        let text = &sql[token.at.clone()];
        let is_literal = matches!(token.kind, Kind::Text(_)) || text.ends_with('\'');
        if is_literal {
            shown.push_str("'..'");
        } else {
            // Writing to a string cannot fail.
            let _ = write!(shown, "{text}");
        }
        end = token.at.end;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_left_out() {
        let check = |sql: &str, expect: &str| assert_eq!(of_sql(sql), expect);
        check("SELECT  'it''s',\n x'00', 7 -- why", "SELECT '..', '..', 7");
        check("\"a b\" = 'x'::text", "\"a b\" = '..'::text");
        check("", "");
        let bound = Statement::new("SELECT ").text("secret").sql(" WHERE x = ").int(3);
        assert_eq!(of_statement(&bound), "SELECT ? WHERE x = ?");
    }
}
