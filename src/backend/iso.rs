//! Dates and times as ISO 8601 text.
//!
//! Takes days and microseconds since 1970-01-01 in the proleptic Gregorian calendar, gives text.
//!
//! **Invariant**: no number panics; one that the database cannot hold is written all the same, and refused there.

use std::fmt::Write;

const MICROS_A_SECOND: i64 = 1_000_000;
const MICROS_A_DAY: i64 = 86_400 * MICROS_A_SECOND;

/// How years before 1 are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Years {
    /// Astronomical, with a sign: `-0043-03-15` (SQLite).
    Signed,
    /// With `BC` at the very end: `0044-03-15 BC` (PostgreSQL).
    Bc,
}

/// Appends a date.
pub(super) fn push_date(out: &mut String, days: i32, years: Years) {
    let era = push_calendar(out, i64::from(days), years);
    out.push_str(era);
}

/// Appends a time of day: `HH:MM:SS`, and the fraction where it is not 0, without trailing zeros.
pub(super) fn push_time(out: &mut String, micros: i64) {
    let (seconds, fraction) = (micros.div_euclid(MICROS_A_SECOND), micros.rem_euclid(MICROS_A_SECOND));
    write(out, format_args!("{:02}:{:02}:{:02}", seconds.div_euclid(3600), seconds.rem_euclid(3600) / 60, seconds.rem_euclid(60)));
    if fraction != 0 {
        let start = out.len();
        write(out, format_args!(".{fraction:06}"));
        let end = out[start..].trim_end_matches('0').len();
        out.truncate(start + end);
    }
}

/// Appends a timestamp, date and time separated by a space, and `zone` behind them.
pub(super) fn push_timestamp(out: &mut String, micros: i64, zone: &str, years: Years) {
    let era = push_calendar(out, micros.div_euclid(MICROS_A_DAY), years);
    out.push(' ');
    push_time(out, micros.rem_euclid(MICROS_A_DAY));
    out.push_str(zone);
    out.push_str(era);
}

/// Appends `YYYY-MM-DD` and returns what has to follow at the end.
fn push_calendar(out: &mut String, days: i64, years: Years) -> &'static str {
    let (year, month, day) = civil(days);
    let (shown, era) = if years == Years::Bc && year <= 0 { (1 - year, " BC") } else { (year, "") };
    let width = if shown < 0 { 5 } else { 4 };
    write(out, format_args!("{shown:0width$}-{month:02}-{day:02}"));
    era
}

/// Splits days since 1970-01-01 into year, month and day (<https://howardhinnant.github.io/date_algorithms.html>, `civil_from_days`).
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

/// Writing to a string cannot fail.
fn write(out: &mut String, arguments: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(arguments);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(days: i32, years: Years) -> String {
        let mut out = String::new();
        push_date(&mut out, days, years);
        out
    }

    #[test]
    fn writes_dates() {
        let check = |days: i32, signed: &str, bc: &str| {
            assert_eq!((date(days, Years::Signed).as_str(), date(days, Years::Bc).as_str()), (signed, bc));
        };
        check(0, "1970-01-01", "1970-01-01");
        check(19_782, "2024-02-29", "2024-02-29");
        check(-719_162, "0001-01-01", "0001-01-01");
        check(-719_163, "0000-12-31", "0001-12-31 BC");
        check(-719_529, "-0001-12-31", "0002-12-31 BC");
        check(2_932_897, "10000-01-01", "10000-01-01");
        check(i32::MAX, "5881580-07-11", "5881580-07-11");
        check(i32::MIN, "-5877641-06-23", "5877642-06-23 BC");
    }

    #[test]
    fn writes_times_and_timestamps() {
        let check = |micros: i64, expect: &str| {
            let mut out = String::new();
            push_timestamp(&mut out, micros, "+00", Years::Bc);
            assert_eq!(out, expect);
        };
        check(0, "1970-01-01 00:00:00+00");
        check(-1, "1969-12-31 23:59:59.999999+00");
        check(1_500_000, "1970-01-01 00:00:01.5+00");
        check(-62_135_596_800_000_001, "0001-12-31 23:59:59.999999+00 BC");
        check(i64::MAX, "294247-01-10 04:00:54.775807+00");
        check(i64::MIN, "290309-12-21 19:59:05.224192+00 BC");
        let mut out = String::new();
        push_time(&mut out, MICROS_A_DAY);
        assert_eq!(out, "24:00:00");
        push_time(&mut out, i64::MIN);
    }
}
