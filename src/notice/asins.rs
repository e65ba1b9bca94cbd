//! ASINs in a mail: ten characters at the edges of a word, in any width and case.

use super::page::{Line, Page, Zone};
use crate::model::Asin;
use crate::text::fold;
use std::collections::BTreeSet;

/// ASINs of a zone, each once, in the order of the text; the subject belongs to what is new.
pub(super) fn of(page: &Page, zone: Zone) -> Vec<Asin> {
    let wanted =
        |line: &&Line| line.zone == zone || (zone == Zone::Fresh && line.zone == Zone::Subject);
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    let mut labelled = false;
    for line in page.lines.iter().filter(wanted) {
        let text = fold(&line.text);
        // A list goes on below the line that says what it lists.
        let names = text.contains("asin") || text.contains("isbn");
        labelled = names || (labelled && text.len() <= 40);
        for word in text.split(|c: char| !c.is_ascii_alphanumeric()) {
            let Some(asin) = asin(word, labelled) else {
                continue;
            };
            if seen.insert(asin) {
                found.push(asin);
            }
        }
    }
    found
}

/// Every ASIN of a catalogue begins with B0; a book's is its ISBN, which other numbers look like.
fn asin(word: &str, labelled: bool) -> Option<Asin> {
    let asin = Asin::parse(word.as_bytes())?;
    match asin.is_isbn() {
        true => (labelled && check_digit(word)).then_some(asin),
        false => word.starts_with("b0").then_some(asin),
    }
}

/// True when the last character of an ISBN-10 is the one that the others give.
fn check_digit(isbn: &str) -> bool {
    let value = |c: char| match c {
        'x' | 'X' => Some(10),
        c => c.to_digit(10),
    };
    let sum: Option<u32> = isbn
        .chars()
        .zip((1..=10).rev())
        .map(|(c, weight)| Some(value(c)? * weight))
        .sum();
    sum.is_some_and(|sum| sum.is_multiple_of(11))
}
