//! Integers, exact decimals, floating point numbers and booleans.
//!
//! **Invariant**: an integer or a decimal never goes through a float, and what a column cannot hold is a fault, never a saturated value.

use crate::catalog::BackendKind;
use crate::normalize::decimal::Decimal;
use crate::normalize::fault::{Fault, Outcome};
use crate::normalize::value::{Kind, Value};
use crate::record::{Batch, Cell};

/// Most digits before the point of an unconstrained PostgreSQL `numeric`.
const POSTGRES_POINT_MAX: i64 = 131_072;
/// Most digits after the point of an unconstrained PostgreSQL `numeric`.
const POSTGRES_SCALE_MAX: i64 = 16_383;

/// Rule of an integer column.
#[derive(Clone, Copy, Debug)]
pub(super) struct IntRule {
    min: i64,
    max: i64,
}

impl IntRule {
    /// Creates the rule for a width in bits.
    pub(super) fn new(bits: u8) -> Self {
        match bits {
            0..=8 => Self { min: i64::from(i8::MIN), max: i64::from(i8::MAX) },
            9..=16 => Self { min: i64::from(i16::MIN), max: i64::from(i16::MAX) },
            17..=32 => Self { min: i64::from(i32::MIN), max: i64::from(i32::MAX) },
            _ => Self { min: i64::MIN, max: i64::MAX },
        }
    }

    /// Reads an integer.
    pub(super) fn read(self, value: &Value<'_>) -> Outcome<i64> {
        let text = number_text(value, || self.expected())?;
        if let Some(number) = small_int(text).or_else(|| Decimal::parse(text).and_then(Decimal::to_i64)) {
            return if (self.min..=self.max).contains(&number) { Ok(number) } else { Err(Fault::out_of_range(value, self.expected())) };
        }
        match Decimal::parse(text) {
            Some(decimal) if decimal.scale() == 0 => Err(Fault::out_of_range(value, self.expected())),
            Some(_) => {
                Err(Fault::malformed(value, self.expected())
                    .hint("the number has a fraction; use a numeric column, or round it in the source"))
            }
            None => Err(Fault::malformed(value, self.expected())),
        }
    }

    fn expected(self) -> String {
        format!("an integer from {} to {}", self.min, self.max)
    }
}

/// Reads the common spelling: up to 18 digits, perhaps a sign.
fn small_int(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || digits.len() > 18 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let magnitude = digits.bytes().fold(0i64, |value, digit| value * 10 + i64::from(digit - b'0'));
    Some(if digits.len() == text.len() { magnitude } else { -magnitude })
}

/// Returns the text of a number, or of a string that may hold one.
fn number_text<'v>(value: &'v Value<'_>, expected: impl Fn() -> String) -> Outcome<&'v str> {
    match value.kind {
        Kind::Number => Ok(&value.text),
        Kind::String => Ok(value.text.trim()),
        _ => Err(Fault::wrong_kind(value, expected())),
    }
}

/// Rule of an exact decimal column.
#[derive(Clone, Copy, Debug)]
pub(super) struct NumericRule {
    /// Digits in all, and digits after the point; `None` without limit.
    limit: Option<(i64, i64)>,
    backend: BackendKind,
}

impl NumericRule {
    /// Creates the rule; a precision without scale means scale 0, as in SQL.
    pub(super) fn new(precision: Option<u16>, scale: Option<i16>, backend: BackendKind) -> Self {
        Self { limit: precision.map(|precision| (i64::from(precision), scale.map_or(0, i64::from))), backend }
    }

    /// Reads a decimal with every digit.
    pub(super) fn read(self, value: &Value<'_>, batch: &mut Batch) -> Outcome<Cell> {
        let text = number_text(value, || self.expected())?;
        if value.kind == Kind::String && text == "NaN" {
            return self.nan(value, batch);
        }
        let decimal = Decimal::parse(text).ok_or_else(|| Fault::malformed(value, self.expected()))?;
        self.check(value, text, &decimal)?;
        if value.kind == Kind::Number { Ok(Cell::Numeric(batch.push_text(text))) } else { Ok(push_plain(text, batch)) }
    }

    fn nan(self, value: &Value<'_>, batch: &mut Batch) -> Outcome<Cell> {
        match self.backend {
            BackendKind::Postgres => Ok(Cell::Numeric(batch.push_text("NaN"))),
            BackendKind::Sqlite => Err(Fault::out_of_range(value, "a number: SQLite would store NaN as NULL")),
        }
    }

    /// Checks the digits before the point after the rounding that the database does.
    fn check(self, value: &Value<'_>, text: &str, decimal: &Decimal<'_>) -> Outcome<()> {
        if let Some((precision, scale)) = self.limit
            && decimal.point_rounded(scale).is_some_and(|point| point > precision - scale)
        {
            return Err(Fault::out_of_range(value, self.expected()));
        }
        match self.backend {
            BackendKind::Postgres if !fits_postgres(decimal) => Err(Fault::out_of_range(value, self.expected())),
            BackendKind::Sqlite if !survives_sqlite(text, decimal) => {
                Err(Fault::out_of_range(value, "a number that SQLite keeps exactly: an integer of 64 bits, or what a 64-bit float holds")
                    .hint("declare the column TEXT to keep every digit"))
            }
            _ => Ok(()),
        }
    }

    fn expected(self) -> String {
        match self.limit {
            Some((precision, scale)) => {
                format!("a decimal of at most {} digits before the point (numeric({precision},{scale}))", precision - scale)
            }
            None => "a decimal number".to_owned(),
        }
    }
}

/// Says whether PostgreSQL's `numeric` takes a number (`numeric.c`, limits of `NumericLong`), before any rounding to a declared scale.
pub(super) fn fits_postgres(decimal: &Decimal<'_>) -> bool {
    decimal.point() <= POSTGRES_POINT_MAX && decimal.written_scale() <= POSTGRES_SCALE_MAX
}

/// Says whether a number comes back from a SQLite column of NUMERIC affinity with the same digits.
fn survives_sqlite(text: &str, decimal: &Decimal<'_>) -> bool {
    if decimal.len() <= 15 && (-290..=290).contains(&decimal.point()) || decimal.to_i64().is_some() {
        return true;
    }
    let Some(float) = text.parse::<f64>().ok().filter(|float| float.is_finite()) else {
        return false;
    };
    Decimal::parse(&format!("{float:e}")).is_some_and(|shortest| shortest.equals(decimal))
}

/// Appends a decimal that came as a string: no plus sign, and digits on both sides of the point.
fn push_plain(text: &str, batch: &mut Batch) -> Cell {
    let start = batch.text.len();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    batch.text.push_str(sign);
    let (int, rest) = digits.split_at(digits.bytes().take_while(u8::is_ascii_digit).count());
    batch.text.push_str(if int.is_empty() { "0" } else { int });
    let frac = rest.strip_prefix('.').unwrap_or(rest);
    if frac.len() < rest.len() && frac.starts_with(|c: char| c.is_ascii_digit()) {
        batch.text.push('.');
    }
    batch.text.push_str(frac);
    Cell::Numeric(batch.text_since(start))
}

/// Rule of a floating point column.
#[derive(Clone, Copy, Debug)]
pub(super) struct FloatRule {
    bits: u8,
    backend: BackendKind,
}

impl FloatRule {
    /// Creates the rule for a width in bits.
    pub(super) fn new(bits: u8, backend: BackendKind) -> Self {
        Self { bits, backend }
    }

    /// Reads a floating point number.
    pub(super) fn read(self, value: &Value<'_>) -> Outcome<f64> {
        let text = number_text(value, || self.expected())?;
        if value.kind == Kind::String
            && let Some(special) = special_float(text)
        {
            return if special.is_nan() && self.backend == BackendKind::Sqlite {
                Err(Fault::out_of_range(value, "a number: SQLite would store NaN as NULL"))
            } else {
                Ok(special)
            };
        }
        let decimal = Decimal::parse(text).ok_or_else(|| Fault::malformed(value, self.expected()))?;
        let float = self.nearest(text).ok_or_else(|| Fault::malformed(value, self.expected()))?;
        if float.is_infinite() || float == 0.0 && !decimal.is_zero() { Err(Fault::out_of_range(value, self.expected())) } else { Ok(float) }
    }

    /// Rounds to the nearest float of the column's width; SQLite has 64 bits only, but both databases take the same range.
    fn nearest(self, text: &str) -> Option<f64> {
        if self.bits > 32 {
            return text.parse().ok();
        }
        let narrow: f32 = text.parse().ok()?;
        if self.backend == BackendKind::Postgres || narrow.is_infinite() || narrow == 0.0 {
            Some(f64::from(narrow))
        } else {
            text.parse().ok()
        }
    }

    fn expected(self) -> String {
        format!("a number that a {}-bit float can hold", self.bits)
    }
}

/// Reads the words for what is no ordinary number, in any case.
fn special_float(text: &str) -> Option<f64> {
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    if is("nan") {
        Some(f64::NAN)
    } else if is("infinity") || is("+infinity") || is("inf") {
        Some(f64::INFINITY)
    } else if is("-infinity") || is("-inf") {
        Some(f64::NEG_INFINITY)
    } else {
        None
    }
}

/// Reads a boolean.
pub(super) fn read_bool(value: &Value<'_>) -> Outcome<bool> {
    const EXPECTED: &str = "a boolean: true, false, 1, 0, or one of the words true, t, yes, y, on, false, f, no, n, off";
    let text = value.text.trim();
    let found = match value.kind {
        Kind::Bool => Some(text == "true"),
        Kind::Number => Decimal::parse(text).and_then(Decimal::to_i64).and_then(|number| match number {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }),
        Kind::String => bool_word(text),
        _ => return Err(Fault::wrong_kind(value, EXPECTED)),
    };
    found.ok_or_else(|| Fault::malformed(value, EXPECTED))
}

/// Reads the words that PostgreSQL takes for booleans, in any case.
fn bool_word(text: &str) -> Option<bool> {
    let is = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is(&["true", "t", "yes", "y", "on", "1"]) {
        Some(true)
    } else if is(&["false", "f", "no", "n", "off", "0"]) {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use BackendKind::{Postgres, Sqlite};
    use Code::{ValueMalformed, ValueOutOfRange, ValueWrongKind};

    fn value(json: &str) -> Value<'_> {
        Value::parse(json).unwrap()
    }

    #[test]
    fn integers() {
        let check = |bits: u8, json: &str, expect: Result<i64, Code>| {
            assert_eq!(IntRule::new(bits).read(&value(json)).map_err(|fault| fault.code), expect, "{bits} {json}");
        };
        check(32, "12", Ok(12));
        check(32, "12.0", Ok(12));
        check(32, "1e3", Ok(1000));
        check(32, "-0", Ok(0));
        check(32, r#"" +12\n""#, Ok(12));
        check(32, r#""-7""#, Ok(-7));
        check(32, r#""1,000""#, Err(ValueMalformed));
        check(32, r#""""#, Err(ValueMalformed));
        check(32, "12.5", Err(ValueMalformed));
        check(32, "true", Err(ValueWrongKind));
        check(32, "[1]", Err(ValueWrongKind));
        check(16, "32767", Ok(32767));
        check(16, "32768", Err(ValueOutOfRange));
        check(32, "-2147483648", Ok(-2_147_483_648));
        check(32, "2147483648", Err(ValueOutOfRange));
        check(64, "9223372036854775807", Ok(i64::MAX));
        check(64, "9007199254740993", Ok(9_007_199_254_740_993));
        check(64, "9223372036854775808", Err(ValueOutOfRange));
        check(64, "1e400", Err(ValueOutOfRange));
        check(64, "12345678901234567890123", Err(ValueOutOfRange));
    }

    #[test]
    fn a_range_is_named() {
        let fault = IntRule::new(16).read(&value("40000")).unwrap_err();
        assert_eq!(fault.message, "found the number `40000`, expected an integer from -32768 to 32767");
    }

    #[test]
    fn decimals() {
        let check = |rule: (Option<u16>, Option<i16>, BackendKind), json: &str, expect: Result<&str, Code>| {
            let mut batch = Batch::new(1);
            let read = NumericRule::new(rule.0, rule.1, rule.2).read(&value(json), &mut batch).map_err(|fault| fault.code);
            let text = read.map(|cell| match cell {
                Cell::Numeric(span) => batch.text_of(span).to_owned(),
                other => format!("{other:?}"),
            });
            assert_eq!(text.as_deref().map_err(|code| *code), expect, "{rule:?} {json}");
        };
        let free = (None, None, Postgres);
        let money = (Some(5), Some(2), Postgres);
        check(free, "1.10", Ok("1.10"));
        check(free, "123456789012345678901234567890.123456789", Ok("123456789012345678901234567890.123456789"));
        check(free, r#"" +.50 ""#, Ok("0.50"));
        check(free, r#""5.""#, Ok("5"));
        check(free, r#""-.5e3""#, Ok("-0.5e3"));
        check(free, r#""NaN""#, Ok("NaN"));
        check(free, r#""nan""#, Err(ValueMalformed));
        check(free, r#""Infinity""#, Err(ValueMalformed));
        check(free, "false", Err(ValueWrongKind));
        check(free, "1e131071", Ok("1e131071"));
        check(free, "1e131072", Err(ValueOutOfRange));
        check(free, "1e-16383", Ok("1e-16383"));
        check(free, "1e-16384", Err(ValueOutOfRange));
        check(money, "999.994", Ok("999.994"));
        check(money, "999.995", Err(ValueOutOfRange));
        check(money, "-1000", Err(ValueOutOfRange));
        check(money, "1.005", Ok("1.005"));
        check(money, "1e-16383", Ok("1e-16383"));
        check(money, "1e-16384", Err(ValueOutOfRange));
        check((Some(3), None, Postgres), "999.4", Ok("999.4"));
        check((Some(3), None, Postgres), "999.5", Err(ValueOutOfRange));
        check((Some(2), Some(-3), Postgres), "99499", Ok("99499"));
        check((Some(2), Some(-3), Postgres), "99500", Err(ValueOutOfRange));
        check((Some(2), Some(4), Postgres), "0.0099", Ok("0.0099"));
        check((Some(2), Some(4), Postgres), "0.01", Err(ValueOutOfRange));
    }

    #[test]
    fn decimals_that_sqlite_would_change_are_refused() {
        let check = |json: &str, expect: bool| {
            let read = NumericRule::new(None, None, Sqlite).read(&value(json), &mut Batch::new(1));
            assert_eq!(read.is_ok(), expect, "{json}");
        };
        check("1.10", true);
        check("0.30000000000000004", true);
        check("9223372036854775807", true);
        check("12345678901234567890", false);
        check("0.12345678901234567890", false);
        check("1e400", false);
        check("1e-400", false);
        check(r#""NaN""#, false);
    }

    #[test]
    fn floats() {
        let check = |bits: u8, backend: BackendKind, json: &str, expect: Result<f64, Code>| {
            let read = FloatRule::new(bits, backend).read(&value(json)).map_err(|fault| fault.code);
            assert_eq!(read.map(f64::to_bits), expect.map(f64::to_bits), "{bits} {backend} {json}");
        };
        check(64, Postgres, "1.5", Ok(1.5));
        check(64, Postgres, r#"" 1e3 ""#, Ok(1000.0));
        check(64, Postgres, "1e400", Err(ValueOutOfRange));
        check(64, Postgres, "1e-400", Err(ValueOutOfRange));
        check(64, Postgres, "4e-324", Ok(4e-324));
        check(64, Postgres, "-0.0", Ok(-0.0));
        check(64, Postgres, r#""NaN""#, Ok(f64::NAN));
        check(64, Sqlite, r#""NaN""#, Err(ValueOutOfRange));
        check(64, Sqlite, r#""-Infinity""#, Ok(f64::NEG_INFINITY));
        check(64, Postgres, r#""abc""#, Err(ValueMalformed));
        check(64, Postgres, "{}", Err(ValueWrongKind));
        check(32, Postgres, "0.1", Ok(f64::from(0.1f32)));
        check(32, Sqlite, "0.1", Ok(0.1));
        check(32, Postgres, "3.5e38", Err(ValueOutOfRange));
        check(32, Sqlite, "3.5e38", Err(ValueOutOfRange));
        check(32, Postgres, "1e-50", Err(ValueOutOfRange));
    }

    #[test]
    fn booleans() {
        for json in ["true", "1", "1.0", r#""T""#, r#"" Yes ""#, r#""on""#, r#""1""#, r#""y""#] {
            assert_eq!(read_bool(&value(json)), Ok(true), "{json}");
        }
        for json in ["false", "0", "-0", r#""F""#, r#""NO""#, r#""off""#, r#""0""#, r#""n""#] {
            assert_eq!(read_bool(&value(json)), Ok(false), "{json}");
        }
        for (json, code) in [("2", ValueMalformed), (r#""maybe""#, ValueMalformed), (r#""""#, ValueMalformed), ("[]", ValueWrongKind)] {
            assert_eq!(read_bool(&value(json)).unwrap_err().code, code, "{json}");
        }
    }
}
