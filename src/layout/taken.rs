//! Which fields of a record a mapping takes.

use std::collections::BTreeSet;

use super::{Fill, Layout};
use crate::mapping::{FieldPath, Input};

/// Returns the top-level fields of the source's records that a layout takes, in whole or in part; with `each`, those of the record around the elements.
#[must_use]
pub fn taken_fields(layout: &Layout) -> BTreeSet<String> {
    let spread = layout.source.each.as_deref().and_then(|each| each.parse::<FieldPath>().ok());
    let inputs = layout.columns.iter().flat_map(|column| match &column.fill {
        Fill::Input(input) | Fill::Reference { from: input, .. } => paths(input),
        Fill::Id { from, .. } => vec![from],
    });
    let all = inputs.chain(layout.legacy_id.iter().map(|id| &id.from));
    let of_record = all.filter_map(|path| match (path, &spread) {
        (FieldPath::Outer(path), Some(_)) => Some(&**path),
        (_, Some(_)) => None,
        (path, None) => Some(path),
    });
    of_record.chain(&spread).filter_map(top).collect()
}

fn paths(input: &Input) -> Vec<&FieldPath> {
    match input {
        Input::Field(path) => vec![path],
        Input::FirstOf(all) => all.iter().map(|one| &one.path).collect(),
        Input::Constant(_) | Input::Rest => Vec::new(),
    }
}

fn top(path: &FieldPath) -> Option<String> {
    match path {
        FieldPath::Field(name) | FieldPath::Pointer { field: name, .. } => Some(name.clone()),
        _ => None,
    }
}
