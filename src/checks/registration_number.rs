//! `registration-number`: the qualified-invoice number of a supplier, as far as it tells offline.

use super::{Context, Judge};
use crate::inventory::SupplierInfo;
use crate::model::{
    Fact, Facts, Field, Input, Origin, Purchase, Scope, SupplierClass, Text, Verdict,
};
use crate::text::fold;
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
        let digits = digits(text);
        let key = match (self.look, digits) {
            (Look::Form, Some(_)) => return Verdict::Clear,
            (Look::Form, None) => "registration-form",
            // What has not the form is the matter of the other rule.
            (Look::CheckDigit, None) => return Verdict::NotApplicable,
            (Look::CheckDigit, Some(digits)) if is_corporate(digits) => return Verdict::Clear,
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
fn written(cx: &Context<'_>, at: u32, info: &SupplierInfo) -> Option<(Text, Origin)> {
    let tables = &cx.inventory.tables;
    let master = info.row(tables).map(|row| (row.registration, row.origin));
    let line = cx.inventory.registered_by(at);
    let line = line.map(|p| (p.registration, p.origin));
    let mut told = master.into_iter().chain(line);
    told.find(|(number, _)| !number.is_empty())
}

/// The thirteen digits behind the T.
fn digits(text: &str) -> Option<[u8; 13]> {
    let mut folded = fold(text);
    folded.retain(|c| !c.is_whitespace() && !matches!(c, '-' | '‐' | '−' | '–'));
    let digits = folded.strip_prefix('t')?;
    let digits: [u8; 13] = digits.as_bytes().try_into().ok()?;
    let all = digits.iter().all(u8::is_ascii_digit);
    all.then(|| digits.map(|c| c - b'0'))
}

/// True when the first digit is that of a corporate number.
///
/// 9 - (sum of the other digits, weighted 1 and 2 from the last) mod 9; source: 法人番号の指定等に
/// 関する省令, article 2.
fn is_corporate(digits: [u8; 13]) -> bool {
    let rest = digits
        .iter()
        .skip(1)
        .rev()
        .zip([1u32, 2].into_iter().cycle());
    let sum: u32 = rest.map(|(digit, weight)| u32::from(*digit) * weight).sum();
    u32::from(digits[0]) == 9 - sum % 9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_known_in_every_writing() {
        // 国税庁, 7000012050002: the number of the tax agency itself.
        for text in [
            "T7000012050002",
            "ｔ７００００１２０５０００２",
            "T7-0000-1205-0002",
            " T 7000012050002",
        ] {
            assert_eq!(digits(text).map(is_corporate), Some(true), "{text}");
        }
        assert_eq!(digits("T8000012050002").map(is_corporate), Some(false));
        for text in [
            "7000012050002",
            "T700001205000",
            "T70000120500022",
            "T700001205000X",
            "",
        ] {
            assert_eq!(digits(text), None, "{text}");
        }
    }
}
