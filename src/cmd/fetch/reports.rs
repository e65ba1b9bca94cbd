//! Reports of Seller Central, as files that a scan reads.

use super::FetchArgs;
use super::services::services;
use crate::cmd::{Screen, Stop, fetched, load, nets, session};
use crate::net::amazon::Made;
use crate::net::{ServiceError, wait};
use crate::write;

/// Fetches every report into the first folder that was named. True when all of them came.
pub(super) fn run(args: &FetchArgs, screen: &mut Screen) -> Result<bool, Stop> {
    let paths = &args.input.paths;
    let folder = paths.iter().find(|path| path.is_dir());
    let folder = folder.ok_or_else(|| Stop::Said("fetch-no-folder", Vec::new()))?;
    let published = fetched::published()?;
    let reports = published.report.clone();
    if args.dry_run {
        let n = ("n", (reports.len() as u64).into());
        screen.print("fetch-plan-reports", &[n])?;
        return Ok(true);
    }
    let loaded = load::config(args.input.config.as_deref(), &session::folders(paths))?;
    let services = services(published, &loaded.config, args.offline)?;
    let amazon = services.amazon.as_ref().map_err(nets::stop)?;
    let mut whole = true;
    for report in &reports {
        let made = wait(amazon.report(&report.kind));
        match made.map_err(|error| nets::stop(&error.into()))? {
            Ok(made) => {
                let path = folder.join(&report.file);
                let bytes = as_text(made);
                let saved = write::save(&path, |out| out.write_all(&bytes));
                crate::cmd::output::saved(saved, &path, args.input.quiet, screen)?;
            }
            Err(error @ ServiceError::Refused { .. }) => {
                // A seller without FBA has no FBA stock: the others may still come.
                whole = false;
                let (id, values) = nets::said(&error);
                screen.tell(id, &values)?;
            }
            Err(error) => return Err(nets::stop(&error)),
        }
    }
    Ok(whole)
}

/// The bytes as they came, unless they are of an encoding that reading could not tell by itself.
fn as_text(made: Made) -> Vec<u8> {
    let encoding = made.charset.as_deref();
    let encoding = encoding.and_then(|name| encoding_rs::Encoding::for_label(name.as_bytes()));
    match encoding {
        Some(encoding) if encoding != encoding_rs::UTF_8 => {
            let (text, _, broken) = encoding.decode(&made.bytes);
            match broken {
                false => text.into_owned().into_bytes(),
                true => made.bytes,
            }
        }
        _ => made.bytes,
    }
}
