//! SQL text cut into tokens, as far as both databases write SQL alike.
//!
//! Takes what a database reports (an expression, a CREATE statement), gives [`Token`]s that know where they stand in it.
//!
//! **Invariant**: no text panics; what cannot be read is a [`Kind::Sign`].

use std::ops::Range;

/// One token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub(super) kind: Kind,
    /// Where it stands in the text, in bytes.
    pub(super) at: Range<usize>,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Bare word: a keyword or an identifier, as written.
    Word(String),
    /// Quoted identifier, unquoted.
    Quoted(String),
    /// String literal, unquoted.
    Text(String),
    /// Number, or a literal with a letter in front (`x'00'`).
    Number,
    /// `::`, or one character.
    Sign(char),
}

impl Token {
    /// Says whether it is this keyword, whatever its case.
    pub(super) fn is_word(&self, word: &str) -> bool {
        matches!(&self.kind, Kind::Word(found) if found.eq_ignore_ascii_case(word))
    }

    /// Says whether it is this sign; `::` counts as `':'`.
    pub(super) fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    /// Returns the name where it can be an identifier. SQLite takes a string literal for one where nothing else fits.
    pub(super) fn name(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(name) | Kind::Quoted(name) | Kind::Text(name) => Some(name),
            Kind::Number | Kind::Sign(_) => None,
        }
    }
}

/// Cuts a text into tokens, comments and white space left out.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let (kind, len) = match first {
            _ if first.is_whitespace() => (None, first.len_utf8()),
            '-' if rest.starts_with("--") => (None, rest.find('\n').unwrap_or(rest.len())),
            '/' if rest.starts_with("/*") => (None, rest.find("*/").map_or(rest.len(), |end| end + 2)),
            ':' if rest.starts_with("::") => (Some(Kind::Sign(':')), 2),
            '\'' => some(quoted(rest, '\''), Kind::Text),
            '"' | '`' => some(quoted(rest, first), Kind::Quoted),
            '[' if is_bracketed_name(rest, found.last()) => some(quoted(rest, ']'), Kind::Quoted),
            'x' | 'X' | 'b' | 'B' if rest[1..].starts_with('\'') => (Some(Kind::Number), 1 + quoted(&rest[1..], '\'').1),
            _ if first.is_ascii_digit() => (Some(Kind::Number), number_len(rest)),
            _ if is_word_char(first) => {
                let len = rest.find(|c| !is_word_char(c)).unwrap_or(rest.len());
                (Some(Kind::Word(rest[..len].to_owned())), len)
            }
            _ => (Some(Kind::Sign(first)), first.len_utf8()),
        };
        found.extend(kind.map(|kind| Token { kind, at: at..at + len }));
        at += len;
    }
    found
}

fn some((text, len): (String, usize), kind: fn(String) -> Kind) -> (Option<Kind>, usize) {
    (Some(kind(text)), len)
}

/// Reads what stands between the first character and `end`; a doubled `end` means itself.
fn quoted(text: &str, end: char) -> (String, usize) {
    let mut inside = String::new();
    let mut chars = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if c != end {
            inside.push(c);
        } else if end != ']' && chars.peek().is_some_and(|(_, next)| *next == end) {
            chars.next();
            inside.push(end);
        } else {
            return (inside, at + end.len_utf8());
        }
    }
    (inside, text.len())
}

/// Tells SQLite's `[name]` from PostgreSQL's `ARRAY[...]`, `text[]` and subscripts, which follow a word or a closing parenthesis at once.
fn is_bracketed_name(text: &str, before: Option<&Token>) -> bool {
    let array = before.is_some_and(|token| token.is_word("ARRAY") || token.is_sign(')') || token.is_sign(']'));
    !array && !text.starts_with("[]") && !text[1..].starts_with(|c: char| c.is_ascii_digit()) && text.contains(']')
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$' || !c.is_ascii()
}

fn number_len(text: &str) -> usize {
    let mut before = ' ';
    let end = text.find(|c: char| {
        let inside = c.is_ascii_alphanumeric() || c == '.' || c == '_' || (matches!(c, '+' | '-') && matches!(before, 'e' | 'E'));
        before = c;
        !inside
    });
    end.unwrap_or(text.len())
}

/// Splits tokens at every separator that stands in no parentheses or brackets.
pub(super) fn split(tokens: &[Token], is_separator: impl Fn(&Token) -> bool) -> Vec<&[Token]> {
    let mut depth = 0_i32;
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        depth += nesting(token);
        if depth == 0 && is_separator(token) {
            parts.push(&tokens[start..at]);
            start = at + 1;
        }
    }
    parts.push(&tokens[start..]);
    parts
}

/// Returns the number of the token that closes the parenthesis or bracket at `open`; the last one where none does.
pub(super) fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0_i32;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        depth += nesting(token);
        if depth <= 0 {
            return at;
        }
    }
    tokens.len().saturating_sub(1)
}

fn nesting(token: &Token) -> i32 {
    match token.kind {
        Kind::Sign('(' | '[') => 1,
        Kind::Sign(')' | ']') => -1,
        _ => 0,
    }
}

/// Takes off parentheses that enclose everything.
pub(super) fn without_parentheses(mut tokens: &[Token]) -> &[Token] {
    while tokens.len() >= 2 && tokens[0].is_sign('(') && tokens[tokens.len() - 1].is_sign(')') && closing(tokens, 0) == tokens.len() - 1 {
        tokens = &tokens[1..tokens.len() - 1];
    }
    tokens
}

/// Returns the text from the first token to the last.
pub(super) fn text_of<'a>(text: &'a str, tokens: &[Token]) -> &'a str {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => &text[first.at.start..last.at.end],
        _ => "",
    }
}

/// Takes off the parentheses that enclose a whole expression.
pub(super) fn unwrapped(expression: &str) -> &str {
    text_of(expression, without_parentheses(&tokens(expression)))
}

/// Returns which of the columns an expression reads, in column order. A function or type of the same name is none.
pub(super) fn columns_read(expression: &str, columns: &[String], same: fn(&str, &str) -> bool) -> Vec<String> {
    let tokens = tokens(expression);
    let is_read = |column: &&String| {
        tokens.iter().enumerate().any(|(at, token)| {
            let named = matches!(&token.kind, Kind::Word(name) | Kind::Quoted(name) if same(name, column));
            let called = tokens.get(at + 1).is_some_and(|next| next.is_sign('('));
            let is_type = at > 0 && tokens[at - 1].is_sign(':');
            named && !called && !is_type
        })
    };
    columns.iter().filter(is_read).cloned().collect()
}

/// Says whether a default is a plain constant: a literal, perhaps signed, cast once or in parentheses.
pub(super) fn is_constant(expression: &str) -> bool {
    const WORDS: [&str; 3] = ["NULL", "TRUE", "FALSE"];
    let tokens = tokens(expression);
    let operand = without_parentheses(split(without_parentheses(&tokens), |token| token.is_sign(':'))[0]);
    let unsigned =
        operand.strip_prefix(&operand[..usize::from(operand.len() == 2 && (operand[0].is_sign('-') || operand[0].is_sign('+')))]);
    match unsigned.unwrap_or(operand) {
        [token] => match &token.kind {
            Kind::Text(_) | Kind::Number => true,
            Kind::Word(_) => WORDS.iter().any(|word| token.is_word(word)),
            Kind::Quoted(_) | Kind::Sign(_) => false,
        },
        // An empty array constructor.
        [array, open, close] => array.is_word("ARRAY") && open.is_sign('[') && close.is_sign(']'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_what_both_databases_write() {
        let check = |text: &str, expect: &[&str]| {
            let shown: Vec<String> = tokens(text)
                .into_iter()
                .map(|token| match token.kind {
                    Kind::Word(name) => name,
                    Kind::Quoted(name) => format!("<{name}>"),
                    Kind::Text(text) => format!("'{text}'"),
                    Kind::Number => format!("#{}", &text[token.at]),
                    Kind::Sign(sign) => sign.to_string(),
                })
                .collect();
            assert_eq!(shown, expect, "{text}");
        };
        check("a\"b\"\"c\" [d e]`f`", &["a", "<b\"c>", "<d e>", "<f>"]);
        check("'it''s' x'00' 1.5e-3+2 -- c\n/* , */ü", &["'it's'", "#x'00'", "#1.5e-3", "+", "#2", "ü"]);
        check(
            "x = ANY (ARRAY['a'::text])::text[]",
            &["x", "=", "ANY", "(", "ARRAY", "[", "'a'", ":", "text", "]", ")", ":", "text", "[", "]"],
        );
        check("'open", &["'open'"]);
        check("/* open", &[]);
    }

    #[test]
    fn tells_constants_from_expressions() {
        let check = |text: &str, expect: bool| assert_eq!(is_constant(text), expect, "{text}");
        for constant in
            ["1", "-1.5", "('x')", "'a''b'::character varying", "NULL::text", "true", "x'00'", "'{}'::jsonb", "(-1)", "ARRAY[]::text[]"]
        {
            check(constant, true);
        }
        for expression in
            ["now()", "CURRENT_TIMESTAMP", "('now'::text)::date", "1 + 2", "nextval('s'::regclass)", "", "a", "(strftime('%s'))"]
        {
            check(expression, false);
        }
    }

    #[test]
    fn finds_the_columns_of_an_expression() {
        let columns = ["email", "text", "Lower", "b c"].map(str::to_owned);
        let check = |sql: &str, expect: &[&str]| assert_eq!(columns_read(sql, &columns, str::eq), expect, "{sql}");
        check("lower((email)::text)", &["email"]);
        check("(\"Lower\" || 'text' || \"b c\")", &["Lower", "b c"]);
        assert_eq!(columns_read("LOWER(EMAIL)", &columns, str::eq_ignore_ascii_case), ["email"]);
    }

    #[test]
    fn takes_off_only_what_encloses_everything() {
        let check = |sql: &str, expect: &str| assert_eq!(unwrapped(sql), expect);
        check("((a > 0))", "a > 0");
        check("(a) OR (b)", "(a) OR (b)");
        check("((a", "((a");
        check("", "");
    }
}
