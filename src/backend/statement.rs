//! The one place where SQL text, identifiers and values meet.
//!
//! A [`Statement`] is literal SQL that this crate wrote, identifiers passed through [`quote`], and bound values.

/// SQL text with bound values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statement {
    /// Literal SQL between binds: always one more entry than `binds`.
    pieces: Vec<String>,
    /// Bound values.
    binds: Vec<Bind>,
}

/// A bound value.
#[derive(Clone, Debug, PartialEq)]
pub enum Bind {
    /// Text or NULL.
    Text(Option<String>),
    /// Integer.
    Int(i64),
}

impl Statement {
    /// Starts with literal SQL.
    #[must_use]
    pub fn new(sql: impl Into<String>) -> Self {
        Self { pieces: vec![sql.into()], binds: Vec::new() }
    }

    /// Appends literal SQL.
    #[must_use]
    pub fn sql(mut self, sql: &str) -> Self {
        if let Some(last) = self.pieces.last_mut() {
            last.push_str(sql);
        } else {
            self.pieces.push(sql.to_owned());
        }
        self
    }

    /// Appends a bound text.
    #[must_use]
    pub fn text(self, value: impl Into<String>) -> Self {
        self.bind(Bind::Text(Some(value.into())))
    }

    /// Appends a bound integer.
    #[must_use]
    pub fn int(self, value: i64) -> Self {
        self.bind(Bind::Int(value))
    }

    /// Appends a bound value.
    #[must_use]
    pub fn bind(mut self, value: Bind) -> Self {
        self.binds.push(value);
        self.pieces.push(String::new());
        self
    }

    /// Yields the pieces of SQL, each but the last followed by a bind.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = (&str, Option<&Bind>)> {
        self.pieces.iter().enumerate().map(|(i, piece)| (piece.as_str(), self.binds.get(i)))
    }
}

/// Quotes an identifier for both databases.
#[must_use]
pub fn quote(identifier: &str) -> String {
    format!("\"{}\"", identifier.replace('"', "\"\""))
}

/// Writes a text literal for both databases (standard-conforming strings: only the quote itself is doubled).
///
/// NUL characters cannot stand in SQL text; they are left out, and no caller passes any.
#[must_use]
pub fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\0', "").replace('\'', "''"))
}
