//! Examples of changes and rejects.

use super::{Style, Tone, escape, push};
use crate::report::{Change, Collected, Command, Outcome, Reject, Report, TableReport, diff};

/// Examples of changes of each outcome and table.
const CHANGES_SHOWN: usize = 10;

/// Examples of rejects of each code and table.
const REJECTS_SHOWN: usize = 5;

/// Records shown that dragged others along.
const CASCADES_SHOWN: usize = 10;

/// Differences shown of one value.
const PARTS_SHOWN: usize = 8;

/// Characters shown of a value.
const VALUE_CHARS_MAX: usize = 80;

/// What a list of changes is of.
const OUTCOMES: [Outcome; 6] = [Outcome::Insert, Outcome::Update, Outcome::Kept, Outcome::Overwritten, Outcome::KeptByRule, Outcome::Extra];

pub(super) fn changes(out: &mut String, report: &Report, collected: &Collected, style: Style) {
    for table in &report.tables {
        for outcome in OUTCOMES {
            let held = collected.changes_of(&table.table, outcome);
            if held.is_empty() {
                continue;
            }
            push(out, format_args!("\n{}\n", style.paint(Tone::Title, &title(report.command, outcome, table))));
            held.iter().take(CHANGES_SHOWN).for_each(|change| one_change(out, change, style));
            let more = count(table, outcome).saturating_sub(held.len().min(CHANGES_SHOWN) as u64);
            if more > 0 {
                push(out, format_args!("  and {more} more (all of them with `--format json` or `--report FILE.html`)\n"));
            }
        }
    }
}

fn title(command: Command, outcome: Outcome, table: &TableReport) -> String {
    let name = escape(&table.table);
    match (outcome, command) {
        (Outcome::Insert, Command::Verify) => format!("missing in {name}"),
        (Outcome::Update, Command::Verify) => format!("different in {name} (stored -> source)"),
        (Outcome::Insert, _) => format!("inserts into {name}"),
        (Outcome::Update, _) => format!("updates of {name}"),
        (Outcome::KeptByRule, _) => format!("kept by rule in {name} (stored -> source)"),
        (Outcome::Kept, _) => format!("edited in {name} and left alone (stored -> source)"),
        (Outcome::Overwritten, _) => format!("edited in {name} and overwritten (edited -> source)"),
        (Outcome::Extra, _) => format!("in {name}, and in no source any more"),
    }
}

/// How many changes of an outcome a table has.
pub(in crate::report) fn count(table: &TableReport, outcome: Outcome) -> u64 {
    match outcome {
        Outcome::Insert => table.counts.insert,
        Outcome::Update => table.counts.update,
        Outcome::Kept => table.counts.kept,
        Outcome::Overwritten => table.edits.iter().map(|edit| edit.overwritten).max().unwrap_or(0),
        Outcome::KeptByRule => table.verified.map_or(0, |verified| verified.kept_by_rule),
        Outcome::Extra => table.verified.and_then(|verified| verified.extra).unwrap_or(0),
    }
}

fn one_change(out: &mut String, change: &Change, style: Style) {
    let (sign, tone) = match change.outcome {
        Outcome::Insert => ("+", Tone::Added),
        Outcome::Update => ("~", Tone::Changed),
        Outcome::Overwritten => ("!", Tone::Changed),
        Outcome::Kept | Outcome::KeptByRule => ("=", Tone::Faint),
        Outcome::Extra => ("-", Tone::Removed),
    };
    let row = change.row.as_deref().map(escape).unwrap_or_default();
    let place = change.place.as_ref().map(|p| format!("  {}", escape(&p.to_string()))).unwrap_or_default();
    let id = change.legacy_id.as_ref().map(|id| format!(" id {}", escape(id))).unwrap_or_default();
    let via = change.via.as_ref().map(|via| format!(" found by {}", escape(via))).unwrap_or_default();
    push(
        out,
        format_args!(
            "  {} {}\n",
            style.paint(tone, &format!("{sign} {row}")),
            style.paint(Tone::Faint, format!("{place}{id}{via}").trim_start())
        ),
    );
    if change.outcome == Outcome::Insert {
        return;
    }
    for field in &change.fields {
        let because = if field.absent { " (the field is absent)" } else { "" };
        let parts = diff::parts(field.old.as_deref(), field.new.as_deref());
        if let [diff::Part { path: None, old, new }] = parts.as_slice() {
            push(out, format_args!("      {}: {}{because}\n", escape(&field.column), arrow(old.as_deref(), new.as_deref(), style)));
            continue;
        }
        push(out, format_args!("      {}:{because}\n", escape(&field.column)));
        parts.iter().take(PARTS_SHOWN).for_each(|part| one_part(out, part, style));
        if parts.len() > PARTS_SHOWN {
            push(out, format_args!("        and {} more differences\n", parts.len() - PARTS_SHOWN));
        }
    }
}

fn one_part(out: &mut String, part: &diff::Part, style: Style) {
    let path = escape(part.path.as_deref().unwrap_or_default());
    let said = match (part.old.as_deref(), part.new.as_deref()) {
        (None, None) => String::new(),
        (Some(old), None) => style.paint(Tone::Removed, &format!("{} removed", shown(Some(old)))),
        (None, Some(new)) => style.paint(Tone::Added, &format!("{} added", shown(Some(new)))),
        (old, new) => arrow(old, new, style),
    };
    push(out, format_args!("        {}\n", format!("{path}: {said}").trim_end_matches(": ")));
}

fn arrow(old: Option<&str>, new: Option<&str>, style: Style) -> String {
    format!("{} -> {}", style.paint(Tone::Removed, &shown(old)), style.paint(Tone::Added, &shown(new)))
}

fn shown(value: Option<&str>) -> String {
    let Some(value) = value else { return "NULL".to_owned() };
    let short: String = value.chars().take(VALUE_CHARS_MAX).collect();
    let dots = if short.len() < value.len() { "…" } else { "" };
    format!("`{}{dots}`", escape(&short))
}

pub(super) fn rejects(out: &mut String, report: &Report, collected: &Collected, style: Style) {
    if report.totals.reject == 0 {
        return;
    }
    push(out, format_args!("\n{}\n", style.paint(Tone::Title, "rejected records")));
    for table in &report.tables {
        for (code, count) in &table.rejects_by_code {
            push(out, format_args!("  {}\n", style.paint(Tone::Removed, &format!("{} {code}: {count}", escape(&table.table)))));
            let examples = collected.rejects_of(&table.table, code);
            let mut hint = None;
            for reject in examples.iter().take(REJECTS_SHOWN) {
                // What helps against one helps against its neighbours, too; it is said once.
                one_reject(out, reject, reject.reason.hint.as_deref().filter(|now| hint != Some(*now)));
                hint = reject.reason.hint.as_deref();
            }
            let more = count.saturating_sub(examples.len().min(REJECTS_SHOWN) as u64);
            if more > 0 {
                push(out, format_args!("    and {more} more\n"));
            }
        }
    }
    cascades(out, report, style);
}

/// Rejected records that dragged others along.
fn cascades(out: &mut String, report: &Report, style: Style) {
    if report.cascades.is_empty() {
        return;
    }
    push(out, format_args!("\n{}\n", style.paint(Tone::Title, "rejected because of one other record")));
    for root in report.cascades.iter().take(CASCADES_SHOWN) {
        let tables: Vec<String> = root.by_table.iter().map(|(table, count)| format!("{count} of {}", escape(table))).collect();
        let place = format!("{} of {}", escape(&root.place.to_string()), escape(&root.table));
        push(out, format_args!("  {place}: {}\n", tables.join(", ")));
    }
    if report.cascades.len() > CASCADES_SHOWN {
        push(out, format_args!("  and because of {} other records\n", report.cascades.len() - CASCADES_SHOWN));
    }
}

fn one_reject(out: &mut String, reject: &Reject, hint: Option<&str>) {
    let id = reject.legacy_id.as_ref().map(|id| format!(" id {}", escape(id))).unwrap_or_default();
    let column = reject.reason.column.as_ref().map(|c| format!(" {}", escape(c))).unwrap_or_default();
    let place = &reject.place;
    push(out, format_args!("    {}{id}{column}: {}\n", escape(&place.to_string()), escape(&reject.reason.message)));
    if let Some(hint) = hint {
        push(out, format_args!("      help: {}\n", escape(hint)));
    }
}
