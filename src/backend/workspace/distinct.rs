//! Whether numbers are all different, however many there are, in bounded memory.
//!
//! Takes numbers that are spread evenly, as hashes are. Up to [`KEPT_MAX`] of them stay in memory; more go to a temporary file without a name, sorted into
//! parts by their first bits, and at the end each part is read and compared by itself.
//!
//! **Invariant**: numbers that are said to be different are; where the file cannot be written or read, nothing is said.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

/// Most numbers that are kept in memory: 2 MB.
const KEPT_MAX: usize = 256 * 1024;

/// Parts of the file, one for each value of a number's first byte.
const PARTS: usize = 256;

/// Numbers that are written together: 4 KB, of each part.
const BLOCK: usize = 512;

/// Numbers so far.
#[derive(Debug)]
pub(super) enum Distinct {
    /// All of them.
    Kept(Vec<u64>),
    /// All of them are in a file, or soon will be.
    Filed(Filed),
    /// There was no room for them.
    Lost,
}

impl Default for Distinct {
    fn default() -> Self {
        Self::Kept(Vec::new())
    }
}

impl Distinct {
    /// Adds a number.
    pub(super) fn add(&mut self, number: u64) {
        match self {
            Self::Kept(numbers) if numbers.len() < KEPT_MAX => numbers.push(number),
            Self::Kept(numbers) => {
                let filed = Filed::new().and_then(|mut filed| {
                    numbers.iter().chain([&number]).try_for_each(|number| filed.add(*number))?;
                    Ok(filed)
                });
                *self = filed.map_or(Self::Lost, Self::Filed);
            }
            Self::Filed(filed) => {
                if filed.add(number).is_err() {
                    *self = Self::Lost;
                }
            }
            Self::Lost => {}
        }
    }

    /// Says whether all numbers are known to be different.
    pub(super) fn are_all(self) -> bool {
        match self {
            Self::Kept(mut numbers) => are_different(&mut numbers),
            Self::Filed(filed) => filed.are_different().unwrap_or(false),
            Self::Lost => false,
        }
    }
}

fn are_different(numbers: &mut [u64]) -> bool {
    numbers.sort_unstable();
    numbers.windows(2).all(|pair| pair[0] != pair[1])
}

/// Numbers in a file.
#[derive(Debug)]
pub(super) struct Filed {
    file: File,
    /// Part of each block of the file.
    blocks: Vec<u8>,
    /// What is yet to be written, by part.
    parts: Vec<Vec<u64>>,
}

impl Filed {
    fn new() -> io::Result<Self> {
        Ok(Self { file: tempfile::tempfile()?, blocks: Vec::new(), parts: vec![Vec::new(); PARTS] })
    }

    fn add(&mut self, number: u64) -> io::Result<()> {
        let part = number.to_be_bytes()[0];
        let waiting = &mut self.parts[usize::from(part)];
        waiting.push(number);
        if waiting.len() < BLOCK {
            return Ok(());
        }
        let bytes: Vec<u8> = waiting.iter().flat_map(|number| number.to_le_bytes()).collect();
        waiting.clear();
        self.blocks.push(part);
        self.file.write_all(&bytes)
    }

    fn are_different(mut self) -> io::Result<bool> {
        let mut bytes = [0; BLOCK * size_of::<u64>()];
        for part in 0..=u8::MAX {
            let mut numbers = std::mem::take(&mut self.parts[usize::from(part)]);
            for (at, _) in (0_u64..).zip(&self.blocks).filter(|(_, of)| **of == part) {
                self.file.seek(SeekFrom::Start(at * bytes.len() as u64))?;
                self.file.read_exact(&mut bytes)?;
                let (words, _) = bytes.as_chunks();
                numbers.extend(words.iter().map(|word| u64::from_le_bytes(*word)));
            }
            if !are_different(&mut numbers) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers spread as hashes are, all different.
    fn number(i: u64) -> u64 {
        i.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    #[test]
    fn sees_what_is_there_twice() {
        let check = |count: u64, twice: Option<u64>, expect: bool| {
            let mut distinct = Distinct::default();
            (0..count).chain(twice).for_each(|i| distinct.add(number(i)));
            assert_eq!(distinct.are_all(), expect, "{count} numbers, {twice:?} twice");
        };
        let filed = 3 * KEPT_MAX as u64;
        check(0, None, true);
        check(1_000, None, true);
        check(1_000, Some(7), false);
        check(filed, None, true);
        for twice in [0, KEPT_MAX as u64, filed - 1] {
            check(filed, Some(twice), false);
        }
    }

    #[test]
    fn what_is_lost_is_not_said_to_differ() {
        let mut distinct = Distinct::Lost;
        distinct.add(1);
        assert!(!distinct.are_all());
    }
}
