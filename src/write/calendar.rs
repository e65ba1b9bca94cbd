//! Calendar entries for the days on which proofs of purchase fall out of the window.

use super::{Words, escape};
use crate::model::{Day, Head, Lang, ProofEnd, Value};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property, Trigger};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Days before an expiry on which a calendar reminds of it.
const REMIND: i64 = 14;
/// Entries of one calendar; a program that imports thousands of them helps nobody.
const MOST: usize = 1_000;

/// Writes one whole-day entry for each ASIN and day of expiry, with a reminder.
///
/// The same report gives the same bytes, and a later one the same ids, so that importing it again
/// renews the entries instead of doubling them.
///
/// # Errors
/// Those of `out`.
pub(super) fn calendar(
    out: &mut dyn Write,
    head: &Head,
    words: &Words,
    lang: Lang,
) -> io::Result<()> {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//kenpin//proofs of purchase//EN"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.name(&words.say(lang, "ics-calendar", &[]));
    let mut days: BTreeMap<(Day, &str), (u64, &ProofEnd)> = BTreeMap::new();
    for expiry in head.outlook.iter().flat_map(|outlook| &outlook.expiries) {
        let (units, _) = days
            .entry((expiry.day, &expiry.asin))
            .or_insert((0, expiry));
        // A saved report may tell any number.
        *units = units.saturating_add(expiry.units);
    }
    for (units, expiry) in days.into_values().take(MOST) {
        calendar.push(entry(units, expiry, head.run.today, words, lang));
    }
    write!(out, "{calendar}")
}

fn entry(units: u64, expiry: &ProofEnd, today: Day, words: &Words, lang: Lang) -> Event {
    let units = units.into();
    let asin = escape::terminal(&expiry.asin).into_owned().into();
    let title = escape::terminal(&expiry.title).into_owned().into();
    let args: [(&str, &Value); 3] = [("asin", &asin), ("units", &units), ("title", &title)];
    let summary = words.say(lang, "ics-expiry", &args);
    let day = expiry.day.strftime("%Y%m%d").to_string();
    // An id is written as it is: nothing in it may end the line.
    let id: String = expiry
        .asin
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let mut event = Event::new();
    let mut starts = Property::new("DTSTART", &day);
    starts.add_parameter("VALUE", "DATE");
    event
        .uid(&format!("{day}-{id}@kenpin"))
        .summary(&summary)
        .description(&words.say(lang, "ics-expiry-more", &args))
        .append_property(starts)
        // The day of the scan stands for the time of writing: the clock is no part of a report.
        .add_property("DTSTAMP", today.strftime("%Y%m%dT000000Z").to_string());
    let before = Trigger::before_start(chrono::Duration::days(REMIND));
    event.alarm(Alarm::display(&summary, before));
    event.done()
}
