//! `kenpin gate candidates`: buy, ask or avoid, one answer a line, as soon as the line is there.

mod account;
mod args;
#[cfg(feature = "net")]
mod asins;
mod input;
mod stream;

pub use args::CandidatesArgs;
#[cfg(feature = "net")]
pub(in crate::cmd) use asins::asins;

use crate::cmd::{Exit, Screen, Stop};
use crate::model::Lang;
use crate::rules::Rule;
use crate::scan::candidates::{Buyer, Known};
use crate::write::{self, AnswerFormat, Answers, Style, Words};
use input::Input;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use stream::Gate;

/// Cells of a line in a file.
const FILE_WIDTH: usize = 100;

pub(super) fn run(args: &CandidatesArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let wanted = args.out.as_deref().map(of_path).transpose()?;
    let ground = account::ground(args, screen)?;
    let name = input::name(args.file.as_deref());
    let folder = ground.demo.as_ref().map(|demo| demo.folder());
    let encoding = ground.loaded.config.encoding.value.as_deref();
    let input = input::open(args.file.as_deref(), folder, args.json_lines, encoding)?;
    let format = wanted.or(args.format).unwrap_or(match &input {
        Input::Tables(_) if screen.terminal => AnswerFormat::Table,
        _ => AnswerFormat::Jsonl,
    });
    let mut out = std::mem::replace(&mut screen.out, Box::new(io::sink()));
    let known = Known::new(&ground.account);
    let required = &ground.loaded.config.required.value;
    let (words, lang) = (&screen.words, screen.lang);
    let advice = |rule: &Rule| advice(words, rule);
    let buyer = Buyer::new(
        &ground.pack,
        &ground.policy,
        &known,
        (&name, required),
        &advice,
    );
    let style = Style {
        lang,
        width: if args.out.is_some() {
            FILE_WIDTH
        } else {
            screen.width
        },
        color: args.out.is_none(),
        all: true,
    };
    let answers = Answers::new(words, style, format);
    let fail_on = args.fail_on.unwrap_or(ground.loaded.config.fail_on.value);
    let mut gate = Gate::new(buyer, answers, fail_on);
    let today = ground.policy.today;
    match &args.out {
        None => gate.all(input, &name, today, &mut out)?,
        Some(path) => {
            let fill = |out: &mut dyn Write| gate.all(input, &name, today, out);
            saved(path, words, lang, fill)?;
        }
    }
    let (exit, summary) = (gate.exit(), gate.summary());
    drop(gate);
    screen.out = out;
    if let Some(path) = args.out.as_ref().filter(|_| !args.quiet) {
        let path = path.display().to_string();
        screen.tell("candidate-saved", &[("path", path.into())])?;
        for line in summary {
            writeln!(screen.err, "{line}")?;
        }
    }
    Ok(exit)
}

fn of_path(path: &Path) -> Result<AnswerFormat, Stop> {
    let extension = path.extension().unwrap_or_default();
    let mut all = AnswerFormat::ALL.iter();
    let found = all.find(|(_, _, known)| extension.eq_ignore_ascii_case(known));
    let path = path.display().to_string();
    found
        .map(|(format, ..)| *format)
        .ok_or_else(|| Stop::Said("candidate-format", vec![("path", path.into())]))
}

/// Writes a file as a whole or not at all.
fn saved(
    path: &Path,
    words: &Words,
    lang: Lang,
    fill: impl FnOnce(&mut dyn Write) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let mut stopped = None;
    let saved = write::save(path, |out| {
        fill(out).map_err(|stop| match stop {
            Stop::Io(error) => error,
            stop => {
                stopped = Some(stop);
                io::Error::other("stopped")
            }
        })
    });
    match (stopped, saved) {
        (Some(stop), _) => Err(stop),
        (None, Ok(())) => Ok(()),
        (None, Err(error)) => {
            let what = error.say(words, lang);
            Err(Stop::Said("scan-save", vec![("what", what.into())]))
        }
    }
}

/// What to do about a rule's finding before buying; what the rule says where there is no word.
fn advice(words: &Words, rule: &Rule) -> BTreeMap<Lang, String> {
    let ids = [&rule.id, &rule.check_name].map(|of| format!("buying-{of}"));
    let say = |lang: Lang| {
        let mut ids = ids.iter();
        let known = ids.find(|id| words.has(lang, id));
        match known {
            Some(id) => words.say(lang, id, &[]),
            None => rule.fix.get(&lang).cloned().unwrap_or_default(),
        }
    };
    Lang::ALL.iter().map(|lang| (*lang, say(*lang))).collect()
}
