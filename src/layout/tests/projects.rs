//! Several mappings: their order, and tables that they share.

use super::*;

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
    let t = || vec![table("t", vec![required(text("a")), required(text("b"))]).unique(&["a"]).unique(&["b"])];
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
    let t = table("t", vec![required(text("a")), required(text("b")), text("c")]).unique(&["b"]);
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
    let t = table("t", vec![text("a")]).key(Key { unsupported: Some("it reads a function".into()), ..key("k", KeyKind::Index, &["a"]) });
    let project = project(&[("t.toml", &mapping_of("identity = \"x\"", "b = \"b\"")), ENUMS]);
    let (_, notes) = build(&project, &catalog(BackendKind::Postgres, vec![t]));
    assert!(notes.len() >= 3 && notes.iter().any(|note| note.code == Code::UnsupportedKey));
    assert!(notes.iter().all(|note| note.message.starts_with("mappings/t.toml:") && note.table.as_deref() == Some("t")), "{notes:?}");
}
