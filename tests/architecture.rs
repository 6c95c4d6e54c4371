//! Holds the sources to the rules of the codebase: who may know what, and how large a file may be.
//!
//! Each rule is a row of a table with its reason. Code that exists in tests only is free of all rules but those of size.

mod scan;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use scan::{Scan, scan};

/// What every module behind the vocabulary may know: the words and models that all stages share.
const SHARED: [&str; 6] = ["record", "diagnostic", "progress", "catalog", "mapping", "layout"];

/// The stages in order; only `pipeline` names them all.
const STAGES: [&str; 4] = ["source", "decode", "normalize", "resolve"];

/// Who may use what of this crate.
struct Edges {
    /// Module, and all below it that have no row of their own.
    from: &'static str,
    /// What it may use beside itself.
    may: &'static [&'static str],
    /// True where it may use what is [`SHARED`], too.
    shared: bool,
    why: &'static str,
}

const EDGES: &[Edges] = &[
    Edges { from: "record", may: &[], shared: false, why: "the vocabulary knows no stage" },
    Edges { from: "diagnostic", may: &["record"], shared: false, why: "the vocabulary knows no stage" },
    Edges { from: "progress", may: &[], shared: false, why: "progress is a trait; who shows it is not known here" },
    Edges { from: "catalog", may: &[], shared: false, why: "the model of the target knows nobody who fills or reads it" },
    Edges { from: "mapping", may: &["diagnostic", "record"], shared: false, why: "what the user wants is known before any target is" },
    Edges {
        from: "layout",
        may: &["backend::statement", "backend::lists"],
        shared: true,
        why: "it joins the models; hints quote identifiers and extend lists as SQL does",
    },
    Edges { from: "source", may: &[], shared: true, why: "a stage knows the vocabulary and the stage before it" },
    Edges { from: "decode", may: &["source"], shared: true, why: "a stage knows the vocabulary and the stage before it" },
    Edges { from: "normalize", may: &["decode"], shared: true, why: "normalization knows no database" },
    Edges {
        from: "resolve",
        may: &["backend::workspace", "backend::DatabaseError"],
        shared: true,
        why: "resolution decides, and leaves the work on sets to the workspace",
    },
    Edges { from: "backend", may: &[], shared: true, why: "a database knows the models, and no stage" },
    Edges { from: "ledger", may: &["backend"], shared: true, why: "the ledger lives in the target database" },
    Edges { from: "report", may: &[], shared: true, why: "a report has structs of its own and knows no stage that fills them" },
    Edges {
        from: "pipeline",
        may: &["source", "decode", "normalize", "resolve", "backend", "ledger", "report"],
        shared: true,
        why: "it runs every stage, and does not know who asked",
    },
    Edges {
        from: "cli",
        may: &["pipeline", "report", "backend", "source"],
        shared: true,
        why: "the command line asks the pipeline and prints reports; it runs no stage itself",
    },
];

/// What only some files may have.
struct Only {
    /// What must not occur elsewhere.
    what: What,
    /// Beginnings of paths below `src/`.
    within: &'static [&'static str],
    why: &'static str,
}

enum What {
    /// Paths that begin with one of these.
    Paths(&'static [&'static str]),
    /// An identifier.
    Word(&'static str),
    /// A word of SQL in a text literal.
    Sql(&'static [&'static str]),
}

const ONLY: &[Only] = &[
    Only {
        what: What::Paths(&["diesel", "diesel_migrations", "libsqlite3_sys", "pq_sys"]),
        within: &["backend/", "ledger/"],
        why: "all access to databases is in one place",
    },
    Only {
        what: What::Paths(&[
            "clap",
            "clap_complete",
            "indicatif",
            "tracing_subscriber",
            "std::env",
            "std::io::IsTerminal",
            "std::io::stdout",
            "std::io::stderr",
        ]),
        within: &["cli/", "main.rs"],
        why: "only the command line knows flags, the environment and the terminal",
    },
    Only {
        what: What::Word("Serialize"),
        within: &["report/", "cli/"],
        why: "what is written out has structs of its own, so that its form does not change with the stages",
    },
    Only {
        what: What::Sql(&["SELECT", "INSERT", "UPDATE", "DELETE", "CREATE"]),
        within: &["backend/", "ledger/", "layout/"],
        why: "SQL is built where it is quoted; only hints of the schema check show some",
    },
];

const LINES_MAX: usize = 500;

/// One file below `src/`.
struct File {
    /// Path below `src/`, with `/`.
    path: String,
    /// Module path (`crate::backend::sqlite`).
    module: String,
    text: String,
    scan: Scan,
}

impl File {
    fn within(&self, beginnings: &[&str]) -> bool {
        beginnings.iter().any(|beginning| self.path.starts_with(beginning))
    }

    fn top(&self) -> &str {
        self.module.split("::").nth(1).unwrap_or_default()
    }
}

#[test]
fn modules_use_what_they_may() {
    let mut broken = Vec::new();
    for file in code().iter().filter(|file| !["lib.rs", "main.rs"].contains(&file.path.as_str())) {
        let Some(row) = row_of(&file.module) else {
            broken.push(format!(
                "src/{}:1: module `{}` has no row in EDGES of tests/architecture.rs; say what it may use",
                file.path, file.module
            ));
            continue;
        };
        for (line, path) in &file.scan.paths {
            if !allows(row, file, path) {
                broken.push(format!("src/{}:{line}: `{}` uses `{path}`, but: {}", file.path, row.from, row.why));
            }
        }
    }
    report(&broken);
}

#[test]
fn only_the_pipeline_names_every_stage() {
    let mut named: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for file in code().iter().filter(|file| file.path != "lib.rs") {
        let stages = STAGES.into_iter().filter(|stage| file.scan.paths.iter().any(|(_, path)| begins(path, &format!("crate::{stage}"))));
        named.entry(file.top().to_owned()).or_default().extend(stages);
    }
    let all: Vec<_> = named.iter().filter(|(_, stages)| stages.len() == STAGES.len()).map(|(module, _)| module.as_str()).collect();
    assert_eq!(all, ["pipeline"], "modules that name every stage");
}

#[test]
fn knowledge_stays_where_it_belongs() {
    let mut broken = Vec::new();
    for file in code() {
        for rule in ONLY.iter().filter(|rule| !file.within(rule.within)) {
            for (line, found) in occurrences(&rule.what, &file.scan) {
                broken.push(format!("src/{}:{line}: `{found}` belongs to {}: {}", file.path, rule.within.join(" and "), rule.why));
            }
        }
    }
    report(&broken);
}

/// Legacy spellings are ordinary words (`file`, `csv`). What is told is a spelling on one line with the value it stands for, which is a mapping.
#[test]
fn enum_tables_alone_map_legacy_spellings() {
    let Ok(table) = fs::read_to_string(root().join("mappings/enums.toml")) else { return };
    let pairs = legacy_spellings(&table);
    assert!(!pairs.is_empty(), "mappings/enums.toml has legacy spellings");
    let mut broken = Vec::new();
    for file in code() {
        for (line, text) in &file.scan.texts {
            let spelling = fold(text);
            let names = file.scan.texts.iter().chain(&file.scan.words).filter(|(other, _)| other == line);
            let beside: BTreeSet<_> = names.map(|(_, name)| fold(&snake(name))).collect();
            if let Some((_, value)) = pairs.iter().find(|(legacy, value)| *legacy == spelling && beside.contains(value)) {
                broken
                    .push(format!("src/{}:{line}: maps `{text}` to `{value}`: mappings/enums.toml is the only place that does", file.path));
            }
        }
    }
    report(&broken);
}

#[test]
fn files_are_small_and_say_what_they_are() {
    let mut broken = Vec::new();
    for file in files() {
        let lines = file.text.lines().count();
        if lines > LINES_MAX {
            broken.push(format!("src/{}:{lines}: has {lines} lines, at most {LINES_MAX}: split it by what its parts know", file.path));
        }
        if !file.text.starts_with("//! ") {
            broken.push(format!("src/{}:1: begins without `//!`: say what it takes and gives, and its invariant", file.path));
        }
    }
    report(&broken);
}

/// Targets are not found by themselves here, so a forgotten file would never run.
#[test]
fn every_file_of_tests_is_part_of_main() {
    let main = read(&root().join("tests/main.rs"));
    let mut broken = Vec::new();
    for path in fs::read_dir(root().join("tests")).expect("the folder of tests").map(|entry| entry.expect("an entry").path()) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let is_module = path.extension().is_some_and(|extension| extension == "rs") || path.join("mod.rs").exists();
        if is_module && name != "main" && !main.lines().any(|line| line.trim_start_matches("pub(crate) ") == format!("mod {name};")) {
            broken.push(format!("tests/main.rs:1: has no `mod {name};`, so {} is never compiled", path.display()));
        }
    }
    report(&broken);
}

/// Rows for what is gone would go unnoticed.
#[test]
fn rules_are_about_what_exists() {
    let files = files();
    let exists = |module: &str| files.iter().any(|file| begins(&file.module, &format!("crate::{module}")));
    for row in EDGES {
        assert!(exists(row.from), "EDGES: there is no module `{}`", row.from);
        for to in row.may {
            let known = exists(to) || to.rsplit_once("::").is_some_and(|(module, _)| exists(module));
            assert!(known, "EDGES: `{}` may use `{to}`, which does not exist", row.from);
        }
    }
    for beginning in ONLY.iter().flat_map(|rule| rule.within) {
        assert!(files.iter().any(|file| file.path.starts_with(beginning)), "ONLY: there is no src/{beginning}");
    }
}

/// The rules themselves are held against code that breaks them.
#[test]
fn broken_rules_are_found() {
    let file = |path: &str, text: &str| {
        let module = module_of(path);
        File { path: path.to_owned(), scan: scan(&module, text), module, text: text.to_owned() }
    };
    let check_edge = |path: &str, text: &str, expect: bool| {
        let file = file(path, text);
        let row = row_of(&file.module).expect("a row");
        assert_eq!(file.scan.paths.iter().all(|(_, path)| allows(row, &file, path)), expect, "{path}: {text}");
    };
    check_edge("record.rs", "use crate::diagnostic::Code;", false);
    check_edge("record.rs", "use std::fmt;", true);
    check_edge("normalize/number.rs", "use super::fault::Fault;\nuse crate::{catalog, record::Cell};", true);
    check_edge("normalize/number.rs", "fn f() { crate::backend::connect() }", false);
    check_edge("normalize/mod.rs", "use super::backend;", false);
    check_edge("resolve/judge.rs", "use crate::backend::workspace::{Claim, Workspace};", true);
    check_edge("resolve/judge.rs", "use crate::backend::{statement, workspace::Claim};", false);
    check_edge("backend/mod.rs", "use crate::resolve::resolve;", false);
    check_edge("cli/mod.rs", "use crate::normalize::Normalizer;", false);
    let check_only = |text: &str, expect: &[usize]| {
        let file = file("plan.rs", text);
        let mut found: Vec<_> = ONLY.iter().map(|rule| occurrences(&rule.what, &file.scan).len()).collect();
        found.resize(ONLY.len(), 0);
        assert_eq!(found, expect, "{text}");
    };
    check_only("use diesel::prelude::*;", &[1, 0, 0, 0]);
    check_only("use std::{env, io::{self, IsTerminal}};", &[0, 2, 0, 0]);
    check_only("fn f() { std::env::var(\"X\") }\nstruct Diesel;", &[0, 1, 0, 0]);
    check_only("#[derive(serde::Serialize)]\nstruct S;", &[0, 0, 1, 0]);
    check_only("const A: &str = \"SELECT 1\"; const B: &str = \"selects UPDATED rows\";", &[0, 0, 0, 1]);
    assert_eq!(legacy_spellings("[a]\nvalues = [\"x\"]\n[a.legacy]\n# c\n\"Old X\" = \"x\" # d\ny = 'x'\n[b]\nz = \"x\"\n").len(), 2);
    assert_eq!(fold(&snake("WebScraping")), fold("web scraping"));
}

fn report(broken: &[String]) {
    assert!(broken.is_empty(), "{} broken:\n{}\n", broken.len(), broken.join("\n"));
}

fn row_of(module: &str) -> Option<&'static Edges> {
    let rows = EDGES.iter().filter(|row| begins(module, &format!("crate::{}", row.from)));
    rows.max_by_key(|row| row.from.len())
}

fn allows(row: &Edges, file: &File, path: &str) -> bool {
    let Some(to) = path.strip_prefix("crate::") else {
        return path != "crate";
    };
    let shared = if row.shared { &SHARED[..] } else { &[] };
    begins(to, file.top()) || row.may.iter().chain(shared).any(|may| begins(to, may))
}

/// Says whether a path is `beginning` or lies below it.
fn begins(path: &str, beginning: &str) -> bool {
    path.strip_prefix(beginning).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn occurrences(what: &What, scan: &Scan) -> Vec<(usize, String)> {
    let holds = |text: &str| match what {
        What::Paths(beginnings) => beginnings.iter().any(|beginning| begins(text, beginning)),
        What::Word(word) => text == *word,
        What::Sql(words) => text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| words.contains(&word)),
    };
    let places: Vec<&(usize, String)> = match what {
        What::Paths(_) => scan.paths.iter().collect(),
        What::Word(_) => scan.words.iter().collect(),
        What::Sql(_) => scan.texts.iter().collect(),
    };
    let mut found: Vec<_> = places.into_iter().filter(|(_, text)| holds(text)).cloned().collect();
    if let What::Word(word) = what {
        let last = |path: &str| path.rsplit("::").next() == Some(*word);
        found.extend(scan.paths.iter().filter(|(_, path)| last(path)).cloned());
        found.dedup_by_key(|(line, _)| *line);
    }
    found
}

/// Folds as enum tables do.
fn fold(text: &str) -> String {
    text.trim().to_lowercase().replace([' ', '-'], "_")
}

/// `WebScraping` is `web_scraping`.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !snake.is_empty() && !snake.ends_with(['_', ' ', '-']) {
            snake.push('_');
        }
        snake.push(c);
    }
    snake
}

/// Reads the `[<name>.legacy]` tables: folded spelling and folded value.
fn legacy_spellings(table: &str) -> Vec<(String, String)> {
    let document: toml_edit::DocumentMut = table.parse().expect("TOML");
    let legacy = document.iter().filter_map(|(_, item)| item.get("legacy")?.as_table_like());
    let pairs = legacy.flat_map(|table| table.iter().map(|(spelling, value)| (fold(spelling), fold(value.as_str().unwrap_or_default()))));
    pairs.collect()
}

/// Files that exist in the program, without those of its tests.
fn code() -> Vec<File> {
    let files = files();
    let tests: Vec<String> = files.iter().flat_map(|file| file.scan.test_modules.clone()).collect();
    files.into_iter().filter(|file| !tests.iter().any(|test| begins(&file.module, test))).collect()
}

fn files() -> Vec<File> {
    let source = root().join("src");
    let mut paths = Vec::new();
    collect(&source, &mut paths);
    paths.sort();
    assert!(paths.len() > 10, "sources below {}", source.display());
    let file = |path: &PathBuf| {
        let text = read(path);
        let path = path.strip_prefix(&source).expect("a path below src").to_string_lossy().replace('\\', "/");
        let module = module_of(&path);
        File { scan: scan(&module, &text), module, path, text }
    };
    paths.iter().map(file).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

fn module_of(path: &str) -> String {
    let name = path.trim_end_matches(".rs");
    let name = name.strip_suffix("/mod").unwrap_or(name);
    if name == "lib" { "crate".to_owned() } else { format!("crate::{}", name.replace('/', "::")) }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
