//! Mistakes in the arguments, and the help itself, in the language of the output.

use super::{Exit, Screen, Stop};
use crate::model::{Lang, Value};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error;
use std::io::Write;

/// Shows what clap stopped for: help and version end well, a mistake does not.
pub(super) fn show(error: &clap::Error, screen: &mut Screen) -> Result<Exit, Stop> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = rendered(error, screen.lang);
            write!(screen.out, "{text}")?;
            screen.out.flush()?;
            Ok(Exit::Clean)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let text = rendered(error, screen.lang);
            write!(screen.err, "{text}")?;
            Ok(Exit::NotRun)
        }
        _ => {
            mistake(error, screen)?;
            Ok(Exit::NotRun)
        }
    }
}

fn rendered(error: &clap::Error, lang: Lang) -> String {
    let text = error.render().ansi().to_string();
    match lang {
        Lang::En => text,
        // The one word that clap puts into every usage line by itself.
        Lang::Ja => text.replace("[OPTIONS]", "[オプション]"),
    }
}

fn mistake(error: &clap::Error, screen: &mut Screen) -> std::io::Result<()> {
    let (id, near) = match error.kind() {
        ErrorKind::UnknownArgument => ("usage-unknown", ContextKind::SuggestedArg),
        ErrorKind::InvalidSubcommand => ("usage-command", ContextKind::SuggestedSubcommand),
        ErrorKind::InvalidValue if text(error, ContextKind::InvalidValue).is_empty() => {
            ("usage-no-value", ContextKind::SuggestedValue)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            ("usage-value", ContextKind::SuggestedValue)
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            ("usage-many", ContextKind::SuggestedArg)
        }
        ErrorKind::TooFewValues | ErrorKind::NoEquals => {
            ("usage-no-value", ContextKind::SuggestedArg)
        }
        ErrorKind::ArgumentConflict => ("usage-conflict", ContextKind::SuggestedArg),
        ErrorKind::MissingRequiredArgument => ("usage-missing", ContextKind::SuggestedArg),
        ErrorKind::MissingSubcommand => ("usage-no-command", ContextKind::SuggestedArg),
        ErrorKind::InvalidUtf8 => ("usage-utf8", ContextKind::SuggestedArg),
        _ => ("usage-other", ContextKind::SuggestedArg),
    };
    let allowed = match error.source() {
        Some(words) => words.to_string(),
        None => text(error, ContextKind::ValidValue),
    };
    let values: Vec<(&'static str, Value)> = vec![
        ("arg", text(error, ContextKind::InvalidArg).into()),
        ("prior", text(error, ContextKind::PriorArg).into()),
        ("value", text(error, ContextKind::InvalidValue).into()),
        (
            "command",
            text(error, ContextKind::InvalidSubcommand).into(),
        ),
        ("allowed", allowed.as_str().into()),
    ];
    let heading = screen.say("problem-error", &[]);
    let line = screen.say(id, &values);
    writeln!(screen.err, "{heading}: {line}")?;
    let near = text(error, near);
    if !near.is_empty() {
        screen.tell("problem-did-you-mean", &[("word", near.into())])?;
    } else if id == "usage-value" && !allowed.is_empty() {
        screen.tell("problem-one-of", &[("words", allowed.into())])?;
    }
    screen.tell("usage-help", &[])
}

fn text(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
