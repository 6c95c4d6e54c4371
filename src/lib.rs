//! resettle moves legacy JSON records into a SQL database, and can do it again tomorrow.
//!
//! The modules stand in the order in which data passes.

pub mod diagnostic;
pub mod progress;
pub mod record;

pub mod catalog;
pub mod layout;
pub mod mapping;
pub mod normalize;

pub mod source;

pub mod decode;

pub mod ledger;
pub mod normalize;
pub mod pipeline;
pub mod report;
pub mod resolve;

pub mod cli;

pub mod backend;
