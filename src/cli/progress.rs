//! Progress bars on a terminal.

use std::fmt::Write;
use std::io::IsTerminal;
use std::sync::Mutex;
use std::time::Duration;

use indicatif::{HumanCount, HumanDuration, MultiProgress, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

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

/// The stage that is under way: what it has to go through, and what goes on beside.
#[derive(Default)]
struct Bars(Mutex<Option<Lines>>);

struct Lines {
    /// Bytes of the sources, or tables.
    main: ProgressBar,
    /// Records that are staged while others are read, or rows that are written.
    records: Option<ProgressBar>,
    multi: MultiProgress,
    stage: Stage,
}

/// Frames a second: enough to be alive, too few to flicker.
const FRAMES: u8 = 5;

const READ: &str = "{prefix:>8} [{bar:32}] {bytes}/{total_bytes}, {binary_bytes_per_sec}, {eta} left  {wide_msg}";
const READ_OPEN: &str = "{prefix:>8} {spinner} {bytes}, {binary_bytes_per_sec}  {wide_msg}";
const STEPS: &str = "{prefix:>8} [{bar:32}] {pos}/{len} tables, {elapsed}{left}  {wide_msg}";
const STAGED: &str = "{prefix:>8} {human_pos} records, {rate}/s";
const WRITTEN: &str = "{prefix:>8} {human_pos} rows";

/// Writes the time that the tables to come take, by that of those that are done: the one that is counted last is under way.
fn write_left(state: &ProgressState, out: &mut dyn Write) {
    let (Some(all), done) = (state.len(), state.pos().saturating_sub(1)) else { return };
    if done > 0 && done < all {
        let number = |tables: u64| u32::try_from(tables).unwrap_or(u32::MAX);
        let left = state.elapsed() / number(done) * number(all - done);
        let _ = write!(out, ", {} left", HumanDuration(left));
    }
}

fn line(multi: &MultiProgress, template: &str, name: &'static str, total: Option<u64>) -> ProgressBar {
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> ");
    let style = style.with_key("left", write_left).with_key("rate", |state: &ProgressState, out: &mut dyn Write| {
        // Writing to a line cannot fail.
        let _ = write!(out, "{}", HumanCount(state.pos() * 1000 / u64::try_from(state.elapsed().as_millis()).unwrap_or(u64::MAX).max(1)));
    });
    let bar = total.map_or_else(ProgressBar::no_length, ProgressBar::new).with_style(style).with_prefix(name);
    let bar = multi.add(bar);
    bar.enable_steady_tick(Duration::from_millis(1000 / u64::from(FRAMES)));
    bar
}

impl Lines {
    fn new(stage: Stage, total: u64) -> Self {
        let multi = MultiProgress::with_draw_target(ProgressDrawTarget::stderr_with_hz(FRAMES));
        // Lines are written over, not erased first.
        multi.set_move_cursor(true);
        let template = match stage {
            Stage::Read if total == 0 => READ_OPEN,
            Stage::Read => READ,
            Stage::Resolve | Stage::Write => STEPS,
        };
        let main = line(&multi, template, stage.into(), (total > 0).then_some(total));
        let beside = match stage {
            Stage::Read => Some((STAGED, "stage")),
            Stage::Write => Some((WRITTEN, "")),
            Stage::Resolve => None,
        };
        let records = beside.map(|(template, name)| line(&multi, template, name, None));
        Self { main, records, multi, stage }
    }

    fn end(self) {
        // What is written over nothing stays, so lines that go are erased.
        self.multi.set_move_cursor(false);
        self.records.iter().for_each(ProgressBar::finish_and_clear);
        self.main.finish_and_clear();
        drop(self.multi.clear());
    }
}

impl Bars {
    fn with(&self, act: impl FnOnce(&Lines)) {
        if let Ok(lines) = self.0.lock()
            && let Some(lines) = lines.as_ref()
        {
            act(lines);
        }
    }

    fn replace(&self, lines: Option<Lines>) {
        if let Ok(mut current) = self.0.lock()
            && let Some(old) = std::mem::replace(&mut *current, lines)
        {
            old.end();
        }
    }
}

impl Progress for Bars {
    fn begin(&self, stage: Stage, total: u64) {
        self.replace(None);
        self.replace(Some(Lines::new(stage, total)));
    }

    fn step(&self, what: &str) {
        let what = crate::report::text::escape(what);
        self.with(|lines| {
            lines.main.set_message(what);
            // Tables are counted when they begin, so that a single one is not shown as nothing; bytes are counted by `read`.
            if lines.stage != Stage::Read {
                lines.main.inc(1);
            }
        });
    }

    fn read(&self, bytes: u64, records: u64) {
        self.with(|lines| {
            lines.main.inc(bytes);
            lines.records.iter().for_each(|line| line.inc(records));
        });
    }

    fn wrote(&self, rows: u64) {
        self.with(|lines| lines.records.iter().for_each(|line| line.inc(rows)));
    }

    fn note(&self, message: &str) {
        if let Ok(lines) = self.0.lock() {
            match lines.as_ref() {
                Some(lines) => lines.multi.suspend(|| printer::note(message)),
                None => printer::note(message),
            }
        }
    }

    fn end(&self, _stage: Stage) {
        self.replace(None);
    }
}
