//! What was fetched, in an example. A row that names no reason says that nothing is held back.

use super::rows::Reading;
use crate::model::{
    Day, Eligibility, ListingIssue, Registration, Restriction, Spared, Tables, Text,
};
use crate::text::registration_number;

/// Examples are about what was said, not when.
const ASKED: Day = Day::constant(2026, 11, 20);

pub(super) fn restriction(tables: &mut Tables, row: &Reading<'_>) {
    let Some(asin) = row.asin() else { return };
    let restriction = Restriction {
        origin: row.origin(),
        asin,
        asked: ASKED,
        held: row.has("code"),
        condition: row.text(tables, "condition"),
        code: row.text(tables, "code"),
        message: Text::EMPTY,
    };
    tables.restrictions.push(restriction);
}

pub(super) fn eligibility(tables: &mut Tables, row: &Reading<'_>) {
    let Some(asin) = row.asin() else { return };
    let eligibility = Eligibility {
        origin: row.origin(),
        asin,
        asked: ASKED,
        refused: row.has("reason"),
        reason: row.text(tables, "reason"),
    };
    tables.eligibility.push(eligibility);
}

pub(super) fn listing_issue(tables: &mut Tables, row: &Reading<'_>) {
    let Some(sku) = row.sku(tables) else { return };
    let issue = ListingIssue {
        origin: row.origin(),
        sku,
        asked: ASKED,
        told: row.has("severity"),
        severity: row.text(tables, "severity"),
        code: row.text(tables, "code"),
        message: Text::EMPTY,
        attributes: Text::EMPTY,
        action: row.text(tables, "action"),
        spared: Spared::of(row.str("exemption"), row.day("until")),
    };
    tables.listing_issues.push(issue);
}

pub(super) fn registration(tables: &mut Tables, row: &Reading<'_>) {
    let Some(number) = registration_number(row.str("number")) else {
        return;
    };
    let registration = Registration {
        origin: row.origin(),
        number: number.value(),
        asked: ASKED,
        found: row.has("name"),
        name: row.text(tables, "name"),
        trade_name: row.text(tables, "trade_name"),
        from: row.day("from"),
        until: row.day("until"),
    };
    tables.registrations.push(registration);
}
