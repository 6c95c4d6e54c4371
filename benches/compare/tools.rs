//! The workload `tools`: variants of one import, each from its own state, beside the database's own client.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rayon::prelude::*;
use serde::Serialize;

use super::generate::{self, Edition};
use super::process::{Measure, measure};
use super::target::{State, Target, resettle};

/// One thing to measure.
pub(crate) struct Variant {
    /// Name in tables and on the command line.
    pub(crate) name: &'static str,
    state: State,
    edition: Edition,
    arguments: &'static [&'static str],
    floors: &'static [Contender],
}

/// Who does the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Contender {
    /// The program under measure.
    Resettle,
    /// The database's own client, all rows upserted.
    Floor,
    /// The same, rows that are equal left alone.
    FloorSkip,
    /// This benchmark, which parses all records into `serde_json::Value` on all cores, and does nothing else.
    Parse,
}

const BOTH: &[Contender] = &[Contender::Floor, Contender::FloorSkip];

/// All variants. The first load comes first: others are compared with it.
pub(crate) const VARIANTS: [Variant; 8] = [
    Variant { name: "first load", state: State::Empty, edition: Edition::Base, arguments: &["import"], floors: &[Contender::Floor] },
    Variant { name: "unchanged", state: State::Loaded, edition: Edition::Base, arguments: &["import"], floors: BOTH },
    Variant {
        name: "trusted, unchanged",
        state: State::Loaded,
        edition: Edition::Base,
        arguments: &["import", "--trust-ledger"],
        floors: &[Contender::Parse],
    },
    Variant { name: "1 % changed", state: State::Loaded, edition: Edition::Changed, arguments: &["import"], floors: BOTH },
    Variant { name: "all ids fresh", state: State::Loaded, edition: Edition::FreshIds, arguments: &["import"], floors: BOTH },
    Variant { name: "1 % broken", state: State::Empty, edition: Edition::Broken, arguments: &["import"], floors: &[] },
    Variant { name: "1 % edited in target", state: State::Edited, edition: Edition::Base, arguments: &["import"], floors: BOTH },
    Variant { name: "plan, unchanged", state: State::Loaded, edition: Edition::Base, arguments: &["plan"], floors: &[] },
];

/// All runs of one contender in one variant.
#[derive(Debug, Serialize)]
pub(crate) struct Series {
    /// Backend.
    pub(crate) backend: &'static str,
    /// Records.
    pub(crate) rows: u64,
    /// Variant.
    pub(crate) variant: &'static str,
    /// Contender.
    pub(crate) contender: Contender,
    /// One a round.
    pub(crate) measures: Vec<Measure>,
}

/// Files of one size.
pub(crate) struct Files {
    folder: PathBuf,
}

impl Files {
    /// Writes `rows` records, in the editions that the variants need whose name contains one of `only` (or all).
    pub(crate) fn make(folder: &Path, rows: u64, only: &[String]) -> Result<Self, Box<dyn Error>> {
        let files = Self { folder: folder.to_owned() };
        for edition in [Edition::Base, Edition::Changed, Edition::FreshIds, Edition::Broken] {
            if edition != Edition::Base && !chosen(only).any(|variant| variant.edition == edition) {
                continue;
            }
            generate::write(&files.json(edition), &files.csv(edition), rows, edition)?;
        }
        Ok(files)
    }

    fn json(&self, edition: Edition) -> PathBuf {
        self.folder.join(edition.name()).with_extension("ndjson")
    }

    fn csv(&self, edition: Edition) -> PathBuf {
        self.folder.join(edition.name()).with_extension("csv")
    }
}

/// Returns the variants whose name contains one of `only`, or all.
fn chosen(only: &[String]) -> impl Iterator<Item = &'static Variant> {
    VARIANTS.iter().filter(move |variant| only.is_empty() || only.iter().any(|name| variant.name.contains(name.as_str())))
}

/// Measures all variants whose name contains one of `only` (or all), `rounds` times, contenders side by side.
pub(crate) fn compare(
    target: &Target<'_>,
    project: &Path,
    files: &Files,
    (rows, rounds): (u64, usize),
    only: &[String],
    say: &mut dyn FnMut(&str),
) -> Result<Vec<Series>, Box<dyn Error>> {
    let states: Vec<State> = chosen(only).map(|variant| variant.state).collect();
    target.make_states(&states, project, &files.json(Edition::Base))?;
    let mut all: Vec<Series> = Vec::new();
    for round in 0..rounds {
        for variant in chosen(only) {
            let mut contenders: Vec<Contender> = [Contender::Resettle].iter().chain(variant.floors).copied().collect();
            let places = contenders.len();
            contenders.rotate_left(round % places);
            let mut rows_of = Vec::new();
            for contender in contenders {
                let measure = run(target, project, files, variant, contender)?;
                say(&format!(
                    "{} {rows} {} {contender:?}: {:.3} s (client {:.2}, server {:.2}, {:.0} MB)",
                    target.name(),
                    variant.name,
                    measure.wall,
                    measure.client_cpu,
                    measure.server_cpu,
                    measure.client_peak_mb
                ));
                if round == 0 && variant.state == State::Empty && !variant.floors.is_empty() {
                    rows_of.push(target.rows()?);
                }
                let series = all.iter_mut().find(|s| s.variant == variant.name && s.contender == contender);
                match series {
                    Some(series) => series.measures.push(measure),
                    None => all.push(Series { backend: target.name(), rows, variant: variant.name, contender, measures: vec![measure] }),
                }
            }
            if rows_of.iter().any(|other| *other != rows_of[0]) {
                return Err(format!("{}: the contenders came to different rows: {rows_of:?}", target.name()).into());
            }
        }
    }
    Ok(all)
}

fn run(target: &Target<'_>, project: &Path, files: &Files, variant: &Variant, contender: Contender) -> Result<Measure, Box<dyn Error>> {
    target.restore(variant.state)?;
    let mut command = match contender {
        Contender::Resettle => {
            let mut command = resettle(project, &target.url("work"));
            command.args(variant.arguments).arg(files.json(variant.edition));
            command
        }
        Contender::Floor => target.floor(&files.csv(variant.edition), false)?,
        Contender::FloorSkip => target.floor(&files.csv(variant.edition), true)?,
        Contender::Parse => {
            let mut command = Command::new(std::env::current_exe()?);
            command.args(["--bench", "--parse"]).arg(files.json(variant.edition));
            command
        }
    };
    let good: &[i32] = if variant.edition == Edition::Broken { &[1] } else { &[0] };
    measure(&mut command, target.server(), good)
}

/// Parses a file of one record a line, in parallel; returns how many records it has.
pub(crate) fn parse(file: &Path) -> Result<usize, Box<dyn Error>> {
    let text = fs::read(file)?;
    let records: Vec<&[u8]> = text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).collect();
    let parsed = records.par_iter().map(|line| serde_json::from_slice::<serde_json::Value>(line).map(drop));
    parsed.collect::<Result<Vec<()>, _>>().map(|records| records.len()).map_err(Into::into)
}
