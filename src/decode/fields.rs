//! The fields that a mapping asks for, and the values that one record has for them.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::index::{Index, Names};
use crate::mapping::FieldPath;

/// Number of a wanted field in a [`FieldSet`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot(pub usize);

/// The fields that a mapping asks for.
#[derive(Clone, Debug, Default)]
pub struct FieldSet {
    paths: Vec<FieldPath>,
    pub(super) index: Index,
    around: OnceLock<(FieldPath, Names)>,
    /// Field over whose elements each record is spread out (see [`SourceSpec::each`](crate::mapping::SourceSpec::each)).
    pub each: Option<FieldPath>,
    /// True where the mapping collects unmapped fields, so that decoding must keep their values.
    pub keep_rest: bool,
}

impl FieldSet {
    /// Asks for a field and returns its slot; asking twice gives the same slot.
    pub fn want(&mut self, path: &FieldPath) -> Slot {
        if let Some(found) = self.paths.iter().position(|known| known == path) {
            return Slot(found);
        }
        self.index.add(path, self.paths.len());
        self.around = OnceLock::new();
        self.paths.push(path.clone());
        Slot(self.paths.len() - 1)
    }

    /// Returns the wanted fields of the record around the elements, and the field `each` in the slot behind those of the set.
    pub(super) fn names_around(&self, each: &FieldPath) -> Cow<'_, Names> {
        let make = || {
            let mut names = self.index.outer.clone();
            names.add_beside(each, self.paths.len());
            names
        };
        match self.around.get_or_init(|| (each.clone(), make())) {
            (path, names) if path == each => Cow::Borrowed(names),
            _ => Cow::Owned(make()),
        }
    }

    /// Returns the wanted fields in slot order.
    #[must_use]
    pub fn paths(&self) -> &[FieldPath] {
        &self.paths
    }
}

/// The values that one record has for the wanted fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields<'a> {
    /// One entry a slot: JSON text as in the source (`null` where the field is there and null); `None` where it is absent.
    pub values: Vec<Option<Cow<'a, str>>>,
    /// Fields that no slot asks for, in source order: name (unescaped) and JSON text. Where values are kept ([`FieldSet::keep_rest`]), also what is left of a
    /// field of which only parts are asked for by pointer.
    pub rest: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// Where values are not kept: pointers to what is left of fields of which only parts are asked for (`/license/url`).
    pub left: Vec<String>,
}

impl Fields<'_> {
    /// Returns the JSON text of a slot.
    #[must_use]
    pub fn get(&self, slot: Slot) -> Option<&str> {
        self.values.get(slot.0).and_then(Option::as_deref)
    }
}
