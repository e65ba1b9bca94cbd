//! `kenpin drill`: Amazon names any three ASINs; are the papers of all of them there?

use super::args::DrillArgs;
use super::{Exit, Screen, Stop, session};
use crate::inventory::day_number;
use crate::write::{self, Style};
use std::io::Write;

/// Holds the drill. It ends with 1 when an ASIN lacks papers, with 3 when none does and one is open.
pub(super) fn run(args: &DrillArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    session::judged(&args.input, &[], screen, |_, judged, screen| {
        let head = judged.head(env!("CARGO_PKG_VERSION"));
        // The samples of a day are the same however often they are looked at.
        let today = u64::from(day_number(head.run.today).unsigned_abs());
        let seed = args.seed.unwrap_or(today);
        let drill = judged.drill(head.run.clone(), usize::from(args.draws), seed);
        if args.json {
            serde_json::to_writer(&mut screen.out, &drill).map_err(std::io::Error::from)?;
            writeln!(screen.out)?;
        } else {
            let style = Style {
                lang: screen.lang,
                width: screen.width,
                color: true,
                all: false,
            };
            write::drill(&mut screen.out, &head, &drill, &screen.words, &style)?;
        }
        screen.out.flush()?;
        Ok(Exit::of(drill.lacking > 0, drill.open > 0))
    })
}
