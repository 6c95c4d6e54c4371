//! The command line of resettle.

use std::process::ExitCode;

fn main() -> ExitCode {
    resettle::cli::main()
}
