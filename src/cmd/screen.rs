//! What a command prints to: two streams, one language, a width; and why a command stopped.

use super::Exit;
use super::unstyled::Unstyled;
use crate::model::{Lang, Value};
use crate::tomltree::{Look, Problem};
use crate::write::{Words, escape};
use std::collections::BTreeMap;
use std::io::{BufWriter, IsTerminal, Write};

/// Texts of the files that problems are in, by the name they are shown with.
pub type Texts = BTreeMap<String, String>;

/// Columns where the output is no terminal: problems and prose still have to end somewhere.
const WIDTH_OF_A_FILE: usize = 100;

/// Why a command could not do its work.
#[derive(Debug)]
pub enum Stop {
    /// Writing failed; a reader that went away (`| head`) is no failure.
    Io(std::io::Error),
    /// Files of rules or settings are wrong.
    Problems(Vec<Problem>, Texts),
    /// A message with its values.
    Said(&'static str, Vec<(&'static str, Value)>),
}

impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}

/// What the file system said, as a word of both languages; the rare rest in its own words.
#[must_use]
pub fn cause(error: &std::io::Error) -> Value {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => Value::word("io-not-found"),
        ErrorKind::PermissionDenied => Value::word("io-denied"),
        ErrorKind::IsADirectory => Value::word("io-folder"),
        ErrorKind::NotADirectory => Value::word("io-no-folder"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Value::word("io-full"),
        ErrorKind::InvalidFilename => Value::word("io-name"),
        _ => Value::Text(error.to_string()),
    }
}

/// Where a command prints.
pub struct Screen {
    /// Messages.
    pub words: Words,
    /// Language of the output.
    pub lang: Lang,
    /// What was asked for goes here.
    pub out: Box<dyn Write>,
    /// Everything else goes here.
    pub err: Box<dyn Write>,
    /// Cells of the terminal, for prose.
    pub width: usize,
    /// True when `out` is a terminal.
    pub terminal: bool,
}

impl std::fmt::Debug for Screen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Screen({})", self.lang)
    }
}

impl Screen {
    /// The process's own streams; colours are taken out where no terminal wants them.
    ///
    /// # Errors
    /// When the shipped messages cannot be read, which a test rules out.
    pub fn new(lang: Lang) -> Result<Self, Stop> {
        let stdout = std::io::stdout();
        let terminal = stdout.is_terminal();
        let out: Box<dyn Write> = match terminal {
            true => Box::new(BufWriter::new(anstream::stdout())),
            false => Box::new(BufWriter::new(Unstyled::new(anstream::stdout(), stdout))),
        };
        let size = terminal_size::terminal_size();
        let width = size.map_or(WIDTH_OF_A_FILE, |(width, _)| usize::from(width.0));
        Ok(Self {
            words: super::load::words()?,
            lang,
            out,
            err: Box::new(anstream::stderr()),
            width: width.clamp(40, 200),
            terminal,
        })
    }

    /// A message in the language of the output; what came from outside cannot act in it.
    #[must_use]
    pub fn say(&self, id: &str, values: &[(&'static str, Value)]) -> String {
        let safe: Vec<(&str, Value)> = values
            .iter()
            .map(|(name, value)| match value {
                Value::Text(text) => (*name, Value::Text(escape::terminal(text).into_owned())),
                // A pack's own texts come from outside too.
                Value::Said { ja, en } => {
                    let [ja, en] = [ja, en].map(|text| escape::terminal(text).into_owned());
                    (*name, Value::Said { ja, en })
                }
                other => (*name, other.clone()),
            })
            .collect();
        let values: Vec<(&str, &Value)> = safe.iter().map(|(name, v)| (*name, v)).collect();
        self.words.say(self.lang, id, &values)
    }

    /// The name of a word of a closed set.
    #[must_use]
    pub fn word(&self, word: &str) -> String {
        self.words.word(self.lang, word).into_owned()
    }

    /// Prints a message as a line of the output.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&mut self, id: &str, values: &[(&'static str, Value)]) -> std::io::Result<()> {
        let line = self.say(id, values);
        writeln!(self.out, "{line}")
    }

    /// Prints a message as a line beside the output.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn tell(&mut self, id: &str, values: &[(&'static str, Value)]) -> std::io::Result<()> {
        let line = self.say(id, values);
        writeln!(self.err, "{line}")
    }

    /// Problems as text for a terminal.
    #[must_use]
    pub fn rendered(&self, problems: &[Problem], texts: &Texts) -> String {
        let look = Look {
            colour: true,
            width: self.width,
        };
        let text_of = |name: &str| texts.get(name).map(String::as_str);
        let say = |id: &str, values: &[(&'static str, Value)]| self.say(id, values);
        crate::tomltree::render(problems, &text_of, &say, look)
    }

    /// Says why a command stopped, and how the run ends for it.
    pub(super) fn stop(&mut self, stop: &Stop) -> Exit {
        let said = match stop {
            Stop::Io(error) => match self.lost(error) {
                Some(exit) => return exit,
                None => self.tell("cli-io", &[("cause", cause(error))]),
            },
            Stop::Said(id, values) => {
                let error = self.say("problem-error", &[]);
                let line = self.say(id, values);
                writeln!(self.err, "{error}: {line}")
            }
            Stop::Problems(problems, texts) => {
                let shown = self.rendered(problems, texts);
                let count = Value::Int(problems.len() as i64);
                write!(self.err, "{shown}")
                    .and_then(|()| self.tell("cli-problems", &[("n", count)]))
            }
        };
        match said {
            Err(error) => self.lost(&error).unwrap_or(Exit::NotRun),
            Ok(()) => Exit::NotRun,
        }
    }

    fn lost(&self, error: &std::io::Error) -> Option<Exit> {
        (error.kind() == std::io::ErrorKind::BrokenPipe).then_some(Exit::Clean)
    }
}

/// The last resort, when there are no messages to say it with.
pub(super) fn without_words(stop: &Stop) -> Exit {
    // Nothing is left to be done when even this cannot be written.
    let _ = writeln!(anstream::stderr(), "kenpin: {stop:?}");
    Exit::NotRun
}
