//! `kenpin inspect`: what the words of a title say, for one title or for every row of a file.

pub(super) mod names;
mod rows;
mod view;

use super::args::InspectArgs;
use super::{Exit, Screen, Stop, load};
use crate::lists::{Lists, Look, OWN_LIST, Scratch, Searched};
use crate::model::Value;
use names::Named;
use rayon::prelude::*;
use rows::{Batch, Item};
use std::io::Write;
use std::path::PathBuf;

/// What an item is looked at with.
struct Inspector<'a> {
    lists: &'a Lists,
    only: Option<&'a str>,
    json: bool,
}

/// An item with everything that was seen, ready to be printed.
enum Shown {
    /// One line of JSON.
    Json(String),
    /// Lines for people.
    Text(String),
    /// Not one of those that were asked for.
    Left,
}

pub(super) fn run(args: &InspectArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let loaded = load::config(args.packs.config.as_deref(), &[PathBuf::from(".")])?;
    let lists = lists(args, &loaded)?;
    let inspector = Inspector {
        lists: &lists,
        only: args.only.as_deref(),
        json: args.json,
    };
    let mut bad = 0_u64;
    match (&args.title, &args.file) {
        (Some(title), _) => {
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            let item = Item {
                id: "1".to_owned(),
                title: title.clone(),
                brand: text(&args.brand),
                note: text(&args.note),
            };
            inspector.print(vec![Ok(item)], screen, &mut bad)?;
        }
        (None, Some(file)) => {
            let encoding = loaded.config.encoding.value.as_deref();
            rows::each(file, &load::shapes()?, encoding, &mut |batch| {
                inspector.print(batch, screen, &mut bad)
            })?;
        }
        (None, None) => {}
    }
    screen.out.flush()?;
    if bad > 0 {
        screen.tell("inspect-bad-rows", &[("n", Value::Int(bad as i64))])?;
    }
    Ok(Exit::of(false, bad > 0))
}

/// The lists in force, with other names where a watch list was given.
fn lists(args: &InspectArgs, loaded: &load::Loaded) -> Result<Lists, Stop> {
    let (_, mut files) = loaded.files(&args.packs.rules)?;
    let mut lists = match &args.watchlist {
        None => load::lists(&files)?,
        Some(path) => {
            files.retain(|file| !file.path.starts_with("brands") && file.path != OWN_LIST);
            files.push(names::watchlist(path)?);
            load::lists(&files)?
        }
    };
    if args.watchlist.is_none() {
        loaded.opt_in(&mut lists)?;
    }
    match &args.only {
        // A name of no list is looked for all the same.
        Some(only) if !names::knows(&lists, only) => {
            files.push(names::list(
                only,
                std::iter::once((only.as_str(), Vec::new())),
            ));
            load::lists(&files)
        }
        _ => Ok(lists),
    }
}

/// What one thread uses for title after title.
type Buffers = (Scratch, crate::names::Scratch);

impl Inspector<'_> {
    /// Looks at a batch and prints it in the order it came in.
    fn print(&self, batch: Batch, screen: &mut Screen, bad: &mut u64) -> Result<(), Stop> {
        let words = view::Words::of(screen);
        let shown: Vec<Result<Shown, rows::Bad>> = batch
            .into_par_iter()
            .map_init(Buffers::default, |scratch, row| {
                row.map(|item| self.show(&item, scratch, &words))
            })
            .collect();
        for shown in shown {
            match shown {
                Ok(Shown::Json(line)) => writeln!(screen.out, "{line}")?,
                Ok(Shown::Text(lines)) => write!(screen.out, "{lines}")?,
                Ok(Shown::Left) => {}
                Err(row) => {
                    *bad += 1;
                    // As text: a line number takes no thousands comma.
                    let why = screen.say(row.why, &[]);
                    let values = [("line", row.line.to_string().into()), ("why", why.into())];
                    screen.tell("inspect-bad-row", &values)?;
                }
            }
        }
        Ok(())
    }

    fn show(&self, item: &Item, scratch: &mut Buffers, words: &view::Words<'_>) -> Shown {
        let (mut title_hits, mut note_hits) = (Vec::new(), Vec::new());
        self.lists
            .find(&item.title, &mut scratch.0, &mut title_hits);
        if !item.note.is_empty() {
            self.lists.find(&item.note, &mut scratch.0, &mut note_hits);
        }
        let title = Searched {
            text: &item.title,
            hits: &title_hits,
        };
        let note = Searched {
            text: &item.note,
            hits: &note_hits,
        };
        let brands = names::brands(self.lists, &item.title, &item.brand, &mut scratch.1);
        let wanted = |only: &str| brands.iter().any(|n| names::is_named(self.lists, n, only));
        if self.only.is_some_and(|only| !wanted(only)) {
            return Shown::Left;
        }
        let look = Look::at(self.lists, title, &item.brand, note);
        match self.json {
            true => Shown::Json(view::json(item, &look, &brands)),
            false => Shown::Text(words.text(item, &look, &brands)),
        }
    }
}
