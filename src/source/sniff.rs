//! How `auto` decides, by the first stretch of a source.

use super::Shape;
use super::scan::container_end;
use super::window::is_space;

/// Bytes by which the shape of a source is decided.
pub(super) const LOOKAHEAD_BYTES: usize = 1 << 20;

/// Where the records are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// At the root of the source.
    Root,
    /// Below a pointer, where something always follows.
    Pointer,
}

/// Decides the shape of what begins at the first byte of `head`; `complete` says that nothing follows it.
pub(super) fn shape(head: &[u8], complete: bool, place: Place) -> Shape {
    match (head.first(), place) {
        (Some(b'['), _) => Shape::Array,
        (Some(b'{'), Place::Pointer) if all_objects(head) => Shape::Keyed,
        (_, Place::Pointer) => Shape::One,
        (Some(b'{'), Place::Root) => object(head, complete),
        (_, Place::Root) => Shape::Lines,
    }
}

fn object(head: &[u8], complete: bool) -> Shape {
    let end = container_end(head);
    let first = head.get(..end.unwrap_or(head.len())).unwrap_or(head);
    if has_object_line(first) {
        return Shape::Lines;
    }
    let Some(end) = end else {
        return if all_objects(head) { Shape::Keyed } else { Shape::Concatenated };
    };
    let rest = head.get(end..).unwrap_or_default();
    if complete && rest.iter().all(|byte| is_space(*byte)) && all_objects(first) {
        return Shape::Keyed;
    }
    let behind = rest.iter().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r'));
    if memchr::memchr(b'\n', first).is_none() && matches!(behind, None | Some(b'\n')) { Shape::Lines } else { Shape::Concatenated }
}

/// True where a later line of what should be one object is itself an object from its first to its last byte.
fn has_object_line(object: &[u8]) -> bool {
    let is_object = |line: &[u8]| line.first() == Some(&b'{') && container_end(line) == Some(line.trim_ascii_end().len());
    object.split(|byte| *byte == b'\n').skip(1).take(16).any(is_object)
}

/// True where every member of the object at the start of `head` that can be seen is an object.
fn all_objects(head: &[u8]) -> bool {
    let mut at = 1;
    loop {
        at = solid(head, at);
        match head.get(at) {
            Some(b'"') => {}
            Some(b'}') | None => return true,
            Some(_) => return false,
        }
        let Some(behind) = string_end(head, at) else { return at > 1 };
        at = solid(head, behind);
        if head.get(at) != Some(&b':') {
            return at >= head.len();
        }
        at = solid(head, at + 1);
        if head.get(at).is_some_and(|byte| *byte != b'{') {
            return false;
        }
        let Some(behind) = head.get(at..).and_then(container_end) else { return true };
        at = solid(head, at + behind);
        if head.get(at) == Some(&b',') {
            at += 1;
        }
    }
}

fn solid(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| !is_space(*byte)).unwrap_or(rest.len())
}

fn string_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start + 1;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}
