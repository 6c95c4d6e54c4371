//! Rejects of resolution as the report tells them.
//!
//! **Invariant**: every record that resolution rejected is told once, with its raw text read again from its source.

use std::collections::BTreeMap;

use super::RunError;
use super::fallbacks::Fallbacks;
use super::read::Intake;
use crate::backend::workspace::{Cause, Rejection, StagedRecord, Workspace};
use crate::diagnostic::{Code, Diagnostic};
use crate::layout::Layout;
use crate::mapping::Input;
use crate::normalize::Normalizer;
use crate::record::Origin;
use crate::report::{CascadeReport, Place, Reason, Reject, Sink};
use crate::source::{self, Limits, RawRecord};

/// Rejections held at once while their raw text is read.
const HELD_MAX: usize = 10_000;

/// What telling rejects needs beside the workspace.
pub(super) struct Telling<'a> {
    pub(super) normalizer: &'a Normalizer,
    pub(super) limits: &'a Limits,
    pub(super) sink: &'a mut dyn Sink,
}

/// Rejected records that dragged others along, by table and place in its input order.
#[derive(Default)]
pub(super) struct Cascades(BTreeMap<(usize, i64), Root>);

/// Where a record stands that dragged others along, and how many, by table.
struct Root {
    place: Option<Place>,
    tables: BTreeMap<usize, u64>,
}

/// Cascades told of; those that dragged most records along.
const CASCADES_MAX: usize = 100;

impl Cascades {
    /// Describes the largest ones, largest first.
    pub(super) fn reports(self, name: impl Fn(usize) -> String) -> Vec<CascadeReport> {
        let mut reports: Vec<CascadeReport> = Vec::new();
        for ((table, _), root) in self.0 {
            let by_table: BTreeMap<String, u64> = root.tables.into_iter().map(|(table, count)| (name(table), count)).collect();
            let records = by_table.values().sum();
            reports.extend(root.place.map(|place| CascadeReport { table: name(table), place, records, by_table }));
        }
        reports.sort_by_key(|cascade| std::cmp::Reverse(cascade.records));
        reports.truncate(CASCADES_MAX);
        reports
    }

    /// Finds where the records stand that dragged records of a table along.
    fn find(&mut self, workspace: &mut Workspace<'_>, table: usize, intakes: &[Intake]) -> Result<(), RunError> {
        Ok(workspace.each_root(table, &mut |of, record| {
            let found = || Root { place: place(&intakes[of], &record), tables: BTreeMap::new() };
            self.0.entry((of, record.seq)).or_insert_with(found);
        })?)
    }

    /// Counts a record of a table that was dragged along, and returns the place of the one that did it.
    fn count(&mut self, table: usize, root: (usize, i64)) -> Option<Place> {
        let root = self.0.get_mut(&root)?;
        *root.tables.entry(table).or_default() += 1;
        root.place.clone()
    }
}

/// Tells the sink every record of a table that resolution rejected.
pub(super) fn tell(
    workspace: &mut Workspace<'_>,
    table: usize,
    intakes: &mut [Intake],
    cascades: &mut Cascades,
    telling: &mut Telling<'_>,
) -> Result<(), RunError> {
    cascades.find(workspace, table, intakes)?;
    let layout = workspace.layout(table).clone();
    let intake = &intakes[table];
    let fallbacks = Fallbacks::of(telling.normalizer, intake, telling.limits);
    let mut work = Work { layout: &layout, intake, table, fallbacks, cascades, telling, counts: BTreeMap::new() };
    let (mut held, mut failure) = (Vec::new(), None);
    workspace.each_rejection(table, &mut |rejection| {
        held.push(rejection);
        if held.len() >= HELD_MAX {
            let told = if failure.is_none() { work.tell(&held) } else { Ok(()) };
            failure = failure.take().or(told.err());
            held.clear();
        }
    })?;
    failure.map_or_else(|| work.tell(&held), Err)?;
    let counts = work.counts;
    for (code, count) in counts {
        *intakes[table].rejects.entry(code).or_default() += count;
    }
    Ok(())
}

/// What telling the rejects of one table needs.
struct Work<'w, 't> {
    layout: &'w Layout,
    intake: &'w Intake,
    table: usize,
    fallbacks: Option<Fallbacks<'w>>,
    cascades: &'w mut Cascades,
    telling: &'w mut Telling<'t>,
    counts: BTreeMap<String, u64>,
}

impl Work<'_, '_> {
    /// Tells some rejects with their raw texts.
    fn tell(&mut self, rejections: &[Rejection]) -> Result<(), RunError> {
        let raw = raw_texts(self.intake, rejections, self.fallbacks.is_some(), self.telling.limits)?;
        for rejection in rejections {
            let of = |record: &StagedRecord| raw.get(&(record.source, record.byte));
            let member = of(&rejection.record).and_then(|raw| member(raw.key.as_deref()));
            let root = rejection.root.and_then(|root| self.cascades.count(self.table, root));
            let mut reject = describe(self.layout, self.intake, rejection, member, root);
            if let Some(fallbacks) = &self.fallbacks {
                fallbacks.explain(&mut reject, rejection, self.intake, of);
            }
            *self.counts.entry(reject.reason.code.clone()).or_default() += 1;
            let text = of(&rejection.record).map_or(b"" as &[u8], |raw| &raw.bytes);
            self.telling.sink.reject(&reject, text).map_err(RunError::Output)?;
        }
        Ok(())
    }
}

/// Raw texts by source and byte.
fn raw_texts(
    intake: &Intake,
    rejections: &[Rejection],
    others: bool,
    limits: &Limits,
) -> Result<BTreeMap<(usize, u64), RawRecord>, RunError> {
    let mut wanted: BTreeMap<usize, Vec<u64>> = BTreeMap::new();
    for rejection in rejections {
        for record in std::iter::once(&rejection.record).chain(rejection.other.iter().filter(|_| others)) {
            wanted.entry(record.source).or_default().push(record.byte);
        }
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

fn describe(layout: &Layout, intake: &Intake, rejection: &Rejection, member: Option<String>, root: Option<Place>) -> Reject {
    let other = rejection.other.as_ref().and_then(|r| place(intake, r));
    let keys = |number: usize| layout.keys.get(number).map(|k| layout.table.keys[k.key].name.clone());
    Reject {
        table: layout.table.display_name(),
        mapping: layout.mapping.clone(),
        place: place(intake, &rejection.record).unwrap_or(Place { source: String::new(), line: 0, line_column: 0, byte: 0, index: 0 }),
        legacy_id: rejection.record.legacy_id.clone(),
        member,
        reason: reason(layout, rejection, other.as_ref(), root.as_ref()),
        more: Vec::new(),
        other,
        rows: rejection.rows.iter().map(|(key, row)| (keys(*key).unwrap_or_default(), row.clone())).collect(),
        root,
    }
}

/// Name of a member from its JSON string.
pub(super) fn member(key: Option<&[u8]>) -> Option<String> {
    serde_json::from_slice(key?).ok()
}

/// Place of a record of the stage.
pub(super) fn place(intake: &Intake, record: &StagedRecord) -> Option<Place> {
    let (source, _) = intake.sources.get(record.source)?;
    Some(place_of(&intake.position(record).origin(&source.path)))
}

/// Place of an origin.
pub(super) fn place_of(origin: &Origin) -> Place {
    Place { source: origin.path.to_string(), line: origin.line, line_column: origin.column, byte: origin.byte, index: origin.index }
}

fn reason(layout: &Layout, rejection: &Rejection, other: Option<&Place>, root: Option<&Place>) -> Reason {
    let value = rejection.value.clone();
    let shown = value.clone().unwrap_or_default();
    let at = |place: Option<&Place>| place.map_or_else(String::new, |p| format!(" at {p}"));
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
            let same_id =
                rejection.record.legacy_id.as_ref().filter(|id| rejection.other.as_ref().is_some_and(|o| o.legacy_id.as_ref() == Some(id)));
            let what = match (same_id, shown.is_empty()) {
                (Some(id), true) => {
                    reason.value = Some(id.clone());
                    format!("the same legacy id `{id}`")
                }
                (None, true) => "the same row".to_owned(),
                (_, false) => format!("{shown} (key `{}`)", reason.key.clone().unwrap_or_default()),
            };
            if shown.is_empty() {
                reason.key = None;
            }
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
fn about_reference(layout: &Layout, number: usize, reason: &mut Reason, say: impl Fn(&str, &str) -> String) {
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
