//! Text in terminal cells: measuring, cutting, padding and breaking lines of kanji and Latin.

use std::borrow::Cow;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Cells of a text; characters of ambiguous width count one, as terminals draw them by default.
#[must_use]
pub fn cells(text: &str) -> usize {
    text.width()
}

/// Cells of one character; a variation selector can widen the sign before it by one.
fn step(c: char) -> usize {
    if c == '\u{fe0f}' {
        1
    } else {
        c.width().unwrap_or(0)
    }
}

/// The text in at most `room` cells, its end replaced by `…` where it was longer.
#[must_use]
pub fn cut(text: &str, room: usize) -> Cow<'_, str> {
    // Marks without width could be stacked without end; no honest title has so many of them.
    let most = room.saturating_mul(4);
    let (mut used, mut end) = (0, 0);
    for (count, (at, c)) in text.char_indices().enumerate() {
        used += step(c);
        if used > room || count > most {
            return Cow::Owned(format!("{}…", &text[..end]));
        }
        // Where the sign for "cut" still finds room behind this character.
        if used < room {
            end = at + c.len_utf8();
        }
    }
    Cow::Borrowed(text)
}

/// The text, cut or filled with blanks behind it to exactly `room` cells.
#[must_use]
pub fn left(text: &str, room: usize) -> String {
    let text = cut(text, room);
    let fill = room.saturating_sub(cells(&text));
    format!("{text}{:fill$}", "")
}

/// The text, cut or filled with blanks in front of it to exactly `room` cells.
#[must_use]
pub fn right(text: &str, room: usize) -> String {
    let text = cut(text, room);
    let fill = room.saturating_sub(cells(&text));
    format!("{:fill$}{text}", "")
}

/// Characters that must not begin a line (closing marks, small kana).
const NOT_FIRST: &str = "、。，．・：；！？）］｝」』】〕〉》々ー〜～…ぁぃぅぇぉっゃゅょァィゥェォッャュョヵヶ,.:;!?)]}";
/// Characters that must not end a line (opening marks).
const NOT_LAST: &str = "（［｛「『【〔〈《([{";

/// Breaks a text into lines of at most `room` cells: at blanks, and between any two characters of
/// which one is wide, but not before closing or behind opening marks, inside a katakana word or
/// between a number and its counter. A run longer than a line is cut hard.
#[must_use]
pub fn wrap(text: &str, room: usize) -> Vec<String> {
    let room = room.max(8);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for piece in pieces(text) {
        let wide = cells(piece);
        let bare = cells(piece.trim_end());
        if bare <= room {
            if used + bare > room && !line.is_empty() {
                lines.push(line.trim_end().to_owned());
                line.clear();
                used = 0;
            }
            line.push_str(piece);
            used += wide;
            continue;
        }
        for c in piece.chars() {
            if used + step(c) > room {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(c);
            used += step(c);
        }
    }
    let rest = line.trim_end();
    if !rest.is_empty() || lines.is_empty() {
        lines.push(rest.to_owned());
    }
    lines
}

/// As [`wrap`], with a part at the end (a place, a date) that is kept in one piece where it fits.
#[must_use]
pub fn wrap_with(text: &str, end: &str, room: usize) -> Vec<String> {
    let mut lines = wrap(text, room);
    let room = room.max(8);
    match lines.last_mut() {
        Some(last) if cells(last) + 1 + cells(end) <= room => {
            last.push(' ');
            last.push_str(end);
        }
        _ => lines.extend(wrap(end, room)),
    }
    lines
}

/// Cuts a text at every place where a line may be broken.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut chars = rest.char_indices().peekable();
        while let Some((_, c)) = chars.next() {
            let Some(&(at, next)) = chars.peek() else {
                break;
            };
            if may_break(c, next) {
                let (piece, behind) = rest.split_at(at);
                rest = behind;
                return Some(piece);
            }
        }
        Some(std::mem::take(&mut rest))
    })
}

fn may_break(before: char, after: char) -> bool {
    if before == ' ' {
        return after != ' ';
    }
    let wide = |c: char| c.width() == Some(2);
    let katakana = |c: char| matches!(c, 'ァ'..='ヺ' | 'ー');
    if (katakana(before) && katakana(after)) || (before.is_ascii_digit() && wide(after)) {
        return false;
    }
    (wide(before) || wide(after))
        && after != ' '
        && after.width() != Some(0)
        && !NOT_FIRST.contains(after)
        && !NOT_LAST.contains(before)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn kanji_take_two_cells_and_a_cut_shows() {
        assert_eq!(cut("検品レポート", 12), "検品レポート");
        assert_eq!(cut("検品レポート", 11), "検品レポー…");
        assert_eq!(cut("検品レポート", 8), "検品レ…");
        assert_eq!(left("検品", 6), "検品  ");
        assert_eq!(right("検品", 6), "  検品");
        assert_eq!(
            cut(&format!("a{}", "\u{301}".repeat(900)), 10)
                .chars()
                .count(),
            42
        );
    }

    #[test]
    fn lines_break_where_japanese_breaks_them() {
        assert_eq!(
            wrap("請求書（納品書）が、ありません。", 14),
            ["請求書（納品", "書）が、ありま", "せん。"]
        );
        assert_eq!(
            wrap("Ask the supplier for an invoice", 12),
            ["Ask the", "supplier for", "an invoice"]
        );
        assert_eq!(wrap("", 12), [""]);
        assert_eq!(
            wrap("判定したルール 12件です", 12),
            ["判定した", "ルール 12件", "です"]
        );
        assert_eq!(
            wrap_with("確認する", "[表.csv:12]", 16),
            ["確認する", "[表.csv:12]"]
        );
        assert_eq!(wrap_with("確認", "[表.csv:12]", 16), ["確認 [表.csv:12]"]);
        assert_eq!(
            wrap("https://example.com/abc", 10),
            ["https://ex", "ample.com/", "abc"]
        );
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_room(text in "[ -~ぁ-ん一-龠、。（）🎉]{0,80}", room in 8usize..60) {
            for line in wrap(&text, room) {
                prop_assert!(cells(&line) <= room + 2, "{line:?}");
            }
            prop_assert!(cells(&cut(&text, room)) <= room);
        }
    }
}
