//! TOML with places: every value that is read can say where it stands, and every mistake is noted without stopping.
//!
//! Takes the text of one file, gives [`Section`]s and [`Entry`]s.
//!
//! **Invariant**: nothing here panics, whatever the file holds; a mistake is noted once.

use std::cell::RefCell;
use std::str::FromStr;

use serde_json::Value as Json;
use toml_edit::{Document, Item, TableLike, Value};

use super::nearest::{did_you_mean, one_of, printable};
use super::{MappingError, Place};

/// One file and the mistakes found in it so far.
pub(super) struct TomlText {
    /// Path relative to the project.
    file: String,
    text: String,
    /// Offset at which each line begins.
    lines: Vec<usize>,
    errors: RefCell<Vec<MappingError>>,
}

impl TomlText {
    /// Wraps the bytes of a file; bytes that are not UTF-8 are a mistake, and nothing is read then.
    pub(super) fn new(file: String, bytes: Vec<u8>) -> Self {
        match String::from_utf8(bytes) {
            Ok(text) => Self::of(file, text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let this = Self::of(file, String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned());
                this.note(valid, "a byte that is not UTF-8, expected TOML, which is UTF-8 text", None);
                Self { text: String::new(), ..this }
            }
        }
    }

    fn of(file: String, text: String) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { file, text, lines, errors: RefCell::new(Vec::new()) }
    }

    /// Says whether no mistake was found so far.
    pub(super) fn is_clean(&self) -> bool {
        self.errors.borrow().is_empty()
    }

    /// Parses the text; a syntax mistake is noted and gives `None`.
    pub(super) fn parse(&self) -> Option<Document<&str>> {
        match Document::parse(self.text.as_str()) {
            Ok(document) => Some(document),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let message: Vec<&str> = error.message().lines().map(str::trim).filter(|line| !line.is_empty()).collect();
                self.note(at, format!("not TOML: {}", printable(&message.join("; "))), None);
                None
            }
        }
    }

    /// Returns the place of a byte offset.
    pub(super) fn place(&self, at: usize) -> Place {
        let line = self.lines.partition_point(|start| *start <= at).max(1);
        let start = self.lines.get(line - 1).copied().unwrap_or_default();
        let before = self.text.get(start..at.min(self.text.len())).unwrap_or_default();
        Place { file: self.file.clone(), line, column: before.chars().count() + 1 }
    }

    /// Notes a mistake.
    pub(super) fn note(&self, at: usize, message: impl Into<String>, hint: Option<String>) {
        self.errors.borrow_mut().push(MappingError { place: self.place(at), message: message.into(), hint });
    }

    /// Gives the mistakes.
    pub(super) fn into_errors(self) -> Vec<MappingError> {
        self.errors.into_inner()
    }
}

/// A table of a file.
#[derive(Clone, Copy)]
pub(super) struct Section<'a> {
    /// The file.
    pub(super) text: &'a TomlText,
    table: &'a dyn TableLike,
    /// Offset of its header or of the key that holds it.
    pub(super) at: usize,
}

impl<'a> Section<'a> {
    /// Wraps a whole document.
    pub(super) fn root(text: &'a TomlText, document: &'a Document<&str>) -> Self {
        Self { text, table: document.as_table(), at: 0 }
    }

    /// Finds an entry.
    pub(super) fn get(&self, key: &str) -> Option<Entry<'a>> {
        let (key, item) = self.table.get_key_value(key)?;
        Some(self.entry(key.get(), key.span(), item))
    }

    /// Returns all entries in file order.
    pub(super) fn entries(&self) -> Vec<Entry<'a>> {
        let key_span = |name: &str| self.table.key(name).and_then(toml_edit::Key::span);
        self.table.iter().map(|(name, item)| self.entry(name, key_span(name), item)).collect()
    }

    fn entry(&self, name: &'a str, span: Option<std::ops::Range<usize>>, item: &'a Item) -> Entry<'a> {
        let at = span.or_else(|| item.span()).map_or(self.at, |span| span.start);
        Entry { text: self.text, name, at, item }
    }

    /// Notes every key that is not in `known`.
    pub(super) fn only(&self, known: &[&str]) {
        for entry in self.entries() {
            if !known.contains(&entry.name) {
                let message = format!("unknown key `{}`, expected {}", printable(entry.name), one_of(known.iter().copied()));
                self.text.note(entry.at, message, did_you_mean(entry.name, known.iter().copied()));
            }
        }
    }
}

/// One key of a table with its value.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    text: &'a TomlText,
    /// The key.
    pub(super) name: &'a str,
    /// Offset of the key.
    pub(super) at: usize,
    item: &'a Item,
}

impl<'a> Entry<'a> {
    /// Returns the offset of the value.
    pub(super) fn value_at(&self) -> usize {
        self.item.span().map_or(self.at, |span| span.start)
    }

    /// Returns the place of the key.
    pub(super) fn place(&self) -> Place {
        self.text.place(self.at)
    }

    /// Notes a mistake at the value.
    pub(super) fn note(&self, message: impl Into<String>, hint: Option<String>) {
        self.text.note(self.value_at(), message, hint);
    }

    fn wrong_kind(&self, expected: &str) {
        self.note(format!("`{}` is {}, expected {expected}", printable(self.name), kind_of(self.item.type_name())), None);
    }

    /// Returns the value where it is text.
    pub(super) fn text_value(&self) -> Option<&'a str> {
        self.item.as_str()
    }

    /// Reads text that is not empty.
    pub(super) fn string(&self) -> Option<String> {
        match self.item.as_str() {
            Some("") => {
                self.note(format!("`{}` is empty, expected text", printable(self.name)), None);
                None
            }
            Some(text) => Some(text.to_owned()),
            None => {
                self.wrong_kind("text in quotes");
                None
            }
        }
    }

    /// Reads a boolean.
    pub(super) fn boolean(&self) -> Option<bool> {
        let value = self.item.as_bool();
        if value.is_none() {
            self.wrong_kind("`true` or `false`");
        }
        value
    }

    /// Reads a table.
    pub(super) fn section(&self) -> Option<Section<'a>> {
        let table = self.item.as_table_like();
        if table.is_none() {
            self.wrong_kind("a table");
        }
        Some(Section { text: self.text, table: table?, at: self.at })
    }

    /// Returns the value as a table where it is one.
    pub(super) fn as_section(&self) -> Option<Section<'a>> {
        self.item.as_table_like().map(|table| Section { text: self.text, table, at: self.at })
    }

    /// Reads one text or an array of texts, each with its offset.
    pub(super) fn strings(&self) -> Option<Vec<(String, usize)>> {
        if let Some(text) = self.item.as_str() {
            return Some(vec![(text.to_owned(), self.value_at())]);
        }
        let Some(array) = self.item.as_array() else {
            self.wrong_kind("text in quotes or an array of texts");
            return None;
        };
        let mut texts = Vec::new();
        for value in array {
            let at = value.span().map_or(self.at, |span| span.start);
            match value.as_str() {
                Some(text) => texts.push((text.to_owned(), at)),
                None => self.text.note(
                    at,
                    format!("`{}` holds {}, expected text in quotes", printable(self.name), kind_of(value.type_name())),
                    None,
                ),
            }
        }
        Some(texts)
    }

    /// Returns the value, or the values of the array that it is.
    pub(super) fn pieces(&self) -> Vec<Piece<'a>> {
        let piece = |value: &'a Value| Piece { text: self.text, at: value.span().map_or(self.at, |span| span.start), value };
        match self.item.as_value() {
            Some(Value::Array(array)) => array.iter().map(piece).collect(),
            Some(value) => vec![piece(value)],
            None => Vec::new(),
        }
    }

    /// Says whether the value is an array.
    pub(super) fn is_array(&self) -> bool {
        self.item.is_array()
    }

    /// Reads one scalar or an array of scalars as the text that JSON would have for them, strings without their quotes.
    pub(super) fn scalars(&self) -> Option<Vec<String>> {
        let values: Vec<&Value> = match self.item.as_value() {
            Some(Value::Array(array)) => array.iter().collect(),
            Some(value) if !value.is_inline_table() => vec![value],
            _ => {
                self.wrong_kind("a text, number or boolean, or an array of them");
                return None;
            }
        };
        Some(values.into_iter().filter_map(|value| self.scalar(value)).collect())
    }

    fn scalar(&self, value: &Value) -> Option<String> {
        match self.convert(value)? {
            Json::String(text) => Some(text),
            Json::Array(_) | Json::Object(_) => {
                let at = value.span().map_or(self.at, |span| span.start);
                self.text.note(
                    at,
                    format!("`{}` holds {}, expected a text, number or boolean", printable(self.name), kind_of(value.type_name())),
                    None,
                );
                None
            }
            other => Some(other.to_string()),
        }
    }

    /// Reads any value as JSON; dates become text, numbers keep their digits.
    pub(super) fn json(&self) -> Option<Json> {
        if let Some(value) = self.item.as_value() {
            return self.convert(value);
        }
        let members = self.section()?.entries();
        let members: Option<serde_json::Map<_, _>> = members.iter().map(|entry| Some((entry.name.to_owned(), entry.json()?))).collect();
        members.map(Json::Object)
    }

    fn convert(&self, value: &Value) -> Option<Json> {
        match value {
            Value::String(text) => Some(Json::String(text.value().clone())),
            Value::Integer(number) => Some(Json::from(*number.value())),
            Value::Boolean(truth) => Some(Json::Bool(*truth.value())),
            Value::Datetime(time) => Some(Json::String(time.value().to_string())),
            Value::Float(number) => self.float(value, *number.value()),
            Value::Array(array) => array.iter().map(|item| self.convert(item)).collect::<Option<Vec<_>>>().map(Json::Array),
            Value::InlineTable(table) => {
                let members: Option<serde_json::Map<_, _>> =
                    table.iter().map(|(name, item)| Some((name.to_owned(), self.convert(item)?))).collect();
                members.map(Json::Object)
            }
        }
    }

    /// Keeps the digits as they are written: `1.10` stays `1.10`.
    fn float(&self, value: &Value, number: f64) -> Option<Json> {
        let span = value.span().unwrap_or_default();
        if !number.is_finite() {
            self.text.note(
                span.start,
                format!("`{}` holds a number that JSON does not have, expected a finite one", printable(self.name)),
                None,
            );
            return None;
        }
        let raw = self.text.text.get(span).unwrap_or_default().trim().trim_start_matches('+').replace('_', "");
        serde_json::from_str(&raw).ok().or_else(|| Some(Json::from(number)))
    }

    /// Reads a word of a closed list.
    pub(super) fn word<T: FromStr + strum::VariantNames>(&self) -> Option<T> {
        let text = self.string()?;
        let word = text.parse().ok();
        if word.is_none() {
            unknown_word(self.text, self.value_at(), self.name, &text, T::VARIANTS);
        }
        word
    }
}

/// One value, alone or in an array.
#[derive(Clone, Copy)]
pub(super) struct Piece<'a> {
    text: &'a TomlText,
    at: usize,
    value: &'a Value,
}

impl<'a> Piece<'a> {
    /// Returns the value where it is text.
    pub(super) fn text(&self) -> Option<&'a str> {
        self.value.as_str()
    }

    /// Returns the value where it is a table.
    pub(super) fn section(&self) -> Option<Section<'a>> {
        self.value.as_inline_table().map(|table| Section { text: self.text, table, at: self.at })
    }

    /// Returns the values of an array; none where it is none.
    pub(super) fn pieces(&self) -> Vec<Piece<'a>> {
        let piece = |value: &'a Value| Piece { text: self.text, at: value.span().map_or(self.at, |span| span.start), value };
        self.value.as_array().map(|array| array.iter().map(piece).collect()).unwrap_or_default()
    }

    /// Notes a mistake at the value.
    pub(super) fn note(&self, message: impl Into<String>, hint: Option<String>) {
        self.text.note(self.at, message, hint);
    }

    /// Notes a word that is not in a closed list.
    pub(super) fn unknown_word(&self, key: &str, word: &str, known: &[&str]) {
        unknown_word(self.text, self.at, key, word, known);
    }
}

/// Notes a word that is not in a closed list.
pub(super) fn unknown_word(text: &TomlText, at: usize, key: &str, word: &str, known: &[&str]) {
    let message = format!("unknown value `{}` of `{key}`, expected {}", printable(word), one_of(known.iter().copied()));
    text.note(at, message, did_you_mean(word, known.iter().copied()));
}

/// Names a kind of TOML value with its article.
fn kind_of(kind: &str) -> String {
    match kind {
        "array" | "array of tables" | "integer" | "inline table" => format!("an {kind}"),
        "string" => "text".to_owned(),
        _ => format!("a {kind}"),
    }
}
