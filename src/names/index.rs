//! The aliases by their first units, and the places of a text where one stands between edges.

use super::lexicon::Context;
use super::skeleton::{HIRAGANA, KANJI, KATAKANA, LETTER, Skeleton};
use hashbrown::HashMap;

/// Units of which the table is keyed; shorter aliases have keys of their own.
const KEY: usize = 4;

/// Aliases of at least so many units may end or begin inside a run of kanji.
const FREE: usize = 4;

/// An odd factor that spreads numbers over the high bits.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// An alias found in a skeleton.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Raw {
    /// Number of the alias.
    pub(super) alias: u32,
    /// First unit.
    pub(super) from: u32,
    /// Unit behind the last.
    pub(super) to: u32,
    /// It ends inside a run of katakana or letters: what is left of the run has to be looked at.
    pub(super) loose: bool,
}

/// A set of numbers that may say yes too often, never no wrongly.
#[derive(Clone, Debug, Default)]
pub(super) struct Bits {
    words: Vec<u64>,
    shift: u32,
}

impl Bits {
    /// An empty set for about so many numbers: one bit in sixteen will be set.
    pub(super) fn new(count: usize) -> Self {
        let bits = (count * 16).next_power_of_two().clamp(1 << 12, 1 << 26);
        Self {
            words: vec![0; bits / 64],
            shift: 64 - bits.trailing_zeros(),
        }
    }

    #[inline]
    fn place(&self, key: u64) -> usize {
        (key.wrapping_mul(SPREAD) >> self.shift) as usize
    }

    pub(super) fn insert(&mut self, key: u64) {
        let place = self.place(key);
        if let Some(word) = self.words.get_mut(place / 64) {
            *word |= 1 << (place % 64);
        }
    }

    #[inline]
    pub(super) fn may_have(&self, key: u64) -> bool {
        let place = self.place(key);
        let word = self.words.get(place / 64).copied().unwrap_or(0);
        word >> (place % 64) & 1 == 1
    }
}

/// An alias among the sorted ones.
#[derive(Clone, Copy, Debug)]
struct Slot {
    from: u32,
    length: u16,
    alias: u32,
}

/// Pairs of first units that are told apart: with their bits as many as stay in the nearest cache.
const PAIRS: usize = 1 << 13;

/// The first three units of aliases, refused with one look: for every two a bit per third one,
/// modulo 32. It may say yes too often, never no wrongly.
#[derive(Clone, Debug)]
struct Heads(Box<[u32; PAIRS]>);

impl Default for Heads {
    fn default() -> Self {
        Self(Box::new([0; PAIRS]))
    }
}

impl Heads {
    #[inline]
    fn place(first: u16, second: u16) -> usize {
        let pair = u64::from(first) | u64::from(second) << 16;
        (pair.wrapping_mul(SPREAD) >> (u64::BITS - PAIRS.ilog2())) as usize % PAIRS
    }

    fn insert(&mut self, alias: &[u16]) {
        match *alias {
            [first, second, third, ..] => {
                self.0[Self::place(first, second)] |= 1 << (third % 32);
            }
            // Anything may follow it.
            [first, second] => self.0[Self::place(first, second)] = u32::MAX,
            _ => {}
        }
    }

    /// `text` has zeros behind it.
    #[inline]
    fn may_have(&self, text: &[u16]) -> bool {
        text.first_chunk().is_some_and(|[first, second, third]| {
            self.0[Self::place(*first, *second)] >> (third % 32) & 1 == 1
        })
    }
}

/// Aliases of which so many begin alike are compared one by one.
const FEW: usize = 8;

/// Aliases sorted by their units, reachable by the first of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// Units of all aliases, in the order of the slots.
    arena: Vec<u16>,
    slots: Vec<Slot>,
    /// Number of the slot, by alias.
    places: Vec<u32>,
    heads: Heads,
    keys: Bits,
    /// Slots from and to, by the first units.
    groups: HashMap<u64, (u32, u32)>,
}

/// The first units in one number, the first of them lowest, and zeros where there are fewer.
#[inline]
fn key([first, second, third, fourth]: [u16; KEY]) -> u64 {
    u64::from(first) | u64::from(second) << 16 | u64::from(third) << 32 | u64::from(fourth) << 48
}

impl Index {
    /// Sorts the aliases; those of one unit are found in brand fields only.
    pub(super) fn build(aliases: &[Vec<u16>]) -> Self {
        let mut index = Self {
            keys: Bits::new(aliases.len()),
            places: vec![0; aliases.len()],
            ..Self::default()
        };
        let mut order: Vec<u32> = (0..aliases.len() as u32).collect();
        order.sort_by(|a, b| {
            aliases[*a as usize]
                .cmp(&aliases[*b as usize])
                .then(a.cmp(b))
        });
        for (place, alias) in order.iter().enumerate() {
            let units = &aliases[*alias as usize];
            let length = units.len().min(usize::from(u16::MAX)) as u16;
            index.slots.push(Slot {
                from: index.arena.len() as u32,
                length,
                alias: *alias,
            });
            index.arena.extend_from_slice(&units[..usize::from(length)]);
            let mut head = [0; KEY];
            let first = units.iter().zip(&mut head);
            first.for_each(|(unit, place)| *place = *unit);
            let (place, key) = (place as u32, key(head));
            index.places[*alias as usize] = place;
            index.heads.insert(units);
            index.keys.insert(key);
            index.groups.entry(key).or_insert((place, place)).1 = place + 1;
        }
        index
    }

    /// The aliases of that single unit.
    pub(super) fn single(&self, unit: u16) -> impl Iterator<Item = u32> + '_ {
        let (first, last) = self
            .groups
            .get(&u64::from(unit))
            .copied()
            .unwrap_or_default();
        let slots = &self.slots[first as usize..last as usize];
        slots.iter().map(|slot| slot.alias)
    }

    /// The units of an alias.
    pub(super) fn units(&self, alias: u32) -> &[u16] {
        let place = self.places.get(alias as usize).copied().unwrap_or(u32::MAX);
        self.slots
            .get(place as usize)
            .map_or(&[], |slot| self.of(slot))
    }

    #[inline]
    fn of(&self, slot: &Slot) -> &[u16] {
        let from = slot.from as usize;
        &self.arena[from..from + usize::from(slot.length)]
    }

    /// Adds every alias that stands between edges.
    pub(super) fn scan(&self, text: &Skeleton, context: &Context, raws: &mut Vec<Raw>) {
        text.begins(|from| {
            if self.heads.may_have(text.padded(from)) {
                self.between_edges(text, context, from, raws);
            }
        });
    }

    /// Adds every alias that begins at that place and stands between edges.
    #[inline(never)]
    fn between_edges(&self, text: &Skeleton, context: &Context, from: usize, raws: &mut Vec<Raw>) {
        self.at(text, from, &mut |alias, to| {
            let length = to - from;
            if !starts(text, context, from, length) {
                return;
            }
            let firm = stops(text, context, to, length);
            let run = matches!(text.class(to), KATAKANA | LETTER);
            if firm || run && length >= FREE {
                raws.push(Raw {
                    alias,
                    from: from as u32,
                    to: to as u32,
                    loose: !firm,
                });
            }
        });
    }

    /// Calls `found` with every alias whose units stand at that place, and the unit behind it.
    pub(super) fn at(&self, text: &Skeleton, from: usize, found: &mut impl FnMut(u32, usize)) {
        let rest = &text.units()[from..];
        let Some(head) = text.padded(from).first_chunk::<KEY>() else {
            return;
        };
        let whole = key(*head);
        for depth in 2..KEY + 1 {
            let key = whole & u64::MAX >> (u64::BITS - 16 * depth as u32);
            if depth <= rest.len() && self.keys.may_have(key) {
                self.keyed(key, rest, depth, &mut |alias, length| {
                    found(alias, from + length);
                });
            }
        }
    }

    /// Calls `found` with every alias of that key that `rest` begins with, and its length; `rest` has
    /// the `depth` units of the key.
    #[inline(never)]
    fn keyed(&self, key: u64, rest: &[u16], depth: usize, found: &mut impl FnMut(u32, usize)) {
        if let Some((first, last)) = self.groups.get(&key) {
            let group = &self.slots[*first as usize..*last as usize];
            self.among(group, rest, depth, found);
        }
    }

    /// Those of a group, all with the first `depth` units of `rest`, that `rest` begins with.
    fn among(
        &self,
        mut group: &[Slot],
        rest: &[u16],
        mut depth: usize,
        found: &mut impl FnMut(u32, usize),
    ) {
        while group.len() > FEW {
            // Those that end here stand first.
            let ended = group
                .iter()
                .take_while(|slot| usize::from(slot.length) == depth)
                .count();
            for slot in &group[..ended] {
                found(slot.alias, depth);
            }
            group = &group[ended..];
            let Some(unit) = rest.get(depth) else { return };
            let low = group.partition_point(|slot| self.of(slot)[depth] < *unit);
            let high = group.partition_point(|slot| self.of(slot)[depth] <= *unit);
            group = &group[low..high];
            depth += 1;
        }
        for slot in group {
            if rest.starts_with(self.of(slot)) {
                found(slot.alias, usize::from(slot.length));
            }
        }
    }
}

/// A name may not begin inside a run of letters or kana; in a run of kanji only where it is long, or
/// behind a word that stands before names.
fn starts(text: &Skeleton, context: &Context, from: usize, length: usize) -> bool {
    if text.starts_word(from) {
        // Hiragana behind kanji inflects the word before it.
        return from == 0
            || text.after_gap(from)
            || text.class(from) != HIRAGANA
            || text.class(from - 1) != KANJI;
    }
    if text.turns(from) {
        return length > FREE;
    }
    length >= FREE || context.leads.end(&text.units()[..from]).is_some()
}

/// A name may not end inside a run either, except before words that stand behind names.
fn stops(text: &Skeleton, context: &Context, to: usize, length: usize) -> bool {
    if text.starts_word(to) {
        return true;
    }
    if text.turns(to) {
        return length >= FREE;
    }
    match text.class(to) {
        KANJI => length >= FREE || context.tails.begin(&text.units()[to..]).is_some(),
        HIRAGANA => context.tails.begin(&text.units()[to..]).is_some(),
        _ => false,
    }
}
