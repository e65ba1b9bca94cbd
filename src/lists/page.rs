//! What the words of a title say of the route of the goods on its page.

use super::{Hit, Lists};

/// Word lists by which a page is read.
const PARALLEL: &str = "parallel";
const DOMESTIC: &str = "domestic";
const EDITION: &str = "route-neutral";
const GENUINE: &str = "genuine";
const FOREIGN: &str = "genuine-abroad";

/// What a page says of the route of its goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marking {
    /// 並行輸入品.
    Parallel,
    /// 国内正規品 and the like.
    Domestic,
    /// Both at once.
    Both,
    /// An edition of another region, which has a page of its own: no mix.
    Edition,
    /// Nothing that decides: by Amazon's rule the page of the domestic product.
    None,
}

/// How a title is labelled by its wording alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageLabel {
    /// Marked as the domestic route.
    Domestic,
    /// Marked as a parallel import.
    Parallel,
    /// No wording about the route: the domestic page by Amazon's rule.
    Neutral,
    /// Wording that does not decide: both routes, 正規品 alone, genuine abroad, an import edition.
    Ambiguous,
}

impl PageLabel {
    /// Its fixed spelling.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Domestic => "domestic",
            Self::Parallel => "parallel",
            Self::Neutral => "neutral",
            Self::Ambiguous => "ambiguous",
        }
    }
}

/// The first word of each kind of route wording in a text; negations are no words at all.
#[derive(Clone, Copy, Debug, Default)]
pub struct Signs {
    /// 並行輸入品.
    pub parallel: Option<Hit>,
    /// 国内正規品, 正規輸入品, 日本正規代理店.
    pub domestic: Option<Hit>,
    /// 正規品 alone, which tells no route.
    pub genuine: Option<Hit>,
    /// 米国正規品: genuine on another market.
    pub foreign: Option<Hit>,
    /// `[Import]`, 北米版.
    pub edition: Option<Hit>,
}

impl Signs {
    /// Reads the signs off the words found in a text.
    #[must_use]
    pub fn of(lists: &Lists, hits: &[Hit]) -> Self {
        let mut signs = Self::default();
        let [parallel, domestic, edition, genuine, foreign] = lists.route_lists;
        for hit in hits {
            let list = Some(hit.list);
            let sign = match () {
                () if list == parallel => &mut signs.parallel,
                () if list == domestic => &mut signs.domestic,
                () if list == edition => &mut signs.edition,
                () if list == genuine => &mut signs.genuine,
                () if list == foreign => &mut signs.foreign,
                () => continue,
            };
            sign.get_or_insert(*hit);
        }
        signs
    }

    /// Names of the lists that are read.
    #[must_use]
    pub fn lists() -> [&'static str; 5] {
        [PARALLEL, DOMESTIC, EDITION, GENUINE, FOREIGN]
    }

    /// How a page with this wording is marked.
    #[must_use]
    pub fn marking(&self) -> Marking {
        match (self.parallel, self.domestic, self.edition) {
            (Some(_), Some(_), _) => Marking::Both,
            (Some(_), None, _) => Marking::Parallel,
            (None, Some(_), _) => Marking::Domestic,
            (None, None, Some(_)) => Marking::Edition,
            (None, None, None) => Marking::None,
        }
    }

    /// The label of a text with this wording: what decides alone goes first.
    #[must_use]
    pub fn label(&self) -> PageLabel {
        match self.marking() {
            Marking::Both | Marking::Edition => PageLabel::Ambiguous,
            // 正規品 beside 並行輸入品 says two things; 米国正規品 beside it says one.
            Marking::Parallel if self.genuine.is_some() => PageLabel::Ambiguous,
            Marking::Parallel => PageLabel::Parallel,
            Marking::Domestic => PageLabel::Domestic,
            Marking::None if self.genuine.or(self.foreign).is_some() => PageLabel::Ambiguous,
            Marking::None => PageLabel::Neutral,
        }
    }
}
