//! The oracle held against its own promises.
//!
//! `ORACLE_CASES` sets the number of histories a test, `ORACLE_SEED` the first seed.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;

use crate::support::oracle::{
    Backend, Case, Code, Features, Hand, Outcome, Primary, Row, Rules, V, apply_hand, check_case, difference, hand_sql, import, insert_sql,
    mapping_toml, schema_sql, shrink, write_export, write_project,
};
use diesel::Connection;
use diesel::connection::SimpleConnection;
use diesel::sqlite::SqliteConnection;

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok().and_then(|n| n.parse().ok())
}

fn cases(default: u64) -> u64 {
    number("ORACLE_CASES").unwrap_or(default)
}

/// Checks histories; the first one that breaks a promise is made small and shown.
fn check_histories(features: Features) -> BTreeMap<Outcome, usize> {
    let mut outcomes = BTreeMap::new();
    let first = number("ORACLE_SEED").unwrap_or(0);
    for seed in first..first + cases(3000) {
        let case = Case::random(seed, features);
        let seen = &mut |outcome| *outcomes.entry(outcome).or_default() += 1;
        let Err(violation) = check_case(Rules::ALL, &case, seen) else { continue };
        let small = shrink(case, &|c| check_case(Rules::ALL, c, &mut |_| {}).is_err_and(|v| v.promise == violation.promise));
        let shown = check_case(Rules::ALL, &small, &mut |_| {}).unwrap_err();
        panic!("seed {seed}, export {}: {}: {}\n{}", shown.step, shown.promise, shown.text, small.describe());
    }
    outcomes
}

fn assert_all_occur(outcomes: &BTreeMap<Outcome, usize>) {
    let total: usize = outcomes.values().sum();
    let rejects =
        [Code::WrongKind, Code::Missing, Code::Ambiguous, Code::DuplicateInInput, Code::Conflicts, Code::Unresolved].map(Outcome::Reject);
    for outcome in [Outcome::Insert, Outcome::Update, Outcome::Unchanged, Outcome::Duplicate].into_iter().chain(rejects) {
        let count = outcomes.get(&outcome).copied().unwrap_or(0);
        assert!(count * 2000 > total, "{outcome:?} occurs {count} times in {total}");
    }
}

#[test]
fn plain_histories_keep_every_promise() {
    assert_all_occur(&check_histories(Features::PLAIN));
}

#[test]
fn full_histories_keep_every_promise() {
    assert_all_occur(&check_histories(Features::COMMON));
}

#[test]
fn circular_histories_keep_every_promise() {
    check_histories(Features { circular: true, ..Features::COMMON });
}

#[test]
fn histories_with_nulls_not_distinct_keep_every_promise() {
    check_histories(Features { nulls_not_distinct: true, ..Features::COMMON });
}

/// Without each of these rules, some history breaks the fixed point: the checks can fail, and the rules are needed.
#[test]
fn each_optional_rule_is_needed() {
    for rules in [Rules { remember_rejected: false, ..Rules::ALL }, Rules { remember_content: false, ..Rules::ALL }] {
        let broken = (0..20_000).find(|seed| check_case(rules, &Case::random(*seed, Features::COMMON), &mut |_| {}).is_err());
        assert!(broken.is_some(), "{rules:?} breaks nothing");
    }
}

#[test]
fn sqlite_agrees_on_what_is_a_valid_state() {
    for seed in 0..cases(300) {
        let case = Case::random(seed, Features::COMMON);
        let mut db = SqliteConnection::establish(":memory:").unwrap();
        db.batch_execute("PRAGMA foreign_keys = ON").unwrap();
        db.batch_execute(&schema_sql(&case.schema, &case.initial, Backend::Sqlite)).unwrap();
        let mut state = case.initial.clone();
        for hand in case.steps.iter().flat_map(|step| &step.hand) {
            let sql = hand_sql(&case.schema, hand);
            let done = apply_hand(&case.schema, &mut state, hand);
            if done || matches!(hand, Hand::Insert(..)) {
                assert_eq!(db.batch_execute(&sql).is_ok(), done, "seed {seed}: {sql}");
            }
        }
        let last = check_case(Rules::ALL, &case, &mut |_| {}).unwrap();
        let mut copy = SqliteConnection::establish(":memory:").unwrap();
        // Self references may point forward, so they are checked at the end.
        let sql = schema_sql(&case.schema, &last, Backend::Sqlite);
        copy.batch_execute(&format!("PRAGMA foreign_keys = ON; BEGIN; PRAGMA defer_foreign_keys = ON; {sql} COMMIT;")).unwrap();
    }
}

#[test]
fn mappings_are_toml_and_name_every_mapped_column() {
    for seed in 0..cases(300) {
        let schema = Case::random(seed, Features::COMMON).schema;
        for table in &schema.tables {
            let mapping: toml_edit::DocumentMut = mapping_toml(&schema, table).parse().unwrap();
            let by_rule = table.rules.iter().filter(|rule| rule.mapped).count() - usize::from(matches!(table.primary, Primary::Id(_)));
            assert_eq!(mapping["columns"].as_table().unwrap().len(), by_rule, "{mapping}");
        }
    }
}

#[test]
fn a_project_is_written_with_one_line_a_record() {
    let case = Case::random(7, Features::COMMON);
    let root = tempfile::tempdir().unwrap();
    write_project(&case, Backend::Postgres, root.path()).unwrap();
    for step in 0..case.steps.len() {
        write_export(&case, step, root.path()).unwrap();
        for (table, records) in case.schema.tables.iter().zip(&case.steps[step].input) {
            let text = std::fs::read_to_string(root.path().join(format!("data/{}.ndjson", table.name))).unwrap();
            let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            assert_eq!(lines.len(), records.len());
        }
    }
}

/// Other assigned keys and another order of rows make no difference; another value does.
#[test]
fn difference_sees_through_assigned_keys_only() {
    let mut changed = 0;
    for seed in 0..300 {
        let case = Case::random(seed, Features::COMMON);
        let (state, _) = import(&case.schema, &case.initial, &case.steps[0].input);
        let mut actual: Vec<Vec<Row>> = state.tables.iter().map(|rows| rows.values().rev().cloned().collect()).collect();
        for (number, rows) in actual.iter_mut().enumerate() {
            let table = &case.schema.tables[number];
            for (column, cell) in rows.iter_mut().flat_map(|row| row.iter_mut().enumerate()) {
                let of = table.rules[column].reference.as_ref().map_or((column == 0).then_some(number), |r| Some(r.table));
                if let (Some(of), V::Int(n)) = (of, &mut *cell)
                    && case.schema.tables[of].primary == Primary::Assigned
                {
                    *n = 5000 - *n;
                }
            }
        }
        assert_eq!(difference(&case.schema, &state, &actual), None, "seed {seed}");
        if let Some(note) = actual.iter_mut().find_map(|rows| rows.first_mut()).and_then(|row| row.last_mut()) {
            *note = V::Int(99);
            changed += 1;
            assert!(difference(&case.schema, &state, &actual).is_some(), "seed {seed}");
        }
    }
    assert!(changed > 200);
    assert_eq!(insert_sql(&Case::random(1, Features::PLAIN).schema.tables[0], &[V::text("it's")]).matches("''").count(), 1);
}
