//! Keeps the published JSON Schemas and the loader in step.
//!
//! The schemas use a small part of draft 2020-12; [`violations`] checks exactly that part and fails on any other keyword, so that nothing is
//! passed over.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Map, Value};
use strum::VariantNames;

use super::reader::{Section, TomlText};
use super::*;

fn schema(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas").join(format!("{name}.schema.json"));
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn keys(schema: &Value, at: &str) -> BTreeSet<String> {
    schema.pointer(at).unwrap().as_object().unwrap().keys().cloned().collect()
}

#[test]
fn schema_and_loader_know_the_same_keys() {
    for (file, at, known) in [
        ("mapping", "/properties", file::MAPPING_KEYS),
        ("mapping", "/$defs/id/properties", file::ID_KEYS),
        ("mapping", "/$defs/column/properties", column::COLUMN_KEYS),
        ("mapping", "/$defs/key_rule/properties", file::KEY_RULE_KEYS),
        ("enums", "/$defs/enum_table/properties", enums::ENUM_KEYS),
        ("project", "/properties", load::PROJECT_KEYS),
    ] {
        let known: BTreeSet<String> = known.iter().map(ToString::to_string).collect();
        assert_eq!(keys(&schema(file), at), known, "{file}{at}");
    }
}

#[test]
fn schema_and_loader_know_the_same_words() {
    let mapping = schema("mapping");
    for (at, known) in [
        ("/properties/format/enum", SourceFormat::VARIANTS),
        ("/properties/scope/enum", IdScope::VARIANTS),
        ("/properties/on_duplicate/enum", OnDuplicate::VARIANTS),
        ("/properties/absent/enum", Absent::VARIANTS),
        ("/properties/on_target_edit/enum", OnTargetEdit::VARIANTS),
        ("/properties/on_missing/oneOf/0/enum", OnMissing::WORDS),
        ("/$defs/id/properties/as/enum", IdForm::VARIANTS),
        ("/$defs/column/properties/on_unresolved/enum", OnUnresolved::VARIANTS),
        ("/$defs/column/properties/absent/enum", Absent::VARIANTS),
        ("/$defs/column/properties/on_update/enum", OnUpdate::VARIANTS),
        ("/$defs/transform_word/enum", Transform::WORDS),
        ("/$defs/key_rule/properties/nulls/enum", file::Nulls::VARIANTS),
    ] {
        let words: Vec<&str> =
            mapping.pointer(at).unwrap_or_else(|| panic!("{at}")).as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert_eq!(words, known, "{at}");
    }
}

#[test]
fn defaults_of_the_schema_are_those_of_the_loader() {
    let mapping = schema("mapping");
    let default = |at: &str| mapping.pointer(at).and_then(|schema| schema.get("default")).and_then(Value::as_str).unwrap().to_owned();
    for (at, expect) in [
        ("/properties/format", <&str>::from(SourceFormat::default())),
        ("/properties/key_field", file::KEY_FIELD_DEFAULT),
        ("/properties/scope", IdScope::default().into()),
        ("/properties/on_duplicate", OnDuplicate::default().into()),
        ("/properties/absent", Absent::default().into()),
        ("/properties/on_target_edit", OnTargetEdit::default().into()),
        ("/$defs/id/properties/as", IdForm::default().into()),
        ("/$defs/column/properties/on_unresolved", OnUnresolved::default().into()),
        ("/$defs/column/properties/on_update", OnUpdate::default().into()),
        ("/$defs/column/properties/time_zone", "UTC"),
    ] {
        assert_eq!(default(at), expect, "{at}");
    }
    assert_eq!(schema("project").pointer("/properties/namespace/default").unwrap(), DEFAULT_NAMESPACE.to_string().as_str());
}

#[test]
fn everything_in_the_schemas_is_described() {
    fn undescribed(schema: &Value, at: &str, found: &mut Vec<String>) {
        for group in ["properties", "$defs"] {
            for (name, child) in schema.get(group).and_then(Value::as_object).unwrap_or(&Map::new()) {
                let at = format!("{at}/{group}/{name}");
                if child.get("description").is_none() && child.get("$ref").is_none() {
                    found.push(at.clone());
                }
                undescribed(child, &at, found);
            }
        }
    }
    for name in ["mapping", "enums", "project"] {
        let mut found = Vec::new();
        undescribed(&schema(name), name, &mut found);
        assert_eq!(found, Vec::<String>::new());
    }
}

/// Mistakes that no schema can see: they are in the syntax, in another file, or between two values.
const BEYOND_THE_SCHEMA: &[&str] =
    &["each/t.toml", "each/u.toml", "enum_use/e", "times/mapping.toml", "syntax/", "enums/t.toml", "enum_use/enums.toml"];

#[test]
fn the_schemas_agree_with_the_loader_on_every_sample() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mapping");
    let mut seen = 0;
    let cases = std::fs::read_dir(root.join("invalid")).unwrap().map(|entry| (entry.unwrap().path(), false));
    for (case, valid) in cases.chain([(root.join("valid"), true)]) {
        for entry in std::fs::read_dir(case.join("mappings")).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{}/{}", case.file_name().unwrap().display(), path.file_name().unwrap().display());
            if BEYOND_THE_SCHEMA.iter().any(|prefix| name.starts_with(prefix)) {
                continue;
            }
            let found = check_file(&path);
            assert_eq!(found.is_empty(), valid, "{name}: {found:?}");
            seen += 1;
        }
    }
    assert!(seen >= 12, "{seen} samples only");
}

#[test]
fn every_mapping_file_of_the_repository_fits_the_schemas() {
    fn folders(at: &Path, found: &mut Vec<std::path::PathBuf>) {
        for entry in std::fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.starts_with(Path::new(env!("CARGO_MANIFEST_DIR")).join("target")) {
                let is_mappings = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("mappings"));
                if is_mappings { found.push(path) } else { folders(&path, found) }
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = vec![root.join("mappings")];
    for place in ["examples", "tests/cases"] {
        folders(&root.join(place), &mut found);
    }
    let files = found.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    let files: Vec<_> = files.filter(|path| path.extension().is_some_and(|extension| extension == "toml")).collect();
    for path in &files {
        assert_eq!(check_file(path), Vec::<String>::new(), "{}", path.display());
    }
    assert!(files.len() > 60, "{} files only", files.len());
}

/// Reads a TOML file as JSON and validates it.
fn check_file(path: &Path) -> Vec<String> {
    let text = TomlText::new(String::new(), std::fs::read(path).unwrap());
    let document = text.parse().unwrap();
    let members: Map<String, Value> =
        Section::root(&text, &document).entries().iter().filter_map(|entry| Some((entry.name.to_owned(), entry.json()?))).collect();
    let name = match path.file_stem().unwrap().to_str().unwrap() {
        name @ ("enums" | "project") => name,
        _ => "mapping",
    };
    let root = schema(name);
    let mut found = Vec::new();
    violations(&root, &root, &Value::Object(members), "", &mut found);
    found
}

/// Lists where `value` breaks `schema`.
pub(crate) fn violations(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    if schema == &Value::Bool(false) {
        return found.push(format!("{at}: must not be there"));
    }
    for (keyword, rule) in schema.as_object().unwrap() {
        let fits = match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" | "default" | "examples" => true,
            "properties" | "additionalProperties" if !value.is_object() => true,
            "$ref" => fits(root, root.pointer(&rule.as_str().unwrap()[1..]).unwrap(), value),
            "type" => has_type(rule, value),
            "enum" => rule.as_array().unwrap().contains(value),
            "const" => rule == value,
            "not" => !fits(root, rule, value),
            "oneOf" => rule.as_array().unwrap().iter().filter(|option| fits(root, option, value)).count() == 1,
            "anyOf" => rule.as_array().unwrap().iter().any(|option| fits(root, option, value)),
            "allOf" => rule.as_array().unwrap().iter().all(|option| fits(root, option, value)),
            "required" => rule.as_array().unwrap().iter().all(|key| value.get(key.as_str().unwrap()).is_some()),
            "dependentRequired" => rule.as_object().unwrap().iter().all(|(key, needed)| {
                value.get(key).is_none() || needed.as_array().unwrap().iter().all(|other| value.get(other.as_str().unwrap()).is_some())
            }),
            "properties" | "additionalProperties" => {
                members(root, schema, keyword, value, at, found);
                true
            }
            "propertyNames" => {
                value.as_object().is_none_or(|members| members.keys().all(|name| fits(root, rule, &Value::String(name.clone()))))
            }
            "minProperties" => value.as_object().is_none_or(|members| members.len() as u64 >= rule.as_u64().unwrap()),
            "items" => value.as_array().is_none_or(|items| items.iter().all(|item| fits(root, rule, item))),
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= rule.as_u64().unwrap()),
            "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= rule.as_u64().unwrap()),
            "uniqueItems" => value.as_array().is_none_or(|items| items.iter().enumerate().all(|(i, item)| !items[..i].contains(item))),
            "minLength" => value.as_str().is_none_or(|text| text.chars().count() as u64 >= rule.as_u64().unwrap()),
            "pattern" => value.as_str().is_none_or(|text| regex_lite::Regex::new(rule.as_str().unwrap()).unwrap().is_match(text)),
            other => panic!("the schema uses `{other}`, which this test does not check"),
        };
        if !fits {
            found.push(format!("{at}: {keyword}"));
        }
    }
}

fn fits(root: &Value, schema: &Value, value: &Value) -> bool {
    let mut found = Vec::new();
    violations(root, schema, value, "", &mut found);
    found.is_empty()
}

fn members(root: &Value, schema: &Value, keyword: &str, value: &Value, at: &str, found: &mut Vec<String>) {
    let named = schema.get("properties").and_then(Value::as_object);
    for (name, member) in value.as_object().unwrap() {
        let rule = match (keyword, named.and_then(|named| named.get(name))) {
            ("properties", Some(rule)) => rule,
            ("additionalProperties", None) => &schema["additionalProperties"],
            _ => continue,
        };
        violations(root, rule, member, &format!("{at}/{name}"), found);
    }
}

fn has_type(rule: &Value, value: &Value) -> bool {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let kinds = |name: &Value| name == kind || (name == "integer" && (value.is_u64() || value.is_i64()));
    kinds(rule) || rule.as_array().is_some_and(|names| names.iter().any(kinds))
}

fn reference_page() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/mapping.md")).unwrap()
}

#[test]
fn the_reference_page_names_every_key_and_word() {
    let page = reference_page();
    let keys = [file::MAPPING_KEYS, file::ID_KEYS, column::COLUMN_KEYS, file::KEY_RULE_KEYS, enums::ENUM_KEYS, load::PROJECT_KEYS];
    for key in keys.into_iter().flatten() {
        assert!(page.contains(&format!("| `{key}` | ")), "no row for `{key}`");
    }
    let words = [Transform::WORDS, OnUpdate::VARIANTS, SourceFormat::VARIANTS, IdForm::VARIANTS, column::FORMAT_WORDS];
    for word in words.into_iter().flatten() {
        assert!(page.contains(&format!("`{word}`")), "`{word}` is not explained");
    }
    assert!(page.contains(&DEFAULT_NAMESPACE.to_string()));
}

#[test]
fn the_examples_of_the_reference_page_load() {
    let page = reference_page();
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("mappings")).unwrap();
    let blocks: Vec<&str> = page.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(blocks.len(), 3);
    for block in blocks {
        let file = block.lines().next().and_then(|line| line.strip_prefix("# ")).unwrap();
        std::fs::write(folder.path().join(file), block).unwrap();
    }
    let project = load(folder.path()).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!((project.mappings.len(), project.enums.len()), (2, 1));
}
