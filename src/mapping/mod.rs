//! What the user wants: the mapping files and the enum table, parsed and checked for themselves.
//!
//! Takes the folder `mappings/`, gives [`Project`]. It knows no database; [`crate::layout`] joins a mapping with the catalog.
//!
//! **Invariant**: every name in a model is spelled as in the file, and every error names file, line and column.

mod column;
mod enums;
mod error;
mod file;
mod load;
mod model;
mod nearest;
mod path;
mod reader;
#[cfg(test)]
mod schema_tests;
#[cfg(test)]
mod tests;
mod transforms;

pub use enums::EnumTableError;
pub use error::{MappingError, MappingErrors};
pub use load::{DEFAULT_NAMESPACE, load};
pub use model::*;
pub use nearest::nearest;
pub(crate) use nearest::{did_you_mean, one_of, printable};
pub use path::FieldPathError;
pub(crate) use path::unescape;
