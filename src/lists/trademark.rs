//! How a title uses trademarks: its own, those of what it fits, those of a work, or a copy's words.

use super::{Hit, Lists};
use crate::text::fold;
use serde::Deserialize;

/// Word list of marks, works and licence wording; its kinds are those of [`Kind`].
const LIST: &str = "trademark";
/// Word list of the wording of copies.
const COPIES: &str = "copies";
/// Bytes of the folded title between a mark and the word that says it is what the goods fit.
const NEAR: usize = 90;
/// Brackets in which shops put promises in front of the name.
const OPENING: &[char] = &['【', '[', '(', '「', '《', '<'];
const CLOSING: &[char] = &['】', ']', ')', '」', '》', '>'];

/// How a title uses trademarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TrademarkUse {
    /// Claims a licence.
    Licensed,
    /// Worded like a copy or in the style of a brand.
    Lookalike,
    /// Names a work or a character and no maker in front.
    #[serde(rename = "character-ip")]
    Character,
    /// Begins with its own name and says which goods of others it fits.
    Compatible,
    /// Goods of the maker itself.
    Genuine,
    /// Begins with the mark of somebody else, or names one without saying what for.
    Mixed,
    /// Names no mark of somebody else.
    Generic,
}

impl TrademarkUse {
    /// Its fixed spelling.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Licensed => "licensed",
            Self::Lookalike => "lookalike",
            Self::Character => "character-ip",
            Self::Compatible => "compatible",
            Self::Genuine => "genuine",
            Self::Mixed => "mixed",
            Self::Generic => "generic",
        }
    }

    /// Its word among the messages, `word-trademark-…`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Licensed => "trademark-licensed",
            Self::Lookalike => "trademark-lookalike",
            Self::Character => "trademark-character-ip",
            Self::Compatible => "trademark-compatible",
            Self::Genuine => "trademark-genuine",
            Self::Mixed => "trademark-mixed",
            Self::Generic => "trademark-generic",
        }
    }
}

/// The use of trademarks in a title, with the hit that shows it.
///
/// `hits` are the words found in the title, `brand` is the brand of its page or empty. Whether the
/// title begins with the page's own brand decides more than any word does: makers write 対応 and
/// 専用 as often as others.
#[must_use]
pub fn trademark_use(
    lists: &Lists,
    title: &str,
    brand: &str,
    hits: &[Hit],
) -> (TrademarkUse, Option<Hit>) {
    let list = lists.word_list(LIST);
    let of_kind = |kind: &str| {
        let mut hits = hits.iter().filter(|hit| Some(hit.list) == list);
        hits.find(|hit| lists.word(hit).is_some_and(|word| word.kind == kind))
            .copied()
    };
    if let Some(hit) = of_kind("licensed") {
        return (TrademarkUse::Licensed, Some(hit));
    }
    if let Some(hit) = copied(lists, hits) {
        return (TrademarkUse::Lookalike, Some(hit));
    }
    let (work, genuine) = (of_kind("character"), of_kind("genuine"));
    let unmarked = || match genuine {
        Some(hit) => (TrademarkUse::Genuine, Some(hit)),
        None => (TrademarkUse::Generic, None),
    };
    if work.is_none() && marks(lists, hits).next().is_none() {
        return unmarked();
    }
    let folded = fold(title);
    let own = Own::of(&folded, brand);
    let foreign: Vec<Hit> = marks(lists, hits)
        .filter(|hit| !own.is(lists, &folded, hit))
        .collect();
    let mark = foreign.first().copied();
    let work = work.filter(|hit| !own.is(lists, &folded, hit));
    if mark.is_none() && work.is_none() {
        return unmarked();
    }
    let first = mark.into_iter().chain(work).map(|hit| hit.start).min();
    let own_first = first.is_some_and(|first| own.stands_before(first as usize));
    match (work, mark) {
        (Some(work), _) if !own_first => (TrademarkUse::Character, Some(work)),
        (_, Some(mark)) if !own_first => (TrademarkUse::Mixed, Some(mark)),
        (_, mark) => {
            let mut foreign = foreign.iter();
            let fits = foreign.find(|hit| says_what_it_fits(lists, &folded, hit));
            match (fits.copied(), genuine) {
                (Some(hit), None) => (TrademarkUse::Compatible, Some(hit)),
                (_, Some(hit)) => (TrademarkUse::Genuine, Some(hit)),
                (None, None) if own.names.is_empty() && mark.is_some() => {
                    (TrademarkUse::Mixed, mark)
                }
                (None, None) => (TrademarkUse::Genuine, mark.or(work)),
            }
        }
    }
}

/// The marks among the words found.
fn marks<'h>(lists: &'h Lists, hits: &'h [Hit]) -> impl Iterator<Item = Hit> + 'h {
    let list = lists.word_list(LIST);
    let is_mark = move |hit: &&Hit| {
        let word = lists.word(hit).filter(|_| Some(hit.list) == list);
        word.is_some_and(|word| word.kind == "mark")
    };
    hits.iter().filter(is_mark).copied()
}

/// The brand of the page itself.
struct Own {
    /// Its folded spellings, as in `エレコム(ELECOM)`; none when the page's brand is not known.
    names: Vec<String>,
    /// Where it stands in the title, or where the name of the goods begins when it does not.
    at: usize,
    /// True when it stands in the title as the page writes it.
    known: bool,
}

impl Own {
    fn of(folded: &str, brand: &str) -> Self {
        let brand = fold(brand);
        let parts = brand.split(|c| OPENING.contains(&c) || CLOSING.contains(&c));
        let parts = parts.map(str::trim).filter(|part| part.chars().count() > 1);
        let names: Vec<String> = parts.map(str::to_owned).collect();
        // A brand written in Latin letters often stands in the title in kana: what leads the title
        // and is no mark is then taken for it.
        let written = names.iter().filter_map(|name| folded.find(name.as_str()));
        let (at, known) = match written.min() {
            Some(at) => (at, true),
            None => (head(folded), false),
        };
        Self { names, at, known }
    }

    /// True for a mark that is the page's own brand or belongs to it.
    fn is(&self, lists: &Lists, folded: &str, hit: &Hit) -> bool {
        let mark = folded.get(hit.start as usize..hit.end as usize);
        let owners = lists.word(hit).map_or(&[][..], |word| &word.owners);
        let own = |name: &String| mark == Some(name) || owners.contains(name);
        self.names.iter().any(own)
    }

    /// True when the own brand, or an unknown name that is no mark, stands before a place.
    fn stands_before(&self, place: usize) -> bool {
        place > self.at || (self.known && place == self.at)
    }
}

/// Where the name of the goods begins: behind promises in brackets and blanks.
fn head(folded: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = folded[at..].trim_start();
        at = folded.len() - rest.len();
        // A short bracket in front is the brand, as Amazon writes it for clothing and watches.
        let closed = rest
            .strip_prefix(OPENING)
            .and_then(|inside| inside.find(CLOSING).map(|end| (inside, end)));
        let Some((inside, end)) = closed.filter(|_| rest.starts_with('【')) else {
            return at;
        };
        let close = inside[end..].chars().next().map_or(0, char::len_utf8);
        at = folded.len() - inside.len() + end + close;
    }
}

/// The first word of a copy or of a style.
fn copied(lists: &Lists, hits: &[Hit]) -> Option<Hit> {
    let list = lists.word_list(COPIES)?;
    let mut hits = hits.iter().filter(|hit| hit.list == list);
    let tells = |hit: &&Hit| {
        let word = lists.word(hit);
        word.is_some_and(|word| matches!(word.kind.as_str(), "copy" | "style"))
    };
    hits.find(tells).copied()
}

/// True when a word such as 対応 or 用 stands behind a mark, or "for" in front of it.
fn says_what_it_fits(lists: &Lists, folded: &str, hit: &Hit) -> bool {
    let (before, behind) = (&folded[..hit.start as usize], &folded[hit.end as usize..]);
    let mut end = behind.len().min(NEAR);
    while !behind.is_char_boundary(end) {
        end -= 1;
    }
    lists.fitting_words().iter().any(|word| {
        let latin = word.is_ascii();
        let in_front = latin && before.trim_end().ends_with(word.as_str());
        in_front || (!latin && behind[..end].contains(word.as_str()))
    })
}
