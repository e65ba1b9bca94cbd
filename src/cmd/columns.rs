//! `kenpin columns`: what a file is taken for, column by column, and a `[[source]]` to start from.

use super::args::ColumnsArgs;
use super::{Exit, Screen, Stop, load, unread};
use crate::model::Value;
use crate::read::{self, ColumnsView, Proposal, Shapes};
use crate::write::{escape, width};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Cells that a header and a field may take before they are cut.
const HEADER: usize = 28;
const FIELD: usize = 18;

pub(super) fn run(args: &ColumnsArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let loaded = load::config(args.config.as_deref(), &[PathBuf::from(".")])?;
    if args.file.is_dir() {
        let path = args.file.display().to_string();
        return Err(Stop::Said("columns-folder", vec![("path", path.into())]));
    }
    let options = load::reading(&loaded.config)?;
    let views = read::columns(&args.file, &options).map_err(|error| unread::stop(&error))?;
    for view in &views {
        head(view, &options.shapes, screen)?;
        columns(view, screen)?;
        if let Some(proposal) = &view.proposal {
            propose(&args.file, view, proposal, screen)?;
        }
        writeln!(screen.out)?;
    }
    screen.out.flush()?;
    Ok(Exit::Clean)
}

fn head(view: &ColumnsView, shapes: &Shapes, screen: &mut Screen) -> std::io::Result<()> {
    let mut path = view.path.clone();
    if let Some(sheet) = &view.sheet {
        path = format!("{path} [{sheet}]");
    }
    screen.print("columns-file", &[("path", path.into())])?;
    let shape = view.shape.as_ref();
    let name = shape.and_then(|id| shapes.get(id)?.name.get(&screen.lang).cloned());
    let name = name.or_else(|| shape.cloned()).unwrap_or_default();
    match (view.input, view.issue) {
        (Some(input), _) => {
            let values = [("shape", Value::from(name)), ("input", Value::word(input))];
            screen.print("columns-taken", &values)?;
        }
        (None, issue) => {
            let headers: Vec<&str> = view.columns.iter().map(|c| c.header.as_str()).collect();
            let headers = headers.join(", ");
            let value = Value::from(width::cut(&headers, 60).as_ref());
            let why = issue.map(|key| screen.say(&format!("issue-{key}"), &[("value", value)]));
            let why = why.unwrap_or_default();
            screen.print(
                "columns-left",
                &[("why", why.into()), ("shape", name.into())],
            )?;
        }
    }
    let values = [
        ("encoding", Value::from(view.encoding.as_str())),
        ("separator", delimiter(view.delimiter).into()),
        // As text: a line number takes no thousands comma.
        ("line", view.header_line.to_string().into()),
    ];
    match view.delimiter {
        Some(_) => screen.print("columns-how", &values),
        None => screen.print("columns-how-sheet", &values),
    }
}

fn delimiter(byte: Option<u8>) -> String {
    match byte {
        Some(b'\t') => "tab".to_owned(),
        Some(byte) => char::from(byte).to_string(),
        None => String::new(),
    }
}

/// A line per column: header, field, samples.
fn columns(view: &ColumnsView, screen: &mut Screen) -> std::io::Result<()> {
    if view.columns.is_empty() {
        return Ok(());
    }
    let widest = view.columns.iter().map(|c| width::cells(&c.header)).max();
    let header_width = widest.unwrap_or(0).clamp(8, HEADER);
    let lines = |screen: &Screen| -> Vec<[String; 3]> {
        let heads = ["header", "field", "samples"];
        let heads = heads.map(|head| screen.say(&format!("columns-head-{head}"), &[]));
        let rows = view.columns.iter().map(|column| {
            let field = match column.field {
                Some(field) => screen.word(field.word()),
                None => screen.say("columns-unread", &[]),
            };
            [column.header.clone(), field, column.samples.join(" | ")]
        });
        std::iter::once(heads).chain(rows).collect()
    };
    let room = screen
        .width
        .saturating_sub(header_width + FIELD + 6)
        .max(16);
    for [header, field, samples] in lines(screen) {
        let header = width::left(&escape::terminal(&header), header_width);
        let field = width::left(&field, FIELD);
        let samples = escape::terminal(&samples).into_owned();
        writeln!(
            screen.out,
            "  {header}  {field}  {}",
            width::cut(&samples, room)
        )?;
    }
    Ok(())
}

/// Prints the block for the config, which reads the file as proposed.
fn propose(
    file: &Path,
    view: &ColumnsView,
    proposal: &Proposal,
    screen: &mut Screen,
) -> std::io::Result<()> {
    let id = match proposal.incomplete {
        true => "columns-proposal-incomplete",
        false => "columns-proposal",
    };
    writeln!(screen.out)?;
    screen.print(id, &[("input", Value::word(proposal.kind))])?;
    write!(screen.out, "\n{}", block(file, view, proposal))
}

/// The `[[source]]` block as TOML; fields are in the order of the file's columns.
fn block(file: &Path, view: &ColumnsView, proposal: &Proposal) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let mut lines = vec![
        "[[source]]".to_owned(),
        format!("file = {}", quoted(&name)),
        format!("kind = \"{}\"", proposal.kind),
    ];
    let mut pairs: Vec<_> = proposal.columns.iter().collect();
    pairs.sort_by_key(|(_, header)| view.columns.iter().position(|c| c.header == **header));
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(field, header)| format!("{field} = {}", quoted(header)))
        .collect();
    lines.push(format!("columns = {{ {} }}", pairs.join(", ")));
    if let Some(sheet) = &view.sheet {
        lines.push(format!("sheet = {}", quoted(sheet)));
    }
    if view.header_line > 1 {
        lines.push(format!("header_line = {}", view.header_line));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// A TOML string; whatever stood in the file cannot end it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if escape::acts(c) => out.push_str(&format!("\\U{:08X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::config::Config;
    use crate::model::{Field, Input};
    use crate::read::ColumnView;

    #[test]
    fn the_block_is_a_config_that_says_what_was_proposed() {
        let hostile = "単\"価\\\u{1b}[2J";
        let column = |header: &str| ColumnView {
            header: header.to_owned(),
            field: None,
            samples: Vec::new(),
        };
        let view = ColumnsView {
            path: "x".into(),
            sheet: Some("2026年".into()),
            encoding: "CP932".into(),
            delimiter: None,
            shape: None,
            input: None,
            issue: None,
            header_line: 3,
            columns: vec![column("日付"), column(hostile)],
            proposal: None,
        };
        let proposal = Proposal {
            kind: Input::Purchases,
            columns: [
                (Field::UnitCost, hostile.to_owned()),
                (Field::Day, "日付".to_owned()),
            ]
            .into(),
            incomplete: false,
        };
        let block = block(Path::new("仕入/帳.xlsx"), &view, &proposal);
        assert!(!block.contains('\u{1b}'), "{block:?}");
        let config = Config::parse("c", &block, Path::new("")).unwrap();
        let source = &config.sources[0];
        assert_eq!(source.pattern, "帳.xlsx");
        assert_eq!(source.columns, proposal.columns);
        assert_eq!(
            (source.header_line, source.kind),
            (Some(3), Input::Purchases)
        );
        assert!(block.find("day =") < block.find("unit-cost ="));
    }
}
