//! What was seen of an item, as lines for people or as a line of JSON.

use super::Named;
use super::rows::Item;
use crate::cmd::Screen;
use crate::lists::Look;
use crate::model::{Lang, Value};
use crate::write::{escape, width};
use serde::Serialize;

/// Cells of the names in front of the values.
const NAME: usize = 12;

/// What is printed for a row; the order of the fields is part of the format.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    page: &'static str,
    brands: &'a [Named],
    regulated: Vec<&'a str>,
    condition: Vec<&'a str>,
    not_for_sale: bool,
    trademark: &'static str,
}

/// One line of JSON.
pub(super) fn json(item: &Item, look: &Look<'_>, brands: &[Named]) -> String {
    let line = Line {
        id: &item.id,
        page: look.page.word(),
        brands,
        regulated: look
            .regulated
            .iter()
            .map(|(goods, _)| goods.id.as_str())
            .collect(),
        condition: look.condition.iter().map(|(kind, _)| *kind).collect(),
        not_for_sale: look.not_for_sale.is_some(),
        trademark: look.trademark.word(),
    };
    // Strings and lists of strings: nothing in them can fail.
    serde_json::to_string(&line).unwrap_or_default()
}

/// The messages for people, shared by the threads that make the lines.
pub(super) struct Words<'s> {
    words: &'s crate::write::Words,
    lang: Lang,
    width: usize,
}

impl<'s> Words<'s> {
    pub(super) fn of(screen: &'s Screen) -> Self {
        Self {
            words: &screen.words,
            lang: screen.lang,
            width: screen.width,
        }
    }

    fn say(&self, id: &str, values: &[(&str, Value)]) -> String {
        let safe: Vec<(&str, Value)> = values
            .iter()
            .map(|(name, value)| match value {
                Value::Text(text) => (*name, Value::Text(escape::terminal(text).into_owned())),
                other => (*name, other.clone()),
            })
            .collect();
        let values: Vec<(&str, &Value)> = safe.iter().map(|(name, v)| (*name, v)).collect();
        self.words.say(self.lang, id, &values)
    }

    /// The lines of an item.
    pub(super) fn text(&self, item: &Item, look: &Look<'_>, brands: &[Named]) -> String {
        let title = width::cut(&item.title, self.width.saturating_sub(6)).into_owned();
        let values = [("id", item.id.as_str().into()), ("title", title.into())];
        let mut out = format!("{}\n", self.say("inspect-item", &values));
        let page = Value::word(format!("page-{}", look.page.word()));
        let words = look.page_words.join(" / ");
        let page = match look.page_words.is_empty() {
            true => self.say("inspect-page-unmarked", &[("page", page)]),
            false => self.say(
                "inspect-page-marked",
                &[("page", page), ("matched", words.into())],
            ),
        };
        self.line(&mut out, "inspect-page", &page);
        for named in brands {
            let values = [
                ("name", named.name.as_str().into()),
                ("tier", Value::word(format!("tier-{}", named.tier))),
                ("matched", named.matched.as_str().into()),
                ("field", Value::word(format!("in-{}", named.field))),
                ("why", Value::word(named.why)),
            ];
            self.line(
                &mut out,
                "inspect-brand",
                &self.say("inspect-brand-named", &values),
            );
        }
        let of_lang = |both: &[String; 2]| both[usize::from(self.lang == Lang::En)].clone();
        for (goods, matched) in &look.regulated {
            let values = [
                ("name", of_lang(&goods.name).into()),
                ("id", goods.id.as_str().into()),
                ("matched", (*matched).into()),
                ("law", of_lang(&goods.law).into()),
                ("proof", of_lang(&goods.proof).into()),
                ("office", of_lang(&goods.office).into()),
            ];
            let said = self.say("inspect-regulated-goods", &values);
            self.line(&mut out, "inspect-regulated", &said);
        }
        for (kind, matched) in &look.condition {
            let kind = Value::word(format!("condition-{kind}"));
            let said = self.say(
                "inspect-found",
                &[("what", kind), ("matched", (*matched).into())],
            );
            self.line(&mut out, "inspect-condition", &said);
        }
        if let Some(matched) = look.not_for_sale {
            let said = self.say("inspect-words", &[("matched", matched.into())]);
            self.line(&mut out, "inspect-not-for-sale", &said);
        }
        let used = Value::word(format!("trademark-{}", look.trademark.word()));
        let said = match look.trademark_words {
            Some(matched) => self.say(
                "inspect-found",
                &[("what", used), ("matched", matched.into())],
            ),
            None => self.say("inspect-alone", &[("what", used)]),
        };
        self.line(&mut out, "inspect-trademark", &said);
        out
    }

    /// A line `name  value`, the value wrapped behind its name.
    fn line(&self, out: &mut String, id: &str, value: &str) {
        let room = self.width.saturating_sub(NAME + 4).max(20);
        for (at, line) in width::wrap(value, room).iter().enumerate() {
            let name = if at == 0 {
                self.say(id, &[])
            } else {
                String::new()
            };
            out.push_str(&format!("  {}  {line}\n", width::left(&name, NAME)));
        }
    }
}
