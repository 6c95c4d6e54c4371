//! Why a value cannot become a cell: a code, what was found and expected, and what to do.
//!
//! Faults are built on the failing path only, so that a good record pays nothing for them.
//!
//! **Invariant**: a message stays short whatever the value is; the value itself goes to the diagnostic.

use std::fmt::{Display, Write as _};
use std::ops::Deref;

use crate::diagnostic::Code;
use crate::normalize::value::Value;

/// Result of reading one value.
pub(super) type Outcome<T> = Result<T, Fault>;

/// Why a value cannot become a cell; one pointer wide, to keep the good path small.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fault(Box<Reason>);

/// What a [`Fault`] points to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reason {
    /// What kind of thing.
    pub(super) code: Code,
    /// What was found and what was expected.
    pub(super) message: String,
    /// What to do about it.
    pub(super) hint: Option<String>,
}

impl Deref for Fault {
    type Target = Reason;

    fn deref(&self) -> &Reason {
        &self.0
    }
}

impl Fault {
    /// Creates a fault from what was found and what was expected.
    pub(super) fn new(code: Code, found: impl Display, expected: impl Display) -> Self {
        Self(Box::new(Reason { code, message: format!("found {found}, expected {expected}"), hint: None }))
    }

    /// Says that the value is of the wrong kind.
    pub(super) fn wrong_kind(value: &Value<'_>, expected: impl Display) -> Self {
        Self::new(Code::ValueWrongKind, value.found(), expected)
    }

    /// Says that the value cannot be read; an empty string gets the hint to declare it as NULL.
    pub(super) fn malformed(value: &Value<'_>, expected: impl Display) -> Self {
        let fault = Self::new(Code::ValueMalformed, value.found(), expected);
        if value.is_blank() { fault.hint("if the empty string means NULL, add `null_if = [\"\"]` to the column") } else { fault }
    }

    /// Says that the value is outside the range of the type.
    pub(super) fn out_of_range(value: &Value<'_>, expected: impl Display) -> Self {
        Self::new(Code::ValueOutOfRange, value.found(), expected)
    }

    /// Returns code, message and hint.
    pub(super) fn into_reason(self) -> Reason {
        *self.0
    }

    /// Adds what to do about it.
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }

    /// Puts a place inside the value before the message.
    pub(super) fn inside(mut self, place: impl Display) -> Self {
        self.0.message = format!("{place}: {}", self.0.message);
        self
    }
}

/// Longest excerpt of a value in a message, in characters.
const EXCERPT_CHARS_MAX: usize = 60;

/// Shortens a text for a message.
pub(super) fn excerpt(text: &str) -> String {
    match text.char_indices().nth(EXCERPT_CHARS_MAX) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Lists values as `a`, `b`, `c`, at most `max` of them.
pub(super) fn list<'a>(values: impl ExactSizeIterator<Item = &'a str>, max: usize) -> String {
    let more = values.len().saturating_sub(max);
    let mut text = String::new();
    for (place, value) in values.take(max).enumerate() {
        if place > 0 {
            text.push_str(", ");
        }
        text.push('`');
        text.push_str(&excerpt(value));
        text.push('`');
    }
    if more > 0 {
        // Writing to a string cannot fail.
        let _ = write!(text, " and {more} more");
    }
    text
}

/// Returns up to three of `values` that look most like `text`, best first.
pub(super) fn nearest<'a>(text: &str, values: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let folded: String = text.chars().take(EXCERPT_CHARS_MAX).flat_map(char::to_lowercase).collect();
    let mut scored: Vec<(f64, &str)> =
        values.map(|value| (strsim::jaro_winkler(&folded, &value.to_lowercase()), value)).filter(|(score, _)| *score >= 0.6).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    scored.into_iter().take(3).map(|(_, value)| value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_values_come_best_first_and_unlike_ones_not_at_all() {
        assert_eq!(nearest("databse", ["api", "database", "data"].into_iter()), ["database", "data"]);
        assert!(nearest("zzz", ["api", "database"].into_iter()).is_empty());
    }

    #[test]
    fn lists_are_cut() {
        assert_eq!(list(["a", "b", "c"].into_iter(), 2), "`a`, `b` and 1 more");
        assert_eq!(excerpt(&"ä".repeat(61)), format!("{}…", "ä".repeat(60)));
    }
}
