//! Problems as text for a terminal, each shown at its place in the file.

use super::Problem;
use crate::model::Value;
use annotate_snippets::{
    AnnotationKind, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};

/// Gives the text of a message with its values, in the language of the output.
pub type Say<'s> = dyn Fn(&str, &[(&'static str, Value)]) -> String + 's;

/// How it is to look.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Colours; off for a file or a pipe.
    pub colour: bool,
    /// Cells of the terminal.
    pub width: usize,
}

/// Writes problems as a compiler would: what, where, the line with a mark, what would mend it.
///
/// `text_of` gives the text of a file by its name; without one only the place is named.
/// `problem-error` and `problem-help` of `say` head the two parts.
#[must_use]
pub fn render<'t>(
    problems: &[Problem],
    text_of: &dyn Fn(&str) -> Option<&'t str>,
    say: &Say<'_>,
    look: Look,
) -> String {
    let renderer = if look.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.term_width(look.width.max(40));
    let (error, help) = (say("problem-error", &[]), say("problem-help", &[]));
    let mut out = String::new();
    for problem in problems {
        let title = say(&format!("problem-{}", problem.key), &problem.values);
        let path = normalize_untrusted_str(&problem.file);
        let title = Level::ERROR
            .with_name(Some(error.as_str()))
            .primary_title(title);
        let text = text_of(&problem.file).filter(|_| problem.line > 0);
        let mut group = match text {
            Some(text) => title.element(
                Snippet::source(text)
                    .path(path)
                    .annotation(AnnotationKind::Primary.span(inside(problem, text))),
            ),
            None if problem.line == 0 => title.element(Origin::path(path)),
            None => title.element(
                Origin::path(path)
                    .line(problem.line as usize)
                    .char_column(problem.column as usize),
            ),
        };
        if let Some(hint) = &problem.help {
            let said = say(&format!("problem-{}", hint.key), &hint.values);
            let level = Level::HELP.with_name(Some(help.as_str()));
            group = group.element(level.message(normalize_untrusted_str(&said)));
        }
        out.push_str(&renderer.render(&[group]));
        out.push_str("\n\n");
    }
    out
}

/// The span, cut to whole characters of the text and to its first line.
fn inside(problem: &Problem, text: &str) -> std::ops::Range<usize> {
    let floor = |mut byte: usize| {
        byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    };
    let start = floor(problem.span.start);
    let end = floor(problem.span.end).max(start);
    let part = text.get(start..end).unwrap_or_default();
    let line = part.find(['\r', '\n']).unwrap_or(part.len());
    start..start + line
}
