//! Legacy ids: one canonical text for one id, and the primary keys made from it.
//!
//! `17`, `17.0`, `"17"` and `" 17 "` are one id; so are the spellings of a UUID. `"007"` is another id than `"7"`.
//!
//! **Invariant**: a canonical id is not empty, has no NUL character, and fits an index entry of either database.

use std::borrow::Cow;

use uuid::Uuid;

use crate::catalog::DataType;
use crate::diagnostic::Code;
use crate::mapping::IdForm;
use crate::normalize::decimal::Decimal;
use crate::normalize::fault::{Fault, Outcome};
use crate::normalize::reader::{Out, Reader};
use crate::normalize::text::check_nul;
use crate::normalize::value::{Kind, Value};
use crate::record::Cell;

/// Longest id in characters: PostgreSQL's index entries end at about 2,700 bytes.
const ID_CHARS_MAX: usize = 600;
/// Longest number that is written out in plain digits.
const ID_DIGITS_MAX: i64 = 100;

/// Returns the canonical text of a legacy id; `None` where there is none (null, or nothing but white space).
pub(super) fn canonical<'v>(value: &'v Value<'_>) -> Outcome<Option<Cow<'v, str>>> {
    let text = match value.kind {
        Kind::Null => return Ok(None),
        Kind::Number => return Ok(Some(canonical_number(&value.text))),
        Kind::String => value.text.trim(),
        Kind::Bool | Kind::Array | Kind::Object => return Err(Fault::wrong_kind(value, "an id: a string or a number")),
    };
    if text.is_empty() {
        return Ok(None);
    }
    check_nul(text)?;
    if text.len() > ID_CHARS_MAX && text.chars().count() > ID_CHARS_MAX {
        return Err(Fault::new(Code::ValueTooLong, value.found(), format_args!("an id of at most {ID_CHARS_MAX} characters")));
    }
    Ok(Some(canonical_text(text)))
}

/// Brings the spellings of a UUID to one; any other text stays.
fn canonical_text(text: &str) -> Cow<'_, str> {
    // No spelling of a UUID is shorter than 32 or longer than 45 characters.
    if (32..=45).contains(&text.len())
        && let Ok(uuid) = Uuid::try_parse(text)
    {
        return Cow::Owned(uuid.hyphenated().to_string());
    }
    Cow::Borrowed(text)
}

/// Writes a number in plain digits without needless zeros, with every digit it has.
fn canonical_number(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Cow::Borrowed(text);
    }
    let Some(decimal) = Decimal::parse(text).filter(|decimal| decimal.point().abs().max(decimal.len()) <= ID_DIGITS_MAX) else {
        return Cow::Borrowed(text);
    };
    let mut plain = String::new();
    if decimal.is_negative() {
        plain.push('-');
    }
    if decimal.point() <= 0 {
        plain.push('0');
    }
    if decimal.point() < 0 || decimal.point() == 0 && !decimal.is_zero() {
        plain.push('.');
        (decimal.point()..0).for_each(|_| plain.push('0'));
    }
    let mut place = 0;
    for digit in decimal.digits() {
        if place == decimal.point() && place > 0 {
            plain.push('.');
        }
        plain.push(char::from(b'0' + digit));
        place += 1;
    }
    (place..decimal.point()).for_each(|_| plain.push('0'));
    Cow::Owned(plain)
}

/// How the primary key is made from the legacy id.
#[derive(Clone, Debug)]
pub(super) struct IdRule {
    form: IdForm,
    namespace: Uuid,
    binary: bool,
    reader: Reader,
}

impl IdRule {
    /// Compiles the rule for a column.
    pub(super) fn new(form: IdForm, namespace: Uuid, data_type: &DataType, reader: Reader) -> Self {
        Self { form, namespace, binary: *data_type == DataType::Bytes, reader }
    }

    /// Makes the cell from a canonical id.
    pub(super) fn cell(&self, id: &str, out: &mut Out<'_>) -> Outcome<Cell> {
        if self.form != IdForm::Uuid {
            return self.reader.read(&Value::string(id), out);
        }
        let uuid = Uuid::try_parse(id).unwrap_or_else(|_| Uuid::new_v5(&self.namespace, id.as_bytes()));
        if let Reader::Uuid = self.reader {
            return Ok(Cell::Uuid(out.batch.push_bytes(uuid.as_bytes())));
        }
        if self.binary {
            return Ok(Cell::Bytes(out.batch.push_bytes(uuid.as_bytes())));
        }
        let mut buffer = Uuid::encode_buffer();
        self.reader.read(&Value::string(&*uuid.hyphenated().encode_lower(&mut buffer)), out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::BackendKind;
    use crate::normalize::reader::Setting;
    use crate::record::Batch;

    #[test]
    fn one_id_has_one_text() {
        let check = |json: &str, expect: Result<Option<&str>, Code>| {
            let value = Value::parse(json).unwrap();
            let found = canonical(&value).map_err(|fault| fault.code);
            assert_eq!(found.as_ref().map(Option::as_deref).map_err(|code| *code), expect, "{json}");
        };
        for json in ["17", "17.0", "1.7e1", "1700E-2", r#""17""#, r#"" 17\t""#] {
            check(json, Ok(Some("17")));
        }
        check("0", Ok(Some("0")));
        check("-0.0", Ok(Some("0")));
        check("-17", Ok(Some("-17")));
        check("17.50", Ok(Some("17.5")));
        check("0.05", Ok(Some("0.05")));
        check("0.5", Ok(Some("0.5")));
        check("1e3", Ok(Some("1000")));
        check("123456789012345678901234567890", Ok(Some("123456789012345678901234567890")));
        check("1e999999", Ok(Some("1e999999")));
        check(r#""007""#, Ok(Some("007")));
        check(r#""17.0""#, Ok(Some("17.0")));
        check(r#""67E5504410B1426F9247BB680E5FE0C8""#, Ok(Some("67e55044-10b1-426f-9247-bb680e5fe0c8")));
        check(r#""{67E55044-10B1-426F-9247-BB680E5FE0C8}""#, Ok(Some("67e55044-10b1-426f-9247-bb680e5fe0c8")));
        check(r#""""#, Ok(None));
        check(r#""  ""#, Ok(None));
        check("null", Ok(None));
        check("true", Err(Code::ValueWrongKind));
        check("{}", Err(Code::ValueWrongKind));
        check(r#""a\u0000""#, Err(Code::ValueNulCharacter));
        check(&format!("\"{}\"", "x".repeat(601)), Err(Code::ValueTooLong));
    }

    #[test]
    fn keys_are_made_from_ids() {
        let check = |form: IdForm, data_type: DataType, id: &str, expect: &str| {
            let setting = Setting {
                backend: BackendKind::Postgres,
                type_text: "",
                allowed: None,
                folds: false,
                formats: &[],
                time_zone: "UTC",
                transforms: &[],
            };
            let rule = IdRule::new(form, Uuid::NAMESPACE_DNS, &data_type, Reader::new(&data_type, &setting).unwrap());
            let mut batch = Batch::new(1);
            let cell = rule.cell(id, &mut Out::new(&mut batch)).unwrap();
            let shown = match cell {
                Cell::Uuid(span) => Uuid::from_slice(batch.bytes_of(span)).unwrap().to_string(),
                Cell::Bytes(span) => format!("{} bytes", batch.bytes_of(span).len()),
                Cell::Text(span) => format!("text {}", batch.text_of(span)),
                other => format!("{other:?}"),
            };
            assert_eq!(shown, expect, "{data_type:?} {id}");
        };
        let kept = "67e55044-10b1-426f-9247-bb680e5fe0c8";
        check(IdForm::Uuid, DataType::Uuid, kept, kept);
        check(IdForm::Uuid, DataType::Uuid, "example.com", "cfbff0d1-9375-5685-968c-48ce8b15ae17");
        check(IdForm::Uuid, DataType::Text { max_chars: Some(36) }, "example.com", "text cfbff0d1-9375-5685-968c-48ce8b15ae17");
        check(IdForm::Uuid, DataType::Bytes, "17", "16 bytes");
        check(IdForm::Value, DataType::Int { bits: 64 }, "17", "Int(17)");
        check(IdForm::Value, DataType::Text { max_chars: None }, "007", "text 007");
    }
}
