//! Decimal numbers taken apart as text, so that no digit ever passes through binary floating point.
//!
//! Takes the text of a number, gives a [`Decimal`] that borrows from it.
//!
//! **Invariant**: no work grows with the exponent: `1e999999999` costs what `1e9` costs.

/// A decimal number in plain or scientific notation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decimal<'a> {
    negative: bool,
    int: &'a [u8],
    frac: &'a [u8],
    /// Where the first significant digit stands among the digits of `int` and `frac`.
    first: usize,
    /// Where the last significant digit ends.
    end: usize,
    /// Digits before the point, counted from the first significant digit; negative for `0.00…`.
    point: i64,
}

impl<'a> Decimal<'a> {
    /// Reads `[+-]digits[.digits][e[+-]digits]`; digits may be missing on one side of the point.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let bytes = text.as_bytes();
        let (negative, bytes) = match bytes.split_first()? {
            (b'-', rest) => (true, rest),
            (b'+', rest) => (false, rest),
            _ => (false, bytes),
        };
        let (int, rest) = split_digits(bytes);
        let (frac, rest) = match rest.split_first() {
            Some((b'.', rest)) => split_digits(rest),
            _ => (&rest[..0], rest),
        };
        if int.is_empty() && frac.is_empty() {
            return None;
        }
        let exponent = match rest.split_first() {
            None => 0,
            Some((b'e' | b'E', rest)) => parse_exponent(rest)?,
            Some(_) => return None,
        };
        let digits = || int.iter().chain(frac);
        let first = digits().take_while(|digit| **digit == b'0').count();
        let total = int.len() + frac.len();
        let end = total - digits().rev().take_while(|digit| **digit == b'0').count().min(total - first);
        let point = length(int.len()) + exponent - length(first);
        Some(Self { negative, int, frac, first, end, point })
    }

    /// Says whether it is below zero; `-0` is not.
    pub(super) fn is_negative(&self) -> bool {
        self.negative && !self.is_zero()
    }

    /// Says whether it is zero.
    pub(super) fn is_zero(&self) -> bool {
        self.first == self.end
    }

    /// Yields the significant digits: no zeros at either end.
    pub(super) fn digits(&self) -> impl DoubleEndedIterator<Item = u8> + Clone + '_ {
        (self.first..self.end).map(|at| self.int.get(at).or_else(|| self.frac.get(at - self.int.len())).map_or(0, |digit| digit - b'0'))
    }

    /// Returns the number of significant digits.
    pub(super) fn len(&self) -> i64 {
        length(self.end - self.first)
    }

    /// Returns how many digits stand before the point, counted from the first significant digit; zero or less for fractions.
    pub(super) fn point(&self) -> i64 {
        if self.is_zero() { 0 } else { self.point }
    }

    /// Returns how many significant digits stand after the point.
    pub(super) fn scale(&self) -> i64 {
        if self.is_zero() { 0 } else { (self.len() - self.point).max(0) }
    }

    /// Returns how many digits the source writes after the point, trailing zeros included.
    pub(super) fn written_scale(&self) -> i64 {
        (length(self.int.len() + self.frac.len() - self.first) - self.point).max(0)
    }

    /// Returns the value where it is an integer of 64 bits.
    pub(super) fn to_i64(self) -> Option<i64> {
        if self.scale() > 0 { None } else { self.scaled(0).and_then(|value| i64::try_from(value).ok()) }
    }

    /// Returns the value times `10^shift`, rounded half up (towards later), where it has at most 30 digits.
    pub(super) fn scaled(self, shift: i64) -> Option<i128> {
        if self.is_zero() {
            return Some(0);
        }
        let point = self.point.saturating_add(shift);
        if point > 30 {
            return None;
        }
        let mut digits = self.digits();
        let mut magnitude: i128 = 0;
        for _ in 0..point {
            magnitude = magnitude * 10 + i128::from(digits.next().unwrap_or(0));
        }
        let next = if point < 0 { 0 } else { digits.next().unwrap_or(0) };
        // Half up means that the exact half of a negative number goes towards zero.
        let rounds_away = next > 5 || next == 5 && (!self.negative || digits.next().is_some());
        magnitude += i128::from(rounds_away);
        Some(if self.negative { -magnitude } else { magnitude })
    }

    /// Returns the digits before the point once rounded half away from zero to `scale` digits after it; `None` for zero.
    pub(super) fn point_rounded(&self, scale: i64) -> Option<i64> {
        let kept = self.point() + scale;
        if self.is_zero() || kept < 0 {
            return None;
        }
        let mut digits = self.digits();
        let nines = digits.by_ref().take(usize::try_from(kept).unwrap_or(usize::MAX)).all(|digit| digit == 9);
        let carries = nines && kept < self.len() && self.digits().nth(usize::try_from(kept).unwrap_or(usize::MAX)).is_some_and(|d| d >= 5);
        match (kept, carries) {
            (0, false) => None,
            (_, true) => Some(self.point + 1),
            _ => Some(self.point),
        }
    }

    /// Says whether both are the same number.
    pub(super) fn equals(&self, other: &Self) -> bool {
        self.is_negative() == other.is_negative() && self.point() == other.point() && self.digits().eq(other.digits())
    }
}

/// Splits the digits off the front.
fn split_digits(bytes: &[u8]) -> (&[u8], &[u8]) {
    bytes.split_at(bytes.iter().take_while(|byte| byte.is_ascii_digit()).count())
}

/// Reads an exponent, cut at a trillion, which is beyond every range.
fn parse_exponent(bytes: &[u8]) -> Option<i64> {
    let (negative, digits) = match bytes.split_first()? {
        (b'-', rest) => (true, rest),
        (b'+', rest) => (false, rest),
        _ => (false, bytes),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let value = digits.iter().fold(0i64, |value, digit| (value * 10 + i64::from(digit - b'0')).min(1_000_000_000_000));
    Some(if negative { -value } else { value })
}

/// A text is never longer than `i64::MAX`.
fn length(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal<'_> {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn what_is_no_decimal_number_is_refused() {
        for text in ["", "-", ".", "e5", "1e", "1e+", "1,000", "1 2", "0x10", "1.2.3", "--1", "NaN", "inf", "1_000", "١"] {
            assert!(Decimal::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn integers_are_exact() {
        for (text, expect) in [
            ("0", Some(0)),
            ("-0", Some(0)),
            ("+12", Some(12)),
            ("12.000", Some(12)),
            ("1e3", Some(1000)),
            ("1200e-2", Some(12)),
            ("0.5e1", Some(5)),
            ("9223372036854775807", Some(i64::MAX)),
            ("-9223372036854775808", Some(i64::MIN)),
            ("9223372036854775808", None),
            ("9007199254740993", Some(9_007_199_254_740_993)),
            ("12.5", None),
            ("1e-1", None),
            ("1e999999999999999999999", None),
            ("0e999999999999999999999", Some(0)),
            (".5e1", Some(5)),
            ("5.", Some(5)),
        ] {
            assert_eq!(decimal(text).to_i64(), expect, "{text}");
        }
    }

    #[test]
    fn scaling_rounds_half_up() {
        for (text, shift, expect) in [
            ("1.0000005", 6, 1_000_001),
            ("1.0000004", 6, 1_000_000),
            ("-1.0000005", 6, -1_000_000),
            ("-1.00000051", 6, -1_000_001),
            ("-1.0000006", 6, -1_000_001),
            ("0.0000005", 6, 1),
            ("0.00000005", 6, 0),
            ("1e-9", 6, 0),
            ("1700000000123", 3, 1_700_000_000_123_000),
        ] {
            assert_eq!(decimal(text).scaled(shift), Some(expect), "{text}");
        }
        assert_eq!(decimal("1e40").scaled(6), None);
    }

    #[test]
    fn rounding_may_add_a_digit_before_the_point() {
        for (text, scale, expect) in [
            ("999.994", 2, Some(3)),
            ("999.995", 2, Some(4)),
            ("999.99", 2, Some(3)),
            ("0.004", 2, None),
            ("0.005", 2, Some(-1)),
            ("0.0004", 2, None),
            ("0.995", 2, Some(1)),
            ("0", 2, None),
            ("1450", -2, Some(4)),
            ("9950", -2, Some(5)),
            ("49", -2, None),
            ("50", -2, Some(3)),
            ("1e5", 2, Some(6)),
        ] {
            assert_eq!(decimal(text).point_rounded(scale), expect, "{text}");
        }
    }

    #[test]
    fn equal_numbers_are_equal_however_they_are_written() {
        for (a, b, expect) in [("0", "-0.00", true), ("1e2", "100", true), ("1.10", "1.1", true), ("1", "-1", false), ("1", "10", false)] {
            assert_eq!(decimal(a).equals(&decimal(b)), expect, "{a} {b}");
        }
    }

    #[test]
    fn scales_count_digits_after_the_point() {
        for (text, scale, written) in [("1.10", 1, 2), ("100", 0, 0), ("1e-3", 3, 3), ("0.00", 0, 2), ("1.5e1", 0, 0)] {
            assert_eq!((decimal(text).scale(), decimal(text).written_scale()), (scale, written), "{text}");
        }
    }
}
