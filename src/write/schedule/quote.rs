//! One argument of a command line, so that each scheduler hands on exactly its characters.

/// Text of an element or attribute of XML.
pub(super) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
    out
}

/// An argument as programs of Windows take their command line apart.
///
/// Source: Microsoft, "Parsing C command-line arguments": a quote is escaped by a backslash, and
/// backslashes count as such only in front of a quote.
pub(super) fn windows(argument: &str) -> String {
    let plain = |c: char| !matches!(c, ' ' | '\t' | '"');
    if !argument.is_empty() && argument.chars().all(plain) {
        return argument.to_owned();
    }
    let mut out = String::from("\"");
    let mut backslashes = 0;
    for c in argument.chars() {
        if c == '"' {
            // Those in front of it once more, and one for the quote itself.
            out.push_str(&"\\".repeat(backslashes + 1));
        }
        backslashes = if c == '\\' { backslashes + 1 } else { 0 };
        out.push(c);
    }
    out.push_str(&"\\".repeat(backslashes));
    out.push('"');
    out
}

/// Text of a systemd unit outside of a command: `%` begins a specifier.
pub(super) fn specifiers(text: &str) -> String {
    text.replace('%', "%%").replace('\\', "\\\\")
}

/// The program of `ExecStart=`: variables are not replaced in it.
pub(super) fn systemd_program(path: &str) -> String {
    let mut out = String::from("\"");
    for c in path.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '%' => out.push_str("%%"),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// An argument of `ExecStart=`.
///
/// Source: systemd.service(5), "Command lines"; systemd.syntax(7), "Quoting".
pub(super) fn systemd(argument: &str) -> String {
    systemd_program(argument).replace('$', "$$")
}

/// An argument of a line of a crontab: cron takes `%` for the end of the line, the shell the rest.
pub(super) fn cron(argument: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-=+:,@".contains(c);
    if !argument.is_empty() && argument.chars().all(plain) {
        return argument.to_owned();
    }
    let quoted = argument.replace('\'', r"'\''").replace('%', r"\%");
    format!("'{quoted}'")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The reference: what `CommandLineToArgvW` makes of the arguments behind the program.
    fn windows_splits(line: &str) -> Vec<String> {
        let (mut all, mut one, mut quoted, mut open) = (Vec::new(), String::new(), false, false);
        let mut chars = line.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\\' => {
                    let mut count = 1;
                    while chars.next_if_eq(&'\\').is_some() {
                        count += 1;
                    }
                    if chars.peek() == Some(&'"') {
                        one.push_str(&"\\".repeat(count / 2));
                        if count % 2 == 1 {
                            one.extend(chars.next());
                        }
                    } else {
                        one.push_str(&"\\".repeat(count));
                    }
                    open = true;
                }
                '"' => {
                    open = true;
                    quoted = !quoted;
                }
                ' ' | '\t' if !quoted => {
                    if open {
                        all.push(std::mem::take(&mut one));
                    }
                    open = false;
                }
                _ => {
                    open = true;
                    one.push(c);
                }
            }
        }
        if open {
            all.push(one);
        }
        all
    }

    /// What systemd makes of the arguments behind the program: quotes, escapes, `%%`, `$$`.
    fn systemd_splits(line: &str) -> Vec<String> {
        let mut all = Vec::new();
        let mut chars = line.chars();
        while let Some(c) = chars.next() {
            if c == ' ' {
                continue;
            }
            assert_eq!(c, '"', "{line}");
            let mut one = String::new();
            while let Some(c) = chars.next() {
                match c {
                    '"' => break,
                    '\\' => one.extend(chars.next()),
                    '%' | '$' => {
                        assert_eq!(chars.next(), Some(c), "{line}");
                        one.push(c);
                    }
                    _ => one.push(c),
                }
            }
            all.push(one);
        }
        all
    }

    /// What cron hands to the shell, and what the shell makes of it.
    fn cron_splits(line: &str) -> Vec<String> {
        let unescaped = line.replace("\\%", "\u{1}");
        assert!(!unescaped.contains('%'), "{line}");
        let line = unescaped.replace('\u{1}', "%");
        let (mut all, mut one, mut quoted, mut open) = (Vec::new(), String::new(), false, false);
        let mut chars = line.chars();
        while let Some(c) = chars.next() {
            match c {
                '\'' => {
                    open = true;
                    quoted = !quoted;
                }
                '\\' if !quoted => one.extend(chars.next()),
                ' ' if !quoted => {
                    if open {
                        all.push(std::mem::take(&mut one));
                    }
                    open = false;
                }
                _ => {
                    assert!(quoted || !";&|<>()$`\"*?[]#~!{}".contains(c), "{line}");
                    open = true;
                    one.push(c);
                }
            }
        }
        if open {
            all.push(one);
        }
        all
    }

    fn arguments() -> impl Strategy<Value = Vec<String>> {
        let odd = r#"[ a\\"'%$;#&<>検品（）\t]{0,12}"#;
        proptest::collection::vec(
            prop_oneof![odd, r"C:\\[ a検]{0,5}\\?", "[^\\pC]{0,20}"],
            1..6,
        )
    }

    fn joined(arguments: &[String], quote: fn(&str) -> String) -> String {
        let quoted: Vec<String> = arguments.iter().map(|one| quote(one)).collect();
        quoted.join(" ")
    }

    proptest! {
        #[test]
        fn windows_hands_on_every_character(arguments in arguments()) {
            prop_assert_eq!(windows_splits(&joined(&arguments, windows)), arguments);
        }

        #[test]
        fn systemd_hands_on_every_character(arguments in arguments()) {
            prop_assert_eq!(systemd_splits(&joined(&arguments, systemd)), arguments);
        }

        #[test]
        fn cron_hands_on_every_character(arguments in arguments()) {
            // A backslash is refused before anything is quoted.
            let arguments: Vec<String> =
                arguments.iter().map(|one| one.replace('\\', "/")).collect();
            prop_assert_eq!(cron_splits(&joined(&arguments, cron)), arguments);
        }

        #[test]
        fn xml_comes_back(text in any::<String>()) {
            let written = xml(&text);
            prop_assert!(!written.contains(['<', '>', '"']));
            let read = written.replace("&lt;", "<").replace("&gt;", ">");
            prop_assert_eq!(read.replace("&quot;", "\"").replace("&amp;", "&"), text);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_real_shell_hands_on_every_character() {
        let arguments = [
            "it's",
            "a  b",
            "検品 (1)",
            "$HOME `id` ; #",
            "",
            "\"q\"",
            "100%",
        ];
        let line: Vec<String> = arguments.iter().map(|one| cron(one)).collect();
        // What cron does before the shell sees the line.
        let line = line.join(" ").replace("\\%", "%");
        let script = format!("printf '%s\\n' {line}");
        let ran = std::process::Command::new("sh")
            .args(["-c", &script])
            .output();
        let out = String::from_utf8(ran.expect("a shell").stdout).expect("text");
        assert_eq!(out.lines().collect::<Vec<_>>(), arguments);
    }
}
