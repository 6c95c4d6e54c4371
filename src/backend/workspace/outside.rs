//! References to rows that no record of this run provides: by the ledger, by keys made from legacy ids, by natural keys.
//!
//! **Invariant**: only what the records of this run leave unresolved is looked for here.

use uuid::Uuid;

use super::Workspace;
use super::judge::int;
use super::references::{AMBIGUOUS, RESOLVED, UNRESOLVED, natural_equality, only_one};
use super::shape::Shape;
use crate::backend::statement::{Statement, literal, quote};
use crate::backend::{DatabaseError, LEDGER_ROWS};
use crate::catalog::{BackendKind, DataType};
use crate::layout::ReferenceLayout;
use crate::mapping::IdForm;

/// Ids that are read, made into UUIDs and written at once.
const IDS_AT_ONCE: u64 = 1000;

impl Workspace<'_> {
    /// Looks for what is still unresolved in the ledger and among the stored rows.
    pub(super) fn look_outside(&mut self, table: usize, i: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let (column, reference) = &shape.references[i];
        let refs = shape.temp("refs");
        let open = format!("SELECT CAST(COUNT(*) AS TEXT) FROM {refs} WHERE u{i} = {UNRESOLVED}");
        let outside = Outside::new(shape.kind, reference, self.parent_of(reference).map(|p| &self.shapes[p]));
        let made = shape.temp("made");
        let queries = [outside.by_ledger(self.ledger, "d.raw"), outside.by_row("d.raw", &made)];
        let namespace = reference.id_form.and_then(|(form, namespace)| (form == IdForm::Uuid).then_some(namespace));
        for (number, (from, value)) in queries.into_iter().enumerate().filter_map(|(number, query)| Some((number, query?))) {
            if self.count(&open)? == 0 {
                return Ok(());
            }
            if let (1, Some(namespace)) = (number, namespace) {
                self.make_ids(&shape, i, namespace)?;
            }
            self.run(&format!(
                "UPDATE {refs} AS r SET v{i} = CASE WHEN x.n = 1 THEN x.v END, u{i} = CASE WHEN x.n = 1 THEN {RESOLVED} ELSE {AMBIGUOUS} END FROM \
                 (SELECT s.seq AS seq, g.v AS v, g.n AS n FROM {stage} s \
                 JOIN (SELECT d.raw AS raw, {one} AS v, COUNT(DISTINCT {value}) AS n FROM (SELECT DISTINCT s.c{column} AS raw FROM {stage} s \
                 JOIN {refs} q ON q.seq = s.seq AND q.u{i} = {UNRESOLVED}) d {from} GROUP BY d.raw) g ON g.raw = s.c{column}) x \
                 WHERE x.seq = r.seq AND r.u{i} = {UNRESOLVED}",
                stage = shape.temp("stage"),
                one = only_one(shape.kind, &value),
            ))?;
        }
        Ok(())
    }

    /// Writes the UUIDs that are made from the legacy ids which are still unresolved: no database can make them by itself.
    fn make_ids(&mut self, shape: &Shape, i: usize, namespace: Uuid) -> Result<(), DatabaseError> {
        let (made, column) = (shape.temp("made"), shape.references[i].0);
        self.run(&format!("DELETE FROM {made}"))?;
        let ids = self.run(&format!(
            "INSERT INTO {made} (n, raw) SELECT ROW_NUMBER() OVER (ORDER BY q.raw), q.raw FROM (SELECT DISTINCT s.c{column} AS raw FROM {stage} s \
             JOIN {refs} r ON r.seq = s.seq AND r.u{i} = {UNRESOLVED}) q",
            stage = shape.temp("stage"),
            refs = shape.temp("refs"),
        ))?;
        let mut from = 1;
        while from <= ids {
            let to = from + IDS_AT_ONCE;
            let rows = self.rows(&format!("SELECT CAST(n AS TEXT), raw FROM {made} WHERE n >= {from} AND n < {to} ORDER BY n"))?;
            let mut insert = Statement::new(format!("INSERT INTO {made} (n, raw, made) VALUES "));
            for (place, row) in rows.iter().enumerate() {
                let (Some(n), Some(raw)) = (int(row, 0), row.get(1).cloned().flatten()) else { continue };
                let id = Uuid::try_parse(&raw).unwrap_or_else(|_| Uuid::new_v5(&namespace, raw.as_bytes()));
                insert = insert.sql(&format!("{}({n}, '', '{id}')", if place == 0 { "" } else { ", " }));
            }
            self.put(&made, &insert.sql(" ON CONFLICT (n) DO UPDATE SET made = excluded.made"))?;
            from = to;
        }
        Ok(())
    }

    /// Query of the stored rows that references of a table outside the run name by a natural key: `raw`, `v`, and the number `n` of rows. `None` for any other reference.
    pub(super) fn rows_by_natural_key(&self, shape: &Shape, i: usize) -> Option<String> {
        let (column, reference) = &shape.references[i];
        if reference.by.is_none() || self.parent_of(reference).is_some() {
            return None;
        }
        let (from, value) = Outside::new(shape.kind, reference, None).by_row("d.raw", "")?;
        Some(format!(
            "SELECT d.raw AS raw, {one} AS v, COUNT(DISTINCT {value}) AS n FROM (SELECT DISTINCT s.c{column} AS raw FROM {stage} s WHERE s.c{column} IS NOT NULL) d \
             {from} GROUP BY d.raw",
            one = only_one(shape.kind, &value),
            stage = shape.temp("stage"),
        ))
    }
}

/// Where a reference looks beside the records of this run.
struct Outside<'a> {
    reference: &'a ReferenceLayout,
    shape: Shape,
    in_run: Option<&'a Shape>,
}

impl<'a> Outside<'a> {
    fn new(kind: BackendKind, reference: &'a ReferenceLayout, in_run: Option<&'a Shape>) -> Self {
        Self { reference, shape: Shape::bare(kind, &reference.table), in_run }
    }

    fn value(&self) -> String {
        format!("tp.{}", quote(&self.reference.stores))
    }

    /// Condition that a stored key is the UUID `m.made`.
    fn is_made(&self, stored: &str) -> String {
        let data_type = self.shape.table().column(&self.reference.stores).map(|c| &c.data_type);
        match (self.shape.kind, data_type) {
            (BackendKind::Postgres, Some(DataType::Uuid)) => format!("{stored} = CAST(m.made AS uuid)"),
            (BackendKind::Postgres, Some(DataType::Bytes)) => format!("{stored} = decode(replace(m.made, '-', ''), 'hex')"),
            (BackendKind::Sqlite, Some(DataType::Bytes)) => format!("{stored} = unhex(replace(m.made, '-', ''))"),
            (BackendKind::Sqlite, _) => format!("{stored} = m.made"),
            (BackendKind::Postgres, _) => format!("CAST({stored} AS TEXT) = m.made"),
        }
    }

    fn by_ledger(&self, ledger: bool, raw: &str) -> Option<(String, String)> {
        if !ledger || self.reference.by.is_some() || self.reference.namespaces.is_empty() {
            return None;
        }
        let namespaces: Vec<String> = self.reference.namespaces.iter().map(|n| literal(n)).collect();
        let table = literal(&self.reference.table.display_name());
        let from = format!(
            "JOIN {LEDGER_ROWS} l ON l.target_table = {table} AND l.namespace IN ({}) AND l.legacy_id = {raw} JOIN {} tp ON {}",
            namespaces.join(", "),
            self.shape.target,
            self.shape.on_ledger("tp"),
        );
        Some((from, self.value()))
    }

    /// By natural key; by legacy id only where the parent's key is made from it: any other key is equal to an id by accident, and a second run would find
    /// what the first one could not.
    fn by_row(&self, raw: &str, made: &str) -> Option<(String, String)> {
        let target = &self.shape.target;
        let Some(by) = &self.reference.by else {
            let stored = self.value();
            let from = match self.reference.id_form?.0 {
                IdForm::Uuid => format!("JOIN {made} m ON m.raw = {raw} JOIN {target} tp ON {}", self.is_made(&stored)),
                // The first comparison can use an index, the second one does not take `07` for 7.
                _ if self.shape.kind == BackendKind::Sqlite => {
                    format!("JOIN {target} tp ON {stored} = {raw} AND CAST({stored} AS TEXT) = {raw}")
                }
                _ => format!("JOIN {target} tp ON CAST({stored} AS TEXT) = {raw}"),
            };
            return Some((from, stored));
        };
        let same = natural_equality(&self.shape, by, &format!("tp.{}", quote(by)), raw);
        let free = self.in_run.map_or_else(String::new, |shape| {
            let columns: Vec<String> = shape.handle.iter().enumerate().map(|(i, h)| format!("tb.h{i} = tp.{}", h.column)).collect();
            format!(" AND NOT EXISTS (SELECT 1 FROM {} tb WHERE tb.state = 1 AND {})", shape.temp("bind"), columns.join(" AND "))
        });
        Some((format!("JOIN {target} tp ON {same}{free}"), self.value()))
    }
}
