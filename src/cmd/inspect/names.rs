//! The one place that asks which brands a title names.

use crate::cmd::{Stop, load};
use crate::lists::{Brand, Hit, ListId, Lists, Searched};
use crate::read::rows::{Hints, Quoting, Table};
use crate::rules::PackFile;
use crate::text::fold;
use serde::Serialize;
use std::ops::ControlFlow;
use std::path::Path;

/// A brand that an item names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Named {
    /// Its name on the list.
    pub(super) name: String,
    /// `is` the brand, `mentions` it, or `weak`: look.
    pub(super) tier: &'static str,
    /// What stands there.
    pub(super) matched: String,
    /// `brand` or `title`.
    pub(super) field: &'static str,
}

/// The brands that an item names, each once, the surest place first.
///
/// `title` holds the words found in the title, `brand` is the brand of the page or empty.
pub(super) fn brands(lists: &Lists, title: Searched<'_>, brand: &str) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    let mut add = |entry: u32, tier: &'static str, matched: &str, field: &'static str| {
        let Some(known) = lists.brand(entry).filter(|known| in_use(known)) else {
            return;
        };
        if found.iter().all(|named| named.name != known.name) {
            found.push(Named {
                name: known.name.clone(),
                tier,
                matched: matched.to_owned(),
                field,
            });
        }
    };
    for entry in lists.brands_named(brand) {
        add(*entry, "is", brand.trim(), "brand");
    }
    for hit in title.hits.iter().filter(|hit| hit.list == ListId::BRANDS) {
        let tier = match leads(title.text, hit) {
            true => "is",
            false => "mentions",
        };
        add(hit.entry, tier, title.written(hit), "title");
    }
    found
}

/// True for an entry that counts unless it is switched off: not for those to opt in to.
fn in_use(brand: &Brand) -> bool {
    matches!(brand.usage.as_str(), "warn" | "hint")
}

/// True when nothing but brackets and blanks stands before a hit.
fn leads(title: &str, hit: &Hit) -> bool {
    let folded = fold(title);
    let before = folded.get(..hit.start as usize).unwrap_or_default();
    !before.chars().any(char::is_alphanumeric)
}

/// True when a brand of the list has this name or alias.
pub(super) fn knows(lists: &Lists, name: &str) -> bool {
    !lists.brands_named(name).is_empty()
}

/// True when a brand is the one of this name or alias.
pub(super) fn is_named(lists: &Lists, named: &Named, name: &str) -> bool {
    let entries = lists.brands_named(name).iter();
    let mut known = entries.filter_map(|entry| lists.brand(*entry));
    known.any(|brand| brand.name == named.name)
}

/// The brand list of a file with the columns `canonical` and `aliases`, separated by `|`.
pub(super) fn watchlist(path: &Path) -> Result<PackFile, Stop> {
    let shown = path.display().to_string();
    let unreadable = |error| crate::cmd::unread::opened(&shown, &error);
    let hints = Hints {
        delimiter: Some(b'\t'),
        ..Hints::default()
    };
    let tables = Table::open(path, &hints).map_err(unreadable)?;
    let mut rows: Vec<(String, String)> = Vec::new();
    for table in &tables {
        table
            .rows(Quoting::Off, 0, &mut |row| {
                rows.push((row.cell(0).into_owned(), row.cell(1).into_owned()));
                ControlFlow::Continue(())
            })
            .map_err(unreadable)?;
    }
    let header = rows.first().map(|(name, _)| name.trim().to_lowercase());
    if header.as_deref() != Some("canonical") {
        return Err(load::said_of("inspect-watchlist", path));
    }
    let names = rows
        .iter()
        .skip(1)
        .filter(|(name, _)| !name.trim().is_empty());
    Ok(list(
        &shown,
        names.map(|(name, aliases)| (name.as_str(), aliases.split('|').collect())),
    ))
}

/// A brand list with nothing but names.
pub(super) fn list<'n>(
    shown: &str,
    names: impl Iterator<Item = (&'n str, Vec<&'n str>)>,
) -> PackFile {
    let quoted = |text: &str| format!("\"{}\"", text.trim().replace('"', "\"\""));
    let mut text = String::from("name,aliases,kinds,use,grade\n");
    for (name, aliases) in names {
        text.push_str(&format!(
            "{},{},,warn,D\n",
            quoted(name),
            // The list separates aliases by `;`: one inside an alias cannot be told from it.
            quoted(&aliases.join(";"))
        ));
    }
    PackFile {
        path: "brands.csv".to_owned(),
        shown: shown.to_owned(),
        text,
    }
}
