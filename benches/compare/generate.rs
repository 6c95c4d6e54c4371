//! Makes the records of the workload `tools`, each from its number alone: as legacy JSON for resettle, and as normalized CSV for the database's own client.
//!
//! **Invariant**: the same number, variant and edition of this file give the same bytes everywhere.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use uuid::Uuid;

/// Organizations of the schema, `org-0` to `org-499`.
const ORGANIZATIONS: u64 = 500;

/// Namespace of the project, see `docs/mapping.md`.
const NAMESPACE: &str = "4a718dc0-bf38-535a-96c4-2ce42059d4e8";

const TYPES: [(&str, [&str; 2]); 12] = [
    ("api", ["rest", "HTTP"]),
    ("database", ["sql", "DB"]),
    ("web_scraping", ["scraper", "Crawler"]),
    ("website", ["site", "web"]),
    ("search", ["Lookup", "finder"]),
    ("code_interpreter", ["python", "REPL"]),
    ("file_storage", ["disk", "bucket"]),
    ("email", ["Mail", "smtp"]),
    ("messaging", ["chat", "SMS"]),
    ("calendar", ["agenda", "Schedule"]),
    ("spreadsheet", ["sheet", "Excel"]),
    ("custom", ["other", "misc"]),
];

const WORDS: [&str; 32] = [
    "amber", "basin", "café", "delta", "ember", "fjord", "grove", "harbor", "inlet", "juniper", "kelp", "lantern", "meadow", "naïve",
    "orchard", "prairie", "quartz", "river", "summit", "timber", "upland", "valley", "willow", "xenon", "yarrow", "zephyr", "beacon",
    "cobalt", "drift", "estuary", "fathom", "glacier",
];

const TRUE: [&str; 6] = ["true", "\"yes\"", "1", "\"t\"", "\"Y\"", "\"on\""];
const FALSE: [&str; 6] = ["false", "\"no\"", "0", "\"f\"", "\"N\"", "\"off\""];

/// What is done to the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edition {
    /// As first exported.
    Base,
    /// One record of a hundred has another description and configuration.
    Changed,
    /// Every record has another id.
    FreshIds,
    /// One record of a hundred cannot be imported, in five ways.
    Broken,
}

impl Edition {
    /// Name of its files.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Changed => "changed",
            Self::FreshIds => "fresh-ids",
            Self::Broken => "broken",
        }
    }
}

/// A stream of numbers that depends on nothing but its seed: `SplitMix64`.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    fn word(&mut self) -> &'static str {
        let choice = usize::try_from(self.below(32)).unwrap_or(0);
        WORDS[choice]
    }

    fn choice<const N: usize>(&mut self, among: [&'static str; N]) -> &'static str {
        let choice = usize::try_from(self.below(N as u64)).unwrap_or(0);
        among[choice]
    }
}

/// One record in both forms.
struct Record {
    json: String,
    csv: String,
}

/// Writes `rows` records as NDJSON and as CSV without header.
pub(crate) fn write(json: &Path, csv: &Path, rows: u64, edition: Edition) -> io::Result<()> {
    let (mut json, mut csv) = (BufWriter::new(File::create(json)?), BufWriter::new(File::create(csv)?));
    let namespace = Uuid::parse_str(NAMESPACE).map_err(io::Error::other)?;
    let ids = Uuid::new_v5(&namespace, b"tools");
    for number in 0..rows {
        let record = record(number, edition, &ids)?;
        json.write_all(record.json.as_bytes())?;
        csv.write_all(record.csv.as_bytes())?;
    }
    json.flush()?;
    csv.flush()
}

/// The id as the source has it, in JSON, and the UUID that it becomes.
fn id(number: u64, edition: Edition, ids: &Uuid) -> (String, Uuid) {
    let is_fresh = edition == Edition::FreshIds;
    let mut numbers = Numbers(number ^ if is_fresh { 0xF0E5_0000_0000_0000 } else { 0x1D00_0000_0000_0000 });
    let uuid = uuid::Builder::from_random_bytes((u128::from(numbers.next()) << 64 | u128::from(numbers.next())).to_be_bytes()).into_uuid();
    let offset = if is_fresh { 1_000_000_000 } else { 0 };
    match number % 10 {
        3 => (format!("{}", offset + number), Uuid::new_v5(ids, (offset + number).to_string().as_bytes())),
        7 => (format!("\"T-{:07}\"", offset + number), Uuid::new_v5(ids, format!("T-{:07}", offset + number).as_bytes())),
        _ => (format!("\"{uuid}\""), uuid),
    }
}

/// A moment in one of three spellings, and as the databases write it.
fn moment(numbers: &mut Numbers) -> io::Result<(String, String)> {
    let spelling = numbers.below(10);
    let mut seconds = 1_400_000_000 + numbers.below(300_000_000).cast_signed();
    if spelling == 0 {
        seconds -= seconds % 86_400;
    }
    let time = jiff::Timestamp::from_second(seconds).map_err(io::Error::other)?;
    let text = match spelling {
        0 => time.strftime("\"%d.%m.%Y\"").to_string(),
        1..=3 => format!("{seconds}000"),
        _ => time.strftime("\"%Y-%m-%dT%H:%M:%SZ\"").to_string(),
    };
    Ok((text, time.strftime("%Y-%m-%d %H:%M:%S+00:00").to_string()))
}

/// A day in one of two spellings or none, and as the databases write it.
fn day(numbers: &mut Numbers) -> io::Result<(String, String)> {
    let spelling = numbers.below(4);
    let seconds = 1_400_000_000 + numbers.below(300_000_000).cast_signed();
    let time = jiff::Timestamp::from_second(seconds).map_err(io::Error::other)?;
    Ok(match spelling {
        0 => ("null".to_owned(), String::new()),
        1 => (time.strftime("\"%d.%m.%Y\"").to_string(), time.strftime("%Y-%m-%d").to_string()),
        _ => (time.strftime("\"%Y-%m-%d\"").to_string(), time.strftime("%Y-%m-%d").to_string()),
    })
}

/// A type as the source has it, the value that it becomes, and what is kept of it where nobody knows it.
fn kind(number: u64, numbers: &mut Numbers) -> (&'static str, &'static str, &'static str) {
    let (value, [first, second]) = TYPES[usize::try_from(numbers.below(12)).unwrap_or(0)];
    if number % 200 == 150 {
        return ("quantum", "custom", "quantum");
    }
    match numbers.below(4) {
        0 => (first, value, ""),
        1 => (second, value, ""),
        _ => (value, value, ""),
    }
}

fn config(numbers: &mut Numbers, is_changed: bool) -> String {
    let (host, path) = (numbers.word(), numbers.below(100_000));
    let retries = numbers.below(9) + if is_changed { 10 } else { 0 };
    let (team, tags) = (numbers.below(400), [numbers.word(), numbers.word(), numbers.word()]);
    format!(
        "{{\"endpoint\":\"https://{host}.example.com/v2/{path}\",\"retries\":{retries},\"timeout\":{{\"connect\":1.5,\"read\":{read}}},\
         \"headers\":{{\"x-team\":\"t{team}\",\"accept\":\"application/json\"}},\"tags\":[\"{}\",\"{}\",\"{}\"]}}",
        tags[0],
        tags[1],
        tags[2],
        read = 10 + path % 50,
    )
}

/// The numbers of a record behind those of its slug, its organization, and the words of its name.
fn head(number: u64) -> (Numbers, u64, &'static str, &'static str) {
    let mut numbers = Numbers(number);
    let organization = numbers.below(ORGANIZATIONS);
    let (first, second) = (numbers.word(), numbers.word());
    (numbers, organization, first, second)
}

fn slug_of(number: u64) -> String {
    let (_, _, first, second) = head(number);
    format!("{first}-{second}-{number:07}")
}

fn record(number: u64, edition: Edition, ids: &Uuid) -> io::Result<Record> {
    let (mut numbers, organization, first, second) = head(number);
    let is_changed = edition == Edition::Changed && number % 100 == 17;
    let (id, uuid) = id(number, edition, ids);
    let slug = slug_of(number);
    let name = format!("{first} {second} no. {number}");
    let email = format!("{}.{number}@{}.example.com", if number.is_multiple_of(3) { "Desk" } else { "team" }, numbers.word());
    let (legacy_kind, kind, kept) = kind(number, &mut numbers);
    let words: Vec<&str> = (0..18).map(|_| numbers.word()).collect();
    let description = format!("The \\\"{first}\\\" tool: {}.{}", words.join(" "), if is_changed { " Revised." } else { "" });
    let config = config(&mut numbers, is_changed);
    let is_active = numbers.below(5) > 0;
    let active = numbers.choice(if is_active { TRUE } else { FALSE });
    let (created, created_at) = moment(&mut numbers)?;
    let (updated, updated_on) = day(&mut numbers)?;
    let broken = (edition == Edition::Broken && number % 100 == 42).then_some(number / 100 % 5);
    let legacy_slug = match broken {
        Some(0) => "null".to_owned(),
        Some(1) => format!("\"{}\"", slug_of(number - 1)),
        _ => format!("\"{slug}\""),
    };
    let json = format!(
        "{{\"id\":{id},\"slug\":{legacy_slug},\"org\":\"org-{org}\",\"name\":\" {name}\",\"email\":\"{email}\",\"type\":\"{legacy_kind}\",\
         \"description\":\"{description}\",\"config\":{config},\"active\":{active},\"created\":{created},\"updated\":{updated}}}\n",
        org = if broken == Some(2) { ORGANIZATIONS + 7 } else { organization },
        active = if broken == Some(3) { "\"maybe\"" } else { active },
        created = if broken == Some(4) { "\"31.02.2024\"" } else { &created },
    );
    let csv = format!(
        "{uuid},00000000-0000-4000-8000-{organization:012},{slug},{name},{email},{kind},{kept},\"{}\",\"{}\",{},{created_at},{updated_on}\n",
        description.replace("\\\"", "\"\""),
        config.replace('"', "\"\""),
        u8::from(is_active),
    );
    Ok(Record { json, csv })
}
