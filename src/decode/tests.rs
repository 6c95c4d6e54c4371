//! Decoding as its users see it: record text in, fields out.

use std::borrow::Cow;

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::diagnostic::{Code, Fault};
use crate::mapping::FieldPath;
use crate::source::Limits;

/// Reads a path as a mapping writes it.
fn path(text: &str) -> FieldPath {
    match text {
        "." => FieldPath::Element,
        "@index" => FieldPath::ElementIndex,
        "@key" => FieldPath::ElementKey,
        _ if text.starts_with('^') => FieldPath::Outer(Box::new(path(&text[1..]))),
        _ => match text.strip_prefix('/').map(|rest| rest.split_at(rest.find('/').unwrap_or(rest.len()))) {
            Some((field, rest)) => FieldPath::Pointer { field: field.to_owned(), rest: rest.to_owned() },
            None => FieldPath::Field(text.to_owned()),
        },
    }
}

fn set(wanted: &[&str]) -> FieldSet {
    let mut set = FieldSet::default();
    set.keep_rest = true;
    for wanted in wanted {
        set.want(&path(wanted));
    }
    set
}

/// Writes fields as `value | value ; name=value`, `-` for an absent one.
fn shown(fields: &Fields<'_>) -> String {
    let values: Vec<&str> = fields.values.iter().map(|value| value.as_deref().unwrap_or("-")).collect();
    let rest: Vec<String> = fields.rest.iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!("{} ; {}", values.join(" | "), rest.join(" "))
}

#[track_caller]
fn check(wanted: &[&str], key: Option<&str>, record: &str, expect: Result<&str, Code>) {
    let set = set(wanted);
    let mut fields = Fields::default();
    let limits = Limits { depth_max: 6, ..Limits::default() };
    let outcome = decode(record.as_bytes(), key.map(str::as_bytes), "id", &set, &limits, &mut fields);
    let outcome = outcome.map(|()| shown(&fields)).map_err(|fault| fault.code);
    assert_eq!(outcome, expect.map(str::to_owned), "{record}");
}

#[test]
fn wanted_fields_come_as_written() {
    check(&["b", "a"], None, r#" {"a": 1.10 , "b":"x\n", "c":[1, 2]} "#, Ok(r#""x\n" | 1.10 ; c=[1, 2]"#));
    check(&["a", "b"], None, r#"{"a":null}"#, Ok("null | - ; "));
    check(
        &["a"],
        None,
        r#"{"\u0061":123456789012345678901234567890.10e400,"\u00fc":-0}"#,
        Ok("123456789012345678901234567890.10e400 ; ü=-0"),
    );
    check(&["/a/b/1", "/a/x", "/c/d"], None, r#"{"a":{"b":[0,{"z":1}]},"c":5}"#, Ok(r#"{"z":1} | - | - ; a={"b":[0,{"z":1}]} c=5"#));
    check(&["a", "/a/b"], None, r#"{"a":{"b":2}}"#, Ok(r#"{"b":2} | 2 ; "#));
    check(&[], None, "{}", Ok(" ; "));
    check(&["^a", ".", "@key"], None, r#"{"a":1}"#, Ok("- | - | - ; a=1"));
    check(&["a"], None, r#"{"a":"\ud800"}"#, Ok(r#""\ud800" ; "#));
    check(&[""], None, r#"{"":1}"#, Ok("1 ; "));
}

#[test]
fn the_key_of_a_keyed_record_is_a_field() {
    check(&["id", "a"], Some(r#""k\u0031""#), r#"{"a":1}"#, Ok(r#""k\u0031" | 1 ; "#));
    check(&["a"], Some("\"7\""), r#"{"a":1}"#, Ok(r#"1 ; id="7""#));
    check(&["id"], Some("\"7\""), r#"{"id":7}"#, Ok("7 ; "));
    check(&["id"], Some("\"7\""), r#"{"id":null}"#, Ok("\"7\" ; "));
    check(&["id"], Some("\"7\""), r#"{"id":8}"#, Err(Code::RecordDuplicateField));
    check(&[], Some("\"7\""), r#"{"id":8}"#, Err(Code::RecordDuplicateField));
    check(&["id"], Some("\"\\ud800\""), "{}", Err(Code::ValueMalformed));
}

#[test]
fn what_is_no_record_is_a_fault() {
    check(&["a"], None, r#"{"a":1,"b":2,"a":1}"#, Err(Code::RecordDuplicateField));
    check(&["a"], None, r#"{"b":1,"\u0062":2}"#, Err(Code::RecordDuplicateField));
    check(&["/a/x"], None, r#"{"a":{},"a":1}"#, Err(Code::RecordDuplicateField));
    check(&["a"], None, r#"{"a":{"b":[{"c":1,"c":2}]}}"#, Err(Code::RecordDuplicateField));
    check(&["a"], None, r#"{"x":{"c":1,"c":2}}"#, Err(Code::RecordDuplicateField));
    let many = (0..50).map(|n| format!("\"f{n}\":0,")).collect::<Vec<_>>().concat();
    check(&["a"], None, &format!("{{{many}\"f49\":1}}"), Err(Code::RecordDuplicateField));
    check(&["a"], None, r#"{"a":[[[[[1]]]]]}"#, Ok("[[[[[1]]]]] ; "));
    check(&["a"], None, r#"{"x":[[[[[[1]]]]]]}"#, Err(Code::SourceTooDeep));
    check(&["a"], None, "[1]", Err(Code::RecordNotAnObject));
    check(&["a"], None, " null", Err(Code::RecordNotAnObject));
    for broken in [
        "",
        "x",
        "{",
        r#"{"a":}"#,
        r#"{"a":1,}"#,
        r#"{"a":01}"#,
        r#"{"a":NaN}"#,
        "{'a':1}",
        "{\"a\":\"\n\"}",
        "{}{}",
        r#"{"a":1} x"#,
        "{/**/}",
    ] {
        check(&["a"], None, broken, Err(Code::SourceSyntax));
    }
    check(&["a"], None, r#"{"a":"\x"}"#, Err(Code::SourceSyntax));
}

#[test]
fn faults_name_the_byte() {
    let fault = |record: &[u8]| {
        let mut fields = Fields::default();
        decode(record, None, "id", &set(&["a"]), &Limits::default(), &mut fields).unwrap_err()
    };
    assert_eq!(fault(b"{\"a\":\"\xff\"}").byte, Some(6));
    assert_eq!(fault(b"{\"a\":\"\xff\"}").code, Code::SourceInvalidUtf8);
    assert_eq!(fault(b"{\n\"a\":x}").byte, Some(6));
    assert_eq!(fault(b"{\"a\":1,\"a\":2}").field.as_deref(), Some("a"));
}

#[test]
fn many_wanted_names_are_told_apart() {
    let names: Vec<String> = (0..400).map(|n| format!("field_{n:03}_x")).collect();
    let wanted: Vec<&str> = names.iter().map(String::as_str).collect();
    let text = names.iter().rev().enumerate().map(|(n, name)| format!("\"{name}\":{n}")).collect::<Vec<_>>().join(",");
    let (record, set) = (format!("{{{text}}}"), set(&wanted));
    let mut fields = Fields::default();
    decode(record.as_bytes(), None, "", &set, &Limits::default(), &mut fields).unwrap();
    assert!((0..400).all(|n| fields.get(Slot(n)) == Some((399 - n).to_string().as_str())) && fields.rest.is_empty());
    let twice = format!("{{{text},\"field_399_x\":1}}");
    let outcome = decode(twice.as_bytes(), None, "", &set, &Limits::default(), &mut fields);
    assert_eq!(outcome.map_err(|fault| fault.code), Err(Code::RecordDuplicateField));
}

#[track_caller]
fn check_spread(wanted: &[&str], each: &str, record: &str, expect: Result<&[&str], Code>) {
    let mut set = set(wanted);
    set.each = Some(path(each));
    let mut seen = Vec::new();
    let mut visit = |count: u64, fields: Result<&Fields<'_>, Fault>| {
        assert_eq!(count, seen.len() as u64);
        seen.push(fields.map_or_else(|fault| format!("!{}", fault.code), shown));
    };
    let outcome = spread(record.as_bytes(), Some(b"\"k1\""), "id", &set, &Limits::default(), &mut visit);
    match (outcome, expect) {
        (Ok(count), Ok(expect)) => {
            assert_eq!(seen, expect, "{record}");
            assert_eq!(count, seen.len() as u64);
        }
        (outcome, expect) => assert_eq!(outcome.map(|_| ()).map_err(|fault| fault.code), expect.map(|_| ())),
    }
}

#[test]
fn records_are_spread_over_a_field() {
    check_spread(
        &[".", "@index", "^name", "^id"],
        "roles",
        r#"{"name":"n","roles":["a",2]}"#,
        Ok(&[r#""a" | 0 | "n" | "k1" ; "#, r#"2 | 1 | "n" | "k1" ; "#]),
    );
    check_spread(
        &["x", "@key", "^roles"],
        "roles",
        r#"{"roles":{"p":{"x":1,"y":2},"":{}}}"#,
        Ok(&[r#"1 | "p" | {"p":{"x":1,"y":2},"":{}} ; y=2"#, r#"- | "" | {"p":{"x":1,"y":2},"":{}} ; "#]),
    );
    check_spread(
        &["/x/0"],
        "/a/b",
        r#"{"a":{"b":[{"x":[5]}, 7, null ,{}]}}"#,
        Ok(&["5 ; ", "!record/not_an_object", "!record/not_an_object", "- ; "]),
    );
    check_spread(&["."], "a", r#"{"a":[{"x":1}, [2]]}"#, Ok(&[r#"{"x":1} ; "#, "[2] ; "]));
    check_spread(&["."], "a", r#"{"a":null}"#, Ok(&[]));
    check_spread(&["."], "a", r#"{"b":1}"#, Ok(&[]));
    check_spread(&["."], "a", r#"{"a":[]}"#, Ok(&[]));
    check_spread(&["."], "a", r#"{"a":"x"}"#, Err(Code::ValueWrongKind));
    check_spread(&["x"], "a", r#"{"a":[{"x":1,"x":2}]}"#, Err(Code::RecordDuplicateField));
    check_spread(&["x"], "a", r#"{"a":["#, Err(Code::SourceSyntax));
}

#[test]
fn borrows_from_the_record() {
    let mut fields = Fields::default();
    decode(br#"{"a":"x"}"#, None, "", &set(&["a"]), &Limits::default(), &mut fields).unwrap();
    assert!(matches!(fields.values[0], Some(Cow::Borrowed("\"x\""))));
}

proptest! {
    #[test]
    fn decoded_fields_equal_parsed_ones(
        record in proptest::collection::btree_map("[a-dé\"\\\\/]{0,2}", prop_oneof![any::<i64>().prop_map(Value::from), ".{0,9}".prop_map(Value::from), proptest::collection::vec(".{0,5}", 0..3).prop_map(Value::from)], 0..8),
        wanted in proptest::collection::vec("[a-dé]{0,2}", 0..5),
    ) {
        let text = serde_json::to_string(&record).unwrap();
        let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
        let set = set(&wanted);
        let mut fields = Fields::default();
        decode(text.as_bytes(), None, "", &set, &Limits::default(), &mut fields).unwrap();
        let parsed = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        for (slot, path) in set.paths().iter().enumerate() {
            let FieldPath::Field(name) = path else { unreachable!() };
            prop_assert_eq!(fields.get(Slot(slot)).map(parsed), record.get(name).cloned());
        }
        for (name, value) in &fields.rest {
            prop_assert_eq!(Some(&parsed(value)), record.get(&**name));
            prop_assert!(!wanted.contains(&&**name));
        }
        let mapped = fields.values.iter().flatten().count();
        prop_assert_eq!(mapped + fields.rest.len(), record.len());
    }

    #[test]
    fn damaged_records_never_panic(mut bytes in proptest::collection::vec(prop_oneof![Just(b'{'), Just(b'}'), Just(b'['), Just(b']'), Just(b'"'), Just(b'\\'), Just(b','), Just(b':'), any::<u8>()], 0..60), valid in any::<bool>()) {
        if valid { bytes.splice(0..0, br#"{"a":[{"x":"\ud800"}],"b":"#.iter().copied()); }
        let mut fields = Fields::default();
        let decoded = decode(&bytes, None, "a", &set(&["a", "/a/0/x"]), &Limits::default(), &mut fields);
        prop_assert!(decoded.is_err() || serde_json::from_slice::<&serde_json::value::RawValue>(&bytes).is_ok());
        let mut set = set(&[".", "x"]);
        set.each = Some(path("a"));
        let _ = spread(&bytes, None, "a", &set, &Limits::default(), &mut |_, _| {});
        let text = String::from_utf8_lossy(&bytes);
        let _ = unquote(&text);
        let _ = walk::inspect(&text, 0, 9);
        let _ = walk::pointed(&text, &["a".to_owned(), "0".to_owned()]);
    }
}
