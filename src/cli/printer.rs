//! Writes to stdout and stderr, and nothing else does.

use std::io::{self, IsTerminal, Write};

use super::args::AuditFormat;
use super::{logs, settings};
use crate::diagnostic::{Diagnostic, Severity};
use crate::report::enums;
use crate::report::text::{self, Style};

/// Colours are for a terminal that has them, and whose user did not refuse them (<https://no-color.org>).
pub(super) fn style() -> Style {
    let refused = settings::environment("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = settings::environment("TERM").is_some_and(|value| value == "dumb");
    if io::stdout().is_terminal() && !refused && !dumb { Style::Coloured } else { Style::Plain }
}

/// Prints text that is escaped already.
pub(super) fn text(text: &str) -> io::Result<()> {
    io::stdout().lock().write_all(text.as_bytes())
}

/// Prints an audit.
pub(super) fn audit(audit: &enums::EnumAudit, format: AuditFormat) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match format {
        AuditFormat::Text => out.write_all(enums::text(audit).as_bytes()),
        AuditFormat::Json => enums::json(audit, &mut out),
        AuditFormat::Markdown => out.write_all(enums::markdown(audit).as_bytes()),
    }
}

/// Prints data.
pub(super) fn line(text: &str) -> io::Result<()> {
    writeln!(io::stdout().lock(), "{}", text::escape(text))
}

/// Prints a note about what goes on to stderr.
pub(super) fn note(text: &str) {
    if logs::is_json() {
        tracing::warn!("{text}");
        return;
    }
    drop(writeln!(io::stderr().lock(), "note: {}", text::escape(text)));
}

/// Prints a diagnostic about the set-up to stderr.
pub(super) fn diagnostic(diagnostic: &Diagnostic) {
    if logs::is_json() {
        log(diagnostic);
        return;
    }
    drop(write!(io::stderr().lock(), "{}", text::diagnostic(&crate::pipeline::message(diagnostic))));
}

/// Tells the log of a diagnostic.
fn log(diagnostic: &Diagnostic) {
    let Diagnostic { code, table, column, message, hint, .. } = diagnostic;
    let code = code.as_str();
    if diagnostic.severity == Severity::Error {
        tracing::error!(code, table, column, hint, "{message}");
    } else {
        tracing::warn!(code, table, column, hint, "{message}");
    }
}

/// Prints an error, its causes and what stands behind it to stderr.
pub(super) fn error(error: &dyn std::error::Error, details: &[Diagnostic]) {
    let causes = causes(error);
    if logs::is_json() {
        tracing::error!(because = (!causes.is_empty()).then(|| causes.join("; ")), "{error}");
    } else {
        let mut err = io::stderr().lock();
        drop(writeln!(err, "error: {}", lines(&error.to_string())));
        for cause in &causes {
            drop(writeln!(err, "  because {}", lines(cause)));
        }
    }
    details.iter().for_each(diagnostic);
}

/// What stands behind an error, nearest first.
fn causes(error: &dyn std::error::Error) -> Vec<String> {
    let (mut causes, mut said) = (Vec::new(), error.to_string());
    let mut cause = error.source();
    while let Some(error) = cause {
        let text = error.to_string();
        // A transparent error says the same as its source.
        if text != said {
            causes.push(text.clone());
        }
        said = text;
        cause = error.source();
    }
    causes
}

/// Messages of databases have several lines; what else controls a terminal is escaped.
fn lines(message: &str) -> String {
    let lines: Vec<String> = message.lines().map(|line| text::escape(line.trim())).collect();
    lines.join("\n  ")
}
