//! resettle moves legacy JSON records into a SQL database, and can do it again tomorrow.
//!
//! The modules stand in the order in which data passes; [`pipeline`] runs them.

pub mod diagnostic;
pub mod progress;
pub mod record;

pub mod catalog;
pub mod layout;
pub mod mapping;

pub mod source;

pub mod decode;

pub mod normalize;

pub mod resolve;

pub mod ledger;

pub mod report;

pub mod pipeline;

pub mod backend;

pub mod cli;
