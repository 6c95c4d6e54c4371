//! One file a command.

pub(super) mod check;
pub(super) mod enums;
pub(super) mod history;
pub(super) mod import;
pub(super) mod migrate;
pub(super) mod plan;
pub(super) mod verify;
