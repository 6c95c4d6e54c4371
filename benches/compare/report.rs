//! Turns measures into a JSON document and a Markdown table of medians and ratios.

use std::fmt::Write;

use serde::Serialize;

use super::process::Measure;
use super::tools::{Contender, Series};

/// All that one run of the benchmark found.
#[derive(Debug, Serialize)]
pub(crate) struct Results {
    /// Version of this document's form.
    pub(crate) format: u32,
    /// Day of the run.
    pub(crate) date: String,
    /// Commit of the program under measure.
    pub(crate) commit: String,
    /// Processor, cores, memory, kernel.
    pub(crate) machine: String,
    /// Load of the machine by others when the run began: processes that wanted to run, in the minute before.
    pub(crate) load_before: String,
    /// Version of the server, if one was measured.
    pub(crate) postgres: Option<String>,
    /// Version of the shell, if it was measured.
    pub(crate) sqlite: Option<String>,
    /// All measures.
    pub(crate) series: Vec<Series>,
}

/// What a time is divided by, and how much it may be: PostgreSQL, SQLite.
enum Goal {
    FirstFloor(Option<[f64; 2]>),
    SameFloor([f64; 2]),
    Parse([f64; 2]),
    Variant(&'static str, [f64; 2]),
    Seconds([f64; 2]),
    None,
}

fn goal(variant: &str) -> Goal {
    match variant {
        "first load" => Goal::FirstFloor(Some([1.05, 1.20])),
        "unchanged" => Goal::FirstFloor(Some([0.08, 0.15])),
        "trusted, unchanged" => Goal::Parse([1.0, 1.0]),
        "1 % changed" => Goal::FirstFloor(Some([0.15, 0.20])),
        "all ids fresh" => Goal::SameFloor([1.15, 1.25]),
        "1 % broken" => Goal::Variant("first load", [1.10, 1.10]),
        "1 % edited in target" => Goal::FirstFloor(None),
        "plan, unchanged" => Goal::Variant("unchanged", [1.30, 1.30]),
        "deploy, unchanged" => Goal::Seconds([0.150, 0.100]),
        _ => Goal::None,
    }
}

/// Median of one figure.
fn median(measures: &[Measure], figure: impl Fn(&Measure) -> f64) -> f64 {
    let mut all: Vec<f64> = measures.iter().map(figure).collect();
    all.sort_by(f64::total_cmp);
    match all.len() {
        0 => f64::NAN,
        n if n % 2 == 1 => all[n / 2],
        n => f64::midpoint(all[n / 2 - 1], all[n / 2]),
    }
}

impl Results {
    fn find(&self, like: &Series, variant: &str, contender: Contender) -> Option<&Series> {
        self.series.iter().find(|s| s.backend == like.backend && s.rows == like.rows && s.variant == variant && s.contender == contender)
    }

    /// Writes the table.
    pub(crate) fn markdown(&self) -> String {
        let mut out = format!("Commit {}, {}, {}; load before: {}.", self.commit, self.date, self.machine, self.load_before);
        for (name, version) in [("PostgreSQL", &self.postgres), ("SQLite shell", &self.sqlite)] {
            if let Some(version) = version {
                let _ = write!(out, " {name} {version}.");
            }
        }
        out.push_str("\n\n");
        out.push_str("| database | records | variant | resettle s | floor s | floor, equal rows skipped s | ratio | divided by | target | client CPU s | server CPU s | CPU ratio | client peak MB | server peak MB |\n");
        out.push_str("|---|--:|---|--:|--:|--:|--:|---|--:|--:|--:|--:|--:|--:|\n");
        for series in self.series.iter().filter(|s| s.contender == Contender::Resettle) {
            self.push_row(&mut out, series);
        }
        out
    }

    fn push_row(&self, out: &mut String, series: &Series) {
        let wall = |s: &Series| median(&s.measures, |m| m.wall);
        let cpu = |s: &Series| median(&s.measures, |m| m.client_cpu + m.server_cpu);
        let floor = |contender| self.find(series, series.variant, contender);
        let (base, by, target) = match goal(series.variant) {
            Goal::FirstFloor(target) => (self.find(series, "first load", Contender::Floor), "first load of the floor".to_owned(), target),
            Goal::SameFloor(target) => (floor(Contender::Floor), "floor".to_owned(), Some(target)),
            Goal::Parse(target) => (floor(Contender::Parse), "parsing into values".to_owned(), Some(target)),
            Goal::Variant(variant, target) => {
                (self.find(series, variant, Contender::Resettle), format!("resettle, {variant}"), Some(target))
            }
            Goal::Seconds(target) => (None, "seconds".to_owned(), Some(target)),
            Goal::None => (None, String::new(), None),
        };
        let target = target.map(|[postgres, sqlite]| if series.backend == "postgres" { postgres } else { sqlite });
        let shown =
            |value: Option<f64>, digits: usize| value.filter(|v| v.is_finite()).map_or_else(String::new, |v| format!("{v:.digits$}"));
        let _ = writeln!(
            out,
            "| {} | {} | {} | {:.3} | {} | {} | {} | {by} | {} | {:.2} | {:.2} | {} | {:.0} | {:.0} |",
            series.backend,
            series.rows,
            series.variant,
            wall(series),
            shown(floor(Contender::Floor).map(wall), 3),
            shown(floor(Contender::FloorSkip).map(wall), 3),
            shown(base.map(|base| wall(series) / wall(base)), 2),
            shown(target, 2),
            median(&series.measures, |m| m.client_cpu),
            median(&series.measures, |m| m.server_cpu),
            shown(base.map(|base| cpu(series) / cpu(base)), 2),
            median(&series.measures, |m| m.client_peak_mb),
            median(&series.measures, |m| m.server_peak_mb),
        );
    }
}
