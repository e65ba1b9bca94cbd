//! Dated advisories: for some time a rule weighs heavier, because something changed or a wave runs.

use super::PackFile;
use crate::model::{Day, Grade, Severity, Source};
use crate::tomltree::Problem;

/// The list of advisories inside a pack.
pub(super) const FILE: &str = "advisories.csv";

/// An advisory: in force from a day until a day, both included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advisory {
    /// Rule that weighs heavier.
    pub rule: String,
    /// First day.
    pub from: Day,
    /// Last day.
    pub until: Day,
    /// Severity that the rule has at least.
    pub severity: Severity,
    /// What it is about, in Japanese and English.
    pub text: [String; 2],
    /// Where it is known from.
    pub source: Source,
}

impl Advisory {
    /// True on the days from the first to the last.
    #[must_use]
    pub fn in_force(&self, day: Day) -> bool {
        (self.from..=self.until).contains(&day)
    }
}

/// Reads the advisories of all packs; a row that cannot be taken, or that is about no rule, is a
/// problem.
pub(super) fn parse(
    files: &[PackFile],
    rules: &[&str],
    problems: &mut Vec<Problem>,
) -> Vec<Advisory> {
    let mut advisories = Vec::new();
    let is_list = |f: &&PackFile| f.path.rsplit('/').next() == Some(FILE);
    for file in files.iter().filter(is_list) {
        let text = file.text.replace("\r\n", "\n");
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .from_reader(text.as_bytes());
        let Ok(header) = reader.headers().cloned() else {
            continue;
        };
        for row in reader.records() {
            let line = row.as_ref().ok().and_then(|row| row.position());
            let line = line.map_or(0, |position| position.line() as u32);
            let cell = |name: &str| {
                let at = header.iter().position(|head| head == name);
                let row = row.as_ref().ok();
                row.and_then(|row| row.get(at?))
                    .unwrap_or("")
                    .trim()
                    .to_owned()
            };
            let problem = |key| Problem::on_line(&file.shown, &file.text, line, key);
            match read(&cell) {
                Ok(advisory) if rules.contains(&advisory.rule.as_str()) => {
                    advisories.push(advisory);
                }
                Ok(advisory) => problems.push(
                    problem("config-rule")
                        .with("id", advisory.rule.as_str())
                        .suggest(&advisory.rule, rules.iter().copied()),
                ),
                Err(column) => problems.push(
                    problem("list-word")
                        .with("column", column)
                        .with("value", cell(column)),
                ),
            }
        }
    }
    advisories
}

/// Reads a row, or names the column that cannot be read.
fn read(cell: &dyn Fn(&str) -> String) -> Result<Advisory, &'static str> {
    let filled = |name: &'static str| Some(cell(name)).filter(|text| !text.is_empty()).ok_or(name);
    let day = |name: &'static str| {
        let text = filled(name)?;
        text.parse::<Day>().map_err(|_| name)
    };
    let advisory = Advisory {
        rule: filled("rule")?,
        from: day("from")?,
        until: day("until")?,
        severity: Severity::from_word(&filled("severity")?).ok_or("severity")?,
        text: [filled("text_ja")?, filled("text_en")?],
        source: Source {
            title: filled("source")?,
            date: cell("source_date"),
            url: cell("url"),
            grade: Grade::from_word(&filled("grade")?).ok_or("grade")?,
        },
    };
    match advisory.from <= advisory.until {
        true => Ok(advisory),
        false => Err("until"),
    }
}
