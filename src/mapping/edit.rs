//! Adds spellings to the text of `enums.toml`.
//!
//! Takes the text and what to add, gives the new text: comments, order and everything else stay as they are.
//!
//! **Invariant**: nothing is replaced; a spelling that is there already is left alone.

use toml_edit::{DocumentMut, Item, Key, Table, TableLike, Value};

/// A spelling to add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSpelling {
    /// Enum table.
    pub table: String,
    /// Legacy spelling.
    pub spelling: String,
    /// Canonical value.
    pub value: String,
    /// Comment behind it, without `#`; empty for none.
    pub comment: String,
}

/// Why spellings cannot be added.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The text is not TOML.
    #[error("`enums.toml` cannot be read: {0}")]
    Syntax(String),
    /// There is no such table, or it is none.
    #[error("`enums.toml` has no table `{0}` to which a spelling can be added")]
    NoTable(String),
}

/// Adds spellings under `[<table>.legacy]`, which is made where it is missing.
///
/// # Errors
/// Text that is not TOML, or a table that is not there.
pub fn add_spellings(text: &str, spellings: &[NewSpelling]) -> Result<String, EditError> {
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| EditError::Syntax(error.to_string()))?;
    for new in spellings {
        let missing = || EditError::NoTable(new.table.clone());
        let table = document.get_mut(&new.table).and_then(Item::as_table_like_mut).ok_or_else(missing)?;
        let is_inline = table.get("legacy").is_some_and(Item::is_inline_table);
        let legacy = legacy_of(table).ok_or_else(missing)?;
        if !legacy.contains_key(&new.spelling) {
            insert(legacy, new, is_inline);
        }
    }
    Ok(document.to_string())
}

fn legacy_of(table: &mut dyn TableLike) -> Option<&mut dyn TableLike> {
    if table.get("legacy").is_none() {
        let mut legacy = Table::new();
        legacy.decor_mut().set_prefix("\n");
        table.insert("legacy", Item::Table(legacy));
    }
    table.get_mut("legacy")?.as_table_like_mut()
}

/// A comment cannot stand inside an inline table.
fn insert(legacy: &mut dyn TableLike, new: &NewSpelling, is_inline: bool) {
    let mut value = Value::from(new.value.as_str());
    if !is_inline && !new.comment.is_empty() {
        let comment: String = new.comment.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        value.decor_mut().set_suffix(format!("  # {comment}"));
    }
    legacy.entry_format(&Key::new(&new.spelling)).or_insert(Item::Value(value));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(table: &str, spelling: &str, value: &str) -> NewSpelling {
        NewSpelling { table: table.into(), spelling: spelling.into(), value: value.into(), comment: "3 records".into() }
    }

    #[test]
    fn adds_and_keeps_the_rest() {
        let check = |text: &str, expect: &str| {
            let added = add_spellings(text, &[new("t", "S3 Bucket", "b"), new("t", "\"q\"", "a")]).unwrap();
            assert_eq!(added, expect);
            assert_eq!(add_spellings(&added, &[new("t", "S3 Bucket", "b")]).unwrap(), expect, "adding twice");
        };
        check(
            "# head\n[t] # one\nvalues = [\n  \"a\", # first\n  \"b\"]\n\n[t.legacy] # old\nx = \"a\" # why\n\n[u]\nvalues = [\"c\"]\n",
            "# head\n[t] # one\nvalues = [\n  \"a\", # first\n  \"b\"]\n\n[t.legacy] # old\nx = \"a\" # why\n\"S3 Bucket\" = \"b\"  # 3 records\n\
             '\"q\"' = \"a\"  # 3 records\n\n[u]\nvalues = [\"c\"]\n",
        );
        check(
            "[t]\nvalues = [\"a\", \"b\"]\n\n[u]\nvalues = [\"c\"]\n",
            "[t]\nvalues = [\"a\", \"b\"]\n\n[t.legacy]\n\"S3 Bucket\" = \"b\"  # 3 records\n'\"q\"' = \"a\"  # 3 records\n\n[u]\nvalues = [\"c\"]\n",
        );
        check(
            "[t]\nvalues = [\"a\", \"b\"]\nlegacy = { x = \"a\" }\n",
            "[t]\nvalues = [\"a\", \"b\"]\nlegacy = { x = \"a\" , \"S3 Bucket\" = \"b\", '\"q\"' = \"a\" }\n",
        );
    }

    #[test]
    fn refuses_what_is_not_there() {
        assert_eq!(add_spellings("[u]\n", &[new("t", "x", "a")]), Err(EditError::NoTable("t".into())));
        assert!(matches!(add_spellings("[", &[]), Err(EditError::Syntax(_))));
    }
}
