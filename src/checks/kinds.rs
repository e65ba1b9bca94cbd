//! The one list of kinds of checks.

use super::Judge;
use serde::de::DeserializeOwned;

/// A kind of check, by the name of its table in a rule.
pub struct Kind {
    /// Name of the table: `proof-window`.
    pub name: &'static str,
    /// Reads the parameters; unknown keys are refused.
    pub parse: fn(toml::Table) -> Result<Box<dyn Judge>, toml::de::Error>,
}

/// A kind whose parameters are `T`.
const fn kind<T: Judge + DeserializeOwned + 'static>(name: &'static str) -> Kind {
    Kind {
        name,
        parse: parse::<T>,
    }
}

fn parse<T: Judge + DeserializeOwned + 'static>(
    table: toml::Table,
) -> Result<Box<dyn Judge>, toml::de::Error> {
    Ok(Box::new(T::deserialize(table)?))
}

/// Every kind of check.
pub const KINDS: &[Kind] = &[
    kind::<super::account_count::AccountCount>("account-count"),
    kind::<super::account_rate::AccountRate>("account-rate"),
    kind::<super::account_state::AccountStates>("account-state"),
    kind::<super::antique_permit::AntiquePermit>("antique-permit"),
    kind::<super::asin_list::AsinList>("asin-list"),
    kind::<super::attested::Attested>("attested"),
    kind::<super::authorisation::Authorisation>("authorisation"),
    kind::<super::brand_list::BrandList>("brand-list"),
    kind::<super::brandless::Brandless>("brandless"),
    kind::<super::concentration::Concentration>("concentration"),
    kind::<super::contact_form::ContactForm>("contact-form"),
    kind::<super::document_addressee::DocumentAddressee>("document-addressee"),
    kind::<super::document_edited::DocumentEdited>("document-edited"),
    kind::<super::document_file::DocumentFile>("document-file"),
    kind::<super::document_marked::DocumentMarked>("document-marked"),
    kind::<super::document_opens::DocumentOpens>("document-opens"),
    kind::<super::document_reused::DocumentReused>("document-reused"),
    kind::<super::document_text::DocumentText>("document-text"),
    kind::<super::doubtful_source::DoubtfulSource>("doubtful-source"),
    kind::<super::empty_offer::EmptyOffer>("empty-offer"),
    kind::<super::inbound::Inbound>("inbound"),
    kind::<super::listing_issue::ListingIssues>("listing-issue"),
    kind::<super::listing_stopped::ListingStopped>("listing-stopped"),
    kind::<super::maker_proofs::MakerProofs>("maker-proofs"),
    kind::<super::new_from::NewFrom>("new-from"),
    kind::<super::no_purchase::NoPurchase>("no-purchase"),
    kind::<super::note_route::NoteRoute>("note-route"),
    kind::<super::open_notice::OpenNotice>("open-notice"),
    kind::<super::other_item::OtherItem>("other-item"),
    kind::<super::page_route::PageRoute>("page-route"),
    kind::<super::pledged_asin::PledgedAsin>("pledged-asin"),
    kind::<super::price_gap::PriceGap>("price-gap"),
    kind::<super::product_code::ProductCode>("product-code"),
    kind::<super::proof_expiry::ProofExpiry>("proof-expiry"),
    kind::<super::proof_forecast::ProofForecast>("proof-forecast"),
    kind::<super::proof_quantity::ProofQuantity>("proof-quantity"),
    kind::<super::proof_window::ProofWindow>("proof-window"),
    kind::<super::rate_trend::RateTrend>("rate-trend"),
    kind::<super::registered_number::RegisteredNumber>("registered-number"),
    kind::<super::registration_number::RegistrationNumber>("registration-number"),
    kind::<super::regulated::Regulated>("regulated"),
    kind::<super::repeat_notice::RepeatNotice>("repeat-notice"),
    kind::<super::restriction::Restrictions>("restriction"),
    kind::<super::returned::Returns>("returned"),
    kind::<super::route_mix::RouteMix>("route-mix"),
    kind::<super::route_twins::RouteTwins>("route-twins"),
    kind::<super::seller_details::SellerDetails>("seller-details"),
    kind::<super::shipment_bought::ShipmentBought>("shipment-bought"),
    kind::<super::shipment_boxes::ShipmentBoxes>("shipment-boxes"),
    kind::<super::shipment_expiry::ShipmentExpiry>("shipment-expiry"),
    kind::<super::shipment_listed::ShipmentListed>("shipment-listed"),
    kind::<super::shipment_offer::ShipmentOffer>("shipment-offer"),
    kind::<super::shipment_pledged::ShipmentPledged>("shipment-pledged"),
    kind::<super::shipment_proof::ShipmentProof>("shipment-proof"),
    kind::<super::shipment_twice::ShipmentTwice>("shipment-twice"),
    kind::<super::stock_balance::StockBalance>("stock-balance"),
    kind::<super::stock_cover::StockCover>("stock-cover"),
    kind::<super::supplier_class::SupplierClasses>("supplier-class"),
    kind::<super::supplier_contact::SupplierContact>("supplier-contact"),
    kind::<super::title_both_routes::TitleBothRoutes>("title-both-routes"),
    kind::<super::title_form::TitleForm>("title-form"),
    kind::<super::title_route_changed::TitleRouteChanged>("title-route-changed"),
    kind::<super::trademark::Trademark>("trademark"),
    kind::<super::used_ledger::UsedLedger>("used-ledger"),
    kind::<super::words::Words>("words"),
    kind::<super::young_account::YoungAccount>("young-account"),
];
