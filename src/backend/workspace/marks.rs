//! The columns of the stage, what it remembers of fields that records do not have, and values as they are shown.
//!
//! **Invariant**: a column whose outcome depends on whether its field is there is always marked.

use super::shape::Shape;
use crate::backend::affinity::Affinity;
use crate::backend::statement::quote;
use crate::backend::{AppendTarget, Head};
use crate::catalog::{BackendKind, DataType};
use crate::layout::ColumnLayout;
use crate::mapping::{Absent, OnUpdate};

/// Which absent fields the stage remembers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// Those on which the outcome depends.
    Needed,
    /// Those that make a stored value NULL, too.
    Every,
}

impl Shape {
    /// Returns the stage as the session needs to know it.
    pub(crate) fn stage_target(&self) -> AppendTarget {
        let absent: Vec<usize> = self.marked_columns();
        let mut columns: Vec<String> = Head::Record.columns().iter().map(|name| (*name).to_owned()).collect();
        columns.extend((0..self.layout.columns.len()).map(|i| format!("c{i}")));
        columns.extend(absent.iter().map(|i| format!("a{i}")));
        let types = self.layout.columns.iter().map(|column| self.staged_type(column)).collect();
        let hashed: Vec<_> = self.hashed_cells().into_iter().enumerate().collect();
        columns.extend((!hashed.is_empty()).then(|| "cells".to_owned()));
        let cells = (0..self.layout.columns.len()).collect();
        AppendTarget { table: self.temporary("stage"), columns, head: Head::Record, cells, types, absent, binary: Vec::new(), hashed }
    }

    /// Returns the columns of the stage whose statistics matter: nothing is found by a document, and to sort documents takes as long as all the rest.
    pub(super) fn compared_columns(&self) -> Vec<String> {
        let compared = self
            .layout
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| !matches!(self.staged_type(column), DataType::Json | DataType::Jsonb));
        Head::Record.columns().iter().map(|name| quote(name)).chain(compared.map(|(i, _)| format!("c{i}"))).collect()
    }

    /// Returns what the columns make of values where the stage has the hashes of the cells: in SQLite, for rows that the ledger remembers.
    pub(crate) fn hashed_cells(&self) -> Vec<Affinity> {
        // A column of floating point makes such numbers of integers.
        let is_float = |column: &ColumnLayout| Affinity::of(&column.type_text) == Affinity::Real;
        if self.kind == BackendKind::Postgres || !self.is_remembered() || self.layout.columns.iter().any(is_float) {
            return Vec::new();
        }
        let affinity = |i: usize| match self.reference_number(i) {
            Some(_) => Affinity::None,
            None => Affinity::of(&self.layout.columns[i].type_text),
        };
        (0..self.layout.columns.len()).map(affinity).collect()
    }

    /// Yields the numbers of the columns for which it matters whether the field was absent or null.
    pub(crate) fn absent_columns(&self) -> Vec<usize> {
        let matters = |c: &ColumnLayout| c.default.is_none() && (c.has_default || c.absent == Absent::Keep);
        self.layout.columns.iter().enumerate().filter(|(_, c)| matters(c)).map(|(i, _)| i).collect()
    }

    /// Yields the numbers of the columns for which the stage says that the field was absent.
    pub(crate) fn marked_columns(&self) -> Vec<usize> {
        let mut columns = self.absent_columns();
        columns.extend(self.emptied_columns());
        columns.sort_unstable();
        columns
    }

    /// Yields the numbers of the columns of which an absent field makes a stored value NULL, where that is to be told.
    pub(crate) fn emptied_columns(&self) -> Vec<usize> {
        let is_emptied = |c: &ColumnLayout| {
            let empties = c.default.is_none() && !c.has_default && c.absent == Absent::Default && c.on_update == OnUpdate::Overwrite;
            empties && c.nullable && self.is_written(&c.name)
        };
        let columns = self.layout.columns.iter().enumerate().filter(|(_, c)| self.marks_absent && is_emptied(c));
        columns.map(|(i, _)| i).collect()
    }

    /// Returns a value as text for people: binary data as hexadecimal digits, which need not be text at all.
    pub(crate) fn shown(&self, value: &str) -> String {
        match self.kind {
            BackendKind::Sqlite => format!("CASE typeof({value}) WHEN 'blob' THEN 'x' || hex({value}) ELSE CAST({value} AS TEXT) END"),
            BackendKind::Postgres => format!("CAST({value} AS TEXT)"),
        }
    }
}
