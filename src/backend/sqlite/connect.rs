//! Opening a SQLite database and its settings.

use std::fmt::Write;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use super::error::{from_connection, from_diesel};
use crate::backend::target::Address;
use crate::backend::{Access, DatabaseError, DatabaseErrorKind, TargetUrl};

/// Settings of every connection.
///
/// A statement waits 5 s for a lock. The caches are 32 MiB for the file (see [`LOADING`]) and as much for temporary tables, which spill into a temporary file beyond that.
/// Reading `schema_version` finds out at once whether the file is a database.
const SETTINGS: &str = "PRAGMA busy_timeout = 5000;
PRAGMA foreign_keys = ON;
PRAGMA main.cache_size = -32768;
PRAGMA temp.cache_size = -32768;
PRAGMA main.schema_version;";

/// While very many rows go into the target at once, temporary tables have no use for their cache, and the file has it too. Of few rows the processor's own cache
/// holds more than this one would.
pub(crate) const LOADING: &str = "PRAGMA main.cache_size = -65536";

/// The cache as it is otherwise.
pub(crate) const LOADED: &str = "PRAGMA main.cache_size = -32768";

/// What a file opened read-only comes to after a process was killed in the middle of writing.
const HALF_WRITTEN: &str = "a process that wrote to it ended in the middle, and what it left must be taken back first, which this command may not do; any import does";

/// Opens a SQLite target; a missing file is created at the first write, and only with [`Access::ReadWrite`].
///
/// A database in memory is always writable: it is private to the connection and gone with it.
///
/// # Errors
/// If it cannot be opened or is not a database.
pub(crate) fn open(target: &TargetUrl, access: Access) -> Result<SqliteConnection, DatabaseError> {
    let uri = match target.address() {
        Address::SqliteMemory => ":memory:".to_owned(),
        Address::SqliteFile(path) => uri(path, access),
        Address::Postgres(_) => {
            return Err(DatabaseError::new(DatabaseErrorKind::Unreachable, format!("`{target}` is not a SQLite database")));
        }
    };
    let place = |mut error: DatabaseError| {
        // Taking back what a killed process left half written is writing, and comes before the first reading.
        let said = if access == Access::ReadOnly && error.kind == DatabaseErrorKind::ReadOnly { HALF_WRITTEN } else { &error.message };
        error.message = format!("cannot open `{target}`: {said}");
        if error.kind == DatabaseErrorKind::Other {
            error.kind = DatabaseErrorKind::Unreachable;
        }
        error
    };
    let mut connection = SqliteConnection::establish(&uri).map_err(|error| place(from_connection(&error)))?;
    connection.batch_execute(SETTINGS).map_err(|error| place(from_diesel(error)))?;
    Ok(connection)
}

/// Writes a path as a URI, so that neither `?` nor `#` nor `%` in it means anything (<https://www.sqlite.org/uri.html>).
fn uri(path: &str, access: Access) -> String {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    let mode = match access {
        Access::ReadWrite => "rwc",
        Access::ReadOnly => "ro",
    };
    // With an empty authority a leading double slash belongs to the path.
    let prefix = match path.as_bytes() {
        [b'/', ..] => "file://",
        [_, b':', b'/', ..] => "file:///",
        _ => "file:",
    };
    let mut uri = String::from(prefix);
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~:".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri + "?mode=" + mode
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_written_files_are_left_to_a_writer() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name).display().to_string();
        let target = |name: &str| TargetUrl::parse(&format!("sqlite:{}", at(name))).unwrap();
        let mut writer = open(&target("a.db"), Access::ReadWrite).unwrap();
        let filled = "CREATE TABLE t (x TEXT); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000) INSERT INTO t SELECT 'first' FROM n;";
        writer.batch_execute(filled).unwrap();
        writer.batch_execute("PRAGMA main.cache_size = 1; BEGIN IMMEDIATE; UPDATE t SET x = 'second'").unwrap();
        // What a killed process leaves: the file as it is in the middle, and its journal.
        std::fs::copy(at("a.db"), at("b.db")).unwrap();
        std::fs::copy(at("a.db-journal"), at("b.db-journal")).unwrap();
        let error = open(&target("b.db"), Access::ReadOnly).err().expect("an error");
        assert!(error.message.contains("ended in the middle"), "{error}");
        open(&target("b.db"), Access::ReadWrite).unwrap();
        let mut reader = open(&target("b.db"), Access::ReadOnly).unwrap();
        let left = diesel::sql_query("SELECT 1 FROM t WHERE x = 'second'").execute(&mut reader).unwrap();
        assert_eq!(left, 0);
    }

    #[test]
    fn encodes_paths() {
        let check = |path: &str, expect: &str| assert_eq!(uri(path, Access::ReadOnly), expect);
        check("a b.db", "file:a%20b.db?mode=ro");
        check("/x?y#z%41.db", "file:///x%3Fy%23z%2541.db?mode=ro");
        check("//x", "file:////x?mode=ro");
        check("ü&=", "file:%C3%BC%26%3D?mode=ro");
    }
}
