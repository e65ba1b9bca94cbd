//! Everything that commands load: messages, rules and lists, the config, the profiles.

pub(super) use super::packfiles::said_of;
pub use super::packfiles::{folder, own_file, own_list, pack_paths, shipped, text};

use super::{Stop, Texts};
use crate::config::{Config, FILE_NAME};
use crate::lists::{Lists, OWN_LIST};
use crate::model::Profile;
use crate::read::{self, Shapes};
use crate::rules::{Pack, PackFile};
use crate::tomltree::Problem;
use crate::write::Words;
use crate::{checks, config, embedded, rules};
use include_dir::Dir;
use std::path::{Path, PathBuf};

/// The messages of both languages: every `….ja.ftl` and `….en.ftl` of the shipped data.
///
/// # Errors
/// When a file is no Fluent or gives an id twice.
pub fn words() -> Result<Words, Stop> {
    let text = |ending: &str| -> String {
        let files = embedded::DATA.get_dir("messages").into_iter();
        files
            .flat_map(Dir::files)
            .filter(|file| file.path().to_string_lossy().ends_with(ending))
            .filter_map(|file| file.contents_utf8())
            .collect::<Vec<_>>()
            .join("\n")
    };
    Words::parse(&text("ja.ftl"), &text("en.ftl"))
        .map_err(|error| Stop::Said("cli-messages", vec![("cause", error.to_string().into())]))
}

/// The shipped rules and lists with those of further folders.
///
/// # Errors
/// Every problem of every file.
pub fn pack(folders: &[PathBuf]) -> Result<Pack, Stop> {
    let files = files(folders)?;
    rules::load(&files, checks::KINDS).map_err(|problems| Stop::Problems(problems, texts(&files)))
}

/// The files of the shipped pack and of further folders.
///
/// # Errors
/// When a folder or one of its files cannot be read.
pub fn files(folders: &[PathBuf]) -> Result<Vec<PackFile>, Stop> {
    let mut files = shipped();
    for path in folders {
        for file in folder(path)? {
            // The same file by two ways (a folder given twice, the shipped rules checked out) is
            // one file; a changed copy is not, and its id is then given twice.
            let name = |file: &PackFile| file.path.rsplit('/').next().map(str::to_owned);
            let known = |f: &PackFile| name(f) == name(&file) && f.text == file.text;
            if !files.iter().any(known) {
                files.push(file);
            }
        }
    }
    Ok(files)
}

/// The lists of some pack files.
///
/// # Errors
/// Every problem of every list.
pub fn lists(files: &[PackFile]) -> Result<Lists, Stop> {
    rules::lists(files).map_err(|problems| Stop::Problems(problems, texts(files)))
}

/// The texts of a pack's files, by the name they are shown with.
#[must_use]
pub fn texts(files: &[PackFile]) -> Texts {
    let text = |file: &PackFile| (file.shown.clone(), file.text.clone());
    files.iter().map(text).collect()
}

/// The export shapes that are known.
///
/// # Errors
/// When the shipped tables are broken, which a test rules out.
pub fn shapes() -> Result<Shapes, Stop> {
    let text = |name: &str| {
        let file = embedded::DATA.get_file(name);
        file.and_then(|file| file.contents_utf8())
            .unwrap_or_default()
    };
    let shapes = Shapes::parse(
        text("exports.toml"),
        text("columns.csv"),
        text("values.csv"),
    );
    shapes.map_err(|error| Stop::Said("cli-shapes", vec![("cause", error.to_string().into())]))
}

/// What reading is told, from the config.
///
/// # Errors
/// Those of [`shapes`].
pub fn reading(config: &Config) -> Result<read::Options, Stop> {
    Ok(read::Options {
        shapes: shapes()?,
        sources: config.sources.clone(),
        encoding: config.encoding.value.clone(),
        documents: config.documents.value.clone(),
        not_input: Vec::new(),
        plan: None,
        pledged: config.pledged_asins.as_ref().map(|set| set.value.clone()),
    })
}

/// A config and the file it was read from.
#[derive(Debug)]
pub struct Loaded {
    /// The settings.
    pub config: Config,
    /// The file; `None` when there was none and everything is a default.
    pub file: Option<PathBuf>,
    /// The seller's own list: it lies beside the config, or in one of the folders without one.
    pub own: Option<PathBuf>,
    texts: Texts,
}

/// Reads the config that was named, else `config.toml` in the first of the folders that has one.
///
/// # Errors
/// When a named file is not there, and every problem of the file.
pub fn config(named: Option<&Path>, folders: &[PathBuf]) -> Result<Loaded, Stop> {
    let mut found = folders.iter().map(|folder| folder.join(FILE_NAME));
    let file = match named {
        Some(path) => Some(path.to_owned()),
        None => found.find(|path| path.is_file()),
    };
    let Some(file) = file else {
        let mut own = folders.iter().map(|folder| folder.join(OWN_LIST));
        return Ok(Loaded {
            config: Config::default(),
            file: None,
            own: own.find(|path| path.is_file()),
            texts: Texts::new(),
        });
    };
    let text = text(&file)?;
    let shown = file.display().to_string();
    let folder = file.parent().unwrap_or(Path::new(""));
    let parsed = Config::parse(&shown, &text, folder);
    let texts = Texts::from([(shown, text)]);
    match parsed {
        Err(problems) => Err(Stop::Problems(problems, texts)),
        Ok(config) => Ok(Loaded {
            config,
            own: Some(folder.join(OWN_LIST)).filter(|path| path.is_file()),
            file: Some(file),
            texts,
        }),
    }
}

impl Loaded {
    /// The packs in force: those of the config, further ones, and the seller's own list as the
    /// last, so that it has the last word.
    #[must_use]
    pub fn packs(&self, further: &[PathBuf]) -> Vec<PathBuf> {
        let mut packs = self.config.packs.value.clone();
        packs.extend(further.iter().cloned());
        packs.extend(self.own.clone());
        packs
    }

    /// The rules and lists in force, tuned as the config says.
    ///
    /// # Errors
    /// Every problem of every file, and settings about what does not exist.
    pub fn pack(&self, further: &[PathBuf]) -> Result<Pack, Stop> {
        let mut pack = pack(&self.packs(further))?;
        self.check(&pack)?;
        self.opt_in(&mut pack.lists)?;
        Ok(pack)
    }

    /// Switches on the entries that the config asks for.
    ///
    /// # Errors
    /// One problem per name that no entry has.
    pub fn opt_in(&self, lists: &mut Lists) -> Result<(), Stop> {
        let names = self.config.opt_in.iter();
        let unknown = lists.opt_in(names.clone().map(|name| name.value.as_str()));
        let missing = names.filter(|name| unknown.contains(&name.value.as_str()));
        self.refuse(missing.map(|name| {
            name.problem("config-opt-in")
                .with("name", name.value.as_str())
        }))
    }

    /// Refuses settings about rules that do not exist.
    ///
    /// # Errors
    /// One problem per id that no rule has.
    pub fn check(&self, pack: &Pack) -> Result<(), Stop> {
        let ids: Vec<&str> = pack.rules.iter().map(|rule| rule.id.as_str()).collect();
        self.refuse(self.config.unknown_rules(&ids))
    }

    /// The policy profile of the config.
    ///
    /// # Errors
    /// When there is no profile of that name.
    pub fn profile(&self) -> Result<Profile, Stop> {
        let file = "data/profiles.toml";
        let text = embedded::DATA.get_file("profiles.toml");
        let text = text
            .and_then(|file| file.contents_utf8())
            .unwrap_or_default();
        let profiles = config::profiles(file, text).map_err(|problems| {
            Stop::Problems(problems, Texts::from([(file.to_owned(), text.to_owned())]))
        })?;
        let names: Vec<&str> = profiles.iter().map(|p| p.name.as_str()).collect();
        self.refuse(self.config.unknown_profile(&names))?;
        let name = &self.config.profile.value;
        let found = profiles.into_iter().find(|p| p.name == *name);
        found.ok_or_else(|| Stop::Said("cli-profile", vec![("name", name.as_str().into())]))
    }

    fn refuse(&self, problems: impl IntoIterator<Item = Problem>) -> Result<(), Stop> {
        let problems: Vec<Problem> = problems.into_iter().collect();
        if problems.is_empty() {
            Ok(())
        } else {
            Err(Stop::Problems(problems, self.texts.clone()))
        }
    }
}
