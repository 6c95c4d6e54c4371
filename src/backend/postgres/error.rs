//! What PostgreSQL says, as a [`DatabaseError`].
//!
//! diesel tells the commonest violations apart; it keeps the SQLSTATE of all others to itself, so that their kind is read from the message
//! (texts of `src/backend/utils/errcodes.txt` classes 22, 40, 42501, 55P03 as PostgreSQL 13 to 18 print them).

use diesel::ConnectionError;
use diesel::result::{DatabaseErrorKind as Violation, Error};

use crate::backend::{DatabaseError, DatabaseErrorKind};

/// Parts of messages that tell a kind, the surer ones first.
const TELLING: [(&str, DatabaseErrorKind); 32] = [
    ("due to lock timeout", DatabaseErrorKind::Locked),
    ("could not obtain lock", DatabaseErrorKind::Locked),
    ("deadlock detected", DatabaseErrorKind::Retry),
    ("could not serialize access", DatabaseErrorKind::Retry),
    ("read-only transaction", DatabaseErrorKind::ReadOnly),
    ("permission denied", DatabaseErrorKind::Denied),
    ("must be owner of", DatabaseErrorKind::Denied),
    ("must be superuser", DatabaseErrorKind::Denied),
    ("row-level security policy", DatabaseErrorKind::Denied),
    ("terminating connection", DatabaseErrorKind::Unreachable),
    ("server closed the connection", DatabaseErrorKind::Unreachable),
    ("no connection to the server", DatabaseErrorKind::Unreachable),
    ("connection not open", DatabaseErrorKind::Unreachable),
    ("could not receive data from server", DatabaseErrorKind::Unreachable),
    ("could not send data to server", DatabaseErrorKind::Unreachable),
    ("SSL connection has been closed", DatabaseErrorKind::Unreachable),
    ("violates check constraint", DatabaseErrorKind::Check),
    ("violates not-null constraint", DatabaseErrorKind::Check),
    ("does not allow null values", DatabaseErrorKind::Check),
    ("invalid input", DatabaseErrorKind::Data),
    ("invalid byte sequence", DatabaseErrorKind::Data),
    ("value too long", DatabaseErrorKind::Data),
    ("field overflow", DatabaseErrorKind::Data),
    ("out of range", DatabaseErrorKind::Data),
    ("malformed", DatabaseErrorKind::Data),
    ("unsupported Unicode escape", DatabaseErrorKind::Data),
    ("division by zero", DatabaseErrorKind::Data),
    ("extra data after last expected column", DatabaseErrorKind::Data),
    ("missing data for column", DatabaseErrorKind::Data),
    ("invalid UUID", DatabaseErrorKind::Data),
    ("invalid hexadecimal", DatabaseErrorKind::Data),
    ("does not match type", DatabaseErrorKind::Data),
];

/// Takes a diesel error.
#[expect(clippy::needless_pass_by_value, reason = "used as `map_err(from_diesel)`")]
pub(super) fn from_diesel(error: Error) -> DatabaseError {
    match &error {
        Error::DatabaseError(violation, information) => {
            let message = information.message().trim_end();
            DatabaseError {
                message: message.to_owned(),
                detail: information.details().map(str::to_owned),
                constraint: information.constraint_name().or(information.column_name()).map(str::to_owned),
                kind: kind_of(*violation, message),
            }
        }
        Error::DeserializationError(_) | Error::SerializationError(_) => {
            DatabaseError::new(kind_of_message(&error.to_string()).unwrap_or(DatabaseErrorKind::Data), error.to_string())
        }
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

fn kind_of(violation: Violation, message: &str) -> DatabaseErrorKind {
    match violation {
        Violation::UniqueViolation | Violation::ExclusionViolation => DatabaseErrorKind::Unique,
        Violation::ForeignKeyViolation | Violation::RestrictViolation => DatabaseErrorKind::ForeignKey,
        Violation::NotNullViolation | Violation::CheckViolation => DatabaseErrorKind::Check,
        Violation::SerializationFailure => DatabaseErrorKind::Retry,
        Violation::ReadOnlyTransaction => DatabaseErrorKind::ReadOnly,
        Violation::ClosedConnection => DatabaseErrorKind::Unreachable,
        _ => kind_of_message(message).unwrap_or(DatabaseErrorKind::Other),
    }
}

fn kind_of_message(message: &str) -> Option<DatabaseErrorKind> {
    TELLING.iter().find(|(part, _)| message.contains(part)).map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_kinds_from_messages() {
        let check = |message: &str, kind: DatabaseErrorKind| assert_eq!(kind_of(Violation::Unknown, message), kind, "{message}");
        check("canceling statement due to lock timeout", DatabaseErrorKind::Locked);
        check("deadlock detected", DatabaseErrorKind::Retry);
        check("permission denied for table t", DatabaseErrorKind::Denied);
        check("new row violates row-level security policy for table \"t\"", DatabaseErrorKind::Denied);
        check("value too long for type character varying(3)", DatabaseErrorKind::Data);
        check("date/time field value out of range: \"2024-13-01\"", DatabaseErrorKind::Data);
        check("terminating connection due to administrator command", DatabaseErrorKind::Unreachable);
        check("relation \"t\" does not exist", DatabaseErrorKind::Other);
    }
}
