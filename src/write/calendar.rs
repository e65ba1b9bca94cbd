//! Calendar entries: days on which proofs of purchase fall out of the window, and deadlines of notices.

use super::{Words, escape};
use crate::model::{Day, Deadline, Head, Lang, ProofEnd, Value};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property, Trigger};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Days before an expiry on which a calendar reminds of it.
const REMIND: i64 = 14;
/// Days before the deadline of a notice: most leave a week or two.
const REMIND_NOTICE: i64 = 2;
/// Entries of one calendar; a program that imports thousands of them helps nobody.
const MOST: usize = 1_000;

/// Writes one whole-day entry for each ASIN and day of expiry and for each deadline, with a reminder.
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
        calendar.push(of_proof(units, expiry, head.run.today, words, lang));
    }
    for deadline in &head.deadlines {
        calendar.push(of_notice(deadline, head.run.today, words, lang));
    }
    write!(out, "{calendar}")
}

fn of_proof(units: u64, end: &ProofEnd, today: Day, words: &Words, lang: Lang) -> Event {
    let units = units.into();
    let asin = text(&end.asin);
    let title = text(&end.title);
    let args: [(&str, &Value); 3] = [("asin", &asin), ("units", &units), ("title", &title)];
    let said = Said {
        summary: words.say(lang, "ics-expiry", &args),
        more: words.say(lang, "ics-expiry-more", &args),
    };
    entry(&end.asin, end.day, REMIND, &said, today)
}

fn of_notice(deadline: &Deadline, today: Day, words: &Words, lang: Lang) -> Event {
    let notice = text(&deadline.notice);
    let kind = Value::word(deadline.kind.word());
    let asins = text(&deadline.asins.join(", "));
    let args: [(&str, &Value); 3] = [("notice", &notice), ("kind", &kind), ("asins", &asins)];
    let said = Said {
        summary: words.say(lang, "ics-deadline", &args),
        more: words.say(lang, "ics-deadline-more", &args),
    };
    entry(&deadline.notice, deadline.day, REMIND_NOTICE, &said, today)
}

fn text(untrusted: &str) -> Value {
    escape::terminal(untrusted).into_owned().into()
}

/// What an entry says.
struct Said {
    summary: String,
    more: String,
}

fn entry(about: &str, day: Day, remind: i64, said: &Said, today: Day) -> Event {
    let day = day.strftime("%Y%m%d").to_string();
    // An id is written as it is: nothing in it may end the line.
    let id: String = about.chars().filter(char::is_ascii_alphanumeric).collect();
    // The day of the scan stands for the time of writing: the clock is no part of a report.
    let stamp = today.strftime("%Y%m%dT000000Z").to_string();
    let mut starts = Property::new("DTSTART", &day);
    starts.add_parameter("VALUE", "DATE");
    let mut event = Event::new();
    event
        .uid(&format!("{day}-{id}@kenpin"))
        .summary(&said.summary)
        .description(&said.more)
        .append_property(starts)
        .add_property("DTSTAMP", &stamp);
    let before = Trigger::before_start(chrono::Duration::days(remind));
    let mut alarm = Alarm::display(&said.summary, before);
    alarm
        .uid(&format!("{day}-{id}-reminder@kenpin"))
        .add_property("DTSTAMP", &stamp);
    event.alarm(alarm);
    event.done()
}
