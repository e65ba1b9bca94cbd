//! From sentences to a kind: signals that stand, points, what is needed and what is refused.

use super::data::{Data, Kind, Signal};
use super::found::{Hit, Sentence, Stood};
use crate::model::NoticeKind;
use std::collections::BTreeMap;
use std::ops::Range;

/// Words of one concept that are tried in one sentence.
const MOST_HITS: usize = 12;

/// The kind of a text.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) kind: NoticeKind,
    pub(super) confidence: f64,
    pub(super) nearest: Option<NoticeKind>,
    pub(super) why: Vec<Stood>,
    /// A rights holder complained, whatever the kind.
    pub(super) complained: bool,
}

/// Where a signal stood first.
struct Place<'s> {
    sentence: &'s Sentence,
    at: Range<usize>,
}

pub(super) fn judge(sentences: &[Sentence], data: &Data) -> Judged {
    let stands = stand(sentences, data);
    let mut ranked: Vec<(&Kind, i32)> = data
        .kinds
        .iter()
        .filter(|kind| possible(kind, &stands))
        .map(|kind| (kind, points(kind, &stands, data)))
        .collect();
    // Stable: of equal ones the first stays first.
    ranked.sort_by_key(|(_, points)| std::cmp::Reverse(*points));
    let best = ranked.first().copied();
    let second = ranked.get(1).map_or(0, |(_, points)| (*points).max(0));
    let (kind, confidence, nearest) = match best {
        None => (NoticeKind::Unknown, 0.0, None),
        Some((kind, points)) => {
            let sure = certainty(points, second);
            match points >= data.least {
                true => (kind.name, sure, None),
                false => (NoticeKind::Unknown, sure.min(0.4), Some(kind.name)),
            }
        }
    };
    let complained = stands.contains_key("rights-complaint");
    Judged {
        kind,
        confidence,
        nearest,
        why: why(&stands, best.map(|(kind, _)| kind), data),
        complained,
    }
}

/// How certain the best kind is, from its points and those of the next one.
fn certainty(best: i32, second: i32) -> f64 {
    let best = f64::from(best.max(0));
    let margin = (best - f64::from(second)).max(0.0) / best.max(1.0);
    let raw = 0.65 * best / (best + 4.0) + 0.35 * margin;
    (raw.min(0.99) * 100.0).round() / 100.0
}

/// Every signal that stands, with the first place.
fn stand<'s, 'd>(sentences: &'s [Sentence], data: &'d Data) -> BTreeMap<&'d str, Place<'s>> {
    let mut stands = BTreeMap::new();
    for signal in &data.signals {
        if stands.contains_key(signal.name.as_str()) {
            continue;
        }
        let mut places = sentences.iter().filter_map(|sentence| {
            let at = together(sentence, signal)?;
            Some(Place { sentence, at })
        });
        if let Some(place) = places.next() {
            stands.insert(signal.name.as_str(), place);
        }
    }
    stands
}

/// The narrowest place in a sentence at which all concepts of a signal stand together.
fn together(sentence: &Sentence, signal: &Signal) -> Option<Range<usize>> {
    if signal.all.iter().any(|concept| !sentence.has(*concept)) {
        return None;
    }
    if signal.none.iter().any(|concept| sentence.has(*concept)) {
        return None;
    }
    let mut best: Option<Range<usize>> = None;
    let mut chosen = Vec::new();
    choose(sentence, signal, &mut chosen, &mut best);
    best
}

/// Tries the words of each concept in turn.
fn choose<'s>(
    sentence: &'s Sentence,
    signal: &Signal,
    chosen: &mut Vec<&'s Hit>,
    best: &mut Option<Range<usize>>,
) {
    let Some(concept) = signal.all.get(chosen.len()) else {
        let start = chosen.iter().map(|hit| hit.at.start).min().unwrap_or(0);
        let end = chosen.iter().map(|hit| hit.at.end).max().unwrap_or(0);
        let narrower = best.as_ref().is_none_or(|best| end - start < best.len());
        if narrower && fits(sentence, signal, chosen, start..end) {
            *best = Some(start..end);
        }
        return;
    };
    for hit in sentence.of(*concept).take(MOST_HITS) {
        // One word is not two things at once.
        let overlaps = chosen
            .iter()
            .any(|other| other.at.start < hit.at.end && hit.at.start < other.at.end);
        let late = signal.ordered
            && chosen
                .last()
                .is_some_and(|last| last.at.start > hit.at.start);
        if overlaps || late {
            continue;
        }
        chosen.push(hit);
        choose(sentence, signal, chosen, best);
        chosen.pop();
    }
}

fn fits(sentence: &Sentence, signal: &Signal, chosen: &[&Hit], at: Range<usize>) -> bool {
    let text = sentence.folded.get(at.clone()).unwrap_or_default();
    if signal.within < usize::MAX && room(text) > signal.within {
        return false;
    }
    // What overlaps a chosen word does not stand between them.
    let between = |hit: &&Hit| {
        hit.at.start >= at.start
            && hit.at.end <= at.end
            && !chosen
                .iter()
                .any(|other| other.at.start < hit.at.end && hit.at.start < other.at.end)
    };
    !signal
        .apart
        .iter()
        .any(|concept| sentence.of(*concept).any(|hit| between(&hit)))
}

/// Length of a text in Japanese characters; two letters of an alphabet are about one of them.
fn room(text: &str) -> usize {
    let narrow = text.bytes().filter(u8::is_ascii).count();
    let wide = text.chars().count() - narrow;
    wide + narrow / 2
}

fn possible(kind: &Kind, stands: &BTreeMap<&str, Place<'_>>) -> bool {
    let is = |name: &String| stands.contains_key(name.as_str());
    kind.needs.iter().all(|group| group.iter().any(is)) && !kind.refuses.iter().any(is)
}

fn points(kind: &Kind, stands: &BTreeMap<&str, Place<'_>>, data: &Data) -> i32 {
    let all = kind.points.iter().chain(&data.common);
    let stand = all.filter(|(name, _)| stands.contains_key(name.as_str()));
    stand.map(|(_, points)| *points).sum()
}

/// The signals that count for a kind, the weightiest first; all of them where there is no kind.
fn why(stands: &BTreeMap<&str, Place<'_>>, kind: Option<&Kind>, data: &Data) -> Vec<Stood> {
    let mut why: Vec<Stood> = stands
        .iter()
        .filter_map(|(name, place)| {
            let common = data.common.get(*name).copied();
            let points = match kind {
                Some(kind) => kind.points.get(*name).copied().or(common)?,
                None => common.unwrap_or(0),
            };
            Some(Stood {
                signal: (*name).to_owned(),
                points,
                text: place.sentence.written(place.at.clone()).to_owned(),
                line: place.sentence.line(place.at.start),
            })
        })
        .collect();
    why.sort_by_key(|stood| (std::cmp::Reverse(stood.points.abs()), stood.line));
    why
}
