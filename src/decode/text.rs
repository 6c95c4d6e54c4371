//! JSON strings as text.
//!
//! Takes JSON text that decoding has let through, gives Unicode text. It borrows where the string has no escapes.
//!
//! **Invariant**: a string that is no Unicode text (a lone surrogate) is a fault, never replaced.

use std::borrow::Cow;

use crate::diagnostic::{Code, Fault};

/// Returns the text of a JSON string.
///
/// # Errors
/// Text that is no JSON string, or has an escape that is none, or half of a surrogate pair ([`Code::ValueMalformed`]); the byte counts from
/// the opening quote.
pub fn unquote(json: &str) -> Result<Cow<'_, str>, Fault> {
    let inner = json
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .ok_or_else(|| Fault::new(Code::ValueWrongKind, "found no string where a string was expected"))?;
    match memchr::memchr(b'\\', inner.as_bytes()) {
        None => Ok(Cow::Borrowed(inner)),
        Some(first) => unescape(inner, first).map(Cow::Owned),
    }
}

fn unescape(inner: &str, first: usize) -> Result<String, Fault> {
    let mut text = String::with_capacity(inner.len());
    let (mut from, mut slash) = (0, Some(first));
    while let Some(at) = slash {
        text.push_str(inner.get(from..at).unwrap_or_default());
        let (character, length) = escape(inner, at)?;
        text.push(character);
        from = at + length;
        slash = inner.get(from..).and_then(|rest| memchr::memchr(b'\\', rest.as_bytes())).map(|next| from + next);
    }
    text.push_str(inner.get(from..).unwrap_or_default());
    Ok(text)
}

/// Reads the escape at byte `at`; returns its character and its length.
fn escape(inner: &str, at: usize) -> Result<(char, usize), Fault> {
    let malformed = |message: String| Fault::new(Code::ValueMalformed, message).at(at + 1);
    let letter = inner.as_bytes().get(at + 1).copied().unwrap_or_default();
    let character = match letter {
        b'"' | b'\\' | b'/' => char::from(letter),
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return code_point(inner, at).map_err(malformed),
        _ => return Err(malformed(format!("`\\{}` is not an escape of JSON", char::from(letter).escape_default()))),
    };
    Ok((character, 2))
}

fn code_point(inner: &str, at: usize) -> Result<(char, usize), String> {
    let unit = unit(inner, at).ok_or("`\\u` is not followed by four hexadecimal digits")?;
    if let Some(character) = char::from_u32(unit) {
        return Ok((character, 6));
    }
    let low = self::unit(inner, at + 6).filter(|low| (0xdc00..0xe000).contains(low));
    let pair = low.filter(|_| unit < 0xdc00).map(|low| 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
    match pair.and_then(char::from_u32) {
        Some(character) => Ok((character, 12)),
        None => Err(format!("`\\u{unit:04x}` is one half of a surrogate pair without the other")),
    }
}

fn unit(inner: &str, at: usize) -> Option<u32> {
    let digits = inner.get(at..at + 6)?.strip_prefix("\\u")?;
    digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(json: &str, expect: Result<&str, Code>) {
        assert_eq!(unquote(json).as_deref().map_err(|fault| fault.code), expect, "{json}");
    }

    #[test]
    fn strings_become_text() {
        check(r#""""#, Ok(""));
        check(r#""plain ü""#, Ok("plain ü"));
        check(r#""a\"b\\c\/d\b\f\n\r\t""#, Ok("a\"b\\c/d\u{8}\u{c}\n\r\t"));
        check(r#""\u00fc\u0000x""#, Ok("ü\0x"));
        check(r#""\uD83D\uDE00!""#, Ok("😀!"));
        check(r#""ü\\""#, Ok("ü\\"));
    }

    #[test]
    fn what_is_no_text_is_a_fault() {
        check(r#""\ud83d""#, Err(Code::ValueMalformed));
        check(r#""\ud83d\u0041""#, Err(Code::ValueMalformed));
        check(r#""\ud83dab\u00""#, Err(Code::ValueMalformed));
        check(r#""\ude00\ud83d""#, Err(Code::ValueMalformed));
        check(r#""\u+123""#, Err(Code::ValueMalformed));
        check(r#""\x""#, Err(Code::ValueMalformed));
        check(r#""\""#, Err(Code::ValueMalformed));
        check(r#""\é""#, Err(Code::ValueMalformed));
        check("12", Err(Code::ValueWrongKind));
        check("\"", Err(Code::ValueWrongKind));
        check("", Err(Code::ValueWrongKind));
    }

    #[test]
    fn borrows_without_escapes() {
        assert!(matches!(unquote("\"abc\""), Ok(Cow::Borrowed("abc"))));
    }
}
