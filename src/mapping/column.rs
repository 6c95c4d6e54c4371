//! One entry of `[columns]`.
//!
//! Takes an [`Entry`], gives a [`ColumnRule`]; notes everything that contradicts itself.

use jiff::tz::TimeZone;

use super::nearest::{did_you_mean, printable};
use super::reader::{Entry, Section, unknown_word};
use super::{Absent, ColumnRule, FieldPath, Input, OnUpdate, ReferenceRule, TimeFormat};

/// Keys of one column.
pub(super) const COLUMN_KEYS: &[&str] = &[
    "from",
    "value",
    "rest",
    "transform",
    "enum",
    "original",
    "references",
    "on_unresolved",
    "default",
    "absent",
    "null_if",
    "format",
    "time_zone",
    "on_update",
];

/// Words of `format` beside patterns.
pub(super) const FORMAT_WORDS: &[&str] = &["iso", "epoch_s", "epoch_ms"];

/// Keys that say nothing beside `value`: a constant is never absent and never spelled in many ways.
const NOT_WITH_VALUE: &[&str] = &["transform", "default", "absent", "null_if"];

/// Keys that say nothing beside `rest`: the rest is one JSON object, always there.
const NOT_WITH_REST: &[&str] =
    &["transform", "enum", "original", "references", "on_unresolved", "default", "absent", "null_if", "format", "time_zone"];

/// Keys that make sense only beside another one.
const ONLY_WITH: &[(&str, &str)] = &[("original", "enum"), ("on_unresolved", "references")];

/// Reads one column; `absent` is the default of the table.
pub(super) fn read(entry: Entry<'_>, absent: Absent) -> Option<ColumnRule> {
    if entry.name.is_empty() {
        entry.note("a column has an empty name", None);
        return None;
    }
    let mut rule = ColumnRule {
        column: entry.name.to_owned(),
        input: Input::Rest,
        transforms: Vec::new(),
        enum_table: None,
        original: None,
        references: None,
        default: None,
        absent,
        null_if: Vec::new(),
        formats: Vec::new(),
        time_zone: "UTC".to_owned(),
        on_update: OnUpdate::default(),
        place: entry.place(),
    };
    if entry.text_value().is_some() {
        rule.input = Input::Field(read_path(&entry)?);
        return Some(rule);
    }
    let Some(section) = entry.as_section() else {
        entry.note(format!("the column `{}` is neither a field name nor a table", printable(entry.name)), Some(example(entry.name)));
        return None;
    };
    section.only(COLUMN_KEYS);
    check_combinations(section);
    rule.input = read_input(entry, section)?;
    read_rules(section, &mut rule);
    Some(rule)
}

fn example(column: &str) -> String {
    format!("write `{0} = \"field\"` or `{0} = {{ from = \"field\" }}`", printable(column))
}

/// Reads a field path.
pub(super) fn read_path(entry: &Entry<'_>) -> Option<FieldPath> {
    let Some(text) = entry.text_value() else {
        entry.string();
        return None;
    };
    match text.parse() {
        Ok(path) => Some(path),
        Err(error) => {
            entry.note(error.to_string(), None);
            None
        }
    }
}

/// Reads the one of `from`, `value` and `rest` that is there.
fn read_input(entry: Entry<'_>, section: Section<'_>) -> Option<Input> {
    let given: Vec<Entry<'_>> = ["from", "value", "rest"].iter().filter_map(|key| section.get(key)).collect();
    let [one] = given.as_slice() else {
        let found = given.iter().map(|entry| format!("`{}`", entry.name)).collect::<Vec<_>>().join(" and ");
        let found = if found.is_empty() { "nothing that fills it".to_owned() } else { found };
        let message = format!("the column `{}` has {found}, expected one of `from`, `value` or `rest`", printable(entry.name));
        section.text.note(entry.at, message, given.is_empty().then(|| example(entry.name)));
        return None;
    };
    match one.name {
        "from" if one.is_array() => super::transforms::alternatives(one).map(Input::FirstOf),
        "from" => read_path(one).map(Input::Field),
        "value" => one.json().map(Input::Constant),
        _ if one.boolean()? => Some(Input::Rest),
        _ => {
            one.note("`rest` is `false`, expected `true`", Some("leave it out where the column is filled by `from` or `value`".to_owned()));
            None
        }
    }
}

/// Notes keys that contradict each other.
fn check_combinations(section: Section<'_>) {
    let refuse = |key: &str, beside: &str| {
        if let Some(entry) = section.get(key) {
            section.text.note(entry.at, format!("`{key}` has no meaning beside `{beside}`"), Some("remove one of them".to_owned()));
        }
    };
    if section.get("value").is_some() {
        for key in NOT_WITH_VALUE {
            refuse(key, "value");
        }
    }
    if section.get("rest").is_some() {
        for key in NOT_WITH_REST {
            refuse(key, "rest");
        }
    } else if section.get("enum").is_some() {
        refuse("references", "enum");
    }
    if section.get("default").is_some() {
        refuse("absent", "default");
    }
    for (key, needed) in ONLY_WITH {
        if let (Some(entry), None) = (section.get(key), section.get(needed)) {
            section.text.note(entry.at, format!("`{key}` has no meaning without `{needed}`"), None);
        }
    }
}

/// Reads everything but the input. A rule that cannot be read keeps its default; the mistake is noted.
fn read_rules(section: Section<'_>, rule: &mut ColumnRule) {
    let get = |key| section.get(key);
    rule.transforms = get("transform").map(|entry| super::transforms::read(&entry)).unwrap_or_default();
    rule.enum_table = get("enum").and_then(|entry| entry.string());
    rule.original = get("original").and_then(|entry| read_original(&entry));
    rule.references = get("references").and_then(|entry| read_reference(&entry));
    if let (Some(reference), Some(word)) = (&mut rule.references, get("on_unresolved").and_then(|entry| entry.word())) {
        reference.on_unresolved = word;
    }
    rule.default = get("default").and_then(|entry| entry.json());
    rule.absent = get("absent").and_then(|entry| entry.word()).unwrap_or(rule.absent);
    rule.null_if = get("null_if").and_then(|entry| entry.scalars()).unwrap_or_default();
    rule.formats = get("format").map(|entry| read_formats(section, &entry)).unwrap_or_default();
    if let Some(zone) = get("time_zone").and_then(|entry| read_zone(&entry)) {
        rule.time_zone = zone;
    }
    rule.on_update = get("on_update").and_then(|entry| entry.word()).unwrap_or_default();
}

/// Reads `column` or `column/json/path`.
fn read_original(entry: &Entry<'_>) -> Option<String> {
    let text = entry.string()?;
    let (column, path) = text.split_at(text.find('/').unwrap_or(text.len()));
    if column.is_empty() || !super::path::is_pointer(path) || path.ends_with('/') {
        entry.note(format!("`{}` is neither a column nor `column/json/path`", printable(&text)), None);
        return None;
    }
    Some(text)
}

/// Reads `table` or `table.column`; the last dot counts, so that `schema.table.column` names a schema.
fn read_reference(entry: &Entry<'_>) -> Option<ReferenceRule> {
    let text = entry.string()?;
    if text.split('.').any(str::is_empty) {
        entry.note(format!("`{}` is neither a table nor `table.column`", printable(&text)), None);
        return None;
    }
    let on_unresolved = super::OnUnresolved::default();
    Some(match text.rsplit_once('.') {
        Some((table, by)) => ReferenceRule { table: table.to_owned(), by: Some(by.to_owned()), on_unresolved },
        None => ReferenceRule { table: text, by: None, on_unresolved },
    })
}

fn read_formats(section: Section<'_>, entry: &Entry<'_>) -> Vec<TimeFormat> {
    let mut formats = Vec::new();
    for (text, at) in entry.strings().unwrap_or_default() {
        match text.as_str() {
            "iso" => formats.push(TimeFormat::Iso),
            "epoch_s" => formats.push(TimeFormat::EpochSeconds),
            "epoch_ms" => formats.push(TimeFormat::EpochMillis),
            pattern if pattern.contains('%') => match jiff::fmt::strtime::format(pattern, &jiff::Zoned::default()) {
                Ok(_) => formats.push(TimeFormat::Pattern(text)),
                Err(error) => {
                    let message = format!("`{}` is no pattern of a date or time: {}", printable(pattern), printable(&error.to_string()));
                    section.text.note(at, message, None);
                }
            },
            _ => {
                let known: Vec<&str> = FORMAT_WORDS.iter().copied().chain(["%Y-%m-%d %H:%M:%S"]).collect();
                unknown_word(section.text, at, "format", &text, &known);
            }
        }
    }
    formats
}

/// Reads an IANA zone or a fixed offset.
fn read_zone(entry: &Entry<'_>) -> Option<String> {
    let text = entry.string()?;
    let known = if text.starts_with(['+', '-']) {
        jiff::fmt::temporal::DateTimeParser::new().parse_time_zone(&text).is_ok()
    } else {
        text.eq_ignore_ascii_case("z") || TimeZone::get(&text).is_ok()
    };
    if known {
        return Some(text);
    }
    let names: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
    let message =
        format!("unknown time zone `{}`, expected an IANA name such as `Europe/Berlin`, or an offset such as `+02:00`", printable(&text));
    entry.note(message, did_you_mean(&text, names.iter().map(String::as_str)));
    None
}
