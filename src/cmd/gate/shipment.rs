//! `kenpin gate shipment`: may this shipment go? Line by line, with the papers to fetch.

use super::super::args::{InputArgs, format, severity};
use super::super::{Exit, Screen, Stop, session};
use super::cleaned;
use crate::config::Config;
use crate::model::{Family, Head, Severity, ShipmentGate};
use crate::write::{self, Format, Style};
use clap::Args;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Families that a shipment is judged by, whatever else the config requires.
const REQUIRED: [Family; 6] = [
    Family::Proof,
    Family::Mix,
    Family::Ip,
    Family::Cond,
    Family::Law,
    Family::Ship,
];

/// Cells of a line of a report in a file.
const FILE_WIDTH: usize = 100;

/// `kenpin gate shipment`.
#[derive(Debug, Args)]
pub struct ShipmentArgs {
    /// Shipment plan: a Send to Amazon manifest, or a table with SKU and quantity (CSV, TSV, xlsx)
    #[arg(value_name = "PLAN", required_unless_present = "demo")]
    pub plan: Option<PathBuf>,
    /// The account.
    #[command(flatten)]
    pub input: InputArgs,
    /// Format of what is printed
    #[arg(long, value_name = "FORMAT", default_value = "table", value_parser = format)]
    pub format: Format,
    /// Also write the result to a file; its extension names the format (repeatable)
    #[arg(long, value_name = "FILE")]
    pub out: Vec<PathBuf>,
    /// Exit with 1 at a finding of this severity or worse [default: high]
    #[arg(long, value_name = "SEVERITY", value_parser = severity)]
    pub fail_on: Option<Severity>,
    /// Write the plan again with only what may go, in the form it was read in (text only, no workbook)
    #[arg(long, value_name = "FILE")]
    pub cleaned: Option<PathBuf>,
}

/// Judges the plan, and reports.
pub(super) fn run(args: &ShipmentArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let formats = super::super::output::formats(&args.out)?;
    cleaned::check(args)?;
    let mut out = args.out.clone();
    out.extend(args.cleaned.clone());
    let plan = args.plan.as_deref();
    session::planned(
        &args.input,
        &out,
        Some(plan),
        screen,
        |config, judged, reading, screen| {
            let head = judged.head(env!("CARGO_PKG_VERSION"));
            let gate = judged.shipment(head.run.clone(), &required(config));
            if gate.lines.is_empty() && gate.summary.rows_bad == 0 {
                let path = gate.plan.into();
                return Err(Stop::Said("gate-shipment-empty", vec![("path", path)]));
            }
            if let Some(path) = &args.cleaned {
                cleaned::save(path, reading, &gate, args.input.quiet, screen)?;
            }
            for (path, format) in args.out.iter().zip(formats) {
                save(path, format, &head, &gate, args, screen)?;
            }
            print(args.format, &head, &gate, screen)?;
            Ok(exit(args.fail_on.unwrap_or(config.fail_on.value), &gate))
        },
    )
}

/// What a shipment needs, and what the seller demands beside it.
fn required(config: &Config) -> Vec<Family> {
    let mut families = REQUIRED.to_vec();
    families.extend(&config.required.value);
    families
}

fn exit(fail_on: Severity, gate: &ShipmentGate) -> Exit {
    let findings = gate.lines.iter().flat_map(|line| &line.findings);
    let grave = findings.map(|f| f.severity).any(|found| found >= fail_on);
    let open = gate.summary.not_judged > 0 || gate.summary.rows_bad > 0;
    Exit::of(grave, open)
}

fn save(
    path: &Path,
    format: Format,
    head: &Head,
    gate: &ShipmentGate,
    args: &ShipmentArgs,
    screen: &mut Screen,
) -> Result<(), Stop> {
    let style = Style {
        lang: screen.lang,
        width: FILE_WIDTH,
        color: false,
        all: true,
    };
    let saved = write::save(path, |out| render(out, format, head, gate, screen, &style));
    saved.map_err(|error| cleaned::unsaved(&error, screen))?;
    if !args.input.quiet {
        screen.tell("scan-saved", &[("path", path.display().to_string().into())])?;
    }
    Ok(())
}

fn print(
    format: Format,
    head: &Head,
    gate: &ShipmentGate,
    screen: &mut Screen,
) -> Result<(), Stop> {
    let style = Style {
        lang: screen.lang,
        width: screen.width,
        color: true,
        all: false,
    };
    let mut out = std::mem::replace(&mut screen.out, Box::new(std::io::sink()));
    let done = render(&mut out, format, head, gate, screen, &style).and_then(|()| out.flush());
    screen.out = out;
    Ok(done?)
}

fn render(
    out: &mut dyn Write,
    format: Format,
    head: &Head,
    gate: &ShipmentGate,
    screen: &Screen,
    style: &Style,
) -> std::io::Result<()> {
    match format {
        Format::Table => write::shipment(out, head, gate, &screen.words, style),
        Format::Json => write::shipment_json(out, gate),
        Format::Csv => write::shipment_csv(out, gate, &screen.words, screen.lang),
    }
}
