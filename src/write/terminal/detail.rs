//! Findings on a terminal: the short list of the worst, and each in full.

use super::page::{self, Page};
use super::summary::{by_severity, total};
use crate::model::{Finding, Source, Subject};
use crate::write::{escape, phrase, width, yen};
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
        let number = width::right(&(nth + 1).to_string(), 3);
        first_line(page, &format!("{number} "), finding)?;
        let amount = finding.yen_at_stake.map(yen).unwrap_or_default();
        let room = page.width().saturating_sub(4 + width::cells(&amount) + 2);
        let subject = width::left(&subject_line(page, finding), room);
        page.line(&format!("    {subject}  {amount}"))?;
    }
    Ok(())
}

/// `[high] PROOF-001 title … hold`: rule, title and decision on one line, the title cut.
fn first_line(page: &mut Page<'_>, first: &str, finding: &Finding) -> io::Result<()> {
    let severity = page.name("severity", finding.severity.word());
    let decision = page.name("decision", finding.decision.word());
    let mark = format!("[{severity}]");
    let rule = escape::terminal(&finding.rule).into_owned();
    let taken = width::cells(first)
        + width::cells(&mark)
        + width::cells(&rule)
        + width::cells(&decision)
        + 4;
    let room = page.width().saturating_sub(taken);
    let title = width::left(&rule_title(page, finding), room);
    let mark = page.paint(page::severity(finding.severity), &mark);
    let rule = page.paint(page::STRONG, &rule);
    let decision = page.paint(page::decision(finding.decision), &decision);
    page.line(&format!("{first}{mark} {rule} {title}  {decision}"))
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
    format!("{} {title}", subject(page, &finding.subject))
}

fn subject(page: &Page<'_>, subject: &Subject) -> String {
    let shown = match subject {
        Subject::Sku { sku, asin: None } => sku.clone(),
        Subject::Sku {
            sku,
            asin: Some(asin),
        } => format!("{sku} / {asin}"),
        Subject::Asin { asin, skus } => asin_with(page, asin, skus),
        Subject::Supplier { name } => name.clone(),
        Subject::Account => return page.name("kind", "account"),
    };
    escape::terminal(&shown).into_owned()
}

fn asin_with(page: &Page<'_>, asin: &str, skus: &[String]) -> String {
    let named = skus.get(..SKUS).unwrap_or(skus).join(", ");
    let more = skus.len().saturating_sub(SKUS) as u64;
    match (skus.is_empty(), more) {
        (true, _) => asin.to_owned(),
        (_, 0) => format!("{asin} ({named})"),
        _ => {
            let more = page.say("ui-more-skus", &[("n", more.into())]);
            format!("{asin} ({named} {more})")
        }
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
    first_line(page, "", finding)?;
    let kind = page.name("kind", phrase::kind(&finding.subject));
    let labels = Labels::new(page, &kind);
    let about = subject(page, &finding.subject);
    page.block(&labels.of(&kind), &about)?;
    if !finding.title.is_empty() {
        let room = page.width().saturating_sub(labels.cells());
        let title = escape::terminal(&finding.title).into_owned();
        page.line(&format!("{}{}", labels.blank(), width::cut(&title, room)))?;
    }
    if let Some(amount) = finding.yen_at_stake {
        page.block(&labels.of(&labels.money), &yen(amount))?;
    }
    facts(page, &labels, finding)?;
    let Some(rule) = page.rules.get(finding.rule.as_str()).copied() else {
        return Ok(());
    };
    if rule.indication {
        let said = page.say("ui-indication", &[]);
        page.painted(&labels.blank(), &said, page::FAINT)?;
    }
    let fix = page.text(&rule.fix);
    page.block(&labels.of(&labels.fix), &fix)?;
    for (nth, source) in rule.source.iter().enumerate() {
        let label = if nth == 0 {
            labels.of(&labels.source)
        } else {
            labels.blank()
        };
        let said = source_line(page, source);
        page.painted(&label, &said, page::FAINT)?;
    }
    Ok(())
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
        let mut said = page.fact(fact);
        if let Some(at) = &fact.at {
            let mut place = String::new();
            phrase::place(&mut place, at);
            let place = escape::terminal(&place);
            said.push_str(&format!(" [{place}]"));
        }
        page.block(&label, &said)?;
    }
    if most < all.len() {
        let more = ((all.len() - most) as u64).into();
        let said = page.say("ui-more-facts", &[("n", more)]);
        page.block(&labels.blank(), &said)?;
    }
    Ok(())
}

fn source_line(page: &Page<'_>, source: &Source) -> String {
    let mut parts = vec![source.title.as_str()];
    parts.extend(
        [source.date.as_str(), source.url.as_str()]
            .iter()
            .filter(|t| !t.is_empty()),
    );
    let shown = escape::terminal(&parts.join("  ")).into_owned();
    let grade = page.name("grade", source.grade.word());
    format!("{shown}  [{grade}]")
}

/// The labels in front of the lines of a finding, all as wide as the widest.
struct Labels {
    money: String,
    facts: String,
    fix: String,
    source: String,
    widest: usize,
}

impl Labels {
    fn new(page: &Page<'_>, kind: &str) -> Self {
        let name = |word| page.name("label", word);
        let (money, facts) = (name("money"), name("facts"));
        let (fix, source) = (name("fix"), name("source"));
        let widest = [kind, &money, &facts, &fix, &source]
            .iter()
            .map(|t| width::cells(t))
            .max()
            .unwrap_or(0);
        Self {
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
