//! Messages without choices, cut at their values once, so that a million sentences are not resolved
//! a million times.

use super::words::{push_day, push_grouped, push_yen};
use crate::model::{Fact, Told};
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use hashbrown::HashMap;

/// Sentences of facts and names of words, those that can be said without fluent.
#[derive(Default)]
pub(super) struct Templates {
    facts: HashMap<String, Vec<Part>>,
    words: HashMap<String, String>,
    /// How a value that nobody told is said.
    unknown: String,
    /// What stands between words in a row.
    between: &'static str,
}

enum Part {
    Text(String),
    Value(String),
}

impl Templates {
    pub(super) fn of(resource: &FluentResource, between: &'static str) -> Self {
        let mut templates = Self {
            between,
            ..Self::default()
        };
        for entry in resource.entries() {
            let Entry::Message(message) = entry else {
                continue;
            };
            let Some(parts) = message.value.as_ref().and_then(parts) else {
                continue;
            };
            let id = message.id.name;
            if let Some(fact) = id.strip_prefix("fact-") {
                templates.facts.insert(fact.to_owned(), parts);
            } else if let Some(word) = id.strip_prefix("word-") {
                templates
                    .words
                    .extend(plain(parts).map(|text| (word.to_owned(), text)));
            } else if id == "ui-unknown" {
                templates.unknown = plain(parts).unwrap_or_default();
            }
        }
        templates
    }

    /// Appends the sentence of a fact; false when its message needs fluent.
    pub(super) fn fact(&self, out: &mut String, fact: &Fact<'_>) -> bool {
        let Some(parts) = self.facts.get(fact.key) else {
            return false;
        };
        let start = out.len();
        for part in parts {
            let said = match part {
                Part::Text(text) => {
                    out.push_str(text);
                    true
                }
                Part::Value(name) => {
                    let value = fact.values.iter().rfind(|(known, _)| known == name);
                    self.value(out, value.map(|(_, told)| told))
                }
            };
            if !said {
                out.truncate(start);
                return false;
            }
        }
        true
    }

    /// Appends a value; false for a word whose name needs fluent.
    fn value(&self, out: &mut String, told: Option<&Told<'_>>) -> bool {
        match told {
            Some(Told::Int(n)) => push_grouped(out, *n),
            Some(Told::Text(text)) if !text.is_empty() => out.push_str(text),
            Some(Told::Asin(asin)) => out.push_str(asin.as_str()),
            Some(Told::Jan(jan)) => {
                out.push_str(&jan.to_string());
            }
            Some(Told::Yen(amount)) => push_yen(out, *amount),
            Some(Told::Day(date)) => push_day(out, *date),
            Some(Told::Word(word)) => return self.words(out, &[word]),
            Some(Told::Words(words)) if !words.is_empty() => return self.words(out, words),
            _ => out.push_str(&self.unknown),
        }
        true
    }

    fn words(&self, out: &mut String, words: &[&str]) -> bool {
        for (nth, word) in words.iter().enumerate() {
            if nth > 0 {
                out.push_str(self.between);
            }
            match self.words.get(*word) {
                Some(name) => out.push_str(name),
                None => return false,
            }
        }
        true
    }
}

/// The parts of a message; none when it chooses, calls or refers to another message.
fn parts(pattern: &Pattern<&str>) -> Option<Vec<Part>> {
    let part = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some(Part::Text((*value).to_owned())),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => Some(Part::Value(id.name.to_owned())),
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(part).collect()
}

/// The text of a message without values.
fn plain(parts: Vec<Part>) -> Option<String> {
    let text = |part: Part| match part {
        Part::Text(text) => Some(text),
        Part::Value(_) => None,
    };
    parts.into_iter().map(text).collect()
}
