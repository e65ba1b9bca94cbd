//! How to judge: one file per kind of check, pure functions.

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
mod kinds;
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
mod rate_trend;
mod registration_number;
mod regulated;
mod repeat_notice;
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
pub use kinds::{KINDS, Kind};
pub(crate) use proofs::{Standing, standing};

use crate::lists::Lists;
use crate::model::{Facts, Input, ProofWindow, Scope, Verdict};

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

    /// The papers that count for it, and how long, where it follows units until their papers end.
    fn window(&self) -> Option<ProofWindow> {
        None
    }

    /// True when its facts may tell the `grade` of the entry of a list that they stand on: that
    /// entry is the evidence then, more than the sources of the rule.
    fn graded(&self) -> bool {
        false
    }

    /// Ids of rules about goods whose results it goes by; an unknown one is refused by lint.
    fn rules(&self) -> &[String] {
        &[]
    }

    /// False for what no seller may accept knowingly.
    fn can_be_excepted(&self) -> bool {
        true
    }

    /// The answer that every subject gets because of what was given at all; it is not asked then.
    fn settled(&self, _cx: &Context<'_>) -> Option<Verdict> {
        None
    }

    /// Which subjects are clear without being asked.
    fn quiet(&self, _lists: &Lists) -> Option<Quiet> {
        None
    }

    /// Units of a shipment line that papers prove, where the check counts them.
    fn proven(&self, _cx: &Context<'_>, _line: u32) -> Option<u64> {
        None
    }

    /// Units of a shipment line up to which the check finds no risk, where it judges the quantity.
    fn limit(&self, cx: &Context<'_>, line: u32) -> Option<u64> {
        self.proven(cx, line)
    }

    /// Judges one item, page, supplier or shipment line by its number, or the account (0).
    /// States the facts of a risk, each in a closure, because they are only made for the report.
    fn judge<'a>(&'a self, cx: &Context<'a>, at: u32, facts: &mut Facts<'a>) -> Verdict;
}
