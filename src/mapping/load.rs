//! Reads the folder `mappings/`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use uuid::Uuid;

use super::nearest::{did_you_mean, one_of, printable};
use super::reader::{Section, TomlText};
use super::{ColumnRule, EnumTable, Input, MappingError, MappingErrors, Place, Project, Reached, enums, file};

/// Namespace of all UUIDv5 where `mappings/project.toml` does not give one: `UUIDv5(URL namespace of RFC 9562, "urn:resettle:project")`.
pub const DEFAULT_NAMESPACE: Uuid = Uuid::from_u128(0x4a71_8dc0_bf38_535a_96c4_2ce4_2059_d4e8);

/// Keys of `project.toml`.
pub(super) const PROJECT_KEYS: &[&str] = &["namespace", "name", "index_names"];

/// Reads `mappings/*.toml` under `root`: `enums.toml`, `project.toml`, and one mapping a file otherwise, in order of the file names.
///
/// A project without the folder, or with an empty one, has no mappings.
///
/// # Errors
/// Every mistake of every file, each with file, line and column.
pub fn load(root: &Path) -> Result<Project, MappingErrors> {
    load_with(root, &[])
}

/// Reads a project whose program declares enum tables, too.
///
/// A table that `enums.toml` has as well gets the spellings of both; its values must be the same in both.
///
/// # Errors
/// Every mistake of every file, each with file, line and column, and values that only the program or the file has.
pub fn load_with(root: &Path, declared: &[EnumTable]) -> Result<Project, MappingErrors> {
    let mut errors = Vec::new();
    let files = read_folder(root, &mut errors);
    assemble(root, files, declared, errors)
}

/// Reads the files with their stems, in name order.
fn read_folder(root: &Path, errors: &mut Vec<MappingError>) -> Vec<(String, TomlText)> {
    let mut fail = |file: &str, error: &std::io::Error| {
        let place = Place { file: file.to_owned(), line: 1, column: 1 };
        errors.push(MappingError { place, message: format!("cannot be read: {error}"), hint: None });
    };
    let folder = match std::fs::read_dir(root.join("mappings")) {
        Ok(folder) => folder,
        Err(error) => {
            if error.kind() != std::io::ErrorKind::NotFound {
                fail("mappings", &error);
            }
            return Vec::new();
        }
    };
    let mut paths: Vec<_> =
        folder.filter_map(|entry| entry.map_err(|error| fail("mappings", &error)).ok()).map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml") && !path.is_dir());
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let shown = format!("mappings/{name}");
        match std::fs::read(&path) {
            Ok(bytes) => files.push((name.strip_suffix(".toml").unwrap_or(&name).to_owned(), TomlText::new(shown, bytes))),
            Err(error) => fail(&shown, &error),
        }
    }
    files
}

/// Joins the files to a project.
pub(super) fn assemble(
    root: &Path,
    files: Vec<(String, TomlText)>,
    declared: &[EnumTable],
    mut errors: Vec<MappingError>,
) -> Result<Project, MappingErrors> {
    let mut project = Project {
        root: root.to_owned(),
        namespace: DEFAULT_NAMESPACE,
        name: None,
        index_names: None,
        mappings: Vec::new(),
        enums: BTreeMap::new(),
    };
    let mut enum_names = Some(BTreeSet::new());
    for (stem, text) in &files {
        let Some(document) = text.parse().filter(|_| text.is_clean()) else {
            enum_names = enum_names.filter(|_| stem != "enums");
            continue;
        };
        let section = Section::root(text, &document);
        match stem.as_str() {
            "enums" => {
                project.enums = enums::read(section);
                enum_names = Some(section.entries().iter().map(|entry| entry.name.to_owned()).collect());
            }
            "project" => read_project(section, &mut project),
            _ => project.mappings.extend(file::read(section, stem)),
        }
    }
    check_names(&files);
    for table in declared {
        enum_names = enum_names.map(|names| names.into_iter().chain([table.name.clone()]).collect());
        declare(table, &mut project, &mut errors);
    }
    errors.extend(files.into_iter().flat_map(|(_, text)| text.into_errors()));
    for rule in project.mappings.iter().flat_map(|mapping| &mapping.columns) {
        check_enum(rule, &project.enums, enum_names.as_ref(), &mut errors);
    }
    if errors.is_empty() {
        return Ok(project);
    }
    errors.sort_by(|a, b| (&a.place.file, a.place.line, a.place.column).cmp(&(&b.place.file, b.place.line, b.place.column)));
    Err(MappingErrors { errors })
}

/// Joins a table that the program declares with that of the file.
fn declare(table: &EnumTable, project: &mut Project, errors: &mut Vec<MappingError>) {
    let joined = match project.enums.get(&table.name) {
        None => Ok(table.clone()),
        Some(file) => {
            table.joined(file).map_err(|error| MappingError { place: file.place.clone(), message: error.to_string(), hint: None })
        }
    };
    match joined {
        Ok(joined) => drop(project.enums.insert(table.name.clone(), joined)),
        Err(error) => errors.push(error),
    }
}

fn read_project(section: Section<'_>, project: &mut Project) {
    section.only(PROJECT_KEYS);
    project.name = section.get("name").and_then(|entry| entry.string());
    if let Some(entry) = section.get("index_names") {
        project.index_names = entry.string().filter(|pattern| {
            let fits = pattern.contains("{table}") && pattern.contains("{column}");
            if !fits {
                entry.note(
                    format!("`index_names` is `{}`, expected a name with `{{table}}` and `{{column}}` in it", printable(pattern)),
                    None,
                );
            }
            fits
        });
    }
    let Some(entry) = section.get("namespace") else { return };
    let Some(text) = entry.string() else { return };
    match Uuid::try_parse(&text) {
        Ok(namespace) => project.namespace = namespace,
        Err(_) => entry.note(format!("`namespace` is `{}`, expected a UUID", printable(&text)), None),
    }
}

/// Two names that differ in case only cannot be told apart on every file system.
fn check_names(files: &[(String, TomlText)]) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (stem, text) in files {
        if let Some(other) = seen.insert(stem.to_lowercase(), stem) {
            let message = format!("the mapping name `{}` is taken by `{}.toml`", printable(stem), printable(other));
            text.note(0, message, Some("rename one of the files".to_owned()));
        }
    }
}

/// Checks the name of a column's enum table, and that what the mapping itself gives is known to it.
///
/// `names` are all tables of `enums.toml`, those with mistakes included; `None` where the file cannot be read at all.
fn check_enum(rule: &ColumnRule, enums: &BTreeMap<String, EnumTable>, names: Option<&BTreeSet<String>>, errors: &mut Vec<MappingError>) {
    let Some(name) = &rule.enum_table else { return };
    let mut fail = |message, hint| errors.push(MappingError { place: rule.place.clone(), message, hint });
    let Some(table) = enums.get(name) else {
        if let Some(names) = names.filter(|names| !names.contains(name)) {
            let known = || names.iter().map(String::as_str);
            let expected = if names.is_empty() { "but it has none".to_owned() } else { one_of(known()) };
            let message = format!("unknown enum table `{}`, expected a table of `mappings/enums.toml`: {expected}", printable(name));
            fail(message, did_you_mean(name, known()));
        }
        return;
    };
    let constant = if let Input::Constant(value) = &rule.input { Some(("value", value)) } else { None };
    for (key, value) in constant.into_iter().chain(rule.default.iter().map(|value| ("default", value))) {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        if table.look_up(&text).is_none_or(|(_, reached)| reached == Reached::Fallback) {
            let known = || table.values.iter().map(String::as_str);
            let message =
                format!("`{key}` is `{}`, which the enum table `{name}` does not know, expected {}", printable(&text), one_of(known()));
            fail(message, did_you_mean(&text, known()));
        }
    }
}
