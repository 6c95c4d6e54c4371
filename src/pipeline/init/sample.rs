//! What the records of a source look like: their fields, kinds of values, and texts.
//!
//! **Invariant**: memory is bounded by numbers of records, fields and texts; what was left out is never said not to be there.

use std::collections::BTreeMap;

use serde_json::Value;

use super::super::RunError;
use super::{limits, names};
use crate::mapping::{SourceFormat, SourceSpec};
use crate::source::{self, Chunk, Shape, Source};

/// Records looked at, a source.
const RECORDS_MAX: u64 = 20_000;
/// Fields told apart.
const FIELDS_MAX: usize = 2_000;
/// Distinct texts of a field.
const TEXTS_MAX: usize = 5_000;
/// Longest text that is kept.
const TEXT_BYTES_MAX: usize = 200;
/// A document with at most so many records may be a wrapper around the records.
const WRAPPER_MAX: usize = 3;
/// How deep in a wrapper records are looked for.
const DEPTH_MAX: usize = 4;

/// Records of all sources of a table.
#[derive(Default)]
pub(super) struct Sample {
    /// Records looked at.
    pub(super) records: u64,
    /// The records are members of an object.
    pub(super) is_keyed: bool,
    /// JSON pointer to the records.
    pub(super) pointer: String,
    /// Shape, where a look at the first bytes would take it for another one.
    pub(super) format: SourceFormat,
    /// By name; fields of objects inside a record by JSON pointer.
    pub(super) fields: BTreeMap<String, FieldSample>,
    /// Names of members, where the records are members of an object.
    pub(super) members: FieldSample,
}

/// Values of one field.
#[derive(Default)]
pub(super) struct FieldSample {
    /// Records that have it.
    pub(super) count: u64,
    /// Texts of strings and numbers, with counts.
    pub(super) texts: BTreeMap<String, u64>,
    /// Strings with white space at an end.
    pub(super) padded: u64,
    /// Strings that are JSON documents.
    pub(super) documents: u64,
    /// Smallest and largest whole number among the numbers.
    pub(super) range: Option<(i64, i64)>,
    /// Strings.
    pub(super) strings: u64,
    /// Arrays and objects.
    pub(super) nested: u64,
}

impl FieldSample {
    fn add(&mut self, value: &Value) {
        self.count += 1;
        match value {
            Value::String(text) => {
                self.strings += 1;
                self.padded += u64::from(text.trim() != text);
                let first = text.trim_start().chars().next();
                self.documents += u64::from(matches!(first, Some('{' | '[')) && serde_json::from_str::<Value>(text).is_ok());
                self.add_text(text);
            }
            Value::Number(number) => {
                if let Some(whole) = number.as_i64() {
                    self.range = Some(self.range.map_or((whole, whole), |(low, high)| (low.min(whole), high.max(whole))));
                }
                self.add_text(&number.to_string());
            }
            Value::Array(_) | Value::Object(_) => self.nested += 1,
            Value::Null | Value::Bool(_) => {}
        }
    }

    fn add_text(&mut self, text: &str) {
        if let Some(count) = self.texts.get_mut(text) {
            *count += 1;
        } else if self.texts.len() < TEXTS_MAX && text.len() <= TEXT_BYTES_MAX {
            self.texts.insert(text.to_owned(), 1);
        }
    }
}

impl Sample {
    /// Adds the records of a source. `table` is the folded name of the table.
    pub(super) fn add(&mut self, source: &Source, table: &str) -> Result<(), RunError> {
        let (pointer, format) = place(source, table)?;
        if self.records == 0 {
            self.pointer.clone_from(&pointer);
            self.format = format;
        }
        let spec = SourceSpec { format, pointer, ..SourceSpec::default() };
        let (limits, mut read) = (limits(), 0);
        for chunk in source::frames(source, &spec, 0, &limits, |_| {}) {
            let chunk = chunk?;
            self.is_keyed |= chunk.shape == Shape::Keyed;
            read += self.add_chunk(&chunk);
            if read >= RECORDS_MAX {
                break;
            }
        }
        self.records += read;
        Ok(())
    }

    fn add_chunk(&mut self, chunk: &Chunk) -> u64 {
        let mut read = 0;
        for record in chunk.records.iter().filter(|record| record.fault.is_none()) {
            let Ok(Value::Object(fields)) = serde_json::from_slice(chunk.text(record)) else { continue };
            read += 1;
            if let Some(name) = chunk.key(record).and_then(|key| serde_json::from_slice(key).ok()) {
                self.members.add(&name);
            }
            for (name, value) in &fields {
                self.field(name, value);
                if let Value::Object(members) = value {
                    let path = |member: &str| format!("/{}/{}", escape(name), escape(member));
                    members.iter().for_each(|(member, value)| self.field(&path(member), value));
                }
            }
        }
        read
    }

    fn field(&mut self, name: &str, value: &Value) {
        if let Some(field) = self.fields.get_mut(name) {
            field.add(value);
        } else if self.fields.len() < FIELDS_MAX {
            self.fields.entry(name.to_owned()).or_default().add(value);
        }
    }
}

/// Part of a JSON pointer.
fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// Finds the records: in a document that is a wrapper around them, or as members of an object of which some are no records.
fn place(source: &Source, table: &str) -> Result<(String, SourceFormat), RunError> {
    let (limits, spec) = (limits(), SourceSpec::default());
    let mut first: Vec<(Option<String>, Value)> = Vec::new();
    for chunk in source::frames(source, &spec, 0, &limits, |_| {}) {
        let chunk = match chunk {
            Ok(chunk) => chunk,
            // A document with one huge record is no wrapper that can be looked into.
            Err(error) if first.is_empty() => return Err(error.into()),
            Err(_) => break,
        };
        if chunk.shape == Shape::Array {
            return Ok((String::new(), SourceFormat::Auto));
        }
        for record in &chunk.records {
            let key = chunk.key(record).and_then(|key| serde_json::from_slice(key).ok());
            first.extend(serde_json::from_slice(chunk.text(record)).ok().map(|value| (key, value)));
        }
        if first.len() > WRAPPER_MAX {
            return Ok((String::new(), SourceFormat::Auto));
        }
    }
    if let [(None, Value::Object(members))] = first.as_slice()
        && members.len() > WRAPPER_MAX
        && members.values().filter(|value| value.is_object()).count() * 5 >= members.len() * 4
    {
        return Ok((String::new(), SourceFormat::Keyed));
    }
    let mut found: Vec<(bool, usize, String)> = Vec::new();
    for (key, value) in &first {
        let at = key.as_deref().map_or_else(String::new, |key| format!("/{}", escape(key)));
        look(value, &at, table, DEPTH_MAX, &mut found);
    }
    // One called like the table is preferred, then the largest.
    let best = found.into_iter().max_by_key(|(named, len, _)| (*named, *len));
    Ok((best.map(|(_, _, pointer)| pointer).unwrap_or_default(), SourceFormat::Auto))
}

fn look(value: &Value, at: &str, table: &str, depth: usize, found: &mut Vec<(bool, usize, String)>) {
    let named = at.rsplit('/').next().is_some_and(|name| names::fold(name) == table);
    match value {
        Value::Array(items) if items.iter().any(Value::is_object) && !at.is_empty() => found.push((named, items.len(), at.to_owned())),
        Value::Object(members) => {
            if members.len() > WRAPPER_MAX && !at.is_empty() && members.values().all(Value::is_object) {
                found.push((named, members.len(), at.to_owned()));
            } else if depth > 0 {
                members.iter().for_each(|(name, value)| look(value, &format!("{at}/{}", escape(name)), table, depth - 1, found));
            }
        }
        _ => {}
    }
}
