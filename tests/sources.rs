//! Sources as they come: standard input, gzip, zstd, several files, and every shape of JSON.

use std::io::Write;

use crate::support::case::counts;
use crate::support::{Database, Project, each_backend};

const SCHEMA: &str = "CREATE TABLE tools (id INTEGER PRIMARY KEY, slug VARCHAR(20) NOT NULL UNIQUE)";
const ROWS: [&str; 2] = ["id=\"1\" slug=\"saw\"", "id=\"2\" slug=\"axe\""];
const ARRAY: &str = "[{\"id\": 1, \"slug\": \"saw\"},\n {\"id\": 2, \"slug\": \"axe\"}]\n";

fn mapping(source: &str) -> String {
    format!("table = \"tools\"\n{source}\nid = \"id\"\n\n[columns]\nslug = \"slug\"\n")
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text.as_bytes()).expect("written");
    encoder.finish().expect("compressed")
}

fn zstd(text: &str) -> Vec<u8> {
    zstd::encode_all(text.as_bytes(), 3).expect("compressed")
}

/// Imports what stands in the project and compares rows; a second import finds all done.
fn check(database: &Database, project: &Project, arguments: &[&str], input: &[u8]) {
    database.batch("DROP TABLE IF EXISTS tools");
    database.batch(SCHEMA);
    let arguments = [&["--to", database.url(), "import", "--allow-older", "--format", "json"], arguments].concat();
    let run = || project.run_with_input(&arguments, input).expect(0).json();
    assert_eq!(counts(&run()), [("tools".to_owned(), [2, 2, 0, 0, 0, 0, 0])], "{arguments:?}");
    assert_eq!(database.dump("tools"), ROWS, "{arguments:?}");
    assert_eq!(counts(&run()), [("tools".to_owned(), [2, 0, 0, 2, 0, 0, 0])], "{arguments:?}, again");
}

each_backend! {
    fn standard_input(database: &Database) {
        let project = Project::new();
        project.mapping("tools", &mapping("source = \"-\""));
        check(database, &project, &[], ARRAY.as_bytes());
        check(database, &project, &[], &gzip(ARRAY));
        project.mapping("tools", &mapping("source = \"tools.json\"")).data("tools.json", "[]");
        check(database, &project, &["-"], ARRAY.as_bytes());
    }

    fn compressed(database: &Database) {
        let project = Project::new();
        project.mapping("tools", &mapping("source = \"tools.json.gz\"")).data("tools.json.gz", gzip(ARRAY));
        check(database, &project, &[], b"");
        project.mapping("tools", &mapping("source = \"tools.json.zst\"")).data("tools.json.zst", zstd(ARRAY));
        check(database, &project, &[], b"");
        // Two members, one after the other, as `cat a.gz b.gz` makes them.
        let lines = ["{\"id\": 1, \"slug\": \"saw\"}\n", "{\"id\": 2, \"slug\": \"axe\"}\n"];
        project.mapping("tools", &mapping("source = \"tools.ndjson.gz\"")).data("tools.ndjson.gz", lines.map(gzip).concat());
        check(database, &project, &[], b"");
    }

    fn globs_and_lists(database: &Database) {
        let project = Project::new();
        project.data("tools_1.json", "[{\"id\": 1, \"slug\": \"saw\"}]").data("tools_2.ndjson", "{\"id\": 2, \"slug\": \"axe\"}");
        project.data("other.json", "[{\"id\": 3, \"slug\": \"file\"}]");
        project.mapping("tools", &mapping("source = \"tools_*\""));
        check(database, &project, &[], b"");
        project.mapping("tools", &mapping("source = [\"tools_2.ndjson\", \"tools_1.json\"]"));
        check(database, &project, &[], b"");
    }

    fn shapes(database: &Database) {
        let project = Project::new();
        let shape = |settings: &str, text: &str| {
            project.mapping("tools", &mapping(&format!("source = \"tools.json\"\n{settings}"))).data("tools.json", text);
            check(database, &project, &[], b"");
        };
        shape("", "\u{feff}[{\"id\":1,\"slug\":\"saw\"},{\"id\":2,\"slug\":\"axe\"}]");
        shape("", "{\"id\":1,\"slug\":\"saw\"}\r\n\r\n{\"id\":2,\"slug\":\"axe\"}");
        shape("", "{\"id\":1,\n\"slug\":\"saw\"}{\"id\":2,\"slug\":\"axe\"}");
        shape("pointer = \"/data/tools\"", "{\"data\":{\"n\":2,\"tools\":[{\"id\":1,\"slug\":\"saw\"},{\"id\":2,\"slug\":\"axe\"}]}}");
        shape("format = \"keyed\"\nkey_field = \"id\"", "{\"1\":{\"slug\":\"saw\"},\"2\":{\"slug\":\"axe\"}}");
    }

    /// What normalization rejects and what resolution rejects is told with line and column, whatever the form of the source, in every form of the report.
    fn places(database: &Database) {
        database.batch("CREATE TABLE tools (id INTEGER PRIMARY KEY, slug VARCHAR(20) NOT NULL UNIQUE, n INTEGER)");
        let project = Project::new();
        // The second record has the slug of the first, the third has none.
        let told = |source: &str, settings: &str, input: &[u8], expect: [(u64, u64); 2]| {
            project.mapping("tools", &(mapping(&format!("source = \"{source}\"\n{settings}")) + "n = \"n\"\n"));
            let run = |arguments: &[&str]| project.run_with_input(&[&["--to", database.url()], arguments].concat(), input).expect(1);
            let report = run(&["plan", "--format", "json"]).json();
            let place = |reject: &serde_json::Value| ["line", "line_column"].map(|name| reject[name].as_u64().expect("a number"));
            let mut places: Vec<[u64; 2]> = report["rejects"].as_array().expect("rejects").iter().map(place).collect();
            places.sort_unstable();
            assert_eq!(places, expect.map(|(line, column)| [line, column]), "{source} {settings}");
            for index in [1_u64, 2] {
                let reject = report["rejects"].as_array().expect("rejects").iter().find(|reject| reject["index"] == index);
                assert_eq!(reject.map(place), Some(places[usize::try_from(index).expect("small") - 1]), "{source} record {index}");
            }
            let shown = if source == "-" { "-".to_owned() } else { format!("data/{source}") };
            for (form, colon) in [("text", ":"), ("markdown", "&#58;"), ("junit", ":"), ("html", ":")] {
                let said = run(&["plan", "--format", form]).stdout;
                for (line, column) in expect {
                    assert!(said.contains(&format!("{shown}{colon}{line}{colon}{column}")), "{form} of {source}: {said}");
                }
            }
            run(&["import"]);
            let file = std::fs::read_to_string(project.path().join("rejects.ndjson")).expect("the rejects");
            let mut written: Vec<[u64; 2]> = file.lines().map(|line| place(&serde_json::from_str(line).expect("JSON"))).collect();
            written.sort_unstable();
            assert_eq!(written, places, "rejects.ndjson of {source}");
        };
        let [one, two, three] = ["{\"id\": 1, \"slug\": \"saw\"}", "{\"id\": 2, \"slug\": \"saw\", \"n\": 1}", "{\"id\": 3}"];
        let array = format!("[\n  {one},\n\n\t{two}, {three}]");
        project.data("a.json", &array).data("a.json.gz", gzip(&array)).data("a.json.zst", zstd(&array));
        for source in ["a.json", "a.json.gz", "a.json.zst"] {
            told(source, "", b"", [(4, 2), (4, 36)]);
        }
        told("-", "format = \"array\"", array.as_bytes(), [(4, 2), (4, 36)]);
        told("-", "format = \"array\"", &gzip(&array), [(4, 2), (4, 36)]);
        project.data("b.ndjson", format!("{one}\r\n\r\n {two}\n{three}"));
        told("b.ndjson", "", b"", [(3, 2), (4, 1)]);
        project.data("c.json", format!("{one}{two}\n   {three}"));
        told("c.json", "format = \"concatenated\"", b"", [(1, 25), (2, 4)]);
        project.data("d.json", "{\"1\": {\"slug\": \"saw\"},\n\"2\":\n{\"slug\": \"saw\", \"n\": 1}, \"3\": {}}");
        told("d.json", "format = \"keyed\"\nkey_field = \"id\"", b"", [(2, 1), (3, 26)]);
        project.data("e.json", format!("{{\"meta\":\n [1,\n2], \"tools\": [{one},\n{two},\n  {three}]}}"));
        told("e.json", "pointer = \"/tools\"", b"", [(4, 1), (5, 3)]);
    }

    /// A source that ends in the middle is told, with the place up to which it was read.
    fn truncated(database: &Database) {
        database.batch(SCHEMA);
        let project = Project::new();
        let truncated = |place: &str| {
            let report = project.run_on(database, &["import", "--format", "json"]).expect(1).json();
            let reject = report["rejects"].as_array().and_then(|rejects| rejects.last()).expect("a reject").clone();
            assert_eq!((reject["code"].as_str(), reject["source"].as_str()), (Some("source/truncated"), Some(place)), "{reject}");
        };
        project.mapping("tools", &mapping("source = \"tools.json\"")).data("tools.json", "[{\"id\": 1, \"slug\": \"saw\"}, {\"id\": 2, \"sl");
        truncated("data/tools.json");
        let records: Vec<_> = (0..500).map(|n| format!("{{\"id\": {n}, \"slug\": \"tool-{}\"}}", n * 7919)).collect();
        let whole = gzip(&records.join("\n"));
        project.mapping("tools", &mapping("source = \"tools.json.gz\"")).data("tools.json.gz", &whole[..whole.len() / 2]);
        truncated("data/tools.json.gz");
    }
}
