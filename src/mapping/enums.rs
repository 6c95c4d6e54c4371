//! `enums.toml`: the only place that knows a legacy spelling.
//!
//! Takes the text of the file, gives one [`EnumTable`] a table.
//!
//! **Invariant**: in a table that is given, every folded spelling means exactly one canonical value.

use std::collections::btree_map::Entry as Slot;
use std::collections::{BTreeMap, BTreeSet};

use super::nearest::{did_you_mean, one_of, printable};
use super::reader::{Entry, Section, TomlText};
use super::{EnumTable, Place, Project, Reached};

/// Keys of one table of `enums.toml`.
pub(super) const ENUM_KEYS: &[&str] = &["values", "extends", "fallback", "legacy"];

/// Says why an enum table declared in code cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EnumTableError {
    /// There are no values.
    #[error("the enum table `{0}` has no values")]
    NoValues(String),
    /// A variant whose name the enum itself does not parse.
    #[error(
        "`{value}` of the enum table `{table}` is the name of a variant, but the enum does not parse it; derive `EnumString` and `VariantNames` with the same `serialize_all`"
    )]
    NotParsed {
        /// Table.
        table: String,
        /// Name of the variant.
        value: String,
    },
    /// A value that a program or `enums.toml` has alone.
    #[error("the value `{value}` of the enum table `{table}` is in {has}, and {lacks} lacks it; add it there")]
    Drift {
        /// Table.
        table: String,
        /// The value.
        value: String,
        /// Who has it.
        has: &'static str,
        /// Who lacks it.
        lacks: &'static str,
    },
    /// A fallback or the target of a legacy spelling is no canonical value.
    #[error("`{value}` is no value of the enum table `{table}`, expected {expected}")]
    UnknownValue {
        /// Table.
        table: String,
        /// What was found.
        value: String,
        /// The canonical values.
        expected: String,
    },
    /// Two spellings fold to the same text and mean different values.
    #[error(
        "`{first}` and `{second}` of the enum table `{table}` are the same spelling (case, space, `-` and `_` aside), but mean two values"
    )]
    Clash {
        /// Table.
        table: String,
        /// Earlier spelling.
        first: String,
        /// Later spelling.
        second: String,
    },
}

impl EnumTable {
    /// Declares an enum table in code, with the same checks as `enums.toml`.
    ///
    /// `values` are the canonical values, for a strum enum its `VARIANTS`; `legacy` are pairs of legacy spelling and canonical value.
    ///
    /// # Errors
    /// No values, an unknown fallback or target, or spellings that cannot be told apart.
    pub fn declare(name: &str, values: &[&str], fallback: Option<&str>, legacy: &[(&str, &str)]) -> Result<Self, EnumTableError> {
        if values.is_empty() {
            return Err(EnumTableError::NoValues(name.to_owned()));
        }
        if let Some(value) = fallback.iter().chain(legacy.iter().map(|(_, target)| target)).find(|value| !values.contains(value)) {
            let expected = one_of(values.iter().copied());
            return Err(EnumTableError::UnknownValue { table: name.to_owned(), value: (*value).to_owned(), expected });
        }
        let values: Vec<String> = values.iter().map(ToString::to_string).collect();
        let legacy: Vec<(String, String)> =
            legacy.iter().map(|(spelling, target)| ((*spelling).to_owned(), (*target).to_owned())).collect();
        let (folded, clashes) = fold_spellings(&values, &legacy);
        if let Some(clash) = clashes.first() {
            let text = |spelling| spelling_text(spelling, &values, &legacy).to_owned();
            return Err(EnumTableError::Clash { table: name.to_owned(), first: text(clash.0), second: text(clash.1) });
        }
        let place = Place::default();
        Ok(Self { name: name.to_owned(), extends: None, values, fallback: fallback.map(str::to_owned), legacy, place, folded })
    }
}

impl EnumTable {
    /// Yields the spellings that the table does not have from the one that it extends.
    pub fn own_legacy<'a>(&'a self, project: &'a Project) -> impl Iterator<Item = (&'a String, &'a String)> {
        let base = self.extends.as_ref().and_then(|base| project.enums.get(base)).map(|base| base.legacy.as_slice()).unwrap_or_default();
        self.legacy.iter().filter(|pair| !base.contains(pair)).map(|(spelling, value)| (spelling, value))
    }
}

/// Reads all tables of `enums.toml`. Tables with mistakes are left out, and so are those that extend them.
pub(super) fn read(root: Section<'_>) -> BTreeMap<String, EnumTable> {
    let entries = root.entries();
    let mut waiting: Vec<(Entry<'_>, Section<'_>)> = entries.iter().filter_map(|entry| Some((*entry, entry.section()?))).collect();
    let mut done: BTreeMap<String, Option<Read>> = BTreeMap::new();
    // Each round reads the tables whose base was read before it; what is left refers to itself.
    loop {
        let is_ready = |section: &Section<'_>| {
            base_name(section).is_none_or(|base| done.contains_key(base) || !entries.iter().any(|e| e.name == base))
        };
        let (ready, later): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|(_, section)| is_ready(section));
        waiting = later;
        if ready.is_empty() {
            break;
        }
        for (entry, section) in ready {
            let table = read_table(root.text, entry, section, &done);
            done.insert(entry.name.to_owned(), table);
        }
    }
    for (entry, section) in waiting {
        if let Some(given) = section.get("extends") {
            given.note(format!("the enum table `{}` extends itself, directly or by others", printable(entry.name)), None);
        }
    }
    done.into_values().flatten().map(|read| (read.table.name.clone(), read.table)).collect()
}

fn base_name<'a>(section: &Section<'a>) -> Option<&'a str> {
    section.get("extends")?.text_value()
}

/// A table, and where its values and spellings stand.
struct Read {
    table: EnumTable,
    value_places: Vec<usize>,
    legacy_places: Vec<usize>,
}

fn read_table(text: &TomlText, entry: Entry<'_>, section: Section<'_>, done: &BTreeMap<String, Option<Read>>) -> Option<Read> {
    section.only(ENUM_KEYS);
    let base = match section.get("extends") {
        Some(given) => Some(read_base(&given, section, done)?),
        None => None,
    };
    let values = match base {
        Some(base) => base.table.values.iter().cloned().zip(base.value_places.iter().copied()).collect(),
        None => read_values(entry, section)?,
    };
    let known = || values.iter().map(|(value, _)| value.as_str());
    let check = |given: &Entry<'_>, what: &str, value: &str| {
        let fits = known().any(|other| other == value);
        if !fits {
            let message =
                format!("the {what} `{}` is no value of `{}`, expected {}", printable(value), printable(entry.name), one_of(known()));
            given.note(message, did_you_mean(value, known()));
        }
        fits
    };
    let fallback = match section.get("fallback") {
        None => base.and_then(|base| base.table.fallback.clone()),
        Some(given) => given.string().filter(|value| check(&given, "fallback", value)),
    };
    let mut own = Vec::new();
    for spelling in section.get("legacy").and_then(|given| given.section()).map(|table| table.entries()).unwrap_or_default() {
        if let Some(target) = spelling.string().filter(|value| check(&spelling, "target", value)) {
            own.push(((spelling.name.to_owned(), target), spelling.at));
        }
    }
    let mut read = finish(text, entry, values, fallback, with_inherited(base, own))?;
    read.table.extends = base.map(|base| base.table.name.clone());
    Some(read)
}

/// Finds the table that another one extends.
fn read_base<'d>(given: &Entry<'_>, section: Section<'_>, done: &'d BTreeMap<String, Option<Read>>) -> Option<&'d Read> {
    let name = given.string()?;
    if let Some(values) = section.get("values") {
        values
            .note(format!("`values` stands beside `extends`, expected one of them: the values are those of `{}`", printable(&name)), None);
    }
    let known = || done.keys().map(String::as_str);
    let Some(base) = done.get(&name) else {
        let message = format!("`extends` names the unknown enum table `{}`", printable(&name));
        given.note(message, did_you_mean(&name, known()));
        return None;
    };
    base.as_ref()
}

type Spellings = Vec<((String, String), usize)>;

/// Puts the spellings of the base first, without those that the table itself gives another meaning.
fn with_inherited(base: Option<&Read>, own: Spellings) -> Spellings {
    let Some(base) = base else { return own };
    let given: BTreeSet<String> = own.iter().map(|((spelling, _), _)| EnumTable::fold(spelling)).collect();
    let inherited = base.table.legacy.iter().cloned().zip(base.legacy_places.iter().copied());
    inherited.filter(|((spelling, _), _)| !given.contains(&EnumTable::fold(spelling))).chain(own).collect()
}

/// Reads the canonical values with their offsets: at least one, none empty, none twice.
fn read_values(entry: Entry<'_>, section: Section<'_>) -> Option<Vec<(String, usize)>> {
    let name = printable(entry.name);
    let Some(given) = section.get("values") else {
        section.text.note(entry.at, format!("the enum table `{name}` lacks `values`, expected an array of its canonical values"), None);
        return None;
    };
    let values = given.strings()?;
    if values.is_empty() {
        given.note(format!("the enum table `{name}` has no values, expected at least one"), None);
        return None;
    }
    for (i, (value, at)) in values.iter().enumerate() {
        if value.trim().is_empty() {
            section.text.note(*at, format!("a value of the enum table `{name}` is empty, expected text"), None);
        } else if let Some((_, first)) = values[..i].iter().find(|(other, _)| other == value) {
            let message = format!("the value `{}` stands twice, first at {}", printable(value), section.text.place(*first));
            section.text.note(*at, message, None);
        }
    }
    Some(values)
}

/// Folds all spellings; those that mean two values are mistakes with both places.
fn finish(text: &TomlText, entry: Entry<'_>, values: Vec<(String, usize)>, fallback: Option<String>, legacy: Spellings) -> Option<Read> {
    let (values, value_places): (Vec<String>, Vec<usize>) = values.into_iter().unzip();
    let (legacy, legacy_places): (Vec<(String, String)>, Vec<usize>) = legacy.into_iter().unzip();
    let (folded, clashes) = fold_spellings(&values, &legacy);
    let at = |spelling| match spelling {
        Spelling::Value(i) => value_places[i],
        Spelling::Legacy(i) => legacy_places[i],
    };
    for Clash(first, second) in &clashes {
        let message = format!(
            "`{}` means {} but is the same spelling as `{}` at {}, which means {}",
            printable(spelling_text(*second, &values, &legacy)),
            meaning(*second, &values, &legacy),
            printable(spelling_text(*first, &values, &legacy)),
            text.place(at(*first)),
            meaning(*first, &values, &legacy),
        );
        text.note(at(*second), message, Some("case, space, `-` and `_` make no difference between spellings".to_owned()));
    }
    let table = EnumTable { name: entry.name.to_owned(), extends: None, values, fallback, legacy, place: entry.place(), folded };
    clashes.is_empty().then_some(Read { table, value_places, legacy_places })
}

/// One spelling: a number in the values or in the legacy spellings.
#[derive(Clone, Copy)]
enum Spelling {
    Value(usize),
    Legacy(usize),
}

/// Two spellings that fold to the same and mean different values, the earlier one first.
struct Clash(Spelling, Spelling);

type Folded = BTreeMap<String, (usize, Reached)>;

/// Folds all spellings. A target that is no value is passed over: it is a mistake of its own.
fn fold_spellings(values: &[String], legacy: &[(String, String)]) -> (Folded, Vec<Clash>) {
    let mut seen: BTreeMap<String, (usize, Spelling)> = BTreeMap::new();
    let mut clashes = Vec::new();
    let canonical = values.iter().enumerate().map(|(i, value)| (value, i, Spelling::Value(i)));
    let spelled = legacy.iter().enumerate().filter_map(|(i, (spelling, target))| {
        let value = values.iter().position(|value| value == target)?;
        Some((spelling, value, Spelling::Legacy(i)))
    });
    for (text, value, spelling) in canonical.chain(spelled) {
        match seen.entry(EnumTable::fold(text)) {
            Slot::Vacant(slot) => {
                slot.insert((value, spelling));
            }
            Slot::Occupied(slot) if values[slot.get().0] != values[value] => clashes.push(Clash(slot.get().1, spelling)),
            Slot::Occupied(_) => {}
        }
    }
    let reached = |spelling| if matches!(spelling, Spelling::Value(_)) { Reached::Canonical } else { Reached::Legacy };
    (seen.into_iter().map(|(folded, (value, spelling))| (folded, (value, reached(spelling)))).collect(), clashes)
}

fn spelling_text<'a>(spelling: Spelling, values: &'a [String], legacy: &'a [(String, String)]) -> &'a str {
    match spelling {
        Spelling::Value(i) => &values[i],
        Spelling::Legacy(i) => &legacy[i].0,
    }
}

fn meaning(spelling: Spelling, values: &[String], legacy: &[(String, String)]) -> String {
    match spelling {
        Spelling::Value(i) => format!("the value `{}` itself", printable(&values[i])),
        Spelling::Legacy(i) => format!("`{}`", printable(&legacy[i].1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declares_a_table_in_code() {
        let table =
            EnumTable::declare("tool_type", &["api", "web_scraping", "custom"], Some("custom"), &[("scraper", "web_scraping")]).unwrap();
        for (text, expect) in [
            ("API ", ("api", Reached::Canonical)),
            ("Web Scraping", ("web_scraping", Reached::Canonical)),
            ("SCRAPER", ("web_scraping", Reached::Legacy)),
            ("ftp", ("custom", Reached::Fallback)),
        ] {
            assert_eq!(table.look_up(text), Some(expect), "{text}");
        }
    }

    #[test]
    fn refuses_a_table_that_is_ambiguous() {
        let declare =
            |values: &[&str], fallback, legacy: &[(&str, &str)]| EnumTable::declare("t", values, fallback, legacy).unwrap_err().to_string();
        assert_eq!(declare(&[], None, &[]), "the enum table `t` has no values");
        assert_eq!(declare(&["a"], Some("b"), &[]), "`b` is no value of the enum table `t`, expected `a`");
        assert_eq!(declare(&["a"], None, &[("x", "c")]), "`c` is no value of the enum table `t`, expected `a`");
        let clash = declare(&["a b", "c"], None, &[("A-B", "c")]);
        assert!(clash.starts_with("`a b` and `A-B` of the enum table `t` are the same spelling"), "{clash}");
    }
}
