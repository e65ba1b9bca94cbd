//! HTML as lines of text: blocks become lines, cells words, quoted blocks lines that begin with `>`.

use mail_parser::decoders::html::html_to_text;

/// Tags that begin a new line.
const BLOCKS: &[&str] = &[
    "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "section", "hr",
    "p", "article", "header", "footer", "td", "th", "dt", "dd",
];

/// Characters for private use: they pass through as text and mark where quoting begins and ends.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';
/// Stands for the border of two cells of a row, which belong to one line.
const CELL: char = '\u{e002}';

/// The text of some HTML.
pub(super) fn text(html: &str) -> String {
    let plain = html_to_text(&marked(html));
    let mut out = String::with_capacity(plain.len());
    let mut depth = 0usize;
    for line in plain.lines() {
        let opened = line.matches(OPEN).count();
        let closed = line.matches(CLOSE).count();
        let bare: String = line
            .chars()
            .filter(|c| !matches!(*c, OPEN | CLOSE))
            .collect();
        let bare = bare.replace(CELL, " ");
        if depth + opened > 0 && !bare.trim().is_empty() {
            out.push_str("> ");
        }
        depth = (depth + opened).saturating_sub(closed);
        out.push_str(bare.trim());
        out.push('\n');
    }
    out
}

/// The HTML with a `<br>` at each block and marks at quoted blocks.
fn marked(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    // Marks of the mail's own would be taken for ours.
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        push_text(&mut out, before);
        let after = &from[1..];
        let closes = after.starts_with('/');
        let name: String = after
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .take(10)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        match name.as_str() {
            "blockquote" if closes => out.extend([CLOSE.to_string(), "<br>".to_owned()]),
            "blockquote" => out.extend(["<br>".to_owned(), OPEN.to_string()]),
            "td" | "th" if !closes => out.push(CELL),
            "td" | "th" => {}
            name if BLOCKS.contains(&name) => out.push_str("<br>"),
            _ => {}
        }
        out.push('<');
        rest = after;
    }
    push_text(&mut out, rest);
    out
}

fn push_text(out: &mut String, text: &str) {
    out.extend(text.chars().filter(|c| !matches!(*c, OPEN | CLOSE | CELL)));
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn blocks_are_lines_and_cells_are_words() {
        let html = "<html><head><title>t</title><style>p{}</style></head><body><div>出品を<b>取り消し</b>ました</div>\
            <table><tr><td>ASIN</td><td>B0TEST0001</td></tr><tr><td>B0TEST0002</td><td>SKU-1</td></tr></table>\
            <blockquote>前の<br>便り<blockquote>その前</blockquote></blockquote><p>以上&amp;</p></body></html>";
        let lines = text(html);
        let lines: Vec<&str> = lines
            .lines()
            .map(str::trim)
            .filter(|l| !l.is_empty())
            .collect();
        assert_eq!(
            lines,
            [
                "出品を取り消しました",
                "ASIN B0TEST0001",
                "B0TEST0002 SKU-1",
                "> 前の",
                "> 便り",
                "> その前",
                "以上&"
            ]
        );
    }
}
