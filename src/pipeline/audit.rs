//! Reads the sources for their enum fields alone; no database is needed.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::{RunError, read, rejects};
use crate::catalog::BackendKind;
use crate::layout::Layout;
use crate::mapping::{self, ColumnRule, EnumTable, Input, Mapping, NewSpelling, Project, Reached, clear_suggestion};
use crate::normalize::{EnumCount, EnumTexts, Normalizer};
use crate::progress::{Progress, Stage};
use crate::report::enums::{
    AUDIT_FORMAT, AuditTotals, AuditedField, AuditedSuggestion, AuditedTable, AuditedValue, EnumAudit, How, WrittenSpelling,
};
use crate::source::{self, Limits};

/// What an audit is asked to look at.
#[derive(Clone, Debug)]
pub struct AuditSettings {
    /// Folder with `data/` and `mappings/`.
    pub root: std::path::PathBuf,
    /// Sources in the place of the mappings' own; `-` is standard input.
    pub sources: Vec<std::path::PathBuf>,
    /// Only these mappings or tables; empty for all.
    pub only: Vec<String>,
    /// Add what is suggested to `mappings/enums.toml`.
    pub write: bool,
    /// Bounds of reading.
    pub limits: Limits,
}

/// One field while it is looked at.
struct Field<'p> {
    table: &'p EnumTable,
    rule: &'p ColumnRule,
    audited: AuditedField,
}

/// Lists every distinct value of every enum field, and what becomes of it.
///
/// # Errors
/// Mapping files or sources that cannot be read, or a file of enum tables that cannot be written.
pub fn audit(settings: &AuditSettings, progress: &dyn Progress) -> Result<EnumAudit, RunError> {
    let project = mapping::load(&settings.root)?;
    let chosen = choose(&project, settings)?;
    let globs = || chosen.iter().map(|(mapping, _)| &mapping.source.globs);
    if !settings.sources.is_empty() && globs().zip(globs().skip(1)).any(|(one, other)| one != other) {
        return Err(RunError::SourcesForSeveral(chosen.len()));
    }
    let mut fields = Vec::new();
    let mut unreadable = 0;
    progress.begin(Stage::Read, 0);
    for (mapping, layout) in &chosen {
        let normalizer = Normalizer::new(Arc::clone(layout), BackendKind::Sqlite)
            .map_err(|fault| RunError::Normalize { mapping: mapping.name.clone(), fault })?;
        let sources = source::list(&settings.root, &mapping.source, &settings.sources)?;
        let (findings, refused) = read::survey(&normalizer, &mapping.name, &sources, &settings.limits, progress)?;
        unreadable += refused;
        for (place, column) in layout.columns.iter().enumerate() {
            fields.extend(field(&project, mapping, &column.name, findings.enums.get(place)));
        }
    }
    progress.end(Stage::Read);
    let mut audit = EnumAudit { format: AUDIT_FORMAT, tables: Vec::new(), totals: AuditTotals::default(), unreadable, written: Vec::new() };
    for value in fields.iter().flat_map(|field| &field.audited.values) {
        audit.totals.add(value.how, value.count);
    }
    audit.tables = project.enums.values().filter_map(|table| audited_table(&project, table, &fields, settings)).collect();
    if settings.write {
        audit.written = write(&settings.root, &fields)?;
    }
    Ok(audit)
}

fn choose<'p>(project: &'p Project, settings: &AuditSettings) -> Result<Vec<(&'p Mapping, Arc<Layout>)>, RunError> {
    if project.mappings.is_empty() {
        return Err(RunError::NoMappings { folder: settings.root.join("mappings") });
    }
    let is_called = |mapping: &Mapping, name: &str| mapping.name == name || mapping.table == name;
    if let Some(name) = settings.only.iter().find(|name| !project.mappings.iter().any(|mapping| is_called(mapping, name))) {
        let known: Vec<&str> = project.mappings.iter().map(|mapping| mapping.name.as_str()).collect();
        return Err(RunError::UnknownMapping { name: name.clone(), known: known.join(", ") });
    }
    let wanted = |mapping: &&Mapping| settings.only.is_empty() || settings.only.iter().any(|name| is_called(mapping, name));
    let layouts = project.mappings.iter().filter(wanted);
    Ok(layouts.filter_map(|mapping| Some((mapping, Arc::new(crate::layout::lookups(project, mapping)?)))).collect())
}

fn field<'p>(project: &'p Project, mapping: &'p Mapping, column: &str, texts: Option<&EnumTexts>) -> Option<Field<'p>> {
    let rule = mapping.columns.iter().find(|rule| rule.column == column)?;
    let table = project.enums.get(rule.enum_table.as_ref()?)?;
    let mut values: Vec<AuditedValue> =
        texts.map(EnumTexts::sorted).unwrap_or_default().into_iter().map(|(original, count)| value(table, original, count)).collect();
    // The sort is stable: by number of records among those reached in the same way.
    values.sort_by_key(|value| value.how);
    let audited = AuditedField {
        mapping: mapping.name.clone(),
        table: mapping.table.clone(),
        column: column.to_owned(),
        from: from(&rule.input),
        values,
        overflow: texts.map_or(0, |texts| texts.overflow),
    };
    Some(Field { table, rule, audited })
}

fn from(input: &Input) -> String {
    match input {
        Input::Field(path) => path.to_string(),
        Input::FirstOf(all) => all.iter().map(|one| one.path.to_string()).collect::<Vec<_>>().join(" or "),
        Input::Constant(value) => value.to_string(),
        Input::Rest => "the rest".to_owned(),
    }
}

fn value(table: &EnumTable, original: &str, count: &EnumCount) -> AuditedValue {
    let looked_up = count.looked_up.as_deref().unwrap_or(original);
    let how = match &count.found {
        None => How::Unmapped,
        Some((_, Reached::Fallback)) => How::Fallback,
        Some((_, Reached::Legacy)) => How::Legacy,
        Some((value, Reached::Canonical)) if value == looked_up => How::Exact,
        Some((_, Reached::Canonical)) => How::Folded,
    };
    let suggestions = if matches!(how, How::Unmapped | How::Fallback) { table.suggest(looked_up) } else { Vec::new() };
    let samples = std::iter::once(&count.first).chain(&count.further).map(rejects::place_of).collect();
    AuditedValue {
        original: original.to_owned(),
        looked_up: count.looked_up.clone(),
        count: count.count,
        value: count.found.as_ref().map(|(value, _)| value.clone()),
        how,
        samples,
        suggestions: suggestions.into_iter().map(|s| AuditedSuggestion { value: s.value, near: s.near }).collect(),
    }
}

/// Says what of a table is used; `None` for a table that is not looked at because its mappings were not chosen.
fn audited_table(project: &Project, table: &EnumTable, fields: &[Field<'_>], settings: &AuditSettings) -> Option<AuditedTable> {
    let own: Vec<&Field<'_>> = fields.iter().filter(|field| field.table.name == table.name).collect();
    if own.is_empty() && !settings.only.is_empty() {
        return None;
    }
    let heirs: Vec<&Field<'_>> = fields.iter().filter(|field| inherits(project, field.table, &table.name)).collect();
    let values = || heirs.iter().flat_map(|field| &field.audited.values);
    let mut reached: BTreeSet<&str> = values().filter_map(|value| value.value.as_deref()).collect();
    reached.extend(heirs.iter().flat_map(|field| given(field.rule)).filter_map(|text| table.look_up(text).map(|(value, _)| value)));
    let spelled: BTreeSet<String> = values().map(|value| EnumTable::fold(value.looked_up.as_ref().unwrap_or(&value.original))).collect();
    let spellings: Vec<&String> = table.own_legacy(project).map(|(spelling, _)| spelling).collect();
    let unused = |all: &mut dyn Iterator<Item = &String>, used: &dyn Fn(&str) -> bool| all.filter(|text| !used(text)).cloned().collect();
    // Values belong to the table at the root of a chain.
    let values: &[String] = if table.extends.is_some() { &[] } else { &table.values };
    Some(AuditedTable {
        name: table.name.clone(),
        place: format!("{}:{}", table.place.file, table.place.line),
        values: table.values.len(),
        spellings: table.legacy.len(),
        fallback: table.fallback.clone(),
        unused_values: unused(&mut values.iter(), &|value| reached.contains(value)),
        unused_spellings: unused(&mut spellings.into_iter(), &|spelling| spelled.contains(&EnumTable::fold(spelling))),
        fields: own.into_iter().map(|field| field.audited.clone()).collect(),
    })
}

/// Says whether a table is `name` or extends it, directly or not.
fn inherits(project: &Project, table: &EnumTable, name: &str) -> bool {
    let mut current = Some(table);
    while let Some(table) = current {
        if table.name == name {
            return true;
        }
        current = table.extends.as_ref().and_then(|base| project.enums.get(base));
    }
    false
}

/// Texts that the mapping itself gives.
fn given(rule: &ColumnRule) -> impl Iterator<Item = &str> {
    let constant = if let Input::Constant(value) = &rule.input { value.as_str() } else { None };
    constant.into_iter().chain(rule.default.as_ref().and_then(serde_json::Value::as_str))
}

/// Adds every unknown spelling that has one nearest value.
fn write(root: &Path, fields: &[Field<'_>]) -> Result<Vec<WrittenSpelling>, RunError> {
    let mut new: Vec<NewSpelling> = Vec::new();
    let mut seen = BTreeSet::new();
    for field in fields {
        for value in field.audited.values.iter().filter(|value| matches!(value.how, How::Unmapped | How::Fallback)) {
            let spelling = value.looked_up.as_ref().unwrap_or(&value.original);
            let suggestions = field.table.suggest(spelling);
            let Some(suggestion) = clear_suggestion(&suggestions) else { continue };
            if seen.insert((field.table.name.clone(), EnumTable::fold(spelling))) {
                let place = value.samples.first().map(|place| format!(", first at {place}")).unwrap_or_default();
                new.push(NewSpelling {
                    table: field.table.name.clone(),
                    spelling: spelling.clone(),
                    value: suggestion.value.clone(),
                    comment: format!("suggested: like `{}`, {}{place}", suggestion.near, records(value.count)),
                });
            }
        }
    }
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let path = root.join("mappings").join("enums.toml");
    let text = std::fs::read_to_string(&path).map_err(RunError::Output)?;
    let text = mapping::add_spellings(&text, &new)?;
    replace(&path, &text).map_err(RunError::Output)?;
    Ok(new.into_iter().map(|new| WrittenSpelling { table: new.table, spelling: new.spelling, value: new.value }).collect())
}

fn records(number: u64) -> String {
    if number == 1 { "1 record".to_owned() } else { format!("{number} records") }
}

/// Replaces a file as a whole, so that it is never half written.
fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(path.parent().unwrap_or(path))?;
    std::io::Write::write_all(&mut file, text.as_bytes())?;
    file.as_file().set_permissions(std::fs::metadata(path)?.permissions())?;
    file.persist(path).map(drop).map_err(|error| error.error)
}
