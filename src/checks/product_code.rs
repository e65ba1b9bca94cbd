//! `product-code`: a JAN or ISBN whose check digit is wrong, in the listing or in the purchases.

use super::{Context, Judge};
use crate::model::{Asin, Fact, Facts, Field, Input, Scope, Verdict};
use serde::Deserialize;

/// `product-code` has no parameters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProductCode {}

impl Judge for ProductCode {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Listings, Input::Purchases]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, facts: &mut Facts<'a>) -> Verdict {
        let inventory = cx.inventory;
        let mut seen = false;
        if let Some(asin) = inventory.asin(page).filter(Asin::is_isbn) {
            seen = true;
            if !isbn10(asin.as_str().as_bytes())
                && let Some(origin) = cx.page_origin(page)
            {
                facts.state(|| Fact::new("isbn-check-digit").with("code", asin).at(origin));
            }
        }
        let listings = inventory
            .items(page)
            .iter()
            .map(|i| inventory.item(*i))
            .map(|l| (l.jan, l.bad_jan, l.origin));
        let purchases = inventory
            .purchases(page)
            .iter()
            .map(|p| (p.jan, p.bad_jan, p.origin));
        for (jan, bad, origin) in listings.chain(purchases) {
            seen |= jan.is_some() || !bad.is_empty();
            if !bad.is_empty() {
                facts.state(|| {
                    Fact::new("code-check-digit")
                        .with("code", cx.text(bad))
                        .at(origin)
                });
            }
        }
        match (facts.is_empty(), seen) {
            (false, _) => Verdict::Risk,
            (true, _) if !cx.has(Input::Purchases) => Verdict::Unknown(Input::Purchases, None),
            (true, _) if !cx.has(Input::Listings) => Verdict::Unknown(Input::Listings, None),
            (true, true) => Verdict::Clear,
            (true, false) => Verdict::Unknown(Input::Listings, Some(Field::Jan)),
        }
    }
}

/// ISBN-10: weights 10 to 1, sum divisible by 11, `X` is 10 (ISO 2108).
fn isbn10(code: &[u8]) -> bool {
    let digit = |c: &u8| if *c == b'X' { 10 } else { u32::from(c - b'0') };
    code.iter()
        .zip((1..=10).rev())
        .map(|(c, weight)| digit(c) * weight)
        .sum::<u32>()
        % 11
        == 0
}
