//! The one crate of integration tests: the library and the binary as their users meet them.

mod architecture;
