//! A plan that an import can be bound to: fingerprints of all that it came from, and of all that it came to.
//!
//! **Invariant**: two plans with the same fingerprints do the same.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Version of the file. It grows when a fingerprint is taken otherwise.
pub const PLAN_FORMAT: u32 = 1;

/// What `plan --out` writes and `import --plan` reads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanFile {
    /// [`PLAN_FORMAT`].
    pub resettle_plan: u32,
    /// Target without password.
    pub target: String,
    /// Sources as they were given; empty for the mappings' own.
    pub given: Vec<String>,
    /// Tables and mappings that were chosen; empty for all.
    pub only: Vec<String>,
    /// True where the ledger was left out.
    pub without_ledger: bool,
    /// Content of each source, by mapping and path.
    pub sources: BTreeMap<String, String>,
    /// Content of each file in `mappings/`.
    pub mappings: BTreeMap<String, String>,
    /// Definition of each target table.
    pub tables: BTreeMap<String, String>,
    /// What becomes of the records of each mapping.
    pub outcomes: BTreeMap<String, Outcomes>,
}

/// What becomes of the records of one mapping.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcomes {
    /// Rows inserted.
    pub insert: u64,
    /// Rows updated.
    pub update: u64,
    /// Records whose row is as it should be.
    pub unchanged: u64,
    /// Records rejected.
    pub reject: u64,
    /// Every insert, every update with stored and new values, every count.
    pub fingerprint: String,
}

impl PlanFile {
    /// Says what is not as it was when this plan was made; nothing where all is.
    #[must_use]
    pub fn differences(&self, now: &Self) -> Vec<String> {
        let mut found = Vec::new();
        if self.target != now.target {
            found.push(format!("the target is `{}`, and was `{}`", now.target, self.target));
        }
        compare(&mut found, "source", &self.sources, &now.sources);
        compare(&mut found, "mapping file", &self.mappings, &now.mappings);
        compare(&mut found, "definition of table", &self.tables, &now.tables);
        for (mapping, outcomes) in &now.outcomes {
            let Some(was) = self.outcomes.get(mapping).filter(|was| *was != outcomes) else { continue };
            let counts =
                |o: &Outcomes| format!("insert {}, update {}, leave {} unchanged, reject {}", o.insert, o.update, o.unchanged, o.reject);
            let (then, now) = (counts(was), counts(outcomes));
            found.push(if then == now {
                format!("rows of `{mapping}` were edited: its inserts and updates are as many, but not the same")
            } else {
                format!("rows of `{mapping}` were edited: it would now {now}; the plan was to {then}")
            });
        }
        found
    }
}

fn compare(found: &mut Vec<String>, what: &str, then: &BTreeMap<String, String>, now: &BTreeMap<String, String>) {
    for (name, print) in then {
        match now.get(name) {
            None => found.push(format!("{what} `{name}` is gone")),
            Some(other) if other != print => found.push(format!("{what} `{name}` has changed")),
            Some(_) => {}
        }
    }
    found.extend(now.keys().filter(|name| !then.contains_key(*name)).map(|name| format!("{what} `{name}` is new")));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_is_named() {
        let plan = |source: &str, print: &str, insert| PlanFile {
            sources: BTreeMap::from([(source.to_owned(), print.to_owned())]),
            outcomes: BTreeMap::from([("users".to_owned(), Outcomes { insert, fingerprint: insert.to_string(), ..Outcomes::default() })]),
            ..PlanFile::default()
        };
        let plans = [plan("a", "1", 1), plan("a", "2", 1), plan("b", "1", 1), plan("a", "1", 2)];
        let found: Vec<String> = plans.iter().map(|now| plans[0].differences(now).join("; ")).collect();
        assert_eq!(
            found,
            [
                "",
                "source `a` has changed",
                "source `a` is gone; source `b` is new",
                "rows of `users` were edited: it would now insert 2, update 0, leave 0 unchanged, reject 0; \
                 the plan was to insert 1, update 0, leave 0 unchanged, reject 0",
            ]
        );
    }
}
