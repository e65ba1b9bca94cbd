//! Closed sets about the account: its health, what the seller states of it, notices of Amazon.

use super::kinds::words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// A figure of the account-health report; each has a rate or a count.
    Metric {
        #[doc = "Shipped late, of seller-fulfilled orders."] LateShipment = "late-shipment",
        #[doc = "Cancelled by the seller before shipping."] Cancellation = "pre-fulfilment-cancel",
        #[doc = "Orders with a claim, chargeback or bad feedback."] OrderDefect = "order-defect",
        #[doc = "Shipments with a tracking number that holds."] ValidTracking = "valid-tracking",
        #[doc = "Delivered on time."] OnTime = "on-time-delivery",
        #[doc = "Units delivered on time."] UnitOnTime = "unit-on-time-delivery",
        #[doc = "Invoices missing or late."] InvoiceDefect = "invoice-defect",
        #[doc = "Breaches of the listing policy."] ListingPolicy = "listing-policy-violations",
        #[doc = "Buyers doubt that goods are genuine."] Authenticity = "authenticity-complaints",
        #[doc = "Buyers complain of the condition."] ConditionComplaints = "condition-complaints",
        #[doc = "Buyers complain of safety."] Safety = "safety-complaints",
        #[doc = "Complaints of rights holders."] ReceivedIp = "received-ip-complaints",
        #[doc = "Amazon suspects an infringement."] SuspectedIp = "suspected-ip-violations",
        #[doc = "Restricted goods."] Restricted = "restricted-product-violations",
        #[doc = "Food and product safety."] Food = "food-safety-issues",
        #[doc = "Other breaches."] OtherPolicy = "other-policy-violations",
        #[doc = "Documents asked for."] DocumentRequests = "document-requests",
    }
}

words! {
    /// State of the account in the account-health report.
    AccountState {
        #[doc = "Nothing is wrong."] Normal = "account-normal",
        #[doc = "At risk of being deactivated."] AtRisk = "account-at-risk",
        #[doc = "Deactivated or suspended."] Deactivated = "account-deactivated",
        #[doc = "A word this version does not know."] Unknown = "account-state-unknown",
    }
}

words! {
    /// What the seller attests of the account, since no export shows it.
    Attest {
        #[doc = "Two-step sign-in is on for every user."] TwoStep = "two-step",
        #[doc = "The password was changed."] Password = "password",
        #[doc = "The account is used from the seller's own device and line only."] OwnDevice = "own-device",
        #[doc = "There is no other account of the seller or the people around."] OneAccount = "one-account",
        #[doc = "Outgoing goods are checked by a second person or a second time."] DoubleCheck = "double-check",
    }
}

words! {
    /// Seller details that the law on specified commercial transactions (特定商取引法) asks for.
    SellerDetail {
        #[doc = "Name of the seller."] Name = "seller-name",
        #[doc = "Address."] Address = "seller-address",
        #[doc = "Phone."] Phone = "seller-phone",
        #[doc = "Person responsible."] Manager = "seller-manager",
    }
}

words! {
    /// What a mail of Amazon is about.
    NoticeKind {
        #[doc = "An offer is doubted: proof of purchase is asked for."] ListingAuthenticity = "listing-authenticity",
        #[doc = "The account is doubted: a call, then papers."] AccountInquiry = "account-authenticity-inquiry",
        #[doc = "The account is stopped for doubted goods."] AccountSuspended = "account-suspended-authenticity",
        #[doc = "The account is closed for doubted goods."] AccountClosed = "account-closed-authenticity",
        #[doc = "Papers of any three ASINs are asked for."] DocumentRequest = "account-document-request",
        #[doc = "Goods differ from their page."] PageMismatch = "page-mismatch",
        #[doc = "What the seller sent did not do."] PlanRejected = "plan-rejected",
        #[doc = "The antique-dealer permit is asked for."] AntiquePermit = "antique-permit",
        #[doc = "A rights holder complained."] IntellectualProperty = "intellectual-property",
        #[doc = "The account is taken for one of a stopped account."] LinkedAccount = "linked-account",
        #[doc = "Used goods were sold as new."] UsedAsNew = "used-sold-as-new",
        #[doc = "Settled: the seller promised never to sell the ASIN again."] ResolvedPledge = "resolved-pledge",
        #[doc = "Settled: the offer may be sold again."] ResolvedReinstated = "resolved-reinstated",
        #[doc = "Settled: the account is open again."] ResolvedAccount = "resolved-account-reinstated",
        #[doc = "None of these, or not to be told."] Unknown = "unknown",
    }
}

impl NoticeKind {
    /// True for a mail that ends a matter well.
    #[must_use]
    pub fn is_resolved(self) -> bool {
        matches!(
            self,
            Self::ResolvedPledge | Self::ResolvedReinstated | Self::ResolvedAccount
        )
    }
}

words! {
    /// What a rights holder claims.
    Claim {
        #[doc = "商標権."] Trademark = "trademark", #[doc = "著作権."] Copyright = "copyright",
        #[doc = "意匠権."] Design = "design", #[doc = "特許権, 実用新案権."] Patent = "patent",
        #[doc = "偽造品."] Counterfeit = "counterfeit", #[doc = "不正競争."] UnfairCompetition = "unfair-competition",
    }
}

words! {
    /// Who has to act on a notice.
    Turn { #[doc = "The seller."] Seller = "seller", #[doc = "Amazon."] Amazon = "amazon" }
}
