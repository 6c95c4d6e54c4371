//! Enums of a Rust program as enum tables, so that an enum has one source of truth.

use std::str::FromStr;

use strum::VariantNames;

use super::{EnumTable, EnumTableError, Reached};

/// An enum that knows the spellings of its past.
///
/// Any enum that derives strum's `EnumString` and `VariantNames` can be one. Its variants are the canonical values; `serialize_all` says how they are
/// spelled, in the database too.
///
/// ```
/// use resettle::mapping::LegacyEnum;
///
/// #[derive(Debug, PartialEq, strum::EnumString, strum::VariantNames)]
/// #[strum(serialize_all = "snake_case")]
/// enum ToolType {
///     Api,
///     WebScraping,
///     Custom,
/// }
///
/// impl LegacyEnum for ToolType {
///     const TABLE: &'static str = "tool_type";
///     const FALLBACK: Option<&'static str> = Some("custom");
///     const LEGACY: &'static [(&'static str, &'static str)] = &[("scraper", "web_scraping")];
/// }
///
/// assert_eq!(ToolType::from_legacy("Web-Scraping"), Some(ToolType::WebScraping));
/// assert_eq!(ToolType::from_legacy("SCRAPER"), Some(ToolType::WebScraping));
/// assert_eq!(ToolType::from_legacy("quantum"), Some(ToolType::Custom));
/// assert_eq!(ToolType::table()?.values, ["api", "web_scraping", "custom"]);
/// # Ok::<(), resettle::mapping::EnumTableError>(())
/// ```
pub trait LegacyEnum: FromStr + VariantNames {
    /// Name of the enum table, by which mappings name it.
    const TABLE: &'static str;

    /// Canonical value for everything unknown.
    const FALLBACK: Option<&'static str> = None;

    /// Legacy spellings and their canonical values.
    const LEGACY: &'static [(&'static str, &'static str)] = &[];

    /// Makes the enum table, for [`pipeline::run_with`](crate::pipeline::run_with).
    ///
    /// # Errors
    /// No variants, an unknown fallback or target, spellings that cannot be told apart, or a variant name that the enum itself does not parse.
    fn table() -> Result<EnumTable, EnumTableError> {
        if let Some(name) = Self::VARIANTS.iter().find(|name| Self::from_str(name).is_err()) {
            return Err(EnumTableError::NotParsed { table: Self::TABLE.to_owned(), value: (*name).to_owned() });
        }
        EnumTable::declare(Self::TABLE, Self::VARIANTS, Self::FALLBACK, Self::LEGACY)
    }

    /// Finds the variant of any spelling as an import does: the canonical value, then a legacy spelling, then the fallback; case, space, `-` and `_` aside.
    ///
    /// Returns `None` where the spelling is unknown and there is no fallback.
    #[must_use]
    fn from_legacy(text: &str) -> Option<Self>
    where
        Self: Sized,
    {
        let wanted = EnumTable::fold(text);
        let canonical = Self::VARIANTS.iter().find(|value| EnumTable::fold(value) == wanted);
        let legacy = || Self::LEGACY.iter().find(|(spelling, _)| EnumTable::fold(spelling) == wanted).map(|(_, value)| value);
        canonical.or_else(legacy).copied().or(Self::FALLBACK).and_then(|value| Self::from_str(value).ok())
    }
}

impl EnumTable {
    /// Finds the variant of any spelling by this table, which may have more spellings than the enum itself.
    ///
    /// Returns `None` where the spelling is unknown and there is no fallback, or where the enum does not know the canonical value.
    #[must_use]
    pub fn from_legacy<T: FromStr>(&self, text: &str) -> Option<(T, Reached)> {
        let (value, reached) = self.look_up(text)?;
        T::from_str(value).ok().map(|variant| (variant, reached))
    }

    /// Adds what `enums.toml` says of a table that a program declares: its spellings, and its fallback where the program has none.
    ///
    /// # Errors
    /// Values that only one of the two has, or spellings that mean two values.
    pub(super) fn joined(&self, file: &Self) -> Result<Self, EnumTableError> {
        let lacks = |one: &Self, other: &Self| one.values.iter().find(|value| !other.values.contains(value)).cloned();
        if let Some(value) = lacks(self, file) {
            return Err(EnumTableError::Drift { table: self.name.clone(), value, has: "the program", lacks: "`enums.toml`" });
        }
        if let Some(value) = lacks(file, self) {
            return Err(EnumTableError::Drift { table: self.name.clone(), value, has: "`enums.toml`", lacks: "the program" });
        }
        let values: Vec<&str> = self.values.iter().map(String::as_str).collect();
        let spellings: Vec<(&str, &str)> =
            self.legacy.iter().chain(&file.legacy).map(|(spelling, value)| (spelling.as_str(), value.as_str())).collect();
        let fallback = self.fallback.as_deref().or(file.fallback.as_deref());
        Ok(Self { place: file.place.clone(), ..Self::declare(&self.name, &values, fallback, &spellings)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, strum::EnumString, strum::VariantNames)]
    #[strum(serialize_all = "snake_case")]
    enum Kind {
        Api,
        WebSite,
    }

    impl LegacyEnum for Kind {
        const TABLE: &'static str = "kind";
        const LEGACY: &'static [(&'static str, &'static str)] = &[("page", "web_site")];
    }

    #[test]
    fn finds_variants() {
        for (text, expect) in [("API", Some(Kind::Api)), ("web site", Some(Kind::WebSite)), (" Page ", Some(Kind::WebSite)), ("x", None)] {
            assert_eq!(Kind::from_legacy(text), expect, "{text}");
            assert_eq!(Kind::table().unwrap().from_legacy::<Kind>(text).map(|found| found.0), expect, "{text}");
        }
    }

    #[test]
    fn code_and_file_must_have_the_same_values() {
        let file = |values: &[&str], legacy: &[(&str, &str)]| EnumTable::declare("kind", values, Some("api"), legacy).unwrap();
        let join = |file: EnumTable| Kind::table().unwrap().joined(&file).map_err(|error| error.to_string());
        let joined = join(file(&["web_site", "api"], &[("rest", "api")])).unwrap();
        assert_eq!((joined.values.join(" "), joined.fallback.as_deref(), joined.legacy.len()), ("api web_site".to_owned(), Some("api"), 2));
        assert_eq!(
            join(file(&["api"], &[])).unwrap_err(),
            "the value `web_site` of the enum table `kind` is in the program, and `enums.toml` lacks it; add it there"
        );
        assert!(join(file(&["api", "web_site", "ftp"], &[])).unwrap_err().contains("is in `enums.toml`, and the program lacks it"));
        assert!(join(file(&["api", "web_site"], &[("Page", "api")])).unwrap_err().contains("same spelling"));
    }
}
