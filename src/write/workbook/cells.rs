//! Cells of the sheets: text stays text, links are links only where they are safe.

use super::looks;
use super::sheets::Maker;
use crate::model::{Decision, Finding, Severity, Subject};
use crate::write::{escape, phrase, width};
use rust_xlsxwriter::{
    ConditionalFormatText, ConditionalFormatTextRule, Format, Url, Worksheet, XlsxError,
};

/// Longest text of a cell in Excel, in UTF-16 units.
const CELL: usize = 32_767;
/// Points of a line of text.
const LINE: f64 = 16.0;
/// Lines that a row shows; the rest is seen by opening the cell.
const LINES: usize = 12;
/// Longest address that Excel takes.
const ADDRESS: usize = 2_000;

impl Maker<'_> {
    /// A text on one line.
    pub(super) fn text(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        text: &str,
    ) -> Result<(), XlsxError> {
        put(sheet, row, column, text, &self.looks.text)
    }

    /// A text that is broken to the width of its column.
    pub(super) fn long(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        text: &str,
    ) -> Result<(), XlsxError> {
        put(sheet, row, column, text, &self.looks.long)
    }

    /// Makes a row as high as its broken texts need, each given with the width of its column.
    ///
    /// Excel does this by itself when it opens a file; LibreOffice and viewers on phones do not.
    pub(super) fn height(
        sheet: &mut Worksheet,
        row: u32,
        texts: &[(&str, f64)],
    ) -> Result<(), XlsxError> {
        let lines = |(text, width): &(&str, f64)| -> usize {
            let wide = (*width as usize).max(2) - 1;
            let of_line = |line| width::cells(line).div_ceil(wide).max(1);
            text.split('\n').map(of_line).sum()
        };
        let lines = texts.iter().map(lines).max().unwrap_or(1).min(LINES);
        if lines > 1 {
            sheet.set_row_height(row, lines as f64 * LINE)?;
        }
        Ok(())
    }

    /// Yen at stake; empty where nothing tells.
    pub(super) fn yen(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        finding: &Finding,
    ) -> Result<(), XlsxError> {
        if let Some(yen) = finding.yen_at_stake {
            sheet.write_number_with_format(row, column, yen.0 as f64, &self.looks.yen)?;
        }
        Ok(())
    }

    /// Decision, or that it is set aside, and severity.
    pub(super) fn marks(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        finding: &Finding,
    ) -> Result<(), XlsxError> {
        let decision = match &finding.exception {
            Some(exception) if exception.instead_of.is_none() => self.word("decision", "set-aside"),
            _ => self.word("decision", finding.decision.word()),
        };
        let severity = self.word("severity", finding.severity.word());
        self.text(sheet, row, column, &decision)?;
        self.text(sheet, row, column + 1, &severity)
    }

    /// Why and until when an exception sets the finding aside or weighs it otherwise.
    pub(super) fn exception(&self, finding: &Finding) -> String {
        let said = |exception| phrase::exception(self.whole.words, self.lang, exception);
        finding.exception.as_ref().map_or(String::new(), said)
    }

    /// SKU (or supplier) and ASIN, the latter as a link to its page.
    pub(super) fn subject(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        subject: &Subject,
    ) -> Result<(), XlsxError> {
        let (name, asin) = match subject {
            Subject::Sku { sku, asin } | Subject::ShipmentLine { sku, asin } => {
                (sku.clone(), asin.as_deref().unwrap_or_default())
            }
            Subject::Asin { asin, skus } => (skus.join(", "), asin.as_str()),
            Subject::Supplier { name } => (name.clone(), ""),
            Subject::Account => (self.word("kind", "account"), ""),
        };
        self.text(sheet, row, column, &name)?;
        self.asin(sheet, row, column + 1, asin)
    }

    /// An ASIN as a link to its page.
    pub(super) fn asin(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        asin: &str,
    ) -> Result<(), XlsxError> {
        let of_asin = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
        if asin.len() == 10 && asin.chars().all(of_asin) {
            let address = format!("https://www.amazon.co.jp/dp/{asin}");
            return self.link(sheet, row, column, &address, asin);
        }
        self.text(sheet, row, column, asin)
    }

    /// A link; the text alone where the address is none of the web.
    pub(super) fn link(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        address: &str,
        text: &str,
    ) -> Result<(), XlsxError> {
        if !address.starts_with("https://") || address.len() > ADDRESS {
            return self.long(sheet, row, column, text);
        }
        let url = Url::new(address).set_text(clean(text));
        // Past 65,530 links a sheet takes no more: the text stands there then.
        match sheet.write_url_with_format(row, column, url, &self.looks.link) {
            Ok(_) => Ok(()),
            Err(_) => self.long(sheet, row, column, text),
        }
    }

    /// The sentences of the facts, and their places.
    pub(super) fn evidence(&self, finding: &Finding) -> (String, String) {
        let (mut said, mut places) = (String::new(), String::new());
        for fact in &finding.evidence {
            if said.len() > CELL || places.len() > CELL {
                break;
            }
            if !said.is_empty() {
                said.push('\n');
            }
            let mut sentence = String::new();
            self.whole.words.fact(&mut sentence, self.lang, fact);
            said.push_str(&escape::terminal(&sentence));
            if let Some(at) = &fact.at {
                if !places.is_empty() {
                    places.push('\n');
                }
                phrase::place(
                    &mut places,
                    &escape::terminal(&at.file),
                    at.line.unwrap_or(0),
                );
            }
        }
        (said, places)
    }

    /// Colours decisions, and severities beside them, down to a row.
    pub(super) fn colours(
        &self,
        sheet: &mut Worksheet,
        rows: u32,
        column: u16,
    ) -> Result<(), XlsxError> {
        if rows == 0 {
            return Ok(());
        }
        let decisions = Decision::ALL
            .iter()
            .filter_map(|d| Some((0, self.word("decision", d.word()), looks::decision(*d)?)));
        let severities = Severity::ALL
            .iter()
            .filter_map(|s| Some((1, self.word("severity", s.word()), looks::severity(*s)?)));
        for (beside, word, look) in decisions.chain(severities) {
            let rule = ConditionalFormatText::new()
                .set_rule(ConditionalFormatTextRule::BeginsWith(word))
                .set_format(look);
            let column = column + beside;
            sheet.add_conditional_format(1, column, rows, column, &rule)?;
        }
        Ok(())
    }
}

fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    look: &Format,
) -> Result<(), XlsxError> {
    if !text.is_empty() {
        sheet.write_string_with_format(row, column, clean(text), look)?;
    }
    Ok(())
}

/// A text as Excel takes it: what acts is made visible, line ends stay, and its end is cut.
pub(super) fn clean(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(escape::terminal).collect();
    let mut clean = lines.join("\n");
    if clean.encode_utf16().count() > CELL {
        let mut units = 0;
        let fits = |c: &(usize, char)| {
            units += c.1.len_utf16();
            units < CELL
        };
        let end = clean.char_indices().take_while(fits).last();
        clean.truncate(end.map_or(0, |(at, c)| at + c.len_utf8()));
        clean.push('…');
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_ends_where_excel_ends_it() {
        let long = "鮫😀".repeat(20_000);
        let cell = clean(&long);
        assert!(cell.encode_utf16().count() <= CELL && cell.ends_with('…'));
        assert_eq!(clean("a\nb\u{1b}[2J"), "a\nb\\u{1b}[2J");
    }
}
