//! JSON documents: one compact text for one document, whatever its white space and escapes.
//!
//! Takes JSON text, appends the same document without white space outside strings, each string in its shortest form, keys in source order, numbers
//! digit for digit.
//!
//! **Invariant**: two texts that differ in formatting only give the same cell, and no member is dropped: a key that stands twice in one object
//! is a fault, and so is what no database text can hold (NUL, half a surrogate pair).

use std::borrow::Cow;

use serde_json::{Map, Value as Document};

use crate::diagnostic::Code;
use crate::normalize::decimal::Decimal;
use crate::normalize::fault::{Fault, Outcome, excerpt};
use crate::normalize::number::fits_postgres;
use crate::normalize::text::{check_nul, nul_fault};
use crate::normalize::value::{Kind, Value, push_quoted, unquote};

/// Appends a value as a compact document.
pub(super) fn write(value: &Value<'_>, out: &mut String) -> Outcome<()> {
    if value.kind == Kind::String {
        check_nul(&value.text)?;
        push_quoted(out, &value.text);
        return Ok(());
    }
    compact(&value.text, out)
}

/// Appends JSON text in compact form.
pub(super) fn compact(json: &str, out: &mut String) -> Outcome<()> {
    let bytes = json.as_bytes();
    let mut scan = Scan { json, frames: Vec::new(), keys: Vec::new() };
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let end = match byte {
            b' ' | b'\t' | b'\n' | b'\r' => {
                at += 1;
                continue;
            }
            b'"' => scan.string(at, out)?,
            b'{' | b'[' | b'}' | b']' | b',' | b':' => {
                scan.structure(*byte)?;
                out.push(char::from(*byte));
                at + 1
            }
            _ => {
                let end = at + bytes[at..].iter().take_while(|byte| !is_delimiter(**byte)).count().max(1);
                check_number(&json[at..end])?;
                out.push_str(&json[at..end]);
                end
            }
        };
        at = end;
    }
    Ok(())
}

/// Says whether a byte ends a number or a word.
fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'"' | b'{' | b'[' | b'}' | b']' | b',' | b':')
}

/// Refuses numbers that no database number holds; both databases take the same documents.
fn check_number(text: &str) -> Outcome<()> {
    // Short numbers without exponent are within every range.
    if text.len() < 1000 && memchr::memchr2(b'e', b'E', text.as_bytes()).is_none() {
        return Ok(());
    }
    match Decimal::parse(text) {
        Some(decimal) if !fits_postgres(&decimal) => Err(Fault::new(
            Code::ValueOutOfRange,
            format_args!("the number `{}` inside the document", excerpt(text)),
            "at most 131072 digits before and 16383 after the point",
        )),
        _ => Ok(()),
    }
}

/// An open object or array.
struct Frame {
    /// Where its keys begin in [`Scan::keys`]; `None` for an array.
    keys: Option<usize>,
    /// Elements so far, for the path of a message.
    place: usize,
    /// True where the next string is a key.
    key_next: bool,
}

/// What is known while a document is read.
struct Scan<'a> {
    json: &'a str,
    frames: Vec<Frame>,
    keys: Vec<Cow<'a, str>>,
}

impl Scan<'_> {
    /// Appends the string that begins at `at` and returns where it ends.
    fn string(&mut self, at: usize, out: &mut String) -> Outcome<usize> {
        let bytes = self.json.as_bytes();
        let mut from = at + 1;
        let mut escaped = false;
        let end = loop {
            let Some(found) = memchr::memchr2(b'"', b'\\', bytes.get(from..).unwrap_or_default()) else { break bytes.len() };
            if bytes[from + found] == b'"' {
                break from + found + 1;
            }
            escaped = true;
            from += found + 2;
        };
        let quoted = self.json.get(at..end).unwrap_or_default();
        let key_next = self.frames.last().is_some_and(|frame| frame.key_next);
        if !escaped {
            out.push_str(quoted);
            if key_next {
                self.keys.push(Cow::Borrowed(self.json.get(at + 1..end - 1).unwrap_or_default()));
            }
            return Ok(end);
        }
        let text = unquote(quoted).map_err(|fault| self.place(fault))?;
        if text.contains('\0') {
            return Err(self.place(nul_fault("a NUL character")));
        }
        push_quoted(out, &text);
        if key_next {
            self.keys.push(Cow::Owned(text.into_owned()));
        }
        Ok(end)
    }

    /// Opens, closes and counts.
    fn structure(&mut self, byte: u8) -> Outcome<()> {
        match byte {
            b'{' => self.frames.push(Frame { keys: Some(self.keys.len()), place: 0, key_next: true }),
            b'[' => self.frames.push(Frame { keys: None, place: 0, key_next: false }),
            b'}' | b']' => {
                if let Some(start) = self.frames.last().and_then(|frame| frame.keys) {
                    if let Some(key) = twice(&self.keys[start..]) {
                        let fault = Fault::new(
                            Code::RecordDuplicateField,
                            format_args!(
                                "the key `{}` twice in the object at `{}`",
                                excerpt(key),
                                excerpt(&self.path(self.frames.len() - 1))
                            ),
                            "each key once",
                        );
                        return Err(fault.hint("a document keeps one of them only; decide in the source which"));
                    }
                    self.keys.truncate(start);
                }
                self.frames.pop();
            }
            b',' => {
                if let Some(frame) = self.frames.last_mut() {
                    frame.place += 1;
                    frame.key_next = frame.keys.is_some();
                }
            }
            _ => {
                if let Some(frame) = self.frames.last_mut() {
                    frame.key_next = false;
                }
            }
        }
        Ok(())
    }

    /// Adds the place in the document to a fault.
    fn place(&self, fault: Fault) -> Fault {
        fault.inside(format_args!("at `{}` of the document", excerpt(&self.path(self.frames.len()))))
    }

    /// Returns the JSON pointer of what is being read `depth` frames deep; `/` for the document itself.
    fn path(&self, depth: usize) -> String {
        let mut path = String::new();
        for (number, frame) in self.frames.iter().take(depth).enumerate() {
            path.push('/');
            match frame.keys {
                None => path.push_str(&frame.place.to_string()),
                Some(start) => {
                    let end = self.frames[number + 1..].iter().find_map(|inner| inner.keys).unwrap_or(self.keys.len());
                    path.push_str(self.keys[start..end].last().map_or("", |key| key));
                }
            }
        }
        if path.is_empty() { "/".to_owned() } else { path }
    }
}

/// Returns a key that stands twice.
fn twice<'k>(keys: &'k [Cow<'_, str>]) -> Option<&'k str> {
    if keys.len() <= 12 {
        return keys.iter().enumerate().find(|(at, key)| keys[..*at].contains(key)).map(|(_, key)| &**key);
    }
    let mut sorted: Vec<&str> = keys.iter().map(|key| &**key).collect();
    sorted.sort_unstable();
    sorted.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0])
}

/// Returns a document with `text` at `path`, objects made where they are missing.
///
/// A document that is no object, or that has something else at the path, is a fault: neither the text nor the member is given up.
pub(super) fn with_member(document: Option<&str>, path: &[String], text: &Document) -> Outcome<String> {
    let mut root = match document {
        None => Document::Object(Map::new()),
        Some(json) => serde_json::from_str(json).map_err(|error| {
            Fault::new(Code::ValueMalformed, format_args!("a document that cannot be changed ({error})"), "a JSON object")
        })?,
    };
    let mut at = &mut root;
    for name in path {
        let Document::Object(members) = at else {
            return Err(Fault::new(
                Code::ValueWrongKind,
                "a document without room for the original text of an enum value",
                format_args!("an object at every step of `{}`", path.join("/")),
            ));
        };
        at = members.entry(name.as_str()).or_insert(Document::Null);
        if at.is_null() && path.last() != Some(name) {
            *at = Document::Object(Map::new());
        }
    }
    if !at.is_null() && at != text {
        return Err(Fault::new(
            Code::ValueWrongKind,
            format_args!("another value at `{}`, where the original text of an enum value is kept", path.join("/")),
            "nothing there",
        )
        .hint("keep the original text elsewhere: `original = \"<column>/<path>\"`"));
    }
    *at = text.clone();
    Ok(root.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_become_compact() {
        let check = |json: &str, expect: &str| {
            let mut out = String::new();
            write(&Value::parse(json).unwrap(), &mut out).unwrap();
            assert_eq!(out, expect, "{json}");
        };
        check("{ \"b\" : 1.10 ,\n \"a\" : [ true , null ] }", r#"{"b":1.10,"a":[true,null]}"#);
        check(r#""a b""#, r#""a b""#);
        check(r#"{"\u00e9":"\/ \u0041 \" \\"}"#, r#"{"é":"/ A \" \\"}"#);
        check("12345678901234567890.10e5", "12345678901234567890.10e5");
        check("{}", "{}");
        check(r#"{"a":{"x":1},"b":{"x":2},"c":[{"x":3},{"x":4}]}"#, r#"{"a":{"x":1},"b":{"x":2},"c":[{"x":3},{"x":4}]}"#);
        check(r#"{"a":"a","b":"a"}"#, r#"{"a":"a","b":"a"}"#);
        check(r#"["\\u0000"]"#, r#"["\\u0000"]"#);
    }

    #[test]
    fn what_a_document_cannot_hold_is_named_with_its_place() {
        let check = |json: &str, code: Code, part: &str| {
            let fault = compact(json, &mut String::new()).unwrap_err();
            assert_eq!(fault.code, code, "{json}");
            assert!(fault.message.contains(part), "{json}: {}", fault.message);
        };
        check(r#"{"a":[0,{"b":"\u0000"}]}"#, Code::ValueNulCharacter, "`/a/1/b`");
        check(r#"{"\u0000":1}"#, Code::ValueNulCharacter, "NUL");
        check(r#"{"a":"\ud800"}"#, Code::ValueMalformed, "`/a`");
        check(r#"{"a":{"b":1,"c":2,"b":3}}"#, Code::RecordDuplicateField, "the key `b` twice in the object at `/a`");
        check(r#"{"a":1,"\u0061":2}"#, Code::RecordDuplicateField, "`a` twice in the object at `/`");
        check("[1e200000]", Code::ValueOutOfRange, "`1e200000`");
    }

    #[test]
    fn a_string_without_end_does_no_harm() {
        for noise in ["{\"¡", "\"", "\"\\", "[\"é\\", "{\"a\":\"\\u"] {
            drop(compact(noise, &mut String::new()));
        }
    }

    #[test]
    fn many_keys_are_compared_too() {
        let members: Vec<String> = (0..50).map(|n| format!("\"k{n}\":0")).collect();
        let mut out = String::new();
        assert!(compact(&format!("{{{}}}", members.join(",")), &mut out).is_ok());
        assert!(compact(&format!("{{{},\"k7\":1}}", members.join(",")), &mut out).is_err());
    }

    #[test]
    fn members_are_added_where_there_is_room() {
        let path = |path: &str| -> Vec<String> { path.split('/').map(ToOwned::to_owned).collect() };
        let check = |document: Option<&str>, at: &str, expect: Option<&str>| {
            let found = with_member(document, &path(at), &Document::from("x")).ok();
            assert_eq!(found.as_deref(), expect, "{document:?} {at}");
        };
        check(None, "a", Some(r#"{"a":"x"}"#));
        check(None, "a/b", Some(r#"{"a":{"b":"x"}}"#));
        check(Some(r#"{"z":1.10,"a":{"c":2}}"#), "a/b", Some(r#"{"z":1.10,"a":{"c":2,"b":"x"}}"#));
        check(Some(r#"{"a":"x"}"#), "a", Some(r#"{"a":"x"}"#));
        check(Some(r#"{"a":null}"#), "a", Some(r#"{"a":"x"}"#));
        check(Some(r#"{"a":"y"}"#), "a", None);
        check(Some(r#"{"a":1}"#), "a/b", None);
        check(Some("[1]"), "a", None);
    }
}
