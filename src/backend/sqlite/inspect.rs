//! Reads the catalog of a SQLite database.

use super::SqliteSession;
use crate::backend::{DatabaseError, DatabaseErrorKind};
use crate::catalog::Catalog;

/// Reads the catalog.
pub(super) fn inspect(_session: &mut SqliteSession) -> Result<Catalog, DatabaseError> {
    Err(DatabaseError::new(DatabaseErrorKind::Other, "the catalog cannot be read yet"))
}
