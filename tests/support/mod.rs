//! What every test here stands on: databases of both kinds, projects, the binary as a user runs it, and cases in folders.
//!
//! **Invariant**: a test leaves nothing behind, passed or not, and needs nothing of the machine but what `scripts/test` gives it.

pub(crate) mod case;
mod content;
mod database;
pub(crate) mod oracle;
mod project;
mod server;
mod tests;
mod watch;

pub(crate) use database::Database;
pub(crate) use project::{Output, Project};
pub(crate) use server::Server;

/// Makes of each function two tests, one on SQLite and one on PostgreSQL, each with a database of its own.
///
/// ```text
/// each_backend! {
///     fn inserts(database: &Database) { ... }
/// }
/// ```
macro_rules! each_backend {
    ($($(#[$meta:meta])* fn $name:ident($database:ident: &Database) $body:block)+) => {
        $(
            mod $name {
                use super::*;

                $(#[$meta])*
                fn on_one($database: &$crate::support::Database) $body

                #[test]
                fn sqlite() {
                    on_one(&$crate::support::Database::sqlite());
                }

                #[test]
                fn postgres() {
                    if let Some(database) = $crate::support::Database::postgres() {
                        on_one(&database);
                    }
                }
            }
        )+
    };
}
pub(crate) use each_backend;

/// Runs a check on SQLite and on PostgreSQL, one after the other; for checks that have to see both.
pub(crate) fn on_each_backend(mut check: impl FnMut(&Database)) {
    check(&Database::sqlite());
    if let Some(database) = Database::postgres() {
        check(&database);
    }
}
