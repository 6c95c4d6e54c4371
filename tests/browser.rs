//! The page in a real browser: it renders, counts, filters, and executes nothing from data.
//!
//! Takes `chromium` from the `PATH`, or `RESETTLE_TEST_CHROMIUM`. Without either the tests say that they were left out; with the variable set they fail.

use std::process::Command;

use serde_json::Value;

use crate::support::{Database, Project};

/// What data would have to do to be noticed.
const HOSTILE: &str = "</script><script>window.hacked=1</script><img src=x onerror=\"window.hacked=2\"> & \u{202e}";

/// Says where the browser is; `None` where there is none.
fn browser() -> Option<String> {
    if let Ok(path) = std::env::var("RESETTLE_TEST_CHROMIUM") {
        return Some(path);
    }
    let found = Command::new("chromium").arg("--version").output().is_ok_and(|output| output.status.success());
    if !found {
        eprintln!("SKIPPED: there is no `chromium`, and RESETTLE_TEST_CHROMIUM names none");
    }
    found.then(|| "chromium".to_owned())
}

/// Opens a page with a script at its end and returns what the script puts into the title, as JSON.
fn ask(browser: &str, project: &Project, page: &str, script: &str) -> Value {
    let text = std::fs::read_to_string(project.path().join(page)).expect("the page");
    let (before, after) = text.rsplit_once("</body>").expect("a body");
    let script = format!(
        "<script>addEventListener('load', () => {{ document.title = 'ANSWER' + JSON.stringify((() => {{ {script} }})()); }})</script>"
    );
    project.file("asked.html", format!("{before}{script}</body>{after}"));
    let url = format!("file://{}", project.path().join("asked.html").display());
    let profile = format!("--user-data-dir={}", project.path().join("profile").display());
    let options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000", "--dump-dom"];
    let output = Command::new(browser).args(options).args([&profile, &url]).output().expect("the browser starts");
    let dom = String::from_utf8_lossy(&output.stdout).into_owned();
    let title = dom.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap_or_default();
    let answer =
        title.strip_prefix("ANSWER").unwrap_or_else(|| panic!("no answer but `{title}`\n{}", String::from_utf8_lossy(&output.stderr)));
    serde_json::from_str(&answer.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")).expect("JSON")
}

#[test]
fn a_page_of_hostile_data_renders_and_executes_nothing() {
    let Some(browser) = browser() else { return };
    let database = Database::sqlite();
    database.batch("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL, rank INTEGER)");
    let project = Project::new();
    project.mapping("notes", "table = \"notes\"\nsource = \"notes.json\"\nid = \"id\"\n[columns]\ntext = \"text\"\nrank = \"rank\"\n");
    let records = |text: &str| {
        serde_json::json!([{"id": 1, "text": text, "rank": 1}, {"id": 2, "text": text, "rank": 2}, {"id": 3, "text": "x", "rank": HOSTILE, HOSTILE: 1}]).to_string()
    };
    project.data("notes.json", records("before"));
    project.run_on(&database, &["import"]).expect(1);
    project.data("notes.json", records(HOSTILE));
    project.run_on(&database, &["plan", "--report", "plan.html"]).expect(1);
    let script = r"
        const text = (query) => [...document.querySelectorAll(query)].map((one) => one.textContent);
        const answer = { counts: text('.count'), rows: text('.list.changed .row'), rejects: text('.list.rejected .row').length };
        answer.detail = text('.list.changed + .detail ins').join();
        const box = document.querySelector('.list.changed');
        box.dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }));
        answer.active = box.getAttribute('aria-activedescendant');
        const select = document.querySelector('.filters select');
        select.selectedIndex = 1;
        select.dispatchEvent(new Event('change'));
        answer.filtered = text('.count')[0];
        answer.images = document.querySelectorAll('img').length;
        answer.hacked = window.hacked === undefined ? 'no' : String(window.hacked);
        answer.errors = document.querySelectorAll('[role=listbox]').length;
        return answer;";
    let answer = ask(&browser, &project, "plan.html", script);
    assert_eq!((&answer["hacked"], &answer["images"]), (&"no".into(), &0.into()), "{answer}");
    assert_eq!(answer["counts"], serde_json::json!(["2 of 2", "1 of 1"]), "{answer}");
    assert_eq!((answer["rows"].as_array().map(Vec::len), &answer["rejects"]), (Some(2), &1.into()), "{answer}");
    assert_eq!((&answer["active"], &answer["filtered"]), (&"changed-1".into(), &"2 of 2".into()), "{answer}");
    assert!(
        answer["detail"].as_str().is_some_and(|detail| detail.contains("<img src=x onerror") && !detail.contains('\u{202e}')),
        "{answer}"
    );
}

#[test]
fn a_page_of_many_changes_keeps_few_rows_in_the_document() {
    let Some(browser) = browser() else { return };
    let database = Database::sqlite();
    database.batch("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)");
    let project = Project::new();
    project.mapping("notes", "table = \"notes\"\nsource = \"notes.ndjson\"\nid = \"id\"\n[columns]\ntext = \"text\"\n");
    project.data("notes.ndjson", (0..20_000).map(|id| format!("{{\"id\":{id},\"text\":\"note {id}\"}}\n")).collect::<String>());
    project.run_on(&database, &["plan", "--report", "plan.html"]).expect(0);
    let script = r"
        const box = document.querySelector('.list.changed');
        box.dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }));
        const rows = box.querySelectorAll('.row');
        return { rows: rows.length, last: rows[rows.length - 1].textContent, nodes: document.querySelectorAll('*').length };";
    let answer = ask(&browser, &project, "plan.html", script);
    assert!(
        answer["rows"].as_u64().is_some_and(|rows| rows < 60) && answer["nodes"].as_u64().is_some_and(|nodes| nodes < 2000),
        "{answer}"
    );
    assert!(answer["last"].as_str().is_some_and(|last| last.contains("19999")), "{answer}");
}
