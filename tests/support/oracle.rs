//! An in-memory oracle of the rules of resolution (`docs/resolution.md`), and random histories to hold a program against it.
//!
//! It shares no code with the program: naive loops over small tables, one function a rule.
//!
//! **Invariant**: [`import`] depends on nothing but its arguments.

mod check;
mod describe;
mod examples;
mod generate;
mod identity;
mod import;
mod model;
mod mutate;
mod project;
mod resolve;
mod shrink;
mod value;

pub(crate) use self::{
    check::{apply_hand, check_case, difference},
    generate::{Case, Features, Hand, Rigid},
    import::{Code, Outcome, Report, Rules, import},
    model::{Column, Field, Input, Key, Kind, OnDuplicate, OnUpdate, Part, Primary, Record, Row, Rule, Schema, Scope, State, Table},
    project::{Backend, hand_sql, insert_sql, mapping_toml, schema_sql, write_export, write_project},
    shrink::shrink,
    value::V,
};
