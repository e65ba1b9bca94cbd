//! Who complained: names behind labels or in a sentence, addresses, numbers.

use super::clock::word_at;
use super::data::Data;
use super::found::Sentence;
use super::wording::Parties;

/// Concepts that this asks for by name.
pub(super) const CONCEPTS: &[&str] = &[
    "rights-owner",
    "claim",
    "right",
    "infringe",
    "reference",
    "if",
];

/// A name is no longer, in characters.
const LONGEST_NAME: usize = 80;

/// The name of the rights holder.
pub(super) fn holder(sentences: &[Sentence], data: &Data) -> Option<String> {
    let parties = &data.parties;
    let mut labelled = values(sentences, &parties.holder_labels);
    let labelled = labelled.find_map(|value| name(value, parties));
    let [owner, claim, right, infringe] =
        ["rights-owner", "claim", "right", "infringe"].map(|name| data.concept(name));
    let says = |s: &&Sentence| s.has(claim) || s.has(infringe);
    let about = |s: &&Sentence| s.has(owner) || s.has(right) || s.has(infringe);
    labelled.or_else(|| {
        let mut told = sentences.iter().filter(says);
        told.clone()
            .filter(about)
            .chain(told.by_ref())
            .find_map(|sentence| in_sentence(sentence, parties))
    })
}

/// The value behind a label: on its line, or on the next one where the label stands alone.
pub(super) fn values<'s>(
    sentences: &'s [Sentence],
    labels: &'s [String],
) -> impl Iterator<Item = &'s str> + Clone {
    let places = sentences.iter().enumerate();
    places.filter_map(move |(place, sentence)| {
        let start = sentence.folded.find(|c: char| c.is_alphanumeric())?;
        let text = &sentence.folded[start..];
        let label = labels
            .iter()
            .find(|label| text.strip_prefix(label.as_str()).is_some_and(closes_label))?;
        let rest = &text[label.len()..];
        let value =
            rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !"(\"「『<".contains(c));
        match value.is_empty() {
            false => {
                let from = sentence.folded.len() - value.len();
                Some(sentence.written(from..sentence.folded.len()))
            }
            true => sentences.get(place + 1).map(|next| next.raw.text.trim()),
        }
    })
}

/// True where a label ends: a colon, a wide blank or the end of the line.
fn closes_label(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', ')', '】', ']', '」', '(', 's']);
    let told = rest.is_empty() || rest.starts_with([':', '=', '|', '-', '】', ']', '」', '/']);
    told || rest.starts_with("ハ:")
}

/// The name in a sentence like 「権利者である株式会社○○様より商標権侵害の申し立て」.
fn in_sentence(sentence: &Sentence, parties: &Parties) -> Option<String> {
    let text = &sentence.folded;
    // In brackets behind 権利者 or rights owner.
    for title in parties.titles.iter().chain(&parties.generic) {
        let Some(at) = word_at(text, title) else {
            continue;
        };
        let rest = text[at + title.len()..].trim_start();
        let Some(open) = rest.chars().next().filter(|c| "(「『\"[".contains(*c)) else {
            continue;
        };
        let inside = &rest[open.len_utf8()..];
        if let Some(end) = inside.find([')', '」', '』', '"', ']']) {
            let from = text.len() - inside.len();
            if let Some(name) = name(sentence.written(from..from + end), parties) {
                return Some(name);
            }
        }
    }
    before_particle(sentence, parties)
        .or_else(|| behind_word(sentence, parties))
        .or_else(|| before_verb(sentence, parties))
}

/// 「○○様より」, 「○○社から」.
fn before_particle(sentence: &Sentence, parties: &Parties) -> Option<String> {
    let text = &sentence.folded;
    if text.is_ascii() {
        return None;
    }
    parties.name_behind.iter().find_map(|particle| {
        text.match_indices(particle.as_str()).find_map(|(at, _)| {
            let before = &text[..at];
            let from = before
                .rfind([
                    '、', '。', ',', '「', '」', '(', ')', ':', '!', '?', '・', '『', '』',
                ])
                .map_or(0, |place| {
                    place + before[place..].chars().next().map_or(1, char::len_utf8)
                });
            let from = if before.ends_with(['」', '』', ')']) {
                let open = before.rfind(['「', '『', '('])?;
                open + before[open..].chars().next().map_or(1, char::len_utf8)
            } else {
                from
            };
            let written = sentence.written(from..at);
            let company = [
                "株式会社",
                "有限会社",
                "合同会社",
                "様",
                "inc",
                "ltd",
                "llc",
                "社",
                "co.",
            ];
            let bare = before[from..].trim_end_matches(['」', '』', ')']);
            let named = company.iter().any(|word| bare.contains(word))
                || before[from..].chars().any(|c| c.is_ascii_alphabetic())
                || parties
                    .titles
                    .iter()
                    .any(|title| bare.starts_with(title.as_str()));
            named.then(|| name(written, parties))?
        })
    })
}

/// "complaint from NAME that", "submitted by NAME.".
fn behind_word(sentence: &Sentence, parties: &Parties) -> Option<String> {
    let text = &sentence.folded;
    parties.name_before.iter().find_map(|word| {
        let at = word_at(text, word)? + word.len();
        let mut rest = text[at..].trim_start();
        for title in parties.titles.iter().chain(&parties.generic) {
            if let Some(behind) = rest.strip_prefix(title.as_str())
                && !behind.starts_with(|c: char| c.is_alphanumeric())
            {
                rest = behind.trim_start_matches([' ', ',', ':', '(', '"']);
                break;
            }
        }
        let from = text.len() - rest.len();
        let ends = parties
            .name_ends
            .iter()
            .filter_map(|end| rest.find(end.as_str()));
        let length = ends.min().unwrap_or(rest.len());
        let length = company_end(rest, length);
        capital(sentence.written(from..from + length)).and_then(|written| name(written, parties))
    })
}

/// "NAME has reported", "NAME, the owner of the trademark, claims".
fn before_verb(sentence: &Sentence, parties: &Parties) -> Option<String> {
    const VERBS: [&str; 14] = [
        " has reported",
        " reported that",
        " reported your",
        " has filed",
        " filed a",
        " has submitted",
        " submitted a",
        " has claimed",
        " claims that",
        " has notified",
        " has alleged",
        " alleges",
        " has informed",
        " notified us",
    ];
    let text = &sentence.folded;
    let at = VERBS.iter().find_map(|verb| text.find(verb))?;
    let before = &text[..at];
    let from = before
        .rfind([':', ';', '"', '('])
        .map_or(0, |place| place + 1);
    let mut written = sentence.written(from..at);
    let lower = written.to_ascii_lowercase();
    for title in &parties.titles {
        if title.is_ascii() && lower.starts_with(title.as_str()) {
            written = written.get(title.len()..)?.trim_start_matches([' ', ',']);
            break;
        }
    }
    let written = written.split(", ").next()?;
    capital(written).and_then(|written| name(written, parties))
}

/// A comma before Inc., Ltd. or LLC and the full stop behind belong to a name.
fn company_end(text: &str, length: usize) -> usize {
    let rest = &text[length..];
    const FORMS: [&str; 10] = [
        ", inc.",
        ", inc",
        ", ltd.",
        ", ltd",
        ", llc",
        ", co., ltd.",
        ", gmbh",
        ", corp.",
        ", s.p.a.",
        ", k.k.",
    ];
    let form = FORMS
        .iter()
        .filter(|form| rest.starts_with(**form))
        .max_by_key(|form| form.len());
    let form = form.map_or(0, |form| form.len());
    length + form
}

/// A name begins with a capital letter, a digit or a character that has no case.
fn capital(written: &str) -> Option<&str> {
    let first = written.trim().chars().next()?;
    (!first.is_lowercase()).then_some(written)
}

/// What stands before the next label, where several stand in one line.
fn before_label<'w>(written: &'w str, parties: &Parties) -> &'w str {
    let folded = crate::text::fold(written);
    let Some(colon) = folded.find(':') else {
        return written;
    };
    let labels = [
        &parties.contact_labels,
        &parties.complaint_labels,
        &parties.claim_labels,
    ];
    let before = folded[..colon].trim_end();
    let label = labels
        .into_iter()
        .flatten()
        .find(|label| before.ends_with(label.as_str()));
    let Some(label) = label.filter(|label| before.len() > label.len()) else {
        return written;
    };
    let range = crate::text::span(written, 0, before.len() - label.len());
    written.get(range).unwrap_or(written).trim()
}

/// A name without titles, honorifics and brackets; `None` for what is no name.
fn name(written: &str, parties: &Parties) -> Option<String> {
    let mut name = before_label(written.trim(), parties);
    // An address or a remark in brackets behind the name.
    if let Some(at) = name.find(['<', '＜']).filter(|at| *at > 0) {
        name = &name[..at];
    }
    let bracket = name.find(['(', '（']).filter(|at| *at > 0);
    if let Some(at) = bracket.filter(|at| name[*at..].contains('@')) {
        name = &name[..at];
    }
    name = name.trim_matches(|c: char| c.is_whitespace() || "「」『』\"'、,:：。;".contains(c));
    loop {
        let folded = crate::text::fold(name);
        let title = parties.titles.iter().find(|title| {
            folded.starts_with(title.as_str()) && folded.len() > title.len() && !title.is_ascii()
        });
        let honorific = parties
            .honorifics
            .iter()
            .find(|end| folded.ends_with(end.as_str()));
        name = match (title, honorific) {
            (Some(title), _) => {
                let from = crate::text::span(name, title.len(), folded.len()).start;
                name[from..].trim_matches([' ', '「', '『', '、'])
            }
            (None, Some(end)) => {
                let to = crate::text::span(name, 0, folded.len() - end.len()).end;
                name[..to].trim()
            }
            (None, None) => break,
        };
    }
    let folded = crate::text::fold(name);
    let letters = folded.chars().any(char::is_alphabetic);
    let generic = parties.generic.contains(&folded);
    let mail = folded.contains('@') || folded.contains("http");
    let long = name.chars().count() > LONGEST_NAME;
    (letters && !generic && !mail && !long).then(|| name.to_owned())
}

/// The first mail address that is not Amazon's.
pub(super) fn contact(sentences: &[Sentence], data: &Data) -> Option<String> {
    let parties = &data.parties;
    let labelled = values(sentences, &parties.contact_labels).flat_map(addresses);
    let any = sentences
        .iter()
        .flat_map(|sentence| addresses(&sentence.raw.text));
    let mut all = labelled.chain(any);
    all.find(|address| {
        let domain = address
            .rsplit('@')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let own = |own: &String| domain == *own || domain.ends_with(&format!(".{own}"));
        !parties.own_domains.iter().any(own) && !domain.starts_with("amazon.")
    })
}

fn addresses(text: &str) -> impl Iterator<Item = String> {
    let inside = |c: char| c.is_ascii_alphanumeric() || "@._+-%".contains(c);
    let words = text.split(move |c: char| !inside(c));
    let words = words.map(|word| word.trim_matches(['.', '-', '_']));
    words
        .filter(|word| {
            let parts = word.split_once('@');
            parts.is_some_and(|(name, domain)| {
                !name.is_empty() && domain.contains('.') && !domain.contains('@')
            })
        })
        .map(str::to_owned)
        .collect::<Vec<_>>()
        .into_iter()
}

/// The number of the complaint, behind its label.
pub(super) fn complaint(sentences: &[Sentence], data: &Data) -> Option<String> {
    let labels = &data.parties.complaint_labels;
    let behind = values(sentences, labels).find_map(number);
    behind.or_else(|| {
        sentences.iter().find_map(|sentence| {
            let label = labels
                .iter()
                .find(|label| word_at(&sentence.folded, label).is_some())?;
            let at = word_at(&sentence.folded, label)? + label.len();
            let near = sentence.written(at..sentence.folded.len());
            let end = near.char_indices().nth(30).map_or(near.len(), |(at, _)| at);
            number(&near[..end])
        })
    })
}

fn number(text: &str) -> Option<String> {
    let text: String = crate::text::fold(text).to_uppercase();
    let mut words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    let word = words
        .find(|word| word.len() >= 5 && word.bytes().filter(u8::is_ascii_digit).count() >= 4)?;
    Some(word.trim_matches('-').to_owned())
}
