//! The report as JSON: one object, streamed.
//!
//! **Invariant**: the form is that of [`FORMAT`](super::FORMAT).

use std::io::{self, Write};

use super::{Collected, Report};

/// Writes a report with all rejects, and all changes where they were kept.
///
/// # Errors
/// If it cannot be written.
pub fn write(report: &Report, collected: &Collected, out: &mut dyn Write) -> io::Result<()> {
    let head = serde_json::to_string_pretty(report)?;
    // The lists are the last members of the object.
    out.write_all(head.trim_end().trim_end_matches('}').trim_end().as_bytes())?;
    out.write_all(b",\n  \"rejects\": [\n")?;
    collected.copy_rejects(out)?;
    out.write_all(b"\n  ]")?;
    if collected.has_changes() {
        out.write_all(b",\n  \"changes\": [\n")?;
        collected.copy_changes(out)?;
        out.write_all(b"\n  ]")?;
    }
    out.write_all(b"\n}\n")
}
