//! ASINs of candidates, for what is to be fetched about them.

use super::input::{self, Input};
use crate::cmd::{Stop, cause, load, unread};
use crate::model::{Asin, Candidate, Yen};
use crate::read::candidates::{self as reading, Cells, Line, Lines};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

/// Every ASIN of a file of candidates, with the yen that buying it takes as far as that is told.
/// Lines that cannot be read are passed over here: the gate tells of them.
pub(in crate::cmd) fn asins(
    file: &Path,
    encoding: Option<&str>,
) -> Result<BTreeMap<Asin, Yen>, Stop> {
    let shapes = load::shapes()?;
    let cells = Cells::new(&shapes.words);
    let name = input::name(Some(file));
    let mut asins = BTreeMap::new();
    let mut take = |candidate: &Candidate| {
        if let Some(asin) = candidate.asin {
            let price = candidate.price.unwrap_or_default().0;
            let yen = price.saturating_mul(i64::from(candidate.units.unwrap_or(1)));
            let known: &mut Yen = asins.entry(asin).or_default();
            *known = Yen(known.0.saturating_add(yen));
        }
    };
    match input::open(Some(file), None, false, encoding)? {
        Input::Lines(stream, begun) => {
            let mut lines = Lines::new(stream, begun);
            let mut candidate = Candidate::default();
            let unreadable = |error| {
                let values = vec![("path", name.as_str().into()), ("cause", cause(&error))];
                Stop::Said("cli-unreadable", values)
            };
            while let Some((_, line)) = lines.next_line().map_err(unreadable)? {
                candidate.clear();
                if let Line::Text(text) = line
                    && reading::json(text, &cells, &mut candidate).is_ok()
                {
                    take(&candidate);
                }
            }
        }
        Input::Tables(tables) => {
            let mut known = false;
            for table in &tables {
                let read = reading::table(table, &shapes, &cells, &mut |_, row| {
                    if let Ok(candidate) = row {
                        take(candidate);
                    }
                    ControlFlow::Continue(())
                });
                let Ok(read) = read else { continue };
                read.map_err(|error| unread::opened(&name, &error))?;
                known = true;
            }
            if !known {
                return Err(Stop::Said(
                    "candidate-no-columns",
                    vec![("path", name.into())],
                ));
            }
        }
    }
    Ok(asins)
}
