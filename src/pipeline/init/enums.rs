//! Enum tables for columns whose values the database lists.
//!
//! **Invariant**: every value of a drafted table is one of the database's, so that both fit together from the beginning.

use std::collections::BTreeMap;

use super::sample::FieldSample;
use super::{comment, has_table, key, list, quoted};
use crate::catalog::{AllowedSource, AllowedValues};
use crate::mapping::{EnumTable, Project, clear_suggestion};

/// Values that are most likely meant for everything unknown.
const FALLBACKS: &str = "custom other unknown misc default";

/// Unknown spellings listed for a table.
const SPELLINGS_MAX: usize = 40;

/// The tables that the drafted mappings use.
pub(super) struct Tables<'a> {
    project: &'a Project,
    /// New tables, by name.
    new: BTreeMap<String, New>,
}

struct New {
    values: Vec<String>,
    /// Unknown spellings by what is left of them when folded, with counts.
    unknown: BTreeMap<String, (String, u64)>,
}

impl<'a> Tables<'a> {
    /// Begins with the tables of the project.
    pub(super) fn new(project: &'a Project) -> Self {
        Self { project, new: BTreeMap::new() }
    }

    /// Names the table of a column; `None` where the name is taken by a table with other values, or no value can be spelled.
    pub(super) fn name(&mut self, table: &str, column: &str, allowed: &AllowedValues, sample: &FieldSample) -> Option<String> {
        let name = match &allowed.source {
            AllowedSource::EnumType(name) => name.rsplit('.').next().unwrap_or(name).trim_matches('"').to_owned(),
            _ => format!("{table}_{column}"),
        };
        if let Some(known) = self.project.enums.get(&name) {
            return known.values.iter().all(|value| allowed.values.contains(value)).then_some(name);
        }
        let values: Vec<&str> = allowed.values.iter().map(String::as_str).collect();
        let declared = EnumTable::declare(&name, &values, None, &[]).ok()?;
        let new = self.new.entry(name.clone()).or_insert_with(|| New { values: allowed.values.clone(), unknown: BTreeMap::new() });
        if new.values != allowed.values {
            return None;
        }
        for (text, count) in sample.texts.iter().filter(|(text, _)| !text.trim().is_empty() && declared.look_up(text).is_none()) {
            new.unknown.entry(EnumTable::fold(text)).or_insert_with(|| (text.trim().to_owned(), 0)).1 += count;
        }
        Some(name)
    }

    /// Returns the new tables as TOML; `None` where there are none.
    pub(super) fn text(&self) -> Option<String> {
        let new: Vec<String> =
            self.new.iter().filter(|(name, _)| !has_table(self.project, name)).map(|(name, new)| table(name, new)).collect();
        (!new.is_empty()).then(|| new.join("\n"))
    }
}

fn table(name: &str, new: &New) -> String {
    let mut text = format!("[{}]\nvalues = {}\n", key(name), list(&new.values));
    let fallback = new.values.iter().find(|value| FALLBACKS.split(' ').any(|word| value.eq_ignore_ascii_case(word)));
    if let Some(fallback) = fallback {
        text.push_str(&comment(&format!(
            "fallback = {}   # for every unknown spelling; without it such records are rejected",
            quoted(fallback)
        )));
    }
    if new.unknown.is_empty() {
        return text;
    }
    text.push_str(&format!("\n[{}.legacy]\n", key(name)));
    let values: Vec<&str> = new.values.iter().map(String::as_str).collect();
    let declared = EnumTable::declare(name, &values, None, &[]).ok();
    let mut unknown: Vec<&(String, u64)> = new.unknown.values().collect();
    unknown.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    for (spelling, count) in unknown.iter().take(SPELLINGS_MAX) {
        let suggestions = declared.as_ref().map(|table| table.suggest(spelling)).unwrap_or_default();
        let value = clear_suggestion(&suggestions).map_or("?", |found| &found.value);
        text.push_str(&comment(&format!("{} = {}   # {count} of the sampled records", quoted(spelling), quoted(value))));
    }
    if unknown.len() > SPELLINGS_MAX {
        text.push_str(&comment(&format!("and {} more: `resettle enums audit` lists them", unknown.len() - SPELLINGS_MAX)));
    }
    text
}
