//! The report as one HTML file that needs nothing else: no network, no foreign script.
//!
//! The page is in `page.html`, `page.css` and `page.js` beside this file. Its data stands in it as JSON; the script builds everything from that as
//! text nodes, never as markup, and draws only the rows of a list that are on the screen.
//!
//! **Invariant**: no byte from data is markup, since `<` is written as an escape; the lists are bounded by [`LISTED_MAX`].

use std::io::{self, Write};

use serde::Serialize;

use super::spool::Spool;
use super::text::conclusion;
use super::{Change, Collected, Outcome, Reject, Report, diff};

/// Most changes of one outcome of one table that a page lists.
pub const CHANGES_MAX: u64 = 200_000;

/// Most changes, and most rejects, that a page lists: what a browser opens without complaint.
const LISTED_MAX: u64 = 300_000;

/// Inserts of which the page shows the values, too.
const INSERTS_SHOWN_MAX: u64 = 20_000;

/// Differences shown of one value.
const PARTS_MAX: usize = 20;

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The lists of a page.
#[derive(Debug, Default)]
pub(super) struct Lists {
    tables: Vec<String>,
    changes: Spool,
    rejects: Spool,
    inserts_shown: u64,
}

/// A change as the script reads it: an array, because there are many.
#[derive(Serialize)]
struct ListedChange<'a>(usize, Outcome, Option<&'a str>, Option<String>, Option<&'a str>, Option<&'a str>, Vec<ListedField<'a>>);

#[derive(Serialize)]
struct ListedField<'a>(&'a str, u8, Vec<ListedPart>);

#[derive(Serialize)]
struct ListedPart(Option<String>, Option<String>, Option<String>);

#[derive(Serialize)]
struct ListedReject<'a>(usize, &'a str, String, Option<&'a str>, Option<&'a str>, &'a str, Option<&'a str>, Vec<&'a str>);

impl Lists {
    /// Lists a change.
    pub(super) fn change(&mut self, change: &Change) -> io::Result<()> {
        if self.changes.len >= LISTED_MAX {
            return Ok(());
        }
        let is_insert = change.outcome == Outcome::Insert;
        let shows_fields = !is_insert || self.inserts_shown < INSERTS_SHOWN_MAX;
        self.inserts_shown += u64::from(is_insert);
        let part = |part: diff::Part| ListedPart(part.path, part.old, part.new);
        let field = |field: &'_ super::Field| -> Vec<ListedPart> {
            diff::parts(field.old.as_deref(), field.new.as_deref()).into_iter().take(PARTS_MAX).map(part).collect()
        };
        let fields = change.fields.iter().filter(|_| shows_fields).map(|f| ListedField(&f.column, u8::from(f.absent), field(f)));
        let place = change.place.as_ref().map(ToString::to_string);
        let (row, id, via) = (change.row.as_deref(), change.legacy_id.as_deref(), change.via.as_deref());
        let listed = ListedChange(number(&mut self.tables, &change.table), change.outcome, row, place, id, via, fields.collect());
        self.changes.push(&listed)
    }

    /// Lists a reject.
    pub(super) fn reject(&mut self, reject: &Reject) -> io::Result<()> {
        if self.rejects.len >= LISTED_MAX {
            return Ok(());
        }
        let (reason, place) = (&reject.reason, reject.place.to_string());
        let column = reason.column.as_deref().or(reason.field.as_deref()).or(reason.key.as_deref());
        let more = reject.more.iter().map(|more| more.message.as_str()).collect();
        let (id, hint) = (reject.legacy_id.as_deref(), reason.hint.as_deref());
        let table = number(&mut self.tables, &reject.table);
        self.rejects.push(&ListedReject(table, &reason.code, place, id, column, &reason.message, hint, more))
    }
}

/// Number of a table's name in the page.
fn number(tables: &mut Vec<String>, table: &str) -> usize {
    tables.iter().position(|known| known == table).unwrap_or_else(|| {
        tables.push(table.to_owned());
        tables.len() - 1
    })
}

#[derive(Serialize)]
struct Head<'a> {
    report: &'a Report,
    conclusion: String,
    tables: &'a [String],
    listed_changes: u64,
    listed_rejects: u64,
}

/// Writes a report.
///
/// # Errors
/// If it cannot be written.
pub fn write(report: &Report, collected: &Collected, out: &mut dyn Write) -> io::Result<()> {
    let lists = collected.page();
    let head = Head {
        report,
        conclusion: conclusion(report, collected),
        tables: &lists.tables,
        listed_changes: lists.changes.len,
        listed_rejects: lists.rejects.len,
    };
    for piece in PAGE.split_inclusive("}}") {
        let (before, name) = piece.split_once("{{").unwrap_or((piece, ""));
        out.write_all(before.as_bytes())?;
        match name.trim_end_matches("}}") {
            "style" => out.write_all(STYLE.as_bytes())?,
            "script" => out.write_all(SCRIPT.as_bytes())?,
            "head" => serde_json::to_writer(Escaping(&mut *out), &head)?,
            "changes" => lists.changes.copy(&mut Escaping(&mut *out))?,
            "rejects" => lists.rejects.copy(&mut Escaping(&mut *out))?,
            _ => {}
        }
    }
    Ok(())
}

/// Writes `<` of JSON as an escape, so that nothing ends the element that it stands in. In JSON it stands inside strings only.
struct Escaping<'a>(&'a mut dyn Write);

impl Write for Escaping<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for piece in bytes.split_inclusive(|byte| *byte == b'<') {
            match piece.split_last() {
                Some((b'<', before)) => {
                    self.0.write_all(before)?;
                    self.0.write_all(b"\\u003c")?;
                }
                _ => self.0.write_all(piece)?,
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_end_the_element_it_stands_in() {
        let mut out = Vec::new();
        Escaping(&mut out).write_all(br#"["</script><!-- <b>", 1]"#).unwrap();
        assert_eq!(out, br#"["\u003c/script>\u003c!-- \u003cb>", 1]"#);
    }

    #[test]
    fn every_place_of_the_page_is_filled() {
        for name in ["style", "script", "head", "changes", "rejects"] {
            assert_eq!(PAGE.matches(&format!("{{{{{name}}}}}")).count(), 1, "{name}");
        }
        for text in [STYLE, SCRIPT] {
            assert!(!text.contains("</"), "the style or script would end its own element");
        }
        assert!(!SCRIPT.contains("innerHTML") && !SCRIPT.contains("document.write") && !SCRIPT.contains("eval("));
        assert!(!format!("{PAGE}{STYLE}{SCRIPT}").contains("http:") && !SCRIPT.contains("fetch("));
    }
}
