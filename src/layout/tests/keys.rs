//! Enums, keys, identity and side effects.

use super::*;

#[test]
fn a_value_that_the_database_lacks_is_an_error_with_the_statement_that_adds_it() {
    let t = |source, values: &[&str]| {
        let listed: Vec<String> = values.iter().map(|value| crate::backend::statement::literal(value)).collect();
        let check = Check { name: Some("t_a_check".into()), expression: format!("length(a) > 0 AND a IN ({})", listed.join(", ")) };
        vec![Table { checks: vec![check], ..table("t", vec![allowed(text("a"), source, values)]) }]
    };
    let rule = "a = { from = \"a\", enum = \"kind\" }";
    check_pg(
        t(AllowedSource::EnumType("crm.kind".into()), &["api"]),
        "",
        rule,
        &[
            "error schema/enum_drift: mappings/t.toml:5:1: the column `a` does not allow `web`, `custom` of the enum table `kind`: the type `crm.kind` has only `api` | run `resettle enums sync`, which writes the migration and applies it: ALTER TYPE crm.kind ADD VALUE IF NOT EXISTS 'web'; ALTER TYPE crm.kind ADD VALUE IF NOT EXISTS 'custom';",
        ],
    );
    check_pg(
        t(AllowedSource::Check(Some("t_a_check".into())), &["api", "web", "it's"]),
        "",
        rule,
        &[
            "error schema/enum_drift: mappings/t.toml:5:1: the column `a` does not allow `custom` of the enum table `kind`: the constraint `t_a_check` has only `api`, `web`, `it's` | run `resettle enums sync`, which writes the migration and applies it: ALTER TABLE \"t\" DROP CONSTRAINT \"t_a_check\"; ALTER TABLE \"t\" ADD CONSTRAINT \"t_a_check\" CHECK (length(a) > 0 AND a IN ('api', 'web', 'it''s', 'custom'));",
            "warning schema/enum_drift: mappings/t.toml:5:1: the database allows `it's` in the column `a`, which the enum table `kind` lacks | add `it's` to `values` of `[kind]` in mappings/enums.toml",
        ],
    );
    check(
        BackendKind::Sqlite,
        t(AllowedSource::Check(None), &["api", "web"]),
        "",
        rule,
        &[
            "error schema/enum_drift: mappings/t.toml:5:1: the column `a` does not allow `custom` of the enum table `kind`: its CHECK constraint has only `api`, `web` | run `resettle enums sync`, which writes the migration and applies it; it makes the table \"t\" anew, because SQLite cannot alter a CHECK",
        ],
    );
    check_pg(t(AllowedSource::EnumType("kind".into()), &["custom", "web", "api"]), "", rule, &[]);
}

#[test]
fn a_key_that_cannot_be_evaluated_is_refused_with_its_reason() {
    let plain = || key("k", KeyKind::Index, &["a"]);
    let exclusion = || Key { kind: KeyKind::Exclusion, ..plain() };
    let expression =
        || Key { parts: vec![KeyPart::Expression { sql: "lower(a)".into(), columns: vec!["a".into()], collation: None }], ..plain() };
    let collated = || Key { parts: vec![KeyPart::Column { name: "a".into(), collation: Some("NOCASE".into()) }], ..plain() };
    for (key, expect) in [
        (plain(), None),
        (Key { nulls_equal: true, ..plain() }, None),
        (Key { predicate: Some("b > 0".into()), ..plain() }, None),
        (Key { timing: Timing::Deferrable, ..plain() }, None),
        (Key { timing: Timing::Deferred, ..plain() }, None),
        (Key { on_conflict: Some("REPLACE".into()), ..plain() }, None),
        (expression(), None),
        (collated(), None),
        (Key { unsupported: Some("it reads a function".into()), ..plain() }, Some("it reads a function")),
        (exclusion(), None),
    ] {
        assert_eq!(key_refusal(&key).as_deref(), expect, "{key:?}");
    }
    let mut t = table("t", vec![text("a"), text("b")]);
    t.keys.push(Key { unsupported: Some("it reads a function".into()), ..plain() });
    check_pg(
        vec![t],
        "",
        "b = \"b\"",
        &[
            "error schema/unsupported_key: mappings/t.toml:1:1: the key `k` (a) of the table `t` cannot be evaluated: it reads a function | replace it by a unique key, or import into this table by other means",
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
    let t = || vec![table("t", vec![text("a"), text("b")]).key(Key { nulls_equal: true, ..key("t_a_key", KeyKind::Constraint, &["a"]) })];
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
        vec![t().remove(0).unique(&["b"]).primary(&["b"])],
        "identity = \"a\"",
        "a = \"a\"\n[keys]\na = { match = false }",
        &[
            "error schema/drift: mappings/t.toml:3:1: the key `t_a_key` (a) is the identity and has `match = false`, expected one or the other",
        ],
    );
}

#[test]
fn rows_must_be_found_again() {
    let refused = "error schema/unsupported_key: mappings/t.toml:1:1: the table `t` has no primary key and no unique key that every record has, so the next run could \
                   not find the rows of this one | give the table a primary key, or make the columns of a unique key NOT NULL, or declare `nulls = \"equal\"` for it";
    let said = |table: Table, rules: &str| {
        let project = project(&[("t.toml", &mapping_of("", &format!("a = \"a\"\n{rules}")))]);
        build(&project, &bare_catalog(BackendKind::Postgres, vec![table])).1.iter().map(say).collect::<Vec<_>>()
    };
    let nullable = || table("t", vec![text("a"), text("b")]);
    let key_of_all = || table("t", vec![required(text("a"))]).unique(&["a"]);
    assert_eq!(said(nullable(), ""), [refused]);
    assert_eq!(said(nullable().unique(&["a"]), ""), [refused]);
    assert_eq!(said(key_of_all(), "[keys]\na = { match = false }"), [refused]);
    assert!(said(nullable().unique(&["a"]), "[keys]\na = { nulls = \"equal\" }").is_empty());
    assert!(said(nullable().primary(&["b"]), "").is_empty());
    assert!(said(key_of_all(), "").is_empty());
}

#[test]
fn key_rules_name_keys_by_name_or_by_columns() {
    let t = || {
        vec![
            table("t", vec![text("a"), text("b"), with_default(required(text("c")))])
                .unique(&["a", "b"])
                .unique(&["c"])
                .key(Key { nulls_equal: true, ..key("every", KeyKind::Index, &["b"]) }),
        ]
    };
    for (rules, expect) in [
        ("", [(true, false), (true, false), (true, true)]),
        ("t_c_key = { match = false }", [(true, false), (false, false), (true, true)]),
        ("\"a, b\" = { nulls = \"equal\" }", [(true, true), (true, false), (true, true)]),
        ("\"b,a\" = { match = false, nulls = \"equal\" }", [(false, true), (true, false), (true, true)]),
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
            "error schema/drift: mappings/t.toml:7:1: `a,c` is no key of the table `t`: expected `t_a_b_key`, `a, b`, `t_c_key`, `c`, `every` or `b`",
            "error schema/drift: mappings/t.toml:8:1: `t_d_key` is no key of the table `t`: expected `t_a_b_key`, `a, b`, `t_c_key`, `c`, `every` or `b` | did you mean `t_c_key`?",
        ],
    );
    check_pg(
        t(),
        "",
        "a = \"a\"\n[keys]\nc = { match = false }\nt_c_key = { match = true }",
        &["error schema/drift: mappings/t.toml:8:1: the key `t_c_key` (c) has two rules, the other one at mappings/t.toml:7:1"],
    );
}

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
