//! One mapping file.
//!
//! Takes its [`Section`], gives a [`Mapping`].

use std::collections::BTreeMap;

use globset::Glob;

use super::nearest::{did_you_mean, printable};
use super::reader::{Entry, Section};
use super::{ColumnRule, FieldPath, IdForm, IdRule, IdScope, Input, KeyRule, Mapping, OnMissing, SourceFormat, SourceSpec, column};

/// Keys of a mapping file.
pub(super) const MAPPING_KEYS: &[&str] = &[
    "table",
    "source",
    "format",
    "pointer",
    "key_field",
    "each",
    "namespace",
    "scope",
    "id",
    "identity",
    "on_duplicate",
    "absent",
    "on_target_edit",
    "on_missing",
    "columns",
    "keys",
];

/// Keys of `id`.
pub(super) const ID_KEYS: &[&str] = &["from", "as", "column", "null_if"];

/// Keys of one entry of `[keys]`.
pub(super) const KEY_RULE_KEYS: &[&str] = &["match", "nulls"];

/// Field under which a record of a keyed object finds its key, unless `key_field` names another.
pub(super) const KEY_FIELD_DEFAULT: &str = "key";

/// Reads a mapping; `None` where it lacks what nothing can replace.
pub(super) fn read(root: Section<'_>, name: &str) -> Option<Mapping> {
    root.only(MAPPING_KEYS);
    let absent = root.get("absent").and_then(|entry| entry.word()).unwrap_or_default();
    let table = required(root, "table", "the target table").and_then(|entry| Some((entry.string()?, entry.place())));
    let source = read_source(root);
    let id = root.get("id").and_then(|entry| read_id(entry));
    let columns = read_columns(root, absent);
    check_each(root, id.as_ref(), &columns);
    if columns.is_empty() && root.get("id").is_none() && root.get("columns").is_none_or(|entry| entry.as_section().is_some()) {
        root.text.note(root.at, "the mapping fills no column, expected `[columns]` with at least one entry", None);
    }
    let scope = root.get("scope").and_then(|entry| entry.word()).unwrap_or_default();
    check_scope(root, scope, id.as_ref());
    let namespace = root.get("namespace").and_then(|entry| entry.string());
    let identity = read_identity(root);
    let on_duplicate = root.get("on_duplicate").and_then(|entry| entry.word()).unwrap_or_default();
    let on_target_edit = root.get("on_target_edit").and_then(|entry| entry.word()).unwrap_or_default();
    let on_missing = root.get("on_missing").map_or(OnMissing::Keep, |entry| read_on_missing(&entry));
    let keys = read_keys(root);
    // Everything was read, so every mistake is noted; only now may one that nothing can replace end it.
    let (table, place) = table?;
    Some(Mapping {
        name: name.to_owned(),
        place,
        namespace: namespace.unwrap_or_else(|| table.clone()),
        table,
        source: source?,
        scope,
        id,
        identity,
        identity_place: root.get("identity").map(|entry| entry.place()),
        on_duplicate,
        columns,
        keys,
        on_target_edit,
        on_missing,
    })
}

fn read_on_missing(entry: &Entry<'_>) -> OnMissing {
    if let Some(section) = entry.as_section() {
        section.only(&["set"]);
        let values = section.get("set").and_then(|set| set.section()).map(|set| set.entries()).unwrap_or_default();
        if values.is_empty() {
            entry.note("`on_missing` sets no column, expected `{ set = { column = value } }`", None);
        }
        let values = values.iter().filter_map(|value| Some((value.name.to_owned(), value.json()?))).collect();
        return OnMissing::Set { values, place: entry.place() };
    }
    match entry.string().as_deref() {
        Some("delete") => OnMissing::Delete,
        Some("keep") | None => OnMissing::Keep,
        Some(other) => {
            let message = format!(
                "unknown value `{}` of `on_missing`, expected `keep`, `delete` or `{{ set = {{ column = value }} }}`",
                printable(other)
            );
            entry.note(message, did_you_mean(other, OnMissing::WORDS.iter().copied()));
            OnMissing::Keep
        }
    }
}

fn required<'a>(root: Section<'a>, key: &str, what: &str) -> Option<Entry<'a>> {
    let entry = root.get(key);
    if entry.is_none() {
        root.text.note(root.at, format!("`{key}` is missing, expected {what}"), None);
    }
    entry
}

fn read_source(root: Section<'_>) -> Option<SourceSpec> {
    let globs = required(root, "source", "a file name or glob under `data/`, an array of them, or `-` for standard input")
        .and_then(|entry| read_globs(root, entry));
    let format: SourceFormat = root.get("format").and_then(|entry| entry.word()).unwrap_or_default();
    let each = root.get("each").and_then(|entry| read_each(&entry));
    let pointer = root.get("pointer").and_then(|entry| read_pointer(&entry)).unwrap_or_default();
    let key_field = root.get("key_field").and_then(|entry| entry.string()).unwrap_or_else(|| KEY_FIELD_DEFAULT.to_owned());
    Some(SourceSpec { globs: globs?, format, pointer, key_field, each })
}

fn read_globs(root: Section<'_>, entry: Entry<'_>) -> Option<Vec<String>> {
    let globs = entry.strings()?;
    if globs.is_empty() {
        entry.note("`source` is an empty array, expected at least one file name or glob", None);
    }
    for (glob, at) in &globs {
        if glob.is_empty() {
            root.text.note(*at, "`source` is empty, expected a file name or glob", None);
        } else if let Err(error) = Glob::new(glob) {
            root.text.note(*at, format!("`{}` is no glob: {}", printable(glob), error.kind()), None);
        }
    }
    Some(globs.into_iter().map(|(glob, _)| glob).collect())
}

fn read_pointer(entry: &Entry<'_>) -> Option<String> {
    // The empty pointer names the root, so emptiness is no mistake here.
    let Some(text) = entry.text_value() else {
        entry.string();
        return None;
    };
    if !super::path::is_pointer(text) {
        entry.note(
            format!("`{}` is no JSON pointer, expected `/` before each step", printable(text)),
            Some(format!("write `/{}`", printable(text))),
        );
        return None;
    }
    Some(text.to_owned())
}

fn read_each(entry: &Entry<'_>) -> Option<String> {
    let path = column::read_path(entry)?;
    if path.needs_each() {
        entry.note(format!("`each` is `{path}`, expected a field name or a JSON pointer"), None);
        return None;
    }
    Some(path.to_string())
}

fn read_id(entry: Entry<'_>) -> Option<IdRule> {
    let mut rule = IdRule { from: FieldPath::Element, form: IdForm::Auto, column: None, null_if: Vec::new(), place: entry.place() };
    if entry.text_value().is_some() {
        rule.from = column::read_path(&entry)?;
        return Some(rule);
    }
    let Some(section) = entry.as_section() else {
        entry.note("`id` is neither a field name nor a table", Some("write `id = \"id\"` or `id = { from = \"id\" }`".to_owned()));
        return None;
    };
    section.only(ID_KEYS);
    rule.form = section.get("as").and_then(|entry| entry.word()).unwrap_or_default();
    rule.column = section.get("column").and_then(|entry| entry.string());
    rule.null_if = section.get("null_if").and_then(|entry| entry.scalars()).unwrap_or_default();
    if let (IdForm::None, Some(column)) = (rule.form, section.get("column")) {
        section.text.note(column.at, "`column` has no meaning beside `as = \"none\"`, which leaves the column to the database", None);
    }
    rule.from = column::read_path(&required(section, "from", "the field that holds the legacy id")?)?;
    Some(rule)
}

/// Notes ids that would make unstable primary keys.
fn check_scope(root: Section<'_>, scope: IdScope, id: Option<&IdRule>) {
    if scope == IdScope::Run && id.is_some_and(|id| matches!(id.form, IdForm::Uuid | IdForm::Value)) {
        let at = root.get("id").map_or(root.at, |entry| entry.at);
        let message = "`scope = \"run\"` says that the ids change with every export, so no primary key can be made of them";
        root.text.note(
            at,
            message,
            Some("write `as = \"none\"`, and leave the key to the database or map it from a stable field".to_owned()),
        );
    }
}

fn read_identity(root: Section<'_>) -> Vec<String> {
    let Some(entry) = root.get("identity") else {
        return Vec::new();
    };
    let names = entry.strings().unwrap_or_default();
    for (i, (name, at)) in names.iter().enumerate() {
        if name.is_empty() {
            root.text.note(*at, "`identity` names an empty column", None);
        } else if names[..i].iter().any(|(other, _)| other == name) {
            root.text.note(*at, format!("`identity` names the column `{}` twice", printable(name)), None);
        }
    }
    names.into_iter().map(|(name, _)| name).collect()
}

fn read_columns(root: Section<'_>, absent: super::Absent) -> Vec<ColumnRule> {
    let entries = root.get("columns").and_then(|entry| entry.section()).map(|section| section.entries()).unwrap_or_default();
    let columns: Vec<ColumnRule> = entries.iter().filter_map(|entry| column::read(*entry, absent)).collect();
    let mut rest = columns.iter().filter(|rule| rule.input == Input::Rest);
    if let (Some(first), Some(_)) = (rest.next(), rest.next()) {
        let message =
            format!("two columns have `rest = true`, expected one; the first is `{}` at {}", printable(&first.column), first.place);
        root.text.note(rest_at(&entries, &columns), message, None);
    }
    check_originals(root, &entries, &columns);
    columns
}

/// Finds the second column with `rest`.
fn rest_at(entries: &[Entry<'_>], columns: &[ColumnRule]) -> usize {
    let second = columns.iter().filter(|rule| rule.input == Input::Rest).nth(1);
    entries.iter().find(|entry| second.is_some_and(|rule| rule.column == entry.name)).map_or(0, |entry| entry.at)
}

/// Two enums that keep their original text in one place would overwrite each other.
fn check_originals(root: Section<'_>, entries: &[Entry<'_>], columns: &[ColumnRule]) {
    for (i, rule) in columns.iter().enumerate() {
        let Some(original) = &rule.original else { continue };
        if let Some(other) = columns[..i].iter().find(|other| other.original.as_ref() == Some(original)) {
            let at = entries.iter().find(|entry| entry.name == rule.column).map_or(root.at, |entry| entry.at);
            let message = format!(
                "`original = \"{}\"` is taken by the column `{}` at {}",
                printable(original),
                printable(&other.column),
                other.place
            );
            root.text.note(at, message, Some("give each enum column a place of its own".to_owned()));
        }
    }
}

/// Notes paths that mean something only with `each`.
fn check_each(root: Section<'_>, id: Option<&IdRule>, columns: &[ColumnRule]) {
    if root.get("each").is_some() {
        return;
    }
    let report = |at: usize, path: &FieldPath| {
        let hint =
            matches!(path, FieldPath::ElementIndex | FieldPath::ElementKey).then(|| format!("a field of this name is written `/{path}`"));
        root.text.note(at, format!("`{path}` needs `each`, which this mapping does not have"), hint);
    };
    if let Some(id) = id.filter(|id| id.from.needs_each()) {
        report(root.get("id").map_or(root.at, |entry| entry.at), &id.from);
    }
    for rule in columns {
        let paths: Vec<&FieldPath> = match &rule.input {
            Input::Field(path) => vec![path],
            Input::FirstOf(alternatives) => alternatives.iter().map(|a| &a.path).collect(),
            Input::Constant(_) | Input::Rest => Vec::new(),
        };
        for path in paths.into_iter().filter(|path| path.needs_each()) {
            let entry = root.get("columns").and_then(|entry| entry.as_section()).and_then(|section| section.get(&rule.column));
            report(entry.map_or(root.at, |entry| entry.at), path);
        }
    }
}

fn read_keys(root: Section<'_>) -> BTreeMap<String, KeyRule> {
    let section = root.get("keys").and_then(|entry| entry.section());
    let entries = section.map(|section| section.entries()).unwrap_or_default();
    entries.iter().filter_map(|entry| Some((entry.name.to_owned(), read_key_rule(*entry)?))).collect()
}

/// Words of `nulls`.
#[derive(Clone, Copy, PartialEq, Eq, strum::EnumString, strum::VariantNames)]
#[strum(serialize_all = "snake_case")]
pub(super) enum Nulls {
    /// NULL is no value: the key is not looked at.
    Distinct,
    /// NULLs count as equal.
    Equal,
}

fn read_key_rule(entry: Entry<'_>) -> Option<KeyRule> {
    let section = entry.section()?;
    section.only(KEY_RULE_KEYS);
    let matching = section.get("match").and_then(|entry| entry.boolean()).unwrap_or(true);
    let nulls = section.get("nulls").and_then(|entry| entry.word::<Nulls>()).unwrap_or(Nulls::Distinct);
    Some(KeyRule { matching, nulls_equal: nulls == Nulls::Equal, place: entry.place() })
}
