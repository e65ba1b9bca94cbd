//! Words of concepts in a sentence, with the places they stood at.

use super::page::Raw;
use crate::text::{fold, span};
use aho_corasick::AhoCorasick;
use std::ops::Range;

/// A concept by its place among all of them.
pub(super) type Concept = u16;

/// A word of a concept in a sentence; bytes of the folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) concept: Concept,
    pub(super) at: Range<usize>,
}

/// A sentence with the words found in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Sentence {
    pub(super) raw: Raw,
    pub(super) folded: String,
    /// In the order of the text.
    pub(super) hits: Vec<Hit>,
}

/// Where the words of a signal stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stood {
    /// Name of the signal.
    pub signal: String,
    /// What it adds to the kind.
    pub points: i32,
    /// The words as written, with what lies between them.
    pub text: String,
    /// Line of the mail, from 1; 0 is the subject.
    pub line: u32,
}

impl Sentence {
    /// Words of a concept.
    pub(super) fn of(&self, concept: Concept) -> impl Iterator<Item = &Hit> + Clone {
        self.hits.iter().filter(move |hit| hit.concept == concept)
    }

    /// True when some word of the concept stands in it.
    pub(super) fn has(&self, concept: Concept) -> bool {
        self.of(concept).next().is_some()
    }

    /// A part of the folded text as it was written.
    pub(super) fn written(&self, part: Range<usize>) -> &str {
        let range = span(&self.raw.text, part.start, part.end);
        self.raw.text.get(range).unwrap_or_default().trim()
    }

    /// Line at which a part of the folded text begins.
    pub(super) fn line(&self, at: usize) -> u32 {
        let from = span(&self.raw.text, at, at + 1).start;
        let lines = self.raw.lines.iter().rev();
        let mut before = lines.skip_while(|(start, _)| *start > from);
        before
            .next()
            .or(self.raw.lines.first())
            .map_or(0, |(_, line)| *line)
    }
}

/// All words of all concepts.
#[derive(Debug)]
pub(super) struct Words {
    finder: AhoCorasick,
    words: Vec<Word>,
    /// Of each concept those inside of whose words its own do not count.
    outside: Vec<Vec<Concept>>,
}

/// A word of a concept.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) concept: Concept,
    pub(super) text: String,
    /// A longer word may go on behind it.
    pub(super) open: bool,
}

impl Words {
    /// # Errors
    /// When there are too many words for a finder.
    pub(super) fn build(
        words: Vec<Word>,
        outside: Vec<Vec<Concept>>,
    ) -> Result<Self, aho_corasick::BuildError> {
        let finder = AhoCorasick::new(words.iter().map(|word| word.text.as_str()))?;
        Ok(Self {
            finder,
            words,
            outside,
        })
    }

    /// Looks up all words in a sentence.
    pub(super) fn look(&self, raw: Raw) -> Sentence {
        let folded = fold(&raw.text);
        let mut hits = Vec::new();
        for found in self.finder.find_overlapping_iter(&folded) {
            let Some(word) = self.words.get(found.pattern().as_usize()) else {
                continue;
            };
            let mut end = found.end();
            if word.open {
                let tail = folded[end..].bytes();
                end += tail.take_while(u8::is_ascii_alphanumeric).count();
            }
            if stands_alone(&folded, found.start()..end) {
                let at = found.start()..end;
                hits.push(Hit {
                    concept: word.concept,
                    at,
                });
            }
        }
        hits.sort_by_key(|hit| (hit.at.start, hit.at.end, hit.concept));
        let inside = |hit: &Hit| {
            let outside = self.outside.get(usize::from(hit.concept));
            outside
                .filter(|concepts| !concepts.is_empty())
                .is_some_and(|concepts| {
                    hits.iter().any(|other| {
                        concepts.contains(&other.concept)
                            && other.at.start <= hit.at.start
                            && hit.at.end <= other.at.end
                    })
                })
        };
        let kept = hits.iter().filter(|hit| !inside(hit)).cloned().collect();
        Sentence {
            raw,
            folded,
            hits: kept,
        }
    }
}

/// True unless a Latin word or a number goes on before or behind the place.
fn stands_alone(text: &str, at: Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let joined = |a: Option<&u8>, b: Option<&u8>| {
        a.is_some_and(u8::is_ascii_alphanumeric) && b.is_some_and(u8::is_ascii_alphanumeric)
    };
    let before = at.start.checked_sub(1).and_then(|place| bytes.get(place));
    let last = at.end.checked_sub(1).and_then(|place| bytes.get(place));
    !joined(before, bytes.get(at.start)) && !joined(last, bytes.get(at.end))
}
