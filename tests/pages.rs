//! Pages that show commands: what they print is what comes out.
//!
//! **Invariant**: commands and output are read from the page, so that it cannot say anything else.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::{Database, Project, each_backend};

fn page(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a page")
}

/// A command of a block that begins with `$`, and the lines that the page shows below it.
struct Shown {
    command: String,
    lines: Vec<String>,
}

/// The commands of all blocks without a language.
fn shown(page: &str) -> Vec<Shown> {
    let mut found: Vec<Shown> = Vec::new();
    let (mut fenced, mut inside) = (false, false);
    for line in page.lines() {
        if line.starts_with("```") {
            fenced = !fenced;
            inside = fenced && line == "```";
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| inside) {
            found.push(Shown { command: command.to_owned(), lines: Vec::new() });
        } else if let Some(last) = found.last_mut().filter(|_| inside) {
            last.lines.push(line.to_owned());
        }
    }
    found
}

/// Fails unless the shown lines stand in the output, in order; `...` stands for what is left out, in a line or between lines. Times and stamps are not compared.
#[track_caller]
fn compare(shown: &Shown, output: &str) {
    let strip = |line: &str| {
        let stamp =
            regex_lite::Regex::new(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{6}").expect("a pattern").replace_all(line, "STAMP").into_owned();
        regex_lite::Regex::new(r"\. [0-9.]+ s$").expect("a pattern").replace(&stamp, ".").trim_end().to_owned()
    };
    let mut rest: Vec<String> = output.lines().map(strip).collect();
    for line in shown.lines.iter().map(|line| strip(line)).filter(|line| line != "..." && !line.is_empty()) {
        let fits = |other: &String| match line.strip_suffix(", ...") {
            Some(start) => other.starts_with(start),
            None => *other == line,
        };
        let at = rest.iter().position(fits);
        let at =
            at.unwrap_or_else(|| panic!("`$ {}` does not print\n{line}\nafter what was shown before; it prints\n{output}", shown.command));
        rest.drain(..=at);
    }
}

/// The newcomer's path: audit, suggestion, synchronization, import.
#[test]
fn the_page_about_enums_shows_what_comes_out() {
    let database = Database::sqlite();
    let project = Project::copy_of(".");
    project.run_on(&database, &["import"]).expect(1);
    let before = fs::read_to_string(project.path().join("mappings/enums.toml")).expect("the enum tables");
    let mut ran = 0;
    for shown in shown(&page("docs/enums.md")) {
        let words: Vec<&str> = shown.command.split_whitespace().collect();
        let output = match words.as_slice() {
            ["resettle", arguments @ ..] => {
                let output = project.run_on(&database, arguments);
                if arguments == ["check"] {
                    assert_eq!(output.code, 2, "{}", output.stderr);
                }
                if arguments.starts_with(&["enums", "sync"]) {
                    let all = output.stdout.clone();
                    assert!(all.lines().count() == shown.lines.len(), "{all}");
                }
                output.stdout + &output.stderr
            }
            ["git", "diff", "mappings"] => {
                let now = fs::read_to_string(project.path().join("mappings/enums.toml")).expect("the enum tables");
                let old: BTreeSet<&str> = before.lines().collect();
                let added = now.lines().filter(|line| !old.contains(line)).map(|line| format!("+{line}\n")).collect();
                // Then a person adds a value and its spelling, as the page tells.
                let with_value = now.replace("    \"payment\",\n", "    \"payment\",\n    \"telephony\",\n");
                project.mapping("enums", &with_value.replace("[tool_type.legacy]\n", "[tool_type.legacy]\ntelefonie = \"telephony\"\n"));
                added
            }
            other => panic!("a command that this test does not know: {other:?}"),
        };
        compare(&shown, &output);
        ran += 1;
    }
    assert!(ran >= 6, "{ran} commands only");
}

/// The blocks of commands of every example, run one after the other.
fn runs_as_printed(name: &str, database: &Database) {
    let readme = page(&format!("examples/{name}/README.md"));
    let project = Project::new();
    project.replace(&format!("examples/{name}"), &Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name));
    let (mut inside, mut ran) = (false, 0);
    for line in readme.lines() {
        if line.starts_with("```") {
            inside = line == "```sh";
            continue;
        }
        let (command, comment) = line.split_once('#').unwrap_or((line, ""));
        let words: Vec<&str> = command.split_whitespace().collect();
        let code = comment.trim().strip_prefix("exit code ").map_or(0, |rest| {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().expect("an exit code")
        });
        match words.as_slice() {
            _ if !inside => continue,
            [] => continue,
            ["cp", "-r", from, to] => drop(project.replace(to, &project.path().join(from))),
            ["resettle", arguments @ ..] => {
                let output = project.run_on(database, arguments).expect(code);
                if comment.contains("nothing left to do") || comment.contains("nothing else to do") {
                    assert!(output.stdout.contains("Nothing changed"), "{}", output.stdout);
                }
            }
            other => panic!("a command that this test does not know: {other:?}"),
        }
        ran += 1;
    }
    assert!(ran > 2, "{name}: {ran} commands only");
}

each_backend! {
    fn every_example_runs_as_printed(database: &Database) {
        let folders = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").read_dir().expect("the examples");
        let mut names: Vec<String> = folders.map(|entry| entry.expect("an entry")).filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        assert!(names.len() >= 4, "{names:?}");
        for name in names {
            // An example with migrations for SQLite alone runs there alone.
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(&name).join("migrations");
            let is_for_one = ["sqlite", "postgres"].iter().any(|kind| folder.join(kind).is_dir());
            if is_for_one && !folder.join(database.name()).is_dir() {
                continue;
            }
            let fresh = if database.name() == "sqlite" { Some(Database::sqlite()) } else { Database::postgres() };
            if let Some(fresh) = fresh {
                runs_as_printed(&name, &fresh);
            }
        }
    }
}
