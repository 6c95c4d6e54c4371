//! Records tried one after the other, each in a savepoint of its own, where so many are refused that halving sets costs more.
//!
//! On PostgreSQL one statement tries a whole chunk: a block of PL/pgSQL with a handler for each record. On SQLite a statement is no journey.
//!
//! **Invariant**: who is blamed was refused alone; records that are accepted stay written until the search is taken back, so that rules about several rows see
//! what they will see in the end.

use super::shape::Shape;
use super::trial::verdict;
use super::write::{LEFT_OUT, insert, update};
use super::{Verdict, Workspace};
use crate::backend::statement::{Statement, literal};
use crate::backend::{DatabaseError, DatabaseErrorKind};
use crate::catalog::BackendKind;

/// SQLSTATE classes that are about the run, not about a row: connection, read-only, rollback, resources, locks, operators, the server itself.
const NOT_OF_A_ROW: &str = "^(08|25|40|53|55|57|58|XX)";

impl Workspace<'_> {
    /// Creates what the trials of one search note their failures in.
    pub(super) fn prepare_one_by_one(&mut self, copy: &Shape) -> Result<(), DatabaseError> {
        self.session.batch(&format!("CREATE TEMPORARY TABLE {} (seq BIGINT, message TEXT, detail TEXT, name TEXT)", copy.temp("failed")))
    }

    /// Writes the copied records of the units from number `from` on, each alone; returns those that the database refuses.
    pub(super) fn try_each(&mut self, copy: &Shape, singles: &[Vec<i64>], from: usize) -> Result<Vec<Verdict>, DatabaseError> {
        if singles.is_empty() {
            return Ok(Vec::new());
        }
        match copy.kind {
            BackendKind::Postgres => self.try_each_in_block(copy, from),
            BackendKind::Sqlite => self.try_each_in_turn(copy, singles),
        }
    }

    fn try_each_in_block(&mut self, copy: &Shape, from: usize) -> Result<Vec<Verdict>, DatabaseError> {
        let failed = copy.temp("failed");
        self.session.batch(&format!("DELETE FROM {failed}; {}", block(copy, from)))?;
        let rows = self.rows(&format!("SELECT CAST(seq AS TEXT), message, detail, name FROM {failed} ORDER BY seq"))?;
        let verdicts = rows.into_iter().filter_map(|row| {
            let seq = super::judge::int(&row, 0)?;
            let mut texts = row.into_iter().skip(1);
            let mut next = || texts.next().flatten().filter(|text| !text.is_empty());
            let error = DatabaseError::new(DatabaseErrorKind::Other, next().unwrap_or_default());
            Some(verdict(seq, &DatabaseError { detail: next(), constraint: next(), ..error }))
        });
        Ok(verdicts.collect())
    }

    fn try_each_in_turn(&mut self, copy: &Shape, singles: &[Vec<i64>]) -> Result<Vec<Verdict>, DatabaseError> {
        let written = [Some(insert(copy, " AND b.seq = ")), update(copy, &super::park::Aside::default(), &[], " AND b.seq = ")];
        let (bind, diff) = (copy.temp("bind"), copy.temp("diff"));
        let state = |seq: i64| {
            format!("SELECT CAST(state AS TEXT) FROM {bind} WHERE seq = {seq} AND (state = 2 OR seq IN (SELECT seq FROM {diff}))")
        };
        let mut verdicts = Vec::new();
        for seq in singles.iter().flatten() {
            let is_new = match self.rows(&state(*seq))?.first().and_then(|row| super::judge::int(row, 0)) {
                Some(state) => state == 2,
                None => continue,
            };
            let Some(sql) = written[usize::from(!is_new)].as_ref() else { continue };
            let statement = match sql.split_once(" AND b.seq = ") {
                Some((head, tail)) => Statement::new(head).sql(" AND b.seq = ").int(*seq).sql(tail),
                None => Statement::new(sql),
            };
            self.session.batch("SAVEPOINT rs_one")?;
            let error = match self.session.execute(&statement) {
                Ok(0) => Some(DatabaseError::new(DatabaseErrorKind::Other, LEFT_OUT)),
                Ok(_) => None,
                Err(error) if error.is_refusal() => Some(error),
                Err(error) => return Err(error),
            };
            if let Some(error) = error {
                self.session.batch("ROLLBACK TO SAVEPOINT rs_one")?;
                verdicts.push(verdict(*seq, &error));
            }
            self.session.batch("RELEASE SAVEPOINT rs_one")?;
        }
        Ok(verdicts)
    }
}

/// A block that writes one record after the other and notes those that fail.
fn block(copy: &Shape, from: usize) -> String {
    let alone = " AND b.seq = rs_one";
    let none = super::park::Aside::default();
    let update = update(copy, &none, &[], alone);
    let of_diff = if update.is_some() { format!(" OR b.seq IN (SELECT d.seq FROM {} d)", copy.temp("diff")) } else { String::new() };
    format!(
        "DO $rs_block$ DECLARE rs_one bigint; rs_new boolean; rs_count bigint; rs_state text; rs_text text; rs_detail text; rs_name text; rs_column text; \
         BEGIN FOR rs_one, rs_new IN SELECT b.seq, b.state = 2 FROM {bind} b JOIN {unit} u ON u.seq = b.seq \
         WHERE u.unit >= {from} AND b.state IN (1, 2) AND (b.state = 2{of_diff}) ORDER BY b.seq LOOP \
         BEGIN IF rs_new THEN {insert}; ELSE {update}; END IF; GET DIAGNOSTICS rs_count = ROW_COUNT; \
         IF rs_count = 0 THEN RAISE EXCEPTION USING MESSAGE = {left_out}; END IF; \
         EXCEPTION WHEN OTHERS THEN GET STACKED DIAGNOSTICS rs_state = RETURNED_SQLSTATE, rs_text = MESSAGE_TEXT, rs_detail = PG_EXCEPTION_DETAIL, \
         rs_name = CONSTRAINT_NAME, rs_column = COLUMN_NAME; \
         IF rs_state ~ '{NOT_OF_A_ROW}' OR (rs_state = '42501' AND rs_text !~ 'row-level security policy') THEN RAISE; END IF; \
         INSERT INTO {failed} VALUES (rs_one, rs_text, rs_detail, coalesce(nullif(rs_name, ''), nullif(rs_column, ''))); END; END LOOP; END $rs_block$",
        bind = copy.temp("bind"),
        unit = copy.temp("unit"),
        insert = insert(copy, alone),
        update = update.unwrap_or_else(|| "NULL".to_owned()),
        left_out = literal(LEFT_OUT),
        failed = copy.temp("failed"),
    )
}
