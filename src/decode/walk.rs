//! Steps through JSON text that is known to be valid: members, elements, pointers.
//!
//! Takes JSON text that `serde_json` has let through. On other text the steps end early; they never panic.
//!
//! **Invariant**: every value given is a range of the text, unchanged.

use std::collections::HashSet;

use super::text::unquote;
use crate::diagnostic::{Code, Fault};
use crate::source::too_deep;

/// Members up to which names are compared one by one.
const COMPARED_MAX: usize = 16;

/// Steps through the members of an object or the elements of an array.
pub(super) struct Parts<'a> {
    text: &'a str,
    at: usize,
    named: bool,
}

/// Returns the members (name as a JSON string, value) of an object, or the elements (empty name, value) of an array; `None` for a scalar.
pub(super) fn parts(text: &str) -> Option<Parts<'_>> {
    match text.as_bytes().first()? {
        b'{' => Some(Parts { text, at: 1, named: true }),
        b'[' => Some(Parts { text, at: 1, named: false }),
        _ => None,
    }
}

impl Parts<'_> {
    /// True for an object.
    pub(super) fn is_named(&self) -> bool {
        self.named
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.text.as_bytes();
        self.at = solid(bytes, self.at, b',');
        let name = if self.named {
            let end = value_end(bytes, self.at);
            let name = self.text.get(self.at..end)?;
            self.at = solid(bytes, end, b':');
            name
        } else {
            ""
        };
        let start = self.at;
        self.at = value_end(bytes, start);
        self.text.get(start..self.at).filter(|value| !value.is_empty()).map(|value| (name, value))
    }
}

/// Skips white space and the punctuation `mark`.
fn solid(bytes: &[u8], mut at: usize, mark: u8) -> usize {
    while bytes.get(at).is_some_and(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t') || *byte == mark) {
        at += 1;
    }
    at
}

fn value_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    let mut depth = 0_usize;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => at = string_end(bytes, at),
            b'{' | b'[' => {
                depth += 1;
                at += 1;
            }
            b'}' | b']' if depth > 0 => {
                depth -= 1;
                at += 1;
            }
            b'}' | b']' => return at,
            _ if depth > 0 => {
                at += 1;
                continue;
            }
            b',' | b':' | b' ' | b'\n' | b'\r' | b'\t' => return at,
            _ => {
                at += 1;
                continue;
            }
        }
        if depth == 0 {
            return at;
        }
    }
    at
}

fn string_end(bytes: &[u8], start: usize) -> usize {
    string(bytes, start).0
}

/// Returns the end of a string, and whether it has an escape. Strings inside records are short, so a plain loop is fastest.
fn string(bytes: &[u8], start: usize) -> (usize, bool) {
    let mut at = start + 1;
    let mut has_escape = false;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return (at + 1, has_escape),
            b'\\' => {
                has_escape = true;
                at += 2;
            }
            _ => at += 1,
        }
    }
    (bytes.len(), has_escape)
}

/// Returns the value that `tokens` (of a JSON pointer, unescaped) lead to; `None` where it is not there.
pub(super) fn pointed<'a>(text: &'a str, tokens: &[String]) -> Option<&'a str> {
    let mut value = text;
    for token in tokens {
        let mut parts = parts(value)?;
        value = if parts.is_named() {
            parts.find(|(name, _)| unquote(name).is_ok_and(|name| name == token.as_str()))?.1
        } else {
            parts.nth(element_number(token)?)?.1
        };
    }
    Some(value)
}

/// Reads an array index as RFC 6901 has it: digits without leading zeros.
fn element_number(token: &str) -> Option<usize> {
    let plain = token == "0" || !token.starts_with('0');
    (plain && token.bytes().all(|digit| digit.is_ascii_digit())).then(|| token.parse().ok())?
}

/// Looks for names that an object has twice and for nesting beyond `depth_max` levels, in a value and all that is in it.
///
/// `depth` counts the levels around the value.
pub(super) fn inspect(text: &str, depth: usize, depth_max: usize) -> Result<(), Fault> {
    let Some(parts) = parts(text) else { return Ok(()) };
    if depth >= depth_max {
        return Err(too_deep(depth_max));
    }
    Inspection { bytes: text.as_bytes(), text, depth_max }.run(parts.at, depth)
}

struct Inspection<'a> {
    text: &'a str,
    bytes: &'a [u8],
    depth_max: usize,
}

/// One container that is open.
struct Open {
    named: bool,
    /// True where the next string is a name.
    name_next: bool,
    /// True where a name of it has an escape.
    has_escape: bool,
    /// Where its names begin in the list of all open names.
    names_from: usize,
}

impl<'a> Inspection<'a> {
    /// Passes over the text once; `at` is behind its opening bracket.
    fn run(&self, mut at: usize, depth: usize) -> Result<(), Fault> {
        let mut names: Vec<&'a str> = Vec::with_capacity(COMPARED_MAX);
        let mut open = Vec::with_capacity(8);
        open.push(self.opened(0, 0));
        while let Some(byte) = self.bytes.get(at) {
            let count = open.len();
            let Some(top) = open.last_mut() else { return Ok(()) };
            match byte {
                b'"' => {
                    let (end, has_escape) = string(self.bytes, at);
                    if top.name_next {
                        top.name_next = false;
                        top.has_escape |= has_escape;
                        names.extend(self.text.get(at..end));
                    }
                    at = end;
                    continue;
                }
                b',' => top.name_next = top.named,
                b'{' | b'[' if depth + count >= self.depth_max => return Err(too_deep(self.depth_max)),
                b'{' | b'[' => open.push(self.opened(at, names.len())),
                b'}' | b']' => {
                    let from = top.names_from;
                    distinct(names.get(from..).unwrap_or_default(), top.has_escape)?;
                    names.truncate(from);
                    open.pop();
                }
                _ => {}
            }
            at += 1;
        }
        Ok(())
    }

    fn opened(&self, at: usize, names_from: usize) -> Open {
        let named = self.bytes.get(at) == Some(&b'{');
        Open { named, name_next: named, has_escape: false, names_from }
    }
}

/// Checks that no name comes twice. Names are compared as written unless one has an escape.
fn distinct(names: &[&str], has_escape: bool) -> Result<(), Fault> {
    let twice = if has_escape || names.len() > COMPARED_MAX {
        let mut seen = HashSet::with_capacity(names.len());
        names.iter().find(|name| !seen.insert(unquote(name).unwrap_or_else(|_| (**name).into())))
    } else {
        names.iter().enumerate().find(|(n, name)| names.iter().take(*n).any(|other| other == *name)).map(|(_, name)| name)
    };
    twice.map_or(Ok(()), |name| {
        let name = unquote(name).unwrap_or_else(|_| (*name).into());
        Err(duplicate(&name))
    })
}

/// Says that an object has a field twice.
pub(super) fn duplicate(name: &str) -> Fault {
    Fault::new(Code::RecordDuplicateField, format!("the field `{name}` comes twice in one object")).field(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_lead_to_values() {
        let text = r#" {"a" : [1, {"b/c":"x,y", "~":null}], "":2 } "#.trim();
        let cases: [(&[&str], Option<&str>); 8] = [
            (&["a", "0"], Some("1")),
            (&["a", "1", "b/c"], Some("\"x,y\"")),
            (&["a", "1", "~"], Some("null")),
            (&[""], Some("2")),
            (&["a", "00"], None),
            (&["a", "2"], None),
            (&["a", "0", "x"], None),
            (&[], Some(text)),
        ];
        for (tokens, expect) in cases {
            let tokens: Vec<String> = tokens.iter().map(|token| (*token).to_owned()).collect();
            assert_eq!(pointed(text, &tokens), expect, "{tokens:?}");
        }
    }

    #[test]
    fn inspection_finds_names_that_come_twice_and_depth() {
        let many = format!("{{{}, \"k7\":1}}", (0..40).map(|n| format!("\"k{n}\":0")).collect::<Vec<_>>().join(","));
        let cases: [(&str, Option<Code>); 9] = [
            ("{}", None),
            ("7", None),
            (r#"{"a":{"b":1},"b":[{"a":1},{"a":2}]}"#, None),
            (r#"{"a":"a","b":"a"}"#, None),
            (r#"{"a":1,"b":{"c":[{"d":1,"d":2}]}}"#, Some(Code::RecordDuplicateField)),
            (r#"{"a":1,"\u0061":2}"#, Some(Code::RecordDuplicateField)),
            (&many, Some(Code::RecordDuplicateField)),
            ("[[[[1]]]]", None),
            ("[[[[[1]]]]]", Some(Code::SourceTooDeep)),
        ];
        for (text, expect) in cases {
            assert_eq!(inspect(text, 1, 5).err().map(|fault| fault.code), expect, "{text}");
        }
    }
}
