//! `repeat-notice`: an offer of the ASIN, rights holder or supplier that an earlier notice was about.

use super::papers::{alike, core};
use super::{Context, Judge};
use crate::model::{Case, Fact, Facts, Field, Input, NoticeKind, Scope, Told, Verdict};
use crate::text::squeeze;
use serde::Deserialize;

/// What an offer has in common with an earlier notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum By {
    /// The ASIN.
    Asin,
    /// The brand of the rights holder.
    RightsHolder,
    /// A supplier of the goods.
    Supplier,
}

/// Parameters of `repeat-notice`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RepeatNotice {
    /// What is compared.
    by: By,
    /// Kinds of notices that count.
    kinds: Vec<NoticeKind>,
    /// List of legal forms of companies, left out of names.
    #[serde(default)]
    forms: Option<String>,
}

impl Judge for RepeatNotice {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        let mut inputs = vec![Input::Notices, Input::Listings];
        if self.by == By::Supplier {
            inputs.push(Input::Purchases);
        }
        inputs
    }

    fn lists(&self) -> Vec<String> {
        self.forms.iter().cloned().collect()
    }

    fn settled(&self, cx: &Context<'_>) -> Option<Verdict> {
        (!cx.has(Input::Notices)).then_some(Verdict::Unknown(Input::Notices, None))
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, facts: &mut Facts<'a>) -> Verdict {
        if let Some(verdict) = self.settled(cx) {
            return verdict;
        }
        let cases = &cx.inventory.tables.cases;
        if !cases.iter().any(|case| self.kinds.contains(&case.kind)) {
            return Verdict::Clear;
        }
        // Goods that are neither offered nor held cannot draw a second notice.
        let items = cx.inventory.items(page);
        let live = items.iter().any(|item| cx.live(*item));
        let untold = |item: &u32| cx.inventory.units_held(*item).is_none();
        if !live && !items.iter().any(untold) {
            return Verdict::Clear;
        }
        let cases = cases.iter().filter(|case| self.kinds.contains(&case.kind));
        let mut found = facts.apart();
        let verdict = match self.by {
            By::Asin => same_asin(cx, page, cases, &mut found),
            By::RightsHolder => self.same_holder(cx, page, cases, &mut found),
            By::Supplier => same_supplier(cx, page, cases, &mut found),
        };
        if verdict == Verdict::Risk && !live {
            return Verdict::Unknown(Input::Stock, None);
        }
        facts.append(found);
        verdict
    }
}

fn told(facts: &Facts<'_>) -> Verdict {
    match facts.is_empty() {
        true => Verdict::Clear,
        false => Verdict::Risk,
    }
}

/// What every fact tells of the earlier notice.
fn fact<'a>(key: &'static str, case: &'a Case) -> Fact<'a> {
    Fact::new(key)
        .with("id", case.id.as_str())
        .with("kind", Told::Word(case.kind.word()))
        .with("received", case.received)
        .at(case.origin)
}

fn same_asin<'a>(
    cx: &Context<'a>,
    page: u32,
    cases: impl Iterator<Item = &'a Case>,
    facts: &mut Facts<'a>,
) -> Verdict {
    let Some(asin) = cx.inventory.asin(page) else {
        return Verdict::Unknown(Input::Listings, Some(Field::Asin));
    };
    for case in cases.filter(|case| case.asins.contains(&asin)) {
        facts.state(|| fact("notice-same-asin", case).with("asin", asin));
    }
    told(facts)
}

impl RepeatNotice {
    fn same_holder<'a>(
        &self,
        cx: &Context<'a>,
        page: u32,
        cases: impl Iterator<Item = &'a Case>,
        facts: &mut Facts<'a>,
    ) -> Verdict {
        let forms = self.forms.as_deref().unwrap_or_default();
        let asin = cx.inventory.asin(page);
        let brand = cx.inventory.brand_field(page).unwrap_or_default();
        let title = cx.inventory.title(page);
        if brand.is_empty() && title.is_empty() {
            return Verdict::Unknown(Input::Listings, Some(Field::Title));
        }
        for case in cases.filter(|case| !case.rights_holder.is_empty()) {
            // The ASIN itself is another rule's.
            if asin.is_some_and(|asin| case.asins.contains(&asin)) {
                continue;
            }
            let holder = core(cx, &case.rights_holder, forms);
            let of_brand = !brand.is_empty() && alike(&core(cx, brand, forms), &holder);
            // A name of two letters stands in too many titles.
            let long = holder.chars().count() > 3;
            if of_brand || (long && squeeze(title).contains(&holder)) {
                facts.state(|| {
                    fact("notice-same-holder", case).with("holder", case.rights_holder.as_str())
                });
            }
        }
        told(facts)
    }
}

fn same_supplier<'a>(
    cx: &Context<'a>,
    page: u32,
    cases: impl Iterator<Item = &'a Case>,
    facts: &mut Facts<'a>,
) -> Verdict {
    if !cx.has(Input::Purchases) {
        return Verdict::Unknown(Input::Purchases, None);
    }
    let inventory = cx.inventory;
    let asin = inventory.asin(page);
    let all = &inventory.tables.cases;
    let own = inventory.purchases(page);
    let named = own.iter().any(|purchase| purchase.supplier.is_some());
    let mut untold = false;
    for case in cases {
        if asin.is_some_and(|asin| case.asins.contains(&asin)) {
            continue;
        }
        untold |= !named || !inventory.noticed().tells(&case.asins);
        let blames = |name| {
            let mut noticed = inventory.noticed().of(name);
            noticed.any(|at| {
                all.get(at as usize)
                    .is_some_and(|other| other.id == case.id)
            })
        };
        if let Some(purchase) = own
            .iter()
            .find(|purchase| purchase.supplier.is_some_and(blames))
        {
            facts.state(|| {
                fact("notice-same-supplier", case).with("supplier", cx.supplier(purchase))
            });
        }
    }
    match told(facts) {
        Verdict::Clear if untold => Verdict::Unknown(Input::Purchases, Some(Field::Supplier)),
        verdict => verdict,
    }
}
