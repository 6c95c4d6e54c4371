//! Records as fields: picks out of each record the values that the mapping names, and counts the rest.
//!
//! Takes a record's bytes, gives [`Fields`]. It borrows from the record wherever it can.
//!
//! **Invariant**: no digit, no escape and no field of the record is lost; a value is JSON text exactly as in the source.

mod fields;
mod index;
mod left;
mod record;
mod spread;
#[cfg(test)]
mod tests;
pub mod text;
mod walk;

pub use fields::{FieldSet, Fields, Slot};
pub use record::decode;
pub use spread::spread;
pub use text::unquote;
