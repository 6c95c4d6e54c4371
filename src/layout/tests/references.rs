//! What a reference refers to.

use super::*;

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
