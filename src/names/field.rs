//! The brand field: the listed names that it names.

use super::index::Raw;
use super::judge::Found;
use super::lead::bracket;
use super::skeleton::{OTHER, Skeleton};
use super::spelling::{Spelled, spelled};
use super::watch::{ALLOW, Plain, Watch};
use super::{Tier, Why};

/// Adds the names of a brand field: its parts in and outside brackets, without company affixes.
pub(super) fn names(watch: &Watch, text: &str, skeleton: &Skeleton, found: &mut Vec<Found>) {
    let mut at = 0;
    let mut from = 0;
    while at < skeleton.len() {
        match bracket(skeleton, at) {
            Some(close) => {
                part(watch, text, skeleton, (from, at), found);
                part(watch, text, skeleton, (at + 1, close), found);
                at = close + 1;
                from = at;
            }
            None => at += 1,
        }
    }
    part(watch, text, skeleton, (from, at), found);
    // Company forms that are brackets, such as (株), part no name: the whole is tried as well.
    if from > 0 && found.is_empty() {
        part(watch, text, skeleton, (0, skeleton.len()), found);
    }
}

fn part(
    watch: &Watch,
    text: &str,
    skeleton: &Skeleton,
    (mut from, mut to): (usize, usize),
    found: &mut Vec<Found>,
) {
    let affixes = &watch.lexicon.context.affixes;
    let first = found.len();
    // As it stands first: the affix may belong to the name.
    loop {
        while from < to && skeleton.class(from) == OTHER && !whole(watch, skeleton, from, to) {
            from += 1;
        }
        while from < to && skeleton.class(to - 1) == OTHER && !whole(watch, skeleton, from, to) {
            to -= 1;
        }
        if from >= to {
            return;
        }
        exact(watch, text, skeleton, (from, to), found);
        if found.len() > first {
            return;
        }
        let units = &skeleton.units()[from..to];
        let before = affixes.begin(units).filter(|l| *l < units.len());
        let after = affixes.end(units).filter(|l| *l < units.len());
        match (after, before) {
            // A short affix must be a word of its own: the AG of SWAG is none.
            (Some(l), _) if l > 3 || skeleton.starts_word(to - l) => to -= l,
            (_, Some(l)) if l > 3 || skeleton.starts_word(from + l) => from += l,
            _ => break,
        }
    }
    longest_head(watch, text, skeleton, (from, to), found);
}

fn whole(watch: &Watch, skeleton: &Skeleton, from: usize, to: usize) -> bool {
    let mut any = false;
    if to - from >= 2 {
        watch
            .index
            .at(skeleton, from, &mut |_, end| any |= end == to);
    }
    any
}

/// The aliases that are the whole part.
fn exact(
    watch: &Watch,
    text: &str,
    skeleton: &Skeleton,
    (from, to): (usize, usize),
    found: &mut Vec<Found>,
) {
    if to - from < 2 {
        let single = watch.index.single(skeleton.units()[from]);
        found.extend(single.map(|alias| Found::is(raw(alias, from, to), Why::BrandField)));
        return;
    }
    watch.index.at(skeleton, from, &mut |alias, end| {
        let raw = raw(alias, from, to);
        if end == to && watch.alias(&raw).entry != ALLOW {
            let alias = watch.alias(&raw).written();
            match spelled(text, skeleton, (from, to), &alias, &watch.lexicon) {
                Spelled::Same => found.push(Found::is(raw, Why::BrandField)),
                Spelled::Other(how) | Spelled::Doubtful(how) => {
                    found.push(Found::is(raw, Why::Respelled(how)));
                }
                Spelled::Not => {}
            }
        }
    });
}

/// The longest alias that the part begins with: a line of goods stands behind the brand.
fn longest_head(
    watch: &Watch,
    text: &str,
    skeleton: &Skeleton,
    (from, to): (usize, usize),
    found: &mut Vec<Found>,
) {
    let mut best: Option<(usize, Found)> = None;
    if to - from < 2 {
        return;
    }
    watch.index.at(skeleton, from, &mut |alias, end| {
        let raw = raw(alias, from, end);
        let alias = watch.alias(&raw);
        let ends = end <= to && skeleton.starts_word(end);
        if !ends || alias.entry == ALLOW || best.as_ref().is_some_and(|(e, _)| *e >= end) {
            return;
        }
        let how = spelled(
            text,
            skeleton,
            (from, end),
            &alias.written(),
            &watch.lexicon,
        );
        let (tier, why) = match (how, alias.plain) {
            (Spelled::Same, Plain::No) => (Tier::Is, Why::BrandField),
            (Spelled::Other(how), Plain::No) => (Tier::Is, Why::Respelled(how)),
            (Spelled::Same, Plain::Word) => (Tier::Weak, Why::PlainWord),
            (Spelled::Same, Plain::Short) => (Tier::Weak, Why::Short),
            _ => return,
        };
        best = Some((end, Found { raw, tier, why }));
    });
    found.extend(best.map(|(_, found)| found));
}

fn raw(alias: u32, from: usize, to: usize) -> Raw {
    Raw {
        alias,
        from: from as u32,
        to: to as u32,
        loose: false,
    }
}
