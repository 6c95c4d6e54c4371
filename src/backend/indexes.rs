//! The names of indexes, for those who have a convention for them.

use super::answer::Answer;
use super::statement::{Statement, quote};
use super::{DatabaseError, Session};
use crate::catalog::BackendKind;

/// An index that no constraint made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    /// Table, with its schema where that is not the default one.
    pub table: String,
    /// Name.
    pub name: String,
    /// Columns in order.
    pub columns: Vec<String>,
}

const SQLITE: &str = "SELECT l.name, i.name, json_group_array(x.name) FROM pragma_table_list AS l
JOIN pragma_index_list(l.name, 'main') AS i JOIN pragma_index_info(i.name, 'main') AS x
WHERE l.schema = 'main' AND l.type = 'table' AND i.origin = 'c' GROUP BY l.name, i.name HAVING COUNT(x.name) = COUNT(*) ORDER BY 1, 2";

const POSTGRES: &str = "SELECT CASE WHEN n.nspname = 'public' THEN '' ELSE n.nspname || '.' END || t.relname, i.relname::text,
  (SELECT pg_catalog.json_agg(a.attname ORDER BY k.place) FROM pg_catalog.unnest(x.indkey::int2[]) WITH ORDINALITY AS k(number, place)
   JOIN pg_catalog.pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = k.number WHERE k.place <= x.indnkeyatts)::text
FROM pg_catalog.pg_index AS x JOIN pg_catalog.pg_class AS i ON i.oid = x.indexrelid JOIN pg_catalog.pg_class AS t ON t.oid = x.indrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.relnamespace
WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND x.indexprs IS NULL AND NOT i.relispartition
  AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint AS c WHERE c.conindid = x.indexrelid AND c.contype IN ('p', 'u', 'x'))
ORDER BY 1, 2";

/// Reads all indexes on plain columns that no constraint made.
///
/// # Errors
/// Whatever the database says.
pub fn indexes(session: &mut dyn Session) -> Result<Vec<Index>, DatabaseError> {
    let sql = if session.kind() == BackendKind::Sqlite { SQLITE } else { POSTGRES };
    let rows = session.rows(&Statement::new(sql))?.into_iter().map(Answer::new);
    Ok(rows.map(|mut row| Index { table: row.text(), name: row.text(), columns: row.list() }).collect())
}

/// Says how an index gets another name.
#[must_use]
pub fn rename(kind: BackendKind, index: &Index, name: &str) -> String {
    match kind {
        BackendKind::Postgres => {
            let schema = index.table.split_once('.').map(|(schema, _)| quote(schema) + ".").unwrap_or_default();
            format!("ALTER INDEX {schema}{} RENAME TO {};", quote(&index.name), quote(name))
        }
        BackendKind::Sqlite => {
            format!("drop {} and create it again as {} in a migration (SQLite cannot rename an index)", quote(&index.name), quote(name))
        }
    }
}
