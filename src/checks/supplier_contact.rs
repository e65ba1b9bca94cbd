//! `supplier-contact`: a supplier bought from in the window must be reachable.

use super::{Context, Judge};
use crate::model::{Contact, Fact, Facts, Field, Input, Scope, SupplierClass, Text, Told, Verdict};
use serde::Deserialize;

/// Parameters of `supplier-contact`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SupplierContact {
    /// Contact fields that an invoice must show.
    require: Vec<Field>,
    /// Days a purchase counts.
    days: i64,
}

impl Judge for SupplierContact {
    fn scope(&self) -> Scope {
        Scope::Supplier
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Purchases, Input::Suppliers]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, at: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::Purchases) {
            return Verdict::Unknown(Input::Purchases, None);
        }
        let Some(info) = cx.inventory.suppliers().get(at as usize) else {
            return Verdict::NotApplicable;
        };
        let in_window = || {
            cx.inventory
                .bought_from(at)
                .filter(|p| cx.maybe_inside(p.day, self.days))
        };
        let Some(newest) = cx.newest_from(at, self.days) else {
            return Verdict::NotApplicable;
        };
        let class = info.class.or(newest.class);
        if class.is_some_and(|c| c >= SupplierClass::Amazon) {
            // These give no usable paper whatever their address: the matter of `supplier-class`.
            return Verdict::NotApplicable;
        }
        let tables = &cx.inventory.tables;
        let has = |field: Field| {
            info.row(tables)
                .is_some_and(|row| !part(&row.contact, field).is_empty())
                || in_window().any(|p| !part(&tables.contact(p.contact), field).is_empty())
        };
        let missing: Vec<Field> = self.require.iter().copied().filter(|f| !has(*f)).collect();
        if missing.is_empty() {
            return Verdict::Clear;
        }
        // What the ledger line lacks the supplier master may have.
        if !cx.has(Input::Suppliers) {
            return Verdict::Unknown(Input::Suppliers, None);
        }
        if let Some(field) = missing
            .iter()
            .find(|f| !tables.tells(Input::Suppliers, **f))
        {
            return Verdict::Unknown(Input::Suppliers, Some(*field));
        }
        if in_window().all(|p| p.day.is_none()) {
            return Verdict::Unknown(Input::Purchases, Some(Field::Day));
        }
        facts.state(|| {
            let missing = missing.iter().map(|field| field.word()).collect();
            Fact::new("contact-missing")
                .with("supplier", tables.supplier_names.get(info.name))
                .with("fields", Told::Words(missing))
                .at(info.row(tables).map_or(newest.origin, |row| row.origin))
        });
        facts.state(|| {
            Fact::new("contact-purchases")
                .with("purchases", in_window().count() as u64)
                .with("day", newest.day)
                .at(newest.origin)
        });
        Verdict::Risk
    }
}

fn part(contact: &Contact, field: Field) -> Text {
    match field {
        Field::Phone => contact.phone,
        Field::Address => contact.address,
        Field::Mail => contact.mail,
        Field::Site => contact.site,
        _ => Text::EMPTY,
    }
}
