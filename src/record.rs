//! The vocabulary of input: where a record came from, and what it became once normalized.
//!
//! **Invariant**: every later value can be traced back to an [`Origin`].

use std::fmt;
use std::sync::Arc;

/// Says where a record stands in its source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// Path of the source as the user wrote it, relative to the project where it lies inside; `-` for standard input.
    pub path: Arc<str>,
    /// Line on which the record begins, counted from 1 in the decompressed source.
    pub line: u64,
    /// Byte of that line at which the record begins, counted from 1.
    pub column: u64,
    /// Byte offset at which the record begins, counted from 0 in the decompressed source.
    pub byte: u64,
    /// Number of the record in its source, counted from 0.
    pub index: u64,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{} (byte {}, record {})", self.path, self.line, self.column, self.byte, self.index)
    }
}

/// Position of a record inside its source, without the path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// Line on which the record begins, counted from 1.
    pub line: u64,
    /// Byte of that line at which the record begins, counted from 1.
    pub column: u64,
    /// Byte offset at which the record begins, counted from 0.
    pub byte: u64,
    /// Number of the record in its source, counted from 0.
    pub index: u64,
}

impl Position {
    /// Joins the position with the path of its source.
    #[must_use]
    pub fn origin(self, path: &Arc<str>) -> Origin {
        Origin { path: Arc::clone(path), line: self.line, column: self.column, byte: self.byte, index: self.index }
    }
}

/// A range of a [`Batch`]'s text or bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// Number of bytes.
    pub len: u32,
}

/// One normalized value of one column. It already fits its column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// The source does not have the field, and the mapping has neither a default nor a rule for that.
    ///
    /// What becomes of it (NULL, the column's default, or the stored value) is decided when the row is formed.
    Absent,
    /// NULL.
    Null,
    /// A boolean.
    Bool(bool),
    /// An integer of any width up to 64 bits.
    Int(i64),
    /// A binary floating point number, NaN and infinities included.
    Float(f64),
    /// Text: range of [`Batch::text`]. Enum labels and character types too.
    Text(Span),
    /// A decimal number in plain or scientific notation with every digit of the source: range of [`Batch::text`].
    Numeric(Span),
    /// A JSON document: range of [`Batch::text`].
    Json(Span),
    /// Binary data: range of [`Batch::bytes`].
    Bytes(Span),
    /// A UUID: range of 16 bytes of [`Batch::bytes`], network order.
    Uuid(Span),
    /// A date as days since 1970-01-01.
    Date(i32),
    /// A time of day as microseconds since midnight.
    Time(i64),
    /// A timestamp without zone as microseconds since 1970-01-01T00:00:00.
    Timestamp(i64),
    /// A timestamp with zone as microseconds since 1970-01-01T00:00:00Z.
    TimestampTz(i64),
    /// A value of any other type in the text form that the server accepts: range of [`Batch::text`].
    Other(Span),
}

impl Cell {
    /// Returns the cell with the range that it has of the text, or of the bytes, in another place.
    fn moved(self, mut text: impl FnMut(Span) -> Span, mut bytes: impl FnMut(Span) -> Span) -> Self {
        match self {
            Self::Text(span) => Self::Text(text(span)),
            Self::Numeric(span) => Self::Numeric(text(span)),
            Self::Json(span) => Self::Json(text(span)),
            Self::Other(span) => Self::Other(text(span)),
            Self::Bytes(span) => Self::Bytes(bytes(span)),
            Self::Uuid(span) => Self::Uuid(bytes(span)),
            plain => plain,
        }
    }
}

/// What is known of one record beside its cells.
#[derive(Clone, Debug, PartialEq)]
pub struct RowHead {
    /// Place in the input order of the table, unique in one run.
    pub seq: i64,
    /// Number of the source in the run's list of sources.
    pub source: u32,
    /// Position inside that source.
    pub position: Position,
    /// Canonical text of the legacy id: range of [`Batch::text`]; `None` where the record has none.
    pub legacy_id: Option<Span>,
    /// True where normalization rejected the record; its cells are then as far as they could be normalized, else NULL.
    pub rejected: bool,
    /// Hash of the normalized values, references as the source names them; 0 where the record was rejected.
    pub hash: u128,
    /// Hash of the record as it stands in the source, the name of the member that it is included: tells a change of the source from one of the mapping.
    pub raw: i64,
    /// Hash of what the record adds to the counts of a run, its place apart: records with the same one add the same.
    pub adds: u64,
}

/// Normalized records of one table, in input order, in one arena.
///
/// `cells` has `width` entries a row, in the order of the layout's columns.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// Cells a row.
    pub width: usize,
    /// One entry a record.
    pub rows: Vec<RowHead>,
    /// `rows.len() * width` cells.
    pub cells: Vec<Cell>,
    /// Arena of all text.
    pub text: String,
    /// Arena of all binary data.
    pub bytes: Vec<u8>,
}

impl Batch {
    /// Creates an empty batch of `width` cells a row.
    #[must_use]
    pub fn new(width: usize) -> Self {
        Self { width, ..Self::default() }
    }

    /// Returns the cells of row `row`.
    #[must_use]
    pub fn cells_of(&self, row: usize) -> &[Cell] {
        &self.cells[row * self.width..(row + 1) * self.width]
    }

    /// Returns the text of `span`.
    #[must_use]
    pub fn text_of(&self, span: Span) -> &str {
        &self.text[span.start as usize..(span.start + span.len) as usize]
    }

    /// Returns the bytes of `span`.
    #[must_use]
    pub fn bytes_of(&self, span: Span) -> &[u8] {
        &self.bytes[span.start as usize..(span.start + span.len) as usize]
    }

    /// Appends the rows of another batch of the same width, and of its texts and bytes only what these rows have.
    pub fn absorb(&mut self, other: &Self) {
        (0..other.rows.len()).for_each(|row| self.absorb_row(other, row));
    }

    /// Appends another batch of the same width as it is, what its arenas have of removed rows included.
    pub fn join(&mut self, other: &Self) {
        let (text, bytes) = (narrow(self.text.len()), narrow(self.bytes.len()));
        let behind = |span: Span, start: u32| Span { start: span.start.saturating_add(start), ..span };
        self.text.push_str(&other.text);
        self.bytes.extend_from_slice(&other.bytes);
        self.rows.extend(other.rows.iter().map(|head| RowHead { legacy_id: head.legacy_id.map(|span| behind(span, text)), ..*head }));
        self.cells.extend(other.cells.iter().map(|cell| cell.moved(|span| behind(span, text), |span| behind(span, bytes))));
    }

    /// Removes the rows that are marked, and returns them in a batch of their own. What they say stays behind in the arenas.
    #[must_use]
    pub fn take_out(&mut self, marked: &[bool]) -> Self {
        let mut out = Self::new(self.width);
        if !marked.contains(&true) {
            return out;
        }
        for (row, _) in marked.iter().enumerate().filter(|(_, is_marked)| **is_marked) {
            out.absorb_row(self, row);
        }
        self.remove(marked);
        out
    }

    /// Removes the rows that are marked. What they say stays behind in the arenas.
    pub fn remove(&mut self, marked: &[bool]) {
        let is_marked = |row: usize| marked.get(row).copied().unwrap_or(false);
        let (width, mut cell, mut row) = (self.width.max(1), 0, 0);
        self.cells.retain(|_| {
            cell += 1;
            !is_marked((cell - 1) / width)
        });
        self.rows.retain(|_| {
            row += 1;
            !is_marked(row - 1)
        });
    }

    fn absorb_row(&mut self, other: &Self, row: usize) {
        if let Some(head) = other.rows.get(row) {
            let legacy_id = head.legacy_id.map(|span| self.push_text(other.text_of(span)));
            self.rows.push(RowHead { legacy_id, ..*head });
            for cell in other.cells_of(row) {
                let (text, bytes) = (&mut self.text, &mut self.bytes);
                let cell = cell.moved(|span| append_text(text, other.text_of(span)), |span| append_bytes(bytes, other.bytes_of(span)));
                self.cells.push(cell);
            }
        }
    }

    /// Appends `text` to the arena and returns its range. A batch stays far below 4 GiB.
    pub fn push_text(&mut self, text: &str) -> Span {
        append_text(&mut self.text, text)
    }

    /// Returns the range of the text that was appended to the arena since it was `start` bytes long.
    #[must_use]
    pub fn text_since(&self, start: usize) -> Span {
        Span { start: narrow(start), len: narrow(self.text.len().saturating_sub(start)) }
    }

    /// Appends `bytes` to the arena and returns their range.
    pub fn push_bytes(&mut self, bytes: &[u8]) -> Span {
        append_bytes(&mut self.bytes, bytes)
    }

    /// Returns the range of the bytes that were appended to the arena since it was `start` bytes long.
    #[must_use]
    pub fn bytes_since(&self, start: usize) -> Span {
        Span { start: narrow(start), len: narrow(self.bytes.len().saturating_sub(start)) }
    }
}

fn append_text(arena: &mut String, text: &str) -> Span {
    let start = arena.len();
    arena.push_str(text);
    Span { start: narrow(start), len: narrow(text.len()) }
}

fn append_bytes(arena: &mut Vec<u8>, bytes: &[u8]) -> Span {
    let start = arena.len();
    arena.extend_from_slice(bytes);
    Span { start: narrow(start), len: narrow(bytes.len()) }
}

/// A batch is cut by bytes long before 4 GiB, so the conversion never saturates in practice.
fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batch(id: &str, padding: &str) -> Batch {
        let mut batch = Batch::new(3);
        batch.push_text(padding);
        batch.push_bytes(padding.as_bytes());
        let legacy_id = Some(batch.push_text(id));
        batch.rows.push(RowHead { seq: 1, source: 0, position: Position::default(), legacy_id, rejected: false, hash: 2, raw: 3, adds: 0 });
        let (text, bytes) = (batch.push_text("ü"), batch.push_bytes(&[7]));
        batch.cells.extend([Cell::Json(text), Cell::Uuid(bytes), Cell::Int(5)]);
        batch
    }

    #[test]
    fn rows_are_taken_out() {
        let mut all = batch("a", "");
        all.absorb(&batch("bc", ""));
        all.absorb(&batch("d", ""));
        let out = all.take_out(&[false, true, false]);
        let ids = |batch: &Batch| batch.rows.iter().filter_map(|head| Some(batch.text_of(head.legacy_id?).to_owned())).collect::<Vec<_>>();
        assert_eq!((ids(&all), ids(&out)), (vec!["a".to_owned(), "d".to_owned()], vec!["bc".to_owned()]));
        assert_eq!((all.cells.len(), out.cells.len(), out.width), (6, 3, 3));
    }

    #[test]
    fn takes_over_rows_with_what_they_say() {
        let check = |take: fn(&mut Batch, &Batch), padding: usize| {
            let mut all = batch("a", "");
            take(&mut all, &batch("bc", "left behind"));
            assert_eq!(all.rows.iter().map(|head| head.legacy_id.map(|id| all.text_of(id))).collect::<Vec<_>>(), [Some("a"), Some("bc")]);
            let said = match *all.cells_of(1) {
                [Cell::Json(text), Cell::Uuid(bytes), Cell::Int(5)] => Some((all.text_of(text), all.bytes_of(bytes))),
                _ => None,
            };
            assert_eq!(said, Some(("ü", [7].as_slice())), "{:?}", all.cells_of(1));
            assert_eq!((all.text.len(), all.bytes.len(), all.rows.len()), (7 + padding, 2 + padding, 2));
        };
        check(Batch::absorb, 0);
        check(Batch::join, "left behind".len());
    }
}
