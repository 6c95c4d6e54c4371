//! The forms in which a report was asked for: one on stdout, any number in files.
//!
//! **Invariant**: a file is written whole or not at all, beside its place and then moved there.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::args::{Format, Selection};
use super::exit::CommandError;
use super::printer;
use crate::report::text::Style;
use crate::report::{self, Collected, Report, Wanted, text};

/// What is to be written where.
pub(super) struct Reports {
    format: Format,
    files: Vec<(PathBuf, Format)>,
}

impl Reports {
    /// Understands what was asked for, before anything is done.
    pub(super) fn new(selection: &Selection) -> Result<Self, CommandError> {
        let form = |path: &PathBuf| format_of(path).map(|format| (path.clone(), format));
        Ok(Self { format: selection.format, files: selection.reports.iter().map(form).collect::<Result<_, _>>()? })
    }

    /// What has to be collected for all of them; an import tells of changes only in a page.
    pub(super) fn wanted(&self, is_import: bool) -> Wanted {
        let need = |format: Format| Wanted {
            examples_of_changes: !is_import,
            rejects: format == Format::Json,
            changes: format == Format::Json && !is_import,
            page: format == Format::Html,
        };
        self.files.iter().fold(need(self.format), |wanted, (_, format)| wanted.and(need(*format)))
    }

    /// Prints one and writes the others.
    pub(super) fn write(&self, report: &Report, collected: &Collected) -> Result<(), CommandError> {
        for (path, format) in &self.files {
            to_file(path, *format, report, collected).map_err(|source| CommandError::File { path: path.clone(), source })?;
        }
        let mut out = BufWriter::new(io::stdout().lock());
        print(self.format, printer::style(), report, collected, &mut out)?;
        Ok(out.flush()?)
    }
}

fn format_of(path: &Path) -> Result<Format, CommandError> {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase()).unwrap_or_default();
    match extension.as_str() {
        "txt" => Ok(Format::Text),
        "json" => Ok(Format::Json),
        "md" | "markdown" => Ok(Format::Markdown),
        "xml" => Ok(Format::Junit),
        "html" | "htm" => Ok(Format::Html),
        _ => {
            Err(CommandError::Usage(format!("`--report {}`: expected a file that ends in .txt, .json, .md, .xml or .html", path.display())))
        }
    }
}

fn to_file(path: &Path, format: Format, report: &Report, collected: &Collected) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = BufWriter::new(tempfile::Builder::new().prefix(".report").tempfile_in(folder)?);
    print(format, Style::Plain, report, collected, &mut file)?;
    let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
    readable(file.as_file())?;
    file.persist(path).map(drop).map_err(|error| error.error)
}

/// A temporary file is its owner's alone; a report is like any other file.
#[cfg(unix)]
fn readable(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_file: &File) -> io::Result<()> {
    Ok(())
}

fn print(format: Format, style: Style, report: &Report, collected: &Collected, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Text => out.write_all(text::render(report, collected, style).as_bytes()),
        Format::Json => report::json::write(report, collected, out),
        Format::Markdown => out.write_all(report::markdown::render(report, collected).as_bytes()),
        Format::Junit => out.write_all(report::junit::render(report, collected).as_bytes()),
        Format::Html => report::html::write(report, collected, out),
    }
}
