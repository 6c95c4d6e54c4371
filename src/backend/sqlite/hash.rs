//! The functions `rs_hash(text)` and `rs_hash_number(text)`: SQLite has no hash of its own.
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

/// Makes the functions known to a connection.
pub(super) fn register(connection: &mut SqliteConnection) -> QueryResult<()> {
    rs_hash_utils::register_impl(connection, |text: String| short(&text))?;
    rs_hash_number_utils::register_impl(connection, |text: String| number(&text))
}

fn number(text: &str) -> i64 {
    (xxh3_64(text.as_bytes()) >> 28).cast_signed()
}

fn short(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let hash = xxh3_64(text.as_bytes());
    (0..6).map(|digit| char::from(DIGITS[(hash >> (6 * digit) & 63) as usize])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_stable() {
        assert_eq!([short(""), short("NULL"), short("'a'")], ["CT504U", "IrUyFI", "VdAeuu"], "the ledgers in the field remember this");
    }
}
