//! `kenpin init`: a config, templates for what only the seller knows, and what to download.

use super::args::InitArgs;
use super::{Exit, Screen, Stop, load};
use crate::embedded;
use crate::model::{Field, Input, Lang, Value};
use crate::read::Shapes;
use crate::rules::Pack;
use crate::write::width;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// The commented config in English is the example of the repository.
const CONFIG_EN: &str = include_str!("../../config.example.toml");

/// Templates by the stem of their file in `data/templates`; `init-file-<stem>` names the copy.
const TEMPLATES: &[&str] = &["purchases", "suppliers", "documents", "catalog", "pledges"];

/// Inputs that Seller Central gives, in the order of their worth.
const DOWNLOADS: &[Input] = &[Input::Listings, Input::Stock, Input::Sales, Input::Returns];

/// Columns of the templates that take one of a few words.
const CHOICES: &[Field] = &[Field::SupplierClass, Field::DocumentKind, Field::Route];

pub(super) fn run(args: &InitArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let folder = args.dir.as_path();
    std::fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
    let shapes = load::shapes()?;
    let pack = load::pack(&[])?;
    for (name, text) in files(screen) {
        let id = match write_new(&folder.join(&name), &text)? {
            true => "init-written",
            false => "init-kept",
        };
        screen.print(id, &[("file", name.into())])?;
    }
    choices(screen)?;
    downloads(&shapes, &pack, screen)?;
    let folder = folder.display().to_string();
    writeln!(screen.out)?;
    screen.print("init-next", &[("folder", folder.into())])?;
    screen.out.flush()?;
    Ok(Exit::Clean)
}

/// Names and texts of all files.
fn files(screen: &Screen) -> Vec<(String, String)> {
    let shipped = |path: String| {
        let file = embedded::DATA.get_file(path);
        file.and_then(|file| file.contents_utf8())
            .unwrap_or_default()
    };
    let config = match screen.lang {
        Lang::En => CONFIG_EN,
        Lang::Ja => shipped("templates/config.ja.toml".to_owned()),
    };
    let mut files = vec![(crate::config::FILE_NAME.to_owned(), config.to_owned())];
    for stem in TEMPLATES {
        let name = screen.say(&format!("init-file-{stem}"), &[]);
        let text = shipped(format!("templates/{stem}.{}.csv", screen.lang));
        files.push((name, for_excel(text)));
    }
    files
}

/// As Excel on Japanese Windows opens a CSV right: with the mark of UTF-8 and its line ends.
fn for_excel(text: &str) -> String {
    let lines: String = text.lines().map(|line| format!("{line}\r\n")).collect();
    format!("\u{feff}{lines}")
}

/// Writes a file that is not there yet; false when there is one already.
fn write_new(path: &Path, text: &str) -> Result<bool, Stop> {
    let file = std::fs::File::create_new(path);
    let result = file.and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    match result {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(unwritable(path, &error)),
    }
}

fn unwritable(path: &Path, error: &std::io::Error) -> Stop {
    let path = path.display().to_string();
    Stop::Said(
        "cli-unwritable",
        vec![("path", path.into()), ("cause", super::cause(error))],
    )
}

/// The words that columns of a closed set take, as the reader knows them.
fn choices(screen: &mut Screen) -> std::io::Result<()> {
    let table = embedded::DATA.get_file("values.csv");
    let table = table
        .and_then(|file| file.contents_utf8())
        .unwrap_or_default();
    writeln!(screen.out)?;
    screen.print("init-choices", &[])?;
    for field in CHOICES {
        let words = first_words(table, field.word(), screen.lang);
        let values = [
            ("field", Value::word(field)),
            ("words", words.join(&screen.say("rules-and", &[])).into()),
        ];
        let line = screen.say("init-choice", &values);
        for line in width::wrap(&line, screen.width.saturating_sub(2)) {
            writeln!(screen.out, "  {line}")?;
        }
    }
    Ok(())
}

/// The first spelling of every word of a field in a language; rows are field, word, text, lang.
fn first_words(table: &str, field: &str, lang: Lang) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    let mut words = Vec::new();
    for row in csv::Reader::from_reader(table.as_bytes())
        .records()
        .flatten()
    {
        let is_new = row
            .get(1)
            .is_some_and(|word| !seen.iter().any(|s| s == word));
        if row.get(0) == Some(field) && row.get(3) == Some(lang.word()) && is_new {
            seen.extend(row.get(1).map(str::to_owned));
            words.extend(row.get(2).map(str::to_owned));
        }
    }
    words
}

/// What to download, where, and which rules it lets judge.
fn downloads(shapes: &Shapes, pack: &Pack, screen: &mut Screen) -> std::io::Result<()> {
    writeln!(screen.out)?;
    screen.print("init-downloads", &[])?;
    for input in DOWNLOADS {
        writeln!(screen.out)?;
        screen.print("init-download", &[("input", Value::word(input))])?;
        let offered = shapes
            .list
            .iter()
            .filter(|s| s.input == Some(*input) && !s.menu.is_empty());
        for shape in offered {
            let name = shape.name.get(&screen.lang).map_or("", String::as_str);
            let values = [("name", name.into()), ("menu", shape.menu.as_str().into())];
            let line = screen.say("init-menu", &values);
            for (at, line) in width::wrap(&line, screen.width.saturating_sub(6))
                .iter()
                .enumerate()
            {
                let mark = if at == 0 { "  - " } else { "    " };
                writeln!(screen.out, "{mark}{line}")?;
            }
        }
        enables(*input, pack, screen)?;
    }
    Ok(())
}

fn enables(input: Input, pack: &Pack, screen: &mut Screen) -> std::io::Result<()> {
    let needs = pack
        .rules
        .iter()
        .filter(|r| r.check.inputs().contains(&input));
    let ids: Vec<&str> = needs.map(|rule| rule.id.as_str()).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let line = screen.say("init-enables", &[("rules", ids.join(", ").into())]);
    for line in width::wrap(&line, screen.width.saturating_sub(4)) {
        writeln!(screen.out, "    {line}")?;
    }
    Ok(())
}
