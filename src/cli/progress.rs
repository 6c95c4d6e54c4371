//! Progress bars on a terminal.

use std::io::IsTerminal;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::{logs, printer};
use crate::progress::{Progress, Stage};

/// Returns bars where stderr is a terminal and no log, else notes alone.
pub(super) fn choose() -> Box<dyn Progress> {
    if std::io::stderr().is_terminal() && !logs::are_wanted() { Box::new(Bars::default()) } else { Box::new(Notes) }
}

/// What a log should have: no bars.
struct Notes;

impl Progress for Notes {
    fn note(&self, message: &str) {
        printer::note(message);
    }
}

/// One bar at a time: the stage that is under way.
#[derive(Default)]
struct Bars {
    bar: Mutex<Option<ProgressBar>>,
    records: AtomicU64,
}

const READ: &str = "{prefix:>8} [{bar:32}] {bytes}/{total_bytes} {binary_bytes_per_sec} eta {eta} {wide_msg}";
const STEPS: &str = "{prefix:>8} [{bar:32}] {pos}/{len} tables {wide_msg}";

impl Bars {
    fn with(&self, act: impl FnOnce(&ProgressBar)) {
        if let Ok(bar) = self.bar.lock()
            && let Some(bar) = bar.as_ref()
        {
            act(bar);
        }
    }
}

impl Progress for Bars {
    fn begin(&self, stage: Stage, total: u64) {
        let template = if stage == Stage::Read { READ } else { STEPS };
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> ");
        let name: &'static str = stage.into();
        let bar = ProgressBar::new(total).with_style(style).with_prefix(name);
        bar.enable_steady_tick(Duration::from_millis(200));
        if let Ok(mut current) = self.bar.lock() {
            *current = Some(bar);
        }
    }

    fn step(&self, what: &str) {
        let what = crate::report::text::escape(what);
        self.with(|bar| {
            bar.set_message(what);
            // Tables are counted when they begin, so that a single one is not shown as nothing; bytes are counted by `read`.
            if bar.prefix() != "read" {
                bar.inc(1);
            }
        });
    }

    fn read(&self, bytes: u64, records: u64) {
        self.records.fetch_add(records, Ordering::Relaxed);
        self.with(|bar| bar.inc(bytes));
    }

    fn note(&self, message: &str) {
        if let Ok(bar) = self.bar.lock() {
            match bar.as_ref() {
                Some(bar) => bar.suspend(|| printer::note(message)),
                None => printer::note(message),
            }
        }
    }

    fn end(&self, _stage: Stage) {
        if let Ok(mut current) = self.bar.lock()
            && let Some(bar) = current.take()
        {
            bar.finish_and_clear();
        }
    }
}
