//! What was fetched about candidates, beside what their lines tell.

use super::Buyer;
use super::tables::{behind, own};
use crate::model::{
    Asin, Candidate, Eligibility, Input, Name, Restriction, ShipmentLine, Tables, Text,
};
use std::collections::BTreeSet;

impl Buyer<'_> {
    /// Every candidate as a line of a shipment, where it is known what FBA takes in: the number of
    /// a line is then that of its item.
    pub(super) fn line(&self, tables: &mut Tables, candidate: &Candidate, sku: Name) {
        if !tables.has(Input::Eligibility) {
            return;
        }
        tables.given.insert(Input::Shipment);
        tables.shipment.push(ShipmentLine {
            origin: own(candidate),
            sku,
            asin: candidate.asin,
            units: candidate.units,
            expiry: None,
            bad_expiry: Text::EMPTY,
            per_box: None,
            boxes: None,
        });
    }

    /// The answers of Amazon about the ASINs of a batch, each once.
    pub(super) fn fetched(&self, tables: &mut Tables, batch: &[Candidate]) {
        let fetched = &self.known.inventory.tables;
        let asins: BTreeSet<Asin> = batch.iter().filter_map(|one| one.asin).collect();
        for asin in asins {
            for row in fetched.restrictions_of(asin) {
                let [condition, code, message] = [row.condition, row.code, row.message]
                    .map(|text| tables.strings.add(self.known.text(text)));
                tables.restrictions.push(Restriction {
                    origin: behind(row.origin),
                    condition,
                    code,
                    message,
                    ..*row
                });
            }
            for row in fetched.eligibility_of(asin) {
                let reason = tables.strings.add(self.known.text(row.reason));
                tables.eligibility.push(Eligibility {
                    origin: behind(row.origin),
                    reason,
                    ..*row
                });
            }
        }
    }
}
