//! Closed sets of the field: conditions, channels, document kinds, severities, inputs, columns.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Declares an enum whose members have one fixed spelling in files, rules, config and JSON.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// Every member, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The fixed spelling used in data files, rules, config and JSON.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The member of that spelling.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }
    };
}

words! {
    /// Output language.
    Lang { #[doc = "Japanese."] Ja = "ja", #[doc = "English."] En = "en" }
}

words! {
    /// How bad a finding is, ascending.
    Severity {
        #[doc = "Worth knowing."] Info = "info",
        #[doc = "Tidy up."] Low = "low",
        #[doc = "Could be asked about."] Medium = "medium",
        #[doc = "A cause of stopped accounts."] High = "high",
        #[doc = "Act before anything else is shipped."] Critical = "critical",
    }
}

words! {
    /// What may go on, ascending in gravity; a policy derives it from severity and grade.
    Decision {
        #[doc = "出荷可: no finding holds it back."] Ship = "ship",
        #[doc = "保留: clear it up first."] Hold = "hold",
        #[doc = "出荷停止: do not ship."] Stop = "stop",
    }
}

words! {
    /// What to do about goods that may be bought, ascending in gravity; a policy derives it.
    Choice {
        #[doc = "仕入れ可: nothing found speaks against it, and what is needed was told."] Buy = "buy",
        #[doc = "確認: ask first."] Ask = "ask",
        #[doc = "見送り: do not buy."] Avoid = "avoid",
    }
}

words! {
    /// Why a line of candidates could not be read: the message `candidate-line-<word>` says it.
    LineFault {
        #[doc = "No JSON object."] NotJson = "not-json",
        #[doc = "Not UTF-8."] NotUtf8 = "not-utf8",
        #[doc = "Longer than a line may be."] TooLong = "too-long",
        #[doc = "A table row whose quotes or cells are broken."] BrokenRow = "broken-row",
        #[doc = "A cell with bytes that the encoding does not have."] Undecodable = "undecodable",
    }
}

words! {
    /// Rule families, the first half of a rule id.
    Family {
        #[doc = "Proof of purchase."] Proof = "proof",
        #[doc = "Domestic and parallel goods on the right page."] Mix = "mix",
        #[doc = "Intellectual property."] Ip = "ip",
        #[doc = "Condition."] Cond = "cond",
        #[doc = "Permits and law."] Law = "law",
        #[doc = "Catalogue and price."] List = "list",
        #[doc = "Account."] Acct = "acct",
        #[doc = "Shipment."] Ship = "ship",
    }
}

words! {
    /// Grade of evidence of a source, best first (`A` official, `B` press or law firm, `C` one
    /// blog, `D` a list of unclear origin).
    Grade { #[doc = "Official."] A = "A", #[doc = "Press, court report, law firm."] B = "B", #[doc = "One blog."] C = "C", #[doc = "Origin unclear."] D = "D" }
}

words! {
    /// A kind of input that a rule can need; a missing one makes the rule "not evaluated".
    Input {
        #[doc = "Listings report."] Listings = "listings",
        #[doc = "FBA stock report."] Stock = "stock",
        #[doc = "Purchase ledger."] Purchases = "purchases",
        #[doc = "Supplier master."] Suppliers = "suppliers",
        #[doc = "Proof documents: index and files."] Documents = "documents",
        #[doc = "Orders or units sold."] Sales = "sales",
        #[doc = "FBA customer returns."] Returns = "returns",
        #[doc = "Catalog table: brand, distribution designation."] Catalog = "catalog",
        #[doc = "ASINs that the seller pledged never to sell again."] Pledges = "pledges",
        #[doc = "Account profile in the config."] Account = "account",
        #[doc = "The seller's own lists, for example of watched ASINs."] OwnLists = "own-lists",
        #[doc = "Plan of one shipment to FBA, read only where it is to be judged."] Shipment = "shipment",
        #[doc = "Account-health report (JSON)."] Health = "health",
        #[doc = "Notices that Amazon sent, as the seller keeps them."] Notices = "notices",
        #[doc = "The last audit of the account."] History = "history",
        #[doc = "Restrictions on listing, fetched from Amazon."] Restrictions = "restrictions",
        #[doc = "What FBA takes in, fetched from Amazon."] Eligibility = "eligibility",
        #[doc = "Qualified-invoice numbers, fetched from the tax agency."] Registry = "invoice-registry",
        #[doc = "What Amazon finds wrong with listings, fetched from it."] ListingIssues = "listing-issues",
    }
}

words! {
    /// A field that a column of an export can fill; the words are those of `data/columns.csv`.
    Field {
        #[doc = "SKU."] Sku = "sku", #[doc = "ASIN."] Asin = "asin", #[doc = "JAN, EAN, UPC or ISBN."] Jan = "jan",
        #[doc = "Product id whose kind another column tells."] ProductId = "product-id",
        #[doc = "Kind of product id: 1 ASIN, 2 ISBN, 3 UPC, 4 EAN."] ProductIdType = "product-id-type",
        #[doc = "Title."] Title = "title", #[doc = "Seller's condition text."] Note = "note",
        #[doc = "Condition code or text."] Condition = "condition", #[doc = "Price in yen."] Price = "price",
        #[doc = "Units."] Units = "units", #[doc = "Seller-fulfilled stock of a listing."] Quantity = "quantity",
        #[doc = "Fulfilment channel."] Channel = "channel", #[doc = "Listing status."] Status = "status",
        #[doc = "Day of the row's event."] Day = "day",
        #[doc = "FBA units that can be sold."] OnHand = "on-hand", #[doc = "FBA units reserved."] Reserved = "reserved",
        #[doc = "FBA units that cannot be sold."] Unsellable = "unsellable", #[doc = "Total of FBA units."] StockTotal = "stock-total",
        #[doc = "Inbound, being prepared."] InboundWorking = "inbound-working",
        #[doc = "Inbound, shipped."] InboundShipped = "inbound-shipped",
        #[doc = "Inbound, being received."] InboundReceiving = "inbound-receiving",
        #[doc = "SELLABLE or UNSELLABLE."] StockCondition = "stock-condition",
        #[doc = "Order number."] OrderId = "order-id", #[doc = "Order status."] OrderStatus = "order-status",
        #[doc = "Sales channel."] SalesChannel = "sales-channel", #[doc = "Kind of transaction."] TransactionKind = "transaction-kind",
        #[doc = "Amount of the row in yen."] Amount = "amount",
        #[doc = "Return reason code."] Reason = "reason", #[doc = "Disposition of a returned unit."] Disposition = "disposition",
        #[doc = "Buyer's comment."] Comment = "comment",
        #[doc = "Supplier name."] Supplier = "supplier", #[doc = "Supplier class."] SupplierClass = "supplier-class",
        #[doc = "Phone."] Phone = "phone", #[doc = "Address."] Address = "address", #[doc = "E-mail."] Mail = "mail", #[doc = "Web site."] Site = "site",
        #[doc = "Qualified-invoice number, T + 13 digits."] Registration = "registration",
        #[doc = "domestic or parallel."] Route = "route", #[doc = "Cost of one unit in yen."] UnitCost = "unit-cost",
        #[doc = "File of the proof document."] File = "file", #[doc = "Kind of document."] DocumentKind = "document-kind",
        #[doc = "Invoice number."] Invoice = "invoice", #[doc = "Day of issue."] Issued = "issued",
        #[doc = "Addressee of a document."] Addressee = "addressee",
        #[doc = "Brands a letter of authorisation covers."] LoaBrands = "loa-brands", #[doc = "Expiry of the letter."] LoaExpiry = "loa-expiry",
        #[doc = "Brand."] Brand = "brand", #[doc = "Manufacturer."] Manufacturer = "manufacturer",
        #[doc = "distribution_designation of the catalogue."] Distribution = "distribution",
        #[doc = "Free remark."] Remark = "remark",
        #[doc = "Expiry date of goods in a shipment."] Expiry = "expiry",
        #[doc = "Units in one box of a shipment."] UnitsPerBox = "units-per-box",
        #[doc = "Number of boxes of a shipment line."] Boxes = "boxes",
        #[doc = "List or reference price in yen."] ListPrice = "list-price",
        #[doc = "ASIN of the variation family."] Parent = "parent",
        #[doc = "How the identity of the other party was checked."] Identity = "identity",
        #[doc = "Figure of the account-health report; no column."] Metric = "metric",
        #[doc = "Rate of such a figure; no column."] Rate = "rate",
        #[doc = "State of the account; no column."] AccountState = "account-state",
        #[doc = "Day the account was opened; no column."] Opened = "opened",
        #[doc = "What the seller attests of the account; no column."] Attested = "attested",
        #[doc = "Seller details required by law; no column."] SellerDetails = "seller-details",
        #[doc = "What is inside the file of a document; no column."] FileContent = "file-content",
        #[doc = "Text inside the file of a document; no column."] FileText = "file-text",
        #[doc = "Day from which Amazon acts on an issue of a listing; no column."] ActsFrom = "acts-from",
    }
}

words! {
    /// Report that a sale was read from; earlier members are preferred when periods overlap.
    SalesReport {
        #[doc = "All Orders (全注文レポート)."] Orders = "orders",
        #[doc = "Date-range transactions (日付別トランザクション)."] Transactions = "transactions",
        #[doc = "FBA shipment sales (FBA出荷レポート)."] Shipments = "shipments",
        #[doc = "Business report by child ASIN; has no dates."] Business = "business",
    }
}

words! {
    /// Fulfilment of an offer.
    Channel { #[doc = "FBA."] Amazon = "amazon", #[doc = "Seller-fulfilled."] Merchant = "merchant" }
}

words! {
    /// Listing status.
    Status { #[doc = "Active."] Active = "active", #[doc = "Inactive."] Inactive = "inactive", #[doc = "Incomplete."] Incomplete = "incomplete" }
}

words! {
    /// Supply route; officially imported goods (正規輸入品) are domestic-genuine.
    Route { #[doc = "国内正規品."] Domestic = "domestic", #[doc = "並行輸入品."] Parallel = "parallel" }
}

words! {
    /// Class of a supplier, strongest proof first.
    SupplierClass {
        #[doc = "Maker."] Maker = "maker",
        #[doc = "Authorised distributor."] Authorised = "authorised",
        #[doc = "Wholesaler."] Wholesale = "wholesale",
        #[doc = "Retail shop."] Retail = "retail",
        #[doc = "Bought on Amazon."] Amazon = "amazon",
        #[doc = "Overseas marketplace."] Overseas = "overseas",
        #[doc = "Recycle shop."] Recycle = "recycle",
        #[doc = "Auction."] Auction = "auction",
        #[doc = "Flea-market app."] FleaMarket = "flea-market",
        #[doc = "Private person."] Individual = "individual",
    }
}

words! {
    /// Kind of a proof document.
    DocumentKind {
        #[doc = "請求書."] Invoice = "invoice",
        #[doc = "納品書."] DeliveryNote = "delivery-note",
        #[doc = "領収書."] Receipt = "receipt",
        #[doc = "契約書."] Contract = "contract",
        #[doc = "販売許可書."] Authorisation = "authorisation",
        #[doc = "レシート."] TillReceipt = "till-receipt",
        #[doc = "見積書."] Quotation = "quotation",
        #[doc = "注文確認メール."] OrderConfirmation = "order-confirmation",
        #[doc = "クレジット明細."] CardStatement = "card-statement",
        #[doc = "Anything else."] Other = "other",
    }
}

words! {
    /// File type of a document by its first bytes.
    FileType {
        #[doc = "PDF."] Pdf = "pdf", #[doc = "JPEG."] Jpg = "jpg", #[doc = "PNG."] Png = "png", #[doc = "GIF."] Gif = "gif",
        #[doc = "TIFF."] Tiff = "tiff", #[doc = "Something else."] Other = "other",
    }
}

words! {
    /// What was put onto a page of a document after it was made.
    Mark {
        #[doc = "Text written over the page."] Text = "mark-text",
        #[doc = "A note."] Note = "mark-note",
        #[doc = "A stamp or picture."] Stamp = "mark-stamp",
        #[doc = "Handwriting."] Ink = "mark-ink",
        #[doc = "A box, circle or line."] Shape = "mark-shape",
        #[doc = "Text highlighted, underlined or struck out."] Highlight = "mark-highlight",
        #[doc = "A part marked to be blacked out."] Redaction = "mark-redaction",
    }
}

words! {
    /// How far the text of a document can be read.
    Layer {
        #[doc = "It has none: a scan or a photo."] None = "none",
        #[doc = "Not all of it: what is not found may still be there."] Part = "part",
        #[doc = "All of it."] Whole = "whole",
    }
}

words! {
    /// What became of a returned unit.
    Disposition {
        #[doc = "Sellable."] Sellable = "SELLABLE", #[doc = "Damaged; Amazon is liable."] Damaged = "DAMAGED",
        #[doc = "Damaged by the customer."] CustomerDamaged = "CUSTOMER_DAMAGED", #[doc = "Defective."] Defective = "DEFECTIVE",
        #[doc = "Damaged by the carrier."] CarrierDamaged = "CARRIER_DAMAGED", #[doc = "Expired."] Expired = "EXPIRED",
        #[doc = "A word this version does not know."] Unknown = "UNKNOWN",
    }
}

words! {
    /// What a check judges one of.
    Scope {
        #[doc = "One SKU."] Sku = "sku", #[doc = "One ASIN with all its SKUs."] Asin = "asin",
        #[doc = "One supplier."] Supplier = "supplier", #[doc = "The account."] Account = "account",
        #[doc = "One line of a shipment plan."] ShipmentLine = "shipment-line",
    }
}

/// Condition of an offer by Amazon's code; source: Amazon item-condition codes 1-8, 10, 11.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Condition(u8);

impl Condition {
    /// New (新品).
    pub const NEW: Self = Self(11);

    /// Reads a code; `None` for a number that is no condition (0, 9, 12 and above).
    #[must_use]
    pub fn from_code(code: u32) -> Option<Self> {
        matches!(code, 1..=8 | 10 | 11).then_some(Self(code as u8))
    }

    /// Amazon's code.
    #[must_use]
    pub fn code(self) -> u8 {
        self.0
    }

    /// True for New (11).
    #[must_use]
    pub fn is_new(self) -> bool {
        self.0 == 11
    }

    /// True for used and collectible offers (1-8).
    #[must_use]
    pub fn is_used(self) -> bool {
        self.0 <= 8
    }
}

pub(super) use words;
