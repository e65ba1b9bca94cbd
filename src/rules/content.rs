//! The inside of a document's file as an example states it.

use super::rows::Reading;
use crate::model::{
    Content, ContentId, FileType, Layer, Mark, Marks, Pdf, Sight, Stamp, Tables, Text,
};
use crate::text::squeeze;

/// Keeps what opening the file would show; nothing for a file that nobody opened.
pub(super) fn of(tables: &mut Tables, row: &Reading<'_>) -> ContentId {
    let sight = match row.str("state") {
        "unlooked" => Sight::Unlooked,
        "locked" => Sight::Locked,
        "broken" => Sight::Broken,
        word => match FileType::from_word(word) {
            None => return ContentId::default(),
            Some(FileType::Pdf) => Sight::Pdf(pdf(tables, row)),
            Some(_) => Sight::Other,
        },
    };
    // Files are the same when the example says so, else as different as their names.
    let name = ["bytes", "file"].map(|key| row.str(key));
    let name = name.into_iter().find(|name| !name.is_empty());
    let hash = blake3::hash(name.unwrap_or_default().as_bytes());
    let half = hash.as_bytes().iter().take(16);
    tables.keep_content(Content {
        digest: Some(half.fold(0, |sum, b| sum << 8 | u128::from(*b))),
        sight,
        path: Text::EMPTY,
    })
}

fn pdf(tables: &mut Tables, row: &Reading<'_>) -> Pdf {
    let text = squeeze(row.str("text"));
    let noon = |key| row.day(key).map(|day| Stamp::new(day, 12 * 60));
    let read = if text.is_empty() {
        Layer::None
    } else {
        Layer::Whole
    };
    let mark = row.word("mark", Mark::from_word);
    Pdf {
        pages: row.units("pages").unwrap_or(1),
        producer: row.text(tables, "producer"),
        creator: row.text(tables, "creator"),
        created: noon("created"),
        modified: noon("modified"),
        updates: row.units("updates").unwrap_or(0),
        marks: Marks::new(mark, u32::from(mark.is_some())),
        layer: row.word("layer", Layer::from_word).unwrap_or(read),
        text: tables.strings.add(&text),
    }
}
