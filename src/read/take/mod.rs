//! One row to one record, a file per kind of input.

mod catalog;
mod documents;
mod later;
mod listings;
mod purchases;
mod returns;
mod sales;
mod shipment;
mod stock;
mod suppliers;

pub use documents::IndexRow;

use super::cursor::Cursor;
use super::rows::Row;
use crate::model::{Contact, ContactId, Field, Input, Name, Tables, Text};
use later::Later;

/// What the takers keep between rows and files.
#[derive(Debug, Default)]
pub struct Desk {
    /// The tables that grow.
    pub tables: Tables,
    /// Rows of document indexes, until all files are read.
    pub index: Vec<IndexRow>,
    /// Contacts last seen of each supplier, so that a ledger that repeats them keeps them once.
    contacts: Vec<Contacts>,
    /// Rows of the last table that still wait for their SKU.
    later: Later,
}

/// The contacts last seen of one supplier.
#[derive(Clone, Copy, Debug, Default)]
struct Contacts {
    /// The last two that differ: many ledgers leave out now one part, now another.
    kept: [(ContactId, Contact); 2],
    /// The text last seen of each part.
    texts: Contact,
}

impl Desk {
    /// Takes one row; false when the row could not be taken.
    pub fn take(&mut self, cursor: &mut Cursor<'_>, row: &Row<'_>) -> bool {
        match cursor.plan.input {
            Input::Listings => listings::take(self, cursor, row),
            Input::Stock => stock::take(self, cursor, row),
            Input::Sales => sales::take(self, cursor, row),
            Input::Returns => returns::take(self, cursor, row),
            Input::Purchases => purchases::take(self, cursor, row),
            Input::Suppliers => suppliers::take(self, cursor, row),
            Input::Documents => documents::take(self, cursor, row),
            Input::Catalog => catalog::take(self, cursor, row),
            Input::Pledges => catalog::take_pledge(self, cursor, row),
            Input::Shipment => shipment::take(self, cursor, row),
            // No table holds these.
            Input::Account
            | Input::OwnLists
            | Input::Health
            | Input::Notices
            | Input::History
            | Input::Restrictions
            | Input::Eligibility
            | Input::ListingIssues
            | Input::Registry => false,
        }
    }

    /// Ends the table of one kind: no row waits for its SKU any more.
    pub fn settle(&mut self, input: Input) {
        match input {
            Input::Listings => listings::settle(self),
            Input::Sales => sales::settle(self),
            Input::Purchases => purchases::settle(self),
            _ => {}
        }
    }

    /// The supplier on a row, else the one that the mapping or the shape names for all.
    fn supplier(&mut self, cursor: &mut Cursor<'_>, row: &Row<'_>) -> Option<Name> {
        let names = &mut self.tables.supplier_names;
        let named = cursor.name(row, Field::Supplier, names);
        let fixed = || names.intern(cursor.plan.supplier.as_deref().unwrap_or_default());
        named.or_else(fixed)
    }

    /// The contact on a row, sharing that of the supplier's last row where it is the same.
    fn contact(
        &mut self,
        cursor: &mut Cursor<'_>,
        row: &Row<'_>,
        supplier: Option<Name>,
    ) -> ContactId {
        let place = supplier.map(|s| s.index());
        let known = place.and_then(|p| self.contacts.get(p).copied());
        let Contacts { kept, mut texts } = known.unwrap_or_default();
        let strings = &mut self.tables.strings;
        let mut part = |field, last: &mut Text| {
            if !cursor.has(field) {
                return Text::EMPTY;
            }
            if !last.is_empty() && cursor.is_plainly(row, field, strings.bytes(*last)) {
                return *last;
            }
            let text = cursor.text(row, field);
            if text.is_empty() {
                return Text::EMPTY;
            }
            if strings.bytes(*last) != text.as_bytes() {
                *last = strings.add(&text);
            }
            *last
        };
        let contact = Contact {
            phone: part(Field::Phone, &mut texts.phone),
            address: part(Field::Address, &mut texts.address),
            mail: part(Field::Mail, &mut texts.mail),
            site: part(Field::Site, &mut texts.site),
        };
        let [first, second] = kept;
        let [first, second] = if second.1 == contact {
            [second, first]
        } else if first.1 == contact {
            [first, second]
        } else {
            let id = self.tables.keep_contact(contact, ContactId::default());
            [(id, contact), first]
        };
        if let Some(place) = place {
            if self.contacts.len() <= place {
                self.contacts.resize(place + 1, Contacts::default());
            }
            self.contacts[place] = Contacts {
                kept: [first, second],
                texts,
            };
        }
        first.0
    }
}
