//! One mapping file from a table and a sample.
//!
//! **Invariant**: only columns are filled that a field is called like, and only with rules that the column's type admits.

use std::collections::BTreeSet;

use super::names::{bare, fold};
use super::sample::{FieldSample, Sample};
use super::{Found, comment, enums, key, list, quoted};
use crate::catalog::{Column, DataType, Generated, Key, KeyKind, Table};
use crate::mapping::{Project, SourceFormat, nearest};

/// Field under which a member of an object finds its name.
const KEY_FIELD: &str = "key";

/// Texts that mean "none" in columns that are no text.
const NONE: &[&str] = &["", "-", "N/A", "n/a", "null", "NULL", "none", "None"];

/// Names of columns that may collect what nobody maps.
const REST: &[&str] = &["extra", "extras", "extra_metadata", "metadata", "attributes", "properties", "other", "raw", "payload"];

/// Drafts the mappings of a project.
pub(super) struct Drafter<'a> {
    pub(super) project: &'a Project,
    /// All that is drafted with it.
    pub(super) found: &'a [Found<'a>],
    pub(super) force: bool,
}

/// Says whether a field is called like a column, in one of several ways.
type Fits<'a> = &'a dyn Fn(&Column, &str) -> bool;

/// A column and the field that it is called like.
struct Pair<'a> {
    column: &'a Column,
    field: String,
    sample: &'a FieldSample,
}

impl Drafter<'_> {
    /// Writes the mapping of a table; notes what is left to a person.
    ///
    /// Returns `None` where no column can be filled.
    pub(super) fn mapping(&self, one: &Found<'_>, enums: &mut enums::Tables<'_>, notes: &mut Vec<String>) -> Option<String> {
        let Found { table, sources, sample } = one;
        let name = table.display_name();
        let paths: Vec<String> =
            sources.iter().map(|source| globset::escape(source.path.strip_prefix("data/").unwrap_or(&source.path))).collect();
        let mut text = comment(&format!(
            "Drafted by `resettle init` from {} sampled records; columns are matched by name. Review it.",
            sample.records
        ));
        text.push_str(&format!("table = {}\n", quoted(&name)));
        text.push_str(&format!("source = {}\n", if let [only] = paths.as_slice() { quoted(only) } else { list(&paths) }));
        if sample.format == SourceFormat::Keyed {
            text.push_str("format = \"keyed\"\n");
        }
        if !sample.pointer.is_empty() {
            text.push_str(&format!("pointer = {}\n", quoted(&sample.pointer)));
        }
        let pairs = pairs(table, sample);
        let id = id_field(table, sample, &pairs);
        if pairs.is_empty() && id.is_none() {
            notes.push(format!("no field of {} is called like a column of `{name}`", paths.join(", ")));
            return None;
        }
        if let Some((field, line)) = &id {
            if field == KEY_FIELD && sample.is_keyed {
                text.push_str(&format!("key_field = {}\n", quoted(KEY_FIELD)));
            }
            text.push_str(line);
        }
        let id_column = id.is_some().then(|| table.primary_columns()[0]);
        text.push_str(&identity(table, &pairs, id.is_some()));
        text.push_str("\n[columns]\n");
        let columns: Vec<&Pair<'_>> = pairs.iter().filter(|pair| Some(pair.column.name.as_str()) != id_column).collect();
        for pair in &columns {
            text.push_str(&self.rule(one, pair, enums));
        }
        let mut used: BTreeSet<&str> = columns.iter().map(|pair| pair.field.as_str()).collect();
        used.extend(id.iter().map(|(field, _)| field.as_str()));
        text.push_str(&left(table, sample, &pairs, id_column, &used, notes));
        Some(text)
    }

    /// The line of one column.
    fn rule(&self, one: &Found<'_>, pair: &Pair<'_>, enums: &mut enums::Tables<'_>) -> String {
        let table = one.table;
        let Pair { column, field, sample } = pair;
        let (mut parts, mut remark) = (Vec::new(), String::new());
        let reference = table.foreign_keys.iter().find(|foreign| foreign.columns.as_slice() == [column.name.as_str()]);
        if let Some(foreign) = reference {
            let (to, said) =
                self.reference(table, foreign.parent_table.as_str(), foreign.parent_columns.first().map_or("", String::as_str), sample);
            parts.push(format!("references = {}", quoted(&to)));
            remark = said;
        } else if let Some(allowed) = &column.allowed {
            match enums.name(&table.name, &column.name, allowed, sample) {
                Some(name) => parts.push(format!("enum = {}", quoted(&name))),
                None => remark.push_str("the database lists its values; enums.toml has another table of that name"),
            }
        }
        parts.extend(of_values(column, sample, reference.is_some()));
        let path = path(field);
        let rule = if parts.is_empty() { quoted(&path) } else { format!("{{ from = {}, {} }}", quoted(&path), parts.join(", ")) };
        let is_enum = parts.iter().any(|part| part.starts_with("enum"));
        parts.retain(|part| !is_enum || !part.starts_with("transform"));
        if is_required(column) && sample.count < one.sample.records {
            remark =
                format!("needs a value, and {} of the {} sampled records have none", one.sample.records - sample.count, one.sample.records);
        }
        let remark = if remark.is_empty() { String::new() } else { format!("   {}", comment(&remark).trim_end()) };
        format!("{} = {rule}{remark}\n", key(&column.name))
    }

    /// What a foreign key refers to: the legacy ids of the parent, or the column of the parent whose values the field has.
    fn reference(&self, own: &Table, parent: &str, parent_column: &str, sample: &FieldSample) -> (String, String) {
        let drafted = self.found.iter().find(|found| found.table.name == parent);
        let mapped = self.project.mappings.iter().find(|mapping| mapping.table == parent);
        let name = drafted
            .map_or_else(|| mapped.map_or_else(|| parent.to_owned(), |mapping| mapping.table.clone()), |found| found.table.display_name());
        if let (Some(mapped), false) = (mapped, self.force) {
            return if mapped.id.is_some() { (name, String::new()) } else { (format!("{name}.{parent_column}"), String::new()) };
        }
        let Some(found) = drafted else { return (format!("{name}.{parent_column}"), String::new()) };
        let theirs = pairs(found.table, &found.sample);
        let id = id_field(found.table, &found.sample, &theirs);
        let hits = |other: &FieldSample| sample.texts.keys().filter(|text| other.texts.contains_key(text.trim())).count();
        let by_id = id.as_ref().map_or(0, |(field, _)| hits(found.sample.fields.get(field).unwrap_or(&found.sample.members)));
        let keys = found.table.keys.iter().filter(|key| is_plain(key) && key.kind != KeyKind::Primary && key.parts.len() == 1);
        let natural = keys.filter_map(|key| theirs.iter().find(|pair| key.columns().eq([pair.column.name.as_str()])));
        let best = natural.map(|pair| (hits(pair.sample), pair.column.name.as_str())).max_by_key(|(hits, _)| *hits);
        let said = |hits: usize| {
            if hits == 0 && !sample.texts.is_empty() && own.name != parent {
                format!("no sampled value names a sampled record of {name}")
            } else {
                String::new()
            }
        };
        match best {
            Some((hits, column)) if hits > by_id => (format!("{name}.{column}"), String::new()),
            _ if id.is_some() => (name.clone(), said(by_id)),
            _ => (format!("{name}.{parent_column}"), String::new()),
        }
    }
}

/// Matches columns with fields: the same name first, then the same but for case and separators, then a reference without its `_id`.
fn pairs<'a>(table: &'a Table, sample: &'a Sample) -> Vec<Pair<'a>> {
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    let mut found: Vec<Option<&str>> = vec![None; table.columns.len()];
    let is_reference = |column: &Column| table.foreign_keys.iter().any(|foreign| foreign.columns.as_slice() == [column.name.as_str()]);
    let fits: [Fits<'_>; 3] =
        [&|column, field| column.name == field, &|column, field| bare(&column.name) == bare(field), &|column, field| {
            let name = fold(&column.name);
            let base = name.strip_suffix("_id").unwrap_or(&name);
            let reference = is_reference(column) && bare(base) == bare(field);
            // A moment is called with and without `_at`: `created` and `created_at`.
            reference
                || (is_moment(&column.data_type) && name.strip_suffix("_at") == Some(&fold(field)))
                || (column.data_type == DataType::Bool && name.strip_prefix("is_") == Some(&fold(field)))
        }];
    for fit in fits {
        for (number, column) in table.columns.iter().enumerate().filter(|(_, column)| is_writable(column)) {
            if found[number].is_some() {
                continue;
            }
            let holds = |values: &FieldSample| values.count != values.nested || holds_documents(&column.data_type);
            let field = sample.fields.iter().find(|(field, values)| !taken.contains(field.as_str()) && fit(column, field) && holds(values));
            if let Some((field, _)) = field {
                taken.insert(field);
                found[number] = Some(field);
            }
        }
    }
    let pair = |(column, field): (&'a Column, Option<&str>)| {
        let field = field?;
        Some(Pair { column, field: field.to_owned(), sample: sample.fields.get(field)? })
    };
    table.columns.iter().zip(found).filter_map(pair).collect()
}

fn is_writable(column: &Column) -> bool {
    !column.generated.is_computed() && !matches!(column.generated, Generated::IdentityAlways)
}

/// Says whether a record without a value for it is rejected.
fn is_required(column: &Column) -> bool {
    !column.nullable && column.default.is_none() && column.generated == Generated::No
}

fn holds_documents(data_type: &DataType) -> bool {
    matches!(
        data_type,
        DataType::Json | DataType::Jsonb | DataType::Array(_) | DataType::Any | DataType::Other | DataType::Text { max_chars: None }
    )
}

fn is_moment(data_type: &DataType) -> bool {
    matches!(data_type, DataType::Date | DataType::Time | DataType::Timestamp | DataType::TimestampTz)
}

/// The field of the legacy id, and its line.
fn id_field(table: &Table, sample: &Sample, pairs: &[Pair<'_>]) -> Option<(String, String)> {
    let [name] = table.primary_columns()[..] else { return None };
    let column = table.column(name)?;
    if table.foreign_keys.iter().any(|foreign| foreign.columns.as_slice() == [name]) {
        return None;
    }
    let paired = pairs.iter().find(|pair| pair.column.name == name).map(|pair| (pair.field.clone(), pair.sample));
    let by_name = || sample.fields.get_key_value("id").map(|(field, sample)| (field.clone(), sample));
    let member = || sample.is_keyed.then(|| (KEY_FIELD.to_owned(), &sample.members));
    let (field, values) = paired.or_else(by_name).or_else(member)?;
    let whole = |text: &String| text.trim().parse::<i64>().is_ok();
    let form = match column.data_type {
        _ if !is_writable(column) => Some("none"),
        DataType::Int { .. } if !values.texts.keys().all(whole) => Some("none"),
        DataType::Text { .. } | DataType::Char { .. } | DataType::CiText | DataType::Any => Some("value"),
        _ => None,
    };
    let form = form.map(|form| format!(", as = {}", quoted(form))).unwrap_or_default();
    Some((field.clone(), format!("id = {{ from = {}{form} }}\n", quoted(&path(&field)))))
}

/// A key of columns alone, that a record can be found by.
fn is_plain(key: &Key) -> bool {
    key.predicate.is_none() && key.unsupported.is_none() && key.operators.is_empty() && key.columns().count() == key.parts.len()
}

/// The identity where there is no id, else the keys that could be one.
fn identity(table: &Table, pairs: &[Pair<'_>], has_id: bool) -> String {
    let filled = |name: &str| pairs.iter().any(|pair| pair.column.name == name);
    let keys: Vec<&Key> = table.keys.iter().filter(|key| is_plain(key) && key.columns().all(filled)).collect();
    if !has_id && keys.iter().any(|key| key.kind == KeyKind::Primary) {
        return String::new();
    }
    let columns = |key: &Key| list(&key.columns().map(str::to_owned).collect::<Vec<_>>());
    let others = keys.iter().filter(|key| key.kind != KeyKind::Primary);
    if !has_id {
        // Numbers are often places in a list, which move; a text that no two records share is a name.
        let rank = |key: &&&Key| {
            let own: Vec<&Pair<'_>> = pairs.iter().filter(|pair| key.columns().any(|name| pair.column.name == name)).collect();
            let differs = own.iter().all(|pair| pair.sample.texts.values().all(|count| *count == 1));
            (!own.iter().all(|pair| pair.sample.strings > 0), !differs, key.parts.len())
        };
        return match others.min_by_key(rank) {
            Some(key) => format!("identity = {}\n", columns(key)),
            None => comment("no field is a unique key: a second import cannot tell which row a record is"),
        };
    }
    others.map(|key| comment(&format!("identity = {}   # if this says which row a record is, rather than the id", columns(key)))).collect()
}

/// What the values of a field ask for.
fn of_values(column: &Column, sample: &FieldSample, is_reference: bool) -> Vec<String> {
    let mut parts = Vec::new();
    let is_text = matches!(column.data_type, DataType::Text { .. } | DataType::Char { .. } | DataType::CiText);
    let is_json = matches!(column.data_type, DataType::Json | DataType::Jsonb);
    if is_json && sample.documents > 0 && sample.documents == sample.strings {
        parts.push("transform = \"parse_json\"".to_owned());
    } else if (is_text || is_reference) && sample.padded > 0 {
        parts.push("transform = \"trim\"".to_owned());
    }
    let none: Vec<String> = NONE.iter().filter(|none| sample.texts.contains_key(**none)).map(|none| (*none).to_owned()).collect();
    if column.nullable && !none.is_empty() && !is_json && (!is_text || is_reference || column.allowed.is_some()) {
        parts.push(format!("null_if = {}", list(&none)));
    }
    if is_moment(&column.data_type) {
        let formats = formats(sample);
        if formats.iter().any(|format| format != "iso") {
            parts.push(format!("format = {}", list(&formats)));
        }
    }
    parts
}

/// How the dates and times of a field are written.
fn formats(sample: &FieldSample) -> Vec<String> {
    let is_day_first = |text: &str| {
        let parts: Vec<&str> = text.trim().split('.').collect();
        matches!(parts.as_slice(), [day, month, year] if [day, month].iter().all(|part| (1..=2).contains(&part.len())) && year.len() == 4)
            && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let number = |text: &String| text.trim().parse::<i64>().ok();
    let is = |fits: &dyn Fn(&String) -> bool| sample.texts.keys().any(fits);
    let mut formats = Vec::new();
    if is(&|text| number(text).is_none() && !is_day_first(text)) {
        formats.push("iso".to_owned());
    }
    // Seconds since 1970 reach this number in the year 5138; milliseconds passed it in 1973.
    if is(&|text| number(text).is_some_and(|number| number.abs() >= 100_000_000_000)) {
        formats.push("epoch_ms".to_owned());
    } else if is(&|text| number(text).is_some_and(|number| number.abs() > 9_999_999)) {
        formats.push("epoch_s".to_owned());
    }
    if is(&|text| is_day_first(text)) {
        formats.push("%d.%m.%Y".to_owned());
    }
    formats
}

/// Comments about columns without field and fields without column.
fn left(
    table: &Table,
    sample: &Sample,
    pairs: &[Pair<'_>],
    id_column: Option<&str>,
    used: &BTreeSet<&str>,
    notes: &mut Vec<String>,
) -> String {
    let (mut text, name) = (String::new(), table.display_name());
    let is_top = |field: &&String| !field.starts_with('/');
    let free: Vec<&String> = sample.fields.keys().filter(|field| !used.contains(field.as_str())).collect();
    let unfilled = table
        .columns
        .iter()
        .filter(|column| Some(column.name.as_str()) != id_column && !pairs.iter().any(|pair| pair.column.name == column.name));
    for column in unfilled.filter(|column| is_writable(column)) {
        let near = nearest(&column.name, free.iter().map(|field| field.as_str()));
        let near = near.or_else(|| alike(&column.name, &free));
        let is_required = is_required(column);
        let what = if is_required { "no field is called so, and the column needs a value" } else { "no field is called so" };
        let is_rest = REST.contains(&fold(&column.name).as_str())
            && matches!(column.data_type, DataType::Json | DataType::Jsonb | DataType::Text { .. });
        let rule = match near {
            Some(field) => quoted(&path(field)),
            None if is_rest => "{ rest = true }".to_owned(),
            None => "\"?\"".to_owned(),
        };
        text.push_str(&comment(&format!("{} = {rule}   # {}: {what}", key(&column.name), column.type_text)));
        if is_required {
            notes
                .push(format!("mappings/{name}.toml: the column `{}` needs a value; `resettle check` fails until it has one", column.name));
        }
    }
    let unmapped: Vec<String> = free
        .iter()
        .filter(|field| is_top(field) && !used.iter().any(|used| used.starts_with(&format!("/{field}/"))))
        .map(|field| format!("`{field}` ({})", sample.fields[*field].count))
        .collect();
    if !unmapped.is_empty() {
        text.push_str(&comment(&format!("fields without column, with numbers of records: {}", unmapped.join(", "))));
    }
    if text.is_empty() { text } else { format!("\n{text}") }
}

/// A field whose last part is called like the column, else like its last or first word.
fn alike<'a>(column: &str, free: &[&'a String]) -> Option<&'a str> {
    let folded = fold(column);
    let (first, last) = (folded.split('_').next().unwrap_or_default(), folded.rsplit('_').next().unwrap_or_default());
    let by = |fits: &dyn Fn(&str) -> bool| free.iter().find(|field| field.rsplit('/').next().is_some_and(fits)).map(|field| field.as_str());
    by(&|name| bare(name) == bare(column)).or_else(|| by(&|name| fold(name) == last)).or_else(|| by(&|name| fold(name) == first))
}

/// A field as a path: a pointer as it is, and a name that looks like something else as a pointer.
fn path(field: &str) -> String {
    if field.starts_with('/') || !field.starts_with(['.', '@', '^']) { field.to_owned() } else { format!("/{field}") }
}
