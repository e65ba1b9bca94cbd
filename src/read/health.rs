//! The account-health report (JSON): recognised by what is in it, whatever the file is called.

use super::cell;
use super::issues::{Done, Issues, Spot};
use super::walk::Found;
use crate::model::{
    AccountState, Channel, Day, Field, FileId, HealthRow, Input, InputFile, Metric, Origin,
    Percent, Tables, Text,
};
use serde_json::{Map, Value};
use std::io::Read;
use std::path::Path;

/// Amazon.co.jp.
const MARKETPLACE: &str = "A1VC38T7YXB528";
/// Bytes of the largest report that is read; real ones have some ten thousand.
const LARGEST: u64 = 8 << 20;
/// Bytes in which a file that is not named `.json` has to show that it is a report.
const HEAD: u64 = 4096;
/// The two lists that a report consists of.
const STATES: &str = "accountStatuses";
const FIGURES: &str = "performanceMetrics";

/// Names of the figures. Amazon's schema and Amazon's example of it differ: both are known.
const METRICS: &[(&str, Metric)] = &[
    ("lateShipmentRate", Metric::LateShipment),
    ("preFulfillmentCancellationRate", Metric::Cancellation),
    ("prefulfillmentCancelRate", Metric::Cancellation),
    ("orderDefectRate", Metric::OrderDefect),
    ("validTrackingRate", Metric::ValidTracking),
    ("onTimeDeliveryRate", Metric::OnTime),
    ("unitOnTimeDeliveryRate", Metric::UnitOnTime),
    ("invoiceDefectRate", Metric::InvoiceDefect),
    ("listingPolicyViolations", Metric::ListingPolicy),
    (
        "productAuthenticityCustomerComplaints",
        Metric::Authenticity,
    ),
    (
        "productConditionCustomerComplaints",
        Metric::ConditionComplaints,
    ),
    ("productSafetyCustomerComplaints", Metric::Safety),
    ("receivedIntellectualPropertyComplaints", Metric::ReceivedIp),
    (
        "suspectedIntellectualPropertyViolations",
        Metric::SuspectedIp,
    ),
    ("restrictedProductPolicyViolations", Metric::Restricted),
    ("foodAndProductSafetyIssues", Metric::Food),
    ("otherPolicyViolations", Metric::OtherPolicy),
    ("documentRequests", Metric::DocumentRequests),
    ("documentRequest", Metric::DocumentRequests),
];
/// States of an account, those of the schema and of its example.
const STATE_WORDS: &[(&str, AccountState)] = &[
    ("NORMAL", AccountState::Normal),
    ("AT_RISK", AccountState::AtRisk),
    ("DEACTIVATED", AccountState::Deactivated),
    ("SUSPENDED", AccountState::Deactivated),
];
/// What a rate is of, by the figure.
const ORDERS: &[&str] = &[
    "orderCount",
    "shipmentCount",
    "shipmentCountWithValidTracking",
    "totalUnitCount",
];

/// A report that will be read.
pub(super) struct Report {
    shown: String,
    encoding: &'static str,
    text: String,
    root: Map<String, Value>,
}

/// What a file with JSON is.
pub(super) enum Json {
    /// An account-health report.
    Report(Box<Report>),
    /// JSON of another kind, or too large to be a report.
    Other,
    /// No JSON: the line where it breaks off, with its text.
    Broken { line: u32, text: String },
}

/// True for a file that begins like a report, though its name does not say JSON.
pub(super) fn begins_like_one(path: &Path) -> bool {
    let mut head = Vec::new();
    let file = std::fs::File::open(path);
    let read = file.and_then(|file| file.take(HEAD).read_to_end(&mut head));
    let (text, _) = decode(&head);
    let text = text.trim_start();
    read.is_ok() && text.starts_with('{') && (text.contains(STATES) || text.contains(FIGURES))
}

/// Opens a file and says what it is.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn open(file: &Found) -> std::io::Result<Json> {
    if file.size > LARGEST {
        return Ok(Json::Other);
    }
    Ok(recognise(&std::fs::read(&file.path)?, &file.shown))
}

/// What the bytes of a file are.
fn recognise(bytes: &[u8], shown: &str) -> Json {
    let (text, encoding) = decode(bytes);
    let error = match serde_json::from_str::<Value>(&text) {
        Ok(Value::Object(root)) => {
            let is_report = [STATES, FIGURES]
                .iter()
                .any(|key| root.get(*key).is_some_and(Value::is_array));
            if !is_report {
                return Json::Other;
            }
            return Json::Report(Box::new(Report {
                shown: shown.to_owned(),
                encoding,
                text,
                root,
            }));
        }
        Ok(_) => return Json::Other,
        Err(error) => error,
    };
    let at = text.lines().nth(error.line().saturating_sub(1));
    Json::Broken {
        line: u32::try_from(error.line()).unwrap_or(u32::MAX),
        text: at.unwrap_or_default().trim().to_owned(),
    }
}

/// The text, whatever a download or a redirection made of it.
fn decode(bytes: &[u8]) -> (String, &'static str) {
    let (encoding, _) = encoding_rs::Encoding::for_bom(bytes).unwrap_or((encoding_rs::UTF_8, 0));
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    (text.into_owned(), encoding.name())
}

/// Enters the reports among the tables.
pub(super) fn take(reports: &[Report], tables: &mut Tables, issues: &mut Issues) {
    for report in reports {
        let file = FileId(u16::try_from(tables.files.len()).unwrap_or(u16::MAX));
        let mut taker = Taker {
            report,
            file,
            issues: &mut *issues,
            bad: 0,
            rows: Vec::new(),
            shown: Vec::new(),
        };
        taker.read();
        let (bad, rows, shown) = (taker.bad, taker.rows, taker.shown);
        issues.end_file(&report.shown);
        tables.given.insert(Input::Health);
        let told = [Field::Metric, Field::Rate, Field::AccountState];
        tables
            .fields
            .extend(told.map(|field| (Input::Health, field)));
        tables.files.push(InputFile {
            path: report.shown.clone(),
            shape: Some("account-health".to_owned()),
            input: Some(Input::Health),
            encoding: report.encoding.to_owned(),
            rows: rows.len() as u64,
            rows_bad: bad,
            left_columns: Vec::new(),
        });
        for (mut row, (shown, said)) in rows.into_iter().zip(shown) {
            row.shown = tables.strings.add(&shown);
            row.said = tables.strings.add(&said);
            tables.health.push(row);
        }
    }
}

struct Taker<'a> {
    report: &'a Report,
    file: FileId,
    issues: &'a mut Issues,
    bad: u64,
    rows: Vec<HealthRow>,
    /// Texts of each row: the rate, the state.
    shown: Vec<(String, String)>,
}

impl<'a> Taker<'a> {
    fn read(&mut self) {
        let report = self.report;
        for entry in self.of_marketplace(FIGURES) {
            for (key, metric) in METRICS {
                match (metric, entry.get(*key)) {
                    (_, None | Some(Value::Null)) => {}
                    (Metric::OrderDefect, Some(Value::Object(apart))) => {
                        let channels = [("mfn", Channel::Merchant), ("afn", Channel::Amazon)];
                        for (name, channel) in channels {
                            if let Some(Value::Object(figure)) = apart.get(name) {
                                self.figure((key, *metric), Some(channel), figure);
                            }
                        }
                    }
                    (_, Some(Value::Object(figure))) => self.figure((key, *metric), None, figure),
                    (_, Some(other)) => self.bad(key, key, &other.to_string()),
                }
            }
        }
        let until = self.rows.iter().filter_map(|row| row.until).max();
        for entry in self.of_marketplace(STATES) {
            let Some(said) = entry.get("status").and_then(Value::as_str) else {
                self.bad(STATES, "status", "");
                continue;
            };
            let known = STATE_WORDS.iter().find(|(word, _)| *word == said);
            let row = HealthRow {
                state: Some(known.map_or(AccountState::Unknown, |(_, state)| *state)),
                until,
                ..self.row(line_of(&report.text, STATES))
            };
            self.rows.push(row);
            self.shown.push((String::new(), said.to_owned()));
        }
    }

    /// The entries of a list that are about Amazon.co.jp, or name no marketplace.
    fn of_marketplace(&mut self, list: &str) -> Vec<&'a Map<String, Value>> {
        let report = self.report;
        let entries = report.root.get(list).and_then(Value::as_array);
        let mut ours = Vec::new();
        for entry in entries.into_iter().flatten().filter_map(Value::as_object) {
            match entry.get("marketplaceId").and_then(Value::as_str) {
                Some(other) if other != MARKETPLACE => {
                    let spot = Spot {
                        line: line_of(&report.text, other),
                        column: list,
                    };
                    let done = Done::RowIgnored;
                    self.issues
                        .add(&report.shown, spot, "health-marketplace", other, done, &[]);
                }
                _ => ours.push(entry),
            }
        }
        ours
    }

    fn figure(
        &mut self,
        (key, metric): (&str, Metric),
        channel: Option<Channel>,
        figure: &Map<String, Value>,
    ) {
        let rate = self.number(key, figure, "rate").and_then(|(number, text)| {
            let rate = Percent::of_fraction(number);
            if rate.is_none() {
                self.bad(key, "rate", &text);
            }
            rate
        });
        let mut whole = |name: &str| {
            let (number, text) = self.number(key, figure, name)?;
            let whole = number >= 0.0 && number.fract() == 0.0 && number < 1e15;
            if !whole {
                self.bad(key, name, &text);
            }
            whole.then_some(number as u64)
        };
        let orders = ORDERS.iter().find_map(|name| whole(name));
        let count = whole("defectsCount");
        let row = HealthRow {
            metric: Some(metric),
            channel,
            rate,
            orders,
            count,
            until: until(figure),
            ..self.row(line_of(&self.report.text, key))
        };
        self.rows.push(row);
        let shown = rate.map_or_else(String::new, |rate| rate.to_string());
        self.shown.push((shown, String::new()));
    }

    /// A number, also one that stands as text.
    fn number(
        &mut self,
        key: &str,
        figure: &Map<String, Value>,
        name: &str,
    ) -> Option<(f64, String)> {
        let value = figure.get(name)?;
        let text = match value {
            Value::Null => return None,
            Value::String(text) if text.trim().is_empty() => return None,
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        match text.trim().parse::<f64>() {
            Ok(number) => Some((number, text)),
            Err(_) => {
                self.bad(key, name, &text);
                None
            }
        }
    }

    fn bad(&mut self, key: &str, name: &str, value: &str) {
        self.bad += 1;
        let spot = Spot {
            line: line_of(&self.report.text, key),
            column: name,
        };
        let done = Done::CellIgnored;
        self.issues
            .add(&self.report.shown, spot, "health-value", value, done, &[]);
    }

    fn row(&self, line: u32) -> HealthRow {
        HealthRow {
            origin: Origin {
                file: self.file,
                line,
            },
            metric: None,
            channel: None,
            rate: None,
            shown: Text::EMPTY,
            orders: None,
            count: None,
            state: None,
            said: Text::EMPTY,
            until: None,
        }
    }
}

/// The last day that a figure covers.
fn until(figure: &Map<String, Value>) -> Option<Day> {
    let range = figure.get("reportingDateRange")?;
    let text = range.get("reportingDateTo")?.as_str()?;
    // The day as written: 23:59Z would be the next day in Japan.
    cell::day(text.get(..10)?, None).value
}

/// The line of a word in quotes that stands once; 0, the whole file, for one that stands twice.
fn line_of(text: &str, word: &str) -> u32 {
    let quoted = format!("\"{word}\"");
    let mut places = text.match_indices(&quoted);
    match (places.next(), places.next()) {
        (Some((at, _)), None) => 1 + text[..at].bytes().filter(|c| *c == b'\n').count() as u32,
        _ => 0,
    }
}

#[cfg(test)]
mod tests;
