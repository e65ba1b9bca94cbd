//! The seller's exceptions: what is set aside, why, and until when.

use super::parse::rows;
use super::{ListFault, ListFile, ListProblem};
use crate::model::{Asin, Day, Exception};

/// The file of the seller's exceptions, beside the config.
pub const EXCEPTIONS: &str = "exceptions.csv";
/// Its columns.
pub const EXCEPTION_COLUMNS: [&str; 7] = [
    "rule", "brand", "supplier", "asin", "sku", "reason", "until",
];

/// Reads the seller's exceptions.
///
/// # Errors
/// One [`ListProblem`] per row that names nothing, has no reason, or no last day.
pub fn exceptions(file: &ListFile) -> Result<Vec<Exception>, Vec<ListProblem>> {
    rows(file, &EXCEPTION_COLUMNS, |row| {
        let asin = row.optional("asin", |word| {
            Asin::parse(word.to_ascii_uppercase().as_bytes())
        })?;
        let exception = Exception {
            file: file.shown.clone(),
            line: row.line,
            rule: row.text("rule"),
            brand: row.text("brand"),
            supplier: row.text("supplier"),
            asin,
            sku: row.text("sku"),
            reason: row.needed("reason")?,
            until: day(&row.needed("until")?)?,
        };
        let names = [
            &exception.rule,
            &exception.brand,
            &exception.supplier,
            &exception.sku,
        ];
        if asin.is_none() && names.iter().all(|name| name.is_empty()) {
            return Err(ListFault::Empty("rule".to_owned()));
        }
        Ok(exception)
    })
}

/// A day as `2026-11-21`, or as Excel on Japanese Windows saves it, `2026/11/21`.
fn day(text: &str) -> Result<Day, ListFault> {
    let dashed = text.replace('/', "-");
    let mut parts = dashed.split('-').map(|part| part.parse::<i16>().ok());
    let day = || {
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        let day = Day::new(year, month, day).ok();
        day.filter(|_| parts.next().is_none() && year >= 2000)
    };
    let mut day = day;
    day().ok_or_else(|| ListFault::NotOneOf {
        column: "until".to_owned(),
        value: text.to_owned(),
        words: "2026-11-21".to_owned(),
    })
}

/// A line of the file, without a line end.
#[must_use]
pub fn exception_line(exception: &Exception) -> String {
    let asin = exception.asin.map_or_else(String::new, |a| a.to_string());
    let until = exception.until.to_string();
    let cells = [
        &exception.rule,
        &exception.brand,
        &exception.supplier,
        &asin,
        &exception.sku,
        &exception.reason,
        &until,
    ];
    super::own::csv_line(&cells.map(String::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(rows: &str) -> Result<Vec<Exception>, Vec<u32>> {
        let file = ListFile {
            path: EXCEPTIONS.into(),
            shown: EXCEPTIONS.into(),
            text: format!("{}\n{rows}", EXCEPTION_COLUMNS.join(",")),
        };
        exceptions(&file).map_err(|problems| problems.iter().map(|p| p.line).collect())
    }

    #[test]
    fn a_row_names_something_and_has_a_reason_and_an_end() {
        let good = parse("IP-001,,,b0case0001,,許可済み,2027/1/5\n").unwrap_or_default();
        assert_eq!(good.len(), 1);
        assert_eq!(good[0].until.to_string(), "2027-01-05");
        let asin = good[0].asin.map(|a| a.to_string());
        assert_eq!(asin.as_deref(), Some("B0CASE0001"));
        let bad = parse(
            ",,,,,why,2027-01-01\nIP-001,,,,,,2027-01-01\nIP-001,,,,,why,\nIP-001,,,,,why,2027-02-30\nIP-001,,,X,,why,2027-01-01\n",
        );
        assert_eq!(bad, Err(vec![2, 3, 4, 5, 6]));
    }

    #[test]
    fn a_line_reads_back_as_what_it_was() {
        let row =
            parse("IP-001,\"A, \"\"B\"\"\",店,B0CASE0001,S-1,why,2027-01-05\n").unwrap_or_default();
        let again = parse(&exception_line(&row[0])).unwrap_or_default();
        assert_eq!(row, again);
    }
}
