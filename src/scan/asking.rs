//! Which rules are asked of a subject: most have one answer for all, or need a word that is not
//! there.

use super::tally::{Tally, WORDED};
use super::{Active, Answer};
use crate::checks::{Context, Quiet};
use crate::model::{Facts, Scope, Verdict};

/// The rules about pages and their items, by when they are asked.
pub(super) struct Asking<'r, 'a> {
    /// Asked of every page.
    pages: Vec<&'r Active<'a>>,
    /// Asked of every item.
    items: Vec<&'r Active<'a>>,
    /// About pages and about items, asked where a page may bear a listed brand.
    branded: [Vec<&'r Active<'a>>; 2],
    /// About items, asked where one of their words stands in the title.
    worded: Vec<&'r Active<'a>>,
    /// Bits of [`Self::worded`] by word list.
    by_list: Vec<u64>,
    /// Not asked: these have one answer.
    settled: Vec<(&'r Active<'a>, Verdict)>,
}

impl<'r, 'a> Asking<'r, 'a> {
    pub(super) fn new(cx: &Context<'_>, rules: &'r [Active<'a>]) -> Self {
        let mut asking = Self {
            pages: Vec::new(),
            items: Vec::new(),
            branded: [Vec::new(), Vec::new()],
            worded: Vec::new(),
            by_list: Vec::new(),
            settled: Vec::new(),
        };
        for active in rules {
            let of_page = match active.scope {
                Scope::Asin => true,
                Scope::Sku => false,
                Scope::Supplier | Scope::Account | Scope::ShipmentLine => continue,
            };
            let check = &active.rule.check;
            match (check.settled(cx), check.quiet(cx.lists)) {
                (Some(verdict), _) if verdict != Verdict::Risk => {
                    asking.settled.push((active, verdict));
                }
                (_, Some(Quiet::WithoutBrand)) => {
                    asking.branded[usize::from(!of_page)].push(active);
                }
                (_, Some(Quiet::WithoutWords(lists)))
                    if !of_page && asking.worded.len() < WORDED =>
                {
                    for list in lists {
                        let place = list.index();
                        let most = asking.by_list.len().max(place + 1);
                        asking.by_list.resize(most, 0);
                        asking.by_list[place] |= 1 << asking.worded.len();
                    }
                    asking.worded.push(active);
                }
                _ if of_page => asking.pages.push(active),
                _ => asking.items.push(active),
            }
        }
        asking
    }

    /// True when some rule can judge no subject.
    pub(super) fn open(&self) -> bool {
        let unknown = |(_, verdict): &(_, Verdict)| Answer::of(*verdict) == Answer::Unknown;
        self.settled.iter().any(unknown)
    }

    /// True where the rules about brands have to be asked; counts a page and its items where not.
    pub(super) fn may_be_branded(&self, cx: &Context<'_>, page: u32, tally: &mut Tally) -> bool {
        let items = cx.inventory.items(page);
        let titled = |item: &u32| !cx.inventory.item(*item).title.is_empty();
        let quiet = items.iter().all(|item| cx.brands.of(*item).is_empty())
            && items.iter().any(titled)
            && cx
                .inventory
                .catalog_row(page)
                .is_none_or(|row| !cx.brand_fields.is_listed(row));
        if quiet {
            tally.without_brand[0] += 1;
            tally.without_brand[1] += items.len() as u64;
        }
        !quiet
    }

    /// The rules to ask of a page.
    pub(super) fn of_page(&self, branded: bool) -> impl Iterator<Item = &'r Active<'a>> {
        let some = if branded { &self.branded[0][..] } else { &[] };
        self.pages.iter().chain(some).copied()
    }

    /// The rules to ask of an item.
    pub(super) fn of_item<'s>(
        &'s self,
        cx: &Context<'_>,
        item: u32,
        branded: bool,
        tally: &mut Tally,
    ) -> impl Iterator<Item = &'r Active<'a>> + use<'s, 'r, 'a> {
        let mut bits = u64::MAX;
        if !cx.inventory.item(item).title.is_empty() {
            let hits = cx.titles.of(item).iter();
            let lists = hits.map(|hit| self.by_list.get(hit.list.index()).copied());
            bits = lists.fold(0, |bits, list| bits | list.unwrap_or(0));
            tally.titled += 1;
            for (nth, asked) in tally.worded.iter_mut().enumerate() {
                *asked += bits >> nth & 1;
            }
        }
        let some = if branded { &self.branded[1][..] } else { &[] };
        let worded = self.worded.iter().enumerate();
        let worded = worded.filter(move |(nth, _)| bits >> nth & 1 == 1);
        let always = self.items.iter().chain(some);
        always.copied().chain(worded.map(|(_, active)| *active))
    }

    /// Counts what was not asked, once all pages are judged.
    pub(super) fn finish(&self, cx: &Context<'_>, tally: &mut Tally) {
        let subjects = |active: &Active<'_>| match active.scope {
            Scope::Asin => cx.inventory.page_count(),
            _ => cx.inventory.item_count(),
        };
        for (active, verdict) in &self.settled {
            tally.take_many(active.number, *verdict, subjects(active).into());
        }
        for (rules, quiet) in self.branded.iter().zip(tally.without_brand) {
            for active in rules {
                tally.take_many(active.number, Verdict::Clear, quiet);
            }
        }
        for (nth, active) in self.worded.iter().enumerate() {
            let quiet = tally.titled - tally.worded[nth];
            tally.take_many(active.number, Verdict::Clear, quiet);
        }
    }

    /// True when every rule that is not asked would have given the answer that is counted for it.
    pub(super) fn holds(&self, cx: &Context<'_>, page: u32) -> bool {
        let mut tally = Tally::new(0);
        let branded = self.may_be_branded(cx, page, &mut tally);
        let gives = |active: &Active<'_>, subject: u32, verdict: Verdict| {
            active.judge(cx, subject, &mut Facts::unwanted()) == verdict
        };
        let clear = |active: &&Active<'_>, subject| gives(active, subject, Verdict::Clear);
        let settled = |scope: Scope, subject: u32| {
            let mut settled = self.settled.iter().filter(|(a, _)| a.scope == scope);
            settled.all(|(active, verdict)| gives(active, subject, *verdict))
        };
        let item_holds = |item: &u32| {
            let asked: Vec<u16> = self
                .of_item(cx, *item, branded, &mut Tally::new(0))
                .map(|active| active.number)
                .collect();
            let mut left = self.branded[1].iter().chain(&self.worded);
            settled(Scope::Sku, *item)
                && left.all(|active| asked.contains(&active.number) || clear(active, *item))
        };
        settled(Scope::Asin, page)
            && (branded || self.branded[0].iter().all(|active| clear(active, page)))
            && cx.inventory.items(page).iter().all(item_holds)
    }
}
