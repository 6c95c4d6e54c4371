//! One run at a time: the locks that runs and migrations take, and how they are waited for.
//!
//! On PostgreSQL a lock is an advisory lock of a transaction that stays open, on a connection of its own: it ends with the connection, whatever kills it, and
//! it works behind a proxy that pools transactions, where a lock of a session would stay behind. On SQLite the writing transaction itself is the lock.
//!
//! **Invariant**: nothing is held while waiting: neither a snapshot nor a transaction that others would have to wait for.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

use tracing::info;

use super::statement::{Statement, literal};
use super::{Access, DatabaseError, DatabaseErrorKind, Session, TargetUrl, connect};
use crate::catalog::BackendKind;

/// Key of the lock of a run on PostgreSQL: `resetrun` in ASCII.
const RUN_KEY: i64 = i64::from_be_bytes(*b"resetrun");

/// Key of the lock of migrations on PostgreSQL: `resettle` in ASCII.
const MIGRATIONS_KEY: i64 = i64::from_be_bytes(*b"resettle");

/// First and longest pause between two attempts.
const PAUSES: (Duration, Duration) = (Duration::from_millis(10), Duration::from_millis(200));

/// What waits shorter than this is not spoken of.
const SILENT: Duration = Duration::from_millis(300);

/// How long an attempt to lock tables may hold up others that come behind it.
const ATTEMPT_MILLIS: u64 = 500;

/// How long to wait for what another process holds, and who is told of it.
pub struct Waiting<'a> {
    limit: Duration,
    tell: &'a dyn Fn(&str),
}

impl<'a> Waiting<'a> {
    /// Waits at most `limit` for each lock.
    #[must_use]
    pub fn new(limit: Duration, tell: &'a dyn Fn(&str)) -> Self {
        Self { limit, tell }
    }

    /// Waits a minute and tells nobody.
    #[must_use]
    pub fn silent() -> Self {
        Self { limit: Duration::from_secs(60), tell: &|_| {} }
    }

    /// Repeats an attempt until it succeeds; `holder` says what stands in the way.
    ///
    /// # Errors
    /// What an attempt fails with, or [`DatabaseErrorKind::Locked`] after the limit.
    pub fn until<T, E: From<DatabaseError>>(
        &self,
        holder: &dyn Fn() -> String,
        attempt: &mut dyn FnMut() -> Result<Option<T>, E>,
    ) -> Result<T, E> {
        let begun = Instant::now();
        let (mut pause, longest) = PAUSES;
        let mut is_told = false;
        loop {
            if let Some(value) = attempt()? {
                if pause > PAUSES.0 {
                    info!(seconds = begun.elapsed().as_secs_f64(), "waited for a lock");
                }
                return Ok(value);
            }
            let waited = begun.elapsed();
            if waited >= self.limit {
                let seconds = self.limit.as_secs();
                let message = format!("{}, and waiting for it ended after {seconds} s (see `--lock-timeout`)", holder());
                return Err(DatabaseError::new(DatabaseErrorKind::Locked, message).into());
            }
            if !is_told && waited >= SILENT {
                (self.tell)(&format!("{}; waiting for it, at most {} s", holder(), self.limit.as_secs()));
                is_told = true;
            }
            std::thread::sleep(pause.min(self.limit.saturating_sub(waited)));
            pause = longest.min(pause * 2);
        }
    }

    /// Time limit in the unit of the databases' own settings; never the 0 that means "for ever".
    pub(crate) fn millis(&self) -> u128 {
        self.limit.as_millis().clamp(1, 2_000_000_000)
    }
}

/// Turns "locked" into "not yet".
///
/// # Errors
/// Any other one.
pub fn unless_locked<T>(result: Result<T, DatabaseError>) -> Result<Option<T>, DatabaseError> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind == DatabaseErrorKind::Locked => Ok(None),
        Err(error) => Err(error),
    }
}

/// A held lock; it ends with this value, or with the process.
pub struct Lock {
    _session: Option<Box<dyn Session>>,
}

/// Waits for the lock that lets one run at a time work on a database, before anything is looked at. On SQLite there is none: see [`begin_writing`].
///
/// # Errors
/// A lock that is held for too long, or a database that cannot be reached.
pub fn of_run(target: &TargetUrl, waiting: &Waiting<'_>) -> Result<Lock, DatabaseError> {
    hold(target, RUN_KEY, "another run", waiting)
}

/// Waits for the lock that lets one process at a time apply migrations. On SQLite there is none.
///
/// # Errors
/// As for [`of_run`].
pub(crate) fn of_migrations(target: &TargetUrl, waiting: &Waiting<'_>) -> Result<Lock, DatabaseError> {
    hold(target, MIGRATIONS_KEY, "another process that applies migrations", waiting)
}

/// How a run holds the folder of a SQLite file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// Beside other runs, which wait for the file itself.
    Shared,
    /// Alone: the run has several transactions, and no other run may come in between.
    Alone,
}

/// Waits until no run of several transactions works in the folder of a SQLite file, or until this one is alone there. Elsewhere [`of_run`] does that.
///
/// # Errors
/// A lock that is held for too long; for [`Hold::Alone`], a folder that cannot be locked.
pub fn of_folder(target: &TargetUrl, hold: Hold, waiting: &Waiting<'_>) -> Result<Option<File>, DatabaseError> {
    let Some(path) = target.file() else { return Ok(None) };
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    match (lock_folder(folder, hold, waiting), hold) {
        (Ok(file), _) => Ok(Some(file)),
        (Err(Failed::Database(error)), _) => Err(error),
        // Where folders cannot be locked, no run is alone.
        (Err(Failed::Folder(_)), Hold::Shared) => Ok(None),
        (Err(Failed::Folder(source)), Hold::Alone) => {
            let message = format!("cannot lock the folder `{}`, as a run of several transactions has to: {source}", folder.display());
            Err(DatabaseError::new(DatabaseErrorKind::Other, message))
        }
    }
}

fn lock_folder(folder: &Path, hold: Hold, waiting: &Waiting<'_>) -> Result<File, Failed> {
    let file = File::open(folder)?;
    let describe = || format!("another run works on a database in the folder `{}`", folder.display());
    let mut once = || match if hold == Hold::Alone { file.try_lock() } else { file.try_lock_shared() } {
        Ok(()) => Ok(Some(())),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(source)) => Err(Failed::Folder(source)),
    };
    waiting.until(&describe, &mut once)?;
    Ok(file)
}

/// Why a folder was not locked.
enum Failed {
    Folder(std::io::Error),
    Database(DatabaseError),
}

impl From<std::io::Error> for Failed {
    fn from(source: std::io::Error) -> Self {
        Self::Folder(source)
    }
}

impl From<DatabaseError> for Failed {
    fn from(error: DatabaseError) -> Self {
        Self::Database(error)
    }
}

/// Says whether the transactions of a connection can come to different connections of the server, as behind a proxy that pools transactions.
///
/// Such a proxy gives the connection of the server that was free last to whoever begins a transaction: so another one takes it away.
///
/// # Errors
/// A database that cannot be reached.
pub fn is_pooled(session: &mut dyn Session, target: &TargetUrl) -> Result<bool, DatabaseError> {
    if session.kind() == BackendKind::Sqlite {
        return Ok(false);
    }
    let pid = |session: &mut dyn Session| session.rows(&Statement::new("SELECT CAST(pg_backend_pid() AS TEXT)"));
    let before = pid(session)?;
    let mut other = connect(target, Access::ReadOnly)?;
    for _ in 0..POOLED_LOOKS {
        if before == pid(other.as_mut())? || before != pid(session)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How often is looked for a proxy: in a crowd, a connection may have come back by chance.
const POOLED_LOOKS: usize = 8;

fn hold(target: &TargetUrl, key: i64, who: &str, waiting: &Waiting<'_>) -> Result<Lock, DatabaseError> {
    if target.kind() == BackendKind::Sqlite {
        return Ok(Lock { _session: None });
    }
    let mut session = connect(target, Access::ReadWrite)?;
    let held_by = std::cell::RefCell::new(String::new());
    let describe = || format!("{who}{} works on this database", held_by.borrow());
    waiting.until(&describe, &mut || {
        // The timeouts of a role or a server are not meant for a connection that does nothing but hold a lock.
        super::postgres::begin(session.as_mut(), "BEGIN ISOLATION LEVEL READ COMMITTED")?;
        session.batch(&format!(
            "SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL application_name = 'resettle (process {})'; {}",
            std::process::id(),
            super::postgres::WITHOUT_END
        ))?;
        let locked = session.rows(&Statement::new(format!("SELECT '1' WHERE pg_try_advisory_xact_lock({key})")))?;
        if !locked.is_empty() {
            // The answer's portal keeps its snapshot until the next statement, and an index that a migration makes concurrently would wait for it.
            session.batch("SET LOCAL statement_timeout = 0")?;
            return Ok(Some(()));
        }
        *held_by.borrow_mut() = holder_of(session.as_mut(), key)?;
        session.batch("ROLLBACK")?;
        Ok::<_, DatabaseError>(None)
    })?;
    info!(key, "holds the lock of the database");
    Ok(Lock { _session: Some(session) })
}

/// Says which connection holds an advisory lock, as far as the server lets this role know.
fn holder_of(session: &mut dyn Session, key: i64) -> Result<String, DatabaseError> {
    let (high, low) = (key >> 32 & 0xffff_ffff, key & 0xffff_ffff);
    described(
        session,
        &format!(
            "l.locktype = 'advisory' AND l.classid = {high} AND l.objid = {low} AND l.objsubid = 1 \
             AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = current_database())"
        ),
    )
}

fn described(session: &mut dyn Session, condition: &str) -> Result<String, DatabaseError> {
    let rows = session.rows(&Statement::new(format!(
        "SELECT 'pid ' || l.pid || COALESCE(', ' || NULLIF(a.application_name, ''), '') || COALESCE(', from ' || host(a.client_addr), '') \
         || COALESCE(', since ' || to_char(a.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC', '') \
         FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid \
         WHERE l.granted AND l.pid <> pg_backend_pid() AND {condition} ORDER BY a.xact_start LIMIT 1"
    )))?;
    let found = rows.into_iter().next().and_then(|row| row.into_iter().next()).flatten();
    Ok(found.map_or_else(String::new, |text| format!(" ({text})")))
}

/// Begins a transaction that reads one state of the database; nothing waits for it but, on SQLite without write-ahead log, a writer's end.
///
/// # Errors
/// Whatever the database says.
pub fn begin_reading(session: &mut dyn Session, waiting: &Waiting<'_>) -> Result<(), DatabaseError> {
    match session.kind() {
        BackendKind::Sqlite => session.batch(&format!("PRAGMA busy_timeout = {}; BEGIN", waiting.millis())),
        BackendKind::Postgres => {
            // A connection that only reads has begun a transaction already.
            super::postgres::begin(session, "ROLLBACK; BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE")?;
            super::postgres::settle_in(session)
        }
    }
}

/// Begins a transaction that writes. On SQLite it is the lock that lets one run at a time work on the file.
///
/// # Errors
/// A lock that is held for too long, or whatever else the database says.
pub fn begin_writing(session: &mut dyn Session, waiting: &Waiting<'_>) -> Result<(), DatabaseError> {
    if session.kind() == BackendKind::Postgres {
        super::postgres::begin(session, "BEGIN")?;
        super::postgres::settle_in(session)?;
        return session.batch(&format!("SET LOCAL lock_timeout = {}", waiting.millis()));
    }
    session.batch("PRAGMA busy_timeout = 100")?;
    // A transaction that reads first and then writes would be refused where another one wrote in between.
    let describe = || "another process writes to this file".to_owned();
    waiting.until(&describe, &mut || unless_locked(session.batch("BEGIN IMMEDIATE")))?;
    session.batch(&format!("PRAGMA busy_timeout = {}", waiting.millis()))
}

/// Ends a transaction. On SQLite a reader may keep the end of a writer waiting.
///
/// # Errors
/// Whatever the database says; then nothing was written.
pub fn commit(session: &mut dyn Session, waiting: &Waiting<'_>) -> Result<(), DatabaseError> {
    match session.kind() {
        BackendKind::Postgres => session.batch("COMMIT"),
        BackendKind::Sqlite => {
            session.batch("PRAGMA busy_timeout = 100")?;
            let describe = || "another process reads this file".to_owned();
            waiting.until(&describe, &mut || unless_locked(session.batch("COMMIT")))
        }
    }
}

/// Keeps other writers out of tables until the transaction ends; readers go on. Takes back what it holds between attempts, so that it is never part of a deadlock
/// for long.
///
/// # Errors
/// A lock that is held for too long, or a missing privilege.
pub(crate) fn tables(session: &mut dyn Session, tables: &[&str], waiting: &Waiting<'_>) -> Result<(), DatabaseError> {
    if session.kind() == BackendKind::Sqlite || tables.is_empty() {
        return Ok(());
    }
    let list = tables.join(", ");
    let regclasses: Vec<String> = tables.iter().map(|table| format!("CAST({} AS regclass)", literal(table))).collect();
    let writers = format!(
        "l.locktype = 'relation' AND l.relation IN ({}) AND l.mode IN ('RowExclusiveLock', 'ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', \
         'ExclusiveLock', 'AccessExclusiveLock')",
        regclasses.join(", ")
    );
    let held_by = std::cell::RefCell::new(String::new());
    let describe = || format!("another writer{} works on the tables of this run", held_by.borrow());
    waiting.until(&describe, &mut || {
        session.batch(&format!("SAVEPOINT resettle_lock; SET LOCAL lock_timeout = {ATTEMPT_MILLIS}"))?;
        match session.batch(&format!("LOCK TABLE {list} IN SHARE ROW EXCLUSIVE MODE")) {
            Ok(()) => session.batch("RELEASE SAVEPOINT resettle_lock").map(Some),
            Err(error) if matches!(error.kind, DatabaseErrorKind::Locked | DatabaseErrorKind::Retry) => {
                session.batch("ROLLBACK TO SAVEPOINT resettle_lock; RELEASE SAVEPOINT resettle_lock")?;
                *held_by.borrow_mut() = described(session, &writers)?;
                Ok(None)
            }
            Err(error) => Err(error),
        }
    })?;
    session.batch(&format!("SET LOCAL lock_timeout = {}", waiting.millis()))
}

#[cfg(test)]
mod tests {
    use std::cell::{Cell, RefCell};

    use super::*;

    fn until(limit_millis: u64, successes_after: u32) -> (Result<u32, DatabaseError>, Vec<String>) {
        let told = RefCell::new(Vec::new());
        let attempts = Cell::new(0);
        let tell = |text: &str| told.borrow_mut().push(text.to_owned());
        let waiting = Waiting::new(Duration::from_millis(limit_millis), &tell);
        let result = waiting.until(&|| "somebody works".to_owned(), &mut || {
            attempts.set(attempts.get() + 1);
            Ok((attempts.get() > successes_after).then(|| attempts.get()))
        });
        (result, told.into_inner())
    }

    #[test]
    fn waits_tells_once_and_gives_up() {
        assert!(matches!(until(0, 0), (Ok(1), told) if told.is_empty()));
        assert!(matches!(until(5_000, 3), (Ok(4), told) if told.is_empty()), "short waits are not told");
        assert!(matches!(until(5_000, 7), (Ok(8), told) if told == ["somebody works; waiting for it, at most 5 s"]));
        let (result, _) = until(30, u32::MAX);
        let error = result.unwrap_err();
        assert_eq!(error.kind, DatabaseErrorKind::Locked);
        assert_eq!(error.message, "somebody works, and waiting for it ended after 0 s (see `--lock-timeout`)");
    }

    #[test]
    fn a_second_writer_waits_for_the_first_on_sqlite() {
        let folder = tempfile::tempdir().unwrap();
        let target = TargetUrl::parse(&format!("sqlite:{}", folder.path().join("t.db").display())).unwrap();
        let mut first = connect(&target, Access::ReadWrite).unwrap();
        let mut second = connect(&target, Access::ReadWrite).unwrap();
        begin_writing(first.as_mut(), &Waiting::silent()).unwrap();
        let short = Waiting::new(Duration::from_millis(150), &|_| {});
        let error = begin_writing(second.as_mut(), &short).unwrap_err();
        assert!(error.kind == DatabaseErrorKind::Locked && error.message.starts_with("another process writes to this file"), "{error}");
        let freed = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(200));
            commit(first.as_mut(), &Waiting::silent())
        });
        begin_writing(second.as_mut(), &Waiting::silent()).unwrap();
        freed.join().unwrap().unwrap();
    }
}
