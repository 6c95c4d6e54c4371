//! Dates, times and timestamps.
//!
//! Takes text by the column's formats, or numbers where the mapping declares an epoch, gives whole microseconds (days for dates).
//!
//! What names no zone is in the column's zone. What names one is converted into the column's zone before a date, a time or a timestamp
//! without zone is taken from it. Fractions are rounded half up to microseconds and carry over.
//!
//! **Invariant**: the result does not depend on the zone, the locale or the clock of this machine or of the database session.

use jiff::fmt::strtime::BrokenDownTime;

use crate::catalog::BackendKind;
use crate::mapping::TimeFormat;
use crate::normalize::calendar::{DAY_SECONDS, SECOND_MICROS, days_of};
use crate::normalize::decimal::Decimal;
use crate::normalize::fault::{Fault, Outcome};
use crate::normalize::iso::{self, Clock, Parts};
use crate::normalize::value::{Kind, Value};
use crate::normalize::zone::Zone;
use crate::record::Cell;

/// Which of the four types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TimeKind {
    /// A date.
    Date,
    /// A time of day.
    Time,
    /// A timestamp without zone.
    Timestamp,
    /// A timestamp with zone.
    TimestampTz,
}

/// Rule of a date or time column.
#[derive(Clone, Debug)]
pub(super) struct TimeRule {
    kind: TimeKind,
    formats: Vec<TimeFormat>,
    zone: Zone,
    backend: BackendKind,
}

/// A cell, and whether the clock of the column's zone shows its local time exactly once.
pub(super) type Read = (Cell, bool);

/// Why the parts of a text make no cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Miss {
    /// A part is missing that the type needs.
    Part,
    /// The database does not have the day, or the zone does not reach it.
    Range,
}

impl TimeRule {
    /// Compiles the rule; an empty list of formats means ISO.
    ///
    /// # Errors
    /// The message about a zone or pattern that is not known.
    pub(super) fn new(kind: TimeKind, formats: &[TimeFormat], zone: &str, backend: BackendKind) -> Result<Self, String> {
        let zone = Zone::find(zone).ok_or_else(|| {
            format!("found the time zone `{zone}`, expected an IANA name such as `Europe/Berlin`, or an offset such as `+02:00`")
        })?;
        for format in formats {
            if let TimeFormat::Pattern(pattern) = format {
                check_pattern(pattern)?;
            }
        }
        let formats = if formats.is_empty() { vec![TimeFormat::Iso] } else { formats.to_vec() };
        Ok(Self { kind, formats, zone, backend })
    }

    /// Reads a date or time by the first format that fits.
    pub(super) fn read(&self, value: &Value<'_>) -> Outcome<Read> {
        if !matches!(value.kind, Kind::String | Kind::Number) {
            return Err(Fault::wrong_kind(value, self.expected()));
        }
        let text = value.text.trim();
        for format in &self.formats {
            let Some(parts) = parts_of(format, value.kind, text) else { continue };
            match self.cell(parts) {
                Ok(read) => return Ok(read),
                Err(Miss::Range) => return Err(Fault::out_of_range(value, self.range())),
                Err(Miss::Part) => {}
            }
        }
        let fault = Fault::malformed(value, self.expected());
        Err(if value.kind == Kind::Number && !self.has_epoch() {
            fault.hint("if the number counts from 1970, declare `format = \"epoch_seconds\"` or `format = \"epoch_millis\"` for the column")
        } else {
            fault
        })
    }

    /// Makes the cell.
    fn cell(&self, parts: Parts) -> Result<Read, Miss> {
        if self.kind == TimeKind::Time {
            return self.time(parts);
        }
        let days = parts.days.ok_or(Miss::Part)?;
        let read = match self.kind {
            TimeKind::Date => self.date(days, parts),
            TimeKind::TimestampTz => self.timestamp_tz(days, parts),
            TimeKind::Time | TimeKind::Timestamp => self.timestamp(days, parts),
        };
        read.ok_or(Miss::Range)
    }

    /// Takes the date as it is written, unless it is written for another offset than the column's zone has at that instant.
    fn date(&self, written: i64, parts: Parts) -> Option<Read> {
        let mut days = written;
        if let Some(offset) = parts.offset {
            let instant = written * DAY_SECONDS + parts.clock.unwrap_or_default().seconds - offset;
            let shift = self.zone.offset_at(instant)?;
            if shift != offset {
                days = (instant + shift).div_euclid(DAY_SECONDS);
            }
        }
        let cell = Cell::Date(i32::try_from(days).ok()?);
        self.holds(days).then_some((cell, true))
    }

    fn time(&self, parts: Parts) -> Result<Read, Miss> {
        let clock = parts.clock.ok_or(Miss::Part)?;
        let Some(offset) = parts.offset else {
            return if clock.total() > DAY_SECONDS * SECOND_MICROS { Err(Miss::Range) } else { Ok((Cell::Time(clock.total()), true)) };
        };
        let shift = match (&self.zone, parts.days) {
            (Zone::Fixed(shift), _) => *shift,
            (Zone::Named(_), Some(days)) => self.zone.offset_at(days * DAY_SECONDS + clock.seconds - offset).ok_or(Miss::Range)?,
            // Without a date, a named zone has no offset.
            (Zone::Named(_), None) => return Err(Miss::Part),
        };
        let local = clock.total() + (shift - offset) * SECOND_MICROS;
        let within = if shift == offset { local } else { local.rem_euclid(DAY_SECONDS * SECOND_MICROS) };
        Ok((Cell::Time(within), true))
    }

    fn timestamp(&self, days: i64, parts: Parts) -> Option<Read> {
        let clock = parts.clock.unwrap_or_default();
        let mut seconds = days * DAY_SECONDS + clock.seconds;
        if let Some(offset) = parts.offset {
            seconds += self.zone.offset_at(seconds - offset)? - offset;
        }
        Some((Cell::Timestamp(self.micros(seconds, clock)?), true))
    }

    fn timestamp_tz(&self, days: i64, parts: Parts) -> Option<Read> {
        let clock = parts.clock.unwrap_or_default();
        let local = days * DAY_SECONDS + clock.seconds;
        let (offset, once) = match parts.offset {
            Some(offset) => (offset, true),
            None => self.zone.offset_of_local(local)?,
        };
        Some((Cell::TimestampTz(self.micros(local - offset, clock)?), once))
    }

    /// Joins seconds since 1970 with a fraction, within the range.
    fn micros(&self, seconds: i64, clock: Clock) -> Option<i64> {
        let micros = seconds.checked_mul(SECOND_MICROS)?.checked_add(clock.micros)?;
        self.holds(micros.div_euclid(DAY_SECONDS * SECOND_MICROS)).then_some(micros)
    }

    /// Says whether the database has a day.
    fn holds(&self, days: i64) -> bool {
        let (first, last) = match (self.backend, self.kind) {
            (BackendKind::Sqlite, _) => (days_of(0, 1, 1), days_of(9999, 12, 31)),
            (BackendKind::Postgres, TimeKind::Date) => (days_of(-4713, 11, 24), days_of(5_874_897, 12, 31)),
            (BackendKind::Postgres, _) => (days_of(-4713, 11, 24), days_of(294_246, 12, 31)),
        };
        first.is_some_and(|first| days >= first) && last.is_some_and(|last| days <= last)
    }

    fn has_epoch(&self) -> bool {
        self.formats.iter().any(|format| matches!(format, TimeFormat::EpochSeconds | TimeFormat::EpochMillis))
    }

    fn expected(&self) -> String {
        let what = match self.kind {
            TimeKind::Date => "a date",
            TimeKind::Time => "a time of day",
            TimeKind::Timestamp | TimeKind::TimestampTz => "a date and time",
        };
        let forms: Vec<String> = self.formats.iter().map(|format| self.form(format)).collect();
        format!("{what} as {}", forms.join(" or "))
    }

    fn form(&self, format: &TimeFormat) -> String {
        match (format, self.kind) {
            (TimeFormat::Iso, TimeKind::Date) => "`YYYY-MM-DD`".to_owned(),
            (TimeFormat::Iso, TimeKind::Time) => "`HH:MM:SS`".to_owned(),
            (TimeFormat::Iso, _) => "`YYYY-MM-DDTHH:MM:SS` with or without offset".to_owned(),
            (TimeFormat::EpochSeconds, _) => "seconds since 1970".to_owned(),
            (TimeFormat::EpochMillis, _) => "milliseconds since 1970".to_owned(),
            (TimeFormat::Pattern(pattern), _) => format!("`{pattern}`"),
        }
    }

    fn range(&self) -> &'static str {
        match (self.backend, self.kind) {
            (_, TimeKind::Time) => "a time of day up to 24:00:00",
            (BackendKind::Sqlite, _) => "a year from 0000 to 9999",
            (BackendKind::Postgres, TimeKind::Date) => "a date from 4714-11-24 BC to 5874897-12-31",
            (BackendKind::Postgres, _) => "a date from 4714-11-24 BC to 294246-12-31, in a named zone at most the year 9999",
        }
    }
}

/// Reads text by one format.
fn parts_of(format: &TimeFormat, kind: Kind, text: &str) -> Option<Parts> {
    match format {
        TimeFormat::Iso if kind == Kind::String => iso::parse(text),
        TimeFormat::Iso => None,
        TimeFormat::EpochSeconds => epoch(text, 6),
        TimeFormat::EpochMillis => epoch(text, 3),
        TimeFormat::Pattern(pattern) => by_pattern(pattern, text),
    }
}

/// Reads a count of seconds (`shift` 6) or milliseconds (`shift` 3) since 1970.
fn epoch(text: &str, shift: i64) -> Option<Parts> {
    let decimal = Decimal::parse(text)?;
    // Counts beyond every calendar are read as an instant that is beyond every calendar too, so that the range is what is reported.
    let beyond = if decimal.is_negative() { i64::MIN } else { i64::MAX };
    let micros = decimal.scaled(shift).and_then(|micros| i64::try_from(micros).ok()).unwrap_or(beyond);
    let seconds = micros.div_euclid(SECOND_MICROS);
    Some(Parts {
        days: Some(seconds.div_euclid(DAY_SECONDS)),
        clock: Some(Clock { seconds: seconds.rem_euclid(DAY_SECONDS), micros: micros.rem_euclid(SECOND_MICROS) }),
        offset: Some(0),
    })
}

/// Reads text by a strftime pattern (directives as in `jiff::fmt::strtime`).
fn by_pattern(pattern: &str, text: &str) -> Option<Parts> {
    let broken = BrokenDownTime::parse(pattern, text).ok()?;
    if let Some(timestamp) = broken.timestamp() {
        return epoch(&timestamp.as_second().to_string(), 6);
    }
    let days = match broken.to_date() {
        Ok(date) => Some(days_of(i64::from(date.year()), i64::from(date.month()), i64::from(date.day()))?),
        Err(_) if broken.year().is_some() || broken.month().is_some() || broken.day().is_some() => return None,
        Err(_) => None,
    };
    let time = broken.to_time().ok()?;
    let clock = iso::clock_of(i64::from(time.hour()), i64::from(time.minute()), i64::from(time.second()), 0)?;
    let micros = (i64::from(time.subsec_nanosecond()) + 500) / 1000;
    let clock = broken.hour().map(|_| Clock { micros, ..clock });
    if days.is_none() && clock.is_none() {
        return None;
    }
    let offset = match (broken.offset(), broken.iana_time_zone(), days) {
        (Some(offset), ..) => Some(i64::from(offset.seconds())),
        (None, Some(name), Some(days)) => {
            Some(Zone::find(name)?.offset_of_local(days * DAY_SECONDS + clock.unwrap_or_default().seconds)?.0)
        }
        (None, Some(_), None) => return None,
        (None, None, _) => None,
    };
    Some(Parts { days, clock, offset })
}

/// Checks a pattern by writing a time with it and reading that again.
fn check_pattern(pattern: &str) -> Result<(), String> {
    let sample = jiff::Timestamp::UNIX_EPOCH.to_zoned(jiff::tz::TimeZone::UTC);
    let written = jiff::fmt::strtime::format(pattern, &sample)
        .map_err(|error| format!("found the pattern `{pattern}`, expected strftime directives ({error})"))?;
    match BrokenDownTime::parse(pattern, &written) {
        Ok(_) if parts_of(&TimeFormat::Pattern(pattern.to_owned()), Kind::String, &written).is_some() => Ok(()),
        Ok(_) => Err(format!("found the pattern `{pattern}`, expected one that names a whole date, a time of day, or both")),
        Err(error) => Err(format!("found the pattern `{pattern}`, expected directives that can be read back ({error})")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::normalize::calendar::{push_date, push_time, push_timestamp};
    use BackendKind::{Postgres, Sqlite};
    use Code::{ValueMalformed, ValueOutOfRange, ValueWrongKind};
    use TimeKind::{Date, Time, Timestamp, TimestampTz};

    fn text(cell: Cell) -> String {
        let mut out = String::new();
        match cell {
            Cell::Date(days) => push_date(&mut out, i64::from(days)),
            Cell::Time(micros) => push_time(&mut out, micros),
            Cell::Timestamp(micros) => push_timestamp(&mut out, micros, ""),
            Cell::TimestampTz(micros) => push_timestamp(&mut out, micros, "Z"),
            other => out = format!("{other:?}"),
        }
        out
    }

    fn check_in(rule: &TimeRule, json: &str, expect: Result<&str, Code>) {
        let read = rule.read(&Value::parse(json).unwrap()).map(|(cell, _)| text(cell)).map_err(|fault| fault.code);
        assert_eq!(read.as_deref().map_err(|code| *code), expect, "{:?} {:?} {json}", rule.kind, rule.formats);
    }

    fn rule(kind: TimeKind, formats: &[TimeFormat], zone: &str) -> TimeRule {
        TimeRule::new(kind, formats, zone, Postgres).unwrap()
    }

    #[test]
    fn timestamps_with_zone() {
        let check = |json: &str, expect| check_in(&rule(TimestampTz, &[], "UTC"), json, expect);
        check(r#""2024-01-31T10:00:00Z""#, Ok("2024-01-31 10:00:00Z"));
        check(r#"" 2024-01-31 10:00:00 ""#, Ok("2024-01-31 10:00:00Z"));
        check(r#""2024-01-31T10:00:00.123456789+02:00""#, Ok("2024-01-31 08:00:00.123457Z"));
        check(r#""2024-12-31T23:59:59.9999999Z""#, Ok("2025-01-01 00:00:00Z"));
        check(r#""2024-12-31T23:59:60Z""#, Ok("2025-01-01 00:00:00Z"));
        check(r#""2024-01-31""#, Ok("2024-01-31 00:00:00Z"));
        check(r#""20240131""#, Err(ValueMalformed));
        check(r#""10:00:00""#, Err(ValueMalformed));
        check(r#""2024-02-30T00:00:00Z""#, Err(ValueMalformed));
        check("1700000000", Err(ValueMalformed));
        check("true", Err(ValueWrongKind));
        check(r#""+294246-12-31T23:59:59Z""#, Ok("294246-12-31 23:59:59Z"));
        check(r#""+294247-01-01T00:00:00Z""#, Err(ValueOutOfRange));
        check(r#""-4713-11-24T00:00:00Z""#, Ok("4714-11-24 00:00:00Z BC"));
        check(r#""-4713-11-23T23:59:59Z""#, Err(ValueOutOfRange));
    }

    #[test]
    fn naive_times_are_in_the_declared_zone() {
        let berlin = rule(TimestampTz, &[], "Europe/Berlin");
        let check = |json: &str, expect: &str, once: bool| {
            let (cell, sure) = berlin.read(&Value::parse(json).unwrap()).unwrap();
            assert_eq!((text(cell).as_str(), sure), (expect, once), "{json}");
        };
        check(r#""2024-07-01T12:00:00""#, "2024-07-01 10:00:00Z", true);
        check(r#""2024-07-01T12:00:00Z""#, "2024-07-01 12:00:00Z", true);
        check(r#""2024-10-27T02:30:00""#, "2024-10-27 00:30:00Z", false);
        check(r#""2024-03-31T02:30:00""#, "2024-03-31 01:30:00Z", false);
        check_in(&rule(TimestampTz, &[], "+05:30"), r#""2024-01-01""#, Ok("2023-12-31 18:30:00Z"));
        check_in(&berlin, r#""+12024-07-01T12:00:00""#, Err(ValueOutOfRange));
    }

    #[test]
    fn timestamps_without_zone_are_local_to_the_declared_zone() {
        let berlin = rule(Timestamp, &[], "Europe/Berlin");
        check_in(&berlin, r#""2024-07-01T12:00:00""#, Ok("2024-07-01 12:00:00"));
        check_in(&berlin, r#""2024-07-01T12:00:00Z""#, Ok("2024-07-01 14:00:00"));
        check_in(&berlin, r#""2024-10-27T02:30:00""#, Ok("2024-10-27 02:30:00"));
        check_in(&rule(Timestamp, &[], "UTC"), r#""2024-07-01T12:00:00+02:00""#, Ok("2024-07-01 10:00:00"));
    }

    #[test]
    fn dates() {
        let berlin = rule(Date, &[], "Europe/Berlin");
        check_in(&berlin, r#""2024-07-01""#, Ok("2024-07-01"));
        check_in(&berlin, r#""2024-06-30T23:30:00Z""#, Ok("2024-07-01"));
        check_in(&berlin, r#""2024-06-30T23:59:59.9999999""#, Ok("2024-06-30"));
        check_in(&berlin, r#""01/02/2024""#, Err(ValueMalformed));
        check_in(&berlin, r#""2024-06-30T24:00:00""#, Ok("2024-06-30"));
        check_in(&berlin, r#""2016-12-31T23:59:60+01:00""#, Ok("2016-12-31"));
        check_in(&berlin, r#""2024-06-30T24:00:00Z""#, Ok("2024-07-01"));
        check_in(&rule(Date, &[TimeFormat::EpochMillis], "Europe/Berlin"), "1719788400000", Ok("2024-07-01"));
        check_in(&rule(Date, &[], "UTC"), r#""+5874897-12-31""#, Ok("5874897-12-31"));
        check_in(&rule(Date, &[], "UTC"), r#""+5874898-01-01""#, Err(ValueOutOfRange));
        let sqlite = TimeRule::new(Date, &[], "UTC", Sqlite).unwrap();
        check_in(&sqlite, r#""9999-12-31""#, Ok("9999-12-31"));
        check_in(&sqlite, r#""0000-01-01""#, Ok("0001-01-01"));
        check_in(&sqlite, r#""+10000-01-01""#, Err(ValueOutOfRange));
        check_in(&sqlite, r#""-0001-01-01""#, Err(ValueOutOfRange));
    }

    #[test]
    fn times_of_day() {
        let utc = rule(Time, &[], "UTC");
        check_in(&utc, r#""10:30""#, Ok("10:30:00"));
        check_in(&utc, r#""23:59:59.9999999""#, Ok("24:00:00"));
        check_in(&utc, r#""24:00:00""#, Ok("24:00:00"));
        check_in(&utc, r#""12:59:60""#, Ok("13:00:00"));
        check_in(&utc, r#""10:30:00+02:00""#, Ok("08:30:00"));
        check_in(&utc, r#""00:30:00+02:00""#, Ok("22:30:00"));
        check_in(&utc, r#""2024-01-31T10:30:00Z""#, Ok("10:30:00"));
        check_in(&utc, r#""2024-01-31""#, Err(ValueMalformed));
        let berlin = rule(Time, &[], "Europe/Berlin");
        check_in(&berlin, r#""10:30:00""#, Ok("10:30:00"));
        check_in(&berlin, r#""10:30:00Z""#, Err(ValueMalformed));
        check_in(&berlin, r#""2024-07-01T10:30:00Z""#, Ok("12:30:00"));
    }

    #[test]
    fn epochs_only_where_declared() {
        let seconds = rule(TimestampTz, &[TimeFormat::EpochSeconds], "UTC");
        check_in(&seconds, "1700000000", Ok("2023-11-14 22:13:20Z"));
        check_in(&seconds, r#""1700000000.5""#, Ok("2023-11-14 22:13:20.500000Z"));
        check_in(&seconds, "-1", Ok("1969-12-31 23:59:59Z"));
        check_in(&seconds, "1e400", Err(ValueOutOfRange));
        check_in(&seconds, "-1e400", Err(ValueOutOfRange));
        check_in(&seconds, r#""2023-11-14""#, Err(ValueMalformed));
        let either = rule(TimestampTz, &[TimeFormat::Iso, TimeFormat::EpochMillis], "UTC");
        check_in(&either, "1700000000123", Ok("2023-11-14 22:13:20.123000Z"));
        check_in(&either, r#""2023-11-14""#, Ok("2023-11-14 00:00:00Z"));
        let undeclared = rule(TimestampTz, &[], "UTC").read(&Value::parse("1700000000").unwrap()).unwrap_err();
        assert!(undeclared.hint.as_deref().unwrap().contains("epoch_seconds"));
    }

    #[test]
    fn patterns() {
        let pattern = |pattern: &str| TimeFormat::Pattern(pattern.to_owned());
        let german = rule(Timestamp, &[pattern("%d.%m.%Y %H:%M"), pattern("%d.%m.%Y")], "UTC");
        check_in(&german, r#""31.01.2024 10:30""#, Ok("2024-01-31 10:30:00"));
        check_in(&german, r#""31.01.2024""#, Ok("2024-01-31 00:00:00"));
        check_in(&german, r#""30.02.2024""#, Err(ValueMalformed));
        check_in(&german, r#""31.01.2024 x""#, Err(ValueMalformed));
        check_in(&rule(Date, &[pattern("%Y%m%d")], "UTC"), "20240131", Ok("2024-01-31"));
        check_in(
            &rule(TimestampTz, &[pattern("%d/%b/%Y:%H:%M:%S %z")], "UTC"),
            r#""10/Oct/2000:13:55:36 -0700""#,
            Ok("2000-10-10 20:55:36Z"),
        );
        check_in(&rule(Time, &[pattern("%I:%M %p")], "UTC"), r#""3:05 PM""#, Ok("15:05:00"));
        check_in(&rule(TimestampTz, &[pattern("%F %T %Q")], "UTC"), r#""2024-07-01 12:00:00 Europe/Berlin""#, Ok("2024-07-01 10:00:00Z"));
    }

    #[test]
    fn zones_and_patterns_that_are_not_known_are_refused() {
        let fails = |formats: &[TimeFormat], zone: &str| TimeRule::new(Timestamp, formats, zone, Postgres).unwrap_err();
        assert!(fails(&[], "Mars/Olympus").contains("`Mars/Olympus`"));
        for pattern in ["%", "%d.%m", "%E!", "plain", "%Y-%m"] {
            assert!(fails(&[TimeFormat::Pattern(pattern.to_owned())], "UTC").contains(pattern), "{pattern}");
        }
    }
}
