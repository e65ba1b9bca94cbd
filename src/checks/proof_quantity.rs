//! `proof-quantity`: documented units in the window must cover what was sold, or what is in stock.

use super::proofs::{Standing, before, standing};
use super::{Context, Judge};
use crate::inventory::{Proof, StockTotal, day_number};
use crate::model::{DocumentKind, Fact, Facts, Field, Input, Scope, Text, Told, Verdict};
use serde::Deserialize;

/// What the documented units are held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Against {
    /// Units sold in the same window (authenticity inquiry).
    Sales,
    /// Stock on hand, reserved and inbound (three-ASIN document request).
    Stock,
}

/// Parameters of `proof-quantity`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProofQuantity {
    /// Days a document counts from its issue.
    days: i64,
    /// Kinds of documents that Amazon accepts.
    kinds: Vec<DocumentKind>,
    /// What the units must cover.
    against: Against,
    /// Contact fields without which a document does not count; empty: contact is another rule.
    contact: Vec<Field>,
    /// Days after the first of the window by which the sales reports must begin to speak for all of
    /// it; a slow account does not sell every day.
    #[serde(default)]
    begin: i64,
}

impl Judge for ProofQuantity {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        let held = if self.against == Against::Sales {
            Input::Sales
        } else {
            Input::Stock
        };
        vec![Input::Purchases, Input::Documents, held]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, facts: &mut Facts<'a>) -> Verdict {
        let covered = self.against == Against::Stock || self.sales_cover(cx, page);
        let needed = match self.needed(cx, page) {
            Ok(0) if !covered => return Verdict::Unknown(Input::Sales, Some(Field::Day)),
            Ok(0) => return Verdict::NotApplicable,
            Ok(needed) => needed,
            Err(unknown) => return unknown,
        };
        match before(cx, page, self.days) {
            // Sold out and never bought: no other rule sees it.
            Some(Verdict::NotApplicable) if cx.inventory.sold_out(page) => {}
            Some(verdict) => return verdict,
            None => {}
        }
        let (mut proven, mut untold) = (0u64, None);
        for proof in cx.inventory.proofs(page) {
            match (standing(cx, &proof, self.days, &self.kinds), proof.units) {
                (Standing::Counts(_), _) if !self.reachable(cx, &proof) => {}
                (Standing::Counts(_), None) => untold = untold.or(Some(Field::Units)),
                (Standing::Counts(_), Some(units)) => proven += u64::from(units),
                (Standing::Untold(field), _) => untold = untold.or(Some(field)),
                _ => {}
            }
        }
        if proven >= needed {
            // A part of the sales may be covered where the whole is not.
            return if covered {
                Verdict::Clear
            } else {
                Verdict::Unknown(Input::Sales, Some(Field::Day))
            };
        }
        if let Some(field) = untold {
            return Verdict::Unknown(Input::Documents, Some(field));
        }
        if cx
            .inventory
            .shared_purchases(page)
            .any(|p| cx.maybe_inside(p.day, self.days))
        {
            return Verdict::Unknown(Input::Purchases, Some(Field::Asin));
        }
        let key = if self.against == Against::Sales {
            "units-short-sales"
        } else {
            "units-short-stock"
        };
        facts.state(|| Fact {
            at: cx.page_origin(page),
            ..Fact::new(key)
                .with("needed", needed)
                .with("proven", proven)
                .with("short", needed - proven)
                .with("days", self.days)
        });
        facts.add(|| {
            cx.inventory.proofs(page).filter_map(|proof| {
                let counts = standing(cx, &proof, self.days, &self.kinds);
                let counts = matches!(counts, Standing::Counts(_)) && self.reachable(cx, &proof);
                Some(documented(&proof, proof.units.filter(|_| counts)?))
            })
        });
        Verdict::Risk
    }
}

impl ProofQuantity {
    fn needed(&self, cx: &Context<'_>, page: u32) -> Result<u64, Verdict> {
        match self.against {
            Against::Sales if !cx.has(Input::Sales) => Err(Verdict::Unknown(Input::Sales, None)),
            Against::Sales => Ok(cx.sold(page, self.days)),
            Against::Stock => {
                cx.inventory
                    .page_units(page, StockTotal::to_prove)
                    .ok_or(if cx.has(Input::Stock) {
                        Verdict::Unknown(Input::Listings, Some(Field::Quantity))
                    } else {
                        Verdict::Unknown(Input::Stock, None)
                    })
            }
        }
    }

    /// True when the sales reports tell of all sales of a page in the window: they begin with it, or
    /// with the account, or before the first unit of the page was bought.
    fn sales_cover(&self, cx: &Context<'_>, page: u32) -> bool {
        // Reports without days (the business report) do not tell their period.
        let Some((from, _)) = cx.inventory.sales_span() else {
            return false;
        };
        let opened = cx.policy.account.as_ref().and_then(|a| a.opened);
        let window = i64::from(cx.today) - self.days;
        let start = opened.map_or(window, |day| window.max(day_number(day).into()));
        if i64::from(day_number(from)) - start <= self.begin {
            return true;
        }
        let bought = cx.inventory.purchases(page);
        !bought.is_empty() && bought.iter().all(|p| p.day.is_some_and(|day| day >= from))
    }

    /// True when the supplier behind a proof can be reached as the rule demands.
    fn reachable(&self, cx: &Context<'_>, proof: &Proof) -> bool {
        let tables = &cx.inventory.tables;
        let master = proof
            .supplier
            .and_then(|s| cx.inventory.supplier(s).row(tables));
        self.contact.iter().all(|field| {
            let of = |c: &crate::model::Contact| match field {
                Field::Phone => c.phone,
                Field::Address => c.address,
                Field::Mail => c.mail,
                Field::Site => c.site,
                _ => Text::EMPTY,
            };
            match field {
                Field::Supplier => proof.supplier.is_some(),
                _ => {
                    proof.contact(tables).is_some_and(|c| !of(&c).is_empty())
                        || master.is_some_and(|m| !of(&m.contact).is_empty())
                }
            }
        })
    }
}

fn documented<'a>(proof: &Proof, units: u32) -> Fact<'a> {
    Fact::new("units-documented")
        .with("units", units)
        .with("day", proof.day)
        .with("kind", proof.kind.map(|k| Told::Word(k.word())))
        .at(proof.origin)
}
