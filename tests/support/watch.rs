//! Sees whether rows were written, not only whether they changed: a row that is rewritten with what it had before counts.
//!
//! PostgreSQL gives a rewritten row another address (`ctid`) and transaction (`xmin`), and counts writes, those of transactions that were taken back
//! too. SQLite keeps no such trace, so triggers count into a side table while a watch lasts.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use resettle::backend::statement::{literal, quote};
use resettle::catalog::BackendKind;

use super::Database;
use super::content::quoted;

/// Table into which the triggers count.
pub(super) const SIDE_TABLE: &str = "watched_writes";

const EVENTS: [&str; 3] = ["INSERT", "UPDATE", "DELETE"];

/// The tables of a database at one moment.
pub(crate) struct Watch<'a> {
    database: &'a Database,
    before: BTreeMap<String, Vec<String>>,
}

impl Database {
    /// Begins to watch the user's tables. One watch at a time.
    pub(crate) fn watch(&self) -> Watch<'_> {
        let tables = self.tables();
        if self.kind() == BackendKind::Sqlite {
            self.batch(&format!("CREATE TABLE {SIDE_TABLE}(line TEXT)"));
            for table in &tables {
                for event in EVENTS {
                    let line = literal(&format!("{event} on {table}"));
                    let body = format!("INSERT INTO {SIDE_TABLE} VALUES ({line})");
                    self.batch(&format!("CREATE TRIGGER {} AFTER {event} ON {} BEGIN {body}; END", trigger(event, table), quote(table)));
                }
            }
        }
        let before = tables.into_iter().map(|table| (table.clone(), self.row_versions(&table))).collect();
        Watch { database: self, before }
    }

    /// Returns what changes when a row of the table is written: one line a row, and the server's counters.
    ///
    /// On SQLite only content shows here; a [`Watch`] sees more.
    pub(crate) fn row_versions(&self, table: &str) -> Vec<String> {
        if self.kind() == BackendKind::Sqlite {
            return self.dump(table);
        }
        self.wait_until_alone();
        let name = quoted(table);
        let mut lines: Vec<String> =
            self.rows(&format!("SELECT concat_ws(' ', ctid, xmin, t) FROM {name} AS t")).into_iter().flatten().flatten().collect();
        lines.sort();
        lines.extend(self.counters(&name));
        lines
    }

    /// Before version 15 the counters arrive whenever they like.
    fn counters(&self, name: &str) -> Option<String> {
        let version = self.rows("SELECT current_setting('server_version_num')").remove(0).remove(0)?;
        let counters = "concat_ws(' ', 'inserted', n_tup_ins, 'updated', n_tup_upd, 'deleted', n_tup_del)";
        let sql = format!("SELECT {counters} FROM pg_stat_all_tables WHERE relid = {}::regclass", literal(name));
        if version.parse().unwrap_or(0) < 150_000 { None } else { self.rows(&sql).remove(0).remove(0) }
    }

    /// A connection hands in its counters when its process ends, which is a little after its client has gone.
    fn wait_until_alone(&self) {
        let others = "SELECT count(*)::text FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
        let begun = Instant::now();
        while self.rows(others) != [[Some("0".to_owned())]] {
            assert!(begun.elapsed() < Duration::from_secs(20), "another connection to the database stays open");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Watch<'_> {
    /// Ends the watch and returns what was written, one line a write or changed row; empty where nothing was.
    pub(crate) fn writes(self) -> Vec<String> {
        let mut writes = Vec::new();
        for (table, before) in &self.before {
            let after: BTreeSet<String> = self.database.row_versions(table).into_iter().collect();
            let before: BTreeSet<String> = before.iter().cloned().collect();
            writes.extend(before.difference(&after).map(|line| format!("{table}: - {line}")));
            writes.extend(after.difference(&before).map(|line| format!("{table}: + {line}")));
        }
        if self.database.kind() == BackendKind::Sqlite {
            let counted =
                self.database.rows(&format!("SELECT line || ', times: ' || count(*) FROM {SIDE_TABLE} GROUP BY line ORDER BY line"));
            writes.extend(counted.into_iter().flatten().flatten());
            for (table, event) in self.before.keys().flat_map(|table| EVENTS.map(|event| (table, event))) {
                self.database.batch(&format!("DROP TRIGGER {}", trigger(event, table)));
            }
            self.database.batch(&format!("DROP TABLE {SIDE_TABLE}"));
        }
        writes
    }
}

fn trigger(event: &str, table: &str) -> String {
    quote(&format!("watched_{event}_{table}"))
}
