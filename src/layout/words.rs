//! Columns that are called by a reserved word: they are imported like others, but whoever writes SQL by hand trips over them.
//!
//! **Invariant**: nothing here is an error.

use crate::backend::statement::quote;
use crate::catalog::{BackendKind, Table};
use crate::mapping::Mapping;

use super::notes::{Amend, Notes};
use super::types;

/// What PostgreSQL reserves: `pg_get_keywords()` where `catcode` is `R` or `T` (<https://www.postgresql.org/docs/current/sql-keywords-appendix.html>).
const POSTGRES: &str = "all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column \
    concurrently constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp current_user default \
    deferrable desc distinct do else end except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into is \
    isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary \
    references returning right select session_user similar some symmetric system_user table tablesample then to trailing true union unique user using \
    variadic verbose when where window with";

/// The keywords of <https://www.sqlite.org/lang_keywords.html> that SQLite takes for no name without quotes.
const SQLITE: &str = "add all alter and as autoincrement between case cast check collate commit constraint create default deferrable delete distinct drop else \
    escape except exists foreign from group having in index insert intersect into is isnull join limit not nothing notnull null on or order primary raise \
    references returning select set table then to transaction union unique update using values when where";

/// Warns of the columns of a mapping that are called by a reserved word.
pub(super) fn check(backend: BackendKind, table: &Table, mapping: &Mapping, notes: &mut Notes) {
    let words = if backend == BackendKind::Postgres { POSTGRES } else { SQLITE };
    let is_reserved = |name: &str| words.split_whitespace().any(|word| word.eq_ignore_ascii_case(name));
    let name = table.display_name();
    for rule in mapping.columns.iter().filter(|rule| is_reserved(&rule.column) && table.column(&rule.column).is_some()) {
        let column = &rule.column;
        let message = format!(
            "the column `{column}` of the table `{name}` is called by a reserved word of SQL, expected another name: statements by hand have to quote it"
        );
        let alter =
            format!("ALTER TABLE {} RENAME COLUMN {} TO {};", types::quote_table(table), quote(column), quote(&format!("{column}_")));
        notes.warning(&rule.place, &name, message).on(column).help(format!("it is imported as it is; to give it another name: {alter}"));
    }
}
