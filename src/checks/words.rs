//! `words`: words of a list in the title, in the condition note, or in the purchase line.

use super::context::matched;
use super::proofs::unbought;
use super::{Context, Judge};
use crate::lists::{Hit, ListId, Lists};
use crate::model::{Fact, Facts, Field, Input, Scope, Told, Verdict};
use serde::Deserialize;

/// Where the words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Where {
    Title,
    Note,
    Purchase,
}

/// Which offers the rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Offered {
    Any,
    New,
    Used,
}

/// Parameters of `words`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// Name of the word list.
    list: String,
    /// Where the words are looked for.
    fields: Vec<Where>,
    /// Which offers the rule is about.
    condition: Offered,
    /// Which kinds of the list's words count; all when none is named.
    #[serde(default)]
    kinds: Vec<String>,
    /// The list behind its name.
    #[serde(skip)]
    bound: Option<ListId>,
}

impl Judge for Words {
    fn scope(&self) -> Scope {
        Scope::Sku
    }

    fn inputs(&self) -> Vec<Input> {
        let mut inputs = vec![Input::Listings];
        if self.fields.contains(&Where::Purchase) {
            inputs.push(Input::Purchases);
        }
        inputs
    }

    fn lists(&self) -> Vec<String> {
        vec![self.list.clone()]
    }

    fn bind(&mut self, lists: &Lists) {
        self.bound = lists.word_list(&self.list);
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, item: u32, facts: &mut Facts<'a>) -> Verdict {
        let Some(list) = self.bound else {
            return Verdict::NotApplicable;
        };
        let listing = cx.inventory.item(item);
        let applies = match (self.condition, listing.condition) {
            (Offered::Any, _) => Some(true),
            (_, None) => None,
            (Offered::New, Some(c)) => Some(c.is_new()),
            (Offered::Used, Some(c)) => Some(c.is_used()),
        };
        if applies == Some(false) {
            return Verdict::NotApplicable;
        }
        let mut untold = None;
        for place in &self.fields {
            if let Err((input, field)) = self.find(cx, item, list, *place, facts) {
                untold = untold.or(Some(Verdict::Unknown(input, field)));
            }
        }
        match (facts.is_empty(), applies, untold) {
            (false, Some(_), _) => Verdict::Risk,
            (false, None, _) => Verdict::Unknown(Input::Listings, Some(Field::Condition)),
            (true, _, Some(unknown)) => unknown,
            (true, _, None) => Verdict::Clear,
        }
    }
}

impl Words {
    /// States the words in one place; what does not tell, where it cannot be looked at.
    fn find<'a>(
        &'a self,
        cx: &Context<'a>,
        item: u32,
        list: ListId,
        place: Where,
        facts: &mut Facts<'a>,
    ) -> Result<(), (Input, Option<Field>)> {
        let listing = cx.inventory.item(item);
        match place {
            Where::Title if listing.title.is_empty() => {
                return Err((Input::Listings, Some(Field::Title)));
            }
            Where::Title => {
                for hit in self.once_each(cx, cx.titles.of(item), list) {
                    let text = || cx.text(listing.title);
                    facts.state(|| self.word("word-in-title", text(), &hit).at(listing.origin));
                }
            }
            Where::Note if !cx.notes_told => return Err((Input::Listings, Some(Field::Note))),
            Where::Note => {
                for hit in self.once_each(cx, cx.notes.of(item), list) {
                    facts.state(|| {
                        let note = cx.text(listing.note);
                        let fact = self.word("word-in-note", note, &hit);
                        fact.with("note", note).at(listing.origin)
                    });
                }
            }
            Where::Purchase if !cx.has(Input::Purchases) => return Err((Input::Purchases, None)),
            Where::Purchase => {
                let page = cx.inventory.page_of(item);
                let none = cx.inventory.purchases(page).is_empty();
                match unbought(cx, page) {
                    Verdict::Unknown(input, field) if none => return Err((input, field)),
                    _ => self.find_bought(cx, item, list, facts),
                }
            }
        }
        Ok(())
    }

    fn word<'a>(&'a self, key: &'a str, text: &'a str, hit: &Hit) -> Fact<'a> {
        Fact::new(key)
            .with("matched", matched(text, hit))
            .with("list", Told::Word(&self.list))
    }

    fn find_bought<'a>(&'a self, cx: &Context<'a>, item: u32, list: ListId, facts: &mut Facts<'a>) {
        // Few ledgers say anything of this kind.
        if cx.bought.is_empty() && cx.remarks.is_empty() {
            return;
        }
        let page = cx.inventory.page_of(item);
        let rows = cx.inventory.purchase_rows(page);
        for (row, purchase) in rows.zip(cx.inventory.purchases(page)) {
            let other = |sku| sku != cx.inventory.item(item).sku;
            if purchase.sku.is_some_and(other) {
                continue;
            }
            let places = [(purchase.title, cx.bought), (purchase.remark, cx.remarks)];
            for (text, hits) in places {
                for hit in self.once_each(cx, hits.of(row as u32), list) {
                    facts.state(|| {
                        let name = cx.text(text);
                        let fact = self.word("word-in-purchase", name, &hit);
                        fact.with("name", name).at(purchase.origin)
                    });
                }
            }
        }
    }

    /// The hits of one list, each word where it stands first.
    fn once_each(&self, cx: &Context<'_>, hits: &[Hit], list: ListId) -> Vec<Hit> {
        let mut once: Vec<Hit> = Vec::new();
        let counts = |hit: &Hit| {
            let word = cx.lists.word(hit);
            self.kinds.is_empty() || word.is_some_and(|word| self.kinds.contains(&word.kind))
        };
        for hit in hits.iter().filter(|h| h.list == list && counts(h)) {
            if once.iter().all(|known| known.entry != hit.entry) {
                once.push(*hit);
            }
        }
        once
    }
}
