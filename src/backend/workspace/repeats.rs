//! Which records share a value with another one, told while they pass by: at once where it is likely, for certain at the end.
//!
//! Takes hashes of values. A Bloom filter in blocks of 64 bytes (F. Putze, P. Sanders, J. Singler: Cache-, Hash- and Space-Efficient Bloom Filters, 2007) says
//! which were likely met before; it grows by layers up to [`FILTERED_MAX`] values. All hashes are kept beside it, in memory or in a file, for the end.
//!
//! **Invariant**: of records that share a value, at least all but the first are said to, as long as the filter takes values; at the end all of them are named.

use std::io;

use super::distinct::Spill;

/// Values that the first layer of the filter takes: 768 KB. Each further one takes three times as many as all before.
const FIRST_LAYER: usize = 1 << 18;

/// Values that all layers take: 24 MB.
const FILTERED_MAX: usize = 8 << 20;

/// Bits for each value: of ten thousand new ones, one or two are taken for old ones.
const BITS_EACH: usize = 24;

/// Words of a block, which is what a processor fetches at once.
const BLOCK: usize = 8;

/// Bits that stand for one value.
const PROBES: u32 = 6;

/// Values that passed by.
#[derive(Debug, Default)]
pub(super) struct Repeats {
    layers: Vec<Layer>,
    taken: usize,
    all: Spill<2>,
    /// Some value was likely there twice, or the filter did not take it.
    may_repeat: bool,
}

/// A filter of fixed size.
#[derive(Debug)]
struct Layer {
    words: Vec<u64>,
    left: usize,
}

impl Layer {
    fn new(values: usize) -> Self {
        Self { words: vec![0; values * BITS_EACH / 64], left: values }
    }

    /// Bits of a hash: word and mask.
    fn bits(&self, hash: u64) -> impl Iterator<Item = (usize, u64)> + use<> {
        let blocks = self.words.len() / BLOCK;
        // The upper half finds the block, the lower one the bits.
        let block = usize::try_from(((hash >> 32) * blocks as u64) >> 32).unwrap_or(0) * BLOCK;
        let spread = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (0..PROBES).map(move |probe| {
            let bit = usize::try_from((spread >> (probe * 9)) & 511).unwrap_or(0);
            (block + bit / 64, 1 << (bit % 64))
        })
    }

    fn has(&self, hash: u64) -> bool {
        self.bits(hash).all(|(word, mask)| self.words[word] & mask != 0)
    }

    fn add(&mut self, hash: u64) {
        self.left -= 1;
        for (word, mask) in self.bits(hash) {
            self.words[word] |= mask;
        }
    }
}

impl Repeats {
    /// Takes a value of a record. Says whether an earlier one likely had it.
    ///
    /// # Errors
    /// A temporary file that cannot be written.
    pub(super) fn meet(&mut self, hash: u64, seq: i64) -> io::Result<bool> {
        self.all.add([hash, seq.cast_unsigned()])?;
        if self.layers.iter().any(|layer| layer.has(hash)) {
            self.may_repeat = true;
            return Ok(true);
        }
        if self.taken >= FILTERED_MAX {
            self.may_repeat = true;
            return Ok(false);
        }
        if self.layers.last().is_none_or(|layer| layer.left == 0) {
            self.layers.push(Layer::new((3 * self.taken).clamp(FIRST_LAYER, FILTERED_MAX - self.taken)));
        }
        self.taken += 1;
        if let Some(layer) = self.layers.last_mut() {
            layer.add(hash);
        }
        Ok(false)
    }

    /// Lists the records that share a value with another one.
    ///
    /// # Errors
    /// A temporary file that cannot be read.
    pub(super) fn shared(self) -> io::Result<Vec<i64>> {
        let mut shared = Vec::new();
        if !self.may_repeat {
            return Ok(shared);
        }
        self.all.each_part(&mut |part| {
            for group in part.chunk_by(|a, b| a[0] == b[0]).filter(|group| group.len() > 1) {
                shared.extend(group.iter().map(|[_, seq]| seq.cast_signed()));
            }
        })?;
        shared.sort_unstable();
        shared.dedup();
        Ok(shared)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(i: u64) -> u64 {
        xxhash_rust::xxh3::xxh3_64(&i.to_le_bytes())
    }

    #[test]
    fn names_all_that_share_a_value() {
        let mut repeats = Repeats::default();
        for seq in 0..100_000_i64 {
            repeats.meet(hash(seq.cast_unsigned()), seq).expect("room");
        }
        assert!(repeats.meet(hash(7), 100_000).expect("room"), "it was there before");
        assert!(repeats.meet(hash(99_999), 100_001).expect("room"));
        assert_eq!(repeats.shared().expect("read"), [7, 99_999, 100_000, 100_001]);
    }

    #[test]
    fn says_little_of_what_is_new() {
        let mut repeats = Repeats::default();
        let said = (0..400_000_u64).filter(|i| repeats.meet(hash(*i), 0).expect("room")).count();
        assert!(said < 400, "{said} of 400,000 that were never met");
    }

    #[test]
    fn knows_at_the_end_what_the_filter_did_not_take() {
        let mut repeats = Repeats { taken: FILTERED_MAX, ..Repeats::default() };
        assert!(!repeats.meet(1, 10).expect("room"));
        assert!(!repeats.meet(1, 11).expect("room"));
        assert_eq!(repeats.shared().expect("read"), [10, 11]);
    }
}
