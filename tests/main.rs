//! The one crate of integration tests: the library and the binary as their users meet them.

#![expect(clippy::expect_used, reason = "what supports a test fails like a test")]

mod architecture;
mod cases;
mod support;
