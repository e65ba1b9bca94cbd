//! One cell to one value: spreadsheet damage is repaired where certain, reported where not.

mod clean;
mod code;
mod condition;
mod day;
mod number;

pub use clean::{is_clean, is_clean_text, text};
pub use code::{asin, jan, order_id};
pub use condition::condition;
pub use day::{day, quick as quick_day};
pub use number::{units, yen};

/// What a cell turned out to hold.
///
/// `value: None, bad: false` is an empty cell (or one of the usual marks for empty: `-`, `nan`,
/// `該当無し`, …). `value: None, bad: true` is a cell that holds something else; `repair` then
/// says why it was not repaired, where that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<T> {
    /// The value.
    pub value: Option<T>,
    /// What had to be mended to read it.
    pub repair: Option<Repair>,
    /// The cell is not empty and holds no such value.
    pub bad: bool,
}

/// A damage that spreadsheets and people do to cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Repair {
    /// `="B0…"`: a guard against Excel, taken off.
    FormulaGuard,
    /// `'0123`: the mark for text, taken off.
    TextMark,
    /// `1,980`: commas between thousands, taken out.
    ThousandsComma,
    /// `¥1980`, `￥1980`, `1980円`, `JPY 1980`: the currency, taken off.
    YenSign,
    /// `１９８０`: full-width letters and digits, folded.
    FullWidth,
    /// `(1980)`, `△1980`: read as a negative amount.
    NegativeMark,
    /// `4901234567894.0`, `3.00`: a fraction of zeros, taken off.
    ZeroFraction,
    /// `1980.5` yen: rounded to the whole yen, halves away from zero.
    Rounded,
    /// `978-4-04-…`: hyphens and blanks inside a code, taken out.
    Separators,
    /// A JAN that lost its leading zeros; its check digit proves it.
    LostZeros,
    /// An ISBN-10 where a JAN is wanted, rewritten as its ISBN-13.
    Isbn10,
    /// `令和6年5月1日`, `R6.5.1`: a date of a Japanese era.
    EraDate,
    /// `45678`: a day as Excel counts it.
    ExcelSerial,
    /// `4.9E+12`: digits are lost for good; never repaired.
    Scientific,
}

impl Repair {
    /// Key of the message: `issue-<key>`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::FormulaGuard => "formula-guard",
            Self::TextMark => "text-mark",
            Self::ThousandsComma => "thousands-comma",
            Self::YenSign => "yen-sign",
            Self::FullWidth => "full-width",
            Self::NegativeMark => "negative-mark",
            Self::ZeroFraction => "zero-fraction",
            Self::Rounded => "rounded",
            Self::Separators => "separators",
            Self::LostZeros => "lost-zeros",
            Self::Isbn10 => "isbn-10",
            Self::EraDate => "era-date",
            Self::ExcelSerial => "excel-serial",
            Self::Scientific => "scientific",
        }
    }

    /// True for a way of writing that changes no digit and that many exports use in every row:
    /// worth a count, not an issue per cell.
    #[must_use]
    pub fn is_routine(self) -> bool {
        matches!(
            self,
            Self::FormulaGuard | Self::ThousandsComma | Self::YenSign | Self::ZeroFraction
        )
    }
}

/// A value that stands alone in a cell.
pub trait FromCell: Sized {
    /// The value of a cell in the form that nearly every export writes; `None` says nothing.
    ///
    /// Holds for the bytes in any encoding, because none of these forms has more than ASCII.
    fn quick(raw: &[u8]) -> Option<Self>;

    /// The value of any cell.
    fn read(text: &str) -> Cell<Self>;
}

impl<T> Cell<T> {
    /// An empty cell.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            value: None,
            repair: None,
            bad: false,
        }
    }

    /// A cell that holds no such value; `why` where the reason is known.
    fn bad(why: Option<Repair>) -> Self {
        Self {
            value: None,
            repair: why,
            bad: true,
        }
    }

    fn good(value: T, repair: Option<Repair>) -> Self {
        Self {
            value: Some(value),
            repair,
            bad: false,
        }
    }

    /// The value if there is one, else a bad cell.
    fn found(value: Option<T>, repair: Option<Repair>) -> Self {
        match value {
            Some(value) => Self::good(value, repair),
            None => Self::bad(None),
        }
    }
}

#[cfg(test)]
mod tests;
