//! The sourcing gate: goods that are not bought yet, judged by the rules that need no paper of them.
//!
//! A candidate is an offer with one intended purchase. A batch of them is an inventory in which
//! every offer stands for itself, so that an answer never depends on what else is in the batch.

mod known;
mod papers;
mod tables;

pub use known::Known;

use super::except::{self, Exceptions};
use super::finding::advised;
use super::{Active, hits::Texts};
use crate::checks::Context;
use crate::inventory::Inventory;
use crate::model::{
    Answer, Candidate, Choice, Evidence, Exception, Facts, Family, Field, Input, Inputs, Lacking,
    Lang, NotJudged, Policy, Reason, Scope, Source, SupplierClass, Unread, Verdict,
};
use crate::rules::{Pack, Rule};
use crate::text::fold;
use papers::Papers;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Name of the list of words for "no brand".
const BRANDLESS: &str = "brandless";
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
/// Facts that speak of goods in stock, where a candidate is only a line.
const NOT_YET: [&str; 1] = ["pledged-listed"];

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

/// A rule in force with what its reasons share.
struct Asked<'a> {
    active: Active<'a>,
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
        };
        let rules = super::active(false, Inputs::default(), pack, policy)
            .into_iter()
            .filter(before);
        // A supplier's contact is asked for as a paper: it says nothing of the goods.
        let rules = rules.filter(|active| active.scope != Scope::Supplier);
        let (account, rules) = rules
            .map(asked)
            .partition(|asked| asked.active.scope == Scope::Account);
        let paths = std::iter::once(Arc::from(file)).chain(known.paths());
        Self {
            pack,
            policy,
            known,
            required,
            rules,
            account,
            paths: paths.collect(),
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
            let brand = inventory.brand_field(item as u32).unwrap_or_default();
            let desk = Desk {
                cx,
                exceptions: &exceptions,
                candidate,
                item: item as u32,
                brandless: !brand.is_empty() && lists.is_word_of(BRANDLESS, &fold(brand.trim())),
            };
            take(self.one(&desk))?;
        }
        Ok(())
    }

    fn one(&self, desk: &Desk<'_, '_>) -> Answer {
        let candidate = desk.candidate;
        let mut answer = self.blank(desk);
        let mut papers = Papers::default();
        for asked in &self.rules {
            self.ask(asked, desk, &mut answer, &mut papers);
        }
        let inventory = desk.cx.inventory;
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
        let mut facts = Facts::wanted();
        let rule = asked.active.rule;
        match rule.check.judge(&desk.cx, desk.item, &mut facts) {
            Verdict::Risk => {
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

    /// Sets a reason aside, or weighs it otherwise, as the exception says.
    fn excepted(
        &self,
        asked: &Asked<'_>,
        exception: &Exception,
        mut reason: Reason,
        answer: &mut Answer,
    ) {
        reason.exception = Some(except::note(exception, None));
        if exception.sets_aside() {
            return answer.suppressed.push(reason);
        }
        if let Some(severity) = exception.severity {
            let profile = &self.policy.profile;
            reason.severity = severity;
            reason.decision = profile.choose(severity, asked.active.rule.indication);
        }
        if let Some(decision) = exception.decision {
            reason.decision = Choice::from(decision);
        }
        answer.reasons.push(reason);
    }

    /// True when what does not tell has to be asked for.
    fn matters(&self, rule: &Rule, missing: Lacking, desk: &Desk<'_, '_>) -> bool {
        if self.required.contains(&rule.family) {
            return true;
        }
        match (missing.input, missing.field) {
            // Nothing of the goods: the same for every candidate, and told with the answers.
            (Input::Pledges | Input::OwnLists | Input::Notices, _) => false,
            // The page has its code already.
            (Input::Listings, Some(Field::Jan)) => desk.candidate.asin.is_none(),
            // Whom goods of earlier notices came from is the account's matter.
            (Input::Purchases, Some(Field::Supplier)) => desk.candidate.supplier.is_empty(),
            // Goods without a brand have no official importer.
            (Input::Purchases, Some(Field::Route)) => !desk.brandless,
            _ => true,
        }
    }

    fn reason(&self, asked: &Asked<'_>, facts: &Facts<'_>) -> Reason {
        let told = facts.list().iter();
        let told = told.filter(|fact| !NOT_YET.contains(&fact.key));
        let evidence = told.map(|fact| {
            let mut evidence = Evidence::of(&self.paths, fact);
            // Only the line of the candidate has its columns.
            let own = fact.at.is_some_and(|at| at.file.0 == 0);
            if let Some(place) = evidence.at.as_mut().filter(|_| own) {
                place.column = field(fact.key).map(|field| field.word().to_owned());
            }
            evidence
        });
        Reason {
            rule: Arc::clone(&asked.id),
            severity: asked.active.severity,
            decision: asked.choice,
            indication: asked.active.rule.indication,
            title: Arc::clone(&asked.title),
            evidence: evidence.collect(),
            fix: Arc::clone(&asked.fix),
            source: Arc::clone(&asked.source),
            exception: None,
        }
    }
}

/// The field of a candidate that a fact speaks of.
fn field(key: &str) -> Option<Field> {
    Some(match key {
        "word-in-title"
        | "title-half-width-kana"
        | "title-html"
        | "title-too-long"
        | "page-unmarked"
        | "page-marked"
        | "brand-in-title"
        | "mark-in-title"
        | "regulated-goods" => Field::Title,
        "word-in-note" | "note-marked" => Field::Note,
        "brand-in-catalog" | "page-brand" => Field::Brand,
        "goods-route" => Field::Route,
        "bought-from-class" | "bought-from-individuals" | "maker-proof-missing" => Field::Supplier,
        "cost-far-under-price" => Field::UnitCost,
        "offered-new" | "used-offers" => Field::Condition,
        "asin-watched" | "isbn-check-digit" | "pledged-bought" => Field::Asin,
        "code-check-digit" => Field::Jan,
        _ => return None,
    })
}
