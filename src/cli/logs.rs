//! Logs on stderr: what `-v`, `-vv` and `--log-format` ask for.
//!
//! **Invariant**: an event is one line; control characters of what it names are escaped.

use std::io::{self, Write};
use std::sync::OnceLock;

use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt;

use super::args::{Global, LogFormat};
use crate::report::text::escape;

/// What was asked for; set once, when the program begins.
static CHOSEN: OnceLock<Chosen> = OnceLock::new();

#[derive(Clone, Copy)]
struct Chosen {
    is_json: bool,
    verbose: bool,
}

/// Begins to log.
pub(super) fn begin(global: &Global) {
    let chosen = Chosen { is_json: global.log_format == LogFormat::Json, verbose: global.verbose > 0 };
    if CHOSEN.set(chosen).is_err() {
        return;
    }
    let level = match global.verbose {
        0 => LevelFilter::WARN,
        1 => LevelFilter::INFO,
        _ => LevelFilter::DEBUG,
    };
    let subscriber = fmt().with_max_level(level);
    // Where a program that calls this has a subscriber of its own, that one stays.
    if chosen.is_json {
        drop(tracing::subscriber::set_global_default(subscriber.json().flatten_event(true).with_writer(io::stderr).finish()));
    } else {
        drop(tracing::subscriber::set_global_default(subscriber.with_ansi(false).with_writer(|| Lines).finish()));
    }
}

/// Says whether everything on stderr is JSON.
pub(super) fn is_json() -> bool {
    CHOSEN.get().is_some_and(|chosen| chosen.is_json)
}

/// Says whether stderr is a log, in which a progress bar has no place.
pub(super) fn are_wanted() -> bool {
    CHOSEN.get().is_some_and(|chosen| chosen.is_json || chosen.verbose)
}

/// Writes an event a call, escaped.
struct Lines;

impl Write for Lines {
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(event);
        writeln!(io::stderr().lock(), "{}", escape(text.trim_end_matches('\n')))?;
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
