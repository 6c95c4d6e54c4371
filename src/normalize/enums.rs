//! Enum values: from any spelling to the canonical value, by the one enum table.
//!
//! **Invariant**: this file knows no spelling; what is canonical, legacy or fallback is what [`EnumTable::look_up`] says.

use std::collections::HashMap;
use std::sync::Arc;

use crate::diagnostic::Code;
use crate::mapping::{EnumTable, Reached};
use crate::normalize::array::elements_of;
use crate::normalize::fault::{Fault, Outcome, list, nearest};
use crate::normalize::value::{Kind, Value, push_quoted};

/// The enum table of one column, ready for lookups.
#[derive(Clone, Debug)]
pub(super) struct EnumRule {
    table: Arc<EnumTable>,
    /// Spellings exactly as the table writes them: number of the canonical value, and how it is reached.
    ///
    /// They spare the folding for nearly every record.
    exact: HashMap<String, (usize, Reached)>,
}

/// What a lookup gave.
pub(super) type Found<'t> = Option<(&'t str, Reached)>;

impl EnumRule {
    /// Compiles the table.
    pub(super) fn new(table: &Arc<EnumTable>) -> Self {
        let spellings = table.values.iter().chain(table.legacy.iter().map(|(spelling, _)| spelling));
        let exact = spellings
            .filter_map(|spelling| {
                let (value, reached) = table.look_up(spelling)?;
                let number = table.values.iter().position(|known| known == value)?;
                Some((spelling.clone(), (number, reached)))
            })
            .collect();
        Self { table: Arc::clone(table), exact }
    }

    /// Returns the canonical values.
    pub(super) fn values(&self) -> &[String] {
        &self.table.values
    }

    /// Finds the canonical value of a spelling.
    pub(super) fn look_up(&self, text: &str) -> Found<'_> {
        match self.exact.get(text) {
            Some((number, reached)) => Some((&self.table.values[*number], *reached)),
            None => self.table.look_up(text),
        }
    }

    /// Replaces a scalar, or each scalar of an array, by its canonical value; `each` is told every lookup.
    pub(super) fn apply(&self, value: &Value<'_>, each: &mut dyn FnMut(&str, Found<'_>)) -> Outcome<Value<'_>> {
        if let Some(text) = value.scalar() {
            let found = self.look_up(text);
            each(text, found);
            return found.map(|(canonical, _)| Value::string(canonical)).ok_or_else(|| self.unmapped(value, text));
        }
        if value.kind != Kind::Array {
            return Err(Fault::wrong_kind(value, format_args!("a value of the enum table `{}`", self.table.name)));
        }
        let mut json = String::from("[");
        for (place, element) in elements_of(&value.text)?.iter().enumerate() {
            if place > 0 {
                json.push(',');
            }
            let element = Value::parse(element.get())?;
            if element.kind == Kind::Null {
                json.push_str("null");
            } else if element.kind == Kind::Array {
                return Err(Fault::wrong_kind(&element, format_args!("a value of the enum table `{}`", self.table.name)));
            } else {
                let canonical = self.apply(&element, each).map_err(|fault| fault.inside(format_args!("element {place}")))?;
                push_quoted(&mut json, &canonical.text);
            }
        }
        json.push(']');
        Ok(Value { kind: Kind::Array, text: json.into() })
    }

    fn unmapped(&self, value: &Value<'_>, text: &str) -> Fault {
        let table = &self.table.name;
        let names = || self.table.values.iter().map(String::as_str);
        let near = nearest(&EnumTable::fold(text), names());
        let hint = if near.is_empty() {
            format!(
                "the canonical values are {}; add the spelling under `[{table}.legacy]`, or give the table a `fallback`",
                list(names(), 8)
            )
        } else {
            format!(
                "the nearest canonical values are {}; add the spelling under `[{table}.legacy]`, or give the table a `fallback`",
                list(near.into_iter(), 3)
            )
        };
        Fault::new(Code::EnumUnmapped, value.found(), format_args!("a spelling that the enum table `{table}` maps")).hint(hint)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::mapping::Place;

    /// A table as the mapping stage makes it.
    pub(in crate::normalize) fn table(values: &[&str], legacy: &[(&str, &str)], fallback: Option<&str>) -> Arc<EnumTable> {
        let number = |value: &str| values.iter().position(|known| *known == value).unwrap();
        let mut folded = BTreeMap::new();
        for (spelling, value) in legacy {
            folded.insert(EnumTable::fold(spelling), (number(value), Reached::Legacy));
        }
        for value in values {
            folded.insert(EnumTable::fold(value), (number(value), Reached::Canonical));
        }
        Arc::new(EnumTable {
            name: "tool_type".to_owned(),
            extends: None,
            values: values.iter().map(ToString::to_string).collect(),
            fallback: fallback.map(ToOwned::to_owned),
            legacy: legacy.iter().map(|(spelling, value)| ((*spelling).to_owned(), (*value).to_owned())).collect(),
            place: Place::default(),
            folded,
        })
    }

    #[test]
    fn lookups() {
        let rule = EnumRule::new(&table(&["api", "web_scraping", "custom"], &[("Web Site", "web_scraping"), ("1", "api")], Some("custom")));
        let check = |json: &str, expect: &str, reached: Reached| {
            let mut seen = Vec::new();
            let value = Value::parse(json).unwrap();
            let canonical = rule.apply(&value, &mut |text, found| seen.push((text.to_owned(), found.map(|found| found.1)))).unwrap();
            assert_eq!(canonical, Value::string(expect), "{json}");
            assert_eq!(seen, [(value.text.to_string(), Some(reached))], "{json}");
        };
        check(r#""api""#, "api", Reached::Canonical);
        check(r#"" API ""#, "api", Reached::Canonical);
        check(r#""Web-Scraping""#, "web_scraping", Reached::Canonical);
        check(r#""Web Site""#, "web_scraping", Reached::Legacy);
        check(r#""web_site""#, "web_scraping", Reached::Legacy);
        check("1", "api", Reached::Legacy);
        check("true", "custom", Reached::Fallback);
        check(r#""""#, "custom", Reached::Fallback);
    }

    #[test]
    fn arrays_are_mapped_element_by_element() {
        let rule = EnumRule::new(&table(&["api", "custom"], &[], None));
        let apply = |json: &str| {
            rule.apply(&Value::parse(json).unwrap(), &mut |_, _| {}).map(|value| value.text.to_string()).map_err(|fault| fault.code)
        };
        assert_eq!(apply(r#"["API", null, "Custom"]"#), Ok(r#"["api",null,"custom"]"#.to_owned()));
        assert_eq!(apply(r#"["API", "x"]"#), Err(Code::EnumUnmapped));
        assert_eq!(apply(r#"[["API"]]"#), Err(Code::ValueWrongKind));
        assert_eq!(apply("{}"), Err(Code::ValueWrongKind));
    }

    #[test]
    fn what_is_not_mapped_names_the_nearest() {
        let rule = EnumRule::new(&table(&["api", "database"], &[], None));
        let fault = rule.apply(&Value::parse(r#""Databse""#).unwrap(), &mut |_, _| {}).unwrap_err();
        assert_eq!(fault.code, Code::EnumUnmapped);
        assert_eq!(fault.message, "found the string `Databse`, expected a spelling that the enum table `tool_type` maps");
        assert!(fault.hint.as_deref().unwrap().starts_with("the nearest canonical values are `database`;"));
    }
}
