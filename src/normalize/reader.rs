//! The one dispatch on a column's type: compiled once, used for every value.
//!
//! Takes a [`Value`] that is not null, gives a [`Cell`] whose text and bytes are in the batch.
//!
//! **Invariant**: a cell fits its column: the database takes it without cutting, guessing or failing, as far as the catalog tells.

use uuid::Uuid;

use crate::catalog::{AllowedValues, BackendKind, DataType};
use crate::mapping::TimeFormat;
use crate::normalize::array::ArrayRule;
use crate::normalize::decimal::Decimal;
use crate::normalize::fault::{Fault, Outcome};
use crate::normalize::number::{FloatRule, IntRule, NumericRule, read_bool};
use crate::normalize::text::{Allowed, TextRule, read_other};
use crate::normalize::time::{TimeKind, TimeRule};
use crate::normalize::transform::Transforms;
use crate::normalize::value::{Kind, Value};
use crate::normalize::{bytes, json};
use crate::record::{Batch, Cell};

/// Where cells put their text and bytes, and what else reading a value brought up.
#[derive(Debug)]
pub(super) struct Out<'b> {
    /// The batch.
    pub(super) batch: &'b mut Batch,
    /// True where a local time was read that its zone's clock shows twice or never.
    pub(super) ambiguous_time: bool,
}

impl<'b> Out<'b> {
    /// Starts with nothing brought up.
    pub(super) fn new(batch: &'b mut Batch) -> Self {
        Self { batch, ambiguous_time: false }
    }
}

/// What a reader is compiled from, beside the type.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting<'a> {
    /// Which database.
    pub(super) backend: BackendKind,
    /// The type as the database writes it.
    pub(super) type_text: &'a str,
    /// What the database admits.
    pub(super) allowed: Option<&'a AllowedValues>,
    /// True where the column compares without regard to case.
    pub(super) folds: bool,
    /// How dates and times are written.
    pub(super) formats: &'a [TimeFormat],
    /// Zone of times without one.
    pub(super) time_zone: &'a str,
    /// Transforms of the elements of an array.
    pub(super) transforms: &'a [crate::mapping::Transform],
}

/// How a value becomes a cell.
#[derive(Clone, Debug)]
pub(super) enum Reader {
    /// Text of any kind, enum labels included.
    Text(TextRule),
    /// Integers.
    Int(IntRule, Option<Allowed>),
    /// Exact decimals.
    Numeric(NumericRule),
    /// Floating point numbers.
    Float(FloatRule),
    /// Booleans.
    Bool,
    /// Dates and times.
    Time(TimeRule),
    /// UUIDs.
    Uuid,
    /// JSON documents.
    Json,
    /// Binary data.
    Bytes,
    /// PostgreSQL arrays.
    Array(Box<ArrayRule>),
    /// A SQLite column without type, or of a type that is not known; true where its affinity turns text into numbers.
    Any(bool),
    /// Any other type, in text form.
    Other,
}

/// Says whether a type is text, so that numbers become text before transforms look at them.
pub(super) fn is_text(data_type: &DataType) -> bool {
    matches!(data_type, DataType::Text { .. } | DataType::Char { .. } | DataType::CiText | DataType::Enum | DataType::Other)
}

impl Reader {
    /// Says whether text is taken as it comes, or array by array; lengths and lists aside.
    pub(super) fn takes_any_word(&self) -> bool {
        matches!(self, Self::Text(_) | Self::Any(_) | Self::Other | Self::Array(_))
    }

    /// Compiles the reader of a type.
    ///
    /// # Errors
    /// The message about a zone or pattern that is not known.
    pub(super) fn new(data_type: &DataType, setting: &Setting<'_>) -> Result<Self, String> {
        let backend = setting.backend;
        let time = |kind| TimeRule::new(kind, setting.formats, setting.time_zone, backend).map(Self::Time);
        let folds = setting.folds || *data_type == DataType::CiText;
        let allowed = setting.allowed.map(|allowed| Allowed::new(allowed, folds));
        Ok(match data_type {
            DataType::Text { max_chars } => Self::Text(TextRule { chars_max: max_chars.map(|max| max as usize), allowed }),
            DataType::Char { chars } => Self::Text(TextRule { chars_max: Some(*chars as usize), allowed }),
            DataType::CiText | DataType::Enum => Self::Text(TextRule { chars_max: None, allowed }),
            DataType::Int { bits } => Self::Int(IntRule::new(*bits), allowed),
            DataType::Numeric { precision, scale } => Self::Numeric(NumericRule::new(*precision, *scale, backend)),
            DataType::Float { bits } => Self::Float(FloatRule::new(*bits, backend)),
            DataType::Bool => Self::Bool,
            DataType::Date => time(TimeKind::Date)?,
            DataType::Time => time(TimeKind::Time)?,
            DataType::Timestamp => time(TimeKind::Timestamp)?,
            DataType::TimestampTz => time(TimeKind::TimestampTz)?,
            DataType::Uuid => Self::Uuid,
            DataType::Json | DataType::Jsonb => Self::Json,
            DataType::Bytes => Self::Bytes,
            // SQLite has no arrays: the document itself is what is stored.
            DataType::Array(_) if backend == BackendKind::Sqlite => Self::Json,
            DataType::Array(element) => {
                let transforms = Transforms::new(setting.transforms, is_text(element));
                Self::Array(Box::new(ArrayRule::new(Self::new(element, setting)?, transforms)))
            }
            DataType::Any => Self::Any(!matches!(setting.type_text, "" | "ANY")),
            DataType::Other => Self::Other,
        })
    }

    /// Reads a value that is not null.
    pub(super) fn read(&self, value: &Value<'_>, out: &mut Out<'_>) -> Outcome<Cell> {
        match self {
            Self::Text(rule) => Ok(Cell::Text(out.batch.push_text(rule.read(value)?))),
            Self::Int(rule, allowed) => {
                let number = rule.read(value)?;
                allowed.as_ref().map_or(Ok(()), |allowed| allowed.check_int(value, number))?;
                Ok(Cell::Int(number))
            }
            Self::Numeric(rule) => rule.read(value, out.batch),
            Self::Float(rule) => rule.read(value).map(Cell::Float),
            Self::Bool => read_bool(value).map(Cell::Bool),
            Self::Time(rule) => {
                let (cell, once) = rule.read(value)?;
                out.ambiguous_time |= !once;
                Ok(cell)
            }
            Self::Uuid => read_uuid(value).map(|uuid| Cell::Uuid(out.batch.push_bytes(uuid.as_bytes()))),
            Self::Json => write_json(value, out.batch),
            Self::Bytes => bytes::read(value, out.batch),
            Self::Array(rule) => rule.read(value, out),
            Self::Any(converts) => read_any(value, *converts, out.batch),
            Self::Other => {
                let mut scratch = String::new();
                Ok(Cell::Other(out.batch.push_text(read_other(value, &mut scratch)?)))
            }
        }
    }
}

/// Writes a document into the batch; a document that cannot be kept leaves nothing behind.
pub(super) fn write_json(value: &Value<'_>, batch: &mut Batch) -> Outcome<Cell> {
    let start = batch.text.len();
    if let Err(fault) = json::write(value, &mut batch.text) {
        batch.text.truncate(start);
        return Err(fault);
    }
    Ok(Cell::Json(batch.text_since(start)))
}

/// Reads a UUID in any spelling: either case, with or without hyphens, in braces, or after `urn:uuid:`.
fn read_uuid(value: &Value<'_>) -> Outcome<Uuid> {
    const EXPECTED: &str = "a UUID such as `67e55044-10b1-426f-9247-bb680e5fe0c8`";
    if value.kind != Kind::String {
        return Err(Fault::wrong_kind(value, EXPECTED));
    }
    Uuid::try_parse(value.text.trim()).map_err(|_| Fault::malformed(value, EXPECTED))
}

/// Reads a value into a SQLite column without type, which keeps the kind that it is given.
fn read_any(value: &Value<'_>, converts: bool, batch: &mut Batch) -> Outcome<Cell> {
    match value.kind {
        Kind::Bool => Ok(Cell::Int(i64::from(value.text == "true"))),
        Kind::Number => read_any_number(value, converts, batch),
        Kind::Array | Kind::Object => write_json(value, batch),
        Kind::String | Kind::Null => Ok(Cell::Text(batch.push_text(TextRule::default().read(value)?))),
    }
}

/// An integer beyond 64 bits keeps its digits as text where the column leaves text alone; a number with fraction or exponent becomes a float.
fn read_any_number(value: &Value<'_>, converts: bool, batch: &mut Batch) -> Outcome<Cell> {
    if value.text.bytes().any(|byte| !byte.is_ascii_digit() && byte != b'-') {
        return FloatRule::new(64, BackendKind::Sqlite).read(value).map(Cell::Float);
    }
    match Decimal::parse(&value.text).and_then(Decimal::to_i64) {
        Some(number) => Ok(Cell::Int(number)),
        None if converts => NumericRule::new(None, None, BackendKind::Sqlite).read(value, batch),
        None => Ok(Cell::Text(batch.push_text(&value.text))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    pub(in crate::normalize) fn reader(data_type: &DataType, backend: BackendKind) -> Reader {
        let setting = Setting { backend, type_text: "", allowed: None, folds: false, formats: &[], time_zone: "UTC", transforms: &[] };
        Reader::new(data_type, &setting).unwrap()
    }

    fn check(data_type: &DataType, json: &str, expect: Result<&str, Code>) {
        let mut batch = Batch::new(1);
        let read = reader(data_type, BackendKind::Sqlite).read(&Value::parse(json).unwrap(), &mut Out::new(&mut batch));
        let shown = read.map_err(|fault| fault.code).map(|cell| match cell {
            Cell::Text(span) => format!("text {}", batch.text_of(span)),
            Cell::Json(span) => format!("json {}", batch.text_of(span)),
            Cell::Other(span) => format!("other {}", batch.text_of(span)),
            Cell::Uuid(span) => Uuid::from_slice(batch.bytes_of(span)).unwrap().to_string(),
            other => format!("{other:?}"),
        });
        assert_eq!(shown.as_deref().map_err(|code| *code), expect, "{data_type:?} {json}");
    }

    #[test]
    fn uuids_in_every_spelling() {
        let canonical = Ok("67e55044-10b1-426f-9247-bb680e5fe0c8");
        check(&DataType::Uuid, r#""67e55044-10b1-426f-9247-bb680e5fe0c8""#, canonical);
        check(&DataType::Uuid, r#"" 67E55044-10B1-426F-9247-BB680E5FE0C8 ""#, canonical);
        check(&DataType::Uuid, r#""{67e55044-10b1-426f-9247-bb680e5fe0c8}""#, canonical);
        check(&DataType::Uuid, r#""urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8""#, canonical);
        check(&DataType::Uuid, r#""67e5504410b1426f9247bb680e5fe0c8""#, canonical);
        check(&DataType::Uuid, r#""67e55044""#, Err(Code::ValueMalformed));
        check(&DataType::Uuid, "17", Err(Code::ValueWrongKind));
    }

    #[test]
    fn columns_without_type_keep_the_kind() {
        let setting = Setting {
            backend: BackendKind::Sqlite,
            type_text: "POINT",
            allowed: None,
            folds: false,
            formats: &[],
            time_zone: "UTC",
            transforms: &[],
        };
        let converting = Reader::new(&DataType::Any, &setting).unwrap();
        let big = Value::parse("12345678901234567890").unwrap();
        assert_eq!(converting.read(&big, &mut Out::new(&mut Batch::new(1))).unwrap_err().code, Code::ValueOutOfRange);
        check(&DataType::Any, r#""12""#, Ok("text 12"));
        check(&DataType::Any, "12", Ok("Int(12)"));
        check(&DataType::Any, "12345678901234567890", Ok("text 12345678901234567890"));
        check(&DataType::Any, "1.10", Ok("Float(1.1)"));
        check(&DataType::Any, "1e400", Err(Code::ValueOutOfRange));
        check(&DataType::Any, "true", Ok("Int(1)"));
        check(&DataType::Any, "[1, 2]", Ok("json [1,2]"));
    }

    #[test]
    fn other_types_pass_in_text_form() {
        check(&DataType::Other, r#""10.0.0.0/8""#, Ok("other 10.0.0.0/8"));
        check(&DataType::Other, "[1, 2.50]", Ok("other [1,2.50]"));
        check(&DataType::Other, "3", Ok("other 3"));
        check(&DataType::Other, r#""a\u0000""#, Err(Code::ValueNulCharacter));
    }

    #[test]
    fn arrays_are_documents_on_sqlite() {
        check(&DataType::Array(Box::new(DataType::Int { bits: 32 })), "[1, [2]]", Ok("json [1,[2]]"));
    }
}
