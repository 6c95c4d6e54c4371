//! Mappings against small catalogs built by hand.

use super::*;
use crate::catalog::*;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::mapping::{self, Project};

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
    Key {
        name: name.to_owned(),
        kind,
        parts,
        predicate: None,
        nulls_equal: false,
        timing: Timing::Immediate,
        on_conflict: None,
        unsupported: None,
    }
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

fn catalog(backend: BackendKind, tables: Vec<Table>) -> Catalog {
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

// ---- columns ----

#[test]
fn a_mapping_without_table_is_an_error() {
    let other = || vec![table("tt", vec![text("a")]), Table { schema: Some("crm".into()), ..table("users", vec![text("a")]) }];
    check_pg(
        other(),
        "",
        "a = \"a\"",
        &[
            "error schema/drift: mappings/t.toml:1:1: the table `t` is not in the database: expected `crm.users` or `tt` | did you mean `tt`?",
        ],
    );
    check_pg(
        vec![],
        "",
        "a = \"a\"",
        &[
            "error schema/drift: mappings/t.toml:1:1: the table `t` is not in the database: it has no tables | add a migration that creates it, or apply the pending ones",
        ],
    );
}

#[test]
fn a_missing_column_is_an_error_with_the_statement_that_adds_it() {
    let t = || vec![table("t", vec![text("slug"), text("name")])];
    check_pg(
        t(),
        "",
        "slag = \"slug\"\nactive = { from = \"a\", default = true }\nextra = { rest = true }",
        &[
            "error schema/drift: mappings/t.toml:5:1: the column `slag` is not in the table `t`, expected `slug` or `name` | did you mean `slug`? Or add it: ALTER TABLE \"t\" ADD COLUMN \"slag\" TEXT;",
            "error schema/drift: mappings/t.toml:6:1: the column `active` is not in the table `t`, expected `slug` or `name` | ALTER TABLE \"t\" ADD COLUMN \"active\" BOOLEAN;",
            "error schema/drift: mappings/t.toml:7:1: the column `extra` is not in the table `t`, expected `slug` or `name` | ALTER TABLE \"t\" ADD COLUMN \"extra\" jsonb;",
        ],
    );
}

#[test]
fn a_column_that_the_database_computes_cannot_be_mapped() {
    let computed = |generated| vec![table("t", vec![Column { generated, ..text("a") }])];
    check_pg(
        computed(Generated::Stored("lower(b)".into())),
        "",
        "a = \"a\"",
        &[
            "error schema/drift: mappings/t.toml:5:1: the column `a` is computed by the database from `lower(b)`, so nothing can be written to it | remove it from `[columns]`",
        ],
    );
    check_pg(
        computed(Generated::IdentityAlways),
        "",
        "a = \"a\"",
        &[
            "error schema/drift: mappings/t.toml:5:1: the column `a` is GENERATED ALWAYS AS IDENTITY, so nothing can be written to it | remove it from `[columns]`, or ALTER TABLE \"t\" ALTER COLUMN \"a\" SET GENERATED BY DEFAULT;",
        ],
    );
    check_pg(computed(Generated::IdentityByDefault), "", "a = \"a\"", &[]);
}

#[test]
fn a_type_that_cannot_hold_the_value_is_an_error() {
    let t = |column: Column| vec![table("t", vec![Column { name: "a".into(), ..column }])];
    let varchar = || column("a", DataType::Text { max_chars: Some(5) }, "character varying(5)");
    let array = || column("a", DataType::Array(Box::new(DataType::Uuid)), "uuid[]");
    for (column, rule, expect) in [
        (
            int("a"),
            "{ from = \"a\", enum = \"kind\" }",
            Some("the column `a` of type `bigint` cannot hold the values of the enum table `kind`, expected a text or enum type"),
        ),
        (
            varchar(),
            "{ from = \"a\", enum = \"kind\" }",
            Some(
                "the column `a` of type `character varying(5)` cannot hold every value of the enum table `kind`, expected at least 6 characters",
            ),
        ),
        (
            text("a"),
            "{ from = \"a\", on_update = \"merge\" }",
            Some("the column `a` of type `text` cannot hold a merged document (`on_update = \"merge\"`), expected a JSON type"),
        ),
        (json("a"), "{ from = \"a\", on_update = \"merge\" }", None),
        (
            varchar(),
            "{ rest = true }",
            Some(
                "the column `a` of type `character varying(5)` cannot hold the rest of the record, which is a JSON object, expected a JSON type",
            ),
        ),
        (text("a"), "{ rest = true }", None),
        (
            int("a"),
            "{ from = \"a\", default = { b = 1 } }",
            Some("the column `a` of type `bigint` cannot hold the default `{\"b\":1}`, expected a JSON type"),
        ),
        (array(), "{ value = [1] }", None),
        (json("a"), "{ value = [1] }", None),
    ] {
        let expect = expect.map(|message| format!("error schema/drift: mappings/t.toml:5:1: {message}"));
        check_pg(t(column), "", &format!("a = {rule}"), &expect.iter().map(String::as_str).collect::<Vec<_>>());
    }
    check_pg(
        t(text("a")),
        "",
        "a = { from = \"a\", format = \"iso\" }",
        &["warning schema/drift: mappings/t.toml:5:1: `format` has no effect on the column `a` of type `text`, which is no date or time"],
    );
}

#[test]
fn a_constant_that_the_database_does_not_allow_is_an_error() {
    let t = || vec![table("t", vec![allowed(text("a"), AllowedSource::Check(None), &["on", "off"])])];
    check_pg(
        t(),
        "",
        "a = { value = \"onn\" }",
        &[
            "error schema/drift: mappings/t.toml:5:1: the value `onn` is not allowed in the column `a`, expected `on` or `off` | did you mean `on`?",
        ],
    );
    check_pg(t(), "", "a = { from = \"a\", default = \"off\" }", &[]);
}

#[test]
fn a_required_column_that_nothing_fills_is_an_error() {
    let t = || vec![table("t", vec![text("a"), required(text("b")), with_default(required(text("c")))])];
    check_pg(
        t(),
        "",
        "a = \"a\"",
        &[
            "error schema/drift: mappings/t.toml:1:1: the column `b` is NOT NULL without default, and the mapping does not fill it | add `b = ...` to `[columns]`, or give it a default: ALTER TABLE \"t\" ALTER COLUMN \"b\" SET DEFAULT ...;",
        ],
    );
    check(
        BackendKind::Sqlite,
        t(),
        "",
        "a = \"a\"",
        &[
            "error schema/drift: mappings/t.toml:1:1: the column `b` is NOT NULL without default, and the mapping does not fill it | add `b = ...` to `[columns]`, or give it a default: rebuild the table \"t\" in a migration with \"b\" changed: DEFAULT ... (SQLite cannot alter a column)",
        ],
    );
    check_pg(t(), "", "a = \"a\"\nb = \"b\"", &[]);
}

#[test]
fn says_which_columns_take_null_and_which_have_a_default() {
    let rowid = Column { nullable: false, generated: Generated::Rowid(false), ..int("id") };
    let t = table("t", vec![rowid, text("a"), required(text("b")), with_default(required(text("c")))]);
    let layout = layout_of(vec![t], "", "id = \"id\"\na = \"a\"\nb = \"b\"\nc = \"c\"");
    let found: Vec<(&str, bool, bool)> = layout.columns.iter().map(|c| (c.name.as_str(), c.nullable, c.has_default)).collect();
    assert_eq!(found, [("id", false, true), ("a", true, false), ("b", false, false), ("c", false, true)]);
    assert!(layout.columns.iter().all(|column| column.formats == [mapping::TimeFormat::Iso]));
}

// ---- id ----

#[test]
fn the_id_takes_the_form_that_its_column_can_hold() {
    let varchar = |chars| column("id", DataType::Text { max_chars: Some(chars) }, "varchar");
    for (column, rule, expect) in [
        (uuid("id"), "\"id\"", IdForm::Uuid),
        (text("id"), "\"id\"", IdForm::Uuid),
        (varchar(36), "\"id\"", IdForm::Uuid),
        (varchar(35), "\"id\"", IdForm::Value),
        (int("id"), "\"id\"", IdForm::Value),
        (text("id"), "{ from = \"id\", as = \"value\" }", IdForm::Value),
    ] {
        let layout = layout_of(vec![table("t", vec![column]).primary(&["id"])], &format!("id = {rule}"), "");
        let Fill::Id { form, namespace, .. } = &layout.columns[0].fill else { panic!("{rule}") };
        assert_eq!((*form, layout.columns[0].on_update, layout.identity.as_slice()), (expect, OnUpdate::Keep, [0].as_slice()), "{rule}");
        assert_eq!(*namespace, Uuid::new_v5(&mapping::DEFAULT_NAMESPACE, b"t"));
    }
}

#[test]
fn an_id_that_is_only_remembered_fills_no_column() {
    let t = || vec![table("t", vec![with_default(uuid("id")), text("a")]).primary(&["id"])];
    for head in ["id = { from = \"id\", as = \"none\" }", "id = \"id\"\nscope = \"run\""] {
        let layout = layout_of(t(), head, "a = \"a\"");
        assert_eq!((layout.columns.len(), layout.legacy_id.is_some(), layout.identity.len()), (1, true, 0), "{head}");
    }
}

#[test]
fn an_id_that_cannot_fill_its_column_is_an_error() {
    let composite = || vec![table("t", vec![text("a"), text("b")]).primary(&["a", "b"])];
    check_pg(
        composite(),
        "id = \"id\"",
        "a = \"a\"\nb = \"b\"",
        &[
            "error schema/drift: mappings/t.toml:3:1: `id` needs a primary key of one column to fill, the table `t` has the primary key (a, b) | write `id = { from = \"...\", as = \"none\" }` to only remember the id, or name a column with `column`",
        ],
    );
    check_pg(
        composite(),
        "id = { from = \"id\", column = \"c\" }",
        "a = \"a\"\nb = \"b\"",
        &["error schema/drift: mappings/t.toml:3:1: the column `c` is not in the table `t`, expected `a` or `b`"],
    );
    let single = |column: Column| vec![table("t", vec![column]).primary(&["id"])];
    check_pg(
        single(int("id")),
        "id = { from = \"id\", as = \"uuid\" }",
        "",
        &[
            "error schema/drift: mappings/t.toml:3:1: the column `id` of type `bigint` cannot hold a UUID | write `as = \"value\"` or `as = \"none\"` in `id`",
        ],
    );
    check_pg(
        single(int("id")),
        "id = \"id\"",
        "id = \"id\"",
        &[
            "error schema/drift: mappings/t.toml:3:1: the column `id` is filled by `id` and by `[columns]` at mappings/t.toml:5:1 | remove it from `[columns]`, or write `as = \"none\"` in `id` so that the id is only remembered",
        ],
    );
    check_pg(
        single(Column { generated: Generated::IdentityAlways, ..int("id") }),
        "id = \"id\"",
        "",
        &[
            "error schema/drift: mappings/t.toml:3:1: the column `id` is GENERATED ALWAYS AS IDENTITY, so nothing can be written to it | write `as = \"none\"` in `id`, or ALTER TABLE \"t\" ALTER COLUMN \"id\" SET GENERATED BY DEFAULT;",
        ],
    );
}

// ---- original text ----

#[test]
fn original_text_goes_to_a_mapped_column_or_to_one_of_its_own() {
    let t = || vec![table("t", vec![text("a"), json("extra"), text("old")])];
    for (columns, place, path, fill) in [
        (
            "a = { from = \"a\", enum = \"kind\", original = \"extra/legacy/a~1b\" }\nextra = { rest = true }",
            1,
            vec!["legacy", "a/b"],
            None,
        ),
        ("extra = { rest = true }\na = { from = \"a\", enum = \"kind\", original = \"extra/a\" }", 0, vec!["a"], None),
        ("a = { from = \"a\", enum = \"kind\", original = \"old\" }", 1, vec![], Some((Absent::Default, OnUpdate::Overwrite))),
        ("a = { from = \"a\", enum = \"kind\", original = \"extra/a\" }", 1, vec!["a"], Some((Absent::Keep, OnUpdate::Merge))),
    ] {
        let layout = layout_of(t(), "", columns);
        let from = layout.columns.iter().find(|column| column.name == "a").unwrap();
        assert_eq!(from.original, Some((place, path.into_iter().map(str::to_owned).collect())), "{columns}");
        let kept = &layout.columns[place];
        assert_eq!(matches!(kept.fill, Fill::Original), fill.is_some(), "{columns}");
        if let Some(fill) = fill {
            assert_eq!((kept.absent, kept.on_update), fill, "{columns}");
        }
    }
}

#[test]
fn original_text_needs_a_column_that_can_keep_it() {
    let t = || vec![table("t", vec![text("a"), int("n"), text("notes")])];
    check_pg(
        t(),
        "",
        "a = { from = \"a\", enum = \"kind\", original = \"notes/a\" }",
        &[
            "error schema/drift: mappings/t.toml:5:1: `original = \"notes/a\"`: the column `notes` of type `text` cannot keep it, expected another column of a JSON type",
        ],
    );
    check_pg(
        t(),
        "",
        "a = { from = \"a\", enum = \"kind\", original = \"n\" }",
        &[
            "error schema/drift: mappings/t.toml:5:1: `original = \"n\"`: the column `n` of type `bigint` cannot keep it, expected another column of a text type",
        ],
    );
    check_pg(
        t(),
        "",
        "a = { from = \"a\", enum = \"kind\", original = \"note\" }",
        &[
            "error schema/drift: mappings/t.toml:5:1: the column `note` is not in the table `t`, expected `a`, `n` or `notes` | did you mean `notes`?",
        ],
    );
}

// ---- enums ----

#[test]
fn a_value_that_the_database_lacks_is_an_error_with_the_statement_that_adds_it() {
    let t = |source, values: &[&str]| vec![table("t", vec![allowed(text("a"), source, values)])];
    let rule = "a = { from = \"a\", enum = \"kind\" }";
    check_pg(
        t(AllowedSource::EnumType("crm.kind".into()), &["api"]),
        "",
        rule,
        &[
            "error schema/enum_drift: mappings/t.toml:5:1: the column `a` does not allow `web`, `custom` of the enum table `kind`: the type `crm.kind` has only `api` | ALTER TYPE \"crm\".\"kind\" ADD VALUE 'web'; ALTER TYPE \"crm\".\"kind\" ADD VALUE 'custom';",
        ],
    );
    check_pg(
        t(AllowedSource::Check(Some("t_a_check".into())), &["api", "web", "it's"]),
        "",
        rule,
        &[
            "error schema/enum_drift: mappings/t.toml:5:1: the column `a` does not allow `custom` of the enum table `kind`: the constraint `t_a_check` has only `api`, `web`, `it's` | ALTER TABLE \"t\" DROP CONSTRAINT \"t_a_check\", ADD CONSTRAINT \"t_a_check\" CHECK (\"a\" IN ('api', 'web', 'it''s', 'custom'));",
            "warning schema/enum_drift: mappings/t.toml:5:1: the database allows `it's` in the column `a`, which the enum table `kind` lacks | add `it's` to `values` of `[kind]` in mappings/enums.toml",
        ],
    );
    check(
        BackendKind::Sqlite,
        t(AllowedSource::Check(None), &["api", "web"]),
        "",
        rule,
        &[
            "error schema/enum_drift: mappings/t.toml:5:1: the column `a` does not allow `custom` of the enum table `kind`: its CHECK constraint has only `api`, `web` | rebuild the table \"t\" in a migration with CHECK (\"a\" IN ('api', 'web', 'custom'))",
        ],
    );
    check_pg(t(AllowedSource::EnumType("kind".into()), &["custom", "web", "api"]), "", rule, &[]);
}

// ---- keys ----

#[test]
fn a_key_that_cannot_be_evaluated_is_refused_with_its_reason() {
    let plain = || key("k", KeyKind::Index, &["a"]);
    let expression =
        || Key { parts: vec![KeyPart::Expression { sql: "lower(a)".into(), columns: vec!["a".into()], collation: None }], ..plain() };
    let collated = || Key { parts: vec![KeyPart::Column { name: "a".into(), collation: Some("NOCASE".into()) }], ..plain() };
    for (key, expect) in [
        (plain(), None),
        (Key { nulls_equal: true, ..plain() }, None),
        (Key { unsupported: Some("it reads a function".into()), ..plain() }, Some("it reads a function")),
        (Key { kind: KeyKind::Exclusion, ..plain() }, Some("it is an exclusion constraint")),
        (Key { predicate: Some("b > 0".into()), ..plain() }, Some("it is partial (`WHERE b > 0`)")),
        (Key { timing: Timing::Deferrable, ..plain() }, Some("it is deferrable")),
        (Key { timing: Timing::Deferred, ..plain() }, Some("it is deferrable")),
        (Key { on_conflict: Some("REPLACE".into()), ..plain() }, Some("it has the clause `ON CONFLICT REPLACE`")),
        (expression(), Some("it has an expression among its parts")),
        (collated(), Some("it compares by the collation `NOCASE`")),
    ] {
        assert_eq!(key_refusal(&table("t", vec![text("a")]), &key).as_deref(), expect, "{key:?}");
    }
    for (collation, refused) in [("NOCASE", true), ("ignore_case", true), ("C", false), ("BINARY", false), ("de-x-icu", false)] {
        let t = table("t", vec![Column { collation: Some(collation.into()), ..text("a") }]);
        assert_eq!(key_refusal(&t, &plain()).is_some(), refused, "{collation}");
    }
    let t = table("t", vec![text("a"), text("b")]).key(expression());
    check_pg(
        vec![t],
        "",
        "b = \"b\"",
        &[
            "error schema/unsupported_key: mappings/t.toml:1:1: the key `k` (lower(a)) of the table `t` cannot be evaluated: it has an expression among its parts | replace it by a plain unique key, or import into this table by other means",
        ],
    );
}

#[test]
fn identity_is_the_primary_key_and_the_declared_key() {
    let t = || vec![table("t", vec![with_default(uuid("id")), text("a"), text("b")]).primary(&["id"]).unique(&["a"]).unique(&["a", "b"])];
    for (head, columns, expect) in [
        ("id = \"id\"", "a = \"a\"", vec![0]),
        ("", "a = \"a\"", vec![]),
        ("identity = \"a\"", "a = \"a\"", vec![1]),
        ("id = \"id\"\nidentity = [\"b\", \"a\"]", "a = \"a\"\nb = \"b\"", vec![0, 2]),
        ("identity = \"id\"", "id = \"id\"", vec![0]),
    ] {
        assert_eq!(layout_of(t(), head, columns).identity, expect, "{head} {columns}");
    }
}

#[test]
fn an_identity_without_unique_key_is_an_error() {
    let t = || vec![table("t", vec![text("a"), text("b")]).unique(&["a"])];
    check_pg(
        t(),
        "identity = [\"a\", \"b\"]",
        "a = \"a\"\nb = \"b\"",
        &[
            "error schema/drift: mappings/t.toml:3:1: `identity` names (a, b), which no unique key of the table `t` has: its keys are `t_a_key` (a) | CREATE UNIQUE INDEX \"t_a_b_key\" ON \"t\" (\"a\", \"b\");",
        ],
    );
    check_pg(
        t(),
        "identity = \"a\"",
        "b = \"b\"",
        &[
            "error schema/drift: mappings/t.toml:3:1: `identity` names the column `a`, which the mapping does not fill | add it to `[columns]`",
        ],
    );
    check_pg(
        t(),
        "identity = \"c\"",
        "b = \"b\"",
        &["error schema/drift: mappings/t.toml:3:1: the column `c` is not in the table `t`, expected `a` or `b`"],
    );
    check_pg(
        t(),
        "identity = \"a\"",
        "a = \"a\"\n[keys]\na = { match = false }",
        &[
            "error schema/drift: mappings/t.toml:3:1: the key `t_a_key` (a) is the identity and has `match = false`, expected one or the other",
        ],
    );
}

#[test]
fn key_rules_name_keys_by_name_or_by_columns() {
    let t = || vec![table("t", vec![text("a"), text("b"), text("c")]).unique(&["a", "b"]).unique(&["c"])];
    for (rules, expect) in [
        ("", [(true, false), (true, false)]),
        ("t_c_key = { match = false }", [(true, false), (false, false)]),
        ("\"a, b\" = { nulls = \"equal\" }", [(true, true), (true, false)]),
        ("\"b,a\" = { match = false, nulls = \"equal\" }", [(false, true), (true, false)]),
    ] {
        let layout = layout_of(t(), "", &format!("a = \"a\"\n[keys]\n{rules}"));
        let found: Vec<(bool, bool)> = layout.keys.iter().map(|key| (key.matching, key.nulls_equal)).collect();
        assert_eq!(found, expect, "{rules}");
    }
    check_pg(
        t(),
        "",
        "a = \"a\"\n[keys]\n\"a,c\" = { match = false }\nt_d_key = { match = false }",
        &[
            "error schema/drift: mappings/t.toml:7:1: `a,c` is no key of the table `t`: expected `t_a_b_key`, `a, b`, `t_c_key` or `c`",
            "error schema/drift: mappings/t.toml:8:1: `t_d_key` is no key of the table `t`: expected `t_a_b_key`, `a, b`, `t_c_key` or `c` | did you mean `t_c_key`?",
        ],
    );
    check_pg(
        t(),
        "",
        "a = \"a\"\n[keys]\nc = { match = false }\nt_c_key = { match = true }",
        &["error schema/drift: mappings/t.toml:8:1: the key `t_c_key` (c) has two rules, the other one at mappings/t.toml:7:1"],
    );
}

// ---- side effects ----

#[test]
fn triggers_and_row_level_security_are_warnings() {
    let trigger = |name: &str, before| Trigger { name: name.to_owned(), before };
    let t = Table { triggers: vec![trigger("stamp", true), trigger("audit", false)], row_security: true, ..table("t", vec![text("a")]) };
    check_pg(
        vec![t],
        "",
        "a = \"a\"",
        &[
            "warning schema/side_effects: mappings/t.toml:1:1: the trigger `stamp` of the table `t` can change what is written | leave the columns that it sets out of the mapping, or they differ at every run",
            "warning schema/side_effects: mappings/t.toml:1:1: row-level security of the table `t` can hide rows and refuse writes | run as the table's owner or as a role with BYPASSRLS",
        ],
    );
}

// ---- references ----

fn orgs() -> Table {
    table("orgs", vec![uuid("id"), text("slug"), text("name")]).primary(&["id"]).unique(&["slug"])
}

const ORGS: (&str, &str) =
    ("orgs.toml", "table = \"orgs\"\nsource = \"o.json\"\nid = \"id\"\nnamespace = \"old\"\n[columns]\nslug = \"slug\"\n");

fn reference(tables: Vec<Table>, rule: &str, extra: &[(&str, &str)]) -> (Option<ReferenceLayout>, Vec<String>) {
    let mapping = mapping_of("", &format!("a = {{ from = \"a\", references = \"{rule}\" }}"));
    let mut files = vec![("t.toml", mapping.as_str()), ORGS, ENUMS];
    files.extend(extra);
    let (layouts, notes) = build(&project(&files), &catalog(BackendKind::Postgres, tables));
    let layout = layouts.into_iter().find(|layout| layout.mapping == "t");
    let target = layout.map(|mut layout| match layout.columns.remove(0).fill {
        Fill::Reference { target, .. } => target,
        other => panic!("{other:?}"),
    });
    (target, notes.iter().map(say).collect())
}

#[test]
fn a_reference_by_legacy_id_looks_into_the_namespaces_of_its_table() {
    let t = || table("t", vec![uuid("a")]).refers("a", "orgs", "id");
    let id_form = Some((IdForm::Uuid, Uuid::new_v5(&mapping::DEFAULT_NAMESPACE, b"orgs")));
    let (target, notes) = reference(vec![orgs(), t()], "orgs", &[]);
    let target = target.unwrap_or_else(|| panic!("{notes:?}"));
    assert_eq!((target.table.name.as_str(), target.stores.as_str(), target.by.as_deref()), ("orgs", "id", None));
    assert_eq!((target.namespaces.as_slice(), target.id_form, target.late), (["old".to_owned()].as_slice(), id_form, false));

    let more = ("more_orgs.toml", "table = \"orgs\"\nsource = \"m.json\"\nid = \"id\"\n");
    let by_table = reference(vec![orgs(), t()], "orgs", &[more]).0.unwrap();
    assert_eq!(by_table.namespaces, ["orgs", "old"]);
    let by_mapping = reference(vec![orgs(), t()], "more_orgs", &[more]).0.unwrap();
    assert_eq!((by_mapping.table.name.as_str(), by_mapping.namespaces.as_slice()), ("orgs", ["orgs".to_owned()].as_slice()));
}

#[test]
fn a_reference_stores_the_column_of_the_foreign_key() {
    let by_slug = table("t", vec![text("a")]).refers("a", "orgs", "slug");
    let target = reference(vec![orgs(), by_slug], "orgs", &[]).0.unwrap();
    assert_eq!((target.stores.as_str(), target.id_form), ("slug", None));
    let free = table("t", vec![uuid("a")]);
    assert_eq!(reference(vec![orgs(), free], "orgs.slug", &[]).0.unwrap().stores, "id");
}

#[test]
fn a_reference_by_natural_key_needs_a_column_that_names_one_row() {
    let t = || table("t", vec![uuid("a")]).refers("a", "orgs", "id");
    let (target, notes) = reference(vec![orgs(), t()], "orgs.slug", &[]);
    assert_eq!((target.unwrap().by.as_deref(), notes), (Some("slug"), vec![]));
    let (target, notes) = reference(vec![orgs(), t()], "orgs.name", &[]);
    assert!(target.is_some());
    assert_eq!(
        notes,
        [
            "warning schema/drift: mappings/t.toml:5:1: no key makes `orgs.name` unique, so a reference may name several rows and is rejected then",
        ]
    );
    let (_, notes) = reference(vec![orgs(), t()], "orgs.slag", &[]);
    assert_eq!(
        notes,
        [
            "error schema/drift: mappings/t.toml:5:1: the column `slag` is not in the table `orgs`, expected `id`, `slug` or `name` | did you mean `slug`?",
        ]
    );
}

#[test]
fn a_reference_to_a_table_in_a_schema_is_by_legacy_id_where_no_table_has_the_first_name() {
    let parent = Table { schema: Some("crm".into()), ..orgs() };
    let crm = ("crm.toml", "table = \"crm.orgs\"\nsource = \"o.json\"\nid = \"id\"\n");
    let (target, _) = reference(vec![parent, table("t", vec![uuid("a")])], "crm.orgs", &[crm]);
    let target = target.unwrap();
    assert_eq!((target.by.as_deref(), target.stores.as_str()), (None, "id"));
}

#[test]
fn a_reference_that_cannot_be_resolved_is_an_error() {
    let t = |column: Column| table("t", vec![Column { name: "a".into(), ..column }]);
    let place = "error schema/drift: mappings/t.toml:5:1:";
    let loose = || table("loose", vec![text("x"), text("y")]);
    let array = || column("a", DataType::Array(Box::new(DataType::Uuid)), "uuid[]");
    let mute = ("mute.toml", "table = \"loose\"\nsource = \"l.json\"\n[columns]\nx = \"x\"\n");
    for (child, rule, extra, expect) in [
        (
            t(uuid("a")),
            "org",
            vec![],
            "`references` names `org`, which is neither a table nor a mapping, expected `loose`, `orgs` or `t` | did you mean `orgs`?",
        ),
        (
            t(uuid("a")),
            "loose.x",
            vec![],
            "the column `a` has no foreign key to `loose`, which has no primary key of one column, so it is open which value to store | add a foreign key from this column to a unique column",
        ),
        (
            t(array()),
            "orgs",
            vec![],
            "the column `a` of type `uuid[]` cannot hold a reference, expected one value | fill a join table by a mapping of its own, with `each` over the array of ids",
        ),
        (
            t(uuid("a")).refers("a", "loose", "x"),
            "orgs",
            vec![],
            "`references` names the table `orgs`, but the foreign key of the column `a` refers to `loose` | write `references = \"loose\"`",
        ),
        (
            t(text("a")).refers("a", "loose", "x"),
            "loose",
            vec![],
            "the column `a` refers to `loose` by legacy id, but no mapping fills it, so no legacy id is known | add a mapping for it, or refer by a natural key: `references = \"loose.<column>\"`, or remove `references` where the field holds the key itself",
        ),
        (
            t(text("a")).refers("a", "loose", "x"),
            "loose",
            vec![mute],
            "the column `a` refers to `loose` by legacy id, but the mapping `mute` has no `id`, so no legacy id is known | give it an `id`, or refer by a natural key: `references = \"loose.<column>\"`, or remove `references` where the field holds the key itself",
        ),
    ] {
        let (target, notes) = reference(vec![orgs(), loose(), child], rule, &extra);
        assert!(target.is_none(), "{rule}");
        assert_eq!(notes, [format!("{place} {expect}")]);
    }
}

// ---- several mappings ----

fn file(table: &str, head: &str, columns: &str) -> String {
    format!("table = \"{table}\"\nsource = \"x.json\"\n{head}\n[columns]\n{columns}\n")
}

#[test]
fn tables_stand_after_those_that_they_refer_to() {
    let users = table("users", vec![uuid("id"), required(uuid("org_id")), uuid("boss_id")])
        .primary(&["id"])
        .refers("org_id", "zoo_orgs", "id")
        .refers("boss_id", "users", "id");
    let orgs = table("zoo_orgs", vec![uuid("id"), Column { nullable: true, ..uuid("owner_id") }])
        .primary(&["id"])
        .refers("owner_id", "users", "id");
    let notes = table("a_notes", vec![uuid("id"), uuid("user_id")]).primary(&["id"]);
    let project = project(&[
        ("a_notes.toml", &file("a_notes", "id = \"id\"", "user_id = { from = \"u\", references = \"users\" }")),
        (
            "users.toml",
            &file(
                "users",
                "id = \"id\"",
                "org_id = { from = \"o\", references = \"zoo_orgs\" }\nboss_id = { from = \"b\", references = \"users\" }",
            ),
        ),
        ("zoo_orgs.toml", &file("zoo_orgs", "id = \"id\"", "owner_id = { from = \"w\", references = \"users\" }")),
    ]);
    let (layouts, diagnostics) = build(&project, &catalog(BackendKind::Sqlite, vec![notes, users, orgs]));
    assert_eq!(diagnostics, []);
    let late = |layout: &Layout| -> Vec<(String, bool)> {
        let references = layout.columns.iter().filter_map(|column| match &column.fill {
            Fill::Reference { target, .. } => Some((column.name.clone(), target.late)),
            _ => None,
        });
        references.collect()
    };
    let found: Vec<(&str, Vec<(String, bool)>)> = layouts.iter().map(|layout| (layout.mapping.as_str(), late(layout))).collect();
    let expect = [
        ("zoo_orgs", vec![("owner_id".to_owned(), true)]),
        ("users", vec![("org_id".to_owned(), false), ("boss_id".to_owned(), true)]),
        ("a_notes", vec![("user_id".to_owned(), false)]),
    ];
    assert_eq!(found, expect);
}

#[test]
fn a_foreign_key_that_no_mapping_fills_makes_no_order() {
    let a = table("a", vec![text("x"), text("b_x")]).refers("b_x", "b", "x");
    let b = || table("b", vec![text("x")]);
    let order = |columns: &str| {
        let project = project(&[("a.toml", &file("a", "", columns)), ("b.toml", &file("b", "", "x = \"x\""))]);
        let (layouts, _) = build(&project, &catalog(BackendKind::Sqlite, vec![a.clone(), b()]));
        layouts.into_iter().map(|layout| layout.mapping).collect::<Vec<_>>()
    };
    assert_eq!(order("x = \"x\""), ["a", "b"]);
    assert_eq!(order("b_x = \"x\""), ["b", "a"]);
}

#[test]
fn mappings_of_one_table_must_agree() {
    let t = || vec![table("t", vec![text("a"), text("b")]).unique(&["a"]).unique(&["b"])];
    let said = |one: &str, two: &str| {
        let project =
            project(&[("one.toml", &file("t", one, "a = \"a\"\nb = \"b\"")), ("two.toml", &file("t", two, "a = \"a\"\nb = \"b\""))]);
        let (layouts, notes) = build(&project, &catalog(BackendKind::Sqlite, t()));
        assert_eq!(layouts.len(), if notes.is_empty() { 2 } else { 0 });
        notes.iter().map(say).collect::<Vec<_>>()
    };
    let hint = "make them agree: the records of one table are told apart in one way";
    assert_eq!(said("identity = \"a\"", "identity = \"a\""), Vec::<String>::new());
    assert_eq!(
        said("identity = \"a\"", "identity = \"b\""),
        [format!(
            "error schema/drift: mappings/two.toml:1:1: the mappings `one` and `two` fill the table `t`, but identify records differently: by `t_a_key` (a) and by `t_b_key` (b) | {hint}"
        )]
    );
    assert_eq!(
        said("", "keys.a.match = false"),
        [format!(
            "error schema/drift: mappings/two.toml:1:1: the mappings `one` and `two` fill the table `t`, but have different rules in `[keys]` | {hint}"
        )]
    );
    assert_eq!(
        said("on_duplicate = \"first\"", ""),
        [format!(
            "error schema/drift: mappings/two.toml:1:1: the mappings `one` and `two` fill the table `t`, but have different `on_duplicate` | {hint}"
        )]
    );
}

#[test]
fn a_mapping_that_adds_to_rows_of_another_one_may_leave_out_required_columns() {
    let t = table("t", vec![required(text("a")), text("b"), text("c")]).unique(&["b"]);
    let project = project(&[
        ("one.toml", &file("t", "identity = \"b\"", "a = \"a\"\nb = \"b\"")),
        ("two.toml", &file("t", "identity = \"b\"", "b = \"b\"\nc = \"c\"")),
    ]);
    let (layouts, notes) = build(&project, &catalog(BackendKind::Sqlite, vec![t]));
    assert_eq!(layouts.len(), 2);
    assert_eq!(
        notes.iter().map(say).collect::<Vec<_>>(),
        [
            "warning schema/drift: mappings/two.toml:1:1: the column `a` is NOT NULL without default, and the mapping does not fill it (`one` does): records that are no stored row are rejected",
        ]
    );
}

#[test]
fn every_message_begins_with_its_place() {
    let t = table("t", vec![text("a")]).key(Key { predicate: Some("a > ''".into()), ..key("k", KeyKind::Index, &["a"]) });
    let project = project(&[("t.toml", &mapping_of("identity = \"x\"", "b = \"b\"")), ENUMS]);
    let (_, notes) = build(&project, &catalog(BackendKind::Postgres, vec![t]));
    assert!(notes.len() >= 3 && notes.iter().any(|note| note.code == Code::UnsupportedKey));
    assert!(notes.iter().all(|note| note.message.starts_with("mappings/t.toml:") && note.table.as_deref() == Some("t")), "{notes:?}");
}
