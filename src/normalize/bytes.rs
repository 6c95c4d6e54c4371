//! Binary data as JSON has it: hexadecimal after `\x` or `0x`, else base64.
//!
//! **Invariant**: every bit of the text arrives: padding that is wrong, and last characters with bits to spare, are faults.

use crate::normalize::fault::{Fault, Outcome};
use crate::normalize::value::{Kind, Value};
use crate::record::{Batch, Cell};

const EXPECTED: &str = "binary data as hexadecimal digits after `\\x` or `0x`, or as base64";

/// Reads binary data.
pub(super) fn read(value: &Value<'_>, batch: &mut Batch) -> Outcome<Cell> {
    if value.kind != Kind::String {
        return Err(Fault::wrong_kind(value, EXPECTED));
    }
    let text = value.text.trim();
    let start = batch.bytes.len();
    let done = match text.strip_prefix("\\x").or_else(|| text.strip_prefix("0x")) {
        Some(digits) => push_hex(digits.as_bytes(), &mut batch.bytes),
        None => push_base64(text.as_bytes(), &mut batch.bytes),
    };
    if done.is_none() {
        batch.bytes.truncate(start);
        return Err(Fault::malformed(value, EXPECTED));
    }
    Ok(Cell::Bytes(batch.bytes_since(start)))
}

/// Appends the bytes of hexadecimal digits.
fn push_hex(digits: &[u8], out: &mut Vec<u8>) -> Option<()> {
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    for pair in digits.chunks_exact(2) {
        out.push(nibble(pair[0])? << 4 | nibble(pair[1])?);
    }
    Some(())
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

/// Appends the bytes of base64 (RFC 4648, either alphabet, padding optional, line breaks skipped).
fn push_base64(text: &[u8], out: &mut Vec<u8>) -> Option<()> {
    let (mut bits, mut held, mut chars, mut padding) = (0u32, 0u32, 0usize, 0usize);
    for byte in text.iter().filter(|byte| !matches!(byte, b'\r' | b'\n')) {
        if *byte == b'=' {
            padding += 1;
            continue;
        }
        if padding > 0 {
            return None;
        }
        bits = bits << 6 | u32::from(sextet(*byte)?);
        held += 6;
        chars += 1;
        if held >= 8 {
            held -= 8;
            out.push(u8::try_from(bits >> held & 0xff).ok()?);
            bits &= (1 << held) - 1;
        }
    }
    let whole = padding == 0 || padding <= 2 && (chars + padding).is_multiple_of(4);
    (whole && chars % 4 != 1 && bits == 0).then_some(())
}

fn sextet(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn binary_data() {
        let check = |json: &str, expect: Option<&[u8]>| {
            let mut batch = Batch::new(1);
            let read = read(&Value::parse(json).unwrap(), &mut batch).ok();
            let bytes = read.map(|cell| match cell {
                Cell::Bytes(span) => batch.bytes_of(span).to_vec(),
                other => panic!("{other:?}"),
            });
            assert_eq!(bytes.as_deref(), expect, "{json}");
        };
        check(r#""\\xDEADbeef""#, Some(&[0xde, 0xad, 0xbe, 0xef]));
        check(r#""0x00ff""#, Some(&[0, 0xff]));
        check(r#""\\x""#, Some(&[]));
        check(r#""\\x0""#, None);
        check(r#""\\x0g""#, None);
        check(r#""aGVsbG8=""#, Some(b"hello"));
        check(r#""aGVsbG8""#, Some(b"hello"));
        check(r#""aGVs\nbG8=""#, Some(b"hello"));
        check(r#""-_-_""#, Some(&[0xfb, 0xff, 0xbf]));
        check(r#""+/+/""#, Some(&[0xfb, 0xff, 0xbf]));
        check(r#""""#, Some(&[]));
        check(r#""aGVsbG9""#, None);
        check(r#""aGVsbG8==""#, None);
        check(r#""aGVs bG8""#, None);
        check(r#""a""#, None);
        check(r#""a=bc""#, None);
        check("12", None);
        check("[1,2]", None);
    }
}
