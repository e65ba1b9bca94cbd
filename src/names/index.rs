//! The aliases by their first units, and the places of a text where one stands between edges.

use super::lexicon::{Context, begins, ends};
use super::skeleton::{CLASS, GAP, HIRAGANA, KANJI, START, Skeleton, TURN};
use hashbrown::HashMap;

/// Units of which the table is keyed; shorter aliases have keys of their own.
const KEY: usize = 4;

/// Aliases of at least so many units may end or begin inside a run of kanji.
const FREE: usize = 4;

/// An alias found in a skeleton.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Raw {
    /// Number of the alias.
    pub(super) alias: u32,
    /// First unit.
    pub(super) from: u32,
    /// Unit behind the last.
    pub(super) to: u32,
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
        (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift) as usize
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

/// Aliases sorted by their units, reachable by the first of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// Units of all aliases, one after the other.
    arena: Vec<u16>,
    /// Place in the arena, by alias.
    spans: Vec<(u32, u16)>,
    /// Numbers of the aliases in the order of their units.
    order: Vec<u32>,
    pairs: Bits,
    keys: Bits,
    groups: HashMap<u64, (u32, u32)>,
}

fn key(units: &[u16]) -> u64 {
    let packed = units.iter().take(KEY).rev();
    packed.fold(0, |key, unit| key << 16 | u64::from(*unit))
}

impl Index {
    /// Sorts the aliases; those of fewer than two units are found in brand fields only, by
    /// comparing.
    pub(super) fn build(aliases: &[Vec<u16>]) -> Self {
        let mut index = Self {
            pairs: Bits::new(aliases.len()),
            keys: Bits::new(aliases.len()),
            ..Self::default()
        };
        for units in aliases {
            let length = units.len().min(usize::from(u16::MAX)) as u16;
            index.spans.push((index.arena.len() as u32, length));
            index.arena.extend_from_slice(&units[..usize::from(length)]);
        }
        let mut order: Vec<u32> = (0..aliases.len() as u32)
            .filter(|alias| aliases[*alias as usize].len() >= 2)
            .collect();
        order.sort_by(|a, b| {
            aliases[*a as usize]
                .cmp(&aliases[*b as usize])
                .then(a.cmp(b))
        });
        index.order = order;
        for (place, alias) in index.order.iter().enumerate() {
            let units = &aliases[*alias as usize];
            let (place, key) = (place as u32, key(units));
            index.pairs.insert(key & 0xffff_ffff);
            index.keys.insert(key);
            index.groups.entry(key).or_insert((place, place)).1 = place + 1;
        }
        index
    }

    /// The aliases of that single unit.
    pub(super) fn single(&self, unit: u16) -> impl Iterator<Item = u32> + '_ {
        (0..self.spans.len() as u32).filter(move |alias| self.units(*alias) == [unit])
    }

    /// The units of an alias.
    pub(super) fn units(&self, alias: u32) -> &[u16] {
        let (from, length) = self.spans.get(alias as usize).copied().unwrap_or_default();
        let from = from as usize;
        &self.arena[from..from + usize::from(length)]
    }

    /// Adds every alias that stands between edges.
    pub(super) fn scan(&self, text: &Skeleton, context: &Context, raws: &mut Vec<Raw>) {
        let (units, flags) = (text.units.as_slice(), text.flags.as_slice());
        for (from, two) in units.windows(2).enumerate() {
            let flag = flags[from];
            if flag & (START | TURN) == 0 && flag & CLASS != KANJI {
                continue;
            }
            let pair = u64::from(two[0]) | u64::from(two[1]) << 16;
            if self.pairs.may_have(pair) {
                self.at(text, from, &mut |alias, to| {
                    if edges(text, context, from, to) {
                        raws.push(Raw {
                            alias,
                            from: from as u32,
                            to: to as u32,
                        });
                    }
                });
            }
        }
    }

    /// Calls `found` with every alias whose units stand at that place, and the unit behind it.
    pub(super) fn at(&self, text: &Skeleton, from: usize, found: &mut dyn FnMut(u32, usize)) {
        let rest = &text.units[from..];
        for length in 2..=KEY.min(rest.len()) {
            let key = key(&rest[..length]);
            if !self.keys.may_have(key) {
                continue;
            }
            let Some((first, last)) = self.groups.get(&key).copied() else {
                continue;
            };
            let mut group = &self.order[first as usize..last as usize];
            let mut depth = length;
            while !group.is_empty() {
                // Those that end here stand first.
                let ended = group
                    .iter()
                    .take_while(|alias| self.units(**alias).len() == depth)
                    .count();
                for alias in &group[..ended] {
                    found(*alias, from + depth);
                }
                group = &group[ended..];
                let Some(unit) = rest.get(depth) else { break };
                let low = group.partition_point(|alias| self.units(*alias)[depth] < *unit);
                let high = group.partition_point(|alias| self.units(*alias)[depth] <= *unit);
                group = &group[low..high];
                depth += 1;
            }
        }
    }
}

/// A name may not begin or end inside a run of letters or kana; in a run of kanji only where it is
/// long, or where a word stands that goes with names.
fn edges(text: &Skeleton, context: &Context, from: usize, to: usize) -> bool {
    starts(text, context, from, to - from) && stops(text, context, to, to - from)
}

fn starts(text: &Skeleton, context: &Context, from: usize, length: usize) -> bool {
    let edge = text.edge(from);
    if edge & START != 0 {
        // Hiragana behind kanji inflects the word before it.
        return from == 0
            || edge & GAP != 0
            || text.class(from) != HIRAGANA
            || text.class(from - 1) != KANJI;
    }
    if edge & TURN != 0 {
        return length > FREE;
    }
    length >= FREE || ends(&context.leads, &text.units[..from]).is_some()
}

/// True where a name of that length may end before the unit `to`.
pub(super) fn stops(text: &Skeleton, context: &Context, to: usize, length: usize) -> bool {
    let edge = text.edge(to);
    if edge & START != 0 {
        return true;
    }
    if edge & TURN != 0 {
        return length >= FREE;
    }
    match text.class(to) {
        KANJI => length >= FREE || begins(&context.tails, &text.units[to..]).is_some(),
        HIRAGANA => begins(&context.tails, &text.units[to..]).is_some(),
        _ => false,
    }
}
