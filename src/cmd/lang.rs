//! The language of the output: option, config, system, Japanese, in that order.

use crate::config::{Config, FILE_NAME};
use crate::model::Lang;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The language before anything is parsed, so that mistakes in the arguments are told in it.
pub(super) fn early(arguments: &[OsString]) -> Lang {
    option(arguments, "--lang")
        .and_then(|word| Lang::from_word(&word))
        .or_else(|| of_config(arguments))
        .or_else(of_system)
        .unwrap_or(Lang::Ja)
}

/// The last value of `--name value` or `--name=value`.
fn option(arguments: &[OsString], name: &str) -> Option<String> {
    let words: Vec<String> = arguments
        .iter()
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    let inline = |word: &String| {
        let value = word.strip_prefix(name)?.strip_prefix('=')?;
        Some(value.to_owned())
    };
    let value = |(at, word): (usize, &String)| {
        inline(word).or_else(|| (word == name).then(|| words.get(at + 1).cloned())?)
    };
    words.iter().enumerate().filter_map(value).next_back()
}

/// The language in the config that the command will use; a broken config has its say too.
fn of_config(arguments: &[OsString]) -> Option<Lang> {
    let named = option(arguments, "--config").map(PathBuf::from);
    let folders = arguments.iter().skip(2).map(Path::new);
    let here = Path::new(".");
    let found = named.or_else(|| {
        folders
            .chain([here])
            .map(|folder| folder.join(FILE_NAME))
            .find(|file| file.is_file())
    })?;
    Config::lang_of(&std::fs::read_to_string(found).ok()?)
}

fn of_system() -> Option<Lang> {
    of_locale(&sys_locale::get_locale()?)
}

/// Japanese for `ja…`; nothing for the locale of no language; else English, which more can read.
fn of_locale(locale: &str) -> Option<Lang> {
    match locale.split(['-', '_', '.']).next().unwrap_or_default() {
        "" | "C" | "c" | "POSIX" | "und" => None,
        "ja" => Some(Lang::Ja),
        _ => Some(Lang::En),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_is_found_in_both_spellings_and_the_last_wins() {
        let words = |line: &str| -> Vec<OsString> { line.split(' ').map(OsString::from).collect() };
        let lang = |line| option(&words(line), "--lang");
        assert_eq!(lang("kenpin scan --lang en"), Some("en".into()));
        assert_eq!(lang("kenpin --lang=ja scan --lang=en"), Some("en".into()));
        assert_eq!(lang("kenpin scan --lang"), None);
        assert_eq!(lang("kenpin scan --language en"), None);
    }

    #[test]
    fn the_locale_of_no_language_tells_nothing() {
        assert_eq!(of_locale("ja-JP"), Some(Lang::Ja));
        assert_eq!(of_locale("ja_JP.UTF-8"), Some(Lang::Ja));
        assert_eq!(of_locale("fr-FR"), Some(Lang::En));
        assert_eq!(of_locale("C"), None);
        assert_eq!(of_locale("C.UTF-8"), None);
    }
}
