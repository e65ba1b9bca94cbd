//! All words of all lists in one search, with word edges, allow terms and the longest match.

use super::anchors::Anchors;
use super::term::Term;
use crate::text::{Class, Folding};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A word list, by its place among them, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListId(pub(super) u16);

impl ListId {
    /// Its place among the word lists, from 1.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

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
    fn place(&self, folded: &Folding, span: (usize, usize)) -> Option<(usize, usize)> {
        let class = folded.class();
        match &self.term {
            Some(term) => term.place(folded.bytes(), class, span),
            None => between_edges(class, span.0, span.1, false, false).then_some(span),
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
    folded: Folding,
    words: Vec<Hit>,
    allowed: Vec<Hit>,
    cleared: Vec<ListId>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Matcher {
    anchors: Arc<Anchors>,
    targets: Vec<Vec<Target>>,
}

impl Matcher {
    pub(super) fn build(words: BTreeMap<String, Vec<Target>>) -> Result<Self, String> {
        let (words, targets): (Vec<String>, Vec<_>) = words
            .into_iter()
            .filter(|(word, _)| !word.is_empty())
            .unzip();
        Ok(Self {
            anchors: Arc::new(Anchors::build(&words)?),
            targets,
        })
    }

    pub(super) fn find(&self, text: &str, scratch: &mut Scratch, hits: &mut Vec<Hit>) {
        const { assert!(Folding::ROOM >= Anchors::ROOM && Folding::BEYOND == 2) }
        let Scratch {
            folded,
            words,
            allowed,
            cleared,
        } = scratch;
        folded.set(text);
        words.clear();
        allowed.clear();
        cleared.clear();
        self.anchors
            .each(folded.spots(), folded.padded(), |word, start, end| {
                for target in &self.targets[word] {
                    let Some((start, end)) = target.place(folded, (start, end)) else {
                        continue;
                    };
                    let hit = Hit {
                        list: target.list,
                        entry: target.entry,
                        start: start as u32,
                        end: end as u32,
                    };
                    match target.role {
                        Role::Word => words.push(hit),
                        Role::Allow => allowed.push(hit),
                        Role::Clear => cleared.push(target.list),
                    }
                }
            });
        if !words.is_empty() {
            words.retain(|hit| !cleared.contains(&hit.list));
            drop_allowed(words, allowed);
            drop_shorter(words);
            words.sort_by_key(|hit| (hit.start, hit.end, hit.list, hit.entry));
            hits.append(words);
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
    /// A bit per row that has hits, and how many rows before the 64 of them have some: a row is
    /// asked for by rule after rule, and is found by counting bits.
    some: Vec<(u64, u32)>,
    /// First hit of each row that has some.
    starts: Vec<u32>,
    hits: Vec<H>,
}

impl<H> Default for TextHits<H> {
    fn default() -> Self {
        Self {
            some: Vec::new(),
            starts: Vec::new(),
            hits: Vec::new(),
        }
    }
}

impl<H: Copy> TextHits<H> {
    /// Adds the hits of one row; rows must come in ascending order.
    pub fn push(&mut self, row: u32, hits: &[H]) {
        if hits.is_empty() {
            return;
        }
        let place = (row / 64) as usize;
        while self.some.len() <= place {
            self.some.push((0, self.starts.len() as u32));
        }
        self.some[place].0 |= 1 << (row % 64);
        self.starts.push(self.hits.len() as u32);
        self.hits.extend_from_slice(hits);
    }

    /// Appends the hits of later rows.
    pub fn append(&mut self, later: &Self) {
        for (place, (bits, _)) in later.some.iter().enumerate() {
            let mut bits = *bits;
            while bits != 0 {
                let row = place as u32 * 64 + bits.trailing_zeros();
                self.push(row, later.of(row));
                bits &= bits - 1;
            }
        }
    }

    /// True when no row has a hit.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.hits.is_empty()
    }

    /// The hits of one row.
    #[must_use]
    #[inline]
    pub fn of(&self, row: u32) -> &[H] {
        let (bits, before) = self
            .some
            .get((row / 64) as usize)
            .copied()
            .unwrap_or((0, 0));
        let bit = 1 << (row % 64);
        if bits & bit == 0 {
            return &[];
        }
        let nth = before as usize + (bits & (bit - 1)).count_ones() as usize;
        let start = self.starts.get(nth).map_or(0, |start| *start as usize);
        let end = self
            .starts
            .get(nth + 1)
            .map_or(self.hits.len(), |end| *end as usize);
        &self.hits[start..end]
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

    proptest! {
        #[test]
        fn rows_give_back_their_hits(counts in prop::collection::vec(0usize..3, 0..300), cut in 0usize..300) {
            let cut = cut.min(counts.len());
            let hits = |row: usize| vec![row; counts[row]];
            let (mut all, mut later) = (TextHits::default(), TextHits::default());
            (0..cut).for_each(|row| all.push(row as u32, &hits(row)));
            (cut..counts.len()).for_each(|row| later.push(row as u32, &hits(row)));
            all.append(&later);
            for row in 0..counts.len() {
                prop_assert_eq!(all.of(row as u32), &hits(row)[..]);
            }
            prop_assert!(all.of(counts.len() as u32 + 64).is_empty());
        }
    }
}
