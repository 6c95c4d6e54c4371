//! PostgreSQL arrays: a JSON array becomes an array literal (PostgreSQL manual, "Array Input and Output Syntax").
//!
//! **Invariant**: every element went through the reader of the element type, and every element that could be misread is quoted.

use std::fmt::Write as _;

use serde_json::value::RawValue;
use uuid::Uuid;

use crate::diagnostic::Code;
use crate::normalize::calendar::{era_of, push_date, push_time, push_timestamp};
use crate::normalize::fault::{Fault, Outcome};
use crate::normalize::reader::{Out, Reader};
use crate::normalize::transform::Transforms;
use crate::normalize::value::{Kind, Value};
use crate::record::{Batch, Cell};

/// Most dimensions of a PostgreSQL array (`MAXDIM`).
const DIMENSIONS_MAX: usize = 6;

/// Rule of an array column.
#[derive(Clone, Debug)]
pub(super) struct ArrayRule {
    element: Reader,
    transforms: Transforms,
}

/// What is known of the array while it is written.
struct Writer<'o, 'b> {
    out: &'o mut Out<'b>,
    /// Cells of elements put their text here.
    scratch: Batch,
    /// The literal so far.
    literal: String,
    /// Length of each dimension, as the first array on that level has it.
    lengths: Vec<usize>,
    /// Depth of the elements, as the first one has it.
    depth: Option<usize>,
}

impl ArrayRule {
    /// Creates the rule from the reader of the elements and the transforms of their text.
    pub(super) fn new(element: Reader, transforms: Transforms) -> Self {
        Self { element, transforms }
    }

    /// Reads an array.
    pub(super) fn read(&self, value: &Value<'_>, out: &mut Out<'_>) -> Outcome<Cell> {
        if value.kind != Kind::Array {
            return Err(Fault::wrong_kind(value, "an array").hint("if the string holds JSON, add the transform `parse_json`"));
        }
        let mut writer = Writer { out, scratch: Batch::new(0), literal: String::new(), lengths: Vec::new(), depth: None };
        self.level(&value.text, 1, &mut writer)?;
        if writer.depth.is_some_and(|depth| depth != writer.lengths.len()) {
            return Err(shape_fault("an empty array beside an element"));
        }
        // PostgreSQL before 17 refuses `{{},{}}`; an array without elements is `{}` whatever its shape.
        let literal = if writer.depth.is_none() { "{}" } else { &writer.literal };
        Ok(Cell::Other(writer.out.batch.push_text(literal)))
    }

    /// Appends one array of the `depth`-th dimension.
    fn level(&self, json: &str, depth: usize, writer: &mut Writer<'_, '_>) -> Outcome<()> {
        let elements: Vec<&RawValue> = elements_of(json)?;
        if depth > DIMENSIONS_MAX {
            return Err(shape_fault(format_args!("an array of more than {DIMENSIONS_MAX} dimensions")));
        }
        match writer.lengths.get(depth - 1) {
            None => writer.lengths.push(elements.len()),
            Some(length) if *length != elements.len() => {
                return Err(shape_fault(format_args!("an array of {} beside one of {length} elements", elements.len())));
            }
            Some(_) => {}
        }
        writer.literal.push('{');
        for (place, element) in elements.iter().enumerate() {
            if place > 0 {
                writer.literal.push(',');
            }
            self.element(element.get(), depth, writer).map_err(|fault| fault.inside(format_args!("element {place}")))?;
        }
        writer.literal.push('}');
        Ok(())
    }

    /// Appends one element, or the array of the next dimension.
    fn element(&self, json: &str, depth: usize, writer: &mut Writer<'_, '_>) -> Outcome<()> {
        let value = self.transforms.apply(Value::parse(json)?)?;
        // An array inside an array of documents is a document.
        if value.kind == Kind::Array && !matches!(self.element, Reader::Json) {
            return self.level(&value.text, depth + 1, writer);
        }
        if *writer.depth.get_or_insert(depth) != depth {
            return Err(shape_fault("an element beside an array"));
        }
        if value.kind == Kind::Null {
            writer.literal.push_str("NULL");
            return Ok(());
        }
        writer.scratch.text.clear();
        writer.scratch.bytes.clear();
        let mut out = Out::new(&mut writer.scratch);
        let cell = self.element.read(&value, &mut out)?;
        writer.out.ambiguous_time |= out.ambiguous_time;
        push_cell(&mut writer.literal, cell, &writer.scratch);
        Ok(())
    }
}

/// Splits a JSON array into its elements.
pub(super) fn elements_of(json: &str) -> Outcome<Vec<&RawValue>> {
    serde_json::from_str(json)
        .map_err(|error| Fault::new(Code::ValueMalformed, format_args!("an array that cannot be read ({error})"), "JSON"))
}

fn shape_fault(found: impl std::fmt::Display) -> Fault {
    Fault::new(Code::ValueMalformed, found, "arrays of one shape: PostgreSQL arrays are rectangular")
        .hint("use a jsonb column for arrays of any shape")
}

/// Appends the text form of a cell, quoted where it is not plain digits and letters.
fn push_cell(literal: &mut String, cell: Cell, batch: &Batch) {
    let mut text = String::new();
    match cell {
        Cell::Absent | Cell::Null => return literal.push_str("NULL"),
        Cell::Bool(value) => return literal.push(if value { 't' } else { 'f' }),
        Cell::Int(value) => return push_display(literal, value),
        Cell::Numeric(span) => return literal.push_str(batch.text_of(span)),
        Cell::Float(value) if value.is_infinite() => return literal.push_str(if value > 0.0 { "Infinity" } else { "-Infinity" }),
        Cell::Float(value) => return push_display(literal, value),
        Cell::Uuid(span) => return push_display(literal, Uuid::from_slice(batch.bytes_of(span)).unwrap_or_default()),
        Cell::Text(span) | Cell::Json(span) | Cell::Other(span) => return push_quoted(literal, batch.text_of(span)),
        Cell::Bytes(span) => {
            text.push_str("\\x");
            for byte in batch.bytes_of(span) {
                push_display(&mut text, format_args!("{byte:02x}"));
            }
        }
        Cell::Date(days) => {
            push_date(&mut text, i64::from(days));
            text.push_str(era_of(i64::from(days)));
        }
        Cell::Time(micros) => push_time(&mut text, micros),
        Cell::Timestamp(micros) => push_timestamp(&mut text, micros, ""),
        Cell::TimestampTz(micros) => push_timestamp(&mut text, micros, "+00"),
    }
    push_quoted(literal, &text);
}

fn push_display(literal: &mut String, value: impl std::fmt::Display) {
    // Writing to a string cannot fail.
    let _ = write!(literal, "{value}");
}

/// Appends an element in double quotes, with `"` and `\` escaped.
fn push_quoted(literal: &mut String, text: &str) {
    literal.push('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            literal.push('\\');
        }
        literal.push(c);
    }
    literal.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{BackendKind, DataType};
    use crate::mapping::Transform;
    use crate::normalize::reader::Setting;

    fn check(element: DataType, json: &str, expect: Result<&str, Code>) {
        let setting = Setting {
            backend: BackendKind::Postgres,
            type_text: "",
            allowed: None,
            folds: false,
            formats: &[],
            time_zone: "UTC",
            transforms: &[Transform::Trim],
        };
        let shown = format!("{element:?} {json}");
        let reader = Reader::new(&DataType::Array(Box::new(element)), &setting).unwrap();
        let mut batch = Batch::new(1);
        let read = reader.read(&Value::parse(json).unwrap(), &mut Out::new(&mut batch)).map_err(|fault| fault.code);
        let text = read.map(|cell| match cell {
            Cell::Other(span) => batch.text_of(span).to_owned(),
            other => format!("{other:?}"),
        });
        assert_eq!(text.as_deref().map_err(|code| *code), expect, "{shown}");
    }

    #[test]
    fn literals() {
        let text = || DataType::Text { max_chars: None };
        let int = || DataType::Int { bits: 16 };
        check(text(), r#"["a", " b,c ", "d\"e\\f", "", "NULL", null, 1.50]"#, Ok(r#"{"a","b,c","d\"e\\f","","NULL",NULL,"1.50"}"#));
        check(int(), "[1, \"2\", null]", Ok("{1,2,NULL}"));
        check(int(), "[]", Ok("{}"));
        check(int(), "[[1,2],[3,4]]", Ok("{{1,2},{3,4}}"));
        check(int(), "[[],[]]", Ok("{}"));
        check(DataType::Bool, "[true, \"no\"]", Ok("{t,f}"));
        check(DataType::Float { bits: 64 }, r#"[1.5, "NaN", "-Infinity"]"#, Ok("{1.5,NaN,-Infinity}"));
        check(DataType::Numeric { precision: None, scale: None }, r#"[1.10, "+.5"]"#, Ok("{1.10,0.5}"));
        check(DataType::Uuid, r#"["67E5504410B1426F9247BB680E5FE0C8"]"#, Ok("{67e55044-10b1-426f-9247-bb680e5fe0c8}"));
        check(DataType::Bytes, r#"["\\x00ff"]"#, Ok(r#"{"\\x00ff"}"#));
        check(DataType::Date, r#"["2024-01-31", "-0043-03-15"]"#, Ok(r#"{"2024-01-31","0044-03-15 BC"}"#));
        check(DataType::TimestampTz, r#"["2024-01-31T10:00:00.5+02:00"]"#, Ok(r#"{"2024-01-31 08:00:00.500000+00"}"#));
        check(DataType::Jsonb, r#"[{"a": "x\"y"}, [1, 2], null]"#, Ok(r#"{"{\"a\":\"x\\\"y\"}","[1,2]",NULL}"#));
        check(DataType::Other, r#"["10.0.0.0/8"]"#, Ok(r#"{"10.0.0.0/8"}"#));
    }

    #[test]
    fn arrays_that_postgresql_does_not_have() {
        let int = || DataType::Int { bits: 16 };
        check(int(), "[[1,2],[3]]", Err(Code::ValueMalformed));
        check(int(), "[1,[2]]", Err(Code::ValueMalformed));
        check(int(), "[[1],2]", Err(Code::ValueMalformed));
        check(int(), "[null,[2]]", Err(Code::ValueMalformed));
        check(int(), "[[],[1]]", Err(Code::ValueMalformed));
        check(int(), "[[],1]", Err(Code::ValueMalformed));
        check(int(), "[1,[]]", Err(Code::ValueMalformed));
        check(int(), "[[[[[[[1]]]]]]]", Err(Code::ValueMalformed));
        check(int(), "[1, 40000]", Err(Code::ValueOutOfRange));
        check(int(), "[\"x\"]", Err(Code::ValueMalformed));
        check(int(), "1", Err(Code::ValueWrongKind));
        check(int(), r#""{1,2}""#, Err(Code::ValueWrongKind));
    }
}
