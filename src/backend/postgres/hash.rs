//! The server's `hashtext`, made here: hashes of values as they will be stored, so that the server need not print them.
//!
//! Bob Jenkins' lookup3 (<https://burtleburtle.net/bob/c/lookup3.c>), as `hash_bytes` of PostgreSQL has it on machines whose lowest byte comes first.
//!
//! **Invariant**: what differs from the server's is not used: [`FUNCTION`] stands for both how values are printed and how texts are hashed.

use crate::backend::printed::Printed;
use crate::record::{Batch, Cell};

/// What a database names its function whose hashes are those made here: of UTF-8, printed as versions 12 to 18 do.
pub(crate) const FUNCTION: &str = "postgres UTF8 861079450";

/// Returns what `hashtext` does, for a text compared by its bytes.
fn hashtext(text: &[u8]) -> i32 {
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
    let start = 0x9e37_79b9_u32.wrapping_add(length).wrapping_add(3_923_095);
    let (mut a, mut b, mut c) = (start, start, start);
    let (blocks, rest) = text.as_chunks::<12>();
    let add = |(a, b, c): (u32, u32, u32), block: &[u8; 12]| {
        let word = |at: usize| u32::from_le_bytes([block[at], block[at + 1], block[at + 2], block[at + 3]]);
        (a.wrapping_add(word(0)), b.wrapping_add(word(4)), c.wrapping_add(word(8)))
    };
    for block in blocks {
        (a, b, c) = add((a, b, c), block);
        (a, b, c) = mix(a, b, c);
    }
    // The lowest byte of the last word is kept for the length.
    let mut last = [0_u8; 12];
    for (at, byte) in rest.iter().enumerate() {
        last[if at < 8 { at } else { at + 1 }] = *byte;
    }
    (a, b, c) = add((a, b, c), &last);
    finish(a, b, c).cast_signed()
}

fn mix(mut a: u32, mut b: u32, mut c: u32) -> (u32, u32, u32) {
    a = a.wrapping_sub(c) ^ c.rotate_left(4);
    c = c.wrapping_add(b);
    b = b.wrapping_sub(a) ^ a.rotate_left(6);
    a = a.wrapping_add(c);
    c = c.wrapping_sub(b) ^ b.rotate_left(8);
    b = b.wrapping_add(a);
    a = a.wrapping_sub(c) ^ c.rotate_left(16);
    c = c.wrapping_add(b);
    b = b.wrapping_sub(a) ^ a.rotate_left(19);
    a = a.wrapping_add(c);
    c = c.wrapping_sub(b) ^ b.rotate_left(4);
    b = b.wrapping_add(a);
    (a, b, c)
}

fn finish(mut a: u32, mut b: u32, mut c: u32) -> u32 {
    c = (c ^ b).wrapping_sub(b.rotate_left(14));
    a = (a ^ c).wrapping_sub(c.rotate_left(11));
    b = (b ^ a).wrapping_sub(a.rotate_left(25));
    c = (c ^ b).wrapping_sub(b.rotate_left(16));
    a = (a ^ c).wrapping_sub(c.rotate_left(4));
    b = (b ^ a).wrapping_sub(a.rotate_left(14));
    (c ^ b).wrapping_sub(b.rotate_left(24))
}

/// Returns the hashes of a row's cells as they will be stored, each with how its column prints values, `None` for NULL; nothing where one of them is not known.
/// `scratch` is only there to be reused.
pub(crate) fn hashes(cells: &[Cell], batch: &Batch, hashed: &[(usize, Printed)], scratch: &mut String) -> Option<Vec<Option<i32>>> {
    let hash = |(at, printed): &(usize, Printed)| match cells.get(*at).copied().unwrap_or(Cell::Null) {
        Cell::Null | Cell::Absent => Some(None),
        cell => {
            scratch.clear();
            printed.push(scratch, cell, batch)?;
            Some(Some(hashtext(scratch.as_bytes())))
        }
    };
    hashed.iter().map(hash).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_as_the_server_does() {
        // SELECT hashtext('...' COLLATE "C") of PostgreSQL 15.
        let check = |text: &str, expect: i32| assert_eq!(hashtext(text.as_bytes()), expect, "{text}");
        check("", -1_477_818_771);
        check("a", 1_075_015_857);
        check("abcdefgh", -1_960_928_205);
        check("abcdefghijk", -1_483_803_693);
        check("abcdefghijkl", -1_586_087_212);
        check("abcdefghijklm", 405_849_808);
        check("Größe über alles: dreißig Äpfel", 1_942_461_269);
    }

    #[test]
    fn leaves_out_what_is_not_known() {
        let mut batch = Batch::new(2);
        let number = batch.push_text("1.55");
        let check = |cells: [Cell; 2], hashed: &[(usize, Printed)], expect: Option<&[Option<i32>]>| {
            assert_eq!(hashes(&cells, &batch, hashed, &mut String::new()).as_deref(), expect);
        };
        check([Cell::Null, Cell::Absent], &[(0, Printed::Int), (1, Printed::Bool)], Some(&[None, None]));
        check([Cell::Numeric(number), Cell::Null], &[(1, Printed::Bool), (0, Printed::Numeric(Some(1)))], None);
        check(
            [Cell::Numeric(number), Cell::Null],
            &[(1, Printed::Bool), (0, Printed::Numeric(Some(2)))],
            Some(&[None, Some(1_648_180_428)]),
        );
    }
}
