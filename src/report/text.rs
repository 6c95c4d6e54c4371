//! The report for people: aligned text.
//!
//! **Invariant**: nothing from data reaches the terminal unescaped.

use std::fmt::Write;

use super::{Change, Collected, Command, EditReport, Message, MissingReport, Reject, Report, TableReport, Totals};

/// Enum spellings shown a table.
const ENUMS_SHOWN: usize = 10;

/// Characters shown of a value.
const VALUE_CHARS_MAX: usize = 60;

/// Renders a report.
#[must_use]
pub fn render(report: &Report, collected: &Collected) -> String {
    let mut out = String::new();
    head(&mut out, report);
    counts(&mut out, report);
    report.tables.iter().for_each(|table| notes(&mut out, table));
    changes(&mut out, report, collected);
    rejects(&mut out, report, collected);
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

fn head(out: &mut String, report: &Report) {
    let what = match report.command {
        Command::Import if report.taken_back => "Took back an import into",
        Command::Import => "Imported into",
        Command::Plan => "Plan for",
        Command::Rehearsal => "Rehearsed on",
    };
    push(out, format_args!("{what} {}\n", escape(&report.target)));
    for name in &report.migrations {
        push(out, format_args!("  applied migration {}\n", escape(name)));
    }
}

fn counts(out: &mut String, report: &Report) {
    let width = report.tables.iter().map(|t| t.table.chars().count()).max().unwrap_or(0).max(5);
    let header = ["read", "insert", "update", "unchanged", "duplicate", "kept", "reject"];
    push(out, format_args!("\n{:width$}", "table"));
    for name in header {
        push(out, format_args!("  {name:>9}"));
    }
    out.push('\n');
    for table in &report.tables {
        row(out, &escape(&table.table), width, table.counts);
    }
    row(out, "all", width, report.totals);
}

fn row(out: &mut String, name: &str, width: usize, counts: Totals) {
    push(out, format_args!("{name:width$}"));
    for n in [counts.read, counts.insert, counts.update, counts.unchanged, counts.duplicate, counts.kept, counts.reject] {
        push(out, format_args!("  {n:>9}"));
    }
    out.push('\n');
}

fn notes(out: &mut String, table: &TableReport) {
    let fallbacks: Vec<_> = table.enums.iter().filter(|e| e.reached == "fallback").collect();
    let unmapped: Vec<String> = table.unmapped.iter().map(|(field, n)| format!("{} ({n})", escape(field))).collect();
    if fallbacks.is_empty() && unmapped.is_empty() && table.edits.is_empty() && table.missing.is_none() && table.rebound == 0 {
        return;
    }
    push(out, format_args!("\n{}\n", escape(&table.table)));
    if table.rebound > 0 {
        push(out, format_args!("  {} records found their row through a key other than the primary key\n", table.rebound));
    }
    table.missing.iter().for_each(|m| missing(out, m));
    for edit in &table.edits {
        push(out, format_args!("  {}: edited in the target since the last run: {}\n", escape(&edit.column), edits(edit)));
    }
    for e in fallbacks.iter().take(ENUMS_SHOWN) {
        let first = e.first.as_ref().map(|p| format!(", first at {}:{}", escape(&p.source), p.line)).unwrap_or_default();
        push(
            out,
            format_args!("  {}: unknown `{}` became `{}` ({} records{first})\n", e.column, escape(&e.original), escape(&e.value), e.count),
        );
    }
    if fallbacks.len() > ENUMS_SHOWN {
        push(out, format_args!("  and {} more unknown spellings\n", fallbacks.len() - ENUMS_SHOWN));
    }
    if !unmapped.is_empty() {
        push(out, format_args!("  fields that nobody mapped: {}\n", unmapped.join(", ")));
    }
}

/// What becomes of rows that are gone from the sources.
fn missing(out: &mut String, missing: &MissingReport) {
    let parts = [(missing.deleted, "deleted"), (missing.set, "set"), (missing.referenced, "left, because other rows refer to them")];
    let done = missing.found - missing.deleted - missing.set - missing.referenced;
    let mut said: Vec<String> = parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    if done > 0 {
        said.push(format!("{done} set before"));
    }
    push(out, format_args!("  {} imported rows are not in the sources any more: {}\n", missing.found, said.join(", ")));
    for row in missing.rows.iter().take(ENUMS_SHOWN) {
        push(out, format_args!("    - {}\n", escape(row)));
    }
    let more = (missing.deleted + missing.set).saturating_sub(ENUMS_SHOWN as u64);
    if more > 0 {
        push(out, format_args!("    and {more} more\n"));
    }
}

/// What became of the edits of one column.
fn edits(edit: &EditReport) -> String {
    let parts = [
        (edit.kept, "kept"),
        (edit.kept_by_policy, "kept though the source changed too"),
        (edit.overwritten, "overwritten, because the source changed too"),
        (edit.rejected, "rejected, because the source changed too"),
    ];
    parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect::<Vec<_>>().join(", ")
}

fn changes(out: &mut String, report: &Report, collected: &Collected) {
    for table in &report.tables {
        let shown: Vec<&Change> = collected.changes.iter().filter(|c| c.table == table.table).collect();
        if shown.is_empty() {
            continue;
        }
        push(out, format_args!("\nchanges of {}\n", escape(&table.table)));
        for change in &shown {
            one_change(out, change);
        }
        let all = table.counts.insert + table.counts.update;
        let written = shown.iter().filter(|c| c.outcome == "insert" || c.outcome == "update").count() as u64;
        let more = all.saturating_sub(written);
        if more > 0 {
            push(out, format_args!("  and {more} more (all of them with --format json)\n"));
        }
    }
}

fn one_change(out: &mut String, change: &Change) {
    let sign = match change.outcome {
        "insert" => '+',
        "kept" => '=',
        "overwritten" => '!',
        _ => '~',
    };
    let row = change.row.as_deref().map(escape).unwrap_or_default();
    let id = change.legacy_id.as_ref().map(|id| format!(" id {}", escape(id))).unwrap_or_default();
    let via = change.via.as_ref().map(|via| format!(" via {}", escape(via))).unwrap_or_default();
    push(out, format_args!("  {sign} {row}{via}  {}:{}{id}\n", escape(&change.place.source), change.place.line));
    for field in &change.fields {
        push(out, format_args!("      {}: {} -> {}\n", escape(&field.column), shown(field.old.as_deref()), shown(field.new.as_deref())));
    }
}

fn shown(value: Option<&str>) -> String {
    let Some(value) = value else { return "NULL".to_owned() };
    let short: String = value.chars().take(VALUE_CHARS_MAX).collect();
    let dots = if short.len() < value.len() { "…" } else { "" };
    format!("`{}{dots}`", escape(&short))
}

fn rejects(out: &mut String, report: &Report, collected: &Collected) {
    if report.totals.reject == 0 {
        return;
    }
    push(out, format_args!("\nrejected records\n"));
    for table in &report.tables {
        for (code, count) in &table.rejects_by_code {
            push(out, format_args!("  {} {code}: {count}\n", escape(&table.table)));
            let examples = collected.rejects.get(&(table.table.clone(), code.clone())).map(Vec::as_slice).unwrap_or_default();
            for reject in examples {
                one_reject(out, reject);
            }
            let more = count.saturating_sub(examples.len() as u64);
            if more > 0 {
                push(out, format_args!("    and {more} more\n"));
            }
        }
    }
}

fn one_reject(out: &mut String, reject: &Reject) {
    let id = reject.legacy_id.as_ref().map(|id| format!(" id {}", escape(id))).unwrap_or_default();
    let column = reject.reason.column.as_ref().map(|c| format!(" {}", escape(c))).unwrap_or_default();
    let place = &reject.place;
    push(out, format_args!("    {}:{}{id}{column}: {}\n", escape(&place.source), place.line, escape(&reject.reason.message)));
}

fn conclusion(report: &Report, collected: &Collected) -> String {
    let t = report.totals;
    let changes = t.insert + t.update + report.missing();
    let command = if report.taken_back { Command::Plan } else { report.command };
    let mut text = match (command, changes) {
        (Command::Import, 0) => format!("Nothing changed: {} records read", t.read),
        (Command::Import, _) => format!("Imported: {} inserted, {} updated, {} unchanged", t.insert, t.update, t.unchanged),
        (_, 0) => format!("Nothing would change: {} records read", t.read),
        (_, _) => format!("Would insert {} and update {}, leave {} unchanged", t.insert, t.update, t.unchanged),
    };
    let (missing, verb) =
        (report.missing(), if command == Command::Import { "gone from the sources" } else { "to go, which the sources have no more" });
    if missing > 0 {
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
