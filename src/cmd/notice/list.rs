//! `kenpin notice list` and `show`: the notices, the most urgent first.

use super::args::{NoticeListArgs, NoticeShowArgs};
use super::store::{Store, path};
use super::view;
use crate::cmd::{Exit, Screen, Stop, session};
use crate::model::{Case, Claim, Day, NoticeKind, Turn, Value};
use crate::write::escape;
use comfy_table::{ContentArrangement, Table};
use serde::Serialize;
use std::io::Write;

/// A notice as JSON.
#[derive(Debug, Serialize)]
struct Shown<'c> {
    id: &'c str,
    status: &'static str,
    kind: NoticeKind,
    asins: Vec<String>,
    received: Day,
    deadline: Option<Day>,
    deadline_rule: &'c str,
    days_left: Option<i64>,
    turn: Turn,
    appeals: u32,
    refused: u32,
    lost: bool,
    rights_holder: &'c str,
    claim_type: Option<Claim>,
    contact: &'c str,
    complaint_id: &'c str,
    documents: &'c [String],
    subject: &'c str,
    source: &'c str,
    hash: &'c str,
    closed: Option<Day>,
}

impl<'c> Shown<'c> {
    fn of(case: &'c Case, today: Day) -> Self {
        Self {
            id: &case.id,
            status: if case.is_open() { "open" } else { "closed" },
            kind: case.kind,
            asins: case.asins.iter().map(ToString::to_string).collect(),
            received: case.received,
            deadline: case.deadline,
            deadline_rule: &case.deadline_rule,
            days_left: days_left(case, today),
            turn: case.turn,
            appeals: case.appeals,
            refused: case.refused,
            lost: case.is_lost(),
            rights_holder: &case.rights_holder,
            claim_type: case.claim,
            contact: &case.contact,
            complaint_id: &case.complaint,
            documents: &case.documents,
            subject: &case.subject,
            source: &case.source,
            hash: &case.hash,
            closed: case.closed,
        }
    }
}

/// Days until the deadline of an open notice; negative when it went by.
fn days_left(case: &Case, today: Day) -> Option<i64> {
    let deadline = case.deadline.filter(|_| case.is_open())?;
    Some(i64::from(
        crate::inventory::day_number(deadline) - crate::inventory::day_number(today),
    ))
}

pub(super) fn list(args: &NoticeListArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let store = Store::open(path(&super::settings(args.config.as_deref())?))?;
    let today = args.today.unwrap_or_else(session::today_in_japan);
    let mut cases: Vec<&Case> = store
        .cases
        .iter()
        .filter(|c| args.all || c.is_open())
        .collect();
    let urgency = |case: &&Case| {
        (
            !case.is_open(),
            case.deadline.is_none(),
            case.deadline,
            case.received,
        )
    };
    cases.sort_by_key(urgency);
    if args.json {
        let shown: Vec<Shown<'_>> = cases.iter().map(|case| Shown::of(case, today)).collect();
        view::json(&shown, screen)?;
        screen.out.flush()?;
        return Ok(Exit::Clean);
    }
    if !cases.is_empty() {
        let table = table(&cases, today, screen);
        writeln!(screen.out, "{}\n", table.trim_fmt())?;
    }
    let values = [
        ("n", (cases.len() as i64).into()),
        ("path", store.path.display().to_string().into()),
    ];
    screen.print("notice-count", &values)?;
    screen.out.flush()?;
    Ok(Exit::Clean)
}

fn table(cases: &[&Case], today: Day, screen: &Screen) -> Table {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    if screen.terminal {
        let width = u16::try_from(screen.width).unwrap_or(u16::MAX);
        table
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(width);
    }
    let heads = ["id", "deadline", "turn", "kind", "asins"];
    table.set_header(heads.map(|head| screen.say(&format!("notice-column-{head}"), &[])));
    for case in cases {
        table.add_row([
            escape::terminal(&case.id).into_owned(),
            deadline(case, today, screen),
            turn(case, screen),
            screen.word(case.kind.word()),
            asins(case),
        ]);
    }
    table
}

fn deadline(case: &Case, today: Day, screen: &Screen) -> String {
    let Some(day) = case.deadline else {
        return "-".to_owned();
    };
    match days_left(case, today) {
        None => day.to_string(),
        Some(left) => {
            let id = match left {
                ..0 => "notice-overdue",
                0 => "notice-today",
                _ => "notice-left",
            };
            let values = [("day", Value::from(day)), ("n", left.abs().into())];
            screen.say(id, &values)
        }
    }
}

fn turn(case: &Case, screen: &Screen) -> String {
    let id = match (case.is_open(), case.is_lost(), case.turn) {
        (false, ..) => "notice-turn-closed",
        (true, true, _) => "notice-turn-lost",
        (true, false, Turn::Seller) => "notice-turn-seller",
        (true, false, Turn::Amazon) => "notice-turn-amazon",
    };
    screen.say(id, &[("n", i64::from(case.appeals).into())])
}

fn asins(case: &Case) -> String {
    let asins: Vec<String> = case.asins.iter().map(ToString::to_string).collect();
    asins.join(" ")
}

pub(super) fn show(args: &NoticeShowArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let store = Store::open(path(&super::settings(args.config.as_deref())?))?;
    let today = args.today.unwrap_or_else(session::today_in_japan);
    let case = store.find(&args.id)?;
    if args.json {
        view::json(&Shown::of(case, today), screen)?;
        screen.out.flush()?;
        return Ok(Exit::Clean);
    }
    let papers: Vec<String> = case
        .documents
        .iter()
        .map(|paper| screen.word(&format!("paper-{paper}")))
        .collect();
    let claim = case
        .claim
        .map(|claim| screen.word(claim.word()))
        .unwrap_or_default();
    let head = format!(
        "{}  {}",
        escape::terminal(&case.id),
        screen.word(case.kind.word())
    );
    writeln!(screen.out, "{head}")?;
    screen.print("notice-received", &[("day", case.received.into())])?;
    let told = [
        ("notice-show-deadline", "day", deadline(case, today, screen)),
        ("notice-show-turn", "turn", turn(case, screen)),
        ("notice-asins", "asins", asins(case)),
        ("notice-documents", "papers", papers.join(", ")),
        ("notice-holder", "name", case.rights_holder.clone()),
        ("notice-claim", "claim", claim),
        ("notice-contact", "contact", case.contact.clone()),
        ("notice-complaint", "number", case.complaint.clone()),
        ("notice-subject", "subject", case.subject.clone()),
        ("notice-source", "path", case.source.clone()),
    ];
    for (id, name, text) in told.into_iter().filter(|(_, _, text)| !text.is_empty()) {
        screen.print(id, &[(name, text.into())])?;
    }
    screen.out.flush()?;
    Ok(Exit::Clean)
}
