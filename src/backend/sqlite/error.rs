//! What SQLite says, as a [`DatabaseError`].
//!
//! diesel tells four kinds of violation apart; all else, the names included, stands in the message only
//! (<https://www.sqlite.org/rescode.html> has the codes, `sqlite3ErrStr` the texts).

use diesel::ConnectionError;
use diesel::result::{DatabaseErrorKind as Violation, Error};

use crate::backend::{DatabaseError, DatabaseErrorKind};

/// Beginnings and parts of messages that tell a kind.
const TELLING: [(&str, DatabaseErrorKind); 15] = [
    ("is locked", DatabaseErrorKind::Locked),
    ("readonly database", DatabaseErrorKind::ReadOnly),
    ("unable to open database file", DatabaseErrorKind::Unreachable),
    ("file is not a database", DatabaseErrorKind::Unreachable),
    ("not authorized", DatabaseErrorKind::Denied),
    ("access permission denied", DatabaseErrorKind::Denied),
    ("datatype mismatch", DatabaseErrorKind::Data),
    ("cannot store ", DatabaseErrorKind::Data),
    ("malformed JSON", DatabaseErrorKind::Data),
    ("string or blob too big", DatabaseErrorKind::Data),
    ("integer overflow", DatabaseErrorKind::Data),
    ("UNIQUE constraint failed", DatabaseErrorKind::Unique),
    ("FOREIGN KEY constraint failed", DatabaseErrorKind::ForeignKey),
    ("NOT NULL constraint failed", DatabaseErrorKind::Check),
    ("CHECK constraint failed", DatabaseErrorKind::Check),
];

/// Takes a diesel error.
#[expect(clippy::needless_pass_by_value, reason = "used as `map_err(from_diesel)`")]
pub(super) fn from_diesel(error: Error) -> DatabaseError {
    match &error {
        Error::DatabaseError(violation, information) => {
            let message = information.message();
            let kind = match violation {
                Violation::UniqueViolation => DatabaseErrorKind::Unique,
                Violation::ForeignKeyViolation => DatabaseErrorKind::ForeignKey,
                Violation::NotNullViolation | Violation::CheckViolation => DatabaseErrorKind::Check,
                _ => kind_of(message),
            };
            DatabaseError { constraint: constraint_of(message), ..DatabaseError::new(kind, message) }
        }
        Error::DeserializationError(_) | Error::SerializationError(_) => DatabaseError::new(DatabaseErrorKind::Data, error.to_string()),
        _ => DatabaseError::new(DatabaseErrorKind::Other, error.to_string()),
    }
}

/// Takes an error of opening a connection.
pub(super) fn from_connection(error: &ConnectionError) -> DatabaseError {
    match error {
        ConnectionError::BadConnection(message) => DatabaseError::new(DatabaseErrorKind::Unreachable, message.trim_end()),
        _ => DatabaseError::new(DatabaseErrorKind::Unreachable, error.to_string()),
    }
}

fn kind_of(message: &str) -> DatabaseErrorKind {
    TELLING.iter().find(|(part, _)| message.contains(part)).map_or(DatabaseErrorKind::Other, |(_, kind)| *kind)
}

/// Finds what a violation names: `index 'x'` gives `x`, `t.a, t.b` stays as it is.
fn constraint_of(message: &str) -> Option<String> {
    let (_, name) = message.split_once(" constraint failed: ")?;
    let index = name.strip_prefix("index '").and_then(|rest| rest.strip_suffix('\''));
    Some(index.unwrap_or(name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_kind_and_name_in_messages() {
        let check = |message: &str, kind: DatabaseErrorKind, constraint: Option<&str>| {
            assert_eq!((kind_of(message), constraint_of(message).as_deref()), (kind, constraint), "{message}");
        };
        check("UNIQUE constraint failed: t.a, t.b", DatabaseErrorKind::Unique, Some("t.a, t.b"));
        check("UNIQUE constraint failed: index 't_lower'", DatabaseErrorKind::Unique, Some("t_lower"));
        check("FOREIGN KEY constraint failed", DatabaseErrorKind::ForeignKey, None);
        check("CHECK constraint failed: positive", DatabaseErrorKind::Check, Some("positive"));
        check("database is locked", DatabaseErrorKind::Locked, None);
        check("attempt to write a readonly database", DatabaseErrorKind::ReadOnly, None);
        check("cannot store TEXT value in INTEGER column t.a", DatabaseErrorKind::Data, None);
        check("no such table: t", DatabaseErrorKind::Other, None);
    }
}
