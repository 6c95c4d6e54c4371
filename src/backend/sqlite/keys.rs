//! Reads the keys of a SQLite database.
//!
//! Takes tables with their columns, adds the primary key (the rowid, where it is one), UNIQUE constraints in the order of the text, and unique
//! indexes in the order of their creation.
//!
//! **Invariant**: a key that cannot be evaluated is present and says why.

use std::collections::BTreeMap;

use super::ddl::{self, IndexText, KeyText};
use super::inspect::{ASKED, Draft, ask};
use crate::backend::statement::{Statement, quote};
use crate::backend::tokens::columns_read;
use crate::backend::{DatabaseError, Session};
use crate::catalog::{Generated, Key, KeyKind, KeyPart, Storage, Table};

const INDEXES: &str = "SELECT l.name, i.name, i.origin, s.sql, x.seqno, x.cid, x.name, x.coll
FROM main.sqlite_schema AS l JOIN pragma_index_list(l.name, 'main') AS i JOIN pragma_index_xinfo(i.name, 'main') AS x
LEFT JOIN main.sqlite_schema AS s ON s.type = 'index' AND s.name = i.name";

/// Collations that every connection has. `PRAGMA collation_list` would also name those that the schema only mentions.
const BUILT_IN: [&str; 3] = ["BINARY", "NOCASE", "RTRIM"];

/// Adds the keys of all tables.
pub(super) fn add(session: &mut dyn Session, drafts: &mut BTreeMap<String, Draft>) -> Result<(), DatabaseError> {
    let mut last = None;
    let mut text = IndexText::default();
    let wanted = format!("{INDEXES} WHERE {ASKED} AND i.\"unique\" AND x.key ORDER BY l.name, i.seq DESC, x.seqno");
    for mut row in ask(session, &wanted)? {
        let (table, index, origin, sql, place, column) = (row.text(), row.text(), row.text(), row.maybe(), row.int(), row.int());
        let (name, collation) = (row.maybe(), row.text());
        let Some(draft) = drafts.get_mut(&table) else { continue };
        if last.as_ref() != Some(&index) {
            text = sql.as_deref().map(ddl::index).unwrap_or_default();
            let predicate = text.predicate.clone();
            draft.table.keys.push(Key { predicate, ..key(index.clone(), kind(&origin)) });
            last = Some(index);
        }
        let part = match name {
            Some(name) if column >= 0 => column_part(&draft.table, name, collation),
            _ => expression_part(&draft.table, &text, usize::try_from(place).unwrap_or_default(), &collation),
        };
        if let Some(key) = draft.table.keys.last_mut() {
            key.parts.push(part);
        }
    }
    for draft in drafts.values_mut() {
        add_rowid(draft);
        draft.table.sort_keys();
        for at in 0..draft.table.keys.len() {
            take_from_text(&mut draft.table.keys[at], &draft.text.keys);
            let unsupported = unsupported(session, &draft.table, &draft.table.keys[at]);
            draft.table.keys[at].unsupported = unsupported;
        }
    }
    Ok(())
}

fn kind(origin: &str) -> KeyKind {
    match origin {
        "pk" => KeyKind::Primary,
        "u" => KeyKind::Constraint,
        _ => KeyKind::Index,
    }
}

fn key(name: String, kind: KeyKind) -> Key {
    Key::plain(name, kind, Vec::new())
}

fn column_part(table: &Table, name: String, collation: String) -> KeyPart {
    let own = table.column(&name).and_then(|column| column.collation.as_deref()).unwrap_or("BINARY");
    let differs = !own.eq_ignore_ascii_case(&collation);
    KeyPart::Column { name, collation: differs.then_some(collation) }
}

fn expression_part(table: &Table, text: &IndexText, place: usize, collation: &str) -> KeyPart {
    let (sql, given) = text.parts.get(place).cloned().unwrap_or_default();
    let names: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
    let inherited = (collation != "BINARY" && !collation.is_empty()).then(|| collation.to_owned());
    KeyPart::Expression { columns: columns_read(&sql, &names, str::eq_ignore_ascii_case), sql, collation: given.or(inherited) }
}

/// `INTEGER PRIMARY KEY` has no index, because it is the rowid itself.
fn add_rowid(draft: &mut Draft) {
    let table = &mut draft.table;
    let [name] = &draft.primary[..] else { return };
    let indexed = table.keys.iter().any(|key| key.kind == KeyKind::Primary);
    if indexed || !matches!(table.storage, Storage::Rowid { .. }) {
        return;
    }
    if let Some(column) = table.columns.iter_mut().find(|column| &column.name == name) {
        column.generated = Generated::Rowid(draft.text.autoincrement);
        column.nullable = false;
    }
    let parts = vec![KeyPart::Column { name: name.clone(), collation: None }];
    table.keys.push(Key { parts, ..key(String::new(), KeyKind::Primary) });
}

/// Takes name and ON CONFLICT from the constraint with the same columns.
fn take_from_text(key: &mut Key, texts: &[KeyText]) {
    if key.kind == KeyKind::Index {
        return;
    }
    let same = |text: &&KeyText| {
        let columns: Vec<&str> = key.columns().collect();
        let equal = columns.len() == text.columns.len() && columns.iter().zip(&text.columns).all(|(a, b)| a.eq_ignore_ascii_case(b));
        text.primary == (key.kind == KeyKind::Primary) && equal
    };
    let text = texts.iter().find(same);
    key.on_conflict = text.and_then(|text| text.on_conflict.clone());
    match text.and_then(|text| text.name.clone()) {
        Some(name) => key.name = name,
        None if key.kind == KeyKind::Primary => "primary key".clone_into(&mut key.name),
        None => {}
    }
}

/// Finds out why a key cannot be evaluated: a collation or a function that only the application of the database knows.
fn unsupported(session: &mut dyn Session, table: &Table, key: &Key) -> Option<String> {
    let unknown = key.parts.iter().find_map(|part| {
        let (KeyPart::Column { collation, .. } | KeyPart::Expression { collation, .. }) = part;
        let own = match part {
            KeyPart::Column { name, .. } => table.column(name).and_then(|column| column.collation.as_ref()),
            KeyPart::Expression { .. } => None,
        };
        collation.as_ref().or(own).filter(|name| !BUILT_IN.iter().any(|known| known.eq_ignore_ascii_case(name)))
    });
    if let Some(name) = unknown {
        return Some(format!("collation `{name}` is not built into SQLite"));
    }
    let expressions = key.parts.iter().filter_map(|part| match part {
        KeyPart::Expression { sql, .. } => Some(sql),
        KeyPart::Column { .. } => None,
    });
    let tests: Vec<String> = expressions.chain(&key.predicate).map(|sql| format!("({sql}) IS NULL")).collect();
    if tests.is_empty() {
        return None;
    }
    let probe = format!("SELECT 1 FROM main.{} WHERE {} LIMIT 0", quote(&table.name), tests.join(" AND "));
    session.rows(&Statement::new(probe)).err().map(|error| format!("its expression cannot be evaluated: {}", error.message))
}
