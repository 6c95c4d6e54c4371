//! One JSON value as the readers see it: its kind, and its text.
//!
//! Takes JSON text, gives a [`Value`] that borrows from it wherever no escape forces a copy.
//!
//! **Invariant**: the text of a number is the source's own, digit for digit.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::diagnostic::Code;
use crate::normalize::fault::{Fault, Outcome, excerpt};

/// Kinds of JSON values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// One JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Value<'a> {
    /// Its kind.
    pub(super) kind: Kind,
    /// The content of a string; the JSON text of anything else.
    pub(super) text: Cow<'a, str>,
}

impl<'a> Value<'a> {
    /// Reads JSON text that decoding has found to be well-formed.
    pub(super) fn parse(json: &'a str) -> Outcome<Self> {
        let json = json.trim_ascii();
        let kind = match json.as_bytes().first() {
            Some(b'"') => return Ok(Self { kind: Kind::String, text: unquote(json)? }),
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'-' | b'0'..=b'9') => Kind::Number,
            _ if json == "null" => Kind::Null,
            _ if json == "true" || json == "false" => Kind::Bool,
            _ => return Err(Fault::new(Code::ValueMalformed, format_args!("`{}`", excerpt(json)), "a JSON value")),
        };
        Ok(Self { kind, text: Cow::Borrowed(json) })
    }

    /// Creates a string value.
    pub(super) fn string(text: impl Into<Cow<'a, str>>) -> Self {
        Self { kind: Kind::String, text: text.into() }
    }

    /// Returns the text of a string, number or boolean; `None` for anything else.
    pub(super) fn scalar(&self) -> Option<&str> {
        matches!(self.kind, Kind::String | Kind::Number | Kind::Bool).then_some(&*self.text)
    }

    /// Says whether it is a string of nothing but white space.
    pub(super) fn is_blank(&self) -> bool {
        self.kind == Kind::String && self.text.trim().is_empty()
    }

    /// Describes the value for a message.
    pub(super) fn found(&self) -> String {
        match self.kind {
            Kind::Null => "null".to_owned(),
            Kind::Bool => format!("the boolean `{}`", self.text),
            Kind::Number => format!("the number `{}`", excerpt(&self.text)),
            Kind::String if self.text.is_empty() => "an empty string".to_owned(),
            Kind::String => format!("the string `{}`", excerpt(&self.text)),
            Kind::Array => "an array".to_owned(),
            Kind::Object => "an object".to_owned(),
        }
    }
}

/// Returns the content of a JSON string.
pub(super) fn unquote(json: &str) -> Outcome<Cow<'_, str>> {
    crate::decode::unquote(json).map_err(|fault| Fault::new(Code::ValueMalformed, fault.message, "a string of Unicode text"))
}

/// Appends text as a JSON string in its shortest form.
pub(super) fn push_quoted(out: &mut String, text: &str) {
    out.push('"');
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        if byte >= 0x20 && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.push_str(&text[start..at]);
        start = at + 1;
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            0x08 => out.push_str("\\b"),
            0x0c => out.push_str("\\f"),
            _ => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{byte:04x}");
            }
        }
    }
    out.push_str(&text[start..]);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_their_text() {
        let check = |json: &str, kind: Kind, text: &str| {
            let value = Value::parse(json).unwrap();
            assert_eq!((value.kind, &*value.text), (kind, text), "{json}");
        };
        check("12.340", Kind::Number, "12.340");
        check(" -0 ", Kind::Number, "-0");
        check(r#""a\"b""#, Kind::String, "a\"b");
        check(r#""\ud83d\ude00""#, Kind::String, "😀");
        check("null", Kind::Null, "null");
        check("true", Kind::Bool, "true");
        check("[1]", Kind::Array, "[1]");
    }

    #[test]
    fn half_a_surrogate_pair_is_a_fault() {
        for json in [r#""\ud800""#, r#""\udc00x""#, r#""\ud800\u0041""#, "nope", "", "\""] {
            assert_eq!(Value::parse(json).unwrap_err().code, Code::ValueMalformed, "{json}");
        }
    }

    #[test]
    fn quoting_is_the_reverse_of_unquoting() {
        for text in ["", "a", "a\"b\\c\n\r\t\u{8}\u{c}\u{1}ä😀\u{7f}"] {
            let mut json = String::new();
            push_quoted(&mut json, text);
            assert_eq!(json, serde_json::to_string(text).unwrap());
            assert_eq!(unquote(&json).unwrap(), text);
        }
    }
}
