//! Why an input file could not be read, as a message of both languages.

use super::Stop;
use crate::model::Value;
use crate::read::{self, rows::OpenError};

/// The message for a reading that could not even start.
pub(super) fn stop(error: &read::Error) -> Stop {
    match error {
        read::Error::Path { path, cause } => Stop::Said(
            "cli-unreadable",
            vec![
                ("path", path.as_str().into()),
                ("cause", super::cause(cause)),
            ],
        ),
        read::Error::File { path, cause } => opened(path, cause),
        read::Error::NoPlan { path } => Stop::Said(
            "gate-shipment-no-plan",
            vec![("path", path.as_str().into())],
        ),
        read::Error::Sheets { path } => {
            Stop::Said("gate-shipment-sheets", vec![("path", path.as_str().into())])
        }
        read::Error::TooManyFiles { limit } => {
            Stop::Said("open-many", vec![("limit", Value::Int(*limit as i64))])
        }
    }
}

/// The message for one file that could not be opened.
pub(super) fn opened(path: &str, error: &OpenError) -> Stop {
    let (id, detail) = opening(error);
    Stop::Said(id, vec![("path", path.into()), ("detail", detail)])
}

fn opening(error: &OpenError) -> (&'static str, Value) {
    match error {
        OpenError::Io(error) => ("open-io", super::cause(error)),
        OpenError::OtherWorkbook => ("open-other-workbook", "".into()),
        OpenError::Archive => ("open-archive", "".into()),
        OpenError::BadWorkbook(detail) => ("open-bad-workbook", detail.as_str().into()),
        OpenError::NoWorkbooks => ("open-no-workbooks", "".into()),
        OpenError::NoSheet(name) => ("open-no-sheet", name.as_str().into()),
        OpenError::Binary => ("open-binary", "".into()),
        OpenError::UnknownEncoding(name) => ("open-encoding", name.as_str().into()),
        OpenError::BadDelimiter(byte) => ("open-delimiter", byte.to_string().into()),
        OpenError::TooLarge => ("open-too-large", "".into()),
    }
}
