//! The columns that rows of an example may have, and of what type their values are.

use crate::model::Input;

/// Type of a value in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    /// Any text.
    Text,
    /// A well-formed ASIN.
    Asin,
    /// A JAN with a right check digit.
    Jan,
    /// A product code as written, right or wrong.
    Code,
    /// Units, from 0.
    Units,
    /// Yen.
    Yen,
    /// A calendar date.
    Day,
    /// Amazon's condition code.
    Condition,
    /// amazon, merchant.
    Channel,
    /// active, inactive, incomplete.
    Status,
    /// Class of a supplier.
    Class,
    /// domestic, parallel.
    Route,
    /// Kind of a document.
    Kind,
    /// State of a document's file: a type, or what is wrong with it.
    State,
    /// Type of a file.
    File,
    /// Disposition of a returned unit.
    Disposition,
    /// What was put onto a page of a file.
    Mark,
    /// How far the text of a file can be read.
    Layer,
    /// Figure of the account-health report.
    Metric,
    /// State of the account.
    AccountState,
    /// A share such as `2.5%`.
    Percent,
    /// Kind of a notice.
    Notice,
    /// Who has to act on it.
    Turn,
}

/// One kind of rows: key in the example, input that it gives, columns, and those that every
/// row has.
pub(super) struct Rows {
    pub(super) key: &'static str,
    pub(super) input: Input,
    pub(super) columns: &'static [(&'static str, Type)],
    pub(super) needed: &'static [&'static str],
}

use Type::{
    AccountState, Asin, Channel, Class, Code, Condition, Day, Disposition, File, Jan, Kind, Layer,
    Mark, Metric, Notice, Percent, Route, State, Status, Text, Turn, Units, Yen,
};

/// Every kind of rows an example can hold.
pub(super) const ROWS: &[Rows] = &[
    Rows {
        key: "listings",
        input: Input::Listings,
        needed: &["sku"],
        columns: &[
            ("sku", Text),
            ("asin", Asin),
            ("title", Text),
            ("note", Text),
            ("condition", Condition),
            ("price", Yen),
            ("quantity", Units),
            ("channel", Channel),
            ("status", Status),
            ("jan", Code),
        ],
    },
    Rows {
        key: "stock",
        input: Input::Stock,
        needed: &["sku"],
        columns: &[
            ("sku", Text),
            ("asin", Asin),
            ("on_hand", Units),
            ("reserved", Units),
            ("unsellable", Units),
            ("inbound", Units),
        ],
    },
    Rows {
        key: "purchases",
        input: Input::Purchases,
        needed: &[],
        columns: &[
            ("day", Day),
            ("sku", Text),
            ("asin", Asin),
            ("jan", Code),
            ("title", Text),
            ("units", Units),
            ("unit_cost", Yen),
            ("supplier", Text),
            ("class", Class),
            ("route", Route),
            ("file", Text),
            ("kind", Kind),
            ("invoice", Text),
            ("phone", Text),
            ("address", Text),
            ("mail", Text),
            ("site", Text),
            ("registration", Text),
            ("identity", Text),
            ("remark", Text),
        ],
    },
    Rows {
        key: "suppliers",
        input: Input::Suppliers,
        needed: &["name"],
        columns: &[
            ("name", Text),
            ("class", Class),
            ("phone", Text),
            ("address", Text),
            ("mail", Text),
            ("site", Text),
            ("registration", Text),
            ("route", Route),
            ("loa_brands", Text),
            ("loa_expiry", Day),
        ],
    },
    Rows {
        key: "documents",
        input: Input::Documents,
        needed: &[],
        columns: &[
            ("sku", Text),
            ("asin", Asin),
            ("jan", Jan),
            ("file", Text),
            ("issued", Day),
            ("units", Units),
            ("kind", Kind),
            ("supplier", Text),
            ("addressee", Text),
            ("invoice", Text),
            ("state", State),
            ("named", File),
            ("bytes", Text),
            ("pages", Units),
            ("producer", Text),
            ("creator", Text),
            ("created", Day),
            ("modified", Day),
            ("updates", Units),
            ("mark", Mark),
            ("text", Text),
            ("layer", Layer),
        ],
    },
    Rows {
        key: "sales",
        input: Input::Sales,
        needed: &[],
        columns: &[
            ("day", Day),
            ("sku", Text),
            ("asin", Asin),
            ("units", Units),
            ("amount", Yen),
        ],
    },
    Rows {
        key: "returns",
        input: Input::Returns,
        needed: &[],
        columns: &[
            ("day", Day),
            ("sku", Text),
            ("asin", Asin),
            ("units", Units),
            ("disposition", Disposition),
            ("reason", Text),
            ("comment", Text),
        ],
    },
    Rows {
        key: "catalog",
        input: Input::Catalog,
        needed: &["asin"],
        columns: &[
            ("asin", Asin),
            ("brand", Text),
            ("manufacturer", Text),
            ("jan", Jan),
            ("list_price", Yen),
            ("parent", Asin),
            ("distribution", Route),
        ],
    },
    Rows {
        key: "pledges",
        input: Input::Pledges,
        needed: &["asin"],
        columns: &[("asin", Asin), ("day", Day)],
    },
    Rows {
        key: "shipment",
        input: Input::Shipment,
        needed: &["sku"],
        columns: &[
            ("sku", Text),
            ("asin", Asin),
            ("units", Units),
            ("expiry", Day),
            ("units_per_box", Units),
            ("boxes", Units),
        ],
    },
    Rows {
        key: "health",
        input: Input::Health,
        needed: &[],
        columns: &[
            ("metric", Metric),
            ("channel", Channel),
            ("rate", Percent),
            ("orders", Units),
            ("count", Units),
            ("state", AccountState),
            ("until", Day),
        ],
    },
    Rows {
        key: "notices",
        input: Input::Notices,
        needed: &["kind", "received"],
        columns: &[
            ("asin", Asin),
            ("kind", Notice),
            ("received", Day),
            ("deadline", Day),
            ("rights_holder", Text),
            ("closed", Day),
            ("appeals", Units),
            ("refused", Units),
            ("turn", Turn),
        ],
    },
    Rows {
        key: "history",
        input: Input::History,
        needed: &["sku"],
        columns: &[
            ("sku", Text),
            ("title", Text),
            ("status", Status),
            ("units", Units),
        ],
    },
    Rows {
        key: "rates_then",
        input: Input::History,
        needed: &["day", "metric", "rate"],
        columns: &[
            ("day", Day),
            ("metric", Metric),
            ("channel", Channel),
            ("rate", Percent),
        ],
    },
    Rows {
        key: "restrictions",
        input: Input::Restrictions,
        needed: &["asin"],
        columns: &[("asin", Asin), ("condition", Text), ("code", Text)],
    },
    Rows {
        key: "eligibility",
        input: Input::Eligibility,
        needed: &["asin"],
        columns: &[("asin", Asin), ("reason", Text)],
    },
    Rows {
        key: "listing_issues",
        input: Input::ListingIssues,
        needed: &["sku"],
        columns: &[
            ("sku", Text),
            ("severity", Text),
            ("code", Text),
            ("action", Text),
            ("exemption", Text),
            ("until", Day),
        ],
    },
    Rows {
        key: "registry",
        input: Input::Registry,
        needed: &["number"],
        columns: &[
            ("number", Text),
            ("name", Text),
            ("trade_name", Text),
            ("from", Day),
            ("until", Day),
        ],
    },
];

/// Words for the state of a document's file that are no file type.
pub(super) const STATES: &[&str] = &[
    "unseen",
    "missing",
    "empty",
    "unreadable",
    "unlooked",
    "locked",
    "broken",
];
