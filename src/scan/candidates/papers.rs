//! Papers to ask the supplier for before paying: what proves the goods once they are in stock.

use super::Desk;
use crate::model::{AskedPaper, Contact, Facts, Field, SupplierClass, Told, Value};
use crate::rules::Rule;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What an invoice must show of a supplier, in the order it is asked for.
const CONTACT: [Field; 4] = [Field::Phone, Field::Address, Field::Site, Field::Mail];

/// The papers of one candidate, each once.
#[derive(Debug, Default)]
pub(super) struct Papers {
    list: Vec<AskedPaper>,
}

impl Papers {
    /// The papers that a finding asks for.
    pub(super) fn of_risk(&mut self, rule: &Rule, facts: &Facts<'_>) {
        self.of_unknown(rule);
        for fact in facts.list().iter().filter(|f| f.key == "regulated-goods") {
            let told = |wanted: &'static str| {
                let mut values = fact.values.iter();
                let (_, told) = values.find(|(name, _)| *name == wanted)?;
                Some((Cow::Borrowed(wanted), Value::from(told as &Told<'_>)))
            };
            let values = [told("goods"), told("proof")].into_iter().flatten();
            self.add("goods", values.collect());
        }
    }

    /// The papers that settle what a rule could not judge.
    pub(super) fn of_unknown(&mut self, rule: &Rule) {
        match rule.check_name.as_str() {
            "authorisation" => self.add("authorisation", BTreeMap::new()),
            "maker-proofs" => self.add("maker-proofs", BTreeMap::new()),
            _ => {}
        }
    }

    /// What is asked of every supplier, as far as it is not known.
    pub(super) fn of_supplier(
        &mut self,
        desk: &Desk<'_, '_>,
        class: Option<SupplierClass>,
        route_known: bool,
    ) {
        self.add("invoice", BTreeMap::new());
        let inventory = desk.cx.inventory;
        let tables = &inventory.tables;
        let purchase = inventory.purchases(desk.item).first();
        let row = purchase
            .and_then(|p| p.supplier)
            .and_then(|name| inventory.supplier(name).row(tables));
        let contact = row.map(|row| row.contact).unwrap_or_default();
        let missing: Vec<Field> = CONTACT
            .into_iter()
            .filter(|field| part(&contact, *field))
            .collect();
        if !missing.is_empty() {
            let fields = ("fields".into(), Value::words(missing));
            self.add("contact", BTreeMap::from([fields]));
        }
        if !route_known {
            self.add("route", BTreeMap::new());
        }
        if class.is_some_and(|class| class >= SupplierClass::Auction) {
            self.add("identity", BTreeMap::new());
        }
    }

    fn add(&mut self, paper: &'static str, values: BTreeMap<Cow<'static, str>, Value>) {
        let paper = AskedPaper {
            paper: Cow::Borrowed(paper),
            values,
        };
        if !self.list.contains(&paper) {
            self.list.push(paper);
        }
    }

    /// All papers, in the order of [`crate::model::PAPERS`].
    pub(super) fn list(mut self) -> Vec<AskedPaper> {
        let place = |paper: &AskedPaper| {
            let mut all = crate::model::PAPERS.iter();
            all.position(|(name, _)| *name == paper.paper)
        };
        self.list.sort_by_key(place);
        self.list
    }
}

/// True when a part of a contact is missing.
fn part(contact: &Contact, field: Field) -> bool {
    match field {
        Field::Phone => contact.phone,
        Field::Address => contact.address,
        Field::Mail => contact.mail,
        _ => contact.site,
    }
    .is_empty()
}
