//! How to judge: one file per kind of check, pure functions; here stands the one list of them.

mod antique_permit;
mod asin_list;
mod authorisation;
mod brand_list;
mod brandless;
mod context;
mod document_addressee;
mod document_edited;
mod document_file;
mod document_marked;
mod document_opens;
mod document_reused;
mod document_text;
mod doubtful_source;
mod facts;
mod maker_proofs;
mod marking;
mod named;
mod new_from;
mod no_purchase;
mod note_route;
mod open_notice;
mod page_route;
mod papers;
mod pledged_asin;
mod product_code;
mod proof_expiry;
mod proof_forecast;
mod proof_quantity;
mod proof_window;
mod proofs;
mod regulated;
mod repeat_notice;
mod route_mix;
mod stock_balance;
mod supplier_class;
mod supplier_contact;
mod title_both_routes;
mod title_form;
mod trademark;
mod words;

pub use context::Context;
pub use facts::FACT_KEYS;

use crate::model::{Facts, Input, Scope, Verdict};
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

    /// False for what no seller may accept knowingly.
    fn can_be_excepted(&self) -> bool {
        true
    }

    /// Judges one subject: the item, page or supplier of that number; 0 for the account.
    /// States the facts of a risk, each in a closure, because they are only made for the report.
    fn judge<'a>(&'a self, cx: &Context<'a>, at: u32, facts: &mut Facts<'a>) -> Verdict;
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
        name: "regulated",
        parse: parse::<regulated::Regulated>,
    },
    Kind {
        name: "repeat-notice",
        parse: parse::<repeat_notice::RepeatNotice>,
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
        name: "title-form",
        parse: parse::<title_form::TitleForm>,
    },
    Kind {
        name: "trademark",
        parse: parse::<trademark::Trademark>,
    },
    Kind {
        name: "words",
        parse: parse::<words::Words>,
    },
];
