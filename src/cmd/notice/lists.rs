//! What a notice adds to the seller's lists: pledged ASINs, and a rights holder who complained.

use crate::cmd::{Screen, Stop, load, rules};
use crate::model::NoticeKind;
use crate::notice::Reading;

/// Puts on the lists what a notice tells, or says how that is done.
pub(super) fn put(
    loaded: &load::Loaded,
    reading: &Reading,
    yes: bool,
    screen: &mut Screen,
) -> Result<(), Stop> {
    let _ = (loaded, yes);
    if reading.kind == NoticeKind::ResolvedPledge && !reading.asins.is_empty() {
        screen.print("notice-pledges", &[])?;
    }
    let _ = rules::run;
    Ok(())
}
