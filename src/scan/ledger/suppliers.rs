//! What proves the papers of each supplier: contact, registration number, letter of authorisation.

use crate::checks::Context;
use crate::inventory::SupplierInfo;
use crate::model::{Contact, Field, SupplierPapers, Text};
use crate::text::squeeze;
use std::cmp::Reverse;
use std::collections::HashMap;

/// The suppliers of so many units each, those that lack most first, and the place of each there.
pub(super) fn of(
    cx: &Context<'_>,
    units_of: &HashMap<u32, u64>,
) -> (HashMap<u32, usize>, Vec<SupplierPapers>) {
    let told = units_of.iter().filter_map(|(number, units)| {
        let info = cx.inventory.suppliers().get(*number as usize)?;
        Some((*number, tell(cx, *number, info, *units)))
    });
    let mut told: Vec<(u32, SupplierPapers)> = told.collect();
    told.sort_by_key(|(number, s)| (Reverse(s.lacks.len()), Reverse(s.units), *number));
    let numbers = told.iter().enumerate();
    let places = numbers.map(|(place, (number, _))| (*number, place));
    let places = places.collect();
    (places, told.into_iter().map(|(_, papers)| papers).collect())
}

fn tell(cx: &Context<'_>, number: u32, info: &SupplierInfo, units: u64) -> SupplierPapers {
    let tables = &cx.inventory.tables;
    let master = info.row(tables);
    let text = |text: Text| Some(tables.strings.get(text).to_owned()).filter(|t| !t.is_empty());
    let contacts = || {
        let of_master = master.map(|row| row.contact);
        let bought = cx.inventory.bought_from(number);
        of_master
            .into_iter()
            .chain(bought.map(|p| tables.contact(p.contact)))
    };
    let there = |part: fn(&Contact) -> Text| contacts().any(|c| !part(&c).is_empty());
    let registrations = master.map(|row| row.registration).into_iter();
    let bought = cx.inventory.bought_from(number).map(|p| p.registration);
    let registration = registrations.chain(bought).find_map(text);
    let fields = [
        (Field::Phone, there(|c| c.phone)),
        (Field::Address, there(|c| c.address)),
        (Field::Mail, there(|c| c.mail)),
        (Field::Site, there(|c| c.site)),
        (Field::Registration, registration.is_some()),
    ];
    let those = |wanted: bool| {
        let fields = fields.iter().filter(|(_, there)| *there == wanted);
        fields.map(|(field, _)| *field).collect()
    };
    SupplierPapers {
        name: tables.supplier_names.get(info.name).to_owned(),
        class: info.class,
        has: those(true),
        lacks: those(false),
        registration_well_formed: registration.as_deref().map(well_formed),
        registration,
        loa_brands: master.and_then(|row| text(row.loa_brands)),
        loa_expiry: master.and_then(|row| row.loa_expiry),
        units,
    }
}

/// True for `T` and 13 digits, with or without hyphens, in any width.
fn well_formed(number: &str) -> bool {
    let squeezed = squeeze(number);
    let digits = squeezed.strip_prefix('t').unwrap_or_default();
    digits.len() == 13 && digits.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::well_formed;

    #[test]
    fn a_registration_number_is_t_and_thirteen_digits() {
        for good in [
            "T1234567890123",
            "Ｔ１２３４５６７８９０１２３",
            "T1-2345-6789-0123",
        ] {
            assert!(well_formed(good), "{good}");
        }
        for bad in ["", "T", "1234567890123", "T123456789012", "T12345678901234"] {
            assert!(!well_formed(bad), "{bad}");
        }
    }
}
