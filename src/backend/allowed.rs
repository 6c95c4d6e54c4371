//! Lists of admitted values in CHECK constraints.
//!
//! Takes the expression of a CHECK, gives the column that it lists the values of: `x IN ('a', 'b')`, `x = 'a' OR x = 'b'`, with `x IS NULL OR` in front,
//! as one part of an AND, or as PostgreSQL prints it: `((x)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))`.
//!
//! **Invariant**: a list is either complete or not given; lists of anything but string literals are not given.

use std::ops::Range;

use super::statement::literal as literal_of;
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

/// Adds values to the list of a column inside an expression that is, or demands, one; everything else stays as it is written.
pub(crate) fn extended(expression: &str, column: &str, same: fn(&str, &str) -> bool, new: &[&str]) -> Option<String> {
    let tokens = tokens(expression);
    let (found, _) = allowed(expression, same)?;
    let part =
        split(without_parentheses(&tokens), |token| token.is_word("AND")).into_iter().find(|part| disjunction(part, same).is_some())?;
    let comparisons = split(without_parentheses(part), |token| token.is_word("OR"));
    let is_alone = comparisons.len() == 1;
    let last = comparisons.into_iter().rev().find(|part| null_test(part).is_none())?;
    let (range, replacement) = with_new(expression, without_parentheses(last), is_alone, new)?;
    let mut text = expression.to_owned();
    text.replace_range(range, &replacement);
    same(&found, column).then_some(text)
}

/// Finds what has to be replaced in one comparison, and by what. One that is alone may stand beside an AND, which binds stronger than OR.
fn with_new(sql: &str, comparison: &[Token], is_alone: bool, new: &[&str]) -> Option<(Range<usize>, String)> {
    if let [_, list] = split(comparison, |token| token.is_word("IN"))[..] {
        return longer_list(sql, without_parentheses(list), new);
    }
    let ([_, list] | [_, [], list]) = split(comparison, |token| token.is_sign('='))[..] else { return None };
    match list {
        [any, array @ ..] if any.is_word("ANY") => match without_casts(array) {
            [array, open, list @ .., close] if array.is_word("ARRAY") && open.is_sign('[') && close.is_sign(']') => {
                longer_list(sql, list, new)
            }
            [Token { kind: Kind::Text(text), at }] => {
                let quoted = new.iter().map(|value| format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")));
                let inside = text.trim_end_matches('}').to_owned() + "," + &quoted.collect::<Vec<_>>().join(",") + "}";
                Some((at.clone(), literal_of(&inside)))
            }
            _ => None,
        },
        list => {
            let whole = comparison.first()?.at.start..comparison.last()?.at.end;
            let old = sql.get(whole.clone())?;
            let text = text_token(list)?;
            let each = std::iter::once(old.to_owned()).chain(new.iter().map(|value| put(old, whole.start, text, value)));
            let all = each.collect::<Vec<_>>().join(" OR ");
            Some((whole, if is_alone { format!("({all})") } else { all }))
        }
    }
}

/// Repeats the last element, casts included, with each new value in its place.
fn longer_list(sql: &str, list: &[Token], new: &[&str]) -> Option<(Range<usize>, String)> {
    let element = split(list, |token| token.is_sign(',')).pop()?;
    let (start, end) = (element.first()?.at.start, element.last()?.at.end);
    let old = sql.get(start..end)?;
    let text = text_token(element)?;
    let all = std::iter::once(old.to_owned()).chain(new.iter().map(|value| put(old, start, text, value)));
    Some((start..end, all.collect::<Vec<_>>().join(", ")))
}

fn text_token(tokens: &[Token]) -> Option<&Token> {
    tokens.iter().find(|token| matches!(token.kind, Kind::Text(_)))
}

/// Writes `value` where a piece that begins at `start` has the literal `text`.
fn put(piece: &str, start: usize, text: &Token, value: &str) -> String {
    let mut piece = piece.to_owned();
    piece.replace_range(text.at.start - start..text.at.end - start, &literal_of(value));
    piece
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
    fn lists_grow_and_nothing_else_changes() {
        let check = |sql: &str, expect: Option<&str>| {
            let grown = extended(sql, "x", str::eq, &["n", "it's"]);
            assert_eq!(grown.as_deref(), expect, "{sql}");
            if let Some(grown) = grown {
                let (_, values) = allowed(&grown, str::eq).unwrap();
                assert!(values.ends_with(&["n".to_owned(), "it's".to_owned()]), "{grown}");
            }
        };
        check("x IN ('a' /* first */, 'b')", Some("x IN ('a' /* first */, 'b', 'n', 'it''s')"));
        check("(length(x) > 0 AND (x IS NULL OR x IN ('a')))", Some("(length(x) > 0 AND (x IS NULL OR x IN ('a', 'n', 'it''s')))"));
        check("x = 'a' OR x == 'b' OR x IS NULL", Some("x = 'a' OR x == 'b' OR x == 'n' OR x == 'it''s' OR x IS NULL"));
        check(
            "((x)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))",
            Some(
                "((x)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying, 'n'::character varying, 'it''s'::character varying])::text[]))",
            ),
        );
        check("length(x) > 0 AND x = 'a'", Some("length(x) > 0 AND (x = 'a' OR x = 'n' OR x = 'it''s')"));
        check("x > 'a'", None);
        check("y IN ('a')", None);
        assert_eq!(extended("(x = ANY ('{a,b}'::text[]))", "x", str::eq, &["n o"]).as_deref(), Some("(x = ANY ('{a,b,\"n o\"}'::text[]))"));
    }

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
