//! The one place that asks which brands a title names.

use crate::cmd::{Stop, load};
use crate::lists::{Brand, Lists};
use crate::names::{Look, Scratch, Tier, Where};
use crate::read::rows::{Hints, Quoting, Table};
use crate::rules::PackFile;
use serde::Serialize;
use std::ops::ControlFlow;
use std::path::Path;

/// A brand that an item names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Named {
    /// Its number on the list.
    #[serde(skip)]
    pub(super) entry: u32,
    /// Its name on the list.
    pub(super) name: String,
    /// `is` the brand, `mentions` it, or `weak`: look.
    pub(super) tier: &'static str,
    /// What stands there.
    pub(super) matched: String,
    /// `brand` or `title`.
    pub(super) field: &'static str,
    /// The word for why.
    #[serde(skip)]
    pub(super) why: &'static str,
}

/// The brands that an item names, each once, the surest place first; `brand` is the brand of the
/// page or empty.
pub(super) fn brands(lists: &Lists, title: &str, brand: &str, scratch: &mut Scratch) -> Vec<Named> {
    let look = Look {
        title,
        brand_field: Some(brand).filter(|brand| !brand.trim().is_empty()),
    };
    let mut hits = Vec::new();
    lists.brands_in(&look, scratch, &mut hits);
    // In order of tier, the brand field before the title.
    hits.sort_by_key(|hit| (hit.tier, hit.field));
    let mut found: Vec<Named> = Vec::new();
    for hit in &hits {
        let mut rows = lists.reported(hit).map(|(_, row)| row);
        let Some(known) = rows.find(|row| in_use(row)) else {
            continue;
        };
        let (text, field) = match hit.field {
            Where::Brand => (brand, "brand"),
            Where::Title => (title, "title"),
        };
        if found.iter().all(|named| named.entry != hit.entry) {
            found.push(Named {
                entry: hit.entry,
                name: known.name.clone(),
                tier: tier(hit.tier),
                matched: text
                    .get(hit.start as usize..hit.end as usize)
                    .unwrap_or_default()
                    .to_owned(),
                field,
                why: hit.why.word(),
            });
        }
    }
    found
}

fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Is => "is",
        Tier::Mentions => "mentions",
        Tier::Weak => "weak",
    }
}

/// True for a row that counts unless it is switched off: not for those to opt in to.
fn in_use(brand: &Brand) -> bool {
    matches!(brand.usage.as_str(), "warn" | "hint")
}

/// True when a brand of the list has this name or alias.
pub(in crate::cmd) fn knows(lists: &Lists, name: &str) -> bool {
    lists.brand_entries(name).next().is_some()
}

/// True when a brand is the one of this name or alias.
pub(super) fn is_named(lists: &Lists, named: &Named, name: &str) -> bool {
    lists.brand_entries(name).any(|entry| entry == named.entry)
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
pub(in crate::cmd) fn list<'n>(
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
