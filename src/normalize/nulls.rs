//! Other spellings of "none", by rule per column.
//!
//! **Invariant**: without a rule, only JSON null is null: `""`, `0` and `"N/A"` are values.

use crate::normalize::decimal::Decimal;
use crate::normalize::value::{Kind, Value};

/// The scalars of one column that mean NULL.
#[derive(Clone, Debug, Default)]
pub(super) struct Nulls {
    texts: Vec<String>,
    /// True where strings are compared without white space at their ends.
    trims: bool,
}

impl Nulls {
    /// Compiles the list; `trims` where the column's transforms trim.
    pub(super) fn new<'t>(texts: impl IntoIterator<Item = &'t String>, trims: bool) -> Self {
        Self { texts: texts.into_iter().cloned().collect(), trims }
    }

    /// Says whether a value is null: JSON null, or on the list. Numbers are compared as numbers (`0`, `0.0` and `-0` are one).
    pub(super) fn has(&self, value: &Value<'_>) -> bool {
        if self.texts.is_empty() {
            return value.kind == Kind::Null;
        }
        match value.kind {
            Kind::Null => true,
            Kind::String if self.trims => self.texts.iter().any(|text| text.trim() == value.text.trim()),
            Kind::String | Kind::Bool => self.texts.iter().any(|text| *text == value.text),
            Kind::Number => self.texts.iter().any(|text| *text == value.text || same_number(text, &value.text)),
            Kind::Array | Kind::Object => false,
        }
    }
}

fn same_number(a: &str, b: &str) -> bool {
    matches!((Decimal::parse(a), Decimal::parse(b)), (Some(a), Some(b)) if a.equals(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_null() {
        let check = |texts: &[&str], trims: bool, json: &str, expect: bool| {
            let texts: Vec<String> = texts.iter().map(ToString::to_string).collect();
            assert_eq!(Nulls::new(&texts, trims).has(&Value::parse(json).unwrap()), expect, "{texts:?} {json}");
        };
        check(&[], false, "null", true);
        check(&[], false, r#""""#, false);
        check(&[], false, "0", false);
        check(&["", "N/A"], false, r#""""#, true);
        check(&["", "N/A"], false, r#"" ""#, false);
        check(&["", "N/A"], true, r#"" ""#, true);
        check(&["", "N/A"], true, r#"" N/A ""#, true);
        check(&["", "N/A"], true, r#""n/a""#, false);
        check(&["0"], false, "0", true);
        check(&["0"], false, "0.0", true);
        check(&["0"], false, "-0", true);
        check(&["0"], false, "0e5", true);
        check(&["0"], false, r#""0""#, true);
        check(&["0"], false, r#""0.0""#, false);
        check(&["-1"], false, "-1.00", true);
        check(&["-1"], false, "1", false);
        check(&["false"], false, "false", true);
        check(&["[]"], false, "[]", false);
    }
}
