//! Rows of a batch in the binary format of COPY (<https://www.postgresql.org/docs/current/sql-copy.html>, "Binary Format"), which the server reads in less time than text:
//! values as the types' `recv` functions take them.
//!
//! **Invariant**: a batch is written so only where the server makes of each value what it would make of its text.

use std::io;
use std::ops::Range;

use crate::backend::AppendTarget;
use crate::backend::printed::{DAYS, MICROS_A_DAY, is_plain};
use crate::catalog::DataType;
use crate::record::{Batch, Cell};

/// Signature, flags, and the length of what may follow them.
pub(super) const HEADER: &[u8] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";

/// Instead of the number of a row's fields.
pub(super) const TRAILER: i16 = -1;

/// Days from 1970-01-01 to 2000-01-01, from which the server counts.
const EPOCH_DAYS: i64 = 10_957;

/// The version of its binary form with which a `jsonb` begins.
const JSONB_VERSION: u8 = 1;

/// A value in binary form.
#[derive(Debug, PartialEq, Eq)]
enum Form<'a> {
    Null,
    Bytes(&'a [u8]),
    /// The last so many bytes of a number, the highest first.
    Number(i64, usize),
    Uuid([u8; 16]),
    Jsonb(&'a [u8]),
}

impl<'a> Form<'a> {
    /// Returns a cell as its column takes it; `None` where only its text is known to be right.
    fn of(cell: Cell, column: &DataType, batch: &'a Batch) -> Option<Self> {
        Some(match (column, cell) {
            (_, Cell::Absent | Cell::Null) => Self::Null,
            (DataType::Bool, Cell::Bool(flag)) => Self::Number(flag.into(), 1),
            (DataType::Int { bits }, Cell::Int(int)) => integer(int, *bits)?,
            // A reference has the text of the key that it names.
            (DataType::Int { bits }, Cell::Text(span)) => integer(batch.text_of(span).parse().ok()?, *bits)?,
            (DataType::Uuid, Cell::Text(span)) if span.len == 36 => {
                Self::Uuid(uuid::Uuid::try_parse(batch.text_of(span)).ok()?.into_bytes())
            }
            (DataType::Uuid, Cell::Uuid(span)) if span.len == 16 => Self::Bytes(batch.bytes_of(span)),
            (DataType::Text { .. } | DataType::Enum, Cell::Text(span)) | (DataType::Json, Cell::Json(span)) => {
                Self::Bytes(batch.text_of(span).as_bytes())
            }
            (DataType::Jsonb, Cell::Json(span)) => Self::Jsonb(batch.text_of(span).as_bytes()),
            (DataType::Bytes, Cell::Bytes(span)) => Self::Bytes(batch.bytes_of(span)),
            (DataType::Date, Cell::Date(days)) if DAYS.contains(&i64::from(days)) => Self::Number(i64::from(days) - EPOCH_DAYS, 4),
            (DataType::Time, Cell::Time(micros)) if (0..MICROS_A_DAY).contains(&micros) => Self::Number(micros, 8),
            (DataType::Timestamp, Cell::Timestamp(micros)) | (DataType::TimestampTz, Cell::TimestampTz(micros)) if is_plain(micros) => {
                Self::Number(micros - EPOCH_DAYS * MICROS_A_DAY, 8)
            }
            _ => return None,
        })
    }

    /// Appends the length and the bytes.
    fn push(&self, out: &mut Vec<u8>) {
        match self {
            Self::Null => out.extend_from_slice(&(-1_i32).to_be_bytes()),
            Self::Bytes(bytes) => push_field(out, bytes),
            Self::Number(number, bytes) => push_field(out, &number.to_be_bytes()[8 - bytes..]),
            Self::Uuid(bytes) => push_field(out, bytes),
            Self::Jsonb(text) => {
                push_length(out, text.len() + 1);
                out.push(JSONB_VERSION);
                out.extend_from_slice(text);
            }
        }
    }
}

fn integer(int: i64, bits: u8) -> Option<Form<'static>> {
    let fits = match bits {
        16 => i16::try_from(int).is_ok(),
        32 => i32::try_from(int).is_ok(),
        64 => true,
        _ => false,
    };
    fits.then_some(Form::Number(int, usize::from(bits / 8)))
}

fn push_length(out: &mut Vec<u8>, length: usize) {
    out.extend_from_slice(&i32::try_from(length).unwrap_or(i32::MAX).to_be_bytes());
}

/// Appends a field of these bytes.
pub(super) fn push_field(out: &mut Vec<u8>, bytes: &[u8]) {
    push_length(out, bytes.len());
    out.extend_from_slice(bytes);
}

/// Yields what is known of the values of a row, in the order of the columns.
fn forms<'a>(batch: &'a Batch, row: usize, to: &'a AppendTarget) -> impl Iterator<Item = Option<Form<'a>>> {
    let cells = batch.cells_of(row);
    to.cells.iter().zip(&to.binary).map(move |(cell, column)| Form::of(cells.get(*cell).copied().unwrap_or(Cell::Null), column, batch))
}

/// Says whether all rows can be written in the binary format.
pub(super) fn fits(batch: &Batch, mut rows: Range<usize>, to: &AppendTarget) -> bool {
    to.cells.len() == to.binary.len() && rows.all(|row| forms(batch, row, to).all(|form| form.is_some()))
}

/// Appends a row.
pub(super) fn push_row(out: &mut Vec<u8>, batch: &Batch, row: usize, to: &AppendTarget) -> io::Result<()> {
    out.extend_from_slice(&i16::try_from(to.cells.len()).unwrap_or(TRAILER).to_be_bytes());
    for form in forms(batch, row, to) {
        // Rows that do not fit were not to be written so.
        form.ok_or_else(|| io::Error::other("a value has no binary form"))?.push(out);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_form_of_each_type() {
        let mut batch = Batch::new(1);
        let (text, number) = (batch.push_text("ü"), batch.push_text("-7"));
        let (id, named) = (batch.push_bytes(&[0xAB; 16]), batch.push_text("abababab-abab-abab-abab-abababababab"));
        let check = |column: DataType, cell: Cell, expect: Option<&[u8]>| {
            let mut out = Vec::new();
            let form = Form::of(cell, &column, &batch).map(|form| form.push(&mut out));
            assert_eq!(form.map(|()| out.as_slice()), expect, "{column:?} {cell:?}");
        };
        let int = |bits| DataType::Int { bits };
        check(int(16), Cell::Null, Some(&[255, 255, 255, 255]));
        check(int(16), Cell::Int(-2), Some(&[0, 0, 0, 2, 255, 254]));
        check(int(16), Cell::Int(40_000), None);
        check(int(32), Cell::Int(40_000), Some(&[0, 0, 0, 4, 0, 0, 156, 64]));
        check(int(32), Cell::Text(number), Some(&[0, 0, 0, 4, 255, 255, 255, 249]));
        check(int(64), Cell::Text(text), None);
        check(DataType::Bool, Cell::Bool(true), Some(&[0, 0, 0, 1, 1]));
        check(DataType::Text { max_chars: None }, Cell::Text(text), Some(&[0, 0, 0, 2, 195, 188]));
        check(DataType::Text { max_chars: None }, Cell::Int(1), None);
        check(DataType::Json, Cell::Json(number), Some(&[0, 0, 0, 2, 45, 55]));
        check(DataType::Jsonb, Cell::Json(number), Some(&[0, 0, 0, 3, 1, 45, 55]));
        let uuid: Vec<u8> = [0, 0, 0, 16].into_iter().chain([0xAB; 16]).collect();
        check(DataType::Uuid, Cell::Uuid(id), Some(&uuid));
        check(DataType::Uuid, Cell::Text(named), Some(&uuid));
        check(DataType::Uuid, Cell::Text(number), None);
        check(DataType::Date, Cell::Date(10_958), Some(&[0, 0, 0, 4, 0, 0, 0, 1]));
        check(DataType::Date, Cell::Date(i32::MIN), None);
        check(DataType::Timestamp, Cell::Timestamp(946_684_799_999_999), Some(&[0, 0, 0, 8, 255, 255, 255, 255, 255, 255, 255, 255]));
        check(DataType::TimestampTz, Cell::TimestampTz(i64::MIN), None);
        check(DataType::TimestampTz, Cell::Timestamp(0), None);
        check(DataType::Time, Cell::Time(258), Some(&[0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 1, 2]));
        check(DataType::Float { bits: 64 }, Cell::Float(1.0), None);
    }
}
