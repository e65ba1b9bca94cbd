//! `returned`: buyers sent units of one ASIN back for one cause, by reason code or by comment.

use super::context::{Age, matched};
use super::{Context, Judge};
use crate::lists::{Hit, ListId};
use crate::model::{
    Channel, Day, Disposition, Fact, Facts, Field, FileId, Input, Name, Returned, Scope, Verdict,
};
use hashbrown::HashMap;
use serde::Deserialize;

/// Returns of which offers count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Offered {
    Any,
    New,
}

/// Parameters of `returned`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Returns {
    /// List of words that tell the cause in a buyer's comment.
    list: String,
    /// Reason codes that tell the cause.
    #[serde(default)]
    reasons: Vec<String>,
    /// Reason codes of returns that never count: the cause lies on the way to the buyer.
    #[serde(default)]
    excused_reasons: Vec<String>,
    /// The same for what became of the unit, by Amazon's word.
    #[serde(default)]
    excused_dispositions: Vec<Disposition>,
    /// Returns of which offers count.
    condition: Offered,
    /// So many units are a risk; one less is none.
    units: u64,
    /// So many days back from today are looked at; on the limit a return counts.
    days: i64,
}

/// What one return says.
enum Says {
    /// Nothing that counts.
    Nothing,
    /// The cause.
    Cause,
    /// It could be the cause, but this is not told.
    Perhaps(Input, Field),
}

/// What makes a return the same as one that another file tells.
type Key<'a> = (Option<Name>, Option<Day>, u32, &'a str, &'a str);

impl Judge for Returns {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Returns, Input::Listings]
    }

    fn lists(&self) -> Vec<String> {
        vec![self.list.clone()]
    }

    fn settled(&self, cx: &Context<'_>) -> Option<Verdict> {
        (!cx.has(Input::Returns)).then_some(Verdict::Unknown(Input::Returns, None))
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::Returns) {
            return Verdict::Unknown(Input::Returns, None);
        }
        let Some(list) = cx.lists.word_list(&self.list) else {
            return Verdict::NotApplicable;
        };
        let rows = cx.inventory.return_rows(page);
        if rows.is_empty() {
            return without_returns(cx, page);
        }
        let (mut sure, mut perhaps, mut untold) = (0u64, 0u64, None);
        let mut told: HashMap<Key<'a>, FileId> = HashMap::new();
        let mut counted = Vec::new();
        for row in rows {
            let returned = &cx.inventory.tables.returns[*row as usize];
            let says = self.says(cx, page, list, *row);
            if matches!(says, Says::Nothing) || told_elsewhere(cx, &mut told, returned) {
                continue;
            }
            match says {
                Says::Nothing => {}
                Says::Cause => {
                    sure += u64::from(returned.units);
                    counted.push(*row);
                }
                Says::Perhaps(input, field) => {
                    perhaps += u64::from(returned.units);
                    untold = untold.or(Some(Verdict::Unknown(input, Some(field))));
                }
            }
        }
        if sure < self.units {
            let unknown = untold.filter(|_| sure + perhaps >= self.units);
            return unknown.unwrap_or(Verdict::Clear);
        }
        facts.state(|| Fact {
            at: cx.page_origin(page),
            ..Fact::new("returned-units")
                .with("units", sure)
                .with("days", self.days)
        });
        for row in counted {
            self.tell(cx, list, row, facts);
        }
        Verdict::Risk
    }
}

impl Returns {
    /// Whether a return counts; what is missing where that cannot be said.
    fn says(&self, cx: &Context<'_>, page: u32, list: ListId, row: u32) -> Says {
        let returned = &cx.inventory.tables.returns[row as usize];
        let reason = cx.text(returned.reason);
        let among = |codes: &[String]| codes.iter().any(|code| code.eq_ignore_ascii_case(reason));
        let late = |day| !matches!(cx.age(day, self.days), Age::Inside(_));
        if returned.day.is_some_and(late)
            || self.excused_dispositions.contains(&returned.disposition)
            || among(&self.excused_reasons)
        {
            return Says::Nothing;
        }
        let words = cx.returned.of(row).iter().any(|hit| hit.list == list);
        let cause = words || among(&self.reasons);
        if !cause && cx.inventory.tables.tells(Input::Returns, Field::Comment) {
            return Says::Nothing;
        }
        match (self.condition, offered_new(cx, page, returned)) {
            (Offered::New, Some(false)) => Says::Nothing,
            (Offered::New, None) => Says::Perhaps(Input::Listings, Field::Condition),
            _ if !cause => Says::Perhaps(Input::Returns, Field::Comment),
            _ if returned.day.is_none() => Says::Perhaps(Input::Returns, Field::Day),
            _ => Says::Cause,
        }
    }

    /// A fact for every word of the comment, or for the reason code where the comment has none.
    fn tell<'a>(&'a self, cx: &Context<'a>, list: ListId, row: u32, facts: &mut Facts<'a>) {
        let returned = &cx.inventory.tables.returns[row as usize];
        let fact = |key| {
            Fact::new(key)
                .with("day", returned.day)
                .with("units", returned.units)
                .at(returned.origin)
        };
        let mut known: Vec<Hit> = Vec::new();
        for hit in cx.returned.of(row).iter().filter(|hit| hit.list == list) {
            if known.iter().any(|other| other.entry == hit.entry) {
                continue;
            }
            known.push(*hit);
            let comment = cx.text(returned.comment);
            facts.state(|| {
                fact("returned-comment")
                    .with("matched", matched(comment, hit))
                    .with("comment", comment)
            });
        }
        if known.is_empty() {
            facts.state(|| fact("returned-reason").with("reason", cx.text(returned.reason)));
        }
    }
}

/// No return is good news, where the report could tell of one: it tells of FBA units only.
fn without_returns(cx: &Context<'_>, page: u32) -> Verdict {
    let items = cx.inventory.items(page);
    let own = |item: &u32| cx.inventory.item(*item).channel == Some(Channel::Merchant);
    match items.iter().all(own) {
        true => Verdict::NotApplicable,
        false => Verdict::Clear,
    }
}

/// True when the returned unit was sold as New; `None` where no file tells.
fn offered_new(cx: &Context<'_>, page: u32, returned: &Returned) -> Option<bool> {
    let inventory = cx.inventory;
    let is_new = |item: u32| inventory.item(item).condition.map(|c| c.is_new());
    if let Some(sku) = returned.sku {
        return is_new(inventory.item_of_sku(sku)?);
    }
    let mut items = inventory.items(page).iter().map(|item| is_new(*item));
    let first = items.next()??;
    items.all(|other| other == Some(first)).then_some(first)
}

/// True for a return that an earlier file tells too: monthly downloads overlap.
fn told_elsewhere<'a>(
    cx: &Context<'a>,
    told: &mut HashMap<Key<'a>, FileId>,
    returned: &Returned,
) -> bool {
    let (reason, comment) = (cx.text(returned.reason), cx.text(returned.comment));
    let key = (returned.sku, returned.day, returned.units, reason, comment);
    let file = returned.origin.file;
    *told.entry(key).or_insert(file) != file
}
