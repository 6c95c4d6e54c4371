//! The journal of a run: each row that it changes, as it was before, and hashes of what it became.
//!
//! Before anything is written, the rows that will change are copied, as they are, into temporary tables. When everything is written, what differs between the
//! copies and the target goes into the journal: what triggers did too, and nothing that came to the same in the end. Values are in the database's own
//! text form, so that every type comes back exactly. The ledger's entries of these rows are handled as rows of two more tables.
//!
//! **Invariant**: a run whose changes are not all in its journal has no journal.

use super::kept::{Kept, ROWS_NUMBER, copies};
use super::learned::outdated;
use super::shape::Shape;
use super::{State, Workspace};
use crate::backend::statement::{Statement, literal};
use crate::backend::{DatabaseError, LEDGER_HASHES, LEDGER_JOURNAL, LEDGER_JOURNALS, LEDGER_ROWS};
use crate::catalog::BackendKind;

/// What a run's journal came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Journaled {
    /// So many rows of target tables are in it.
    Rows(u64),
    /// There is none, for this reason.
    No(String),
}

impl Journaled {
    /// What this journal and a further piece of it come to.
    #[must_use]
    pub fn plus(&self, further: Self) -> Self {
        match (self, further) {
            (Self::Rows(before), Self::Rows(rows)) => Self::Rows(before + rows),
            (_, other) => other,
        }
    }
}

/// The journal as far as it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    limit: u64,
    rows: u64,
    /// Rows in earlier steps of the run.
    committed: u64,
    refused: Option<String>,
    kept: Vec<Kept>,
}

impl Workspace<'_> {
    /// Begins the journal of what resolution decided: must come right before it is written. More rows than `limit` have none.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn begin_journal(&mut self, limit: u64) -> Result<(), DatabaseError> {
        self.expect_journal(limit, 0);
        let all: Vec<usize> = (0..self.shapes.len()).collect();
        self.journal_rows(&all)
    }

    /// Begins the journal of a run of several steps, which will change so many rows.
    pub fn expect_journal(&mut self, limit: u64, rows: u64) {
        self.journal = Draft { limit, ..Draft::default() };
        self.journal_takes(rows);
        self.journal.rows = 0;
    }

    /// Copies the rows of some tables that are about to be written; those of a part where that is all of a table.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn journal_rows(&mut self, tables: &[usize]) -> Result<(), DatabaseError> {
        self.journal.kept.clear();
        self.journal.rows = self.journal.committed;
        if self.journal.refused.is_some() {
            return Ok(());
        }
        for &table in tables {
            let shape = self.shapes[table].clone();
            let inserts = self.may_be(table, State::Insert) || self.loaded(table) > 0;
            if self.standing[table] || (!inserts && self.has_none(table, "diff") && !self.may_lose_rows(table)) {
                continue;
            }
            let kept = Kept::new(shape.clone(), shape.table().display_name());
            let changes = format!(
                "FROM {} b WHERE b.state = 2 OR (b.state = 1 AND b.seq IN (SELECT seq FROM {}))",
                shape.temp("bind"),
                shape.temp("diff")
            );
            let rows = self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) {changes}"))? + self.loaded(table);
            if rows == 0 && !self.may_lose_rows(table) {
                continue;
            }
            if shape.primary.is_empty() && rows == 0 {
                continue;
            }
            if shape.primary.is_empty() {
                self.journal.refused = Some(format!("`{}` has no primary key", kept.name));
            }
            if !self.journal_takes(rows) {
                return Ok(());
            }
            let touched = kept.touched();
            self.keep(kept, &format!("SELECT {} {changes}", shape.final_row_key()))?;
            // They are there already, and were not before.
            if let Some(entries) = self.entries(table) {
                self.append_keys(&touched, &entries)?;
            } else if self.loaded(table) > 0 {
                self.run(&format!("INSERT INTO {touched} (row_key) SELECT {} FROM {} l", shape.loaded_row_key(), shape.temp("loaded")))?;
            }
        }
        Ok(())
    }

    /// Adds the rows that are gone from the sources, and the entries of the ledger, to the journal: must come before either is written.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn journal_missing(&mut self) -> Result<(), DatabaseError> {
        if self.journal.refused.is_some() || self.journal.kept.is_empty() && self.nothing_learned() {
            return Ok(());
        }
        for kept in self.journal.kept.clone() {
            let gone = kept.shape.temp("gone");
            if self.tables.is_empty(&gone) {
                continue;
            }
            let rows = self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {gone} WHERE spared = 0"))?;
            if !self.journal_takes(rows) {
                return Ok(());
            }
            self.keep_more(&kept, &format!("SELECT row_key FROM {gone} WHERE spared = 0"))?;
        }
        let ids: Vec<String> = (0..self.shapes.len())
            .flat_map(|table| {
                let shape = &self.shapes[table];
                let of_records = self.ids_of_records(table, shape, &|is_known| format!("({is_known} OR b.state <> 2)"));
                [self.ids_of_gone(shape), self.ids_of_replaced(table, shape), of_records].into_iter().flatten()
            })
            .collect();
        self.journal_entries(&ids)
    }

    /// Adds the entries of the ledger that a step changes to the journal; with the first step, those of all records whose row stands already.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn journal_step(&mut self, tables: &[usize], is_first: bool) -> Result<(), DatabaseError> {
        let inserted = |table: &usize| self.ids_of_records(*table, &self.shapes[*table], &|is_known| format!("{is_known} AND b.state = 2"));
        let replaced = |table: &usize| self.ids_of_replaced(*table, &self.shapes[*table]);
        let mut ids: Vec<String> = tables.iter().filter_map(inserted).chain(tables.iter().filter_map(replaced)).collect();
        if is_first {
            ids.extend(
                (0..self.shapes.len()).filter_map(|table| self.ids_of_records(table, &self.whole(table), &|_| "b.state <> 2".to_owned())),
            );
        }
        self.journal_entries(&ids)
    }

    /// Begins the journal of a step that deletes or sets: the rows of some tables that are gone from the sources, and the ledger's entries of them.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn journal_gone(&mut self, tables: &[usize]) -> Result<(), DatabaseError> {
        self.journal_rows(&[])?;
        let gone: Vec<usize> = tables.iter().copied().filter(|table| !self.has_none(*table, "gone")).collect();
        for &table in &gone {
            let shape = self.shapes[table].clone();
            let rows = format!("FROM {} WHERE spared = 0", shape.temp("gone"));
            let count = self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) {rows}"))?;
            if self.journal.refused.is_some() || !self.journal_takes(count) {
                return Ok(());
            }
            let name = shape.table().display_name();
            self.keep(Kept::new(shape, name), &format!("SELECT row_key {rows}"))?;
        }
        let ids: Vec<String> = gone.iter().filter_map(|table| self.ids_of_gone(&self.shapes[*table])).collect();
        self.journal_entries(&ids)
    }

    fn journal_entries(&mut self, ids: &[String]) -> Result<(), DatabaseError> {
        let hashes = if self.forms.is_some() { self.touched_hashes() } else { Vec::new() };
        self.keep_entries(LEDGER_HASHES, &hashes)?;
        self.keep_entries(LEDGER_ROWS, ids)
    }

    /// Writes the journal of a run. Returns what it came to.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn write_journal(&mut self, run: &str) -> Result<Journaled, DatabaseError> {
        if let Some(reason) = self.journal.refused.clone() {
            if self.journal.committed > 0 {
                self.forget_journal(run)?;
            }
            return Ok(Journaled::No(reason));
        }
        self.journal.committed = self.journal.rows;
        let kept = std::mem::take(&mut self.journal.kept);
        if kept.is_empty() {
            return Ok(Journaled::Rows(0));
        }
        let function = self.hash_function()?;
        let (mut id, mut rows) = (self.count(&format!("SELECT CAST(COALESCE(MAX(id), 0) AS TEXT) FROM {LEDGER_JOURNALS}"))?, 0);
        let earlier =
            self.rows(&format!("SELECT CAST(id AS TEXT), target_table FROM {LEDGER_JOURNALS} WHERE run_id = {}", literal(run)))?;
        for kept in kept {
            let is_its = |row: &&crate::backend::TextRow| row.get(1).is_some_and(|name| name.as_deref() == Some(&kept.name));
            let known = earlier.iter().find(is_its).and_then(|row| super::judge::int(row, 0));
            id += u64::from(known.is_none());
            let number = known.unwrap_or_else(|| i64::try_from(id).unwrap_or(i64::MAX));
            let changed = self.run(&kept.record(number))?;
            if kept.shape.kind == BackendKind::Sqlite {
                self.session.batch(&format!("DROP TABLE temp.{}; DROP TABLE temp.{}", kept.touched(), kept.old()))?;
            }
            if changed > 0 && known.is_none() {
                let head =
                    Statement::new(format!("INSERT INTO {LEDGER_JOURNALS} (id, run_id, target_table, definition) VALUES ({number}, "));
                let head = head.text(run).sql(", ").text(&kept.name).sql(", ").text(kept.definition(&function)).sql(")");
                self.session.execute(&head)?;
            }
            rows += if kept.shape.number < ROWS_NUMBER { changed } else { 0 };
        }
        Ok(Journaled::Rows(rows))
    }

    /// Removes what earlier steps wrote into a journal that has become too long.
    fn forget_journal(&mut self, run: &str) -> Result<(), DatabaseError> {
        let heads = format!("FROM {LEDGER_JOURNALS} WHERE run_id = {}", literal(run));
        self.run(&format!("DELETE FROM {LEDGER_JOURNAL} WHERE journal IN (SELECT id {heads})"))?;
        self.run(&format!("DELETE {heads}"))?;
        self.journal.committed = 0;
        Ok(())
    }

    /// Copies the rows with these keys before they change.
    pub(super) fn keep(&mut self, kept: Kept, keys: &str) -> Result<(), DatabaseError> {
        self.touch(&kept, keys)?;
        self.copy(kept)
    }

    /// Notes which rows are going to change, and returns how many.
    fn touch(&mut self, kept: &Kept, keys: &str) -> Result<u64, DatabaseError> {
        let touched = kept.touched();
        self.session.batch(&format!("CREATE TEMPORARY TABLE {touched} (row_key TEXT){}", kept.end()))?;
        self.run(&format!("INSERT INTO {touched} (row_key) {keys}"))
    }

    /// Copies the rows that are going to change.
    fn copy(&mut self, kept: Kept) -> Result<(), DatabaseError> {
        let (touched, old) = (kept.touched(), kept.old());
        let copies = copies(&kept, &format!("{touched} l"));
        self.session.batch(&format!("CREATE TEMPORARY TABLE {old}{} AS {copies}", kept.end()))?;
        self.session.batch(&match kept.shape.kind {
            // Rows are looked up by their keys alone.
            BackendKind::Postgres => format!("ANALYZE {old} (row_key)"),
            BackendKind::Sqlite => format!("CREATE INDEX temp.{old}_key ON {old} (row_key)"),
        })?;
        self.journal.kept.push(kept);
        Ok(())
    }

    /// Copies more rows of a table; none of them is among those before.
    fn keep_more(&mut self, kept: &Kept, keys: &str) -> Result<(), DatabaseError> {
        self.run(&format!("INSERT INTO {} (row_key) {keys}", kept.touched()))?;
        let copies = copies(kept, &format!("({keys}) l"));
        self.run(&format!("INSERT INTO {} {copies}", kept.old())).map(|_| ())
    }

    /// Copies entries of a table of the ledger.
    fn keep_entries(&mut self, name: &str, keys: &[String]) -> Result<(), DatabaseError> {
        if keys.is_empty() || self.journal.refused.is_some() {
            return Ok(());
        }
        let keys = keys.join(" UNION ");
        // More than fit need not be counted.
        let limit = (self.journal.limit.saturating_sub(self.journal.rows)).saturating_add(1).min(i64::MAX.unsigned_abs());
        let kept = Kept::of_ledger(self.session.kind(), name);
        let entries = self.touch(&kept, &format!("SELECT k.row_key FROM ({keys}) k LIMIT {limit}"))?;
        if entries > 0 && self.journal_takes(entries) {
            return self.copy(kept);
        }
        self.session.batch(&format!("DROP TABLE {}", kept.touched()))
    }

    /// Says whether so many more rows fit; where they do not, there is no journal.
    fn journal_takes(&mut self, rows: u64) -> bool {
        self.journal.rows += rows;
        if self.journal.rows > self.journal.limit {
            self.journal.refused = Some(format!("it changed more than {} rows (see `--journal`)", self.journal.limit));
        }
        if self.journal.refused.is_some() {
            self.journal.kept.clear();
        }
        self.journal.refused.is_none()
    }

    fn may_lose_rows(&self, table: usize) -> bool {
        self.ledger && self.shapes[table].layout.on_missing != crate::mapping::OnMissing::Keep
    }

    /// Says whether the ledger will have no new ids.
    fn nothing_learned(&self) -> bool {
        (0..self.shapes.len()).all(|table| self.standing[table] || (self.census[table].is_all_known() && self.loaded(table) == 0))
    }

    /// Keys of the entries of hashes that this run can change: of rows that were there before, or that have an entry already.
    fn touched_hashes(&self) -> Vec<String> {
        let entry = Kept::of_ledger(self.session.kind(), LEDGER_HASHES);
        let of = |kept: &Kept| {
            let name = literal(&kept.name);
            let edit = kept.shape.temp("edit");
            let edits = if self.tables.is_empty(&edit) {
                String::new()
            } else {
                let key = kept.shape.final_row_key();
                format!(" UNION SELECT {key} FROM {edit} e JOIN {} b ON b.seq = e.seq WHERE b.state = 1", kept.shape.temp("bind"))
            };
            format!(
                "SELECT {key} AS row_key FROM (SELECT row_key FROM {touched}{edits}) k LEFT JOIN {LEDGER_HASHES} h ON h.target_table = {name} AND h.row_key = k.row_key \
                 LEFT JOIN {old} o ON o.row_key = k.row_key WHERE h.row_key IS NOT NULL OR o.row_key IS NOT NULL",
                key = entry.shape.row_key(&[name.clone(), "k.row_key".to_owned()]),
                touched = kept.touched(),
                old = kept.old(),
            )
        };
        self.journal.kept.iter().map(of).collect()
    }

    /// Keys of the entries of legacy ids that go with the rows that go.
    fn ids_of_gone(&self, shape: &Shape) -> Option<String> {
        let gone = shape.temp("gone");
        let going = format!("l.row_key IN (SELECT g.row_key FROM {gone} g WHERE g.spared = 0)");
        let name = literal(&shape.table().display_name());
        let query = || {
            format!(
                "SELECT {} AS row_key FROM {LEDGER_ROWS} l WHERE l.target_table = {name} AND {going}",
                self.entry_of(shape, "l", "legacy_id")
            )
        };
        (!self.tables.is_empty(&gone)).then(query)
    }

    /// Keys of the entries of legacy ids that are forgotten because a new row has the key of the one that they name.
    fn ids_of_replaced(&self, table: usize, shape: &Shape) -> Option<String> {
        let query = || {
            format!(
                "SELECT {} AS row_key FROM {LEDGER_ROWS} l WHERE l.target_table = {} AND {}",
                self.entry_of(shape, "l", "legacy_id"),
                literal(&shape.table().display_name()),
                shape.names_inserted("l"),
            )
        };
        (shape.is_remembered() && self.may_be(table, State::Insert)).then(query)
    }

    /// Keys of the entries of legacy ids that records can change; what a run only adds for its own new rows goes with them.
    fn ids_of_records(&self, table: usize, shape: &Shape, which: &dyn Fn(&str) -> String) -> Option<String> {
        let (bind, name) = (shape.temp("bind"), literal(&shape.table().display_name()));
        // Where each record has an id of its own, it leads itself.
        let is_apart = self.has_ids_apart(table) && !self.may_be(table, State::Duplicate) && !self.may_be(table, State::Rejected);
        let (q, records) = if is_apart { ("b", format!("{bind} b")) } else { ("q", format!("{bind} q JOIN {bind} b ON b.seq = q.leader")) };
        let entry =
            format!(" LEFT JOIN {LEDGER_ROWS} l ON l.target_table = {name} AND l.namespace = {q}.namespace AND l.legacy_id = {q}.memo");
        let knows = self.asks_ledger(table) && !self.is_in_steps();
        let (join, is_known) =
            if knows { (String::new(), format!("{q}.known > 0")) } else { (entry, "l.legacy_id IS NOT NULL".to_owned()) };
        let is_concerned = shape.is_remembered() && !self.standing[table] && !self.census[table].is_all_known();
        let query = || {
            format!(
                "SELECT {distinct}{key} AS row_key FROM {records}{join} WHERE {q}.memo IS NOT NULL AND {q}.state IN (1, 2, 3, 4) \
                 AND (NOT ({q}.state = 1 AND {q}.via = -1){outdated}) AND {which}",
                distinct = if is_apart { "" } else { "DISTINCT " },
                key = self.entry_of(shape, q, "memo"),
                outdated = if self.has_learned(table) { format!(" OR {q}.seq IN ({})", outdated(shape, "b.seq")) } else { String::new() },
                which = which(&is_known),
            )
        };
        (is_concerned && !self.tables.is_empty(&bind)).then(query)
    }

    fn entry_of(&self, shape: &Shape, from: &str, id: &str) -> String {
        let entry = Kept::of_ledger(self.session.kind(), LEDGER_ROWS);
        entry.shape.row_key(&[literal(&shape.table().display_name()), format!("{from}.namespace"), format!("{from}.{id}")])
    }
}

impl Workspace<'_> {
    /// Begins the journal of a run that takes another one back: without bound.
    pub(super) fn begin_journal_of_undo(&mut self) {
        self.journal = Draft { limit: u64::MAX, ..Draft::default() };
    }
}
