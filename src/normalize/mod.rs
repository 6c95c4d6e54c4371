//! Normalization: the fields of one record become the cells of one row, each fit for its column.
//!
//! Takes the [`Fields`] that decoding picked out, gives one row of a [`Batch`], and [`Findings`]: what was wrong, unmapped, absent, or looked up in
//! an enum table. Rules come from a [`Layout`]; `docs/values.md` states what each type takes.
//!
//! **Invariant**: every record that comes in is one row that goes out, in the same order; a record with a wrong value is marked as rejected and has
//! a diagnostic for every column that is wrong. Nothing here knows a database or a legacy spelling.

mod array;
mod bytes;
mod calendar;
mod column;
mod decimal;
mod enums;
mod fault;
mod findings;
mod hash;
mod id;
mod iso;
mod json;
mod nulls;
mod number;
mod reader;
mod text;
mod time;
mod transform;
mod value;
mod zone;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::catalog::BackendKind;
use crate::decode::{FieldSet, Fields, Slot};
use crate::diagnostic::{Code, Diagnostic};
use crate::layout::{Fill, Layout};
use crate::mapping::FieldPath;
use crate::record::{Batch, Cell, Origin, Position, RowHead, Span};
use column::{Column, Work};
use fault::{Fault, Outcome};
use nulls::Nulls;
use value::Value;

pub use findings::{DISTINCT_MAX, EnumCount, EnumTexts, Findings, SAMPLES_MAX};
pub use hash::content_hash;

/// Where a record stands.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    /// Place in the input order of the table, unique in one run.
    pub seq: i64,
    /// Number of the source in the run's list of sources.
    pub source: u32,
    /// Position inside that source.
    pub position: Position,
    /// Path of the source.
    pub path: &'a Arc<str>,
}

impl At<'_> {
    /// Returns the origin of the record.
    #[must_use]
    pub fn origin(&self) -> Origin {
        self.position.origin(self.path)
    }
}

/// Why a layout cannot be normalized with.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NormalizeError {
    /// A time zone or a pattern that is not known.
    #[error("column `{column}`: {message}")]
    Time {
        /// Column that declares it.
        column: String,
        /// What was found and what was expected.
        message: String,
    },
    /// A default or constant of the mapping that the column does not take.
    #[error("column `{column}`: the mapping gives it `{json}`: {message}")]
    Written {
        /// Column.
        column: String,
        /// The value as JSON text.
        json: String,
        /// What was found and what was expected.
        message: String,
    },
    /// A value of an enum table that its column does not take.
    #[error("column `{column}`: the value `{value}` of its enum table cannot be stored: {message}")]
    Lookup {
        /// Column.
        column: String,
        /// Canonical value.
        value: String,
        /// What was found and what was expected.
        message: String,
    },
    /// The rest goes into a column that cannot hold a JSON object.
    #[error("column `{column}`: found `rest = true` on {type_text}, expected a JSON or text column")]
    Rest {
        /// Column.
        column: String,
        /// Its type.
        type_text: String,
    },
}

/// A layout compiled for normalization; one serves all threads.
#[derive(Debug)]
pub struct Normalizer {
    layout: Arc<Layout>,
    table: String,
    fields: FieldSet,
    columns: Vec<Column>,
    legacy_id: Option<LegacyStep>,
}

/// How the legacy id of a record is found.
#[derive(Debug)]
struct LegacyStep {
    slot: Slot,
    nulls: Nulls,
    /// True where a column is made from the id, so that the column reports what is wrong with it.
    has_column: bool,
}

impl Normalizer {
    /// Compiles a layout.
    ///
    /// # Errors
    /// A time zone or pattern that is not known, a default or constant that its column does not take, `rest` on a column that cannot hold it.
    pub fn new(layout: Arc<Layout>, backend: BackendKind) -> Result<Self, NormalizeError> {
        let mut fields = FieldSet::default();
        fields.each = layout.source.each.as_deref().map(parse_path);
        let columns =
            (0..layout.columns.len()).map(|index| Column::new(&layout, index, backend, &mut fields)).collect::<Result<Vec<_>, _>>()?;
        let legacy_id = layout.legacy_id.as_ref().map(|legacy| LegacyStep {
            slot: fields.want(&legacy.from),
            nulls: Nulls::new(&legacy.null_if, true),
            has_column: layout.columns.iter().any(|column| matches!(&column.fill, Fill::Id { from, .. } if *from == legacy.from)),
        });
        check_written(&columns)?;
        Ok(Self { table: layout.table.display_name(), layout, fields, columns, legacy_id })
    }

    /// Returns the layout.
    #[must_use]
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Returns what decoding must pick out of each record.
    #[must_use]
    pub fn field_set(&self) -> &FieldSet {
        &self.fields
    }

    /// Appends one record as one row.
    pub fn normalize(&self, fields: &Fields<'_>, at: &At<'_>, batch: &mut Batch, findings: &mut Findings) {
        if !self.fields.keep_rest {
            fields
                .rest
                .iter()
                .map(|(name, _)| name.as_ref())
                .chain(fields.left.iter().map(String::as_str))
                .for_each(|name| findings.count_unmapped(name));
        }
        let (legacy_id, mut rejected) = self.legacy_id(fields, at, batch, findings);
        let first_cell = batch.cells.len();
        let mut work = Work { at, batch, findings, originals: Vec::new() };
        for column in &self.columns {
            let cell = column.cell(fields, &mut work).unwrap_or_else(|fault| {
                rejected = true;
                let diagnostic = self.diagnose(fault, at, column.field(), Some(&column.name), column.json(fields));
                work.findings.diagnostics.push(diagnostic);
                Cell::Null
            });
            work.batch.cells.push(cell);
        }
        let originals = std::mem::take(&mut work.originals);
        for (index, json) in originals {
            rejected |= !self.keep_original(index, &json, first_cell, at, batch, findings);
        }
        push_row(at, legacy_id, rejected, batch, findings);
    }

    /// Appends a record that could not be decoded: a rejected row of NULL cells, and `diagnostic` with the origin and the table.
    pub fn reject(&self, at: &At<'_>, diagnostic: Diagnostic, batch: &mut Batch, findings: &mut Findings) {
        findings.diagnostics.push(diagnostic.at(at.origin()).table(&self.table));
        batch.cells.extend(std::iter::repeat_n(Cell::Null, self.columns.len()));
        push_row(at, None, true, batch, findings);
    }

    /// Finds the legacy id, and says whether it rejects the record.
    fn legacy_id(&self, fields: &Fields<'_>, at: &At<'_>, batch: &mut Batch, findings: &mut Findings) -> (Option<Span>, bool) {
        let Some(step) = &self.legacy_id else { return (None, false) };
        let Some(json) = fields.get(step.slot) else { return (None, false) };
        match read_legacy_id(step, json, batch) {
            Ok(id) => (id, false),
            Err(fault) => {
                if !step.has_column {
                    let field = self.layout.legacy_id.as_ref().map(|legacy| legacy.from.to_string());
                    findings.diagnostics.push(self.diagnose(fault, at, field, None, Some(json)));
                }
                (None, true)
            }
        }
    }

    /// Keeps the original text of an enum fallback where the layout says, and says whether that was possible.
    fn keep_original(&self, index: usize, json: &str, first_cell: usize, at: &At<'_>, batch: &mut Batch, findings: &mut Findings) -> bool {
        let Some((target, path)) = &self.layout.columns[index].original else { return true };
        let (Some(column), Some(cell)) = (self.columns.get(*target), batch.cells.get(first_cell + target).copied()) else { return true };
        match original_cell(column, cell, path, json, batch) {
            Ok(cell) => {
                batch.cells[first_cell + target] = cell;
                true
            }
            Err(fault) => {
                let field = self.columns[index].field();
                findings.diagnostics.push(self.diagnose(fault, at, field, Some(&column.name), Some(json)));
                false
            }
        }
    }

    fn diagnose(&self, fault: Fault, at: &At<'_>, field: Option<String>, column: Option<&str>, json: Option<&str>) -> Diagnostic {
        let reason = fault.into_reason();
        let mut diagnostic = Diagnostic::error(reason.code, reason.message).at(at.origin()).table(&self.table);
        diagnostic.field = field;
        diagnostic.column = column.map(ToOwned::to_owned);
        diagnostic.hint = reason.hint;
        match json {
            Some(json) => diagnostic.value(json),
            None => diagnostic,
        }
    }
}

/// Reads defaults and constants once.
fn check_written(columns: &[Column]) -> Result<(), NormalizeError> {
    let path: Arc<str> = Arc::from("");
    let at = At { seq: 0, source: 0, position: Position::default(), path: &path };
    let (mut batch, mut findings) = (Batch::default(), Findings::default());
    let mut work = Work { at: &at, batch: &mut batch, findings: &mut findings, originals: Vec::new() };
    columns.iter().try_for_each(|column| column.check(&mut work))
}

/// Appends the head of a row whose cells are there.
fn push_row(at: &At<'_>, legacy_id: Option<Span>, rejected: bool, batch: &mut Batch, findings: &mut Findings) {
    let hash = if rejected { 0 } else { content_hash(batch, batch.rows.len()) };
    batch.rows.push(RowHead {
        seq: at.seq,
        source: at.source,
        position: at.position,
        legacy_id,
        rejected,
        hash,
        raw: 0,
        adds: findings.take_trail(),
    });
    if rejected {
        findings.rejected += 1;
    } else {
        findings.accepted += 1;
    }
}

/// Reads a legacy id into the batch.
fn read_legacy_id(step: &LegacyStep, json: &str, batch: &mut Batch) -> Outcome<Option<Span>> {
    let value = Value::parse(json)?;
    if step.nulls.has(&value) {
        return Ok(None);
    }
    Ok(id::canonical(&value)?.map(|text| batch.push_text(&text)))
}

/// Makes the cell that keeps the original of an enum value: the column itself, or its document with the original at `path`.
fn original_cell(column: &Column, cell: Cell, path: &[String], json: &str, batch: &mut Batch) -> Outcome<Cell> {
    if path.is_empty() {
        return column.read_plain(json, batch);
    }
    let document = match cell {
        Cell::Json(span) | Cell::Text(span) => Some(batch.text_of(span)),
        _ => None,
    };
    let original = serde_json::from_str(json)
        .map_err(|error| Fault::new(Code::ValueMalformed, format_args!("an original text that cannot be kept ({error})"), "JSON"))?;
    let kept = json::with_member(document, path, &original)?;
    column.read_document(&kept, batch)
}

/// Reads a field name, or a JSON pointer (RFC 6901) into a record.
fn parse_path(text: &str) -> FieldPath {
    let Some(pointer) = text.strip_prefix('/') else { return FieldPath::Field(text.to_owned()) };
    let (field, rest) = pointer.find('/').map_or((pointer, ""), |at| pointer.split_at(at));
    let field = field.replace("~1", "/").replace("~0", "~");
    if rest.is_empty() { FieldPath::Field(field) } else { FieldPath::Pointer { field, rest: rest.to_owned() } }
}
