//! Evidence: whether a name in a title is the brand, is mentioned, or may be a plain word.

use super::index::Raw;
use super::lead::Head;
use super::look::Match;
use super::skeleton::{DIGIT, KATAKANA, LETTER, OTHER, Skeleton};
use super::watch::{Plain, Watch};
use super::{Respelling, Tier, Why};
use crate::text::fold;

/// Words of a model that may stand between a name and what says that the goods go with it.
const MODEL: usize = 6;

/// A name found, with its tier.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) raw: Raw,
    pub(super) tier: Tier,
    pub(super) why: Why,
}

impl Found {
    pub(super) fn is(raw: Raw, why: Why) -> Self {
        Self {
            raw,
            tier: Tier::Is,
            why,
        }
    }
}

/// What speaks for and against a match being the brand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Evidence {
    why: Option<Why>,
    compatible: bool,
}

impl Evidence {
    fn leads(&self) -> bool {
        matches!(self.why, Some(Why::Lead | Why::Bracket)) && !self.compatible
    }
}

/// One title with its matches.
pub(super) struct Judge<'a> {
    pub(super) watch: &'a Watch,
    pub(super) text: &'a str,
    pub(super) skeleton: &'a Skeleton,
    pub(super) head: &'a Head,
    pub(super) matches: &'a [Match],
    /// What the brand field names.
    pub(super) named: &'a [Found],
    /// A brand field was given.
    pub(super) has_field: bool,
}

impl Judge<'_> {
    /// Judges all matches; first for themselves, then beside each other.
    pub(super) fn all(&self, known: &mut Vec<Evidence>, found: &mut Vec<Found>) {
        known.clear();
        known.extend(self.matches.iter().map(|m| {
            let why = self.evidence(m);
            // Without evidence a plain word is weak whatever stands around it.
            let compatible = (why.is_some() || self.doubt(m).is_none()) && self.compatible(m);
            Evidence { why, compatible }
        }));
        let mut stranger = None;
        for (m, evidence) in self.matches.iter().zip(known.iter()) {
            let leads = |before: bool| {
                let mut others = self.matches.iter().zip(known.iter());
                others.any(|(o, e)| {
                    e.leads()
                        && self.entry(o) != self.entry(m)
                        && (!before || o.raw.to <= m.raw.from)
                })
            };
            let other = || match evidence.why {
                // 【Tolvani】Kuromeria 用: the brand stands in the bracket.
                Some(Why::Lead) => leads(true),
                Some(Why::Twin) => self.has_field,
                Some(_) => false,
                None => {
                    leads(false)
                        || self.has_field
                        || *stranger.get_or_insert_with(|| self.stranger_leads())
                }
            };
            let (tier, why) = self.tier(m, *evidence, other);
            found.push(Found {
                raw: m.raw,
                tier,
                why,
            });
        }
    }

    fn tier(&self, m: &Match, evidence: Evidence, other: impl FnOnce() -> bool) -> (Tier, Why) {
        let is = |why: Why| (Tier::Is, m.respelled.map_or(why, Why::Respelled));
        match (evidence.why, self.doubt(m)) {
            (None, Some(why)) => (Tier::Weak, why),
            (Some(Why::BrandField), _) => is(Why::BrandField),
            // The brand field names something else, and this is a word that happens to lead.
            (Some(Why::Lead | Why::Bracket), Some(why)) if self.has_field => (Tier::Weak, why),
            _ if evidence.compatible => (Tier::Mentions, Why::Compatible),
            _ if other() => (Tier::Mentions, Why::OtherBrand),
            (why, _) => is(why.unwrap_or(Why::Named)),
        }
    }

    fn entry(&self, m: &Match) -> u32 {
        self.watch.alias(&m.raw).entry
    }

    /// Why the bare occurrence of a match tells little.
    fn doubt(&self, m: &Match) -> Option<Why> {
        if m.doubtful {
            return m.respelled.map(Why::Doubtful);
        }
        match self.watch.alias(&m.raw).plain {
            // Nobody writes a plain word with foreign letters or a wrong one.
            _ if matches!(m.respelled, Some(Respelling::Lookalike | Respelling::Typo)) => None,
            Plain::No => None,
            Plain::Word => Some(Why::PlainWord),
            Plain::Short => Some(Why::Short),
        }
    }

    fn evidence(&self, m: &Match) -> Option<Why> {
        let entry = self.entry(m);
        let alias = |raw: &Raw| self.watch.alias(raw);
        if self
            .named
            .iter()
            .any(|n| n.tier == Tier::Is && alias(&n.raw).entry == entry)
        {
            return Some(Why::BrandField);
        }
        let (from, to) = (m.raw.from as usize, m.raw.to as usize);
        let doubt = self.doubt(m).is_some();
        let bracket = self.head.brackets.iter().find(|(open, _)| *open == from);
        if bracket.is_some_and(|(_, close)| !doubt || self.fills(to, *close)) {
            return Some(Why::Bracket);
        }
        if from == self.head.lead && (!doubt || self.stands_apart(to)) {
            return Some(Why::Lead);
        }
        self.matches
            .iter()
            .any(|o| self.twins(m, o))
            .then_some(Why::Twin)
    }

    /// Nothing but shop words stands between the match and the end of its bracket.
    fn fills(&self, to: usize, close: usize) -> bool {
        let mut at = to;
        while at < close {
            match self
                .watch
                .lexicon
                .context
                .affixes
                .begin(&self.skeleton.units()[at..close])
            {
                Some(length) => at += length,
                None => return false,
            }
        }
        at == close
    }

    /// A plain word is a brand at the head only where it is no part of a longer word, and where
    /// something follows.
    fn stands_apart(&self, to: usize) -> bool {
        if to >= self.skeleton.len() {
            return false;
        }
        if self.skeleton.class(to) == OTHER {
            return true;
        }
        let end = self.skeleton.written(self.text, to - 1, to).end;
        let next = self.skeleton.written(self.text, to, to + 1).start;
        let between = self.text.get(end..next).unwrap_or_default();
        between.chars().any(char::is_whitespace)
    }

    /// Another spelling of the same entry: one that means nothing else, or directly beside.
    fn twins(&self, m: &Match, o: &Match) -> bool {
        if self.entry(m) != self.entry(o) || m.raw.alias == o.raw.alias {
            return false;
        }
        let (first, second) = if m.raw.from < o.raw.from {
            (m, o)
        } else {
            (o, m)
        };
        let gap = first.raw.to as usize..second.raw.from as usize;
        if gap.start > gap.end {
            return false;
        }
        let beside = gap.len() <= 2 && gap.clone().all(|at| self.skeleton.class(at) == OTHER);
        beside || self.doubt(o).is_none()
    }

    /// Wording says that the goods go with the name, or look like it.
    fn compatible(&self, m: &Match) -> bool {
        let context = &self.watch.lexicon.context;
        let from = m.raw.from as usize;
        let before = context.before.end(&self.skeleton.units()[..from]);
        if before.is_some_and(|length| self.skeleton.starts_word(from - length)) {
            return true;
        }
        let mut at = m.raw.to as usize;
        let rest = |at: usize| &self.skeleton.units()[at..];
        if !self.skeleton.after_gap(at) && self.word_ends(at, context.joined.begin(rest(at))) {
            return true;
        }
        for _ in 0..MODEL {
            if self.word_ends(at, context.after.begin(rest(at))) {
                return true;
            }
            match self.next_of_model(at) {
                Some(next) => at = next,
                None => return false,
            }
        }
        false
    }

    /// True where a word of that length at that place ends with its run of characters.
    fn word_ends(&self, at: usize, length: Option<usize>) -> bool {
        length.is_some_and(|l| self.skeleton.starts_word(at + l))
    }

    /// The place behind the next word of a model, or behind the sign that lists another one.
    fn next_of_model(&self, at: usize) -> Option<usize> {
        let units = self.skeleton.units();
        let lists = |at: usize| {
            matches!(
                units.get(at),
                Some(0x2f | 0x2c | 0x26 | 0x7c | 0x3001 | 0x2b)
            )
        };
        match self.skeleton.class(at) {
            OTHER if lists(at) => Some(at + 1),
            LETTER | DIGIT => {
                let another = self.matches.iter().any(|m| m.raw.from as usize == at);
                if another && (at == 0 || !lists(at - 1)) {
                    return None;
                }
                let mut end = at + 1;
                while end < units.len() && matches!(self.skeleton.class(end), LETTER | DIGIT) {
                    if self.skeleton.after_gap(end) {
                        break;
                    }
                    end += 1;
                }
                Some(end)
            }
            _ => None,
        }
    }

    /// The title begins with a word that no dictionary and no list has: most likely a brand.
    fn stranger_leads(&self) -> bool {
        let from = self.head.lead;
        if self.matches.iter().any(|m| m.raw.from as usize <= from) {
            return false;
        }
        let class = self.skeleton.class(from);
        if !matches!(class, LETTER | KATAKANA) {
            return false;
        }
        let end = (from + 1..=self.skeleton.len())
            .find(|at| self.skeleton.starts_word(*at))
            .unwrap_or(from);
        let word = fold(self.skeleton.slice(self.text, from, end));
        end - from >= 3 && !self.watch.lexicon.has(&word)
    }
}
