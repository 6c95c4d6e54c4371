//! The order in which tables are filled.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::Table;
use crate::mapping::Mapping;

use super::build::{Scene, Target};
use super::{columns, reference};

/// One table refers to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Edge {
    child: usize,
    parent: usize,
    /// The reference may be NULL at first, so that the order may break it.
    may_wait: bool,
}

/// Gives the place of every table that a mapping fills, by its number in the catalog.
pub(super) fn places(scene: &Scene<'_>) -> BTreeMap<usize, usize> {
    let mut names: BTreeMap<usize, &str> = BTreeMap::new();
    for target in &scene.targets {
        let name = names.entry(target.table).or_insert(&target.mapping.name);
        *name = (*name).min(&target.mapping.name);
    }
    let edges: BTreeSet<Edge> = scene.targets.iter().flat_map(|target| edges_of(scene, target)).collect();
    let mut order = Vec::new();
    sort(&names, &edges.into_iter().collect::<Vec<_>>(), &mut order);
    order.into_iter().enumerate().map(|(place, table)| (table, place)).collect()
}

/// Says whether a table refers to another one, directly or not.
pub(super) fn refers(scene: &Scene<'_>, child: usize, parent: usize) -> bool {
    let edges: Vec<Edge> = scene.targets.iter().flat_map(|target| edges_of(scene, target)).collect();
    ancestors(child, &edges).contains(&parent)
}

/// Finds what the table of a mapping refers to: by foreign keys that the mapping fills, and by references.
fn edges_of(scene: &Scene<'_>, target: &Target<'_>) -> Vec<Edge> {
    let table = scene.table_of(target);
    let mut edges = Vec::new();
    for key in &table.foreign_keys {
        let filled: Vec<&String> = key.columns.iter().filter(|column| fills(target.mapping, table, column)).collect();
        let parent = scene.catalog.tables.iter().position(|other| other.name == key.parent_table && other.schema == key.parent_schema);
        if let (Some(parent), false) = (parent, filled.is_empty()) {
            edges.push(Edge { child: target.table, parent, may_wait: filled.iter().any(|column| may_be_null(table, column)) });
        }
    }
    for rule in &target.mapping.columns {
        if let Some(named) = rule.references.as_ref().and_then(|rule| reference::find(scene, rule)) {
            edges.push(Edge { child: target.table, parent: named.table, may_wait: may_be_null(table, &rule.column) });
        }
    }
    edges
}

fn fills(mapping: &Mapping, table: &Table, column: &str) -> bool {
    mapping.columns.iter().any(|rule| rule.column == column)
        || matches!(columns::id_target(mapping, table), Ok(Some((id, _))) if id.name == column)
}

fn may_be_null(table: &Table, column: &str) -> bool {
    table.column(column).is_none_or(|column| column.nullable)
}

/// Appends the nodes to `order`, parents before children.
///
/// Nodes in a circle stay together. Inside it the edges that may wait are left aside and the rest is sorted in the same way; what is then still a
/// circle stands in order of the names. Of several nodes that could come next, the one with the smallest name does.
fn sort(names: &BTreeMap<usize, &str>, edges: &[Edge], order: &mut Vec<usize>) {
    let inside: Vec<Edge> = edges
        .iter()
        .copied()
        .filter(|edge| edge.child != edge.parent && names.contains_key(&edge.child) && names.contains_key(&edge.parent))
        .collect();
    let reach: BTreeMap<usize, BTreeSet<usize>> = names.keys().map(|node| (*node, ancestors(*node, &inside))).collect();
    let circle = |node: usize| -> BTreeSet<usize> {
        reach[&node].iter().copied().filter(|other| reach[other].contains(&node)).chain([node]).collect()
    };
    let mut left: BTreeSet<(&str, usize)> = names.iter().map(|(node, name)| (*name, *node)).collect();
    let mut done: BTreeSet<usize> = BTreeSet::new();
    while !left.is_empty() {
        let ready = left
            .iter()
            .map(|(_, node)| circle(*node))
            .find(|circle| circle.iter().all(|node| reach[node].iter().all(|parent| circle.contains(parent) || done.contains(parent))));
        // The circles of a graph form no circle themselves, so one is always ready.
        let Some(circle) = ready else { return };
        left.retain(|(_, node)| !circle.contains(node));
        done.extend(&circle);
        sort_circle(names, &circle, &inside, order);
    }
}

fn sort_circle(names: &BTreeMap<usize, &str>, circle: &BTreeSet<usize>, edges: &[Edge], order: &mut Vec<usize>) {
    let members: BTreeMap<usize, &str> = circle.iter().map(|node| (*node, names[node])).collect();
    let within = |edge: &&Edge| circle.contains(&edge.child) && circle.contains(&edge.parent);
    let firm: Vec<Edge> = edges.iter().filter(within).filter(|edge| !edge.may_wait).copied().collect();
    if firm.len() < edges.iter().filter(within).count() {
        return sort(&members, &firm, order);
    }
    let mut by_name: Vec<(&str, usize)> = members.into_iter().map(|(node, name)| (name, node)).collect();
    by_name.sort_unstable();
    order.extend(by_name.into_iter().map(|(_, node)| node));
}

/// Finds everything that a node refers to, directly or not.
fn ancestors(node: usize, edges: &[Edge]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut open = vec![node];
    while let Some(child) = open.pop() {
        for edge in edges.iter().filter(|edge| edge.child == child) {
            if found.insert(edge.parent) {
                open.push(edge.parent);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nodes are letters; `b>a` is a reference of b to a that must be there, `b?a` one that may wait.
    fn check(nodes: &str, edges: &str, expect: &str) {
        let number = |letter: char| letter as usize;
        let texts: Vec<String> = nodes.chars().map(String::from).collect();
        let names: BTreeMap<usize, &str> = nodes.chars().map(number).zip(texts.iter().map(String::as_str)).collect();
        let edges: Vec<Edge> = edges
            .split_whitespace()
            .map(|edge| edge.chars().collect::<Vec<_>>())
            .map(|edge| Edge { child: number(edge[0]), parent: number(edge[2]), may_wait: edge[1] == '?' })
            .collect();
        let mut order = Vec::new();
        sort(&names, &edges, &mut order);
        let found: String = order.into_iter().filter_map(|node| u8::try_from(node).ok()).map(char::from).collect();
        assert_eq!(found, expect, "{nodes} {edges:?}");
    }

    #[test]
    fn parents_stand_before_children() {
        check("abc", "", "abc");
        check("abc", "a>b b>c", "cba");
        check("abcd", "a>d c>d", "bdac");
        check("ab", "a>a b>a", "ab");
        check("ab", "a>z", "ab");
    }

    #[test]
    fn circles_stay_together() {
        check("abc", "a>b b>a c>a", "abc");
        check("abcd", "d>b b>d a>d c>a", "bdac");
        check("abcd", "a>c c>a b>a", "acb".chars().chain(['d']).collect::<String>().as_str());
    }

    #[test]
    fn a_circle_breaks_where_a_reference_may_wait() {
        check("uo", "u>o o?u", "ou");
        check("ab", "a>b b?a", "ba");
        check("ab", "a?b b>a", "ab");
        check("abc", "a>b b>c c?a", "cba");
        check("ab", "a?b b?a", "ab");
    }
}
