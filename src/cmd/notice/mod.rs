//! `kenpin notice`: mails of Amazon, what they are, until when, and how each matter stands.

mod add;
mod args;
mod follow;
mod list;
mod lists;
mod pack;
mod store;
mod view;

pub use args::{NoticeArgs, NoticeCommand};
pub(in crate::cmd) use store::{path, read};

use super::{Exit, Screen, Stop, load};
use crate::embedded;
use crate::notice::{Data, Sources};

pub(super) fn run(command: &NoticeCommand, screen: &mut Screen) -> Result<Exit, Stop> {
    match command {
        NoticeCommand::Add(args) => add::run(args, screen),
        NoticeCommand::List(args) => list::list(args, screen),
        NoticeCommand::Show(args) => list::show(args, screen),
        NoticeCommand::Pack(args) => pack::run(args, screen),
        NoticeCommand::Close(args) => follow::close(args, screen),
        NoticeCommand::Appeal(args) => follow::appeal(args, screen),
    }
}

/// The shipped data that notices are read by.
fn data() -> Result<Data, Stop> {
    let text = |name: &str| {
        let file = embedded::DATA.get_file(name);
        file.and_then(|file| file.contents_utf8())
            .unwrap_or_default()
    };
    Data::parse(&Sources {
        concepts: text("notices/concepts.toml"),
        signals: text("notices/signals.toml"),
        kinds: text("notices/kinds.toml"),
        clocks: text("notices/clocks.toml"),
        papers: text("notices/papers.toml"),
        parties: text("notices/parties.toml"),
        requests: text("notices/requests.toml"),
        marks: text("notices/marks.toml"),
        holidays: text("holidays.csv"),
    })
    .map_err(|error| Stop::Said("notice-data", vec![("cause", error.to_string().into())]))
}

/// The settings whose folder holds the notices.
fn settings(config: Option<&std::path::Path>) -> Result<load::Loaded, Stop> {
    load::config(config, &[std::path::PathBuf::from(".")])
}
