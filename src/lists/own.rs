//! The seller's own list: names and ASINs with what the seller knows of them.

use super::parse::{CLAIMS, KINDS, Row, rows};
use super::{Brand, ListFault, ListFile, ListProblem, WatchedAsin};
use crate::model::{Asin, Day, Grade, Source};
use crate::text::fold;

/// What a row of the seller's own list is taken for when it does not say.
const OWN_KIND: &str = "ip-complainer";

/// A row of the seller's own list: a name with what is known of it, ASINs, or both.
pub(super) struct OwnRow {
    pub(super) brand: Option<Brand>,
    pub(super) asins: Vec<(Asin, WatchedAsin)>,
}

/// The seller's own list. What the seller writes down is a report of the seller's own: it warns.
pub(super) fn rows_of(file: &ListFile) -> Result<Vec<OwnRow>, Vec<ListProblem>> {
    rows(file, &["name", "aliases", "asins", "kind"], |row| {
        let mut kinds = row.words_of("kind", KINDS)?;
        if kinds.is_empty() {
            kinds.push(OWN_KIND.to_owned());
        }
        // The name alone: a report is passed on, and the folders of its owner are nobody's matter.
        let name = file.shown.rsplit(['/', '\\']).next();
        let source = Source {
            title: name.unwrap_or(&file.shown).to_owned(),
            date: row.day("date")?,
            url: String::new(),
            grade: Grade::C,
        };
        let name = row.text("name");
        let note = Some(row.text("note")).filter(|note| !note.is_empty());
        let reason = note.unwrap_or_else(|| name.clone());
        let mut asins = Vec::new();
        for cell in row.list("asins") {
            let asin = Asin::parse(cell.as_bytes()).ok_or_else(|| ListFault::BadWord {
                column: "asins".to_owned(),
                value: cell.clone(),
            })?;
            let (reason, source) = (reason.clone(), source.clone());
            asins.push((asin, WatchedAsin { reason, source }));
        }
        if name.is_empty() && asins.is_empty() {
            return Err(ListFault::Empty("name".to_owned()));
        }
        let claims = row.words_of("claim", CLAIMS)?;
        let brand = (!name.is_empty()).then(|| Brand {
            name,
            aliases: row.list("aliases"),
            kinds,
            claims,
            usage: "warn".to_owned(),
            source,
            file: 0,
        });
        Ok(OwnRow { brand, asins })
    })
}

impl Row<'_> {
    /// A day, or nothing.
    fn day(&self, column: &str) -> Result<String, ListFault> {
        let text = self.text(column);
        match text.is_empty() || (text.len() == 10 && text.parse::<Day>().is_ok()) {
            true => Ok(text),
            false => Err(ListFault::NotOneOf {
                column: column.to_owned(),
                value: text,
                words: "2026-11-21".to_owned(),
            }),
        }
    }
}

/// An entry that is to be added to the seller's own list, as it was given.
#[derive(Clone, Debug, Default)]
pub struct OwnEntry {
    /// Name; may be empty when there are ASINs.
    pub name: String,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// ASINs.
    pub asins: Vec<String>,
    /// What it is known for; may be empty.
    pub kind: String,
    /// Kinds of claims.
    pub claims: Vec<String>,
    /// Day; may be empty.
    pub date: String,
    /// Remark.
    pub note: String,
}

impl OwnEntry {
    /// Its line in the list, without a line end.
    #[must_use]
    pub fn line(&self) -> String {
        let several = |cells: &[String]| cells.join(";");
        let cells = [
            self.name.clone(),
            several(&self.aliases),
            several(&self.asins),
            self.kind.clone(),
            several(&self.claims),
            self.date.clone(),
            self.note.clone(),
        ];
        csv_line(&cells.each_ref().map(String::as_str))
    }

    /// The names and ASINs that a list has already, with the name or ASIN they stand under.
    ///
    /// # Errors
    /// Every problem of the list.
    pub fn known(&self, file: &ListFile) -> Result<Vec<String>, Vec<ListProblem>> {
        let mut known = Vec::new();
        let names: Vec<String> = self.names().map(fold).collect();
        for row in rows_of(file)? {
            if let Some(brand) = row.brand {
                let mut spellings = std::iter::once(&brand.name).chain(&brand.aliases);
                let same_kind = brand.kinds.contains(&self.kind)
                    || (self.kind.is_empty() && brand.kinds.iter().any(|kind| kind == OWN_KIND));
                if same_kind && spellings.any(|name| names.contains(&fold(name))) {
                    known.push(brand.name);
                }
            }
            let asins = row.asins.iter().map(|(asin, _)| asin.to_string());
            known.extend(asins.filter(|asin| self.asins.contains(asin)));
        }
        Ok(known)
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        let aliases = self.aliases.iter().map(String::as_str);
        let names = std::iter::once(self.name.as_str()).chain(aliases);
        names.filter(|name| !name.is_empty())
    }
}

/// A line of a list, without a line end.
pub(super) fn csv_line(cells: &[&str]) -> String {
    let quoted = cells
        .iter()
        .map(|cell| match cell.contains([',', '"', '\n', '\r']) {
            true => format!("\"{}\"", cell.replace('"', "\"\"")),
            false => (*cell).to_owned(),
        });
    quoted.collect::<Vec<_>>().join(",")
}
