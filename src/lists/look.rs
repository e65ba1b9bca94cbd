//! One look at an item: everything the words of its title and note say.

use super::{Goods, Hit, Lists, PageLabel, Signs, TrademarkUse, trademark_use};

/// Word list of condition wording; its kinds are the conditions.
const CONDITION: &str = "damage";
/// Word list of goods that were never for sale.
const NOT_FOR_SALE: &str = "not-for-sale";

/// A text with the words found in it.
#[derive(Clone, Copy, Debug)]
pub struct Searched<'t> {
    /// The text as written.
    pub text: &'t str,
    /// The words of all lists found in it.
    pub hits: &'t [Hit],
}

impl<'t> Searched<'t> {
    /// The text as written behind a hit.
    #[must_use]
    pub fn written(&self, hit: &Hit) -> &'t str {
        &self.text[crate::text::span(self.text, hit.start as usize, hit.end as usize)]
    }
}

/// What the words of an item say.
#[derive(Clone, Debug)]
pub struct Look<'a> {
    /// How the title is labelled.
    pub page: PageLabel,
    /// The words that label it, as written.
    pub page_words: Vec<&'a str>,
    /// Kinds of regulated goods, each with the first words that name it.
    pub regulated: Vec<(&'a Goods, &'a str)>,
    /// Kinds of condition wording in title and note, each with the first words.
    pub condition: Vec<(&'a str, &'a str)>,
    /// Words of goods that were never for sale.
    pub not_for_sale: Option<&'a str>,
    /// How the title uses trademarks.
    pub trademark: TrademarkUse,
    /// The words that show it.
    pub trademark_words: Option<&'a str>,
}

impl<'a> Look<'a> {
    /// Looks at an item; `brand` is the brand of its page or empty.
    #[must_use]
    pub fn at(lists: &'a Lists, title: Searched<'a>, brand: &str, note: Searched<'a>) -> Self {
        let signs = Signs::of(lists, title.hits);
        let page_hits = [
            signs.domestic,
            signs.parallel,
            signs.genuine,
            signs.foreign,
            signs.edition,
        ];
        let (trademark, shown) = trademark_use(lists, title.text, brand, title.hits);
        let never_sold = [title, note]
            .into_iter()
            .find_map(|place| of_list(lists, NOT_FOR_SALE, place).next());
        Self {
            page: signs.label(),
            page_words: page_hits
                .iter()
                .flatten()
                .map(|hit| title.written(hit))
                .collect(),
            regulated: regulated(lists, title),
            condition: conditions(lists, title, note),
            not_for_sale: never_sold.map(|(_, written)| written),
            trademark,
            trademark_words: shown.map(|hit| title.written(&hit)),
        }
    }
}

/// The hits of one list with what stands there.
fn of_list<'a>(
    lists: &'a Lists,
    name: &str,
    place: Searched<'a>,
) -> impl Iterator<Item = (Hit, &'a str)> + use<'a> {
    let list = lists.word_list(name);
    let hits = place
        .hits
        .iter()
        .filter(move |hit| Some(hit.list) == list)
        .copied();
    hits.map(move |hit| (hit, place.written(&hit)))
}

fn regulated<'a>(lists: &'a Lists, title: Searched<'a>) -> Vec<(&'a Goods, &'a str)> {
    let mut found: Vec<(&Goods, &str)> = Vec::new();
    for hit in title.hits {
        if let Some(goods) = lists.goods(hit)
            && found.iter().all(|(known, _)| known.id != goods.id)
        {
            found.push((goods, title.written(hit)));
        }
    }
    found.sort_by(|a, b| a.0.id.cmp(&b.0.id));
    found
}

fn conditions<'a>(
    lists: &'a Lists,
    title: Searched<'a>,
    note: Searched<'a>,
) -> Vec<(&'a str, &'a str)> {
    let mut found: Vec<(&str, &str)> = Vec::new();
    for place in [title, note] {
        for (hit, written) in of_list(lists, CONDITION, place) {
            let kind = lists.word(&hit).map_or("", |word| word.kind.as_str());
            if !kind.is_empty() && found.iter().all(|(known, _)| *known != kind) {
                found.push((kind, written));
            }
        }
    }
    found.sort_unstable();
    found
}
