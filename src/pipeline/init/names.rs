//! Names that mean the same: files and tables, fields and columns.
//!
//! **Invariant**: a name is never taken for two things; the nearest wins, and equals are not guessed at.

use crate::catalog::Table;

/// Lower case; everything but letters and digits is `_`; a capital behind a small letter begins a word.
pub(super) fn fold(name: &str) -> String {
    let mut folded = String::new();
    let mut small = false;
    for c in name.trim().chars() {
        if c.is_uppercase() && small {
            folded.push('_');
        }
        small = c.is_lowercase() || c.is_ascii_digit();
        if c.is_alphanumeric() {
            folded.extend(c.to_lowercase());
        } else if !folded.ends_with('_') {
            folded.push('_');
        }
    }
    folded.trim_matches('_').to_owned()
}

/// A name without what separates its words.
pub(super) fn bare(name: &str) -> String {
    fold(name).replace('_', "")
}

/// Name of a file without folders and endings.
pub(super) fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let name = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(name);
    let name = [".json", ".ndjson", ".jsonl"].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    name.to_owned()
}

/// Finds the table that a file is called like: the same name, its plural or singular, or the longest name that it begins with.
pub(super) fn table_of<'a>(path: &str, tables: &[&'a Table]) -> Option<&'a Table> {
    let stem = fold(&stem(path));
    let same = |table: &&&Table| singular(&fold(&table.name)) == singular(&stem);
    let begins = |table: &&&Table| stem.starts_with(&format!("{}_", fold(&table.name)));
    let longest = tables.iter().filter(begins).max_by_key(|table| table.name.len());
    tables.iter().find(same).or(longest).copied()
}

fn singular(name: &str) -> String {
    match name.strip_suffix("ies") {
        Some(rest) => format!("{rest}y"),
        None => name.strip_suffix('s').unwrap_or(name).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_names() {
        let check = |name: &str, expect: &str| assert_eq!(fold(name), expect);
        check("orgId", "org_id");
        check("Org ID", "org_id");
        check("created-at", "created_at");
        check("/geo/area", "geo_area");
        check("v2Name", "v2_name");
        assert_eq!(bare("Created_At"), "createdat");
    }

    #[test]
    fn stems_of_files() {
        let check = |path: &str, expect: &str| assert_eq!(stem(path), expect);
        check("data/tools.json", "tools");
        check("data/old/tools-2024.ndjson.gz", "tools-2024");
        check("tools", "tools");
        assert_eq!(singular("companies"), singular("company"));
    }
}
