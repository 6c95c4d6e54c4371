//! Mappings against small catalogs built by hand.

use super::*;
use crate::catalog::*;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::mapping::{self, Project};

mod columns;
mod ids;
mod keys;
mod projects;
mod references;

// ---- a tiny builder ----

fn table(name: &str, columns: Vec<Column>) -> Table {
    Table {
        schema: None,
        name: name.to_owned(),
        columns,
        keys: Vec::new(),
        foreign_keys: Vec::new(),
        checks: Vec::new(),
        triggers: Vec::new(),
        row_security: false,
        storage: Storage::Heap,
    }
}

fn column(name: &str, data_type: DataType, type_text: &str) -> Column {
    let type_text = type_text.to_owned();
    Column {
        name: name.to_owned(),
        data_type,
        type_text,
        collation: None,
        nullable: true,
        default: None,
        generated: Generated::No,
        allowed: None,
    }
}

fn text(name: &str) -> Column {
    column(name, DataType::Text { max_chars: None }, "text")
}

fn int(name: &str) -> Column {
    column(name, DataType::Int { bits: 64 }, "bigint")
}

fn uuid(name: &str) -> Column {
    Column { nullable: false, ..column(name, DataType::Uuid, "uuid") }
}

fn json(name: &str) -> Column {
    column(name, DataType::Jsonb, "jsonb")
}

fn required(column: Column) -> Column {
    Column { nullable: false, ..column }
}

fn with_default(column: Column) -> Column {
    Column { default: Some(DefaultValue { expression: "'x'".into(), volatile: false }), ..column }
}

fn allowed(column: Column, source: AllowedSource, values: &[&str]) -> Column {
    Column { allowed: Some(AllowedValues { source, values: values.iter().map(ToString::to_string).collect() }), ..column }
}

fn key(name: &str, kind: KeyKind, columns: &[&str]) -> Key {
    let parts = columns.iter().map(|name| KeyPart::Column { name: (*name).to_owned(), collation: None }).collect();
    Key::plain(name.to_owned(), kind, parts)
}

impl Table {
    fn primary(mut self, columns: &[&str]) -> Self {
        self.keys.insert(0, key(&format!("{}_pkey", self.name), KeyKind::Primary, columns));
        self
    }

    fn unique(self, columns: &[&str]) -> Self {
        let name = format!("{}_{}_key", self.name, columns.join("_"));
        self.key(key(&name, KeyKind::Constraint, columns))
    }

    fn key(mut self, key: Key) -> Self {
        self.keys.push(key);
        self
    }

    fn refers(mut self, column: &str, parent: &str, parent_column: &str) -> Self {
        self.foreign_keys.push(ForeignKey {
            name: None,
            columns: vec![column.to_owned()],
            parent_schema: None,
            parent_table: parent.to_owned(),
            parent_columns: vec![parent_column.to_owned()],
            on_delete: "NO ACTION".into(),
            on_update: "NO ACTION".into(),
            timing: Timing::Immediate,
        });
        self
    }
}

/// Makes a catalog. A table without keys gets one that every row has, so that tests of something else need none.
fn catalog(backend: BackendKind, mut tables: Vec<Table>) -> Catalog {
    for table in tables.iter_mut().filter(|table| table.keys.is_empty()) {
        let every = Key { nulls_equal: true, ..key("every", KeyKind::Index, &[&table.columns[0].name.clone()]) };
        table.keys.push(every);
    }
    bare_catalog(backend, tables)
}

/// Makes a catalog of the tables as they are.
fn bare_catalog(backend: BackendKind, tables: Vec<Table>) -> Catalog {
    Catalog { backend, server_version: "15.1".into(), tables }
}

fn project(files: &[(&str, &str)]) -> Project {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("mappings")).unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join("mappings").join(name), text).unwrap();
    }
    mapping::load(folder.path()).unwrap_or_else(|errors| panic!("{errors}"))
}

/// A mapping of `t` with the given lines before and after `[columns]`.
fn mapping_of(head: &str, columns: &str) -> String {
    format!("table = \"t\"\nsource = \"t.json\"\n{head}\n[columns]\n{columns}\n")
}

const ENUMS: (&str, &str) = ("enums.toml", "[kind]\nvalues = [\"api\", \"web\", \"custom\"]\nfallback = \"custom\"\n");

fn say(diagnostic: &Diagnostic) -> String {
    let hint = diagnostic.hint.as_ref().map(|hint| format!(" | {hint}")).unwrap_or_default();
    format!("{} {}: {}{hint}", diagnostic.severity.as_str(), diagnostic.code, diagnostic.message)
}

/// Checks what is said of one mapping of the table `t`, and that it has a layout if and only if there is no error.
fn check(backend: BackendKind, tables: Vec<Table>, head: &str, columns: &str, expect: &[&str]) {
    let project = project(&[("t.toml", &mapping_of(head, columns)), ENUMS]);
    let (layouts, notes) = build(&project, &catalog(backend, tables));
    let found: Vec<String> = notes.iter().map(say).collect();
    assert_eq!(found, expect, "{head}\n{columns}");
    assert_eq!(layouts.is_empty(), notes.iter().any(|note| note.severity == Severity::Error));
}

fn check_pg(tables: Vec<Table>, head: &str, columns: &str, expect: &[&str]) {
    check(BackendKind::Postgres, tables, head, columns, expect);
}

/// Builds the layout of one mapping of the table `t` that has no mistake.
fn layout_of(tables: Vec<Table>, head: &str, columns: &str) -> Layout {
    let project = project(&[("t.toml", &mapping_of(head, columns)), ENUMS]);
    let (mut layouts, notes) = build(&project, &catalog(BackendKind::Postgres, tables));
    assert_eq!(notes.iter().map(say).collect::<Vec<_>>(), Vec::<String>::new());
    layouts.remove(0)
}
