//! Reads the catalog of a PostgreSQL database.

use super::PostgresSession;
use crate::backend::{DatabaseError, DatabaseErrorKind};
use crate::catalog::Catalog;

/// Reads the catalog.
pub(super) fn inspect(_session: &mut PostgresSession) -> Result<Catalog, DatabaseError> {
    Err(DatabaseError::new(DatabaseErrorKind::Other, "the catalog cannot be read yet"))
}
