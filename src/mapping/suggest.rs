//! What an unknown spelling most likely means.
//!
//! Takes a spelling that an enum table does not know, gives the canonical values that are nearest to it.
//!
//! **Invariant**: a suggestion is never taken without being asked for; equal candidates are told as equal.

use super::EnumTable;

/// Most values that are suggested.
const SUGGESTIONS_MAX: usize = 3;

/// Distance of a spelling that has all words of the other, in percent of the longer one.
const SAME_WORDS: usize = 25;

/// Distance of a spelling that begins with the other.
const SAME_BEGINNING: usize = 30;

/// Distances that differ by less are as good as each other.
const CLEAR: usize = 10;

/// A canonical value that a spelling may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Canonical value.
    pub value: String,
    /// The value or legacy spelling that is near.
    pub near: String,
    /// Distance in percent of the longer spelling; 0 would be the same.
    pub distance: usize,
}

impl EnumTable {
    /// Suggests what an unknown spelling means: at most three values, the nearest first.
    ///
    /// Near are spellings within a Damerau-Levenshtein distance of a third of the longer one, those that begin with each other, and those of which one
    /// has all words of the other; case, space, `-` and `_` aside.
    #[must_use]
    pub fn suggest(&self, text: &str) -> Vec<Suggestion> {
        let wanted = Self::fold(text);
        let canonical = self.values.iter().map(|value| (value, value));
        let mut found: Vec<Suggestion> = Vec::new();
        for (near, value) in canonical.chain(self.legacy.iter().map(|(spelling, value)| (spelling, value))) {
            let Some(distance) = distance(&wanted, &Self::fold(near)) else { continue };
            let suggestion = Suggestion { value: value.clone(), near: near.clone(), distance };
            match found.iter_mut().find(|known| known.value == *value) {
                Some(known) if known.distance <= distance => {}
                Some(known) => *known = suggestion,
                None => found.push(suggestion),
            }
        }
        found.sort_by_key(|suggestion| suggestion.distance);
        found.truncate(SUGGESTIONS_MAX);
        found
    }
}

/// Returns the suggestion that no other one comes near to.
#[must_use]
pub fn clear_suggestion(suggestions: &[Suggestion]) -> Option<&Suggestion> {
    match suggestions {
        [first, second, ..] if second.distance < first.distance + CLEAR => None,
        [first, ..] => Some(first),
        [] => None,
    }
}

/// Measures how far two folded spellings are from each other, in percent; `None` where they are not near.
fn distance(left: &str, right: &str) -> Option<usize> {
    let (short, long) = if left.chars().count() < right.chars().count() { (left, right) } else { (right, left) };
    let longest = long.chars().take(200).count();
    if short.is_empty() {
        return None;
    }
    let clip = |text: &str| text.chars().take(200).collect::<String>();
    let edits = strsim::damerau_levenshtein(&clip(short), &clip(long));
    // Short words are a letter away from too many others.
    let by_edits = (short.chars().count() >= 4 && edits <= longest / 3).then(|| edits * 100 / longest);
    let words =
        |text: &str| text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (few, many) = (words(short), words(long));
    let has_words = short.len() >= 2 && few.len() < many.len() && !few.is_empty() && few.iter().all(|word| many.contains(word));
    let begins = short.len() >= 3 && long.starts_with(short);
    let by_words = has_words.then_some(SAME_WORDS).or(begins.then_some(SAME_BEGINNING));
    by_edits.into_iter().chain(by_words).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_what_is_near() {
        let table = EnumTable::declare(
            "tool_type",
            &["api", "database", "file_storage", "calendar", "custom"],
            Some("custom"),
            &[("s3", "file_storage"), ("db", "database")],
        )
        .unwrap();
        let check = |text: &str, expect: &[&str], clear: Option<&str>| {
            let found = table.suggest(text);
            assert_eq!(found.iter().map(|s| s.value.as_str()).collect::<Vec<_>>(), expect, "{text}");
            assert_eq!(clear_suggestion(&found).map(|s| s.value.as_str()), clear, "{text}");
        };
        check("Databse", &["database"], Some("database"));
        check("S3 Bucket", &["file_storage"], Some("file_storage"));
        check("google-calendar", &["calendar"], Some("calendar"));
        check("calendars", &["calendar"], Some("calendar"));
        check("api db", &["api", "database"], None);
        check("quantum", &[], None);
        check("dp", &[], None);
        check("", &[], None);
    }
}
