//! The project of the workload `tools`: mappings and migrations, without sources.

use std::fs;
use std::io;
use std::path::Path;

/// Writes it into a folder.
pub(crate) fn make(folder: &Path) -> io::Result<()> {
    copy(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/tools")), folder)?;
    fs::create_dir_all(folder.join("data"))
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
