//! One record as fields, in one pass.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer as _, Error as _, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::index::{Names, Wanted};
use super::left;
use super::text::unquote;
use super::walk::{duplicate, inspect, pointed};
use super::{FieldSet, Fields};
use crate::diagnostic::{Code, Fault};
use crate::source::{Limits, not_an_object};

/// Unmapped fields up to which names are compared one by one.
const COMPARED_MAX: usize = 24;

/// Reads the fields of `record` that `set` wants into `fields`, which is emptied first.
///
/// `key` is the JSON string under which a keyed record stands; it is a field named `key_field`. Where the record has a field of that name too,
/// the two must agree as text (a null field gives way).
///
/// The record is checked whole: UTF-8, syntax, depth, and names that come twice in any object of it, mapped or not. Not checked is whether
/// its strings are Unicode text (lone surrogates): [`unquote`] does so where a string is wanted. `fields.rest` has the text of unmapped fields
/// only where [`FieldSet::keep_rest`] is set, else empty text.
///
/// # Errors
/// The fault that makes the record unusable; `fields` is then of no use.
pub fn decode<'a>(
    record: &'a [u8],
    key: Option<&'a [u8]>,
    key_field: &str,
    set: &FieldSet,
    limits: &Limits,
    fields: &mut Fields<'a>,
) -> Result<(), Fault> {
    let record = utf8(record)?;
    let mut object = Object::new(&set.index.inner, set.keep_rest, Some(limits.depth_max), fields, set.paths().len());
    object.read(record)?;
    match key {
        Some(key) => object.add_key(utf8(key)?, key_field),
        None => Ok(()),
    }
}

/// Checks that bytes are UTF-8.
pub(super) fn utf8(bytes: &[u8]) -> Result<&str, Fault> {
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let byte = bytes.get(at).copied().unwrap_or_default();
        Fault::new(Code::SourceInvalidUtf8, format!("found byte {byte:#04x} where UTF-8 was expected")).at(at)
    })
}

/// An object that is being read.
pub(super) struct Object<'s, 'f, 'a> {
    names: &'s Names,
    keep_rest: bool,
    /// Deepest nesting; `None` where depth and names of the values were looked at before.
    depth_max: Option<usize>,
    fields: &'f mut Fields<'a>,
    seen: Seen,
    fault: Option<Fault>,
}

impl<'s, 'f, 'a> Object<'s, 'f, 'a> {
    /// Empties `fields` and prepares it for `slots` slots.
    pub(super) fn new(names: &'s Names, keep_rest: bool, depth_max: Option<usize>, fields: &'f mut Fields<'a>, slots: usize) -> Self {
        fields.rest.clear();
        fields.left.clear();
        fields.values.clear();
        fields.values.resize(slots, None);
        Self { names, keep_rest, depth_max, fields, seen: Seen::new(names.len()), fault: None }
    }

    /// Reads the object that `text` is.
    pub(super) fn read(&mut self, text: &'a str) -> Result<(), Fault> {
        let first = text.trim_ascii_start().bytes().next().unwrap_or_default();
        if let Some(fault) = not_an_object(first) {
            return Err(fault);
        }
        let mut json = serde_json::Deserializer::from_str(text);
        let outcome = json.deserialize_map(&mut *self).and_then(|()| json.end());
        match (self.fault.take(), outcome) {
            (Some(fault), _) => Err(fault),
            (None, Err(error)) => Err(syntax(text, &error)),
            (None, Ok(())) => Ok(()),
        }
    }

    fn take(&mut self, name: Cow<'a, str>, value: &'a str) -> Result<(), Fault> {
        if let Some(depth_max) = self.depth_max {
            inspect(value, 1, depth_max)?;
        }
        let Some(number) = self.names.number(&name) else {
            let value = if self.keep_rest { value } else { "" };
            self.fields.rest.push((name, Cow::Borrowed(value)));
            return Ok(());
        };
        if self.seen.is_second(number) {
            return Err(duplicate(&name));
        }
        let Some(wanted) = self.names.get(number) else { return Ok(()) };
        for (slot, tokens) in &wanted.parts {
            self.set(*slot, pointed(value, tokens));
        }
        match wanted.whole {
            Some(slot) => self.set(slot, Some(value)),
            None => self.leave(wanted, name, value),
        }
        Ok(())
    }

    /// Keeps, or names, what pointers leave of a value.
    fn leave(&mut self, wanted: &Wanted, name: Cow<'a, str>, value: &'a str) {
        let taken: Vec<&[String]> = wanted.parts.iter().map(|(_, tokens)| tokens.as_slice()).collect();
        if !self.keep_rest {
            left::names(&name, value, &taken, &mut self.fields.left);
        } else if let Some(object) = left::object(value, &taken) {
            self.fields.rest.push((name, Cow::Owned(object)));
        }
    }

    fn set(&mut self, slot: usize, value: Option<&'a str>) {
        if let Some(into) = self.fields.values.get_mut(slot) {
            *into = value.map(Cow::Borrowed);
        }
    }

    /// Adds the name of a keyed record as the field `key_field`.
    pub(super) fn add_key(&mut self, key: &'a str, key_field: &str) -> Result<(), Fault> {
        let wanted = self.names.number(key_field).and_then(|number| self.names.get(number));
        let (own, slot) = match wanted {
            Some(wanted) => (wanted.whole.and_then(|slot| self.fields.values.get(slot)?.clone()), wanted.whole),
            None => (self.fields.rest.iter().find(|(name, _)| name == key_field).map(|(_, value)| value.clone()), None),
        };
        let unread = wanted.is_none() && !self.keep_rest && own.is_some();
        match own {
            _ if unread => return Ok(()),
            Some(own) if own != "null" => return agree(&own, key, key_field),
            _ => {}
        }
        unquote(key).map_err(|fault| fault.field(key_field))?;
        if let Some(slot) = slot {
            self.set(slot, Some(key));
        } else if wanted.is_none() {
            self.fields.rest.retain(|(name, _)| name != key_field);
            let value = if self.keep_rest { key } else { "" };
            self.fields.rest.push((Cow::Owned(key_field.to_owned()), Cow::Borrowed(value)));
        }
        Ok(())
    }
}

/// Checks that a record's own field says the same as the name under which it stands.
fn agree(own: &str, key: &str, key_field: &str) -> Result<(), Fault> {
    let own_text = if own.starts_with('"') { unquote(own)? } else { Cow::Borrowed(own) };
    let key_text = unquote(key)?;
    if own_text == key_text {
        return Ok(());
    }
    let message = format!("the record stands under `{key_text}` but its own field `{key_field}` is `{own_text}`; set another `key_field`");
    Err(Fault::new(Code::RecordDuplicateField, message).field(key_field))
}

impl<'a> Visitor<'a> for &mut Object<'_, '_, 'a> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'a>>(self, mut map: M) -> Result<(), M::Error> {
        while let Some(name) = map.next_key_seed(Name)? {
            let value = map.next_value::<&'a RawValue>()?.get();
            if let Err(fault) = self.take(name, value) {
                self.fault = Some(fault);
                return Err(M::Error::custom("the record has a fault"));
            }
        }
        if let Some(twice) = second(&self.fields.rest) {
            self.fault = Some(duplicate(twice));
        }
        Ok(())
    }
}

/// Finds a name that comes a second time.
fn second<'r>(rest: &'r [(Cow<'_, str>, Cow<'_, str>)]) -> Option<&'r str> {
    let mut names = rest.iter().map(|(name, _)| name.as_ref());
    if rest.len() > COMPARED_MAX {
        let mut seen = HashSet::with_capacity(rest.len());
        return names.find(|name| !seen.insert(*name));
    }
    let is_earlier = |(n, name): &(usize, &str)| rest.iter().take(*n).any(|(other, _)| other == name);
    names.enumerate().find(is_earlier).map(|(_, name)| name)
}

/// Reads a name without a copy where it has no escapes.
struct Name;

impl<'a> DeserializeSeed<'a> for Name {
    type Value = Cow<'a, str>;

    fn deserialize<D: serde::Deserializer<'a>>(self, json: D) -> Result<Self::Value, D::Error> {
        json.deserialize_str(self)
    }
}

impl<'a> Visitor<'a> for Name {
    type Value = Cow<'a, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_borrowed_str<E>(self, name: &'a str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}

/// Which wanted names have come.
struct Seen {
    few: u128,
    many: Vec<bool>,
}

impl Seen {
    fn new(names: usize) -> Self {
        Self { few: 0, many: vec![false; names.saturating_sub(128)] }
    }

    /// Remembers a name; true where it has come before.
    fn is_second(&mut self, number: usize) -> bool {
        match number.checked_sub(128) {
            None => {
                let bit = 1 << number;
                let second = self.few & bit != 0;
                self.few |= bit;
                second
            }
            Some(number) => self.many.get_mut(number).is_some_and(|seen| std::mem::replace(seen, true)),
        }
    }
}

/// Makes a fault of what `serde_json` says, with the byte instead of line and column.
fn syntax(text: &str, error: &serde_json::Error) -> Fault {
    let whole = error.to_string();
    let message = whole.split(" at line ").next().unwrap_or_default();
    let line_start: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let byte = (line_start + error.column().saturating_sub(1)).min(text.len());
    Fault::new(Code::SourceSyntax, format!("the record is not JSON: {message}")).at(byte)
}
