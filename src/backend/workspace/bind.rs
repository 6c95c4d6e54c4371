//! Binding: which stored row each record is.
//!
//! **Invariant**: a stored row is the handle of at most one record in state `Bound`.

use super::equal::{unequal, values_view};
use super::found::{Found, Memory, VIA_LEDGER};
use super::judge::int;
use super::keys::Use;
use super::learned::{LEARNED, known};
use super::references::{AMBIGUOUS, UNRESOLVED};
use super::shape::{Shape, join};
use super::tables::Census;
use super::{Cause, State, Workspace};
use crate::backend::DatabaseError;
use crate::backend::statement::quote;
use crate::catalog::KeyKind;
use crate::layout::KeyLayout;
use crate::mapping::{IdScope, OnDuplicate};

impl Workspace<'_> {
    /// Writes one line a record into the bind table, with the stored row that the ledger or else the primary key gives it.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn bind_by_id(&mut self, table: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let nameless = self.has_nameless(&shape);
        let memory = Memory::new(&shape, nameless);
        let mut found = Found::default();
        if !self.empty[table] {
            if self.asks_ledger(table) {
                found.join_ledger(&shape, &memory);
            }
            if let Some(key) = primary_identity(&shape) {
                found.join_key(&shape, key);
            }
        }
        let (mut names, mut values) = (String::new(), String::new());
        for i in 0..shape.handle.len() {
            names.push_str(&format!(", h{i}"));
            values.push_str(&format!(", {}", found.pick(|alias| format!("{alias}.{}", shape.handle[i].column))));
        }
        for (i, part) in shape.primary.iter().enumerate() {
            names.push_str(&format!(", k{i}"));
            let incoming = shape.mapped(&part.name).map(|_| shape.incoming(&part.name));
            let stored = found.pick(|alias| format!("{alias}.{}", quote(&part.name)));
            values.push_str(&format!(", {}", coalesce(&stored, incoming.as_deref())));
        }
        let is_found = found.condition(&shape);
        let (refs, unresolved) = unresolved(&shape);
        let sql = format!(
            "INSERT INTO {bind} (seq, lid, memo, namespace, known, state, leader, via, code, key{names}) SELECT s.seq, s.lid, {memo}, {known}, \
             CASE WHEN s.bad = 1 OR ({unresolved}) THEN 5 WHEN {is_found} THEN 1 ELSE {open} END, s.seq, {via}, CASE WHEN s.bad = 0 AND ({unresolved}) THEN {code} END, \
             {reference}{values} FROM {stage} s{refs}{memory}{joins}",
            bind = shape.temp("bind"),
            memo = memory.columns,
            known = if self.asks_ledger(table) { known(self.learns) } else { "NULL" },
            open = if self.is_all_new(table) { State::Insert } else { State::Pending } as i64,
            via = found.via(&shape),
            code = unresolved_case(&shape, |_, code| code.to_string()),
            reference = unresolved_case(&shape, |i, _| i.to_string()),
            stage = shape.temp("stage"),
            memory = memory.join,
            joins = found.joins,
        );
        self.run(&sql)?;
        self.take_census(table)?;
        self.name_roots(table, "1 = 1")
    }

    /// Says that every record that takes part is an insert: there are no rows, and no two records share an id or the value of a key that finds rows.
    ///
    /// Rules 1 and 2 come to nothing else then.
    #[must_use]
    pub fn is_all_new(&self, table: usize) -> bool {
        let shape = &self.shapes[table];
        let finds =
            |(number, key): &(usize, &KeyLayout)| (key.matching || shape.layout.identity.contains(number)) && !is_unknowable(shape, key);
        self.empty[table]
            && self.has_ids_apart(table)
            && shape.layout.keys.iter().enumerate().filter(finds).all(|(number, _)| self.is_apart(table, number))
    }

    /// Says that the ledger is asked for the rows of a table's records; then the bind table says of each what entry the ledger has
    /// (`known`).
    pub(super) fn asks_ledger(&self, table: usize) -> bool {
        self.ledger && !self.empty[table] && self.shapes[table].is_remembered()
    }

    /// Counts in which states the records are.
    fn take_census(&mut self, table: usize) -> Result<(), DatabaseError> {
        let bind = self.shapes[table].temp("bind");
        let rows = self.rows(&format!(
            "SELECT CAST(state AS TEXT), CAST(SUM(CASE WHEN via = {VIA_LEDGER} THEN 0 ELSE 1 END) AS TEXT), CAST(MAX(known) AS TEXT) FROM {bind} GROUP BY state"
        ))?;
        let mut census = Census::default();
        for row in &rows {
            let state = int(row, 0).unwrap_or_default();
            census.count(state, state == State::Bound as i64 && int(row, 1) != Some(0));
            census.has_learned |= int(row, 2) == Some(LEARNED);
        }
        self.census[table] = census;
        Ok(())
    }

    /// Groups leaders by legacy id; all but the winner are on the winner's row.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn group_by_legacy_id(&mut self, table: usize) -> Result<u64, DatabaseError> {
        if self.has_ids_apart(table) {
            return Ok(0);
        }
        let shape = &self.shapes[table];
        let bind = shape.temp("bind");
        let groups = format!(
            "SELECT lid AS g0, {} AS winner FROM {bind} WHERE state IN (0, 1) AND lid IS NOT NULL GROUP BY lid HAVING COUNT(*) > 1",
            winner(shape)
        );
        let sql = format!(
            "UPDATE {bind} AS b SET state = 3, leader = g.winner, via = {VIA_SAME_ID} FROM ({groups}) g WHERE b.lid = g.g0 AND b.state IN (0, 1) AND b.seq <> g.winner"
        );
        self.run(&sql)
    }

    /// Groups bound leaders by their row; all but the winner are on the winner's row.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn group_by_row(&mut self, table: usize) -> Result<u64, DatabaseError> {
        if self.empty[table] || !self.may_be(table, State::Bound) {
            return Ok(0);
        }
        let shape = &self.shapes[table];
        let bind = shape.temp("bind");
        let handles = shape.handles("q");
        let groups =
            format!("SELECT {handles}, {} AS winner FROM {bind} q WHERE state = 1 GROUP BY {handles} HAVING COUNT(*) > 1", winner(shape));
        let sql = format!(
            "UPDATE {bind} AS b SET state = 3, leader = g.winner FROM ({groups}) g WHERE b.state = 1 AND {} AND b.seq <> g.winner",
            shape.same_handle("b", "g")
        );
        self.run(&sql)
    }

    /// Says whether there are leaders without row.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn has_open(&mut self, table: usize) -> Result<bool, DatabaseError> {
        let bind = self.shapes[table].temp("bind");
        Ok(self.may_be(table, State::Pending) && self.has_rows(&format!("SELECT 1 FROM {bind} WHERE state = 0"))?)
    }

    /// Puts leaders without row on the row of another leader that has the same primary key: of one on a bound row, else of the first.
    ///
    /// All leaders count, those that are on the row of another one too: with fewer, a second run could come to another result.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn group_by_primary_key(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        let Some(key) = primary_identity(&shape).filter(|key| !self.is_apart(table, *key)) else { return Ok(0) };
        let layout = &shape.layout.keys[key];
        let (bind, verdict) = (shape.temp("bind"), shape.temp("verdict"));
        let open = shape.incoming_view(layout, "b.state = 0");
        let settled = shape.incoming_view(layout, &format!("b.state IN (1, 3) AND (b.via IS NULL OR b.via <> {VIA_SAME_ID})"));
        let parts = shape.parts(layout, "q");
        self.run(&format!("DELETE FROM {verdict}"))?;
        let leaders =
            format!("(SELECT q.seq AS seq, 0 AS is_open, {parts} FROM {settled} q UNION ALL SELECT q.seq, 1, {parts} FROM {open} q)");
        let parts = shape.parts(layout, "w");
        let grouped = self.run(&format!(
            "INSERT INTO {verdict} (seq, other) SELECT w.seq, COALESCE(l.leader, g.first) FROM {open} w JOIN (SELECT {parts}, \
             MIN(CASE WHEN w.is_open = 0 THEN w.seq END) AS settled, MIN(CASE WHEN w.is_open = 1 THEN w.seq END) AS first FROM {leaders} w GROUP BY {parts} \
             HAVING COUNT(*) > 1) g ON {same} LEFT JOIN {bind} l ON l.seq = g.settled WHERE w.seq <> COALESCE(l.leader, g.first)",
            same = shape.same_key(layout, Use::Match, "w", "g"),
        ))?;
        if grouped == 0 { Ok(0) } else { self.hand_over(&shape) }
    }

    /// Binds leaders without row to the stored row with their declared identity key, if no record is bound to it.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn bind_by_identity_key(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        let Some(layout) = declared_identity(&shape).map(|key| in_rule_one(&shape, key)) else { return Ok(0) };
        if self.empty[table] {
            return Ok(0);
        }
        let bind = shape.temp("bind");
        self.run(&format!(
            "UPDATE {bind} AS b SET state = 1, via = {via}{handle}{primary} FROM {incoming} w JOIN {stored} x ON {same} JOIN {target} t ON {on} \
             WHERE w.seq = b.seq AND b.state = 0 AND {free}",
            via = declared_identity(&shape).unwrap_or_default(),
            handle = join(shape.handle.len(), "", |i| format!(", h{i} = x.h{i}")),
            primary = primary_of_target(&shape),
            incoming = shape.incoming_view(&layout, "b.state = 0"),
            stored = shape.stored_view(&layout, Use::Match),
            same = shape.same_key(&layout, Use::Match, "w", "x"),
            target = shape.target,
            on = shape.on_target("x", "t"),
            free = shape.no_handle_in(&bind, "o.state = 1", "x"),
        ))
    }

    /// Puts leaders without row on the row of another leader that has the same declared identity: of a bound one, else of the first. Where two or more
    /// bound ones have it, it is open whose row that would be, and the leader is rejected.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn group_by_identity_key(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        let Some(key) = declared_identity(&shape).filter(|key| !self.is_apart(table, *key)) else { return Ok(0) };
        let layout = &shape.layout.keys[key];
        let (bind, verdict) = (shape.temp("bind"), shape.temp("verdict"));
        let incoming = |state: u8| shape.incoming_view(layout, &format!("b.state = {state}"));
        let leaders = format!(
            "(SELECT q.seq AS seq, 0 AS is_open, {parts} FROM {bound} q UNION ALL SELECT q.seq, 1, {parts} FROM {open} q)",
            parts = shape.parts(layout, "q"),
            bound = incoming(1),
            open = incoming(0),
        );
        let parts = shape.parts(layout, "w");
        if !self.has_rows(&format!("SELECT 1 FROM {bind} b WHERE b.state = 0"))?
            || !self.has_rows(&format!("SELECT 1 FROM {leaders} w GROUP BY {parts} HAVING COUNT(*) > 1"))?
        {
            return Ok(0);
        }
        self.run(&format!("DELETE FROM {verdict}"))?;
        // `other` is the record whose row it is: the first bound one, else the first.
        let grouped = self.run(&format!(
            "INSERT INTO {verdict} (seq, other, root) SELECT w.seq, COALESCE(g.bound, g.first), g.rivals FROM {open} w JOIN (SELECT {parts}, MIN(w.seq) AS first, \
             MIN(CASE WHEN w.is_open = 0 THEN w.seq END) AS bound, COUNT(*) - SUM(w.is_open) AS rivals FROM {leaders} w GROUP BY {parts} HAVING COUNT(*) > 1) g \
             ON {same} WHERE w.seq <> COALESCE(g.bound, g.first)",
            open = incoming(0),
            same = shape.same_key(layout, Use::Match, "w", "g"),
        ))?;
        if grouped == 0 {
            return Ok(0);
        }
        self.run(&format!(
            "UPDATE {bind} AS b SET state = 4, code = {code}, key = {key}, other = v.other FROM {bind} l JOIN {verdict} v ON v.seq = l.seq AND v.root > 1 \
             WHERE l.seq = b.leader AND b.state IN (0, 3)",
            code = Cause::DuplicateInInput as i64,
        ))?;
        self.run(&format!("DELETE FROM {verdict} WHERE root > 1"))?;
        self.hand_over(&shape)
    }

    /// In each group that the verdict table lists, the first record in input order (with "last" the last) takes the row; all others are on its row.
    pub(super) fn hand_over(&mut self, shape: &Shape) -> Result<u64, DatabaseError> {
        let (bind, verdict) = (shape.temp("bind"), shape.temp("verdict"));
        let least = if shape.layout.on_duplicate == OnDuplicate::Last { "MAX" } else { "MIN" };
        let groups = format!(
            "(SELECT other, {least}(seq) AS winner FROM (SELECT seq, other FROM {verdict} UNION ALL SELECT other, other FROM {verdict}) m GROUP BY other)"
        );
        let handle = join(shape.handle.len(), "", |i| format!(", h{i} = f.h{i}"));
        let primary = join(shape.primary.len(), "", |i| format!(", k{i} = CASE WHEN f.state = 1 THEN f.k{i} ELSE w.k{i} END"));
        self.run(&format!(
            "UPDATE {bind} AS w SET state = f.state, via = CASE WHEN f.via < 0 THEN {VIA_OTHER} ELSE f.via END{handle}{primary} FROM {groups} g JOIN {bind} f ON f.seq = g.other \
             WHERE w.seq = g.winner AND w.seq <> f.seq"
        ))?;
        let joined = self.run(&format!(
            "UPDATE {bind} AS b SET state = 3, leader = g.winner FROM {verdict} v JOIN {groups} g ON g.other = v.other WHERE v.seq = b.seq AND b.seq <> g.winner"
        ))?;
        self.run(&format!(
            "UPDATE {bind} AS b SET state = 3, leader = g.winner FROM {groups} g WHERE b.seq = g.other AND b.seq <> g.winner"
        ))?;
        Ok(joined)
    }

    /// Lets every duplicate name the last leader of its chain, and rejects those that differ from it where the mapping says so.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn settle_duplicates(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        let bind = shape.temp("bind");
        if !self.may_be(table, State::Duplicate) {
            return Ok(0);
        }
        while self.run(&format!(
            "UPDATE {bind} AS b SET leader = l.leader FROM {bind} l WHERE b.state = 3 AND l.seq = b.leader AND l.leader <> l.seq"
        ))? > 0
        {}
        if shape.layout.on_duplicate != OnDuplicate::Reject {
            return Ok(0);
        }
        if self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {bind} WHERE state = 3"))? == 0 {
            return Ok(0);
        }
        let rejected = self.run(&format!(
            "UPDATE {bind} AS b SET state = 4, code = {code}, other = b.leader FROM (SELECT q.seq AS seq FROM {bind} q JOIN {values} a ON a.seq = q.seq \
             JOIN {values} c ON c.seq = q.leader WHERE q.state = 3 AND ({unequal})) x WHERE x.seq = b.seq",
            code = Cause::DuplicateInInput as i64,
            values = values_view(&shape),
            unequal = unequal(&shape, "a", "c"),
        ))?;
        if rejected > 0 {
            self.name_shared_keys(&shape)?;
        }
        Ok(rejected)
    }

    /// Lists for every leader without row the free rows that answer to its keys. Returns how many lines.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn find_candidates(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        let cand = shape.temp("cand");
        self.run(&format!("DELETE FROM {cand}"))?;
        if self.empty[table] {
            return Ok(0);
        }
        let mut found = 0;
        for (number, layout) in shape.layout.keys.iter().enumerate().filter(|(_, k)| k.matching) {
            if is_unknowable(&shape, layout) {
                continue;
            }
            found += self.run(&format!(
                "INSERT INTO {cand} (seq, key{names}) SELECT w.seq, {number}, {handles} FROM {incoming} w JOIN {stored} x ON {same} \
                 WHERE {free} AND {not_held}",
                names = join(shape.handle.len(), "", |i| format!(", h{i}")),
                handles = shape.handles("x"),
                incoming = shape.incoming_view(layout, "b.state = 0"),
                stored = shape.stored_view(layout, Use::Match),
                same = shape.same_key(layout, Use::Match, "w", "x"),
                free = shape.no_handle_in(&shape.temp("bind"), "o.state = 1", "x"),
                not_held = shape.no_handle_in(&shape.temp("held"), "1 = 1", "x"),
            ))?;
        }
        Ok(found)
    }

    /// Binds, for each free row, the first record that finds just that one row; then drops bound rows from the candidates. Returns how many were bound.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn claim_candidates(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        let (bind, cand) = (shape.temp("bind"), shape.temp("cand"));
        let singles = format!(
            "SELECT c.* FROM {cand} c WHERE NOT EXISTS (SELECT 1 FROM {cand} o WHERE o.seq = c.seq AND ({}))",
            shape.other_handle("o", "c")
        );
        let handles = shape.handles("c");
        let primary = primary_of_target(&shape);
        if self.empty[table] || self.has_none(table, "cand") {
            return Ok(0);
        }
        let bound = self.run(&format!(
            "UPDATE {bind} AS b SET state = 1, via = v.via{handle}{primary} FROM (SELECT {handles}, MIN(c.seq) AS first FROM ({singles}) c GROUP BY {handles}) w \
             JOIN (SELECT seq, MIN(key) AS via FROM {cand} GROUP BY seq) v ON v.seq = w.first JOIN {target} t ON {on_target} WHERE b.seq = w.first",
            handle = join(shape.handle.len(), "", |i| format!(", h{i} = w.h{i}")),
            target = shape.target,
            on_target = shape.on_target("w", "t"),
        ))?;
        if bound > 0 {
            // Two statements: a condition with OR cannot become a join.
            self.run(&format!("DELETE FROM {cand} WHERE seq IN (SELECT seq FROM {bind} WHERE state = 1)"))?;
            self.run(&format!("DELETE FROM {cand} WHERE NOT ({})", shape.no_handle_in(&bind, "o.state = 1", &cand)))?;
        }
        Ok(bound)
    }

    /// Rejects the records that still find rows: they find two or more. All other leaders without row become inserts.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn end_claims(&mut self, table: usize) -> Result<(), DatabaseError> {
        let shape = &self.shapes[table];
        let (bind, cand) = (shape.temp("bind"), shape.temp("cand"));
        let ambiguous =
            format!("UPDATE {bind} SET state = 4, code = {} WHERE state = 0 AND seq IN (SELECT seq FROM {cand})", Cause::Ambiguous as i64);
        let inserts = format!("UPDATE {bind} SET state = 2 WHERE state = 0");
        if !self.has_none(table, "cand") {
            self.run(&ambiguous)?;
        }
        self.run(&inserts)?;
        Ok(())
    }

    /// Rejects inserts that lack a value which their column must have. Returns how many.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn reject_incomplete(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let mut rejected = 0;
        for sql in reject_incomplete(&self.shapes[table]) {
            rejected += self.run(&sql)?;
        }
        Ok(rejected)
    }
}

/// An absent field leaves a stored value alone by rule, but a new row needs a value.
fn reject_incomplete(shape: &Shape) -> Vec<String> {
    let needs = |i: &usize| {
        let column = &shape.layout.columns[*i];
        !column.nullable && !column.has_default
    };
    let reject = |i: usize| {
        format!(
            "UPDATE {bind} SET state = 4, code = {code}, key = {i} WHERE state = 2 AND seq IN (SELECT s.seq FROM {stage} s WHERE s.a{i} = 1)",
            bind = shape.temp("bind"),
            stage = shape.temp("stage"),
            code = Cause::MissingValue as i64,
        )
    };
    shape.absent_columns().into_iter().filter(needs).map(reject).collect()
}

impl Workspace<'_> {
    fn has_nameless(&self, shape: &Shape) -> bool {
        let has_ids = shape.layout.scope != IdScope::Run && shape.layout.legacy_id.is_some();
        self.ledger && (!has_ids || self.nameless[shape.number])
    }
}

/// `via` of a record that has the legacy id of another one.
const VIA_SAME_ID: i64 = -2;
/// `via` of a record that takes the row which the ledger has for another one: the ledger does not know it yet.
const VIA_OTHER: i64 = -3;

/// Number of the declared identity key.
fn declared_identity(shape: &Shape) -> Option<usize> {
    shape.layout.identity.iter().copied().find(|k| !is_primary_key(shape, *k))
}

/// An identity key as rule 1 looks at stored rows by it: several rows can have NULLs that only matching calls equal, so those are left to rule 2.
pub(super) fn in_rule_one(shape: &Shape, key: usize) -> KeyLayout {
    let layout = &shape.layout.keys[key];
    KeyLayout { nulls_equal: shape.key(layout).nulls_equal, ..layout.clone() }
}

/// Number of the primary key among the identity keys.
fn primary_identity(shape: &Shape) -> Option<usize> {
    shape.layout.identity.iter().copied().find(|k| is_primary_key(shape, *k))
}

fn is_primary_key(shape: &Shape, key: usize) -> bool {
    shape.key(&shape.layout.keys[key]).kind == KeyKind::Primary
}

fn coalesce(stored: &str, incoming: Option<&str>) -> String {
    match (stored, incoming) {
        ("NULL", Some(incoming)) => incoming.to_owned(),
        (stored, Some(incoming)) => format!("COALESCE({stored}, {incoming})"),
        (stored, None) => stored.to_owned(),
    }
}

fn primary_of_target(shape: &Shape) -> String {
    join(shape.primary.len(), "", |i| format!(", k{i} = t.{}", quote(&shape.primary[i].name)))
}

pub(super) fn is_computed(shape: &Shape, column: &str) -> bool {
    shape.table().column(column).is_some_and(|c| c.generated.is_computed())
}

/// The record of a group that has the row.
fn winner(shape: &Shape) -> &'static str {
    if shape.layout.on_duplicate == OnDuplicate::Last { "MAX(seq)" } else { "MIN(seq)" }
}

/// A key of columns that only the database fills is never known before the row is written.
pub(super) fn is_unknowable(shape: &Shape, layout: &KeyLayout) -> bool {
    let columns = shape.key_columns(shape.key(layout));
    columns.iter().all(|column| shape.mapped(column).is_none())
}

/// Join and condition for records with an unresolved reference that must resolve.
fn unresolved(shape: &Shape) -> (String, String) {
    let conditions: Vec<String> = must_resolve(shape).map(|i| format!("r.u{i} IN ({UNRESOLVED}, {AMBIGUOUS})")).collect();
    let join = if shape.references.is_empty() { String::new() } else { format!(" LEFT JOIN {} r ON r.seq = s.seq", shape.temp("refs")) };
    (join, if conditions.is_empty() { "0 = 1".to_owned() } else { conditions.join(" OR ") })
}

/// Says something by the first reference that must resolve and does not: its number, or the cause.
fn unresolved_case(shape: &Shape, say: impl Fn(usize, i64) -> String) -> String {
    let causes = [(UNRESOLVED, Cause::UnresolvedReference), (AMBIGUOUS, Cause::AmbiguousReference)];
    let case = |(i, (state, cause)): (usize, (i64, Cause))| format!(" WHEN r.u{i} = {state} THEN {}", say(i, cause as i64));
    let whens: String = must_resolve(shape).flat_map(|i| causes.map(|cause| (i, cause))).map(case).collect();
    if whens.is_empty() { "CAST(NULL AS SMALLINT)".to_owned() } else { format!("CASE{whens} END") }
}

fn must_resolve(shape: &Shape) -> impl Iterator<Item = usize> + '_ {
    shape.references.iter().enumerate().filter(|(_, (_, r))| r.on_unresolved == crate::mapping::OnUnresolved::Reject).map(|(i, _)| i)
}
