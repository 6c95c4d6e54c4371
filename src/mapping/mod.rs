//! What the user wants: the mapping files and the enum table, parsed and checked for themselves.
//!
//! Takes the folder `mappings/`, gives [`Project`]. It knows no database; [`crate::layout`] joins a mapping with the catalog.
//!
//! **Invariant**: every name in a model is spelled as in the file, and every error names file, line and column.

mod column;
mod edit;
mod enums;
mod error;
mod file;
mod legacy;
mod load;
mod model;
mod nearest;
mod path;
mod reader;
#[cfg(test)]
pub(crate) mod schema_tests;
mod suggest;
#[cfg(test)]
mod tests;
mod transforms;

pub use edit::{EditError, NewSpelling, add_spellings};
pub use enums::EnumTableError;
pub use error::{MappingError, MappingErrors};
pub use legacy::LegacyEnum;
pub use load::{DEFAULT_NAMESPACE, load, load_with};
pub use model::*;
pub use nearest::nearest;
pub(crate) use nearest::{did_you_mean, one_of, printable, printable_line};
pub use path::FieldPathError;
pub(crate) use path::unescape;
pub use suggest::{Suggestion, clear_suggestion};
