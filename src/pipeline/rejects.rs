//! Rejects of resolution as the report tells them.
//!
//! **Invariant**: every record that resolution rejected is told once, with its raw text read again from its source.

use std::collections::BTreeMap;

use super::RunError;
use super::read::Intake;
use crate::backend::workspace::{Cause, Rejection, StagedRecord, Workspace};
use crate::diagnostic::{Code, Diagnostic};
use crate::mapping::Input;
use crate::record::Origin;
use crate::report::{Place, Reason, Reject, Sink};
use crate::source::{self, Limits, RawRecord};

/// Rejections held at once while their raw text is read.
const HELD_MAX: usize = 10_000;

/// Tells the sink every record of a table that resolution rejected.
pub(super) fn tell(
    workspace: &mut Workspace<'_>,
    table: usize,
    intakes: &mut [Intake],
    limits: &Limits,
    sink: &mut dyn Sink,
) -> Result<(), RunError> {
    let mut rejections = Vec::new();
    workspace.each_rejection(table, &mut |rejection| rejections.push(rejection))?;
    for chunk in rejections.chunks(HELD_MAX) {
        let raw = raw_texts(&intakes[table], chunk, limits)?;
        for rejection in chunk {
            let raw = raw.get(&(rejection.record.source, rejection.record.position.byte));
            let member = raw.and_then(|raw| member(raw.key.as_deref()));
            let reject = describe(workspace, table, intakes, rejection, member)?;
            *intakes[table].rejects.entry(reject.reason.code.clone()).or_default() += 1;
            sink.reject(&reject, raw.map_or(b"", |raw| &raw.bytes)).map_err(RunError::Output)?;
        }
    }
    Ok(())
}

/// Raw texts by source and byte.
fn raw_texts(intake: &Intake, rejections: &[Rejection], limits: &Limits) -> Result<BTreeMap<(usize, u64), RawRecord>, RunError> {
    let mut wanted: BTreeMap<usize, Vec<u64>> = BTreeMap::new();
    for rejection in rejections {
        wanted.entry(rejection.record.source).or_default().push(rejection.record.position.byte);
    }
    let mut texts = BTreeMap::new();
    for (number, mut bytes) in wanted {
        bytes.sort_unstable();
        bytes.dedup();
        let Some((source, Some(shape))) = intake.sources.get(number) else { continue };
        for record in source::reread(source, *shape, &mut bytes.into_iter(), limits) {
            let record = record.map_err(RunError::Source)?;
            texts.insert((number, record.byte), record);
        }
    }
    Ok(texts)
}

fn describe(
    workspace: &mut Workspace<'_>,
    table: usize,
    intakes: &[Intake],
    rejection: &Rejection,
    member: Option<String>,
) -> Result<Reject, RunError> {
    let root = match rejection.root {
        Some((root_table, seq)) => workspace.staged_record(root_table, seq)?.and_then(|r| place(&intakes[root_table], &r)),
        None => None,
    };
    let layout = workspace.layout(table);
    let other = rejection.other.as_ref().and_then(|r| place(&intakes[table], r));
    let keys = |number: usize| layout.keys.get(number).map(|k| layout.table.keys[k.key].name.clone());
    Ok(Reject {
        table: layout.table.display_name(),
        mapping: layout.mapping.clone(),
        place: place(&intakes[table], &rejection.record).unwrap_or(Place { source: String::new(), line: 0, byte: 0, index: 0 }),
        legacy_id: rejection.record.legacy_id.clone(),
        member,
        reason: reason(layout, rejection, other.as_ref(), root.as_ref()),
        more: Vec::new(),
        other,
        rows: rejection.rows.iter().map(|(key, row)| (keys(*key).unwrap_or_default(), row.clone())).collect(),
        root,
    })
}

/// Name of a member from its JSON string.
pub(super) fn member(key: Option<&[u8]>) -> Option<String> {
    serde_json::from_slice(key?).ok()
}

/// Place of a record of the stage.
pub(super) fn place(intake: &Intake, record: &StagedRecord) -> Option<Place> {
    let (source, _) = intake.sources.get(record.source)?;
    Some(place_of(&record.position.origin(&source.path)))
}

/// Place of an origin.
pub(super) fn place_of(origin: &Origin) -> Place {
    Place { source: origin.path.to_string(), line: origin.line, byte: origin.byte, index: origin.index }
}

fn reason(layout: &crate::layout::Layout, rejection: &Rejection, other: Option<&Place>, root: Option<&Place>) -> Reason {
    let value = rejection.value.clone();
    let shown = value.clone().unwrap_or_default();
    let at = |place: Option<&Place>| place.map_or_else(String::new, |p| format!(" at {}:{}", p.source, p.line));
    let key = layout.keys.get(rejection.subject).map(|k| layout.table.keys[k.key].name.clone());
    let rows = || rejection.rows.iter().map(|(_, row)| format!("`{row}`")).collect::<Vec<_>>().join(", ");
    let mut reason = Reason { code: String::new(), field: None, column: None, key, value, message: String::new(), hint: None };
    let code = match rejection.cause {
        Cause::Ambiguous => {
            let found: Vec<String> = rejection
                .rows
                .iter()
                .map(|(k, row)| format!("`{}` finds row `{row}`", layout.keys.get(*k).map_or("", |k| &layout.table.keys[k.key].name)))
                .collect();
            reason.message = format!("the record's keys find different rows: {}", found.join(", "));
            reason.hint = Some("merge the stored rows, correct the record, or declare the volatile key `match = false`".to_owned());
            reason.key = None;
            reason.value = None;
            Code::KeyAmbiguous
        }
        Cause::DuplicateInInput => {
            if shown.is_empty() {
                reason.key = None;
            }
            let what =
                if shown.is_empty() { "the row".to_owned() } else { format!("{shown} (key `{}`)", reason.key.clone().unwrap_or_default()) };
            reason.message = format!("an earlier record{} has {what}, and differs", at(other));
            reason.hint = Some("correct one of the two, or set `on_duplicate`".to_owned());
            Code::KeyDuplicateInInput
        }
        Cause::ConflictsWithStoredRow => {
            let row = if rejection.rows.is_empty() { String::new() } else { format!(" {}", rows()) };
            reason.message = format!(
                "stored row{row}, which this run does not rewrite{}, has {shown} (key `{}`)",
                at(other),
                reason.key.clone().unwrap_or_default()
            );
            reason.hint = Some("change the stored row, or correct the record".to_owned());
            Code::KeyConflictsWithStoredRow
        }
        Cause::UnresolvedReference => {
            about_reference(layout, rejection.subject, &mut reason, |by, table| {
                let because = root.map_or_else(String::new, |p| {
                    format!("; the record that it names, or one that it depends on, was rejected{}", at(Some(p)))
                });
                format!("no row of `{table}` has {by} `{shown}`{because}")
            });
            reason.hint = Some("import the row that is named first, or declare `on_unresolved = \"null\"`".to_owned());
            Code::UnresolvedReference
        }
        Cause::AmbiguousReference => {
            about_reference(layout, rejection.subject, &mut reason, |by, table| {
                format!("two or more rows of `{table}` have {by} `{shown}`")
            });
            reason.hint = Some("refer to the row by its legacy id, or by a column whose values are unique".to_owned());
            Code::AmbiguousReference
        }
        Cause::RefusedValue => {
            let column = layout.columns.get(rejection.subject);
            reason.key = None;
            reason.column = column.map(|c| c.name.clone());
            reason.message = format!("found `{shown}`, expected {}", column.map_or("", |c| &c.type_text));
            Code::ValueRefusedByDatabase
        }
        Cause::MissingValue => {
            reason.key = None;
            reason.value = None;
            reason.column = layout.columns.get(rejection.subject).map(|c| c.name.clone());
            "found no such field, expected a value: the record is a new row, and the column is NOT NULL".clone_into(&mut reason.message);
            Code::ValueMissing
        }
        Cause::EditedRow => {
            let column = layout.columns.get(rejection.subject);
            reason.key = None;
            reason.column = column.map(|c| c.name.clone());
            reason.message = format!(
                "both the source and the stored row{} changed since the last run; the source now has `{shown}` for the column `{}`",
                if rejection.rows.is_empty() { String::new() } else { format!(" {}", rows()) },
                column.map_or("", |c| &c.name)
            );
            reason.hint = Some("correct one of the two, or set `on_target_edit`".to_owned());
            Code::TargetEdited
        }
        Cause::RefusedRow => {
            reason.key.clone_from(&rejection.constraint);
            reason.value = None;
            reason.message = shown;
            reason.hint = Some("correct the record, or change the constraint or trigger that refuses it".to_owned());
            Code::WriteRefused
        }
    };
    code.as_str().clone_into(&mut reason.code);
    reason
}

/// Completes a reason that is about a reference: its column, its field, and what `say` says of the natural key and the table.
fn about_reference(layout: &crate::layout::Layout, number: usize, reason: &mut Reason, say: impl Fn(&str, &str) -> String) {
    let reference = layout.columns.iter().filter(|c| matches!(c.fill, crate::layout::Fill::Reference { .. })).nth(number);
    reason.key = None;
    reason.column = reference.map(|c| c.name.clone());
    if let Some(crate::layout::Fill::Reference { target, from }) = reference.map(|c| &c.fill) {
        reason.field = field_of(from);
        reason.message = say(target.by.as_deref().unwrap_or("legacy id"), &target.table.display_name());
    }
}

/// Returns the field, or the fields, that a value was taken from.
fn field_of(from: &Input) -> Option<String> {
    match from {
        Input::Field(path) => Some(path.to_string()),
        Input::FirstOf(all) => Some(all.iter().map(|one| one.path.to_string()).collect::<Vec<_>>().join(", ")),
        Input::Constant(_) | Input::Rest => None,
    }
}

/// The reason of a reject and further ones, from the diagnostics of one record.
pub(super) fn reasons(diagnostics: &[Diagnostic]) -> (Reason, Vec<Reason>) {
    let mut all: Vec<Reason> = diagnostics
        .iter()
        .map(|d| Reason {
            code: d.code.as_str().to_owned(),
            field: d.field.clone(),
            column: d.column.clone(),
            key: None,
            value: d.value.clone(),
            message: d.message.clone(),
            hint: d.hint.clone(),
        })
        .collect();
    let more = all.split_off(1.min(all.len()));
    let first = all.pop().unwrap_or(Reason {
        code: String::new(),
        field: None,
        column: None,
        key: None,
        value: None,
        message: String::new(),
        hint: None,
    });
    (first, more)
}
