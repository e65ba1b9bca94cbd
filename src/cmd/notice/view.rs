//! What was read from a mail as JSON and as lines for people.

use crate::cmd::{Screen, Stop};
use crate::model::{Claim, Day, NoticeKind, Value};
use crate::notice::{Reading, Stood};
use serde::Serialize;
use std::io::Write;

/// The JSON of `kenpin notice add --json`; the order of the keys is fixed.
#[derive(Debug, Serialize)]
pub(super) struct Read<'r> {
    kind: NoticeKind,
    asins: Vec<String>,
    deadline: Option<Day>,
    deadline_rule: Option<&'r str>,
    rights_holder: Option<&'r str>,
    claim_type: Option<Claim>,
    documents: &'r [String],
    confidence: f64,
    received: Day,
    contact: Option<&'r str>,
    complaint_id: Option<&'r str>,
    nearest: Option<NoticeKind>,
    forwarded: bool,
    why: Vec<Why<'r>>,
    id: Option<&'r str>,
}

#[derive(Debug, Serialize)]
struct Why<'r> {
    signal: &'r str,
    points: i32,
    line: u32,
    text: &'r str,
}

impl<'r> Read<'r> {
    pub(super) fn of(reading: &'r Reading, id: Option<&'r str>) -> Self {
        let deadline = reading.deadline.as_ref();
        Self {
            kind: reading.kind,
            asins: reading.asins.iter().map(ToString::to_string).collect(),
            deadline: deadline.map(|deadline| deadline.day),
            deadline_rule: deadline.map(|deadline| deadline.rule.as_str()),
            rights_holder: reading.rights_holder.as_deref(),
            claim_type: reading.claim,
            documents: &reading.documents,
            confidence: reading.confidence,
            received: reading.received,
            contact: reading.contact.as_deref(),
            complaint_id: reading.complaint.as_deref(),
            nearest: reading.nearest,
            forwarded: reading.forwarded,
            why: reading.why.iter().map(Why::of).collect(),
            id,
        }
    }
}

impl<'r> Why<'r> {
    fn of(stood: &'r Stood) -> Self {
        Self {
            signal: &stood.signal,
            points: stood.points,
            line: stood.line,
            text: &stood.text,
        }
    }
}

/// Prints a value as JSON.
pub(super) fn json(value: &impl Serialize, screen: &mut Screen) -> Result<(), Stop> {
    let text = serde_json::to_string_pretty(value).map_err(std::io::Error::from)?;
    writeln!(screen.out, "{text}")?;
    Ok(())
}

/// Prints what was read for people.
pub(super) fn print(reading: &Reading, screen: &mut Screen) -> Result<(), Stop> {
    let kind = |kind: NoticeKind| Value::word(kind.word());
    let percent = (reading.confidence * 100.0).round() as i64;
    let values = [("kind", kind(reading.kind)), ("percent", percent.into())];
    screen.print("notice-kind", &values)?;
    if let Some(nearest) = reading.nearest {
        screen.print("notice-nearest", &[("kind", kind(nearest))])?;
    }
    let asins: Vec<String> = reading.asins.iter().map(ToString::to_string).collect();
    if !asins.is_empty() {
        screen.print("notice-asins", &[("asins", asins.join(", ").into())])?;
    }
    screen.print("notice-received", &[("day", reading.received.into())])?;
    match &reading.deadline {
        Some(deadline) if !deadline.stated => {
            screen.print("notice-deadline-usual", &[("day", deadline.day.into())])?;
        }
        Some(deadline) => {
            let values = [
                ("day", deadline.day.into()),
                ("rule", deadline.rule.as_str().into()),
                ("line", i64::from(deadline.line).into()),
            ];
            screen.print("notice-deadline", &values)?;
        }
        None if reading.kind == NoticeKind::Unknown || reading.kind.is_resolved() => {}
        None => screen.print("notice-no-deadline", &[])?,
    }
    let papers: Vec<String> = reading
        .documents
        .iter()
        .map(|paper| screen.word(&format!("paper-{paper}")))
        .collect();
    let claim = reading.claim.map(|claim| screen.word(claim.word()));
    let told = [
        ("notice-documents", "papers", Some(papers.join(", "))),
        ("notice-holder", "name", reading.rights_holder.clone()),
        ("notice-claim", "claim", claim),
        ("notice-contact", "contact", reading.contact.clone()),
        ("notice-complaint", "number", reading.complaint.clone()),
    ];
    for (id, name, text) in told {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            screen.print(id, &[(name, text.into())])?;
        }
    }
    why(reading, screen)
}

fn why(reading: &Reading, screen: &mut Screen) -> Result<(), Stop> {
    if !reading.why.is_empty() {
        screen.print("notice-why", &[])?;
    }
    for stood in reading.why.iter().take(12) {
        let values = [
            ("line", i64::from(stood.line).into()),
            ("text", stood.text.as_str().into()),
            ("points", i64::from(stood.points).into()),
        ];
        screen.print("notice-why-line", &values)?;
    }
    Ok(())
}
