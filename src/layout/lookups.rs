//! What can be looked up without a database: the enum columns of a mapping.

use std::sync::Arc;

use crate::catalog::{Column, DataType, Generated, Storage, Table};
use crate::mapping::{Mapping, Project, TimeFormat};

use super::{ColumnLayout, Fill, Layout, columns};

/// Makes a layout that has the enum columns of a mapping alone, of no particular type; `None` where it has none.
///
/// It serves for reading sources, not for writing: its table is not the database's.
#[must_use]
pub fn lookups(project: &Project, mapping: &Mapping) -> Option<Layout> {
    let table = Table {
        schema: None,
        name: mapping.table.clone(),
        columns: Vec::new(),
        keys: Vec::new(),
        foreign_keys: Vec::new(),
        checks: Vec::new(),
        triggers: Vec::new(),
        row_security: false,
        storage: Storage::Heap,
    };
    let columns: Vec<ColumnLayout> = mapping
        .columns
        .iter()
        .filter_map(|rule| {
            let enum_table = project.enums.get(rule.enum_table.as_ref()?)?;
            Some(ColumnLayout {
                transforms: rule.transforms.clone(),
                enum_table: Some(Arc::new(enum_table.clone())),
                default: rule.default.clone(),
                absent: rule.absent,
                null_if: rule.null_if.clone(),
                formats: vec![TimeFormat::Iso],
                ..columns::plain(&untyped(&rule.column), Fill::Input(rule.input.clone()))
            })
        })
        .collect();
    (!columns.is_empty()).then(|| Layout {
        mapping: mapping.name.clone(),
        source: mapping.source.clone(),
        namespace: mapping.namespace.clone(),
        columns,
        ..Layout::bare(Arc::new(table))
    })
}

fn untyped(name: &str) -> Column {
    Column {
        name: name.to_owned(),
        data_type: DataType::Any,
        type_text: String::new(),
        collation: None,
        nullable: true,
        default: None,
        generated: Generated::No,
        allowed: None,
    }
}
