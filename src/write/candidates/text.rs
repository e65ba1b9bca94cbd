//! An answer as lines for a terminal.

use super::Answers;
use crate::model::{Answer, Choice, Reason, Value};
use crate::write::{escape, phrase, width};
use anstyle::{AnsiColor, Style as Colour};

/// Cells of the decision in front of an answer.
const CHOICE: usize = 10;
/// Cells of the names in front of the values.
const NAME: usize = 12;
/// Longest text of the input in a line, in cells.
const QUOTED: usize = 100;

impl Answers<'_> {
    /// The lines of an answer.
    pub(super) fn text(&self, answer: &Answer) -> String {
        let mut out = String::from("\n");
        self.heading(&mut out, answer);
        if let Some(error) = answer.error {
            let said = self.say(&format!("candidate-line-{}", error.word()), &[]);
            self.block(&mut out, "", &said);
        }
        for cell in &answer.unread {
            let field = Value::from(self.field(cell.field));
            let value = Value::from(cell.value.as_str());
            let cell = [("field", &field), ("value", &value)];
            let said = self.say("candidate-unread-cell", &cell);
            self.block(&mut out, &self.say("candidate-unread", &[]), &said);
        }
        for reason in &answer.reasons {
            self.reason(&mut out, reason);
        }
        for reason in &answer.suppressed {
            let exception = reason.exception.as_ref();
            let rule = Value::from(&*reason.rule);
            let day = Value::from(exception.map(|e| e.until));
            let why = Value::from(exception.map(|e| e.reason.as_str()));
            let values = [("rule", &rule), ("day", &day), ("reason", &why)];
            let said = self.say("candidate-accepted-until", &values);
            self.block(&mut out, &self.say("candidate-accepted", &[]), &said);
        }
        let named = |out: &mut String, name: &str, lines: Vec<String>| {
            for (nth, line) in lines.iter().enumerate() {
                let name = if nth == 0 {
                    self.say(name, &[])
                } else {
                    String::new()
                };
                self.block(out, &name, line);
            }
        };
        // What is the same for every candidate is told once, at the end.
        let asks = answer.not_judged.iter().filter(|not| not.asks);
        named(&mut out, "candidate-open", self.open(asks));
        // Nobody asks for the papers of goods that are left.
        if answer.decision < Choice::Avoid {
            let papers = answer.papers.iter().map(|paper| self.paper(paper));
            named(&mut out, "candidate-papers", papers.collect());
        }
        out
    }

    fn heading(&self, out: &mut String, answer: &Answer) {
        let choice = width::left(&self.choice(answer.decision), CHOICE);
        let colour = match answer.decision {
            Choice::Avoid => AnsiColor::Red.on_default().bold(),
            Choice::Ask => AnsiColor::Yellow.on_default().bold(),
            // No green: that nothing was found is no promise.
            Choice::Buy => Colour::new().bold(),
        };
        let line = Value::from(answer.line.to_string());
        let mut parts = vec![self.say("candidate-line", &[("line", &line)])];
        let codes = [Some(&answer.id), answer.asin.as_ref(), answer.jan.as_ref()];
        let codes = codes.into_iter().flatten().filter(|code| !code.is_empty());
        parts.extend(codes.map(|code| width::cut(&escape::terminal(code), 40).into_owned()));
        let head = parts.join("  ");
        match self.style.color {
            true => out.push_str(&format!("{colour}{choice}{colour:#}{head}\n")),
            false => out.push_str(&format!("{choice}{head}\n")),
        }
        if !answer.title.is_empty() {
            let title = escape::terminal(&answer.title);
            let room = self.style.width.saturating_sub(CHOICE);
            let title = width::cut(&title, room.min(QUOTED)).into_owned();
            out.push_str(&format!("{:CHOICE$}{title}\n", ""));
        }
        if !answer.listed_as.is_empty() {
            let skus = Value::from(answer.listed_as.join(", "));
            let said = self.say("candidate-listed", &[("skus", &skus)]);
            self.block(out, "", &said);
        }
    }

    fn reason(&self, out: &mut String, reason: &Reason) {
        let severity = self.words.word(self.style.lang, reason.severity.word());
        let title = escape::terminal(phrase::text(&reason.title, self.style.lang)).into_owned();
        self.wrapped(
            out,
            CHOICE,
            "",
            &format!("[{severity}] {} {title}", reason.rule),
        );
        for fact in &reason.evidence {
            let mut said = self.fact(fact);
            if let Some(at) = &fact.at {
                let mut place = String::new();
                phrase::place(&mut place, &at.file, at.line.unwrap_or(0));
                said.push_str(&format!(" [{}]", escape::terminal(&place)));
            }
            self.block(out, "", &said);
        }
        let fix = escape::terminal(phrase::text(&reason.fix, self.style.lang)).into_owned();
        self.block(out, &self.say("candidate-todo", &[]), &fix);
        if let Some(source) = reason.source.first() {
            let parts = [source.title.as_str(), &source.date, &source.url];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            let said = escape::terminal(&parts.join(", ")).into_owned();
            self.block(out, &self.say("candidate-source", &[]), &said);
        }
    }

    /// A line `name  value` below the heading.
    fn block(&self, out: &mut String, name: &str, value: &str) {
        self.wrapped(out, CHOICE + NAME, name, value);
    }

    fn wrapped(&self, out: &mut String, indent: usize, name: &str, value: &str) {
        let room = self.style.width.saturating_sub(indent).max(20);
        for (nth, line) in width::wrap(value, room).iter().enumerate() {
            let name = if nth == 0 { name } else { "" };
            let space = indent.saturating_sub(CHOICE);
            out.push_str(&format!(
                "{:CHOICE$}{}{line}\n",
                "",
                width::left(name, space)
            ));
        }
    }
}
