//! `--cleaned`: the plan again with only what may go, never over a file that is read.

use super::super::{Screen, Stop, kept, unread};
use super::ShipmentArgs;
use crate::model::{GateLine, ShipmentGate, Value};
use crate::read::{self, Cut, EditError};
use crate::write::{self, SaveError};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Refuses to write over the plan, a file that was named, or another new file.
pub(super) fn check(args: &ShipmentArgs) -> Result<(), Stop> {
    let read: Vec<&PathBuf> = args.plan.iter().chain(&args.input.paths).collect();
    let written: Vec<&PathBuf> = args.out.iter().chain(&args.cleaned).collect();
    for (nth, path) in written.iter().enumerate() {
        let mut others = read.iter().chain(&written[..nth]);
        if others.any(|other| kept::same(path, other)) {
            return Err(kept::over(path));
        }
    }
    Ok(())
}

/// Writes the plan again.
pub(super) fn save(
    path: &Path,
    reading: &read::Options,
    gate: &ShipmentGate,
    quiet: bool,
    screen: &mut Screen,
) -> Result<(), Stop> {
    let plan = reading.plan.as_deref().unwrap_or(Path::new(""));
    let cuts: BTreeMap<u32, Cut> = gate
        .lines
        .iter()
        .filter_map(|line| Some((line.at.line?, cut(line))))
        .collect();
    let of = |line: u32| cuts.get(&line).copied().unwrap_or(Cut::Out);
    let bytes = read::cut_plan(plan, reading, &of).map_err(|error| refused(&error, &gate.plan))?;
    write::save(path, |out| out.write_all(&bytes)).map_err(|error| unsaved(&error, screen))?;
    if quiet {
        return Ok(());
    }
    let count = |wanted: &dyn Fn(&Cut) -> bool| {
        Value::from(cuts.values().filter(|cut| wanted(cut)).count() as u64)
    };
    let values = [
        ("path", path.display().to_string().into()),
        ("lines", count(&|cut| *cut != Cut::Out)),
        ("units", gate.summary.may_go.into()),
        ("cut", count(&|cut| matches!(cut, Cut::To { .. }))),
        ("out", count(&|cut| *cut == Cut::Out)),
    ];
    Ok(screen.tell("gate-shipment-cleaned", &values)?)
}

fn cut(line: &GateLine) -> Cut {
    match line.may_go {
        0 => Cut::Out,
        units if Some(units) == line.quantity => Cut::Whole,
        units => Cut::To {
            units,
            boxes: line
                .boxes
                .and(line.units_per_box)
                .map(|each| units / each.max(1)),
        },
    }
}

fn refused(error: &EditError, plan: &str) -> Stop {
    let id = match error {
        EditError::Open(error) => return unread::opened(plan, error),
        EditError::Workbook => "gate-shipment-workbook",
        EditError::Packed => "gate-shipment-packed",
        EditError::Undecodable => "gate-shipment-undecodable",
    };
    Stop::Said(id, vec![("path", plan.into())])
}

/// Why a file could not be written.
pub(super) fn unsaved(error: &SaveError, screen: &Screen) -> Stop {
    let what = error.say(&screen.words, screen.lang);
    Stop::Said("scan-save", vec![("what", what.into())])
}
