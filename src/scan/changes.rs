//! What changed from one audit to the next, and with what of the data or the rules.

use super::Judged;
use crate::model::{
    Audit, AuditFinding, Change, ChangeReason, Changes, Facts, Family, Goods, Input, RuleNote,
    Scope, Since, Subject, Verdict, Weighed, Why,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A finding is the same when the same rule speaks of the same thing: its evidence may change.
type Key<'a> = (&'a str, u8, &'a str);

fn key(finding: &AuditFinding) -> Key<'_> {
    let (kind, name) = match &finding.subject {
        Subject::Sku { sku, .. } => (0, sku.as_str()),
        Subject::Asin { asin, .. } => (1, asin.as_str()),
        Subject::Supplier { name } => (2, name.as_str()),
        Subject::Account => (3, ""),
        Subject::ShipmentLine { sku, .. } => (4, sku.as_str()),
    };
    (&finding.rule, kind, name)
}

/// The two audits, with what is looked up in them.
struct Both<'a> {
    last: &'a Audit,
    now: &'a Audit,
    goods_then: HashMap<&'a str, &'a Goods>,
    goods_now: HashMap<&'a str, &'a Goods>,
    then: HashMap<Key<'a>, &'a AuditFinding>,
    found: HashMap<Key<'a>, &'a AuditFinding>,
    rules: HashMap<String, RuleNote>,
    /// Kinds of input whose files differ.
    changed: BTreeSet<Input>,
}

/// Whether a finding came or went, or only weighs otherwise.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Came,
    Weighs,
    Went,
}

impl Judged<'_> {
    /// What changed since the last audit; `now` is this one.
    #[must_use]
    pub fn changes(&self, last: &Audit, now: &Audit) -> Changes {
        let both = Both::of(self, last, now);
        let mut changes = Changes {
            since: Since {
                run: last.id,
                day: last.day,
                pack: last.pack.clone(),
                profile: last.profile.clone(),
                version: last.version.clone(),
            },
            new: Vec::new(),
            worse: Vec::new(),
            eased: Vec::new(),
            gone: Vec::new(),
            still: BTreeMap::new(),
        };
        for finding in now.findings.iter().filter(|finding| !finding.aside) {
            let was = both.then.get(&key(finding));
            let was = was.filter(|was| !was.aside && both.same(was, finding));
            let weight = |f: &AuditFinding| (f.severity, f.decision);
            match was {
                None => {
                    let why = both.why(finding, Way::Came);
                    changes.new.push(change(finding, None, why));
                }
                Some(was) if weight(was) == weight(finding) => {
                    *changes.still.entry(finding.severity).or_default() += 1;
                }
                Some(was) => {
                    let worse = finding.severity > was.severity || finding.decision > was.decision;
                    let list = match worse {
                        true => &mut changes.worse,
                        false => &mut changes.eased,
                    };
                    list.push(change(finding, Some(was), both.why(finding, Way::Weighs)));
                }
            }
        }
        let mut subjects = None;
        for was in last.findings.iter().filter(|finding| !finding.aside) {
            let now = both.found.get(&key(was));
            if now.is_some_and(|now| !now.aside && both.same(was, now)) {
                continue;
            }
            let mut why = both.why(was, Way::Went);
            let settled = [
                ChangeReason::SetAside,
                ChangeReason::RuleGone,
                ChangeReason::GoodsGone,
            ];
            if !why.iter().any(|why| settled.contains(&why.reason)) {
                let subjects = subjects.get_or_insert_with(|| self.subjects());
                if let Some(input) = self.not_judged(was, subjects) {
                    why = vec![one(ChangeReason::NotJudged, input.word())];
                }
            }
            changes.gone.push(change(was, Some(was), why));
        }
        changes
    }

    /// Numbers of the offers, pages and suppliers by name.
    fn subjects(&self) -> HashMap<(Scope, String), u32> {
        let inventory = self.inventory;
        let sku = |item: u32| inventory.tables.skus.get(inventory.item(item).sku);
        let mut all = HashMap::new();
        for page in 0..inventory.page_count() {
            for item in inventory.items(page) {
                all.insert((Scope::Sku, sku(*item).to_owned()), *item);
                // A page without an ASIN is its one SKU.
                all.insert((Scope::Asin, sku(*item).to_owned()), page);
            }
            if let Some(asin) = inventory.asin(page) {
                all.insert((Scope::Asin, asin.to_string()), page);
            }
        }
        for (number, supplier) in inventory.suppliers().iter().enumerate() {
            let name = inventory.tables.supplier_names.get(supplier.name);
            all.insert((Scope::Supplier, name.to_owned()), number as u32);
        }
        all.insert((Scope::Account, String::new()), 0);
        all
    }

    /// For want of what a rule could not judge a thing that it spoke of before.
    fn not_judged(
        &self,
        was: &AuditFinding,
        subjects: &HashMap<(Scope, String), u32>,
    ) -> Option<Input> {
        let rule = self.pack.rule(&was.rule)?;
        let (_, _, name) = key(was);
        let number = subjects.get(&(rule.check.scope(), name.to_owned()))?;
        let verdict = rule
            .check
            .judge(&self.context(), *number, &mut Facts::unwanted());
        match verdict {
            Verdict::Unknown(input, _) => Some(input),
            _ => None,
        }
    }
}

impl<'a> Both<'a> {
    fn of(judged: &Judged<'_>, last: &'a Audit, now: &'a Audit) -> Self {
        let goods = |audit: &'a Audit| {
            let goods = audit.goods.iter();
            goods.map(|goods| (goods.sku.as_str(), goods)).collect()
        };
        let findings = |audit: &'a Audit| audit.findings.iter().map(|f| (key(f), f)).collect();
        let hashes = |audit: &'a Audit| {
            let mut files: Vec<_> = audit.files.iter().map(|f| (f.input, &f.hash)).collect();
            files.sort_unstable();
            files
        };
        let (then, today) = (hashes(last), hashes(now));
        let of = |files: &[(Option<Input>, &'a String)], input: Input| -> Vec<&'a String> {
            let files = files.iter().filter(|(of, _)| *of == Some(input));
            files.map(|(_, hash)| *hash).collect()
        };
        let inputs = Input::ALL.iter().copied();
        let rules = judged.pack.rules.iter();
        Self {
            last,
            now,
            goods_then: goods(last),
            goods_now: goods(now),
            then: findings(last),
            found: findings(now),
            rules: rules
                .map(|rule| (rule.id.clone(), rule.note(rule.severity)))
                .collect(),
            changed: inputs.filter(|i| of(&then, *i) != of(&today, *i)).collect(),
        }
    }

    /// Why a finding came, went or weighs otherwise; at least one reason.
    fn why(&self, finding: &AuditFinding, way: Way) -> Vec<Why> {
        if let Some(reason) = self.outright(finding, way) {
            return vec![one(reason, "")];
        }
        let id = finding.rule.as_str();
        if way == Way::Went && self.once(id) {
            return vec![one(ChangeReason::Told, "")];
        }
        let rule = self.rules.get(id);
        let needs = |input: Input| rule.is_none_or(|rule| rule.inputs.contains(&input));
        let mut why = Vec::new();
        if self.last.rules.get(id) != self.now.rules.get(id) {
            why.push(one(ChangeReason::RuleWeight, ""));
        }
        let rows = self.rows(finding);
        let proof = rule.is_some_and(|rule| rule.family == Family::Proof);
        let matters = |why: &Why| match why.reason {
            ChangeReason::Stock => needs(Input::Stock) || needs(Input::Sales) || proof,
            ChangeReason::Papers => needs(Input::Purchases) || needs(Input::Documents),
            _ => needs(Input::Listings) || needs(Input::Catalog),
        };
        let told: Vec<Why> = rows.iter().filter(|why| matters(why)).cloned().collect();
        let untouched = rows.is_empty();
        why.extend(if told.is_empty() { rows } else { told });
        let pack = |audit: &'a Audit| (&audit.pack, &audit.version);
        if pack(self.last) != pack(self.now) {
            why.push(one(ChangeReason::Pack, ""));
        }
        if self.last.profile != self.now.profile && way == Way::Weighs {
            why.push(Why {
                was: self.last.profile.clone(),
                now: self.now.profile.clone(),
                ..one(ChangeReason::Profile, "")
            });
        }
        if self.settings_changed() {
            why.push(one(ChangeReason::Settings, ""));
        }
        if untouched && proof && way != Way::Went {
            why.push(one(ChangeReason::ProofAged, ""));
        }
        if why.is_empty() {
            let changed = self.changed.iter().filter(|input| needs(**input));
            why.extend(changed.map(|input| one(ChangeReason::Rows, input.word())));
        }
        if why.is_empty() {
            why.push(one(ChangeReason::Day, ""));
        }
        why
    }

    /// True when the config is another one; not known of an audit that was kept without.
    fn settings_changed(&self) -> bool {
        !self.last.settings.is_empty() && self.last.settings != self.now.settings
    }

    /// A reason beside which no other counts.
    fn outright(&self, finding: &AuditFinding, way: Way) -> Option<ChangeReason> {
        let id = finding.rule.as_str();
        let skus = skus(&finding.subject);
        let none = |goods: &HashMap<&str, &Goods>| {
            !skus.is_empty() && skus.iter().all(|sku| !goods.contains_key(sku))
        };
        match way {
            Way::Came if aside(&self.then, finding) => Some(ChangeReason::AsideOver),
            Way::Came if none(&self.goods_then) => Some(ChangeReason::GoodsNew),
            Way::Came if !self.last.rules.contains_key(id) && !self.once(id) => {
                Some(ChangeReason::RuleNew)
            }
            Way::Went if aside(&self.found, finding) => Some(ChangeReason::SetAside),
            Way::Went if none(&self.goods_now) => Some(ChangeReason::GoodsGone),
            Way::Went if !self.now.rules.contains_key(id) => Some(ChangeReason::RuleGone),
            _ => None,
        }
    }

    /// False for two findings of a rule about changes that tell of different ones.
    fn same(&self, was: &AuditFinding, now: &AuditFinding) -> bool {
        !self.once(&now.rule) || was.fingerprint == now.fingerprint
    }

    /// True for a rule about changes, which no first audit has in force.
    fn once(&self, id: &str) -> bool {
        let rule = self.rules.get(id);
        rule.is_some_and(|rule| rule.inputs.contains(&Input::History))
    }

    /// What changed in the rows of the things that a finding is about.
    fn rows(&self, finding: &AuditFinding) -> Vec<Why> {
        let mut why: Vec<Why> = Vec::new();
        for sku in skus(&finding.subject) {
            let pair = (self.goods_then.get(sku), self.goods_now.get(sku));
            let (then, now) = match pair {
                (Some(then), Some(now)) => (then, now),
                (None, Some(_)) => {
                    why.push(one(ChangeReason::GoodsNew, sku));
                    continue;
                }
                (Some(_), None) => {
                    why.push(one(ChangeReason::GoodsGone, sku));
                    continue;
                }
                (None, None) => continue,
            };
            let mut told = |reason, was: String, now: String| {
                if was != now {
                    let of = sku.to_owned();
                    why.push(Why {
                        reason,
                        of,
                        was,
                        now,
                    });
                }
            };
            told(ChangeReason::Title, then.title.clone(), now.title.clone());
            let status = |goods: &Goods| goods.status.map_or("unknown", |s| s.word()).to_owned();
            told(ChangeReason::Status, status(then), status(now));
            let stock = |goods: &Goods| goods.stock.map_or("unknown".to_owned(), |n| n.to_string());
            told(ChangeReason::Stock, stock(then), stock(now));
            if then.papers != now.papers {
                why.push(one(ChangeReason::Papers, sku));
            }
        }
        why
    }
}

fn aside<'k>(of: &HashMap<Key<'k>, &AuditFinding>, finding: &'k AuditFinding) -> bool {
    of.get(&key(finding)).is_some_and(|found| found.aside)
}

fn skus(subject: &Subject) -> Vec<&str> {
    match subject {
        Subject::Sku { sku, .. } | Subject::ShipmentLine { sku, .. } => vec![sku],
        Subject::Asin { skus, .. } => skus.iter().map(String::as_str).collect(),
        Subject::Supplier { .. } | Subject::Account => Vec::new(),
    }
}

fn one(reason: ChangeReason, of: &str) -> Why {
    Why {
        reason,
        of: of.to_owned(),
        was: String::new(),
        now: String::new(),
    }
}

fn change(finding: &AuditFinding, was: Option<&AuditFinding>, why: Vec<Why>) -> Change {
    Change {
        rule: finding.rule.clone(),
        severity: finding.severity,
        decision: finding.decision,
        was: was.map(|was| Weighed {
            severity: was.severity,
            decision: was.decision,
        }),
        subject: finding.subject.clone(),
        title: finding.title.clone(),
        yen_at_stake: finding.yen_at_stake,
        why,
        fingerprint: finding.fingerprint.clone(),
    }
}
