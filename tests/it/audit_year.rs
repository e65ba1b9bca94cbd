//! A year of weekly audits over an account that changes: every change shows up once, in the week in
//! which it came, with its reason.

use crate::scan_run::Desk;
use kenpin::model::{Change, ChangeReason, Day, Finding, Report, Subject};
use std::collections::BTreeSet;
use std::fmt::Write as _;

const WEEKS: usize = 52;
const OFFERS: usize = 12;
const FIRST: &str = "2026-01-04";

#[derive(Clone)]
struct Offer {
    number: usize,
    parallel: bool,
    active: bool,
    stock: u32,
    /// Day and units of each purchase with its invoice.
    bought: Vec<(String, u32)>,
}

impl Offer {
    fn new(number: usize, bought: &[(String, u32)]) -> Self {
        Self {
            number,
            parallel: false,
            active: true,
            stock: 20,
            bought: bought.to_vec(),
        }
    }

    fn sku(&self) -> String {
        format!("Y-{:03}", self.number)
    }

    fn asin(&self) -> String {
        format!("B0YEAR{:04}", self.number)
    }

    fn title(&self) -> String {
        let marking = if self.parallel {
            " 並行輸入品"
        } else {
            ""
        };
        format!("やかん {}号{marking}", self.number)
    }
}

/// What happens to the account in a week, and the reason by which it is to be told.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Event {
    Marked,
    Unmarked,
    Stopped,
    Resumed,
    Stocked,
    Proven,
    Listed,
    Removed,
}

const ORDER: [Event; 8] = [
    Event::Marked,
    Event::Unmarked,
    Event::Stopped,
    Event::Resumed,
    Event::Stocked,
    Event::Proven,
    Event::Listed,
    Event::Removed,
];

impl Event {
    fn reason(self) -> ChangeReason {
        match self {
            Self::Marked | Self::Unmarked => ChangeReason::Title,
            Self::Stopped | Self::Resumed => ChangeReason::Status,
            Self::Stocked => ChangeReason::Stock,
            Self::Proven => ChangeReason::Papers,
            Self::Listed => ChangeReason::GoodsNew,
            Self::Removed => ChangeReason::GoodsGone,
        }
    }

    /// Does it to the account; gives the number of the offer that it happened to.
    fn happen(self, offers: &mut Vec<Offer>, round: usize, today: Day) -> usize {
        let at = round % OFFERS;
        match self {
            Self::Marked | Self::Unmarked => offers[at].parallel = self == Self::Marked,
            Self::Stopped | Self::Resumed => offers[at].active = self == Self::Resumed,
            Self::Stocked => offers[at].stock += 400,
            Self::Proven => offers[at].bought.push((today.to_string(), 500)),
            Self::Listed => {
                offers.push(Offer::new(100 + round, &[]));
                return 100 + round;
            }
            Self::Removed => {
                offers.retain(|offer| offer.number != 100 + round);
                return 100 + round;
            }
        }
        offers[at].number
    }
}

fn write(desk: &Desk, offers: &[Offer]) {
    let mut listings = String::from(
        "item-name\tlisting-id\tseller-sku\tprice\tquantity\topen-date\tproduct-id-type\titem-note\titem-condition\tasin1\tproduct-id\tpending-quantity\tfulfillment-channel\tstatus\n",
    );
    let mut stock = String::from(
        "sku\tfnsku\tasin\tproduct-name\tcondition\tyour-price\tafn-fulfillable-quantity\tafn-unsellable-quantity\tafn-reserved-quantity\tafn-total-quantity\tafn-inbound-working-quantity\tafn-inbound-shipped-quantity\tafn-inbound-receiving-quantity\n",
    );
    let mut purchases = String::from(
        "仕入日,仕入先,SKU,ASIN,商品名,数量,単価,書類ファイル,書類種類,請求書番号,流通経路\n",
    );
    let mut documents =
        String::from("書類ファイル,書類種類,発行日,宛名,請求書番号,仕入先,SKU,ASIN,数量\n");
    for offer in offers {
        let (sku, asin, title) = (offer.sku(), offer.asin(), offer.title());
        let status = if offer.active { "Active" } else { "Inactive" };
        writeln!(listings, "{title}\t\t{sku}\t1980\t\t2026-01-01 09:00:00 JST\t1\t\t11\t{asin}\t{asin}\t0\tAMAZON_JP\t{status}").unwrap();
        let units = offer.stock;
        writeln!(
            stock,
            "{sku}\tX00{sku}\t{asin}\t{title}\tNew\t1980\t{units}\t0\t0\t{units}\t0\t0\t0"
        )
        .unwrap();
        for (nth, (day, units)) in offer.bought.iter().enumerate() {
            let (day, invoice) = (day.replace('-', "/"), format!("{sku}-{nth}"));
            writeln!(
                purchases,
                "{day},みほん卸株式会社,{sku},{asin},やかん,{units},900,,,{invoice},国内正規品"
            )
            .unwrap();
            writeln!(documents, "{invoice}.pdf,請求書,{day},みほん商店,{invoice},みほん卸株式会社,{sku},{asin},{units}").unwrap();
        }
    }
    desk.write("input/listings.txt", listings)
        .write("input/fba.txt", stock)
        .write("input/purchases.csv", purchases)
        .write("input/documents.csv", documents)
        .write("input/suppliers.csv", "仕入先,区分,電話,住所,メール,サイト\nみほん卸株式会社,卸,03-0000-0001,東京都台東区架空町1-1,a@mihon.example.jp,https://mihon.example.jp/\n");
}

/// Rule and subject, which make a finding the same from week to week; of a rule about changes the
/// fingerprint too, because the title that lost its marking is not the one that gained it.
type Key = (String, Subject, String);

fn key(rule: &str, subject: &Subject, fingerprint: &str) -> Key {
    let of_changes = ["MIX-020", "ACCT-050"].contains(&rule);
    let print = if of_changes { fingerprint } else { "" };
    (rule.to_owned(), named(subject), print.to_owned())
}

/// A subject by its name: which SKUs share a page may change.
fn named(subject: &Subject) -> Subject {
    match subject {
        Subject::Asin { asin, .. } => Subject::Asin {
            asin: asin.clone(),
            skus: Vec::new(),
        },
        Subject::Sku { sku, .. } => Subject::Sku {
            sku: sku.clone(),
            asin: None,
        },
        other => other.clone(),
    }
}

fn of_findings(findings: &[Finding]) -> BTreeSet<Key> {
    let of = |f: &Finding| key(&f.rule, &f.subject, &f.fingerprint);
    findings.iter().map(of).collect()
}

fn of_changes(changes: &[Change]) -> BTreeSet<Key> {
    let of = |c: &Change| key(&c.rule, &c.subject, &c.fingerprint);
    changes.iter().map(of).collect()
}

fn is_of(change: &Change, number: usize) -> bool {
    let offer = Offer::new(number, &[]);
    match &change.subject {
        Subject::Sku { sku, .. } | Subject::ShipmentLine { sku, .. } => *sku == offer.sku(),
        Subject::Asin { asin, skus } => *asin == offer.asin() || skus.contains(&offer.sku()),
        Subject::Supplier { .. } | Subject::Account => false,
    }
}

/// Holds one change to what happened this week.
fn hold(change: &Change, number: usize, event: Event, context: &str) {
    let reasons: Vec<ChangeReason> = change.why.iter().map(|why| why.reason).collect();
    if reasons == [ChangeReason::Told] {
        return;
    }
    if is_of(change, number) {
        assert!(reasons.contains(&event.reason()), "{context}: {change:#?}");
        return;
    }
    let aged = [
        ChangeReason::ProofAged,
        ChangeReason::Day,
        ChangeReason::Rows,
    ];
    assert!(
        reasons.iter().all(|reason| aged.contains(reason)),
        "{context}: {change:#?}"
    );
}

#[test]
fn every_change_of_a_year_shows_up_once_and_with_its_reason() {
    use ChangeReason as Why;
    let desk = Desk::new();
    let start: Day = FIRST.parse().unwrap();
    let bought = |n: usize| {
        // Papers of all ages, so that one after the other falls out of the window.
        let day = start - jiff::Span::new().days(20 + 25 * n as i64);
        vec![(day.to_string(), 30)]
    };
    let mut offers: Vec<Offer> = (0..OFFERS).map(|n| Offer::new(n, &bought(n))).collect();
    let mut before: Option<BTreeSet<Key>> = None;
    let mut seen: BTreeSet<Why> = BTreeSet::new();
    for week in 0..WEEKS {
        let today = start + jiff::Span::new().weeks(week as i64);
        let happened = week.checked_sub(1).map(|turn| {
            let (event, round) = (ORDER[turn % ORDER.len()], turn / ORDER.len());
            (event, event.happen(&mut offers, round, today))
        });
        write(&desk, &offers);
        let day = today.to_string();
        let args = ["audit", "input", "--state", "state", "--format", "json"];
        let ran = desk.run(&[&args[..], &["--today", &day]].concat());
        let report: Report = ran.report();
        let found = of_findings(&report.findings);
        let context = format!("week {week}: {happened:?}");
        if let (Some(last), Some((event, number))) = (&before, happened) {
            let changes = report.head.changes.as_ref().expect(&context);
            assert_eq!(changes.since.run, week as i64, "{context}");
            let came: BTreeSet<_> = found.difference(last).cloned().collect();
            let went: BTreeSet<_> = last.difference(&found).cloned().collect();
            assert_eq!(of_changes(&changes.new), came, "{context}");
            assert_eq!(of_changes(&changes.gone), went, "{context}");
            let weighed = changes.worse.len() + changes.eased.len();
            let still: u64 = changes.still.values().sum();
            assert_eq!(
                came.len() + weighed + still as usize,
                found.len(),
                "{context}"
            );
            let lists = [&changes.new, &changes.worse, &changes.eased, &changes.gone];
            for change in lists.into_iter().flatten() {
                hold(change, number, event, &context);
                seen.extend(change.why.iter().map(|why| why.reason));
            }
            let told = |list: &[Change]| {
                list.iter()
                    .any(|c| is_of(c, number) && c.why.iter().any(|w| w.reason == event.reason()))
            };
            let expected = match event {
                Event::Removed => told(&changes.gone),
                // Papers may have fallen out by then, or what is resumed was told of already.
                Event::Stocked | Event::Proven | Event::Resumed => true,
                _ => told(&changes.new),
            };
            assert!(expected, "{context}: {changes:#?}");
            assert_eq!(report.head.trend.len(), week + 1, "{context}");
            let now = report.head.trend.last().expect(&context);
            assert_eq!((now.day, now.stop), (today, report.head.summary.stop));
        }
        before = Some(found);
    }
    let all = [
        Why::Title,
        Why::Status,
        Why::Stock,
        Why::Papers,
        Why::GoodsNew,
        Why::GoodsGone,
        Why::ProofAged,
        Why::Told,
    ];
    let missing: Vec<_> = all.iter().filter(|why| !seen.contains(why)).collect();
    assert!(missing.is_empty(), "{missing:?} of {seen:?}");
}
