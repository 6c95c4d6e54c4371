//! The hash of a normalized record: what the ledger remembers of its content.
//!
//! **Invariant**: equal cells hash equally, whatever platform and program version; the layout of the input below is never changed, only versioned.

use xxhash_rust::xxh3::xxh3_128;

use crate::record::{Batch, Cell};

/// Hashes the cells of a row: XXH3-128 over a tag and the value of each.
#[must_use]
pub fn content_hash(batch: &Batch, row: usize) -> u128 {
    let mut input = Vec::with_capacity(256);
    for cell in batch.cells_of(row) {
        push(&mut input, *cell, batch);
    }
    xxh3_128(&input)
}

/// Appends the tag of a cell and its value; variable lengths come with their length, so that no two rows run together.
fn push(input: &mut Vec<u8>, cell: Cell, batch: &Batch) {
    let mut fixed = |tag: u8, bytes: &[u8]| {
        input.push(tag);
        input.extend_from_slice(bytes);
    };
    let (tag, bytes) = match cell {
        Cell::Absent => return fixed(0, &[]),
        Cell::Null => return fixed(1, &[]),
        Cell::Bool(value) => return fixed(2, &[u8::from(value)]),
        Cell::Int(value) => return fixed(3, &value.to_le_bytes()),
        Cell::Float(value) => return fixed(4, &value.to_bits().to_le_bytes()),
        Cell::Date(value) => return fixed(5, &value.to_le_bytes()),
        Cell::Time(value) => return fixed(6, &value.to_le_bytes()),
        Cell::Timestamp(value) => return fixed(7, &value.to_le_bytes()),
        Cell::TimestampTz(value) => return fixed(8, &value.to_le_bytes()),
        Cell::Text(span) => (9, batch.text_of(span).as_bytes()),
        Cell::Numeric(span) => (10, batch.text_of(span).as_bytes()),
        Cell::Json(span) => (11, batch.text_of(span).as_bytes()),
        Cell::Bytes(span) => (12, batch.bytes_of(span)),
        Cell::Uuid(span) => (13, batch.bytes_of(span)),
        Cell::Other(span) => (14, batch.text_of(span).as_bytes()),
    };
    fixed(tag, &(bytes.len() as u64).to_le_bytes());
    input.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(cells: &[&str]) -> u128 {
        let mut batch = Batch::new(cells.len());
        for cell in cells {
            let span = batch.push_text(cell);
            batch.cells.push(Cell::Text(span));
        }
        content_hash(&batch, 0)
    }

    #[test]
    fn tells_rows_apart_and_is_stable() {
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
        assert_eq!(hash(&["ab", "c"]), hash(&["ab", "c"]));
        assert_eq!(hash(&["a"]), STABLE, "the ledgers in the field remember this");
    }

    const STABLE: u128 = 47_661_134_859_802_303_064_263_182_836_271_428_936;
}
