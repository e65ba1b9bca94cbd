//! Returns as checks ask for them: the rows of a page, and the offer that came back.

use super::{Inventory, NOWHERE};
use crate::model::Name;

impl Inventory {
    /// The rows (in [`crate::model::Tables::returns`]) of the returns of a page.
    #[must_use]
    #[inline]
    pub fn return_rows(&self, page: u32) -> &[u32] {
        self.returns.of(page)
    }

    /// The offer of a SKU; `None` when no file lists it.
    #[must_use]
    pub fn item_of_sku(&self, sku: Name) -> Option<u32> {
        let item = *self.item_of_sku.get(sku.index())?;
        (item != NOWHERE).then_some(item)
    }
}
