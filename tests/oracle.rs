//! Random histories, run through the library on real databases and held against the oracle of [`crate::support::oracle`].
//!
//! A history is a few tables with rows made by hand, and three exports. After each export every record must have met the fate that the oracle says, and
//! the tables must hold what it says; one of the exports, imported once more, must change nothing. In every tenth history all three are imported once more, a plan
//! and a rehearsal come before each import and must say the same, and a plan that looks at every record comes after it.
//!
//! `RESETTLE_HISTORIES` sets the number of histories, `RESETTLE_SEED` the seed of the first one; a failure names its seed and shows the smallest history
//! found that fails alike. One that does not end fails too.

mod arena;
mod history;
mod roots;
mod self_check;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use arena::Arena;
use history::{Mismatch, Steps, Way};

use crate::support::oracle::{Backend, Case, Features, Rigid, shrink};

/// Histories without further wish: together some minutes of two processors.
const SQLITE_HISTORIES: u64 = 20_000;
const POSTGRES_HISTORIES: u64 = 2_000;

/// Seed of the first history; the next ones follow it.
const FIRST_SEED: u64 = 1;

/// A history, which takes a fraction of a second, does not end any more after this.
const ENDLESS: Duration = Duration::from_secs(5 * 60);

#[test]
fn sqlite_does_what_the_oracle_says() {
    hold(SQLITE_HISTORIES, |_| Arena::sqlite());
}

#[test]
fn postgres_does_what_the_oracle_says() {
    match std::env::var("RESETTLE_TEST_POSTGRES") {
        Ok(server) => hold(POSTGRES_HISTORIES, move |worker| Arena::postgres(&server, worker)),
        Err(_) => assert!(
            std::env::var_os("RESETTLE_TEST_SKIP_POSTGRES").is_some(),
            "`RESETTLE_TEST_POSTGRES` names no server: run `scripts/test`"
        ),
    }
}

/// Returns the number that an environment variable holds.
fn number(variable: &str, default: u64) -> u64 {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// Makes the history of a seed: every fourth one of the plainest kind, where a mistake shows best, another fourth with circles of tables, and every eighth with keys
/// that cannot hold another value for a moment, where the database has a way for them. Every third one begins with empty tables.
fn case(backend: Backend, seed: u64) -> Case {
    let all = Features { nulls_not_distinct: backend == Backend::Postgres, ..Features::PROGRAM };
    let rigid_keys = if backend == Backend::Postgres { Rigid::OfLeaves } else { Rigid::Everywhere };
    let features = match seed % 8 {
        0 | 4 => Features::PLAIN,
        1 | 5 => Features { circular: true, ..all },
        6 => Features { rigid_keys, ..all },
        _ => all,
    };
    let mut case = Case::random(seed, features);
    if seed % 3 == 2 {
        case.initial.tables.iter_mut().for_each(BTreeMap::clear);
        if let Some(first) = case.steps.first_mut() {
            first.hand.clear();
        }
    }
    case
}

/// How the history of a seed is run: one of its exports is imported twice; in every tenth all are, after plans and rehearsals. In every third, imports commit
/// in steps of one to three rows, and most of them are interrupted.
fn way(seed: u64) -> Way {
    let steps = Steps { rows: 1 + seed / 3 % 3, stop_after: usize::try_from(seed / 9 % 4).ok().filter(|steps| *steps > 0) };
    let steps = Some(steps).filter(|_| seed % 3 == 1);
    if seed.is_multiple_of(10) { Way::WHOLE } else { Way { repeated: usize::try_from(seed % 3).ok(), rehearsed: false, steps } }
}

/// Runs as many histories on all processors; the first one that fails is made small and shown.
fn hold(histories: u64, arena: impl Fn(usize) -> Arena + Send + Sync + 'static) {
    let first = number("RESETTLE_SEED", FIRST_SEED);
    let end = first + number("RESETTLE_HISTORIES", histories);
    let work =
        Arc::new(Work { arena: Box::new(arena), next: AtomicU64::new(first), end, under_way: Mutex::default(), failed: Mutex::default() });
    let workers = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let started = |worker: usize| {
        let work = Arc::clone(&work);
        thread::spawn(move || work.on(worker))
    };
    let mut workers: Vec<_> = (0..workers).map(started).collect();
    while !workers.is_empty() {
        thread::sleep(Duration::from_millis(100));
        for done in workers.extract_if(.., |worker| worker.is_finished()) {
            done.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        }
        // A thread cannot be ended from outside: it is left to itself.
        assert_eq!(work.endless(), None, "the history of this seed (`RESETTLE_SEED`) is still under way after {} s", ENDLESS.as_secs());
    }
    let failures = std::mem::take(&mut *work.failed.lock().expect("no worker panics with the lock"));
    if let Some((seed, mismatch)) = failures.into_iter().next() {
        panic!("{}", explain(&mut (work.arena)(0), seed, &mismatch));
    }
}

/// Histories of several workers.
struct Work {
    arena: Box<dyn Fn(usize) -> Arena + Send + Sync>,
    /// The next seed, and the first one that is none of these.
    next: AtomicU64,
    end: u64,
    /// The seed that each worker is at, and since when.
    under_way: Mutex<BTreeMap<usize, (u64, Instant)>>,
    failed: Mutex<BTreeMap<u64, Mismatch>>,
}

impl Work {
    /// Runs one history after the other until there are no more, or one failed.
    fn on(&self, worker: usize) {
        let mut arena = (self.arena)(worker);
        while self.failed.lock().expect("no worker panics with the lock").is_empty() {
            let seed = self.next.fetch_add(1, Ordering::Relaxed);
            if seed >= self.end {
                break;
            }
            self.note(worker, Some(seed));
            let case = case(arena.backend(), seed);
            if let Err(mismatch) = history::run(&mut arena, &case, way(seed)) {
                self.failed.lock().expect("no worker panics with the lock").insert(seed, mismatch);
            }
        }
        self.note(worker, None);
    }

    fn note(&self, worker: usize, seed: Option<u64>) {
        let mut under_way = self.under_way.lock().expect("no worker panics with the lock");
        match seed {
            Some(seed) => drop(under_way.insert(worker, (seed, Instant::now()))),
            None => drop(under_way.remove(&worker)),
        }
    }

    /// Returns the seed of a history that does not end.
    fn endless(&self) -> Option<u64> {
        let under_way = self.under_way.lock().expect("no worker panics with the lock");
        under_way.values().find(|(_, since)| since.elapsed() > ENDLESS).map(|(seed, _)| *seed)
    }
}

/// Makes a failing history small and describes it.
fn explain(arena: &mut Arena, seed: u64, first: &Mismatch) -> String {
    let backend = arena.backend();
    let arena = std::cell::RefCell::new(arena);
    // What takes longer is needed only to see what it showed.
    let way = Way { repeated: None, ..way(seed) };
    let run = |case: &Case| history::run(&mut arena.borrow_mut(), case, way);
    let small = shrink(case(backend, seed), &|case| run(case).is_err_and(|mismatch| mismatch.what == first.what));
    let shown = run(&small).err().unwrap_or_else(|| first.clone());
    format!("seed {seed} (`RESETTLE_SEED={seed} RESETTLE_HISTORIES=1`): {shown}\n{}", small.describe())
}
