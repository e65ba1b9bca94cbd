//! `kenpin report`: a saved report in any format again.

use super::args::ReportArgs;
use super::output::Output;
use super::{Exit, Screen, Stop, cause};
use crate::model::{Report, SCHEMA};
use encoding_rs::{Encoding, UTF_8};
use serde::Deserialize;
use serde_json::error::Category;
use std::path::Path;

/// Reads a saved report and writes it again.
pub(super) fn run(args: &ReportArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let output = Output::new(&args.output, args.quiet, screen)?;
    let report = read(&args.run)?;
    output.put(&report.head, &report.findings, &report.suppressed, screen)?;
    Ok(Exit::Clean)
}

/// The number alone, which is looked at before anything is taken for what it says.
#[derive(Deserialize)]
struct Numbered {
    schema: u32,
}

fn read(path: &Path) -> Result<Report, Stop> {
    let shown = path.display().to_string();
    let text = std::fs::read(path).map_err(|error| {
        Stop::Said(
            "report-read",
            vec![("path", shown.clone().into()), ("cause", cause(&error))],
        )
    })?;
    let broken = |error: serde_json::Error| {
        let id = match error.classify() {
            Category::Eof => "report-cut",
            Category::Data => "report-other",
            Category::Io | Category::Syntax => "report-broken",
        };
        Stop::Said(
            id,
            vec![
                ("path", shown.clone().into()),
                ("line", (error.line() as u64).into()),
                ("column", (error.column() as u64).into()),
            ],
        )
    };
    // What `>` of PowerShell makes of a report that was printed is UTF-16.
    let (encoding, _) = Encoding::for_bom(&text).unwrap_or((UTF_8, 0));
    let (text, _) = encoding.decode_with_bom_removal(&text);
    let numbered: Numbered = serde_json::from_str(&text).map_err(broken)?;
    if numbered.schema != SCHEMA {
        return Err(Stop::Said(
            "report-schema",
            vec![
                ("path", shown.into()),
                ("given", u64::from(numbered.schema).into()),
                ("known", u64::from(SCHEMA).into()),
            ],
        ));
    }
    serde_json::from_str(&text).map_err(broken)
}
