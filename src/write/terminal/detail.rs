//! Findings on a terminal: the short list of the worst, and each in full.

use super::page::{self, Page};
use super::summary::{by_severity, total};
use crate::model::{Finding, Findings, Source, Subject, Value};
use crate::write::{escape, width, yen};
use std::io;

/// Places and facts shown of one finding, unless all are asked for.
const FACTS: usize = 8;
/// SKUs named of one ASIN.
const SKUS: usize = 4;

/// The worst findings, two lines each.
pub(super) fn worst(page: &mut Page<'_>, findings: &[Finding]) -> io::Result<()> {
    let total = total(page);
    let heading = page.say("ui-findings", &[("n", total.into())]);
    let counts: Vec<String> = by_severity(page)
        .into_iter()
        .map(|(severity, text)| page.paint(page::severity(severity), &text))
        .collect();
    page.heading(&heading)?;
    if findings.is_empty() {
        let none = page.say("ui-no-findings", &[]);
        return page.block("  ", &none);
    }
    page.line(&format!("  {}", counts.join("  ")))?;
    let heading = page.say("ui-worst", &[("n", (findings.len() as u64).into())]);
    page.heading(&heading)?;
    for (nth, finding) in findings.iter().enumerate() {
        short_line(page, nth + 1, finding)?;
        let amount = finding.yen_at_stake.map(yen).unwrap_or_default();
        let room = page.width().saturating_sub(4 + width::cells(&amount) + 2);
        let subject = width::left(&subject_line(page, finding), room);
        page.line(&format!("    {subject}  {amount}"))?;
    }
    Ok(())
}

/// `[high] PROOF-001 title … hold`: rule, title and decision on one line, the title cut.
fn short_line(page: &mut Page<'_>, number: usize, finding: &Finding) -> io::Result<()> {
    let mark = Mark::new(page, finding);
    let number = width::right(&number.to_string(), 3);
    let taken = width::cells(&number) + mark.cells() + width::cells(&mark.decision) + 3;
    let room = page.width().saturating_sub(taken);
    let title = width::left(&rule_title(page, finding), room);
    let (front, decision) = (mark.front(page, finding), mark.decision(page, finding));
    page.line(&format!("{number} {front}{title}  {decision}"))
}

/// `[high] hold  PROOF-001 title`, the title in full.
fn full_line(page: &mut Page<'_>, finding: &Finding) -> io::Result<()> {
    let mark = Mark::new(page, finding);
    let title = rule_title(page, finding);
    let (front, decision) = (mark.front(page, finding), mark.decision(page, finding));
    let taken = width::cells(&mark.decision) + 2 + mark.cells();
    page.behind(&format!("{decision}  {front}"), taken, &title)
}

/// Severity, rule and decision of a finding in words.
struct Mark {
    severity: String,
    rule: String,
    decision: String,
}

impl Mark {
    fn new(page: &Page<'_>, finding: &Finding) -> Self {
        Self {
            severity: format!("[{}]", page.name("severity", finding.severity.word())),
            rule: escape::terminal(&finding.rule).into_owned(),
            decision: page.name("decision", finding.decision.word()),
        }
    }

    fn cells(&self) -> usize {
        width::cells(&self.severity) + width::cells(&self.rule) + 2
    }

    fn front(&self, page: &Page<'_>, finding: &Finding) -> String {
        let severity = page.paint(page::severity(finding.severity), &self.severity);
        let rule = page.paint(page::STRONG, &self.rule);
        format!("{severity} {rule} ")
    }

    fn decision(&self, page: &Page<'_>, finding: &Finding) -> String {
        page.paint(page::decision(finding.decision), &self.decision)
    }
}

fn rule_title(page: &Page<'_>, finding: &Finding) -> String {
    page.rules
        .get(finding.rule.as_str())
        .map(|rule| page.text(&rule.title))
        .unwrap_or_default()
}

/// Subject and title of the listing on one line.
fn subject_line(page: &Page<'_>, finding: &Finding) -> String {
    let title = escape::terminal(&finding.title);
    format!("{}  {title}", subject(page, &finding.subject))
}

pub(super) fn subject(page: &Page<'_>, subject: &Subject) -> String {
    let say = |id: &str, args: &[(&str, &str)]| {
        let args: Vec<(&str, Value)> = args.iter().map(|(n, v)| (*n, (*v).into())).collect();
        page.say(id, &args)
    };
    match subject {
        Subject::Sku { sku, asin: None } | Subject::ShipmentLine { sku, asin: None } => {
            say("ui-subject-sku", &[("sku", sku)])
        }
        Subject::Sku {
            sku,
            asin: Some(asin),
        }
        | Subject::ShipmentLine {
            sku,
            asin: Some(asin),
        } => say("ui-subject-sku-asin", &[("sku", sku), ("asin", asin)]),
        Subject::Asin { asin, skus } if skus.is_empty() => {
            say("ui-subject-asin", &[("asin", asin)])
        }
        Subject::Asin { asin, skus } => {
            let mut named = skus.get(..SKUS).unwrap_or(skus).join(", ");
            let more = skus.len().saturating_sub(SKUS) as u64;
            if more > 0 {
                named.push(' ');
                named.push_str(&page.say("ui-more-skus", &[("n", more.into())]));
            }
            say("ui-subject-asin-skus", &[("asin", asin), ("skus", &named)])
        }
        Subject::Supplier { name } => say("ui-subject-supplier", &[("name", name)]),
        Subject::Account => say("ui-subject-account", &[]),
    }
}

/// The heading above the findings in full.
pub(super) fn heading(page: &mut Page<'_>, shown: usize) -> io::Result<()> {
    let total = total(page);
    if total == 0 {
        return Ok(());
    }
    let shown = if page.style.all { total } else { shown as u64 };
    let args = [("shown", shown.into()), ("n", total.into())];
    let heading = page.say("ui-details", &args);
    page.heading(&heading)
}

/// One finding in full.
pub(super) fn finding(page: &mut Page<'_>, finding: &Finding) -> io::Result<()> {
    page.line("")?;
    full_line(page, finding)?;
    let labels = Labels::new(page);
    let about = subject(page, &finding.subject);
    page.block(&labels.of(&labels.subject), &about)?;
    if !finding.title.is_empty() {
        let room = page.width().saturating_sub(labels.cells());
        let title = escape::terminal(&finding.title).into_owned();
        page.line(&format!("{}{}", labels.blank(), width::cut(&title, room)))?;
    }
    if let Some(amount) = finding.yen_at_stake {
        page.block(&labels.of(&labels.money), &yen(amount))?;
    }
    facts(page, &labels, finding)?;
    if let Some(exception) = &finding.exception {
        let said = page.exception(exception);
        page.ended(&labels.blank(), &said, &page::place(Some(&exception.at)))?;
    }
    let Some(rule) = page.rules.get(finding.rule.as_str()).copied() else {
        return Ok(());
    };
    if rule.indication {
        let said = page.say("ui-indication", &[]);
        page.painted(&labels.blank(), &said, page::FAINT)?;
    }
    let fix = page.text(&rule.fix);
    page.block(&labels.of(&labels.fix), &fix)?;
    if page.told.insert(&rule.id) {
        sources(page, &labels, &rule.source)
    } else {
        best_source(page, &labels, &rule.source)
    }
}

/// What exceptions set aside, with the reason and the last day of each.
pub(super) fn suppressed(page: &mut Page<'_>, findings: &dyn Findings) -> io::Result<()> {
    let n = page.head.summary.suppressed;
    if n == 0 {
        return Ok(());
    }
    let heading = page.say("ui-suppressed", &[("n", n.into())]);
    page.heading(&heading)?;
    findings.each(&mut |finding| excepted(page, &finding))
}

/// What exceptions weigh otherwise, wherever it stands among the findings.
pub(super) fn reweighed(page: &mut Page<'_>, findings: &dyn Findings) -> io::Result<()> {
    let n = page.head.summary.reweighed;
    if n == 0 {
        return Ok(());
    }
    let heading = page.say("ui-reweighed", &[("n", n.into())]);
    page.heading(&heading)?;
    findings.each(&mut |finding| match finding.exception {
        Some(_) => excepted(page, &finding),
        None => Ok(()),
    })
}

/// A finding in short, with its exception.
fn excepted(page: &mut Page<'_>, finding: &Finding) -> io::Result<()> {
    let mark = Mark::new(page, finding);
    let front = mark.front(page, finding);
    let title = rule_title(page, finding);
    page.behind(&format!("  {front}"), mark.cells() + 2, &title)?;
    let about = subject_line(page, finding);
    let about = width::cut(&about, page.width().saturating_sub(4)).into_owned();
    page.line(&format!("    {about}"))?;
    let Some(exception) = &finding.exception else {
        return Ok(());
    };
    let said = page.exception(exception);
    page.ended("    ", &said, &page::place(Some(&exception.at)))
}

/// Every source of a rule with its address, at the first finding of the rule.
fn sources(page: &mut Page<'_>, labels: &Labels, sources: &[Source]) -> io::Result<()> {
    for (nth, source) in sources.iter().enumerate() {
        let label = if nth == 0 {
            labels.of(&labels.source)
        } else {
            labels.blank()
        };
        let said = source_line(page, source);
        page.painted(&label, &said, page::FAINT)?;
        if !source.url.is_empty() {
            // Never broken, so that it can be opened and copied.
            let url = page.paint(page::FAINT, &escape::terminal(&source.url));
            page.line(&format!("{}{url}", labels.blank()))?;
        }
    }
    Ok(())
}

/// The best source and the number of the others, at further findings of the rule.
fn best_source(page: &mut Page<'_>, labels: &Labels, sources: &[Source]) -> io::Result<()> {
    let Some(best) = sources.iter().min_by_key(|source| source.grade) else {
        return Ok(());
    };
    let mut said = source_line(page, best);
    if sources.len() > 1 {
        let more = (sources.len() as u64 - 1).into();
        said.push_str(&page.say("ui-source-more", &[("n", more)]));
    }
    page.painted(&labels.of(&labels.source), &said, page::FAINT)
}

fn facts(page: &mut Page<'_>, labels: &Labels, finding: &Finding) -> io::Result<()> {
    let all = &finding.evidence;
    let most = if page.style.all {
        all.len()
    } else {
        FACTS.min(all.len())
    };
    for (nth, fact) in all[..most].iter().enumerate() {
        let label = if nth == 0 {
            labels.of(&labels.facts)
        } else {
            labels.blank()
        };
        let said = page.fact(fact);
        page.ended(&label, &said, &page::place(fact.at.as_ref()))?;
    }
    if most < all.len() {
        let more = ((all.len() - most) as u64).into();
        let said = page.say("ui-more-facts", &[("n", more)]);
        page.block(&labels.blank(), &said)?;
    }
    Ok(())
}

fn source_line(page: &Page<'_>, source: &Source) -> String {
    let args = [
        ("title", source.title.as_str().into()),
        ("date", source.date.as_str().into()),
        ("grade", Value::word(source.grade)),
    ];
    let id = if source.date.is_empty() {
        "ui-source-undated"
    } else {
        "ui-source"
    };
    page.say(id, &args)
}

/// The labels in front of the lines of a finding, all as wide as the widest.
struct Labels {
    subject: String,
    money: String,
    facts: String,
    fix: String,
    source: String,
    widest: usize,
}

impl Labels {
    fn new(page: &Page<'_>) -> Self {
        let name = |word| page.name("label", word);
        let subject = name("subject");
        let (money, facts) = (name("money"), name("facts"));
        let (fix, source) = (name("fix"), name("source"));
        let widest = [&subject, &money, &facts, &fix, &source]
            .iter()
            .map(|t| width::cells(t))
            .max()
            .unwrap_or(0);
        Self {
            subject,
            money,
            facts,
            fix,
            source,
            widest,
        }
    }

    fn of(&self, label: &str) -> String {
        format!("  {}  ", width::left(label, self.widest))
    }

    fn cells(&self) -> usize {
        self.widest + 4
    }

    fn blank(&self) -> String {
        " ".repeat(self.cells())
    }
}
