//! What SQLite makes of a value by the declared type of its column.
//!
//! **Invariant**: a type that is not known for certain to keep a value as it is counts as one that changes it.

/// What SQLite makes of a value by the declared type of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Affinity {
    /// Texts that look like numbers become numbers.
    Number,
    /// The same, and integers become floating point numbers.
    Real,
    /// Numbers become text.
    Text,
    /// Values stay what they are.
    None,
}

impl Affinity {
    /// Follows "Determination Of Column Affinity" in <https://www.sqlite.org/datatype3.html>.
    #[must_use]
    pub fn of(type_text: &str) -> Self {
        let upper = type_text.to_ascii_uppercase();
        let has = |words: &[&str]| words.iter().any(|word| upper.contains(word));
        if has(&["INT"]) {
            Self::Number
        } else if has(&["CHAR", "CLOB", "TEXT"]) {
            Self::Text
        } else if upper.is_empty() || has(&["BLOB"]) {
            Self::None
        } else if has(&["REAL", "FLOA", "DOUB"]) {
            Self::Real
        } else {
            Self::Number
        }
    }
}
