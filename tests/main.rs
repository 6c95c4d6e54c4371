//! The one crate of integration tests: the library and the binary as their users meet them.

#![expect(clippy::expect_used, reason = "what supports a test fails like a test")]
#![expect(clippy::print_stderr, reason = "a test says on stderr what its failure is about")]

mod architecture;
mod browser;
mod cases;
mod checks;
mod cli;
mod concurrency;
mod drift;
mod enums;
mod examples;
mod init;
mod keys;
mod logs;
mod migrations;
mod oracle;
mod pages;
mod proxy;
mod reports;
mod reruns;
mod schema;
mod snapshots;
mod sources;
mod support;
mod systems;
mod tls;
