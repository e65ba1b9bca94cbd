//! The tables that reading gives: flat vectors of records, their text, and what went wrong.

use super::{
    Asin, Case, CatalogRow, Contact, ContactId, Content, ContentId, Day, Document, DocumentLine,
    Eligibility, Field, HealthRow, Identity, Input, InputFile, Issue, Listing, ListingIssue, Name,
    Names, NoticeKind, Past, PastRate, Pledge, Purchase, RateThen, Registration, Restriction,
    Returned, Sale, ShipmentLine, StockRow, Strings, Supplier, Text,
};

/// A file among the inputs, by its place in [`Tables::files`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u16);

/// Where a fact stood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// File.
    pub file: FileId,
    /// Line in the file (row in a workbook), from 1; 0 when the fact is the file itself.
    pub line: u32,
}

/// A set of kinds of input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Inputs(u32);

impl Inputs {
    /// Adds a kind.
    pub fn insert(&mut self, input: Input) {
        self.0 |= 1 << input as u32;
    }

    /// True when the kind is in the set.
    #[must_use]
    #[inline]
    pub fn contains(self, input: &Input) -> bool {
        self.0 & (1 << *input as u32) != 0
    }

    /// A bit per kind, by its place among [`Input::ALL`].
    #[must_use]
    pub fn bits(self) -> u32 {
        self.0
    }
}

/// Everything that was read.
#[derive(Debug, Default)]
pub struct Tables {
    /// The files, in the order they were read.
    pub files: Vec<InputFile>,
    /// Kinds of input that were given, even when they hold no row.
    pub given: Inputs,
    /// Fields that a column (or the example, or the config) tells, even when every cell is empty.
    pub fields: std::collections::BTreeSet<(Input, Field)>,
    /// Texts of all records.
    pub strings: Strings,
    /// SKUs.
    pub skus: Names,
    /// Supplier names as written.
    pub supplier_names: Names,
    /// Listings.
    pub listings: Vec<Listing>,
    /// FBA stock rows.
    pub stock: Vec<StockRow>,
    /// Sales of all reports, also those that the join drops as told twice.
    pub sales: Vec<Sale>,
    /// Returns.
    pub returns: Vec<Returned>,
    /// Purchases.
    pub purchases: Vec<Purchase>,
    /// Contacts of purchases.
    pub contacts: Vec<Contact>,
    /// Identity checks of purchases, in the order of their places.
    pub identities: Vec<Identity>,
    /// Supplier master.
    pub suppliers: Vec<Supplier>,
    /// Proof documents.
    pub documents: Vec<Document>,
    /// Lines of the proof documents, each document's together.
    pub document_lines: Vec<DocumentLine>,
    /// What was seen inside the files of documents.
    pub contents: Vec<Content>,
    /// Catalogue rows.
    pub catalog: Vec<CatalogRow>,
    /// Pledged ASINs.
    pub pledges: Vec<Pledge>,
    /// Lines of the shipment plan that is judged.
    pub shipment: Vec<ShipmentLine>,
    /// Figures of the account-health report.
    pub health: Vec<HealthRow>,
    /// Notices of Amazon, with how each matter stands.
    pub cases: Vec<Case>,
    /// Offers as the last audit saw them, in the order of their SKUs.
    pub past: Vec<Past>,
    /// Rates of the account in earlier audits, the oldest first.
    pub past_rates: Vec<PastRate>,
    /// Restrictions on listing, in the order of their ASINs.
    pub restrictions: Vec<Restriction>,
    /// What FBA takes in, in the order of their ASINs.
    pub eligibility: Vec<Eligibility>,
    /// What Amazon finds wrong with listings, in the order of their SKUs.
    pub listing_issues: Vec<ListingIssue>,
    /// Qualified-invoice numbers, in their order.
    pub registrations: Vec<Registration>,
    /// Rows and cells that could not be taken as they stood.
    pub issues: Vec<Issue>,
}

impl Tables {
    /// True when files of that kind were given.
    #[must_use]
    #[inline]
    pub fn has(&self, input: Input) -> bool {
        self.given.contains(&input)
    }

    /// How the last audit saw an offer; `None` where it did not.
    #[must_use]
    pub fn past(&self, sku: Name) -> Option<&Past> {
        let place = self.past.binary_search_by_key(&sku, |past| past.sku);
        self.past.get(place.ok()?)
    }

    /// Keeps how the last audit saw the offers, in any order.
    pub fn keep_past(&mut self, past: impl IntoIterator<Item = Past>) {
        self.past.extend(past);
        self.past.sort_by_key(|past| past.sku);
    }

    /// Keeps the rates of an earlier audit; of several on one day the last counts.
    pub fn keep_rates(&mut self, day: Day, rates: &[RateThen]) {
        self.past_rates
            .retain(|past| past.day != day || !rates.iter().any(|now| now.same_as(&past.then)));
        for then in rates.iter().copied() {
            let shown = self.strings.add(&then.rate.to_string());
            self.past_rates.push(PastRate { day, then, shown });
        }
        self.past_rates.sort_by_key(|past| past.day);
    }

    /// What Amazon said of listing an ASIN; nothing where it was not asked.
    #[must_use]
    pub fn restrictions_of(&self, asin: Asin) -> &[Restriction] {
        run(&self.restrictions, &asin, |row| row.asin)
    }

    /// What Amazon said of sending an ASIN to FBA; nothing where it was not asked.
    #[must_use]
    pub fn eligibility_of(&self, asin: Asin) -> &[Eligibility] {
        run(&self.eligibility, &asin, |row| row.asin)
    }

    /// What Amazon finds wrong with a listing; nothing where it was not asked.
    #[must_use]
    pub fn listing_issues_of(&self, sku: Name) -> &[ListingIssue] {
        run(&self.listing_issues, &sku, |row| row.sku)
    }

    /// What the tax agency said of a number; `None` where it was not asked.
    #[must_use]
    pub fn registration_of(&self, number: u64) -> Option<&Registration> {
        run(&self.registrations, &number, |row| row.number).first()
    }

    /// Puts what was fetched into its order, once all of it is there.
    pub fn order_fetched(&mut self) {
        self.restrictions.sort_by_key(|row| row.asin);
        self.eligibility.sort_by_key(|row| row.asin);
        self.listing_issues.sort_by_key(|row| row.sku);
        self.registrations.sort_by_key(|row| row.number);
    }

    /// The contact on a purchase; one without any text where the line has none.
    #[must_use]
    #[inline]
    pub fn contact(&self, id: ContactId) -> Contact {
        let kept = (id.0 as usize).checked_sub(1);
        let kept = kept.and_then(|place| self.contacts.get(place));
        kept.copied().unwrap_or_default()
    }

    /// Keeps a notice; an ASIN that it settled by a pledge is pledged.
    pub fn keep_case(&mut self, case: Case) {
        if case.kind == NoticeKind::ResolvedPledge {
            for asin in &case.asins {
                self.pledges.push(Pledge {
                    origin: case.origin,
                    asin: *asin,
                    day: Some(case.received),
                    remark: Text::EMPTY,
                });
            }
        }
        self.cases.push(case);
    }

    /// Keeps a contact, unless it is `last`.
    pub fn keep_contact(&mut self, contact: Contact, last: ContactId) -> ContactId {
        if contact == self.contact(last) {
            return last;
        }
        if contact == Contact::default() {
            return ContactId::default();
        }
        self.contacts.push(contact);
        ContactId(u32::try_from(self.contacts.len()).unwrap_or_default())
    }

    /// How the other party of a purchase was identified; `None` where its ledger has no such column.
    #[must_use]
    pub fn identity(&self, purchase: Origin) -> Option<&Identity> {
        let place = self
            .identities
            .binary_search_by_key(&purchase, |identity| identity.origin);
        self.identities.get(place.ok()?)
    }

    /// What was seen inside the file of a document; `None` where no file was opened.
    #[must_use]
    pub fn content(&self, document: &Document) -> Option<&Content> {
        self.contents
            .get((document.content.0 as usize).checked_sub(1)?)
    }

    /// Keeps what was seen inside a file.
    pub fn keep_content(&mut self, content: Content) -> ContentId {
        self.contents.push(content);
        ContentId(u32::try_from(self.contents.len()).unwrap_or_default())
    }

    /// True when some file of that kind has a column for the field.
    #[must_use]
    pub fn tells(&self, input: Input, field: Field) -> bool {
        self.fields.contains(&(input, field))
    }
}

/// The rows of one key, which stand together.
fn run<'r, T, K: Ord>(rows: &'r [T], key: &K, key_of: fn(&T) -> K) -> &'r [T] {
    let start = rows.partition_point(|row| key_of(row) < *key);
    let end = rows.partition_point(|row| key_of(row) <= *key);
    rows.get(start..end).unwrap_or_default()
}
