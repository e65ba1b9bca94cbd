//! Forms that contacts have: phone numbers of Japan and abroad, mail addresses, sites.

use crate::text::fold;
use serde::Deserialize;

/// How many digits phone numbers have that begin so.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Prefix {
    prefix: String,
    digits: usize,
}

/// How phone numbers of Japan are written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phones {
    /// Beginnings with the digits of the whole number; the longest that fits counts.
    prefixes: Vec<Prefix>,
    /// Area codes of two digits: all others have three to five.
    short_areas: Vec<String>,
}

/// What a phone number looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phone {
    /// A number in Japan.
    Japanese,
    /// A number abroad, with its country code.
    Foreign,
    /// None.
    Wrong,
}

impl Phones {
    /// What a text says as a phone number. Words around it and an extension behind it are allowed.
    pub(super) fn look(&self, text: &str) -> Phone {
        let folded = fold(text);
        let digit = |c: char| c.is_ascii_digit();
        let begins = folded.find(|c| digit(c) || c == '+' || c == '(');
        let Some(from) = begins else {
            return Phone::Wrong;
        };
        let rest = &folded[from..];
        let ends = rest.find(|c| !(digit(c) || c == '+' || is_gap(c)));
        let number = &rest[..ends.unwrap_or(rest.len())];
        let digits: String = number.chars().filter(|c| digit(*c)).collect();
        if let Some(abroad) = number.trim_start().strip_prefix('+') {
            return match digits.strip_prefix("81") {
                Some(national) => {
                    // +81 (0)3 … is written with the zero that the country code replaces.
                    let national = national.strip_prefix('0').unwrap_or(national);
                    self.japanese(&format!("0{national}"), "")
                }
                None if abroad.starts_with('0') => Phone::Wrong,
                None if (7..=15).contains(&digits.len()) => Phone::Foreign,
                None => Phone::Wrong,
            };
        }
        self.japanese(&digits, number)
    }

    fn japanese(&self, digits: &str, written: &str) -> Phone {
        let fits = self.prefixes.iter();
        let fits = fits.filter(|p| digits.starts_with(&p.prefix));
        let Some(known) = fits.max_by_key(|p| p.prefix.len()) else {
            return Phone::Wrong;
        };
        // A number of one digit again and again is none that was ever given out.
        let same = digits.bytes().skip(1).all(|c| c == b'0');
        if digits.len() != known.digits || same {
            return Phone::Wrong;
        }
        if known.digits == 10 && known.prefix.len() <= 2 && !self.groups_fit(written) {
            return Phone::Wrong;
        }
        Phone::Japanese
    }

    /// True unless the groups that an area code, an exchange and a number are written in cannot be.
    fn groups_fit(&self, written: &str) -> bool {
        let groups: Vec<&str> = written
            .split(|c: char| !c.is_ascii_digit())
            .filter(|group| !group.is_empty())
            .collect();
        match groups[..] {
            [area, exchange, number] => {
                let short = area.len() > 2 || self.short_areas.iter().any(|known| known == area);
                number.len() == 4 && area.len() <= 5 && short && !exchange.is_empty()
            }
            _ => true,
        }
    }
}

/// A blank, bracket or one of the many dashes that groups of digits are parted by.
fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '(' | ')' | '.' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | 'ー' | '─'
        )
}

/// True for a text in the form of a mail address.
pub(super) fn is_mail(text: &str) -> bool {
    let folded = fold(text.trim());
    let Some((name, host)) = folded.rsplit_once('@') else {
        return false;
    };
    let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '@' | ',' | ';' | '<' | '>' | '"');
    !name.is_empty() && name.chars().all(plain) && is_host(host)
}

/// True for a text in the form of a web address, with or without `https://`.
pub(super) fn is_site(text: &str) -> bool {
    let folded = fold(text.trim());
    let bare = ["https://", "http://"]
        .iter()
        .find_map(|scheme| folded.strip_prefix(scheme))
        .unwrap_or(&folded);
    let host = bare.split(['/', '?', '#', ':']).next().unwrap_or_default();
    !folded.contains(char::is_whitespace) && is_host(host)
}

fn is_host(host: &str) -> bool {
    let label = |part: &str| {
        let inner = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        !part.is_empty()
            && part.chars().all(inner)
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    let named = last.chars().count() >= 2 && !last.bytes().all(|c| c.is_ascii_digit());
    host.contains('.') && host.split('.').all(label) && named
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phones() -> Phones {
        let prefix = |prefix: &str, digits| Prefix {
            prefix: prefix.to_owned(),
            digits,
        };
        Phones {
            prefixes: vec![
                prefix("0", 10),
                prefix("0120", 10),
                prefix("0800", 11),
                prefix("090", 11),
                prefix("050", 11),
            ],
            short_areas: ["03", "04", "06"].map(str::to_owned).to_vec(),
        }
    }

    #[test]
    fn phones_are_known_in_every_writing() {
        for text in [
            "03-1234-5678",
            "０３－１２３４－５６７８",
            "03(1234)5678",
            "(03) 1234 5678",
            "0312345678",
            "+81-3-1234-5678",
            "+81 (0)3 1234 5678",
            "TEL: 0256-12-3456（代表）",
            "04-2912-3456 内線 12",
            "0120-123-456",
            "090‐1234‐5678",
            "050ー1234ー5678",
            "09912-1-2345",
        ] {
            assert_eq!(phones().look(text), Phone::Japanese, "{text}");
        }
        for text in ["+44 20 7946 0155", "+1 206 555 0142"] {
            assert_eq!(phones().look(text), Phone::Foreign, "{text}");
        }
        for text in [
            "",
            "なし",
            "1234-5678",
            "03-1234-567",
            "090-1234-567",
            "05-1234-5678",
            "00-0000-0000",
            "+81-3-1234-567",
            "+",
            "+0 12345678",
        ] {
            assert_eq!(phones().look(text), Phone::Wrong, "{text}");
        }
    }

    #[test]
    fn mails_and_sites_have_a_host() {
        for text in [
            "info@example.jp",
            "ｉｎｆｏ＠ｅｘａｍｐｌｅ．ｊｐ",
            "a..b@docomo.example",
        ] {
            assert!(is_mail(text), "{text}");
        }
        for text in [
            "info",
            "info@",
            "@example.jp",
            "a@b",
            "a b@example.jp",
            "info@example..jp",
        ] {
            assert!(!is_mail(text), "{text}");
        }
        for text in [
            "https://example.jp/",
            "example.jp",
            "http://日本語.jp/x?y",
            "www.example.co.jp:8080/a",
        ] {
            assert!(is_site(text), "{text}");
        }
        for text in [
            "なし",
            "https://",
            "example",
            "exa mple.jp",
            "a@example.jp/",
            "1.2.3",
        ] {
            assert!(!is_site(text), "{text}");
        }
    }
}
