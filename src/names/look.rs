//! One title and its brand field: what is found in them, in order.

use super::field;
use super::index::Raw;
use super::judge::{Found, Judge};
use super::lead::Head;
use super::skeleton::Skeleton;
use super::spelling::{Spelled, spelled};
use super::typo::words;
use super::watch::{ALLOW, Watch};
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
        scratch.found.clear();
        let brand = look.brand_field.unwrap_or_default();
        if !brand.is_empty() {
            scratch.field.set(brand);
            field::names(self, brand, &scratch.field, &mut scratch.found);
            self.report(&scratch.field, Where::Brand, &scratch.found, hits);
        }
        scratch.title.set(look.title);
        self.matches(look.title, scratch);
        if scratch.matches.is_empty() {
            return;
        }
        let named = std::mem::take(&mut scratch.found);
        let judge = Judge {
            watch: self,
            text: look.title,
            skeleton: &scratch.title,
            head: &scratch.head,
            matches: &scratch.matches,
            named: &named,
            has_field: !brand.trim().is_empty(),
        };
        let found = judge.all();
        self.report(&scratch.title, Where::Title, &found, hits);
        scratch.found = named;
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
        if skeleton.twins(title, other) {
            raws.clear();
            self.index.scan(other, context, raws);
            let (other, skeleton) = (&*other, &*skeleton);
            let changed = raws.iter().filter(|raw| {
                let place = |s: &Skeleton| s.written(raw.from as usize, raw.to as usize);
                self.alias(raw).entry != ALLOW && other.differs(skeleton, place(other))
            });
            matches.extend(changed.filter_map(|raw| self.twin(title, other, skeleton, raw)));
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
        let (respelled, doubtful) =
            match spelled(title, skeleton, span, &alias.written(), &self.lexicon) {
                Spelled::Same => (None, false),
                Spelled::Other(how) => (Some(how), false),
                Spelled::Doubtful(how) => (Some(how), true),
                Spelled::Not => return None,
            };
        (alias.entry != ALLOW || respelled.is_none()).then_some(Match {
            raw: *raw,
            respelled,
            doubtful,
        })
    }

    /// A match in a text whose kanji were read as katakana, with its place among the kanji.
    fn twin(&self, title: &str, other: &Skeleton, skeleton: &Skeleton, raw: &Raw) -> Option<Match> {
        let place = other.written(raw.from as usize, raw.to as usize);
        let at = |byte: usize| skeleton.place.partition_point(|p| (p.1 as usize) <= byte) as u32;
        let long = raw.to - raw.from >= 3;
        (long && title.is_char_boundary(place.end)).then(|| Match {
            raw: Raw {
                alias: raw.alias,
                from: at(place.start),
                to: at(place.end.saturating_sub(1)) + 1,
            },
            respelled: Some(Respelling::Lookalike),
            doubtful: raw.to - raw.from == 3 && self.alias(raw).written().plain,
        })
    }

    /// One typo, where the brand is expected and nothing else was found.
    fn mistyped(&self, title: &str, skeleton: &Skeleton, head: &Head, matches: &mut Vec<Match>) {
        let starts = head.brackets.iter().map(|(from, _)| *from);
        for from in starts
            .chain([head.lead])
            .filter(|from| *from < skeleton.len())
        {
            let [near, far] = words(skeleton, from);
            for to in [near, far].into_iter().take(1 + usize::from(far != near)) {
                let Some(alias) = self.typos.of(&skeleton.units[from..to], self) else {
                    continue;
                };
                if self.lexicon.has(&fold(&title[skeleton.written(from, to)])) {
                    continue;
                }
                matches.push(Match {
                    raw: Raw {
                        alias,
                        from: from as u32,
                        to: to as u32,
                    },
                    respelled: Some(Respelling::Typo),
                    doubtful: false,
                });
                break;
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
    fn report(&self, skeleton: &Skeleton, field: Where, found: &[Found], hits: &mut Vec<Hit>) {
        let first = hits.len();
        for found in found {
            let alias = self.alias(&found.raw);
            let place = skeleton.written(found.raw.from as usize, found.raw.to as usize);
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
