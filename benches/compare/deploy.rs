//! The workload `deploy`: a project of 50 tables with 20 to 2,000 records each, imported again although nothing changed.

use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use super::process::{measure, run};
use super::target::{Target, resettle};
use super::tools::{Contender, Series};

/// Tables of the project.
const TABLES: u32 = 50;

/// Writes the project; returns how many records it has.
pub(crate) fn make(folder: &Path) -> std::io::Result<u64> {
    let mut records = 0;
    for backend in ["postgres", "sqlite"] {
        let migration = folder.join("migrations").join(backend).join("2024-01-15-090000_create_tables");
        fs::create_dir_all(&migration)?;
        let mut up = File::create(migration.join("up.sql"))?;
        for table in 0..TABLES {
            let config = if backend == "postgres" { "JSONB" } else { "JSON" };
            let parent = if table.is_multiple_of(5) {
                String::new()
            } else {
                format!(",\n    parent_id UUID REFERENCES part_{:02} (id)", table - 1)
            };
            writeln!(
                up,
                "CREATE TABLE part_{table:02} (\n    id UUID NOT NULL PRIMARY KEY,\n    slug TEXT NOT NULL UNIQUE,\n    name TEXT NOT NULL,\n    \
                 weight INTEGER,\n    is_active BOOLEAN NOT NULL,\n    config {config}{parent}\n);\n"
            )?;
        }
    }
    fs::create_dir_all(folder.join("mappings"))?;
    fs::create_dir_all(folder.join("data"))?;
    for table in 0..TABLES {
        records += make_table(folder, table)?;
    }
    Ok(records)
}

fn make_table(folder: &Path, table: u32) -> std::io::Result<u64> {
    let has_parent = !table.is_multiple_of(5);
    let parent =
        if has_parent { format!("parent_id = {{ from = \"parent\", references = \"part_{:02}\" }}\n", table - 1) } else { String::new() };
    fs::write(
        folder.join(format!("mappings/part_{table:02}.toml")),
        format!(
            "table = \"part_{table:02}\"\nsource = \"part_{table:02}.json\"\nid = \"id\"\n\n[columns]\nslug = \"slug\"\nname = \"name\"\nweight = \"weight\"\n\
             is_active = \"active\"\nconfig = \"config\"\n{parent}"
        ),
    )?;
    let records = records_of(table);
    let mut data = BufWriter::new(File::create(folder.join(format!("data/part_{table:02}.json")))?);
    for number in 0..records {
        let parent =
            if has_parent { format!(",\"parent\":\"p{:02}-{}\"", table - 1, number % records_of(table - 1)) } else { String::new() };
        writeln!(
            data,
            "{}{{\"id\":\"p{table:02}-{number}\",\"slug\":\"part-{table}-{number}\",\"name\":\"Part {number} of table {table}\",\"weight\":{},\
             \"active\":{},\"config\":{{\"color\":\"c{}\",\"sizes\":[1,2,{}]}}{parent}}}",
            if number == 0 { "[" } else { "," },
            number * 7 % 1000,
            number % 3 > 0,
            number % 12,
            number % 100,
        )?;
    }
    writeln!(data, "]")?;
    data.flush()?;
    Ok(records)
}

/// 20 to 2,000, most of them small, in an order that is not that of the tables.
fn records_of(table: u32) -> u64 {
    let place = f64::from(table * 17 % TABLES) / f64::from(TABLES - 1);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "20 to 2,000")]
    let records = (20.0 * 100_f64.powf(place)).round() as u64;
    records
}

/// Measures the first import and then unchanged ones.
pub(crate) fn compare(
    target: &Target<'_>,
    project: &Path,
    (rows, rounds): (u64, usize),
    say: &mut dyn FnMut(&str),
) -> Result<Vec<Series>, Box<dyn Error>> {
    let backend = target.name();
    target.create("deploy")?;
    let url = target.url("deploy");
    run(resettle(project, &url).args(["migrate", "run"]))?;
    let series = |variant| Series { backend, rows, variant, contender: Contender::Resettle, measures: Vec::new() };
    let (mut first, mut unchanged) = (series("deploy, first"), series("deploy, unchanged"));
    first.measures.push(measure(resettle(project, &url).arg("import"), target.server(), &[0])?);
    for _ in 0..rounds.max(5) {
        unchanged.measures.push(measure(resettle(project, &url).arg("import"), target.server(), &[0])?);
    }
    for series in [&first, &unchanged] {
        for m in &series.measures {
            say(&format!(
                "{backend} {}: {:.3} s (client {:.2}, server {:.2}, {:.0} MB)",
                series.variant, m.wall, m.client_cpu, m.server_cpu, m.client_peak_mb
            ));
        }
    }
    Ok(vec![first, unchanged])
}
