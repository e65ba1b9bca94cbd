//! `registered-number`: the qualified-invoice number of a supplier against what the tax agency
//! publishes of it.

use super::papers::{alike, core};
use super::registration_number::{bought_lately, written};
use super::{Context, Judge};
use crate::model::{Fact, Facts, Field, Input, Purchase, Registration, Scope, Verdict};
use crate::text::registration_number;
use serde::Deserialize;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Look {
    /// Whether the number is published at all.
    Published,
    /// Whether it was valid on the day of the newest purchase.
    Valid,
    /// Whether the published name is that of the supplier.
    Name,
}

/// Parameters of `registered-number`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RegisteredNumber {
    /// What is looked at.
    look: Look,
    /// Days a purchase counts.
    days: i64,
    /// List of legal forms of companies, left out when names are compared.
    forms: String,
}

impl Judge for RegisteredNumber {
    fn scope(&self) -> Scope {
        Scope::Supplier
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Purchases, Input::Suppliers, Input::Registry]
    }

    fn lists(&self) -> Vec<String> {
        vec![self.forms.clone()]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, at: u32, facts: &mut Facts<'a>) -> Verdict {
        let (info, newest) = match bought_lately(cx, at, self.days) {
            Ok(found) => found,
            Err(verdict) => return verdict,
        };
        if !cx.has(Input::Registry) {
            return Verdict::Unknown(Input::Registry, None);
        }
        let Some((number, origin)) = written(cx, at, info) else {
            return Verdict::Unknown(Input::Suppliers, Some(Field::Registration));
        };
        // What has not the form is the matter of another rule.
        let Some(digits) = registration_number(cx.text(number)) else {
            return Verdict::NotApplicable;
        };
        let tables = &cx.inventory.tables;
        let Some(row) = tables.registration_of(digits.value()) else {
            return Verdict::Unknown(Input::Registry, None);
        };
        let supplier = tables.supplier_names.get(info.name);
        let key = match (self.look, row.found) {
            (Look::Published, true) => return Verdict::Clear,
            (Look::Published, false) => "registration-unpublished",
            (_, false) => return Verdict::NotApplicable,
            (Look::Valid, true) => match over(cx, row, newest) {
                false => return Verdict::Clear,
                true => "registration-over",
            },
            (Look::Name, true) => match self.fits(cx, supplier, row) {
                None => return Verdict::Unknown(Input::Registry, None),
                Some(true) => return Verdict::Clear,
                Some(false) => "registration-other-name",
            },
        };
        facts.state(|| {
            Fact::new(key)
                .with("supplier", supplier)
                .with("number", cx.text(number))
                .with("name", cx.text(row.name))
                .with("from", row.from)
                .with("until", row.until)
                .with("day", row.asked)
                .at(origin)
        });
        Verdict::Risk
    }
}

impl RegisteredNumber {
    /// `None` where no name is published: of a sole trader it may not be.
    fn fits(&self, cx: &Context<'_>, supplier: &str, row: &Registration) -> Option<bool> {
        let names = [row.name, row.trade_name].map(|name| cx.text(name));
        let mut names = names.into_iter().filter(|name| !name.is_empty()).peekable();
        names.peek()?;
        let own = core(cx, supplier, &self.forms);
        let mut cores = names.map(|name| core(cx, name, &self.forms));
        Some(cores.any(|name| alike(&own, &name)))
    }
}

/// True when the number did not hold on the day of the purchase, or today where no day is told.
fn over(cx: &Context<'_>, row: &Registration, newest: &Purchase) -> bool {
    let day = newest.day.unwrap_or(cx.policy.today);
    row.until.is_some_and(|until| until <= day) || row.from.is_some_and(|from| from > day)
}
