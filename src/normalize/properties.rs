//! Properties of normalization over arbitrary JSON, and over what is no JSON at all.

use std::borrow::Cow;

use proptest::prelude::*;
use serde_json::Value as Document;
use uuid::Uuid;

use super::enums::tests::table as enum_table;
use super::tests::{column, field, layout};
use super::*;
use crate::catalog::DataType;
use crate::layout::ColumnLayout;
use crate::mapping::{IdForm, Input, TimeFormat, Transform};

fn any_type() -> impl Strategy<Value = DataType> {
    let plain = prop_oneof![
        proptest::option::of(0u32..5).prop_map(|max_chars| DataType::Text { max_chars }),
        (0u32..5).prop_map(|chars| DataType::Char { chars }),
        prop_oneof![Just(16u8), Just(32), Just(64)].prop_map(|bits| DataType::Int { bits }),
        (proptest::option::of(0u16..8), proptest::option::of(-3i16..8))
            .prop_map(|(precision, scale)| DataType::Numeric { precision, scale }),
        prop_oneof![Just(32u8), Just(64)].prop_map(|bits| DataType::Float { bits }),
        proptest::sample::select(vec![
            DataType::CiText,
            DataType::Bool,
            DataType::Date,
            DataType::Time,
            DataType::Timestamp,
            DataType::TimestampTz,
            DataType::Uuid,
            DataType::Json,
            DataType::Jsonb,
            DataType::Bytes,
            DataType::Enum,
            DataType::Any,
            DataType::Other,
        ]),
    ];
    (plain, any::<bool>()).prop_map(|(plain, array)| if array { DataType::Array(Box::new(plain)) } else { plain })
}

/// Text that often looks like something: numbers, dates, ids, literals, and noise.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,12}",
        r"[-+]?[0-9]{0,25}(\.[0-9]{0,25})?([eE][-+]?[0-9]{1,20})?",
        r"[-+]?[0-9]{4,7}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{0,12})?)?(Z| ?[-+][0-9:]{2,8})?)?",
        r"(\\x|0x)?[0-9a-fA-F]{0,33}=?",
        r#"[\[\]{}",:\\a0 ]{0,12}"#,
    ]
}

fn any_json() -> impl Strategy<Value = String> {
    let number = r"-?(0|[1-9][0-9]{0,25})(\.[0-9]{1,25})?([eE][-+]?[0-9]{1,20})?";
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just("false".to_owned()),
        number,
        any_text().prop_map(|text| Document::String(text).to_string()),
        proptest::sample::select(vec![r#""\u0000""#, r#""\ud800""#, r#""\uDBFF\uDFFF""#, "1e400", "-0", r#"{"a":1,"a":2}"#])
            .prop_map(str::to_owned),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(|elements| format!("[{}]", elements.join(" , "))),
            proptest::collection::vec(("[a-c]{1}", inner), 0..4).prop_map(|members| format!(
                "{{{}}}",
                members.iter().map(|(name, value)| format!("\"{name}\" :{value}")).collect::<Vec<_>>().join(",")
            )),
        ]
    })
}

fn any_column() -> impl Strategy<Value = ColumnLayout> {
    let transforms = proptest::collection::vec(
        proptest::sample::select(vec![
            Transform::Trim,
            Transform::Lower,
            Transform::Upper,
            Transform::Slug,
            Transform::Collapse,
            Transform::Digits,
            Transform::ParseJson,
        ]),
        0..3,
    );
    let formats = proptest::sample::subsequence(
        vec![TimeFormat::Iso, TimeFormat::EpochSeconds, TimeFormat::EpochMillis, TimeFormat::Pattern("%Y-%m-%d %H:%M:%S%.f".to_owned())],
        0..4,
    );
    let zone = proptest::sample::select(vec!["UTC", "Europe/Berlin", "-23:59", "America/St_Johns"]);
    let fill = proptest::sample::select(vec![
        Fill::Input(Input::Field(field("a"))),
        Fill::Id { from: field("a"), form: IdForm::Uuid, namespace: Uuid::NAMESPACE_DNS },
        Fill::Id { from: field("a"), form: IdForm::Value, namespace: Uuid::NAMESPACE_DNS },
    ]);
    (any_type(), transforms, formats, zone, any::<bool>(), any::<bool>(), fill).prop_map(
        |(data_type, transforms, formats, zone, nullable, mapped, fill)| {
            let enum_table = mapped.then(|| enum_table(&["a", "1"], &[("true", "a")], Some("a")));
            let original = mapped.then(|| (0, vec!["a".to_owned(), "b".to_owned()]));
            ColumnLayout { transforms, formats, time_zone: zone.to_owned(), nullable, enum_table, original, fill, ..column("a", data_type) }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    /// Whatever a record holds, it is one row with cells in range, and it is rejected exactly where there is a diagnostic.
    #[test]
    fn any_value_for_any_column_is_a_cell_or_a_diagnostic(column in any_column(), json in any_json(), sqlite in any::<bool>()) {
        let backend = if sqlite { BackendKind::Sqlite } else { BackendKind::Postgres };
        let normalizer = Normalizer::new(Arc::new(layout(vec![column.clone()])), backend);
        // A column that cannot hold the enum table's values is refused as a whole.
        if matches!(normalizer, Err(NormalizeError::Lookup { .. })) {
            return Ok(());
        }
        let normalizer = normalizer.unwrap();
        let (mut batch, mut findings) = (Batch::new(1), Findings::default());
        let path: Arc<str> = "a".into();
        let at = At { seq: 0, source: 0, position: Position::default(), path: &path };
        let fields = Fields { values: vec![Some(Cow::Borrowed(&json))], rest: Vec::new(), left: Vec::new() };
        normalizer.normalize(&fields, &at, &mut batch, &mut findings);
        prop_assert_eq!((batch.rows.len(), batch.cells.len()), (1, 1));
        prop_assert_eq!(batch.rows[0].rejected, !findings.diagnostics.is_empty());
        prop_assert_eq!(findings.accepted + findings.rejected, 1);
        match batch.cells[0] {
            Cell::Text(span) | Cell::Other(span) => prop_assert!(!batch.text_of(span).contains('\0')),
            Cell::Json(span) => prop_assert!(serde_json::from_str::<Document>(batch.text_of(span)).is_ok(), "{}", batch.text_of(span)),
            Cell::Numeric(span) => prop_assert!(batch.text_of(span) == "NaN" || batch.text_of(span).bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b))),
            Cell::Uuid(span) => prop_assert_eq!(batch.bytes_of(span).len(), 16),
            _ => {}
        }
    }

    /// Text that is no JSON at all never gets here, and would not do harm if it did.
    #[test]
    fn noise_instead_of_json_does_no_harm(column in any_column(), noise in any_text()) {
        let normalizer = Normalizer::new(Arc::new(layout(vec![column.clone()])), BackendKind::Postgres);
        // A column that cannot hold the enum table's values is refused as a whole.
        if matches!(normalizer, Err(NormalizeError::Lookup { .. })) {
            return Ok(());
        }
        let normalizer = normalizer.unwrap();
        let (mut batch, mut findings) = (Batch::new(1), Findings::default());
        let path: Arc<str> = "a".into();
        let at = At { seq: 0, source: 0, position: Position::default(), path: &path };
        let fields = Fields { values: vec![Some(Cow::Borrowed(&noise))], rest: Vec::new(), left: Vec::new() };
        normalizer.normalize(&fields, &at, &mut batch, &mut findings);
        prop_assert_eq!(batch.rows.len(), 1);
    }

    /// Compacting a document changes nothing that it says, and compacting again changes nothing at all.
    #[test]
    fn compact_documents_say_the_same(json in any_json()) {
        let mut once = String::new();
        if json::compact(&json, &mut once).is_ok() {
            prop_assert_eq!(serde_json::from_str::<Document>(&once).unwrap(), serde_json::from_str::<Document>(&json).unwrap());
            let mut twice = String::new();
            json::compact(&once, &mut twice).unwrap();
            prop_assert_eq!(once, twice);
        }
    }
}
