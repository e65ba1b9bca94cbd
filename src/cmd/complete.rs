//! `kenpin completions` and `kenpin man`: made from the same definitions as the arguments.

use super::args::Shell;
use super::{Exit, Screen, Stop, help};
use clap::Command;
use clap_mangen::Man;
use std::io::Write;

/// Prints the completions for a shell.
pub(super) fn completions(shell: Shell, screen: &mut Screen) -> Result<Exit, Stop> {
    let shell = match shell {
        Shell::Bash => clap_complete::Shell::Bash,
        Shell::Elvish => clap_complete::Shell::Elvish,
        Shell::Fish => clap_complete::Shell::Fish,
        Shell::Powershell => clap_complete::Shell::PowerShell,
        Shell::Zsh => clap_complete::Shell::Zsh,
    };
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut help::command(screen), "kenpin", &mut text);
    screen.out.write_all(&text)?;
    screen.out.flush()?;
    Ok(Exit::Clean)
}

/// Prints one manual page that holds all commands.
pub(super) fn man(screen: &mut Screen) -> Result<Exit, Stop> {
    let mut command = help::command(screen);
    command.build();
    let mut page = Vec::new();
    let man = Man::new(command.clone());
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    for sub in command.get_subcommands() {
        one(sub, &mut page)?;
    }
    man.render_extra_section(&mut page)?;
    let page = String::from_utf8_lossy(&page);
    for (at, line) in page.lines().enumerate() {
        // Every part that is rendered defines the apostrophe again; the first two lines do.
        if at < 2 || !(line.starts_with(".ie ") || line.starts_with(".el ")) {
            let line = translated(line, screen);
            writeln!(screen.out, "{line}")?;
        }
    }
    screen.out.flush()?;
    Ok(Exit::Clean)
}

/// A command as a section of its own; its parts become sections below it.
fn one(command: &Command, page: &mut Vec<u8>) -> std::io::Result<()> {
    if command.is_hide_set() {
        return Ok(());
    }
    let man = Man::new(command.clone());
    let mut parts = Vec::new();
    man.render_synopsis_section(&mut parts)?;
    man.render_description_section(&mut parts)?;
    if command.get_arguments().any(|arg| !arg.is_hide_set()) {
        man.render_options_section(&mut parts)?;
    }
    if command.get_after_help().is_some() {
        man.render_extra_section(&mut parts)?;
    }
    let name = command.get_bin_name().unwrap_or(command.get_name());
    writeln!(page, ".SH \"{}\"", name.to_uppercase())?;
    for line in String::from_utf8_lossy(&parts).lines() {
        let line = line
            .strip_prefix(".SH ")
            .map_or(line.to_owned(), |part| format!(".SS {part}"));
        writeln!(page, "{line}")?;
    }
    for sub in command.get_subcommands() {
        one(sub, page)?;
    }
    Ok(())
}

/// The headings of a page in the language of the output.
fn translated(line: &str, screen: &Screen) -> String {
    for (level, heading) in [".SH ", ".SS "]
        .iter()
        .filter_map(|level| Some((level, line.strip_prefix(level)?)))
    {
        let id = format!("man-{}", heading.to_lowercase());
        if screen.words.has(screen.lang, &id) {
            return format!("{level}{}", screen.say(&id, &[]));
        }
    }
    line.to_owned()
}
