//! Everything that commands load: messages, rules and lists, the config, the profiles.

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

/// No rule or list that a person wrote is larger; a larger file was given by mistake.
const LARGEST: u64 = 64 << 20;

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

/// The shipped rules and lists.
#[must_use]
pub fn shipped() -> Vec<PackFile> {
    let inside = |folder: &str| {
        embedded::DATA
            .get_dir(folder)
            .into_iter()
            .flat_map(Dir::files)
    };
    let lists = embedded::DATA.files().chain(inside("words"));
    let lists = lists.filter(|file| is_list(&slashed(file.path())));
    let lexicon = inside("lexicon").filter(|file| is_lexicon(&slashed(file.path())));
    let lists = lists.chain(lexicon);
    let rules = embedded::RULES.files();
    let rules = rules.filter(|file| file.path().extension().is_some_and(|e| e == "toml"));
    let file = |folder: &str, file: &include_dir::File<'_>| {
        let path = slashed(file.path());
        Some(PackFile {
            shown: format!("{folder}/{path}"),
            path,
            text: file.contents_utf8()?.to_owned(),
        })
    };
    rules
        .filter_map(|f| file("rules", f))
        .chain(lists.filter_map(|f| file("data", f)))
        .collect()
}

fn is_list(path: &str) -> bool {
    let tables = [
        "brands.csv",
        "brands-abroad.csv",
        "suppliers.csv",
        "asins.csv",
        "coverage.csv",
        "regulated.csv",
        "regulated-words.csv",
        "compatible.csv",
        "advisories.csv",
        OWN_LIST,
    ];
    tables.contains(&path)
        || path
            .strip_prefix("words/")
            .is_some_and(|name| name.ends_with(".csv") && !name.contains('/'))
}

/// The plain words are kenpin's own; a pack cannot add to them.
fn is_lexicon(path: &str) -> bool {
    matches!(
        path,
        "lexicon/ja.txt" | "lexicon/en.txt" | "lexicon/context.csv"
    )
}

fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// The rules and lists of a seller's own folder: `*.toml` in it or in `rules/`, and the lists.
///
/// # Errors
/// When the folder or one of its files cannot be read, or holds nothing of a pack.
pub fn folder(folder: &Path) -> Result<Vec<PackFile>, Stop> {
    if is_own_list(folder) {
        return Ok(vec![own_list(folder)?]);
    }
    let mut files = Vec::new();
    for (path, inside) in pack_paths(folder)? {
        files.push(PackFile {
            shown: path.display().to_string(),
            text: text(&path)?,
            path: inside,
        });
    }
    if files.is_empty() {
        return Err(said_of("cli-pack-empty", folder));
    }
    Ok(files)
}

/// True for the path of the seller's own list, which stands for a pack of its own.
fn is_own_list(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == OWN_LIST) && path.is_file()
}

/// Reads the seller's own list.
///
/// # Errors
/// As [`own_file`].
pub fn own_list(path: &Path) -> Result<PackFile, Stop> {
    own_file(path, OWN_LIST)
}

/// Reads a list that the seller writes. Excel on Windows saves a CSV in CP932 unless told otherwise.
///
/// # Errors
/// When it cannot be read or is neither UTF-8 nor CP932.
pub fn own_file(path: &Path, inside: &str) -> Result<PackFile, Stop> {
    let text = match text(path) {
        Err(Stop::Said("cli-not-utf8", _)) => {
            let bytes = std::fs::read(path).map_err(|error| unreadable_at(path, &error))?;
            let (text, _, wrong) = encoding_rs::SHIFT_JIS.decode(&bytes);
            match wrong {
                true => Err(said_of("cli-not-utf8", path)),
                false => Ok(text.into_owned()),
            }
        }
        read => read,
    }?;
    Ok(PackFile {
        shown: path.display().to_string(),
        path: inside.to_owned(),
        text,
    })
}

/// The files of a pack, each with its path inside the folder.
///
/// # Errors
/// When the folder cannot be listed.
pub fn pack_paths(folder: &Path) -> Result<Vec<(PathBuf, String)>, Stop> {
    if is_own_list(folder) {
        return Ok(vec![(folder.to_owned(), OWN_LIST.to_owned())]);
    }
    let mut paths = files_of(folder)?;
    for inner in ["rules", "words"] {
        let inner = folder.join(inner);
        if inner.is_dir() {
            paths.extend(files_of(&inner)?);
        }
    }
    paths.sort();
    let inside = |path: PathBuf| {
        let inside = slashed(path.strip_prefix(folder).unwrap_or(&path));
        (path, inside)
    };
    let wanted = |(_, inside): &(PathBuf, String)| {
        let is_rule =
            inside.ends_with(".toml") && inside != FILE_NAME && !inside.starts_with("words/");
        // The coverage ids are kenpin's own; a pack cannot add to them.
        is_rule || (is_list(inside) && inside != "coverage.csv")
    };
    Ok(paths.into_iter().map(inside).filter(wanted).collect())
}

fn files_of(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let unreadable = |error: std::io::Error| unreadable_at(folder, &error);
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_file() {
            paths.push(path);
        }
    }
    Ok(paths)
}

/// The text of a file that a person wrote, without the mark that Windows editors put in front.
///
/// # Errors
/// When it cannot be read, is far too large, or is not UTF-8.
pub fn text(path: &Path) -> Result<String, Stop> {
    let unreadable = |error: std::io::Error| unreadable_at(path, &error);
    if std::fs::metadata(path).map_err(unreadable)?.len() > LARGEST {
        return Err(said_of("cli-too-large", path));
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let text = String::from_utf8(bytes).map_err(|_| said_of("cli-not-utf8", path))?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

pub(super) fn said_of(id: &'static str, path: &Path) -> Stop {
    Stop::Said(id, vec![("path", path.display().to_string().into())])
}

fn unreadable_at(path: &Path, error: &std::io::Error) -> Stop {
    let path = path.display().to_string();
    let values = vec![("path", path.into()), ("cause", super::cause(error))];
    Stop::Said("cli-unreadable", values)
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
