//! Dates and times in ISO 8601 as JSON has them: RFC 3339, and the forms that databases and languages print.
//!
//! Takes text, gives its [`Parts`]: `YYYY-MM-DD`, `HH:MM[:SS[.f]]`, or both with `T` or a space between them, then perhaps `Z`, ` UTC`, `+hh`,
//! `+hhmm`, `+hh:mm` or `+hh:mm:ss`. Years beyond four digits need a sign, as ISO 8601 says.
//!
//! **Invariant**: there is one reading or none: nothing is guessed (`01/02/2024`, `20240102`).

use crate::normalize::calendar::{DAY_SECONDS, SECOND_MICROS, days_of};

/// What a text says of a date and a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// Days since 1970-01-01.
    pub(super) days: Option<i64>,
    /// Time of day.
    pub(super) clock: Option<Clock>,
    /// Seconds east of Greenwich.
    pub(super) offset: Option<i64>,
}

/// A time of day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Clock {
    /// Seconds since midnight, 86,400 for 24:00:00 and for the leap second of midnight.
    pub(super) seconds: i64,
    /// Microseconds, rounded half up: 1,000,000 where a fraction beyond them carries over.
    pub(super) micros: i64,
}

impl Clock {
    /// Returns the microseconds since midnight.
    pub(super) fn total(self) -> i64 {
        self.seconds * SECOND_MICROS + self.micros
    }
}

/// Reads a text without white space at its ends.
pub(super) fn parse(text: &str) -> Option<Parts> {
    let bytes = text.as_bytes();
    if bytes.get(2) == Some(&b':') {
        let (clock, rest) = parse_clock(bytes)?;
        return with_offset(Parts { clock: Some(clock), ..Parts::default() }, rest);
    }
    let (days, rest) = parse_date(bytes)?;
    let Some((separator, rest)) = rest.split_first() else {
        return Some(Parts { days: Some(days), ..Parts::default() });
    };
    if !matches!(separator, b'T' | b't' | b' ') {
        return None;
    }
    let (clock, rest) = parse_clock(rest)?;
    with_offset(Parts { days: Some(days), clock: Some(clock), offset: None }, rest)
}

/// Reads `YYYY-MM-DD`, or with a sign up to seven digits of year.
fn parse_date(bytes: &[u8]) -> Option<(i64, &[u8])> {
    let (sign, digits) = match bytes.first()? {
        b'-' => (-1, &bytes[1..]),
        b'+' => (1, &bytes[1..]),
        _ => (0, bytes),
    };
    let len = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if !(4..=7).contains(&len) || sign == 0 && len > 4 {
        return None;
    }
    let year = number(&digits[..len]) * if sign < 0 { -1 } else { 1 };
    let rest = &digits[len..];
    let [b'-', m1, m2, b'-', d1, d2, ..] = rest else { return None };
    Some((days_of(year, pair(*m1, *m2)?, pair(*d1, *d2)?)?, &rest[6..]))
}

/// Reads `HH:MM[:SS[.f]]`.
fn parse_clock(bytes: &[u8]) -> Option<(Clock, &[u8])> {
    let [h1, h2, b':', m1, m2, rest @ ..] = bytes else { return None };
    let (hour, minute) = (pair(*h1, *h2)?, pair(*m1, *m2)?);
    let (second, micros, rest) = match rest {
        [b':', s1, s2, b'.' | b',', rest @ ..] => {
            let (micros, rest) = parse_fraction(rest)?;
            (pair(*s1, *s2)?, micros, rest)
        }
        [b':', s1, s2, rest @ ..] => (pair(*s1, *s2)?, 0, rest),
        _ => (0, 0, rest),
    };
    Some((clock_of(hour, minute, second, micros)?, rest))
}

/// Checks the parts of a time of day; 24:00:00 and second 60 are taken as PostgreSQL takes them.
pub(super) fn clock_of(hour: i64, minute: i64, second: i64, micros: i64) -> Option<Clock> {
    let seconds = hour * 3600 + minute * 60 + second;
    let overflows = seconds > DAY_SECONDS || seconds == DAY_SECONDS && micros > 0;
    if hour > 24 || minute > 59 || second > 60 || overflows { None } else { Some(Clock { seconds, micros }) }
}

/// Reads the digits of a fraction and rounds them half up to microseconds.
fn parse_fraction(bytes: &[u8]) -> Option<(i64, &[u8])> {
    let len = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if len == 0 {
        return None;
    }
    let digit = |at: usize| if at < len { i64::from(bytes[at] - b'0') } else { 0 };
    let micros = (0..6).fold(0, |value, at| value * 10 + digit(at));
    Some((micros + i64::from(digit(6) >= 5), &bytes[len..]))
}

/// Adds what follows a time to the end of the text: nothing, or an offset, perhaps after a space.
fn with_offset(parts: Parts, rest: &[u8]) -> Option<Parts> {
    if rest.is_empty() {
        return Some(parts);
    }
    let rest = rest.strip_prefix(b" ").unwrap_or(rest);
    if [&b"Z"[..], b"UTC", b"GMT"].iter().any(|name| rest.eq_ignore_ascii_case(name)) {
        return Some(Parts { offset: Some(0), ..parts });
    }
    let (offset, used) = parse_offset(rest)?;
    (used == rest.len()).then_some(Parts { offset: Some(offset), ..parts })
}

/// Reads `+hh`, `+hhmm`, `+hh:mm` or `+hh:mm:ss` and returns the seconds and the bytes read.
pub(super) fn parse_offset(bytes: &[u8]) -> Option<(i64, usize)> {
    let sign = match bytes.first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes, seconds, used) = match &bytes[1..] {
        [h1, h2, b':', m1, m2, b':', s1, s2, ..] => (pair(*h1, *h2)?, pair(*m1, *m2)?, pair(*s1, *s2)?, 9),
        [h1, h2, b':', m1, m2, ..] => (pair(*h1, *h2)?, pair(*m1, *m2)?, 0, 6),
        [h1, h2, m1, m2, ..] => (pair(*h1, *h2)?, pair(*m1, *m2)?, 0, 5),
        [h1, h2] => (pair(*h1, *h2)?, 0, 0, 3),
        _ => return None,
    };
    (hours < 24 && minutes < 60 && seconds < 60).then_some((sign * (hours * 3600 + minutes * 60 + seconds), used))
}

/// Reads two digits.
fn pair(tens: u8, ones: u8) -> Option<i64> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| i64::from(tens - b'0') * 10 + i64::from(ones - b'0'))
}

/// Reads up to seven digits.
fn number(digits: &[u8]) -> i64 {
    digits.iter().fold(0, |value, digit| value * 10 + i64::from(digit - b'0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_that_are_read() {
        let check = |text: &str, days: Option<i64>, clock: Option<(i64, i64)>, offset: Option<i64>| {
            let clock = clock.map(|(seconds, micros)| Clock { seconds, micros });
            assert_eq!(parse(text), Some(Parts { days, clock, offset }), "{text}");
        };
        check("1970-01-02", Some(1), None, None);
        check("1970-01-02T00:00:01Z", Some(1), Some((1, 0)), Some(0));
        check("1970-01-02t00:00:01.5z", Some(1), Some((1, 500_000)), Some(0));
        check("1970-01-02 00:01", Some(1), Some((60, 0)), None);
        check("1970-01-02 00:00:00 UTC", Some(1), Some((0, 0)), Some(0));
        check("1970-01-02 00:00:00 +0200", Some(1), Some((0, 0)), Some(7200));
        check("1970-01-02 00:00:00-05:30", Some(1), Some((0, 0)), Some(-19_800));
        check("1970-01-02 00:00:00+02", Some(1), Some((0, 0)), Some(7200));
        check("1970-01-02T00:00:00+00:19:32", Some(1), Some((0, 0)), Some(1172));
        check("1970-01-02T23:59:59.9999995", Some(1), Some((86_399, 1_000_000)), None);
        check("1970-01-02T23:59:59.99999949", Some(1), Some((86_399, 999_999)), None);
        check("1970-01-02T24:00:00", Some(1), Some((86_400, 0)), None);
        check("1970-01-02T23:59:60Z", Some(1), Some((86_400, 0)), Some(0));
        check("12:59:60.5", None, Some((46_800, 500_000)), None);
        check("10:00:00,25", None, Some((36_000, 250_000)), None);
        check("10:00+01:00", None, Some((36_000, 0)), Some(3600));
        check("+12345-01-01", days_of(12_345, 1, 1), None, None);
        check("-0043-03-15", days_of(-43, 3, 15), None, None);
    }

    #[test]
    fn forms_that_are_not_read() {
        for text in [
            "",
            "2024",
            "2024-01",
            "20240102",
            "2024-1-2",
            "01/02/2024",
            "2024-13-01",
            "2024-02-30",
            "0000-00-00",
            "2024-01-01T",
            "2024-01-01X00:00",
            "2024-01-01T25:00",
            "2024-01-01T24:00:01",
            "2024-01-01T10",
            "2024-01-01T10:60",
            "2024-01-01T10:00:61",
            "2024-01-01T10:00:00.",
            "12024-01-01",
            "2024-01-01T10:00:00+24:00",
            "2024-01-01T10:00:00+1",
            "2024-01-01T10:00:00[Europe/Berlin]",
            "2024-01-01T10:00:00Zx",
            "٢٠٢٤-01-01",
            "1:00",
            "23:59:60.5",
            "+",
            "-",
            "10:00:",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
