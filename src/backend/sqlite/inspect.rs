//! Reads the catalog of a SQLite database.
//!
//! Takes a connection, gives a [`Catalog`]: five queries for all tables, whatever their number. What the pragmas do not tell is read from the CREATE
//! texts ([`ddl`]). Virtual tables, views, attached and temporary databases are left out.
//!
//! **Invariant**: nothing is written.

use std::collections::BTreeMap;

use super::ddl::{self, TableText};
use super::{declared, keys};
use crate::backend::allowed::allowed;
use crate::backend::answer::{Answer, is_ledger};
use crate::backend::statement::Statement;
use crate::backend::tokens::is_constant;
use crate::backend::{DatabaseError, Session};
use crate::catalog::{
    AllowedSource, AllowedValues, BackendKind, Catalog, Check, Column, DefaultValue, ForeignKey, Generated, Storage, Table, Timing, Trigger,
};

const TABLES: &str = "SELECT l.name, l.wr, l.strict, s.sql
FROM pragma_table_list AS l JOIN main.sqlite_schema AS s ON s.name = l.name AND s.type = 'table'
WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY l.name";

/// The tables whose pragmas are asked, as far as the schema's own table tells: each pragma is compiled for each table. Virtual tables have no page.
pub(super) const ASKED: &str =
    "l.type = 'table' AND l.rootpage > 0 AND l.name NOT GLOB 'resettle_*' AND l.name <> '__diesel_schema_migrations'";

const COLUMNS: &str = "SELECT l.name, x.name, x.type, x.\"notnull\", x.dflt_value, x.pk, x.hidden
FROM main.sqlite_schema AS l JOIN pragma_table_xinfo(l.name, 'main') AS x";

const FOREIGN_KEYS: &str = "SELECT l.name, f.id, f.\"table\", f.\"from\", f.\"to\", f.on_delete, f.on_update
FROM main.sqlite_schema AS l JOIN pragma_foreign_key_list(l.name, 'main') AS f";

const TRIGGERS: &str = "SELECT tbl_name, name, sql FROM main.sqlite_schema WHERE type = 'trigger' ORDER BY name";

/// A table with what its keys are made from.
pub(super) struct Draft {
    /// The table so far.
    pub(super) table: Table,
    /// What its text tells.
    pub(super) text: TableText,
    /// Columns of the primary key, in its order.
    pub(super) primary: Vec<String>,
    /// `WITHOUT ROWID` or `STRICT`: a primary key has no NULL.
    strict_primary: bool,
}

/// Reads the catalog.
pub(super) fn inspect(session: &mut dyn Session) -> Result<Catalog, DatabaseError> {
    let server_version = ask(session, "SELECT sqlite_version()")?.pop().map(|mut row| row.text()).unwrap_or_default();
    let mut drafts = BTreeMap::new();
    for mut row in ask(session, TABLES)? {
        let draft = draft(&mut row);
        if !is_ledger(&draft.table.name) {
            drafts.insert(draft.table.name.clone(), draft);
        }
    }
    add_columns(&mut drafts, ask(session, &format!("{COLUMNS} WHERE {ASKED} ORDER BY l.name, x.cid"))?);
    add_foreign_keys(&mut drafts, ask(session, &format!("{FOREIGN_KEYS} WHERE {ASKED} ORDER BY l.name, f.id DESC, f.seq"))?);
    for mut row in ask(session, TRIGGERS)? {
        // The trigger names its table as its author wrote it.
        let table = row.text();
        if let Some(draft) = drafts.values_mut().find(|draft| draft.table.name.eq_ignore_ascii_case(&table)) {
            draft.table.triggers.push(Trigger { name: row.text(), before: ddl::runs_before_write(&row.text()) });
        }
    }
    keys::add(session, &mut drafts)?;
    name_rowids(&mut drafts);
    let tables = drafts.into_values().map(|draft| draft.table).collect();
    Ok(Catalog { backend: BackendKind::Sqlite, server_version, tables })
}

/// Runs a query without binds.
pub(super) fn ask(session: &mut dyn Session, sql: &str) -> Result<Vec<Answer>, DatabaseError> {
    Ok(session.rows(&Statement::new(sql))?.into_iter().map(Answer::new).collect())
}

fn draft(row: &mut Answer) -> Draft {
    let name = row.text();
    let (without_rowid, strict) = (row.flag(), row.flag());
    let text = ddl::table(&row.text());
    let storage = if without_rowid { Storage::WithoutRowid } else { Storage::Rowid { alias: String::new() } };
    let table = Table {
        schema: None,
        name,
        columns: Vec::new(),
        keys: Vec::new(),
        foreign_keys: Vec::new(),
        checks: text.checks.clone(),
        triggers: Vec::new(),
        row_security: false,
        storage,
    };
    Draft { table, text, primary: Vec::new(), strict_primary: without_rowid || strict }
}

fn add_columns(drafts: &mut BTreeMap<String, Draft>, rows: Vec<Answer>) {
    let mut ranks: BTreeMap<String, Vec<(i64, String)>> = BTreeMap::new();
    for mut row in rows {
        let Some(draft) = drafts.get_mut(&row.text()) else { continue };
        let (name, declared, not_null, default, rank, hidden) = (row.text(), row.text(), row.flag(), row.maybe(), row.int(), row.int());
        if hidden == 1 {
            continue;
        }
        if rank > 0 {
            ranks.entry(draft.table.name.clone()).or_default().push((rank, name.clone()));
        }
        let nullable = !(not_null || rank > 0 && draft.strict_primary);
        let column = column(&draft.text, name, declared, default, hidden);
        draft.table.columns.push(Column { nullable, ..column });
    }
    for (table, mut ranked) in ranks {
        ranked.sort();
        if let Some(draft) = drafts.get_mut(&table) {
            draft.primary = ranked.into_iter().map(|(_, name)| name).collect();
        }
    }
}

fn column(text: &TableText, name: String, declared: String, default: Option<String>, hidden: i64) -> Column {
    let key = name.to_ascii_lowercase();
    let expression = text.generated.get(&key).cloned().unwrap_or_default();
    let generated = match hidden {
        2 => Generated::Virtual(expression),
        3 => Generated::Stored(expression),
        _ => Generated::No,
    };
    Column {
        data_type: declared::data_type(&declared),
        type_text: declared,
        collation: text.collations.get(&key).filter(|collation| !collation.eq_ignore_ascii_case("BINARY")).cloned(),
        nullable: true,
        default: default.map(|expression| DefaultValue { volatile: !is_constant(&expression), expression }),
        generated,
        allowed: text.checks.iter().find_map(|check| values_of(check, &name)),
        name,
    }
}

fn values_of(check: &Check, column: &str) -> Option<AllowedValues> {
    let (_, values) = allowed(&check.expression, str::eq_ignore_ascii_case).filter(|(name, _)| name.eq_ignore_ascii_case(column))?;
    Some(AllowedValues { source: AllowedSource::Check(check.name.clone()), values })
}

/// SQLite numbers foreign keys from the last to the first, so that descending numbers follow the text.
fn add_foreign_keys(drafts: &mut BTreeMap<String, Draft>, rows: Vec<Answer>) {
    let mut last = None;
    for mut row in rows {
        let (table, id, parent, from, to) = (row.text(), row.int(), row.text(), row.text(), row.maybe());
        let (on_delete, on_update) = (row.text(), row.text());
        let Some(draft) = drafts.get_mut(&table) else { continue };
        if last.as_ref() != Some(&(table.clone(), id)) {
            let text = draft.text.foreign_keys.get(draft.table.foreign_keys.len());
            draft.table.foreign_keys.push(ForeignKey {
                name: text.and_then(|text| text.name.clone()),
                columns: Vec::new(),
                parent_schema: None,
                parent_table: parent,
                parent_columns: Vec::new(),
                on_delete,
                on_update,
                timing: text.map_or(Timing::Immediate, |text| text.timing),
            });
            last = Some((table, id));
        }
        if let Some(foreign_key) = draft.table.foreign_keys.last_mut() {
            foreign_key.columns.push(from);
            foreign_key.parent_columns.extend(to);
        }
    }
    name_parents(drafts);
}

/// Gives parents the spelling of the catalog; a reference without columns means the parent's primary key.
fn name_parents(drafts: &mut BTreeMap<String, Draft>) {
    let parents: BTreeMap<String, (Vec<String>, Vec<String>)> = drafts
        .iter()
        .map(|(name, draft)| {
            (name.clone(), (draft.primary.clone(), draft.table.columns.iter().map(|column| column.name.clone()).collect()))
        })
        .collect();
    for foreign_key in drafts.values_mut().flat_map(|draft| &mut draft.table.foreign_keys) {
        let Some(parent) = spelled(&foreign_key.parent_table, parents.keys()) else { continue };
        let (primary, columns) = &parents[&parent];
        if foreign_key.parent_columns.is_empty() {
            foreign_key.parent_columns.clone_from(primary);
        }
        for column in &mut foreign_key.parent_columns {
            if let Some(name) = spelled(column, columns.iter()) {
                *column = name;
            }
        }
        foreign_key.parent_table = parent;
    }
}

/// SQLite compares names without case.
fn spelled<'a>(written: &str, mut names: impl Iterator<Item = &'a String>) -> Option<String> {
    names.find(|name| name.eq_ignore_ascii_case(written)).cloned()
}

/// Finds a name for the rowid; keys must be known.
fn name_rowids(drafts: &mut BTreeMap<String, Draft>) {
    for Draft { table, .. } in drafts.values_mut() {
        if let Storage::Rowid { alias } = &mut table.storage {
            let free =
                ["rowid", "_rowid_", "oid"].into_iter().find(|name| !table.columns.iter().any(|c| c.name.eq_ignore_ascii_case(name)));
            // With all three taken, the rowid is still there under the name of a column that is it; else the first is as good as any.
            let own = table.columns.iter().find(|column| matches!(column.generated, Generated::Rowid(_)));
            *alias = free.map(str::to_owned).or_else(|| own.map(|column| column.name.clone())).unwrap_or_else(|| "rowid".to_owned());
        }
    }
}
