//! The mapping that a table and the names of fields make without a mapping file.
//!
//! **Invariant**: only columns are mapped that a field is named like, so what no source names is never written.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{DataType, Generated, Table};
use crate::mapping::{
    Absent, ColumnRule, FieldPath, IdForm, IdRule, IdScope, Input, Mapping, OnDuplicate, OnMissing, OnTargetEdit, OnUnresolved, OnUpdate,
    Place, ReferenceRule, SourceSpec,
};

/// Drafts the mapping of a table by name: each field fills the column of its name.
///
/// A primary key of one column is made from the legacy id of its name: a UUID column as `as = "uuid"` does it, any other as it stands. A foreign key of one
/// column refers to the legacy ids of the parent if `has_ids` says that a mapping remembers them, else to the column that it names. A field
/// of a column that nobody may write stays unmapped, and is reported as such. Returns `None` where no field is named like a column.
#[must_use]
pub fn draft(table: &Table, fields: &BTreeSet<String>, has_ids: &dyn Fn(&str) -> bool) -> Option<Mapping> {
    let place = Place { file: format!("import of `{}` by name", table.display_name()), line: 1, column: 1 };
    let id = id_rule(table, fields, &place);
    let is_id = |name: &str| id.as_ref().is_some_and(|id| id.column.as_deref() == Some(name));
    let written = table.columns.iter().filter(|column| fields.contains(&column.name) && is_writable(&column.generated));
    let columns: Vec<ColumnRule> =
        written.filter(|column| !is_id(&column.name)).map(|column| rule(table, &column.name, &place, has_ids)).collect();
    if id.is_none() && columns.is_empty() {
        return None;
    }
    Some(Mapping {
        name: table.display_name(),
        place,
        table: table.display_name(),
        source: SourceSpec { key_field: "key".to_owned(), ..SourceSpec::default() },
        namespace: table.display_name(),
        scope: IdScope::Source,
        id,
        identity: Vec::new(),
        identity_place: None,
        on_duplicate: OnDuplicate::Reject,
        columns,
        keys: BTreeMap::new(),
        on_target_edit: OnTargetEdit::Overwrite,
        on_missing: OnMissing::Keep,
    })
}

fn is_writable(generated: &Generated) -> bool {
    !generated.is_computed() && !matches!(generated, Generated::IdentityAlways)
}

fn id_rule(table: &Table, fields: &BTreeSet<String>, place: &Place) -> Option<IdRule> {
    let [name] = table.primary_columns()[..] else { return None };
    let column = table.column(name).filter(|column| fields.contains(name) && is_writable(&column.generated))?;
    // The primary key of a table that extends another one is that one's key.
    if table.foreign_keys.iter().any(|key| key.columns == [name]) {
        return None;
    }
    Some(IdRule {
        from: field(name),
        form: if column.data_type == DataType::Uuid { IdForm::Uuid } else { IdForm::Value },
        column: Some(name.to_owned()),
        null_if: Vec::new(),
        place: place.clone(),
    })
}

fn rule(table: &Table, name: &str, place: &Place, has_ids: &dyn Fn(&str) -> bool) -> ColumnRule {
    let foreign = table.foreign_keys.iter().find(|key| key.columns == [name]);
    let references = foreign.and_then(|key| {
        let parent = match &key.parent_schema {
            Some(schema) if table.schema.as_ref() != Some(schema) => format!("{schema}.{}", key.parent_table),
            _ => key.parent_table.clone(),
        };
        let by = if has_ids(&parent) { None } else { Some(key.parent_columns.first()?.clone()) };
        Some(ReferenceRule { table: parent, by, on_unresolved: OnUnresolved::Reject })
    });
    ColumnRule {
        column: name.to_owned(),
        input: Input::Field(field(name)),
        transforms: Vec::new(),
        enum_table: None,
        original: None,
        references,
        default: None,
        absent: Absent::Default,
        null_if: Vec::new(),
        formats: Vec::new(),
        time_zone: "UTC".to_owned(),
        on_update: OnUpdate::Overwrite,
        place: place.clone(),
    }
}

fn field(name: &str) -> FieldPath {
    FieldPath::Field(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Column, ForeignKey, Key, KeyKind, KeyPart, Storage, Timing};

    fn column(name: &str, data_type: DataType, generated: Generated) -> Column {
        Column {
            name: name.to_owned(),
            data_type,
            type_text: String::new(),
            collation: None,
            nullable: true,
            default: None,
            generated,
            allowed: None,
        }
    }

    fn table() -> Table {
        let text = DataType::Text { max_chars: None };
        Table {
            schema: None,
            name: "tools".to_owned(),
            columns: vec![
                column("id", DataType::Uuid, Generated::No),
                column("org_id", DataType::Uuid, Generated::No),
                column("name", text.clone(), Generated::No),
                column("search", text.clone(), Generated::Stored("lower(name)".to_owned())),
                column("other", text, Generated::No),
            ],
            keys: vec![Key::plain(
                "tools_pkey".to_owned(),
                KeyKind::Primary,
                vec![KeyPart::Column { name: "id".to_owned(), collation: None }],
            )],
            foreign_keys: vec![ForeignKey {
                name: None,
                columns: vec!["org_id".to_owned()],
                parent_schema: None,
                parent_table: "orgs".to_owned(),
                parent_columns: vec!["id".to_owned()],
                on_delete: String::new(),
                on_update: String::new(),
                timing: Timing::Immediate,
            }],
            checks: Vec::new(),
            triggers: Vec::new(),
            row_security: false,
            storage: Storage::Heap,
        }
    }

    fn names(list: &[&str]) -> BTreeSet<String> {
        list.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn fields_fill_the_columns_of_their_names() {
        let mapping = draft(&table(), &names(&["id", "name", "search", "org_id", "unknown"]), &|_| false).unwrap();
        assert_eq!(mapping.columns.iter().map(|rule| rule.column.as_str()).collect::<Vec<_>>(), ["org_id", "name"]);
        assert_eq!(mapping.id.unwrap().form, IdForm::Uuid);
        assert_eq!(mapping.columns[0].references.as_ref().unwrap().by.as_deref(), Some("id"));
    }

    #[test]
    fn a_parent_with_legacy_ids_is_referred_to_by_them() {
        let mapping = draft(&table(), &names(&["org_id"]), &|parent| parent == "orgs").unwrap();
        assert_eq!(mapping.columns[0].references.as_ref().unwrap().by, None);
        assert!(mapping.id.is_none());
    }

    #[test]
    fn nothing_in_common_is_no_mapping() {
        assert!(draft(&table(), &names(&["search", "x"]), &|_| true).is_none());
    }
}
