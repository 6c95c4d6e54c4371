//! Runs a command as a process of its own and measures it: wall time, processor time of client and server apart, peak memory.

use std::error::Error;
use std::fs::{self, File};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use serde::Serialize;
use wait4::Wait4;

/// How often the server's memory is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(10);

/// How long the process of a connection may take to end.
const ENDING: Duration = Duration::from_secs(2);

/// Ticks of processor time a second in `/proc`, the same on every Linux that a user sees.
#[expect(clippy::cast_precision_loss, reason = "ticks of a few hours")]
fn seconds_of_ticks(ticks: u64) -> f64 {
    ticks as f64 / 100.0
}

/// What one run of a command took.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Measure {
    /// Seconds from start to end.
    pub(crate) wall: f64,
    /// Seconds of processor time of the command, user and system.
    pub(crate) client_cpu: f64,
    /// The same of the database server, 0 where there is none.
    pub(crate) server_cpu: f64,
    /// Peak of the command's resident memory, in MB of 1,000,000 bytes.
    pub(crate) client_peak_mb: f64,
    /// Peak of the private memory of one server process, without what all processes share.
    pub(crate) server_peak_mb: f64,
    /// Exit code.
    pub(crate) code: i32,
}

/// Runs `command` and measures it; `server` is the process that all server processes have as parent.
///
/// Exit codes other than those of `good` are errors that say what the command printed.
pub(crate) fn measure(command: &mut Command, server: Option<u32>, good: &[i32]) -> Result<Measure, Box<dyn Error>> {
    let log = tempfile::tempdir()?;
    let (out, err) = (log.path().join("out"), log.path().join("err"));
    command.stdin(Stdio::null()).stdout(File::create(&out)?).stderr(File::create(&err)?);
    let (done, peak) = (AtomicBool::new(false), AtomicU64::new(0));
    let before = server.map_or(0, server_ticks);
    let processes = server.map(children).unwrap_or_default();
    let begun = Instant::now();
    let ended = std::thread::scope(|scope| {
        if let Some(server) = server {
            let (done, peak) = (&done, &peak);
            scope.spawn(move || {
                while !done.load(Ordering::Relaxed) {
                    peak.fetch_max(server_memory(server), Ordering::Relaxed);
                    std::thread::sleep(LOOK_EVERY);
                }
            });
        }
        let ended = command.spawn().and_then(|mut child| child.wait4());
        let wall = begun.elapsed();
        done.store(true, Ordering::Relaxed);
        ended.map(|use_of| (wall, use_of))
    });
    let (wall, ended) = ended?;
    // The process of a connection ends after its client, and in between its time would be found neither with the living nor with the ended.
    let limit = Instant::now() + ENDING;
    while server.is_some_and(|server| children(server).iter().any(|id| !processes.contains(id))) && Instant::now() < limit {
        std::thread::sleep(LOOK_EVERY);
    }
    let after = server.map_or(0, server_ticks);
    let code = ended.status.code().unwrap_or(-1);
    if !good.contains(&code) {
        let (out, err) = (fs::read_to_string(out)?, fs::read_to_string(err)?);
        return Err(format!("{command:?} ended with {code}:\n{out}\n{err}").into());
    }
    Ok(Measure {
        wall: wall.as_secs_f64(),
        client_cpu: (ended.rusage.utime + ended.rusage.stime).as_secs_f64(),
        server_cpu: seconds_of_ticks(after.saturating_sub(before)),
        client_peak_mb: megabytes(ended.rusage.maxrss),
        server_peak_mb: megabytes(peak.into_inner()),
        code,
    })
}

#[expect(clippy::cast_precision_loss, reason = "memory of one machine")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// Runs a command that is not measured, and returns what it prints.
pub(crate) fn run(command: &mut Command) -> Result<String, Box<dyn Error>> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("cannot run {command:?}: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
    }
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    Err(format!("{command:?} failed:\n{out}\n{err}").into())
}

/// Processor time of a server: its own, that of ended children, that of living ones.
fn server_ticks(server: u32) -> u64 {
    let own: u64 = stat(server).iter().skip(11).take(4).sum();
    children(server).into_iter().map(|child| stat(child).iter().skip(11).take(2).sum::<u64>()).sum::<u64>() + own
}

/// Private memory of the biggest child, in bytes.
fn server_memory(server: u32) -> u64 {
    children(server).into_iter().map(private_memory).max().unwrap_or(0)
}

fn private_memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"));
    line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse::<u64>().ok()).unwrap_or(0) * 1024
}

fn children(server: u32) -> Vec<u32> {
    let text = fs::read_to_string(format!("/proc/{server}/task/{server}/children")).unwrap_or_default();
    text.split_whitespace().filter_map(|id| id.parse().ok()).collect()
}

/// The numbers of `/proc/ID/stat` from the state on; what is no number is 0.
fn stat(process: u32) -> Vec<u64> {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let rest = text.rsplit_once(')').map_or("", |(_, rest)| rest);
    rest.split_whitespace().map(|field| field.parse().unwrap_or(0)).collect()
}
