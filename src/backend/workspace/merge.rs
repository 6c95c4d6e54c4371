//! Merging JSON objects in the database.
//!
//! **Invariant**: what is not two objects is replaced, never mixed; a document to which nothing is added stays as it is written.

use super::shape::Shape;
use crate::catalog::{BackendKind, DataType};

impl Shape {
    /// Merges two JSON objects, top level, members of the second win; anything but two objects is replaced. White space and, on PostgreSQL, the order of members are no
    /// difference.
    pub(super) fn merged(&self, stored: &str, said: &str, data_type: &DataType) -> String {
        match self.kind {
            BackendKind::Postgres => {
                let is_text = *data_type == DataType::Json;
                let back = if is_text { "::json" } else { "" };
                let both = format!("jsonb_typeof({stored}::jsonb) = 'object' AND jsonb_typeof({said}::jsonb) = 'object'");
                let merged = format!("{stored}::jsonb || {said}::jsonb");
                let same = if is_text { format!("WHEN {both} AND ({merged}) = {stored}::jsonb THEN {stored} ") } else { String::new() };
                format!("(CASE WHEN {said} IS NULL THEN {stored} {same}WHEN {both} THEN ({merged}){back} ELSE {said} END)")
            }
            BackendKind::Sqlite => {
                let (of_stored, of_said) = (member("o", stored), member("n", said));
                format!(
                    "(CASE WHEN {said} IS NULL THEN {stored} WHEN json_valid({stored}) AND json_type({stored}) = 'object' AND json_type({said}) = 'object' THEN \
                     (SELECT CASE WHEN g.v = json({stored}) THEN {stored} ELSE g.v END FROM (SELECT json_group_object(m.key, json(m.value)) AS v FROM (SELECT o.key AS key, CASE WHEN n.key IS NULL THEN {of_stored} ELSE {of_said} END AS value \
                     FROM json_each({stored}) o LEFT JOIN json_each({said}) n ON n.key = o.key UNION ALL SELECT n.key, {of_said} FROM json_each({said}) n \
                     WHERE n.key NOT IN (SELECT o.key FROM json_each({stored}) o)) m) g) ELSE {said} END)",
                )
            }
        }
    }
}

/// The JSON text of a member that `json_each` gives.
///
/// A number that SQLite cannot hold would lose digits on its way through a value, so it is taken from the document as it stands there; where the name of
/// the member means something else in a path, it goes through the value.
fn member(j: &str, document: &str) -> String {
    let plain = format!("{j}.key NOT GLOB '*[\"\\]*' AND {j}.key NOT GLOB '[[$]*'");
    format!(
        "json(CASE {j}.type WHEN 'text' THEN json_quote({j}.value) WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' WHEN 'null' THEN 'null' \
         ELSE COALESCE(CASE WHEN {j}.type IN ('integer', 'real') AND {plain} THEN {document} -> {j}.key END, CAST({j}.value AS TEXT)) END)"
    )
}
