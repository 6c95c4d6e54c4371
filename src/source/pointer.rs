//! The way to the records through a JSON pointer (RFC 6901), and the way back out.

use super::SourceError;
use super::scan::{self, Bounds, Close};
use super::window::Window;
use crate::diagnostic::{Code, Fault};

/// Longest name of a member.
const NAME_BYTES_MAX: usize = 1 << 20;
/// Bytes of skipped members after which they are dropped.
const SKIPPED_BYTES: usize = 64 << 10;
/// Names that a message about a missing member repeats.
const NAMES_SHOWN: usize = 20;

/// Why the way through a source ends early.
#[derive(Debug)]
pub(super) enum Halt {
    /// It cannot be read.
    Failed(SourceError),
    /// Its structure is lost at the window's position.
    Lost(Fault),
}

impl From<SourceError> for Halt {
    fn from(error: SourceError) -> Self {
        Self::Failed(error)
    }
}

/// A container that was entered and has to be left again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Level {
    token: String,
    close: u8,
}

/// Splits a pointer into its tokens, unescaped.
pub(super) fn tokens(pointer: &str) -> Result<Vec<String>, SourceError> {
    if pointer.is_empty() {
        return Ok(Vec::new());
    }
    let rest = pointer.strip_prefix('/').ok_or_else(|| SourceError::PointerSyntax { pointer: pointer.to_owned() })?;
    Ok(rest.split('/').map(|token| token.replace("~1", "/").replace("~0", "~")).collect())
}

/// Moves the window to the value that `tokens` lead to, and returns the containers on the way.
pub(super) fn descend(window: &mut Window, path: &str, pointer: &str, tokens: Vec<String>) -> Result<Vec<Level>, Halt> {
    let missing = |found| Halt::Failed(SourceError::Pointer { path: path.to_owned(), pointer: pointer.to_owned(), found });
    let mut levels = Vec::with_capacity(tokens.len());
    for token in tokens {
        let close = match window.next_solid()? {
            None => return Err(Halt::Lost(window.truncated("what the pointer leads through"))),
            Some(open @ (b'{' | b'[')) => open + 2,
            Some(byte) => return Err(missing(format!("{} stands before `{token}`", kind(byte)))),
        };
        window.pos += 1;
        let mut level = Level { token, close };
        let names = level.find(window)?;
        if let Some(names) = names {
            return Err(missing(format!("there is no `{}`, only {names}", level.token)));
        }
        level.token.shrink_to_fit();
        levels.push(level);
    }
    Ok(levels)
}

/// Skips what stands behind the records up to the end of each container.
pub(super) fn ascend(window: &mut Window, levels: &[Level]) -> Result<(), Halt> {
    for level in levels.iter().rev() {
        level.leave(window)?;
    }
    Ok(())
}

impl Level {
    /// Skips members up to the one wanted; returns the names seen where it is not there.
    fn find(&mut self, window: &mut Window) -> Result<Option<String>, Halt> {
        let keep = window.pos;
        let mut seen: Vec<String> = Vec::new();
        let mut count = 0_usize;
        loop {
            match window.next_solid()? {
                Some(byte) if byte == self.close => return Ok(Some(list(&seen, count, self.close))),
                Some(b',') if count > 0 => window.pos += 1,
                _ if count > 0 => return Err(lost(window, "`,` or the end")),
                _ => {}
            }
            let name = self.name(window, count)?;
            if name == self.token {
                return Ok(None);
            }
            if seen.len() < NAMES_SHOWN {
                seen.push(name);
            }
            count += 1;
            skip(window, keep)?;
        }
    }

    fn leave(&self, window: &mut Window) -> Result<(), Halt> {
        let keep = window.pos;
        loop {
            match window.next_solid()? {
                Some(byte) if byte == self.close => {
                    window.pos += 1;
                    return Ok(());
                }
                Some(b',') => window.pos += 1,
                _ => return Err(lost(window, "`,` or the end")),
            }
            if self.close == b'}' && self.name(window, 0)? == self.token {
                let message = format!("a second member `{}` where the pointer leads; its records were not read", self.token);
                return Err(Halt::Lost(Fault::new(Code::RecordDuplicateField, message).field(self.token.clone())));
            }
            skip(window, keep)?;
        }
    }

    /// Returns the name of the member at the window's position, or the number of the element.
    fn name(&self, window: &mut Window, count: usize) -> Result<String, Halt> {
        if self.close == b']' {
            return Ok(count.to_string());
        }
        let (start, end) = member_name(window)?;
        let text = window.buf.get(start..end).unwrap_or_default();
        serde_json::from_slice(text)
            .map_err(|error| Halt::Lost(Fault::new(Code::SourceSyntax, format!("the name of a member cannot be read: {error}"))))
    }
}

/// Reads the name at the window's position and the colon behind it; returns the range of the name with its quotes.
pub(super) fn member_name(window: &mut Window) -> Result<(usize, usize), Halt> {
    if window.next_solid()? != Some(b'"') {
        return Err(lost(window, "the name of a member"));
    }
    let start = window.pos;
    let extent = scan::value(window, start, Bounds { hold: NAME_BYTES_MAX, depth_max: 1 })?;
    if extent.close != Close::Whole {
        return Err(Halt::Lost(window.truncated("the name of a member")));
    }
    if extent.bytes > NAME_BYTES_MAX as u64 {
        let message = format!("the name of a member has {} bytes where at most {NAME_BYTES_MAX} were expected", extent.bytes);
        return Err(Halt::Lost(Fault::new(Code::SourceTooLarge, message)));
    }
    window.pos = extent.end;
    if window.next_solid()? != Some(b':') {
        return Err(lost(window, "`:`"));
    }
    window.pos += 1;
    Ok((start, extent.end))
}

/// Says that something else than `expected` stands at the window's position, or nothing at all.
pub(super) fn lost(window: &Window, expected: &str) -> Halt {
    Halt::Lost(match window.buf.get(window.pos) {
        Some(byte) => Fault::new(Code::SourceSyntax, format!("found {} where {expected} was expected", shown(*byte))),
        None => window.truncated("an array or object"),
    })
}

/// Names the kind of value that begins with `byte`.
pub(super) fn kind(byte: u8) -> &'static str {
    match byte {
        b'{' => "an object",
        b'[' => "an array",
        b'"' => "a string",
        b'0'..=b'9' | b'-' => "a number",
        b't' | b'f' => "a boolean",
        b'n' => "null",
        _ => "no JSON",
    }
}

fn shown(byte: u8) -> String {
    if byte.is_ascii_graphic() { format!("`{}`", char::from(byte)) } else { format!("byte {byte:#04x}") }
}

fn skip(window: &mut Window, keep: usize) -> Result<(), Halt> {
    match window.next_solid()? {
        None | Some(b',' | b']' | b'}' | b':') => return Err(lost(window, "a value")),
        Some(_) => {}
    }
    let start = window.pos;
    let extent = scan::value(window, start, Bounds { hold: 0, depth_max: 1 << 10 })?;
    window.pos = extent.end;
    match extent.close {
        Close::Whole => {}
        Close::Truncated => return Err(Halt::Lost(window.truncated("a member that the pointer does not name"))),
        Close::Mismatch => {
            window.pos = extent.end.saturating_sub(1);
            return Err(lost(window, "the other kind of bracket"));
        }
    }
    if window.pos - keep > SKIPPED_BYTES {
        window.forget(keep, window.pos);
    }
    Ok(())
}

fn list(names: &[String], count: usize, close: u8) -> String {
    if close == b']' {
        return format!("{count} elements");
    }
    let mut text = if names.is_empty() { "an empty object".to_owned() } else { String::new() };
    for (n, name) in names.iter().enumerate() {
        text.push_str(if n == 0 { "`" } else { ", `" });
        text.push_str(name);
        text.push('`');
    }
    if count > names.len() {
        text.push_str(" and others");
    }
    text
}
