//! How to judge: one file per kind of check, pure functions; here stands the one list of them.

mod account_count;
mod account_rate;
mod account_state;
mod antique_permit;
mod asin_list;
mod attested;
mod authorisation;
mod brand_list;
mod brandless;
mod concentration;
mod contact_form;
mod context;
mod document_addressee;
mod document_edited;
mod document_file;
mod document_marked;
mod document_opens;
mod document_reused;
mod document_text;
mod doubtful_source;
mod empty_offer;
mod facts;
mod forms;
mod inbound;
mod judge;
mod listing_stopped;
mod maker_proofs;
mod marking;
mod named;
mod new_from;
mod no_purchase;
mod note_route;
mod open_notice;
mod other_item;
mod page_route;
mod papers;
mod pledged_asin;
mod price_gap;
mod product_code;
mod proof_expiry;
mod proof_forecast;
mod proof_quantity;
mod proof_window;
mod proofs;
mod registered_number;
mod registration_number;
mod regulated;
mod repeat_notice;
mod restriction;
mod returned;
mod route_mix;
mod route_twins;
mod seller_details;
mod shipment_bought;
mod shipment_boxes;
mod shipment_expiry;
mod shipment_listed;
mod shipment_offer;
mod shipment_pledged;
mod shipment_proof;
mod shipment_twice;
mod shipping;
mod stock_balance;
mod stock_cover;
mod supplier_class;
mod supplier_contact;
mod title_both_routes;
mod title_form;
mod title_route_changed;
mod trademark;
mod used_ledger;
mod words;
mod young_account;

pub use context::{Context, Outcome, Quiet, Results};
pub use facts::FACT_KEYS;
pub use judge::Judge;
pub(crate) use proofs::{Standing, standing};

use serde::de::DeserializeOwned;

/// A kind of check, by the name of its table in a rule.
pub struct Kind {
    /// Name of the table: `proof-window`.
    pub name: &'static str,
    /// Reads the parameters; unknown keys are refused.
    pub parse: fn(toml::Table) -> Result<Box<dyn Judge>, toml::de::Error>,
}

fn parse<T: Judge + DeserializeOwned + 'static>(
    table: toml::Table,
) -> Result<Box<dyn Judge>, toml::de::Error> {
    Ok(Box::new(T::deserialize(table)?))
}

/// Every kind of check.
pub const KINDS: &[Kind] = &[
    Kind {
        name: "account-count",
        parse: parse::<account_count::AccountCount>,
    },
    Kind {
        name: "account-rate",
        parse: parse::<account_rate::AccountRate>,
    },
    Kind {
        name: "account-state",
        parse: parse::<account_state::AccountStates>,
    },
    Kind {
        name: "antique-permit",
        parse: parse::<antique_permit::AntiquePermit>,
    },
    Kind {
        name: "asin-list",
        parse: parse::<asin_list::AsinList>,
    },
    Kind {
        name: "attested",
        parse: parse::<attested::Attested>,
    },
    Kind {
        name: "authorisation",
        parse: parse::<authorisation::Authorisation>,
    },
    Kind {
        name: "brand-list",
        parse: parse::<brand_list::BrandList>,
    },
    Kind {
        name: "brandless",
        parse: parse::<brandless::Brandless>,
    },
    Kind {
        name: "concentration",
        parse: parse::<concentration::Concentration>,
    },
    Kind {
        name: "contact-form",
        parse: parse::<contact_form::ContactForm>,
    },
    Kind {
        name: "document-addressee",
        parse: parse::<document_addressee::DocumentAddressee>,
    },
    Kind {
        name: "document-edited",
        parse: parse::<document_edited::DocumentEdited>,
    },
    Kind {
        name: "document-marked",
        parse: parse::<document_marked::DocumentMarked>,
    },
    Kind {
        name: "document-opens",
        parse: parse::<document_opens::DocumentOpens>,
    },
    Kind {
        name: "document-reused",
        parse: parse::<document_reused::DocumentReused>,
    },
    Kind {
        name: "document-text",
        parse: parse::<document_text::DocumentText>,
    },
    Kind {
        name: "document-file",
        parse: parse::<document_file::DocumentFile>,
    },
    Kind {
        name: "doubtful-source",
        parse: parse::<doubtful_source::DoubtfulSource>,
    },
    Kind {
        name: "empty-offer",
        parse: parse::<empty_offer::EmptyOffer>,
    },
    Kind {
        name: "inbound",
        parse: parse::<inbound::Inbound>,
    },
    Kind {
        name: "listing-stopped",
        parse: parse::<listing_stopped::ListingStopped>,
    },
    Kind {
        name: "maker-proofs",
        parse: parse::<maker_proofs::MakerProofs>,
    },
    Kind {
        name: "new-from",
        parse: parse::<new_from::NewFrom>,
    },
    Kind {
        name: "no-purchase",
        parse: parse::<no_purchase::NoPurchase>,
    },
    Kind {
        name: "note-route",
        parse: parse::<note_route::NoteRoute>,
    },
    Kind {
        name: "open-notice",
        parse: parse::<open_notice::OpenNotice>,
    },
    Kind {
        name: "other-item",
        parse: parse::<other_item::OtherItem>,
    },
    Kind {
        name: "page-route",
        parse: parse::<page_route::PageRoute>,
    },
    Kind {
        name: "pledged-asin",
        parse: parse::<pledged_asin::PledgedAsin>,
    },
    Kind {
        name: "price-gap",
        parse: parse::<price_gap::PriceGap>,
    },
    Kind {
        name: "product-code",
        parse: parse::<product_code::ProductCode>,
    },
    Kind {
        name: "proof-expiry",
        parse: parse::<proof_expiry::ProofExpiry>,
    },
    Kind {
        name: "proof-forecast",
        parse: parse::<proof_forecast::ProofForecast>,
    },
    Kind {
        name: "proof-quantity",
        parse: parse::<proof_quantity::ProofQuantity>,
    },
    Kind {
        name: "proof-window",
        parse: parse::<proof_window::ProofWindow>,
    },
    Kind {
        name: "registered-number",
        parse: parse::<registered_number::RegisteredNumber>,
    },
    Kind {
        name: "registration-number",
        parse: parse::<registration_number::RegistrationNumber>,
    },
    Kind {
        name: "regulated",
        parse: parse::<regulated::Regulated>,
    },
    Kind {
        name: "repeat-notice",
        parse: parse::<repeat_notice::RepeatNotice>,
    },
    Kind {
        name: "restriction",
        parse: parse::<restriction::Restrictions>,
    },
    Kind {
        name: "returned",
        parse: parse::<returned::Returns>,
    },
    Kind {
        name: "route-mix",
        parse: parse::<route_mix::RouteMix>,
    },
    Kind {
        name: "shipment-boxes",
        parse: parse::<shipment_boxes::ShipmentBoxes>,
    },
    Kind {
        name: "shipment-bought",
        parse: parse::<shipment_bought::ShipmentBought>,
    },
    Kind {
        name: "shipment-expiry",
        parse: parse::<shipment_expiry::ShipmentExpiry>,
    },
    Kind {
        name: "shipment-listed",
        parse: parse::<shipment_listed::ShipmentListed>,
    },
    Kind {
        name: "shipment-offer",
        parse: parse::<shipment_offer::ShipmentOffer>,
    },
    Kind {
        name: "shipment-pledged",
        parse: parse::<shipment_pledged::ShipmentPledged>,
    },
    Kind {
        name: "shipment-proof",
        parse: parse::<shipment_proof::ShipmentProof>,
    },
    Kind {
        name: "shipment-twice",
        parse: parse::<shipment_twice::ShipmentTwice>,
    },
    Kind {
        name: "route-twins",
        parse: parse::<route_twins::RouteTwins>,
    },
    Kind {
        name: "seller-details",
        parse: parse::<seller_details::SellerDetails>,
    },
    Kind {
        name: "stock-balance",
        parse: parse::<stock_balance::StockBalance>,
    },
    Kind {
        name: "stock-cover",
        parse: parse::<stock_cover::StockCover>,
    },
    Kind {
        name: "supplier-class",
        parse: parse::<supplier_class::SupplierClasses>,
    },
    Kind {
        name: "supplier-contact",
        parse: parse::<supplier_contact::SupplierContact>,
    },
    Kind {
        name: "title-both-routes",
        parse: parse::<title_both_routes::TitleBothRoutes>,
    },
    Kind {
        name: "title-form",
        parse: parse::<title_form::TitleForm>,
    },
    Kind {
        name: "title-route-changed",
        parse: parse::<title_route_changed::TitleRouteChanged>,
    },
    Kind {
        name: "trademark",
        parse: parse::<trademark::Trademark>,
    },
    Kind {
        name: "used-ledger",
        parse: parse::<used_ledger::UsedLedger>,
    },
    Kind {
        name: "words",
        parse: parse::<words::Words>,
    },
    Kind {
        name: "young-account",
        parse: parse::<young_account::YoungAccount>,
    },
];
