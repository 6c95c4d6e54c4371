//! Reads the catalog of a PostgreSQL database.
//!
//! Takes a connection, gives a [`Catalog`]: four to nine queries for all tables, whatever their number. Tables of every schema that the role may use are
//! there, those on the search path before others of the same name; partitions, temporary and foreign tables are left out.
//!
//! A connection that has just begun knows nothing of the system catalogs, so that a query costs more to plan than to run: each reads one of them, those of the
//! tables found, and what few databases have (domains, triggers, exclusion constraints) is asked for where something tells of it.
//!
//! The system catalogs are described at <https://www.postgresql.org/docs/current/catalogs.html>; versions 13 to 18 are known.
//!
//! **Invariant**: nothing is written.

use std::collections::{HashMap, HashSet};

use super::{columns, constraints, keys};
use crate::backend::answer::{Answer, is_ledger};
use crate::backend::statement::Statement;
use crate::backend::{DatabaseError, Session};
use crate::catalog::{BackendKind, Catalog, Storage, Table, Timing, Trigger};

const TABLES: &str =
    "SELECT c.oid::text, (c.relhastriggers OR c.relhasrules)::text,
  CASE WHEN c.relkind = 'r' AND c.relhassubclass
    THEN EXISTS (SELECT FROM pg_catalog.pg_inherits AS h WHERE h.inhparent = c.oid) ELSE false END::text, n.nspname::text, c.relname::text, (c.relkind = 'p')::text,
  pg_catalog.row_security_active(c.oid)::text
FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
ORDER BY c.relname::text COLLATE \"C\", pg_catalog.pg_table_is_visible(c.oid) DESC, n.nspname::text COLLATE \"C\"";

/// Triggers that fire in an ordinary session. The bits of `tgtype` are those of `src/include/catalog/pg_trigger.h`: row 1, before 2, insert 4, update 16,
/// instead 64.
const TRIGGERS: &str = "SELECT t.tgrelid::text, t.tgname::text, (t.tgtype & 1 <> 0 AND t.tgtype & 66 <> 0 AND t.tgtype & 20 <> 0)::text
FROM pg_catalog.pg_trigger AS t WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgrelid = ";

/// Rules, which rewrite what is written altogether.
const RULES: &str = "SELECT r.ev_class::text, r.rulename::text, 'true'
FROM pg_catalog.pg_rewrite AS r WHERE r.ev_type IN ('2', '3') AND r.ev_enabled IN ('O', 'A') AND r.ev_class = ";

/// Tables by their oid.
#[derive(Default)]
pub(super) struct Drafts {
    tables: Vec<Table>,
    oids: Vec<String>,
    places: HashMap<String, usize>,
    /// Tables that others inherit from, partitioned ones apart.
    inherited: HashSet<String>,
    /// Names and collations of columns, by the table's oid and their number.
    columns: HashMap<(String, i64), (String, String)>,
}

impl Drafts {
    /// Finds a table by its oid.
    pub(super) fn get(&mut self, oid: &str) -> Option<&mut Table> {
        self.places.get(oid).map(|place| &mut self.tables[*place])
    }

    /// Returns the oids of all tables.
    pub(super) fn oids(&self) -> &[String] {
        &self.oids
    }

    /// Says whether queries of a table find rows of other ones too, for which its keys do not hold.
    pub(super) fn is_inherited(&self, oid: &str) -> bool {
        self.inherited.contains(oid)
    }

    /// Takes note of a column's number, and of the oid of its collation.
    pub(super) fn number(&mut self, oid: &str, number: i64, name: &str, collation: String) {
        self.columns.insert((oid.to_owned(), number), (name.to_owned(), collation));
    }

    /// Finds a column's name by its number.
    pub(super) fn column(&self, oid: &str, number: i64) -> Option<String> {
        self.columns.get(&(oid.to_owned(), number)).map(|(name, _)| name.clone())
    }

    /// Finds the oid of a column's collation by its number.
    pub(super) fn collation(&self, oid: &str, number: i64) -> Option<&str> {
        self.columns.get(&(oid.to_owned(), number)).map(|(_, collation)| collation.as_str())
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
    let (mut drafts, mut changed) = (Drafts::default(), Vec::new());
    for mut row in ask(session, TABLES)? {
        let (oid, is_changed, is_inherited, table) = (row.text(), row.flag(), row.flag(), draft(&mut row));
        if is_ledger(&table.name) {
            continue;
        }
        if is_changed {
            changed.push(oid.clone());
        }
        if is_inherited {
            drafts.inherited.insert(oid.clone());
        }
        drafts.places.insert(oid.clone(), drafts.tables.len());
        drafts.tables.push(table);
        drafts.oids.push(oid);
    }
    if !drafts.tables.is_empty() {
        let constraints = constraints::read(session, &mut drafts, version)?;
        columns::add(session, &mut drafts)?;
        keys::add(session, &mut drafts, &constraints, version)?;
        constraints.add_foreign_keys(session, &mut drafts)?;
    }
    if !changed.is_empty() {
        let of_any = any(&changed);
        for mut row in ask(session, &format!("{TRIGGERS}{of_any} UNION ALL {RULES}{of_any} ORDER BY 2"))? {
            if let Some(table) = drafts.get(&row.text()) {
                table.triggers.push(Trigger { name: row.text(), before: row.flag() });
            }
        }
    }
    Ok(Catalog { backend: BackendKind::Postgres, server_version, tables: drafts.tables })
}

/// Runs a query without binds.
pub(super) fn ask(session: &mut dyn Session, sql: &str) -> Result<Vec<Answer>, DatabaseError> {
    Ok(session.rows(&Statement::new(sql))?.into_iter().map(Answer::new).collect())
}

/// Writes the right side of a comparison with some oids, as the server gave them.
pub(super) fn any(oids: &[String]) -> String {
    format!("ANY ('{{{}}}'::oid[])", oids.join(","))
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

/// Reads `condeferrable` and `condeferred`.
pub(super) fn timing(row: &mut Answer) -> Timing {
    match (row.flag(), row.flag()) {
        (_, true) => Timing::Deferred,
        (true, false) => Timing::Deferrable,
        (false, false) => Timing::Immediate,
    }
}
