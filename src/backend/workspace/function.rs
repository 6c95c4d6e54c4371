//! Which function makes the hashes of stored values.
//!
//! **Invariant**: two databases name it alike only where the same stored value has the same hash in both.

use super::Workspace;
use crate::backend::DatabaseError;
use crate::catalog::BackendKind;

/// One value of each kind that PostgreSQL prints in a way of its own. A later version may print one otherwise, or hash otherwise; a database of another encoding has other
/// bytes. None of that has changed from version 12 to 18, so that what is remembered outlasts a move to another server.
const PRINTED: [&str; 28] = [
    "'resettle'",
    "true",
    "CAST(1 AS real) / 3",
    "CAST(1 AS double precision) / 3",
    "CAST(1e300 AS double precision)",
    "CAST('NaN' AS double precision)",
    "CAST(12.500 AS numeric(6, 3))",
    "CAST('\\x00ff' AS bytea)",
    "CAST('ab' AS char(4))",
    "CAST('2024-02-03' AS date)",
    "CAST('0044-03-15 BC' AS date)",
    "CAST('infinity' AS date)",
    "CAST('12:34:56.700' AS time)",
    "CAST('12:34:56.7+02' AS timetz)",
    "CAST('2024-03-31 02:30:00.5' AS timestamp)",
    "CAST('2024-03-31 02:30:00.5+02' AS timestamptz)",
    "CAST('1 year 2 mons -3 days 04:05:06.7' AS interval)",
    "CAST('{\"b\": [1.50, null, \"x\\u0001\"], \"a\": {}}' AS jsonb)",
    "CAST(ARRAY['a', 'b c', '\"', NULL, ''] AS text[])",
    "CAST(ARRAY[0.1, 2] AS double precision[])",
    "CAST('a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11' AS uuid)",
    "CAST('10.0.0.1/8' AS inet)",
    "CAST('08:00:2b:01:02:03' AS macaddr)",
    "CAST('101' AS bit(3))",
    "CAST('[2024-01-01,2024-02-01)' AS daterange)",
    "CAST('[1.5,2]' AS numrange)",
    "CAST('(1.5,2)' AS point)",
    "CAST('a:1 b:2' AS tsvector)",
];

/// Query of the name of the function that makes hashes.
pub(crate) fn hash_function(kind: BackendKind) -> String {
    match kind {
        BackendKind::Postgres => {
            let printed: Vec<String> = PRINTED.iter().map(|value| format!("CAST({value} AS text)")).collect();
            format!(
                "SELECT 'postgres ' || pg_catalog.getdatabaseencoding() || ' ' || hashtext(array_to_string(ARRAY[{}], '|') COLLATE \"C\")",
                printed.join(", ")
            )
        }
        BackendKind::Sqlite => "SELECT 'sqlite ' || rs_hash('resettle')".to_owned(),
    }
}

impl Workspace<'_> {
    /// Names the function that makes hashes: those of another one cannot be compared.
    pub(super) fn hash_function(&mut self) -> Result<String, DatabaseError> {
        let function = hash_function(self.session.kind());
        Ok(self.rows(&function)?.into_iter().flatten().flatten().next().unwrap_or_default())
    }
}
