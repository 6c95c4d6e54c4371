//! Nothing to call from Rust: libpq's C code is the only user of the libraries linked here.
#![no_std]
