//! The report as one page: a single file that opens from the disk and asks no network for anything.

mod data;
mod since;

use super::{Whole, escape};
use crate::model::Lang;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::io::{self, Write};

/// What the page is made of, beside the report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The HTML with a `{{name}}` where something is put in.
    pub shell: String,
    /// The style sheet of the page.
    pub style: String,
    /// The program of the page.
    pub script: String,
    /// The libraries that the program builds on.
    pub vendored: Vec<Vendored>,
}

/// A library that travels in the page, as its makers published it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vendored {
    /// Name with its version.
    pub name: String,
    /// Text of its licence.
    pub licence: String,
    /// Its program.
    pub script: String,
    /// Its style sheet; empty for none.
    pub style: String,
}

/// Writes the page, which opens in `lang` and can be switched to the other language.
///
/// Everything of the report stands in a block of data, in which no character can end the block. The
/// page's policy lets run the programs of this file alone, by their hashes, and forbids the network.
///
/// # Errors
/// Those of `out` and of the findings.
pub(super) fn page(out: &mut dyn Write, whole: &Whole<'_>, lang: Lang) -> io::Result<()> {
    let parts = whole.parts;
    let scripts: Vec<String> = parts
        .vendored
        .iter()
        .map(|library| &library.script)
        .chain([&parts.script])
        .map(|script| inline(script))
        .collect();
    let mut rest = parts.shell.as_str();
    while let Some((before, name, behind)) = hole(rest) {
        out.write_all(before.as_bytes())?;
        match name {
            "lang" => out.write_all(lang.word().as_bytes())?,
            "title" => out.write_all(title(whole, lang).as_bytes())?,
            "policy" => out.write_all(policy(&scripts).as_bytes())?,
            "style" => styles(out, whole)?,
            "data" => data::data(out, whole, lang)?,
            "script" => {
                for script in &scripts {
                    writeln!(out, "<script>{script}</script>")?;
                }
            }
            _ => {}
        }
        rest = behind;
    }
    out.write_all(rest.as_bytes())
}

/// The text before the next `{{name}}`, the name, and the text behind it.
fn hole(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("{{")?;
    let (name, behind) = rest.split_once("}}")?;
    Some((before, name, behind))
}

/// A program as it may stand in a page: nothing in it ends the element, and no tool is sent for a
/// map of its source.
fn inline(script: &str) -> String {
    let lines = script.lines();
    let kept: Vec<&str> = lines
        .filter(|line| !line.starts_with("//# sourceMappingURL"))
        .collect();
    kept.join("\n").replace("</", "<\\/")
}

/// Forbids everything but the programs of this page; a browser applies styles of its own elements.
fn policy(scripts: &[String]) -> String {
    let hash = |script: &String| {
        let digest = Sha256::digest(script.as_bytes());
        format!("'sha256-{}'", STANDARD.encode(digest))
    };
    let hashes: Vec<String> = scripts.iter().map(hash).collect();
    let hashes = hashes.join(" ");
    format!(
        "default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; \
         base-uri 'none'; form-action 'none'"
    )
}

fn styles(out: &mut dyn Write, whole: &Whole<'_>) -> io::Result<()> {
    let libraries = whole.parts.vendored.iter().map(|library| &library.style);
    for style in libraries.chain([&whole.parts.style]) {
        let lines = style
            .lines()
            .filter(|l| !l.starts_with("/*# sourceMappingURL"));
        for line in lines {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

fn title(whole: &Whole<'_>, lang: Lang) -> String {
    let run = &whole.head.run;
    let day = run.today.into();
    let title = whole.words.say(lang, "ui-title", &[("day", &day)]);
    let store = run.store.as_deref().unwrap_or_default();
    let text = format!("{title} {store}");
    let text = escape::terminal(text.trim());
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_cannot_end_its_element() {
        let script = "let a = '</script>';\n//# sourceMappingURL=x.map\n";
        assert_eq!(inline(script), r"let a = '<\/script>';");
    }

    #[test]
    fn the_shell_is_cut_at_its_holes() {
        assert_eq!(hole("a{{b}}c"), Some(("a", "b", "c")));
        assert_eq!(hole("a{b}c"), None);
    }

    #[test]
    fn the_policy_names_each_program_by_its_hash() {
        // The example of the CSP specification (W3C, Content Security Policy Level 3).
        let policy = policy(&["alert('Hello, world.');".to_owned()]);
        assert!(policy.contains("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"));
        assert!(policy.starts_with("default-src 'none';"));
    }
}
