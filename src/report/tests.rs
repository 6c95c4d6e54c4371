//! All forms of one report whose every text is hostile.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::text::Style;
use super::*;
use crate::mapping::schema_tests::violations;

/// Markup, a table of Markdown, a mention, an escape sequence, a bidirectional override, the end of a script, and a NUL.
const HOSTILE: &str = "<img src=x onerror=alert(1)>|`@all`\u{1b}[31m\u{202e}</script><!--]]>&amp;\0**b**\n# h";

fn place() -> Place {
    Place { source: HOSTILE.to_owned(), line: 3, line_column: 7, byte: 40, index: 2 }
}

fn report(command: Command) -> Report {
    let counts = Totals { read: 3, insert: 1, update: 1, unchanged: 0, duplicate: 0, kept: 0, reject: 1 };
    let table = TableReport {
        table: HOSTILE.to_owned(),
        mapping: "m".to_owned(),
        sources: vec![SourceReport { path: HOSTILE.to_owned(), records: 3, bytes: 90, fingerprint: "00".to_owned() }],
        counts,
        rebound: 1,
        rebound_ids: vec![ReboundReport { legacy_id: Some(HOSTILE.to_owned()), row: HOSTILE.to_owned(), key: HOSTILE.to_owned() }],
        rejects_by_code: BTreeMap::from([("value/missing".to_owned(), 1)]),
        enums: vec![EnumReport {
            column: HOSTILE.to_owned(),
            original: HOSTILE.to_owned(),
            value: "custom".to_owned(),
            reached: "fallback".to_owned(),
            count: 1,
            first: Some(place()),
        }],
        unmapped: BTreeMap::from([(HOSTILE.to_owned(), 2)]),
        becomes_null: BTreeMap::from([(HOSTILE.to_owned(), 1)]),
        unresolved: BTreeMap::from([(HOSTILE.to_owned(), 2)]),
        edits: vec![EditReport { column: HOSTILE.to_owned(), kept: 1, kept_by_policy: 0, overwritten: 0, rejected: 0 }],
        missing: Some(MissingReport { found: 1, deleted: 1, set: 0, referenced: 0, rows: vec![HOSTILE.to_owned()] }),
        verified: (command == Command::Verify).then_some(Verified { kept_by_rule: 1, extra: Some(1) }),
    };
    let warning = Message {
        code: "schema/drift".to_owned(),
        severity: "warning".to_owned(),
        table: Some(HOSTILE.to_owned()),
        column: None,
        message: HOSTILE.to_owned(),
        hint: Some(HOSTILE.to_owned()),
    };
    Report {
        format: FORMAT,
        command,
        run: None,
        taken_back: false,
        target: HOSTILE.to_owned(),
        migrations: vec![HOSTILE.to_owned()],
        tables: vec![table],
        totals: counts,
        warnings: vec![warning],
        about: vec![HOSTILE.to_owned()],
        cascades: vec![CascadeReport {
            table: HOSTILE.to_owned(),
            place: place(),
            records: 1,
            by_table: BTreeMap::from([(HOSTILE.to_owned(), 1)]),
        }],
        stages: vec![StageReport { stage: "read".to_owned(), seconds: 0.1 }],
        seconds: 0.2,
        plan: None,
    }
}

fn collected() -> Collected {
    let mut collected = Collected::new(Wanted { examples_of_changes: true, rejects: true, changes: true, page: true });
    let hostile = || Some(HOSTILE.to_owned());
    let reason = || Reason {
        code: "value/missing".to_owned(),
        field: hostile(),
        column: hostile(),
        key: hostile(),
        value: hostile(),
        message: HOSTILE.to_owned(),
        hint: hostile(),
    };
    let reject = Reject {
        table: HOSTILE.to_owned(),
        mapping: "m".to_owned(),
        place: place(),
        legacy_id: hostile(),
        member: hostile(),
        reason: reason(),
        more: vec![reason()],
        other: Some(place()),
        rows: vec![(HOSTILE.to_owned(), HOSTILE.to_owned())],
        root: Some(place()),
    };
    collected.reject(&reject, b"").unwrap();
    for outcome in [Outcome::Insert, Outcome::Update, Outcome::KeptByRule, Outcome::Extra] {
        let change = Change {
            table: HOSTILE.to_owned(),
            outcome,
            row: hostile(),
            place: (outcome != Outcome::Extra).then(place),
            legacy_id: hostile(),
            via: hostile(),
            fields: vec![Field { column: HOSTILE.to_owned(), old: hostile(), new: Some("{\"a\": 1}".to_owned()), absent: true }],
        };
        collected.change(&change).unwrap();
    }
    collected
}

#[test]
fn json_is_as_its_schema_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/report.schema.json");
    let schema: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    for command in [Command::Import, Command::Plan, Command::Rehearsal, Command::Verify] {
        let mut out = Vec::new();
        json::write(&report(command), &collected(), &mut out).unwrap();
        let mut found = Vec::new();
        let value: Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(value["changes"].as_array().map(Vec::len), Some(4));
        violations(&schema, &schema, &value, "", &mut found);
        assert_eq!(found, Vec::<String>::new(), "{command:?}");
    }
}

#[test]
fn text_has_no_control_characters_from_data() {
    let plain = text::render(&report(Command::Verify), &collected(), Style::Plain);
    assert!(plain.contains("\\u{1b}[31m") && plain.contains("\\u{202e}"), "{plain}");
    assert!(!plain.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'), "{plain}");
    let coloured = text::render(&report(Command::Plan), &collected(), Style::Coloured);
    let codes = coloured.split('\u{1b}').skip(1).map(|after| after.split('m').next().unwrap_or_default());
    assert!(codes.clone().all(|code| ["[0", "[1", "[2", "[31", "[32", "[33"].contains(&code)), "{coloured}");
    assert!(codes.count() > 4, "{coloured}");
}

#[test]
fn markdown_shows_data_as_text_and_stays_in_bounds() {
    let mut report = report(Command::Plan);
    let rendered = markdown::render(&report, &collected());
    for markup in ["<img", "</script", "<!--", "@all", "**b**", "`", "\u{1b}", "\u{202e}"] {
        assert!(!rendered.contains(markup), "{markup}: {rendered}");
    }
    assert_eq!(rendered.matches("<details>").count(), rendered.matches("</details>").count());
    report.tables = vec![report.tables[0].clone(); 500];
    let bounded = markdown::render(&report, &collected());
    assert!(bounded.len() <= markdown::BYTES_MAX && bounded.contains("left out"), "{}", bounded.len());
    assert_eq!(bounded.matches("<details>").count(), bounded.matches("</details>").count());
}

#[test]
fn junit_has_no_markup_from_data() {
    let rendered = junit::render(&report(Command::Verify), &collected());
    let tags: Vec<&str> =
        rendered.split('<').skip(1).map(|tag| tag.split([' ', '>', '/']).find(|name| !name.is_empty()).unwrap_or_default()).collect();
    let known = ["?xml", "testsuites", "testsuite", "testcase", "failure", "system-out"];
    assert!(tags.iter().all(|tag| known.contains(tag)), "{tags:?}");
    assert_eq!(rendered.matches("<failure").count(), 3, "the reject, what is missing and what differs: {rendered}");
    assert!(!rendered.chars().any(|c| c.is_control() && c != '\n'), "{rendered}");
    let entities = rendered.split('&').skip(1).all(|after| ["amp;", "lt;", "gt;", "quot;"].iter().any(|entity| after.starts_with(entity)));
    assert!(entities, "{rendered}");
}

#[test]
fn html_has_no_markup_from_data() {
    let mut out = Vec::new();
    html::write(&report(Command::Plan), &collected(), &mut out).unwrap();
    let page = String::from_utf8(out).unwrap();
    assert!(!page.contains("<img") && !page.contains("<!--"), "{page}");
    assert_eq!(page.matches("</script>").count(), 4, "the ends of the page's own scripts");
    for id in ["data-head", "data-changes", "data-rejects"] {
        let begin = page.find(&format!("id=\"{id}\">")).unwrap() + id.len() + 6;
        let end = begin + page[begin..].find("</script>").unwrap();
        let data: Value = serde_json::from_str(&page[begin..end]).unwrap();
        assert!(data.to_string().contains("onerror"), "{id}");
    }
}

#[test]
fn examples_are_bounded_and_the_rest_is_not_lost() {
    let mut collected = Collected::new(Wanted { examples_of_changes: true, changes: true, ..Wanted::default() });
    let long = "x".repeat(1 << 20);
    for n in 0..200 {
        let fields = vec![Field { column: "c".to_owned(), old: Some(long.clone()), new: Some(n.to_string()), absent: false }];
        let change = Change { table: "t".to_owned(), outcome: Outcome::Update, row: None, place: None, legacy_id: None, via: None, fields };
        collected.change(&change).unwrap();
    }
    let held = collected.changes_of("t", Outcome::Update);
    assert_eq!(held.len(), 50);
    assert!(held.iter().all(|change| change.fields[0].old.as_ref().is_some_and(|old| old.len() < 2000)));
    let mut out = Vec::new();
    json::write(&report(Command::Plan), &collected, &mut out).unwrap();
    let value: Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(value["changes"].as_array().map(Vec::len), Some(200));
    assert_eq!(value["changes"][199]["fields"][0]["old"].as_str().map(str::len), Some(1 << 20));
}
