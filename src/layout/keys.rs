//! The keys of one table, and what the mapping says of them.

use crate::backend::statement::quote;
use crate::catalog::{Key, KeyKind, KeyPart, Table};
use crate::mapping::{KeyRule, Mapping, Place, did_you_mean, one_of, printable};

use super::notes::{Amend, Notes};
use super::{ColumnLayout, KeyLayout, types};

/// Says why a key cannot be evaluated; `None` where it can.
///
/// The one place that decides which keys are refused. Predicates, expressions, collations, deferrable constraints and computed columns are evaluated by the
/// database itself, so only what the catalog could not read is refused.
#[must_use]
pub fn key_refusal(key: &Key) -> Option<String> {
    key.unsupported.clone()
}

/// Describes a key for messages: its name and its parts.
pub(super) fn describe(key: &Key) -> String {
    let parts: Vec<&str> = key
        .parts
        .iter()
        .map(|part| match part {
            KeyPart::Column { name, .. } => name.as_str(),
            KeyPart::Expression { sql, .. } => sql.as_str(),
        })
        .collect();
    format!("`{}` ({})", key.name, parts.join(", "))
}

/// Builds the keys in catalog order with the rules of the mapping.
pub(super) fn build(table: &Table, mapping: &Mapping, notes: &mut Notes) -> Vec<KeyLayout> {
    let mut keys: Vec<KeyLayout> = table
        .keys
        .iter()
        .enumerate()
        .map(|(i, key)| KeyLayout { key: i, matching: key.kind != KeyKind::Exclusion, nulls_equal: key.nulls_equal })
        .collect();
    let mut ruled: Vec<Option<&Place>> = vec![None; keys.len()];
    for (name, rule) in &mapping.keys {
        let meant: Vec<usize> = (0..keys.len()).filter(|i| is_named(&table.keys[*i], name)).collect();
        if meant.is_empty() {
            no_such_key(table, name, rule, notes);
        }
        for i in meant {
            if let Some(first) = ruled[i].replace(&rule.place) {
                let message = format!("the key {} has two rules, the other one at {first}", describe(&table.keys[i]));
                notes.error(&rule.place, &table.display_name(), message);
            }
            // What overlaps a row is not that row.
            keys[i].matching = rule.matching && table.keys[i].kind != KeyKind::Exclusion;
            keys[i].nulls_equal |= rule.nulls_equal;
        }
    }
    keys
}

/// Says whether a rule means this key: by its name, or by its columns in any order.
fn is_named(key: &Key, name: &str) -> bool {
    key.name == name || has_columns(key, &name.split(',').map(str::trim).collect::<Vec<_>>())
}

/// Says whether a key has exactly these columns and nothing else.
fn has_columns(key: &Key, columns: &[&str]) -> bool {
    key.parts.len() == columns.len()
        && key.parts.iter().all(|part| matches!(part, KeyPart::Column { name, .. } if columns.contains(&name.as_str())))
        && columns.iter().all(|column| key.columns().any(|name| name == *column))
}

fn no_such_key(table: &Table, name: &str, rule: &KeyRule, notes: &mut Notes) {
    let known: Vec<String> = table
        .keys
        .iter()
        .flat_map(|key| [key.name.clone(), key.columns().collect::<Vec<_>>().join(", ")])
        .filter(|name| !name.is_empty())
        .collect();
    let names = || known.iter().map(String::as_str);
    let expected = if known.is_empty() { "it has none".to_owned() } else { format!("expected {}", one_of(names())) };
    let message = format!("`{}` is no key of the table `{}`: {expected}", printable(name), table.display_name());
    notes.error(&rule.place, &table.display_name(), message).hint = did_you_mean(name, names());
}

/// Finds the keys by which a record is identified: the primary key where all its columns are mapped, then the declared one.
pub(super) fn identity(table: &Table, mapping: &Mapping, columns: &[ColumnLayout], keys: &[KeyLayout], notes: &mut Notes) -> Vec<usize> {
    let is_mapped = |name: &str| columns.iter().any(|column| column.name == name);
    let primary = table.keys.iter().position(|key| key.kind == KeyKind::Primary);
    let mut identity: Vec<usize> = primary
        .filter(|i| keys[*i].matching && !table.keys[*i].parts.is_empty() && table.keys[*i].columns().all(is_mapped))
        .into_iter()
        .collect();
    if mapping.identity.is_empty() {
        return identity;
    }
    let place = mapping.identity_place.as_ref().unwrap_or(&mapping.place);
    let names: Vec<&str> = mapping.identity.iter().map(String::as_str).collect();
    for name in &names {
        if table.column(name).is_none() {
            super::columns::missing_column(table, name, place, None, notes);
        } else if !is_mapped(name) {
            let message = format!("`identity` names the column `{name}`, which the mapping does not fill");
            notes.error(place, &table.display_name(), message).on(name).help("add it to `[columns]`");
        }
    }
    match table.keys.iter().position(|key| key.kind != KeyKind::Exclusion && has_columns(key, &names) && key_refusal(key).is_none()) {
        Some(i) if !keys[i].matching => {
            let message =
                format!("the key {} is the identity and has `match = false`, expected one or the other", describe(&table.keys[i]));
            notes.error(place, &table.display_name(), message);
        }
        Some(i) if !identity.contains(&i) => identity.push(i),
        Some(_) => {}
        None => no_identity_key(table, &names, place, notes),
    }
    identity
}

fn no_identity_key(table: &Table, names: &[&str], place: &Place, notes: &mut Notes) {
    if names.iter().any(|name| table.column(name).is_none()) {
        return;
    }
    let known: Vec<String> = table.keys.iter().map(describe).collect();
    let found = if known.is_empty() { "it has no keys".to_owned() } else { format!("its keys are {}", known.join("; ")) };
    let message =
        format!("`identity` names ({}), which no unique key of the table `{}` has: {found}", names.join(", "), table.display_name());
    let index = quote(&format!("{}_{}_key", table.name, names.join("_")));
    let quoted: Vec<String> = names.iter().map(|name| quote(name)).collect();
    let sql = format!("CREATE UNIQUE INDEX {index} ON {} ({});", types::quote_table(table), quoted.join(", "));
    notes.error(place, &table.display_name(), message).help(sql);
}
