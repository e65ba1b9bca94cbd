//! The seller's exceptions: what is set aside, why, and until when.

use super::parse::rows;
use super::{ListFault, ListFile, ListProblem};
use crate::model::{Asin, Day, Decision, Exception, Severity};

/// The file of the seller's exceptions, beside the config.
pub const EXCEPTIONS: &str = "exceptions.csv";
/// Its columns, in the order of a new file; a file need not have the last two.
pub const EXCEPTION_COLUMNS: [&str; 9] = [
    "rule", "brand", "supplier", "asin", "sku", "reason", "until", "severity", "decision",
];
/// How many of the columns a file needs.
const NEEDED: usize = 7;

/// Reads the seller's exceptions.
///
/// # Errors
/// One [`ListProblem`] per row that names nothing, has no reason, or no last day.
pub fn exceptions(file: &ListFile) -> Result<Vec<Exception>, Vec<ListProblem>> {
    rows(file, &EXCEPTION_COLUMNS[..NEEDED], |row| {
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
            severity: row.one_of("severity", Severity::from_word, Severity::ALL)?,
            decision: row.one_of("decision", Decision::from_word, Decision::ALL)?,
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

/// A line for a file without a line end, and the text of the file with every column that the line
/// needs: the columns stand as the file has them, which Excel may have saved in another order.
#[must_use]
pub fn exception_line(exception: &Exception, old: &str) -> (String, String) {
    let (mark, text) = match old.strip_prefix('\u{feff}') {
        Some(text) => ("\u{feff}", text),
        None => ("", old),
    };
    let mut columns = header(text);
    let known = columns.len();
    for column in EXCEPTION_COLUMNS {
        let needed = known == 0 || !cell(exception, column).is_empty();
        if needed && !columns.iter().any(|c| c == column) {
            columns.push(column.to_owned());
        }
    }
    let cells: Vec<String> = columns.iter().map(|c| cell(exception, c)).collect();
    let line = csv_line(&cells);
    if known == 0 || known == columns.len() {
        return (line, old.to_owned());
    }
    let (first, rest) = text.split_at(text.find(['\r', '\n']).unwrap_or(text.len()));
    let more = csv_line(&columns[known..]);
    (line, format!("{mark}{first},{more}{rest}"))
}

fn header(text: &str) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    header.iter().map(str::to_owned).collect()
}

fn csv_line(cells: &[String]) -> String {
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    super::own::csv_line(&cells)
}

/// What an exception has in a column.
fn cell(exception: &Exception, column: &str) -> String {
    let word = |word: Option<&str>| word.unwrap_or_default().to_owned();
    match column {
        "rule" => exception.rule.clone(),
        "brand" => exception.brand.clone(),
        "supplier" => exception.supplier.clone(),
        "asin" => word(exception.asin.as_ref().map(Asin::as_str)),
        "sku" => exception.sku.clone(),
        "severity" => word(exception.severity.map(Severity::word)),
        "decision" => word(exception.decision.map(Decision::word)),
        "reason" => exception.reason.clone(),
        "until" => exception.until.to_string(),
        _ => String::new(),
    }
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
        let row = parse("IP-001,\"A, \"\"B\"\"\",店,B0CASE0001,S-1,why,2027-01-05,low,hold\n")
            .unwrap_or_default();
        let again = parse(&exception_line(&row[0], "").0).unwrap_or_default();
        assert_eq!(row, again);
    }

    #[test]
    fn a_line_takes_the_columns_of_the_file_and_adds_what_it_needs() {
        let new = Exception {
            rule: "IP-001".into(),
            decision: Some(Decision::Hold),
            reason: "why".into(),
            until: Day::constant(2027, 1, 5),
            ..Exception::default()
        };
        let old =
            "\u{feff}until,reason,rule,brand,supplier,asin,sku\r\n2027-01-01,x,IP-002,,,,\r\n";
        let (line, text) = exception_line(&new, old);
        let file = ListFile {
            path: EXCEPTIONS.into(),
            shown: EXCEPTIONS.into(),
            text: format!("{text}{line}\r\n"),
        };
        let read = exceptions(&file).unwrap_or_default();
        assert_eq!((read.len(), read[0].sets_aside()), (2, true));
        assert_eq!((read[1].decision, read[1].until), (new.decision, new.until));
        let (_, text) = exception_line(&read[0], &text);
        assert_eq!(exception_line(&read[0], &text).1, text, "nothing to add");
    }
}
