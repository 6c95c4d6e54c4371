//! Whether numbers are all different, and which are not, however many there are, in bounded memory.
//!
//! Takes numbers that are spread evenly, as hashes are. Up to [`KEPT_MAX`] entries stay in memory; more go to a temporary file without a name, sorted into
//! parts by their first bits, and at the end each part is read and compared by itself.
//!
//! **Invariant**: numbers that are said to be different are; where the file cannot be written or read, nothing is said.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

/// Most entries that are kept in memory: 2 MB where each is one number.
const KEPT_MAX: usize = 256 * 1024;

/// Parts of the file, one for each value of a number's first byte.
const PARTS: usize = 256;

/// Entries that are written together, of each part.
const BLOCK: usize = 512;

/// Numbers so far.
#[derive(Debug)]
pub(super) enum Distinct {
    /// What is known of them.
    Known(Spill<1>),
    /// There was no room for them.
    Lost,
}

impl Default for Distinct {
    fn default() -> Self {
        Self::Known(Spill::default())
    }
}

impl Distinct {
    /// Adds a number.
    pub(super) fn add(&mut self, number: u64) {
        if let Self::Known(numbers) = self
            && numbers.add([number]).is_err()
        {
            *self = Self::Lost;
        }
    }

    /// Says whether all numbers are known to be different.
    pub(super) fn are_all(self) -> bool {
        let Self::Known(numbers) = self else { return false };
        let mut are_all = true;
        let looked = numbers.each_part(&mut |part| are_all &= part.windows(2).all(|pair| pair[0] != pair[1]));
        looked.is_ok() && are_all
    }
}

/// Entries of so many numbers, of which the first is spread evenly.
#[derive(Debug)]
pub(super) enum Spill<const N: usize> {
    /// All of them.
    Kept(Vec<[u64; N]>),
    /// All of them are in a file, or soon will be.
    Filed(Filed<N>),
}

impl<const N: usize> Default for Spill<N> {
    fn default() -> Self {
        Self::Kept(Vec::new())
    }
}

impl<const N: usize> Spill<N> {
    /// Adds an entry.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub(super) fn add(&mut self, entry: [u64; N]) -> io::Result<()> {
        match self {
            Self::Kept(entries) if entries.len() < KEPT_MAX => entries.push(entry),
            Self::Kept(entries) => {
                let mut filed = Filed::new()?;
                entries.iter().chain([&entry]).try_for_each(|entry| filed.add(*entry))?;
                *self = Self::Filed(filed);
            }
            Self::Filed(filed) => filed.add(entry)?,
        }
        Ok(())
    }

    /// Calls `each` with parts of the entries, sorted: those with the same first number are in one part.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub(super) fn each_part(self, each: &mut dyn FnMut(&[[u64; N]])) -> io::Result<()> {
        match self {
            Self::Kept(mut entries) => {
                entries.sort_unstable();
                each(&entries);
                Ok(())
            }
            Self::Filed(filed) => filed.each_part(each),
        }
    }
}

/// Entries in a file.
#[derive(Debug)]
pub(super) struct Filed<const N: usize> {
    file: File,
    /// Part of each block of the file.
    blocks: Vec<u8>,
    /// What is yet to be written, by part.
    parts: Vec<Vec<[u64; N]>>,
}

impl<const N: usize> Filed<N> {
    fn new() -> io::Result<Self> {
        Ok(Self { file: tempfile::tempfile()?, blocks: Vec::new(), parts: vec![Vec::new(); PARTS] })
    }

    fn add(&mut self, entry: [u64; N]) -> io::Result<()> {
        let part = entry[0].to_be_bytes()[0];
        let waiting = &mut self.parts[usize::from(part)];
        waiting.push(entry);
        if waiting.len() < BLOCK {
            return Ok(());
        }
        let bytes: Vec<u8> = waiting.iter().flatten().flat_map(|number| number.to_le_bytes()).collect();
        waiting.clear();
        self.blocks.push(part);
        self.file.write_all(&bytes)
    }

    fn each_part(mut self, each: &mut dyn FnMut(&[[u64; N]])) -> io::Result<()> {
        let mut bytes = vec![0; BLOCK * N * size_of::<u64>()];
        for part in 0..=u8::MAX {
            let mut entries = std::mem::take(&mut self.parts[usize::from(part)]);
            for (at, _) in (0_u64..).zip(&self.blocks).filter(|(_, of)| **of == part) {
                self.file.seek(SeekFrom::Start(at * bytes.len() as u64))?;
                self.file.read_exact(&mut bytes)?;
                let (words, _) = bytes.as_chunks();
                let (read, _) = words.as_chunks::<N>();
                entries.extend(read.iter().map(|entry| entry.map(u64::from_le_bytes)));
            }
            entries.sort_unstable();
            each(&entries);
        }
        Ok(())
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
