//! The catalog as JSON, for programs that want to see the target as an import does.
//!
//! **Invariant**: the form is versioned; the model that it is made from may change without it.

use serde::Serialize;

use crate::catalog::{AllowedSource, Catalog, Column, Generated, Key, KeyPart, Table, Timing};

/// Version of the form.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct CatalogReport<'a> {
    format: u32,
    backend: &'static str,
    server_version: &'a str,
    tables: Vec<TableEntry<'a>>,
}

#[derive(Serialize)]
struct TableEntry<'a> {
    table: String,
    schema: Option<&'a str>,
    columns: Vec<ColumnEntry<'a>>,
    keys: Vec<KeyEntry<'a>>,
    foreign_keys: Vec<ForeignKeyEntry<'a>>,
    checks: Vec<CheckEntry<'a>>,
    triggers: Vec<&'a str>,
    row_security: bool,
}

#[derive(Serialize)]
struct ColumnEntry<'a> {
    column: &'a str,
    r#type: &'a str,
    nullable: bool,
    default: Option<&'a str>,
    /// Who computes the value, where it is not the writer.
    generated: Option<&'static str>,
    collation: Option<&'a str>,
    /// Admitted values, and where their list stands.
    allowed: Option<AllowedEntry<'a>>,
}

#[derive(Serialize)]
struct AllowedEntry<'a> {
    source: &'static str,
    name: Option<&'a str>,
    values: &'a [String],
}

#[derive(Serialize)]
struct KeyEntry<'a> {
    key: &'a str,
    kind: String,
    /// Columns and expressions in order.
    parts: Vec<PartEntry<'a>>,
    predicate: Option<&'a str>,
    nulls_equal: bool,
    timing: &'static str,
    /// Why an import cannot look at this key.
    unsupported: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum PartEntry<'a> {
    Column(&'a str),
    Expression(&'a str),
}

#[derive(Serialize)]
struct ForeignKeyEntry<'a> {
    name: Option<&'a str>,
    columns: &'a [String],
    parent_schema: Option<&'a str>,
    parent_table: &'a str,
    parent_columns: &'a [String],
    on_delete: &'a str,
    on_update: &'a str,
    timing: &'static str,
}

#[derive(Serialize)]
struct CheckEntry<'a> {
    name: Option<&'a str>,
    expression: &'a str,
}

/// Writes the catalog.
///
/// # Errors
/// If it cannot be written.
pub fn json(catalog: &Catalog, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    let report = CatalogReport {
        format: FORMAT,
        backend: catalog.backend.into(),
        server_version: &catalog.server_version,
        tables: catalog.tables.iter().map(table_entry).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &report)?;
    out.write_all(b"\n")
}

fn table_entry(table: &Table) -> TableEntry<'_> {
    let foreign_keys = table.foreign_keys.iter().map(|key| ForeignKeyEntry {
        name: key.name.as_deref(),
        columns: &key.columns,
        parent_schema: key.parent_schema.as_deref(),
        parent_table: &key.parent_table,
        parent_columns: &key.parent_columns,
        on_delete: &key.on_delete,
        on_update: &key.on_update,
        timing: timing(key.timing),
    });
    TableEntry {
        table: table.display_name(),
        schema: table.schema.as_deref(),
        columns: table.columns.iter().map(column_entry).collect(),
        keys: table.keys.iter().map(key_entry).collect(),
        foreign_keys: foreign_keys.collect(),
        checks: table.checks.iter().map(|check| CheckEntry { name: check.name.as_deref(), expression: &check.expression }).collect(),
        triggers: table.triggers.iter().map(|trigger| trigger.name.as_str()).collect(),
        row_security: table.row_security,
    }
}

fn column_entry(column: &Column) -> ColumnEntry<'_> {
    let generated = match column.generated {
        Generated::No => None,
        Generated::Stored(_) => Some("stored"),
        Generated::Virtual(_) => Some("virtual"),
        Generated::IdentityAlways => Some("identity_always"),
        Generated::IdentityByDefault => Some("identity_by_default"),
        Generated::Rowid(_) => Some("rowid"),
    };
    let allowed = column.allowed.as_ref().map(|allowed| {
        let (source, name) = match &allowed.source {
            AllowedSource::EnumType(name) => ("enum_type", Some(name.as_str())),
            AllowedSource::Check(name) => ("check", name.as_deref()),
            AllowedSource::Domain { domain, .. } => ("domain", Some(domain.as_str())),
        };
        AllowedEntry { source, name, values: &allowed.values }
    });
    ColumnEntry {
        column: &column.name,
        r#type: &column.type_text,
        nullable: column.nullable,
        default: column.default.as_ref().map(|default| default.expression.as_str()),
        generated,
        collation: column.collation.as_deref(),
        allowed,
    }
}

fn key_entry(key: &Key) -> KeyEntry<'_> {
    let parts = key.parts.iter().map(|part| match part {
        KeyPart::Column { name, .. } => PartEntry::Column(name),
        KeyPart::Expression { sql, .. } => PartEntry::Expression(sql),
    });
    KeyEntry {
        key: &key.name,
        kind: key.kind.to_string(),
        parts: parts.collect(),
        predicate: key.predicate.as_deref(),
        nulls_equal: key.nulls_equal,
        timing: timing(key.timing),
        unsupported: key.unsupported.as_deref(),
    }
}

fn timing(timing: Timing) -> &'static str {
    match timing {
        Timing::Immediate => "immediate",
        Timing::Deferrable => "deferrable",
        Timing::Deferred => "deferred",
    }
}
