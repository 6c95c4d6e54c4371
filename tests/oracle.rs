//! Random histories, run through the library on real databases and held against the oracle of [`crate::support::oracle`].
//!
//! A history is a few tables with rows made by hand, and three exports. After each export every record must have met the fate that the oracle says, and
//! the tables must hold what it says; one of the exports, imported once more, must change nothing. In every tenth history all three are imported once more, a plan
//! and a rehearsal come before each import and must say the same, and a plan that looks at every record comes after it.
//!
//! `RESETTLE_HISTORIES` sets the number of histories, `RESETTLE_SEED` the seed of the first one; a failure names its seed and shows the smallest history
//! found that fails alike.

mod arena;
mod history;
mod roots;
mod self_check;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;

use arena::Arena;
use history::{Mismatch, Steps, Way};

use crate::support::oracle::{Backend, Case, Features, Rigid, shrink};

/// Histories without further wish: together some minutes of two processors.
const SQLITE_HISTORIES: u64 = 20_000;
const POSTGRES_HISTORIES: u64 = 2_000;

/// Seed of the first history; the next ones follow it.
const FIRST_SEED: u64 = 1;

#[test]
fn sqlite_does_what_the_oracle_says() {
    hold(SQLITE_HISTORIES, &|_| Arena::sqlite());
}

#[test]
fn postgres_does_what_the_oracle_says() {
    match std::env::var("RESETTLE_TEST_POSTGRES") {
        Ok(server) => hold(POSTGRES_HISTORIES, &|worker| Arena::postgres(&server, worker)),
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
fn hold(histories: u64, arena: &(dyn Fn(usize) -> Arena + Sync)) {
    let first = number("RESETTLE_SEED", FIRST_SEED);
    let end = first + number("RESETTLE_HISTORIES", histories);
    let (next, failed) = (AtomicU64::new(first), AtomicBool::new(false));
    let failures: Mutex<Vec<(u64, Mismatch)>> = Mutex::new(Vec::new());
    let work = &|worker: usize| {
        let mut arena = arena(worker);
        while !failed.load(Ordering::Relaxed) {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= end {
                break;
            }
            let case = case(arena.backend(), seed);
            if let Err(mismatch) = history::run(&mut arena, &case, way(seed)) {
                failed.store(true, Ordering::Relaxed);
                failures.lock().expect("no worker panics with the lock").push((seed, mismatch));
            }
        }
    };
    thread::scope(|scope| {
        let workers = thread::available_parallelism().map_or(1, std::num::NonZero::get);
        (0..workers).for_each(|worker| drop(scope.spawn(move || work(worker))));
    });
    let mut failures = failures.into_inner().expect("no worker panics with the lock");
    failures.sort_by_key(|(seed, _)| *seed);
    if let Some((seed, mismatch)) = failures.into_iter().next() {
        panic!("{}", explain(&mut arena(0), seed, &mismatch));
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
