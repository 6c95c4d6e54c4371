//! Lists of admitted values in CHECK constraints.
//!
//! Takes the expression of a CHECK, gives the column that it lists the values of: `x IN ('a', 'b')`, `x = 'a' OR x = 'b'`, with `x IS NULL OR` in front,
//! as one part of an AND, or as PostgreSQL prints it: `((x)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))`.
//!
//! **Invariant**: a list is either complete or not given; lists of anything but string literals are not given.

use super::tokens::{Kind, Token, split, tokens, without_parentheses};

/// Says whether two spellings name the same column.
type Same = fn(&str, &str) -> bool;

/// Finds the column and the values of a CHECK that is, or demands, a list of strings; `same` compares names as the database does.
pub(super) fn allowed(expression: &str, same: Same) -> Option<(String, Vec<String>)> {
    let tokens = tokens(expression);
    // The AND of a BETWEEN, and one inside a CASE, join nothing.
    let joins = !tokens.iter().any(|token| token.is_word("CASE") || token.is_word("BETWEEN"));
    if joins { conjunction(&tokens, same) } else { None }
}

/// One part of an AND is enough: what it admits bounds the whole.
fn conjunction(tokens: &[Token], same: Same) -> Option<(String, Vec<String>)> {
    split(without_parentheses(tokens), |token| token.is_word("AND")).into_iter().find_map(|part| disjunction(part, same))
}

/// Every part of an OR has to list values of the same column, or to ask whether it is NULL.
fn disjunction(tokens: &[Token], same: Same) -> Option<(String, Vec<String>)> {
    let parts = split(without_parentheses(tokens), |token| token.is_word("OR"));
    let mut column = None;
    let mut values = Vec::new();
    for part in parts {
        let (name, listed) = null_test(part).or_else(|| comparison(part))?;
        if !same(column.get_or_insert_with(|| name.clone()), &name) {
            return None;
        }
        values.extend(listed);
    }
    Some((column?, values)).filter(|(_, values)| !values.is_empty())
}

fn null_test(tokens: &[Token]) -> Option<(String, Vec<String>)> {
    match without_parentheses(tokens) {
        [operand @ .., is, null] if is.is_word("IS") && null.is_word("NULL") => Some((column(operand)?, Vec::new())),
        _ => None,
    }
}

fn comparison(tokens: &[Token]) -> Option<(String, Vec<String>)> {
    let tokens = without_parentheses(tokens);
    if let [operand, list] = split(tokens, |token| token.is_word("IN"))[..] {
        return Some((column(operand)?, literals(without_parentheses(list))?));
    }
    // SQLite takes `==` for `=`.
    let ([operand, list] | [operand, [], list]) = split(tokens, |token| token.is_sign('='))[..] else { return None };
    let values = match list {
        [any, array @ ..] if any.is_word("ANY") => array_literals(array)?,
        list => vec![literal(list)?],
    };
    Some((column(operand)?, values))
}

/// `ARRAY['a', 'b']` or `'{a,b}'`.
fn array_literals(tokens: &[Token]) -> Option<Vec<String>> {
    match without_casts(tokens) {
        [array, open, list @ .., close] if array.is_word("ARRAY") && open.is_sign('[') && close.is_sign(']') => literals(list),
        [Token { kind: Kind::Text(text), .. }] => plain_array(text),
        _ => None,
    }
}

/// Reads `{a,b}` where no element needs quotes.
fn plain_array(text: &str) -> Option<Vec<String>> {
    let inside = text.strip_prefix('{')?.strip_suffix('}')?;
    let plain = !inside.contains(['"', '\\', '{']) && !inside.split(',').any(|element| element.eq_ignore_ascii_case("null"));
    plain.then(|| inside.split(',').map(|element| element.trim().to_owned()).collect())
}

fn literals(tokens: &[Token]) -> Option<Vec<String>> {
    split(tokens, |token| token.is_sign(',')).into_iter().map(literal).collect()
}

fn literal(tokens: &[Token]) -> Option<String> {
    match without_casts(tokens) {
        [Token { kind: Kind::Text(text), .. }] => Some(text.clone()),
        _ => None,
    }
}

fn column(tokens: &[Token]) -> Option<String> {
    match without_casts(tokens) {
        [Token { kind: Kind::Word(name) | Kind::Quoted(name), .. }] => Some(name.clone()),
        _ => None,
    }
}

/// Takes off casts and parentheses, inner and outer ones.
fn without_casts(tokens: &[Token]) -> &[Token] {
    let inner = split(without_parentheses(tokens), |token| token.is_sign(':'))[0];
    if inner.len() == tokens.len() { tokens } else { without_casts(inner) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_lists_and_nothing_else() {
        let check = |sql: &str, expect: Option<&[&str]>| {
            let expect = expect.map(|values| ("x".to_owned(), values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>()));
            assert_eq!(allowed(sql, str::eq), expect, "{sql}");
        };
        check("x IN ('a', 'it''s')", Some(&["a", "it's"]));
        check("\"x\" in ('a')", Some(&["a"]));
        check("x IS NULL OR x IN ('a','b')", Some(&["a", "b"]));
        check("(length(x) > 0) AND (x == 'a' OR x = 'b')", Some(&["a", "b"]));
        check("((x)::text = ANY ((ARRAY['a'::character varying, 'b c'::character varying])::text[]))", Some(&["a", "b c"]));
        check("((x)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text]))", Some(&["a", "b"]));
        check("(x = ANY (ARRAY['a'::text, 'b'::text]))", Some(&["a", "b"]));
        check("(x = ANY ('{a,b}'::text[]))", Some(&["a", "b"]));
        check("((x IS NULL) OR (x = 'a'::text))", Some(&["a"]));
        check("x IN (1, 2)", None);
        check("x NOT IN ('a')", None);
        check("lower(x) IN ('a')", None);
        check("x = 'a' OR y = 'b'", None);
        check("x = 'a' OR X = 'b'", None);
        assert!(allowed("x = 'a' OR X = 'b'", str::eq_ignore_ascii_case).is_some());
        check("x = 'a' OR length(x) = 3", None);
        check("x <> 'a'", None);
        check("x >= 'a'", None);
        check("x IN (SELECT 'a')", None);
        check("x <> ALL (ARRAY['a'::text])", None);
        check("NOT (x = 'a')", None);
        check("CASE WHEN y AND x = 'a' AND z THEN 1 END", None);
        check("x IS NULL", None);
        check("", None);
    }
}
