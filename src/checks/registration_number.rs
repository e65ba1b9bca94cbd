//! `registration-number`: the qualified-invoice number of a supplier, as far as it tells offline.

use super::{Context, Judge};
use crate::inventory::SupplierInfo;
use crate::model::{
    Fact, Facts, Field, Input, Origin, Purchase, Scope, SupplierClass, Text, Verdict,
};
use crate::text::registration_number;
use serde::Deserialize;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Look {
    /// T and thirteen digits.
    Form,
    /// Whether the first digit is the check digit of the other twelve.
    CheckDigit,
}

/// Parameters of `registration-number`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RegistrationNumber {
    /// What is looked at.
    look: Look,
    /// Days a purchase counts.
    days: i64,
}

impl Judge for RegistrationNumber {
    fn scope(&self) -> Scope {
        Scope::Supplier
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Purchases, Input::Suppliers]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, at: u32, facts: &mut Facts<'a>) -> Verdict {
        let (info, newest) = match bought_lately(cx, at, self.days) {
            Ok(found) => found,
            Err(verdict) => return verdict,
        };
        let Some((number, origin)) = written(cx, at, info) else {
            return match (cx.has(Input::Suppliers), newest.class.or(info.class)) {
                (false, _) => Verdict::Unknown(Input::Suppliers, None),
                _ => Verdict::Unknown(Input::Suppliers, Some(Field::Registration)),
            };
        };
        let text = cx.text(number);
        let digits = registration_number(text);
        let key = match (self.look, digits) {
            (Look::Form, Some(_)) => return Verdict::Clear,
            (Look::Form, None) => "registration-form",
            // What has not the form is the matter of the other rule.
            (Look::CheckDigit, None) => return Verdict::NotApplicable,
            (Look::CheckDigit, Some(number)) if number.is_corporate() => return Verdict::Clear,
            (Look::CheckDigit, Some(_)) => "registration-check-digit",
        };
        facts.state(|| {
            Fact::new(key)
                .with(
                    "supplier",
                    cx.inventory.tables.supplier_names.get(info.name),
                )
                .with("number", text)
                .at(origin)
        });
        Verdict::Risk
    }
}

/// A supplier and its newest purchase in the window.
///
/// # Errors
/// Why it is not looked at: no ledger, nothing bought there lately, or no supplier with papers.
pub(super) fn bought_lately<'a>(
    cx: &Context<'a>,
    at: u32,
    days: i64,
) -> Result<(&'a SupplierInfo, &'a Purchase), Verdict> {
    if !cx.has(Input::Purchases) {
        return Err(Verdict::Unknown(Input::Purchases, None));
    }
    let inventory = cx.inventory;
    let info = inventory
        .suppliers()
        .get(at as usize)
        .ok_or(Verdict::NotApplicable)?;
    let newest = cx.newest_from(at, days).ok_or(Verdict::NotApplicable)?;
    let class = info.class.or(newest.class);
    match class {
        Some(class) if class >= SupplierClass::Amazon => Err(Verdict::NotApplicable),
        _ => Ok((info, newest)),
    }
}

/// The number of the master, else of a purchase.
pub(super) fn written(cx: &Context<'_>, at: u32, info: &SupplierInfo) -> Option<(Text, Origin)> {
    let tables = &cx.inventory.tables;
    let master = info.row(tables).map(|row| (row.registration, row.origin));
    let line = cx.inventory.registered_by(at);
    let line = line.map(|p| (p.registration, p.origin));
    let mut told = master.into_iter().chain(line);
    told.find(|(number, _)| !number.is_empty())
}
