//! Rows of a batch in the text format of COPY (<https://www.postgresql.org/docs/current/sql-copy.html>, "Text Format").
//!
//! **Invariant**: every line has a field for each column of the target; a tab, line end or backslash of a value never ends it.

use std::fmt::Write;

use crate::backend::iso::{self, Years};
use crate::backend::{AppendTarget, Head};
use crate::record::{Batch, Cell, RowHead};

/// Appends row number `row` with its line end. `scratch` is only there to be reused.
///
/// Behind the cells comes, for each cell whose absence matters, `1` where it is absent.
pub(super) fn push_row(out: &mut Vec<u8>, scratch: &mut String, batch: &Batch, row: usize, to: &AppendTarget) {
    let Some(head) = batch.rows.get(row) else { return };
    // Every field ends with a tab, and the last one with the line.
    push_head(out, scratch, head, batch, to.head);
    let cells = batch.cells_of(row);
    for cell in &to.cells {
        push_cell(out, scratch, cells.get(*cell).copied().unwrap_or(Cell::Null), batch);
        out.push(b'\t');
    }
    for cell in &to.absent {
        let is_absent = cells.get(*cell) == Some(&Cell::Absent);
        out.extend_from_slice(if is_absent { b"1\t" } else { b"\\N\t" });
    }
    if out.last() == Some(&b'\t') {
        out.pop();
    }
    out.push(b'\n');
}

fn push_head(out: &mut Vec<u8>, scratch: &mut String, head: &RowHead, batch: &Batch, columns: Head) {
    let position = head.position;
    match columns {
        Head::Nothing => return,
        Head::Memory => push_display(out, scratch, format_args!("{}\t", head.seq)),
        Head::Record => push_display(
            out,
            scratch,
            format_args!("{}\t{}\t{}\t{}\t{}\t", head.seq, head.source, position.line, position.column, position.byte),
        ),
    }
    match head.legacy_id {
        Some(span) => push_escaped(out, batch.text_of(span)),
        None => out.extend_from_slice(b"\\N"),
    }
    if columns == Head::Record {
        out.extend_from_slice(if head.rejected { b"\t1" } else { b"\t0" });
    }
    push_display(out, scratch, format_args!("\t{:032x}\t{}\t", head.hash, head.raw));
}

fn push_cell(out: &mut Vec<u8>, scratch: &mut String, cell: Cell, batch: &Batch) {
    scratch.clear();
    match cell {
        Cell::Absent | Cell::Null => return out.extend_from_slice(b"\\N"),
        Cell::Text(span) | Cell::Numeric(span) | Cell::Json(span) | Cell::Other(span) => return push_escaped(out, batch.text_of(span)),
        Cell::Bytes(span) => return push_hex(out, batch.bytes_of(span)),
        Cell::Bool(flag) => scratch.push(if flag { 't' } else { 'f' }),
        Cell::Int(int) => return push_display(out, scratch, format_args!("{int}")),
        Cell::Float(float) => push_float(scratch, float),
        Cell::Uuid(span) => return push_uuid(out, batch.bytes_of(span)),
        Cell::Date(days) => iso::push_date(scratch, days, Years::Bc),
        Cell::Time(micros) => iso::push_time(scratch, micros),
        Cell::Timestamp(micros) => iso::push_timestamp(scratch, micros, "", Years::Bc),
        Cell::TimestampTz(micros) => iso::push_timestamp(scratch, micros, "+00", Years::Bc),
    }
    out.extend_from_slice(scratch.as_bytes());
}

fn push_display(out: &mut Vec<u8>, scratch: &mut String, arguments: std::fmt::Arguments<'_>) {
    scratch.clear();
    // Writing to a string cannot fail.
    let _ = scratch.write_fmt(arguments);
    out.extend_from_slice(scratch.as_bytes());
}

/// Copies runs of ordinary characters at once and escapes the four that mean something.
fn push_escaped(out: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    // Most texts have none; to see that takes many bytes at a time.
    if !bytes.iter().fold(false, |has, byte| has | matches!(byte, b'\\' | b'\n' | b'\r' | b'\t')) {
        return out.extend_from_slice(bytes);
    }
    let mut start = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let escape = match byte {
            b'\\' => b'\\',
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            _ => continue,
        };
        out.extend_from_slice(&bytes[start..at]);
        out.extend_from_slice(&[b'\\', escape]);
        start = at + 1;
    }
    out.extend_from_slice(&bytes[start..]);
}

/// `\x` and hexadecimal digits; the backslash is escaped for COPY.
fn push_hex(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend_from_slice(b"\\\\x");
    push_digits(out, bytes);
}

fn push_digits(out: &mut Vec<u8>, bytes: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for byte in bytes {
        out.extend_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
    }
}

fn push_uuid(out: &mut Vec<u8>, bytes: &[u8]) {
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            out.push(b'-');
        }
        push_digits(out, &[*byte]);
    }
}

/// The shortest digits that give the same number back.
fn push_float(out: &mut String, float: f64) {
    if float.is_nan() {
        out.push_str("NaN");
    } else if float.is_infinite() {
        out.push_str(if float > 0.0 { "Infinity" } else { "-Infinity" });
    } else {
        // Exponents keep the extremes short.
        let _ = write!(out, "{float:e}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Position, Span};

    fn line(batch: &Batch, cell: Cell) -> String {
        let (mut out, mut scratch) = (Vec::new(), String::from("left over"));
        push_cell(&mut out, &mut scratch, cell, batch);
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn writes_each_kind_of_cell() {
        let mut batch = Batch::new(1);
        let (text, dot) = (batch.push_text("a\tb\nc\rd\\e\u{8}ü"), batch.push_text("\\."));
        let (bytes, uuid) = (batch.push_bytes(&[0, 0xFF]), batch.push_bytes(&[0xAB; 16]));
        let none = Span { start: 0, len: 0 };
        let check = |cell: Cell, expect: &str| assert_eq!(line(&batch, cell), expect);
        check(Cell::Absent, "\\N");
        check(Cell::Null, "\\N");
        check(Cell::Text(none), "");
        check(Cell::Text(text), "a\\tb\\nc\\rd\\\\e\u{8}ü");
        check(Cell::Other(dot), "\\\\.");
        check(Cell::Bool(false), "f");
        check(Cell::Int(i64::MIN), "-9223372036854775808");
        check(Cell::Float(f64::NAN), "NaN");
        check(Cell::Float(f64::NEG_INFINITY), "-Infinity");
        check(Cell::Float(0.1), "1e-1");
        check(Cell::Float(-0.0), "-0e0");
        check(Cell::Float(f64::MAX), "1.7976931348623157e308");
        check(Cell::Bytes(bytes), "\\\\x00ff");
        check(Cell::Uuid(uuid), "abababab-abab-abab-abab-abababababab");
        check(Cell::Date(i32::MIN), "5877642-06-23 BC");
        check(Cell::Time(3_600_000_001), "01:00:00.000001");
        check(Cell::TimestampTz(0), "1970-01-01 00:00:00+00");
    }

    #[test]
    fn writes_a_line_a_row() {
        let mut batch = Batch::new(2);
        let legacy_id = Some(batch.push_text("x\ty"));
        let position = Position { line: 3, column: 40, byte: 2, index: 9 };
        batch.rows.push(RowHead { seq: 9, source: 1, position, legacy_id, rejected: true, hash: 255, raw: -1, adds: 0 });
        batch.cells.extend([Cell::Int(1), Cell::Null]);
        let (mut out, mut scratch) = (Vec::new(), String::new());
        let mut to = AppendTarget {
            table: String::new(),
            columns: Vec::new(),
            head: Head::Record,
            cells: vec![0, 1],
            types: Vec::new(),
            absent: vec![0],
            binary: Vec::new(),
            hashed: Vec::new(),
        };
        let mut check = |to: &AppendTarget, expect: &str| {
            out.clear();
            push_row(&mut out, &mut scratch, &batch, 0, to);
            assert_eq!(String::from_utf8_lossy(&out), expect);
        };
        check(&to, "9\t1\t3\t40\t2\tx\\ty\t1\t000000000000000000000000000000ff\t-1\t1\t\\N\t\\N\n");
        (to.head, to.cells, to.absent) = (Head::Memory, vec![1], Vec::new());
        check(&to, "9\tx\\ty\t000000000000000000000000000000ff\t-1\t\\N\n");
        (to.head, to.cells) = (Head::Nothing, vec![1, 0]);
        check(&to, "\\N\t1\n");
    }
}
