//! Whole records against whole layouts.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde_json::{Value as Document, json};
use uuid::Uuid;

use super::enums::tests::table as enum_table;
use super::*;
use crate::catalog::{AllowedSource, AllowedValues, DataType, Storage, Table};
use crate::diagnostic::Severity;
use crate::layout::{ColumnLayout, LegacyId, ReferenceLayout};
use crate::mapping::{
    Absent, IdForm, IdScope, Input, OnDuplicate, OnUnresolved, OnUpdate, SourceFormat, SourceSpec, TimeFormat, Transform,
};

pub(super) fn field(name: &str) -> FieldPath {
    FieldPath::Field(name.to_owned())
}

/// A nullable column filled from the field of its name.
pub(super) fn column(name: &str, data_type: DataType) -> ColumnLayout {
    ColumnLayout {
        name: name.to_owned(),
        data_type,
        type_text: String::new(),
        nullable: true,
        has_default: false,
        allowed: None,
        fill: Fill::Input(Input::Field(field(name))),
        transforms: Vec::new(),
        enum_table: None,
        original: None,
        default: None,
        absent: Absent::Default,
        null_if: Vec::new(),
        formats: vec![TimeFormat::Iso],
        time_zone: "UTC".to_owned(),
        on_update: OnUpdate::Overwrite,
    }
}

fn text(name: &str) -> ColumnLayout {
    column(name, DataType::Text { max_chars: None })
}

fn int(name: &str) -> ColumnLayout {
    column(name, DataType::Int { bits: 32 })
}

fn required(column: ColumnLayout) -> ColumnLayout {
    ColumnLayout { nullable: false, ..column }
}

fn bare_table() -> Table {
    Table {
        schema: None,
        name: "tools".to_owned(),
        columns: Vec::new(),
        keys: Vec::new(),
        foreign_keys: Vec::new(),
        checks: Vec::new(),
        triggers: Vec::new(),
        row_security: false,
        storage: Storage::Heap,
    }
}

pub(super) fn layout(columns: Vec<ColumnLayout>) -> Layout {
    Layout {
        mapping: "tools".to_owned(),
        table: Arc::new(bare_table()),
        source: SourceSpec { globs: Vec::new(), format: SourceFormat::Auto, pointer: String::new(), key_field: String::new(), each: None },
        namespace: "tools".to_owned(),
        scope: IdScope::Source,
        legacy_id: None,
        columns,
        keys: Vec::new(),
        identity: Vec::new(),
        on_duplicate: OnDuplicate::Reject,
        on_target_edit: crate::mapping::OnTargetEdit::Overwrite,
        on_missing: crate::mapping::OnMissing::Keep,
    }
}

/// Picks top-level fields out of a record as decoding does, numbers digit for digit.
fn decode(set: &FieldSet, record: &str) -> Fields<'static> {
    let Document::Object(members) = serde_json::from_str(record).unwrap() else { panic!("{record}") };
    let name_of = |path: &FieldPath| if let FieldPath::Field(name) = path { name.clone() } else { panic!("{path}") };
    let names: Vec<String> = set.paths().iter().map(name_of).collect();
    Fields {
        values: names.iter().map(|name| members.get(name).map(|value| Cow::Owned(value.to_string()))).collect(),
        rest: members
            .iter()
            .filter(|(name, _)| !names.contains(name))
            .map(|(name, value)| (Cow::Owned(name.clone()), Cow::Owned(value.to_string())))
            .collect(),
        left: Vec::new(),
    }
}

struct Outcome {
    batch: Batch,
    findings: Findings,
}

impl Outcome {
    /// Shows the cells of a row, one word each.
    fn row(&self, row: usize) -> String {
        let mut shown = String::new();
        for (place, cell) in self.batch.cells_of(row).iter().enumerate() {
            let gap = if place == 0 { "" } else { " | " };
            match cell {
                Cell::Text(span) | Cell::Json(span) | Cell::Other(span) | Cell::Numeric(span) => {
                    write!(shown, "{gap}{}", self.batch.text_of(*span))
                }
                Cell::Uuid(span) => write!(shown, "{gap}{}", Uuid::from_slice(self.batch.bytes_of(*span)).unwrap()),
                other => write!(shown, "{gap}{other:?}"),
            }
            .unwrap();
        }
        shown
    }

    fn legacy_id(&self, row: usize) -> Option<&str> {
        self.batch.rows[row].legacy_id.map(|span| self.batch.text_of(span))
    }

    fn codes(&self) -> Vec<(&str, Option<&str>)> {
        self.findings.diagnostics.iter().map(|diagnostic| (diagnostic.code.as_str(), diagnostic.column.as_deref())).collect()
    }
}

fn run_on(layout: Layout, backend: BackendKind, records: &[&str]) -> Outcome {
    let width = layout.columns.len();
    let normalizer = Normalizer::new(Arc::new(layout), backend).unwrap();
    let (mut batch, mut findings) = (Batch::new(width), Findings::default());
    let path: Arc<str> = "tools.json".into();
    for (seq, record) in records.iter().enumerate() {
        let index = u64::try_from(seq).unwrap();
        let at = At {
            seq: i64::try_from(seq).unwrap(),
            source: 0,
            position: Position { line: index + 1, column: 1, byte: 0, index },
            path: &path,
        };
        normalizer.normalize(&decode(normalizer.field_set(), record), &at, &mut batch, &mut findings);
    }
    Outcome { batch, findings }
}

fn run(columns: Vec<ColumnLayout>, records: &[&str]) -> Outcome {
    run_on(layout(columns), BackendKind::Postgres, records)
}

#[test]
fn absent_null_empty_and_default_are_four_things() {
    let check = |column: ColumnLayout, record: &str, expect: &str, codes: &[&str]| {
        let shown = format!("{column:?} {record}");
        let outcome = run(vec![column], &[record]);
        assert_eq!(outcome.row(0), expect, "{shown}");
        let found: Vec<&str> = outcome.findings.diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect();
        assert_eq!(found, codes, "{shown}");
        assert_eq!(outcome.batch.rows[0].rejected, !codes.is_empty(), "{shown}");
    };
    let missing = ["value/missing"];
    check(text("a"), "{}", "Absent", &[]);
    check(text("a"), r#"{"a":null}"#, "Null", &[]);
    check(text("a"), r#"{"a":""}"#, "", &[]);
    check(required(text("a")), "{}", "Null", &missing);
    check(required(text("a")), r#"{"a":null}"#, "Null", &missing);
    check(required(text("a")), r#"{"a":""}"#, "", &[]);
    let with_default = || ColumnLayout { default: Some(json!("x")), ..required(text("a")) };
    check(with_default(), "{}", "x", &[]);
    check(with_default(), r#"{"a":null}"#, "Null", &missing);
    let database_default = || ColumnLayout { has_default: true, ..required(text("a")) };
    check(database_default(), "{}", "Absent", &[]);
    check(database_default(), r#"{"a":null}"#, "Null", &missing);
    let keep = || ColumnLayout { absent: Absent::Keep, ..required(text("a")) };
    check(keep(), "{}", "Absent", &[]);
    check(keep(), r#"{"a":null}"#, "Null", &missing);
    let rule = |column: ColumnLayout| ColumnLayout { null_if: vec![String::new(), "0".to_owned()], ..column };
    check(rule(text("a")), r#"{"a":""}"#, "Null", &[]);
    check(rule(int("a")), r#"{"a":0.0}"#, "Null", &[]);
    check(rule(required(int("a"))), r#"{"a":0}"#, "Null", &missing);
}

#[test]
fn not_null_of_the_catalog_counts_even_where_a_default_lets_inserts_pass() {
    let mut table = bare_table();
    table.columns.push(crate::catalog::Column {
        name: "a".to_owned(),
        data_type: DataType::Bool,
        type_text: "boolean".to_owned(),
        collation: None,
        nullable: false,
        default: None,
        generated: crate::catalog::Generated::No,
        allowed: None,
    });
    let columns = vec![ColumnLayout { has_default: true, ..column("a", DataType::Bool) }];
    let outcome = run_on(Layout { table: Arc::new(table), ..layout(columns) }, BackendKind::Postgres, &["{}", r#"{"a":null}"#]);
    assert_eq!((outcome.row(0), outcome.row(1)), ("Absent".to_owned(), "Null".to_owned()));
    assert_eq!(outcome.codes(), [("value/missing", Some("a"))]);
}

#[test]
fn every_wrong_column_is_reported_and_the_record_is_rejected_once() {
    let outcome = run(
        vec![int("a"), text("b"), required(text("c")), int("d")],
        &[r#"{"a":"x","b":{"k":1},"d":5}"#, r#"{"a":1,"b":"y","c":"z","d":2}"#],
    );
    assert_eq!(outcome.codes(), [("value/malformed", Some("a")), ("value/wrong_kind", Some("b")), ("value/missing", Some("c"))]);
    assert_eq!(outcome.row(0), "Null | Null | Null | Int(5)");
    assert_eq!(outcome.row(1), "Int(1) | y | z | Int(2)");
    assert_eq!(outcome.batch.rows.iter().map(|row| row.rejected).collect::<Vec<_>>(), [true, false]);
    assert_eq!((outcome.findings.accepted, outcome.findings.rejected), (1, 1));
    let first = &outcome.findings.diagnostics[0];
    assert_eq!(first.severity, Severity::Error);
    assert_eq!(first.origin.as_ref().unwrap().to_string(), "tools.json:1:1 (byte 0, record 0)");
    assert_eq!((first.table.as_deref(), first.field.as_deref(), first.value.as_deref()), (Some("tools"), Some("a"), Some("\"x\"")));
    assert_eq!(first.message, "found the string `x`, expected an integer from -2147483648 to 2147483647");
}

#[test]
fn records_that_could_not_be_decoded_are_rows_too() {
    let normalizer = Normalizer::new(Arc::new(layout(vec![text("a"), text("b")])), BackendKind::Sqlite).unwrap();
    let (mut batch, mut findings) = (Batch::new(2), Findings::default());
    let path: Arc<str> = "a.json".into();
    let at = At { seq: 4, source: 1, position: Position::default(), path: &path };
    normalizer.reject(&at, Diagnostic::error(Code::SourceSyntax, "found `}`, expected a value"), &mut batch, &mut findings);
    assert_eq!(batch.cells_of(0), [Cell::Null, Cell::Null]);
    assert!(batch.rows[0].rejected);
    assert_eq!((findings.rejected, findings.diagnostics[0].code), (1, Code::SourceSyntax));
}

#[test]
fn absent_fields_and_unmapped_fields_are_counted() {
    let outcome = run(vec![text("a"), text("b")], &[r#"{"a":"x","z":1}"#, r#"{"z":2,"y":3}"#]);
    assert_eq!(outcome.findings.absent, [1, 2]);
    assert_eq!(outcome.findings.unmapped.iter().map(|(name, count)| (name.as_str(), *count)).collect::<Vec<_>>(), [("y", 1), ("z", 2)]);
}

#[test]
fn the_rest_is_one_object() {
    let rest = |data_type| ColumnLayout { fill: Fill::Input(Input::Rest), ..column("extra", data_type) };
    let records = [r#"{"a":"x","z":1.10,"b":{"k": [1, 2]}}"#, r#"{"a":"x"}"#];
    let outcome = run(vec![text("a"), rest(DataType::Jsonb)], &records);
    assert_eq!((outcome.row(0), outcome.row(1)), (r#"x | {"z":1.10,"b":{"k":[1,2]}}"#.to_owned(), "x | Null".to_owned()));
    assert!(outcome.findings.unmapped.is_empty());
    let outcome = run(vec![text("a"), required(rest(DataType::Text { max_chars: None }))], &records);
    assert_eq!(outcome.row(1), "x | {}");
    let outcome = run(vec![rest(DataType::Json)], &[r#"{"a":"\u0000"}"#, r#"{"a\u0000":1}"#]);
    assert_eq!(outcome.codes(), [("value/nul_character", Some("extra")), ("value/nul_character", Some("extra"))]);
    let refused = Normalizer::new(Arc::new(layout(vec![rest(DataType::Bool)])), BackendKind::Postgres);
    assert!(matches!(refused, Err(NormalizeError::Rest { .. })));
}

#[test]
fn enum_values_are_mapped_counted_and_their_originals_kept() {
    let table = enum_table(&["api", "custom"], &[("Rest API", "api")], Some("custom"));
    let kind = ColumnLayout {
        enum_table: Some(table),
        original: Some((1, vec!["legacy".to_owned(), "type".to_owned()])),
        transforms: vec![Transform::Trim],
        ..text("type")
    };
    let records = [
        r#"{"type":" rest-api "}"#,
        r#"{"type":"weird","config":{"a":1.0}}"#,
        r#"{"type":"weird"}"#,
        r#"{"type":3,"config":[1]}"#,
        r#"{"type":null}"#,
    ];
    let outcome = run(vec![kind, column("config", DataType::Jsonb)], &records);
    assert_eq!(outcome.row(0), "api | Absent");
    assert_eq!(outcome.row(1), r#"custom | {"a":1.0,"legacy":{"type":"weird"}}"#);
    assert_eq!(outcome.row(2), r#"custom | {"legacy":{"type":"weird"}}"#);
    assert_eq!(outcome.row(4), "Null | Absent");
    assert_eq!(outcome.codes(), [("value/wrong_kind", Some("config"))]);
    assert!(outcome.batch.rows[3].rejected);
    let counts: Vec<(&str, u64, &str)> = outcome.findings.enums[0]
        .sorted()
        .into_iter()
        .map(|(text, count)| (text, count.count, count.found.as_ref().unwrap().0.as_str()))
        .collect();
    assert_eq!(counts, [("weird", 2, "custom"), (" rest-api ", 1, "api"), ("3", 1, "custom")]);
    assert_eq!(outcome.findings.enums[0].texts["weird"].first.index, 1);
}

#[test]
fn an_original_may_have_a_column_of_its_own() {
    let kind = ColumnLayout {
        enum_table: Some(enum_table(&["api", "custom"], &[], Some("custom"))),
        original: Some((1, Vec::new())),
        ..text("type")
    };
    let own =
        ColumnLayout { fill: Fill::Input(Input::Constant(Document::Null)), ..column("type_legacy", DataType::Text { max_chars: Some(5) }) };
    let outcome = run(vec![kind, own], &[r#"{"type":"API"}"#, r#"{"type":"weird"}"#, r#"{"type":"too long"}"#]);
    assert_eq!([outcome.row(0), outcome.row(1)], ["api | Null", "custom | weird"]);
    assert_eq!(outcome.codes(), [("value/too_long", Some("type_legacy"))]);
}

#[test]
fn a_default_is_no_value_of_the_source() {
    let kind = ColumnLayout {
        enum_table: Some(enum_table(&["api", "custom"], &[], Some("custom"))),
        original: Some((1, vec!["type".to_owned()])),
        default: Some(json!("none of these")),
        ..text("type")
    };
    let outcome = run(vec![kind, column("config", DataType::Jsonb)], &["{}"]);
    assert_eq!(outcome.row(0), "custom | Absent");
    assert!(outcome.findings.enums.is_empty());
    assert_eq!(outcome.findings.absent, [0, 1]);
}

#[test]
fn unmapped_enum_values_reject_and_count() {
    let kind = ColumnLayout { enum_table: Some(enum_table(&["api"], &[], None)), ..text("type") };
    let outcome = run(vec![kind], &[r#"{"type":"apy"}"#]);
    assert_eq!(outcome.codes(), [("enum/unmapped", Some("type"))]);
    assert_eq!(outcome.findings.enums[0].texts["apy"].found, None);
}

#[test]
fn an_enum_value_must_be_in_the_databases_list_too() {
    let allowed = AllowedValues { source: AllowedSource::EnumType("tool_type".to_owned()), values: vec!["api".to_owned()] };
    let kind =
        ColumnLayout { enum_table: Some(enum_table(&["api", "new"], &[], None)), allowed: Some(allowed), ..column("type", DataType::Enum) };
    let outcome = run(vec![kind], &[r#"{"type":"Api"}"#, r#"{"type":"new"}"#]);
    assert_eq!(outcome.row(0), "api");
    assert_eq!(outcome.codes(), [("value/not_allowed", Some("type"))]);
}

#[test]
fn listed_integers_are_compared_as_numbers() {
    let allowed = AllowedValues { source: AllowedSource::Check(None), values: vec!["1".to_owned(), "2".to_owned()] };
    let outcome = run(vec![ColumnLayout { allowed: Some(allowed), ..int("a") }], &[r#"{"a":2.0}"#, r#"{"a":3}"#]);
    assert_eq!(outcome.row(0), "Int(2)");
    assert_eq!(outcome.codes(), [("value/not_allowed", Some("a"))]);
}

fn id_layout(column_type: DataType, form: IdForm, has_default: bool) -> Layout {
    let id = ColumnLayout {
        fill: Fill::Id { from: field("id"), form, namespace: Uuid::NAMESPACE_DNS },
        has_default,
        ..required(column("id", column_type))
    };
    Layout { legacy_id: Some(LegacyId { from: field("id"), null_if: vec!["0".to_owned()] }), ..layout(vec![id]) }
}

#[test]
fn keys_come_from_legacy_ids() {
    let records = [
        r#"{"id":17}"#,
        r#"{"id":" 17 "}"#,
        r#"{"id":"67E5504410B1426F9247BB680E5FE0C8"}"#,
        r#"{"id":0}"#,
        r#"{"id":""}"#,
        "{}",
        r#"{"id":true}"#,
    ];
    let outcome = run_on(id_layout(DataType::Uuid, IdForm::Uuid, false), BackendKind::Postgres, &records);
    let derived = Uuid::new_v5(&Uuid::NAMESPACE_DNS, b"17").to_string();
    assert_eq!(
        [outcome.row(0), outcome.row(1), outcome.row(2)],
        [derived.as_str(), derived.as_str(), "67e55044-10b1-426f-9247-bb680e5fe0c8"]
    );
    assert_eq!([outcome.legacy_id(0), outcome.legacy_id(1), outcome.legacy_id(3)], [Some("17"), Some("17"), None]);
    assert_eq!(
        outcome.codes(),
        [("value/missing", Some("id")), ("value/missing", Some("id")), ("value/missing", Some("id")), ("value/wrong_kind", Some("id"))]
    );
    let outcome = run_on(id_layout(DataType::Int { bits: 64 }, IdForm::Value, true), BackendKind::Postgres, &records);
    assert_eq!([outcome.row(0), outcome.row(3), outcome.row(4), outcome.row(5)], ["Int(17)", "Absent", "Absent", "Absent"]);
    assert_eq!(outcome.codes(), [("value/malformed", Some("id")), ("value/wrong_kind", Some("id"))]);
}

#[test]
fn a_wrong_legacy_id_without_column_rejects_the_record() {
    let layout = Layout { legacy_id: Some(LegacyId { from: field("id"), null_if: Vec::new() }), ..layout(vec![text("a")]) };
    let outcome = run_on(layout, BackendKind::Sqlite, &[r#"{"id":[1],"a":"x"}"#]);
    assert_eq!(outcome.codes(), [("value/wrong_kind", None)]);
    assert_eq!(outcome.findings.diagnostics[0].field.as_deref(), Some("id"));
    assert!(outcome.batch.rows[0].rejected);
}

#[test]
fn references_are_text() {
    let reference = |name: &str, by: Option<&str>| ColumnLayout {
        fill: Fill::Reference {
            from: Input::Field(field(name)),
            target: ReferenceLayout {
                table: Arc::new(bare_table()),
                namespaces: Vec::new(),
                by: by.map(ToOwned::to_owned),
                stores: "id".to_owned(),
                id_form: None,
                on_unresolved: OnUnresolved::Reject,
                late: false,
            },
        },
        transforms: vec![Transform::Lower],
        ..column(name, DataType::Uuid)
    };
    let columns = vec![reference("org", Some("slug")), required(reference("owner", None))];
    let records = [
        r#"{"org":"ACME","owner":17.0}"#,
        r#"{"org":null,"owner":"67E5504410B1426F9247BB680E5FE0C8"}"#,
        r#"{"org":5,"owner":""}"#,
        r#"{"org":{"slug":"acme"}}"#,
    ];
    let outcome = run(columns, &records);
    assert_eq!([outcome.row(0), outcome.row(1), outcome.row(2)], ["acme | 17", "Null | 67e55044-10b1-426f-9247-bb680e5fe0c8", "5 | Null"]);
    assert_eq!(outcome.codes(), [("value/missing", Some("owner")), ("value/wrong_kind", Some("org")), ("value/missing", Some("owner"))]);
}

#[test]
fn what_the_mapping_gets_wrong_stops_the_run() {
    let refused = |column: ColumnLayout| Normalizer::new(Arc::new(layout(vec![column])), BackendKind::Postgres).unwrap_err().to_string();
    assert_eq!(
        refused(ColumnLayout { default: Some(json!("x")), ..int("a") }),
        "column `a`: the mapping gives it `\"x\"`: found the string `x`, expected an integer from -2147483648 to 2147483647"
    );
    assert!(refused(ColumnLayout { fill: Fill::Input(Input::Constant(json!(null))), ..required(int("a")) }).contains("NOT NULL"));
    assert!(refused(ColumnLayout { time_zone: "Mars".to_owned(), ..column("a", DataType::TimestampTz) }).contains("`Mars`"));
}

#[test]
fn clock_changes_are_counted() {
    let outcome = run(
        vec![ColumnLayout { time_zone: "Europe/Berlin".to_owned(), ..column("a", DataType::TimestampTz) }],
        &[r#"{"a":"2024-10-27 02:30:00"}"#, r#"{"a":"2024-10-27 03:30:00"}"#],
    );
    assert_eq!(outcome.findings.ambiguous_times, [1]);
}

#[test]
fn text_inside_strings_can_be_parsed() {
    let parsed = |column: ColumnLayout| ColumnLayout { transforms: vec![Transform::ParseJson], ..column };
    let columns =
        vec![parsed(column("a", DataType::Jsonb)), parsed(column("b", DataType::Array(Box::new(DataType::Text { max_chars: None }))))];
    let outcome = run(columns, &[r#"{"a":"{\"k\": 1.10}","b":"[\"x\"]"}"#, r#"{"a":"null","b":null}"#, r#"{"a":"{","b":"x"}"#]);
    assert_eq!([outcome.row(0), outcome.row(1)], [r#"{"k":1.10} | {"x"}"#, "Null | Null"]);
    assert_eq!(outcome.codes(), [("value/malformed", Some("a")), ("value/malformed", Some("b"))]);
}

#[test]
fn each_is_read_as_name_or_pointer() {
    assert_eq!(parse_path("roles"), field("roles"));
    assert_eq!(parse_path("/a~1b"), field("a/b"));
    assert_eq!(parse_path("/a/b/0"), FieldPath::Pointer { field: "a".to_owned(), rest: "/b/0".to_owned() });
}
