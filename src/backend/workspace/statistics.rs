//! Which temporary tables PostgreSQL should look at again, because what its planner knows of them is no longer true.
//!
//! Nobody analyzes temporary tables but their session. A planner that believes that one record is to be inserted where all are joins by nested loops, and
//! takes hours.
//!
//! **Invariant**: a table of which more than a tenth, and more than [`ROWS_MIN`] rows, changed since it was analyzed is analyzed before its next use.

use std::collections::HashMap;

use super::Workspace;
use crate::backend::DatabaseError;
use crate::catalog::BackendKind;

/// So few rows need no statistics: any plan is good for them.
const ROWS_MIN: u64 = 200;

/// What changed since tables were analyzed.
#[derive(Clone, Debug, Default)]
pub(super) struct Statistics {
    /// By table: rows ever written, and those since it was analyzed.
    tables: HashMap<String, (u64, u64)>,
}

impl Statistics {
    /// Takes note of rows that a statement wrote; returns whether the table is to be analyzed now.
    pub(super) fn are_stale_after(&mut self, table: &str, changed: u64) -> bool {
        let (written, since) = self.tables.entry(table.to_owned()).or_default();
        *written += changed;
        *since += changed;
        let is_stale = *since > ROWS_MIN && *since > *written / 10;
        if is_stale {
            *since = 0;
        }
        is_stale
    }
}

/// Returns the temporary table that a statement of the workspace writes.
pub(super) fn changed_table(sql: &str) -> Option<&str> {
    let rest = ["INSERT INTO ", "UPDATE ", "DELETE FROM "].iter().find_map(|verb| sql.strip_prefix(verb))?;
    let name = rest.split([' ', '(']).next()?;
    name.starts_with("rs_").then_some(name)
}

impl Workspace<'_> {
    /// Does something with statements about a few of many records: what the planner last saw of the temporary tables may have none of them. One that believes
    /// in a single record reads the table of all of them anew for each, so it must not think of that.
    pub(super) fn of_few<T>(&mut self, act: impl FnOnce(&mut Self) -> Result<T, DatabaseError>) -> Result<T, DatabaseError> {
        if self.session.kind() != BackendKind::Postgres {
            return act(self);
        }
        self.session.batch("SET LOCAL enable_nestloop = off")?;
        let done = act(self)?;
        self.session.batch("SET LOCAL enable_nestloop TO DEFAULT")?;
        Ok(done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asks_for_statistics_once_enough_changed() {
        let mut statistics = Statistics::default();
        let mut check = |changed, expect| assert_eq!(statistics.are_stale_after("rs_bind_0", changed), expect, "{changed}");
        check(ROWS_MIN, false);
        check(1, true);
        check(ROWS_MIN, false);
        check(100_000, true);
        check(5_000, false);
        check(10_000, true);
    }

    #[test]
    fn reads_the_written_table() {
        let check = |sql, expect| assert_eq!(changed_table(sql), expect, "{sql}");
        check("INSERT INTO rs_bind_0 (seq) SELECT 1", Some("rs_bind_0"));
        check("UPDATE rs_bind_12 AS b SET state = 1", Some("rs_bind_12"));
        check("DELETE FROM rs_cand_0", Some("rs_cand_0"));
        check("INSERT INTO \"public\".\"tools\" (id) SELECT 1", None);
        check("SELECT 1 FROM rs_bind_0", None);
    }
}
