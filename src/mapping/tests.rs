//! The loader against the sample projects in `tests/mapping`.

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use serde_json::json;
use uuid::Uuid;

use super::reader::{Section, TomlText};
use super::*;

fn samples(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mapping").join(folder)
}

fn parse(text: &str) -> (Option<Mapping>, Vec<String>) {
    let text = TomlText::new("mappings/t.toml".to_owned(), text.as_bytes().to_vec());
    let mapping = text.parse().and_then(|document| file::read(Section::root(&text, &document), "t"));
    (mapping, text.into_errors().iter().map(ToString::to_string).collect())
}

fn only_column(text: &str) -> ColumnRule {
    let (mapping, errors) = parse(&format!("table = \"t\"\nsource = \"t.json\"\n[columns]\n{text}"));
    assert_eq!(errors, Vec::<String>::new(), "{text}");
    mapping.unwrap().columns.remove(0)
}

#[test]
fn loads_the_valid_project() {
    let project = load(&samples("valid")).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(project.name.as_deref(), Some("agent platform"));
    assert_eq!(project.namespace, Uuid::parse_str("0b8e6a2c-5b0c-4f0e-9a51-0f6d3c1a7b11").unwrap());
    let names: Vec<&str> = project.mappings.iter().map(|mapping| mapping.name.as_str()).collect();
    assert_eq!(names, ["stdin", "tools", "user_roles"]);
    let enum_table = &project.enums["tool_type"];
    assert_eq!(enum_table.look_up("WEB-SITE"), Some(("website", Reached::Legacy)));
    assert_eq!(enum_table.look_up("Website"), Some(("website", Reached::Canonical)));
    assert_eq!(enum_table.look_up("ftp"), Some(("custom", Reached::Fallback)));
    assert_eq!(project.enums["role"].look_up("ftp"), None);
}

#[test]
fn reads_every_key_of_a_mapping() {
    let project = load(&samples("valid")).unwrap();
    let tools = &project.mappings[1];
    assert_eq!(tools.place.to_string(), "mappings/tools.toml:1:1");
    assert_eq!(tools.source.globs, ["tools*.json", "more/*.ndjson.gz"]);
    assert_eq!((tools.source.pointer.as_str(), tools.source.key_field.as_str()), ("/data/tools", "slug"));
    assert_eq!((tools.namespace.as_str(), tools.scope), ("old_tools", IdScope::Source));
    let id = tools.id.as_ref().unwrap();
    assert_eq!(
        (id.form, id.column.as_deref(), id.null_if.as_slice()),
        (IdForm::Uuid, Some("id"), [String::new(), "0".to_owned()].as_slice())
    );
    assert_eq!(tools.identity, ["slug"]);
    assert_eq!((tools.on_duplicate, tools.on_target_edit), (OnDuplicate::First, OnTargetEdit::Reject));
    assert!(!tools.keys["uq_sheet"].matching);
    assert!(tools.keys["a, b"].nulls_equal);
    let column = |name: &str| tools.columns.iter().find(|rule| rule.column == name).unwrap();
    assert_eq!(column("name").input, Input::Field(FieldPath::Field("title".into())));
    assert_eq!(column("name").absent, Absent::Keep);
    assert_eq!(column("parent_id").absent, Absent::Default);
    assert_eq!(column("slug").transforms, [Transform::Trim, Transform::Lower]);
    let org = column("org_id").references.as_ref().unwrap();
    assert_eq!((org.table.as_str(), org.by.as_deref(), org.on_unresolved), ("organizations", Some("slug"), OnUnresolved::Null));
    assert_eq!(column("type").original.as_deref(), Some("extra/legacy/type"));
    assert_eq!(column("config").on_update, OnUpdate::Merge);
    assert_eq!(column("price").default.as_ref().unwrap().to_string(), "1.10");
    let formats = [TimeFormat::Iso, TimeFormat::EpochMillis, TimeFormat::EpochSeconds, TimeFormat::Pattern("%d.%m.%Y".into())];
    assert_eq!(column("created_at").formats, formats);
    assert_eq!(column("area").null_if, ["", "0", "-1", "0.50", "N/A", "false"]);
    assert_eq!(column("kind").input, Input::Constant(json!({"a": [1, 2.0], "since": "2024-01-02"})));
    assert_eq!(column("extra").input, Input::Rest);
    assert_eq!(column("slug").place.to_string(), "mappings/tools.toml:16:1");
}

#[test]
fn fills_in_the_defaults() {
    let (mapping, errors) = parse("table = \"t\"\nsource = \"t.json\"\nid = \"id\"");
    assert_eq!(errors, Vec::<String>::new());
    let mapping = mapping.unwrap();
    assert_eq!((mapping.namespace.as_str(), mapping.scope, mapping.on_duplicate), ("t", IdScope::Source, OnDuplicate::Reject));
    assert_eq!(
        (mapping.source.format, mapping.source.pointer.as_str(), mapping.source.key_field.as_str()),
        (SourceFormat::Auto, "", "key")
    );
    let column = only_column("a = \"b\"");
    assert_eq!((column.absent, column.on_update, column.time_zone.as_str()), (Absent::Default, OnUpdate::Overwrite, "UTC"));
    assert!(column.formats.is_empty() && column.null_if.is_empty() && column.default.is_none());
}

#[test]
fn keeps_the_digits_of_numbers() {
    for (toml, expect) in [
        ("1.10", "1.10"),
        ("+1_000.50", "1000.50"),
        ("0x1F", "31"),
        ("9223372036854775807", "9223372036854775807"),
        ("1e300", "1e+300"),
        ("[1, \"a\", { b = true }]", r#"[1,"a",{"b":true}]"#),
    ] {
        let default = only_column(&format!("a = {{ from = \"a\", default = {toml} }}")).default.unwrap();
        assert_eq!(default.to_string(), expect, "{toml}");
    }
}

#[test]
fn knows_zones_by_name_and_by_offset() {
    for zone in ["UTC", "Z", "Europe/Berlin", "+02:00", "+0530", "-03"] {
        assert_eq!(only_column(&format!("a = {{ from = \"a\", time_zone = \"{zone}\" }}")).time_zone, zone);
    }
}

#[test]
fn a_project_without_mappings_is_empty() {
    let folder = tempfile::tempdir().unwrap();
    let project = load(folder.path()).unwrap();
    assert_eq!((project.mappings.len(), project.enums.len(), project.namespace), (0, 0, DEFAULT_NAMESPACE));
}

#[test]
fn the_default_namespace_is_the_documented_one() {
    assert_eq!(DEFAULT_NAMESPACE, Uuid::new_v5(&Uuid::NAMESPACE_URL, b"urn:resettle:project"));
}

#[test]
fn a_byte_order_mark_moves_no_column() {
    let (_, errors) = parse("\u{feff}tabel = \"t\"\r\nsource = \"t.json\"\r\nid = 1");
    assert_eq!(errors.iter().filter(|error| error.starts_with("mappings/t.toml:1:1: unknown key")).count(), 1, "{errors:?}");
    assert!(errors.iter().any(|error| error.starts_with("mappings/t.toml:3:6: ")), "{errors:?}");
}

/// Each folder of `tests/mapping/invalid` holds a project and the errors that it gives in `errors.txt`. With `BLESS=1` in the environment the
/// files are written anew.
#[test]
fn every_invalid_project_gives_its_errors() {
    let mut cases: Vec<PathBuf> = std::fs::read_dir(samples("invalid")).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() >= 8, "the samples are gone");
    for case in cases {
        let found = format!("{}\n", load(&case).expect_err(&case.display().to_string()));
        let file = case.join("errors.txt");
        if option_env!("BLESS").is_some() {
            std::fs::write(&file, &found).unwrap();
        }
        let expect = std::fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(found, expect, "{}", case.display());
    }
}

#[test]
fn deep_nesting_is_a_mistake_and_no_crash() {
    let deep_array = format!("table = {}{}", "[".repeat(100_000), "]".repeat(100_000));
    let deep_dots = format!("[columns]\na{} = 1", ".a".repeat(100_000));
    let deep_header = format!("[a{}]\n", ".a".repeat(100_000));
    for text in [deep_array, deep_dots, deep_header] {
        let (_, errors) = parse(&text);
        assert!(!errors.is_empty());
        assert!(errors.iter().all(|error| error.len() < 1000));
    }
}

#[test]
fn many_mistakes_are_found_in_time() {
    let lines: Vec<String> = (0..20_000).map(|i| format!("k{i} = {i}")).collect();
    let (_, errors) = parse(&lines.join("\n"));
    assert_eq!(errors.len(), 20_003, "{:?}", &errors[20_000..]);
}

proptest! {
    #[test]
    fn never_panics(text in r#"([a-z]{1,3}|table|source|columns|keys|id|from|value|=|"|\[|\]|\{|\}|\.|,|\n|ä|1|true|%|~|/|\^|@key| ){0,60}"#) {
        let _ = parse(&text);
        let text = TomlText::new("mappings/enums.toml".to_owned(), text.into_bytes());
        if let Some(document) = text.parse() {
            let _ = enums::read(Section::root(&text, &document));
        }
    }
}

#[test]
fn names_that_differ_in_case_only_are_a_mistake() {
    let file = |stem: &str| {
        let text = format!("table = \"{stem}\"\nsource = \"t.json\"\nid = \"id\"");
        (stem.to_owned(), TomlText::new(format!("mappings/{stem}.toml"), text.into_bytes()))
    };
    let errors = load::assemble(Path::new("."), vec![file("Tools"), file("tools")], &[], Vec::new()).unwrap_err();
    assert_eq!(errors.to_string(), "mappings/tools.toml:1:1: the mapping name `tools` is taken by `Tools.toml`; rename one of the files");
}
