//! Who is to blame when the database refuses a statement: rows are tried in ever smaller sets, each in a savepoint that is taken back.
//!
//! Records that exchange keys, or refer to each other, are tried together (a *unit*), because each alone would fail for the other's sake; all others are tried
//! one by one (`one_by_one.rs`) where a chunk of them fails. Trials work on
//! copies of the temporary tables with a few thousand records each, so that a trial costs what its records cost.
//!
//! **Invariant**: a trial leaves nothing behind; who is blamed failed without anybody else, or together with records it cannot be written without.

use std::collections::{BTreeMap, HashMap};

use super::judge::{int, is_own, movers};
use super::keys::Use;
use super::shape::Shape;
use super::{Cause, TEMPORARY_TABLES, Verdict, Workspace, create_tables, refusal};
use crate::backend::statement::Statement;
use crate::backend::{DatabaseError, DatabaseErrorKind};
use crate::catalog::BackendKind;

/// Records copied at once: a bad one costs about twice as many written rows.
const CHUNK: usize = 500;
/// Distance of the numbers of copies from those of tables.
const COPY: usize = 1_000;

impl Workspace<'_> {
    /// Finds the records of a table that the database refuses, after it refused to write all of them with `error`.
    ///
    /// # Errors
    /// The error itself where no record is to blame; whatever else the database says.
    pub fn find_refused(&mut self, table: usize, error: DatabaseError) -> Result<Vec<Verdict>, DatabaseError> {
        let shape = self.shapes[table].clone();
        let copy = Shape { number: shape.number + COPY, ..shape.clone() };
        // The copies are made of all of them.
        COPIED.iter().try_for_each(|what| self.prepare_for(&shape.temp(what)))?;
        let units = self.units(&shape)?;
        self.savepoint("rs_search")?;
        let found = self.search(&shape, &copy, &units);
        self.return_to("rs_search")?;
        let found = found?;
        if found.is_empty() { Err(error) } else { Ok(found) }
    }

    fn search(&mut self, shape: &Shape, copy: &Shape, units: &[Vec<i64>]) -> Result<Vec<Verdict>, DatabaseError> {
        for sql in create_tables(copy) {
            self.session.batch(&sql)?;
        }
        self.run(&format!("CREATE TEMPORARY TABLE {} (seq BIGINT, unit BIGINT)", copy.temp("unit")))?;
        if shape.kind == BackendKind::Postgres {
            for what in COPIED {
                self.session.batch(&format!("CREATE INDEX ON {} (seq)", shape.temp(what)))?;
            }
        }
        self.prepare_one_by_one(copy)?;
        let mut verdicts = Vec::new();
        let mut rest = units;
        while !rest.is_empty() {
            let mut records = 0;
            let taken = rest.iter().take_while(|unit| {
                let fits = records == 0 || records + unit.len() <= CHUNK;
                records += unit.len();
                fits
            });
            let (chunk, left) = rest.split_at(taken.count());
            // Units of several records first, so that each sort is a range of numbers.
            let (mut ordered, singles): (Vec<Vec<i64>>, Vec<Vec<i64>>) = chunk.iter().cloned().partition(|unit| unit.len() > 1);
            let several = ordered.len();
            ordered.extend(singles);
            self.copy_units(shape, copy, &ordered)?;
            // Whatever is refused without any record is about the table, or about the statement.
            if verdicts.is_empty() {
                self.trial(copy, "1 = 0")?.map_or(Ok(()), Err)?;
            }
            if self.trial(copy, "unit >= 0")?.is_some() {
                if several > 0 {
                    self.bisect(copy, &ordered, 0, several, &mut verdicts)?;
                }
                verdicts.extend(self.try_each(copy, &ordered[several..], several)?);
            }
            rest = left;
        }
        Ok(verdicts)
    }

    fn copy_units(&mut self, shape: &Shape, copy: &Shape, units: &[Vec<i64>]) -> Result<(), DatabaseError> {
        let list = copy.temp("unit");
        for what in TEMPORARY_TABLES {
            self.run(&format!("DELETE FROM {}", copy.temp(what)))?;
        }
        self.run(&format!("DELETE FROM {list}"))?;
        let pairs: Vec<String> =
            units.iter().enumerate().flat_map(|(n, unit)| unit.iter().map(move |seq| format!("({seq}, {n})"))).collect();
        for some in pairs.chunks(500) {
            self.session.execute(&Statement::new(format!("INSERT INTO {list} (seq, unit) VALUES {}", some.join(", "))))?;
        }
        // Units are in input order, so the range alone finds nearly what is wanted, by an index.
        let range = (units.iter().flatten().min().copied().unwrap_or(0), units.iter().flatten().max().copied().unwrap_or(0));
        for what in COPIED {
            self.run(&format!(
                "INSERT INTO {} SELECT * FROM {} WHERE seq >= {} AND seq <= {} AND seq IN (SELECT seq FROM {list})",
                copy.temp(what),
                shape.temp(what),
                range.0,
                range.1
            ))?;
        }
        if shape.kind == BackendKind::Postgres {
            let names = COPIED.map(|what| copy.temp(what));
            self.session.batch(&format!("ANALYZE {}, {list}", names.join(", ")))?;
        }
        Ok(())
    }

    fn bisect(
        &mut self,
        copy: &Shape,
        units: &[Vec<i64>],
        from: usize,
        to: usize,
        verdicts: &mut Vec<Verdict>,
    ) -> Result<(), DatabaseError> {
        let Some(error) = self.trial(copy, &format!("unit >= {from} AND unit < {to}"))? else { return Ok(()) };
        if to - from > 1 {
            let middle = usize::midpoint(from, to);
            self.bisect(copy, units, from, middle, verdicts)?;
            return self.bisect(copy, units, middle, to, verdicts);
        }
        let blamed = self.blame(copy, &units[from], &error)?;
        verdicts.extend(blamed);
        Ok(())
    }

    /// Who of a unit that fails is refused: those that fail alone for a reason of their own, else all.
    fn blame(&mut self, copy: &Shape, unit: &[i64], error: &DatabaseError) -> Result<Vec<Verdict>, DatabaseError> {
        let mut blamed = Vec::new();
        if unit.len() > 1 {
            for seq in unit {
                let own = self.trial(copy, &format!("seq = {seq}"))?;
                let own = own.filter(|e| !matches!(e.kind, DatabaseErrorKind::Unique | DatabaseErrorKind::ForeignKey));
                blamed.extend(own.map(|e| verdict(*seq, &e)));
            }
        }
        Ok(if blamed.is_empty() { unit.iter().map(|seq| verdict(*seq, error)).collect() } else { blamed })
    }

    /// Writes some of the copied records and takes it back. Returns why it failed, if it did.
    fn trial(&mut self, copy: &Shape, condition: &str) -> Result<Option<DatabaseError>, DatabaseError> {
        let others = format!("seq NOT IN (SELECT seq FROM {} WHERE {condition})", copy.temp("unit"));
        self.savepoint("rs_trial")?;
        self.run(&format!("UPDATE {} SET state = 12 WHERE state = 2 AND {others}", copy.temp("bind")))?;
        self.run(&format!("DELETE FROM {} WHERE {others}", copy.temp("diff")))?;
        let written = self.write_shape(copy);
        self.undo("rs_trial")?;
        match written {
            Ok(_) => Ok(None),
            Err(error) if error.is_refusal() => Ok(Some(error)),
            Err(error) => Err(error),
        }
    }

    /// The records that are to be written, in input order; those that can only be written together in one unit.
    fn units(&mut self, shape: &Shape) -> Result<Vec<Vec<i64>>, DatabaseError> {
        let (bind, diff, refs) = (shape.temp("bind"), shape.temp("diff"), shape.temp("refs"));
        let is_written = |b: &str| format!("({b}.state = 2 OR ({b}.state = 1 AND {b}.seq IN (SELECT dm.seq FROM {diff} dm)))");
        let mut groups = Groups::default();
        for (number, layout) in shape.layout.keys.iter().enumerate() {
            let pairs = self.rows(&format!(
                "SELECT DISTINCT CAST(w.seq AS TEXT), CAST(hb.seq AS TEXT) FROM {takers} w JOIN {stored} x ON {same} JOIN {bind} hb ON hb.state = 1 AND {holder} WHERE hb.seq <> w.seq",
                takers = shape.final_view(layout, &movers(shape, number)),
                stored = shape.stored_view(layout, Use::Judge),
                same = shape.same_key(layout, Use::Judge, "w", "x"),
                holder = shape.same_handle("hb", "x"),
            ))?;
            pairs.iter().filter_map(|row| Some((int(row, 0)?, int(row, 1)?))).for_each(|(a, b)| groups.join(a, b));
        }
        for i in 0..shape.references.len() {
            let pairs = self.rows(&format!(
                "SELECT CAST(b.seq AS TEXT), CAST(p.seq AS TEXT) FROM {bind} b JOIN {refs} r ON r.seq = b.seq JOIN {bind} p ON p.seq = r.p{i} AND p.state = 2 \
                 WHERE b.seq <> p.seq AND {} AND {}",
                is_written("b"),
                is_own(shape, i),
            ))?;
            pairs.iter().filter_map(|row| Some((int(row, 0)?, int(row, 1)?))).for_each(|(a, b)| groups.join(a, b));
        }
        let written = self.rows(&format!("SELECT CAST(b.seq AS TEXT) FROM {bind} b WHERE {} ORDER BY b.seq", is_written("b")))?;
        Ok(groups.of(written.iter().filter_map(|row| int(row, 0))))
    }
}

/// What of a table's temporary tables the writing reads.
const COPIED: [&str; 4] = ["stage", "bind", "refs", "diff"];

pub(super) fn verdict(seq: i64, error: &DatabaseError) -> Verdict {
    let detail = error.detail.as_ref().map(|detail| format!(" ({detail})")).unwrap_or_default();
    let text = refusal(error.constraint.as_deref().unwrap_or_default(), &format!("{}{detail}", error.message));
    Verdict { seq, cause: Cause::RefusedRow, key: 0, other: None, row: Some(text), root: None }
}

/// Sets of records that only grow.
#[derive(Default)]
struct Groups {
    /// Towards the first record of the set; who is not in here is alone.
    towards: HashMap<i64, i64>,
}

impl Groups {
    fn first(&mut self, seq: i64) -> i64 {
        let mut at = seq;
        while let Some(&next) = self.towards.get(&at).filter(|next| **next != at) {
            at = next;
        }
        // The way is shortened, so that long chains stay cheap.
        let mut from = seq;
        while let Some(next) = self.towards.insert(from, at).filter(|next| *next != from) {
            from = next;
        }
        at
    }

    fn join(&mut self, a: i64, b: i64) {
        let (a, b) = (self.first(a), self.first(b));
        self.towards.insert(a.max(b), a.min(b));
    }

    fn of(&mut self, records: impl Iterator<Item = i64>) -> Vec<Vec<i64>> {
        let mut units: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
        for seq in records {
            let first = if self.towards.contains_key(&seq) { self.first(seq) } else { seq };
            units.entry(first).or_default().push(seq);
        }
        units.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_exchanges_keys_is_tried_together() {
        let mut groups = Groups::default();
        for (a, b) in [(7, 3), (9, 7), (4, 5), (3, 9)] {
            groups.join(a, b);
        }
        assert_eq!(groups.of([1, 3, 4, 5, 6, 7, 9].into_iter()), vec![vec![1], vec![3, 7, 9], vec![4, 5], vec![6]]);
    }
}
