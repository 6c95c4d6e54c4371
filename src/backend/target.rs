//! Where the target is: reads what a user writes after `--to` or in `DATABASE_URL`.
//!
//! Takes text, gives a [`TargetUrl`].
//!
//! **Invariant**: neither the printed form of a target nor an error about one has a password in it.

use std::fmt;

use crate::catalog::BackendKind;

/// Address of a target database.
#[derive(Clone, PartialEq, Eq)]
pub struct TargetUrl(Address);

/// What the address is for each backend.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Address {
    /// A private database in memory.
    SqliteMemory,
    /// Path of a file, taken literally: `?`, `#` and `%` are ordinary characters of it.
    SqliteFile(String),
    /// Connection URI or key=value string, handed to libpq as it is.
    Postgres(String),
}

/// Says why a text is not the address of a target.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum TargetUrlError {
    /// There is nothing to read.
    #[error("target is empty, expected `sqlite:PATH` or `postgres://user@host/database`")]
    Empty,
    /// `sqlite:` without path.
    #[error("`{found}` has no path, expected `sqlite:PATH` or `sqlite::memory:`")]
    NoPath {
        /// What was given.
        found: String,
    },
    /// The address has a NUL character, which no database takes.
    #[error("target has a NUL character, expected `sqlite:PATH` or `postgres://user@host/database`")]
    Nul,
    /// Neither form is recognized.
    #[error(
        "`{found}` names no known database, expected `sqlite:PATH`, a path ending in .db, .sqlite or .sqlite3, or `postgres://user@host/database`"
    )]
    Unknown {
        /// What was given, passwords left out.
        found: String,
    },
}

impl TargetUrl {
    /// Reads `sqlite:PATH`, `sqlite::memory:`, a bare path ending in `.db`, `.sqlite` or `.sqlite3`, `postgres://...`, `postgresql://...` or a libpq
    /// key=value string.
    ///
    /// # Errors
    /// If it is none of these.
    pub fn parse(text: &str) -> Result<Self, TargetUrlError> {
        let text = text.trim();
        if text.contains('\0') {
            return Err(TargetUrlError::Nul);
        }
        let address = match text {
            "" => return Err(TargetUrlError::Empty),
            ":memory:" => Address::SqliteMemory,
            _ if has_scheme(text, &["sqlite:"]) => sqlite_address(text)?,
            _ if has_scheme(text, &["postgres://", "postgresql://"]) => Address::Postgres(lower_scheme(text)),
            _ if is_database_path(text) => Address::SqliteFile(text.to_owned()),
            _ if is_key_value(text) => Address::Postgres(text.to_owned()),
            _ => return Err(TargetUrlError::Unknown { found: redact(text) }),
        };
        Ok(Self(address))
    }

    /// Returns which database it is.
    #[must_use]
    pub fn kind(&self) -> BackendKind {
        match self.0 {
            Address::SqliteMemory | Address::SqliteFile(_) => BackendKind::Sqlite,
            Address::Postgres(_) => BackendKind::Postgres,
        }
    }

    /// Returns the path of a SQLite file.
    #[must_use]
    pub fn file(&self) -> Option<&std::path::Path> {
        match &self.0 {
            Address::SqliteFile(path) => Some(std::path::Path::new(path)),
            _ => None,
        }
    }

    /// Says whether the target is a SQLite file that does not exist.
    #[must_use]
    pub fn is_missing_file(&self) -> bool {
        self.file().is_some_and(|path| !path.exists())
    }

    /// Returns the address with its secrets, for the connection itself.
    pub(crate) fn address(&self) -> &Address {
        &self.0
    }

    /// Takes every password of this address out of a text, such as an error message of the client library.
    pub(crate) fn without_secrets(&self, text: &str) -> String {
        let Address::Postgres(address) = &self.0 else {
            return text.to_owned();
        };
        let mut clean = text.replace(address.as_str(), &redact(address));
        for range in secrets(address) {
            let secret = &address[range];
            for form in [secret.to_owned(), percent_decoded(secret), secret.trim_matches('\'').to_owned()] {
                // Shorter ones would blot out ordinary words, and the library never prints a password by itself.
                if form.len() > 2 {
                    clean = clean.replace(&form, "***");
                }
            }
        }
        clean
    }
}

impl fmt::Display for TargetUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Address::SqliteMemory => f.write_str("sqlite::memory:"),
            Address::SqliteFile(path) => write!(f, "sqlite:{path}"),
            Address::Postgres(address) => f.write_str(&redact(address)),
        }
    }
}

impl fmt::Debug for TargetUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TargetUrl({self})")
    }
}

fn has_scheme(text: &str, schemes: &[&str]) -> bool {
    schemes.iter().any(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

/// libpq knows its schemes in lower case only.
fn lower_scheme(text: &str) -> String {
    let end = text.find("://").unwrap_or(0);
    format!("{}{}", text[..end].to_ascii_lowercase(), &text[end..])
}

fn sqlite_address(text: &str) -> Result<Address, TargetUrlError> {
    let path = &text["sqlite:".len()..];
    match path.strip_prefix("//").unwrap_or(path) {
        "" => Err(TargetUrlError::NoPath { found: text.to_owned() }),
        ":memory:" => Ok(Address::SqliteMemory),
        path => Ok(Address::SqliteFile(path.to_owned())),
    }
}

fn is_database_path(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    !text.contains("://") && [".db", ".sqlite", ".sqlite3"].iter().any(|suffix| lower.ends_with(suffix) && lower.len() > suffix.len())
}

fn is_key_value(text: &str) -> bool {
    const KEYS: [&str; 8] = ["host", "hostaddr", "port", "dbname", "user", "password", "service", "sslmode"];
    !text.contains("://") && text.split_once('=').is_some_and(|(key, _)| KEYS.contains(&key.trim()))
}

/// Replaces every password by `***`.
fn redact(address: &str) -> String {
    let mut text = address.to_owned();
    for range in secrets(address).into_iter().rev() {
        text.replace_range(range, "***");
    }
    text
}

/// Returns where the passwords stand, in order and without overlap.
fn secrets(address: &str) -> Vec<std::ops::Range<usize>> {
    match address.find("://") {
        Some(scheme) => uri_secrets(address, scheme + 3),
        None if is_key_value(address) => key_value_secrets(address),
        // No address at all, but somebody may have forgotten its scheme.
        None => uri_secrets(address, 0),
    }
}

/// Finds `user:password@` and `password=` among the query parameters.
///
/// libpq ends the user part at the first `@` before a `/`; a password with an unescaped `/` or `@` is a mistake, but must not be printed either,
/// so that everything up to the last `@` before the parameters counts.
fn uri_secrets(address: &str, start: usize) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let query = address[start..].find('?').map_or(address.len(), |at| start + at);
    let slash = address[start..].find('/').map_or(address.len(), |at| start + at);
    let last_at = address[start..query].rfind('@').into_iter().chain(address[start..slash].find('@')).max().map(|at| start + at);
    let mut rest = start;
    if let Some(at) = last_at {
        rest = at;
        if let Some(colon) = address[start..at].find(':') {
            found.push(start + colon + 1..at);
        }
    }
    let Some(query) = address[rest..].find('?').map(|at| rest + at + 1) else {
        return found;
    };
    let mut at = query;
    for parameter in address[query..].split('&') {
        if let Some((key, value)) = parameter.split_once('=')
            && is_secret_key(&percent_decoded(key))
        {
            let value_start = at + key.len() + 1;
            found.push(value_start..value_start + value.len());
        }
        at += parameter.len() + 1;
    }
    found
}

/// Finds the values of `password` and `sslpassword` in a libpq key=value string, quoted ones included.
fn key_value_secrets(address: &str) -> Vec<std::ops::Range<usize>> {
    let bytes = address.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(equals) = address[at..].find('=').map(|offset| at + offset) {
        let key = address[at..equals].trim();
        let value = equals + 1 + address[equals + 1..].len() - address[equals + 1..].trim_start().len();
        let end = value_end(bytes, value);
        if is_secret_key(key) && end > value {
            found.push(value..end);
        }
        at = end;
    }
    found
}

/// Finds the end of a value: the closing quote, or white space; a backslash takes the next character literally.
fn value_end(bytes: &[u8], start: usize) -> usize {
    let quoted = bytes.get(start) == Some(&b'\'');
    let mut at = if quoted { start + 1 } else { start };
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'\'' if quoted => return at + 1,
            _ if !quoted && byte.is_ascii_whitespace() => return at,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

fn is_secret_key(key: &str) -> bool {
    key.eq_ignore_ascii_case("password") || key.eq_ignore_ascii_case("sslpassword")
}

fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = text.get(at + 1..at + 3).filter(|_| bytes[at] == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        decoded.push(hex.unwrap_or(bytes[at]));
        at += if hex.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_form() {
        let check = |input: &str, expect: Address| assert!(TargetUrl::parse(input).is_ok_and(|url| url.0 == expect), "{input}");
        check("sqlite:a b/c?#%.x", Address::SqliteFile("a b/c?#%.x".into()));
        check("SQLITE:///abs/x", Address::SqliteFile("/abs/x".into()));
        check("sqlite::memory:", Address::SqliteMemory);
        check("x.sqlite3", Address::SqliteFile("x.sqlite3".into()));
        check("/tmp/X.DB", Address::SqliteFile("/tmp/X.DB".into()));
        check("Postgres://h/d", Address::Postgres("postgres://h/d".into()));
        check("postgresql://h/d.db", Address::Postgres("postgresql://h/d.db".into()));
        check("host=h dbname='my db'", Address::Postgres("host=h dbname='my db'".into()));
    }

    #[test]
    fn prints_no_password() {
        let check = |input: &str, expect: &str| {
            assert_eq!(TargetUrl::parse(input).map(|url| url.to_string()), Ok(expect.to_owned()));
        };
        check("postgres://u:secret@h:5432/d", "postgres://u:***@h:5432/d");
        check("postgres://u:se?cret@h/d", "postgres://u:***@h/d");
        check("postgres://u:s/e@cret@h/d?x=1", "postgres://u:***@h/d?x=1");
        check("postgres://h:5432/d", "postgres://h:5432/d");
        check("postgres://u@h/d?password=secret&sslmode=require", "postgres://u@h/d?password=***&sslmode=require");
        check("postgres://u@h/d?sslmode=require&pass%77ord=secret", "postgres://u@h/d?sslmode=require&pass%77ord=***");
        check("host=h password=secret user=u", "host=h password=*** user=u");
        check("host=h password = 'a b\\'c' user=u", "host=h password = *** user=u");
        check("password=a\\ b", "password=***");
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        let check = |input: &str, expect: &str| {
            assert_eq!(
                TargetUrl::parse(input).err().map(|e| e.to_string().split(',').next().unwrap_or_default().to_owned()),
                Some(expect.into())
            );
        };
        check("", "target is empty");
        check("sqlite:", "`sqlite:` has no path");
        check("mysql://u:secret@h/d", "`mysql://u:***@h/d` names no known database");
        check("u:secret@h/d", "`u:***@h/d` names no known database");
        check("tools.json", "`tools.json` names no known database");
        check(".db", "`.db` names no known database");
    }

    #[test]
    fn cleans_messages() {
        let url = TargetUrl::parse("postgres://u:s%20ecret@h:x/d").expect("an address");
        assert_eq!(url.without_secrets("bad \"postgres://u:s%20ecret@h:x/d\" and s ecret"), "bad \"postgres://u:***@h:x/d\" and ***");
    }
}
