//! What the library says while it works; silent by default.
//!
//! **Invariant**: nothing here writes anywhere; bars live in the binary.

/// Stages of a run, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Stage {
    /// Reading, normalizing and staging the sources.
    Read,
    /// Binding records to rows and judging the final state.
    Resolve,
    /// Writing rows and ledger.
    Write,
}

/// Hears how far a run is.
pub trait Progress: Sync {
    /// A stage begins; `total` is in bytes of input for [`Stage::Read`], else in tables; 0 where unknown.
    fn begin(&self, stage: Stage, total: u64) {
        let _ = (stage, total);
    }

    /// Work on a table (or source) begins.
    fn step(&self, what: &str) {
        let _ = what;
    }

    /// So many bytes were read and records staged. Both go on side by side, so a call says one of the two.
    fn read(&self, bytes: u64, records: u64) {
        let _ = (bytes, records);
    }

    /// So many rows more were written.
    fn wrote(&self, rows: u64) {
        let _ = rows;
    }

    /// Something that a person should know at once, such as what is waited for.
    fn note(&self, message: &str) {
        let _ = message;
    }

    /// A stage ends.
    fn end(&self, stage: Stage) {
        let _ = stage;
    }
}

/// Says nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {}
