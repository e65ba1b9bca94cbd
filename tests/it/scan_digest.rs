//! The facts of a report in few lines that a reader can check by hand: no sentences, no figures of
//! rules that nothing happened to.

use kenpin::model::{Coverage, Finding, Place, Report, Subject, Value};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The facts of a report, a line each.
pub fn digest(report: &Report) -> String {
    let mut out = String::new();
    files(&mut out, report);
    troubles(&mut out, report);
    section(&mut out, "findings", report.findings.iter().map(finding));
    section(
        &mut out,
        "suppressed",
        report.suppressed.iter().map(finding),
    );
    rules(&mut out, &report.head.coverage);
    summary(&mut out, report);
    out
}

fn section(out: &mut String, name: &str, lines: impl IntoIterator<Item = String>) {
    let mut lines = lines.into_iter().peekable();
    if lines.peek().is_some() {
        let _ = writeln!(out, "{name}");
    }
    for line in lines {
        let _ = writeln!(out, "  {line}");
    }
}

fn files(out: &mut String, report: &Report) {
    let line = |file: &kenpin::model::InputFile| {
        let shape = file.shape.as_deref().unwrap_or("left");
        let input = file.input.map_or("-", |i| i.word());
        let mut line = format!("{}: {shape} ({input}) {}", file.path, file.encoding);
        let _ = write!(line, " rows {}", file.rows);
        if file.rows_bad > 0 {
            let _ = write!(line, " bad {}", file.rows_bad);
        }
        if !file.left_columns.is_empty() {
            let _ = write!(line, " left {:?}", file.left_columns);
        }
        line
    };
    section(out, "files", report.head.files.iter().map(line));
}

fn troubles(out: &mut String, report: &Report) {
    let issue = |issue: &kenpin::model::Issue| {
        let values = values(&issue.values);
        let value = escape(&issue.value);
        format!(
            "{} {} {value} {}{values}",
            place(&issue.at),
            issue.key,
            issue.done
        )
    };
    section(out, "issues", report.head.issues.iter().map(issue));
    let left = |left: &kenpin::model::Unmatched| {
        let (file, input, lines) = (&left.file, left.input, &left.first_lines);
        format!(
            "{file} ({input}) {}: rows {} lines {lines:?}",
            left.reason, left.rows
        )
    };
    section(out, "unmatched", report.head.unmatched.iter().map(left));
}

fn finding(finding: &Finding) -> String {
    let mut line = format!(
        "{} {} {} {}",
        finding.rule,
        finding.severity,
        finding.decision,
        subject(&finding.subject)
    );
    if let Some(yen) = finding.yen_at_stake {
        let _ = write!(line, " yen {}", yen.0);
    }
    if let Some(exception) = &finding.exception {
        let at = place(&exception.at);
        let _ = write!(line, " by {at}");
        if let Some(before) = exception.instead_of {
            let _ = write!(line, " instead of {} {}", before.severity, before.decision);
        }
    }
    for fact in &finding.evidence {
        let at = fact.at.as_ref().map(place).unwrap_or_default();
        let _ = write!(line, "\n    {at} {}{}", fact.key, values(&fact.values));
    }
    line
}

/// A subject in one word or two.
pub fn subject(subject: &Subject) -> String {
    match subject {
        Subject::Sku { sku, asin } => {
            format!("{} of {}", escape(sku), asin.as_deref().unwrap_or("-"))
        }
        Subject::Asin { asin, skus } => {
            let skus: Vec<String> = skus.iter().map(|s| escape(s)).collect();
            format!("{asin} with {}", skus.join(" "))
        }
        Subject::Supplier { name } => format!("supplier {}", escape(name)),
        Subject::Account => "account".into(),
        Subject::ShipmentLine { sku, .. } => format!("line {}", escape(sku)),
    }
}

fn place(place: &Place) -> String {
    let mut said = place.file.to_string();
    if let Some(line) = place.line {
        let _ = write!(said, ":{line}");
    }
    if let Some(column) = &place.column {
        let _ = write!(said, ":{}", escape(column));
    }
    said
}

fn values<K: std::fmt::Display>(values: &BTreeMap<K, Value>) -> String {
    let one = |(name, value): (&K, &Value)| {
        let value = match value {
            Value::Int(n) => n.to_string(),
            Value::Text(text) => format!("\"{}\"", escape(text)),
            Value::Yen { yen } => format!("{}円", yen.0),
            Value::Day { day } => day.to_string(),
            Value::Word { word } => word.clone(),
            Value::Words { words } => words.join("+"),
            Value::Said { en, .. } => en.clone(),
        };
        format!(" {name}={value}")
    };
    values.iter().map(one).collect()
}

/// Controls and invisible characters made visible, long texts cut.
fn escape(text: &str) -> String {
    let short: String = text.chars().take(60).collect();
    kenpin::write::escape::terminal(&short).into_owned()
}

fn rules(out: &mut String, coverage: &[Coverage]) {
    let names = |wanted: &dyn Fn(&Coverage) -> bool| {
        let ids: Vec<&str> = coverage
            .iter()
            .filter(|c| wanted(c))
            .map(|c| c.rule.id.as_str())
            .collect();
        ids.join(" ")
    };
    let open = |c: &Coverage| !c.not_judged.is_empty();
    let clear = names(&|c| c.judged > 0 && c.risk == 0 && !open(c));
    let idle = names(&|c| c.judged == 0 && !open(c));
    let lines = [("clear", clear), ("without subject", idle)];
    let full = lines.into_iter().filter(|(_, ids)| !ids.is_empty());
    section(
        out,
        "rules",
        full.map(|(name, ids)| format!("{name}: {ids}")),
    );
    for c in coverage.iter().filter(|c| c.risk > 0 || open(c)) {
        let _ = write!(out, "  {}: judged {} risk {}", c.rule.id, c.judged, c.risk);
        for gap in &c.not_judged {
            let field = gap.field.map_or(String::new(), |f| format!(" {f}"));
            let _ = write!(out, ", open {} for {}{field}", gap.subjects, gap.input);
        }
        out.push('\n');
    }
}

fn summary(out: &mut String, report: &Report) {
    let sum = &report.head.summary;
    let mut lines = vec![format!(
        "skus {} asins {} stop {} hold {} ship {} open {}",
        sum.skus, sum.asins, sum.stop, sum.hold, sum.ship, sum.open
    )];
    if let Some(yen) = sum.yen_at_stake {
        let families = sum.yen_by_family.iter();
        let families: String = families.map(|(f, y)| format!(" {f} {}", y.0)).collect();
        lines.push(format!("yen {}:{families}", yen.0));
    }
    lines.extend(sum.sales.iter().map(|s| {
        format!(
            "sales {}: rows {} units {} told twice {} cancelled {}",
            s.report, s.rows, s.units, s.units_told_twice, s.units_cancelled
        )
    }));
    section(out, "summary", lines);
}
