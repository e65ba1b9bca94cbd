//! What the TOML parser says, as messages of both languages.

use super::{File, Problem};

/// Beginnings of the parser's descriptions (toml_parser 1.1) and the message that says the same.
const SAID: &[(&str, &str)] = &[
    ("duplicate key", "toml-duplicate"),
    ("cannot extend", "toml-duplicate"),
    ("unclosed array table", "toml-unclosed-header"),
    ("unclosed table", "toml-unclosed-header"),
    ("missing table open", "toml-unclosed-header"),
    ("unclosed array", "toml-unclosed-array"),
    ("missing array opening", "toml-unclosed-array"),
    ("unclosed inline table", "toml-unclosed-inline"),
    ("missing inline table opening", "toml-unclosed-inline"),
    ("invalid unquoted key", "toml-bare-key"),
    ("unquoted keys cannot be empty", "toml-bare-key"),
    ("string values must be quoted", "toml-unquoted"),
    ("missing opening quote", "toml-quote"),
    ("invalid basic string", "toml-quote"),
    ("invalid literal string", "toml-quote"),
    ("invalid multi-line", "toml-quote"),
    ("missing escaped value", "toml-escape"),
    ("too few unicode value digits", "toml-escape"),
    ("key with no value", "toml-no-value"),
    ("missing value", "toml-no-value"),
    ("missing assignment", "toml-no-value"),
    ("missing comma", "toml-comma"),
    ("extra comma", "toml-comma"),
    ("unexpected leading zero", "toml-number"),
    ("unexpected sign", "toml-number"),
    ("redundant", "toml-number"),
    ("radix", "toml-number"),
    ("integers with a radix", "toml-number"),
    ("`_` may only", "toml-number"),
    ("invalid date-time", "toml-number"),
    ("carriage return", "toml-line-end"),
    ("cannot recurse", "toml-deep"),
    ("recursion limit", "toml-deep"),
];

pub(super) fn problem(file: &File<'_>, error: &toml::de::Error) -> Problem {
    let key = SAID
        .iter()
        .find(|(said, _)| error.message().starts_with(said))
        .map_or("toml-invalid", |(_, key)| *key);
    let end = file.text().len();
    let span = error.span().unwrap_or(end..end);
    file.problem(span, key)
}
