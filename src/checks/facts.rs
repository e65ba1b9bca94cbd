//! Every fact a check can state, with the values its message may use; the messages are data.

use crate::model::FactKey;

/// Keys of all facts and the names of their values, for the tests that hold messages complete.
pub const FACT_KEYS: &[(FactKey, &[&str])] = &[
    // Proof
    ("document-newest-old", &["day", "age", "days", "kind"]),
    ("document-none-accepted", &["purchases"]),
    ("document-future", &["day"]),
    ("document-not-accepted", &["kind"]),
    ("document-expires", &["day", "expires", "left", "units"]),
    ("units-short-sales", &["needed", "proven", "short", "days"]),
    ("units-short-stock", &["needed", "proven", "short", "days"]),
    ("units-expire", &["units", "kind", "day", "left", "expires"]),
    (
        "units-forecast",
        &["held", "first", "a", "second", "b", "third", "c"],
    ),
    ("units-documented", &["day", "units", "kind"]),
    ("contact-missing", &["supplier", "fields"]),
    ("contact-purchases", &["purchases", "day"]),
    ("file-kind-not-accepted", &["kind", "file"]),
    ("file-unnamed", &["invoice"]),
    ("file-missing", &["file"]),
    ("file-empty", &["file"]),
    ("file-unreadable", &["file"]),
    ("file-not-what-it-says", &["file", "named", "found"]),
    ("file-type-not-accepted", &["file", "found"]),
    // Inside of files
    ("file-locked", &["file"]),
    ("file-broken", &["file"]),
    ("file-without-pages", &["file"]),
    ("file-marked", &["file", "count", "kinds"]),
    ("file-from-picture-editor", &["file", "program"]),
    (
        "file-changed-later",
        &["file", "created", "modified", "program"],
    ),
    ("file-same-bytes", &["file", "other"]),
    ("file-two-suppliers", &["file", "supplier", "other"]),
    ("file-purchases-apart", &["file", "day", "other"]),
    ("file-more-bought", &["file", "told", "bought"]),
    ("file-same-number", &["file", "invoice", "other"]),
    ("text-lacks-invoice", &["file", "invoice"]),
    ("text-lacks-supplier", &["file", "supplier"]),
    ("text-lacks-day", &["file", "day"]),
    ("text-lacks-units", &["file", "units"]),
    ("text-lacks-store", &["file", "store"]),
    ("addressee-nobody", &["file", "addressee"]),
    ("addressee-other", &["file", "addressee", "store"]),
    ("bought-from-class", &["supplier", "class", "units", "day"]),
    ("class-from-list", &["supplier", "class", "source", "grade"]),
    ("fba-stock-without-purchase", &["units"]),
    ("offer-without-purchase", &["units"]),
    (
        "balance",
        &["bought", "returned", "sold", "held", "difference"],
    ),
    // Words
    ("word-in-title", &["matched", "list"]),
    ("word-in-note", &["matched", "list", "note"]),
    ("word-in-purchase", &["matched", "list", "name"]),
    ("title-half-width-kana", &["matched"]),
    ("title-html", &["matched"]),
    ("title-too-long", &["width", "max"]),
    // Regulated goods
    (
        "regulated-goods",
        &[
            "matched", "goods", "law", "proof", "office", "source", "date", "grade",
        ],
    ),
    // Page mix
    ("goods-route", &["route", "supplier", "day"]),
    ("page-unmarked", &["title"]),
    ("page-marked", &["route", "matched"]),
    ("page-designated", &["route"]),
    ("note-marked", &["route", "matched", "note"]),
    // Brands and ASINs
    (
        "brand-in-title",
        &["matched", "alias", "brand", "kinds", "why"],
    ),
    (
        "brand-in-catalog",
        &["matched", "alias", "brand", "kinds", "why"],
    ),
    (
        "brand-reported",
        &["brand", "kinds", "claims", "source", "date", "grade"],
    ),
    ("page-brand", &["brand"]),
    ("mark-in-title", &["matched", "use", "brand"]),
    ("letter-none", &["brand"]),
    ("letter-expired", &["supplier", "brand", "day"]),
    ("maker-proof-missing", &["proof", "supplier", "day"]),
    ("cost-far-under-price", &["cost", "price", "percent"]),
    ("advisory", &["text", "from", "until", "source", "grade"]),
    ("asin-watched", &["asin", "reason", "source", "date"]),
    // Condition, permits, codes, pledges
    ("offered-new", &[]),
    ("used-offers", &["count", "sku"]),
    ("bought-from-individuals", &["count", "supplier"]),
    ("permit-none", &[]),
    ("permit-number-wrong", &["number"]),
    ("permit-not-shown", &[]),
    ("code-check-digit", &["code"]),
    ("isbn-check-digit", &["code"]),
    ("pledged", &["asin", "day"]),
    ("pledged-listed", &["sku", "units"]),
    ("pledged-bought", &["day", "units"]),
    // Notices
    (
        "notice-overdue",
        &["id", "kind", "received", "day", "days", "appeals"],
    ),
    (
        "notice-due",
        &["id", "kind", "received", "day", "days", "appeals"],
    ),
    (
        "notice-lost",
        &["id", "kind", "received", "day", "days", "appeals"],
    ),
    (
        "notice-undated",
        &["id", "kind", "received", "day", "days", "appeals"],
    ),
    ("notice-same-asin", &["id", "kind", "received", "asin"]),
    ("notice-same-holder", &["id", "kind", "received", "holder"]),
    (
        "notice-same-supplier",
        &["id", "kind", "received", "supplier"],
    ),
];
