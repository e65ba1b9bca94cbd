//! `words`: words of a list in the title, in the condition note, or in the purchase line.

use super::context::matched;
use super::proofs::unbought;
use super::{Context, Judge};
use crate::lists::{Hit, ListId};
use crate::model::{Fact, Field, Input, Scope, Value, Verdict};
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

    fn judge(&self, cx: &Context<'_>, item: u32) -> Verdict {
        let Some(list) = cx.lists.word_list(&self.list) else {
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
        let mut facts = Vec::new();
        let mut untold = None;
        for place in &self.fields {
            match self.found(cx, item, list, *place) {
                Ok(found) => facts.extend(found),
                Err((input, field)) => untold = untold.or(Some(Verdict::Unknown(input, field))),
            }
        }
        match (facts.is_empty(), applies, untold) {
            (false, Some(_), _) => Verdict::Risk(facts),
            (false, None, _) => Verdict::Unknown(Input::Listings, Some(Field::Condition)),
            (true, _, Some(unknown)) => unknown,
            (true, _, None) => Verdict::Clear,
        }
    }
}

impl Words {
    fn found(
        &self,
        cx: &Context<'_>,
        item: u32,
        list: ListId,
        place: Where,
    ) -> Result<Vec<Fact>, (Input, Option<Field>)> {
        let listing = cx.inventory.item(item);
        let fact = |key, text, hit: &Hit| {
            Fact::new(key)
                .with("matched", matched(text, hit))
                .with("list", Value::word(&self.list))
        };
        match place {
            Where::Title if listing.title.is_empty() => Err((Input::Listings, Some(Field::Title))),
            Where::Title => {
                let text = cx.text(listing.title);
                let hits = self.once_each(cx, cx.titles.of(item), list);
                Ok(hits
                    .iter()
                    .map(|h| fact("word-in-title", text, h).at(listing.origin))
                    .collect())
            }
            Where::Note if !cx.inventory.tables.tells(Input::Listings, Field::Note) => {
                Err((Input::Listings, Some(Field::Note)))
            }
            Where::Note => {
                let text = cx.text(listing.note);
                let hits = self.once_each(cx, cx.notes.of(item), list);
                Ok(hits
                    .iter()
                    .map(|h| {
                        fact("word-in-note", text, h)
                            .with("note", text)
                            .at(listing.origin)
                    })
                    .collect())
            }
            Where::Purchase if !cx.has(Input::Purchases) => Err((Input::Purchases, None)),
            Where::Purchase => {
                let page = cx.inventory.page_of(item);
                let none = cx.inventory.purchase_rows(page).is_empty();
                match unbought(cx, page) {
                    Verdict::Unknown(input, field) if none => Err((input, field)),
                    _ => Ok(self.bought(cx, item, list)),
                }
            }
        }
    }

    fn bought(&self, cx: &Context<'_>, item: u32, list: ListId) -> Vec<Fact> {
        let page = cx.inventory.page_of(item);
        let mut facts = Vec::new();
        let rows = cx.inventory.purchase_rows(page);
        for (row, purchase) in rows.zip(cx.inventory.purchases(page)) {
            if purchase
                .sku
                .is_some_and(|s| s != cx.inventory.item(item).sku)
            {
                continue;
            }
            let places = [(purchase.title, cx.bought), (purchase.remark, cx.remarks)];
            for (text, hits) in places {
                let name = cx.text(text);
                for hit in &self.once_each(cx, hits.of(row as u32), list) {
                    facts.push(
                        Fact::new("word-in-purchase")
                            .with("matched", matched(name, hit))
                            .with("list", Value::word(&self.list))
                            .with("name", name)
                            .at(purchase.origin),
                    );
                }
            }
        }
        facts
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
