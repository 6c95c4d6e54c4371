//! One record after the other, by the shape of the source.

use super::pointer::{Halt, Level, ascend, kind, lost, member_name};
use super::scan::{self, Bounds, Close, Extent, PREFIX_BYTES};
use super::window::Window;
use super::{Framed, Limits, Shape, SourceError};
use crate::diagnostic::{Code, Fault};
use crate::record::Position;

/// What has been framed of a source, and how to go on.
pub(super) struct Elements {
    pub(super) window: Window,
    pub(super) shape: Shape,
    /// Containers around the records.
    pub(super) levels: Vec<Level>,
    pub(super) stage: Stage,
    /// Records that stand in the window.
    pub(super) records: Vec<Framed>,
    pub(super) limits: Limits,
    pub(super) first_seq: i64,
    /// Records framed so far.
    pub(super) count: u64,
    /// Those of them that have a fault.
    pub(super) faults: u64,
    /// True where a fault has said why the source could not be read to its end.
    pub(super) end_told: bool,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// The first record of a container, or its end.
    First,
    /// A comma, or the end of the container.
    Comma,
    /// A record.
    Value,
    /// The end of the containers around the records, then that of the source.
    Closing,
    /// Nothing.
    Done,
}

impl Elements {
    /// Goes on by about one record.
    pub(super) fn step(&mut self) -> Result<(), Halt> {
        match (self.stage, self.shape) {
            (Stage::Done, _) => Ok(()),
            (Stage::Closing, _) => self.close(),
            (_, Shape::Array) => self.element(b']'),
            (_, Shape::Keyed) => self.element(b'}'),
            (_, Shape::Lines) => self.line(),
            (_, Shape::Concatenated) => self.loose(),
            (_, Shape::One) => self.one(),
        }
    }

    /// Counts a fault that ends the source.
    pub(super) fn lose(&mut self, fault: Fault) -> Result<(), SourceError> {
        let start = self.window.pos.min(self.window.buf.len());
        self.window.fill_to(start, PREFIX_BYTES)?;
        let end = self.window.buf.len().min(start + PREFIX_BYTES);
        let position = self.position(start);
        self.window.pos = end;
        self.push(Framed { seq: 0, start, end, position, key: None, fault: Some(fault) });
        self.stage = Stage::Done;
        self.end_told = true;
        Ok(())
    }

    fn element(&mut self, close: u8) -> Result<(), Halt> {
        let Some(byte) = self.window.next_solid()? else {
            return Err(Halt::Lost(self.window.truncated("the array or object of records")));
        };
        match (self.stage, byte) {
            (Stage::First | Stage::Comma, byte) if byte == close => self.leave(),
            (Stage::Comma, b',') => {
                self.window.pos += 1;
                self.stage = Stage::Value;
            }
            (Stage::Comma, b'{') if close == b']' => {
                let fault = Fault::new(Code::SourceSyntax, "a comma is missing before the record");
                self.record(self.window.pos, None, Some(fault))?;
            }
            (Stage::Comma, _) => return Err(lost(&self.window, "`,` or the end of the records")),
            (_, byte) if byte == close => {
                self.empty("found the end where a record was expected behind `,`");
                self.leave();
            }
            (_, b',') => {
                self.empty("found `,` where a record was expected");
                self.window.pos += 1;
                self.stage = Stage::Value;
            }
            _ if close == b'}' => self.member()?,
            _ => self.record(self.window.pos, None, None)?,
        }
        Ok(())
    }

    fn leave(&mut self) {
        self.window.pos += 1;
        self.stage = Stage::Closing;
    }

    fn member(&mut self) -> Result<(), Halt> {
        let start = self.window.pos;
        let key = member_name(&mut self.window)?;
        match self.window.next_solid()? {
            None | Some(b',') => Err(lost(&self.window, "a record")),
            Some(_) => self.record(start, Some(key), None),
        }
    }

    /// Frames the value at the window's position; `member` is where its name begins, or itself.
    fn record(&mut self, member: usize, key: Option<(usize, usize)>, fault: Option<Fault>) -> Result<(), Halt> {
        let start = self.window.pos;
        let position = self.position(member);
        let first = self.window.buf.get(start).copied().unwrap_or_default();
        if kind(first) == "no JSON" && self.shape != Shape::Concatenated {
            return Err(lost(&self.window, "a record"));
        }
        let bounds = Bounds { hold: self.limits.record_bytes_max, depth_max: self.limits.depth_max };
        let extent = scan::value(&mut self.window, start, bounds)?;
        let fault = match extent.close {
            Close::Truncated => Some(self.window.truncated("a record")),
            Close::Mismatch => Some(mismatch(&self.window, start, extent)),
            Close::Whole => fault.or_else(|| self.excess(extent)).or_else(|| not_an_object(first)),
        };
        self.window.pos = extent.end;
        self.stage = if extent.close == Close::Whole { Stage::Comma } else { Stage::Done };
        let end = self.kept(start, extent);
        self.end_told |= extent.close != Close::Whole;
        self.push(Framed { seq: 0, start, end, position, key, fault });
        Ok(())
    }

    fn one(&mut self) -> Result<(), Halt> {
        self.window.next_solid()?;
        self.record(self.window.pos, None, None)?;
        if self.stage == Stage::Comma {
            self.stage = Stage::Closing;
        }
        Ok(())
    }

    fn loose(&mut self) -> Result<(), Halt> {
        match self.window.next_solid()? {
            Some(_) => self.record(self.window.pos, None, None),
            None => self.close(),
        }
    }

    fn line(&mut self) -> Result<(), Halt> {
        let start = self.window.pos;
        let whole = self.position(start);
        let extent = scan::line(&mut self.window, start, self.limits.record_bytes_max)?;
        let text = self.window.buf.get(start..extent.end).unwrap_or_default();
        let lead = text.len() - text.trim_ascii_start().len();
        let (text, kept) = (text.trim_ascii(), self.kept(start, extent));
        let too_large = self.excess(extent);
        if text.is_empty() && too_large.is_none() {
            return self.end_line(extent);
        }
        let cut = extent.close == Close::Truncated && (text.last() != Some(&b'}') || self.window.broken().is_some());
        let fault = match text.first() {
            _ if too_large.is_some() => too_large,
            _ if cut => Some(self.window.truncated("a line")),
            first => not_an_object(first.copied().unwrap_or_default()),
        };
        let end = kept.min(start + lead + text.len());
        let position = Position { byte: whole.byte + lead as u64, column: whole.column + lead as u64, ..whole };
        self.end_told |= cut;
        self.push(Framed { seq: 0, start: (start + lead).min(end), end, position, key: None, fault });
        self.end_line(extent)
    }

    fn end_line(&mut self, extent: Extent) -> Result<(), Halt> {
        self.window.pos = extent.end + 1;
        if extent.close == Close::Truncated {
            self.window.pos = extent.end;
            return self.close();
        }
        Ok(())
    }

    /// Reads from behind the last record to the end of the source.
    fn close(&mut self) -> Result<(), Halt> {
        ascend(&mut self.window, &self.levels)?;
        self.levels.clear();
        if self.window.next_solid()?.is_some() {
            return Err(lost(&self.window, "the end of the source"));
        }
        self.stage = Stage::Done;
        if let Some(fault) = self.window.broken().cloned()
            && !self.end_told
        {
            self.lose(fault)?;
        }
        Ok(())
    }

    fn empty(&mut self, message: &str) {
        let at = self.window.pos;
        let position = self.position(at);
        self.push(Framed { seq: 0, start: at, end: at, position, key: None, fault: Some(Fault::new(Code::SourceSyntax, message)) });
    }

    fn push(&mut self, record: Framed) {
        let seq = self.first_seq.saturating_add_unsigned(self.count);
        self.count += 1;
        self.faults += u64::from(record.fault.is_some());
        self.records.push(Framed { seq, ..record });
    }

    fn position(&mut self, index: usize) -> Position {
        let (byte, line, column) = self.window.place(index);
        Position { line, column, byte, index: self.count }
    }

    fn excess(&self, extent: Extent) -> Option<Fault> {
        let Limits { record_bytes_max, depth_max, .. } = self.limits;
        if extent.bytes > record_bytes_max as u64 {
            let message = format!("the record has {} bytes where at most {record_bytes_max} were expected", extent.bytes);
            return Some(Fault::new(Code::SourceTooLarge, message));
        }
        extent.too_deep.then(|| too_deep(depth_max))
    }

    /// Returns the end of what is kept of a record, which does not depend on how the source was read.
    fn kept(&self, start: usize, extent: Extent) -> usize {
        let all = if extent.bytes > self.limits.record_bytes_max as u64 { PREFIX_BYTES } else { self.limits.record_bytes_max };
        extent.end.min(start + all.min(self.limits.record_bytes_max))
    }
}

/// Says that a record is nested deeper than `depth_max`.
pub(crate) fn too_deep(depth_max: usize) -> Fault {
    Fault::new(Code::SourceTooDeep, format!("the record is nested deeper than the {depth_max} levels expected"))
}

/// Says what stands where an object was expected.
pub(crate) fn not_an_object(first: u8) -> Option<Fault> {
    match kind(first) {
        "an object" => None,
        "no JSON" => Some(Fault::new(Code::SourceSyntax, "found no JSON where an object was expected").at(0)),
        other => Some(Fault::new(Code::RecordNotAnObject, format!("found {other} where an object was expected"))),
    }
}

fn mismatch(window: &Window, start: usize, extent: Extent) -> Fault {
    let byte = window.buf.get(extent.end.wrapping_sub(1)).copied().unwrap_or_default();
    let (found, open) = if byte == b'}' { ('}', '[') } else { (']', '{') };
    let message = format!("found `{found}` inside `{open}`; the rest of the source was not read");
    Fault::new(Code::SourceSyntax, message).at(extent.end.saturating_sub(start + 1))
}
