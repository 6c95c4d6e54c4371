//! Numbers and other values that the database gives to new rows, known before the rows are written so that references to them can be.
//!
//! **Invariant**: a plan takes no number from a sequence, and an import takes one only for a row that it means to write.

use super::shape::Shape;
use super::{State, Workspace};
use crate::backend::DatabaseError;
use crate::backend::statement::{literal, quote};
use crate::catalog::{BackendKind, Column, Generated};

/// Where numbers for new rows come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// Provisional ones that no row has: for a plan, which must not touch a sequence.
    Provisional,
    /// The database's sequences.
    Sequence,
}

impl Workspace<'_> {
    /// Gives every insert its primary key.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn number_inserts(&mut self, table: usize, numbering: Numbering) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let bind = shape.temp("bind");
        if !self.may_be(table, State::Insert) {
            return Ok(());
        }
        if let Some((part, column)) = shape.numbered() {
            let column = column.clone();
            return self.number_from_sequence(&shape, part, &column, numbering);
        }
        for (i, part) in shape.primary.iter().enumerate().filter(|(_, p)| shape.mapped(&p.name).is_none()) {
            let Some(default) = shape.table().column(&part.name).and_then(|c| c.default.clone()) else { continue };
            self.run(&format!("UPDATE {bind} SET k{i} = ({}) WHERE state = 2 AND k{i} IS NULL", default.expression))?;
        }
        Ok(())
    }

    fn number_from_sequence(&mut self, shape: &Shape, part: usize, column: &Column, numbering: Numbering) -> Result<(), DatabaseError> {
        let bind = shape.temp("bind");
        if self.count(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {bind} WHERE state = 2 AND k{part} IS NULL"))? == 0 {
            return Ok(());
        }
        let sequence = self.sequence_of(shape, &column.name)?;
        let highest = self.highest(shape, column, sequence.as_deref())?;
        let in_order = format!("SELECT seq, ROW_NUMBER() OVER (ORDER BY seq) AS n FROM {bind} WHERE state = 2 AND k{part} IS NULL");
        let number = match (&sequence, numbering) {
            (Some(sequence), Numbering::Sequence) => {
                self.raise_sequence(sequence, highest)?;
                format!(
                    "SELECT q.seq AS seq, nextval({}::regclass) AS n FROM (SELECT seq FROM ({in_order}) o ORDER BY n) q",
                    literal(sequence)
                )
            }
            _ => format!("SELECT q.seq AS seq, q.n + {highest} AS n FROM ({in_order}) q"),
        };
        self.run(&format!("UPDATE {bind} AS b SET k{part} = x.n FROM ({number}) x WHERE x.seq = b.seq"))?;
        Ok(())
    }

    /// Takes the numbers of inserts from the sequence, instead of provisional ones, and passes them on to the references that name those records.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn number_for_good(&mut self, table: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        let Some((part, column)) = shape.numbered().filter(|_| shape.kind == BackendKind::Postgres && self.may_be(table, State::Insert))
        else {
            return Ok(());
        };
        let (bind, column) = (shape.temp("bind"), column.clone());
        self.run(&format!("UPDATE {bind} SET k{part} = NULL WHERE state = 2"))?;
        self.number_from_sequence(&shape, part, &column, Numbering::Sequence)?;
        for child in self.shapes.clone() {
            for (i, (_, reference)) in child.references.iter().enumerate() {
                if self.parent_of(reference) == Some(table) && reference.stores == column.name {
                    self.run(&format!(
                        "UPDATE {refs} AS r SET v{i} = pb.k{part} FROM {bind} pb WHERE pb.seq = r.p{i} AND pb.state = 2",
                        refs = child.temp("refs"),
                    ))?;
                }
            }
        }
        Ok(())
    }

    /// Lets the sequence of an identity column that the mapping fills go on behind the highest number.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn advance_sequences(&mut self, table: usize) -> Result<(), DatabaseError> {
        let shape = self.shapes[table].clone();
        if shape.kind == BackendKind::Sqlite {
            return Ok(());
        }
        let numbered = |c: &&Column| {
            matches!(c.generated, Generated::IdentityByDefault | Generated::IdentityAlways) && shape.mapped(&c.name).is_some()
        };
        let columns: Vec<Column> = shape.table().columns.iter().filter(numbered).cloned().collect();
        for column in columns {
            if let Some(sequence) = self.sequence_of(&shape, &column.name)? {
                let highest = self.highest(&shape, &column, None)?;
                self.raise_sequence(&sequence, highest)?;
            }
        }
        Ok(())
    }

    fn sequence_of(&mut self, shape: &Shape, column: &str) -> Result<Option<String>, DatabaseError> {
        if shape.kind == BackendKind::Sqlite {
            return Ok(None);
        }
        let rows = self.rows(&format!("SELECT pg_get_serial_sequence({}, {})", literal(&shape.target), literal(column)))?;
        Ok(rows.into_iter().next().and_then(|row| row.into_iter().next()).flatten())
    }

    /// The highest number in use, or given out.
    fn highest(&mut self, shape: &Shape, column: &Column, sequence: Option<&str>) -> Result<i64, DatabaseError> {
        let used = self.number(&format!("SELECT CAST(COALESCE(MAX({}), 0) AS TEXT) FROM {}", quote(&column.name), shape.target))?;
        let given = match (sequence, &column.generated) {
            (Some(sequence), _) => {
                self.number(&format!("SELECT CAST(CASE WHEN is_called THEN last_value ELSE last_value - 1 END AS TEXT) FROM {sequence}"))?
            }
            (None, Generated::Rowid(true)) => self.number(&format!(
                "SELECT CAST(COALESCE(MAX(seq), 0) AS TEXT) FROM main.sqlite_sequence WHERE name = {}",
                literal(&shape.table().name)
            ))?,
            _ => 0,
        };
        Ok(used.max(given))
    }

    fn raise_sequence(&mut self, sequence: &str, highest: i64) -> Result<(), DatabaseError> {
        self.rows(&format!(
            "SELECT CAST(setval({}::regclass, {highest}) AS TEXT) FROM {sequence} WHERE (CASE WHEN is_called THEN last_value ELSE last_value - 1 END) < {highest}",
            literal(sequence)
        ))?;
        Ok(())
    }

    fn number(&mut self, sql: &str) -> Result<i64, DatabaseError> {
        let rows = self.rows(sql)?;
        Ok(rows.first().and_then(|row| super::judge::int(row, 0)).unwrap_or(0))
    }
}
