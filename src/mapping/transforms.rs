//! `transform = [...]`, and `from = [...]` with several fields.
//!
//! Takes an [`Entry`], gives [`Transform`]s and [`Alternative`]s; notes everything that is wrong with them.

use super::nearest::printable;
use super::reader::{Entry, Piece};
use super::{Alternative, Transform};

/// Keys of a transform that is a table.
pub(super) const TRANSFORM_KEYS: &[&str] = &["replace", "keep"];

/// Keys of one of several fields.
pub(super) const ALTERNATIVE_KEYS: &[&str] = &["from", "transform"];

/// Reads a word or a list of words and tables.
pub(super) fn read(entry: &Entry<'_>) -> Vec<Transform> {
    let pieces = entry.pieces();
    if pieces.is_empty() && !entry.is_array() {
        entry.strings();
    }
    pieces.iter().filter_map(transform).collect()
}

/// Reads the fields of `from = [...]`.
pub(super) fn alternatives(entry: &Entry<'_>) -> Option<Vec<Alternative>> {
    let found: Option<Vec<Alternative>> = entry.pieces().iter().map(alternative).collect();
    let found = found?;
    if found.is_empty() {
        entry.note("`from` is an empty array, expected at least one field", None);
        return None;
    }
    Some(found)
}

fn alternative(piece: &Piece<'_>) -> Option<Alternative> {
    if let Some(text) = piece.text() {
        return path(piece, text).map(|path| Alternative { path, transforms: Vec::new() });
    }
    let Some(section) = piece.section() else {
        piece.note("`from` holds something else, expected a field or `{ from = \"field\", transform = [...] }`", None);
        return None;
    };
    section.only(ALTERNATIVE_KEYS);
    let Some(from) = section.get("from") else {
        piece.note("this alternative has no `from`, expected the field that it takes", None);
        return None;
    };
    let path = super::column::read_path(&from)?;
    Some(Alternative { path, transforms: section.get("transform").map(|entry| read(&entry)).unwrap_or_default() })
}

fn path(piece: &Piece<'_>, text: &str) -> Option<super::FieldPath> {
    text.parse().map_err(|error: super::FieldPathError| piece.note(error.to_string(), None)).ok()
}

fn transform(piece: &Piece<'_>) -> Option<Transform> {
    if let Some(word) = piece.text() {
        let found = Transform::of_word(word);
        if found.is_none() {
            piece.unknown_word("transform", word, Transform::WORDS);
        }
        return found;
    }
    let expected = "expected a word, `{ replace = [[\"from\", \"to\"], ...] }` or `{ keep = \"a-z0-9\" }`";
    let Some(section) = piece.section() else {
        piece.note(format!("`transform` holds something else, {expected}"), None);
        return None;
    };
    section.only(TRANSFORM_KEYS);
    match (section.get("replace"), section.get("keep")) {
        (Some(replace), None) => pairs(&replace).map(Transform::Replace),
        (None, Some(keep)) => ranges(&keep).map(Transform::Keep),
        _ => {
            piece.note(format!("this transform has none of its keys, or both; {expected}"), None);
            None
        }
    }
}

/// Reads the pairs of `replace`.
fn pairs(entry: &Entry<'_>) -> Option<Vec<(String, String)>> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for piece in entry.pieces() {
        let texts: Vec<Option<&str>> = piece.pieces().iter().map(Piece::text).collect();
        let [Some(from), Some(to)] = texts.as_slice() else {
            piece.note("`replace` holds something else, expected pairs `[\"from\", \"to\"]`", None);
            return None;
        };
        if from.is_empty() {
            piece.note("this pair replaces the empty text, expected at least one character", None);
            return None;
        }
        if pairs.iter().any(|(known, _)| known == from) {
            piece.note(format!("`{}` is replaced twice", printable(from)), Some("remove one of the pairs".to_owned()));
            return None;
        }
        pairs.push(((*from).to_owned(), (*to).to_owned()));
    }
    Some(pairs)
}

/// Reads the characters of `keep`: single ones and ranges; a `-` at either end is itself.
fn ranges(entry: &Entry<'_>) -> Option<Vec<(char, char)>> {
    let text: Vec<char> = entry.string()?.chars().collect();
    let mut ranges = Vec::new();
    let mut rest = text.as_slice();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if let ['-', last, after @ ..] = rest {
            if first > *last {
                entry.note(format!("the range `{}-{}` goes down, expected it to go up", first.escape_debug(), last.escape_debug()), None);
                return None;
            }
            ranges.push((first, *last));
            rest = after;
        } else {
            ranges.push((first, first));
        }
    }
    Some(ranges)
}
