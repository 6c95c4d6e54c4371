//! Reads Rust source far enough to say which paths and which text literals stand where.
//!
//! Takes the text of a file, gives a [`Scan`]. Comments are left out, and so is everything behind `#[cfg(test)]`.
//!
//! **Invariant**: every path is absolute: `crate::...`, or begins with the name of a crate.

/// What a file says.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    /// Paths of `use` declarations and inline paths, with their lines.
    pub(crate) paths: Vec<(usize, String)>,
    /// String literals without quotes, escapes as written, with the lines on which they begin.
    pub(crate) texts: Vec<(usize, String)>,
    /// Words (identifiers and keywords), with their lines.
    pub(crate) words: Vec<(usize, String)>,
    /// Paths of the modules that are declared in other files and exist in tests only.
    pub(crate) test_modules: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    Text(String),
    Mark(char),
    /// `::`
    Colons,
}

/// Reads `text`, the file of the module `module` (`crate::backend::sqlite`).
pub(crate) fn scan(module: &str, text: &str) -> Scan {
    let tokens = tokens(text);
    let mut reader = Reader { tokens: &tokens, at: 0, module: module.split("::").map(str::to_owned).collect(), ends: Vec::new(), depth: 0 };
    let mut scan = Scan::default();
    while reader.at < tokens.len() {
        reader.step(&mut scan);
    }
    scan
}

/// Walks over the tokens of one file.
struct Reader<'a> {
    tokens: &'a [(usize, Token)],
    at: usize,
    /// Module around the current token.
    module: Vec<String>,
    /// Depths of braces at which inline modules end.
    ends: Vec<usize>,
    depth: usize,
}

impl Reader<'_> {
    fn token(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead).map(|(_, token)| token)
    }

    fn is(&self, ahead: usize, expect: &[&str]) -> bool {
        expect.iter().enumerate().all(|(i, expect)| match self.token(ahead + i) {
            Some(Token::Word(word)) => word == expect,
            Some(Token::Mark(mark)) => expect.chars().eq([*mark]),
            Some(Token::Colons) => *expect == "::",
            _ => false,
        })
    }

    fn word(&self, ahead: usize) -> Option<&str> {
        match self.token(ahead)? {
            Token::Word(word) => Some(word),
            _ => None,
        }
    }

    fn step(&mut self, scan: &mut Scan) {
        let line = self.tokens[self.at].0;
        if self.is(0, &["#", "[", "cfg", "(", "test", ")", "]"]) {
            self.at += 7;
            return self.skip_item(scan);
        }
        match self.tokens[self.at].1.clone() {
            Token::Mark('{') => self.depth += 1,
            Token::Mark('}') => self.close(),
            Token::Text(text) => scan.texts.push((line, text)),
            Token::Word(word) if word == "mod" && self.word(1).is_some() && self.is(2, &["{"]) => {
                let name = self.word(1).unwrap_or_default().to_owned();
                self.module.push(name);
                self.ends.push(self.depth);
                self.depth += 1;
                self.at += 2;
            }
            // `use<'a>` is a bound.
            Token::Word(word) if word == "use" && !self.is(1, &["<"]) => {
                self.at += 1;
                self.at += usize::from(self.token(0) == Some(&Token::Colons));
                return self.use_tree(&[], scan);
            }
            Token::Word(word) => {
                scan.words.push((line, word.clone()));
                if self.token(1) == Some(&Token::Colons) && self.word(2).is_some() {
                    return self.inline_path(scan);
                }
            }
            _ => {}
        }
        self.at += 1;
    }

    fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.ends.last() == Some(&self.depth) {
            self.ends.pop();
            self.module.pop();
        }
    }

    /// Steps over attributes and one item: up to its `;`, or to the end of its braces.
    fn skip_item(&mut self, scan: &mut Scan) {
        let mut depth = 0_usize;
        if let (Some("mod"), Some(name)) = (self.word(0), self.word(1))
            && self.is(2, &[";"])
        {
            scan.test_modules.push(format!("{}::{name}", self.module.join("::")));
        }
        while let Some(token) = self.token(0).cloned() {
            self.at += 1;
            match token {
                Token::Mark('{' | '(' | '[') => depth += 1,
                Token::Mark('}') if depth == 1 => return,
                Token::Mark('}' | ')' | ']') => depth = depth.saturating_sub(1),
                Token::Mark(';' | ',') if depth == 0 => return,
                _ => {}
            }
        }
    }

    /// Reads one branch of a `use` declaration below `before`, and the branches behind it.
    fn use_tree(&mut self, before: &[String], scan: &mut Scan) {
        let mut path = before.to_vec();
        let mut line = self.tokens.get(self.at).map_or(0, |(line, _)| *line);
        while let Some((here, token)) = self.tokens.get(self.at).cloned() {
            self.at += 1;
            match token {
                Token::Word(word) if word == "as" => self.at += 1,
                Token::Word(word) => {
                    if path.len() == before.len() {
                        line = here;
                    }
                    path.push(word);
                }
                Token::Mark('*') => path.push("*".to_owned()),
                Token::Mark('{') => {
                    self.use_tree(&path, scan);
                    path = before.to_vec();
                }
                Token::Mark(',') => {
                    self.record(line, before, &path, scan);
                    path = before.to_vec();
                }
                Token::Mark('}' | ';') => return self.record(line, before, &path, scan),
                _ => {}
            }
        }
    }

    fn record(&self, line: usize, before: &[String], path: &[String], scan: &mut Scan) {
        if path.len() > before.len() {
            scan.paths.push((line, self.absolute(path)));
        }
    }

    fn inline_path(&mut self, scan: &mut Scan) {
        let line = self.tokens[self.at].0;
        let mut path = Vec::new();
        while let Some(word) = self.word(0).map(str::to_owned) {
            path.push(word);
            self.at += 1;
            if self.token(0) != Some(&Token::Colons) || self.word(1).is_none() {
                break;
            }
            self.at += 1;
        }
        scan.paths.push((line, self.absolute(&path)));
    }

    fn absolute(&self, path: &[String]) -> String {
        let (mut from, mut rest) = (Vec::new(), path);
        match path.first().map(String::as_str) {
            Some("self" | "super") => from.clone_from(&self.module),
            _ => return path.join("::"),
        }
        while let Some(first) = rest.first() {
            match first.as_str() {
                "self" => {}
                "super" => drop(from.pop()),
                _ => break,
            }
            rest = &rest[1..];
        }
        from.extend_from_slice(rest);
        from.join("::")
    }
}

fn tokens(text: &str) -> Vec<(usize, Token)> {
    let chars: Vec<char> = text.chars().collect();
    let (mut tokens, mut at, mut line) = (Vec::new(), 0, 1);
    while at < chars.len() {
        let (token, end) = token(&chars, at);
        tokens.extend(token.map(|token| (line, token)));
        line += chars[at..end].iter().filter(|c| **c == '\n').count();
        at = end;
    }
    tokens
}

/// Reads what begins at `at` and returns it with its end; white space, comments, numbers, characters and lifetimes are no tokens.
fn token(chars: &[char], at: usize) -> (Option<Token>, usize) {
    let next = chars.get(at + 1).copied();
    match chars[at] {
        '/' if next == Some('/') => (None, while_at(chars, at, |c| c != '\n')),
        '/' if next == Some('*') => (None, comment_end(chars, at)),
        ':' if next == Some(':') => (Some(Token::Colons), at + 2),
        '"' => text(chars, at, 0),
        '\'' => (None, quote_end(chars, at)),
        c if c.is_alphabetic() || c == '_' => word_or_text(chars, at),
        c if c.is_ascii_digit() => (None, while_at(chars, at, is_word)),
        c if c.is_whitespace() => (None, at + 1),
        c => (Some(Token::Mark(c)), at + 1),
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn while_at(chars: &[char], at: usize, holds: impl Fn(char) -> bool) -> usize {
    chars[at..].iter().position(|c| !holds(*c)).map_or(chars.len(), |n| at + n)
}

/// Block comments nest.
fn comment_end(chars: &[char], mut at: usize) -> usize {
    let mut depth = 0;
    while at + 1 < chars.len() {
        match (chars[at], chars[at + 1]) {
            ('/', '*') => depth += 1,
            ('*', '/') => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return at;
        }
    }
    chars.len()
}

/// Tells a character (`'a'`, `'\''`) from a lifetime (`'a`).
fn quote_end(chars: &[char], at: usize) -> usize {
    match (chars.get(at + 1), chars.get(at + 2)) {
        (Some('\\'), _) => while_at(chars, (at + 3).min(chars.len()), |c| c != '\'') + 1,
        (Some(_), Some('\'')) => at + 3,
        _ => at + 1,
    }
    .min(chars.len())
}

/// Reads a word, or the literal that its letters introduce (`r#"..."#`, `b"..."`, `b'.'`, `r#type`).
fn word_or_text(chars: &[char], at: usize) -> (Option<Token>, usize) {
    let end = while_at(chars, at, is_word);
    let word: String = chars[at..end].iter().collect();
    let hashes = chars[end..].iter().take_while(|c| **c == '#').count();
    let opens = chars.get(end + hashes);
    match word.as_str() {
        "r" | "br" | "cr" if opens == Some(&'"') => text(chars, end + hashes, hashes + 1),
        "r" if hashes == 1 && opens.is_some_and(|c| is_word(*c)) => word_or_text(chars, end + 1),
        "b" | "c" if hashes == 0 && opens == Some(&'"') => text(chars, end, 0),
        "b" if hashes == 0 && opens == Some(&'\'') => (None, quote_end(chars, end)),
        _ => (Some(Token::Word(word)), end),
    }
}

/// Reads a string whose quote is at `at`; `raw` is 0 for one with escapes, else 1 and the number of `#`.
fn text(chars: &[char], at: usize, raw: usize) -> (Option<Token>, usize) {
    let mut end = at + 1;
    while end < chars.len() {
        let closes = chars[end] == '"' && (raw == 0 || chars[end + 1..].iter().take(raw - 1).filter(|c| **c == '#').count() == raw - 1);
        if closes {
            break;
        }
        end += if raw == 0 && chars[end] == '\\' { 2 } else { 1 };
    }
    let end = end.min(chars.len());
    let text = chars[at + 1..end].iter().collect();
    (Some(Token::Text(text)), (end + raw.max(1)).min(chars.len()))
}

#[cfg(test)]
mod tests {
    use super::scan;

    fn paths(text: &str) -> Vec<(usize, String)> {
        scan("crate::a::b", text).paths
    }

    #[test]
    fn paths_are_found_wherever_they_stand() {
        let check = |text: &str, expect: &[(usize, &str)]| {
            let expect: Vec<_> = expect.iter().map(|(line, path)| (*line, (*path).to_owned())).collect();
            assert_eq!(paths(text), expect, "{text}");
        };
        check("use crate::c;", &[(1, "crate::c")]);
        check(
            "use crate::{c, d::{self, E as F}, g::*};",
            &[(1, "crate::c"), (1, "crate::d::self"), (1, "crate::d::E"), (1, "crate::g::*")],
        );
        check("pub(super) use super::c::D;\n\nuse ::diesel::prelude::*;", &[(1, "crate::a::c::D"), (3, "diesel::prelude::*")]);
        check("use crate::{\n    c,\n    d,\n};", &[(2, "crate::c"), (3, "crate::d")]);
        check("fn f() { std::env::var(\"X\"); crate::c::d::<u8>(); }", &[(1, "std::env::var"), (1, "crate::c::d")]);
        check("mod m { use super::super::c; }\nuse super::d;", &[(1, "crate::a::c"), (2, "crate::a::d")]);
        check("// crate::c\n/* crate::d /* */ crate::e */ \"crate::f\" r#\"\"crate::g\"# '\"' b'\\'' 'x", &[]);
        check("fn f<'a>(x: &'a u8) -> impl Fn() + use<'a> { crate::c::d }", &[(1, "crate::c::d")]);
        check("macro_rules! m { () => { $crate::c::d } }", &[(1, "crate::c::d")]);
    }

    #[test]
    fn what_exists_in_tests_only_is_left_out() {
        let check = |text: &str, expect: &[&str]| {
            let found: Vec<_> = paths(text).into_iter().map(|(_, path)| path).collect();
            assert_eq!(found, expect, "{text}");
        };
        check("#[cfg(test)]\nmod tests { use crate::c; fn f() { \"}\"; } }\nuse crate::d;", &["crate::d"]);
        check("#[cfg(test)]\nuse crate::c;\nuse crate::d;", &["crate::d"]);
        check("#[cfg(test)]\n#[allow(x)]\nfn f(a: [u8; 2]) -> crate::c::D { crate::c::d() }\nuse crate::d;", &["crate::d"]);
        assert_eq!(scan("crate::a", "#[cfg(test)]\nmod tests;\nmod b;").test_modules, ["crate::a::tests"]);
    }

    #[test]
    fn texts_are_told_from_what_looks_like_them() {
        let texts: Vec<_> = scan("crate", "f(\"a\\\"b\");\ng(r#\"c\"d\"#, b\"e\", '\"'); // \"f\"\n\"g\nh\" i(\"j\")").texts;
        let expect = [(1, "a\\\"b"), (2, "c\"d"), (2, "e"), (3, "g\nh"), (4, "j")];
        assert_eq!(texts.iter().map(|(line, text)| (*line, text.as_str())).collect::<Vec<_>>(), expect);
    }
}
