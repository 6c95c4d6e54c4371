//! The wanted fields by name, so that a record is passed over once.
//!
//! Takes the paths of a [`FieldSet`](super::FieldSet), gives the slots that a name fills.
//!
//! **Invariant**: every path of the set is in exactly one list.

use crate::mapping::FieldPath;

/// Where each wanted field is looked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// Fields of the record; with `each`, of its element.
    pub(super) inner: Names,
    /// With `each`: fields of the record around the element.
    pub(super) outer: Names,
    /// Slots of the element itself.
    pub(super) element: Option<usize>,
    /// Slot of the element's place.
    pub(super) place: Option<usize>,
    /// Slot of the member's name.
    pub(super) member: Option<usize>,
}

impl Index {
    pub(super) fn add(&mut self, path: &FieldPath, slot: usize) {
        match path {
            FieldPath::Element => self.element = Some(slot),
            FieldPath::ElementIndex => self.place = Some(slot),
            FieldPath::ElementKey => self.member = Some(slot),
            FieldPath::Outer(path) => match &**path {
                FieldPath::Field(_) | FieldPath::Pointer { .. } => self.outer.add(path, slot),
                // There is one record around an element, so the record's record has no fields.
                _ => {}
            },
            FieldPath::Field(_) | FieldPath::Pointer { .. } => self.inner.add(path, slot),
        }
    }
}

/// Top-level names and the slots that they fill, in a hash table with open addressing.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    wanted: Vec<Wanted>,
    /// Numbers in `wanted` plus one, 0 for none; a power of two, at most a quarter full.
    table: Vec<u16>,
}

/// One wanted name.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub(super) name: String,
    /// Slot of the whole value.
    pub(super) whole: Option<usize>,
    /// Slots of parts of it, with the tokens that lead to them.
    pub(super) parts: Vec<(usize, Vec<String>)>,
}

impl Names {
    pub(super) fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.wanted.len()
    }

    /// Returns the number of a name.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        let mut at = hash(name) & self.table.len().checked_sub(1)?;
        loop {
            let number = usize::from(*self.table.get(at)?).checked_sub(1)?;
            if self.wanted.get(number)?.name == name {
                return Some(number);
            }
            at = (at + 1) & (self.table.len() - 1);
        }
    }

    /// Returns what is wanted of the name with a number.
    pub(super) fn get(&self, number: usize) -> Option<&Wanted> {
        self.wanted.get(number)
    }

    /// Adds a [`FieldPath::Field`] or [`FieldPath::Pointer`].
    pub(super) fn add(&mut self, path: &FieldPath, slot: usize) {
        let Some((name, rest)) = split(path) else { return };
        let number = self.enter(name);
        let Some(wanted) = self.wanted.get_mut(number) else { return };
        if rest.is_empty() {
            wanted.whole = Some(slot);
        } else {
            wanted.parts.push((slot, tokens(rest)));
        }
    }

    /// Adds a path that may be wanted in another slot already.
    pub(super) fn add_beside(&mut self, path: &FieldPath, slot: usize) {
        let Some((name, rest)) = split(path) else { return };
        let number = self.enter(name);
        if let Some(wanted) = self.wanted.get_mut(number) {
            wanted.parts.push((slot, tokens(rest)));
        }
    }

    fn enter(&mut self, name: &str) -> usize {
        let number = self.wanted.iter().position(|wanted| wanted.name == name).unwrap_or(self.wanted.len());
        if number == self.wanted.len() {
            self.wanted.push(Wanted { name: name.to_owned(), whole: None, parts: Vec::new() });
            self.build();
        }
        number
    }

    fn build(&mut self) {
        let mut table = vec![0; (self.wanted.len() * 4).next_power_of_two().max(8)];
        for (wanted, number) in self.wanted.iter().zip(1..=u16::MAX) {
            let mut at = hash(&wanted.name) & (table.len() - 1);
            while table[at] != 0 {
                at = (at + 1) & (table.len() - 1);
            }
            table[at] = number;
        }
        self.table = table;
    }
}

/// Splits a path into the top-level field and the pointer below it.
fn split(path: &FieldPath) -> Option<(&str, &str)> {
    match path {
        FieldPath::Field(name) => Some((name, "")),
        FieldPath::Pointer { field, rest } => Some((field, rest)),
        _ => None,
    }
}

/// Splits a pointer into its tokens, unescaped; an empty one has none.
fn tokens(pointer: &str) -> Vec<String> {
    pointer.split('/').skip(1).map(|token| token.replace("~1", "/").replace("~0", "~")).collect()
}

/// Mixes the length and four bytes: column names differ in them, and a collision costs one comparison.
fn hash(name: &str) -> usize {
    let bytes = name.as_bytes();
    let at = |index: usize| usize::from(bytes.get(index).copied().unwrap_or_default());
    let last = bytes.len().wrapping_sub(1);
    let word = bytes.len() | at(0) << 8 | at(last) << 16 | at(bytes.len() / 2) << 24;
    let mixed = (word ^ at(bytes.len() / 4) << 4).wrapping_mul(0x9e37_79b1);
    mixed >> 15
}
