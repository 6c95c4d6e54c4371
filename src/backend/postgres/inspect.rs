//! Reads the catalog of a PostgreSQL database.
//!
//! Takes a connection, gives a [`Catalog`]: nine queries for all tables, whatever their number. Tables of every schema that the role may use are
//! there, those on the search path before others of the same name; partitions, temporary and foreign tables are left out.
//!
//! The system catalogs are described at <https://www.postgresql.org/docs/current/catalogs.html>; versions 13 to 18 are known.
//!
//! **Invariant**: nothing is written.

use std::collections::HashMap;

use super::{columns, keys, types};
use crate::backend::answer::{Answer, is_ledger};
use crate::backend::statement::Statement;
use crate::backend::tokens::unwrapped;
use crate::backend::{DatabaseError, Session};
use crate::catalog::{BackendKind, Catalog, Check, ForeignKey, Storage, Table, Timing, Trigger};

/// The tables that are looked at, as a common table expression.
pub(super) const TARGET: &str = "target AS (
  SELECT c.oid, c.relname, c.relkind, n.nspname
  FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
    AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND pg_catalog.has_schema_privilege(n.oid, 'USAGE'))";

const TABLES: &str = "SELECT oid::text, nspname::text, relname::text, (relkind = 'p')::text, pg_catalog.row_security_active(oid)::text
FROM target ORDER BY relname::text COLLATE \"C\", pg_catalog.pg_table_is_visible(oid) DESC, nspname::text COLLATE \"C\"";

const FOREIGN_KEYS: &str =
    "SELECT k.conrelid::text, k.conname::text, own.names::text, n.nspname::text, p.relname::text, parent.names::text,
  k.confdeltype::text, k.confupdtype::text, k.condeferrable::text, k.condeferred::text
FROM pg_catalog.pg_constraint AS k JOIN target ON target.oid = k.conrelid
JOIN pg_catalog.pg_class AS p ON p.oid = k.confrelid JOIN pg_catalog.pg_namespace AS n ON n.oid = p.relnamespace
CROSS JOIN LATERAL (SELECT pg_catalog.json_agg(a.attname ORDER BY u.place) AS names
  FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY AS u(number, place)
  JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = u.number) AS own
CROSS JOIN LATERAL (SELECT pg_catalog.json_agg(a.attname ORDER BY u.place) AS names
  FROM pg_catalog.unnest(k.confkey) WITH ORDINALITY AS u(number, place)
  JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.confrelid AND a.attnum = u.number) AS parent
WHERE k.contype = 'f' AND k.conparentid = 0";

const CHECKS: &str = "SELECT k.conrelid::text, k.conname::text, pg_catalog.pg_get_expr(k.conbin, k.conrelid)
FROM pg_catalog.pg_constraint AS k JOIN target ON target.oid = k.conrelid WHERE k.contype = 'c'";

/// Triggers that fire in an ordinary session, and rules, which rewrite what is written altogether. The bits of `tgtype` are those of
/// `src/include/catalog/pg_trigger.h`: row 1, before 2, insert 4, update 16, instead 64.
const TRIGGERS: &str = "SELECT t.tgrelid::text, t.tgname::text, (t.tgtype & 1 <> 0 AND t.tgtype & 66 <> 0 AND t.tgtype & 20 <> 0)::text
FROM pg_catalog.pg_trigger AS t JOIN target ON target.oid = t.tgrelid WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')
UNION ALL SELECT r.ev_class::text, r.rulename::text, 'true'
FROM pg_catalog.pg_rewrite AS r JOIN target ON target.oid = r.ev_class WHERE r.ev_type IN ('2', '3') AND r.ev_enabled IN ('O', 'A')
ORDER BY 2";

/// Tables by their oid.
pub(super) struct Drafts {
    tables: Vec<Table>,
    places: HashMap<String, usize>,
}

impl Drafts {
    /// Finds a table by its oid.
    pub(super) fn get(&mut self, oid: &str) -> Option<&mut Table> {
        self.places.get(oid).map(|place| &mut self.tables[*place])
    }

    /// Yields all tables.
    pub(super) fn all(&mut self) -> impl Iterator<Item = &mut Table> {
        self.tables.iter_mut()
    }
}

/// Reads the catalog.
pub(super) fn inspect(session: &mut dyn Session) -> Result<Catalog, DatabaseError> {
    let mut server = ask(session, "SELECT current_setting('server_version'), current_setting('server_version_num')")?;
    let (shown, version) = server.pop().map(|mut row| (row.text(), row.int())).unwrap_or_default();
    let server_version = shown.split_whitespace().next().unwrap_or_default().to_owned();
    let mut drafts = Drafts { tables: Vec::new(), places: HashMap::new() };
    for mut row in ask_target(session, TABLES)? {
        let (oid, table) = (row.text(), draft(&mut row));
        if !is_ledger(&table.name) {
            drafts.places.insert(oid, drafts.tables.len());
            drafts.tables.push(table);
        }
    }
    // Constraints that are not enforced exist from 18 on, and only in the catalog.
    let enforced = if version >= 180_000 { " AND k.conenforced" } else { "" };
    for mut row in ask_target(session, &format!("{CHECKS}{enforced} ORDER BY k.conname::text COLLATE \"C\""))? {
        if let Some(table) = drafts.get(&row.text()) {
            table.checks.push(Check { name: row.maybe(), expression: unwrapped(&row.text()).to_owned() });
        }
    }
    let types = types::read(session)?;
    columns::add(session, &mut drafts, &types)?;
    keys::add(session, &mut drafts, version)?;
    for mut row in ask_target(session, &format!("{FOREIGN_KEYS}{enforced} ORDER BY k.conname::text COLLATE \"C\""))? {
        if let Some(table) = drafts.get(&row.text()) {
            table.foreign_keys.push(foreign_key(&mut row));
        }
    }
    for mut row in ask_target(session, TRIGGERS)? {
        if let Some(table) = drafts.get(&row.text()) {
            table.triggers.push(Trigger { name: row.text(), before: row.flag() });
        }
    }
    Ok(Catalog { backend: BackendKind::Postgres, server_version, tables: drafts.tables })
}

/// Runs a query without binds.
pub(super) fn ask(session: &mut dyn Session, sql: &str) -> Result<Vec<Answer>, DatabaseError> {
    Ok(session.rows(&Statement::new(sql))?.into_iter().map(Answer::new).collect())
}

/// Runs a query that reads from [`TARGET`].
pub(super) fn ask_target(session: &mut dyn Session, sql: &str) -> Result<Vec<Answer>, DatabaseError> {
    ask(session, &format!("WITH {TARGET} {sql}"))
}

fn draft(row: &mut Answer) -> Table {
    let (schema, name, partitioned, row_security) = (row.maybe(), row.text(), row.flag(), row.flag());
    Table {
        schema,
        name,
        columns: Vec::new(),
        keys: Vec::new(),
        foreign_keys: Vec::new(),
        checks: Vec::new(),
        triggers: Vec::new(),
        row_security,
        storage: if partitioned { Storage::Partitioned } else { Storage::Heap },
    }
}

fn foreign_key(row: &mut Answer) -> ForeignKey {
    ForeignKey {
        name: row.maybe(),
        columns: row.list(),
        parent_schema: row.maybe(),
        parent_table: row.text(),
        parent_columns: row.list(),
        on_delete: action(&row.text()),
        on_update: action(&row.text()),
        timing: timing(row),
    }
}

fn action(code: &str) -> String {
    let action = match code {
        "r" => "RESTRICT",
        "c" => "CASCADE",
        "n" => "SET NULL",
        "d" => "SET DEFAULT",
        _ => "NO ACTION",
    };
    action.to_owned()
}

/// Reads `condeferrable` and `condeferred`.
pub(super) fn timing(row: &mut Answer) -> Timing {
    match (row.flag(), row.flag()) {
        (_, true) => Timing::Deferred,
        (true, false) => Timing::Deferrable,
        (false, false) => Timing::Immediate,
    }
}
