//! Lists that checks look things up in: words, brands, suppliers, watched ASINs.
//!
//! A list is data with a source per row. All words of all lists are searched at once, so that a
//! title is read once, whatever the number of rules.

mod anchors;
mod brand_fields;
mod brands;
mod build;
mod entries;
mod except;
mod look;
mod matcher;
mod own;
mod page;
mod parse;
mod term;
mod trademark;

pub use brand_fields::BrandFields;
pub use entries::{Brand, Goods, KnownSupplier, WatchedAsin, Word};
pub use except::{EXCEPTION_COLUMNS, EXCEPTIONS, exception_line, exceptions};
pub use look::{Look, Searched};
pub use matcher::{Hit, ListId, Scratch, TextHits};
pub use own::OwnEntry;
pub use page::{Marking, PageLabel, Signs};
pub use parse::{ListFault, ListFile, ListProblem};
pub use trademark::{TrademarkUse, trademark_use};

use crate::model::{Asin, Grade, Source};
use crate::names;
use crate::text::Folded;
use brands::Brands;
use matcher::{Matcher, Target};
use std::collections::{BTreeMap, HashMap};

/// The seller's own list of names and ASINs.
pub const OWN_LIST: &str = "own-list.csv";
/// Its columns.
pub const OWN_COLUMNS: [&str; 7] = ["name", "aliases", "asins", "kind", "claim", "date", "note"];
/// The list of the kinds of regulated goods.
const GOODS: &str = "regulated.csv";
/// What the name of the word list of a kind of regulated goods begins with.
const REGULATED: &str = "regulated-";

/// All lists in force.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    /// The word lists by name.
    word_lists: hashbrown::HashMap<String, ListId>,
    words: Vec<Word>,
    /// The lists of [`Signs::lists`], which every title is asked for.
    route_lists: [Option<ListId>; 5],
    goods: BTreeMap<ListId, Goods>,
    fitting: Vec<String>,
    brands: Brands,
    suppliers: Vec<KnownSupplier>,
    supplier_keys: HashMap<String, u32>,
    asins: Option<HashMap<Asin, WatchedAsin>>,
    matcher: Matcher,
}

impl Lists {
    /// Parses all lists of all packs; gives every problem, not just the first.
    ///
    /// `words/NAME.csv` of several packs add up to one list; brands and suppliers likewise.
    ///
    /// # Errors
    /// One [`ListProblem`] per row that cannot be taken.
    pub fn parse(files: &[ListFile]) -> Result<Self, Vec<ListProblem>> {
        let mut lists = Self::default();
        let mut targets: BTreeMap<String, Vec<Target>> = BTreeMap::new();
        let mut problems = Vec::new();
        // The kinds of goods come before the words that name them.
        let (goods, others): (Vec<_>, Vec<_>) = files
            .iter()
            .partition(|file| file.path.rsplit('/').next() == Some(GOODS));
        for file in goods.into_iter().chain(others) {
            if let Err(mut found) = lists.take(file, &mut targets) {
                problems.append(&mut found);
            }
        }
        let lexicon = brands::lexicon(files);
        if let Err(problem) = lexicon.and_then(|lexicon| lists.brands.ready(&lexicon)) {
            problems.push(problem);
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        lists.route_lists = Signs::lists().map(|name| lists.word_list(name));
        lists.matcher = Matcher::build(targets).map_err(|message| {
            vec![ListProblem {
                file: "lists".into(),
                line: 0,
                fault: ListFault::TooLarge(message),
            }]
        })?;
        Ok(lists)
    }

    /// True when a list of that name has an entry: a word list, `brands`, `suppliers`, or `asins`,
    /// which may be empty because it is the seller's own.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        match name {
            "brands" => !self.brands.is_empty(),
            "suppliers" => !self.suppliers.is_empty(),
            "asins" => true,
            _ => self.word_list(name).is_some(),
        }
    }

    /// The id of a word list.
    #[must_use]
    #[inline]
    pub fn word_list(&self, name: &str) -> Option<ListId> {
        self.word_lists.get(name).copied()
    }

    /// The entry behind a hit in a word list.
    #[must_use]
    #[inline]
    pub fn word(&self, hit: &Hit) -> Option<&Word> {
        self.words.get(hit.entry as usize)
    }

    /// The kind of regulated goods that a hit names.
    #[must_use]
    pub fn goods(&self, hit: &Hit) -> Option<&Goods> {
        self.goods.get(&hit.list)
    }

    /// The word list of a kind of regulated goods.
    #[must_use]
    pub fn goods_list(&self, id: &str) -> Option<ListId> {
        self.word_list(&format!("{REGULATED}{id}"))
    }

    /// Switches on the entries of these names that are off until the seller asks for them; gives
    /// the names that no such entry has.
    pub fn opt_in<'n>(&mut self, names: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
        let names = names.into_iter();
        names.filter(|name| !self.brands.opt_in(name)).collect()
    }

    /// True when a folded text is a word of a list and nothing else.
    #[must_use]
    pub fn is_word_of(&self, list: &str, folded: &str) -> bool {
        let mut hits = Vec::new();
        self.find(folded, &mut Scratch::default(), &mut hits);
        let list = self.word_list(list);
        let whole = |hit: &Hit| hit.start == 0 && hit.end as usize == folded.len();
        hits.iter().any(|hit| Some(hit.list) == list && whole(hit))
    }

    /// Folded words that say what goods fit: 対応, 用, for. They stand in most titles, so they are
    /// looked for beside a mark only.
    #[must_use]
    pub fn fitting_words(&self) -> &[String] {
        &self.fitting
    }

    /// Adds the listed brands that a title and a brand field carry.
    pub fn brands_in(
        &self,
        look: &names::Look<'_>,
        scratch: &mut names::Scratch,
        hits: &mut Vec<names::Hit>,
    ) {
        self.brands.look(look, scratch, hits);
    }

    /// What was reported of the brand of a hit: one row per statement, with its number.
    pub fn reported(&self, hit: &names::Hit) -> impl Iterator<Item = (u32, &Brand)> {
        self.brands.rows(hit.entry)
    }

    /// Entries of the brand list with this name or alias, as in [`names::Hit::entry`].
    pub fn brand_entries(&self, name: &str) -> impl Iterator<Item = u32> {
        self.brands.named(name)
    }

    /// The spelling of the list that a hit found.
    #[must_use]
    pub fn brand_spelling(&self, hit: &names::Hit) -> &str {
        self.brands.alias(hit)
    }

    /// What is known of a supplier of that name, or of the longest listed name it begins with as a
    /// whole word: a branch stands behind the name of its chain (`ビックカメラ 有楽町店`).
    #[must_use]
    pub fn supplier_named(&self, name: &str) -> Option<&KnownSupplier> {
        let mut folded = Folded::default();
        folded.set(name.trim());
        let ends = folded.text.char_indices().map(|(at, c)| at + c.len_utf8());
        let whole = |end: &usize| folded.class.get(*end) != folded.class.get(end - 1);
        let ends: Vec<usize> = ends.filter(whole).collect();
        let entry = ends
            .into_iter()
            .rev()
            .find_map(|end| self.supplier_keys.get(&folded.text[..end]))?;
        self.suppliers.get(*entry as usize)
    }

    /// The entry of a watched ASIN.
    #[must_use]
    pub fn watched(&self, asin: Asin) -> Option<&WatchedAsin> {
        self.asins.as_ref()?.get(&asin)
    }

    /// True when a list of watched ASINs was given.
    #[must_use]
    pub fn watches_asins(&self) -> bool {
        self.asins.is_some()
    }

    /// The same lists with these watched ASINs in place of the ones they have.
    #[must_use]
    pub fn watching(&self, asins: Option<&[Asin]>) -> Self {
        let watched = WatchedAsin {
            reason: "example".to_owned(),
            source: Source {
                title: "example".to_owned(),
                date: String::new(),
                url: String::new(),
                grade: Grade::D,
            },
        };
        let asins = asins.map(|a| a.iter().map(|a| (*a, watched.clone())).collect());
        Self {
            asins,
            ..self.clone()
        }
    }

    /// Adds the words that stand in a text to `hits`, in order of their place in its fold.
    pub fn find(&self, text: &str, scratch: &mut Scratch, hits: &mut Vec<Hit>) {
        self.matcher.find(text, scratch, hits);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists(files: &[(&str, &str)]) -> Lists {
        let files: Vec<ListFile> = files
            .iter()
            .map(|(path, text)| ListFile {
                path: (*path).into(),
                shown: (*path).into(),
                text: (*text).into(),
            })
            .collect();
        Lists::parse(&files).unwrap_or_else(|p| panic!("{p:?}"))
    }

    fn found(lists: &Lists, text: &str) -> Vec<String> {
        let mut folded = Folded::default();
        folded.set(text);
        let mut hits = Vec::new();
        lists.find(text, &mut Scratch::default(), &mut hits);
        hits.iter()
            .map(|h| folded.text[h.start as usize..h.end as usize].to_owned())
            .collect()
    }

    const WORDS: &str = "role,text,source,source_date,grade,note\n\
        word,開封,,,C,\nallow,未開封,,,C,\nword,プライズ,,,C,\nword,NOT FOR SALE,,,C,\n";

    #[test]
    fn words_stand_between_edges_and_allow_terms_clear_their_own_span() {
        let lists = lists(&[("words/x.csv", WORDS)]);
        assert_eq!(found(&lists, "開封済み"), ["開封"]);
        assert!(found(&lists, "新品未開封").is_empty());
        assert_eq!(found(&lists, "未開封の箱を開封"), ["開封"]);
        assert!(found(&lists, "サプライズ ジャンプライズ").is_empty());
        assert_eq!(found(&lists, "ﾌﾟﾗｲｽﾞのフィギュア"), ["プライズ"]);
        assert_eq!(
            found(&lists, "Not  For Sale / NOT FOR SALE"),
            ["not for sale"]
        );
    }

    #[test]
    fn the_longest_brand_wins_and_every_row_of_it_is_told() {
        let brands = "name,aliases,kinds,marketplace,claim_types,use,source,url,source_date,grade,note\n\
            Apple,アップル,listing-restricted,jp,,warn,x,,,A,\nApple Watch Band,,ip-complainer,jp,,warn,x,,,A,\n\
            apple,,counterfeit-prone,jp,,hint,x,,,B,\n";
        let lists = lists(&[("brands.csv", brands)]);
        let found = |title: &str, brand_field: Option<&str>| -> Vec<(u32, String)> {
            let mut hits = Vec::new();
            let look = names::Look { title, brand_field };
            lists.brands_in(&look, &mut names::Scratch::default(), &mut hits);
            let rows = hits.iter().flat_map(|hit| {
                let spelling = lists.brand_spelling(hit).to_owned();
                lists
                    .reported(hit)
                    .map(move |(row, _)| (row, spelling.clone()))
            });
            rows.collect()
        };
        assert_eq!(
            found("Apple Watch Band 44mm", None),
            [(1, "Apple Watch Band".to_owned())]
        );
        assert!(found("アップルパイ Pineapple", None).is_empty());
        assert_eq!(
            found("", Some(" ＡＰＰＬＥ ")),
            [(0, "Apple".to_owned()), (2, "Apple".to_owned())]
        );
    }

    #[test]
    fn every_bad_row_is_reported() {
        let file = ListFile {
            path: "words/x.csv".into(),
            shown: "words/x.csv".into(),
            text: "role,text,source,source_date,grade,note\nwort,a,,,C,\nword,,,,C,\nword,b,,,Z,\n"
                .into(),
        };
        let problems = Lists::parse(&[file]).err().unwrap_or_default();
        assert_eq!(
            problems.iter().map(|p| p.line).collect::<Vec<_>>(),
            [2, 3, 4]
        );
    }
}
