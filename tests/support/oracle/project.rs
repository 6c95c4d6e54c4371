//! Writes a case as a project on disk: SQL for the tables, mappings, and one NDJSON file a table and export.
//!
//! There are no migrations: a test runs `schema.sql` itself, and the SQL of [`hand_sql`] between the exports.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use super::generate::{Case, Hand};
use super::model::{Field, IdForm, Key, Kind, OnDuplicate, OnUpdate, Part, Predicate, Primary, Record, Rule, Schema, Scope, State, Table};
use super::value::V;

/// For which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Backend {
    Sqlite,
    Postgres,
}

/// First primary key that the database assigns; rows made by hand have smaller ones.
const FIRST_ASSIGNED: i64 = 1001;

/// Writes `schema.sql` (with the rows made by hand) and `mappings/`, and makes `data/`.
///
/// # Errors
///
/// If a file cannot be written.
pub(crate) fn write_project(case: &Case, backend: Backend, root: &Path) -> io::Result<()> {
    fs::create_dir_all(root.join("data"))?;
    fs::create_dir_all(root.join("mappings"))?;
    fs::write(root.join("schema.sql"), schema_sql(&case.schema, &case.initial, backend))?;
    fs::write(root.join("mappings/project.toml"), format!("namespace = \"{}\"\n", case.schema.namespace))?;
    for table in &case.schema.tables {
        fs::write(root.join(format!("mappings/{}.toml", table.name)), mapping_toml(&case.schema, table))?;
    }
    Ok(())
}

/// Replaces the files of `data/` by those of one export: `<table>.ndjson`, one record a line, in input order.
///
/// # Errors
///
/// If a file cannot be written.
pub(crate) fn write_export(case: &Case, step: usize, root: &Path) -> io::Result<()> {
    for (table, records) in case.schema.tables.iter().zip(&case.steps[step].input) {
        let lines: String =
            records.iter().enumerate().map(|(place, record)| record_json(&case.schema, table, record, place) + "\n").collect();
        fs::write(root.join(format!("data/{}.ndjson", table.name)), lines)?;
    }
    Ok(())
}

/// Returns the SQL of something done by hand, to be run only where [`apply_hand`](super::apply_hand) says that it was possible.
pub(crate) fn hand_sql(schema: &Schema, hand: &Hand) -> String {
    match hand {
        Hand::Insert(number, row) => insert_sql(&schema.tables[*number], row),
        Hand::Delete(number, primary) => {
            let table = &schema.tables[*number];
            let columns = table.primary_columns();
            let parts: Vec<String> =
                columns.iter().zip(primary).map(|(column, value)| format!("{} = {}", table.columns[*column].name, value.sql())).collect();
            format!("DELETE FROM {} WHERE {};", table.name, parts.join(" AND "))
        }
    }
}

/// Returns the statement that inserts a row with all its values.
pub(crate) fn insert_sql(table: &Table, row: &[V]) -> String {
    let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    let values: Vec<String> = row.iter().map(V::sql).collect();
    format!("INSERT INTO {} ({}) VALUES ({});", table.name, names.join(", "), values.join(", "))
}

/// Returns the statements that make the tables and fill them with the rows of `state`, in the order in which those were made.
pub(crate) fn schema_sql(schema: &Schema, state: &State, backend: Backend) -> String {
    let mut sql = String::new();
    for table in &schema.tables {
        let _ = writeln!(sql, "{}", table_sql(schema, table, backend));
    }
    for (number, table) in schema.tables.iter().enumerate().filter(|_| backend == Backend::Postgres) {
        for column in (0..table.columns.len()).filter(|column| table.is_late_reference(number, *column)) {
            let name = &table.columns[column].name;
            let _ = writeln!(sql, "ALTER TABLE {} ADD FOREIGN KEY ({name}){};", table.name, references_sql(schema, table, column));
        }
    }
    for (table, rows) in schema.tables.iter().zip(&state.tables) {
        for row in rows.values() {
            let _ = writeln!(sql, "{}", insert_sql(table, row));
        }
    }
    sql
}

fn table_sql(schema: &Schema, table: &Table, backend: Backend) -> String {
    let mut lines: Vec<String> = (0..table.columns.len()).map(|column| column_sql(schema, table, column, backend)).collect();
    if table.primary != Primary::Assigned {
        let columns: Vec<&str> = table.primary_columns().into_iter().map(|column| table.columns[column].name.as_str()).collect();
        lines.push(format!("PRIMARY KEY ({})", columns.join(", ")));
    }
    lines.extend(
        table.keys.iter().filter(|key| is_constraint(key)).map(|key| format!("CONSTRAINT {} UNIQUE ({})", key.name, parts_sql(table, key))),
    );
    let mut sql = format!("CREATE TABLE {} (\n  {}\n);", table.name, lines.join(",\n  "));
    for key in table.keys.iter().filter(|key| !is_constraint(key)) {
        let nulls = if key.nulls_not_distinct { " NULLS NOT DISTINCT" } else { "" };
        let predicate = key.predicate.as_ref().map(|predicate| format!(" WHERE {}", predicate_sql(table, predicate))).unwrap_or_default();
        let _ = write!(sql, "\nCREATE UNIQUE INDEX {} ON {} ({}){nulls}{predicate};", key.name, table.name, parts_sql(table, key));
    }
    if backend == Backend::Sqlite && table.primary == Primary::Assigned {
        let _ = write!(sql, "\nINSERT INTO sqlite_sequence (name, seq) VALUES ('{}', {});", table.name, FIRST_ASSIGNED - 1);
    }
    sql
}

fn column_sql(schema: &Schema, table: &Table, column: usize, backend: Backend) -> String {
    let about = &table.columns[column];
    if column == 0 && table.primary == Primary::Assigned {
        return match backend {
            Backend::Sqlite => "id INTEGER PRIMARY KEY AUTOINCREMENT".into(),
            Backend::Postgres => format!("id bigint GENERATED BY DEFAULT AS IDENTITY (START WITH {FIRST_ASSIGNED}) PRIMARY KEY"),
        };
    }
    let type_text = match (about.kind, backend) {
        // `INTEGER PRIMARY KEY` would be assigned by SQLite where it is missing.
        (Kind::Int, _) => "bigint",
        (Kind::Uuid, Backend::Postgres) => "uuid",
        (Kind::Text, _) | (Kind::Uuid, Backend::Sqlite) => "TEXT",
    };
    let mut sql = format!("{} {type_text}", about.name);
    if !about.nullable {
        sql += " NOT NULL";
    }
    if let Some(default) = &about.default {
        let _ = write!(sql, " DEFAULT {}", default.sql());
    }
    // PostgreSQL knows no table before it was made.
    let waits = backend == Backend::Postgres
        && schema.tables.iter().position(|t| t.name == table.name).is_some_and(|n| table.is_late_reference(n, column));
    if !waits {
        sql += &references_sql(schema, table, column);
    }
    sql
}

/// Returns the foreign key of a column; half of them would pass on what happens to the row that they name.
fn references_sql(schema: &Schema, table: &Table, column: usize) -> String {
    let Some(reference) = &table.rules[column].reference else { return String::new() };
    let parent = &schema.tables[reference.table];
    let cascade = if (table.columns.len() + column).is_multiple_of(2) { " ON UPDATE CASCADE ON DELETE CASCADE" } else { "" };
    format!(" REFERENCES {} ({}){cascade}", parent.name, parent.columns[parent.primary_columns()[0]].name)
}

/// Plain keys are constraints where they have more than one part, so that both ways of declaring a key occur.
fn is_constraint(key: &Key) -> bool {
    let plain = key.predicate.is_none() && !key.nulls_not_distinct && key.parts.iter().all(|part| matches!(part, Part::Column(_)));
    plain && key.parts.len() > 1
}

fn parts_sql(table: &Table, key: &Key) -> String {
    let part = |part: &Part| match part {
        Part::Column(column) => table.columns[*column].name.clone(),
        Part::Lower(column) => format!("lower({})", table.columns[*column].name),
    };
    key.parts.iter().map(part).collect::<Vec<_>>().join(", ")
}

fn predicate_sql(table: &Table, predicate: &Predicate) -> String {
    let name = &table.columns[predicate.column()].name;
    match predicate {
        Predicate::Is(_, value) => format!("{name} = {}", value.sql()),
        Predicate::IsNull(_) => format!("{name} IS NULL"),
    }
}

/// Returns the mapping file of a table.
pub(crate) fn mapping_toml(schema: &Schema, table: &Table) -> String {
    let mut toml =
        format!("table = \"{0}\"\nsource = \"{0}.ndjson\"\nformat = \"ndjson\"\nnamespace = \"{1}\"\n", table.name, table.namespace);
    if table.has_id {
        let form = match table.primary {
            Primary::Id(IdForm::Uuid) => "uuid",
            Primary::Id(IdForm::Value) => "value",
            Primary::Assigned | Primary::Natural(_) => "none",
        };
        let _ = writeln!(toml, "id = {{ from = \"legacy_id\", as = \"{form}\" }}");
    }
    if table.scope == Scope::Run {
        toml += "scope = \"run\"\n";
    }
    if !table.identity.is_empty() {
        let names: Vec<String> = table.identity.iter().map(|column| format!("\"{}\"", table.columns[*column].name)).collect();
        let _ = writeln!(toml, "identity = [{}]", names.join(", "));
    }
    match table.on_duplicate {
        OnDuplicate::Reject => {}
        OnDuplicate::First => toml += "on_duplicate = \"first\"\n",
        OnDuplicate::Last => toml += "on_duplicate = \"last\"\n",
    }
    toml += "\n[columns]\n";
    let first = usize::from(!matches!(table.primary, Primary::Natural(_)));
    for (column, rule) in table.rules.iter().enumerate().skip(first).filter(|(_, rule)| rule.mapped) {
        let _ = writeln!(toml, "{}", column_toml(schema, &table.columns[column].name, rule));
    }
    let keys: Vec<String> = table.keys.iter().filter_map(|key| key_toml(table, key)).collect();
    if !keys.is_empty() {
        let _ = write!(toml, "\n[keys]\n{}\n", keys.join("\n"));
    }
    toml
}

fn column_toml(schema: &Schema, name: &str, rule: &Rule) -> String {
    let mut parts = vec![format!("from = \"{name}\"")];
    if let Some(reference) = &rule.reference {
        let parent = &schema.tables[reference.table];
        let by = reference.by.map(|by| format!(".{}", parent.columns[by].name)).unwrap_or_default();
        parts.push(format!("references = \"{}{by}\"", parent.name));
        if reference.or_null {
            parts.push("on_unresolved = \"null\"".into());
        }
    }
    if let Some(default) = &rule.default {
        parts.push(format!("default = {}", default.json()));
    }
    if rule.absent_keep {
        parts.push("absent = \"keep\"".into());
    }
    match rule.on_update {
        OnUpdate::Overwrite => {}
        OnUpdate::Keep => parts.push("on_update = \"keep\"".into()),
        OnUpdate::Fill => parts.push("on_update = \"fill\"".into()),
    }
    format!("{name} = {{ {} }}", parts.join(", "))
}

/// Constraints are named by their columns, indexes by their names.
fn key_toml(table: &Table, key: &Key) -> Option<String> {
    let mut parts = Vec::new();
    if !key.matching {
        parts.push("match = false");
    }
    if key.nulls_equal {
        parts.push("nulls = \"equal\"");
    }
    let name = if is_constraint(key) { parts_sql(table, key) } else { key.name.clone() };
    (!parts.is_empty()).then(|| format!("\"{name}\" = {{ {} }}", parts.join(", ")))
}

/// Returns a record as a line of JSON. Legacy ids that are numbers are written as numbers in every other record.
fn record_json(schema: &Schema, table: &Table, record: &Record, place: usize) -> String {
    let id_json = |id: &str| match id.parse::<i64>() {
        Ok(number) if place.is_multiple_of(2) => number.into(),
        _ => serde_json::Value::from(id),
    };
    let mut json = serde_json::Map::new();
    if let Some(id) = &record.id {
        json.insert("legacy_id".into(), id_json(id));
    }
    for (column, field) in &record.fields {
        let by_id = table.rules[*column].reference.as_ref().is_some_and(|r| r.by.is_none() && r.table < schema.tables.len());
        let value = match field {
            Field::Null => serde_json::Value::Null,
            Field::Value(V::Text(id)) if by_id => id_json(id),
            Field::Value(value) => value.json(),
            Field::Broken => serde_json::json!({ "broken": true }),
        };
        json.insert(table.columns[*column].name.clone(), value);
    }
    serde_json::Value::Object(json).to_string()
}
