//! Secrets that were written into the config by mistake: found before anything of the file is
//! shown, since problems are shown with their line.

use crate::tomltree::Problem;

/// What secrets begin with, wherever they stand.
const SHAPES: &[&str] = &[
    "Atzr|",
    "Atza|",
    "amzn1.oa2-cs.",
    "hooks.slack.com/services/",
    "hooks.slack-gov.com/services/",
    "xoxb-",
    "xoxp-",
    "discord.com/api/webhooks/",
    "discordapp.com/api/webhooks/",
    "whsec_",
    "whsk_",
    // A secret key of minisign.
    "RWRTY0Iy",
    "-----BEGIN ",
];
/// Signs behind a shape that make it a secret, not the name of one.
const LEAST: usize = 4;
/// Last words of keys that hold a secret.
const KEYS: &[&str] = &[
    "secret",
    "token",
    "password",
    "passwd",
    "passphrase",
    "apikey",
    "api_key",
    "access_key",
    "credential",
    "credentials",
];

/// One problem for every line that seems to hold a secret. It names the line and the key, and has
/// no place in the file, so that the line itself is never shown.
pub(super) fn problems(name: &str, text: &str) -> Vec<Problem> {
    let lines = text.lines().zip(1u32..);
    let found = lines.filter_map(|(line, number)| Some((what(line)?, number)));
    found
        .map(|(what, number)| {
            let problem = Problem::of_file(name, "config-secret").with("what", what);
            // As text: a line number takes no thousands comma.
            problem.with("line", number.to_string())
        })
        .collect()
}

/// The key, or the beginning of the secret, by which a line is taken to hold one.
fn what(line: &str) -> Option<&str> {
    let shape = SHAPES.iter().find(|shape| begins(line, shape));
    let login = || with_password(line).then_some("://…@");
    shape.copied().or_else(login).or_else(|| by_key(line))
}

/// True when a line holds a shape with something behind it; `whsec_…` only names the shape.
fn begins(line: &str, shape: &str) -> bool {
    let sign = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '/' | '+' | '-' | '_');
    let mut places = line.split(shape).skip(1);
    places.any(|rest| rest.chars().take_while(sign).count() >= LEAST)
}

/// True for an address with name and password.
fn with_password(line: &str) -> bool {
    let mut addresses = line.split("://").skip(1);
    addresses.any(|rest| {
        let end = rest.find(['/', '"', '\'', ' ', '?', '#']);
        let host = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        host.split_once('@')
            .is_some_and(|(who, _)| who.contains(':'))
    })
}

/// A key that is named as secrets are, with a text or something that is no value behind it.
fn by_key(line: &str) -> Option<&str> {
    if line.trim_start().starts_with('#') {
        return None;
    }
    line.match_indices('=').find_map(|(at, _)| {
        let (before, behind) = (line.get(..at)?, line.get(at + 1..)?.trim_start());
        let quoted = |c: char| c == '"' || c == '\'';
        let key = before.trim_end().trim_end_matches(quoted);
        let word = |c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-');
        let key = key.rsplit(word).next()?;
        let plain = key.to_ascii_lowercase().replace('-', "_");
        let is_secret = |last: &&str| {
            let before = plain.strip_suffix(*last);
            before.is_some_and(|before| before.is_empty() || before.ends_with('_'))
        };
        // A day, a flag or nothing at all is no secret; statements about passwords are such.
        let value = behind.split(['#', ',', '}']).next().unwrap_or_default();
        let value = value.trim().trim_matches(quoted);
        let is_day = value.len() == 10 && value.parse::<crate::model::Day>().is_ok();
        let harmless = value.is_empty() || is_day || ["true", "false"].contains(&value);
        (KEYS.iter().any(is_secret) && !harmless).then_some(key)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_secret_is_found_wherever_it_stands() {
        for line in [
            "client_secret = \"abc\"",
            "  'refresh-token' = 'abc'",
            "alarm = { name = \"x\", password = \"p\" }",
            "[[alarm]] # x\nsecret = abc",
            "api_key = abc",
            "url = \"https://user:pass@feed.example/\"",
            "note = \"Atzr|IwEB\"",
            "# hooks.slack.com/services/T0/B0/xyz",
            "seller_name = \"RWRTY0IyAAAA\"",
        ] {
            let found = problems("config.toml", line);
            assert_eq!(found.len(), 1, "{line}");
            let shown = format!("{found:?}");
            assert_eq!((found[0].line, found[0].span.clone()), (0, 0..0));
            for secret in ["abc", "pass@", "IwEB", "xyz", "AAAA"] {
                assert!(!shown.contains(secret), "{shown}");
            }
        }
    }

    #[test]
    fn names_days_and_public_keys_are_no_secrets() {
        for line in [
            "secret_env = \"KENPIN_SLACK\"",
            "attested.password = 2026-08-01",
            "attested.password = \"2026-08-01\"",
            "attested = { password = false }",
            "# password = \"example\"",
            "keys = [\"RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3\"]",
            "url = \"https://feed.example/rules@stable\"",
            "tokens = \"x\"",
            "# key_env has its signing keys (whsec_…)",
            "# https://hooks.slack.com/services/...",
        ] {
            assert_eq!(problems("config.toml", line), [], "{line}");
        }
    }

    #[test]
    fn any_text_is_looked_through() {
        for line in ["=", "é=é", "\"=\"", "secret", "secret =", "🙂token=🙂"] {
            let _ = problems("config.toml", line);
        }
    }
}
