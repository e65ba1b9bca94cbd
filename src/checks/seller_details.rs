//! `seller-details`: the seller details that the law asks for, as the seller states them.

use super::forms::{Phone, Phones};
use super::{Context, Judge};
use crate::model::{Fact, Facts, Field, Input, Scope, SellerDetail, Told, Verdict};
use crate::text::fold;
use serde::Deserialize;

/// Parameters of `seller-details`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SellerDetails {
    /// Which details have to be shown.
    require: Vec<SellerDetail>,
    /// How phone numbers of Japan are written.
    phone: Phones,
}

impl Judge for SellerDetails {
    fn scope(&self) -> Scope {
        Scope::Account
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Account]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, _account: u32, facts: &mut Facts<'a>) -> Verdict {
        let Some(account) = &cx.policy.account else {
            return Verdict::Unknown(Input::Account, None);
        };
        let mut untold = false;
        for detail in &self.require {
            let key = match account.details.get(detail) {
                None => {
                    untold = true;
                    continue;
                }
                Some(None) => ("detail-not-shown", ""),
                Some(Some(text)) if self.fits(*detail, text) => continue,
                Some(Some(text)) => ("detail-form", text.as_str()),
            };
            facts.state(|| {
                let fact = Fact::new(key.0).with("detail", Told::Word(detail.word()));
                match key.1 {
                    "" => fact,
                    text => fact.with("value", text),
                }
            });
        }
        match (facts.is_empty(), untold) {
            (false, _) => Verdict::Risk,
            (true, true) => Verdict::Unknown(Input::Account, Some(Field::SellerDetails)),
            (true, false) => Verdict::Clear,
        }
    }
}

impl SellerDetails {
    fn fits(&self, detail: SellerDetail, text: &str) -> bool {
        let text = text.trim();
        match detail {
            SellerDetail::Phone => self.phone.look(text) != Phone::Wrong,
            // An address ends in a number, be it in kanji.
            SellerDetail::Address => fold(text)
                .chars()
                .any(|c| c.is_numeric() || "一二三四五六七八九十".contains(c)),
            SellerDetail::Name | SellerDetail::Manager => text.chars().any(char::is_alphabetic),
        }
    }
}
