//! `kenpin pull`: every offer of one brand or rights holder, to pull them all at once.

use super::args::PullArgs;
use super::{Exit, Screen, Stop, session};
use crate::scan;
use crate::write::{self, Format, Style};
use std::io::Write;

/// Lists the offers, none or many.
pub(super) fn run(args: &PullArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let input = &args.input;
    session::joined(input, &args.brand, screen, |account, screen| {
        let lists = &account.pack.lists;
        let found = scan::pull(account.inventory, lists, account.policy, &args.brand);
        match args.format {
            Format::Table => {
                let style = Style {
                    lang: screen.lang,
                    width: screen.width,
                    color: false,
                    all: true,
                };
                let terminal = screen.terminal;
                write::pull(&mut screen.out, &found, &screen.words, &style, terminal)?;
            }
            Format::Csv => write::pull_csv(&mut screen.out, &found, &screen.words, screen.lang)?,
            Format::Json => {
                serde_json::to_writer_pretty(&mut screen.out, &found)
                    .map_err(std::io::Error::from)?;
                writeln!(screen.out)?;
            }
        }
        screen.out.flush()?;
        Ok(Exit::Clean)
    })
}
