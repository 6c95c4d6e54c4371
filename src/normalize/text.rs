//! Text of every kind: length, admitted values, NUL characters.
//!
//! Numbers and booleans become their source text; arrays and objects do not become text silently.
//!
//! **Invariant**: what is stored is the source's text, but for blanks beyond the length, which both databases' `varchar` casts cut.

use crate::catalog::{AllowedSource, AllowedValues};
use crate::diagnostic::Code;
use crate::normalize::fault::{Fault, Outcome, list, nearest};
use crate::normalize::value::{Kind, Value};

/// Rule of a text column.
#[derive(Clone, Debug, Default)]
pub(super) struct TextRule {
    /// Longest text in characters.
    pub(super) chars_max: Option<usize>,
    /// The values that the database admits.
    pub(super) allowed: Option<Allowed>,
}

impl TextRule {
    /// Reads text; the result is a part of the value's own text.
    pub(super) fn read<'v>(&self, value: &'v Value<'_>) -> Outcome<&'v str> {
        let Some(text) = value.scalar() else {
            return Err(Fault::wrong_kind(value, "text").hint("use a JSON column, or map the parts by JSON pointer (`/field/part`)"));
        };
        check_nul(text)?;
        let text = match self.chars_max {
            Some(max) if text.len() > max => fit(value, text, max)?,
            _ => text,
        };
        match &self.allowed {
            Some(allowed) => allowed.check(value, text).map(|()| text),
            None => Ok(text),
        }
    }
}

/// Cuts blanks beyond `max` characters; anything else beyond is a fault.
fn fit<'t>(value: &Value<'_>, text: &'t str, max: usize) -> Outcome<&'t str> {
    let Some((end, _)) = text.char_indices().nth(max) else {
        return Ok(text);
    };
    if text[end..].bytes().all(|byte| byte == b' ') {
        return Ok(&text[..end]);
    }
    let chars = text.chars().count();
    Err(Fault::new(Code::ValueTooLong, format_args!("{chars} characters in {}", value.found()), format_args!("at most {max} characters")))
}

/// Refuses NUL characters, which PostgreSQL cannot hold and SQLite's text functions stop at.
pub(super) fn check_nul(text: &str) -> Outcome<()> {
    match memchr::memchr(0, text.as_bytes()) {
        None => Ok(()),
        Some(at) => Err(nul_fault(format_args!("a NUL character at byte {at}"))),
    }
}

/// The fault of a NUL character.
pub(super) fn nul_fault(found: impl std::fmt::Display) -> Fault {
    Fault::new(Code::ValueNulCharacter, found, "text that the database can hold").hint("remove `\\u0000` from the source")
}

/// The values that the database admits for a column.
#[derive(Clone, Debug)]
pub(super) struct Allowed {
    source: AllowedSource,
    values: Vec<String>,
    /// True where the column compares without regard to case (citext, NOCASE).
    folds: bool,
}

impl Allowed {
    /// Compiles a list; `folds` where the column compares without regard to case.
    pub(super) fn new(allowed: &AllowedValues, folds: bool) -> Self {
        Self { source: allowed.source.clone(), values: allowed.values.clone(), folds }
    }

    /// Checks a text against the list.
    pub(super) fn check(&self, value: &Value<'_>, text: &str) -> Outcome<()> {
        if self.values.iter().any(|admitted| admitted == text) || self.folds && self.admits_folded(text) {
            return Ok(());
        }
        Err(self.fault(value, text))
    }

    /// Checks an integer against the list.
    pub(super) fn check_int(&self, value: &Value<'_>, number: i64) -> Outcome<()> {
        if self.values.iter().any(|admitted| admitted.parse() == Ok(number)) { Ok(()) } else { Err(self.fault(value, &number.to_string())) }
    }

    fn fault(&self, value: &Value<'_>, text: &str) -> Fault {
        let expected = match &self.source {
            AllowedSource::EnumType(name) => format!("a value of the enum type `{name}`: {}", list(self.names(), 8)),
            AllowedSource::Check(Some(name)) | AllowedSource::Domain { check: Some(name), .. } => {
                format!("a value that the CHECK constraint `{name}` admits: {}", list(self.names(), 8))
            }
            AllowedSource::Check(None) | AllowedSource::Domain { check: None, .. } => {
                format!("a value that the column's CHECK constraint admits: {}", list(self.names(), 8))
            }
        };
        let fault = Fault::new(Code::ValueNotAllowed, value.found(), expected);
        let near = nearest(text, self.names());
        fault.hint(if near.is_empty() {
            "map the value with an enum table, or add it to the database's list by a migration".to_owned()
        } else {
            format!("the nearest is {}; map the value with an enum table", list(near.into_iter(), 1))
        })
    }

    fn admits_folded(&self, text: &str) -> bool {
        self.values.iter().any(|admitted| admitted.eq_ignore_ascii_case(text) || admitted.to_lowercase() == text.to_lowercase())
    }

    fn names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.values.iter().map(String::as_str)
    }
}

/// Reads the text of a type that resettle passes on as it is: strings without quotes, everything else as compact JSON text.
pub(super) fn read_other<'v>(value: &'v Value<'_>, scratch: &'v mut String) -> Outcome<&'v str> {
    if matches!(value.kind, Kind::Array | Kind::Object) {
        crate::normalize::json::compact(&value.text, scratch)?;
        return Ok(scratch);
    }
    check_nul(&value.text)?;
    Ok(&value.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Code::{ValueNotAllowed, ValueNulCharacter, ValueTooLong, ValueWrongKind};

    fn rule(chars_max: Option<usize>, values: &[&str], folds: bool) -> TextRule {
        let allowed = AllowedValues { source: AllowedSource::Check(None), values: values.iter().map(ToString::to_string).collect() };
        TextRule { chars_max, allowed: (!values.is_empty()).then(|| Allowed::new(&allowed, folds)) }
    }

    #[test]
    fn text() {
        let check = |rule: &TextRule, json: &str, expect: Result<&str, Code>| {
            let value = Value::parse(json).unwrap();
            assert_eq!(rule.read(&value).map_err(|fault| fault.code), expect, "{json}");
        };
        let free = rule(None, &[], false);
        check(&free, r#"" a ""#, Ok(" a "));
        check(&free, "1.10", Ok("1.10"));
        check(&free, "true", Ok("true"));
        check(&free, r#""""#, Ok(""));
        check(&free, "{}", Err(ValueWrongKind));
        check(&free, "[]", Err(ValueWrongKind));
        check(&free, r#""a\u0000b""#, Err(ValueNulCharacter));
        let short = rule(Some(3), &[], false);
        check(&short, r#""äöü""#, Ok("äöü"));
        check(&short, r#""abc   ""#, Ok("abc"));
        check(&short, r#""ab    ""#, Ok("ab "));
        check(&short, r#""abc \t""#, Err(ValueTooLong));
        check(&short, r#""abcd""#, Err(ValueTooLong));
        check(&short, "1234", Err(ValueTooLong));
        let listed = rule(None, &["api", "database", "1"], false);
        check(&listed, r#""api""#, Ok("api"));
        check(&listed, "1", Ok("1"));
        check(&listed, r#""API""#, Err(ValueNotAllowed));
        check(&rule(None, &["Api"], true), r#""aPI""#, Ok("aPI"));
    }

    #[test]
    fn messages_count_and_name() {
        let value = Value::parse(r#""databse""#).unwrap();
        let fault = rule(Some(3), &[], false).read(&value).unwrap_err();
        assert_eq!(fault.message, "found 7 characters in the string `databse`, expected at most 3 characters");
        let fault = rule(None, &["api", "database"], false).read(&value).unwrap_err();
        assert_eq!(fault.hint.as_deref(), Some("the nearest is `database`; map the value with an enum table"));
    }
}
