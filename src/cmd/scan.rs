//! `kenpin scan`: from exports to a report.

use super::args::ScanArgs;
use super::output::Output;
use super::{Exit, Screen, Stop, session};
use crate::config::Config;
use crate::model::Head;

/// Scans and reports.
pub(super) fn run(args: &ScanArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    // Everything that can be wrong without reading a single export is told first.
    let output = Output::new(&args.output, args.input.quiet, screen)?;
    let out = &args.output.out;
    super::fetch::refresh(args.refresh, args.offline, &args.input, screen)?;
    session::judged(&args.input, out, screen, |config, judged, screen| {
        let mut head = judged.head(env!("CARGO_PKG_VERSION"));
        if output.looked_at() {
            head.drill = Some(judged.drill(head.run.clone(), 0, 0));
            head.outlook = judged.outlook();
            head.deadlines = judged.deadlines();
        }
        output.put(&head, judged, &judged.suppressed(), screen)?;
        let fail_on = args.fail_on.unwrap_or(config.fail_on.value);
        let grave = judged.worst().is_some_and(|worst| worst >= fail_on);
        Ok(Exit::of(grave, not_judged(config, &head)))
    })
}

/// True when a rule of a required family could not judge everything it is about.
pub(super) fn not_judged(config: &Config, head: &Head) -> bool {
    let required = &config.required.value;
    head.coverage
        .iter()
        .any(|c| required.contains(&c.rule.family) && !c.not_judged.is_empty())
}
