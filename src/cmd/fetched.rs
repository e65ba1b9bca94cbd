//! What was fetched earlier, as one more input of the account.

use super::audit::PlaceArgs;
use super::{Stop, cause};
use crate::config::Config;
use crate::embedded;
use crate::model::{
    Asin, CatalogAnswer, CatalogRow, Day, Eligibility, EligibilityAnswer, Fetched, Field, FileId,
    Input, InputFile, Jan, Kept, ListingAnswer, ListingIssue, NumberAnswer, Origin, Published,
    Registration, Restriction, RestrictionAnswer, Spared, StockAnswer, StockRow, Tables, Text,
    Value,
};
use crate::store::{Cache, StoreError};
use crate::text::registration_number;
use serde::de::DeserializeOwned;
use std::collections::HashSet;
use std::path::Path;

/// The published quotas, ages and addresses.
pub(super) fn published() -> Result<Published, Stop> {
    let file = embedded::DATA.get_file("fetch.toml");
    let text = file.and_then(|file| file.contents_utf8());
    toml::from_str(text.unwrap_or_default())
        .map_err(|error| Stop::Said("cli-shapes", vec![("cause", error.to_string().into())]))
}

/// Enters what was fetched for the account and still counts on that day.
pub(super) fn enter(
    place: &PlaceArgs,
    config: &Config,
    today: Day,
    tables: &mut Tables,
) -> Result<(), Stop> {
    // A system without a folder for data never kept anything.
    let Ok(folder) = place.folder() else {
        return Ok(());
    };
    let cache = Cache::existing(&folder, &place.account(config)).map_err(|e| stop(&e))?;
    let Some(cache) = cache else { return Ok(()) };
    let ages = published()?.age;
    let mut entering = Entering { tables, at: None };
    for kind in Fetched::ALL {
        let since = since(today, ages.days(*kind));
        let kept = cache.answers(*kind, since).map_err(|e| stop(&e))?;
        if !kept.is_empty() {
            entering.file(cache.path(), *kind, kept.len());
            entering.enter(*kind, &kept);
        }
    }
    tables.order_fetched();
    Ok(())
}

/// The first second, in Japan, of the earliest day that still counts.
pub(super) fn since(today: Day, days: u32) -> i64 {
    let first = today.checked_sub(jiff::Span::new().days(i64::from(days)));
    let start = first.unwrap_or(today).to_zoned(japan());
    start.map_or(0, |start| start.timestamp().as_second())
}

fn japan() -> jiff::tz::TimeZone {
    jiff::tz::offset(9).to_time_zone()
}

fn day(at: i64) -> Day {
    let at = jiff::Timestamp::from_second(at).unwrap_or_default();
    at.to_zoned(japan()).date()
}

/// The rows that answers become.
struct Entering<'t> {
    tables: &'t mut Tables,
    at: Option<FileId>,
}

impl Entering<'_> {
    fn file(&mut self, path: &Path, kind: Fetched, rows: usize) {
        let file = u16::try_from(self.tables.files.len()).unwrap_or(u16::MAX);
        self.at = Some(FileId(file));
        self.tables.files.push(InputFile {
            path: path.display().to_string(),
            shape: Some(format!("fetched-{kind}")),
            input: Some(match kind {
                Fetched::Catalog => Input::Catalog,
                Fetched::Restrictions => Input::Restrictions,
                Fetched::Eligibility => Input::Eligibility,
                Fetched::Listings => Input::ListingIssues,
                Fetched::Stock => Input::Stock,
                Fetched::Numbers => Input::Registry,
            }),
            encoding: "UTF-8".to_owned(),
            rows: rows as u64,
            rows_bad: 0,
            left_columns: Vec::new(),
        });
    }

    fn origin(&self) -> Origin {
        Origin {
            file: self.at.unwrap_or_default(),
            line: 0,
        }
    }

    fn enter(&mut self, kind: Fetched, kept: &[Kept]) {
        match kind {
            Fetched::Catalog => self.catalog(kept),
            Fetched::Restrictions => self.restrictions(kept),
            Fetched::Eligibility => self.eligibility(kept),
            Fetched::Listings => self.listings(kept),
            Fetched::Stock => self.stock(kept),
            Fetched::Numbers => self.numbers(kept),
        }
    }

    /// A catalogue counts as given when every ASIN of the account was asked for: where one was not,
    /// nothing may be taken from its absence.
    fn catalog(&mut self, kept: &[Kept]) {
        let mut asked = HashSet::new();
        for (asin, _, answer) in by_asin::<CatalogAnswer>(kept) {
            asked.insert(asin);
            if !answer.found {
                continue;
            }
            let row = CatalogRow {
                origin: self.origin(),
                asin: Some(asin),
                brand: self.tables.strings.add(&answer.brand),
                manufacturer: self.tables.strings.add(&answer.manufacturer),
                jan: Jan::parse(answer.jan.as_bytes()),
                list_price: None,
                parent: Asin::parse(answer.parent.as_bytes()),
                distribution: None,
            };
            self.tables.catalog.push(row);
        }
        let listed = self.tables.listings.iter().filter_map(|row| row.asin);
        let mut all = listed.chain(self.tables.stock.iter().filter_map(|row| row.asin));
        if all.all(|asin| asked.contains(&asin)) {
            let fields = [
                Field::Asin,
                Field::Brand,
                Field::Manufacturer,
                Field::Jan,
                Field::Parent,
            ];
            self.given(Input::Catalog, &fields);
        }
    }

    fn restrictions(&mut self, kept: &[Kept]) {
        for (asin, at, answer) in by_asin::<RestrictionAnswer>(kept) {
            let row = |held, condition, code, message| Restriction {
                origin: Origin::default(),
                asin,
                asked: day(at),
                held,
                condition,
                code,
                message,
            };
            let origin = self.origin();
            let strings = &mut self.tables.strings;
            let mut rows: Vec<Restriction> = Vec::new();
            for held in &answer.reasons {
                let [condition, code, message] =
                    [&held.condition, &held.code, &held.message].map(|text| strings.add(text));
                rows.push(row(true, condition, code, message));
            }
            if rows.is_empty() {
                rows.push(row(false, Text::EMPTY, Text::EMPTY, Text::EMPTY));
            }
            let rows = rows.into_iter().map(|row| Restriction { origin, ..row });
            self.tables.restrictions.extend(rows);
        }
        self.given(Input::Restrictions, &[]);
    }

    fn eligibility(&mut self, kept: &[Kept]) {
        for (asin, at, answer) in by_asin::<EligibilityAnswer>(kept) {
            let origin = self.origin();
            let row = |refused, reason| Eligibility {
                origin,
                asin,
                asked: day(at),
                refused,
                reason,
            };
            let strings = &mut self.tables.strings;
            let reasons = answer.reasons.iter().filter(|_| !answer.eligible);
            let mut rows: Vec<Eligibility> =
                reasons.map(|code| row(true, strings.add(code))).collect();
            if rows.is_empty() {
                rows.push(row(!answer.eligible, Text::EMPTY));
            }
            self.tables.eligibility.extend(rows);
        }
        self.given(Input::Eligibility, &[]);
    }

    /// A SKU that Amazon does not know is as good as not asked about: it may be written otherwise.
    fn listings(&mut self, kept: &[Kept]) {
        let known = kept.iter().filter_map(|kept| {
            let answer = read::<ListingAnswer>(kept).filter(|answer| answer.found)?;
            Some((kept, answer))
        });
        for (kept, answer) in known {
            let Some(sku) = self.tables.skus.find(&kept.key) else {
                continue;
            };
            let nothing = ListingIssue {
                origin: self.origin(),
                sku,
                asked: day(kept.at),
                told: false,
                severity: Text::EMPTY,
                code: Text::EMPTY,
                message: Text::EMPTY,
                attributes: Text::EMPTY,
                action: Text::EMPTY,
                spared: Spared::No,
            };
            if answer.issues.is_empty() {
                self.tables.listing_issues.push(nothing);
            }
            for issue in &answer.issues {
                let strings = &mut self.tables.strings;
                let until: Option<jiff::Timestamp> = issue.until.parse().ok();
                let row = ListingIssue {
                    told: true,
                    severity: strings.add(&issue.severity),
                    code: strings.add(&issue.code),
                    message: strings.add(&issue.message),
                    attributes: strings.add(&issue.attributes.join(", ")),
                    spared: Spared::of(&issue.exemption, until.map(|at| day(at.as_second()))),
                    ..nothing
                };
                let done = issue.actions.iter().map(|action| strings.add(action));
                let done: Vec<Text> = match issue.actions.is_empty() {
                    true => vec![Text::EMPTY],
                    false => done.collect(),
                };
                let rows = done
                    .into_iter()
                    .map(|action| ListingIssue { action, ..row });
                self.tables.listing_issues.extend(rows);
            }
        }
        self.given(Input::ListingIssues, &[Field::ActsFrom]);
    }

    /// Stock counts where no report tells it, and only whole: units that are missing would make
    /// every sum wrong.
    fn stock(&mut self, kept: &[Kept]) {
        let asked: HashSet<&str> = kept.iter().map(|kept| kept.key.as_str()).collect();
        let skus = &self.tables.skus;
        let whole = |sku| asked.contains(skus.get(sku));
        let listings = &self.tables.listings;
        if self.tables.has(Input::Stock) || !listings.iter().all(|row| whole(row.sku)) {
            return;
        }
        for kept in kept {
            let Some(answer) = read::<StockAnswer>(kept).filter(|answer| answer.found) else {
                continue;
            };
            let Some(sku) = self.tables.skus.intern(&kept.key) else {
                continue;
            };
            self.tables.stock.push(StockRow {
                origin: self.origin(),
                sku,
                asin: Asin::parse(answer.asin.as_bytes()),
                title: Text::EMPTY,
                condition: None,
                price: None,
                on_hand: answer.on_hand,
                reserved: answer.reserved,
                unsellable: answer.unsellable,
                inbound: answer.inbound,
            });
        }
        let fields = [
            Field::Sku,
            Field::Asin,
            Field::OnHand,
            Field::Reserved,
            Field::Unsellable,
            Field::InboundWorking,
            Field::InboundShipped,
            Field::InboundReceiving,
        ];
        self.given(Input::Stock, &fields);
    }

    fn numbers(&mut self, kept: &[Kept]) {
        for kept in kept {
            let number = registration_number(&kept.key);
            let (Some(number), Some(answer)) = (number, read::<NumberAnswer>(kept)) else {
                continue;
            };
            let row = Registration {
                origin: self.origin(),
                number: number.value(),
                asked: day(kept.at),
                found: answer.found,
                name: self.tables.strings.add(&answer.name),
                trade_name: self.tables.strings.add(&answer.trade_name),
                from: answer.from.parse().ok(),
                until: answer.until.parse().ok(),
            };
            self.tables.registrations.push(row);
        }
        self.given(Input::Registry, &[]);
    }

    fn given(&mut self, input: Input, fields: &[Field]) {
        self.tables.given.insert(input);
        let fields = fields.iter().map(|field| (input, *field));
        self.tables.fields.extend(fields);
    }
}

/// The answers about ASINs. What does not read is as good as never fetched.
fn by_asin<T: DeserializeOwned>(kept: &[Kept]) -> impl Iterator<Item = (Asin, i64, T)> + '_ {
    kept.iter().filter_map(|kept| {
        let asin = Asin::parse(kept.key.as_bytes())?;
        Some((asin, kept.at, read(kept)?))
    })
}

fn read<T: DeserializeOwned>(kept: &Kept) -> Option<T> {
    serde_json::from_str(&kept.body).ok()
}

/// Why what was fetched cannot be used, in words.
pub(super) fn stop(error: &StoreError) -> Stop {
    let shown = |path: &Path| ("path", Value::from(path.display().to_string()));
    match error {
        StoreError::Busy(path) => Stop::Said("fetch-busy", vec![shown(path)]),
        StoreError::Damaged(path, what) => {
            let cause = ("cause", what.as_str().into());
            Stop::Said("fetch-damaged", vec![shown(path), cause])
        }
        StoreError::Io(path, error) => {
            Stop::Said("fetch-io", vec![shown(path), ("cause", cause(error))])
        }
        StoreError::Newer(path, version) => {
            let cause = ("cause", version.to_string().into());
            Stop::Said("fetch-damaged", vec![shown(path), cause])
        }
        StoreError::Failed(path, error) => {
            let cause = ("cause", error.to_string().into());
            Stop::Said("fetch-io", vec![shown(path), cause])
        }
    }
}
