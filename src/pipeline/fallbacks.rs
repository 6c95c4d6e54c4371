//! Enum fallbacks that made records collide: two spellings that nobody mapped are one value to a key.
//!
//! Takes a rejected record, gives it a message that names the fallback.
//!
//! **Invariant**: a record is read again exactly as it was read the first time.

use std::collections::BTreeSet;

use super::chunk::{ELEMENT_BITS, at};
use super::read::Intake;
use crate::backend::workspace::{Cause, Rejection, StagedRecord};
use crate::catalog::KeyPart;
use crate::decode;
use crate::mapping::Reached;
use crate::normalize::{Findings, Normalizer};
use crate::record::Batch;
use crate::report::Reject;
use crate::source::{Limits, RawRecord};

/// Finds the fallbacks of single records of a table that has any.
pub(super) struct Fallbacks<'a> {
    normalizer: &'a Normalizer,
    limits: &'a Limits,
}

impl<'a> Fallbacks<'a> {
    /// Returns nothing where no value of the table fell back.
    pub(super) fn of(normalizer: &'a Normalizer, intake: &Intake, limits: &'a Limits) -> Option<Self> {
        let fell_back = |texts: &crate::normalize::EnumTexts| {
            texts.texts.values().any(|seen| matches!(seen.found, Some((_, Reached::Fallback)))) || texts.overflow > 0
        };
        intake.findings.enums.iter().any(fell_back).then_some(Self { normalizer, limits })
    }

    /// Says of a record that was rejected for its key which values of that key are fallbacks, its own and those of the record that has the key.
    pub(super) fn explain<'r>(
        &self,
        reject: &mut Reject,
        rejection: &Rejection,
        intake: &Intake,
        raw: impl Fn(&StagedRecord) -> Option<&'r RawRecord>,
    ) {
        let columns = self.columns(rejection);
        if columns.is_empty() {
            return;
        }
        let of = |record: &StagedRecord| raw(record).map(|raw| self.of_record(record, raw, intake, &columns)).unwrap_or_default();
        let own = of(&rejection.record).into_iter().map(|told| format!("of this record {told}"));
        let others = rejection.other.as_ref().map(of).unwrap_or_default().into_iter().map(|told| format!("of the other one {told}"));
        let told: Vec<String> = own.chain(others).collect();
        if !told.is_empty() {
            reject.reason.message.push_str(&format!("; {}", told.join(", ")));
            let hint = "if the spellings mean different values, add them to `mappings/enums.toml`";
            reject.reason.hint = Some(reject.reason.hint.take().map_or_else(|| hint.to_owned(), |first| format!("{hint}; else {first}")));
        }
    }

    /// Numbers of the enum columns in the keys that a rejection is about.
    fn columns(&self, rejection: &Rejection) -> Vec<usize> {
        let layout = self.normalizer.layout();
        let keys: Vec<usize> = match rejection.cause {
            Cause::DuplicateInInput | Cause::ConflictsWithStoredRow => vec![rejection.subject],
            Cause::Ambiguous => rejection.rows.iter().map(|(key, _)| *key).collect(),
            _ => return Vec::new(),
        };
        let parts = keys.iter().filter_map(|key| layout.keys.get(*key)).flat_map(|key| &layout.table.keys[key.key].parts);
        let names: BTreeSet<&str> = parts
            .flat_map(|part| match part {
                KeyPart::Column { name, .. } => std::slice::from_ref(name),
                KeyPart::Expression { columns, .. } => columns,
            })
            .map(String::as_str)
            .collect();
        let is_in_key = |name: &String| names.contains(name.as_str());
        let enums = layout.columns.iter().enumerate().filter(|(_, column)| column.enum_table.is_some() && is_in_key(&column.name));
        enums.map(|(number, _)| number).collect()
    }

    fn of_record(&self, record: &StagedRecord, raw: &RawRecord, intake: &Intake, columns: &[usize]) -> Vec<String> {
        let layout = self.normalizer.layout();
        let findings = self.read_again(record, raw, intake).unwrap_or_default();
        let fell_back = |number: &usize| {
            let texts = findings.enums.get(*number).map(crate::normalize::EnumTexts::sorted).unwrap_or_default();
            let name = &layout.columns[*number].name;
            texts.into_iter().find_map(|(original, seen)| match &seen.found {
                Some((value, Reached::Fallback)) => Some(format!("`{name}` is the fallback `{value}`, for `{original}`")),
                _ => None,
            })
        };
        columns.iter().filter_map(fell_back).collect()
    }

    fn read_again(&self, record: &StagedRecord, raw: &RawRecord, intake: &Intake) -> Option<Findings> {
        let (source, _) = intake.sources.get(record.source)?;
        let (set, layout) = (self.normalizer.field_set(), self.normalizer.layout());
        let at = at(u32::try_from(record.source).ok()?, &source.path, intake.position(record), record.seq);
        let mut batch = Batch::new(layout.columns.len());
        let mut findings = Findings::default();
        let (text, key, key_field) = (raw.bytes.as_slice(), raw.key.as_deref(), layout.source.key_field.as_str());
        if set.each.is_none() {
            let mut fields = decode::Fields::default();
            decode::decode(text, key, key_field, set, self.limits, &mut fields).ok()?;
            self.normalizer.normalize(&fields, &at, &mut batch, &mut findings);
            return Some(findings);
        }
        let element = u64::try_from(record.seq & ((1 << ELEMENT_BITS) - 1)).ok()?;
        let spread = decode::spread(text, key, key_field, set, self.limits, &mut |number, fields| {
            if let (true, Ok(fields)) = (number == element, fields) {
                self.normalizer.normalize(fields, &at, &mut batch, &mut findings);
            }
        });
        spread.is_ok().then_some(findings)
    }
}
