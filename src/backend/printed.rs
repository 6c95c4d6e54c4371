//! What PostgreSQL prints of a value that it stores, told from the value on its way there.
//!
//! Takes cells and the types of their columns, gives what `CAST(column AS text)` is once a row is stored, in a session with the settings of this program.
//!
//! **Invariant**: a text is given only where the server prints that very text; whatever a type may change or print in a way of its own is not known.

use uuid::Uuid;

use super::iso::{self, Years};
use crate::catalog::DataType;
use crate::layout::ColumnLayout;
use crate::record::{Batch, Cell};

/// Days since 1970-01-01 that have years of four digits.
pub(super) const DAYS: std::ops::RangeInclusive<i64> = -719_162..=2_932_896;

pub(super) const MICROS_A_DAY: i64 = 86_400_000_000;

/// Objects and arrays inside each other that are looked at.
const DEPTH_MAX: u32 = 64;

/// Digits of a number that are looked at, and places by which an exponent moves its point.
const DIGITS_MAX: usize = 1_000;

/// How a column prints its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// Text of at most so many bytes: blanks beyond the length of the column are cut off.
    Text(u32),
    /// An integer.
    Int,
    /// `true` or `false`.
    Bool,
    /// 36 characters.
    Uuid,
    /// `YYYY-MM-DD`.
    Date,
    /// `HH:MM:SS[.ffffff]`.
    Time,
    /// Date and time.
    Timestamp,
    /// Date and time, in UTC.
    TimestampTz,
    /// A decimal with so many digits after the point; `None` for as many as it comes with.
    Numeric(Option<i16>),
    /// A document as it is given.
    Json,
    /// A document with the server's white space and order of keys.
    Jsonb,
    /// Hexadecimal digits.
    Bytes,
}

impl Printed {
    /// Returns how a column prints its values, where that is known.
    #[must_use]
    pub fn of(column: &ColumnLayout) -> Option<Self> {
        let is_named = |names: &[&str]| names.contains(&column.type_text.as_str());
        // A domain has a name of its own, and may be one of a type with fewer digits.
        let has_modifier = |name: &str| column.type_text.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('('));
        match column.data_type {
            DataType::Enum => Some(Self::Text(u32::MAX)),
            DataType::Text { max_chars } if is_named(&["text"]) || has_modifier("character varying") => {
                Some(Self::Text(max_chars.unwrap_or(u32::MAX)))
            }
            DataType::Int { .. } if is_named(&["smallint", "integer", "bigint"]) => Some(Self::Int),
            DataType::Bool if is_named(&["boolean"]) => Some(Self::Bool),
            DataType::Uuid if is_named(&["uuid"]) => Some(Self::Uuid),
            DataType::Date if is_named(&["date"]) => Some(Self::Date),
            // With a modifier, fractions are rounded.
            DataType::Time if is_named(&["time without time zone"]) => Some(Self::Time),
            DataType::Timestamp if is_named(&["timestamp without time zone"]) => Some(Self::Timestamp),
            DataType::TimestampTz if is_named(&["timestamp with time zone"]) => Some(Self::TimestampTz),
            DataType::Numeric { precision: None, .. } if is_named(&["numeric"]) => Some(Self::Numeric(None)),
            DataType::Numeric { precision: Some(_), scale } if has_modifier("numeric") => {
                let scale = scale.unwrap_or(0);
                (scale >= 0).then_some(Self::Numeric(Some(scale)))
            }
            DataType::Json if is_named(&["json"]) => Some(Self::Json),
            DataType::Jsonb if is_named(&["jsonb"]) => Some(Self::Jsonb),
            DataType::Bytes if is_named(&["bytea"]) => Some(Self::Bytes),
            _ => None,
        }
    }

    /// Returns how a column prints what it takes over from another one, as that prints it, where this is the same.
    #[must_use]
    pub fn of_reference(column: &ColumnLayout) -> Option<Self> {
        match Self::of(column)? {
            Self::Int | Self::Uuid | Self::Text(u32::MAX) => Some(Self::Text(u32::MAX)),
            _ => None,
        }
    }

    /// Appends what is printed of a cell that is not NULL; `None` where that is not known.
    pub(super) fn push(self, out: &mut String, cell: Cell, batch: &Batch) -> Option<()> {
        match (self, cell) {
            (Self::Text(bytes), Cell::Text(span)) if span.len <= bytes => out.push_str(batch.text_of(span)),
            (Self::Int | Self::Text(u32::MAX), Cell::Int(int)) => push(out, format_args!("{int}")),
            (Self::Bool, Cell::Bool(flag)) => out.push_str(if flag { "true" } else { "false" }),
            (Self::Uuid, Cell::Uuid(span)) => push(out, format_args!("{}", Uuid::from_slice(batch.bytes_of(span)).ok()?.hyphenated())),
            (Self::Date, Cell::Date(days)) if DAYS.contains(&i64::from(days)) => iso::push_date(out, days, Years::Bc),
            (Self::Time, Cell::Time(micros)) if (0..MICROS_A_DAY).contains(&micros) => iso::push_time(out, micros),
            (Self::Timestamp, Cell::Timestamp(micros)) if is_plain(micros) => iso::push_timestamp(out, micros, "", Years::Bc),
            (Self::TimestampTz, Cell::TimestampTz(micros)) if is_plain(micros) => iso::push_timestamp(out, micros, "+00", Years::Bc),
            (Self::Numeric(scale), Cell::Numeric(span)) => push_numeric(out, batch.text_of(span), scale)?,
            (Self::Json, Cell::Json(span)) => out.push_str(batch.text_of(span)),
            (Self::Jsonb, Cell::Json(span)) => push_jsonb(out, batch.text_of(span))?,
            (Self::Bytes, Cell::Bytes(span)) => {
                out.push_str("\\x");
                batch.bytes_of(span).iter().for_each(|byte| push(out, format_args!("{byte:02x}")));
            }
            _ => return None,
        }
        Some(())
    }
}

/// Says that a timestamp has a year of four digits.
pub(super) fn is_plain(micros: i64) -> bool {
    DAYS.contains(&micros.div_euclid(MICROS_A_DAY))
}

/// Writing to a string cannot fail.
fn push(out: &mut String, arguments: std::fmt::Arguments<'_>) {
    let _ = std::fmt::Write::write_fmt(out, arguments);
}

/// Appends a decimal number; `None` where it is no plain one, or has more digits after the point than `scale`.
fn push_numeric(out: &mut String, text: &str, scale: Option<i16>) -> Option<()> {
    let (is_negative, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (mantissa, exponent) = match rest.find(['e', 'E']) {
        Some(at) => (&rest[..at], rest[at + 1..].parse::<i32>().ok()?),
        None => (rest, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_number = !whole.is_empty() && !mantissa.ends_with('.');
    let digits: String = [whole, fraction].concat();
    if !is_number || !digits.bytes().all(|byte| byte.is_ascii_digit()) || digits.len() > DIGITS_MAX {
        return None;
    }
    let shift = usize::try_from(exponent.unsigned_abs()).ok().filter(|shift| *shift <= DIGITS_MAX)?;
    // Where the point stands among the digits, and how many of them are behind it.
    let (padded, behind) = if exponent < 0 {
        (["0".repeat(shift).as_str(), &digits].concat(), fraction.len() + shift)
    } else {
        let more = shift.saturating_sub(fraction.len());
        (digits + &"0".repeat(more), fraction.len().saturating_sub(shift))
    };
    let (whole, fraction) = padded.split_at(padded.len() - behind);
    let zeros = match scale {
        None => 0,
        Some(scale) => usize::try_from(scale).ok()?.checked_sub(behind)?,
    };
    if is_negative && padded.bytes().any(|digit| digit != b'0') {
        out.push('-');
    }
    let whole = whole.trim_start_matches('0');
    out.push_str(if whole.is_empty() { "0" } else { whole });
    if behind + zeros > 0 {
        out.push('.');
        out.push_str(fraction);
        out.extend(std::iter::repeat_n('0', zeros));
    }
    Some(())
}

/// Appends a compact document as `jsonb` prints it (<https://www.postgresql.org/docs/current/datatype-json.html>): keys by length and bytes, a blank behind each
/// colon and comma, numbers as decimals.
fn push_jsonb(out: &mut String, json: &str) -> Option<()> {
    let mut reader = Reader { json, at: 0 };
    reader.value(out, 0)?;
    (reader.at == json.len()).then_some(())
}

/// Reads a compact document, whose strings are in their shortest form.
struct Reader<'a> {
    json: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.json.as_bytes().get(self.at).copied()
    }

    /// Steps over a byte, if it is the next one.
    fn takes(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn value(&mut self, out: &mut String, depth: u32) -> Option<()> {
        match self.peek()? {
            _ if depth > DEPTH_MAX => return None,
            b'{' => self.object(out, depth)?,
            b'[' => self.array(out, depth)?,
            b'"' => out.push_str(self.string()?),
            _ => {
                let end = self.json[self.at..].find([',', '}', ']']).map_or(self.json.len(), |end| self.at + end);
                let word = &self.json[self.at..end];
                self.at = end;
                match word {
                    "null" | "true" | "false" => out.push_str(word),
                    number => push_numeric(out, number, None)?,
                }
            }
        }
        Some(())
    }

    /// Returns the next string with its quotation marks.
    fn string(&mut self) -> Option<&'a str> {
        let start = self.at;
        let bytes = self.json.as_bytes();
        self.at += 1;
        loop {
            self.at += memchr::memchr2(b'"', b'\\', bytes.get(self.at..)?)? + 1;
            if bytes[self.at - 1] == b'"' {
                return self.json.get(start..self.at);
            }
            match bytes.get(self.at)? {
                b'"' | b'\\' | b'b' | b'f' | b'n' | b'r' | b't' => self.at += 1,
                // Only of control characters that have no shorter form.
                b'u' if self.json.get(self.at + 1..self.at + 5).is_some_and(is_shortest) => self.at += 5,
                _ => return None,
            }
        }
    }

    fn array(&mut self, out: &mut String, depth: u32) -> Option<()> {
        self.at += 1;
        out.push('[');
        if self.takes(b']') {
            out.push(']');
            return Some(());
        }
        loop {
            self.value(out, depth + 1)?;
            if self.takes(b']') {
                out.push(']');
                return Some(());
            }
            if !self.takes(b',') {
                return None;
            }
            out.push_str(", ");
        }
    }

    fn object(&mut self, out: &mut String, depth: u32) -> Option<()> {
        self.at += 1;
        out.push('{');
        if self.takes(b'}') {
            out.push('}');
            return Some(());
        }
        let start = out.len();
        // Keys with where their members begin in `out`.
        let mut members: Vec<(&str, usize)> = Vec::new();
        loop {
            let key = if self.peek() == Some(b'"') { self.string()? } else { return None };
            // The order is that of what the escapes stand for.
            if key.contains('\\') || !self.takes(b':') {
                return None;
            }
            members.push((key, out.len()));
            out.push_str(key);
            out.push_str(": ");
            self.value(out, depth + 1)?;
            out.push_str(", ");
            if self.takes(b'}') {
                break;
            }
            if !self.takes(b',') {
                return None;
            }
        }
        if !members.is_sorted_by(|(a, _), (b, _)| (a.len(), a) < (b.len(), b)) {
            let written = out.split_off(start);
            let ends = members.iter().skip(1).map(|(_, at)| at - start).chain([written.len()]);
            let mut sorted: Vec<(&str, &str)> =
                members.iter().zip(ends).map(|((key, at), end)| (*key, &written[at - start..end])).collect();
            sorted.sort_unstable_by_key(|(key, _)| (key.len(), *key));
            // Of members with one key, the server keeps one.
            if sorted.windows(2).any(|pair| pair[0].0 == pair[1].0) {
                return None;
            }
            out.extend(sorted.iter().map(|(_, member)| *member));
        }
        out.truncate(out.len() - 2);
        out.push('}');
        Some(())
    }
}

/// Says whether four digits are those of a control character for which there is no letter, in small letters.
fn is_shortest(digits: &str) -> bool {
    let is_control =
        digits.starts_with("00") && matches!(digits.as_bytes()[2], b'0' | b'1') && !digits.contains(|c: char| c.is_ascii_uppercase());
    let code = u8::from_str_radix(digits, 16).unwrap_or(0);
    is_control && code != 0 && !matches!(code, 0x08 | 0x09 | 0x0a | 0x0c | 0x0d)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_decimals() {
        let check = |text: &str, scale: Option<i16>, expect: Option<&str>| {
            let mut out = String::new();
            let is_known = push_numeric(&mut out, text, scale).is_some();
            assert_eq!((is_known, out.as_str()), (expect.is_some(), expect.unwrap_or_default()), "{text} {scale:?}");
        };
        check("0", None, Some("0"));
        check("-0", None, Some("0"));
        check("-0.00", None, Some("0.00"));
        check("007.50", None, Some("7.50"));
        check("1.5e1", None, Some("15"));
        check("-1.50E1", None, Some("-15.0"));
        check("12e-3", None, Some("0.012"));
        check("1e+3", None, Some("1000"));
        check("1.5", Some(3), Some("1.500"));
        check("15e-1", Some(0), None);
        check("1.234", Some(2), None);
        check("3", Some(0), Some("3"));
        for unknown in ["", "-", "1.", ".5", "NaN", "Infinity", "1e2000", " 1", "1_000", "+1", "1.2.3", "1e"] {
            check(unknown, None, None);
        }
    }

    #[test]
    fn prints_documents() {
        let check = |json: &str, expect: Option<&str>| {
            let mut out = "x".to_owned();
            assert_eq!(push_jsonb(&mut out, json).map(|()| &out[1..]), expect, "{json}");
        };
        check("null", Some("null"));
        check("{}", Some("{}"));
        check("[]", Some("[]"));
        check(
            r#"{"bb":[1.50,1e2,-0],"a":{"é":true,"b":"\u0001\n\"{,"}}"#,
            Some(r#"{"a": {"b": "\u0001\n\"{,", "é": true}, "bb": [1.50, 100, 0]}"#),
        );
        check(r#"{"b":1,"":2,"a":3}"#, Some(r#"{"": 2, "a": 3, "b": 1}"#));
        // Not in the form in which the normalizer writes it.
        for unknown in [
            r#""\u0041""#,
            r#""\u000a""#,
            r#""\u001F""#,
            r#""\/""#,
            r#"{"\n":1}"#,
            r#"{"a":1,"a":2}"#,
            r#"{"a":1,"b":0,"a":1}"#,
            "[1,]x",
            "[1",
            r#"{"a"}"#,
            r#""a"#,
            "[1] ",
        ] {
            check(unknown, None);
        }
        let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        check(&deep(60), Some(&deep(60)));
        check(&deep(100), None);
    }

    #[test]
    fn leaves_out_what_a_column_may_change() {
        let mut batch = Batch::new(0);
        let text = batch.push_text("four");
        let check = |printed: Printed, cell: Cell, expect: Option<&str>| {
            let mut out = String::new();
            let is_known = printed.push(&mut out, cell, &batch).is_some();
            assert_eq!((is_known, out.as_str()), (expect.is_some(), expect.unwrap_or_default()), "{printed:?} {cell:?}");
        };
        check(Printed::Text(4), Cell::Text(text), Some("four"));
        check(Printed::Text(3), Cell::Text(text), None);
        check(Printed::Int, Cell::Text(text), None);
        check(Printed::Date, Cell::Date(2_932_896), Some("9999-12-31"));
        check(Printed::Date, Cell::Date(2_932_897), None);
        check(Printed::Timestamp, Cell::Timestamp(i64::MIN), None);
        check(Printed::Time, Cell::Time(MICROS_A_DAY), None);
        check(Printed::Jsonb, Cell::Other(text), None);
    }
}
