//! Writing: the only statements of a run that change target tables.
//!
//! **Invariant**: nothing here decides; rows are written exactly as resolution left them, and only rows that differ.

use super::Workspace;
use super::judge::{bit, written};
use super::keys::Use;
use super::shape::{Shape, join};
use crate::backend::statement::{literal, quote};
use crate::backend::{DatabaseError, DatabaseErrorKind, LEDGER_ROWS};
use crate::catalog::{BackendKind, DataType, Generated, KeyPart, Timing};
use crate::mapping::OnUpdate;

/// Rows that the database says were written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Rows inserted.
    pub inserted: u64,
    /// Rows updated.
    pub updated: u64,
}

impl Workspace<'_> {
    /// Lets foreign keys wait for the end of the transaction where the database can.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn defer_constraints(&mut self) -> Result<(), DatabaseError> {
        match self.session.kind() {
            BackendKind::Sqlite => self.session.batch("PRAGMA defer_foreign_keys = ON"),
            BackendKind::Postgres => self.session.batch("SET CONSTRAINTS ALL DEFERRED"),
        }
    }

    /// Keeps other writers out of the target tables until the transaction ends; readers go on.
    ///
    /// # Errors
    /// A lock that is not granted in time, or a missing privilege.
    pub fn lock_targets(&mut self) -> Result<(), DatabaseError> {
        if self.session.kind() == BackendKind::Postgres {
            let targets: Vec<&str> = self.shapes.iter().map(|s| s.target.as_str()).collect();
            let sql = format!("LOCK TABLE {} IN SHARE ROW EXCLUSIVE MODE", targets.join(", "));
            self.session.batch(&sql)?;
        }
        Ok(())
    }

    /// Writes the rows of a table: parks, inserts, updates.
    ///
    /// # Errors
    /// Whatever the database says; or a key that cannot be parked.
    pub fn write_rows(&mut self, table: usize) -> Result<Written, DatabaseError> {
        let shape = self.shapes[table].clone();
        if !self.empty[table] {
            for number in 0..shape.layout.keys.len() {
                self.park(&shape, number)?;
            }
        }
        let inserted = self.run(&insert(&shape))?;
        let updated = match update(&shape) {
            Some(sql) if !self.empty[table] => self.run(&sql)?,
            _ => 0,
        };
        Ok(Written { inserted, updated })
    }

    /// Writes the references to later tables, which now have their rows.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn write_late_references(&mut self, table: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        for (i, (column, _)) in shape.references.iter().enumerate().filter(|(_, (c, _))| waits(&shape, *c)) {
            let name = quote(&shape.layout.columns[*column].name);
            let primary: Vec<String> = shape.primary.iter().enumerate().map(|(k, p)| format!("t.{} = b.k{k}", quote(&p.name))).collect();
            self.run(&format!(
                "UPDATE {target} AS t SET {name} = r.v{i} FROM {bind} b JOIN {refs} r ON r.seq = b.seq WHERE {on} AND b.state IN (1, 2) AND \
                 (b.state = 2 OR b.seq IN (SELECT seq FROM {diff})) AND t.{name} IS DISTINCT FROM r.v{i}",
                target = shape.target,
                bind = shape.temp("bind"),
                refs = shape.temp("refs"),
                diff = shape.temp("diff"),
                on = primary.join(" AND "),
            ))?;
        }
        Ok(())
    }

    /// Gives rows whose stored key another record takes a value of that key that no row has.
    fn park(&mut self, shape: &Shape, number: usize) -> Result<(), DatabaseError> {
        let layout = &shape.layout.keys[number];
        let diff = shape.temp("diff");
        let moving = self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {diff} WHERE (moved & {}) <> 0", bit(number)))?;
        if moving == 0 {
            return Ok(());
        }
        let movers = super::judge::movers(shape, number);
        let wanted = format!(
            "SELECT DISTINCT hb.seq AS seq FROM {takers} w JOIN {stored} x ON {same} JOIN {bind} hb ON hb.state = 1 AND {holder} WHERE hb.seq <> w.seq",
            takers = shape.final_view(layout, &movers),
            stored = shape.stored_view(layout, Use::Judge),
            same = shape.same_key(layout, Use::Judge, "w", "x"),
            bind = shape.temp("bind"),
            holder = shape.same_handle("hb", "x"),
        );
        if self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM ({wanted}) q"))? == 0 {
            return Ok(());
        }
        let (column, value) = parking_place(shape, number).ok_or_else(|| cannot_park(shape, number))?;
        let bind = shape.temp("bind");
        let parking = format!(
            "UPDATE {target} AS t SET {column} = {value} FROM {bind} b WHERE b.state = 1 AND {on} AND b.seq IN ({wanted})",
            target = shape.target,
            column = quote(&column),
            on = shape.on_target("b", "t"),
        );
        self.run(&if shape.moves_when_written() { following(shape, &bind, &parking) } else { parking })?;
        Ok(())
    }

    /// Remembers which row each legacy id was imported to.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn write_ledger(&mut self, table: usize, run: &str) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        if !shape.is_remembered() {
            return Ok(0);
        }
        let (bind, target) = (shape.temp("bind"), literal(&shape.table().display_name()));
        // A record that was bound and then rejected is remembered too: else the next run might give its row to another one.
        self.run(&format!(
            "INSERT INTO {LEDGER_ROWS} (target_table, namespace, legacy_id, row_key, run_id) SELECT {target}, x.namespace, x.memo, x.row_key, {run} FROM \
             (SELECT q.namespace AS namespace, q.memo AS memo, COALESCE(MIN(CASE WHEN q.state <> 4 THEN {key} END), MIN({key})) AS row_key FROM {bind} q \
             JOIN {bind} b ON b.seq = q.leader AND (b.state IN (1, 2) OR (b.state = 4 AND b.seq = q.seq AND b.h0 IS NOT NULL)) \
             WHERE q.state IN (1, 2, 3, 4) AND (q.state <> 4 OR q.leader = q.seq) AND q.memo IS NOT NULL AND NOT (q.state = 1 AND q.via = -1) \
             GROUP BY q.namespace, q.memo) x LEFT JOIN {LEDGER_ROWS} l ON l.target_table = {target} AND l.namespace = x.namespace AND l.legacy_id = x.memo \
             WHERE x.row_key IS NOT NULL AND (l.row_key IS NULL OR l.row_key <> x.row_key) \
             ON CONFLICT (target_table, namespace, legacy_id) DO UPDATE SET row_key = excluded.row_key, run_id = excluded.run_id",
            run = literal(run),
            key = shape.final_row_key(),
        ))
    }
}

/// Says that a reference column is written after the later table that it names: PostgreSQL checks foreign keys at the end of each statement.
fn waits(shape: &Shape, column: usize) -> bool {
    let layout = &shape.layout.columns[column];
    let Some(reference) = shape.reference_number(column).map(|i| &shape.references[i].1) else { return false };
    let own = reference.table.name == shape.table().name && reference.table.schema == shape.table().schema;
    let deferred = shape.table().foreign_keys.iter().any(|f| f.columns.contains(&layout.name) && f.timing != Timing::Immediate);
    let nullable = shape.table().column(&layout.name).is_some_and(|c| c.nullable);
    shape.kind == BackendKind::Postgres && reference.late && !own && !deferred && nullable
}

/// Writes, and lets the handles follow the rows to their new addresses.
fn following(shape: &Shape, bind: &str, update: &str) -> String {
    let handles = join(shape.handle.len(), ", ", |i| format!("t.{} AS h{i}", shape.handle[i].column));
    let set = join(shape.handle.len(), ", ", |i| format!("h{i} = m.h{i}"));
    format!("WITH m AS ({update} RETURNING b.seq AS seq, {handles}) UPDATE {bind} AS b SET {set} FROM m WHERE m.seq = b.seq")
}

fn insert(shape: &Shape) -> String {
    let mut columns: Vec<(String, String)> = Vec::new();
    for (i, column) in shape.layout.columns.iter().enumerate().filter(|(_, c)| !shape.is_primary(&c.name)) {
        let value = if waits(shape, i) { format!("CAST(NULL AS {})", column.type_text) } else { shape.inserted(&column.name) };
        columns.push((quote(&column.name), value));
    }
    columns.extend(shape.primary.iter().enumerate().map(|(i, p)| (quote(&p.name), format!("b.k{i}"))));
    let always = shape.table().columns.iter().any(|c| c.generated == Generated::IdentityAlways && shape.is_primary(&c.name));
    let (names, values): (Vec<String>, Vec<String>) = columns.into_iter().unzip();
    format!(
        "INSERT INTO {} ({}){} SELECT {} FROM {} WHERE b.state = 2 ORDER BY b.seq",
        shape.target,
        names.join(", "),
        if always { " OVERRIDING SYSTEM VALUE" } else { "" },
        values.join(", "),
        shape.record_tables(false),
    )
}

/// Returns `None` where the mapping writes no column in an update.
fn update(shape: &Shape) -> Option<String> {
    let waiting = |name: &str| shape.mapped(name).is_some_and(|(i, _)| waits(shape, i));
    let set: Vec<String> = written(shape).filter(|c| !waiting(c)).map(|c| format!("{} = {}", quote(c), shape.updated(c))).collect();
    if set.is_empty() {
        return None;
    }
    let refs = if shape.references.is_empty() { String::new() } else { format!(" LEFT JOIN {} r ON r.seq = b.seq", shape.temp("refs")) };
    Some(format!(
        "UPDATE {target} AS t SET {set} FROM {diff} d JOIN {bind} b ON b.seq = d.seq JOIN {stage} s ON s.seq = b.seq{refs} WHERE b.state = 1 AND {on}",
        target = shape.target,
        set = set.join(", "),
        diff = shape.temp("diff"),
        bind = shape.temp("bind"),
        stage = shape.temp("stage"),
        on = shape.on_target("b", "t"),
    ))
}

/// Chooses the column of a key that is parked, and its value there. Only a column that the update then overwrites whatever stands in it.
fn parking_place(shape: &Shape, number: usize) -> Option<(String, String)> {
    let layout = &shape.layout.keys[number];
    let key = shape.key(layout);
    let mut places: Vec<(u8, String, String)> = Vec::new();
    for name in shape.key_columns(key) {
        let Some(column) = shape.table().column(&name) else { continue };
        let part_of_foreign_key = shape.table().foreign_keys.iter().any(|f| f.columns.contains(&name));
        let overwritten = shape.mapped(&name).is_some_and(|(_, c)| c.on_update == OnUpdate::Overwrite) && !shape.reads_stored(&name);
        if !overwritten || column.generated.is_computed() {
            continue;
        }
        let is_plain = key.parts.iter().any(|p| matches!(p, KeyPart::Column { name: n, .. } if *n == name));
        if column.nullable && is_plain && !key.nulls_equal {
            places.push((0, name.clone(), "NULL".to_owned()));
        } else if !part_of_foreign_key && let Some((rank, value)) = parked_value(shape, &column.data_type, &name) {
            places.push((rank, name.clone(), value));
        }
    }
    places.into_iter().min().map(|(_, name, value)| (name, value))
}

/// A value for each row `b` that no other row has: text that nobody writes, numbers below all stored ones.
fn parked_value(shape: &Shape, data_type: &DataType, column: &str) -> Option<(u8, String)> {
    let lowest = format!("(SELECT MIN(pq.{}) FROM {} pq)", quote(column), shape.target);
    let postgres = shape.kind == BackendKind::Postgres;
    match data_type {
        DataType::Text { max_chars } if max_chars.is_none_or(|n| n >= 12) => Some((1, "'~' || b.seq".to_owned())),
        DataType::CiText | DataType::Any => Some((1, "'~' || b.seq".to_owned())),
        DataType::Uuid if postgres => Some((2, "CAST(md5('resettle parked ' || b.seq) AS uuid)".to_owned())),
        DataType::Uuid => Some((2, "'~' || b.seq".to_owned())),
        DataType::Int { .. } | DataType::Numeric { .. } | DataType::Float { .. } => Some((3, format!("{lowest} - 1 - b.seq"))),
        DataType::Date | DataType::Timestamp | DataType::TimestampTz if !postgres => Some((4, "'~' || b.seq".to_owned())),
        DataType::Date => Some((4, format!("{lowest} - 1 - CAST(b.seq AS integer)"))),
        DataType::Timestamp | DataType::TimestampTz => Some((4, format!("{lowest} - (1 + b.seq) * interval '1 second'"))),
        DataType::Bytes if postgres => Some((5, "convert_to('~' || b.seq, 'UTF8')".to_owned())),
        DataType::Text { .. } => Some((6, "'~' || b.seq".to_owned())),
        _ => None,
    }
}

fn cannot_park(shape: &Shape, number: usize) -> DatabaseError {
    let key = shape.key(&shape.layout.keys[number]);
    DatabaseError {
        message: format!(
            "rows of `{}` exchange values of the key `{}`, and none of its columns can hold a value in between; import the records that exchange them in two steps",
            shape.table().display_name(),
            key.name
        ),
        detail: None,
        constraint: Some(key.name.clone()),
        kind: DatabaseErrorKind::Other,
    }
}
