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
    absent_and_null
    ambiguous
    ambiguous_reference
    array_into_join_table
    chain_of_keys
    circle_of_new_ids
    circle_of_tables
    columns_the_mapping_does_not_name
    composite_keys
    composite_primary_key
    conflict_goes_on
    conflict_with_stored_row
    declared_identity
    deleted_by_hand
    duplicate_in_input
    duplicate_of_a_reject
    equal_keys_of_the_database
    enum_fallback
    foreign_key_to_a_natural_key
    hand_edited_row
    ids_in_many_spellings
    ids_of_the_database
    json_values
    match_false
    new_rows_take_keys_of_old_ones
    null_in_key
    nulls_equal
    nulls_not_distinct
    numbered_tables_take_explicit_ids
    object_into_join_table
    on_duplicate_first
    on_duplicate_last
    on_update
    partial_records
    precision_of_the_target
    re_key
    records_that_move_together
    records_without_id
    references
    rejected_record_holds_its_row
    rejects_cascade
    rotation_of_three
    scope_run
    self_references
    self_references_not_null
    swap_of_keys
    swap_under_constraints
    table_without_primary_key
    tree_with_names_unique_below_a_parent
    unresolved_is_null_in_a_circle
    values_of_every_type
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
