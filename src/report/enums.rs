//! What the sources say in their enum fields, and what the enum tables make of it.
//!
//! **Invariant**: every lookup is counted in exactly one value, or as overflow.

use std::fmt::Write;
use std::io;

use serde::Serialize;

use super::Place;
use super::text::escape;

/// Version of the JSON form of an audit.
pub const AUDIT_FORMAT: u32 = 1;

/// What an audit found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EnumAudit {
    /// [`AUDIT_FORMAT`].
    pub format: u32,
    /// Enum tables by name.
    pub tables: Vec<AuditedTable>,
    /// Sums over all fields.
    pub totals: AuditTotals,
    /// Records that could not be read, or have something else in a field than a value.
    pub unreadable: u64,
    /// Spellings that were added to `mappings/enums.toml`.
    pub written: Vec<WrittenSpelling>,
}

/// Lookups by how the value was reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AuditTotals {
    /// The canonical value itself.
    pub exact: u64,
    /// The canonical value, but for case, space, `-` and `_`.
    pub folded: u64,
    /// By a legacy spelling.
    pub legacy: u64,
    /// Unknown; the fallback was taken.
    pub fallback: u64,
    /// Unknown, and there is no fallback.
    pub unmapped: u64,
}

/// One enum table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AuditedTable {
    /// Name.
    pub name: String,
    /// Where it is written: file and line.
    pub place: String,
    /// Number of canonical values.
    pub values: usize,
    /// Number of legacy spellings.
    pub spellings: usize,
    /// Fallback.
    pub fallback: Option<String>,
    /// Fields that are looked up in it.
    pub fields: Vec<AuditedField>,
    /// Canonical values that no record reaches.
    pub unused_values: Vec<String>,
    /// Legacy spellings that no record has.
    pub unused_spellings: Vec<String>,
}

/// One mapped column that is looked up in an enum table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AuditedField {
    /// Mapping.
    pub mapping: String,
    /// Target table.
    pub table: String,
    /// Target column.
    pub column: String,
    /// Source field as the mapping names it.
    pub from: String,
    /// Distinct values: the unmapped first, then those that fell back, then the others, each by number of records.
    pub values: Vec<AuditedValue>,
    /// Lookups of further distinct values that were not kept.
    pub overflow: u64,
}

/// One distinct value of a field.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AuditedValue {
    /// As in the sources.
    pub original: String,
    /// What transforms made of it, where they did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub looked_up: Option<String>,
    /// Lookups.
    pub count: u64,
    /// Canonical value that it becomes.
    pub value: Option<String>,
    /// How it is reached.
    pub how: How,
    /// Some records that have it, the first first.
    pub samples: Vec<Place>,
    /// Canonical values that it may mean, the nearest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub suggestions: Vec<AuditedSuggestion>,
}

/// How a value is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum How {
    /// Unknown, and there is no fallback.
    Unmapped,
    /// Unknown; the fallback is taken.
    Fallback,
    /// By a legacy spelling.
    Legacy,
    /// The canonical value, but for case, space, `-` and `_`.
    Folded,
    /// The canonical value itself.
    Exact,
}

/// A value that an unknown spelling may mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AuditedSuggestion {
    /// Canonical value.
    pub value: String,
    /// The value or legacy spelling that is near.
    pub near: String,
}

/// A spelling that was added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WrittenSpelling {
    /// Enum table.
    pub table: String,
    /// Spelling.
    pub spelling: String,
    /// Canonical value.
    pub value: String,
}

impl AuditTotals {
    /// Adds lookups.
    pub fn add(&mut self, how: How, count: u64) {
        *match how {
            How::Exact => &mut self.exact,
            How::Folded => &mut self.folded,
            How::Legacy => &mut self.legacy,
            How::Fallback => &mut self.fallback,
            How::Unmapped => &mut self.unmapped,
        } += count;
    }
}

/// Writes an audit as JSON.
///
/// # Errors
/// If it cannot be written.
pub fn json(audit: &EnumAudit, out: &mut dyn io::Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, audit)?;
    out.write_all(b"\n")
}

/// Renders an audit for people.
#[must_use]
pub fn text(audit: &EnumAudit) -> String {
    let mut out = String::new();
    for table in &audit.tables {
        push(&mut out, format_args!("{}\n", head(table)));
        for field in &table.fields {
            text_field(&mut out, field);
        }
        for (what, names) in [("values", &table.unused_values), ("spellings", &table.unused_spellings)] {
            if !names.is_empty() {
                push(&mut out, format_args!("  {what} that no record has: {}\n", listed(names)));
            }
        }
        out.push('\n');
    }
    for written in &audit.written {
        push(&mut out, format_args!("wrote [{}.legacy] `{}` = `{}`\n", written.table, escape(&written.spelling), escape(&written.value)));
    }
    push(&mut out, format_args!("{}\n", conclusion(audit)));
    out
}

fn head(table: &AuditedTable) -> String {
    let fallback = table.fallback.as_ref().map_or_else(|| "no fallback".to_owned(), |value| format!("fallback `{}`", escape(value)));
    format!("{} ({}): {} values, {} legacy spellings, {fallback}", escape(&table.name), table.place, table.values, table.spellings)
}

fn field_head(field: &AuditedField) -> String {
    let lookups: u64 = field.values.iter().map(|value| value.count).sum::<u64>() + field.overflow;
    let column = format!("{}.{}", escape(&field.table), escape(&field.column));
    format!("{column} from `{}` in {}.toml: {lookups} values, {} distinct", escape(&field.from), escape(&field.mapping), field.values.len())
}

fn text_field(out: &mut String, field: &AuditedField) {
    push(out, format_args!("  {}\n", field_head(field)));
    let width = |text: fn(&AuditedValue) -> String, least: usize| {
        field.values.iter().map(|v| text(v).chars().count()).max().unwrap_or(0).max(least)
    };
    let (originals, targets) = (width(original, 8), width(target, 7));
    if !field.values.is_empty() {
        push(out, format_args!("    {:>7}  {:originals$}  {:targets$}  {:8}  first seen\n", "records", "original", "becomes", "how"));
    }
    for value in &field.values {
        let how: &'static str = value.how.into();
        let (from, to) = (original(value), target(value));
        push(out, format_args!("    {:>7}  {from:originals$}  {to:targets$}  {how:8}  {}\n", value.count, samples(value, 1)));
        if !value.suggestions.is_empty() {
            push(out, format_args!("    {:>7}  {}  nearest: {}\n", "", " ".repeat(originals), suggestions(value)));
        }
    }
    if field.overflow > 0 {
        push(out, format_args!("    {:>7}  further distinct values\n", field.overflow));
    }
}

fn original(value: &AuditedValue) -> String {
    match &value.looked_up {
        Some(text) => format!("`{}` as `{}`", escape(&value.original), escape(text)),
        None => format!("`{}`", escape(&value.original)),
    }
}

fn target(value: &AuditedValue) -> String {
    value.value.as_deref().map_or_else(|| "-".to_owned(), escape)
}

fn samples(value: &AuditedValue, limit: usize) -> String {
    let places: Vec<String> = value.samples.iter().take(limit).map(|place| escape(&place.to_string())).collect();
    places.join(", ")
}

fn suggestions(value: &AuditedValue) -> String {
    let each = value.suggestions.iter().map(|suggestion| {
        let via = if suggestion.near == suggestion.value { String::new() } else { format!(" (like `{}`)", escape(&suggestion.near)) };
        format!("`{}`{via}", escape(&suggestion.value))
    });
    each.collect::<Vec<_>>().join(", ")
}

fn listed(names: &[String]) -> String {
    names.iter().map(|name| format!("`{}`", escape(name))).collect::<Vec<_>>().join(", ")
}

fn conclusion(audit: &EnumAudit) -> String {
    let t = audit.totals;
    let mut text = format!(
        "{} exact, {} folded, {} by a legacy spelling, {} fell back, {} unmapped",
        t.exact, t.folded, t.legacy, t.fallback, t.unmapped
    );
    if audit.unreadable > 0 {
        push(&mut text, format_args!("; {} records cannot be read or have no such value (`plan` says why)", audit.unreadable));
    }
    text
}

/// Renders an audit as Markdown, for a pull request.
#[must_use]
pub fn markdown(audit: &EnumAudit) -> String {
    let mut out = format!("**Enum audit**: {}\n", conclusion(audit));
    for table in &audit.tables {
        push(&mut out, format_args!("\n### {}\n", cell(&head(table))));
        for field in &table.fields {
            push(&mut out, format_args!("\n{}\n\n", cell(&field_head(field))));
            out.push_str("| records | original | becomes | how | seen | nearest |\n|---:|---|---|---|---|---|\n");
            for value in &field.values {
                let how: &'static str = value.how.into();
                let row = [&value.count.to_string(), &original(value), &target(value), how, &samples(value, 3), &suggestions(value)];
                push(&mut out, format_args!("| {} |\n", row.map(cell).join(" | ")));
            }
        }
        for (what, names) in [("Values", &table.unused_values), ("Spellings", &table.unused_spellings)] {
            if !names.is_empty() {
                push(&mut out, format_args!("\n{what} that no record has: {}\n", cell(&listed(names))));
            }
        }
    }
    if !audit.written.is_empty() {
        out.push_str("\nAdded to `mappings/enums.toml`:\n\n");
    }
    for written in &audit.written {
        let line = format!("`{}` = `{}` in `[{}.legacy]`", escape(&written.spelling), escape(&written.value), written.table);
        push(&mut out, format_args!("- {}\n", cell(&line)));
    }
    out
}

/// Text from data may neither end a cell nor begin HTML.
fn cell(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('|', "\\|")
}

fn push(out: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = out.write_fmt(arguments);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn audit() -> EnumAudit {
        let place = |line| Place { source: "data/tools.json".into(), line, line_column: 1, byte: 0, index: 0 };
        let value = |original: &str, how, value: Option<&str>, near: &[&str]| AuditedValue {
            original: original.into(),
            looked_up: None,
            count: 2,
            value: value.map(str::to_owned),
            how,
            samples: vec![place(3), place(9)],
            suggestions: near.iter().map(|near| AuditedSuggestion { value: "api".into(), near: (*near).to_owned() }).collect(),
        };
        let values = vec![value("a|<b>\u{1b}[m", How::Unmapped, None, &["api", "rest"]), value("API", How::Folded, Some("api"), &[])];
        let field = AuditedField {
            mapping: "tools".into(),
            table: "tools".into(),
            column: "type".into(),
            from: "type".into(),
            values,
            overflow: 0,
        };
        let table = AuditedTable {
            name: "tool_type".into(),
            place: "mappings/enums.toml:3".into(),
            values: 2,
            spellings: 1,
            fallback: None,
            fields: vec![field],
            unused_values: vec!["custom".into()],
            unused_spellings: Vec::new(),
        };
        let totals = AuditTotals { folded: 2, unmapped: 2, ..AuditTotals::default() };
        EnumAudit { format: AUDIT_FORMAT, tables: vec![table], totals, unreadable: 0, written: Vec::new() }
    }

    #[test]
    fn renders_text() {
        let expect = "\
tool_type (mappings/enums.toml:3): 2 values, 1 legacy spellings, no fallback
  tools.type from `type` in tools.toml: 4 values, 2 distinct
    records  original         becomes  how       first seen
          2  `a|<b>\\u{1b}[m`  -        unmapped  data/tools.json:3:1
                              nearest: `api`, `api` (like `rest`)
          2  `API`            api      folded    data/tools.json:3:1
  values that no record has: `custom`

0 exact, 2 folded, 0 by a legacy spelling, 0 fell back, 2 unmapped
";
        assert_eq!(text(&audit()), expect);
    }

    #[test]
    fn markdown_is_safe() {
        let shown = markdown(&audit());
        assert!(shown.contains("| 2 | `a\\|&lt;b&gt;\\u{1b}[m` | - | unmapped | data/tools.json:3:1, data/tools.json:9:1 |"), "{shown}");
    }
}
