//! `contact-form`: a phone, mail address or site of a supplier that cannot be one.

use super::forms::{Phone, Phones, is_mail, is_site};
use super::registration_number::bought_lately;
use super::{Context, Judge};
use crate::model::{Contact, Fact, Facts, Field, Input, Origin, Scope, Text, Told, Verdict};
use serde::Deserialize;

/// Parameters of `contact-form`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContactForm {
    /// How phone numbers of Japan are written.
    phone: Phones,
    /// Days a purchase counts.
    days: i64,
}

impl Judge for ContactForm {
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
        let tables = &cx.inventory.tables;
        let (mut any, name) = (false, tables.supplier_names.get(info.name));
        let mut look = |contact: Contact, origin: Origin| {
            for (field, text) in fields(&contact) {
                any |= !text.is_empty();
                if !text.is_empty() && !self.fits(field, cx.text(text)) {
                    facts.state(|| {
                        Fact::new("contact-form")
                            .with("supplier", name)
                            .with("field", Told::Word(field.word()))
                            .with("value", cx.text(text))
                            .at(origin)
                    });
                }
            }
        };
        match info.row(tables) {
            Some(row) => look(row.contact, row.origin),
            // A ledger repeats the contact on every line: the newest one stands for all.
            None => look(tables.contact(newest.contact), newest.origin),
        }
        match (facts.is_empty(), any) {
            (false, _) => Verdict::Risk,
            (true, true) => Verdict::Clear,
            (true, false) if !cx.has(Input::Suppliers) => Verdict::Unknown(Input::Suppliers, None),
            // That nothing is stated is the matter of `supplier-contact`.
            (true, false) => Verdict::NotApplicable,
        }
    }
}

impl ContactForm {
    fn fits(&self, field: Field, text: &str) -> bool {
        match field {
            Field::Phone => self.phone.look(text) != Phone::Wrong,
            Field::Mail => is_mail(text),
            _ => is_site(text),
        }
    }
}

fn fields(contact: &Contact) -> [(Field, Text); 3] {
    [
        (Field::Phone, contact.phone),
        (Field::Mail, contact.mail),
        (Field::Site, contact.site),
    ]
}
