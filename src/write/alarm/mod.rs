//! News of an audit as messages: the form, the limits and the escaping of each target, one file each.

mod chatwork;
mod discord;
mod line;
mod mail;
mod slack;
mod split;
mod teams;
mod webhook;

pub use mail::Mail;

use super::{Words, escape, width};
use crate::model::{Alarm, AlarmKind, Lang, News, NewsItem, Subject, Value};

/// Cells of a text of the input that are shown.
const TEXT: usize = 120;

/// What is told.
#[derive(Clone, Copy, Debug)]
pub enum Told<'a> {
    /// News of an audit.
    News(&'a News),
    /// That messages arrive.
    Test,
}

/// A message before it takes the form of a target: no text of it acts, but any may hold markup.
struct Draft {
    heading: String,
    items: Vec<String>,
    foot: String,
}

/// What the messages are said with.
#[derive(Clone, Copy, Debug)]
pub struct Voice<'a> {
    /// The messages.
    pub words: &'a Words,
    /// Their language.
    pub lang: Lang,
    /// The moment of the event, ISO 8601.
    pub at: &'a str,
}

/// The messages that tell it, in order, each in the form of the target's body.
#[must_use]
pub fn bodies(told: Told<'_>, alarm: &Alarm, voice: Voice<'_>) -> Vec<String> {
    let draft = voice.draft(told, alarm);
    match alarm.kind {
        AlarmKind::Slack => slack::bodies(&draft, voice),
        AlarmKind::Discord => discord::bodies(&draft, voice),
        AlarmKind::Chatwork => chatwork::bodies(&draft, voice),
        AlarmKind::Line => line::bodies(&draft, alarm, voice),
        AlarmKind::Teams => teams::bodies(&draft, voice),
        AlarmKind::Webhook => webhook::bodies(told, voice),
        AlarmKind::Mail => mail::bodies(&draft, voice),
    }
}

impl Voice<'_> {
    fn say(&self, id: &str, args: &[(&str, Value)]) -> String {
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, value)).collect();
        self.words.say(self.lang, id, &args)
    }

    /// What is said of findings for which there was no room; empty for none.
    fn more(&self, left: usize) -> String {
        match left {
            0 => String::new(),
            left => self.say("alarm-more", &[("n", (left as u64).into())]),
        }
    }

    /// The heading of a message behind the first.
    fn heading(&self, draft: &Draft, nth: usize) -> String {
        match nth {
            0 => draft.heading.clone(),
            nth => {
                let args = [
                    ("heading", draft.heading.as_str().into()),
                    ("n", (nth as u64 + 1).into()),
                ];
                self.say("alarm-continued", &args)
            }
        }
    }

    fn draft(&self, told: Told<'_>, alarm: &Alarm) -> Draft {
        let news = match told {
            Told::News(news) => news,
            Told::Test => {
                let name = [("name", quiet(&alarm.name).into())];
                return Draft {
                    heading: self.say("alarm-test", &name),
                    items: Vec::new(),
                    foot: String::new(),
                };
            }
        };
        let id = match news.since {
            Some(_) => "alarm-heading",
            None => "alarm-heading-first",
        };
        let args = [
            ("account", quiet(&news.account).into()),
            ("day", news.day.into()),
            ("since", news.since.into()),
            ("n", (news.items.len() as u64).into()),
        ];
        Draft {
            heading: self.say(id, &args),
            items: news.items.iter().map(|item| self.item(item)).collect(),
            foot: self.say("alarm-foot", &[]),
        }
    }

    fn item(&self, item: &NewsItem) -> String {
        let finding = &item.finding;
        let args = [
            ("severity", Value::word(finding.severity)),
            ("decision", Value::word(finding.decision)),
            ("rule", quiet(&finding.rule).into()),
            ("title", quiet(&item.title).into()),
        ];
        let first = self.say("alarm-item", &args);
        let about = match &finding.subject {
            Subject::Sku { sku, asin } | Subject::ShipmentLine { sku, asin } => {
                let asin = asin.as_deref().unwrap_or_default();
                format!("{} {}", quiet(sku), quiet(asin))
            }
            Subject::Asin { asin, skus } => {
                let sku = skus.first().map_or("", String::as_str);
                format!("{} {}", quiet(asin), quiet(sku))
            }
            Subject::Supplier { name } => quiet(name),
            Subject::Account => self.say("ui-subject-account", &[]),
        };
        let yen = finding.yen_at_stake.map(super::yen).unwrap_or_default();
        let second = [about.trim(), &quiet(&finding.title), &yen];
        let second = second.into_iter().filter(|part| !part.is_empty());
        format!("{first}\n{}", second.collect::<Vec<_>>().join("  "))
    }
}

/// Text of the input on one line, of bounded length, that acts nowhere and is no link anywhere.
fn quiet(text: &str) -> String {
    let cut = width::cut(text, TEXT);
    let shown = escape::terminal(&cut);
    // Every chat makes a link of what looks like one.
    shown.replace("://", ": //").replace("www.", "www .")
}

#[cfg(test)]
mod tests;
