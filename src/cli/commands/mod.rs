//! One file a command.

pub(super) mod check;
pub(super) mod enums;
pub(super) mod history;
pub(super) mod import;
pub(super) mod init;
pub(super) mod ledger;
pub(super) mod migrate;
pub(super) mod plan;
pub(super) mod schema;
pub(super) mod undo;
pub(super) mod verify;
