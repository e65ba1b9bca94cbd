//! The file of notices: one JSON object a line, only ever added to; later lines tell what became of
//! earlier ones.

use crate::model::{Asin, Case, Claim, Day, FileId, NoticeKind, Origin, Turn};
use serde::{Deserialize, Serialize};

/// Name of the file, beside the config.
pub const FILE: &str = "notices.jsonl";

/// One line of the file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Event {
    /// A notice came in.
    Notice(Box<Entry>),
    /// The seller appealed.
    Appeal {
        /// The notice.
        id: String,
        /// When.
        day: Day,
    },
    /// Amazon refused what the seller sent.
    Refused {
        /// The notice.
        id: String,
        /// When.
        day: Day,
        /// The new last day, where there is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        deadline: Option<Day>,
    },
    /// The matter is over.
    Close {
        /// The notice.
        id: String,
        /// When.
        day: Day,
    },
}

/// A notice as it was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub kind: NoticeKind,
    /// Day it was received.
    pub received: Day,
    /// Last day to answer.
    pub deadline: Option<Day>,
    /// The words that set it.
    #[serde(default)]
    pub deadline_rule: Option<String>,
    /// ASINs.
    pub asins: Vec<String>,
    /// Who complained.
    #[serde(default)]
    pub rights_holder: Option<String>,
    /// What was claimed.
    #[serde(default)]
    pub claim_type: Option<Claim>,
    /// Mail address of who complained.
    #[serde(default)]
    pub contact: Option<String>,
    /// Number of the complaint.
    #[serde(default)]
    pub complaint_id: Option<String>,
    /// Papers asked for.
    #[serde(default)]
    pub documents: Vec<String>,
    /// Subject of the mail.
    #[serde(default)]
    pub subject: String,
    /// File it was read from.
    #[serde(default)]
    pub source: String,
    /// Hash of that file.
    #[serde(default)]
    pub hash: String,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseProblem {
    /// Line, from 1.
    pub line: u32,
    /// What is wrong, as the parser says it, or the id that no line above has.
    pub what: String,
}

/// The cases of a file, in its order.
///
/// # Errors
/// The first line that cannot be read: a list of notices with holes would hide what is due.
pub fn cases(text: &str, file: FileId) -> Result<Vec<Case>, CaseProblem> {
    let mut cases: Vec<Case> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let line_number = u32::try_from(number + 1).unwrap_or(u32::MAX);
        let wrong = |what: String| CaseProblem {
            line: line_number,
            what,
        };
        let line = line.trim_start_matches('\u{feff}').trim();
        if line.is_empty() {
            continue;
        }
        let event: Event = serde_json::from_str(line).map_err(|error| wrong(error.to_string()))?;
        let origin = Origin {
            file,
            line: line_number,
        };
        take(&mut cases, event, origin).map_err(wrong)?;
    }
    Ok(cases)
}

fn take(cases: &mut Vec<Case>, event: Event, origin: Origin) -> Result<(), String> {
    let id = match &event {
        Event::Notice(entry) => {
            if cases.iter().any(|case| case.id == entry.id) {
                return Err(entry.id.clone());
            }
            cases.push(case(entry, origin)?);
            return Ok(());
        }
        Event::Appeal { id, .. } | Event::Refused { id, .. } | Event::Close { id, .. } => id,
    };
    let case = cases.iter_mut().find(|case| case.id == *id);
    let case = case.ok_or_else(|| id.clone())?;
    match event {
        Event::Notice(_) => {}
        Event::Appeal { .. } => {
            case.appeals = case.appeals.saturating_add(1);
            case.turn = Turn::Amazon;
        }
        Event::Refused { deadline, .. } => {
            case.refused = case.refused.saturating_add(1);
            case.appeals = case.appeals.max(case.refused);
            case.turn = Turn::Seller;
            case.deadline = deadline.or(case.deadline);
        }
        Event::Close { day, .. } => case.closed = Some(day),
    }
    Ok(())
}

fn case(entry: &Entry, origin: Origin) -> Result<Case, String> {
    let asin = |text: &String| Asin::parse(text.as_bytes()).ok_or_else(|| text.clone());
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    Ok(Case {
        origin,
        id: entry.id.clone(),
        kind: entry.kind,
        received: entry.received,
        deadline: entry.deadline,
        deadline_rule: text(&entry.deadline_rule),
        asins: entry.asins.iter().map(asin).collect::<Result<_, _>>()?,
        rights_holder: text(&entry.rights_holder),
        claim: entry.claim_type,
        contact: text(&entry.contact),
        complaint: text(&entry.complaint_id),
        documents: entry.documents.clone(),
        subject: entry.subject.clone(),
        source: entry.source.clone(),
        hash: entry.hash.clone(),
        // What is settled asks for nothing.
        closed: entry.kind.is_resolved().then_some(entry.received),
        appeals: 0,
        refused: 0,
        turn: Turn::Seller,
    })
}

/// The next free id.
#[must_use]
pub fn next_id(cases: &[Case]) -> String {
    let number = |case: &Case| case.id.strip_prefix("N-")?.parse::<u32>().ok();
    let last = cases.iter().filter_map(number).max().unwrap_or(0);
    format!("N-{:03}", last.saturating_add(1))
}

/// The line of an event, without a line end.
///
/// # Errors
/// Never for an event of this program; the signature is that of the serializer.
pub fn line(event: &Event) -> serde_json::Result<String> {
    serde_json::to_string(event)
}
