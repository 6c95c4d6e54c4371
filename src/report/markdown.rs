//! The report as Markdown, sized for a comment on a pull request.
//!
//! **Invariant**: at most [`BYTES_MAX`] bytes; nothing from data is read as Markdown, HTML or a mention.

use std::fmt::Write;

use super::text::{conclusion, names_of_counts, numbers};
use super::{Change, Collected, Command, Outcome, Reject, Report, TableReport, diff};

/// Largest report. A comment on GitHub holds 65,536 characters.
pub const BYTES_MAX: usize = 60_000;

/// Room for what is said where something was left out, and for what closes open details.
const BYTES_KEPT: usize = 400;

/// Examples of rejects of each code and table.
const REJECTS_SHOWN: usize = 10;

/// Examples of changes of each outcome and table.
const CHANGES_SHOWN: usize = 20;

/// Characters shown of a value.
const VALUE_CHARS_MAX: usize = 120;

/// Differences shown of one value.
const PARTS_SHOWN: usize = 6;

/// Renders a report.
#[must_use]
pub fn render(report: &Report, collected: &Collected) -> String {
    let mut page = Page::default();
    page.add(&head(report, collected));
    let applied = report.migrations.iter().map(|name| format!("applied migration {name}"));
    let about: String = report.about.iter().cloned().chain(applied).map(|said| format!("- {}\n", escape(&said))).collect();
    page.add(&if about.is_empty() { about } else { format!("\n{about}") });
    page.add(&counts(report));
    report.tables.iter().for_each(|table| page.add(&notes(table)));
    warnings(&mut page, report);
    rejects(&mut page, report, collected);
    changes(&mut page, report, collected);
    page.end()
}

/// Text that stops growing in time.
#[derive(Default)]
struct Page {
    text: String,
    left_out: u64,
    is_open: bool,
}

impl Page {
    fn has_room(&self, piece: &str) -> bool {
        self.left_out == 0 && self.text.len() + piece.len() + BYTES_KEPT <= BYTES_MAX
    }

    fn add(&mut self, piece: &str) {
        if self.has_room(piece) {
            self.text.push_str(piece);
        } else {
            self.left_out += 1;
        }
    }

    fn open(&mut self, summary: &str) {
        let piece = format!("\n<details>\n<summary>{summary}</summary>\n\n");
        self.is_open = self.has_room(&piece);
        self.add(&piece);
    }

    fn close(&mut self) {
        if std::mem::take(&mut self.is_open) {
            self.text.push_str("\n</details>\n");
        }
    }

    fn end(mut self) -> String {
        if self.left_out > 0 {
            self.text.push_str("\n_The rest was left out here; the JSON and HTML reports have everything._\n");
        }
        self.text
    }
}

fn head(report: &Report, collected: &Collected) -> String {
    let what = match report.command {
        Command::Import if report.taken_back => "Import taken back",
        Command::Import => "Import",
        Command::Plan => "Import plan",
        Command::Rehearsal => "Import rehearsal",
        Command::Verify => "Verification",
    };
    format!("### resettle: {what}\n\n{}\n\nTarget: {}\n", escape(&conclusion(report, collected)), code(&report.target))
}

fn counts(report: &Report) -> String {
    let names = names_of_counts(report.command);
    let mut out = format!("\n| table | {} |\n|---|{}\n", names.join(" | "), "---:|".repeat(names.len()));
    let mut row = |name: &str, counts| {
        let cells: Vec<String> = numbers(counts).iter().map(u64::to_string).collect();
        let _ = writeln!(out, "| {name} | {} |", cells.join(" | "));
    };
    report.tables.iter().for_each(|table| row(&escape(&table.table), table.counts));
    row("**all**", report.totals);
    out
}

fn notes(table: &TableReport) -> String {
    let name = escape(&table.table);
    let mut out = String::new();
    let mut line = |text: String| out.push_str(&format!("- {name}: {text}\n"));
    if table.rebound > 0 {
        line(format!("{} records found their row through a key other than the primary key", table.rebound));
    }
    for e in table.enums.iter().filter(|e| e.reached == "fallback").take(REJECTS_SHOWN) {
        line(format!("{}: unknown {} became {} in {} records", escape(&e.column), code(&e.original), code(&e.value), e.count));
    }
    for (column, count) in &table.becomes_null {
        line(format!("{}: {count} stored values become NULL because the field is absent", escape(column)));
    }
    for (column, count) in &table.unresolved {
        line(format!("**warning**: {}: {} NULL", escape(column), super::text::unresolved(*count)));
    }
    if let Some(extra) = table.verified.and_then(|verified| verified.extra).filter(|extra| *extra > 0) {
        line(format!("{extra} rows that were imported earlier are in no source any more"));
    }
    if !table.unmapped.is_empty() {
        let fields: Vec<String> = table.unmapped.iter().take(REJECTS_SHOWN).map(|(field, n)| format!("{} ({n})", code(field))).collect();
        let more = table.unmapped.len().saturating_sub(REJECTS_SHOWN);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        line(format!("fields that nobody mapped: {}{more}", fields.join(", ")));
    }
    if out.is_empty() { out } else { format!("\n{out}") }
}

fn warnings(page: &mut Page, report: &Report) {
    if report.warnings.is_empty() {
        return;
    }
    page.open(&format!("Warnings about mapping and schema ({})", report.warnings.len()));
    for warning in &report.warnings {
        page.add(&format!("- {} {}\n", code(&warning.code), escape(&warning.message)));
    }
    page.close();
}

fn rejects(page: &mut Page, report: &Report, collected: &Collected) {
    for table in &report.tables {
        for (slug, count) in &table.rejects_by_code {
            let examples = collected.rejects_of(&table.table, slug);
            let what = format!("{count} rejected in {}: {}", escape(&table.table), code(slug));
            if examples.is_empty() {
                // Of a run of the past no record is known any more.
                page.add(&format!("- {what}\n"));
                continue;
            }
            page.open(&what);
            examples.iter().take(REJECTS_SHOWN).for_each(|reject| page.add(&one_reject(reject)));
            let more = count.saturating_sub(examples.len().min(REJECTS_SHOWN) as u64);
            if more > 0 {
                page.add(&format!("- and {more} more\n"));
            }
            page.close();
        }
    }
    if !report.cascades.is_empty() {
        page.open("Rejected because of one other record");
        for root in report.cascades.iter().take(REJECTS_SHOWN) {
            let place = root.place.to_string();
            let tables: Vec<String> = root.by_table.iter().map(|(table, count)| format!("{count} of {}", escape(table))).collect();
            page.add(&format!("- {} of {}: {}\n", code(&place), escape(&root.table), tables.join(", ")));
        }
        page.close();
    }
}

fn one_reject(reject: &Reject) -> String {
    let id = reject.legacy_id.as_ref().map(|id| format!(" id {}", code(id))).unwrap_or_default();
    let column = reject.reason.column.as_ref().map(|c| format!(" {}", code(c))).unwrap_or_default();
    let place = reject.place.to_string();
    format!("- {}{id}{column}: {}\n", code(&place), escape(&shortened(&reject.reason.message)))
}

fn changes(page: &mut Page, report: &Report, collected: &Collected) {
    for table in &report.tables {
        for outcome in [Outcome::Update, Outcome::Insert, Outcome::Extra] {
            let held = collected.changes_of(&table.table, outcome);
            if held.is_empty() {
                continue;
            }
            let count = super::text::count(table, outcome);
            let what = match (outcome, report.command) {
                (Outcome::Insert, Command::Verify) => "missing in",
                (Outcome::Update, Command::Verify) => "different in",
                (Outcome::Insert, _) => "inserts into",
                (Outcome::Extra, _) => "without record in",
                (_, _) => "updates of",
            };
            page.open(&format!("{count} {what} {}", escape(&table.table)));
            held.iter().take(CHANGES_SHOWN).for_each(|change| page.add(&one_change(change)));
            let more = count.saturating_sub(held.len().min(CHANGES_SHOWN) as u64);
            if more > 0 {
                page.add(&format!("- and {more} more\n"));
            }
            page.close();
        }
    }
}

fn one_change(change: &Change) -> String {
    let row = change.row.as_deref().map(code).unwrap_or_default();
    let place = change.place.as_ref().map(|p| format!(" {}", escape(&p.to_string()))).unwrap_or_default();
    let via = change.via.as_ref().map(|via| format!(", found by {}", code(via))).unwrap_or_default();
    let mut out = format!("- {row}{place}{via}\n");
    if change.outcome == Outcome::Insert {
        return out;
    }
    for field in &change.fields {
        for part in diff::parts(field.old.as_deref(), field.new.as_deref()).iter().take(PARTS_SHOWN) {
            let path = part.path.as_ref().map(|path| format!(" {}", code(path))).unwrap_or_default();
            let value = |value: &Option<String>| value.as_deref().map_or_else(|| "—".to_owned(), code);
            let because = if field.absent { " (the field is absent)" } else { "" };
            let _ = writeln!(out, "  - {}{path}: {} → {}{because}", escape(&field.column), value(&part.old), value(&part.new));
        }
    }
    out
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(VALUE_CHARS_MAX * 3) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A value in the type of code.
fn code(text: &str) -> String {
    let short = match text.char_indices().nth(VALUE_CHARS_MAX) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    };
    format!("<code>{}</code>", escape(&short))
}

/// Writes whatever Markdown or HTML could read as more than text as a character reference; control characters become visible.
fn escape(text: &str) -> String {
    let visible = super::text::escape(text);
    visible.chars().fold(String::with_capacity(visible.len()), |mut out, c| {
        if c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | ';' | '/' | '-' | '\'' | '…' | '%' | '?') {
            out.push(c);
        } else {
            let _ = write!(out, "&#{};", u32::from(c));
        }
        out
    })
}
