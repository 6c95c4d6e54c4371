//! Binding: which stored row each record is.
//!
//! **Invariant**: a stored row is the handle of at most one record in state `Bound`.

use super::keys::Use;
use super::shape::{Shape, join};
use super::{Cause, Workspace};
use crate::backend::statement::{literal, quote};
use crate::backend::{DatabaseError, LEDGER_ROWS};
use crate::catalog::KeyPart;
use crate::layout::KeyLayout;
use crate::mapping::{IdScope, OnDuplicate};

/// `via` of a record that the ledger bound.
pub(super) const VIA_LEDGER: i64 = -1;

impl Workspace<'_> {
    /// Writes one line a record into the bind table, with the stored row that the ledger, the primary key or a declared identity key gives it.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn bind_by_identity(&mut self, table: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let found = Found::new(&shape, self.ledger && !self.empty[table], self.empty[table]);
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
            "INSERT INTO {bind} (seq, lid, state, leader, via, code, key{names}) SELECT s.seq, s.lid, \
             CASE WHEN s.bad = 1 OR ({unresolved}) THEN 5 WHEN {is_found} THEN 1 ELSE 0 END, s.seq, {via}, CASE WHEN s.bad = 0 AND ({unresolved}) THEN {code} END, \
             {reference}{values} FROM {stage} s{refs}{joins}",
            bind = shape.temp("bind"),
            via = found.via(&shape),
            code = Cause::UnresolvedReference as i64,
            reference = unresolved_number(&shape),
            stage = shape.temp("stage"),
            joins = found.joins,
        );
        self.run(&sql)?;
        self.analyze(table, "bind")
    }

    /// Rejects records whose reference names a record that was rejected before, until none is left.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn reject_broken_promises(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        let mut rejected = 0;
        for (i, (column, reference)) in shape.references.iter().enumerate().filter(|(_, (_, r))| r.late && r.by.is_none()) {
            let Some(parent) = self.shapes.iter().position(|s| s.layout.table == reference.table) else { continue };
            if parent > table {
                continue;
            }
            let parents = self.shapes[parent].temp("bind");
            let code = Cause::UnresolvedReference as i64;
            loop {
                let broken = self.run(&format!(
                    "UPDATE {refs} AS r SET u{i} = 2 FROM (SELECT r2.seq AS seq FROM {refs} r2 JOIN {stage} s ON s.seq = r2.seq WHERE r2.u{i} = 4 AND s.c{column} NOT IN \
                     (SELECT pb.lid FROM {parents} pb WHERE pb.lid IS NOT NULL AND (pb.state <> 5 OR pb.h0 IS NOT NULL))) x WHERE x.seq = r.seq",
                    refs = shape.temp("refs"),
                    stage = shape.temp("stage"),
                ))?;
                if broken == 0 {
                    break;
                }
                rejected += broken;
                if reference.on_unresolved == crate::mapping::OnUnresolved::Reject {
                    self.run(&format!(
                        "UPDATE {bind} AS b SET state = 5, code = {code}, key = {i}, \
                         root = (SELECT COALESCE(pb.root, pb.seq) FROM {stage} s JOIN {parents} pb ON pb.lid = s.c{column} WHERE s.seq = b.seq AND pb.seq <> b.seq \
                         ORDER BY pb.seq LIMIT 1), root_table = {parent} WHERE b.state IN (0, 1) AND b.seq IN (SELECT seq FROM {refs} WHERE u{i} = 2)",
                        bind = shape.temp("bind"),
                        stage = shape.temp("stage"),
                        refs = shape.temp("refs"),
                    ))?;
                }
            }
        }
        Ok(rejected)
    }

    /// Groups leaders by legacy id; all but the winner are on the winner's row.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn group_by_legacy_id(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = &self.shapes[table];
        let bind = shape.temp("bind");
        let groups = format!(
            "SELECT lid AS g0, {} AS winner FROM {bind} WHERE state IN (0, 1) AND lid IS NOT NULL GROUP BY lid HAVING COUNT(*) > 1",
            winner(shape)
        );
        let sql = format!(
            "UPDATE {bind} AS b SET state = 3, leader = g.winner FROM ({groups}) g WHERE b.lid = g.g0 AND b.state IN (0, 1) AND b.seq <> g.winner"
        );
        self.run(&sql)
    }

    /// Groups bound leaders by their row; all but the winner are on the winner's row.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn group_by_row(&mut self, table: usize) -> Result<u64, DatabaseError> {
        if self.empty[table] {
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

    /// Puts leaders without row that share an identity key with an earlier leader on the row of that one.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn group_by_identity_key(&mut self, table: usize, key: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        let layout = &shape.layout.keys[key];
        let bind = shape.temp("bind");
        let verdict = shape.temp("verdict");
        let view = shape.incoming_view(layout, "b.state IN (0, 1)");
        let parts = shape.parts(layout, "w");
        self.run(&format!("DELETE FROM {verdict}"))?;
        // `other` is the first of the group; the winner is the first, or with "last" the last of the first and the unbound ones.
        let grouped = self.run(&format!(
            "INSERT INTO {verdict} (seq, other) SELECT w.seq, g.first FROM {view} w JOIN (SELECT {parts}, MIN(w.seq) AS first FROM {view} w GROUP BY {parts} \
             HAVING COUNT(*) > 1) g ON {} JOIN {bind} b ON b.seq = w.seq WHERE b.state = 0 AND w.seq > g.first",
            shape.same_key(layout, Use::Match, "w", "g"),
        ))?;
        if grouped == 0 {
            return Ok(0);
        }
        if shape.layout.on_duplicate == OnDuplicate::Last {
            return self.hand_over_to_last(&shape);
        }
        self.run(&format!("UPDATE {bind} AS b SET state = 3, leader = v.other FROM {verdict} v WHERE v.seq = b.seq"))
    }

    /// The last of each group takes the first one's row; all others are duplicates of it.
    fn hand_over_to_last(&mut self, shape: &Shape) -> Result<u64, DatabaseError> {
        let (bind, verdict) = (shape.temp("bind"), shape.temp("verdict"));
        let last = format!("(SELECT other, MAX(seq) AS last FROM {verdict} GROUP BY other)");
        let handle = join(shape.handle.len(), "", |i| format!(", h{i} = f.h{i}"));
        let primary = join(shape.primary.len(), "", |i| format!(", k{i} = CASE WHEN f.state = 1 THEN f.k{i} ELSE w.k{i} END"));
        self.run(&format!(
            "UPDATE {bind} AS w SET state = f.state, via = f.via{handle}{primary} FROM {last} g JOIN {bind} f ON f.seq = g.other WHERE w.seq = g.last"
        ))?;
        self.run(&format!(
            "UPDATE {bind} AS b SET state = 3, leader = g.last FROM {verdict} v JOIN {last} g ON g.other = v.other WHERE v.seq = b.seq AND b.seq <> g.last"
        ))?;
        self.run(&format!("UPDATE {bind} AS b SET state = 3, leader = g.last FROM {last} g WHERE b.seq = g.other"))
    }

    /// Lets every duplicate name the last leader of its chain, and rejects those that differ from it where the mapping says so.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn settle_duplicates(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        let bind = shape.temp("bind");
        while self.run(&format!(
            "UPDATE {bind} AS b SET leader = l.leader FROM {bind} l WHERE b.state = 3 AND l.seq = b.leader AND l.leader <> l.seq"
        ))? > 0
        {}
        if shape.layout.on_duplicate != OnDuplicate::Reject {
            return Ok(0);
        }
        let stage = shape.temp("stage");
        self.run(&format!(
            "UPDATE {bind} AS b SET state = 4, code = {}, other = b.leader FROM (SELECT q.seq AS seq FROM {bind} q JOIN {stage} s ON s.seq = q.seq \
             JOIN {stage} l ON l.seq = q.leader WHERE q.state = 3 AND ({})) x WHERE x.seq = b.seq",
            Cause::DuplicateInInput as i64,
            unequal(&shape, "s", "l"),
        ))
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
                 WHERE NOT EXISTS (SELECT 1 FROM {bind} o WHERE o.state IN (1, 5) AND {taken})",
                names = join(shape.handle.len(), "", |i| format!(", h{i}")),
                handles = shape.handles("x"),
                incoming = shape.incoming_view(layout, "b.state = 0"),
                stored = shape.stored_view(layout, Use::Match),
                same = shape.same_key(layout, Use::Match, "w", "x"),
                bind = shape.temp("bind"),
                taken = shape.same_handle("o", "x"),
            ))?;
        }
        if found > 0 {
            self.analyze(table, "cand")?;
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
        let primary = join(shape.primary.len(), "", |i| format!(", k{i} = t.{}", quote(&shape.primary[i].name)));
        let bound = self.run(&format!(
            "UPDATE {bind} AS b SET state = 1, via = v.via{handle}{primary} FROM (SELECT {handles}, MIN(c.seq) AS first FROM ({singles}) c GROUP BY {handles}) w \
             JOIN (SELECT seq, MIN(key) AS via FROM {cand} GROUP BY seq) v ON v.seq = w.first JOIN {target} t ON {on_target} WHERE b.seq = w.first",
            handle = join(shape.handle.len(), "", |i| format!(", h{i} = w.h{i}")),
            target = shape.target,
            on_target = shape.on_target("w", "t"),
        ))?;
        if bound > 0 {
            self.run(&format!(
                "DELETE FROM {cand} WHERE seq IN (SELECT seq FROM {bind} WHERE state = 1) OR EXISTS (SELECT 1 FROM {bind} o WHERE o.state = 1 AND {})",
                join(shape.handle.len(), " AND ", |i| format!("o.h{i} = {cand}.h{i}")),
            ))?;
        }
        Ok(bound)
    }

    /// Rejects the records that still find rows: they find two or more. All other leaders without row become inserts.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn end_claims(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = &self.shapes[table];
        let (bind, cand) = (shape.temp("bind"), shape.temp("cand"));
        let ambiguous =
            format!("UPDATE {bind} SET state = 4, code = {} WHERE state = 0 AND seq IN (SELECT seq FROM {cand})", Cause::Ambiguous as i64);
        let inserts = format!("UPDATE {bind} SET state = 2 WHERE state = 0");
        let rejected = self.run(&ambiguous)?;
        self.run(&inserts)?;
        Ok(rejected)
    }
}

/// Where the identity of the records of one table may be found.
struct Found {
    aliases: Vec<(&'static str, i64)>,
    joins: String,
}

impl Found {
    fn new(shape: &Shape, ledger: bool, empty: bool) -> Self {
        let mut found = Self { aliases: Vec::new(), joins: String::new() };
        if empty {
            return found;
        }
        if ledger && shape.layout.scope == IdScope::Source && shape.layout.legacy_id.is_some() {
            found.joins.push_str(&format!(
                " LEFT JOIN {LEDGER_ROWS} l ON l.target_table = {} AND l.namespace = {} AND l.legacy_id = s.lid LEFT JOIN {} tl ON {}",
                literal(&shape.table().display_name()),
                literal(&shape.layout.namespace),
                shape.target,
                shape.on_ledger("tl"),
            ));
            found.aliases.push(("tl", VIA_LEDGER));
        }
        const ALIASES: [(&str, &str); 4] = [("t0", "i0"), ("t1", "i1"), ("t2", "i2"), ("t3", "i3")];
        for (&key, (alias, view)) in shape.layout.identity.iter().zip(ALIASES) {
            found.join_key(shape, key, alias, view);
        }
        found
    }

    fn join_key(&mut self, shape: &Shape, number: usize, alias: &'static str, view: &str) {
        let layout = &shape.layout.keys[number];
        let via = i64::try_from(number).unwrap_or_default();
        let key = shape.key(layout);
        let plain: Option<Vec<&String>> = key
            .parts
            .iter()
            .map(|part| match part {
                KeyPart::Column { name, collation: None } if !is_computed(shape, name) => Some(name),
                _ => None,
            })
            .collect();
        let simple = key.predicate.is_none() && !key.nulls_equal && !layout.nulls_equal;
        if let (Some(columns), true) = (plain, simple) {
            let on: Vec<String> = columns.iter().map(|c| format!("{alias}.{} = {}", quote(c), shape.incoming(c))).collect();
            self.joins.push_str(&format!(" LEFT JOIN {} {alias} ON {}", shape.target, on.join(" AND ")));
        } else {
            let incoming = shape.staged_view(layout);
            self.joins.push_str(&format!(
                " LEFT JOIN {incoming} {view} ON {view}.seq = s.seq LEFT JOIN {stored} x{view} ON {same} LEFT JOIN {target} {alias} ON {on}",
                stored = shape.stored_view(layout, Use::Match),
                same = shape.same_key(layout, Use::Match, view, &format!("x{view}")),
                target = shape.target,
                on = shape.on_target(&format!("x{view}"), alias),
            ));
        }
        self.aliases.push((alias, via));
    }

    /// The first of the aliases that was found decides, all columns from the same one.
    fn pick(&self, expression: impl Fn(&str) -> String) -> String {
        let texts: Vec<String> = self.aliases.iter().map(|(alias, _)| expression(alias)).collect();
        match texts.as_slice() {
            [] => "NULL".to_owned(),
            [single] => single.clone(),
            many => format!("COALESCE({})", many.join(", ")),
        }
    }

    fn condition(&self, shape: &Shape) -> String {
        let found: Vec<String> = self.aliases.iter().map(|(alias, _)| format!("{alias}.{} IS NOT NULL", shape.handle[0].column)).collect();
        if found.is_empty() { "0 = 1".to_owned() } else { found.join(" OR ") }
    }

    fn via(&self, shape: &Shape) -> String {
        let cases: String =
            self.aliases.iter().map(|(alias, via)| format!(" WHEN {alias}.{} IS NOT NULL THEN {via}", shape.handle[0].column)).collect();
        if cases.is_empty() { "NULL".to_owned() } else { format!("CASE{cases} END") }
    }
}

fn coalesce(stored: &str, incoming: Option<&str>) -> String {
    match (stored, incoming) {
        ("NULL", Some(incoming)) => incoming.to_owned(),
        (stored, Some(incoming)) => format!("COALESCE({stored}, {incoming})"),
        (stored, None) => stored.to_owned(),
    }
}

fn is_computed(shape: &Shape, column: &str) -> bool {
    shape.table().column(column).is_some_and(|c| c.generated.is_computed())
}

/// The record of a group that has the row.
fn winner(shape: &Shape) -> &'static str {
    if shape.layout.on_duplicate == OnDuplicate::Last { "MAX(seq)" } else { "MIN(seq)" }
}

/// A key of columns that only the database fills is never known before the row is written.
fn is_unknowable(shape: &Shape, layout: &KeyLayout) -> bool {
    let columns = shape.key_columns(shape.key(layout));
    columns.iter().all(|column| shape.mapped(column).is_none())
}

/// Join and condition for records with an unresolved reference that must resolve.
fn unresolved(shape: &Shape) -> (String, String) {
    let conditions: Vec<String> = must_resolve(shape).map(|i| format!("r.u{i} = 2")).collect();
    let join = if shape.references.is_empty() { String::new() } else { format!(" LEFT JOIN {} r ON r.seq = s.seq", shape.temp("refs")) };
    (join, if conditions.is_empty() { "0 = 1".to_owned() } else { conditions.join(" OR ") })
}

fn unresolved_number(shape: &Shape) -> String {
    let cases: String = must_resolve(shape).map(|i| format!(" WHEN r.u{i} = 2 THEN {i}")).collect();
    if cases.is_empty() { "NULL".to_owned() } else { format!("CASE{cases} END") }
}

fn must_resolve(shape: &Shape) -> impl Iterator<Item = usize> + '_ {
    shape.references.iter().enumerate().filter(|(_, (_, r))| r.on_unresolved == crate::mapping::OnUnresolved::Reject).map(|(i, _)| i)
}

/// Says that two records of the stage differ in a mapped column other than the primary key.
pub(super) fn unequal(shape: &Shape, a: &str, b: &str) -> String {
    let compare = |(i, column): (usize, &crate::layout::ColumnLayout)| {
        if shape.is_primary(&column.name) {
            return None;
        }
        let (left, right) = (format!("{a}.c{i}"), format!("{b}.c{i}"));
        let typed = !shape.is_cast(column) && shape.reference_number(i).is_none();
        Some(if typed { shape.differs(&column.name, &left, &right) } else { format!("{left} IS DISTINCT FROM {right}") })
    };
    let mut conditions: Vec<String> = shape.layout.columns.iter().enumerate().filter_map(compare).collect();
    conditions.extend(shape.absent_columns().into_iter().map(|i| format!("{a}.a{i} IS DISTINCT FROM {b}.a{i}")));
    if conditions.is_empty() { "0 = 1".to_owned() } else { conditions.join(" OR ") }
}
