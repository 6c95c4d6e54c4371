//! A case as text for people.

use std::fmt::Write;

use super::generate::Case;
use super::model::{Field, Part, Record, Schema, Table};

impl Case {
    /// Describes the case in a few lines.
    pub(crate) fn describe(&self) -> String {
        let mut out = String::new();
        for table in &self.schema.tables {
            describe_table(&mut out, &self.schema, table);
        }
        for (number, rows) in self.initial.tables.iter().enumerate() {
            for row in rows.values() {
                let _ = writeln!(
                    out,
                    "  stored {} ({})",
                    self.schema.tables[number].name,
                    row.iter().map(super::value::V::sql).collect::<Vec<_>>().join(", ")
                );
            }
        }
        for (step, export) in self.steps.iter().enumerate() {
            let _ = writeln!(out, "  export {step} {:?}", export.hand);
            for (number, records) in export.input.iter().enumerate() {
                for record in records {
                    let _ =
                        writeln!(out, "    {} {}", self.schema.tables[number].name, describe_record(&self.schema.tables[number], record));
                }
            }
        }
        out
    }
}

fn describe_table(out: &mut String, schema: &Schema, table: &Table) {
    let _ = writeln!(
        out,
        "  table {} primary {:?} id {} {:?} {:?} identity {:?}",
        table.name, table.primary, table.has_id, table.scope, table.on_duplicate, table.identity
    );
    for (column, rule) in table.columns.iter().zip(&table.rules) {
        let null = if column.nullable { "" } else { " not null" };
        let keep = if rule.absent_keep { " absent=keep" } else { "" };
        let mapped = if rule.mapped { "" } else { " UNMAPPED" };
        let _ = write!(
            out,
            "    {}{null} default {:?} / {:?}{keep}{mapped} default {:?}",
            column.name, column.default, rule.on_update, rule.default
        );
        if let Some(r) = &rule.reference {
            let _ = write!(out, " -> {}.{:?} null={}", schema.tables.get(r.table).map_or("?", |t| &t.name), r.by, r.or_null);
        }
        let _ = writeln!(out);
    }
    for key in &table.keys {
        let parts: Vec<String> = key
            .parts
            .iter()
            .map(|p| match p {
                Part::Column(c) => table.columns[*c].name.clone(),
                Part::Lower(c) => format!("lower({})", table.columns[*c].name),
            })
            .collect();
        let _ = writeln!(
            out,
            "    key ({}) {:?} match={} nulls_equal={} nnd={}",
            parts.join(", "),
            key.predicate,
            key.matching,
            key.nulls_equal,
            key.nulls_not_distinct
        );
    }
}

fn describe_record(table: &Table, record: &Record) -> String {
    let fields: Vec<String> = record
        .fields
        .iter()
        .map(|(c, f)| {
            format!(
                "{}={}",
                table.columns[*c].name,
                match f {
                    Field::Null => "null".into(),
                    Field::Value(v) => v.sql(),
                    Field::Broken => "BROKEN".into(),
                }
            )
        })
        .collect();
    format!("id={} {}", record.id.as_deref().unwrap_or("-"), fields.join(" "))
}
