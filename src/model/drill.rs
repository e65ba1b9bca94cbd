//! The three-ASIN drill: Amazon names any three ASINs, are the papers of all of them there?

use super::{Day, DocumentKind, Evidence, Missing, Place, Run, Yen};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// ASINs that Amazon asks about at once (source: OSA-Style, アカウントが停止・閉鎖した時, 2024-02-04).
pub const ASKED: u32 = 3;

/// What a drill came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Drill {
    /// This run.
    pub run: Run,
    /// ASINs that may be asked about.
    pub asins: u32,
    /// Of them those on which every rule of the drill was clear.
    pub provable: u32,
    /// Of them those on which a rule of the drill found a lack.
    pub lacking: u32,
    /// Of them those without a lack, on which a rule could not be judged.
    pub open: u32,
    /// Chance that all of three ASINs drawn at random are provable.
    pub chance: Chance,
    /// The same if everything open turned out provable.
    pub chance_at_best: Chance,
    /// The weakest ASINs, most lacks first.
    pub weakest: Vec<Drilled>,
    /// Samples as Amazon might draw them.
    pub draws: Vec<Vec<Drilled>>,
}

/// An exact chance: so many of all equally likely draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Chance {
    /// Draws that go well.
    pub good: u128,
    /// All draws; 0 when there is nothing to draw from.
    pub all: u128,
}

impl Chance {
    /// The chance that [`ASKED`] things drawn out of `all` are all among the `good` ones:
    /// C(good, k) / C(all, k), with k no more than there are.
    #[must_use]
    pub fn of(good: u32, all: u32) -> Self {
        let asked = ASKED.min(all);
        if all == 0 {
            return Self { good: 0, all: 0 };
        }
        Self {
            good: choose(good, asked),
            all: choose(all, asked),
        }
    }

    /// In hundredths of a percent, rounded down so that only a sure thing reads as 100 %; `None`
    /// when there is nothing to draw from.
    #[must_use]
    pub fn basis_points(self) -> Option<u64> {
        let points = self.good.checked_mul(10_000)?.checked_div(self.all)?;
        u64::try_from(points).ok()
    }
}

/// Ways to choose `k` of `n`; `k` is at most three, so that no product overflows.
fn choose(n: u32, k: u32) -> u128 {
    let factors = (0..k).map(|i| u128::from(n.saturating_sub(i)));
    let below: u128 = (1..=u128::from(k)).product();
    factors.product::<u128>() / below
}

/// How an ASIN came out.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Proven {
    /// Every rule of the drill was clear.
    Provable,
    /// No lack was found, but a rule could not be judged.
    Open,
    /// A rule of the drill found a lack.
    Lacking,
}

/// One ASIN in a drill.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Drilled {
    /// ASIN.
    pub asin: String,
    /// Its SKUs.
    pub skus: Vec<String>,
    /// Title of the listing.
    pub title: String,
    /// How it came out.
    pub proven: Proven,
    /// Yen at stake on it.
    pub yen_at_stake: Option<Yen>,
    /// What each rule found lacking.
    pub lacks: Vec<Lack>,
    /// What could not be judged.
    pub not_judged: Vec<Missing>,
    /// The papers there are.
    pub papers: Vec<Paper>,
}

/// What one rule found lacking.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Lack {
    /// Rule id.
    pub rule: String,
    /// The facts, with places.
    pub evidence: Vec<Evidence>,
}

/// A paper to hand in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Paper {
    /// File, where one is named.
    pub file: Option<String>,
    /// Kind.
    pub kind: Option<DocumentKind>,
    /// Invoice number.
    pub invoice: Option<String>,
    /// Who issued it.
    pub supplier: Option<String>,
    /// Day of issue, else of the purchase.
    #[schemars(with = "Option<String>")]
    pub day: Option<Day>,
    /// Units it speaks for.
    pub units: Option<u32>,
    /// Where it is named.
    pub at: Option<Place>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_chance_is_that_of_all_draws(good in 0u32..12, more in 0u32..8) {
            let all = good + more;
            let (mut well, mut every) = (0, 0);
            let asked = ASKED.min(all);
            for draw in 0u64..1 << all {
                if draw.count_ones() == asked && all > 0 {
                    every += 1;
                    well += u128::from(draw >> good == 0);
                }
            }
            prop_assert_eq!(Chance::of(good, all), Chance { good: well, all: every });
        }
    }

    #[test]
    fn only_a_sure_thing_reads_as_a_hundred_percent() {
        assert_eq!(Chance::of(9, 10).basis_points(), Some(7000));
        assert_eq!(
            Chance::of(1_000_000, 1_000_000).basis_points(),
            Some(10_000)
        );
        assert_eq!(Chance::of(999_999, 1_000_000).basis_points(), Some(9_999));
        assert_eq!(Chance::of(0, 0).basis_points(), None);
        assert_eq!(Chance::of(u32::MAX, u32::MAX).all, choose(u32::MAX, 3));
    }
}
