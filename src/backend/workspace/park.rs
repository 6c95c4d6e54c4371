//! Parking: rows whose stored key another record takes give it up before anything else is written.
//!
//! Ways to give a key up are tried in turn, each within a savepoint, until one leaves nobody in the way: NULL, a value that no row has, the final value of
//! a column of the predicate, another value of a short list. What the database refuses (a CHECK, a foreign key, the range of a type) is simply not the way.
//! Where no column can be changed, PostgreSQL rows that nothing refers to are removed and put back with their final values.
//!
//! **Invariant**: only columns are parked that the update then overwrites whatever stands in them; where the final value depends on the stored one, it is
//! computed before and set aside.

use super::Workspace;
use super::judge::{bit, movers};
use super::keys::Use;
use super::shape::{Shape, join};
use super::write::{following, or_abort, waits};
use crate::backend::statement::{literal, quote};
use crate::backend::{DatabaseError, DatabaseErrorKind};
use crate::catalog::{BackendKind, Column, DataType, Key, KeyPart, Timing};
use crate::mapping::OnUpdate;

/// How rows gave their key up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Parked {
    /// There was nothing to do.
    No,
    /// By a value.
    InPlace,
    /// They are in a temporary table.
    Removed,
}

/// Columns of keys whose final value depends on the stored one (`on_update = "merge"` or `"fill"`, `absent = "keep"`): it is known before rows are parked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Aside {
    columns: Vec<String>,
}

impl Aside {
    /// Returns the value of a column after an update of record `b`.
    pub(super) fn updated(&self, shape: &Shape, column: &str) -> String {
        match self.columns.iter().position(|name| name == column) {
            Some(i) => format!("(SELECT fa.v{i} FROM {} fa WHERE fa.seq = b.seq)", shape.temp("aside")),
            None => shape.updated(column),
        }
    }
}

/// One way to give a key up: a column and its value for the row of record `b`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    rank: u8,
    column: String,
    value: String,
}

impl Workspace<'_> {
    /// Computes final values that depend on stored ones, of the rows whose keys move.
    pub(super) fn set_aside(&mut self, shape: &Shape) -> Result<Aside, DatabaseError> {
        let mut columns: Vec<String> = shape.layout.keys.iter().flat_map(|layout| shape.key_columns(shape.key(layout))).collect();
        columns
            .retain(|name| shape.is_written(name) && shape.reads_stored(name) && shape.mapped(name).is_some_and(|(i, _)| !waits(shape, i)));
        columns.sort();
        columns.dedup();
        let diff = shape.temp("diff");
        if columns.is_empty() || self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {diff} WHERE moved <> 0"))? == 0 {
            return Ok(Aside::default());
        }
        let values: String = columns.iter().enumerate().map(|(i, name)| format!(", {} AS v{i}", shape.updated(name))).collect();
        let aside = shape.temp("aside");
        self.session.batch(&format!(
            "CREATE TEMPORARY TABLE {aside} AS SELECT b.seq AS seq{values} FROM {} WHERE b.state = 1 AND b.seq IN (SELECT seq FROM {diff}); CREATE INDEX {} ON {aside} (seq)",
            shape.record_tables(true),
            if shape.kind == BackendKind::Sqlite { format!("temp.{aside}_seq") } else { String::new() },
        ))?;
        Ok(Aside { columns })
    }

    pub(super) fn drop_aside(&mut self, shape: &Shape, aside: &Aside) -> Result<(), DatabaseError> {
        if aside.columns.is_empty() { Ok(()) } else { self.session.batch(&format!("DROP TABLE {}", shape.temp("aside"))) }
    }

    /// Lets rows give up every key that another record takes. Returns whether rows were removed.
    pub(super) fn park_all(&mut self, shape: &Shape, aside: &Aside) -> Result<bool, DatabaseError> {
        let (keys, mut removed) = (shape.layout.keys.len(), false);
        // Triggers, and references from the table to itself, may carry a value on to other columns.
        let reaches_all =
            !shape.table().triggers.is_empty() || shape.table().foreign_keys.iter().any(|f| f.parent_table == shape.table().name);
        let columns: Vec<Vec<String>> = shape.layout.keys.iter().map(|layout| shape.key_columns(shape.key(layout))).collect();
        let mut looked_at = vec![false; keys];
        for (number, looked_at) in looked_at.iter_mut().enumerate() {
            *looked_at = self.moves(shape, number)?;
        }
        // What gives up one key may come under the predicate of another, which need not have moved; so those that read the same columns are looked at again until
        // none is in the way.
        for _ in 0..=keys {
            let mut next = vec![false; keys];
            for number in (0..keys).filter(|number| looked_at[*number]) {
                let parked = self.park(shape, number, aside)?;
                removed |= parked == Parked::Removed;
                for other in (0..keys).filter(|other| parked != Parked::No && *other != number) {
                    next[other] |= reaches_all || columns[other].iter().any(|column| columns[number].contains(column));
                }
            }
            if !next.contains(&true) {
                break;
            }
            looked_at = next;
        }
        Ok(removed)
    }

    /// Says whether a row gets another value of a key.
    fn moves(&mut self, shape: &Shape, number: usize) -> Result<bool, DatabaseError> {
        // Copies for trials have numbers of their own, and no more than the table has.
        if self.moved.get(shape.number).is_some_and(|moved| moved & bit(number) == 0) {
            return Ok(false);
        }
        let moving = format!("SELECT CAST(COUNT(*) AS TEXT) FROM {} WHERE (moved & {}) <> 0", shape.temp("diff"), bit(number));
        Ok(self.count(&moving)? > 0)
    }

    /// Gives rows whose stored key another record takes a value of that key that no row has.
    fn park(&mut self, shape: &Shape, number: usize, aside: &Aside) -> Result<Parked, DatabaseError> {
        // A constraint that waits for the end of the transaction sees the final state only.
        if shape.key(&shape.layout.keys[number]).timing != Timing::Immediate {
            return Ok(Parked::No);
        }
        let wanted = wanted(shape, number);
        if self.is_free(&wanted)? {
            return Ok(Parked::No);
        }
        if self.try_places(shape, number, &wanted, aside)? {
            return Ok(Parked::InPlace);
        }
        if self.is_removable(shape)? {
            self.remove(shape, &wanted)?;
            return Ok(Parked::Removed);
        }
        Err(cannot_park(shape, number))
    }

    fn is_free(&mut self, wanted: &str) -> Result<bool, DatabaseError> {
        Ok(self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM (SELECT 1 FROM ({wanted}) q LIMIT 1) p"))? == 0)
    }

    /// Says whether one of the places freed the key.
    fn try_places(&mut self, shape: &Shape, number: usize, wanted: &str, aside: &Aside) -> Result<bool, DatabaseError> {
        // SQLite can look away from CHECKs while rows are between two values; it looks again when the final values are written.
        let blind = shape.kind == BackendKind::Sqlite && !shape.table().checks.is_empty();
        if blind {
            self.session.batch("PRAGMA ignore_check_constraints = ON")?;
        }
        let mut freed = Ok(false);
        for place in places(shape, number, aside) {
            freed = self.try_place(shape, &place, wanted);
            if !matches!(freed, Ok(false)) {
                break;
            }
        }
        if blind {
            self.session.batch("PRAGMA ignore_check_constraints = OFF")?;
        }
        freed
    }

    /// Says whether a place freed the key; leaves everything as it was where it did not.
    fn try_place(&mut self, shape: &Shape, place: &Place, wanted: &str) -> Result<bool, DatabaseError> {
        self.savepoint("rs_park")?;
        let values = format!(
            "SELECT b.seq AS seq, {handles}, {value} AS parked FROM {tables} WHERE b.state = 1 AND b.seq IN ({wanted})",
            handles = join(shape.handle.len(), ", ", |i| format!("b.h{i} AS h{i}")),
            value = place.value,
            tables = shape.record_tables(true),
        );
        let parking = format!(
            "UPDATE{or_abort} {target} AS t SET {column} = p.parked FROM ({values}) p WHERE {on}",
            or_abort = or_abort(shape),
            target = shape.target,
            column = quote(&place.column),
            on = shape.on_target("p", "t"),
        );
        let parked = self.run(&if shape.moves_when_written() { following(shape, &shape.temp("bind"), &parking) } else { parking });
        let freed = parked.is_ok() && self.is_free(wanted)?;
        if freed { self.release("rs_park") } else { self.return_to("rs_park") }?;
        Ok(freed)
    }

    /// Says whether rows can be removed and put back without anybody noticing.
    fn is_removable(&mut self, shape: &Shape) -> Result<bool, DatabaseError> {
        if shape.kind == BackendKind::Sqlite || shape.moves_when_written() || !shape.table().triggers.is_empty() {
            return Ok(false);
        }
        let references = format!(
            "SELECT CAST(COUNT(*) AS TEXT) FROM pg_catalog.pg_constraint WHERE contype = 'f' AND confrelid = {}::regclass",
            literal(&shape.target)
        );
        Ok(self.count(&references)? == 0)
    }

    fn remove(&mut self, shape: &Shape, wanted: &str) -> Result<(), DatabaseError> {
        let (away, target) = (shape.temp("away"), &shape.target);
        self.run(&format!("CREATE TEMPORARY TABLE IF NOT EXISTS {away} ON COMMIT DROP AS SELECT * FROM {target} WHERE false"))?;
        self.run(&format!(
            "WITH gone AS (DELETE FROM {target} AS t USING {bind} b WHERE b.state = 1 AND {on} AND b.seq IN ({wanted}) RETURNING t.*) \
             INSERT INTO {away} SELECT * FROM gone",
            bind = shape.temp("bind"),
            on = shape.on_target("b", "t"),
        ))?;
        Ok(())
    }

    /// Writes removed rows again, with their final values. Returns how many.
    pub(super) fn put_back(&mut self, shape: &Shape, removed: bool, aside: &Aside) -> Result<u64, DatabaseError> {
        if !removed {
            return Ok(0);
        }
        let away = shape.temp("away");
        let written = shape.table().columns.iter().filter(|c| !c.generated.is_computed());
        let value = |c: &Column| match shape.mapped(&c.name) {
            Some((i, _)) if !waits(shape, i) => aside.updated(shape, &c.name),
            _ => format!("t.{}", quote(&c.name)),
        };
        let (names, values): (Vec<String>, Vec<String>) = written.map(|c| (quote(&c.name), value(c))).unzip();
        let put = self.run(&format!(
            "INSERT INTO {target} ({names}) OVERRIDING SYSTEM VALUE SELECT {values} FROM {bind} b JOIN {stage} s ON s.seq = b.seq{refs} JOIN {away} t ON {on} \
             WHERE b.state = 1",
            target = shape.target,
            names = names.join(", "),
            values = values.join(", "),
            bind = shape.temp("bind"),
            stage = shape.temp("stage"),
            refs = shape.joined_references(),
            on = shape.on_target("b", "t"),
        ))?;
        self.session.batch(&format!("DROP TABLE {away}"))?;
        Ok(put)
    }
}

/// The records whose row has, of this key, the value that the final row of another record takes.
fn wanted(shape: &Shape, number: usize) -> String {
    format!("SELECT DISTINCT hb.seq AS seq {}", takers_and_holders(shape, number))
}

/// The records `w` that take a value of this key which the row of another record `hb` has.
pub(super) fn takers_and_holders(shape: &Shape, number: usize) -> String {
    let layout = &shape.layout.keys[number];
    format!(
        "FROM {takers} w JOIN {stored} x ON {same} JOIN {bind} hb ON hb.state = 1 AND {holder} WHERE hb.seq <> w.seq",
        takers = shape.final_view(layout, &movers(shape, number)),
        stored = shape.stored_view(layout, Use::Judge),
        same = shape.same_key(layout, Use::Judge, "w", "x"),
        bind = shape.temp("bind"),
        holder = shape.same_handle("hb", "x"),
    )
}

/// Lists the ways to give a key up, the most harmless first.
fn places(shape: &Shape, number: usize, aside: &Aside) -> Vec<Place> {
    let key = shape.key(&shape.layout.keys[number]);
    let mut places: Vec<Place> = Vec::new();
    for name in shape.key_columns(key) {
        let Some(column) = shape.table().column(&name) else { continue };
        let overwritten = shape.mapped(&name).is_some_and(|(_, c)| c.on_update == OnUpdate::Overwrite) && !shape.reads_stored(&name);
        if !(overwritten || aside.columns.contains(&name))
            || column.generated.is_computed()
            || shape.mapped(&name).is_some_and(|(i, _)| waits(shape, i))
        {
            continue;
        }
        places.extend(values(shape, key, column, aside).into_iter().map(|(rank, value)| Place { rank, column: name.clone(), value }));
    }
    places.sort();
    places
}

fn values(shape: &Shape, key: &Key, column: &Column, aside: &Aside) -> Vec<(u8, String)> {
    let is_part = key.parts.iter().any(|p| matches!(p, KeyPart::Column { name, .. } if *name == column.name));
    let of_foreign_key = shape.table().foreign_keys.iter().any(|f| f.columns.contains(&column.name));
    let mut values = Vec::new();
    if column.nullable && !key.nulls_equal {
        values.push((0, "NULL".to_owned()));
    }
    if !is_part {
        // A column of the predicate: the row leaves the index as it will in the end.
        values.push((1, aside.updated(shape, &column.name)));
    }
    let later = if of_foreign_key { 10 } else { 0 };
    if shape.kind == BackendKind::Sqlite {
        // Whatever its type, a column holds text, unless the table is STRICT.
        values.push((3 + later, "'~' || b.seq".to_owned()));
    }
    values.extend(unused(shape, &column.data_type, &column.name).into_iter().map(|(rank, value)| (rank + later, value)));
    values.extend(listed(shape, column).into_iter().map(|value| (9 + later, value)));
    let typed = |(rank, value): (u8, String)| match shape.kind {
        BackendKind::Postgres => (rank, format!("CAST({value} AS {})", column.type_text)),
        BackendKind::Sqlite => (rank, value),
    };
    values.into_iter().map(typed).collect()
}

/// A value for each record `b` that no row has: text that nobody writes, numbers below or above all stored ones.
fn unused(shape: &Shape, data_type: &DataType, column: &str) -> Vec<(u8, String)> {
    let stored = |what: &str| format!("(SELECT {what}(pq.{}) FROM {} pq)", quote(column), shape.target);
    let text = || "'~' || b.seq".to_owned();
    let postgres = shape.kind == BackendKind::Postgres;
    match data_type {
        DataType::Text { max_chars: Some(..12) } | DataType::Char { .. } => vec![(6, text())],
        DataType::Text { .. } | DataType::CiText | DataType::Any => vec![(2, text())],
        DataType::Uuid if postgres => vec![(3, "md5('resettle parked ' || b.seq)".to_owned())],
        DataType::Int { .. } | DataType::Numeric { .. } | DataType::Float { .. } => {
            // Where both ends of the range are taken, some number in between is free; one that is not is refused, and the next way is tried.
            let between = ["b.seq + 1912345671", "b.seq + 12345", "b.seq + 0.318281828459"];
            let ends = [(4, format!("{} - 1 - b.seq", stored("MIN"))), (5, format!("{} + 1 + b.seq", stored("MAX")))];
            ends.into_iter().chain(between.map(|value| (6, value.to_owned()))).collect()
        }
        DataType::Date if postgres => vec![(4, format!("{} - 1 - CAST(b.seq AS integer)", stored("MIN")))],
        DataType::Timestamp | DataType::TimestampTz if postgres => {
            vec![(4, format!("{} - (1 + b.seq) * interval '1 second'", stored("MIN")))]
        }
        DataType::Time if postgres => vec![(4, "time '00:00' + b.seq * interval '1 microsecond'".to_owned())],
        DataType::Bytes if postgres => vec![(5, "convert_to('~' || b.seq, 'UTF8')".to_owned())],
        DataType::Bytes => vec![(5, "CAST('~' || b.seq AS BLOB)".to_owned())],
        DataType::Bool | DataType::Enum => Vec::new(),
        DataType::Json | DataType::Jsonb => vec![(6, "'{\"parked\": ' || b.seq || '}'".to_owned())],
        _ if postgres => Vec::new(),
        _ => vec![(6, text())],
    }
}

/// The values of a column that admits only some.
fn listed(shape: &Shape, column: &Column) -> Vec<String> {
    if column.data_type == DataType::Bool {
        let values = if shape.kind == BackendKind::Postgres { ["false", "true"] } else { ["0", "1"] };
        return values.map(str::to_owned).to_vec();
    }
    column.allowed.iter().flat_map(|allowed| &allowed.values).map(|value| literal(value)).collect()
}

fn cannot_park(shape: &Shape, number: usize) -> DatabaseError {
    let key = shape.key(&shape.layout.keys[number]);
    let error = DatabaseError::new(
        DatabaseErrorKind::Unique,
        format!(
            "rows of `{}` exchange values of the key `{}`, none of its columns can hold a value in between, and other tables or triggers look at the rows; \
             expected a column that can, or a key that is DEFERRABLE",
            shape.table().display_name(),
            key.name
        ),
    );
    DatabaseError { constraint: Some(key.name.clone()), ..error }
}
