//! A batch of candidates as the tables that reading an account would give.

use super::Buyer;
use crate::model::{
    Candidate, Case, CatalogRow, Contact, ContactId, Field, FileId, Input, InputFile, Listing,
    Name, Origin, Pledge, Purchase, Supplier, Tables, Text,
};
use std::fmt::Write;

/// The file of the candidates; the account's files follow it.
const OWN: FileId = FileId(0);

impl Buyer<'_> {
    /// Every candidate is a listing, a row of the catalogue and a purchase of today; what the
    /// account knows of its ASIN and its supplier stands beside it.
    pub(super) fn tables(&self, batch: &[Candidate]) -> Tables {
        let mut tables = self.empty();
        let mut sku = String::new();
        for candidate in batch {
            sku.clear();
            // Writing to a string cannot fail.
            let _ = write!(sku, "{}", candidate.line);
            // Line numbers end at four billion; candidates must stay apart all the same.
            while tables.skus.find(&sku).is_some() {
                sku.push('+');
            }
            let Some(sku) = tables.skus.intern(&sku) else {
                continue;
            };
            self.listing(&mut tables, candidate, sku);
            self.catalog(&mut tables, candidate);
            let supplier = self.supplier(&mut tables, &candidate.supplier);
            tables.purchases.push(Purchase {
                supplier,
                ..self.purchase(candidate, sku)
            });
            self.line(&mut tables, candidate, sku);
            let pledge = candidate.asin.and_then(|asin| self.known.pledge(asin));
            tables.pledges.extend(pledge.map(|pledge| Pledge {
                origin: behind(pledge.origin),
                remark: Text::EMPTY,
                ..*pledge
            }));
        }
        self.fetched(&mut tables, batch);
        tables
    }

    fn empty(&self) -> Tables {
        let mut tables = Tables::default();
        tables.files.push(InputFile {
            path: String::new(),
            shape: None,
            input: Some(Input::Listings),
            encoding: String::new(),
            rows: 0,
            rows_bad: 0,
            left_columns: Vec::new(),
        });
        tables.given = self.known.given();
        let lines = [Input::Listings, Input::Purchases, Input::Catalog];
        for input in lines {
            tables.given.insert(input);
        }
        let notices = self.known.notices().iter().cloned();
        tables.cases = notices
            .map(|case| Case {
                origin: behind(case.origin),
                ..case
            })
            .collect();
        // A line may tell every field.
        let told = lines
            .into_iter()
            .zip([Field::Note, Field::Route, Field::Brand]);
        tables.fields.extend(told.chain(self.known.fields()));
        tables
    }

    fn listing(&self, tables: &mut Tables, candidate: &Candidate, sku: Name) {
        let title = match (candidate.title.is_empty(), candidate.asin) {
            (true, Some(asin)) => self.known.title(asin),
            _ => &candidate.title,
        };
        let listing = Listing {
            origin: own(candidate),
            sku,
            asin: candidate.asin,
            jan: candidate.jan,
            bad_jan: tables.strings.add(&candidate.bad_jan),
            title: tables.strings.add(title),
            note: tables.strings.add(&candidate.note),
            condition: candidate.condition,
            price: candidate.list_price,
            quantity: None,
            channel: None,
            status: None,
        };
        tables.listings.push(listing);
    }

    fn catalog(&self, tables: &mut Tables, candidate: &Candidate) {
        let known = candidate.asin.and_then(|asin| self.known.catalog(asin));
        let told = !candidate.brand.is_empty() || !candidate.manufacturer.is_empty();
        let (brand, manufacturer) = match known {
            Some(row) if !told => (
                self.known.text(row.brand),
                self.known.text(row.manufacturer),
            ),
            _ => (candidate.brand.as_str(), candidate.manufacturer.as_str()),
        };
        let distribution = known.and_then(|row| row.distribution);
        let row = CatalogRow {
            origin: match known {
                Some(row) if !told || distribution.is_some() => behind(row.origin),
                _ => own(candidate),
            },
            asin: candidate.asin,
            brand: tables.strings.add(brand),
            manufacturer: tables.strings.add(manufacturer),
            jan: None,
            list_price: None,
            parent: None,
            distribution,
        };
        tables.catalog.push(row);
    }

    /// The name of a supplier, with the rows that the account's master has of it.
    fn supplier(&self, tables: &mut Tables, name: &str) -> Option<Name> {
        if let Some(name) = tables.supplier_names.find(name) {
            return Some(name);
        }
        let interned = tables.supplier_names.intern(name)?;
        for row in self.known.suppliers(name) {
            let strings = &mut tables.strings;
            let mut copy = |text: Text| strings.add(self.known.text(text));
            let supplier = Supplier {
                origin: behind(row.origin),
                name: interned,
                contact: Contact {
                    phone: copy(row.contact.phone),
                    address: copy(row.contact.address),
                    mail: copy(row.contact.mail),
                    site: copy(row.contact.site),
                },
                registration: copy(row.registration),
                loa_brands: copy(row.loa_brands),
                ..*row
            };
            tables.suppliers.push(supplier);
        }
        Some(interned)
    }

    fn purchase(&self, candidate: &Candidate, sku: Name) -> Purchase {
        Purchase {
            origin: own(candidate),
            day: Some(self.policy.today),
            sku: Some(sku),
            asin: candidate.asin,
            jan: candidate.jan,
            // The listing tells of a wrong code already.
            bad_jan: Text::EMPTY,
            title: Text::EMPTY,
            units: candidate.units,
            unit_cost: candidate.price,
            supplier: None,
            contact: ContactId::default(),
            class: candidate.class,
            route: candidate.route,
            file: Text::EMPTY,
            document_kind: None,
            invoice: Text::EMPTY,
            registration: Text::EMPTY,
            remark: Text::EMPTY,
        }
    }

    /// Adds what the account bought of the candidate's ASIN by the other route.
    pub(super) fn add_earlier(&self, tables: &mut Tables, candidate: &Candidate) {
        let (Some(asin), Some(first)) = (candidate.asin, tables.purchases.first().copied()) else {
            return;
        };
        let route = candidate.route.or_else(|| {
            let lists = self.pack.lists.supplier_named(&candidate.supplier);
            let mut master = self.known.suppliers(&candidate.supplier);
            master
                .find_map(|row| row.route)
                .or_else(|| lists.and_then(|known| known.route))
        });
        let Some(route) = route else { return };
        if let Some(earlier) = self.known.other_route(asin, route) {
            let names = &self.known.inventory.tables.supplier_names;
            let supplier = earlier.supplier.map(|name| names.get(name));
            let supplier = supplier.and_then(|name| self.supplier(tables, name));
            tables.purchases.push(Purchase {
                origin: behind(earlier.origin),
                day: earlier.day,
                supplier,
                class: self.known.inventory.class(earlier),
                route: self.known.inventory.route(earlier),
                ..first
            });
        }
    }
}

pub(super) fn own(candidate: &Candidate) -> Origin {
    Origin {
        file: OWN,
        line: candidate.line,
    }
}

/// A place in the account, whose files stand behind that of the candidates.
pub(super) fn behind(origin: Origin) -> Origin {
    Origin {
        file: FileId(origin.file.0.saturating_add(1)),
        line: origin.line,
    }
}
