//! One wrong, missing, added or swapped letter in a long name.

use super::index::Bits;
use super::skeleton::{KANJI, LETTER, Skeleton};
use super::watch::{ALLOW, Alias, Plain, Watch};

/// Units of the shortest name that is looked for with a typo: Latin letters, and others.
const SHORTEST: (usize, usize) = (6, 5);
/// The same in a long list, in which some name is near to every word.
const SHORTEST_OF_MANY: (usize, usize) = (7, 6);
/// Names of a long list.
const MANY: usize = 10_000;
/// Names with more units are left out.
const LONGEST: usize = 24;

/// The long names by every way to leave one unit out: two spellings that differ by one typo have
/// one of these in common.
#[derive(Clone, Debug, Default)]
pub(super) struct Typos {
    bits: Bits,
    /// Hash of a shortened name and the alias, sorted.
    short: Vec<(u32, u32)>,
}

/// An odd factor and its inverse modulo 2^64.
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
const INVERSE: u64 = 0xf1de_83e1_9937_733d;

/// Calls `each` with the hash of the name and of every form of it that lacks one unit: the units are
/// the digits of a number, so that leaving one out takes one multiplication.
fn variants(units: &[u16], mut each: impl FnMut(u32)) {
    let mix = |sum: u64| ((sum ^ sum >> 29).wrapping_mul(FACTOR) >> 32) as u32;
    let digit = |unit: u16| u64::from(unit).wrapping_mul(0xff51_afd7_ed55_8ccd) | 1;
    let (mut whole, mut power) = (0u64, 1u64);
    for unit in units {
        whole = whole.wrapping_add(digit(*unit).wrapping_mul(power));
        power = power.wrapping_mul(FACTOR);
    }
    each(mix(whole));
    let (mut ahead, mut power) = (0u64, 1u64);
    for unit in units {
        let with = ahead.wrapping_add(digit(*unit).wrapping_mul(power));
        let behind = whole.wrapping_sub(with).wrapping_mul(INVERSE);
        each(mix(ahead.wrapping_add(behind)));
        ahead = with;
        power = power.wrapping_mul(FACTOR);
    }
}

fn long_enough(units: &[u16], (letters, others): (usize, usize)) -> bool {
    let latin = units.iter().filter(|unit| **unit < 0x3000).count();
    let needed = if latin * 2 > units.len() {
        letters
    } else {
        others
    };
    (needed..=LONGEST).contains(&units.len())
}

impl Typos {
    pub(super) fn build(aliases: &[Alias], units: &[Vec<u16>]) -> Self {
        let many = aliases.len() > MANY;
        let shortest = if many { SHORTEST_OF_MANY } else { SHORTEST };
        let mut short = Vec::new();
        for (number, (alias, units)) in aliases.iter().zip(units).enumerate() {
            // A plain word that is one letter off is most often another word.
            let longer = usize::from(alias.plain == Plain::Word);
            let shortest = (shortest.0 + longer, shortest.1 + longer);
            let named =
                alias.entry != ALLOW && alias.plain != Plain::Short && !(many && longer > 0);
            if named && long_enough(units, shortest) {
                variants(units, |hash| short.push((hash, number as u32)));
            }
        }
        short.sort_unstable();
        short.dedup();
        let mut bits = Bits::new(short.len());
        for (hash, _) in &short {
            bits.insert(u64::from(*hash));
        }
        Self { bits, short }
    }

    /// The alias that those units are a typo of; none where names of several entries may be meant.
    pub(super) fn of(&self, units: &[u16], watch: &Watch) -> Option<u32> {
        if self.short.is_empty() || units.len() + 1 < SHORTEST.1 || units.len() > LONGEST {
            return None;
        }
        let mut found: Option<u32> = None;
        let mut several = false;
        variants(units, |hash| {
            if !self.bits.may_have(u64::from(hash)) {
                return;
            }
            let first = self.short.partition_point(|(h, _)| *h < hash);
            for (_, alias) in self.short[first..].iter().take_while(|(h, _)| *h == hash) {
                if found == Some(*alias) || !one_typo(units, watch.index.units(*alias)) {
                    continue;
                }
                let entry = |alias: u32| watch.aliases[alias as usize].entry;
                several |= found.is_some_and(|f| entry(f) != entry(*alias));
                found = found.or(Some(*alias)).min(Some(*alias));
            }
        });
        found.filter(|_| !several)
    }
}

/// True where one unit of `a` is wrong, missing, added, or swapped with its neighbour.
fn one_typo(a: &[u16], b: &[u16]) -> bool {
    // A letter more at the end makes another word: googles, ナイキン.
    if a.len() == b.len() + 1 && a.starts_with(b) {
        return false;
    }
    let ahead = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[ahead..], &b[ahead..]);
    let behind = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (a, b) = (&a[..a.len() - behind], &b[..b.len() - behind]);
    match (a, b) {
        ([_], [] | [_]) | ([], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

/// Ends of the words at that place that a name with a typo may be: the next change of script, and
/// the next separator.
pub(super) fn words(text: &Skeleton, from: usize) -> impl Iterator<Item = usize> {
    let next = |is: &dyn Fn(usize) -> bool| {
        (from + 1..text.len())
            .find(|at| is(*at))
            .unwrap_or(text.len())
    };
    let run = next(&|at| text.starts_word(at));
    let word = next(&|at| text.after_gap(at) || !matches!(text.class(at), LETTER..=KANJI));
    let far = (word != run).then_some(word);
    [Some(run), far].into_iter().flatten()
}
