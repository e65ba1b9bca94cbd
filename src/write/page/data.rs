//! What the page shows, as one block of JSON in both languages.

use super::since::Audited;
use crate::model::{
    Coverage, Drill, Evidence, Excepted, Finding, InputFile, Lang, Outlook, Run, SCHEMA, Source,
    Subject, Summary, Value,
};
use crate::write::{Whole, Words, json, phrase};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};

/// Findings that the page holds; the rest stands in the other formats, and the page says so.
const MOST: usize = 50_000;
/// Facts of one finding that the page holds.
const FACTS: usize = 40;

/// What the page says in the words of its reader: the message `page-<name>`.
pub const WORDS: &[&str] = &[
    "lang-other",
    "title-of",
    "overview",
    "decisions",
    "asins",
    "money",
    "money-unknown",
    "money-what",
    "no-promise",
    "chart-family",
    "chart-expiry",
    "chart-expiry-none",
    "chart-expiry-unknown",
    "units-expiring",
    "units-covered",
    "heat",
    "drill",
    "drill-chance",
    "drill-none",
    "drill-weakest",
    "gaps",
    "gaps-none",
    "findings",
    "search",
    "search-what",
    "all",
    "clear",
    "group",
    "group-none",
    "shown",
    "cut",
    "none",
    "close",
    "evidence",
    "more-facts",
    "fix",
    "why",
    "source",
    "undated",
    "indication",
    "exception",
    "product",
    "seller",
    "rule",
    "severity",
    "decision",
    "family",
    "subject",
    "brand",
    "supplier",
    "title",
    "yen",
    "set-aside",
    "counted",
    "print-cut",
    "files",
    "licences",
    "made",
    "open",
    "count",
    "skip",
    "table-help",
    "next",
    "previous",
    "since",
    "since-none",
    "since-more",
    "gone-what",
    "way-new",
    "way-worse",
    "way-gone",
    "way-eased",
    "way-still",
    "was",
    "trend",
    "trend-proof",
    "units-held",
];

/// Sets of words whose names the page needs: the message `ui-<set>-<word>`.
const SETS: &[(&str, &[&str])] = &[
    ("decision", &["stop", "hold", "ship"]),
    ("severity", &["critical", "high", "medium", "low", "info"]),
    ("kind", &["sku", "asin", "supplier", "account"]),
    (
        "family",
        &["proof", "mix", "ip", "cond", "law", "list", "acct", "ship"],
    ),
];

/// Writes the block: the head, then one finding a line.
pub(super) fn data(out: &mut dyn Write, whole: &Whole<'_>, lang: Lang) -> io::Result<()> {
    let numbers = numbers(whole);
    let mut text = String::new();
    text.push_str("{\"head\":");
    json::push_in_page(&mut text, &Top::new(whole, lang, &numbers))?;
    text.push_str(",\n\"findings\":[\n");
    let mut any = false;
    let mut take = |finding: &Finding| {
        if any {
            text.push_str(",\n");
        }
        any = true;
        json::push_in_page(&mut text, &Row::new(finding, &numbers, whole.words))?;
        out.write_all(text.as_bytes())?;
        text.clear();
        Ok(())
    };
    for finding in &phrase::first(whole.findings, MOST)? {
        take(finding)?;
    }
    whole.suppressed.each(&mut |finding| take(&finding))?;
    text.push_str("\n]}");
    out.write_all(text.as_bytes())
}

/// The place of each rule in the list that the page has.
fn numbers<'a>(whole: &Whole<'a>) -> HashMap<&'a str, usize> {
    let rules = whole.head.coverage.iter().enumerate();
    rules.map(|(n, c)| (c.rule.id.as_str(), n)).collect()
}

/// A text in both languages.
#[derive(Serialize)]
pub(super) struct Both {
    ja: String,
    en: String,
}

impl Both {
    pub(super) fn of(say: impl Fn(Lang) -> String) -> Self {
        Self {
            ja: say(Lang::Ja),
            en: say(Lang::En),
        }
    }

    fn text(texts: &BTreeMap<Lang, String>) -> Self {
        Self::of(|lang| phrase::text(texts, lang).to_owned())
    }
}

/// Everything but the findings.
#[derive(Serialize)]
struct Top<'a> {
    schema: u32,
    lang: Lang,
    run: &'a Run,
    feed: Option<Both>,
    summary: &'a Summary,
    words: BTreeMap<String, Both>,
    rules: Vec<PageRule<'a>>,
    gaps: Vec<PageGap<'a>>,
    files: &'a [InputFile],
    drill: Option<&'a Drill>,
    outlook: Option<&'a Outlook>,
    audited: Option<Audited<'a>>,
    libraries: Vec<(&'a str, &'a str)>,
    most: usize,
}

#[derive(Serialize)]
struct PageRule<'a> {
    id: &'a str,
    family: &'static str,
    indication: bool,
    title: Both,
    why: Both,
    fix: Both,
    source: &'a [Source],
}

#[derive(Serialize)]
struct PageGap<'a> {
    what: Both,
    how: Both,
    rules: Vec<&'a str>,
}

impl<'a> Top<'a> {
    fn new(whole: &Whole<'a>, lang: Lang, numbers: &HashMap<&str, usize>) -> Self {
        let (head, words) = (whole.head, whole.words);
        let gap = |gap: phrase::Gap<'a>| PageGap {
            what: Both::of(|lang| phrase::gap(words, lang, &gap).0),
            how: Both::of(|lang| phrase::gap(words, lang, &gap).1),
            rules: gap.rules,
        };
        let libraries = whole.parts.vendored.iter();
        let feed = head.run.feed.as_ref();
        Self {
            schema: SCHEMA,
            lang,
            run: &head.run,
            feed: feed.map(|feed| Both::of(|lang| phrase::feed(words, lang, feed))),
            summary: &head.summary,
            words: vocabulary(words),
            rules: head.coverage.iter().map(PageRule::new).collect(),
            gaps: phrase::gaps(head).into_iter().map(gap).collect(),
            files: &head.files,
            drill: head.drill.as_ref(),
            outlook: head.outlook.as_ref(),
            audited: Audited::of(whole, numbers),
            libraries: libraries
                .map(|l| (l.name.as_str(), l.licence.as_str()))
                .collect(),
            most: MOST,
        }
    }
}

impl<'a> PageRule<'a> {
    fn new(coverage: &'a Coverage) -> Self {
        let rule = &coverage.rule;
        Self {
            id: &rule.id,
            family: rule.family.word(),
            indication: rule.indication,
            title: Both::text(&rule.title),
            why: Both::text(&rule.why),
            fix: Both::text(&rule.fix),
            source: &rule.source,
        }
    }
}

fn vocabulary(words: &Words) -> BTreeMap<String, Both> {
    let own = WORDS.iter().map(|name| {
        let id = format!("page-{name}");
        (
            (*name).to_owned(),
            Both::of(|lang| words.say(lang, &id, &[])),
        )
    });
    let sets = SETS.iter().flat_map(|(set, members)| {
        members.iter().map(move |word| {
            let name = format!("{set}-{word}");
            let id = format!("ui-{name}");
            (name, Both::of(|lang| words.say(lang, &id, &[])))
        })
    });
    own.chain(sets).collect()
}

/// One finding; the keys are short because there are many.
#[derive(Serialize)]
struct Row<'a> {
    /// Number of the rule.
    r: usize,
    /// Severity.
    s: &'static str,
    /// Decision.
    d: &'static str,
    /// Kind of the subject.
    k: &'static str,
    /// SKUs.
    u: &'a [String],
    /// ASIN.
    a: &'a str,
    /// Supplier.
    w: &'a str,
    /// Brand that a fact names.
    b: &'a str,
    /// Title of the listing.
    t: &'a str,
    /// Yen at stake.
    y: Option<i64>,
    /// Facts: Japanese, English, place.
    f: Vec<(String, String, String)>,
    /// Facts that are left out.
    n: usize,
    /// Texts that the facts matched, to be marked.
    m: Vec<&'a str>,
    /// Fingerprint.
    p: &'a str,
    /// Exception.
    #[serde(skip_serializing_if = "Option::is_none")]
    x: Option<&'a Excepted>,
}

impl<'a> Row<'a> {
    fn new(finding: &'a Finding, numbers: &HashMap<&str, usize>, words: &Words) -> Self {
        let (kind, skus, asin) = match &finding.subject {
            Subject::Sku { sku, asin } | Subject::ShipmentLine { sku, asin } => (
                "sku",
                std::slice::from_ref(sku),
                asin.as_deref().unwrap_or_default(),
            ),
            Subject::Asin { asin, skus } => ("asin", skus.as_slice(), asin.as_str()),
            Subject::Supplier { .. } => ("supplier", [].as_slice(), ""),
            Subject::Account => ("account", [].as_slice(), ""),
        };
        let told = |name| finding.evidence.iter().filter_map(move |e| value(e, name));
        Self {
            r: numbers.get(finding.rule.as_str()).copied().unwrap_or(0),
            s: finding.severity.word(),
            d: finding.decision.word(),
            k: kind,
            u: skus,
            a: asin,
            w: phrase::suppliers(finding)
                .into_iter()
                .next()
                .unwrap_or_default(),
            b: told("brand").next().unwrap_or_default(),
            t: &finding.title,
            y: finding.yen_at_stake.map(|yen| yen.0),
            f: finding
                .evidence
                .iter()
                .take(FACTS)
                .map(|fact| sentence(words, fact))
                .collect(),
            n: finding.evidence.len().saturating_sub(FACTS),
            m: told("matched").collect(),
            p: &finding.fingerprint,
            x: finding.exception.as_ref(),
        }
    }
}

/// The text that a fact tells under a name.
fn value<'a>(fact: &'a Evidence, name: &str) -> Option<&'a str> {
    match fact.values.get(name)? {
        Value::Text(text) if !text.is_empty() => Some(text),
        _ => None,
    }
}

fn sentence(words: &Words, fact: &Evidence) -> (String, String, String) {
    let said = Both::of(|lang| {
        let mut said = String::new();
        words.fact(&mut said, lang, fact);
        said
    });
    let mut place = String::new();
    if let Some(at) = &fact.at {
        phrase::place(&mut place, &at.file, at.line.unwrap_or(0));
    }
    (said.ja, said.en, place)
}
