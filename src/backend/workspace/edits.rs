//! What was edited in the target since it was last written: three-way comparison by hashes.
//!
//! The ledger keeps, for each row, the hash of the record that was written to it, the hash of that record's text in the source, and a hash of each column as the
//! database stored it. Only rows that would change are looked at: where source and target agree there is nothing to decide.
//!
//! **Invariant**: a column that a record leaves alone has the same value before and after the run.

use super::Workspace;
use super::judge::{change, int, row_key_of_target, written};
use super::learned::{join_learned, then};
use super::read::{Detail, record_columns};
use super::shape::Shape;
use crate::backend::statement::{Statement, literal, quote};
use crate::backend::{DatabaseError, LEDGER_FORMS, LEDGER_HASHES};
use crate::catalog::BackendKind;
use crate::mapping::{OnTargetEdit, OnUpdate};

/// Stands for a rule where a hash is of what the source said.
const SAID: &str = "source";

/// Digits of one hash in SQLite's text of hashes.
pub(super) const DIGITS: usize = 6;

/// What becomes of a column that differs; the numbers stand in the edit table.
///
/// `Kept`: edited in the target, and the source is as it was. `Overwritten`, `KeptByPolicy`, `Refused`: edited, and the source changed too. `Settled`: neither
/// changed since it was written; the database stores something else than it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edit {
    Kept = 1,
    Overwritten = 2,
    Settled = 3,
    KeptByPolicy = 4,
    Refused = 5,
}

/// Edits to be told one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edits {
    /// Those that were left alone.
    Kept,
    /// Those that the source wrote over.
    Overwritten,
}

impl Edits {
    fn kinds(self) -> &'static [Edit] {
        match self {
            Self::Kept => &[Edit::Kept, Edit::KeptByPolicy],
            Self::Overwritten => &[Edit::Overwritten],
        }
    }
}

/// Numbers of edits of one column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditTally {
    /// Number of the column in the layout.
    pub column: usize,
    /// Edits that were left alone because the source did not change.
    pub kept: u64,
    /// Edits that were left alone although the source changed too.
    pub kept_by_policy: u64,
    /// Edits that the source wrote over, because it changed too.
    pub overwritten: u64,
    /// Edits for whose sake the record was rejected.
    pub refused: u64,
}

/// Of which columns the hashes of a row are, and by which function.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Form {
    id: i64,
    function: String,
    /// Names, each with what an update did to it; behind them those of which what the source said is remembered, too.
    columns: Vec<(String, String)>,
}

/// All forms that the ledger knows.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    /// How this database makes hashes: those made otherwise cannot be compared.
    function: String,
    known: Vec<Form>,
}

impl Form {
    fn of(shape: &Shape, id: i64, function: &str) -> Self {
        let rule = |on_update: crate::mapping::OnUpdate| -> &'static str { on_update.into() };
        let mut columns: Vec<(String, String)> =
            shape.layout.columns.iter().map(|c| (c.name.clone(), rule(c.on_update).to_owned())).collect();
        columns.extend(shape.mixed().map(|i| (shape.layout.columns[i].name.clone(), SAID.to_owned())));
        Self { id, function: function.to_owned(), columns }
    }

    fn definition(&self) -> String {
        serde_json::json!({ "function": self.function, "columns": self.columns }).to_string()
    }

    fn read(id: i64, definition: &str) -> Option<Self> {
        let value: serde_json::Value = serde_json::from_str(definition).ok()?;
        let column = |pair: &serde_json::Value| Some((pair.get(0)?.as_str()?.to_owned(), pair.get(1)?.as_str()?.to_owned()));
        let columns = value.get("columns")?.as_array()?.iter().map(column).collect::<Option<Vec<_>>>()?;
        Some(Self { id, function: value.get("function")?.as_str()?.to_owned(), columns })
    }

    fn is_same(&self, other: &Self) -> bool {
        self.function == other.function && self.columns == other.columns
    }
}

impl Forms {
    /// Names the function by which hashes are made.
    pub(super) fn function(&self) -> &str {
        &self.function
    }

    /// Says whether rows are remembered in the form in which a table's would be now.
    pub(super) fn knows(&self, shape: &Shape) -> bool {
        let wanted = Form::of(shape, 0, &self.function);
        self.known.iter().any(|form| form.is_same(&wanted))
    }

    /// Returns the SQL of a column's hash in the ledger's row `l`, and the lists of forms in which it can be compared and in which it only is known.
    fn base(&self, shape: &Shape, column: usize) -> Base {
        let own = Form::of(shape, 0, &self.function);
        let at = |form: &Form, wanted: &(String, String)| form.columns.iter().position(|c| c == wanted).map(|at| (form.id, at));
        let (here, elsewhere): (Vec<&Form>, Vec<&Form>) = self.known.iter().partition(|f| f.function == self.function);
        let hash = |places: &[(i64, usize)]| match places {
            [] => "NULL".to_owned(),
            many => {
                let cases: String = many.iter().map(|(id, at)| format!(" WHEN {id} THEN {}", piece(shape.kind, *at))).collect();
                format!("CASE l.form{cases} END")
            }
        };
        let stored = &own.columns[column];
        let said = (stored.0.clone(), SAID.to_owned());
        let places: Vec<(i64, usize)> = here.iter().filter_map(|form| at(form, stored)).collect();
        let places_said: Vec<(i64, usize)> = here.iter().filter_map(|form| at(form, &said)).collect();
        Base {
            hash: hash(&places),
            said: hash(&places_said),
            comparable: list(places.iter().map(|(id, _)| *id)),
            other: list(elsewhere.into_iter().filter_map(|form| at(form, stored)).map(|(id, _)| id)),
        }
    }
}

/// The hash of a column as it was last written.
struct Base {
    hash: String,
    /// That of what the source said, where the column's value does not tell.
    said: String,
    comparable: String,
    other: String,
}

fn list(ids: impl Iterator<Item = i64>) -> String {
    let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
    if ids.is_empty() { "NULL".to_owned() } else { ids.join(", ") }
}

fn piece(kind: BackendKind, at: usize) -> String {
    match kind {
        BackendKind::Postgres => format!("l.cells[{}]", at + 1),
        BackendKind::Sqlite => format!("substr(l.cells, {}, {DIGITS})", at * DIGITS + 1),
    }
}

/// Hash of a value as the database stores it, from its text form.
pub(super) fn hash_of(kind: BackendKind, value: &str) -> String {
    match kind {
        BackendKind::Postgres => format!("hashtext(CAST({value} AS text) COLLATE \"C\")"),
        BackendKind::Sqlite => format!("rs_hash(quote({value}))"),
    }
}

/// Hash of what a record would write into a column.
pub(super) fn hash_of_new(shape: &Shape, column: usize) -> String {
    let layout = &shape.layout.columns[column];
    let value = shape.overwritten(&layout.name);
    match shape.kind {
        BackendKind::Postgres => hash_of(shape.kind, &format!("CAST({value} AS {})", layout.type_text)),
        BackendKind::Sqlite => hash_of(shape.kind, &value),
    }
}

/// Text of the record's hash, as the ledger's column takes it.
pub(super) fn record_hash(kind: BackendKind) -> &'static str {
    if kind == BackendKind::Postgres { "CAST(s.hash AS uuid)" } else { "s.hash" }
}

/// One column of verdicts and one of stored values for each column that an update can change.
pub(super) fn create_table(shape: &Shape) -> String {
    let pair = |i: usize| format!(", e{i} SMALLINT, o{i} {}", shape.column_type(&shape.layout.columns[i].name));
    let pairs: String = candidates(shape).into_iter().map(pair).collect();
    format!("CREATE TEMPORARY TABLE {} (seq BIGINT NOT NULL PRIMARY KEY{pairs})", shape.temp("edit"))
}

/// Numbers of the columns that an update can change.
fn candidates(shape: &Shape) -> Vec<usize> {
    written(shape).filter_map(|name| shape.mapped(name).map(|(i, _)| i)).collect()
}

impl Workspace<'_> {
    /// Reads what the ledger knows of rows as they were last written. Without, edits are not noticed. With `learns`, entries of ids have records too.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn notice_edits(&mut self, learns: bool) -> Result<(), DatabaseError> {
        self.learns = learns;
        let function = self.hash_function()?;
        let rows = self.rows(&format!("SELECT CAST(id AS TEXT), definition FROM {LEDGER_FORMS}"))?;
        let known = rows.iter().filter_map(|row| Form::read(int(row, 0)?, row.get(1)?.as_deref()?)).collect();
        self.forms = Some(Forms { function, known });
        Ok(())
    }

    /// Forgets which stored values are left alone, so that the differences can be taken afresh.
    pub fn forget_edits(&mut self, table: usize) {
        self.shapes[table].left_alone.clear();
    }

    /// Looks, among the records whose row differs, for columns that were edited in the target since they were written, or that neither side changed. Returns how
    /// many records have such.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn find_edits(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let Some(forms) = self.forms.clone().filter(|forms| !forms.known.is_empty() && !self.empty[table]) else { return Ok(0) };
        let shape = self.shapes[table].clone();
        let columns = candidates(&shape);
        let (edit, bind) = (shape.temp("edit"), shape.temp("bind"));
        self.run(&format!("DELETE FROM {edit} WHERE seq IN (SELECT seq FROM {bind} WHERE state = 1)"))?;
        if columns.is_empty() || self.has_none(table, "diff") {
            return Ok(0);
        }
        let found = self.run(&insert_edits(&shape, &columns, &forms, self.has_learned(table)))?;
        if found > 0 {
            let left = |i: &usize| format!("CAST(MAX(CASE WHEN e{i} IN (1, 3, 4) THEN 1 ELSE 0 END) AS TEXT)");
            let sql = format!("SELECT {} FROM {edit}", columns.iter().map(left).collect::<Vec<_>>().join(", "));
            let row = self.rows(&sql)?.into_iter().next().unwrap_or_default();
            self.shapes[table].left_alone =
                columns.iter().zip(&row).filter(|(_, is)| is.as_deref() == Some("1")).map(|(i, _)| *i).collect();
        }
        Ok(found)
    }

    /// Rejects the records whose row was edited where the mapping says so. Returns how many.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn reject_edited(&mut self, table: usize) -> Result<u64, DatabaseError> {
        let shape = self.shapes[table].clone();
        if shape.layout.on_target_edit != OnTargetEdit::Reject || self.has_none(table, "edit") {
            return Ok(0);
        }
        let columns = candidates(&shape);
        let refused = Edit::Refused as i64;
        let first: String = columns.iter().map(|i| format!(" WHEN e.e{i} = {refused} THEN {i}")).collect();
        self.run(&format!(
            "UPDATE {bind} AS b SET state = 4, code = {code}, key = CASE{first} END, row_key = {row} FROM {edit} e WHERE e.seq = b.seq AND b.state = 1 AND ({any})",
            bind = shape.temp("bind"),
            code = super::Cause::EditedRow as i64,
            row = shape.final_row_key(),
            edit = shape.temp("edit"),
            any = any(&columns, "e", &[Edit::Refused]),
        ))
    }

    /// Counts the records whose row was left alone entirely, and the edits of each column.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn tally_edits(&mut self, table: usize) -> Result<(u64, Vec<EditTally>), DatabaseError> {
        let shape = self.shapes[table].clone();
        let columns = candidates(&shape);
        if self.forms.is_none() || columns.is_empty() || self.has_none(table, "edit") {
            return Ok((0, Vec::new()));
        }
        let (edit, bind, diff) = (shape.temp("edit"), shape.temp("bind"), shape.temp("diff"));
        let kept = self.count(&format!(
            "SELECT CAST(COUNT(*) AS TEXT) FROM {edit} e JOIN {bind} b ON b.seq = e.seq WHERE b.state = 1 AND NOT EXISTS (SELECT 1 FROM {diff} d WHERE d.seq = e.seq) AND ({})",
            any(&columns, "e", &[Edit::Kept, Edit::KeptByPolicy])
        ))?;
        let kinds = [Edit::Kept, Edit::KeptByPolicy, Edit::Overwritten, Edit::Refused];
        let sums: Vec<String> = columns
            .iter()
            .flat_map(|i| kinds.map(|kind| format!("CAST(SUM(CASE WHEN e.e{i} = {} THEN 1 ELSE 0 END) AS TEXT)", kind as i64)))
            .collect();
        let sql = format!(
            "SELECT {} FROM {edit} e JOIN {bind} b ON b.seq = e.seq WHERE b.state = 1 OR (b.state = 4 AND b.code = {})",
            sums.join(", "),
            super::Cause::EditedRow as i64
        );
        let row = self.rows(&sql)?.into_iter().next().unwrap_or_default();
        let number = |at: usize| int(&row, at).and_then(|n| u64::try_from(n).ok()).unwrap_or(0);
        let tally = |(n, column): (usize, &usize)| EditTally {
            column: *column,
            kept: number(4 * n),
            kept_by_policy: number(4 * n + 1),
            overwritten: number(4 * n + 2),
            refused: number(4 * n + 3),
        };
        let tallies = columns.iter().enumerate().map(tally);
        Ok((kept, tallies.filter(|t| t.kept + t.kept_by_policy + t.overwritten + t.refused > 0).collect()))
    }

    /// Calls `each` for every record with such edits, in input order, at most `limit` times; `old` is the stored value, `new` that of the source.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn each_edit(&mut self, table: usize, edits: Edits, limit: u64, each: &mut dyn FnMut(Detail)) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let columns = candidates(&shape);
        if self.forms.is_none() || columns.is_empty() || self.has_none(table, "edit") {
            return Ok(());
        }
        let field = |i: &usize| {
            let is = any(&[*i], "e", edits.kinds());
            format!(
                ", CASE WHEN {is} THEN '1' END, CAST(e.o{i} AS TEXT), CAST({} AS TEXT), CAST(NULL AS TEXT)",
                shape.overwritten(&shape.layout.columns[*i].name)
            )
        };
        let sql = format!(
            "SELECT {record}, {row}, CAST(b.via AS TEXT){fields} FROM {tables} JOIN {edit} e ON e.seq = b.seq WHERE b.state = 1 AND ({any}) ORDER BY b.seq LIMIT {limit}",
            record = record_columns("s"),
            row = shape.final_row_key(),
            fields = columns.iter().map(field).collect::<String>(),
            tables = shape.record_tables(true),
            edit = shape.temp("edit"),
            any = any(&columns, "e", edits.kinds()),
        );
        self.each_detail(&sql, &columns, each)
    }

    /// Returns the number of the form in which rows of a table are remembered now.
    pub(super) fn form_of(&mut self, shape: &Shape, forms: &Forms) -> Result<i64, DatabaseError> {
        let wanted = Form::of(shape, forms.known.iter().map(|f| f.id).max().unwrap_or(0) + 1, &forms.function);
        if let Some(form) = forms.known.iter().find(|f| f.is_same(&wanted)) {
            return Ok(form.id);
        }
        let statement = Statement::new(format!("INSERT INTO {LEDGER_FORMS} (id, definition) VALUES ({}, ", wanted.id))
            .text(wanted.definition())
            .sql(")");
        self.session.execute(&statement)?;
        let id = wanted.id;
        if let Some(forms) = &mut self.forms {
            forms.known.push(wanted);
        }
        Ok(id)
    }
}

impl Shape {
    /// Returns the value of a column in the final row of a bound record. Needs `s`, `r`, `t`.
    pub(crate) fn updated(&self, column: &str) -> String {
        let written = self.overwritten(column);
        match self.mapped(column) {
            // The stored value comes from its copy: the row may be parked when it is read.
            Some((i, _)) if self.left_alone.contains(&i) => {
                let edits = self.temp("edit");
                format!("CASE WHEN {} THEN (SELECT eo.o{i} FROM {edits} eo WHERE eo.seq = s.seq) ELSE {written} END", self.leaves_alone(i))
            }
            _ => written,
        }
    }

    /// Returns the numbers of the columns of which an update mixes the stored value with what the source says.
    pub(super) fn mixed(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.layout.columns.len()).filter(|i| self.is_mixed(*i))
    }

    fn is_mixed(&self, i: usize) -> bool {
        let column = &self.layout.columns[i];
        matches!(column.on_update, OnUpdate::Fill | OnUpdate::Merge) && !self.is_primary(&column.name)
    }

    /// Returns what the source says for these columns. Needs `s`, `r`.
    pub(super) fn said_for_mixed(&self) -> Vec<String> {
        self.mixed().map(|i| self.incoming(&self.layout.columns[i].name)).collect()
    }

    /// Says that a record leaves the stored value of a column alone. Needs `s`.
    pub(crate) fn leaves_alone(&self, i: usize) -> String {
        format!("EXISTS (SELECT 1 FROM {} ea WHERE ea.seq = s.seq AND ea.e{i} IN (1, 3, 4))", self.temp("edit"))
    }
}

fn insert_edits(shape: &Shape, columns: &[usize], forms: &Forms, has_learned: bool) -> String {
    let names: String = columns.iter().map(|i| format!(", e{i}, o{i}")).collect();
    let kinds: String = columns
        .iter()
        .map(|i| {
            format!(
                ", {} AS e{i}, t.{} AS o{i}",
                kind_of(shape, *i, &forms.base(shape, *i), then(has_learned)),
                quote(&shape.layout.columns[*i].name)
            )
        })
        .collect();
    let key = row_key_of_target(shape);
    let learned = if has_learned { join_learned(shape, &key) } else { String::new() };
    let inner = format!(
        "SELECT b.seq AS seq{kinds} FROM {diff} d JOIN {bind} b ON b.seq = d.seq JOIN {stage} s ON s.seq = b.seq{refs} JOIN {target} t ON {on} \
         JOIN {LEDGER_HASHES} l ON l.target_table = {table} AND l.row_key = {key}{learned} WHERE b.state = 1",
        diff = shape.temp("diff"),
        bind = shape.temp("bind"),
        stage = shape.temp("stage"),
        refs = shape.joined_references(),
        target = shape.target,
        on = shape.on_target("b", "t"),
        table = literal(&shape.table().display_name()),
    );
    let found: Vec<String> = columns.iter().map(|i| format!("q.e{i} IS NOT NULL")).collect();
    format!("INSERT INTO {} (seq{names}) SELECT q.* FROM ({inner}) q WHERE {}", shape.temp("edit"), found.join(" OR "))
}

/// What becomes of a column, NULL where it is written as ever.
fn kind_of(shape: &Shape, column: usize, base: &Base, (record, raw): (&str, &str)) -> String {
    let name = &shape.layout.columns[column].name;
    let policy = match shape.layout.on_target_edit {
        OnTargetEdit::Overwrite => Edit::Overwritten,
        OnTargetEdit::Keep => Edit::KeptByPolicy,
        OnTargetEdit::Reject => Edit::Refused,
    };
    let same_record = format!("{record} = {}", record_hash(shape.kind));
    // What a reference or a default of the column comes to may change although the record does not.
    let can_settle = shape.reference_number(column).is_none() && !shape.absent_columns().contains(&column);
    // What is mixed with the stored value does not tell whether the source is as it was.
    let said = if shape.is_mixed(column) {
        format!(" OR {} IS NOT DISTINCT FROM {}", hash_of(shape.kind, &shape.incoming(name)), base.said)
    } else {
        String::new()
    };
    let settled = if can_settle { format!("CASE WHEN {same_record} THEN {} END", Edit::Settled as i64) } else { "NULL".to_owned() };
    format!(
        "CASE WHEN NOT ({changes}) THEN NULL WHEN l.form IN ({comparable}) THEN CASE WHEN {stored} IS NOT DISTINCT FROM {base} THEN {settled} \
         WHEN {raw} = s.raw OR {new} IS NOT DISTINCT FROM {base}{said} THEN {kept} ELSE {policy} END \
         WHEN l.form IN ({other}) AND {same_record} THEN {kept} END",
        changes = change(shape, name),
        comparable = base.comparable,
        stored = hash_of(shape.kind, &format!("t.{}", quote(name))),
        base = base.hash,
        new = hash_of_new(shape, column),
        kept = Edit::Kept as i64,
        policy = policy as i64,
        other = base.other,
    )
}

/// Says that any column of an edit table's row is of one of these kinds.
fn any(columns: &[usize], alias: &str, kinds: &[Edit]) -> String {
    let numbers: Vec<String> = kinds.iter().map(|kind| (*kind as i64).to_string()).collect();
    let conditions: Vec<String> = columns.iter().map(|i| format!("{alias}.e{i} IN ({})", numbers.join(", "))).collect();
    if conditions.is_empty() { "0 = 1".to_owned() } else { conditions.join(" OR ") }
}
