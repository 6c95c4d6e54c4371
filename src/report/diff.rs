//! What differs between two values, in parts that a person can read.
//!
//! Takes the texts of a stored and a new value, gives [`Part`]s: members of JSON documents by their pointers, lines of long texts by their numbers, and
//! of one long line the part around what differs.
//!
//! **Invariant**: two values that differ have at least one part; a part holds at most [`SHOWN_CHARS`] of each value.

use serde_json::Value;

/// Most characters that a part holds of a value.
pub const SHOWN_CHARS: usize = 400;

/// Most parts of one value.
const PARTS_MAX: usize = 40;

/// Texts up to this length are shown whole.
const WHOLE_CHARS: usize = 60;

/// Characters shown before and after what differs.
const CONTEXT_CHARS: usize = 20;

/// One difference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// JSON pointer of a member, or `line N`; `None` for the whole value.
    pub path: Option<String>,
    /// What was there; `None` for NULL, and for a member that is new.
    pub old: Option<String>,
    /// What is there now; `None` for NULL, and for a member that is gone.
    pub new: Option<String>,
}

/// Finds the differences between two values.
#[must_use]
pub fn parts(old: Option<&str>, new: Option<&str>) -> Vec<Part> {
    let (Some(before), Some(after)) = (old, new) else {
        return vec![Part { path: None, old: old.map(cut), new: new.map(cut) }];
    };
    if let (Some(a), Some(b)) = (document(before), document(after)) {
        let mut found = Vec::new();
        members(&mut found, &mut String::new(), Some(&a), Some(&b));
        if !found.is_empty() {
            let more = found.len().saturating_sub(PARTS_MAX);
            found.truncate(PARTS_MAX);
            if more > 0 {
                found.push(Part { path: Some(format!("and {more} more")), ..Part::default() });
            }
            return found;
        }
    }
    if before.contains('\n') || after.contains('\n') { lines(before, after) } else { vec![around(before, after)] }
}

/// Only containers are compared by members: for a scalar its text says all.
fn document(text: &str) -> Option<Value> {
    let begins = text.trim_start().starts_with(['{', '[']);
    if begins { serde_json::from_str(text).ok() } else { None }
}

fn members(found: &mut Vec<Part>, path: &mut String, old: Option<&Value>, new: Option<&Value>) {
    let mut below = |key: String, a: Option<&Value>, b: Option<&Value>| {
        let length = path.len();
        path.push('/');
        path.push_str(&key.replace('~', "~0").replace('/', "~1"));
        members(found, path, a, b);
        path.truncate(length);
    };
    match (old, new) {
        (a, b) if a == b => {}
        (Some(Value::Object(a)), Some(Value::Object(b))) => {
            a.iter().for_each(|(key, value)| below(key.clone(), Some(value), b.get(key)));
            b.iter().filter(|(key, _)| !a.contains_key(*key)).for_each(|(key, value)| below(key.clone(), None, Some(value)));
        }
        (Some(Value::Array(a)), Some(Value::Array(b))) => {
            (0..a.len().max(b.len())).for_each(|i| below(i.to_string(), a.get(i), b.get(i)));
        }
        (a, b) => {
            let text = |value: &Value| cut(&value.to_string());
            found.push(Part { path: Some(path.clone()), old: a.map(text), new: b.map(text) });
        }
    }
}

/// The lines between the common beginning and the common end.
fn lines(old: &str, new: &str) -> Vec<Part> {
    let (a, b): (Vec<&str>, Vec<&str>) = (old.split('\n').collect(), new.split('\n').collect());
    let before = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let rest = a.len().min(b.len()) - before;
    let after = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[before..a.len() - after], &b[before..b.len() - after]);
    let path = |at: usize| Some(format!("line {}", before + at + 1));
    if let ([one], [other]) = (a, b) {
        return vec![Part { path: path(0), ..around(one, other) }];
    }
    // Pairs of lines can be read side by side; otherwise what went comes before what came.
    if a.len() == b.len() && a.len() <= PARTS_MAX {
        let pairs = a.iter().zip(b).enumerate().filter(|(_, (x, y))| x != y);
        return pairs.map(|(i, (x, y))| Part { path: path(i), ..around(x, y) }).collect();
    }
    let text = |lines: &[&str]| (!lines.is_empty()).then(|| cut(&lines.join("\n")));
    vec![Part { path: path(0), old: text(a), new: text(b) }]
}

/// Both texts around what differs.
fn around(old: &str, new: &str) -> Part {
    let (a, b): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    if a.len() <= WHOLE_CHARS && b.len() <= WHOLE_CHARS {
        return Part { path: None, old: Some(old.to_owned()), new: Some(new.to_owned()) };
    }
    let before = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let rest = a.len().min(b.len()) - before;
    let after = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(|(x, y)| x == y).count();
    let start = before.saturating_sub(CONTEXT_CHARS);
    let window = |all: &[char]| {
        let end = (all.len() - after + CONTEXT_CHARS).min(all.len());
        let middle: String = all[start..end].iter().collect();
        let (left, right) = (if start > 0 { "…" } else { "" }, if end < all.len() { "…" } else { "" });
        cut(&format!("{left}{middle}{right}"))
    };
    Part { path: None, old: Some(window(&a)), new: Some(window(&b)) }
}

/// Cuts a text to what a part may hold.
#[must_use]
pub fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN_CHARS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &str, new: &str, expected: &[(&str, &str, &str)]) {
        let found = parts(Some(old), Some(new));
        let shown: Vec<(&str, &str, &str)> = found
            .iter()
            .map(|p| (p.path.as_deref().unwrap_or("-"), p.old.as_deref().unwrap_or("none"), p.new.as_deref().unwrap_or("none")))
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn differences_are_shown_where_they_are() {
        check("a", "b", &[("-", "a", "b")]);
        check(r#"{"a": 1, "b": [1, 2]}"#, r#"{"b": [1, 3], "a": 1}"#, &[("/b/1", "2", "3")]);
        check(r#"{"a/b": 1}"#, r#"{"c": null}"#, &[("/a~1b", "1", "none"), ("/c", "none", "null")]);
        check("[1]", "[1, {}]", &[("/1", "none", "{}")]);
        check("{}", "[]", &[("", "{}", "[]")]);
        check("a\nb\nc", "a\nB\nc", &[("line 2", "b", "B")]);
        check("a\nb\nc", "a\nc", &[("line 2", "b", "none")]);
        check("a\nb\nc\nd", "x\nb\ny\nd", &[("line 1", "a", "x"), ("line 3", "c", "y")]);
    }

    #[test]
    fn long_texts_are_shown_around_what_differs() {
        let long = |middle: &str| format!("{}{middle}{}", "a".repeat(100), "z".repeat(100));
        check(
            &long("X"),
            &long("YY"),
            &[("-", &format!("…{}X{}…", "a".repeat(20), "z".repeat(20)), &format!("…{}YY{}…", "a".repeat(20), "z".repeat(20)))],
        );
    }

    #[test]
    fn json_that_differs_in_its_text_alone_is_shown_as_text() {
        check("{\"a\":1}", "{\"a\": 1}", &[("-", "{\"a\":1}", "{\"a\": 1}")]);
    }

    #[test]
    fn whatever_differs_is_bounded() {
        let many = |n: usize| format!("[{}]", (0..1000).map(|i| (i * n).to_string()).collect::<Vec<_>>().join(","));
        let found = parts(Some(&many(1)), Some(&many(2)));
        assert_eq!((found.len(), found.last().and_then(|p| p.path.clone())), (PARTS_MAX + 1, Some("and 959 more".to_owned())));
        let huge = parts(Some(&"x".repeat(10_000)), None);
        assert_eq!(huge[0].old.as_ref().map(|t| t.chars().count()), Some(SHOWN_CHARS + 1));
    }
}
