//! One title and its brand field: what is found in them, in order.

use super::field;
use super::index::Raw;
use super::judge::{Evidence, Found, Judge};
use super::lead::Head;
use super::skeleton::{KATAKANA, Skeleton};
use super::spelling::{Spelled, spelled};
use super::typo::words;
use super::watch::{ALLOW, Plain, Watch};
use super::{Hit, Respelling, Where};
use crate::text::fold;

/// The texts of one listing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look<'a> {
    /// The title as written.
    pub title: &'a str,
    /// The brand, of the listing or of the catalogue.
    pub brand_field: Option<&'a str>,
}

/// Buffers that one thread uses for listing after listing.
#[derive(Debug, Default)]
pub struct Scratch {
    title: Skeleton,
    field: Skeleton,
    other: Skeleton,
    head: Head,
    raws: Vec<Raw>,
    matches: Vec<Match>,
    evidence: Vec<Evidence>,
    named: Vec<Found>,
    found: Vec<Found>,
}

/// A match with its spelling.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    pub(super) raw: Raw,
    /// None: as the alias.
    pub(super) respelled: Option<Respelling>,
    /// The spelling may be chance.
    pub(super) doubtful: bool,
}

impl Watch {
    /// Adds the names that stand in the brand field and in the title: of each name the best place
    /// in each, brand field first, then in the order of the title.
    pub fn look(&self, look: &Look<'_>, scratch: &mut Scratch, hits: &mut Vec<Hit>) {
        scratch.named.clear();
        let brand = look.brand_field.unwrap_or_default().trim();
        if !brand.is_empty() {
            let before = look.brand_field.unwrap_or_default();
            scratch.field.set(before);
            field::names(self, before, &scratch.field, &mut scratch.named);
            self.report(before, &scratch.field, Where::Brand, &scratch.named, hits);
        }
        scratch.title.set(look.title);
        self.matches(look.title, scratch);
        if scratch.matches.is_empty() {
            return;
        }
        let judge = Judge {
            watch: self,
            text: look.title,
            skeleton: &scratch.title,
            head: &scratch.head,
            matches: &scratch.matches,
            named: &scratch.named,
            has_field: !brand.is_empty(),
        };
        scratch.found.clear();
        judge.all(&mut scratch.evidence, &mut scratch.found);
        self.report(
            look.title,
            &scratch.title,
            Where::Title,
            &scratch.found,
            hits,
        );
    }

    /// What stands in the title, the longest of overlapping names, without what allow terms clear.
    fn matches(&self, title: &str, scratch: &mut Scratch) {
        let Scratch {
            title: skeleton,
            other,
            head,
            raws,
            matches,
            ..
        } = scratch;
        let context = &self.lexicon.context;
        matches.clear();
        raws.clear();
        self.index.scan(skeleton, context, raws);
        for raw in raws.iter() {
            matches.extend(self.matched(title, skeleton, raw));
        }
        if let Some(read) = skeleton.read_twins(title, other) {
            raws.clear();
            self.index.scan(other, context, raws);
            matches.extend(
                raws.iter()
                    .filter_map(|raw| self.twin(&read, other, skeleton, raw)),
            );
        }
        let real = |m: &Match| self.alias(&m.raw).entry != ALLOW;
        head.set(skeleton, context);
        let starts = head.brackets.iter().map(|(from, _)| *from);
        let mut starts = starts.chain([head.lead]);
        let led = |at: usize| matches.iter().any(|m| real(m) && m.raw.from as usize == at);
        if !starts.any(led) {
            self.mistyped(title, skeleton, head, matches);
        }
        if matches.len() > 1 {
            self.longest(matches);
        }
        matches.retain(|m| self.alias(&m.raw).entry != ALLOW);
    }

    fn matched(&self, title: &str, skeleton: &Skeleton, raw: &Raw) -> Option<Match> {
        let alias = self.alias(raw);
        let span = (raw.from as usize, raw.to as usize);
        if raw.loose && (alias.plain != Plain::No || !self.ends_a_word(title, skeleton, span)) {
            return None;
        }
        if alias.entry == ALLOW {
            return Some(Match {
                raw: *raw,
                respelled: None,
                doubtful: false,
            });
        }
        let (respelled, doubtful) =
            match spelled(title, skeleton, span, &alias.written(), &self.lexicon) {
                Spelled::Same => (None, false),
                Spelled::Other(how) => (Some(how), false),
                Spelled::Doubtful(how) => (Some(how), true),
                Spelled::Not => return None,
            };
        Some(Match {
            raw: *raw,
            respelled,
            doubtful,
        })
    }

    /// True where a long name ends inside a run, and the rest of the run is a word of its own: a
    /// company word, a plain katakana word, or a word with a capital letter.
    fn ends_a_word(&self, title: &str, skeleton: &Skeleton, (from, to): (usize, usize)) -> bool {
        let end = (to..).find(|at| skeleton.starts_word(*at)).unwrap_or(to);
        let affix = self
            .lexicon
            .context
            .affixes
            .begin(&skeleton.units()[to..end]);
        if affix == Some(end - to) {
            return true;
        }
        let rest = skeleton.slice(title, to, end);
        if skeleton.class(to) == KATAKANA {
            return self.lexicon.has(&fold(rest));
        }
        let before = skeleton.slice(title, to - 1, to);
        let case = |text: &str, is: fn(char) -> bool| text.chars().next().is_some_and(is);
        to - from > 4 && case(before, char::is_lowercase) && case(rest, char::is_uppercase)
    }

    /// A match in the text whose kanji were read as katakana, where that made a difference.
    fn twin(&self, read: &str, other: &Skeleton, skeleton: &Skeleton, raw: &Raw) -> Option<Match> {
        // The bytes keep their places, and so does all that is no twin.
        let place = other.written(read, raw.from as usize, raw.to as usize);
        let (from, to) = (skeleton.unit_at(place.start), skeleton.unit_at(place.end));
        let length = raw.to - raw.from;
        let same = skeleton.units().get(from..to) == Some(self.index.units(raw.alias));
        if same || length < 3 || raw.loose || self.alias(raw).entry == ALLOW {
            return None;
        }
        Some(Match {
            raw: Raw {
                from: from as u32,
                to: to as u32,
                ..*raw
            },
            respelled: Some(Respelling::Lookalike),
            doubtful: length == 3 && self.alias(raw).plain != Plain::No,
        })
    }

    /// One typo, where the brand is expected and nothing else was found.
    fn mistyped(&self, title: &str, skeleton: &Skeleton, head: &Head, matches: &mut Vec<Match>) {
        let starts = head.brackets.iter().map(|(from, _)| *from);
        for from in starts.chain([head.lead]) {
            for to in words(skeleton, from) {
                let units = skeleton.units().get(from..to).unwrap_or_default();
                let Some(alias) = self.typos.of(units, self) else {
                    continue;
                };
                let written = fold(skeleton.slice(title, from, to));
                if !self.lexicon.has(&written) {
                    matches.push(Match {
                        raw: Raw {
                            alias,
                            from: from as u32,
                            to: to as u32,
                            loose: false,
                        },
                        respelled: Some(Respelling::Typo),
                        doubtful: false,
                    });
                    break;
                }
            }
        }
    }

    /// Drops what lies inside a longer match or inside an allow term.
    fn longest(&self, matches: &mut Vec<Match>) {
        let entry = |m: &Match| self.alias(&m.raw).entry;
        matches.sort_by_key(|m| {
            let allow = entry(m) != ALLOW;
            (m.raw.from, std::cmp::Reverse(m.raw.to), allow, m.raw.alias)
        });
        let mut widest: Option<Match> = None;
        matches.retain(|m| {
            if let Some(wide) = widest.filter(|w| w.raw.to >= m.raw.to) {
                let same = wide.raw.from == m.raw.from && wide.raw.to == m.raw.to;
                return same && entry(&wide) != ALLOW;
            }
            widest = Some(*m);
            true
        });
    }

    /// Hits for the best of what was found of each entry.
    fn report(
        &self,
        text: &str,
        skeleton: &Skeleton,
        field: Where,
        found: &[Found],
        hits: &mut Vec<Hit>,
    ) {
        let first = hits.len();
        for found in found {
            let alias = self.alias(&found.raw);
            let place = skeleton.written(text, found.raw.from as usize, found.raw.to as usize);
            let hit = Hit {
                entry: alias.entry,
                alias: alias.nth,
                tier: found.tier,
                field,
                start: place.start as u32,
                end: place.end as u32,
                why: found.why,
            };
            match hits[first..].iter_mut().find(|h| h.entry == hit.entry) {
                None => hits.push(hit),
                Some(known) if hit.tier < known.tier => *known = hit,
                Some(_) => {}
            }
        }
    }
}
