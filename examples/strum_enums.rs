//! An enum of the program is the enum table of the import: one source of truth.
//!
//! Makes a small project in a temporary folder, imports it into SQLite with the enum that the program declares, and shows what was decided.
//!
//! Run it with `cargo run --example strum_enums`.

use std::error::Error;
use std::fs;

use resettle::backend::TargetUrl;
use resettle::mapping::LegacyEnum;
use resettle::pipeline::{self, Settings};
use resettle::progress::Silent;
use resettle::report::{Command, Deaf};

/// The types of tools, as program and database know them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString, strum::VariantNames)]
#[strum(serialize_all = "snake_case")]
enum ToolType {
    Api,
    WebScraping,
    Custom,
}

impl LegacyEnum for ToolType {
    const TABLE: &'static str = "tool_type";
    const FALLBACK: Option<&'static str> = Some("custom");
    const LEGACY: &'static [(&'static str, &'static str)] = &[("scraper", "web_scraping"), ("rest", "api")];
}

const MAPPING: &str = r#"
table = "tools"
source = "tools.ndjson"

[columns]
id = "id"
type = { from = "type", enum = "tool_type" }
"#;

const DATA: &str = r#"{"id": 1, "type": "REST"}
{"id": 2, "type": "Web-Scraping"}
{"id": 3, "type": "Scraper"}
{"id": 4, "type": "quantum"}
"#;

const MIGRATION: &str =
    "CREATE TABLE tools (id INTEGER PRIMARY KEY, type TEXT NOT NULL CHECK (type IN ('api', 'web_scraping', 'custom')));";

#[expect(clippy::print_stdout, reason = "an example shows what it does")]
fn main() -> Result<(), Box<dyn Error>> {
    // The program reads old spellings itself, as an import does.
    assert_eq!(ToolType::from_legacy(" web scraping "), Some(ToolType::WebScraping));

    let folder = tempfile::tempdir()?;
    for (name, text) in [
        ("data/tools.ndjson", DATA),
        ("mappings/tools.toml", MAPPING),
        ("migrations/2024-01-01-000000_tools/up.sql", MIGRATION),
        ("migrations/2024-01-01-000000_tools/down.sql", "DROP TABLE tools;"),
    ] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap_or(&path))?;
        fs::write(path, text)?;
    }
    let target = TargetUrl::parse(&format!("sqlite:{}", folder.path().join("tools.db").display()))?;
    let settings = Settings::new(folder.path().to_path_buf(), target, Command::Import);
    let report = pipeline::run_with(&settings, &[ToolType::table()?], &Silent, &mut Deaf)?;
    for seen in report.tables.iter().flat_map(|table| &table.enums) {
        println!("{} `{}` became `{}` ({})", seen.count, seen.original, seen.value, seen.reached);
    }
    let again = pipeline::run_with(&settings, &[ToolType::table()?], &Silent, &mut Deaf)?;
    println!("again: {} of {} unchanged", again.totals.unchanged, again.totals.read);
    Ok(())
}
