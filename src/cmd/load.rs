//! Everything that commands load: messages, rules and lists, the config, the profiles.

pub use super::packfiles::{folder, own_file, own_list, pack_paths, shipped, text};
pub(super) use super::packfiles::{said_of, unreadable_at};

use super::{Stop, Texts, feed};
use crate::config::{Config, FILE_NAME};
use crate::lists::{Lists, OWN_LIST};
use crate::model::{Feed, Profile};
use crate::read::{self, Shapes};
use crate::rules::{Pack, PackFile};
use crate::tomltree::Problem;
use crate::write::{Parts, Vendored, Words};
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

/// The parts of the page: its own files, and the libraries by the names of their folders.
#[must_use]
pub fn parts() -> Parts {
    let text = |path: &str| {
        let file = embedded::DATA.get_file(path);
        let text = file.and_then(include_dir::File::contents_utf8);
        text.unwrap_or_default().to_owned()
    };
    let libraries = embedded::DATA.get_dir("page/vendor").into_iter();
    let library = |folder: &Dir<'_>| {
        let of = |endings: &[&str]| {
            let file = folder.files().find(|file| {
                let path = file.path().to_string_lossy();
                endings.iter().any(|ending| path.ends_with(ending))
            });
            let text = file.and_then(include_dir::File::contents_utf8);
            text.unwrap_or_default().to_owned()
        };
        let name = folder.path().file_name().unwrap_or_default();
        Vendored {
            name: name.to_string_lossy().into_owned(),
            licence: of(&["LICENSE", "LICENSE.md"]),
            script: of(&[".js"]),
            style: of(&[".css"]),
        }
    };
    Parts {
        shell: text("page/page.html"),
        style: text("page/page.css"),
        script: text("page/since.js") + &text("page/page.js"),
        vendored: libraries.flat_map(Dir::dirs).map(library).collect(),
    }
}

/// The shipped rules and lists with those of further folders.
///
/// # Errors
/// Every problem of every file.
pub fn pack(folders: &[PathBuf]) -> Result<Pack, Stop> {
    parsed(&files(folders)?)
}

/// The rules and lists of these files.
///
/// # Errors
/// Every problem of every file.
pub fn parsed(files: &[PackFile]) -> Result<Pack, Stop> {
    rules::load(files, checks::KINDS).map_err(|problems| Stop::Problems(problems, texts(files)))
}

/// The files of the shipped pack and of further folders.
///
/// # Errors
/// When a folder or one of its files cannot be read.
pub fn files(folders: &[PathBuf]) -> Result<Vec<PackFile>, Stop> {
    and_those_of(shipped(), folders)
}

fn and_those_of(mut files: Vec<PackFile>, folders: &[PathBuf]) -> Result<Vec<PackFile>, Stop> {
    for path in folders {
        add(&mut files, folder(path)?);
    }
    Ok(files)
}

/// Adds files that are not there yet.
fn add(files: &mut Vec<PackFile>, more: Vec<PackFile>) {
    for file in more {
        // The same file by two ways (a folder given twice, the shipped rules checked out, a rule of
        // a feed that is shipped now) is one file; a changed copy is not, and its id is then given
        // twice.
        let name = |file: &PackFile| file.path.rsplit('/').next().map(str::to_owned);
        let known = |f: &PackFile| name(f) == name(&file) && f.text == file.text;
        if !files.iter().any(known) {
            files.push(file);
        }
    }
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
    let (config, problems) = Config::read(&shown, &text, folder);
    let loaded = Loaded {
        config,
        own: Some(folder.join(OWN_LIST)).filter(|path| path.is_file()),
        file: Some(file),
        texts: Texts::from([(shown, text)]),
    };
    if problems.is_empty() {
        return Ok(loaded);
    }
    Err(loaded.all_problems(problems))
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

    /// The rule feed of the config, and the files of all packs in force: the shipped ones, those of
    /// the feed, those of folders.
    ///
    /// # Errors
    /// When a folder or the accepted issue of the feed cannot be read, or is not what was accepted.
    pub fn files(&self, further: &[PathBuf]) -> Result<(Option<Feed>, Vec<PackFile>), Stop> {
        let feed = self.config.feed.as_ref().map(feed::in_use).transpose()?;
        let (feed, of_feed) = feed.unzip();
        self.files_with(of_feed.unwrap_or_default(), further)
            .map(|files| (feed, files))
    }

    /// As [`Loaded::files`], with these files for those of the feed.
    pub(super) fn files_with(
        &self,
        of_feed: Vec<PackFile>,
        further: &[PathBuf],
    ) -> Result<Vec<PackFile>, Stop> {
        let mut files = shipped();
        add(&mut files, of_feed);
        and_those_of(files, &self.packs(further))
    }

    /// The rules and lists in force, tuned as the config says.
    ///
    /// # Errors
    /// Every problem of every file, and settings about what does not exist.
    pub fn pack(&self, further: &[PathBuf]) -> Result<Pack, Stop> {
        self.tuned(0, further)
    }

    /// As [`Loaded::pack`], without the examples of the shipped rules, which only prove them.
    ///
    /// # Errors
    /// Those of [`Loaded::pack`].
    pub fn pack_to_judge(&self, further: &[PathBuf]) -> Result<Pack, Stop> {
        self.tuned(shipped().len(), further)
    }

    fn tuned(&self, proven: usize, further: &[PathBuf]) -> Result<Pack, Stop> {
        let (feed, files) = self.files(further)?;
        let pack = rules::load_to_judge(&files, proven, checks::KINDS);
        let mut pack = pack.map_err(|problems| Stop::Problems(problems, texts(&files)))?;
        pack.feed = feed;
        let mut problems = self.of_rules(&pack);
        problems.extend(self.opt_in_problems(&mut pack.lists));
        problems.extend(self.of_profile(&self.profiles()?));
        self.refuse(problems)?;
        Ok(pack)
    }

    /// The problems of the file with those that only the rules and profiles show, so that one look
    /// at the file mends all of them.
    fn all_problems(&self, mut problems: Vec<Problem>) -> Stop {
        if let Ok(mut pack) = self.files(&[]).and_then(|(_, files)| parsed(&files)) {
            problems.extend(self.of_rules(&pack));
            problems.extend(self.opt_in_problems(&mut pack.lists));
        }
        let profiles = self.profiles().unwrap_or_default();
        problems.extend(self.of_profile(&profiles));
        problems.sort_by_key(|problem| (problem.line, problem.column));
        Stop::Problems(problems, self.texts.clone())
    }

    /// Switches on the entries that the config asks for.
    ///
    /// # Errors
    /// One problem per name that no entry has.
    pub fn opt_in(&self, lists: &mut Lists) -> Result<(), Stop> {
        let problems = self.opt_in_problems(lists);
        self.refuse(problems)
    }

    fn opt_in_problems(&self, lists: &mut Lists) -> Vec<Problem> {
        let names = self.config.opt_in.iter();
        let unknown = lists.opt_in(names.clone().map(|name| name.value.as_str()));
        let missing = names.filter(|name| unknown.contains(&name.value.as_str()));
        let problem = |name: &config::Set<String>| {
            let problem = name.problem("config-opt-in");
            problem.with("name", name.value.as_str())
        };
        missing.map(problem).collect()
    }

    /// Refuses settings about rules that do not exist.
    ///
    /// # Errors
    /// One problem per id that no rule has, and per setting that lowers what nobody may accept.
    pub fn check(&self, pack: &Pack) -> Result<(), Stop> {
        self.refuse(self.of_rules(pack))
    }

    fn of_rules(&self, pack: &Pack) -> Vec<Problem> {
        let ids: Vec<&str> = pack.rules.iter().map(|rule| rule.id.as_str()).collect();
        let never = pack.rules.iter().filter(|r| !r.check.can_be_excepted());
        let never: Vec<_> = never.map(|r| (r.id.as_str(), r.severity)).collect();
        let mut problems = self.config.unknown_rules(&ids);
        problems.extend(self.config.lowered(&never));
        problems
    }

    fn of_profile(&self, profiles: &[Profile]) -> Option<Problem> {
        let names: Vec<&str> = profiles.iter().map(|p| p.name.as_str()).collect();
        self.config.unknown_profile(&names)
    }

    /// The shipped profiles; one of the config goes before a shipped one of its name.
    fn profiles(&self) -> Result<Vec<Profile>, Stop> {
        let file = "data/profiles.toml";
        let text = embedded::DATA.get_file("profiles.toml");
        let text = text
            .and_then(|file| file.contents_utf8())
            .unwrap_or_default();
        let shipped = config::profiles(file, text).map_err(|problems| {
            Stop::Problems(problems, Texts::from([(file.to_owned(), text.to_owned())]))
        })?;
        Ok([self.config.profiles.clone(), shipped].concat())
    }

    /// The policy profile of the config, or of the option.
    ///
    /// # Errors
    /// When there is no profile of that name.
    pub fn profile(&self) -> Result<Profile, Stop> {
        let profiles = self.profiles()?;
        self.refuse(self.of_profile(&profiles))?;
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
