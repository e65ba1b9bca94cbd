//! `other-item`: what was bought is by its JAN, model number or name not what is listed.

use super::proofs::unbought;
use super::{Context, Judge};
use crate::model::{Fact, Facts, Field, Input, Jan, Purchase, Scope, Verdict};
use crate::text::fold;
use serde::Deserialize;

/// Parameters of `other-item`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OtherItem {
    /// Names of one thing share at least so many of the pairs of letters of the shorter one, in
    /// percent.
    alike: usize,
}

/// How two names lie to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Names {
    Alike,
    /// Each has model numbers, and they share none; one of each is named.
    Models,
    Apart,
    /// Of different scripts, or one is missing.
    Untold,
}

impl Judge for OtherItem {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Listings, Input::Purchases]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::Purchases) {
            return Verdict::Unknown(Input::Purchases, None);
        }
        let inventory = cx.inventory;
        let bought = inventory.purchases(page);
        if bought.is_empty() {
            return unbought(cx, page);
        }
        let title = inventory.title(page);
        let (mut compared, mut blind) = (false, false);
        for purchase in bought {
            let key = match self.compare(cx, page, purchase, title) {
                Compared::Same => {
                    compared = true;
                    continue;
                }
                Compared::Untold => continue,
                Compared::Blind => {
                    blind = true;
                    continue;
                }
                Compared::Jan(listed, jan) => {
                    facts.state(|| codes(cx, purchase, listed, jan));
                    continue;
                }
                Compared::Model => "bought-other-model",
                Compared::Name => "bought-other-name",
            };
            facts.state(|| {
                Fact::new(key)
                    .with("name", cx.text(purchase.title))
                    .with("title", title)
                    .at(purchase.origin)
            });
        }
        match (facts.is_empty(), blind, compared) {
            (false, ..) => Verdict::Risk,
            (true, true, _) => Verdict::Unknown(Input::Catalog, None),
            (true, false, true) => Verdict::Clear,
            (true, false, false) => Verdict::Unknown(Input::Purchases, Some(Field::Title)),
        }
    }
}

/// What came of comparing a purchase with its page.
enum Compared {
    Same,
    Untold,
    /// Alike by name, but the JAN that was bought has none to be compared with.
    Blind,
    Jan(Jan, Jan),
    Model,
    Name,
}

impl OtherItem {
    fn compare(&self, cx: &Context<'_>, page: u32, purchase: &Purchase, title: &str) -> Compared {
        let inventory = cx.inventory;
        let listed = || {
            let items = inventory.items(page).iter();
            let of_items = items.filter_map(|item| inventory.item(*item).jan);
            of_items.chain(inventory.catalog(page).and_then(|row| row.jan))
        };
        if let (Some(jan), Some(first)) = (purchase.jan, listed().next()) {
            return match listed().any(|known| known == jan) {
                true => Compared::Same,
                false => Compared::Jan(first, jan),
            };
        }
        match names(cx.text(purchase.title), title, self.alike) {
            Names::Alike if purchase.jan.is_some() && !cx.has(Input::Catalog) => Compared::Blind,
            Names::Alike => Compared::Same,
            Names::Untold => Compared::Untold,
            Names::Models => Compared::Model,
            Names::Apart => Compared::Name,
        }
    }
}

fn codes<'a>(cx: &Context<'a>, purchase: &Purchase, listed: Jan, bought: Jan) -> Fact<'a> {
    Fact::new("bought-other-jan")
        .with("bought", bought)
        .with("listed", listed)
        .with("name", cx.text(purchase.title))
        .at(purchase.origin)
}

fn names(bought: &str, listed: &str, alike: usize) -> Names {
    if bought.trim().is_empty() || listed.trim().is_empty() {
        return Names::Untold;
    }
    if bought == listed {
        return Names::Alike;
    }
    let (bought, listed) = (fold(bought), fold(listed));
    let (a, b) = (models(&bought), models(&listed));
    if !a.is_empty() && !b.is_empty() {
        let share = a.iter().any(|model| b.contains(model));
        return if share { Names::Alike } else { Names::Models };
    }
    // A ledger in English beside a Japanese title says nothing by its letters.
    if bought.is_ascii() != listed.is_ascii() {
        return Names::Untold;
    }
    let (a, b) = (pairs(&bought), pairs(&listed));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() {
        return Names::Untold;
    }
    let common = short.iter().filter(|pair| long.binary_search(pair).is_ok());
    if common.count() * 100 >= short.len() * alike {
        Names::Alike
    } else {
        Names::Apart
    }
}

/// Model numbers: they begin with a letter and hold two digits or more. `100ml` is none.
fn models(folded: &str) -> Vec<String> {
    let words = folded.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    let is_model = |word: &&str| {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let asin = word.len() == 10 && word.starts_with("b0");
        word.starts_with(|c: char| c.is_ascii_alphabetic()) && digits >= 2 && !asin
    };
    words
        .filter(is_model)
        .map(|word| word.replace('-', ""))
        .collect()
}

/// The pairs of neighbouring letters of a folded name, sorted, each once.
fn pairs(folded: &str) -> Vec<(char, char)> {
    let letters: Vec<char> = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    let mut pairs: Vec<_> = letters.windows(2).map(|two| (two[0], two[1])).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_thing_are_alike() {
        let look = |a, b| names(a, b, 20);
        assert_eq!(
            look("電気ケトル 0.8L", "ステンレス 電気ケトル 800ml 黒"),
            Names::Alike
        );
        assert_eq!(
            look("ｹﾄﾙ KT-08", "電気ケトル 0.8L KT-08 ホワイト"),
            Names::Alike
        );
        assert_eq!(look("ケトル KT-09", "電気ケトル 0.8L KT-08"), Names::Models);
        assert_eq!(
            look("木製ハンガー 10本", "電気ケトル ステンレス"),
            Names::Apart
        );
        assert_eq!(look("stainless kettle", "電気ケトル"), Names::Untold);
        assert_eq!(look("", "電気ケトル"), Names::Untold);
    }
}
