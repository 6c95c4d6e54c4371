//! Values of columns.

/// One value of one column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum V {
    /// NULL.
    Null,
    /// An integer.
    Int(i64),
    /// Text, UUIDs included.
    Text(String),
}

impl V {
    /// Creates text.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Says whether it is NULL.
    pub(crate) fn is_null(&self) -> bool {
        *self == Self::Null
    }

    /// Returns the value in ASCII lower case.
    pub(crate) fn lower(&self) -> Self {
        match self {
            Self::Text(text) => Self::Text(text.to_ascii_lowercase()),
            other => other.clone(),
        }
    }

    /// Returns the value as a SQL literal.
    pub(crate) fn sql(&self) -> String {
        match self {
            Self::Null => "NULL".into(),
            Self::Int(n) => n.to_string(),
            Self::Text(text) => format!("'{}'", text.replace('\'', "''")),
        }
    }

    /// Returns the value as JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        match self {
            Self::Null => serde_json::Value::Null,
            Self::Int(n) => (*n).into(),
            Self::Text(text) => text.as_str().into(),
        }
    }
}
