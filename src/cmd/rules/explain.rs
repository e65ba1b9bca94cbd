//! `kenpin rules explain`: everything that is known of one rule.

use super::Tuned;
use crate::cmd::args::RulesExplainArgs;
use crate::cmd::{Exit, Screen, Stop};
use crate::model::Value;
use crate::rules::{Rule, in_language};
use crate::tomltree::nearest;
use crate::write::width;
use std::io::Write;

pub(super) fn run(args: &RulesExplainArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let tuned = Tuned::load(&args.packs)?;
    let wanted = args.id.to_uppercase();
    let Some(rule) = tuned.pack.rule(&wanted) else {
        let ids = tuned.pack.rules.iter().map(|rule| rule.id.as_str());
        let id = Value::from(args.id.as_str());
        return Err(match nearest(&wanted, ids) {
            Some(meant) => Stop::Said("rules-meant", vec![("id", id), ("meant", meant.into())]),
            None => Stop::Said("rules-unknown", vec![("id", id)]),
        });
    };
    head(&tuned, rule, screen)?;
    prose(rule, screen)?;
    sources(rule, screen)?;
    parameters(rule, screen)?;
    examples(rule, screen)?;
    screen.out.flush()?;
    Ok(Exit::Clean)
}

fn head(tuned: &Tuned, rule: &Rule, screen: &mut Screen) -> std::io::Result<()> {
    let title = in_language(&rule.title, screen.lang);
    writeln!(screen.out, "{}  {title}\n", rule.id)?;
    let severity = tuned.severity(rule);
    let mut severity_said = screen.word(severity.word());
    if severity != rule.severity {
        let shipped = Value::word(rule.severity);
        severity_said.push_str(&screen.say("rules-shipped-as", &[("severity", shipped)]));
    }
    if tuned.is_off(rule) {
        severity_said = screen.say("rules-off", &[]);
    }
    field(screen, "rules-head-severity", &severity_said)?;
    let family = screen.word(rule.family.word());
    field(screen, "rules-head-family", &family)?;
    for id in &rule.covers {
        let text = tuned.pack.coverage.get(id);
        let text = text.map_or("", |covered| in_language(&covered.text, screen.lang));
        field(screen, "rules-head-coverage", &format!("{id} {text}"))?;
    }
    let scope = screen.word(rule.check.scope().word());
    field(screen, "rules-head-scope", &scope)?;
    let inputs = Value::words(rule.check.inputs());
    let inputs = screen.say("rules-words", &[("words", inputs)]);
    field(screen, "rules-head-inputs", &inputs)?;
    field(screen, "rules-head-since", &rule.since.to_string())?;
    let advisories = tuned.pack.advisories.iter();
    for advisory in advisories.filter(|advisory| advisory.rule == rule.id) {
        let [ja, en] = &advisory.text;
        let values = [
            ("severity", Value::word(advisory.severity)),
            ("from", advisory.from.into()),
            ("until", advisory.until.into()),
            ("text", Value::said(ja, en)),
        ];
        let text = screen.say("rules-advisory", &values);
        field(screen, "rules-head-advisory", &text)?;
    }
    if rule.indication {
        let text = screen.say("rules-indication", &[]);
        field(screen, "rules-head-note", &text)?;
    }
    Ok(())
}

/// A line `name  value`, the value wrapped behind its name.
fn field(screen: &mut Screen, id: &str, value: &str) -> std::io::Result<()> {
    const NAME: usize = 14;
    let name = screen.say(id, &[]);
    let room = screen.width.saturating_sub(NAME + 2).max(20);
    for (at, line) in width::wrap(value, room).iter().enumerate() {
        let name = if at == 0 { name.as_str() } else { "" };
        writeln!(screen.out, "{}  {line}", width::left(name, NAME))?;
    }
    Ok(())
}

fn prose(rule: &Rule, screen: &mut Screen) -> std::io::Result<()> {
    for (id, texts) in [("rules-head-why", &rule.why), ("rules-head-fix", &rule.fix)] {
        writeln!(screen.out)?;
        screen.print(id, &[])?;
        let text = in_language(texts, screen.lang);
        for line in width::wrap(text, screen.width.saturating_sub(2)) {
            writeln!(screen.out, "  {line}")?;
        }
    }
    Ok(())
}

fn sources(rule: &Rule, screen: &mut Screen) -> std::io::Result<()> {
    writeln!(screen.out)?;
    screen.print("rules-head-source", &[])?;
    for source in &rule.source {
        let grade = screen.word(source.grade.word());
        let title = &source.title;
        let date = match source.date.is_empty() {
            true => screen.say("rules-undated", &[]),
            false => source.date.clone(),
        };
        let line = screen.say(
            "rules-source",
            &[
                ("title", title.as_str().into()),
                ("date", date.into()),
                ("grade", grade.into()),
            ],
        );
        writeln!(screen.out, "  {line}")?;
        if !source.url.is_empty() {
            writeln!(screen.out, "  {}", source.url)?;
        }
    }
    Ok(())
}

fn parameters(rule: &Rule, screen: &mut Screen) -> std::io::Result<()> {
    let name = Value::from(rule.check_name.as_str());
    writeln!(screen.out)?;
    screen.print("rules-head-check", &[("name", name)])?;
    for (key, value) in &rule.parameters {
        writeln!(screen.out, "  {key} = {value}")?;
    }
    Ok(())
}

fn examples(rule: &Rule, screen: &mut Screen) -> std::io::Result<()> {
    writeln!(screen.out)?;
    let file = Value::from(rule.file.as_str());
    screen.print("rules-head-examples", &[("file", file)])?;
    for example in &rule.examples {
        writeln!(screen.out)?;
        for line in example.text.lines() {
            writeln!(screen.out, "  {line}")?;
        }
    }
    Ok(())
}
