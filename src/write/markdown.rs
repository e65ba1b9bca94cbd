//! A short summary in Markdown, for a chat or an issue tracker: counts, money, the worst, the gaps.

use super::words::{grouped, yen};
use super::{Words, escape, phrase, width};
use crate::model::{Changes, Decision, Finding, Findings, Head, Lang, Severity, Subject, Value};
use std::io::{self, Write};

/// Findings that are named.
const WORST: usize = 10;
/// Gaps that are named.
const GAPS: usize = 5;
/// Characters of a title that are shown.
const TITLE: usize = 60;

/// Writes the summary.
///
/// Text of the input is escaped, so that it can neither format nor link nor mention.
///
/// # Errors
/// Those of `out` and of the findings.
pub(super) fn markdown(
    out: &mut dyn Write,
    head: &Head,
    findings: &dyn Findings,
    words: &Words,
    lang: Lang,
) -> io::Result<()> {
    let worst = phrase::first(findings, WORST)?;
    let mut sheet = Sheet { out, words, lang };
    sheet.summary(head)?;
    if let Some(changes) = &head.changes {
        sheet.changes(head, changes)?;
    }
    sheet.worst(head, &worst)?;
    sheet.gaps(head)?;
    let note = sheet.say("md-no-promise", &[]);
    writeln!(sheet.out, "\n{note}")
}

struct Sheet<'a> {
    out: &'a mut dyn Write,
    words: &'a Words,
    lang: Lang,
}

impl Sheet<'_> {
    fn say(&self, id: &str, args: &[(&str, Value)]) -> String {
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, value)).collect();
        self.words.say(self.lang, id, &args)
    }

    fn name(&self, set: &str, word: &str) -> String {
        self.say(&format!("ui-{set}-{word}"), &[])
    }

    fn summary(&mut self, head: &Head) -> io::Result<()> {
        let (run, sum) = (&head.run, &head.summary);
        let store = run.store.as_deref().map(plain).unwrap_or_default();
        let title = self.say("ui-title", &[("day", run.today.into())]);
        writeln!(self.out, "# {title}  {store}\n")?;
        if let Some(feed) = &run.feed {
            let said = phrase::feed(self.words, self.lang, feed);
            writeln!(self.out, "{}\n", plain(&said))?;
        }
        let rows = [
            (Decision::Stop, sum.stop),
            (Decision::Hold, sum.hold),
            (Decision::Ship, sum.ship),
        ];
        let names: Vec<String> = rows
            .iter()
            .map(|(decision, _)| self.name("decision", decision.word()))
            .collect();
        let counts: Vec<String> = rows.iter().map(|(_, n)| count(*n)).collect();
        writeln!(self.out, "| {} |", names.join(" | "))?;
        writeln!(self.out, "|---:|---:|---:|")?;
        writeln!(self.out, "| {} |\n", counts.join(" | "))?;
        let money = match sum.yen_at_stake {
            Some(total) => self.say("md-money", &[("yen", yen(total).into())]),
            None => self.say("md-money-unknown", &[]),
        };
        writeln!(self.out, "- {money}")?;
        let by_severity: Vec<String> = Severity::ALL
            .iter()
            .rev()
            .filter_map(|s| Some((s, *sum.findings.get(s).filter(|n| **n > 0)?)))
            .map(|(s, n)| format!("{} {}", self.name("severity", s.word()), count(n)))
            .collect();
        let findings = match by_severity.is_empty() {
            true => self.say("ui-no-findings", &[]),
            false => by_severity.join(" / "),
        };
        writeln!(self.out, "- {findings}")?;
        let judged = [
            ("judged", sum.rules_evaluated.into()),
            ("open", sum.rules_not_evaluated.into()),
        ];
        let judged = self.say("md-judged", &judged);
        writeln!(self.out, "- {judged}")
    }

    /// What changed since the last audit: the counts, then what is new or worse.
    fn changes(&mut self, head: &Head, changes: &Changes) -> io::Result<()> {
        let since = &changes.since;
        let args = [("day", since.day.into()), ("run", Value::Int(since.run))];
        let heading = self.say("ui-changes", &args);
        let counts = self.say("ui-changes-counts", &phrase::changed(changes));
        writeln!(self.out, "\n## {heading}\n\n- {counts}")?;
        let rules = phrase::rules(head);
        let grave = changes.new.iter().chain(&changes.worse).take(WORST);
        for change in grave {
            let rule = rules.get(change.rule.as_str());
            let title = rule.map_or("", |rule| phrase::text(&rule.title, self.lang));
            let decision = self.name("decision", change.decision.word());
            let about = self.subject(&change.subject);
            let (id, title) = (plain(&change.rule), plain(title));
            writeln!(self.out, "- **{decision}** {id} {title} {about}  ")?;
            for why in &change.why {
                let why = phrase::reason(self.words, self.lang, why);
                writeln!(self.out, "  → {}  ", plain(&why))?;
            }
        }
        Ok(())
    }

    fn worst(&mut self, head: &Head, worst: &[Finding]) -> io::Result<()> {
        if worst.is_empty() {
            return Ok(());
        }
        let heading = self.say("md-worst", &[("n", (worst.len() as u64).into())]);
        writeln!(self.out, "\n## {heading}\n")?;
        let rules = phrase::rules(head);
        for finding in worst {
            let rule = rules.get(finding.rule.as_str());
            let title = rule.map_or("", |rule| phrase::text(&rule.title, self.lang));
            let decision = self.name("decision", finding.decision.word());
            let amount = finding.yen_at_stake.map(|y| format!(" ({})", yen(y)));
            let (id, title) = (plain(&finding.rule), plain(title));
            let amount = amount.unwrap_or_default();
            writeln!(self.out, "1. **{decision}** {id} {title}{amount}  ")?;
            let about = self.subject(&finding.subject);
            let what = plain(&width::cut(&finding.title, TITLE));
            writeln!(self.out, "   {about} {what}  ")?;
            let said: Option<String> = finding.evidence.first().map(|fact| {
                let mut said = String::new();
                self.words.fact(&mut said, self.lang, fact);
                said
            });
            if let Some(said) = said {
                writeln!(self.out, "   {}", plain(&said))?;
            }
        }
        Ok(())
    }

    fn subject(&self, subject: &Subject) -> String {
        match subject {
            Subject::Sku { sku, asin } | Subject::ShipmentLine { sku, asin } => {
                let asin = asin.as_deref().unwrap_or_default();
                format!("{} {asin}", plain(sku)).trim_end().to_owned()
            }
            Subject::Asin { asin, .. } => plain(asin),
            Subject::Supplier { name } => plain(name),
            Subject::Account => self.say("ui-subject-account", &[]),
        }
    }

    fn gaps(&mut self, head: &Head) -> io::Result<()> {
        let gaps = phrase::gaps(head);
        if gaps.is_empty() {
            return Ok(());
        }
        let heading = self.say("md-gaps", &[]);
        writeln!(self.out, "\n## {heading}\n")?;
        for gap in gaps.iter().take(GAPS) {
            let (what, how) = phrase::gap(self.words, self.lang, gap);
            writeln!(self.out, "- {what} {how}")?;
        }
        let more = gaps.len().saturating_sub(GAPS) as u64;
        if more > 0 {
            let more = self.say("ui-more-skus", &[("n", more.into())]);
            writeln!(self.out, "- {more}")?;
        }
        Ok(())
    }
}

fn count(n: u64) -> String {
    grouped(i64::try_from(n).unwrap_or(i64::MAX))
}

/// Untrusted text as one plain run of words.
pub(super) fn plain(text: &str) -> String {
    let shown = escape::terminal(text);
    let mut plain = String::with_capacity(shown.len());
    for c in shown.chars() {
        match c {
            '<' => plain.push_str("&lt;"),
            '&' => plain.push_str("&amp;"),
            // A mention or a bare link begins here; the reader sees the same sign.
            '@' => plain.push_str("&#64;"),
            ':' if plain.ends_with("http") || plain.ends_with("https") => plain.push_str("&#58;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '+' | '!' | '|'
            | '~' | '>' => {
                plain.push('\\');
                plain.push(c);
            }
            _ => plain.push(c),
        }
    }
    plain
}
