//! The report for people: aligned text.
//!
//! **Invariant**: nothing from data reaches the terminal unescaped; without colours there is no control character but line ends.

mod edits;
mod lists;

use std::fmt::Write;

use super::{Collected, Command, Message, Report, TableReport, Totals};

pub(super) use lists::count;

/// Records named whose row another key found.
const REBOUND_SHOWN: usize = 3;

/// Enum spellings shown a table.
const ENUMS_SHOWN: usize = 10;

/// Whether text is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Text alone.
    #[default]
    Plain,
    /// With the colours of a terminal.
    Coloured,
}

/// What a piece of text is, by which it is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tone {
    Title,
    Added,
    Changed,
    Removed,
    Faint,
}

impl Style {
    /// Colours a piece of text that is escaped already.
    fn paint(self, tone: Tone, text: &str) -> String {
        let code = match tone {
            Tone::Title => "1",
            Tone::Added => "32",
            Tone::Changed => "33",
            Tone::Removed => "31",
            Tone::Faint => "2",
        };
        if self == Self::Plain || text.is_empty() { text.to_owned() } else { format!("\u{1b}[{code}m{text}\u{1b}[0m") }
    }
}

/// Renders a report.
#[must_use]
pub fn render(report: &Report, collected: &Collected, style: Style) -> String {
    let mut out = String::new();
    head(&mut out, report, style);
    counts(&mut out, report, style);
    report.tables.iter().for_each(|table| notes(&mut out, table, style));
    lists::changes(&mut out, report, collected, style);
    lists::rejects(&mut out, report, collected, style);
    if !report.warnings.is_empty() {
        out.push('\n');
        report.warnings.iter().for_each(|warning| out.push_str(&diagnostic(warning)));
    }
    push(&mut out, format_args!("\n{}\n", conclusion(report, collected)));
    out
}

/// Renders a message about mapping or schema.
#[must_use]
pub fn diagnostic(message: &Message) -> String {
    let table = message.table.as_ref().map(|t| format!(" {}", escape(t))).unwrap_or_default();
    let mut out = format!("{}[{}]{table}: {}\n", message.severity, message.code, escape(&message.message));
    for line in message.hint.iter().flat_map(|hint| hint.lines()) {
        push(&mut out, format_args!("  help: {}\n", escape(line)));
    }
    out
}

/// Makes control characters visible, so that data cannot steer a terminal; bidirectional controls too.
#[must_use]
pub fn escape(text: &str) -> String {
    let is_hostile = |c: char| c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        if is_hostile(c) {
            out.extend(c.escape_default());
        } else {
            out.push(c);
        }
        out
    })
}

fn push(out: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = out.write_fmt(arguments);
}

fn head(out: &mut String, report: &Report, style: Style) {
    let what = match report.command {
        Command::Import if report.taken_back => "Took back an import into",
        Command::Import => "Imported into",
        Command::Plan => "Plan for",
        Command::Rehearsal => "Rehearsed on",
        Command::Verify => "Verified",
    };
    push(out, format_args!("{}\n", style.paint(Tone::Title, &format!("{what} {}", escape(&report.target)))));
    for name in &report.migrations {
        push(out, format_args!("  applied migration {}\n", escape(name)));
    }
}

/// Names of the counts, as the command calls them.
pub(super) fn names_of_counts(command: Command) -> [&'static str; 7] {
    match command {
        Command::Verify => ["read", "missing", "differs", "equal", "duplicate", "kept", "reject"],
        _ => ["read", "insert", "update", "unchanged", "duplicate", "kept", "reject"],
    }
}

/// The counts in the order of their names.
pub(super) fn numbers(counts: Totals) -> [u64; 7] {
    [counts.read, counts.insert, counts.update, counts.unchanged, counts.duplicate, counts.kept, counts.reject]
}

fn counts(out: &mut String, report: &Report, style: Style) {
    let width = report.tables.iter().map(|t| escape(&t.table).chars().count()).max().unwrap_or(0).max(5);
    push(out, format_args!("\n{:width$}", "table"));
    for name in names_of_counts(report.command) {
        push(out, format_args!("  {name:>9}"));
    }
    out.push('\n');
    for table in &report.tables {
        row(out, &escape(&table.table), width, table.counts, style);
    }
    row(out, "all", width, report.totals, style);
}

fn row(out: &mut String, name: &str, width: usize, counts: Totals, style: Style) {
    push(out, format_args!("{name:width$}"));
    let tones = [None, Some(Tone::Added), Some(Tone::Changed), None, None, None, Some(Tone::Removed)];
    for (n, tone) in numbers(counts).into_iter().zip(tones) {
        let text = format!("{n:>9}");
        let painted = tone.filter(|_| n > 0).map_or_else(|| text.clone(), |tone| style.paint(tone, &text));
        push(out, format_args!("  {painted}"));
    }
    out.push('\n');
}

fn notes(out: &mut String, table: &TableReport, style: Style) {
    let mut lines = Vec::new();
    if table.rebound > 0 {
        let shown = table.rebound_ids.iter().filter_map(|one| Some((one.legacy_id.as_ref()?, one))).take(REBOUND_SHOWN);
        let shown: Vec<String> =
            shown.map(|(id, one)| format!("`{}` is row `{}` by {}", escape(id), escape(&one.row), escape(&one.key))).collect();
        let shown = if shown.is_empty() { String::new() } else { format!(": {}", shown.join(", ")) };
        let more = if table.rebound > REBOUND_SHOWN as u64 && !shown.is_empty() { ", ..." } else { "" };
        lines.push(format!("{} found their row through a key other than the primary key{shown}{more}", records(table.rebound)));
    }
    let fallbacks: Vec<_> = table.enums.iter().filter(|e| e.reached == "fallback").collect();
    for e in fallbacks.iter().take(ENUMS_SHOWN) {
        let first = e.first.as_ref().map(|p| format!(", first at {}", escape(&p.to_string()))).unwrap_or_default();
        let (column, original, value) = (escape(&e.column), escape(&e.original), escape(&e.value));
        lines.push(format!("{column}: unknown `{original}` became `{value}` ({}{first})", records(e.count)));
    }
    if fallbacks.len() > ENUMS_SHOWN {
        lines.push(format!("and {} more unknown spellings", fallbacks.len() - ENUMS_SHOWN));
    }
    for (column, count) in &table.becomes_null {
        let values = if *count == 1 { "1 stored value becomes".to_owned() } else { format!("{count} stored values become") };
        lines.push(format!("{}: {values} NULL because the field is absent (`absent = \"keep\"` would keep them)", escape(column)));
    }
    for (column, count) in &table.unresolved {
        lines.push(format!("warning: {}: {} NULL", escape(column), unresolved(*count)));
    }
    if let Some(verified) = table.verified {
        if verified.kept_by_rule > 0 {
            lines.push(format!(
                "{} whose row keeps another value by rule (`on_update`, or the primary key)",
                records(verified.kept_by_rule)
            ));
        }
        if let Some(extra) = verified.extra.filter(|extra| *extra > 0) {
            lines.push(format!("{extra} rows that were imported earlier are in no source any more"));
        }
    }
    lines.extend(table.missing.iter().flat_map(edits::missing));
    lines.extend(table.edits.iter().map(edits::edits));
    let unmapped: Vec<String> = table.unmapped.iter().map(|(field, n)| format!("{} ({n})", escape(field))).collect();
    if !unmapped.is_empty() {
        lines.push(format!("fields that nobody mapped: {}", unmapped.join(", ")));
    }
    if !lines.is_empty() {
        push(out, format_args!("\n{}\n", style.paint(Tone::Title, &escape(&table.table))));
        for line in &lines {
            push(out, format_args!("  {line}\n"));
        }
    }
}

/// References that name no row, and the verb.
pub(super) fn unresolved(count: u64) -> String {
    if count == 1 { "1 reference names no row and is".to_owned() } else { format!("{count} references name no row and are") }
}

/// Number and noun.
pub(super) fn records(count: u64) -> String {
    if count == 1 { "1 record".to_owned() } else { format!("{count} records") }
}

/// Says in one line what came of it.
pub(super) fn conclusion(report: &Report, collected: &Collected) -> String {
    let t = report.totals;
    let command = if report.taken_back { Command::Plan } else { report.command };
    let missing = report.missing();
    let mut text = match (command, t.insert + t.update + missing) {
        (Command::Verify, 0) => format!("The target is as the sources say: {} compared", records(t.read - t.reject)),
        (Command::Verify, _) => {
            format!("The target is not as the sources say: {} missing, {} differ, {} equal", t.insert, t.update, t.unchanged)
        }
        (Command::Import, 0) => format!("Nothing changed: {} read", records(t.read)),
        (Command::Import, _) => format!("Imported: {} inserted, {} updated, {} unchanged", t.insert, t.update, t.unchanged),
        (_, 0) => format!("Nothing would change: {} read", records(t.read)),
        (_, _) => format!("Would insert {} and update {}, leave {} unchanged", t.insert, t.update, t.unchanged),
    };
    if missing > 0 {
        let verb = if command == Command::Import { "gone from the sources" } else { "to go, which the sources have no more" };
        push(&mut text, format_args!("; {missing} rows {verb}"));
    }
    if t.reject > 0 {
        push(&mut text, format_args!("; {} rejected", t.reject));
        if let Some(file) = &collected.rejects_file {
            push(&mut text, format_args!(" (all in {})", escape(file)));
        }
    }
    push(&mut text, format_args!(". {:.1} s", report.seconds));
    text
}
