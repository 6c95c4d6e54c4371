//! Opening a PostgreSQL connection and its settings.

use diesel::connection::{CacheSize, SimpleConnection};
use diesel::prelude::*;

use super::error::{from_connection, from_diesel};
use crate::backend::target::Address;
use crate::backend::{Access, DatabaseError, DatabaseErrorKind, Session, TargetUrl};

/// Settings of a connection, of those that proxies that pool transactions keep apart for each client.
const SETTINGS: &str = "SET client_encoding = 'UTF8';
SET TimeZone = 'UTC';
SET DateStyle = 'ISO, YMD';
SET standard_conforming_strings = on;
SET application_name = 'resettle';";

/// Settings that decide how values are read and printed, and how long a run may take; a role or database may have set others, as `pg_dump` supposes, too. Whoever gets the
/// connection next must not find them.
const SETTINGS_WITHIN: &str = "SET LOCAL IntervalStyle = 'postgres';
SET LOCAL bytea_output = 'hex';
SET LOCAL extra_float_digits = 1;
SET LOCAL lc_monetary = 'C';
SET LOCAL idle_in_transaction_session_timeout = 0;
SET LOCAL client_min_messages = warning;";

/// Lets statements of a transaction take their time. Comes first: the others may take longer than a role allows.
const UNHURRIED: &str = "SET LOCAL statement_timeout = 0;";

/// Lets a transaction take its time on servers that bound it (since version 17).
pub(crate) const WITHOUT_END: &str =
    "SELECT set_config('transaction_timeout', '0', true) WHERE current_setting('transaction_timeout', true) <> '0'";

/// How statements are planned and run, unless the server is more generous. Statements over all records of a run are few and big: compiling them costs more than it gives.
/// Small samples say enough of temporary tables and of the ledger's, and none but these are analyzed. That a page read out of order costs four times as much as the
/// next one is true of disks that turn: a few changed records were looked up by reading all of the ledger.
const PLANNING: &str = "SET LOCAL jit = off;
SET LOCAL default_statistics_target = 10;
SELECT set_config('random_page_cost', '1.1', true) WHERE CAST(current_setting('random_page_cost') AS double precision) > 1.1;
SELECT set_config('work_mem', '64MB', true) WHERE pg_size_bytes(current_setting('work_mem')) < 67108864";

/// What not every role may set, or not any more: error messages in English, from which the kinds that diesel does not tell apart are read, and memory for
/// temporary tables, which is fixed once a connection had one.
const OPTIONAL: [&str; 2] = [
    "SET LOCAL lc_messages = 'C'",
    "SELECT set_config('temp_buffers', '64MB', true) WHERE pg_size_bytes(current_setting('temp_buffers')) < 67108864",
];

/// Attempts to say that statements may take their time.
const ATTEMPTS: usize = 20;

/// Tries again what is cancelled by a timeout of the role: one of a millisecond is too short even for a `BEGIN` when others need the processor.
fn unless_hurried<T>(mut attempt: impl FnMut() -> Result<T, DatabaseError>) -> Result<T, DatabaseError> {
    for _ in 1..ATTEMPTS {
        match attempt() {
            Err(error) if error.message.contains("due to statement timeout") => {}
            done => return done,
        }
    }
    attempt()
}

/// Begins a transaction with this statement; those after it may take their time.
pub(crate) fn begin(session: &mut dyn Session, begin: &str) -> Result<(), DatabaseError> {
    let mut before = "";
    unless_hurried(|| session.batch(&format!("{}{begin};\n{UNHURRIED}", std::mem::replace(&mut before, "ROLLBACK; "))))
}

/// Makes the settings of a transaction that has just begun. They end with it: behind a proxy that pools transactions, the next one on this connection of the server
/// may be somebody else's, and the next one of this program may come to another connection.
pub(crate) fn settle_in(session: &mut dyn Session) -> Result<(), DatabaseError> {
    session.batch(&within())?;
    session.batch(PLANNING)?;
    for setting in OPTIONAL {
        if session.batch(&format!("SAVEPOINT rs_setting; {setting}; RELEASE SAVEPOINT rs_setting")).is_err() {
            // What it cannot do is no reason to stop.
            session.batch("ROLLBACK TO SAVEPOINT rs_setting; RELEASE SAVEPOINT rs_setting")?;
        }
    }
    Ok(())
}

/// All settings as those of a transaction.
fn within() -> String {
    format!("{UNHURRIED}\n{}\n{SETTINGS_WITHIN}\n{WITHOUT_END};", SETTINGS.replace("SET ", "SET LOCAL "))
}

/// Opens a PostgreSQL target. Notices of the server are not printed. With [`Access::ReadOnly`] a read-only transaction has begun.
///
/// # Errors
/// If it cannot be reached or refuses the settings.
pub(crate) fn open(target: &TargetUrl, access: Access) -> Result<PgConnection, DatabaseError> {
    let Address::Postgres(address) = target.address() else {
        return Err(DatabaseError::new(DatabaseErrorKind::Unreachable, format!("`{target}` is not a PostgreSQL database")));
    };
    let place = |mut error: DatabaseError| {
        error.message = format!("cannot connect to `{target}`: {}", target.without_secrets(&error.message));
        error
    };
    unless_hurried(|| {
        let mut connection = PgConnection::establish(address).map_err(|error| from_connection(&error))?;
        // A statement that was prepared under a name stays on one connection of the server, and the next transaction may come to another one.
        connection.set_prepared_statement_cache_size(CacheSize::Disabled);
        connection.batch_execute(&format!("BEGIN;\n{UNHURRIED}\n{SETTINGS}\nCOMMIT")).map_err(from_diesel)?;
        if access == Access::ReadOnly {
            connection.batch_execute("BEGIN READ ONLY").map_err(from_diesel)?;
            connection.batch_execute(&within()).map_err(from_diesel)?;
        }
        Ok(connection)
    })
    .map_err(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_again_what_was_hurried_and_nothing_else() {
        let check = |messages: &[&str], expect: Result<usize, &str>| {
            let mut attempts = 0;
            let done = unless_hurried(|| {
                attempts += 1;
                match messages.get(attempts - 1) {
                    Some(message) => Err(DatabaseError::new(DatabaseErrorKind::Other, *message)),
                    None => Ok(attempts),
                }
            });
            assert_eq!(done.map_err(|error| error.message), expect.map_err(str::to_owned), "{messages:?}");
        };
        let hurried = "canceling statement due to statement timeout";
        check(&[], Ok(1));
        check(&[hurried, hurried], Ok(3));
        check(&[hurried, "canceling statement due to lock timeout"], Err("canceling statement due to lock timeout"));
        check(&[hurried; ATTEMPTS], Err(hurried));
    }
}
