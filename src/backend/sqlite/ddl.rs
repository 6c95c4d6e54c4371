//! What only the text of a CREATE statement tells: CHECKs, constraint names, ON CONFLICT clauses, AUTOINCREMENT, collations, deferrable foreign keys,
//! generated columns, index expressions and predicates.
//!
//! Takes the text that SQLite keeps in `sqlite_schema`, gives plain structs. SQLite has accepted the text, so that its grammar
//! (<https://www.sqlite.org/lang_createtable.html>) is not checked again.
//!
//! **Invariant**: no text panics; what is not understood is left out.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::backend::tokens::{Kind, Token, closing, split, text_of, tokens, unwrapped};
use crate::catalog::{Check, Timing};

/// What a CREATE TABLE tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TableText {
    /// CHECK constraints in order.
    pub(super) checks: Vec<Check>,
    /// Where the expression of each stands, with its parentheses.
    pub(super) check_places: Vec<Range<usize>>,
    /// PRIMARY KEY and UNIQUE constraints in order.
    pub(super) keys: Vec<KeyText>,
    /// Foreign keys in order.
    pub(super) foreign_keys: Vec<ForeignKeyText>,
    /// COLLATE by column name in lower case.
    pub(super) collations: BTreeMap<String, String>,
    /// Expressions of generated columns by column name in lower case.
    pub(super) generated: BTreeMap<String, String>,
    /// The primary key has AUTOINCREMENT.
    pub(super) autoincrement: bool,
}

/// A PRIMARY KEY or UNIQUE constraint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct KeyText {
    pub(super) name: Option<String>,
    pub(super) primary: bool,
    pub(super) columns: Vec<String>,
    /// `ON CONFLICT` algorithm in upper case, where there is one.
    pub(super) on_conflict: Option<String>,
}

/// A foreign key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ForeignKeyText {
    pub(super) name: Option<String>,
    pub(super) timing: Timing,
}

/// What a CREATE INDEX tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct IndexText {
    /// Expression and explicit collation of each part.
    pub(super) parts: Vec<(String, Option<String>)>,
    /// What follows WHERE.
    pub(super) predicate: Option<String>,
}

/// Reads a CREATE TABLE.
pub(super) fn table(sql: &str) -> TableText {
    let tokens = tokens(sql);
    let mut found = TableText::default();
    let Some(open) = tokens.iter().position(|token| token.is_sign('(')) else { return found };
    let inside = &tokens[open + 1..closing(&tokens, open).max(open + 1)];
    for definition in split(inside, |token| token.is_sign(',')) {
        let is_constraint = ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"].iter().any(|word| begins(definition, word));
        let column = definition.first().filter(|_| !is_constraint).and_then(Token::name).map(str::to_owned);
        let start = usize::from(column.is_some());
        Reader { sql, tokens: definition, at: start, column, name: None, found: &mut found }.read();
    }
    found
}

fn begins(tokens: &[Token], word: &str) -> bool {
    tokens.first().is_some_and(|token| token.is_word(word))
}

/// Reads one definition: a column with its constraints, or table constraints.
struct Reader<'a> {
    sql: &'a str,
    tokens: &'a [Token],
    at: usize,
    /// Name of the column; `None` for table constraints.
    column: Option<String>,
    /// Name given by CONSTRAINT to what follows.
    name: Option<String>,
    found: &'a mut TableText,
}

impl Reader<'_> {
    fn read(&mut self) {
        while self.at < self.tokens.len() {
            self.step();
        }
    }

    fn step(&mut self) {
        if self.take("CONSTRAINT") {
            self.name = self.take_name();
        } else if self.take("CHECK") {
            let start = self.tokens.get(self.at).map_or(self.sql.len(), |token| token.at.start);
            let expression = self.take_group();
            let name = self.name.take();
            self.found.check_places.push(start..start + expression.len());
            self.found.checks.push(Check { name, expression: unwrapped(&expression).to_owned() });
        } else if self.take("PRIMARY") {
            self.key(true);
        } else if self.take("UNIQUE") {
            self.key(false);
        } else if self.take("REFERENCES") {
            self.references();
        } else if self.take("COLLATE") {
            let collation = self.take_name();
            self.keep(collation, |found| &mut found.collations);
        } else if self.take("AS") {
            let expression = self.take_group();
            self.keep(Some(unwrapped(&expression).to_owned()), |found| &mut found.generated);
        } else if self.take("DEFAULT") {
            self.skip();
        } else if self.take("NOT") || self.take("NULL") {
            // A name given to NOT NULL belongs to nothing that is kept.
            self.name = None;
        } else {
            self.skip();
        }
    }

    /// `[KEY] [ASC | DESC] [(columns)] [ON CONFLICT x] [AUTOINCREMENT]`
    fn key(&mut self, primary: bool) {
        let _ = self.take("KEY");
        let _ = self.take("ASC") || self.take("DESC");
        let columns = match &self.column {
            Some(column) => vec![column.clone()],
            None => self.take_names(),
        };
        let on_conflict = self.on_conflict();
        self.found.autoincrement |= primary && self.columns_mention_autoincrement();
        let name = self.name.take();
        self.found.keys.push(KeyText { name, primary, columns, on_conflict });
    }

    /// AUTOINCREMENT follows the key of a column, or stands inside the parentheses of a table constraint.
    fn columns_mention_autoincrement(&self) -> bool {
        self.tokens.iter().any(|token| token.is_word("AUTOINCREMENT"))
    }

    fn on_conflict(&mut self) -> Option<String> {
        if self.is("ON", 0) && self.is("CONFLICT", 1) {
            self.at += 2;
            return self.take_name().map(|name| name.to_ascii_uppercase()).filter(|name| name != "ABORT");
        }
        None
    }

    /// `parent [(columns)] [ON DELETE x] [ON UPDATE x] [MATCH x] [[NOT] DEFERRABLE [INITIALLY DEFERRED | IMMEDIATE]]`
    fn references(&mut self) {
        let _ = self.take_name();
        if self.tokens.get(self.at).is_some_and(|token| token.is_sign('(')) {
            self.skip();
        }
        while self.take("ON") || self.take("MATCH") {
            let _ = self.take("DELETE") || self.take("UPDATE");
            let _ = (self.take("SET") || self.take("NO")) && (self.take("NULL") || self.take("DEFAULT") || self.take("ACTION"))
                || self.take_name().is_some();
        }
        let timing = self.timing();
        let name = self.name.take();
        self.found.foreign_keys.push(ForeignKeyText { name, timing });
    }

    fn timing(&mut self) -> Timing {
        let never = self.is("NOT", 0) && self.is("DEFERRABLE", 1) && self.take("NOT");
        if !self.take("DEFERRABLE") {
            return Timing::Immediate;
        }
        let deferred = self.take("INITIALLY") && (self.take("DEFERRED") || !self.take("IMMEDIATE"));
        match (never, deferred) {
            (true, _) => Timing::Immediate,
            (false, true) => Timing::Deferred,
            (false, false) => Timing::Deferrable,
        }
    }

    fn keep(&mut self, value: Option<String>, map: fn(&mut TableText) -> &mut BTreeMap<String, String>) {
        if let (Some(column), Some(value)) = (&self.column, value) {
            map(self.found).insert(column.to_ascii_lowercase(), value);
        }
    }

    fn is(&self, word: &str, ahead: usize) -> bool {
        self.tokens.get(self.at + ahead).is_some_and(|token| token.is_word(word))
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.is(word, 0);
        self.at += usize::from(found);
        found
    }

    fn take_name(&mut self) -> Option<String> {
        let name = self.tokens.get(self.at)?.name()?.to_owned();
        self.at += 1;
        Some(name)
    }

    /// Skips one token, or what stands in parentheses.
    fn skip(&mut self) {
        let opens = self.tokens.get(self.at).is_some_and(|token| token.is_sign('('));
        self.at = if opens { closing(self.tokens, self.at) + 1 } else { self.at + 1 };
    }

    /// Takes what stands in parentheses, with them.
    fn take_group(&mut self) -> String {
        let start = self.at;
        self.skip();
        text_of(self.sql, &self.tokens[start.min(self.tokens.len())..self.at.min(self.tokens.len())]).to_owned()
    }

    /// Takes `(a, b COLLATE x DESC)` as `a`, `b`.
    fn take_names(&mut self) -> Vec<String> {
        let start = self.at;
        self.skip();
        let group = &self.tokens[start.min(self.tokens.len())..self.at.min(self.tokens.len())];
        let inside = group.get(1..group.len().saturating_sub(1)).unwrap_or_default();
        split(inside, |token| token.is_sign(',')).into_iter().filter_map(|part| part.first()?.name().map(str::to_owned)).collect()
    }
}

/// Reads a CREATE INDEX.
pub(super) fn index(sql: &str) -> IndexText {
    let tokens = tokens(sql);
    let Some(open) = tokens.iter().position(|token| token.is_sign('(')) else { return IndexText::default() };
    let close = closing(&tokens, open).max(open + 1);
    let parts = split(&tokens[open + 1..close], |token| token.is_sign(',')).into_iter().map(|part| index_part(sql, part)).collect();
    let predicate = match tokens.get(close + 1..).unwrap_or_default() {
        [word, rest @ ..] if word.is_word("WHERE") => Some(text_of(sql, rest).trim_end_matches(';').trim_end().to_owned()),
        _ => None,
    };
    IndexText { parts, predicate }
}

/// Cuts `expression [COLLATE x] [ASC | DESC]`.
fn index_part(sql: &str, mut part: &[Token]) -> (String, Option<String>) {
    if let [rest @ .., last] = part
        && (last.is_word("ASC") || last.is_word("DESC"))
    {
        part = rest;
    }
    match part {
        [rest @ .., word, collation] if word.is_word("COLLATE") => (text_of(sql, rest).to_owned(), collation.name().map(str::to_owned)),
        _ => (text_of(sql, part).to_owned(), None),
    }
}

/// Says of a CREATE TRIGGER whether it runs before a row is inserted or updated; BEFORE is what SQLite takes where nothing is said.
pub(super) fn runs_before_write(sql: &str) -> bool {
    let tokens = tokens(sql);
    let mut rest = tokens.iter().skip_while(|token| !token.is_word("TRIGGER")).skip(1).peekable();
    while rest.next_if(|token| ["IF", "NOT", "EXISTS"].iter().any(|word| token.is_word(word))).is_some() {}
    let _name = rest.next();
    while rest.next_if(|token| token.is_sign('.')).is_some() {
        let _name = rest.next();
    }
    let after = rest.peek().is_some_and(|token| token.is_word("AFTER"));
    let event = rest.find(|token| ["DELETE", "INSERT", "UPDATE"].iter().any(|word| token.is_word(word)));
    !after && event.is_some_and(|event| !event.is_word("DELETE"))
}

/// Splits a declared type into its name in upper case, words joined by one space, and its numbers.
pub(super) fn declared_type(text: &str) -> (String, Vec<i64>) {
    let tokens = tokens(text);
    let words: Vec<String> = tokens.iter().filter_map(|token| token.name().map(str::to_ascii_uppercase)).collect();
    let numbers = tokens.iter().filter(|token| token.kind == Kind::Number).filter_map(|token| text[token.at.clone()].parse().ok());
    (words.join(" "), numbers.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_table() {
        let found = table(
            "CREATE TABLE IF NOT EXISTS \"t(\" (id INTEGER CONSTRAINT pk PRIMARY KEY ASC ON CONFLICT FAIL AUTOINCREMENT, -- CHECK (no)
               [na me] VARCHAR(10, 2) NOT NULL DEFAULT ('a,b') COLLATE NOCASE CHECK (((length([na me]) > 0))),
               kind TEXT CONSTRAINT kinds CHECK (kind IN ('a', ')')) UNIQUE ON CONFLICT REPLACE,
               parent INT CONSTRAINT up REFERENCES t ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
               twice INT GENERATED ALWAYS AS ((id + 1) * 2) STORED, other AS (id),
               CONSTRAINT u UNIQUE (kind COLLATE RTRIM DESC, parent) ON CONFLICT ABORT
               FOREIGN KEY (kind, parent) REFERENCES p(a, b) NOT DEFERRABLE, CHECK (id <> parent)) STRICT",
        );
        let check = |name: Option<&str>, expression: &str| Check { name: name.map(str::to_owned), expression: expression.to_owned() };
        assert_eq!(
            found.checks,
            [check(None, "length([na me]) > 0"), check(Some("kinds"), "kind IN ('a', ')')"), check(None, "id <> parent")]
        );
        let key = |name: Option<&str>, primary, columns: &[&str], on_conflict: Option<&str>| KeyText {
            name: name.map(str::to_owned),
            primary,
            columns: columns.iter().map(|column| (*column).to_owned()).collect(),
            on_conflict: on_conflict.map(str::to_owned),
        };
        let keys = [
            key(Some("pk"), true, &["id"], Some("FAIL")),
            key(None, false, &["kind"], Some("REPLACE")),
            key(Some("u"), false, &["kind", "parent"], None),
        ];
        assert_eq!(found.keys, keys);
        let foreign = |name: Option<&str>, timing| ForeignKeyText { name: name.map(str::to_owned), timing };
        assert_eq!(found.foreign_keys, [foreign(Some("up"), Timing::Deferred), foreign(None, Timing::Immediate)]);
        assert_eq!(found.collations, BTreeMap::from([("na me".to_owned(), "NOCASE".to_owned())]));
        let generated = [("twice", "(id + 1) * 2"), ("other", "id")].map(|(name, sql)| (name.to_owned(), sql.to_owned()));
        assert_eq!(found.generated, BTreeMap::from(generated));
        assert!(found.autoincrement);
    }

    #[test]
    fn reads_an_index() {
        let check = |sql: &str, parts: &[(&str, Option<&str>)], predicate: Option<&str>| {
            let parts = parts.iter().map(|(sql, collation)| ((*sql).to_owned(), collation.map(str::to_owned))).collect();
            assert_eq!(index(sql), IndexText { parts, predicate: predicate.map(str::to_owned) });
        };
        check("CREATE UNIQUE INDEX i ON t(a, lower(b) COLLATE NOCASE DESC)", &[("a", None), ("lower(b)", Some("NOCASE"))], None);
        check("CREATE UNIQUE INDEX \"i(\" ON t ( a || ',' ) WHERE b IS NULL;", &[("a || ','", None)], Some("b IS NULL"));
        check("CREATE UNIQUE INDEX", &[], None);
    }

    #[test]
    fn tells_triggers_apart() {
        let check = |sql: &str, expect: bool| assert_eq!(runs_before_write(sql), expect, "{sql}");
        check("CREATE TRIGGER x BEFORE INSERT ON t BEGIN SELECT 1; END", true);
        check("CREATE TRIGGER IF NOT EXISTS main.\"after\" UPDATE OF a ON t BEGIN SELECT 1; END", true);
        check("CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END", false);
        check("CREATE TRIGGER x BEFORE DELETE ON t BEGIN INSERT INTO u SELECT 1; END", false);
    }

    #[test]
    fn survives_any_text() {
        for sql in [
            "",
            "(",
            ")",
            "CREATE TABLE t(a CHECK",
            "CREATE TABLE t(a CHECK (",
            "CREATE TABLE t(, PRIMARY",
            "CREATE TABLE t(a REFERENCES",
            "t)(",
        ] {
            let _ = (table(sql), index(sql), runs_before_write(sql));
        }
        assert_eq!(declared_type("double  precision(10 , -2)").0, "DOUBLE PRECISION");
    }
}
