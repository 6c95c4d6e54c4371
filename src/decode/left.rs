//! What is left of a field of which pointers take parts.
//!
//! **Invariant**: a member that no pointer takes is named, or kept in the object that is left; null and what a pointer takes are not.

use super::text::unquote;
use super::walk::parts;

/// What one pointer takes: the tokens that are still to be followed.
type Taken<'t> = &'t [String];

/// Names what no pointer takes, each by a pointer that begins with `name`.
pub(super) fn names(name: &str, value: &str, taken: &[Taken<'_>], left: &mut Vec<String>) {
    walk(format!("/{}", escaped(name)), value, taken, left);
}

fn walk(at: String, value: &str, taken: &[Taken<'_>], left: &mut Vec<String>) {
    if value == "null" || taken.iter().any(|tokens| tokens.is_empty()) {
        return;
    }
    let Some(members) = parts(value).filter(|members| members.is_named() && !taken.is_empty()) else {
        // Elements are told apart by place, so those that are left of an array are no fields of their own.
        if taken.is_empty() || !value.starts_with('[') || is_taken_in_part(value, taken) {
            left.push(at);
        }
        return;
    };
    for (name, value) in members {
        let Ok(name) = unquote(name) else { continue };
        walk(format!("{at}/{}", escaped(&name)), value, &below(taken, &name), left);
    }
}

/// Says whether an array has more elements than pointers take whole.
fn is_taken_in_part(value: &str, taken: &[Taken<'_>]) -> bool {
    let elements = parts(value).map_or(0, Iterator::count);
    let mut firsts: Vec<&String> = taken.iter().filter(|tokens| tokens.len() == 1).filter_map(|tokens| tokens.first()).collect();
    firsts.sort();
    firsts.dedup();
    elements > firsts.len()
}

/// Returns an object without the members that pointers take; `None` where nothing is left of it. Arrays stay whole, because a place is no name.
pub(super) fn object(value: &str, taken: &[Taken<'_>]) -> Option<String> {
    if value == "null" || taken.iter().any(|tokens| tokens.is_empty()) {
        return None;
    }
    let Some(members) = parts(value).filter(|members| members.is_named() && !taken.is_empty()) else {
        let is_all = value.starts_with('[') && !taken.is_empty() && !is_taken_in_part(value, taken);
        return (!is_all).then(|| value.to_owned());
    };
    let mut text = String::new();
    for (name, value) in members {
        let below = unquote(name).map(|name| below(taken, &name)).unwrap_or_default();
        if let Some(value) = object(value, &below) {
            text.push(if text.is_empty() { '{' } else { ',' });
            text.push_str(name);
            text.push(':');
            text.push_str(&value);
        }
    }
    (!text.is_empty()).then(|| text + "}")
}

fn below<'t>(taken: &[Taken<'t>], name: &str) -> Vec<Taken<'t>> {
    taken.iter().filter(|tokens| tokens.first().is_some_and(|first| first == name)).filter_map(|tokens| tokens.get(1..)).collect()
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, pointers: &[&str], named: &[&str], kept: Option<&str>) {
        let tokens: Vec<Vec<String>> = pointers.iter().map(|p| p.split('/').skip(1).map(str::to_owned).collect()).collect();
        let taken: Vec<Taken<'_>> = tokens.iter().map(Vec::as_slice).collect();
        let mut left = Vec::new();
        names("a/b", value, &taken, &mut left);
        assert_eq!(left, named, "{value}");
        assert_eq!(object(value, &taken).as_deref(), kept, "{value}");
    }

    #[test]
    fn what_no_pointer_takes_is_left() {
        check(r#"{"type":"MIT","url":"u"}"#, &["/type"], &["/a~1b/url"], Some(r#"{"url":"u"}"#));
        check(r#"{"type":"MIT"}"#, &["/type"], &[], None);
        check(r#"{"x":{"y":1,"z":2},"w":null}"#, &["/x/y", "/q"], &["/a~1b/x/z"], Some(r#"{"x":{"z":2}}"#));
        check(r#"{"x":{"y":1,"z":2}}"#, &["/x"], &[], None);
        check("null", &["/type"], &[], None);
        check("\"MIT\"", &["/type"], &["/a~1b"], Some("\"MIT\""));
        check("[1,2]", &["/0"], &["/a~1b"], Some("[1,2]"));
        check("[1,2]", &["/0", "/1"], &[], None);
        check(r#"[{"x":1,"y":2}]"#, &["/0/x"], &["/a~1b"], Some(r#"[{"x":1,"y":2}]"#));
    }
}
