//! What a rights holder claims: a trademark, a copyright, a fake.

use super::clock::word_at;
use super::data::Data;
use super::found::Sentence;
use super::holder::values;
use super::wording::{ClaimWords, Parties};
use crate::model::Claim;

/// What was claimed: behind a label, else in a sentence that complains, else anywhere.
pub(super) fn claim(sentences: &[Sentence], data: &Data) -> Option<Claim> {
    let parties = &data.parties;
    let labelled = values(sentences, &parties.claim_labels)
        .find_map(|value| first(&crate::text::fold(value), parties));
    let [owner, claim, right, infringe, reference] =
        ["rights-owner", "claim", "right", "infringe", "reference"].map(|name| data.concept(name));
    let complains = |s: &&Sentence| {
        ((s.has(owner) || s.has(right)) && (s.has(claim) || s.has(infringe))) && !s.has(reference)
    };
    let of = |sentences: &[&Sentence]| {
        let found: Vec<Claim> = sentences
            .iter()
            .filter_map(|sentence| first(&sentence.folded, parties))
            .collect();
        let fake = found
            .iter()
            .copied()
            .find(|claim| *claim == Claim::Counterfeit);
        fake.or(found.first().copied())
    };
    let complaining: Vec<&Sentence> = sentences.iter().filter(complains).collect();
    let plain = |s: &&Sentence| !s.has(reference);
    let all: Vec<&Sentence> = sentences.iter().filter(plain).collect();
    labelled.or_else(|| of(&complaining)).or_else(|| {
        let mut found = all.iter().filter_map(|s| first(&s.folded, parties));
        found.next()
    })
}

/// The first claim of the data's order; a text that names three or more only explains them.
fn first(text: &str, parties: &Parties) -> Option<Claim> {
    let named: Vec<Claim> = parties
        .claim
        .iter()
        .filter(|claim| names(text, claim))
        .map(|claim| claim.id)
        .collect();
    (named.len() < 3).then(|| named.first().copied())?
}

fn names(text: &str, claim: &ClaimWords) -> bool {
    let mut text = text.to_owned();
    for other in &claim.not {
        text = text.replace(other.as_str(), " ");
    }
    claim
        .words
        .iter()
        .any(|word| word_at(&text, word).is_some())
}
