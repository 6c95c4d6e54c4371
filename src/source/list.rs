//! The files that a mapping's globs name.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};

use super::error::Nearest;
use super::{Input, Source, SourceError, Spool};
use crate::mapping::SourceSpec;

/// Files that are looked at for names near one that was not found.
const NEAREST_FILES_MAX: usize = 10_000;
/// Deepest folder that is looked into.
const FOLDER_DEPTH_MAX: usize = 32;

/// Lists the sources of a mapping: those `given` (paths, `-` for standard input), else the files that the globs of `spec` match under
/// `root/data`.
///
/// The globs come in order, the files of each in name order, a file that two globs match once. `*` does not match `/`, `**` does; a name that
/// begins with a dot is matched only by a glob that has a name with a dot in front. A glob cannot leave the project, by `..` or by a symbolic link; a given path can.
///
/// # Errors
/// A glob that is none, matches nothing or leaves the project; a path that is not there or is a folder; nothing named at all.
pub fn list(root: &Path, spec: &SourceSpec, given: &[PathBuf]) -> Result<Vec<Source>, SourceError> {
    let mut found = if given.is_empty() { matched(root, &spec.globs)? } else { named(root, given)? };
    if found.is_empty() {
        return Err(SourceError::NoSource);
    }
    for (source, index) in found.iter_mut().zip(0..) {
        source.index = index;
    }
    Ok(found)
}

fn named(root: &Path, given: &[PathBuf]) -> Result<Vec<Source>, SourceError> {
    given.iter().map(|path| if path.as_os_str() == "-" { Ok(stdin()) } else { explicit(root, path) }).collect()
}

fn stdin() -> Source {
    Source { index: 0, path: "-".into(), input: Input::Stream(Spool::stdin()), bytes: None }
}

fn explicit(root: &Path, path: &Path) -> Result<Source, SourceError> {
    let inside = || Some(path.canonicalize().ok()?.strip_prefix(root.canonicalize().ok()?).ok()?.to_owned());
    let shown: Arc<str> = inside().map_or_else(|| path.to_string_lossy().into(), |inside| inside.to_string_lossy().into());
    let failed = |source| SourceError::Open { path: shown.to_string(), nearest: near(path), source };
    let meta = fs::metadata(path).map_err(failed)?;
    if meta.is_dir() {
        return Err(SourceError::NotAFile { path: shown.to_string() });
    }
    if meta.is_file() {
        return Ok(Source { index: 0, path: shown, input: Input::File(path.to_owned()), bytes: Some(meta.len()) });
    }
    // A named pipe, as of a shell's process substitution, gives its bytes once only.
    let stream = fs::File::open(path).map_err(failed)?;
    Ok(Source { index: 0, path: shown, input: Input::Stream(Arc::new(Spool::new(Box::new(stream)))), bytes: None })
}

fn near(path: &Path) -> Nearest {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let names = fs::read_dir(folder).into_iter().flatten().flatten().take(NEAREST_FILES_MAX);
    Nearest::of(&name, names.map(|entry| entry.file_name().to_string_lossy().into_owned()))
}

fn matched(root: &Path, globs: &[String]) -> Result<Vec<Source>, SourceError> {
    let mut taken = BTreeSet::new();
    let mut sources = Vec::new();
    for glob in globs {
        if glob == "-" {
            sources.push(stdin());
            continue;
        }
        let files = Walk::new(root, glob)?.files()?;
        if files.is_empty() {
            return Err(SourceError::NoMatch { glob: glob.clone(), nearest: nearest(root, glob) });
        }
        sources.extend(files.into_iter().filter(|file| taken.insert(file.path.clone())));
    }
    Ok(sources)
}

fn nearest(root: &Path, glob: &str) -> Nearest {
    let all = Walk { hidden: false, ..Walk::everything(root) };
    let files = all.files().unwrap_or_default();
    let names = files.iter().take(NEAREST_FILES_MAX).filter_map(|file| file.path.strip_prefix("data/").map(str::to_owned));
    Nearest::of(glob, names)
}

/// A walk through `data/` for the files of one glob.
struct Walk {
    data: PathBuf,
    /// The project's folder with every link resolved; `None` where it cannot be looked at.
    home: Option<PathBuf>,
    glob: String,
    files: GlobSet,
    /// Folders that can hold such files.
    folders: GlobSet,
    hidden: bool,
}

impl Walk {
    fn everything(root: &Path) -> Self {
        let every = || Glob::new("**").ok().and_then(|glob| GlobSetBuilder::new().add(glob).build().ok()).unwrap_or_default();
        let home = root.canonicalize().ok();
        Self { data: root.join("data"), home, glob: String::new(), files: every(), folders: every(), hidden: false }
    }

    fn new(root: &Path, glob: &str) -> Result<Self, SourceError> {
        let leads_out = |part| !matches!(part, Component::Normal(_) | Component::CurDir);
        if Path::new(glob).components().any(leads_out) {
            return Err(SourceError::GlobLeaves { glob: glob.to_owned() });
        }
        let glob = glob.strip_prefix("./").unwrap_or(glob);
        let bad = |source| SourceError::BadGlob { glob: glob.to_owned(), source };
        let files = set(&[glob.to_owned()]).map_err(bad)?;
        let folders = set(&prefixes(glob)).map_err(bad)?;
        let hidden = glob.split('/').any(|part| part.starts_with('.'));
        Ok(Self { glob: glob.to_owned(), files, folders, hidden, ..Self::everything(root) })
    }

    fn files(&self) -> Result<Vec<Source>, SourceError> {
        let mut found = Vec::new();
        self.folder(&self.data, "", 0, &mut found)?;
        found.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(found)
    }

    fn folder(&self, folder: &Path, inside: &str, depth: usize, found: &mut Vec<Source>) -> Result<(), SourceError> {
        let shown = if inside.is_empty() { "data".to_owned() } else { format!("data/{inside}") };
        let failed = |source| SourceError::Open { path: shown.clone(), nearest: Nearest::default(), source };
        let entries = match fs::read_dir(folder) {
            Err(error) if depth == 0 && error.kind() == io::ErrorKind::NotFound => return Ok(()),
            entries => entries.map_err(failed)?,
        };
        for entry in entries {
            let entry = entry.map_err(failed)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') && !self.hidden {
                continue;
            }
            let name = if inside.is_empty() { name } else { format!("{inside}/{name}") };
            self.entry(&entry, &name, depth, found)?;
        }
        Ok(())
    }

    fn entry(&self, entry: &fs::DirEntry, name: &str, depth: usize, found: &mut Vec<Source>) -> Result<(), SourceError> {
        let (is_file, is_folder) = (self.files.is_match(name), self.folders.is_match(name) && depth < FOLDER_DEPTH_MAX);
        if !is_file && !is_folder {
            return Ok(());
        }
        let path = entry.path();
        let shown = format!("data/{name}");
        let meta = match fs::metadata(&path) {
            Err(_) if !is_file => return Ok(()),
            meta => meta.map_err(|source| SourceError::Open { path: shown.clone(), nearest: Nearest::default(), source })?,
        };
        let wanted = if meta.is_dir() { is_folder } else { is_file && meta.is_file() };
        if wanted && entry.file_type().is_ok_and(|kind| kind.is_symlink()) && !self.is_inside(&path) {
            return Err(SourceError::LinkLeaves { path: shown, glob: self.glob.clone() });
        }
        if wanted && meta.is_dir() {
            self.folder(&path, name, depth + 1, found)?;
        } else if wanted {
            found.push(Source { index: 0, path: shown.into(), input: Input::File(path), bytes: Some(meta.len()) });
        }
        Ok(())
    }

    fn is_inside(&self, link: &Path) -> bool {
        match (link.canonicalize(), &self.home) {
            (Ok(target), Some(home)) => target.starts_with(home),
            _ => false,
        }
    }
}

/// Returns globs of the folders that can hold files of `glob`.
fn prefixes(glob: &str) -> Vec<String> {
    if glob.contains('{') {
        // An alternative may hold a `/`, so any folder may do.
        return vec!["**".to_owned()];
    }
    let mut prefixes = Vec::new();
    let mut prefix = String::new();
    let parts: Vec<&str> = glob.split('/').collect();
    for part in parts.iter().take(parts.len().saturating_sub(1)) {
        prefix.push_str(part);
        prefixes.push(prefix.clone());
        if part.contains("**") {
            break;
        }
        prefix.push('/');
    }
    prefixes
}

fn set(globs: &[String]) -> Result<GlobSet, globset::Error> {
    let mut set = GlobSetBuilder::new();
    for glob in globs {
        set.add(GlobBuilder::new(glob).literal_separator(true).build()?);
    }
    set.build()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::SourceFormat;

    /// Creates a project with empty files.
    fn project(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        folder
    }

    fn spec(globs: &[&str]) -> SourceSpec {
        SourceSpec {
            globs: globs.iter().map(|glob| (*glob).to_owned()).collect(),
            format: SourceFormat::Auto,
            pointer: String::new(),
            key_field: String::new(),
            each: None,
        }
    }

    #[track_caller]
    fn check(folder: &tempfile::TempDir, globs: &[&str], expect: Result<&[&str], &str>) {
        let listed = list(folder.path(), &spec(globs), &[]);
        let listed = listed.map(|sources| sources.iter().map(|source| source.path.to_string()).collect::<Vec<_>>());
        let listed = listed.map_err(|error| error.to_string());
        assert_eq!(listed, expect.map(|paths| paths.iter().map(|path| (*path).to_owned()).collect()).map_err(str::to_owned), "{globs:?}");
    }

    #[test]
    fn globs_list_files_in_name_order() {
        let folder =
            project(&["data/b.json", "data/a10.json", "data/a2.json", "data/sub/c.json", "data/sub/x/d.json", "data/.e.json", "f.json"]);
        check(&folder, &["*.json"], Ok(&["data/a10.json", "data/a2.json", "data/b.json"]));
        check(&folder, &["b.json", "*.json"], Ok(&["data/b.json", "data/a10.json", "data/a2.json"]));
        check(&folder, &["**/*.json"], Ok(&["data/a10.json", "data/a2.json", "data/b.json", "data/sub/c.json", "data/sub/x/d.json"]));
        check(&folder, &["s*/*.json"], Ok(&["data/sub/c.json"]));
        check(&folder, &["{sub/x/d,b}.json"], Ok(&["data/b.json", "data/sub/x/d.json"]));
        check(&folder, &["./.e.json"], Ok(&["data/.e.json"]));
        check(&folder, &["-", "b.json"], Ok(&["-", "data/b.json"]));
    }

    #[test]
    fn globs_that_find_nothing_or_lead_out_are_errors() {
        let folder = project(&["data/tools.json", "data/users.json", "data/sub/tool.json", "f.json"]);
        let missing = "`tols.json` matches no file under `data/`; the nearest are `tools.json`, `sub/tool.json`, `users.json`";
        check(&folder, &["tools.json", "tols.json"], Err(missing));
        check(&folder, &["sub"], Err("`sub` matches no file under `data/`; the nearest are `sub/tool.json`, `tools.json`, `users.json`"));
        let out = |glob| format!("`{glob}` leads out of `data/`; give the path on the command line instead");
        check(&folder, &["../f.json"], Err(&out("../f.json")));
        check(&folder, &["/f.json"], Err(&out("/f.json")));
        check(&folder, &["a["], Err("`a[` is not a glob"));
        check(&folder, &[], Err("no source is named; give `source = \"<glob>\"` in the mapping, or a path"));
        check(&project(&["f.json"]), &["*"], Err("`*` matches no file under `data/`"));
    }

    #[cfg(unix)]
    #[test]
    fn links_may_not_lead_out_of_the_project() {
        let (outside, folder) = (project(&["x/secret.json"]), project(&["data/a.json", "other/b.json"]));
        let link = |to: &Path, name: &str| std::os::unix::fs::symlink(to, folder.path().join("data").join(name)).unwrap();
        link(&folder.path().join("other/b.json"), "b.json");
        link(&folder.path().join("other"), "within");
        link(&outside.path().join("x"), "away");
        link(&outside.path().join("x/secret.json"), "secret.json");
        link(&folder.path().join("data"), "loop");
        check(&folder, &["[ab].json"], Ok(&["data/a.json", "data/b.json"]));
        check(&folder, &["within/*"], Ok(&["data/within/b.json"]));
        let refused = |path, glob| {
            format!(
                "`{path}` is a symbolic link out of the project, which `{glob}` may not follow; give the path on the command line instead"
            )
        };
        check(&folder, &["s*.json"], Err(&refused("data/secret.json", "s*.json")));
        check(&folder, &["away/*"], Err(&refused("data/away", "away/*")));
        let given = list(folder.path(), &spec(&[]), &[folder.path().join("data/secret.json")]).unwrap();
        assert!(given[0].path.ends_with("secret.json"));
    }

    #[test]
    fn given_paths_come_as_given() {
        let (folder, outside) = (project(&["data/a.json", "b.json"]), project(&["c.json"]));
        let paths = [folder.path().join("b.json"), outside.path().join("c.json"), folder.path().join("data/a.json"), PathBuf::from("-")];
        let sources = list(folder.path(), &spec(&["*.json"]), &paths).unwrap();
        let shown: Vec<(u32, &str)> = sources.iter().map(|source| (source.index, &*source.path)).collect();
        assert_eq!(shown, [(0, "b.json"), (1, paths[1].to_str().unwrap()), (2, "data/a.json"), (3, "-")]);
        let missing = list(folder.path(), &spec(&[]), &[folder.path().join("bb.json")]).unwrap_err().to_string();
        assert!(missing.ends_with("bb.json` cannot be opened; the nearest are `b.json`, `data`"), "{missing}");
        let folder_given = list(folder.path(), &spec(&[]), &[folder.path().join("data")]);
        assert!(matches!(folder_given, Err(SourceError::NotAFile { .. })));
    }
}
