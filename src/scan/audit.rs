//! What of a scan is kept for the next one to be compared with.

use super::{Book, Judged, Wanted};
use crate::inventory::StockTotal;
use crate::lists::PageLabel;
use crate::lists::Signs;
use crate::model::{
    Audit, AuditFile, AuditFinding, Channel, Finding, Findings, Goods, Head, HealthRow, Input,
    Milestone, Name, Purchase, RateThen,
};
use std::collections::HashMap;
use std::io;

impl Judged<'_> {
    /// This scan as it is kept: `head` is that of its report, `settings` the hash of the config,
    /// `files` what was read, with their hashes.
    ///
    /// # Errors
    /// None: the findings are taken in memory.
    pub fn audit(&self, head: &Head, settings: String, files: Vec<AuditFile>) -> io::Result<Audit> {
        let mut findings = Vec::with_capacity(self.len());
        let mut keep = |aside: bool, finding: Finding| {
            findings.push(AuditFinding {
                rule: finding.rule,
                severity: finding.severity,
                decision: finding.decision,
                subject: finding.subject,
                title: finding.title,
                yen_at_stake: finding.yen_at_stake,
                fingerprint: finding.fingerprint,
                aside,
            });
            Ok(())
        };
        self.each(&mut |finding| keep(false, finding))?;
        self.suppressed().each(&mut |finding| keep(true, finding))?;
        let rules = self.coverage.iter();
        let book = self.ledger(&Wanted::default());
        Ok(Audit {
            id: 0,
            day: self.policy.today,
            version: head.run.version.clone(),
            profile: self.policy.profile.name.clone(),
            pack: self.pack.hash.clone(),
            settings,
            milestone: Some(self.milestone(head, &book)),
            files,
            rules: rules
                .map(|c| (c.rule.id.clone(), c.rule.severity))
                .collect(),
            findings,
            goods: self.goods(&book),
        })
    }

    /// This scan in figures.
    fn milestone(&self, head: &Head, book: &Book<'_>) -> Milestone {
        let sum = &head.summary;
        let totals = book.totals();
        let health = &self.inventory.tables.health;
        let newest = health.iter().filter_map(|row| row.until).max();
        let rate = |row: &HealthRow| {
            Some(RateThen {
                metric: row.metric?,
                channel: row.channel,
                rate: row.rate.filter(|_| row.orders != Some(0))?,
            })
        };
        Milestone {
            run: 0,
            day: head.run.today,
            skus: sum.skus,
            stop: sum.stop,
            hold: sum.hold,
            findings: sum.findings.clone(),
            yen_at_stake: sum.yen_at_stake,
            held: totals.stock,
            covered: totals.stock_covered,
            rates: health
                .iter()
                .filter(|row| row.until == newest)
                .filter_map(rate)
                .collect(),
        }
    }

    /// How many rules rest for want of an earlier audit.
    #[must_use]
    pub fn rests(&self) -> u64 {
        let rests = |rule: &&crate::rules::Rule| {
            let compares = rule.check.inputs().contains(&Input::History);
            compares && !self.policy.off.contains(&rule.id)
        };
        match self.inventory.tables.has(Input::History) {
            true => 0,
            false => self.pack.rules.iter().filter(rests).count() as u64,
        }
    }

    fn goods(&self, book: &Book<'_>) -> Vec<Goods> {
        let (cx, inventory) = (self.context(), self.inventory);
        let sku = |name: Name| inventory.tables.skus.get(name);
        // Units in stock that papers prove, by the first SKU of a page.
        let told = book.asins().filter(|page| page.stock_told);
        let proven: HashMap<String, u64> = told
            .flat_map(|page| {
                let covered = page.figures.stock_covered;
                page.skus.into_iter().map(move |sku| (sku, covered))
            })
            .collect();
        let mut all = Vec::with_capacity(inventory.item_count() as usize);
        for page in 0..inventory.page_count() {
            let papers = self.papers_of(page);
            for item in inventory.items(page) {
                let listing = inventory.item(*item);
                let stock = inventory.stock(*item);
                let none = listing.channel == Some(Channel::Merchant);
                let label: PageLabel = Signs::of(cx.lists, cx.titles.of(*item)).label();
                all.push(Goods {
                    sku: sku(listing.sku).to_owned(),
                    title: inventory.tables.strings.get(listing.title).to_owned(),
                    status: listing.status,
                    stock: inventory.units_held(*item),
                    fba: stock.and_then(StockTotal::all).or(none.then_some(0)),
                    marking: label.word().to_owned(),
                    proven: proven.get(sku(listing.sku)).copied(),
                    papers: papers.clone(),
                });
            }
        }
        all
    }

    /// Hash of all that the ledger and the papers say of a page, in no order; empty for nothing.
    fn papers_of(&self, page: u32) -> String {
        let tables = &self.inventory.tables;
        let name = |name: Option<Name>| name.map_or("", |n| tables.supplier_names.get(n));
        let bought = |p: &Purchase| {
            let contact = tables.contact(p.contact);
            let contact = [contact.phone, contact.address, contact.mail, contact.site];
            let contact = contact.map(|text| tables.strings.get(text));
            let texts = [p.file, p.invoice, p.registration, p.remark];
            let texts = texts.map(|text| tables.strings.get(text));
            let plain = (
                p.day,
                p.units,
                p.unit_cost,
                p.class,
                p.route,
                p.document_kind,
            );
            format!("{plain:?}{texts:?}{contact:?}{}", name(p.supplier))
        };
        let proof = |p: crate::inventory::Proof| {
            let document = p.document(tables);
            let document = document.map(|d| {
                let texts = [d.file, d.addressee, d.invoice];
                let texts = texts.map(|text| tables.strings.get(text));
                format!("{:?}{texts:?}", d.state)
            });
            format!(
                "{:?}{document:?}{}",
                (p.day, p.units, p.kind),
                name(p.supplier)
            )
        };
        let mut rows: Vec<String> = self.inventory.purchases(page).iter().map(bought).collect();
        rows.extend(self.inventory.proofs(page).map(proof));
        if rows.is_empty() {
            return String::new();
        }
        // Another order of the rows is no change.
        rows.sort_unstable();
        let hash = blake3::hash(rows.join("\n").as_bytes());
        hash.to_hex().chars().take(16).collect()
    }
}
