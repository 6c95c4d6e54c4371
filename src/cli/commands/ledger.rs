//! `resettle ledger`.

use std::time::Duration;

use crate::cli::args::{Global, Ledger, LedgerAction};
use crate::cli::exit::{CommandError, Success};
use crate::cli::{printer, progress, settings};
use crate::pipeline;

pub(in crate::cli) fn run(global: &Global, ledger: &Ledger) -> Result<Success, CommandError> {
    let target = settings::target(global)?;
    match &ledger.action {
        LedgerAction::Size => {
            let tables = pipeline::size(&target)?;
            if tables.is_empty() {
                printer::line("the database has no ledger")?;
                return Ok(Success::Done);
            }
            let shown = |bytes: Option<u64>| bytes.map_or_else(|| "not known".to_owned(), |bytes| bytes.to_string());
            printer::line(&format!("{:18}  {:>12}  {:>14}", "table", "rows", "bytes"))?;
            for table in &tables {
                printer::line(&format!("{:18}  {:>12}  {:>14}", table.name, table.rows, shown(table.bytes)))?;
            }
            let bytes = tables.iter().map(|table| table.bytes).sum::<Option<u64>>();
            printer::line(&format!("{:18}  {:>12}  {:>14}", "all", tables.iter().map(|t| t.rows).sum::<u64>(), shown(bytes)))?;
        }
        LedgerAction::Prune { keep_runs, lock_timeout } => {
            let removed = pipeline::prune(&target, *keep_runs, Duration::from_secs(*lock_timeout), progress::choose().as_ref())?;
            printer::line(&format!(
                "removed {} runs, {} rows of journals, {} ids and {} hashes of rows that are not there any more",
                removed.runs, removed.journal_rows, removed.ids, removed.hashes
            ))?;
        }
    }
    Ok(Success::Done)
}
