//! The sourcing gate: goods that are not bought yet, judged by the rules that need no paper of them.
//!
//! A candidate is an offer with one intended purchase. A batch of them is an inventory in which
//! every offer stands for itself, so that an answer never depends on what else is in the batch.

mod fetched;
mod known;
mod papers;
mod reasons;
mod tables;

pub use known::Known;

use super::except::Exceptions;
use super::finding::advised;
use super::{Active, hits::Texts};
use crate::checks::{Context, Quiet};
use crate::inventory::Inventory;
use crate::lists::ListId;
use crate::model::{
    Answer, Candidate, Choice, Facts, Family, Field, Input, Lacking, Lang, NotJudged, Policy,
    Scope, Source, SupplierClass, Unread, Verdict,
};
use crate::rules::{Pack, Rule};
use papers::Papers;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The check that compares routes of one ASIN, which earlier purchases take part in.
const ROUTE_MIX: &str = "route-mix";
/// What is there only after buying: rules that need it cannot judge a candidate, papers stand for
/// them.
const AFTER: [Input; 4] = [Input::Documents, Input::Stock, Input::Sales, Input::Returns];
/// Checks that compare what a line tells only once: the goods with their purchase, a page with the
/// other pages of the account.
const OF_ACCOUNTS: [&str; 4] = ["no-purchase", "other-item", "route-twins", "used-ledger"];
/// The checks of the account that goods to be bought bring up.
const OF_ACCOUNT_TOO: [&str; 1] = ["antique-permit"];
/// The check of shipments that holds for goods to be bought: what FBA does not take in.
const OF_SHIPMENTS_TOO: [&str; 1] = ["inbound"];
/// Texts by language.
type Both = BTreeMap<Lang, String>;

/// Judges candidates, batch after batch; made once.
pub struct Buyer<'a> {
    pack: &'a Pack,
    policy: &'a Policy,
    known: &'a Known<'a>,
    required: &'a [Family],
    rules: Vec<Asked<'a>>,
    /// Rules of the account, which are asked about one candidate at a time.
    account: Vec<Asked<'a>>,
    paths: Vec<Arc<str>>,
}

/// When a rule is asked.
enum When {
    /// Of every candidate.
    Always,
    /// Where the page may be of a listed brand; it is clear elsewhere.
    Branded,
    /// Where the title has one of these words, or is not told; it is clear elsewhere.
    Worded(Vec<ListId>),
    /// Never: it says the same of every candidate.
    Settled(Verdict),
}

/// A rule in force with what its reasons share.
struct Asked<'a> {
    active: Active<'a>,
    when: When,
    choice: Choice,
    id: Arc<str>,
    title: Arc<Both>,
    fix: Arc<Both>,
    source: Arc<Vec<Source>>,
}

/// One candidate on the desk.
struct Desk<'c, 'i> {
    cx: Context<'i>,
    exceptions: &'c Exceptions<'i>,
    candidate: &'c Candidate,
    /// Number of its item and of its page.
    item: u32,
    brandless: bool,
}

impl Desk<'_, '_> {
    /// False where neither the title nor the catalogue has a listed brand.
    fn may_be_branded(&self) -> bool {
        let row = self.cx.inventory.catalog_row(self.item);
        !self.cx.brands.of(self.item).is_empty()
            || row.is_some_and(|row| self.cx.brand_fields.is_listed(row))
    }
}

impl<'a> Buyer<'a> {
    /// A gate with the rules in force. `file` is the name of the input in places, `advice` gives
    /// what to do about a finding before buying, and `required` are families that must be judged.
    #[must_use]
    pub fn new(
        pack: &'a Pack,
        policy: &'a Policy,
        known: &'a Known<'a>,
        (file, required): (&str, &'a [Family]),
        advice: &dyn Fn(&Rule) -> Both,
    ) -> Self {
        let before = |active: &Active<'_>| {
            let inputs = active.rule.check.inputs();
            let check = active.rule.check_name.as_str();
            inputs.iter().all(|input| !AFTER.contains(input))
                && !OF_ACCOUNTS.contains(&check)
                && (active.scope != Scope::Account || OF_ACCOUNT_TOO.contains(&check))
                && (active.scope != Scope::ShipmentLine || OF_SHIPMENTS_TOO.contains(&check))
        };
        let asked = |active: Active<'a>| Asked {
            choice: policy
                .profile
                .choose(active.severity, active.rule.indication),
            id: active.rule.id.as_str().into(),
            title: Arc::new(active.rule.title.clone()),
            fix: Arc::new(advice(active.rule)),
            source: Arc::new(active.rule.source.clone()),
            active,
            when: When::Always,
        };
        let rules = super::active(true, known.given(), pack, policy)
            .into_iter()
            .filter(before);
        // A supplier's contact is asked for as a paper: it says nothing of the goods.
        let rules = rules.filter(|active| active.scope != Scope::Supplier);
        let (account, rules) = rules
            .map(asked)
            .partition(|asked| asked.active.scope == Scope::Account);
        let paths = std::iter::once(Arc::from(file)).chain(known.paths());
        let mut buyer = Self {
            pack,
            policy,
            known,
            required,
            rules,
            account,
            paths: paths.collect(),
        };
        buyer.settle();
        buyer
    }

    /// Finds out when each rule has to be asked, by what is the same for every candidate.
    fn settle(&mut self) {
        let lists = &self.pack.lists;
        let inventory = Inventory::apart(self.tables(&[Candidate::default()]), lists);
        let texts = Texts::read(&inventory, lists);
        let cx = texts.context(&inventory, lists, self.policy);
        for asked in &mut self.rules {
            let check = &asked.active.rule.check;
            asked.when = match (check.settled(&cx), check.quiet(lists)) {
                (Some(verdict), _) if verdict != Verdict::Risk => When::Settled(verdict),
                (_, Some(Quiet::WithoutBrand)) => When::Branded,
                (_, Some(Quiet::WithoutWords { lists, .. })) => When::Worded(lists),
                _ => When::Always,
            };
        }
    }

    /// Answers every candidate of a batch, in its order; ends early with the first error of `take`.
    ///
    /// # Errors
    /// The first error of `take`.
    pub fn answer<E>(
        &self,
        batch: &[Candidate],
        take: &mut dyn FnMut(Answer) -> Result<(), E>,
    ) -> Result<(), E> {
        let lists = &self.pack.lists;
        let inventory = Inventory::apart(self.tables(batch), lists);
        let texts = Texts::read(&inventory, lists);
        let cx = texts.context(&inventory, lists, self.policy);
        let exceptions = Exceptions::new(cx);
        for (item, candidate) in batch.iter().enumerate() {
            let row = inventory.catalog_row(item as u32);
            let desk = Desk {
                cx,
                exceptions: &exceptions,
                candidate,
                item: item as u32,
                brandless: row.is_some_and(|row| cx.brand_fields.is_brandless(row)),
            };
            take(self.one(&desk))?;
        }
        Ok(())
    }

    fn one(&self, desk: &Desk<'_, '_>) -> Answer {
        let candidate = desk.candidate;
        let mut answer = self.blank(desk);
        let mut papers = Papers::default();
        let inventory = desk.cx.inventory;
        let titled = !inventory.item(desk.item).title.is_empty();
        let branded = desk.may_be_branded();
        let words = desk.cx.titles.of(desk.item);
        for asked in &self.rules {
            let quiet = match &asked.when {
                When::Always => false,
                When::Branded => titled && !branded,
                When::Worded(lists) => titled && !words.iter().any(|w| lists.contains(&w.list)),
                When::Settled(verdict) => {
                    self.take(asked, *verdict, desk, &mut answer, &mut papers);
                    continue;
                }
            };
            if !quiet {
                self.ask(asked, desk, &mut answer, &mut papers);
            }
        }
        let purchase = inventory.purchases(desk.item).first();
        let class = purchase.and_then(|p| inventory.class(p));
        let route = purchase.and_then(|p| inventory.route(p));
        // What only buying from persons or selling used goods brings up.
        let used = candidate.condition.is_some_and(|c| c.is_used())
            || class.is_some_and(|c| c >= SupplierClass::Recycle);
        if used {
            self.alone(candidate, &self.account, &mut answer, &mut papers);
        }
        if let Some(route) = route
            && candidate
                .asin
                .is_some_and(|a| self.known.other_route(a, route).is_some())
        {
            let mix = |asked: &&Asked<'_>| asked.active.rule.check_name == ROUTE_MIX;
            self.alone(
                candidate,
                self.rules.iter().filter(mix),
                &mut answer,
                &mut papers,
            );
        }
        papers.of_supplier(desk, class, route.is_some() || desk.brandless);
        answer.papers = papers.list();
        answer
            .reasons
            .sort_by_key(|reason| Reverse(reason.severity));
        let reasons = answer.reasons.iter().map(|reason| reason.decision);
        let open = answer.not_judged.iter().any(|n| n.asks) || !answer.unread.is_empty();
        let asks = if open { Choice::Ask } else { Choice::Buy };
        answer.decision = reasons.fold(asks, Choice::max);
        answer
    }

    fn blank(&self, desk: &Desk<'_, '_>) -> Answer {
        let candidate = desk.candidate;
        let unread = candidate.unread.iter();
        Answer {
            id: candidate.id.clone(),
            line: candidate.line,
            asin: candidate.asin.map(|asin| asin.to_string()),
            jan: candidate.jan.map(|jan| jan.to_string()),
            title: desk.cx.inventory.title(desk.item).to_owned(),
            decision: Choice::Buy,
            reasons: Vec::new(),
            papers: Vec::new(),
            not_judged: Vec::new(),
            suppressed: Vec::new(),
            listed_as: candidate
                .asin
                .map_or_else(Vec::new, |asin| self.known.listed_as(asin)),
            unread: unread
                .map(|(field, value)| Unread {
                    field: *field,
                    value: value.clone(),
                })
                .collect(),
            error: None,
        }
    }

    /// Asks rules about a candidate that is an inventory of its own, with what the account bought
    /// of the same ASIN by the other route.
    fn alone<'r>(
        &'r self,
        candidate: &Candidate,
        rules: impl IntoIterator<Item = &'r Asked<'a>>,
        answer: &mut Answer,
        papers: &mut Papers,
    ) where
        'a: 'r,
    {
        let lists = &self.pack.lists;
        let mut tables = self.tables(std::slice::from_ref(candidate));
        self.add_earlier(&mut tables, candidate);
        let inventory = Inventory::apart(tables, lists);
        let texts = Texts::read(&inventory, lists);
        let cx = texts.context(&inventory, lists, self.policy);
        let desk = Desk {
            cx,
            exceptions: &Exceptions::new(cx),
            candidate,
            item: 0,
            brandless: false,
        };
        for asked in rules {
            self.ask(asked, &desk, answer, papers);
        }
    }

    fn ask(
        &self,
        asked: &Asked<'_>,
        desk: &Desk<'_, '_>,
        answer: &mut Answer,
        papers: &mut Papers,
    ) {
        let mut unwanted = Facts::unwanted();
        let verdict = asked.active.judge(&desk.cx, desk.item, &mut unwanted);
        self.take(asked, verdict, desk, answer, papers);
    }

    /// Adds what a rule says to an answer; the facts of a risk are made now.
    fn take(
        &self,
        asked: &Asked<'_>,
        verdict: Verdict,
        desk: &Desk<'_, '_>,
        answer: &mut Answer,
        papers: &mut Papers,
    ) {
        let rule = asked.active.rule;
        match verdict {
            Verdict::Risk => {
                let mut facts = Facts::wanted();
                rule.check.judge(&desk.cx, desk.item, &mut facts);
                papers.of_risk(rule, &facts);
                facts.add(|| self.pack.advisory(&rule.id, self.policy.today).map(advised));
                let reason = self.reason(asked, &facts);
                let page = (asked.active.scope != Scope::Account).then_some(desk.item);
                match desk.exceptions.of(&asked.active, desk.item, page) {
                    None => answer.reasons.push(reason),
                    Some(number) => {
                        self.excepted(asked, desk.exceptions.get(number), reason, answer)
                    }
                }
            }
            Verdict::Unknown(input, field) => {
                papers.of_unknown(rule);
                let missing = Lacking { input, field };
                answer.not_judged.push(NotJudged {
                    rule: Arc::clone(&asked.id),
                    missing,
                    asks: asked.choice > Choice::Buy && self.matters(rule, missing, desk),
                });
            }
            Verdict::Clear | Verdict::NotApplicable => {}
        }
    }

    /// True when what does not tell has to be asked for.
    fn matters(&self, rule: &Rule, missing: Lacking, desk: &Desk<'_, '_>) -> bool {
        if self.required.contains(&rule.family) {
            return true;
        }
        match (missing.input, missing.field) {
            // Nothing of the goods: the same for every candidate, and told with the answers.
            (Input::Pledges | Input::OwnLists | Input::Notices, _) => false,
            // Asked of a few only, since it takes hours; who ships goods himself has no need of it.
            (Input::Eligibility, _) => false,
            // The page has its code already.
            (Input::Listings, Some(Field::Jan)) => desk.candidate.asin.is_none(),
            // Whom goods of earlier notices came from is the account's matter.
            (Input::Purchases, Some(Field::Supplier)) => desk.candidate.supplier.is_empty(),
            // Goods without a brand have no official importer.
            (Input::Purchases, Some(Field::Route)) => !desk.brandless,
            _ => true,
        }
    }
}
