//! What the requests of notices accept, and the usual clock of each kind.

use super::calendar::Calendar;
use super::clock::Deadline;
use super::data::DataError;
use crate::model::{Day, NoticeKind, Request, Trouble};
use jiff::ToSpan;
use serde::Deserialize;

/// Name of the file of the data.
pub(super) const NAME: &str = "requests.toml";

/// What the requests accept; data, see `data/notices/requests.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requests {
    /// Largest file and pack.
    pub limits: Limits,
    /// What facts about a file mean; the first that fits decides.
    #[serde(rename = "trouble")]
    pub troubles: Vec<Trouble>,
    request: Vec<Request>,
    usual: Vec<Usual>,
}

/// Largest file and pack, in megabytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// One file.
    pub file: u32,
    /// All files together.
    pub pack: u32,
}

/// The usual clock of a kind of notice.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Usual {
    kind: NoticeKind,
    #[serde(default)]
    days: u32,
    #[serde(default)]
    business_days: u32,
}

impl Requests {
    /// What a notice of a kind asks for; `None` for one that is settled or unknown.
    #[must_use]
    pub fn of(&self, kind: NoticeKind) -> Option<&Request> {
        self.request
            .iter()
            .find(|request| request.kinds.contains(&kind))
    }

    /// The deadline of a notice that states none, by the usual clock of its kind.
    pub(super) fn usual(
        &self,
        kind: NoticeKind,
        received: Day,
        calendar: &Calendar,
    ) -> Option<Deadline> {
        let usual = self.usual.iter().find(|usual| usual.kind == kind)?;
        let (day, span) = match usual.business_days {
            0 => {
                let day = received.checked_add(i64::from(usual.days).days()).ok()?;
                (day, format!("{} days", usual.days))
            }
            days => (
                calendar.after(received, days)?,
                format!("{days} business days"),
            ),
        };
        Some(Deadline {
            day,
            rule: format!("usual clock of this kind: {span} (not stated in the mail)"),
            line: 0,
            stated: false,
        })
    }

    pub(super) fn check(&self) -> Result<(), DataError> {
        let wrong = |problem: String| {
            Err(DataError {
                file: NAME,
                problem,
            })
        };
        for kind in NoticeKind::ALL {
            let asks = !kind.is_resolved() && *kind != NoticeKind::Unknown;
            let entries = self.request.iter().filter(|r| r.kinds.contains(kind));
            if entries.count() != usize::from(asks) {
                return wrong(format!(
                    "{kind} must stand in one request, if it asks for anything"
                ));
            }
        }
        let odd = self
            .usual
            .iter()
            .find(|u| (u.days == 0) == (u.business_days == 0));
        match odd {
            Some(odd) => wrong(format!("{} needs days or business-days", odd.kind)),
            None => Ok(()),
        }
    }
}
