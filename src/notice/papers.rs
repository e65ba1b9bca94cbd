//! Papers that a notice asks for.

use super::data::Data;
use super::found::Sentence;
use super::wording::Paper;

/// Concepts that this asks for by name.
pub(super) const CONCEPTS: &[&str] = &["ask", "already", "reference", "not-accepted"];

/// A line of a list, without a verb of its own, is no longer.
const LIST_LINE: usize = 60;

/// Ids of the papers, in the order of the data.
pub(super) fn asked(sentences: &[Sentence], data: &Data) -> Vec<String> {
    let [ask, already, reference, refused] =
        ["ask", "already", "reference", "not-accepted"].map(|name| data.concept(name));
    let speaks = |sentence: &&Sentence| {
        let text = &sentence.raw.text;
        let listed = text.chars().count() <= LIST_LINE || super::page::is_bullet(text);
        let told = sentence.has(reference) || sentence.has(refused) || sentence.has(already);
        (sentence.has(ask) || listed) && !told
    };
    let asking: Vec<&Sentence> = sentences.iter().filter(speaks).collect();
    let named = |paper: &&Paper| asking.iter().any(|sentence| names(&sentence.folded, paper));
    let papers = data.papers.iter().filter(named);
    papers.map(|paper| paper.id.clone()).collect()
}

fn names(text: &str, paper: &Paper) -> bool {
    let mut text = text.to_owned();
    for other in &paper.not {
        text = text.replace(other.as_str(), " ");
    }
    let has = |word: &String| super::clock::word_at(&text, word).is_some();
    if paper.without.iter().any(has) || !(paper.with.is_empty() || paper.with.iter().any(has)) {
        return false;
    }
    paper
        .words
        .iter()
        .any(|word| super::clock::word_at(&text, word).is_some())
}
