//! The proleptic Gregorian calendar as whole numbers, and the text forms of dates and times.
//!
//! The conversions are those of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". Years are astronomical: year 0 is 1 BC.
//!
//! **Invariant**: no arithmetic here overflows for years of up to seven digits.

use std::fmt::Write as _;

/// Seconds of a day.
pub(super) const DAY_SECONDS: i64 = 86_400;
/// Microseconds of a second.
pub(super) const SECOND_MICROS: i64 = 1_000_000;

/// Returns the days since 1970-01-01 of a date that exists.
pub(super) fn days_of(year: i64, month: i64, day: i64) -> Option<i64> {
    if !(1..=12).contains(&month) || day < 1 || day > month_days(year, month) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(era * 146_097 + day_of_era - 719_468)
}

/// Returns year, month and day of the days since 1970-01-01.
pub(super) fn date_of(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day_of_year - (153 * shifted + 2) / 5 + 1)
}

/// Returns the number of days of a month.
fn month_days(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Appends `YYYY-MM-DD`, as PostgreSQL reads it; the caller appends [`era_of`] at the very end.
pub(super) fn push_date(out: &mut String, days: i64) {
    let (year, month, day) = date_of(days);
    let year = if year <= 0 { 1 - year } else { year };
    // Writing to a string cannot fail.
    let _ = write!(out, "{year:04}-{month:02}-{day:02}");
}

/// Returns ` BC` for days before the year 1, as PostgreSQL reads it, else nothing.
pub(super) fn era_of(days: i64) -> &'static str {
    if date_of(days).0 <= 0 { " BC" } else { "" }
}

/// Appends `HH:MM:SS[.ffffff]`.
pub(super) fn push_time(out: &mut String, micros: i64) {
    let (seconds, fraction) = (micros.div_euclid(SECOND_MICROS), micros.rem_euclid(SECOND_MICROS));
    let _ = write!(out, "{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    if fraction != 0 {
        let _ = write!(out, ".{fraction:06}");
    }
}

/// Appends `YYYY-MM-DD HH:MM:SS[.ffffff]`, then `zone`, then the era.
pub(super) fn push_timestamp(out: &mut String, micros: i64, zone: &str) {
    let day_micros = DAY_SECONDS * SECOND_MICROS;
    let days = micros.div_euclid(day_micros);
    push_date(out, days);
    out.push(' ');
    push_time(out, micros.rem_euclid(day_micros));
    out.push_str(zone);
    out.push_str(era_of(days));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_are_inverse() {
        for (date, days) in [
            ((1970, 1, 1), 0),
            ((2000, 3, 1), 11_017),
            ((1969, 12, 31), -1),
            ((2024, 2, 29), 19_782),
            ((0, 1, 1), -719_528),
            ((-4713, 11, 24), -2_440_588),
            ((5_874_897, 12, 31), 2_145_042_905),
        ] {
            assert_eq!(days_of(date.0, date.1, date.2), Some(days), "{date:?}");
            assert_eq!(date_of(days), date);
        }
        for days in (-1_000_000..1_000_000).step_by(97) {
            let (year, month, day) = date_of(days);
            assert_eq!(days_of(year, month, day), Some(days));
        }
    }

    #[test]
    fn dates_that_do_not_exist_have_no_days() {
        for (year, month, day) in [(2023, 2, 29), (1900, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (2024, 1, 0), (0, 0, 0)] {
            assert_eq!(days_of(year, month, day), None, "{year}-{month}-{day}");
        }
    }

    #[test]
    fn text_is_what_postgresql_reads() {
        let mut out = String::new();
        push_timestamp(&mut out, -1, "+00");
        assert_eq!(out, "1969-12-31 23:59:59.999999+00");
        out.clear();
        push_timestamp(&mut out, days_of(-43, 3, 15).unwrap() * DAY_SECONDS * SECOND_MICROS, "");
        assert_eq!(out, "0044-03-15 00:00:00 BC");
    }
}
