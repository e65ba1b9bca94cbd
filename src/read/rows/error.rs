//! Why a file is no table, and what is wrong with the shape of one row.

/// Why a file could not be opened as a table, or not be read to its end.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file system said no, or a gzip file is damaged.
    #[error("cannot be read: {0}")]
    Io(std::io::Error),
    /// A workbook of another kind (.xls, .xlsb, .ods), or one with a password.
    #[error("is a workbook of another kind or has a password; save it as .xlsx without one")]
    OtherWorkbook,
    /// A zip archive that is no workbook.
    #[error("is a zip archive; unpack it first")]
    Archive,
    /// A workbook that cannot be read; the library's own words.
    #[error("is a damaged workbook: {0}")]
    BadWorkbook(String),
    /// This build reads no workbooks (feature `xlsx` is off).
    #[error("is a workbook, and this build of kenpin reads none; save it as CSV")]
    NoWorkbooks,
    /// The hint names a sheet that the workbook does not have.
    #[error("has no sheet named {0}")]
    NoSheet(String),
    /// A picture, a PDF or other bytes that are no table.
    #[error("is no text")]
    Binary,
    /// The hint names an encoding that is not known.
    #[error("encoding {0} is not known")]
    UnknownEncoding(String),
    /// The hint names a delimiter that cannot be one: a quote, a line end, no ASCII.
    #[error("byte {0} cannot separate cells")]
    BadDelimiter(u8),
    /// Unpacked, the file is larger than the limit, or grows as only a bomb does.
    #[error("is too large once unpacked")]
    TooLarge,
}

/// Why reading rows stopped before the end; the rows before it were given.
pub type ReadError = OpenError;

impl From<std::io::Error> for OpenError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::FileTooLarge => Self::TooLarge,
            _ => Self::Io(error),
        }
    }
}

impl OpenError {
    /// Key of the message: `issue-<key>`.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Io(_) => "file-unreadable",
            Self::OtherWorkbook => "file-other-workbook",
            Self::Archive => "file-archive",
            Self::BadWorkbook(_) => "file-bad-workbook",
            Self::NoWorkbooks => "file-no-workbooks",
            Self::NoSheet(_) => "file-no-sheet",
            Self::Binary => "file-binary",
            Self::UnknownEncoding(_) => "file-unknown-encoding",
            Self::BadDelimiter(_) => "file-bad-delimiter",
            Self::TooLarge => "file-too-large",
        }
    }
}

/// What is wrong with the shape of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// More than [`super::MAX_CELLS`] cells; the rest was dropped.
    TooManyCells,
    /// Longer than [`super::MAX_RECORD`]; the rest of the line was dropped.
    TooLong,
    /// A quoted cell that is not closed: the line was split without quoting, and reading went on
    /// at the next line.
    UnclosedQuote,
}

impl Fault {
    /// Key of the message: `issue-<key>`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::TooManyCells => "row-too-many-cells",
            Self::TooLong => "row-too-long",
            Self::UnclosedQuote => "row-unclosed-quote",
        }
    }
}
