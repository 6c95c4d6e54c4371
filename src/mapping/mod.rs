//! What the user wants: the mapping files and the enum table, parsed and checked for themselves.
//!
//! Takes the folder `mappings/`, gives [`Project`]. It knows no database; [`crate::layout`] joins a mapping with the catalog.
//!
//! **Invariant**: every name in a model is spelled as in the file, and every error names file, line and column.

mod model;

pub use model::*;
