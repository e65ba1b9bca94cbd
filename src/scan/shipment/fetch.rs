//! The papers to fetch for lines that lack them, grouped by whom to ask.

use super::Gate;
use crate::model::{
    Contact, Decision, Family, Fetch, FetchPaper, Finding, GateLine, Input, Place, Purchase, Text,
};
use crate::rules::Rule;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Purchases that are named of one line.
const NAMED: usize = 5;

impl Gate<'_> {
    /// Whom to ask for which papers; what no purchase tells comes last.
    pub(super) fn fetch(&self, lines: &[GateLine]) -> Vec<Fetch> {
        // Sorted by name, with the nameless behind all others.
        let mut by: BTreeMap<(bool, Option<String>), Fetch> = BTreeMap::new();
        for (number, line) in (0u32..).zip(lines) {
            if !self.lacks(number, line) {
                continue;
            }
            for purchase in self.unproven(number, self.unaccepted(line)) {
                let supplier = purchase.and_then(|p| p.supplier);
                let names = &self.cx.inventory.tables.supplier_names;
                let name = supplier.map(|name| names.get(name).to_owned());
                let contact = purchase.map(|p| self.contact(p)).unwrap_or_default();
                let text = |text| self.cx.inventory.tables.strings.get(text).to_owned();
                let fetch = by.entry((name.is_none(), name.clone()));
                let fetch = fetch.or_insert_with(|| Fetch {
                    supplier: name,
                    phone: text(contact.phone),
                    mail: text(contact.mail),
                    site: text(contact.site),
                    papers: Vec::new(),
                });
                fetch.papers.push(self.paper(line, purchase));
            }
        }
        by.into_values().collect()
    }

    /// True for a line that papers could help: not one that must not go whatever they say.
    fn lacks(&self, number: u32, line: &GateLine) -> bool {
        let forbidden = |finding: &Finding| {
            let rule = self.rule(&finding.rule);
            finding.decision == Decision::Stop
                && rule.is_some_and(|rule| {
                    let by_units = rule.check.limit(&self.cx, number).is_some();
                    rule.family != Family::Proof && !(rule.family == Family::Ship && by_units)
                })
        };
        if line.findings.iter().any(forbidden) {
            return false;
        }
        let short = match (line.covered, line.quantity) {
            (Some(covered), Some(quantity)) => covered < u64::from(quantity),
            _ => false,
        };
        // For want of a whole ledger nobody can be asked.
        let open = |held: &crate::model::Held| {
            held.required && held.field.is_some() && held.input == Input::Documents
        };
        short || self.unaccepted(line) || line.not_judged.iter().any(open)
    }

    /// True when a rule about papers holds the line: what there is of them is not good enough.
    fn unaccepted(&self, line: &GateLine) -> bool {
        line.findings.iter().any(|finding| {
            let rule = self.rule(&finding.rule);
            let of_proof = rule.is_some_and(|rule| rule.family == Family::Proof);
            of_proof && finding.decision > Decision::Ship
        })
    }

    fn rule(&self, id: &str) -> Option<&Rule> {
        let mut rules = self.rules.iter().map(|active| active.rule);
        rules.find(|rule| rule.id == id)
    }

    /// Purchases of a line's goods that no document speaks for, newest first; where every one has
    /// a document that is not good enough, the newest. `None` stands for goods of which no purchase
    /// is known.
    fn unproven(&self, line: u32, unaccepted: bool) -> Vec<Option<&Purchase>> {
        let inventory = self.cx.inventory;
        let Some(page) = inventory.line_page(line) else {
            return vec![None];
        };
        let rows = inventory.purchase_rows(page);
        let mut bought: Vec<(usize, &Purchase)> = rows.zip(inventory.purchases(page)).collect();
        bought.sort_by_key(|(_, p)| (Reverse(p.day), p.origin));
        let proven = |(row, purchase): &&(usize, &Purchase)| {
            inventory.proofs(page).any(|proof| {
                proof.purchase == Some(*row as u32)
                    || (purchase.supplier.is_some()
                        && proof.supplier == purchase.supplier
                        && proof.day >= purchase.day)
            })
        };
        let mut open: Vec<Option<&Purchase>> = bought
            .iter()
            .filter(|at| !proven(at))
            .take(NAMED)
            .map(|(_, purchase)| Some(*purchase))
            .collect();
        let units = |units: Option<u32>| u64::from(units.unwrap_or(0));
        let proven: u64 = inventory.proofs(page).map(|proof| units(proof.units)).sum();
        let fewer = proven < bought.iter().map(|(_, p)| units(p.units)).sum();
        // Where all that was bought has its papers there are no others to fetch.
        if open.is_empty() && (unaccepted || fewer || bought.is_empty()) {
            open.push(bought.first().map(|(_, purchase)| *purchase));
        }
        open
    }

    /// How to reach the supplier of a purchase: by its line, else by the master.
    fn contact(&self, purchase: &Purchase) -> Contact {
        let inventory = self.cx.inventory;
        let tables = &inventory.tables;
        let own = tables.contact(purchase.contact);
        let master = purchase
            .supplier
            .and_then(|name| inventory.supplier(name).row(tables))
            .map(|row| row.contact)
            .unwrap_or_default();
        let either = |own: Text, master: Text| if own.is_empty() { master } else { own };
        Contact {
            phone: either(own.phone, master.phone),
            address: either(own.address, master.address),
            mail: either(own.mail, master.mail),
            site: either(own.site, master.site),
        }
    }

    fn paper(&self, line: &GateLine, purchase: Option<&Purchase>) -> FetchPaper {
        let strings = &self.cx.inventory.tables.strings;
        let missing = line.covered.zip(line.quantity);
        FetchPaper {
            sku: line.sku.clone(),
            asin: line.asin.clone(),
            title: line.title.clone(),
            missing: missing.map(|(covered, planned)| u64::from(planned).saturating_sub(covered)),
            day: purchase.and_then(|p| p.day),
            units: purchase.and_then(|p| p.units),
            invoice: purchase.map_or("", |p| strings.get(p.invoice)).to_owned(),
            at: purchase.map(|p| Place::of(&self.desk.files, p.origin)),
        }
    }
}
