//! Which temporary tables of a run exist, which of them have no rows, and which states its records can be in.
//!
//! A small import has more statements than records, and most of them would find nothing: tables are created when a statement first names them, a table that was
//! never filled is neither emptied nor searched, and nobody looks for records in a state that no statement ever gave.
//!
//! **Invariant**: a table that is called empty has no rows, and a state that is called impossible no record has; the opposite may be said in error.

use std::collections::{BTreeMap, BTreeSet};

use super::{State, Workspace};
use crate::backend::DatabaseError;
use crate::catalog::BackendKind;

/// How long the temporary tables of a run last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasting {
    /// To the end of its transaction.
    Transaction,
    /// To the end of its connection: the run has several transactions.
    Session,
}

/// Begins the names of all temporary tables.
const PREFIX: &str = "rs_";

/// What is known of the temporary tables.
#[derive(Clone, Debug, Default)]
pub(super) struct Tables {
    /// Statements that create those that do not exist yet, by name.
    missing: BTreeMap<String, String>,
    /// Those that exist, with the statements that created them, in the order of creation.
    created: Vec<(String, String)>,
    /// Those that may have rows.
    filled: BTreeSet<String>,
    /// Savepoints, each with how many tables existed then.
    savepoints: Vec<(&'static str, usize)>,
    /// What stands behind every statement that creates one: when it ends.
    end: &'static str,
}

impl Tables {
    /// Begins without any. On PostgreSQL tables end with the transaction, also behind a proxy that gives the next one another connection; unless a run has several.
    pub(super) fn new(kind: BackendKind, lasting: Lasting) -> Self {
        let end = if kind == BackendKind::Postgres && lasting == Lasting::Transaction { " ON COMMIT DROP" } else { "" };
        Self { end, ..Self::default() }
    }

    /// Returns what stands behind a statement that creates a table of the run.
    pub(super) fn end(&self) -> &'static str {
        self.end
    }

    /// Takes note of the end of a transaction: no savepoint is left.
    pub(super) fn end_transaction(&mut self) {
        self.savepoints.clear();
    }

    /// Promises a table.
    pub(super) fn promise(&mut self, name: String, sql: String) {
        self.missing.insert(name, sql);
    }

    /// Takes the statements that must come before `sql` can run.
    fn wanted_by(&mut self, sql: &str) -> Vec<String> {
        if self.missing.is_empty() {
            return Vec::new();
        }
        let names: Vec<String> = names_in(sql).filter(|name| self.missing.contains_key(*name)).map(str::to_owned).collect();
        names.iter().filter_map(|name| self.create(name)).collect()
    }

    /// Takes the statements for all tables that do not exist.
    fn all(&mut self) -> Vec<String> {
        let names: Vec<String> = self.missing.keys().cloned().collect();
        names.iter().filter_map(|name| self.create(name)).collect()
    }

    fn create(&mut self, name: &str) -> Option<String> {
        let sql = self.missing.remove(name)?;
        self.created.push((name.to_owned(), sql.clone()));
        Some(sql + self.end)
    }

    /// Says that a table has no rows for certain.
    pub(super) fn is_empty(&self, name: &str) -> bool {
        !self.filled.contains(name) && (self.missing.contains_key(name) || self.created.iter().any(|(created, _)| created == name))
    }

    /// Says that a table may have rows, of those that are known to.
    pub(super) fn is_filled(&self, name: &str) -> bool {
        self.filled.contains(name)
    }

    /// Takes note of rows.
    pub(super) fn fill(&mut self, name: &str) {
        self.filled.insert(name.to_owned());
    }

    /// Takes note of what a statement did.
    pub(super) fn note(&mut self, sql: &str, changed: u64) {
        if let Some(name) = sql.strip_prefix("DELETE FROM ").filter(|name| !name.contains(' ')) {
            self.filled.remove(name);
        } else if let (Some(rest), true) = (sql.strip_prefix("INSERT INTO "), changed > 0)
            && let Some(name) = rest.split([' ', '(']).next()
        {
            self.fill(name);
        }
    }

    fn mark(&mut self, savepoint: &'static str) {
        self.savepoints.push((savepoint, self.created.len()));
    }

    fn forget(&mut self, savepoint: &'static str) {
        if let Some(at) = self.savepoints.iter().rposition(|(name, _)| *name == savepoint) {
            self.savepoints.truncate(at);
        }
    }

    /// Tables that were created since are gone, and those that were emptied since may have rows again.
    fn return_to(&mut self, savepoint: &'static str) {
        let Some(at) = self.savepoints.iter().rposition(|(name, _)| *name == savepoint) else { return };
        self.savepoints.truncate(at + 1);
        let gone = self.created.split_off(self.savepoints[at].1.min(self.created.len()));
        for (name, sql) in gone {
            self.filled.remove(&name);
            self.missing.insert(name, sql);
        }
        self.filled.extend(self.created.iter().map(|(name, _)| name.clone()));
    }
}

/// Finds what may be names of temporary tables.
fn names_in(sql: &str) -> impl Iterator<Item = &str> {
    sql.match_indices(PREFIX).map(|(at, _)| {
        let rest = &sql[at..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end]
    })
}

/// Which states the records of a table can be in.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Census {
    states: [bool; 6],
    /// False where the ledger gave every bound record its row.
    by_other_means: bool,
    /// May the ledger's entry of an id have a record of its own?
    pub(super) has_learned: bool,
}

impl Census {
    /// Takes note of records in a state; all of them may have been bound by the ledger.
    pub(super) fn count(&mut self, state: i64, by_other_means: bool) {
        if let Some(is_there) = usize::try_from(state).ok().and_then(|state| self.states.get_mut(state)) {
            *is_there = true;
        }
        self.by_other_means |= by_other_means;
    }

    /// Takes note of a statement that changed records of a bind table.
    fn note(&mut self, sql: &str) {
        let given = sql.split_once("SET state = ").and_then(|(_, rest)| rest.chars().next()?.to_digit(10));
        if let Some(state) = given {
            self.count(i64::from(state), state == 1);
        }
    }

    /// Says that every record that takes part is bound by the ledger to a row of its own.
    pub(super) fn is_bound_by_ledger(self) -> bool {
        let others = [State::Pending, State::Insert, State::Duplicate];
        !self.by_other_means && !others.into_iter().any(|state| self.states[state as usize])
    }

    /// Says that every record is inserted.
    pub(super) fn is_all_inserts(self) -> bool {
        self.states == [false, false, true, false, false, false]
    }

    /// Says that every record is bound, and by the ledger, whose entries of ids stay as they are.
    pub(super) fn is_all_known(self) -> bool {
        self.is_bound_by_ledger() && !self.states[State::Rejected as usize] && !self.has_learned
    }
}

impl Workspace<'_> {
    /// Says whether a record of a table may be in a state.
    pub(super) fn may_be(&self, table: usize, state: State) -> bool {
        self.census.get(table).is_none_or(|census| census.states[state as usize])
    }

    /// Says that a temporary table of a table has no rows for certain.
    pub(super) fn has_none(&self, table: usize, what: &str) -> bool {
        self.tables.is_empty(&self.shapes[table].temp(what))
    }

    /// Creates the temporary tables that a statement names.
    pub(super) fn prepare_for(&mut self, sql: &str) -> Result<(), DatabaseError> {
        let statements = self.tables.wanted_by(sql);
        if statements.is_empty() { Ok(()) } else { self.session.batch(&statements.join(";\n")) }
    }

    /// Creates all temporary tables that do not exist yet.
    pub(super) fn create_all(&mut self) -> Result<(), DatabaseError> {
        let statements = self.tables.all();
        if statements.is_empty() { Ok(()) } else { self.session.batch(&statements.join(";\n")) }
    }

    /// Takes note of what a statement changed.
    pub(super) fn note(&mut self, sql: &str, changed: u64) {
        self.tables.note(sql, changed);
        if changed == 0 {
            return;
        }
        let number = sql.strip_prefix("UPDATE rs_bind_").and_then(|rest| rest.split(' ').next()?.parse::<usize>().ok());
        if let Some(census) = number.and_then(|number| self.census.get_mut(number)) {
            census.note(sql);
        }
    }

    /// Sets a savepoint.
    pub(super) fn savepoint(&mut self, name: &'static str) -> Result<(), DatabaseError> {
        self.session.batch(&format!("SAVEPOINT {name}"))?;
        self.tables.mark(name);
        Ok(())
    }

    /// Releases a savepoint.
    pub(super) fn release(&mut self, name: &'static str) -> Result<(), DatabaseError> {
        self.session.batch(&format!("RELEASE SAVEPOINT {name}"))?;
        self.tables.forget(name);
        Ok(())
    }

    /// Takes back everything since a savepoint, which stays.
    pub(super) fn return_to(&mut self, name: &'static str) -> Result<(), DatabaseError> {
        self.session.batch(&format!("ROLLBACK TO SAVEPOINT {name}"))?;
        self.tables.return_to(name);
        Ok(())
    }

    /// Takes back everything since a savepoint, and the savepoint.
    pub(super) fn undo(&mut self, name: &'static str) -> Result<(), DatabaseError> {
        self.session.batch(&format!("ROLLBACK TO SAVEPOINT {name}; RELEASE SAVEPOINT {name}"))?;
        self.tables.return_to(name);
        self.tables.forget(name);
        Ok(())
    }
}

/// Returns the name of a temporary table and the statement that creates it.
pub(super) fn promised(sql: String) -> Option<(String, String)> {
    let name = sql.strip_prefix("CREATE TEMPORARY TABLE ")?.split([' ', '(']).next()?.to_owned();
    Some((name, sql))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables() -> Tables {
        let mut tables = Tables::default();
        for name in ["rs_bind_1", "rs_bind_10", "rs_diff_1"] {
            tables.promise(name.to_owned(), format!("create {name}"));
        }
        tables
    }

    #[test]
    fn creates_what_is_named() {
        let mut tables = tables();
        assert_eq!(tables.wanted_by("SELECT 1 FROM rs_bind_1 b JOIN rs_bind_1 c"), ["create rs_bind_1"]);
        assert!(tables.wanted_by("SELECT 1 FROM rs_bind_1 b, \"rs_other\"").is_empty());
        assert_eq!(tables.all(), ["create rs_bind_10", "create rs_diff_1"]);
    }

    #[test]
    fn knows_what_is_empty() {
        let mut tables = tables();
        assert!(tables.is_empty("rs_diff_1") && !tables.is_empty("rs_told_1"), "nothing is known of other tables");
        tables.note("INSERT INTO rs_diff_1 (seq) SELECT 1", 0);
        assert!(tables.is_empty("rs_diff_1"));
        tables.note("INSERT INTO rs_diff_1 (seq) SELECT 1", 2);
        tables.note("DELETE FROM rs_diff_1 WHERE seq = 1", 1);
        assert!(!tables.is_empty("rs_diff_1"));
        tables.note("DELETE FROM rs_diff_1", 1);
        assert!(tables.is_empty("rs_diff_1"));
    }

    #[test]
    fn what_is_taken_back_is_known_no_more() {
        let mut tables = tables();
        tables.wanted_by("rs_bind_1");
        tables.note("INSERT INTO rs_bind_1 SELECT 1", 1);
        tables.mark("a");
        tables.note("DELETE FROM rs_bind_1", 1);
        tables.wanted_by("rs_diff_1");
        tables.return_to("a");
        assert!(!tables.is_empty("rs_bind_1"), "its rows are there again");
        assert_eq!(tables.wanted_by("rs_diff_1"), ["create rs_diff_1"]);
    }

    #[test]
    fn counts_states() {
        let mut census = Census::default();
        census.count(1, false);
        assert!(census.is_all_known());
        census.note("UPDATE rs_bind_0 AS b SET state = 3, leader = 1");
        assert!(!census.is_all_known() && census.states[3] && !census.states[4]);
    }
}
