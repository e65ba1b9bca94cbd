//! How to judge: one file per kind of check, pure functions; here stands the one list of them.

mod antique_permit;
mod asin_list;
mod brand_list;
mod context;
mod document_addressee;
mod document_edited;
mod document_file;
mod document_marked;
mod document_opens;
mod document_reused;
mod document_text;
mod facts;
mod marking;
mod new_from;
mod no_purchase;
mod note_route;
mod page_route;
mod papers;
mod pledged_asin;
mod product_code;
mod proof_expiry;
mod proof_forecast;
mod proof_quantity;
mod proof_window;
mod proofs;
mod route_mix;
mod stock_balance;
mod supplier_class;
mod supplier_contact;
mod title_both_routes;
mod words;

pub use context::Context;
pub use facts::FACT_KEYS;

use crate::model::{Input, Scope, Verdict};
use serde::de::DeserializeOwned;

/// A kind of check with its parameters, read from the `[check.NAME]` table of a rule.
pub trait Judge: std::fmt::Debug + Send + Sync {
    /// What it judges one of.
    fn scope(&self) -> Scope;

    /// Inputs without which it cannot judge.
    fn inputs(&self) -> Vec<Input>;

    /// Names of the lists it looks things up in; an empty or unknown one is refused by lint.
    fn lists(&self) -> Vec<String> {
        Vec::new()
    }

    /// Judges one subject: the item, page or supplier of that number; 0 for the account.
    fn judge(&self, cx: &Context<'_>, at: u32) -> Verdict;
}

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
        name: "antique-permit",
        parse: parse::<antique_permit::AntiquePermit>,
    },
    Kind {
        name: "asin-list",
        parse: parse::<asin_list::AsinList>,
    },
    Kind {
        name: "brand-list",
        parse: parse::<brand_list::BrandList>,
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
        name: "document-file",
        parse: parse::<document_file::DocumentFile>,
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
        name: "page-route",
        parse: parse::<page_route::PageRoute>,
    },
    Kind {
        name: "pledged-asin",
        parse: parse::<pledged_asin::PledgedAsin>,
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
        name: "route-mix",
        parse: parse::<route_mix::RouteMix>,
    },
    Kind {
        name: "stock-balance",
        parse: parse::<stock_balance::StockBalance>,
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
        name: "words",
        parse: parse::<words::Words>,
    },
];
