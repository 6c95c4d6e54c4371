//! The cases: one folder below `tests/cases/` each (see [`crate::support::case`]), one test each.

use std::collections::BTreeSet;

use crate::support::case;

/// Makes a test of each folder.
macro_rules! cases {
    ($($name:ident)+) => {
        $(
            #[test]
            fn $name() {
                case::check(stringify!($name));
            }
        )+

        const CASES: &[&str] = &[$(stringify!($name)),+];
    };
}

cases! {
    ambiguous
    chain_of_keys
    composite_keys
    conflict_goes_on
    conflict_with_stored_row
    duplicate_in_input
    match_false
    null_in_key
    nulls_equal
    nulls_not_distinct
    on_duplicate_first
    on_duplicate_last
    rotation_of_three
    self_references
    self_references_not_null
    swap_of_keys
}

#[test]
fn every_folder_is_a_case() {
    let folders = case::folder_of_cases().read_dir().expect("the folder of cases").map(|entry| entry.expect("an entry").file_name());
    let found: BTreeSet<String> = folders.map(|name| name.to_string_lossy().into_owned()).collect();
    assert_eq!(
        found,
        CASES.iter().map(|name| (*name).to_owned()).collect(),
        "folders below tests/cases (left) and names in tests/cases.rs (right)"
    );
}
