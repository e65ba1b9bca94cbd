//! Answers as lines of JSON: what one answer has in common with those before it is not rendered
//! again.

use crate::model::{Answer, AskedPaper, NotJudged, Reason};
use crate::write::json;
use serde::Serialize;
use std::io::{self, Write};

/// Values of one kind that are remembered: few answers differ in the rules that cannot be judged,
/// in the papers and in what a rule says of itself.
const REMEMBERED: usize = 64;

/// Renders answers, one after the other.
#[derive(Debug, Default)]
pub(super) struct Lines {
    papers: Memo<Vec<AskedPaper>>,
    not_judged: Memo<Vec<NotJudged>>,
    /// Reasons without what is told of one candidate alone.
    reasons: Memo<Reason>,
}

/// Values with their JSON, those that are met often in front.
#[derive(Debug)]
struct Memo<T>(Vec<(T, Rendered)>);

/// The JSON of a value in two halves; what differs stands between them.
type Rendered = [Box<[u8]>; 2];

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Memo<T> {
    /// The JSON of the value that `is` finds; else that of a new one, which is remembered.
    fn of(
        &mut self,
        is: impl Fn(&T) -> bool,
        new: impl FnOnce() -> io::Result<(T, Rendered)>,
    ) -> io::Result<&Rendered> {
        let place = match self.0.iter().position(|(known, _)| is(known)) {
            Some(0) => 0,
            Some(place) => {
                self.0.swap(place - 1, place);
                place - 1
            }
            None => {
                self.0.truncate(REMEMBERED - 1);
                self.0.push(new()?);
                self.0.len() - 1
            }
        };
        Ok(&self.0[place].1)
    }
}

impl<T: Clone + PartialEq + Serialize> Memo<T> {
    fn push(&mut self, out: &mut Vec<u8>, value: &T) -> io::Result<()> {
        let new = || Ok((value.clone(), [rendered(value)?, Box::default()]));
        let [whole, _] = self.of(|known| known == value, new)?;
        out.extend_from_slice(whole);
        Ok(())
    }
}

fn rendered(value: &impl Serialize) -> io::Result<Box<[u8]>> {
    let mut bytes = Vec::new();
    json::item(&mut bytes, value)?;
    Ok(bytes.into())
}

impl Lines {
    /// Appends an answer as one line: what `serde_json` makes of it.
    pub(super) fn push(&mut self, out: &mut Vec<u8>, answer: &Answer) -> io::Result<()> {
        // All fields by name, so that none is forgotten here.
        let Answer {
            id,
            line,
            asin,
            jan,
            title,
            decision,
            reasons,
            papers,
            not_judged,
            suppressed,
            listed_as,
            unread,
            error,
        } = answer;
        out.push(b'{');
        if !id.is_empty() {
            member(out, "\"id\":", id)?;
            out.push(b',');
        }
        write!(out, "\"line\":{line}")?;
        optional(out, ",\"asin\":", asin)?;
        optional(out, ",\"jan\":", jan)?;
        if !title.is_empty() {
            member(out, ",\"title\":", title)?;
        }
        member(out, ",\"decision\":", decision)?;
        out.extend_from_slice(b",\"reasons\":");
        self.reasons(out, reasons)?;
        out.extend_from_slice(b",\"papers\":");
        self.papers.push(out, papers)?;
        out.extend_from_slice(b",\"not_judged\":");
        self.not_judged.push(out, not_judged)?;
        if !suppressed.is_empty() {
            out.extend_from_slice(b",\"suppressed\":");
            self.reasons(out, suppressed)?;
        }
        if !listed_as.is_empty() {
            member(out, ",\"listed_as\":", listed_as)?;
        }
        if !unread.is_empty() {
            member(out, ",\"unread\":", unread)?;
        }
        optional(out, ",\"error\":", error)?;
        out.extend_from_slice(b"}\n");
        Ok(())
    }

    fn reasons(&mut self, out: &mut Vec<u8>, reasons: &[Reason]) -> io::Result<()> {
        out.push(b'[');
        for (place, reason) in reasons.iter().enumerate() {
            if place > 0 {
                out.push(b',');
            }
            self.reason(out, reason)?;
        }
        out.push(b']');
        Ok(())
    }

    fn reason(&mut self, out: &mut Vec<u8>, reason: &Reason) -> io::Result<()> {
        let new = || {
            let plain = Reason {
                evidence: Vec::new(),
                exception: None,
                ..reason.clone()
            };
            let halves = halves(&plain)?;
            Ok((plain, halves))
        };
        let [before, behind] = self.reasons.of(|known| same(known, reason), new)?;
        out.extend_from_slice(before);
        json::item(out, &reason.evidence)?;
        out.extend_from_slice(behind);
        optional(out, ",\"exception\":", &reason.exception)?;
        out.push(b'}');
        Ok(())
    }
}

/// True for reasons that differ only in their evidence and their exception.
fn same(a: &Reason, b: &Reason) -> bool {
    a.rule == b.rule
        && (a.severity, a.decision, a.indication) == (b.severity, b.decision, b.indication)
        && a.title == b.title
        && a.fix == b.fix
        && a.source == b.source
}

/// A reason without evidence and exception, up to its evidence and from there to its end.
fn halves(reason: &Reason) -> io::Result<Rendered> {
    let (mut before, mut behind) = (Vec::new(), Vec::new());
    member(&mut before, "{\"rule\":", &reason.rule)?;
    member(&mut before, ",\"severity\":", &reason.severity)?;
    member(&mut before, ",\"decision\":", &reason.decision)?;
    member(&mut before, ",\"indication\":", &reason.indication)?;
    member(&mut before, ",\"title\":", &reason.title)?;
    before.extend_from_slice(b",\"evidence\":");
    member(&mut behind, ",\"fix\":", &reason.fix)?;
    member(&mut behind, ",\"source\":", &reason.source)?;
    Ok([before.into(), behind.into()])
}

fn member(out: &mut Vec<u8>, name: &str, value: &impl Serialize) -> io::Result<()> {
    out.extend_from_slice(name.as_bytes());
    json::item(out, value)
}

fn optional(out: &mut Vec<u8>, name: &str, value: &Option<impl Serialize>) -> io::Result<()> {
    match value {
        Some(value) => member(out, name, value),
        None => Ok(()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::{
        Choice, Excepted, Field, Input, Lacking, LineFault, Place, Severity, Unread,
    };
    use std::sync::Arc;

    fn reason(rule: &str, severity: Severity) -> Reason {
        Reason {
            rule: rule.into(),
            severity,
            decision: Choice::Ask,
            indication: true,
            title: Arc::default(),
            evidence: Vec::new(),
            fix: Arc::default(),
            source: Arc::default(),
            exception: None,
        }
    }

    /// Answers that differ in one thing each.
    fn answers() -> Vec<Answer> {
        let plain = Answer {
            error: None,
            decision: Choice::Buy,
            ..Answer::unreadable(7, LineFault::NotJson)
        };
        let at = Place {
            file: "config.toml".into(),
            line: Some(3),
            column: None,
        };
        let excepted = Reason {
            exception: Some(Excepted {
                reason: "\u{202e}seen".to_owned(),
                until: "2026-12-31".parse().unwrap(),
                at,
                instead_of: None,
            }),
            ..reason("IP-001", Severity::High)
        };
        let missing = Lacking {
            input: Input::Listings,
            field: Some(Field::Jan),
        };
        let with = |change: &dyn Fn(&mut Answer)| {
            let mut answer = plain.clone();
            change(&mut answer);
            answer
        };
        vec![
            with(&|a| a.id = "\"a\u{1b}".to_owned()),
            with(&|a| a.asin = Some("B000000007".to_owned())),
            with(&|a| a.title = "箱".to_owned()),
            with(&|a| a.reasons = vec![reason("IP-001", Severity::High)]),
            with(&|a| {
                a.reasons = vec![
                    reason("IP-001", Severity::Low),
                    reason("IP-002", Severity::Low),
                ]
            }),
            with(&|a| a.suppressed = vec![excepted.clone(), reason("IP-001", Severity::High)]),
            with(&|a| {
                let rule = "LIST-001".into();
                a.not_judged = vec![NotJudged {
                    rule,
                    missing,
                    asks: false,
                }];
            }),
            with(&|a| {
                a.papers = vec![AskedPaper {
                    paper: "invoice".into(),
                    values: Default::default(),
                }]
            }),
            with(&|a| a.listed_as = vec!["A-1".to_owned()]),
            with(&|a| {
                a.unread = vec![Unread {
                    field: Field::Asin,
                    value: "?".to_owned(),
                }]
            }),
            Answer::unreadable(9, LineFault::TooLong),
            plain.clone(),
        ]
    }

    #[test]
    fn lines_are_what_serde_makes_of_the_answers() {
        let mut lines = Lines::default();
        for answer in answers().iter().chain(&answers()) {
            let (mut fast, mut slow) = (Vec::new(), Vec::new());
            lines.push(&mut fast, answer).unwrap();
            json::item(&mut slow, answer).unwrap();
            slow.push(b'\n');
            assert_eq!(String::from_utf8(fast), String::from_utf8(slow));
        }
    }
}
