//! Every form of a report, word for word: plan, import and verification of the agent platform after edits in its target and sources.
//!
//! ```text
//! tests/snapshots/<command>.<ending>            what comes out on SQLite
//! tests/snapshots/<command>.<ending>.postgres   the lines that PostgreSQL cannot say alike, each after its number
//! ```
//!
//! `RESETTLE_BLESS=1` writes them. Times, ids of runs and the address of the target are masked; of a page, style and script are left out.

use std::fs;
use std::path::{Path, PathBuf};

use regex_lite::Regex;

use crate::support::case::difference;
use crate::support::{Database, Project, on_each_backend};

/// Endings of the forms.
const FORMS: [&str; 5] = ["txt", "json", "md", "xml", "html"];

/// Lines of a difference that are shown.
const LINES_SHOWN: usize = 80;

/// What happened since the first import.
const EDITS: &str = "UPDATE organizations SET seats = 1 WHERE slug = 'kestrel-freight';\
    UPDATE users SET display_name = 'Edited <b>by hand</b>' WHERE email = 'delphine.bruckner@kestrel.example.com';\
    DELETE FROM user_roles WHERE user_id = (SELECT id FROM users WHERE email = 'delphine.bruckner@kestrel.example.com');\
    UPDATE tools SET config = NULL WHERE slug = 'oakmoor-news-search'";

fn edited(database: &Database) -> Project {
    let project = Project::copy_of(".");
    project.run_on(database, &["import"]).expect(1);
    database.batch(EDITS);
    let enums = fs::read_to_string(project.path().join("mappings/enums.toml")).expect("the enum tables");
    project.mapping("enums", &enums.replace("[tool_type.legacy]\n", "[tool_type.legacy]\ndataabse = \"database\"\n"));
    let roles = fs::read_to_string(project.path().join("data/roles.json")).expect("the roles");
    project.data("roles.json", roles.replacen("\"Owner\"", "\"Proprietor\"", 1));
    project
}

/// The forms of one command's report, masked.
fn reports(project: &Project, database: &Database, command: &str) -> Vec<(&'static str, String)> {
    let names = FORMS.map(|form| format!("r.{form}"));
    let mut arguments = vec![command];
    for name in &names {
        arguments.extend(["--report", name]);
    }
    project.run_on(database, &arguments).expect(1);
    let read = |form: &'static str| (form, fs::read_to_string(project.path().join(format!("r.{form}"))).expect("the report"));
    FORMS.into_iter().map(read).map(|(form, text)| (form, masked(&text, database))).collect()
}

fn masked(text: &str, database: &Database) -> String {
    let mut text = text.to_owned();
    for part in ["page.css", "page.js"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/html").join(part);
        text = text.replace(&fs::read_to_string(path).expect("a part of the page"), &format!("({part})"));
    }
    // Reports never show a password.
    let shown = Regex::new("://([^:@/]+):[^@]*@").expect("a pattern").replace(database.url(), "://$1:***@").into_owned();
    let escaped: String = shown
        .chars()
        .map(|c| if c.is_alphanumeric() || "/.-".contains(c) { c.to_string() } else { format!("&#{};", u32::from(c)) })
        .collect();
    text = text.replace(&shown, "TARGET").replace(&escaped, "TARGET");
    let masks = [
        (r#""seconds": ?[0-9.e-]+"#, r#""seconds": 0.0"#),
        (r#""run": ?"[0-9a-f-]{36}""#, r#""run": "RUN""#),
        (r#"time="[0-9.]+""#, r#"time="0.000""#),
        (r"\. [0-9]+\.[0-9] s\b", ". 0.0 s"),
    ];
    for (pattern, mask) in masks {
        text = Regex::new(pattern).expect("a pattern").replace_all(&text, mask).into_owned();
    }
    // Defaults of the database. The run may have begun before midnight.
    let now = jiff::Timestamp::now();
    for day in [now, now - jiff::SignedDuration::from_hours(24)] {
        let moment = format!(r"{}[ T][0-9]{{2}}:[0-9:.]+[+Z]?[0-9:]*", day.strftime("%Y-%m-%d"));
        text = Regex::new(&moment).expect("a pattern").replace_all(&text, "NOW").into_owned();
    }
    // Lists of a page are one line each; a record a line makes differences readable.
    text.replace("],[", "],\n[").replace("},{", "},\n{")
}

fn path(command: &str, form: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(format!("{command}.{form}"))
}

/// Returns the lines of `found` that are not those of `shared`, each after its number.
fn own_lines(shared: &str, found: &str) -> String {
    let (shared, found): (Vec<&str>, Vec<&str>) = (shared.split('\n').collect(), found.split('\n').collect());
    assert_eq!(shared.len(), found.len(), "lines on SQLite (left) and on PostgreSQL (right): expected as many");
    let pairs = shared.into_iter().zip(found).enumerate().filter(|(_, (shared, found))| shared != found);
    pairs.map(|(number, (_, line))| format!("{}: {line}\n", number + 1)).collect()
}

/// Puts the lines of [`own_lines`] in their places.
fn with_own_lines(shared: &str, own: &str) -> String {
    let mut lines: Vec<&str> = shared.split('\n').collect();
    for line in own.lines() {
        let (number, text) = line.split_once(": ").expect("a number and a line");
        lines[number.parse::<usize>().expect("a number") - 1] = text;
    }
    lines.join("\n")
}

fn compare(command: &str, backend: &str, form: &str, found: &str) {
    let path = path(command, form);
    let mut expected =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}; write it with RESETTLE_BLESS=1", path.display()));
    if backend == "postgres" {
        expected = with_own_lines(&expected, &fs::read_to_string(path.with_extension(format!("{form}.postgres"))).expect("a snapshot"));
    }
    if expected == found {
        return;
    }
    let all = difference(&expected, found);
    let lines: Vec<&str> = all.lines().filter(|line| line.starts_with(['-', '+'])).take(LINES_SHOWN).collect();
    panic!("`{command}` on {backend} against {} (- expected, + found; RESETTLE_BLESS=1 writes it):\n{}", path.display(), lines.join("\n"));
}

/// Writes a snapshot; SQLite comes first.
fn write(command: &str, backend: &str, form: &str, found: &str) {
    let path = path(command, form);
    if backend == "sqlite" {
        return fs::write(path, found).expect("written");
    }
    let shared = fs::read_to_string(&path).expect("the snapshot of SQLite");
    fs::write(path.with_extension(format!("{form}.postgres")), own_lines(&shared, found)).expect("written");
}

#[test]
fn reports_of_the_agent_platform() {
    let bless = std::env::var("RESETTLE_BLESS").is_ok_and(|bless| !["", "0"].contains(&bless.as_str()));
    on_each_backend(|database| {
        let project = edited(database);
        for command in ["plan", "verify", "import"] {
            for (form, found) in reports(&project, database, command) {
                if bless { write(command, database.name(), form, &found) } else { compare(command, database.name(), form, &found) }
            }
        }
    });
}
