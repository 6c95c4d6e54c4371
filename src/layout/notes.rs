//! What the schema check has to say, collected.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::mapping::Place;

/// The diagnostics so far.
#[derive(Default)]
pub(super) struct Notes {
    pub(super) list: Vec<Diagnostic>,
}

impl Notes {
    /// Adds an error about a mapping; its place stands before the message.
    pub(super) fn error(&mut self, place: &Place, table: &str, message: impl AsRef<str>) -> &mut Diagnostic {
        self.add(Diagnostic::error(Code::SchemaDrift, format!("{place}: {}", message.as_ref())).table(table))
    }

    /// Adds a warning about a mapping; its place stands before the message.
    pub(super) fn warning(&mut self, place: &Place, table: &str, message: impl AsRef<str>) -> &mut Diagnostic {
        self.add(Diagnostic::warning(Code::SchemaDrift, format!("{place}: {}", message.as_ref())).table(table))
    }

    fn add(&mut self, diagnostic: Diagnostic) -> &mut Diagnostic {
        let last = self.list.len();
        self.list.push(diagnostic);
        &mut self.list[last]
    }

    /// Counts the errors.
    pub(super) fn errors(&self) -> usize {
        self.list.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count()
    }
}

/// Adds to a diagnostic that was already collected.
pub(super) trait Amend {
    /// Names the column.
    fn on(&mut self, column: &str) -> &mut Self;
    /// Replaces the code.
    fn code(&mut self, code: Code) -> &mut Self;
    /// Says what to do.
    fn help(&mut self, hint: impl Into<String>) -> &mut Self;
}

impl Amend for Diagnostic {
    fn on(&mut self, column: &str) -> &mut Self {
        self.column = Some(column.to_owned());
        self
    }

    fn code(&mut self, code: Code) -> &mut Self {
        self.code = code;
        self
    }

    fn help(&mut self, hint: impl Into<String>) -> &mut Self {
        self.hint = Some(hint.into());
        self
    }
}
