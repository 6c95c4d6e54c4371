//! What normalization has to say beside the cells: diagnostics, and counts that stay small however hostile the data is.
//!
//! **Invariant**: nothing is counted twice, and what does not fit under a cap is counted as overflow, not forgotten.

use std::collections::{BTreeMap, HashMap};

use xxhash_rust::xxh3::xxh3_64_with_seed;

use crate::diagnostic::Diagnostic;
use crate::mapping::Reached;
use crate::normalize::At;
use crate::record::Origin;

/// Most distinct texts that are kept for one enum column, and most distinct names of unmapped fields.
pub const DISTINCT_MAX: usize = 10_000;
/// Longest text that is kept as a key, in characters; longer ones are cut and end in `…`.
const TEXT_CHARS_MAX: usize = 200;
/// Most records that are kept as samples of one enum text.
pub const SAMPLES_MAX: usize = 3;

/// What was found while records were normalized.
///
/// Threads fill findings of their own and [`merge`](Self::merge) them in input order. Diagnostics are not capped: at most one for each column
/// of a rejected record, each of bounded size; take them out from time to time where many are expected.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// One for each wrong column of each rejected record, in input order.
    pub diagnostics: Vec<Diagnostic>,
    /// Fields that nobody maps, with the number of records that have them; at most [`DISTINCT_MAX`] names.
    pub unmapped: BTreeMap<String, u64>,
    /// Unmapped fields beyond that many names.
    pub unmapped_overflow: u64,
    /// Texts that were looked up in an enum table, by column of the layout; empty for columns without one.
    pub enums: Vec<EnumTexts>,
    /// By column of the layout: records whose field is absent and has no default in the mapping.
    pub absent: Vec<u64>,
    /// By column of the layout: local times that the clock of the declared zone shows twice (the first was taken) or never (moved on by the gap).
    pub ambiguous_times: Vec<u64>,
    /// Records normalized.
    pub accepted: u64,
    /// Records rejected.
    pub rejected: u64,
    /// Hash of what the record at hand has added so far to what is counted of unmapped fields and enum values.
    trail: u64,
}

/// The texts of one column that were looked up in its enum table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnumTexts {
    /// By text as in the source, before any transform; at most [`DISTINCT_MAX`] of them.
    pub texts: HashMap<String, EnumCount>,
    /// Lookups of further texts.
    pub overflow: u64,
}

impl EnumTexts {
    /// Returns the texts with their counts, the most frequent first, then by text.
    #[must_use]
    pub fn sorted(&self) -> Vec<(&str, &EnumCount)> {
        let mut sorted: Vec<(&str, &EnumCount)> = self.texts.iter().map(|(text, count)| (text.as_str(), count)).collect();
        sorted.sort_by(|a, b| b.1.count.cmp(&a.1.count).then_with(|| a.0.cmp(b.0)));
        sorted
    }
}

/// How often one text was looked up, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumCount {
    /// Number of lookups.
    pub count: u64,
    /// Canonical value and how it was reached; `None` where the text is not mapped and there is no fallback.
    pub found: Option<(String, Reached)>,
    /// First record that has it.
    pub first: Origin,
    /// Its place in the input order.
    pub seq: i64,
    /// Further records that have it, in input order; with the first at most [`SAMPLES_MAX`].
    pub further: Vec<Origin>,
    /// The text that was looked up, where transforms made another one of it.
    pub looked_up: Option<String>,
}

impl EnumCount {
    /// Adds what was found of the same text elsewhere.
    fn add(&mut self, mut other: Self) {
        if other.seq < self.seq {
            std::mem::swap(self, &mut other);
        }
        self.count += other.count;
        let room = (SAMPLES_MAX - 1).saturating_sub(self.further.len());
        self.further.extend(std::iter::once(other.first).chain(other.further).take(room));
    }
}

impl Findings {
    /// Adds the findings of records that come later in the input.
    pub fn merge(&mut self, other: Self) {
        self.diagnostics.extend(other.diagnostics);
        for (name, count) in other.unmapped {
            self.add_unmapped(&name, count);
        }
        self.unmapped_overflow += other.unmapped_overflow;
        for (column, texts) in other.enums.into_iter().enumerate() {
            let mine = at(&mut self.enums, column);
            mine.overflow += texts.overflow;
            for (text, count) in texts.texts {
                mine.add(text, count);
            }
        }
        for (mine, theirs) in [(&mut self.absent, &other.absent), (&mut self.ambiguous_times, &other.ambiguous_times)] {
            for (column, count) in theirs.iter().enumerate() {
                *at(mine, column) += count;
            }
        }
        self.accepted += other.accepted;
        self.rejected += other.rejected;
    }

    /// Counts a field that nobody maps.
    pub(super) fn count_unmapped(&mut self, name: &str) {
        self.trail = xxh3_64_with_seed(name.as_bytes(), self.trail);
        self.add_unmapped(&cut(name), 1);
    }

    fn add_unmapped(&mut self, name: &str, count: u64) {
        if let Some(known) = self.unmapped.get_mut(name) {
            *known += count;
        } else if self.unmapped.len() < DISTINCT_MAX {
            self.unmapped.insert(name.to_owned(), count);
        } else {
            self.unmapped_overflow += count;
        }
    }

    /// Counts a lookup in the enum table of a column.
    ///
    /// `text` is the source's, `looked_up` what the transforms made of it.
    pub(super) fn count_enum(&mut self, column: usize, text: &str, looked_up: &str, found: Option<(&str, Reached)>, place: &At<'_>) {
        // What is found follows from what is looked up.
        for piece in [&column.to_le_bytes(), text.as_bytes(), looked_up.as_bytes()] {
            self.trail = xxh3_64_with_seed(piece, self.trail ^ 1);
        }
        let texts = at(&mut self.enums, column);
        let looked_up = (looked_up != text).then_some(looked_up);
        let text = cut(text);
        if let Some(known) = texts.texts.get_mut(&*text) {
            known.count += 1;
            if known.further.len() < SAMPLES_MAX - 1 {
                known.further.push(place.origin());
            }
        } else if texts.texts.len() < DISTINCT_MAX {
            let found = found.map(|(value, reached)| (value.to_owned(), reached));
            let looked_up = looked_up.map(|text| cut(text).into_owned());
            let count = EnumCount { count: 1, found, first: place.origin(), seq: place.seq, further: Vec::new(), looked_up };
            texts.texts.insert(text.into_owned(), count);
        } else {
            texts.overflow += 1;
        }
    }

    /// Returns the hash of what a record has added, at its end.
    pub(super) fn take_trail(&mut self) -> u64 {
        std::mem::take(&mut self.trail)
    }

    /// Says that nothing was left out of the findings of one accepted record, and none of its values is without a canonical one.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let is_whole = |texts: &EnumTexts| texts.overflow == 0 && texts.texts.values().all(|seen| seen.found.is_some());
        self.unmapped_overflow == 0 && self.rejected == 0 && self.enums.iter().all(is_whole)
    }

    /// Adds accepted records that each add what another one did, alone, to the counts of unmapped fields and enum values; `first` is the first of them.
    pub fn repeat(&mut self, one: &Self, count: u64, first: &At<'_>) {
        for (name, times) in &one.unmapped {
            self.add_unmapped(name, times * count);
        }
        for (column, texts) in one.enums.iter().enumerate() {
            for (text, seen) in &texts.texts {
                let of_all =
                    EnumCount { count: seen.count * count, first: first.origin(), seq: first.seq, further: Vec::new(), ..seen.clone() };
                at(&mut self.enums, column).add(text.clone(), of_all);
            }
        }
        self.accepted += count;
    }

    /// Counts an absent field.
    pub(super) fn count_absent(&mut self, column: usize) {
        *at(&mut self.absent, column) += 1;
    }

    /// Counts a local time that is not plain.
    pub(super) fn count_ambiguous_time(&mut self, column: usize) {
        *at(&mut self.ambiguous_times, column) += 1;
    }
}

impl EnumTexts {
    fn add(&mut self, text: String, count: EnumCount) {
        if let Some(known) = self.texts.get_mut(&text) {
            known.add(count);
        } else if self.texts.len() < DISTINCT_MAX {
            self.texts.insert(text, count);
        } else {
            self.overflow += count.count;
        }
    }
}

/// Returns the entry of a column, made where it is missing.
fn at<T: Default + Clone>(entries: &mut Vec<T>, column: usize) -> &mut T {
    if entries.len() <= column {
        entries.resize(column + 1, T::default());
    }
    &mut entries[column]
}

/// Cuts a text that would make a key too large.
fn cut(text: &str) -> std::borrow::Cow<'_, str> {
    if text.len() <= TEXT_CHARS_MAX {
        return text.into();
    }
    match text.char_indices().nth(TEXT_CHARS_MAX) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::record::Position;

    fn place(path: &Arc<str>, seq: i64) -> At<'_> {
        At { seq, source: 0, position: Position { line: 1, column: 1, byte: 0, index: u64::try_from(seq).unwrap() }, path }
    }

    #[test]
    fn merging_adds_and_keeps_the_first_record() {
        let path: Arc<str> = "a.json".into();
        let mut late = Findings::default();
        late.count_enum(1, "x", "x", Some(("X", Reached::Legacy)), &place(&path, 7));
        late.count_unmapped("extra");
        late.count_absent(2);
        late.accepted = 2;
        let mut early = Findings::default();
        early.count_enum(1, "x", "x", Some(("X", Reached::Legacy)), &place(&path, 3));
        early.count_unmapped("extra");
        early.count_ambiguous_time(0);
        early.rejected = 1;
        late.merge(early);
        let count = &late.enums[1].texts["x"];
        assert_eq!((count.count, count.seq, count.first.index), (2, 3, 3));
        assert_eq!(count.further.iter().map(|origin| origin.index).collect::<Vec<_>>(), [7]);
        assert_eq!(late.unmapped["extra"], 2);
        assert_eq!((late.absent.as_slice(), late.ambiguous_times.as_slice()), ([0, 0, 1].as_slice(), [1].as_slice()));
        assert_eq!((late.accepted, late.rejected), (2, 1));
    }

    #[test]
    fn hostile_data_is_counted_in_bounded_memory() {
        let path: Arc<str> = "a.json".into();
        let mut findings = Findings::default();
        for number in 0..DISTINCT_MAX + 5 {
            findings.count_enum(0, &format!("{number}"), "x", None, &place(&path, 0));
            findings.count_unmapped(&format!("{number}"));
        }
        findings.count_enum(0, "0", "x", None, &place(&path, 0));
        assert_eq!((findings.enums[0].texts.len(), findings.enums[0].overflow), (DISTINCT_MAX, 5));
        assert_eq!((findings.unmapped.len(), findings.unmapped_overflow), (DISTINCT_MAX, 5));
        assert_eq!(findings.enums[0].sorted()[0].0, "0");
        let mut long = Findings::default();
        long.count_unmapped(&"ä".repeat(10_000));
        assert_eq!(long.unmapped.keys().next().unwrap().chars().count(), 201);
    }
}
