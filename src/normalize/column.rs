//! One column, compiled: from what a record has for it to a cell.
//!
//! Takes the JSON text of the field, gives a [`Cell`] or the [`Fault`] that rejects the record.
//!
//! **Invariant**: absent, null, a declared spelling of null, and a value stay four different things until the rules of the column say otherwise.

use crate::catalog::{BackendKind, DataType};
use crate::decode::{FieldSet, Fields, Slot};
use crate::diagnostic::Code;
use crate::layout::{ColumnLayout, Fill, Layout};
use crate::mapping::{Absent, FieldPath, Input, Reached, Transform};
use crate::normalize::enums::EnumRule;
use crate::normalize::fault::{Fault, Outcome, excerpt};
use crate::normalize::findings::Findings;
use crate::normalize::id::{self, IdRule};
use crate::normalize::nulls::Nulls;
use crate::normalize::reader::{Out, Reader, Setting, is_text, write_json};
use crate::normalize::text::check_nul;
use crate::normalize::transform::Transforms;
use crate::normalize::value::{Kind, Value, push_quoted};
use crate::normalize::{At, NormalizeError, json};
use crate::record::{Batch, Cell};

/// One compiled column.
#[derive(Debug)]
pub(super) struct Column {
    index: usize,
    /// Name of the column.
    pub(super) name: String,
    given: Given,
    default: Option<String>,
    /// True where NULL is not admitted.
    required: bool,
    /// True where an absent field is the row former's business.
    may_be_absent: bool,
    has_default: bool,
    nulls: Nulls,
    transforms: Transforms,
    step: Step,
}

/// Where the value comes from.
#[derive(Debug)]
enum Given {
    Field(Slot, FieldPath),
    FirstOf(Vec<(Slot, Transforms)>, String),
    Constant(String),
    Rest,
}

/// What is done with the value.
#[derive(Debug)]
enum Step {
    Value(Reader),
    Enum(EnumRule, Reader),
    Id(IdRule),
    LegacyReference,
    KeyReference,
    Rest(Reader),
}

/// What a record's columns share while they are read.
pub(super) struct Work<'w> {
    /// Where the record stands.
    pub(super) at: &'w At<'w>,
    /// Where the cells go.
    pub(super) batch: &'w mut Batch,
    /// What else is found.
    pub(super) findings: &'w mut Findings,
    /// Columns whose enum value fell back, with the JSON text of the original.
    pub(super) originals: Vec<(usize, String)>,
}

/// Whether a value is the record's own, or written in the mapping and so of no interest for counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Record,
    Mapping,
}

impl Column {
    /// Compiles column `index` of a layout and asks for its field.
    pub(super) fn new(layout: &Layout, index: usize, backend: BackendKind, set: &mut FieldSet) -> Result<Self, NormalizeError> {
        let column = &layout.columns[index];
        let stored = layout.table.column(&column.name);
        let required = !column.nullable || stored.is_some_and(|stored| !stored.nullable);
        let step = step_of(layout, column, backend)?;
        let scalars = matches!(step, Step::Enum(..) | Step::KeyReference) || is_text(&column.data_type);
        let transforms = Transforms::new(&column.transforms, scalars);
        Ok(Self {
            index,
            name: column.name.clone(),
            given: given_of(column, scalars, set),
            default: column.default.as_ref().map(ToString::to_string),
            required,
            may_be_absent: !required || column.has_default || column.absent == Absent::Keep,
            has_default: column.has_default,
            nulls: Nulls::new(null_texts(layout, column), transforms.trims()),
            transforms,
            step,
        })
    }

    /// Returns the JSON text that the record, or the mapping as a constant, has for the column.
    pub(super) fn json<'f>(&'f self, fields: &'f Fields<'_>) -> Option<&'f str> {
        match &self.given {
            Given::Field(slot, _) => fields.get(*slot),
            Given::FirstOf(all, _) => all.iter().find_map(|(slot, _)| fields.get(*slot).filter(|json| *json != "null")),
            Given::Constant(json) => Some(json),
            Given::Rest => None,
        }
    }

    /// Returns the field's name as the mapping writes it.
    pub(super) fn field(&self) -> Option<String> {
        match &self.given {
            Given::Field(_, path) => Some(path.to_string()),
            Given::FirstOf(_, shown) => Some(shown.clone()),
            Given::Constant(_) | Given::Rest => None,
        }
    }

    /// Makes the column's cell.
    pub(super) fn cell(&self, fields: &Fields<'_>, work: &mut Work<'_>) -> Outcome<Cell> {
        match (&self.given, &self.step) {
            (Given::Rest, Step::Rest(reader)) => self.rest(reader, fields, work),
            (Given::Rest, _) => Ok(Cell::Absent),
            (Given::Constant(json), _) => self.present(json, Whose::Mapping, work),
            (Given::FirstOf(all, _), _) => self.first_of(all, fields, work),
            (Given::Field(slot, _), _) => match fields.get(*slot) {
                Some(json) => self.present(json, Whose::Record, work),
                None => self.absent(work),
            },
        }
    }

    /// Takes the first field that is there, not null and not one of the texts that mean NULL.
    fn first_of(&self, all: &[(Slot, Transforms)], fields: &Fields<'_>, work: &mut Work<'_>) -> Outcome<Cell> {
        let mut is_there = false;
        for (slot, transforms) in all {
            let Some(json) = fields.get(*slot) else { continue };
            is_there = true;
            let value = Value::parse(json)?;
            if value.kind == Kind::Null || self.nulls.has(&value) {
                continue;
            }
            if transforms.is_empty() {
                return self.present(json, Whose::Record, work);
            }
            let value = transforms.apply(value)?;
            if value.kind != Kind::String {
                return self.present(&value.text, Whose::Record, work);
            }
            let mut quoted = String::with_capacity(value.text.len() + 2);
            push_quoted(&mut quoted, &value.text);
            return self.present(&quoted, Whose::Record, work);
        }
        if is_there { self.present("null", Whose::Record, work) } else { self.absent(work) }
    }

    /// Reads the default and the constant once, so that a wrong one stops the run instead of rejecting every record.
    ///
    /// So are the values of an enum table whose column is no text: what the database lists is looked at by the schema check.
    pub(super) fn check(&self, work: &mut Work<'_>) -> Result<(), NormalizeError> {
        if let Step::Enum(rule, reader) = &self.step
            && !reader.takes_any_word()
        {
            for value in rule.values() {
                let read = self.read(reader, &Value::string(value.as_str()), work);
                read.map_err(|fault| NormalizeError::Lookup {
                    column: self.name.clone(),
                    value: value.clone(),
                    message: fault.into_reason().message,
                })?;
            }
        }
        let constant = match &self.given {
            Given::Constant(json) => Some(json),
            Given::Field(..) | Given::FirstOf(..) | Given::Rest => None,
        };
        for json in constant.into_iter().chain(&self.default) {
            self.present(json, Whose::Mapping, work).map_err(|fault| NormalizeError::Written {
                column: self.name.clone(),
                json: excerpt(json),
                message: fault.into_reason().message,
            })?;
        }
        Ok(())
    }

    /// Reads a text of the record into the column as it is, for originals of enum values.
    pub(super) fn read_plain(&self, json: &str, batch: &mut Batch) -> Outcome<Cell> {
        let value = Value::parse(json)?;
        match &self.step {
            Step::Value(reader) | Step::Enum(_, reader) | Step::Rest(reader) => reader.read(&value, &mut Out::new(batch)),
            Step::Id(_) | Step::LegacyReference | Step::KeyReference => {
                Err(Fault::wrong_kind(&value, "a plain column for the original text"))
            }
        }
    }

    /// Reads a JSON document into the column: as text where the column is text.
    pub(super) fn read_document(&self, json: &str, batch: &mut Batch) -> Outcome<Cell> {
        let value = Value::parse(json)?;
        match &self.step {
            Step::Value(reader @ Reader::Text(_)) | Step::Rest(reader @ Reader::Text(_)) => {
                let mut compact = String::new();
                json::write(&value, &mut compact)?;
                reader.read(&Value::string(compact), &mut Out::new(batch))
            }
            _ => write_json(&value, batch),
        }
    }

    fn absent(&self, work: &mut Work<'_>) -> Outcome<Cell> {
        if let Some(json) = &self.default {
            return self.present(json, Whose::Mapping, work);
        }
        work.findings.count_absent(self.index);
        let admitted = if let Step::Id(_) = self.step { self.has_default } else { self.may_be_absent };
        if admitted {
            return Ok(Cell::Absent);
        }
        let hint = "give the column a `default` in the mapping, or `absent = \"keep\"` where records are partial";
        Err(Fault::new(Code::ValueMissing, "no such field", "a value: the column is NOT NULL").hint(hint))
    }

    fn null(&self, found: &Value<'_>) -> Outcome<Cell> {
        if let Step::Id(_) = self.step {
            return if self.has_default { Ok(Cell::Absent) } else { Err(Fault::new(Code::ValueMissing, found.found(), "a legacy id")) };
        }
        if self.required {
            let hint = "correct the source, or drop the column's NOT NULL by a migration";
            return Err(Fault::new(Code::ValueMissing, found.found(), "a value: the column is NOT NULL").hint(hint));
        }
        Ok(Cell::Null)
    }

    fn present(&self, json: &str, whose: Whose, work: &mut Work<'_>) -> Outcome<Cell> {
        let value = Value::parse(json)?;
        if self.nulls.has(&value) {
            return self.null(&value);
        }
        if let Step::Enum(rule, reader) = &self.step {
            return self.enum_cell(rule, reader, json, value, whose, work);
        }
        let value = if self.transforms.is_empty() { value } else { self.transforms.apply(value)? };
        if value.kind == Kind::Null {
            return self.null(&value);
        }
        match &self.step {
            Step::Value(reader) | Step::Enum(_, reader) | Step::Rest(reader) => self.read(reader, &value, work),
            Step::Id(rule) => match id::canonical(&value)? {
                Some(text) => rule.cell(&text, &mut Out::new(work.batch)),
                None => self.null(&value),
            },
            Step::LegacyReference => match id::canonical(&value)? {
                Some(text) => Ok(Cell::Text(work.batch.push_text(&text))),
                None => self.null(&value),
            },
            Step::KeyReference => {
                let text = value.scalar().ok_or_else(|| Fault::wrong_kind(&value, "the text of a key"))?;
                check_nul(text)?;
                Ok(Cell::Text(work.batch.push_text(text)))
            }
        }
    }

    fn read(&self, reader: &Reader, value: &Value<'_>, work: &mut Work<'_>) -> Outcome<Cell> {
        let mut out = Out::new(work.batch);
        let cell = reader.read(value, &mut out)?;
        if out.ambiguous_time {
            work.findings.count_ambiguous_time(self.index);
        }
        Ok(cell)
    }

    /// Looks the value up and reads the canonical one. The texts that are counted and kept are the source's, before any transform.
    fn enum_cell(
        &self,
        rule: &EnumRule,
        reader: &Reader,
        json: &str,
        value: Value<'_>,
        whose: Whose,
        work: &mut Work<'_>,
    ) -> Outcome<Cell> {
        let source = (!self.transforms.is_empty()).then(|| value.clone());
        let value = if self.transforms.is_empty() { value } else { self.transforms.apply(value)? };
        if value.kind == Kind::Null {
            return self.null(&value);
        }
        let mut fell_back = false;
        let canonical = rule.apply(&value, &mut |text, found| {
            fell_back |= found.is_some_and(|(_, reached)| reached == Reached::Fallback);
            if whose == Whose::Record {
                let original = source.as_ref().and_then(Value::scalar).unwrap_or(text);
                work.findings.count_enum(self.index, original, text, found, work.at);
            }
        })?;
        if fell_back && whose == Whose::Record {
            work.originals.push((self.index, json.to_owned()));
        }
        self.read(reader, &canonical, work)
    }

    /// Collects the fields that nobody maps.
    fn rest(&self, reader: &Reader, fields: &Fields<'_>, work: &mut Work<'_>) -> Outcome<Cell> {
        if fields.rest.is_empty() && !self.required {
            return Ok(Cell::Null);
        }
        let mut object = String::from("{");
        for (place, (name, value)) in fields.rest.iter().enumerate() {
            if place > 0 {
                object.push(',');
            }
            check_nul(name)?;
            push_quoted(&mut object, name);
            object.push(':');
            json::compact(value, &mut object).map_err(|fault| fault.inside(format_args!("field `{}`", excerpt(name))))?;
        }
        object.push('}');
        match reader {
            Reader::Json | Reader::Any(_) => Ok(Cell::Json(work.batch.push_text(&object))),
            _ => reader.read(&Value::string(object), &mut Out::new(work.batch)),
        }
    }
}

/// Asks for the column's field.
fn given_of(column: &ColumnLayout, scalars: bool, set: &mut FieldSet) -> Given {
    let input = match &column.fill {
        Fill::Input(input) | Fill::Reference { from: input, .. } => input,
        Fill::Id { from, .. } => return Given::Field(set.want(from), from.clone()),
    };
    match input {
        Input::Field(path) => Given::Field(set.want(path), path.clone()),
        Input::FirstOf(alternatives) => {
            let slots = alternatives.iter().map(|a| (set.want(&a.path), Transforms::new(&a.transforms, scalars)));
            let names: Vec<String> = alternatives.iter().map(|a| a.path.to_string()).collect();
            Given::FirstOf(slots.collect(), names.join(" or "))
        }
        Input::Constant(value) => Given::Constant(value.to_string()),
        Input::Rest => {
            set.keep_rest = true;
            Given::Rest
        }
    }
}

/// Compiles what is done with the value.
fn step_of(layout: &Layout, column: &ColumnLayout, backend: BackendKind) -> Result<Step, NormalizeError> {
    let reader = || {
        let element_transforms: Vec<Transform> = column.transforms.iter().filter(|step| **step != Transform::ParseJson).cloned().collect();
        let stored = layout.table.column(&column.name);
        let folds = stored.and_then(|stored| stored.collation.as_deref()).is_some_and(|collation| collation.eq_ignore_ascii_case("NOCASE"));
        let setting = Setting {
            backend,
            type_text: &column.type_text,
            allowed: column.allowed.as_ref(),
            folds,
            formats: &column.formats,
            time_zone: &column.time_zone,
            transforms: &element_transforms,
        };
        Reader::new(&column.data_type, &setting).map_err(|message| NormalizeError::Time { column: column.name.clone(), message })
    };
    match &column.fill {
        Fill::Id { form, namespace, .. } => Ok(Step::Id(IdRule::new(*form, *namespace, &column.data_type, reader()?))),
        Fill::Input(Input::Rest) => match column.data_type {
            DataType::Json | DataType::Jsonb | DataType::Any | DataType::Text { .. } | DataType::CiText => Ok(Step::Rest(reader()?)),
            _ => Err(NormalizeError::Rest { column: column.name.clone(), type_text: column.type_text.clone() }),
        },
        Fill::Reference { from: Input::Rest, .. } => {
            Err(NormalizeError::Rest { column: column.name.clone(), type_text: "a reference".to_owned() })
        }
        Fill::Reference { target, .. } if target.by.is_none() => Ok(Step::LegacyReference),
        Fill::Reference { .. } => Ok(Step::KeyReference),
        Fill::Input(_) => match &column.enum_table {
            Some(table) => Ok(Step::Enum(EnumRule::new(table), reader()?)),
            None => Ok(Step::Value(reader()?)),
        },
    }
}

/// Returns the texts that mean NULL: the column's, and for the id those of the legacy id too.
fn null_texts<'l>(layout: &'l Layout, column: &'l ColumnLayout) -> impl Iterator<Item = &'l String> {
    let of_id = match (&column.fill, &layout.legacy_id) {
        (Fill::Id { from, .. }, Some(legacy)) if *from == legacy.from => legacy.null_if.as_slice(),
        _ => &[],
    };
    column.null_if.iter().chain(of_id)
}
