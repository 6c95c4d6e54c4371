//! A [`Statement`] as diesel wants it.
//!
//! Takes SQL text and binds, gives one `QueryFragment` for both databases. Text is bound as nullable text, integers as 64 bits; PostgreSQL gets them in
//! binary form, so that the SQL casts them from there (`CAST($1 AS text)::date`).
//!
//! **Invariant**: a prepared statement is found by its whole SQL text, never by its Rust type, so that two texts are never taken for each other.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use diesel::QueryResult;
use diesel::backend::Backend;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::serialize::ToSql;
use diesel::sql_types::{BigInt, HasSqlType, Nullable, Text, Untyped};

use super::statement::{Bind, Statement};

/// A statement on its way to diesel.
#[derive(Clone, Copy)]
pub(super) struct Fragment<'a> {
    statement: &'a Statement,
    cached: bool,
}

impl QueryId for Fragment<'_> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl Query for Fragment<'_> {
    type SqlType = Untyped;
}

impl<DB> QueryFragment<DB> for Fragment<'_>
where
    DB: Backend + HasSqlType<Nullable<Text>> + HasSqlType<BigInt>,
    Option<String>: ToSql<Nullable<Text>, DB>,
    i64: ToSql<BigInt, DB>,
{
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        if !self.cached {
            pass.unsafe_to_cache_prepared();
        }
        for (sql, bind) in self.statement.pieces() {
            pass.push_sql(sql);
            match bind {
                Some(Bind::Text(text)) => pass.push_bind_param::<Nullable<Text>, _>(text)?,
                Some(Bind::Int(int)) => pass.push_bind_param::<BigInt, _>(int)?,
                None => {}
            }
        }
        Ok(())
    }
}

/// Remembers which SQL texts were seen, so that only those that repeat are kept prepared.
///
/// A statement without binds works on whole tables: it is planned afresh each time, with what the planner then knows of them.
#[derive(Default)]
pub(super) struct Repeats(HashSet<u64>);

impl Repeats {
    /// Makes a fragment that is kept prepared from its second use on.
    pub(super) fn fragment<'a>(&mut self, statement: &'a Statement) -> Fragment<'a> {
        let mut hasher = DefaultHasher::new();
        let mut binds = 0;
        for (sql, bind) in statement.pieces() {
            sql.hash(&mut hasher);
            binds += usize::from(bind.is_some());
        }
        Fragment { statement, cached: binds > 0 && !self.0.insert(hasher.finish()) }
    }
}

#[cfg(test)]
mod tests {
    use diesel::debug_query;
    use diesel::pg::Pg;
    use diesel::sqlite::Sqlite;

    use super::*;

    #[test]
    fn numbers_binds_as_each_database_does() {
        let statement = Statement::new("SELECT ").text("a").sql(", ").bind(Bind::Text(None)).sql(" WHERE x = ").int(3);
        let fragment = Repeats::default().fragment(&statement);
        assert!(debug_query::<Pg, _>(&fragment).to_string().starts_with("SELECT $1, $2 WHERE x = $3 -- binds"));
        assert!(debug_query::<Sqlite, _>(&fragment).to_string().starts_with("SELECT ?, ? WHERE x = ? -- binds"));
    }

    #[test]
    fn keeps_only_what_repeats_with_binds() {
        let mut repeats = Repeats::default();
        let (bound, whole) = (Statement::new("a").int(1), Statement::new("b"));
        let cached: Vec<bool> = [&bound, &whole, &bound, &whole].into_iter().map(|s| repeats.fragment(s).cached).collect();
        assert_eq!(cached, [false, false, true, false]);
    }
}
