//! The functions `rs_hash(text)`, `rs_hashes(texts)` and `rs_hash_number(text)`: SQLite has no hash of its own.
//!
//! **Invariant**: equal texts hash equally, whatever platform and program version.

use diesel::prelude::*;
use diesel::sql_types::Text;
use xxhash_rust::xxh3::xxh3_64;

#[diesel::declare_sql_function]
extern "SQL" {
    /// Returns six characters that stand for a text: 36 bits of its XXH3.
    fn rs_hash(text: Text) -> Text;
}

#[diesel::declare_sql_function]
extern "SQL" {
    /// Returns a number that stands for a text: 36 bits of its XXH3, so that a hundred million of them can be added.
    fn rs_hash_number(text: Text) -> BigInt;
}

#[diesel::declare_sql_function]
extern "SQL" {
    /// Returns what `rs_hash` returns for each of several results of `quote`, given with commas between them.
    fn rs_hashes(texts: Text) -> Text;
}

/// Characters of one hash.
pub(super) const DIGITS: usize = 6;

/// Makes the functions known to a connection.
pub(super) fn register(connection: &mut SqliteConnection) -> QueryResult<()> {
    rs_hash_utils::register_impl(connection, |text: String| short(&text))?;
    rs_hashes_utils::register_impl(connection, |texts: String| each_short(&texts))?;
    rs_hash_number_utils::register_impl(connection, |text: String| number(&text))
}

/// Returns the number that stands for a text.
pub(super) fn number(text: &str) -> i64 {
    (xxh3_64(text.as_bytes()) >> 28).cast_signed()
}

fn short(text: &str) -> String {
    let mut out = String::with_capacity(DIGITS);
    push_short(&mut out, text);
    out
}

/// Appends the six characters that stand for a text.
pub(super) fn push_short(out: &mut String, text: &str) {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let hash = xxh3_64(text.as_bytes());
    out.extend((0..DIGITS).map(|digit| char::from(ALPHABET[(hash >> (6 * digit) & 63) as usize])));
}

fn each_short(quoted: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(96), quoted);
    loop {
        let end = end_of_literal(rest);
        push_short(&mut out, &rest[..end]);
        match rest[end..].strip_prefix(',') {
            Some(next) => rest = next,
            None => return out,
        }
    }
}

/// Finds the end of the SQL literal that begins a text: the comma behind it, or the end. Only literals of texts can have commas in them.
fn end_of_literal(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    if bytes.first() == Some(&b'\'') {
        at = 1;
        // A doubled quotation mark is part of the text.
        while let Some(quote) = memchr::memchr(b'\'', &bytes[at..]) {
            at += quote + 1;
            if bytes.get(at) != Some(&b'\'') {
                break;
            }
            at += 1;
        }
    }
    memchr::memchr(b',', &bytes[at..]).map_or(bytes.len(), |comma| at + comma)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_literals_apart() {
        let check = |literals: &[&str]| {
            let expect: String = literals.iter().map(|literal| short(literal)).collect();
            assert_eq!(each_short(&literals.join(",")), expect, "{literals:?}");
        };
        check(&["NULL"]);
        check(&["''", "'a,b'", "'it''s, so'", "''''", "-1.5e300", "X'00'", "'ü'''", "NULL", "7"]);
        check(&["''','','''", "','"]);
    }

    #[test]
    fn is_stable() {
        assert_eq!([short(""), short("NULL"), short("'a'")], ["CT504U", "IrUyFI", "VdAeuu"], "the ledgers in the field remember this");
    }
}
