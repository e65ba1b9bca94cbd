//! `[network]`: whom to ask as, and other addresses than the published ones.

use crate::tomltree::Table;

/// Keys of `[network]`.
pub(super) const KEYS: &[&str] = &["offline", "seller_id", "amazon", "login", "invoices"];

/// What a seller states for fetching. Secrets are never here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Network {
    /// True when no connection may be made, whatever is asked.
    pub offline: bool,
    /// Merchant token.
    pub seller_id: Option<String>,
    /// Address of the Selling Partner API.
    pub amazon: Option<String>,
    /// Address of Login with Amazon.
    pub login: Option<String>,
    /// Address of the tax agency's list.
    pub invoices: Option<String>,
}

pub(super) fn read(table: &Table<'_>) -> Network {
    table.only(KEYS);
    let text = |key| {
        let node = table.get(key)?;
        node.filled().map(str::to_owned)
    };
    let offline = table.get("offline").and_then(|node| node.flag());
    Network {
        offline: offline.unwrap_or_default(),
        seller_id: text("seller_id"),
        amazon: text("amazon"),
        login: text("login"),
        invoices: text("invoices"),
    }
}
