//! How long each stage takes, heard from what a run says of its progress.
//!
//! **Invariant**: everything heard is passed on as it was.

use std::sync::Mutex;
use std::time::Instant;

use tracing::info;

use crate::progress::{Progress, Stage};
use crate::report::StageReport;

/// Seconds of each stage.
#[derive(Default)]
pub(super) struct Clock {
    begun: Mutex<Option<Instant>>,
    stages: Mutex<Vec<StageReport>>,
}

impl Clock {
    /// The stages that ended, in order.
    pub(super) fn stages(&self) -> Vec<StageReport> {
        self.stages.lock().map(|stages| stages.clone()).unwrap_or_default()
    }
}

/// Measures, and passes on.
pub(super) struct Timed<'a> {
    /// Who hears of it.
    pub(super) progress: &'a dyn Progress,
    /// Who measures.
    pub(super) clock: &'a Clock,
}

impl Progress for Timed<'_> {
    fn begin(&self, stage: Stage, total: u64) {
        if let Ok(mut begun) = self.clock.begun.lock() {
            *begun = Some(Instant::now());
        }
        let name: &'static str = stage.into();
        info!(stage = name, total, "begins");
        self.progress.begin(stage, total);
    }

    fn step(&self, what: &str) {
        self.progress.step(what);
    }

    fn read(&self, bytes: u64, records: u64) {
        self.progress.read(bytes, records);
    }

    fn wrote(&self, rows: u64) {
        self.progress.wrote(rows);
    }

    fn note(&self, message: &str) {
        self.progress.note(message);
    }

    fn end(&self, stage: Stage) {
        let seconds = self.clock.begun.lock().ok().and_then(|begun| begun.map(|begun| begun.elapsed().as_secs_f64()));
        if let (Some(seconds), Ok(mut stages)) = (seconds, self.clock.stages.lock()) {
            let name: &'static str = stage.into();
            info!(stage = name, seconds, "ends");
            stages.push(StageReport { stage: name.to_owned(), seconds });
        }
        self.progress.end(stage);
    }
}
