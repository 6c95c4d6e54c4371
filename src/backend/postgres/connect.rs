//! Opening a PostgreSQL connection and its settings.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use super::error::{from_connection, from_diesel};
use crate::backend::target::Address;
use crate::backend::{Access, DatabaseError, DatabaseErrorKind, TargetUrl};

/// Settings that decide how values are read and printed; a role or database may have set others.
const SETTINGS: &str = "SET client_encoding = 'UTF8';
SET TimeZone = 'UTC';
SET DateStyle = 'ISO, YMD';
SET IntervalStyle = 'postgres';
SET bytea_output = 'hex';
SET extra_float_digits = 1;
SET standard_conforming_strings = on;
SET client_min_messages = warning;
SET application_name = 'resettle';";

/// Error messages in English, from which the kinds that diesel does not tell apart are read. Not every role may set it, and not every database has
/// PL/pgSQL; then such errors are of no particular kind.
const ENGLISH: &str = "DO $$ BEGIN SET lc_messages = 'C'; EXCEPTION WHEN insufficient_privilege THEN NULL; END $$";

/// Memory for joins and temporary tables, unless the server gives more. Statements over all records of a run are few and big: compiling them costs more
/// than it gives. Small samples say enough of temporary tables, and none but these are analyzed.
const MEMORY: &str = "SET jit = off;
SET default_statistics_target = 10;
SELECT set_config(name, '64MB', false) FROM pg_settings WHERE name IN ('work_mem', 'temp_buffers') AND pg_size_bytes(current_setting(name)) < 67108864";

/// Makes every transaction read-only that does not ask for more.
const READ_ONLY: &str = "SET default_transaction_read_only = on";

/// The settings once more, for one transaction: behind a proxy that pools transactions it may run on another connection than the one that was set up.
pub(crate) fn local_settings() -> String {
    SETTINGS.replace("SET ", "SET LOCAL ")
}

/// Opens a PostgreSQL target. Notices of the server are not printed.
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
    let mut connection = PgConnection::establish(address).map_err(|error| place(from_connection(&error)))?;
    connection.batch_execute(SETTINGS).map_err(|error| place(from_diesel(error)))?;
    connection.batch_execute(MEMORY).map_err(|error| place(from_diesel(error)))?;
    // What it cannot do is no reason to stop.
    drop(connection.batch_execute(ENGLISH));
    if access == Access::ReadOnly {
        connection.batch_execute(READ_ONLY).map_err(|error| place(from_diesel(error)))?;
    }
    Ok(connection)
}
