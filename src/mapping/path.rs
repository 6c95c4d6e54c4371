//! Field paths as a mapping file writes them.

use std::str::FromStr;

use super::FieldPath;

/// Says why a text is no field path.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldPathError {
    /// There is no text.
    #[error("a field path is empty, expected a field name, a JSON pointer, `.`, `@index`, `@key` or `^field`")]
    Empty,
    /// A `~` of a JSON pointer is neither `~0` nor `~1` (RFC 6901, section 3).
    #[error("the JSON pointer `{0}` has a `~` that is neither `~0` (for `~`) nor `~1` (for `/`)")]
    Tilde(String),
    /// `^` stands before something that is no field.
    #[error("`{0}` is no field of the record around the element, expected `^` and a field name or a JSON pointer")]
    Outer(String),
}

impl FromStr for FieldPath {
    type Err = FieldPathError;

    /// Reads a field path: a plain name, a JSON pointer that begins with `/`, `.`, `@index`, `@key`, or `^` before a name or pointer.
    fn from_str(text: &str) -> Result<Self, FieldPathError> {
        match text {
            "" => Err(FieldPathError::Empty),
            "." => Ok(Self::Element),
            "@index" => Ok(Self::ElementIndex),
            "@key" => Ok(Self::ElementKey),
            _ => match text.strip_prefix('^') {
                Some(outer) => outer_path(text, outer),
                None => plain_path(text),
            },
        }
    }
}

impl FieldPath {
    /// Says whether the path means something only where `each` spreads a record out.
    #[must_use]
    pub fn needs_each(&self) -> bool {
        !matches!(self, Self::Field(_) | Self::Pointer { .. })
    }
}

/// Reads what stands after `^`.
fn outer_path(text: &str, outer: &str) -> Result<FieldPath, FieldPathError> {
    match outer {
        "" | "." | "@index" | "@key" => Err(FieldPathError::Outer(text.to_owned())),
        _ if outer.starts_with('^') => Err(FieldPathError::Outer(text.to_owned())),
        _ => Ok(FieldPath::Outer(Box::new(plain_path(outer)?))),
    }
}

/// Reads a name or a JSON pointer.
fn plain_path(text: &str) -> Result<FieldPath, FieldPathError> {
    let Some(pointer) = text.strip_prefix('/') else {
        return Ok(FieldPath::Field(text.to_owned()));
    };
    if !is_pointer(text) {
        return Err(FieldPathError::Tilde(text.to_owned()));
    }
    let (field, rest) = pointer.split_at(pointer.find('/').unwrap_or(pointer.len()));
    Ok(FieldPath::Pointer { field: unescape(field), rest: rest.to_owned() })
}

/// Says whether a text is a JSON pointer (RFC 6901); the empty text is one.
pub(crate) fn is_pointer(text: &str) -> bool {
    let tildes_fit = text.split('~').skip(1).all(|after| after.starts_with(['0', '1']));
    tildes_fit && (text.is_empty() || text.starts_with('/'))
}

/// Unescapes one step of a JSON pointer.
pub(crate) fn unescape(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(name: &str) -> FieldPath {
        FieldPath::Field(name.to_owned())
    }

    fn pointer(field: &str, rest: &str) -> FieldPath {
        FieldPath::Pointer { field: field.to_owned(), rest: rest.to_owned() }
    }

    #[test]
    fn reads_every_form_and_writes_it_back() {
        for (text, expect) in [
            ("slug", field("slug")),
            ("a.b c", field("a.b c")),
            ("@id", field("@id")),
            ("/geo/area", pointer("geo", "/area")),
            ("/a~1b/0", pointer("a/b", "/0")),
            ("/~01", pointer("~1", "")),
            ("/.", pointer(".", "")),
            ("/", pointer("", "")),
            (".", FieldPath::Element),
            ("@index", FieldPath::ElementIndex),
            ("@key", FieldPath::ElementKey),
            ("^id", FieldPath::Outer(Box::new(field("id")))),
            ("^/a/b", FieldPath::Outer(Box::new(pointer("a", "/b")))),
        ] {
            let path: FieldPath = text.parse().unwrap();
            assert_eq!(path, expect, "{text}");
            assert_eq!(path.to_string(), text);
        }
    }

    #[test]
    fn refuses_what_is_no_path() {
        for (text, expect) in [
            ("", FieldPathError::Empty),
            ("/a~2", FieldPathError::Tilde("/a~2".into())),
            ("/a~", FieldPathError::Tilde("/a~".into())),
            ("^", FieldPathError::Outer("^".into())),
            ("^.", FieldPathError::Outer("^.".into())),
            ("^^a", FieldPathError::Outer("^^a".into())),
        ] {
            assert_eq!(text.parse::<FieldPath>(), Err(expect), "{text}");
        }
    }
}
