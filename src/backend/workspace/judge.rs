//! What differs, and which records would share a key in the final state.
//!
//! A *knot* is a set of records that is complete for judging: everyone who would share a key with one of them, whether it is written or falls back to its
//! stored row. Only knots are brought to the client; where nothing collides there is none.
//!
//! **Invariant**: equality of keys is decided by the database; the client sees group numbers.

use std::collections::BTreeSet;

use super::keys::Use;
use super::shape::Shape;
use super::{State, Verdict, Workspace};
use crate::backend::statement::{Bind, Statement, quote};
use crate::backend::{DatabaseError, TextRow};
use crate::mapping::OnUnresolved;

/// What a holder of a key value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimKind {
    /// The final row of a record.
    Final,
    /// The stored row of a bound record: holds its value if the record is rejected.
    Fallback,
    /// A stored row that no accepted record is bound to.
    Stored,
}

/// One holder of one value of one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Number of the key in the layout.
    pub key: usize,
    /// Number of the value: equal values have equal numbers within a key.
    pub group: i64,
    /// What holds it.
    pub kind: ClaimKind,
    /// The record; `None` for [`ClaimKind::Stored`].
    pub seq: Option<i64>,
    /// The stored row, for messages.
    pub row: Option<String>,
}

/// A set of records that is judged together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Knot {
    /// All claims.
    pub claims: Vec<Claim>,
    /// Records with a reference that is unresolved when the parent is rejected: (child, parent, number of the reference).
    pub children: Vec<(i64, i64, usize)>,
    /// Records that are named in a key of other ones, which have NULL there when they are rejected: what follows from that is not known beforehand.
    pub named_in_keys: BTreeSet<i64>,
}

impl Workspace<'_> {
    /// Lists the bound records whose final row differs from the stored one, with a bit for each key that moves. Returns how many.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn find_differences(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        let diff = shape.temp("diff");
        self.run(&format!("DELETE FROM {diff}"))?;
        self.moved[table] = 0;
        if self.empty[table] || !self.may_be(table, State::Bound) {
            return Ok(0);
        }
        let changes: Vec<String> = written(&shape).map(|c| change(&shape, c)).collect();
        if changes.is_empty() {
            return Ok(0);
        }
        let found = self.run(&format!(
            "INSERT INTO {diff} (seq, moved) SELECT b.seq, {moved} FROM {bind} b JOIN {stage} s ON s.seq = b.seq{refs} JOIN {target} t ON {on} WHERE b.state = 1 \
             AND ({changes})",
            moved = moved_bits(&shape),
            bind = shape.temp("bind"),
            stage = shape.temp("stage"),
            refs = shape.joined_references(),
            target = shape.target,
            on = shape.on_target("b", "t"),
            changes = changes.join(" OR "),
        ))?;
        if found > 0 {
            let moved = self.rows(&format!("SELECT DISTINCT CAST(moved AS TEXT) FROM {diff} WHERE moved <> 0"))?;
            self.moved[table] = moved.iter().filter_map(|row| int(row, 0)).fold(0, |all, bits| all | bits);
            self.has_moved[table] |= self.moved[table] != 0;
        }
        Ok(found)
    }

    /// Collects the records that would share a key with another record or with a stored row. Returns how many.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn tie_knot(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        let knot = shape.temp("knot");
        self.run(&format!("DELETE FROM {knot}"))?;
        let mut tied = 0;
        for number in 0..shape.layout.keys.len() {
            if !self.is_moving(&shape, number)? {
                continue;
            }
            // Nearly always there is none, and to see that takes no join.
            // Where no row moves, those that insert one are all there is.
            let is_apart = self.moved[table] & bit(number) == 0 && self.is_apart(table, number);
            if !is_apart && (excludes(&shape, number) || self.has_rows(&shared(&shape, number))?) {
                tied += self.run(&among_records(&shape, number))?;
            }
            if self.empty[table] {
                continue;
            }
            // Whose rows are in the way is asked only where some are: such joins take longer to plan than to run.
            let taking = self.run(&with_stored_rows(&shape, number, "w.seq"))?;
            tied += taking;
            if taking > 0 {
                tied += self.run(&with_stored_rows(&shape, number, "hb.seq"))?;
            }
        }
        Ok(tied)
    }

    /// Says whether any record can take a new value of a key.
    fn is_moving(&mut self, shape: &Shape, number: usize) -> Result<bool, DatabaseError> {
        // The differences were looked for just before, so that none of them is of a record that was rejected since.
        if self.moved[shape.number] & bit(number) != 0 {
            return Ok(true);
        }
        Ok(self.may_be(shape.number, State::Insert)
            && self.has_rows(&format!("SELECT 1 FROM {} b WHERE b.state = 2", shape.temp("bind")))?)
    }

    /// Completes the knot and reads it.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn read_knot(&mut self, table: usize) -> Result<Knot, DatabaseError> {
        let shape = self.shapes[table].clone();
        while self.widen_knot(&shape)? > 0 {}
        let mut read = Knot::default();
        for number in 0..shape.layout.keys.len() {
            if excludes(&shape, number) {
                let rows = self.rows(&pairs_query(&shape, number))?;
                read.claims.extend(rows.iter().filter_map(|row| pair(number, row)).flatten());
            } else {
                let rows = self.rows(&claims_query(&shape, number))?;
                read.claims.extend(rows.iter().filter_map(|row| claim(number, row)));
            }
        }
        for (i, _) in shape.references.iter().enumerate() {
            let rows = self.rows(&children_query(&shape, i))?;
            read.children.extend(rows.iter().filter_map(|row| Some((int(row, 0)?, int(row, 1)?, i))));
            if is_emptied_in_key(&shape, i) {
                let (refs, knot) = (shape.temp("refs"), shape.temp("knot"));
                let named =
                    self.rows(&format!("SELECT DISTINCT CAST(r.p{i} AS TEXT) FROM {refs} r WHERE r.p{i} IN (SELECT seq FROM {knot})"))?;
                read.named_in_keys.extend(named.iter().filter_map(|row| int(row, 0)));
            }
        }
        Ok(read)
    }

    /// Adds the records that would collide with a knotted one if it fell back to its stored row, and the records that refer to knotted inserts.
    fn widen_knot(&mut self, shape: &Shape) -> Result<u64, DatabaseError> {
        let knot = shape.temp("knot");
        let mut added = 0;
        for (number, layout) in shape.layout.keys.iter().enumerate() {
            added += self.run(&format!(
                "INSERT INTO {knot} (seq) SELECT DISTINCT w.seq FROM {movers} w JOIN {stored} x ON {same} JOIN {bind} hb ON hb.state = 1 AND {holder} \
                 WHERE hb.seq <> w.seq AND hb.seq IN (SELECT seq FROM {knot}) AND w.seq NOT IN (SELECT seq FROM {knot})",
                movers = shape.final_view(layout, &movers(shape, number)),
                stored = shape.stored_view(layout, Use::Judge),
                same = shape.same_key(layout, Use::Judge, "w", "x"),
                bind = shape.temp("bind"),
                holder = shape.same_handle("hb", "x"),
            ))?;
        }
        for i in 0..shape.references.len() {
            added += self.run(&format!(
                "INSERT INTO {knot} (seq) SELECT DISTINCT b.seq FROM {bind} b JOIN {refs} r ON r.seq = b.seq WHERE b.state IN (1, 2) AND r.p{i} IN (SELECT seq FROM {knot}) \
                 AND b.seq NOT IN (SELECT seq FROM {knot}) AND {own}",
                bind = shape.temp("bind"),
                refs = shape.temp("refs"),
                own = is_own(shape, i),
            ))?;
        }
        Ok(added)
    }

    /// Writes verdicts into the bind table.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn reject(&mut self, table: usize, verdicts: &[Verdict]) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let (bind, verdict) = (shape.temp("bind"), shape.temp("verdict"));
        self.run(&format!("DELETE FROM {verdict}"))?;
        for chunk in verdicts.chunks(500) {
            let mut statement = Statement::new(format!("INSERT INTO {verdict} (seq, code, key, other, row_key, root, root_table) VALUES "));
            for (i, v) in chunk.iter().enumerate() {
                let comma = if i == 0 { "" } else { ", " };
                let key = i64::try_from(v.key).unwrap_or_default();
                statement = statement.sql(&format!("{comma}({}, {}, {key}, {}, ", v.seq, v.cause as i64, or_null(v.other)));
                statement = statement.bind(Bind::Text(v.row.clone())).sql(&format!(
                    ", {}, {})",
                    or_null(v.root),
                    v.root.map_or("NULL".to_owned(), |_| table.to_string())
                ));
            }
            self.put(&verdict, &statement)?;
        }
        self.run(&format!(
            "UPDATE {bind} AS b SET state = 4, code = v.code, key = v.key, other = v.other, row_key = v.row_key, root = v.root, root_table = v.root_table \
             FROM {verdict} v WHERE v.seq = b.seq AND b.state IN (1, 2)"
        ))?;
        Ok(())
    }

    /// Rejects the duplicates of rejected records, for the same reason. Returns how many.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn reject_followers(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let bind = self.shapes[table].temp("bind");
        if !self.may_be(table, State::Duplicate) || !self.may_be(table, State::Rejected) {
            return Ok(0);
        }
        self.run(&format!(
            "UPDATE {bind} AS b SET state = 4, code = l.code, key = l.key, other = l.other, row_key = l.row_key, root = COALESCE(l.root, l.seq), \
             root_table = COALESCE(l.root_table, {table}) FROM {bind} l WHERE l.seq = b.leader AND b.state = 3 AND l.state = 4"
        ))
    }
}

/// Columns that an update of this table can change.
pub(super) fn written(shape: &Shape) -> impl Iterator<Item = &str> {
    shape.layout.columns.iter().map(|c| c.name.as_str()).filter(|c| shape.is_written(c))
}

/// Says that an update changes a column. Needs `s`, `r`, `t`.
pub(super) fn change(shape: &Shape, column: &str) -> String {
    shape.differs(column, &shape.updated(column), &format!("t.{}", quote(column)))
}

fn moved_bits(shape: &Shape) -> String {
    let bits: Vec<String> = shape
        .layout
        .keys
        .iter()
        .enumerate()
        .filter_map(|(number, layout)| {
            let changes: Vec<String> =
                shape.key_columns(shape.key(layout)).iter().filter(|c| shape.is_written(c)).map(|c| change(shape, c)).collect();
            (!changes.is_empty()).then(|| format!("CASE WHEN {} THEN {} ELSE 0 END", changes.join(" OR "), bit(number)))
        })
        .collect();
    if bits.is_empty() { "0".to_owned() } else { bits.join(" + ") }
}

/// Bit of a key in the `moved` column. A table has far fewer than 62 keys; any beyond share the last bit, which only means looking more often.
pub(super) fn bit(number: usize) -> i64 {
    1_i64 << number.min(61)
}

/// Condition on `b`: the record takes a new value of the key.
pub(super) fn movers(shape: &Shape, number: usize) -> String {
    format!(
        "(b.state = 2 OR (b.state = 1 AND b.seq IN (SELECT dm.seq FROM {} dm WHERE (dm.moved & {}) <> 0)))",
        shape.temp("diff"),
        bit(number)
    )
}

/// The values of a key that several records take.
fn shared(shape: &Shape, number: usize) -> String {
    let layout = &shape.layout.keys[number];
    let parts = shape.parts(layout, "w");
    format!("SELECT {parts} FROM {view} w GROUP BY {parts} HAVING COUNT(*) > 1", view = shape.final_view(layout, &movers(shape, number)))
}

fn among_records(shape: &Shape, number: usize) -> String {
    let layout = &shape.layout.keys[number];
    if excludes(shape, number) {
        let view = shape.final_view(layout, &movers(shape, number));
        return format!(
            "INSERT INTO {knot} (seq) SELECT DISTINCT w.seq FROM {view} w JOIN {view} g ON {same} AND g.seq <> w.seq",
            knot = shape.temp("knot"),
            same = shape.same_key(layout, Use::Judge, "w", "g"),
        );
    }
    format!(
        "INSERT INTO {knot} (seq) SELECT w.seq FROM {view} w JOIN ({shared}) g ON {same}",
        knot = shape.temp("knot"),
        view = shape.final_view(layout, &movers(shape, number)),
        shared = shared(shape, number),
        same = shape.same_key(layout, Use::Judge, "w", "g"),
    )
}

/// Ties the records that take the value of a stored row which keeps it (`w.seq`), or those whose rows these are (`hb.seq`).
fn with_stored_rows(shape: &Shape, number: usize, who: &str) -> String {
    let layout = &shape.layout.keys[number];
    format!(
        "INSERT INTO {knot} (seq) SELECT DISTINCT {who} FROM {view} w JOIN {stored} x ON {same} LEFT JOIN {bind} hb ON hb.state = 1 AND {holder} \
         LEFT JOIN {diff} hd ON hd.seq = hb.seq \
         WHERE (hb.seq IS NULL OR (hb.seq <> w.seq AND (hd.seq IS NULL OR (hd.moved & {bit}) = 0))) AND {who} IS NOT NULL",
        knot = shape.temp("knot"),
        view = shape.final_view(layout, &movers(shape, number)),
        stored = shape.stored_view(layout, Use::Judge),
        same = shape.same_key(layout, Use::Judge, "w", "x"),
        bind = shape.temp("bind"),
        holder = shape.same_handle("hb", "x"),
        diff = shape.temp("diff"),
        bit = bit(number),
    )
}

fn claims_query(shape: &Shape, number: usize) -> String {
    let layout = &shape.layout.keys[number];
    let parts = |alias: &str| shape.parts(layout, alias);
    let (bind, knot) = (shape.temp("bind"), shape.temp("knot"));
    let stored = shape.stored_view(layout, Use::Judge);
    let finals = shape.final_view(layout, &format!("b.state IN (1, 2) AND b.seq IN (SELECT seq FROM {knot})"));
    let row = row_key_of_target(shape);
    format!(
        "SELECT CAST(q.seq AS TEXT), CAST(q.kind AS TEXT), CAST(DENSE_RANK() OVER (ORDER BY {order}) AS TEXT), q.row_key FROM (\
         SELECT w.seq AS seq, 0 AS kind, CAST(NULL AS TEXT) AS row_key, {w} FROM {finals} w UNION ALL \
         SELECT hb.seq, 1, NULL, {x} FROM {stored} x JOIN {bind} hb ON hb.state = 1 AND {holder} WHERE hb.seq IN (SELECT seq FROM {knot}) UNION ALL \
         SELECT NULL, 2, {row}, {x} FROM {stored} x JOIN {target} t ON {on} WHERE EXISTS (SELECT 1 FROM {finals} w WHERE {same}) \
         AND NOT EXISTS (SELECT 1 FROM {bind} hb WHERE hb.state = 1 AND {holder})) q",
        order = parts("q"),
        w = parts("w"),
        x = parts("x"),
        holder = shape.same_handle("hb", "x"),
        target = shape.target,
        on = shape.on_target("x", "t"),
        same = shape.same_key(layout, Use::Judge, "w", "x"),
    )
}

/// Says that a key is an exclusion constraint: its values do not fall into groups, so each pair that excludes each other is one.
fn excludes(shape: &Shape, number: usize) -> bool {
    !shape.key(&shape.layout.keys[number]).operators.is_empty()
}

/// Pairs of a final row of the knot with another final row, with the stored row of a knotted record, and with a stored row that nobody rewrites.
fn pairs_query(shape: &Shape, number: usize) -> String {
    let layout = &shape.layout.keys[number];
    let (bind, knot) = (shape.temp("bind"), shape.temp("knot"));
    let stored = shape.stored_view(layout, Use::Judge);
    let finals = shape.final_view(layout, &format!("b.state IN (1, 2) AND b.seq IN (SELECT seq FROM {knot})"));
    format!(
        "SELECT CAST(q.a AS TEXT), CAST(q.kind AS TEXT), CAST(ROW_NUMBER() OVER () AS TEXT), q.row_key, CAST(q.b AS TEXT) FROM (\
         SELECT w.seq AS a, 0 AS kind, CAST(NULL AS TEXT) AS row_key, o.seq AS b FROM {finals} w JOIN {finals} o ON w.seq < o.seq AND {with_other} UNION ALL \
         SELECT w.seq, 1, NULL, hb.seq FROM {finals} w JOIN {stored} x ON {with_stored} JOIN {bind} hb ON hb.state = 1 AND {holder} \
         WHERE hb.seq <> w.seq AND hb.seq IN (SELECT seq FROM {knot}) UNION ALL \
         SELECT w.seq, 2, {row}, NULL FROM {finals} w JOIN {stored} x ON {with_stored} JOIN {target} t ON {on} \
         WHERE NOT EXISTS (SELECT 1 FROM {bind} hb WHERE hb.state = 1 AND {holder})) q",
        with_other = shape.same_key(layout, Use::Judge, "w", "o"),
        with_stored = shape.same_key(layout, Use::Judge, "w", "x"),
        holder = shape.same_handle("hb", "x"),
        row = row_key_of_target(shape),
        target = shape.target,
        on = shape.on_target("x", "t"),
    )
}

/// Text of the address of target row `t`, for messages and the ledger.
pub(super) fn row_key_of_target(shape: &Shape) -> String {
    if shape.primary.is_empty() {
        return shape.row_key(&shape.handle.iter().map(|h| format!("t.{}", h.column)).collect::<Vec<_>>());
    }
    shape.row_key(&shape.primary.iter().map(|p| format!("t.{}", quote(&p.name))).collect::<Vec<_>>())
}

/// Children within the table whose reference would be unresolved without the parent's record: the parent has no row of its own.
fn children_query(shape: &Shape, i: usize) -> String {
    let (bind, refs, knot) = (shape.temp("bind"), shape.temp("refs"), shape.temp("knot"));
    let reject = shape.references[i].1.on_unresolved == OnUnresolved::Reject;
    format!(
        "SELECT CAST(b.seq AS TEXT), CAST(r.p{i} AS TEXT) FROM {bind} b JOIN {refs} r ON r.seq = b.seq JOIN {bind} pb ON pb.seq = r.p{i} \
         WHERE b.state IN (1, 2) AND b.seq IN (SELECT seq FROM {knot}) AND pb.state = 2 AND {own} AND {reject}",
        own = is_own(shape, i),
        reject = if reject { "1 = 1" } else { "1 = 0" },
    )
}

/// Condition that a reference is to the table itself.
pub(super) fn is_own(shape: &Shape, i: usize) -> &'static str {
    let parent = &shape.references[i].1.table;
    if parent.name == shape.table().name && parent.schema == shape.table().schema { "1 = 1" } else { "1 = 0" }
}

fn claim(key: usize, row: &TextRow) -> Option<Claim> {
    let kind = match int(row, 1)? {
        0 => ClaimKind::Final,
        1 => ClaimKind::Fallback,
        _ => ClaimKind::Stored,
    };
    Some(Claim { key, group: int(row, 2)?, kind, seq: int(row, 0), row: row.get(3).cloned().flatten() })
}

/// The two claims of a pair.
fn pair(key: usize, row: &TextRow) -> Option<[Claim; 2]> {
    let one = Claim { key, group: int(row, 2)?, kind: ClaimKind::Final, seq: int(row, 0), row: None };
    let other = Claim { seq: int(row, 4), ..claim(key, row)? };
    Some([one, other])
}

/// Reads an integer column of a text row.
pub(super) fn int(row: &TextRow, column: usize) -> Option<i64> {
    row.get(column)?.as_deref()?.parse().ok()
}

fn or_null(value: Option<i64>) -> String {
    value.map_or_else(|| "NULL".to_owned(), |v| v.to_string())
}

/// Says whether a reference to the table itself is part of a key, and becomes NULL where it names nothing.
fn is_emptied_in_key(shape: &Shape, i: usize) -> bool {
    let (column, reference) = &shape.references[i];
    let name = &shape.layout.columns[*column].name;
    let in_key = || shape.layout.keys.iter().any(|layout| shape.key_columns(shape.key(layout)).contains(name));
    shape.is_own(i) && reference.on_unresolved == OnUnresolved::Null && in_key()
}
