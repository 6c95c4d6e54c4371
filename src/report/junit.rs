//! The report as `JUnit` XML, as continuous integration shows it.
//!
//! A table is a suite. Its first case is the table as a whole; each reject is a failed case, and for a verification each row that is missing or differs, too.
//! Each code and outcome has so many cases at most as there are examples; one more says how many there are beside them.
//!
//! **Invariant**: whatever the data holds, the XML is well-formed.

use std::fmt::Write;

use super::text::{self, conclusion, count};
use super::{Change, Collected, Command, Outcome, Reject, Report, TableReport, diff};

/// One case.
struct Case {
    name: String,
    failure: Option<(String, String)>,
}

/// Renders a report.
#[must_use]
pub fn render(report: &Report, collected: &Collected) -> String {
    let suites: Vec<(&TableReport, Vec<Case>)> = report.tables.iter().map(|table| (table, cases(report, table, collected))).collect();
    let all: usize = suites.iter().map(|(_, cases)| cases.len()).sum();
    let failed: usize = suites.iter().map(|(_, cases)| failures(cases)).sum();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let name: &'static str = report.command.into();
    let _ = writeln!(
        out,
        "<testsuites name=\"resettle {name}\" tests=\"{all}\" failures=\"{failed}\" errors=\"0\" time=\"{:.3}\">",
        report.seconds
    );
    for (table, cases) in &suites {
        suite(&mut out, table, cases);
    }
    let _ = writeln!(out, "  <system-out>{}</system-out>", escape(&conclusion(report, collected)));
    out.push_str("</testsuites>\n");
    out
}

fn suite(out: &mut String, table: &TableReport, cases: &[Case]) {
    let name = escape(&table.table);
    let _ = writeln!(
        out,
        "  <testsuite name=\"{name}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\">",
        cases.len(),
        failures(cases)
    );
    for case in cases {
        let _ = write!(out, "    <testcase classname=\"{name}\" name=\"{}\"", escape(&case.name));
        match &case.failure {
            None => out.push_str("/>\n"),
            Some((kind, message)) => {
                let (kind, message) = (escape(kind), escape(message));
                let first = message.lines().next().unwrap_or_default();
                let _ = writeln!(out, ">\n      <failure type=\"{kind}\" message=\"{first}\">{message}</failure>\n    </testcase>");
            }
        }
    }
    for (column, count) in &table.unresolved {
        let _ = writeln!(out, "    <system-out>warning: {}: {} NULL</system-out>", escape(column), text::unresolved(*count));
    }
    out.push_str("  </testsuite>\n");
}

fn failures(cases: &[Case]) -> usize {
    cases.iter().filter(|case| case.failure.is_some()).count()
}

fn cases(report: &Report, table: &TableReport, collected: &Collected) -> Vec<Case> {
    let names = text::names_of_counts(report.command);
    let counts: Vec<String> = names.iter().zip(text::numbers(table.counts)).map(|(name, n)| format!("{name} {n}")).collect();
    let mut cases = vec![Case { name: counts.join(", "), failure: None }];
    for (code, rejected) in &table.rejects_by_code {
        let examples = collected.rejects_of(&table.table, code);
        cases.extend(examples.iter().map(of_reject));
        beside(&mut cases, code, rejected.saturating_sub(examples.len() as u64));
    }
    if report.command == Command::Verify {
        for (outcome, kind) in [(Outcome::Insert, "missing"), (Outcome::Update, "different")] {
            let examples = collected.changes_of(&table.table, outcome);
            cases.extend(examples.iter().map(|change| of_change(change, kind)));
            beside(&mut cases, kind, count(table, outcome).saturating_sub(examples.len() as u64));
        }
    }
    cases
}

fn beside(cases: &mut Vec<Case>, kind: &str, more: u64) {
    if more > 0 {
        let failure = Some((kind.to_owned(), format!("{more} more; the JSON and HTML reports have all")));
        cases.push(Case { name: format!("{more} more"), failure });
    }
}

fn of_reject(reject: &Reject) -> Case {
    let id = reject.legacy_id.as_ref().map(|id| format!(" id {id}")).unwrap_or_default();
    let mut message = reject.reason.message.clone();
    for more in &reject.more {
        let _ = write!(message, "\n{}: {}", more.code, more.message);
    }
    if let Some(hint) = &reject.reason.hint {
        let _ = write!(message, "\nhelp: {hint}");
    }
    Case { name: format!("{}{id}", reject.place), failure: Some((reject.reason.code.clone(), message)) }
}

fn of_change(change: &Change, kind: &str) -> Case {
    let place = change.place.as_ref().map(ToString::to_string).unwrap_or_default();
    let row = change.row.clone().unwrap_or_default();
    let mut message = if change.outcome == Outcome::Insert { "the row is missing".to_owned() } else { format!("row {row} differs") };
    for field in change.fields.iter().filter(|_| change.outcome == Outcome::Update) {
        for part in diff::parts(field.old.as_deref(), field.new.as_deref()) {
            let value = |value: &Option<String>| value.as_ref().map_or_else(|| "NULL".to_owned(), |value| format!("`{value}`"));
            let path = part.path.as_ref().map(|path| format!(" {path}")).unwrap_or_default();
            let _ = write!(message, "\n{}{path}: stored {}, source {}", field.column, value(&part.old), value(&part.new));
        }
    }
    Case { name: format!("{place} {row}"), failure: Some((kind.to_owned(), message)) }
}

/// Escapes what is markup; control characters, which XML cannot hold, become visible.
fn escape(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(super::text::escape).collect();
    let mut out = String::with_capacity(text.len());
    for c in lines.join("\n").chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Characters that are no characters of XML.
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
