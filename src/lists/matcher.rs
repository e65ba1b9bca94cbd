//! All words of all lists in one automaton, with word edges, allow terms and the longest match.

use super::term::Term;
use crate::text::{Class, Folded, fold_bytes, fold_classes};
use aho_corasick::automaton::Automaton;
use aho_corasick::{Anchored, BuildError, MatchKind, dfa, nfa::contiguous};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A word list, by its place among them, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListId(pub(super) u16);

/// What finding a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A hit.
    Word,
    /// No hit lies inside it.
    Allow,
    /// Its list has no hit in the text at all.
    Clear,
}

/// What a folded word stands for in one list.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) list: ListId,
    pub(super) entry: u32,
    pub(super) role: Role,
    /// How to tell that it is meant; `None` when the word is its own anchor between edges.
    pub(super) term: Option<Term>,
}

impl Target {
    /// The span of the word around its anchor, if it is meant there.
    fn place(&self, folded: &Folded, from: usize, to: usize) -> Option<(usize, usize)> {
        match &self.term {
            Some(term) => term.place(folded, from, to),
            None => between_edges(&folded.class, from, to, false, false).then_some((from, to)),
        }
    }
}

/// A word found in a folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its list.
    pub list: ListId,
    /// Its entry in that list.
    pub entry: u32,
    /// First byte in the folded text.
    pub start: u32,
    /// Byte behind the last.
    pub end: u32,
}

/// Buffers that one thread uses for text after text.
#[derive(Debug, Default)]
pub struct Scratch {
    bytes: Vec<u8>,
    folded: Folded,
}

/// Bytes of all words up to which the automaton is a table of every state and byte: three times
/// as fast, and a few megabytes at most.
const TABLE: usize = 1 << 16;

/// The automaton in the form that suits the number of words.
#[derive(Clone, Debug)]
enum Engine {
    Table(dfa::DFA),
    Nodes(contiguous::NFA),
}

impl Engine {
    fn build(patterns: &[String]) -> Result<Self, BuildError> {
        let bytes: usize = patterns.iter().map(String::len).sum();
        let kind = MatchKind::Standard;
        if bytes <= TABLE {
            let table = dfa::Builder::new().match_kind(kind).build(patterns);
            return table.map(Self::Table);
        }
        let nodes = contiguous::Builder::new().match_kind(kind).build(patterns);
        nodes.map(Self::Nodes)
    }

    /// Gives the pattern and the span of everything that stands in a text.
    fn each(&self, text: &[u8], found: impl FnMut(usize, usize, usize)) {
        match self {
            Self::Table(table) => each(table, text, found),
            Self::Nodes(nodes) => each(nodes, text, found),
        }
    }
}

fn each<A: Automaton>(automaton: &A, text: &[u8], mut found: impl FnMut(usize, usize, usize)) {
    // Both kinds are built for searches that begin anywhere.
    let Ok(mut state) = automaton.start_state(Anchored::No) else {
        return;
    };
    for (at, byte) in text.iter().enumerate() {
        state = automaton.next_state(Anchored::No, state, *byte);
        if automaton.is_special(state) && automaton.is_match(state) {
            for nth in 0..automaton.match_len(state) {
                let pattern = automaton.match_pattern(state, nth);
                let length = automaton.pattern_len(pattern);
                found(pattern.as_usize(), at + 1 - length, at + 1);
            }
        }
    }
}

#[derive(Clone, Debug, Default)]
pub(super) struct Matcher {
    automaton: Option<Arc<Engine>>,
    targets: Vec<Vec<Target>>,
}

impl Matcher {
    pub(super) fn build(words: BTreeMap<String, Vec<Target>>) -> Result<Self, String> {
        let (patterns, targets): (Vec<String>, Vec<_>) = words
            .into_iter()
            .filter(|(word, _)| !word.is_empty())
            .unzip();
        let automaton = Engine::build(&patterns).map_err(|e| e.to_string())?;
        Ok(Self {
            automaton: Some(Arc::new(automaton)),
            targets,
        })
    }

    pub(super) fn find(&self, text: &str, scratch: &mut Scratch, hits: &mut Vec<Hit>) {
        let Some(automaton) = &self.automaton else {
            return;
        };
        let Scratch { bytes, folded } = scratch;
        let by_table = fold_bytes(text, bytes);
        let first = hits.len();
        let (mut allowed, mut cleared): (Vec<Hit>, Vec<ListId>) = (Vec::new(), Vec::new());
        let mut classed = false;
        automaton.each(bytes, |pattern, start, end| {
            if !classed {
                // Most texts hold no word: their edges are never asked for.
                if by_table && let Ok(bytes) = std::str::from_utf8(bytes) {
                    fold_classes(text, &mut folded.class);
                    folded.text.clear();
                    folded.text.push_str(bytes);
                } else {
                    folded.set(text);
                }
                classed = true;
            }
            for target in &self.targets[pattern] {
                let place = target.place(folded, start, end);
                let Some((start, end)) = place else { continue };
                let hit = Hit {
                    list: target.list,
                    entry: target.entry,
                    start: start as u32,
                    end: end as u32,
                };
                match target.role {
                    Role::Word => hits.push(hit),
                    Role::Allow => allowed.push(hit),
                    Role::Clear => cleared.push(target.list),
                }
            }
        });
        if hits.len() > first {
            let mut kept = hits.split_off(first);
            kept.retain(|hit| !cleared.contains(&hit.list));
            drop_allowed(&mut kept, &mut allowed);
            drop_shorter(&mut kept);
            kept.sort_by_key(|hit| (hit.start, hit.end, hit.list, hit.entry));
            hits.append(&mut kept);
        }
    }
}

/// Drops the hits that lie inside an allow term of their list.
fn drop_allowed(hits: &mut Vec<Hit>, allowed: &mut [Hit]) {
    if allowed.is_empty() {
        return;
    }
    let place = |hit: &Hit| (hit.list, hit.start);
    hits.sort_by_key(place);
    allowed.sort_by_key(place);
    let mut allowed = allowed.iter().peekable();
    // The farthest end among the terms that begin no later than the hit.
    let mut reach: Option<(ListId, u32)> = None;
    hits.retain(|hit| {
        while let Some(term) = allowed.next_if(|term| place(term) <= place(hit)) {
            reach = match reach {
                Some((list, end)) if list == term.list => Some((list, end.max(term.end))),
                _ => Some((term.list, term.end)),
            };
        }
        reach.is_none_or(|(list, end)| list != hit.list || end < hit.end)
    });
}

/// Drops the hits that lie inside a longer one of their list.
fn drop_shorter(hits: &mut Vec<Hit>) {
    hits.sort_by_key(|hit| (hit.list, hit.start, std::cmp::Reverse(hit.end)));
    // The hit that reaches farthest so far; one of the same span is not shorter.
    let mut widest: Option<Hit> = None;
    hits.retain(|hit| {
        if let Some(wide) = widest.filter(|w| w.list == hit.list && w.end >= hit.end) {
            return (wide.start, wide.end) == (hit.start, hit.end);
        }
        widest = Some(*hit);
        true
    });
}

/// A word may not begin or end inside a run of letters, of katakana or of hiragana, unless it is
/// open there; kanji have no edges because Japanese compounds are written without any.
pub(super) fn between_edges(
    class: &[Class],
    start: usize,
    end: usize,
    open_start: bool,
    open_end: bool,
) -> bool {
    let splits = |outside: Option<&Class>, inside: Option<&Class>| match (outside, inside) {
        (Some(out), Some(inn)) => out == inn && matches!(inn, Class::Alnum | Class::Katakana),
        _ => false,
    };
    let before = start.checked_sub(1).and_then(|i| class.get(i));
    let last = end.checked_sub(1).and_then(|i| class.get(i));
    (open_start || !splits(before, class.get(start))) && (open_end || !splits(class.get(end), last))
}

/// What was found in the titles, notes and purchase lines of an inventory, by row number.
#[derive(Debug)]
pub struct TextHits<H = Hit> {
    /// A bit per row that has hits: most rows have none, and are asked by rule after rule.
    some: Vec<u64>,
    rows: Vec<u32>,
    hits: Vec<H>,
}

impl<H> Default for TextHits<H> {
    fn default() -> Self {
        Self {
            some: Vec::new(),
            rows: Vec::new(),
            hits: Vec::new(),
        }
    }
}

impl<H: Copy> TextHits<H> {
    /// Adds the hits of one row; rows must come in ascending order.
    pub fn push(&mut self, row: u32, hits: &[H]) {
        self.rows.resize(self.rows.len() + hits.len(), row);
        self.hits.extend_from_slice(hits);
        if !hits.is_empty() {
            self.mark(row);
        }
    }

    /// Appends the hits of later rows.
    pub fn append(&mut self, mut later: Self) {
        for row in &later.rows {
            self.mark(*row);
        }
        self.rows.append(&mut later.rows);
        self.hits.append(&mut later.hits);
    }

    fn mark(&mut self, row: u32) {
        let place = (row / 64) as usize;
        if self.some.len() <= place {
            self.some.resize(place + 1, 0);
        }
        self.some[place] |= 1 << (row % 64);
    }

    /// The hits of one row.
    #[must_use]
    pub fn of(&self, row: u32) -> &[H] {
        let marks = self.some.get((row / 64) as usize).copied();
        if marks.unwrap_or_default() >> (row % 64) & 1 == 0 {
            return &[];
        }
        let from = self.rows.partition_point(|r| *r < row);
        let to = from + self.rows[from..].iter().take_while(|r| **r == row).count();
        &self.hits[from..to]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn covers(outer: &Hit, inner: &Hit) -> bool {
        outer.list == inner.list && outer.start <= inner.start && inner.end <= outer.end
    }

    fn some_hits() -> impl Strategy<Value = Vec<Hit>> {
        let hit = (0u16..3, 0u32..4, 0u32..12, 1u32..6).prop_map(|(list, entry, start, length)| {
            let (list, end) = (ListId(list), start + length);
            Hit {
                list,
                entry,
                start,
                end,
            }
        });
        prop::collection::vec(hit, 0..24)
    }

    proptest! {
        #[test]
        fn sweeping_drops_what_comparing_all_with_all_drops(hits in some_hits(), allowed in some_hits()) {
            let key = |hit: &Hit| (hit.list, hit.start, hit.end, hit.entry);
            let mut slow = hits.clone();
            slow.retain(|hit| !allowed.iter().any(|a| covers(a, hit)));
            let all = slow.clone();
            slow.retain(|hit| !all.iter().any(|l| covers(l, hit) && !covers(hit, l)));
            slow.sort_by_key(key);
            let (mut swept, mut allowed) = (hits, allowed);
            drop_allowed(&mut swept, &mut allowed);
            drop_shorter(&mut swept);
            swept.sort_by_key(key);
            prop_assert_eq!(swept, slow);
        }
    }
}
