//! Rows of the exports as values: what a listing, a purchase, a sale is, with the place it stood.

use super::{
    Asin, Channel, Condition, ContentId, Day, Disposition, DocumentKind, FileType, Jan, Name,
    OrderId, Origin, Route, SalesReport, Status, SupplierClass, Text, Yen,
};

/// One row of a listings report. `None` always means "the file does not say".
#[derive(Clone, Copy, Debug)]
pub struct Listing {
    /// Where it stood.
    pub origin: Origin,
    /// The seller's own id of the offer.
    pub sku: Name,
    /// Detail page of the offer.
    pub asin: Option<Asin>,
    /// JAN with a right check digit.
    pub jan: Option<Jan>,
    /// A product code that should be a JAN or ISBN and is none, as written; else empty.
    pub bad_jan: Text,
    /// Title.
    pub title: Text,
    /// The seller's condition note.
    pub note: Text,
    /// Condition; unknown (not New) where the report has no such column.
    pub condition: Option<Condition>,
    /// Price in yen.
    pub price: Option<Yen>,
    /// Units of a seller-fulfilled offer; empty for FBA offers.
    pub quantity: Option<u32>,
    /// Who ships.
    pub channel: Option<Channel>,
    /// Listing status.
    pub status: Option<Status>,
}

/// FBA stock of one SKU as one row tells it; a SKU can have several rows.
#[derive(Clone, Copy, Debug)]
pub struct StockRow {
    /// Where it stood.
    pub origin: Origin,
    /// SKU.
    pub sku: Name,
    /// ASIN.
    pub asin: Option<Asin>,
    /// Title, used where no listings report is given.
    pub title: Text,
    /// Condition, where the report tells it as a code or a known text.
    pub condition: Option<Condition>,
    /// Price in yen.
    pub price: Option<Yen>,
    /// Units that can be sold.
    pub on_hand: Option<u32>,
    /// Units reserved for orders or transfers.
    pub reserved: Option<u32>,
    /// Units that cannot be sold.
    pub unsellable: Option<u32>,
    /// Units on the way in: working + shipped + receiving.
    pub inbound: Option<u32>,
}

/// Units sold in one line of one report.
#[derive(Clone, Copy, Debug)]
pub struct Sale {
    /// Where it stood.
    pub origin: Origin,
    /// SKU, where the report has one.
    pub sku: Option<Name>,
    /// ASIN, where the report has one.
    pub asin: Option<Asin>,
    /// Order number.
    pub order: Option<OrderId>,
    /// Day of the order in Japan, as written; `None` in the business report.
    pub day: Option<Day>,
    /// Units.
    pub units: u32,
    /// Amount of the line in yen, where the report tells it.
    pub amount: Option<Yen>,
    /// The report it was read from.
    pub report: SalesReport,
    /// Cancelled before shipping: known, but never counted.
    pub cancelled: bool,
}

/// A line of the FBA returns report.
#[derive(Clone, Copy, Debug)]
pub struct Returned {
    /// Where it stood.
    pub origin: Origin,
    /// SKU.
    pub sku: Option<Name>,
    /// ASIN.
    pub asin: Option<Asin>,
    /// Day it was processed.
    pub day: Option<Day>,
    /// Units.
    pub units: u32,
    /// What became of it.
    pub disposition: Disposition,
    /// Reason code without the `CR-` prefix.
    pub reason: Text,
    /// Buyer's comment; empty where the report has none.
    pub comment: Text,
}

/// How to reach a supplier; each text may be empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Phone.
    pub phone: Text,
    /// Postal address.
    pub address: Text,
    /// E-mail.
    pub mail: Text,
    /// Web site.
    pub site: Text,
}

/// A contact of ledger lines by its place in [`super::Tables::contacts`], from 1; 0 is none.
///
/// A ledger repeats the contact on every line of a supplier: it is kept once for all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ContactId(pub(super) u32);

/// One line of a purchase ledger.
#[derive(Clone, Copy, Debug)]
pub struct Purchase {
    /// Where it stood.
    pub origin: Origin,
    /// Day of purchase.
    pub day: Option<Day>,
    /// SKU, where the ledger names one.
    pub sku: Option<Name>,
    /// ASIN, where the ledger names one.
    pub asin: Option<Asin>,
    /// JAN with a right check digit.
    pub jan: Option<Jan>,
    /// A product code that should be a JAN and is none, as written; else empty.
    pub bad_jan: Text,
    /// Item name.
    pub title: Text,
    /// Units bought.
    pub units: Option<u32>,
    /// Cost of one unit in yen.
    pub unit_cost: Option<Yen>,
    /// Supplier, by name as written.
    pub supplier: Option<Name>,
    /// Contact written on the line itself, see [`super::Tables::contact`].
    pub contact: ContactId,
    /// Class written on the line itself (for example 相手区分).
    pub class: Option<SupplierClass>,
    /// Route written on the line itself.
    pub route: Option<Route>,
    /// File of the proof document.
    pub file: Text,
    /// Kind of the proof document.
    pub document_kind: Option<DocumentKind>,
    /// Invoice number.
    pub invoice: Text,
    /// Qualified-invoice number of the supplier.
    pub registration: Text,
    /// Free remark.
    pub remark: Text,
}

/// How the identity of the other party of a purchase was checked, as a ledger tells it. Kept apart
/// from the purchases, since few ledgers have such a column.
#[derive(Clone, Copy, Debug)]
pub struct Identity {
    /// Where the purchase stood.
    pub origin: Origin,
    /// Kind of check or paper; empty when none is told.
    pub means: Text,
}

/// One line of the supplier master.
#[derive(Clone, Copy, Debug)]
pub struct Supplier {
    /// Where it stood.
    pub origin: Origin,
    /// Name as written; purchases are joined by folded name.
    pub name: Name,
    /// Class.
    pub class: Option<SupplierClass>,
    /// Contact.
    pub contact: Contact,
    /// Qualified-invoice number.
    pub registration: Text,
    /// Route of all its goods.
    pub route: Option<Route>,
    /// Brands that a letter of authorisation covers, separated by `;`.
    pub loa_brands: Text,
    /// Expiry of the letter.
    pub loa_expiry: Option<Day>,
}

/// What was found at a document's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileState {
    /// No folder with documents was given: nothing is known of the file.
    Unseen,
    /// The index names no file.
    Unnamed,
    /// The named file is not in the folder.
    Missing,
    /// The file has no bytes.
    Empty,
    /// The file could not be read.
    Unreadable,
    /// The file is there and its first bytes tell its type.
    Read {
        /// Type by content.
        kind: FileType,
        /// Type its name claims.
        named: FileType,
    },
}

/// One proof document.
#[derive(Clone, Copy, Debug)]
pub struct Document {
    /// Where the index names it (line 0: found in a folder only).
    pub origin: Origin,
    /// File name.
    pub file: Text,
    /// Kind.
    pub kind: Option<DocumentKind>,
    /// Day of issue.
    pub issued: Option<Day>,
    /// Addressee as written.
    pub addressee: Text,
    /// Invoice number.
    pub invoice: Text,
    /// Supplier, by name as written.
    pub supplier: Option<Name>,
    /// What was found on disk.
    pub state: FileState,
    /// What was seen inside the file, see [`super::Tables::content`].
    pub content: ContentId,
    /// First of its lines in [`super::Tables::document_lines`].
    pub first_line: u32,
    /// How many lines it has.
    pub lines: u32,
}

/// What one document says of one item.
#[derive(Clone, Copy, Debug)]
pub struct DocumentLine {
    /// Where it stood.
    pub origin: Origin,
    /// SKU.
    pub sku: Option<Name>,
    /// ASIN.
    pub asin: Option<Asin>,
    /// JAN.
    pub jan: Option<Jan>,
    /// Units.
    pub units: Option<u32>,
}

/// What the catalogue says of an ASIN.
#[derive(Clone, Copy, Debug)]
pub struct CatalogRow {
    /// Where it stood.
    pub origin: Origin,
    /// ASIN; `None` for goods that only a JAN or a title names.
    pub asin: Option<Asin>,
    /// Brand.
    pub brand: Text,
    /// Manufacturer.
    pub manufacturer: Text,
    /// JAN with a right check digit.
    pub jan: Option<Jan>,
    /// List or reference price in yen.
    pub list_price: Option<Yen>,
    /// ASIN of its variation family.
    pub parent: Option<Asin>,
    /// `distribution_designation`: parallel for `jp_parallel_import`, domestic for an explicit
    /// other value, `None` when empty.
    pub distribution: Option<Route>,
}

/// An ASIN that the seller promised Amazon never to sell again.
#[derive(Clone, Copy, Debug)]
pub struct Pledge {
    /// Where it stood.
    pub origin: Origin,
    /// ASIN.
    pub asin: Asin,
    /// Day of the pledge.
    pub day: Option<Day>,
    /// Remark.
    pub remark: Text,
}
