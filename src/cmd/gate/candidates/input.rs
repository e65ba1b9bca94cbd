//! Where candidates come from: a file or a pipe, a table or JSON lines, told by how it begins.

use crate::cmd::{Stop, cause, unread};
use crate::read::rows::{Hints, Table};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Bytes of a table that is piped in; a larger one has to be a file.
const LARGEST_PIPED: u64 = 1 << 30;
/// Bytes read before it is known what an input is.
const BEGINNING: usize = 1 << 12;
/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// An opened input.
pub(super) enum Input {
    /// JSON lines: the stream, and what of it was read already.
    Lines(Box<dyn Read>, Vec<u8>),
    /// Tables: one, or the sheets of a workbook.
    Tables(Vec<Table>),
}

/// The name of the input in places and messages.
pub(super) fn name(file: Option<&Path>) -> String {
    match file {
        None => format!("demo/{DEMO}"),
        Some(path) if is_pipe(path) => "stdin".to_owned(),
        Some(path) => path.display().to_string(),
    }
}

/// The candidates of the demo account.
pub(super) const DEMO: &str = "candidates.csv";

fn is_pipe(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Opens the input; without a file that of the folder of the demo account. `json_lines` takes it for
/// JSON lines, whatever it begins with; `encoding` is that of tables.
pub(super) fn open(
    file: Option<&Path>,
    demo: Option<&Path>,
    json_lines: bool,
    encoding: Option<&str>,
) -> Result<Input, Stop> {
    let name = name(file);
    let failed = |error: io::Error| {
        let values = vec![("path", name.as_str().into()), ("cause", cause(&error))];
        Stop::Said("cli-unreadable", values)
    };
    let hints = Hints {
        encoding,
        ..Hints::default()
    };
    let unreadable = |error| unread::opened(&name, &error);
    let path = match (file, demo) {
        (Some(path), _) => path.to_owned(),
        (None, Some(folder)) => folder.join(DEMO),
        (None, None) => return Err(failed(io::ErrorKind::NotFound.into())),
    };
    if !is_pipe(&path) {
        let mut file = File::open(&path).map_err(failed)?;
        if !json_lines && !names_lines(&path) {
            let begun = beginning(&mut file).map_err(failed)?;
            if !begins_object(&begun) {
                let tables = Table::open(&path, &hints).map_err(unreadable)?;
                return Ok(Input::Tables(tables));
            }
            return Ok(Input::Lines(Box::new(file), unmarked(begun)));
        }
        let begun = beginning(&mut file).map_err(failed)?;
        return Ok(Input::Lines(Box::new(file), unmarked(begun)));
    }
    let mut pipe = io::stdin().lock();
    let mut begun = beginning(&mut pipe).map_err(failed)?;
    if json_lines || begins_object(&begun) || begun.is_empty() {
        return Ok(Input::Lines(Box::new(pipe), unmarked(begun)));
    }
    let mut rest = pipe.take(LARGEST_PIPED);
    rest.read_to_end(&mut begun).map_err(failed)?;
    if begun.len() as u64 >= LARGEST_PIPED {
        return Err(Stop::Said("open-too-large", vec![("path", name.into())]));
    }
    let tables = Table::from_bytes(begun, &hints).map_err(unreadable)?;
    Ok(Input::Tables(tables))
}

fn names_lines(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    ["jsonl", "ndjson"]
        .iter()
        .any(|known| extension.eq_ignore_ascii_case(known))
}

/// The first bytes up to one that is no blank, as few reads as it takes.
fn beginning(input: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut begun = vec![0; BEGINNING];
    let mut length = 0;
    while length < BEGINNING {
        match input.read(&mut begun[length..]) {
            Ok(0) => break,
            Ok(read) => length += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        }
        // A byte order mark may come alone.
        if first(&begun[..length]).is_some() && length > MARK.len() {
            break;
        }
    }
    begun.truncate(length);
    Ok(begun)
}

fn first(begun: &[u8]) -> Option<u8> {
    let text = begun.strip_prefix(MARK).unwrap_or(begun);
    text.iter().copied().find(|b| !b.is_ascii_whitespace())
}

fn begins_object(begun: &[u8]) -> bool {
    first(begun) == Some(b'{')
}

fn unmarked(mut begun: Vec<u8>) -> Vec<u8> {
    if begun.starts_with(MARK) {
        begun.drain(..MARK.len());
    }
    begun
}
