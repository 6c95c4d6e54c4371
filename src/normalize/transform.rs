//! What the mapping asks to be done to text before it is read.
//!
//! **Invariant**: a transform that changes nothing copies nothing.

use std::borrow::Cow;

use serde::de::IgnoredAny;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::mapping::Transform;
use crate::normalize::fault::{Fault, Outcome};
use crate::normalize::value::{Kind, Value};

/// The transforms of one column, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Transforms {
    steps: Vec<Transform>,
    /// True where numbers and booleans are taken as text too, because the target is text.
    scalars: bool,
}

impl Transforms {
    /// Compiles a list; `scalars` says whether numbers and booleans are taken as text.
    pub(super) fn new(steps: &[Transform], scalars: bool) -> Self {
        Self { steps: steps.to_vec(), scalars }
    }

    /// Says whether there is nothing to do.
    pub(super) fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Says whether white space at the ends is removed before anything else could depend on it.
    pub(super) fn trims(&self) -> bool {
        self.steps.iter().any(|step| matches!(step, Transform::Trim | Transform::Collapse | Transform::Slug))
    }

    /// Applies the transforms in order. Arrays and objects pass as they are.
    pub(super) fn apply<'a>(&self, mut value: Value<'a>) -> Outcome<Value<'a>> {
        for step in &self.steps {
            match value.kind {
                Kind::String => {}
                Kind::Number | Kind::Bool if self.scalars && *step != Transform::ParseJson => value.kind = Kind::String,
                _ => continue,
            }
            value = if *step == Transform::ParseJson { parse_json(value)? } else { Value::string(transformed(step, value.text)) };
        }
        Ok(value)
    }
}

/// Takes the content of a string as JSON text.
fn parse_json(value: Value<'_>) -> Outcome<Value<'_>> {
    if let Err(error) = serde_json::from_str::<IgnoredAny>(&value.text) {
        return Err(Fault::malformed(&value, format_args!("JSON text inside the string ({error})")));
    }
    match value.text {
        Cow::Borrowed(json) => Value::parse(json),
        Cow::Owned(json) => Value::parse(&json).map(|inner| Value { kind: inner.kind, text: Cow::Owned(inner.text.into_owned()) }),
    }
}

/// Applies one transform of text.
fn transformed<'a>(step: &Transform, text: Cow<'a, str>) -> Cow<'a, str> {
    match step {
        Transform::Trim => trim(text),
        Transform::Lower => changed(text, str::to_lowercase),
        Transform::Upper => changed(text, str::to_uppercase),
        Transform::Slug => changed(text, slug),
        Transform::Collapse => changed(text, |text| text.split_whitespace().collect::<Vec<_>>().join(" ")),
        Transform::Digits => changed(text, |text| text.chars().filter(char::is_ascii_digit).collect()),
        Transform::Unaccent => changed(text, unaccent),
        Transform::Replace(pairs) => changed(text, |text| replace(text, pairs)),
        Transform::Keep(ranges) => {
            changed(text, |text| text.chars().filter(|c| ranges.iter().any(|(first, last)| (first..=last).contains(&c))).collect())
        }
        Transform::ParseJson => text,
    }
}

/// Decomposes canonically, drops combining marks and composes again (<https://www.unicode.org/reports/tr15/>).
fn unaccent(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).nfc().collect()
}

/// Replaces from left to right; at each position the first pair that matches counts.
fn replace(text: &str, pairs: &[(String, String)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some((from, to)) = pairs.iter().find(|(from, _)| !from.is_empty() && rest.starts_with(from.as_str())) {
            out.push_str(to);
            rest = &rest[from.len()..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// Removes white space at both ends.
fn trim(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) if text.trim().len() == text.len() => Cow::Owned(text),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

/// Applies `change` and keeps the borrowed text where it changed nothing.
fn changed(text: Cow<'_, str>, change: impl Fn(&str) -> String) -> Cow<'_, str> {
    let new = change(&text);
    if new == *text { text } else { Cow::Owned(new) }
}

/// Lower case, every run of other characters than letters and digits becomes one `-`, none at the ends.
fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;
    use Transform::{Collapse, Digits, Keep, Lower, ParseJson, Replace, Slug, Trim, Unaccent, Upper};

    #[test]
    fn transforms_apply_in_order() {
        let check = |steps: &[Transform], json: &str, kind: Kind, text: &str| {
            let value = Transforms::new(steps, true).apply(Value::parse(json).unwrap()).unwrap();
            assert_eq!((value.kind, &*value.text), (kind, text), "{steps:?} {json}");
        };
        check(&[Trim, Lower], r#""  ÄB ""#, Kind::String, "äb");
        check(&[Upper], r#""straße""#, Kind::String, "STRASSE");
        check(&[Slug], r#""  Web -- Site!\t""#, Kind::String, "web-site");
        check(&[Slug], r#""!!""#, Kind::String, "");
        check(&[Collapse], r#"" a \n b ""#, Kind::String, "a b");
        check(&[Digits], r#""+49 (30) 12""#, Kind::String, "493012");
        check(&[Digits], "12.5", Kind::String, "125");
        check(&[Unaccent], r#""Škoda é ı""#, Kind::String, "Skoda e ı");
        let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        check(&[Replace(vec![pair("a", "b"), pair("b", "c"), pair("ab", "x")])], r#""abba""#, Kind::String, "bccb");
        check(&[Keep(vec![('a', 'z'), ('-', '-')])], r#""A-b_c9""#, Kind::String, "-bc");
        check(&[Trim, ParseJson], r#"" {\"a\": \"\\\"\"} ""#, Kind::Object, r#"{"a": "\""}"#);
        check(&[ParseJson, Lower], r#""\"ABC\"""#, Kind::String, "abc");
        check(&[ParseJson], r#""null""#, Kind::Null, "null");
        check(&[ParseJson], "[1]", Kind::Array, "[1]");
        check(&[Trim], "{}", Kind::Object, "{}");
    }

    #[test]
    fn numbers_stay_numbers_where_the_target_is_not_text() {
        let value = Transforms::new(&[Trim, Lower], false).apply(Value::parse("1E5").unwrap()).unwrap();
        assert_eq!((value.kind, &*value.text), (Kind::Number, "1E5"));
    }

    #[test]
    fn text_that_is_not_json_is_a_fault() {
        for json in [r#""""#, r#""{""#, r#""{} x""#] {
            assert!(Transforms::new(&[ParseJson], true).apply(Value::parse(json).unwrap()).is_err(), "{json}");
        }
    }
}
