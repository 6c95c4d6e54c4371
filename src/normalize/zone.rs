//! The zone of times that name none.
//!
//! Takes an IANA name or a fixed offset, gives the offset at an instant, and the instant of a local time.
//!
//! **Invariant**: a local time that a clock shows twice means the first of the two, and one that no clock shows is moved on by the gap
//! (RFC 5545, section 3.3.5); both are told apart from plain ones.

use jiff::Timestamp;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

/// A zone.
#[derive(Clone, Debug)]
pub(super) enum Zone {
    /// Seconds east of Greenwich.
    Fixed(i64),
    /// A zone of the IANA database.
    Named(Box<TimeZone>),
}

impl Zone {
    /// Finds a zone by its IANA name, `UTC`, `Z`, `+hh`, `+hhmm`, or `+hh:mm`.
    pub(super) fn find(name: &str) -> Option<Self> {
        if ["UTC", "GMT", "Z"].iter().any(|known| name.eq_ignore_ascii_case(known)) {
            return Some(Self::Fixed(0));
        }
        if let Some((offset, used)) = crate::normalize::iso::parse_offset(name.as_bytes()) {
            return (used == name.len()).then_some(Self::Fixed(offset));
        }
        TimeZone::get(name).ok().map(|zone| Self::Named(Box::new(zone)))
    }

    /// Returns the offset at an instant in seconds since 1970; `None` where a named zone does not reach.
    pub(super) fn offset_at(&self, seconds: i64) -> Option<i64> {
        match self {
            Self::Fixed(offset) => Some(*offset),
            Self::Named(zone) => Some(i64::from(zone.to_offset(Timestamp::from_second(seconds).ok()?).seconds())),
        }
    }

    /// Returns the offset of a local time in seconds since 1970 on its own clock, and whether the clock shows it exactly once.
    pub(super) fn offset_of_local(&self, seconds: i64) -> Option<(i64, bool)> {
        let zone = match self {
            Self::Fixed(offset) => return Some((*offset, true)),
            Self::Named(zone) => zone,
        };
        let local = Offset::UTC.to_datetime(Timestamp::from_second(seconds).ok()?);
        let (offset, once) = match zone.to_ambiguous_timestamp(local).offset() {
            AmbiguousOffset::Unambiguous { offset } => (offset, true),
            AmbiguousOffset::Gap { before, .. } | AmbiguousOffset::Fold { before, .. } => (before, false),
        };
        Some((i64::from(offset.seconds()), once))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize::calendar::days_of;

    #[test]
    fn zones_are_found_by_name_and_offset() {
        for (name, expect) in [("UTC", Some(0)), ("z", Some(0)), ("+02:00", Some(7200)), ("-0530", Some(-19_800)), ("+01", Some(3600))] {
            assert_eq!(Zone::find(name).and_then(|zone| zone.offset_at(0)), expect, "{name}");
        }
        assert_eq!(Zone::find("Europe/Berlin").and_then(|zone| zone.offset_at(1_720_000_000)), Some(7200));
        for name in ["", "Mars/Olympus", "+25:00", "+1", "+02:00x"] {
            assert!(Zone::find(name).is_none(), "{name}");
        }
    }

    #[test]
    fn clock_changes_are_told_apart() {
        let berlin = Zone::find("Europe/Berlin").unwrap();
        for (month, day, hour, offset, once) in
            [(7, 1, 12, 7200, true), (1, 1, 12, 3600, true), (10, 27, 2, 7200, false), (3, 31, 2, 3600, false), (10, 27, 3, 3600, true)]
        {
            let local = days_of(2024, month, day).unwrap() * 86_400 + hour * 3600;
            assert_eq!(berlin.offset_of_local(local), Some((offset, once)), "{month}-{day} {hour}");
        }
    }
}
