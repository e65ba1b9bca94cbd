//! The file of notices beside the settings: read as a whole, written as a whole, only added to.

use crate::cmd::{Screen, Stop, load};
use crate::model::{Case, FileId};
use crate::notice::{self, Event};
use crate::write;
use std::path::{Path, PathBuf};

/// Where the notices are, or would be: beside the config.
pub(in crate::cmd) fn path(loaded: &load::Loaded) -> PathBuf {
    let beside = loaded.file.as_deref().and_then(Path::parent);
    beside.unwrap_or(Path::new("")).join(notice::FILE)
}

/// Reads a file of notices.
///
/// # Errors
/// When it cannot be read, and the line that is wrong.
pub(in crate::cmd) fn read(path: &Path, file: FileId) -> Result<(String, Vec<Case>), Stop> {
    let text = load::text(path)?;
    let cases = notice::cases(&text, file).map_err(|problem| {
        let values = vec![
            ("path", path.display().to_string().into()),
            ("line", i64::from(problem.line).into()),
            ("cause", problem.what.into()),
        ];
        Stop::Said("notice-line", values)
    })?;
    Ok((text, cases))
}

/// The notices of an account.
pub(super) struct Store {
    pub(super) path: PathBuf,
    pub(super) cases: Vec<Case>,
    text: String,
}

impl Store {
    /// Opens the notices; none where there is no file yet.
    pub(super) fn open(path: PathBuf) -> Result<Self, Stop> {
        let (text, cases) = match path.is_file() {
            true => read(&path, FileId::default())?,
            false => (String::new(), Vec::new()),
        };
        Ok(Self { path, cases, text })
    }

    /// The notice of an id, in any case.
    pub(super) fn find(&self, id: &str) -> Result<&Case, Stop> {
        let found = self
            .cases
            .iter()
            .find(|case| case.id.eq_ignore_ascii_case(id));
        found.ok_or_else(|| {
            let path = self.path.display().to_string();
            Stop::Said(
                "notice-no-id",
                vec![("id", id.into()), ("path", path.into())],
            )
        })
    }

    /// Adds events to the file; it is there as a whole or as it was.
    pub(super) fn add(&mut self, events: &[Event], screen: &Screen) -> Result<(), Stop> {
        let mut text = self.text.clone();
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        for event in events {
            let line = notice::line(event).map_err(std::io::Error::from)?;
            text.push_str(&line);
            text.push('\n');
        }
        let saved = write::save(&self.path, |out| out.write_all(text.as_bytes()));
        saved.map_err(|error| {
            let said = error.say(&screen.words, screen.lang);
            Stop::Said("scan-save", vec![("what", said.into())])
        })?;
        self.text = text;
        Ok(())
    }
}
