//! The help of all commands in the language of the output.

use super::Screen;
use super::args::Cli;
use crate::model::Lang;
use clap::{Arg, ArgAction, Command, CommandFactory};

/// The definitions of all commands with their help.
pub(super) fn command(screen: &Screen) -> Command {
    let command = Cli::command().disable_help_subcommand(true);
    let command = match screen.lang {
        Lang::En => command,
        Lang::Ja => headed(screen, translated(screen, command, "help".to_owned())),
    };
    // Not `mut_subcommand`: it would put the command last.
    after(screen, command, "help-after").mut_subcommands(|sub| match sub.get_name() {
        "scan" => after(screen, sub, "help-scan-after"),
        "audit" => after(screen, sub, "help-audit-after"),
        "gate" => sub.mut_subcommands(|gate| {
            let id = format!("help-gate-{}-after", gate.get_name());
            after(screen, gate, &id)
        }),
        _ => sub,
    })
}

fn after(screen: &Screen, command: Command, id: &str) -> Command {
    command.after_help(screen.say(id, &[]))
}

/// Puts the translated text of every command and argument.
fn translated(screen: &Screen, command: Command, id: String) -> Command {
    let about = screen.say(&id, &[]);
    command
        .about(about)
        .mut_args(|arg| {
            let name = format!("{id}-{}", arg.get_id().as_str().replace('_', "-"));
            let heading = match arg.is_positional() {
                true => screen.say("help-heading-arguments", &[]),
                false => screen.say("help-heading-options", &[]),
            };
            let help = screen.say(&name, &[]);
            // What clap would add by itself is English; the translated texts name it.
            let takes_values = arg.get_action().takes_values();
            let arg = arg.help(help).help_heading(heading);
            match takes_values {
                true => arg.hide_default_value(true).hide_possible_values(true),
                false => arg,
            }
        })
        .mut_subcommands(|sub| {
            let name = format!("{id}-{}", sub.get_name());
            translated(screen, sub, name)
        })
}

/// Replaces the headings and the flags that clap makes by itself.
fn headed(screen: &Screen, command: Command) -> Command {
    let heading = screen.say("help-heading-options", &[]);
    let flag = |id: &'static str, short, action| {
        Arg::new(id)
            .short(short)
            .long(id)
            .action(action)
            .help(screen.say(&format!("help-{id}"), &[]))
            .help_heading(heading.clone())
    };
    let usage = screen.say("help-heading-usage", &[]);
    let is_root = command.get_name() == "kenpin";
    let mut command = command
        .help_template(format!(
            "{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}"
        ))
        .subcommand_help_heading(screen.say("help-heading-commands", &[]))
        .subcommand_value_name(screen.say("help-heading-commands", &[]))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(flag("help", 'h', ArgAction::Help))
        .mut_subcommands(|sub| headed(screen, sub));
    if is_root {
        command = command.arg(flag("version", 'V', ArgAction::Version));
    }
    command
}
