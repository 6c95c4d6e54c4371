//! One record as many: one for each element of the array, or member of the object, that the mapping's `each` names.

use std::borrow::Cow;

use super::index::Names;
use super::record::{Object, utf8};
use super::walk::parts;
use super::{FieldSet, Fields};
use crate::diagnostic::{Code, Fault};
use crate::mapping::FieldPath;
use crate::source::Limits;

/// Calls `each` for every element of the field that [`FieldSet::each`] names, with its number from 0 and its fields, and returns how many there
/// are. Without `each` in the set, the record is its own only element.
///
/// Plain fields and pointers are those of the element, [`FieldPath::Outer`] those of the record; `key` and `key_field` belong to the record
/// ([`FieldPath::Outer`] reaches the key). `rest` has the element's unmapped fields, and none where the element itself is mapped; the record's
/// other fields are left to the mapping that imports the record. An absent or null field has no elements.
///
/// # Errors
/// The fault of the record (a name that comes twice inside an element is one), or a field that is neither array nor object nor null
/// ([`Code::ValueWrongKind`]). An element that is no object where its fields are wanted is a fault that goes to `each`, and the others go on.
pub fn spread<'a>(
    record: &'a [u8],
    key: Option<&'a [u8]>,
    key_field: &str,
    set: &FieldSet,
    limits: &Limits,
    each: &mut dyn FnMut(u64, Result<&Fields<'a>, Fault>),
) -> Result<u64, Fault> {
    let mut fields = Fields::default();
    let Some(path) = &set.each else {
        super::decode(record, key, key_field, set, limits, &mut fields)?;
        each(0, Ok(&fields));
        return Ok(1);
    };
    let slots = set.paths().len();
    let names = set.names_around(path);
    let container = around(record, key, key_field, &names, limits, slots, &mut fields)?;
    let outer = std::mem::take(&mut fields.values);
    let Some(container) = container else { return Ok(0) };
    let Some(elements) = parts(container) else {
        let message = format!("found a scalar in `{path}` where an array or object was expected");
        return Err(Fault::new(Code::ValueWrongKind, message).field(path.to_string()));
    };
    let mut count = 0;
    for (name, text) in elements {
        let outcome = element(text, set, &mut fields).map(|()| {
            place(set, count, name, text, &outer, &mut fields);
            &fields
        });
        each(count, outcome);
        count += 1;
    }
    Ok(count)
}

/// Reads the record around the elements; returns the text of the field to spread, `None` where it is absent or null.
fn around<'a>(
    record: &'a [u8],
    key: Option<&'a [u8]>,
    key_field: &str,
    names: &Names,
    limits: &Limits,
    slots: usize,
    fields: &mut Fields<'a>,
) -> Result<Option<&'a str>, Fault> {
    let mut object = Object::new(names, false, Some(limits.depth_max), fields, slots + 1);
    object.read(utf8(record)?)?;
    if let Some(key) = key {
        object.add_key(utf8(key)?, key_field)?;
    }
    match fields.values.pop().flatten() {
        Some(Cow::Borrowed(text)) if text != "null" => Ok(Some(text)),
        _ => Ok(None),
    }
}

fn element<'a>(text: &'a str, set: &FieldSet, fields: &mut Fields<'a>) -> Result<(), Fault> {
    let index = &set.index;
    // Depth and names were looked at when the record around the element was read.
    let mut object = Object::new(&index.inner, set.keep_rest, None, fields, set.paths().len());
    let is_object = text.starts_with('{');
    if is_object || !index.inner.is_empty() {
        object.read(text)?;
    }
    if index.element.is_some() {
        fields.rest.clear();
        fields.left.clear();
    }
    Ok(())
}

/// Fills the slots that are no fields of the element.
fn place<'a>(set: &FieldSet, count: u64, name: &'a str, text: &'a str, outer: &[Option<Cow<'a, str>>], fields: &mut Fields<'a>) {
    let index = &set.index;
    let mut fill = |slot: Option<usize>, value: Option<Cow<'a, str>>| {
        if let Some(into) = slot.and_then(|slot| fields.values.get_mut(slot)) {
            *into = value;
        }
    };
    fill(index.element, Some(Cow::Borrowed(text)));
    if index.place.is_some() {
        fill(index.place, Some(Cow::Owned(count.to_string())));
    }
    fill(index.member, (!name.is_empty()).then_some(Cow::Borrowed(name)));
    for (slot, path) in set.paths().iter().enumerate() {
        if matches!(path, FieldPath::Outer(_)) {
            fill(Some(slot), outer.get(slot).cloned().flatten());
        }
    }
}
