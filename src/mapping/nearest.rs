//! The nearest valid word, for messages.

/// Finds the candidate that `word` was most likely meant to be; `None` where none is near.
///
/// Near means a Damerau-Levenshtein distance of at most a third of the longer word, case and `-`/`_`/space aside, or one word at the start of
/// the other.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = fold(word);
    let scored = candidates.into_iter().filter_map(|candidate| {
        let other = fold(candidate);
        let distance = strsim::damerau_levenshtein(&wanted, &other);
        let longest = wanted.chars().count().max(other.chars().count());
        let near = distance <= (longest / 3).max(1) && distance < longest;
        let begins = wanted.len().min(other.len()) >= 3 && (wanted.starts_with(&other) || other.starts_with(&wanted));
        (near || begins).then_some((distance, candidate))
    });
    scored.min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

/// Writes words as "`a`, `b` or `c`", at most sixteen of them.
pub(crate) fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let all: Vec<String> = words.into_iter().map(|word| format!("`{}`", printable(word))).collect();
    match all.as_slice() {
        [] => "nothing".to_owned(),
        [only] => only.clone(),
        [init @ .., last] if all.len() <= 16 => format!("{} or {last}", init.join(", ")),
        many => format!("{} and {} more", many[..16].join(", "), many.len() - 16),
    }
}

/// Makes a hint of the nearest candidate.
pub(crate) fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(word, candidates).map(|found| format!("did you mean `{}`?", printable(found)))
}

/// Shortens text from a file to 80 characters and escapes its control characters, so that it can stand in a message.
pub(crate) fn printable(text: &str) -> String {
    let mut shown = String::new();
    for (i, c) in text.chars().enumerate() {
        if i == 80 {
            shown.push('…');
            break;
        }
        if c.is_control() { shown.extend(c.escape_default()) } else { shown.push(c) }
    }
    shown
}

/// Escapes control characters, so that text stays on its line.
pub(crate) fn printable_line(text: &str) -> String {
    text.chars()
        .flat_map(|c| if c.is_control() { c.escape_default().to_string() } else { c.to_string() }.chars().collect::<Vec<_>>())
        .collect()
}

/// Folds what people mix up.
fn fold(word: &str) -> String {
    word.trim().chars().take(200).flat_map(char::to_lowercase).map(|c| if c == '-' || c == ' ' { '_' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_nearest_word() {
        let words = ["table", "source", "on_duplicate", "columns", "id"];
        for (word, expect) in [
            ("tabel", Some("table")),
            ("Table", Some("table")),
            ("on-duplicates", Some("on_duplicate")),
            ("column", Some("columns")),
            ("xyz", None),
            ("", None),
            ("q", None),
        ] {
            assert_eq!(nearest(word, words), expect, "{word}");
        }
    }

    #[test]
    fn lists_words() {
        assert_eq!(one_of(["a", "b", "c"]), "`a`, `b` or `c`");
        assert_eq!(one_of([]), "nothing");
        assert!(one_of(std::iter::repeat_n("a", 19)).ends_with("and 3 more"));
    }

    #[test]
    fn escapes_what_a_terminal_would_obey() {
        assert_eq!(printable("a\u{1b}[31m"), "a\\u{1b}[31m");
        assert_eq!(printable(&"x".repeat(100)).chars().count(), 81);
    }
}
