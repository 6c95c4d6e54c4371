//! Framing as its users see it: bytes in, records and faults out.

use std::io::{Cursor, Write};
use std::sync::Arc;

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::diagnostic::Code;
use crate::mapping::{SourceFormat, SourceSpec};

fn spec(format: SourceFormat, pointer: &str) -> SourceSpec {
    SourceSpec { globs: Vec::new(), format, pointer: pointer.to_owned(), key_field: "key".to_owned(), each: None }
}

fn source(bytes: &[u8]) -> Source {
    named("memory", bytes)
}

fn named(path: &str, bytes: &[u8]) -> Source {
    let spool = Spool::new(Box::new(Cursor::new(bytes.to_vec())));
    Source { index: 3, path: path.into(), input: Input::Stream(Arc::new(spool)), bytes: None }
}

/// What a test looks at of a record.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    key: Option<String>,
    text: String,
    code: Option<Code>,
    position: Position,
}

fn read(source: &Source, spec: &SourceSpec, limits: &Limits) -> Result<(Vec<Seen>, Summary), SourceError> {
    let mut frames = frames(source, spec, 10, limits, |_| {});
    let mut seen: Vec<Seen> = Vec::new();
    for chunk in frames.by_ref() {
        let chunk = chunk?;
        assert!(!chunk.records.is_empty() && chunk.source == 3);
        for record in &chunk.records {
            assert_eq!(record.seq, 10 + i64::try_from(seen.len()).unwrap());
            assert_eq!(record.position.index, seen.len() as u64);
            let lossy = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            seen.push(Seen {
                key: chunk.key(record).map(lossy),
                text: lossy(chunk.text(record)),
                code: record.fault.as_ref().map(|fault| fault.code),
                position: record.position,
            });
        }
    }
    assert!(frames.next().is_none());
    let summary = frames.summary().unwrap();
    assert_eq!(summary.records, seen.len() as u64);
    assert_eq!(summary.faults, seen.iter().filter(|record| record.code.is_some()).count() as u64);
    Ok((seen, summary))
}

fn small() -> Limits {
    Limits { read_bytes: 5, chunk_bytes: 40, record_bytes_max: 60, depth_max: 4, ratio_free_bytes: 1 << 10, ..Limits::default() }
}

/// Writes records as `text`, `key=text`, or `!code text`.
fn shown(seen: &[Seen]) -> Vec<String> {
    let one = |record: &Seen| {
        let key = record.key.as_ref().map(|key| format!("{key}=")).unwrap_or_default();
        let code = record.code.map(|code| format!("!{code} ")).unwrap_or_default();
        format!("{code}{key}{}", record.text)
    };
    seen.iter().map(one).collect()
}

#[track_caller]
fn check(format: SourceFormat, pointer: &str, text: &str, expect: &[&str]) -> Summary {
    let (seen, summary) = read(&source(text.as_bytes()), &spec(format, pointer), &small()).unwrap();
    assert_eq!(shown(&seen), expect, "{text}");
    // Where a read ends must not matter.
    for read_bytes in [1, 2, 63, 64, 65, 1 << 20] {
        let again = read(&source(text.as_bytes()), &spec(format, pointer), &Limits { read_bytes, ..small() }).unwrap();
        assert_eq!(again, (seen.clone(), summary), "read size {read_bytes}");
    }
    summary
}

use SourceFormat::{Array, Auto, Concatenated, Keyed, Ndjson};

#[test]
fn auto_decides_by_the_first_bytes() {
    let shape = |text: &str, expect: &[&str]| check(Auto, "", text, expect).shape;
    assert_eq!(shape("", &[]), Shape::Lines);
    assert_eq!(shape(" \n\r\n", &[]), Shape::Lines);
    assert_eq!(shape("\u{feff}", &[]), Shape::Lines);
    assert_eq!(shape("[]", &[]), Shape::Array);
    assert_eq!(shape("\u{feff} [ {\"a\":1} ,\n{} ] ", &["{\"a\":1}", "{}"]), Shape::Array);
    assert_eq!(shape("{}", &[]), Shape::Keyed);
    assert_eq!(shape(r#"{"a":1}"#, &[r#"{"a":1}"#]), Shape::Lines);
    assert_eq!(shape("{\n \"a\":1,\"b\":{}}\n", &["{\n \"a\":1,\"b\":{}}"]), Shape::Concatenated);
    assert_eq!(shape(r#"{"a":{"x":1},"b":{}}"#, &[r#""a"={"x":1}"#, r#""b"={}"#]), Shape::Keyed);
    assert_eq!(shape("{\"a\":{}}\n{\"a\":{}}", &["{\"a\":{}}", "{\"a\":{}}"]), Shape::Lines);
    assert_eq!(shape(r#"{"a":{}}{"a":{}}"#, &[r#"{"a":{}}"#, r#"{"a":{}}"#]), Shape::Concatenated);
    assert_eq!(shape("{\n\"a\":1}\n{\n\"a\":2}\n", &["{\n\"a\":1}", "{\n\"a\":2}"]), Shape::Concatenated);
    assert_eq!(shape("{\"a\":\"x\n{\"a\":1}\n", &["{\"a\":\"x", "{\"a\":1}"]), Shape::Lines);
    assert_eq!(shape("{\"a\":[}\n{\"a\":1}\n", &["{\"a\":[}", "{\"a\":1}"]), Shape::Lines);
    assert_eq!(shape("# dump\n{\"a\":1}\n", &["!source/syntax # dump", "{\"a\":1}"]), Shape::Lines);
}

#[test]
fn a_name_for_lines_decides() {
    let file = named("data/x.jsonl.gz", br#"{"a":{}}"#);
    let (seen, summary) = read(&file, &spec(Auto, ""), &small()).unwrap();
    assert_eq!((shown(&seen), summary.shape), (vec![r#"{"a":{}}"#.to_owned()], Shape::Lines));
}

#[test]
fn arrays() {
    check(Array, "", r#"[{"a":"]}\\"},{"b":"\"["}]"#, &[r#"{"a":"]}\\"}"#, r#"{"b":"\"["}"#]);
    check(
        Array,
        "",
        r#"[1, "x,]", [{}], null, {}]"#,
        &["!record/not_an_object 1", "!record/not_an_object \"x,]\"", "!record/not_an_object [{}]", "!record/not_an_object null", "{}"],
    );
    check(Array, "", r#"[{"a":1} {"b":2}, {}]"#, &[r#"{"a":1}"#, r#"!source/syntax {"b":2}"#, "{}"]);
    check(Array, "", "[{},]", &["{}", "!source/syntax "]);
    check(Array, "", "[{},,{}]", &["{}", "!source/syntax ", "{}"]);
    check(Array, "", "[{}] x", &["{}", "!source/syntax x"]);
    check(Array, "", "[{}][{}]", &["{}", "!source/syntax [{}]"]);
    check(Array, "", "[{}", &["{}", "!source/truncated "]);
    check(Array, "", "[{},", &["{}", "!source/truncated "]);
    check(Array, "", r#"[{},{"a":"#, &["{}", r#"!source/truncated {"a":"#]);
    check(Array, "", r#"[{},{"a":[1},{}]"#, &["{}", r#"!source/syntax {"a":[1}"#]);
    check(Array, "", "[{}}", &["{}", "!source/syntax }"]);
    check(Array, "", "[?]", &["!source/syntax ?]"]);
    check(Array, "", "{}", &["!source/syntax {}"]);
    check(Array, "", "", &["!source/truncated "]);
    check(Array, "", r#"[{"a":[[[[1]]]]},{"a":[[[1]]]}]"#, &[r#"!source/too_deep {"a":[[[[1]]]]}"#, r#"{"a":[[[1]]]}"#]);
    check(Array, "", r#"[{"a":[[[[[]]]]]},{}]"#, &[r#"!source/too_deep {"a":[[[[[]]]]]}"#, "{}"]);
}

#[test]
fn keyed_objects() {
    check(Keyed, "", r#"{ "a" : {"x":1} , "b\"" :{} }"#, &[r#""a"={"x":1}"#, r#""b\""={}"#]);
    check(Keyed, "", r#"{"a":1,"b":{}}"#, &[r#"!record/not_an_object "a"=1"#, r#""b"={}"#]);
    check(Keyed, "", r#"{"a":{}"#, &[r#""a"={}"#, "!source/truncated "]);
    check(Keyed, "", r#"{"a"{}}"#, &["!source/syntax {}}"]);
    check(Keyed, "", r#"{"a":}"#, &["!source/syntax }"]);
    check(Keyed, "", r#"{"a":,"b":{}}"#, &[r#"!source/syntax ,"b":{}}"#]);
    check(Keyed, "", r#"{"a":{},}"#, &[r#""a"={}"#, "!source/syntax "]);
    check(Keyed, "", r#"{"a":{}]"#, &[r#""a"={}"#, "!source/syntax ]"]);
    let (seen, _) = read(&source(b"{\n \"a\":\n{}}"), &spec(Keyed, ""), &small()).unwrap();
    assert_eq!(seen[0].position, Position { line: 2, column: 2, byte: 3, index: 0 });
}

#[test]
fn lines() {
    check(Ndjson, "", "\r\n{\"a\":1}\r\n\n  {} \t\n{\"b\":2}", &["{\"a\":1}", "{}", "{\"b\":2}"]);
    check(Ndjson, "", "{\"a\":\nnull\n[1]\n{}\n", &["{\"a\":", "!record/not_an_object null", "!record/not_an_object [1]", "{}"]);
    check(Ndjson, "", "{}\n{\"a\":\"x", &["{}", "!source/truncated {\"a\":\"x"]);
    let long = format!("{{}}\n{{\"a\":\"{}\"}}\n{{}}", "x".repeat(500));
    let (seen, _) = read(&source(long.as_bytes()), &spec(Ndjson, ""), &small()).unwrap();
    assert_eq!(seen.iter().map(|record| record.code).collect::<Vec<_>>(), [None, Some(Code::SourceTooLarge), None]);
    assert_eq!(seen[2].position, Position { line: 3, column: 1, byte: 512, index: 2 });
    check(Ndjson, "", &long, &["{}", &format!("!source/too_large {}", &long[3..63]), "{}"]);
}

#[test]
fn concatenated_records() {
    check(Concatenated, "", "{}{\"a\":1}\n\n {}", &["{}", "{\"a\":1}", "{}"]);
    check(Concatenated, "", "{},{}", &["{}", "!source/syntax ,", "{}"]);
    check(Concatenated, "", "{} x1 7 {}", &["{}", "!source/syntax x1", "!record/not_an_object 7", "{}"]);
    check(Concatenated, "", "{}}{}", &["{}", "!source/syntax }", "{}"]);
    check(Concatenated, "", "{} {\"a\"", &["{}", "!source/truncated {\"a\""]);
}

#[test]
fn records_above_the_limit_are_passed_over() {
    let text = format!("[{{}},{{\"a\":\"{}\"}},\n{{\"b\":1}}]", "y\\\"".repeat(300));
    let (seen, summary) = read(&source(text.as_bytes()), &spec(Array, ""), &small()).unwrap();
    assert_eq!(seen.iter().map(|record| record.code).collect::<Vec<_>>(), [None, Some(Code::SourceTooLarge), None]);
    assert_eq!(seen[2].position, Position { line: 2, column: 1, byte: text.len() as u64 - 8, index: 2 });
    assert_eq!((seen[2].text.as_str(), summary.bytes), ("{\"b\":1}", text.len() as u64));
    check(Array, "", &text, &["{}", &format!("!source/too_large {}", &text[4..64]), "{\"b\":1}"]);
}

#[test]
fn pointers_lead_through_objects_and_arrays() {
    let text = r#"{"meta":{"n":[1,"}"]},"a/b":[0,{"items":[{"x":1},{"x":2}],"more":[{}]}],"z":null}"#;
    let expect = [r#"{"x":1}"#, r#"{"x":2}"#];
    assert_eq!(check(Auto, "/a~1b/1/items", text, &expect).shape, Shape::Array);
    check(Array, "/a~1b/1/items", text, &expect);
    assert_eq!(check(Auto, "/meta", r#"{"meta":{"n":1},"x":{}}"#, &[r#"{"n":1}"#]).shape, Shape::One);
    assert_eq!(check(Auto, "/m", r#"{"m":{"n":{}},"x":1}"#, &[r#""n"={}"#]).shape, Shape::Keyed);
    check(Auto, "/m", r#"{"m":null}"#, &["!record/not_an_object null"]);
    check(Auto, "/m", r#"{"m":[{}],"m":[{}]}"#, &["{}", "!record/duplicate_field [{}]}"]);
    check(Auto, "/m", r#"{"m":[{}],"x":[1}"#, &["{}", "!source/syntax }"]);
    check(Auto, "/m", r#"{"m":[{}],"x":1"#, &["{}", "!source/truncated "]);
    check(Auto, "/m", r#"{"m":[{}],}"#, &["{}", "!source/syntax }"]);
    check(Auto, "/m", r#"{"x":{"#, &["!source/truncated "]);
    let unread = |text: &str| read(&source(text.as_bytes()), &spec(Auto, "/m/n"), &small()).map(|_| ()).unwrap_err().to_string();
    assert!(unread(r#"{"a":1,"b":2}"#).contains("there is no `m`, only `a`, `b`"));
    assert!(unread(r#"{"m":7}"#).contains("a number stands before `n`"));
    assert!(unread(r#"{"m":[{}]}"#).contains("only 1 elements"));
    let format = read(&source(b""), &spec(Ndjson, "/m"), &small()).unwrap_err();
    assert!(matches!(format, SourceError::PointerFormat { .. }));
    assert!(matches!(read(&source(b""), &spec(Auto, "m"), &small()), Err(SourceError::PointerSyntax { .. })));
}

#[test]
fn positions_are_those_of_the_source() {
    let text = "\u{feff}[\n {\"a\":\n1},\n\n{}]";
    let (seen, _) = read(&source(text.as_bytes()), &spec(Auto, ""), &small()).unwrap();
    let at = |line, column, byte, index| Position { line, column, byte, index };
    assert_eq!(seen.iter().map(|record| record.position).collect::<Vec<_>>(), [at(2, 2, 6, 0), at(5, 1, 17, 1)]);
    // A line as an array, members, lines with white space before them, and records one after the other.
    for (format, pointer, text, expect) in [
        (Auto, "", "[{}, {},\n\t{}]", vec![(1, 2), (1, 6), (2, 2)]),
        (Auto, "", "{\"a\": {},\r\n  \"b\":\n{}}", vec![(1, 2), (2, 3)]),
        (Ndjson, "", "{}\n\n  {}\r\n\t{}", vec![(1, 1), (3, 3), (4, 2)]),
        (Concatenated, "", "{}{\n}\n  {} {}", vec![(1, 1), (1, 3), (3, 3), (3, 6)]),
        (Auto, "/x/y", "{\"n\": [\n\n1], \"x\":\n {\"y\": [{}, {},\n {}]}}", vec![(4, 9), (4, 13), (5, 2)]),
    ] {
        for read_bytes in [1, 3, 64] {
            let (seen, _) = read(&source(text.as_bytes()), &spec(format, pointer), &Limits { read_bytes, ..small() }).unwrap();
            assert_eq!(seen.iter().map(|record| (record.position.line, record.position.column)).collect::<Vec<_>>(), expect, "{text}");
        }
    }
}

#[test]
fn other_encodings_and_compressions_are_errors() {
    let wide: Vec<u8> = "[{}]".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: [&[u8]; 6] = [b"\xff\xfe[\0", b"\xfe\xff\0[", b"\xff\xfe\0\0", b"\0\0\xfe\xff", &wide, b"\0[\0{\0}\0]"];
    for bytes in cases {
        assert!(matches!(read(&source(bytes), &spec(Auto, ""), &small()), Err(SourceError::Encoding { .. })), "{bytes:?}");
    }
    for bytes in [b"PK\x03\x04aaaa".as_slice(), b"BZh91AY", b"\xfd7zXZ\0\0"] {
        assert!(matches!(read(&source(bytes), &spec(Auto, ""), &small()), Err(SourceError::Compression { .. })), "{bytes:?}");
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

#[test]
fn compressed_sources_are_read_and_their_damage_is_a_fault() {
    let text = (0..200).map(|n| format!("{{\"n\":{n}}}\n")).collect::<Vec<_>>().concat();
    let (plain, told) = read(&source(text.as_bytes()), &spec(Auto, ""), &small()).unwrap();
    let (one, two) = text.as_bytes().split_at(777);
    let members = [gzip(one), gzip(two)].concat();
    let frames_of_zstd = [zstd::encode_all(one, 1).unwrap(), zstd::encode_all(two, 1).unwrap()].concat();
    for packed in [&members, &frames_of_zstd] {
        let (seen, summary) = read(&source(packed), &spec(Auto, ""), &small()).unwrap();
        assert_eq!((seen, summary), (plain.clone(), told));
        let cut = &packed[..packed.len() - 9];
        let (seen, summary) = read(&source(cut), &spec(Auto, ""), &small()).unwrap();
        assert_eq!((summary.faults, summary.fingerprint), (1, None));
        assert_eq!(seen.last().unwrap().code, Some(Code::SourceTruncated));
    }
    let garbage = [gzip(b"[{}]"), b"junk behind it".to_vec()].concat();
    let (seen, _) = read(&source(&garbage), &spec(Auto, ""), &small()).unwrap();
    assert_eq!(shown(&seen), ["{}", "!source/syntax "]);
    let mut damaged = gzip(b"[{}]");
    let sum = damaged.len() - 6;
    damaged[sum] ^= 1;
    let (seen, _) = read(&source(&damaged), &spec(Auto, ""), &small()).unwrap();
    assert_eq!(shown(&seen), ["{}", "!source/syntax "]);
}

#[test]
fn a_bomb_is_a_fault() {
    let bomb = gzip(&vec![b' '; 1 << 20]);
    let limits = Limits { ratio_max: 100, ratio_free_bytes: 1 << 16, ..Limits::default() };
    let (seen, _) = read(&source(&bomb), &spec(Auto, ""), &limits).unwrap();
    assert_eq!(shown(&seen), ["!source/too_large "]);
    let (seen, _) = read(&source(&bomb), &spec(Auto, ""), &Limits::default()).unwrap();
    assert_eq!(shown(&seen), Vec::<String>::new());
}

#[test]
fn a_failing_stream_is_an_error() {
    struct Failing(usize);
    impl std::io::Read for Failing {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            self.0 += 1;
            into[0] = b'[';
            if self.0 < 9 { Ok(1) } else { Err(std::io::Error::other("unplugged")) }
        }
    }
    let spool = Spool::new(Box::new(Failing(0)));
    let failing = Source { input: Input::Stream(Arc::new(spool)), ..source(b"") };
    assert!(matches!(read(&failing, &spec(Auto, ""), &small()), Err(SourceError::Read { byte: 8, .. })));
}

#[test]
fn progress_counts_stored_bytes() {
    let packed = gzip("{}\n".repeat(10_000).as_bytes());
    let mut told = 0;
    let count = frames(&source(&packed), &spec(Auto, ""), 0, &small(), |bytes| told += bytes).count();
    assert!(count > 1);
    assert_eq!(told, packed.len() as u64);
}

#[test]
fn records_are_read_again() {
    let record = |n: usize| format!("{{\"n\":\"{}\"}}", "é]".repeat(n * 7 % 300));
    let all: Vec<String> = (0..3000).map(record).collect();
    let keyed: Vec<String> = all.iter().enumerate().map(|(n, text)| format!("\"k{n}\" : {text}")).collect();
    let limits = Limits { record_bytes_max: 1 << 20, ..small() };
    let folder = tempfile::tempdir().unwrap();
    for (text, format) in [
        (format!("[{}]", all.join(",\n")), Array),
        (all.join("\r\n"), Ndjson),
        (all.join(""), Concatenated),
        (format!("{{{}}}", keyed.join(",")), Keyed),
    ] {
        let path = folder.path().join("file");
        std::fs::write(&path, &text).unwrap();
        let file = Source { input: Input::File(path), ..source(b"") };
        for source in [file, source(text.as_bytes()), source(&gzip(text.as_bytes()))] {
            let (seen, summary) = read(&source, &spec(format, ""), &limits).unwrap();
            let wanted: Vec<&Seen> = [0, 1, 2, 2, 5, 900, 901, 2999, 40].map(|n| &seen[n]).to_vec();
            let mut bytes = wanted.iter().map(|record| record.position.byte);
            let again: Vec<RawRecord> = reread(&source, summary.shape, &mut bytes, &limits).map(Result::unwrap).collect();
            assert_eq!(again.len(), wanted.len());
            for (again, seen) in again.iter().zip(wanted) {
                assert_eq!(String::from_utf8_lossy(&again.bytes), seen.text);
                assert_eq!(again.key.as_deref().map(String::from_utf8_lossy).as_deref(), seen.key.as_deref());
            }
            let gone = reread(&source, summary.shape, &mut std::iter::once(text.len() as u64 + 1), &limits).next();
            assert!(matches!(gone, Some(Err(SourceError::Changed { .. }))));
        }
    }
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        r#"[\[\]{}"\\,:\n]{0,9}"#.prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 5, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map(r#"[a-c"\\]{0,3}"#, inner, 0..4).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn records() -> impl Strategy<Value = Vec<Value>> {
    let record =
        proptest::collection::btree_map("[a-e{\"\\\\]{1,4}", json(), 0..6).prop_map(|map| Value::Object(map.into_iter().collect()));
    proptest::collection::vec(record, 0..12)
}

fn written(records: &[Value], format: SourceFormat, space: &str) -> String {
    let texts = || records.iter().map(Value::to_string);
    match format {
        Array => format!("[{space}{}{space}]", texts().collect::<Vec<_>>().join(&format!("{space},{space}"))),
        Keyed => {
            let members = texts().enumerate().map(|(n, text)| format!("\"k{n}\"{space}:{space}{text}"));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
        Ndjson => texts().map(|text| text + "\n").collect(),
        _ => texts().map(|text| text + space).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, max_shrink_iters: 4000, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn framed_records_equal_parsed_ones(
        records in records(), format in prop_oneof![Just(Array), Just(Keyed), Just(Ndjson), Just(Concatenated)],
        space in "[ \n]{0,3}", read_bytes in 1..64_usize, chunk_bytes in 1..300_usize, packing in 0..3,
    ) {
        let text = written(&records, format, &space);
        let bytes = match packing {
            0 => text.clone().into_bytes(),
            1 => { let (a, b) = text.as_bytes().split_at(text.len() / 2); [gzip(a), gzip(b)].concat() }
            _ => zstd::encode_all(text.as_bytes(), 1).unwrap(),
        };
        let limits = Limits { chunk_bytes, read_bytes, ..Limits::default() };
        let (seen, summary) = read(&source(&bytes), &spec(format, ""), &limits).unwrap();
        prop_assert_eq!(summary.faults, 0);
        let parsed: Vec<Value> = seen.iter().map(|record| serde_json::from_str(&record.text).unwrap()).collect();
        prop_assert_eq!(parsed, records);
        for record in &seen {
            let at = usize::try_from(record.position.byte).unwrap();
            let begins = record.key.as_ref().unwrap_or(&record.text);
            prop_assert!(text[at..].starts_with(begins.as_str()));
            prop_assert_eq!(record.position.line, 1 + text[..at].matches('\n').count() as u64);
            prop_assert_eq!(record.position.column, (at - text[..at].rfind('\n').map_or(0, |end| end + 1) + 1) as u64);
        }
        prop_assert_eq!(summary.fingerprint, Some(xxhash_rust::xxh3::xxh3_128(text.as_bytes())));
    }

    #[test]
    fn damage_is_never_silent(
        records in records(), format in prop_oneof![Just(Array), Just(Keyed), Just(Ndjson), Just(Concatenated), Just(Auto)],
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4), cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(), read_bytes in 1..64_usize,
    ) {
        let text = written(&records, format, "\n");
        let mut bytes = text.into_bytes();
        for (index, byte) in damage.iter().filter(|_| !records.is_empty()) {
            let at = index.index(bytes.len());
            bytes[at] = *byte;
        }
        if is_cut && !bytes.is_empty() { bytes.truncate(cut.index(bytes.len())); }
        let limits = Limits { read_bytes, chunk_bytes: 100, ..Limits::default() };
        let Ok((seen, summary)) = read(&source(&bytes), &spec(format, ""), &limits) else { return Ok(()) };
        // Whatever no record has is punctuation, white space, or behind a fault.
        let whole = serde_json::from_slice::<Value>(&bytes);
        if summary.faults == 0 && format == Array && std::str::from_utf8(&bytes).is_ok() { prop_assert!(seen.iter().any(|record| serde_json::from_str::<Value>(&record.text).is_err()) || whole.is_ok()); }
        if let (Ok(Value::Array(all)), Array) = (&whole, format) { prop_assert_eq!(all.len(), seen.len()); }
        if format == Ndjson {
            let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)).into_owned();
            let filled = text.split('\n').filter(|line| !line.as_bytes().trim_ascii().is_empty()).count();
            prop_assert_eq!(filled, seen.len());
        }
        let again = read(&source(&bytes), &spec(format, ""), &Limits { read_bytes: 1 << 16, ..limits }).unwrap();
        prop_assert_eq!(again.0, seen);
    }
}
