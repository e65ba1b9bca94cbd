//! `kenpin scan`: from exports to a report.

use super::args::ScanArgs;
use super::{Exit, Screen, Stop, session};
use crate::config::Config;
use crate::model::{Findings, Head};
use crate::scan::Judged;
use crate::write::{self, Format, Style};
use std::path::{Path, PathBuf};

/// Scans and reports.
pub(super) fn run(args: &ScanArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    // Everything that can be wrong without reading a single export is told first.
    let formats = formats(&args.out)?;
    session::judged(&args.input, &args.out, screen, |config, judged, screen| {
        let head = judged.head(env!("CARGO_PKG_VERSION"));
        for (path, format) in args.out.iter().zip(formats) {
            save(path, format, &head, judged, args, screen)?;
        }
        print(args, &head, judged, screen)?;
        let fail_on = args.fail_on.unwrap_or(config.fail_on.value);
        let grave = judged.worst().is_some_and(|worst| worst >= fail_on);
        Ok(Exit::of(grave, not_judged(config, &head)))
    })
}

/// The format of every file to be written, by its extension.
pub(super) fn formats(out: &[PathBuf]) -> Result<Vec<Format>, Stop> {
    let format = |path: &PathBuf| {
        Format::of_path(path).map_err(|_| {
            let path = path.display().to_string();
            Stop::Said(
                "scan-format",
                vec![("path", path.into()), ("known", Format::known().into())],
            )
        })
    };
    out.iter().map(format).collect()
}

fn save(
    path: &Path,
    format: Format,
    head: &Head,
    judged: &Judged<'_>,
    args: &ScanArgs,
    screen: &mut Screen,
) -> Result<(), Stop> {
    let style = Style {
        lang: screen.lang,
        width: FILE_WIDTH,
        color: false,
        all: true,
    };
    let saved = write::save(path, |out| {
        render(out, format, head, judged, screen, &style)
    });
    saved.map_err(|error| {
        Stop::Said(
            "scan-save",
            vec![("what", error.say(&screen.words, screen.lang).into())],
        )
    })?;
    if !args.input.quiet {
        screen.tell("scan-saved", &[("path", path.display().to_string().into())])?;
    }
    Ok(())
}

/// Cells of a line of a report in a file.
const FILE_WIDTH: usize = 100;

fn print(
    args: &ScanArgs,
    head: &Head,
    judged: &Judged<'_>,
    screen: &mut Screen,
) -> Result<(), Stop> {
    let style = Style {
        lang: screen.lang,
        width: screen.width,
        color: true,
        all: args.verbose,
    };
    let mut out = std::mem::replace(&mut screen.out, Box::new(std::io::sink()));
    let done =
        render(&mut out, args.format, head, judged, screen, &style).and_then(|()| out.flush());
    screen.out = out;
    Ok(done?)
}

fn render(
    out: &mut dyn std::io::Write,
    format: Format,
    head: &Head,
    judged: &Judged<'_>,
    screen: &Screen,
    style: &Style,
) -> std::io::Result<()> {
    let suppressed = judged.suppressed();
    let findings: &dyn Findings = judged;
    match format {
        Format::Table => write::terminal(out, head, findings, &suppressed, &screen.words, style),
        Format::Json => write::json(out, head, findings, &suppressed),
        Format::Csv => write::csv(out, head, findings, &screen.words, screen.lang),
    }
}

/// True when a rule of a required family could not judge everything it is about.
fn not_judged(config: &Config, head: &Head) -> bool {
    let required = &config.required.value;
    head.coverage
        .iter()
        .any(|c| required.contains(&c.rule.family) && !c.not_judged.is_empty())
}
