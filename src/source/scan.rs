//! The end of a JSON value, found by its brackets and quotes alone, 64 bytes at a time.
//!
//! The bit masks follow Langdale and Lemire, "Parsing Gigabytes of JSON per Second" (2019), section 3.1, in portable code.

use memchr::{memchr, memchr2};

use super::SourceError;
use super::window::{Window, is_space};

/// Bytes looked at in one step.
const BLOCK: usize = 64;
/// Bytes that are kept of a record that is too large.
pub(super) const PREFIX_BYTES: usize = 4096;

/// How much of a value may be kept, and how deep it may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// Bytes of the value that may be held in memory; 0 where it is skipped.
    pub(super) hold: usize,
    /// Deepest nesting.
    pub(super) depth_max: usize,
}

/// What was found where a value begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    /// Index behind the value, or behind what there is of it.
    pub(super) end: usize,
    /// Bytes of the value, those that were not kept included.
    pub(super) bytes: u64,
    /// True where it is nested deeper than allowed.
    pub(super) too_deep: bool,
    /// How it ends.
    pub(super) close: Close,
}

/// How a value ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Close {
    /// As it should.
    Whole,
    /// With the source.
    Truncated,
    /// With a closing bracket of the wrong kind, the last byte of the extent.
    Mismatch,
}

/// Finds the end of the value that begins at index `start`, a byte that is not white space.
///
/// Bytes beyond `bounds.hold` are dropped from the window as soon as they were looked at.
pub(super) fn value(window: &mut Window, start: usize, bounds: Bounds) -> Result<Extent, SourceError> {
    let mut hold = Hold { start, bytes_max: bounds.hold, dropped: 0 };
    match window.buf.get(start) {
        Some(b'{' | b'[') => container(window, &mut hold, bounds.depth_max),
        Some(b'"') => string(window, &mut hold),
        _ => scalar(window, &mut hold),
    }
}

/// What is kept of a value while it is looked at.
struct Hold {
    start: usize,
    bytes_max: usize,
    dropped: u64,
}

impl Hold {
    /// Drops what may not be held of the bytes up to `at`, and returns where `at` is now.
    fn release(&mut self, window: &mut Window, at: usize) -> usize {
        if at - self.start <= self.bytes_max {
            return at;
        }
        self.bytes_max = self.bytes_max.min(PREFIX_BYTES);
        let keep = self.start + self.bytes_max;
        window.forget(keep, at);
        self.dropped += (at - keep) as u64;
        keep
    }

    fn extent(&self, end: usize, close: Close) -> Extent {
        Extent { end, bytes: (end - self.start) as u64 + self.dropped, too_deep: false, close }
    }
}

fn container(window: &mut Window, hold: &mut Hold, depth_max: usize) -> Result<Extent, SourceError> {
    let mut brackets = Brackets::new(depth_max);
    let mut at = hold.start;
    loop {
        if window.buf.len() < at + BLOCK {
            at = hold.release(window, at);
            window.fill_to(at, BLOCK)?;
        }
        let rest = window.buf.get(at..).unwrap_or_default();
        let step = match rest.first_chunk::<BLOCK>() {
            Some(block) => brackets.step(block),
            None => brackets.step(&padded(rest)),
        };
        let (end, close) = match step {
            Step::More if rest.len() >= BLOCK => {
                at += BLOCK;
                continue;
            }
            Step::More => (at + rest.len(), Close::Truncated),
            Step::Closed(count) => (at + count, Close::Whole),
            Step::Mismatch(count) => (at + count, Close::Mismatch),
        };
        return Ok(Extent { too_deep: brackets.too_deep, ..hold.extent(end, close) });
    }
}

fn string(window: &mut Window, hold: &mut Hold) -> Result<Extent, SourceError> {
    let mut at = hold.start + 1;
    loop {
        let rest = window.buf.get(at..).unwrap_or_default();
        match memchr2(b'"', b'\\', rest) {
            Some(found) if rest.get(found) == Some(&b'"') => return Ok(hold.extent(at + found + 1, Close::Whole)),
            Some(found) if found + 1 < rest.len() => at += found + 2,
            found => {
                // A backslash at the very end is looked at again once the byte that it escapes is there.
                let seen = at + found.unwrap_or(rest.len());
                at = hold.release(window, seen);
                if !window.fill()? {
                    return Ok(hold.extent(window.buf.len(), Close::Truncated));
                }
            }
        }
    }
}

/// Numbers, literals, and anything that is no JSON: up to the next white space or punctuation, but one byte at least.
fn scalar(window: &mut Window, hold: &mut Hold) -> Result<Extent, SourceError> {
    let mut at = hold.start + 1;
    loop {
        let rest = window.buf.get(at..).unwrap_or_default();
        let ends = |byte: &u8| is_space(*byte) || matches!(byte, b',' | b':' | b'{' | b'}' | b'[' | b']' | b'"');
        if let Some(found) = rest.iter().position(ends) {
            return Ok(hold.extent(at + found, Close::Whole));
        }
        at = hold.release(window, window.buf.len());
        if !window.fill()? {
            return Ok(hold.extent(window.buf.len(), Close::Whole));
        }
    }
}

/// Finds the end of the line that begins at index `start`; `Truncated` where the source ends without a line feed.
pub(super) fn line(window: &mut Window, start: usize, hold_bytes: usize) -> Result<Extent, SourceError> {
    let mut hold = Hold { start, bytes_max: hold_bytes, dropped: 0 };
    let mut at = start;
    loop {
        if let Some(found) = memchr(b'\n', window.buf.get(at..).unwrap_or_default()) {
            return Ok(hold.extent(at + found, Close::Whole));
        }
        at = hold.release(window, window.buf.len());
        if !window.fill()? {
            return Ok(hold.extent(window.buf.len(), Close::Truncated));
        }
    }
}

/// Open brackets of a value that is being looked at.
pub(super) struct Brackets {
    /// Closing brackets that are expected, the innermost last; no longer than the depth allowed.
    expected: Vec<u8>,
    depth_max: usize,
    /// Open brackets beyond the depth allowed. Their kinds are not remembered, so that memory stays bounded.
    deeper: u64,
    too_deep: bool,
    /// All ones where the block begins inside a string.
    in_string: u64,
    /// One where the block begins with an escaped byte.
    escaped: u64,
}

/// What one block says.
pub(super) enum Step {
    /// The value goes on.
    More,
    /// The value ends behind this many bytes of the block.
    Closed(usize),
    /// The last of this many bytes closes the wrong kind of bracket.
    Mismatch(usize),
}

impl Brackets {
    pub(super) fn new(depth_max: usize) -> Self {
        Self { expected: Vec::with_capacity(16), depth_max: depth_max.max(1), deeper: 0, too_deep: false, in_string: 0, escaped: 0 }
    }

    /// Looks at one block. The first begins with the bracket that opens the value.
    pub(super) fn step(&mut self, block: &[u8; BLOCK]) -> Step {
        let escaped = self.escaped_in(mask(block, |byte| byte == b'\\'));
        let quotes = mask(block, |byte| byte == b'"') & !escaped;
        let in_string = prefix_xor(quotes) ^ self.in_string;
        self.in_string = 0_u64.wrapping_sub(in_string >> 63);
        // Setting bit 5 makes `[` and `]` the same as `{` and `}`.
        let mut brackets = mask(block, |byte| matches!(byte | 0x20, b'{' | b'}')) & !in_string;
        while brackets != 0 {
            let index = brackets.trailing_zeros() as usize;
            brackets &= brackets - 1;
            let step = self.bracket(block[index % BLOCK], index + 1);
            if !matches!(step, Step::More) {
                return step;
            }
        }
        Step::More
    }

    fn bracket(&mut self, byte: u8, count: usize) -> Step {
        match byte {
            b'{' | b'[' if self.expected.len() >= self.depth_max => {
                self.too_deep = true;
                self.deeper += 1;
            }
            b'{' | b'[' => self.expected.push(byte + 2),
            _ if self.deeper > 0 => self.deeper -= 1,
            _ if self.expected.pop() != Some(byte) => return Step::Mismatch(count),
            _ if self.expected.is_empty() => return Step::Closed(count),
            _ => {}
        }
        Step::More
    }

    /// Returns the bytes that a backslash escapes.
    fn escaped_in(&mut self, slashes: u64) -> u64 {
        let mut escaped = std::mem::take(&mut self.escaped);
        let mut todo = slashes & !escaped;
        while todo != 0 {
            let slash = todo & todo.wrapping_neg();
            self.escaped = slash >> 63;
            escaped |= slash << 1;
            todo &= !(slash | slash << 1);
        }
        escaped
    }
}

/// Finds the end of the container that `bytes` begin with; `None` where it is not there.
pub(super) fn container_end(bytes: &[u8]) -> Option<usize> {
    let mut brackets = Brackets::new(usize::MAX >> 1);
    for (n, part) in bytes.chunks(BLOCK).enumerate() {
        match brackets.step(&padded(part)) {
            Step::More => {}
            Step::Closed(count) => return Some(n * BLOCK + count),
            Step::Mismatch(_) => return None,
        }
    }
    None
}

fn padded(part: &[u8]) -> [u8; BLOCK] {
    let mut block = [b' '; BLOCK];
    for (to, from) in block.iter_mut().zip(part) {
        *to = *from;
    }
    block
}

/// Sets one bit for each byte that answers to `is`; the loops are plain so that the compiler makes vectors of them.
#[inline]
fn mask(block: &[u8; BLOCK], is: impl Fn(u8) -> bool) -> u64 {
    let mut hits = [0_u8; BLOCK];
    for (hit, byte) in hits.iter_mut().zip(block) {
        *hit = u8::from(is(*byte));
    }
    let mut mask = 0;
    for (n, eight) in hits.as_chunks::<8>().0.iter().enumerate() {
        // The product moves bit 8 i to bit 56 + i.
        mask |= (u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * n);
    }
    mask
}

/// Sets each bit to the parity of the bits up to it.
#[inline]
fn prefix_xor(mut bits: u64) -> u64 {
    for shift in [1, 2, 4, 8, 16, 32] {
        bits ^= bits << shift;
    }
    bits
}
